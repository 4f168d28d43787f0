"""What announces goals within what was done: 全年目标不变：接待游客480万人次，旅游综合收入42亿元.

All that such a sentence lists is aimed at, whatever its section tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.periods import in_arabic, parse_period
from index.records import Period

__all__ = ["LEAD", "goal_sentences", "names_time_ahead"]

#: 预期目标是：, 目标定得实一点：; not 完成目标情况：, 对照目标：.
LEAD = (
    r"(?<!完成)(?<!实现)(?<!达到)(?<!对照)(?<!对标)(?<!围绕)(?<!按照)(?<!锚定)(?<!超额)(?<!责任)(?<!双)(?<!双碳)(?<!承担)(?:目标|盘子|任务(?=分别|是|为|定为|确定为)"
    r"|(?:(?<=年)|(?<=年的))任务(?=(?:都|也|均)?已?经?(?:逐级|层层|全部)?(?:分解|排定|下达|明确|敲定|部署|安排|定)[^，。；：:\d]{0,6}[：:]))"
    r"(?!完成|实现|落实|任务完成|情况|达成|要求|责任|考核|值|书)(?:任务)?(?:(?:[^，。；：:\d]{1,12}|(?<=[㐀-鿿](?:目标|盘子))|(?<=[㐀-鿿]目标任务))[：:](?=\s*[㐀-鿿])"
    r"|(?:分别)?(?:是|为|定为|确定为)(?=[^。，；]{0,24}\d))"
)
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_GOALS = re.compile(rf"^(?P<lead>[^。；：:\d]{{0,20}}?(?:(?:19|20)\d\d年)?[^。；：:\d]{{0,14}}?){LEAD}(?=[^。]*\d)")
_TOLD = re.compile(
    "(?:目标|任务|盘子)(?:是|为|定为)[^，。；]*\\d[^，。；]*[，；][^，。；\\d]{0,6}(?:实际|做到|完成|达到|实现)了?\\d|(?:已|全部|均|都|超额|提前|如期)(?:全面|全部|超额)?(?:完成|实现|达到|兑现)|没有?(?:完成|实现|达到)|完成率|落空|未(?:能)?(?:完成|实现|达)"
)
_BACK = re.compile("同比|[比较](?:上|去)年|已(?!定)|去年|上半年(?:完成|实现)|截[至止]|目前|实际|完成率|累计完成|没有?完成")
_AHEAD = re.compile("要|将|力争|预[计期]|确保|争取|计划|再|年内|打算|突破|达到|新增|年底前")
_OF_NOW = re.compile("全年|年度|年初|今年|本年|当年|原[定来先]|去年|下给|下达|分解|交给|当时|[省市县区]里|上级")


def names_time_ahead(line: str) -> bool:
    """Whether a heading is nothing but a time to come: 下半年, 下一步, 明年."""
    return re.fullmatch("下半年|下一?步|下阶段|下一阶段|明年|来年|新的一年", line) is not None


def goal_sentences(text: str, reviewed: Period | None, spoken: int | None) -> Iterator[tuple[int, int, Period | None]]:
    """Start, end and period of what announces goals in ``text``: a sentence and what follows it in its line, up to what was done.

    ``reviewed`` is what the report looks back on, ``spoken`` the year that it calls 今年 where that is a later one.
    """
    for line in re.finditer(r"[^\n]+", text):
        sentences = [(m.start() + line.start(), m.end() + line.start(), m[0]) for m in _SENTENCE.finditer(line[0])]
        start = end = -1
        when: Period | None = None
        for a, b, sentence in sentences:
            said = None if _TOLD.search(sentence) else _GOALS.match(in_arabic(sentence.strip()))
            if said is not None and start < 0:
                start, when = a, _period(said[0], reviewed, spoken)
            elif said is None and start >= 0 and (_BACK.search(sentence) or not _AHEAD.search(sentence)):
                break
            end = b
        if start >= 0:
            yield start, end, when


def _period(lead: str, reviewed: Period | None, spoken: int | None) -> Period | None:
    if reviewed is None:
        return parse_period(lead)
    year = spoken or reviewed.last_year
    printed = parse_period(lead, year=year)
    if printed is not None and printed.last_year >= reviewed.last_year:
        return printed
    if _OF_NOW.search(lead):
        return Period.year(year)
    if not reviewed.is_year and reviewed.first_year == reviewed.last_year and reviewed.last_month < 12:
        return Period.year(reviewed.last_year)
    return Period.year(reviewed.last_year + 1)

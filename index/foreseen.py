"""Paragraphs that plan, whatever their heading is called: 往后谁也别当看客 … 引来货代15家以上，12月底前签约清零.

How such reports are written: what is to be done is told with dates before which it is to be done, with amounts that it
is not to fall below, or of a time after the one looked back on, and with nothing of what was.  ``python -m
benchmarks.openings`` counts the figures under plans that are read so, and those under reviews that are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.kinds import period_for
from index.periods import in_arabic
from index.records import Period, SectionKind

__all__ = ["foreseen"]

ENOUGH, EACH = 2.0, 0.4  # in all, and for each number that is told: one plan among many results makes none of them one
_AIMED = re.compile(
    "力争|确保(?!了)|争取(?!到|了)|冲刺|不少于|不低于|不高于|不超过(?=\\d)|务必|承诺[：:]|瞄准|(?<![㐀-鿿])拟(?=[㐀-鿿])|目标(?=\\d)|预期增长|清零|一分不[能少剩]"
)
#: By when: 10月底前, 年底前, 五一前, 月底以前.
_BY_THEN = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日|底|初|[上中下]旬)?|年底|[季月]底|季度末|春节|国庆|五一|汛期|年内)(?:之?前|以前)(?!三|两|[一二四五六七八九\d])"
    r"|年内(?=[^，。；已]{2,8}(?:完成|建成|开工|投|启用))"
)
_AHEAD = re.compile("明年|来年|下一?步|新的一年|今后|接下来|下一个[五十三]年|下阶段|往后")
_MUST = re.compile("(?<![主重首需必紧只])要(?=[再把过办有引开建做新上实完达让])|必须")
#: What tells of the past, or of what is wrong now.
_TOLD = re.compile(
    "同比|环比|[比较]去?上?年|去年|上年|(?<!早)已(?!定)|[^不为]了(?=[，。；、：一两二三四五六七八九十\\d])|以来|截[至止]|累计完成|完成率|完成(?:年度|全年|年初)*(?:目标|任务|计划)的?[\\d.]+[%％]|获[评批得]|荣获|"
    "(?:目标|计划|任务)[\\d.,，亿万元家个]+的\\d|占[^，。；\\d]{0,12}\\d|[位排]居|居全|排全|当年(?:签约|完成|实现|投|开|竣)|"
    "\\d{1,2}月\\d{1,2}日(?![前之以起])[^，。；]{0,4}(?:开工|动工|投产|下线|签约|竣工|举[行办]|召开|通过|揭牌|启用|投[用运])|"
    "没有?|未(?!来)|欠|到期|只有|仅|仍|不足|不够|偏|缺|难|实现了|做到了|超额|顺利|成功|创下?|现有|目前"
)
#: What a heading calls that is to come.  Narrower than ``kinds.PLAN``, which is weighed with the headings around it:
#: 重点工作 and 工作计划 head what was done as well.
_TITLE_AHEAD = re.compile(
    "怎么[干做办派抓追招走](?![^，。]{0,8}的[？?]?$)|往[哪后]|接[着下]|^接续|余下|剩下|后半程|后[一二两三四五六七]个月|最后[一两三]个月|来年|明年|今后|新年|新一年|"
    "(?:^|[，,：: ]|扬帆|整装)再出发|下一个|预告|对策|"
    "(?:整改|改进|努力)(?:方向|措施|要求|计划)|打算|安排|思路|奋斗目标|目标(?:任务|设定)|誓言|要[啃抢干办]的|冲线|下[半一步月季]|展望|未来"
)
_TITLE_TOLD = re.compile("完成|情况|执行|落实|实现|总结|回顾|回看|进展|成效|困难|问题|自评|得分")
_REST_OF_YEAR = re.compile("下半年|后半程|[后余剩]下?[一二两三四五六七]个月")  # gone by, in a report of the whole year


def foreseen(text: str, title: str, reviewed: Period | None, spoken: int | None) -> Iterator[tuple[int, int, Period | None]]:
    """Start, end and period of each line of ``text`` that tells of nothing but what is to be; ``title`` heads the first.

    ``reviewed`` is what the report looks back on, ``spoken`` the year that it calls 今年 where that is a later one.
    """
    if reviewed is None:
        return
    head = title
    for line in re.finditer(r"[^\n]+", text):
        words = in_arabic(line[0].strip())
        if len(words) <= 20 and not re.search("[，。；]", words):
            head = words
            continue
        numbers = re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"20\d\d年?|\d{1,2}月(?:\d{1,2}日)?", "", words))
        brought = re.search(rf"{reviewed.last_year}年(?:完成|实现|达到?|为)?\d|(?<!\d)[两三四五]年(?:累计|来|间)", words)
        if not numbers or _TOLD.search(words) or brought or _turns_ahead(words, reviewed):
            continue
        to_come = _REST_OF_YEAR.sub("", head) if reviewed.last_month == 12 else head
        ahead = _TITLE_AHEAD.search(to_come) is not None and _TITLE_TOLD.search(head) is None
        if _weight(words, head, reviewed, spoken) + (2.0 if ahead else 0.0) >= (ENOUGH if ahead else max(ENOUGH, EACH * len(numbers))):
            yield line.start(), line.end(), period_for(SectionKind.PLAN, reviewed.last_year, reviewed)


def _turns_ahead(words: str, reviewed: Period) -> bool:
    """固定资产投资完成100亿元，2024年力争120亿元: whether what was done is told before the year ahead is named."""
    later = next((m.start() for m in re.finditer(r"(20\d\d)年?|[明来]年", words) if m[1] is None or int(m[1]) > reviewed.last_year), 0)
    before = words[:later]
    aims = any(how.search(before) for how in (_AIMED, _BY_THEN, _MUST, _AHEAD))
    return re.search(r"(?:完成|实现|达到?|全年)[^，。；\d]{0,12}\d", before) is not None and not aims


def _weight(words: str, head: str, reviewed: Period, spoken: int | None) -> float:
    later = {int(y) for y in re.findall(r"(20\d\d)年?", words + head) if int(y) > reviewed.last_year}
    rest = not reviewed.is_year and "下半年" in words + head and reviewed.last_month == 6
    now = spoken is not None and spoken > reviewed.last_year and re.search("今年(?!以来|上半年|前)", words + head) is not None
    opens = re.match(r"(?:明年|来年|(?P<year>20\d\d)年)", words)
    opens_ahead = opens is not None and (opens["year"] is None or int(opens["year"]) > reviewed.last_year)
    return (
        (3.0 if opens_ahead else 0.0) + len(_AIMED.findall(words)) + len(_BY_THEN.findall(words)) + 0.5 * len(_MUST.findall(words))
        + (1.0 if _AHEAD.search(words) else 0.0) + (1.5 if later or rest or now else 0.0)
    )  # fmt: skip

"""Reports of tasks: an item states what was to be done, and behind a marker what came of it.

3. 固定资产投资增长11%。 完成情况：增长9.7%，其中工业投资增长16.2%
   └ task: aimed at      └ marker └ told: of the task's indicator

Where a verdict closes the item, no marker stands between the two (收储土地2000亩。收储2140亩。〔完成〕).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from index.figures.carry import ITEM, Carry, same_measure
from index.figures.draft import Draft
from index.figures.ellipsis import is_thing
from index.figures.naming import ACTIONS, Name
from index.numerals import Quantity
from index.records import FigureKind, Period, Report, Section, SectionKind

__all__ = ["VERDICTS", "Task", "aimed", "asked", "asked_growth", "built_by", "find_tasks", "given_by", "sentences", "show_task", "stated"]

_KINDS = r"(?:目前|当前|最新|主要|具体|实际|工作|任务|目标|整改|项目|年度)*"
_TOLD = (
    rf"{_KINDS}(?:完成|进展|落实|推进|执行|实施|办理|进度|达成|兑现)(?:情况|结果|成效|成果)|{_KINDS}(?:工作进度|完成进度|进展|成果|实绩|落实)|"
    r"实际完成(?:情况|数|值)?|(?:办理|落实|考核)结果"
)
#: 2．固定资产投资增长12%。【未完成】全年…: the verdict stands between the task and what came of it.
VERDICTS = "超额完成|基本完成|部分完成|未完成|没有?完成|(?:已|按期|如期|全面)?完成|(?:正在)?推进中?"
#: 完成：, 实际：, 【结果】 stand beside a label of the task alone (目标：…；完成：…).
_SHORT = r"完成|实际|结果|实现"
_MARK = re.compile(
    rf"(?:(?P<inside>[（(])(?:{_TOLD})[：:]|[【\[〔](?:{_TOLD})[】\]〕][：:]?|[【\[〔](?:{VERDICTS})[】\]〕](?=[^\n]{{4}})[：:]?|"
    rf"^[【\[〔](?P<boxed>{_SHORT})[】\]〕][：:]?|"
    rf"(?:^|(?<=[。；;！!，,、）)】—\s*|｜]))\**(?:(?:{_TOLD})|(?P<short>{_SHORT}))\**[：:])\**[ \u3000]*\n?"
    rf"(?:(?:{VERDICTS})[。；;，,](?=[^\n]{{2}}))?",  # 完成情况：未完成。全年…
    re.MULTILINE,
)
_AIMED_AT = r"(?:目标|任务|计划|要点|要求|指标|内容|事项)(?:值|数|任务)?"
_LABEL = re.compile(
    rf"{_AIMED_AT}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})?\**[：:]|[【\[〔](?:年度|年初|全年|工作|主要|具体)*{_AIMED_AT}[】\]〕]"
)
#: Who is to do it stands between a task and what came of it.
_WHOSE = re.compile(r"[\s*\-·•]*(?:责任|牵头|配合|分管|承办|主办|协办|完成时限|完成时间|时限)[^，。：:\n]{0,8}[：:]")
#: The next item of a paragraph that tells several: …增长9.7%。2.财政收入….
_NEXT_ITEM = re.compile(r"(?<=[。；;])\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|[（(][一二三四五六七八九十]{1,3}[）)])")
#: 投资增长11%（完成情况：增长9.7%）；税收增长8%（…）: the next task behind what came of one, told in brackets.
_NEXT_CLAUSE = re.compile(r"(?<=[）)])[；;，,、。]")
_CLOSED = re.compile(rf"[【\[〔（(](?:{VERDICTS})[】\]〕）)][。；]?\s*$")
#: The first sentence of an item that a verdict closes, bold or not, up to the next.
_FIRST = re.compile(r"(?P<task>[^。；\n]{4,60})[。；]\**[ \u3000]*(?=[^\n]{2})")
_CLOSINGS = 3  # items of a report that a verdict closes
_SHOWN = 100  # characters of a task that are quoted with its outcome
#: An ASCII full stop ends a sentence between Chinese words (日处理3万吨.③再建…), never in 2.5 or AA+.
_SENTENCE = re.compile(
    r"(?:[^。！？\n.．]+|(?<![\u3400-\u9fff%”）)])[.．]|[.．](?![\u3400-\u9fff①-⑳“\s]|$))+[。！？.．]?", re.MULTILINE
)
#: 做强电子信息产业, 铜基新材料产业延链: whose figures stand behind the marker without a name.
_OWNER = re.compile(
    r"(?:加快|推动|推进|推深|做大做强|做强|做优|做大|做精|做实|做深|壮大|培育|发展|打造|提升|促进|支持|大力|全力|着力|持续|巩固|加强|延伸|补齐)*(?:壮大|发展|提升)?"
    r"(?P<who>[^，。；、：\d\s*]{2,14}?(?:产业集群|产业链|产业|制造业|服务业|行业|集群|片区|园区|产业园|[^产企就创开作农工业]业(?!务|绩|态|主|户)))(?!企业)"
)
#: What has been done already states no task.
_DONE = re.compile(
    r"同比|[比较]上年|[比较]去年|已(?:经)?(?:完成|实现|建成|达|有|累计|签|开工|引进)|截[至止]|"
    r"[1一][-—－~～至]{1,2}[\d一二三四五六七八九十]{1,2}月|\d月[^，。；\d]{0,12}完成|(?:完成|实现|达到|建成)了"
)
#: 推进东部产业园建设, 恒远光电二期项目: what is being built.
_BUILDS = re.compile(
    r"(?:加快|推动|推进|启动|实施|建设|新建|开工|建成|抓好|完成|续建|改造|全面|全力|做好)*(?P<who>[^，。；、：\d\s*（(]{2,18}?(?:项目|工程|基地|产业园|科技园|物流园|小镇|码头|大桥|隧道|大道|污水处理厂|厂|医院|学校|校区|[一二三四首]期))"
    r"(?:的)?(?:\d{1,2}月(?:\d{1,2}日|[底初]|[上中下]旬)?前?|年底前|年内|上半年|[一二三四]季度前?)?(?:建设|实施|进度|开工|建成|投产|投用|落地|竣工|改造|一期|二期)*(?=[，。；：（(\s*]|$)"
)
_ALL = re.compile(
    r"(?:主导|特色|优势|重点|支柱|新兴|传统|战略性新兴|工业|农业|三大|现代|开发|全)?(?:产业|行业|园区|片区)(?:集群|链)?|"
    r"工业|农业|服务业|企业"
)


@dataclass(frozen=True, slots=True)
class Task:
    """Where a task is stated, and where what came of it begins; ``told`` is where the marker ends."""

    start: int
    mark: int
    told: int


def find_tasks(text: str, report: Report) -> list[Task]:
    """The tasks of a section's text, in order."""
    return _marked(text) or _settled(text, report)


def _settled(text: str, report: Report) -> list[Task]:
    """Items closed by a verdict, whose first sentence is a task and whose next one says what came of it."""
    found: list[Task] = []
    start = 0
    for line in text.split("\n") if _closes_items(report.text) else ():
        number = ITEM.match(line)
        first = _FIRST.match(line, number.end()) if number is not None and _CLOSED.search(line) is not None else None
        if first is not None and _DONE.search(first["task"]) is None:
            found.append(Task(start, start + first.end(), start + first.end()))
        start += len(line) + 1
    return found


@lru_cache(maxsize=4)  # asked for each section of a report
def _closes_items(text: str) -> bool:
    """Whether verdicts close the items of a report."""
    return sum(_CLOSED.search(line) is not None and ITEM.match(line) is not None for line in text.split("\n")) >= _CLOSINGS


def _marked(text: str) -> list[Task]:
    """Tasks with a marker between them and what came of them."""
    found: list[Task] = []
    following = _NEXT_ITEM
    for match in _MARK.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        start = line
        if found and found[-1].told > line:  # a second item of the paragraph, or a second marker of the item
            after = following.search(text, found[-1].told, match.start())
            if after is None:
                continue
            start = after.start() if following is _NEXT_ITEM else after.end()
        own = text[start : match.start()]
        if not own.strip(" \u3000*-·•|（(【["):
            start = _line_before(text, line)
        elif not ITEM.sub("", own).strip(" \u3000*"):
            continue  # （二）进展情况：a heading of its own
        stated_there = text[start : match.start()]
        if start < match.start() and (not (match["short"] or match["boxed"]) or _LABEL.search(stated_there)) and _is_task(stated_there):
            found.append(Task(start, match.start(), match.end()))
            following = _NEXT_CLAUSE if match["inside"] else _NEXT_ITEM
    return found


def _is_task(text: str) -> bool:
    """Whether what stands before a marker aims at something: an item, a label or one sentence, and nothing that was done."""
    if _DONE.search(text) or _MARK.search(text):
        return False
    numbered = ITEM.match(text.lstrip("*-· \u3000")) and not re.match(r"\s*[一二三四五六七八九十]+是", text)
    return bool(numbered or _LABEL.search(text) or len(re.findall("[。！？]", text.rstrip(" *。\n"))) == 0)


def _line_before(text: str, line: int) -> int:
    """Where the line before begins if it can state a task: a title, an item or what is labelled so."""
    before = text[:line].rstrip()
    start = before.rfind("\n") + 1
    while start and _WHOSE.match(before, start):
        before = text[:start].rstrip()
        start = before.rfind("\n") + 1
    stated_there = before[start:]
    if start and _LABEL.search(stated_there[:12]):  # 年度任务：… under the title of the item
        title = text.rfind("\n", 0, start - 1) + 1
        if ITEM.match(text[title:start]) and "。" not in text[title:start] and start - title <= 40:
            return title
    is_task = len(stated_there) <= 40 or ITEM.match(stated_there) or _LABEL.search(stated_there[:12])
    return start if stated_there and is_task else line


def sentences(text: str, tasks: list[Task]) -> Iterator[tuple[int, str]]:
    """Each sentence with where it begins, cut where tasks begin and before and behind their markers."""
    cuts = sorted({cut for task in tasks for cut in (task.start, task.mark, task.told)})
    for match in _SENTENCE.finditer(text):
        edges = [match.start(), *(c for c in cuts if match.start() < c < match.end()), match.end()]
        for start, end in pairwise(edges):
            yield start, text[start:end]


def stated(section: Section, report: Report, tasks: list[Task], at: int) -> Section:
    """The section as it is read at an offset: aimed at where a task is stated, done behind its marker."""
    task = next((t for t in reversed(tasks) if t.start <= at), None)
    if task is None or report.period is None:
        return section
    if at < task.told:
        return aimed(section, report)
    ahead = _when(section, report.period).last_year > report.period.last_year
    return section if section.kind is not SectionKind.PLAN or ahead else replace(section, kind=SectionKind.REVIEW, period=report.period)


def aimed(section: Section, report: Report) -> Section:
    """A section as where a task is stated: what is aimed at for the year, also where the work of half a year is told."""
    when = _when(section, report.period) if report.period is not None else section.period
    if when is not None and when.first_year == when.last_year and when.first_month == 1:
        when = Period.year(when.last_year)
    return replace(section, kind=SectionKind.PLAN, period=when)


def _when(section: Section, reviewed: Period) -> Period:
    """The time of a task: 重点任务 without a year is not of the year ahead where what came of it is told."""
    when = section.period or reviewed
    return when if when.last_year <= reviewed.last_year or any(str(when.last_year) in title for title in section.path) else reviewed


def show_task(text: str, task: Task, offset: int, drafts: list[Draft]) -> None:
    """Let the printed sentence of what stands right behind a marker begin with its task, which names it."""
    begin = task.mark if "\n" in text[task.start : task.mark] or task.told - task.start > _SHOWN else task.start
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    for draft in drafts:
        if not text[task.told : draft.sentence[0] - offset].strip():
            draft.sentence = (offset + begin, draft.sentence[1])


def given_by(task: str) -> str:
    """The trade or park that a task names, "" when it names none: 铜基新材料产业延链."""
    owner = _OWNER.match(ITEM.sub("", task).strip(" \u3000*"))
    return "" if owner is None or _ALL.fullmatch(owner["who"]) else owner["who"]


def built_by(task: str, goals: tuple[Draft, ...]) -> str:
    """The project that a task is about, "" when it is about none; investments behind the marker are of it."""
    if goals and all(d.scope == goals[0].scope for d in goals) and is_thing(goals[0].scope):
        return goals[0].scope
    built = _BUILDS.match(ITEM.sub("", task).strip(" \u3000*"))
    return built["who"] if built and not re.match("(?:重点|重大|亿元|民生|招商|省|市)[^，]{0,6}(?:项目|工程)", built["who"]) else ""


def asked(carry: Carry, name: Name, quantity: Quantity) -> Name | None:
    """What a number right behind a marker is of (完成情况：|9.7%|, 新开工|69个|): the goal of its measure, if one indicator has it."""
    if carry.made or not carry.asked or name.scope or quantity.rank:
        return None
    if name.indicator and re.fullmatch(f"(?:{ACTIONS})+", name.indicator):
        name = replace(name, indicator="", action=name.action + name.indicator)  # 1—6月签约|23个|
    if name.indicator and not any(d.indicator.endswith(name.indicator) for d in carry.asked):
        return None
    alike = [d for d in carry.asked if d.value is not None and same_measure(d, quantity)]
    if quantity.is_rate:
        rates = [d for d in carry.asked if d.kind is FigureKind.GROWTH]
        alike = rates or alike or [d for d in carry.asked if d.kind is FigureKind.VALUE]
    elif not alike and not quantity.is_count:
        alike = [d for d in carry.asked if d.kind is FigureKind.GROWTH]
    indicators = {d.indicator for d in alike}
    if len(indicators) != 1 or (not name.action and len({d.scope for d in alike}) != 1):
        return None
    (indicator,) = indicators
    summed = not quantity.is_count and re.fullmatch("(?:累计|合计|共计|总计|入库|到位|到账)+", name.action) is not None
    if summed or not name.action or indicator.endswith(name.action):
        return replace(name, indicator=indicator, scope=alike[0].scope, action="")
    return replace(name, indicator=indicator)


def asked_growth(carry: Carry) -> bool:
    """Whether the task behind whose marker a bare rate stands is one of growth (增长11%。完成情况：|9.7%|)."""
    return any(d.kind is FigureKind.GROWTH for d in carry.asked)

"""Who answers for a project, why it came late and how far it has come: from what a report tells of it, over several sentences and in its row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.extractive.drafting import Drafting
from assistant.extractive.responsible import RESPONSIBLE
from assistant.extractive.scoping import scope_reports
from assistant.extractive.spending import meant_by, words_of
from assistant.facts import Facts
from assistant.records import Query
from index.figures.accounts import told_of_projects

__all__ = ["answer_of_project"]

_WHO = re.compile(f"(?:{RESPONSIBLE.pattern}|盯|督办|跟进|跟踪)")
_WHOM = re.compile("谁|哪|什么|啥|(?:单位|部门)(?:是|呢|[?？。]*$)")
_LATE = "推迟|推后|延[期后误迟]|顺延|拖|晚|滞后|迟迟|慢|没能|未能|没有?按[时期]|没赶上|耽误|耽搁|搁置"
_WHY = re.compile(
    f"(?:为什么|为啥|为何|怎么|咋|缘何|因为什么|什么原因|啥原因)[^，。？]*?(?:{_LATE})|(?:{_LATE})[^，。？]*?(?:原因"
    f"|为什么|为啥|怎么回事|咋回事|缘故|因为什么)"
)
_STAGE = re.compile(
    "(?:到|在)(?:了)?(?:哪一?步|什么(?:程度|阶段|地步)|哪个阶段)|(?:什么|啥|有何)进展|进展(?:[?？。]|$)|进展(?:如何"
    "|怎么?样|怎样|到哪|情况)|(?:建设|形象|工程)进度(?:如何|怎么?样|怎样|到哪)"
)
_ASKS = re.compile(
    f"{_WHO.pattern}|{_STAGE.pattern}|为什么|为啥|为何|怎么回事|怎么|咋|缘何|什么|啥|原因|缘故|{_LATE}|归|由|管|抓|谁"
    f"|哪|单位|部门|领导|个|局|办|写的?|建设|现在|眼下|进展|投产|通车|竣工|开工|动工|试产|完工|通水|时间"
)
_NAMED_BY = re.compile(
    "(?:责任|牵头|主责|承办|包联|督办)(?:单位|部门|领导|人)?(?:为|是|：|:|\\s)*(?P<unit>[^，。；）)\\s]{2,30})"
    "|由(?P<by>[^，。；\\d]{2,24}?)(?:具体|全程|继续)?(?:牵头|负责|督办|包抓|包联|包保|跟踪|跟进|盯|主抓|挂帅|推进|承办|管)"
)
_BECAUSE = re.compile(
    "因(?!此|而|素|子)|由于|受(?!理|益|让|托)[^，。]*?(?:影响|制约|拖累)|原因|所致|卡在|没有?(?:架通|接通|到位|批|着落)"
    "|未(?:获|接通|到位|完成)|[，,]系"
)
_PUT_OFF = re.compile(_LATE + "|推[到至]|改[到至为]|延[到至]|调整[到至为]|停工|暂缓")
_REACHED = re.compile(
    "投产|试产|封顶|竣工|安装|施工|开工|动工|通车|调试|完工|建成|投用|投运|启用|交付|签约|贯通|进场|桩基|投入使用|通水"
    "|前期|获批|达产|暂缓"
)
_OWNED = "所属"  # beside the heads: what a row says of whose it is, in front of its numbers
_OFFICE_HEAD, _STAGE_HEAD = re.compile("责任|牵头|主责|负责|承办"), re.compile("进展|进度|状态|形象|节点|备注|完成情况")


def answer_of_project(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where none of these is asked of one project, or no report tells it."""
    who = _WHO.search(query.text) and _WHOM.search(query.text)
    kind = "why" if _WHY.search(query.text) else "stage" if _STAGE.search(query.text) else "who" if who else ""
    if not kind or re.search("哪[些几两三四五六七]|多少|几[个项亿]|各|分别", query.text):
        return False
    facts = drafting.facts
    ids = scope_reports(facts, query)
    own = [r for r in ids if r in facts.reports_of(query.zones, query.periods)] if query.periods else list(ids)
    words = words_of(facts, query, _ASKS.pattern)
    told = {r: list(_told(facts, r)) for r in own}
    meant = meant_by(words, {name: row.get(_OWNED, "") + name for every in told.values() for name, _, _, row in every})
    for report_id in sorted(own, key=facts.told_until, reverse=True):
        for name, start, end, row in told[report_id] if meant else ():
            if name in meant and _say(drafting, report_id, kind, (start, end), row):
                drafting.note("项目", f"{name} {kind}")
                return True
    return False


def _told(facts: Facts, report_id: str) -> Iterator[tuple[str, int, int, dict[str, str]]]:
    """Each project that a report tells of, where, and the cells of its row by their heads: rows first, for they are of the end of the year."""
    report = facts.report(report_id)
    for table in report.tables:
        heads = [c.text for c in table.grid[table.heads - 1]] if table.heads else []
        for row in table.grid[table.heads :] if heads else ():
            cells = [c.text.strip() for c in row]
            name = next((c for c in cells if len(c) > 3 and not re.fullmatch(r"[\d.,%\s]+", c)), "")
            if name and len(heads) == len(cells):
                first = next((i for i, c in enumerate(cells) if i and re.match(r"\d", c)), 0)
                owner = "".join(c for c in cells[:first] if c != name and not c.isdigit())
                yield name, row[0].start, row[-1].end, {**dict(zip(heads, cells, strict=True)), _OWNED: owner}
    for name, start, end in told_of_projects(report):
        yield name, start, end, {}


def _say(drafting: Drafting, report_id: str, kind: str, span: tuple[int, int], row: dict[str, str]) -> bool:
    text = drafting.facts.report(report_id).text
    head = _OFFICE_HEAD if kind == "who" else _STAGE_HEAD
    cell = next((c for h, c in row.items() if head.search(h) and c and (kind == "stage" or not re.search(r"\d", c))), "") if kind != "why" else ""
    if row:
        if cell:
            drafting.say(f"{cell}。", (drafting.cite_span(report_id, *span),))
        return bool(cell)
    sentences = [(span[0] + m.start(), span[0] + m.end()) for m in re.finditer("[^。；]+[。；]?", text[slice(*span)])]
    for a, b in sentences:
        said = text[a:b]
        by = _NAMED_BY.search(said)
        if kind == "who" and by is not None:
            quoted = "" if by.start() < 2 else f"：{said.strip().rstrip('。；')}"
            drafting.say(f"{by['unit'] or by['by']}{quoted}。", (drafting.cite_span(report_id, a, b),))
            return True
        if (kind == "why" and _BECAUSE.search(said) and _PUT_OFF.search(said)) or (kind == "stage" and _REACHED.search(said)):
            drafting.say(f"{said.strip(' —').rstrip('。；')}。", (drafting.cite_span(report_id, a, b),))
            return True
    return False

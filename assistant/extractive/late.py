"""All that came late in a year, 哪些项目没按期投产: the rows of a table of what was put off, or each sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.cells import name_cell
from assistant.extractive.drafting import Drafting
from assistant.extractive.sentences import units
from assistant.facts import Facts
from assistant.records import Draft
from index.records import Period, Report, SectionKind

__all__ = ["late_asked", "say_late"]

_LATE = (
    "推迟|推后|延[期后误迟]|顺延|拖[延后期]|误[期了]|滞后|逾期|脱期|跳票|耽[搁误]|晚点|晚了|往后[挪拖推延错]|赶上趟|拖了"
    "|(?:没有?|未)能?(?:按|如|照|准)(?:期|时|着?原?定?(?:的)?计划|进度|节点)"
)
_THING = "(?:项目|工程|基地|[路桥厂]|建设|投产|通车|通水|开工|竣工|交付)"
_ASKED = re.compile(
    f"(?:哪些|哪[几两三四五六七八九]|都(?:是|有)谁|有哪|都有啥|名单|清单|列)[^。？?]*(?:{_LATE})|(?:{_LATE})[^。？?]*(?:哪些|哪[几两三四五六七八九]|都(?:是|有)谁|都有啥|是谁|名单|清单|列)"
)
_ELSE = re.compile(
    "为什么|为何|原因|多久|几个月|多长|改到|延到|推迟到|延至|什么时候|何时|新的?时间|指标|责任|哪个部门|谁负责|问题|多少|占|不[算含要]|先不|除外|排除|开工率|农民工|整改|事项|任务"
)
_TOLD = re.compile(
    "推迟|推后|延[期后误迟]|顺延|拖延|误期|逾期|晚于(?:原)?(?:计划|定)|(?:没有?|未)能?(?:按期|如期|按时|按计划)|延至|改[为到至](?:20\\d\\d年|次年|明年)|工期滞后|进度滞后"
)
_ABOUT = re.compile(f"{_THING}|试产|投用|投运|完工|建成|封顶|开业|启用|运营|二期|一期|三期|生产线|产业园")
_NO_WORKS = re.compile("签约|增资|回款|结算|贷款|工资|上市|订单|缴纳|退税|披露|发货|交货|比[^，。]{0,8}提前")
_EVENTS = "开工|动工|投产|试产|竣工|完工|建成|投用|投运|通车|通水|交付|开业|启用"
_SHEET = re.compile("推迟|延期|滞后|调整后?(?:时间|工期)?|原(?:定|计划)|现(?:计划|定)|实际或")


def late_asked(bare: str) -> tuple[str, ...] | None:
    """The events meant (投产, 通水), none where any is; None where a question without its zones and years asks for anything else."""
    if not _ASKED.search(bare) or _ELSE.search(bare) or not re.search("项目|工程|投产|通车|通水|开工|竣工|交付|基地", bare):
        return None
    return tuple(dict.fromkeys(re.findall(_EVENTS, bare)))


def say_late(facts: Facts, events: Sequence[str], cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """What the reports of each zone and period say to have come late; None where they say so of nothing."""
    drafting = Drafting(facts)
    for zone, period in cells:
        for report_id in reversed(facts.reports_of([zone], [period])):
            report = facts.report(report_id)
            told = list(_rows(report)) or list(_sentences(facts, report, events))
            if not told:
                continue
            drafting.say(f"{facts.short(zone)}{period.label}推迟、没有按期的有：")
            for span in told:
                drafting.say(f"{report.text[slice(*span)].strip()}", (drafting.cite_span(report_id, *span),))
            break
    return drafting.draft() if drafting.statements else None


def _rows(report: Report) -> Iterator[tuple[int, int]]:
    """The rows of a table that sets what was planned beside what it was put off to."""
    for table in (t for t in report.tables if t.heads):
        heads = [c.text for c in table.grid[table.heads - 1]]
        if sum(_SHEET.search(h) is not None for h in heads) < 2 and not re.search("推迟|延期|未按期|滞后", table.caption):
            continue
        for row in table.grid[table.heads :]:
            if name_cell(row) is not None:
                a, b = report.text.rfind("\n", 0, row[0].start) + 1, report.text.find("\n", row[-1].end)
                yield a, b if b >= 0 else len(report.text)


def _sentences(facts: Facts, report: Report, events: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each sentence of what was done, or row, that says so of works."""
    done: set[tuple[int, int]] = set()
    for unit in units(facts, report.id):
        late = _TOLD.search(unit.text)
        if unit.kind is SectionKind.PLAN or late is None or unit.whole in done:
            continue
        around = "".join(unit.path[-1:]) + report.text[slice(*unit.whole)]
        clause = next((c for c in re.split("[；;。]", unit.text) if _TOLD.search(c)), unit.text)
        if not _ABOUT.search(around) or _NO_WORKS.search(clause) or (events and not any(e in around for e in events)):
            continue
        done.add(unit.whole)
        yield unit.whole

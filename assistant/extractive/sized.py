"""The projects of a report by their total investment: those above a bound, the greatest; from the ledger, all that it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.projects import is_name
from assistant.extractive.sentences import Unit, units
from assistant.extractive.wording import amount
from assistant.facts import Facts
from assistant.records import Draft
from assistant.sized import STATES, SizedProjects, bound_of
from index.numbers import count_of
from index.numerals import convert
from index.records import Figure, FigureKind, Period, SectionKind

__all__ = ["say_projects"]

MOST = 20  # that are listed
_BEFORE = 80  # characters before a sentence that counts projects, in which is said what they went through
_INVESTED = re.compile("(?:计划|协议|合同|预计)?总投资额?|(?:计划|协议|合同)投资额?|投资额?")


def say_projects(facts: Facts, wanted: SizedProjects, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """The projects asked for, of each zone and period; None where a report tells of none of them by name."""
    drafting, found = Drafting(facts), False
    for zone, period in cells:
        where = f"{facts.short(zone)}{period.label}"
        every = sorted(_projects(facts, zone, period), key=lambda p: p[0], reverse=True)
        told = [f for v, f in every if wanted.holds(v) and _is_so(facts, f, wanted.state)]
        drafting.note("项目", f"{where} {len(every)}个：{'、'.join(f.scope for f in told)}")
        counted = _counted(facts, zone, period, wanted) if not wanted.many else None
        if counted is not None and counted[0] != len(told):  # 签了3个，分别是…: others that were signed are told of otherwise
            _, report_id, unit = counted
            drafting.say(unit.text.rstrip("，,；;。") + "。", (drafting.cite_span(report_id, *unit.whole, [(unit.start, unit.end)]),))
            found = True
            continue
        chosen = told[: wanted.many or MOST]
        if told and wanted.many == 1:
            first = told[0]
            drafting.say(f"{first.scope}最大：{where}的报告里印有总投资的项目中，它的{first.indicator}{amount(first)}。", drafting.cite(first))
        elif told:
            which = f"最大的{len(chosen)}个" if wanted.many else f"符合的有{len(told)}个" if len(told) > 1 else "符合的只有"
            listed = "；".join(f"{f.scope}{f.indicator}{amount(f)}" for f in chosen)
            drafting.say(f"{where}的报告里印有总投资的项目中，{which}：{listed}。", drafting.cite(*chosen))
            values = computing.common_unit(chosen) if wanted.added else None
            if values is not None:
                total = computing.total(*values)
                drafting.say(f"合计{total.text}（{total.formula}）。", drafting.cite(*chosen), total.formula)
        elif every and not wanted.state:  # what was begun or signed may be told in another sentence
            top = every[0][1]
            drafting.say(f"{REFUSAL}{where}这样的项目。印有总投资的项目中，最大的是{top.scope}（{amount(top)}）。", drafting.cite(top))
        elif period not in facts.periods_of(zone):
            drafting.say(f"{REFUSAL}{where}的项目。有报告的是{'、'.join(p.label for p in facts.periods_of(zone))}。")
        found = found or bool(told)
    return drafting.draft(refused=not found) if drafting.statements else None


def _projects(facts: Facts, zone: str, period: Period) -> list[tuple[Decimal, Figure]]:
    """Each project by its name, with its total investment in 亿元, as the reports of a period tell it first."""
    told: dict[str, tuple[Decimal, Figure]] = {}
    reports = {*facts.reports_of([zone], [period])}
    pool = facts.figures([zone], [])
    several = {  # 核心部件项目7个，总投资43亿元: no project by its name
        (f.report_id, f.sentence_start, f.scope + f.indicator) for f in pool if f.unit in ("个", "项") and (f.value or 0) > 1
    }
    for f in pool:
        if (f.report_id, f.sentence_start, f.scope) in several:
            continue
        if f.report_id not in reports or f.kind is not FigureKind.VALUE or f.value is None or not _INVESTED.fullmatch(f.indicator):
            continue
        value = convert(f.value, f.unit, "亿元")
        if value is not None and is_name(f.scope) and not any(f.scope in n or n in f.scope for n in told):
            told[f.scope] = value, f
    return list(told.values())


#: 其中10亿元以上项目三个，分别是甲、乙和丙.
_COUNTED = re.compile(
    r"(?P<bound>(?:\d+(?:\.\d+)?)?[十百千]?)亿元?(?:[（(]含[）)])?(?:及?以上|级)的?(?:[大好新]|重点|重大|产业|工业)*(?:项目)?[^，,。；\d]{0,4}?(?P<many>\d+|[两一二三四五六七八九十]+)[个项]?"
    r"[，,：:（(]*(?:它们|[前后二两]者|[这其]?[两三四五六]个)?(?:分别|依次|即|包括|有|为|是)+[^。；]+[、和]"
)


def _counted(facts: Facts, zone: str, period: Period, wanted: SizedProjects) -> tuple[int, str, Unit] | None:
    """How many projects of just that size a sentence says were signed (begun …) before it names them; None where none does."""
    for report_id in facts.reports_of([zone], [period]):
        for unit in units(facts, report_id):
            said = _COUNTED.search(unit.text) if unit.kind is not SectionKind.PLAN else None
            if said is None or wanted.below is not None or not wanted.reached or bound_of(said["bound"]) != wanted.above:
                continue
            before = facts.report(report_id).text[max(0, unit.start - _BEFORE) : unit.end]
            if re.search(wanted.state, before.rsplit("\n", 1)[-1]):
                return count_of(said["many"]), report_id, unit
    return None


#: 落户双碾饮品园: where it is, and no state.
_WHERE = re.compile("(?:落户|落地)(?:于|在|到)?[^，。；]{0,10}(?:园|区|镇|街道|基地|新城)")


def _is_so(facts: Facts, figure: Figure, state: str) -> bool:
    """Whether the report tells of a project's state where it tells of it, or, where it tells of none, in what leads up to it."""
    text = facts.report(figure.report_id).text
    own = _WHERE.sub("", text[figure.sentence_start : figure.sentence_end])
    named = (_WHERE.sub("", m[0]) for m in re.finditer(rf"{re.escape(figure.scope)}[^。；\n]{{0,40}}", text))
    if not state or re.search(state, own) or any(re.search(state, said) for said in named):
        return True
    if any(re.search(s, own) for s in STATES):
        return False
    leads_up = re.split("(?<=。)", text[text.rfind("\n", 0, figure.sentence_start) + 1 : figure.sentence_start])
    said_last = next((s for s in reversed(leads_up) if any(re.search(state, s) for state in STATES)), "")
    return re.search(state, said_last) is not None

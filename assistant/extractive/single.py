"""One figure at a time: value, growth, share, rank, goal, and whether a goal was met."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant import computing
from assistant.exclusive import STAGES, exclusive
from assistant.extractive.candidates import accepts
from assistant.extractive.claimed import confirmed, in_unit, risen_after_all
from assistant.extractive.drafting import NOT_NAMED, REFUSAL, Drafting
from assistant.extractive.likeliest import presumption
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.percent import asks_per_cent, say_in_per_cent
from assistant.extractive.refusing import refuse_outcome, so_far
from assistant.extractive.restated import declared_anew
from assistant.extractive.wording import amount, changed, describe, growth, name_of, said
from assistant.facts import Facts
from assistant.linking import ADDED, dimension
from assistant.records import Aspect, Choice, Query
from assistant.terms import find_terms
from index.glossary import normalise
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Located", "assumption", "choices", "answer_found", "answer_presumed", "locate", "part_said"]


@dataclass(frozen=True, slots=True)
class Located:
    """What one phrase led to: one outcome for each zone and period asked, or several rivals where none was named."""

    outcomes: tuple[Outcome, ...]
    rivals: tuple[Outcome, ...] = ()  # other zones or periods that fit as well
    assumed: str = ""  # what was taken for granted, to be said


def of_elsewhere(located: Located) -> str:
    """开发区, 年份: what of the rivals is another than in the one that was taken; "" where they are other readings of its name."""
    taken = [o.figure for o in located.outcomes if o.figure]
    others = [o.figure for o in located.rivals if o.figure]
    if not taken:
        return ""
    zones = {f.zone for f in others} - {f.zone for f in taken}
    periods = {f.period for f in others} - {f.period for f in taken}
    return "和".join(word for word, apart in (("开发区", zones), ("年份", periods)) if apart)


def locate(facts: Facts, query: Query, phrase: str, **changes: object) -> Located:
    """Resolve a phrase for every zone and period named; where none is named, for those that have it."""
    zones: Sequence[str | None] = query.zones or ((facts.zones.zones[0],) if len(facts.zones.zones) == 1 else (None,))
    if query.periods and zones != (None,):
        found = tuple(
            _so_far_spent(facts, resolve(facts, slot_of(query, phrase, zone=z, period=p, **changes))) for z in zones for p in query.periods
        )
        return _with_readings(Located(found))
    outcomes: list[Outcome] = []
    rivals: list[Outcome] = []
    assumed = ""
    for zone in zones:
        for period in query.periods or (None,):
            base = slot_of(query, phrase, zone=zone, period=period, **changes)
            first = _of_the_newest_value(facts, _so_far_spent(facts, resolve(facts, base)))
            if first.figure is None:
                outcomes.append(first)
                continue
            instead = first.slot.aspect is not base.aspect
            options = _options(facts, first.slot if instead else base, first)[: 1 if instead else None]
            chosen, rest = options[0], options[1:]
            outcomes.append(chosen)
            rivals += rest
            common = zone is None and any(t.start == 0 and t.end == len(phrase) for t in find_terms(phrase))
            elsewhere = zone is None and any(
                c.figure.zone != chosen.figure.zone and accepts(c, base) for c in first.candidates if chosen.figure
            )
            if rest or common or elsewhere or (period is None and _newest_of_several(facts, chosen)):  # any zone may be asked for its 税收收入
                assumed = assumption(facts, chosen.figure, zone is None, period is None)
    return _with_readings(Located(tuple(outcomes), tuple(rivals), assumed))


def _so_far_spent(facts: Facts, outcome: Outcome) -> Outcome:
    """X项目累计完成投资, where a report tells of it once (已完成投资3.1亿元): that."""
    slot = outcome.slot
    if outcome.figure is not None or not slot.phrase.endswith("累计完成投资") or len(slot.phrase) < len("甲乙累计完成投资"):
        return outcome
    once = so_far(facts, resolve(facts, replace(slot, phrase=slot.phrase.removesuffix("累计完成投资") + "完成投资")))
    return once if once.figure is not None and once.figure.scope and once.figure.value is not None else outcome


def _of_the_newest_value(facts: Facts, grown: Outcome) -> Outcome:
    """规上企业有没有减少: of the newest number that there is, though its growth isn't printed, rather than of an aim or of a year before."""
    slot, figure = grown.slot, grown.figure
    if slot.aspect is not Aspect.GROWTH or slot.period is not None or slot.status is not None or figure is None or figure.period is None:
        return grown
    told = resolve(facts, replace(slot, aspect=Aspect.VALUE, status=Status.DONE))
    newest = told.figure
    if newest is None or newest.period is None or newest.value is None:
        return grown
    if newest.name != figure.name:  # 规上企业比上年多多少: not how its profits grew
        return told if newest.name == normalise(slot.phrase) and newest.name in figure.name else grown
    return told if figure.status is Status.TARGET or newest.period.end > figure.period.end else grown


def _with_readings(located: Located) -> Located:
    """Other figures that the phrase names just as well: 外资 is 实际利用外资 and 合同外资; the same name printed with two values."""
    outcome = located.outcomes[0]
    figure = outcome.figure
    if len(located.outcomes) != 1 or located.rivals or figure is None:
        return located
    broad = any(len(t.meanings) > 1 for t in find_terms(outcome.slot.phrase))
    others: dict[tuple[str, object], Figure] = {}
    for candidate in outcome.candidates:
        f = candidate.figure
        same_name = f.name == figure.name
        if (
            f.id == figure.id
            or not accepts(candidate, outcome.slot)
            or not _same_part(f, figure)
            or bool(ADDED.search(f.scope)) != bool(ADDED.search(figure.scope))  # 新增27家 are not another count of all
            or _of_another_stage(f, figure)
            or _is_line_passed(f, figure)
            or f.period != figure.period
            or f.kind is not figure.kind
            or f.value in (None, figure.value)
            or dimension(f.unit) != dimension(figure.unit)  # 出口83.5亿元 are not 出口企业7家
            or not (broad or same_name)
            or f.part_of == figure.id
            or figure.part_of == f.id
        ):
            continue
        if same_name and (f.report_id != figure.report_id or f.unit != figure.unit):
            continue  # restated by a later report
        if candidate.features["same"] < (0.9 if broad else 1.0) or candidate.features["asked"] < 0.95:
            continue
        others.setdefault((f.name, f.value), f)
    if not others or len(others) > 3 or outcome.slot.aspect is not Aspect.VALUE:
        return located
    note = f"“{outcome.slot.phrase}”在报告里有{len(others) + 1}种口径，分别列出"
    return Located(located.outcomes, tuple(replace(outcome, figure=f) for f in others.values()), note)


def _is_line_passed(line: Figure, printed: Figure) -> bool:
    """迈上440亿元台阶, of 449.3亿元: no other reading of it."""
    return line.name == printed.name and "突破" in line.qualifier and "突破" not in printed.qualifier and (line.value or 0) <= (printed.value or 0)


def _of_another_stage(one: Figure, other: Figure) -> bool:
    """开工的签约项目 beside 签约项目: both say how far things have come, and not the same."""
    mine, its = (exclusive(f.scope + f.indicator)[STAGES] for f in (one, other))
    return bool(mine and its) and mine != its


# Scopes that say what was done rather than of whom.
_DONE = re.compile("(?:新|共|合计)?(?:引进|引入|增|增加|认定|签约|签订|出让|供应|完成|实现|实施|建成|开工|获批|吸引|利用|到位|安排|组织)")


def _same_part(one: Figure, other: Figure) -> bool:
    """Of the same place or part."""
    return part_said(one) == part_said(other)


def part_said(figure: Figure) -> str:
    """The place or part that a figure is of; "" where its scope says only what was done (引进的合同外资)."""
    return _DONE.sub("", figure.scope)


def _options(facts: Facts, base: Slot, first: Outcome) -> list[Outcome]:
    """The same phrase in every zone and period that has it, the newest first; one an own period and zone."""
    if not first.candidates:  # found by other means than its name
        return [first]
    best = first.candidates[0].score
    places: dict[tuple[str, Period | None], None] = {}
    for candidate in first.candidates:
        if candidate.score >= best - 1.0 and accepts(candidate, base):
            places[(candidate.figure.zone, candidate.figure.period)] = None
    outcomes = [
        resolve(facts, replace(base, zone=zone, period=period))
        for zone, period in list(places)[:12]
        if period is not None
    ]
    found = [o for o in outcomes if o.figure is not None]
    own = [o for o in found if o.figure and _reported(o.figure, facts.periods_of(o.figure.zone))] or found
    told = {(o.figure.zone, o.figure.period) for o in own if o.figure}
    own = [o for o in own if not _part_of_one_told(o.figure, told)]  # 上半年 of a year that is told whole
    ordered = sorted(own, key=lambda o: o.figure.period.key if o.figure and o.figure.period else "", reverse=True)
    return ordered or [first]


def _part_of_one_told(figure: Figure | None, told: Collection[tuple[str, Period | None]]) -> bool:
    period = figure.period if figure is not None else None
    return figure is not None and period is not None and not period.is_year and (figure.zone, Period.year(period.last_year)) in told


def _newest_of_several(facts: Facts, chosen: Outcome) -> bool:
    """Whether a figure is of the newest of several reports of a zone: which year was meant is not said, whatever the others tell."""
    figure = chosen.figure
    periods = facts.periods_of(figure.zone) if figure is not None and figure.zone else []
    return figure is not None and len(periods) > 1 and _reported(figure, periods[-1:])


def _reported(figure: Figure, periods: Sequence[Period]) -> bool:
    """Whether a figure is of one of the periods that reports are of, or of the months of it that a report given early tells of (1—11月)."""
    told = figure.period
    return told is not None and any(
        told == p or (p.is_year and told.first_month == 1 and told.first_year == told.last_year == p.first_year) for p in periods
    )


def assumption(facts: Facts, figure: Figure | None, zone_open: bool, period_open: bool) -> str:
    """What is said where a question leaves its zone or year open; "" where neither is taken for granted."""
    if figure is None:
        return ""
    taken = []
    zone_open = zone_open and bool(figure.zone)  # a report of no zone leaves none open
    if zone_open:
        taken.append(facts.short(figure.zone))
    if period_open and figure.period:
        taken.append(f"最新的{figure.period.label}")
    if not taken:
        return ""
    missing = "和".join(w for w, is_open in (("开发区", zone_open), ("年份", period_open)) if is_open)
    return f"{NOT_NAMED}{missing}，默认按{''.join(taken)}回答"


def answer_found(drafting: Drafting, query: Query, outcome: Outcome, *, several: bool = False) -> bool:
    """Say one outcome; False when it was a refusal."""
    drafting.trace.append(outcome.trace)
    figure = outcome.figure
    if figure is None:
        refuse_outcome(drafting, outcome)
        return False
    cited = drafting.cite(figure)
    what = describe(figure)
    if query.aspect is Aspect.GROWTH:
        told = _say_growth(drafting, figure, cited, what, confirmed(query.claimed, figure) or risen_after_all(query.text, figure))
        if told and asks_per_cent(query.text):
            say_in_per_cent(drafting, figure, cited)
        return told
    text, formula = in_unit(query.text, figure)
    also = () if query.unit or formula else _counted_twice(drafting.facts, figure)
    cited = (*cited, *drafting.cite(*also))
    text = f"{confirmed(query.claimed, figure)}{text}{'、'.join(map(said, (figure, *also)))}"
    drafting.say(f"{what}：{text}。" if several else f"{text}（{what}）。", cited, formula)
    anew = declared_anew(drafting.facts, figure) if query.aspect is Aspect.VALUE else None
    if anew is not None:
        drafting.say(f"{amount(anew)}（{describe(anew)}，后来调整过的数）。", drafting.cite(anew))
    if _ASKS_FIRST.search(query.text):
        _say_whether_first(drafting, figure, cited)
    return True


_ASKS_FIRST = re.compile("(?:是不是|是否|算不算|是)(?:头一[回次]|首次|首度|第一[回次])|(?:头一[回次]|首次|首度|第一[回次])[^，。]{0,8}[吗么]")
_FIRST_TIME = re.compile("(?:首次|首度|第一次|头一次|历史性地?)(?:突破|跨|迈|超|达|过|实现|站|闯|破|冲)[^，。；、]{0,12}")


def _say_whether_first(drafting: Drafting, figure: Figure, cited: tuple[int, ...]) -> None:
    """是不是首次过百亿: what the figure's clause says of it, up to the next figure of another thing; else that it says nothing."""
    text = drafting.facts.report(figure.report_id).text
    stop = next((i for i in range(figure.start, figure.sentence_end) if text[i] in "；。"), figure.sentence_end)
    found = _FIRST_TIME.search(text, max(figure.sentence_start, figure.start - _BEFORE), stop)
    drafting.say(f"是，原文说“{found[0]}”。" if found else "报告没有写这是不是首次。", cited)


_BEFORE = 16  # characters before a figure that say it was the first (首次突破百亿元，达112.6亿元)
_BEHIND = re.compile("[、，,和]?(?:共|合计|总计|面积|总面积|总长|里程|长)*(?:约|近|达)?")


def _counted_twice(facts: Facts, figure: Figure) -> tuple[Figure, ...]:
    """供应土地7宗312亩: the other number in which the same thing is told, right behind."""
    text = facts.report(figure.report_id).text
    same = (figure.report_id, figure.indicator, figure.scope, figure.status, figure.kind)
    behind = [
        f
        for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
        if (f.report_id, f.indicator, f.scope, f.status, f.kind) == same and f.kind is FigureKind.VALUE
        and f.value is not None and dimension(f.unit) != dimension(figure.unit) and not f.in_table
        and _BEHIND.fullmatch(text[figure.end : f.end].removesuffix(f.value_text))
    ]
    return tuple(behind[:1])


def answer_presumed(drafting: Drafting, query: Query, outcome: Outcome, figure: Figure) -> bool:
    """Say the figure that words no report uses most likely mean, and that they were taken so."""
    answer_found(drafting, query, replace(outcome, figure=figure))
    drafting.say(presumption("".join((*query.scopes, *query.indicators)), figure), drafting.cite(figure))
    drafting.presumed = True
    return True


def _say_growth(drafting: Drafting, figure: Figure, cited: tuple[int, ...], what: str, lead: str) -> bool:
    if figure.growth_text:
        value = amount(figure)
        drafting.say(f"{lead}{growth(figure)}（{what}{'，' + value if value else ''}）。", cited)
        return True
    if figure.kind in (FigureKind.RANK_CHANGE, FigureKind.GAP):
        drafting.say(f"{amount(figure)}（{what}）。", cited)
        return True
    before = resolve(
        drafting.facts,
        Slot(
            figure.indicator,
            figure.zone,
            figure.period.shifted(-1) if figure.period else None,
            scopes=(figure.scope,) if figure.scope else (),
        ),
    )
    if before.figure and before.figure.value and figure.value is not None:
        values = computing.common_unit([figure, before.figure])
        if values:
            result = computing.growth_between(*values[0])
            drafting.say(
                f"报告没有印出增速；按两年的数计算，{changed(result)}（{what}，{amount(figure)}；"
                f"上年{amount(before.figure)}）。",
                (*cited, *drafting.cite(before.figure)),
                result.formula,
            )
            return True
    drafting.say(f"{REFUSAL}{what}的增速，只有{amount(figure)}。", cited)
    return False


def choices(located: Located, facts: Facts) -> tuple[Choice, ...]:
    """The rivals as questions that each have one answer."""
    out = []
    for outcome in (*located.outcomes, *located.rivals):
        figure = outcome.figure
        if figure and figure.period:
            label = f"{facts.short(figure.zone)} · {figure.period.label}"
            out.append(Choice(label, f"{facts.short(figure.zone)}{figure.period.label}{name_of(figure)}是多少"))
    return tuple(dict.fromkeys(out))[:8]

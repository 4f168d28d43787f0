"""One figure at a time: value, growth, share, rank, goal, and whether a goal was met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.exclusive import STAGES, exclusive
from assistant.extractive.behind import planned_for, spent_of
from assistant.extractive.candidates import accepts
from assistant.extractive.claimed import confirmed, in_unit
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.likeliest import presumption
from assistant.extractive.missed import told_met
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.percent import asks_per_cent, say_in_per_cent
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.wording import amount, changed, describe, growth, name_of, said
from assistant.facts import Facts
from assistant.linking import ADDED, dimension
from assistant.records import Aspect, Choice, Query
from assistant.terms import find_terms
from index.glossary import broad_meanings
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Located", "assumption", "choices", "answer_found", "answer_met", "locate"]


@dataclass(frozen=True, slots=True)
class Located:
    """What one phrase led to: one outcome for each zone and period asked, or several rivals where none was named."""

    outcomes: tuple[Outcome, ...]
    rivals: tuple[Outcome, ...] = ()  # other zones or periods that fit as well
    assumed: str = ""  # what was taken for granted, to be said


def locate(facts: Facts, query: Query, phrase: str, **changes: object) -> Located:
    """Resolve a phrase for every zone and period named; where none is named, for those that have it."""
    zones: Sequence[str | None] = query.zones or ((facts.zones.zones[0],) if len(facts.zones.zones) == 1 else (None,))
    if query.periods and zones != (None,):
        found = tuple(
            resolve(facts, slot_of(query, phrase, zone=z, period=p, **changes)) for z in zones for p in query.periods
        )
        return _with_readings(Located(found))
    outcomes: list[Outcome] = []
    rivals: list[Outcome] = []
    assumed = ""
    for zone in zones:
        for period in query.periods or (None,):
            base = slot_of(query, phrase, zone=zone, period=period, **changes)
            first = resolve(facts, base)
            if first.figure is None:
                outcomes.append(first)
                continue
            options = _options(facts, base, first)
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
    ordered = sorted(own, key=lambda o: o.figure.period.key if o.figure and o.figure.period else "", reverse=True)
    return ordered or [first]


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
    return f"问题没有指明{missing}，默认按{''.join(taken)}回答"


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
        told = _say_growth(drafting, figure, cited, what, query.claimed)
        if told and asks_per_cent(query.text):
            say_in_per_cent(drafting, figure, cited)
        return told
    text, formula = in_unit(query.text, figure)
    also = () if query.unit or formula else _counted_twice(drafting.facts, figure)
    cited = (*cited, *drafting.cite(*also))
    text = f"{confirmed(query.claimed, figure)}{text}{'、'.join(map(said, (figure, *also)))}"
    drafting.say(f"{what}：{text}。" if several else f"{text}（{what}）。", cited, formula)
    return True


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


def _say_growth(drafting: Drafting, figure: Figure, cited: tuple[int, ...], what: str, claimed: str = "") -> bool:
    if figure.growth_text:
        value = amount(figure)
        drafting.say(f"{confirmed(claimed, figure)}{growth(figure)}（{what}{'，' + value if value else ''}）。", cited)
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


def answer_met(drafting: Drafting, query: Query, phrase: str) -> bool:
    """Was the goal met: what was achieved beside what was aimed at, with the verdict."""
    facts = drafting.facts
    located = locate(facts, query, phrase, status=Status.DONE, aspect=Aspect.VALUE)
    if located.assumed:
        drafting.say(f"{located.assumed}。")
    said_any = False
    for outcome in (*located.outcomes, *(located.rivals if located.assumed else ())):
        done = outcome.figure
        if done is None:
            drafting.trace.append(outcome.trace)
            refuse_outcome(drafting, outcome)
            continue
        said_any |= _compare_goal(drafting, _with_goal(drafting.facts, outcome) or done)
    return said_any


def _with_goal(facts: Facts, outcome: Outcome) -> Figure | None:
    """Of the figures a broad word may mean (外资), the first that a goal was set for."""
    meant = broad_meanings(outcome.slot.phrase)
    likeliest = sorted(outcome.candidates, key=lambda c: meant.index(c.figure.name) if c.figure.name in meant else len(meant))
    for candidate in likeliest:
        if not accepts(candidate, outcome.slot):
            continue
        figure = candidate.figure
        goal = resolve(
            facts,
            Slot(
                figure.indicator,
                figure.zone,
                figure.period,
                Status.TARGET,
                scopes=(figure.scope,) if figure.scope else (),
            ),
        )
        if goal.figure is not None:
            return figure
    return None


def contradicts_goal(drafting: Drafting, query: Query, phrase: str) -> bool:
    """“为什么没达到目标” when it was met, or the other way round: said with both numbers."""
    done = resolve(drafting.facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE)).figure
    if done is None:
        return False
    compared = drafting.fork()
    if not _compare_goal(compared, done):
        return False
    met = compared.statements[len(drafting.statements)].text.startswith("完成了")
    if query.premise == 0 or met == (query.premise > 0):
        return False
    drafting.join(compared)
    return True


def answer_completion(drafting: Drafting, query: Query, phrase: str) -> bool:
    """完成率: printed where the report prints it, else achieved ÷ aimed at."""
    located = locate(drafting.facts, query, phrase, status=Status.DONE, aspect=Aspect.COMPLETION)
    outcome = located.outcomes[0]
    if outcome.figure is not None:
        return _say_completion(drafting, query, phrase, outcome)
    done = resolve(drafting.facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE))
    slot = slot_of(query, phrase, status=Status.TARGET, aspect=Aspect.VALUE)
    if slot.period and re.search("全年|年度|年初", query.text):
        slot = replace(slot, period=Period.year(slot.period.first_year))
    goal = resolve(drafting.facts, slot)
    if goal.figure is None and done.figure is not None:
        goal = replace(goal, figure=planned_for(drafting.facts, done.figure))
    elif goal.figure is not None and goal.figure.indicator.endswith("计划投资"):  # 年度计划投资 is no goal of what a project costs
        done = replace(done, figure=spent_of(drafting.facts, goal.figure))
    for part in (outcome, done, goal):
        drafting.trace.append(part.trace)
    if done.figure is None or goal.figure is None:
        refuse_outcome(drafting, done if done.figure is None else goal)
        return False
    values = computing.common_unit([done.figure, goal.figure])
    if values is None or not values[0][1]:
        drafting.say(f"{REFUSAL}{describe(done.figure)}的完成率。", drafting.cite(done.figure, goal.figure))
        return False
    rate = computing.share(*values[0])
    drafting.say(
        f"{rate.text}（{describe(done.figure)}实际{amount(done.figure)}，目标{amount(goal.figure)}；{rate.formula}）。",
        drafting.cite(done.figure, goal.figure),
        rate.formula,
    )
    return True


def _say_completion(drafting: Drafting, query: Query, phrase: str, outcome: Outcome) -> bool:
    """A printed rate with the value it is of, when they stand together."""
    rate = outcome.figure
    done = resolve(drafting.facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE)).figure
    apart = rate is None or done is None or (done.report_id, done.sentence_start) != (rate.report_id, rate.sentence_start)
    if rate is None or done is None or done.value is None or apart:
        return answer_found(drafting, replace(query, aspect=Aspect.COMPLETION), outcome)
    drafting.trace.append(outcome.trace)
    drafting.say(f"{amount(rate)}（{describe(rate)}；{amount(done)}）。", drafting.cite(rate, done))
    return True


def reaches(facts: Facts, done: Decimal, aim: Decimal, goal: Figure) -> bool:
    """Whether a growth reaches the growth aimed at: a fall at least as deep, unless the goal is not to be exceeded."""
    return done <= aim if is_ceiling(facts, goal) != (aim < 0) else done >= aim


def is_ceiling(facts: Facts, goal: Figure) -> bool:
    """Whether a goal is not to be exceeded: 控制在3.5%以内, 压缩到100天; 低于年初4000辆的目标 sets against one."""
    text = facts.report(goal.report_id).text
    near = text[max(goal.sentence_start, goal.start - 6) : goal.end + 3]
    missed = re.match("[^，。；,;]{0,4}(?:目标|任务|计划|预期)", text[goal.end :])
    return bool(re.search("控制|以内|之内|以下|不超过|不高于|压缩|压减|降至|降到" + ("" if missed else "|低于"), near))


def _goal_beside(facts: Facts, done: Figure) -> Figure | None:
    """出让工业用地412亩，为计划600亩的68.7%: the goal that the sentence of a figure tells of it."""
    told = [
        f
        for f in facts.figures([done.zone], [done.period] if done.period else ())
        if (f.report_id, f.sentence_start, f.indicator) == (done.report_id, done.sentence_start, done.indicator)
        and f.status is Status.TARGET and f.value is not None and f.unit == done.unit and 0 <= f.start - done.end < 20
    ]
    return told[0] if len(told) == 1 else None


_CALLED = re.compile("(?:建设)?(?:项目|工程)?(?:当年|年内|计划|全年)*$")


def _goal_called_shorter(facts: Facts, done: Figure) -> Figure | None:
    """鲸澜石化项目计划完成投资, for 鲸澜石化120万吨轻烃综合利用项目: a plan calls a project by the beginning of its name."""
    thing = _CALLED.sub("", done.scope)
    told = [
        f
        for f in facts.figures([done.zone], [done.period] if done.period else ())
        if f.status is Status.TARGET and f.value is not None and (f.indicator, f.kind) == (done.indicator, done.kind)
        and len(short := _CALLED.sub("", f.scope)) >= 3 and thing.startswith(short)
    ]
    return told[0] if len(told) == 1 else None


def is_under_way(done: Figure, goal: Figure) -> bool:
    """Whether a goal is of a whole year of which only the first part is told (上半年完成3.16亿元, 全年目标6.8亿元)."""
    told, aimed = done.period, goal.period
    if told is None or aimed is None or not aimed.is_year or told.is_year:
        return False
    return told.last_year == aimed.first_year and told.last_month < 12


def _compare_goal(drafting: Drafting, done: Figure) -> bool:
    facts = drafting.facts
    if done.indicator.endswith("总投资") and done.scope:
        done = spent_of(facts, done) or done  # a plan is met by what is spent, not by what it costs in all
    slot = Slot(done.indicator, done.zone, done.period, scopes=(done.scope,) if done.scope else ())
    rate = resolve(facts, replace(slot, aspect=Aspect.COMPLETION))
    goal = resolve(facts, replace(slot, status=Status.TARGET))
    if goal.figure is not None and not is_ceiling(facts, goal.figure) and told_met(facts, done, goal.figure):
        goal = replace(goal, figure=None)  # 其中出口37.9亿元，完成年初50亿元的目标: the goal of another
    elif goal.figure is None and (beside := _goal_beside(facts, done) or _goal_called_shorter(facts, done) or planned_for(facts, done)) is not None:
        goal = replace(goal, figure=beside)
    name = describe(done)
    short = "全年目标尚未完成" if goal.figure is not None and is_under_way(done, goal.figure) else "未完成目标"
    if goal.figure and goal.figure.value is not None and done.value is not None:
        values = computing.common_unit([done, goal.figure])
        if values:
            (a, b), unit = values
            verdict = "完成了目标" if (a <= b if is_ceiling(facts, goal.figure) else a >= b) else short
            gap = computing.difference(a, b, unit)
            over = f"，{'超出' if a > b else '低' if verdict == '完成了目标' else '差'}{gap.text}" if a != b else ""
            told = f"{verdict}：{name}实际{amount(done)}，目标{amount(goal.figure)}{over}。"
            drafting.say(told, drafting.cite(done, goal.figure), gap.formula if over else "")
            return True
    if goal.figure and goal.figure.growth is not None and done.growth is not None:
        met = reaches(facts, done.growth, goal.figure.growth, goal.figure)
        verdict = "完成了目标" if met else short
        gap = computing.difference(done.growth, goal.figure.growth, "个百分点")
        apart = gap.value and done.growth_unit == goal.figure.growth_unit == "%"
        fell = goal.figure.growth < 0 and done.growth < 0  # 能耗目标下降3%，实际下降3.2%
        more = ("多降" if met else "少降") if fell else "高出" if gap.value > 0 else "低" if met else "差"
        over = f"，{more}{gap.text}" if apart else ""
        drafting.say(
            f"{verdict}：{name}实际{said(done)}，目标是{growth(goal.figure)}{over}。",
            drafting.cite(done, goal.figure),
            gap.formula if over else "",
        )
        return True
    if rate.figure and rate.figure.kind is FigureKind.COMPLETION and rate.figure.value is not None:
        verdict = "完成了目标" if rate.figure.value >= 100 else "未完成目标"
        drafting.say(f"{verdict}：{name}{amount(done)}，完成率{amount(rate.figure)}。", drafting.cite(done, rate.figure))
        return True
    drafting.say(
        f"{REFUSAL}{Facts.short(done.zone)}{done.period.label if done.period else ''}{name_of(done)}的目标；实际是{said(done)}。",
        drafting.cite(done),
    )
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

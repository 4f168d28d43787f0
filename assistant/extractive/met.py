"""Whether a goal was met, and how much of it: what was achieved beside what was aimed at."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.behind import planned_for, spent_of
from assistant.extractive.candidates import accepts, of_a_year_alone, prefer_own_report
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.missed import told_met
from assistant.extractive.needed import GOAL_WORDS
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.refusing import refuse_outcome, so_far
from assistant.extractive.single import answer_found, locate
from assistant.extractive.wording import amount, describe, growth, name_of, said
from assistant.facts import Facts
from assistant.linking import TOTAL
from assistant.names import fold
from assistant.records import Aspect, Query
from assistant.results import BEYOND_IN_PERCENT
from index.glossary import broad_meanings
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_completion", "answer_met", "contradicts_goal", "is_ceiling", "is_of_a_part", "is_under_way", "reaches"]


def answer_met(drafting: Drafting, query: Query, phrase: str, *, in_percent: bool = False) -> bool:
    """Was the goal met: what was achieved beside what was aimed at, with the verdict; how far beyond ``in_percent``, too."""
    facts = drafting.facts
    located = locate(facts, query, phrase, status=Status.DONE, aspect=Aspect.VALUE)
    if _FORESEEN.search(query.text) or all(o.figure is None and o.reason == "status" for o in located.outcomes):
        foreseen = locate(facts, query, phrase, status=Status.EXPECTED, aspect=Aspect.VALUE)
        located = foreseen if all(o.figure is not None for o in foreseen.outcomes) else located
    if located.assumed:
        drafting.say(f"{located.assumed}。")
    said_any = False
    for outcome in located.outcomes:
        outcome = so_far(facts, outcome)
        done = outcome.figure
        if done is None:
            drafting.trace.append(outcome.trace)
            refuse_outcome(drafting, outcome)
            continue
        how_far, in_percent = _HOW_FAR.search(query.text) is not None, in_percent or BEYOND_IN_PERCENT.search(query.text) is not None
        own = _with_goal(drafting.facts, outcome) or done
        said_any |= _compare_goal(drafting, own, how_far=how_far, in_percent=in_percent, asked=phrase)
    for outcome in located.rivals if located.assumed else ():  # another year that was not asked for is told of only where it had a goal
        other, done = drafting.fork(), so_far(facts, outcome).figure
        if done is not None and _compare_goal(other, _with_goal(facts, outcome) or done):
            drafting.join(other)
            said_any = True
    return said_any


_FORESEEN = re.compile("预计|预测|预判|估计")


def _with_goal(facts: Facts, outcome: Outcome) -> Figure | None:
    """Of the figures a broad word may mean (外资), the first that a goal was set for."""
    meant = broad_meanings(outcome.slot.phrase)
    likeliest = sorted(outcome.candidates, key=lambda c: meant.index(c.figure.name) if c.figure.name in meant else len(meant))
    for candidate in likeliest:
        if not accepts(candidate, outcome.slot):
            continue
        figure = prefer_own_report(facts, candidate, outcome.candidates).figure
        if _goal_of(facts, figure).figure is not None:
            return figure
    return None


_NEWLY_SO = ("新增", "新认定", "新培育", "新签约")  # 新增高新技术企业15家 is the goal of what was 新认定


def _goal_of(facts: Facts, done: Figure, asked: str = "") -> Outcome:
    """The goal set for what was achieved; one for what a year adds is none for all there are.

    One that is called as ``asked`` comes first: 新签约亿元以上项目, of which the report tells as 其中亿元以上项目.
    """
    slot = Slot(done.indicator, done.zone, done.period, Status.TARGET, scopes=(done.scope,) if done.scope else ())
    goal = resolve(facts, slot)
    if asked and fold(asked) != fold(done.indicator) and not done.scope:
        named = resolve(facts, replace(slot, phrase=asked))
        if named.figure is not None and fold(named.figure.scope + named.figure.indicator) == fold(asked) and named.figure.unit == done.unit:
            goal = named
    if goal.figure is None and done.scope in _NEWLY_SO:
        others = (resolve(facts, replace(slot, scopes=(word,))) for word in _NEWLY_SO if word != done.scope)
        goal = next((o for o in others if o.figure is not None), goal)
    aim = goal.figure
    unlike = aim is not None and any(of_a_year_alone(a) and TOTAL.search(b.scope + b.indicator) for a, b in ((aim, done), (done, aim)))
    return replace(goal, figure=None, reason="status") if unlike else goal


def contradicts_goal(drafting: Drafting, query: Query, phrase: str) -> bool:
    """“为什么没达到目标” when it was met, or the other way round: said with both numbers."""
    done = resolve(drafting.facts, slot_of(query, GOAL_WORDS.sub("", phrase) or phrase, status=Status.DONE, aspect=Aspect.VALUE)).figure
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


_AS_SET_FIRST = re.compile("年初(?:的|定)*(?:目标|任务|计划)|原(?:来|定)?的?(?:目标|任务|计划)")


def answer_completion(drafting: Drafting, query: Query, phrase: str) -> bool:
    """完成率: printed where the report prints it, else achieved ÷ aimed at."""
    located = locate(drafting.facts, query, phrase, status=Status.DONE, aspect=Aspect.COMPLETION)
    outcome = located.outcomes[0]
    if outcome.figure is not None and not ("调整" in outcome.figure.indicator and _AS_SET_FIRST.search(query.text)):
        return _say_completion(drafting, query, phrase, outcome)
    done = resolve(drafting.facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE))
    how = "实际"
    if done.figure is None and (foreseen := resolve(drafting.facts, replace(done.slot, status=Status.EXPECTED))).figure is not None:
        done, how = foreseen, "预计"  # 一季度预计产值占全年目标的多少
    slot = slot_of(query, phrase, status=Status.TARGET, aspect=Aspect.VALUE)
    if slot.period and re.search("全年|年度|年初", query.text):
        slot = replace(slot, period=Period.year(slot.period.first_year))
    goal = resolve(drafting.facts, slot)
    if goal.figure is None and done.figure is not None:
        goal = replace(goal, figure=planned_for(drafting.facts, done.figure))
    elif goal.figure is not None and (goal.figure.indicator.endswith("计划投资") or _is_cost(done.figure) > _is_cost(goal.figure)):
        # 年度计划投资 is no goal of what a project costs
        done = replace(done, figure=spent_of(drafting.facts, goal.figure))
    if done.figure is not None and goal.figure is not None and _of_another_part(goal.figure, done.figure, phrase):
        goal = resolve(drafting.facts, replace(slot, phrase=done.figure.scope + done.figure.name))
        if goal.figure is not None and _of_another_part(goal.figure, done.figure, ""):
            goal = replace(goal, figure=None, reason="status")
    for part in (outcome, done, goal):
        drafting.trace.append(part.trace)
    if done.figure is not None and goal.figure is not None and goal.figure.value is None and _compare_goal(drafting, done.figure):
        return True
    if done.figure is None or goal.figure is None:
        spent, whose = drafting.fork(), _PLAN_OF.fullmatch(phrase)
        if whose and answer_completion(spent, query, whose["of"] + "完成投资"):  # of what was to be spent, where no goal counts them
            drafting.join(spent)
            return True
        refuse_outcome(drafting, done if done.figure is None else goal)
        return False
    values = computing.common_unit([done.figure, goal.figure])
    if (values is None or not values[0][1]) and _compare_goal(drafting, done.figure):  # a goal of growth
        return True
    if values is None or not values[0][1]:
        drafting.say(f"{REFUSAL}{describe(done.figure)}的完成率。", drafting.cite(done.figure, goal.figure))
        return False
    rate = computing.share(*values[0])
    name = describe(done.figure)
    drafting.say(
        f"{rate.text}（{name}{how * ('预计' not in name)}{amount(done.figure)}，目标{amount(goal.figure)}；{rate.formula}）。",
        drafting.cite(done.figure, goal.figure),
        rate.formula,
    )
    return True


_PLAN_OF = re.compile("(?P<of>.*项目)(?:计划投资额?)?")


def _is_cost(figure: Figure | None) -> bool:
    """Whether a number says what a project costs in all."""
    return figure is not None and re.search("总投资|概算", figure.indicator) is not None


#: What has goals of its own; 新开工, 竣工 and 年度目标 are none.
_PART = re.compile("(?:产业|行业|板块|业|片区|园区?|镇|街道|项目|工程|企业|公司|集团|基地|中心)$")


def _of_another_part(goal: Figure, done: Figure, phrase: str) -> bool:
    """光电信息产业产值突破180亿元 is no goal of what the zone makes, though 产值 is asked for."""
    return _PART.search(goal.scope) is not None and goal.scope not in phrase + done.scope + done.indicator


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
    missed = re.match("[^，。；,;]{0,6}?(?:目标|任务|计划|预期|要求|安排|预算)", text[goal.end :])
    if _FLOOR.search(near):
        return False
    return bool(re.search("控制|以内|之内|以下|不超过|不高于|压缩|压减|降至|降到" + ("" if missed else "|低于"), near))


_FLOOR = re.compile("不(?:得)?低于|不(?:得)?少于|以上")  # a goal of that much or more, whatever falls short of it


def _goal_beside(facts: Facts, done: Figure) -> Figure | None:
    """出让工业用地412亩，为计划600亩的68.7%: the goal that the sentence of a figure tells of it."""
    told = [
        f
        for f in facts.figures([done.zone], [done.period] if done.period else ())
        if (f.report_id, f.sentence_start, f.indicator) == (done.report_id, done.sentence_start, done.indicator)
        and f.status is Status.TARGET and f.value is not None and f.unit == done.unit and 0 <= f.start - done.end < 20
    ]
    return told[0] if len(told) == 1 else None


def _rate_beside(facts: Facts, done: Figure) -> Figure | None:
    """省重点项目完成投资76.5亿元，完成年度计划的98.2%: the rate that the sentence of a figure tells of just what the figure names."""
    told = [
        f
        for f in facts.figures([done.zone], [done.period] if done.period else ())
        if f.kind is FigureKind.COMPLETION and f.value is not None and f.scope == done.scope + done.indicator
        and (f.report_id, f.sentence_start) == (done.report_id, done.sentence_start)
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


def is_of_a_part(rate: Figure) -> bool:
    """Whether a rate is that of a part of the year (上半年完成年度目标的45.0%), at which half of a goal is not missed."""
    return rate.period is not None and not rate.period.is_year


_FORETOLD = {True: "预计能完成目标", False: "预计完不成目标"}
_MISSED, _SO_FAR = "未完成目标", "全年目标尚未完成"


_ADDS = re.compile("净增|新增|新认定|新引进|新培育")


_HOW_FAR = re.compile("[差超欠][了出着]?(?:多少|几)|(?:目标|任务|计划)数?(?:大?约|大概)?(?:是|为|有)?(?:大?约|大概)?(?:多少|几)")


_ROUNDED = Decimal("0.1")


def _is_rate(rate: Figure | None, done: Decimal, goal: Decimal) -> bool:
    """Whether a rate of completion is printed of just these two."""
    printed = rate.value if rate is not None and rate.kind is FigureKind.COMPLETION else None
    return printed is not None and goal > 0 and abs(done / goal * 100 - printed) <= _ROUNDED


def _compare_goal(drafting: Drafting, done: Figure, *, how_far: bool = False, in_percent: bool = False, asked: str = "") -> bool:
    """Whether the goal of what was done, ``asked`` by that name, was met.

    ``how_far``, where only a rate is printed, the goal and the distance to it are worked out from it as well.

    ``in_percent``, the distance is told in per cent of the goal, too.
    """
    facts = drafting.facts
    if done.indicator.endswith("总投资") and done.scope:
        done = spent_of(facts, done) or done  # a plan is met by what is spent, not by what it costs in all
    slot = Slot(done.indicator, done.zone, done.period, scopes=(done.scope,) if done.scope else ())
    rate = resolve(facts, replace(slot, aspect=Aspect.COMPLETION))
    if rate.figure is None:
        rate = replace(rate, figure=_rate_beside(facts, done))
    goal = _goal_of(facts, done, asked)
    if goal.figure is not None and _ADDS.search(goal.figure.scope) and not _ADDS.search(done.scope + done.indicator):
        goal = replace(goal, figure=None)  # 净增20家 is no goal of how many there are
    if goal.figure is not None and not is_ceiling(facts, goal.figure) and told_met(facts, done, goal.figure):
        goal = replace(goal, figure=None)  # 其中出口37.9亿元，完成年初50亿元的目标: the goal of another
    elif goal.figure is None and (beside := _goal_beside(facts, done) or _goal_called_shorter(facts, done) or planned_for(facts, done)) is not None:
        goal = replace(goal, figure=beside)
    foreseen = resolve(facts, replace(slot, status=Status.EXPECTED)).figure
    same = foreseen is not None and foreseen.period == done.period and fold(foreseen.scope + foreseen.name) == fold(done.scope + done.name)
    foreseen = foreseen if same else None  # what one project is to pay is not foreseen of all
    if foreseen is not None and goal.figure is not None and done.period is not None and not done.period.is_year and goal.figure.period != done.period:
        goal = replace(goal, figure=None)  # 一季度预计66亿元: the year's goal is none of the quarter's
    name = describe(done)
    short = _SO_FAR if goal.figure is not None and is_under_way(done, goal.figure) else _MISSED
    if goal.figure and goal.figure.value is not None and done.value is not None:
        values = computing.common_unit([done, goal.figure])
        if values:
            (a, b), unit = values
            verdict = "完成了目标" if (a <= b if is_ceiling(facts, goal.figure) else a >= b) else short
            verdict = _FORETOLD[verdict == "完成了目标"] if done.status is Status.EXPECTED else verdict
            gap = computing.difference(a, b, unit)
            over = f"，{'超出' if a > b else '低' if verdict in ('完成了目标', _FORETOLD[True]) else '差'}{gap.text}" if a != b else ""
            of_both = rate.figure if _is_rate(rate.figure, a, b) else None
            percent = f"，完成率{amount(of_both)}" if of_both is not None else ""
            told = f"{verdict}：{name}{'' if done.status is Status.EXPECTED else '实际'}{amount(done)}，目标{amount(goal.figure)}{percent}{over}。"
            drafting.say(told, drafting.cite(done, goal.figure, *filter(None, [of_both])), gap.formula if over else "")
            if in_percent and a != b and b > 0:
                apart = computing.growth_between(a, b)
                beyond = f"{'超出' if a > b else '低于'}目标{apart.text.removeprefix('-')}"
                drafting.say(f"{beyond}（{apart.formula}）。", drafting.cite(done, goal.figure), apart.formula)
            return True
    if goal.figure and goal.figure.growth is not None and done.growth is not None:
        met = reaches(facts, done.growth, goal.figure.growth, goal.figure)
        verdict = "完成了目标" if met else short
        gap = computing.difference(done.growth, goal.figure.growth, "个百分点")
        of_rates = gap.value and done.growth_unit == goal.figure.growth_unit == "%"
        fell = goal.figure.growth < 0 and done.growth < 0  # 能耗目标下降3%，实际下降3.2%
        more = ("多降" if met else "少降") if fell else "高出" if gap.value > 0 else "低" if met else "差"
        over = f"，{more}{gap.text}" if of_rates else ""
        drafting.say(
            f"{verdict}：{name}实际{said(done)}，目标是{growth(goal.figure)}{over}。",
            drafting.cite(done, goal.figure),
            gap.formula if over else "",
        )
        return True
    foretold = computing.common_unit([done, foreseen]) if foreseen is not None and goal.figure is None else None
    printed = rate.figure is not None and done.period is not None and done.period.is_year
    if foreseen is not None and foretold is not None and not printed:  # no goal was set, but it was said what to expect
        (a, b), unit = foretold
        gap = computing.difference(a, b, unit)
        told = f"{'达到' if a >= b else '没有达到'}预计：{name}实际{amount(done)}，预计{amount(foreseen)}，{'多' if a >= b else '少'}{gap.text}。"
        drafting.say(told, drafting.cite(done, foreseen), gap.formula)
        return True
    if rate.figure and rate.figure.kind is FigureKind.COMPLETION and rate.figure.value is not None:
        verdict = "完成了目标" if rate.figure.value >= 100 else _SO_FAR if is_of_a_part(rate.figure) else _MISSED
        drafting.say(f"{verdict}：{name}{amount(done)}，完成率{amount(rate.figure)}。", drafting.cite(done, rate.figure))
        if how_far and done.value:
            aim = computing.target_from_rate(done.value, rate.figure.value, done.unit)
            goal_told = Decimal(aim.text.removesuffix(done.unit))
            gap = computing.difference(goal_told, done.value, done.unit)
            way = "差" if goal_told >= done.value else "超出"
            drafting.say(f"折算目标约{aim.text}（{aim.formula}）。", drafting.cite(done, rate.figure), aim.formula)
            drafting.say(f"{way}约{gap.text}（{gap.formula}）。", drafting.cite(done), gap.formula)
        return True
    drafting.say(
        f"{REFUSAL}{Facts.short(done.zone)}{done.period.label if done.period else ''}{name_of(done)}的目标；实际是{said(done)}。",
        drafting.cite(done),
    )
    return False

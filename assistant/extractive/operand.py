"""One operand: (phrase, zone, period, status, scope) → the figure it means, or why there is none.

Every figure of an answer comes through :func:`resolve`, each operand of a computation too, so that one absent member
is said and never skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.extractive.calledso import called_so
from assistant.extractive.candidates import (
    accepts,
    applied_for,
    asks_of_all,
    choose,
    of_a_year_alone,
    of_another_trade,
    of_its_owner,
    prefer_own_report,
    rank,
)
from assistant.extractive.completing import completed
from assistant.extractive.filters import (
    PLACE,
    in_scope,
    no_amount,
    of_another,
    of_another_place,
    of_kind,
)
from assistant.extractive.grounding import said_around, says_all
from assistant.extractive.instead import stands_in
from assistant.extractive.nearness import (
    counted_beside,
    in_other_words,
    is_of_before,
    letter_by_letter,
    told_around,
    without_others,
)
from assistant.extractive.ondays import on_a_day
from assistant.extractive.slot import Outcome, Slot, slot_of
from assistant.extractive.takings import taken_off
from assistant.extractive.wholes import (
    SAID,
    of_the_trade,
)
from assistant.extractive.within import named_within
from assistant.facts import Facts
from assistant.linking import ADDED, Candidate, dimension, implied_unit
from assistant.names import bigrams, fold
from assistant.phrases import respelled, reworded
from assistant.records import Aspect
from assistant.terms import find_terms, is_all_known
from assistant.vocabulary import is_word
from index.figures.ellipsis import is_thing
from index.figures.naming import ACTIONS
from index.glossary import aliases, broad_words, is_known, normalise, standing_for
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Outcome", "Slot", "absent", "eligible", "of_all_alone", "resolve", "slot_of"]


WHOLLY = 0.95  # asked: all of the phrase stands in the name
NEARER = 0.4  # of the phrase, by which one name says more of it than another
HEAD = 100  # characters of a report in which its title and its speaker stand


def of_all_alone(phrase: str, near: Sequence[tuple[str, int, int]]) -> bool:
    """面积, 企业: of the zone itself, neither of a part nor of a kind of it; behind another answer 企业 may be of those just told."""
    return phrase == "面积" or (phrase in ("企业", "公司") and not near)


_RATE = re.compile("(?:[^频效功汇]率|占比|比重)$")
_RATES = ("率", "比例", "占比", "比重")
_PER_CENT = ("%", "％", "‰", "")
_MEAN = re.compile("平均(?:年龄|工资|薪酬|租金|单价|造价|成本|价格|寿命|身高|学历)$")
_EXTENT = re.compile("(?:面积|全长|长度|里程)$")  # how large a thing is, which a plan says as well
#: 园区规上企业, of the zone asked.
_OF_ITSELF = re.compile("^(?:整个|本|我|咱们?)?(?:开发区|经开区|高新区|园区|区(?!级))(?:里面?|内)?的?(?=[㐀-鿿]{2})")


_ALL_OF_IT = re.compile("全部|全社会|全口径|所有")  # 全部工业总产值 is more than that of 规上工业


def resolve(facts: Facts, slot: Slot, *, abroad: bool = True) -> Outcome:
    """Link one slot: by rule, or else, of facts that presume, by what its phrase most likely means."""
    outcome = _by_rule(facts, slot, abroad=abroad)
    if outcome.figure is None and slot.zone is not None and not slot.scopes and (own := _OF_ITSELF.sub("", slot.phrase)) != slot.phrase:
        outcome = _by_rule(facts, replace(slot, phrase=own), abroad=abroad)
    if slot.scopes and slot.phrase.startswith("项目") and not _is_of(outcome, slot.scopes):  # 某产业园项目总投资: of what is called 某产业园
        called = _by_rule(facts, replace(slot, phrase=slot.phrase.removeprefix("项目").removeprefix("的")), abroad=False)
        outcome = replace(called, slot=slot) if _is_of(called, slot.scopes) else outcome
    replaceable = not slot.scopes and not _ALL_OF_IT.match(slot.phrase)
    others = standing_for(normalise(slot.phrase)) if replaceable and (outcome.figure is None or _of_a_part(outcome.figure, slot)) else ()
    instead = ((other, _by_rule(facts, replace(slot, phrase=other), abroad=False)) for other in others)
    if (told := next((o for other, o in instead if o.figure is not None and other.startswith(o.figure.scope)), None)) is not None:
        return replace(told, slot=slot)  # 出口额, of a zone that has 自营出口 and the exports of some products alone
    if outcome.figure is None:
        outcome = _so_far(facts, slot) or on_a_day(facts, slot, _by_rule) or outcome
    elif slot.status is None and is_of_before(outcome.figure, slot.phrase):
        outcome = _come_to(facts, slot, outcome)
    if outcome.figure is not None and (taken := taken_off(facts, outcome.figure, slot.phrase)) is not None:
        outcome = replace(outcome, figure=taken)
    if outcome.figure is not None and not says_all(facts, outcome.figure, slot.phrase):
        return replace(outcome, figure=None, reason="indicator", nearest=(outcome.figure,))
    if outcome.figure is not None and slot.unit in _ONE_BY_ONE and slot.aspect is Aspect.VALUE and slot.unit not in outcome.figure.unit:
        return replace(outcome, figure=None, reason="indicator", nearest=(outcome.figure,))
    if outcome.figure is not None or facts.presume is None:
        return outcome
    return replace(outcome, figure=facts.presume(outcome))


def _is_of(outcome: Outcome, scopes: Sequence[str]) -> bool:
    return outcome.figure is not None and any(scope in outcome.figure.scope + outcome.figure.indicator for scope in scopes)


def _come_to(facts: Facts, slot: Slot, before: Outcome) -> Outcome:
    """日处理能力由2万吨提高到5万吨, of a plan: what it is to come to, where no time before that is asked for."""
    aim = _by_rule(facts, replace(slot, status=Status.TARGET), abroad=False)
    old, new = before.figure, aim.figure
    if old is None or new is None or (old.report_id, old.sentence_start) != (new.report_id, new.sentence_start):
        return before
    return replace(aim, slot=slot) if old.indicator == new.indicator else before


def _of_a_part(figure: Figure, slot: Slot) -> bool:
    """竹制品出口 for 出口额, 工业投资 for 工业: whether a known indicator or a sector alone is asked for, and one of a trade or product told."""
    alone = is_all_known(slot.phrase) or (not slot.near and bool(standing_for(slot.phrase)))  # 工业增速: of its 增加值 or 总产值
    return alone and (bool(figure.scope) or normalise(figure.indicator) != normalise(slot.phrase))


_ONE_BY_ONE = ("台", "辆", "架", "艘", "列", "册", "株", "头", "羽")  # machines, beasts, books: counted as nothing else is
_FIXED = re.compile("总投资|最终投资|(?:建筑|占地|规划|仓储)?面积$|余额$|累计|编制|学位|床位")


def _so_far(facts: Facts, slot: Slot) -> Outcome | None:
    """2018年有多少家, 2018年11月末余额, of a zone told of up to November: how many there are, what a thing costs, which is no sum of months."""
    asked = slot.period
    whole = asked is not None and (asked.is_year or asked.first_month == asked.last_month)
    if asked is None or not whole or slot.zone is None or slot.status not in (None, Status.DONE) or slot.aspect is not Aspect.VALUE:
        return None
    parts = {f.period for f in facts.figures([slot.zone]) if f.period is not None and not f.period.is_year and f.status is Status.DONE}
    told = [p for p in parts if p.first_month == 1 < p.last_month and p.first_year == p.last_year == asked.first_year]
    told = [p for p in told if asked.is_year or p.last_month == asked.last_month]
    if not told:
        return None
    outcome = _by_rule(facts, replace(slot, period=max(told, key=lambda p: p.last_month)), abroad=False)
    figure = outcome.figure
    name = figure.scope + figure.indicator if figure is not None else ""
    counted = figure is not None and dimension(figure.unit) in ("个", "人") and not figure.unit.endswith("人次")
    return outcome if (counted or _FIXED.search(name)) and not ADDED.search(name) else None


_KEPT_OUTCOMES = 128  # each holds its candidates, up to some hundred


def _by_rule(facts: Facts, slot: Slot, *, abroad: bool = True) -> Outcome:
    """What the rules find, kept for a while: the ways of computing an answer ask for the same operand three times over.

    Without ``abroad`` other zones aren't looked through for it: a ranking asks once for every zone.
    """
    outcome = facts.resolved.get((slot, abroad))
    if outcome is None:
        outcome = _found(facts, slot, abroad=abroad)
        if len(facts.resolved) >= _KEPT_OUTCOMES:
            facts.resolved.clear()
        facts.resolved[slot, abroad] = outcome
    return outcome


def _of_no_firm(figures: list[Figure], phrase: str) -> list[Figure]:
    """轴承产值, where 精密轴承产业 has one: without those of firms whose brand goes unsaid (骊珞轴承)."""
    if is_all_known(phrase):
        return figures
    others = [f for f in figures if len(f.scope) < 4 or is_word(f.scope[:2]) or f.scope[:2] in phrase]
    asked = bigrams(fold(phrase))
    names = ((f.scope, f.indicator) for f in others if f.scope.endswith(("产业", "行业")))
    covered = any(asked <= bigrams(fold(scope + name)) | bigrams(fold(scope[:-2] + name)) for scope, name in names)
    return others if covered else figures


def _found(facts: Facts, slot: Slot, *, abroad: bool) -> Outcome:
    """Hard filters first; what they exclude is only ever offered as ``nearest``."""
    wanted = _with_status(_pool(facts, slot), slot)
    if not wanted and slot.period and not slot.period.is_year and slot.status in (Status.TARGET, Status.EXPECTED):
        return _by_rule(facts, replace(slot, period=Period.year(slot.period.first_year)))  # 年中预计: of the whole year
    scoped = [f for f in wanted if of_kind(facts, f, slot) and in_scope(facts, f, slot.scopes) and not of_another(f, slot.phrase)]
    scoped = _of_no_firm([f for f in scoped if not of_another_trade(f, slot.phrase)], slot.phrase)
    if slot.aspect is Aspect.GROWTH:  # 环比增长4.9% is no answer to 同比
        monthly = [f for f in scoped if "环比" in f.growth_base + f.growth_text]
        scoped = monthly if slot.monthly else [f for f in scoped if f not in monthly] or monthly
    added = [f for f in scoped if of_a_year_alone(f)] if asks_of_all(slot) else []
    if added:
        scoped = [f for f in scoped if f not in added]  # 年末高企 are not 新增国家级高新技术企业20家
    if (measure := _OF_PROJECTS.fullmatch(slot.phrase)) and not slot.near:  # 项目总投资: of all that were signed, not of a single one
        of_all = (f for f in wanted if _PROJECTS.fullmatch(f.scope) and f.indicator.endswith(measure["what"]))
        if (of_them := max(of_all, key=lambda f: f.period.end if f.period else (0, 0), default=None)) is not None:
            return Outcome(slot, of_them)
    if slot.aspect in (Aspect.VALUE, Aspect.GROWTH) and (within := named_within(scoped, slot.phrase)) is not None:
        return Outcome(slot, within)
    around = rank(facts, scoped, slot)
    every = without_others(around, slot.phrase)
    if slot.aspect is Aspect.VALUE and _RATE.search(slot.phrase):
        every = [c for c in every if c.figure.unit in _PER_CENT or c.figure.indicator.endswith("率")]  # 标准厂房入驻率 is no floor space
    elif slot.aspect is Aspect.VALUE and _MEAN.search(slot.phrase):
        every = [c for c in every if "均" in c.figure.scope + c.figure.indicator]  # 从业人员平均年龄 is no head count
    every = [c for c in every if not applied_for(c, slot)]
    ranked = _of_all_alone([c for c in every if c.features["aspect"] > -1.0], slot)
    best = choose(facts, ranked, slot)
    best = best and of_its_owner(best, around, slot)
    best = best and _of_the_new(best, ranked, slot)
    said = best is not None and slot.aspect is Aspect.VALUE and best.features["asked"] + best.features["context"] >= SAID
    if best is not None and not said and any(c.features["asked"] > best.features["asked"] + NEARER and accepts(c, slot) for c in every):
        best = None  # what is asked of is told without growth: another's growth is no answer
    best = best and of_the_trade(best, ranked, slot.phrase)
    if best is not None and slot.cumulative and best.features["stock"] <= 0 and (of_span := _at_the_end(facts, slot)) is not None:
        return of_span
    if best is not None:
        return Outcome(slot, best.figure, candidates=tuple(ranked))
    if slot.stock and (of_span := _at_the_end(facts, slot)) is not None:
        return of_span
    for phrase in respelled(slot.phrase):
        outcome = _named_wholly(facts, scoped, replace(slot, phrase=phrase), money=not find_terms(phrase))
        if outcome is not None:
            return replace(outcome, slot=slot)
    printed = {_grams(f.scope + f.indicator) for f in scoped}
    for phrase in reworded(slot.phrase):
        asked = _grams(phrase)
        if any(asked <= grams for grams in printed):
            outcome = _named_wholly(facts, scoped, replace(slot, phrase=phrase), money=False)
            if outcome is not None:
                return replace(outcome, slot=slot)
    for called in _rates_of(slot.phrase, wanted) if slot.aspect is Aspect.SHARE else ():  # 中水回用的比例 is printed as 中水回用率
        rate = _by_rule(facts, replace(slot, phrase=slot.phrase + called, aspect=Aspect.VALUE, unit="%"), abroad=False)
        if rate.figure is not None and rate.figure.indicator.endswith(called):
            return replace(rate, slot=slot)
    if slot.aspect is Aspect.VALUE and slot.phrase.endswith((*_RATES[1:], "强度")):  # 税收占比 is a name of its own, 研发投入占比 is 研发投入强度
        share = _by_rule(facts, replace(slot, aspect=Aspect.SHARE, unit="%"), abroad=False)
        by_name = share.figure is not None and share.figure.name == normalise(slot.phrase)
        if share.figure is not None and (by_name or (slot.phrase.endswith(_RATES[1:]) and share.figure.indicator.endswith(_RATES[1:]))):
            return replace(share, slot=slot)
    if slot.aspect is Aspect.VALUE and (parts := _share_called(slot.phrase)):  # 研发投入强度 is printed as 研发经费支出相当于地区生产总值的4.4%
        share = _by_rule(facts, replace(slot, phrase="".join(parts), aspect=Aspect.SHARE, unit="%"), abroad=False)
        of_whole = share.figure is not None and fold(share.figure.indicator).endswith(parts[1])
        if share.figure is not None and of_whole and not re.search("全[市省国县州]", share.figure.indicator):
            return replace(share, slot=slot)
    if slot.aspect is Aspect.VALUE and slot.zone is not None and not slot.scopes and (so := called_so(wanted, slot.phrase)) is not None:
        return Outcome(slot, so, candidates=tuple(ranked))
    missing = absent(facts, slot, every, abroad=abroad)
    if any(accepts(c, slot) for c in ranked):
        return missing  # each is a part of what is asked
    amounts = [c for c in ranked if not no_amount(c.figure, slot)]
    if of_all_alone(slot.phrase, slot.near):
        return missing  # 有多少家企业: none of a kind (在孵企业) is all of them
    meant = letter_by_letter(amounts, slot.phrase) or in_other_words(amounts, slot.phrase) or counted_beside(ranked, slot.unit)
    meant = meant and of_its_owner(meant, around, slot)
    if meant and (missing.reason in ("indicator", "zone") or meant.figure.name in {f.name for f in missing.nearest}):
        return Outcome(slot, prefer_own_report(facts, meant, around).figure, candidates=tuple(ranked))
    told = _told(facts, slot, wanted, ranked)
    if told is not None:
        return Outcome(slot, told.figure, candidates=tuple(ranked) or (told,))
    if slot.status is None and ((slot.period is None and _EXTENT.search(slot.phrase)) or slot.phrase.endswith("计划投资")):
        planned = _by_rule(facts, replace(slot, status=Status.TARGET), abroad=False)
        return replace(planned, slot=slot) if planned.figure is not None else missing
    if slot.status is Status.TARGET and (spent := _SPENDING.search(slot.phrase)):  # 重点项目投资目标 is what was to be spent on them
        planned = _by_rule(facts, replace(slot, phrase=slot.phrase[: spent.start()] + "计划投资"), abroad=False)
        if planned.figure is not None and planned.figure.indicator.endswith("计划投资"):
            return replace(planned, slot=slot)
    if slot.status is Status.TARGET and missing.reason == "status" and (planned_so := _planned(missing.nearest[0])) is not None:
        return Outcome(slot, planned_so, candidates=tuple(ranked))
    instead = stands_in(facts, slot, missing)
    return missing if instead is None else Outcome(slot, instead, candidates=tuple(ranked))


def _of_the_new(best: Candidate, ranked: Sequence[Candidate], slot: Slot) -> Candidate:
    """规上企业新增几家, of 规上工业企业218家，当年新上规26家: those that were added, not all that there are."""
    of_all = slot.aspect is not Aspect.VALUE or slot.stock or slot.cumulative or not ADDED.search(slot.phrase)
    if of_all or ADDED.search(best.figure.scope + best.figure.indicator):
        return best
    mine = (best.figure.name, best.figure.period, best.figure.unit, best.figure.status)
    alike = (c for c in ranked if (c.figure.name, c.figure.period, c.figure.unit, c.figure.status) == mine)
    alike = (c for c in alike if ADDED.search(c.figure.scope) and "净增" not in c.figure.scope)
    return next(alike, best)


def _rates_of(phrase: str, figures: Iterable[Figure]) -> list[str]:
    """The words for a rate by which something of a phrase is printed: asking for each of them takes as long as asking for the share."""
    if phrase.endswith(_RATES):
        return []
    asked = bigrams(fold(phrase))
    named = {rate for f in figures if (rate := _rate_in(f.indicator)) and asked & bigrams(fold(f.scope + f.indicator))}
    return [rate for rate in _RATES if rate in named]


def _rate_in(indicator: str) -> str:
    return next((rate for rate in _RATES if indicator.endswith(rate)), "")


_PART_ENDS = re.compile("产业链?$|行业$|片区$|园区?$")
_OF_PROJECTS = re.compile("(?:全部|所有|这些|各)?项目的?(?:计划|协议|合同)?(?P<what>总投资|完成投资)额?")
_PROJECTS = re.compile(
    "(?:新?(?:签约|引进|落地|开工|竣工|投产)|在建|重大|重点|产业|工业|[省市区县]级?|[\\d一二三四五六七八九十百]+(?:个|亿元以上)?)*项目"
)


_DONE = re.compile(f"(?!合计)(?:{ACTIONS})*")  # 引进|合同外资: the zone's own, by what was done


def _of_all_alone(ranked: Sequence[Candidate], slot: Slot) -> list[Candidate]:
    """2022年产值多少: where nothing but a word for several measures of a zone is asked, no part of it that is told (三大产业合计产值)."""
    meant = broad_words().get(slot.phrase, ()) if slot.aspect in (Aspect.VALUE, Aspect.GROWTH) and not slot.scopes else ()
    money = "元" in (implied_unit(slot.phrase), implied_unit(meant[0])) if meant else False  # 出口 alone may be of tons
    if not money or slot.apart:
        return [*ranked]
    itself = (slot.phrase, normalise(slot.phrase))

    def of_all(figure: Figure) -> bool:
        return (figure.name in meant and _DONE.fullmatch(figure.scope) is not None) or (figure.name in itself and not figure.scope)

    whole = [c for c in ranked if of_all(c.figure)]
    near = [c for c in ranked if c.features["near"] and c.features["asked"] >= WHOLLY]
    in_a_list = slot.status is Status.TARGET and all(of_all(c.figure) or _PART_ENDS.search(c.figure.scope) for c in near)
    return whole if whole and (in_a_list or not near) else [*ranked]  # behind a list of what is planned, 产值目标 is that of all


_SPENDING = re.compile("(?<=项目)(?:完成)?投资额?$")
_OF_A_PLAN = re.compile("规划|用地|占地|设计")


def _planned(nearest: Figure) -> Figure | None:
    """它打算用多少地: what a project is planned with is told when it is signed, as what is (规划用地380亩)."""
    of_thing = bool(nearest.scope) and nearest.status is Status.DONE and is_thing(nearest.scope)
    return nearest if of_thing and _OF_A_PLAN.search(nearest.indicator) else None


@lru_cache(maxsize=1_024)
def _share_called(phrase: str) -> tuple[str, str] | None:
    """Part and whole of the share that goes by a name of its own."""
    terms = find_terms(phrase)
    if len(terms) != 1 or (terms[0].start, terms[0].end) != (0, len(phrase)):
        return None
    told = (re.fullmatch("(.{2,})占(.{2,})比重", a) for m in terms[0].meanings for a in aliases(m))
    return next(((t[1], t[2]) for t in told if t), None)


def _pool(facts: Facts, slot: Slot) -> list[Figure]:
    """Figures of the slot's zone, period and reports."""
    zones = [slot.zone] if slot.zone else []
    pool = facts.figures(zones, [slot.period] if slot.period else ())
    named = slot.report_periods
    then = slot.period.first_year if slot.period is not None and slot.status is not Status.TARGET else 0
    if not named or max(p.last_year for p in named) < then:  # 2015年总结里提的2016年目标做到了没: what was done stands in a later report
        return pool
    ids = set(facts.reports_of(zones, slot.report_periods))
    return [f for f in pool if f.report_id in ids]


def eligible(facts: Facts, slot: Slot) -> list[Figure]:
    """The figures that the hard filters leave, of whatever part or place."""
    return [f for f in _with_status(_pool(facts, slot), slot) if of_kind(facts, f, slot) and not of_another(f, slot.phrase)]


@lru_cache(maxsize=16_384)
def _grams(name: str) -> frozenset[str]:
    return frozenset(bigrams(fold(name)))


def _named_wholly(facts: Facts, figures: Sequence[Figure], slot: Slot, *, money: bool) -> Outcome | None:
    """The figure whose name says all of a phrase told otherwise; with ``money``, an amount of it."""
    ranked = [c for c in rank(facts, figures, slot) if c.features["aspect"] > -1.0 and accepts(c, slot)]
    if money:
        ranked = [c for c in ranked if dimension(c.figure.unit) == "元"]
    named = [c for c in ranked if c.features["asked"] >= WHOLLY or _begins_and_ends(slot.phrase, fold(c.figure.scope + c.figure.indicator))]
    if not named or len({(c.figure.scope, c.figure.name) for c in named if named[0].score - c.score < 0.6}) > 1:
        return None
    return Outcome(slot, prefer_own_report(facts, named[0], ranked).figure, candidates=tuple(ranked))


def _begins_and_ends(phrase: str, name: str) -> bool:
    """棉纺产值 is 棉纺织产值: an industry is called by how its name begins."""
    terms = find_terms(phrase)
    cut = terms[-1].start if terms and terms[-1].end == len(phrase) else 0
    return cut >= 2 and name.startswith(phrase[:cut]) and name.endswith(phrase[cut:])


def _at_the_end(facts: Facts, slot: Slot) -> Outcome | None:
    """截至2017年, 2021年累计: the state at the end of several years that a report looks back on together."""
    if slot.period is None or not slot.period.is_year:
        return None
    year = slot.period.first_year
    spans = {f.period for f in facts.figures([slot.zone] if slot.zone else ()) if f.period and f.period.last_year == year}
    for span in sorted((s for s in spans if s.first_year < year), key=lambda s: s.first_year):
        outcome = _by_rule(facts, replace(slot, period=span, stock=False, cumulative=False), abroad=False)
        if outcome.figure is not None:
            return outcome
    return None


def _told(facts: Facts, slot: Slot, wanted: Sequence[Figure], ranked: Sequence[Candidate]) -> Candidate | None:
    """The figure in whose sentence all of the phrase stands, its scope too (砚池园…，首期征地1,260亩)."""
    if slot.aspect not in (Aspect.VALUE, Aspect.GROWTH) or any(s.startswith("全") for s in slot.scopes):
        return None
    phrase = "".join((*slot.scopes, slot.phrase))
    if slot.scopes:  # of those that the scope kept out, too
        around = [f for f in wanted if of_kind(facts, f, slot) and _scope_told(facts, f, slot.scopes)]
        ranked = [c for c in rank(facts, around, replace(slot, phrase=phrase, scopes=())) if c.features["aspect"] > -1.0]
    amounts = [c for c in ranked if not no_amount(c.figure, slot)]
    told = told_around(amounts, phrase, lambda r: facts.report(r).text[:HEAD])
    return told or completed(amounts, phrase, facts.sentence, unit=slot.unit, growth=slot.aspect is Aspect.GROWTH)


def _scope_told(facts: Facts, figure: Figure, scopes: tuple[str, ...]) -> bool:
    if of_another_place(facts, figure, scopes):
        return False
    sentence = facts.sentence(figure)
    before = facts.report(figure.report_id).text[figure.sentence_start : figure.end]
    named = "".join(figure.path) + figure.scope
    around, up_to = fold(sentence + named), fold(before + named)  # 规划面积9.6平方公里，…，楸坪园区3.5平方公里: what follows is another's
    return all(said_around(fold(s), up_to if PLACE.search(s) else around) for s in scopes)




def _with_status(pool: Sequence[Figure], slot: Slot) -> list[Figure]:
    wanted = slot.status or Status.DONE
    if slot.ahead and slot.status is not None:
        return [f for f in pool if f.status is not Status.DONE]
    if slot.ahead:
        return sorted(pool, key=lambda f: f.status is Status.DONE)
    return [f for f in pool if f.status is wanted]


def absent(facts: Facts, slot: Slot, ranked: Sequence[Candidate], *, abroad: bool = True) -> Outcome:
    """Why there is none, and what is nearest: another status, another scope, another period, another indicator."""
    pool = _pool(facts, slot)
    kinds = (FigureKind.VALUE, FigureKind.GROWTH) if slot.aspect is Aspect.GROWTH else (FigureKind.VALUE,)
    close = [c for c in ranked if c.figure.kind in kinds and c.features["asked"] >= 0.3][:2]
    for reason, figures, other in (
        ("status", [f for f in pool if f.status is not (slot.status or Status.DONE)], slot),
        ("scope", list(pool) if slot.scopes else [], replace(slot, scopes=())),
        ("period", facts.figures([slot.zone] if slot.zone else ()) if slot.period else [], replace(slot, period=None)),
        (
            "zone",
            [f for f in facts.figures((), [slot.period] if slot.period else ()) if f.zone != slot.zone]
            if slot.zone and abroad and not (close and close[0].features["asked"] >= 0.6)
            else [],
            replace(slot, zone=None),
        ),
    ):
        likely = facts.linker.likely(slot.phrase, figures)
        grows = slot.aspect is Aspect.GROWTH  # no share is near a growth
        near = [c.figure for c in rank(facts, likely, other) if accepts(c, other) and (not grows or of_kind(facts, c.figure, other))][:4]
        if near:
            return Outcome(
                slot,
                None,
                reason,
                tuple({(f.name, f.scope, f.period, f.value): f for f in near}.values()),
                tuple(ranked),
            )
    figures = [c.figure for c in close] or _narrower(facts, slot, pool)
    return Outcome(slot, None, "indicator", tuple({(f.name, f.value): f for f in figures}.values()), tuple(ranked))


def _narrower(facts: Facts, slot: Slot, pool: Sequence[Figure]) -> list[Figure]:
    """A known indicator of only a part of the asked one: 规模以上工业总产值, where 工业总产值 is asked for; the year's own report first."""
    asked = normalise(slot.phrase)
    found = [
        f
        for f in pool
        if f.kind is FigureKind.VALUE and f.status is (slot.status or Status.DONE) and not f.scope
        and normalise(f.indicator) != asked and normalise(f.indicator).endswith(asked) and is_known(f.indicator)
    ]
    return sorted(found, key=lambda f: not facts.in_its_own_report(f))[:1]

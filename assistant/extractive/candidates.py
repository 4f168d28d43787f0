"""Which of the figures that passed the hard filters a slot means, best first, or none: a neighbour is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.extractive.filters import no_amount, of_several, of_that_ranking, rate_of_another
from assistant.extractive.grounding import narrowed, said_beside
from assistant.extractive.nearness import counts_it, ends_alike, in_other_words, leaves_out, of_another, swapped
from assistant.extractive.slot import Slot
from assistant.extractive.wholes import (
    before_its_part,
    left_behind,
    of_those_counted,
    one_of_several,
    part_named,
    told_last,
    whole_of,
)
from assistant.facts import Facts
from assistant.linking import ADDED, NEWLY, TOTAL, Candidate, dimension, implied_unit
from assistant.names import fold
from assistant.records import Aspect
from assistant.terms import find_terms, is_all_known, relation
from index.figures.companies import is_company
from index.records import Figure, Status

__all__ = [
    "LIMITS", "Limits", "accepts", "applied_for", "asks_of_all", "choose", "of_a_year_alone", "of_another_trade", "of_its_owner",
    "prefer_own_report", "rank",
]  # fmt: skip

SHARED = 0.3  # of what a phrase says beside everyday words, in the name that its meaning picks out (厂子电, 工业用电量)

_TRADE = re.compile("进口|出口|进出口")
_MONEY = ("元", "外币")
_ALL_FIRMS = re.compile(
    "(?:现有|共有|入驻|入园|入区|注册|在册|各类|区内|全区|园区|累计|登记|落户|工商|实有|拥有|年末|的)*(?:企业|公司|市场主体)(?:总数|数|数量|家数)?"
)
_OF_ZONE = re.compile("(?:开发区|园区|全区|辖区|总|规划|管辖|区域|行政|控制|核准|批复|建成区|国土|开发)*面积")
_CHANGED = re.compile("调整|下调|上调|调减|调增|修订|改为|调为")


@dataclass(frozen=True, slots=True)
class Limits:
    """How near a candidate must be to be the answer; ``python -m benchmarks.fitting`` tries other values."""

    covered: float = 0.55  # asked + context, of a figure whose known indicator is the asked one
    known: float = 0.6  # asked, where the phrase holds a known indicator and the figure's name holds none
    asked: float = 0.5  # asked, of a phrase without known indicators …
    near: float = 0.8  # … and asked with what context, meaning and name add to it
    standing: float = 2.7  # deviations by which one meaning is above all others …
    gap: float = 0.45  # … and above the next
    broad: float = 3.0  # the same of a phrase with everyday words …
    broad_gap: float = 0.6


LIMITS = Limits()


def choose(facts: Facts, ranked: Sequence[Candidate], slot: Slot, limits: Limits = LIMITS) -> Candidate | None:
    """The candidate that answers, of those that passed the hard filters, best first; None when none is near enough."""
    accepted = [c for c in ranked if accepts(c, slot, limits)]
    if slot.revised:
        accepted = [c for c in accepted if _CHANGED.search(c.around) and not c.figure.scope.endswith("前")] or accepted
    if not accepted:
        best = _stands_out(ranked, slot, limits)
        best = part_named(best, ranked, slot.phrase) if best is not None and not slot.scopes else best
        best = None if best is not None and said_beside(best, slot.phrase) else best  # 促成了多少信用贷款
        return best if best is None or slot.revised else prefer_own_report(facts, _after_the_change(best, ranked, slot.phrase), ranked)
    ranks = slot.aspect in (Aspect.RANK, Aspect.RANK_CHANGE)  # a place among others has no parts
    best = accepted[0] if ranks else whole_of(accepted, slot.phrase)
    best = _traded(_written_so(best, accepted, slot.phrase), accepted, slot)
    meant = in_other_words(ranked, slot.phrase) if best is accepted[0] is not ranked[0] else None
    if meant and meant.score > accepted[0].score and not of_another(meant, slot.phrase):
        best = meant  # 有色产值 is that of 有色金属, not the 产值 of all
    if best is not None and _of_a_facility(best, ranked, slot):
        return None
    stock = slot.stock or slot.cumulative
    all_of = best is not None and (stock or _of_all_there_are(best.figure, slot.phrase))
    if best is not None and ((stock and not best.figure.scope) or (all_of and ADDED.search(best.figure.scope))):
        # 修复岸线3.7公里，累计修复11.4公里; 新建标准厂房23.2万平方米，累计建成109.2万平方米
        named = (best.figure.name, best.figure.period)
        summed = (
            c
            for c in ranked
            if c.figure.scope.startswith("累计") and (c.figure.name, c.figure.period) == named and not _crossed(c.figure, best.figure)
        )
        best = replace(next(summed, best), score=best.score, features=best.features)  # 累计 makes its name no less fitting
    if best is not None and (slot.stock or slot.cumulative):  # 完成投资2.1亿元，开工以来累计完成投资7.8亿元
        whose = (best.figure.scope.removesuffix("当年"), f"累计{best.figure.indicator}", best.figure.period)
        best = next((c for c in ranked if (c.figure.scope, c.figure.indicator, c.figure.period) == whose), best)
    if best is not None and not slot.scopes:
        best = before_its_part(of_those_counted(best, ranked, slot.phrase), accepted, slot.phrase)
        part = part_named(best, ranked, slot.phrase)
        best = told_last(best, ranked, slot.phrase, in_all=slot.cumulative) if part is best else part
        if one_of_several(best, accepted, slot.phrase):
            return None
    if best is None or slot.revised:
        return best
    best = _left_over(_of_all_year(best, accepted, slot.phrase), ranked, slot.phrase)
    return prefer_own_report(facts, _after_the_change(_at_the_end(best, accepted), ranked, slot.phrase), ranked)


def _crossed(line: Figure, printed: Figure) -> bool:
    """总数突破200家，达到203家: whether the first is only the line that the second, told right after it, has crossed."""
    same = (line.report_id, line.sentence_start, line.unit) == (printed.report_id, printed.sentence_start, printed.unit)
    beyond = line.value is not None and printed.value is not None and line.value <= printed.value
    return same and beyond and "突破" in line.qualifier and not printed.qualifier and 0 <= printed.start - line.end <= _NEXT_CLAUSE


_NEXT_CLAUSE = 6  # characters
#: 现场签约, 可供用地: what was done on a day, what could be.
_NOT_THE_YEARS = re.compile("现场|当场|会上|集中(?:签约|开工)|推介会|活动|可供|待供|拟供|可用")


def _of_all_there_are(found: Figure, phrase: str) -> bool:
    """省级平台有几个: how many there are, where how many were added was found."""
    return dimension(found.unit) in ("个", "人") and not re.search(f"{NEWLY}|增|引进|认定|签|开工|竣工|投产|退|减|注销|关停|淘汰|流失|掉", phrase)


def _left_over(best: Candidate, ranked: Sequence[Candidate], phrase: str) -> Candidate:
    """信访积案还剩几件 asks for the 4 of 化解信访积案27件，仍有4件未化解."""
    left = left_behind(best.figure, (c.figure for c in ranked)) if re.search("[剩余]下?$", phrase) else None
    return next((c for c in ranked if c.figure is left), best)


def _of_all_year(best: Candidate, accepted: Sequence[Candidate], phrase: str) -> Candidate:
    """签约项目协议总投资, told of a year (新签约项目) and of a day (现场签约项目): of the year, unless the day is asked of."""
    f = best.figure
    if not _NOT_THE_YEARS.search(f.scope + f.indicator) or _NOT_THE_YEARS.search(phrase):
        return best
    same = (f.period, f.unit, f.status)
    alike = (c for c in accepted if (c.figure.period, c.figure.unit, c.figure.status) == same)
    return next((c for c in alike if not _NOT_THE_YEARS.search(c.figure.scope + c.figure.indicator)), best)


def _after_the_change(best: Candidate, ranked: Sequence[Candidate], phrase: str) -> Candidate:
    """企业开办要多久: what 由1个工作日压缩到4小时 came to, not what it was before."""
    f = best.figure
    if not f.scope.endswith("前") or "前" in phrase:
        return best
    of = (f.report_id, f.sentence_start, f.indicator, f.status)
    after = (c for c in ranked if (c.figure.report_id, c.figure.sentence_start, c.figure.indicator, c.figure.status) == of)
    return next((c for c in after if not c.figure.scope.endswith("前") and c.figure.start > f.start), best)


def _at_the_end(best: Candidate, accepted: Sequence[Candidate]) -> Candidate:
    """Of 3月6日125家全部复工 and 年末达到142家 the second: what there are is told as it is at the end of the year."""
    def at_the_end(c: Candidate) -> bool:
        return re.search(rf"(?:年[末底]|期末)[^，。；]{{0,12}}{re.escape(c.figure.value_text)}", c.around) is not None

    if best.figure.scope or dimension(best.figure.unit) not in ("个", "人") or not best.figure.value_text or at_the_end(best):
        return best
    of = (best.figure.report_id, best.figure.name, best.figure.period, best.figure.status, best.figure.unit)
    alike = (c for c in accepted if (c.figure.report_id, c.figure.name, c.figure.period, c.figure.status, c.figure.unit) == of)
    return next((c for c in alike if c.figure.value_text and not c.figure.scope and at_the_end(c)), best)


_FACILITY = re.compile("(?:中心|园区?|港区|基地|平台|市场|口岸|综保区|片区|小镇)(?=[㐀-鿿]{2})")


def _of_a_facility(best: Candidate, ranked: Sequence[Candidate], slot: Slot) -> bool:
    """保税物流中心进出口货值15亿元, where 进出口总额增长5% is told of the whole zone, and that indicator alone is asked for."""
    def owner(figure: Figure) -> bool:
        return _FACILITY.search(figure.scope + figure.indicator) is not None

    if not owner(best.figure) or _FACILITY.search(slot.phrase) or slot.scopes or not is_all_known(slot.phrase):
        return False
    of = (best.figure.zone, best.figure.period, best.figure.status)
    alike = [c for c in ranked if (c.figure.zone, c.figure.period, c.figure.status) == of and c.features["same"] >= 1]
    return any(not (c.figure.scope or owner(c.figure)) for c in alike)


def of_its_owner(best: Candidate, every: Sequence[Candidate], slot: Slot) -> Candidate | None:
    """精密机械规上总产值, where 精密机械 has a number of its own: that one if it is of the same measure, never the number of all."""
    lead = _lead(fold(slot.phrase), fold(best.figure.indicator))
    told = fold(best.figure.scope + best.figure.indicator + best.around)  # 新增冷库3.1万立方米，总库容达到12.4万立方米
    if slot.aspect not in (Aspect.VALUE, Aspect.GROWTH) or slot.scopes or len(lead) < 2 or lead in told:
        return best
    measure, unit = best.figure.indicator[-2:], dimension(best.figure.unit)
    own = [c for c in every if lead in fold(c.figure.scope + c.figure.indicator) and dimension(c.figure.unit) == unit and c.features["action"] >= 0]
    meant = (c for c in own if c.figure.indicator.endswith(measure) or fold(c.figure.indicator) in (lead, lead + "产业", lead + "业"))
    return next(meant, None if own else best)


def _lead(phrase: str, indicator: str) -> str:
    """精密机械, of 精密机械规上总产值: what a phrase says before the indicator that it ends in, or the end that it has with a name."""
    terms = find_terms(phrase)
    shared = next((n for n in range(min(len(phrase), len(indicator)), 1, -1) if phrase[-n:] == indicator[-n:]), 0)
    known = len(phrase) - terms[-1].start if terms and terms[-1].end == len(phrase) else 0
    return phrase[: -max(shared, known)].strip("的") if shared or known else ""


def _traded(best: Candidate | None, accepted: Sequence[Candidate], slot: Slot) -> Candidate | None:
    """进口, told of a port in tons and of trade in money: of the trade, where nothing says which."""
    if best is None or slot.unit or slot.near or not _TRADE.fullmatch(fold(slot.phrase)) or dimension(best.figure.unit) in _MONEY:
        return best
    name = (best.figure.scope, best.figure.indicator)
    return next((c for c in accepted if (c.figure.scope, c.figure.indicator) == name and dimension(c.figure.unit) in _MONEY), best)


def _written_so(best: Candidate | None, accepted: Sequence[Candidate], phrase: str) -> Candidate | None:
    """规上企业186家，其中规上工业企业58家: the whole that is printed as asked, where its part mostly goes by that name."""
    asked = fold(phrase).replace("规模以上", "规上")
    whole = best and next((c for c in accepted if c.figure.id == best.figure.part_of), None)
    return whole if whole and not whole.figure.scope and fold(whole.figure.indicator).replace("规模以上", "规上") == asked else best


_TRADE_ASKED = re.compile("(?<![㐀-鿿])(?P<of>(?!(?:主导|支柱|特色|新兴|传统|优势|重点|三大|各)产)[㐀-鿿]{1,4}?)(?:叶|类)?产业(?!园|链|集群|基金)")


def of_another_trade(figure: Figure, phrase: str) -> bool:
    """茶产业产值 is no 竹产业产值: an industry that shares no character with the one asked for."""
    trade, own = _TRADE_ASKED.search(phrase), figure.scope + figure.indicator
    return trade is not None and "产业" in own and not set(trade["of"]) & set(own)


def of_a_year_alone(figure: Figure) -> bool:
    """Whether a count is of what one year added, or of what was applied for, and not of all there are."""
    name = figure.scope + figure.indicator
    return dimension(figure.unit) in ("个", "人") and ("申报" in name or ADDED.search(name) is not None) and TOTAL.search(name) is None


_OF_A_YEAR = re.compile(f"{NEWLY}|净增|签|引进|开工|投产|落户|注册|登记|入库|认定|获评|设立|当年")


def asks_of_all(slot: Slot) -> bool:
    """Whether all there are is asked for (年末高企): not 年末签约项目, of which there are but those of a year."""
    return slot.stock and _OF_A_YEAR.search(slot.phrase) is None


def applied_for(candidate: Candidate, slot: Slot) -> bool:
    """Whether what is told was only applied for, or has come to over years where one alone is asked for: 高企有多少家 is not of those."""
    if slot.yearly and "累计" in candidate.figure.scope + candidate.figure.indicator:
        return True
    return "申报" in candidate.figure.scope + candidate.figure.indicator and "报" not in slot.phrase and "申请" not in slot.phrase


def accepts(candidate: Candidate, slot: Slot, limits: Limits = LIMITS) -> bool:
    """Whether a candidate is close enough to be the answer rather than a neighbour.

    A phrase that holds a standard indicator is answered by that indicator only; what else it says (a project, a part)
    must stand in the figure's name or sentence.
    """
    f = candidate.features
    if f["other"] >= 1.0 or f["action"] < 0 or (f["unit"] < 0 and slot.aspect is Aspect.VALUE):
        return False
    if (slot.aspect is Aspect.VALUE and rate_of_another(candidate.figure, slot)) or of_several(candidate.figure, slot.phrase):
        return False
    if is_all_known(slot.phrase) and is_company(candidate.figure.scope.removesuffix("当年")):
        return False  # one firm's 营业收入 is nobody's else
    if slot.phrase == "面积" and not slot.scopes and not _OF_ZONE.fullmatch(candidate.figure.scope + candidate.figure.indicator):
        return False  # of the zone itself, not of a centre in it or of what was pulled down
    if slot.phrase in ("企业", "公司") and not _ALL_FIRMS.fullmatch(candidate.figure.scope + candidate.figure.indicator):
        return False  # neither 盛泰、特种两家企业 nor 新增高新技术企业20家 are all of them
    if slot.aspect in (Aspect.RANK, Aspect.RANK_CHANGE) and of_that_ranking(candidate.figure, slot.phrase):
        return True
    if slot.phrase.endswith(("率", "占比", "比重", "比例")) and dimension(candidate.figure.unit) not in ("", "%"):
        return False  # 利用率 is no volume
    if f["stock"] < 0 and (slot.cumulative or (slot.stock and re.search("累计|总数|总共|保有", slot.phrase))):
        return False  # 累计投资 is not 新增投资
    if _ends_in_another(candidate, slot.phrase):
        return False
    covered = f["asked"] + f["context"]
    if no_amount(candidate.figure, slot):
        return False
    if f["same"] > 0:
        near_enough = covered >= limits.covered and not of_another(candidate, slot.phrase)
    elif find_terms(slot.phrase):
        near_enough = f["asked"] >= limits.known
    else:
        near = f["asked"] + 0.5 * f["context"] + 0.12 * f["dense"] + 0.3 * f["named"]
        near_enough = f["asked"] >= limits.asked and near >= limits.near
    if not near_enough or narrowed(candidate, slot.phrase, known=True):
        return False
    return not leaves_out(candidate, slot.phrase) and not said_beside(candidate, slot.phrase)  # the dearest checks last


def _ends_in_another(candidate: Candidate, phrase: str) -> bool:
    """Whether what a phrase asks of a thing is told beside the figure: 氢能阀门项目年税收 is not its 总投资, of a sentence that tells both."""
    folded, name = fold(phrase), fold(candidate.figure.indicator)
    asked, own = find_terms(folded), find_terms(name)
    if len(asked) < 2 or asked[-1].end != len(folded) or not own or own[-1].end != len(name):
        return False
    measures = implied_unit(asked[-1].said) == "元" == implied_unit(own[-1].said)
    return measures and asked[-1].said in fold(candidate.around) and not any(relation(asked[-1], o) > 0 for o in own)


def _stands_out(ranked: Sequence[Candidate], slot: Slot, limits: Limits) -> Candidate | None:
    """A phrase without known words (厂子用电) whose meaning is far nearer to one name than to all others.

    With everyday words in it (专项资金, 产值) its end must be the name's as well.
    """
    terms = find_terms(slot.phrase)
    if len(ranked) < 8 or len(fold(slot.phrase)) < 3 or any(len(t.meanings) == 1 for t in terms):  # 房价 says too little
        return None
    nearest = sorted(ranked, key=lambda c: -c.features["dense"])
    first = nearest[0]
    own = first.figure  # the same of another year is no rival

    def is_own(figure: Figure) -> bool:
        return figure.name == own.name and (figure.value == own.value or (figure.scope == own.scope and figure.period != own.period))

    rival = next((c for c in nearest if not is_own(c.figure)), None)
    gap = first.features["dense"] - (rival.features["dense"] if rival else 0.0)
    least, apart = (limits.broad, limits.broad_gap) if terms else (limits.standing, limits.gap)
    return (
        first
        if first.features["dense"] >= least
        and _shared(_beside_terms(slot.phrase), fold(first.figure.scope + first.figure.indicator)) >= SHARED
        and not (swapped(first, slot.phrase) or narrowed(first, slot.phrase))
        and gap >= apart
        and first.features["other"] < 1.0
        and first.features["action"] >= 0
        and first.features["unit"] >= 0
        and (first.features["unit"] > 0 or counts_it(fold(slot.phrase), first.figure))
        and ((not terms and "被" not in slot.phrase) or ends_alike(slot.phrase, first.figure))
        else None
    )


def _beside_terms(phrase: str) -> str:
    """What a phrase says beside its everyday words: 向上争取 of 向上争取的资金."""
    folded = fold(phrase)
    beside = "".join(c for i, c in enumerate(folded) if not any(t.start <= i < t.end for t in find_terms(folded)))
    return beside if len(beside) > 1 else folded  # 引外资: a verb alone


def _shared(phrase: str, name: str) -> float:
    return sum(c in name for c in phrase) / len(phrase)


def rank(facts: Facts, figures: Sequence[Figure], slot: Slot) -> list[Candidate]:
    contexts = {f.id: facts.sentence(f) for f in figures}
    return facts.linker.link(
        slot.phrase,
        figures,
        aspect=slot.aspect,
        scopes=slot.scopes,
        unit=slot.unit,
        stock=slot.stock,
        near=slot.near,
        contexts=contexts,
    )


def prefer_own_report(facts: Facts, best: Candidate, ranked: Sequence[Candidate]) -> Candidate:
    """Of equal names, the report of the figure's own period goes before a later one that restates it."""
    name = (best.figure.scope, best.figure.name)

    def of_before(other: Figure) -> bool:  # 过去五年，地区生产总值由198亿元增加到386亿元: not what it was at the start
        mine = best.figure
        alike = (other.unit, other.status) == (mine.unit, mine.status)
        return alike and facts.in_its_own_report(other) and not facts.in_its_own_report(mine)

    same = [
        c
        for c in ranked
        if (c.figure.scope, c.figure.name) == name
        and best.score - c.score < 0.6
        and (c.figure.report_id != best.figure.report_id or c.figure.value == best.figure.value or of_before(c.figure))
    ]

    def full(candidate: Candidate) -> int:
        figure = candidate.figure
        return (figure.value is not None) + (figure.growth is not None)

    def order(candidate: Candidate) -> tuple[object, ...]:  # of several years told alike, where none is asked of, the last is meant
        figure = candidate.figure
        end = figure.period.end if figure.period is not None else (0, 0)
        dated = facts.report(figure.report_id).date if figure.status is Status.TARGET else None
        told = dated.toordinal() if dated is not None else 0  # 比1月份的初步安排调高1个百分点: an aim as it was set last
        return facts.in_its_own_report(figure), told, end, full(candidate), not figure.in_table, round(candidate.score, 6)

    return max(same or [best], key=order)

"""What a figure was before: a later report often prints it, or what it has changed by since.

“从43户增加到51户”, “156户，比年初净增19户”, “18.3%，比重较上年提高1.1个百分点” each determine the year before exactly;
“7.31亿元，增长17.1%” determines it within rounding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.changes import starts_change
from assistant.extractive.complements import complement, of_one_year
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Outcome, Slot, accepts, resolve
from assistant.extractive.spans import spanned
from assistant.extractive.wording import amount, describe, growth
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.periods import find_parts
from assistant.records import Aspect
from index.glossary import normalise
from index.numerals import convert
from index.records import Figure, FigureKind, Period, Status

__all__ = ["Member", "before", "explain", "growth_before", "member", "of_its_span", "of_the_year", "printed_before", "settled"]

POINTS = ("个百分点", "百分点", "个点")
YEARLY = re.compile("(?:占?比重?|比例|较)?(?:同比|[比较](?:上|去|前)一?年(?:同期|末|底)?|[比较]年初)?")


@dataclass(frozen=True, slots=True)
class Member:
    """One number of a computation.  Where it isn't printed as such, ``how`` and ``formula`` say what it follows from."""

    outcome: Outcome
    how: str = ""
    formula: str = ""
    exact: bool = True
    parts: tuple[Figure, ...] = ()  # what it follows from, where that isn't the figure alone

    @property
    def figure(self) -> Figure | None:
        return self.outcome.figure


def member(facts: Facts, slot: Slot, *, rounded: bool = True, abroad: bool = True) -> Member:
    """The figure of a slot; else what a later report says it was, from a growth in per cent only if ``rounded``."""
    wanted = replace(slot, aspect=Aspect.VALUE) if slot.aspect is Aspect.GROWTH else slot
    outcome = _resolved(facts, wanted, abroad=abroad)
    if outcome.figure is not None and outcome.figure.value is not None:
        sum_of_years = "累计" in outcome.figure.indicator and "累计" not in slot.phrase and slot.phrase.endswith("投资")
        own = of_one_year(facts, wanted) if sum_of_years else None
        return Member(Outcome(slot, own.figure), own.how, own.formula, parts=own.parts) if own else Member(outcome)
    part = of_the_year(facts, wanted)
    if part is not None:
        return part
    found = before(facts, wanted)
    if found is not None and (found.exact or rounded):
        return found
    return Member(outcome)


def of_the_year(facts: Facts, slot: Slot) -> Member | None:
    """四季度 = 全年 − 前三季度: a part of a year from other parts; 进口 = 进出口 − 出口: one of two parts."""
    found = spanned(facts, slot) or complement(facts, slot) or of_one_year(facts, slot)
    return Member(Outcome(slot, found.figure), found.how, found.formula, parts=found.parts) if found else None


def explain(drafting: Drafting, members: Sequence[Member]) -> None:
    """Say what each number that isn't printed follows from."""
    for one in members:
        figure = one.figure
        if figure is None or not one.how:
            continue
        drafting.say(
            f"{figure.period.label if figure.period else ''}的{amount(figure)}是{one.how}的（{one.formula}）。",
            drafting.cite(*(one.parts or (figure,))),
            one.formula,
        )


def before(facts: Facts, slot: Slot) -> Member | None:
    """What the figure of the year after tells of the year asked for; None when it tells nothing."""
    if slot.period is None or slot.status not in (None, Status.DONE):
        return None
    later = _resolved(facts, replace(slot, period=slot.period.shifted(1), report_periods=()), abroad=False).figure
    if later is None:
        later = _since_then(facts, slot, slot.period)
    if later is None:
        return _from_likened(facts, slot, slot.period)
    if later is None or later.value is None or later.status is not Status.DONE:
        return None
    later = _with_growth(facts, later)
    outcome = Outcome(slot, later)
    printed = printed_before(facts, later)
    if printed is not None:
        figure = replace(printed, period=slot.period, scope=later.scope, growth=None, growth_text="")
        return Member(replace(outcome, figure=figure))
    if later.kind is FigureKind.RANK:
        return _from_places(facts, outcome, later)
    return _from_step(facts, outcome, later) or _from_multiple(facts, outcome, later, _LAST_YEAR) or _from_growth(outcome, later)


def _with_growth(facts: Facts, figure: Figure) -> Figure:
    """旅客吞吐量689.4万人次 of a table, of which the text tells the growth alone (同比下降31.8%): with it, where it is told but once."""
    if figure.growth is not None or figure.kind is not FigureKind.VALUE:
        return figure
    told = [
        f
        for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
        if f.kind is FigureKind.GROWTH and f.growth is not None
        and (f.report_id, f.name, f.scope, f.status) == (figure.report_id, figure.name, figure.scope, figure.status)
    ]
    if len({f.growth for f in told}) != 1:
        return figure
    grew = told[0]
    return replace(figure, growth=grew.growth, growth_unit=grew.growth_unit, growth_text=grew.growth_text, growth_base=grew.growth_base)


def _since_then(facts: Facts, slot: Slot, end: Period) -> Figure | None:
    """6月末贷款余额187.5亿元，比年初增加13.4亿元: the figure of a part of the next year that is told by what it gained since."""
    if slot.zone is None or not end.is_year:
        return None
    parts = [p for p in facts.periods_of(slot.zone) if not p.is_year and p.first_year == p.last_year == end.last_year + 1]
    found = (_resolved(facts, replace(slot, period=p, report_periods=()), abroad=False).figure for p in parts)
    return next((f for f in found if f is not None and "年初" in f.growth_base), None)


def _resolved(facts: Facts, slot: Slot, *, abroad: bool) -> Outcome:
    """The figure of a slot, of the whole zone where the indicator alone is asked for; a rank is always among others."""
    outcome = settled(facts, resolve(facts, slot, abroad=abroad))
    if outcome.figure is None and slot.aspect is Aspect.RANK and not slot.scopes:
        for among in ("全省", "全国", "全市"):
            other = settled(facts, resolve(facts, replace(slot, scopes=(among,)), abroad=False))
            if other.figure is not None:
                return replace(other, slot=slot)
    return of_its_span(_of_the_whole(facts, outcome))


def of_its_span(outcome: Outcome) -> Outcome:
    """累计完成投资 is not what the year added, nor the other way round."""
    figure, phrase = outcome.figure, outcome.slot.phrase
    if figure is None or not re.search("累计|当年", phrase):
        return outcome
    wrong, right = ("当年", "累计") if "累计" in phrase else ("累计", "当年")
    if wrong not in figure.scope + figure.indicator or right in figure.scope + figure.indicator:
        return outcome
    for candidate in outcome.candidates[:20]:
        name = candidate.figure.scope + candidate.figure.indicator
        if right in name and accepts(candidate, outcome.slot):
            return replace(outcome, figure=candidate.figure)
    return replace(outcome, figure=None, reason="indicator", nearest=(figure,))


def _of_the_whole(facts: Facts, outcome: Outcome) -> Outcome:
    """进出口总值 is the zone's, not 美国进出口, where a figure of exactly that name and of no part was nearly as near."""
    figure, slot = outcome.figure, outcome.slot
    if figure is None or slot.scopes or slot.aspect in (Aspect.RANK, Aspect.SHARE):
        return outcome
    name = normalise(slot.phrase)
    if figure.name == name:
        return replace(outcome, figure=_fullest(outcome, figure))
    for candidate in outcome.candidates[:20]:
        other = candidate.figure
        own = not other.scope or other.scope in facts.short(other.zone) or other.scope in other.zone
        if other.name == name and own and other.value is not None and accepts(candidate, slot):
            return replace(outcome, figure=other)
    return replace(outcome, figure=_fullest(outcome, figure))


def _fullest(outcome: Outcome, figure: Figure) -> Figure:
    """外贸进出口总额 rather than a smaller 进出口额 that stands further on: of names equally near, the amount that holds the other."""
    top = next((c for c in outcome.candidates if c.figure.id == figure.id), None)
    if top is None or figure.scope or figure.value is None or dimension(figure.unit) != "元":
        return figure
    near = [
        c.figure
        for c in outcome.candidates[:8]
        if abs(top.score - c.score) < 0.5
        and c.features["same"] > 0
        and not c.figure.scope
        and c.figure.kind is FigureKind.VALUE
        and c.figure.unit == figure.unit
        and c.figure.report_id == figure.report_id  # what the next report calls it is what it was restated to
        and c.figure.value is not None
        and c.figure.period == figure.period
        and accepts(c, outcome.slot)
    ]
    return max(near, key=lambda f: f.value or Decimal(0), default=figure)


def settled(facts: Facts, outcome: Outcome) -> Outcome:
    """Of 由第89位升至第81位 the second, which is the state of the year that the sentence speaks of."""
    figure = outcome.figure
    if figure is None or not _starts_change(facts, figure):
        return outcome
    after = [f for f in _beside(facts, figure) if f.name == figure.name and f.start > figure.start]
    return replace(outcome, figure=min(after, key=lambda f: f.start)) if after else outcome


def _beside(facts: Facts, figure: Figure) -> list[Figure]:
    """The other figures of its sentence, of the same measure and kind."""
    return [
        f
        for f in facts.figures([figure.zone] if figure.zone else (), [figure.period] if figure.period else ())
        if f.report_id == figure.report_id
        and f.sentence_start == figure.sentence_start
        and f.id != figure.id
        and f.kind is figure.kind
        and dimension(f.unit) == dimension(figure.unit)
    ]


def _starts_change(facts: Facts, figure: Figure) -> bool:
    text = facts.report(figure.report_id).text
    at = text.find(figure.value_text, figure.start, figure.end + len(figure.value_text)) if figure.value_text else -1
    return starts_change(figure.scope, text[max(0, at - 8) : at] if at > 0 else "")


_STEP = re.compile("(?:比|较|与)(?P<base>[^，。；]{1,8}?)(?:相比)?(?P<verb>加快|提[高升]|回升|上升|扩大|回落|放缓|下[降滑]|收窄|降低|缩小)")
_RATE_NAME = re.compile("(?:的)?(?:增速|增幅|增长率?|涨幅|降幅)$")


def growth_before(facts: Facts, slot: Slot) -> Member | None:
    """10.1%，较一季度加快1.5个百分点: the growth of the first quarter, of which the report says no more."""
    if slot.period is None or slot.aspect is not Aspect.GROWTH or slot.status not in (None, Status.DONE):
        return None
    for step in facts.figures([slot.zone] if slot.zone else ()):
        told = _STEP.search(step.growth_text) if step.growth_unit in POINTS and step.growth is not None else None
        if told is None or step.period is None or step.status is not Status.DONE or _named_base(told["base"], step.period) != slot.period:
            continue
        outcome = resolve(facts, replace(slot, period=step.period, report_periods=()), abroad=False)
        fitting = [c.figure for c in outcome.candidates if c.figure.growth_unit == "%" and accepts(c, outcome.slot)]
        later = next(iter(fitting), None) if outcome.figure is not None and outcome.figure.id == step.id else outcome.figure
        if later is None or later.growth is None or later.growth_unit != "%" or step.growth is None:
            continue
        root = normalise(_RATE_NAME.sub("", step.scope + step.name))
        named = root in (later.name, normalise(_RATE_NAME.sub("", later.name)), normalise(later.scope), normalise(later.scope + later.name))
        if later.report_id != step.report_id or not (named or (not root and later.sentence_start == step.sentence_start)):
            continue
        faster = told["verb"] in ("加快", "提高", "提升", "回升", "上升", "扩大")
        if step.name.endswith("降幅"):  # a fall that narrows was deeper before
            faster = not faster
        by = abs(step.growth) if faster else -abs(step.growth)
        was = later.growth - by
        text = f"{'增长' if was >= 0 else '下降'}{computing.plain(abs(was))}%"
        figure = replace(later, period=slot.period, value=None, value_text="", growth=was, growth_text=text, kind=FigureKind.GROWTH)
        how = f"由{describe(later)}{growth(later)}、{growth(step)}推算"
        return Member(replace(outcome, figure=figure), how, computing.stepped_back(later.growth, by), parts=(later, step))
    return None


def _named_base(text: str, period: Period) -> Period | None:
    """What a step is counted from: 一季度 of the same year, 上年同期."""
    if re.fullmatch("(?:上|去)年(?:同期|全年)?|同期", text):
        return period.shifted(-1)
    found = find_parts(text, (Period.year(period.first_year),))
    return found[0].periods[0] if found and found[0].periods else None


def printed_before(facts: Facts, later: Figure) -> Figure | None:
    """从|43户|增加到51户, where no year is printed with it."""
    earlier = [
        f
        for f in _beside(facts, later)
        if f.name == later.name and f.start < later.start and _starts_change(facts, f) and f.value != later.value
    ]
    return max(earlier, key=lambda f: f.start) if earlier else _in_words_before(facts, later)


# 由第89位升至|第81位|, 从43户增加到|51户|: the number that a change starts from, where it is no figure of its own.
_STARTING = re.compile(
    r"(?:由|从)(?:(?:上|去)年|20\d\d年)?(?:年?末|年?底|同期)?的?(?P<told>第?(?P<number>\d[\d,.]*)(?P<unit>[一-鿿%％]{0,5}?))"
    r"(?:大幅|快速|稳步|逐步)?(?:提?升|上升|跃升|攀升|增[加长]?|提高|扩大|前移|进|下?降|降低|减少?|压[缩减]|缩[短小]|后移|退|调整|优化)(?:到|至|为)$"
)


def _in_words_before(facts: Facts, later: Figure) -> Figure | None:
    text = facts.report(later.report_id).text
    at = text.find(later.value_text, later.start, later.end + len(later.value_text)) if later.value_text else -1
    match = _STARTING.search(text[later.sentence_start : at]) if at > 0 else None
    if match is None or (match["unit"] and match["unit"] not in later.value_text):
        return None
    value = Decimal(match["number"].replace(",", ""))
    told = match["told"] if match["unit"] else f"{match['told']}{later.unit}"
    return replace(later, value=value, value_text=told) if value != later.value else None


def _from_places(facts: Facts, outcome: Outcome, later: Figure) -> Member | None:
    """第38位，前移5位: it was 43rd."""
    own = facts.figures([later.zone] if later.zone else (), [later.period] if later.period else ())
    told = {(f.report_id, f.sentence_start) for f in own if f.kind is FigureKind.RANK and (f.id == later.id or _restates(f, later))}
    moved = [
        f for f in own if (f.report_id, f.sentence_start) in told and f.kind is FigureKind.RANK_CHANGE and f.value is not None
    ]
    if len(moved) != 1 or later.value is None or moved[0].value is None:
        return None
    text = facts.sentence(moved[0])[: moved[0].end - moved[0].sentence_start][-12:]
    fell = bool(re.search("后移|下降|下滑|后退|退|降|跌", moved[0].scope + moved[0].indicator + text))
    step = -abs(moved[0].value) if fell else moved[0].value  # 后退3位 may be read as −3
    value = later.value + step
    formula = computing.stepped_back(later.value, -step)
    stand_in = _stand_in(outcome, later, f"第{computing.plain(value)}位")
    how = f"由{describe(later)}{amount(later)}、{'后移' if fell else '前移'}{amount(moved[0])}推算"
    return Member(replace(outcome, figure=replace(stand_in, value=value)), how, formula)


def _restates(one: Figure, other: Figure) -> bool:
    """The same place in the same ranking, in the report of its year and in that of the next."""
    longer, shorter = sorted((one.name, other.name), key=len, reverse=True)
    return one.value == other.value and (longer.endswith(shorter) or longer.startswith(shorter))


def _from_step(facts: Facts, outcome: Outcome, later: Figure) -> Member | None:
    """比年初净增19户, 较上年提高1.1个百分点; 净增46家，总数163家."""
    step, text = later.growth, growth(later)
    same = dimension(later.growth_unit) == dimension(later.unit) and later.growth_unit != "%"
    points = later.growth_unit in POINTS and later.unit in ("%", "％")
    told = _told_step(facts, later) if step is None or not (same or points) else None
    if told is not None:
        step, text, unit, points = *told, False
    elif step is None or not (same or points) or not YEARLY.fullmatch(later.growth_base):
        gained = "净增|新增|新认定|新获批|新培育" if "累计" in later.scope else "净增"  # 新增5家，累计8家
        net = [f for f in _beside(facts, later) if re.search(gained, f.scope + f.indicator) and f.name.endswith(later.name[-4:])]
        if len(net) != 1 or later.kind is not FigureKind.VALUE or "净增" in later.scope + later.indicator:
            return None
        way = "净增" if "净增" in net[0].scope + net[0].indicator else "新增"
        step, text, points, unit = net[0].value, f"{way}{amount(net[0])}", False, net[0].unit
    else:
        unit = later.growth_unit
    if step is None or later.value is None:
        return None
    if not points and unit != later.unit:
        changed = convert(step, unit, later.unit)
        if changed is None:
            return None
        step = changed
    value = later.value - step
    if value < 0:
        return None
    formula = computing.stepped_back(later.value, step)
    stand_in = _stand_in(outcome, later, f"{computing.plain(value)}{later.unit}")
    return Member(
        replace(outcome, figure=replace(stand_in, value=value)), f"由{describe(later)}{amount(later)}、{text}推算", formula
    )


# 412亩，比上年多盘活96亩; 3.27亿元，同比增收4100万元，增长14.3%: by how much, in the clause after the amount.
_MORE = re.compile(
    r"^(?:[，,](?:同比)?(?:增长|下降)[\d.]+[%％])?[，,]?(?:同比|[比较](?:上|去)一?年(?:同期|末|底)?|[比较]年初)(?P<way>净?增[加收长]?|多|减[少收]?|少|下降)"
    r"(?P<verb>[一-鿿]{0,4}?)(?P<number>\d[\d,.]*)(?P<unit>[一-鿿]{1,3}?)(?=[，,。；;、]|$)"
)


def _told_step(facts: Facts, later: Figure) -> tuple[Decimal, str, str] | None:
    """The step, as it is worded, and its unit."""
    if not later.value_text or later.in_table:
        return None
    text = facts.report(later.report_id).text
    at = text.find(later.value_text, later.start, later.sentence_end)
    told = _MORE.match(text[at + len(later.value_text) : later.sentence_end]) if at >= 0 else None
    if told is None or dimension(told["unit"]) != dimension(later.unit) or (told["verb"] and told["verb"] not in text[later.start - 12 : at]):
        return None
    step = Decimal(told["number"].replace(",", ""))
    fell = told["way"].startswith(("减", "少", "下"))
    return -step if fell else step, f"{told['way']}{told['verb']}{told['number']}{told['unit']}", told["unit"]


def _from_growth(outcome: Outcome, later: Figure) -> Member | None:
    if (
        later.growth is None
        or later.value is None
        or later.growth_unit != "%"
        or later.growth <= -100
        or not YEARLY.fullmatch(later.growth_base)
        or re.search("不变价|可比价|同口径|可比口径", later.growth_text)
    ):
        return None
    result = computing.backcast(later.value, later.growth, later.unit)
    stand_in = _stand_in(outcome, later, f"约{result.text}")
    told = Decimal(result.text.removesuffix(result.unit))
    return Member(
        replace(outcome, figure=replace(stand_in, value=told)),
        f"由{describe(later)}{amount(later)}、{growth(later)}推算",
        result.formula,
        exact=False,
    )


_LAST_YEAR = re.compile("相当于[上去]年(?:同期|全年|水平)?")


def _from_multiple(facts: Facts, outcome: Outcome, later: Figure, then: re.Pattern[str]) -> Member | None:
    """4.3亿元，是上年的2.6倍: what it is so many times, or so many per cent, of."""
    told = [
        f
        for f in facts.figures([later.zone] if later.zone else (), [later.period] if later.period else ())
        if f.kind is FigureKind.SHARE and f.value and (f.report_id, f.sentence_start) == (later.report_id, later.sentence_start)
        and f.scope.endswith(later.indicator) and then.fullmatch(f.indicator) and f.unit in ("倍", "%", "％")
    ]
    if len({f.value for f in told}) != 1 or later.value is None or told[0].value is None:
        return None
    result = computing.before_multiple(later.value, told[0].value, later.unit, percent=told[0].unit != "倍")
    stand_in = _stand_in(outcome, later, f"约{result.text}")
    how = f"由{describe(later)}{amount(later)}、{told[0].indicator}的{amount(told[0])}推算"
    value = Decimal(result.text.removesuffix(result.unit))
    return Member(replace(outcome, figure=replace(stand_in, value=value)), how, result.formula, exact=False)


def _from_likened(facts: Facts, slot: Slot, then: Period) -> Member | None:
    """218.6万人次，恢复到2019年同期的91.7%; 5,680万美元，为上年全年的73.8%: from what a later period is set against."""
    if slot.zone is None or then.first_year != then.last_year:
        return None
    year = then.first_year
    for period in facts.periods_of(slot.zone):
        same = period == then.shifted(period.first_year - year) if period.first_year > year else False
        whole = then.is_year and period.first_year == period.last_year == year + 1
        if not (same or whole):
            continue
        names = f"{year}年(?:{'同期|水平|全年' if then.is_year else '同期'})" + ("?" if then.is_year else "")
        pattern = re.compile(f"相当于(?:{names}{'|[上去]年全年' if whole else ''})")
        later = _resolved(facts, replace(slot, period=period, report_periods=()), abroad=False).figure
        found = _from_multiple(facts, Outcome(slot, later), later, pattern) if later is not None and later.status is Status.DONE else None
        if found is not None:
            return found
    return None


def _stand_in(outcome: Outcome, later: Figure, text: str) -> Figure:
    """The later figure, which is what is cited, with the earlier period and its amount."""
    return replace(
        later,
        period=outcome.slot.period,
        value_text=text,
        qualifier="",
        growth=None,
        growth_text="",
        growth_unit="",
        growth_base="",
    )

"""What a figure tells of the year before: the number that it changed from, by how much, in per cent, by places, how many times.

“从43户增加到51户”, “156户，比年初净增19户”, “18.3%，比重较上年提高1.1个百分点” each determine the year before exactly;
“7.31亿元，增长17.1%” and “4.3亿元，是上年的2.6倍” determine it within rounding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.changes import starts_change
from assistant.extractive.flows import came_and_left
from assistant.extractive.slot import Outcome
from assistant.extractive.wording import amount, describe, growth
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.terms import find_terms
from index.numerals import convert
from index.records import Figure, FigureKind

__all__ = [
    "LAST_YEAR", "POINTS", "TIMES", "Member", "begins_change", "beside", "from_growth", "from_multiple", "from_places", "from_step", "printed_before",
]  # fmt: skip

POINTS = ("个百分点", "百分点", "个点")
TIMES = "倍"  # 增长1.2倍
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


def beside(facts: Facts, figure: Figure) -> list[Figure]:
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


def begins_change(facts: Facts, figure: Figure) -> bool:
    text = facts.report(figure.report_id).text
    at = text.find(figure.value_text, figure.start, figure.end + len(figure.value_text)) if figure.value_text else -1
    return starts_change(figure.scope, text[max(0, at - 8) : at] if at > 0 else "")


def printed_before(facts: Facts, later: Figure) -> Figure | None:
    """从|43户|增加到51户, where no year is printed with it."""
    earlier = [
        f
        for f in beside(facts, later)
        if f.name == later.name and f.start < later.start and begins_change(facts, f) and f.value != later.value
    ]
    return max(earlier, key=lambda f: f.start) if earlier else _in_words_before(facts, later)


# 由第89位升至|第81位|, 从43户增加到|51户|: the number that a change starts from, where it is no figure of its own.
_STARTING = re.compile(
    r"(?:由|从)(?:(?:上|去)年|20\d\d年)?(?:年?末|年?底|同期)?的?(?P<told>第?(?P<number>\d[\d,.]*)(?P<unit>[㐀-鿿%％]{0,5}?))"
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


def from_places(facts: Facts, outcome: Outcome, later: Figure) -> Member | None:
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


def from_step(facts: Facts, outcome: Outcome, later: Figure) -> Member | None:
    """比年初净增19户, 较上年提高1.1个百分点; 净增46家，总数163家."""
    step, text = later.growth, growth(later)
    same = dimension(later.growth_unit) == dimension(later.unit) and later.growth_unit != "%"
    points = later.growth_unit in POINTS and later.unit in ("%", "％")
    told = _told_step(facts, later) if step is None or not (same or points) else None
    if told is not None:
        step, text, unit, points = *told, False
    elif step is None or not (same or points) or not YEARLY.fullmatch(later.growth_base):
        gained = "净增|新增|新认定|新获批|新培育" if "累计" in later.scope or "余额" in later.name else "净增"  # 新增5家，累计8家
        net = [f for f in beside(facts, later) if re.search(gained, f.scope + f.indicator) and f.name.endswith(later.name[-4:])]
        if later.kind is not FigureKind.VALUE or "净增" in later.scope + later.indicator:
            return None
        phrase, known = outcome.slot.phrase, facts.understanding()
        whose = phrase[: find_terms(phrase)[0].start] if find_terms(phrase) else ""
        part = len(whose) > 2 and all(whose[i : i + 2] in known.words for i in range(len(whose) - 1))  # what came to all firms is no trade's
        own = not outcome.slot.scopes and not (part and not later.scope)
        came, left = came_and_left(facts, later) if own and not any("净增" in f.scope + f.indicator for f in net) else (None, None)
        if came is not None and left is not None and came.value is not None and left.value is not None:
            step, text, points, unit = came.value - left.value, f"新增{amount(came)}、减少{amount(left)}", False, came.unit
        elif len(net) == 1:
            way = "净增" if "净增" in net[0].scope + net[0].indicator else "新增"
            step, text, points, unit = net[0].value, f"{way}{amount(net[0])}", False, net[0].unit
        else:
            return None
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
    r"(?P<verb>[㐀-鿿]{0,4}?)(?P<number>\d[\d,.]*)(?P<unit>[㐀-鿿]{1,3}?)(?=[，,。；;、]|$)"
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


def from_growth(outcome: Outcome, later: Figure) -> Member | None:
    if (
        later.growth is None
        or later.value is None
        or later.growth_unit not in ("%", TIMES)
        or later.growth <= (0 if later.growth_unit == TIMES else -100)
        or not YEARLY.fullmatch(later.growth_base)
        or re.search("不变价|可比价|同口径|可比口径", later.growth_text)
    ):
        return None
    result = computing.backcast(later.value, later.growth, later.unit, times=later.growth_unit == TIMES)
    stand_in = _stand_in(outcome, later, f"约{result.text}")
    told = Decimal(result.text.removesuffix(result.unit))
    return Member(
        replace(outcome, figure=replace(stand_in, value=told)),
        f"由{describe(later)}{amount(later)}、{growth(later)}推算",
        result.formula,
        exact=False,
    )


LAST_YEAR = re.compile("相当于[上去]年(?:同期|全年|水平)?")


def from_multiple(facts: Facts, outcome: Outcome, later: Figure, then: re.Pattern[str]) -> Member | None:
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

"""A computation compared as a whole: which numbers of the reports a question puts together, and how.

Rules take a question that computes apart, one operand a phrase; where a phrase is in nobody's words they find nothing, or
another's number.  Here nothing is taken apart: the cross-encoder reads every number beside the whole question, as one that
the result needs or not, and every way of working it out beside it, too.  A linear model gives each way of putting one or
two of the likeliest numbers together (and all of a row, for a sum) and “none of them” a share of likelihood.  Weights are
fitted by ``python -m benchmarks.worked``.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

import numpy as np

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.asks import Sort, Told, asks_of, numbers_of
from assistant.extractive.crossing import marked, operand_encoder
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.likeliest import words_of
from assistant.extractive.likelihood import Matrix, in_deviations, likelihoods, stored_weights
from assistant.extractive.wholly import ELSEWHERE
from assistant.extractive.wording import amount, describe, growth, name_of, when
from assistant.facts import Facts
from assistant.linking import dimension, fold
from assistant.records import Draft, Operation, Query
from index.records import Figure, FigureKind, Period, Status

__all__ = ["FEATURES", "IN_WORDS", "LEAST", "Sum", "Way", "answer_worked", "lacking", "numbers", "ways", "worked_out"]

LEAST = 0.7  # likelihood of what is told; python -m benchmarks.worked prints what other limits would give
READ = 16  # numbers that the cross-encoder reads, the nearest by their words
STRAY = 4.0  # what the logit of a number of another period than those asked for has less, where few are kept
KEPT = 9  # of these, put together
MOST_OF_ROW = 8  # numbers of one sentence or column that are added up
SAID = "以上按意思最接近的数算出，请对照原文。"


class Way(Enum):
    """How a result is worked out: what the cross-encoder reads of it."""

    ONE = "直接查一个数"
    DIFFERENCE = "两个数相差多少、谁多谁少"
    TREND = "同一个数两个时期相比，升降多少"
    REST = "总数减去一部分，剩下多少"
    SHARE = "一个数占另一个数的百分之几"
    PER = "一个数除以另一个数，平均每个多少"
    TIMES = "一个数是另一个数的几倍"
    SUM = "几个数相加，合计多少"
    PART = "总数乘以百分比，是多少"
    BACK = "由增速或完成率倒推原来的数"
    MOST = "几个数里哪个最大或最小"


#: What is measured of a sum.
FEATURES = {
    "way": "logarithm of the share of its way among all ways (cross-encoder)",
    "read": "mean logit of its numbers (cross-encoder), in fives",
    "least": "the lowest of them",
    "short": "how much lower they are, on the mean, than the highest of all numbers",
    "gap": "how far the lowest of them is above the highest of the numbers left out, of those of the periods asked for",
    "clear": "1 where no number left out is as likely, its way is the likeliest, and the unit is none but the one asked for",
    "near": "mean nearness of its numbers by their words alone",
    "unit": "1 where the result is in the unit asked for, -1 where it is in another",
    "sentence": "1 where its numbers stand in one sentence",
    "row": "1 where they have one name, and another period, zone or state",
    "part": "1 where one is told as a part of the other",
    "mixed": "1 where two numbers of different periods have different names",
    "asked": "share of the periods and zones asked for that its numbers are of",
    "stray": "share of its numbers that are of none of them",
    "older": "share that is not of the newest report's period, where no period is asked for",
    "aim": "share of its numbers that are an aim where the question speaks of none, or, in a row, none where it does",
    "small": "of a share, 1 where it is above 100%",
    "many": "1 for more than two numbers",
    "single": "1 for one number",
    "difference": "1 for this way", "share": "1 for this way", "per": "1 for this way", "times": "1 for this way", "sum": "1 for this way",
    "part_of": "1 for this way", "back": "1 for this way",
    "one": "of “none”: logarithm of the share of ways that work nothing out",
    "elsewhere": "of “none”: 1 where rules found what was asked in another period, zone or state",
    "none": "1 for “none”",
}  # fmt: skip
OF_NONE = 3  # the last features
_OWN = {Way.DIFFERENCE: "difference", Way.SHARE: "share", Way.PER: "per", Way.TIMES: "times", Way.SUM: "sum", Way.PART: "part_of", Way.BACK: "back"}
_DIFFERENCES = (Way.DIFFERENCE, Way.TREND, Way.REST)

_AIM = re.compile("目标|计划|打算|准备|原定|定的|力争|任务|想要?|要到|预期|年初定|争取|安排|指标")
_GROWTH = re.compile("[增涨降跌滑升减缩扩快慢猛]|速|幅")
_BACK = re.compile("[倒反回]推|推算|算回去|[上去前]一?年|上年|原来|之前|此前|同期")
_HUNDRED = Decimal(100)
_COMPUTES = re.compile("[占比倍差剩余每均多少高低快慢推还加共合计除扣减增升降涨变率几成摊折净抵恢复前进退]")
IN_WORDS = (
    Operation.LIST, Operation.WHO, Operation.WHEN, Operation.WHERE, Operation.WHY, Operation.HOW, Operation.SUMMARY, Operation.META,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """``numbers`` put together in one ``way``; ``result`` is what comes of it."""

    way: Way
    numbers: tuple[Told, ...]
    result: Computed


def numbers(facts: Facts, query: Query) -> tuple[list[Told], list[float]]:
    """Every number that the result may need, with how near it is by its words alone."""
    pool = _pool(facts, query)
    if not pool:
        return [], []
    question = words_of(query.bare)
    grows = bool(_GROWTH.search(query.bare))
    asked = set(question)
    rarity = Counter(c for f in pool for c in set(fold(f.scope + f.indicator + facts.sentence(f))))

    def weight(characters: set[str]) -> float:
        return sum(math.log(1 + len(pool) / (0.5 + rarity[c])) for c in characters)

    table = facts.linker.names
    cosine = in_deviations(np.asarray(table.dense(question, [table.add(f.scope, f.indicator) for f in pool]), dtype=np.float64))
    whole = weight(asked) or 1.0
    told, near = [], []
    for f, like in zip(pool, cosine, strict=True):
        name = set(fold(f.scope + f.indicator))
        start = max(f.sentence_start, f.start - 30)
        clause = name | set(fold(facts.report(f.report_id).text[start : f.end]))
        how = 3 * weight(asked & clause) / whole + weight(asked & name) / (weight(name) or 1.0) + 0.3 * float(like)
        how += 0.5 * (not query.periods or f.period in query.periods)
        for t in numbers_of(f):
            if not t.grew or grows:
                told.append(t)
                near.append(how - 0.3 * t.grew)
    return told, near


def _pool(facts: Facts, query: Query) -> list[Figure]:
    """The figures of the zones asked for; of one year asked, those of the year before and after it as well."""
    zones = query.zones or (facts.zones.zones if len(facts.zones.zones) == 1 else ())
    if not zones or query.unknown_zones:
        return []
    years = {y + d for p in query.periods for y in (p.first_year, p.last_year) for d in (-1, 0, 1)}
    return [f for f in facts.figures(zones) if not years or f.period is None or f.period.last_year in years]


def ways(question: str) -> dict[Way, float]:
    """The share of each way, by what the cross-encoder makes of it."""
    logits = operand_encoder().scores(question, [reading(way) for way in Way])
    shares = np.exp(logits - logits.max())
    return dict(zip(Way, map(float, shares / shares.sum()), strict=True))


def reading(way: Way) -> str:
    """What is read of a way."""
    return f"算法 | {way.value}"


def worked_out(facts: Facts, query: Query, before: Draft) -> tuple[list[Sum], Matrix]:
    """The sums that a question may ask for, with their features, “none” last; ``before`` is what rules made of it."""
    told, near = numbers(facts, query)
    order = sorted(range(len(told)), key=lambda i: -near[i])[:READ]
    logits = operand_encoder().scores(query.bare, [marked(facts, told[i]) for i in order]) if order else np.zeros(0)
    stray = [bool(query.periods) and told[i].figure.period not in query.periods for i in order]
    ranked = sorted(zip(order, map(float, logits), stray, strict=True), key=lambda row: row[2] * STRAY - row[1])
    best = [(i, logit) for i, logit, _ in ranked[:KEPT]]
    likely = ways(query.bare)
    newest = () if query.periods else tuple(facts.newest[z] for z in query.zones or facts.zones.zones if z in facts.newest)
    measure = _Measuring(query, likely, {told[i]: (logit / 5, near[i]) for i, logit in best}, newest)
    sums = list(_sums([told[i] for i, _ in best]))
    elsewhere = any(ELSEWHERE.search(s.text) for s in before.statements)
    none = [0.0] * (len(FEATURES) - OF_NONE) + [math.log(likely[Way.ONE] + likely[Way.MOST] + 1e-4), float(elsewhere), 1.0]
    return sums, np.array([*(measure.row(s) for s in sums), none], dtype=np.float64)


def _value(told: Told) -> tuple[Decimal, str] | None:
    f = told.figure
    if told.grew:
        return (f.growth, f.growth_unit) if f.growth is not None else None
    return (f.value, f.unit) if f.value is not None else None


def _sums(told: Sequence[Told]) -> Iterator[Sum]:
    """Every way of putting one or two numbers together, and those of a row."""
    for t in told:
        yield from _of_one(t)
    for a, b in itertools.combinations(told, 2):
        if a.figure.id == b.figure.id:
            continue
        yield from _of_two(a, b)
    rows: dict[tuple[str, str, str, Status], list[Told]] = defaultdict(list)
    for t in told:
        if not t.grew and t.figure.unit not in ("%", "％"):
            rows[(t.figure.report_id, str(t.figure.period), t.figure.unit, t.figure.status)].append(t)
    for row in rows.values():
        for count in range(3, min(len(row), MOST_OF_ROW) + 1):
            for some in itertools.combinations(row, count) if count == 3 else [tuple(row[:count])]:
                yield from _added(some)


def _of_one(told: Told) -> Iterator[Sum]:
    f = told.figure
    if told.grew or f.value is None:
        return
    if f.growth is not None and f.growth_text and f.growth > -_HUNDRED:
        if f.growth_unit == "%" and f.unit not in ("%", "％"):
            yield Sum(Way.BACK, (told,), computing.backcast(f.value, f.growth, f.unit))
        elif f.growth_unit and dimension(f.growth_unit) == dimension(f.unit):
            before = f.value - f.growth
            yield Sum(Way.BACK, (told,), Computed(before, f.unit, f"{computing.plain(before)}{f.unit}", computing.stepped_back(f.value, f.growth)))
    if f.unit in ("%", "％") and 0 < f.value < _HUNDRED:
        yield Sum(Way.REST, (told,), computing.difference(_HUNDRED, f.value, "%"))


def _of_two(a: Told, b: Told) -> Iterator[Sum]:
    one, other = _value(a), _value(b)
    if one is None or other is None:
        return
    percent = [unit in ("%", "％", "个百分点") for _, unit in (one, other)]
    if a.grew or b.grew or all(percent):
        if all(percent) and a.grew == b.grew:
            yield Sum(Way.DIFFERENCE, (a, b), computing.difference(one[0], other[0], "%"))
        return
    if any(percent):
        whole, rate = (b, a) if percent[0] else (a, b)
        w, r = whole.figure, rate.figure
        if w.value and r.value and w.kind is not FigureKind.RANK and _of_it(r, w):
            yield Sum(Way.PART, (whole, rate), computing.of_share(w.value, r.value, w.unit))
            yield Sum(Way.BACK, (whole, rate), computing.target_from_rate(w.value, r.value, w.unit))
        return
    if (a.figure.kind is FigureKind.RANK) != (b.figure.kind is FigureKind.RANK):
        return
    alike = dimension(one[1]) == dimension(other[1]) and (a.figure.name == b.figure.name or one[1].lstrip("万亿千百") == other[1].lstrip("万亿千百"))
    values = computing.common_unit([a.figure, b.figure]) if alike else None
    if values is not None:
        (x, y), unit = values
        yield Sum(Way.DIFFERENCE, (a, b), computing.difference(x, y, unit))
        if a.figure.kind is FigureKind.RANK:
            return
        yield from _added((a, b))
        for (p, q), (u, v) in (((a, b), (x, y)), ((b, a), (y, x))):
            if u > 0 and v > 0:
                yield Sum(Way.SHARE, (p, q), computing.share(u, v))
                if u >= v:
                    yield Sum(Way.TIMES, (p, q), computing.ratio(u, v))
    for p, q in ((a, b), (b, a)):
        amount_of, count = p.figure.value, q.figure.value
        other_unit = p.figure.unit != q.figure.unit or values is None
        if amount_of and count and amount_of > 0 and count > 0 and other_unit and dimension(q.figure.unit) not in ("元", "外币", ""):
            yield Sum(Way.PER, (p, q), _each(amount_of, p.figure.unit, count, q.figure.unit))


def _of_it(rate: Figure, whole: Figure) -> bool:
    """Whether a rate is told with an amount, or by its name: 税收占一般公共预算收入的85.5%."""
    if rate.kind in (FigureKind.RANK, FigureKind.GAP) or rate.unit not in ("%", "％"):
        return False
    told = (rate.report_id, rate.sentence_start) == (whole.report_id, whole.sentence_start) or rate.part_of == whole.id
    return told or fold(whole.indicator) in fold(rate.scope + rate.indicator)


def _each(amount: Decimal, unit: str, count: Decimal, of: str) -> Computed:
    """So many of one for one of the other, in a unit that leaves a readable number: 0.27亿元 a firm are 2700万元."""
    scale = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
    by = scale.get(of[:1], Decimal(1)) if of[1:] else Decimal(1)
    value, named = amount / (count * by), unit
    for larger, smaller in (("亿", "万"), ("万", "")):
        if named.startswith(larger) and value < 1:
            value, named = value * 10_000, smaller + named[1:]
    text = computing.plain(value, 2)
    return Computed(value, named, f"{text}{named}", f"{computing.plain(amount)}{unit} ÷ {computing.plain(count)}{of} ≈ {text}{named}")


def _added(told: Sequence[Told]) -> Iterator[Sum]:
    values = computing.common_unit([t.figure for t in told])
    if values is not None and FigureKind.RANK not in {t.figure.kind for t in told}:
        yield Sum(Way.SUM, tuple(told), computing.total(*values))


class _Measuring:
    """One question against every sum."""

    def __init__(self, query: Query, likely: dict[Way, float], read: dict[Told, tuple[float, float]], newest: Sequence[Period]) -> None:
        self.query, self.likely, self.read, self.newest = query, likely, read, newest
        self.top = max((logit for logit, _ in read.values()), default=0.0)
        asks = asks_of(query.bare)
        self.units = {"%" if a.sort in (Sort.RATE, Sort.GROWTH) else dimension(a.unit) for a in asks if a.unit or a.sort is Sort.RATE}
        self.aims = bool(_AIM.search(query.bare))

    def _strays(self, figure: Figure) -> bool:
        return bool(self.query.periods) and figure.period not in self.query.periods

    def _of_another_year(self, figure: Figure) -> bool:
        """Whether what a growth leads back to is of a year that is not asked for; that it is to be led back has to be said."""
        before = figure.period.shifted(-1) if figure.period else None
        asked = self.query.periods
        return not _BACK.search(self.query.bare) or (bool(asked) and before not in asked and figure.period not in asked)

    def row(self, of: Sum) -> list[float]:
        figures = [t.figure for t in of.numbers]
        first, last = figures[0], figures[-1]
        logits = [self.read[t][0] for t in of.numbers]
        two = len(figures) == 2
        same = first.name == last.name and fold(first.scope) == fold(last.scope)
        row = two and same
        cells = {(f.zone, f.period) for f in figures}
        zones, periods = set(self.query.zones), set(self.query.periods)
        wanted = [z in {f.zone for f in figures} for z in zones] + [p in {f.period for f in figures} for p in periods]
        stray = float(self._of_another_year(first)) if of.way is Way.BACK and len(figures) == 1 else sum(map(self._strays, figures)) / len(figures)
        aims = [f.status is Status.TARGET for f in figures]
        measures = dimension(of.result.unit)
        way = max(self.likely[w] for w in _DIFFERENCES) if of.way in _DIFFERENCES else self.likely[of.way]
        left = [logit for t, (logit, _) in self.read.items() if t.figure.id not in {f.id for f in figures} and not self._strays(t.figure)]
        gap = min(max(min(logits) - max(left, default=-1.0), -1.0), 1.0)
        unit = (1.0 if measures in self.units else -1.0) if self.units else 0.0
        clear = gap > 0 and way >= max(self.likely.values()) and unit >= 0 and not stray
        return [
            math.log(way + 1e-4),
            sum(logits) / len(logits),
            min(logits),
            self.top - sum(logits) / len(logits),
            gap,
            float(clear),
            sum(self.read[t][1] for t in of.numbers) / len(logits),
            unit,
            float(len(figures) > 1 and len({(f.report_id, f.sentence_start) for f in figures}) == 1),
            float(row),
            float(two and (first.part_of == last.id or last.part_of == first.id)),
            float(two and not same and len(cells) > 1),
            sum(wanted) / len(wanted) if wanted else 1.0,
            stray,
            sum(f.period not in self.newest for f in figures) / len(figures) if self.newest else 0.0,
            float(self.aims and not any(aims)) if row else 0.0 if self.aims else sum(aims) / len(aims),
            float(of.way is Way.SHARE and of.result.value > 100),
            float(len(figures) > 2),
            float(len(figures) == 1),
            *(float((Way.DIFFERENCE if of.way in _DIFFERENCES else of.way) is way) for way in _OWN),
            *(0.0,) * OF_NONE,
        ]  # fmt: skip


def answer_worked(facts: Facts, query: Query, before: Draft) -> Draft | None:
    """The likeliest sum, worked out, where rules lack some of what is asked; None where nothing is likely enough."""
    if not lacking(before) or query.operation in IN_WORDS or not _COMPUTES.search(query.bare):
        return None
    sums, rows = worked_out(facts, query, before)
    if not sums:
        return None
    shares = likelihoods(rows, stored_weights("worked", tuple(FEATURES)))
    best = sums[int(np.argmax(shares))]
    likelihood = float(shares[[i for i, s in enumerate(sums) if s.result.text == best.result.text]].sum())
    likely = ways(query.bare)
    way = max(likely, key=lambda w: likely[w])
    meant = best.way is way or (best.way in _DIFFERENCES and way in _DIFFERENCES)
    return tell(facts, best, likelihood) if meant and likelihood >= LEAST else None


def lacking(draft: Draft) -> bool:
    """Whether rules left out some of what was asked, and worked nothing out."""
    return draft.refused or (any(REFUSAL in s.text for s in draft.statements) and not any(s.formula for s in draft.statements))


def tell(facts: Facts, of: Sum, likelihood: float) -> Draft:
    """The result, its numbers, its formula."""
    drafting = Drafting(facts)
    drafting.note("合算", f"{of.way.value}：{of.result.formula}（{likelihood:.2f}）")
    cited = drafting.cite(*(t.figure for t in of.numbers))
    shown = "，".join(f"{describe(t.figure)}{_shown(t)}" for t in of.numbers)
    drafting.say(f"{_lead(of)}（{shown}；{of.result.formula}）。", cited, of.result.formula)
    drafting.say(SAID, cited)
    drafting.presumed = True
    return drafting.draft()


def _shown(told: Told) -> str:
    return growth(told.figure) if told.grew else amount(told.figure)


def _lead(of: Sum) -> str:
    """The result as said first: which is more, where two are set against each other."""
    text = of.result.text
    if of.way is not Way.DIFFERENCE:
        return f"约{text}" if "≈" in of.result.formula else text
    if of.result.value == 0:
        return "持平"
    more, less = of.numbers if of.result.value > 0 else of.numbers[::-1]
    a, b = more.figure, less.figure
    if (a.status is Status.TARGET) != (b.status is Status.TARGET) and a.period == b.period:
        return f"比目标多{text}，完成了目标" if b.status is Status.TARGET else f"比目标少{text}，没有完成目标"
    ranks = a.kind is FigureKind.RANK
    if a.zone == b.zone and a.name == b.name and a.period and b.period and a.period != b.period:
        before, after = (less, more) if b.period.key < a.period.key else (more, less)
        if ranks:
            way = "后退" if after is more else "前移"
        elif of.result.unit == "个百分点":
            way = "提高" if after is more else "下降"
        else:
            way = "增加" if after is more else "减少"
        return f"{when(after.figure)}比{when(before.figure)}{way}{text}"
    if ranks:
        return f"相差{text}"
    names = [_named(t, zone=a.zone != b.zone) for t in (more, less)]
    return f"{names[0]}比{names[1]}{'高' if of.result.unit == '个百分点' else '多'}{text}"


def _named(told: Told, *, zone: bool) -> str:
    f = told.figure
    name = Facts.short(f.zone) if zone else name_of(f)
    return f"{name}{'（目标）' if f.status is Status.TARGET else ''}{'增速' if told.grew else ''}"

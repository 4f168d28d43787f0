"""A computation compared as a whole: which numbers of the reports a question puts together, and how.

Rules take a question that computes apart, one operand a phrase; where a phrase is in nobody's words they find nothing, or
another's number.  Here nothing is taken apart: a linear model of the whole question says how likely each way of
working a result out is (:mod:`assistant.extractive.way`), and the cross-encoder reads every number beside it, as one that the
result needs or not.  A second linear model gives each way of putting one or
two of the likeliest numbers together (and all of a row, for a sum) and “none of them” a share of likelihood.  Weights are
fitted by ``python -m benchmarks.worked``.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from assistant.exclusive import exclusive
from assistant.extractive.asks import Sort, Told, asks_of, numbers_of
from assistant.extractive.crossing import marked, needed
from assistant.extractive.drafting import NOT_ALL, NOT_TAKEN_OFF, REFUSAL, Drafting
from assistant.extractive.grounding import says_all
from assistant.extractive.likeliest import words_of
from assistant.extractive.likelihood import Matrix, Rarity, in_deviations, likelihoods, stored_weights
from assistant.extractive.summed import fitting, summed
from assistant.extractive.sums import DIFFERENCES, Sum, Way, sums_of
from assistant.extractive.takings import left_after
from assistant.extractive.way import ways
from assistant.extractive.wholly import AIM, ASKS_ALONE, found_elsewhere, says_one_alone
from assistant.extractive.wording import amount, changed, describe, growth, name_of, when
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Draft, Operation, Query
from assistant.story import asking_clauses
from assistant.terms import find_terms
from index.glossary import normalise, rivals
from index.records import Figure, FigureKind, Period, Status

__all__ = ["FEATURES", "LEAST", "READ", "answer_worked", "as_nearest", "left_open", "numbers", "tell", "worked_out"]

LEAST = 0.6  # likelihood of what is told; python -m benchmarks.worked prints what other limits would give …
LEAST_BESIDE = 0.7  # … and where rules found a part of what is asked
READ = 10  # numbers that the cross-encoder reads, the nearest by their words: both needed ones for nine of ten questions
#: Of likelihood, for ways that work nothing out: from there on no number is read.  Of held-out questions that compute 104 of 1,028,
#: of those that ask for a figure by its own name 160 of 168 (python -m benchmarks.way --score).
PRINTED = 0.8
#: The same, where rules told a printed number: the question has to say all but by name that it is to be worked out.
HARDLY_PRINTED = 0.02
STRAY = 4.0  # what the logit of a number of another period than those asked for has less, where few are kept
KEPT = 9  # of these, put together
SUMS = 6  # of their sums, the likeliest by their numbers, that are read as a whole
#: Likelihood by its numbers alone below which no sum is read as a whole: reading lifts none so unlikely to LEAST.
WORTH_READING = 0.15
SAID = "以上按意思最接近的数算出，请对照原文。"


#: What is measured of a sum.
FEATURES = {
    "way": "logarithm of the share of its way among all ways",
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
    "whole": "logit of the sum as a whole (cross-encoder), in fives",
    "one": "of “none”: logarithm of the share of ways that work nothing out",
    "elsewhere": "of “none”: 1 where rules found what was asked in another period, zone or state",
    "none": "1 for “none”",
}  # fmt: skip
OF_NONE = 3  # the last features
#: How likely a sum is by its numbers alone, a weight a feature: what is read as a whole and what is not.
BY_NUMBERS = np.array([{
    "way": 0.6, "read": 1.1, "gap": 1.9, "clear": 1.1, "near": 0.4, "unit": 0.4, "row": 0.8, "part": 0.8, "asked": 0.6, "stray": -3.6,
    "older": -0.4, "aim": -1.6, "small": -3.2, "many": 0.8, "single": -0.6, "difference": -0.6, "share": -1.4, "per": -0.4, "times": -1.7,
    "sum": -2.7, "part_of": -1.2, "back": -0.2,
}.get(name, 0.0) for name in FEATURES])  # fmt: skip
_OWN = {Way.DIFFERENCE: "difference", Way.SHARE: "share", Way.PER: "per", Way.TIMES: "times", Way.SUM: "sum", Way.PART: "part_of", Way.BACK: "back"}

_WHOLE = tuple(FEATURES).index("whole")
_GROWTH = re.compile("[增涨降跌滑升减缩扩快慢猛]|速|幅")
#: 比上年多了还是少了: set against another time and against nothing else.
_OVER_TIME = re.compile("[^比较和与跟及]*[比较](?:上|去|前)一?年(?:同期)?[^比较和与跟及]*")
_IN_PERCENT = re.compile("百分[之比数]|几成|[%％]|增速|[增涨升降跌减缩]幅|幅度|[增长涨]率")
LEAST_TREND = 0.3  # likelihood of a change, from which on what a growth has added is among the sums
_BACK = re.compile("[倒反回]推|推算|算回去|[上去前]一?年|上年|原来|之前|此前|同期")


def numbers(facts: Facts, query: Query) -> tuple[list[Told], list[float]]:
    """Every number that the result may need, with how near it is by its words alone."""
    pool = _pool(facts, query)
    if not pool:
        return [], []
    question = words_of(query.bare)
    grows = bool(_GROWTH.search(query.bare))
    asked = set(question)
    rarity = Rarity([set(fold(f.scope + f.indicator + facts.sentence(f))) for f in pool])
    table = facts.linker.names
    cosine = in_deviations(np.asarray(table.dense(question, [table.add(f.scope, f.indicator) for f in pool]), dtype=np.float64))
    told, near = [], []
    for f, like in zip(pool, cosine, strict=True):
        name = set(fold(f.scope + f.indicator))
        start = max(f.sentence_start, f.start - 30)
        clause = name | set(fold(facts.report(f.report_id).text[start : f.end]))
        how = 3 * rarity.share(clause, asked) + rarity.share(asked, name) + 0.3 * float(like)
        how += 0.5 * (not query.periods or f.period in query.periods)
        for t in numbers_of(f):
            if not t.grew or grows:
                told.append(t)
                near.append(how - 0.3 * t.grew)
    return told, near


def _pool(facts: Facts, query: Query) -> list[Figure]:
    """The figures of the zones asked for; of one year asked, those of the year before and after it as well."""
    zones = facts.placed(query)
    if not zones or query.unknown_zones:
        return []
    years = {y + d for p in query.periods for y in (p.first_year, p.last_year) for d in (-1, 0, 1)}
    return [f for f in facts.figures(zones) if not years or f.period is None or f.period.last_year in years]


def worked_out(
    facts: Facts, query: Query, before: Draft, likely: Mapping[Way, float], *, least: float = 0.0, tellable: Callable[[Sum], bool] = lambda _: True
) -> tuple[list[Sum], Matrix]:
    """The sums that a question may ask for, with their features, “none” last.

    ``before`` is what rules made of the question, ``likely`` the share of each way.  No sum where none that is ``tellable``
    can be made of the numbers, or is as likely as ``least`` by these alone: then no more is read.
    """
    told, near = numbers(facts, query)
    order = sorted(range(len(told)), key=lambda i: -near[i])[:READ]
    none = [0.0] * (len(FEATURES) - OF_NONE) + [math.log(likely[Way.ONE] + likely[Way.MOST] + 1e-4), float(found_elsewhere(before)), 1.0]
    if least and not any(map(tellable, sums_of([told[i] for i in order]))):
        return [], np.array([none])
    logits = needed(query.bare, [marked(facts, told[i]) for i in order])
    stray = [bool(query.periods) and told[i].figure.period not in query.periods for i in order]
    ranked = sorted(zip(order, map(float, logits), stray, strict=True), key=lambda row: row[2] * STRAY - row[1])
    best = [(i, logit) for i, logit, _ in ranked[:KEPT]]
    newest = () if query.periods else tuple(facts.newest[z] for z in query.zones or facts.zones.zones if z in facts.newest)
    measure = _Measuring(query, likely, {told[i]: (logit / 5, near[i]) for i, logit in best}, newest)
    over_time = _OVER_TIME.fullmatch(query.bare) is not None
    sums = [
        s for s in sums_of([told[i] for i, _ in best])
        if not (any(senseless(s) for senseless in (_of_itself, _of_unlike, _of_the_whole)) or (over_time and _at_one_time(s)))
        and not (_of_a_neighbour(query, s) or _unasked(query, s, likely) or _of_an_unnamed(query, s))
    ]
    rows = np.array([*(measure.row(s) for s in sums), none], dtype=np.float64)
    likeliest = np.argsort(-(rows[:-1] @ BY_NUMBERS), kind="stable")[:SUMS]
    sums, rows = [sums[i] for i in likeliest], rows[[*likeliest, -1]]
    shares = likelihoods(rows, stored_weights("worked", tuple(FEATURES)))
    if least and not any(share >= least and tellable(s) for s, share in zip(sums, shares, strict=True)):
        return [], rows
    rows[:-1, _WHOLE] = fitting(query.text, [summed(facts, s) for s in sums]) / 5
    return sums, rows


def _of_itself(of: Sum) -> bool:
    """Whether a share is of the same thing at another time: no part of it."""
    if of.way is not Way.SHARE or len(of.numbers) != 2:
        return False
    one, other = (t.figure for t in of.numbers)
    return one.name == other.name and fold(one.scope) == fold(other.scope) and one.zone == other.zone and one.status is other.status


def _of_a_neighbour(query: Query, of: Sum) -> bool:
    """Whether a share is of another part told beside it, which the question doesn't name: 煤炭1126万吨 is no whole of 金属矿石."""
    if of.way is not Way.SHARE or len(of.numbers) != 2:
        return False
    part, whole = sorted((t.figure for t in of.numbers), key=lambda f: fold(f.scope) not in fold(query.text))
    told_beside = (part.report_id, part.sentence_start, part.period) == (whole.report_id, whole.sentence_start, whole.period)
    alike = told_beside and part.unit == whole.unit and part.indicator[-2:] == whole.indicator[-2:] and part.scope != whole.scope
    parts = bool(part.scope and whole.scope) and not _ALL.match(whole.scope) and whole.id != part.part_of and part.id != whole.part_of
    return alike and parts and not bigrams(fold(whole.scope)) & bigrams(fold(query.text))


_ALL = re.compile("全|合计|总|共")
_KINDS = (
    "产值", "税(?!务)", "增加值", "营业?收|销售", "投资|固投", "利润", "进出?口|出口|外贸", "零售|社零", "[内外]资(?!企业)|到位资金", "贷款", "存款",
)  # fmt: skip
_MEASURES = tuple(map(re.compile, _KINDS))


def _of_unlike(of: Sum) -> bool:
    """Whether output is added to tax: no sum is of two measures."""
    kinds = [{i for i, kind in enumerate(_MEASURES) if kind.search(t.figure.indicator)} for t in of.numbers]
    return of.way is Way.SUM and all(kinds) and not set.intersection(*kinds)


def _of_the_whole(of: Sum) -> bool:
    """Whether a whole is led back from a share in that very whole: 全市收入148.6亿元 and 占全市收入15.3%."""
    figures = [t.figure for t in of.numbers]
    rate = next((f for f in figures if f.kind is FigureKind.SHARE), None)
    if of.way is not Way.BACK or rate is None or len(figures) != 2:
        return False
    whole = figures[0] if figures[1] is rate else figures[1]
    return fold(rate.indicator).endswith(fold(whole.scope + whole.indicator)) and bool(whole.scope)


_SHORT = 2  # characters of a scope that names nothing of its own: 全区, 累计


def _of_an_unnamed(query: Query, of: Sum) -> bool:
    """Whether what is divided is of one thing that the question doesn't name: 澄湖大道, where it asks of another road."""
    scopes = {fold(t.figure.scope) for t in of.numbers}
    if of.way is not Way.PER or len(scopes) != 1:
        return False
    scope = scopes.pop()
    return len(scope) > _SHORT and not bigrams(scope) & bigrams(fold(query.text))


def _unasked(query: Query, of: Sum, likely: Mapping[Way, float]) -> bool:
    """Whether a change is in per cent where none is asked for, or led from a growth where no change is likely to be asked for."""
    if of.way is Way.BACK and len(of.numbers) > 1 and _THE_YEAR_BEFORE.search(query.text):
        return True  # 入驻率 leads back to no other year
    if of.way is not Way.TREND:
        return False
    if of.result.unit == "%":
        return _IN_PERCENT.search(query.text) is None
    return likely[Way.TREND] + likely[Way.DIFFERENCE] < LEAST_TREND


_THE_YEAR_BEFORE = re.compile("[去上前]年(?:同期)?(?:是|有|为|的)*多少")


def _at_one_time(of: Sum) -> bool:
    """Whether a difference is of two amounts of one time."""
    figures = [t.figure for t in of.numbers if not t.grew]
    return of.way is Way.DIFFERENCE and len(figures) == 2 and figures[0].period == figures[1].period


def _units_asked(query: Query) -> set[str]:
    """What the numbers that a question asks for measure, as far as it says so."""
    return {"%" if a.sort in (Sort.RATE, Sort.GROWTH) else dimension(a.unit) for a in asks_of(query.bare) if a.unit or a.sort is Sort.RATE}


class _Measuring:
    """One question against every sum."""

    def __init__(self, query: Query, likely: Mapping[Way, float], read: dict[Told, tuple[float, float]], newest: Sequence[Period]) -> None:
        self.query, self.likely, self.read, self.newest = query, likely, read, newest
        self.top = max((logit for logit, _ in read.values()), default=0.0)
        self.units = _units_asked(query)
        self.aims = bool(AIM.search(query.bare))

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
        way = max(self.likely[w] for w in DIFFERENCES) if of.way in DIFFERENCES else self.likely[of.way]
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
            *(float((Way.DIFFERENCE if of.way in DIFFERENCES else of.way) is way) for way in _OWN),
            0.0,  # not read yet
            *(0.0,) * OF_NONE,
        ]  # fmt: skip


def answer_worked(facts: Facts, query: Query, before: Draft) -> Draft | None:
    """The likeliest sum, worked out, where rules left some of what is asked open; None where nothing is likely enough.

    Where rules told a printed number, only what the question surely has worked out stands in its place.
    """
    settled = any(why in s.text for s in before.statements for why in (NOT_TAKEN_OFF, NOT_ALL))
    if settled or query.operation.in_words or _is_plain(query) or (not left_open(before) and not _tells_one(before)):
        return None
    likely = ways(facts, query)
    if likely[Way.ONE] + likely[Way.MOST] > (PRINTED if left_open(before) else HARDLY_PRINTED):
        return None  # nothing to work out: no number need be read
    way = max((w for w in Way if w not in (Way.ONE, Way.MOST)), key=lambda w: likely[w])
    units, beside = _units_asked(query), not left_open(before)

    def tellable(of: Sum) -> bool:
        measured = not units or dimension(of.result.unit) in units  # 修了多少件: no sum of money
        return measured and _in_this_way(of, way, beside=beside) and _can_be_meant(facts, query, of)

    sums, rows = worked_out(facts, query, before, likely, least=WORTH_READING, tellable=tellable)
    if not sums:
        return None
    shares = likelihoods(rows, stored_weights("worked", tuple(FEATURES)))
    best = sums[int(np.argmax(shares))]
    likelihood = float(shares[[i for i, s in enumerate(sums) if s.result.text == best.result.text]].sum())
    least = LEAST if before.refused or not left_open(before) else LEAST_BESIDE
    if likelihood < least or not tellable(best):
        return None
    return tell(facts, replace(best, way=Way.REST) if way is Way.REST else best, likelihood)  # 还剩73件, not 多73件


def _in_this_way(of: Sum, way: Way, *, beside: bool) -> bool:
    """Whether a sum is worked out in the likeliest way; ``beside`` a printed number not one that is told beside it."""
    in_way = of.way is way or (of.way in DIFFERENCES and way in DIFFERENCES)
    return in_way and not (beside and of.way not in _OF_NO_PRINTED)


def _can_be_meant(facts: Facts, query: Query, of: Sum) -> bool:
    """Whether nothing rules a sum out, however likely it is."""
    if len(query.zones) == 2 and {*query.zones} - {t.figure.zone for t in of.numbers}:
        return False  # two zones are set against each other by numbers of both
    if of.way is Way.SHARE and len(query.periods) < 2 and _of_two_years([t.figure for t in of.numbers]):
        return False  # 2015年的税收 is no part of 2016年的一般公共预算收入
    if _of_a_rival(query, of) or _beside_the_named(facts, query, of) or _of_no_such_part(facts, query, of):
        return False
    if of.way not in DIFFERENCES:
        return True
    if query.aspect is Aspect.MET and all(t.figure.status is Status.DONE for t in of.numbers):
        return False  # 离目标差多少 is of a goal
    # what was taken off a stock is in what is left of it no more
    return not any(left_after(facts, one.figure, [other.figure]) for one, other in itertools.permutations(of.numbers, 2))


_OF_NO_PRINTED = (Way.PART, Way.BACK, Way.PER, Way.REST, Way.SHARE, Way.TIMES, Way.SUM)  # a change or a difference is told beside the printed number


def _tells_one(before: Draft) -> bool:
    """Whether rules told a printed number, and nothing that is worked out."""
    figures = {f.id for f in before.figures}
    return len(figures) == 1 and not before.refused and not any(s.formula for s in before.statements)


_PLACE = re.compile("(?:片区|园区|园|镇|街道|组团)$")


def _of_no_such_part(facts: Facts, query: Query, of: Sum) -> bool:
    """鹤汊园收了多少税, of a park of which the report tells other things: no sum of the whole zone's numbers."""
    named = [part for part in facts.scopes if len(part) > 2 and part in query.text and not any(part in z for z in query.zones)]
    called = [_PLACE.sub("", part) if len(part) > 3 else part for part in named]  # 雁砦片区 is 雁砦 where it is counted
    unnamed = bool(named) and not any(part in t.figure.scope + t.figure.indicator for part in called for t in of.numbers)
    return unnamed or not any(says_all(facts, t.figure, asking_clauses(query.bare)) for t in of.numbers)  # 国家级, of numbers that are all of 省级


def _is_plain(query: Query) -> bool:
    """2018年工业投资多少: one known indicator by its name alone, for which rules have looked; nothing of it is to be worked out."""
    phrase = "".join(query.indicators)
    alone = query.operation is Operation.ONE and not query.operands and len(query.cells) <= 1 and says_one_alone(phrase)
    left = ASKS_ALONE.sub("", query.bare.replace(phrase, "", 1))
    return alone and len("".join(left.split())) < 2  # English words leave their spaces


def _of_a_rival(query: Query, of: Sum) -> bool:
    """Whether a number is of what excludes the asked (离岸 for 在岸), or a share of an indicator which only looks like it (工业有效投资)."""
    said = exclusive(query.bare)
    names = [exclusive(t.figure.scope + t.figure.indicator) for t in of.numbers]
    if any(mine and own and not mine & own for name in names for mine, own in zip(name, said, strict=True)):
        return True
    if of.way not in (Way.SHARE, Way.TIMES):
        return False  # 非税收入 follows from 税收收入
    asked = {normalise(t.meanings[0]) for t in find_terms(query.bare) if len(t.meanings) == 1}
    told = {t.figure.name for t in of.numbers}
    own = {t.figure.name for t in of.numbers if not t.figure.scope} - asked
    return any(own & rivals(name) for name in asked - told)


def _beside_the_named(facts: Facts, query: Query, of: Sum) -> bool:
    """Whether the question says the whole name of an indicator which the reports print, and one number alone, of another, is put in its place."""
    said = {normalise(t.meanings[0]) for t in find_terms(query.bare) if len(t.meanings) == 1 and len(t.said) > 3}
    printed = {f.name for f in _pool(facts, query) if not f.scope} & said
    return len(of.numbers) == 1 and bool(printed) and of.numbers[0].figure.name not in printed


def _of_two_years(figures: Sequence[Figure]) -> bool:
    """Whether numbers of the zone itself, of different names, are of different years."""
    years = {f.period.last_year for f in figures if f.period is not None}
    return len(years) > 1 and len({f.name for f in figures}) > 1 and not any(f.scope for f in figures)


def left_open(draft: Draft) -> bool:
    """Whether rules left out some of what was asked, and worked nothing out."""
    return draft.refused or (any(REFUSAL in s.text for s in draft.statements) and not any(s.formula for s in draft.statements))


def as_nearest(draft: Draft) -> bool:
    """Whether what is told is no more than what is nearest to the question by its meaning."""
    return any(s.text.startswith(SAID[:8]) for s in draft.statements)


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
    if of.way is Way.TREND:
        return _changed(of)
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


def _changed(of: Sum) -> str:
    """A change in per cent, or what a growth has added."""
    first, last = of.numbers[0].figure, of.numbers[-1].figure
    if of.result.unit != "%":
        return f"{'增加' if of.result.value >= 0 else '减少'}约{of.result.text}"
    if first.status is not last.status:
        return f"比目标{'多' if of.result.value >= 0 else '少'}{of.result.text.removeprefix('-')}"
    return changed(of.result)


def _named(told: Told, *, zone: bool) -> str:
    f = told.figure
    name = Facts.short(f.zone) if zone else name_of(f)
    return f"{name}{'（目标）' if f.status is Status.TARGET else ''}{'增速' if told.grew else ''}"

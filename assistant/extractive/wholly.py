"""The whole question compared with what a report tells, sentence by sentence: for what no rule answers in full.

Rules read a question piece by piece, and one word taken for another (加一块儿 for a sum, 派了 for a task) leads all of it
astray.  Here nothing is taken out of it but its zone and period: every choice of one number for each thing asked (one to
three), out of one sentence or two that follow one another, is compared with it, and a linear model gives each choice and
“none of them” a share of likelihood.  Reports tell in one sentence what belongs together (保障性租赁住房开工1,860套，基本建成
1,240套), and who asks for several numbers mostly asks for those of one.  Weights are fitted by ``python -m benchmarks.wholly``.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib.resources import files

import numpy as np

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.likeliest import Matrix, alike, in_deviations, likelihoods, words_of
from assistant.extractive.nearness import narrowed, of_no_such_firm, said_around, said_nowhere
from assistant.extractive.wording import amount, describe, growth, said
from assistant.facts import Facts
from assistant.linking import Candidate, bigrams, dimension, fold, unit_fit
from assistant.records import Aspect, Draft, Query
from index.records import Figure, FigureKind, Status
from index.units import ANY_UNIT

__all__ = ["FEATURES", "LEAST", "LEAST_OF_SEVERAL", "Ask", "Choice", "Compared", "Sort", "Told", "answer_wholly", "asks_of", "compare", "lacks"]

LEAST = 0.7  # likelihood of what is told where one number is asked for …
LEAST_OF_SEVERAL = 0.45  # … and where several are; python -m benchmarks.wholly prints what other limits would give
SENTENCES = 12  # compared further
TOLD = 5  # numbers of a sentence that may be one asked thing
MOST = 300

#: What is measured of a choice; a mean is over what is asked.
FEATURES = {
    "around": "share of the question's characters, the rarer the more, that sentence and headings say",
    "grams": "the same of its bigrams",
    "like": "words of one meaning that question and sentence say differently, 3 at most",
    "name": "mean of z of the cosine of its words and the name of its figure",
    "own": "mean share of its characters, the rarer the more, that the figure's clause and name say",
    "said": "mean share of the name's characters, the rarer the more, that the question says",
    "scoped": "mean share of the scope's characters that the question says; 1 where there is no scope",
    "asked": "mean share of its bigrams that the name says (linking)",
    "named": "mean share of the name's bigrams that it says (linking)",
    "same": "mean of how far known indicators are the same (linking)",
    "other": "mean of how far they are others (linking)",
    "action": "mean of 0.5 where both say 开工, -1 where one says another of the words that exclude one another (linking)",
    "stock": "mean of total or addition, as asked (linking)",
    "unsaid": "mean share of its characters that neither name nor sentence nor headings say, in runs of two and more",
    "unit": "share of what is asked that names its unit, printed so",
    "sort": "share of what is asked whose number is of the natural sort (a growth for 涨了多少)",
    "aim": "share of what is asked whose figure is an aim where its words speak of one, and else none",
    "status": "share of what is asked whose figure has the status that rules read",
    "order": "1 where the numbers stand in the order in which they are asked",
    "apart": "1 where they stand in two sentences",
    "rivals": "numbers of the sentence that could as well be what is asked, by their unit alone; mean logarithm",
    "table": "1 where they stand in a table",
    "found": "share of what is asked that rules found as well",
    "first": "1 for the choice whose names are nearest in meaning",
    "several": "of “none”: 1 where several numbers are asked",
    "computes": "of “none”: 1 where rules read a computation",
    "elsewhere": "of “none”: 1 where rules found it in another period, zone or state",
}
OF_NONE = 3  # the last features

_NUMBER = (
    f"百分之(?:多少|几)|几成几?|第几|老几|(?:名次|位次|排名|排第)(?:是)?(?:怎么?样|如何)|多[大高长宽重远]|"
    f"(?:多少|(?<![十好这那哪近前数头])几(?![乎年月号日届层倍]))(?:[百千]?[万亿])?个?(?P<unit>{ANY_UNIT}|百分点|点)?"
)
_ASK = re.compile(_NUMBER)
_NOUN = re.compile("[^，,、。；;？?！!]*")
_CLAUSE = re.compile("[，,、。；;？?]")
_IN_WORDS = re.compile("谁|哪|什么|啥|为何|怎么(?!样)|吗|是否|有没有|何时|是不是")
_RANK = re.compile("第几|老几|名次|位次|排名|排第|排[在多几老]")
_CHANGE = re.compile("(?:[增涨降跌滑升减]|同比|幅|[比较][^，,]{0,8}?[多少高低快慢])[^，,。；]{0,7}$")
_EXTENT = re.compile("多[大高长宽]")
_FORESEEN = re.compile("预[计测判期估]|估|以后|[之投达]产?后|建成后")
_ELSEWHERE = re.compile("有的是|别的开发区有")
_RATE = re.compile("百分之|几成|占|比[重例]|率")
_OF_RATE = re.compile("(?:的?(?:比[重例]|占比))?")
_AIM = re.compile("目标|计划|打算|准备|原定|定的|力争|任务|想要?|要到|预期|年初定|争取|安排|指标")


class Sort(Enum):
    """What kind of number an asked thing is."""

    NUMBER = 1
    RATE = 2
    GROWTH = 3
    RANK = 4


@dataclass(frozen=True, slots=True)
class Ask:
    """One number asked for: ``text`` is the clause up to it, and what stands between it and the one before."""

    text: str
    sort: Sort
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One number of a figure: its value, or with ``grew`` its growth."""

    figure: Figure
    grew: bool = False

    @property
    def text(self) -> str:
        return growth(self.figure) if self.grew else amount(self.figure)


@dataclass(frozen=True, slots=True)
class Choice:
    """A number for each thing asked."""

    told: tuple[Told, ...]

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(t.text for t in self.told)


@dataclass(frozen=True, slots=True)
class Compared:
    """``none`` are the features of “none of them”, (OF_NONE,)."""

    choices: tuple[Choice, ...]
    matrix: Matrix  # (choices, len(FEATURES)); the last OF_NONE columns are 0
    none: tuple[float, ...] = (0.0,) * OF_NONE


_EMPTY = Compared((), np.zeros((0, len(FEATURES))))


def answer_wholly(facts: Facts, query: Query, before: Draft) -> Draft | None:
    """All that is asked, where ``before`` lacks some of it; None where nothing is likely enough."""
    asks = asks_of(query.bare)
    if not asks or not lacks(before, len(asks)) or (len(asks) == 1 and not before.refused):
        return None
    best = likeliest_choice(compare(facts, query, before))
    if best is None or best[1] < (LEAST if len(asks) == 1 else LEAST_OF_SEVERAL):
        return None
    drafting = Drafting(facts)
    drafting.note("通句", f"{'、'.join(best[0].said)}（{best[1]:.2f}）")
    for told in dict.fromkeys(t.figure for t in best[0].told):
        drafting.say(f"{describe(told)}：{said(told)}。", drafting.cite(told))
    drafting.presumed = True
    return drafting.draft()


def lacks(draft: Draft, asked: int) -> bool:
    """Whether an answer tells fewer numbers than were asked for, or some of them as missing or presumed."""
    text = "".join(s.text for s in draft.statements)
    numbers = sum(1 + bool(f.value is not None and f.growth_text and growth(f) in text) for f in {f.id: f for f in draft.figures}.values())
    return draft.unsure or REFUSAL in text or (numbers < asked and not any(s.formula for s in draft.statements))


def asks_of(text: str) -> tuple[Ask, ...]:
    """The numbers that a question asks for, in order, three at most; none where it asks for something else as well."""
    out: list[Ask] = []
    start = 0
    for match in _ASK.finditer(text):
        before = text[start : match.start()]
        end = match.end() + len(_NOUN.match(_ASK.split(text[match.end() :], maxsplit=1)[0])[0])  # type: ignore[index]  # 几套安置房
        if re.search("额[^，,。；]{0,3}$", before) and not match["unit"]:
            unit = "元"
        elif match.group() == "多少" and re.match("[^，,。；]{0,2}(?:钱|资金)", text[match.end() :]):
            unit = "元"
        else:
            unit = match["unit"] or next((u for u in "亿万" if match.group().endswith(u)), "")
        near = _CLAUSE.split(before)[-1] + match.group() + _OF_RATE.match(text[match.end() :])[0]  # type: ignore[index]
        if _RANK.search(match.group()) or _RANK.search(before[-8:]):
            sort = Sort.RANK
        elif _CHANGE.search(before):
            sort = Sort.GROWTH
        elif _RATE.search(near) or unit in ("%", "点", "百分点"):
            sort = Sort.RATE
        else:
            sort = Sort.NUMBER
        out.append(Ask(text[start:end], sort, "%" if sort is Sort.RATE else unit))
        start = end
    return tuple(out) if len(out) <= 3 and not _IN_WORDS.search(_ASK.sub("", text)) else ()


class _Rarity:
    """How much each of the things that texts say counts: the rarer the more."""

    def __init__(self, texts: Sequence[set[str]]) -> None:
        self._counts = Counter(x for text in texts for x in text)
        self._texts = len(texts)

    def of(self, said: set[str]) -> float:
        return sum(math.log(1 + self._texts / (0.5 + self._counts[x])) for x in said)

    def share(self, said: set[str], whole: set[str]) -> float:
        return self.of(said & whole) / (self.of(whole) or 1.0)


def compare(facts: Facts, query: Query, before: Draft) -> Compared:
    """The choices that a question leaves, with their features; ``before`` is what rules made of it."""
    asks = asks_of(query.bare)
    zones = query.zones or (facts.zones.zones if len(facts.zones.zones) == 1 else ())
    if not asks or len(zones) != 1 or query.unknown_zones or (len(asks) == 1 and (len(query.cells) > 1 or query.aspect is Aspect.MET)):
        return _EMPTY
    periods = query.periods or ((facts.newest[zones[0]],) if zones[0] in facts.newest else ())
    wide = [s for s in query.scopes if s.startswith("全")]
    pool = [f for f in facts.figures(zones, periods) if all(s in f.scope + f.indicator for s in wide) and (len(asks) > 1 or _in_state(f, query))]
    windows = [w for w in _windows(pool, several=len(asks) > 1) if _answers_all(w, asks)]
    if not windows:
        return _EMPTY
    question = words_of(query.bare)
    texts = [fold("".join(facts.sentence(group[0]) for group in w) + "".join(w[0][0].path)) for w in windows]
    characters, pairs = _Rarity([set(t) for t in texts]), _Rarity([bigrams(t) for t in texts])
    asked = set(question)
    around = np.array([characters.share(set(t), asked) for t in texts])
    shared = np.array([pairs.share(bigrams(t), bigrams(question)) for t in texts])
    near = _nearness(facts, windows, asks, question)
    best = np.array([np.mean([max((cosines[t.figure.id] for t in _told(w) if _fits(t, a)), default=0.0)
                              for a, cosines in zip(asks, near, strict=True)]) for w in windows])  # fmt: skip
    kept = np.argsort(-(in_deviations(around) + in_deviations(shared) + in_deviations(best)), kind="stable")[:SENTENCES]
    linked = _linked(facts, query, asks, {t.figure.id: t.figure for i in kept for t in _told(windows[i])}.values())
    if len(asks) == 1:
        linked = [{id: c for id, c in linked[0].items() if _able(c, query)}]
    taken = set() if before.unsure else {f.id for f in before.figures}
    choices: list[Choice] = []
    matrix: list[list[float]] = []
    for i in kept:
        each = list(_told(windows[i]))
        lists = [
            sorted(
                ((_own_features(facts, query, a, t, each, asked, characters, cosines, links, taken), t)
                 for t in each if _fits(t, a) and t.figure.id in links),
                key=lambda v: -(v[0][0] + 3 * v[0][1] + v[0][2] + v[0][12]),
            )
            for a, cosines, links in zip(asks, near, linked, strict=True)
        ]
        rivals = float(np.mean([math.log(len(fitting) or 1) for fitting in lists]))
        like = alike(question, texts[i], 3)
        for chosen in itertools.islice(itertools.product(*(fitting[:TOLD] for fitting in lists)), MOST):
            those = [t for _, t in chosen]
            if len({t.text for t in those}) < len(those):
                continue
            means = np.mean([v for v, _ in chosen], axis=0)
            places = [t.figure.start + t.grew for t in those]
            matrix.append([
                around[i], shared[i], like, *means[:-1], float(places == sorted(places)), float(len({t.figure.sentence_start for t in those}) > 1),
                rivals, float(those[0].figure.in_table), means[-1], 0.0, *(0.0,) * OF_NONE,
            ])  # fmt: skip
            choices.append(Choice(tuple(those)))
    table = np.array(matrix, dtype=np.float64).reshape(-1, len(FEATURES))
    if choices:
        table[int(np.argmax(table[:, 3])), -OF_NONE - 1] = 1.0
    elsewhere = any(_ELSEWHERE.search(s.text) for s in before.statements)
    return Compared(tuple(choices), table, (float(len(asks) > 1), float(query.operation.computes or len(query.cells) > 1), float(elsewhere)))


def _in_state(figure: Figure, query: Query) -> bool:
    """Whether a figure is an aim where one is asked for, and foreseen only where that is; 完成 never answers for 目标."""
    if figure.status is Status.EXPECTED:
        return query.status is Status.EXPECTED or bool(_FORESEEN.search(query.bare))
    return (figure.status is Status.TARGET) == bool(_AIM.search(query.bare))


def _able(candidate: Candidate, query: Query) -> bool:
    """Whether nothing that a question names is said nowhere around a figure: a part, a place, of which kind, a firm."""
    around = fold(candidate.around + candidate.figure.scope + candidate.figure.indicator)
    if narrowed(candidate, query.bare) or of_no_such_firm("".join(query.indicators), candidate.figure, lambda: candidate.around):
        return False
    return all(said_around(fold(scope), around) for scope in query.scopes)


def _nearness(facts: Facts, windows: Sequence[Sequence[Sequence[Figure]]], asks: Sequence[Ask], question: str) -> list[dict[str, float]]:
    """For each thing asked, by figure id: z of the cosine of its words with the figure's name."""
    table = facts.linker.names
    rows = {f.id: table.add(f.scope, f.indicator) for w in windows for group in w for f in group}
    out = []
    for a in asks:
        words = words_of(a.text) if len(asks) > 1 else question
        cosines = np.asarray(table.dense(words, list(rows.values())), dtype=np.float64)
        out.append({id: float(z) for id, z in zip(rows, in_deviations(cosines), strict=True)})
    return out


def _linked(facts: Facts, query: Query, asks: Sequence[Ask], figures: Iterator[Figure] | object) -> list[dict[str, Candidate]]:
    """For each thing asked, by figure id: what linking measures of its words and the figure's name."""
    pool = list(figures)  # type: ignore[call-overload]
    contexts = {f.id: facts.sentence(f) for f in pool}
    words = [words_of(a.text) if len(asks) > 1 else words_of(query.bare) for a in asks]
    return [
        {c.figure.id: c for c in facts.linker.link(w, pool, unit=a.unit, stock=query.stock, aspect=Aspect.VALUE, contexts=contexts)}
        for a, w in zip(asks, words, strict=True)
    ]


def _own_features(
    facts: Facts, query: Query, ask: Ask, told: Told, each: Sequence[Told], asked: set[str], characters: _Rarity,
    cosines: Mapping[str, float], links: Mapping[str, Candidate], taken: set[str],
) -> tuple[float, ...]:  # fmt: skip
    """What one number has of one thing asked: from "name" to "status", then "found"."""
    f = told.figure
    name, words = set(fold(f.scope + f.indicator)), words_of(ask.text)
    clause = name | set(fold(facts.report(f.report_id).text[_clause_start(each, f) : f.end]))
    scope, link = set(fold(f.scope)), links[f.id].features
    aims = f.status is Status.TARGET
    return (
        cosines[f.id],
        characters.share(clause, set(words)),
        characters.share(asked, name),
        len(scope & asked) / len(scope) if scope else 1.0,
        link["asked"], link["named"], link["same"], link["other"], link["action"], link["stock"],
        sum(len(part) for part, _ in said_nowhere(links[f.id], words)) / len(words),
        float(bool(ask.unit) and dimension(ask.unit) == dimension(f.unit)),
        float(told.grew == (ask.sort is Sort.GROWTH)),
        float(aims == bool(_AIM.search(ask.text))),
        float(f.status is (query.status or Status.DONE)),
        float(f.id in taken),
    )  # fmt: skip


def _windows(pool: Sequence[Figure], *, several: bool) -> list[tuple[list[Figure], ...]]:
    """The figures sentence by sentence; where several are asked for, those of each two sentences in a row as well."""
    by_sentence: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for f in pool:
        by_sentence[(f.report_id, f.sentence_start)].append(f)
    ordered = [figures for _, figures in sorted(by_sentence.items())]
    single: list[tuple[list[Figure], ...]] = [(figures,) for figures in ordered]
    return single + [pair for pair in itertools.pairwise(ordered) if several and _in_a_row(pair[0][0], pair[1][0])]


def _in_a_row(one: Figure, next: Figure) -> bool:
    same = one.report_id == next.report_id and one.path == next.path and not one.in_table
    return same and next.sentence_start - one.sentence_end <= 2


def _told(window: Sequence[Sequence[Figure]]) -> Iterator[Told]:
    for f in itertools.chain.from_iterable(window):
        if f.value is not None:
            yield Told(f)
        if f.growth is not None and f.growth_text:
            yield Told(f, grew=True)


def _answers_all(window: Sequence[Sequence[Figure]], asks: Sequence[Ask]) -> bool:
    return all(any(_fits(t, a) for t in _told(window)) for a in asks)


def _fits(told: Told, ask: Ask) -> bool:
    """Whether a number can be the asked one, by its sort and unit alone."""
    f = told.figure
    if ask.sort is Sort.RANK:
        return not told.grew and f.kind is FigureKind.RANK
    if told.grew:
        percent = f.growth_unit in ("%", "个百分点", "")
        return ask.sort is not Sort.NUMBER and (percent if ask.unit in ("", "%", "点", "百分点") else dimension(f.growth_unit) == dimension(ask.unit))
    if f.kind is FigureKind.RANK:
        return False
    rate = dimension(f.unit) == "%"
    if _EXTENT.search(ask.text) and dimension(f.unit) in ("个", "人"):  # 多大库容 is no 186台
        return False
    if ask.sort is Sort.RATE:
        return rate
    if ask.sort is Sort.GROWTH:
        return f.kind in (FigureKind.GAP, FigureKind.GROWTH) or (not rate and bool(ask.unit) and unit_fit(f, ask.unit) > 0)
    if rate and ask.unit != "%" and not _RATE.search(ask.text):
        return False
    return f.kind in (FigureKind.VALUE, FigureKind.GROWTH) and unit_fit(f, ask.unit) >= 0


def _clause_start(each: Sequence[Told], figure: Figure) -> int:
    """Where what is said of a figure begins: behind the one before it in its sentence."""
    before = [t.figure.end for t in each if t.figure.report_id == figure.report_id and t.figure.end <= figure.start]
    return max([figure.sentence_start, *before])


def shares(compared: Compared, weights: Matrix) -> Matrix:
    """A share of likelihood for each choice, (choices,); ``weights``: one a feature, then the score of none."""
    own = weights[: len(FEATURES) - OF_NONE]
    none = weights[-1] + float(np.dot(weights[-1 - OF_NONE : -1], compared.none))
    return likelihoods(compared.matrix[:, : len(own)], np.append(own, none))


def likeliest_choice(compared: Compared, weights: Matrix | None = None) -> tuple[Choice, float] | None:
    """The likeliest choice with its likelihood; None where nothing can be chosen."""
    if not compared.choices:
        return None
    found = shares(compared, _weights() if weights is None else weights)
    best = compared.choices[int(np.argmax(found))]
    same = [i for i, c in enumerate(compared.choices) if c.said == best.said]
    return best, float(found[same].sum())


@lru_cache(maxsize=1)
def _weights() -> Matrix:
    stored = json.loads(files("assistant.extractive").joinpath("wholly.json").read_text("utf-8"))["weights"]
    return np.array([*(stored[name] for name in FEATURES), stored["none"]], dtype=np.float64)

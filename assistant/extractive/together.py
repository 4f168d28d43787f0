"""Several numbers asked in one message: the sentence that tells them together.

A report tells in one sentence what belongs together (保障性租赁住房开工1,860套，基本建成1,240套), and who asks for several
numbers mostly asks for those of one sentence.  Every choice of one number for each thing asked, all out of one sentence
or of two that follow one another, is compared with the question; a linear model gives each choice and “none of them” a
share of likelihood, as :mod:`assistant.extractive.likeliest` does for one figure.  Its weights are fitted by
``python -m benchmarks.together``.
"""

from __future__ import annotations

import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib.resources import files

import numpy as np

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.likeliest import Matrix, alike, in_deviations, likelihoods, words_of
from assistant.extractive.wording import amount, describe, growth, said
from assistant.facts import Facts
from assistant.linking import bigrams, dimension, fold, unit_fit
from assistant.records import Draft, Query
from index.records import Figure, FigureKind, Status
from index.units import ANY_UNIT

__all__ = ["FEATURES", "LEAST", "Ask", "Choice", "Compared", "Sort", "Told", "answer_together", "asks_of", "compare"]

LEAST = 0.4
SENTENCES = 12  # compared further, by what of the question they say
TOLD = 5  # numbers of a sentence that may be one asked thing, by what they say of it
MOST = 400

FEATURES = {
    "around": "share of the question's characters, the rarer the more, that sentence and headings say",
    "grams": "the same of its bigrams",
    "like": "words of one meaning that question and sentence say differently, 3 at most",
    "name": "mean over what is asked: z of the cosine of its words and the name of its figure",
    "own": "mean over what is asked: share of its characters, the rarer the more, that the figure's clause and name say",
    "said": "mean over what is asked: share of the name's characters, the rarer the more, that the question says",
    "unit": "share of what is asked that names its unit",
    "sort": "share of what is asked whose number is of the natural sort (a growth for 涨了多少)",
    "status": "share of what is asked whose figure has the status that its words say",
    "order": "1 where the numbers stand in the order in which they are asked",
    "apart": "1 where they stand in two sentences",
    "rivals": "numbers of the sentence that could as well be what is asked, by their unit alone; logarithm",
    "table": "1 where they stand in a table",
    "found": "share of what is asked that rules found as well",
}

_NUMBER = (
    f"百分之(?:多少|几)|几成几?|第几|老几|(?:名次|位次|排名|排第)(?:是)?(?:怎么?样|如何)|多[大高长宽重远]|"
    f"(?:多少|(?<![十好这那哪近前数头])几(?![乎年月号日届层倍]))(?:[百千]?[万亿])?个?(?P<unit>{ANY_UNIT}|百分点|点)?"
)
_ASK = re.compile(_NUMBER)
_FROM_TO = re.compile("(?:从|由)(?:原来的?)?多少.{0,8}?[到至成为]")
_IN_WORDS = re.compile("谁|哪|什么|啥|为何|怎么(?!样)|吗|是否|有没有|何时|是不是")
_RANK = re.compile("第几|老几|名次|位次|排名|排第|排[在多几老]")
_CHANGE = re.compile("(?:[增涨降跌滑升减]|同比|幅|[比较][^，,]{0,8}?[多少高低快慢])[^，,。；]{0,7}$")
_RATE = re.compile("百分之|几成|占|比[重例]|率")
_EXTENT = re.compile("多[大高长宽]")
_OF_RATE = re.compile("(?:的?(?:比[重例]|占比))?")
_NOUN = re.compile("[^，,、。；;？?！!]*")
_CLAUSE = re.compile("[，,、。；;？?]")
_AIM = re.compile("目标|计划|打算|准备|原定|定的|力争|任务|想要?|要到|预期|年初定|争取")


class Sort(Enum):
    """What kind of number an asked thing is."""

    NUMBER = 1
    RATE = 2
    GROWTH = 3
    RANK = 4


@dataclass(frozen=True, slots=True)
class Ask:
    """One number asked for: ``text`` is what the question says up to it since the one before."""

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
    choices: tuple[Choice, ...]
    matrix: Matrix  # (choices, len(FEATURES))


def asks_of(text: str) -> tuple[Ask, ...]:
    """The numbers that a question asks for, in order; none where it asks for something else as well, or for one."""
    out: list[Ask] = []
    start = 0
    for match in _ASK.finditer(text):
        before = text[start : match.start()]
        end = match.end() + len(_NOUN.match(_ASK.split(text[match.end() :], maxsplit=1)[0])[0])  # 几套安置房
        piece = text[start:end]
        if match.group() == "多少" and re.match("[^，,。；]{0,2}(?:钱|资金)", text[match.end() :]):
            unit = "元"
        else:
            unit = match["unit"] or next((u for u in "亿万" if match.group().endswith(u)), "")
        said = _CLAUSE.split(before)[-1] + match.group() + _OF_RATE.match(text[match.end() :])[0]
        if _RANK.search(match.group()) or _RANK.search(before[-8:]):
            sort = Sort.RANK
        elif _CHANGE.search(before):
            sort = Sort.GROWTH
        elif _RATE.search(said) or unit in ("%", "点", "百分点"):
            sort = Sort.RATE
        else:
            sort = Sort.NUMBER
        out.append(Ask(piece, sort, "%" if sort is Sort.RATE else unit))
        start = end
    between = _ASK.sub("", text)
    if not 2 <= len(out) <= 3 or _IN_WORDS.search(between):
        return ()
    return tuple(out)


def compare(facts: Facts, query: Query, found: Sequence[Figure] = ()) -> Compared:
    """Every choice that one sentence, or two in a row, leaves; ``found`` are the figures that rules took."""
    asks = asks_of(query.bare)
    zone = query.zones[0] if len(query.zones) == 1 else (facts.zones.zones[0] if len(facts.zones.zones) == 1 else None)
    none = Compared((), np.zeros((0, len(FEATURES))))
    if not asks or zone is None or query.unknown_zones:
        return none
    periods = query.periods or ((facts.newest[zone],) if zone in facts.newest else ())
    pool = facts.figures([zone], periods)
    if not pool:
        return none
    question = words_of(query.bare)
    windows = _windows(pool)
    texts = [fold("".join(facts.sentence(group[0]) for group in groups) + "".join(groups[0][0].path)) for groups in windows]
    characters = Counter(c for text in texts for c in set(text))
    pairs = Counter(g for text in texts for g in bigrams(text))

    def rare(counts: Counter[str], of: set[str]) -> float:
        return sum(math.log(1 + len(texts) / (0.5 + counts[x])) for x in of)

    asked, grams = set(question), bigrams(question)
    all_asked, all_grams = rare(characters, asked) or 1.0, rare(pairs, grams) or 1.0
    around = np.array([rare(characters, asked & set(t)) / all_asked for t in texts])
    shared = np.array([rare(pairs, grams & bigrams(t)) / all_grams for t in texts])
    order = np.argsort(-(around + shared), kind="stable")
    able = [i for i in order if _answers_all(windows[i], asks)][:SENTENCES]
    if not able:
        return none
    told = [[t for group in windows[i] for t in _told(group)] for i in able]
    table = facts.linker.names
    rows = {t.figure.id: table.add(t.figure.scope, t.figure.indicator) for each in told for t in each}
    words = [words_of(a.text) for a in asks]
    near = [dict(zip(rows, in_deviations(np.asarray(table.dense(w or question, list(rows.values())), dtype=np.float64)), strict=True)) for w in words]
    taken = {f.id for f in found}
    choices: list[Choice] = []
    matrix: list[list[float]] = []
    for i, each in zip(able, told, strict=True):
        like = min(alike(question, texts[i], 3), 3.0)
        lists = []
        for a, w, cosines in zip(asks, words, near, strict=True):
            own = set(w)
            fitting = []
            for t in each:
                if not _fits(t, a):
                    continue
                f = t.figure
                name = set(fold(f.scope + f.indicator))
                clause = name | set(fold(facts.report(f.report_id).text[_clause_start(each, f) : f.end]))
                values = (
                    cosines[f.id],
                    rare(characters, own & clause) / (rare(characters, own) or 1.0),
                    rare(characters, asked & name) / (rare(characters, name) or 1.0),
                    float(bool(a.unit) and dimension(a.unit) == dimension(f.unit)),
                    float(_natural(t, a)),
                    float((f.status is Status.TARGET) == bool(_AIM.search(a.text))),
                    float(f.id in taken),
                )
                fitting.append((values, t))
            fitting.sort(key=lambda v: -(v[0][0] + 3 * v[0][1] + v[0][2] + v[0][4]))
            lists.append(fitting)
        rivals = float(sum(math.log(len(fitting) or 1) for fitting in lists))
        for chosen in itertools.islice(itertools.product(*(fitting[:TOLD] for fitting in lists)), MOST):
            those = [t for _, t in chosen]
            if len({(t.figure.id, t.grew) for t in those}) < len(those) or len({t.text for t in those}) < len(those):
                continue
            means = np.mean([v for v, _ in chosen], axis=0)
            places = [t.figure.start + t.grew for t in those]
            apart = len({t.figure.sentence_start for t in those}) > 1
            matrix.append([
                around[i], shared[i], like, *means[:3], *means[3:6], float(places == sorted(places)), float(apart), rivals,
                float(those[0].figure.in_table), means[6],
            ])  # fmt: skip
            choices.append(Choice(tuple(those)))
    return Compared(tuple(choices), np.array(matrix, dtype=np.float64).reshape(-1, len(FEATURES)))


def _windows(pool: Sequence[Figure]) -> list[tuple[list[Figure], ...]]:
    """The figures sentence by sentence, then those of each two sentences in a row."""
    by_sentence: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for f in pool:
        by_sentence[(f.report_id, f.sentence_start)].append(f)
    ordered = sorted(by_sentence.items())
    single = [(figures,) for _, figures in ordered]
    double = [
        (a, b)
        for (_, a), (_, b) in itertools.pairwise(ordered)
        if a[0].report_id == b[0].report_id and b[0].sentence_start - a[0].sentence_end <= 2 and a[0].path == b[0].path and not a[0].in_table
    ]
    return [*single, *double]


def _told(figures: Sequence[Figure]) -> Iterator[Told]:
    for f in figures:
        if f.value is not None:
            yield Told(f)
        if f.growth is not None and f.growth_text:
            yield Told(f, grew=True)


def _answers_all(groups: Sequence[Sequence[Figure]], asks: Sequence[Ask]) -> bool:
    told = [t for group in groups for t in _told(group)]
    return all(any(_fits(t, a) for t in told) for a in asks)


def _fits(told: Told, ask: Ask) -> bool:
    """Whether a number can be the asked one, by its sort and unit alone."""
    f = told.figure
    percent = (f.growth_unit if told.grew else f.unit) in ("%", "个百分点", "")
    if ask.sort is Sort.RANK:
        return not told.grew and f.kind is FigureKind.RANK
    if told.grew:
        if ask.sort is Sort.NUMBER:
            return False
        return percent if ask.unit in ("", "%", "点", "百分点") else dimension(f.growth_unit) == dimension(ask.unit)
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


def _natural(told: Told, ask: Ask) -> bool:
    return told.grew == (ask.sort is Sort.GROWTH)


def _clause_start(told: Sequence[Told], figure: Figure) -> int:
    """Where what is said of a figure begins: behind the one before it in its sentence."""
    before = [t.figure.end for t in told if t.figure.report_id == figure.report_id and t.figure.end <= figure.start]
    return max([figure.sentence_start, *before])


def answer_together(facts: Facts, query: Query, before: Draft) -> Draft | None:
    """All that is asked out of one sentence, where ``before`` lacks some of it; None where none is likely enough."""
    asks = asks_of(query.bare)
    if not asks or not lacks(before, len(asks)):
        return None
    found = () if before.refused or before.presumed else before.figures
    best = likeliest_choice(compare(facts, query, found))
    if best is None or best[1] < LEAST:
        return None
    drafting = Drafting(facts)
    drafting.note("同句", f"{'、'.join(best[0].said)}（{best[1]:.2f}）")
    for told in dict.fromkeys(t.figure for t in best[0].told):
        drafting.say(f"{describe(told)}：{said(told)}。", drafting.cite(told))
    drafting.presumed = True
    return drafting.draft()


def lacks(draft: Draft, asked: int) -> bool:
    """Whether an answer tells fewer numbers than were asked for, or some of them as missing or presumed."""
    text = "".join(s.text for s in draft.statements)
    numbers = sum(1 + bool(f.value is not None and f.growth_text and growth(f) in text) for f in {f.id: f for f in draft.figures}.values())
    return draft.unsure or REFUSAL in text or (numbers < asked and not any(s.formula for s in draft.statements))


def likeliest_choice(compared: Compared) -> tuple[Choice, float] | None:
    """The likeliest choice with its likelihood; None where nothing can be chosen."""
    if not compared.choices:
        return None
    shares = likelihoods(compared.matrix, _weights())
    best = compared.choices[int(np.argmax(shares))]
    same = [i for i, c in enumerate(compared.choices) if c.said == best.said]
    return best, float(shares[same].sum())


@lru_cache(maxsize=1)
def _weights() -> Matrix:
    stored = json.loads(files("assistant.extractive").joinpath("together.json").read_text("utf-8"))["weights"]
    return np.array([*(stored[name] for name in FEATURES), stored["none"]], dtype=np.float64)

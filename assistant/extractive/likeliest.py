"""A question in words that no report uses: which figure it most likely means, and how likely that is.

Asked of what no rule finds.  Every figure that passed the hard filters (zone, period, status, kind, part) is compared
with the phrase and with the whole question, in meaning and letter by letter, and a linear model turns what is found
into a share of likelihood for each figure and for “none of them”.  Its weights are fitted by ``python -m
benchmarks.likeliest`` on questions that no rule answers, on those that have no answer, and on twins from whose
candidates the right figure was taken.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from assistant import cues
from assistant.extractive.candidates import applied_for, asks_of_all, of_a_year_alone, rank
from assistant.extractive.filters import of_another_place
from assistant.extractive.grounding import narrowed, of_what_is_told_nowhere, said_around, said_nowhere, unsaid
from assistant.extractive.likelihood import Matrix, in_deviations, likelihoods, stored_weights
from assistant.extractive.nearness import PART, counts_it, of_no_such_firm
from assistant.extractive.operand import eligible
from assistant.extractive.slot import Outcome, Slot, slot_of
from assistant.extractive.wording import name_of
from assistant.facts import Facts
from assistant.linking import Candidate, dimension
from assistant.names import fold
from assistant.records import Aspect, Draft, Query, Statement
from assistant.terms import find_terms, is_all_known
from index.records import Figure

__all__ = [
    "FEATURES", "LEAST", "WORTH_SAYING", "Comparison", "Likely", "Presuming", "alike", "compare", "likeliest", "nearest_first", "presumption",
    "reading_of", "words_of",
]  # fmt: skip

LEAST = 0.7  # likelihood of what is told as the answer; python -m benchmarks.likeliest prints what other limits would give
SHARED = 0.3  # of the asked words, in the name of a figure of the newest year, where no year is said
WORTH_SAYING = 0.3  # among the figures alone, of what a refusal calls the nearest
KEPT = 8  # candidates compared further; 24 found no more right figures

#: What is measured of a candidate.  “z” is in deviations over the candidates kept.
FEATURES = {
    "name": "z of the cosine of question and name",
    "asked": "share of the phrase's bigrams that the name says (linking)",
    "named": "share of the name's bigrams that the phrase says (linking)",
    "same": "how far known indicators are the same (linking)",
    "context": "share of the phrase that only the sentence says (linking)",
    "around": "share of the question's characters, the rarer the more, that name, sentence and headings say",
    "said": "share of the name's characters, the rarer the more, that the question says",
    "scoped": "share of the scope's characters that the question says; 1 where there is no scope",
    "unit": "1 where asked and printed unit measure the same (linking)",
    "action": "0.5 where both say 开工, or another of the words that exclude one another (linking)",
    "stock": "total or addition, as asked (linking)",
    "like": "words of one meaning that question and sentence say differently, 2 at most",
    "unsaid": "share of the phrase that neither name nor sentence nor headings say, in runs of two characters and more",
    "first": "1 for the candidate that linking has first",
    "elsewhere": "of “none”: 1 where the phrase names a figure of another period, status or zone",
    "none": "1 for “none”",
}
_ASKS = re.compile(
    "请问|麻烦|一下|想知道|想了解|到底|究竟|一共|总共|听说|据说|多少|几[个家户项]?|什么|怎么样|如何|是不是|有没有|[吗呢吧啊呀的了]|[?？，,。、!！：:;；“”\"（）()]"
)

_COUNTED = re.compile("(?<![指系基])数量?$")  # 查出隐患数 is no 整改率


@dataclass(frozen=True, slots=True)
class Comparison:
    """Candidates kept, and their features with those of “none” last, (candidates + 1, len(FEATURES))."""

    candidates: tuple[Candidate, ...]
    rows: Matrix


@dataclass(frozen=True, slots=True)
class Likely:
    """``likelihood`` with “none” taken into account, ``among`` the figures alone."""

    figure: Figure
    likelihood: float
    among: float


def likeliest(facts: Facts, query: Query, outcome: Outcome) -> Likely | None:
    """The figure that the question most likely means, ``outcome`` being what no rule found; None where there is nothing to compare."""
    slot = reading_of(query)
    if slot is None or len(fold(query.bare)) < 4:
        return None
    return _likeliest(facts, query.bare, query.scopes, replace(slot, zone=outcome.slot.zone, period=outcome.slot.period), outcome)


class Presuming:
    """Facts by which an operand that no rule finds is the figure it most likely means; for one question."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts.presuming(self._presumed)
        self._plain = facts
        self._taken: dict[Slot, Figure | None] = {}

    def _presumed(self, outcome: Outcome) -> Figure | None:
        slot = outcome.slot
        if slot.aspect not in (Aspect.VALUE, Aspect.GROWTH) or len(fold(slot.phrase)) < 4 or any(s.startswith("全") for s in slot.scopes):
            return None
        if slot not in self._taken:
            whole = replace(slot, phrase="".join((*slot.scopes, slot.phrase)), scopes=())
            likely = _likeliest(self._plain, whole.phrase, slot.scopes, whole, outcome)
            self._taken[slot] = likely.figure if likely is not None and likely.likelihood >= LEAST else None
        return self._taken[slot]

    def noted(self, draft: Draft) -> Draft:
        """What was answered so, with what each phrase was taken for."""
        told = {f.id for f in draft.figures}
        taken = {slot.phrase: f for slot, f in self._taken.items() if f is not None and f.id in told}
        notes = tuple(Statement(presumption(phrase, f), draft.statements[0].citations) for phrase, f in taken.items())
        return replace(draft, statements=(*draft.statements, *notes), presumed=True)


def presumption(phrase: str, figure: Figure) -> str:
    """What is said of a phrase taken for the likeliest figure."""
    return f"“{phrase}”按意思最接近的“{name_of(figure)}”理解。"


def _likeliest(facts: Facts, question: str, scopes: Sequence[str], slot: Slot, outcome: Outcome) -> Likely | None:
    if slot.zone is None:
        return None
    said = slot.period is not None
    if not said:  # no year: the newest, as for what is printed by that name
        slot = replace(slot, period=facts.newest.get(slot.zone))
    if slot.period is None:
        return None
    compared = compare(facts, question, scopes, slot, rank(facts, eligible(facts, slot), slot), elsewhere=outcome.reason != "indicator")
    if not compared.candidates:
        return None
    shares = likelihoods(compared.rows, stored_weights("likeliest", tuple(FEATURES)))
    likeliest = compared.candidates[int(np.argmax(shares))]
    best = likeliest.figure
    if not said and likeliest.features["asked"] < SHARED:
        return None
    same = [i for i, c in enumerate(compared.candidates) if (c.figure.value, c.figure.unit) == (best.value, best.unit)]
    share = float(shares[same].sum())
    return Likely(best, share, share / (float(shares.sum()) or 1.0))


def nearest_first(outcome: Outcome, figure: Figure) -> Outcome:
    """What was not found, with the likeliest figure before others as the nearest, where the report tells the asked one nowhere."""
    if outcome.reason != "indicator" or _of_nothing_alike(outcome.slot.phrase, figure):
        return outcome
    return replace(outcome, nearest=(figure, *(f for f in outcome.nearest if (f.name, f.value) != (figure.name, figure.value))))


def _of_nothing_alike(phrase: str, figure: Figure) -> bool:
    """Whether a known indicator, by its own name, has no character of a figure's name: 拆除421户 says nothing of GDP."""
    meant = {c for t in find_terms(phrase) for m in (t.said, *t.meanings) for c in fold(m)}
    return is_all_known(phrase) and not meant & set(fold(figure.scope + figure.indicator))


def reading_of(query: Query) -> Slot | None:
    """All that a question asks as one slot, its parts and places in the phrase; None where it asks of 全市."""
    if any(s.startswith("全") for s in query.scopes):
        return None
    return slot_of(query, "".join((*query.scopes, *query.indicators)), scopes=())


def compare(facts: Facts, question: str, scopes: Sequence[str], slot: Slot, ranked: Sequence[Candidate], *, elsewhere: bool) -> Comparison:
    """What may be meant of ``ranked``, with its features; ``question`` without its zone and period, ``scopes`` named in it."""
    none = (*(0.0,) * (len(FEATURES) - 2), float(elsewhere), 1.0)
    able = [c for c in ranked if _able(c, scopes, slot) and not of_another_place(facts, c.figure, tuple(scopes))]
    if not able:
        return Comparison((), np.array([none]))
    whole = words_of(question)
    asked, names = set(whole), [fold(c.figure.scope + c.figure.indicator) for c in able]
    rare = Counter(x for name in names for x in set(name))

    def weight(characters: set[str]) -> float:
        return math.fsum(math.log(1 + len(names) / (0.5 + rare[x])) for x in characters)

    table = facts.linker.names
    cosine = np.asarray(table.dense(whole, [table.add(c.figure.scope, c.figure.indicator) for c in able]), dtype=np.float64)
    said = np.array([weight(asked & set(name)) for name in names])
    kept = np.argsort(-(in_deviations(cosine) + in_deviations(said) + in_deviations(np.array([c.score for c in able]))), kind="stable")[:KEPT]
    near_name = in_deviations(cosine[kept])
    rows = []
    for at, i in enumerate(kept):
        c, own, f = able[i], set(names[i]), able[i].features
        sentence = facts.sentence(c.figure)
        around = own | set(fold(sentence + "".join(c.figure.path)))
        rows.append((
            near_name[at], f["asked"], f["named"], f["same"], f["context"], weight(asked & around) / (weight(asked) or 1.0),
            weight(asked & own) / (weight(own) or 1.0), _share(set(fold(c.figure.scope)), asked), f["unit"], f["action"], f["stock"],
            alike(whole, fold(sentence)), sum(len(part) for part, _ in said_nowhere(c, slot.phrase)) / len(fold(slot.phrase)),
            float(c is ranked[0]), 0.0, 0.0,
        ))  # fmt: skip
    return Comparison(tuple(able[i] for i in kept), np.array([*rows, none], dtype=np.float64))


def words_of(question: str) -> str:
    """A question without the words that it asks with, folded."""
    return fold(_ASKS.sub(" ", question)) or fold(question)


def _able(candidate: Candidate, scopes: Sequence[str], slot: Slot) -> bool:
    """Whether nothing rules a figure out: another indicator, 开工 for 竣工, another unit, no value where one is asked, another part."""
    f, valued = candidate.features, slot.aspect is Aspect.VALUE
    if f["aspect"] <= -1.0 or (valued and candidate.figure.value is None) or f["other"] >= 1.0 or f["action"] < 0 or (f["unit"] < 0 and valued):
        return False
    if _COUNTED.search(slot.phrase) and dimension(candidate.figure.unit) in ("%", "元", "外币"):
        return False
    if _COUNTED.search(slot.phrase) and not counts_it(fold(slot.phrase), candidate.figure):
        return False  # 参会省市数 is no 参会企业238家
    if _more_than_known(slot.phrase, candidate) or of_what_is_told_nowhere(candidate, slot.phrase):
        return False
    if applied_for(candidate, slot) or (asks_of_all(slot) and of_a_year_alone(candidate.figure)):
        return False
    if narrowed(candidate, slot.phrase) or of_no_such_firm(slot.phrase, candidate.figure, lambda: candidate.around):
        return False
    said = fold(candidate.around + candidate.figure.scope + candidate.figure.indicator)
    return not _of_a_part(candidate, slot.phrase, said) and all(said_around(fold(scope), said) for scope in scopes)


def _more_than_known(phrase: str, candidate: Candidate) -> bool:
    """Whether a phrase goes on behind a known indicator with what neither name nor sentence says: 非税收入超收 is no 非税收入."""
    if candidate.features["same"] <= 0:
        return False
    folded = fold(phrase)
    known = max((t.end for t in find_terms(folded) if len(t.meanings) == 1), default=0)
    behind = (part for part, end in unsaid(folded, candidate.figure) if end == len(folded) and end - len(part) == known and len(part) > 1)
    return known > 0 and any(not said_around(part, fold(candidate.around)) for part in behind)


def _of_a_part(candidate: Candidate, phrase: str, said: str) -> bool:
    """Whether the phrase names a place, a firm or a part that is said nowhere around: 现代服务业集聚区产值."""
    return any(len(part) >= 2 and PART.search(part) and not said_around(part, said) for part, _ in unsaid(fold(phrase), candidate.figure))


def _share(of: set[str], said: set[str]) -> float:
    return len(of & said) / len(of) if of else 1.0


def alike(question: str, sentence: str, most: int = 2) -> float:
    """How many words of the question the sentence says in other words, ``most`` at most."""
    found = (g for g in _groups() if any(w in question for w in g) and any(w in sentence for w in g))
    return float(min(sum(not any(w in question and w in sentence for w in group) for group in found), most))


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    groups = (tuple(w for w in group if len(w) > 1) for group in (*cues.SYNONYMS, *cues.INTERCHANGEABLE))
    return tuple(g for g in groups if len(g) > 1)

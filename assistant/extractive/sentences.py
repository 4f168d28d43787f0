"""Sentences for questions whose answer is words: who, when, where, why, how, which.

A report is cut once into units: its sentences, long ones at their semicolons, and table rows.  A unit is compared with a
question by the shared of the asked words it holds, by the words above it, and by the shape that the answer must have;
meaning (the embedding) decides only between units that words leave close together, because embedding one sentence costs as
much as two to five questions do.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from assistant import cues
from assistant.extractive.items import Listing, find_listings, placed, section_at, split_sentences, trimmed
from assistant.facts import Facts
from assistant.linking import bigrams, fold
from assistant.records import Operation, Query
from index.glossary import normalise
from index.records import Period, Report, SectionKind

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["DATE", "Asked", "Sentence", "listings", "narrowed", "nearest_in_meaning", "parts_of", "rank_sentences", "split_sentences", "units"]

LONG = 60  # characters: a longer sentence is compared part by part
WHOLE = 4  # reports: so many are read from end to end; of more, the passages that the search finds
STANDS_OUT, ENOUGH, LIKELY = 2.2, 12, 0.855  # deviations of the best of so many passages, and a cosine: an answer
SHARED = 0.15  # of the asked words
RELATED_OUT = 1.5  # deviations: worth quoting after a refusal
POINTED = (Operation.WHO, Operation.WHEN, Operation.WHERE, Operation.WHY)
MANY = 12  # reports: lists are looked for in so many; of more, in those that the search finds
CLOSE = 0.45  # of a score: units that words leave so close are told apart by meaning
COMPARED = 3  # units: so many are embedded at most
ASIDE = 0.5  # weight of what is said beside the asked phrase
LIKE = 0.9  # of the weight of a word: one of the same meaning
JOINED = 0.3  # weight of two characters that stand together in no run of the question
EMBEDDED = 80  # characters of each
DATE = re.compile(
    r"\d{1,2}月(?:\d{1,2}日|份|底|初|末|中旬|上旬|下旬)?|[上下]半年|[一二三四]季度|年[底末初中]|\d{4}年|[一二三四五六七八九十]+月"
)
CAUSE = re.compile(
    "因(?!此|地|素)|由于|主要(?:是|原因)|原因|导致|致使|所致|拖累|得益于|源于|缘于|根子|归功于|受.{1,24}(?:影响|制约|冲击|带动|拉动|限制)"
)
HINT = re.compile("受|影响|拉低|带动|拉动|使得|系|不足|接续|制约|滞后|周期|加上|加之|冲击|压力|推迟|未通过|没有|缺")
EXPECTED = re.compile("预计|有望|预期|力争|将于|可望")
TITLE = re.compile(
    r"[—\-（(]{0,2}.{4,40}(?:工作总结|工作报告|工作要点|汇报|述职报告|简报|公报|会议上|管委会|委员会|办公室)[)）]?"
)
SALUTATION = re.compile("(?:尊敬的|各位).{0,30}[：:！!]|同志们[：:！!]")
NAMED = re.compile(
    r"[一-鿿A-Za-z]{2,}(?:公司|集团|企业|项目|平台|中心|基地|学校|小学|中学|医院|大学|研究院|局|委|办|村|社区|街道|片区|园|股份|科技|电器|药业|医药|装备|生物|新材|轴承|家居|食品|重工|石化|化工|铝材|厂|同志)|“[^”]+”|《[^》]+》"
)
BRACKETED = re.compile("[【〖\\[][^】〗\\]]{2,30}[】〗\\]]")
KINDS = re.compile("企业|公司|项目|单位|部门|园区|片区|学校|产业|产品|工程|平台|品牌")
APART = re.compile("(?<=[开动竣完投上揭挂签奠通点封送落复停获达])的(?=[工产市牌约基车火关电水户地批标])")  # 哪天开的工
HOW_WORD = re.compile("怎么|怎样|如何|咋")
SINGLE = frozenset(w for group in cues.SYNONYMS for w in group if len(w) == 1)  # 被停了, 卖了
ASKING = re.compile("(?:干|做|搞|抓|办)(?:些|点|了)*(?:什么|啥)|(?:什么|哪些|啥)(?:类型|种类|样的)?|哪几|哪个|哪|怎么|怎样|咋|类型|种类")
GENERIC = re.compile(
    "自己|时说|说|讲|(?:干|做|搞|抓|办)(?:些|点|了)*(?:什么|啥)|(?:报告|总结|汇报|讲话|公报|简报|要点|材料)(?:里|中|上|中?提到|说)|提出了?|提了|提到|向(?=[省市县上国])|(?<=[市县省])里|后来|现在|目前|去年|今年|明年|当时|那边|这边|里头|被|把|让|因为|由于|而|就|还|也|又|才|具体|主要|有没有|情况|哪些|哪个|哪几|哪|什么|怎么|怎样|如何|为啥|多少|一下|到底|究竟|是不是|能不能|请问|了|的|吗|呢|吧|啊|是|都|有"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a part of a long one, or a row of a table; ``whole`` is the sentence that is quoted for it."""

    start: int
    end: int
    text: str
    whole: tuple[int, int]
    path: tuple[str, ...]
    kind: SectionKind
    period: Period | None
    grams: frozenset[str]
    above: frozenset[str]
    table: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit with its score for one question."""

    report_id: str
    start: int
    end: int
    text: str
    whole: tuple[int, int]
    path: tuple[str, ...]
    score: float
    coverage: float  # share of the asked words (by idf) that stand in it or above it
    table: bool = False
    missing: bool = False  # a whole word of the question stands nowhere in these reports


@dataclass(slots=True)
class _Read:
    units: list[Unit]
    listings: list[Listing]


_READ: WeakKeyDictionary[Facts, dict[str, _Read]] = WeakKeyDictionary()
_KEPT = 512  # reports of one index kept cut into units, about 0.3 MB each


def _read(facts: Facts, report_id: str) -> _Read:
    kept = _READ.setdefault(facts, {})
    found = kept.get(report_id)
    if found is None:
        report, sections = facts.report(report_id), facts.sections(report_id)
        found = _Read(_cut(facts, report), find_listings(report, sections))
        while len(kept) >= _KEPT:
            kept.pop(next(iter(kept)), None)
        kept[report_id] = found
    return found


def units(facts: Facts, report_id: str) -> list[Unit]:
    """All units of a report, in order, without its headings and its title."""
    return _read(facts, report_id).units


def listings(facts: Facts, report_id: str) -> list[Listing]:
    """All lists of a report, in order."""
    return _read(facts, report_id).listings


def _cut(facts: Facts, report: Report) -> list[Unit]:
    text, sections = report.text, facts.sections(report.id)
    headings = {s.start for s in sections if s.body_start > s.start and text[s.start : s.body_start].strip()}
    tables = [(t.start, t.end) for t in report.tables]
    found: list[Unit] = []
    bracketed: tuple[int, str] = (len(text), "")
    for line in re.finditer(r"[^\n]+", text):
        a, b = trimmed(text, *line.span())
        if b - a < 2 or text[a:b] == report.title or TITLE.fullmatch(text[a:b]):
            continue
        if SALUTATION.fullmatch(text[a:b]):
            continue
        if BRACKETED.fullmatch(text[a:b]):
            bracketed = (a, text[a:b])
            continue
        table = any(x <= a < y for x, y in tables)
        spans = [(a, b)] if table else split_sentences(text, a, b)
        lead = text[slice(*spans[0])] if len(spans) > 1 and spans[0][1] - spans[0][0] <= 40 else ""
        for x, y in spans:
            section = section_at(sections, x)
            path = section.path if section else ()
            if section is not None and x in headings and y <= section.body_start:
                continue
            kind, period = placed(report, section, x)
            parts = [(x, y)] if table or y - x <= LONG else parts_of(text, x, y)
            first = text[slice(*parts[0])] if len(parts) > 1 else ""
            for p, q in parts:
                title = bracketed[1] if bracketed[0] >= (section.start if section else 0) and x > bracketed[0] else ""
                over = "".join((report.title, *path, title, lead if (p, q) != spans[0] else "", first if (p, q) != parts[0] else ""))
                grams = frozenset(bigrams(fold(text[p:q])))
                above = frozenset(bigrams(fold(over)))
                found.append(Unit(p, q, text[p:q], (x, y), path, kind, period, grams, above, table))
    return found


def parts_of(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """A sentence cut at its semicolons; a very short part goes with the one before."""
    if re.search("前者|后者|两者|三者", text[a:b]):
        return [(a, b)]
    cuts = [a, *(i + 1 for i in range(a, b - 1) if text[i] in "；;"), b]
    spans: list[tuple[int, int]] = []
    for x, y in itertools.pairwise(cuts):
        x, y = trimmed(text, x, y)
        if y - x >= 6 or not spans:
            spans.append((x, y))
        elif y > x:
            spans[-1] = (spans[-1][0], y)
    return spans


class Asked:
    """The words of a question as they are looked for: the asked phrase in full, what else it says by half."""

    def __init__(self, query: Query, *, without: re.Pattern[str] | None = None, context: bool = True) -> None:
        phrase = "".join((*query.scopes, *query.indicators))
        rest = _content(query.bare or query.text)
        if without is not None:
            phrase, rest = without.sub("", phrase), without.sub(" ", rest)
        phrase = ASKING.sub("", APART.sub("", phrase))
        if phrase and not context:
            rest = ""
        self.phrase = phrase or rest.replace(" ", "")
        own = bigrams(fold(phrase)) | bigrams(fold(normalise(phrase))) if phrase else set()
        runs = [fold(run) for run in rest.split() if len(run) > 1 or run.isdecimal() or run in SINGLE]
        runs += _parts_of_year(query) if runs else []
        self._runs = runs if context else [fold(phrase)]
        # What is asked counts in full, what is said beside it by half, and what only the taking out of other words has
        # put together (宗砚秋后来调单位) little.
        self.weights: dict[str, float] = {g: 1.0 if g in own or not own else ASIDE for run in runs for g in bigrams(run)}
        carried = not context or not _within(phrase, query.bare or query.text)
        self.weights |= {g: 1.0 if carried else JOINED for g in own if g not in self.weights}
        if query.operation in (Operation.WHO, Operation.EXTREME):  # 哪家企业: the kind of the answer, no word of it
            kinds = {g for kind in KINDS.findall(query.text) for g in bigrams(fold(kind))}
            self.weights |= dict.fromkeys(kinds & self.weights.keys(), JOINED)
        self.text = f"{phrase} {rest}"
        self.groups = [
            (_grams_of(word, self.weights), tuple(w for w in group if w != word and len(w) > 1))
            for group in cues.SYNONYMS
            for word in group
            if word in self.text
        ]
        self.idf: dict[str, float] = dict(self.weights)
        self.absent: list[str] = []  # runs that stand nowhere, in no other words either: 撤销, 地铁

    def weigh(self, texts: Sequence[frozenset[str]]) -> None:
        """Rare words count for more; a word that stands nowhere no more than one that stands once."""
        frequency = Counter(g for s in texts for g in s if g in self.weights)
        n = len(texts)
        said = frequency.keys() | {g for own, others in self.groups if others for g in own}
        self.absent = [r for r in self._runs if len(r) > 1 and not KINDS.fullmatch(r) and not bigrams(r) & said]
        self.idf = {g: w * math.log(1 + n / (0.5 + max(1, frequency.get(g, 0)))) for g, w in self.weights.items()}
        for run in self._runs:
            for i in range(1, len(run) - 2):
                before, here, after = run[i - 1 : i + 1], run[i : i + 2], run[i + 1 : i + 3]
                if here in self.idf and not frequency[here] and frequency[before] and frequency[after]:
                    self.idf[here] *= JOINED  # 民生|项目: 生项 is no word

    def covered(self, text: str, grams: frozenset[str]) -> float:
        """The share of the asked words in a text, words of the same meaning included."""
        total = sum(self.idf.values())
        if not total:
            return 0.0
        here = set(self.idf.keys() & grams)
        like: set[str] = set()
        for own, others in self.groups:
            if own and not own <= here and any(w in text for w in others):
                like |= own & self.idf.keys()
        return (sum(self.idf[g] for g in here) + LIKE * sum(self.idf[g] for g in like - here)) / total


def _grams_of(word: str, weights: dict[str, float]) -> frozenset[str]:
    """The bigrams of a word; of a single character those that hold it (被停了)."""
    return frozenset(bigrams(fold(word)) if len(word) > 1 else (g for g in weights if word in g))


def _within(phrase: str, text: str) -> bool:
    """Whether the characters of a phrase stand in a text in their order; else an earlier question has brought it."""
    rest = iter(fold(text))
    return all(c in rest for c in fold(phrase))


def _parts_of_year(query: Query) -> list[str]:
    """三季度, 上半年, 5月底: they choose a report, but they are looked for in its sentences as well."""
    return re.findall(r"[一二三四]季度|[上下]半年|\d{1,2}月(?:\d{1,2}日|底|初|中旬)?", query.text)


def _content(text: str) -> str:
    """What a question says beside its question words, in runs parted by blanks."""
    text = APART.sub("", text)
    for cue in (cues.POLITE, *(cue for _, cue in cues.OPERATIONS)):
        for match in reversed(cue.finditer(text)):
            how = HOW_WORD.match(match.group())  # 怎么保障: the verb is no question word
            end = match.start() + how.end() if how else match.end()
            text = text[: match.start()] + " " * (end - match.start()) + text[end:]
    return re.sub(r"(?:(?!(?<=\d)\.(?=\d))[^\w“”])+", " ", GENERIC.sub(" ", text))


def rank_sentences(
    facts: Facts,
    retriever: ZoneRetriever,
    query: Query,
    asked: Asked,
    *,
    report_ids: Sequence[str],
    plans_only: frozenset[str] = frozenset(),
    planned: bool = False,
    expected: bool = False,
    k: int = 12,
) -> list[Sentence]:
    """Units of the given reports, best first, at most ``k``.

    Of the reports in ``plans_only`` only what plans is read.  ``planned`` is whether the question is about plans; a unit
    of the other kind of section is put back.
    """
    found = _candidates(facts, retriever, query, report_ids)
    found = [(r, u) for r, u in found if r not in plans_only or u.kind is SectionKind.PLAN]
    if not found:
        return []
    asked.weigh([u.grams for _, u in found])
    inside = [asked.covered(u.text, u.grams) for _, u in found]
    above = [asked.covered("", u.above) for _, u in found]
    scores = [
        2.0 * a
        + 0.5 * b
        + _shape(u, query.operation, asked)
        + (0.5 if expected and EXPECTED.search(u.text) else 0.0)
        - (0.3 if _misplaced(query, u, planned) else 0.0)
        for (_, u), a, b in zip(found, inside, above, strict=True)
    ]
    top = sorted(range(len(found)), key=lambda i: (-scores[i], i))[:k]
    top = _settled(facts, retriever, query, [(scores[i], i, found[i][1].text) for i in top])
    return [
        Sentence(
            found[i][0],
            found[i][1].start,
            found[i][1].end,
            found[i][1].text,
            found[i][1].whole,
            found[i][1].path,
            scores[i],
            max(inside[i], 0.7 * inside[i] + 0.3 * above[i]),
            found[i][1].table,
            bool(asked.absent) and query.operation in POINTED,
        )
        for i in top
    ]


def nearest_in_meaning(
    facts: Facts, retriever: ZoneRetriever, query: Query, report_ids: Sequence[str], plans: frozenset[str]
) -> tuple[Sentence, bool] | None:
    """Where words fail: the sentence nearest in meaning, and whether its passage stands out enough to be an answer.

    Passages are compared by the vectors that the index keeps; only the sentences of the best one are embedded.
    """
    hits = [h for h in retriever.hits(query.bare or query.text, k=50, report_ids=set(report_ids)) if h.dense is not None]
    hits = [h for h in hits if h.passage.report_id not in plans or h.passage.kind is SectionKind.PLAN]
    if len(hits) < 4:
        return None
    cosines = np.array([h.dense for h in hits])
    best = hits[int(cosines.argmax())].passage
    stands_out = float((cosines.max() - cosines.mean()) / (cosines.std() or 1.0))
    inside = [u for u in units(facts, best.report_id) if best.start <= u.start < best.end and not u.table][:5]
    if not inside or stands_out < RELATED_OUT:
        return None
    vector = np.asarray(retriever.embed(query.bare or query.text))
    near = np.asarray(facts.vectors([u.text[:EMBEDDED] for u in inside]), dtype=np.float32) @ vector
    u = inside[int(near.argmax())]
    held = Asked(query).covered(u.text, u.grams | u.above)  # like in meaning and alike in no word is another thing
    found = Sentence(best.report_id, u.start, u.end, u.text, u.whole, u.path, 0.0, held)
    likely = len(hits) >= ENOUGH and stands_out >= STANDS_OUT and float(near.max()) >= LIKELY
    return found, likely and held >= SHARED


def _misplaced(query: Query, unit: Unit, planned: bool) -> bool:
    """What was done is asked for and the unit plans, or the other way round; a plan for the asked year is in place."""
    plans = unit.kind is SectionKind.PLAN
    return planned != plans and not (plans and unit.period in query.periods)


def narrowed(facts: Facts, retriever: ZoneRetriever, query: Query, report_ids: Sequence[str]) -> list[str]:
    """The same reports when they are few, else those that the search finds, in the same order."""
    if len(report_ids) <= MANY:
        return list(report_ids)
    hits = retriever.hits(query.bare or query.text, k=16, report_ids=set(report_ids))
    found = {hit.passage.report_id for hit in hits}
    return [r for r in report_ids if r in found]


def _candidates(
    facts: Facts, retriever: ZoneRetriever, query: Query, report_ids: Sequence[str]
) -> list[tuple[str, Unit]]:
    if len(report_ids) <= WHOLE:
        return [(r, u) for r in report_ids for u in units(facts, r)]
    hits = retriever.hits(query.bare or query.text, k=16, report_ids=set(report_ids))
    spans: dict[str, list[tuple[int, int]]] = {}
    for hit in hits:
        spans.setdefault(hit.passage.report_id, []).append((hit.passage.start, hit.passage.end))
    return [
        (r, u) for r, places in spans.items() for u in units(facts, r) if any(a <= u.start < b for a, b in places)
    ]


def _settled(
    facts: Facts, retriever: ZoneRetriever, query: Query, top: list[tuple[float, int, str]]
) -> list[int]:
    """The order of the best units; those that words leave close together by their meaning as well."""
    close = [t for t in top[:COMPARED] if t[0] > top[0][0] - CLOSE]
    if len(close) < 2:
        return [i for _, i, _ in top]
    vector = retriever.embed(query.bare or query.text)
    cosine = np.asarray(facts.vectors([t[:EMBEDDED] for _, _, t in close]), dtype=np.float32) @ np.asarray(vector)
    order = sorted(zip(close, cosine, strict=True), key=lambda x: -(x[0][0] + 2.0 * float(x[1])))
    return [*(t[1] for t, _ in order), *(i for _, i, _ in top[len(close) :])]


def _shape(unit: Unit, operation: Operation, asked: Asked) -> float:
    """What the form of a unit says for or against its being the answer."""
    text = unit.text
    if operation is Operation.WHEN:
        return _dated(unit, asked)
    if operation is Operation.WHY:
        shape = 0.4 if CAUSE.search(text) else 0.15 if HINT.search(text) else -0.1
        return shape - (0.8 if unit.table else 0.0) + (0.1 if unit.kind is SectionKind.PROBLEMS else 0.0)
    if operation is Operation.HOW:
        return -0.3 if unit.table else 0.0
    if operation in (Operation.LIST, Operation.PARTS):
        return min(0.4, 0.08 * len(re.findall("[、；]", text))) - (0.2 if len(text) < 25 else 0.0)
    if operation is Operation.WHO:
        return 0.2 if NAMED.search(text) else -0.2
    return 0.0


def _dated(unit: Unit, asked: Asked) -> float:
    """A date counts where it stands in the clause that says what was done: 10月18日点火, not 11月8日动工 beside it."""
    best = -0.5
    for match in DATE.finditer(unit.text):
        a = max(unit.text.rfind(c, 0, match.start()) for c in "，,；;：:") + 1
        b = min((i for c in "，,；;。" if (i := unit.text.find(c, match.end())) >= 0), default=len(unit.text))
        clause = unit.text[a:b]
        best = max(best, 0.4 + 0.8 * asked.covered(clause, frozenset(bigrams(fold(clause)))))
    return best

"""Sentences for questions whose answer is words: who, when, where, why, how, which.

A report is cut once into units: its sentences, long ones at their semicolons, and table rows.  A unit is compared with a
question by the share of the asked words it holds, by the words above it, and by the shape that the answer must have;
meaning (the embedding) decides only between units that words leave close together, because embedding one sentence costs as
much as two to five questions do.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from assistant import cues
from assistant.events import told_as
from assistant.extractive.items import Listing, find_listings, placed, section_at, split_sentences, trimmed
from assistant.extractive.wanted import Asked
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.posts import post_asked
from assistant.records import Operation, Query
from index.numbering import outside_brackets
from index.records import Period, Report, SectionKind, Status

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = [
    "CAUSE",
    "CLAUSE",
    "DATE",
    "DATES",
    "FORESEEN",
    "HINT",
    "NAMED",
    "WHENISH",
    "Sentence",
    "Unit",
    "best_clause",
    "clauses_of",
    "listings",
    "only_foresees",
    "narrowed",
    "nearest_in_meaning",
    "parts_of",
    "rank_sentences",
    "split_sentences",
    "units",
]

LONG = 60  # characters: a longer sentence is compared part by part
WHOLE = 4  # reports: so many are read from end to end; of more, the passages that the search finds
STANDS_OUT, ENOUGH, LIKELY = 2.2, 12, 0.855  # deviations of the best of so many passages, and a cosine: an answer
TOLD = 0.3  # of a score, for what the answer before has quoted or what stands beside it
SHARED = 0.15  # of the asked words
RELATED_OUT = 1.5  # deviations: worth quoting after a refusal
POINTED = (Operation.WHO, Operation.WHEN, Operation.WHERE, Operation.WHY)
MANY = 12  # reports: lists are looked for in so many; of more, in those that the search finds
CLOSE = 0.45  # of a score: units that words leave so close are told apart by meaning
COMPARED = 3  # units: so many are embedded at most
EMBEDDED = 80  # characters of each
SHARED_LISTED = 0.25  # of the asked words, in a sentence whose list may be the one asked for
ENUMERATED = 0.6  # of a score, for a sentence that names as many as are asked for
DATE = re.compile(
    r"\d{1,2}月(?:\d{1,2}日|份|底|初|末|中旬|上旬|下旬)?|[上下]半年|[一二三四]季度|年[底末中]|年初(?!\d|的?(?:计划|目标|任务|预算|确定|定))|\d{4}年|[一二三四五六七八九十]+月"
)
_DATED = re.compile(f"(?<!截[至止])(?:{DATE.pattern})")  # 截至年底 is when it was counted
DATES = re.compile(f"(?:{DATE.pattern})+")  # 2017年8月
CLAUSE = re.compile("(?:[（(][^（()）]{1,60}[)）]|[^，,；;])+[，,；;。]?")  # a comma in brackets ends none
WHENISH = re.compile(
    rf"{DATE.pattern}|年内|[今明去当上近]年|年[底末中]|节前|节后|国庆|春节|元旦|五一|期末|近日|当天|当日|同日|[\d一二三四五六七八九十]+[天日]|“?十[一二三四五]五"
)
CAUSE = re.compile(
    "因(?!此|地|素)|由于|之所以|缘何|为(?:什么|何|啥)[^。？：]{1,24}：|主要(?:是|原因)|原因|缘由|缘故|[失丢](?:的)?分(?:主要|都|就)?(?:集中)?在|[主诱起成]因|导致|致使|所致|拖累|拖(?:了)?后腿|得益于|源于|缘于|根子|根源|症结|归功于|卡在|在于|一方面|加之|主要(?:靠|依靠|得益|来自)|靠的是|受益于|[两三四五]个因素|(?:没有?|未)(?:能)?(?:达到|完成|实现|达标)[^，。；]{0,8}，(?:主要)?一是|受.{1,40}?(?:影响|制约|冲击|挤压|带动|拉动|限制)"
)
HINT = re.compile("受|影响|拉低|带动|拉动|使得|系|不足|接续|制约|滞后|周期|加上|加之|冲击|压力|推迟|未通过|没有|缺")
TELLS = 4  # characters beside a date that say what happened then
AIMS = re.compile("(?:主要|预期|奋斗|发展|总体)目标(?:是|为|：)")
# When did it open: what a report before only foresaw doesn't say.
FORESEEN = re.compile(
    "预计|有望|力争|确保|(?<!年度)(?<![原按比较于])计划(?!总?投资|的)|争取|将于|可望|拟于|年内要|要在|[月年度][底末]?前(?!后|三|[两四]个|期)"
)
DONE = re.compile("(?:的|了|过)(?=[?？，,。 ]|$)|[开动竣完投揭挂签奠通点封落复停获达合打]的[㐀-鿿](?=[?？，,。 ]|$)|已经|实际|最终|最后|真正")
EXPECTED = re.compile("预计|有望|预期|力争|将于|可望")
TITLE = re.compile(
    r"[—\-（(]{0,2}.{4,40}(?:工作总结|工作报告|工作要点|汇报|述职报告|简报|公报|会议上|管委会|委员会|办公室)[)）]?"
    r"(?:[ \u3000]*[\d〇零一二三四五六七八九十]{2,4}年[^\n，。]{2,10})?"
)
SAID = re.compile("[，,；;].*[。；;！]$")  # a numbered line that is a whole sentence is no mere heading
PLACED = re.compile("地处|位于|坐落|毗邻|落户|落在|选址|设在|建在|起于")
SALUTATION = re.compile(  # and how a report ends
    "(?:尊敬的|各位).{0,30}[：:！!]|同志们[：:！!]|(?:以上|特此)(?:报告|汇报|述职|是)?[^。]{0,24}(?:指正|评议|审议|批评|报告|汇报)[。！!]?|谢谢(?:大家|各位.{0,6})?[。！!]?"
)
NAMED = re.compile(
    r"[㐀-鿿A-Za-z]{2,}(?:公司|集团|企业|项目|平台|中心|基地|学校|小学|中学|医院|大学|研究院|局|委|办|村|社区|街道|片区|园|股份|科技|电器|药业|医药|装备|生物|新材|轴承|家居|食品|重工|石化|化工|铝材|厂|同志)|“[^”]+”|《[^》]+》"
)
BRACKETED = re.compile("[【〖\\[][^】〗\\]]{2,30}[】〗\\]]")
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
    planned: bool = False  # stands among what is to be done

    @classmethod
    def of(cls, report_id: str, unit: Unit, score: float = 0.0, coverage: float = 0.0, *, missing: bool = False) -> Sentence:
        planned = unit.kind is SectionKind.PLAN
        return cls(report_id, unit.start, unit.end, unit.text, unit.whole, unit.path, score, coverage, unit.table, missing, planned)


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
    heads = {text.rfind("\n", 0, row[0].start) + 1 for t in report.tables for row in t.grid[: t.heads] if row}
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
        if table and a in heads:
            continue
        spans = [(a, b)] if table else split_sentences(text, a, b)
        lead = text[slice(*spans[0])] if len(spans) > 1 and spans[0][1] - spans[0][0] <= 40 else ""
        for x, y in spans:
            section = section_at(sections, x)
            path = section.path if section else ()
            if section is not None and x in headings and y <= section.body_start and not SAID.search(text[x:y]):
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
    spans: list[tuple[int, int]] = []
    for x, y in itertools.pairwise([a, *(i + 1 for i in outside_brackets(text, a, b, "；;") if i < b - 1), b]):
        x, y = trimmed(text, x, y)
        if y - x >= 6 or not spans:
            spans.append((x, y))
        elif y > x:
            spans[-1] = (spans[-1][0], y)
    return spans


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
    settled: bool = True,
    k: int = 12,
) -> list[Sentence]:
    """Units of the given reports, best first, at most ``k``.

    Of the reports in ``plans_only`` only what plans is read.  ``planned`` is whether the question is about plans; a unit
    of the other kind of section is put back.  Not ``settled``, those that are alike by their words are not embedded.
    """
    found = _candidates(facts, retriever, query, report_ids)
    found = [(r, u) for r, u in found if r not in plans_only or u.kind is SectionKind.PLAN]
    if not found:
        return []
    asked.weigh([u for _, u in found])
    foreseen = 0.0
    if query.operation is Operation.WHEN and not planned and not expected:
        foreseen = 0.8 if DONE.search(query.text) else 0.4
    inside = [asked.covered(u.text, u.grams) for _, u in found]
    above = [asked.covered("", u.above) for _, u in found]
    scores = [
        2.0 * a
        + 0.5 * b
        + _shape(u, query.operation, asked, a)
        + (0.5 if expected and EXPECTED.search(u.text) else 0.0)
        + (TOLD if any(r == n and x <= u.start < y for n, x, y in query.near) else 0.0)
        - (0.3 if _misplaced(query, u, planned) else 0.0)
        - (foreseen if only_foresees(u.text) else 0.0)
        for (r, u), a, b in zip(found, inside, above, strict=True)
    ]
    age = {r: 0 if query.periods else -n for n, r in enumerate(report_ids)}  # oldest first: where no year is asked, the newest tells it first
    top = sorted(range(len(found)), key=lambda i: (-scores[i], age[found[i][0]], i))[:k]
    if settled:
        top = _settled(facts, retriever, query, [(scores[i], i, found[i][1].text) for i in top])
    return [
        Sentence.of(
            *found[i],
            scores[i],
            max(inside[i], 0.7 * inside[i] + 0.3 * above[i]),
            missing=bool(asked.absent) and query.operation in POINTED,
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
    if query.operation is Operation.WHY and query.status is not Status.TARGET and best.kind is SectionKind.PLAN:
        return None  # a plan is no reason
    stands_out = float((cosines.max() - cosines.mean()) / (cosines.std() or 1.0))
    inside = [u for u in units(facts, best.report_id) if best.start <= u.start < best.end and not u.table][:5]
    if not inside or stands_out < RELATED_OUT:
        return None
    vector = retriever.embed(query.bare or query.text)
    near = np.stack(facts.vectors([u.text[:EMBEDDED] for u in inside])) @ vector
    u = inside[int(near.argmax())]
    held = Asked(query).covered(u.text, u.grams | u.above)  # like in meaning and alike in no word is another thing
    found = Sentence.of(best.report_id, u, 0.0, held)
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
    cosine = np.stack(facts.vectors([t[:EMBEDDED] for _, _, t in close])) @ vector
    order = sorted(zip(close, cosine, strict=True), key=lambda x: -(x[0][0] + 2.0 * float(x[1])))
    return [*(t[1] for t, _ in order), *(i for _, i, _ in top[len(close) :])]


def _shape(unit: Unit, operation: Operation, asked: Asked, inside: float) -> float:
    """What the form of a unit, which holds ``inside`` of the asked words, says for or against its being the answer."""
    text = unit.text
    if operation is Operation.WHEN:
        return _dated(unit, asked)
    if operation is Operation.WHY:
        shape = 0.4 if CAUSE.search(text) else 0.15 if HINT.search(text) else -0.1
        aims = 0.5 if AIMS.search(text) and not CAUSE.search(text) else 0.0  # what was aimed at is no reason
        return shape - aims - (0.8 if unit.table else 0.0) + (0.1 if unit.kind is SectionKind.PROBLEMS else 0.0)
    if operation is Operation.HOW:
        return -0.3 if unit.table else 0.0
    if operation in (Operation.LIST, Operation.PARTS):
        named = ENUMERATED if inside >= SHARED_LISTED and (asked.enumerated(text) or asked.named_by_kind(text)) else 0.0
        return named + min(0.4, 0.08 * len(re.findall("[、；]", text))) - (0.2 if len(text) < 25 else 0.0)
    if operation is Operation.WHERE:
        return 0.5 if PLACED.search(text) else 0.0
    if operation is Operation.WHO:
        return 0.2 if NAMED.search(text) else -0.2
    return 0.0


def only_foresees(text: str, phrase: str = "") -> bool:
    """Whether no date stands before what is foreseen, or what ``phrase`` ends in is only foreseen.

    12月22日主体封顶，计划国庆前开业 tells when it was topped out, and only foresees when it opens.
    """
    match = FORESEEN.search(text)
    before = text[: max(text.rfind(c, 0, match.start()) for c in "，,；;。") + 1] if match is not None else ""
    if match is not None and phrase and phrase[-2:] in text[len(before) :] and phrase[-2:] not in before:
        return True
    return match is not None and not (DATE.search(before) and len(re.sub("[，,；;。]", "", DATES.sub("", before))) >= TELLS)


def _dated(unit: Unit, asked: Asked) -> float:
    """A date counts where it stands in the clause that says what was done: 10月18日点火, not 11月8日动工 beside it."""
    best = -0.5
    for match in DATE.finditer(unit.text):
        a = max(unit.text.rfind(c, 0, match.start()) for c in "，,；;：:") + 1
        b = min((i for c in "，,；;。" if (i := unit.text.find(c, match.end())) >= 0), default=len(unit.text))
        clause = unit.text[a:b]
        best = max(best, 0.4 + 0.8 * asked.covered(clause, frozenset(bigrams(fold(clause)))))
    return best


def clauses_of(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence; one that is nothing but a date belongs to the next (12月22日，主体封顶)."""
    spans: list[tuple[int, int]] = []
    start = -1
    for match in CLAUSE.finditer(text):
        begins = match.start() if start < 0 else start
        start = begins if len(re.sub("[，,；;。]", "", DATES.sub("", match.group()))) < 2 and match.end() < len(text) else -1
        if start < 0:
            spans.append((begins, match.end()))
    return spans


def best_clause(query: Query, sentence: Sentence) -> tuple[int, int]:
    """The clause that holds most of the asked words; asked when, of those with a date the one that holds what happened."""
    spans = clauses_of(sentence.text)
    phrase = fold(Asked(query).phrase)
    asked, event = bigrams(phrase), bigrams(phrase[-3:])
    dated = [s for s in spans if _DATED.search(sentence.text[slice(*s)])] if query.operation is Operation.WHEN else []
    groups, told = (cues.SYNONYMS, told_as(query.text)) if dated else ((), "")
    likes = {w for group in groups if any(phrase.endswith(w) for w in group) for w in group}  # 竣工: 计划3月投产

    def held(span: tuple[int, int]) -> tuple[int, int, int]:
        clause = fold(sentence.text[slice(*span)])
        there = bigrams(clause)
        if told and re.search(told, phrase) is None:  # 什么时候投用, of what was told of just before
            happened = int(re.search(told, clause) is not None)
        else:
            happened = max(len(event & there), int(any(w in clause for w in likes)))
        return (happened if dated else 0, len(asked & there), len({*phrase} & {*clause}))

    post = post_asked(query)[-2:] if query.operation is Operation.WHO else ""
    held_by = [s for s in spans if post and post in sentence.text[slice(*s)]]  # 首任主任由…兼任: not the clause that has most of whose
    return max(dated or held_by or spans, key=lambda span: (*held(span), span))  # of two that hold as much the later tells more

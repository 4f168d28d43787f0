"""The number with which a sentence says the last of what is asked: 研究院入驻团队7个，孵化企业4家, asked how many firms it 孵出.

Chinese names a thing first and then tells of it, clause by clause, so that the name a number stands with says only the end
of the phrase.  A number answers where all of the phrase has been said by the end of its clause, the end of the phrase in
this clause, and nothing else with a name of its own has come between.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant import cues
from assistant.extractive.nearness import names_another
from assistant.letters import spans_in_order
from assistant.linking import Candidate, dimension
from assistant.names import fold
from assistant.terms import find_terms
from index.glossary import aliases
from index.numerals import Quantity, find_quantities
from index.records import Figure

__all__ = ["completed", "completing"]

LEFT = 0.15  # share of a phrase's characters that may be said nowhere
OWN = 4  # characters that the clause may say beside the phrase
REMEMBERED = 2_048  # sentences read last: a question looks for its operands in the same ones, each several times
LONGEST = 8  # characters of a piece that is looked for as one
Span = tuple[int, int]

_LIGHT = frozenset("出到去来掉得能可会要被把让跑搞弄个些那这过了给帮放里中内的有是在为与和及对从向就都还也其按于")
# What a phrase says of how it asks, or what a number's unit says as well.
_EMPTY = re.compile("手里?|实际|真正|一共|总共|模式|方式|业务|情况|规模|数量|总量|总数|总额|工作|[额量数]$")
_SAID_BY_UNIT = {"元": re.compile("(?:资金|金额|款项?|钱|费用|经费|总?额)$"), "面积": re.compile("面积$"), "人": re.compile("人数$")}
# A clause that names something of its own speaks of that: B公司利润, after A公司产值.
_NAMED = re.compile(
    "(?:公司|集团|企业|股份|中心|学校|医院|大学|研究院|项目|工程|平台|基金|银行|[园片街]区|街道|新城|[省市县镇乡村园]|业|产业链|车间|基地)$"
)
_NEUTRAL = re.compile(
    "开发区|高新区|经开区|园区|全区|我区|本区|区内|全年|当年|本年|年末|年底|目前|已经?|共计?|累计|新增|完成|实现|达到?|其中|支出|费用|约|近|超过|仅|启动|建设|同比|增长|下降|"
    "[“”\"‘’《》（）()\\s\\d.,%]"
)
# 为286家企业减免租金: for whom something was done.
_SERVED = re.compile("[\\d,.]+[余多]?[家户名位人](?:[㐀-鿿]{0,4}?(?:企业|商户|农户|群众|职工|经营户))?")
_STOP = re.compile("[，,；;。、：:\n]")
_LISTED = re.compile("分别|依次|各(?!类|项|级)")  # 甲、乙产值分别为…: told by order


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the phrase and where a text says it; nowhere when ``spans`` is empty."""

    length: int
    spans: tuple[Span, ...]


def completed(
    ranked: Sequence[Candidate], phrase: str, sentence: Callable[[Figure], str], *, unit: str = "", growth: bool = False
) -> Candidate | None:
    """The candidate with whose number its sentence completes the phrase; None when there is none, or several that differ."""
    found: list[tuple[int, float, Candidate]] = []
    told: dict[tuple[str, int], list[tuple[Quantity, int]]] = {}
    for candidate in ranked:
        f, figure = candidate.features, candidate.figure
        printed = figure.growth_text if growth else figure.value_text
        if (f["other"] >= 1.0 and names_another(phrase, figure)) or f["action"] < 0 or (f["unit"] < 0 and not growth):
            continue
        if figure.in_table or not printed:
            continue
        place, text = (figure.report_id, figure.sentence_start), sentence(figure)
        if place not in told:
            told[place] = completing(phrase, text, "%" if growth else unit)
        at = text.rfind(printed, 0, figure.end - figure.sentence_start)
        left = next((n for q, n in told[place] if at <= q.start < at + len(printed)), None)
        if left is not None and at >= 0:
            found.append((left, -candidate.score, candidate))
    if not found:
        return None
    least, _, best = min(found, key=lambda x: x[:2])
    mine = (best.figure.value, best.figure.growth)
    return None if any(n == least and (c.figure.value, c.figure.growth) != mine for n, _, c in found) else best


def completing(phrase: str, text: str, unit: str = "") -> list[tuple[Quantity, int]]:
    """The numbers of a text that complete a phrase, each with how many characters of the phrase are said nowhere."""
    asked, folded = dimension(unit), fold(phrase)
    quantities = _quantities(text)
    out = []
    for i, quantity in enumerate(quantities):
        measured = dimension(quantity.unit)
        implied = next((d for d, ends in _SAID_BY_UNIT.items() if ends.search(folded)), "")
        wanted = asked or implied
        if (wanted and wanted != measured and not (unit == "个" and measured == "人")) or (not wanted and measured == "%"):
            continue
        bare = _SAID_BY_UNIT[measured].sub("", folded) if measured in _SAID_BY_UNIT else folded
        clause = _clause(text, quantities, i)
        alike = [q for q in quantities if clause[0] <= q.start < clause[1] and dimension(q.unit) == measured]
        sentence = max(text.rfind(mark, 0, clause[0]) for mark in "；;。") + 1
        if len(bare) < 2 or len(alike) > 1 or _LISTED.search(text[sentence : clause[1]]) or _goes_on(text, quantities, i):
            continue
        left = _unsaid(_pieces(bare, text), text, clause, quantity)
        if left is not None and left <= LEFT * len(folded):
            out.append((quantity, left))
    return out


def _clause(text: str, quantities: Sequence[Quantity], i: int) -> Span:
    """From the mark before a number to the mark after it, or to its end where another number comes first."""
    quantity = quantities[i]
    start = max((m.end() for m in _STOP.finditer(text, 0, quantity.start) if not _inside_number(text, m.start())), default=0)
    stop = _STOP.search(text, quantity.end)
    end = stop.start() if stop else len(text)
    follows = i + 1 < len(quantities) and quantities[i + 1].start < end
    return start, quantity.end if follows else end  # 为412家企业减免房租2380万元: what stands between is the next one's


def _inside_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _goes_on(text: str, quantities: Sequence[Quantity], i: int) -> bool:
    """142.7亿元、88.3亿元和…: one of a row."""
    around = (quantities[j] for j in (i - 1, i + 1) if 0 <= j < len(quantities))
    return any(re.fullmatch("[、,，和与及至到]+", text[min(q.end, quantities[i].end) : max(q.start, quantities[i].start)]) for q in around)


def _unsaid(pieces: Sequence[_Piece], text: str, clause: Span, quantity: Quantity) -> int | None:
    """Characters of the phrase said nowhere up to the end of the clause; None when the clause doesn't complete it."""
    start, end = clause
    reached = [tuple(s for s in piece.spans if s[1] <= end) for piece in pieces]
    said = [spans for spans in reached if spans]
    if not said:
        return None
    inside = [s for spans in said for s in spans if s[0] >= start]
    own = _rest(text, start, end, [*inside, (quantity.start, quantity.end)])
    before = [max(s[1] for s in spans if s[1] <= start) for spans in said if all(s[0] < start for s in spans)]
    ends_here = any(s[0] >= start for s in said[-1])
    if not ends_here and (own or _STOP.search(text[max(before, default=0) : start - 1])):  # “三公”经费，全年支出61.3万元
        return None
    if sum(map(len, own)) > OWN and not text[start:end].lstrip().startswith("其中"):
        return None
    between = _rest(text, max(before), start, []) if before else []
    if any(_NAMED.search(run) for run in (*own, *between)) or any(len(t.meanings) == 1 for run in own for t in find_terms(run)):
        return None
    unsaid = [0 if spans else piece.length for piece, spans in zip(pieces, reached, strict=True)]
    words = any(n > 1 for n in unsaid) or any(a and b for a, b in itertools.pairwise(unsaid))  # two characters in a row
    return None if words else sum(unsaid)


def _rest(text: str, start: int, end: int, taken: Sequence[Span]) -> list[str]:
    """What a stretch says beside the given spans and words that name nothing, run by run."""
    left = list(text[start:end])
    for a, b in taken:
        left[max(a - start, 0) : max(b - start, 0)] = " " * (max(b - start, 0) - max(a - start, 0))
    bare = _NEUTRAL.sub(" ", _SERVED.sub(" ", "".join(left)))
    return [run for run in re.split("[^㐀-鿿A-Za-z]+", "".join(" " if c in _LIGHT else c for c in bare)) if run]


@lru_cache(maxsize=REMEMBERED)
def _quantities(text: str) -> list[Quantity]:
    """The numbers of a sentence but for ranks."""
    return [q for q in find_quantities(text) if not q.rank]


@lru_cache(maxsize=REMEMBERED)
def _pieces(phrase: str, text: str) -> list[_Piece]:
    """The phrase from left to right, in the longest pieces that the text says in these or in other words."""
    out: list[_Piece] = []
    terms = {t.start: t for t in find_terms(phrase)}
    i = 0
    while i < len(phrase):
        empty = _EMPTY.match(phrase, i)
        found: tuple[int, tuple[Span, ...]] | None = None
        for j in range(min(len(phrase), i + LONGEST), i + 1, -1):
            spans = _said(phrase[i:j], text)
            if spans:
                found = (j, spans)
                break
        if found is None and i in terms:
            names = dict.fromkeys(n for m in terms[i].meanings for n in (m, *aliases(m)))
            spans = _places(names, text)
            found = (terms[i].end, spans) if spans else None
        found = found or _otherwise(phrase, i, text)
        if found is not None:
            out.append(_Piece(found[0] - i, found[1]))
            i = found[0]
        elif empty or phrase[i] in _LIGHT:
            i = empty.end() if empty else i + 1
        else:
            out.append(_Piece(1, ()))
            i += 1
    return out


def _said(piece: str, text: str) -> tuple[Span, ...]:
    """Where a text says a piece, with at most two characters between any of its own; 孵出企业 is 孵化企业."""
    for form in dict.fromkeys((piece, piece[0] + "".join(c for c in piece[1:] if c not in _LIGHT), piece[::-1] if len(piece) == 2 else piece)):
        if len(form) < 2:
            continue
        if spans := spans_in_order(form, text, 0 if form.isascii() else 2):
            return spans
    return ()


def _otherwise(phrase: str, i: int, text: str) -> tuple[int, tuple[Span, ...]] | None:
    """A word of the phrase at a place, said by one of the same meaning."""
    for word, others in _synonyms().get(phrase[i], ()):
        if phrase.startswith(word, i) and (spans := _places(others, text)):
            return i + len(word), spans
    return None


@cache
def _synonyms() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """First character → words, the longest first, each with those of the same meaning."""
    out: dict[str, dict[str, None]] = {}
    for group in cues.SYNONYMS:
        for word in group:
            out.setdefault(word, {}).update(dict.fromkeys(w for w in group if w != word and len(w) > 1))
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word in sorted(out, key=len, reverse=True):
        by_first.setdefault(word[0], []).append((word, tuple(out[word])))
    return by_first


def _places(words: Sequence[str] | dict[str, None], text: str) -> tuple[Span, ...]:
    return tuple(itertools.chain.from_iterable(spans_in_order(w, text, 0) for w in words if len(w) > 1))

"""Section → passages: spans of the report's own text, cut at sentence ends, never inside a number or a table row.

A section becomes a row of atoms (sentences, table rows, headings), each with a price for cutting after it; the passages
are the cheapest way to group them.  What helps a search beyond the text itself is added by :func:`embed_text` alone.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.characters import simplified
from index.records import Passage, Report, Section, SectionKind, Table

if TYPE_CHECKING:
    import tiktoken

__all__ = ["SPLITTER_VERSION", "count_tokens", "embed_text", "split"]

SPLITTER_VERSION = "2"
"""Raised whenever the same report gives other passages or other embed texts."""

# The price of cutting after an atom, beside (length / target - 1)² for each passage, which is at most about 1.
_PARAGRAPH, _ROW, _SENTENCE, _SEMICOLON = 0.0, 0.05, 0.2, 0.4
_INSIDE, _COMMA, _ANYWHERE, _HEADING = 1.5, 2.0, 4.0, 50.0  # inside quotes or brackets; in a sentence too long
_TOO_SHORT, _TOO_LONG = 3.0, 1_000.0  # the first grows with what is missing

_OPENING, _CLOSING = "“‘「『（(【〔《", "”’」』）)】〕》"
_END = re.compile(rf"(?P<mark>[。！？；]+|[!?;]+(?![A-Za-z0-9&=/]))(?P<closers>[{_CLOSING}\"']*)|\n\s*")
_COMMAS = re.compile(rf"[，,：:、][{_CLOSING}]*|\s+")
_GOES_ON = "的地得等、，,；;：。"  # after “……。” these carry the sentence on
_DIGIT = "0-9０-９"
_UNBROKEN = re.compile(  # 1，234.5万元 2018年 第38位
    rf"第?[{_DIGIT}]+(?:[.．,，:：/／－—–~～-][{_DIGIT}]+)*[万亿千百十]*(?:个百分点|[\u3400-\u9fff%％‰℃])?"
    r"|[〇零一二两三四五六七八九十百千万亿]{2,}年?|[A-Za-z]+"
)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A stretch of text that is kept whole; ``price`` is for cutting after it."""

    start: int
    end: int
    price: float


def split(report: Report, sections: Sequence[Section], *, min_chars: int, max_chars: int) -> list[Passage]:
    """The passages of a report, in the order of its text.

    Every character that isn't blank lies in exactly one, and ``passage.text == report.text[start:end]``.  A passage has
    ``min_chars`` to ``max_chars`` characters, fewer where its section has no more, more only where one table row or one
    unbroken token has.  A heading goes with the text under it: that of a section without text of its own, and a short
    beginning such as the report's title, with the next section.  ``sections`` are in order and don't overlap.
    """
    passages: list[Passage] = []
    held: list[_Atom] = []
    covering = _covering(report, sections)
    for number, section in enumerate(covering):
        heading = _Atom(section.start, section.body_start, _HEADING)
        has_heading = bool(report.text[heading.start:heading.end].strip())
        bare = not report.text[section.body_start:section.end].strip()
        title = section.level == 0 and len(report.text[section.start:section.end].strip()) < min_chars
        last = number == len(covering) - 1
        if (bare or title) and not last:
            held += _heading(report.text, section.start, section.end, max_chars)
            continue
        if has_heading:
            held += _heading(report.text, heading.start, heading.end, max_chars)
        ahead = sum(atom.end - atom.start for atom in held)
        body = _atoms(report, section.body_start, section.end, max_chars, ahead if ahead < max_chars // 2 else 0)
        for start, end in _grouped(report.text, [*held, *body], min_chars, max_chars):
            passages.append(_passage(report, _section_at(covering, end - 1, number), start, end))
        held = []
    return passages


def embed_text(passage: Passage, report: Report) -> str:
    """What is embedded and indexed for a passage: zone, period, headings, table heads, text; in simplified characters.

    Headings and column heads that stand in the text itself are not repeated.
    """
    period = passage.period or report.period
    lines = [
        " ".join(part for part in (report.zone or report.title, period.label if period else "") if part),
        " > ".join(heading for heading in passage.path if heading not in passage.text),
    ]
    if table := _table_in(report, passage.start, passage.end):
        unit = f"单位：{table.unit}" if table.unit else ""
        lines += [part for part in (table.caption, unit) if part and part not in passage.text]
        if passage.start >= _body_start(table):  # else the heads are in the text
            lines.append(passage.table_heads)
    return simplified("\n".join([*(line for line in lines if line), passage.text]))


def count_tokens(text: str) -> int:
    """Tokens of ``text`` in cl100k_base, for budgets only: nothing is ever cut by it.  Works offline."""
    return len(_encoding().encode(text, disallowed_special=()))


_loading = threading.Lock()


@functools.cache
def _encoding() -> tiktoken.Encoding:
    """Read from the cache that llama-index-core ships; tiktoken would fetch it over the network."""
    import tiktoken

    spec = importlib.util.find_spec("llama_index.core")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("llama_index.core")
    with _loading:
        before = os.environ.get("TIKTOKEN_CACHE_DIR")
        os.environ["TIKTOKEN_CACHE_DIR"] = str(Path(spec.origin).parent / "_static" / "tiktoken_cache")
        try:
            return tiktoken.get_encoding("cl100k_base")
        finally:
            if before is None:
                del os.environ["TIKTOKEN_CACHE_DIR"]
            else:
                os.environ["TIKTOKEN_CACHE_DIR"] = before


def _covering(report: Report, sections: Sequence[Section]) -> list[Section]:
    """The sections, with one of no heading in every gap that holds text."""

    def gap(start: int, end: int) -> Iterator[Section]:
        if report.text[start:end].strip():
            yield Section(report.id, start, end, start, (), 0, SectionKind.OTHER, None)

    found: list[Section] = []
    at = 0
    for section in sections:
        found += [*gap(at, section.start), section]
        at = section.end
    return [*found, *gap(at, len(report.text))]


def _section_at(sections: Sequence[Section], offset: int, number: int) -> Section:
    """The section that holds ``offset``; not after ``sections[number]``."""
    while sections[number].start > offset:
        number -= 1
    return sections[number]


def _passage(report: Report, section: Section, start: int, end: int) -> Passage:
    table = _table_in(report, start, end)
    return Passage(
        id=f"{report.id}:{start}-{end}", report_id=report.id, start=start, end=end, text=report.text[start:end],
        path=section.path, kind=section.kind, period=section.period, page=report.page_at(start),
        table_heads=_heads(table) if table else "")


def _heads(table: Table) -> str:
    """One label for each column, from all rows of heads: ``指标 | 2018年 数值 | 2018年 增速``."""
    rows = table.grid[:table.heads]
    columns = zip(*([cell.text for cell in row] for row in rows), strict=True) if rows else ()
    return " | ".join(" ".join(dict.fromkeys(text for text in column if text)) for column in columns)


def _body_start(table: Table) -> int:
    """Where the row of heads ends, before its line break."""
    return max((cell.end for row in table.grid[:table.heads] for cell in row), default=table.start)


def _table_in(report: Report, start: int, end: int) -> Table | None:
    """The first table that shares characters with a span."""
    return next((table for table in report.tables if table.start < end and start < table.end), None)


def _atoms(report: Report, start: int, end: int, max_chars: int, ahead: int) -> Iterator[_Atom]:
    """The atoms of a section's text; the first one leaves room for ``ahead`` characters of heading before it."""
    at = start
    for table in report.tables:
        if table.end <= start or end <= table.start:
            continue
        yield from _sentences(report.text, at, max(at, table.start), max_chars, ahead)
        ahead = 0
        yield from _rows(report.text, table, max(at, table.start), min(end, table.end))
        at = max(at, min(end, table.end))
    yield from _sentences(report.text, at, end, max_chars, ahead)


def _rows(text: str, table: Table, start: int, end: int) -> Iterator[_Atom]:
    body = _body_start(table)
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        price = _HEADING if start < body else _PARAGRAPH if stop == end else _ROW
        yield _Atom(start, stop, price)
        start = stop


def _heading(text: str, start: int, end: int, max_chars: int) -> list[_Atom]:
    """A heading in one piece; a paragraph that only looks like one is cut as prose is."""
    if len(text[start:end].strip()) <= max_chars:
        return [_Atom(start, end, _HEADING)]
    return list(_sentences(text, start, end, max_chars, 0))


def _sentences(text: str, start: int, end: int, max_chars: int, ahead: int) -> Iterator[_Atom]:
    """Text cut at every sentence end; a sentence that is too long also inside."""
    for stop, price in _ends(text, start, end):
        if len(text[start:stop].strip()) > max_chars - ahead:
            yield from _clauses(text, start, stop, price, max_chars - ahead)
        else:
            yield _Atom(start, stop, price)
        start, ahead = stop, 0


def _ends(text: str, start: int, end: int) -> Iterator[tuple[int, float]]:
    """Sentence ends as (offset after it, price); the last is ``end``.  Dear inside quotes and brackets."""
    depth, at = 0, start
    for match in _END.finditer(text, start, end):
        opened = text[at:match.end()]
        depth = max(0, depth + sum((c in _OPENING) - (c in _CLOSING) for c in opened))
        at = match.end()
        mark = match["mark"]
        if mark is None:
            depth, price = 0, _PARAGRAPH  # nothing stays open over the end of a paragraph
        elif depth or (match["closers"] and text[at:at + 1] in _GOES_ON):
            price = _INSIDE
        else:
            price = _SEMICOLON if mark[-1] in "；;" else _SENTENCE
        if at < end:
            yield at, price
    if start < end:
        yield end, _PARAGRAPH


def _clauses(text: str, start: int, end: int, price: float, max_chars: int) -> Iterator[_Atom]:
    """One sentence of more than ``max_chars`` cut at commas, and where there are none, between words."""
    unbroken = [match.span() for match in _UNBROKEN.finditer(text, start, end)]
    inside = {offset for first, last in unbroken for offset in range(first + 1, last)}
    stops = [match.end() for match in _COMMAS.finditer(text, start, end) if match.end() not in inside]
    for stop in [*(stop for stop in stops if stop < end), end]:
        while len(text[start:stop].strip()) > max_chars:
            cut = next((cut for cut in range(start + max_chars, start, -1) if cut not in inside), None)
            cut = cut or next((cut for cut in range(start + max_chars, stop) if cut not in inside), stop)
            yield _Atom(start, cut, _ANYWHERE)
            start = cut
        if start < stop:
            yield _Atom(start, stop, price if stop == end else _COMMA)
            start = stop


def _grouped(text: str, atoms: list[_Atom], min_chars: int, max_chars: int) -> list[tuple[int, int]]:
    """The cheapest grouping of adjacent atoms, as spans without blanks at their ends; groups of blanks are left out."""
    target = (min_chars + max_chars) / 2
    best: list[tuple[float, int]] = [(0.0, 0)]  # for the first n atoms: price, and where their last group begins
    for last in range(len(atoms)):
        options = []
        for first in range(last, -1, -1):
            length = len(text[atoms[first].start:atoms[last].end].strip())
            if length > max_chars and first < last:
                break
            price = (length / target - 1) ** 2
            price += _TOO_SHORT * (1 - length / min_chars) if 0 < length < min_chars else 0.0
            price += _TOO_LONG if length > max_chars else 0.0
            price += atoms[last].price if last < len(atoms) - 1 else 0.0
            options.append((best[first][0] + price, first))
        best.append(min(options))
    spans = []
    stop = len(atoms)
    while stop:
        first = best[stop][1]
        start, end = atoms[first].start, atoms[stop - 1].end
        body = text[start:end].strip()
        if body:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            spans.append((start, start + len(body)))
        stop = first
    return spans[::-1]

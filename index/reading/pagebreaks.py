"""Lines of a printed page that is no part of the text: its number, and what is printed at the head or foot of each page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

__all__ = ["TURN", "without_page_breaks"]

TURN = "\f"  # stands where a page was turned; blank to whoever does not ask

_DASH = "[—–－―\\-•·~～]"
#: - 1 -, 第1页 共9页, 1/9: nothing but a page is numbered so.
_DASHED = re.compile(rf"{_DASH}{{1,2}}\s*(\d{{1,3}})\s*{_DASH}{{1,2}}")
_CALLED = re.compile(rf"{_DASH}*\s*[（(【\[]?第\s*(\d{{1,3}})\s*页[\s/／，,]*(?:共\s*\d{{1,3}}\s*页)?[）)】\]]?\s*{_DASH}*")
_OF_ALL = re.compile(r"(\d{1,3})\s*[/／]\s*\d{1,3}\s*页?")
_BARE = re.compile(r"(\d{1,3})\s*页?")
_BESIDE = 3  # lines of a running head or foot
_APART = 8  # lines of text on a page that bears a bare number, at least
_STARTS = 20  # the first number of a page of the text is no higher
_BLANKS = 4  # lines between a page's number and its text
_SHORTEST = 6  # characters of a running head; what heads the first column of a table is shorter


def without_page_breaks(lines: list[str]) -> list[str]:
    """The other lines, ``TURN`` where a page was turned."""
    dropped: set[int] = set()
    numbered = _numbered(lines)
    seen = Counter(text for at in numbered for text in {_said(lines[i]) for i in _around(lines, at)})
    running = {text for text, times in seen.items() if times >= max(2, 0.4 * len(numbered))}
    for at in numbered:
        dropped.add(at)
        for step in (-1, 1):
            last = at
            for i in _beside(lines, at, step):
                if _said(lines[i]) not in running:
                    break
                dropped.add(i)
                last = i
            while 0 <= last + step < len(lines) and not lines[last + step].strip():  # blank lines belong to the break
                last += step
                dropped.add(last)
            dropped.update(range(min(at, last), max(at, last)))
    return [TURN if i in dropped else line for i, line in enumerate(lines) if i not in dropped or i - 1 not in dropped]


def _said(line: str) -> str:
    return re.sub(r"\s", "", line)


def _numbered(lines: list[str]) -> list[int]:
    """Where a page's number stands, alone on its line or in one with the running head."""
    for way, fewest in ((_DASHED, 1), (_CALLED, 1), (_OF_ALL, 2)):
        marked = [(i, int(found[1])) for i, line in enumerate(lines) if (found := way.fullmatch(line.strip())) is not None]
        if len(marked) >= fewest and all(before[1] < after[1] for before, after in itertools.pairwise(marked)):
            return [i for i, _ in marked]
    bare = [(i, int(found[1])) for i, line in enumerate(lines) if (found := _BARE.fullmatch(line.strip())) is not None and _alone(lines, i)]
    return max((_pages_from(lines, bare, start) for start, (_, number) in enumerate(bare[:_STARTS]) if number <= _STARTS), key=len, default=[])


def _pages_from(lines: list[str], bare: list[tuple[int, int]], start: int) -> list[int]:
    """Numbers that rise one by one, a page of text between them; two at least."""
    chain = [bare[start]]
    for at, number in bare[start + 1 :]:
        if number == chain[-1][1] + 1 and sum(bool(line.strip()) for line in lines[chain[-1][0] + 1 : at]) >= _APART:
            chain.append((at, number))
    return [at for at, _ in chain] if len(chain) > 1 else []


def _alone(lines: list[str], at: int) -> bool:
    """Set off from what stands around it, as a cell in a column of cells is not."""
    beside = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    return lines[at][:1].isspace() or any(not line.strip() for line in beside)


def _around(lines: list[str], at: int) -> list[int]:
    return [*_beside(lines, at, -1), *_beside(lines, at, 1)]


def _beside(lines: list[str], at: int, step: int) -> Iterator[int]:
    """The nearest lines with something in them, going one way."""
    found, blanks, i = 0, 0, at + step
    while 0 <= i < len(lines) and found < _BESIDE and blanks < _BLANKS:
        if not lines[i].strip():
            blanks += 1
        else:
            if len(_said(lines[i])) < _SHORTEST:
                return
            found, blanks = found + 1, 0
            yield i
        i += step

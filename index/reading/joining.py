"""Lines broken for the width of a page → paragraphs.  Serves hard-wrapped txt; pdf and OCR use ``glue`` too."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import east_asian_width

__all__ = ["ENDS", "GAP", "RULE", "NUMBERING", "glue", "unwrap", "width_of"]

ENDS = tuple("。！？；：!?;…”’）)》】")
NUMBERING = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]+[章节条部篇]|[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}\s*[、．]|\d{1,2}\.(?!\d)|\d{1,2}[）)]|[①-⑳]|[❶-❿]|[■●◆▲★●•])"
)
GAP = re.compile("[ \u3000]*(?: {2}| ?\u3000 |\u3000{2})[ \u3000]*")  # between the columns of a table set in spaces
RULE = re.compile("\\s*(?:[-—─━=＝_﹍]{2,} *)+\\s*")  # drawn across a table that is set in spaces
_PAGE = re.compile(r"\s*[—–－-]{0,2}\s*第?\s*\d{1,3}\s*页?(?:\s*[/／，,]?\s*共?\s*\d{1,3}\s*页)?\s*[—–－-]{0,2}\s*")
_BLANKS = 4  # lines between a page's number and its text
_UNBROKEN = re.compile(r"\d[\d.,]*[%％]?(?:亿|万)?[元吨]?")
_ASCII_JOINT = re.compile(r"[A-Za-z]$")
_CLOSING = tuple("，。、；：！？）》】”’％%,.;:!?)")


def width_of(text: str) -> int:
    """Display width in half-width columns."""
    return sum(2 if east_asian_width(char) in "FWA" else 1 for char in text)


def glue(left: str, right: str) -> str:
    """Two pieces of one paragraph: nothing between them in Chinese, a space between Latin words."""
    if _ASCII_JOINT.search(left) and right[:1].isascii() and right[:1].isalpha():
        return f"{left} {right}"
    return left + right


@dataclass(frozen=True, slots=True)
class _Measure:
    """How long a line is: in columns of a display, or in characters, whatever their width."""

    of: Callable[[str], int]
    least: int
    most: int
    slack: int  # a line that misses the longest by no more was cut


_MEASURES = (_Measure(width_of, 40, 130, 4), _Measure(len, 24, 65, 2))


def unwrap(lines: list[str]) -> list[str]:
    """Re-join a text whose lines were cut at one width, or after so many characters; any other text comes back as it is.

    Cut lines show themselves: most long lines end within three columns of the longest and in mid-sentence.  A blank
    line, an indent, a number (一、 1.) or a short line ends a paragraph.
    """
    lines_of_text = _without_page_breaks(lines)
    cuts = [found for measure in _MEASURES if (found := _cut_lines(lines_of_text, measure)) is not None]
    if not cuts:
        return lines
    cut = max(cuts, key=sum)
    lines = lines_of_text
    joined: list[str] = []
    open_line = False
    for line, is_cut in zip(lines, cut, strict=True):
        columns = "\t" in line or "|" in line or bool(GAP.search(line.strip()) or RULE.fullmatch(line))
        starts = not line.strip() or line[:1] in " \u3000\t" or bool(NUMBERING.match(line)) or columns
        if (open_line and not starts) or (open_line and line.strip()[:1] in _CLOSING and line.strip()):
            joined[-1] = glue(joined[-1].rstrip(), line.strip())
        else:
            joined.append(line)
        open_line = is_cut
    return joined


def _without_page_breaks(lines: list[str]) -> list[str]:
    """Without numbers of pages, what is printed at the head or foot of each of them, and the blank lines around it."""
    numbers = [i for i, line in enumerate(lines) if _PAGE.fullmatch(line)]
    beside = Counter(lines[j].strip() for i in numbers for j in _nearest_lines(lines, i))
    dropped: set[int] = set()
    for i in numbers if len(numbers) > 1 else []:
        around = [j for j in _nearest_lines(lines, i) if beside[lines[j].strip()] > 1]
        ends = [i, *around]
        dropped.update(j for j in range(min(ends) - 1, max(ends) + 2) if 0 <= j < len(lines) and (j in ends or not lines[j].strip()))
    return [line for i, line in enumerate(lines) if i not in dropped]


def _nearest_lines(lines: list[str], at: int) -> list[int]:
    """The line with something in it before, and the one after."""
    before = next((j for j in range(at - 1, max(-1, at - _BLANKS), -1) if lines[j].strip()), None)
    after = next((j for j in range(at + 1, min(len(lines), at + _BLANKS)) if lines[j].strip()), None)
    return [j for j in (before, after) if j is not None]


def _cut_lines(lines: list[str], measure: _Measure) -> list[bool] | None:
    """Which lines were cut; None where they were not cut by that measure."""
    lengths = [measure.of(line.rstrip()) for line in lines if line.strip() and not RULE.fullmatch(line)]
    if len(lengths) < 8:
        return None
    longest = statistics.quantiles(lengths, n=20, method="inclusive")[-1]
    full = [length for length in lengths if abs(length - longest) <= measure.slack]
    if not measure.least <= longest <= measure.most or max(lengths) > longest + measure.slack or len(full) < len(lengths) * 0.5:
        return None
    words = [_UNBROKEN.match(line) for line in (*lines[1:], "")]  # a number that did not fit stands whole on the next line
    fits = [measure.of(line.rstrip()) + (measure.of(word[0]) if word else 0) for line, word in zip(lines, words, strict=True)]
    cut = [
        (abs(measure.of(line.rstrip()) - longest) <= measure.slack or measure.of(line.rstrip()) < longest < fit) and not RULE.fullmatch(line)
        for line, fit in zip(lines, fits, strict=True)
    ]
    middle = sum(1 for line, is_cut in zip(lines, cut, strict=True) if is_cut and not line.rstrip().endswith(ENDS))
    return cut if middle >= len(full) * 0.6 else None

"""Lines broken for the width of a page → paragraphs.  Serves hard-wrapped txt and md; pdf and OCR use ``glue`` too."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import east_asian_width

from index.reading.pagebreaks import TURN

__all__ = ["CAPTION", "ENDS", "GAP", "RULE", "NUMBERING", "glue", "unwrap", "width_of"]

ENDS = tuple("。！？；：!?;…”’）)》】")
NUMBERING = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]+[章节条部篇]|[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|[一二三四五六七八九十]{1,3}、"
    r"|#{1,6} |[-*+>] |\d{1,2}\s*(?:、|．(?!\d))|\d{1,2}\.(?!\d)|\d{1,2}[）)]|[①-⑳]|[❶-❿]|[■●◆▲★●•])"
)
GAP = re.compile("[ \u3000]*(?: {2}| ?\u3000 |\u3000{2})[ \u3000]*")  # between the columns of a table set in spaces
RULE = re.compile("\\s*(?:[-—─━═=＝_﹍]{2,} *)+\\s*")  # drawn across a table that is set in spaces
_UNBROKEN = re.compile(r"\d[\d.,]*[%％]?(?:亿|万)?[元吨]?")
_UNENDED = re.compile(r"[，。；].*[^。！？；：!?;…”’）)》】]$|\S{30,}[^。！？；：!?;…”’）)》】]$")  # a sentence that goes on
_MARKS = re.compile("[，。；：、]")
CAPTION = re.compile(r"附?表\s*[一二三四五六七八九十\d]{1,2}\s*(?:[:：]|\s|$)|附[表件]?\s*[一二三四五六七八九十\d]{0,2}\s*[:：]")
#: The least share of full lines that shows a width, and of those that then end in mid-sentence: more must where fewer are full.
_FULL_AND_UNENDED = ((0.5, 0.6), (0.25, 0.85))
_SENTENCE_ENDS = tuple("。！？；!?;")
_ASCII_JOINT = re.compile(r"[A-Za-z]$")
_CLOSING = tuple("，。、；：！？）》】”’％%,.;:!?)")


def width_of(text: str) -> int:
    """Display width in half-width columns."""
    return sum(2 if east_asian_width(char) in "FWA" else 1 for char in text)


def glue(left: str, right: str) -> str:
    """Two pieces of one paragraph: nothing between them in Chinese, a space between Latin words."""
    if _ASCII_JOINT.search(left[-1:]) and right[:1].isascii() and right[:1].isalpha():
        return f"{left} {right}"
    return left + right


@dataclass(frozen=True, slots=True)
class _Measure:
    """How long a line is: in columns of a display, or in characters, whatever their width."""

    of: Callable[[str], int]
    least: int
    sure: int  # shorter lines could be items of a list, unless there are marks in them
    most: int
    slack: int  # a line that misses the longest by no more was cut


_MEASURES = (_Measure(width_of, 30, 40, 130, 4), _Measure(len, 15, 24, 65, 2))


def unwrap(lines: list[str]) -> list[str]:
    """Re-join a text whose lines were cut at one width, or after so many characters; any other text comes back as it is.

    Cut lines show themselves: most long lines end within three columns of the longest and in mid-sentence.  A blank
    line, an indent, a number (一、 1.) or a short line ends a paragraph.  Where a page was turned in mid-sentence
    (``TURN`` stands there), the sentence goes on in any text.
    """
    text = [line for line in lines if line != TURN]
    close = [line for line in text if line.strip()]
    spread = len(text) - len(close) > 0.6 * len(close)  # copied with a blank line after each
    if (cut := _cut(close if spread else text)) is not None and spread:
        text = close
    if cut is None:
        turned = {at - before for before, at in enumerate(i for i, line in enumerate(lines) if line == TURN)}
        cut = [bool(_UNENDED.search(line)) and at + 1 in turned for at, line in enumerate(text)]
    joined: list[str] = []
    open_line = False
    for line, is_cut in zip(text, cut, strict=True):
        if open_line and _follows(joined[-1], line, is_cut=is_cut):
            joined[-1] = glue(joined[-1].rstrip(), line.strip())
        else:
            joined.append(line)
        open_line = is_cut and not line.startswith("#")  # a heading of md is one line
    return joined


def _follows(before: str, line: str, *, is_cut: bool) -> bool:
    """Whether a line goes on with what was cut before it."""
    if _starts(line):
        return line.strip()[:1] in _CLOSING and bool(line.strip())
    titled = bool(CAPTION.match(line)) or not (is_cut or _MARKS.search(line) or line.endswith(_SENTENCE_ENDS))
    return not (titled and before.endswith(_SENTENCE_ENDS))


def _cut(lines: list[str]) -> list[bool] | None:
    """Which lines were cut, by the measure that explains more of them."""
    return max((found for measure in _MEASURES if (found := _cut_lines(lines, measure)) is not None), key=sum, default=None)


def _starts(line: str) -> bool:
    """Whether a paragraph begins on a line whatever the line before it."""
    return not line.strip() or line[:1] in " \u3000\t" or bool(NUMBERING.match(line)) or _in_columns(line)


def _in_columns(line: str) -> bool:
    return "\t" in line or "|" in line or bool(GAP.search(line.strip()) or RULE.fullmatch(line))


def _cut_lines(lines: list[str], measure: _Measure) -> list[bool] | None:
    """Which lines were cut; None where they were not cut by that measure."""
    text = [line for line in lines if line.strip() and not _in_columns(line)]
    lengths = [measure.of(line.rstrip()) for line in text]
    if len(lengths) < 8:
        return None
    longest = statistics.quantiles(lengths, n=20, method="inclusive")[-1]
    full = [line for line, length in zip(text, lengths, strict=True) if abs(length - longest) <= measure.slack]
    longer = sum(length > longest + measure.slack for length in lengths)  # a title is on one line
    if not measure.least <= longest <= measure.most or longer > max(1, len(lengths) * 0.03):
        return None
    unended = next((unended for least, unended in _FULL_AND_UNENDED if len(full) >= len(lengths) * least), None)
    if unended is None:
        return None
    if longest < measure.sure and sum(bool(_MARKS.search(line)) for line in full) < len(full) * 0.6:
        return None
    words = [_UNBROKEN.match(line) for line in (*lines[1:], "")]  # a number that did not fit stands whole on the next line
    fits = [measure.of(line.rstrip()) + (measure.of(word[0]) if word else 0) for line, word in zip(lines, words, strict=True)]
    cut = [
        (abs(measure.of(line.rstrip()) - longest) <= measure.slack or measure.of(line.rstrip()) < longest < fit) and not _in_columns(line)
        for line, fit in zip(lines, fits, strict=True)
    ]
    middle = sum(1 for line, is_cut in zip(lines, cut, strict=True) if is_cut and not line.rstrip().endswith(ENDS))
    return cut if middle >= len(full) * unended else None

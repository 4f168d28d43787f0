"""Lines broken for the width of a page → paragraphs.  Serves hard-wrapped txt; pdf and OCR use ``glue`` too."""

from __future__ import annotations

import re
import statistics
from unicodedata import east_asian_width

__all__ = ["ENDS", "GAP", "RULE", "NUMBERING", "glue", "unwrap", "width_of"]

ENDS = tuple("。！？；：!?;…”’）)》】")
NUMBERING = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]+[章节条部篇]|[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}\s*[、．]|\d{1,2}\.(?!\d)|\d{1,2}[）)]|[①-⑳]|[❶-❿]|[■●◆▲★●•])"
)
GAP = re.compile("[ \u3000]*(?: {2}| ?\u3000 |\u3000{2})[ \u3000]*")  # between the columns of a table set in spaces
RULE = re.compile("\\s*(?:[-—─━=＝_﹍]{2,} *)+\\s*")  # drawn across a table that is set in spaces
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


def unwrap(lines: list[str]) -> list[str]:
    """Re-join a text whose lines were cut at one width; any other text comes back as it is.

    Cut lines show themselves: most long lines end within three columns of the longest and in mid-sentence.  A blank
    line, an indent, a number (一、 1.) or a short line ends a paragraph.
    """
    widths = [width_of(line.rstrip()) for line in lines if line.strip() and not RULE.fullmatch(line)]
    if len(widths) < 8:
        return lines
    longest = statistics.quantiles(widths, n=20, method="inclusive")[-1]
    full = [width for width in widths if abs(width - longest) <= 4]
    if not 40 <= longest <= 130 or max(widths) > longest + 4 or len(full) < len(widths) * 0.5:
        return lines
    middle = sum(
        1 for line in lines if abs(width_of(line.rstrip()) - longest) <= 4 and not line.rstrip().endswith(ENDS)
    )
    if middle < len(full) * 0.6:
        return lines
    joined: list[str] = []
    open_line = False
    for line in lines:
        columns = "\t" in line or "|" in line or bool(GAP.search(line.strip()) or RULE.fullmatch(line))
        starts = not line.strip() or line[:1] in " \u3000\t" or bool(NUMBERING.match(line)) or columns
        if (open_line and not starts) or (open_line and line.strip()[:1] in _CLOSING and line.strip()):
            joined[-1] = glue(joined[-1].rstrip(), line.strip())
        else:
            joined.append(line)
        open_line = abs(width_of(line.rstrip()) - longest) <= 4 and not RULE.fullmatch(line)
    return joined

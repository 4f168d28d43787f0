"""The Chinese numbering grammar as one table, and where a numbered title ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["NUMBERING", "Mark", "inner_marks", "line_spans", "marker_of", "numbered_mark", "outside_brackets"]

_CN = "一二三四五六七八九十百"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾"  # 【拾贰】, as boards of figures number their parts


#: rank (0 is outermost), pattern of the marker at the start of a paragraph.
NUMBERING: tuple[tuple[int, re.Pattern[str]], ...] = (
    (0, re.compile(rf"第[{_CN}\d]{{1,3}}[章篇编](?![^\s：:]{{0,2}}[，。])|第[{_CN}\d]{{1,3}}部分|[上中下]篇(?=[\s\u3000：:、·—])")),
    (1, re.compile(rf"第[{_CN}\d]{{1,3}}节(?!课|[^\s：:]{{0,2}}[，。])")),
    (2, re.compile(rf"[{_CN}]{{1,3}}(?:、|[．.](?!\d))|[【〖](?:[{_CN}{_FORMAL}]{{1,3}}|\d{{1,2}})[】〗](?=\s*[㐀-鿿])|[{_FORMAL}]{{1,3}}、"
                   r"|(?:PART|Part)[\s.·]*\d{1,2}[\s.、：:·|]*(?=[㐀-鿿0-9“]{2,14}$)|0\d[ \u3000]+(?=[㐀-鿿0-9“]{2,14}$)")),
    (3, re.compile(rf"[（(〔][{_CN}]{{1,3}}[）)〕][、.]?")),
    (4, re.compile(rf"[0-9０-９]{{1,2}}(?:[、]|[.．](?![0-9０-９](?!0[0-9]{{2}}年)))"
                   rf"|第[{_CN}\d]{{1,3}}[项条件][ \u3000：:、.．](?!\d)[ \u3000]*")),
    (5, re.compile(r"[（(][0-9０-９]{1,2}[）)][、.]?|[0-9]{1,2}[)）]|\d{1,2}(?:[.．]\d{1,2}){1,2}[ \u3000]+(?=[㐀-鿿])(?![亿万千百个家]|公)")),
    (6, re.compile(r"[①-⑳㈠-㈩]")),
    (
        7,
        re.compile(
            rf"(?:[一二三四五六七八九十]{{1,2}}(?:是|要|抓)|其[一二三四五六七八九])(?=[^，。]{{2,}})|第[{_CN}]{{1,2}}，"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    body: int  # where the text under the heading begins
    rank: int
    title: str  # "" for a turn of the text without a heading


def line_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the non-blank lines, without the blanks around them."""
    return [
        (m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
        for m in re.finditer(r"[^\n]+", text)
        if m[0].strip()
    ]


_BRACKETED = re.compile("[（(][^（()）\\n]*[）)]")


def outside_brackets(text: str, start: int, end: int, marks: str) -> list[int]:
    """Where ``marks`` stand between two offsets, but for those in brackets: （责任单位：甲局；配合：乙办） ends no clause."""
    inside = [m.span() for m in _BRACKETED.finditer(text, start, end)]
    return [i for i in range(start, end) if text[i] in marks and not any(a < i < b for a, b in inside)]


def marker_of(line: str) -> tuple[int, int] | None:
    for rank, pattern in NUMBERING:
        if match := pattern.match(line):
            return rank, match.end()
    return None


def numbered_mark(text: str, start: int, end: int, after: int, quoted: list[tuple[int, int]]) -> Mark | None:
    line = text[start:end]
    numbered = marker_of(line)
    if numbered is None:
        return None
    rank, skip = numbered
    if rank == 7 and re.search(r"[。；;][二三](?:是|要|抓)|[。；;]其二", line):
        return None  # one paragraph holding all its items: the first is no heading over the others
    title_end = _lead_end(text, start + skip, end, rank)
    if title_end is None:
        return None
    if title_end >= end:
        if (rank >= 4 and line[-1:] in "；;，,、") or len(line) > 60:
            return None
        following = marker_of(text[after : after + 8])
        if rank >= 4 and line[-1] == "。" and following is not None and following[0] <= rank:
            return None  # （5）公共配套还不完善。 is an item of a list, nothing stands under it
        return Mark(start, after, rank, line.strip())
    return Mark(start, title_end, rank, text[start:title_end].strip(" \u3000。：:"))


def _lead_end(text: str, start: int, end: int, rank: int) -> int | None:
    """Where the title of a numbered paragraph ends: its line, or its short first sentence; None if it has none."""
    limit = 46 if rank <= 3 else 34
    line = text[start:end]
    cut = next((i for i, c in enumerate(line) if c in "。：:；！？;"), None)
    if cut is None:
        longest = 80 if rank <= 2 else 60 if rank == 3 else 40
        return end if len(line) <= longest else None
    if cut + 1 >= len(line) and len(line) <= limit and line[-1] not in "；;":
        return end
    if cut > limit or (rank == 7 and cut > 24):
        return None
    if rank >= 4 and re.search(r"\d[\d.]*\s*(?:%|％|亿|万|家|个|项|件)", line[:cut]):
        return None  # 1.落实减税降费，为企业减负1.9亿元。 states, it doesn't title
    return start + cut + 1 if line[cut] not in "；;" else None


def inner_marks(text: str, start: int, end: int, quoted: list[tuple[int, int]]) -> list[Mark]:
    """Numbered titles inside one long paragraph (all on one line), accepted only in counting order."""
    if end - start < 400:
        return []
    marks: list[Mark] = []
    wanted = {2: 0, 3: 0, 4: 0}
    for match in re.finditer(
        rf"(?<=[。；！？\s])(?:([{_CN}]{{1,3}})、|[（(]([{_CN}]{{1,3}})[）)]|(\d{{1,2}})[.．、](?!\d))", text[start:end]
    ):
        rank = 2 if match[1] else 3 if match[2] else 4
        value = _count(match[1] or match[2] or match[3])
        if value not in (1, wanted[rank] + 1):
            continue
        at = start + match.start()
        title_end = _lead_end(text, start + match.end(), min(end, start + match.end() + 60), rank)
        if title_end is None:
            continue
        wanted[rank] = value
        for deeper in range(rank + 1, 5):
            wanted[deeper] = 0
        marks.append(Mark(at, title_end, rank, text[at:title_end].strip(" \u3000。：:")))
    return marks if len(marks) >= 2 else []


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.partition("十")
    digits = "零一二三四五六七八九"
    if "十" in text:
        return (digits.find(tens) if tens else 1) * 10 + (digits.find(ones) if ones else 0)
    return digits.find(text[:1])

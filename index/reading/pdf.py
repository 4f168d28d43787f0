"""pdf → blocks, from its text layer with positions; pages without one go to OCR.

characters ─ drop rotated, unseen, doubled ─ lines with gaps ─ ruled tables taken out ─ pagelines
"""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from index.errors import DamagedReport, EmptyReport, EncryptedReport
from index.reading.content import Content, RawCell, RawTable, clean
from index.reading.joining import glue
from index.reading.pagelines import Line, PageLines, Segment, blocks_of_pages
from index.reading.twocolumns import gutter_of, sides_of
from index.settings import IndexSettings

__all__ = ["read"]

_MIN_PAGE_CHARS = 8  # fewer than that beside a picture is a scan with a stamp
_CID = re.compile(r"\(cid:\d+\)")
_EDGE_TOLERANCE = 2.5
# CJK Radicals Supplement characters that NFKC leaves alone; some producers map their glyphs to these code points.
_RADICALS = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳", "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟"
)


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a pdf.  Raises EncryptedReport, DamagedReport, EmptyReport; for a scan MissingReader."""
    content = Content()
    scanned: list[int] = []
    pages: list[PageLines] = []
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            content.title = clean(str((document.metadata or {}).get("Title") or ""))
            for page in document.pages:
                known = next((before.gutter for before in reversed(pages) if before.gutter), None)
                lines, unseen = _page(page, known)
                if lines.gutter and known is None:  # a page with little but tables did not show its columns
                    pages = [_page(before, lines.gutter)[0] for before in document.pages[: len(pages)]]
                pages.append(lines)
                if unseen:
                    content.warnings.append(f"第 {page.page_number} 页有 {unseen} 个字读者看不见（白色或极小），已略去")
                if _is_scan(page, lines):
                    scanned.append(page.page_number)
                page.close()
    except (PDFPasswordIncorrect, PdfminerException, PDFException) as error:
        if isinstance(error, PDFPasswordIncorrect) or any(isinstance(arg, PDFPasswordIncorrect) for arg in error.args):
            raise EncryptedReport(path, "PDF 加了密码", mend="请去掉密码后另存") from error
        raise _damaged(path, error) from error
    except (
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        OSError,
        RecursionError,
        AssertionError,
    ) as error:
        raise _damaged(path, error) from error
    if not pages:
        raise DamagedReport(path, "PDF 里一页也没有", mend="请重新下载或另存一次")
    if scanned:
        _recognise(scanned, pages, content, data, path, settings)
    content.blocks = blocks_of_pages(pages)
    return content


def _damaged(path: Path, error: Exception) -> DamagedReport:
    return DamagedReport(path, "PDF 不完整或已损坏", mend="请重新下载，或用阅读器打开后另存")


def _recognise(
    scanned: list[int], pages: list[PageLines], content: Content, data: bytes, path: Path, settings: IndexSettings
) -> None:
    whole = len(scanned) == len(pages)
    if not settings.ocr:
        if whole:
            raise EmptyReport(
                path, "是扫描件，没有文字层，而文字识别已关闭", mend="请打开设置 ocr，或换成有文字层的文件"
            )
        content.warnings.append(f"第 {'、'.join(map(str, scanned))} 页是扫描件，文字识别已关闭，没有读")
        return
    from index.reading.scan import recognise_pdf  # only scans pay for loading the recogniser

    for page in recognise_pdf(data, scanned, path):
        pages[page.number - 1] = page
    content.warnings.append(f"第 {'、'.join(map(str, scanned))} 页由文字识别得来，个别字可能有误")


def _is_scan(page: Any, lines: PageLines) -> bool:
    chars = sum(len(line.text) for line in lines.lines) + sum(
        len(c.text) for _, t in lines.tables for r in t.rows for c in r
    )
    garbled = sum(len(_CID.findall(line.text)) * 6 for line in lines.lines)
    covered = sum(image["width"] * image["height"] for image in page.images) > 0.25 * page.width * page.height
    return (chars < _MIN_PAGE_CHARS and covered) or (chars > 0 and garbled > 0.3 * chars)


def _page(page: Any, gutter: float | None) -> tuple[PageLines, int]:
    """Lines and ruled tables of a page, and how many characters on it cannot be seen; ``gutter`` is another page's."""
    page = page.dedupe_chars(tolerance=1)
    seen, unseen = [], 0
    for char in page.chars:
        if not char["upright"] or (not char["text"].strip() and char["text"] != " "):
            continue
        if _is_unseen(char, page):
            unseen += bool(char["text"].strip())
            continue
        seen.append(char)
    result = PageLines(page.page_number, float(page.height))
    for table in page.find_tables():
        raw, box = _table(table, seen, page.page_number)
        if raw is not None:
            result.tables.append((box, raw))
            seen = [char for char in seen if not _inside(char, box)]
    result.gutter = gutter_of(_rows(seen), float(page.width), gutter)
    result.lines = _lines(seen, result.gutter)
    return result, unseen


def _is_unseen(char: dict[str, Any], page: Any) -> bool:
    if char["size"] < 1 or char["x1"] < 0 or char["x0"] > page.width or char["bottom"] < 0 or char["top"] > page.height:
        return True
    colour = char.get("non_stroking_color")
    values = colour if isinstance(colour, (tuple, list)) else (colour,)
    white = (len(values) in (1, 3) and all(value in (1, 1.0) for value in values)) or (
        len(values) == 4 and not any(values)
    )
    return white and not any(
        _inside(char, (r["x0"], r["top"], r["x1"], r["bottom"])) for r in [*page.rects, *page.images]
    )


def _inside(char: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1)


def _rows(chars: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Characters whose middles lie within half a character of each other, sorted from the left."""
    rows: list[list[dict[str, Any]]] = []
    for char in sorted(chars, key=lambda c: ((c["top"] + c["bottom"]) / 2, c["x0"])):
        middle = (char["top"] + char["bottom"]) / 2
        if rows and middle - (rows[-1][0]["top"] + rows[-1][0]["bottom"]) / 2 < 0.45 * max(
            char["size"], rows[-1][0]["size"]
        ):
            rows[-1].append(char)
        else:
            rows.append([char])
    return [sorted(row, key=lambda c: c["x0"]) for row in rows]


def _lines(chars: list[dict[str, Any]], gutter: float | None = None) -> list[Line]:
    """Characters → lines, which end at a gutter between two columns unless a character stands in it."""
    parts = [chars] if gutter is None else sides_of(chars, gutter)
    lines = [line for part in parts for row in _rows(part) if (line := _line(row)) is not None]
    return sorted(lines, key=lambda line: (line.top, line.x0))


def _line(row: list[dict[str, Any]]) -> Line | None:
    """A gap of a character and a half parts two segments; half a character beside Latin text is a space."""
    segments: list[Segment] = []
    fine: list[Segment] = []  # the same with a gap of three quarters of a character
    text, start, end = "", 0.0, 0.0
    piece, begun = "", 0.0
    size = max(char["size"] for char in row)
    for char in row:
        letter = _plain(char["text"])
        gap = char["x0"] - end
        if piece.strip() and letter.strip() and gap > 0.75 * size:
            fine.append(Segment(begun, end, clean(piece)))
            piece = ""
        if not piece.strip():
            piece, begun = "", char["x0"]
        piece += letter
        if not text.strip():
            text, start = letter, char["x0"]
        elif gap > 1.5 * size:
            segments.append(Segment(start, end, clean(text)))
            text, start = letter, char["x0"]
        else:
            latin = text[-1:].isascii() and letter.isascii() and text[-1:].strip() and letter.strip()
            text += (" " if latin and gap > 0.25 * size else "") + letter
        if letter.strip():
            end = char["x1"]
    if text.strip():
        segments.append(Segment(start, end, clean(text)))
        fine.append(Segment(begun, end, clean(piece)))
    kept = tuple(segment for segment in segments if segment.text)
    if not kept:
        return None
    return Line(kept, min(c["top"] for c in row), max(c["bottom"] for c in row), size, tuple(fine))


def _plain(letter: str) -> str:
    """Kangxi radicals that stand for ordinary characters (⼀ for 一); nothing else is changed."""
    if "\u2e80" <= letter <= "\u2fdf":
        return unicodedata.normalize("NFKC", letter).translate(_RADICALS)
    return letter


def _table(
    table: Any, chars: list[dict[str, Any]], page: int
) -> tuple[RawTable | None, tuple[float, float, float, float]]:
    """A ruled table with its merges read from the cells' edges; None for a mere box around text."""
    xs = _edges([edge for cell in table.cells for edge in (cell[0], cell[2])])
    ys = _edges([edge for cell in table.cells for edge in (cell[1], cell[3])])
    if len(xs) < 3 or len(ys) < 3 or len(table.cells) < 4:
        return None, table.bbox
    begins: dict[tuple[int, int], RawCell] = {}
    covered: set[tuple[int, int]] = set()
    for cell in table.cells:
        left, right, top, bottom = (
            _nearest(xs, cell[0]),
            _nearest(xs, cell[2]),
            _nearest(ys, cell[1]),
            _nearest(ys, cell[3]),
        )
        inside = [
            char
            for char in chars
            if cell[0] <= (char["x0"] + char["x1"]) / 2 <= cell[2]
            and cell[1] <= (char["top"] + char["bottom"]) / 2 <= cell[3]
        ]
        text = ""
        for line in _lines(inside):
            text = glue(text, line.text)
        begins[top, left] = RawCell(clean(text), max(bottom - top, 1), max(right - left, 1))
        covered.update((r, c) for r in range(top, bottom) for c in range(left, right))
    rows = []
    for r in range(len(ys) - 1):
        row = []
        for c in range(len(xs) - 1):
            if (r, c) in begins:
                row.append(begins[r, c])
            elif (r, c) not in covered:
                row.append(RawCell(""))
        rows.append(tuple(row))
    return RawTable(tuple(rows), page=page), table.bbox


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _EDGE_TOLERANCE:
            edges.append(value)
    return edges


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))

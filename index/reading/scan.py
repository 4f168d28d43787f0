"""Pictures of pages → blocks, through RapidOCR; its wheel carries the models, nothing is downloaded."""

from __future__ import annotations

import logging
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from index.errors import DamagedReport, EmptyReport, MissingReader
from index.reading.content import Content, clean
from index.reading.pagelines import Line, PageLines, Segment, blocks_of_pages
from index.settings import IndexSettings

__all__ = ["read", "recognise_pdf"]

_DPI = (
    200  # 150 loses decimal points of 12 pt print, 300 takes twice as long for the same text (measured on the fixture)
)
_MIN_SCORE = 0.5
_MAX_PIXELS = 60_000_000


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a picture; each frame of a tif is a page.  Raises EmptyReport, MissingReader, DamagedReport."""
    if not settings.ocr:
        raise EmptyReport(path, "是图片，而文字识别已关闭", mend="请打开设置 ocr，或换成有文字的文件")
    from PIL import Image, ImageSequence, UnidentifiedImageError

    recogniser = _recogniser(path)
    pages = []
    try:
        with Image.open(BytesIO(data)) as picture:
            for number, frame in enumerate(ImageSequence.Iterator(picture), start=1):
                if frame.width * frame.height > _MAX_PIXELS:
                    raise DamagedReport(
                        path, f"图片有 {frame.width}×{frame.height} 像素，太大", mend="请缩小后再放进来"
                    )
                pages.append(_page(recogniser, frame.convert("RGB"), number))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise DamagedReport(path, "图片不完整或已损坏", mend="请重新下载或扫描") from error
    return Content(blocks=blocks_of_pages(pages), warnings=["全文由文字识别得来，个别字可能有误"])


def recognise_pdf(data: bytes, numbers: list[int], path: Path) -> list[PageLines]:
    """Lines of the given pages (from 1) of a pdf, rendered and recognised.  Raises MissingReader, DamagedReport."""
    recogniser = _recogniser(path)
    import pypdfium2

    pages = []
    try:
        document = pypdfium2.PdfDocument(data)
        for number in numbers:
            sheet = document[number - 1]
            scale = min(_DPI / 72, (_MAX_PIXELS / (sheet.get_width() * sheet.get_height())) ** 0.5)
            pages.append(_page(recogniser, sheet.render(scale=scale).to_pil().convert("RGB"), number))
            sheet.close()
        document.close()
    except (pypdfium2.PdfiumError, ValueError, OSError) as error:
        raise DamagedReport(path, "PDF 画不出来", mend="请重新下载或另存一次") from error
    return pages


def _recogniser(path: Path) -> Any:
    try:
        return _load()
    except ImportError as error:
        raise MissingReader(path, "读扫描件和图片需要文字识别", mend="请安装：pip install 'zoneqa[ocr]'") from error


@cache
def _load() -> Any:
    """One recogniser a process: loading its three models takes about a second."""
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def _page(recogniser: Any, picture: Any, number: int) -> PageLines:
    import numpy

    found = recogniser(numpy.asarray(picture)[:, :, ::-1])
    page = PageLines(number, float(picture.height))
    if found.boxes is None or found.txts is None:
        return page
    pieces = []
    for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        if score >= _MIN_SCORE and clean(text):
            xs, ys = [float(p[0]) for p in box], [float(p[1]) for p in box]
            pieces.append((min(ys), max(ys), Segment(min(xs), max(xs), clean(text))))
    page.lines = _lines(pieces)
    return page


def _lines(pieces: list[tuple[float, float, Segment]]) -> list[Line]:
    """Boxes whose middles lie within half a height of each other stand on one line."""
    rows: list[list[tuple[float, float, Segment]]] = []
    for piece in sorted(pieces, key=lambda p: (p[0] + p[1]) / 2):
        middle = (piece[0] + piece[1]) / 2
        if rows and middle - sum((p[0] + p[1]) / 2 for p in rows[-1]) / len(rows[-1]) < 0.5 * (piece[1] - piece[0]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = []
    for row in rows:
        row.sort(key=lambda p: p[2].x0)
        widths = [(p[2].x1 - p[2].x0) / max(_full_width(p[2].text), 1) for p in row]
        lines.append(Line(tuple(p[2] for p in row), min(p[0] for p in row), max(p[1] for p in row), max(widths)))
    return lines


def _full_width(text: str) -> float:
    """Width in full-width characters; a box's height varies with its letters, its width does not."""
    return sum(0.55 if char.isascii() else 1.0 for char in text)

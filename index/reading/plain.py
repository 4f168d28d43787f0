"""txt → blocks: header lines and buttons of the page it was copied from, hard-wrapped lines, tables."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

from index.errors import UnsupportedReport
from index.reading.cards import card_rows
from index.reading.content import Block, Content, Paragraph, RawCell, RawTable, clean, lines_of
from index.reading.encoding import decode
from index.reading.joining import GAP, RULE, unwrap, width_of
from index.reading.pagebreaks import without_page_breaks
from index.reading.residue import HEADER_LABELS, byline, header_cells, pairs_of, strip_residue
from index.reading.stacked import unstacked
from index.settings import IndexSettings

__all__ = ["blocks_of_lines", "decoded", "read"]

_TOP = 20  # a page's header is within so many lines
_MAX_VALUE = 60
_MAX_CELL = 40
_RULE = re.compile(r"[\s|+:：\-—=─┌┬┐├┼┤└┴┘]+")
_BORDER = re.compile("[│┃║]")
_DELIMITED = re.compile("[|｜│┃║\t。]")
_CAPTION = re.compile(
    r"附?表\s*[一二三四五六七八九十\d]+(?:[-—－.]\d+)*[\s:：、.]"
    r"|\S.*[\s　][(（]?(?:计量)?单位\s*[:：]\s*[^\d\s]+[)）]?$"
    r"|\S{6,}[\s　]+[(（][^()（）]{2,12}[)）]$"
)
_FIGURE_LAST = re.compile(r"\d[\d.,%％]*\S{0,3}$")


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a text file in any Chinese encoding.  Raises UnsupportedReport when its bytes are no text."""
    content = Content()
    text = decoded(data, path, content)
    lines = [line.rstrip() for line in lines_of(text)]
    lines = _without_header(lines, content)
    content.blocks = blocks_of_lines(strip_residue(lines))
    return content


def blocks_of_lines(lines: list[str]) -> list[Block]:
    """Paragraphs and tables of lines as they are printed."""
    return _blocks(unwrap(unstacked(without_page_breaks(lines))))


def decoded(data: bytes, path: Path, content: Content) -> str:
    """The text of a file; spoilt characters are reported in ``content.warnings``."""
    found = decode(data)
    if found is None:
        raise UnsupportedReport(path, "不是文本文件，或用了认不出的编码", mend="请另存为 UTF-8 编码的文本")
    if spoilt := found[0].count("\ufffd"):
        content.warnings.append(f"有 {spoilt} 个字符按 {found[1]} 编码认不出，显示为“\ufffd”")
    return found[0]


def _without_header(lines: list[str], content: Content) -> list[str]:
    """Lines below a page's header; what the header says goes to the metadata.

    Once a line that only a header has (索引号) is met, the label lines that follow it directly go with it.
    """
    kept: list[str] = []
    in_header = False
    top, rest = _labels_with_values(lines[:_TOP]), lines[_TOP:]
    for line in top:
        if not line.strip():
            kept.append(line)
            continue
        cells = [cell.strip() for cell in re.split(r"[|｜\t]", line.strip().strip("|｜"))]
        said = header_cells(cells) if len(cells) > 1 else {}
        drop = bool(said)
        if not said:
            said, drop = byline(line)
        content.metadata.update({label: value for label, value in said.items() if value})
        in_header = drop or (in_header and bool(said) and said.keys() <= HEADER_LABELS)
        if not in_header:
            kept.append(line)
    return kept + rest


def _labels_with_values(lines: list[str]) -> list[str]:
    """A label alone on its line takes the next line as its value: 索引号： / JLG000/2019-0046."""
    merged: list[str] = []
    for line in lines:
        last = merged[-1].strip() if merged else ""
        alone = last[-1:] in ("：", ":") and list(pairs_of(last).values()) == [""]
        if alone and line.strip() and len(line) <= _MAX_VALUE and "。" not in line and not pairs_of(line.strip()):
            merged[-1] = last + line.strip()
        elif not (alone and not line.strip()):
            merged.append(line)
    return merged


def _blocks(lines: list[str]) -> list[Block]:
    """Runs of lines in cells are tables or, each looked at once, paragraphs: where a run is no table, no rest of it is."""
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        end = _delimited_end(lines, index)
        if cards := card_rows(_rows_apart(lines, index)):
            blocks.append(_cards(lines[index : index + cards]))
            end = index + cards
        elif _CAPTION.match(lines[index].strip()) and _spaced_end(lines, index) > index + 1:  # 表1  主要指标完成情况, over the head
            blocks.append(Paragraph(clean(lines[index])))
            end = index + 1
        elif end > index and _is_table(lines[index:end]):
            blocks.append(RawTable(tuple(tuple(RawCell(clean(c)) for c in _cells(line)) for line in lines[index:end] if not _RULE.fullmatch(line))))
        elif end > index:
            blocks += [Paragraph(clean(line)) for line in lines[index:end]]
        elif _in_columns(run := _unruled(lines[index : (end := _spaced_end(lines, index))])):
            blocks.append(_spaced_table(run))
        else:
            blocks += [Paragraph(clean(line)) for line in lines[index:end] if not RULE.fullmatch(line)]
        index = end
    return blocks


def _rows_apart(lines: list[str], start: int) -> list[list[str]]:
    """The cells of each line up to the next blank one, where the first has several."""
    rows: list[list[str]] = []
    for line in lines[start:]:
        if not line.strip() or RULE.fullmatch(line) or (not rows and len(_apart(line)) < 2):
            break
        rows.append(_apart(line))
    return rows


def _apart(line: str) -> list[str]:
    return _cells(line) if _BORDER.search(line) or re.search("[|｜\t]", line) else GAP.split(line.strip())


def _cards(lines: list[str]) -> RawTable:
    """Cards that stand side by side, a column each."""
    if not any(_BORDER.search(line) or re.search("[|｜\t]", line) for line in lines):
        return _spaced_table(lines)
    rows = [_cells(line) for line in lines]
    width = max(map(len, rows))
    return RawTable(tuple(tuple(RawCell(clean(c)) for c in [*row, *[""] * (width - len(row))]) for row in rows))


def _cells(line: str) -> list[str]:
    line = _BORDER.sub("|", line.strip(" \u3000")).replace("｜", "|")
    if "|" in line:
        return line.strip("|").split("|") if line.startswith("|") and line.endswith("|") else line.split("|")
    return line.split("\t")


def _delimited_end(lines: list[str], start: int) -> int:
    """Where a run of lines with the same number (≥ 2) of delimited cells ends; ``start`` itself when there is none."""
    count, index = 0, start
    while index < len(lines):
        line = lines[index]
        if count and line.strip() and _RULE.fullmatch(line):
            index += 1
            continue
        cells = _cells(line)
        if len(cells) < 2 or (count and len(cells) != count) or any("。" in cell for cell in cells):
            break
        count, index = len(cells), index + 1
    return index


def _is_table(run: list[str]) -> bool:
    """Three rows, or two rows of three cells, with a figure somewhere: less is too easily prose with a stray tab."""
    rows = 1 + sum(not (line.strip() and _RULE.fullmatch(line)) for line in run[1:])
    return rows >= (2 if len(_cells(run[0])) > 2 else 3) and any(char.isdigit() for line in run for char in line)


def _spaced_end(lines: list[str], start: int) -> int:
    """Where a run of lines in cells with gaps of spaces ends; one line at least."""
    end = start
    while end < len(lines) and not _DELIMITED.search(lines[end]):
        if end == start or not RULE.fullmatch(lines[end]):  # a line is often drawn between the head and the rows
            parts = GAP.split(lines[end].strip())
            if len(parts) < 2 or max(map(len, parts)) > _MAX_CELL:
                break
        end += 1
    return max(end, start + 1)


def _unruled(run: list[str]) -> list[str]:
    return [line for line in run if not RULE.fullmatch(line)]


def _in_columns(run: list[str]) -> bool:
    """Three rows and more, half of them at least with as many cells as the widest: three, or a name and a figure."""
    counts = [len(GAP.split(line.strip())) for line in run]
    widest = max(counts, default=0)
    if len(run) < 3 or widest < 2 or counts.count(widest) < len(run) * 0.5:
        return False
    if widest == 2:
        return sum(bool(_FIGURE_LAST.search(line)) for line in run) >= len(run) * 0.6
    return any(char.isdigit() for line in run for char in line)


_SPACE = re.compile("[ \u3000]*\u3000[ \u3000]*")


def _spaced_table(lines: list[str]) -> RawTable:
    """Each piece goes to the column whose middle is nearest, so that an empty cell moves nothing."""
    pieces = [_placed(line) for line in lines]
    width = max(map(len, pieces))
    finer = [_placed(line, _SPACE) for line in lines]  # 序号　项目名称　　　总投资: one wide space sets long names apart
    pieces = [fine if len(row) < width == len(fine) else row for row, fine in zip(pieces, finer, strict=True)]
    full = [row for row in pieces if len(row) == width]
    middles = [statistics.median(row[c][0] for row in full) for c in range(width)]
    rows = []
    for row in pieces:
        cells = [""] * width
        for at, (middle, text) in enumerate(row):
            column = at if len(row) == width else min(range(width), key=lambda c: abs(middles[c] - middle))
            cells[column] += text
        rows.append(tuple(RawCell(clean(cell)) for cell in cells))
    return RawTable(tuple(rows))


def _placed(line: str, gap: re.Pattern[str] = GAP) -> list[tuple[float, str]]:
    """The pieces of a line, each with the middle of its place in half-width columns."""
    placed, at = [], 0
    for text in gap.split(line.strip()):
        at = line.index(text, at)
        left = width_of(line[:at])
        placed.append((left + width_of(text) / 2, text))
        at += len(text)
    return placed

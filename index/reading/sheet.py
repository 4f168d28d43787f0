"""xlsx → blocks: each sheet a table, cells as the spreadsheet displays them."""

from __future__ import annotations

import datetime
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from index.errors import DamagedReport
from index.reading.archive import check_archive
from index.reading.content import Block, Content, Paragraph, RawCell, RawTable, clean
from index.reading.numberformats import displayed
from index.settings import IndexSettings

__all__ = ["read", "sheet_blocks"]

_NOTE = re.compile(r"(?:填报|编制|制表|计量|报送|统计)?(?:单位|部门|日期|时间|人)\s*[:：]|(?:19|20)\d\d年\d{1,2}月")


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a workbook; what is hidden in it is left out with a warning.  Raises DamagedReport, TooLargeReport."""
    check_archive(data, path, settings)
    content = Content()
    try:
        book = openpyxl.load_workbook(BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(BytesIO(data)) if _has_formula(data) else None
        content.title = clean(book.properties.title or "")
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if len(sheets) < len(book.worksheets):
            content.warnings.append(f"有 {len(book.worksheets) - len(sheets)} 张隐藏的工作表，已略去")
        for sheet in sheets:
            rows = _rows(sheet, content)
            if formulas is not None and (empty := _uncomputed(sheet, formulas[sheet.title])):
                content.warnings.append(
                    f"工作表“{sheet.title}”有 {empty} 个公式没有算出的值（用 Excel 打开并保存一次即可）"
                )
            if rows and len(sheets) > 1:
                content.blocks.append(Paragraph(clean(sheet.title), level=1))
            content.blocks += sheet_blocks(rows)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        SyntaxError,
        OSError,
    ) as error:
        raise DamagedReport(path, "Excel 文件已损坏", mend="请用 Excel 打开修复后另存") from error
    return content


def sheet_blocks(rows: list[tuple[RawCell, ...]]) -> list[Block]:
    """Rows → blocks: a run of rows with two filled cells or more is a table, a line of one cell is a paragraph."""
    if not rows:
        return []
    width = max(sum(cell.columns for cell in row) for row in rows)
    if width == 1:
        return [Paragraph(row[0].text) for row in rows if row and row[0].text]
    blocks: list[Block] = []
    run: list[tuple[RawCell, ...]] = []
    for row in [*rows, ()]:
        if any(cell.text for cell in row) or any(cell.rows > 1 for cell in row):
            run.append(row)
        elif run:
            blocks += _table_of(run)
            run = []
    return blocks


def _table_of(run: list[tuple[RawCell, ...]]) -> list[Block]:
    """Title and unit lines above the heads are paragraphs, so that the table's caption and unit are found there."""
    leading = 0
    while (
        leading < len(run) - 1
        and (sum(bool(cell.text) for cell in run[leading]) <= 1 or _only_notes(run[leading]))
        and all(c.rows == 1 for c in run[leading])
    ):
        leading += 1
    above: list[Block] = [Paragraph(cell.text) for row in run[:leading] for cell in row if cell.text]
    table = run[leading:]
    if len(table) == 1 and sum(bool(cell.text) for cell in table[0]) <= 1:
        return [*above, *(Paragraph(cell.text) for cell in table[0] if cell.text)]
    return [*above, RawTable(tuple(table), labelled=True)]


def _only_notes(row: tuple[RawCell, ...]) -> bool:
    """Who filled a sheet in, when and in which unit: no heads."""
    return all(not c.text or _NOTE.match(c.text) for c in row)


def _rows(sheet: Any, content: Content) -> list[tuple[RawCell, ...]]:
    """Visible rows, trimmed to the columns that hold anything; merges as spans over what is visible."""
    hidden_rows = {index for index, row in sheet.row_dimensions.items() if row.hidden}
    hidden_columns = {
        index
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for index in range(dimension.min or 0, (dimension.max or 0) + 1)
    }
    merges = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    covered = {
        (r, c)
        for area in sheet.merged_cells.ranges
        for r in range(area.min_row, area.max_row + 1)
        for c in range(area.min_col, area.max_col + 1)
    }
    filled = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None and str(cell.value).strip()]
    dropped = sum(cell.row in hidden_rows or cell.column in hidden_columns for cell in filled)
    if dropped:
        content.warnings.append(f"工作表“{sheet.title}”有 {dropped} 格在隐藏的行或列里，已略去")
    shown = [cell for cell in filled if cell.row not in hidden_rows and cell.column not in hidden_columns]
    if not shown:
        return []
    used_rows = range(min(c.row for c in shown), max(c.row for c in shown) + 1)
    columns = [
        c for c in range(min(c.column for c in shown), max(c.column for c in shown) + 1) if c not in hidden_columns
    ]
    rows = []
    for r in (r for r in used_rows if r not in hidden_rows):
        row = []
        for c in columns:
            area = merges.get((r, c))
            if area is not None:
                down = sum(r <= other <= area.max_row and other not in hidden_rows for other in used_rows)
                right = sum(c <= other <= area.max_col for other in columns)
                row.append(RawCell(_shown(sheet.cell(r, c)), max(down, 1), max(right, 1)))
            elif (r, c) not in covered:
                row.append(RawCell(_shown(sheet.cell(r, c))))
        rows.append(tuple(row))
    return rows


def _shown(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, int, float)) and not isinstance(value, bool):
        return displayed(value, cell.number_format or "General")
    return clean(
        " ".join(str(value).split("\n")) if isinstance(value, str) and value.isascii() else str(value).replace("\n", "")
    )


def _has_formula(data: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return any(
            b"<f" in archive.read(name)
            for name in archive.namelist()
            if name.startswith("xl/worksheets/") and name.endswith(".xml")
        )


def _uncomputed(sheet: Any, formulas: Any) -> int:
    return sum(
        cell.data_type == "f" and sheet.cell(cell.row, cell.column).value is None
        for row in formulas.iter_rows()
        for cell in row
    )

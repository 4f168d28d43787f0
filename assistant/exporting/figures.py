"""Figures → rows for people and spreadsheets: one row a figure, csv, xlsx or json."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from index.errors import SettingsError
from index.records import Figure

__all__ = ["HEADS", "figure_row", "inert", "rows_as", "write_rows"]

HEADS = {
    "zone": "区", "period": "时期", "indicator": "指标", "name": "规范名", "scope": "范围", "status": "状态",
    "kind": "类型", "value": "数值", "unit": "单位", "value_text": "原文数值", "qualifier": "限定", "growth": "增速",
    "growth_unit": "增速单位", "growth_text": "原文增速", "growth_base": "对比", "report": "报告",
    "heading": "标题", "start": "起", "end": "止",
}
"""Column → its head in a spreadsheet; the keys are those of the JSON rows."""


def figure_row(figure: Figure, report: str) -> dict[str, str | int]:
    """One figure as JSON: exact decimals as strings, "" for what isn't printed; spans count characters."""
    return {
        "zone": figure.zone, "period": figure.period.key if figure.period else "", "indicator": figure.indicator,
        "name": figure.name, "scope": figure.scope, "status": figure.status.value, "kind": figure.kind.value,
        "value": _digits(figure.value), "unit": figure.unit, "value_text": figure.value_text,
        "qualifier": figure.qualifier, "growth": _digits(figure.growth), "growth_unit": figure.growth_unit,
        "growth_text": figure.growth_text, "growth_base": figure.growth_base, "report": report,
        "heading": " › ".join(figure.path), "start": figure.start, "end": figure.end,
    }


def _digits(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def write_rows(path: Path, rows: Sequence[dict[str, str | int]]) -> None:
    """Write rows of :func:`figure_row` in the format of the suffix.  Raises SettingsError for another suffix."""
    path.write_bytes(rows_as(path.suffix.lower(), rows, path.name))


def rows_as(suffix: str, rows: Sequence[dict[str, str | int]], name: str = "") -> bytes:
    """The bytes of a file of rows; ``suffix`` is .csv, .xlsx or .json.  Raises SettingsError for another one."""
    match suffix:
        case ".json":
            return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()
        case ".csv":
            out = io.StringIO(newline="")
            writer = csv.writer(out)
            writer.writerow(HEADS.values())
            writer.writerows([inert(row[name]) for name in HEADS] for row in rows)
            return out.getvalue().encode("utf-8-sig")  # the mark at the beginning is what makes Excel read UTF-8
        case ".xlsx":
            return _xlsx(rows)
        case _:
            raise SettingsError(f"不会写 {name or suffix}", mend="文件名以 .csv、.xlsx 或 .json 结尾")


def _xlsx(rows: Sequence[dict[str, str | int]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "数字"
    sheet.append(list(HEADS.values()))
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([Decimal(str(row[name])) if name in {"value", "growth"} and row[name] else row[name]
                      for name in HEADS])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # text of a report that begins with = stays text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def inert(value: str | int) -> str | int:
    """A text cell that a spreadsheet would run as a formula, made harmless; negative numbers stay numbers."""
    risky = isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}
    return f"'{value}" if risky and not str(value)[1:].replace(".", "", 1).isdigit() else value

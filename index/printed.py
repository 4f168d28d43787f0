"""A report as it is read for numbers and years; what is quoted of it stays as printed."""

from __future__ import annotations

from dataclasses import replace

from index.characters import half_width
from index.records import Report

__all__ = ["in_half_width"]


def in_half_width(report: Report) -> Report:
    """The report with its digits, letters and per cent signs in half width, every character where it was."""
    text = half_width(report.text)
    if text == report.text:
        return report
    tables = tuple(
        replace(table, caption=half_width(table.caption), grid=tuple(tuple(replace(c, text=half_width(c.text)) for c in row) for row in table.grid))
        for table in report.tables
    )
    return replace(report, text=text, tables=tables)

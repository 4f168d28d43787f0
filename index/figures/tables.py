"""Tables → drafts (rows and columns told apart by their words)."""

from __future__ import annotations

from collections.abc import Iterator

from index.figures.draft import Draft
from index.records import Report, Section, Table

__all__ = ["read_tables"]


def read_tables(report: Report, section: Section, table: Table) -> Iterator[Draft]:
    yield from ()

"""A file becomes a :class:`~index.records.Report`.

    file ─ loading ─▶ bytes ─ signature ─▶ format ─ plain│web│markdown│word│pdf│sheet│office│scan ─▶ Content
    Content ─ layout ─▶ text, headings, tables, pages ─ metadata, periods, overrides ─▶ Report

To add a format: write ``read(data, path, settings) -> Content`` in a file of its own, name it in
``driver.READERS`` and tell ``signature.identify`` how its bytes begin.
"""

from index.reading.driver import SUFFIXES, find_reports, read_report

__all__ = ["READING_VERSION", "SUFFIXES", "find_reports", "read_report"]

#: Changes whenever the same file would give another text or other tables, so that it is read again.
READING_VERSION = "reading-11"

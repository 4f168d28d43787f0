"""Records as rows of the ledger: for every record type its columns and how each field is written and read."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from index.records import (
    Cell,
    Figure,
    FigureKind,
    Heading,
    Page,
    Passage,
    Period,
    Report,
    Section,
    SectionKind,
    Status,
    Table,
)

__all__ = ["FIGURE", "PASSAGE", "REPORT", "SECTION", "Codec", "Row"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field's value becomes a column's and comes back."""

    sql: str
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


class Row(Generic[T]):
    """One record type as a table: the columns are its fields, those of ``first`` in front.

    (A row is read up to the last column asked for; long texts stand behind the columns that lists need.)
    """

    def __init__(self, record: Callable[..., T], codecs: Mapping[str, Codec], first: tuple[str, ...] = ()) -> None:
        names = [field.name for field in fields(cast("Any", record))]
        self._record = record
        self.columns = first + tuple(name for name in names if name not in first)
        self._codecs = [codecs.get(name, _TEXT) for name in self.columns]
        places = [self.columns.index(name) for name in names]
        self._readers = [(place, self._codecs[place].read) for place in places]  # in the order of the fields

    def declared(self) -> str:
        """The columns as ``CREATE TABLE`` takes them; ``id`` is the key."""
        return ", ".join(f'"{name}" {codec.sql}{" PRIMARY KEY" if name == "id" else ""}'
                         for name, codec in zip(self.columns, self._codecs, strict=True))

    def listed(self) -> str:
        """The columns as ``SELECT`` takes them."""
        return ", ".join(f'"{name}"' for name in self.columns)

    def write(self, record: T) -> tuple[Any, ...]:
        return tuple(codec.write(getattr(record, name)) for name, codec in zip(self.columns, self._codecs, strict=True))

    def read(self, row: Sequence[Any]) -> T:
        return self._record(*[read(row[place]) for place, read in self._readers])

    def plain(self, record: T) -> tuple[Any, ...]:
        """The columns as a table for people holds them: enums as words, periods as keys, paths joined."""
        return tuple(_plain(getattr(record, name)) for name in self.columns)


def _plain(value: Any) -> Any:
    match value:
        case Period():
            return value.key
        case Enum():
            return value.value
        case tuple():
            return " / ".join(value)
        case _:
            return value


def _json(read: Callable[[Any], Any], write: Callable[[Any], Any] = lambda value: value) -> Codec:
    return Codec("TEXT", lambda value: json.dumps(write(value), ensure_ascii=False, separators=(",", ":")),
                 lambda text: read(json.loads(text)))


def _optional(read: Callable[[str], Any], write: Callable[[Any], str]) -> Codec:
    """None is kept as '' rather than NULL, so that ``period = ?`` and ``period <> ''`` mean what they say."""
    return Codec("TEXT", lambda value: "" if value is None else write(value), lambda text: read(text) if text else None)


def _write_tables(tables: tuple[Table, ...]) -> list[Any]:
    return [[t.start, t.end, [[[c.text, c.start, c.end] for c in row] for row in t.grid], t.heads, t.caption, t.unit]
            for t in tables]


def _read_tables(tables: list[Any]) -> tuple[Table, ...]:
    return tuple(Table(start, end, tuple(tuple(Cell(*cell) for cell in row) for row in grid), *rest)
                 for start, end, grid, *rest in tables)


_TEXT = Codec("TEXT", str, str)
_INTEGER = Codec("INTEGER", int, int)
_NULLABLE = Codec("INTEGER", lambda value: value, lambda value: value)
_BOOLEAN = Codec("INTEGER", int, bool)
_DECIMAL = _optional(Decimal, str)
# The same few periods and paths come back in thousands of rows.
_PERIOD = _optional(lru_cache(4096)(Period.parse), lambda period: period.key)
_DATE = _optional(datetime.date.fromisoformat, datetime.date.isoformat)
_STRINGS = Codec("TEXT", lambda value: json.dumps(value, ensure_ascii=False),
                 lru_cache(4096)(lambda text: tuple(json.loads(text))))
_SECTION_KIND = Codec("TEXT", str, SectionKind)
_SPAN = {"start": _INTEGER, "end": _INTEGER}

REPORT = Row(Report, {
    "period": _PERIOD, "date": _DATE, "metadata": _json(dict), "warnings": _STRINGS,
    "headings": _json(lambda found: tuple(Heading(*one) for one in found),
                      lambda found: [[one.start, one.end, one.level] for one in found]),
    "pages": _json(lambda found: tuple(Page(*one) for one in found),
                   lambda found: [[one.number, one.start, one.end] for one in found]),
    "tables": _json(_read_tables, _write_tables),
}, first=("id", "name", "format", "title", "zone", "period", "date", "source"))
SECTION = Row(Section, {**_SPAN, "body_start": _INTEGER, "path": _STRINGS, "level": _INTEGER, "kind": _SECTION_KIND,
                        "period": _PERIOD})
PASSAGE = Row(Passage, {**_SPAN, "path": _STRINGS, "kind": _SECTION_KIND, "period": _PERIOD, "page": _NULLABLE})
FIGURE = Row(Figure, {
    **_SPAN, "sentence_start": _INTEGER, "sentence_end": _INTEGER, "period": _PERIOD, "path": _STRINGS,
    "status": Codec("TEXT", str, Status), "kind": Codec("TEXT", str, FigureKind), "section": _SECTION_KIND,
    "value": _DECIMAL, "growth": _DECIMAL, "in_table": _BOOLEAN,
})

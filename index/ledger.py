"""Reports, sections, passages and figures of one generation, in one SQLite file.

A ledger is written once, while its generation is private, and only read afterwards.  Figures are found through
indices on name, zone, period and report; no query for figures touches the passages.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias, TypeVar

from index import rows
from index.errors import IndexDamaged
from index.glossary import normalise
from index.records import Figure, FigureKind, Passage, Period, Report, Section, Status

if TYPE_CHECKING:
    import pandas

__all__ = ["Card", "Ledger"]

_SCHEMA = f"""
CREATE TABLE reports ({rows.REPORT.declared()});
CREATE INDEX reports_by_name ON reports (name);
CREATE TABLE sections ({rows.SECTION.declared()});
CREATE INDEX sections_by_report ON sections (report_id, start);
CREATE TABLE passages ({rows.PASSAGE.declared()});
CREATE INDEX passages_by_report ON passages (report_id, start);
CREATE TABLE figures ({rows.FIGURE.declared()}, value_order REAL);
CREATE INDEX figures_by_name ON figures (name, zone, period);
CREATE INDEX figures_by_zone ON figures (zone, period);
CREATE INDEX figures_by_period ON figures (period);
CREATE INDEX figures_by_report ON figures (report_id, start);
"""
_TABLES = ("figures", "passages", "sections")


@dataclass(frozen=True, slots=True)
class Card:
    """A report without its text: what a list of reports shows."""

    id: str
    name: str
    title: str
    zone: str
    period: Period | None
    format: str
    figures: int


_T = TypeVar("_T")
_Many: TypeAlias = _T | Iterable[_T] | None


class Ledger:
    """One open ledger.  Safe to share between threads: every statement runs under one lock and is fetched whole.

    (One connection and a lock, not a connection a thread: a filtered query takes well under a millisecond, and nothing
    is left open by threads that ended.)
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._reports: dict[str, Report] = {}
        self._closing = weakref.finalize(self, connection.close)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = True) -> Self:
        """Open the ledger at ``path``; with ``read_only=False`` it is created when it isn't there.

        Read-only means a closed generation: the file is taken as immutable, so it may lie on a read-only file system.
        Raises IndexDamaged when there is no ledger, or it is not one.
        """
        flags = "mode=ro&immutable=1" if read_only else "mode=rwc"
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?{flags}", uri=True, check_same_thread=False,
                                         isolation_level=None)
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not read_only:
                # A generation is thrown away when its build dies and synced as a whole before it is used:
                # a journal on disk and a sync for every report would buy nothing.
                connection.execute("PRAGMA journal_mode = MEMORY")
                connection.execute("PRAGMA synchronous = OFF")
                if not tables:
                    connection.executescript(_SCHEMA)
            elif not tables.issuperset(_TABLES):
                raise sqlite3.DatabaseError("no such tables")
        except sqlite3.Error as error:
            raise IndexDamaged(f"数字台账打不开：{path}（{error}）", mend="运行 zoneqa index --rebuild 重建") from error
        return cls(connection)

    def close(self) -> None:
        """Close the file; using the ledger afterwards raises sqlite3.ProgrammingError."""
        with self._lock:
            self._closing()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- writing ------------------------------------------------------------------------------------------------

    def add_report(self, report: Report, sections: Sequence[Section], passages: Sequence[Passage],
                   figures: Sequence[Figure]) -> None:
        """Put in a report and all that was made of it; what was there under its id is replaced.  One transaction."""
        with self._transaction():
            self._delete(report.id)
            self._insert("reports", [rows.REPORT.write(report)])
            self._insert("passages", [rows.PASSAGE.write(passage) for passage in passages])
            self._insert_made(sections, figures)

    def replace_figures(self, report_id: str, sections: Sequence[Section], figures: Sequence[Figure]) -> None:
        """Put other sections and figures in the place of a report's; its text and passages stay.  One transaction."""
        with self._transaction():
            for table in ("sections", "figures"):
                self._connection.execute(f"DELETE FROM {table} WHERE report_id = ?", (report_id,))
            self._insert_made(sections, figures)

    def remove_report(self, report_id: str) -> None:
        """Take out a report and all that was made of it; nothing happens when it isn't there.  One transaction."""
        with self._transaction():
            self._delete(report_id)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock:
            self._connection.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _delete(self, report_id: str) -> None:
        self._reports.pop(report_id, None)
        self._connection.execute("DELETE FROM reports WHERE id = ?", (report_id,))
        for table in _TABLES:
            self._connection.execute(f"DELETE FROM {table} WHERE report_id = ?", (report_id,))

    def _insert_made(self, sections: Sequence[Section], figures: Sequence[Figure]) -> None:
        self._insert("sections", [rows.SECTION.write(section) for section in sections])
        self._insert("figures", [(*rows.FIGURE.write(figure), _order(figure)) for figure in figures])

    def _insert(self, table: str, values: Sequence[tuple[Any, ...]]) -> None:
        if values:
            self._connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)

    # -- reading ------------------------------------------------------------------------------------------------

    def _all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def cards(self) -> list[Card]:
        """Every report without its text, by name."""
        found = self._all("SELECT id, name, title, zone, period, format, "
                          "(SELECT count(*) FROM figures WHERE report_id = reports.id) FROM reports ORDER BY name")
        return [Card(id, name, title, zone, Period.parse(period) if period else None, format, figures)
                for id, name, title, zone, period, format, figures in found]

    def heads(self, characters: int) -> list[tuple[str, str]]:
        """(zone, beginning of the text) of every report."""
        return [(zone, head) for zone, head in self._all(f"SELECT zone, substr(text, 1, {int(characters)}) FROM reports")]

    def reports(self) -> list[Report]:
        """Every report with its text, by name; use :meth:`cards` where the texts aren't needed."""
        return [rows.REPORT.read(row) for row in self._all("SELECT * FROM reports ORDER BY name")]

    def report(self, id_or_name: str) -> Report | None:
        """The report with this id or, failing that, this name; None when there is neither.

        The reports last asked for are kept (32 of them, about 20 kB each), as citations ask again and again.
        """
        with self._lock:
            kept = self._reports.get(id_or_name)
            if kept is not None:
                return kept
            found = self._all("SELECT * FROM reports WHERE id = ? OR name = ? ORDER BY id <> ?", (id_or_name,) * 3)
            if not found:
                return None
            report = rows.REPORT.read(found[0])
            if len(self._reports) >= 32:
                self._reports.pop(next(iter(self._reports)))
            self._reports[report.id] = report
            return report

    def sections(self, report_id: str) -> list[Section]:
        """A report's sections, in their order."""
        found = self._all("SELECT * FROM sections WHERE report_id = ? ORDER BY start, level", (report_id,))
        return [rows.SECTION.read(row) for row in found]

    def passages(self, ids: Iterable[str]) -> list[Passage]:
        """The passages with these ids, in the order of ``ids``; unknown ids are left out."""
        wanted = list(ids)
        found = self._all(f"SELECT * FROM passages WHERE id IN ({', '.join('?' * len(wanted))})", wanted)
        by_id = {passage.id: passage for passage in map(rows.PASSAGE.read, found)}
        return [by_id[id] for id in wanted if id in by_id]

    def passages_of(self, report_id: str) -> list[Passage]:
        """A report's passages, in their order."""
        found = self._all("SELECT * FROM passages WHERE report_id = ? ORDER BY start", (report_id,))
        return [rows.PASSAGE.read(row) for row in found]

    def figures(self, *, zone: _Many[str] = None, period: _Many[Period] = None, status: _Many[Status] = None,
                kind: _Many[FigureKind] = None, report_id: _Many[str] = None, indicator: _Many[str] = None,
                containing: str = "", order: Literal["place", "value"] = "place") -> list[Figure]:
        """The figures that meet every condition given; each takes one value or several.

        ``indicator`` is compared normalised (规上 = 规模以上) and whole; ``containing`` is any part of the name, as
        printed or normalised.  ``order="value"`` puts the largest number first, whatever its unit.
        """
        where, values = _conditions(zone=zone, period=period, status=status, kind=kind, report_id=report_id,
                                    indicator=indicator, containing=containing)
        by = "value_order DESC, report_id, start" if order == "value" else "zone, period, report_id, start"
        found = self._all(f"SELECT {rows.FIGURE.listed()} FROM figures{where} ORDER BY {by}", values)
        return [rows.FIGURE.read(row) for row in found]

    def frame(self, **conditions: Any) -> pandas.DataFrame:
        """The same figures as a table, one row each, with the report's name; conditions as in :meth:`figures`.

        Periods are keys (``2018``, ``2019H1``), statuses and kinds Chinese words, numbers exact ``Decimal`` objects.
        """
        import pandas  # 0.5 s; nothing else here needs it

        names = {card.id: card.name for card in self.cards()}
        figures = self.figures(**conditions)
        columns = ["report", *rows.FIGURE.columns]
        return pandas.DataFrame([(names[figure.report_id], *rows.FIGURE.plain(figure)) for figure in figures],
                                columns=columns)

    def vocabulary(self) -> dict[str, dict[str, int]]:
        """Every normalised indicator name → zone → how many figures; read from an index alone."""
        found: dict[str, dict[str, int]] = {}
        for name, zone, count in self._all("SELECT name, zone, count(*) FROM figures GROUP BY name, zone"):
            found.setdefault(name, {})[zone] = count
        return found

    def names(self) -> list[tuple[str, str]]:
        """Every (scope, indicator) as printed."""
        return self._all("SELECT DISTINCT scope, indicator FROM figures ORDER BY scope, indicator")

    def scopes(self) -> list[str]:
        """Every scope that a figure has, sorted; "" is left out."""
        return [scope for (scope,) in self._all("SELECT DISTINCT scope FROM figures WHERE scope <> '' ORDER BY scope")]

    def zones_saying(self, words: str) -> list[str]:
        """The zones that have a report with these words, sorted."""
        return [zone for (zone,) in self._all("SELECT DISTINCT zone FROM reports WHERE instr(text, ?) ORDER BY zone", (words,))]

    def texts_saying(self, words: str) -> list[str]:
        """The texts of all reports with these words."""
        return [text for (text,) in self._all("SELECT text FROM reports WHERE instr(text, ?) ORDER BY name", (words,))]

    def zones(self) -> list[str]:
        """The zones that have a report, sorted; reports without one add nothing."""
        return [zone for (zone,) in self._all("SELECT DISTINCT zone FROM reports WHERE zone <> '' ORDER BY zone")]

    def periods(self, zone: str | None = None) -> list[Period]:
        """The periods that reports look back on (of one zone, when given), in order."""
        found = self._all("SELECT DISTINCT period FROM reports WHERE period <> '' AND (? IS NULL OR zone = ?)",
                          (zone, zone))
        return sorted(Period.parse(key) for (key,) in found)

    def counts(self) -> tuple[int, int, int]:
        """How many reports, passages and figures."""
        (found,) = self._all("SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM passages), "
                             "(SELECT count(*) FROM figures)")
        return found[0], found[1], found[2]


def _order(figure: Figure) -> float | None:
    return None if figure.value is None else float(figure.value)


def _conditions(*, containing: str, **wanted: _Many[Any]) -> tuple[str, list[Any]]:
    clauses: list[str] = []
    values: list[Any] = []
    for argument, one_or_many in wanted.items():
        if one_or_many is None:
            continue
        # Status and FigureKind are strings as well.
        many: list[Any] = [one_or_many] if isinstance(one_or_many, (str, Period)) else list(one_or_many)
        keys = [normalise(one) if argument == "indicator" else one.key if isinstance(one, Period) else str(one)
                for one in many]
        clauses.append(f"{'name' if argument == 'indicator' else argument} IN ({', '.join('?' * len(keys))})")
        values.extend(keys)
    if containing:
        clauses.append("(instr(name, ?) OR instr(indicator, ?))")
        values.extend((normalise(containing), containing))
    return (" WHERE " + " AND ".join(clauses) if clauses else ""), values

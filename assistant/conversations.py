"""Conversations that outlive the program: one SQLite file, each conversation its owner's alone.

An answer is kept as the JSON of its record (without the trace), so that it can be shown again in another language,
exported, and leaned on by a follow-up after a restart.
"""

from __future__ import annotations

import datetime
import secrets
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Self

from pydantic import TypeAdapter

from assistant.records import Answer
from index.errors import SettingsError

__all__ = ["Conversations", "Head", "Said"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, updated TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS conversations_by_owner ON conversations (owner, updated);
CREATE TABLE IF NOT EXISTS turns (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE, number INTEGER NOT NULL,
    question TEXT NOT NULL, zone TEXT NOT NULL, period TEXT NOT NULL, alone INTEGER NOT NULL, trouble TEXT NOT NULL,
    mend TEXT NOT NULL, answer TEXT, asked TEXT NOT NULL, exact INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, number));
"""
_ADDED = {"exact": "INTEGER NOT NULL DEFAULT 0"}
"""Columns that turns did not have from the beginning; a file without them gets them."""
_TITLE_CHARS = 40
_MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Head:
    """A conversation without what was said.  ``updated`` is ISO 8601 in UTC, to the microsecond."""

    id: str
    title: str
    updated: str
    turns: int


@dataclass(frozen=True, slots=True)
class Said:
    """A question and what came of it: an answer, or ``trouble`` with what mends it.  ``number`` counts from 0."""

    question: str
    answer: Answer | None = None
    zone: str = ""  # chosen beside the box, "" for all
    period: str = ""  # a period's key, "" for all
    alone: bool = False  # asked without leaning on the turns before
    trouble: str = ""
    mend: str = ""
    number: int = -1
    exact: bool = False  # a slot of an earlier question was changed: the answer's query says what was asked, not the text


class Conversations:
    """The store.  Safe to share between threads; every statement runs under one lock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._closing = weakref.finalize(self, connection.close)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file at ``path``, made when it isn't there.  Raises SettingsError when that can't be done."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")  # a turn written is there after the power went
            connection.execute("PRAGMA foreign_keys = ON")
            connection.executescript(_SCHEMA)
            has = {column for _, column, *_ in connection.execute("PRAGMA table_info(turns)")}
            for column in _ADDED.keys() - has:
                connection.execute(f"ALTER TABLE turns ADD COLUMN {column} {_ADDED[column]}")
        except (OSError, sqlite3.Error) as error:
            raise SettingsError(f"对话存不进 {path}（{error}）", mend="检查 ZONEQA_DATA_DIR 是否可写") from error
        return cls(connection)

    def close(self) -> None:
        with self._lock:
            self._closing()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    # -- reading ------------------------------------------------------------------------------------------------

    def heads(self, owner: str, *, containing: str = "") -> list[Head]:
        """The owner's conversations, the last used first; with ``containing`` those whose title or talk holds it."""
        like = "%" + containing.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        found = self._all(
            "SELECT id, title, updated, (SELECT count(*) FROM turns WHERE conversation = id) FROM conversations "
            "WHERE owner = ? AND (? = '' OR title LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM turns WHERE "
            "conversation = id AND (question LIKE ? ESCAPE '\\' OR answer LIKE ? ESCAPE '\\'))) "
            "ORDER BY updated DESC LIMIT ?", owner, containing, like, like, like, _MOST_LISTED)
        return [Head(*row) for row in found]

    def head(self, owner: str, id: str) -> Head | None:
        found = self._all("SELECT id, title, updated, (SELECT count(*) FROM turns WHERE conversation = id) "
                          "FROM conversations WHERE owner = ? AND id = ?", owner, id)
        return Head(*found[0]) if found else None

    def said(self, owner: str, id: str, *, last: int | None = None) -> list[Said]:
        """What was said, in order; the ``last`` turns when given.  Empty when there is no such conversation."""
        found = self._all(
            "SELECT number, question, zone, period, alone, trouble, mend, answer, exact FROM turns "
            "JOIN conversations ON conversations.id = conversation WHERE owner = ? AND conversation = ? "
            "ORDER BY number DESC LIMIT ?", owner, id, -1 if last is None else last)
        return [Said(question, _answers().validate_json(answer) if answer else None, zone, period, bool(alone),
                     trouble, mend, number, bool(exact))
                for number, question, zone, period, alone, trouble, mend, answer, exact in reversed(found)]

    # -- writing ------------------------------------------------------------------------------------------------

    def begin(self, owner: str, title: str) -> str:
        """A new conversation; returns its id, which can't be guessed."""
        id = secrets.token_urlsafe(12)
        with self._writing() as connection:
            connection.execute("INSERT INTO conversations VALUES (?, ?, ?, ?)",
                               (id, owner, " ".join(title.split())[:_TITLE_CHARS], _now()))
        return id

    def add(self, owner: str, id: str, said: Said) -> Said:
        """Put a turn at the end; returns it with its number.  Raises KeyError for another's or a deleted one."""
        with self._writing() as connection:
            self._owned(connection, owner, id)
            (number,) = connection.execute("SELECT coalesce(max(number) + 1, 0) FROM turns WHERE conversation = ?",
                                           (id,)).fetchone()
            kept = _answers().dump_json(replace(said.answer, trace=())).decode() if said.answer else None
            connection.execute("INSERT INTO turns (conversation, number, question, zone, period, alone, trouble, mend, "
                               "answer, asked, exact) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               (id, number, said.question, said.zone, said.period, said.alone, said.trouble, said.mend,
                                kept, _now(), said.exact))
            connection.execute("UPDATE conversations SET updated = ? WHERE id = ?", (_now(), id))
        return replace(said, number=number)

    def cut(self, owner: str, id: str, number: int) -> None:
        """Take out turn ``number`` and all after it."""
        with self._writing() as connection:
            self._owned(connection, owner, id)
            connection.execute("DELETE FROM turns WHERE conversation = ? AND number >= ?", (id, number))

    def rename(self, owner: str, id: str, title: str) -> None:
        """Blank titles are passed over.  Raises KeyError as :meth:`add` does."""
        with self._writing() as connection:
            self._owned(connection, owner, id)
            if title.strip():
                connection.execute("UPDATE conversations SET title = ? WHERE id = ?",
                                   (" ".join(title.split())[:_TITLE_CHARS], id))

    def delete(self, owner: str, id: str) -> None:
        """Nothing is left of it; nothing happens when it isn't the owner's."""
        with self._writing() as connection:
            connection.execute("DELETE FROM conversations WHERE owner = ? AND id = ?", (owner, id))

    @staticmethod
    def _owned(connection: sqlite3.Connection, owner: str, id: str) -> None:
        if not connection.execute("SELECT 1 FROM conversations WHERE owner = ? AND id = ?", (owner, id)).fetchone():
            raise KeyError(id)


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")

"""Users, API tokens and sessions in one SQLite file.  No secret can be read back from it.

Passwords are hashed with argon2id.  Tokens and session keys are 256 random bits, for which a plain SHA-256 is enough;
it is what makes looking them up at every request cheap.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sqlite3
import threading
import time
import unicodedata
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from assistant.service.identity import Identity, Role
from index.errors import SettingsError

__all__ = ["Accounts", "TokenCard", "UserCard", "accounts_path"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    name TEXT PRIMARY KEY, password TEXT NOT NULL, role TEXT NOT NULL, created REAL NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, user TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
    label TEXT NOT NULL, created REAL NOT NULL, expires REAL);
CREATE TABLE IF NOT EXISTS sessions (
    hash TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE, seen REAL NOT NULL);
"""
_NAME = re.compile(r"[\w.@-]{1,64}")
_LEAST_PASSWORD, _MOST_PASSWORD = 10, 256
_TOKEN_PREFIX = "zq_"  # lets a scanner of repositories know one when it sees it
_SEEN_EVERY_S = 60  # a session's last use is written no more often than this


def accounts_path(data_dir: Path) -> Path:
    return data_dir / "accounts.sqlite"


@dataclass(frozen=True, slots=True)
class UserCard:
    """A user as a list shows them; ``created`` in seconds since the epoch."""

    name: str
    role: Role
    created: float
    tokens: int


@dataclass(frozen=True, slots=True)
class TokenCard:
    """A token without its secret; ``expires`` is None for never."""

    id: str
    user: str
    label: str
    created: float
    expires: float | None


class Accounts:
    """The store.  Safe to share between threads and processes; a change counts at the next request."""

    def __init__(self, connection: sqlite3.Connection, *, clock: Callable[[], float] = time.time) -> None:
        self._connection = connection
        self._clock = clock
        self._lock = threading.RLock()
        self._hasher = PasswordHasher()  # 64 MiB and about 50 ms each; _checking keeps it at one at a time
        self._checking = threading.Lock()
        self._decoy = self._hasher.hash(secrets.token_hex())
        self._closing = weakref.finalize(self, connection.close)

    @classmethod
    def open(cls, path: Path, *, clock: Callable[[], float] = time.time) -> Self:
        """Open the file at ``path``, made readable to its owner alone when it isn't there.  Raises SettingsError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
            connection.execute("PRAGMA journal_mode = WAL")  # the shell adds users while the page reads
            connection.execute("PRAGMA foreign_keys = ON")
            connection.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise SettingsError(f"用户文件打不开：{path}（{error}）", mend="检查 ZONEQA_DATA_DIR 是否可写") from error
        return cls(connection, clock=clock)

    @classmethod
    def open_if_any(cls, path: Path) -> Self | None:
        """The store when it holds a user; None where nobody ever added one: accounts are off then."""
        if not path.is_file():
            return None
        found = cls.open(path)
        if found.users():
            return found
        found.close()
        return None

    def close(self) -> None:
        with self._lock:
            self._closing()

    def _all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

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

    # -- users --------------------------------------------------------------------------------------------------

    def add(self, name: str, password: str, role: Role) -> None:
        """Raises SettingsError for a name that is taken or odd, and for a short password."""
        if not _NAME.fullmatch(name):
            raise SettingsError(f"用户名不合规矩：{name[:70]!r}", mend="用 1—64 个字母、数字、汉字或 . _ - @")
        if not _LEAST_PASSWORD <= len(password) <= _MOST_PASSWORD:
            raise SettingsError(f"密码要 {_LEAST_PASSWORD}—{_MOST_PASSWORD} 个字符", mend="几个不相干的词连起来就很好")
        hashed = self._hasher.hash(_normal(password))
        try:
            with self._writing() as connection:
                connection.execute("INSERT INTO users VALUES (?, ?, ?, ?)", (name, hashed, role.value, self._clock()))
        except sqlite3.IntegrityError as error:
            raise SettingsError(f"已有用户 {name}", mend="换个名字，或先 zoneqa user remove") from error

    def remove(self, name: str) -> None:
        """With tokens and sessions.  Raises SettingsError when there is no such user."""
        with self._writing() as connection:
            if not connection.execute("DELETE FROM users WHERE name = ?", (name,)).rowcount:
                raise SettingsError(f"没有用户 {name}", mend="zoneqa user list 列出所有用户")

    def users(self) -> list[UserCard]:
        found = self._all("SELECT name, role, created, (SELECT count(*) FROM tokens WHERE user = name) "
                          "FROM users ORDER BY name")
        return [UserCard(name, Role(role), created, tokens) for name, role, created, tokens in found]

    def check(self, name: str, password: str) -> Identity | None:
        """Who has this name and password.  Takes as long for a name that isn't there."""
        found = self._all("SELECT password, role FROM users WHERE name = ?", name)
        hashed, role = found[0] if found else (self._decoy, Role.READER.value)
        try:
            with self._checking:
                self._hasher.verify(hashed, _normal(password[:_MOST_PASSWORD + 1]))
        except (VerificationError, InvalidHashError):
            return None
        return Identity(name, Role(role), session=True) if found else None

    # -- tokens -------------------------------------------------------------------------------------------------

    def add_token(self, user: str, label: str, *, days: int | None = None) -> str:
        """A new token, shown this once.  Raises SettingsError when there is no such user."""
        token = _TOKEN_PREFIX + secrets.token_urlsafe(32)
        now = self._clock()
        try:
            with self._writing() as connection:
                connection.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?)", (
                    secrets.token_hex(4), _digest(token), user, label[:80], now, now + days * 86_400 if days else None))
        except sqlite3.IntegrityError as error:
            raise SettingsError(f"没有用户 {user}", mend="zoneqa user list 列出所有用户") from error
        return token

    def tokens(self, user: str) -> list[TokenCard]:
        return [TokenCard(*row) for row in self._all(
            "SELECT id, user, label, created, expires FROM tokens WHERE user = ? ORDER BY created", user)]

    def remove_token(self, id: str) -> None:
        """Raises SettingsError when there is no such token."""
        with self._writing() as connection:
            if not connection.execute("DELETE FROM tokens WHERE id = ?", (id,)).rowcount:
                raise SettingsError(f"没有令牌 {id}", mend="zoneqa user list 列出令牌的编号")

    def by_token(self, token: str) -> Identity | None:
        found = self._all("SELECT name, role FROM tokens JOIN users ON name = user WHERE hash = ? "
                          "AND (expires IS NULL OR expires > ?)", _digest(token), self._clock())
        return Identity(found[0][0], Role(found[0][1])) if found else None

    # -- sessions -----------------------------------------------------------------------------------------------

    def begin_session(self, user: str) -> str:
        """The key that the browser's cookie holds."""
        key = secrets.token_urlsafe(32)
        with self._writing() as connection:
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?)", (_digest(key), user, self._clock()))
        return key

    def by_session(self, key: str, *, hours: int) -> Identity | None:
        """Who the session belongs to; None when it wasn't used for ``hours``."""
        now = self._clock()
        found = self._all("SELECT name, role, seen FROM sessions JOIN users ON name = user WHERE hash = ?",
                          _digest(key))
        if not found or found[0][2] < now - hours * 3_600:
            return None
        name, role, seen = found[0]
        if now - seen > _SEEN_EVERY_S:
            with self._writing() as connection:
                connection.execute("UPDATE sessions SET seen = ? WHERE hash = ?", (now, _digest(key)))
                connection.execute("DELETE FROM sessions WHERE seen < ?", (now - hours * 3_600,))
        return Identity(name, Role(role), session=True)

    def end_session(self, key: str) -> None:
        with self._writing() as connection:
            connection.execute("DELETE FROM sessions WHERE hash = ?", (_digest(key),))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _normal(password: str) -> str:
    """One form for what keyboards send in several; argon2 takes bytes, so lone surrogates must go."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode()

"""What people here call an indicator (固投 = 固定资产投资): kept beside the reports, put into questions before they are
read.  The file ``aliases.jsonl`` is its own history; the last line for an alias holds, a blank name takes it away."""

from __future__ import annotations

import datetime
import json
import re
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import SettingsError

__all__ = ["Alias", "Aliases"]

_LEAST, _MOST = 2, 30


@dataclass(frozen=True, slots=True)
class Alias:
    """One line: ``alias`` stands for ``name`` from ``at`` (ISO 8601, UTC) on."""

    at: str
    who: str
    alias: str
    name: str


class Aliases:
    """The aliases of one folder of reports.  Thread-safe; the file is read again when it changed."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "aliases.jsonl"
        self._lock = threading.Lock()
        self._read: tuple[int, list[Alias]] = (-1, [])

    def history(self) -> list[Alias]:
        """Every line, oldest first.  Raises SettingsError naming a line that is none."""
        try:
            mark = self.path.stat().st_mtime_ns
        except OSError:
            return []
        with self._lock:
            if self._read[0] != mark:
                self._read = mark, [self._parse(line, number) for number, line in enumerate(
                    self.path.read_text(encoding="utf-8").splitlines(), 1) if line.strip()]
            return self._read[1]

    def _parse(self, line: str, number: int) -> Alias:
        try:
            return Alias(**json.loads(line))
        except (ValueError, TypeError) as error:
            raise SettingsError(f"{self.path.name} 第 {number} 行不是一条别名", mend="改正或删去这一行") from error

    def current(self) -> dict[str, str]:
        """Alias → name."""
        found = {line.alias: line.name for line in self.history()}
        return {alias: name for alias, name in found.items() if name}

    def put(self, alias: str, name: str, *, who: str) -> None:
        """A blank ``name`` takes the alias away.  Raises ValueError for an alias or a name of another length than
        2 to 30 characters, or the same twice."""
        alias, name = " ".join(alias.split()), " ".join(name.split())
        if not _LEAST <= len(alias) <= _MOST or (name and not _LEAST <= len(name) <= _MOST) or alias == name:
            raise ValueError(alias)
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._lock, self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(Alias(now, who, alias, name)), ensure_ascii=False) + "\n")
            self._read = (-1, [])

    def resolve(self, question: str) -> str:
        """The question with every alias replaced, longest first, unless the name itself stands there already."""
        names = self.current()
        if not names:
            return question
        pattern = "|".join(re.escape(one) for one in sorted({*names, *names.values()}, key=len, reverse=True))
        return re.sub(pattern, lambda found: names.get(found.group(), found.group()), question)

"""What a build did, for the shell and the page to tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from index.errors import ReportError
from index.manifest import FileEntry, Manifest

__all__ = ["BuildSummary"]


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """Names are those of :attr:`Report.name`, sorted.  A renamed report is one added and one removed."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]  # from the index: the file is gone, can't be read now, or became a duplicate
    unchanged: tuple[str, ...]
    failures: tuple[ReportError, ...]  # every file left out, those of earlier runs too
    duplicates: tuple[tuple[str, str], ...]  # (left out, indexed instead)
    generation: int
    seconds: float

    @classmethod
    def of(cls, before: Mapping[str, FileEntry], manifest: Manifest, reports_dir: Path, seconds: float) -> Self:
        """Compare the files of the generation before with those of ``manifest``."""
        old = {name: (entry.report_id, entry.record) for name, entry in before.items() if entry.indexed}
        new = {name: (entry.report_id, entry.record) for name, entry in manifest.files.items() if entry.indexed}
        both = sorted(old.keys() & new.keys())
        return cls(
            added=tuple(sorted(new.keys() - old.keys())),
            changed=tuple(name for name in both if old[name] != new[name]),
            removed=tuple(sorted(old.keys() - new.keys())),
            unchanged=tuple(name for name in both if old[name] == new[name]),
            failures=manifest.failures(reports_dir), duplicates=manifest.duplicates(),
            generation=manifest.generation, seconds=seconds)

    def lines(self) -> list[str]:
        """In Chinese: the counts, then a line for each file left out, with the reason and what to do."""
        counts = {"新增": self.added, "更新": self.changed, "移除": self.removed, "未变": self.unchanged}
        said = ["　".join([*(f"{word} {len(names)}" for word, names in counts.items()), f"用时 {self.seconds:.1f} 秒"])]
        if self.duplicates:
            said.append(f"内容重复 {len(self.duplicates)}：")
            said.extend(f"  {name} 与 {kept} 内容相同，只收一份" for name, kept in self.duplicates)
        if self.failures:
            said.append(f"未能读取 {len(self.failures)}：")
            said.extend(f"  {failure}" for failure in self.failures)
        return said

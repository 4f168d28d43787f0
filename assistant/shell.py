"""What every shell command needs before and after its work: settings, an up-to-date index, values checked, JSON."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import display
from index.errors import IndexBusy, IndexUnwritable, QuestionError, SettingsError, why
from index.records import Period, Status

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.settings import Settings
    from index.embedding import Embedder
    from index.opening import Index
    from index.summary import BuildSummary

__all__ = ["build", "next_line", "one_of", "open_assistant", "open_index", "parse_period", "parse_status", "print_json",
           "settings_for", "summary_as_dict", "with_own_reports"]


def settings_for(reports: Path | None, index: Path | None, **given: Any) -> Settings:
    """The settings of one command.  Raises SettingsError, also for a reports folder that isn't there."""
    from assistant.settings import Settings  # pydantic takes 0.3 s, which --help need not wait for

    settings = Settings.load(reports_dir=reports, index_dir=index, **given)
    if not settings.reports_dir.is_dir():
        raise SettingsError(f"没有这个文件夹：{settings.reports_dir}",
                            mend="用 --reports 或 ZONEQA_REPORTS_DIR 指明报告所在的文件夹")
    if settings.takes_sample:
        print("这里没有 reports 文件夹，用自带的样例报告；用 --reports 指明自己的", file=sys.stderr)
    return settings


def with_own_reports(settings: Settings) -> Settings:
    """The same settings with a folder that uploads may be put in: the sample is copied to ``reports`` here first."""
    if not settings.takes_sample:
        return settings
    own = type(settings).model_fields["reports_dir"].default
    try:
        shutil.copytree(settings.reports_dir, own)
    except OSError as error:
        raise SettingsError(f"不能建立 {own.absolute()}：{why(error)}",
                            mend="换一个能写的文件夹，或用 --reports") from error
    print(f"样例报告已复制到 {own}，自己的报告也放在那里", file=sys.stderr)
    return settings.model_copy(update={"reports_dir": own})


def build(settings: Settings, *, rebuild: bool = False, embedding: Embedder | None = None) -> BuildSummary:
    """Bring the index up to date, with a progress bar on stderr where there is work to do."""
    from index import building

    with display.progress_bar() as progress:
        return building.build(settings, force=rebuild, progress=progress, embedding=embedding)


@contextmanager
def open_index(settings: Settings) -> Iterator[Index]:
    """The index, brought up to date first."""
    from index.embedding import load_embedding
    from index.opening import Index

    embedding = load_embedding(settings)  # once for both
    _update(settings, embedding)
    with Index.open(settings, embedding=embedding) as index:
        yield index


@contextmanager
def open_assistant(settings: Settings) -> Iterator[Assistant]:
    """The assistant on its index, brought up to date first."""
    from assistant.pipeline import Assistant

    with open_index(settings) as index:
        yield Assistant(index, settings)


def _update(settings: Settings, embedding: Embedder) -> None:
    """Index what is new or changed; where that can't be written now, go on with the index that is there."""
    try:
        summary = build(settings, embedding=embedding)
    except (IndexBusy, IndexUnwritable) as error:
        print(f"索引没有更新：{error}", file=sys.stderr)
        return
    if summary.added or summary.changed:  # told when the folder was looked at anew, not at every question
        for failure in summary.failures:
            print(f"没有收入 {failure}", file=sys.stderr)


def summary_as_dict(summary: BuildSummary) -> dict[str, Any]:
    """What a build did, as JSON: names by what became of them, and why files were left out."""
    return {
        "added": list(summary.added), "changed": list(summary.changed), "removed": list(summary.removed),
        "unchanged": list(summary.unchanged),
        "duplicates": [{"report": name, "same_as": kept} for name, kept in summary.duplicates],
        "failures": [{"report": failure.path.name, "kind": type(failure).__name__, "message": failure.message,
                      "mend": failure.mend} for failure in summary.failures],
        "generation": summary.generation, "seconds": round(summary.seconds, 3),
    }


def parse_period(text: str | None) -> Period | None:
    """``2018``, ``2019H1``, ``2018Q1``, ``2018M1-11`` or ``2016-2020``.  Raises QuestionError on anything else."""
    if text is None:
        return None
    try:
        return Period.parse(text.removesuffix("年").upper())
    except (ValueError, IndexError) as error:
        raise QuestionError(f"看不懂时期 {text}", mend="写成 2018、2019H1、2018Q1、2018M1-11 或 2016-2020") from error


def parse_status(text: str | None) -> Status | None:
    """完成, 预计, 目标 or done, expected, target.  Raises QuestionError on anything else."""
    if text is None:
        return None
    try:
        return Status[text.upper()] if text.isascii() else Status(text)
    except (ValueError, KeyError) as error:
        raise QuestionError(f"没有“{text}”这种状态", mend="用 完成、预计 或 目标") from error


def one_of(text: str | None, known: Iterable[str], what: str) -> str | None:
    """The one known name that ``text`` is, or is part of.  Raises QuestionError naming what there is."""
    if text is None:
        return None
    names = sorted(known)
    fitting = [name for name in names if name == text] or [name for name in names if text in name]
    if len(fitting) != 1:
        found = f"“{text}”对得上的{what}不止一个" if fitting else f"没有“{text}”这个{what}"
        raise QuestionError(found, mend=f"可选：{'、'.join(fitting or names) or '无'}")
    return fitting[0]


def print_json(value: Any, *, indent: int | None = 2) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=indent), flush=True)


def next_line(prompt: str) -> str:
    """One line from standard input without its white space; "" at the end and on /exit or /quit."""
    try:
        line = input(prompt).strip()
    except EOFError:
        return ""
    return "" if line in {"/exit", "/quit"} else line

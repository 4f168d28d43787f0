"""Fixtures that several test files share.  Nothing here replaces what is tested."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
SAMPLE = ROOT / "reports"
QUESTION = "2018年工业有效投资是多少"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_configure() -> None:
    # A setting of the machine must not decide a test; each test sets what it means.
    for name in [name for name in os.environ if name.startswith("ZONEQA_")]:
        del os.environ[name]


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of the sample report, built once; tests only read it."""
    from assistant.settings import Settings
    from index.building import build

    folder = tmp_path_factory.mktemp("sample-index")
    build(Settings.load(reports_dir=SAMPLE, index_dir=folder))
    return folder


@pytest.fixture(scope="session")
def fixture_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of the nine fixture reports, built once; tests only read it."""
    from assistant.settings import Settings
    from index.building import build

    folder = tmp_path_factory.mktemp("fixture-index")
    build(Settings.load(reports_dir=FIXTURES / "reports", index_dir=folder))
    return folder


@pytest.fixture(scope="session")
def sample(sample_index: Path) -> Iterator[Assistant]:
    """An assistant over the sample report."""
    with opened(SAMPLE, sample_index) as assistant:
        yield assistant


@pytest.fixture(scope="session")
def nine(fixture_index: Path) -> Iterator[Assistant]:
    """An assistant over the nine fixture reports: three zones, three years each."""
    with opened(FIXTURES / "reports", fixture_index) as assistant:
        yield assistant


def opened(reports: Path, index: Path) -> Assistant:
    """An assistant over an index that is there already."""
    from assistant.pipeline import Assistant
    from assistant.settings import Settings
    from index.opening import Index

    settings = Settings.load(reports_dir=reports, index_dir=index)
    return Assistant(Index.open(settings), settings)


@contextmanager
def over(root: Path, text: str, name: str = "report.txt", **more: str) -> Iterator[Assistant]:
    """An assistant over one report of its own, written and indexed below ``root``; ``more`` reports by their names, in Markdown."""
    from assistant.settings import Settings
    from index.building import build

    (root / "reports").mkdir()
    for file, told in {name: text, **{f"{title}.md": told for title, told in more.items()}}.items():
        (root / "reports" / file).write_text(told, encoding="utf-8")
    build(Settings.load(reports_dir=root / "reports", index_dir=root / "index"))
    with opened(root / "reports", root / "index") as assistant:
        yield assistant


def last(assistant: Assistant, questions: str) -> str:
    """What is told to the last of the questions of one talk, which || sets apart."""
    talk = assistant.conversation()
    return [talk.ask(q).text for q in questions.split("||")][-1]


@pytest.fixture
def empty_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with nothing in it, as the current one."""
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


@pytest.fixture
def zoneqa(tmp_path: Path) -> Run:
    """The shell in a process of its own: ``zoneqa("ask", "…", cwd=…, env={…}, stdin=…, prefix=[…])``."""

    def run(*arguments: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None, stdin: str = "",
            prefix: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-c", "from assistant.cli import main; main()"]
        return subprocess.run(
            [*prefix, *program, *map(str, arguments)], cwd=cwd or tmp_path, input=stdin, capture_output=True, text=True,
            encoding="utf-8", timeout=300, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(env or {})})

    return run


@pytest.fixture
def copied_sample(tmp_path: Path) -> Path:
    """A folder with ``reports/`` in it, free to be changed."""
    shutil.copytree(SAMPLE, tmp_path / "reports")
    return tmp_path

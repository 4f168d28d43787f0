"""The headless Chromium the machine has, and what the page's journeys do in it again and again."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


def need_browser() -> None:
    """Skips with a reason where there is no Chromium; in CI that is a failure."""
    if not CHROMIUM:
        if os.environ.get("CI") == "true":
            pytest.fail("CI has no chromium: install it (apt-get install chromium)")
        pytest.skip("no chromium on this machine")


@dataclass
class Seen:
    """What the browser did while a page was open."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Any) -> None:
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def outside(self, address: str) -> list[str]:
        return [url for url in self.requests if not url.startswith((address, "data:", "blob:"))]


def ask(page: Any, question: str) -> Any:
    """Types the question, presses Enter, waits for its answer and returns that."""
    before = page.locator(".zq-answer, .zq-trouble").count()
    page.fill("#zq-ask textarea", question)
    page.press("#zq-ask textarea", "Enter")
    answer = page.locator(".zq-answer, .zq-trouble").nth(before)
    answer.wait_for(timeout=20_000)
    return answer


def copied(source: Path, folder: Path) -> Path:
    """A writable copy of a folder of reports."""
    folder.mkdir(parents=True)
    for path in source.iterdir():
        shutil.copyfile(path, folder / path.name)
    return folder

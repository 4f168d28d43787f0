"""English by a switch: every word the page says has a translation, with the same places for values."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import assistant.web
from assistant.feedback import REASONS
from assistant.web.language import CHINESE, ENGLISH

WEB = Path(assistant.web.__file__).parent


def said() -> set[str]:
    """The texts that are said as they stand: ``say("…")``, ``self.say("…")``, ``spoken(request)("…")``."""
    found = set()
    for path in WEB.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = ast.unparse(node.func)
                if name in ("say", "self.say") or name.startswith("spoken("):
                    found.add(str(node.args[0].value))
    return found


def test_every_text_of_the_page_is_translated() -> None:
    assert len(said()) > 100
    assert sorted((said() | set(REASONS)) - set(ENGLISH.words)) == []


def test_a_translation_has_the_same_places() -> None:
    for chinese, english in ENGLISH.words.items():
        assert sorted(re.findall(r"\{\w+\}", chinese)) == sorted(re.findall(r"\{\w+\}", english)), chinese


def test_what_is_not_known_stays_as_it_is_and_braces_of_a_report_are_no_places() -> None:
    assert ENGLISH("某报告的{一句}话") == "某报告的{一句}话"
    assert CHINESE("没有找到“{text}”。", text="{0}{x}") == "没有找到“{0}{x}”。"

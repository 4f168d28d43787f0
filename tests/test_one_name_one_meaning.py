"""A module's constant that is defined twice means only the second: what was written for the first reads with it, unseen."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for folder in ("assistant", "index") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_constant_is_defined_twice(module: Path) -> None:
    defined = Counter(re.findall(r"^(_?[A-Z][A-Z_0-9]+)(?:: [^=\n]+)? = ", module.read_text("utf-8"), re.M))
    assert [name for name, times in defined.items() if times > 1] == []

"""What the README shows is true: its examples run, its settings table is the settings class, its links lead somewhere.

``python tests/test_readme.py`` writes the settings table anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def settings_table() -> str:
    """Every setting as a row: environment variable, default, what it is for, in the order of the classes."""
    from assistant.settings import Settings

    rows = ["| 环境变量 | 默认 | 说明 |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        shown = f"`{field.default}`" if str(field.default) else ""
        rows.append(f"| `ZONEQA_{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(rows)


def between(marker: str) -> str:
    return README.read_text("utf-8").partition(f"<!-- {marker} -->\n")[2].partition(f"<!-- /{marker} -->")[0].strip()


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def test_the_settings_table_is_the_settings_class() -> None:
    assert between("settings") == settings_table(), "run: python tests/test_readme.py"


def test_every_setting_is_used_by_something() -> None:
    from assistant.settings import Settings

    code = "\n".join(path.read_text("utf-8") for name in ("assistant", "index") for path in (ROOT / name).rglob("*.py"))
    unused = [name for name in Settings.model_fields if not re.search(rf"\bsettings\.{name}\b", code)]
    assert not unused


@pytest.mark.parametrize("code", blocks("python"))
def test_the_python_examples_run_and_print_what_their_comments_say(code: str, copied_sample: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=copied_sample, env=environment(), capture_output=True,
                          text=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    for promised in re.findall(r"# …(.+?)…", code):
        assert promised in done.stdout


@pytest.mark.parametrize("code", blocks("sh"))
def test_the_shell_examples_run(code: str, copied_sample: Path) -> None:
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", code], cwd=copied_sample, env=environment(),
                          capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    assert "22.53亿元" in done.stdout
    assert "25.6%" in done.stdout
    assert (copied_sample / "figures.xlsx").is_file()


def test_the_make_commands_that_are_shown_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    texts = README.read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert set(re.findall(r"\bmake ([a-z]+)\b", texts)) <= targets


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_into_the_repository_lead_to_files(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8"))
    assert not [link for link in links if not (ROOT / link).exists()]


def test_the_readme_stays_under_200_lines() -> None:
    assert len(README.read_text("utf-8").splitlines()) < 200


def test_the_changelog_is_in_keep_a_changelog_form_and_knows_this_version() -> None:
    import tomllib

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert headings[0] == "Unreleased"
    if ".dev" in version:  # not released yet: what it changes stands first, and nothing stands under its number
        assert re.search(r"^## \[Unreleased\]\n+### \w+\n+- ", text, re.MULTILINE)
        assert version.partition(".dev")[0] not in headings
    else:
        assert version in headings
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= {
        "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    before, _, rest = README.read_text("utf-8").partition("<!-- settings -->\n")
    after = rest.partition("<!-- /settings -->")[2]
    README.write_text(f"{before}<!-- settings -->\n{settings_table()}\n<!-- /settings -->{after}", encoding="utf-8")

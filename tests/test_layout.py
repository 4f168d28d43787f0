"""The drawing in the README is the code: who imports whom, in which order, and what stays in one place."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A folder becomes an index; each stage may import those before it.  Helpers that are not listed may not make a circle.
INDEX_LINE = ("records", "errors", "settings", "units", "numerals", "periods", "glossary", "reading", "outline",
              "splitting", "figures", "embedding", "store", "lexical", "ledger", "opening", "building", "retrieval")
# A question becomes an answer.
ANSWER_LINE = ("settings", "records", "question", "conversation", "computing", "extractive", "verification",
               "llm", "pipeline")

# Libraries that cost seconds or belong to one stage, and the only places that import them.
PLACES = {
    "gradio": ("assistant/web/",),
    "fastapi": ("assistant/web/", "assistant/service/", "assistant/openai_api/"),
    "openai": ("assistant/llm/",),
    "typer": ("assistant/cli.py", "assistant/cli_users.py"),
    "argon2": ("assistant/service/accounts.py",),
    "mcp": ("assistant/mcp.py",),
    "rich": ("assistant/display.py",),
    "chromadb": ("index/store.py",),
    "tantivy": ("index/lexical.py",),
    "onnxruntime": ("index/embedding/",),
    "tokenizers": ("index/embedding/",),
    "torch": ("index/embedding/sentence_transformer.py",),
    "sentence_transformers": ("index/embedding/sentence_transformer.py",),
    "pdfplumber": ("index/reading/",),
    "docx": ("index/reading/", "assistant/exporting/"),
    "bs4": ("index/reading/",),
    "rapidocr": ("index/reading/",),
    "sqlite3": ("index/ledger.py", "index/writing.py", "assistant/conversations.py", "assistant/service/"),
}


def sources() -> list[Path]:
    packages = [path for name in ("index", "assistant", "prompts") for path in (ROOT / name).rglob("*.py")]
    return sorted([*packages, ROOT / "app.py"])


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path, *, for_types: bool) -> frozenset[str]:
    """Full names of what a file imports anywhere in it; with ``for_types`` also what it imports for its types alone."""
    modules = {module(source) for source in sources()}
    found = set()
    for node in _nodes(ast.parse(path.read_text("utf-8")), for_types=for_types):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in modules else str(node.module) for name in full}
    return frozenset(found)


def _nodes(node: ast.AST, *, for_types: bool) -> Iterator[ast.AST]:
    yield node
    if isinstance(node, ast.If) and not for_types and "TYPE_CHECKING" in ast.unparse(node.test):
        return
    for child in ast.iter_child_nodes(node):
        yield from _nodes(child, for_types=for_types)


def stage(name: str, line: tuple[str, ...]) -> int | None:
    parts = name.split(".")
    return line.index(parts[1]) if len(parts) > 1 and parts[1] in line else None


@pytest.mark.parametrize("path", sources(), ids=module)
def test_the_app_imports_the_assistant_imports_the_index_and_never_back(path: Path) -> None:
    layers = {"index": 0, "prompts": 1, "assistant": 2, "app": 3}
    for name in imports(path, for_types=True):
        top = name.partition(".")[0]
        if top in layers and path.parts[len(ROOT.parts)] != "prompts":
            assert layers[top] <= layers[module(path).partition(".")[0]], f"{module(path)} imports {name}"


@pytest.mark.parametrize(("package", "line"), [("index", INDEX_LINE), ("assistant", ANSWER_LINE)])
def test_a_stage_imports_only_stages_before_it(package: str, line: tuple[str, ...]) -> None:
    backwards = []
    for path in (ROOT / package).rglob("*.py"):
        here = stage(module(path), line)
        for name in imports(path, for_types=False):
            there = stage(name, line) if name.startswith(package + ".") else None
            if here is not None and there is not None and there > here:
                backwards.append(f"{module(path)} imports {name}")
    assert not backwards


def test_every_stage_that_the_line_names_is_a_file_or_a_folder() -> None:
    for package, line in (("index", INDEX_LINE), ("assistant", ANSWER_LINE)):
        for name in line:
            place = ROOT / package / name
            assert place.with_suffix(".py").is_file() or (place / "__init__.py").is_file(), place


def test_no_module_imports_itself_through_others() -> None:
    graph = {module(path): {name for name in imports(path, for_types=False) if name != module(path)}
             for path in sources()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("library", PLACES)
def test_a_library_is_imported_in_its_own_place_alone(library: str) -> None:
    elsewhere = [
        str(path.relative_to(ROOT)) for path in sources()
        if any(name.partition(".")[0] == library for name in imports(path, for_types=False))
        and not str(path.relative_to(ROOT)).startswith(PLACES[library])
    ]
    assert not elsewhere


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_place_outside_the_repository() -> None:
    outside = re.compile(rb"/(?:work|root|home/(?!zoneqa))/\w|\.\./shared\b|C:\\Users")
    binary = {".onnx", ".pdf", ".docx", ".xlsx", ".png", ".jpg", ".doc"}
    found = [str(path.relative_to(ROOT)) for path in tracked()
             if path.suffix not in binary and path != Path(__file__) and outside.search(path.read_bytes())]
    assert not found


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    bare = [module(path) for path in sources()
            if path.read_text("utf-8").strip() and not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert not bare

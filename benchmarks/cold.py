"""``zoneqa ask`` in a fresh process, against a process that only imports the libraries it needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.corpus import ROOT
from benchmarks.measuring import interleaved
from benchmarks.tables import Table, bar

__all__ = ["measure"]

QUESTION = "2018年工业有效投资是多少"
HEAVY = ("gradio", "torch", "sentence_transformers", "transformers", "pandas", "fastapi")  # none of them answers
_SHELL = "from assistant.cli import main; main()"
_LISTING = """
import atexit, json, os, sys
def written():
    libraries = [name for name, module in list(sys.modules.items())
                 if "site-packages" in (getattr(module, "__file__", None) or "")]
    with open(os.environ["ZB_MODULES"], "w") as file:
        json.dump(libraries, file)
atexit.register(written)
"""
_IMPORTING = """
import importlib, json, os
with open(os.environ["ZB_MODULES"]) as file:
    names = json.load(file)
for name in names:
    try:
        importlib.import_module(name)
    except Exception:
        pass  # an alias that a library puts among the modules by itself
"""


def measure(work: Path, *, times: int) -> Table:
    """The table.  The index is built before; the files lie in the system's cache, as they do at a second question."""
    listed = work / "modules.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "ZB_MODULES": str(listed)}
    arguments = ("ask", "--json", QUESTION, "--reports", str(ROOT / "reports"), "--index", str(work / "cold-index"))

    def run(program: str, *rest: str) -> None:
        subprocess.run([sys.executable, "-c", program, *rest], env=environment, check=True, capture_output=True)

    run(_SHELL, *arguments)
    run(_LISTING + _SHELL, *arguments)
    names: list[str] = json.loads(listed.read_text())
    loaded = {name.partition(".")[0] for name in names}
    asked, imported = map(median, interleaved(times, partial(run, _SHELL, *arguments), partial(run, _IMPORTING)))
    heavy = [name for name in HEAVY if name in loaded]
    return Table(
        "A question, cold", ("", "ours", "importing alone", "ratio", "bar"),
        [("`zoneqa ask`, index there already", f"{asked:.2f} s", f"{imported:.2f} s", *bar(asked / imported, most=1.3)),
         (f"of {', '.join(HEAVY)} it imports", ", ".join(heavy) or "none", "", "",
          "✗" if {"gradio", "torch"} & set(heavy) else "gradio and torch: never ✓")],
        f"Importing alone: the {len(names):,} modules of {len(loaded)} libraries that the command has loaded.")

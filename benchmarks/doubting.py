"""``python -m benchmarks.doubting [-v]``: what the assistant does with questions that a report nearly answers.

Every file of ``tests/crossing/held`` is asked of its report alone.  A near miss is told where it is not refused: some of
those have an answer after all, or tell the whole and say that the part is missing.  ``-v`` lists them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from assistant.judging import contains, normal_form
from assistant.pipeline import Assistant
from assistant.settings import Settings
from benchmarks.corpus import ROOT
from benchmarks.tables import Table
from index.building import build
from index.opening import Index

__all__ = ["main"]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    listed = parser.parse_args().verbose
    answered: list[tuple[bool, bool]] = []  # told with its number, refused
    told: list[bool] = []
    for path in sorted((ROOT / "tests" / "crossing" / "held").glob("*.jsonl")):
        head, *rows = map(json.loads, path.read_text("utf-8").splitlines())
        with TemporaryDirectory(prefix="zoneqa-doubting-", ignore_cleanup_errors=True) as work:
            reports = Path(work) / "reports"
            reports.mkdir()
            copyfile(ROOT / head["report"], reports / Path(head["report"]).name)
            settings = Settings.load(reports_dir=reports, index_dir=Path(work) / "index")
            build(settings)
            with Assistant(Index.open(settings), settings) as assistant:
                for row in rows:
                    answer = assistant.ask(row["question"])
                    if row["numbers"]:
                        text = normal_form(answer.text)
                        right = not answer.refused and all(contains(text, normal_form(number)) for number in row["numbers"])
                        answered.append((right, answer.refused))
                        continue
                    told.append(not answer.refused)
                    if listed and not answer.refused:
                        print(f"{row['question']} → {answer.text[:120]}")
    rows = [(f"{sum(r for r, _ in answered)}/{len(answered)}", f"{sum(r for _, r in answered)}/{len(answered)}", f"{sum(told)}/{len(told)}")]
    print(Table("Held-out questions of single reports", ("answered rightly", "answerable refused", "near misses told"), rows).markdown())


if __name__ == "__main__":
    main()

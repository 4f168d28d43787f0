"""``python -m benchmarks.doubting [-v]``: what the assistant does with questions that a report nearly answers.

Every file of ``tests/crossing/held`` is asked of its report alone, with and without reading once more what rules found.
A near miss is told where it is not refused: some of those have an answer after all, or tell the whole and say that the
part is missing.  ``-v`` lists them.
"""

from __future__ import annotations

import argparse
import math

from assistant.extractive import doubting
from assistant.judging import contains, normal_form
from benchmarks.crossing_examples import HELD, asked
from benchmarks.tables import Table

__all__ = ["main"]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    listed = parser.parse_args().verbose
    rows = [("doubting", *_asked(listed=listed))]
    doubting.DOUBTFUL = -math.inf
    rows.append(("not doubting", *_asked(listed=False)))
    print(Table("Held-out questions of single reports", ("", "answered rightly", "answerable refused", "near misses told"), rows).markdown())


def _asked(*, listed: bool) -> tuple[str, str, str]:
    """How many were answered rightly, refused though they have an answer, told though they have none."""
    answered: list[tuple[bool, bool]] = []
    told: list[bool] = []
    for path in HELD:
        with asked(path) as (rows, assistant):
            for row in rows:
                answer = assistant.ask(row["question"])
                if row["numbers"]:
                    text = normal_form(answer.text)
                    tells = all(contains(text, normal_form(number)) for number in row["numbers"])
                    answered.append((tells and not answer.refused, answer.refused))
                    continue
                told.append(not answer.refused)
                if listed and not answer.refused:
                    print(f"{row['question']} → {answer.text[:120]}")
    right, refused = (f"{sum(one[i] for one in answered)}/{len(answered)}" for i in range(2))
    return right, refused, f"{sum(told)}/{len(told)}"


if __name__ == "__main__":
    main()

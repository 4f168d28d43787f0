"""Failures → the most instructive of them: wrong numbers first, then every stage and kind in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.judging import Item
from benchmarks.quality_stages import Stage

__all__ = ["Failure", "instructive", "listed"]

_LONGEST = 160  # characters of an answer


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that failed, where, and why."""

    label: str
    item: Item
    answer: str
    reason: str
    wrong_figure: bool
    stage: Stage
    why: str


def instructive(failures: Sequence[Failure], count: int) -> list[Failure]:
    """``count`` of them: wrong figures go first, then what differs most in stage and kind from those already taken."""
    left = list(failures)
    taken: list[Failure] = []
    stages: Counter[Stage] = Counter()
    kinds: Counter[str] = Counter()
    while left and len(taken) < count:
        best = min(left, key=lambda one: (not one.wrong_figure, stages[one.stage], kinds[one.item.kind], one.label,
                                          one.item.id))
        left.remove(best)
        taken.append(best)
        stages[best.stage] += 1
        kinds[best.item.kind] += 1
    return taken


def listed(failures: Sequence[Failure]) -> str:
    """Markdown, grouped by the stage that failed."""
    lines = []
    for stage in Stage:
        of_stage = [one for one in failures if one.stage is stage]
        if not of_stage:
            continue
        lines += [f"### {stage}", ""]
        for one in of_stage:
            asked = " → ".join((*one.item.turns, one.item.question))
            marked = " **wrong figure**" if one.wrong_figure else ""
            lines += [f"- `{one.item.id}` {one.item.kind}, {one.label}{marked}: {_plain(asked)}  ",
                      f"  said: {_plain(one.answer)[:_LONGEST]}  ",
                      f"  judged: {_plain(one.reason)}; {_plain(one.why)}"]
        lines.append("")
    return "\n".join(lines).rstrip()


def _plain(text: str) -> str:
    """On one line and without what Markdown would take for its own."""
    return " ".join(text.split()).replace("|", "｜").replace("<", "&lt;").replace("*", "\\*")

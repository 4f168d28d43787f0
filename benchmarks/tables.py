"""What was measured → markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Table", "bar", "ms"]


@dataclass(frozen=True, slots=True)
class Table:
    """One table with what stands above it; cells are strings already."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def markdown(self) -> str:
        lines = [f"## {self.title}", ""]
        if self.note:
            lines += [self.note, ""]
        lines += [_row(self.heads), _row(["---"] + ["---:"] * (len(self.heads) - 1)), *map(_row, self.rows)]
        return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def ms(seconds: float) -> str:
    """Milliseconds, with a decimal where it says something."""
    value = seconds * 1000
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def bar(value: float, *, least: float | None = None, most: float | None = None, digits: int = 2,
        percent: bool = False) -> tuple[str, str]:
    """(value, bar with a mark): ``0.93``, ``≥ 0.8 ✓``."""
    met = (least is None or value >= least) and (most is None or value <= most)
    limit = f"≥ {_number(least, percent)}" if least is not None else f"≤ {_number(most or 0, percent)}"
    shown = f"{value:.{digits}%}" if percent else f"{value:.{digits}f}"
    return shown, f"{limit} {'✓' if met else '✗'}"


def _number(value: float, percent: bool) -> str:
    return f"{value:.0%}" if percent else f"{value:g}"

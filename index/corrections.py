"""What an editor put right, kept beside the report and never in it: ``NAME.corrections.jsonl``, a line a change.

The file is its own history: lines are only added, the last one for a field holds, and a blank ``after`` gives the field
back to what reading makes of it.  A figure is known by its words, so that a correction outlives new rules and ids.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from index.errors import SettingsError
from index.glossary import normalise
from index.numerals import find_quantities
from index.records import Figure, Period, Report, Status

__all__ = ["FIGURE_FIELDS", "REPORT_FIELDS", "Correction", "Where", "add_correction", "correct_figures",
           "correct_report", "corrections_file", "corrections_key", "fits", "read_corrections", "where_of"]

REPORT_FIELDS = ("zone", "period", "title")
FIGURE_FIELDS = ("zone", "indicator", "scope", "period", "status", "value", "wrong")
_MOST_CHARS = 200


@dataclass(frozen=True, slots=True)
class Where:
    """Which figure: as printed, and where it stood when it was corrected (the nearest of several alike is meant)."""

    quote: str
    indicator: str
    start: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One change.  ``where`` is None for one of the report itself; ``at`` is ISO 8601 in UTC."""

    at: str
    who: str
    field: str
    before: str
    after: str
    note: str = ""
    where: Where | None = None


def corrections_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.corrections.jsonl")


def corrections_key(path: Path) -> str:
    """Changes with the corrections; "" where there are none."""
    try:
        return hashlib.sha256(corrections_file(path).read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def read_corrections(path: Path) -> list[Correction]:
    """Those of the report at ``path``, oldest first.  Raises SettingsError naming a line that is none."""
    file = corrections_file(path)
    if not file.is_file():
        return []
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw: dict[str, Any] = json.loads(line)
            where = raw.pop("where", None)
            found.append(Correction(**raw, where=Where(**where) if where else None))
        except (ValueError, TypeError) as error:
            raise SettingsError(f"{file.name} 第 {number} 行不是一条更正", mend="改正或删去这一行") from error
    return found


def add_correction(path: Path, correction: Correction) -> None:
    """Raises ValueError when the field takes no such value, OSError when the file can't be written."""
    _check(correction)
    with corrections_file(path).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(correction), ensure_ascii=False) + "\n")


def _check(correction: Correction) -> None:
    allowed = REPORT_FIELDS if correction.where is None else FIGURE_FIELDS
    if correction.field not in allowed or len(correction.after) > _MOST_CHARS or "\n" in correction.after:
        raise ValueError(correction.field)
    if correction.after:
        match correction.field:
            case "period":
                Period.parse(correction.after)
            case "status":
                Status(correction.after)
            case "value":
                if not find_quantities(correction.after):
                    raise ValueError(correction.after)


def where_of(figure: Figure, report: Report) -> Where:
    return Where(report.text[figure.start:figure.end], figure.indicator, figure.start)


def fits(where: Where, figure: Figure, report: Report) -> bool:
    """Whether ``figure``, as it was extracted, is the one meant, be it by its words or as a part of them."""
    text = report.text[figure.start:figure.end]
    return figure.indicator == where.indicator and (text == where.quote or text in where.quote or where.quote in text)


def correct_report(report: Report, path: Path) -> Report:
    """The report with zone, period and title as corrected."""
    for field, after in _last(c for c in read_corrections(path) if c.where is None).items():
        if after:
            match field:
                case "period":
                    report = replace(report, period=Period.parse(after))
                case "zone":
                    report = replace(report, zone=after)
                case "title":
                    report = replace(report, title=after)
    return report


def correct_figures(figures: Sequence[Figure], report: Report, path: Path) -> list[Figure]:
    """The figures as corrected; those that are none are left out.  A correction that fits no figure does nothing."""
    by_place: dict[Where, list[Correction]] = {}
    for correction in read_corrections(path):
        if correction.where is not None:
            by_place.setdefault(correction.where, []).append(correction)
    out = list(figures)
    for where, corrections in by_place.items():
        fitting = [f for f in figures if fits(where, f, report)]
        if not fitting:
            continue
        meant = min(fitting, key=lambda f: abs(f.start - where.start))
        place = next((number for number, f in enumerate(out) if f.id == meant.id), None)
        if place is not None:
            changed = _changed(out[place], _last(corrections))
            out[place:place + 1] = [changed] if changed else []
    return out


def _last(corrections: Iterable[Correction]) -> dict[str, str]:
    return {correction.field: correction.after for correction in corrections}


def _changed(figure: Figure, fields: dict[str, str]) -> Figure | None:
    for field, after in fields.items():
        match field:
            case _ if not after:
                continue
            case "wrong":
                return None
            case "zone":
                figure = replace(figure, zone=after)
            case "scope":
                figure = replace(figure, scope="" if after == "-" else after)
            case "indicator":
                figure = replace(figure, indicator=after, name=normalise(after))
            case "period":
                figure = replace(figure, period=Period.parse(after))
            case "status":
                figure = replace(figure, status=Status(after))
            case "value":
                quantity = find_quantities(after)[0]
                figure = replace(figure, value=quantity.value, unit=quantity.unit, value_text=after)
    return figure

"""Figures against gold: ``python -m benchmarks.figures [FOLDER] [-v]``.

FOLDER holds ``reports/`` and ``expected_figures.jsonl`` (fields: tests/fixtures/README.md).  Precision is printed
only for reports whose gold is complete, named with ``--complete`` (default: the two complete ones of the fixtures).

A gold row is found when a figure of that report has its value and unit (or its growth, when it has no value), stands
in the same sentence and its name covers 60 % of the gold name's character pairs; each figure serves one row.
A row that writes a change as a figure of its own (税收占比回落2.1个百分点) is in the ledger as the growth of another; such rows are
misses, and how many of them the ledger holds so is told beside.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from time import perf_counter

from index.characters import half_width
from index.figures import extract_figures
from index.glossary import canonical_names, normalise
from index.numerals import find_quantities
from index.outline import outline
from index.reading import read_report
from index.records import Figure, Report
from index.settings import IndexSettings

COMPLETE = ("huaizhu_2017.txt", "jiling_2019h1.txt")
NAME_SHARE = 0.6
_PARTS_OF_YEAR = {
    "上半年": "H1",
    "下半年": "H2",
    "前三季度": "M1-9",
    "一季度": "Q1",
    "二季度": "Q2",
    "三季度": "Q3",
    "四季度": "Q4",
}


@dataclass
class Score:
    gold: int = 0
    value: int = 0
    name: int = 0
    period: int = 0
    dated: int = 0  # gold rows found whose key names a calendar period
    status: int = 0
    as_growth: int = 0  # gold rows missed that are the growth of a figure in the same sentence
    growth: int = 0
    growths: int = 0
    known: int = 0  # gold rows whose indicator the glossary knows …
    same: int = 0  # … and whose figure has the same canonical name
    figures: int = 0
    matched: int = 0
    numbers: int = 0
    seconds: float = 0.0
    characters: int = 0
    misses: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)


def pairs(text: str) -> set[str]:
    plain = "".join(c for c in text if c not in "“”，、· 的")
    return {plain[i : i + 2] for i in range(len(plain) - 1)} or {plain}


def _squeezed(text: str) -> str:
    return "".join(half_width(text).split())


def _growth(row: dict[str, str | None]) -> tuple[Decimal, bool] | None:
    text = row.get("growth")
    if not text:
        return None
    points = "百分点" in text
    number = text.replace("个百分点", "").replace("百分点", "").rstrip("%")
    try:
        return Decimal(number), points
    except ArithmeticError:
        return None


def period_asked(row: dict[str, str | None]) -> str:
    """The calendar period a key names, as the ledger writes it: 截至2023 and 2023年末 are 2023, 2023上半年 is 2023H1;
    none for a project's whole investment or 达产后, which no year is asked of."""
    text = str(row.get("period") or "").strip().removeprefix("截至")
    for printed, key in _PARTS_OF_YEAR.items():
        text = text.replace(printed, key)
    text = re.sub(r"^(\d{4})年?(?:初|末|底)?$", r"\1", text)
    text = re.sub(r"^(\d{4})年?-?(\d{1,2})月?$", lambda m: f"{m[1]}M{int(m[2])}", text)
    return text if re.match(r"\d{4}", text) else ""


def _same_value(row: dict[str, str | None], figure: Figure) -> bool:
    if not row.get("value"):
        want = _growth(row)
        return want is not None and figure.growth == want[0] and figure.value is None
    unit = (row.get("unit") or "").replace("个百分点", "百分点")
    ours = figure.unit.replace("个百分点", "百分点")
    try:
        value = Decimal(re.split(r"(?<=\d)-", str(row["value"]))[0])
    except ArithmeticError:
        return False
    return figure.value == value and (ours == unit or ours + "元" == unit)


def _is_growth(row: dict[str, str | None], figure: Figure) -> bool:
    unit = (row.get("unit") or "").replace("个百分点", "百分点")
    own = figure.growth_unit.replace("个百分点", "百分点")
    try:
        return figure.growth is not None and abs(figure.growth) == abs(Decimal(str(row["value"]))) and (own == unit or own + "元" == unit)
    except ArithmeticError:
        return False


def _near(row: dict[str, str | None], figure: Figure, text: str) -> bool:
    quote = _squeezed(str(row.get("quote") or ""))
    around = _squeezed(text[max(figure.start - 80, 0) : figure.end + 80])
    own = _squeezed(figure.value_text or figure.growth_text)
    return figure.in_table or quote in around or (own in quote and (quote[:8] in around or _inside(quote, figure, text)))


def _inside(quote: str, figure: Figure, text: str) -> bool:
    """Whether the figure lies in a quote that is longer than what is looked at around it: a whole list of goals."""
    at = _squeezed(text).find(quote)
    return at >= 0 and at <= len(_squeezed(text[: figure.start])) <= at + len(quote)


def _name_share(row: dict[str, str | None], figure: Figure) -> float:
    want = pairs(str(row["indicator"]))
    have = pairs(figure.scope + figure.indicator) | pairs(figure.indicator + figure.scope) | pairs(figure.name)
    return len(want & have) / len(want)


def score_report(report: Report, rows: list[dict[str, str | None]], complete: bool) -> Score:
    started = perf_counter()
    figures = extract_figures(report, outline(report))
    score = Score(gold=len(rows), figures=len(figures), seconds=perf_counter() - started, characters=len(report.text))
    score.numbers = len(find_quantities(report.text))
    free = list(figures)
    for row in rows:
        fitting = [f for f in free if _same_value(row, f) and _near(row, f, report.text)]
        if not fitting:
            held = any(_is_growth(row, f) and _near(row, f, report.text) for f in figures)
            score.as_growth += held
            score.misses.append(f"{'growth of another' if held else 'value '} {_shown(row)}")
            continue
        best = max(fitting, key=lambda f: (_name_share(row, f), f.status.value == row["status"]))
        free.remove(best)
        score.value += 1
        if _name_share(row, best) >= NAME_SHARE:
            score.name += 1
        else:
            score.misses.append(f"name   {_shown(row)}  ≠  {best.scope}·{best.indicator}")
        if normalise(str(row["indicator"])) in canonical_names():
            score.known += 1
            if best.name == normalise(str(row["indicator"])):
                score.same += 1
            else:
                score.misses.append(f"canon  {_shown(row)}  ≠  {best.scope}·{best.indicator} → {best.name}")
        if wanted := period_asked(row):
            period = best.period.key if best.period else ""
            score.dated += 1
            if period == wanted:
                score.period += 1
            else:
                score.misses.append(f"period {_shown(row)}  ≠  {period}")
        if best.status.value == row["status"]:
            score.status += 1
        else:
            score.misses.append(f"status {_shown(row)}  ≠  {best.status.value}")
        want = _growth(row)
        if want is not None:
            score.growths += 1
            if best.growth == want[0] and ("百分点" in best.growth_unit) == want[1]:
                score.growth += 1
            else:
                score.misses.append(f"growth {_shown(row)}  ≠  {best.growth}{best.growth_unit}")
    score.matched = score.figures - len(free)
    if complete:
        score.extra = [
            f"{f.scope}·{f.indicator} {f.value_text or f.growth_text} <<{report.text[f.start : f.end]}" for f in free
        ]
    return score


def _shown(row: dict[str, str | None]) -> str:
    keys = ("indicator", "scope", "period", "value", "unit", "growth", "status")
    return "|".join(str(row[key] or "") for key in keys)


def score_folder(folder: Path, complete: set[str]) -> dict[str, Score]:
    """The score of every report of a folder that has gold, by name."""
    rows: dict[str, list[dict[str, str | None]]] = {}
    for line in (folder / "expected_figures.jsonl").read_text("utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            rows.setdefault(row["report"], []).append(row)
    root = folder / "reports"
    return {
        name: score_report(
            read_report(root / name, root=root, settings=IndexSettings()), rows[name], bool(complete & {name, "all"})
        )
        for name in sorted(rows)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="tests/fixtures", type=Path)
    parser.add_argument(
        "--complete", nargs="*", default=None, help="reports whose gold is complete; 'all' for every one"
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="print misses, and figures beside complete gold")
    options = parser.parse_args()
    complete = set(options.complete if options.complete is not None else COMPLETE)
    scores = score_folder(options.folder, complete)
    total = Score()
    print(
        "| report | gold | value+unit | name | period | status | growth | canonical | figures | precision | numbers |"
        " s |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for name, score in scores.items():
        whole = name in complete or "all" in complete
        precision = f"{score.matched / max(score.figures, 1):.3f}" if whole else "–"
        print(
            f"| {name} | {score.gold} | {score.value} | {score.name} | {score.period}/{score.dated} | {score.status} |"
            f" {score.growth}/{score.growths} | {score.same}/{score.known} "
            f"| {score.figures} | {precision} | {score.numbers} | {score.seconds:.3f} |"
        )
        if options.verbose:
            print("\n".join(f"    {m}" for m in (*score.misses, *(f"extra  {e}" for e in score.extra))))
        for key in ("gold", "value", "as_growth", "name", "period", "dated", "status", "growth", "growths", "known", "same"):
            setattr(total, key, getattr(total, key) + getattr(score, key))
    share = {k: f"{getattr(total, k) / max(total.gold, 1):.3f}" for k in ("value", "name", "status")}
    share["period"] = f"{total.period / max(total.dated, 1):.3f}"
    print(
        f"| all | {total.gold} | {share['value']} | {share['name']} | {share['period']} | {share['status']} "
        f"| {total.growth / max(total.growths, 1):.3f} | {total.same / max(total.known, 1):.3f} | | | | |"
    )
    print(f"Rows that the ledger holds as the growth of another figure: {total.as_growth}.")


if __name__ == "__main__":
    main()

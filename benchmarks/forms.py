"""``python -m benchmarks.forms``: gold figures asked for in many forms, a few of each in every gold folder; ``-v`` lists what went wrong.

The forms: growth, other orders of words, two at once, two parts set against each other, two zones set against each other, what a
follow-up changes, and a known indicator asked of something that no report of the folder names, which is to be refused.  Right is an
answer that soon tells all numbers asked for.  Questions are built of the fields of gold rows, so some read oddly, and a figure that a report
gives twice is counted as wrong where the other one is told: compare runs, not bars.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from random import Random
from typing import Any

from assistant.pipeline import Assistant
from benchmarks.likelihood import each_set
from benchmarks.plainly import tells, zones_of
from benchmarks.quality_sets import GOLD, SETS, Gold
from benchmarks.tables import Table
from index.glossary import is_known

__all__ = ["Asked", "forms_of", "main"]

_SOON = 160  # characters of an answer in which all that was asked for is to be told
_EACH = 4  # questions of a form in one folder
_NOWHERE = ("生物医药", "光伏", "外资企业", "民营企业", "房地产", "食品加工", "集成电路", "旅游", "纺织", "物流", "北部片区", "小微企业",
            "跨境电商", "养老", "军工")
_WHOLE = ("", "全区")
_NO_SUM = ("%", "位", "个百分点", "成")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of one form, with the turns before it and the numbers, each with its unit, that its answer needs; none where it is to be refused."""

    form: str
    question: str
    needs: tuple[tuple[Decimal, str], ...]
    turns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    zone: str
    year: str
    scope: str
    name: str
    value: Decimal
    unit: str
    growth: str

    @property
    def whole(self) -> str:
        return f"{self.zone}{self.year}{self.said}"

    @property
    def said(self) -> str:
        return f"{'' if self.scope in self.name else self.scope}{self.name}"

    @property
    def need(self) -> tuple[Decimal, str]:
        return self.value, self.unit


def forms_of(gold: Gold, assistant: Assistant) -> list[Asked]:
    """A few questions of each form, the same in every run."""
    found: dict[str, list[Asked]] = defaultdict(list)
    rows = _rows(gold, assistant)
    text = "".join(r.text for r in assistant.index.ledger.reports())
    strangers = [word for word in _NOWHERE if word[:2] not in text]
    for asked in (*_alone(rows, strangers), *_of_two(rows)):
        found[asked.form].append(asked)
    rnd = Random(gold.label)
    return [one for form in sorted(found) for one in rnd.sample(found[form], min(_EACH, len(found[form])))]


def _rows(gold: Gold, assistant: Assistant) -> list[_Row]:
    zones = zones_of(assistant)
    found = []
    for line in (gold.folder / "expected_figures.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        zone, scope = zones.get(row["report"], ""), re.sub("^其中[：:]?", "", row["scope"] or "")
        if not zone or row["status"] != "完成" or not (row["value"] and row["unit"]) or not re.fullmatch(r"\d{4}", row["period"] or ""):
            continue
        name = re.sub("[（(].*?[)）]", "", row["indicator"])
        scope = "" if scope in _WHOLE else scope
        found.append(_Row(zone, f"{row['period']}年", scope, name, Decimal(row["value"]), row["unit"], row["growth"] or ""))
    return found


def _alone(rows: Sequence[_Row], strangers: Sequence[str]) -> Iterator[Asked]:
    for row in rows:
        if row.unit in _NO_SUM:
            continue
        if re.fullmatch(r"[+\-−]?[\d.]+%", row.growth):
            rate = (abs(Decimal(row.growth.replace("−", "-").rstrip("%"))), "%")
            yield Asked("growth", f"{row.whole}增长多少", (rate,))
            yield Asked("growth, follow-up", "增长多少", (rate,), (f"{row.whole}是多少",))
        yield Asked("figure", f"{row.year}{row.zone}的{row.said}是多少", (row.need,))
        yield Asked("figure, said last", f"想问一下{row.zone}的{row.said}，{row.year}是多少{row.unit}？", (row.need,))
        if strangers and not row.scope and is_known(row.name) and "率" not in row.name:
            stranger = strangers[len(row.said + row.unit) % len(strangers)]
            yield Asked("of what is not there", f"{row.zone}{row.year}{stranger}{row.name}是多少", ())


def _of_two(rows: Sequence[_Row]) -> Iterator[Asked]:
    once = Counter((r.zone, r.year, r.scope, r.name) for r in rows)
    plain = [r for r in rows if r.unit not in _NO_SUM and once[r.zone, r.year, r.scope, r.name] == 1]
    for a, b in combinations(plain, 2):
        if a.year != b.year:
            continue
        gap = (abs(a.value - b.value), a.unit)
        more, less = (a, b) if a.value >= b.value else (b, a)
        alike = a.name == b.name and a.unit == b.unit and bool(gap[0])
        if a.zone == b.zone and not (a.scope or b.scope) and a.name != b.name:
            yield Asked("two at once", f"{a.zone}{a.year}{a.name}和{b.name}各是多少", (a.need, b.need))
            yield Asked("two in turn", f"{a.whole}多少？{b.name}呢？", (a.need, b.need))
            yield Asked("another figure, follow-up", f"{b.name}呢", (b.need,), (f"{a.whole}是多少",))
        elif a.zone == b.zone and a.scope and b.scope and a.scope != b.scope and alike:
            yield Asked("two parts", f"{a.zone}{a.year}{a.scope}和{b.scope}的{a.name}各是多少", (a.need, b.need))
            yield Asked("one part above another", f"{more.whole}比{less.scope}多多少", (gap,))
            yield Asked("another part, follow-up", f"{b.scope}呢", (b.need,), (f"{a.whole}是多少",))
        elif a.zone != b.zone and not (a.scope or b.scope) and alike:
            yield Asked("which zone has more", f"{a.year}{a.zone}和{b.zone}{a.name}谁高，高多少", (gap,))
            yield Asked("two zones together", f"{a.zone}、{b.zone}两家{a.year}{a.name}加起来是多少", ((a.value + b.value, a.unit),))
            yield Asked("another zone, follow-up", f"{b.zone}呢", (b.need,), (f"{a.whole}是多少",))


def _answered(asked: Asked, assistant: Assistant) -> tuple[str, str]:
    """What came of a question (right, refused, wrong) and the answer."""
    conversation = assistant.conversation()
    for turn in asked.turns:
        conversation.ask(turn)
    answer = conversation.ask(asked.question)
    if not asked.needs:
        return "right" if answer.refused or "没有" in answer.text[:_SOON // 2] else "wrong", answer.text
    right = not answer.refused and all(tells(answer.text[:_SOON], value, unit) for value, unit in asked.needs)
    return "right" if right else "refused" if answer.refused else "wrong", answer.text


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="benchmarks.forms", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="start", type=int, default=1, help="the first of the fresh sets that are asked")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what went wrong")
    chosen = parser.parse_args()
    of = {gold.folder / "reports": gold for gold in GOLD if int((re.findall(r"\d+", gold.label) or ["0"])[-1]) >= chosen.start}
    first = {one.reports: one for one in reversed(SETS)}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one, assistant in each_set([first[reports] for reports in of]):
        for asked in forms_of(of[one.reports], assistant):
            came, text = _answered(asked, assistant)
            counts[asked.form][came] += 1
            if chosen.verbose and came != "right":
                needs = "、".join(f"{value}{unit}" for value, unit in asked.needs)
                print(f"{of[one.reports].label}: {came}: {' / '.join((*asked.turns, asked.question))} ≡ {needs} ⇒ {text[:100]}", flush=True)
    rows = [
        (form, str(n.total()), f"{n['right']} ({n['right'] / n.total():.1%})", str(n["refused"]), str(n["wrong"]))
        for form, n in sorted(counts.items())
    ]
    print(Table("Gold figures asked for in many forms", ("", "asked", "right", "refused", "wrong"), rows).markdown())


if __name__ == "__main__":
    main()

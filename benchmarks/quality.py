"""``python -m benchmarks.quality [--quick] [--no-ablation] [--out FILE]``: how right answers are → docs/quality.md.

Each folder of reports is indexed in a temporary place, its questions are asked once, answers are judged by
:mod:`assistant.judging` and figures compared with gold by :mod:`benchmarks.figures`.  A string match is a lower bound
of what can go wrong: answers in words are also to be read by a person.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.evaluation import Scores, score
from assistant.pipeline import Assistant
from assistant.settings import Settings
from benchmarks.__main__ import _machine
from benchmarks.corpus import ROOT
from benchmarks.figures import Score, score_folder
from benchmarks.quality_ablation import VARIANTS, WHOLE, Tally, ablate, without_glossary
from benchmarks.quality_asking import Speed, Told, ask_all, speed
from benchmarks.quality_failures import Failure, instructive, listed
from benchmarks.quality_sets import GOLD, SETS, Gold, QuestionSet
from benchmarks.quality_stages import failed_stage
from benchmarks.tables import Table, bar, ms
from index.building import build
from index.embedding import BundledEmbedding
from index.opening import Index

__all__ = ["Measured", "main", "measure"]

SHOWN = 30
QUICK = 8  # every eighth question


@dataclass(frozen=True, slots=True)
class Measured:
    """One set, asked."""

    set: QuestionSet
    scores: Scores
    speed: Speed | None
    failures: tuple[Failure, ...]  # empty for sets that nobody looks at


def measure(sets: Sequence[QuestionSet], work: Path, *, every: int = 1) -> list[Measured]:
    """Ask every set; those of one folder share an assistant, so that the later ones find it warm.

    One folder is open at a time: all of them at once held 15 GB.
    """
    measured: dict[QuestionSet, Measured] = {}
    alone = BundledEmbedding()
    alone.embed_query("热身")
    for at, folder in enumerate(dict.fromkeys(one.reports for one in sets)):
        settings = Settings.load(reports_dir=folder, index_dir=work / f"asked-{at}")
        build(settings, embedding=alone)
        index = Index.open(settings, embedding=BundledEmbedding())
        with Assistant(index, settings) as assistant:
            for nth, one in enumerate(one for one in sets if one.reports == folder):
                told = ask_all(assistant, one.items(every=every), alone)
                failures = _failures(one, told, assistant) if one.looked_at else ()
                ordered = sorted(told, key=lambda t: t.item.id)
                measured[one] = Measured(one, score([t.result for t in ordered]), speed(told, warm=nth > 0), failures)
    return [measured[one] for one in sets]


def _failures(one: QuestionSet, told: Sequence[Told], assistant: Assistant) -> tuple[Failure, ...]:
    places = one.places()
    return tuple(
        Failure(one.label, t.item, t.answer.text, t.result.judgement.reason, t.result.judgement.wrong_figure,
                *failed_stage(t, assistant.facts, places[t.item.id]))
        for t in told if not t.result.passed)


def main(arguments: list[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="How right the answers are.")
    parser.add_argument("--quick", action="store_true", help=f"every {QUICK}th question; written only with --out")
    parser.add_argument("--no-ablation", action="store_true", help="leave the ablation out; written only with --out")
    parser.add_argument("--out", type=Path, help="where the report goes (docs/quality.md after a whole run)")
    options = parser.parse_args(arguments)
    every = QUICK if options.quick else 1
    command = "python -m benchmarks.quality" + " --quick" * options.quick + " --no-ablation" * options.no_ablation
    started = perf_counter()
    sections = []
    for section in _sections(command, every, ablation=not options.no_ablation):
        print("\n" + section, flush=True)
        sections.append(section)
    sections.append(f"Measured in {(perf_counter() - started) / 60:.1f} minutes.")
    whole = not (options.quick or options.no_ablation)
    out = options.out or (ROOT / "docs" / "quality.md" if whole else None)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text("\n\n".join(sections) + "\n", encoding="utf-8")


def _sections(command: str, every: int, *, ablation: bool) -> Iterator[str]:
    yield (f"# Quality\n\n{_machine()}, by `{command}`, without a language model. All reports but the sample are "
           "fictional; who wrote the fresh sets had not seen the program. Rules are written against "
           "the sets that are looked at; the others are only measured.")
    with TemporaryDirectory(prefix="zoneqa-quality-", ignore_cleanup_errors=True) as work:
        measured = measure(SETS, Path(work), every=every)
        gold = [(one, _added(score_folder(one.folder, set(one.complete)), one)) for one in GOLD]
        yield _bars(measured, gold).markdown()
        yield _by_set(measured).markdown()
        yield _by_kind(measured).markdown()
        yield _figures(gold).markdown()
        if ablation:
            yield _ablation(measured, Path(work), every).markdown()
        yield _told_failures([f for one in measured for f in one.failures])


def _pair(pair: tuple[int, int]) -> str:
    return f"{pair[0]}/{pair[1]}" + (f" ({pair[0] / pair[1]:.1%})" if pair[1] else "")


def _share(pair: tuple[int, int]) -> float:
    return pair[0] / pair[1] if pair[1] else 0.0


def _summed(pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(a for a, _ in pairs), sum(b for _, b in pairs)


def _by_set(measured: Sequence[Measured]) -> Table:
    rows = []
    for one in measured:
        s, v = one.scores, one.speed
        times = (f"{ms(v.p50_s)} / {ms(v.p95_s)}", f"{v.ratios[0]:.1f}× / {v.ratios[1]:.1f}×") if v else ("–", "–")
        rows.append((one.set.label, _pair((s.total.passed, s.total.asked)), _pair(s.wrong_figures),
                     _pair(s.refused_rightly), _pair(s.refused_wrongly), _pair(s.supported), *times))
    return Table(
        "By set",
        ("", "passed", "wrong figure", "unanswerable refused", "answerable refused", "citation holds the answer",
         "p50 / p95, ms", "to embedding the question"), rows,
        "A wrong figure is an answer that fails and holds a number with a unit that no key has. Times are of the "
        "questions after the first sixty of a folder, where they are twenty or more, each beside embedding the question alone.")


def _by_kind(measured: Sequence[Measured]) -> Table:
    kinds = list(dict.fromkeys(row.kind for one in measured for row in one.scores.rows))
    cells = [{row.kind: f"{row.passed}/{row.asked}" for row in one.scores.rows} for one in measured]
    rows = [(one.set.label, *(of_set.get(kind, "") for kind in kinds)) for one, of_set in zip(measured, cells, strict=True)]
    return Table("By kind", ("", *kinds), rows)


def _added(scores: dict[str, Score], gold: Gold) -> dict[str, tuple[int, int]]:
    def of(name: str, whole: str, only: frozenset[str] | None = None) -> tuple[int, int]:
        chosen = [s for report, s in scores.items() if only is None or report in only]
        return sum(getattr(s, name) for s in chosen), sum(getattr(s, whole) for s in chosen)

    return {"precision": of("matched", "figures", gold.complete), "recall": of("value", "gold"),
            "name": of("name", "value"), "period": of("period", "value"), "status": of("status", "value"),
            "growth": of("growth", "growths")}


def _figures(gold: Sequence[tuple[Gold, dict[str, tuple[int, int]]]]) -> Table:
    return Table(
        "Figures against gold", ("", "precision", "recall", "name", "period", "status", "growth"),
        [(one.label, *map(_pair, shares.values())) for one, shares in gold],
        "Precision is of the reports whose gold is complete. Recall: value with unit (or growth alone) in its "
        "sentence; name, period, status and growth are of those found. `python -m benchmarks.figures -v` lists them.")


def _bars(measured: Sequence[Measured], gold: Sequence[tuple[Gold, dict[str, tuple[int, int]]]]) -> Table:
    rows: list[tuple[str, str, str]] = []

    def add(name: str, value: float, *, least: float | None = None, most: float | None = None) -> None:
        rows.append((name, *bar(value, least=least, most=most, digits=1, percent=True)))

    for one in measured:
        if one.set.least:
            add(f"{one.set.label}: passed", one.scores.total.rate, least=one.set.least)
    for golden, shares in gold:
        add(f"figures, {golden.label}: precision", _share(shares["precision"]), least=golden.precision)
        add(f"figures, {golden.label}: recall", _share(shares["recall"]), least=golden.recall)
        for name in ("status", "period"):
            add(f"figures, {golden.label}: {name} right", _share(shares[name]), least=0.95)
    scores = [one.scores for one in measured]
    add("wrong figure, all sets", _share(_summed([s.wrong_figures for s in scores])), most=0.01)
    add("unanswerable refused, all sets", _share(_summed([s.refused_rightly for s in scores])), least=0.95)
    add("answerable refused, all sets", _share(_summed([s.refused_wrongly for s in scores])), most=0.03)
    add("citation holds the answer, all sets", _share(_summed([s.supported for s in scores])), least=0.97)
    speeds = [one.speed for one in measured if one.speed]
    for at, (name, most) in enumerate((("p50", 6), ("p95", 20))):
        if speeds:
            worst = max(v.ratios[at] for v in speeds)
            rows.append((f"{name}, multiples of embedding the question, worst set", *bar(worst, most=most, digits=1)))
    return Table("Bars", ("", "measured", "bar"), rows)


def _ablation(measured: Sequence[Measured], work: Path, every: int) -> Table:
    looked_at = [one.set for one in measured if one.set.ablated]
    tallies = {WHOLE: [Tally.of(one.scores) for one in measured if one.set.ablated]}
    tallies |= {name: [ablate(name, one, work, every=every) for one in looked_at] for name in VARIANTS if name != WHOLE}
    tallies["without glossary (no known names at all)"] = without_glossary(every=every)
    whole = sum(t.passed for t in tallies[WHOLE])

    def row(name: str, found: Sequence[Tally]) -> tuple[str, ...]:
        passed = sum(t.passed for t in found)
        return (name, *(f"{t.passed}/{t.asked}" for t in found), f"{passed} ({passed - whole:+d})",
                str(sum(t.wrong for t in found)),
                f"{sum(t.refused_rightly for t in found)}/{sum(t.to_refuse for t in found)}",
                f"{sum(t.refused_wrongly for t in found)}/{sum(t.to_answer for t in found)}")

    return Table(
        "What each part earns",
        ("", *(one.label for one in looked_at), "passed", "wrong figures", "unanswerable refused",
         "answerable refused"),
        [row(name, found) for name, found in tallies.items()],
        "Three of the sets that are looked at, asked again without one part. Without BM25 passages are found by meaning alone; "
        "without shared characters names are ranked without them, while the limits for being near enough stay; the "
        "words of sentences are compared in every row. Without the glossary the ledger is built anew, too.")


def _told_failures(failures: Sequence[Failure]) -> str:
    counts = Counter(one.stage for one in failures)
    told = "; ".join(f"{stage} {count}" for stage, count in counts.most_common())
    chosen = instructive(failures, SHOWN)
    return (f"## Failures\n\n{len(failures)} of the sets that are looked at, by the stage that failed: {told or '–'}. "
            f"{len(chosen)} of them, wrong figures first, then as many stages and kinds as there are:\n\n"
            f"{listed(chosen)}").rstrip()


if __name__ == "__main__":
    main()

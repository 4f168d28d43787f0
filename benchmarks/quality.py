"""``python -m benchmarks.quality [--quick] [--no-ablation] [--jobs N] [--out FILE]``: how right answers are → docs/quality.md.

Each folder of reports is indexed in a temporary place, its questions are asked once, answers are judged by
:mod:`assistant.judging` and figures compared with gold by :mod:`benchmarks.figures`.  A string match is a lower bound
of what can go wrong: answers in words are also to be read by a person.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.evaluation import Scores, score
from assistant.pipeline import Assistant
from assistant.settings import Settings
from benchmarks.__main__ import _machine
from benchmarks.corpus import ROOT
from benchmarks.figures import Score, score_folder
from benchmarks.quality_ablation import VARIANTS, WHOLE, Tally, ablate, slug, without_glossary
from benchmarks.quality_asking import Speed, Told, ask_all, speed
from benchmarks.quality_failures import Failure, instructive, listed
from benchmarks.quality_sets import GOLD, SETS, Gold, QuestionSet
from benchmarks.quality_stages import failed_stage
from benchmarks.tables import Table, bar, ms
from index.building import build
from index.embedding import BundledEmbedding
from index.opening import Index

__all__ = ["Measured", "by_family", "main", "measure"]

Shares = dict[str, tuple[int, int]]

SHOWN = 30
QUICK = 8  # every eighth question
_SIDES = {"looked at": True, "kept aside": False}
_APART = ("nine reports", "fresh")  # families whose kinds are told one by one
_HEADS = ("passed", "wrong figure", "unanswerable refused", "answerable refused", "citation holds the answer")
FOLDERS = 4  # that a process asks before a new one takes its place: memory grows with each


@dataclass(frozen=True, slots=True)
class Measured:
    """One set, asked."""

    set: QuestionSet
    scores: Scores
    speed: Speed | None
    failures: tuple[Failure, ...]  # empty for sets that nobody looks at


def measure(sets: Sequence[QuestionSet], work: Path, *, every: int = 1, jobs: int = 1) -> list[Measured]:
    """Ask every set, ``jobs`` folders at once, each in a process of its own (one after the other in this one for 1)."""
    folders = list(dict.fromkeys(one.reports for one in sets))
    of_folder = partial(_measure_folder, sets=sets, work=work, every=every)
    measured: dict[QuestionSet, Measured] = {}
    if jobs == 1:
        for folder in folders:
            measured |= of_folder(folder)
    else:
        with get_context("spawn").Pool(jobs, maxtasksperchild=FOLDERS) as pool:
            for found in pool.imap_unordered(of_folder, folders):
                measured |= found
    return [measured[one] for one in sets]


def _measure_folder(folder: Path, *, sets: Sequence[QuestionSet], work: Path, every: int) -> dict[QuestionSet, Measured]:
    """The sets of one folder share an assistant, so that the later ones find it warm.

    One folder is open at a time: all of them at once held 15 GB.
    """
    measured: dict[QuestionSet, Measured] = {}
    alone = BundledEmbedding()
    alone.embed_query("热身")
    settings = Settings.load(reports_dir=folder, index_dir=work / f"asked-{slug(folder)}")
    build(settings, embedding=alone)
    index = Index.open(settings, embedding=BundledEmbedding())
    with Assistant(index, settings) as assistant:
        for nth, one in enumerate(one for one in sets if one.reports == folder):
            told = ask_all(assistant, one.items(every=every), alone)
            failures = _failures(one, told, assistant) if one.looked_at else ()
            ordered = sorted(told, key=lambda t: t.item.id)
            measured[one] = Measured(one, score([t.result for t in ordered]), speed(told, warm=nth > 0), failures)
    return measured


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
    parser.add_argument("--jobs", type=int, default=1, help="folders asked at once; times are then of a busy machine")
    parser.add_argument("--out", type=Path, help="where the report goes (docs/quality.md after a whole run)")
    options = parser.parse_args(arguments)
    every = QUICK if options.quick else 1
    command = "python -m benchmarks.quality" + " --quick" * options.quick + " --no-ablation" * options.no_ablation
    command += f" --jobs {options.jobs}" * (options.jobs > 1)
    started = perf_counter()
    sections = []
    for section in _sections(command, every, jobs=options.jobs, ablation=not options.no_ablation):
        print("\n" + section, flush=True)
        sections.append(section)
    sections.append(f"Measured in {(perf_counter() - started) / 60:.1f} minutes.")
    whole = not (options.quick or options.no_ablation)
    out = options.out or (ROOT / "docs" / "quality.md" if whole else None)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text("\n\n".join(sections) + "\n", encoding="utf-8")


def _sections(command: str, every: int, *, jobs: int, ablation: bool) -> Iterator[str]:
    yield (f"# Quality\n\n{_machine()}, by `{command}`, without a language model. All reports but the sample are "
           "fictional; who wrote the fresh sets had not seen the program. Rules are written against "
           "the sets that are looked at; the others are only measured.")
    with TemporaryDirectory(prefix="zoneqa-quality-", ignore_cleanup_errors=True) as work:
        measured = measure(SETS, Path(work), every=every, jobs=jobs)
        gold = [(one, _added(score_folder(one.folder, set(one.complete)), one)) for one in GOLD]
        yield _bars(measured, gold).markdown()
        yield by_family(measured).markdown()
        yield _by_kind(measured).markdown()
        if ablation:
            yield _ablation(measured, Path(work), every).markdown()
        yield _told_failures([f for one in measured for f in one.failures])
        yield _by_set(measured).markdown()
        yield _figures(gold).markdown()


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
        ("", *_HEADS, "p50 / p95, ms", "to embedding the question"), rows,
        "A wrong figure is an answer that fails and holds a number with a unit that no key has. Times are of the "
        "questions after the first sixty of a folder, where they are twenty or more, each beside embedding the question alone.")


def by_family(measured: Sequence[Measured]) -> Table:
    """Sets of one sort together, and all of them: what is looked at apart from what is only measured."""
    families: dict[str, list[Measured]] = {}
    for one in measured:
        families.setdefault(_family(one.set), []).append(one)
    families |= {f"all, {side}": [one for one in measured if one.set.looked_at is looked] for side, looked in _SIDES.items()}
    rows = []
    for name, ones in (families | {"all": list(measured)}).items():
        s = [one.scores for one in ones]
        rows.append((name, str(len(ones)), _pair(_summed([(x.total.passed, x.total.asked) for x in s])),
                     _pair(_summed([x.wrong_figures for x in s])), _pair(_summed([x.refused_rightly for x in s])),
                     _pair(_summed([x.refused_wrongly for x in s])), _pair(_summed([x.supported for x in s]))))
    return Table("By sort of set", ("", "sets", *_HEADS), rows,
                 "Fresh: two zones and three reports each, their questions by the same hand. Reckoned: puzzles over several "
                 "numbers. Asked anew, across, more, plainly, reworded, talked over: other questions on reports already met.")


def _by_kind(measured: Sequence[Measured]) -> Table:
    kinds = list(dict.fromkeys(row.kind for one in measured for row in one.scores.rows))
    names = list(dict.fromkeys(_family(one.set) for one in measured if one.set.label.startswith(_APART)))
    names += [f"others, {side}" for side in _SIDES]

    def cell(kind: str, name: str | None) -> str:
        of_kind = [row for one in measured for row in one.scores.rows
                   if row.kind == kind and name in (None, _family(one.set, _APART))]
        return _pair((sum(row.passed for row in of_kind), sum(row.asked for row in of_kind)))

    return Table("By kind", ("", *names, "all"), [(kind, *(cell(kind, name) for name in (*names, None))) for kind in kinds])


def _family(one: QuestionSet, apart: Sequence[str] = ()) -> str:
    """``fresh, kept aside``; with ``apart`` only those families have a name of their own."""
    name = one.label.split(",")[0]
    side = next(side for side, looked in _SIDES.items() if looked is one.looked_at)
    return f"{name if not apart or name in apart else 'others'}, {side}"


def _added(scores: dict[str, Score], gold: Gold) -> Shares:
    def of(name: str, whole: str, only: frozenset[str] | None = None) -> tuple[int, int]:
        chosen = [s for report, s in scores.items() if only is None or report in only]
        return sum(getattr(s, name) for s in chosen), sum(getattr(s, whole) for s in chosen)

    return {"precision": of("matched", "figures", gold.complete), "recall": of("value", "gold"),
            "name": of("name", "value"), "period": of("period", "value"), "status": of("status", "value"),
            "growth": of("growth", "growths")}


def _figures(gold: Sequence[tuple[Gold, Shares]]) -> Table:
    return Table(
        "Figures against gold", ("", "precision", "recall", "name", "period", "status", "growth"),
        [(one.label, *map(_pair, shares.values())) for one, shares in gold],
        "Precision is of the reports whose gold is complete. Recall: value with unit (or growth alone) in its "
        "sentence; name, period, status and growth are of those found. `python -m benchmarks.figures -v` lists them.")


def _bars(measured: Sequence[Measured], gold: Sequence[tuple[Gold, Shares]]) -> Table:
    rows: list[tuple[str, str, str]] = []

    def add(name: str, value: float, *, least: float | None = None, most: float | None = None) -> None:
        rows.append((name, *bar(value, least=least, most=most, digits=1, percent=True)))

    for one in measured:
        if one.set.least:
            add(f"{one.set.label}: passed", one.scores.total.rate, least=one.set.least)
    for name, sets in _golden(gold).items():
        together = {part: _summed([shares[part] for _, shares in sets]) for part in sets[0][1]}
        least = sets[0][0]
        for part, bar_of in (("precision", least.precision), ("recall", least.recall), ("status", 0.95), ("period", 0.95)):
            below = sum(_share(shares[part]) < bar_of for _, shares in sets)
            add(f"figures, {name}: {part}" + f" ({below} of {len(sets)} sets below)" * (len(sets) > 1),
                _share(together[part]), least=bar_of)
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


def _golden(gold: Sequence[tuple[Gold, Shares]]) -> dict[str, list[tuple[Gold, Shares]]]:
    """Gold by family; the bars of a family are the same."""
    families: dict[str, list[tuple[Gold, Shares]]] = {}
    for one in gold:
        families.setdefault(one[0].label.split(",")[0], []).append(one)
    return families


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

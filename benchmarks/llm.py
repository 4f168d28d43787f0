"""``python -m benchmarks.llm URL MODEL``: eighty questions asked offline, of a model through our chain, of llama-index.

The questions are the fixtures' that nobody keeps aside, the same share of every kind.  ``--only`` runs one way,
``--out`` keeps every answer, one a line, and goes on where an earlier run stopped.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, cast

from assistant.evaluation import read_items, select
from assistant.judging import REFUSAL_WORDS, Item, Judge, Judgement, normal_form
from assistant.pipeline import Assistant
from assistant.records import Answer
from assistant.settings import Settings
from benchmarks.corpus import ROOT
from benchmarks.peer import _own_word_lists
from benchmarks.tables import Table

__all__ = ["Spoken", "main", "sample", "tables"]

FIXTURES = ROOT / "tests" / "fixtures"
WAYS = ("offline", "chain", "llama-index")
SIZE = 80


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer; ``first_s`` is when its first sentence (offline and chain) or piece (llama-index) could be read."""

    way: str
    id: str
    text: str
    refused: bool
    first_s: float
    whole_s: float
    by_model: bool = False
    fallback: str = ""


Way = Callable[[Item], Spoken]


def sample(items: Sequence[Item], size: int = SIZE) -> list[Item]:
    """The same share of each kind, spread evenly over it; always the same, kinds taking turns."""
    kinds: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        kinds[item.kind].append(item)
    shares = {kind: size * len(of_kind) / len(items) for kind, of_kind in kinds.items()}
    counts = {kind: int(share) for kind, share in shares.items()}
    for kind in sorted(shares, key=lambda k: counts[k] - shares[k])[: size - sum(counts.values())]:
        counts[kind] += 1  # largest remainders
    picked = [
        [of_kind[i * len(of_kind) // counts[kind]] for i in range(counts[kind])] for kind, of_kind in kinds.items()
    ]
    return [item for turn in zip_longest(*picked) for item in turn if item]


def ours(assistant: Assistant, way: str) -> Way:
    """Offline or through the chain, as the assistant is set up; earlier turns are never the model's."""

    def ask(item: Item) -> Spoken:
        talk = assistant.conversation()
        for turn in item.turns:
            talk.replay(turn)
        started, first = time.perf_counter(), 0.0
        answer: Answer | None = None
        for piece in talk.stream(item.question):
            first = first or time.perf_counter() - started
            answer = piece if isinstance(piece, Answer) else answer
        assert answer is not None
        return Spoken(
            way,
            item.id,
            answer.text,
            answer.refused,
            first,
            time.perf_counter() - started,
            answer.reader != "offline",
            answer.fallback,
        )

    return ask


def theirs(assistant: Assistant, settings: Settings, work: Path) -> Way:
    """llama-index as its quick start has it: default chunks, two of them, the same embedder and model, no checks."""
    from llama_index.core import Document, VectorStoreIndex
    from llama_index.llms.openai_like import OpenAILike

    _own_word_lists(work)
    documents = [Document(text=r.text, metadata={"file_path": r.name}) for r in assistant.index.ledger.reports()]
    index = VectorStoreIndex.from_documents(documents, embed_model=assistant.index.embedding)
    llm = OpenAILike(
        model=settings.llm_model,
        api_base=settings.llm_base_url,
        is_chat_model=True,
        context_window=8_000,
        api_key=settings.llm_api_key.get_secret_value() or "none",
        max_tokens=settings.llm_max_tokens,
        timeout=float(settings.llm_timeout_s),
        temperature=0.0,
    )
    engine = index.as_query_engine(llm=llm, streaming=True)

    def ask(item: Item) -> Spoken:
        started, first, pieces = time.perf_counter(), 0.0, []
        for piece in _streamed(engine.query("\n".join((*item.turns, item.question)))):
            first = first or time.perf_counter() - started
            pieces.append(piece)
        text = "".join(pieces)
        refused = any(word in normal_form(text) for word in REFUSAL_WORDS)
        return Spoken("llama-index", item.id, text, refused, first, time.perf_counter() - started, True)

    return ask


def _streamed(response: Any) -> Iterable[str]:
    return cast(Iterable[str], response.response_gen)


def tables(items: Sequence[Item], spoken: Iterable[Spoken], judge: Judge) -> list[Table]:
    """Passed by kind, and wrong figures, refusals and seconds, one column for each way."""
    by_way: dict[str, dict[str, Spoken]] = defaultdict(dict)
    for one in spoken:
        by_way[one.way][one.id] = one
    ways = [w for w in WAYS if by_way[w]]
    judged: dict[str, dict[str, Judgement]] = {
        w: {
            i.id: judge.judge(i, by_way[w][i.id].text, refused=by_way[w][i.id].refused)
            for i in items
            if i.id in by_way[w]
        }
        for w in ways
    }
    kinds = list(dict.fromkeys(i.kind for i in items))
    rows = [
        (kind, *(_share(judged[w][i.id].passed for i in items if i.kind == kind and i.id in judged[w]) for w in ways))
        for kind in kinds
    ]
    rows.append(("all", *(_share(j.passed for j in judged[w].values()) for w in ways)))
    to_refuse = {i.id for i in items if i.must_refuse}

    def row(name: str, value: Callable[[str], str]) -> tuple[str, ...]:
        return (name, *(value(w) for w in ways))

    measures = [
        row("wrong figures", lambda w: str(sum(j.wrong_figure for j in judged[w].values()))),
        row("refused rightly", lambda w: _share(by_way[w][i].refused for i in to_refuse if i in by_way[w])),
        row("refused wrongly", lambda w: str(sum(s.refused and s.id not in to_refuse for s in by_way[w].values()))),
        row("in the model's words", lambda w: str(sum(s.by_model for s in by_way[w].values()))),
        row("something replaced by offline words", lambda w: str(sum(bool(s.fallback) for s in by_way[w].values()))),
        row("first sentence or piece, s (median)", lambda w: f"{median(s.first_s for s in by_way[w].values()):.2f}"),
        row("whole answer, s (median)", lambda w: f"{median(s.whole_s for s in by_way[w].values()):.2f}"),
    ]
    heads = {
        "offline": "offline reader",
        "chain": "model through the chain",
        "llama-index": "model, llama-index default",
    }
    names = tuple(heads[w] for w in ways)
    return [Table(f"{len(items)} questions: passed", ("kind", *names), rows), Table("Measures", ("", *names), measures)]


def _share(passed: Iterable[bool]) -> str:
    values = list(passed)
    return f"{sum(values)} of {len(values)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.llm", description=__doc__)
    parser.add_argument("url")
    parser.add_argument("model")
    parser.add_argument("--only", choices=WAYS, nargs="+", default=list(WAYS))
    parser.add_argument("--out", type=Path, default=Path("llm-answers.jsonl"))
    parser.add_argument("--first", type=int, default=SIZE, help="only so many of the questions, in their order")
    options = parser.parse_args()
    items = sample(select(read_items(FIXTURES / "questions.jsonl"), hold_out=3))[: options.first]
    with TemporaryDirectory(prefix="zoneqa-llm-") as folder:
        base = Settings.load(reports_dir=FIXTURES / "reports", index_dir=Path(folder))
        with_model = base.model_copy(
            update={
                "llm_base_url": options.url,
                "llm_model": options.model,
                "llm_timeout_s": 240,
                "llm_max_tokens": 250,
            }
        )
        spoken = (
            [Spoken(**json.loads(line)) for line in options.out.read_text("utf-8").splitlines()]
            if options.out.exists()
            else []
        )
        done = {(s.way, s.id) for s in spoken}
        with Assistant.open(settings=base) as plain, Assistant.open(settings=with_model) as chained:
            ways: dict[str, Way] = {"offline": ours(plain, "offline"), "chain": ours(chained, "chain")}
            if "llama-index" in options.only:
                ways["llama-index"] = theirs(plain, with_model, Path(folder))
            for item in items:  # way beside way, so that what was stopped early can be compared as well
                for way in options.only:
                    if (way, item.id) not in done:
                        spoken.append(ways[way](item))
                        with options.out.open("a", encoding="utf-8") as out:
                            out.write(json.dumps(asdict(spoken[-1]), ensure_ascii=False) + "\n")
        with Assistant.open(settings=base) as assistant:
            judge = Judge(r.text for r in assistant.index.ledger.reports())
        asked = {item.id for item in items}
        for table in tables(items, [s for s in spoken if s.id in asked], judge):
            print(table.markdown() + "\n")


if __name__ == "__main__":
    main()

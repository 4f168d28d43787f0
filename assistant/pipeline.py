"""Assistant: a folder of reports in, cited answers out.  The driver of the answering half.

with Assistant.open("reports/") as assistant:
    print(assistant.ask("2018年工业有效投资是多少").text)
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from assistant.aliases import Aliases
from assistant.conversation import Turn
from assistant.corrected import mark_corrected
from assistant.facts import Facts
from assistant.message import Message, Reader
from assistant.records import Answer, Draft, Query, Statement
from assistant.ruling import by_rules, drafted
from assistant.settings import Settings
from assistant.talking import decide_in_talk
from assistant.verification import Verifier
from index.building import build
from index.errors import QuestionError
from index.opening import Index
from index.records import Period
from index.retrieval import ZoneRetriever

if TYPE_CHECKING:
    from assistant.llm import Chain
    from assistant.llm.model import Model

__all__ = ["Assistant", "Conversation"]


class Assistant:
    """Answers questions over one index.  Thread-safe; a context manager; moves to a newer index by itself."""

    def __init__(self, index: Index, settings: Settings) -> None:
        self.index = index
        self.settings = settings
        self._lock = threading.Lock()
        self._aliases = Aliases(settings.reports_dir)
        self._model = _load_model(settings) if settings.llm_base_url else None
        self._reader = self._read_index()

    @classmethod
    def open(
        cls,
        reports_dir: str | Path | None = None,
        *,
        settings: Settings | None = None,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> Self:
        """Open an assistant over a folder of reports, indexing what is new or changed in it first.

        Raises the errors of :func:`index.building.build` and :meth:`index.opening.Index.open`.
        """
        settings = settings or Settings.load(reports_dir=Path(reports_dir) if reports_dir is not None else None)
        if reports_dir is not None and Path(reports_dir) != settings.reports_dir:
            settings = settings.model_copy(update={"reports_dir": Path(reports_dir)})
        build(settings, progress=progress)
        return cls(Index.open(settings), settings)

    def _read_index(self) -> Reader:
        snapshot = self.index.snapshot
        facts, retriever = Facts(snapshot), ZoneRetriever(snapshot)
        verifier = Verifier(facts)
        chain = None
        if self._model is not None:
            from assistant.llm import Chain

            chain = Chain(self._model, facts, retriever, verifier, self.settings)
        return Reader(snapshot.generation, facts, retriever, verifier, chain)

    def refresh(self) -> bool:
        """Move to the newest generation of the index; True when there was one."""
        moved = self.index.refresh()
        with self._lock:
            if self._reader.generation != self.index.generation:
                self._reader = self._read_index()
        return moved

    @property
    def facts(self) -> Facts:
        return self._reader.facts

    def ask(self, question: str, *, zone: str | None = None, period: str | Period | None = None) -> Answer:
        """Answer one standalone question; ``zone`` and ``period`` fill in what it leaves out.  Raises QuestionError."""
        return self._answer(question, [], zone, period)[1]

    def answer_query(self, query: Query, question: str = "") -> Answer:
        """Answer what is understood already, slot by slot; ``question`` is what is kept as asked."""
        started = time.perf_counter()
        self.refresh()
        reader = self._reader
        draft = drafted(query, reader)
        *_, last = self._telling(question or query.text, query, draft, reader, reader.chain, started)
        assert isinstance(last, tuple)
        return last[1]

    def stream(
        self, question: str, *, zone: str | None = None, period: str | Period | None = None
    ) -> Iterator[Statement | Answer]:
        """:meth:`ask` piece by piece: each statement as soon as it is verified, then the whole answer."""
        for piece in self._answering(question, [], zone, period):
            yield piece[1] if isinstance(piece, tuple) else piece

    async def aask(self, question: str, *, zone: str | None = None, period: str | Period | None = None) -> Answer:
        """:meth:`ask` in a worker thread."""
        return await asyncio.to_thread(self.ask, question, zone=zone, period=period)

    def conversation(self) -> Conversation:
        """A conversation of its own; several may run at once."""
        return Conversation(self)

    def _answer(
        self, question: str, turns: list[Turn], zone: str | None, period: str | Period | None, *, offline: bool = False
    ) -> tuple[Query, Answer]:
        *_, last = self._answering(question, turns, zone, period, offline=offline)
        assert isinstance(last, tuple)
        return last

    def _answering(
        self, question: str, turns: list[Turn], zone: str | None, period: str | Period | None, *, offline: bool = False
    ) -> Iterator[Statement | tuple[Query, Answer]]:
        """Verified statements as they are ready, then the query and the answer; ``offline`` leaves the model out."""
        started = time.perf_counter()
        if len(question) > self.settings.question_max_chars:
            raise QuestionError(
                f"问题太长（{len(question)} 字）", mend=f"请压缩到 {self.settings.question_max_chars} 字以内"
            )
        self.refresh()
        reader = self._reader
        chain = None if offline else reader.chain
        query, draft = self._decide(Message(reader.facts.in_full(self._aliases.resolve(question)), turns, zone, period), reader, chain)
        yield from self._telling(question, query, draft, reader, chain, started)

    def _telling(
        self, question: str, query: Query, draft: Draft, reader: Reader, chain: Chain | None, started: float
    ) -> Iterator[Statement | tuple[Query, Answer]]:
        """What was decided, said and verified; by the model where there is one.  ``started`` is perf_counter's."""
        told, name, fallback = draft, "offline", ""
        if chain is None:
            yield from draft.statements
        else:
            for piece in chain.answer(query, draft):
                if isinstance(piece, Statement):
                    yield piece
                else:
                    told = replace(draft, statements=piece.statements, citations=piece.citations)
                    name, fallback = piece.reader, piece.fallback
        yield (
            query,
            Answer(
                question,
                told.statements,
                told.citations,
                mark_corrected(reader.verifier.verify(told, query), told.citations, self.settings.reports_dir),
                draft.refused,
                query,
                time.perf_counter() - started,
                reader=name,
                fallback=fallback,
                choices=draft.choices,
                suggestions=draft.suggestions,
                hints=draft.hints,
                trace=draft.trace,
                figures=draft.figures,
            ),
        )

    def _decide(self, message: Message, reader: Reader, chain: Chain | None) -> tuple[Query, Draft]:
        return decide_in_talk(message, reader, chain)

    def by_rules(self, question: str) -> Draft:
        """What rules make of a standalone question before it is compared as a whole: what the comparison is fitted on."""
        return by_rules(Message(question), self._reader)[1]

    def close(self) -> None:
        self.index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Conversation:
    """Questions that lean on the ones before.  One user's; not to be shared between threads."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self.turns: list[Turn] = []

    def ask(self, question: str, *, zone: str | None = None, period: str | Period | None = None) -> Answer:
        """Answer in the light of the turns before.  A question that raises leaves the conversation as it was."""
        query, answer = self._assistant._answer(question, self.turns, zone, period)
        self._keep(query, answer)
        return answer

    def stream(
        self, question: str, *, zone: str | None = None, period: str | Period | None = None
    ) -> Iterator[Statement | Answer]:
        """:meth:`ask` piece by piece: each statement as soon as it is verified, then the whole answer."""
        for piece in self._assistant._answering(question, self.turns, zone, period):
            if isinstance(piece, tuple):
                self._keep(*piece)
                yield piece[1]
            else:
                yield piece

    def replay(self, question: str) -> None:
        """Take in a question of an earlier conversation; answered offline, whatever is configured."""
        self._keep(*self._assistant._answer(question, self.turns, None, None, offline=True))

    def _keep(self, query: Query, answer: Answer) -> None:
        self.turns = [*self.turns, Turn(query, answer)][-self._assistant.settings.history_turns :]

    async def aask(self, question: str, *, zone: str | None = None, period: str | Period | None = None) -> Answer:
        """:meth:`ask` in a worker thread."""
        return await asyncio.to_thread(self.ask, question, zone=zone, period=period)


def _load_model(settings: Settings) -> Model:
    """Raises SettingsError when the extra is missing or no model is named."""
    from assistant.llm.model import Model  # llama-index-llms takes a second to import, and offline never needs it

    return Model(settings)

"""Assistant: a folder of reports in, cited answers out.  The driver of the answering half.

with Assistant.open("reports/") as assistant:
    print(assistant.ask("2018年工业有效投资是多少").text)
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

from assistant.conversation import Turn, follow_up
from assistant.extractive import read
from assistant.facts import Facts
from assistant.question import understand
from assistant.records import Answer, Query
from assistant.settings import Settings
from assistant.verification import Verifier
from index.building import build
from index.errors import QuestionError
from index.opening import Index
from index.records import Period
from index.retrieval import ZoneRetriever

__all__ = ["Assistant", "Conversation"]


class Assistant:
    """Answers questions over one index.  Thread-safe; a context manager; moves to a newer index by itself."""

    def __init__(self, index: Index, settings: Settings) -> None:
        self.index = index
        self.settings = settings
        self._lock = threading.Lock()
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

    def _read_index(self) -> tuple[int, Facts, ZoneRetriever, Verifier]:
        snapshot = self.index.snapshot
        facts = Facts(snapshot)
        return snapshot.generation, facts, ZoneRetriever(snapshot), Verifier(facts)

    def refresh(self) -> bool:
        """Move to the newest generation of the index; True when there was one."""
        moved = self.index.refresh()
        with self._lock:
            if self._reader[0] != self.index.generation:
                self._reader = self._read_index()
        return moved

    @property
    def facts(self) -> Facts:
        return self._reader[1]

    def ask(self, question: str, *, zone: str | None = None, period: str | Period | None = None) -> Answer:
        """Answer one standalone question; ``zone`` and ``period`` fill in what it doesn't name.  Raises QuestionError."""
        return self._answer(question, [], zone, period)[1]

    async def aask(self, question: str, *, zone: str | None = None, period: str | Period | None = None) -> Answer:
        """:meth:`ask` in a worker thread."""
        return await asyncio.to_thread(self.ask, question, zone=zone, period=period)

    def conversation(self) -> Conversation:
        """A conversation of its own; several may run at once."""
        return Conversation(self)

    def _answer(
        self, question: str, turns: list[Turn], zone: str | None, period: str | Period | None
    ) -> tuple[Query, Answer]:
        started = time.perf_counter()
        if len(question) > self.settings.question_max_chars:
            raise QuestionError(
                f"问题太长（{len(question)} 字）", mend=f"请压缩到 {self.settings.question_max_chars} 字以内"
            )
        self.refresh()
        _, facts, retriever, verifier = self._reader
        known = facts.understanding()
        query = follow_up(question, turns, known) if turns else understand(question, known)
        if zone and not query.zones and not query.unknown_zones:
            query = replace(query, zones=(zone,))
        if period and not query.periods:
            query = replace(query, periods=(Period.parse(period) if isinstance(period, str) else period,))
        draft = read(query, facts, retriever)
        verdicts = verifier.verify(draft, query)
        return query, Answer(
            question,
            draft.statements,
            draft.citations,
            verdicts,
            draft.refused,
            query,
            time.perf_counter() - started,
            choices=draft.choices,
            suggestions=draft.suggestions,
            trace=draft.trace,
        )

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
        self.turns = [*self.turns, Turn(query, answer)][-self._assistant.settings.history_turns :]
        return answer

    async def aask(self, question: str, *, zone: str | None = None, period: str | Period | None = None) -> Answer:
        """:meth:`ask` in a worker thread."""
        return await asyncio.to_thread(self.ask, question, zone=zone, period=period)

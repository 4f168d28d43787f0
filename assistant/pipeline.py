"""Assistant: a folder of reports in, cited answers out.  The driver of the answering half.

with Assistant.open("reports/") as assistant:
    print(assistant.ask("2018年工业有效投资是多少").text)
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from assistant.aliases import Aliases
from assistant.apart import each_alone
from assistant.clauses import clauses_of, says_indicator_alone, supposed
from assistant.conversation import Turn, follow_up
from assistant.corrected import mark_corrected
from assistant.extractive import answer_onward, read
from assistant.extractive.asks import asks_of
from assistant.extractive.doubting import doubt
from assistant.extractive.inwords import answer_in_words, in_words
from assistant.extractive.likeliest import Presuming
from assistant.extractive.tallied import answer_tallied, tallying
from assistant.extractive.wholly import answer_wholly
from assistant.extractive.worked import answer_worked, left_open
from assistant.facts import Facts
from assistant.framing import unframed
from assistant.onward import onward_clause
from assistant.question import normalise_question, understand
from assistant.records import Answer, Aspect, Draft, Operation, Query, Statement
from assistant.settings import Settings
from assistant.several import LEANS, joined, split_questions
from assistant.verification import Verifier, without_planted
from index.building import build
from index.errors import QuestionError
from index.opening import Index
from index.records import Period
from index.retrieval import ZoneRetriever

if TYPE_CHECKING:
    from assistant.llm import Chain
    from assistant.llm.model import Model

__all__ = ["Assistant", "Conversation"]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What answers over one generation of the index."""

    generation: int
    facts: Facts
    retriever: ZoneRetriever
    verifier: Verifier
    chain: Chain | None  # only with a language model configured


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

    def _read_index(self) -> _Reader:
        snapshot = self.index.snapshot
        facts, retriever = Facts(snapshot), ZoneRetriever(snapshot)
        verifier = Verifier(facts)
        chain = None
        if self._model is not None:
            from assistant.llm import Chain

            chain = Chain(self._model, facts, retriever, verifier, self.settings)
        return _Reader(snapshot.generation, facts, retriever, verifier, chain)

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
        draft = _draft(query, reader)
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
        query, draft = self._decide(self._aliases.resolve(question), turns, zone, period, reader, chain)
        yield from self._telling(question, query, draft, reader, chain, started)

    def _telling(
        self, question: str, query: Query, draft: Draft, reader: _Reader, chain: Chain | None, started: float
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

    def _decide(
        self,
        question: str,
        turns: list[Turn],
        zone: str | None,
        period: str | Period | None,
        reader: _Reader,
        chain: Chain | None,
        *,
        whole: bool = True,
    ) -> tuple[Query, Draft]:
        """The question as understood, and what the index says to it: by rules, and where these find not all, as a whole.

        Where it is no ``whole`` message but one result of several, it is taken apart no further.
        """
        query, draft = self._read(question, turns, zone, period, reader, chain)
        asked = len(asks_of(question))
        told = None

        def compared() -> Query:
            return _with_topic(_understood(unframed(question, reader.facts.understanding()), turns, zone, period, reader), turns)

        if left_open(draft) or asked > 1:
            meant = compared()
            told = answer_wholly(reader.facts, meant, draft) if asked > 1 else None
            told = told or (self._each_alone(question, draft, turns, zone, period, reader) if whole else None)
            told = told or answer_worked(reader.facts, meant, draft)
            if told is None and asked == 1 and draft.refused:
                told = answer_wholly(reader.facts, meant, draft)
        if told is None and draft.refused and in_words(query):
            told = answer_in_words(reader.facts, query, reader.retriever)
        if told is None and asked == 1 and not draft.refused:
            told = doubt(reader.facts, query, draft)
            told = told and (answer_worked(reader.facts, compared(), told) or told)
        return query, draft if told is None else without_planted(told)

    def _each_alone(
        self, question: str, draft: Draft, turns: list[Turn], zone: str | None, period: str | Period | None, reader: _Reader
    ) -> Draft | None:
        """What a message asks for, one after the other; None where one of it isn't answered."""
        formulas = {s.formula for s in draft.statements if s.formula}
        if not left_open(draft) and (not formulas or len(formulas) >= len(asks_of(question))):
            return None
        known, drafts = reader.facts.understanding(), []
        for clause, alone in each_alone(unframed(question, known), known):
            onward = answer_onward(clause, drafts[-1], reader.facts) if drafts else None
            drafts.append(onward or self._decide(alone, turns, zone, period, reader, None, whole=False)[1])
            if left_open(drafts[-1]) or (drafts[-1].presumed and not draft.refused):  # what rules found of it is surer
                return None
        if {s.formula for d in drafts for s in d.statements if s.formula} < formulas:
            return None
        return joined(drafts) if drafts else None

    def by_rules(self, question: str) -> Draft:
        """What rules make of a standalone question before it is compared as a whole: what the comparison is fitted on."""
        return self._read(question, [], None, None, self._reader, None)[1]

    def _read(
        self,
        question: str,
        turns: list[Turn],
        zone: str | None,
        period: str | Period | None,
        reader: _Reader,
        chain: Chain | None,
    ) -> tuple[Query, Draft]:
        """The question as understood, and what the index says to it.

        A follow-up that leads to nothing is worded anew by the model, if there is one, and understood again.
        """
        known = reader.facts.understanding()
        question = unframed(question, known)

        def understood(text: str) -> Query:
            return _understood(text, turns, zone, period, reader)

        tallied = answer_tallied(question, [t.answer for t in turns], reader.facts) if turns else None
        if tallied is not None:
            return replace(turns[-1].query, text=question), tallied
        tail = tallying(question) if turns else None
        if tail is not None:
            lead = understood(tail[0])
            told = _one_by_one(lead, [tail[1]], turns, reader)
            if not told[0].refused and len(told) == 2 and any(s.formula for s in told[1].statements):
                return _told(question, lead, told)
        first, *others = split_questions(question, known)
        query = understood(first)
        if others:
            return _told(question, query, _one_by_one(query, others, turns, reader))
        leaning = onward_clause(normalise_question(question))
        first, *others = clauses_of(question, known)
        lead = understood(first) if others else query
        apart = _one_by_one(lead, others, turns, reader) if others and leaning is None else []
        if apart and not any(d.unsure for d in apart):
            return _told(question, lead, apart)
        draft = _draft(query, reader)
        if turns and draft.refused:
            draft = _as_told(query, turns[-1], reader) or draft
        if leaning is not None:
            told_of = understood(leaning[0])
            before = _draft(told_of, reader)
            onward = answer_onward(leaning[1], before, reader.facts)
            if onward is not None and (draft.unsure or not _holds(draft, onward)):
                return _told(question, told_of, [before, onward])
        if others and leaning is not None:
            apart = _one_by_one(lead, others, turns, reader)
        if apart and (not any(d.unsure for d in apart) or (draft.unsure and not all(d.refused for d in apart))):
            return _told(question, lead, apart)
        if chain is not None and turns and draft.refused:
            clearer = chain.clearer(question, [t.query.text for t in turns])
            again = _draft(clearer, reader) if clearer is not None else draft
            if clearer is not None and not again.refused:
                told = Statement(f"按“{clearer.text}”理解。")
                return clearer, replace(again, statements=(told, *again.statements))
        return query, draft

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


def _understood(text: str, turns: list[Turn], zone: str | None, period: str | Period | None, reader: _Reader) -> Query:
    """A question in the light of the turns before; ``zone`` and ``period`` fill in what it leaves out."""
    query = follow_up(text, turns, reader.facts.understanding())
    chosen = Period.parse(period) if isinstance(period, str) else period
    return query.within((zone,) if zone else (), (chosen,) if chosen else ())


def _with_topic(query: Query, turns: list[Turn]) -> Query:
    """A follow-up as it is compared as a whole: behind what was asked of before (生物医药，这个产业规上企业有几家)."""
    topic = "".join(turns[-1].query.indicators) if turns else ""
    return replace(query, bare=f"{topic}，{query.bare}") if topic and topic not in query.bare else query


def _draft(query: Query, reader: _Reader) -> Draft:
    draft = without_planted(read(query, reader.facts, reader.retriever))
    if not draft.refused or not query.combines:
        return draft
    presuming = Presuming(reader.facts)
    again = without_planted(read(query, presuming.facts, reader.retriever))
    return draft if again.refused else presuming.noted(again)


def _as_told(query: Query, last: Turn, reader: _Reader) -> Draft | None:
    """A follow-up on what was told just before in other words than were asked (搬走化工厂腾出多少亩 → 2019年呢), by the name told."""
    told = list(dict.fromkeys(last.answer.figures))
    if len(told) != 1 or last.answer.refused or query.indicators != last.query.indicators or query.operation.in_words:
        return None
    draft = _draft(replace(query, indicators=(told[0].scope + told[0].indicator,), scopes=(), shorter=()), reader)
    return None if draft.unsure else draft


def _one_by_one(query: Query, others: Sequence[str], turns: Sequence[Turn], reader: _Reader) -> list[Draft]:
    """Several questions in one message, each understood after the ones before."""
    drafts, asked, past = [_draft(query, reader)], query, [*turns]
    if drafts[0].refused and query.operation in (Operation.WHO, Operation.EXTREME):
        known = reader.facts.understanding()  # 产值最高的企业是哪家，交了多少税: of the one that isn't found
        others = [o for o in others if not says_indicator_alone(understand(o, known))]
    for other in others:
        onward = answer_onward(other, drafts[-1], reader.facts)
        onward = onward or answer_tallied(other, [*(t.answer for t in past), _said(drafts[-1], asked)], reader.facts)
        if onward is not None:
            drafts.append(onward)
            continue
        past.append(Turn(asked, _said(drafts[-1], asked)))
        before, asked = asked, supposed(other, asked) or follow_up(other, past, reader.facts.understanding())
        if LEANS.fullmatch(other) and asked.status is None:
            asked = replace(asked, status=before.status)  # 预计增速是多少，在全市排第几
        draft = _draft(asked, reader)
        told = "".join(s.text for d in drafts for s in d.statements)
        if asked.aspect is Aspect.GROWTH and asked.operation is Operation.ONE and any(f.growth_text and f.growth_text in told for f in draft.figures):
            continue  # 固投多少，增速多少: a value is told with its growth
        drafts.append(draft)
    return drafts


def _holds(draft: Draft, onward: Draft) -> bool:
    """Whether an answer tells already what a clause was computed for."""
    formulas = {s.formula for s in draft.statements}
    return all(s.formula in formulas for s in onward.statements)


def _told(text: str, query: Query, drafts: Sequence[Draft]) -> tuple[Query, Draft]:
    """What was asked one by one, as one; as understood stays the first."""
    return replace(query, text=normalise_question(text)), joined(drafts)


def _said(draft: Draft, query: Query) -> Answer:
    return Answer(query.text, draft.statements, draft.citations, (), draft.refused, query, 0.0, figures=draft.figures)


def _load_model(settings: Settings) -> Model:
    """Raises SettingsError when the extra is missing or no model is named."""
    from assistant.llm.model import Model  # llama-index-llms takes a second to import, and offline never needs it

    return Model(settings)

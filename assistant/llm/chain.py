"""What was decided offline → the same in a model's words, sentence by sentence, each released only once it is verified.

    draft ─ prompting ─▶ model ─ sentences ─▶ screening, verification ─▶ released
                                     └ refused ─ repaired once with the reason ─▶ released, or the offline words instead

Figures, computations, ranks and refusals are the draft's.  Whatever of it the released sentences don't say is added in
the draft's own words, so that an answer never says less than offline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assistant.llm.model import Model
from assistant.llm.prompting import answer_messages, repair_messages
from assistant.llm.rewriting import clearer
from assistant.llm.screening import complaint, is_filler
from assistant.llm.sentences import SentenceStream, as_statement
from assistant.names import bigrams, fold
from assistant.records import Citation, Draft, Operation, Query, Statement, VerdictKind
from assistant.verification.claims import without_plain
from assistant.verification.mentions import MentionKind, find_mentions
from index.errors import ModelError
from index.numerals import convert

if TYPE_CHECKING:
    from assistant.facts import Facts
    from assistant.settings import Settings
    from assistant.verification import Verifier
    from index.retrieval import ZoneRetriever

__all__ = ["Chain", "Outcome"]

_WORDED = (
    Operation.WHO,
    Operation.WHEN,
    Operation.WHERE,
    Operation.WHY,
    Operation.HOW,
    Operation.LIST,
    Operation.SUMMARY,
)
_MOST_SENTENCES = 8
_MOST_REPAIRS = 2
_EXTRA_PASSAGES = 3
_SAYS_THE_SAME = 0.75  # of a statement's words, for one without numbers
_DECISIONS = re.compile("最高|最低|完成了目标|未完成目标|没有完成目标|目标尚未完成|并没有(?:下降|增长)|报告没有")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The finished answer: what was released, over which citations, and what the badge has to say."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    reader: str  # the model's name, or offline
    fallback: str = ""  # why offline words stand where the model's were wanted


@dataclass(slots=True)
class _Talk:
    """One answer in the making."""

    query: Query
    decided: Draft
    pool: Draft  # what was decided, with the passages that were added for the model
    released: list[Statement] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)  # of the pool's citations → as shown
    shown: list[Citation] = field(default_factory=list)
    failed: list[tuple[Statement, str]] = field(default_factory=list)
    by_model: int = 0
    replaced: int = 0


class Chain:
    """Lets one model phrase answers over one index generation."""

    def __init__(
        self, model: Model, facts: Facts, retriever: ZoneRetriever, verifier: Verifier, settings: Settings
    ) -> None:
        self.model = model
        self._facts, self._retriever, self._verifier, self.settings = facts, retriever, verifier, settings

    def answer(self, query: Query, draft: Draft) -> Iterator[Statement | Outcome]:
        """Statements as they are released, then the outcome.  Never raises for what a model does."""
        if draft.refused or not draft.citations:  # decided: there is nothing to phrase
            yield from draft.statements
            yield Outcome(draft.statements, draft.citations, "offline")
            return
        talk = _Talk(
            query,
            draft,
            self._pool(query, draft),
            shown=list(draft.citations),
            numbers={c.number: c.number for c in draft.citations},
        )
        for statement in draft.statements:  # what was assumed is said first, as it is
            if statement.citations or _heads_a_list(draft):
                break
            talk.released.append(statement)
            yield statement
        trouble = ""
        deadline = self.model.deadline()
        try:
            yield from self._told(talk, deadline)
        except ModelError as error:
            trouble = error.message
        if not trouble:
            yield from self._repaired(talk, deadline)
        elif talk.failed:
            talk.replaced += len(talk.failed)
        for statement in _unsaid(talk):
            talk.released.append(statement)
            yield statement
        yield self._outcome(talk, trouble)

    def clearer(self, question: str, turns: Sequence[str]) -> Query | None:
        """A follow-up as the model words it in the light of the turns, understood; None when that is no help."""
        return clearer(question, turns, self.model, self._facts)

    def _pool(self, query: Query, draft: Draft) -> Draft:
        """For questions about words, more passages of the same reports; a figure is explained by its own sentence."""
        if query.operation not in _WORDED:
            return draft
        reports = {c.report_id for c in draft.citations}
        extra: list[Citation] = []
        for hit in self._retriever.hits(query.text, k=_EXTRA_PASSAGES + len(draft.citations), report_ids=reports):
            passage = hit.passage
            if any(
                c.report_id == passage.report_id and c.start < passage.end and passage.start < c.end
                for c in (*draft.citations, *extra)
            ):
                continue
            report = self._facts.report(passage.report_id)
            extra.append(
                Citation(
                    len(draft.citations) + len(extra) + 1,
                    report.name,
                    report.id,
                    report.title or report.name,
                    passage.text,
                    passage.start,
                    passage.end,
                    passage.path,
                    passage.page,
                )
            )
        return replace(draft, citations=(*draft.citations, *extra[:_EXTRA_PASSAGES]))

    def _told(self, talk: _Talk, deadline: float) -> Iterator[Statement]:
        """The model's sentences that pass, as they come; once one has failed the rest waits for its repair."""
        messages = answer_messages(
            talk.query, talk.decided, talk.pool.citations, self._facts, max_tokens=self.settings.llm_context_tokens
        )
        stream = SentenceStream()
        pieces = self.model.stream(messages.system, messages.user, deadline)
        seen: set[str] = set()
        try:
            for piece in pieces:
                for raw in stream.feed(piece):
                    yield from self._considered(talk, raw, seen)
                if len(seen) >= _MOST_SENTENCES:
                    return
        except ModelError:
            for raw in stream.finish(broken=True):
                yield from self._considered(talk, raw, seen)
            raise
        finally:
            close = getattr(pieces, "close", None)
            if close:
                close()
        for raw in stream.finish():
            yield from self._considered(talk, raw, seen)

    def _considered(self, talk: _Talk, raw: str, seen: set[str]) -> Iterator[Statement]:
        statement = as_statement(raw)
        if not statement.text or statement.text in seen or is_filler(statement.text):
            return
        seen.add(statement.text)
        passed, reason = self._judged(talk, statement)
        if passed is None:
            talk.failed.append((statement, reason))
        else:
            yield self._release(talk, passed)

    def _judged(self, talk: _Talk, statement: Statement) -> tuple[Statement | None, str]:
        """The statement with the citations it rests on, or None with the reason."""
        if reason := complaint(statement.text):
            return None, reason
        verdicts = self._verifier.check(statement, talk.pool, talk.query, talk.released)
        wrong = [v for v in verdicts if v.kind is VerdictKind.UNSUPPORTED]
        if wrong:
            return None, "；".join(f"“{v.text}”{v.note}" for v in wrong[:3])
        computed = next((v.formula for v in verdicts if v.kind is VerdictKind.COMPUTED and v.formula), "")
        statement = replace(statement, formula=computed)
        if statement.citations:
            return statement, ""
        # No [n] was written: the figures that its numbers were matched with, or its very words, say where they stand.
        cited = tuple(sorted({n for v in verdicts for n in v.citations}))
        cited = cited or self._verifier.resting_on(statement.text, talk.pool.citations)
        return (replace(statement, citations=cited), "") if cited else (None, "没有标出处")

    def _release(self, talk: _Talk, statement: Statement) -> Statement:
        """Show it, under numbers that have no gaps: passages added for the model are counted when first cited."""
        for number in statement.citations:
            if number not in talk.numbers:
                talk.numbers[number] = len(talk.shown) + 1
                talk.shown.append(replace(talk.pool.citations[number - 1], number=talk.numbers[number]))
        shown = replace(statement, citations=tuple(talk.numbers[n] for n in statement.citations))
        talk.released.append(statement)
        talk.by_model += 1
        return shown

    def _repaired(self, talk: _Talk, deadline: float) -> Iterator[Statement]:
        """Each failed sentence once more, with the reason; what fails again is left to the offline words."""
        for order, (statement, reason) in enumerate(talk.failed):
            passed: Statement | None = None
            if order < _MOST_REPAIRS and _unsaid(talk):
                messages = repair_messages(
                    talk.query, talk.decided, talk.pool.citations, self._facts, statement.text, reason
                )
                try:
                    said = SentenceStream()
                    first = [*said.feed(self.model.complete(messages.system, messages.user, deadline)), *said.finish()][
                        :1
                    ]
                except ModelError:
                    first = []
                for raw in first:
                    passed = self._judged(talk, as_statement(raw))[0]
            if passed is None or any(passed.text == r.text for r in talk.released):
                talk.replaced += 1
            else:
                yield self._release(talk, passed)

    def _outcome(self, talk: _Talk, trouble: str) -> Outcome:
        statements = tuple(replace(s, citations=tuple(talk.numbers[n] for n in s.citations)) for s in talk.released)
        reasons = [trouble] if trouble else []
        if talk.replaced:
            reasons.append(f"模型有 {talk.replaced} 句没有通过核对，没有采用")
        elif not talk.by_model and not trouble:
            reasons.append("模型没有给出可用的回答")
        fallback = f"{'；'.join(reasons)}；{'以下是' if not talk.by_model else '其余是'}离线回答" if reasons else ""
        return Outcome(statements, tuple(talk.shown), self.model.name if talk.by_model else "offline", fallback)


def _unsaid(talk: _Talk) -> list[Statement]:
    """The draft's statements that nothing released says."""
    said = "".join(s.text for s in talk.released)
    unsaid = [s for s in talk.decided.statements if s not in talk.released and not _says(said, s)]
    if _heads_a_list(talk.decided):  # 共4条：… is given whole or not at all
        return list(talk.decided.statements) if any(s.citations for s in unsaid) else []
    return unsaid


def _heads_a_list(draft: Draft) -> bool:
    return draft.statements[0].text.endswith("：") and not draft.statements[0].citations


def _says(said: str, statement: Statement) -> bool:
    """Whether a text has every number of a statement, its verdict, and most of its words."""
    if any(word not in said for word in _DECISIONS.findall(statement.text)):
        return False
    if any(year not in said for year in _BASES.findall(statement.text)):
        return False
    wanted = [
        m for m in find_mentions(_without_formula(statement)) if m.kind in (MentionKind.QUANTITY, MentionKind.BARE)
    ]
    have = [m for m in find_mentions(said) if m.value is not None]
    for mention in wanted:
        if not any(
            (h.value == mention.value and (h.unit == mention.unit or not mention.unit))
            or (h.value is not None and mention.unit and convert(h.value, h.unit, mention.unit) == mention.value)
            for h in have
        ):
            return False
    grams = bigrams(fold(without_plain(statement.text)))
    covered = len(grams & bigrams(fold(without_plain(said)))) / len(grams) if grams else 1.0
    return covered >= (0.5 if wanted else _SAYS_THE_SAME)


_BASES = re.compile(r"[比较](\d{4}年)")  # 比2015年翻一番: twice what, is half of what is said


def _without_formula(statement: Statement) -> str:
    return statement.text.replace(statement.formula, "") if statement.formula else statement.text

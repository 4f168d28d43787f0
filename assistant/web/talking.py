"""A question typed, chosen or asked again → the conversation kept, and the chat as it then stands.

Nothing of a conversation lives in the server's memory: the browser says which one it is on, the store has what was
said, so a restart in the middle is not noticed.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.conversation import Turn
from assistant.conversations import Conversations, Said
from assistant.records import Query
from assistant.service.logs import log_question
from assistant.web.changing import changed, reworded
from assistant.web.interface import PageAssistant
from assistant.web.language import Language
from assistant.web.rendering import render_question, render_said, render_waiting
from assistant.web.slots import slots
from index.errors import ZoneQAError
from index.records import Period

__all__ = ["Message", "Talking", "TalkSettings", "recall"]

Message = dict[str, str]
_log = logging.getLogger(__name__)
_SHOWN = 60  # turns of one conversation on the page; the export has them all


class TalkSettings(Protocol):
    """The settings read here; assistant.settings.Settings has them."""

    @property
    def question_max_chars(self) -> int: ...
    @property
    def history_turns(self) -> int: ...


def recall(said: Sequence[Said]) -> list[Turn]:
    """What a next question may lean on: the answered turns since the last that stood alone."""
    turns: list[Turn] = []
    for one in said:
        if one.alone:
            turns = []
        if one.answer is not None:
            turns.append(Turn(one.answer.query, one.answer))
    return turns


@dataclass(frozen=True, slots=True)
class Talking:
    """Answers in conversations that are kept.  Every method takes the owner; another's conversation is not found."""

    assistant: PageAssistant
    store: Conversations
    settings: TalkSettings

    def show(self, owner: str, id: str, say: Language) -> list[Message]:
        """A conversation as messages of the chat; empty for one that isn't there."""
        return _messages(self.store.said(owner, id, last=_SHOWN), say)

    def ask(self, owner: str, id: str, asked: Said, say: Language, *, instead_of: int | None = None,
            query: Query | None = None) -> Iterator[tuple[str, list[Message]]]:
        """(conversation, messages), first with the question alone, then with its answer.

        A conversation that is "" or gone is begun anew.  With ``instead_of`` that turn and all after it make way.  With
        ``query`` that is asked, and the text only shown.
        """
        if self.store.head(owner, id) is None:
            id = self.store.begin(owner, asked.question)
        elif instead_of is not None:
            self.store.cut(owner, id, instead_of)
        before = self.store.said(owner, id, last=_SHOWN)
        shown = _messages(before, say, last=False)
        yield id, [*shown, _message("user", render_question(asked.question, say)),
                   _message("assistant", render_waiting(say))]
        answered = self.answer(asked, before, query=query)
        if answered.answer is not None:
            log_question(owner.partition("user:")[2], asked.question, refused=answered.answer.refused)
        said = self.store.add(owner, id, answered)
        yield id, [*shown, *_messages([said], say)]

    def change(self, said: Said, at: int, to: str) -> tuple[Said, Query] | None:
        """The question with its ``at``-th slot changed to ``to``, or without it when ``to`` is "", and its query.

        None when there is no such slot, or it can't hold that.
        """
        found = slots(said)
        if said.answer is None or not 0 <= at < len(found):
            return None
        slot = found[at]
        try:
            query = changed(said.answer.query, slot, to)
            shown, text = reworded(said.question, slot, to, query)
        except (ValueError, IndexError):
            return None
        zone = "" if slot.field == "zone" and slot.value == said.zone else said.zone
        period = "" if slot.field == "period" and slot.value == said.period else said.period
        return Said(shown, zone=zone, period=period, alone=said.alone, exact=True), replace(query, text=text)

    def answer(self, asked: Said, before: Sequence[Said], *, query: Query | None = None) -> Said:
        """``asked`` with its answer, in the light of what was said ``before``, or with the trouble there was."""
        conversation = self.assistant.conversation()
        if not asked.alone:
            conversation.turns = recall(before)[-self.settings.history_turns:]
        answer, trouble, mend = None, "", ""
        try:
            if len(asked.question) > self.settings.question_max_chars:
                trouble, mend = "问题太长了", "拆成几个短问题"
            else:
                period = Period.parse(asked.period) if asked.period else None
                answer = (self.assistant.answer_query(query, asked.question) if query is not None else
                          conversation.ask(asked.question, zone=asked.zone or None, period=period))
        except ZoneQAError as error:
            trouble, mend = error.message, error.mend
        except Exception:
            _log.exception("a question could not be answered")  # the question itself stays out of the log
            trouble, mend = "回答时出错了", "请再试一次；还不行就查看服务的日志"
        question = asked.question[:self.settings.question_max_chars]
        return Said(question, answer, asked.zone, asked.period, asked.alone, trouble, mend,
                    exact=query is not None and answer is not None)


def _messages(said: Sequence[Said], say: Language, *, last: bool = True) -> list[Message]:
    out: list[Message] = []
    for one in said:
        out.append(_message("user", render_question(one.question, say, turn=one.number)))
        out.append(_message("assistant", render_said(one, say, last=last and one is said[-1])))
    return out


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}

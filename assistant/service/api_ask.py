"""/ask and /search: a question → an answer, whole or as events; words → passages."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from assistant.conversation import Turn
from assistant.conversations import Said
from assistant.records import Answer, Statement
from assistant.service.backend import ERRORS, Backend, owner_of
from assistant.service.errors import Refusal, as_refusal, body_of
from assistant.service.identity import identity_of
from assistant.service.logs import log_question
from assistant.service.schema import AnswerOut, Ask, answer_out, hit_out
from assistant.shell import one_of, parse_period
from index.retrieval import ZoneRetriever

__all__ = ["ask_router"]

_NEW = "new"
_BEAT_S = 10.0  # a comment now and then, so that proxies keep a waiting connection
_EVENTS: dict[int | str, dict[str, Any]] = {200: {
    "description": "application/json；或 text/event-stream：statement、citation，最后 answer 或 error",
    "content": {"text/event-stream": {}}}}


def ask_router(backend: Backend) -> APIRouter:
    router = APIRouter(responses=ERRORS)
    retriever = ZoneRetriever(backend.assistant.index)

    @router.post("/ask", response_model=AnswerOut, responses=_EVENTS, summary="提一个问题")
    async def ask(asked: Ask, request: Request) -> Response:
        pieces = _Pieces(backend, asked, owner_of(request), identity_of(request).user)
        if asked.stream or "text/event-stream" in request.headers.get("accept", ""):
            return StreamingResponse(pieces.events(), media_type="text/event-stream",
                                     headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        await pieces.answering
        assert pieces.whole
        return JSONResponse(pieces.whole)

    @router.get("/search", summary="只找原文段落，不作答")
    async def search(q: str = Query(min_length=1, max_length=2_000), zone: str | None = Query(None, max_length=200),
                     period: str | None = Query(None, max_length=40), k: int = Query(5, ge=1, le=100)) -> Any:
        ledger = backend.assistant.index.ledger
        when, place = parse_period(period), one_of(zone, ledger.zones(), "区")

        def found() -> list[dict[str, Any]]:
            cards = {card.id: card for card in ledger.cards()}
            wanted = {id for id, card in cards.items() if card.zone == place} if place else None
            hits = retriever.hits(q, k=k, report_ids=wanted, periods={when} if when else None)
            return [hit_out(hit, cards[hit.passage.report_id].name) for hit in hits if hit.passage.report_id in cards]

        return {"passages": await backend.answering.run(found)}

    return router


class _Pieces:
    """One question in the hands of a worker thread, which hands over each statement as it is verified.

    Made on the event loop.  Raises Refusal (429, busy) when the queue is full.
    """

    def __init__(self, backend: Backend, asked: Ask, owner: str, user: str) -> None:
        self._backend, self._asked, self._owner, self._user = backend, asked, owner, user
        self._loop = asyncio.get_running_loop()
        self._ready: asyncio.Queue[Statement] = asyncio.Queue()
        self._gone = threading.Event()
        self.whole: dict[str, Any] | None = None
        self.answering = backend.answering.submit(self._work)

    def _work(self) -> None:
        for piece in _answer(self._backend, self._asked, self._owner):
            if self._gone.is_set():
                return
            if isinstance(piece, Statement):
                self._loop.call_soon_threadsafe(self._ready.put_nowait, piece)
            else:
                answer, conversation = piece
                self.whole = answer_out(answer, conversation)
                log_question(self._user, self._asked.question, refused=answer.refused)

    async def events(self) -> AsyncIterator[str]:
        """statement, as they come; then citation and answer, or error."""
        try:
            yield ": accepted\n\n"
            async for statement in self._statements():
                yield _event("statement", {"text": statement.text, "citations": list(statement.citations)}
                             ) if statement else ": waiting\n\n"
            try:
                self.answering.result()
            except Exception as error:
                yield _event("error", body_of(as_refusal(error))["error"])
                return
            assert self.whole
            for citation in self.whole["citations"]:
                yield _event("citation", citation)
            yield _event("answer", self.whole)
        finally:
            self._gone.set()
            self.answering.cancel()  # who went away while waiting gives up the place in the queue

    async def _statements(self) -> AsyncIterator[Statement | None]:
        """Each statement; None when there was none for a while."""
        while not (self.answering.done() and self._ready.empty()):
            coming = asyncio.ensure_future(self._ready.get())
            awaited: set[asyncio.Future[Any]] = {coming, self.answering}
            await asyncio.wait(awaited, timeout=_BEAT_S, return_when=asyncio.FIRST_COMPLETED)
            if coming.done():
                yield coming.result()
                continue
            coming.cancel()
            if not self.answering.done():
                yield None


def _answer(backend: Backend, asked: Ask, owner: str) -> Iterator[Statement | tuple[Answer, str | None]]:
    """Statements, then the answer and the conversation it was kept in.  Raises Refusal, QuestionError."""
    zone = one_of(asked.zone, backend.assistant.index.ledger.zones(), "区")
    period = parse_period(asked.period)
    id, store = asked.conversation, backend.store
    conversation = backend.assistant.conversation()
    if id is not None and id != _NEW:
        if store.head(owner, id) is None:
            raise Refusal(404, "not_found", "没有这个对话", "用 GET /api/v1/conversations 列出，或用 new 新开一个")
        before = store.said(owner, id, last=backend.settings.history_turns)
        conversation.turns = [Turn(one.answer.query, one.answer) for one in before if one.answer]
    answer: Answer | None = None
    for piece in conversation.stream(asked.question, zone=zone, period=period):
        if isinstance(piece, Statement):
            yield piece
        else:
            answer = piece
    assert answer
    if id is not None:
        id = store.begin(owner, asked.question) if id == _NEW else id
        try:
            store.add(owner, id, Said(asked.question, answer, zone or "", period.key if period else ""))
        except KeyError as error:
            raise Refusal(404, "not_found", "这个对话刚刚被删除了", "用 new 新开一个") from error
    yield answer, id


def _event(name: str, data: Any) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"

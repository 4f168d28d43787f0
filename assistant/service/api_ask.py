"""/ask and /search: a question → an answer, whole or as events; words → passages."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from assistant.conversation import Turn
from assistant.conversations import Said
from assistant.records import Answer
from assistant.service.backend import ERRORS, Backend, owner_of
from assistant.service.errors import Refusal, as_refusal, body_of
from assistant.service.identity import identity_of
from assistant.service.logs import log_question
from assistant.service.schema import AnswerOut, Ask, answer_out, hit_out
from assistant.shell import one_of, parse_period
from index.errors import ZoneQAError
from index.retrieval import ZoneRetriever

__all__ = ["ask_router"]

_NEW = "new"
_BEAT_S = 10.0  # a comment now and then, so that proxies keep a waiting connection
_EVENTS: dict[int | str, dict[str, Any]] = {200: {
    "description": "application/json；或 text/event-stream：understood、statement、citation，最后 answer 或 error",
    "content": {"text/event-stream": {}}}}


def ask_router(backend: Backend) -> APIRouter:
    router = APIRouter(responses=ERRORS)
    retriever = ZoneRetriever(backend.assistant.index)

    @router.post("/ask", response_model=AnswerOut, responses=_EVENTS, summary="提一个问题")
    async def ask(asked: Ask, request: Request) -> Response:
        owner = owner_of(request)
        answering = backend.answering.submit(lambda: _answer(backend, asked, owner))
        if asked.stream or "text/event-stream" in request.headers.get("accept", ""):
            return StreamingResponse(_events(answering), media_type="text/event-stream",
                                     headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        answer, conversation = await answering
        log_question(identity_of(request).user, asked.question, refused=answer.refused)
        return JSONResponse(answer_out(answer, conversation))

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


def _answer(backend: Backend, asked: Ask, owner: str) -> tuple[Answer, str | None]:
    """The answer and the conversation it was kept in.  Raises Refusal, QuestionError."""
    zone = one_of(asked.zone, backend.assistant.index.ledger.zones(), "区")
    period = parse_period(asked.period)
    if asked.conversation is None:
        return backend.assistant.ask(asked.question, zone=zone, period=period), None
    id, store = asked.conversation, backend.store
    if id != _NEW and store.head(owner, id) is None:
        raise Refusal(404, "not_found", "没有这个对话", "用 GET /api/v1/conversations 列出，或用 new 新开一个")
    conversation = backend.assistant.conversation()
    if id != _NEW:
        before = store.said(owner, id, last=backend.settings.history_turns)
        conversation.turns = [Turn(one.answer.query, one.answer) for one in before if one.answer]
    try:
        answer = conversation.ask(asked.question, zone=zone, period=period)
    except ZoneQAError as error:
        if id != _NEW:
            store.add(owner, id, Said(asked.question[:backend.settings.question_max_chars], trouble=error.message,
                                      mend=error.mend))
        raise
    if id == _NEW:
        id = store.begin(owner, asked.question)
    try:
        store.add(owner, id, Said(asked.question, answer, zone or "", period.key if period else ""))
    except KeyError as error:
        raise Refusal(404, "not_found", "这个对话刚刚被删除了", "用 new 新开一个") from error
    return answer, id


async def _events(answering: asyncio.Future[tuple[Answer, str | None]]) -> AsyncIterator[str]:
    try:
        yield ": accepted\n\n"
        while not answering.done():
            await asyncio.wait([answering], timeout=_BEAT_S)
            if not answering.done():
                yield ": waiting\n\n"
        try:
            answer, conversation = answering.result()
        except Exception as error:
            yield _event("error", body_of(as_refusal(error))["error"])
            return
        whole = answer_out(answer, conversation)
        yield _event("understood", whole["understood"])
        for statement in answer.statements:
            yield _event("statement", {"text": statement.text, "citations": list(statement.citations)})
        for citation in whole["citations"]:
            yield _event("citation", citation)
        yield _event("answer", whole)
    finally:
        answering.cancel()  # who went away while waiting gives up the place in the queue


def _event(name: str, data: Any) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"

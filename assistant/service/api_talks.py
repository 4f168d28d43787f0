"""/conversations: a user's own, the same that the page lists."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from assistant.conversations import Head
from assistant.service.backend import ERRORS, Backend, owner_of
from assistant.service.errors import Refusal
from assistant.service.schema import Title, answer_out

__all__ = ["talks_router"]


def talks_router(backend: Backend) -> APIRouter:
    router = APIRouter(prefix="/conversations", responses=ERRORS)
    store = backend.store

    @router.get("", summary="列出自己的对话，最近用的在前")
    def listed(request: Request, find: str = Query("", max_length=200, description="标题或内容里含这几个字")) -> Any:
        return {"conversations": [_head(head) for head in store.heads(owner_of(request), containing=find.strip())]}

    @router.post("", status_code=201, summary="新开一个对话")
    def begin(title: Title, request: Request) -> Any:
        owner = owner_of(request)
        return _head(_found(store.head(owner, store.begin(owner, title.title))))

    @router.get("/{id}", summary="一个对话里说过的")
    def one(id: str, request: Request) -> Any:
        owner = owner_of(request)
        return _head(_found(store.head(owner, id))) | {"said": [
            {"number": said.number, "question": said.question, "message": said.trouble, "mend": said.mend,
             "answer": answer_out(said.answer, id) if said.answer else None} for said in store.said(owner, id)]}

    @router.patch("/{id}", summary="改标题")
    def rename(id: str, title: Title, request: Request) -> Any:
        owner = owner_of(request)
        _found(store.head(owner, id))
        store.rename(owner, id, title.title)
        return _head(_found(store.head(owner, id)))

    @router.delete("/{id}", status_code=204, summary="删除一个对话")
    def delete(id: str, request: Request) -> Response:
        owner = owner_of(request)
        _found(store.head(owner, id))
        store.delete(owner, id)
        return Response(status_code=204)

    return router


def _found(head: Head | None) -> Head:
    if head is None:
        raise Refusal(404, "not_found", "没有这个对话", "用 GET /api/v1/conversations 列出")
    return head


def _head(head: Head) -> dict[str, Any]:
    return {"id": head.id, "title": head.title, "updated": head.updated, "turns": head.turns}

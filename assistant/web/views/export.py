"""Files out: a conversation, the comparison, the ledger; and a file of questions in, a table of answers out."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import PurePosixPath

from fastapi import APIRouter, Depends, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, Response

from assistant.batch import MOST, answer_all, read_questions
from assistant.exporting import FORMATS, Document, write_document
from assistant.exporting.document import Table, conversation_document
from assistant.records import Answer
from assistant.service.logs import log_question
from assistant.web.escaping import plain
from assistant.web.language import Language, spoken
from assistant.web.rendering import render_trouble
from assistant.web.views.desk import Desk, from_page, html
from assistant.web.views.parts import view_link
from assistant.web.visitor import owner_of
from index.errors import ZoneQAError

__all__ = ["router"]

_KEPT = 20  # finished batches that can still be saved
_SHOWN = 30


@dataclass(slots=True)
class _Batch:
    owner: str
    asked: int
    done: int = 0
    document: Document | None = None


class _Batches:
    """The last batches of questions, each answered in a thread of its own; one at a time, so that people go first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Batch] = OrderedDict()
        self._lock, self._turn = threading.Lock(), threading.Lock()

    def start(self, desk: Desk, owner: str, questions: list[str]) -> str:
        id, batch = secrets.token_urlsafe(9), _Batch(owner, len(questions))
        with self._lock:
            self._kept[id] = batch
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        threading.Thread(target=self._work, args=(desk, batch, questions), name="zoneqa-batch", daemon=True).start()
        return id

    def _work(self, desk: Desk, batch: _Batch, questions: list[str]) -> None:
        def count(done: int) -> None:
            batch.done = done

        def ask(question: str) -> Answer:
            answer = desk.assistant.ask(question)
            log_question(batch.owner.partition("user:")[2], question, refused=answer.refused)
            return answer

        with self._turn:
            batch.document = answer_all(questions, ask, count)

    def get(self, owner: str, id: str) -> _Batch:
        with self._lock:
            batch = self._kept.get(id)
        if batch is None or batch.owner != owner:
            raise HTTPException(404, "这批问题已经不在了，请重新上传")
        return batch


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")
    batches = _Batches()

    @routes.get("/export")
    def view(request: Request, batch: str = "") -> HTMLResponse:
        say, owner = spoken(request), owner_of(request)
        told = _batch(batch, batches.get(owner, batch), say) if batch else ""
        return html(_questions(say) + told + _conversations(desk, owner, say) + _others(say))

    @routes.post("/export/questions", dependencies=[Depends(from_page)])
    def questions(request: Request, file: UploadFile) -> HTMLResponse:
        say, owner = spoken(request), owner_of(request)
        suffix = PurePosixPath(file.filename or "").suffix
        try:
            found = read_questions(file.file.read(2_000_000), suffix)
        except ZoneQAError as error:
            return html(_questions(say) + render_trouble(say(error.message), say(error.mend)))
        return view(request, batches.start(desk, owner, found))

    @routes.get("/export/batch/{id}.{kind}")
    def answers(request: Request, id: str, kind: str) -> Response:
        document = batches.get(owner_of(request), id).document
        if document is None or f".{kind}" not in FORMATS:
            raise HTTPException(404, "还没有答完，或没有这种格式")
        return _file(document, kind, "answers")

    @routes.get("/export/conversation/{id}.{kind}")
    def conversation(request: Request, id: str, kind: str) -> Response:
        head = desk.store.head(owner_of(request), id)
        if head is None or f".{kind}" not in FORMATS:
            raise HTTPException(404, "没有这个对话，或没有这种格式")
        return _file(conversation_document(head.title, desk.store.said(owner_of(request), id)), kind, "conversation")

    return routes


def _file(document: Document, kind: str, name: str) -> Response:
    return Response(write_document(document, f".{kind}"), media_type=FORMATS[f".{kind}"][1],
                    headers={"content-disposition": f'attachment; filename="{name}.{kind}"'})


def _files(base: str) -> str:
    return "".join(f'<a class="zq-button" download href="{plain(base + kind)}">{kind[1:]}</a>' for kind in FORMATS)


def _questions(say: Language) -> str:
    told = say("一次最多 {n} 个问题；xlsx、csv 取标题为“问题”的一列或第一列，txt 每行一个。", n=MOST)
    return (f'<section class="zq-card"><h2>{say("一批问题，一张答案表")}</h2><p class="zq-hint">{told}</p>'
            f'<form class="zq-row" action="view/export/questions" method="post" enctype="multipart/form-data">'
            f'<label class="zq-file"><input type="file" class="zq-vh" name="file" id="zq-questions" '
            f'accept=".xlsx,.csv,.txt" required><span class="zq-button">{say("选问题文件")}</span>'
            f'<output>{say("还没有选")}</output></label><button class="zq-primary">{say("回答")}</button></form></section>')


def _batch(id: str, batch: _Batch, say: Language) -> str:
    if batch.document is None:
        told = say("正在回答 {done} / {all}", done=batch.done, all=batch.asked)
        return (f'<div class="zq-progress" role="status" data-poll="view/export?batch={plain(id)}"><span>{told}</span>'
                f'<progress max="{batch.asked}" value="{batch.done}"></progress></div>')
    (table,) = [part for _, part in batch.document.parts if isinstance(part, Table)]
    heads = "".join(f"<th>{say(head)}</th>" for head in table.heads[:3])
    rows = "".join(f"<tr>{''.join(f'<td>{plain(cell)}</td>' for cell in row[:3])}</tr>" for row in table.rows[:_SHOWN])
    more = say("下面还有 {n} 行，存下来看。", n=len(table.rows) - _SHOWN) if len(table.rows) > _SHOWN else ""
    return (f'<section class="zq-card"><h2>{say("答完了，共 {n} 个", n=batch.asked)}</h2>'
            f'<p class="zq-row">{_files(f"view/export/batch/{id}")}</p>'
            f'<div class="zq-scroll" tabindex="0" role="region" aria-label="{say("答案表")}">'
            f'<table class="zq-grid"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
            f'<p class="zq-count">{more}</p></section>')


def _conversations(desk: Desk, owner: str, say: Language) -> str:
    items = "".join(f'<li><b>{plain(head.title)}</b><span>{say("{n} 问", n=head.turns)}</span>'
                    f'<span class="zq-row zq-end">{_files(f"view/export/conversation/{head.id}")}</span></li>'
                    for head in desk.store.heads(owner)[:30])
    inside = (f'<ul class="zq-failures">{items}</ul>' if items
              else f'<p class="zq-empty">{say("还没有对话。")}</p>')
    told = say("每个数字带编号，文末是出处：报告、标题、原句。")
    return f'<section class="zq-card"><h2>{say("对话")}</h2><p class="zq-hint">{told}</p>{inside}</section>'


def _others(say: Language) -> str:
    return (f'<section class="zq-card"><h2>{say("其他")}</h2><p class="zq-row">'
            f'<a class="zq-button" href="{view_link("compare")}">{say("对比的图和表")}</a>'
            f'<a class="zq-button" href="{view_link("figures")}">{say("指标表")}</a></p></section>')

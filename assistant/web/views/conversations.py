"""The conversations at the left: listed, searched, renamed, deleted; and what a user says of an answer."""

from __future__ import annotations

import datetime

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.conversations import Head, Said
from assistant.feedback import REASONS
from assistant.web.escaping import plain
from assistant.web.language import Language, spoken
from assistant.web.rendering import do_link
from assistant.web.views.desk import Desk, from_page, html
from assistant.web.visitor import owner_of

__all__ = ["router"]


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")

    @routes.get("/conversations")
    def listed(request: Request, find: str = "") -> HTMLResponse:
        return html(_drawer(desk.store.heads(owner_of(request), containing=find.strip()), find, spoken(request)))

    @routes.post("/conversations/rename", dependencies=[Depends(from_page)])
    def rename(request: Request, id: str = Form(), title: str = Form("")) -> HTMLResponse:
        try:
            desk.store.rename(owner_of(request), id, title)
        except KeyError as error:
            raise HTTPException(404, "没有这个对话") from error
        return listed(request)

    @routes.post("/conversations/delete", dependencies=[Depends(from_page)])
    def delete(request: Request, id: str = Form()) -> HTMLResponse:
        desk.store.delete(owner_of(request), id)
        return listed(request)

    @routes.get("/feedback")
    def reasons(request: Request, turn: int, conversation: str) -> HTMLResponse:
        return html(_reasons(turn, conversation, spoken(request)))

    @routes.post("/feedback", dependencies=[Depends(from_page)])
    def said(request: Request, conversation: str = Form(), turn: int = Form(), verdict: str = Form(),
             reason: str = Form(""), note: str = Form("")) -> HTMLResponse:
        talk = desk.store.said(owner_of(request), conversation)
        found = next((one for one in talk if one.number == turn), None)
        if found is None or found.answer is None or (verdict != "good" and reason not in REASONS):
            raise HTTPException(404, "没有这个回答")
        desk.feedback.add(found.answer, good=verdict == "good", reason=reason, note=note,
                          turns=_leaned_on(talk, found))
        return html(f'<p role="status">{spoken(request)("记下了，谢谢。")}</p>')

    return routes


def _leaned_on(talk: list[Said], found: Said) -> list[str]:
    before: list[str] = []
    for one in talk:
        if one.alone:
            before = []
        if one.number == found.number:
            return before
        before.append(one.question)
    return before


def _drawer(heads: list[Head], find: str, say: Language) -> str:
    search = (f'<form class="zq-find" role="search" action="view/conversations" data-live>'
              f'<input type="search" id="zq-find-talk" name="find" value="{plain(find)}" maxlength="80" '
              f'placeholder="{say("找对话")}" aria-label="{say("找对话")}"></form>')
    if not heads:
        empty = say("没有找到。") if find else say("还没有对话。问过的会留在这里，下次打开还在。")
        return search + f'<p class="zq-empty">{empty}</p>'
    return search + f'<ul class="zq-talks">{"".join(_talk(head, say) for head in heads)}</ul>'


def _talk(head: Head, say: Language) -> str:
    title, id = plain(head.title), plain(head.id)
    when = datetime.datetime.fromisoformat(head.updated).astimezone()
    told = say("{n} 问 · {when}", n=head.turns, when=f"{when:%m-%d %H:%M}")
    return (
        f'<li class="zq-talk"><a href="{do_link("open", id=head.id)}" role="button"><b>{title}</b>'
        f"<span>{told}</span></a>"
        f'<details><summary aria-label="{say("改名或删除")}：{title}">⋯</summary>'
        f'<form action="view/conversations/rename" method="post"><input type="hidden" name="id" value="{id}">'
        f'<input name="title" value="{title}" maxlength="40" required aria-label="{say("新名字")}">'
        f'<button>{say("改名")}</button></form>'
        f'<form action="view/conversations/delete" method="post" data-gone="{id}">'
        f'<input type="hidden" name="id" value="{id}"><button class="zq-danger">{say("删除")}</button></form>'
        "</details></li>")


def _reasons(turn: int, conversation: str, say: Language) -> str:
    choices = "".join(f'<label><input type="radio" name="reason" value="{reason}" required> {say(reason)}</label>'
                      for reason in REASONS)
    return (f'<h2 id="zq-dialog-title">{say("哪里不对？")}</h2><form action="view/feedback" method="post">'
            f'<input type="hidden" name="turn" value="{turn}"><input type="hidden" name="verdict" value="bad">'
            f'<input type="hidden" name="conversation" value="{plain(conversation)}"><fieldset>{choices}</fieldset>'
            f'<label class="zq-field">{say("补充")}<textarea name="note" rows="2" maxlength="500"></textarea></label>'
            f'<p class="zq-row"><button class="zq-primary">{say("提交")}</button>'
            f'<button type="button" data-close>{say("取消")}</button></p></form>')

"""What is indexed, with warnings; what could not be read and why; taking out, putting back, updating the index."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.service.identity import identity_of
from assistant.web.escaping import plain
from assistant.web.interface import CardLike
from assistant.web.language import Language, spoken
from assistant.web.library import Progress
from assistant.web.rendering import render_trouble
from assistant.web.views.desk import Desk, by_editor, html
from assistant.web.views.parts import field, link, view_link
from index.errors import ReportError

__all__ = ["router"]

_PAGE = 100


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")
    library = desk.library

    @routes.get("/reports")
    def listed(request: Request, find: str = "", page: int = 1) -> HTMLResponse:
        say, ledger = spoken(request), desk.assistant.index.ledger
        manifest = desk.assistant.index.manifest
        cards = [card for card in ledger.cards() if find in card.title or find in card.name or find in card.zone]
        first = (min(max(page, 1), (len(cards) + _PAGE - 1) // _PAGE or 1) - 1) * _PAGE
        shown = cards[first:first + _PAGE]
        warnings = {card.id: report.warnings for card in shown if (report := ledger.report(card.id)) is not None}
        edits = identity_of(request).may_edit
        return html("".join([
            _bar(find, len(cards), say, edits=edits), _progress(library.progress, say),
            _failures(manifest.failures(library.folder), manifest.duplicates(), say, edits=edits),
            _cards(shown, warnings, find, say, edits=edits), _more(find, first // _PAGE + 1, len(cards), say),
            _removed(library.removed(), say) if edits else ""]))

    def change(request: Request, done: bool) -> HTMLResponse:
        if not done:
            raise HTTPException(404, spoken(request)("没有这份报告，或同名的已经在了"))
        library.start_build()
        return listed(request)

    @routes.post("/reports/remove", dependencies=[Depends(by_editor)])
    def remove(request: Request, name: str = Form()) -> HTMLResponse:
        return change(request, library.remove(name))

    @routes.post("/reports/restore", dependencies=[Depends(by_editor)])
    def restore(request: Request, name: str = Form()) -> HTMLResponse:
        return change(request, library.restore(name))

    @routes.post("/reports/update", dependencies=[Depends(by_editor)])
    def update(request: Request) -> HTMLResponse:
        return change(request, True)

    @routes.post("/reports/cancel", dependencies=[Depends(by_editor)])
    def cancel(request: Request) -> HTMLResponse:
        library.cancel()
        return listed(request)

    return routes


def _bar(find: str, count: int, say: Language, *, edits: bool) -> str:
    update = (f'<form action="view/reports/update" method="post"><button>{say("更新索引")}</button></form>'
              if edits else "")
    return (f'<div class="zq-bar"><h2 style="margin:0 12px 4px 0">{say("已收录 {n} 份", n=count)}</h2>'
            f'<form class="zq-grow" role="search" action="view/reports" data-live>'
            + field("find", say("找报告"), find, id="zq-reports-find", hint=say("标题、区或文件名"))
            + f"</form>{update}</div>")


def _progress(progress: Progress, say: Language) -> str:
    if progress.running:
        bar = (f'<progress max="{progress.total}" value="{min(progress.done, progress.total)}"></progress>'
               if progress.total else "<progress></progress>")
        count = f" {progress.done}/{progress.total}" if progress.total else ""
        told = say("正在建索引：{stage}（其间仍按原来的报告作答）", stage=say(progress.stage) + count)
        return (f'<div class="zq-progress" role="status" data-poll="view/reports"><span>{plain(told)}</span>{bar}'
                f'<form action="view/reports/cancel" method="post"><button>{say("取消")}</button></form></div>')
    if progress.cancelled:
        return f'<p class="zq-hint" role="status">{say(progress.trouble)}。{say(progress.mend)}。</p>'
    return render_trouble(say(progress.trouble), say(progress.mend)) if progress.trouble else ""


def _failures(failures: Sequence[ReportError], duplicates: Sequence[tuple[str, str]], say: Language, *,
              edits: bool) -> str:
    items = [f'<li><b>{plain(f.path.name)}</b><span>{plain(say(f.message))}</span>'
             f'<span class="zq-mend">{plain(say(f.mend))}</span>{_remove(f.path.name, say) if edits else ""}</li>'
             for f in failures]
    items += [f'<li><b>{plain(name)}</b><span>{say("内容与“{kept}”相同，只收一份", kept=plain(kept))}</span></li>'
              for name, kept in duplicates]
    return (f'<h2>{say("没有收入 {n} 份", n=len(items))}</h2><ul class="zq-failures">{"".join(items)}</ul>'
            if items else "")


def _cards(cards: Sequence[CardLike], warnings: dict[str, tuple[str, ...]], find: str, say: Language, *,
           edits: bool) -> str:
    if not cards:
        told = say("没有找到。") if find else say("还没有收录报告。把工作总结拖到上面的框里。")
        return f'<p class="zq-empty">{told}</p>'
    return f'<ul class="zq-cards">{"".join(_card(card, warnings.get(card.id, ()), say, edits) for card in cards)}</ul>'


def _card(card: CardLike, warnings: Sequence[str], say: Language, edits: bool) -> str:
    facts = [card.zone or say("没有认出开发区"), card.period.label if card.period else say("没有认出年份"), card.format,
             say("{n} 个数字", n=card.figures)]
    warned = "".join(f'<p class="zq-warning">{plain(say(warning))}</p>' for warning in warnings)
    mend = (f'<a class="zq-button" href="{view_link("corrections", report=card.id)}">{say("更正")}</a>'
            f"{_remove(card.name, say)}" if edits else "")
    return (
        f'<li class="zq-item"><div><a href="{view_link("evidence", report=card.id)}">'
        f"<b>{plain(card.title or card.name)}</b></a>"
        f'<span>{" · ".join(map(plain, facts))}</span><span>{plain(card.name)}</span>{warned}</div>'
        f'<div class="zq-row"><a class="zq-button" download href="{link(f"view/original/{card.id}")}">{say("下载")}</a>'
        f"{mend}</div></li>")


def _remove(name: str, say: Language) -> str:
    ask = say("移出“{name}”？文件和它的更正都留着，可以放回；再传同一份文件，更正也回来。", name=name)
    return (f'<form action="view/reports/remove" method="post" data-ask="{plain(ask)}">'
            f'<input type="hidden" name="name" value="{plain(name)}"><button class="zq-danger">{say("移出")}'
            f'<span class="zq-vh"> {plain(name)}</span></button></form>')


def _more(find: str, page: int, count: int, say: Language) -> str:
    pages = (count + _PAGE - 1) // _PAGE
    if pages < 2:
        return ""
    steps = "".join(f'<a data-view class="zq-button" href="{link("view/reports", find=find, page=to)}">{say(label)}</a>'
                    for to, label in ((page - 1, "上一页"), (page + 1, "下一页")) if 1 <= to <= pages)
    return f'<p class="zq-pages">{say("第 {page} / {pages} 页", page=page, pages=pages)} {steps}</p>'


def _removed(names: Sequence[str], say: Language) -> str:
    items = "".join(
        f'<li><b>{plain(name)}</b><form action="view/reports/restore" method="post"><input type="hidden" name="name" '
        f'value="{plain(name)}"><button>{say("放回")}<span class="zq-vh"> {plain(name)}</span></button></form></li>'
        for name in names[:50])
    return f'<details class="zq-fold"><summary>{say("已移出 {n} 份", n=len(names))}</summary>' \
           f'<ul class="zq-failures">{items}</ul></details>' if names else ""

"""What an editor puts right: a report's zone, period and title, a figure, and what people here call an indicator."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.service.identity import identity_of
from assistant.web.escaping import plain
from assistant.web.language import Language, spoken
from assistant.web.rendering import report_link
from assistant.web.views.desk import Desk, by_editor, html
from assistant.web.views.parts import choose, link, place_of, view_link
from index.corrections import (
    FIGURE_FIELDS,
    REPORT_FIELDS,
    Correction,
    Where,
    add_correction,
    read_corrections,
    where_of,
)
from index.errors import ZoneQAError, why
from index.records import Figure, Report, Status

__all__ = ["router"]

_FIELDS = {"zone": "区", "period": "时期", "title": "标题", "indicator": "指标", "scope": "范围", "status": "状态",
           "value": "数值", "wrong": "不是数字"}


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")

    def path_of(report: Report) -> Path:
        return desk.settings.reports_dir / report.name

    @routes.get("/corrections")
    def view(request: Request, figure: str = "", report: str = "", saved: str = "") -> HTMLResponse:
        say, ledger, edits = spoken(request), desk.assistant.index.ledger, identity_of(request).may_edit
        found = _figure(figure) if figure else None
        about = ledger.report(found.report_id if found else report)
        parts = [_saved(say, running=desk.library.progress.running) if saved or desk.library.progress.running else ""]
        if not edits:
            parts.append(f'<p class="zq-hint">{say("更正要由编辑来做；下面是已有的更正。")}</p>')
        elif found and about:
            parts.append(_figure_form(found, about, say))
        elif about:
            parts.append(_report_form(about, say))
        else:
            told = say("在“依据”里点一个数字，在“指标”或“报告”里点“更正”，就可以在这里改。"
                       "更正写在报告旁边的文件里，报告本身不动；重建索引后仍然有效。")
            parts.append(f'<p class="zq-hint">{told}</p>')
        parts.append(_aliases(desk, say, edits=edits))
        parts.append(_history(desk, say, edits=edits))
        return html("".join(parts))

    def _figure(id: str) -> Figure | None:
        """Ids begin with the report's; corrected figures keep theirs."""
        of_report = desk.assistant.index.ledger.figures(report_id=id.partition(":")[0])
        return next((figure for figure in of_report if figure.id == id), None)

    def keep(report: Report, where: Where | None, changes: dict[str, tuple[str, str]], note: str, who: str) -> None:
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        try:
            for name, (before, after) in changes.items():
                add_correction(path_of(report), Correction(now, who, name, before, after.strip(), note[:200], where))
        except ValueError as error:
            raise HTTPException(422, "看不懂这样写：时期写成 2018 或 2019H1，数值写成 22.53亿元") from error
        except OSError as error:
            raise HTTPException(500, f"没能写在报告旁边：{why(error)}") from error
        desk.library.start_build()

    @routes.post("/corrections/figure", dependencies=[Depends(by_editor)])
    async def figure(request: Request) -> HTMLResponse:
        form = {name: str(value) for name, value in (await request.form()).items()}
        found = _figure(form.get("figure", ""))
        report = desk.assistant.index.ledger.report(found.report_id) if found else None
        if found is None or report is None:
            raise HTTPException(404, "这个数字已经不在索引里了")
        now = _values(found)
        changes = {name: (now[name], form[name]) for name in FIGURE_FIELDS
                   if name in form and form[name].strip() != now[name]}
        keep(report, _original(desk, found, report), changes, form.get("note", ""), _who(request))
        return view(request, saved="1")

    @routes.post("/corrections/report", dependencies=[Depends(by_editor)])
    async def whole(request: Request) -> HTMLResponse:
        form = {name: str(value) for name, value in (await request.form()).items()}
        report = desk.assistant.index.ledger.report(form.get("report", ""))
        if report is None:
            raise HTTPException(404, "这份报告已经不在索引里了")
        now = _report_values(report)
        changes = {name: (now[name], form[name]) for name in REPORT_FIELDS
                   if name in form and form[name].strip() and form[name].strip() != now[name]}
        keep(report, None, changes, form.get("note", ""), _who(request))
        return view(request, saved="1")

    @routes.post("/corrections/undo", dependencies=[Depends(by_editor)])
    def undo(request: Request, report: str = Form(), number: int = Form()) -> HTMLResponse:
        found = desk.assistant.index.ledger.report(report)
        lines = read_corrections(path_of(found)) if found else []
        if found is None or not 0 <= number < len(lines):
            raise HTTPException(404, "没有这条更正")
        line = lines[number]
        keep(found, line.where, {line.field: (line.after, "")}, "撤回", _who(request))
        return view(request, saved="1")

    @routes.post("/corrections/alias", dependencies=[Depends(by_editor)])
    def alias(request: Request, alias: str = Form(), name: str = Form("")) -> HTMLResponse:
        try:
            desk.aliases.put(alias, name, who=_who(request))
        except ValueError as error:
            raise HTTPException(422, "别名和指标各写 2 到 30 个字，不能相同") from error
        return view(request)

    return routes


def _who(request: Any) -> str:
    return identity_of(request).user or "本机"


def _original(desk: Desk, figure: Figure, report: Report) -> Where:
    """Where a figure stood before any correction: one corrected already is corrected again under the same words."""
    for line in read_corrections(desk.settings.reports_dir / report.name):
        if line.where and line.where.start == figure.start and line.where.quote == report.text[figure.start:figure.end]:
            return line.where
    return where_of(figure, report)


def _values(figure: Figure) -> dict[str, str]:
    return {"zone": figure.zone, "indicator": figure.indicator, "scope": figure.scope,
            "period": figure.period.key if figure.period else "", "status": figure.status.value,
            "value": figure.value_text, "wrong": ""}


def _report_values(report: Report) -> dict[str, str]:
    return {"zone": report.zone, "period": report.period.key if report.period else "", "title": report.title}


def _input(name: str, value: str, say: Language, hint: str = "") -> str:
    return (f'<label class="zq-field">{say(_FIELDS[name])}<input name="{name}" id="zq-fix-{name}" '
            f'value="{plain(value)}" maxlength="200" placeholder="{plain(hint)}"></label>')


def _saved(say: Language, *, running: bool) -> str:
    if running:
        return (f'<div class="zq-progress" role="status" data-poll="{link("view/corrections", saved="1")}">'
                f'<span>{say("更正已记下，正在更新索引…")}</span><progress></progress></div>')
    return f'<p class="zq-ok-line" role="status">{say("更正已生效。")}</p>'


def _buttons(say: Language) -> str:
    return (f'<label class="zq-field">{say("为什么这样改")}<input name="note" maxlength="200"></label>'
            f'<p class="zq-row"><button class="zq-primary">{say("保存更正")}</button>'
            f'<a class="zq-button" data-view href="view/corrections">{say("不改了")}</a></p>')


def _figure_form(figure: Figure, report: Report, say: Language) -> str:
    place, span, marks = place_of(figure)
    now = _values(figure)
    a, b = figure.sentence_start, figure.sentence_end
    quote = (plain(report.text[a:figure.start]) + f"<strong>{plain(report.text[figure.start:figure.end])}</strong>"
             + plain(report.text[figure.end:b]))
    status = choose("status", say("状态"), [(s.value, say(s.value)) for s in Status], now["status"], id="zq-fix-status")
    return (
        f'<section class="zq-card"><h2>{say("更正一个数字")}</h2><blockquote class="zq-said">{quote}<br>'
        f'<a href="{report_link(place, span, marks)}">{plain(report.title or report.name)}</a></blockquote>'
        f'<form class="zq-fields" action="view/corrections/figure" method="post">'
        f'<input type="hidden" name="figure" value="{plain(figure.id)}">'
        + _input("indicator", now["indicator"], say) + _input("value", now["value"], say, "22.53亿元")
        + _input("period", now["period"], say, "2018、2019H1、2018Q1")
        + status.replace("<label>", '<label class="zq-field">')
        + _input("zone", now["zone"], say) + _input("scope", now["scope"], say, say("空为本区；写 - 去掉"))
        + f'<label class="zq-check"><input type="checkbox" name="wrong" value="1"> '
        f'{say("这不是一个指标数字，去掉它")}</label>'
        + _buttons(say) + "</form></section>")


def _report_form(report: Report, say: Language) -> str:
    now = _report_values(report)
    return (
        f'<section class="zq-card"><h2>{say("更正一份报告")}</h2><p class="zq-hint">{plain(report.name)}</p>'
        f'<form class="zq-fields" action="view/corrections/report" method="post">'
        f'<input type="hidden" name="report" value="{plain(report.id)}">'
        + _input("zone", now["zone"], say) + _input("period", now["period"], say, "2018、2019H1、2018Q1")
        + _input("title", now["title"], say) + _buttons(say) + "</form></section>")


def _aliases(desk: Desk, say: Language, *, edits: bool) -> str:
    items = "".join(
        f"<li><b>{plain(alias)}</b> = {plain(name)}" + (
            f'<form action="view/corrections/alias" method="post"><input type="hidden" name="alias" '
            f'value="{plain(alias)}"><button>{say("去掉")}<span class="zq-vh"> {plain(alias)}</span></button></form>'
            if edits else "") + "</li>" for alias, name in sorted(desk.aliases.current().items()))
    add = (f'<form class="zq-bar" action="view/corrections/alias" method="post">'
           f'<label>{say("这里的叫法")}<input name="alias" id="zq-alias" required minlength="2" maxlength="30" '
           f'placeholder="{say("固投")}"></label><label>{say("就是")}<input name="name" id="zq-alias-name" required '
           f'minlength="2" maxlength="30" placeholder="{say("固定资产投资")}"></label>'
           f'<button>{say("加上")}</button></form>' if edits else "")
    return (f'<section class="zq-card"><h2>{say("别名")}</h2><p class="zq-hint">'
            f'{say("提问里出现别名时，按它所指的指标回答。")}</p>{add}<ul class="zq-failures">{items}</ul></section>')


def _history(desk: Desk, say: Language, *, edits: bool) -> str:
    rows: list[str] = []
    for card in desk.assistant.index.ledger.cards():
        try:
            lines = read_corrections(desk.settings.reports_dir / card.name)
        except ZoneQAError as error:
            rows.append(f'<tr><td colspan="5"><span class="zq-warning">{plain(error.message)}</span></td></tr>')
            continue
        for number in range(len(lines) - 1, -1, -1):
            rows.append(_line(card.id, card.title or card.name, lines, number, say, edits))
    if not rows:
        return f'<h2>{say("更正记录")}</h2><p class="zq-empty">{say("还没有更正。")}</p>'
    heads = "".join(f"<th>{say(head)}</th>" for head in ("报告", "哪里", "改了什么", "谁，何时", ""))
    return (f'<h2>{say("更正记录")}</h2>'
            f'<div class="zq-scroll" tabindex="0" role="region" aria-label="{say("更正记录")}">'
            f'<table class="zq-grid"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>')


def _line(report: str, title: str, lines: Sequence[Correction], number: int, say: Language, edits: bool) -> str:
    line = lines[number]
    last = all((other.where, other.field) != (line.where, line.field) for other in lines[number + 1:])
    back = (f'<form action="view/corrections/undo" method="post">'
            f'<input type="hidden" name="report" value="{plain(report)}">'
            f'<input type="hidden" name="number" value="{number}"><button>{say("撤回")}</button></form>'
            if edits and last and line.after else "")
    when = datetime.datetime.fromisoformat(line.at).astimezone()
    after = plain(line.after) or f'<i>{say("恢复原样")}</i>'
    note = f'<br><span class="zq-count">{plain(line.note)}</span>' if line.note else ""
    return (f'<tr><td><a href="{view_link("evidence", report=report)}">{plain(title)}</a></td>'
            f"<td>{plain(line.where.quote if line.where else '—')}</td>"
            f"<td>{say(_FIELDS.get(line.field, line.field))}：{plain(line.before) or '—'} → {after}{note}</td>"
            f"<td>{plain(line.who)}<br>{when:%Y-%m-%d %H:%M}</td><td>{back}</td></tr>")

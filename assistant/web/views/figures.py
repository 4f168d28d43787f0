"""The ledger as a table: filtered, sorted, hints where two places disagree, rows picked for a chart, csv and xlsx."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from assistant.exporting import figure_row, rows_as
from assistant.extractive.consistency import hints
from assistant.extractive.wording import amount, growth
from assistant.web.escaping import plain
from assistant.web.interface import LedgerLike
from assistant.web.language import Language, spoken
from assistant.web.rendering import report_link
from assistant.web.views.desk import Desk, html
from assistant.web.views.parts import choose, field, link, place_of, status_tag, view_link
from index.errors import ZoneQAError
from index.records import Figure, Period, Status

__all__ = ["router"]

_PAGE = 50
_SORTS: dict[str, tuple[str, Callable[[Figure], Any]]] = {
    "zone": ("区", lambda f: (f.zone, f.period.key if f.period else "", f.start)),
    "period": ("时期", lambda f: (f.period.key if f.period else "", f.zone, f.start)),
    "indicator": ("指标", lambda f: (f.name, f.zone, f.period.key if f.period else "")),
    "status": ("状态", lambda f: (f.status.value, f.name)),
    "value": ("数值", lambda f: (f.value is None, f.unit, f.value or 0)),
    "growth": ("增速", lambda f: (f.growth is None, f.growth_unit, f.growth or 0)),
}
_TYPES = {"csv": "text/csv; charset=utf-8",
          "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@dataclass(frozen=True, slots=True)
class _Wish:
    """What of the ledger is asked for; blank is everything."""

    zone: str = ""
    period: str = ""
    status: str = ""
    indicator: str = ""
    only: str = ""  # "hints": only figures that something disagrees with
    sort: str = "zone"  # a key of _SORTS, with "-" before it for the other way round
    page: int = 1

    def link(self, path: str, **changed: object) -> str:
        wish = {name: getattr(self, name) for name in ("zone", "period", "status", "indicator", "only", "sort")}
        return link(path, **{**wish, **changed})


def _wish(request: Request) -> _Wish:
    names = ("zone", "period", "status", "indicator", "only")
    given = {name: request.query_params.get(name, "")[:80] for name in names}
    sort = request.query_params.get("sort", "zone")
    page = request.query_params.get("page", "1")
    return _Wish(**given, sort=sort if sort.removeprefix("-") in _SORTS else "zone",
                 page=int(page) if page.isdecimal() and len(page) < 7 else 1)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is found by going through every figure of a ledger: once for each, as a ledger never changes."""

    ledger: LedgerLike
    told: Mapping[str, str]  # figure → what disagrees with it; that may stand outside any filter
    periods: Sequence[Period]

    @classmethod
    def of(cls, ledger: LedgerLike) -> _Whole:
        figures = ledger.figures()
        told = {hint.figures[0].id: hint.text for hint in hints(figures)}
        return cls(ledger, told, sorted({f.period for f in figures if f.period}, reverse=True))


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")
    known: list[_Whole] = []

    def whole() -> _Whole:
        ledger = desk.assistant.index.ledger
        if not known or known[0].ledger is not ledger:
            known[:] = [_Whole.of(ledger)]
        return known[0]

    def found(wish: _Wish) -> tuple[list[Figure], Mapping[str, str]]:
        ledger = desk.assistant.index.ledger
        try:
            period = Period.parse(wish.period) if wish.period else None
            status = Status(wish.status) if wish.status else None
        except (ValueError, IndexError) as error:
            raise HTTPException(422, "看不懂筛选条件") from error
        figures = list(ledger.figures(zone=wish.zone or None, period=period, status=status, containing=wish.indicator))
        told = whole().told
        if wish.only == "hints":
            figures = [figure for figure in figures if figure.id in told]
        return sorted(figures, key=_SORTS[wish.sort.removeprefix("-")][1], reverse=wish.sort.startswith("-")), told

    @routes.get("/figures")
    def figures(request: Request) -> HTMLResponse:
        wish, say = _wish(request), spoken(request)
        chosen, told = found(wish)
        ledger = desk.assistant.index.ledger
        return html(_bar(wish, ledger.zones(), whole().periods, say)
                    + _table(wish, chosen, told, {c.id: c.name for c in ledger.cards()}, say))

    @routes.get("/figures.{kind}")
    def download(request: Request, kind: str) -> Response:
        if kind not in _TYPES:
            raise HTTPException(404, "没有这种格式")
        names = {card.id: card.name for card in desk.assistant.index.ledger.cards()}
        try:
            content = rows_as(f".{kind}", [figure_row(f, names.get(f.report_id, "")) for f in found(_wish(request))[0]])
        except ZoneQAError as error:
            raise HTTPException(422, error.message) from error
        return Response(content, media_type=_TYPES[kind],
                        headers={"content-disposition": f'attachment; filename="figures.{kind}"'})

    return routes


def _bar(wish: _Wish, zones: Sequence[str], periods: Sequence[Period], say: Language) -> str:
    every = ("", say("全部"))
    return (
        '<form class="zq-bar" role="search" action="view/figures" data-live>'
        + field("indicator", say("指标"), wish.indicator, id="zq-figures-find", hint=say("名字里含这几个字"))
        + choose("zone", say("区"), [every, *((z, z) for z in zones)], wish.zone, id="zq-figures-zone")
        + choose("period", say("时期"), [every, *((p.key, p.label) for p in periods)], wish.period,
                 id="zq-figures-period")
        + choose("status", say("状态"), [every, *((s.value, say(s.value)) for s in Status)], wish.status,
                 id="zq-figures-status")
        + choose("only", say("提示"), [every, ("hints", say("只看有提示的"))], wish.only, id="zq-figures-only")
        + f'<input type="hidden" name="sort" value="{wish.sort}"></form>')


def _table(wish: _Wish, figures: Sequence[Figure], told: Mapping[str, str], names: Mapping[str, str],
           say: Language) -> str:
    if not figures:
        return f'<p class="zq-empty">{say("没有符合条件的数字。放宽筛选再看。")}</p>'
    pages = (len(figures) + _PAGE - 1) // _PAGE
    page = min(max(wish.page, 1), pages)
    shown = figures[(page - 1) * _PAGE: page * _PAGE]
    heads = "".join(_head(name, label, wish, say) for name, (label, _) in _SORTS.items())
    rows = "".join(_row(figure, told.get(figure.id, ""), names, say) for figure in shown)
    files = "".join(f'<a class="zq-button" download href="{wish.link(f"view/figures.{kind}")}">{kind}</a>'
                    for kind in _TYPES)
    steps = "".join(f'<a data-view class="zq-button" id="zq-page-{name}" href="'
                    f'{wish.link("view/figures", page=number)}">{say(label)}</a>'
                    for name, number, label in (("back", page - 1, "上一页"), ("next", page + 1, "下一页"))
                    if 1 <= number <= pages)
    return (
        f'<p class="zq-row zq-count" style="margin:0 0 8px"><span role="status">'
        f'{say("{n} 个数字", n=len(figures))}</span> '
        f'<button type="button" data-picks="compare">{say("画所选的图")}</button><span>{say("存为")}</span>{files}</p>'
        f'<div class="zq-scroll" tabindex="0" role="region" aria-label="{say("指标")}">'
        f'<table class="zq-grid"><thead><tr>'
        f'<th><span class="zq-vh">{say("选")}</span></th>{heads}<th>{say("出处")}</th></tr></thead>'
        f'<tbody>{rows}</tbody></table></div>'
        f'<p class="zq-pages">{say("第 {page} / {pages} 页", page=page, pages=pages)} {steps}</p>')


def _head(name: str, label: str, wish: _Wish, say: Language) -> str:
    up, down = wish.sort == name, wish.sort == f"-{name}"
    order = ' aria-sort="ascending"' if up else ' aria-sort="descending"' if down else ""
    arrow = " ↑" if up else " ↓" if down else ""
    right = ' class="zq-num"' if name in ("value", "growth") else ""
    return (f'<th{order}{right}><a data-view id="zq-sort-{name}" href="'
            f'{wish.link("view/figures", sort=f"-{name}" if up else name)}">{say(label)}{arrow}</a></th>')


def _row(figure: Figure, hint: str, names: Mapping[str, str], say: Language) -> str:
    scope = f' <span class="zq-count">{plain(figure.scope)}</span>' if figure.scope else ""
    warned = f'<br><span class="zq-tag zq-tag-warn" style="white-space:normal">{plain(hint)}</span>' if hint else ""
    report, span, marks = place_of(figure)
    told = plain(f"{figure.zone} {figure.name}")
    return (
        f'<tr><td><input type="checkbox" name="pick" value="{plain(figure.id)}" aria-label="{say("选")} {told}"></td>'
        f"<td>{plain(figure.zone)}</td><td>{plain(figure.period.label) if figure.period else '—'}</td>"
        f"<td>{plain(figure.name)}{scope}{warned}</td><td>{status_tag(figure.status, say)}</td>"
        f'<td class="zq-num">{plain(amount(figure)) or "—"}</td>'
        f'<td class="zq-num">{plain(growth(figure)) or "—"}</td>'
        f'<td><a href="{report_link(report, span, marks)}" title="{plain(names.get(figure.report_id, ""))}">'
        f'{say("原句")}</a> <a href="{view_link("corrections", figure=figure.id)}">{say("更正")}</a></td></tr>')

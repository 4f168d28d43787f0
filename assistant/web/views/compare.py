"""Zones side by side: a chart and a table for each chosen indicator, every number a link to its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from assistant.comparing import Comparison, comparable, compare
from assistant.exporting import FORMATS, Document, Table, write_document
from assistant.extractive.wording import amount, growth
from assistant.web.charts import Sentence, bar_chart, line_chart
from assistant.web.escaping import plain
from assistant.web.interface import LedgerLike
from assistant.web.language import Language, spoken
from assistant.web.rendering import report_link
from assistant.web.views.desk import Desk, html
from assistant.web.views.parts import choose, link, place_of
from index.glossary import normalise
from index.records import Figure, Status

__all__ = ["router"]

_MOST_INDICATORS = 4
_MOST_ZONES = 8


@dataclass(frozen=True, slots=True)
class _Wish:
    indicators: tuple[str, ...]
    zones: tuple[str, ...]
    chart: str  # line or bar
    growth: bool

    def link(self, path: str, **changed: object) -> str:
        return link(path, **{"indicator": list(self.indicators), "zone": list(self.zones), "chart": self.chart,
                             "measure": "growth" if self.growth else "", **changed})


def _wish(request: Request, ledger: LedgerLike) -> _Wish:
    """What is asked for; what isn't said is chosen: the best-filled indicator, every zone."""
    asked = request.query_params
    indicators = [normalise(name.strip()[:60]) for name in asked.getlist("indicator") if name.strip()]
    zones = [zone for zone in asked.getlist("zone") if zone in ledger.zones()]
    if picks := {pick for value in asked.getlist("pick") for pick in value.split("|")}:
        picked = [figure for figure in ledger.figures() if figure.id in picks]
        indicators += [figure.name for figure in picked]
        zones += [figure.zone for figure in picked]
    if drop := asked.get("drop"):
        indicators = [name for name in indicators if name != drop]
    elif not indicators:
        indicators = comparable(ledger.figures())[:1]
    return _Wish(tuple(dict.fromkeys(indicators))[:_MOST_INDICATORS],
                 (tuple(dict.fromkeys(zones)) or tuple(ledger.zones()))[:_MOST_ZONES],
                 "bar" if asked.get("chart") == "bar" else "line", asked.get("measure") == "growth")


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")

    def comparisons(wish: _Wish) -> list[Comparison]:
        ledger = desk.assistant.index.ledger
        own = {card.id: card.period for card in ledger.cards()}
        return [compare(ledger.figures(indicator=name), name, wish.zones, growth=wish.growth, own_period=own)
                for name in wish.indicators]

    def sentence(figure: Figure) -> str:
        report = desk.assistant.index.ledger.report(figure.report_id)
        return report.text[figure.sentence_start:figure.sentence_end] if report else ""

    @routes.get("/compare")
    def view(request: Request) -> HTMLResponse:
        say, ledger = spoken(request), desk.assistant.index.ledger
        wish = _wish(request, ledger)
        if not ledger.zones():
            return html(f'<p class="zq-empty">{say("还没有收录报告。到“报告”页上传。")}</p>')
        shown = "".join(_shown(one, wish, number, say, sentence) for number, one in enumerate(comparisons(wish)))
        return html(_bar(wish, ledger, say) + (shown or f'<p class="zq-empty">{say("选一个指标。")}</p>'))

    @routes.get("/compare.{kind}")
    def download(request: Request, kind: str) -> Response:
        if f".{kind}" not in FORMATS:
            raise HTTPException(404, "没有这种格式")
        wish = _wish(request, desk.assistant.index.ledger)
        names = {card.id: card.title or card.name for card in desk.assistant.index.ledger.cards()}
        document = Document("各开发区指标对比")
        for one in comparisons(wish):
            document.table(_as_table(one, document, names, sentence))
        return Response(write_document(document, f".{kind}"), media_type=FORMATS[f".{kind}"][1],
                        headers={"content-disposition": f'attachment; filename="comparison.{kind}"'})

    return routes


def _bar(wish: _Wish, ledger: LedgerLike, say: Language) -> str:
    names = comparable(ledger.figures())
    listed = "".join(f'<option value="{plain(name)}">' for name in names[:400])
    zones = "".join(
        f'<label class="zq-check"><input type="checkbox" name="zone" value="{plain(zone)}" id="zq-zone-{number}"'
        f'{" checked" if zone in wish.zones else ""}> {plain(zone)}</label>'
        for number, zone in enumerate(ledger.zones()))
    chosen = "".join(
        f'<span class="zq-slot">{plain(name)}<input type="hidden" name="indicator" value="{plain(name)}">'
        f'<a data-view class="zq-drop" role="button" href="{wish.link("view/compare", drop=name)}">'
        f'<span class="zq-vh">{say("去掉")} {plain(name)}</span>×</a></span>'
        for name in wish.indicators)
    add = (f'<label class="zq-grow">{say("加一个指标")}<input type="text" name="indicator" list="zq-names" '
           f'id="zq-compare-add" maxlength="60" autocomplete="off" '
           f'placeholder="{say("写几个字再选，回车加上")}"></label>'
           f'<datalist id="zq-names">{listed}</datalist>') if len(wish.indicators) < _MOST_INDICATORS else ""
    files = "".join(f'<a class="zq-button" download href="{wish.link(f"view/compare.{kind[1:]}")}">{kind[1:]}</a>'
                    for kind in FORMATS)
    return (
        f'<form class="zq-compare-form" action="view/compare" data-live><div class="zq-bar">{add}'
        + choose("chart", say("图"), [("line", say("折线")), ("bar", say("柱形"))], wish.chart, id="zq-compare-chart")
        + choose("measure", say("看"), [("", say("数值")), ("growth", say("增速"))], "growth" if wish.growth else "",
                 id="zq-compare-measure")
        + f'</div><p class="zq-row">{chosen}</p><fieldset class="zq-checks">'
        f'<legend class="zq-vh">{say("开发区")}</legend>{zones}</fieldset><p class="zq-row"><span class="zq-count" style="margin:0">'
        f'{say("存为")}</span>{files}</p></form>')


def _shown(one: Comparison, wish: _Wish, number: int, say: Language, sentence: Sentence) -> str:
    if not one.series:
        return (f'<h2>{plain(one.indicator)}</h2><p class="zq-empty">'
                f'{say("所选的区没有这个指标的{measure}。", measure=say(one.measure))}</p>')
    chart = (bar_chart if wish.chart == "bar" else line_chart)(one, say, sentence, id=f"zq-chart-{number}")
    left = (f'<p class="zq-hint">{say("单位不同、没有画上的：")}'
            f'{plain("、".join(f.value_text for f in one.left_out[:8]))}</p>' if one.left_out else "")
    return (f'<section class="zq-card">{_legend(one, say)}'
            f'<div class="zq-wide" tabindex="0" role="region" aria-label="{say("图")} {plain(one.indicator)}">'
            f"{chart}</div>"
            f'<p class="zq-row"><button type="button" data-picture="zq-chart-{number}" '
            f'data-name="{plain(one.indicator)}">{say("存为图片")}</button></p>{left}{_grid(one, say)}</section>')


def _legend(one: Comparison, say: Language) -> str:
    zones = list(dict.fromkeys(series.zone for series in one.series))
    items = "".join(f'<li><svg width="14" height="14" aria-hidden="true"><circle class="zq-key zq-c{number % 6}" '
                    f'cx="7" cy="7" r="5"/></svg>{plain(zone)}</li>' for number, zone in enumerate(zones))
    kinds = {series.status for series in one.series}
    lines = "".join(f'<li><svg width="26" height="14" aria-hidden="true">'
                    f'<path class="zq-line zq-line-{css}" d="M1 7H25"/></svg>{say(status.value)}</li>'
                    for status, css in ((Status.DONE, "done"), (Status.TARGET, "target")) if status in kinds)
    return f'<ul class="zq-legend-list">{items}{lines}</ul>'


def _grid(one: Comparison, say: Language) -> str:
    heads = "".join(f"<th scope='col' class='zq-num'>{plain(period.label)}</th>" for period in one.periods)
    rows = []
    for series in one.series:
        cells = []
        for period in one.periods:
            point = one.at(series.zone, period, series.status)
            if point is None:
                cells.append(f'<td class="zq-num"><span class="zq-vh">{say("报告中没有")}</span>—</td>')
                continue
            report, span, marks = place_of(point.figure)
            text = growth(point.figure) if one.measure == "增速" else amount(point.figure)
            cells.append(f'<td class="zq-num"><a href="{report_link(report, span, marks)}">{plain(text)}</a></td>')
        rows.append(f"<tr><th scope='row'>{plain(series.zone)} · {say(series.status.value)}</th>{''.join(cells)}</tr>")
    return (f'<div class="zq-scroll" tabindex="0" role="region" aria-label="{plain(one.indicator)}">'
            f'<table class="zq-grid"><thead><tr><th><span class="zq-vh">{say("开发区")}</span></th>{heads}</tr></thead>'
            f"<tbody>{''.join(rows)}</tbody></table></div>")


def _as_table(one: Comparison, document: Document, names: dict[str, str], sentence: Sentence) -> Table:
    rows = []
    for series in one.series:
        cells = [f"{series.zone} · {series.status.value}"]
        for period in one.periods:
            point = one.at(series.zone, period, series.status)
            cells.append("—" if point is None else _noted(point.figure, one, document, names, sentence))
        rows.append(tuple(cells))
    return Table(("开发区", *(period.label for period in one.periods)), tuple(rows),
                 f"{one.indicator}{'增速' if one.measure == '增速' else ''}")


def _noted(figure: Figure, one: Comparison, document: Document, names: dict[str, str], sentence: Sentence) -> str:
    place = " › ".join([names.get(figure.report_id, figure.report_id), *figure.path])
    text = growth(figure) if one.measure == "增速" else amount(figure)
    return f"{text}[{document.notes.number(f'{place}：“{sentence(figure).strip()}”')}]"

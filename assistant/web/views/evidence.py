"""A report as it was read: beside the chat with the cited words marked, or whole with outline, figures and search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse

from assistant.web.escaping import plain
from assistant.web.interface import CardLike
from assistant.web.language import Language, spoken
from assistant.web.rendering import render_trouble
from assistant.web.reportview import Layer, facts_of, render_report, report_body
from assistant.web.views.desk import Desk, html
from assistant.web.views.parts import STATUS_CLASS, choose, field, link, view_link
from index.records import Figure, Report, Section

__all__ = ["router"]

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_MOST_FOUND = 500


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")

    @routes.get("/report/{report_id}")
    def view_report(request: Request, report_id: str, span: str = "", marks: str = "") -> HTMLResponse:
        """The report as HTML, [start, end) of ``span=start-end`` marked; ``marks`` are such pairs joined by commas."""
        say = spoken(request)
        ledger = desk.assistant.index.ledger
        report = ledger.report(report_id)
        if report is None:
            return html(render_trouble(say("这份报告已经不在索引里了"), say("重新提问，或到“报告”页查看")), 404)
        sections = ledger.sections(report.id)
        cited = next(iter(_spans(span)), None)
        return html(render_report(report, sections, span=cited, marks=_spans(marks), place=_place(sections, cited),
                                  say=say))

    @routes.get("/evidence")
    def evidence(request: Request, report: str = "", find: str = "", hit: int = 1) -> HTMLResponse:
        """A whole report, with what is looked for marked; the ``hit``-th (from 1) is scrolled to."""
        say, ledger = spoken(request), desk.assistant.index.ledger
        cards = ledger.cards()
        if not cards:
            return html(f'<p class="zq-empty">{say("还没有收录报告。到“报告”页上传。")}</p>')
        found = ledger.report(report) or ledger.report(cards[0].id)
        assert found is not None
        return html(_evidence(found, ledger.sections(found.id), ledger.figures(report_id=found.id), cards,
                              find.strip()[:80], hit, say))

    @routes.get("/original/{report_id}")
    def original(report_id: str) -> FileResponse:
        """The file as it lies in the reports folder, to be saved, never shown as a page of ours."""
        report = desk.assistant.index.ledger.report(report_id)
        path = _inside(desk.settings.reports_dir, report.name) if report else None
        if path is None:
            raise HTTPException(404, "原文件已经不在了")
        return FileResponse(path, filename=path.name, media_type="application/octet-stream",
                            content_disposition_type="attachment")

    return routes


def _inside(folder: Path, name: str) -> Path | None:
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None


def _spans(text: str) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in _SPAN.findall(text[:2_000])]


def _place(sections: Sequence[Section], cited: tuple[int, int] | None) -> tuple[str, ...]:
    inner = [s for s in sections if cited and s.start <= cited[0] < s.end]
    return max(inner, key=lambda s: s.level).path if inner else ()


def _evidence(report: Report, sections: Sequence[Section], figures: Sequence[Figure], cards: Sequence[CardLike],
              find: str, hit: int, say: Language) -> str:
    hits = [m.start() for m in re.finditer(re.escape(find), report.text)][:_MOST_FOUND] if find else []
    here = hits[min(max(hit, 1), len(hits)) - 1] if hits else -1
    layers = _found(hits, len(find), here) if find else _figures(figures, say)
    choice = choose("report", say("报告"), [(card.id, card.title or card.name) for card in cards], report.id,
                    id="zq-evidence-report")
    search = field("find", say("在报告里找"), find, id="zq-evidence-find", hint=say("词或数"))
    return (
        f'<form class="zq-bar" role="search" action="view/evidence" data-live>{choice}{search}'
        f'<a class="zq-button" href="{link(f"view/original/{report.id}")}" download>{say("下载原文件")}</a></form>'
        f"{_counted(report, find, hits, here, say)}"
        f'<div class="zq-reading-room">{_outline(sections, say)}'
        f'<div class="zq-report-pane" tabindex="0" role="region" aria-label="{say("报告原文")}">'
        f'<h2>{plain(report.title or report.name)}</h2><p class="zq-count">{plain(facts_of(report))}</p>{_legend(say)}'
        f'<article class="zq-report-body" lang="zh-CN">'
        f'{report_body(report, sections, layers=layers, anchors="zq-at-")}</article></div></div>')


def _counted(report: Report, find: str, hits: Sequence[int], here: int, say: Language) -> str:
    if not find:
        return ""
    if not hits:
        return f'<p class="zq-count" role="status">{say("没有找到“{text}”。", text=plain(find))}</p>'
    at = hits.index(here) + 1
    steps = "".join(
        f'<a data-view class="zq-button" id="zq-step-{name}" href="'
        f'{link("view/evidence", report=report.id, find=find, hit=(at - 1 + step) % len(hits) + 1)}">{say(label)}</a>'
        for name, step, label in (("back", -1, "上一处"), ("next", 1, "下一处")))
    told = say("“{text}”共 {n} 处，这是第 {at} 处", text=plain(find), n=len(hits), at=at)
    return f'<p class="zq-row zq-count" role="status">{told} {steps}</p>'


def _found(hits: Sequence[int], length: int, here: int) -> list[Layer]:
    return [Layer(at, at + length, f'<mark class="zq-hit{" zq-hit-here" if at == here else ""}"'
                  f'{" data-here" if at == here else ""}>', "</mark>") for at in hits]


def _figures(figures: Sequence[Figure], say: Language) -> list[Layer]:
    """Each figure underlined by its status; the innermost of two that overlap is left out."""
    layers: list[Layer] = []
    for figure in sorted(figures, key=lambda f: (f.start, -f.end)):
        if layers and figure.start < layers[-1].end:
            continue
        told = " · ".join([figure.name, figure.period.label if figure.period else say("时期不明"),
                           say(figure.status.value), figure.value_text or figure.growth_text])
        layers.append(Layer(
            figure.start, figure.end, f'<a class="zq-fig zq-fig-{STATUS_CLASS[figure.status]}" title="{plain(told)}" '
            f'href="{view_link("corrections", figure=figure.id)}">', "</a>"))
    return layers


def _legend(say: Language) -> str:
    items = " ".join(f'<span class="zq-fig zq-fig-{name}">{say(status.value)}</span>'
                     for status, name in STATUS_CLASS.items())
    return f'<p class="zq-legend">{say("下划线是认出的数字：")}{items}<br>{say("点一下可以更正。")}</p>'


def _outline(sections: Sequence[Section], say: Language) -> str:
    items = "".join(f'<li class="zq-level-{min(s.level, 4)}"><a href="#zq-at-{s.start}" data-jump>'
                    f"{plain(s.path[-1] if s.path else '')}</a></li>" for s in sections if s.body_start > s.start)
    inside = f"<ol>{items}</ol>" if items else f'<p class="zq-count">{say("这份报告没有标题")}</p>'
    return f'<nav class="zq-outline" aria-label="{say("目录")}">{inside}</nav>'

"""Report → HTML for reading beside the chat: headings, paragraphs, tables and pages, with the cited words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.web.escaping import plain
from assistant.web.language import CHINESE, Language
from index.records import Cell, Report, Section, Table

__all__ = ["Layer", "facts_of", "render_report", "report_body"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of the text and the tags around each of its pieces; layers must not overlap within one list."""

    start: int
    end: int
    opening: str
    closing: str


def render_report(report: Report, sections: Sequence[Section], *, span: Span | None = None,
                  marks: Sequence[Span] = (), place: Sequence[str] = (), say: Language = CHINESE) -> str:
    """The report as one article.  ``span`` is the cited stretch, ``marks`` the very answer in it; offsets in its text.

    The first marked element has the id ``zq-target``; spans outside the text are cut to it.
    """
    page = report.page_at(span[0]) if span else None
    where = [*place, *([say("第 {n} 页", n=page)] if page is not None else [])]
    path = f'<span class="zq-vh">{say("引文位置：")}</span>{" › ".join(map(plain, where))}' if where else ""
    return (
        f'<header class="zq-report-head"><h2 id="zq-report-title" tabindex="-1">{plain(report.title or report.name)}'
        f'</h2><p class="zq-facts">{plain(facts_of(report))}</p>'
        f'<p class="zq-file">{plain(report.name)}</p><p class="zq-where">{path}</p></header>'
        f'<article class="zq-report-body" lang="zh-CN">'
        f"{report_body(report, sections, span=span, marks=marks)}</article>"
    )


def facts_of(report: Report) -> str:
    facts = [report.zone, report.period.label if report.period else "", report.source,
             report.date.isoformat() if report.date else ""]
    return " · ".join(fact for fact in facts if fact)


def report_body(report: Report, sections: Sequence[Section], *, span: Span | None = None, marks: Sequence[Span] = (),
                layers: Sequence[Layer] = (), anchors: str = "") -> str:
    """Headings, paragraphs, tables and pages.  With ``anchors`` headings get ids: that word and the heading's start."""
    return "".join(_View(report, sections, span, marks, layers, anchors).blocks())


class _View:
    """One rendering of one report."""

    def __init__(self, report: Report, sections: Sequence[Section], span: Span | None, marks: Sequence[Span],
                 layers: Sequence[Layer], anchors: str) -> None:
        self.text = report.text
        self.span = span if span and 0 <= span[0] < span[1] else None
        self.marks = sorted(mark for mark in marks if mark[0] < mark[1])
        self.layers = sorted(layers, key=lambda layer: layer.start)
        self.starts = [layer.start for layer in self.layers]
        self.anchors = anchors
        self.headings = {s.start: s for s in sections if s.body_start > s.start}
        self.tables = {table.start: table for table in report.tables}
        self.pages = {page.start: page.number for page in report.pages}
        self.target_given = False

    def blocks(self) -> Iterator[str]:
        at = 0
        page_starts = sorted(self.pages)
        while at < len(self.text):
            while page_starts and page_starts[0] <= at:
                yield f'<p class="zq-page">第 {self.pages[page_starts.pop(0)]} 页</p>'
            if table := self.tables.get(at):
                yield self._table(table)
                at = max(table.end, at + 1)
                continue
            end = self.text.find("\n", at)
            end = len(self.text) if end < 0 else end
            start = at + len(self.text[at:end]) - len(self.text[at:end].lstrip())
            if start < end:
                yield self._line(start, end)
            at = end + 1

    def _line(self, start: int, end: int) -> str:
        section = self.headings.get(start)
        if section is None:
            return f"<p>{self._inline(start, end)}</p>"
        anchor = f' id="{self.anchors}{start}"' if self.anchors else ""
        if section.body_start >= end:
            level = min(max(section.level, 1), 4) + 2
            return f"<h{level}{anchor}>{self._inline(start, end)}</h{level}>"
        body = section.body_start
        return f"<p{anchor}><b>{self._inline(start, body)}</b>{self._inline(body, end)}</p>"

    def _inline(self, start: int, end: int) -> str:
        """Escaped text of [start, end), the overlap with the cited span inside one <mark>."""
        if self.span is None or self.span[1] <= start or end <= self.span[0]:
            return self._layered(start, end)
        a, b = max(start, self.span[0]), min(end, self.span[1])
        target = "" if self.target_given else ' id="zq-target"'
        self.target_given = True
        return (self._layered(start, a) + f'<mark class="zq-mark"{target}>{self._keyed(a, b)}</mark>'
                + self._layered(b, end))

    def _keyed(self, start: int, end: int) -> str:
        out = []
        for a, b in self.marks:
            a, b = max(a, start), min(b, end)
            if a < b:
                out.append(f"{self._layered(start, a)}<strong>{self._layered(a, b)}</strong>")
                start = b
        return "".join(out) + self._layered(start, end)

    def _layered(self, start: int, end: int) -> str:
        """Escaped text with the layers that touch it around their pieces."""
        out = []
        for layer in self.layers[max(bisect_right(self.starts, start) - 1, 0):]:
            if layer.start >= end:
                break
            a, b = max(layer.start, start), min(layer.end, end)
            if a < b:
                out.append(f"{plain(self.text[start:a])}{layer.opening}{plain(self.text[a:b])}{layer.closing}")
                start = b
        return "".join(out) + plain(self.text[start:end])

    def _table(self, table: Table) -> str:
        rows = [self._row(row, head=number < table.heads) for number, row in enumerate(table.grid)]
        head, body = "".join(rows[:table.heads]), "".join(rows[table.heads:])
        label = plain(table.caption or "表格")  # the caption itself is a line of the text above
        return (f'<div class="zq-table" role="region" aria-label="{label}" tabindex="0"><table>'
                f"<thead>{head}</thead><tbody>{body}</tbody></table></div>")

    def _row(self, row: Sequence[Cell], *, head: bool) -> str:
        tag, out, column = ("th" if head else "td"), [], 0
        while column < len(row):
            cell, width = row[column], 1
            while column + width < len(row) and (row[column + width].start, row[column + width].end) == (
                    cell.start, cell.end) and cell.start < cell.end:
                width += 1
            span = f' colspan="{width}"' if width > 1 else ""
            scope = ' scope="col"' if head else ""
            out.append(f"<{tag}{scope}{span}>{self._inline(cell.start, cell.end)}</{tag}>")
            column += width
        return f"<tr>{''.join(out)}</tr>"


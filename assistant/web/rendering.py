"""Answer → HTML: the figure, the sentence under it, its numbered citations, a badge for every number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from assistant.records import Answer, Choice, Citation, Verdict, VerdictKind
from assistant.web.escaping import plain

__all__ = ["ask_link", "render_answer", "render_question", "render_trouble", "render_waiting", "report_link"]

_BADGES = {
    VerdictKind.SUPPORTED: ("ok", "原文", "这个数字原样见于所引的句子"),
    VerdictKind.COMPUTED: ("calc", "计算", "由报告里的数字算得"),
    VerdictKind.UNSUPPORTED: ("doubt", "未核实", "在所引的句子里没有找到这个数字，请勿直接引用"),
}
_NUMBER = re.compile(r"(?P<number>[-+－]?[\d０-９][\d０-９.,．，]*)(?P<unit>.*)", re.DOTALL)
_DATES = ("年", "月", "日")
_HEADLINE_NUMBERS = 3  # more numbers than this make a list or a comparison, which has no single headline
_LEAD_CHARS = 30
_OPEN_CHIPS = 6  # more badges than this are folded away


def render_question(text: str) -> str:
    return f'<p class="zq-question">{plain(text)}</p>'


def render_waiting() -> str:
    return '<p class="zq-waiting" role="status">正在报告里查找…</p>'


def render_trouble(message: str, mend: str = "") -> str:
    """An error that stopped the answer, with what can be done about it."""
    advice = f'<span class="zq-mend">{plain(mend)}</span>' if mend else ""
    return f'<p class="zq-trouble" role="alert">{plain(message)}{advice}</p>'


def report_link(report_id: str, span: tuple[int, int] | None = None, marks: Sequence[tuple[int, int]] = ()) -> str:
    """The href that page.js opens the report with.  Spans ride in the fragment: Gradio's sanitizer drops ``data-*``."""
    link = f"#report={quote(report_id, safe='')}"
    if span:
        link += f"&span={span[0]}-{span[1]}"
    if marks:
        link += "&marks=" + ",".join(f"{start}-{end}" for start, end in marks)
    return plain(link)


def ask_link(choice: Choice, css_class: str) -> str:
    return (f'<a class="{css_class}" role="button" href="#ask={quote(choice.question, safe="")}">'
            f"{plain(choice.label)}</a>")


def render_answer(answer: Answer) -> str:
    """One HTML block on one line.  Ids are unique per answer, so several answers can stand on one page."""
    parts = [_understood(answer), _headline(answer), _body(answer), _chips(answer), _choices(answer),
             _sources(answer.citations), _suggestions(answer.suggestions), _foot(answer)]
    refused = " zq-refused" if answer.refused else ""
    return f'<article class="zq-answer{refused}">{"".join(parts)}</article>'


def _understood(answer: Answer) -> str:
    query = answer.query
    slots = [*query.zones, *(period.label for period in query.periods), *query.indicators]
    if not slots or answer.refused:
        return ""
    return f'<p class="zq-understood"><span class="zq-vh">理解为：</span>{" · ".join(map(plain, slots))}</p>'


def _headline(answer: Answer) -> str:
    """The number asked for, large; nothing for refusals, questions back, lists and sentences without a number."""
    aside = answer.text.find("（")  # what stands in brackets explains: whose number it is, how it was computed
    told = [verdict for verdict in _told(answer) if aside < 0 or verdict.start < aside]
    if answer.refused or answer.choices or not 0 < len(told) <= _HEADLINE_NUMBERS:
        return ""
    first, *others = told
    parted = _NUMBER.fullmatch(first.text)
    number, unit = (parted["number"], parted["unit"]) if parted else (first.text, "")
    rest = "".join(f'<span class="zq-second"><span class="zq-lead">{plain(_lead(answer.text, verdict))}</span>'
                   f"{plain(verdict.text)}{_badge(verdict)}</span>" for verdict in others)
    unit_html = f'<span class="zq-unit">{plain(unit)}</span>' if unit else ""
    return (f'<p class="zq-headline"><span class="zq-figure">{plain(number)}{unit_html}</span>'
            f"{_badge(first)}{rest}</p>")


def _lead(text: str, verdict: Verdict) -> str:
    """The words between the previous mark of punctuation and the number: 同比增长."""
    before = re.split(r"[，,。；;、：:（）()\s]", text[max(0, verdict.start - 12): verdict.start])[-1]
    return before if not re.search(r"[\d.]", before) else ""


def _body(answer: Answer) -> str:
    listed = len(answer.statements) > 2
    pieces: list[str] = []
    offset = 0
    for statement in answer.statements:
        end = offset + len(statement.text)
        inside = [v for v in answer.verdicts if offset <= v.start and v.end <= end and v.kind in _BADGES
                  and not _is_confirmed_date(answer.text, v)]
        text = _numbers_marked(answer.text, offset, end, inside)
        cites = "".join(_citation(answer.citations, number) for number in statement.citations)
        pieces.append(f"<li>{text}{cites}</li>" if listed else f"{text}{cites}")
        offset = end
    return f'<ul class="zq-text">{"".join(pieces)}</ul>' if listed else f'<p class="zq-text">{"".join(pieces)}</p>'


def _numbers_marked(text: str, start: int, end: int, verdicts: Iterable[Verdict]) -> str:
    out: list[str] = []
    for verdict in sorted(verdicts, key=lambda v: v.start):
        if verdict.start < start:
            continue  # overlaps the number before
        unit = text.startswith(verdict.text, verdict.start)  # a verdict's span may end before the unit in its text
        stop = min(end, verdict.start + len(verdict.text)) if unit else verdict.end
        out.append(plain(text[start:verdict.start]))
        out.append(f'<span class="zq-n zq-n-{_BADGES[verdict.kind][0]}">{plain(text[verdict.start:stop])}</span>')
        start = stop
    return "".join(out) + plain(text[start:end])


def _citation(citations: Sequence[Citation], number: int) -> str:
    for citation in citations:
        if citation.number == number:
            link = report_link(citation.report_id, (citation.start, citation.end), citation.marks)
            return (f'<a class="zq-cite" role="button" href="{link}"><span class="zq-vh">打开来源</span>'
                    f"[{number}]</a>")
    return f'<span class="zq-cite zq-broken">[{number}]</span>'


def _badge(verdict: Verdict) -> str:
    kind, label, meaning = _BADGES[verdict.kind]
    return f'<span class="zq-badge zq-{kind}" title="{plain(verdict.note or meaning)}">{label}</span>'


def _is_confirmed_date(text: str, verdict: Verdict) -> bool:
    """A year, month or day that a report bears out is no figure: it needs no badge.  One that none does keeps it."""
    said = verdict.text + text[verdict.start + len(verdict.text):][:1]
    return verdict.kind is VerdictKind.SUPPORTED and (verdict.text.endswith(_DATES) or said.endswith(_DATES))


def _told(answer: Answer) -> list[Verdict]:
    """Every number of the answer once: no confirmed dates, none that only repeats the question, one for a formula."""
    seen: dict[tuple[VerdictKind, str], Verdict] = {}
    for verdict in answer.verdicts:
        if verdict.kind not in _BADGES or _is_confirmed_date(answer.text, verdict):
            continue
        parted = _NUMBER.fullmatch(verdict.text)
        key = (verdict.kind, verdict.formula or (parted["number"] if parted else verdict.text))
        if key not in seen or (verdict.formula.endswith(verdict.text) and not verdict.formula.endswith(seen[key].text)):
            seen[key] = verdict  # of a formula, its result
    return sorted(seen.values(), key=lambda verdict: verdict.start)


def _chips(answer: Answer) -> str:
    told = _told(answer)
    if not told:
        return ""
    doubtful = sum(v.kind is VerdictKind.UNSUPPORTED for v in told)
    items = "".join(f"<li>{_chip(verdict)}</li>" for verdict in told)
    chips = f'<ul class="zq-chips" aria-label="数字核对">{items}</ul>'
    formulas = any(v.formula for v in told)
    if not doubtful and not formulas and _headline(answer).count("zq-badge") == len(told):
        return ""  # the headline has shown each with its badge already
    if len(told) <= _OPEN_CHIPS or doubtful:
        return chips
    return f'<details class="zq-fold"><summary>{len(told)} 个数字都已核对</summary>{chips}</details>'


def _chip(verdict: Verdict) -> str:
    formula = f'<span class="zq-formula">{plain(verdict.formula)}</span>' if verdict.formula else ""
    note = f'<span class="zq-formula">{plain(verdict.note)}</span>' if verdict.note and not formula else ""
    return f"{plain(verdict.text)}{_badge(verdict)}{formula}{note}"


def _sources(citations: Sequence[Citation]) -> str:
    items = "".join(f"<li>{_source(citation)}</li>" for citation in citations)
    return f'<ol class="zq-sources" aria-label="来源">{items}</ol>' if items else ""


def _source(citation: Citation) -> str:
    place = [citation.title or citation.report, *citation.heading]
    if citation.page is not None:
        place.append(f"第 {citation.page} 页")
    link = report_link(citation.report_id, (citation.start, citation.end), citation.marks)
    return (f'<a class="zq-source" href="{link}"><span class="zq-no">{citation.number}</span>'
            f'<q class="zq-quote">{_quote(citation, _near_the_answer(citation))}</q>'
            f'<q class="zq-full">{_quote(citation, citation.start)}</q>'
            f'<span class="zq-place">{" › ".join(map(plain, place))}</span></a>')


def _near_the_answer(citation: Citation) -> int:
    """Where a two-line excerpt of the quote begins: at a clause not far before the answer."""
    first = min((start for start, _ in citation.marks), default=citation.start) - citation.start
    if first <= _LEAD_CHARS:
        return citation.start
    clause = max(citation.quote.rfind(mark, 0, first - _LEAD_CHARS // 2) for mark in "，,；;、")
    return citation.start + max(clause + 1, first - 2 * _LEAD_CHARS)


def _quote(citation: Citation, at: int) -> str:
    out = ["…"] if at > citation.start else []
    for start, end in sorted(citation.marks):
        if start < at or end > citation.end:
            continue
        out.append(plain(citation.quote[at - citation.start: start - citation.start]))
        out.append(f"<strong>{plain(citation.quote[start - citation.start: end - citation.start])}</strong>")
        at = end
    return "".join(out) + plain(citation.quote[at - citation.start:])


def _choices(answer: Answer) -> str:
    items = "".join(f'<li>{ask_link(choice, "zq-choice")}</li>' for choice in answer.choices)
    return f'<ul class="zq-choices" aria-label="请选择">{items}</ul>' if items else ""


def _suggestions(suggestions: Sequence[str]) -> str:
    items = "".join(f'<li>{ask_link(Choice(text, text), "zq-suggest")}</li>' for text in suggestions)
    return f'<ul class="zq-suggestions" aria-label="接着问">{items}</ul>' if items else ""


def _foot(answer: Answer) -> str:
    reader = "" if answer.reader == "offline" else f"由 {plain(answer.reader)} 作答 · "
    return f'<p class="zq-foot">{reader}用时 {max(answer.seconds, 0.001):.3f} 秒</p>'

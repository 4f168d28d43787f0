"""Answer → HTML: the figure, the sentence under it, its numbered citations, a badge for every number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import quote, urlencode

from assistant.conversations import Said
from assistant.records import Answer, Choice, Citation, Operation, Verdict, VerdictKind
from assistant.web.escaping import plain
from assistant.web.language import CHINESE, Language
from assistant.web.slots import Slot, slots

__all__ = ["ask_link", "as_text", "do_link", "render_answer", "render_question", "render_said", "render_trouble",
           "render_waiting", "report_link"]

_BADGES = {
    VerdictKind.SUPPORTED: ("ok", "原文", "这个数字原样见于所引的句子"),
    VerdictKind.COMPUTED: ("calc", "计算", "由报告里的数字算得"),
    VerdictKind.CORRECTED: ("fixed", "已更正", "和报告里印的不同，由编辑更正"),
    VerdictKind.UNSUPPORTED: ("doubt", "未核实", "在所引的句子里没有找到这个数字，请勿直接引用"),
}
_NUMBER = re.compile(r"(?P<number>[-+－]?[\d０-９][\d０-９.,．，]*)(?P<unit>.*)", re.DOTALL)
_DATES = ("年", "月", "日")
_HEADLINE_NUMBERS = 3  # more numbers than this make a list or a comparison, which has no single headline
_SHORT_CHARS = 40  # an answer that is little more than its number
_LEAD_CHARS = 30
_OPEN_CHIPS = 6  # more badges than this are folded away


def render_question(text: str, say: Language = CHINESE, *, turn: int = -1) -> str:
    """With its number a question kept in a conversation can be edited."""
    edit = ""
    if turn >= 0:
        edit = (f'<a class="zq-act zq-edit" role="button" href="{do_link("edit", turn=turn, question=text)}">'
                f'{say("修改")}<span class="zq-vh">{say("这个问题")}</span></a>')
    return f'<div class="zq-asked"><p class="zq-question">{plain(text)}</p>{edit}</div>'


def render_waiting(say: Language = CHINESE) -> str:
    return f'<p class="zq-waiting" role="status">{say("正在报告里查找…")}</p>'


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


def do_link(action: str, **values: object) -> str:
    """The href of what page.js does on a click: ``#do=retry&turn=3``."""
    return plain("#" + urlencode({"do": action, **values}, quote_via=quote))


def render_said(said: Said, say: Language = CHINESE, *, last: bool = False) -> str:
    """One turn's answer, or the trouble there was, with what can be done with it; ``last`` adds asking it again."""
    if said.answer is None:
        return render_trouble(say(said.trouble), say(said.mend))
    return render_answer(said.answer, say, said=said, last=last)


def render_answer(answer: Answer, say: Language = CHINESE, *, said: Said | None = None, last: bool = False) -> str:
    """One HTML block on one line.  Without ``said`` nothing can be done with the answer but read it."""
    parts = [_understood(said, say) if said else "", _headline(answer, say), _body(answer, say), _chips(answer, say),
             _remarks(answer, say), _choices(answer, say), _sources(answer.citations, say),
             _suggestions(answer.suggestions, say), _actions(said, answer, say, last=last) if said else "",
             _foot(answer, say)]
    refused = " zq-refused" if answer.refused else ""
    return f'<article class="zq-answer{refused}">{"".join(parts)}</article>'


def _understood(said: Said, say: Language) -> str:
    """What was understood, slot by slot; one can be changed, and one that can be taken away has a cross."""
    items = "".join(f"<li>{_slot(slot, at, said, say)}</li>" for at, slot in enumerate(slots(said)))
    return f'<ul class="zq-slots" aria-label="{say("理解为")}">{items}</ul>' if items else ""


def _slot(slot: Slot, at: int, said: Said, say: Language) -> str:
    shown = f'<span class="zq-slot-kind">{say(slot.kind)}</span> {plain(say(slot.label))}'
    if slot.can_change:
        shown = (f'<a class="zq-pick" role="button" href="{do_link("slot", turn=said.number, at=at)}">{shown}'
                 f'<span class="zq-vh">{say("，换一个")}</span></a>')
    drop = (f'<a class="zq-drop" role="button" href="{do_link("change", turn=said.number, at=at)}">'
            f'<span class="zq-vh">{say("去掉“{slot}”再问", slot=plain(slot.label))}</span>×</a>') if slot.can_go else ""
    return f'<span class="zq-slot">{shown}{drop}</span>'


def _remarks(answer: Answer, say: Language) -> str:
    """What in the reports disagrees with the answer, and why a language model did not word it."""
    told = [say("提示：{hint}", hint=plain(hint)) for hint in answer.hints]
    told += [plain(answer.fallback)] if answer.fallback else []
    items = "".join(f"<li>{one}</li>" for one in told)
    return f'<ul class="zq-remarks" aria-label="{say("提示")}">{items}</ul>' if items else ""


def _actions(said: Said, answer: Answer, say: Language, *, last: bool) -> str:
    turn = said.number
    acts = [("copy", "复制"), ("share", "分享"), ("good", "准确"), ("bad", "有误")]
    if last:
        acts.insert(0, ("retry", "重试"))
    links = "".join(f'<li><a class="zq-act zq-act-{act}" role="button" href="{do_link(act, turn=turn)}">{say(label)}'
                    "</a></li>" for act, label in acts)
    if answer.query.indicators and answer.citations:
        compare = plain("#" + urlencode({"view": "compare", "indicator": answer.query.indicators[0]}, quote_via=quote))
        links += f'<li><a class="zq-act" role="button" href="{compare}">{say("看图")}</a></li>'
    text = plain(as_text(answer, say))
    return (f'<ul class="zq-acts" aria-label="{say("对这个回答")}">{links}</ul>'
            f'<span class="zq-copytext" aria-hidden="true">{text}</span>'
            f'<span class="zq-sharetext" aria-hidden="true">{plain(answer.query.text or answer.question)}</span>')


def as_text(answer: Answer, say: Language = CHINESE) -> str:
    """The answer as text with its sources, as it is copied."""
    lines = [answer.question, "", answer.marked]
    lines += [f"{verdict.text} = {verdict.formula}" for verdict in answer.verdicts
              if verdict.formula and verdict.formula.endswith(verdict.text) and verdict.formula not in answer.text]
    lines += [f"{verdict.text}：{verdict.note}" for verdict in answer.verdicts if verdict.kind is VerdictKind.CORRECTED]
    lines += [say("提示：{hint}", hint=hint) for hint in answer.hints]
    if answer.citations:
        lines += ["", say("来源")]
    for citation in answer.citations:
        place = " › ".join([citation.title or citation.report, *citation.heading])
        page = say("，第 {n} 页", n=citation.page) if citation.page is not None else ""
        lines.append(f"[{citation.number}] {place}{page}：“{citation.quote.strip()}”")
    return "\n".join(lines)


def _headline(answer: Answer, say: Language) -> str:
    """The number asked for, large; nothing for refusals, questions back, lists and sentences without a number."""
    aside = answer.text.find("（")  # what stands in brackets explains: whose number it is, how it was computed
    told = _told(replace(answer, verdicts=tuple(v for v in answer.verdicts if aside < 0 or v.start < aside)))
    if answer.refused or answer.choices or not 0 < len(told) <= _HEADLINE_NUMBERS:
        return ""
    first, *others = told
    if first.text.isdecimal() or len(answer.text if aside < 0 else answer.text[:aside]) > _SHORT_CHARS:
        return ""  # 表1, 第3点, or a sentence of the report that holds a number: the sentence is the answer
    parted = _NUMBER.fullmatch(first.text)
    number, unit = (parted["number"], parted["unit"]) if parted else (first.text, "")
    rest = "".join(f'<span class="zq-second"><span class="zq-lead">{plain(_lead(answer.text, verdict))}</span>'
                   f"{plain(verdict.text)}{_badge(verdict, say)}</span>" for verdict in others)
    unit_html = f'<span class="zq-unit">{plain(unit)}</span>' if unit else ""
    return (f'<p class="zq-headline"><span class="zq-figure">{plain(number)}{unit_html}</span>'
            f"{_badge(first, say)}{rest}</p>")


def _lead(text: str, verdict: Verdict) -> str:
    """The words between the previous mark of punctuation and the number: 同比增长."""
    before = re.split(r"[，,。；;、：:（）()\s]", text[max(0, verdict.start - 12): verdict.start])[-1]
    return before if not re.search(r"[\d.]", before) else ""


def _body(answer: Answer, say: Language) -> str:
    listed = len(answer.statements) > 2
    pieces: list[str] = []
    offset = 0
    for statement in answer.statements:
        end = offset + len(statement.text)
        inside = [v for v in answer.verdicts if offset <= v.start and v.end <= end and v.kind in _BADGES
                  and not _is_confirmed_date(answer.text, v) and not _counts(v)
                  and answer.query.operation is not Operation.META]
        text = _numbers_marked(answer.text, offset, end, inside)
        cites = "".join(_citation(answer.citations, number, say) for number in statement.citations)
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


def _citation(citations: Sequence[Citation], number: int, say: Language) -> str:
    for citation in citations:
        if citation.number == number:
            link = report_link(citation.report_id, (citation.start, citation.end), citation.marks)
            return (f'<a class="zq-cite" role="button" href="{link}"><span class="zq-vh">{say("打开来源")}</span>'
                    f"[{number}]</a>")
    return f'<span class="zq-cite zq-broken">[{number}]</span>'


def _badge(verdict: Verdict, say: Language) -> str:
    kind, label, meaning = _BADGES[verdict.kind]
    return f'<span class="zq-badge zq-{kind}" title="{plain(say(verdict.note or meaning))}">{say(label)}</span>'


def _is_confirmed_date(text: str, verdict: Verdict) -> bool:
    """A year, month or day that a report bears out is no figure: it needs no badge.  One that none does keeps it."""
    said = verdict.text + text[verdict.start + len(verdict.text):][:1]
    return verdict.kind is VerdictKind.SUPPORTED and (verdict.text.endswith(_DATES) or said.endswith(_DATES))


def _counts(verdict: Verdict) -> bool:
    """共3条: how many things the answer itself lists."""
    return verdict.kind is VerdictKind.COMPUTED and not verdict.formula


def _told(answer: Answer) -> list[Verdict]:
    """Every number of the answer once: no confirmed dates, none that only repeats the question, one for a formula."""
    if answer.query.operation is Operation.META:
        return []  # of the assistant itself: what it says of the index stands in no report
    seen: dict[tuple[VerdictKind, str], Verdict] = {}
    for verdict in answer.verdicts:
        if verdict.kind not in _BADGES or _is_confirmed_date(answer.text, verdict) or _counts(verdict):
            continue
        parted = _NUMBER.fullmatch(verdict.text)
        key = (verdict.kind, verdict.formula or (parted["number"] if parted else verdict.text))
        if key not in seen or (verdict.formula.endswith(verdict.text) and not verdict.formula.endswith(seen[key].text)):
            seen[key] = verdict  # of a formula, its result
    return sorted(seen.values(), key=lambda verdict: verdict.start)


def _chips(answer: Answer, say: Language) -> str:
    told = _told(answer)
    if not told:
        return ""
    doubtful = sum(v.kind in (VerdictKind.UNSUPPORTED, VerdictKind.CORRECTED) for v in told)
    items = "".join(f"<li>{_chip(verdict, say)}</li>" for verdict in told)
    chips = f'<ul class="zq-chips" aria-label="{say("数字核对")}">{items}</ul>'
    formulas = any(v.formula for v in told)
    if not doubtful and not formulas and _headline(answer, say).count("zq-badge") == len(told):
        return ""  # the headline has shown each with its badge already
    if len(told) <= _OPEN_CHIPS or doubtful:
        return chips
    return f'<details class="zq-fold"><summary>{say("{n} 个数字都已核对", n=len(told))}</summary>{chips}</details>'


def _chip(verdict: Verdict, say: Language) -> str:
    formula = f'<span class="zq-formula">{plain(verdict.formula)}</span>' if verdict.formula else ""
    note = f'<span class="zq-formula">{plain(verdict.note)}</span>' if verdict.note else ""
    return f"{plain(verdict.text)}{_badge(verdict, say)}{formula}{note}"


def _sources(citations: Sequence[Citation], say: Language) -> str:
    items = "".join(f"<li>{_source(citation, say)}</li>" for citation in citations)
    return f'<ol class="zq-sources" aria-label="{say("来源")}">{items}</ol>' if items else ""


def _source(citation: Citation, say: Language) -> str:
    place = [citation.title or citation.report, *citation.heading]
    if citation.page is not None:
        place.append(say("第 {n} 页", n=citation.page))
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


def _choices(answer: Answer, say: Language) -> str:
    labels = [choice.label for choice in answer.choices]  # two that look alike are told apart by what they ask
    told = [choice if labels.count(choice.label) == 1 else Choice(choice.question, choice.question)
            for choice in answer.choices]
    items = "".join(f'<li>{ask_link(choice, "zq-choice")}</li>' for choice in told)
    return f'<ul class="zq-choices" aria-label="{say("请选择")}">{items}</ul>' if items else ""


def _suggestions(suggestions: Sequence[str], say: Language) -> str:
    items = "".join(f'<li>{ask_link(Choice(text, text), "zq-suggest")}</li>' for text in suggestions)
    return f'<ul class="zq-suggestions" aria-label="{say("接着问")}">{items}</ul>' if items else ""


def _foot(answer: Answer, say: Language) -> str:
    reader = "" if answer.reader == "offline" else say("由 {name} 作答", name=plain(answer.reader)) + " · "
    return f'<p class="zq-foot">{reader}{say("用时 {s} 秒", s=f"{max(answer.seconds, 0.001):.3f}")}</p>'

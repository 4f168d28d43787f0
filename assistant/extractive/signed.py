"""Who gave a report, and by which post: the lines at its head and foot."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from assistant.extractive.drafting import Drafting
from assistant.extractive.scoping import scope_reports
from assistant.papers import KINDS
from assistant.records import Query
from assistant.speakers import PAPER, WHOSE_PAPER
from index.records import Report

__all__ = ["answer_signed", "say_who_reports"]

_MADE = re.compile("[作做念发]的$|发布$")
MARKED = re.compile(
    r"(?:述职|汇报|报告|讲话|填报|编制|起草|编写|执笔|联系|签发|发布|印发|责任|信息)?(?:人|单位|机构|编辑|来源|部门)[:：]\s*\S[^\n]{1,60}"
)
# 某某开发区党工委副书记、管委会主任　张三
POSTED = re.compile(
    r"[^\n，。；:：]{0,40}(?:书记|主任|[区县市局处科]长|董事长|总经理|负责人|秘书长|调研员)[)）]?[ \u3000\t]*(?:[㐀-鿿][ \u3000]?[㐀-鿿]{1,3})[)）]?"
)
ISSUED = re.compile(
    r"[^\n，。；:：]{2,40}(?:管委会|管理委员会|工作委员会|办公室|委员会|局|处|中心)(?:编印?|制|印发)?"
    r"(?:[ \u3000]+[\d〇零一二三四五六七八九十]{2,4}年[^\n]{2,10})?"
)
HEAD, FOOT = 8, 4  # lines
LONG = 80  # characters of one that is no line of names


def answer_signed(drafting: Drafting, query: Query) -> bool:
    """Say the lines that tell whose the report is; False when that isn't asked, or no report says it."""
    asked = WHOSE_PAPER.search(query.text)
    if asked is None or (_MADE.search(asked.group()) and not re.search(f"{PAPER}(?!大?会)", query.text)):
        return False  # 首单保税维修是谁做的, 总结大会上决定是谁念的: no paper
    facts = drafting.facts
    reports = [facts.report(r) for r in scope_reports(facts, query)]
    told = [word for word in (*KINDS, "总结") if word in query.text]
    called = [r for r in reports if any(w in r.title + r.text[:80].replace(" ", "") for w in told)]
    for report in reversed(called or reports):
        known = [(k, v) for k, v in report.metadata.items() if k in query.text]
        for key, value in known:
            drafting.say(f"{key}：{value}", (drafting.cite_span(report.id, 0, min(len(report.text), 60)),))
        if known:
            return True
        found = next(_lines(report, query.text), None)
        if found is not None:
            drafting.say(re.sub(r"[ \u3000]+", " ", report.text[slice(*found)]), (drafting.cite_span(report.id, *found),))
            return True
    return False


_BYLINE = re.compile(r"[ \u3000]*(?P<name>[㐀-鿿][ \u3000]?[㐀-鿿]{1,2})[ \u3000]*(?:[（(][^（()）]*[)）])?[ \u3000]*")


def say_who_reports(drafting: Drafting, post: str, ids: Iterable[str]) -> bool:
    """管委会主任2022年度述职报告, and a name alone in the line below: who holds the post.  False where no head of a report says so."""
    titled = re.compile(f"(?<![副总]){re.escape(post)}[^，。；\n]{{0,16}}述职")
    for report in map(drafting.facts.report, reversed([*ids])):
        lines = [m.span() for m in re.finditer(r"[^\n]+", report.text) if m.group().strip()][:HEAD]
        for title, below in itertools.pairwise(lines):
            signed = _BYLINE.fullmatch(report.text[slice(*below)])
            if signed is not None and titled.search(report.text[slice(*title)]):
                name = re.sub(r"\s", "", signed["name"])
                drafting.say(f"{name}（{post}）。", (drafting.cite_span(report.id, title[0], below[1]),))
                return True
    return False


def _closing(text: str, line: tuple[int, int]) -> list[tuple[int, int]]:
    """A line; of a long one its last two sentences: …不负重托。述职人：闻某。2019年1月14日。"""
    start, end = line
    if end - start <= LONG:
        return [line]
    return [m.span() for m in re.compile("[^。；]+").finditer(text, start, end) if m.group().strip()][-2:]


def _lines(report: Report, question: str) -> Iterator[tuple[int, int]]:
    """Marked lines first when they are called so (述职人：), then a post with a name, then who issued it."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", report.text) if m.group().strip()]
    ends = [*lines[:HEAD], *(span for line in lines[HEAD:][-FOOT:] for span in _closing(report.text, line))]
    wanted = re.search("述职|汇报|讲话|填报|编制|起草|执笔|联系|责任编辑|签发", question)
    marked = [span for span in ends if MARKED.search(report.text[slice(*span)])]
    called = [span for span in marked if wanted and wanted.group() in report.text[slice(*span)]]
    if called:
        yield from called
        return
    body = re.search("单位|部门|机构", question)
    if not body:
        yield from (span for span in ends if POSTED.fullmatch(report.text[slice(*span)].strip()))
    yield from (span for span in marked if not body or re.search("单位|部门|机构|来源", report.text[slice(*span)]))
    yield from (span for span in ends if ISSUED.fullmatch(report.text[slice(*span)].strip()))

"""连续几年全市第一: for how many years running, where a sentence of what is asked says so."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.scoping import scope_reports
from assistant.extractive.wanted import GENERIC
from assistant.names import bigrams, fold
from assistant.records import Query

__all__ = ["answer_lasting"]

_ASKED = re.compile("连续(?:了)?(?:多少|几)个?(?:年|季度|月)")
_TOLD = re.compile("(?:连续|持续)(?P<much>[一二两三四五六七八九十]+|\\d+)个?(?P<of>年|季度|月)")
_LEAST = 0.3  # of the asked pairs of characters, in the clause


def answer_lasting(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where it isn't asked for, or no clause says it of what is asked."""
    asked = _ASKED.search(query.text)
    if asked is None:
        return False
    facts = drafting.facts
    words = bigrams(fold(GENERIC.sub("", _ASKED.sub("", query.bare or query.text))))
    best: tuple[float, str, re.Match[str], int, int] | None = None
    for report_id in scope_reports(facts, query):
        text = facts.report(report_id).text
        for told in _TOLD.finditer(text):
            start = max(text.rfind(mark, 0, told.start()) for mark in "。；\n") + 1
            end = min((i for mark in "。；\n" if (i := text.find(mark, told.end())) >= 0), default=len(text))
            said = len(words & bigrams(fold(text[start:end]))) / max(len(words), 1)
            if told["of"] in asked.group():
                best = max(best or (0.0, report_id, told, start, end), (said, report_id, told, start, end), key=lambda b: b[0])
    if best is None or best[0] < _LEAST:
        return False
    _, report_id, told, start, end = best
    sentence = facts.report(report_id).text[start:end].strip()
    cited = drafting.cite_span(report_id, start, end, [told.span()])
    drafting.say(f"{told.group()}：{sentence}。", (cited,))
    return True

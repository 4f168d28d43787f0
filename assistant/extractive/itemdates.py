"""When it came about at last, told under the name of the thing: 10.X项目 / 完成：…11月28日投产。, where an earlier report only foresaw it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.scoping import PUT_OFF
from assistant.extractive.sentences import DATES, FORESEEN, Sentence, only_foresees
from assistant.extractive.shapes import EVENT, of_another_phase
from assistant.records import Query
from assistant.sized import LEAST_SAID, tells_of
from index.figures.carry import ITEM

__all__ = ["answer_item_date"]

_TITLE, _LINES = 40, 6  # characters of a line that names an item, lines below it that tell of it
_UNDONE = re.compile("(?:暂缓|停止|终止|取消|搁置)(?:实施|建设|推进)?|(?:尚未|未能|没有)")
_AIM = re.compile(r"\**(?:年度|年初|工作)?(?:目标|任务|计划|要求)\**[：:]")


def answer_item_date(drafting: Drafting, query: Query, best: Sentence) -> bool:
    """The date of the newest report; False, with nothing said, where ``best`` tells more than a forecast or no later report heads an item so."""
    event = EVENT.search(query.text)
    if event is None or query.periods or not only_foresees(best.text, event.group()):
        return False
    query = replace(query, bare=query.text)  # a phase is taken from the bare question as a scope
    facts, thing = drafting.facts, "".join(query.indicators).removesuffix(event.group())
    own = facts.report(best.report_id)
    later = [r for r in facts.reports_of([own.zone], ()) if facts.told_until(r) > facts.told_until(best.report_id)]
    if len(thing) < LEAST_SAID:
        return False
    for report_id in sorted(later, key=facts.told_until, reverse=True):
        lines = [(m.start(), m.group()) for m in re.finditer("[^\n]+", facts.report(report_id).text)]
        for n, (_, line) in enumerate(lines):
            if len(line) > _TITLE or not ITEM.match(line) or not tells_of(thing, line):
                continue
            for at, told in lines[n + 1 : n + 1 + _LINES]:
                if len(told) <= _TITLE and ITEM.match(told):
                    break  # the next item
                clauses = re.split("[，,；;。]", "" if _AIM.match(told) else told)
                clauses = [c for c in clauses if not of_another_phase(query, c)]
                clause = next((c for c in clauses if event.group() in c and not (FORESEEN.search(c) or PUT_OFF.search(c))), "")
                date = DATES.search(clause)
                if date is not None or any(map(_UNDONE.search, clauses)):
                    lead = f"{date.group()}：" if date is not None else ""
                    drafting.say(f"{lead}{told.strip()}", (drafting.cite_span(report_id, at, at + len(told)),))
                    return True
    return False

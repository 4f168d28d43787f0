"""Which tasks were shown a card or a light: 吃红牌的是哪三件, of a column 评价 and of items that end in 评价：红牌。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.extractive.drafting import Drafting
from assistant.extractive.scoping import scope_reports
from assistant.records import Operation, Query
from index.figures.carry import ITEM
from index.records import Report

__all__ = ["answer_carded"]

_CARD = re.compile("(?P<colour>红|黄|绿|蓝)(?P<kind>牌|灯|旗)")
_WHICH = re.compile("哪[几些两三四五六七八九]?[项条个件]|哪些|(?:都|分别)?(?:是|有)(?:啥|什么|哪)|列")
_JUDGED = "(?:评价|评定|等次|结果|状态|亮灯|督办)(?:结果)?[：:]\\s*"
_TITLE = 40  # characters


def answer_carded(drafting: Drafting, query: Query) -> bool:
    """The tasks that were given the card asked for, with where each is told; False where none is, or that isn't asked."""
    card = _CARD.search(query.text)
    if card is None or not _WHICH.search(query.text) or query.operation not in (Operation.LIST, Operation.ONE, Operation.SUMMARY, Operation.PARTS):
        return False
    for report_id in reversed(scope_reports(drafting.facts, query)):
        report = drafting.facts.report(report_id)
        found = [*_rows(report, card[0]), *_items(report, card[0])]
        if not found:
            continue
        drafting.note("评价", f"{card[0]} {len(found)} 项")
        drafting.say(f"{card[0]}{f'共{len(found)}项' if len(found) > 1 else '只有'}：")
        for title, start, end in found:
            drafting.say(f"{title}；", (drafting.cite_span(report.id, start, end),))
        return True
    return False


def _rows(report: Report, card: str) -> Iterator[tuple[str, int, int]]:
    for table in report.tables:
        for row in table.grid[table.heads :]:
            name = next((c for c in row if c.text.strip() and not c.text.strip().isdigit()), None)
            if name is not None and any(re.fullmatch(rf"(?:亮|给予)?{card}", c.text.strip()) for c in row if c is not name):
                start, end = report.text.rfind("\n", 0, name.start) + 1, report.text.find("\n", row[-1].end)
                yield name.text.strip(), start, end if end >= 0 else len(report.text)


def _items(report: Report, card: str) -> Iterator[tuple[str, int, int]]:
    """Lines of their own that are judged so: 3. 素纻健康无纺布基地。…评价：红牌。"""
    for line in re.finditer(r"[^\n]+", report.text):
        numbered = ITEM.match(line[0])
        if re.search(f"{_JUDGED}(?:亮|给予)?{card}|[【\\[（(]{card}[】\\]）)]", line[0]) and "|" not in line[0]:
            title = re.split("[。：:；;]", line[0][numbered.end() if numbered else 0 :])[0].strip(" *#")
            yield title[:_TITLE], line.start(), line.end()

"""What an office answers for: the rows of a table whose 责任单位 is it, the items that end in （责任单位：它）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.responsible import notes_of
from assistant.extractive.saying import opening
from assistant.facts import Facts
from assistant.records import Query
from index.records import Report

__all__ = ["answer_entrusted"]

_VERB = "(?:牵头|负责|主抓|主管|分管|承担|承办|扛|管|抓|包)"
_ASKED = re.compile(
    f"{_VERB}(?:着|了)?(?:的|抓|做|办)?[^，,。？?]{{0,14}}?(?:哪|什么|啥|多少|几)"
    f"|(?:哪|什么|啥)[^，,。？?]{{0,12}}?(?:由|归|是)[^，,。？?]{{2,14}}?{_VERB}"
    f"|(?:责任|牵头|主管|负责|承担)(?:单位|部门)?(?:一栏|那栏)?(?:写|填|标)?(?:的|着)?[是为][^，,。？?]{{2,24}}的[^？?]{{0,14}}?(?:哪|什么|啥|多少|几|名单|清单|列)"
)
_HEAD = re.compile("责任|牵头|主管|负责")
_ROWS_ASKED = re.compile("指标|目标表|表[里中上]")
_ITEMS_ASKED = re.compile("任务|工作|事|行动|工程")
_OFFICES = re.compile("[、，,；;和及\\s]+")
_OFFICE = re.compile("[㐀-鿿]{2,14}(?:局|办|委|部|中心|公司|处|科|室|组|会|街道|镇|院|所|队|平台|集团|专班)")


def answer_entrusted(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """经济发展局扛的是哪几项: all that it answers for in the first of these reports that names it so; False where none does."""
    if not _ASKED.search(query.text):
        return False
    for report_id in reversed(ids):
        report = drafting.facts.report(report_id)
        rows, items = [*_rows(report)], [*_items(drafting.facts, report)]
        named = {o for who, *_ in (*rows, *items) for o in who if _OFFICE.fullmatch(o) and o in query.text}
        offices = [o for o in named if not any(o != other and o in other for other in named)]
        wanted = [] if _ITEMS_ASKED.search(query.text) and items else rows
        wanted = wanted if _ROWS_ASKED.search(query.text) and rows else [*wanted, *items]
        told = [(what, span) for who, what, span in wanted if any(o in who for o in offices)]
        if not told:
            continue
        office = "、".join(sorted(offices, key=query.text.find))
        drafting.note("责任", f"{office} {len(told)} 项")
        drafting.say(f"{office}负责的{f'共{len(told)}项' if len(told) > 1 else '是'}：")
        for what, span in told:
            drafting.say(f"{what}；", (drafting.cite_span(report_id, *span),))
        return True
    return False


def _rows(report: Report) -> Iterator[tuple[list[str], str, tuple[int, int]]]:
    """Who answers for each row of a table that has such a column, the row's cells without it, and where it stands."""
    for table in report.tables:
        heads = table.grid[table.heads - 1] if table.heads else ()
        column = next((i for i, c in enumerate(heads) if _HEAD.search(c.text)), None)
        for row in table.grid[table.heads :] if column is not None else ():
            cells = [c.text.strip() for i, c in enumerate(row) if i != column and c.text.strip() and not c.text.strip().isdigit()]
            who = _OFFICES.split(row[column].text.strip()) if column is not None else []
            a, b = report.text.rfind("\n", 0, row[0].start) + 1, report.text.find("\n", row[-1].end)
            if cells:
                beside = f"（{'，'.join(cells[1:])}）" if cells[1:] else ""
                yield who, cells[0] + beside, (a, b if b >= 0 else len(report.text))


def _items(facts: Facts, report: Report) -> Iterator[tuple[list[str], str, tuple[int, int]]]:
    """Who answers for each item that ends in such a note, its opening, and where it stands."""
    for start, end, a, b in notes_of(facts, report):
        said = report.text[a:b]
        who = [o.strip("（()）【】[]。； ") for o in _OFFICES.split(re.sub("[^：:、，,；;]*[：:]", "", said))]
        if "|" not in said:  # the head of a table is no note
            yield who, opening(report, start, a).strip("；;。\n "), (start, end)

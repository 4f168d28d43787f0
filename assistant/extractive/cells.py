"""Who, in a table (the row that the question names, the column 建设单位, 龙头企业, 责任部门) or in what was quoted before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.sentences import DATE, NAMED, units
from assistant.extractive.wanted import says_nothing
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from assistant.sized import STATES
from index.records import Cell, Report, Table

__all__ = ["KNOWN", "answer_beside", "answer_cell", "answer_rows", "cite_row", "name_cell", "named_by", "row_said"]

# What is asked → the head of the column that answers.
COLUMNS = (
    (re.compile("龙头|领头|带头"), re.compile("龙头|骨干")),
    (re.compile("牵头|负责|责任|主管|分管|(?:部门|单位|局|谁)来?[管抓办]"), re.compile("牵头|负责|责任|主管|分管|包联")),
    (
        re.compile("建设|承建|承担|实施|业主|投资方?|建|干|做|引进|落户|项目"),
        re.compile("(?:建设|承建|承担|实施|项目|投资|业主|施工)(?:单位|企业|主体|方|公司|业主)|业主|^企业(?:名称)?$|投资方"),
    ),
    (re.compile("负责人|责任人|联系人|谁"), re.compile("负责人|责任人|联系人|包联领导|牵头领导")),
)
ASKED = re.compile("谁|哪|什么|啥|何|单位|业主|企业")
CALLED = re.compile("项目|工程|企业|单位|部门|公司|业主|承?建设?|实施|牵头|负责|龙头|表[里中上]?|[谁由的哪家个是]")
EVERY = re.compile("各|分别|都|每")
ALIKE = 0.9  # of the characters of what is asked about, in a row's name
CALLED_SO = 3  # characters of what a question calls by a name of its own
HELD_BEFORE = 0.6  # of the two-character pairs of what is asked for, in the sentence that announces a table
KNOWN = 0.6  # of the two-character pairs of a row's name that the question holds, or the other way round


def answer_cell(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """The cell that says who; False when no table has such a column, or no row of it is named."""
    if query.operation is Operation.WHEN:
        return _answer_day(drafting, query, ids)
    if query.operation not in (Operation.WHO, Operation.LIST, Operation.PARTS) or not ASKED.search(query.text):
        return False
    best: tuple[float, Report, Cell, Cell, str] | None = None
    for report_id in ids:
        report = drafting.facts.report(report_id)
        for table in report.tables:
            for column in _columns(table, query.text):
                for row in table.grid[table.heads :]:
                    named = named_by(report, row, query)
                    if named >= KNOWN and column < len(row) and row[column].text.strip() and (best is None or named >= best[0]):
                        best = (named, report, row[0], row[column], table.grid[0][column].text)
    if best is None:
        return bool(EVERY.search(query.text)) and _every_cell(drafting, query, ids)
    named, report, first, cell, head = best
    drafting.note("表格", f"{first.text} × {head} = {cell.text} {named:.2f}")
    beside = _both_asked(report, query, first, cell) if COLUMNS[1][1].search(head) else ()
    shown = "，".join(c.text.strip() for c in beside or (cell,))
    number = cite_row(drafting, report, cell)
    drafting.say(f"{shown}（{first.text.strip()}{'' if beside else f'，{head.strip()}'}）。", (number,))
    return True


_OFFICE = re.compile("单位|部门|局|委|办")
_PERSON = re.compile("人|领导")
_WHICH_OFFICE = re.compile("(?:哪个|什么|哪一?家|责任)(?:单位|部门|局)")
_WHICH_PERSON = re.compile("(?:哪个|什么|哪一?位?|谁)人?(?:负责|牵头|来?[管抓])|哪个人|责任人")


def _both_asked(report: Report, query: Query, first: Cell, cell: Cell) -> tuple[Cell, ...]:
    """哪个单位、哪个人: the office as well as the person of a row; 哪个单位 alone: the office; nothing where the cell found is what is asked."""
    table = next((t for t in report.tables if t.start <= cell.start < t.end), None)
    if table is None or not table.heads:
        return ()
    row = next((r for r in table.grid[table.heads :] if any(c.start == first.start for c in r)), ())
    told = [(h.text, c) for h, c in zip(table.grid[table.heads - 1], row, strict=False) if COLUMNS[1][1].search(h.text) and c.text.strip()]
    office, person = (next((c for head, c in told if kind.search(head)), None) for kind in (_OFFICE, _PERSON))
    wants = (_WHICH_OFFICE.search(query.text), _WHICH_PERSON.search(query.text))
    return tuple(c for c, want in zip((office, person), wants, strict=True) if c is not None and want) if wants[0] else ()


def cite_row(drafting: Drafting, report: Report, cell: Cell) -> int:
    """The number of the citation of a cell's whole row, the cell marked in it."""
    start, end = report.text.rfind("\n", 0, cell.start) + 1, report.text.find("\n", cell.end)
    return drafting.cite_span(report.id, start, end if end >= 0 else len(report.text), [(cell.start, cell.end)])


_STAGE = re.compile(f"(?:{'|'.join(STATES)}|预计|计划|正式|实际)+")


def _answer_day(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """甲项目哪天动工: the date in the row of what is named, under 开工时间, or in a cell that tells of it (2022年6月18日投产)."""
    states = [s for s in STATES if re.search(s, query.text)]
    query = replace(query, indicators=tuple(_STAGE.sub("", p) for p in query.indicators))
    best: tuple[float, Report, str, Cell, str] | None = None
    for report_id in ids if states else ():
        report = drafting.facts.report(report_id)
        for table in (t for t in report.tables if t.heads):
            for row in table.grid[table.heads :]:
                named, name = named_by(report, row, query), name_cell(row)
                for title, dated in zip(table.grid[table.heads - 1], row, strict=False):
                    tells = DATE.search(dated.text) and any(re.search(s, title.text + dated.text) for s in states)
                    if tells and name is not None and named >= KNOWN and (best is None or named >= best[0]):
                        best = (named, report, name.text.strip(), dated, title.text.strip())
    if best is None:
        return False
    _, report, who, cell, head = best
    drafting.note("表格", f"{who} × {head} = {cell.text}")
    number = cite_row(drafting, report, cell)
    drafting.say(f"{cell.text.strip()}（{who}，{head}）。", (number,))
    if _DAY_ASKED.search(query.text) and not re.search("日|号", cell.text):
        _say_day(drafting, report, CALLED.sub("", who) or who, cell.text, states)
    return True


_DAY_ASKED = re.compile("几号|哪一?[天日]|几[日号]|具体(?:时间|日期)|日期")


def _say_day(drafting: Drafting, report: Report, who: str, month: str, states: Sequence[str]) -> None:
    """The sentence with the day of a month that a table gives alone: 2023年5月 → …于5月22日举行开工仪式."""
    told = re.search(r"(\d{1,2})月", month)
    for unit in units(drafting.facts, report.id) if told else ():
        of_it = who in unit.text and any(re.search(s, unit.text) for s in states)
        if told and of_it and not unit.table and re.search(rf"(?<!\d){told[1]}月\d{{1,2}}日", unit.text):
            drafting.say(unit.text, (drafting.cite_span(report.id, *unit.whole, [(unit.start, unit.end)]),))
            return


_NAMED_SO = re.compile("名称|[（(][^）)]*[）)]|\\s")
_NUMBER = re.compile("[（(]?[\\d一二三四五六七八九十]{1,3}[）)、.．]?")
_NUMBERED = re.compile("序号|编号")
_SUMS = re.compile("\\s*(?:合计|总计|小计|全区)\\s*")
_LISTED = re.compile("(?:报告|总结|表)?(?:里|中|上)?(?:列出?|所列|安排|有)+的?|清单|名单|分别|包括|都|的")
BEFORE = 60  # characters above a table in which it is introduced


def answer_rows(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """重点项目有哪几个, of a table whose rows are called so: every row with its cells; False when no table is about that."""
    what = _LISTED.sub("", "".join((*query.scopes, *query.indicators)))
    if query.operation is not Operation.LIST or len(what) < 2:
        return False
    for report_id in reversed(ids):
        report = drafting.facts.report(report_id)
        for table in report.tables:
            heads = table.grid[table.heads - 1] if table.heads else ()
            column = next((i for i, c in enumerate(heads) if not _NUMBERED.search(c.text)), None)
            rows = [r for r in table.grid[table.heads :] if column is not None and r[column].text.strip() and not _SUMS.fullmatch(r[column].text)]
            noun = _NAMED_SO.sub("", heads[column].text) if column is not None else ""
            about = table.caption + noun + report.text[max(0, table.start - BEFORE) : table.start]
            if column is None or len(rows) < 2 or len(noun) < 2:
                continue
            if not (what.endswith(noun[-2:]) and what.removesuffix(noun[-2:]) in about) and not _announced(report, table, what):
                continue
            drafting.note("表格", f"{table.caption or noun} {len(rows)} 行")
            drafting.say(f"共{len(rows)}个：")
            for row in rows:
                a, b = report.text.rfind("\n", 0, row[column].start) + 1, report.text.find("\n", row[column].start)
                number = drafting.cite_span(report.id, a, b if b >= 0 else len(report.text), [(row[column].start, row[column].end)])
                drafting.say(f"{row_said(heads, row, column)}；", (number,))
            return True
    return False


#: 重点盯住下表五件事：, right before a table: what its rows are.
_ANNOUNCES = re.compile("(?:^|[。；])(?P<lead>[^。；]*(?:下表|如表)[^。；]{0,16})[：:。]?$")


def _announced(report: Report, table: Table, what: str) -> bool:
    """Whether the sentence before a table says that what is asked for stands in it."""
    lead = _ANNOUNCES.search(report.text[: table.start].rstrip().rsplit("\n", 1)[-1])
    asked = bigrams(fold(what))
    return lead is not None and len(asked & bigrams(fold(lead["lead"]))) >= HELD_BEFORE * len(asked)


def row_said(heads: Sequence[Cell], row: Sequence[Cell], column: int = 0) -> str:
    """A row as it is told: what ``column`` calls it, and the cells behind, numbers under their heads."""
    beside = [(h.text.strip(), c.text.strip()) for h, c in zip(heads, row, strict=False)][column + 1 :]
    told = "，".join(f"{head}{text}" if re.fullmatch(r"[-\d.,，]+[%％]?", text) else text for head, text in beside if text)
    return f"{row[column].text.strip()}{'：' if told else ''}{told}"


def _every_cell(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """各项目的建设单位分别是谁: the column row by row, of the table that is about what the question names."""
    noun = re.search("项目|产业|企业|任务|工程|片区|园区", query.text)
    for report_id in reversed(ids):
        report = drafting.facts.report(report_id)
        for table in report.tables if noun else ():
            about = table.caption + table.grid[0][0].text
            column = next(_columns(table, query.text), None)
            if column is None or noun is None or noun.group() not in about:
                continue
            for row in table.grid[table.heads :]:
                if column < len(row) and row[column].text.strip():
                    a, b = report.text.rfind("\n", 0, row[0].start) + 1, report.text.find("\n", row[0].start)
                    number = drafting.cite_span(report.id, a, b if b >= 0 else len(report.text), [(row[column].start, row[column].end)])
                    drafting.say(f"{row[0].text.strip()}：{row[column].text.strip()}；", (number,))
            return True
    return False


def answer_beside(drafting: Drafting, query: Query) -> bool:
    """是哪家公司的 and nothing else: what was quoted just before, where it names one; False when more is asked."""
    shape = {Operation.WHO: NAMED, Operation.WHEN: DATE}.get(query.operation)
    if shape is None or not query.near or not says_nothing(query):
        return False
    for report_id, start, end in query.near:
        inside = [u for u in units(drafting.facts, report_id) if start <= u.start < end and not u.table]
        unit = next((u for u in inside[:2] if shape.search(u.text)), None)
        if unit is not None:
            drafting.say(unit.text, (drafting.cite_span(report_id, *unit.whole, [(unit.start, unit.end)]),))
            return True
    return False


def _columns(table: Table, question: str) -> Iterator[int]:
    if not table.heads:
        return
    for asked, head in COLUMNS:
        if asked.search(question):
            yield from (i for i, cell in enumerate(table.grid[table.heads - 1]) if i and head.search(cell.text.strip()))


def name_cell(row: Sequence[Cell]) -> Cell | None:
    """What a row is called: its first cell that is more than a number."""
    return next((c for c in row if c.text.strip() and not _NUMBER.fullmatch(c.text.strip())), None)


def named_by(report: Report, row: Sequence[Cell], query: Query) -> float:
    """How surely the question, or the answer before it, is about this row."""
    first = name_cell(row)
    if first is None:
        return 0.0
    own, said = bigrams(fold(first.text)), bigrams(fold(query.text))
    if own and (held := len(own & said) / len(own)) >= KNOWN:
        return 1.0 + held
    phrase = bigrams(fold("".join((*query.scopes, *query.indicators))))
    shared = len(own & phrase)
    if shared >= 2 and shared / len(phrase) >= KNOWN:
        return shared / len(phrase)
    name = CALLED.sub("", "".join((*query.scopes, *query.indicators)))
    if len(name) >= 3 and sum(c in first.text for c in name) / len(name) >= ALIKE:
        return ALIKE
    begin = report.text.rfind("\n", 0, first.start) + 1
    stop = begin + len(report.text[begin:].split("\n", 1)[0])
    if not shared and len(name) < CALLED_SO and any(r == report.id and begin <= a < stop for r, a, _ in query.near):
        return KNOWN
    return 0.0

"""哪几项未完成, of a report that judges its tasks one by one: 2．固定资产投资增长12%。【未完成】…; （四）财政收入——未完成."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.scoping import scope_reports
from assistant.names import fold
from assistant.records import Operation, Query
from assistant.terms import find_terms
from index.figures.carry import ITEM
from index.figures.tasks import VERDICTS
from index.records import Report

__all__ = ["answer_marked"]

_BRACKETED = re.compile(f"[【〔\\[（(](?P<verdict>{VERDICTS})[】〕\\]）)]")
_BEHIND_DASH = re.compile(f"^[^\\n。，]{{2,30}}?\\s*[—\\-－]{{1,2}}\\s*(?P<verdict>{VERDICTS})\\s*$")
_LABELLED = re.compile(f"\\s*(?:完成)?(?:结果|情况|评价|评定)[：:]\\s*(?P<verdict>{VERDICTS})(?=[。；，,]|$)")
_ASKED = re.compile(
    "(?:没有?|未)(?:能)?(?:干|做|办)?(?:完成|成|完|达标)|(?P<nearly>基本完成)|(?P<over>超额完成)|(?P<done>完成)(?![率时情])"
)
_SHARE = re.compile("百分之[几多]|占比|比例|比重|几成|完成率")
_WHICH = re.compile("(?:都|分别)?有谁|名单|清单|哪[几些]?[项条个件]|哪些|几[项条个件]|多少[项条个件]|(?:都|分别)?(?:是|有)(?:啥|什么|哪)|列")
_TASKS = re.compile("[项条件]|任务|要点|事项|工作|目标|指标")
_OF_THEM = re.compile("谁|原因|为什么|牵头|转[入到]|督办|怎么办")  # who sees to those, what came of them
LEAST = 5  # tasks so judged: fewer are no report on tasks
_TITLE = 40  # characters


@dataclass(frozen=True, slots=True)
class _Task:
    title: str
    verdict: str
    start: int
    end: int


def answer_marked(drafting: Drafting, query: Query) -> bool:
    """The tasks judged as asked for; False where no report judges its tasks so, or an indicator is named."""
    asked = _ASKED.search(query.text)
    fits = query.operation in (Operation.LIST, Operation.WHO, Operation.ONE, Operation.PARTS, Operation.SUMMARY)
    share = _SHARE.search(query.text)
    if asked is None or not fits or not (share or _WHICH.search(query.text)) or not _TASKS.search(query.text):
        return False
    if _OF_THEM.search(query.text) or any(len(t.meanings) == 1 for t in find_terms(query.bare)):
        return False
    for report_id in reversed(scope_reports(drafting.facts, query)):
        report = drafting.facts.report(report_id)
        tasks = _judged(report)
        if len(tasks) < LEAST:
            continue
        wanted = "基本完成" if asked["nearly"] else "超额完成" if asked["over"] else "完成" if asked["done"] else "未完成"
        found = [t for t in tasks if re.sub("没有?完成", "未完成", t.verdict) == wanted]
        if not found:
            continue
        cited = tuple(drafting.cite_span(report.id, t.start, t.end) for t in found)
        of_all = computing.share(Decimal(len(found)), Decimal(len(tasks))) if share else None
        part = f"，占{len(tasks)}项的{of_all.text}（{of_all.formula}）" if of_all else ""
        drafting.say(f"标为“{wanted}”的有{len(found)}项{part}：{'；'.join(t.title for t in found)}。", cited, of_all.formula if of_all else "")
        return True
    return False


def _judged(report: Report) -> list[_Task]:
    """Every task with its verdict, in order; the title of a mark that stands alone is the line above."""
    tasks: list[_Task] = []
    at, above, headed = 0, (0, ""), (0, "")
    for line in report.text.split("\n"):
        headed = (at, line) if ITEM.match(line) and len(line) <= _TITLE else headed
        labelled = _LABELLED.match(line)
        if labelled is not None and headed[1]:
            tasks.append(_Task(_title(re.sub("[（(][^（）()]*[）)]", "", headed[1])), labelled["verdict"], headed[0], at + len(line)))
            at += len(line) + 1
            continue
        match = _BRACKETED.search(line) or _BEHIND_DASH.search(line)
        if match is not None and "|" not in line:
            before = line[: match.start("verdict")].rstrip("【〔[（(—-－ ")
            start, title = (at, before) if ITEM.sub("", before).strip() else above
            tasks.append(_Task(_title(title), match["verdict"], start, at + len(line)))
        above = (at, line)
        at += len(line) + 1
    return tasks if len(tasks) >= LEAST else _of_rows(report)


def _of_rows(report: Report) -> list[_Task]:
    """The rows of a table that has a column of verdicts and of nothing else."""
    for table in (t for t in report.tables if t.heads):
        rows = table.grid[table.heads :]
        for column in range(1, min(map(len, rows), default=0)):
            verdicts = [re.fullmatch(f"{VERDICTS}|延期|推迟|取消|调整|暂缓", row[column].text.strip()) for row in rows]
            if len(rows) >= LEAST and all(verdicts):
                ends = [report.text.find("\n", row[-1].end) for row in rows]
                return [
                    _Task(_title(row[0].text), row[column].text.strip(), row[0].start, end if end >= 0 else len(report.text))
                    for row, end in zip(rows, ends, strict=True)
                ]
    return []


def _title(text: str) -> str:
    """固定资产投资增长12%, of 2．固定资产投资增长12%。: what the task was."""
    return re.split("[。；]", ITEM.sub("", fold(text)).strip())[0][:_TITLE]

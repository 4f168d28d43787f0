"""哪几项未完成, of a report that judges its tasks one by one: 2．固定资产投资增长12%。【未完成】…; （四）财政收入——未完成."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.items import split_sentences
from assistant.extractive.scoping import scope_reports
from assistant.extractive.sentences import CAUSE
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from assistant.terms import find_terms
from index.figures.carry import ITEM
from index.figures.ended import ENDED
from index.figures.tasks import VERDICTS
from index.numbers import count_of
from index.records import Figure, FigureKind, Report

__all__ = ["answer_marked"]

_BRACKETED = re.compile(f"[【〔\\[（(](?P<verdict>{VERDICTS})[】〕\\]）)]")
_BEHIND_DASH = re.compile(f"^[^\\n。，]{{2,30}}?\\s*[—\\-－]{{1,2}}\\s*(?P<verdict>{VERDICTS})\\s*$")
_LABELLED = re.compile(f"\\s*[【\\[〔]?(?:完成)?(?:结果|情况|评价|评定)(?:[：:]|[】\\]〕][：:]?)\\s*(?P<verdict>{VERDICTS})(?=[。；，,]|$)")
_ASKED = re.compile(
    "(?:没有?|未)(?:能)?(?:干|做|办)?(?:完成|成|完|达标)|(?P<nearly>基本完成)|(?P<over>超额完成)|(?P<done>完成)(?![率时情])"
)
_SHARE = re.compile("百分之[几多]|占比|比例|比重|几成|完成率")
_WHICH = re.compile("(?:都|分别)?有谁|名单|清单|哪[几些]?[项条个件]|哪些|几[项条个件]|多少[项条个件]|(?:都|分别)?(?:是|有)(?:啥|什么|哪)|列")
_MANY = "[两三四五六七八九十]|\\d{1,2}"
#: 那四项, 哪两项: as many are asked for.
_COUNTED = re.compile(f"[那这哪的]({_MANY})[项条件]")
_AT_ONCE = re.compile(
    f"(?<=[。；\\n])[^，。；：:\\n]{{0,6}}?(?:(?P<ahead>{_MANY})[项条件个](?P<verdict>{VERDICTS})的?[㐀-鿿]{{0,4}}?|(?P<judged>{VERDICTS})的(?:[㐀-鿿]{{2}})?(?P<behind>{_MANY})[项条件个][㐀-鿿]{{0,4}}?)"
    "(?:(?:分别)?[是为有][：:]?|[：:])[^。\\n]*[、；和][^。\\n]*"
)
_TASKS = re.compile("[项条件]|任务|要点|事项|工作|目标|指标")
_OF_THEM = re.compile("谁|原因|为什么|牵头|转[入到]|督办|怎么办")  # who sees to those, what came of them
_HOW_MANY = re.compile("多少[项条件个]|(?<!哪)几[项条件个]")
_NAMED = re.compile("哪|列|名单|什么|啥|谁")
#: 【要点】净增规上工业企业12家。: what was to be done, under the title of the item.
_AIM = re.compile(r"\s*[【\[〔]?(?:年度|年初|全年|工作|主要)*(?:目标|任务|要点|要求)(?:任务|值)?(?:[】\]〕][：:]?|[：:])\s*(?P<aim>[^。；\n]{4,40})")
#: The tasks of a report are judged in its text, its indicators may be in a table beside it: 12项主要指标里没完成的是哪几项.
_OF_INDICATORS = re.compile("指标")
_SERIAL = re.compile(r"序号|编号|\d{1,3}")
LEAST = 5  # tasks so judged: fewer are no report on tasks
_TITLE = 40  # characters


@dataclass(frozen=True, slots=True)
class _Task:
    title: str
    verdict: str
    start: int
    told: int  # where what came of it begins
    end: int


def answer_marked(drafting: Drafting, query: Query) -> bool:
    """The tasks judged as asked for; False where no report judges its tasks so, or an indicator is named."""
    if query.operation is Operation.WHY:
        return _say_why(drafting, query)
    asked = _ASKED.search(query.text)
    fits = query.operation in (Operation.LIST, Operation.WHO, Operation.ONE, Operation.PARTS, Operation.SUMMARY)
    share = _SHARE.search(query.text)
    if asked is None or not fits or not (share or _WHICH.search(query.text)) or not _TASKS.search(query.text):
        return False
    if _OF_THEM.search(query.text) or any(len(t.meanings) == 1 for t in find_terms(query.bare)):
        return False
    counts_alone = _HOW_MANY.search(query.text) and not _NAMED.search(query.text) and not share
    counted = _COUNTED.search(query.text)
    number = count_of(counted[1]) if counted is not None else 0
    for report_id in reversed(scope_reports(drafting.facts, query)):
        report = drafting.facts.report(report_id)
        wanted = "基本完成" if asked["nearly"] else "超额完成" if asked["over"] else "完成" if asked["done"] else "未完成"
        printed = _counted(drafting.facts, report, query, wanted) if counts_alone else None
        if printed is not None:
            drafting.say(f"{amount(printed)}（{describe(printed)}）。", drafting.cite(printed))
            return True
        if not (share or counts_alone) and _say_at_once(drafting, report, wanted, number):
            return True
        lists = (_of_rows(report), _judged(report)) if _OF_INDICATORS.search(query.text) else (_judged(report), _of_rows(report))
        judged = [(tasks, [t for t in tasks if re.sub("没有?完成", "未完成", t.verdict) == wanted]) for tasks in lists if len(tasks) >= LEAST]
        judged = [(tasks, found) for tasks, found in judged if found]
        if not judged:
            continue
        tasks, found = next((one for one in judged if len(one[1]) == number), judged[0])  # the six of a table, the four of its tasks
        cited = tuple(drafting.cite_span(report.id, t.start, t.end) for t in found)
        of_all = computing.share(Decimal(len(found)), Decimal(len(tasks))) if share else None
        part = f"，占{len(tasks)}项的{of_all.text}（{of_all.formula}）" if of_all else ""
        drafting.say(f"标为“{wanted}”的有{len(found)}项{part}：{'；'.join(t.title for t in found)}。", cited, of_all.formula if of_all else "")
        return True
    return False


def _counted(facts: Facts, report: Report, query: Query, wanted: str) -> Figure | None:
    """48项任务完成了多少项: the count that the report itself gives, of tasks or of indicators, be all of them listed below it or not."""
    told = [f for f in facts.figures(query.zones, query.periods) if f.report_id == report.id and f.kind is FigureKind.VALUE]
    ended = [f for f in told if f.unit in ("项", "条", "件", "个") and ENDED.fullmatch(f.scope) and _verdict(f.scope) == wanted]
    alike = [f for f in ended if ("指标" in f.indicator) == ("指标" in query.text)]
    return alike[0] if len(alike) == 1 else None


def _verdict(scope: str) -> str:
    if re.search("[未没尚]", scope):
        return "未完成"
    named = next((word for word in ("基本完成", "超额完成", "部分完成") if scope.startswith(word)), "")
    return named or ("完成" if re.search("(?:完成|达标|兑现)$", scope) else "")


_MISSED = re.compile("[没未欠差]")
_TOLD_OF = re.compile("[没未欠差].*$|(?:的?(?:目标|任务))$")
_HELD = 0.6  # of the pairs of characters of what is asked about, in what the task was


def _say_why(drafting: Drafting, query: Query) -> bool:
    """安置房为什么没交齐: the causes given where the one task of it is judged; False where none is, or it was done."""
    about = bigrams(fold(_TOLD_OF.sub("", "".join((*query.scopes, *query.indicators)))))
    for report_id in reversed(scope_reports(drafting.facts, query)) if about and _MISSED.search(query.text) else ():
        report = drafting.facts.report(report_id)
        tasks = _judged(report)
        open_ones = [t for t in tasks if re.match("未|没|部分|基本|正在|推进", t.verdict)]
        found = [t for t in open_ones if len(about & bigrams(fold(t.title))) >= _HELD * len(about)]
        told = split_sentences(report.text, found[0].told, found[0].end) if len(tasks) >= LEAST and len(found) == 1 else []
        causes = [(a, b) for a, b in told if CAUSE.search(report.text[a:b])]
        for a, b in causes:
            drafting.say(report.text[a:b].strip(), (drafting.cite_span(report.id, a, b),))
        if causes:
            return True
    return False


def _say_at_once(drafting: Drafting, report: Report, wanted: str, number: int) -> bool:
    """未完成的3项：甲；乙；丙, 四项未完成任务是甲、乙、丙和丁: the sentence that names them all; ``number`` is how many are asked for, 0 for any."""
    for found in _AT_ONCE.finditer(report.text):
        counted = count_of(found["ahead"] or found["behind"])
        if (found["verdict"] or found["judged"]) == wanted and number in (0, counted):
            start, end = found.span()
            drafting.say(report.text[start:end].strip() + "。", (drafting.cite_span(report.id, start, end),))
            return True
    return False


def _judged(report: Report) -> list[_Task]:
    """Every task with its verdict, in order; the title of a mark that stands alone is the line above."""
    tasks: list[_Task] = []
    at, above, headed, aim = 0, (0, ""), (0, ""), ""
    for line in report.text.split("\n"):
        if ITEM.match(line) and len(line) <= _TITLE:
            headed, aim = (at, line), ""
        aim = aimed["aim"] if (aimed := _AIM.match(line)) is not None else aim
        labelled = _LABELLED.match(line)
        if labelled is not None and headed[1]:
            title = _title(re.sub("[（(][^（）()]*[）)]", "", headed[1]))
            tasks.append(_Task(title + f"（{aim}）" * bool(aim), labelled["verdict"], headed[0], at + labelled.end(), at + len(line)))
            at += len(line) + 1
            continue
        match = _BRACKETED.search(line) or _BEHIND_DASH.search(line)
        if match is not None and "|" not in line:
            before = line[: match.start("verdict")].rstrip("【〔[（(—-－ ")
            start, title = (at, before) if ITEM.sub("", before).strip() else above
            tasks.append(_Task(_title(title), match["verdict"], start, at + match.end(), at + len(line)))
        above = (at, line)
        at += len(line) + 1
    return tasks


def _of_rows(report: Report) -> list[_Task]:
    """The rows of a table that has a column of verdicts and of nothing else."""
    for table in (t for t in report.tables if t.heads):
        rows = table.grid[table.heads :]
        names = next((i for i, cell in enumerate(rows[0]) if not _SERIAL.fullmatch(cell.text.strip())), 0) if rows else 0
        for column in range(names + 1, min(map(len, rows), default=0)):
            verdicts = [re.fullmatch(f"{VERDICTS}|延期|推迟|取消|调整|暂缓", row[column].text.strip()) for row in rows]
            if len(rows) >= LEAST and all(verdicts):
                ends = [report.text.find("\n", row[-1].end) for row in rows]
                return [
                    _Task(_title(row[names].text), row[column].text.strip(), row[0].start, row[0].start, end if end >= 0 else len(report.text))
                    for row, end in zip(rows, ends, strict=True)
                ]
    return []


def _title(text: str) -> str:
    """固定资产投资增长12%, of 2．固定资产投资增长12%。: what the task was."""
    return re.split("[。；]", ITEM.sub("", text).strip())[0][:_TITLE]

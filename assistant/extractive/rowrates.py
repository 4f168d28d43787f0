"""五个重点项目中哪个完成投资占总投资的比例最高, 合计投了年度计划的百分之几: one column of a table of projects against another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Query
from assistant.sized import LEAST_SAID
from index.numbers import NUMERALS
from index.records import Figure, FigureKind, Status

__all__ = ["answer_row_rates"]

_RATE = re.compile("占|比[例重]|百分|完成率|完成得?最?[好差]|进度|几成|相当于|够")
_WHICH = re.compile(
    "(?:哪一?[个家项]|谁|最)[^，。？?]{0,24}?(?:(?P<least>最[低小慢差少]|垫底|落后)|(?:最|更)?(?:[高大快好多]|领先))"
    "|(?:(?P<least2>最[低小慢差少]|垫底|落后)|最[高大快好多]|领先)的?(?:是)?(?:哪一?[个家项]|谁)"
)
_TOGETHER = re.compile("合计|一共|总共|加起来|合起来|总的|整体|全部|(?:重点|重大|[省市区]级?)项目(?:[^，。]{0,6}(?:完成|投))")
_MANY = re.compile("(?P<n>[两三四五六七八九十]|\\d+)(?:个|项|大)[^，。？?]{0,8}?项目|项目(?:共)?(?P<m>[两三四五六七八九十]|\\d+)(?:个|项)")
_ALL_OF_THEM = re.compile("(?:全[区市县]|[省市区县]级?)?(?:重点|重大|产业|工业|续建|新建|[省市区县]级?|亿元以上)*项目(?:合计)?|合计|总计|小计|全区")
_WHOSE = re.compile("(?P<of>.*项目)(?:的)?(?P<what>(?:年度|当年|累计|实际)*(?:计划|完成)(?:总|完成)?投资额?)")  # 重点项目年度计划投资, of no scope
#: What is asked for, as it is said and as a column is called.
_TOTAL = (re.compile("总投资|总盘子"), re.compile("(?:计划|协议)?总投资额?"))
_PLAN = (
    re.compile("(?:年度|全年|当年|年初)(?:的)?(?:投资)?(?:计划|任务|目标)|计划(?:的)?(?:完成)?投资|投资计划"),
    re.compile(".*投资.*"),
)
_APART = re.compile("最[高低][^。]*最[高低].*[差距]|相差|差距")
_OF_PLAN = re.compile("完成率|完成(?:年度|当年|全年)?(?:的)?投资的?(?:比例|比重|进度)|投资(?:完成)?(?:进度|率)")
_SO_FAR = (re.compile("累计|开工以来"), re.compile("(?:自?开工以来)?累计(?:完成)?投[资入]额?"))
_DONE = (re.compile("完成|投(?!产)|干"), re.compile("(?:当年|全年|年内|实际)?(?:实际)?完成投资(?:额)?|(?:当年|实际)投资(?:额)?"))


@dataclass(frozen=True, slots=True)
class _Rate:
    """One row's: ``part`` of ``whole``."""

    part: Figure
    whole: Figure
    rate: Computed


def answer_row_rates(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no such rate is asked for, or fewer than two rows have both columns."""
    text = query.text
    which, together = _WHICH.search(text), _TOGETHER.search(text)
    if not re.search("项目|重点", text) or not _RATE.search(text) or not (which or together) or len(query.zones) > 1:
        return False
    columns = _columns(text)
    if columns is None:
        return False
    rows = _rows(drafting.facts, query, *columns)
    own = {row: rate for row, rate in rows.items() if not _ALL_OF_THEM.fullmatch(row[1])}
    if which is None:
        return _tell_all(drafting, {whose: rate for (_, whose), rate in rows.items() if _ALL_OF_THEM.fullmatch(whose)}, list(own.values()), text)
    if len(own) < 2 or not _as_many(text, len(own)):
        return False
    order = sorted(own.values(), key=lambda r: r.rate.value, reverse=not (which["least"] or which["least2"]))
    first = order[0]
    operands = f"{describe(first.part)}{amount(first.part)}，{describe(first.whole)}{amount(first.whole)}"
    word = "低" if which["least"] or which["least2"] else "高"
    said = f"{first.part.scope}最{word}，{first.rate.text}（{operands}；{first.rate.formula}）。"
    drafting.say(said, drafting.cite(first.part, first.whole), first.rate.formula)
    others = "；".join(f"{r.part.scope}{r.rate.text}（{r.rate.formula}）" for r in order[1:])
    cited = drafting.cite(*(f for r in order[1:] for f in (r.part, r.whole)))
    drafting.say(f"其余依次是：{others}。", cited, "；".join(r.rate.formula for r in order[1:]))
    if _APART.search(text):
        ends = [Decimal(r.rate.text.rstrip("%")) for r in (order[0], order[-1])]
        gap = computing.difference(max(ends), min(ends), "个百分点")
        drafting.say(f"最高与最低相差{gap.text}（{gap.formula}）。", cited, gap.formula)
    return True


def _columns(text: str) -> tuple[tuple[re.Pattern[str], bool], tuple[re.Pattern[str], bool]] | None:
    """Part and whole: how each column is called, and whether it holds what is planned."""
    total, plan, so_far = (bool(said.search(text)) for said, _ in (_TOTAL, _PLAN, _SO_FAR))
    if total:
        part = (_SO_FAR[1], False) if so_far else (_PLAN[1], True) if plan else (_DONE[1], False) if _DONE[0].search(text) else None
        return (part, (_TOTAL[1], False)) if part is not None else None
    return ((_DONE[1], False), (_PLAN[1], True)) if (plan or _OF_PLAN.search(text)) and not so_far else None


def _rows(
    facts: Facts, query: Query, part: tuple[re.Pattern[str], bool], whole: tuple[re.Pattern[str], bool]
) -> dict[tuple[str, str], _Rate]:
    """Of the newest report asked of that has them, what each row has of both; of a plan, the year's."""
    years = {p.last_year for p in query.periods}
    of: dict[str, dict[tuple[str, str], list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in facts.figures(query.zones, []):
        dated = figure.period is not None and (not years or figure.period.last_year in years)
        whose = figure.scope or ((own := _WHOSE.fullmatch(figure.indicator)) is not None and own["of"]) or ""
        if dated and whose and figure.kind is FigureKind.VALUE and figure.value:
            of[figure.report_id][figure.report_id, whose].append(figure)
    found: dict[tuple[str, str], _Rate] = {}
    for report in sorted(of, key=facts.told_until):
        rates = {row: rate for row, told in of[report].items() if (rate := _rate(told, part, whole)) is not None}
        found = rates if rates and (len(rates) > 1 or not found) else found
    return found


def _rate(told: Sequence[Figure], part: tuple[re.Pattern[str], bool], whole: tuple[re.Pattern[str], bool]) -> _Rate | None:
    def cell(name: re.Pattern[str], planned: bool) -> Figure | None:
        return next((f for f in told if name.fullmatch(_column_of(f)) and (f.status is Status.TARGET) is planned), None)

    a, b = cell(*part), cell(*whole)
    values = computing.common_unit([a, b]) if a is not None and b is not None and a.id != b.id else None
    if a is None or b is None or values is None or not values[0][1]:
        return None
    return _Rate(a, b, computing.share(*values[0]))


def _column_of(figure: Figure) -> str:
    own = _WHOSE.fullmatch(figure.indicator) if not figure.scope else None
    return own["what"] if own is not None else figure.indicator


def _as_many(text: str, rows: int) -> bool:
    said = _MANY.search(text)
    number = said["n"] or said["m"] if said is not None else ""
    return not number or (NUMERALS.get(number) or int(number)) == rows


def _tell_all(drafting: Drafting, of_all: Mapping[str, _Rate], own: Sequence[_Rate], text: str) -> bool:
    """The row that sums them up; else what the rows sum up to, where they are as many as the question says."""
    named = {whose: r for whose, r in of_all.items() if len(whose) >= LEAST_SAID and fold(whose) in fold(text)} or of_all
    if len(named) == 1 and (len(own) > 1 or "项目" in next(iter(named))):
        one = next(iter(named.values()))
        operands = f"{describe(one.part)}{amount(one.part)}，{describe(one.whole)}{amount(one.whole)}"
        drafting.say(f"{one.rate.text}（{operands}；{one.rate.formula}）。", drafting.cite(one.part, one.whole), one.rate.formula)
        return True
    if len(own) < 2 or not _MANY.search(text) or not _as_many(text, len(own)):
        return False
    parts, wholes = (computing.common_unit(figures) for figures in ([r.part for r in own], [r.whole for r in own]))
    if parts is None or wholes is None or parts[1] != wholes[1]:
        return False
    (a, b) = (computing.total(*values) for values in (parts, wholes))
    rate = computing.share(a.value, b.value)
    formula = f"{a.formula}；{b.formula}；{rate.formula}"
    drafting.say(f"{rate.text}（{formula}）。", drafting.cite(*(f for r in own for f in (r.part, r.whole))), formula)
    return True

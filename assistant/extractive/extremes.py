"""The greatest or least of parts, of firms and of projects; all of them in order; where no growth is printed, by two years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing, cues
from assistant.extractive.drafting import Drafting
from assistant.extractive.firms import called_a_firm
from assistant.extractive.groups import called, group_asked, measured, members_of
from assistant.extractive.operand import resolve
from assistant.extractive.parts import NO_PART, parts_of
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.slot import Slot
from assistant.extractive.wording import amount, changed, describe, growth, name_of, said, when
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.glossary import aliases
from index.records import Figure, FigureKind, Status

__all__ = ["A_PLACE", "WHICH_FIRM", "among_parts", "ordered_by_size", "say_ends"]

#: 重点项目, 新签约项目: what is told of many together is not the greatest of them.
_MANY = re.compile(
    "(?:[一二三四五六七八九十百\\d]+[大个项家]|前[一二三四五六七八九十百\\d]+[位名强]?|"
    "重点|重大|在建|新建|续建|储备|新?签约|新?开工|新?引进|投产|竣工|工业|产业|亿元以上|[省市县区]级?)*(?:项目|工程|企业)"
)


def among_parts(drafting: Drafting, query: Query) -> bool | None:
    """The highest or lowest part, or all in order; None when there are no parts and the years may be meant."""
    facts = drafting.facts
    outcome, parts = parts_of(facts, query)
    group = group_asked(query)
    placed = group is not None and A_PLACE.match(group.noun) is not None
    alien = bool(group and parts and not called(facts, parts, group.noun))  # 三大产业, not the three 片区
    alien = alien or (placed and not any(p.scope for p in parts))  # 哪个园区固投最多: 工业投资 is of none
    if placed and group is not None:  # 沚湾片区 and 沚湾片区新认定 are no two places
        places = [m[0] for p in parts if (m := re.match(f"[㐀-鿿]+?{group.noun}", p.scope)) is not None]
        alien = alien or len({*places}) < len(places)
    if group and (len(parts) < 2 or alien or (group.number and len(parts) != group.number)):
        unmeasured = alien or len(parts) < 2
        listed = members_of(facts, query, group) or (members_of(facts, query, measured(group)) if unmeasured else [])
        parts = listed or ([] if alien else parts)
    parts = [p for p in parts if p.scope not in NO_PART and not _MANY.fullmatch(p.scope)]
    if group is not None and group.noun in ("产业", "行业"):  # 哪个产业增长最快: no firm
        parts = [p for p in parts if not called_a_firm(facts, p)]
    if (firms := _of_firms(facts, query)) is not None:
        parts = firms
    elif (projects := _of_projects(facts, query)) is not None:
        parts = projects
    elif _FIRMS_NAMED.search(query.text) and all(p.unit in ("户", "家", "个") for p in parts):
        parts = []  # 交税最多的前三家企业: how many there are of a kind is no firm
    if len(parts) < 2:
        drafting.trace.append(outcome.trace)
        if query.periods or outcome.figure is None:
            refuse_outcome(drafting, replace(outcome, reason=outcome.reason or "indicator"))
            return False
        return None
    if query.aspect is Aspect.GROWTH and _say_paces(drafting, query, parts):
        return True
    ordered = ordered_by_size(parts, query.aspect is Aspect.GROWTH)
    if not ordered:
        refuse_outcome(drafting, replace(outcome, reason="indicator"))
        return False
    if query.operation is Operation.RANKING:
        rows = ordered[::-1] if query.direction < 0 else ordered
        drafting.say(
            f"{rows[0].indicator}：" + "；".join(f"{f.scope or f.indicator}{said(f)}" for f in rows) + "。",
            drafting.cite(*rows),
        )
        return True
    say_ends(drafting, query, ordered)
    return True


#: What is called a place, no field of work.
A_PLACE = re.compile("园|片|组团|镇|街道|区块|作业区")
#: 产值最高的企业是哪家: a firm is to be named.
WHICH_FIRM = re.compile(
    "(?:哪一?[个家]|谁家?|什么)(?:企业|公司|厂)|(?:企业|公司|厂)(?:是|叫|属|数|要数|为)*(?:哪|谁|什么)|(?<!分别是)(?<!各是)哪(?:一|几|[两三四五六七八九十])?家[?？。]*$"
)
_FIRMS_NAMED = re.compile("最[^，,。？?]{0,10}(?:企业|公司|厂家?)(?:是|叫|有|都)*(?:哪[些几]?[家个]?|谁|什么|啥)?[?？。]*$")
_FIRM = re.compile("(?:企业|公司|厂子?|工厂|集团)$")


def _say_paces(drafting: Drafting, query: Query, parts: Sequence[Figure]) -> bool:
    """三个片区哪个增长最快, where no report prints the growth of any: from what each made in two years; all in order for a ranking.

    False, with nothing said, where one of them is not told of a year and the year before.
    """
    if any(p.growth is not None or p.value is None or p.kind is not FigureKind.VALUE for p in parts):
        return False
    rows: list[tuple[computing.Computed, Figure, Figure]] = []
    for part in parts:
        if part.period is None or not part.scope:
            return False
        then = resolve(drafting.facts, Slot(part.indicator, part.zone, part.period.shifted(-1), scopes=(part.scope,)), abroad=False).figure
        values = computing.common_unit([part, then]) if then is not None and fold(then.scope) == fold(part.scope) else None
        if then is None or values is None or not values[0][1] or then.name != part.name:
            return False
        rows.append((computing.growth_between(*values[0]), part, then))
    rows.sort(key=lambda row: row[0].value, reverse=query.direction >= 0)
    told = [f"{name_of(p)}{changed(r)}（{amount(p)}，上年{amount(t)}；{r.formula}）" for r, p, t in rows]
    lead = "报告没有印出增速，按两年的数计算："
    if query.operation is not Operation.RANKING:
        foremost = "、".join(p.scope for r, p, _ in rows if r.value == rows[0][0].value)
        lead = f"{foremost}增速{'最低' if query.direction < 0 else '最高'}。{lead}"
    drafting.say(f"{lead}{'；'.join(told)}。", drafting.cite(*(f for _, p, t in rows for f in (p, t))), "；".join(r.formula for r, _, _ in rows))
    return True


def _of_firms(facts: Facts, query: Query) -> list[Figure] | None:
    """产值最高的企业: what the firms that are named each have of it; None where no firm is asked for, or no measure."""
    phrase = "".join(query.indicators)
    asked = _FIRM.search(phrase) or _FIRM.search(re.sub("[是为]?哪一?[家个].*$", "", query.text)) or WHICH_FIRM.search(query.text)
    measure = _FIRM.sub("", phrase) if asked else ""
    terms = find_terms(measure)
    said_so = {measure[t.start : t.end] for t in terms}
    of = said_so.pop() if len(said_so) == 1 else measure[terms[0].start : terms[-1].end] if terms else measure  # 产值最高的企业产值多少 says it twice
    known = (name for term in find_terms(of) for meaning in term.meanings for name in (meaning, *aliases(meaning)))  # 营收 is 营业收入
    alike = tuple({of, *known, *(word for group in cues.SYNONYMS if of in group for word in group)})
    if not of or not (terms or len(alike) > 1) or not query.periods:
        return None
    pool = facts.figures(query.zones[:1], query.periods[:1])
    named = (f for f in pool if f.indicator and (f.indicator.endswith(alike) or of.endswith(f.indicator)))  # a firm's 产值, of 规上产值
    firms = (f for f in named if called_a_firm(facts, f))
    told = [f for f in firms if f.kind is FigureKind.VALUE and f.status is (query.status or Status.DONE) and f.unit[-1:] == "元"]
    return list({f.scope: f for f in reversed(told)}.values())


_OF_A_PROJECT = "(?:累计|当年|本年|今年|全年|年度)?(?:已|实际)?(?:完成)?总?投资|用地|占地"
_LARGEST_PROJECT = re.compile(
    f"(?P<of>{_OF_A_PROJECT})(?:额|面积|规模)?(?:最[高大多低小少]|排?第一)[^，,。？?]{{0,8}}(?:项目|工程)"
    f"|(?:项目|工程)[^，,。？?]{{0,10}}?(?P<of2>{_OF_A_PROJECT})(?:额|面积|规模)?最[高大多低小少]"
)
#: What a project is told to cost, and what was put in so far, or in the year.
_INVESTED = {
    "累计": ("累计完成投资", "累计投资", "累计投入", "累计完成"),
    "完成": ("完成投资", "当年完成投资", "当年投资", "当年投入", "年度完成投资", "实际完成投资"),
    "": ("总投资", "计划总投资", "投资额", "投资"),
}


def _of_projects(facts: Facts, query: Query) -> list[Figure] | None:
    """总投资最大的项目: what each project that is named costs, or the land it takes; None where none is asked for."""
    said = _LARGEST_PROJECT.search(query.text)
    if said is None or not query.periods:
        return None
    of = said["of"] or said["of2"]
    way = "累计" if "累计" in of else "完成" if re.search("完成|[当本今全]年|年度", of) else ""
    names = _INVESTED[way] if of.endswith("投资") else ("用地", "占地", "用地面积", "占地面积")
    pool = facts.figures(query.zones[:1], query.periods[:1])
    told = [f for f in pool if f.kind is FigureKind.VALUE and f.indicator in names and len(f.scope) > 3 and not _OF_MANY.search(f.scope)]
    return list({f.scope: f for f in reversed(told)}.values())[::-1]


_OF_MANY = re.compile("以上|以下|签约|引进|招引|在建|开工|新增|当年|累计|[个批]|\\d项|各类|合计|重点项目$|产业项目$|企业$|全[区市]")


_TOGETHER = re.compile("合计|加起来|[加合]在?一[起块]|一共|总共|总和|之和")


def say_ends(drafting: Drafting, query: Query, ordered: Sequence[Figure]) -> None:
    """The highest (or lowest) of parts in order, and how far it is from the other end; or those at the place that is asked for."""
    rows = [*(ordered[::-1] if query.direction < 0 else ordered)]
    if query.first or query.place > 1:
        chosen = rows[: query.first] if query.first else rows[query.place - 1 : query.place]
        end = "倒数" if query.direction < 0 else ""
        before = rows[query.place - 2] if len(rows) >= query.place > 1 else rows[0]
        lead = f"{end}排在前面的依次是" if query.first else f"{end}紧排在{name_of(before)}（{amount(before)}）之后的是"
        where = f"{drafting.facts.short(rows[0].zone)}{when(rows[0])}"
        if len(chosen) > 1 and _TOGETHER.search(query.text) and (common := computing.common_unit(chosen)) is not None:
            total = computing.total(*common)
            named = "、".join(f"{f.scope or f.indicator}{amount(f)}" for f in chosen)
            drafting.say(f"{where}{end}前{len(chosen)}个合计{total.text}（{named}；{total.formula}）。", drafting.cite(*chosen), total.formula)
            return
        if chosen and len(chosen) < len(rows):
            told = "；".join(f"{name_of(f)}{said(f)}" for f in chosen)
            drafting.say(f"{where}{lead}{told}。", drafting.cite(*chosen, *(() if query.first else (before,))))
        drafting.say(f"{where}全部依次是{'；'.join(f'{name_of(f)}{said(f)}' for f in rows)}。", drafting.cite(*rows))
        return
    top = ordered[-1] if query.direction < 0 else ordered[0]
    other = ordered[0] if query.direction < 0 else ordered[-1]
    grown = query.aspect is Aspect.GROWTH and top.growth is not None and other.growth is not None
    drafting.say(
        f"{top.scope or top.indicator}{'增速' if grown else ''}{'最低' if query.direction < 0 else '最高'}：{describe(top)}{said(top)}。",
        drafting.cite(top),
    )
    values = ([top.growth or Decimal(0), other.growth or Decimal(0)], top.growth_unit) if grown else computing.common_unit([top, other])
    if values and len(ordered) > 1:
        gap = computing.difference(values[0][0], values[0][1], values[1])
        more, less = ("高", "低") if grown else ("多", "少")
        drafting.say(
            f"{'比最高的' if query.direction < 0 else '比最低的'}{other.scope or other.indicator}（{growth(other) if grown else amount(other)}）"
            f"{less if query.direction < 0 else more}{gap.text}（{gap.formula}）。",
            drafting.cite(top, other),
            gap.formula,
        )


def ordered_by_size(figures: Sequence[Figure], use_growth: bool) -> list[Figure]:
    """Largest first, in one unit, without what is all the others together; empty when they don't compare."""
    if use_growth:
        return sorted((f for f in figures if f.growth is not None), key=lambda f: -(f.growth or Decimal(0)))
    with_value = [f for f in figures if f.value is not None]
    values = computing.common_unit(with_value) if with_value else None
    if values is None:
        return []
    amounts, kept = computing.parts_alone(values[0], with_value, least=_FEW)
    return [f for _, f in sorted(zip(amounts, kept, strict=True), key=lambda pair: -pair[0])]


_FEW = 3

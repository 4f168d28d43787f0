"""Two or more that a question calls by name, set side by side: 甲片区和乙片区谁的产值增得快, 甲项目加上乙项目总投资合计多少.

The names are those that figures of the zone are told of, joined in one run; what is said around the run is the measure and what
is to be done with it.  Only what all of them are told of by one and the same measure answers; with less nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from assistant import computing
from assistant.bones import in_a_frame
from assistant.extractive.choosing import foremost, lead_over, say_lead
from assistant.extractive.drafting import Drafting
from assistant.extractive.parts import NO_PART
from assistant.extractive.wording import amount, describe, name_of, said
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.phrases import ASKING
from assistant.question import understand
from assistant.records import Aspect, Draft, Query
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.figures.naming import ACTIONS
from index.glossary import is_known, normalise
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_by_name", "share_by_name"]

_KIND = "片区|园区|分园|产业园|园|组团|板块|港区|产业链|产业|行业|制造业|业|链|街道|镇|项目|工程|公司|集团|企业|厂"
_ENDS = re.compile(f"(?:{_KIND})$")
_BEHIND = re.compile(f"(?:{_KIND})+")
_JOINT = r"(?:以及|和|与|跟|同|及|还有|加上|加|对比|相比于?|比|对|还是|、|,)"
_BETWEEN = re.compile(rf"[^,。;?、和与跟及]{{0,10}}?{_JOINT}+(?:(?:这边|那边)的?)?")
_JOINED = re.compile(f"{_JOINT}+(?:(?:这边|那边)的?)?$|^[、,]|[、，]")
_OF_THEM = re.compile(
    r"^[,]?(?:这|那)?(?:[两三四五六七]|\d)(?:个|家|大|处|条|者|方|头|片|种|类|项)(?:片区|园区|产业|行业|项目|企业|公司|地方|板块|园)?"
)
_GROWTH = re.compile(
    "增速|增幅|涨幅|降幅|跌幅|升幅|(?:增长?|涨|长|升|跑|掉|跌|降|扩张)(?:得|的)?(?:更|最|比较)?(?:快|慢|猛|狠|多|凶|厉害)"
    "|[增涨降跌](?:长|了)?(?:百分之)?(?:多少|几)(?:个点|个?百分点|%)?|几个点"
)
_FELL = re.compile("降幅|跌幅|(?:掉|跌|降)(?:得|的)?(?:更|最)?(?:快|猛|狠|多|凶|厉害)|增?[长得]?(?:得)?[更最]?慢|[更最]低|谁低|低的")
_WHICH = re.compile("谁|孰|哪一?(?:个|家|头|边|块|项|片|处|条|方)|领先|更(?:高|大|多|快|强)")
_LESS = re.compile("(?:更|最|谁的?|哪个)[^,。?]{0,8}(?:低|少|小|慢)(?!于)")
_GAP = re.compile("差(?:距|额|多少|几|了)|相差|差得?多|差别|(?:领先|高出?|多出?|超出?|落后|快|慢|高|低|多|少|大|小)了?(?:多少|几)")
_SUM = re.compile("合计|总?[加合]起来|加一?块儿?|加在一[起块]|合在一[起块]|一共|总共|总和|之和|拢共|加总|相加")
_AGAINST = re.compile("比|还[多少高]")  # 甲比乙、丙加起来还多
_EACH = re.compile("各自?(?!项|类|片|园|区|产|个)|分别|都是")
_SET_BESIDE = re.compile("比一比|比较|对比|相比|比一下|怎么样|摆在一起")
_OTHERWISE = re.compile(
    "占|比重|份额|贡献|倍|平均|人均|亩均(?!税收)|目标|计划|预计|任务|为什么|为啥|怎么(?!样)|哪年|何时|什么时候|上年|去年|前年|同比[^增]|环比"
    "|除了|之外|扣除|剩|其余|位次|排名|第几|名次|走势|变化"
)
_FRAME = re.compile(
    "哪一?个(?:产业|行业|企业|公司|项目|片区|园区?)|[?。!,:;()（）\"“”]|这|那|两|三|个(?!税)|者|之间|到底|究竟|大概|大约|请问?|麻烦|帮我?|给我|我想|查查?|看看|算一?下|列出|说说|报一?下|告诉|一下"
    "|一块儿?|(?:是|为|有|达到?了?|做到?了?|实现|完成(?!投资|率)|的|了|呢|吗|吧|得|在|里头?|当中|中(?=$)|方面|上(?=$)|数据|情况|水平|规模|数(?=$)"
    "|数字|的数|之后|其中|处|家(?=$))|多少|几|百分之|百分点|[亿万]?元(?=$)|%|个?点|更|最|高|低|多|少|大|小|快|慢|猛|狠|强|出|于|比|差距?|相差|额(?=$)"
    "|领先|落后|谁|孰|哪|家|边|头|块|项|片|条|方|和|与|跟|还有?|又|也|都|各自?|分别"
    "|合计|加起来|加|总共|一共|总和|之和|合起来|相加|增速|增幅|增长|涨幅|降幅|涨|跌|掉|跑|升|降|长"
)
_MEASURED = "产值"  # of places and trades, where nothing else is said


@dataclass(frozen=True, slots=True)
class _Named:
    """One that is named, where it stands in the question, and all figures that are told of it."""

    start: int
    end: int
    figures: tuple[Figure, ...]


def answer_by_name(facts: Facts, query: Query, known: Understanding) -> Draft | None:
    """Set side by side what is named; None where the question doesn't, or not all of it is told by one measure."""
    text = query.text
    if not any(cue.search(text) for cue in (_GROWTH, _WHICH, _GAP, _SUM, _EACH, _SET_BESIDE)) or (at := _one_place_and_time(facts, query)) is None:
        return None
    zone, period = at
    run = _run(text, _told(facts, zone, period))
    around = _around(text, run, known) if len(run) > 1 else []
    rest = "，".join(around)
    if not around or _OTHERWISE.search(rest) or _ASKS_MORE.search(rest) or (_SUM.search(text) and (_AGAINST.search(text) or _WHICH.search(text))):
        return None
    grown = _GROWTH.search(rest) is not None
    measure = _measure_said(around)
    found = _alike(facts, run, measure, grown, period)
    if not found:
        measure = in_a_frame(rest, known) or measure
        found = _alike(facts, run, measure, grown, period)
    if not found:
        return None
    found = [_as_called(f, text[one.start : one.end]) for f, one in zip(found, run, strict=True)]
    drafting = Drafting(facts)
    drafting.note("并列", f"{'、'.join(f.scope or f.indicator for f in found)} · {measure or _MEASURED} · {'增速' if grown else '数值'}")
    if not _say(drafting, replace(query, aspect=Aspect.GROWTH if grown else Aspect.VALUE), found, rest, grown):
        return None
    return drafting.draft()


def _one_place_and_time(facts: Facts, query: Query) -> tuple[str, Period] | None:
    """The one zone and period that is asked of what was done, the newest where none is said."""
    if len(query.zones) > 1 or query.unknown_zones or len(query.periods) > 1 or query.years_back or query.status not in (None, Status.DONE):
        return None
    zones = facts.placed(query)
    period = query.periods[0] if query.periods else facts.newest.get(zones[0]) if zones else None
    return (zones[0], period) if len(zones) == 1 and period is not None else None


#: 谁多？多多少？ asks on; another question behind it asks of something else.
_ASKS_MORE = re.compile(
    f"[?;。](?=.*(?:{ASKING.pattern}))(?!(?:[^?;。]*(?:差|多|少|高|低|领先|增速|增幅|各|分别|增长|快|慢|谁|哪)[^?;。]{{0,8}}[?;。]*)$)"
)


def _around(text: str, run: Sequence[_Named], known: Understanding) -> list[str]:
    """What is said before, between and behind the names, without the zone and the year; a name may hold the zone's (隺湑科技城)."""
    marked = text
    for one in reversed(run):
        marked = marked[: one.start] + _MARK + marked[one.end :]
    pieces = understand(marked, known).bare.split(_MARK)
    return [*pieces[:-1], _OF_THEM.sub("", pieces[-1])] if len(pieces) == len(run) + 1 else []


_MARK = "◇"


def _measure_said(around: Sequence[str]) -> str:
    return _FRAME.sub("", "".join(_JOINED.sub("", piece) for piece in around))


def _as_called(figure: Figure, said: str) -> Figure:
    """赤硚组团, where the question calls it so and the report 赤硚."""
    longer = bool(figure.scope) and said.startswith(figure.scope) and _BEHIND.fullmatch(said[len(figure.scope) :]) is not None
    return replace(figure, scope=said) if longer else figure


_SHARE = re.compile("占|比[重例]|份额|贡献|几成|百分之几|百分之多少")
_OF_SHARE = re.compile(
    "贡献(?:率|了)?|占比?|比[重例]|份额|几成|百分之(?:几|多少)|(?:全区|整个|园区|开发区)(?:的|里)?|里头?(?=,|$)|那一?块|那部分|多大|对|总体"
)


def share_by_name(facts: Facts, query: Query, known: Understanding) -> Draft | None:
    """The share of one or more that are named in what the whole zone has of the same measure; None where either isn't told."""
    text = query.text
    if not _SHARE.search(text) or (at := _one_place_and_time(facts, query)) is None:
        return None
    zone, period = at
    run = _run(text, _told(facts, zone, period), least=1)
    around = _around(text, run, known) if run else []
    rest = "，".join(around)
    if not around or _NO_SHARE.search(rest) or _ASKS_MORE.search(rest):
        return None
    measure = _OF_SHARE.sub("", _measure_said([_OF_SHARE.sub("", piece) for piece in around]))
    found = _alike(facts, run, measure, False, period) if measure else []
    whole = _whole(facts, found, measure, zone, period) if found else None
    if whole is None:
        return None
    values = computing.common_unit([*found, whole])
    if values is None or sum(values[0][:-1]) >= values[0][-1]:
        return None
    found = [_as_called(f, text[one.start : one.end]) for f, one in zip(found, run, strict=True)]
    drafting = Drafting(facts)
    drafting.note("并列", f"{'、'.join(f.scope or f.indicator for f in found)} · {measure} · 占比")
    for figure, value in zip(found, values[0], strict=False):
        one = computing.share(value, values[0][-1])
        told = f"{one.text}（{describe(figure)}{said(figure)}，占{name_of(whole)}{amount(whole)}的比重；{one.formula}）。"
        drafting.say(told, drafting.cite(figure, whole), one.formula)
    if len(found) > 1:
        total = sum(values[0][:-1], Decimal(0))
        both = computing.share(total, values[0][-1])
        drafting.say(f"合计占{both.text}（{both.formula}）。", drafting.cite(*found, whole), both.formula)
    return drafting.draft()


_NO_SHARE = re.compile("增速|增长|增量|增加|新增|提高|变化|上年|去年|目标|计划|预计|全市|全省|全县|倍|平均|位次|排名|除|扣|剩|其余|为什么|为啥")


def _whole(facts: Facts, found: Sequence[Figure], measure: str, zone: str, period: Period) -> Figure | None:
    """What the whole zone has of the measure that parts were found by, where it is told once, and is more than each of them."""
    told = [
        f for f in facts.figures([zone], [period])
        if not f.scope and f.status is Status.DONE and _key(f, False) == _key(found[0], False) and is_known(f.indicator)
        and fold(normalise(f.indicator)) == fold(normalise(measure if is_known(measure) else f.indicator))
    ]
    if _key(found[0], False) == (_MEASURED, found[0].unit):
        told = [f for f in told if _OUTPUT.fullmatch(normalise(f.indicator))]
    own = [f for f in told if facts.in_its_own_report(f)] or told
    return own[0] if len({f.value for f in own}) == 1 else None


_OUTPUT = re.compile("(?:规模以上|规上|全部)?(?:工业)?总?产值")


def _told(facts: Facts, zone: str, period: Period) -> dict[str, list[Figure]]:
    """What is told of each owner in a period, and in its reports of what has no period: the costs and the sizes of projects."""
    reports = set(facts.reports_of([zone], [period]))
    owned: dict[str, list[Figure]] = {}
    for figure in facts.figures([zone]):
        lasting = figure.report_id in reports and (figure.period is None or _LASTING.search(figure.indicator))
        if (figure.period == period or lasting) and figure.status is not Status.TARGET and figure.kind in (FigureKind.VALUE, FigureKind.GROWTH):
            owner = _owner(figure)
            if len(owner) > 1 and owner not in NO_PART and not owner.startswith("全"):
                owned.setdefault(owner, []).append(figure)
    return owned


_LASTING = re.compile("总投资|面积|占地|用地|全长|长度|规模|产能")


def _owner(figure: Figure) -> str:
    """健康食品 of 健康食品产值: the scope, or what stands before the known measure that an indicator ends with."""
    if figure.scope:
        return figure.scope
    terms = find_terms(figure.indicator)
    if not terms and figure.unit in _MONEY and figure.kind is FigureKind.VALUE:
        return figure.indicator  # 瀹东片区402.6亿元，增长5.9%: its measure is said before
    if not terms or is_known(figure.indicator) or terms[-1].end < len(figure.indicator):
        return ""
    return figure.indicator[: terms[-1].start].removesuffix("的")


_ONE_MORE = ("、", "和", "与", "及", "以及")
_MONEY = ("亿元", "万元")


def _run(text: str, owned: dict[str, list[Figure]], least: int = 2) -> list[_Named]:
    """The names that follow on one another, joined by 和 or the like; [] where there are none or two such runs."""
    forms: dict[str, list[str]] = {}
    for owner in owned:
        for form in {owner, _ENDS.sub("", owner)}:
            if len(form) > 1 and not _CLASSES.fullmatch(form) and not re.fullmatch(ACTIONS, form):
                forms.setdefault(form, []).append(owner)
    named: list[_Named] = []
    for start, end in sorted((m for form in forms for m in _places(text, form)), key=lambda m: (m[0], -m[1])):
        if named and start < named[-1].end:
            continue
        behind = _BEHIND.match(text, end)
        end = behind.end() if behind is not None else end
        owners = _called(text[start:end], [o for form, of in forms.items() if text.startswith(form, start) for o in of])
        if owners:
            named.append(_Named(start, end, tuple(f for o in owners for f in owned[o])))
    joined = [_BETWEEN.fullmatch(text, a.end, b.start) is not None for a, b in pairwise(named)]
    runs: list[list[_Named]] = [[]]
    for number, one in enumerate(named):
        runs[-1].append(one)
        if number < len(joined) and not joined[number]:
            runs.append([])
    several = [r for r in runs if len(r) >= least] if named else []
    if several and (text[several[0][-1].end :].startswith(_ONE_MORE) or text[: several[0][0].start].endswith(_ONE_MORE)):
        return []  # 甲、乙、丙三块, of which the third is told of by another name
    return several[0] if len(several) == 1 and len({text[n.start : n.end] for n in several[0]}) == len(several[0]) else []


def _called(said: str, owners: Sequence[str]) -> list[str]:
    """瀹东 and 瀹东片区, for 瀹东片区: those so called, with or without what they are; of 航空产业 and 航空园 neither for the other."""
    core = _ENDS.sub("", said)
    return list(dict.fromkeys(o for o in owners if o == said or (_ENDS.sub("", o) == core and core in (o, said))))


#: What says of which class a firm or a trade is, and names none.
_CLASSES = re.compile(
    "规上|规模以上|限[上额]|限额以上|工业|[外内]资|民营|国有|上市|重点|主[导要]|高新技术|[中小]小?微?|外贸|龙头|骨干|新[增兴]|支柱|传统|农业|服务|制造|建筑|房地产"
)


def _places(text: str, form: str) -> Iterator[tuple[int, int]]:
    at = text.find(form)
    while at >= 0:
        yield at, at + len(form)
        at = text.find(form, at + 1)


def _alike(facts: Facts, run: Sequence[_Named], measure: str, grown: bool, period: Period) -> list[Figure]:
    """One figure of each that is named, all of the measure that is asked for; [] where one of them has none, or two that differ."""
    keys: dict[tuple[str, str], float] = {}
    for figure in run[0].figures:
        if (key := _key(figure, grown)) is not None:
            keys[key] = max(keys.get(key, 0.0), _near(measure, figure))
    best: list[tuple[float, list[Figure]]] = []
    for key, near in keys.items():
        if near <= 0:
            continue
        each = [_one(facts, [f for f in one.figures if _key(f, grown) == key], measure, period) for one in run]
        found = [f for f in each if f is not None]
        if len(found) == len(run) and len({f.id for f in found}) == len(found):
            best.append((near, found))
    best.sort(key=lambda b: -b[0])
    if not best or (len(best) > 1 and best[0][0] == best[1][0] and not grown):
        return []
    return best[0][1]


def _key(figure: Figure, grown: bool) -> tuple[str, str] | None:
    """By what figures of several owners are alike: the class of their measure, and the unit."""
    if grown:
        return (_class(figure), "%") if figure.growth is not None and figure.growth_unit == "%" and "环比" not in figure.growth_base else None
    return (_class(figure), figure.unit) if figure.kind is FigureKind.VALUE and figure.value is not None else None


def _class(figure: Figure) -> str:
    name = _measure(figure)
    return _MEASURED if name.endswith("产值") or not name else normalise(name)


def _measure(figure: Figure) -> str:
    name = figure.indicator.removeprefix(figure.scope) if figure.scope else figure.indicator[len(_owner(figure)) :]
    return name.removeprefix("的")


def _near(measure: str, figure: Figure) -> float:
    """How much of the asked measure the figure's own is; 0 where it is another."""
    own = _measure(figure)
    if not measure:
        return 1.0 if _class(figure) == _MEASURED else 0.0
    if fold(normalise(measure)) == fold(normalise(own)):
        return 3.0
    if measure.endswith("产值") and _class(figure) == _MEASURED:
        return 2.5
    asked, told = find_terms(measure), find_terms(own)
    if asked and told and set(asked[-1].meanings) & set(told[-1].meanings) and asked[-1].end == len(measure):
        return 2.0
    a, b = bigrams(fold(measure)), bigrams(fold(own))
    return len(a & b) / len(a | b) if len(a & b) >= _SHARED * len(a) else 0.0


_SHARED = 0.6  # of the pairs of characters of the asked measure, in the printed one


def _one(facts: Facts, figures: Sequence[Figure], measure: str, period: Period) -> Figure | None:
    """The one figure of an owner, where those of the nearest name are of one value."""
    if not figures:
        return None
    ranked = sorted(figures, key=lambda f: (-_near(measure, f), f.period != period, not facts.in_its_own_report(f)))
    first = ranked[0]
    rivals = [f for f in ranked if _near(measure, f) == _near(measure, first) and f.period == first.period and f.report_id == first.report_id]
    values = {(f.value, f.growth) for f in rivals}
    return first if len(values) == 1 or len({f.value for f in rivals}) == 1 else None


def _say(drafting: Drafting, query: Query, found: Sequence[Figure], rest: str, grown: bool) -> bool:
    facts = drafting.facts
    which, gap = _WHICH.search(rest) is not None, _GAP.search(rest) is not None
    if _SUM.search(rest) and not grown and not which:
        common = computing.common_unit(found)
        if common is None:
            return False
        summed = computing.total(*common)
        each = "；".join(f"{name_of(f)}{said(f)}" for f in found)
        drafting.say(f"合计{summed.text}（{summed.formula}）：{each}。", drafting.cite(*found), summed.formula)
        return True
    if not (which or gap or grown or _EACH.search(rest) or _SET_BESIDE.search(rest)):
        return False
    if not (which or gap or _SET_BESIDE.search(rest)) and len(found) > 1:
        where = f"{facts.short(found[0].zone)}{found[0].period.label if found[0].period else ''}"
        drafting.say(where + "；".join(f"{name_of(f)}{said(f)}" for f in found) + "。", drafting.cite(*found))
        return True
    least = bool(_FELL.search(rest) if grown else _LESS.search(rest))
    if grown:
        ordered = sorted(found, key=lambda f: f.growth or 0, reverse=not least)
    else:
        common = computing.common_unit(found)
        if common is None:
            return False
        ordered = [f for _, f in sorted(zip(common[0], found, strict=True), key=lambda p: p[0], reverse=not least)]
    top = ordered[0]
    if not which and len(ordered) == 2 and (lead := lead_over(query, top, ordered[1])) is not None and lead.value:
        told = f"{describe(top)}{said(top)}，{name_of(ordered[1])}{said(ordered[1])}"
        drafting.say(f"{name_of(top)}比{name_of(ordered[1])}{lead.text}（{told}；{lead.formula}）。", drafting.cite(*ordered), lead.formula)
        return True
    how = foremost(replace(query, aspect=Aspect.GROWTH if grown else Aspect.VALUE, direction=-1 if least else 1), top)
    how = how.replace("最", "更") if len(ordered) == 2 else how
    drafting.say(f"{name_of(top)}{how}：{describe(top)}{said(top)}。", drafting.cite(top))
    for other in ordered[1:]:
        say_lead(drafting, query, top, other, named=name_of(other))
    return True

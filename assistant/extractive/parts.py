"""A whole and its parts: 其中 chains, scopes, rows of a table; the extreme one, their sum."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.candidates import accepts
from assistant.extractive.drafting import Drafting
from assistant.extractive.groups import called, group_asked, measured, members_of
from assistant.extractive.nearness import of_another_size
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.operands import apart, beside, part_alone, plainer
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.sectors import three_sectors
from assistant.extractive.single import answer_found, locate
from assistant.extractive.wording import amount, describe, name_of, said
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind

__all__ = [
    "AGAINST_WHOLE",
    "EACH_SHARE",
    "NO_PART",
    "answer_counted",
    "answer_named_parts",
    "answer_parts",
    "answer_shares_of_parts",
    "named_parts",
    "part_in_whole",
    "parts_of",
    "siblings",
    "sum_parts",
]


def answer_parts(drafting: Drafting, query: Query, whole: Figure | None = None) -> bool:
    """分片区看, 各多少: the parts of one figure; or each of several named ones; their shares in its ``whole``, or another."""
    facts = drafting.facts
    if answer_counted(drafting, query):
        return True
    if len(query.indicators) > 1:
        outcomes = [o for p in query.indicators for o in _with_the_noun(facts, query, p)]
        if any(o.figure is not None for o in outcomes):
            told = [answer_found(drafting, query, o, several=True) for o in outcomes]  # the missing ones are said too
            return any(told)
    outcome, parts = parts_of(facts, query)
    drafting.trace.append(outcome.trace)
    group = group_asked(query)
    counted = members_of(facts, query, measured(group)) if group is not None and group.number else []
    if group is not None and counted and len(counted) == group.number and not any(p.scope.endswith(group.noun) for p in parts[:1]):
        parts = counted  # 三大产业分别多少产值: those of the sentence that calls them so
    if not parts:
        return False
    if group is not None and not group.number and not called(facts, parts, group.noun):
        parts = members_of(facts, query, measured(group))  # 各产业产值: no row of 片区
        if not parts:
            return False
    alike = [p for p in parts if group and p.scope.endswith(group.noun)]
    if group and len(alike) < 2:  # 三个分园, which are called 城东园, 栗坪园
        alike = [p for p in parts if p.scope.endswith(group.noun[-1:])]
    counts_all = group is not None and len(alike) != group.number == len(parts)  # 三个片区, one of which is called 新城
    parts = alike if len(alike) > 1 and not counts_all else parts  # 三个片: no industry beside them
    whole = whole or outcome.figure
    if whole is not None and (EACH_SHARE.search(query.text) or query.aspect is Aspect.SHARE):
        for part in parts:
            values = computing.common_unit([part, whole])
            if values is not None and values[0][1] > 0:
                one = computing.share(*values[0])
                text = f"{part.scope or part.indicator}占{one.text}（{amount(part)}，{one.formula}）。"
                drafting.say(text, drafting.cite(part, whole), one.formula)
        return True
    drafting.say(_in_a_row(facts, parts), drafting.cite(*parts))
    return True


def answer_shares_of_parts(drafting: Drafting, query: Query) -> bool:
    """各产业产值占规上工业总产值的比重: each part of the one in the other, as it is named; False, with nothing said, where none is told."""
    if query.aspect is not Aspect.SHARE or query.operation is not Operation.PARTS or len(query.operands) != 2 or group_asked(query) is None:
        return False
    whole = resolve(drafting.facts, slot_of(query.operands[1], "".join(query.operands[1].indicators), aspect=Aspect.VALUE)).figure
    each = drafting.fork()
    if whole is None or whole.indicator[-2:] != query.operands[0].indicators[-1][-2:]:  # 税收占产值: not of what all made
        return False
    if not answer_parts(each, replace(query, indicators=query.operands[0].indicators, operands=()), whole):
        return False
    drafting.join(each)
    return True


def answer_named_parts(drafting: Drafting, query: Query) -> bool:
    """东片区和西片区的产值、税收各多少: those parts of each, of all there are; False where one isn't told of."""
    several = len(query.scopes) > 1 and query.indicators and len(query.periods) < 2 and len(query.zones) < 2
    if not several or query.aspect is not Aspect.VALUE or query.operation not in (Operation.ONE, Operation.PARTS, Operation.TREND):
        return False
    if query.operation is not Operation.PARTS and not re.search("各|分别", query.text):
        return False
    each = [named_parts(drafting.facts, replace(query, indicators=(p,))) for p in query.indicators]
    if not all(each):
        return False
    for named in each:
        drafting.say(_in_a_row(drafting.facts, named), drafting.cite(*named))
    return True


def _in_a_row(facts: Facts, parts: Sequence[Figure]) -> str:
    where = f"{facts.short(parts[0].zone)}{parts[0].period.label if parts[0].period else ''}"
    return where + "；".join(f"{name_of(f)}{said(f)}" for f in parts) + "。"


def _with_the_noun(facts: Facts, query: Query, phrase: str) -> tuple[Outcome, ...]:
    """粮油、肉类、乳品各做了多少产值: what the last of several is asked by is asked of each, where one is printed with it."""
    last = find_terms(query.indicators[-1])
    shared = bool(last) and last[-1].start > 0 and last[-1].end == len(query.indicators[-1]) and not find_terms(phrase)
    if shared and re.search("各|分别|都", query.text):
        named = locate(facts, query, phrase + query.indicators[-1][last[-1].start :]).outcomes
        if all(o.figure is not None for o in named):
            return named
    return locate(facts, query, phrase).outcomes


EACH_SHARE = re.compile("(?:各自?|分别|各个)(?:又|大约)?占")
def parts_of(facts: Facts, query: Query) -> tuple[Outcome, list[Figure]]:
    """The whole that a phrase means, and its parts."""
    phrase = "".join(query.indicators)
    outcome = resolve(facts, slot_of(query, phrase, aspect=Aspect.VALUE))
    if outcome.figure is None:  # told owner by owner alone
        one = next((c.figure for c in outcome.candidates if c.figure.scope and accepts(c, outcome.slot)), None)
        each = siblings(facts, one) if one is not None else []
        return outcome, each if len(each) > 1 else []
    whole = outcome.figure
    pool = facts.figures([whole.zone], [whole.period] if whole.period else ())
    chain = [f for f in pool if f.part_of == whole.id]
    named = [
        f
        for f in pool
        if f.name == whole.name
        and f.scope
        and not _BEYOND.match(f.scope)
        and not f.scope.endswith(("原公布", "调整后"))  # the whole itself, as it was told before or is since
        and f.status is whole.status
        and f.kind is FigureKind.VALUE
        and f.unit == whole.unit
        and f.id != whole.id
    ]
    own = siblings(facts, whole) if whole.scope and whole.scope not in phrase and not whole.part_of else []
    summed = _summed_up(facts, whole, pool) if len(chain) < 2 and not named and not own else []
    return outcome, max((chain, named, own, summed), key=len)


_ROUNDED = Decimal("0.005")  # of a whole, by which the sum of its printed parts may differ from it


def _summed_up(facts: Facts, whole: Figure, pool: Sequence[Figure]) -> list[Figure]:
    """工业投资51.8亿元；基础设施投资21.4亿元、房地产开发投资19.5亿元: what the paragraph tells of the same measure, where it makes up the whole."""
    text = facts.report(whole.report_id).text
    alike = [
        f
        for f in pool
        if (f.report_id, f.kind, f.unit, f.status) == (whole.report_id, whole.kind, whole.unit, whole.status) and f.id != whole.id and f.value
        and f.indicator[-2:] == whole.indicator[-2:] and f.start > whole.start and "\n" not in text[whole.end : f.start]
    ]
    for number in range(2, len(alike) + 1):
        gap = sum((f.value or Decimal(0) for f in alike[:number]), -(whole.value or Decimal(0)))
        if whole.value and abs(gap) <= _ROUNDED * whole.value:
            return alike[:number]
    return []


def siblings(facts: Facts, figure: Figure) -> list[Figure]:
    """Figures beside this one: same indicator, unit, period and status, other scopes; or the members of its 其中 chain."""
    pool = [
        f
        for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
        if f.status is figure.status and f.report_id == figure.report_id and f.kind is FigureKind.VALUE
    ]
    if figure.part_of:
        return [f for f in pool if f.part_of == figure.part_of and f.unit == figure.unit]
    return [f for f in pool if f.name == figure.name and f.scope and f.scope not in NO_PART and f.unit == figure.unit]


_BEYOND = re.compile("[㐀-鿿]{0,4}全[市县省国州]")  # what the zone itself is a part of
NO_PART = ("累计", "合计", "总计", "共", "全区", "全部", "当年", "期末", "年末")  # scopes of the whole


def part_in_whole(facts: Facts, query: Query) -> Outcome | None:
    """固投里头工业这块: the part among the members of the whole's 其中 chain, which a few words are enough to name."""
    whole = resolve(facts, slot_of(query, query.indicators[0], aspect=Aspect.VALUE))
    slot = slot_of(query, query.indicators[1])
    if whole.figure is None:
        return None
    pool = facts.figures([whole.figure.zone], [whole.figure.period] if whole.figure.period else ())
    told = [f for f in pool if (f.name, f.scope, f.status) == (whole.figure.name, whole.figure.scope, whole.figure.status)]
    places = {(f.report_id, f.sentence_start) for f in told}  # once in the table, once in the text
    members = [f for f in pool if f.part_of in {t.id for t in told}] or [
        f
        for f in pool
        if (f.report_id, f.sentence_start) in places and f not in told and f.status is whole.figure.status
    ]
    members = [f for f in members if not of_another_size(slot.phrase, f)]
    linked = facts.linker.link(slot.phrase, members, aspect=slot.aspect, unit=slot.unit)
    ranked = [c for c in linked if c.features["unit"] >= 0 and c.features["action"] >= 0 and c.features["other"] < 1.0]
    if not ranked:
        return None
    best = ranked[0] if ranked[0].features["asked"] >= 0.25 else max(ranked, key=lambda c: c.features["dense"])
    apart = min(1.0, 0.9 * math.sqrt(len(ranked) - 1))
    if best.features["asked"] == 0 and (len(ranked) < 2 or best.features["dense"] < apart or _DEED.search(slot.phrase)):
        return None  # 当年签约的项目里注册落地的: no trade of them
    return Outcome(slot, best.figure, candidates=tuple(ranked))


_DEED = re.compile("注册|落地|开工|动工|投产|竣工|建成|达产|入库|到位|投用|交付|摘牌|退出")


def sum_parts(drafting: Drafting, query: Query) -> bool:
    """The sum over the parts of one figure: the rows of a table, the members of a chain, or the parts that are named."""
    facts = drafting.facts
    group = group_asked(query)
    if group is not None and len(group.phrase) < 2 and re.search("产业|行业|链", group.noun):
        group = replace(group, phrase="产值")  # 三大产业合计多少
    parts = named_parts(facts, query) or (members_of(facts, query, group) if group else [])
    outcome = Outcome(slot_of(query, "".join(query.indicators)))
    if len(parts) < 2 and len(query.indicators) > 1:  # one of them is missing: each is told, and no sum
        outcomes = [resolve(facts, slot_of(query, plainer(p))) for p in query.indicators]
        told = [answer_found(drafting, query, one, several=True) for one in apart(outcomes)]
        return any(told)
    if len(parts) < 2:
        outcome, parts = parts_of(facts, query)
        if group and group.number and len(parts) != group.number:
            parts = []  # three industries are not three areas
        if len({fold(f.scope + f.indicator) for f in parts}) < len(parts):
            parts = []  # industries beside areas, or told twice
    printed = resolve(facts, outcome.slot).figure if not group else None
    if printed is not None and printed.scope and fold(printed.scope + printed.indicator) == fold(plainer("".join(query.indicators))):
        return answer_found(drafting, query, replace(outcome, figure=printed))  # 产值超10亿元企业的产值合计: printed as such
    values = computing.common_unit(parts) if len(parts) >= 2 else None
    if values is None:
        drafting.trace.append(outcome.trace)
        if outcome.figure is not None and not (group and group.number):
            return answer_found(drafting, query, outcome)
        refuse_outcome(drafting, replace(resolve(facts, outcome.slot), figure=None, reason="indicator"))
        return False
    result = computing.total(*values)
    drafting.say(
        f"合计{result.text}（{result.formula}）：{'；'.join(f'{name_of(f)}{said(f)}' for f in parts)}。",
        drafting.cite(*parts),
        result.formula,
    )
    if AGAINST_WHOLE.search(query.text):
        _say_against_whole(drafting, query, parts)
    return True


# 三个片区加起来，跟全区对得上吗, 比全区少多少, 占全区多少: what is summed, against the whole as printed.
AGAINST_WHOLE = re.compile(
    "(?P<share>占(?:了|到)?(?:整个)?全[区市园县])|(?:跟|与|和|同|比|较)(?:全[区市园县]|总数|总额|总量|合计数)的?[^，,。？?]{0,10}?[，,]?(?:能?不能?|是否|对不)?(?:对得?上|一致|吻合|相符|[相还]?差|少|多(?!少))"
)


def _say_against_whole(drafting: Drafting, query: Query, parts: Sequence[Figure]) -> None:
    name = parts[0].indicator or "".join(query.indicators)
    zones, periods = ({*(f.zone for f in parts)}, {*(f.period for f in parts if f.period)})
    there = replace(query, zones=tuple(zones), periods=tuple(periods)) if len(zones) == len(periods) == 1 else query
    whole = resolve(drafting.facts, slot_of(replace(there, operation=Operation.ONE, aspect=Aspect.VALUE, scopes=()), name)).figure
    told = computing.common_unit([*parts, whole]) if whole is not None and not whole.scope else None
    if whole is None or told is None:
        return
    numbers, unit = told
    *each, all_of = numbers
    asked = AGAINST_WHOLE.search(query.text)
    if asked is not None and asked["share"] is not None:
        rate = computing.share(sum(each, Decimal(0)), all_of)
        drafting.say(f"占{describe(whole)}{amount(whole)}的{rate.text}（{rate.formula}）。", drafting.cite(whole), rate.formula)
        return
    gap = computing.difference(sum(each, Decimal(0)), all_of, unit)
    how = "相等" if sum(each, Decimal(0)) == all_of else f"{'多' if sum(each, Decimal(0)) > all_of else '少'}{gap.text}（{gap.formula}）"
    drafting.say(f"{'与' if how == '相等' else '比'}{describe(whole)}{amount(whole)}{how}。", drafting.cite(whole), gap.formula)


def answer_counted(drafting: Drafting, query: Query) -> bool:
    """五个重点项目一共完成投资多少: the sum, where the question says 一共 of a counted group."""
    if three_sectors(drafting, query):
        return True
    if not re.search("一共|总共|共(?=完成|有|投|实现|计|达|是)|总计|加总", query.text):
        return False
    group, summed = group_asked(query), drafting.fork()
    if group is None or len(members_of(drafting.facts, query, group)) < 2 or not sum_parts(summed, query):
        return False
    drafting.join(summed)
    return True


def named_parts(facts: Facts, query: Query) -> list[Figure]:
    """保税物流和跨境电商两项进出口: each part that is named, the indicator being said once; empty unless all are found."""
    plain = replace(query, aspect=Aspect.VALUE)
    phrases = [plainer(p) for p in query.indicators]
    if len(phrases) == 1 and len(query.scopes) >= 2:
        slots = [slot_of(plain, phrases[0], scopes=(s,)) for s in query.scopes]
    elif len(phrases) >= 2:
        slots = [slot_of(plain, p) for p in phrases]
    else:
        return []
    outcomes = [resolve(facts, slot) for slot in slots]
    found = [o.figure for o in outcomes]
    same = next((f for f in found if f is not None), None)
    if same is not None and all(f is not None and f.id == same.id for f in found) and _each(facts, same):
        return [same] * len(found)  # A和B各16件
    said = [o.figure for o in outcomes if find_terms(o.slot.phrase)]  # the indicator mostly stands with the last one
    named = [o.figure for o in outcomes if not part_alone(o)]
    model = next((f for f in (*reversed(said), *reversed(named), *reversed(found)) if f is not None), None)
    if model is None:
        return []
    for i, slot in enumerate(slots):
        figure = found[i]
        apart = figure is not None and _elsewhere(figure, model)
        costs = figure is not None and _COST.search(figure.indicator) and not _COST.search(model.indicator + slot.phrase)  # no 完成投资
        again = figure is not None and figure.id == model.id and model is not found[i]
        if figure is None or apart or costs or dimension(figure.unit) != dimension(model.unit) or again:
            other = beside(facts, model, slot)
            found[i] = other.figure if other else (figure if apart and not part_alone(outcomes[i]) else None)
    parts = [f for f in found if f is not None]
    if len(parts) != len(slots) or len({f.id for f in parts}) != len(parts):
        return []
    bare = [(f.scope, f.indicator.removeprefix("累计")) for f in parts]
    if len({*bare}) < len({(f.scope, f.indicator) for f in parts}):
        return []  # 完成投资 and 累计完成投资 of one project are no two
    years = sorted({f.period for f in parts if f.period is not None}, key=lambda p: p.key, reverse=True)
    if len(years) > 1 and not query.periods and len({f.zone for f in parts}) == 1:  # the newest of each is of no year in common
        shared = (named_parts(facts, replace(query, periods=(year,))) for year in years)
        return next((told for told in shared if told), parts)
    return parts


_COST = re.compile("总投资|概算")


def _elsewhere(figure: Figure, model: Figure) -> bool:
    """砚西片区's first column, where the indicator is that of the last part named (砚东片区供地)."""
    return bool(figure.scope and model.scope and figure.scope != model.scope and figure.name != model.name)


def _each(facts: Facts, figure: Figure) -> bool:
    """Whether a number holds for each of what its sentence names: 绍兴市级和嵊州市级各16件."""
    text = facts.report(figure.report_id).text
    at = text.find(figure.value_text, figure.start)
    return at > 0 and bool(re.search("各(?:自|为|有|完成)?$|均为?$", text[max(0, at - 4) : at]))

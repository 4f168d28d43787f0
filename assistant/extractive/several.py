"""Several figures at once: shares, differences, sums, trends, ranks and extremes, parts of a whole, back-calculation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.refusing import explain_absent, refuse_outcome
from assistant.extractive.single import answer_found, locate
from assistant.extractive.wording import amount, describe, growth, name_of, said
from assistant.facts import Facts
from assistant.linking import Name, bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms, relation
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_backcast", "answer_pair", "answer_parts", "answer_per", "answer_series", "answer_share"]


def answer_share(drafting: Drafting, query: Query) -> bool:
    """占比: printed where the report prints it, else part ÷ whole."""
    facts = drafting.facts
    if len(query.cells) > 1 and query.operands:
        one = [replace(query, zones=(z,) if z else (), periods=(p,) if p else (), pairs=(), operands=tuple(
            replace(side, zones=(z,) if z else (), periods=(p,) if p else ()) for side in query.operands)) for z, p in query.cells]
        return any([answer_share(drafting, cell) for cell in one])
    phrases = query.indicators
    joined = "".join(phrases)
    printed = resolve(facts, slot_of(query, joined, aspect=Aspect.SHARE))
    for candidate in printed.candidates if query.operands else ():
        if _names_share(facts, candidate.figure, query):
            return answer_found(drafting, replace(query, aspect=Aspect.VALUE), replace(printed, figure=candidate.figure))
    if printed.figure is not None and not query.operands and _names_both(printed.figure, query):
        return answer_found(drafting, replace(query, aspect=Aspect.VALUE), printed)
    if len(phrases) < 2 and not query.scopes and not query.operands:
        drafting.trace.append(printed.trace)
        refuse_outcome(drafting, replace(printed, figure=None, reason="indicator", nearest=printed.nearest))
        return False
    first, second = _two_operands(facts, query)
    if first.figure is None or second.figure is None:
        return _missing(drafting, (first, second))
    a, b = first.figure, second.figure
    values = computing.common_unit([a, b])
    if values is None or not all(values[0]):
        drafting.say(f"{REFUSAL}可以相除的数：{describe(a)}{said(a)}，{describe(b)}{said(b)}。", drafting.cite(a, b))
        return False
    (x, y), _ = values
    part, whole = (a, b) if x <= y else (b, a)
    result = computing.share(min(x, y), max(x, y))
    drafting.say(f"{result.text}（{describe(part)}{amount(part)}，占{name_of(whole)}{amount(whole)}的比重；{result.formula}）。",
                 drafting.cite(part, whole), result.formula)
    return True


def _names_share(facts: Facts, figure: Figure, query: Query) -> bool:
    """Whether a printed share is of the asked part (named in it) in the asked whole (named in it or its sentence)."""
    part, whole = (Name.of("".join((*side.scopes, *side.indicators))) for side in query.operands)
    name = Name.of(figure.scope + figure.indicator)
    around = Name.of(facts.sentence(figure)[:figure.end - figure.sentence_start])
    return _within(part, name) and (_within(whole, name) or not re.search("占.{2}", figure.indicator) and _within(whole, around))


def _within(asked: Name, name: Name) -> bool:
    """Whether a name says all that was asked: its indicators by meaning, the rest (绿色化工) letter by letter."""
    if not all(any(relation(t, own) for own in name.terms) for t in asked.terms):
        return False
    rest = fold(asked.text)
    for term in reversed(asked.terms):
        rest = rest[:term.start] + "|" + rest[term.end:]
    grams = {g for piece in rest.split("|") if piece for g in bigrams(piece)}
    return len(grams & name.grams) >= 0.6 * len(grams)


def _names_both(figure: Figure | None, query: Query) -> bool:
    """Whether a printed share is of the asked part in the asked whole, not of a neighbour."""
    if figure is None:
        return False
    name = Name.of(figure.scope + figure.indicator)
    sides = [p for side in query.operands for p in (*side.indicators, *side.scopes)]
    for phrase in (p for p in sides or (*query.indicators, *query.scopes) if p):
        asked = Name.of(phrase)
        if asked.terms and not any(relation(t, own) for t in asked.terms for own in name.terms):
            return False
        if not asked.terms and len(asked.grams & name.grams) < 0.6 * len(asked.grams):
            return False
    return True


def _two_operands(facts: Facts, query: Query) -> tuple[Outcome, Outcome]:
    """The figures of the two sides of a share, difference or multiple; a side without an indicator takes the other's."""
    sides = query.operands or _sides(query)
    slots = [slot_of(side, "".join(side.indicators)) for side in sides]
    if not slots[1].phrase:
        slots[1] = replace(slots[1], phrase=slots[0].phrase)
    if not slots[0].phrase:
        slots[0] = replace(slots[0], phrase=slots[1].phrase)
    first, second = (resolve(facts, slot) for slot in slots)
    if second.figure is None and first.figure is not None:  # 比竹木家居: a part's name, of the same indicator
        second = _first_found(facts, slots[1], slots[1].phrase + first.figure.indicator, slots[0].phrase, second)
    if first.figure is None and second.figure is not None:
        first = _first_found(facts, slots[0], slots[0].phrase + second.figure.indicator, slots[1].phrase, first)
    return first, second


def _first_found(facts: Facts, slot: Slot, joined: str, other: str, otherwise: Outcome) -> Outcome:
    outcome = resolve(facts, replace(slot, phrase=joined))
    if outcome.figure is not None:
        return outcome
    place = slot.phrase
    if 2 <= len(place) <= 6 and not find_terms(place):  # 松坪 for 松坪园
        outcome = resolve(facts, replace(slot, phrase=other, scopes=(place,)))
    return outcome if outcome.figure is not None else otherwise


def _sides(query: Query) -> tuple[Query, Query]:
    plain = replace(query, aspect=Aspect.VALUE)
    if len(query.cells) >= 2:
        (za, pa), (zb, pb) = query.cells[:2]
        return (replace(plain, zones=(za,) if za else (), periods=(pa,) if pa else (), pairs=()),
                replace(plain, zones=(zb,) if zb else (), periods=(pb,) if pb else (), pairs=()))
    if len(query.indicators) >= 2:
        return replace(plain, indicators=query.indicators[:1]), replace(plain, indicators=query.indicators[1:2])
    if len(query.scopes) >= 2:
        return replace(plain, scopes=query.scopes[:1]), replace(plain, scopes=query.scopes[1:2])
    return plain, replace(plain, scopes=())


def _missing(drafting: Drafting, outcomes: Sequence[Outcome]) -> bool:
    for outcome in outcomes:
        drafting.trace.append(outcome.trace)
    absent = [o for o in outcomes if o.figure is None]
    refuse_outcome(drafting, absent[0])
    for outcome in absent[1:]:
        drafting.say(f"也没有{explain_absent(drafting, outcome)}。")
    for outcome in outcomes:
        if outcome.figure is not None:
            drafting.say(f"有的是{describe(outcome.figure)}：{said(outcome.figure)}。", drafting.cite(outcome.figure))
    return False


def answer_pair(drafting: Drafting, query: Query) -> bool:
    """相差 or 倍数 between two zones, periods, scopes or indicators."""
    facts = drafting.facts
    if re.search("顺差|逆差", query.text):
        outcomes = tuple(resolve(facts, slot_of(query, p, aspect=Aspect.VALUE)) for p in ("出口", "进口"))
    elif query.operands or len(query.cells) >= 2 or len(query.scopes) >= 2 or len(query.indicators) >= 2:
        outcomes = _two_operands(facts, query)
    elif query.periods:
        phrase = "".join(query.indicators)
        outcomes = tuple(resolve(facts, slot_of(query, phrase, period=p, aspect=Aspect.VALUE)) for p in (query.periods[0], query.periods[0].shifted(-1)))
    else:
        return answer_series(drafting, query)
    figures = [o.figure for o in outcomes if o.figure is not None]
    if len(figures) < 2:
        return _from_growth(drafting, query, outcomes) or _missing(drafting, outcomes)
    if query.aspect is Aspect.GROWTH and figures[0].growth is not None and figures[1].growth is not None:
        return _compare_growth(drafting, figures)
    values = computing.common_unit(figures)
    if values is None or figures[0].id == figures[1].id:
        drafting.say(f"{REFUSAL}可比的数：" + "；".join(f"{describe(f)}{said(f)}" for f in figures) + "。", drafting.cite(*figures))
        return False
    (a, b), unit = values
    times = query.operation is Operation.RATIO and b != 0
    result = computing.ratio(a, b) if times else computing.difference(a, b, unit)
    more = "" if times or a == b else ("多" if a > b else "少")
    drafting.say(f"{more}{result.text}（{describe(figures[0])}{amount(figures[0])}，{describe(figures[1])}{amount(figures[1])}；"
                 f"{result.formula}）。", drafting.cite(*figures), result.formula)
    return True


def answer_per(drafting: Drafting, query: Query) -> bool:
    """平均每个项目投资多少: one figure divided by the count of another."""
    facts = drafting.facts
    phrase = fold("".join(query.indicators))
    terms = find_terms(phrase)
    splits = [t.end for t in terms[:-1]] or list(range(2, len(phrase) - 1))
    for at in splits:
        of, what = resolve(facts, slot_of(query, phrase[:at], unit="", aspect=Aspect.VALUE)), resolve(facts, slot_of(query, phrase[at:], aspect=Aspect.VALUE))
        if of.figure and what.figure and of.figure.value and what.figure.value is not None and of.figure.id != what.figure.id:
            result = computing.per(what.figure.value, of.figure.value, what.figure.unit)
            drafting.say(f"平均每{query.per}约{result.text}（{describe(what.figure)}{amount(what.figure)}，{describe(of.figure)}{amount(of.figure)}；"
                         f"{result.formula}）。", drafting.cite(what.figure, of.figure), result.formula)
            return True
    whole = resolve(facts, slot_of(query, phrase))
    drafting.trace.append(whole.trace)
    refuse_outcome(drafting, whole if whole.figure is None else replace(whole, figure=None, reason="indicator", nearest=(whole.figure,)))
    return False


def _compare_growth(drafting: Drafting, figures: Sequence[Figure]) -> bool:
    """Which grew faster, and by how many percentage points."""
    fast, slow = sorted(figures[:2], key=lambda f: f.growth or Decimal(0), reverse=True)
    gap = computing.difference(fast.growth or Decimal(0), slow.growth or Decimal(0), "个百分点")
    drafting.say(f"{describe(fast)}更快，相差{gap.text}（{growth(fast)}，{name_of(slow)}{growth(slow)}；{gap.formula}）。", drafting.cite(fast, slow), gap.formula)
    return True


def _from_growth(drafting: Drafting, query: Query, outcomes: Sequence[Outcome]) -> bool:
    """One of two consecutive years is missing, but the later one prints its growth."""
    later, earlier = sorted(outcomes, key=lambda o: o.slot.period.key if o.slot.period else "", reverse=True)
    figure = later.figure
    if (figure is None or figure.value is None or figure.growth is None or figure.growth_unit != "%" or figure.period is None
            or earlier.slot.period != figure.period.shifted(-1)):
        return False
    before = computing.backcast(figure.value, figure.growth, figure.unit)
    if query.operation is Operation.RATIO:
        result = computing.ratio(100 + figure.growth, Decimal(100))
    else:
        result = computing.difference(figure.value, before.value.quantize(figure.value), figure.unit)
    drafting.say(f"约{result.text}（{describe(figure)}{said(figure)}；报告没有印出{earlier.slot.period.label}的数，按增速推算；{result.formula}）。",
                 drafting.cite(figure), result.formula)
    return True


def answer_series(drafting: Drafting, query: Query) -> bool:
    """Across zones and periods: listed, summed, averaged, ranked, or the extreme one named."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    zones = query.zones or facts.zones.zones
    if len(zones) == 1 and query.operation in (Operation.EXTREME, Operation.RANKING) and len(query.periods) <= 1 and not query.years_back:
        return _among_parts(drafting, query)
    if len(zones) == 1 and query.operation is Operation.SUM and len(query.periods) <= 1 and not query.years_back:
        return _sum_parts(drafting, query)
    cells = _cells(facts, query, zones)
    outcomes: list[Outcome] = []
    for words in dict.fromkeys((phrase, *reversed(query.indicators))):
        outcomes = [_either(facts, slot_of(query, words, zone=z, period=p)) for z, p in cells]
        if any(o.figure is not None for o in outcomes):
            break
    periods = {o.slot.period for o in outcomes}
    found = [o.figure for o in outcomes if o.figure is not None]
    for outcome in outcomes:
        drafting.trace.append(outcome.trace)
    if not found:
        refuse_outcome(drafting, outcomes[0])
        return False
    use_growth = query.aspect is Aspect.GROWTH
    ordered = _ordered(found, use_growth)
    absent = [o for o in outcomes if o.figure is None]
    gap = "".join(f"；没有{explain_absent(drafting, o)}" for o in absent)
    listing = "；".join(f"{facts.short(f.zone) if len(zones) > 1 else ''}{f.period.label if f.period and len(periods) > 1 else ''}{said(f)}"
                       for f in (ordered if query.operation in (Operation.RANKING, Operation.EXTREME) and ordered else found))
    cited = drafting.cite(*found)
    name = name_of(found[0])
    values = computing.common_unit(found)
    match query.operation:
        case Operation.EXTREME if ordered:
            top = ordered[-1] if query.direction < 0 else ordered[0]
            who = facts.short(top.zone) if len(zones) > 1 else (top.period.label if top.period else "")
            drafting.say(f"{who}{'最低' if query.direction < 0 else '最高'}：{describe(top)}{said(top)}。", drafting.cite(top))
            drafting.say(f"依次是{listing}{gap}。", cited)
        case Operation.RANKING if ordered:
            if query.direction < 0:
                listing = "；".join(reversed(listing.split("；")))
            drafting.say(f"{name}从{'低到高' if query.direction < 0 else '高到低'}：{listing}{gap}。", cited)
        case Operation.SUM | Operation.MEAN if values and len(found) > 1:
            result = (computing.total if query.operation is Operation.SUM else computing.mean)(*values)
            drafting.say(f"{'合计' if query.operation is Operation.SUM else '平均'}{result.text}（{result.formula}）：{name}{listing}{gap}。", cited, result.formula)
        case _:
            drafting.say(f"{name}：{listing}{gap}。", cited)
            _say_change(drafting, query, found)
    return True


def _cells(facts: Facts, query: Query, zones: Sequence[str]) -> Sequence[tuple[str | None, Period | None]]:
    """Every zone with every period; the zone's own reports where no year was named."""
    if query.pairs:
        return query.pairs
    if query.periods:
        return [(z, p) for z in zones for p in query.periods]
    if len(zones) == 1:
        own = facts.periods_of(zones[0])
        return [(zones[0], p) for p in (own[-query.years_back:] if 0 < query.years_back < 99 else own)]
    return [(z, facts.latest) for z in zones]


def _either(facts: Facts, slot: Slot) -> Outcome:
    """The value where there is one, though growth was asked too; else growth alone."""
    if slot.aspect is not Aspect.GROWTH:
        return resolve(facts, slot)
    outcome = resolve(facts, replace(slot, aspect=Aspect.VALUE))
    return outcome if outcome.figure is not None else resolve(facts, slot)


def _sum_parts(drafting: Drafting, query: Query) -> bool:
    """The sum over the parts of one figure: the rows of a table, the members of a chain."""
    outcome, parts = parts_of(drafting.facts, query)
    if len(parts) < 2 and len(query.indicators) > 1:
        found = [resolve(drafting.facts, slot_of(query, p)) for p in query.indicators]
        parts = [o.figure for o in found if o.figure is not None] if all(o.figure for o in found) else []
    values = computing.common_unit(parts) if len(parts) >= 2 else None
    if values is None:
        drafting.trace.append(outcome.trace)
        if outcome.figure is not None:
            return answer_found(drafting, query, outcome)
        refuse_outcome(drafting, outcome)
        return False
    result = computing.total(*values)
    drafting.say(f"合计{result.text}（{result.formula}）：{'；'.join(f'{name_of(f)}{said(f)}' for f in parts)}。", drafting.cite(*parts), result.formula)
    return True


def _ordered(figures: Sequence[Figure], use_growth: bool) -> list[Figure]:
    """Largest first, in one unit; empty when they don't compare."""
    if use_growth:
        return sorted((f for f in figures if f.growth is not None), key=lambda f: -(f.growth or Decimal(0)))
    with_value = [f for f in figures if f.value is not None]
    values = computing.common_unit(with_value) if with_value else None
    if values is None:
        return []
    return [f for _, f in sorted(zip(values[0], with_value, strict=True), key=lambda pair: -pair[0])]


def _say_change(drafting: Drafting, query: Query, found: Sequence[Figure]) -> None:
    if len(found) < 2 or len({f.zone for f in found}) > 1:
        return
    first, last = found[0], found[-1]
    values = computing.common_unit([last, first])
    if values is None or not values[0][1]:
        return
    (now, before), unit = values
    gap = computing.difference(now, before, unit)
    word = "增加" if now > before else "减少"
    if now != before:
        drafting.say(f"从{first.period.label if first.period else ''}到{last.period.label if last.period else ''}{word}{gap.text}（{gap.formula}）。",
                     drafting.cite(first, last), gap.formula)
    if query.aspect is Aspect.GROWTH or query.operation is Operation.TREND:
        rate = computing.growth_between(now, before)
        verb = "增长" if rate.value >= 0 else "下降"
        drafting.say(f"按两头的数计算，{verb}{rate.text.lstrip('-')}。", drafting.cite(first, last), rate.formula)


def _siblings(facts: Facts, figure: Figure) -> list[Figure]:
    """Figures beside this one: same indicator, unit, period and status, other scopes; or the members of its 其中 chain."""
    pool = [f for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
            if f.status is figure.status and f.report_id == figure.report_id and f.kind is FigureKind.VALUE]
    if figure.part_of:
        return [f for f in pool if f.part_of == figure.part_of and f.unit == figure.unit]
    return [f for f in pool if f.name == figure.name and f.scope and f.unit == figure.unit]


def parts_of(facts: Facts, query: Query) -> tuple[Outcome, list[Figure]]:
    """The whole that a phrase means, and its parts."""
    phrase = "".join(query.indicators)
    outcome = resolve(facts, slot_of(query, phrase, aspect=Aspect.VALUE))
    if outcome.figure is None:
        return outcome, []
    whole = outcome.figure
    pool = facts.figures([whole.zone], [whole.period] if whole.period else ())
    chain = [f for f in pool if f.part_of == whole.id]
    named = [f for f in pool if f.name == whole.name and f.scope and f.status is whole.status and f.kind is FigureKind.VALUE
             and f.unit == whole.unit and f.id != whole.id]
    own = _siblings(facts, whole) if whole.scope and whole.scope not in phrase and not whole.part_of else []
    return outcome, max((chain, named, own), key=len)


def part_in_whole(facts: Facts, query: Query) -> Outcome | None:
    """固投里头工业这块: the part among the members of the whole's 其中 chain, which a few words are enough to name."""
    whole = resolve(facts, slot_of(query, query.indicators[0], aspect=Aspect.VALUE))
    slot = slot_of(query, query.indicators[1])
    if whole.figure is None:
        return None
    members = [f for f in facts.figures([whole.figure.zone], [whole.figure.period] if whole.figure.period else ()) if f.part_of == whole.figure.id]
    ranked = facts.linker.link(slot.phrase, members, aspect=slot.aspect)
    if not ranked:
        return None
    best = ranked[0] if ranked[0].features["asked"] >= 0.25 else max(ranked, key=lambda c: c.features["dense"])
    if best.features["asked"] < 0.25 and best.features["dense"] < 1.0:
        return None
    return Outcome(slot, best.figure, candidates=tuple(ranked))


def answer_beyond(drafting: Drafting, query: Query, scope: str) -> bool:
    """全市, 全省: the city's own figure where printed; else from “高于全市平均2.3个百分点” and the zone's figure."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    if resolve(facts, slot_of(query, phrase)).figure is not None:
        return False
    own = resolve(facts, slot_of(query, phrase, scopes=()))
    if own.figure is None or own.figure.period is None:
        return False
    gaps = [f for f in facts.figures([own.figure.zone], [own.figure.period])
            if (f.kind is FigureKind.GAP or re.match("[高低]出|[高低]于|[多少]于", f.indicator)) and f.value is not None and f.sentence_start == own.figure.sentence_start
            and scope in facts.sentence(f)[max(0, own.figure.start - f.sentence_start):]]
    if not gaps:
        return False
    gap = min(gaps, key=lambda f: abs(f.start - (own.figure.end if own.figure else 0)))
    text = facts.sentence(gap)[gap.start - gap.sentence_start - 12:gap.end - gap.sentence_start]
    sign = -1 if re.search("低于|低|少|慢|落后", text) else 1
    points = gap.unit in ("个百分点", "百分点", "个点")
    base = own.figure.growth if points and own.figure.growth is not None and own.figure.unit not in ("%",) else own.figure.value
    if base is None or gap.value is None or (not points and gap.unit != own.figure.unit):
        return False
    result = computing.difference(base, sign * gap.value, "%" if points else own.figure.unit)
    what = "增速" if points and base is own.figure.growth else ""
    drafting.say(f"报告没有直接给出{scope}的数，可推算为{result.text}（{describe(own.figure)}{growth(own.figure) if what else amount(own.figure)}，"
                 f"{'低' if sign < 0 else '高'}于{scope}{amount(gap)}；{result.formula}）。", drafting.cite(own.figure, gap), result.formula)
    return True


def _among_parts(drafting: Drafting, query: Query) -> bool:
    facts = drafting.facts
    outcome, parts = parts_of(facts, query)
    if len(parts) < 2:
        drafting.trace.append(outcome.trace)
        if query.periods or outcome.figure is None:
            refuse_outcome(drafting, replace(outcome, reason=outcome.reason or "indicator"))
            return False
        return answer_series(drafting, replace(query, operation=Operation.TREND))
    ordered = _ordered(parts, query.aspect is Aspect.GROWTH)
    if query.operation is Operation.RANKING:
        rows = ordered[::-1] if query.direction < 0 else ordered
        drafting.say(f"{rows[0].indicator}：" + "；".join(f"{f.scope or f.indicator}{said(f)}" for f in rows) + "。", drafting.cite(*rows))
        return True
    top = ordered[-1] if query.direction < 0 else ordered[0]
    other = ordered[0] if query.direction < 0 else ordered[-1]
    drafting.say(f"{top.scope or top.indicator}{'最低' if query.direction < 0 else '最高'}：{describe(top)}{said(top)}。", drafting.cite(top))
    values = computing.common_unit([top, other])
    if values and len(ordered) > 1:
        gap = computing.difference(values[0][0], values[0][1], values[1])
        drafting.say(f"{'比最高的' if query.direction < 0 else '比最低的'}{other.scope or other.indicator}（{amount(other)}）"
                     f"{'少' if query.direction < 0 else '多'}{gap.text}（{gap.formula}）。", drafting.cite(top, other), gap.formula)
    return True


def answer_parts(drafting: Drafting, query: Query) -> bool:
    """分片区看, 各多少: the parts of one figure; or each of several named ones."""
    facts = drafting.facts
    if len(query.indicators) > 1:
        outcomes = [o for p in query.indicators for o in locate(facts, query, p).outcomes]
        if all(o.figure is not None for o in outcomes):
            return all([answer_found(drafting, query, o, several=True) for o in outcomes])
    outcome, parts = parts_of(facts, query)
    drafting.trace.append(outcome.trace)
    if not parts:
        return False
    where = f"{facts.short(parts[0].zone)}{parts[0].period.label if parts[0].period else ''}"
    drafting.say(where + "；".join(f"{name_of(f)}{said(f)}" for f in parts) + "。", drafting.cite(*parts))
    return True


def answer_backcast(drafting: Drafting, query: Query) -> bool:
    """Last year's value from this year's and its growth; or a goal from what was achieved and the completion rate."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    if query.aspect is Aspect.RANK:
        return _earlier_rank(drafting, query)
    if query.status is Status.TARGET:
        done = resolve(facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE))
        rate = resolve(facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.COMPLETION))
        if done.figure and done.figure.value and rate.figure and rate.figure.value and rate.figure.kind is FigureKind.COMPLETION:
            result = computing.target_from_rate(done.figure.value, rate.figure.value, done.figure.unit)
            drafting.say(f"约{result.text}（{describe(done.figure)}{amount(done.figure)}，完成率{amount(rate.figure)}；{result.formula}）。",
                         drafting.cite(done.figure, rate.figure), result.formula)
            return True
    for period in query.periods:
        for year in (period.shifted(1), period):
            outcome = resolve(facts, replace(slot_of(query, phrase), period=year, status=None, aspect=Aspect.GROWTH))
            figure = outcome.figure
            if figure and figure.value is not None and figure.growth is not None and figure.growth_unit == "%":
                result = computing.backcast(figure.value, figure.growth, figure.unit)
                drafting.say(f"约{result.text}（由{describe(figure)}{amount(figure)}、{growth(figure)}推算{year.shifted(-1).label}；{result.formula}）。",
                             drafting.cite(figure), result.formula)
                return True
    outcome = resolve(facts, slot_of(query, phrase, status=None))
    drafting.trace.append(outcome.trace)
    refuse_outcome(drafting, outcome if outcome.figure is None else replace(outcome, figure=None, reason="indicator", nearest=(outcome.figure,)))
    return False




def _earlier_rank(drafting: Drafting, query: Query) -> bool:
    """Last year's rank from this year's and its change: 第38位，前移5位 → 第43位."""
    facts = drafting.facts
    phrase = "".join(query.indicators)
    for period in query.periods:
        now = resolve(facts, slot_of(query, phrase, period=period.shifted(1), aspect=Aspect.RANK))
        moved = resolve(facts, slot_of(query, phrase, period=period.shifted(1), aspect=Aspect.RANK_CHANGE))
        if now.figure and moved.figure and now.figure.value is not None and moved.figure.value is not None:
            rose = not re.search("后移|下降|下滑|后退|退|降", moved.figure.scope + moved.figure.indicator)
            value = now.figure.value + (moved.figure.value if rose else -moved.figure.value)
            formula = f"{computing.plain(now.figure.value)} {'+' if rose else '−'} {computing.plain(moved.figure.value)} = {computing.plain(value)}"
            drafting.say(f"第{computing.plain(value)}位（由{describe(now.figure)}{amount(now.figure)}、{'前移' if rose else '后移'}{amount(moved.figure)}推算{period.label}；{formula}）。",
                         drafting.cite(now.figure, moved.figure), formula)
            return True
    outcome = resolve(facts, slot_of(query, phrase))
    drafting.trace.append(outcome.trace)
    if outcome.figure is not None:
        return answer_found(drafting, query, outcome)
    refuse_outcome(drafting, outcome)
    return False

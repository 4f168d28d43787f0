"""The two sides of a share, a difference or a multiple, each resolved on its own and then as a pair that belongs together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import computing
from assistant.extractive.candidates import accepts
from assistant.extractive.drafting import Drafting
from assistant.extractive.earlier import Member, explain, member, of_its_span
from assistant.extractive.operand import Outcome, Slot, resolve, slot_of
from assistant.extractive.refusing import explain_absent, refuse_outcome
from assistant.extractive.wording import describe, said
from assistant.facts import PLACE_ENDS, Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Query
from assistant.terms import find_terms
from index.records import Figure, Status

__all__ = ["apart", "beside", "missing", "pair_of", "part_alone", "part_named", "plainer", "readings", "two_operands"]

_KIND = 3  # characters of 片区, 产业园
HELD = 0.6  # of the pairs of characters of an owner's name, in a phrase that names it (菁桓锂电前驱体, 菁桓锂电前驱体项目)
OWNER = 4  # and more, of a project's or a firm's name
NEAR = 0.9  # how much worse than the best a reading may be that goes better with the other operand
# What a question adds to an indicator: how many there are, how large it wants to be, whose report it is read in.
_SAID_AROUND = re.compile(
    r"(?<![㐀-鿿])[两三四五六七八九十\d]+(?:个|项|大|家|类|种)(?=[㐀-鿿])|(?<=[㐀-鿿])[两三四五六七八九十\d]+(?:个|项|大|家|类|种)(?=[㐀-鿿]{2})"
    r"|^(?:单季|当季|单个?季度|单独)度?(?=[㐀-鿿]{2})|(?<=投资)(?:完成(?:额|数|量)|进度)$"
    r"|^[两三四五](?![产农资通包旧星上级环线维甲金保化新公权废])(?=[㐀-鿿]{2})|(?:全部|全区|整个|各自|分别)(?=[㐀-鿿]{2})|(?<=[㐀-鿿]{2})[两三四五](?:项|个|者)(?:指标)?$|^各(?=完成|实现|出让|引进|新增|签约|开工|建成|投产|盘活|供应|收储|争取|发放|招引|培育|新建|安排|到位|拥有)"
    r"|(?:[离距]|达到|达|到|够|至)?\d[\d.,]*(?:亿|万|千)?(?:[元美]{1,2}|[吨亩户家个项套人])?(?:的)?$"
    r"|(?:任务|目标|计划|指标)?(?:完成|实现|做|干)得(?:这么|那么|如此|很|挺)?[好快差棒多]?$|(?:这么|那么|如此)[好快高多大]$"
    r"|(?<=[㐀-鿿]{2})(?:需要|必须|要|将|会|应|需|两[家地区园边者个]?|二者|双方|汇报|总结|报告|材料)$"
)
# Said of no indicator: what changed, not of what.
_NOTHING = re.compile("(?:净|多)?(?:增加|减少|提高|下降|增长|上升|增收|减收|缩短|压缩|增|减|变化|相比|实际|要|的|个?工作日)+")


_OF_NO_YEAR = re.compile("总投资|概算")  # told once, when a project is signed
_OPPOSITE = {"收入": "支出", "支出": "收入"}


def two_operands(facts: Facts, query: Query) -> tuple[Member, Member]:
    """The figures of the two sides; a side without an indicator takes the other's, and so with its part and its unit."""
    sides = query.operands or _sides(query)
    if len(query.operands) == len(query.indicators) == 2:  # 新出让的土地里，工业用地比…: what the side is in isn't the side
        sides = tuple(
            replace(side, indicators=(own,)) if own in side.indicators and len(side.indicators) > 1 else side
            for side, own in zip(query.operands, query.indicators, strict=True)
        )
    return pair_of(facts, *(_slot(side) for side in sides))


def _slot(side: Query) -> Slot:
    """2024年要: what is meant to be, though no cue of a goal is there."""
    phrase = "".join(side.indicators)
    ahead = side.status is None and re.search("[要拟]$", phrase)
    return slot_of(side, plainer(phrase), **({"status": Status.TARGET} if ahead else {}))


def pair_of(facts: Facts, *sides: Slot) -> tuple[Member, Member]:
    """Two slots resolved together."""
    slots = [replace(s, phrase="" if _NOTHING.fullmatch(s.phrase) else s.phrase) for s in sides]
    if len(slots[1].phrase) == 2 and _OPPOSITE.get(slots[1].phrase) == slots[0].phrase[-2:]:  # 一般公共预算支出比收入
        slots[1] = replace(slots[1], phrase=slots[0].phrase[:-2] + slots[1].phrase)
    if not slots[1].phrase:
        slots[1] = replace(slots[1], phrase=_measure(facts, slots[0]) if slots[1].scopes else slots[0].phrase)
    if not slots[0].phrase:
        slots[0] = replace(slots[0], phrase=_measure(facts, slots[1]) if slots[0].scopes else slots[1].phrase)
    members = [member(facts, slot) for slot in slots]
    if slots[0].zone is slots[1].zone is None and len({m.figure.zone for m in members if m.figure is not None}) > 1:
        members = _of_one_zone(facts, slots, members)
    first, second = (m.outcome for m in members)
    if _of_the_others(first, second, slots):
        second = replace(second, figure=None, reason="indicator", nearest=())
    if _other_column(second, first) or (first.figure is not None and _is_place(facts, slots[1].phrase) and not _is_place(facts, slots[0].phrase)):
        second = _like(facts, first, second)
    elif _other_column(first, second):
        first = _like(facts, second, first)
    elif not any(m.how for m in members):
        first, second = _coherent(facts, first, second)
    if second.figure is None and _of_no_such(first, slots[1].phrase):
        first = replace(first, figure=None, reason="indicator", nearest=())  # what it is asked of isn't told of the other
    elif first.figure is None and _of_no_such(second, slots[0].phrase):
        second = replace(second, figure=None, reason="indicator", nearest=())
    if first.figure is not None and (second.figure is None or not _comparable(first.figure, second.figure)):
        second = beside(facts, first.figure, slots[1]) or second
    elif second.figure is not None and first.figure is None:
        near = beside(facts, second.figure, slots[0])
        first = _not_the_others(near, slots[1].phrase) if near else first
    if first.figure is not None and second.figure is not None and _same(first.figure, second.figure):
        other = beside(facts, first.figure, slots[1])
        told_once = other is None or other.figure is None or _same(first.figure, other.figure)
        first, second = (first, other) if other is not None and not told_once else apart((first, second))
    return (
        members[0] if first is members[0].outcome else Member(first),
        members[1] if second is members[1].outcome else Member(second),
    )


def _of_the_others(first: Outcome, second: Outcome, slots: Sequence[Slot]) -> bool:
    """Whether both sides came upon the same project or firm, though the second names another."""
    a, b = first.figure, second.figure
    if a is None or b is None or len(a.scope) < OWNER or a.scope != b.scope or slots[0].scopes == slots[1].scopes or not slots[1].scopes:
        return False
    return not bigrams(fold("".join(slots[1].scopes))) & bigrams(fold(b.scope))


def _measure(facts: Facts, slot: Slot) -> str:
    """完成投资, of 甲项目完成投资 that something else is compared with: its own measure, where an owner is named with it."""
    figure = resolve(facts, slot).figure
    if figure is None or len(figure.scope) < OWNER:
        return slot.phrase
    own = bigrams(fold(figure.scope))
    return figure.indicator if len(own & bigrams(fold(slot.phrase))) >= HELD * len(own) else slot.phrase


def apart(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Phrases that came upon one figure: it is that of the phrase that says most of its name, the others have none."""
    found: list[Outcome] = []
    for i, outcome in enumerate(outcomes):
        figure = outcome.figure
        rivals = [o for o in (*outcomes[:i], *outcomes[i + 1 :]) if figure is not None and o.figure is not None and _same(o.figure, figure)]
        mine = _says(outcome)
        if any(_says(o) > mine for o in rivals) or any(o.figure is not None and figure is not None and _same(o.figure, figure) for o in found):
            outcome = replace(outcome, figure=None, reason="indicator", nearest=())
        found.append(outcome)
    return found


def _says(outcome: Outcome) -> float:
    """How much of the name of its figure a phrase says, and it of the phrase."""
    if outcome.figure is None:
        return 0.0
    asked, name = bigrams(fold(outcome.slot.phrase)), bigrams(fold(outcome.figure.scope + outcome.figure.indicator))
    return len(asked & name) / max(len(asked | name), 1)


def _of_one_zone(facts: Facts, slots: Sequence[Slot], members: Sequence[Member]) -> list[Member]:
    """Both of the zone and the time of one of them, where a question names no zone: nobody's 研发投入 is set against another's GDP."""
    bound = [
        [member(facts, replace(s, zone=m.figure.zone, period=s.period or m.figure.period)) for s in slots] for m in members if m.figure is not None
    ]
    return next((pair for pair in bound if all(m.figure is not None for m in pair)), bound[0])


def part_alone(outcome: Outcome) -> bool:
    """北礁, of which a table tells several indicators: the phrase names a part and none of its indicators."""
    figure, phrase = outcome.figure, fold(outcome.slot.phrase)
    if figure is None or find_terms(phrase):
        return False
    if not figure.scope:  # 北堤, come upon 北堤化工园17家
        return figure.indicator.endswith(PLACE_ENDS) and fold(figure.indicator).startswith(phrase)
    return bool(bigrams(phrase) & bigrams(fold(figure.scope))) and not bigrams(phrase) & bigrams(fold(figure.indicator))


def _of_no_such(part: Outcome, phrase: str) -> bool:
    """南汊's 供应土地, where the other side asks for 实到外资."""
    return part.figure is not None and part_alone(part) and bool(find_terms(phrase)) and part.figure.indicator[-2:] not in phrase


def _not_the_others(outcome: Outcome, other: str) -> Outcome:
    """Without a figure that the other side names: 盖厂的 is no 商住土地 where it is set against 商住."""
    figure, other = outcome.figure, fold(other)
    if figure is None or len(other) < 2 or other in fold(outcome.slot.phrase) or other not in fold(figure.scope + figure.indicator):
        return outcome
    return replace(outcome, figure=None, reason="indicator", nearest=())


def _other_column(part: Outcome, model: Outcome) -> bool:
    """北礁's 工业投资, where the other side asks for 规上产值; 轴承传动's 产值 is of the same kind."""
    one, other = part.figure, model.figure
    if one is None or other is None or one.indicator[-2:] == other.indicator[-2:]:
        return False
    return part_alone(part) and not part_alone(model) and (one.name, one.kind) != (other.name, other.kind)


def _is_place(facts: Facts, phrase: str) -> bool:
    """柘坪 of 柘坪片区: a place that figures are of, and none of their indicators."""
    return len(phrase) >= 2 and any(scope.startswith(phrase) and len(scope) - len(phrase) <= _KIND for scope in facts.scopes)


def _like(facts: Facts, model: Outcome, other: Outcome) -> Outcome:
    """Of a part that is named alone, the indicator that the other side names; none where it isn't told of that part."""
    assert model.figure is not None
    return beside(facts, model.figure, other.slot) or replace(other, figure=None, reason="indicator", nearest=())


def plainer(phrase: str) -> str:
    """Without what a question says around an indicator: 两项进出口, 固投28亿元."""
    bare = _SAID_AROUND.sub("", phrase)
    return bare if len(bare) >= 2 else phrase


def _same(one: Figure, other: Figure) -> bool:
    """One figure, or one fact printed twice (in a sentence and in the table of the next report)."""
    named = (one.zone, one.name, one.scope) == (other.zone, other.name, other.scope)
    return (one.id == other.id or named) and one.period == other.period and one.value == other.value


def _comparable(one: Figure, other: Figure) -> bool:
    a, b = dimension(one.unit), dimension(other.unit)
    if a == b and one.value is not None and other.value is not None:
        return computing.common_unit([one, other]) is not None  # 套 are no 个
    return not a or not b or a == b


def _coherent(facts: Facts, first: Outcome, second: Outcome) -> tuple[Outcome, Outcome]:
    """Of the readings that each side allows nearly as well, the two that are of one project, sentence or measure."""
    if first.figure is None or second.figure is None:
        return first, second
    best: tuple[float, Outcome, Outcome] | None = None
    for a, loss_a in readings(first):
        for b, loss_b in (*readings(second), *_of_same_thing(facts, a, second)):
            if a.figure is None or b.figure is None or _same(a.figure, b.figure):
                continue
            score = _belonging(a, b) - loss_a - loss_b
            if best is None or score > best[0] + 1e-9:
                best = (score, a, b)
    return (best[1], best[2]) if best else (first, second)


def _of_same_thing(facts: Facts, first: Outcome, second: Outcome) -> list[tuple[Outcome, float]]:
    """累计完成投资 after 泓筌项目总投资: of the same project, which the question names once."""
    thing = first.figure.scope if first.figure is not None else ""
    if len(thing) < 2 or fold(thing) in fold(second.slot.phrase) or second.slot.scopes:
        return []
    if fold(thing) not in fold(first.slot.phrase) and not set(bigrams(fold(thing))) & set(bigrams(fold(first.slot.phrase))):
        return []  # the question named another thing
    zone = second.slot.zone or (first.figure.zone if first.figure else None)
    slot = replace(second.slot, phrase=thing + second.slot.phrase, zone=zone)
    found = resolve(facts, slot, abroad=False)
    if found.figure is None or found.figure.scope != thing:
        found = resolve(facts, replace(slot, period=None), abroad=False) if _OF_NO_YEAR.search(slot.phrase) else found
    told = found.figure is not None and found.figure.scope == thing and bigrams(fold(found.figure.indicator)) & bigrams(fold(second.slot.phrase))
    return [(replace(found, slot=second.slot), 0.1)] if told else []


def readings(outcome: Outcome) -> list[tuple[Outcome, float]]:
    """The chosen figure and those that would have been accepted and are nearly as near, each with what it loses."""
    chosen = outcome.figure
    top = next((c.score for c in outcome.candidates if chosen is not None and c.figure.id == chosen.id), None)
    found: list[tuple[Outcome, float]] = [(outcome, 0.0)]
    if top is None:
        return found
    for candidate in outcome.candidates[:12]:
        loss = top - candidate.score
        if loss < 0:
            continue  # a part, before which the whole was taken
        other = replace(outcome, figure=candidate.figure)
        if of_its_span(other).figure is not candidate.figure:
            continue
        if candidate.figure.id != (chosen.id if chosen else "") and loss < NEAR and accepts(candidate, outcome.slot):
            found.append((replace(outcome, figure=candidate.figure), max(loss, 0.0) + 0.05))
    return found


def _belonging(one: Outcome, other: Outcome) -> float:
    """How well two readings go together: the scope that only one side names is meant of the other as well."""
    a, b = one.figure, other.figure
    assert a is not None
    assert b is not None
    score = 0.0
    if not _comparable(a, b):
        score -= 2.0
    if a.scope and a.scope == b.scope:
        named = (fold(a.scope) in fold(one.slot.phrase), fold(a.scope) in fold(other.slot.phrase))
        score += 0.8 if any(named) else 0.3
    if a.report_id == b.report_id and a.sentence_start == b.sentence_start:
        score += 0.4
    if a.zone != b.zone and one.slot.zone == other.slot.zone:
        score -= 1.0
    return score


def beside(facts: Facts, figure: Figure, slot: Slot) -> Outcome | None:
    """The figure of another part with the same indicator: 番茄制品 beside 煤化工产值.

    ``slot`` says which part, zone, period and status; the indicator and the measure are those of ``figure``.
    """
    period = slot.period or figure.period
    pool = [
        f
        for f in facts.figures([slot.zone or figure.zone], [period] if period else ())
        if f.kind is figure.kind
        and f.value is not None
        and f.status is (slot.status or Status.DONE)
        and f.id != figure.id
        and dimension(f.unit) == dimension(figure.unit)
        and (f.name == figure.name or f.indicator.endswith(figure.indicator) or (f.part_of and f.part_of == figure.part_of))
    ]
    words = (slot.phrase, *slot.scopes)
    fitting = [f for f in pool if any(part_named(w, f, figure) for w in words if w)]
    if not fitting:
        return None
    own = [f for f in fitting if f.sentence_start == figure.sentence_start and f.report_id == figure.report_id]
    chosen = (own or fitting)[0]
    if len({(f.value, f.unit) for f in (own or fitting)}) > 1:
        exact = [f for f in (own or fitting) if fold(f.scope) in {fold(w) for w in words}]
        if not exact:
            return None
        chosen = exact[0]
    return Outcome(slot, chosen)


def part_named(words: str, figure: Figure, model: Figure | None = None) -> bool:
    """Whether words name a figure's part: 东渚 the 东渚片区, 番茄制品(产值) the 番茄制品."""
    asked = fold(words)
    if model is not None:
        for name in sorted({model.indicator, model.name}, key=len, reverse=True):
            asked = asked.removesuffix(fold(name))
    asked = re.sub("(?:产业|行业|项目|类|的)$", "", asked)
    part = fold(figure.scope) if figure.scope else fold(figure.indicator)
    if len(asked) < 2 or len(part) < 2:
        return False
    bare = re.sub("(?:产业|行业|项目|片区|园区|类)$", "", part)
    if asked in part or (len(bare) >= 2 and bare in asked):
        return True
    grams = bigrams(asked)
    return len(grams & bigrams(part)) >= 0.75 * len(grams)


def _sides(query: Query) -> tuple[Query, Query]:
    plain = replace(query, aspect=Aspect.VALUE)
    if len(query.cells) >= 2:
        (za, pa), (zb, pb) = query.cells[:2]
        return (
            replace(plain, zones=(za,) if za else (), periods=(pa,) if pa else (), pairs=()),
            replace(plain, zones=(zb,) if zb else (), periods=(pb,) if pb else (), pairs=()),
        )
    if len(query.indicators) >= 2:
        return replace(plain, indicators=query.indicators[:1]), replace(plain, indicators=query.indicators[1:2])
    if len(query.scopes) >= 2:
        return replace(plain, scopes=query.scopes[:1]), replace(plain, scopes=query.scopes[1:2])
    return plain, replace(plain, scopes=())


def missing(drafting: Drafting, members: Sequence[Member]) -> bool:
    """Say which side is not in the reports, and what of the other is."""
    outcomes = [m.outcome for m in members]
    for outcome in outcomes:
        drafting.trace.append(outcome.trace)
    absent = [o for o in outcomes if o.figure is None]
    refuse_outcome(drafting, absent[0])
    for outcome in absent[1:]:
        drafting.say(f"也没有{explain_absent(drafting, outcome)}。")
    for outcome in outcomes:
        if outcome.figure is not None:
            drafting.say(f"有的是{describe(outcome.figure)}：{said(outcome.figure)}。", drafting.cite(outcome.figure))
    explain(drafting, [m for m in members if m.figure is not None])
    return False

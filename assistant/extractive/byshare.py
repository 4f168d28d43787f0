"""A part, its printed share and their whole, any of which follows from the other two: 全县投资 of 46.8亿元，占全县的38.4%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.slot import Slot
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect, Query
from index.glossary import normalise
from index.records import Figure, FigureKind, Period, Status

__all__ = [
    "answer_by_part", "answer_by_share", "answer_part", "answer_share_of", "answer_whole", "part_of", "say_whole", "shares_in",
]  # fmt: skip

_WHOLE_WORDS = re.compile("(?:的)?(?:大[约概致]|约|推算?|倒推|反推|估算|测算|累计|及其?|其|占比|比重|按|从|根据|和)+")


def answer_whole(drafting: Drafting, query: Query) -> bool:
    """全县投资, 总投资 from what is a known part of it and its share: 46.8亿元，占全县的38.4%."""
    facts = drafting.facts
    phrase = plainer(_WHOLE_WORDS.sub("", "".join(query.indicators)))
    if not phrase and not query.scopes:
        return False
    wanted = "".join(query.scopes) + phrase
    found: list[tuple[float, Figure, Figure]] = []
    for share in facts.figures(query.zones[:1], query.periods[:1]):
        if share.kind is not FigureKind.SHARE or not share.value or share.status is Status.TARGET:
            continue
        if share.unit not in ("%", "％") or share.qualifier:
            continue  # 六成以上 of it is no number to divide by
        part = part_of(facts, share)
        if part is None:
            continue
        before = facts.report(share.report_id).text[share.sentence_start : share.start]
        fits = _fits(wanted, query.scopes, share, part, re.split("[；;。]", before)[-1])
        if fits:
            found.append((fits, share, part))
    if not found:
        return False
    found.sort(key=lambda row: -row[0])
    if len(found) > 1 and found[1][0] == found[0][0] and found[1][2].value != found[0][2].value:
        return False
    _, share, part = found[0]
    say_whole(drafting, part, share)
    return True


def answer_by_part(drafting: Drafting, slot: Slot) -> bool:
    """一般公共预算支出, of which nothing is printed but 民生支出14.3亿元，占一般公共预算支出的76.5%: the whole by what is known of a part."""
    facts = drafting.facts
    period = slot.period or (facts.newest.get(slot.zone) if slot.zone else None)
    if slot.zone is None or period is None or slot.aspect is not Aspect.VALUE or slot.status not in (None, Status.DONE) or slot.scopes:
        return False
    told = [
        (f, part) for f in facts.figures([slot.zone], [period])
        if f.kind is FigureKind.SHARE and f.value and f.unit in ("%", "％") and not f.qualifier and f.status is Status.DONE
        and normalise(re.sub("^占(?:到|了)?", "", f.indicator)) == normalise(slot.phrase) and (part := part_of(facts, f)) is not None
        and part.unit.endswith("元")
    ]  # fmt: skip
    if len(told) != 1:
        return False
    share, part = told[0]
    say_whole(drafting, part, share)
    return True


def say_whole(drafting: Drafting, part: Figure, share: Figure) -> None:
    """The whole that a part and its printed share give; both have a value."""
    assert part.value is not None
    assert share.value is not None
    result = computing.target_from_rate(part.value, share.value, part.unit)
    drafting.say(
        f"约{result.text}（{describe(part)}{amount(part)}，{share.indicator}的{amount(share)}；{result.formula}）。",
        drafting.cite(part, share),
        result.formula,
    )


def answer_part(drafting: Drafting, query: Query) -> bool:
    """到位外资里制造业有多少, after 实际利用外资3.02亿美元，其中制造业占61.6%: the whole by the share of the part."""
    facts = drafting.facts
    whole = resolve(facts, slot_of(query, plainer(query.indicators[0]), unit="", aspect=Aspect.VALUE), abroad=False).figure
    if whole is None or whole.value is None or whole.unit in ("%", "％"):
        return False
    part = bigrams(fold(query.indicators[1]))
    told = [
        f
        for f in facts.figures([whole.zone], [whole.period] if whole.period else ())
        if shares_in(f, whole) and part and len(part & bigrams(fold(f.scope + f.indicator))) >= 0.8 * len(part)
    ]
    if len(told) != 1:
        return False
    _say_part(drafting, whole, told[0])
    return True


def _say_part(drafting: Drafting, whole: Figure, share: Figure, lead: str = "") -> None:
    """The part that a whole and its printed share give; both have a value."""
    assert whole.value is not None
    assert share.value is not None
    result = computing.of_share(whole.value, share.value, whole.unit)
    drafting.say(
        f"{lead}约{result.text}（{describe(whole)}{amount(whole)}，{_described(share)}{amount(share)}；{result.formula}）。",
        drafting.cite(whole, share),
        result.formula,
    )


def shares_in(share: Figure, whole: Figure) -> bool:
    """Whether a printed share is told as one in a whole: behind it in its sentence, or by its name (占实际利用外资)."""
    if share.kind is not FigureKind.SHARE or share.value is None or share.unit not in ("%", "％") or share.qualifier:
        return False
    if _OF_LARGER.match(share.indicator) or normalise(share.scope) == whole.name:
        return False  # 进出口总额103.4亿元，占全市进出口总额的16.7%: of the city's, not in this
    behind = share.sentence_start == whole.sentence_start and share.start > whole.start
    named = _SHARE_OF.fullmatch(share.indicator)
    return share.report_id == whole.report_id and (behind or (named is not None and normalise(named["whole"]) == whole.name))


def answer_by_share(drafting: Drafting, slot: Slot) -> bool:
    """民生支出, of 一般公共预算支出6.35亿元，民生支出占73.2%: an amount that nothing but its share is printed of."""
    facts = drafting.facts
    period = slot.period or (facts.newest.get(slot.zone) if slot.zone else None)
    if slot.zone is None or period is None or slot.aspect is not Aspect.VALUE or slot.status not in (None, Status.DONE) or slot.scopes:
        return False
    shares = [
        f for f in facts.figures([slot.zone], [period])
        if f.kind is FigureKind.SHARE and f.value is not None and f.unit in ("%", "％") and not f.qualifier
    ]  # fmt: skip
    told = [f for f in shares if normalise(slot.phrase) in (normalise(_SHARED.sub("", f.scope + f.indicator)), _spent_on(facts, f))]
    if not told and re.search("[A-Za-z]{3}", slot.phrase):  # 对RCEP出口, of RCEP成员国出口占出口总额的27.4%
        asked = bigrams(fold(slot.phrase))
        told = [f for f in shares if len(asked & bigrams(fold(_SHARED.sub("", f.scope + f.indicator)))) >= 0.75 * len(asked)]
    whole = part_of(facts, told[0]) or _named_whole(facts, told[0]) if len(told) == 1 else None
    if not told:
        told, whole = _of_a_whole_named(facts, slot, period)
    if whole is None or whole.value is None or fold(whole.scope + whole.indicator) == fold(_SHARED.sub("", told[0].scope + told[0].indicator)):
        return False  # 研发费用占营业收入的3.2% is no share of the 研发费用 told before it
    if not whole.unit.endswith(("元", "人", "名", "户", "家", "亩")):
        return False
    _say_part(drafting, whole, told[0], "报告只印出占比，按占比计算")
    return True


def _named_whole(facts: Facts, share: Figure) -> Figure | None:
    """规上工业增加值38.9亿元, of 高新技术产业增加值占规上工业增加值的68.4%, told elsewhere in the same report."""
    named = _SHARE_OF.fullmatch(share.indicator)
    told = facts.figures([share.zone], [share.period] if share.period else ()) if named is not None else ()
    own = (f for f in told if f.report_id == share.report_id and f.kind is FigureKind.VALUE and not f.scope and f.status is share.status)
    return next((f for f in own if named is not None and f.name == normalise(named["whole"]) and f.value is not None), None)


_SPENT_ON = re.compile(
    "(?:其中)?(?:直接|主要)?(?:用于|用在|用到|投向|投入到?|投到)(?P<what>[㐀-鿿]{2,8}?)(?:领域|方面)?(?:的(?:部分|支出|投资|资金)?)?"
)
_SPENDING = re.compile("(?:支出|投资)$")


def _spent_on(facts: Facts, share: Figure) -> str:
    """民生支出, as 用于民生的部分 of an expenditure is called; "" where nothing is said to be spent on anything."""
    what = _SPENT_ON.fullmatch(_SHARED.sub("", share.scope + share.indicator))
    whole = part_of(facts, share) if what is not None else None
    kind = _SPENDING.search(whole.indicator) if whole is not None else None
    return normalise(what["what"] + kind.group()) if what is not None and kind is not None else ""


_OF_LARGER = re.compile("占全[市省国县州]")
_SHARE_OF = re.compile("占(?P<whole>[^，。；：、\\d\\s]{3,14})")  # 占实际利用外资, as the share is called itself


def answer_share_of(drafting: Drafting, slot: Slot, found: Figure) -> bool:
    """制造业实际利用外资, for which the whole was ``found``: the part by its printed share; False where no share of that part is."""
    period = slot.period or found.period
    whole = _of_a_whole_named(drafting.facts, slot, period)[1] if period is not None and slot.aspect is Aspect.VALUE else None
    return whole is not None and whole.id == found.id and answer_by_share(drafting, replace(slot, period=period))


#: 实际利用外资|中，|制造业占71.2%: of what, told with its amount elsewhere in the report.
_OF_IT = re.compile(r"(?P<whole>[^，。；：、\d\s]{2,14}?)(?:之中|当中|中|里)[，,]?$")


def _of_a_whole_named(facts: Facts, slot: Slot, period: Period) -> tuple[list[Figure], Figure | None]:
    """制造业实际利用外资, where only 实际利用外资中，制造业占71.2% is told: the one share of that part, and the amount of its whole."""
    for share in facts.figures([slot.zone] if slot.zone else (), [period]):
        if share.kind is not FigureKind.SHARE or share.value is None or share.unit not in ("%", "％") or share.qualifier:
            continue
        part = fold(_SHARED.sub("", share.scope + share.indicator))
        if len(part) < 2 or part not in fold(slot.phrase):
            continue
        named = _OF_IT.search(facts.report(share.report_id).text[share.sentence_start : share.start]) or _SHARE_OF.fullmatch(share.indicator)
        rest = re.sub("[中里]+", "", fold(slot.phrase).replace(part, "", 1))
        of = replace(slot, phrase=named["whole"], period=period, unit="") if named is not None and named["whole"] != "其" else None
        whole = (resolve(facts, of, abroad=False).figure if of is not None else part_of(facts, share)) if rest else None
        same = whole is not None and whole.report_id == share.report_id and whole.kind is FigureKind.VALUE and not whole.scope
        if same and whole is not None and (normalise(rest) == whole.name or fold(whole.indicator).endswith(rest)):
            return [share], whole
    return [], None


_SHARED = re.compile("(?:占比|比重|占[^，。；]*)$")


def _described(share: Figure) -> str:
    return re.sub("占比$", "占", share.scope + share.indicator)


def part_of(facts: Facts, share: Figure) -> Figure | None:
    """What a printed share is the share of: the amount told right before it, or the one of the name it has."""
    same = [
        f
        for f in facts.figures([share.zone], [share.period] if share.period else ())
        if (f.report_id, f.sentence_start) == (share.report_id, share.sentence_start)
        and f.kind is FigureKind.VALUE and f.value is not None and f.unit not in ("%", "％") and f.start < share.end
        and f.status is share.status
    ]
    named = [f for f in same if share.scope and fold(share.scope) in (fold(f.indicator), fold(f.scope + f.indicator))]
    chosen = named or [f for f in same if not share.scope]
    return max(chosen, key=lambda f: f.start) if chosen else None


def _fits(wanted: str, scopes: Sequence[str], share: Figure, part: Figure, before: str) -> float:
    """How well a share's whole (占全县固定资产投资, 占总投资, 占全市) is what is wanted; 0 when it isn't."""
    whole = fold(re.sub("^占(?:到|了)?", "", share.indicator))
    for scope in (s for s in scopes if re.fullmatch("全[市县省州]", s)):  # 雁埠市外贸总额 is that of 全市
        whole = re.sub(f"^[㐀-鿿]{{2,3}}?{scope[1]}(?=[㐀-鿿]|$)", scope, whole) if scope not in whole else whole
    asked = fold(wanted)
    if any(fold(s) not in whole for s in scopes):
        return 0.0
    if len(whole) <= 2:  # 占全市: of the same indicator
        whole += fold(part.indicator)
    grams = bigrams(whole)
    if not grams or len(grams & bigrams(asked)) < 0.6 * len(grams):
        return 0.0
    of = bigrams(fold(part.scope + part.indicator) + "|" + fold(before))
    more = {g for g in bigrams(asked) - grams if whole[:1] not in g[1:]}  # 进港铁路 before 总投资: whose total it is
    if len(more & of) < 0.6 * len(more):
        return 0.0
    return 1.0 + len(grams & bigrams(asked)) / len(grams) + 0.1 * len(more)

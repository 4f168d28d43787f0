"""What a clause asks of the two figures just computed with: 剩下的部分又是多少, 完成了百分之几, 相当于要增长百分之多少."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wholes import OUTPUT_OF_ALL
from assistant.extractive.wording import amount, changed, describe, names_the_outermost
from assistant.facts import Facts
from assistant.onward import GREW, LEFT, MONTHLY, asks_onward
from assistant.records import Draft
from assistant.several import LEANS
from index.glossary import normalise
from index.records import Figure, FigureKind, Status
from index.units import ANY_UNIT

__all__ = ["answer_onward"]

# 受益的有多少户, after what was given: whom it reached.
BENEFITED = re.compile(
    f"(?:受益|惠及|受惠|享受|覆盖|得到)了?的?(?:[㐀-鿿]{{2,3}})?(?:一?共|总共)?(?:有|是|达)?"
    f"(?:多少|几)(?P<unit>{ANY_UNIT})[㐀-鿿]{{0,3}}"
)
_BENEFIT = re.compile("惠及|受益|受惠|享受|覆盖|服务")
_BEFORE = re.compile("(?:[改升提压缩扩降减增调高低短小大]|投[产用]|实施|整合|[改调]整)前|^原|原来的?")
BEHIND = 14  # characters between a count and what is told of the same in another unit

def answer_onward(clause: str, draft: Draft, facts: Facts) -> Draft | None:
    """None where the clause asks of something else, or the answer before doesn't rest on just two exact figures."""
    if draft.refused:
        return None
    leans = LEANS.fullmatch(clause.strip(" ？?。"))
    if leans and leans["unit"]:
        return _in_its_unit(leans["unit"], draft, facts)
    benefit = BENEFITED.fullmatch(clause.strip(" ？?。"))
    if benefit:
        return _in_its_unit(benefit["unit"], draft, facts, named=_BENEFIT)
    if its := _ITS_SHARE.fullmatch(clause.strip(" ？?。")):
        return _share_of_sum(its["who"], draft, facts)
    if of_all := _SUM_OF.fullmatch(clause.strip(" ？?。了")):
        return _sum_of_whole(of_all["of"], draft, facts)
    if same := _SAME.fullmatch(clause.strip(" ？?。")):
        return _compared(same["what"], draft, facts)
    if not asks_onward(clause):
        return None
    figures = list({(f.id, f.value): f for f in draft.figures}.values())
    formula = next((s.formula for s in draft.statements if s.formula), "")
    if len(figures) != 2 or not formula or any(f.kind is not FigureKind.VALUE or f.value_text.startswith("约") for f in figures):
        return None
    values = computing.common_unit(figures)
    if values is None or not all(v > 0 for v in values[0]):
        return None
    drafting, (a, b) = Drafting(facts), figures
    (x, y), unit = values
    words = clause.strip()
    if MONTHLY.fullmatch(words):
        return _by_month(drafting, a, b) if "−" in formula else None
    if grew := GREW.fullmatch(words):
        noun, base = grew["noun"] or grew["noun2"] or "", _base(a, b)
        if base is None or noun not in (a.scope + a.indicator) or noun not in (b.scope + b.indicator):
            return None
        now, then = (x, y) if base is b else (y, x)
        rate = computing.growth_between(now, then)
        drafting.say(f"{changed(rate)}（{rate.formula}）。", drafting.cite(a, b), rate.formula)
        return drafting.draft()
    part, whole, low, high = (a, b, x, y) if _is_part(a, b, x < y) else (b, a, y, x)
    if part.zone != whole.zone or part.id == whole.id:
        return None
    if LEFT.fullmatch(words):
        if "× 100%" not in formula or low >= high:
            return None
        rest = computing.difference(high, low, unit)
        drafting.say(f"其余{rest.text}（{rest.formula}）。", drafting.cite(part, whole), rest.formula)
        return drafting.draft()
    if names_the_outermost(draft):
        return None  # 哪个片区产值最高，占比多少: not the least of the greatest
    if "−" not in formula or (part.period != whole.period and part.scope not in whole.scope and whole.scope not in part.scope):
        return None
    share = computing.share(low, high)
    drafting.say(f"{describe(part)}{amount(part)}，占{share.text}（{share.formula}）。", drafting.cite(part, whole), share.formula)
    return drafting.draft()


def _by_month(drafting: Drafting, goal: Figure, done: Figure) -> Draft | None:
    """What a year's goal still needs, over the months that are left."""
    then, year = done.period, goal.period
    values = computing.common_unit([goal, done])
    if values is None or then is None or year is None or not year.is_year or then.last_year != year.last_year or then.last_month == 12:
        return None
    (aim, so_far), unit = values
    months = 12 - then.last_month
    each = computing.per(aim - so_far, Decimal(months), unit)
    formula = f"({computing.plain(aim)} − {computing.plain(so_far)}) ÷ {months} ≈ {each.text.removesuffix(unit)}"
    drafting.say(f"余下{months}个月平均每月约{each.text}（{formula}）。", drafting.cite(goal, done), formula)
    return drafting.draft()


# 与固定资产投资总额是否一致, after a sum.
_SAME = re.compile(
    "(?:这|它|合计数?|结果)?(?:跟|与|和|同)(?P<what>[㐀-鿿]{3,16}?)(?:的)?(?:总额|总数|总量|总值)?"
    "(?:是否|是不是|能不能|能否)?(?:一致|相等|相符|吻合|对得?上(?:号)?|一样|相同)(?:吗|不|么)?"
)


def _compared(what: str, draft: Draft, facts: Facts) -> Draft | None:
    """Whether a sum that was just told is the figure of that name; None where there is none, or nothing was summed."""
    told = [f for f in draft.figures if f.kind is FigureKind.VALUE]
    if len(told) < 2 or not any(" + " in s.formula for s in draft.statements):
        return None
    first = told[0]
    pool = facts.figures([first.zone], [first.period] if first.period else ())
    named = [f for f in pool if not f.scope and f.status is first.status and normalise(f.indicator) == normalise(what) and f.value is not None]
    values = computing.common_unit([*told, named[0]]) if named else None
    if values is None:
        return None
    total, whole = computing.total(values[0][:-1], values[1]), values[0][-1]
    drafting = Drafting(facts)
    gap = computing.difference(total.value, whole, values[1])
    said = "一致" if total.value == whole else f"不一致，相差{gap.text}（{gap.formula}）"
    drafting.say(f"与{describe(named[0])}{amount(named[0])}{said}。", drafting.cite(*told, named[0]), "" if total.value == whole else gap.formula)
    return drafting.draft()


# 占全年协议资金的百分之几, 投到总投资的几成了, after a sum.
_SUM_OF = re.compile(
    "(?:那么?|它们|合起来|又|大约|约|能|已经?|总共|一共)*(?:占|相当于|投到|达到|完成)(?:了|到)?(?:全年|当年|年度|全区|整个)?的?(?P<of>(?!要|需|增|减|提|下降|上升)[㐀-鿿]{2,12}?)的?"
    "(?:百分之(?:几|多少)|几成|多大(?:比[重例]|份额)?|多少(?:比[重例])?|比[重例](?:是|有)?(?:多少|多大)?)"
)


_ALL_OF_IT = re.compile("(?:全|整个)?(?:区|园区?|开发区|高新区|经开区)(?:总量|产值)?|总量|全部")


def _sum_of_whole(of: str, draft: Draft, facts: Facts) -> Draft | None:
    """None where nothing was summed, or no single number of that name is the thing's own, or the zone's of that time."""
    told = list(dict.fromkeys(f for f in draft.figures if f.kind is FigureKind.VALUE))
    if len(told) < 2 or not any(" + " in s.formula for s in draft.statements):
        return None
    periods = {f.period for f in told if f.period is not None}
    valued = [f for f in facts.figures([told[0].zone]) if f.kind is FigureKind.VALUE and f.value]
    if _ALL_OF_IT.fullmatch(of):  # 前四家合计多少，占全区几成: of the zone's own
        names = OUTPUT_OF_ALL if told[0].indicator == "产值" else (told[0].name,)
        pool = [f for f in valued if not f.scope and f.name in names]
    else:
        pool = [f for f in valued if normalise(f.indicator).endswith(normalise(of))]
    scopes = {f.scope for f in told}
    own = [f for f in pool if f.scope and any(f.scope in s or s in f.scope for s in scopes if s)]
    wholes = own or [f for f in pool if f.period in periods and f.report_id in {t.report_id for t in told}]
    wholes = [f for f in wholes if not f.scope and f.status is told[0].status] or wholes
    if len({f.value for f in wholes}) != 1:
        return None
    values = computing.common_unit([*told, wholes[0]])
    if values is None:
        return None
    total, whole = computing.total(values[0][:-1], values[1]), values[0][-1]
    if total.value > whole:
        return None
    share = computing.share(total.value, whole)
    drafting = Drafting(facts)
    drafting.say(f"占{describe(wholes[0])}{amount(wholes[0])}的{share.text}（{share.formula}）。", drafting.cite(*told, wholes[0]), share.formula)
    return drafting.draft()


# 甲占几成, after what 甲 and 乙 come to together.
_ITS_SHARE = re.compile(
    "(?:其中)?(?P<who>[㐀-鿿]{2,10}?)(?:又|则|大约|各)?占(?:了|到|其中|总数|合计|全部)?(?:的)?"
    "(?:百分之(?:几|多少)|几成|多少|多大(?:比[重例])?|比[重例](?:是)?(?:多少|多大))"
)


def _share_of_sum(who: str, draft: Draft, facts: Facts) -> Draft | None:
    """None where nothing was summed, or none or several of what was are called so."""
    told = list(dict.fromkeys(f for f in draft.figures if f.kind is FigureKind.VALUE))
    meant = [f for f in told if who in f.zone + f.scope + f.indicator]
    if len(told) < 2 or len(meant) != 1 or not any(" + " in s.formula for s in draft.statements):
        return None
    values = computing.common_unit([*told, meant[0]])
    if values is None:
        return None
    share = computing.share(values[0][-1], computing.total(values[0][:-1], values[1]).value)
    drafting = Drafting(facts)
    drafting.say(f"{describe(meant[0])}{amount(meant[0])}，占{share.text}（{share.formula}）。", drafting.cite(*told), share.formula)
    return drafting.draft()


def _base(one: Figure, other: Figure) -> Figure | None:
    """Which of two figures is what the other has come from: of the earlier period, or called so (压缩前); None where neither is."""
    if one.zone != other.zone:
        return None
    earlier = [f for f in (one, other) if _BEFORE.search(f.scope + f.indicator)]
    if len(earlier) == 1:
        return earlier[0]
    alike = one.name.endswith(other.name) or other.name.endswith(one.name)  # 有效高新技术企业 now, 累计高新技术企业 then
    if not alike or one.period is None or other.period is None or one.period == other.period:
        return None
    return min((one, other), key=lambda f: f.period.key if f.period else "")


def _in_its_unit(unit: str, draft: Draft, facts: Facts, named: re.Pattern[str] | None = None) -> Draft | None:
    """出让标准地9宗、面积726亩: the figure in the asked unit right behind the one that was told."""
    told = draft.figures[-1] if draft.figures else None
    found = [
        f
        for f in facts.figures([told.zone], [told.period] if told.period else ())
        if (f.report_id, f.sentence_start) == (told.report_id, told.sentence_start)
        and f.unit.lstrip("百千万亿") == unit.lstrip("百千万亿") != told.unit.lstrip("百千万亿")
        and 0 <= f.start - told.end <= BEHIND
        and (named is None or named.search(f.scope + f.indicator))
    ] if told is not None else []
    if len(found) != 1:
        return None
    drafting = Drafting(facts)
    drafting.say(f"{amount(found[0])}（{describe(found[0])}）。", drafting.cite(found[0]))
    return drafting.draft()


def _is_part(one: Figure, other: Figure, smaller: bool) -> bool:
    """What was done is a part of what was meant to be, though it may be more."""
    if (one.status is Status.DONE) != (other.status is Status.DONE):
        return one.status is Status.DONE
    return smaller

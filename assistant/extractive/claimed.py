"""What a question takes a figure to be (是60亿元，对吗), and the unit it wants it in (用万元表示)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.computing import in_unit_of, plain
from assistant.confirming import Claim
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe, growth, said
from assistant.facts import Facts
from assistant.records import Aspect, Draft, Query
from index.numerals import convert, find_quantities
from index.records import Figure

__all__ = ["answer_claim", "confirmed", "in_unit", "risen_after_all"]

_UNIT = re.compile("(?:多少|用|按|以|成|合)(?P<unit>(?:亿|万)(?:美元|元|平方米|人|吨)|平方公里|公顷|亩|平方米)")

_HOW_FAR_DOWN = re.compile(
    "(?:下降|下跌|下滑|减少|[降跌]幅|降低|[降跌掉]|缩水|萎缩)(?:了|掉|下去|下来|出去|得|的)*(?:又|有|是|为|达)*(?:多少|几个?(?:点|百分)|百分之几|多大|多[狠厉])"
)
_SMALLER_RISE = re.compile("增[速幅势]|涨幅|占比|比重|率|位次|排名|名次|收窄|能耗|排放|浓度")


def risen_after_all(text: str, figure: Figure) -> str:
    """What to say first to 跌了多少 of what rose; "" where it fell, or where a rate is said to have become smaller."""
    asked = _HOW_FAR_DOWN.search(text)
    grew = figure.growth is not None and figure.growth > 0 and figure.growth_unit == "%"
    return "并没有下降，" if asked and grew and not _SMALLER_RISE.search(text) else ""


def in_unit(text: str, figure: Figure) -> tuple[str, str]:
    """“是多少万元”, “用万元表示”: the printed amount in the asked unit and how it comes about; nothing when it is printed so."""
    asked = _UNIT.search(text)
    if not asked or figure.value is None or asked["unit"] == figure.unit:
        return "", ""
    value = convert(figure.value, figure.unit, asked["unit"])
    if value is None:
        return "", ""
    shown = f"{plain(value)}{asked['unit']}"
    return f"{shown}，即", f"{figure.value_text} = {shown}"


def confirmed(claimed: str, figure: Figure) -> str:
    """What to say first to “是600亿元，对吗”: whether the report prints that; "" when nothing comparable was claimed."""
    found = find_quantities(claimed) or find_quantities(f"{claimed}{figure.unit if claimed[-1:].isdigit() else '元'}")
    rate = bool(found) and found[0].is_rate and "%" not in figure.unit and figure.value is not None  # 增速超过5%
    grown = rate or bool(re.match("[增上提下减涨跌降]", claimed))
    printed = figure.growth if grown else figure.value
    if not found or printed is None:
        return ""
    unit = figure.unit.partition("/")[0] if "均" in figure.indicator and "/" not in found[0].unit else figure.unit  # 亩均税收 of 24万
    value = found[0].value if grown else in_unit_of(found[0].value, found[0].unit, unit)
    if value is None:
        return ""
    if re.match("[下减跌降]", claimed):
        printed = -printed
    if (reached := re.search("超过|突破|高于|大于|达到", claimed)) is not None:
        passed = "突破" in figure.qualifier and not grown  # 首次突破200亿元 is more than that
        true = printed >= value if reached[0] == "达到" or passed else printed > value
        if not true and not grown:  # 有没有达到75亿元
            money = "元" if found[0].text[-1] in "亿万" and unit.endswith("元") else ""
            return f"未达到{found[0].text}{money}，报告中是" if reached[0] == "达到" else "不对，报告中是"
    elif re.search("不足|不到|低于|小于|没", claimed):
        true = printed < value
    else:
        true = printed == value
    return "对，报告中是" if true else "不对，报告中是"


def answer_claim(facts: Facts, query: Query, claim: Claim, found: Draft) -> Draft | None:
    """The number that was found, with what it makes of the one that a question tells; None where the two can't be set against each other.

    What is refused stays refused; a number that is only the nearest in meaning confirms nothing and is told as it was found.
    """
    if found.refused or found.presumed:
        return found
    told = next((s for s in found.statements if s.citations), None)
    if told is None:
        return None
    figures = [f for f in {f.id: f for f in found.figures}.values() if f.value is not None or f.growth is not None]
    lead = told.text.partition("（")[0]  # 25宗、1134亩
    first = [f for f in figures if any(number and number in lead for number in (amount(f), growth(f)))]
    if told.formula and len(figures) != 1:
        result = next((q for q in find_quantities(lead) if q.start == 0), None)
        verdict = _verdict(claim, result.value, result.unit) if result is not None and result.value is not None else ""
    else:
        verdicts = {v for f in first or (figures if len(figures) == 1 else []) if (v := _of_figure(claim, query, f))}
        verdict = verdicts.pop() if len(verdicts) == 1 else ""
    if not verdict:
        return None
    if told.formula and len(figures) == 1:  # in another unit than is printed
        drafting = Drafting(facts)
        drafting.trace += found.trace
        drafting.say(f"{verdict}{said(figures[0])}（{describe(figures[0])}）。", drafting.cite(figures[0]))
        return drafting.draft(hints=found.hints, suggestions=found.suggestions)
    confirmed_so = replace(told, text=verdict + told.text)
    return replace(found, statements=tuple(confirmed_so if s is told else s for s in found.statements))


def _of_figure(claim: Claim, query: Query, figure: Figure) -> str:
    if query.aspect is Aspect.GROWTH and figure.growth is not None:
        return _verdict(claim, -figure.growth if claim.fallen else figure.growth, figure.growth_unit)
    return _verdict(claim, figure.value, figure.unit, figure.qualifier) if figure.value is not None and not claim.fallen else ""


def _verdict(claim: Claim, printed: Decimal, unit: str, qualifier: str = "") -> str:
    """What to say before a printed number; "" where it measures something else. 突破400亿元 is more than 400亿元, 近400亿元 is less."""
    asked = find_quantities(claim.number)
    value = convert(asked[0].value, asked[0].unit, unit) if len(asked) == 1 else None
    if value is None:
        return ""
    above, below = (printed == value and bool(re.search(words, qualifier)) for words in ("突破|超|以上|余|多|逾|不止", "近|不足|不到"))
    true = {
        "=": printed == value and not (above or below), ">": printed > value or above, "≥": printed >= value and not below,
        "<": printed < value or below, "≤": printed <= value and not above,
    }[claim.relation]  # fmt: skip
    missed = f"未达到{claim.number}" if claim.relation == "≥" else "不对"
    return f"{'对' if true else missed}，报告中是"

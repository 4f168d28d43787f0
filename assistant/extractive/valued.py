"""22.53亿元是什么, 哪个指标增长25.6%: what the figures are whose printed number a question tells."""

from __future__ import annotations

import re

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.scoping import scope_reports
from assistant.extractive.sentences import units
from assistant.extractive.wording import amount, describe, growth
from assistant.names import fold
from assistant.records import Query
from index.numerals import Quantity, convert, find_quantities
from index.records import Figure

__all__ = ["answer_valued"]

_THIS = "(?:[这那]个?|[这那]一)?(?:数字?|数据|数值|金额)?"
_WHAT = "(?:什么|啥|哪一?(?:个|项|块|方面|部分)?)(?:的?(?:指标|数据|数字|数|意思|内容|工作|东西|概念))?"
_NUMBER = r"(?P<number>(?:增长|增|下降|降|增加|减少)?了?(?:约)?\d[^是指说代对，,。？?；;]{1,12}?)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"[“\"]?{_NUMBER}[”\"]?{_THIS}(?:到底|究竟|具体)?(?:是|指的?是?|说的是|代表的?是?|对应的?是?)(?:的)?{_WHAT}(?:的|呢|来着)*",
        rf"{_WHAT}(?:的?(?:指标|数据|数字|金额|数))?(?:是|为|达到?了?|等于|完成了?|有)?[“\"]?{_NUMBER}[”\"]?",
    )
)
_SHOWN = 5


def answer_valued(drafting: Drafting, query: Query) -> bool | None:
    """None where no printed number is asked back; else whether any figure, or sentence, has it."""
    asked = re.sub(r"^(?:请问|报告(?:里|中)?)?[的里中]?|[?？。!！\s]+$", "", query.bare)
    found = next((m for form in _FORMS if (m := form.fullmatch(asked))), None)
    quantities = find_quantities(found["number"]) if found else []
    if found is None or len(quantities) != 1:
        return None
    number = quantities[0]
    grown = bool(re.match("增|下?降|减", found["number"]))
    facts = drafting.facts
    figures = facts.figures(facts.placed(query), query.periods)
    same = [f for f in figures if _printed(f, number, grown=grown)]
    told: dict[tuple[str | None, str, str], Figure] = {}
    for figure in same:
        told.setdefault((figure.zone, figure.period.key if figure.period else "", fold(figure.scope + figure.indicator)), figure)
    drafting.note("印数", f"{number.text} → {len(told)} 个", {"figures": [describe(f) for f in told.values()]})
    for figure in [*told.values()][:_SHOWN]:
        of_growth = grown or figure.value is None or convert(figure.value, figure.unit, number.unit) != number.value
        tail = f"的{growth(figure)}" if of_growth else ""
        more = f"，{amount(figure)}" if of_growth and figure.value is not None else f"，{growth(figure)}" if growth(figure) and not of_growth else ""
        drafting.say(f"{describe(figure)}{tail or '：' + amount(figure)}{more}。", drafting.cite(figure))
    if len(told) > _SHOWN:
        drafting.say(f"这样的数共{len(told)}个，其余{len(told) - _SHOWN}个请说明年份或指标再查。")
    return bool(told) or _quote(drafting, query, number) or _refuse(drafting, number)


def _printed(figure: Figure, number: Quantity, *, grown: bool) -> bool:
    by_growth = figure.growth is not None and figure.growth_unit == number.unit and abs(figure.growth) == number.value
    if grown:
        return by_growth
    return by_growth or (figure.value is not None and convert(figure.value, figure.unit, number.unit) == number.value)


def _quote(drafting: Drafting, query: Query, number: Quantity) -> bool:
    """The first sentence that prints the number, where no figure is filed with it."""
    facts = drafting.facts
    printed = re.compile(rf"(?<![\d.,]){re.escape(number.text)}")
    for report_id in scope_reports(facts, query):
        for unit in units(facts, report_id):
            at = printed.search(unit.text)
            if at is not None:
                mark = (unit.start + at.start(), unit.start + at.end())
                drafting.say(f"报告中是这样写的：{unit.text}", (drafting.cite_span(report_id, *unit.whole, [mark]),))
                return True
    return False


def _refuse(drafting: Drafting, number: Quantity) -> bool:
    drafting.say(f"{REFUSAL}“{number.text}”这个数。")
    return False

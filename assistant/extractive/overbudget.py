"""By how much an indicator passed or missed what was aimed at: 超收多少, 比预算少收多少, 缺口多大; what it came to in all is no answer."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.met import answer_met
from assistant.extractive.wording import amount, describe
from assistant.records import Aspect, Query
from assistant.terms import find_terms
from index.glossary import is_known
from index.records import Figure, FigureKind

__all__ = ["answer_over_budget"]

_OF_BUDGET = "(?:年初|年度|全年|当年|调整后?)*的?预算(?!收入|支出|外|内)"
_ASKED = re.compile(
    "(?:超收|短收|欠收)(?:部分|[数金]?额|的|了|是|有|为)*(?:多少|几)"
    f"|(?:比|较|离|距离?|跟){_OF_BUDGET}数?相?比?(?:还|又)?(?:多|少|差|短|超|欠|高|低)(?:收|出|完成)?了?(?:多少|几)"
    f"|(?:完成|达到|超过?)了?{_OF_BUDGET}(?:数|任务)?(?:了?[吗没么]|没有)"
)
#: 实际利用外资的缺口多大: of an indicator itself, no 用工缺口.
_SHORT = re.compile("(?P<of>[㐀-鿿]+?)的?(?:缺口|缺额|欠额?|短缺)")


def answer_over_budget(drafting: Drafting, query: Query) -> bool | None:
    """Against the budget where it is printed, else as the report tells the distance; None where something else is asked."""
    short = _SHORT.fullmatch("".join(query.indicators))
    if not (_ASKED.search(query.text) or (short and is_known(short["of"]))) or len(query.zones) > 1 or len(query.periods) > 1:
        return None
    terms = find_terms(query.text)
    if len({t.said for t in terms}) != 1:
        return None
    against = drafting.fork()
    asked = replace(query, indicators=(terms[0].said,), aspect=Aspect.MET, topic="", scopes=(), operands=())
    told = answer_met(against, asked, terms[0].said)
    apart = None if told else _apart(drafting, query, terms[0].meanings)
    if apart is None:
        drafting.join(against)
        return told
    over = re.search("多|超|高", apart.scope) is not None
    name = describe(replace(apart, scope=""))
    drafting.say(f"{'超过' if over else '没有完成'}预算：{name}{'超收' if over else '短收'}{amount(apart)}。", drafting.cite(apart))
    return True


def _apart(drafting: Drafting, query: Query, meanings: tuple[str, ...]) -> Figure | None:
    """The distance that the report prints of it, where it prints but one."""
    found = [
        f
        for f in drafting.facts.figures(query.zones, query.periods)
        if f.kind is FigureKind.GAP and f.name in meanings and f.value is not None and f.unit.endswith("元")
        and re.match("比(?:年初|年度|全年|当年)*(?:目标|预算)|超过?", f.scope)
    ]
    return found[0] if len({(f.value, f.unit) for f in found}) == 1 else None

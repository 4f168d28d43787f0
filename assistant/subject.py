"""What the talk is of, a part of a zone or a project, and a follow-up that asks more of it, in full: 规上企业有几家, behind 石磴园的税收.

As it stands such a question finds the zone's own number.  Put in full it counts only where what it finds is told of just that thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.facts import Facts
from assistant.mentioned import called, last_told
from assistant.outright import figure_of, in_its_time
from assistant.periods import find_periods
from assistant.question import understand
from assistant.records import Aspect, Draft, Operation, Query
from assistant.referring import PRONOUN, thing_asked
from assistant.sized import LEFT_TO_SPEND
from assistant.terms import find_terms, is_all_known
from assistant.understanding import Understanding
from index.records import FigureKind, Period

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["Subject", "as_asked", "more_of_it", "share_of_told", "subject_of", "tells_of_it", "tells_share"]

_TALKED_OF = 3  # turns that a thing is talked of without being named again
#: Of all, of several or of another, or of what was said before: no more of the one thing.
_NOT_OF_IT = re.compile(
    "全[区园市县省部国镇]|整个|[本我]区|开发区|高新区|经开区|[它他她]们|各|哪(?!一?[天年月])|谁|分别|合计|加起来|其中|当中|之中|里[头面]|比|占(?!地)|排|第[一二三四五六七八九十\\d](?!年)|最(?!后|终|初)"
    "|倍|相差|另|其[他它余]|别的|回到|说回|刚才|刚刚|前面|上面|一开始|不对|不是|错|[两三四五六七八九\\d]+(?:个|家|项)|财政|预算"
)
_LEAD = re.compile(f"^(?:那么?|请问|还有|对了|嗯|哦|就是|具体|{PRONOUN.pattern}|的|[，,。 ])+")
#: What moves a question to another year or side of the same number, and names nothing that is asked for.
_SLOTS = re.compile(
    "(?:年初|当初|全年|年度)?定?的?(?:目标|任务|计划)|同比|增速|增幅|增长|涨幅|下降|完成率?|实际|预计|预期|情况|怎么?样|如何|多少|百分之几|几个?[百千]?[万亿]?(?:百分)?点?|[是的有为达到了呢吗啊吧又还也就要能想到底多大高低少元亿万%？?]"
)
#: Many, or an area around: no one thing.
_A_CLASS = re.compile(
    "^(?:全[市省县区国州园]|(?:当年|已|累计|年内)*(?:新|签约|引进|在建|开工|动工|竣工|投产|建成|完成|出让|供应|交付|改造)|重点|各|[\\d一二三四五六七八九十两])"
    "|以[上下]|企业$|目标|计划|任务|预[计期算]|平均|合计|同期|季度|全年"
)
#: What is done to one thing, or measured of it, in a year.
_ITS_OWN = re.compile(
    "[投花砸]|建|开工|动工|完工|竣工|通车|产值|产能|产量|[税费]|收入|利润"
    "|占地|用地|[面体容]积|床位|学位|员工|职工|规模|进度|进展|干到|做到|晚|推迟|延期|目标|增|降|涨|跌"
)
_YEAR = re.compile("(?:(?:19|20)?\\d\\d|[上去前明来次今]一?|下一?|第二)年度?")
_LONGEST = 16
_LEAST = 2  # characters of a name by which a sentence tells of the thing


@dataclass(frozen=True, slots=True)
class Subject:
    name: str
    zone: str = ""
    when: Period | None = None


def subject_of(turns: Sequence[Turn], facts: Facts) -> Subject | None:
    """What the last turns are of; None where the last to tell a number told one of the zone's own."""
    known = facts.understanding()
    when = next((p for t in reversed(turns[-_TALKED_OF:]) if (p := _when(t)) is not None), None)
    for turn in reversed(turns[-_TALKED_OF:]):
        figure = figure_of(turn)
        told = figure.scope if figure is not None and not turn.answer.refused else ""
        if told and (is_all_known(told) or _A_CLASS.search(told) or told not in facts.parts):
            return None
        if name := turn.query.focus or told or thing_asked(turn, known) or _named(turn, known):
            zones = [figure.zone] if figure is not None else [*turn.query.zones] or [f.zone for f in facts.figures() if f.scope == name]
            return Subject(name, facts.short(zones[0]) if len({*zones}) == 1 else "", when)
        if any(not f.scope for f in turn.answer.figures) or len(turn.answer.figures) > 1:
            return None
    return None


_A_NAME = re.compile("[㐀-鿿A-Za-z0-9]{2,12}?(?:公司|集团|产业园|研究院|基地|平台|中心|学校|医院|大桥|基金|博览会)")


def _named(turn: Turn, known: Understanding) -> str:
    """The institute or firm that a question names, which has no number of its own."""
    found = _A_NAME.match("".join(turn.query.indicators)) if turn.query.operation.in_words else None
    return found.group() if found is not None and not is_all_known(found.group()) else ""


def _when(turn: Turn) -> Period | None:
    figure = figure_of(turn)
    return figure.period if figure is not None and figure.period is not None else turn.query.periods[-1] if turn.query.periods else None


def more_of_it(text: str, turns: Sequence[Turn], facts: Facts) -> tuple[str, str]:
    """The question in full of what the talk is of, and that; ("", "") where it is of another, or names nothing that it asks for."""
    known = facts.understanding()
    rest = _LEAD.sub("", text)
    if len(rest) > _LONGEST or _NOT_OF_IT.search(rest) or known.zones.find(rest) or re.search("[，,；;]", rest):
        return "", ""
    it = subject_of(turns, facts)
    if it is None or any(s in rest for s in known.scopes):
        return "", ""
    query = understand(rest, known)
    if query.scopes or any(p in it.name or (p in facts.parts and not is_all_known(p)) for p in query.indicators):
        return "", ""  # 生物医药呢: another
    place = it.zone if not it.name.startswith(it.zone) else ""
    dated = _YEAR.search(rest) is not None and bool(find_periods(rest))  # 当年完成投资 is a name
    if dated and not (_ITS_OWN.search(rest) or any(map(find_terms, query.indicators)) or not query.indicators):
        return "", ""  # 2019年想干点啥, 2018年拆了多少户: a year and a verb of its own
    when, bare = in_its_time(rest, it.when) if dated else (it.when.label if it.when else "", rest)
    if query.operation is Operation.WHY and (why := _why(bare, turns[-1])):
        return f"{place}{when}{why}", it.name
    if not _SLOTS.sub("", bare):
        return "", ""
    if query.operation in (Operation.WHEN, Operation.WHERE, Operation.WHY):
        return f"{place}{it.name}{rest}", it.name
    if not (query.operation is Operation.ONE or LEFT_TO_SPEND.match(rest)) or query.aspect not in (Aspect.VALUE, Aspect.GROWTH):
        return "", ""
    return f"{place}{when}{it.name}{re.sub('呢[?？]*$', '是多少', bare)}", it.name


_SHARE_OF = re.compile(
    "(?:那么?|它|这|又|大[约概])*(?:占|在)了?全[市省县国州]的?.*?(?:多少|多大|几成?|百分之几|比[重例]|份额|呢)[㐀-鿿]{0,3}[?？。]*"
)


def share_of_told(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """占全市多少, behind a number: the share of just that; "" for any other question."""
    figure = last_told(turns[-1:]) if _SHARE_OF.fullmatch(text) else None
    return f"{facts.short(figure.zone)}{figure.period.label}{called(figure)}{text}" if figure is not None and figure.period is not None else ""


def tells_share(draft: Draft) -> bool:
    return any(f.kind is FigureKind.SHARE for f in draft.figures) or any("%" in s.formula for s in draft.statements)


_WHY_ALONE = re.compile("(?:又|是|那|这)*(?:为什么|为啥|为何|怎么回事|咋回事|什么原因|啥原因|原因)(?:呢|啊|是什么)?[?？。]*")


def _why(text: str, last: Turn) -> str:
    """智能仪表产值为什么下降, behind its number and 为什么."""
    figure = figure_of(last)
    if figure is None or figure.growth is None or not figure.scope or not _WHY_ALONE.fullmatch(text):
        return ""
    return f"{figure.scope}{figure.indicator}为什么{'下降' if figure.growth < 0 else '增长'}"


def tells_of_it(draft: Draft, name: str) -> bool:
    """Whether what is told is of the thing: each number by its name, words in a sentence that names it."""
    if not draft.figures:
        return bool(draft.citations) and not draft.refused and name[:_LEAST] in draft.citations[0].quote
    told = [f for f in draft.figures if f.kind in (FigureKind.VALUE, FigureKind.GROWTH)]
    return bool(told) and all(name in f.scope + f.indicator or (name.startswith(f.scope) and len(f.scope) > _LEAST + 1) for f in told)


def as_asked(query: Query, draft: Draft) -> bool:
    """Whether a number that was taken for what is asked goes by the asked name: 规上工业企业, for 企业; and is of the asked year."""
    asked, told = query.indicators, draft.figures
    if query.periods and any(f.period is not None and f.period not in query.periods for f in told):
        return False
    return not draft.presumed or (bool(told) and any(len(p) > 1 and p in told[0].scope + told[0].indicator for p in asked))

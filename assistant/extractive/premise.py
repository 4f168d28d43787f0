"""False premises: the question says it fell, or was met; the report says otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant import cues
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import describe, growth, said
from assistant.records import Aspect, Operation, Query
from assistant.scanner import Scanner
from assistant.terms import find_terms
from index.numerals import convert
from index.records import Figure, Status

__all__ = ["ASKS_WORDS", "CLAIMS", "HEIGHT", "SUSPECTS", "corrects", "named", "topic_named"]

# What is wanted of an indicator (固投超额完成的经验): no part of its name.
_WORDED = "经验|原因|做法|办法|措施|秘诀|亮点|因素|成绩|功劳|缘故|诀窍|经过"
_WANTED = re.compile(f"的?(?:{_WORDED})$")
#: 增长的主要经验是什么: words are asked for, beside what is taken to be so.
ASKS_WORDS = re.compile(f"(?:{_WORDED})(?:是|有|在)?(?:什么|哪|啥|何)")
#: 没跑到300列，是不是疫情闹的: a cause is guessed at, of what is taken to be so.
SUSPECTS = re.compile(
    "[，,](?:是不是|是否|是因为|因为|难道|莫非|怪|都怪|跟|与|和)[^，,]{2,16}(?:闹|害|影响|原因|造成|导致|引起|有关|吧|吗|呀|的)[?？。]*$"
)
#: What is said to have moved by so much, in a clause before the one that asks.
CLAIMS = re.compile(r"(?:增长|上涨|上升|下降|下跌|减少|提高|涨|降|跌)了?\d[\d.]*(?:%|个?百分点)[，,]")
#: 规上产值破了400亿，主要靠哪个产业: in a clause before the one that asks.
HEIGHT = re.compile(r"(?:突破|超过|跨过|破|超)了?\d[\d.]*[^，,。\d]{1,5}[，,]")
# 高企突破20家: a height that the question takes as reached.
_REACHED = re.compile(
    r"(?:把|将)?(?P<what>[㐀-鿿A-Za-z]{2,12}?)(?:已经?|首次|一举)?"
    r"(?:突破|超过|跨过|破|超|达到|有|(?:提[高升]|增[加长]|扩大|上调|涨|升|做大)[到至])了?(?P<number>\d+(?:\.\d+)?)"
    r"(?P<unit>%|[亿万千]?[㐀-鿿]{1,3}?)(?:以上|大关|，|,|的|，|$|主要|靠|是)"
)


def named(query: Query) -> str:
    """The indicator of a question about the why and how of it."""
    phrase = query.indicators[0] if query.indicators else ""
    return plainer(_WANTED.sub("", phrase)) or phrase


def topic_named(query: Query) -> str:
    """The indicator of a clause before the one that asks: 一般公共预算收入, of 一般公共预算收入8%."""
    terms = find_terms(query.topic)
    return query.topic[: terms[-1].end] if terms else query.topic


# 增速回落, 增长放缓, 涨得慢了: less growth than before is growth still; so is a fall that has become smaller.
_SLOWER = re.compile(
    "(?:增速|增幅|涨幅|增长率|增势|增长)[^，,。?？]{0,6}(?:回落|放缓|下降|下滑|降|掉|减|收窄|走低|慢|缓)"
    "|(?:降幅|跌幅)[^，,。?？]{0,4}(?:收窄|扩大|加深|回升)"
    "|(?:占比|比重|位次|排名|利润率|入住率|率)[^，,。?？]{0,4}(?:降|下|回落|减|掉|滑|退)"
)
# 差一点没完成, 未达标: less than was aimed at may be more than the year before.
_MISSED = re.compile("(?:差一?点(?:儿)?)?(?:[没未](?:有|能)?(?:达标|达到?|完成|实现)|不达标)")
# 没达到5万标箱的目标: a height that the question takes as missed.
_UNREACHED = re.compile(
    r"(?P<what>[㐀-鿿A-Za-z]{2,12}?)(?:没|未)(?:有|能)?(?:达到?|完成|实现|突破|超过|过|够|到|[跑做干冲卖招开拿收办]到|[跑做干冲卖招开]够)了?"
    r"(?P<number>\d+(?:\.\d+)?)(?P<unit>[亿万千]?[㐀-鿿]{1,3}?)(?:大关|的?(?:目标|任务|计划)|，|,|的|$|原因|是)"
)


def corrects(drafting: Drafting, query: Query) -> bool:
    """Say what is really so when the question's premise is contradicted; False when it stands or can't be checked."""
    if _not_reached(drafting, query):
        return True
    if query.aspect is Aspect.MET or not query.indicators or len(query.zones or drafting.facts.zones.zones) > 1:
        return False
    if not query.premise:  # 税收增长7.9%，主要贡献来自哪个行业
        claims = CLAIMS.search(query.text) or (query.operation is Operation.WHY and _BY.search(query.text))
        return bool(claims) and any(_moved_otherwise(drafting, query, *said) for said in _moves_said(query))
    if query.premise < 0 and (_SLOWER.search(query.text) or not cues.DOWN.search(_MISSED.sub("", query.text))):
        return False
    if _ONCE.search(query.text):
        return False
    moves = _moves_said(query)
    if len({way for _, way in moves}) < 2:  # 产值涨了，利润反而跌: each moved its own way
        moves = [(named(query), query.premise), *moves]
    return any(_moved_otherwise(drafting, query, phrase, way) for phrase, way in moves)


# 前一年还在涨，2023年怎么就掉头向下了: what it did before is no claim about the year asked of.
_ONCE = re.compile("(?:[前上]一?年|去年|此前|之前|原来|原本|以前|往年|本来|头一年)[^，,。？?]{0,4}(?:还|都|一直)+(?:在|往|是)?[^，,。？?]{0,6}[，,]")
# Before what moves: who asks, and what is said to have moved it (甲拉动食品加工产值大幅增长).
_BEFORE_IT = re.compile("^.*(?:拉动|带动|推动|促进|促使|使得?|让|致使|导致|请问|为什么|为何|为啥|怎么)了?")
_HOW_FAR = re.compile(
    "(?:大幅|小幅|明显|显著|快速|较快|稳步|持续|略有|有所|逆势|双双|同比|实现|出现|为什么|为何|为啥|怎么|咋|就|能够?|会|了|又|还|也|都|的|反而|反倒|却|倒|则)+$"
)


def _moves_said(query: Query) -> list[tuple[str, int]]:
    """What every clause says to have risen (+1) or fallen (-1): the one that asks may be of something else (主要靠哪些税种)."""
    found: list[tuple[str, int]] = []
    for clause in re.split("[，,。；;？?]", query.bare or query.text):
        left = Scanner(clause).hide([(t.start, t.end) for t in find_terms(clause)]).left
        up, down = cues.UP.search(left), cues.DOWN.search(left)
        move = up or down
        if move is None or (up and down):
            continue
        phrase = plainer(_BEFORE_IT.sub("", _HOW_FAR.sub("", clause[: move.start()])))
        if len(phrase) > 1:
            found.append((phrase, 1 if up else -1))
    return found


def _moved_otherwise(drafting: Drafting, query: Query, phrase: str, way: int) -> bool:
    """Say how a figure has moved, where that is not the way a question takes it to have."""
    outcome = resolve(drafting.facts, slot_of(query, phrase, aspect=Aspect.GROWTH, status=Status.DONE))
    figure = outcome.figure
    if figure is None or figure.growth is None or figure.growth == 0:
        return False
    grew = figure.growth > 0
    if grew == (way > 0):
        return _moved_by_another(drafting, query, outcome, figure, phrase)
    if any(_like(c.figure, figure) and c.figure.growth is not None and (c.figure.growth > 0) == (way > 0) for c in outcome.candidates):
        return False  # 同口径增长5.8%，自然口径下降2.5%: it moved either way
    drafting.trace.append(outcome.trace)
    drafting.say(
        f"{describe(figure)}并没有{'下降' if grew else '增长'}：{said(figure) if figure.value is not None else growth(figure)}。",
        drafting.cite(figure),
    )
    return True


def _like(one: Figure, other: Figure) -> bool:
    return (one.name, one.scope, one.zone, one.period, one.status) == (other.name, other.scope, other.zone, other.period, other.status)


_BY = re.compile(r"(?:增长|增加|上涨|上升|增|涨|下降|下跌|下滑|减少|降|跌)了?(?P<by>\d+(?:\.\d+)?)%(?!以上|左右|上下|多|的目标|的计划)")


def _moved_by_another(drafting: Drafting, query: Query, outcome: Outcome, figure: Figure, phrase: str) -> bool:
    """“为什么增长15%” where it grew by 9.9%: said with what is printed; False where any number by that name grew so, or by about so much."""
    clauses = re.split("[，,；;。]", query.bare or query.text)
    own = [c for c in clauses if phrase in c]  # 营收涨了12.8%，利润反倒跌了: what is said of one is not said of the other
    said_by = _BY.findall("，".join(own or clauses))
    if len(said_by) != 1 or figure.growth_unit != "%":
        return False
    claimed = Decimal(said_by[0])
    printed = {abs(c.figure.growth) for c in outcome.candidates if c.figure.growth is not None and c.figure.name == figure.name}
    if any(by.quantize(claimed) == claimed for by in printed):
        return False
    drafting.trace.append(outcome.trace)
    told = said(figure) if figure.value is not None else growth(figure)
    drafting.say(f"{describe(figure)}并不是{'增长' if (figure.growth or 0) > 0 else '下降'}{said_by[0]}%：{told}。", drafting.cite(figure))
    return True


def _not_reached(drafting: Drafting, query: Query) -> bool:
    """“高企突破20家，靠什么” when there are two, “没达到5万标箱” when it was more: said with the number that there is."""
    text = query.bare or query.text
    missed = _UNREACHED.search(text)
    match = missed or _REACHED.search(text)
    if match is None or len(query.zones or drafting.facts.zones.zones) > 1 or len(query.periods) > 1:
        return False
    slot = slot_of(query, match["what"], aspect=Aspect.VALUE, status=Status.DONE, unit=match["unit"])
    outcome = resolve(drafting.facts, slot)
    if outcome.figure is None and outcome.reason == "status":
        outcome = resolve(drafting.facts, replace(slot, status=Status.TARGET))  # 把赤字率提高到3%, in a plan
    figure = outcome.figure
    if figure is None or figure.value is None:
        return False
    asked = Decimal(match["number"])
    value = figure.value if figure.unit == match["unit"] else convert(figure.value, figure.unit, match["unit"])
    if value is None or (value >= asked) != (missed is not None):
        return False
    drafting.trace.append(outcome.trace)
    if missed is not None:
        drafting.say(f"达到了{match['number']}{match['unit']}：{describe(figure)}是{said(figure)}。", drafting.cite(figure))
        return True
    drafting.say(f"没有{match['number']}{match['unit']}：{describe(figure)}是{said(figure)}。", drafting.cite(figure))
    return True

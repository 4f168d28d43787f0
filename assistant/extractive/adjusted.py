"""Growth with a factor left out, and growth as it came: 剔除留抵退税因素后增长5.2%，自然口径下降3.9%.

Reports print both beside one figure.  Which one is asked for is said in the question, and each is told with its words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.question import understand
from assistant.records import Aspect, Operation, Query
from index.records import Figure

__all__ = ["answer_adjusted"]

_LEFT_OUT = "加回去?|补回去?|剔除|扣除|扣掉|刨[去除掉]|去掉|撇开|除开|排除|不算|不计|不考虑|还原|剔(?:掉|开|出去)?"
_AS_IT_CAME = re.compile(
    f"(?:别|不要|不)(?:拿|用|看|按)[^，,。]{{0,3}}(?:{_LEFT_OUT})|账面上|自然口径|名义(?:口径|增[速长幅])|(?<!可比)(?<!不变)(?:现价|当年价)|(?:不|没有?|未)(?:把|将)[^，,。]{{2,14}}?(?:{_LEFT_OUT})|(?:不|没有?|未|别)(?:剔除?|扣除?|扣掉|刨除|还原)|按?(?:实际入库|账面)(?:数|口径)?(?=算|计|看|来|[，,])"
)
_FACTOR = "(?:因素|影响|退税|减税|降费|减免|政策|基数|口径)"
_ADJUSTED = re.compile(
    f"(?:{_LEFT_OUT})[^，,。；]{{0,14}}?{_FACTOR}|{_FACTOR}[^，,。；]{{0,4}}?(?:{_LEFT_OUT})|同口径|可比口径|可比价|不变价|可比(?=是|的?话|[增下涨降])"
)
#: 把减免因素扣掉以后可比…: what is to be left out names no indicator.
_CLAUSE = re.compile(
    f"[，,]?(?:如果|要是)?(?:不?(?:[把将])[^，,。；]{{0,14}}?{_FACTOR}[^，,。；]{{0,4}}?(?:{_LEFT_OUT})|(?:{_LEFT_OUT})[^，,。；]{{0,14}}?{_FACTOR})"
    "(?:的?影响|[之以]?后|了|的?话)*[，,]?(?:可比|(?:按)?同口径)?"
    "|不(?:扣除?|剔除?|还原)[^，,、。；]{1,8}[，,、]"
)
#: 只要可比价口径，不要现价口径.
_UNWANTED = re.compile("[，,](?:可?别|不)(?:要|是|看|用|报|按)+(?:现价|当年价|自然|名义|账面|可比价?|不变价|同)格?(?:口径|计算)?的?")
_STOP, _NOTE = re.compile("[。\n]"), re.compile(r"\[\d+\]")  # 同口径[4]增长4.2%
# What a growth is told with, up to the growth itself.
_SAID = re.compile(
    "(?P<how>(?:剔除|扣除|还原|若?不考虑|撇开)[^，,。；]{0,24}?(?:[，,])?|(?:按)?(?:同口径|可比口径|可比价格?|不变价格?|现价|当年价格?)(?:[^，,。；\\d]|\\[\\d+\\]){0,6}?|自然口径(?:[^，,。；\\d]|\\[\\d+\\]){0,6}?)"
    "(?P<growth>(?:同比|同口径|可比|实际)*(?:增长|下降|上升|减少|增加|提高|回落|(?<=口径)[是为])约?[\\d.]+(?:%|％|个百分点))"
)


def answer_adjusted(drafting: Drafting, query: Query) -> bool:
    """Say the growth that was asked for, in the report's words; False where the question or the report knows no two."""
    wanted = _UNWANTED.sub("", query.text)
    natural, without = _AS_IT_CAME.search(wanted), _ADJUSTED.search(wanted)
    natural = None if natural is not None and without is not None and natural.end() <= without.start() else natural  # …扭曲名义增速。若剔除…
    if not (natural or without) or not query.indicators:
        return False
    if not query.zones and not query.periods and len(drafting.facts.zones.zones) > 1:
        return False  # of which zone and year is said first
    bare = _CLAUSE.sub("", query.text)
    own = understand(bare, drafting.facts.understanding()) if bare != query.text and len(bare) > 4 else query
    if Operation.ONE not in (query.operation, own.operation):  # 扣除…因素后增长多少 takes nothing off
        return False
    named = own.indicators
    phrase = plainer((named or query.indicators)[0])
    outcome = resolve(drafting.facts, slot_of(replace(query, aspect=Aspect.GROWTH), phrase))
    figure = outcome.figure
    if figure is None:
        return False
    text = drafting.facts.report(figure.report_id).text
    stop = _STOP.search(text, figure.sentence_end - 1)  # 自然口径增长5.0%；剔除“营改增”的影响，同口径增长9.3%。
    sentence = text[figure.start : stop.start() if stop else figure.sentence_end]
    told = [m.group() for m in _SAID.finditer(sentence)]
    adjusted = [t for t in told if not re.search("自然口径|现价|当年价", t)]
    if not adjusted and without is not None and natural is None and (elsewhere := _told_elsewhere(drafting.facts, figure)) is not None:
        drafting.trace.append(outcome.trace)
        drafting.say(f"{elsewhere.growth_text}（{describe(elsewhere)}）。", drafting.cite(elsewhere))
        return True
    if not adjusted:
        return False
    plain = [t for t in told if t not in adjusted] or [figure.growth_text] * (not _SAID.search(figure.growth_text))
    said = plain if natural else adjusted
    if not said:
        return False
    beside = f"，{amount(figure)}" if amount(figure) else ""
    drafting.trace.append(outcome.trace)
    drafting.say(f"{_NOTE.sub('', said[0])}（{describe(figure)}{beside}）。", drafting.cite(figure))
    return True


def _told_elsewhere(facts: Facts, of: Figure) -> Figure | None:
    """The growth with a factor left out that a sentence of its own tells of an indicator: 还原留抵退税因素后，一般公共预算收入同口径增长11.2%."""
    for f in facts.figures([of.zone], [of.period] if of.period else ()):
        same = (f.name, f.scope, f.status) == (of.name, of.scope, of.status) and f.growth_text and f.sentence_start != of.sentence_start
        if same and _ADJUSTED.search(facts.report(f.report_id).text[f.sentence_start : f.end]):
            return f
    return None

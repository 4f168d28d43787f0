"""Clauses that name nothing and ask of the two figures just told: 剩下的部分又是多少, 完成了百分之几, 相当于要增长百分之多少."""

from __future__ import annotations

import re

from assistant.periods import find_periods

__all__ = ["GREW", "LEFT", "MONTHLY", "asks_onward", "onward_clause"]

_LEAD = "(?:那么?|则|又|再|也|并且?|而|还|另外|同时|这|这就?|就|总共|一共|目前|已经?|累计)*"
_OF_IT = "(?:总投资|总量|总数|总额|全部|其|全年|年度|年初)?(?:的)?(?:目标|任务|计划)?的?"
_PERCENT = "(?:百分之(?:几|多少)|几成|多少个?百分[点比]|多大(?:比例|比重)|多少(?:比例|比重))"
_CHANGED = (
    "(?:增长|增加|提高|提升|上升|上涨|抬高|扩大|加快|[涨长多增升快]|下降|减少|降低|缩短|缩减|缩小|压缩|压减|减轻|[降跌缩减少掉砍省慢])(?:了|掉了?|出来?)?"
)
_END = "[㐀-鿿]{0,2}[?？。]*"
LEFT = re.compile(
    f"{_LEAD}(?:剩下?|余下?|差|有)?(?:的)?{_LEAD}(?:剩|差|有|余|缺)?(?:下)?(?:多少|几)[百千]?[万亿]?(?:美?元|块|套|亩|户|家|件|个)?(?:还)?(?:没有?|未)(?:投|完成|到位|办|交|整改|开工|建)[㐀-鿿]{{0,2}}[?？。]*|"
    f"{_LEAD}(?:剩余|剩下|其余|其他|其它|余下|除此之外)的?(?:那)?(?:部分|资金|金额|数额)?{_LEAD}(?:是|有|为|占)?(?:多少|几){_END}"
)
_PORTION = re.compile(
    f"{_LEAD}(?:完成|投|占|投入|用|实现|达到|相当于)了?{_OF_IT}{_PERCENT}{_END}"
    f"|{_LEAD}(?:投资)?(?:完成率|完成进度|进度|占比)(?:是|为|有|达到?)?(?:多少|几|多大|{_PERCENT}){_END}"
)
GREW = re.compile(
    f"{_LEAD}(?:相当于|等于|即|也就是说?|折合|折算(?:下来)?|换算(?:下来|成)?|合)?(?:要|需要?|得|须|大[约概]|约)*(?:比[^，,]{{2,6}})?(?P<noun>[㐀-鿿]{{0,4}}?)(?:同比)?{_CHANGED}{_PERCENT}{_END}"
    f"|{_LEAD}(?:相当于|折(?:成|合|算成?)|算成|换算成)?(?P<noun2>[㐀-鿿]{{0,4}}?)(?:[增涨降跌缩减]幅|(?:增长|提高|提升|下降|上涨|降低|压缩|缩短)(?:的)?幅度)(?:是|为|有|达)?(?:多少|多大|几|{_PERCENT}){_END}"
)
# 平均到每个月是多少, after what is still needed by the end of the year.
MONTHLY = re.compile(
    f"{_LEAD}(?:(?:平均|均?摊|分摊|分)(?:下来|到|算)*(?:每个?|一个|各)月(?:头上)?|月均)(?:要|得|还|就|是|约|大[约概]|至少|合)*"
    f"[㐀-鿿]{{0,3}}?(?:多少|几)[百千]?[万亿]?{_END}"
)
_LAST = re.compile("^(?P<head>.{6,}?)[，,；;？?](?P<tail>[^，,；;？?]{3,24}[？?。]*)$")


def onward_clause(text: str) -> tuple[str, str] | None:
    """A question and its last clause, where that one asks of what the question is answered with."""
    parts = _LAST.match(text)
    return (parts["head"], parts["tail"]) if parts and asks_onward(parts["tail"]) else None


def asks_onward(clause: str) -> bool:
    return not find_periods(clause) and any(p.fullmatch(clause.strip()) for p in (LEFT, _PORTION, GREW, MONTHLY))

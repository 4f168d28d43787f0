"""What is refused as it stands, asked once more: without what leads up to it, or, of so many things to be done, however they are called.

招商口要画图，… and 每天都绕路，… name nothing; 交办了四桩硬任务, 点了三件要紧事, 最要紧的三样活儿 are so many 件事.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.extractive.worked import as_nearest, left_open
from assistant.message import Message, Reader
from assistant.phrases import ASKING
from assistant.records import Draft, Query
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.numbers import count_of

__all__ = ["retried"]

_DEEDS = re.compile(
    "(?P<many>[两三四五六七八九十])(?:件|桩|样|项|条|档子?|宗)[^，,。；;？?]{0,18}?(?:(?<![实好])事情?|任务|活儿?|要务|工作)(?![业故件实])"
)
_WHICH = re.compile("哪|什么|啥|列|理成|分述|逐[条一个]|说说|点名|各是")
_ELSE = re.compile("问题|短板|不足|实事|完成[了率]|没|未|多少|几[个家]|为什么|原因|第[一二三四]|谁|牵头|负责|责任")


_CLAUSE = re.compile("[^，,：:。；;！!？?]+[，,：:。；;！!]\\s*")
#: Who asks and what for, and how he feels.
_TALK = re.compile(
    "[我咱您]|想|准备|打算|要(?:写|做|画|填|报|核|催|逐|查|编|给|向|拜访)|[写编画填](?:材料|稿|报告|手册|图|表|评论)|[烦急累愁]|每天|好久|天天|拜访|走访|对接|销号|同事|领导|同志|老师|客户|供应商|记者|投行|券商|督查"
)
#: 在设施农业的空间布局上, 从结构优化的角度看, 尽管年份并不对应: from where the asker looks at it.
_VIEW = re.compile(
    "^(?:(?:若|如果)?(?:在|从|就|对|由|以)[^，,：:。；]{2,24}?(?:分析|研究|讨论|研判|比较|评估|评价|考察|观察|布局|分布|背景|视角|角度|维度|层面|框架|语境|过程|格局|进程|意义|方面|问题|来说|而言)"
    "(?:之)?(?:中|上|下|里|看|来看|来说|来讲|而言|出发|说明)*|(?:尽管|虽然|虽说|考虑到|鉴于|基于|着眼于?|结合|围绕|为了?(?:便于|更好地))[^，,：:。；]{2,30})[，,：:]"
)
_NARROWS = re.compile("除|扣|如果|假如|不算|不含|按|以|只|项目|工程|企业|产业|\\d")
_Ask = Callable[[Message, Reader], tuple[Query, Draft]]


def retried(message: Message, query: Query, question: str, reader: Reader, ask: _Ask, in_part: _Ask) -> tuple[Query, Draft] | None:
    """None where it is refused so, too; ``question`` is that of the message, normalised."""
    known = reader.facts.understanding()
    rest = _without_lead(question, known)
    if rest != question:
        meant, found = ask(replace(message, question=rest), reader)
        if not (left_open(found) or as_nearest(found) or found.presumed):
            return replace(meant, text=query.text), found
    return _deeds(query, reader, in_part) if not message.turns else None


def _without_lead(text: str, known: Understanding) -> str:
    rest = text
    while (lead := _CLAUSE.match(rest)) is not None:
        seen_from = _VIEW.match(lead[0]) is not None and re.search(r"\d", lead[0]) is None
        names = known.zones.find(lead[0]) or ASKING.search(lead[0]) or (not seen_from and (find_terms(lead[0]) or _NARROWS.search(lead[0])))
        if names or not (seen_from or _TALK.search(lead[0])):
            break
        rest = rest[lead.end() :]
    asks = ASKING.search(rest) or re.search("[列报写点]", rest)
    return rest if asks and (known.zones.find(rest) or not known.zones.find(text)) else text


def _deeds(query: Query, reader: Reader, ask: _Ask) -> tuple[Query, Draft] | None:
    """What is told of them, of the last year that a question names or one before; None where it is another, or not as many are told."""
    said = list(_DEEDS.finditer(query.text))
    if len({m["many"] for m in said}) != 1 or len(query.zones) != 1 or not _WHICH.search(query.text) or _ELSE.search(query.text):
        return None
    many = said[0]["many"]
    for year in sorted({p.last_year for p in query.periods}, reverse=True):
        for thing in ("件事", "件任务", "项任务"):
            meant, found = ask(Message(f"{query.zones[0]}{year}年的{many}{thing}是哪{many}{thing[0]}"), reader)
            if not (left_open(found) or as_nearest(found)) and len(found.statements) > count_of(many):
                return replace(meant, text=query.text), found
    return None

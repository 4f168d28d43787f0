"""So many things to be done, however they are called, asked for by their number: 交办了四桩硬任务, 点了三件要紧事, 最要紧的三样活儿."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.extractive.worked import as_nearest, left_open
from assistant.message import Message, Reader
from assistant.records import Draft, Query
from index.numbers import count_of

__all__ = ["deeds_told"]

_DEEDS = re.compile(
    "(?P<many>[两三四五六七八九十])(?:件|桩|样|项|条|档子?|宗)[^，,。；;？?]{0,18}?(?:(?<![实好])事情?|任务|活儿?|要务|工作)(?![业故件实])"
)
_WHICH = re.compile("哪|什么|啥|列|理成|分述|逐[条一个]|说说|点名|各是")
_ELSE = re.compile("问题|短板|不足|实事|完成[了率]|没|未|多少|几[个家]|为什么|原因|第[一二三四]|谁|牵头|负责|责任")


def deeds_told(query: Query, reader: Reader, ask: Callable[[Message, Reader], tuple[Query, Draft]]) -> tuple[Query, Draft] | None:
    """What is told of them in plain words, of the last year that a question names or one before; None where it is another, or not as many are told."""
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

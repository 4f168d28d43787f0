"""Whether a mark has been reached, as it is asked in talk: 破没破五十亿, 过百亿了没, 有没有上三千家 → 有没有超过50亿."""

from __future__ import annotations

import re

from assistant.computing import plain
from index.numbers import ARABIC, CHINESE, bare_value
from index.units import ANY_UNIT

__all__ = ["mark_in_writing"]

_BEYOND = "突破|冲破|跨[过越]|[迈越]过|超过|[破超过]"
_PASSED = f"(?:{_BEYOND}|达到|站上|[到达满够上])"
_MARK = (
    f"(?P<number>{ARABIC}|{CHINESE}(?:点[零一二三四五六七八九]+)?|[百千])个?(?P<scale>万亿|[万亿])?(?P<unit>%|{ANY_UNIT})?"
    "(?:大?关|门槛|台阶|关口)?(?![以之的多级项企])"
)
_ASKED = (
    # 破没破百亿, 到不到百亿: the verb twice.
    re.compile(f"(?P<verb>{_PASSED})了?(?:没有?|不)(?P=verb)[过到了]?{_MARK}了?[吗么呢啊呀]?"),
    re.compile(f"(?:有没有?|是不是|是否)(?:真的?|已经?|都)*(?P<verb>{_PASSED})[过到了]?{_MARK}了?[吗么呢啊呀]?"),
    # 过百亿了没, 到50亿了吗: at the end.
    re.compile(
        f"(?<![没未不规以之可能会要想比])(?P<verb>{_BEYOND}|达到|[到够上])了?{_MARK}(?:了?没有?|了?[吗么]|了?吧)[呢啊呀]?(?=$|[?？，,。；;！!])"
    ),
)


def mark_in_writing(text: str) -> str:
    """A question with the mark in digits, and whether it has been passed (超过) or reached (达到) in the words of a claim."""
    for asked in _ASKED:
        text = asked.sub(_written, text)
    return text


def _written(match: re.Match[str]) -> str:
    value, size = bare_value(match["number"]), (match["scale"] or "") + (match["unit"] or "")
    if value is None or not size:
        return match[0]
    passed = "超过" if re.fullmatch(_BEYOND, match["verb"]) else "达到"
    return f"有没有{passed}{plain(value)}{size}"

"""Whether a mark has been reached, as it is asked in talk: 破没破五十亿, 过百亿了没 → 有没有超过50亿; 够不够目标 → 完成目标了吗."""

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
    "(?:大?关|门槛|台阶|关口)?(?![以之的多级项企年月日号\\d])"
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
_GOAL = "(?:年初|年度|全年|当年|预期|既定|[定下]的|的)*(?:目标|任务|计划)(?:数|值)?"
_OF_GOAL = re.compile(f"(?P<verb>{_PASSED})(?:了?没有?|不)(?P=verb)[到上着]?{_GOAL}了?(?=$|[?？，,。；;])")
_RATE = re.compile("(?:增速|[增涨降跌]幅|增长率?|占比|比重|[㐀-鿿]率)(?:同比)?$")


def mark_in_writing(text: str) -> str:
    """A question with the mark in digits, and whether it has been passed (超过) or reached (达到) in the words of a claim."""
    for asked in _ASKED:
        text = asked.sub(_written, text)
    return _OF_GOAL.sub("完成目标了吗", text)


def _written(match: re.Match[str]) -> str:
    value, size = bare_value(match["number"]), (match["scale"] or "") + (match["unit"] or "")
    size = size or ("%" if _RATE.search(match.string[: match.start()]) else "")  # GDP增速是不是过了9
    if value is None or not (size or re.match("$|[?？，,。；;]", match.string[match.end() :])):
        return match[0]
    passed = "超过" if re.fullmatch(_BEYOND, match["verb"]) else "达到"
    return f"有没有{passed}{plain(value)}{size}" if size else f"{passed}{plain(value)}了吗"  # in the unit that the number has

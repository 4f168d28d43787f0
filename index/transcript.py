"""Who speaks in the record of a meeting with the press: [09:56] 财政局局长　某某：…, asked by 某报记者：…

A line that opens with a post and a name, or with who asks, begins a turn; the lines behind it go on with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Turn", "answers_of"]

_TIME = r"\s*(?:[\[【（(]?\d{1,2}[:：]\d{2}[\]】）)]?\s*)?"
_POSTS = "主任|书记|[局处科院所部队行厂镇区县市]长|董事长|总经理|负责人|秘书|主席|发言人|主持人|干事|专员|总师|经济师|工程师"
_POST = f"[^\\s：:，。；！？]{{0,28}}?(?:{_POSTS})"
_NAMED = re.compile(rf"{_TIME}(?P<post>{_POST})(?:[ \u3000]+|(?=[㐀-鿿]{{2,4}}[：:]))(?P<name>[㐀-鿿·]{{2,4}}|[㐀-鿿][ \u3000][㐀-鿿])[：:]")
_ASKER = re.compile(
    rf"{_TIME}(?P<post>[^\s：:，。；！？]{{0,20}}?(?:记者|网友|媒体|提问|观众|听众|市民|企业代表))(?:[ \u3000]*(?P<name>[㐀-鿿·]{{2,4}}))?[：:]"
)
_OPENS = re.compile("主持人")  # leads from one to the next


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says, from the line that names him to the next such line; ``said`` is where his words begin."""

    start: int
    said: int
    end: int
    post: str
    name: str
    asks: bool


def answers_of(text: str) -> list[tuple[Turn, Turn]]:
    """Each question of a record with the answer to it, in order."""
    turns = _turns(text)
    found: list[tuple[Turn, Turn]] = []
    for number, turn in enumerate(turns):
        following = next((t for t in turns[number + 1 :] if t.asks or not _OPENS.search(t.post)), None)
        if turn.asks and following is not None and not following.asks:
            found.append((turn, following))
    return found


def _turns(text: str) -> list[Turn]:
    begun: list[tuple[int, int, str, str, bool]] = []
    for line in re.finditer(r"[^\n]+", text):
        asker = _ASKER.match(text, *line.span())
        named = asker or _NAMED.match(text, *line.span())
        if named is not None and text[named.end() : line.end()].strip():
            begun.append((line.start(), named.end(), named["post"], re.sub(r"\s", "", named["name"] or ""), asker is not None))
    ends = [start for start, *_ in begun[1:]] + [len(text)][: len(begun)]
    return [Turn(start, said, end, post, name, asks) for (start, said, post, name, asks), end in zip(begun, ends, strict=True)]

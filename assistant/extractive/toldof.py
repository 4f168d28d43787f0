"""Of several things told with their numbers: the first two together, the first against the last, those that fell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe, growth
from assistant.facts import Facts
from assistant.mentioned import Thing
from assistant.records import Draft
from index.numbers import NUMERALS

__all__ = ["answer_falling", "answer_top"]

_TOP = re.compile(
    "(?:那么?)?(?P<end>头|前|排前|最前面?的?|最后|后)(?:面)?(?P<many>[两二三四五])(?P<kind>个|名|家|项|位|大|块|条)[㐀-鿿]{0,4}?(?:加起来|加一?块儿?|合计|一共|总共|合起来|之和|总和|共)"
    "(?:又|能|就|得)*(?P<share>占(?:了|到|全部|总数|合计|总额|的)*)?(?:是|有|为|达)?(?:多少|几|百分之几|几成)[㐀-鿿]{0,3}[?？。]*"
)


def answer_top(text: str, things: Sequence[Thing], facts: Facts) -> Draft | None:
    """头两个加起来多少, 前两名合计占多少: of as many as were told; by their numbers where they are counted as ranks."""
    said = _TOP.fullmatch(text)
    figures = [t.figure for t in things if t.figure is not None]
    values = computing.common_unit(figures) if said and len(figures) == len(things) > 2 else None
    if said is None or values is None or NUMERALS[said["many"]] >= len(things):
        return None
    pairs = list(zip(values[0], figures, strict=True))
    if said["kind"] in "名位大":
        pairs.sort(key=lambda p: p[0], reverse=True)
    many = NUMERALS[said["many"]]
    taken = pairs[-many:] if "后" in said["end"] else pairs[:many]
    total = computing.total([v for v, _ in taken], values[1])
    shown = "；".join(f"{describe(f)}{amount(f)}" for _, f in taken)
    drafting = Drafting(facts)
    drafting.say(f"合计{total.text}（{total.formula}）：{shown}。", drafting.cite(*(f for _, f in taken)), total.formula)
    if said["share"]:
        whole = computing.total(values[0], values[1])
        share = computing.share(total.value, whole.value)
        drafting.say(f"占列出的{len(things)}个合计{whole.text}的{share.text}（{share.formula}）。", drafting.cite(*figures), share.formula)
    return drafting.draft()


_FALLING = re.compile(
    "(?:那么?)?(?:其中|这里面|里头?|里面)?(?:有)?(?:(?:谁|哪一?[个家项块些]|哪几[个家项块])(?:是)?(?:在)?(?P<way>下滑|下降|减少|负增长|萎缩|跌|降|增长|上升|正增长|涨)(?:的|了)*"
    "|(?:增速|增长)?(?:是|为)?(?P<way2>负|下滑|下降|负增长|下跌|正)的(?:是|有)?(?:谁|哪一?[个家项块些]|哪几[个家项块]))[呢?？。]*"
)


def answer_falling(text: str, things: Sequence[Thing], facts: Facts) -> Draft | None:
    """哪个在下滑, of several told with their growth."""
    said = _FALLING.fullmatch(text)
    figures = [t.figure for t in things if t.figure is not None]
    if said is None or len(figures) != len(things) or len(figures) < 2 or any(f.growth is None for f in figures):
        return None
    rising = (said["way"] or said["way2"]) in ("增长", "上升", "正增长", "涨", "正")
    held = [f for f in figures if f.growth is not None and f.growth != 0 and (f.growth > 0) is rising]
    drafting = Drafting(facts)
    shown = "；".join(f"{describe(f)}{growth(f)}" for f in held or figures)
    drafting.say(f"{'' if held else '没有这样的：'}{shown}。", drafting.cite(*(held or figures)))
    return drafting.draft()

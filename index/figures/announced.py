"""What an earlier clause gives a number: its name with a threshold, its name alone, or whose effect it is."""

from __future__ import annotations

import re
from dataclasses import replace

from index.figures.carry import Around, Carry
from index.figures.ellipsis import is_thing
from index.figures.naming import ONCE_BUILT, Name, name_of
from index.glossary import is_known

__all__ = ["announced", "once_built", "passed"]


def once_built(carry: Carry, name: Name, around: Around) -> str:
    """X项目总投资135亿元，建成后可吸纳就业3000人: the thing whose effect a number is, "" when it is nobody's."""
    if any(ONCE_BUILT.search(words) for words in (*around.context[-1:], around.fragment)):
        last = carry.last.scope if carry.last is not None and is_thing(carry.last.scope) else ""
        carry.once = name.scope if is_thing(name.scope) else last or carry.project or carry.subject
    return carry.once if carry.expected else ""


#: 产值突破百亿元，达到|103.8亿元|: a threshold that is no number by itself.
_PASSED = re.compile(
    r"(?P<what>.{2,}?)(?:首次|历史性|成功|一举|再次|双双|率先)*(?:突破|跨上|跨过|跨越|迈上|站上|登上|跃上|超过?|冲破|首破|越过|步入|进入)了?"
    r"[一二两三四五六七八九十百千万]+亿(?:元|美元)?(?:大关|台阶|关口|门槛|级)?(?:以上)?$"
)


def passed(fragment: str, around: Around) -> Name | None:
    """The name that the clause before gave together with a threshold."""
    before = _PASSED.match(around.context[-1].strip()) if around.context and around.glue[:1] in "，," else None
    return name_of(before["what"]) if before and re.fullmatch(r"(?:达到?|实现|完成|为)了?", fragment.strip()) else None


def announced(name: Name, around: Around) -> Name | None:
    """唯一欠账的是到位省外资金，全年|119.8亿元|: the clause before announces the indicator."""
    if not name.empty or name.scope or around.glue[:1] not in "，," or not around.context or around.quantity.is_count:
        return None
    if not (name.times or name.action or re.search(r"完成|达到?|实现|仅|只", around.fragment)):
        return None
    before = re.search(r"(?:的|最\w{1,3}|当)(?:是|属|为|要数|当属)(?P<what>[^，]{2,})$", around.context[-1].strip())
    about = name_of(before["what"]) if before else Name("")
    return replace(about, times=name.times) if is_known(about.indicator) else None

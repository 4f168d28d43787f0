"""An indicator told by what is done with what (从海外采购的货, 闲着的地重新用起来) → its name: kinds of words, in any order."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["named"]

_TIME = r"(?:19|20)?\d\d年度?(?:全年|一年)?|[今去本]年|全年|一年(?:下来|到头)?|[上下]半年"
_HOW_MUCH = "(?:多少|几)(?:个?[百千]?[万亿])?(?:美?元|亩|人|块|钱)?"
#: What a description is followed by; a noun after it is what it is said of: 卖到国外的企业有几家.
_AFTER = re.compile(
    "(?:的)?(?:$|[，,。？?；;、：:（()）\\s]|[是有为共占比较同增下降涨跌升减完达实到约合计超差多少高低快慢要会应能可排跟和与及里中在离怎哪谁各几吗呢又还这总折没]|消化|处置|清理|盘活|大约|大概|究竟|其中|分别|预计|目标|任务|计划|规模|情况|\\d|\\x00)"
)
_ITS_WORTH = re.compile("[，,](?:它的?|其|一共|总共|合计)?(?:(?:货|总|价)值|总?金额|总额|数额)(?=[是有为共]|一共|总共|合计|到底|多少|几)")
_OBJECT = re.compile("(?:[投花砸用](?:在|到|进)|[把将给在])$")
_MUCH_OF = re.compile(f"(?:把|将)?(?P<much>{_HOW_MUCH})的?$")
_TRAIL = re.compile("的?(?:(?:[的了过]|一共|总共|合计|拢共|大概|大约|全部)(?![确解]))*")  # 了 and 一共 behind its last word; matches nothing, too
_BETWEEN, _WHEN, _MUCH = "", "?", "#"
_BESIDES = frozenset((_BETWEEN, _WHEN, _MUCH))
_LONGEST = 16  # words of a description


@dataclass(frozen=True, slots=True)
class _Frame:
    """An indicator and the kinds of words that tell of it: one of each of ``needs``, none beside ``may``."""

    name: str
    needs: tuple[frozenset[str], ...]
    may: frozenset[str]
    known: re.Pattern[str] | None

    def fits(self, words: Sequence[_Word]) -> bool:
        told = all(word.kinds & (self.may | _BESIDES) for word in words)
        return told and all(any(word.kinds & need for word in words) for need in self.needs)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a description, of one kind or of several (用 is spent and is used)."""

    kinds: frozenset[str]
    start: int
    end: int

    @property
    def is_between(self) -> bool:
        return self.kinds <= _BESIDES  # 地, behind 批了没供的, is land


@cache
def _data() -> tuple[dict[str, re.Pattern[str]], tuple[_Frame, ...]]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        data = tomllib.load(file)
    kinds = {kind: re.compile(pattern) for kind, pattern in data["classes"].items()}
    frames = []
    for row in data["frames"]:
        needs = tuple(frozenset(need.split("|")) for need in row["needs"])
        known = re.compile(row["known"]) if row["known"] else None
        frames.append(_Frame(row["name"], needs, frozenset().union(*needs, row["may"]), known))
    return {**kinds, _BETWEEN: re.compile(data["between"]), _WHEN: re.compile(_TIME), _MUCH: re.compile(_HOW_MUCH)}, tuple(frames)


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _data()[0].values()))


def _runs(text: str) -> Iterator[list[_Word]]:
    """Stretches of words of known kinds, the longest word at each place; one of several kinds has them all."""
    kinds, _ = _data()
    run: list[_Word] = []
    at = 0
    while at < len(text):
        found: dict[int, set[str]] = {}
        for kind, pattern in kinds.items() if _any_word().match(text, at) else ():
            if match := pattern.match(text, at):
                found.setdefault(match.end(), set()).add(kind)
        end = max(found, default=0)
        if end <= at:
            if run:
                yield run
            run, at = [], at + 1
        else:
            run.append(_Word(frozenset(found[end]), at, end))
            at = end
    if run:
        yield run


def _found(text: str, words: frozenset[str]) -> tuple[_Frame, list[_Word], int] | None:
    """The longest description in a text and what it tells of; none that a report prints so, or that a noun is described by."""
    best: tuple[_Frame, list[_Word], int] | None = None
    frames = [f for f in _data()[1] if f.known is None or not f.known.search(text)]
    for run in _runs(text) if frames else ():
        ends = [i for i, word in enumerate(run) if not word.is_between]
        for first in ends:
            for last in (i for i in ends if first <= i < first + _LONGEST):
                part = run[first : last + 1]
                start, end = part[0].start, _end(text, part[-1].end)
                if best is not None and end - start <= best[2] - best[1][0].start:
                    continue
                frame = next((f for f in frames if f.fits(part)), None)
                one_of_several = text[start - 1 : start] in ("、", "和", "与")
                if frame is not None and not one_of_several and _AFTER.match(text, end) and not _is_printed(text[start:end], words):
                    best = frame, part, end
    return best


def _end(text: str, at: int) -> int:
    trail = _TRAIL.match(text, at)
    return trail.end() if trail is not None else at


def _is_printed(said: str, words: frozenset[str]) -> bool:
    return all(said[i : i + 3] in words for i in range(max(1, len(said) - 2)))


def named(text: str, words: frozenset[str], means: str = "") -> str:
    """A question with the name of the indicator that it tells of; when it was stands before the name, how much after it.

    ``words`` are the character pairs and triples of printed names; ``means`` is the name where the asker says it himself.
    """
    found = _found(text, words)
    if found is None:
        return text
    frame, part, end = found
    when, much = ("".join(text[w.start : w.end] for w in part if kind in w.kinds) for kind in (_WHEN, _MUCH))
    before = _OBJECT.sub("", text[: part[0].start])
    if asked := _MUCH_OF.search(before):  # 把多少亩闲着的地用起来了
        before, much = before[: asked.start()], asked["much"]
    worth = _ITS_WORTH.match(text, end)
    return named(f"{before}{when}{means or frame.name}{much}{text[worth.end() if worth else end :]}", words)

"""Names and words of a sentence against what is cited: a zone, a company, a project that no quote knows is invented.

There is no list of names.  A stretch of two characters or more that neither the quotes, the question nor the common
words of reports contain is suspicious where a name is likely: before 公司, 项目 and their like, inside quotation marks,
and in any sentence that gives a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.names import bigrams, fold
from assistant.terms import find_terms
from assistant.verification.claims import Claim, without_plain
from assistant.verification.evidence import Evidence
from assistant.verification.mentions import find_mentions, folded
from assistant.verification.words import COMMON
from assistant.zones import ZoneDirectory

__all__ = ["Strange", "strange_names", "ungrounded"]

_SUFFIX = re.compile(
    "有限公司|公司|集团|企业|股份|项目|工程|平台|中心|基地|学校|小学|中学|医院|大学|学院|研究院|研究所|实验室|镇|街道|社区|园|片区|组团|"
    "新城|大道|大桥|码头|港|电站|银行|基金|药业|医药|科技|电器|电子|机电|装备|轴承|材料|新材|家居|食品|重工|石化|软件|生物|光电"
)
_QUOTED = re.compile("“([^”]{2,30})”|《([^》]{2,40})》|「([^」]{2,30})」")
_SAID = re.compile(r"[㐀-鿿a-z]")
_FEW = 4  # characters of telling words; less says nothing
_MOST_NEW = 0.5  # of a sentence's words may be unknown to the quotes before it stands on nothing


@dataclass(frozen=True, slots=True)
class Strange:
    """A stretch of the sentence that nothing cited knows."""

    text: str
    start: int
    end: int
    note: str


def strange_names(
    text: str, evidence: Sequence[Evidence], known: Iterable[str], claims: Sequence[Claim], zones: ZoneDirectory
) -> list[Strange]:
    """Names that stand neither in the evidence nor in ``known`` (the question, what was decided)."""
    vocabulary = _vocabulary(evidence, known)
    plain = fold_same(text)
    found = list(_zones(text, evidence, known, zones, vocabulary))
    new = _new(plain, vocabulary, zones)
    for begin, end in _runs(new):
        if any(s.start < end and begin < s.end for s in found):
            continue
        if claims or _likely(plain, begin, end):
            found.append(Strange(text[begin:end], begin, end, "所引的原文里没有这个名称"))
    return found


def ungrounded(text: str, evidence: Sequence[Evidence], known: Iterable[str], zones: ZoneDirectory) -> bool:
    """Whether most of what the sentence says is in nothing that it cites."""
    new = _telling(text, _vocabulary(evidence, known), zones)
    return len(new) >= _FEW and sum(new) > _MOST_NEW * len(new)


def share_known(text: str, evidence: Evidence, zones: ZoneDirectory) -> float:
    """How much of what the sentence says one quote has, 0…1; 0 when it says next to nothing."""
    new = _telling(text, evidence.grams, zones)
    return 1 - sum(new) / len(new) if len(new) >= _FEW else 0.0


def _telling(text: str, vocabulary: frozenset[str], zones: ZoneDirectory) -> list[bool]:
    """For each character that isn't of a common word, whether nothing knows it."""
    plain = fold_same(text)
    bare, new = _plain_covered(plain), _new(plain, vocabulary, zones)
    return [new[i] for i, c in enumerate(plain) if _SAID.match(c) and not bare[i]]


def fold_same(text: str) -> str:
    return folded(text).lower() if len(folded(text).lower()) == len(text) else folded(text)


def _vocabulary(evidence: Sequence[Evidence], known: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(e.grams for e in evidence), *(bigrams(fold(k)) for k in known))


def _zones(
    text: str,
    evidence: Sequence[Evidence],
    known: Iterable[str],
    zones: ZoneDirectory,
    vocabulary: frozenset[str],
) -> Iterable[Strange]:
    allowed = {e.zone for e in evidence}
    said = " ".join(
        (*known, *(e.text for e in evidence), *(h for e in evidence for h in (e.citation.title, *e.citation.heading)))
    )
    for mention in zones.find(folded(text)):
        if not mention.zones and (
            len(without_plain(mention.text)) < 4 or not _runs(_new(mention.text, vocabulary, zones))
        ):
            continue  # 没有指明开发区; a 集聚区 that the quote has
        if mention.zones and text[: mention.start].endswith(("没有", "未收录")):
            continue  # ；没有乙开发区2022年“产值”: what isn't there has no quote
        named = any(z in allowed for z in mention.zones)
        if not named and mention.text not in said and not any(z in said for z in mention.zones):
            note = "没有收录这个开发区" if not mention.zones else "所引的不是这个开发区的报告"
            yield Strange(text[mention.start : mention.end], mention.start, mention.end, note)


def _plain_covered(plain: str) -> list[bool]:
    covered = [False] * len(plain)
    spans = [m.span() for m in COMMON.finditer(plain)] + [(m.start, m.end) for m in find_mentions(plain)]
    for begin, end in spans:
        covered[begin:end] = [True] * (end - begin)
    return covered


def _new(plain: str, vocabulary: frozenset[str], zones: ZoneDirectory) -> list[bool]:
    """For each character, whether nothing knows it."""
    covered = _plain_covered(plain)
    for begin, end in [(t.start, t.end) for t in find_terms(plain)] + [
        (z.start, z.end) for z in zones.find(plain) if z.zones
    ]:
        covered[begin:end] = [True] * (end - begin)
    new = []
    for i, char in enumerate(plain):
        if covered[i] or not _SAID.match(char):
            new.append(False)
        elif char.isascii():
            word = re.search(r"[a-z]+$", plain[: i + 1])
            rest = re.match(r"[a-z]*", plain[i + 1 :])
            new.append((word.group() if word else char) + (rest.group() if rest else "") not in vocabulary)
        else:
            new.append(plain[i - 1 : i + 1] not in vocabulary and plain[i : i + 2] not in vocabulary)
    return new


def _runs(new: Sequence[bool]) -> list[tuple[int, int]]:
    runs, begin = [], None
    for i, is_new in enumerate([*new, False]):
        if is_new and begin is None:
            begin = i
        elif not is_new and begin is not None:
            if i - begin >= 2:
                runs.append((begin, i))
            begin = None
    return runs


def _likely(plain: str, begin: int, end: int) -> bool:
    """Whether a name stands here: before a suffix of names, or inside quotation marks."""
    if any(m.start() < end and begin < m.end() for m in _QUOTED.finditer(plain)):
        return True
    tail = re.split("[，,。；;、：:（）()]", plain[begin : end + 8], maxsplit=1)[0]
    return bool(_SUFFIX.search(tail))

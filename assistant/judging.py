"""Does an answer hold what the gold key demands?  Deterministic, so that two runs can be compared.

Both sides are brought to one form (:func:`normal_form`); a key must then stand in the answer as a whole number or
phrase (:func:`contains`).  A string match is a lower bound: a list with wrong extras, or a trend told the wrong way
round, can pass, so those kinds are also read by a person.  The rules are those of ``tests/fixtures/README.md``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Item", "Judge", "Judgement", "contains", "measured_numbers", "normal_form", "supports"]

# Words that say “it is not in the reports”.  「没有」 alone is the widest and covers most of what people write.
REFUSAL_WORDS = (
    "没有", "暂无", "并无", "未见", "未找到", "未查到", "未检索到", "未提到", "未提及", "未给出", "未披露", "未公布",
    "未列出", "未说明", "未记载", "未涉及", "未包含", "未收录", "未单独", "找不到", "查不到", "检索不到", "无法回答",
    "无法确定", "无法给出", "无法得知", "无法判断", "无从得知", "无相关", "不包含", "不涉及", "不在",
)
_UNIT = r"(?:亿|万|千|%|百分点|元|美元|家|个|件|项|亩|公顷|平方|公里|米|台|套|户|人|名|位|标箱|吨|度|座|倍|处|条)"
_MEASURED = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)(?={_UNIT})")
_SAME = str.maketrans({"\u2212": "-"})  # the minus sign, which NFKC leaves alone
_SYNONYMS = (("亿元", "亿"), ("万元", "万"), ("个百分点", "百分点"))


class Item(BaseModel):
    """One line of a question file; the fields are described in ``tests/fixtures/README.md``."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    question: str
    kind: str = ""
    subkind: str = ""
    turns: tuple[str, ...] = ()
    answer_contains: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    must_not_contain: tuple[str, ...] = ()
    evidence: str = ""
    evidence_extra: tuple[str, ...] = ()
    from_table: bool = False
    unanswerable: bool = False

    @property
    def must_refuse(self) -> bool:
        """A false premise is unanswerable too, but is to be corrected, not refused."""
        return self.unanswerable and self.subkind != "false_premise"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``reason`` is Chinese and empty when passed.  ``wrong_figure``: holds a number with a unit that no key has."""

    passed: bool
    reason: str = ""
    wrong_figure: bool = False


def normal_form(text: str) -> str:
    """Half width, lower case, no white space except between two numbers, no thousands commas, 亿元 → 亿."""
    text = unicodedata.normalize("NFKC", text).translate(_SAME).lower()
    words = text.split()
    joined = words[0] if words else ""
    for before, after in pairwise(words):
        apart = before[-1].isdigit() and (after[0].isdigit() or after[0] == ".")
        joined += (" " if apart else "") + after
    joined = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", joined)
    for long, short in _SYNONYMS:
        joined = joined.replace(long, short)
    return joined


def contains(text: str, key: str) -> bool:
    """Whether ``key`` stands in ``text``, both in normal form; ``8%`` is not in ``7.8%``, nor ``16`` in ``160``."""
    if not key:
        return True
    left = r"(?<!\d)(?<!\d\.)" if key[0].isdigit() else ""
    right = r"(?!\d)(?!\.\d)" if key[-1].isdigit() else ""
    return re.search(left + re.escape(key) + right, text) is not None


def measured_numbers(text: str) -> list[str]:
    """The numbers of ``text`` that a unit follows, as digits: a year or an article number is none."""
    return _MEASURED.findall(normal_form(text))


class Judge:
    """Judges answers; ``reports`` are the texts that a number of a refusal may come from."""

    def __init__(self, reports: Iterable[str]) -> None:
        self._known = " ; ".join(normal_form(text) for text in reports)

    def judge(self, item: Item, answer: str, *, refused: bool) -> Judgement:
        reason = self._complaint(item, normal_form(answer))
        return Judgement(not reason, reason, bool(reason) and not refused and _strays(item, answer))

    def _complaint(self, item: Item, said: str) -> str:
        for key in item.must_not_contain:
            if contains(said, normal_form(key)):
                return f"出现了不该有的“{key}”"
        if item.must_refuse:
            if not any(word in said for word in REFUSAL_WORDS):
                return "没有说明报告里没有"
            known = self._known + " ; " + normal_form(item.question)
            made_up = [number for number in _MEASURED.findall(said) if not contains(known, number)]
            return f"报告里没有的数：{'、'.join(made_up)}" if made_up else ""
        for key in item.answer_contains:
            if not contains(said, normal_form(key)):
                return f"缺“{key}”"
        for group in item.any_of:
            if not any(contains(said, normal_form(key)) for key in group):
                return f"缺“{'／'.join(group[:4])}”之一"
        return "" if said else "没有回答"


def _strays(item: Item, answer: str) -> bool:
    keys = (*item.answer_contains, *(key for group in item.any_of for key in group), item.question, *item.turns)
    allowed = " ; ".join(normal_form(key) for key in keys)
    return any(not contains(allowed, number) for number in measured_numbers(answer))


def supports(item: Item, quotes: Iterable[str]) -> bool | None:
    """Whether the cited quotes hold what the gold evidence holds of the key; None when the evidence holds none of it.

    Only keys that stand in the evidence are demanded: a computed result or a word such as 上升 is in no report.  In a
    table the unit stands in the head, so the number alone is enough.
    """
    evidence = normal_form(" ; ".join((item.evidence, *item.evidence_extra)))
    quoted = normal_form(" ; ".join(quotes))

    def forms(key: str) -> list[str]:
        key = normal_form(key)
        number = re.match(r"\d+(?:\.\d+)?", key)
        return [key, number.group()] if item.from_table and number else [key]

    groups = [forms(key) for key in item.answer_contains]
    groups += [[form for key in group for form in forms(key)] for group in item.any_of]
    demanded = [group for group in groups if any(contains(evidence, form) for form in group)]
    if not demanded:
        return None
    return all(any(contains(quoted, form) for form in group) for group in demanded)

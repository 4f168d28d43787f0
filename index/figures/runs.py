"""Runs of numbers: one place in a list, and the lists that do without 分别."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from index.figures.grammar import SHARE, Growth, growth_in
from index.figures.members import GROUP, LEADING, members_of
from index.numerals import Quantity

__all__ = ["BACK", "REST", "Zip", "given_back", "growths", "shares", "unsaid"]


@dataclass(frozen=True, slots=True)
class Zip:
    """The place of one quantity in a list: whose it is, and of what.  ``sign`` is not 0 for growths."""

    position: int
    count: int
    subject: str
    noun: str
    scope: str
    start: int  # where the list begins in the sentence
    sign: int = 0
    base: str = ""
    phrase: str = ""
    give_back: bool = False
    share: bool = False
    year: int = 0  # the list runs over years: 2016年至2018年，分别完成…
    first: bool = False  # 前两者: growths for the first of the list before
    rest: bool = False  # 其余三个: for those of it that have none yet
    when: str = ""  # the list runs over parts of a year: 一季度、二季度分别…
    gap: bool = False  # 比全县、全市分别高…
    again: bool = False  # （上年分别为…）: the last figures at another time
    total: Decimal | None = None  # what a list over times adds up to
    added: str = ""  # 分别较上年净增58家和7家: how many more of each of the last values
    skip: bool = False  # 三个片区 in front of 分别: the size of the list, no figure


#: 除甲下降1.9%外，其余三个板块|分别增长…
REST = re.compile("(?:其余|其[他它]|另外|余下)的?(?:[两二三四五六七八九]|[2-9])[项个大类条家块](?:产业|行业|指标|园区|片区|板块|链)?")
#: What refers back to the list before.
BACK = re.compile(
    r"(?P<which>前|后)(?:两|二|三|四|[2-4])(?:者|[项个大类条家块](?!季|月)(?:产业|行业|指标|园区|片区|板块|链)?)|(?:两|二|三|四|[2-4])者|上述[两三四]?[者项个]"
)


def growths(sentence: str, quantities: list[Quantity], taken: dict[int, Zip]) -> dict[int, Zip]:
    """增长12.8%、2.1%和下降4.3% without 分别: as many growths as there are values before; otherwise nobody's."""
    given: dict[int, Zip] = {}
    for i, quantity in enumerate(quantities):
        if i in taken or i in given or quantity.unit != "%":
            continue
        start = quantities[i - 1].outer_end if i else 0
        before = re.split(r"[，。；,;]", sentence[start : quantity.outer_start])[-1]
        clause = re.split(r"[，。；,;]", sentence[: quantity.outer_start])[-1]
        if BACK.match(clause):
            before = clause  # 前两个|增长15.8%和3.9%: 两个 is no number of its own
        growth = growth_in(before)
        who = before[: growth.start].strip() if growth else ""
        if growth is None:
            continue
        members, suffix, common = members_of(LEADING.sub("", who)) if who and not BACK.fullmatch(who) else ([], "", "")
        if len(members) == 1:
            continue
        run = [i]
        for j in range(i + 1, len(quantities)):
            between = sentence[quantities[j - 1].outer_end : quantities[j].outer_start]
            own = growth_in(between.lstrip("、和及"))
            if quantities[j].unit != "%" or not (
                re.fullmatch("[、和及]", between) or (between[:1] in ("、", "和", "及") and own is not None and not own.start)
            ):
                break
            run.append(j)
        if len(run) < 2 or (members and len(members) != len(run)):
            continue
        if members:  # 城镇居民人均可支配收入和农民人均纯收入增长8.4%和11.4%
            at = quantity.outer_start - len(before)
            for position, (j, member) in enumerate(zip(run, members, strict=True)):
                given[j] = Zip(
                    position, len(run), suffix or member, "", member if suffix else common, at, growth.sign, growth.base,
                    before[growth.start :],
                )
            continue
        listed = taken.get(i - 1)
        count = listed.count if listed is not None and not listed.give_back and not listed.skip else 0
        if not count and len(run) == 2 and i >= 2:
            count = 2
        if count == len(run) or who:
            marked = {j: given_back(p, len(run), start, growth, before, who) for p, j in enumerate(run)}
            for j in run[1:]:
                words = sentence[quantities[j - 1].outer_end : quantities[j].outer_start].lstrip("、和及")
                if (own := growth_in(words)) is not None:
                    marked[j] = replace(marked[j], sign=own.sign, phrase=words)
            given.update(marked)
        else:
            given.update({j: Zip(0, 0, "", "", "", start, skip=True) for j in run})
    return given


def shares(sentence: str, quantities: list[Quantity], found: dict[int, Zip]) -> dict[int, Zip]:
    """占工业总产值的44.3%、26%、17.3%: as many shares as the list before has members; otherwise nobody's."""
    given: dict[int, Zip] = {}
    for i, quantity in enumerate(quantities):
        if i in found or i in given or quantity.unit != "%":
            continue
        start = quantities[i - 1].outer_end if i else 0
        phrase = re.split(r"[，。；,;]", sentence[start : quantity.outer_start])[-1]
        share = SHARE.match(phrase)
        if "占" not in phrase or share is None or share["who"].strip():
            continue
        run = [i]
        while (
            run[-1] + 1 < len(quantities)
            and quantities[run[-1] + 1].unit == "%"
            and re.fullmatch(r"[、和及]", sentence[quantities[run[-1]].outer_end : quantities[run[-1] + 1].outer_start])
        ):
            run.append(run[-1] + 1)
        if len(run) < 2:
            continue
        listed = found.get(i - 1)
        fits = listed is not None and listed.count == len(run)
        for position, j in enumerate(run):
            given[j] = Zip(position, len(run), "", phrase, "", start, give_back=True, share=True, skip=not fits)
    return given


def given_back(position: int, count: int, start: int, growth: Growth, words: str, who: str) -> Zip:
    """One of several growths that belong to the last ``count`` values, or to the first of the list (前两者)."""
    return Zip(
        position,
        count,
        "",
        "",
        "",
        start,
        growth.sign,
        growth.base,
        words[growth.start :],
        give_back=True,
        first=who.startswith("前"),
    )


def unsaid(sentence: str, quantities: list[Quantity], taken: dict[int, Zip]) -> dict[int, Zip]:
    """Values for as many subjects without 分别: 城镇和农村居民人均可支配收入完成29092元、17191元."""
    found: dict[int, Zip] = {}
    for i, one in enumerate(quantities[:-1]):
        if i in taken or i in found:
            continue
        run = [i]
        for j in range(i + 1, len(quantities)):
            between = sentence[quantities[j - 1].outer_end : quantities[j].outer_start]
            if j in taken or quantities[j].unit != one.unit or not re.fullmatch("[、和]", between):
                break
            run.append(j)
        if len(run) < 2:
            continue
        start = max(sentence.rfind(c, 0, one.outer_start) for c in "，。；：,;:\n") + 1
        subject = re.sub(r"(?:完成|达到|达|为|突破|增至|提高到)+$", "", sentence[start : one.outer_start])
        inside = [j for j, q in enumerate(quantities) if start <= q.start < one.start]
        group = [j for j in inside if quantities[j].is_count and quantities[j].value == len(run) and GROUP.search(subject)]
        if inside != group or (one.is_rate and growth_in(subject)):
            continue
        members, suffix, _ = members_of(_DOES.sub("", LEADING.sub("", subject)))
        if len(members) == len(run) and suffix:
            for position, (j, member) in enumerate(zip(run, members, strict=True)):
                found[j] = Zip(position, len(run), suffix, "", member, start)
            found.update({j: Zip(0, 0, "", "", "", start, skip=True) for j in group})  # 甲、乙、丙|三个|主导产业产值
        elif len(run) > 2 and "、" in subject and not one.is_rate:
            found.update({j: Zip(0, 0, "", "", "", start, skip=True) for j in run})  # whose each is, is not said
    return found


#: 航空维修、临空智造|实现|营收: the verb between the members and what is measured.
_DOES = re.compile(r"(?<=[^、和])(?:实现|完成|取得|贡献|创造|达成)(?=[^、，]{2,8}$)")

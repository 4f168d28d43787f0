"""What adds up to a number told before: 新签约项目73个。按产业分，高端装备26个、电子信息21个、生物医药15个、新材料11个."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from index.figures.draft import Draft
from index.figures.ellipsis import STATE, TAKEN_OFF
from index.figures.naming import name_of
from index.glossary import is_known, normalise
from index.numbers import bare_value
from index.records import Figure, FigureKind, Report, Status

__all__ = ["name_summands", "parts_of_sums"]

LEAST = 3  # of fewer parts the sum may be a chance, but for two places
_PLACE = re.compile(r"[㐀-鿿]{1,8}(?:片区|园区|组团|街道|镇|区块|新城|[东南西北]区|园)")
_NAME = re.compile(r"[㐀-鿿A-Za-z]{2,12}")


def name_summands(sentence: str, at: int, made: list[Draft], paragraph: Sequence[Draft], lead: str) -> None:
    """Give the parts of a count or an amount what they are parts of, where a run of bare names comes to just as much."""
    _name_rows(sentence, at, made, paragraph)
    _name_places(made)
    _name_counts(made, paragraph)
    _name_prices(sentence, at, made)
    _name_stock(sentence, made, lead)
    _name_group(sentence, at, made)
    run: list[Draft] = []
    for draft in [*made, None]:
        if draft is not None and _is_bare(draft) and (not run or draft.unit == run[0].unit):
            run.append(draft)
            continue
        if draft is not None and run and draft.kind is FigureKind.SHARE:
            continue  # 北片区351.2亿元，占了56.3%，南片区272.2亿元
        _name(run, made, paragraph)
        run = [draft] if draft is not None and _is_bare(draft) else []


#: 中央0.72亿元、: one of a row of names, each with its number right behind it.
_IN_A_ROW = re.compile(
    r"(?:(?<![㐀-鿿A-Za-z\d.])|(?<=其中))(?P<who>(?!其中)[㐀-鿿A-Za-z]{2,12}?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[㐀-鿿]{1,4}?)(?=[、，,；;。和及与]|$)"
)
_BETWEEN = re.compile("[、，,和及与]")
#: What is a name of its own beside that of the whole, or says in what state some of it is.
_ITS_OWN = re.compile("[率额量值数费款税金债投]$|用地$|投资|收入|支出|产值|出口|进口|利润|合计|共计|以上|以下")


def _name_rows(sentence: str, at: int, made: list[Draft], paragraph: Sequence[Draft]) -> None:
    """财政资金1.86亿元，其中中央0.72亿元、省级0.54亿元、县配套0.60亿元: a row of names that comes to the whole just told, each one's part of it."""
    for row, whole in _sums(sentence, at, [*paragraph, *made]):
        found = [_printed(made, at + m.start("number")) for m in row]
        like = next((d for d in found if d is not None), None)
        if like is None or like.status is not whole.status or not all(_is_part(m["who"], whole) for m in row):
            continue
        money, done = whole.unit.endswith("元"), whole.scope == whole.action  # 争取资金, 兑现资金
        alone = money and (done or is_known(whole.indicator)) and "增" not in whole.scope
        of = whole.indicator if alone or whole.scope == "累计" else whole.called
        for m, part in zip(row, found, strict=True):
            if part is None:  # 中央|0.72亿元|, left unread for no part of the zone
                place, text = at + m.start("number"), m["number"] + m["unit"]
                part = replace(like, value=bare_value(m["number"]), value_text=text, start=place, end=place + len(text), qualifier="")
                part.growth, part.growth_unit, part.growth_text, part.growth_base = None, "", "", ""
                made.insert(next((i for i, d in enumerate(made) if d.start > place), len(made)), part)
            if not (part.scope and whole.indicator.endswith(part.indicator)):  # 市级以上龙头企业49家，其中国家级2家: named already
                part.scope, part.indicator, part.whole, part.member = m["who"], of, whole, True
        for draft in made:  # 集装箱航线31条，其中外贸13条、内贸18条，年内新开4条: of all of them
            if draft.start >= row[-1].end() + at and draft.indicator == row[-1]["who"] and draft.unit == whole.unit and draft.scope:
                draft.indicator = of


def _sums(sentence: str, at: int, told: Sequence[Draft]) -> Iterator[tuple[list[re.Match[str]], Draft]]:
    """Rows of names and numbers that come to what was told before them: three or more, or two behind 其中."""
    for whole_row in _rows(sentence):
        for row in (whole_row[i:end] for i in (0, 1) for end in range(len(whole_row), i + 1, -1)):
            ahead = sentence[: row[0].start()].rstrip("，：:")
            numbers = [bare_value(m["number"]) for m in row]
            total = sum((n for n in numbers if n is not None), Decimal(0))
            here = (row[0]["unit"], total, FigureKind.VALUE)
            whole = next((d for d in reversed(told) if d.end <= at + row[0].start() and (d.unit, d.value, d.kind) == here), None)
            if whole is not None and (len(row) >= LEAST or ahead.endswith("其中")):
                yield row, whole
                break


_SHORT = 2  # characters


def _rows(sentence: str) -> list[list[re.Match[str]]]:
    rows: list[list[re.Match[str]]] = []
    for m in _IN_A_ROW.finditer(sentence):
        last = rows[-1][-1] if rows else None
        goes_on = last is not None and _BETWEEN.fullmatch(sentence[last.end() : m.start()]) is not None and last["unit"] == m["unit"]
        if goes_on:
            rows[-1].append(m)
        else:
            rows.append([m])
    return [row for row in rows if len(row) > 1]


def _is_part(who: str, whole: Draft) -> bool:
    money = whole.unit.endswith("元")
    known = is_known(who) and (money or len(who) > _SHORT)  # 其中外贸13条: no trade by itself
    own = known or _ITS_OWN.search(who) or (not money and _COUNTED.search(who)) or STATE.fullmatch(who)
    name = name_of(who)
    return not own and who == name.scope + name.indicator and not who.endswith(whole.indicator[-2:])


def _printed(made: Sequence[Draft], place: int) -> Draft | None:
    """The amount that is printed at a place."""
    return max((d for d in made if d.kind is FigureKind.VALUE and d.start <= place < d.end), key=lambda d: d.start, default=None)


_COUNTS = ("家", "户", "个", "项", "宗", "只", "件")
_COUNTED = re.compile("企业|项目|平台|机构|公司|人才|基地|中心|单位|商户|[人员所率]$|以上|新增|累计|合计")


def _name_counts(made: Sequence[Draft], paragraph: Sequence[Draft]) -> None:
    """规上企业123家，…，其中北园45家、河园59家、空港19家: parts by their bare names that come to the number of what is counted, or a place alone."""
    run: list[Draft] = []
    for draft in [*made, None]:
        bare = draft is not None and draft.kind is FigureKind.VALUE and draft.unit in _COUNTS and not (draft.scope or draft.qualifier)
        bare = bare and draft is not None and _NAME.fullmatch(draft.indicator) is not None and not is_known(draft.indicator)
        if draft is not None and bare and not _COUNTED.search(draft.indicator) and (not run or draft.unit == run[0].unit):
            run.append(draft)
            continue
        if run:
            before = [d for d in made[: made.index(run[0])] if d.unit == run[0].unit and d.kind is FigureKind.VALUE]
            near = before[-1:] if run[0].whole is None else before
            told = near if len(run) < LEAST else [*paragraph, *before]
            total = sum((d.value for d in run if d.value is not None), Decimal(0))
            whole = next((d for d in reversed(told) if d.value == total and d.unit == run[0].unit and _COUNTED.search(d.indicator)), None)
            alone = run[0].whole if len(run) == 1 and _PLACE.fullmatch(run[0].indicator) else None
            whole = (whole if len(run) > 1 else None) or (alone if alone is not None and _COUNTED.search(alone.indicator) else None)
            for part in run if whole is not None and whole.status is run[0].status else ():
                part.scope, part.indicator, part.whole, part.member = part.indicator, whole.called if whole is not None else "", whole, True
        run = []


_GROUP = re.compile(
    "[两三四五六七八九十\\d](?:个|大|条|家|类)(?P<group>(?:主导|支柱|重点|优势|特色|传统|新兴|主要)+(?:产业链?|产业集群|行业|板块))的?"
)


def _name_group(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """甲、乙、丙三个主导产业产值分别为…，合计490.7亿元，占工业总产值的76.5%: what they come to is the group's, as it is called."""
    for group in _GROUP.finditer(sentence):
        summed = next((d for d in made if d.scope == "合计" and d.kind is FigureKind.VALUE and d.start > at + group.end()), None)
        told = [d for d in made if summed is not None and d.start < summed.start and d.unit == summed.unit and d.indicator == summed.indicator]
        parts = [d.value for d in told if d.value is not None and d.kind is FigureKind.VALUE and d.end > at + group.start()]
        if summed is None or len(parts) < 2 or sum(parts) != summed.value:
            continue
        for share in made:
            if share.kind is FigureKind.SHARE and share.scope == "合计" + summed.indicator:
                share.scope = group["group"] + summed.indicator
        summed.scope = group["group"]


_PRICED = re.compile("(?<![㐀-鿿])(?P<what>[㐀-鿿]{2,8}?)(?:都|统一|一律)?按每[^，。；\\d]{2,8}(?:来?(?:算|计算|计|收)|标准)[，,：:]")


def _name_prices(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """租金按每平方米每月算，东园18元，西园13元: what is paid for is said once."""
    priced = _PRICED.search(sentence)
    row = [d for d in made if priced is not None and d.start >= at + priced.end() and d.unit == "元" and not d.scope and _NAME.fullmatch(d.indicator)]
    for draft in row if priced is not None and len(row) > 1 else ():
        if not is_known(draft.indicator):
            draft.scope, draft.indicator = draft.indicator, priced["what"] if priced is not None else ""


_BASE = re.compile("底数|基数|存量|总量|库存")
#: 供地415亩，其中工业用地262亩、仓储153亩 balance too, and are no stock.
_STOCK = re.compile("[年期][初末]|年底|底数|存量|[剩余]下|剩余|尚[余有]|[还仍][有剩余]|减[到至少]|降[到至]")
_AT_START = re.compile("[年期]初|[上去]年[末底]")
_ADDED = re.compile("新增|增加|新批|新报批")


def _name_stock(sentence: str, made: Sequence[Draft], lead: str) -> None:
    """批而未供土地年初1443亩，新增批地260亩，消化691亩，年末还有1012亩: that they balance says of what all of them are."""
    if _STOCK.search(sentence) is None:
        return
    values = [d for d in made if d.kind is FigureKind.VALUE and d.status is Status.DONE and d.value is not None]
    for first, off, rest in itertools.combinations(values, 3):
        if not (first.unit == off.unit == rest.unit) or not TAKEN_OFF.search(off.scope + off.indicator) or first.value is None:
            continue
        between = values[values.index(first) + 1 : values.index(off)]
        added = next((d for d in between if d.unit == first.unit and _ADDED.search(d.scope + d.indicator)), None)
        more = added.value if added is not None and added.value is not None else Decimal(0)
        if off.value is None or first.value + more - off.value != rest.value:
            continue
        if first.indicator == rest.indicator == off.indicator and not _BASE.fullmatch(first.indicator):
            left = rest.scope in ("", "剩余", off.scope + "剩余")
            if not first.scope and left and _AT_START.search(sentence):
                first.scope, rest.scope = "年初", ""  # 批而未供土地年初1286亩，处置714亩，余572亩: how much there is
            continue
        another = is_known(rest.indicator) or TAKEN_OFF.search(rest.scope + rest.indicator) is not None
        if another and rest.indicator not in (first.indicator, off.indicator):
            continue  # 盘活低效用地630亩 beside them, by chance
        base = first.indicator
        if _BASE.fullmatch(base) and _NAME.fullmatch(lead):  # （一）批而未供。年初底数2186亩，当年消化743亩
            for draft in made[made.index(first) :]:
                draft.scope = off.scope if draft.status is Status.TARGET and draft.indicator == base else draft.scope
                draft.indicator = lead if draft.indicator == base else draft.indicator
        wrong = off.indicator
        for draft in made[made.index(off) : made.index(rest) + 1]:
            draft.indicator = first.indicator if draft.indicator == wrong else draft.indicator
            draft.scope = first.indicator if draft.scope == wrong else draft.scope
        off.indicator = rest.indicator = first.indicator
        rest.scope, first.scope = "", first.scope or "年初"


_OF_ALL = re.compile("(?P<of>[㐀-鿿]{2,})全(?:区|园区?)")


def _name_places(made: Sequence[Draft]) -> None:
    """亩均税收全区22.9万元/亩，东片区26.4万元/亩: a place with a rate of its own is told of what the sentence told before in that unit."""
    told: dict[str, Draft] = {}
    for draft in made:
        of_all = _OF_ALL.fullmatch(draft.indicator)
        if of_all is not None and not draft.scope and is_known(of_all["of"]):
            draft.indicator = of_all["of"]  # 亩均税收全区|22.9万元/亩|
        place = _is_bare(draft) and _PLACE.fullmatch(draft.indicator) is not None
        if place and "/" in draft.unit and (like := told.get(draft.unit)) is not None:
            draft.scope, draft.indicator = draft.indicator, like.indicator
        elif not place and draft.kind is FigureKind.VALUE and is_known(draft.indicator):
            told[draft.unit] = draft


def _is_bare(draft: Draft) -> bool:
    named = _NAME.fullmatch(draft.indicator) is not None and not is_known(draft.indicator)
    alone = draft.whole is None and not (draft.member or draft.owner or draft.scope)  # 其中 tells already what they are parts of
    grown = draft.growth is not None and _PLACE.fullmatch(draft.indicator) is None  # 东园…、西园94.5亿元，西园增长41.2%
    return draft.kind is FigureKind.VALUE and alone and named and draft.value is not None and not grown and not draft.qualifier


def _name(run: Sequence[Draft], made: Sequence[Draft], paragraph: Sequence[Draft]) -> None:
    total = sum((d.value for d in run if d.value is not None), Decimal(0))
    enough = len(run) >= LEAST or (len(run) == LEAST - 1 and all(_PLACE.fullmatch(d.indicator) for d in run))
    before = [d for d in (*paragraph, *made) if d not in run and d.kind is FigureKind.VALUE and d.end <= run[0].start] if enough else []
    whole = next((d for d in reversed(before) if d.value == total and d.unit == run[0].unit and d.status is run[0].status), None)
    for draft in run if whole is not None else ():
        draft.scope, draft.indicator, draft.whole, draft.member = draft.indicator, whole.called if whole is not None else "", whole, True


def parts_of_sums(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """东园335.6亿元，增长5.9%；西园…；南园…, lines behind the output that they come to: each one's share of it.

    And trades by their names alone that come to less, where the share of one of them, or of them all, in what is named is printed beside.
    """
    named: dict[str, Figure] = {}
    for run in _runs(report, figures):
        first = run[0]
        total = sum((f.value for f in run if f.value is not None), Decimal(0))
        like = (first.unit, first.period, first.status, FigureKind.VALUE, "")
        before = [f for f in figures if f.end <= first.start and (f.unit, f.period, f.status, f.kind, f.scope) == like and is_known(f.indicator)]
        line = report.text.find("\n", first.start)
        end = line if line >= 0 else len(report.text)
        beside = [f for f in figures if f.kind is FigureKind.SHARE and f.value and f.unit == "%" and first.end <= f.start < end]
        sums = {f.name: f.indicator for f in before if f.value == total} if len(run) >= LEAST else {}
        shares = {f.name: f.indicator for f in before if f.value and any(_has(s, run, total, f) for s in beside)} if not sums else {}
        if len(sums or shares) == 1:
            whole = (sums or shares).popitem()[1]
            named |= {f.id: replace(f, scope=f.indicator, indicator=whole, name=normalise(whole)) for f in run}
    return [named.get(f.id, f) for f in figures]


def _runs(report: Report, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Amounts of two or more by their bare names in one line, one behind the other whatever else is told of each."""
    runs: list[list[Figure]] = []
    run: list[Figure] = []
    for f in figures:
        if f.kind is not FigureKind.VALUE and run:
            continue
        bare = f.kind is FigureKind.VALUE and not (f.scope or f.in_table or f.part_of) and f.value is not None and f.unit.endswith("元")
        bare = bare and _NAME.fullmatch(f.indicator) is not None and not is_known(f.indicator) and _SAYS_MORE.search(f.indicator) is None
        alike = bool(run) and (f.unit, f.period, f.status) == (run[0].unit, run[0].period, run[0].status)
        if bare and alike and "\n" not in report.text[run[-1].end : f.start] and f.indicator not in {r.indicator for r in run}:
            run.append(f)
            continue
        runs += [run] if len(run) > 1 else []
        run = [f] if bare else []
    return runs + ([run] if len(run) > 1 else [])


#: What is measured, done or left, nobody's name.
_SAYS_MORE = re.compile("[率额量值数费款金债投差]$|投资|收入|支出|合计|三者|以上|目标|缺口|减收|到位|补|贷|税$|[的了着过比占由从至到]$")
_ALL_OF_THEM = re.compile("三者|合计|[两三四五六](?:大|个)|加起来")


def _has(share: Figure, run: Sequence[Figure], total: Decimal, whole: Figure) -> bool:
    """Whether a share that is printed is that of a part, or of all of them, in what is named, or in what is named nowhere else."""
    part = next((f.value for f in run if share.scope == f.indicator or share.indicator == f.indicator + "占比"), None)
    part = total if part is None and _ALL_OF_THEM.search(share.scope) else part
    of = _SHARE_OF.fullmatch(share.indicator)
    if part is None or not whole.value or share.value is None or (of is not None and normalise(of["what"]) != whole.name):
        return False
    return abs(part / whole.value * 100 - share.value) <= _ROUNDED


_SHARE_OF = re.compile("占(?:全区|全部|全园|我区)?(?P<what>[㐀-鿿]{2,}?)(?:的?(?:比重|比例|份额))?")
_ROUNDED = Decimal("0.06")  # percentage points: of a share with one decimal

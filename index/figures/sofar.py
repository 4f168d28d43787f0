"""The same in all, up to now: 修复岸线3.7公里，累计修复|11.4公里|; 注销423户，年末实有|6,047户|; 新通过评估的企业5家，累计|38家|.

The same in a part of the year that was told of: 一般公共预算收入26.2亿元。上半年收了|13.9亿元|.

And what was spent on a part of what the paragraph told in all: 项目41个，完成投资97.8亿元。分片区看，南片区19个，完成|52.6亿元|.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from index.figures.carry import Around, Carry, exceeds, same_measure
from index.figures.draft import Draft
from index.figures.ellipsis import PLACE
from index.figures.making import new_draft
from index.glossary import is_known, normalise
from index.records import Figure, FigureKind, Period, Report, SectionKind, Status

__all__ = ["name_parts_of_year", "of_the_whole_year", "read_part_of_year", "so_far"]

_SO_FAR = re.compile(
    r"(?:历年|至今|目前|年末|年底|期末|现|已)*(?P<all>累计|实有|在册|存续|在?有效(?:期内|总?数)|一共|总共|总数)(?P<verb>[\u3400-\u9fff]{0,2}?)(?:总数|达到?|有|为|已达|约|共|增至)*"
)
_DONE = re.compile("(?:实际|已|已经|共)*完成(?:投资)?了?")
_PLACE = re.compile(f"{PLACE}$")
_BARE = ("企业", "公司", "单位", "项目")
_NEW = re.compile(r"^(?:新(?=认定|通过|获批|评|入驻|落户)|再|新增|新建|新设|新登记|新签约?|新引进|新开工)")


def so_far(carry: Carry, around: Around) -> tuple[str, str] | None:
    """(indicator, scope) of a sum of what the number before it adds to; None where it is none, or of an investment."""
    told, said = carry.last, _SO_FAR.fullmatch(around.fragment.strip())
    if told is not None and around.quantity.is_money and told.unit in ("个", "项") and _DONE.fullmatch(around.fragment.strip()):
        place = next((of for of in (told.scope, told.indicator) if _PLACE.search(of)), "")
        invested = (d for d in reversed(carry.paragraph) if d.indicator == "完成投资" and same_measure(d, around.quantity))
        spent = (d for d in invested if not exceeds(d, around.quantity))
        if place and (whole := next(spent, None)) is not None:
            return whole.indicator, place + whole.scope
    if said is not None and "有效" in said["all"]:  # 新认定高企66家，到期重新认定的32家也在其中，有效期内总数|231家|
        told = next((d for d in reversed(carry.made) if re.search("企业|机构|专利|商标", d.indicator)), told)
    if told is not None and told.indicator.startswith(("扣除", "减去", "剔除")):  # 新认定高企15家，扣除到期的2家，总数达到|71家|
        told = next((d for d in reversed(carry.made) if d is not told), told)
    if told is not None and told.indicator in _BARE and not told.scope:  # 新认定高企27家，5家企业未通过重新认定，年末累计|118家|
        alike = (d for d in reversed(carry.made) if d.unit == told.unit and d.indicator != told.indicator)
        told = next((d for d in alike if d.indicator.endswith(told.indicator)), told)
    if said is None or told is None or told.value is None or told.kind is not FigureKind.VALUE or "投资" in told.indicator:
        return None
    if not same_measure(told, around.quantity) or said["verb"] not in told.scope + told.indicator:
        return None
    in_all = said["all"] in ("一共", "总共", "总数")  # 又评上6家，一共14家
    if in_all and (around.quantity.value <= told.value or not around.quantity.is_count):
        return None
    noun = _NEW.sub("", told.indicator)
    of = "累计" if in_all or said["all"] == "累计" else "有效期内" if "有效" in said["all"] else ""
    return (noun if len(noun) >= 2 else told.indicator), of


_WHEN = (
    r"(?:(?:今年|当年|全年|年内)?(?:[上下前后]半年|[一二三四]季度|前[一二三]个?季度|(?:1|一)(?:月)?[—–～~\-至到]{1,2}\d{1,2}月(?:份)?|前\d{1,2}个月|[7七](?:月)?[—–～~\-至到]{1,2}12月))"
)
#: 其中1—6月到账, 上半年收了, 后半年只进来, 上半年签了: when, and that it came.
_PART = re.compile(
    rf"(?:其中|这里头|里头|当中|而|但|就|光)*(?P<when>{_WHEN})(?:[（(][^（()）]*[)）])?(?:全区|我区|我们|咱们?|累计|一共|合计|已经?|只|仅|才|就|还|也|又|再)*"
    r"(?P<did>收|进|入库|到账|到位|签|做|干|投|完成|实现|达到?|是|为|有)?(?:[了上下回出进]*(?:来|去)?|到了?|成了?)(?:有|约|近)?"
)
_TAXED, _GIVEN = "收入|税|财政|预算", "外资|内资|资金"
_CAME = {"收": _TAXED, "入库": _TAXED, "进": _GIVEN + "|收入", "到账": _GIVEN, "到位": _GIVEN, "签": "签约|协议", "投": "投资"}


def read_part_of_year(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """What the year told of last brought in a part of it, in words that say no more than that it came; None for any other number."""
    said = _PART.fullmatch(around.fragment.strip())
    if said is None or around.quantity.is_rate or carry.section.kind is SectionKind.PLAN or carry.expected or carry.aimed:
        return None
    near, words = carry.last or carry.before, "，".join(around.context)
    bare = said["did"] in (None, "完成", "实现", "达到", "达", "是", "为", "有") and "后半年" not in said["when"]
    if any(is_known(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1)):
        return None
    grew = near is not None and (near.value is None or near.kind is FigureKind.GAP)
    grown = re.sub("(?:增速|增幅)$", "", near.indicator) if near is not None and grew else ""
    wider = near is not None and near.scope.startswith("全")  # 全市规上工业总产值2316亿元。…，一季度158.3亿元: the report's own again
    if bare and near is not None and not (wider or words or (grown and is_known(grown))):
        return None
    then = carry.when(said["when"].replace("后半年", "下半年").replace("前半年", "上半年"))
    told = (*reversed(carry.made), *((carry.before,) if carry.before is not None else ()), *reversed(carry.previous), *reversed(carry.paragraph))
    if then is None or then.is_year:
        return None
    for d in told:
        own = d.kind is FigureKind.VALUE and d.status is Status.DONE and not (d.member or d.owner) and is_known(d.indicator)
        if not own or d.scope not in ("", "调整后", "累计") or d.period is None or not d.period.is_year or not same_measure(d, around.quantity):
            continue
        if wider and near is not None and normalise(d.indicator) != normalise(near.indicator):
            continue
        if d.period.last_year != then.last_year or exceeds(d, around.quantity) or re.search(_CAME.get(said["did"] or "", ""), d.indicator) is None:
            continue
        part = new_draft(carry, around, d.indicator, "", at)
        part.period, part.status = then, Status.DONE
        carry.last = carry.head = part
        return [part]
    return _of_what_grew(carry, around, grown, at) if around.quantity.is_money else None


def _of_what_grew(carry: Carry, around: Around, grown: str, at: int) -> list[Draft] | None:
    """固定资产投资增速比年初的目标快1.1个百分点，1—6月为|121.3亿元|: the amount of what was said to grow."""
    if not (carry.made and is_known(grown) and _AMOUNT.search(grown)):
        return None
    carry.last = carry.head = new_draft(carry, around, grown, "", at)
    return [carry.last]


_AMOUNT = re.compile("(?:产值|总值|收入|支出|投资|总?额|进出口|出口|进口|税收|利润)$")


def name_parts_of_year(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """1—6月|累计|207.4亿元: what a year had come to by then is what is told of those months."""
    for draft in made:
        then = draft.period
        if draft.scope == "累计" and then is not None and not then.is_year and then.first_year == then.last_year and then.first_month == 1:
            number = sentence.rfind(draft.value_text, 0, draft.end - at) if draft.value_text else -1
            if number > 0 and re.search(rf"{_WHEN}[^，。；\d]{{0,4}}累计[^，。；\d]{{0,14}}$", sentence[:number]):
                draft.scope = ""


_WITHIN = Decimal("0.005")  # of the whole, for what is rounded


def of_the_whole_year(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """362.41亿元。1—6月为171.9亿元。其中东片区231.74亿元，西片区130.67亿元: parts that come to the year's are of the year."""
    told: dict[tuple[int, str, str, int], list[Figure]] = {}
    for f in figures:
        partly = f.period is not None and not f.period.is_year and f.period.first_year == f.period.last_year and f.period.first_month == 1
        if partly and f.period is not None and f.scope and f.value and f.kind is FigureKind.VALUE and f.status is Status.DONE and not f.in_table:
            told.setdefault((f.sentence_start, f.name, f.unit, f.period.first_year), []).append(f)
    moved: dict[str, Figure] = {}
    for (at, name, unit, year), parts in told.items():
        wholes = [
            f for f in figures
            if f.period == Period.year(year) and not f.scope and (f.name, f.unit) == (name, unit) and f.kind is FigureKind.VALUE
            and f.status is Status.DONE and f.value and f.end < at and "\n" not in report.text[f.end : at]
        ]  # fmt: skip
        total = sum((p.value for p in parts if p.value is not None), Decimal(0))
        if len(parts) > 1 and any(w.value is not None and abs(total - w.value) <= w.value * _WITHIN for w in wholes):
            moved |= {p.id: replace(p, period=Period.year(year)) for p in parts}
    return [moved.get(f.id, f) for f in figures]

"""The same in all, up to now: 修复岸线3.7公里，累计修复|11.4公里|; 注销423户，年末实有|6,047户|; 新通过评估的企业5家，累计|38家|.

And what was spent on a part of what the paragraph told in all: 项目41个，完成投资97.8亿元。分片区看，南片区19个，完成|52.6亿元|.
"""

from __future__ import annotations

import re

from index.figures.carry import Around, Carry, exceeds, same_measure
from index.figures.ellipsis import PLACE
from index.records import FigureKind

__all__ = ["so_far"]

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

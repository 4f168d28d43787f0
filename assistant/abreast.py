"""A growth, or those of all indicators, set beside that of the city, the province or the country: 高于全市吗, 跑赢全省了没有, 和全市比怎么样."""

from __future__ import annotations

import re

__all__ = ["area_alone", "areas_asked", "beside_area"]

_RATE = "(?:增速|增幅|涨幅|增长率|增长速度)"
_HOW_MUCH = "(?:了)?(?:多少|几)个?(?:百?分)?点?"
_BESIDE = (
    f"(?P<rate>{_RATE})?(?:是否|是不是|有没有|到底|还是|能否)?"
    "(?:(?P<paced>跑[赢输]了?|快于|慢于|领先于?|落后于?)|比|[和与跟同]|高于|好于|超过|低于)"
    f"(?P<area>全[市省国县州])的?(?:平均)?(?:水平)?(?P<its>{_RATE})?(?:平均)?(?:水平)?"
    f"(?:相?比(?:较|起来)?|比一比)?(?P<way>[高好低差]|快|慢|怎么?样|如何|相?差)?(?:(?:了)?[吗没不]有?|{_HOW_MUCH}|一些|些)*[?？。]*"
)
_AGAINST = re.compile(f"(?P<of>(?:(?![哪几谁]|什么)[^，,。？?；;]){{2,28}}?)的?{_BESIDE}")
_ALONE = re.compile(f"(?:那么?)?{_BESIDE}")


def area_alone(text: str) -> str:
    """跑赢全市了吗, 和全省比怎么样, behind a question that says of what: the area; "" where something else is asked."""
    said = _ALONE.fullmatch(text)
    return said["area"] if said is not None and (said["paced"] or said["way"]) else ""


def beside_area(text: str) -> str:
    """``text`` in the words of a comparison (X增速比全市高多少个百分点) where it sets a growth beside an area's; itself else."""
    said = _AGAINST.fullmatch(text)
    if said is None or not (said["rate"] or said["its"] or said["paced"] or (said["way"] or "") in ("快", "慢")):
        return text
    return f"{said['of']}增速比{said['area']}高多少个百分点？"


_ALL_AGAINST = re.compile(
    f"(?:有|是)?(?:哪些|哪几[项个]|什么|(?:多少|几)[项个])?(?:主要|重点|经济|的)*(?:指标|数据)的?(?:{_RATE}|增长)?(?:有)?"
    "(?:(?P<over>高于|快于|跑赢了?|超过|好于|领先于?)|(?P<under>低于|慢于|跑输了?|不及|落后于?|不如)|比|较)"
    f"(?P<area>全[市省国县州])的?(?:平均)?(?:水平|{_RATE})?的?(?:平均)?(?:水平)?(?:(?P<up>[快高好])|(?P<down>[慢低差]))?的?(?:有哪些|是哪些|有几[项个]|吗)?[?？。]*"
)


def areas_asked(bare: str) -> tuple[str, int] | None:
    """哪些指标增速低于全市: the area, and -1 for those that grew less than there, 1 for more; None where something else is asked."""
    said = _ALL_AGAINST.fullmatch(bare)
    if said is None:
        return None
    way = 1 if said["over"] or said["up"] else -1 if said["under"] or said["down"] else 0
    return (said["area"], way) if way else None

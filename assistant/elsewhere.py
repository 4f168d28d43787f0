"""A place that no report is of, named without 开发区: 杭州2023年规上工业总产值, 昆山的财政收入."""

from __future__ import annotations

import re

from assistant.periods import find_periods
from assistant.terms import find_terms
from assistant.understanding import Understanding
from assistant.zone_places import cities

__all__ = ["place_elsewhere"]

_ASKER = "(?:请问|请|麻烦|帮我|帮忙|给我|我?们?想?要?(?:知道|问问?|了解|查查?|看看?)(?:一?下)?|说说|[，,])*"
_AND_IT = re.compile("呢[?？。]*")  # 杭州呢
_OPENING = re.compile(f"^{_ASKER}")
#: What counts, measures or points: 三个区, 里面, 增速 are no places.
_NO_PLACE = re.compile(
    "[哪些几两多少率额值给换占加第速区园比说签看的数问]|[差度]$|排[名位]|位次|结构|构成|[趋走]势|进展|质量|效益|效率|主任|书记|领导|现在|目前|如今|龙头|里面|里头|外面|上面|下面|[一二三四五六七八九十]个|整个|人均|户均|常住|居民|房地产|非税|出来|起来|根据|依据|原因|理由|缘由|税收|产业|比重|比例|同期|同比|同口径"
)
#: What is told of a place as a whole; before 企业 and 隐患 stand words of every kind.
_OF_A_PLACE = re.compile("产值|增加值|生产总值|GDP|投资|收入|支出|财政|外资|[进出]口|零售|总额$")
#: Of a city that a report mentions only what cannot be about where money comes from and goods go to: 宁波投资 may be of its investors.
_ITS_OWN = re.compile("产值|增加值|生产总值|GDP|财政|预算收入|零售")
_PLACE = re.compile(
    "(?![个第新老各全本该这那它其再又还已未被将把从到自截在对向往回按据照刚当今去前明后上下每平最总共和与跟比为因由算是有占没要想能会报问查说讲另以你我他咱俺大家先看关])"
    "[㐀-鿿]{2,3}?(?<![上下出入到了过里中个家项户名位人年月日前后间时初末底内外的地得是有为市县以之])"
)


def place_elsewhere(text: str, known: Understanding) -> str:
    """The place that a question begins with, of which no figure is printed in any report; "" where it begins otherwise.

    It stands right before the year or before an indicator, whose own words are printed or known.
    """
    if not known.zones.zones:
        return ""
    text = re.sub("^那(?![个一些里边年次时家项种])", "", text)
    start = _OPENING.match(text)
    at = start.end() if start is not None else 0
    first = next(iter(find_periods(text)), None)
    if first is not None and first.start == at:
        at = first.end
    if any(term.start == 0 for term in find_terms(text[at:])):
        return ""
    for end in range(at + 2, min(at + 5, len(text))):
        place, rest = text[at:end], text[end:].removeprefix("的")
        city = place in cities()
        if not city and text.startswith("的呢", end):
            continue  # 动工的呢: those of what was asked of before
        if not city and (_PLACE.fullmatch(place) is None or _NO_PLACE.search(place) or find_terms(place)):
            continue
        times, terms = find_periods(rest), find_terms(rest)
        named = bool(terms) and terms[0].start == 0 and _OF_A_PLACE.search(terms[0].said) is not None
        alone = _AND_IT.fullmatch(rest) is not None or bool(times and times[0].start == 0)
        if not (alone or named):
            continue
        printed = any(place[i : i + 2] in known.words for i in range(len(place) - 1)) or bool(known.told(place))
        if printed and city and not any(place in scope for scope in known.scopes):
            printed = not (alone or _ITS_OWN.search(terms[0].said))
        return "" if printed else place
    return ""

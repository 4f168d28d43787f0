"""What of a zone's name is its place: 砚岵 of 砚岵有色金属循环经济产业园, and how the rest may be said behind it.

No list of what zones are for is ever whole, so the place is looked for from the front: it is a city, or the first two characters and
a third that says what lies there (湖, 山), unless these are themselves a word for what zones are for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from assistant.vocabulary import is_rare, is_word
from assistant.zone_names import FAMILIES, KIND, PROVINCES, THEME, WIDE
from index.figures.companies import TRADE

__all__ = ["LIES", "before_kind", "cities", "city_of", "core_of", "drawn_together", "family_of", "for_something", "inner_of",
           "is_called", "purpose_of", "shorter_of", "tails_of", "without_notes"]

_LEAD = re.compile("[㐀-鿿]{2,3}?[市州盟](?=[㐀-鿿]{2})")  # 澹州市 of 澹州市阑浦
LIES = "[湖江河海山岛湾泉岭洲溪港口]"
#: Before these stands a place, if nothing that is known to be for something; before 产业园 anything that is made.
_OF_PLACES = re.compile("高新|技术开发|^开发|经济开发|经开|保税|综保|自贸|自由贸易|新区|边境|合作区|[实试]验区|港区|新城")


def without_notes(zone: str) -> str:
    """嵊州经济开发区（浦口街道）, 嵊州经济开发区·东区 → 嵊州经济开发区."""
    bare = re.sub(r"[(（][^)）]*[)）]", "", zone).strip()
    return re.split("[·—－-]", bare)[0] or bare


def family_of(kind: str) -> str:
    return next((name for name, kinds in FAMILIES.items() if kind in kinds), "")


def before_kind(zone: str) -> tuple[str, str]:
    """What stands before a zone's kind and what is known that it is for, and the kind."""
    bare = re.sub(r"管理?委员?会$|党工委$", "", without_notes(zone))
    found = re.search(rf"(?:{KIND})$", bare)
    kind = found.group() if found else ""
    place = bare[: len(bare) - len(kind)] if kind else bare
    place = re.sub(r"(?:国家级|省级|国家|综合)$", "", place)
    place = place if kind else re.sub("[㐀-鿿]{0,2}(?:区|园|城|基地|小镇)$", "", place) if len(place) > 4 else place
    own = re.fullmatch(f"(?P<place>[㐀-鿿]{{2,}}?)(?:{THEME})*?(?P<kind>{THEME}[区园城])", bare)
    if own and 0 < len(kind) <= 2 and len(own["place"]) < len(place):  # 砻溪国际陆港区 is 砻溪's 陆港区, no 港区
        place, kind = own["place"], own["kind"]
    themed = re.sub(f"(?:{THEME})+$", "", place)  # 洮垣循环经济产业园 is 洮垣's
    if len(themed) >= 2 and not re.fullmatch(f"(?:{PROVINCES})[㐀-鿿]", themed):  # but 上海紫竹 is not 上海紫's
        place = themed
    short = re.sub(rf"^(?:[㐀-鿿]{{2,3}}(?:省|自治区)|(?:{PROVINCES}))", "", place)
    return (short if len(short) >= 2 else place) or bare, kind


@lru_cache(maxsize=4_096)
def core_of(zone: str) -> tuple[str, str]:
    """(place, kind) of a zone's name: 嵊州经济开发区（浦口街道） → (嵊州, 经济开发区)."""
    place, kind = before_kind(zone)
    lead = _LEAD.match(place)
    before = lead.group() if lead else ""
    return before + _head(place[len(before) :], kind, themed=not without_notes(zone).endswith(place + kind)), kind


@cache
def cities() -> frozenset[str]:
    """Provinces and prefecture-level cities, as they are called without 省 and 市, and counties that begin as other words do (新昌, 上虞).

    Those that mean other things, too, are left out.
    """
    return frozenset(files("assistant").joinpath("cities.txt").read_text("utf-8").split())


def for_something(words: str) -> bool:
    """Whether they begin with what a zone may be for, as far as that is known."""
    if any(words[:n] in cities() for n in (2, 3, 4)):
        return False
    known = re.match(f"{THEME}|{TRADE}|{WIDE}|[钒钛铝锌铅镁钨钼锂硅氟磷镍锑锰]", words) is not None
    return known or any(is_word(words[:n]) for n in (2, 3) if len(words) >= n)


def _head(place: str, kind: str, *, themed: bool) -> str:
    """What of a long place, without a city's 市, is the place itself; ``themed`` where a known word for what it is for followed."""
    if len(place) <= 3 or re.match(f"(?:{THEME})(?<=[㐀-鿿]{{2}})|{WIDE}", place):
        return place
    city = max((place[:n] for n in (2, 3, 4) if place[:n] in cities()), key=len, default="")
    city = city or (place[:2] if place[1] == "州" else "")
    if city:
        rest = place[len(city) :]
        if len(rest) < 2 or for_something(rest):
            return city
        inner = (themed and city in cities()) or _OF_PLACES.search(kind) or is_rare(rest[:2])
        return city + _head(rest, kind, themed=themed) if inner else city
    if is_word(place[:2]):
        return place
    end = 3 if re.match(f"{LIES}|县", place[2]) else 2
    apart = is_rare(place[:2]) and not is_rare(place[end:])  # 汧岍 before 矿泉水
    if not apart and len(place) == 4 and _OF_PLACES.search(kind) and not for_something(place[end:]):
        return place
    return place[:end]


def inner_of(place: str) -> str:
    """曹妃甸 of 唐山曹妃甸, 阑浦 of 澹州市阑浦: a place without its city; "" where none stands before it."""
    lead = _LEAD.match(place)
    names = (place[:n] for n in (4, 3, 2) if place[:n] in cities() or (n == 2 and place[1:2] == "州"))
    before = lead.group() if lead else next(names, "")
    inner = place[len(before) :] if before else ""
    return inner if len(inner) >= 2 and not for_something(inner) else ""


def tails_of(zone: str) -> set[str]:
    """What follows the first two or three characters before a zone's kind, which may be a city's: 榕汀 of 汀海榕汀综合保税区."""
    whole, kind = before_kind(zone)
    place = core_of(zone)[0]
    tails = {whole[n:] for n in (2, 3) if len(whole) - n >= 2 and not for_something(whole[n:])}
    if place == whole:
        return tails
    themed = place not in cities() and not without_notes(zone).endswith(whole + kind)
    inside = themed or _OF_PLACES.search(kind) or (place in cities() and kind.startswith(("工业", "化工")))
    return {t for t in tails if len(t) <= 3 and (is_rare(t) or re.match(LIES, t[-1]) or (inside and not is_rare(place)))}


def city_of(place: str, kind: str) -> str:
    """亳州 of 亳州芜湖现代产业园, for which the city may stand alone; "" before kinds that are of a place in it: 马鞍山慈湖高新区."""
    inner = inner_of(place)
    return "" if _OF_PLACES.search(kind) or is_rare(inner[:2]) else place.removesuffix(inner or place).removesuffix("市")


def shorter_of(place: str, zone: str) -> str:
    """沄薮 of 沄薮湖, 崿碛 of 崿碛氟化工产业园: two characters of three that may do for a place; "" where they don't."""
    plain = len(place) == 3 and place not in cities() and not re.search("[市县区州旗镇乡]$", place) and not is_word(place[:2])
    return place[:2] if plain and (re.match(LIES, place[2]) or purpose_of(zone)) else ""


def purpose_of(zone: str) -> str:
    """有色金属循环经济 of 砚岵有色金属循环经济产业园."""
    bare, (place, kind) = without_notes(zone), core_of(zone)
    return re.sub("^(?:国家级|省级|国家|综合)", "", bare.partition(place)[2].removesuffix(kind))


def is_called(said: str, whole: str) -> bool:
    """Whether all of ``said`` stands in ``whole`` in this order."""
    letters = iter(whole)
    return all(c in letters for c in said)


_ENDS = re.compile("(?P<words>[㐀-鿿]*?)(?P<end>园区|开发区|[园区城港]|基地|小镇)")
_PARKS = re.compile("(?:园区?|集[中聚]区|加工区|基地|小镇)$")
#: What makes another word of the last character: 园林, 区域, 城市.
_GOES_ON = {"园": "[区林艺丁博长]", "区": "[域块间位级属内委长县划]|外(?![资贸商汇企])", "城": "[市区乡镇建投管]", "港": "[口区澳资航务]"}


_STOPS = re.compile(r"\d|管委会|那边|呢?[，,。？?]|呢?$")


def drawn_together(zone: str, place: str, text: str) -> int:
    """How much of ``text``, which stands behind the place, still says the zone: 金属园, of 砚岵有色金属循环经济产业园.

    Characters of the rest of its name in their order, the first or the first two together, and what it is at the end.
    """
    rest = re.sub("^(?:[市县州]|区(?![块域]))(?=[㐀-鿿]{2})", "", without_notes(zone).partition(place)[2])
    if not rest:
        return 0
    run = re.match("[㐀-鿿]{0,14}", text)
    for length in range(run.end() if run else 0, 0, -1):
        said = _ENDS.fullmatch(text[:length])
        if said is None or re.match(_GOES_ON.get(said["end"], "(?!)"), text[length:]):
            continue
        words, end = said["words"], said["end"]
        same = rest.endswith(end) or (end.startswith("园") and _PARKS.search(rest)) or (end == "区" and rest.endswith("区"))
        kept = not words or words[0] == rest[0] or words[:2] in (rest if len(words) > 1 else purpose_of(zone))
        if same and kept and is_called(words, rest.removesuffix(end)):
            return length
    further = next((n for n in range(len(rest), 1, -1) if text.startswith(rest[:n])), 0)
    return further if further and _STOPS.match(text, further) else 0

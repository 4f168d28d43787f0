"""Which development zone a question means: full names, short names, the same sound, or one that no report is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

from assistant.speakers import named_in
from assistant.vocabulary import is_word
from assistant.zone_names import (
    FAMILIES,
    KIND,
    KIND_ALONE,
    NOT_NAMES,
    OPENS,
    PLACE,
    PROVINCES,
    SHORT_KIND,
    THEME,
    THEMES,
    WITHIN,
    WORD_ENDS,
)
from index.characters import simplified
from index.figures.companies import TRADE

__all__ = ["ZoneDirectory", "ZoneMention", "core_of"]


@dataclass(frozen=True, slots=True)
class ZoneMention:
    """A zone named in a question; ``zones`` is empty when no report is of it."""

    start: int
    end: int
    text: str
    zones: tuple[str, ...]
    note: str = ""


@lru_cache(maxsize=4_096)
def core_of(zone: str) -> tuple[str, str]:
    """(place, kind) of a zone's name: 嵊州经济开发区（浦口街道） → (嵊州, 经济开发区)."""
    bare = re.sub(r"[(（][^)）]*[)）]", "", zone).strip()
    bare = re.sub(r"管理?委员?会$|党工委$", "", bare)
    found = re.search(rf"(?:{KIND})$", bare)
    kind = found.group() if found else ""
    place = bare[: len(bare) - len(kind)] if kind else bare
    place = re.sub(r"(?:国家级|省级|国家|综合)$", "", place)
    place = place if kind else re.sub("[㐀-鿿]{0,2}(?:区|园|城|基地|小镇)$", "", place) if len(place) > 4 else place
    own = re.fullmatch(f"(?P<place>[㐀-鿿]{{2,}}?)(?:{THEME})*?(?P<kind>{THEME}[区园城])", bare)
    if own and 0 < len(kind) <= 2 and len(own["place"]) < len(place):  # 砻溪国际陆港区 is 砻溪's 陆港区, no 港区
        place, kind = own["place"], own["kind"]
    themed = re.sub(f"(?:{THEME})+$", "", place)  # 洮垣循环经济产业园 is 洮垣's
    place = themed if len(themed) >= 2 else place
    short = re.sub(rf"^(?:[㐀-鿿]{{2,3}}(?:省|自治区)|(?:{PROVINCES}))", "", place)
    return (short if len(short) >= 2 else place) or bare, kind


def _shortens(kind: str, zone: str) -> bool:
    """Whether all of a kind stands in a zone's name in this order: 高新区 of 高新技术产业开发区, but not 工业园 of 产业园."""
    letters = iter(zone)
    return kind == "园区" or all(c in letters for c in kind)


def _contracted(text: str, start: int, end: int, zones: tuple[str, ...]) -> int:
    """Where 稷原食品园 ends, for 稷原食品工业园: characters of the zone's name in their order, the first behind the place kept."""
    tail = re.match("[㐀-鿿]{0,6}?(?:[园区港城]|基地)", text[end:])
    if tail is None or len(zones) != 1:
        return end
    bare, said = re.sub(r"[(（].*", "", zones[0]), text[start : end + tail.end()]
    alone = tail.group() == "园" and not re.match("[区林艺丁博]", text[end + 1 :]) and re.search("园区?$", bare)  # 碛溇园, of a 产业园
    if alone or (len(tail.group()) > 1 and bare.endswith(tail.group())):
        return end + tail.end()
    place = core_of(zones[0])[0]
    behind = len(place)
    same = said[: behind + 1] == bare[: behind + 1] and said.startswith(place)
    if not same or len(said) == behind or not _shortens(said, bare):
        return end
    return end + tail.end()


def _places_of(zone: str) -> tuple[str, ...]:
    """澹州市阑浦, 阑浦: what a zone's place is called, with and without its city."""
    place = core_of(zone)[0]
    inner = re.sub("^[㐀-鿿]{2,3}[市州]", "", place)
    return (place, inner) if len(inner) >= 2 else (place,)


_JOINED_AFTER = re.compile("[和与跟同及、,，比](?P<place>[㐀-鿿]{2})")
_JOINED_BEFORE = re.compile("(?<![㐀-鿿])(?P<place>[㐀-鿿]{2})[和与跟同及、,，比]$")
_OPENING = re.compile(
    "(?:^|[，,。；;：: ])(?:请问)?(?P<place>[㐀-鿿]{2,4}?)(?:园区|开发区|新区|片区|港区)?(?=的?(?:20|19)?\\d\\d年?(?!\\d)|[去前今]年)"
)


_TOWN = re.compile("镇(?!级)|乡(?![村镇])|街道|社区|村(?!级)")
_CALLED = re.compile("(?:^|[，,。；;：: ])(?:请问)?(?P<name>[㐀-鿿]{2,8}?(?:[区园城港]|基地))(?=的?(?:20|19)?\\d\\d年?(?!\\d)|[去前今]年)")


def _family(kind: str) -> str:
    return next((name for name, kinds in FAMILIES.items() if kind in kinds), "")


def _identities(printed: list[str]) -> dict[str, str]:
    """Printed name → the zone it names: 椒渡高新区 and 椒渡高新技术产业开发区 are one, 椒渡经开区 is another.

    A bare 椒渡开发区 is the place's only zone when it has one family; 澹州市椒渡高新区 is 椒渡's when no other city has one.
    """
    groups: dict[str, dict[str, list[str]]] = {}
    places = {name: re.sub(r"(?<=[㐀-鿿]{2})[市县区]$", "", core_of(name)[0]) for name in printed}
    for name in printed:
        longer = {p for p in places.values() if p != places[name] and _in_city(p) == places[name]}
        place = longer.pop() if len(longer) == 1 else places[name]
        groups.setdefault(place, {}).setdefault(_family(core_of(name)[1]), []).append(name)
    out: dict[str, str] = {}
    for families in groups.values():
        named = [f for f in families if f]
        if len(named) == 1 and "" in families:
            families[named[0]] += families.pop("")
        for names in families.values():
            chief = max(names, key=lambda n: (len(n), n))
            out |= dict.fromkeys(names, chief)
    return out


def _in_city(place: str) -> str:
    """澹州市椒渡, 澹州椒渡 → 椒渡; "" where nothing is left."""
    found = re.fullmatch("[㐀-鿿]{2,3}[市州盟]([㐀-鿿]{2,})|[㐀-鿿]{2}([㐀-鿿]{2,3})", place)
    return next((part for part in found.groups() if part), "") if found else ""


_OUTSIDE = re.compile("[区园]外(?!资(?!金)|商|贸|汇|企|包|向|国)")  # 甲区外资金: from outside of it
_NO_THEME = re.compile("高新|经济|经开|工业|产业|国家|省级|市级|综合|开发|[㐀-鿿]?[市县区]|[㐀-鿿]{0,4}(?:开发区|高新区)$")


class ZoneDirectory:
    """The zones of an index and every way to name them.  Built once a generation; a few hundred zones at most."""

    def __init__(self, zones: Iterable[str], speakers: Mapping[str, str] | None = None) -> None:
        printed = sorted({z for z in zones if z})
        self.identity = _identities(printed)
        self.speakers = {name: self.identity[zone] for name, zone in (speakers or {}).items()}
        self.zones = tuple(sorted(set(self.identity.values())))
        self._aliases: dict[str, set[str]] = {}
        for name in printed:
            for alias in (*self._names(name), *self._names(simplified(name))):  # 峫漵 is asked for as 峫溆
                self._aliases.setdefault(alias, set()).add(self.identity[name])
        ordered = sorted(self._aliases, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None
        self._sounds = {tuple(lazy_pinyin(place)): z for z in self.zones for place in _places_of(z)}
        self._tails = self._without_city()
        tails = "|".join(map(re.escape, sorted(self._tails, key=len, reverse=True)))
        self._tail = re.compile(rf"(?P<tail>{tails})(?P<kind>{KIND})?") if tails else None
        self._themes = self._by_what_for()
        themes = "|".join(map(re.escape, sorted(self._themes, key=len, reverse=True)))
        self._theme = re.compile(rf"(?:^|(?<=[年度的在问和与跟比，, ]))(?:{themes})(?![㐀-鿿]{{0,6}}(?:项目|工程))") if themes else None

    def _by_what_for(self) -> dict[str, str]:
        """临空区 of 鹔川临空经济区, 装备园 of 碛溇装备制造产业园: what a zone is for and what it is, where that names one zone only."""
        called: dict[str, set[str]] = {}
        for zone in self.zones:
            behind = re.sub(r"[(（][^)）]*[)）]", "", zone)[len(core_of(zone)[0][:2]) :]
            if len(behind) >= 4 and not _NO_THEME.match(behind):
                last = "园" if behind.endswith("园区") else behind[-1]
                kind = re.search("(?!经济|产业|工业|技术|开发|示范|合作|集聚|集中|试验|功能|综合|物流)[㐀-鿿]{2}[区园城]$", behind)
                for name in (behind, behind[:2] + last, kind[0] if kind else behind):
                    called.setdefault(name, set()).add(zone)
        return {name: zones.pop() for name, zones in called.items() if len(zones) == 1 and name not in self._aliases}

    def _without_city(self) -> dict[str, str]:
        """汀海榕汀综合保税区 is called 榕汀综保区: what follows a city's two or three characters, where it names one zone only."""
        tails: dict[str, set[str]] = {}
        for zone in self.zones:
            place = core_of(zone)[0]
            for tail in {place[n:] for n in (2, 3)}:
                if len(tail) >= 2 and not THEMES.fullmatch(tail) and tail not in self._aliases:
                    tails.setdefault(tail, set()).add(zone)
        return {tail: zones.pop() for tail, zones in tails.items() if len(zones) == 1}

    def _names(self, zone: str) -> set[str]:
        place, kind = core_of(zone)
        bare = re.sub(r"[(（][^)）]*[)）]", "", zone).strip()
        places = {place}
        trimmed = re.sub(r"(?<=[㐀-鿿]{2})[市县区州]$", "", place)
        if len(trimmed) >= 2:
            places.add(trimmed)
        if re.fullmatch("[㐀-鿿]{2}[湖江河海山岛湾泉岭洲]", place):
            places.add(place[:2])  # 沄薮 of 沄薮湖旅游健康产业开发区
        if re.match(TRADE, place[2:]) and not is_word(place[:2]):
            places.add(place[:2])  # 滃垡 of 滃垡铝业新材工业园区
        inner = re.sub(r"^[㐀-鿿]{2,3}[市州]", "", place)
        if len(inner) >= 2:
            places.add(inner)
        if kind:
            places.add(bare[: -len(kind)])  # with what it is for: 上海临港
        names = {zone, bare} | {p for p in places if len(p) >= 2 and not THEMES.fullmatch(p)}
        family = FAMILIES.get(_family(kind), (kind,) if kind else ())
        for p in places:
            names |= {p + k for k in family} | {p + "开发区", p + "园区"}
        for note in re.findall(r"[(（]([^)）]{2,})[)）]", zone):
            names.add(note)
        return names

    def find(self, text: str) -> list[ZoneMention]:
        """Mentions of zones in ``text``, left to right, without overlaps; unknown ones included."""
        found: list[ZoneMention] = []
        taken = [False] * len(text)
        if self._pattern:
            for match in self._pattern.finditer(text):
                zones = tuple(sorted(self._aliases[match.group()]))
                end = match.end()
                town = _TOWN.match(text, end)
                if town and not any(z.startswith(match.group() + town.group()) for z in zones):
                    continue  # 菉塬镇, one of the towns of 菉塬农业科技园区
                kind = None if (outside := _OUTSIDE.match(text, end)) else re.match(KIND, text[end:])
                if kind and _family(kind.group()):  # 霁岭 + 高新区, printed as one name in the question
                    narrowed = tuple(z for z in zones if _family(core_of(z)[1]) == _family(kind.group()))
                    rival = _family(kind.group()) in ("高新", "经开")
                    if not narrowed and rival and all(_family(core_of(z)[1]) for z in zones):
                        continue  # another zone of the same place
                    if narrowed or rival:
                        zones, end = narrowed or zones, end + kind.end()
                    # else 鲸浦综合保税区 of the zone 鲸浦经开区: something inside it, which stays to be asked for
                elif short := SHORT_KIND.match(text, end):  # 砚川高新2021年: 区 left off
                    narrowed = tuple(z for z in zones if _family(core_of(z)[1]) == short.group())
                    zones, end = (narrowed, short.end()) if narrowed else (zones, end)
                elif kind:
                    # 鹭沼湖度假区 of 鹭沼湖省级旅游度假区, 雁埠保税物流园 of 雁埠保税物流园区
                    longer = match.group() + kind.group()
                    own = any(z.startswith(longer) or re.sub(r"[(（].*", "", z).endswith(kind.group()) for z in zones)
                    end += kind.end() if own or kind.group() in ("开发区", "园区") else 0
                if not kind and not outside:
                    end = _contracted(text, match.start(), end, zones)
                found.append(ZoneMention(match.start(), end, text[match.start() : end], zones))
                taken[match.start() : end] = [True] * (end - match.start())
        for named in (*self._by_tail(text), *self._by_initial(text)):
            if not any(taken[named.start : named.end]):
                found.append(named)
                taken[named.start : named.end] = [True] * (named.end - named.start)
        for start, end, zone in named_in(text, self.speakers):
            if not any(taken[start:end]):
                found.append(ZoneMention(start, end, text[start:end], (zone,)))
                taken[start:end] = [True] * (end - start)
        for match in re.finditer(rf"([㐀-鿿]{{2,8}}?)({KIND})", text):
            if any(taken[match.start() : match.end()]):
                continue
            mention = self._unknown(match)
            if mention:
                found.append(mention)
        if not found and (called := self._by_letters(text)):
            found.append(called)
        if not found and self._theme:
            found += [ZoneMention(*m.span(), m.group(), (self._themes[m.group()],)) for m in self._theme.finditer(text)]
        if not found and (slip := self._slip(text)):
            found.append(slip)
        found += list(self._slips_beside(text, found))
        if not found and (place := PLACE.match(text)):
            city = place.group("place")[:-1]
            inside = tuple(z for z in self.zones if z.startswith(city))
            start, end = place.span("place")
            found.append(ZoneMention(start, end - (1 if inside else 0), city if inside else place.group("place"), inside))
        return sorted(found, key=lambda m: m.start)

    def _slip(self, text: str) -> ZoneMention | None:
        """兰浦2015年…: a place that is called as a zone's sounds, with a year behind it."""
        for match in _OPENING.finditer(text):
            if (mention := self._sounding(match)) is not None:
                return mention
        return None

    def _sounding(self, match: re.Match[str]) -> ZoneMention | None:
        """The zone that is called as the ``place`` of a match sounds."""
        zone = self._sounds.get(tuple(lazy_pinyin(match["place"])))
        return ZoneMention(*match.span("place"), match["place"], (zone,), f"“{match['place']}”按同音的“{zone}”理解") if zone else None

    def _slips_beside(self, text: str, found: Sequence[ZoneMention]) -> Iterator[ZoneMention]:
        """槐渚和兰浦: a place that is called as a zone's sounds, joined to a zone that is named."""
        named = {zone for mention in found for zone in mention.zones}
        for mention in (m for m in found if m.zones):
            for match in (_JOINED_AFTER.match(text, mention.end), _JOINED_BEFORE.search(text[: mention.start])):
                beside = self._sounding(match) if match is not None else None
                if beside is not None and not named & set(beside.zones):
                    yield beside

    def _by_letters(self, text: str) -> ZoneMention | None:
        """中新生态城, 盐化新材料园: letters of one zone's name in their order, with two of it together at the front."""
        for match in _CALLED.finditer(text):
            said = match["name"]
            zones = [z for z in self.zones if said[:2] in z and _shortens(said, z)]
            if len(zones) == 1 and not re.fullmatch(KIND, said):
                return ZoneMention(*match.span("name"), said, (zones[0],))
        return None

    def _by_tail(self, text: str) -> list[ZoneMention]:
        """Zones called without their city's name, longest first."""
        found = []
        for match in self._tail.finditer(text) if self._tail else ():
            zone = self._tails[match.group("tail")]
            kind, before = match.group("kind"), text[: match.start()]
            if kind and not WORD_ENDS.search(before):
                continue
            if kind and _family(kind) != _family(core_of(zone)[1]) and kind not in ("开发区", "园区"):
                continue
            if kind or OPENS.search(before) or re.match(r"\d{2}", text[match.end() :]):
                end = match.end() if kind else _contracted(text, match.start(), match.end(), (zone,))
                found.append(ZoneMention(match.start(), end, text[match.start() : end], (zone,)))
        return found

    def _by_initial(self, text: str) -> Iterator[ZoneMention]:
        """砚高新: the first character of the place before the short kind, where one zone alone is called so."""
        for match in re.finditer(r"(?:^|(?<=[^㐀-鿿]))(?P<first>[㐀-鿿])(?P<kind>高新|经开)区?(?![技产企园领成])", text):
            meant = [z for z in self.zones if z.startswith(match["first"]) and _family(core_of(z)[1]) == match["kind"]]
            if len(meant) == 1:
                yield ZoneMention(*match.span(), match.group(), (meant[0],))

    def by_kind(self, text: str) -> tuple[str, ...]:
        """高新区2018年…: the only zone of that kind, when no place is named."""
        match = KIND_ALONE.search(text)
        if not match:
            return ()
        family = _family(match.group("kind"))
        found = [z for z in self.zones if _family(core_of(z)[1]) == family] if family else []
        return (found[0],) if len(found) == 1 and len(self.zones) > 1 else ()

    def _unknown(self, match: re.Match[str]) -> ZoneMention | None:
        place, kind = match.group(1), match.group(2)
        if tuple(lazy_pinyin(place)) not in self._sounds:  # 筱该 is 筱陔 misspelt, no 该 of this zone
            place = re.split("|".join(sorted(NOT_NAMES, key=len, reverse=True)), place)[-1]
        if len(place) < 2 or kind in WITHIN:
            return None
        start = match.end() - len(kind) - len(place)
        sounding = self._sounds.get(tuple(lazy_pinyin(place)))
        text = place + kind
        if sounding and core_of(sounding)[0] != place and _shortens(kind, sounding):
            return ZoneMention(start, match.end(), text, (sounding,), f"“{text}”按同音的“{sounding}”理解")
        within = [z for z in self.zones if place in z and _shortens(kind, z[z.index(place) + len(place) :])]  # 古雷开发区 of 漳州古雷港经济开发区
        return ZoneMention(start, match.end(), text, tuple(within) if len(within) == 1 else ())

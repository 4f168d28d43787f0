"""Which development zone a question means: full names, short names, the same sound, or one that no report is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pypinyin import lazy_pinyin

from assistant.speakers import named_in
from assistant.zone_names import (
    FAMILIES,
    KIND,
    KIND_ALONE,
    NOT_NAMES,
    OPENS,
    PLACE,
    PROVINCES,
    SHORT_KIND,
    THEMES,
    WIDE,
    WITHIN,
    WORD_ENDS,
)
from assistant.zone_places import (
    LIES,
    before_kind,
    city_of,
    core_of,
    drawn_together,
    family_of,
    for_something,
    inner_of,
    is_called,
    purpose_of,
    shorter_of,
    tails_of,
    without_notes,
)
from index.characters import simplified

__all__ = ["ZoneDirectory", "ZoneMention", "core_of"]


@dataclass(frozen=True, slots=True)
class ZoneMention:
    """A zone named in a question; ``zones`` is empty when no report is of it."""

    start: int
    end: int
    text: str
    zones: tuple[str, ...]
    note: str = ""


def _shortens(kind: str, zone: str) -> bool:
    """Whether all of a kind stands in a zone's name in this order: 高新区 of 高新技术产业开发区, but not 工业园 of 产业园."""
    return kind == "园区" or is_called(kind, zone)


def _places_of(zone: str) -> tuple[str, ...]:
    """澹州市阑浦, 阑浦: what a zone's place is called, with and without its city."""
    place = core_of(zone)[0]
    inner = inner_of(place)
    return (place, inner) if inner else (place,)


def _without_rank(place: str) -> str:
    """苇陉 of 苇陉县."""
    return re.sub(r"(?<=[㐀-鿿]{2})[市县区州]$", "", place)


def _said_further(text: str, start: int, end: int, zones: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """How far the rest of the zones' names is said behind the place that stands there, and which are called so: 砚岵金属园."""
    called = text[start:end]
    reach: dict[str, int] = {}
    for zone in zones:
        places = _places_of(zone)
        place = next((p for p in (*places, *map(_without_rank, places)) if called.startswith(p)), called)
        behind = start + len(place)
        if length := drawn_together(zone, place, text[behind:]):
            reach[zone] = behind + length
    furthest = max(reach.values(), default=0)
    return (furthest, tuple(z for z, at in reach.items() if at == furthest)) if furthest >= end else (end, zones)


def _said_before(text: str, start: int, zone: str) -> int:
    """Where 江南 of 江南砚岵 begins, a part of the zone's name that stands before its place."""
    before = without_notes(zone).partition(text[start : start + 2])[0]
    bare = re.sub("(?:省|自治区|[市县区])$", "", before)
    ahead = {before, bare, re.sub(f"^(?:{PROVINCES})省?", "", bare), bare[:2], bare[:3]} - {""}
    return start - max((len(b) for b in ahead if text.endswith(b, 0, start)), default=0)


_JOINED_AFTER = re.compile("[和与跟同及、,，比](?P<place>[㐀-鿿]{2})")
_JOINED_BEFORE = re.compile("(?<![㐀-鿿])(?P<place>[㐀-鿿]{2})[和与跟同及、,，比]$")
_OPENING = re.compile(
    "(?:^|[，,。；;：: ])(?:请问)?(?P<place>[㐀-鿿]{2,4}?)(?:园区|开发区|新区|片区|港区)?(?=的?(?:20|19)?\\d\\d年?(?!\\d)|[去前今]年)"
)


_TOWN = re.compile("镇(?!级)|乡(?![村镇])|街道|社区|村(?!级)")
_CALLED = re.compile("(?:^|[，,。；;：: ])(?:请问)?(?P<name>[㐀-鿿]{2,8}?(?:[区园城港]|基地))(?=的?(?:20|19)?\\d\\d年?(?!\\d)|[去前今]年)")


_ANY_KIND = ("", "开发区", "园区")


def _identities(printed: list[str]) -> dict[str, str]:
    """Printed name → the zone it names: 椒渡高新区 and 椒渡高新技术产业开发区 are one, 椒渡经开区 is another.

    A bare 椒渡开发区 is the place's only zone when it has one family; 澹州市椒渡高新区 is 椒渡's when no other city has one.
    """
    groups: dict[str, list[list[str]]] = {}
    places = {name: re.sub(r"(?<=[㐀-鿿]{2})[市县区]$", "", core_of(name)[0]) for name in printed}
    for name in sorted(printed, key=lambda n: core_of(n)[1] in _ANY_KIND):
        longer = {p for p in places.values() if p != places[name] and _in_city(p) == places[name]}
        of_place = groups.setdefault(longer.pop() if len(longer) == 1 else places[name], [])
        same = [names for names in of_place if all(_may_be_one(name, other) for other in names)]
        if same and (len(same) == 1 or core_of(name)[1] not in _ANY_KIND):
            same[0].append(name)
        else:
            of_place.append([name])
    return {name: max(names, key=lambda n: (len(n), n)) for of_place in groups.values() for names in of_place for name in names}


def _may_be_one(name: str, other: str) -> bool:
    """Whether two names of one place may be one zone's: of one family or one kind drawn together, and for nothing that the other isn't."""
    kinds, ends = [core_of(n)[1] for n in (name, other)], [purpose_of(n) for n in (name, other)]
    kind, longer = sorted(kinds, key=len)
    kin = longer.endswith(kind) or (kind[:1] == longer[0] and is_called(kind, longer)) if longer else True
    same = kind in _ANY_KIND or (family_of(kind) == family_of(longer) != "") or kin
    return same and is_called(*sorted(ends, key=len))


def _in_city(place: str) -> str:
    """澹州市椒渡, 澹州椒渡 → 椒渡; "" where nothing is left."""
    found = re.fullmatch("[㐀-鿿]{2,3}[市州盟]([㐀-鿿]{2,})|[㐀-鿿]{2}([㐀-鿿]{2,3})", place)
    return next((part for part in found.groups() if part), "") if found else ""


_OUTSIDE = re.compile("[区园]外(?!资(?!金)|商|贸|汇|企|包|向|国)")  # 甲区外资金: from outside of it
_NO_THEME = re.compile("高新|经济|经开|工业|产业|国家|省级|市级|综合|开发|[㐀-鿿]?[市县区]|[㐀-鿿]{0,4}(?:开发区|高新区)$")


_COMMON = re.compile(f"{THEMES.pattern}|{WIDE}")


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
            for tail in tails_of(zone):
                if not THEMES.fullmatch(tail) and tail not in self._aliases:
                    tails.setdefault(tail, set()).add(zone)
        return {tail: zones.pop() for tail, zones in tails.items() if len(zones) == 1}

    def _names(self, zone: str) -> set[str]:
        place, kind = core_of(zone)
        bare = without_notes(zone)
        places = {place}
        trimmed = re.sub(r"(?<=[㐀-鿿]{2})[市县区州]$", "", place)
        if len(trimmed) >= 2:
            places.add(trimmed)
        if inner := inner_of(place):
            places.add(inner)
        places |= {city_of(place, kind)} - {""}
        whole = before_kind(zone)[0]
        if re.fullmatch(f"[㐀-鿿]{{1,2}}{LIES}", whole.removeprefix(place)) and not for_something(whole.removeprefix(place)):
            places.add(whole)  # 枝江姚家港, of 枝江姚家港化工园
        places |= {shorter for p in (place, inner) if (shorter := shorter_of(p, zone))}
        if kind:
            places.add(bare[: -len(kind)])  # with what it is for: 上海临港
        names = {zone, bare} | {p for p in places if len(p) >= 2 and not _COMMON.fullmatch(p)}
        kinds = FAMILIES.get(family_of(kind), (kind,) if kind else ())
        for p in places:
            names |= {p + k for k in kinds} | {p + "开发区", p + "园区"}
        for note in re.findall(r"[(（]([^)）]{2,})[)）]", zone):
            names.add(note)
        return names

    def find(self, text: str) -> list[ZoneMention]:
        """Mentions of zones in ``text``, left to right, without overlaps; unknown ones included."""
        found: list[ZoneMention] = []
        taken = [False] * len(text)
        for match in self._pattern.finditer(text) if self._pattern else ():
            if (called := self._called(text, match)) is not None:
                if any(taken[called.start : match.start()]):  # 沄州, which stands before 堰岍, is a zone's name by itself
                    called = replace(called, start=match.start(), text=text[match.start() : called.end])
                found.append(called)
                taken[called.start : called.end] = [True] * len(called.text)
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

    def _called(self, text: str, match: re.Match[str]) -> ZoneMention | None:
        """What is called by one of the aliases, with what more of its name is said; None where something else is."""
        zones, end = tuple(sorted(self._aliases[match.group()])), match.end()
        town = _TOWN.match(text, end)
        if town and not any(match.group() + town.group() in z for z in zones):
            return None  # 菉塬镇, one of the towns of 菉塬农业科技园区
        outside = _OUTSIDE.match(text, end)
        further, meant = (end, zones) if outside else _said_further(text, match.start(), end, zones)
        kind = None if outside or further > end else re.match(KIND, text[end:])
        if kind and family_of(kind.group()):  # 霁岭 + 高新区, printed as one name in the question
            narrowed = tuple(z for z in zones if family_of(core_of(z)[1]) == family_of(kind.group()))
            rival = family_of(kind.group()) in ("高新", "经开")
            if not narrowed and rival and all(family_of(core_of(z)[1]) for z in zones):
                return None  # another zone of the same place
            if narrowed or rival:
                further, meant = end + kind.end(), narrowed or zones
            # else 鲸浦综合保税区 of the zone 鲸浦经开区: something inside it, which stays to be asked for
        elif further == end and (short := SHORT_KIND.match(text, end)):  # 砚川高新2021年: 区 left off
            narrowed = tuple(z for z in zones if family_of(core_of(z)[1]) == short.group())
            further, meant = (short.end(), narrowed) if narrowed else (end, zones)
        elif kind and kind.group() in ("开发区", "园区"):
            further = end + kind.end()
        start = _said_before(text, match.start(), meant[0])
        return ZoneMention(start, further, text[start:further], meant)

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
            if kind and family_of(kind) != family_of(core_of(zone)[1]) and kind not in ("开发区", "园区"):
                continue
            if kind and not family_of(kind) and kind not in (*_ANY_KIND, zone[-len(kind) :]):
                continue  # a 片区 in it
            if kind or OPENS.search(before) or re.match(r"\d{2}", text[match.end() :]):
                end = match.end() if kind else match.end() + drawn_together(zone, match.group("tail"), text[match.end() :])
                found.append(ZoneMention(match.start(), end, text[match.start() : end], (zone,)))
        return found

    def _by_initial(self, text: str) -> Iterator[ZoneMention]:
        """砚高新: the first character of the place before the short kind, where one zone alone is called so."""
        for match in re.finditer(r"(?:^|(?<=[^㐀-鿿]))(?P<first>[㐀-鿿])(?P<kind>高新|经开)区?(?![技产企园领成])", text):
            meant = [z for z in self.zones if z.startswith(match["first"]) and family_of(core_of(z)[1]) == match["kind"]]
            if len(meant) == 1:
                yield ZoneMention(*match.span(), match.group(), (meant[0],))

    def by_kind(self, text: str) -> tuple[str, ...]:
        """高新区2018年…: the only zone of that kind, when no place is named."""
        match = KIND_ALONE.search(text)
        if not match:
            return ()
        kin = family_of(match.group("kind"))
        found = [z for z in self.zones if family_of(core_of(z)[1]) == kin] if kin else []
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

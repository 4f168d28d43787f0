"""A comparison of zones or years in what has to be worked out for each (增加值率, 净增数, 工业用地占比), as one question for each of them.

What is left of the question without the zones, the years and what compares them is what is asked of each: 2023年供地里工业用地占比，
甲和乙谁高 → 甲2023年供地里工业用地占比是多少.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.cues import GROUPS
from assistant.facts import Facts
from assistant.periods import find_periods
from assistant.question import normalise_question
from assistant.results import TOGETHER
from assistant.spread import Spread
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.records import Period
from index.units import ANY_UNIT

__all__ = ["asks_rate", "one_against_sum", "set_apart"]

_HOW_MUCH = f"(?:多少|几)个?(?:[百千]?[万亿])?(?:个?(?:百分)?点|{ANY_UNIT})?"
_SIZE = "[高低大小多少快慢强好差重]"
_ASIDE = "(?:又|还|要|更|最|比较|到底|究竟|分别|各自?|都|会|能|的|是|为|有|算|得|了)*"
_WHICH = "(?:谁家?|孰|何者|哪一?(?:[个家边方头者年块地]区?)?)"
#: What compares, in the order in which it is taken off.
_COMPARES = re.compile(
    f"{_SIZE}(?:还是|或者?)\x02?的?{_SIZE}|(?:还是|或者?)\x02的?{_SIZE}"
    f"|{_ASIDE}{_WHICH}{_ASIDE}(?:[定做长涨排]得?)?{_ASIDE}{_SIZE}(?:一?些|一?点)?"
    f"|{_ASIDE}(?:合计|加起来|加在?一(?:起|块儿?)|一共|总共|之和|之差)(?:是|有|为)*(?:{_HOW_MUCH})?"
    f"|{_ASIDE}(?:相?差|{_SIZE}|领先|落后|超)(?:了|出|着|过)*{_HOW_MUCH}"
    f"|{_ASIDE}是?(?:后者|前者|它|对方)?的?(?:多少|几)倍"
    f"|(?:各自?|分别|都)(?:是|为|有|占|在)*(?:{_HOW_MUCH}|百分之(?:几|多少)|几成|几何)"
    "|(?:都|也)?(?:报|给|列|说)(?:一?个|一下|出|下)?(?:具体|准确)?的?数(?:字|据|值)?"
    f"|(?:差[别距额]|悬殊)(?:有多)?(?:大吗?|是?{_HOW_MUCH})?"
    "|(?:作|做|对|相)?比(?:一比|较|对|一下)|放(?:在)?一起(?:比|看)?|[两三四]者?(?:相比|比)?(?=$|[，,。？?的])"
)
_LINKS = re.compile(
    "^(?:[和与跟同及对比还是以及、，,的在里]|vs|VS|PK|pk|相比|之间|两[个家者地区]|三[个家者地区])+"
    "|(?:[和与跟同及对比是、，,在]|还是|vs|VS|PK|pk)+$"
)
_ASKED = re.compile(f"(?<=[㐀-鿿]{{2}})[了是有为]*(?:{_HOW_MUCH}|百分之(?:几|多少)|几成)$")
_ASKS = re.compile("多少|几(?![率何])|谁|哪|吗|什么|怎|如何|为啥|比(?![重例率值])")
_WORKED_OUT = re.compile("率|占比|比重|比例|份额|净增|平均|[人户件笔]均|每(?![年月季])|顺差|逆差|差额|剩|未|没")
_GAP = "\x02"
_MOST = 4


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    zone: str = ""
    period: Period | None = None


def set_apart(text: str, known: Understanding, *, answered: bool = False) -> Spread | None:
    """The question for each zone or year that is compared; None where fewer than two are, or nothing is left to ask of each.

    Where rules have ``answered``, they have compared what reports print: only what has to be worked out for each is left.
    """
    whole = normalise_question(text)
    mentions = sorted(_mentions(whole, known), key=lambda m: m.start)
    zones = list(dict.fromkeys(m.zone for m in mentions if m.zone))
    years = list(dict.fromkeys(m.period for m in mentions if m.period is not None))
    left = whole
    for m in reversed(mentions):
        left = left[: m.start] + _GAP + left[m.end :]
    if not zones and (every := GROUPS.search(left)) is not None and 2 <= len(known.zones.zones) <= _MOST:
        zones, left = list(known.zones.zones), left[: every.start()] + _GAP + left[every.end() :]
    compares = _COMPARES.search(left)
    left = _COMPARES.sub(_GAP, left)
    pieces = [p for q in re.split(f"[{_GAP}，,。；;？?！!：:（()）]", left) if len(p := _bare(q)) > 1]
    what = "".join(pieces)
    asking = _ASKED.search(what)
    noun = what[: asking.start()] if asking else what
    if compares is None or not what or _ASKS.search(noun) or len(pieces) > 2 or (answered and not _WORKED_OUT.search(noun)):
        return None
    what += "" if asking else "是多少"
    if len(zones) <= 1 and len(years) <= 1 and (things := _things(pieces)):
        where, when = zones[0] if zones else "", years[0] if years else None
        return Spread(tuple((name, _question(where, when, f"{name}的{rate}是多少")) for name, rate in things), whole)
    cells = _paired(mentions) if len(zones) == len(years) == 2 else None
    if cells is None and 2 <= len(zones) <= _MOST and len(years) <= 1:
        cells = [(z, years[0] if years else None) for z in zones]
    if cells is None and len(zones) <= 1 and 2 <= len(years) <= _MOST:
        cells = [(zones[0] if zones else "", year) for year in years]
    if cells is None:
        return None
    several = len(zones) > 1
    names = [Facts.short(z) if several else year.label if year is not None else "" for z, year in cells]
    return Spread(tuple((name, _question(z, year, what)) for name, (z, year) in zip(names, cells, strict=True)), whole)


_RATE = re.compile(
    "(?P<names>.{4,30}?)的?(?P<rate>(?:任务|目标|计划|投资)?完成率"
    "|(?:开工|投产|履约|到位|落地|入驻|出租|入住|办结|整改|处置|化解|清偿|利润|亏损|增加值)率|亏损面|占比)"
)


def _things(pieces: Sequence[str]) -> list[tuple[str, str]]:
    """甲和乙的完成率: what is compared in a rate, each with it; empty where it is another number."""
    said = _RATE.fullmatch("的".join(pieces))
    names = re.split("[、和与跟同]|还是", said["names"].rstrip("的")) if said is not None else []
    return [(n, said["rate"]) for n in names] if said is not None and 2 <= len(names) <= _MOST and all(len(n) > 1 for n in names) else []


def asks_rate(parts: Spread) -> bool:
    """Whether a rate is asked of each, so that amounts are no answer."""
    return all(re.search("(?<!增长)(?<!汇)(?:率|占比|比重)(?:是多少|(?:是|有|为)?百分之(?:几|多少))$", question) for _, question in parts.asked)


def _question(zone: str, year: Period | None, what: str) -> str:
    return f"{Facts.short(zone) if zone else ''}{year.label if year is not None else ''}{what}"


def _bare(piece: str) -> str:
    while (shorter := _LINKS.sub("", piece.strip())) != piece:
        piece = shorter
    return piece


def _mentions(text: str, known: Understanding) -> Iterator[_Mention]:
    for zone in known.zones.find(text):
        if len(zone.zones) == 1:
            yield _Mention(zone.start, zone.end, zone=zone.zones[0])
    for said in find_periods(text):
        for period in said.periods:
            yield _Mention(said.start, said.end, period=period)


def _paired(mentions: list[_Mention]) -> list[tuple[str, Period | None]] | None:
    """甲2022年和乙2023年: each zone with the year beside it; None where they don't stand in turn."""
    kinds = ["z" if m.zone else "p" for m in mentions]
    if kinds not in (["z", "p", "z", "p"], ["p", "z", "p", "z"]):
        return None
    first, last = mentions[:2], mentions[2:]
    return [(next(m.zone for m in two if m.zone), next(m.period for m in two if m.period is not None)) for two in (first, last)]


_JOINED = "[、和与及跟同加]|再加上?|加上|以及"
_COUNTED = "(?:这|那)?(?:[两二三四]|几)个?[家个块项者大类](?:主导)?(?:片区|园区|产业|行业|企业|项目|组团)?"
# 甲一家比乙、丙加起来还多多少, 甲比乙加丙还多吗; 乙和丙合计比甲少多少, the other way round.
_ONE_FIRST = re.compile(
    f"(?P<one>[^。？?]{{2,30}}?)比(?![重例较率])(?:(?P<others>[^，,。？?比]{{3,40}}?)(?:{_COUNTED})?的?{TOGETHER}(?:起来)?的?(?:还|都|也|要|得)*"
    f"|(?P<added>[^，,。？?比]{{2,20}}?加[^，,。？?比]{{2,20}}?)(?:还|都|也|要)+)[多高大少低小]"
)
_SUM_FIRST = re.compile(
    f"(?P<others>[^。？?比]{{3,40}}?)(?:{_COUNTED})?的?{TOGETHER}(?:起来)?(?:还|都|也|要|得)*(?:[没不]有?)?(?:比|如|及)(?P<one>[^，,。？?]{{2,20}}?)(?:一?[家个])?(?:还|都|也|要|得)*(?:[多高大少低小]|$)"
)
_AROUND = re.compile(
    "^(?:的|在|里|中|[光单仅只就]是?|单单|一?[家个块项](?:的|片区)?|就|都|又|还|[，,、：:])+|(?:的|单独|自己|独自|一?[家个块项](?:片区|企业)?的?|就|都|又|还|[，,、：:])+$"
)


def one_against_sum(text: str, known: Understanding) -> Spread | None:
    """The question for the one, first, and for each of those whose sum it is set against; None where a question sets none so."""
    whole = normalise_question(text)
    mentions = [*_mentions(whole, known)]
    zones = [m for m in mentions if m.zone]
    years = list(dict.fromkeys(m.period for m in mentions if m.period is not None))
    if len(zones) > 1 or len(years) > 1:
        return None
    left = whole
    for m in sorted(mentions, key=lambda m: -m.start):
        left = left[: m.start] + left[m.end :]
    said = _ONE_FIRST.search(left) or _SUM_FIRST.search(left)
    if said is None:
        return None
    measures = list(dict.fromkeys(left[t.start : t.end] for t in find_terms(left)))
    if len(measures) > 1:
        return None
    measure = measures[0] if measures else ""

    def name(part: str) -> str:
        part = part.replace(measure, "，") if measure else part
        pieces = [p for p in re.split("[，,]", part) if len(_stripped(p)) > 1]
        return _stripped(pieces[-1]) if len(pieces) == 1 else ""

    names = [name(said["one"]), *(name(p) for p in re.split(_JOINED, said["others"] or said["added"]))]
    if not 3 <= len(names) <= _MOST + 1 or not all(names) or any(_ASKS.search(n) for n in names):
        return None
    where = f"{Facts.short(zones[0].zone) if zones else ''}{years[0].label if years else ''}"
    return Spread(tuple((n, f"{where}{n}的{measure or '产值'}是多少") for n in names), whole)


def _stripped(piece: str) -> str:
    while (shorter := _AROUND.sub("", piece.strip())) != piece:
        piece = shorter
    return piece

"""One question of several years, zones or things, each as a question of its own: A、B平均每家各做多少产值，哪个高.

Whoever answers one of them tells the number for each; ``against`` is the clause that asks how they compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.periods import find_periods
from assistant.question import normalise_question
from assistant.understanding import Understanding

__all__ = ["Spread", "spread"]

_LINK = re.compile("(?:[、，,和与及跟同]|以及|还有)+")
_EACH = re.compile("分别|各自|各(?=[㐀-鿿])|每年|每一?年")
_COUNTED = re.compile("(?:这)?[两二三四五](?:个|大|家|类|条|项|年)(?:片区|园区?|行业|产业|企业|项目|指标|组团)?(?:里|中)?")
_NAMED = "(?:(?!分别|各自?|[的比较占超、和与及])[㐀-鿿A-Za-z]){2,12}"
_LISTED = re.compile(f"(?P<list>{_NAMED}(?:、{_NAMED})*(?:和|与|及|以及|、){_NAMED}?)(?=的|[，,]|分别|各|都|平均|[两二三四五](?:个|大|家|类|条))")
#: 哪个高, 是升了还是降了, 多租了多少: how the numbers told compare, with no noun of its own.
_AGAINST = re.compile(
    "(?:那么?)?(?:是|到底|究竟|总体|两边|两者|两家|两年|之间|又)*(?:(?:哪一?[个家边头年块处方]?|谁|孰)(?:的|更|最|要|比较)*[高大多快好低小少慢差重](?:些|一?点)?"
    "|[^，,。？?]{0,3}?[升涨增多高快降跌减少低][^，,。？?]{0,3}还是[^，,。？?]{1,4}"
    "|(?:相?差|[多少高低]|增加|减少|提高|下降|涨|降|升)[㐀-鿿]{0,2}?[了出]?(?:多少|几)[㐀-鿿%]{0,6})(?:了|呢)?[?？。]*"
)
#: 2015、2016两年各算一个, behind the question.
_BEHIND = re.compile(
    "[，,；;。？?](?P<list>[^，,；;。？?]{4,24}?)(?:这?[两二三四](?:年|个|家))?(?:都|分别|各自?)(?:算|说|给|报|列|来)[一个下遍次]*[?？。]*$"
)
_WHICH_OF_THEM = re.compile("哪一?边|哪一?方|哪一?家|哪一?个(?:区|园|开发区)|谁|孰")
_MOST = 4


@dataclass(frozen=True, slots=True)
class Spread:
    """``asked`` are the things listed, each with its question; ``against`` is "" where nothing is compared."""

    asked: tuple[tuple[str, str], ...]
    against: str


def spread(text: str, known: Understanding) -> Spread | None:
    """None where the question lists nothing of which each is asked for, or more than four."""
    whole = normalise_question(text)
    head, against = _parted(whole)
    behind = _BEHIND.search(head)
    if behind is not None:  # …多少？2015、2016两年各算一个
        lists = [found for found in _lists(behind["list"], known) if found[0] == 0]
        names = max(lists, key=lambda found: found[1])[2] if lists else ()
        return Spread(tuple((name, name + head[: behind.start()]) for name in names), against) if names else None
    own = _by_zone(head, known)
    if own:
        return Spread(own, against)
    said = _EACH.search(head)
    if said is None:
        return None
    lists = [found for found in _lists(head, known) if found[1] <= said.start()]
    if not lists:
        return None
    start, end, names = max(lists, key=lambda found: found[1])
    counted = _COUNTED.match(head, end)
    rest = head[counted.end() if counted else end : said.start()] + head[said.end() :]
    if _WHICH_OF_THEM.search(rest):  # 哪边涨得猛，各涨几个点: of both, and none by itself
        return None
    rest = re.sub("^[都均](?:是|为)?[^，,。？?]{0,10}(?=[，,])", "", rest)
    if sum(1 for clause in re.split("[，,；;。？?]", rest) if re.search("多少|几|多[大高]", clause)) != 1:
        return None
    return Spread(tuple((name, f"{head[:start]}{_in_full(name, known)}{rest}") for name in names), against)


def _by_zone(text: str, known: Understanding) -> tuple[tuple[str, str], ...]:
    """甲2014年签约项目平均投资多少，乙2016年签的平均合同额多少: clauses that each ask of a zone of their own; empty where they don't."""
    clauses = [c for c in re.split("[，,；;。？?：:]", text) if c.strip()]
    asking = [c for c in clauses if re.search("多少|几|多[大高]", c)]
    if not 2 <= len(asking) <= _MOST:
        return ()
    zones = [[m for m in known.zones.find(c) if len(m.zones) == 1] for c in asking]
    if any(len(z) != 1 for z in zones) or len({z[0].zones for z in zones}) < len(asking):
        return ()
    if not all(find_periods(c) for c in asking) or any(known.zones.find(c) for c in clauses if c not in asking):
        return ()
    return tuple((z[0].text, c) for z, c in zip(zones, asking, strict=True))


def _in_full(name: str, known: Understanding) -> str:
    """北垣 is 北垣片区, where reports tell of one part so called."""
    parts = [s for s in known.scopes if s.startswith(name) and len(s) - len(name) <= 3]
    return parts[0] if len(parts) == 1 else name


def _parted(text: str) -> tuple[str, str]:
    """A question and its last clause, where that one only compares."""
    last = re.search("^(?P<head>.{8,}?)[，,；;。？?](?P<tail>[^，,；;。？?]{2,14}[？?。]*)$", text)
    return (last["head"], last["tail"]) if last and _AGAINST.fullmatch(last["tail"]) else (text, "")


def _lists(text: str, known: Understanding) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Start, end and names of what is listed side by side: years, zones, or things between them."""
    periods, zones = find_periods(text), known.zones.find(text)
    for mention in periods:
        if 2 <= len(mention.periods) <= _MOST and all(p.is_year for p in mention.periods):
            yield mention.start, mention.end, [p.label for p in mention.periods]
    for spans in ([(p.start, p.end) for p in periods if len(p.periods) == 1], [(z.start, z.end) for z in zones if len(z.zones) == 1]):
        for run in _side_by_side(text, spans):
            yield run[0][0], run[-1][1], [_dated(text[a:b]) for a, b in run]
    taken = [*((p.start, p.end) for p in periods), *((z.start, z.end) for z in zones)]
    for match in _LISTED.finditer(text):
        start = max((b for _, b in taken if b <= match.end("list") and b >= match.start()), default=match.start())
        if start > 0 and start == match.start() and re.match("(?![的比较占超和与及])[㐀-鿿A-Za-z]", text[start - 1]):
            continue  # the end of a longer name
        names = [n for n in re.split("、|以及|[和与及]", re.sub("^的?(?:里|中|当中)?", "", text[start : match.end("list")])) if n]
        if 2 <= len(names) <= _MOST and all(len(n) >= 2 for n in names):
            yield start, match.end("list"), names


def _side_by_side(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    run: list[tuple[int, int]] = []
    for span in sorted(spans):
        if run and not _LINK.fullmatch(text[run[-1][1] : span[0]]):
            if 2 <= len(run) <= _MOST:
                yield run
            run = []
        run.append(span)
    if 2 <= len(run) <= _MOST:
        yield run


def _dated(name: str) -> str:
    """2015、2016两年: 2015年, 2016年."""
    return f"{name}年" if re.fullmatch(r"(?:19|20)?\d\d", name) else name

"""What was told before and can be pointed at: the things of a list, the two last numbers, the one number told last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.extractive.drafting import NOT_NAMED
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.periods import find_periods
from assistant.phrases import ASKING
from assistant.records import Answer, Citation, Operation
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.numbers import NUMERALS
from index.records import Figure, FigureKind, Status

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["Thing", "by_default", "called", "figures_told", "last_told", "measured", "pair_told", "singles_told", "things_told",
           "without_asides"]

# 哦下滑了, 是政策影响的吧, 好的谢谢: what is said between questions.
_REMARK = re.compile("(?:[吧了啊呀嘛哈哦噢呗哎唉]|对吧|是吧|对不对)[。！!~，, ]*$")
_MANNERS = re.compile(
    "(?:好的?|嗯+|哦+|噢+|行|可以|ok|谢谢|多谢|辛苦|收到|明白|知道|了解|懂|厉害|不错|真|这样|原来如此|挺|可惜|我|记下来?|没事|继续|先|了|啊|吧"
    "|你|您|[，,。！!~ ])+",
    re.IGNORECASE,
)
_THESE = re.compile("[这那好]几")
_COUNTED = re.compile(r"(?:共(?:有)?|(?:没有)?完成目标的有)\d+[条个项家类件种]")
_MARKER = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）]?[是、.．]?|[①-⑳])\s*")
_ITEM = "[㐀-鿿A-Za-z0-9“”]{2,14}"
# 甲、乙、丙三项: told in a sentence, with how many they are.
_IN_A_ROW = re.compile(f"(?P<items>{_ITEM}(?:、{_ITEM}?)+?)(?:等|这)?(?P<many>[两二三四五六七八九])(?:大|个|项|家|类|条|座|种)")


_QUOTED = re.compile("“[^“”]{2,24}”(?:(?:[、，]|和|与|及|以及|并获)“[^“”]{2,24}”)+")  # 获评“甲”和“乙”
_ROSTER = re.compile(r"有\d+个：(?P<items>[^，。；：]+(?:、[^，。；：]+)+)。$")


@dataclass(frozen=True, slots=True)
class Thing:
    """Something told that a next question can be of; ``measure`` is what was told of it, where it is a number."""

    name: str
    zone: str = ""
    when: str = ""
    measure: str = ""
    figure: Figure | None = None
    text: str = ""  # of an item of a list: all of it
    cited: Citation | None = None


def called(figure: Figure) -> str:
    """What a number is of, as a question names it: 签约亿元以上项目."""
    return figure.indicator if not figure.scope or figure.scope in figure.indicator else figure.scope + figure.indicator


def without_asides(turns: Sequence[Turn], known: Understanding) -> list[Turn]:
    """The turns but for what only remarks on the one before: nothing is asked, nothing named, nothing new told."""
    kept: list[Turn] = []
    for turn in turns:
        text = turn.query.text
        names = known.zones.find(text) or find_periods(text) or find_terms(text)
        remark = not ASKING.search(_THESE.sub("", text)) and not names and (_REMARK.search(text) or _MANNERS.fullmatch(text))
        before = kept[-1].answer if kept else None
        told = {*turn.answer.figures}
        new = not turn.answer.refused and (before is None or not told or not told <= {*before.figures})
        if not remark or new:
            kept.append(turn)
    return kept


def figures_told(answer: Answer) -> list[Figure]:
    """The printed amounts that an answer tells, each once; empty where it was refused or worked them out."""
    if answer.refused or any(s.formula for s in answer.statements):
        return []
    told = [f for f in answer.figures if f.kind in (FigureKind.VALUE, FigureKind.RANK) and f.value is not None]
    return list({(f.zone, f.period, f.scope, f.name, f.value, f.unit): f for f in by_default(answer, told)}.values())


def by_default(answer: Answer, told: list[Figure]) -> list[Figure]:
    """``told`` of ``answer`` without those that stand beside what was told by default (其他年份的还有); all where the question named its own."""
    if not told or not answer.statements[0].text.startswith(NOT_NAMED):
        return told
    return [f for f in told if (f.zone, f.period) == (told[0].zone, told[0].period)]


def last_told(turns: Sequence[Turn]) -> Figure | None:
    """The one number of the last answer that told any; None where that told several."""
    for turn in reversed(turns):
        told = figures_told(turn.answer)
        if told or turn.answer.refused or turn.answer.figures:
            return told[0] if len(told) == 1 else None
    return None


def pair_told(turns: Sequence[Turn]) -> tuple[Figure, Figure] | None:
    """The former and the latter: two numbers of the last answer, or one each of the last two that told one."""
    found: list[Figure] = []
    for turn in reversed(turns):
        told = figures_told(turn.answer) or _aimed_at(turn.answer) or _set_against(turn)
        if len(told) == 2 and not found:
            return _as_asked(turn.query.text, told[0], told[1])
        if len(told) > 1 or (not told and (turn.answer.refused or turn.answer.figures)):
            return None
        found += [f for f in told if f not in found]
        if len(found) == 2:
            return found[1], found[0]
    return None


def _set_against(turn: Turn) -> list[Figure]:
    """A和B谁多, 差多少: the two that were set against each other."""
    told = list({f.id: f for f in turn.answer.figures if f.value is not None}.values())
    return told if len(told) == 2 and told[0].name == told[1].name and not turn.answer.refused else []


def _as_asked(asked: str, one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """The one first that the question named first: A和B谁多 tells the larger one first."""
    whose = (one.scope, other.scope) if one.scope != other.scope else (one.zone, other.zone)
    at = [asked.find(name[:2]) if name else -1 for name in whose]
    return (other, one) if min(at) >= 0 and at[0] > at[1] else (one, other)


def rates_told(turns: Sequence[Turn]) -> tuple[Figure, Figure] | None:
    """The two figures of the last answer that told both growths, the one first that the question named first."""
    turn = turns[-1]
    grown = list(dict.fromkeys(f for f in turn.answer.figures if f.growth is not None))
    if turn.answer.refused or len(grown) != 2:
        return None
    asked = turn.query.text
    at = [asked.find(called(f)) for f in grown]
    one, other = reversed(grown) if min(at) >= 0 and at[0] > at[1] else grown
    return one, other


def _aimed_at(answer: Answer) -> list[Figure]:
    """报告中没有2022年…的完成数，有的是目标: the aim, which is told beside."""
    told = [f for f in dict.fromkeys(answer.figures) if f.kind is FigureKind.VALUE and f.value is not None and f.status is not Status.DONE]
    aimed = answer.refused and len(told) == 1 and "的完成数。有的是" in answer.text
    return told if aimed else []


def singles_told(turns: Sequence[Turn]) -> list[Figure]:
    """The numbers told one by one up to the last, of one measure and all done or all aimed at; in order."""
    found: list[Figure] = []
    for turn in reversed(turns):
        told = figures_told(turn.answer)
        if len(told) != 1 or (found and (dimension(told[0].unit), told[0].status) != (dimension(found[0].unit), found[0].status)):
            break
        found = [f for f in told if f not in found] + found
    return found


def things_told(turns: Sequence[Turn], facts: Facts) -> list[Thing]:
    """The things that the last answer of several told, in order; empty where none did."""
    singles = singles_told(turns)
    for turn in reversed(turns):
        things = _of_figures(_figures_of(turn, facts)) or _of_list(turn) or _in_a_row(turn)
        if len(things) >= 2:
            apart = len(singles) >= 2 and not any(t.name in called(f) or called(f) in t.name for t in things for f in singles)
            return _of_figures(singles) if apart and turn is not turns[-1] else things
    return _of_figures(singles)


def _figures_of(turn: Turn, facts: Facts) -> list[Figure]:
    """Those told, or those of the sentence that was quoted for the answer, of the indicator asked for."""
    told = figures_told(turn.answer)
    if told or turn.answer.refused or turn.answer.figures:
        return told
    asked = {m for t in find_terms(turn.query.text) for m in t.meanings} | {"总投资"}  # 签了哪三个项目: what each costs is printed beside
    for quote in turn.answer.citations[:1]:
        inside = [
            f for f in facts.figures(turn.query.zones, turn.query.periods)
            if f.report_id == quote.report_id and quote.start <= f.start < quote.end and f.value is not None and f.scope and f.name in asked
        ]
        return list({f.scope: f for f in inside}.values()) if len({f.scope for f in inside}) == len(inside) else []
    return []


def _of_figures(told: Sequence[Figure]) -> list[Thing]:
    if len(told) < 2 or len({dimension(f.unit) for f in told}) > 1:
        return []
    places = {f.zone: Facts.short(f.zone) for f in told}

    def thing(f: Figure, name: str, measure: str, *, here: bool = True, then: bool = True) -> Thing:
        when = f.period.label if f.period and then else ""
        return Thing(name, places[f.zone] if here else "", when, measure, f)

    if len({f.name for f in told}) == 1:
        if len({f.scope for f in told}) == len(told):
            return [thing(f, f.scope, f.indicator) if f.scope else thing(f, f.indicator, "") for f in told]
        if len(places) == len(told):
            return [thing(f, places[f.zone], called(f), here=False) for f in told]
        if len({f.period for f in told}) == len(told) and all(f.period for f in told):
            return [thing(f, f.period.label if f.period else "", called(f), then=False) for f in told]
        return []
    return [thing(f, called(f), "") for f in told]


def _placed(turn: Turn) -> tuple[str, str]:
    zones, periods = turn.query.zones, turn.query.periods
    return (Facts.short(zones[0]) if len(zones) == 1 else ""), (periods[0].label if len(periods) == 1 else "")


def _of_list(turn: Turn) -> list[Thing]:
    statements = turn.answer.statements
    if turn.answer.refused or len(statements) < 3 or not _COUNTED.match(statements[0].text):
        return []
    items = [(re.split("[：，,。；;（(]", _MARKER.sub("", s.text), maxsplit=1)[0].strip("、 "), s) for s in statements[1:] if s.citations]
    items = [(_COST.sub("", name), s) for name, s in items]
    cited = {c.number: c for c in turn.answer.citations}
    things = [Thing(name, *_placed(turn), text=s.text, cited=cited.get(s.citations[0])) for name, s in items]
    return things if all(2 <= len(t.name) <= 24 for t in things) else []


def _in_a_row(turn: Turn) -> list[Thing]:
    """固定资产投资增速、实际利用外资、工业用地供应三项: as many as are said."""
    if turn.answer.refused:
        return []
    for statement in turn.answer.statements:
        if (roster := _ROSTER.search(statement.text)) is not None:
            cited = next(iter(turn.answer.citations), None)
            return [Thing(item, *_placed(turn), text=f"{item}。", cited=cited) for item in roster["items"].split("、")]
        if turn.query.operation is Operation.LIST and (quoted := _QUOTED.search(statement.text)) is not None:
            cited = next(iter(turn.answer.citations), None)
            return [Thing(item, *_placed(turn), text=f"“{item}”。", cited=cited) for item in re.findall("“([^“”]+)”", quoted.group())]
        for row in _IN_A_ROW.finditer(statement.text):
            items = row["items"].split("、")
            if len(items) == NUMERALS[row["many"]]:
                return [Thing(item, *_placed(turn)) for item in items]
    return []


_COST = re.compile(r"(?<=项目)[\d.]+[万亿]?(?:美)?元$")  # 电子功率模块项目20亿元


def measured(things: Sequence[Thing], of: str, facts: Facts) -> list[Thing]:
    """The same things with the number that reports print of each under a name (总投资); empty where one has none, or several."""
    out: list[Thing] = []
    for thing in things:
        zones = {z for m in facts.zones.find(thing.zone) for z in m.zones}
        named = {
            (f.value, f.unit): f for f in facts.figures(zones)
            if f.scope == thing.name and f.indicator == of and f.value is not None and (not thing.when or (f.period and f.period.label == thing.when))
        }
        if len(named) != 1:
            return []
        out += [replace(thing, measure=of, figure=f) for f in named.values()]
    return out

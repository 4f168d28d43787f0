"""平均一场多少观众, 一套多少平方: the average of two numbers that one sentence tells, a count and what its members share.

Where names alone would not find them: a sentence says once what both are of (安置房竣工1,148套、12.9万平方米).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.wanted import GENERIC
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Query
from index.records import Figure, FigureKind, Status

__all__ = ["printed_apiece", "told_apiece"]

HALF = 0.5  # of the asked words, in the sentence that tells both numbers
_AVERAGED = re.compile("平均|取|摊(?:下来|到|开)?|算下来|[每一单](?:平方公里|平方米|公里|[个家户件亩台人名位宗套列辆班条项趟架起场座所支栋吨笔])")
_ASKED_FOR = re.compile(
    "(?:多少|几|多)(?:[个万亿]*(?:平方公里|平方米|平方|平米|平|公里|人次|[元亩户人名吨套张台件家项钱大长])?)?|[？?，,。、（）()“”《》：:]|按.*?算"
)
#: What is shared, by the words that ask for it; money, where none of them does.
_SORTS = (
    (re.compile("多少[个万]*(?:户|人家|家庭)|几户"), ("户",)),
    (re.compile("多少[个万名位]*(?:人(?!民币|家)|观众|游客|学生|职工|员工|代表|群众)|几个?人"), ("人", "名", "位", "人次")),
    (re.compile("多少[个万]*平|多大(?!金额|投资)|面积|多少亩"), ("平方米", "平方公里", "亩", "公顷")),
    (re.compile("多少[个万]*吨"), ("吨",)),
)
_MONEY = ("元", "外币")


_EACH = re.compile("(?:每一?|平均一|合一)(?P<unit>亩|平方公里|平方米|公里|户|家|人|个|套|吨|台)|(?P<of>[亩户])均")


def printed_apiece(facts: Facts, query: Query) -> Figure | None:
    """工业用地每亩卖多少钱, where 平均每亩32万元 is printed of 工业用地: that number; None where none, or several, are of what is asked."""
    text = query.bare or query.text
    each = _EACH.search(text)
    if each is None or len(query.cells) > 1 or query.status not in (None, Status.DONE):
        return None
    unit = each["unit"] or each["of"]
    words = {g for run in GENERIC.sub(" ", _EACH.sub(" ", _ASKED_FOR.sub(" ", text))).split() for g in bigrams(fold(run)) if len(g) > 1}
    printed = re.compile(f"(?:平均)?每一?{unit}|{unit}均价?格?")
    when = query.periods[0] if query.periods else None
    done = (f for f in facts.figures(query.zones) if f.scope and f.kind is FigureKind.VALUE and f.status is Status.DONE)
    told = [f for f in done if printed.fullmatch(f.indicator) and (when is None or f.period == when)]
    latest = max((f.period.key for f in told if f.period is not None), default="")
    of_it = [(len(words & bigrams(fold(f.scope))), f) for f in told if f.period is None or f.period.key == latest]
    most = max((said for said, _ in of_it), default=0)
    best = [f for said, f in of_it if said == most]
    return best[0] if len(best) == 1 and (most or len(told) == 1) else None


def told_apiece(facts: Facts, query: Query, units: str, own: str) -> tuple[Figure, Figure] | None:
    """What is shared and by how many, of the one sentence that holds most of what is asked; None where several hold as much.

    ``units`` are those that may count, ``own`` the one that the question says.
    """
    text = query.bare or query.text
    sort = next((units for pattern, units in _SORTS if pattern.search(text)), ())
    words = {g for run in GENERIC.sub(" ", _AVERAGED.sub(" ", _ASKED_FOR.sub(" ", text))).split() for g in bigrams(fold(run)) if len(g) > 1}
    if not words:
        return None
    found: list[tuple[float, tuple[Figure, Figure]]] = []
    for joined in _by_sentence(facts, query):
        whole = _pair(joined, text, units, own, sort)
        for told in [joined] if whole else _pieces(facts, joined):  # where all of it has several, each piece
            pair = whole or _pair(told, text, units, own, sort)
            if pair is None:
                continue
            held = bigrams(fold(_told_in(facts, told, whole=whole is not None)))
            said = 1.0 if pair[1].value_text and f"{pair[1].value_text}" in text else len(words & held) / len(words)
            if said >= HALF:
                found.append((said, pair))
    found.sort(key=lambda f: -f[0])
    return found[0][1] if found and (len(found) == 1 or found[0][0] > found[1][0]) else None


def _by_sentence(facts: Facts, query: Query) -> list[list[Figure]]:
    """What was done, of each sentence; one that a semicolon joins to the next goes with it (新签项目58个；总投资402.5亿元)."""
    groups: list[list[Figure]] = []
    for figure in facts.figures(query.zones[:1], query.periods[:1] or [p for p in [facts.latest] if p is not None]):
        if not figure.value or figure.kind is not FigureKind.VALUE or figure.status is not Status.DONE or figure.in_table:
            continue
        last = groups[-1][-1] if groups else None
        beside = last is not None and last.report_id == figure.report_id
        if last is not None and beside and (last.sentence_start == figure.sentence_start or _joined(facts, last, figure)):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _told_in(facts: Facts, told: Sequence[Figure], *, whole: bool) -> str:
    """The sentences of figures, or the piece of one that holds them all."""
    first, last = told[0], told[-1]
    text = facts.report(first.report_id).text[first.sentence_start : last.sentence_end]
    if whole:
        return text
    before, behind = (f - first.sentence_start for f in (first.start, last.end))
    return re.split("[；;]", text[:before])[-1] + text[before:behind]


def _pieces(facts: Facts, told: Sequence[Figure]) -> list[list[Figure]]:
    """What stands between two semicolons, of a sentence that several divide."""
    pieces: list[list[Figure]] = []
    for figure in told:
        last = pieces[-1][-1] if pieces else None
        if last is not None and not re.search("[；;]", facts.report(figure.report_id).text[last.end : figure.start]):
            pieces[-1].append(figure)
        else:
            pieces.append([figure])
    return pieces if len(pieces) > 1 else []


def _joined(facts: Facts, last: Figure, figure: Figure) -> bool:
    return facts.report(figure.report_id).text[last.sentence_end - 1 : figure.sentence_start].strip() in ("；", ";")


def _pair(told: Sequence[Figure], text: str, units: str, own: str, sort: Sequence[str]) -> tuple[Figure, Figure] | None:
    """The one amount of that sort and the one count, where the sentence has one of each."""
    plain = {f.id: f.unit.removeprefix("万") for f in told}
    wholes = [f for f in told if (plain[f.id] in sort if sort else dimension(f.unit) in _MONEY)]
    asked = bigrams(fold(text))
    wholes = [f for f in wholes if asked & bigrams(fold(f.indicator))] or wholes  # 每所学校多少学生: no teachers
    counts = [f for f in told if plain[f.id] == own] or [f for f in told if plain[f.id] in units and len(plain[f.id]) == 1]
    counts = [f for f in counts if f not in wholes]
    counts = [f for f in counts if f.value_text and f.value_text in text] or counts
    return (wholes[0], counts[0]) if len(wholes) == len(counts) == 1 else None

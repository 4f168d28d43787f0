"""Who stands at a place among firms, by what sentences say of it: 居前三位的依次为甲、乙、丙; 甲45亿元居首，乙36亿元次之; 第五名换成了丁."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.firms import say_firms
from assistant.extractive.refusing import refuse_with_sentence
from assistant.facts import Facts
from assistant.firms import MEASURES, Firms
from assistant.records import Draft
from assistant.standing import Standing
from index.numbers import count_of
from index.records import Period, SectionKind

__all__ = ["say_standing"]

_N = "[一二两三四五六七八九十]|\\d{1,2}"
_NAME = "[㐀-鿿A-Za-z]{2,14}?"
_AMOUNT = r"(?:\d[\d.,]*(?:[百千]?[万亿]美?元|人))"
_LISTED = re.compile(
    rf"[前头](?P<many>{_N})(?:位|名|强|家|甲|大)?(?:[^，,。；;：:、\d]{{0,14}}[：:]|[^，,。；;：:、\d]{{0,14}}?(?:依次|分别|[为是有])+)(?P<names>[^。；;\n]+)"
)
_FIRST_IS = re.compile(rf"(?:居首|排?第一|首位|榜首)[^，,。；;、\d]{{0,4}}?的?[为是](?P<name>{_NAME})(?:[（(]|{_AMOUNT}|[，,；;。])")
_BEHIND = re.compile("(?:其后|其次|随后|之后|紧随其后)的?(?:依次|分别)?(?:为|是)?(?P<names>[^。；;\n]+)")
_NTH_IS = re.compile(
    rf"第(?P<n>{_N})[名位](?:企业)?(?:换成了?|仍?[为是]|由|还是|依旧是|：)*(?:[㐀-鿿]{{2,6}}(?:片区|园区?)的)?"
    rf"(?P<name>{_NAME})(?:[（(，,；;。]|{_AMOUNT})"
)
_STANDS = re.compile(
    rf"(?P<first>居[^，,；;。]{{0,4}}首位?|榜首|首位|头把交椅|头一名|头名|之首|领跑)|(?P<second>居次|次席|次之|紧随其后)|第(?P<n>{_N})(?:[位名]|(?=$|[，,；;。（(\\[]))"
    rf"|分[列居](?P<both>[一二三四五六七八九十]、[一二三四五六七八九十])(?:位|名)?"
)
_NAMED = re.compile(rf"^(?:其中|而)?(?P<name>{_NAME})(?:产值|纳税额?|营收|出口额?|以|为|达|完成|实现|[（(])*{_AMOUNT}")
_LED = re.compile(rf"^(?:其中|而)?(?P<name>{_NAME})(?:以|由|从|退|升|守|稳|继续|仍|列|居|排|位|跃|连续)")
_OTHER = re.compile("全[市省县国]|百强|\\d+强|增[速幅]|增量|产业(?!园)|行业|片区$|园区$|项目$|小分队")
_NO_NAME = re.compile(
    "(?:产业|行业|业务|片区|园区|开发区|街道|镇|项目|合计|三家|企业|(?<![限份团])公司)$|^(?:居|列|排|位列|全区|其中|年末|规上|产值|税收|前)"
)
_LINE = re.compile(r"[^\n]+")
_NUMBERED = re.compile(r"^[\s\-*·•—]*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十])[）)、.．]?)?[\s\-]*")
_ANY = re.compile("|".join(f"(?P<m{i}>{said})" for i, (said, _) in enumerate(MEASURES.values())))
_BEFORE = 160  # characters before a sentence in which it is said by what firms are ranked


def say_standing(facts: Facts, asked: Standing, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """Who stands there, of each zone and period; None where no sentence or table of it says so."""
    drafting = Drafting(facts)
    refused = False
    for zone, period in cells:
        told = _say(drafting, asked, zone, period)
        if told is None:
            rows = _of_a_table(facts, asked, zone, period)
            if rows is not None:
                return rows
        refused |= told is False
    return drafting.draft(refused=refused) if drafting.statements else None


def _say(drafting: Drafting, asked: Standing, zone: str, period: Period) -> bool | None:
    """False where others are told of than the one at that place, None where nothing is."""
    wanted = range(asked.first, asked.last + 1)
    for report_id in reversed(drafting.facts.reports_of([zone], [period])):
        found: dict[int, tuple[str, tuple[int, int]]] = {}
        clash = set()
        told = [*_standings(drafting.facts, report_id)]
        usual = "" if asked.measure == next(iter(MEASURES)) else asked.measure  # output, where nothing is said
        of_it = [t for t in told if t[0] == asked.measure] or [t for t in told if t[0] == usual]
        for _, rank, name, span in of_it:
            if found.setdefault(rank, (name, span))[0] != name:
                clash.add(rank)
        if not all(rank in found and rank not in clash for rank in wanted):
            if found and asked.first > max(found) and len(wanted) == 1:
                span = found[max(found)][1]
                drafting.say(f"{REFUSAL}写明{asked.measure}第{asked.first}名是谁。", ())
                refuse_with_sentence(drafting, drafting.facts.report(report_id).text[slice(*span)].strip(), drafting.cite_span(report_id, *span))
                return False
            continue
        text, stand = drafting.facts.report(report_id).text, [found[rank] for rank in wanted]
        spans = list(dict.fromkeys(span for _, span in stand))
        cited = tuple(drafting.cite_span(report_id, *span) for span in spans)
        drafting.note("名次", f"{period.label} {asked.measure} {[(r, found[r][0]) for r in wanted]}")
        lead = f"第{asked.first}名是{stand[0][0]}" if len(stand) == 1 else f"前{len(stand)}名依次是{'、'.join(n for n, _ in stand)}"
        drafting.say(f"{lead}：{'；'.join(text[slice(*s)].strip().rstrip('。；') for s in spans)}。", cited)
        return True
    return None


def _of_a_table(facts: Facts, asked: Standing, zone: str, period: Period) -> Draft | None:
    """The first so many of a table of firms."""
    if asked.first > 1:
        return None
    return say_firms(facts, Firms(asked.measure, first=1, many=asked.last), [(zone, period)])


def _standings(facts: Facts, report_id: str) -> Iterator[tuple[str, int, str, tuple[int, int]]]:
    """Each place, by which measure, with the name that stands there and the sentence that says so."""
    report = facts.report(report_id)
    plans = [(s.start, s.end) for s in facts.sections(report_id) if s.kind is SectionKind.PLAN]
    for line in _LINE.finditer(report.text):
        if "|" in line.group() or any(a <= line.start() < b for a, b in plans):
            continue
        for sentence in re.finditer("[^。]+。?", line.group()):
            a, b = line.start() + sentence.start(), line.start() + sentence.end()
            for rank, name, at in (*_within(sentence.group()), *_below(report.text, a, b)):
                if not _NO_NAME.search(name):
                    end = b if at < b - a else _end_below(report.text, b, rank)
                    yield _measured_by(report.text, a, a + at), rank, name.rpartition("的")[2], (a, end)


def _measured_by(text: str, start: int, at: int) -> str:
    """The measure named with a place or last before it, in its line and the one above; "" where none is."""
    line = text.rfind("\n", 0, text.rfind("\n", 0, start) if start else 0) + 1
    said = [*_ANY.finditer(text[max(line, start - _BEFORE) : at])]
    end = re.search("[^，,；;。\n]*", text[at : at + 40])
    own = [*_ANY.finditer(end.group() if end else "")]
    last = (own or said)[-1] if own or said else None
    return next((m for i, m in enumerate(MEASURES) if last[f"m{i}"]), "") if last is not None else ""


def _names(said: str, many: int) -> list[str]:
    parts = [p for p in re.split("[、，,；;和及与]|以及", re.sub("[（(][^（）()]*[）)]", "", said)) if p.strip()]
    names = []
    for part in parts:
        item = re.match(rf"(?:分别|依次|[为是])?(?P<name>[㐀-鿿A-Za-z]{{2,14}}?)(?:产值|纳税|以|为|完成|实现)*(?={_AMOUNT}|\s*$)", part.strip())
        if item is None:
            break
        names.append(item["name"])
    return names[:many]


def _within(sentence: str) -> Iterator[tuple[int, str, int]]:
    """The places told in one sentence: the rank, the name and where it stands."""
    if re.search("全[市省县国]|百强", sentence) and not re.search("全区|区内|园区?企业", sentence):
        return
    for listed in _LISTED.finditer(sentence):
        many = count_of(listed["many"])
        names = _names(listed["names"], many)
        if len(names) == many:
            for rank, name in enumerate(names, 1):
                yield rank, name, listed.start()
    first, behind = _FIRST_IS.search(sentence), _BEHIND.search(sentence)
    if first is not None:
        yield 1, first["name"], first.start()
        if behind is not None and behind.start() > first.start():
            for rank, name in enumerate(_names(behind["names"], 9), 2):
                yield rank, name, first.start()
    for nth in _NTH_IS.finditer(sentence):
        yield count_of(nth["n"]), nth["name"], nth.start()
    for segment in re.finditer("[^；;。]+", sentence):
        named: list[str] = []
        for clause in re.finditer("[^，,、]+(?:、(?=[一二三四五六七八九十](?:位|名|$))[^，,、]+)?", segment.group()):
            said = clause.group()
            own = _NAMED.match(said) or _LED.match(said)
            named = [*named, own["name"]] if own is not None else named
            stands = [m for m in _STANDS.finditer(said) if not re.match("[㐀-鿿]?(?:季度|产业|年|次)", said[m.end() :])]
            if not stands or _OTHER.search(said) or not named or _NTH_IS.search(said) or _LISTED.search(segment.group()):
                continue
            last, at = stands[-1], segment.start() + clause.start()
            if last["both"]:
                ranks = [count_of(n) for n in last["both"].split("、")]
                if len(named) >= len(ranks):
                    yield from ((r, n, at) for r, n in zip(ranks, named[-len(ranks) :], strict=True))
            else:
                yield 1 if last["first"] else 2 if last["second"] else count_of(last["n"]), named[-1], at


def _below(text: str, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    """产值前五名：, and each on a line of its own below it."""
    head = re.search(rf"[前头](?P<many>{_N})(?:位|名|强|家)?[^，,。；;：:、\n]{{0,10}}[：:]\s*$", text[start:end])
    if head is None:
        return
    lines = [_NUMBERED.sub("", m.group()) for m in list(_LINE.finditer(text, end))[: count_of(head["many"])]]
    names = [m["name"] if (m := re.match(rf"(?P<name>[㐀-鿿A-Za-z]{{2,14}}?)[，,：:（( ]*{_AMOUNT}", line)) else "" for line in lines]
    if len(names) == count_of(head["many"]) and all(names):
        for rank, name in enumerate(names, 1):
            yield rank, name, end - start


def _end_below(text: str, end: int, rank: int) -> int:
    return list(_LINE.finditer(text, end))[rank - 1].end()



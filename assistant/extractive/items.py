"""A report's lists: what is enumerated, by markers in counting order, after a colon, or as the sentences under a lead.

Nothing here knows a question.  A :class:`Listing` is a lead (重点抓五件事：) with the spans of its items; which of them
answers is decided in :mod:`assistant.extractive.listing`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.numbering import outside_brackets
from index.numbers import NUMERALS, count_of
from index.records import Period, Report, Section, SectionKind

__all__ = ["COUNT", "MARK", "Listing", "find_listings", "placed", "section_at", "split_sentences", "trimmed"]

CAPITALS = {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖拾", 1)}
STEMS = {c: i for i, c in enumerate("甲乙丙丁戊己庚辛壬癸", 1)}
IN_TURN = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "然后": 3, "此外": 4, "最后": 5}
_CN = "一二三四五六七八九十"

#: A sentence ends at 。！？ and at a full stop in half width after a word: 取得成效.全年…, but not in 9.8 or 1.招商.
BREAK = re.compile(
    r"(?:[^。！？!?\n.]|\.(?!(?<=[㐀-鿿％%)）”\"》]\.)(?=\s*(?:[㐀-鿿“\"(（]|\d{1,2}[,，、]|$|\n))))+"
    r"(?:[。！？!?]+|\.)*[”’」』）)]*|\n"
)

#: family → its marker; the first group is the number.  Loose ones may stand after a comma as well.
FAMILIES: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("一、", re.compile(rf"([{_CN}]{{1,3}})、"), False),
    ("（一）", re.compile(rf"[（(〔]([{_CN}]{{1,3}})[）)〕]"), True),
    ("一是", re.compile(rf"([{_CN}]{{1,2}})(?:是|要|抓|靠|看|在)"), True),
    ("其一", re.compile(rf"其([{_CN}])[，,、是：:]"), True),
    (
        "第一",
        re.compile(
            rf"第([{_CN}]{{1,3}}|\d{{1,3}})(?:个|条|件|项|点|步|方面|大|道(?!路)|招|仗|桩)?"
            r"(?!产业|季度|次|期|届|轮|批|名|位|年|代|线|小学|中学|医院)|头(一)(?:条|个|件|点|项|桩|方面)(?=[，,、：:是])"
        ),
        False,
    ),
    ("首先", re.compile("(首先|其次|再次|再者|然后|此外|最后)[，,、]?"), False),
    ("（甲）", re.compile("[（(]([甲乙丙丁戊己庚辛壬癸])[）)]|([甲乙丙丁戊己庚辛壬癸])[、.．]"), True),
    ("壹", re.compile("([壹贰叁肆伍陆柒捌玖拾])[、.．\\s\u3000]"), False),
    ("（1）", re.compile(r"[（(](\d{1,2})[）)]"), True),
    ("1）", re.compile(r"(\d{1,2})[)）](?!\d)"), False),
    ("1.1", re.compile(r"\d{1,2}[.．](\d{1,2})(?=[\s\u3000、]*[㐀-鿿])"), False),
    ("1.", re.compile(r"(\d{1,2})(?:[.．、]|[,，](?=[㐀-鿿]))(?!\d)"), False),
    ("1 ", re.compile("(\\d{1,2})[ \u3000]+(?=[㐀-鿿])"), False),
    ("①", re.compile("([①-⑳])"), True),
    ("㈠", re.compile("([㈠-㈩])"), True),
    ("A.", re.compile("([A-H])[.、．)）](?=[㐀-鿿\\s])"), False),
    (
        "要点一",
        re.compile(rf"(?:要点|重点|任务|举措|措施|问题|短板|做法|行动|工程|实事|事项|建议|目标)之?([{_CN}]{{1,3}}|\d{{1,2}})[：:、.．]"),
        False,
    ),
    ("——", re.compile("((?:——|[-—–•·●◆■◇▪※*])[ \u3000]*)(?=[㐀-鿿“])"), False),
    ("【】", re.compile(r"(【)[^】\n]{2,30}】"), False),
)
UNORDERED = frozenset(("——", "【】"))
RUNNING = frozenset(("（1）", "1）", "1.", "1 "))  # may count on through a report, whatever headings stand between
MARK = re.compile("|".join(f"(?:{p.pattern})" for _, p, _ in FAMILIES))
_BEFORE = "。；;：:！？!?|"  # what a marker inside a line stands after
COUNT = re.compile(r"([两三四五六七八九十]|\d{1,2})(?:大|个|项|条|件|类|种|家|方面|步|点|招|场|件事|道(?!路)|仗|桩|把(?=[火锁钥])|关(?=[，。要]))")
HEADING = 34  # characters
LEAD = 60  # characters: a longer sentence before the first marker is no lead alone; its last clause is


@dataclass(frozen=True, slots=True)
class Listing:
    """``path`` are the headings above, innermost last; ``lead`` the words that announce the items."""

    start: int
    end: int
    lead: str
    path: tuple[str, ...]
    items: tuple[tuple[int, int], ...]
    kind: SectionKind
    period: Period | None
    marked: bool = True  # by markers or a colon; else only the sentences under a lead


@dataclass(slots=True)
class _Open:
    family: str
    value: int
    starts: list[int] = field(default_factory=list)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of whole sentences of ``text[start:end]``, blanks trimmed; a semicolon does not end one."""
    spans = []
    for match in BREAK.finditer(text, start, len(text) if end is None else end):
        a, b = trimmed(text, *match.span())
        if b - a >= 2:
            spans.append((a, b))
    return spans


def trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def find_listings(report: Report, sections: Sequence[Section]) -> list[Listing]:
    """All lists of a report, in the order of their leads."""
    found: dict[tuple[int, int], Listing] = {}
    for listing in (
        *_marked(report, sections),
        *_after_colon(report, sections),
        *_lines_after_colon(report, sections),
        *_under_lead(report, sections),
        *_counted_heads(report, sections),
        *_counted_lines(report, sections),
    ):
        found.setdefault(listing.items[0], listing)  # the same list seen twice: by its markers first
    return sorted(found.values(), key=lambda x: (x.start, not x.marked))


def _number(match: re.Match[str]) -> int:
    word = next((g for g in match.groups() if g), "")
    if word.isdecimal():
        return int(word)
    for table in (IN_TURN, CAPITALS, STEMS):
        if word in table:
            return table[word]
    for first, last in ("①⑳", "㈠㈩"):
        if first <= word[:1] <= last:
            return ord(word) - ord(first) + 1
    if not set(word) <= set(_CN):
        return 0
    tens, ten, ones = word.partition("十")
    return (NUMERALS.get(tens, 1) * 10 + NUMERALS.get(ones, 0)) if ten else NUMERALS.get(word, 0)


def _marks(report: Report) -> Iterator[tuple[int, int, str, int, bool]]:
    """Start, end, family, number and whether it begins its line, of everything that looks like a marker."""
    text = report.text
    tables = [(t.start, t.end) for t in report.tables]
    for line in re.finditer(r"[^\n]+", text):
        if any(a <= line.start() < b for a, b in tables):
            continue
        first, _ = trimmed(text, *line.span())
        for at in sorted({first, *(m.start() for m in MARK.finditer(text, line.start(), line.end()))}):
            before = text[line.start() : at].rstrip()[-1:]
            stop = before == "." and text[at - 2 : at - 1].isalnum() and not text[at - 2 : at - 1].isdigit()
            for family, pattern, loose in FAMILIES:
                match = pattern.match(text, at, line.end())
                if match is None or match.end() >= line.end() - 1:
                    continue
                if at == first or before in _BEFORE or stop or (loose and before in "，,"):
                    yield at, match.end(), family, _number(match), at == first
                    break


def _marked(report: Report, sections: Sequence[Section]) -> Iterator[Listing]:
    """Markers that count up from one, each list as deep as the ones that are open when it begins."""
    text = report.text
    closed: list[tuple[_Open, int]] = []
    stack: list[_Open] = []
    last: dict[str, int] = {}  # of a family that heads lines, the number it has come to
    breaks = [s.start for s in sections if _breaks(text, s)]
    for at, _, family, value, heads in [*_marks(report), (len(text), len(text), "", 0, True)]:
        while breaks and breaks[0] <= at:  # a heading without a number, a turn of the text
            closed += [(o, breaks[0]) for o in stack if o.starts[0] < breaks[0]]
            stack = [o for o in stack if o.starts[0] >= breaks[0]]
            breaks.pop(0)
        if not family:
            closed += [(o, at) for o in stack]
            break
        depth = next((i for i in range(len(stack) - 1, -1, -1) if _continues(stack[i], family, value)), None)
        if depth is not None:
            closed += [(o, at) for o in stack[depth + 1 :]]
            del stack[depth + 1 :]
            stack[depth].starts.append(at)
            stack[depth].value = value
        elif value == 1 or (heads and (family in UNORDERED or (family in RUNNING and 0 < value - last.get(family, value) <= 2))):  # 17. after 15.
            same = next((i for i, o in enumerate(stack) if o.family == family or family == "【】"), None)
            if same is not None:
                closed += [(o, at) for o in stack[same:]]
                del stack[same:]
            stack.append(_Open(family, value, [at]))
        if heads:
            last[family] = value
    for found, end in closed:
        if len(found.starts) >= 2:
            yield _listing(report, sections, found, end)


def _continues(found: _Open, family: str, value: int) -> bool:
    if found.family != family:
        return False
    return family in UNORDERED or value == found.value + 1 or (family == "首先" and value > found.value)


def _breaks(text: str, section: Section) -> bool:
    line = text[section.start : section.body_start] or text[section.start : section.start + 12]
    return section.start > 0 and not MARK.match(line.strip())


def _listing(report: Report, sections: Sequence[Section], found: _Open, end: int) -> Listing:
    text, starts = report.text, found.starts
    own = section_at(sections, starts[-1])
    depth = len(own.path) if own else 0
    end = min([end, *(s.start for s in sections if s.start > starts[-1] and len(s.path) <= depth)])  # the last item ends with its section
    lines = [text.find("\n", a) if text.find("\n", a) >= 0 else len(text) for a in starts]
    inline = any(b <= line for b, line in zip(starts[1:], lines, strict=False))
    short = all(not text[line:b].strip() for b, line in zip(starts[1:], lines, strict=False))
    after = text[lines[-1] : end].lstrip()
    last = min(end, lines[-1]) if inline or (short and not MARK.match(after)) else end
    bounds = [*starts, last]
    spans = tuple(trimmed(text, a, b) for a, b in itertools.pairwise(bounds))
    section = section_at(sections, starts[0])
    path = section.path if section else ()
    if section is not None and section.start == starts[0] and section.body_start > section.start:
        path = path[:-1]
    at, lead = _lead(text, starts[0], len(starts))
    return Listing(at, last, lead, path, spans, *placed(report, section, starts[0]))


def _lead(text: str, start: int, number: int = 0) -> tuple[int, str]:
    """The sentence, or its last clauses, right before the first item; the line above where the item begins one.

    A long line above leads only where it counts the items, ``number`` of them if that is known.
    """
    line = text.rfind("\n", 0, start) + 1
    a, b = trimmed(text, line, start)
    if a >= b:
        head = text[:line].rstrip()
        a, b = head.rfind("\n") + 1, len(head)
    sentences = split_sentences(text, a, b)
    if not sentences or " | " in text[a:b]:
        return start, ""
    a, b = sentences[-1]
    own = b - a > HEADING or re.search("[：:].", text[a:b]) is not None  # 未完成的两项：甲；乙。 has told its items
    if b <= line and own and text[b - 1] not in "：:" and not any(number in (0, count_of(n)) for n in COUNT.findall(text[a:b])):
        return start, ""  # the line above is a sentence of its own
    if b - a > LEAD:
        a = max(a, max(text.rfind(c, a, b - 2) for c in "。；;") + 1)
    return a, text[a:b].strip(" \u3000：:，,；;。.")


def section_at(sections: Sequence[Section], at: int) -> Section | None:
    return next((s for s in reversed(sections) if s.start <= at < s.end), None)


def placed(report: Report, section: Section | None, at: int) -> tuple[SectionKind, Period | None]:
    """The kind and period of a place: under a heading or in a paragraph that begins with a year to come it plans."""
    if section is None:
        return SectionKind.OTHER, report.period
    begin = report.text.rfind("\n", 0, at) + 1
    named = re.match(r"\s*(?:[^\d，。；：]{0,6}[讲说谈])?(20\d\d)年", report.text[begin : begin + 15])  # 再讲2020年怎么干
    if named is None and section.path:
        named = re.match(r"[^\d]{0,8}(20\d\d)年(?!.*(?:回顾|总结|完成))", section.path[-1])
    if named and report.period is not None and int(named[1]) > report.period.last_year:
        return SectionKind.PLAN, Period.year(int(named[1])) if section.kind is not SectionKind.PLAN else section.period
    return section.kind, section.period


def _after_colon(report: Report, sections: Sequence[Section]) -> Iterator[Listing]:
    """重点任务：A；B；C。  With a number in the lead (四件实事：A，B，C，D) commas part the items as well."""
    text = report.text
    tables = [(t.start, t.end) for t in report.tables]
    for a, b in split_sentences(text):
        cut = next((i for i in outside_brackets(text, a, b, "：:") if i < a + 90), None)
        if cut is None or cut + 1 >= b or any(x <= a < y for x, y in tables):
            continue
        lead = re.split("[，。；]", text[a:cut])[-1] if cut - a > LEAD else text[a:cut]
        counts = [count_of(n) for n in COUNT.findall(text[a:cut])]
        for separator in ("；;", "，,", "、"):
            parts = _parts(text, cut + 1, b, separator)
            if (separator == "；;" and len(parts) >= 2) or (len(parts) >= 2 and len(parts) in counts):
                section = section_at(sections, a)
                path = section.path if section else ()
                yield Listing(a, b, lead.strip(), path, tuple(parts), *placed(report, section, a))
                break


def _lines_after_colon(report: Report, sections: Sequence[Section]) -> Iterator[Listing]:
    """有五项：and then a line for each, all but the last ending in ；: what a page shows with bullets."""
    text = report.text
    tables = [(t.start, t.end) for t in report.tables]
    lines = [m.span() for m in re.finditer(r"[^\n]+", text) if not any(x <= m.start() < y for x, y in tables)]
    for i, (a, b) in enumerate(lines):
        if text[a:b].rstrip()[-1:] not in ("：", ":"):
            continue
        items = []
        for span in lines[i + 1 :]:
            items.append(trimmed(text, *span))
            if text[slice(*span)].rstrip()[-1:] not in ("；", ";"):
                break
        if len(items) >= 2:
            start, lead = _lead(text, items[0][0])
            section = section_at(sections, a)
            path = section.path if section else ()
            yield Listing(min(start, a), items[-1][1], lead or text[a:b], path, tuple(items), *placed(report, section, a))


def _parts(text: str, a: int, b: int, separator: str) -> list[tuple[int, int]]:
    cuts = [a, *(i + 1 for i in outside_brackets(text, a, b, separator) if i < b - 1), b]
    spans = [trimmed(text, x, y) for x, y in itertools.pairwise(cuts)]
    return [(x, y) for x, y in spans if y - x >= 3]


def _under_lead(report: Report, sections: Sequence[Section]) -> Iterator[Listing]:
    """A paragraph whose short first sentence announces the others; lines that end in ； under a heading."""
    text = report.text
    tables = [(t.start, t.end) for t in report.tables]
    for line in re.finditer(r"[^\n]+", text):
        if any(a <= line.start() < b for a, b in tables):
            continue
        spans = split_sentences(text, line.start(), line.end())
        if len(spans) < 3 or not 4 <= spans[0][1] - spans[0][0] <= LEAD:
            continue
        if re.search(r"\d(?!\d*年)", text[slice(*spans[0])]) or any(MARK.match(text, a) for a, _ in spans):
            continue
        section = section_at(sections, line.start())
        if section is not None:
            lead = text[slice(*spans[0])].rstrip("。.：:")
            kind = placed(report, section, spans[0][0])
            yield Listing(spans[0][0], spans[-1][1], lead, section.path, tuple(spans[1:]), *kind, marked=False)
    for section in sections:
        spans = [trimmed(text, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text[: section.end])
                 if m.start() >= section.body_start]
        if len(spans) >= 2 and all(text[b - 1 : b] in "；;" for _, b in spans[:-1]):
            yield Listing(section.start, section.end, section.path[-1] if section.path else "", section.path[:-1],
                          tuple(spans), *placed(report, section, section.start))


_COUNTED_LAST = re.compile(rf"{COUNT.pattern}[“‘]?(?P<noun>[㐀-鿿]{{2,4}})[”’]?[。：:]?$")


def _counted_heads(report: Report, sections: Sequence[Section]) -> Iterator[Listing]:
    """要打好三场硬仗。 and then a paragraph for each, whose short first sentence ends in what is counted: 打好招商硬仗。…"""
    text = report.text
    lines = [trimmed(text, *m.span()) for m in re.finditer(r"[^\n]+", text)]
    for i, (a, b) in enumerate(lines):
        said = _COUNTED_LAST.search(text, a, b)
        if said is None:
            continue
        number = count_of(said[1])
        headed = [j for j in range(i + 1, len(lines)) if _ends_in(text, lines[j], said["noun"])][:number]
        if len(headed) < max(number, 2):
            continue
        stops = [lines[j - 1][1] for j in headed[1:]] + [lines[headed[-1]][1]]
        spans = tuple((lines[j][0], stop) for j, stop in zip(headed, stops, strict=True))
        start, lead = _lead(text, spans[0][0])
        section = section_at(sections, spans[0][0])
        yield Listing(min(start, a), spans[-1][1], lead or text[a:b], section.path if section else (), spans, *placed(report, section, a))


def _counted_lines(report: Report, sections: Sequence[Section]) -> Iterator[Listing]:
    """重点抓好三个方面： and then a line for each, of which the short first sentence says what it is about: 强产业。确保…

    So do lines that are each called by a name, behind a lead that ends in a colon: 我包联以下四个项目：|甲项目（南片区）：总投资….
    """
    text = report.text
    tables = [(t.start, t.end) for t in report.tables]
    lines = [trimmed(text, *m.span()) for m in re.finditer(r"[^\n]+", text)]
    told = [not any(x <= a < y for x, y in tables) for a, _ in lines]
    opened = [free and _opened(text, a, b) for free, (a, b) in zip(told, lines, strict=True)]
    called = [free and _called(text, a, b) for free, (a, b) in zip(told, lines, strict=True)]
    for i, (a, b) in enumerate(lines):
        start = a if b - a <= LEAD else max(a, _lead(text, lines[i + 1][0])[0]) if i + 1 < len(lines) and text[b - 1] in "：:" else b
        counts = {count_of(n) for n in COUNT.findall(text[start:b])}
        for like in (opened, *((called,) if text[b - 1 : b] in "：:" else ())):
            number = next((j for j in range(len(lines) - i - 1) if not like[i + 1 + j]), len(lines) - i - 1)
            if number < 2 or number not in counts or opened[i]:
                continue
            spans = tuple(lines[i + 1 : i + 1 + number])
            section = section_at(sections, spans[0][0])
            path = section.path if section else ()
            yield Listing(start, spans[-1][1], text[start:b].strip("：:。"), path, spans, *placed(report, section, start))
            break


_NAME = 40  # characters of what a line is called, before its colon


def _called(text: str, a: int, b: int) -> bool:
    return re.match(rf"[^：:。；\n]{{2,{_NAME}}}[：:](?=.)", text[a:b]) is not None and MARK.match(text, a) is None


_OPENING = 12  # characters of a first sentence that says no more than what a line is about


def _opened(text: str, a: int, b: int) -> bool:
    first = next(iter(split_sentences(text, a, b)), (a, b))
    return first[1] - first[0] <= _OPENING and first[1] < b and not re.search(r"[，,\d]", text[slice(*first)])


def _ends_in(text: str, line: tuple[int, int], noun: str) -> bool:
    first = next(iter(split_sentences(text, *line)), line)
    return first[1] - first[0] <= HEADING and text[slice(*first)].rstrip("。.：:").endswith(noun) and not MARK.match(text, first[0])

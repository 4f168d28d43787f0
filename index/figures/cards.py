"""Cards of a board of figures → drafts: each is read as the sentence that it stands for, character by character.

1258.6亿元  规模以上工业总产值  ▲8.6%  占全市28.3%      规模以上工业总产值1258.6亿元，增8.6%，占全市28.3%。
└ number    └ name              └ growth └ note     ▶   every character knows where in the report it stands

Cards that stand side by side are the columns of a table.  Those of one part of a report are read as one paragraph, so that
what a card leaves out (其中税收收入, 占比85.7%, 新开工) is found in the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.figures.draft import Draft
from index.figures.prose import read_prose
from index.glossary import is_known
from index.numerals import find_quantities
from index.reading.cards import MARKS, Shape, card_rows, shape_of, spans_of, told_apart
from index.records import FigureKind, Period, Report, Section, SectionKind, Status, Table

__all__ = ["Cards", "find_cards", "is_board", "read_cards"]

Span = tuple[int, int]

_NUMBERS = (Shape.NUMBER, Shape.GROWTH)
_UP = "▲△↑+＋"
_BULLETS = "→➜►▶ \u3000"
_SIGN = re.compile(r"(?<![\d.%％])(?P<sign>[▲△▼▽↑↓+＋−–-])(?=\s*\d[\d.]*\s*(?:[%％‰]|个?百分点))")
_AFTER = re.compile(r"(?<=[%％点])(?:以上|左右)?\s*(?P<sign>[▲△▼▽↑↓])\s*$")
#: ▲比上年增长 ▼比上年下降, in a legend; without one a mark that points up is a rise.
_LEGEND = re.compile(
    r"(?P<mark>[▲△▼▽↑↓])\s*(?:表示|代表|为|[:：=])?\s*(?:同比|[比较](?:上年|去年)(?:同期)?)?(?P<way>增|升|上升|提高|降|下降|减|回落)(?!\d)"
)
_AHEAD = re.compile(r"[→➜]\s*(?:表示|代表|为|[:：=])?\s*(?:下一?年|明年|来年)度?(?:的?目标)?(?=\s|$|[，。、；)）])")
_OPENED_AHEAD = re.compile(r"\s*[→➜]")
#: 今年投资, 2024年3月开工, 责任单位: the card is of a project, and its number what it costs.
_OF_PROJECT = re.compile(
    "开工|动工|投产|投用|竣工|建成|达产|责任(?:单位|部门|人)|牵头单位|业主|建设单位|(?:今年|当年|年度|本年|累计)(?:计划|已)?(?:完成)?投资"
)
_RATE_NAME = re.compile("(?:增速|增幅|增长率?)$")
_MEASURED = re.compile("(?:投资|产值|收入|增加值|总额|税收|利润|规模|金额|资金|贷款|余额|成交额|销售额|额)$")
_CAPTION = re.compile(r"\s*[（(【〖]\s*(?P<what>[㐀-鿿]{3,16})\s*[)）】〗]\s*$")
#: 新开工, 10亿元以上: of what, an earlier card says.
_STAGE = re.compile(
    r"(?:其中|[新已当年本累计])*(?:签约|落地|开工|动工|竣工|投产|达产|在建|续建|建成|储备|入库|注册|引进|转化)+"
    r"|(?:其中)?(?:超|总投资)?\d[\d.]*[千万亿]+元(?:[及含]?以上|以下)?"
)
_NOUN = re.compile("(?:项目|企业|平台)$")
_COUNTED = re.compile(r"\d+[个家项](?P<noun>项目|企业|平台)")
_WAS = re.compile(r"(?:上年|去年|20\d\d年)(?:同期|末)?(?=\d[\d.,]*(?![\d.,年月]))")
_ASIDE = re.compile("[（(][^（()）]*[)）]")
_YEAR_BEFORE = re.compile("(?:上年|去年)(?:同期)?(?:为|居|列|排名)?$")
_TREE = re.compile(r"\s*[├└┣┗╰]")
_COST = "总投资"
_CAUSE = re.compile(r"\s*(?:原?因|由于|起因)\s*→\s*")


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards under one heading, each the spans of its pieces in the report; ``caption`` is what they measure, where a line says so."""

    start: int
    end: int
    cards: tuple[tuple[Span, ...], ...]
    caption: str = ""
    in_table: bool = False


def find_cards(report: Report, start: int, end: int) -> list[Cards]:
    """The cards between two offsets of a report, lines of one by one and tables of them side by side."""
    tables = {t.start: t for t in report.tables if start <= t.start < end and is_board(t)}
    spans = [(t.start, t.end) for t in report.tables]
    found: list[Cards] = []
    above = ""
    for line in re.finditer(r"[^\n]+", report.text[start:end]):
        at, stop = start + line.start(), start + line.end()
        cards: tuple[tuple[Span, ...], ...] = ()
        if (table := tables.get(at)) is not None:
            cards, stop = tuple(_columns(table)), table.end
        elif not any(a <= at < b for a, b in spans) and (pieces := spans_of(line[0]) if shape_of(line[0]) is Shape.CARD else _apart(line[0])):
            cards = (tuple((at + a, at + b) for a, b in pieces),)
        if cards:
            caption = above or (found[-1].caption if found and found[-1].end + 1 == at else "")
            found.append(Cards(at, stop, cards, caption, table is not None))
        captioned = _CAPTION.match(line[0])
        above = captioned["what"] if captioned is not None else ""
    return found


def _apart(line: str) -> list[Span]:
    return told_apart(line) if shape_of(line) is Shape.NOTE else []


def is_board(table: Table) -> bool:
    """Whether a table is nothing but cards side by side."""
    rows = [[cell.text for cell in row] for row in table.grid]
    return len(rows) > 1 and _groups(rows) is not None


def _groups(rows: Sequence[Sequence[str]]) -> list[tuple[int, int]] | None:
    """From which row to which each row of cards goes; None where the rows are no cards."""
    groups, at = [], 0
    while at < len(rows):
        filled = [[cell for cell in row if cell.strip()] for row in rows[at:]]
        if not (number := card_rows(filled)):
            return None
        groups.append((at, at + number))
        at += number
    return groups


def _columns(table: Table) -> Iterator[tuple[Span, ...]]:
    rows = [[cell.text for cell in row] for row in table.grid]
    for first, last in _groups(rows) or ():
        for column in range(len(table.grid[0])):
            cells = [row[column] for row in table.grid[first:last] if row[column].text.strip()]
            if len(cells) > 1:
                yield tuple((cell.start, cell.end) for cell in cells)


def _words(text: str, span: Span) -> Iterator[Span]:
    """What single blanks set apart in a piece: 14个项目 计划90亿元; 今年投资 29.4亿元 is one."""
    at = span[0]
    for gap in re.compile("[ \u3000]+").finditer(text, *span):
        before, after = text[at : gap.start()], text[gap.end() : span[1]]
        if len(before) < 3 or (_NAME_ENDS.search(before) and _NUMBER_OPENS.match(after)) or _CAUSE.match(before):
            continue
        if (_DIGIT_ENDS.search(before) and _UNIT_OPENS.match(after)) or not after or _LABEL.fullmatch(before):
            continue
        yield at, gap.start()
        at = gap.end()
    yield at, span[1]


_NAME_ENDS = re.compile(r"[㐀-鿿）)”]$")
_NUMBER_OPENS = re.compile(r"[增降约近超第前▲▼△▽↑↓+＋−-]*\s*\d")
_DIGIT_ENDS = re.compile(r"\d$")
_UNIT_OPENS = re.compile("[%％]|[㐀-鿿]{1,4}$")
_LABEL = re.compile("(?:责任|牵头|建设|承建|业主|投资)(?:单位|部门|主体|方|人)")


class _Sentence:
    """A text in which every character knows where in the report it stands, as do the ones put between."""

    def __init__(self, report: Report, marks: dict[str, str]) -> None:
        self.text, self.marks = report.text, marks
        self.chars: list[str] = []
        self.places: list[int] = []

    def put(self, words: str) -> None:
        self.chars += words
        self.places += [self.places[-1] if self.places else -1] * len(words)

    def drop(self, number: int) -> None:
        del self.chars[-number:], self.places[-number:]

    def take(self, start: int, end: int) -> None:
        """A stretch of the report with the signs of growth as words and without any other mark."""
        while start < end and self.text[start] in _BULLETS:
            start += 1
        piece = self.text[start:end]
        if (way := _AFTER.search(piece)) is not None and (told := find_quantities(piece)):  # 8.6%↑
            self._take(start, piece[: told[-1].start])
            self.put(self._way(way["sign"]))
            self._take(start + told[-1].start, piece[told[-1].start : way.start()])
        else:
            self._take(start, piece)

    def _way(self, sign: str) -> str:
        return self.marks.get(sign, "增" if sign in _UP else "降")

    def _take(self, start: int, piece: str) -> None:
        piece = _CAUSE.sub(lambda m: m[0].replace("→", " "), piece)
        piece = _SIGN.sub(lambda m: self._way(m["sign"]), piece)
        for offset, char in enumerate(piece):
            if char in "→➜":
                char = "，"
            elif char in " \u3000\t" or MARKS.fullmatch(char):
                continue
            self.chars.append(char)
            self.places.append(start + offset)


def read_cards(report: Report, section: Section, groups: Sequence[Cards]) -> Iterator[Draft]:
    """Drafts of cards that follow one another in one section."""
    legend = {m["mark"]: "增" if m["way"][0] in "增升提" or m["way"] == "上升" else "降" for m in _LEGEND.finditer(report.text)}
    for ahead, mine in _parted(report, section, groups):
        told = section
        if ahead and section.period is not None and section.kind is not SectionKind.PLAN:
            told = replace(section, kind=SectionKind.PLAN, period=Period.year(section.period.last_year + 1))
        sentence = _Sentence(report, legend)
        noun = said[0] if section.path and (said := _NOUN.search(section.path[-1])) is not None else ""
        made: list[_Made] = []
        for group in mine:
            for pieces in group.cards:
                made.append(_compose(sentence, report.text, pieces, group.caption, noun))
                noun = said[0] if (said := _NOUN.search(made[-1].name)) is not None else noun
        written = "".join(sentence.chars)
        tables = [(g.start, g.end) for g in mine if g.in_table]
        for draft in read_prose(replace(report, text=written, tables=(), headings=(), pages=()), told, 0, len(written)):
            card = next(c for c in reversed(made) if c.start <= draft.start)
            if card.added:
                _give_owner(draft, card)
            ranked = written.find(draft.value_text, draft.start) if draft.kind is FigureKind.RANK else 0
            if draft.period is not None and draft.period == told.period and _YEAR_BEFORE.search(written[:ranked]):
                draft.period = draft.period.shifted(-1)
            yield _placed(draft, report.text, sentence.places, tables)


def _give_owner(draft: Draft, card: _Made) -> None:
    """Whose a measure is that the card leaves unsaid: 临港核心区 | 总产值, and of a project all that its card tells."""
    if draft.indicator == card.name + card.added and not draft.scope:
        draft.scope, draft.indicator = card.name, card.added
    elif card.added == _COST and card.name not in draft.indicator:
        draft.scope = draft.scope or card.name
        draft.indicator = "完成投资" if draft.indicator == "投资" and draft.status is Status.DONE else draft.indicator


def _parted(report: Report, section: Section, groups: Sequence[Cards]) -> Iterator[tuple[bool, list[Cards]]]:
    """Runs of cards of one time: those with the mark that a legend gives to the year ahead are of that year."""
    marked = _AHEAD.search(report.text) is not None
    run: list[Cards] = []
    then = False
    for group in groups:
        ahead = marked and _OPENED_AHEAD.match(report.text, group.start, group.end) is not None
        if run and (ahead is not then or run[-1].end + 1 != group.start):
            yield then, run
            run = []
        then = ahead
        run.append(group)
    if run:
        yield then, run


@dataclass(frozen=True, slots=True)
class _Made:
    """Where the sentence of a card begins, the card's name, and the measure that it leaves unsaid."""

    start: int
    name: str
    added: str


def _compose(sentence: _Sentence, text: str, pieces: Sequence[Span], caption: str, noun: str) -> _Made:
    """Write the sentence of one card: its name, its number, how it grew, and what is noted of it."""
    begun = len(sentence.chars)
    shapes = [shape_of(text[a:b]) for a, b in pieces[:2]]
    costs = Shape.NOTE in shapes  # 总投资 46亿元 says itself what it is
    number = 1 if costs else next((i for i, shape in enumerate(shapes) if shape in _NUMBERS), 0)  # 9个 over 10亿元以上, the name
    number = shapes.index(Shape.BARE) if Shape.BARE in shapes else number
    grown = shapes[number] is Shape.GROWTH
    named, *told = _words(text, pieces[1 - number])
    name = text[slice(*named)].strip()
    measured = is_known(name) or _MEASURED.search(name) is not None
    notes = [*told, *(word for piece in pieces[2:] for word in _words(text, piece))]
    amount = not grown and "元" in text[slice(*pieces[number])]
    if _TREE.match(text, pieces[0][0]) and not name.startswith("其中"):
        sentence.put("其中")
    sentence.take(*named)
    added = ""
    if caption and not measured:
        added = caption
    elif costs or (amount and not measured and any(_OF_PROJECT.search(text[a:b]) for a, b in notes)):
        added = _COST
    sentence.put("" if costs else added or (noun if not amount and _STAGE.fullmatch(name) else ""))
    if grown and (rate := _RATE_NAME.search(name)) is not None:
        sentence.drop(len(rate[0]))
    sentence.take(*pieces[number])
    for a, b in sorted(notes, key=lambda note: _order(text[slice(*note)])):
        sentence.put("，")
        if _ASIDE.fullmatch(text[a:b].strip()):  # （上年第5名）
            a, b = text.index(text[a:b].strip(), a) + 1, b - len(text[a:b]) + len(text[a:b].rstrip()) - 1
        counted = _COUNTED.fullmatch(text[a:b].strip())
        if counted is not None and counted["noun"] in name:  # 省重点项目年度投资, and 14个项目: of those
            sentence.take(a, a + counted.start("noun"))
            sentence.put(name[: name.index(counted["noun"])] + counted["noun"])
            continue
        sentence.take(a, b)
        if (was := _WAS.match(text[a:b].strip())) is not None:
            held = len(text[a:b].strip()) - was.end()
            chars, places = sentence.chars[-held:], sentence.places[-held:]
            sentence.drop(held)
            sentence.put("为")
            sentence.chars += chars
            sentence.places += places
    sentence.put("。")
    return _Made(begun, name, added)


def _order(note: str) -> int:
    """Growth first, since it is of the number; counts of something else last."""
    return 0 if shape_of(note) is Shape.GROWTH else 2 if _COUNTED.fullmatch(note.strip()) else 1


_SIGNED = re.compile(r"(?P<base>同比|环比)?.*?[增降](?P<number>\d.*)")


def _placed(draft: Draft, text: str, places: Sequence[int], tables: Sequence[Span]) -> Draft:
    """The draft where its characters stand in the report, its growth without the sign that was read as a word."""
    draft.start, draft.end = _span(places, draft.start, draft.end)
    draft.sentence = _span(places, *draft.sentence)
    signed = _SIGNED.fullmatch(draft.growth_text)
    if signed is not None and draft.growth_text not in text[slice(*draft.sentence)]:
        draft.growth_text, draft.growth_base = signed["number"], signed["base"] or draft.growth_base or "同比"
    draft.in_table = any(a <= draft.start < b for a, b in tables)
    return draft


def _span(places: Sequence[int], start: int, end: int) -> Span:
    held = [place for place in places[start:end] if place >= 0]
    return (min(held), max(held) + 1) if held else (0, 0)

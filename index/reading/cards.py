"""Cards: a number on a line of its own, its name on the next, how it grew below.  One card becomes one paragraph.

    1258.6亿元              ┐
    规模以上工业总产值      ├▶ 1258.6亿元  规模以上工业总产值  ▲8.6%
    ▲8.6%                   ┘

Boards of figures (一图读懂, 数说) and pages of number boxes read like that.  A blank line, a heading or a sentence ends a
card; where there is none between two cards, what stands first in the run, a number or a name, opens each of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from enum import Enum, auto

from index.characters import half_width
from index.glossary import is_known
from index.numbering import marker_of
from index.numerals import Quantity, find_quantities
from index.reading.content import Block, Paragraph, RawTable
from index.reading.joining import GAP

__all__ = ["MARKS", "Shape", "card_rows", "gathered", "pieces_of", "shape_of", "spans_of", "told_apart"]


class Shape(Enum):
    """What a piece of a card, or a whole line, can be."""

    NUMBER = auto()  # 1258.6亿元, 第1位, → 540亿元
    GROWTH = auto()  # ▲8.6%, 同比+8.6%
    BARE = auto()  # 1258.6, of which the unit stands below it or in its name
    UNIT = auto()  # 亿元
    NAME = auto()  # 规模以上工业总产值
    NOTE = auto()  # 占比85.7%, 2023年4月开工 → 2025年12月投产
    CARD = auto()  # ▼1.6%  一般公共预算收入: all on one line
    OTHER = auto()


_MAX_LINE, _MAX_PIECE, _MAX_NAME = 200, 60, 26
_MAX_LABEL = 8
_LEAST = 3  # cards in a text: fewer are lines that happen to stand so
MARKS = re.compile(r"[\s↗★☆●○◆◇■□►▶→➜➤❖✦◎•·├└┣┗│┃─━╰▲▼△▽↑↓]+")
SEPARATOR = re.compile(rf"\s*[→➜⟶●\t|｜│]\s*|{GAP.pattern}")
_SIGN = re.compile("[▲▼△▽↑↓+＋±−-]")
_LED = re.compile(
    r"(?:同比|环比|[比较](?:上年|去年)(?:同期)?|增长|增加|提高|上升|下降|减少|降低|增|降|力争|争取|确保|达到?|突破|超过?|前|约|近|为|至|[+＋±−\-▲▼△▽↑↓\s])*"
)
_GROWN = re.compile("同比|增|降|提高|上升|减少")
_TRAILED = re.compile(r"(?:以上|以内|以下|左右|余|多|强|[+＋▲▼△▽↑↓\s])*")
_BARE = re.compile(r"[+＋−-]?\d[\d,，]*(?:\.\d+)?")
_SIZE = re.compile(r"(?:超|总投资)?\d[\d.]*[千万亿]+元?(?:[及含]?以上|以下)|(?:超|过)\d[\d.]*[千万亿]+元")
_SENTENCE = re.compile("[。；！？!?;]|[：:]$|，[^，]*，")
_LABELLED = re.compile("(?P<label>[^：:]*)[：:]")
_WORD = re.compile("[㐀-鿿]{2}|[A-Za-z]{2,}")
_UNIT_IN_NAME = re.compile(r"[（(][^（()）\d]{1,6}[)）]$")


def spans_of(line: str) -> list[tuple[int, int]]:
    """Where the pieces stand that a line sets apart by gaps, arrows, tabs or bars; the marks at its beginning set nothing apart.

    A blank sets a number apart from the name behind it (128个 重点项目), but an arrow no cause from 因.
    """
    opening = MARKS.match(line)
    begun = opening.end() if opening is not None else 0
    spans, at, end = [], 0, len(line.rstrip())
    for gap in SEPARATOR.finditer(line, begun, end):
        if line[at : gap.start()].strip() and not _CAUSE.fullmatch(line[at : gap.end()]):
            spans.append((at, gap.start()))
            at = gap.end()
    if line[at:end].strip():
        spans.append((at, end))
    apart = told_apart(line[: spans[0][1]]) if spans else []
    return apart + spans[1:] if apart and shape_of(line[slice(*apart[0])]) in _NUMBERS else spans


def told_apart(line: str) -> list[tuple[int, int]]:
    """A name, a number and how it grew with single blanks between them (税收收入 50亿元 ↑3%); nothing where a line is not that."""
    opening = MARKS.match(line)
    begun = opening.end() if opening is not None else 0
    words = [(m.start(), m.end()) for m in re.finditer(r"[^ \u3000]+", line) if m.start() >= begun]
    if len(line) > _MAX_PIECE or not 2 <= len(words) <= 4:
        return []
    shapes = [shape_of(line[a:b]) for a, b in words]
    named = Shape.NAME in shapes[:2] and any(shape in _NUMBERS for shape in shapes[:2])
    if not named or any(shape not in (Shape.GROWTH, Shape.NOTE) for shape in shapes[2:]):
        return []
    return [(0, words[0][1]), *words[1:]]


def pieces_of(line: str) -> list[str]:
    return [line[start:end] for start, end in spans_of(line)]


_CAUSE = re.compile(r"\s*(?:原?因|由于|起因)\s*→\s*")


def lone_quantity(text: str) -> Quantity | None:
    """The quantity of a text that is nothing else: →540亿元, ▲8%左右, -1.8%, 力争前10位."""
    text = text[1:] if text[:1] in tuple("+＋−–-") else text
    found = find_quantities(text)
    if len(found) != 1 or not _LED.fullmatch(text[: found[0].outer_start]):
        return None
    return found[0] if _TRAILED.fullmatch(text[found[0].outer_end :]) else None


def shape_of(line: str) -> Shape:
    """The shape of one line or piece."""
    text = half_width(line).strip()
    if not text or len(text) > _MAX_LINE or _SENTENCE.search(text) or text[0] in "【〖#" or marker_of(text) is not None:
        return Shape.OTHER
    pieces = pieces_of(text)
    if max(map(len, pieces), default=0) > _MAX_PIECE:
        return Shape.OTHER
    core = text[opening.end() :] if (opening := MARKS.match(text)) else text
    if (alone := lone_quantity(core)) is not None:
        rate = alone.unit in ("%", "‰", "个百分点")
        signed = _SIGN.search(text[: len(text) - len(core)]) or _SIGN.search(core) or _GROWN.search(core)
        return Shape.GROWTH if rate and signed else Shape.NUMBER
    if len(pieces) > 1:
        first = [shape_of(piece) for piece in pieces[:2]]
        one_of_each = Shape.NAME in first and (Shape.NUMBER in first or Shape.GROWTH in first)
        return Shape.CARD if one_of_each or _tells_cost(first, pieces[1]) else Shape.NOTE
    if (labelled := _LABELLED.match(core)) is not None:  # 责任单位：投资促进局; 工业投资：43亿元 is no note on anything
        return Shape.OTHER if len(labelled["label"]) > _MAX_LABEL or is_known(labelled["label"]) else Shape.NOTE
    if _BARE.fullmatch(core):
        return Shape.BARE
    if len(core) <= 5 and not re.search(r"\d", core) and (one := lone_quantity("1" + core)) is not None and one.text == "1" + core:
        return Shape.UNIT
    if not _WORD.search(core):
        return Shape.NOTE if re.search("[㐀-鿿]", core) and find_quantities(core) else Shape.OTHER  # 占45.4%
    counts = find_quantities(core) or re.search(r"(?:19|20)\d\d|\d月", core)
    return Shape.NOTE if counts or len(core) > _MAX_NAME or "，" in core else Shape.NAME


#: 总投资 46亿元 under the name of a project.
_COST = re.compile(r"(?:计划|概算|协议|合同)?总?投资(?:额|规模)?\s*[:：]?\s*[约近超达]?\d[\d.,]*\s*[万亿]?[美欧]?元")


def _tells_cost(shapes: Sequence[Shape], second: str) -> bool:
    return list(shapes) == [Shape.NAME, Shape.NOTE] and _COST.fullmatch(half_width(second).strip()) is not None


_NUMBERS = (Shape.NUMBER, Shape.GROWTH)


def card_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many of the rows of cells are cards that stand side by side: numbers over names, or names over numbers, then notes."""
    if len(rows) < 2 or min(len(rows[0]), len(rows[1])) < 2:
        return 0
    kinds = [_row_shape(row) for row in rows]
    bare = kinds[:2] in ([Shape.NAME, Shape.BARE], [Shape.BARE, Shape.NAME])
    if bare and len(rows) > 2 and all(shape_of(cell) is Shape.GROWTH for cell in rows[2] if cell.strip()):
        units = all(_UNIT_IN_NAME.search(cell.strip()) for cell in rows[kinds.index(Shape.NAME)] if cell.strip())
        kinds[kinds.index(Shape.BARE)] = Shape.NUMBER if units else Shape.BARE
    first, second = kinds[:2]
    if {first, second} != {Shape.NUMBER, Shape.NAME}:
        return 0
    end = 2
    while end < len(rows) and len(rows[end]) <= max(len(rows[0]), len(rows[1])):
        if kinds[end] is Shape.NUMBER and all(shape_of(cell) is Shape.GROWTH for cell in rows[end] if cell.strip()):
            opens = first is Shape.NUMBER and end + 1 < len(rows) and kinds[end + 1] is Shape.NAME and len(rows[end + 1]) > 1
            if opens and end > 2:
                break
        elif kinds[end] is Shape.NUMBER:
            return end if first is Shape.NUMBER and end + 1 < len(rows) and kinds[end + 1] is Shape.NAME else 0
        elif kinds[end] is Shape.OTHER or (kinds[end] is Shape.NAME and (len(rows[end]) == 1 or kinds[end + 1 : end + 2] == [Shape.NUMBER])):
            break
        end += 1
    return end


def _row_shape(row: Sequence[str]) -> Shape:
    """NUMBER where every cell is one, NAME where every cell can be and one must be, NOTE where cells say more."""
    shapes = [shape_of(cell) for cell in row if cell.strip()]
    if not shapes or Shape.OTHER in shapes or Shape.CARD in shapes:
        return Shape.OTHER
    sizes = [_SIZE.fullmatch(half_width(cell).strip()) is not None for cell in row if cell.strip()]
    if Shape.NAME in shapes and all(shape is Shape.NAME or size for shape, size in zip(shapes, sizes, strict=True)):
        return Shape.NAME
    if all(shape is Shape.BARE for shape in shapes):
        return Shape.BARE
    return Shape.NUMBER if all(shape in _NUMBERS for shape in shapes) else Shape.NOTE


def gathered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every stacked card in one paragraph; as they were where there are hardly any."""
    cards = 0
    found: list[Block] = []
    run: list[Paragraph] = []

    def close() -> None:
        nonlocal cards
        joined, number = _joined(run)
        found.extend(joined)
        cards += number
        run.clear()

    for block in blocks:
        if isinstance(block, Paragraph) and not block.level and not block.title and shape_of(block.text) is not Shape.OTHER:
            run.append(block)
            continue
        close()
        found.append(block)
        if isinstance(block, RawTable) and card_rows(rows := [[cell.text for cell in row if cell.text] for row in block.rows]):
            cards += len(rows[0])
    close()
    return found if cards >= _LEAST else list(blocks)


def _joined(run: Sequence[Paragraph]) -> tuple[list[Paragraph], int]:
    """The lines of a run, each card in one, and how many cards there are."""
    lines = _with_units(run)
    shapes = [shape_of(line.text) for line in lines]
    for at, shape in enumerate(shapes):  # 1258.6 beside 规上工业总产值（亿元）
        beside = [lines[i].text for i in (at - 1, at + 1) if 0 <= i < len(lines) and shapes[i] is Shape.NAME]
        if shape is Shape.BARE and any(_UNIT_IN_NAME.search(text) for text in beside):
            shapes[at] = Shape.NUMBER
    numbers_first = _numbers_first(shapes)
    done: list[Paragraph] = []
    cards = at = 0
    while at < len(lines):
        costs = shapes[at] is Shape.NAME and at + 1 < len(lines) and _tells_cost(shapes[at : at + 2], lines[at + 1].text)
        end = _notes_end(shapes, at + 2) if costs else _card_end(shapes, at, numbers_first)
        done.append(_one(lines[at:end]))
        cards += shapes[at] is Shape.CARD or end > at + 1
        at = end
    return done, cards


_VERB = re.compile("(?:同比|环比|[比较](?:上年|去年)(?:同期)?)?(?:增长|下降|提高|上升|减少|增幅|增速|降幅)?[：:]?")


def _with_units(run: Sequence[Paragraph]) -> list[Paragraph]:
    """1258.6 and, on the next line, 亿元: one number; 同比增长 and 8.6%: one growth."""
    lines: list[Paragraph] = []
    for line in run:
        shape = shape_of(line.text)
        number = shape is Shape.UNIT and lines and shape_of(lines[-1].text) is Shape.BARE
        if number or (shape in _NUMBERS and line.text.rstrip().endswith(("%", "％", "百分点")) and lines and _VERB.fullmatch(lines[-1].text.strip())):
            lines[-1] = Paragraph(lines[-1].text + line.text, pages=lines[-1].pages)
        else:
            lines.append(line)
    return lines


def _numbers_first(shapes: Sequence[Shape]) -> bool:
    """Whether the cards of a run open with their number; a name before such a run heads it."""
    if not shapes or shapes[0] in (*_NUMBERS, Shape.CARD):
        return True
    pairs = list(itertools.pairwise(shapes))
    below, above = pairs.count((Shape.NUMBER, Shape.NAME)), pairs.count((Shape.NAME, Shape.NUMBER))
    if below != above or not below:
        return below > above
    last = max(i for i, shape in enumerate(shapes) if shape is Shape.NUMBER)
    return last + 1 < len(shapes) and shapes[last + 1] is Shape.NAME


def _card_end(shapes: Sequence[Shape], at: int, numbers_first: bool) -> int:
    """Where the card that opens at a line ends; the next line where none opens."""
    following = [*shapes[at + 1 :], None, None]
    if shapes[at] is Shape.CARD:
        return _notes_end(shapes, at + 1)
    pair = (shapes[at], following[0])
    opens = pair[0] in _NUMBERS and pair[1] is Shape.NAME if numbers_first else pair[0] is Shape.NAME and pair[1] in _NUMBERS
    if not opens:
        return at + 1
    end, grown, noted = at + 2, Shape.GROWTH in pair, False
    while end < len(shapes):
        here, then = shapes[end], shapes[end + 1] if end + 1 < len(shapes) else None
        if here is Shape.GROWTH and not (numbers_first and then is Shape.NAME and (grown or noted)):
            grown = True
        elif here is Shape.NOTE or (here is Shape.NAME and then not in (*_NUMBERS, Shape.CARD, Shape.BARE)):
            noted = True
        else:
            break
        end += 1
    return end


def _notes_end(shapes: Sequence[Shape], end: int) -> int:
    while end < len(shapes) and shapes[end] is Shape.NOTE:
        end += 1
    return end


def _one(lines: Sequence[Paragraph]) -> Paragraph:
    """Lines as one paragraph, with a gap where each began and the pages where they stood."""
    if len(lines) == 1:
        return lines[0]
    text, pages = "", []
    for line in lines:
        text += "  " if text else ""
        pages += [(len(text) + offset, page) for offset, page in line.pages]
        text += line.text
    return Paragraph(text, pages=tuple(pages))

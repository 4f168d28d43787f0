"""The numbers Word prints before paragraphs of a numbered list: in no run, yet the reader sees 一、 and （二）."""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

__all__ = ["Numbering", "chinese_number"]

_VAL = qn("w:val")
_DIGITS = "零一二三四五六七八九"
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "koreanCounting",
)


def chinese_number(value: int) -> str:
    """1 to 99 as 一 … 九十九; larger ones digit by digit."""
    if not 0 < value < 100:
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


class Numbering:
    """Counts through a document; ask :meth:`next` once for each paragraph, in order."""

    def __init__(self, document: Document) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}  # numId → level → (format, text, start)
        self.shared: dict[str, str] = {}  # numId → abstractNumId: lists of one kind count on together
        self.counts: dict[tuple[str, int], int] = {}
        self.style_numbers: dict[str, Any] = {}
        for style in document.styles.element.iter(qn("w:style")):
            number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if number is not None:
                self.style_numbers[style.get(qn("w:styleId"))] = number
        part = next(
            (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None
        )
        if part is not None:
            self._load(part.element if hasattr(part, "element") else None)

    def _load(self, root: Any) -> None:
        if root is None:
            return
        abstract = {a.get(qn("w:abstractNumId")): a for a in root.iter(qn("w:abstractNum"))}
        for num in root.iter(qn("w:num")):
            reference = num.find(qn("w:abstractNumId"))
            kind = abstract.get(reference.get(_VAL)) if reference is not None else None
            if kind is None:
                continue
            number_id = num.get(qn("w:numId"))
            overridden = num.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}") is not None
            self.shared[number_id] = number_id if overridden else f"a{reference.get(_VAL)}"
            self.levels[number_id] = {
                int(level.get(qn("w:ilvl"))): (
                    _text(level, "w:numFmt", "decimal"),
                    _text(level, "w:lvlText", ""),
                    int(_text(level, "w:start", "1")),
                )
                for level in kind.iter(qn("w:lvl"))
            }

    def next(self, paragraph: Any) -> str:
        """The number printed before this paragraph, or "" (none, or a mere bullet)."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is None and style is not None:
            properties = self.style_numbers.get(style.get(_VAL))
        if properties is None:
            return ""
        number_id, level = _text(properties, "w:numId", "0"), int(_text(properties, "w:ilvl", "0"))
        levels = self.levels.get(number_id, {})
        if level not in levels:
            return ""
        shared = self.shared[number_id]
        self.counts[shared, level] = self.counts.get((shared, level), levels[level][2] - 1) + 1
        for deeper in range(level + 1, 9):
            self.counts.pop((shared, deeper), None)
        if levels[level][0] in ("bullet", "none"):
            return ""
        return re.sub(r"%(\d)", lambda found: self._printed(shared, levels, int(found[1]) - 1), levels[level][1])

    def _printed(self, shared: str, levels: dict[int, tuple[str, str, int]], level: int) -> str:
        form, _, start = levels.get(level, ("decimal", "", 1))
        value = self.counts.get((shared, level), start)
        if form in _CHINESE:
            return chinese_number(value)
        if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and value <= 20:
            return chr(0x2460 + value - 1)
        if form in ("upperLetter", "lowerLetter") and value <= 26:
            return chr((65 if form == "upperLetter" else 97) + value - 1)
        return f"{value:02d}" if form == "decimalZero" else str(value)


def _text(element: Any, name: str, default: str) -> str:
    found = element.find(qn(name))
    return default if found is None else str(found.get(_VAL, default))

"""A document before it has a format: headings, paragraphs and tables, and the notes that say where figures stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.conversations import Said
from assistant.records import Citation

__all__ = ["Document", "Notes", "Table", "conversation_document"]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` are as long as ``heads``; cells may hold [n]."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(slots=True)
class Notes:
    """Source notes, numbered from 1 in the order they are first asked for; the same place is one note."""

    texts: list[str] = field(default_factory=list)

    def number(self, text: str) -> int:
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1

    def cite(self, citation: Citation) -> int:
        place = " › ".join([citation.title or citation.report, *citation.heading])
        page = f"，第 {citation.page} 页" if citation.page is not None else ""
        return self.number(f"{place}{page}（{citation.report}）：“{citation.quote.strip()}”")


@dataclass(slots=True)
class Document:
    """``parts`` are ("heading", text), ("paragraph", text with [n]) or ("table", Table)."""

    title: str
    parts: list[tuple[str, str | Table]] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)

    def heading(self, text: str) -> None:
        self.parts.append(("heading", text))

    def paragraph(self, text: str) -> None:
        self.parts.append(("paragraph", text))

    def table(self, table: Table) -> None:
        self.parts.append(("table", table))


def conversation_document(title: str, said: Sequence[Said]) -> Document:
    """Each question as a heading with its answer under it; every citation a note, numbered through the document."""
    document = Document(title)
    for one in said:
        document.heading(one.question)
        if one.answer is None:
            document.paragraph(one.trouble)
            continue
        numbers = {citation.number: document.notes.cite(citation) for citation in one.answer.citations}
        document.paragraph("".join(
            statement.text + "".join(f"[{numbers[n]}]" for n in statement.citations if n in numbers)
            for statement in one.answer.statements))
        for formula in dict.fromkeys(v.formula for v in one.answer.verdicts if v.formula):
            if formula not in one.answer.text:
                document.paragraph(f"计算：{formula}")
        for remark in [*(f"{v.text}：{v.note}" for v in one.answer.verdicts if v.kind.value == "更正"),
                       *(f"提示：{hint}" for hint in one.answer.hints), one.answer.fallback]:
            if remark:
                document.paragraph(remark)
        doubtful = dict.fromkeys(v.text for v in one.answer.verdicts if v.kind.value == "未核实")
        if doubtful:
            document.paragraph(f"未能在引文中核实：{'、'.join(doubtful)}")
    return document

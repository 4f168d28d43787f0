"""A file of questions → a table of answers with their sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

from assistant.exporting.document import Document, Table
from assistant.records import Answer
from index.errors import QuestionError, ZoneQAError

__all__ = ["MOST", "answer_all", "read_questions"]

MOST = 500
_HEADS = ("提问", "问题", "question", "questions", "Question")


def read_questions(content: bytes, suffix: str) -> list[str]:
    """The questions of a txt (one a line), csv or xlsx (the first column, or the one headed 问题) file, in order.

    Raises QuestionError for another format, a broken file, none and more than :data:`MOST`.
    """
    match suffix.lower():
        case ".txt":
            rows = [[line] for line in _decoded(content).splitlines()]
        case ".csv":
            rows = [list(row) for row in csv.reader(io.StringIO(_decoded(content)))]
        case ".xlsx":
            rows = _sheet(content)
        case _:
            raise QuestionError("不认识这种格式", mend="题目放在 xlsx、csv 或 txt 里")
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    column = next((number for number, cell in enumerate(rows[0]) if cell in _HEADS), None) if rows else None
    wanted = rows[1:] if column is not None else rows
    found = [row[column or 0] for row in wanted if len(row) > (column or 0) and row[column or 0]]
    if not found:
        raise QuestionError("里面没有题目", mend="每行写一个问题")
    if len(found) > MOST:
        raise QuestionError(f"题目有 {len(found)} 个，一次最多 {MOST} 个", mend="分成几份")
    return found


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise QuestionError("看不懂文件的编码", mend="另存为 UTF-8")


def _sheet(content: bytes) -> list[list[str]]:
    from openpyxl import load_workbook

    try:
        book: Any = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST + 100, max_col=20, values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    except Exception as error:  # whatever is wrong with a workbook, it can't be read
        raise QuestionError("这个 xlsx 打不开", mend="用表格软件另存一次") from error


def answer_all(questions: Sequence[str], ask: Callable[[str], Answer],
               progress: Callable[[int], None] = lambda done: None) -> Document:
    """Every question asked by itself.  A question that can't be taken gets its reason as the answer."""
    document = Document("问题与回答")
    rows = []
    for done, question in enumerate(questions, 1):
        try:
            answer = ask(question)
        except ZoneQAError as error:
            rows.append((question, str(error), "未回答", ""))
        else:
            numbers = {citation.number: document.notes.cite(citation) for citation in answer.citations}
            text = "".join(s.text + "".join(f"[{numbers[n]}]" for n in s.citations if n in numbers)
                           for s in answer.statements)
            state = "报告中没有" if answer.refused else "需要选择" if answer.choices else "已回答"
            rows.append((question, text, state, "\n".join(dict.fromkeys(c.quote.strip() for c in answer.citations))))
        progress(done)
    document.table(Table(("问题", "回答", "情况", "原句"), tuple(rows)))
    return document

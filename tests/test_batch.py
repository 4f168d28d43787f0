"""A file of questions in, a table of answers out."""

from __future__ import annotations

import io

import pytest

from assistant.batch import MOST, answer_all, read_questions
from assistant.exporting import Table
from assistant.records import Answer, Citation
from index.errors import QuestionError
from tests.web_toys import answer_of


def sheet(rows: list[list[object]]) -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("content", "suffix"), [
    ("一问\n\n 二问 \n".encode(), ".txt"), ("一问\n二问\n".encode("gb18030"), ".TXT"),
    ("\ufeff编号,问题\n1,一问\n2,二问\n".encode(), ".csv"), ("一问,x\n二问,y\n".encode(), ".csv"),
    (sheet([["编号", "问题"], [1, "一问"], [None, None], [2, "二问"]]), ".xlsx")])
def test_questions_are_found_in_every_format(content: bytes, suffix: str) -> None:
    assert read_questions(content, suffix) == ["一问", "二问"]


@pytest.mark.parametrize(("content", "suffix"), [(b"", ".txt"), (b"x", ".exe"), (b"PK broken", ".xlsx"),
                                                 ("问\n".encode() * (MOST + 1), ".txt"), (b"\xff\xfe\x00", ".txt")])
def test_what_holds_no_questions_is_refused_with_a_mend(content: bytes, suffix: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_questions(content, suffix)
    assert caught.value.mend


def test_each_answer_has_its_state_its_source_and_a_bad_question_its_reason() -> None:
    def ask(question: str) -> Answer:
        if question == "坏":
            raise QuestionError("问题是空的", mend="写清楚")
        cited = Citation(1, "甲.txt", "a", "甲", "收入5亿元。", 0, 7)
        return answer_of(question, "5亿元。", citations=(cited,), refused=question == "无")

    document = answer_all(["有", "无", "坏"], ask)
    (table,) = [part for _, part in document.parts if isinstance(part, Table)]
    assert [row[2] for row in table.rows] == ["已回答", "报告中没有", "未回答"]
    assert table.rows[0][1] == "5亿元。[1]"
    assert "问题是空的" in table.rows[2][1]
    assert len(document.notes.texts) == 1

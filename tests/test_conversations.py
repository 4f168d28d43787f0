"""Conversations that are kept: each owner's own, as they were, after the program ended and began again."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.conversations import Conversations, Said
from assistant.records import Aspect, Query
from assistant.web.talking import recall
from index.errors import SettingsError
from index.records import Period, Status
from tests.web_toys import answer_of


def store(tmp_path: Path) -> Conversations:
    return Conversations.open(tmp_path / "data" / "kept.sqlite")


def test_an_answer_comes_back_as_it_was_after_a_restart(tmp_path: Path) -> None:
    answer = answer_of("问", "答12.8亿元。")
    asked = Query("问", ("甲区",), periods=(Period.half(2019, 1),), status=Status.TARGET, aspect=Aspect.GROWTH,
                  operands=(Query("边"),))
    first = store(tmp_path)
    id = first.begin("我", "问")
    first.add("我", id, Said("问", type(answer)(*[asked if name == "query" else getattr(answer, name)
                                                for name in answer.__dataclass_fields__])))
    first.close()
    (said,) = store(tmp_path).said("我", id)
    assert said.answer is not None
    assert said.answer.query == asked
    assert said.answer.statements == answer.statements
    assert said.number == 0


def test_another_owner_sees_finds_and_changes_nothing(tmp_path: Path) -> None:
    kept = store(tmp_path)
    id = kept.begin("我", "财政总收入")
    kept.add("我", id, Said("财政总收入是多少", answer_of("问", "答。")))
    assert kept.heads("别人") == []
    assert kept.heads("别人", containing="财政") == []
    assert kept.said("别人", id) == []
    assert kept.head("别人", id) is None
    for change in (lambda: kept.rename("别人", id, "x"), lambda: kept.cut("别人", id, 0),
                   lambda: kept.add("别人", id, Said("x"))):
        with pytest.raises(KeyError):
            change()
    kept.delete("别人", id)
    assert kept.heads("我")[0].title == "财政总收入"


def test_conversations_are_found_by_title_question_and_answer_and_wildcards_are_letters(tmp_path: Path) -> None:
    kept = store(tmp_path)
    one, other = kept.begin("我", "甲"), kept.begin("我", "乙100%")
    kept.add("我", one, Said("工业投资呢", answer_of("问", "报告写22.53亿元。")))
    assert [head.id for head in kept.heads("我", containing="工业投资")] == [one]
    assert [head.id for head in kept.heads("我", containing="22.53")] == [one]
    assert [head.id for head in kept.heads("我", containing="100%")] == [other]
    assert kept.heads("我", containing="%%") == []


def test_the_last_used_is_first_and_a_deleted_one_leaves_nothing(tmp_path: Path) -> None:
    kept = store(tmp_path)
    one, other = kept.begin("我", "甲"), kept.begin("我", "乙")
    kept.add("我", one, Said("再问"))
    assert [head.id for head in kept.heads("我")] == [one, other]
    kept.delete("我", one)
    assert kept.said("我", one) == []
    assert [head.id for head in kept.heads("我")] == [other]


def test_cutting_makes_room_and_numbers_go_on(tmp_path: Path) -> None:
    kept = store(tmp_path)
    id = kept.begin("我", "甲")
    for question in "一二三":
        kept.add("我", id, Said(question))
    kept.cut("我", id, 1)
    assert kept.add("我", id, Said("新")).number == 1
    assert [said.question for said in kept.said("我", id)] == ["一", "新"]
    assert [said.question for said in kept.said("我", id, last=1)] == ["新"]


def test_a_question_that_stands_alone_is_not_leant_on_by_what_was_before_it() -> None:
    before = [Said("一", answer_of("一", "答。")), Said("二", answer_of("二", "答。"), alone=True),
              Said("坏", trouble="x")]
    assert [turn.answer.question for turn in recall(before)] == ["二"]


def test_a_place_that_cannot_be_written_is_said_with_its_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingsError) as caught:
        Conversations.open(tmp_path / "file" / "kept.sqlite")
    assert "ZONEQA_DATA_DIR" in caught.value.mend

"""The slots of an answered question: each is taken away or changed by an exact query, whatever the wording was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.conversations import Conversations, Said
from assistant.pipeline import Assistant
from assistant.records import Aspect, Operation
from assistant.settings import Settings
from assistant.web import build_app
from assistant.web.slots import Slot, slots
from assistant.web.talking import Talking
from index.records import Period

TEXTS = {
    "云栖经济开发区2020年工作总结": "2020年，实现规上工业总产值81.2亿元，同比增长5.1%；财政总收入8.3亿元，同比增长4.2%。",
    "云栖经济开发区2021年工作总结": "2021年，实现规上工业总产值88.6亿元，同比增长7.3%；财政总收入9.1亿元，同比增长9.6%。"
                          "\n二、2022年工作打算\n2022年，计划实现规上工业总产值95亿元。",
    "雾溪高新区2021年工作总结": "2021年，实现规上工业总产值66.1亿元，同比增长4.4%；财政总收入5.2亿元，同比增长1.5%。",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("slots")
    (home / "reports").mkdir()
    for title, text in TEXTS.items():
        (home / "reports" / f"{title}.txt").write_text(f"{title}\n一、工作回顾\n{text}\n", encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def assistant(home: Path) -> Iterator[Assistant]:
    settings = Settings.load(reports_dir=home / "reports", index_dir=home / "index", data_dir=home / "data")
    with Assistant.open(settings=settings) as opened:
        yield opened


@pytest.fixture
def talking(assistant: Assistant, tmp_path: Path) -> Talking:
    return Talking(assistant, Conversations.open(tmp_path / "kept.sqlite"), assistant.settings)


def asked(talking: Talking, *questions: str) -> Said:
    """The last of the questions with its answer, each in the light of those before it."""
    said: list[Said] = []
    for question in questions:
        said.append(talking.answer(Said(question), said))
    return said[-1]


def after(talking: Talking, said: Said, field: str, to: str) -> Said:
    at = next(number for number, slot in enumerate(slots(said)) if slot.field == field)
    found = talking.change(said, at, to)
    assert found
    return talking.answer(found[0], [said], query=found[1])


def text(said: Said) -> str:
    assert said.answer
    return said.answer.text


def test_what_a_question_was_understood_as_stands_in_its_slots(talking: Talking) -> None:
    said = asked(talking, "云栖2021年规上工业总产值增长多少")
    assert [(slot.kind, slot.label) for slot in slots(said)] == [
        ("区", "云栖经济开发区"), ("年", "2021年"), ("指标", "规上工业总产值"), ("口径", "增速")]


@pytest.mark.parametrize(("field", "to", "question", "answer"), [
    ("zone", "雾溪高新区", "雾溪高新区2021年规上工业总产值是多少", "66.1亿元"),
    ("period", "2020", "云栖2020年规上工业总产值是多少", "81.2亿元"),
    ("indicator", "财政总收入", "云栖2021年财政总收入是多少", "9.1亿元"),
    ("zone", "", "2021年规上工业总产值是多少", "66.1亿元"),
    ("period", "", "云栖规上工业总产值是多少", "81.2亿元"),
])
def test_a_slot_that_was_said_is_changed_where_it_stands(talking: Talking, field: str, to: str, question: str,
                                                         answer: str) -> None:
    now = after(talking, asked(talking, "云栖2021年规上工业总产值是多少"), field, to)
    assert now.question == question
    assert answer in text(now)


def test_a_slot_that_came_from_the_question_before_is_changed_too(talking: Talking) -> None:
    said = asked(talking, "云栖2021年财政总收入是多少", "同比呢")
    assert "4.2%" in text(after(talking, said, "period", "2020"))
    assert "1.5%" in text(after(talking, said, "zone", "雾溪高新区"))
    assert "7.3%" in text(after(talking, said, "indicator", "规上工业总产值"))
    value = after(talking, said, "aspect", "")
    assert value.question == "云栖经济开发区2021年财政总收入是多少"
    assert text(value).startswith("9.1亿元")


def test_a_reading_is_changed_though_the_words_say_otherwise(talking: Talking) -> None:
    goal = asked(talking, "云栖2022年规上工业总产值目标是多少")
    assert "95亿元" in text(goal)
    done = after(talking, goal, "status", "完成")
    assert done.answer
    assert done.answer.refused
    assert done.question == "云栖经济开发区2022年规上工业总产值是多少"


def test_one_side_of_a_share_taken_away_leaves_the_other(talking: Talking) -> None:
    now = after(talking, asked(talking, "云栖2021年财政总收入占规上工业总产值的比重"), "indicator", "")
    assert now.answer
    assert (now.answer.query.operation, now.answer.query.aspect) == (Operation.ONE, Aspect.VALUE)
    assert "88.6亿元" in text(now)


def test_both_sides_of_a_comparison_move_to_another_year(talking: Talking) -> None:
    now = after(talking, asked(talking, "云栖2021年财政总收入占规上工业总产值的比重"), "period", "2020")
    assert "8.3 ÷ 81.2" in text(now)


def test_several_results_of_a_comparison_move_to_another_year(talking: Talking) -> None:
    said = asked(talking, "云栖2021年规上工业总产值比财政总收入多多少，是几倍")
    assert "79.5亿元" in text(said)
    assert "9.74倍" in text(said)
    moved = text(after(talking, said, "period", "2020"))
    assert "72.9亿元" in moved
    assert "79.5亿元" not in moved


def test_a_zone_that_is_not_there_is_exchanged_for_one_that_is(talking: Talking) -> None:
    said = asked(talking, "火星开发区2021年财政总收入是多少")
    assert said.answer
    assert said.answer.refused
    assert "5.2亿元" in text(after(talking, said, "unknown", "雾溪高新区"))


def test_a_follow_up_leans_on_the_changed_question(talking: Talking) -> None:
    now = after(talking, asked(talking, "云栖2021年财政总收入是多少"), "zone", "雾溪高新区")
    assert "1.5%" in text(talking.answer(Said("同比呢"), [now]))


def test_what_no_slot_can_hold_changes_nothing(talking: Talking) -> None:
    said = asked(talking, "云栖2021年财政总收入目标是多少")
    for at, to in ((1, "去年"), (3, "也许"), (99, ""), (-1, "")):
        assert talking.change(said, at, to) is None
    assert talking.change(Said("问", trouble="没成"), 0, "") is None


def test_an_exact_question_is_kept_as_one_also_in_a_file_of_before(tmp_path: Path, talking: Talking) -> None:
    import sqlite3

    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript(
            "CREATE TABLE conversations (id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, updated TEXT NOT NULL);"
            "CREATE TABLE turns (conversation TEXT NOT NULL, number INTEGER NOT NULL, question TEXT NOT NULL, "
            "zone TEXT NOT NULL, period TEXT NOT NULL, alone INTEGER NOT NULL, trouble TEXT NOT NULL, mend TEXT NOT NULL, "
            "answer TEXT, asked TEXT NOT NULL, PRIMARY KEY (conversation, number));"
            "INSERT INTO conversations VALUES ('a', 'me', '旧', '2026'); "
            "INSERT INTO turns VALUES ('a', 0, '问', '', '', 0, '没成', '', NULL, '2026');")
    store = Conversations.open(path)
    store.add("me", "a", after(talking, asked(talking, "云栖2021年财政总收入是多少"), "period", "2020"))
    assert [said.exact for said in Conversations.open(path).said("me", "a")] == [False, True]


def test_the_choices_for_a_slot_are_offered_to_the_one_who_asked_alone(assistant: Assistant) -> None:
    with TestClient(build_app(assistant, assistant.settings), base_url="http://127.0.0.1") as client:
        client.get("/")
        owner = f"browser:{client.cookies['zoneqa-visitor']}"
        store = Conversations.open(assistant.settings.data_dir / "conversations.sqlite")
        talking = Talking(assistant, store, assistant.settings)
        id = store.begin(owner, "问")
        said = store.add(owner, id, asked(talking, "云栖2021年规上工业总产值增长多少"))

        def offered(at: int) -> str:
            return client.get("/view/slot", params={"conversation": id, "turn": said.number, "at": at}).text

        assert "雾溪高新区" in offered(0)
        assert "2020年" in offered(1)
        assert "2022年" in offered(1)
        assert 'list="zq-slot-names"' in offered(2)
        assert "占比" in offered(3)
        assert client.get("/view/slot", params={"conversation": id, "turn": 0, "at": 9}).status_code == 404
        client.cookies.clear()
        assert client.get("/view/slot", params={"conversation": id, "turn": 0, "at": 0}).status_code == 404


def test_the_query_of_a_changed_question_holds_exactly_what_its_slots_say(talking: Talking) -> None:
    said = asked(talking, "云栖2022年规上工业总产值目标是多少")
    found = talking.change(said, slots(said).index(Slot("口径", "status", "目标", "目标")), "")
    assert found
    _, query = found
    assert (query.zones, query.periods, query.status) == (("云栖经济开发区",), (Period.year(2022),), None)

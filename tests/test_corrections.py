"""Corrections: beside the report and never in it, in force after every build, undone, with their history."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.aliases import Aliases
from assistant.pipeline import Assistant
from assistant.records import VerdictKind
from assistant.settings import Settings
from assistant.web.rendering import render_answer
from index.building import build
from index.corrections import Correction, Where, add_correction, corrections_file, read_corrections, where_of
from index.errors import SettingsError
from index.ledger import Ledger
from index.records import Figure, Period, Status
from tests.service_app import service_app

TEXT = "云栖经济开发区2021年工作总结\n一、2021年工作回顾\n" \
       "2021年，实现规上工业总产值88.6亿元，同比增长7.3%；财政总收入9.1亿元。\n"
Built = Callable[[], list[Figure]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    report = tmp_path / "reports" / "云栖.txt"
    report.write_text(TEXT, encoding="utf-8")
    return report


@pytest.fixture
def built(path: Path, tmp_path: Path) -> Built:
    settings = Settings.load(reports_dir=path.parent, index_dir=tmp_path / "index")

    def figures() -> list[Figure]:
        summary = build(settings)
        with Ledger.open(settings.index_dir / "generations" / f"{summary.generation:04d}" / "ledger.sqlite") as ledger:
            return ledger.figures()

    return figures


def output(figures: list[Figure]) -> Figure:
    return next(figure for figure in figures if figure.name.endswith("工业总产值") or figure.name == "工业用电量")


def put(path: Path, field: str, after: str, where: Where | None = None) -> None:
    add_correction(path, Correction("2026-01-02T03:04:05+00:00", "某人", field, "", after, "看错了", where))


def where(figure: Figure) -> Where:
    from index.records import Report

    return where_of(figure, Report("x", "云栖.txt", TEXT.strip(), "txt"))


def test_a_corrected_figure_holds_and_survives_a_rebuild_and_can_be_undone(path: Path, built: Built) -> None:
    before = output(built())
    place = where(before)
    put(path, "indicator", "工业用电量", place)
    put(path, "period", "2020", place)
    put(path, "status", "目标", place)
    put(path, "value", "86.8亿元", place)
    for figures in (built(), built()):
        now = output(figures)
        assert (now.name, now.period, now.status) == ("工业用电量", Period.year(2020), Status.TARGET)
        assert (str(now.value), now.unit, now.id) == ("86.8", "亿元", before.id)
    put(path, "indicator", "", place)
    assert output(built()).name == before.name
    assert path.read_text(encoding="utf-8") == TEXT
    assert len(read_corrections(path)) == 5


def test_a_figure_that_is_none_is_left_out_and_the_others_stay(path: Path, built: Built) -> None:
    figures = built()
    put(path, "wrong", "1", where(output(figures)))
    left = built()
    assert len(left) == len(figures) - 1
    assert any(figure.name == "财政总收入" for figure in left)


def test_a_reports_zone_and_period_are_corrected_with_its_figures(path: Path, built: Built) -> None:
    built()
    put(path, "zone", "云栖高新区")
    put(path, "period", "2020")
    assert {figure.zone for figure in built()} == {"云栖高新区"}


def test_a_correction_of_words_that_are_gone_changes_nothing(path: Path, built: Built) -> None:
    before = built()
    put(path, "indicator", "别的", Where("不在报告里的话", "规上工业总产值", 40))
    assert [figure.name for figure in built()] == [figure.name for figure in before]


def test_corrections_go_where_the_report_goes(path: Path, tmp_path: Path) -> None:
    from assistant.web.library import Library

    put(path, "zone", "云栖高新区")
    library = Library(path.parent, lambda _: None, suffixes={".txt"}, max_bytes=1_000)  # type: ignore[arg-type,return-value]
    assert library.remove("云栖.txt")
    assert not corrections_file(path).exists()
    assert library.removed() == ["云栖.txt"]
    assert library.restore("云栖.txt")
    assert corrections_file(path).exists()
    assert not library.remove("../云栖.txt")
    assert not library.remove(corrections_file(path).name)


@pytest.mark.parametrize(("field", "after"), [("period", "去年"), ("status", "也许"), ("value", "很多"), ("id", "x"),
                                              ("indicator", "长" * 201), ("indicator", "两\n行")])
def test_a_field_takes_only_what_it_can_hold(path: Path, field: str, after: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        put(path, field, after, Where("q", "i", 0))
    assert not corrections_file(path).exists()


def test_a_broken_line_is_named(path: Path) -> None:
    corrections_file(path).write_text("{}\n不是\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="第 1 行"):
        read_corrections(path)


def test_an_alias_is_put_into_questions_and_can_be_taken_away(tmp_path: Path) -> None:
    aliases = Aliases(tmp_path)
    aliases.put("大盘子", "固定资产投资", who="某人")
    aliases.put("盘子", "财政总收入", who="某人")
    assert aliases.resolve("2018年大盘子是多少") == "2018年固定资产投资是多少"
    assert aliases.resolve("2018年盘子呢") == "2018年财政总收入呢"
    aliases.put("大盘子", "", who="某人")
    assert aliases.resolve("大盘子") == "大财政总收入"
    assert [line.alias for line in Aliases(tmp_path).history()] == ["大盘子", "盘子", "大盘子"]
    for alias, name in (("固", "固定资产投资"), ("固投", "固投"), ("x" * 31, "固定资产投资")):
        with pytest.raises(ValueError, match=alias):
            aliases.put(alias, name, who="某人")


def test_a_name_that_holds_its_alias_is_not_replaced_inside_itself(tmp_path: Path) -> None:
    aliases = Aliases(tmp_path)
    aliases.put("收入", "财政总收入", who="某人")
    assert aliases.resolve("财政总收入和收入") == "财政总收入和财政总收入"


def test_files_beside_reports_are_no_reports(path: Path) -> None:
    from index.reading import find_reports

    put(path, "zone", "甲")
    Aliases(path.parent).put("大盘子", "固定资产投资", who="某人")
    shutil.copy(path, path.with_name("二.txt"))
    assert [found.name for found in find_reports(path.parent)] == ["二.txt", "云栖.txt"]


def test_a_corrected_number_says_in_an_answer_who_put_it_there_and_what_is_printed(path: Path, tmp_path: Path,
                                                                                  built: Built) -> None:
    put(path, "value", "86.8亿元", where(output(built())))
    settings = Settings.load(reports_dir=path.parent, index_dir=tmp_path / "index")
    with Assistant.open(settings=settings) as assistant:
        answer = assistant.ask("2021年规上工业总产值是多少")
        share = assistant.ask("2021年财政总收入占规上工业总产值的比重是多少")
        other = assistant.ask("2021年财政总收入是多少")
    by_text = {verdict.text: verdict for verdict in answer.verdicts}
    assert by_text["86.8亿元"].kind is VerdictKind.CORRECTED
    assert "某人 2026-01-02 更正" in by_text["86.8亿元"].note
    assert by_text["7.3%"].kind is VerdictKind.SUPPORTED
    assert "已更正" in render_answer(answer)
    assert "未核实" not in render_answer(answer)
    computed = next(v for v in share.verdicts if v.kind is VerdictKind.COMPUTED)
    assert "86.8亿元" in computed.note
    assert all(v.kind is not VerdictKind.CORRECTED for v in other.verdicts)


def test_an_alias_counts_wherever_a_question_comes_in(path: Path, tmp_path: Path) -> None:
    Aliases(path.parent).put("大盘子", "财政总收入", who="某人")
    settings = Settings.load(reports_dir=path.parent, index_dir=tmp_path / "index", data_dir=tmp_path / "data")
    with Assistant.open(settings=settings) as assistant, TestClient(service_app(assistant, settings),
                                                                    base_url="http://127.0.0.1") as client:
        assert "9.1亿元" in assistant.ask("2021年大盘子是多少").text
        assert "9.1亿元" in assistant.conversation().ask("2021年大盘子是多少").text
        assert "9.1亿元" in client.post("/api/v1/ask", json={"question": "2021年大盘子是多少"}).json()["answer"]
        chat = {"model": "zoneqa", "messages": [{"role": "user", "content": "2021年大盘子是多少"}]}
        assert "9.1亿元" in client.post("/v1/chat/completions", json=chat).text

"""Reports, sections, passages and figures come back from the ledger as they were put in, and by every filter."""

from __future__ import annotations

import datetime
import sqlite3
import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from index.errors import IndexDamaged
from index.ledger import Ledger
from index.records import (
    Cell,
    Figure,
    FigureKind,
    Heading,
    Page,
    Passage,
    Period,
    Report,
    Section,
    SectionKind,
    Status,
    Table,
)

TEXT = "一、主要指标\n2018年，规上工业增加值12.50亿元，增长8%。\n指标 | 数值\n财政总收入 | 7.00亿元\n"


def report(id: str = "r1", name: str = "甲/2018.docx", zone: str = "甲开发区", year: int = 2018) -> Report:
    return Report(
        id=id, name=name, text=TEXT, format="docx", title="工作总结", zone=zone, period=Period.year(year),
        date=datetime.date(2019, 1, 5), source="管委会", metadata={"索引号": "X/2019-1"}, headings=(Heading(0, 6, 1),),
        tables=(Table(34, 56, ((Cell("指标", 34, 36), Cell("数值", 39, 41)),), heads=1, unit="亿元"),),
        pages=(Page(1, 0, 30), Page(2, 30, 56)), warnings=("缺一页",))


def figure(id: str, report_id: str = "r1", zone: str = "甲开发区", year: int = 2018, name: str = "规模以上工业增加值",
           value: str | None = "12.50", status: Status = Status.DONE) -> Figure:
    return Figure(
        id=id, report_id=report_id, zone=zone, indicator=name.replace("规模以上", "规上"), name=name, scope="全市",
        period=Period.year(year), status=status, kind=FigureKind.VALUE, value=Decimal(value) if value else None,
        unit="亿元", value_text="12.50亿元", qualifier="以上", growth=Decimal("8"), growth_unit="%",
        growth_text="增长8%", growth_base="同比", path=("一、主要指标",), section=SectionKind.REVIEW, start=12, end=33,
        sentence_start=7, sentence_end=34, part_of="f0", in_table=True)


def section(report_id: str = "r1") -> Section:
    return Section(report_id, 0, 56, 7, ("一、主要指标",), 1, SectionKind.REVIEW, Period.year(2018))


def passage(id: str, report_id: str = "r1", start: int = 7) -> Passage:
    return Passage(id, report_id, start, 34, TEXT[start:34], ("一、主要指标",), SectionKind.REVIEW, None, page=2,
                   table_heads="指标 | 数值")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    writing = Ledger.open(tmp_path / "台账 #1.sqlite", read_only=False)
    writing.add_report(report(), [section()], [passage("p2", start=9), passage("p1")], [
        figure("f1"), figure("f2", name="财政总收入", value=None), figure("f3", year=2019, status=Status.TARGET)])
    writing.add_report(report("r2", "乙.md", "乙高新区"), [], [passage("p3", "r2")],
                       [figure("f4", "r2", "乙高新区", value="9"), figure("f5", "r2", "乙高新区", value="100.5")])
    writing.close()
    return Ledger.open(tmp_path / "台账 #1.sqlite")


def ids(figures: list[Figure]) -> list[str]:
    return [one.id for one in figures]


def test_every_record_comes_back_equal(ledger: Ledger) -> None:
    assert ledger.reports() == [report("r2", "乙.md", "乙高新区"), report()]
    assert ledger.sections("r1") == [section()]
    assert ledger.passages(["p1", "p2"]) == [passage("p1"), passage("p2", start=9)]
    assert ledger.figures(report_id="r1", status=Status.TARGET) == [figure("f3", year=2019, status=Status.TARGET)]


def test_a_record_with_nothing_in_it_comes_back_equal(tmp_path: Path) -> None:
    bare = Report(id="r", name="空.txt", text="无", format="txt")
    lonely = replace(figure("f", "r", value=None), period=None, growth=None, path=(), part_of="", in_table=False)
    with Ledger.open(tmp_path / "l.sqlite", read_only=False) as ledger:
        ledger.add_report(bare, [], [], [lonely])
        assert ledger.reports() == [bare]
        assert ledger.figures() == [lonely]


def test_values_keep_their_printed_digits(ledger: Ledger) -> None:
    (found,) = ledger.figures(zone="甲开发区", period=Period.year(2018), indicator="规模以上工业增加值")
    assert str(found.value) == "12.50"


def test_a_report_is_found_by_id_or_by_name(ledger: Ledger) -> None:
    assert ledger.report("r1") == ledger.report("甲/2018.docx") == report()
    assert ledger.report("没有") is None


def test_passages_come_in_the_order_asked_for_and_unknown_ones_are_left_out(ledger: Ledger) -> None:
    assert [one.id for one in ledger.passages(["p3", "没有", "p1"])] == ["p3", "p1"]
    assert [one.id for one in ledger.passages_of("r1")] == ["p1", "p2"]


def test_figures_are_filtered_by_each_condition_alone_and_together(ledger: Ledger) -> None:
    assert ids(ledger.figures(zone="乙高新区")) == ["f4", "f5"]
    assert ids(ledger.figures(zone=["甲开发区", "乙高新区"], period=Period.year(2019))) == ["f3"]
    assert ids(ledger.figures(period=[Period.year(2019), Period.year(2020)])) == ["f3"]
    assert ids(ledger.figures(status=Status.TARGET)) == ["f3"]
    assert ids(ledger.figures(kind=[FigureKind.VALUE], report_id="r2")) == ["f4", "f5"]
    assert ids(ledger.figures(containing="财政")) == ["f2"]
    assert ids(ledger.figures(zone=[])) == []


def test_an_indicator_is_compared_normalised(ledger: Ledger) -> None:
    assert ids(ledger.figures(indicator="规上工业增加值", report_id="r2")) == ["f4", "f5"]
    assert ids(ledger.figures(indicator="工业增加值")) == []


def test_the_largest_value_comes_first_as_a_number_and_missing_ones_last(ledger: Ledger) -> None:
    assert ids(ledger.figures(order="value", period=Period.year(2018))) == ["f5", "f1", "f4", "f2"]


def test_a_query_for_figures_goes_through_an_index(ledger: Ledger, tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "台账 #1.sqlite")
    for where in ("name = 'x' AND zone = 'y'", "zone = 'x' AND period = '2018'", "period = '2018'", "report_id = 'r1'"):
        plan = " ".join(row[3] for row in plain.execute(f"EXPLAIN QUERY PLAN SELECT * FROM figures WHERE {where}"))
        assert "USING INDEX" in plan
        assert "passages" not in plan


def test_the_frame_holds_every_figure_with_exact_numbers_and_its_report(ledger: Ledger) -> None:
    frame = ledger.frame(zone="甲开发区")
    assert set(frame["report"]) == {"甲/2018.docx"}
    assert list(frame.loc[0, ["id", "period", "status", "path"]]) == ["f1", "2018", "完成", "一、主要指标"]
    assert frame.loc[0, "value"] == Decimal("12.50")
    assert "value_order" not in frame.columns
    assert list(ledger.frame(zone="丙").columns) == list(frame.columns)


def test_the_vocabulary_counts_each_name_by_zone(ledger: Ledger) -> None:
    assert ledger.vocabulary() == {"规模以上工业增加值": {"甲开发区": 2, "乙高新区": 2}, "财政总收入": {"甲开发区": 1}}


def test_zones_periods_and_cards_come_from_the_reports(ledger: Ledger) -> None:
    assert ledger.zones() == ["乙高新区", "甲开发区"]
    assert ledger.periods() == [Period.year(2018)]
    assert ledger.periods("丙") == []
    assert [(card.name, card.figures) for card in ledger.cards()] == [("乙.md", 2), ("甲/2018.docx", 3)]


def test_adding_a_report_again_replaces_all_of_it(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite", read_only=False) as ledger:
        ledger.add_report(report(), [section()], [passage("p1"), passage("p2")], [figure("f1")])
        ledger.add_report(report(name="新名.docx"), [], [passage("p2")], [])
        assert ledger.counts() == (1, 1, 0)
        assert ledger.sections("r1") == []
        assert ledger.report("r1") == report(name="新名.docx")


def test_a_removed_report_leaves_nothing_behind(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite", read_only=False) as ledger:
        ledger.add_report(report(), [section()], [passage("p1")], [figure("f1")])
        ledger.remove_report("r1")
        assert ledger.counts() == (0, 0, 0)
        assert ledger.report("r1") is None
        assert ledger.sections("r1") == []


def test_a_report_that_cannot_be_added_whole_is_not_added_at_all(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite", read_only=False) as ledger:
        ledger.add_report(report(), [section()], [passage("p1")], [figure("f1")])
        with pytest.raises(sqlite3.IntegrityError):
            ledger.add_report(report(name="x"), [], [passage("p2"), passage("p2")], [])
        assert ledger.report("r1") == report()
        assert ledger.counts() == (1, 1, 1)


def test_a_ledger_opened_for_reading_cannot_be_written(ledger: Ledger) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        ledger.remove_report("r1")


@pytest.mark.parametrize("content", [None, b"", b"not a database, though long enough to look like one" * 20])
def test_what_is_no_ledger_is_called_damaged(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "l.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(IndexDamaged, match="--rebuild"):
        Ledger.open(path)


def test_many_threads_read_one_ledger_at_once(ledger: Ledger) -> None:
    wrong: list[object] = []

    def read() -> None:
        for _ in range(50):
            if ids(ledger.figures(zone="乙高新区")) != ["f4", "f5"] or ledger.report("r1") != report():
                wrong.append(1)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong

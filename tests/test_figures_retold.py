"""What is told once more or in other words: goals not reached, growths by name, counts left out of, levels after a change, plans of a year named."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Report, SectionKind
from index.settings import IndexSettings
from tests.test_figures import read
from tests.test_figures_told import told


def _report(path: Path, text: str) -> Report:
    path.write_text(text, encoding="utf-8")
    return read_report(path, root=path.parent, settings=IndexSettings())


def test_what_was_not_reached_was_aimed_at() -> None:
    assert told("规上工业总产值没有达到86亿元；工业投资12亿元。") == [
        ("", "规上工业总产值", "86亿元", "目标"), ("", "工业投资", "12亿元", "完成"),
    ]


def test_a_value_behind_its_growth_of_another_time() -> None:
    figures = read("一季度规上工业总产值同比下降2.3%；到年中止跌回升，上半年完成39.2亿元，增长4.1%；全年最终定格在84.6亿元。")
    assert [(f.period.label if f.period else "", f.indicator, f.value_text) for f in figures] == [
        ("2018年一季度", "规上工业总产值", ""), ("2018年上半年", "规上工业总产值", "39.2亿元"), ("2018年", "规上工业总产值", "84.6亿元"),
    ]


def test_how_far_a_goal_was_missed_behind_how_far_it_was_reached() -> None:
    assert told("规上工业总产值84.6亿元，为年度目标86亿元的98.4%，尚欠1.4亿元。")[-1] == ("比目标少", "规上工业总产值", "1.4亿元", "完成")


def test_what_was_left_out_is_of_what_was_counted() -> None:
    assert told("新认定高新技术企业23家，剔除到期未续的7家，年末共有108家。") == [
        ("新认定", "高新技术企业", "23家", "完成"), ("到期未续", "高新技术企业", "7家", "完成"), ("", "高新技术企业", "108家", "完成"),
    ]


def test_parts_counted_beside_their_whole() -> None:
    assert told("年末规上工业企业97家，食品企业占52家，纺织企业占36家；年内新入规13家，因停产、注销等退库6家。")[-2:] == [
        ("新入规", "规上工业企业", "13家", "完成"), ("退库", "规上工业企业", "6家", "完成"),
    ]


def test_growths_told_once_more_by_name() -> None:
    figures = read(
        "磁性材料、稀土冶炼、永磁电机三大板块产值依次为186.5亿元、94.2亿元、71.8亿元，"
        "磁性材料和永磁电机分别增长21.3%、33.9%，稀土冶炼下降4.7%。"
    )
    assert [(f.scope, f.value_text, f.growth_text) for f in figures] == [
        ("磁性材料", "186.5亿元", "增长21.3%"), ("稀土冶炼", "94.2亿元", "下降4.7%"), ("永磁电机", "71.8亿元", "增长33.9%"),
    ]


def test_the_first_two_of_a_list_have_the_growths_told_for_them() -> None:
    figures = read("航空装备、临空电子、医药冷链三大产业产值分别为76.9亿元、84.1亿元、22.5亿元，前两个增长15.8%和3.9%，医药冷链下降2.2%。")
    assert [f.growth_text.lstrip("分别") for f in figures if f.value is not None] == ["增长15.8%", "增长3.9%", "下降2.2%"]


@pytest.mark.parametrize(("text", "scope", "indicator", "value"), [
    ("审批时限由45个工作日压减为28个工作日。", "", "审批时限", "28个工作日"),
    ("那桠口岸日均通关能力由500辆次提升到1200辆次。", "", "那桠口岸日均通关能力", "1200辆次"),
    ("动力电池产量12.6GWh，增长41.6%。", "", "动力电池产量", "12.6GWh"),
    ("羿湍发动机基地是建区以来最大的项目，总投资52亿元。", "羿湍发动机基地", "总投资", "52亿元"),
    ("医疗器械注册证236张（其中第三类27张）。", "第三类", "医疗器械注册证", "27张"),
    ("全口径税收3.28亿元，其中食品企业贡献1.94亿元。", "食品企业", "全口径税收", "1.94亿元"),
    ("10亿元以上项目3个，分别是荟澜医数总投资10.5亿元的医疗大数据平台等。", "荟澜医数医疗大数据平台", "总投资", "10.5亿元"),
    ("固定资产投资没有达标，我负主要责任。全年104.6亿元。", "", "固定资产投资", "104.6亿元"),
])
def test_whose_and_what_a_last_number_is(text: str, scope: str, indicator: str, value: str) -> None:
    assert told(text)[-1][:3] == (scope, indicator, value)


def test_how_it_had_gone_before_is_no_name() -> None:
    figure = read("电池材料产值79.8亿元，由上年的高增长转为下降2.8%。")[0]
    assert (figure.indicator, figure.value_text, figure.growth_text) == ("产值", "79.8亿元", "下降2.8%")


def test_a_plan_opened_by_about_and_its_year(tmp_path: Path) -> None:
    text = (
        "楸埝经济开发区2023年工作通报\n\n全年规上工业总产值468.9亿元，增长13.2%。\n\n"
        "关于2024年，会议初步确定：地区生产总值增长7%以上；规上工业总产值520亿元。"
    )
    report = _report(tmp_path / "通报.txt", text)
    figures = extract_figures(report, outline(report))
    assert [(f.value_text, f.status.value, f.period.label if f.period else "") for f in figures if f.value_text] == [
        ("468.9亿元", "完成", "2023年"), ("520亿元", "目标", "2024年"),
    ]


def test_what_a_page_shows_above_its_title_heads_nothing(tmp_path: Path) -> None:
    title = "蘅埭经济开发区2022年工作报告"
    text = (
        f"2023年春运开行加班车安排\n棣沅市区公交线路调整通告\n{title}\n工业运行\n"
        "全年规上工业总产值326.9亿元，占全市2180亿元的15.0%，四季度增长11.9%，把全年拉回正增长，企业信心明显恢复。"
    )
    report = _report(tmp_path / "页.txt", text)
    assert {s.kind for s in outline(report) if "规上工业总产值" in text[s.body_start : s.end]} == {SectionKind.REVIEW}


def _rows(path: Path, title: str, text: str) -> list[tuple[str, str, str]]:
    report = _report(path / f"{title}.md", f"{title}\n\n{text}\n")
    return [(f.value_text, f.period.key if f.period else "", f.status.value) for f in extract_figures(report, outline(report))]


@pytest.mark.parametrize("opening", ["最后派活，说今年的数。规上工业总产值67亿元。", "老办法不变。规上工业总产值今年要做到67亿元，增长7.5%。"])
def test_from_the_year_ahead_on_a_paragraph_tells_what_is_to_be(tmp_path: Path, opening: str) -> None:
    text = f"同志们，去年规上工业总产值62亿元，增长6.4%。\n\n{opening}一般公共预算收入2.7亿元，增长5.0%。新签约项目36个。去年签约28个。"
    assert _rows(tmp_path, "东陂经开区2021年总结大会讲话", f"（2022年1月18日）\n\n{text}") == [
        ("62亿元", "2021", "完成"), ("67亿元", "2022", "目标"), ("2.7亿元", "2022", "目标"), ("36个", "2022", "目标"), ("28个", "2021", "完成"),
    ]


def test_what_this_year_was_to_bring_is_no_plan_of_the_next(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "东陂经开区2021年工作总结", "规上工业总产值今年要过60亿元，全年完成62亿元。税收收入3.1亿元。")
    assert {year for _, year, _ in rows} == {"2021"}
    assert rows[-1] == ("3.1亿元", "2021", "完成")

"""Zone, period, title, date and source, on wordings that no fixture uses."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from index.reading import read_report
from index.reading.metadata import parse_date
from index.reading.periods import find_period
from index.reading.zones import find_zone
from index.records import Period, Report
from index.settings import IndexSettings

TITLES = [
    ("苏州工业园区2018年工作总结", "苏州工业园区", "2018"),
    ("关于印发《西安高新技术产业开发区2019年工作要点》的通知", "西安高新技术产业开发区", "2018"),
    ("武汉东湖新技术开发区2020年度工作报告", "武汉东湖新技术开发区", "2020"),
    ("中共天津经济技术开发区工作委员会2017年工作总结", "天津经济技术开发区", "2017"),
    ("二〇一八年昆山经济技术开发区工作总结", "昆山经济技术开发区", "2018"),
    ("中国（上海）自由贸易试验区临港新片区2021年工作总结", "中国（上海）自由贸易试验区临港新片区", "2021"),
    ("长垣市产业集聚区2019年上半年工作总结及下半年工作打算", "长垣市产业集聚区", "2019H1"),
    ("成都高新区2018年前三季度经济运行情况", "成都高新区", "2018M1-9"),
    ("南京综合保税区2018年1—11月经济运行情况", "南京综合保税区", "2018M1-11"),
    ("青岛西海岸新区2018年第一季度工作小结", "青岛西海岸新区", "2018Q1"),
    ("国家级常熟经济技术开发区2018年主要工作及2019年工作安排", "常熟经济技术开发区", "2018"),
    ("福建自贸试验区厦门片区2016—2020年工作总结", "福建自贸试验区厦门片区", "2016-2020"),
    ("柯桥经济技术开发区（马鞍街道）２０１９年工作总结", "柯桥经济技术开发区（马鞍街道）", "2019"),
    ("关于武进高新技术产业开发区2018年计划执行情况与2019年计划草案的报告", "武进高新技术产业开发区", "2018"),
    ("云和县工业园区工作总结（2018）", "云和县工业园区", "2018"),
    ("洋浦经济开发区管理委员会2018年11月工作情况", "洋浦经济开发区", "2018M11"),
    ("平湖市新埭镇2018年工作总结", "", "2018"),
]


def period_key(title: str, *lines: str, date: datetime.date | None = None) -> str:
    period = find_period(title, "", list(lines), date)
    return period.key if period else ""


def read(folder: Path, text: str, name: str = "x.txt") -> Report:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_report(path, root=folder, settings=IndexSettings())


@pytest.mark.parametrize(("title", "zone", "period"), TITLES)
def test_titles_name_zone_and_period(title: str, zone: str, period: str) -> None:
    assert find_zone(title, "", "x.txt", []) == zone
    assert period_key(title) == period


def test_plan_alone_stands_at_the_year_it_follows_from() -> None:
    assert period_key("2019年工作要点") == "2018"
    assert period_key("2019年工作计划", "一、2017年工作回顾") == "2017"


def test_work_report_looks_back_on_what_its_first_review_heading_says() -> None:
    assert period_key("2019年政府工作报告", "一、2018年工作回顾", "二、2019年工作安排") == "2018"
    assert period_key("2019年度工作报告", "一、2019年工作回顾", date=datetime.date(2020, 1, 16)) == "2019"


def test_work_report_without_headings_goes_by_its_date() -> None:
    assert period_key("2019年政府工作报告", date=datetime.date(2019, 3, 5)) == "2018"
    assert period_key("政府工作报告", date=datetime.date(2019, 3, 5)) == "2018"


def test_text_without_title_tells_its_period_by_what_was_achieved() -> None:
    assert period_key("", "2018年，实现财政总收入12.8亿元。", "2019年要继续努力。", "2018年完成投资3亿元。") == "2018"


def test_zone_with_a_place_goes_before_a_bare_kind() -> None:
    assert find_zone("", "开发区(浦口街道)", "嵊州开发区（浦口街道）2018年工作总结.txt", []) == "嵊州开发区（浦口街道）"
    assert find_zone("2018年工作总结", "开发区(浦口街道)", "2018.txt", []) == "开发区(浦口街道)"


def test_zone_comes_from_the_folder_or_from_what_the_text_calls_itself() -> None:
    assert find_zone("", "", "霞浦经开区/2018.txt", []) == "霞浦经开区"
    lines = ["赴甲山高新区学习。", "霞浦经济开发区完成投资。", "霞浦经济开发区新增企业，推动国家级开发区创建。" * 3]
    assert find_zone("", "", "2018.txt", lines) == "霞浦经济开发区"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019-02-21 10:00:03", "2019-02-21"),
        ("（2018年1月19日）", "2018-01-19"),
        ("二〇一八年十二月三十一日", "2018-12-31"),
        ("2019/3/5", "2019-03-05"),
        ("2019.03.05", "2019-03-05"),
        ("2019年13月5日", "None"),
        ("增长12.5", "None"),
    ],
)
def test_dates_are_read_in_every_usual_form(text: str, date: str) -> None:
    assert str(parse_date(text)) == date


def test_title_over_two_lines_is_one(tmp_path: Path) -> None:
    report = read(tmp_path, "霞浦经济开发区管理委员会\n2018年工作总结\n2018年，实现财政总收入12.8亿元。")
    assert report.title == "霞浦经济开发区管理委员会2018年工作总结"


def test_report_without_title_takes_the_file_name_if_it_says_something(tmp_path: Path) -> None:
    text = "一、工业经济\n实现财政总收入12.8亿元。"
    assert read(tmp_path, text, "霞浦经开区2018年总结.txt").title == "霞浦经开区2018年总结"
    assert read(tmp_path, text, "doc1.txt").title == ""


def test_signature_at_the_end_gives_date_and_source(tmp_path: Path) -> None:
    report = read(tmp_path, "2018年工作总结\n全年实现财政总收入12.8亿元。\n霞浦经济开发区管委会\n2019年1月20日")
    assert (str(report.date), report.source) == ("2019-01-20", "霞浦经济开发区管委会")


def test_a_date_may_close_the_last_paragraph(tmp_path: Path) -> None:
    said = "转型没有退路，我愿同班子一道，一锤接着一锤敲，不负组织重托，不负全区父老的期待，" * 2
    assert str(read(tmp_path, f"述职报告\n全年实现财政总收入12.8亿元。\n{said}特此述职。述职人：闻砺。2019年1月14日。").date) == "2019-01-14"
    assert read(tmp_path, f"述职报告\n全年实现财政总收入12.8亿元。\n{said}2019年1月14日项目开工。").date is None


def test_text_without_title_reviews_what_its_opening_announces() -> None:
    assert period_key("", "现把2017年的履职情况向大家作个汇报。", date=datetime.date(2018, 1, 16)) == "2017"


def test_what_a_spring_text_says_of_its_own_year_is_a_plan() -> None:
    line = "2018年实现财政收入增长8%。"
    assert period_key("", line, date=datetime.date(2018, 2, 1)) == "2017"
    assert period_key("", line, date=datetime.date(2018, 12, 1)) == "2018"


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        (("2018年，东陂农高区认真落实乡村振兴战略，紧紧围绕年初目标任务，" + "克服干旱少雨等不利影响，" * 6 + "全年实现生产总值27.4亿元。",
          "深加工项目4月开工，预计2019年6月投产，投产后可完成产值5亿元。", "2019年，计划生产总值增长8%左右。"), "2018"),
        (("2021年是“十四五”开局之年。" + "全区上下迎难而上，" * 8 + "完成固定资产投资86亿元。", "2022年，力争全年实现产值90亿元。"), "2021"),
        (("2017年上半年，" + "面对复杂多变的外部环境，" * 6 + "园区实现税收3.2亿元。",), "2017H1"),
        (("园区经济稳中有进。", "2019年，计划生产总值增长8%。"), "2018"),
    ],
)
def test_a_text_without_title_looks_back_on_the_year_it_opens_with(lines: tuple[str, ...], period: str) -> None:
    assert period_key("", *lines) == period


@pytest.mark.parametrize(
    ("title", "lines", "date", "period"),
    [
        ("半年述职", ("述职人：某园主任", "述职时段：2021年1—6月"), None, "2021H1"),
        ("规划纲要实施情况中期评估报告", ("评估期为2016年至2018年，规划期为2016年至2020年。",), None, "2016-2018"),
        ("重点工作台账", ("（截至10月底）", "填报年度：2016　填报单位：园区办"), None, "2016M1-10"),
        ("某市年鉴（2016）·开发区卷", ("地区生产总值94.3亿元。",), None, "2015"),
        ("某区2016年鉴条目", ("《某市年鉴》（2017卷）", "地区生产总值94.3亿元。"), None, "2016"),
        ("某区2016年鉴条目", ("2016年，全区完成规上工业总产值94.3亿元，增长6.1%。",), None, "2016"),
        ("在2014年“开门红”动员会上的讲话", ("去年我们干了33个项目。",), None, "2013"),
        ("写在2022年到来之前", ("提笔的时候，全年的账还没有关。",), datetime.date(2021, 12, 28), "2021"),
        ("在“大干二季度”动员会上的讲话", ("一季度产值37.9亿元。",), datetime.date(2019, 4, 9), "2019Q1"),
        ("三季度工作汇报", ("产值37.9亿元。",), datetime.date(2019, 2, 9), "2018Q3"),
        ("上年预算执行和2021年预算草案说明", ("上年收入12.8亿元。",), None, "2020"),
        ("运行情况", ("2023年，园区稳住了。", "2023年产值84亿元，比2022年多3亿元。"), None, "2023"),
    ],
)
def test_what_is_looked_back_on_is_said_in_many_ways(title: str, lines: tuple[str, ...], date: datetime.date | None, period: str) -> None:
    found = find_period(title, "", list(lines), date)
    assert found is not None
    assert found.key == period


def test_the_year_of_a_file_holds_where_nothing_else_is_said_and_the_text_names_it() -> None:
    assert find_period("", "dongpi_2018", ["入园企业86家。", "2018年新增12家。"], None) == Period.year(2018)
    assert find_period("", "dongpi_2018", ["入园企业86家。"], None) is None
    assert find_period("", "2017-2018", ["入园企业86家。"], None) is None
    told = ["2018年是我到区里的第三个年头。", "2019年，园区要实现营业收入20亿元。", "2019年，完成投资3亿元的项目有两个。"]
    assert find_period("", "dongpi_2018", told, None) == Period.year(2018)
    assert find_period("", "dongpi", told, None) == Period.year(2019)


@pytest.mark.parametrize(
    ("title", "lines", "date", "period"),
    [
        ("述职报告", ("我于2016年11月到园区任职。一年来，各项工作有了新起色。",), datetime.date(2017, 12, 28), "2017"),
        ("任期报告", ("2016年9月以来，圆满完成各项目标。", "产值由2015年的86亿元增加到2020年的151亿元，增长9%。"), datetime.date(2021, 9, 1), "2021"),
        ("前三季度经济运行简况", ("（2021年10月20日）",), datetime.date(2021, 10, 20), "2021M1-9"),
        ("四季度工作小结", (), datetime.date(2021, 1, 20), "2020Q4"),
    ],
)
def test_a_date_of_something_that_happened_is_no_period(
    title: str, lines: tuple[str, ...], date: datetime.date, period: str
) -> None:
    assert period_key(title, *lines, date=date) == period


@pytest.mark.parametrize(("title", "line", "zone"), [
    ("", "2018年，东陂农业高新技术产业示范区（以下简称农高区）认真落实各项部署。", "东陂农业高新技术产业示范区"),
    ("", "2021年，东陂经开区党工委坚持稳中求进。", "东陂经开区"),
    ("", "东陂经济开发区位于县城以北，规划面积23平方公里。", "东陂经济开发区"),
    ("", "2018年，各国家级开发区稳中有进。", ""),
    ("关于申报2020年度全省优秀开发区的材料", "2020年，湖溪经济技术开发区坚决打好“两战”。", "湖溪经济技术开发区"),
    ("半年小结", "（一）指标情况。上半年，云岭产业园实现营业收入82.6亿元。", "云岭产业园"),
    ("专访东陂经开区党工委书记", "问：过去一年如何？", "东陂经开区"),
])
def test_a_zone_is_named_by_the_opening_or_where_it_is_given_a_short_name(title: str, line: str, zone: str) -> None:
    assert find_zone(title, "", "x.txt", ([title] if title else []) + [line]) == zone


def test_a_town_run_as_one_with_its_zone_is_named_whole() -> None:
    assert find_zone("墩溪镇（经济开发区）2022年工作总结", "", "x.txt", []) == "墩溪镇（经济开发区）"


@pytest.mark.parametrize("zone", [
    "和县经济开发区", "和静县工业园区", "于都工业园区", "从化经济开发区", "将乐经济开发区", "本溪高新技术产业开发区", "广西全州经济开发区",
    "全椒经济开发区", "老河口经济开发区", "第三师图木舒克经济开发区", "综合保税区",
])  # fmt: skip
def test_a_place_may_begin_with_a_word_that_leads_elsewhere(zone: str) -> None:
    assert find_zone(f"{zone}2020年工作总结", "", "a.txt", []) == zone


@pytest.mark.parametrize("general", ["我区经开区", "全市各开发区", "本市经开区", "全县工业园区"])
def test_what_is_meant_in_general_has_no_place(general: str) -> None:
    assert find_zone(f"{general}2020年工作总结", "", "a.txt", []) in ("经开区", "开发区", "工业园区")

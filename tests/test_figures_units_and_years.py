"""Units of a table that names several, years told together in one sentence, month on month, works and what they hold, parks that open a paragraph."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure, FigureKind, Period, Status
from index.settings import IndexSettings


def figures(text: str, name: str = "report_2023.md") -> list[Figure]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, "utf-8")
        report = read_report(path, root=path.parent, settings=IndexSettings())
    return extract_figures(report, outline(report))


def one(told: list[Figure], indicator: str, scope: str = "", *, status: Status = Status.DONE) -> Figure:
    found = [f for f in told if f.scope == scope and f.indicator == indicator and f.status is status and f.kind is FigureKind.VALUE]
    assert len(found) == 1, [(f.scope, f.indicator, f.value_text) for f in told]
    return found[0]


PARKS = """# 瑭洑高新技术产业开发区2023年统计摘要

## 一、分片区

表1 各片区主要指标

单位：家、亿元、万美元、亩

| 片区 | 企业数 | 规上工业总产值 | 实际利用外资 | 供应建设用地 |
| --- | --- | --- | --- | --- |
| 栎东片区 | 47 | 168.2 | 4860 | 720 |
| 渟西片区 | 58 | 143.5 | 2310 | 465 |

表2 当月情况

| 指标 | 单位 | 6月当月 | 当月环比(%) | 当月同比(%) |
| --- | --- | --- | --- | --- |
| 固定资产投资 | 亿元 | 8.7 | 12.3 | 15.4 |

## 二、分园情况

——鹇东园规模最大。完成工业投资18.6亿元；供应工业用地286亩。

——桑圩园转型较慢。完成工业投资6.9亿元；供应工业用地128亩。
"""


def test_each_column_takes_the_unit_that_what_it_is_of_is_told_in() -> None:
    told = figures(PARKS)
    assert one(told, "企业数", "栎东片区").unit == "家"
    assert one(told, "规上工业总产值", "栎东片区").unit == "亿元"
    assert one(told, "实际利用外资", "栎东片区").unit == "万美元"
    assert one(told, "供应建设用地", "渟西片区").unit == "亩"


def test_month_on_month_stands_beside_the_growth_over_the_year() -> None:
    told = [f for f in figures(PARKS) if f.indicator == "固定资产投资"]
    assert {(f.growth_base, str(f.growth)) for f in told} == {("同比", "15.4"), ("环比", "12.3")}
    prose = figures("# 瑭洑高新区2023年6月运行情况\n\n6月当月规上工业总产值38.6亿元，环比增长4.9%，同比增长7.2%。\n")
    value = one(prose, "规上工业总产值")
    assert str(value.growth) == "7.2"
    assert [f.growth_text for f in prose if f.growth_base == "环比"] == ["环比增长4.9%"]


def test_a_park_that_opens_a_paragraph_owns_its_figures() -> None:
    told = figures(PARKS)
    assert str(one(told, "工业投资", "鹇东园").value) == "18.6"
    assert str(one(told, "工业投资", "桑圩园").value) == "6.9"


YEARS = """# 瑭洑高新技术产业开发区五年发展回顾（2019—2023年）和2024年工作计划

## 一、过去五年和2023年工作回顾

规上工业总产值2023年完成318.7亿元，同比增长12.8%，2024年计划增长11%以上、达到354亿元；财政总收入五年累计88.6亿元，2023年完成21.4亿元，2024年预期增长8%。

实际到位内资五年累计254.7亿元，2023年62.3亿元，2024年目标68亿元；实际利用外资五年累计1.52亿美元，2023年3860万美元。

在全省高新区综合评价中列第6位，比上年前移2位。

## 二、2024年工作计划

规上工业增加值增长9%。
"""


def test_the_year_ahead_is_aimed_at_and_the_years_over_stay_so() -> None:
    told = figures(YEARS, "yaoxu_2023.md")
    assert one(told, "规上工业总产值", status=Status.TARGET).period == Period.year(2024)
    aimed = [f for f in told if f.indicator == "财政总收入" and f.growth_text.endswith("增长8%")]
    assert [(f.period, f.status) for f in aimed] == [(Period.year(2024), Status.TARGET)]
    assert one(told, "实际到位内资", status=Status.TARGET).period == Period.year(2024)
    assert one(told, "实际利用外资", "累计").period == Period.years(2019, 2023)
    assert one(told, "实际利用外资").period == Period.year(2023)


def test_a_place_in_a_review_of_several_years_is_that_of_the_last() -> None:
    ranks = [f for f in figures(YEARS, "yaoxu_2023.md") if f.kind in (FigureKind.RANK, FigureKind.RANK_CHANGE)]
    assert len(ranks) == 2
    assert {f.period for f in ranks} == {Period.year(2023)}


WORKS = """# 瑭洑高新技术产业开发区2023年工作总结

坞口污水处理厂二期投资1.36亿元，6月30日通水，日处理能力由3万吨提高到5万吨。沐珩环保危废处置中心总投资4.6亿元，年处置能力8万吨。

苑头污水处理厂二期日均处理污水4.1万吨，负荷率82%。

规上工业总产值增长7%；固定资产投资止跌回升，增长5%。桐坞、鹤淀两个片区分别完成规上工业总产值148.2亿元、50.6亿元。其中鹤淀片区同比增长17.9%。

规上工业增加值快报数为66.4亿元，后经统计年报核定为64.7亿元。
"""


def test_what_works_hold_is_theirs() -> None:
    told = figures(WORKS)
    assert str(one(told, "日处理能力", "坞口污水处理厂二期").value) == "5"
    assert str(one(told, "年处置能力", "沐珩环保危废处置中心").value) == "8"
    assert str(one(told, "日均处理污水", "苑头污水处理厂二期").value) == "4.1"
    assert str(one(told, "负荷率", "苑头污水处理厂二期").value) == "82"


def test_growths_told_without_a_name_of_their_own() -> None:
    told = figures(WORKS)
    assert [str(f.growth) for f in told if f.indicator == "固定资产投资"] == ["5"]
    assert [str(f.growth) for f in told if f.scope == "鹤淀" and f.growth is not None] == ["17.9"]


def test_what_was_settled_afterwards_is_the_same_thing_again() -> None:
    told = figures(WORKS)
    assert str(one(told, "规上工业增加值", "调整后").value) == "64.7"
    assert str(one(told, "规上工业增加值", "原公布").value) == "66.4"


BULLETIN = """# 滃汀高新技术产业开发区2023年情况通报

2023年，全区完成规上工业总产值300亿元，增长5%。

固定资产投资完成100亿元，增长8%，2024年力争完成120亿元。

进出口总额30亿元，2024年计划完成35亿元，其中出口20亿元。

社会消费品零售总额28亿元。

一般公共预算收入13.08亿元，增长6.9%；年初目标14亿元，9月经批准调整为13.2亿元，完成调整目标的99.1%。其中税收收入11.27亿元。
"""


def test_a_goal_told_behind_what_was_done_makes_no_plan_of_the_line() -> None:
    told = figures(BULLETIN)
    done, aimed = Period.year(2023), Period.year(2024)
    for indicator, value, goal in (("固定资产投资", "100", "120"), ("进出口总额", "30", "35")):
        result, ahead = one(told, indicator), one(told, indicator, status=Status.TARGET)
        assert (result.value_text, result.period) == (f"{value}亿元", done)
        assert (ahead.value_text, ahead.period) == (f"{goal}亿元", aimed)
    assert one(told, "社会消费品零售总额").period == done


def test_the_parts_behind_a_goal_are_of_what_was_done() -> None:
    assert one(figures(BULLETIN), "税收收入").value_text == "11.27亿元"


YEARS_OVER = """# 滃汀高新技术产业开发区2023年情况通报

高新技术企业由2020年的86家增长到2023年的203家。

财政总收入52.3亿元，五年年均增长16.0%。固定资产投资88亿元，近三年平均增长6.1%。

“四上”企业412家，当年新入库56家，退库11家。
"""


def test_years_that_are_over_are_no_years_ahead() -> None:
    told = figures(YEARS_OVER)
    grown = {(f.indicator, f.growth_text): (f.period, f.status) for f in told if f.kind is FigureKind.GROWTH}
    assert grown == {
        ("财政总收入", "年均增长16.0%"): (Period.years(2019, 2023), Status.DONE),
        ("固定资产投资", "平均增长6.1%"): (Period.years(2021, 2023), Status.DONE),
    }
    firms = {f.period: f.value_text for f in told if f.indicator == "高新技术企业"}
    assert firms == {Period.year(2020): "86家", Period.year(2023): "203家"}
    assert {f.scope: f.value_text for f in told if "四上" in f.indicator} == {"": "412家", "当年新入库": "56家", "退库": "11家"}


EACH_YEAR = """# 滃汀高新技术产业开发区2023年情况通报

2022年、2023年固定资产投资分别完成80.2亿元、90.5亿元。

2021年和2022年，规上工业总产值分别增长2.1%和13.8%。

发行专项债券5只，共计12.8亿元。
"""


def test_a_list_of_years_dates_its_numbers() -> None:
    told = figures(EACH_YEAR)
    invested = {f.period: f.value_text for f in told if f.indicator == "固定资产投资"}
    assert invested == {Period.year(2022): "80.2亿元", Period.year(2023): "90.5亿元"}
    grown = {f.period: f.growth_text for f in told if f.indicator == "规上工业总产值"}
    assert grown == {Period.year(2021): "增长2.1%", Period.year(2022): "增长13.8%"}


def test_what_so_many_bonds_come_to_is_of_the_bonds() -> None:
    assert [f.value_text for f in figures(EACH_YEAR) if f.indicator == "发行专项债券"] == ["5只", "12.8亿元"]


def told(text: str, heading: str = "# 瑭洑高新技术产业开发区2023年工作总结") -> set[tuple[str, str, str, str]]:
    return {(f.scope, f.indicator, f.value_text, f.period.key if f.period else "") for f in figures(f"{heading}\n\n{text}\n") if f.value is not None}


def test_what_it_rose_from_comes_after_what_it_is() -> None:
    (now,) = (f for f in figures("# 瑭洑高新技术产业开发区2023年工作总结\n\n进口8.4亿元，由上年的7亿元升上来，增长20%，居全市第3位。\n")
              if f.value_text == "8.4亿元")
    assert (now.indicator, now.growth_text) == ("进口", "增长20%")
    assert ("", "进口", "7亿元", "2022") in told("进口8.4亿元，由上年的7亿元升上来，增长20%，居全市第3位。")


def test_the_year_before_last_is_the_year_before_where_last_year_is_reviewed() -> None:
    talk = "（2024年1月20日）\n\n同志们：\n\n去年是不容易的一年。去年进口8.4亿元，前年是7亿元，增长20%。\n\n今年我们要干好三件事。"
    assert ("", "进口", "7亿元", "2022") in told(talk, "# 瑭洑高新技术产业开发区2023年工作总结大会讲话")


def test_a_unit_said_in_front_of_its_number() -> None:
    rose = told("规上企业亩均税收由每亩15.8万元提高到21.3万元。")
    assert {("", "规上企业亩均税收", "15.8万元", "2022"), ("", "规上企业亩均税收", "21.3万元", "2023")} <= rose
    assert ("", "PM2.5平均浓度", "38微克", "2023") in told("PM2.5平均浓度每立方米38微克，优良天数296天。")
    assert ("", "每吨水产值", "320元", "2023") in told("每吨水产值320元。")


def test_what_is_left_is_of_the_last_of_that_measure() -> None:
    assert ("", "闲置土地", "62亩", "2023") in told("处置闲置土地152亩，处置率71.0%，年末剩余62亩。")


def test_stages_in_a_later_sentence_are_of_the_projects_counted() -> None:
    text = "新签约亿元以上项目26个，协议总投资92.6亿元。签约数比年初的目标少4个。年内落地19个、投产13个。"
    assert {("落地", "亿元以上项目", "19个", "2023"), ("投产", "亿元以上项目", "13个", "2023")} <= told(text)


def test_the_months_told_after_the_city_are_the_zones_own_again() -> None:
    text = "规上工业总产值752.19亿元，增长28.8%。全市规上工业总产值2316亿元。一季度158.3亿元，上半年346.7亿元。"
    assert {("", "规上工业总产值", "158.3亿元", "2023Q1"), ("", "规上工业总产值", "346.7亿元", "2023H1")} <= told(text)

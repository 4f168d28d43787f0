"""What is told under the name of a place is of that place; cells that go on behind their number; goals set anew, debts, revised figures."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure, FigureKind
from index.settings import IndexSettings
from tests.test_figures import D
from tests.test_figures_told import told

PLACES = """# 珩汜经济技术开发区2022年各片区工作情况汇总

一、全区总体情况

全年完成规上工业总产值491.3亿元，增长6.0%；实际到位内资126.2亿元。新签约亿元以上项目45个。

二、各片区情况

（一）沚湾片区

全年完成规上工业总产值128.4亿元，增长8.2%；实际到位内资31.5亿元。

新签约亿元以上项目11个，其中开工7个。片区龙头骅劼汽配产值36.7亿元，增长12.5%。轻量化底盘项目总投资15.8亿元。

（二）岫坪片区

全年完成规上工业总产值124.8亿元；实际到位内资35.1亿元。

三、存在问题

用工缺口3000人。
"""


def figures(text: str) -> list[Figure]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report_2022.md"
        path.write_text(text, "utf-8")
        report = read_report(path, root=path.parent, settings=IndexSettings())
    return extract_figures(report, outline(report))


def test_what_stands_under_a_place_is_of_it() -> None:
    rows = {(f.scope, f.indicator, f.value_text) for f in figures(PLACES)}
    assert {("", "规上工业总产值", "491.3亿元"), ("", "实际到位内资", "126.2亿元"), ("新签约", "亿元以上项目", "45个")} <= rows
    assert {("沚湾片区", "规上工业总产值", "128.4亿元"), ("沚湾片区", "实际到位内资", "31.5亿元"), ("沚湾片区新签约", "亿元以上项目", "11个")} <= rows
    assert {("沚湾片区龙头骅劼汽配", "产值", "36.7亿元"), ("轻量化底盘项目", "总投资", "15.8亿元"), ("岫坪片区", "实际到位内资", "35.1亿元")} <= rows
    assert any(not f.scope and f.value_text == "3000人" for f in figures(PLACES))


def test_one_place_alone_heads_nothing() -> None:
    text = PLACES.split("（二）岫坪片区")[0]
    assert all("沚湾片区" not in f.scope for f in figures(text) if f.indicator == "实际到位内资")


@pytest.mark.parametrize(("text", "rows"), [
    ("一般公共预算收入13.1亿元；年初目标14亿元，9月经批准调整为13.2亿元。", [("", "14亿元", "目标"), ("调整后", "13.2亿元", "目标")]),
    ("以前年度应付工程款4350万元，当年支付3180万元，仍欠1170万元。", [("仍欠", "1170万元", "完成")]),
    ("年末政府债务余额58.2亿元，低于61.5亿元的核定限额。", [("", "58.2亿元", "完成"), ("", "61.5亿元", "完成")]),
    ("上年规上工业总产值经统计部门核定为388.2亿元。", [("调整后", "388.2亿元", "完成")]),
])
def test_what_is_set_anew_owed_or_allowed(text: str, rows: list[tuple[str, str, str]]) -> None:
    found = [(row[0], row[2], row[3]) for row in told(text)]
    assert all(row in found for row in rows), found


@pytest.mark.parametrize(("text", "scope"), [
    ("智能仪表冲得最猛，产值58.2亿元，增长28.5%。", "智能仪表"), ("特种玻纤掉了队，产值62.9亿元，下降8.4%。", "特种玻纤"),
    ("再看产业。精密铸锻继续挑大梁，产值116.8亿元。", "精密铸锻"), ("前10户企业税收占比达到57%。", "前10户企业"),
    ("总投资8.6亿元的精密泵项目当年完成投资4.2亿元。", "精密泵项目"),
])
def test_whose_a_number_is(text: str, scope: str) -> None:
    assert {f.scope for f in figures("# 甲乙经济开发区2022年工作总结\n\n" + text)} == {scope}


def test_values_behind_a_change_of_pace_are_of_what_grew() -> None:
    rows = told("规上工业总产值413.7亿元，增长7.1%，增幅比上年回落2.1个百分点；其中上半年完成196.2亿元。")
    assert [row[1] for row in rows if row[2] == "196.2亿元"] == ["规上工业总产值"]


def test_a_cell_goes_on_behind_its_number() -> None:
    table = """# 甲乙经济开发区2022年工作要点兑现情况

| 任务 | 年度目标 | 完成结果 | 兑现情况 |
| --- | --- | --- | --- |
| 财政总收入 | 24.5亿元 | 24.86亿元，同比增长6.2% | 兑现 |
| 进出口总额 | 48亿元 | 45.3亿元，同比下降6.4%；其中出口38.7亿元 | 未兑现 |
| 新认定高新技术企业 | 18家 | 21家，年末累计97家 | 兑现 |
"""
    found = {(f.scope, f.indicator, f.value_text, f.status.value): f.growth for f in figures(table)}
    assert found["", "财政总收入", "24.86亿元", "完成"] == D("6.2")
    assert found["", "进出口总额", "45.3亿元", "完成"] == D("-6.4")
    assert ("", "出口", "38.7亿元", "完成") in found
    assert ("累计", "高新技术企业", "97家", "完成") in found


def test_what_a_zone_is_now_is_of_the_year_reported_behind_the_year_it_was_founded() -> None:
    text = "# 柏岭经开区2022年工作总结\n\n柏岭经开区2006年设立，2014年扩区，现规划面积46.8平方公里，已建成29.3平方公里，常住人口11.7万人。\n"
    found = {f.value_text: f.period.label for f in figures(text) if f.period is not None}
    assert [found[value] for value in ("46.8平方公里", "29.3平方公里", "11.7万人")] == ["2022年"] * 3
    grown = figures("# 柏岭经开区2022年工作总结\n\n柏岭经开区2006年设立，2014年扩区到20平方公里。\n")
    assert [f.period.label for f in grown if f.period is not None] == ["2014年"]


TABLES = """# 沭汣高新技术产业开发区2021年分园区和分行业情况

附表1　2021年各园区主要指标

| 指标名称 | 计量单位 | 北汣园 | 南湖园 | 全区合计 |
| --- | --- | --- | --- | --- |
| 规模以上工业总产值 | 亿元 | 212.6 | 148.9 | 361.5 |
| 　比上年增长 | % | 9.4 | -2.7 | 4.1 |
| 　占全区比重 | % | 58.8 | 41.2 | 100 |
| 实际到位内资 | 亿元 | 31.2 | 18.5 | 49.7 |
| 　增速 | % | 12.0 | 3.6 | 8.7 |

附表2　2021年各园区项目情况

| 园区 | 开工（个） | 完成投资（亿元） |
| --- | --- | --- |
| 北汣园 | 14 | 42.3 |
| 南湖园 | 8 | 26.3 |
| 小计 | 22 | 68.6 |
| 去年同期 | 19 | 60.2 |
| 同比增减（%） | 15.8 | 14.0 |

附表3　规上工业总产值分行业表（2021年）

| 行业 | 企业数（家） | 产值（亿元） | 比重（%） | 增速（%） |
| --- | --- | --- | --- | --- |
| 精密铸造 | 38 | 143.2 | 39.6 | 7.7 |
| 其他 | 50 | 218.3 | 60.4 | 1.9 |
| 总计 | 88 | 361.5 | 100 | 4.1 |

附表4　2021年与全省对比

| 指标 | 单位 | 本区数值 | 本区增幅(%) | 全省数值 | 全省增幅(%) | 增幅在全省排名 |
| --- | --- | --- | --- | --- | --- | --- |
| 规模以上工业总产值 | 亿元 | 361.5 | 4.1 | 9120.6 | 6.3 | 21 |
| 规模以上工业增加值 | 亿元 | — | 5.2 | — | 7.4 | 18 |

附表5　2021年规上工业企业营业收入前两名

| 序号 | 企业 | 主要产品 | 营业收入（亿元） | 增长（%） |
| --- | --- | --- | --- | --- |
| 1 | 汣峤铸业公司 | 轮毂 | 45.2 | 11.4 |
| 2 | 澜亭电缆公司 | 电缆 | 33.7 | -6.2 |
| 合计 | — | — | 78.9 | 3.1 |
"""


def test_rows_of_growths_and_shares_are_of_the_row_above_in_every_part() -> None:
    found = {(f.scope, f.indicator, f.value): f for f in figures(TABLES)}
    assert found["北汣园", "规模以上工业总产值", D("212.6")].growth == D("9.4")
    assert found["南湖园", "规模以上工业总产值", D("148.9")].growth == D("-2.7")
    assert found["南湖园", "规模以上工业总产值占全区比重", D("41.2")].kind is FigureKind.SHARE
    assert found["南湖园", "实际到位内资", D("18.5")].growth == D("3.6")
    assert found["", "实际到位内资", D("49.7")].growth == D("8.7")  # 全区合计 is the zone itself


def test_sums_of_the_year_before_are_of_that_year_and_no_part_of_this_ones() -> None:
    found = {(f.scope, f.indicator, f.value_text): f for f in figures(TABLES)}
    assert {("北汣园", "开工项目", "14"), ("", "开工项目", "22"), ("", "开工项目", "19"), ("", "完成投资", "60.2")} <= set(found)
    assert [found["", "完成投资", value].period.key for value in ("68.6", "60.2")] == ["2021", "2020"]  # type: ignore[union-attr]
    assert found["", "完成投资", "68.6"].growth == D("14.0")
    assert found["", "完成投资", "60.2"].growth is None


def test_what_trades_have_is_of_what_the_caption_divides() -> None:
    found = {(f.scope, f.indicator, f.value_text, f.kind.value) for f in figures(TABLES)}
    assert {("精密铸造", "规上工业企业数", "38", "数值"), ("", "规上工业企业数", "88", "数值")} <= found
    assert ("精密铸造", "产值", "143.2", "数值") in found
    assert ("精密铸造", "产值占比", "39.6", "占比") in found


def test_the_wider_area_beside_the_zone_keeps_its_growths_and_the_place_among_all() -> None:
    found = {(f.scope, f.indicator, f.value_text or f.growth_text): f for f in figures(TABLES)}
    assert (found["", "规模以上工业总产值", "361.5"].growth, found["全省", "规模以上工业总产值", "9120.6"].growth) == (D("4.1"), D("6.3"))
    assert found["全省", "规模以上工业总产值增速", "21"].kind is FigureKind.RANK
    assert {("", "规模以上工业增加值", "5.2"), ("全省", "规模以上工业增加值", "7.4")} <= set(found)


def test_a_sum_under_the_numbers_of_the_rows_is_of_those_the_caption_names() -> None:
    found = {(f.scope, f.indicator, f.value_text): f.growth for f in figures(TABLES)}
    assert found["前两名企业", "营业收入", "78.9"] == D("3.1")


def test_growths_without_a_value_are_of_the_part_of_the_year_beside_them_and_dated_ones_of_their_year() -> None:
    text = """# 甲乙经济开发区2022年运行情况

表1　2022年主要指标分季度表

| 指标 | 单位 | 一季度 | 同比(%) | 上半年 | 同比(%) | 全年 | 同比(%) |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 固定资产投资 | 亿元 | 21.4 | 12.6 | 62.8 | 11.9 | 142.3 | 10.2 |
| 规模以上工业增加值 | 亿元 | — | 8.3 | — | 8.8 | — | 9.4 |

## 二、年度目标完成情况和2023年目标

| 指标 | 单位 | 2021年完成 | 2022年目标增长(%) | 2022年实际增长(%) | 是否完成 | 2023年目标增长(%) |
| --- | --- | --- | --- | --- | --- | --- |
| 固定资产投资 | 亿元 | 129.1 | 11.0 | 10.2 | 未完成 | 9左右 |
"""
    rows = figures(text)
    grown = {f.period.key: f.growth for f in rows if f.indicator == "规模以上工业增加值" and f.period is not None}
    assert grown == {"2022Q1": D("8.3"), "2022H1": D("8.8"), "2022": D("9.4")}
    told = {(f.period.key, f.status.value, f.kind.value): f.growth for f in rows[-5:] if f.period is not None}
    assert told == {
        ("2021", "完成", "数值"): None, ("2022", "目标", "增速"): D("11.0"), ("2022", "完成", "增速"): D("10.2"),
        ("2022", "完成", "完成情况"): None, ("2023", "目标", "增速"): D("9"),
    }  # fmt: skip


TASKS = """# 榉浔经济开发区2020年重点任务清单落实情况的报告

（2021年1月8日）

表1　2020年重点任务办结汇总表（单位：件）

| 类别 | 任务数 | 办结 | 未办结 |
| --- | --- | --- | --- |
| 招商类 | 9 | 7 | 2 |

| 序号 | 重点任务 | 目标要求 | 落实情况 | 完成比例 | 未完成的主要原因 |
| --- | --- | --- | --- | --- | --- |
| 1 | 商贸企业营业额 | 52亿元，增长8% | 49.6亿元，增长3.1% | 95.4% | 餐饮业营业额下降21.6% |
| 2 | 新签约项目 | 30个，协议投资120亿元 | 33个，协议投资128.4亿元 | 107.0%（按投资额） | — |
| 3 | 浔东储能项目（总投资2.8亿元） | 6月投运，完成投资1.6亿元 | 7月20日投运，完成投资1.5亿元 | 93.8% | — |
| 4 | 棚户区改造 | 6个，1350户 | 6个，1362户 | 100.9%（按户数） | — |

## 三、2021年打算

| 序号 | 任务 | 类别 | 2021年目标 |
| --- | --- | --- | --- |
| 1 | 商贸企业营业额 | 续办 | 55亿元，增长10.9% |
| 2 | 人才公寓二期 | 新增 | 开工建设，完成投资2.2亿元 |
"""


def test_cells_of_a_task_tell_what_was_aimed_at_and_what_came_of_it() -> None:
    rows = figures(TASKS)
    found = {(f.scope, f.indicator, f.value_text, f.status.value): f for f in rows}
    assert {("招商类", "任务数", "9", "完成"), ("招商类", "未办结", "2", "完成")} <= set(found)
    assert (found["", "商贸企业营业额", "52亿元", "目标"].growth, found["", "商贸企业营业额", "49.6亿元", "完成"].growth) == (D("8"), D("3.1"))
    assert found["", "商贸企业营业额", "55亿元", "目标"].growth == D("10.9")
    assert {("新签约项目", "协议投资", "120亿元", "目标"), ("新签约项目", "协议投资", "128.4亿元", "完成")} <= set(found)
    assert {("", "棚户区改造", "1350户", "目标"), ("", "棚户区改造", "1362户", "完成")} <= set(found)
    project = {("总投资", "2.8亿元", "完成"), ("完成投资", "1.6亿元", "目标"), ("完成投资", "1.5亿元", "完成")}
    assert {("浔东储能项目", *row) for row in project} <= set(found)
    assert found["人才公寓二期", "完成投资", "2.2亿元", "目标"].period.key == "2021"  # type: ignore[union-attr]
    assert [f.growth for f in rows if f.indicator == "餐饮业营业额"] == [D("-21.6")]
    assert sum(f.value_text == "107.0%" for f in rows) == 1  # how far a goal was reached is told once


def test_what_a_project_consists_of_is_aimed_at_until_it_is_built() -> None:
    text = """# 甲乙经济开发区2023年工作总结

表1　2023年重点工程进展（单位：万元）

| 编号 | 工程名称 | 建设规模 | 总投资 | 形象进度 |
| --- | --- | --- | --- | --- |
| 1 | 峤北水厂扩建工程 | 日供水8万吨，管网36公里 | 42000 | 铺设管网21公里 |
| 2 | 港南孵化基地 | 厂房11栋 | 51000 | 已竣工 |
| 合计 | — | — | 93000 | — |
"""
    found = {(f.scope, f.indicator, f.value_text, f.status.value) for f in figures(text)}
    assert {("峤北水厂扩建工程", "日供水", "8万吨", "目标"), ("峤北水厂扩建工程", "管网", "36公里", "目标")} <= found
    assert {("港南孵化基地", "厂房", "11栋", "完成"), ("重点工程", "总投资", "93000", "完成")} <= found
    assert [status for _, name, text, status in found if text == "21公里" and name.endswith("管网")] == ["完成"]
    assert not any("完成年度目标" in f.indicator for f in figures(text))


@pytest.mark.parametrize(("text", "rows"), [
    ("东湖片区力争新开工亿元以上项目18个，完成固定资产投资75亿元。", [("东湖片区", "新开工亿元以上项目"), ("东湖片区", "固定资产投资")]),
    ("东湖片区力争完成工业投资12亿元。", [("东湖片区", "工业投资")]),
    ("东湖片区固定资产投资恢复正增长，力争达到18亿元左右。", [("东湖片区", "固定资产投资")]),
    ("签约10亿元以上项目6个，其中东湖片区4个。", [("签约", "10亿元以上项目"), ("东湖片区签约", "10亿元以上项目")]),
    ("全区力争完成工业投资12亿元。", [("", "工业投资")]),
])
def test_what_a_part_aims_at_is_no_goal_of_the_whole(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(f.scope, f.indicator) for f in figures("# 甲乙经济开发区2022年工作总结\n\n## 二、2023年打算\n\n" + text)] == rows


def test_how_many_tasks_were_assigned_is_no_goal() -> None:
    found = figures("# 甲乙经济开发区2022年工作总结\n\n年初下达的24项重点任务已办结19项。\n")
    assert {f.value_text: f.status.value for f in found} == {"24项": "完成", "19项": "完成"}


SCORES = """# 珩汜经济技术开发区2022年度目标考核自查报告

| 考核内容 | 单位 | 完成 | 满分 | 自评分 | 失分原因 |
|---|---|---|---|---|---|
| 固定资产投资 | 亿元 | 86.3 | 30 | 28.5 | 工业投资占比偏低 |
| 实际利用外资 | 万美元 | 3120 | 20 | 17 | 增资延期 |
| 安全生产 | - | - | 10 | 10 | - |
"""


def test_a_table_of_scores_tells_what_each_row_counts_and_what_it_was_given() -> None:
    rows = [(f.scope, f.indicator, f.value_text, f.unit) for f in figures(SCORES)]
    assert rows == [
        ("", "固定资产投资", "86.3", "亿元"), ("固定资产投资", "满分", "30", "分"), ("固定资产投资", "自评得分", "28.5", "分"),
        ("", "实际利用外资", "3120", "万美元"), ("实际利用外资", "满分", "20", "分"), ("实际利用外资", "自评得分", "17", "分"),
        ("安全生产", "满分", "10", "分"), ("安全生产", "自评得分", "10", "分"),
    ]

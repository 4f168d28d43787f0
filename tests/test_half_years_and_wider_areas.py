"""A half-year's report beside that of its year, the wider area's number, split wholes, sums of tables, and what was not begun after all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.linking import dimension
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure, Period, Report, Status
from index.settings import IndexSettings
from tests.conftest import last, over

HALF = """# 莼湾经济开发区2021年上半年经济运行情况

分产业看，锂电材料产业产值107.8亿元，同比增长42.3%；智能纺机产业产值63.9亿元，同比增长6.4%。
实际使用外资3,470万美元，低于时间进度，未完成半年任务，主要是两个增资项目的外方资金要到四季度才能到账。
"""

YEAR = """# 莼湾经济开发区2021年工作总结及2022年工作安排

## 一、2021年工作

锂电材料、智能纺机两大主导产业分别实现产值241.3亿元、128.6亿元；锂电材料跑得最快，增长31.5%，智能纺机受订单取消和9月至11月错峰用电影响下降5.6%。
受莼光新材增资款跨年到账影响，实际使用外资7,850万美元，完成年初目标的98.1%，未完成任务；合同外资14,620万美元。制造业实际使用外资5,430万美元。
实现营业总收入628.5亿元，其中霓北园、皋南园分别为283.2亿元和214.6亿元。居民人均可支配收入26840元，增长8.9%，全市为23950元。
一般公共预算收入13.94亿元，增长5.0%；一般公共预算收入剔除“营改增”因素后，同口径增长9.7%。珂瑞项目达产后年税收1.3亿元。
企业开办时间压缩到0.5个工作日。综合保税区规划面积1.86平方公里。污水处理厂二期投用，日处理能力由1万吨提高到2.5万吨。
口岸二桥引道工程因征地协调难度大，未能按计划开工。

表1　2021年分园区招商情况

| 园区 | 签约项目（个） | 其中：亿元以上（个） | 合同外资（万美元） |
| --- | ---: | ---: | ---: |
| 霓北园 | 31 | 11 | 8,420 |
| 皋南园 | 23 | 8 | 6,200 |
| 合计 | 54 | 19 | 14,620 |
| 2020年合计 | 48 | 17 | 11,850 |
| 同比增长（%） | 12.5 | 11.8 | 23.4 |
| 年初目标 | 50 | 18 | 13,000 |

## 二、2022年工作安排

7. **招大引强。** 签约亿元以上项目40个。（牵头单位：投资促进局）
8. **稳定外贸。** 建设跨境电商产业园3.2万平方米，9月底前开园。（牵头单位：商务局）
"""

BEFORE = """# 莼湾经济开发区2020年工作总结及2021年工作安排

## 一、2020年工作

税收收入10.44亿元，增长3%。

## 二、2021年工作安排

6月底前开工口岸二桥引道工程，争取铁路专用线项目列入省级规划。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("half"), YEAR, "莼湾2021.md", 莼湾2021上半年=HALF, 莼湾2020=BEFORE) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told", "other"), [
    ("2021年外资为什么没完成任务", "莼光新材", "四季度"), ("2021年主导产业各自产值多少", "241.3亿元", "107.8亿元"),
    ("2021年上半年锂电材料产值多少", "107.8亿元", "241.3亿元"),
])
def test_a_year_is_told_by_its_own_report_before_that_of_its_half(zone: Assistant, question: str, told: str, other: str) -> None:
    text = zone.ask(question).text
    assert told in text
    assert other not in text


@pytest.mark.parametrize(("question", "told"), [
    ("2021年霓北园和皋南园营业总收入差多少", "68.6亿元"), ("2021年居民人均可支配收入比全市高多少元", "2890元"),
    ("2021年一般公共预算收入剔除营改增因素增长多少", "9.7%"), ("2021年锂电材料产值增长多少", "31.5%"), ("2021年智能纺机产值增速", "5.6%"),
    ("2021年签约亿元以上项目多少个", "19个"), ("2021年合同外资增长多少", "23.4%"), ("2020年合同外资多少", "11,850万美元"),
    ("2021年合同外资多少||那实际的呢", "7,850万美元"), ("2021年实际使用外资除去制造业还剩多少", "2420万美元"),
    ("现在开办企业要几天", "0.5个工作日"), ("综保区有多大", "1.86平方公里"), ("污水处理厂现在一天能处理多少", "2.5万吨"),
    ("今年签约亿元以上项目目标多少", "这里“今年”按最新的年度报告所计划的2022年算"), ("今年签约亿元以上项目目标多少", "40个"),
    ("跨境电商产业园归哪个部门牵头", "商务局"), ("二桥引道2021年几月开工的", "未能按计划开工"),
])
def test_what_is_told_beside_is_read_for_what_it_is(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize("question", ["2021年一般公共预算收入中税收占比是多少", "2021年社零总额多少"])
def test_a_number_of_something_else_is_no_answer(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused


@pytest.mark.parametrize(("text", "told"), [
    ("技术合同成交额9.4亿元，增长31.6%，而同期全市为24.7亿元。", {("技术合同成交额", "", "9.4亿元"), ("技术合同成交额", "全市", "24.7亿元")}),
    ("财政总收入25亿元，其中国税、地税分别为12亿元和13亿元。",
     {("财政总收入", "", "25亿元"), ("财政总收入", "国税", "12亿元"), ("财政总收入", "地税", "13亿元")}),
])
def test_a_number_has_the_indicator_that_was_said_before(text: str, told: set[tuple[str, str, str]]) -> None:
    report = Report("r", "r.txt", f"莼湾经济开发区2021年工作总结\n\n{text}\n", "txt", title="莼湾经济开发区2021年工作总结", zone="莼湾经济开发区",
                    period=Period.year(2021))
    figures: list[Figure] = extract_figures(report, outline(report))
    assert {(f.indicator, f.scope, f.value_text) for f in figures} == told


def test_days_of_work_measure_time() -> None:
    assert dimension("个工作日") == dimension("天") == dimension("日")


def test_items_numbered_anew_stand_below_the_numbered_heading(tmp_path: Path) -> None:
    text = (
        "# 莼湾高新区2023年上半年发展情况汇报\n\n## 1. 上半年工作\n\n固定资产投资51.6亿元，增长12.9%。\n\n"
        "## 2. 下半年工作安排\n\n下半年重点做好以下工作：\n\n"
        "1. 稳外贸。组织120家次企业赴境外参展。\n\n2. 快建设。固定资产投资完成52亿元以上，建成标准厂房16万平方米。\n"
    )
    (tmp_path / "莼湾2023上半年.md").write_text(text, encoding="utf-8")
    report = read_report(tmp_path / "莼湾2023上半年.md", root=tmp_path, settings=IndexSettings())
    told = {f.value_text: (f.status, f.period.key if f.period else "") for f in extract_figures(report, outline(report))}
    assert told["51.6亿元"] == (Status.DONE, "2023H1")
    assert told["52亿元"] == (Status.TARGET, "2023H2")
    assert told["16万平方米"] == (Status.TARGET, "2023H2")

"""Two years asked at once, shares that moved, growth on two bases, and half a year against its goals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index.kinds import kind_of_heading
from index.outline import RESULTS, TOLD, outline
from index.reading import read_report
from index.records import SectionKind
from index.settings import IndexSettings
from tests.citing import unverified
from tests.conftest import last, over

FRESH = Path(__file__).parent / "fresh"

BEFORE = """珑江经济技术开发区2021年工作总结

一、经济运行稳中有进
全年实现地区生产总值186.4亿元，增长8.1%。规上工业总产值402.7亿元。固定资产投资93.5亿元，下降2.4%，其中工业投资61.2亿元，增长5.6%。一般公共预算收入11.36亿元，增长12.5%。外贸进出口58.3亿元，其中出口44.1亿元。
投资9.8亿元的珑江港二期码头完成水工工程，预计2022年6月投用。盘活闲置土地438亩。
新能源材料、智能装备、医疗健康三大主导产业产值分别为156.3亿元、98.7亿元、41.5亿元，分别增长42.6%、11.2%、8.8%。
开展“千企大走访”活动，收集问题386个，办结371个。民生支出8.9亿元。新增城镇就业6230人。

二、2022年工作安排
地区生产总值增长8%左右，固定资产投资增长10%，实际使用外资7000万美元。
"""

AFTER = """珑江经济技术开发区2022年度工作报告

一、2022年工作回顾
地区生产总值203.9亿元，增长7.2%，增速比全市高1.4个百分点、位列全市6个开发区第2位。规上工业总产值491.3亿元，增长22%。固定资产投资104.1亿元，增长11.3%，其中工业投资74.4亿元，增长21.6%。一般公共预算收入11.08亿元，同口径增长5.8%，自然口径下降2.5%，主要是落实增值税留抵退税3.2亿元。实际使用外资7350万美元。
珑江港二期码头受汛期影响推迟到11月建成。盘活闲置土地512亩。
新能源材料产业产值238.6亿元，增长52.7%，占规上工业总产值比重由38.8%提高到48.6%；智能装备产业产值104.2亿元，增长5.6%；医疗健康产业产值39.8亿元，下降4.1%。
民生支出9.6亿元，增长7.9%。新增城镇就业5870人，完成目标任务的97.8%。老旧小区改造9个、惠及2140户。纳税超千万元企业29家，其中超亿元企业3家。因洛缇生物增资推迟到2023年到账，市外资金38.7亿元，增长10.4%。

二、2023年工作打算
确保昶电三期一季度开工，由经发局牵头。珑江高中9月招生。
"""

WHOLE = """溧川经济开发区2023年经济运行情况通报

2023年规上工业增加值增长8.4%。一般公共预算收入9.27亿元，增长11.3%，其中税收收入7.85亿元。战略性新兴产业产值占规上工业产值比重为27.5%。
年末开发区入驻企业863家，从业人员3.9万人，其中大专以上学历占46%。科技创新方面，新认定高新技术企业21家，复审未通过等原因退出5家，年末累计97家。
对市委巡察反馈的24个问题逐条认领，已整改22个，剩下的2个计划2024年6月底前销号。
12月份，规上工业增加值同比增长10.1%；全社会用电量2.31亿千瓦时，增长8.8%。亩均税收20.1万元，但仍比全市平均低1.2万元。
三次产业比为3.1:61.4:35.5。市场主体总量突破2万户，达到20650户。在全省省级以上经济开发区综合考评中升至第11位，实现进入前12位的目标。
"""

HALF = """渌江高新技术产业开发区2024年上半年工作情况汇报

| 指标 | 单位 | 年度目标 | 上半年完成 | 同比增速（%） | 占年度目标（%） |
| --- | --- | --- | --- | --- | --- |
| 地区生产总值 | 亿元 | 168 | 79.6 | 7.1 | 47.4 |
| 规上工业总产值 | 亿元 | 520 | 267.3 | 12.4 | 51.4 |
| 固定资产投资 | 亿元 | 95 | 52.1 | 9.8 | 54.8 |
| 实际使用外资 | 万美元 | 5000 | 1860 | -22.5 | 37.2 |

新开工项目19个，比去年同期多3个。总投资12亿元的沛源生物疫苗基地原计划6月底投产，因设备调试推迟至9月。省重点项目12个，完成投资21.4亿元，占年度计划的62.3%。完成老旧小区改造4个，剩余5个将于10月底前完成。

## 下半年工作安排

确保沛源生物疫苗基地9月投产。完成空港片区污水处理厂扩建，日处理能力由2万吨提高到5万吨。
"""


REVIEWED = """测河经济开发区2023年工作回顾和2024年工作要点

一、2023年工作简要回顾

规上工业总产值120亿元，同比增长9.1%。

表1  主要经济指标完成情况及2024年目标

| 指标 | 单位 | 2022年 | 2023年 | 2024年目标 |
| --- | --- | --- | --- | --- |
| 财政总收入 | 亿元 | 17.62 | 18.74 | 19.9 |

供应土地1042亩，其中工业用地796亩。

二、重点任务，一抓到底

签约项目27个，比上年增加5个。新认定高新技术企业14家，同比增长7.7%。亩均税收18.6万元，居全市第2位。实际利用外资4830万美元，完成年度目标的87.8%。

三、2024年重点任务

签约项目30个，供应工业用地850亩。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("told"), REVIEWED) as assistant:
        yield assistant


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("years"), BEFORE, after=AFTER) as assistant:
        yield assistant


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("whole"), WHOLE) as assistant:
        yield assistant


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("half"), HALF) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2022年GDP多少，增速全市排第几", "203.9亿元"),
        ("2022年GDP多少，增速全市排第几", "第2位"),
        ("一般公共预算收入为什么下降了", "留抵退税"),
        ("固投2022年反弹了吗", "增长11.3%"),
        ("2022年固投增速转正了吗", "增长11.3%"),
        ("工业投资占固投的比重两年各是多少", "65.5%"),
        ("工业投资占固投的比重两年各是多少", "71.5%"),
        ("新能源材料占比提高了几个百分点", "9.8个百分点"),
        ("新能源材料占规上工业总产值的比重提高了多少", "9.8个百分点"),
        ("老旧小区改造惠及多少户", "2140户"),
        ("老旧小区改造惠及居民多少户", "2140户"),
        ("新增就业完成目标了吗", "97.8%"),
        ("就业目标是多少人", "6002人"),
        ("新增就业完成目标了吗，差多少", "差约132人"),
        ("民生支出两年共多少", "合计18.5亿元"),
        ("闲置土地两年共盘活多少", "950亩"),
        ("千企大走访收集多少问题，还有几个没办结", "15个"),
        ("缴税过亿的企业多少家", "3家"),
        ("2022年实际到位市外资金多少", "38.7亿元"),
        ("昶电三期什么时候开工", "2023年一季度"),
        ("珑江高中啥时候招生", "2023年9月"),
        ("码头什么时候建成，推迟了几个月", "晚了5个月"),
        ("新能源材料占比提高了几个百分点||码头什么时候建成||推迟了几个月", "晚了5个月"),
    ],
)
def test_two_years(years: Assistant, question: str, told: str) -> None:
    assert told in last(years, question)


def test_the_goal_of_a_year_not_asked_for_is_not_missed(years: Assistant) -> None:
    assert "2021年" not in last(years, "外资目标完成了吗")


def test_another_zone_is_asked_of_in_its_own_time(tmp_path: Path) -> None:
    with over(tmp_path, HALF, after=AFTER) as assistant:
        assert "没有过半的有2项" in last(assistant, "珑江2022年旅游收入||渌江哪些指标没到时间过半")
        assert "4.8个百分点" in last(assistant, "珑江2022年旅游收入||渌江固投超序时进度多少")


def test_no_plan_tells_as_many_results_as_a_review() -> None:
    for path in sorted(FRESH.glob("round*/reports/*"))[::20]:
        report = read_report(path, root=path.parent, settings=IndexSettings())
        for section in outline(report):
            if section.kind is SectionKind.PLAN:
                assert len(RESULTS.findall(report.text[section.start : section.end])) < TOLD, (path, section.path)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("固投超序时进度多少", "4.8个百分点"),
        ("外资比序时进度低几个点", "低于序时进度12.8个百分点"),
        ("哪些指标没到时间过半", "没有过半的有2项"),
        ("哪些指标落后序时进度", "实际使用外资37.2%"),
        ("省重点项目年度计划投资多少", "34.3亿元"),
        ("还有几个小区没改", "5个"),
        ("污水处理厂日处理能力多少", "5万吨"),
        ("疫苗基地推迟了几个月", "晚了约3个月（9 − 6 = 3）"),
        ("疫苗基地什么时候投产，推迟了几个月", "晚了约3个月"),
        ("去年同期外资是多少", "2400万美元"),
        ("新开工项目去年同期多少个", "16个"),
    ],
)
def test_half_a_year(half: Assistant, question: str, told: str) -> None:
    assert told in last(half, question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("非税收入多少", "1.42亿元"),
        ("战新产业占比多少", "27.5%"),
        ("大专以上学历从业人员约多少人", "1.79万人"),
        ("12月用电量", "2.31亿千瓦时"),
        ("2023年底高企总数", "97家"),
        ("市委巡察反馈的问题改掉了几个", "22个"),
        ("全市亩均税收平均水平是多少", "21.3万元"),
        ("第二产业占比多少", "61.4%"),
        ("市场主体总数", "20650户"),
        ("全省综合考评第几", "第11位"),
    ],
)
def test_a_year(whole: Assistant, question: str, told: str) -> None:
    assert told in last(whole, question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("2023年供应工业用地多少亩", "796亩"),
        ("2024年打算供应工业用地多少亩", "850亩"),
        ("2023年签约项目多少个", "27个"),
        ("2023年新认定高新技术企业几家", "14家"),
        ("2023年财政总收入", "18.74亿元"),
        ("2024年财政总收入目标", "19.9亿元"),
    ],
)
def test_what_tells_of_results_is_no_plan(told: Assistant, question: str, answer: str) -> None:
    assert answer in last(told, question)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("二、聚力攻坚，重点工作取得实效", SectionKind.REVIEW),
        ("二、重点工作扎实推进", SectionKind.REVIEW),
        ("三、各项任务有力落实", SectionKind.REVIEW),
        ("三、狠抓重点工作落实", SectionKind.PLAN),
        ("四、2023年重点工作", SectionKind.PLAN),
        ("三、明年重点任务有序推进", SectionKind.PLAN),
    ],
)
def test_what_is_said_of_the_work_tells_what_was_done(heading: str, kind: SectionKind) -> None:
    assert kind_of_heading(heading, 1, 2022, None) is kind


SPARSE = "沅渡经济开发区{year}年工作总结\n\n一、{year}年工作回顾\n新增城镇就业{jobs}人。减轻企业负担{relief}万元。\n"


@pytest.fixture(scope="module")
def sparse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Reports of 2018, 2020 and 2023: two years between the last of them are not told of."""
    told = ((2018, 4100, 620), (2020, 4310, 1470), (2023, 5120, 880))
    first, then, now = (SPARSE.format(year=year, jobs=jobs, relief=relief) for year, jobs, relief in told)
    with over(tmp_path_factory.mktemp("sparse"), now, 沅渡2018=first, 沅渡2020=then) as assistant:
        yield assistant


def test_the_last_years_are_years_in_a_row(sparse: Assistant) -> None:
    text = last(sparse, "沅渡近三年新增城镇就业一共多少人")
    assert all(said in text for said in ("5120人", "没有", "2021年", "2022年"))
    assert not any(said in text for said in ("4310", "13530"))


def test_a_sum_of_the_last_years_leaves_nothing_unverified(told: Assistant) -> None:
    answer = told.ask("测河近三年财政总收入合计多少")
    assert "36.36亿元" in answer.text
    assert "2021年" in answer.text
    assert not unverified(answer)


@pytest.mark.parametrize("question", ["去年减轻企业负担多少万？（2021年报告）", "按沅渡2021年的总结，去年减轻企业负担多少"])
def test_the_year_before_is_the_one_before_the_report_that_is_named(sparse: Assistant, question: str) -> None:
    assert "1470万元" in last(sparse, question)

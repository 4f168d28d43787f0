"""What is done with some of what was counted, topics by what their section is headed, reports whose headings run into their text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from index.outline import outline
from index.records import Cell, Period, Report, Table
from tests.conftest import last, over
from tests.test_figures_told import told

FIRST = """# 樗溪经济开发区管委会主任2021年度述职述廉报告

郗砚帆　（2022年1月10日）

一、履职情况

规上工业总产值达到212.6亿元，增长8.7%，但与年初确定的220亿元相比还差7.4亿元。从全年走势看，一季度增长11.2%，二季度受疫情冲击回落到3.4%，三季度回升至8.9%。
引进省外到位资金76.3亿元，对照市里下达的72亿元任务，完成106.0%。实际使用外资1860万美元，只及任务2500万美元的74.4%。
固定资产投资58.6亿元，下降3.1%。其中基础设施投资13.4亿元，下降19.5%。究其原因，主要是椿岭隧道主体工程上年已经完工，抬高了投资基数。
坚持民主集中制，凡涉及重大项目引进、大额资金使用的事项一律上会。
岱衡新材二期项目总投资32亿元，当年完成投资11.6亿元，自开工累计完成28.4亿元。鼎岳锂电项目总投资14.5亿元，累计完成8.7亿元。
走访企业215家次，收集问题149个，办结138个。整治“散乱污”企业53家，其中关停31家。技改贴息资金2000万元，已拨付860万元。

二、2022年打算

规上工业总产值达到240亿元。
"""

SECOND = """# 樗溪经济开发区2022年工作总结

表一　主要指标完成情况

| 指标 | 单位 | 2022年 | 2021年 |
| --- | --- | ---: | ---: |
| 固定资产投资 | 亿元 | 62.7 | 58.6 |
| 一般公共预算收入 | 亿元 | 9.18 | 8.35 |
| 其中：税收收入 | 亿元 | 7.62 | 6.74 |

回顾一年来的工作，主要体会是必须把项目建设作为园区发展的生命线，必须把安全环保作为不可逾越的底线，必须把干部队伍建设好。

关于产业运行。规上工业总产值234.8亿元，增长10.4%。一至四季度依次完成51.8亿元、60.1亿元、57.2亿元、65.7亿元。三大产业链完成产值186.2亿元。其中，装备制造产业链产值98.6亿元，增长12.1%；竹木家居产业链产值51.7亿元，增长3.4%；医药化工产业链产值35.9亿元，下降2.2%。
关于聚力招引。签约项目26个，合同资金58.4亿元，10亿元以上项目两个，即祺瓒医疗磁共振项目（18.6亿元）和墨砺数字内容基地项目（11.2亿元）。海关总署批准设立樗溪保税物流中心（B型），批复面积0.46平方公里。
关于创新培育。产值超10亿元的有祺瓒医疗、轸远传动、珩岳精机三家。举办“金种子”大赛，报名项目426个，23个进入决赛，最终15个落地注册。在孵企业174家。
关于安全环保和党建。环保投诉19件，下降42.4%；没有发生亡人事故。建成党群服务中心1个，面积1200平方米，新发展党员28名。
关于民生。城镇新增就业1460人，新增学位620个。海运价最高涨到上年的4倍，灯具企业出货平均延后35天。

2023年打算。装备制造板块产值力争突破110亿元，规上工业总产值增长8%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("deeds"), SECOND, "樗溪2022.md", 樗溪2021=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("2021年收上来的问题解决掉了多少个", "138个"), ("2021年整治散乱污，真正关掉的有几家", "31家"), ("2021年技改贴息资金拨出去多少了", "860万元"),
    ("2022年金种子大赛最后有几个项目落地注册", "15个"), ("岱衡二期还剩多少没投", "3.6亿元"),
    ("岱衡二期总盘子减去2021年底已投的，还剩多少没投", "3.6亿元"),
    ("2022年一般公共预算收入里头，不是税的那部分有多少", "1.56亿元"), ("2021年规上工业总产值原先打算干到多少亿", "220亿元"),
    ("2022年二季度产值多少", "60.1亿元"), ("2021年为什么产值没够着目标", "220亿元"), ("2021年固投为什么下降", "椿岭隧道"),
    ("2021年管委会主任叫什么名字", "郗砚帆"), ("2021年FDI多少", "1860万美元"),
    ("装备制造板块，2023年想冲到多少亿产值", "110亿元"),
])
def test_what_is_asked_in_other_words_is_told(zone: Assistant, question: str, said: str) -> None:
    assert said in last(zone, question)


@pytest.mark.parametrize(("question", "said"), [
    ("招商情况", "签约项目26个"), ("党建情况", "新发展党员28名"), ("环保怎么样", "环保投诉19件"), ("安全生产情况", "没有发生亡人事故"),
    ("民生办了啥", "新增学位620个"),
])
def test_a_topic_is_told_by_the_section_that_is_of_it(zone: Assistant, question: str, said: str) -> None:
    told_of_it = last(zone, question)
    assert said in told_of_it
    assert "主要体会" not in told_of_it


@pytest.mark.parametrize(("question", "said"), [
    ("主导产业是什么", "装备制造产业链、竹木家居产业链、医药化工产业链"), ("哪个产业产值最高", "装备制造产业链最高"),
    ("龙头企业有哪些", "祺瓒医疗、轸远传动、珩岳精机"),
    ("2022年最大的项目是哪个", "祺瓒医疗磁共振项目最大"), ("2022年签约了哪些项目", "墨砺数字内容基地项目"),
])
def test_industries_firms_and_projects_by_name(zone: Assistant, question: str, said: str) -> None:
    assert said in last(zone, question)


@pytest.mark.parametrize("question", ["面积多大", "有多少家企业", "谁是一把手"])
def test_no_part_or_kind_is_all_of_the_zone(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert answer.refused, answer.text


@pytest.mark.parametrize(("talk", "said"), [
    ("2021年固投多少||2022年呢||一共多少", "合计121.3亿元"), ("环保怎么样||那民生呢", "新增学位620个"),
    ("哪个产业产值最高||最低的呢", "医药化工产业链"), ("2021年产值多少||目标没完成吧||产值差多少", "7.4亿元"),
])
def test_what_is_asked_behind_several_answers_is_of_them(zone: Assistant, talk: str, said: str) -> None:
    assert said in last(zone, talk)


def test_headings_that_run_into_their_text_and_captions_that_stand_over_tables() -> None:
    text = SECOND.replace("# ", "").replace("| 2021年 |", "| 2021年（快报数，税收为全口径） |")
    table = text.index("| 指标"), text.index("回顾一年来")
    grid = ((Cell("指标", table[0], table[0] + 1),),)
    report = Report("r", "r.txt", text, "txt", title="", zone="樗溪经济开发区", period=Period.year(2022), tables=(Table(*table, grid, 1),))
    sections = [s for s in outline(report) if s.path]
    assert [s.path[-1] for s in sections][:2] == ["表一　主要指标完成情况", "关于产业运行"]
    assert sections[-1].path == ("2023年打算",)
    assert "体会" not in text[sections[0].start : sections[0].end]


def test_growths_and_goals_that_stand_beside_what_was_reached() -> None:
    figures = told(FIRST.split("一、履职情况")[1].split("固定资产投资")[0])
    assert ("", "规上工业总产值", "回落到3.4%", "完成") in figures
    assert ("比目标少", "规上工业总产值", "7.4亿元", "完成") in figures
    assert ("引进", "省外到位资金", "72亿元", "目标") in figures
    assert ("实际使用外资", "完成任务", "74.4%", "完成") in figures


@pytest.mark.parametrize(("sentence", "figure"), [
    ("生产安全事故4起，起数同比下降33.3%。", ("", "生产安全事故", "4起", "完成")),
    ("产值超过20亿元的企业是骁岳专汽、晗旭新材、穑岭食品3家。", ("", "产值超过20亿元的企业", "3家", "完成")),
    ("查处违反中央八项规定精神问题4起。", ("查处", "违反中央八项规定精神问题", "4起", "完成")),
    ("榉湾园主攻影像，筠台园布局文创。两园规上工业总产值分别为92.3亿元、37.3亿元。", ("筠台园", "规上工业总产值", "37.3亿元", "完成")),
    ("建成党群服务中心1个，面积1200平方米。", ("党群服务中心", "面积", "1200平方米", "完成")),
    ("莲汊片区重点发展电子信息，完成规上工业总产值198.3亿元，完成固定资产投资58.2亿元。", ("莲汊片区", "固定资产投资", "58.2亿元", "完成")),
    ("健康食品产业链产值63亿元。", ("健康食品产业链", "产值", "63亿元", "完成")),
    ("10亿元以上项目两个，即睿岭医疗高端磁共振项目（18.6亿元）。", ("睿岭医疗高端磁共振项目", "总投资", "18.6亿元", "完成")),
    ("三大产业此消彼长。临港装备一马当先，实现产值84.9亿元。", ("临港装备", "产值", "84.9亿元", "完成")),
    ("海产品加工止跌回升至41.1亿元。", ("", "海产品加工", "41.1亿元", "完成")),
])
def test_whose_and_what_a_figure_is(sentence: str, figure: tuple[str, str, str, str]) -> None:
    assert figure in told(sentence)


def test_a_quarter_that_is_reckoned_ahead_is_expected() -> None:
    assert ("", "规上工业总产值", "62亿元", "预计") in told("据测算，一季度规上工业总产值可达62亿元左右，增长6.5%左右。")

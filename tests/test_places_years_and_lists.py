"""Parts of a zone by their short names, 去年, averages and shares of what was told, lists that name, and what was planned at first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.extractive.measured import of_another_kind
from assistant.records import Draft, Statement
from assistant.scopes import short_names
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure, Period, Report
from index.settings import IndexSettings
from tests.conftest import last, over

FIRST = """# 沅砀经济开发区2021年工作总结

开发区下辖岚堤街道、稔坪镇和桐硖产业园、蓟洼食品园，管辖面积62.5平方公里，常住人口8.4万人。

全年规上工业总产值171.5亿元，增长8.2%；固定资产投资52.6亿元，增长9.4%；一般公共预算收入6.72亿元，增长5.1%。受上半年雨水偏多、用地报批偏慢影响，固定资产投资没有达到年初55亿元的目标。
进出口总额12.8亿元，其中出口11.2亿元，出口产品以阀门铸件、脱水菜为主。争取专项债券2.7亿元。关停小散企业3家，分别为旺发印染、顺兴制革、鼎昌电镀。孵化面积由上年的6.5万平方米增加到9.2万平方米。

总投资9.8亿元的砺川机床智能车间项目落户桐硖产业园，3月8日破土动工，预计2022年11月投产。衡稼食品投资4.1亿元建设的冻干果蔬项目10月投产。
"""

SECOND = """# 沅砀经济开发区2022年工作总结及2023年工作思路

## 一、2022年工作总结

### （一）经济运行

全年规上工业总产值187.3亿元，同比增长9.2%；固定资产投资58.1亿元，增长10.5%，其中工业投资40.3亿元，增长12.2%；一般公共预算收入7.15亿元，增长6.4%。

表1　2022年各镇街、园区主要指标

| 单位 | 规上工业总产值（亿元） | 工业投资（亿元） | 规上工业企业（家） |
| --- | ---: | ---: | ---: |
| 桐硖产业园 | 88.6 | 17.2 | 41 |
| 蓟洼食品园 | 52.4 | 8.8 | 27 |
| 稔坪镇 | 31.7 | 10.9 | 19 |
| 岚堤街道 | 14.6 | 3.4 | 12 |
| 合计 | 187.3 | 40.3 | 99 |

**主导产业扩量。** 装备制造产值82.3亿元，增长7.5%；食品加工产值58.8亿元，增长5.2%；新材料产值24.1亿元，增长21.6%。三大产业合计165.2亿元。

规上工业企业新增11家，因搬迁停产退出3家，年末99家。关停小散企业2家，分别为恒泰砖瓦、永利塑料。

### （二）项目和招商

砺川机床智能车间项目9月12日竣工投产，比计划提前。签约项目33个，其中亿元以上项目19个、10亿元以上项目3个。
三个10亿元以上项目分别为：洹埠市旭垣光能公司投资的光伏支架项目，总投资16.4亿元；霜川冷链集团投资的冷链港项目，总投资11.8亿元；稷原风能投资的塔筒项目，总投资10.6亿元。
举办银企对接会6场，帮助88家企业获得贷款11.2亿元。争取专项债券3.4亿元。

### （三）民生福祉持续增进

城镇新增就业1,960人；岚堤第二幼儿园9月招生，提供学位300个；改造老旧小区3个。

## 二、2023年工作思路

### （一）总体目标

规上工业总产值增长9%；固定资产投资增长10%左右。

### （二）重点工作

1. **聚力项目攻坚。** 推动旭垣光伏支架项目3月开工，冷链港项目上半年开工。关停小散企业2家以上。
2. **聚力产业升级。** 实施技改项目28个。
3. **聚力民生改善。** 新建日间照料中心2处。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("parts"), SECOND, "沅砀2022.md", 沅砀2021=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("去年固投多少", "58.1亿元"), ("去年固投多少||增速呢", "10.5%"), ("去年固投多少||前年呢", "52.6亿元"), ("前年固投多少", "52.6亿元"),
    ("去年固投多少||去年工业投资呢", "40.3亿元"), ("2022年固投多少||去年呢", "52.6亿元"), ("去年固投多少||今年目标", "10%"),
    ("沅砀去年干得咋样", "固定资产投资58.1亿元"),
    ("今年和去年的固投", "52.6亿元"), ("固投比去年多多少", "5.5亿元"),
])
def test_last_year_is_the_year_that_the_newest_report_looks_back_on(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


def test_it_is_said_which_year_that_is(zone: Assistant) -> None:
    assert "这里“去年”按最新的年度报告所写的2022年算" in zone.ask("去年固投多少").text


@pytest.mark.parametrize(("question", "told"), [
    ("22年哪个镇街园区产值最高", "桐硖产业园最高"), ("桐硖产值多少", "88.6亿元"), ("22年年末规上企业几家||桐硖呢", "41家"),
    ("稔坪和岚堤的产值差多少", "17.1亿元"),
    ("22年岚堤街道和稔坪镇谁的规上企业多||后者几家", "19家"), ("稔坪镇22年产值多少||错了，我要工业投资", "10.9亿元"),
    ("桐硖22年产值多少||蓟洼呢||两家合计", "141亿元"), ("有几个园区", "有2个：桐硖产业园、蓟洼食品园"),
    ("有几个园区||哪个产值最高", "桐硖产业园最高"),
    ("开发区下面有哪几块", "岚堤街道、稔坪镇、桐硖产业园、蓟洼食品园"), ("有哪些镇街", "稔坪镇、岚堤街道"),
    ("21年常住人口", "8.4万人（沅砀经济开发区2021年常住人口）"),
    ("只要桐硖产业园的：沅砀22年规上工业总产值，这一片贡献几亿", "88.6亿元"), ("光说蓟洼，沅砀2022年工业投资多少", "8.8亿元"),
    ("沅砀22年规上企业几家，我问的是稔坪镇", "19家"), ("桐硖产业园2022年规上工业总产值贡献了多少亿", "88.6亿元"),
])
def test_the_parts_of_a_zone_go_by_their_names(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


def test_what_a_row_tells_of_another_part_is_no_answer(zone: Assistant) -> None:
    told = zone.ask("沅砀2022年桐硖产业园这一片贡献几亿").text
    assert not any(number in told for number in ("52.4", "31.7", "14.6", "8.8", "10.9"))


@pytest.mark.parametrize(("question", "told"), [
    ("22年桐硖几家规上企业||全区呢||占多少", "41.4%"), ("21年进出口多少||出口呢||出口占多少", "87.5%"),
    ("21年一般公共预算收入||常住人口呢||那人均呢", "8000元"),
    ("22年银企对接贷了多少钱||多少家企业拿到了||平均一家多少", "1272.73万元"), ("2021年人均一般公共预算收入是多少", "8000元"),
    ("21年固投多少||没完成目标吧||为啥||那22年固投呢||两年加起来", "110.7亿元"),
    ("21年争取了多少专项债||22年呢||规上产值多少||回头说专项债，两年差多少", "0.7亿元"),
])
def test_what_was_told_is_shared_out(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize(("question", "told"), [
    ("22年签的10亿以上项目都有啥", "塔筒项目"), ("22年签的10亿以上项目都有啥||第三个呢，投资多少", "10.6亿元"), ("主要出口啥东西", "阀门铸件"),
    ("22年关停的是哪两家", "恒泰砖瓦"), ("关停的企业有哪些", "永利塑料"), ("23年重点抓哪几件事", "聚力产业升级"),
    ("23年重点工作有哪些", "聚力民生改善"),
    ("22年民生办了哪些实事", "幼儿园"), ("三大产业22年谁涨得最快", "新材料"), ("22年退规几家||什么原因退的", "搬迁停产"),
])
def test_lists_tell_what_they_are_asked_for(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize(("question", "told"), [
    ("砺川机床项目原来打算什么时候投产", "2022年11月"), ("砺川机床项目什么时候投产", "9月12日"), ("砺川机床项目什么时候开工", "3月8日"),
    ("光伏支架项目谁投的||投多少||啥时候开工", "3月"), ("冻干果蔬项目总投资多少", "4.1亿元"), ("孵化面积21年有多大，原来多大", "6.5万平方米"),
])
def test_projects_and_changes_have_their_own_dates_and_ends(zone: Assistant, question: str, told: str) -> None:
    assert told in last(zone, question)


@pytest.mark.parametrize("question", ["塔筒项目谁投的||计划什么时候开工", "户均增收多少", "哪个最大", "2022年人均可支配收入多少"])
def test_nothing_near_is_taken_for_what_is_not_told(zone: Assistant, question: str) -> None:
    talk = zone.conversation()
    assert [talk.ask(q) for q in question.split("||")][-1].refused


def test_a_stem_that_something_else_is_called_by_is_no_short_name() -> None:
    scopes = ["桐硖产业园", "桐硖大道", "化工产业园", "稔坪镇", "东部片区", "家电板块"]
    assert short_names(scopes, ["规上工业总产值"]) == {"桐硖": "桐硖产业园", "稔坪": "稔坪镇"}
    assert short_names(["桐硖产业园"], ["桐硖河治理投资"]) == {}


def test_plots_of_land_are_counted() -> None:
    assert of_another_kind("出让了几块地", Draft((Statement("13.11亿元（出让金）。"),)))
    assert not of_another_kind("出让了几块地", Draft((Statement("7宗（出让土地）。"),)))


@pytest.mark.parametrize(("text", "told"), [
    ("签约重点项目3个，分别是光伏支架项目，总投资16亿元；冷链港项目，总投资11亿元。", {("总投资", "光伏支架项目"), ("总投资", "冷链港项目")}),
    ("旭垣能源投资22亿元的电解液项目正式签约，占地260亩。", {("总投资", "旭垣能源电解液项目"), ("占地", "电解液项目")}),
    ("装备制造产值82亿元，增长7%；食品加工产值58亿元；新材料产值24亿元。", {("产值", "装备制造"), ("产值", "食品加工"), ("产值", "新材料")}),
    ("总投资3.2亿元的砚沚涂料项目重新通过安全评价，于7月16日开工。", {("总投资", "砚沚涂料项目")}),
])
def test_each_number_has_its_owner(text: str, told: set[tuple[str, str]]) -> None:
    assert told <= {(f.indicator, f.scope) for f in figures_of(f"沅砀经济开发区2022年工作总结\n\n{text}\n")}


def test_a_cause_dates_no_figure() -> None:
    text = "营业总收入612亿元，完成目标的98%，没有完成的主要原因是四季度停工近20天；地区生产总值187亿元，一般公共预算收入18.92亿元。"
    periods = {f.indicator: f.period.key for f in figures_of(f"沅砀高新区2022年工作总结\n\n{text}\n") if f.period is not None}
    assert (periods["地区生产总值"], periods["一般公共预算收入"]) == ("2022", "2022")


def test_a_ruled_table_set_in_spaces_keeps_its_head(tmp_path: Path) -> None:
    table = """沅砀经济开发区2022年工作总结

主要指标完成情况如下：

--------------------------------------------------
指标名称           计量单位    2022年   2021年   增长（%）
--------------------------------------------------
规上工业总产值     亿元         142.3    126.4       12.6
　其中：白酒       亿元          69.4     58.7       18.2
　　　　建材       亿元          26.5     27.9       -5.0
实际利用外资       万美元         650      520       25.0
--------------------------------------------------
"""
    path = tmp_path / "沅砀2022.txt"
    path.write_text(table, encoding="utf-8")
    report = read_report(path, root=tmp_path, settings=IndexSettings())
    rows = {(f.scope, f.indicator, f.value_text, f.unit, f.period.key if f.period else "") for f in extract_figures(report, outline(report))}
    assert {("", "规上工业总产值", "142.3", "亿元", "2022"), ("白酒", "规上工业总产值", "58.7", "亿元", "2021"),
            ("建材", "规上工业总产值", "26.5", "亿元", "2022"), ("", "实际利用外资", "650", "万美元", "2022")} <= rows
    assert "---" not in report.text


def test_a_list_of_no_year_is_of_the_newest_report_though_an_older_one_marks_its_items(tmp_path: Path) -> None:
    older = (
        "# 沅砀经济开发区2021年工作总结\n\n全年固定资产投资52.6亿元，增长9.4%。\n\n## 二、存在的困难和问题\n\n"
        "我们也清醒看到，发展中还存在一些问题：一是产业链条偏短，配套企业多在外地；二是用地指标趋紧，部分项目落地慢；三是专业人才紧缺。\n"
    )
    newest = (
        "# 沅砀经济开发区2022年工作总结\n\n全年固定资产投资58.1亿元，增长10.5%。\n\n## 二、问题和不足\n\n"
        "投资后劲不足，重大项目储备偏少。财政收支矛盾突出。医疗配套仍是短板。\n"
    )
    with over(tmp_path, newest, "沅砀2022.md", 沅砀2021=older) as assistant:
        assert "财政收支矛盾突出" in assistant.ask("存在什么问题").text
        assert "产业链条偏短" in assistant.ask("2021年存在什么问题").text


def test_the_second_of_no_list_is_no_sector(tmp_path: Path) -> None:
    report = "# 沅砀经济开发区2022年工作总结\n\n全年第一产业增加值12.3亿元，增长3.1%；第二产业增加值74.18亿元，增长15.1%。\n"
    with over(tmp_path, report) as assistant:
        assert "74.18" in assistant.ask("第二产业增加值多少").text
        assert "相近的是" not in assistant.ask("第二条多少").text


def figures_of(text: str) -> list[Figure]:
    report = Report("r", "r.txt", text, "txt", title=text.split("\n")[0], zone="沅砀经济开发区", period=Period.year(2022))
    return extract_figures(report, outline(report))


SPOKEN = """# 沅砀经济开发区2022年工作总结

全年实际利用外资8400万美元，增长5.2%。技改投资24.6亿元，下降3.1%。一般公共预算收入12.1亿元，增长1.4%。

## 上篇　2022年做了什么

1．工业。规上工业总产值301.5亿元，增长7.2%。纳税前三名有了变化：澹川精铸2.31亿元、栩禾制药1.74亿元、砺江线缆0.96亿元。

2．项目。管委会主任会议定期调度。我个人包联以下3个项目：

澹川铸件二期（东港片区）：总投资6.2亿元，3月开工，由沅砀建投建设。

栩禾原料药（西岭片区）：总投资4.8亿元，5月开工。由医药专班负责。

砺江海缆（东港片区）：总投资9.1亿元，10月投产。

3．招商。全年签约项目28个。

## 中篇　哪里没做好

4．技改掉了队。只完成目标的82.0%。砺江线缆两条产线上年集中投完，没有新项目接上。

5．财政偏紧。减税政策落地，两户铸造企业搬迁，一般公共预算收入没有达到预算。

6．外资没有完成任务。年初定的目标是9000万美元，差在栩禾制药的境外股东增资款因审批没赶上年底到账。

## 下篇　2023年工作要点

总的目标：规上工业总产值增长8%，签约项目33个。

要点一：稳工业。新增规上企业10家。（经济发展局牵头，12月底前完成）

要点二：扩投资。砺江海缆二期开工。（项目服务中心牵头）

要点三：惠民生。新建幼儿园1所。（社会事业局牵头）
"""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("spoken"), SPOKEN, "沅砀2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("沅砀2022年存在哪些问题", ("共3条", "技改掉了队", "财政偏紧", "外资没有完成任务")),  # numbered on from the part before
        ("沅砀2023年的要点有哪些", ("共3条", "稳工业", "扩投资", "惠民生")),
        ("2022年沅砀管委会主任包联了哪三个项目", ("共3条", "澹川铸件二期", "栩禾原料药", "砺江海缆")),
    ],
)
def test_lists_are_told_by_running_numbers_by_counted_names_and_by_called_points(spoken: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = spoken.ask(question).text
    assert [word for word in told if word not in answer] == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("沅砀2022年一般公共预算收入为什么没达到预算", "两户铸造企业搬迁"),  # what comes before what it came to
        ("沅砀2022年外资差一点没完成任务，卡在哪了", "境外股东增资款"),  # grown all the same
    ],
)
def test_what_was_missed_is_explained_though_it_grew(spoken: Assistant, question: str, told: str) -> None:
    answer = spoken.ask(question).text
    assert told in answer
    assert "并没有" not in answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("沅砀2023年稳工业由哪个部门牵头", "经济发展局"),
        ("栩禾原料药项目归谁负责", "医药专班"),
        ("澹川铸件二期由谁建设", "沅砀建投"),
    ],
)
def test_who_answers_for_an_item_is_said_at_its_end(spoken: Assistant, question: str, told: str) -> None:
    assert told in spoken.ask(question).text


@pytest.mark.parametrize("question", ["沅砀2022年交税排第二的企业是谁", "2022年沅砀纳税第2的是哪家"])
def test_firms_in_order_go_by_any_name_of_what_they_are_ordered_by(spoken: Assistant, question: str) -> None:
    assert "是栩禾制药" in spoken.ask(question).text

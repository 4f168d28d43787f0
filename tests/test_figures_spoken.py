"""Promises of the figures: what a speech says where a written report writes."""

from __future__ import annotations

import pytest

from tests.test_figures import D, names, read
from tests.test_figures_wording import PLAN, told

Row = tuple[str, str, str]


@pytest.mark.parametrize(("text", "name"), [
    ("地区生产总值仍然做到了87.4亿元。", "地区生产总值"), ("税收收入依然守住了12.3亿元。", "税收收入"),
    ("一般公共预算收入一举冲到了9.6亿元。", "一般公共预算收入"), ("技改投资满打满算3.2亿元。", "技改投资"),
    ("村集体经营性收入加起来2380万元。", "村集体经营性收入"), ("村集体经营性收入加一块儿2380万元。", "村集体经营性收入"),
    ("出口总共才1.4亿美元。", "出口"), ("到位资金顶多算6.8亿元。", "到位资金"), ("规上工业总产值还是干到了86亿元。", "规上工业总产值"),
    ("高新技术企业已经有了87家。", "高新技术企业"), ("全区用电量眼下有6.2亿千瓦时。", "用电量"), ("税收收入交出了14.7亿元。", "税收收入"),
    ("现在的建成区是8.6平方公里。", "建成区"), ("咱们开发区规划面积21.4平方公里。", "规划面积"), ("我们区的固定资产投资24亿元。", "固定资产投资"),
    ("全年给企业减税降费3150万元。", "减税降费"), ("高层次人才120名。", "高层次人才"), ("园区内设机构13个。", "园区内设机构"),
])
def test_spoken_adverbs_and_verbs_are_no_part_of_a_name(text: str, name: str) -> None:
    assert [(scope, indicator) for scope, indicator, _ in names(read(text))] == [("", name)]


@pytest.mark.parametrize(("text", "name", "value"), [
    ("规上工业总产值要过120亿元。", "规上工业总产值", "120亿元"), ("固定资产投资要冲60亿元。", "固定资产投资", "60亿元"),
    ("民宿床位争取5000张。", "民宿床位", "5000张"), ("到位内资怎么也得16亿元。", "到位内资", "16亿元"),
    ("税收收入得奔着5亿元去。", "税收收入", "5亿元"), ("游客接待量要迈过50万人次。", "游客接待量", "50万人次"),
])
def test_what_must_be_reached_is_a_goal_of_its_indicator(text: str, name: str, value: str) -> None:
    assert told(text, PLAN) == [("", name, value, "2019", "目标")]


def test_a_second_goal_to_fight_for_is_of_the_same_indicator() -> None:
    rows = told("一般公共预算收入要保6.5亿元、争7亿元。", PLAN)
    assert [row[1:] for row in rows] == [("一般公共预算收入", value, "2019", "目标") for value in ("6.5亿元", "7亿元")]


@pytest.mark.parametrize(("text", "row"), [
    ("铺雨污管网9.8公里。", ("铺", "雨污管网", "9.8公里")), ("栽行道树2600棵。", ("栽", "行道树", "2600棵")),
    ("揪出隐患615处。", ("揪出", "隐患", "615处")), ("清出闲置土地412亩。", ("清出", "闲置土地", "412亩")),
    ("招来大学生312名。", ("招来", "大学生", "312名")), ("关掉小化工14家。", ("关掉", "小化工", "14家")),
    ("一年收上来难事213件。", ("收上来", "难事", "213件")), ("谈成的项目17个。", ("谈成", "项目", "17个")),
    ("替企业跑下来贷款8600万元。", ("跑下来", "贷款", "8600万元")), ("打了机井36眼。", ("打", "机井", "36眼")),
    ("小燃煤锅炉扒掉14台。", ("扒掉", "小燃煤锅炉", "14台")), ("“僵尸企业”处置了5户。", ("处置", "“僵尸企业”", "5户")),
    ("环湖路去年新修通14.5公里。", ("新修通", "环湖路", "14.5公里")),
    ("进口总额3亿元。", ("", "进口总额", "3亿元")), ("建成区面积9平方公里。", ("", "建成区面积", "9平方公里")),
    ("装备制造产值8亿元。", ("装备制造", "产值", "8亿元")), ("铺装面积3万平方米。", ("", "铺装面积", "3万平方米")),
])
def test_a_spoken_verb_says_which_are_counted(text: str, row: Row) -> None:
    assert names(read(text)) == [row]


def test_a_verb_alone_tells_what_became_of_what_was_counted() -> None:
    assert names(read("揪出毛病86处，改掉了71处。")) == [("揪出", "毛病", "86处"), ("改掉", "毛病", "71处")]
    assert names(read("亿元以上项目23个，落了地的14个。"))[1] == ("落地", "亿元以上项目", "14个")
    assert names(read("民宿发展到213家、床位3860张，去年一年新开41家。")) == [
        ("", "民宿", "213家"), ("", "床位", "3860张"), ("新开", "民宿", "41家"),
    ]
    assert names(read("建成项目11个，有5个进了省级盘子。"))[1] == ("进了省级盘子", "建成项目", "5个")


@pytest.mark.parametrize(("text", "rows"), [
    ("出口额没守住2亿美元，只有1.86亿美元。", [("", "出口额", "1.86亿美元")]),
    ("市场主体冒出来不少，总数到了1.9万户，一年新添3400户。", [("", "市场主体", "1.9万户"), ("新添", "市场主体", "3400户")]),
    ("港口吞吐量更提气，冲到2860万吨。", [("", "港口吞吐量", "2860万吨")]),
    ("规上工业增加值稳中有升，达到6.2%。", []),
    ("化解难题320件，剩下的12件正在办。", [("化解", "难题", "320件"), ("化解剩余", "难题", "12件")]),
])
def test_the_clause_before_names_what_a_number_is_of(text: str, rows: list[Row]) -> None:
    assert names(read(text)) == rows


def test_税收_that_fell_keeps_its_growth_beside_a_verb_that_takes_away() -> None:
    (figure,) = read("税收收入掉了3%。")
    assert figure.growth == D(-3)


@pytest.mark.parametrize("text", [
    "外头零下27度，大伙儿还是一个不落地到了。", "有三个项目我要点一点。", "掉下来的只有一项，原因也清楚。", "连着两次垫底的，到我办公室说清楚。",
    "十亿级的一个没有。", "来了七八家企业。", "用工缺口二三十人。", "连任务的一半都没到。", "毛病是太靠一家。",
])
def test_what_is_said_in_passing_is_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "name", "growth"), [
    ("税收收入2.07亿元，头一回迈过2个亿的门槛，增长9.5%。", "税收收入", "9.5"),
    ("地区生产总值103.4亿元，第一次站上100个亿的台阶，增长7.1%。", "地区生产总值", "7.1"),
    ("固定资产投资62亿元，破天荒过了60亿元，增长12%。", "固定资产投资", "12"),
    ("进出口总额10.8亿元，终于跨过10亿元这道坎，增长31%。", "进出口总额", "31"),
    ("规上工业总产值好歹保住了正增长，全年86.7亿元，增长0.4%。", "规上工业总产值", "0.4"),
])
def test_growth_goes_past_a_remark_to_the_value_before_it(text: str, name: str, growth: str) -> None:
    (figure,) = read(text)
    assert (figure.indicator, figure.growth) == (name, D(growth))


def test_a_lower_value_behind_a_remark_is_only_a_line_when_it_was_passed() -> None:
    assert len(read("税收收入12亿元，财政收入超过10亿元。")) == 2


@pytest.mark.parametrize(("change", "verb"), [
    ("由17个整合为9个", "整合"), ("由17个精简成9个", "精简"), ("由17个合并为9个", "合并"), ("从17个归并为9个", "归并"), ("由17个缩减到9个", "缩减"),
    ("由17个砍到9个", "压减"), ("由17个并成9个", "合并"), ("17个整合成9个", "整合"), ("从17个调整为9个", "调整"),
])
def test_what_is_merged_has_a_value_before_and_one_after(change: str, verb: str) -> None:
    assert told(f"内设机构{change}。") == [
        (f"{verb}前", "内设机构", "17个", "2018", "完成"), ("", "内设机构", "9个", "2018", "完成"),
    ]


@pytest.mark.parametrize(("text", "rows"), [
    ("862户、2794名渔民上了岸。", [("", "渔民", "862户"), ("", "渔民", "2794名")]),
    ("1240户、3680人脱了贫。", [("", "脱贫", "1240户"), ("", "脱贫", "3680人")]),
    ("人才公寓盖好了3栋、412套。", [("盖好", "人才公寓", "3栋"), ("盖好", "人才公寓", "412套")]),
    ("湖山文旅公司全年营业收入2.17亿元，亏损1860万元。", [("湖山文旅公司", "营业收入", "2.17亿元"), ("湖山文旅公司", "亏损", "1860万元")]),
    ("水务公司营业收入1.2亿元，亏了320万元，用工640人。",
     [("水务公司", "营业收入", "1.2亿元"), ("水务公司", "亏损", "320万元"), ("水务公司", "用工", "640人")]),
    ("规上工业企业营业收入20亿元，从业人员3000人。", [("", "规上工业企业营业收入", "20亿元"), ("", "从业人员", "3000人")]),
    ("村集体收入2380万元，其中下河湾村一个村就有218万元。", [("", "村集体收入", "2380万元"), ("下河湾村", "村集体收入", "218万元")]),
    ("税收收入3.6亿元，光恒达机械一家就缴了8600万元。", [("", "税收收入", "3.6亿元"), ("恒达机械", "税收收入", "8600万元")]),
    ("一个是北垦豆业的大豆蛋白项目，总投资6.8亿元，当年完成投资2.3亿元。",
     [("北垦豆业大豆蛋白项目", "总投资", "6.8亿元"), ("北垦豆业大豆蛋白项目", "完成投资", "2.3亿元")]),
    ("签约项目19个。签下来的19个里头，真正落地开工的8个。", [("", "签约项目", "19个"), ("落地开工", "签约项目", "8个")]),
    ("招商这块，有喜有忧。全年出去跑了42批次。", [("", "外出招商", "42批次")]),
    ("项目投产以后，能安置320人就业。", [("安置", "就业", "320人")]),
])
def test_whose_a_spoken_number_is(text: str, rows: list[Row]) -> None:
    assert names(read(text)) == rows


def test_a_part_told_alone_is_part_of_the_sum() -> None:
    whole, part = read("村集体收入2380万元，其中下河湾村一个村就有218万元。")
    assert part.part_of == whole.id


@pytest.mark.parametrize("then", ["到年底，定格在", "到年底，达到", "全年，是", "年末，升到"])
def test_a_time_before_a_comma_is_that_of_the_number_behind_it(then: str) -> None:
    first, whole = read(f"前三季度规上工业总产值207.8亿元，增长2.1%；{then}331.8亿元，增长4.7%。")
    assert (whole.indicator, whole.scope, whole.value_text) == (first.indicator, "", "331.8亿元")
    assert whole.period is None or whole.period.is_year

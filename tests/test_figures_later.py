"""What stands beside a figure and must not pass on its own time or status: goals of a year, plans, restated values."""

from __future__ import annotations

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.records import Figure, Heading, Period, Report, Status
from tests.test_figures import read

HALF = Period.half(2018, 1)
YEAR = Period.year(2018)


def told(figures: list[Figure]) -> list[tuple[str, str, str, str, str]]:
    return [
        (f.scope, f.indicator, f.value_text or f.growth_text, f.period.key if f.period else "", f.status.value) for f in figures
    ]


def test_the_goal_of_a_year_does_not_date_what_is_told_of_its_half() -> None:
    figures = read(
        "工业投资18.2亿元，完成全年36亿元目标的50.6%，其中技改投资5.1亿元，增长8.4%。", period=HALF, heading="一、上半年工作回顾"
    )
    assert told(figures) == [
        ("", "工业投资", "18.2亿元", "2018H1", "完成"),
        ("", "工业投资", "36亿元", "2018", "目标"),
        ("工业投资", "完成年度目标", "50.6%", "2018H1", "完成"),
        ("", "技改投资", "5.1亿元", "2018H1", "完成"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("26个在建项目年度计划投资33亿元，已完成17.4亿元，占计划的52.7%。", ("", "在建项目年度计划投资", "在建项目完成投资")),
        ("在建项目26个，年度计划投资33亿元，已完成17.4亿元，占计划的52.7%。", ("在建项目", "年度计划投资", "完成投资")),
    ],
)
def test_what_is_planned_for_a_year_is_a_goal_and_what_was_done_of_it_is_read(text: str, owner: tuple[str, str, str]) -> None:
    scope, planned, done = owner
    assert told(read(text, period=HALF, heading="一、上半年工作回顾")) == [
        ("", "在建项目", "26个", "2018H1", "完成"),
        (scope, planned, "33亿元", "2018", "目标"),
        (scope, done, "17.4亿元", "2018H1", "完成"),
        ("在建项目完成投资", "完成计划", "52.7%", "2018H1", "完成"),
    ]


def _of_plan(text: str) -> list[tuple[str, str, str]]:
    whole = Report("r", "r.txt", text, "txt", title="临江开发区2019年工作要点", zone="临江开发区", period=Period.year(2018))
    return [(f.value_text, f.period.key if f.period else "", f.status.value) for f in extract_figures(whole, outline(whole))]


def test_the_part_of_a_plan_headed_the_year_before_was_done_to_its_end() -> None:
    text = (
        "临江开发区2019年工作要点\n一、上年工作情况\n2018年，全区税收收入12.4亿元，增长8.1%，实际使用外资3100万美元，不及预期。\n"
        "项目上，新开工项目26个，竣工19个，工业投资40.2亿元，投产的多是上年结转的项目，当年新签的还少。\n"
        "二、本年工作目标\n税收收入达到13.5亿元，工业投资45亿元，新开工项目30个。\n"
    )
    assert _of_plan(text) == [
        ("12.4亿元", "2018", "完成"), ("3100万美元", "2018", "完成"), ("26个", "2018", "完成"), ("19个", "2018", "完成"),
        ("40.2亿元", "2018", "完成"), ("13.5亿元", "2019", "目标"), ("45亿元", "2019", "目标"), ("30个", "2019", "目标"),
    ]


def test_a_heading_that_opens_with_the_bare_year_ahead_heads_a_plan() -> None:
    text = (
        "临江开发区2018年答卷\n去年全区接待游客310万人次，增长22.4%，旅游总收入18.6亿元，街上的老字号又添了几家，夜里也热闹了起来。\n"
        "2019，蓝图已经画好\n管委会还将启动古街二期，首批改造院落46处；再建停车场3个，新增泊位620个，年底前全部投用。\n"
    )
    whole = Report("r", "r.txt", text, "txt", title="临江开发区2018年答卷", zone="临江开发区", period=Period.year(2018))
    figures = [(f.value_text, f.period.key if f.period else "", f.status.value) for f in extract_figures(whole, outline(whole))]
    assert figures[-3:] == [("46处", "2019", "目标"), ("3个", "2019", "目标"), ("620个", "2019", "目标")]


def test_no_part_is_more_than_its_whole() -> None:
    figures = read("新登记市场主体2140户，其中企业830户，年末市场主体总数1.26万户。引进高校毕业生640人，其中硕士95人，年末从业人员3.8万人。")
    assert [(f.scope, f.indicator, f.value_text) for f in figures] == [
        ("新登记", "市场主体", "2140户"), ("新登记", "企业", "830户"), ("", "市场主体总数", "1.26万户"),
        ("引进", "高校毕业生", "640人"), ("引进", "硕士", "95人"), ("", "从业人员", "3.8万人"),
    ]
    (mean, town) = read("农村居民人均可支配收入16200元，其中石桥镇17100元。")
    assert (mean.scope, town.scope, town.indicator) == ("", "石桥镇", "农村居民人均可支配收入")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("腾退企业9家，含去年结转的宏丰铸造，收回土地74亩。", [("9家", "2018"), ("74亩", "2018")]),
        ("2017年结转项目6个，完成投资11亿元。", [("6个", "2018"), ("11亿元", "2018")]),
        ("2017年签约的15个项目还有4个未动工。", [("15个", "2017"), ("4个", "2018")]),
    ],
)
def test_the_year_that_says_which_things_are_meant_dates_nothing_else(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.value_text, f.period.key if f.period else "") for f in read(text)] == expected


def times(text: str, period: Period = YEAR) -> list[tuple[str, str, str, str]]:
    heading = "一、2018年工作回顾" if period.is_year else "一、上半年工作回顾"
    figures = read(text, period=period, heading=heading)
    return [(f.scope, f.indicator, f.value_text or f.growth_text, f.period.key if f.period else "") for f in figures]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("进出口总额52亿元，增长4%，2017年基数经海关核查由48.8亿元核减为46.3亿元。", "进出口总额"),
        ("2017年的进出口总额，上年这时候我们报的是48.8亿元，海关口径调整后为46.3亿元，主要是剔除了转口部分。", "进出口总额"),
        ("上年进出口总额由48.8亿元修订为46.3亿元。", "进出口总额"),
        ("进出口总额52亿元。这里说明一句：上年基数，上次总结报的是48.8亿元，剔除重复以后是46.3亿元。", "进出口总额"),
        ("注：2017年进出口总额原报48.8亿元，其中转口贸易2.5亿元由邻区统计，扣除后为46.3亿元。", "进出口总额"),
    ],
)
def test_a_value_told_again_is_of_the_time_it_was_first_told_of(text: str, indicator: str) -> None:
    found = times(text)
    assert [f for f in found if f[0]] == [("原公布", indicator, "48.8亿元", "2017"), ("调整后", indicator, "46.3亿元", "2017")]


def test_the_base_of_a_half_year_is_that_of_the_half_before() -> None:
    text = "税收收入7.2亿元，完成年度预算14亿元的51.4%。上年同期基数按新体制作了调整，由6.9亿元改为6.6亿元。"
    assert times(text, HALF)[-2:] == [("原公布", "税收收入", "6.9亿元", "2017H1"), ("调整后", "税收收入", "6.6亿元", "2017H1")]


def test_a_goal_or_a_cost_that_was_changed_is_no_value_told_again() -> None:
    found = times("税收目标由8亿元调整为7.5亿元。环城路总投资由6亿元调整为5.2亿元。")
    assert not any(scope in ("原公布", "调整后") for scope, *_ in found)


def test_another_way_of_counting_is_of_what_it_counts() -> None:
    assert times("工业投资另有一个口径：统计局扣除设备租赁后核定为27.5亿元，考核以此为准。")[0] == (
        "统计局扣除设备租赁后", "工业投资", "27.5亿元", "2018",
    )


@pytest.mark.parametrize("opening", ["第六节　2019年：目标与抓手", "2019年怎么走，党工委议了几次。"])
def test_a_part_that_names_the_year_ahead_is_a_plan(opening: str) -> None:
    heading = "第五节　短板：三块石头没搬开"
    text = (
        "临江开发区2018年发展情况\n" + heading + "\n增收难，一般公共预算收入的增幅低于目标，税收占比又降了1.4个百分点，土地税收减收1.9亿元是主因。\n"
        + opening + "\n主要预期：工业投资52亿元，新签约项目26个；内河港二期3个泊位开工，集装箱吞吐量达到6.2万标箱。\n"
    )
    if opening.endswith("。"):
        text = text.replace(opening + "\n", opening)
    given = tuple(Heading(text.index(t), text.index(t) + len(t), 2) for t in (heading, opening) if not t.endswith("。"))
    whole = Report("r", "r.html", text, "html", title="临江开发区2018年发展情况", zone="临江开发区", period=Period.year(2018), headings=given)
    found = [(f.value_text, f.period.key if f.period else "", f.status.value) for f in extract_figures(whole, outline(whole))]
    assert found[-4:] == [(v, "2019", "目标") for v in ("52亿元", "26个", "3个", "6.2万标箱")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("注：2017年税收总额快报数为41.7亿元，年报核定后调整为41.2亿元。", "税收总额"),
        ("表中2017年税收总额由快报数41.7亿元核定后调整为41.2亿元。", "税收总额"),
        ("统计局年中把2017年技改投资由41.7亿元核定后相应调整为41.2亿元，增速以核定数为基数。", "技改投资"),
        ("2017年财政总收入曾为41.7亿元，因退库，核定后调整为41.2亿元。", "财政总收入"),
        ("去年底上报的2017年税收总额为41.7亿元，属快报数，经税务部门审定后更正为41.2亿元。", "税收总额"),
    ],
)
def test_a_first_value_is_told_anew_whatever_it_was_called(text: str, what: str) -> None:
    assert times(text) == [("原公布", what, "41.7亿元", "2017"), ("调整后", what, "41.2亿元", "2017")]


def test_what_stands_over_a_value_told_again_names_it() -> None:
    text = "5. 固定资产投资。2017年原报38.6亿元，经核定后调整为36.2亿元。以核定数为基数，2018年完成41.5亿元，增长14.6%；目标是42亿元。"
    assert times(text) == [
        ("原公布", "固定资产投资", "38.6亿元", "2017"), ("调整后", "固定资产投资", "36.2亿元", "2017"),
        ("", "固定资产投资", "41.5亿元", "2018"), ("", "固定资产投资", "42亿元", "2018"),
    ]


def test_after_a_value_told_anew_the_year_reported_on_goes_on() -> None:
    text = (
        "社会消费品零售总额48.4亿元。上年数经核定后调整为44.6亿元（年度总结里写的是44.9亿元），"
        "按调整后口径计算增长8.5%；年度目标48亿元，完成100.8%。"
    )
    figures = read(text)
    assert [(f.scope, f.value_text, f.growth_text, f.period.key if f.period else "") for f in figures] == [
        ("", "48.4亿元", "", "2018"), ("调整后", "44.6亿元", "", "2017"), ("原公布", "44.9亿元", "", "2017"),
        ("", "", "增长8.5%", "2018"), ("", "48亿元", "", "2018"), ("社会消费品零售总额", "100.8%", "", "2018"),
    ]
    assert {f.indicator for f in figures} == {"社会消费品零售总额", "完成年度目标"}


@pytest.mark.parametrize("how", ["按调整后口径下降26.3%", "以核定后的基数计算下降26.3%", "据此计算下降26.3%"])
def test_a_growth_on_a_base_told_anew_is_of_now(how: str) -> None:
    figures = read(f"实际利用外资1.32亿美元；上年快报数1.86亿美元，经商务部门核定后调整为1.79亿美元，{how}。")
    assert [(f.scope, f.value_text, f.growth_text) for f in figures if f.growth is not None] == [("", "1.32亿美元", "下降26.3%")]


def test_a_growth_over_the_value_of_the_year_before_as_it_was_put_right() -> None:
    figures = read("全年规上工业总产值44.8亿元，比核定后的上年数增长8.5%，占全市278.3亿元的16.1%。")
    assert [(f.scope, f.indicator, f.value_text) for f in figures] == [
        ("", "规上工业总产值", "44.8亿元"), ("全市", "规上工业总产值", "278.3亿元"), ("规上工业总产值", "占全市规上工业总产值", "16.1%"),
    ]
    assert figures[0].growth is not None


def test_what_a_thing_cost_in_the_end() -> None:
    assert times("北环路延伸工程8月通车，全长4.7公里，竣工决算将总投资由3.65亿元核定为3.48亿元。")[-2:] == [
        ("北环路延伸工程原公布", "总投资", "3.65亿元", "2018"), ("北环路延伸工程调整后", "总投资", "3.48亿元", "2018"),
    ]


def test_what_was_a_year_before_is_the_time_of_nothing_behind_it() -> None:
    text = (
        "规上工业总产值86.4亿元，上年同期为76.6亿元，增长12.8%，相当于年初目标80亿元的108.0%；"
        "规上工业企业87家，上年末是76家，一年里新上规19家、退规8家。"
    )
    assert [(f.value_text, f.period.key if f.period else "") for f in read(text)] == [
        ("86.4亿元", "2018"), ("76.6亿元", "2017"), ("80亿元", "2018"), ("108.0%", "2018"),
        ("87家", "2018"), ("76家", "2017"), ("19家", "2018"), ("8家", "2018"),
    ]


def test_the_place_of_the_year_before() -> None:
    found = times("规上工业增加值增长6.8%，增速列全市9个开发区第4位，而上年是第3位。工业投资增速居全市第5位，上年为第7位。")
    assert [(value, when) for _, _, value, when in found if value.startswith("第")] == [
        ("第4位", "2018"), ("第3位", "2017"), ("第5位", "2018"), ("第7位", "2017"),
    ]


@pytest.mark.parametrize(("text", "was"), [
    ("亩均税收由19.8万元/亩提高到21.6万元/亩。", "19.8万元/亩"), ("PM2.5年均浓度由37微克/立方米降到34微克/立方米。", "37微克/立方米"),
])
def test_what_a_year_has_changed_from_is_of_the_year_before(text: str, was: str) -> None:
    assert times(text)[0][2:] == (was, "2017")


@pytest.mark.parametrize("text", ["年初市里下达的12项主要指标，10项完成年度目标。", "年初排定的12项重点指标，11项达标。"])
def test_how_many_measures_were_set_is_a_fact(text: str) -> None:
    assert read(text)[0].status is Status.DONE

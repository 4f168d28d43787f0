"""Lists as reports lead up to them, causes told of the very thing, who and when by what is said of each, and what is not built."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.periods import find_periods
from tests.conftest import last, over

REPORT = """# 禾洑经济开发区2021年工作要点完成情况及2022年打算

（2022年1月10日，管委会办公室）

《2021年工作要点》共36项任务。
基本完成的2项：污水主管更新、托育点建设。
未完成的3项：技改投资增速；栗坪铁路货场；芦沟水库除险。

一、稳住大盘

1.规上工业总产值168.2亿元，增长7.4%。
2.亿元以上项目15个，目标19个，差4个。原因：三家电镀配套企业环评未过，改投别处。
3.芦沟水质整治列入名单的排污户共26家，年内关停搬迁21家；剩余5家因厂房产权没有厘清、职工补偿尚未谈拢，延至2022年完成。

二、创新和项目

1.新增省级平台3家、市级平台9家。这三家省级平台，一是砚禾牵头的精密铸件研究院，二是芦纺纤维企业技术中心，三是坪光器件检测中心。
2.栗坪云顶乐园：占地210亩，5月18日开园。
3.芦沟水上缆车：全长1200米，9月26日试运营。
4.区里挂念的砚禾精铸，一期产值12.4亿元、税收0.5亿元，职工已有一千二百人；二期4月16日破土动工，总投资22亿元，预计2022年8月投产。
5.栗坪儿童医院完成初步设计审批，尚未开工。
6.实际到位省外资金38.6亿元，增长5.1%。全省考评列第9位。

聘请“河长”28名。芦沟治理的做法有三条：一是把14个排口接进主管；二是退养还滩，按亩补偿；三是每月公布断面数据。

三、主要短板

眼下的短板有四条：其一，产业链条短，本地配套率只有31%；其二，招工难，旺季缺人约900人；其三，省外资金到位偏慢，两笔增资的审批跨了年，款项没能在年内进账；其四，夜间经济冷清，商铺空置率还有两成。

四、2022年打算

重点抓好三件事：一要抓项目，力促砚禾精铸二期上半年开工达效；二要抓招商；三要抓用工。栗坪儿童医院6月底前开工。

建议市里帮助解决两件事：一是统筹安排用能指标；二是把栗坪铁路货场列入市重点项目。
"""

TASKS = """# 荻湾高新区2021年任务完成情况

荻湾高新区管委会办公室　2021年12月30日

一、总体情况

年底的总结会上，管委会副主任闵若溪同志宣读了表彰决定，21个先进集体受到表扬。主要指标见下表。

| 序号 | 指标 | 单位 | 年初目标 | 全年完成 | 完成情况 |
| --- | --- | --- | --- | --- | --- |
| 1 | 规上工业总产值 | 亿元 | 300 | 306.2 | 完成 |
| 2 | 固定资产投资 | 亿元 | 90 | 81.7 | 未完成 |
| 3 | 税收收入 | 亿元 | 12 | 12.3 | 完成 |
| 4 | 进出口总额 | 亿美元 | 8 | 7.1 | 未完成 |
| 5 | 新增就业 | 万人 | 1 | 0.8 | 未完成 |

二、逐项情况

1．人才公寓建设
【要点】交付人才公寓900套。
【结果】未完成。交付760套，完成84.4%。苇东地块二标段总包单位因账户被查封停工五个月，已更换施工单位。
2．壮大企业梯队
【要点】净增规上工业企业10家。
【结果】完成。净增11家。
3．园区道路
【要点】新建道路6条。
【结果】未完成。完工5条。苇东路因燃气管迁改未完，结转下年。
4．知识产权
【要点】授权发明专利120件。
【结果】完成。授权131件。
5．招商引资
【要点】签约项目40个。
【结果】完成。签约43个。

三、未完成事项的共性原因

两项未完成任务是人才公寓交付和园区道路。归结起来，是调度不够有力。
"""

DUTY = """# 荻湾高新区管委会主任2020年度述职报告

邰望舒

（2021年1月20日）

我于2018年4月任荻湾高新区党工委副书记、管委会主任，主持管委会全面工作，分管审计。

全年规上工业总产值284.5亿元，增长6.2%。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("hefu"), REPORT, "a.md") as assistant:
        yield assistant


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("diwan"), TASKS, "a.md") as assistant:
        yield assistant


@pytest.fixture(scope="module")
def duty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("duty"), DUTY, "a.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("禾洑2021年要点里没干成的是哪三项？", ("技改投资增速", "铁路货场", "水库除险")),
        ("禾洑2021年的要点，最后想请市里帮忙解决哪些事？", ("用能指标", "铁路货场列入市重点")),
        ("禾洑2021年新增的省级平台有哪些？", ("精密铸件研究院", "芦纺纤维", "坪光器件")),
        ("禾洑是怎么把芦沟的水治好的？2021年讲了哪些做法？", ("14个排口", "退养还滩", "断面数据")),
    ],
)
def test_a_list_is_told_whole(zone: Assistant, question: str, parts: tuple[str, ...]) -> None:
    answer = last(zone, question)
    assert all(part in answer for part in parts), answer
    assert not any(other in answer for other in ("报告中没有", "稳住大盘", "云顶乐园"))


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        ("禾洑2021亿元以上签约差4个，卡在哪", "环评未过"),
        ("禾洑芦沟整治2021年还留了5家尾巴，卡在哪里？", "产权没有厘清"),
        ("禾洑2021年省外的资金为什么没能按时到位？", "审批跨了年"),
    ],
)
def test_the_cause_is_that_of_what_is_asked_of(zone: Assistant, question: str, cause: str) -> None:
    answer = last(zone, question)
    assert cause in answer
    assert not any(other in answer for other in ("最接近", "夜间经济"))


def test_a_year_may_stand_before_a_threshold() -> None:
    assert [p.key for m in find_periods("禾洑2021亿元以上项目签了几个") for p in m.periods] == ["2021"]
    assert find_periods("产值2021亿元的园区") == []


def test_each_of_two_has_its_day(zone: Assistant) -> None:
    text = last(zone, "栗坪云顶乐园和芦沟水上缆车，2021年分别是哪天开门迎客的？")
    assert "5月18日" in text
    assert "9月26日" in text


def test_when_it_was_begun_goes_before_a_plan_that_names_it(zone: Assistant) -> None:
    text = last(zone, "砚禾精铸二期是什么时候动工的？")
    assert text.startswith(("2021年4月16日", "4月16日"))


def test_what_is_taken_to_be_built_and_is_not(zone: Assistant) -> None:
    assert "没有说它已建成：" in last(zone, "禾洑2021年不是把栗坪儿童医院建起来了嘛，那花了多少钱？")
    assert "没有说它已" not in last(zone, "禾洑2021年把栗坪云顶乐园建起来了，占地多少亩？")


def test_a_verdict_that_names_nothing_is_of_its_heading(judged: Assistant) -> None:
    assert "账户被查封" in last(judged, "荻湾2021年人才公寓怎么没交齐？老百姓问起来我怎么答？")
    assert "燃气管迁改" in last(judged, "荻湾2021年园区道路为什么没完成？")


def test_of_tasks_and_of_indicators_as_many_as_are_asked_for(judged: Assistant) -> None:
    text = last(judged, "荻湾2021年12项主要指标里，没完成的三项是哪三项？")
    assert all(name in text for name in ("固定资产投资", "进出口总额", "新增就业"))
    assert "人才公寓" not in text


def test_who_reports_holds_the_post_he_says_he_holds(duty: Assistant) -> None:
    assert "邰望舒" in last(duty, "2020年在荻湾任管委会主任的是谁？核对姓名。")


def test_who_read_out_is_not_whose_paper_it_is(judged: Assistant) -> None:
    assert "闵若溪" in last(judged, "荻湾2021年的总结大会上，表彰决定是谁念的？")

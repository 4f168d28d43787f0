"""Whether something came about, which projects did or fell short of their plans, what is asked by other names, and talks over lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.extractive.shapes import tells_reached
from tests.conftest import last, over

REPORT = """# 枳沄经济开发区2021年工作总结

## 一、2021年工作

全年规上工业总产值211.7亿元，增长13.6%。主要靠三个因素：一是五家龙头企业扩产，新增产值18.2亿元；二是订单回流，纺织业开工率由71%提高到88%；三是新投产企业集中放量，贡献产值9.4亿元。
自营出口38.4亿元，增长21.9%，其中竹制品出口18.7亿元、茶叶出口6.3亿元。招商引资到位资金42.1亿元，增长9.4%。
一般公共预算支出6.35亿元，民生支出占73.2%。规模2亿元的绿色发展基金5月设立，已投项目4个、金额6800万元。
东梓、西楮、南栎三个片区分别完成规上工业总产值104.8亿元、66.5亿元、40.4亿元，东梓片区增长15.2%。
新增规上工业企业18家，退库3家，年末141家。施工许可办理时间缩短到20个工作日。

签约项目46个，计划总投资148.3亿元。10亿元以上项目4个：泠川电子功率模块项目20亿元、垚峻光电镜片项目13.2亿元、箨青新材模塑项目11亿元、昉域冷链物流园项目10.8亿元。
钰砾精密驱动壳体项目2月26日开工，当年完成投资6.1亿元，预计2022年10月投产。茗澜生物速溶茶项目11月18日投产。栎溪文旅综合体项目因用地未获批复，暂缓实施。
完成工业技改投资14.9亿元，增长21.1%。引进大专以上人才760人。

城镇新增就业4210人。枳沄实验学校9月1日开学，提供学位1620个。完成征迁356户，安置房交付280套。320套人才公寓全部交付，入住率91%。
南栎片区3.2平方公里扩区规划获省政府批复。污水处理厂二期6月18日投入运行。在全市营商环境评价中列第2位。南栎断面水质由Ⅲ类提升到Ⅱ类。受理群众信访154件，下降17.6%。

表1　2021年重点项目进展（单位：万元）

| 项目 | 总投资 | 年度计划投资 | 完成投资 |
| --- | ---: | ---: | ---: |
| 泠川电子功率模块项目 | 200,000 | 30,000 | 27,400 |
| 冷链查验中心 | 31,000 | 9,000 | 9,350 |
| 重点项目合计 | 231,000 | 39,000 | 36,750 |

签约亿元以上项目27个，其中10亿元以上的4个、5亿元到10亿元的7个。新认定高新技术企业17家，3家到期未续，年末有效72家。
营业总收入628.5亿元，增长13.4%；软件业营业收入94.3亿元。企业投诉处理由5天压缩到2天。竹产业产值82.5亿元，茶食品产值47.9亿元。
受对方口岸疫情管控影响，口岸关停97天，直接拖累外贸。外贸进出口总额52.3亿元，下降6.4%。枳沄大道原定10月通车，推迟到2022年6月。
获评“全国绿色园区”，被授予“省级示范园区”称号。财政总收入首次突破10亿元。

## 二、存在的问题

一是龙头企业偏少；二是用地指标紧张；三是技工短缺。

## 三、2022年工作计划

施工许可办理时间压缩到15个工作日以内。培育产值10亿元以上企业2家，推动沐樵家居上半年上市。开工建设枳沄第二幼儿园。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("came"), REPORT, "枳沄2021.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told", "other"), [
    ("学校开学了没", "9月1日", "1620个（"), ("扩区批了吗", "获省政府批复", "平方公里（"), ("污水处理厂二期建好了吗", "6月18日投入运行", "报告中没有"),
    ("栎溪文旅综合体开工了没有", "暂缓实施", "上半年"), ("栎溪文旅综合体2021年几月开工的", "暂缓实施", "2月26日"),
    ("茗澜生物有没有投产", "11月18日", "2022年10月"), ("幼儿园建成没有", "有的是计划", "9月1日"), ("人才公寓住满了吗", "91%", "320套（"),
])
def test_whether_it_came_about(zone: Assistant, question: str, told: str, other: str) -> None:
    answer = zone.ask(question)
    assert told in answer.text
    assert other not in answer.text


def test_what_is_nowhere_said_to_have_come_about_is_refused(zone: Assistant) -> None:
    answer = zone.ask("枳沄大桥通车了吗")
    assert answer.refused
    assert "是否通车" in answer.text


@pytest.mark.parametrize(("question", "told", "other"), [
    ("哪些项目投产了", "茗澜生物", "钰砾精密"), ("有哪些企业上市", "报告中没有", "征迁"),
    ("哪个重点项目没完成年度计划", "差2600万元", "410"), ("哪些项目完成了年度投资计划", "冷链查验中心", "27,400"),
    ("重点项目合计，完成投资占年度计划的比例", "94.2%", "231"), ("泠川电子功率模块项目完成了年度计划的百分之几", "91.3%", "200,000"),
])
def test_which_projects_did(zone: Assistant, question: str, told: str, other: str) -> None:
    answer = zone.ask(question)
    assert told in answer.text
    assert other not in answer.text


@pytest.mark.parametrize(("question", "told"), [
    ("2021年出口额", "38.4亿元"), ("出口多少个亿", "38.4亿元"), ("招商引资多少", "42.1亿元"), ("民生支出", "4.65亿元"),
    ("绿色发展基金规模多大", "2亿元（"), ("营业收入多少", "628.5亿元"), ("高企有多少家", "72家"), ("5亿元到10亿元的项目几个", "7个"),
    ("茶叶产业产值", "47.9亿元"), ("企业投诉处理要几天", "2天"), ("外贸为什么下降", "关停97天"), ("枳沄大道什么时候通车", "2022年6月："),
    ("实现了哪些首次", "首次突破10亿元"), ("2022年要建什么", "第二幼儿园"), ("省级荣誉有哪些", "省级示范园区"),
    ("短板是什么", "用地指标紧张"), ("有几个园", "东梓、西楮、南栎"), ("营商环境排名", "第2位"), ("信访量", "154件"), ("人才引进多少", "760人"),
    ("项目总投资", "148.3亿元"), ("征迁了多少户", "356户"), ("南栎断面水质是几类", "Ⅱ类"), ("规上产值为什么大涨", "新投产企业集中放量"),
    ("规上口径的工业总产值是多少？不要全社会的那个", "211.7亿元"), ("绿色发展基金投了几个项目", "4个"),
])
def test_what_goes_by_another_name_is_told(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert told in answer.text
    assert not answer.refused


@pytest.mark.parametrize(("talk", "told"), [
    ("10亿以上项目有哪些||冷链那个投多少", "10.8亿元"), ("10亿以上项目有哪些||第二个投多少钱||最后一个呢", "10.8亿元"),
    ("钰砾精密哪天开工的||当年投了多少", "6.1亿元"), ("新增规上企业几家||现在一共多少家", "141家"),
    ("施工许可要几天||下一步要压到几天", "15个工作日"),
    ("东梓片区产值多少||它的增速呢", "15.2%"), ("技改投资多少||人才引进多少||一开始那个增速多少", "21.1%"),
])
def test_talks(zone: Assistant, talk: str, told: str) -> None:
    answer = last(zone, talk)
    assert told in answer
    assert "报告中没有" not in answer


def test_it_is_the_place_and_not_its_output(zone: Assistant) -> None:
    assert last(zone, "东梓片区产值多少||它的税收呢").startswith("报告中没有")


@pytest.mark.parametrize("before", ["重点项目有哪些", "产值最高的片区是哪个"])
def test_a_thing_asked_after_behind_other_questions_is_not_what_was_asked_before(zone: Assistant, before: str) -> None:
    assert "是否建成" in last(zone, f"{before}||食堂建成了吗")


def test_where_a_firm_is_to_be_named_no_count_of_firms_is_told(tmp_path: Path) -> None:
    half = "# 枳沄经济开发区2021年上半年工作总结\n\n截至6月底，规上工业企业245家，其中产值增长的198家。\n"
    year = "# 枳沄经济开发区2021年工作总结\n\n产值超10亿元企业由7家增加到9家。全年规上工业总产值211.7亿元，增长13.6%。\n"
    other = "# 沅砀经济开发区2019年工作总结\n\n年末实有经营主体4826户，其中企业2135户；规上工业总产值88.2亿元，增长5.1%。\n"
    with over(tmp_path, year, "枳沄2021.md", 枳沄2021上半年=half, 沅砀2019=other) as zones:
        assert zones.ask("最大的企业是哪家").refused
        assert last(zones, "枳沄规上工业总产值多少||产值最高的企业是哪家").startswith("报告中没有")


def test_what_is_foreseen_or_put_off_has_not_been_reached() -> None:
    assert tells_reached("投产|投运", "茗澜生物项目11月18日投产，预计年产值5亿元")
    assert not tells_reached("投产|投运", "计划2020年6月投产，当年完成投资3亿元")
    assert not tells_reached("投产|投运", "投产时间由原定2020年6月推迟到10月")

"""Places among firms, who answers for a thing, the day of an event, what came late and who came by a title: asked in many ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.dated import dated_asked
from assistant.extractive.late import late_asked
from assistant.extractive.newcomers import newcomers_asked
from assistant.extractive.rescheduled import of_another_part
from assistant.incharge import in_charge_asked
from assistant.staged import staged_projects
from assistant.standing import standing_asked
from tests.conftest import over

REPORT = """# 樨浦经济开发区2023年工作总结

## 一、工业

规上工业总产值412.6亿元，增长7.1%。企业里头，昉棠重工以61.3亿元居首，沅砾电子44.2亿元居次，珩橘食品29.8亿元排第三；第四名换成了暮岚纸业21.5亿元。纳税前三名依次为沅砾电子2.61亿元、昉棠重工2.07亿元、珩橘食品1.12亿元。

国家级“小巨人”年末11家，新增沅砾电子、阜桐轴承2家，栎川传感因复核不达标被摘牌。高新技术企业96家。棹屿生物9月12日在北交所上市。

## 二、项目

- 樨江大道西延：全长4.6公里，10月18日建成通车。由樨浦城建集团实施，比工期提前一个月。
- 阜桐轴承三期：总投资8.2亿元，原定2023年9月投产，推迟到2024年4月，由项目服务中心负责。
- 芹塘水厂扩建没能按期通水，主要是管线迁改慢。

1. 樨山大道南延（建设局牵头）
   - 全长2.1公里，年内完成路基。

2.暮岚冷链园。总投资6.2亿元，因征迁没有完成，开工改到次年3月。责任单位：征迁办，分管领导为副主任尉迟昶。

| 项目 | 建设单位 | 总投资（亿元） | 进度 | 责任单位 |
| --- | --- | --- | --- | --- |
| 沅砾电子封装基地 | 沅砾电子 | 18.6 | 计划2023年6月投产 | 招商三局 |
| 栎川传感产业园 | 栎川传感 | 7.4 | 主体封顶 | 樨北片区办 |

内资工作由招商一局负责，局长为祁昀。沅砾电子封装基地6月21日投了产，当年产值3.2亿元。

## 三、2024年打算

力争新增国家级“小巨人”3家，推动暮岚纸业上市。

新建供热管网9公里，清退低效用地130亩。（责任单位：建设局、资源规划分局）
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("asked"), REPORT, "樨浦2023.md") as assistant:
        yield assistant


STANDING = [
    ("樨浦2023年产值排行榜，探花是谁", "珩橘食品"),
    ("樨浦经开区2023年按产值排，亚军是哪家企业", "沅砾电子"),
    ("2023年樨浦产值榜上第四把交椅是哪家企业", "暮岚纸业"),
    ("樨浦2023年产值老大是哪家企业", "昉棠重工"),
    ("请列一下樨浦2023年产值排前三的企业名称，按名次", "前3名依次是昉棠重工、沅砾电子、珩橘食品"),
    ("樨浦2023年纳税第二名的企业叫什么", "昉棠重工"),
    ("跑业务要拜访大户，麻烦列出樨浦2023年按产值排名头三位的公司", "前3名依次是昉棠重工、沅砾电子、珩橘食品"),
    ("按2023年产值从高到低数，樨浦排在第四位的企业叫什么", "第4名是暮岚纸业"),
    ("樨浦2023年产值榜上紧跟着第一名的企业是谁", "第2名是沅砾电子"),
]
IN_CHARGE = [
    ("樨浦经开区2023年通车的樨江大道西延，施工单位是哪个", "樨浦城建集团"),
    ("2023年樨浦打通的樨江大道西延那一段，活儿是谁干的", "樨浦城建集团"),
    ("想上门对接栎川传感产业园，樨浦2023年该找哪个部门", "樨北片区办"),
    ("沅砾电子封装基地归口在哪个单位？樨浦2023年", "招商三局"),
    ("樨浦2023年谁在盯阜桐轴承三期", "项目服务中心"),
    ("樨山大道往南延伸那段，樨浦2023年是哪个局挑的头", "建设局"),
    ("沅砾电子封装基地那摊子事，樨浦2023年是谁家单位包着联系的", "招商三局"),
    ("樨浦2023年栎川传感产业园由哪家企业建设，归口责任单位是哪个部门", "建设单位：栎川传感，责任单位：樨北片区办"),
    ("樨浦2023年暮岚冷链园拖着没动工，责任单位和分管领导是谁", "征迁办，分管领导为副主任尉迟昶"),
    ("樨浦2024年清退低效用地、新建供热管网，这些任务落在了哪几个单位头上", "建设局、资源规划分局"),
    ("我们是做配套的，想上门拜访，樨浦2023年负责包联栎川传感产业园的是什么部门", "樨北片区办"),
    ("管沅砾电子封装基地的，是樨浦2023年的哪个口子", "招商三局"),
    ("阜桐轴承三期总得有个领头的，樨浦2023年总结里写的是哪家", "项目服务中心"),
    ("二〇二三年樨浦书记讲话里指定樨山大道南延由哪家单位领着干", "建设局"),
    ("阜桐轴承三期出了岔子，2023年在樨浦该敲哪个单位的门", "项目服务中心"),
    ("樨江大道往西接通的那段路，樨浦2023年由谁承建", "樨浦城建集团"),
    ("栎川传感产业园2023年在樨浦归哪个部门服务", "樨北片区办"),
    ("抓内资的是樨浦2023年哪个局？一把手叫啥", "内资工作由招商一局负责，局长为祁昀"),
]
DATED = [
    ("樨浦2023年樨江大道西延通车的日子是几月几号", "10月18日"),
    ("沅砾电子封装基地是樨浦2023年哪天投产的", "6月21日"),
    ("樨浦2023年樨江大道西延通车时间，写到日", "10月18日"),
    ("樨江大道西延建成通车是2023年哪天，樨浦的", "10月18日"),
    ("樨浦沅砾电子封装基地2023年什么时候投产", "6月21日"),
    ("修路修了好久，樨浦的樨江大道西延二〇二三年终于通车，是哪个日子", "10月18日"),
    ("每天上班都绕路，烦死了，樨浦樨江大道西延2023年哪天通的车", "10月18日"),
]


@pytest.mark.parametrize(("question", "told"), [*STANDING, *IN_CHARGE, *DATED])
def test_it_is_found_however_it_is_asked(zone: Assistant, question: str, told: str) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert told in answer.text.split("。")[0]


def test_a_place_that_is_told_of_nobody_is_refused(zone: Assistant) -> None:
    assert zone.ask("樨浦2023年产值第九名是哪家企业").refused


@pytest.mark.parametrize("question", ["樨浦2023年哪些项目没按计划投产、通水", "樨浦2023年误期的工程名单", "樨浦2023年有哪几个项目往后挪了"])
def test_all_that_came_late_is_told(zone: Assistant, question: str) -> None:
    told = zone.ask(question).text
    assert "阜桐轴承三期" in told
    assert "芹塘水厂扩建" in told


@pytest.mark.parametrize(
    "question", ["请列出樨浦2023年新增的国家级“小巨人”", "樨浦2023年新评上国家级小巨人的都有谁", "樨浦2023年新添国家级小巨人的名单"]
)
def test_names_are_told_where_names_are_asked(zone: Assistant, question: str) -> None:
    told = zone.ask(question).text
    assert "沅砾电子、阜桐轴承" in told
    assert "力争" not in told


@pytest.mark.parametrize("question", [
    "樨浦2023年被取消国家级小巨人资格的企业是谁", "复核没过关、丢了小巨人牌子的，2023年樨浦有哪几家",
    "樨浦2023年国家级“小巨人”被摘牌的有几家，名单给一下",
])  # fmt: skip
def test_those_that_lost_a_title_are_named(zone: Assistant, question: str) -> None:
    assert "栎川传感" in zone.ask(question).text


@pytest.mark.parametrize("question", ["樨浦2023年有企业新获国家级小巨人认定，请把名单给我", "樨浦2023年新评上小巨人的是哪几家"])
def test_names_alone_may_be_what_is_asked(zone: Assistant, question: str) -> None:
    assert "沅砾电子、阜桐轴承" in zone.ask(question).text


def test_those_that_went_public_are_named(zone: Assistant) -> None:
    assert "棹屿生物" in zone.ask("樨浦2023年新增上市公司名录").text


def test_other_questions_are_none_of_these() -> None:
    assert standing_asked("产值增速第二的企业是哪家") is None
    assert standing_asked("产值第二的产业是哪个") is None
    assert standing_asked("前三名企业合计产值占多少") is None
    assert in_charge_asked("投资最大的项目是谁投的", "投资最大的项目是谁投的") is None
    assert dated_asked("原定哪天投产") is None
    stages = map(staged_projects, ("看项目进度表，注明“投产”的有哪几个", "汇报所附项目表中，尚未建成投产(或交付)的项目有哪些"))
    assert [one.reached for one in stages if one is not None] == [True, False]
    assert not of_another_part("甲大道西延", "甲大道西延、南延")
    assert of_another_part("甲大道西延", "甲大道南延9月26日通车")
    assert late_asked("延期的项目为什么延期") is None
    assert late_asked("投产的项目有哪些") is None
    assert newcomers_asked("新增小巨人多少家") is None
    assert newcomers_asked("被摘牌的小巨人有几家") is None
    assert newcomers_asked("谁向北交所递交了上市申请") is None


@pytest.mark.parametrize("question", [
    "樨浦经开区2023年芹塘水厂扩建的施工单位是哪家", "樨浦经开区2023年芹塘水厂扩建，总包是哪家、法人叫啥",
    "樨浦经开区2023年棹屿生物北交所上市，保荐机构是哪家券商", "樨浦经开区2023年阜桐轴承三期是哪家公司施工的",
])  # fmt: skip
def test_who_did_what_the_report_names_nobody_for_is_refused(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused

"""What a follow-up points at by place, rank or name among what was told; invented reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Answer, Assistant
from assistant.amending import plain_follow_up
from assistant.records import VerdictKind
from assistant.settings import Settings
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.building import build
from index.records import Period
from tests.conftest import opened

PARK = """# 洺渡经济开发区2021年工作总结

**表1　2021年分片区情况**

| 片区 | 规上工业总产值（亿元） | 工业投资（亿元） | 规上工业企业（家） |
| --- | ---: | ---: | ---: |
| 梓潭片区 | 118.2 | 14.6 | 52 |
| 柳堰片区 | 140.5 | 21.3 | 61 |
| 桐岔片区 | 64.3 | 9.8 | 27 |
| 合计 | 323.0 | 45.7 | 140 |

**表2　2021年重点项目进展**

| 项目 | 业主单位 | 总投资（亿元） | 用地（亩） | 当年完成投资（亿元） | 进展 |
| --- | --- | ---: | ---: | ---: | --- |
| 锂膜生产线项目 | 澄岭新材 | 8.4 | 77 | 3.6 | 设备安装 |
| 智能轴承产业园 | 钧陵轴承 | 12.6 | 103 | 4.1 | 3月18日开工 |
| 冷链物流中心 | 沅丰物流 | 2.9 | 41 | 1.2 | 预计2022年7月投用 |

## 一、2021年工作回顾
全年地区生产总值152.4亿元，增长8.1%，占全市980.0亿元的15.6%。财政总收入18.62亿元，增长9.4%。户籍人口7.21万人，常住人口9.86万人。
空气质量优良天数336天。出口22.4亿元，进口5.6亿元。签约亿元以上项目24个，总投资96亿元。全年发生生产安全事故4起。
国家高新技术企业总数达到88家。全年供应土地860亩，其中工业用地530亩、商住用地210亩、其他用地120亩。
企业开办时间压缩到1个工作日。市政道路工程因管线迁改停工三个月。

## 二、2022年主要预期目标
国家高新技术企业总数达到105家，签约亿元以上项目30个，财政总收入20亿元。
1.优化营商环境。企业开办时间压缩到半个工作日。（责任单位：行政审批局、财政局）
2.加快项目建设。智能轴承产业园完成投资5亿元。（责任单位：招商局）
"""

EARLIER = """洺渡经济开发区2020年工作总结

一、2020年工作回顾
全年地区生产总值139.8亿元，增长5.2%。财政总收入17.02亿元，增长4.1%。空气质量优良天数329天。全年发生生产安全事故6起。
出口19.5亿元，进口5.1亿元。国家高新技术企业总数达到71家。全年供应土地910亩，其中工业用地590亩、商住用地320亩。
"""

OTHER = """榕埠高新技术产业开发区2021年工作总结

一、2021年工作回顾
全年地区生产总值201.7亿元，增长9.3%。财政总收入25.1亿元，增长10.2%。出口40.2亿元。企业开办时间压缩到0.5个工作日。
空气质量优良天数318天。
"""


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    root = tmp_path_factory.mktemp("told")
    reports = root / "reports"
    reports.mkdir()
    (reports / "洺渡2021.md").write_text(PARK, "utf-8")
    (reports / "洺渡2020.txt").write_text(EARLIER, "utf-8")
    (reports / "榕埠2021.txt").write_text(OTHER, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=root / "index"))
    with opened(reports, root / "index") as assistant:
        yield assistant


def last(assistant: Assistant, *questions: str) -> Answer:
    conversation = assistant.conversation()
    return [conversation.ask(question) for question in questions][-1]


PEOPLE = ("洺渡2021年户籍人口多少", "常住人口呢")
AREAS = ("洺渡2021年各片区规上工业总产值分别多少",)
PROJECTS = ("洺渡2021年重点项目有哪些",)
INVESTED = ("洺渡2021年各重点项目总投资分别多少",)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        # the former and the latter
        ((*PEOPLE, "后者比前者多多少"), "多2.65万人"),
        ((*PEOPLE, "前者比后者少多少"), "少2.65万人"),
        ((*PEOPLE, "两者差距有多大"), "2.65万人"),
        (("洺渡2021年出口多少", "进口呢", "前者是后者的几倍"), "4倍"),
        (("洺渡2021年出口多少", "进口呢", "后者2020年是多少"), "5.1亿元"),
        (("洺渡2021年签约亿元以上项目多少个", "总投资呢", "前者2022年的目标是多少"), "30个"),
        # by place and by rank
        ((*AREAS, "产值排第二的那个，工业投资多少"), "14.6亿元"),
        ((*AREAS, "最高的那个片区规上工业企业有多少家"), "61家"),
        ((*AREAS, "最后一个的工业投资是多少"), "9.8亿元"),
        ((*AREAS, "头一个的工业投资呢"), "14.6亿元"),
        ((*AREAS, "第一名和第二名差多少"), "22.3亿元"),
        ((*AREAS, "前两名合计多少"), "258.7亿元"),
        ((*PROJECTS, "第二个的业主单位是谁"), "钧陵轴承"),
        ((*PROJECTS, "末尾那个用地多少亩"), "41亩"),
        ((*PROJECTS, "总投资最大的那个，业主单位是谁"), "钧陵轴承"),
        (("洺渡2021年重点项目进展表里列了哪些项目", "第一个总投资多少"), "8.4亿元"),
        # counted and compared among the told
        ((*INVESTED, "这几个里头超10亿的有几个"), "1个（智能轴承产业园12.6亿元）"),
        ((*INVESTED, "其中不到10亿元的有哪几个"), "2个"),
        ((*PROJECTS, "总投资超过5亿的有几个"), "2个"),
        ((*INVESTED, "当年完成投资呢"), "4.1亿元"),
        ((*INVESTED, "第二个是第一个的几倍"), "1.5倍"),
        # what is left
        (("洺渡2021年地区生产总值多少", "刨去开发区，全市其余地方合计多少"), "827.6亿元"),
        (("洺渡2021年全年供应土地多少", "除了工业用地，其他一共多少"), "330亩"),
        (("洺渡2021年全年供应土地多少", "工业用地呢", "商住用地呢", "剩下的呢"), "120亩"),
        # years and states
        (("洺渡2020年空气优良天数多少", "跟第二年比，是多了还是少了"), "少7天"),
        (("洺渡2022年国家高新技术企业总数目标是多少", "比2021年的实际数多出几家"), "多17家"),
        (("洺渡2021年生产安全事故几起", "2020年呢", "少了几起"), "少2起"),
        (("洺渡2021年财政总收入多少", "2022年目标呢", "要新增多少"), "1.38亿元"),
        (("洺渡2021年供应土地多少", "其中工业用地占比多少", "2020年这个比例呢"), "64.8%"),
        # wider, other zones, corrections, back to what was asked
        (("洺渡2021年梓潭片区工业投资多少", "那整个开发区呢"), "45.7亿元"),
        (("洺渡2021年梓潭片区规上工业总产值多少", "它的工业投资呢"), "14.6亿元"),
        (("洺渡2021年财政总收入多少", "看串了，年份改成2020"), "17.02亿元"),
        (("洺渡2021年财政总收入多少", "不是财政总收入，是出口"), "22.4亿元"),
        (("洺渡2021年地区生产总值多少", "同样的问题问榕埠"), "201.7亿元"),
        (("洺渡2021年空气优良天数多少", "榕埠那边是不是更多"), "不是，没有更多"),
        (("洺渡2021年地区生产总值多少", "财政总收入呢", "说回地区生产总值，2020年是多少"), "139.8亿元"),
        # remarks between
        (("洺渡2021年财政总收入多少", "哦涨了", "挺不错的", "2020年呢"), "17.02亿元"),
        (("洺渡2022年企业开办时间要压缩到多少", "这一条归哪些部门管"), "行政审批局"),
    ],
)
def test_what_was_told_is_pointed_at(parks: Assistant, turns: tuple[str, ...], told: str) -> None:
    answer = last(parks, *turns)
    assert not answer.refused, answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    ("turns", "told", "never"),
    [
        ((*AREAS, "榕埠2021年财政总收入是多少"), "25.1亿元", "片区"),
        (("洺渡2021年梓潭片区工业投资多少", "榕埠2021年地区生产总值"), "201.7亿元", "梓潭"),
        (("洺渡2021年梓潭片区工业投资多少", "财政总收入多少"), "18.62亿元", "梓潭"),
        ((*INVESTED, "榕埠2021年出口多少"), "40.2亿元", "项目"),
    ],
)
def test_a_question_of_its_own_takes_nothing_over(parks: Assistant, turns: tuple[str, ...], told: str, never: str) -> None:
    text = last(parks, *turns).text
    assert told in text
    assert never not in text


@pytest.mark.parametrize(
    "turns",
    [
        ("洺渡2021年财政总收入多少", "后者比前者多多少"),  # nothing before it
        (*AREAS, "第八个的工业投资是多少"),
        ("洺渡2021年财政总收入多少", "户籍人口呢", "前者比后者多多少"),  # of different measures
    ],
)
def test_what_is_not_there_is_not_worked_with(parks: Assistant, turns: tuple[str, ...]) -> None:
    assert not any(s.formula for s in last(parks, *turns).statements)


KNOWN = Understanding(ZoneDirectory(["洺渡经济开发区", "榕埠高新技术产业开发区"]), latest=Period.year(2021))


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("看串了，年份改成2020", "2020年呢"),
        ("写错了，应该是2019年", "2019年呢"),
        ("打错了，区名应该是榕埠", "榕埠呢"),
        ("照这么说，上一年排第几", "上一年排第几"),
        ("不是出口，是进口", "进口呢"),
        ("同样的指标换成2020年", "2020年呢"),
        ("榕埠有没有类似的数", "榕埠呢"),
        ("出口多少", "出口多少"),
        ("2020年是多少", "2020年是多少"),
        ("是不是比上年多", "是不是比上年多"),
    ],
)
def test_the_wrapping_of_a_follow_up(said: str, plain: str) -> None:
    assert plain_follow_up(said, KNOWN) == plain


@pytest.mark.parametrize("before", ["洺渡2021年地区生产总值和财政总收入哪个增长快", "洺渡2021年地区生产总值和财政总收入增速分别是多少"])
def test_the_growths_just_told_are_set_against_each_other(parks: Assistant, before: str) -> None:
    conversation = parks.conversation()
    conversation.ask(before)
    assert conversation.ask("前者比后者快几个百分点").text.startswith("慢1.3个百分点")


def test_every_step_of_what_was_worked_out_is_told_and_checked(parks: Assistant) -> None:
    conversation = parks.conversation()
    for text in ("洺渡2021年出口加上进口等于多少", "离30亿还差多少", "它的一半是多少"):
        conversation.ask(text)
    answer = conversation.ask("用万元表示")
    assert answer.text.startswith("10000万元（1 × 10000 = 10000）")
    assert "22.4 + 5.6 = 28" in answer.text
    assert not [v for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]

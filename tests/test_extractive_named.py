"""What is asked for by name or by count: posts, members of a kind, places, what a year added, who spoke."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

REPORT = """# 云岭经济开发区2020年工作总结

（2021年1月12日　党工委书记　沈怀瑾）

## 1 主要工作

规上工业总产值一季度增速一度跌到3.2%，到年底还是抢回到412.6亿元，增长6.1%。年初我们向市委承诺，规上工业总产值450亿元、实际使用外资1.8亿美元，这两项都没有完成。

招商办编制24名，在岗19人。高新技术企业83家，其中当年新认定17家。设立2亿元的转贷资金池，全年帮56家企业转贷14.7亿元。税收收入18.6亿元，其中一季度4.1亿元。

纺织、建材两大主导产业分别实现产值52.3亿元、27.8亿元。东湖片区开工项目6个；西岭片区签约项目9个。

云峰汽车零部件项目因设备交付延迟，投产时间由2020年6月调整为2021年3月。

## 2 2021年目标与安排

主要做好三项工作：推动跨境电商由“网购保税”向“直邮+保税+出口”三种模式转变；引进航材、医疗器械两类企业5家以上；完成二期搬迁。

怎么干？一靠专班，每个项目一名领导牵头；二靠考核，把实绩和提拔挂钩；三靠改革，把审批权限接住。

着重办好三件实事：开工建设东延工程，启用消防站，建成300套公寓。

请市里支持：一是新增用地指标800亩；二是协调解决变电站增容。
"""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("named"), tmp_path_factory.mktemp("named-index")
    (reports / "云岭2020.md").write_text(REPORT, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("云岭2020年规上工业总产值一共干到多少", ("412.6亿元", "6.1%")),
        ("云岭2020年规上工业总产值离年初承诺的450亿元还差多少", ("37.4亿元",)),
        ("2020年头三个月云岭税收收入多少", ("4.1亿元",)),
        ("云岭2020年税收收入哪个季度最多", ("一季度", "4.1亿元")),
        ("云岭招商办缺编几个人", ("5人",)),
        ("云岭招商办还有几个编制没配齐", ("5人",)),
        ("云岭2020年高新技术企业新增多少家", ("17家",)),
        ("云岭2020年转贷资金池帮企业转贷了多少资金", ("14.7亿元",)),
        ("云岭2020年转贷资金池有多大", ("2亿元",)),
        ("云岭的支柱产业是哪几个", ("纺织", "建材")),
        ("云岭下面分成哪几个片", ("东湖片区", "西岭片区")),
        ("云岭2020年的工作总结是哪位领导讲的", ("沈怀瑾",)),
        ("云峰汽车零部件项目为什么要拖到2021年3月才投产", ("设备交付延迟",)),
        ("2021年云岭跨境电商要往哪三种模式转", ("直邮+保税+出口",)),
        ("云岭2021年要引进哪两类企业", ("航材", "医疗器械")),
        ("云岭2021年给大家办哪几件实事", ("东延工程", "消防站", "300套")),
        ("云岭向市里提了哪几个要求", ("800亩", "变电站")),
    ],
)
def test_what_is_asked_for_by_name_or_count_is_said(named: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = named.ask(question)
    assert not answer.refused
    assert [s for s in said if s not in answer.text] == []


@pytest.mark.parametrize(
    "question",
    [
        "云岭2020年实际使用外资是多少",
        "云岭财政所缺编几个",
        "云岭2020年新增招商办编制多少",
        "云岭有哪五个片区",
        "2020年头三个月云岭新签约项目多少个",
        "云岭2020年转贷资金池帮企业担保了多少资金",
    ],
)
def test_what_is_like_it_and_not_told_is_refused(named: Assistant, question: str) -> None:
    assert named.ask(question).refused


def test_a_follow_up_asks_what_the_year_added_to_the_same_noun(named: Assistant) -> None:
    talk = named.conversation()
    assert "83家" in talk.ask("云岭2020年有多少家高新技术企业").text
    assert "17家" in talk.ask("当年新增的有多少").text


def test_the_members_alone_are_said_not_the_whole_list(named: Assistant) -> None:
    assert "搬迁" not in named.ask("2021年云岭跨境电商要往哪三种模式转").text

"""Members of a group, lists of what is counted, premises said beside what is asked, and a goal told in the sentence of a result."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

REPORT = """# 桐湾经济开发区2018年工作报告

（2019年1月8日）

## 一、2018年工作回顾

全区规上工业总产值96.2亿元，增长8.1%，其中纺织服装、农机装备、精细化工产业分别完成31.4亿元、27.5亿元和18.6亿元，分别增长4.2%、15.7%和9.3%，三大支柱产业占规上工业总产值的80.6%。一般公共预算收入6.3亿元，下降2.7%，其中税收收入4.9亿元。外贸出口1.2亿美元，增长6.4%。

全年实施重点项目41个，总投资87.6亿元，完成年度投资33.8亿元，为年度计划31亿元的109%。

## 二、未完成事项及原因

- **北港大桥通车**：因航道审批延后，改在2019年6月通车。
- **老码头搬迁**：应搬6家，已搬4家，余下两家补偿未谈妥。
- **智慧园区平台上线**：软件招标流标一次，推迟到2019年3月。

## 三、2019年工作安排

今年要打赢三场攻坚战。

打赢项目提速攻坚战。开工项目25个，竣工12个。

打赢环境整治攻坚战。关停小化工厂9家。

打赢人才引进攻坚战。新建人才公寓400套。
"""

TABLED = """# 蓼汀高新区2019年统计公报

表1　特色产业产值（单位：亿元）

| 产业 | 产值 | 增速 |
| --- | --- | --- |
| 光学仪器 | 64.1 | 12.4% |
| 绿色食品 | 41.7 | 3.6% |
| 高端家纺 | 22.9 | 17.2% |

支柱产业中，光学仪器产值64.1亿元，增长12.4%；绿色食品41.7亿元，增长3.6%。
"""


@pytest.fixture(scope="module")
def grouped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("grouped"), tmp_path_factory.mktemp("grouped-index")
    (reports / "桐湾2018.md").write_text(REPORT, "utf-8")
    (reports / "蓼汀2019.md").write_text(TABLED, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("桐湾2018年三大支柱产业中哪个长得最快，哪个最慢", ("农机装备增速最高", "15.7%", "纺织服装", "4.2%", "11.5个百分点")),
        ("桐湾2018年三大支柱产业里哪个产值最高", ("纺织服装最高", "31.4亿元", "18.6亿元")),
        ("2018年桐湾三大支柱产业中哪个增长最快，比精细化工快几个百分点", ("农机装备", "15.7%", "6.4个百分点")),
        ("2019年蓼汀列表里的几个特色产业，产值增速谁跑第一、谁垫底", ("高端家纺增速最高", "17.2%", "绿色食品", "3.6%")),
        ("蓼汀2019年支柱产业里哪个增长最快", ("光学仪器增速最高", "12.4%")),
    ],
)
def test_the_ends_of_a_group_that_the_report_names(grouped: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = grouped.ask(question)
    assert all(word in answer.text for word in said), answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("桐湾2018年一般公共预算收入增长了2.7%，主要是哪些税种拉动的", ("没有增长", "下降2.7%")),
        ("桐湾2018年为什么一般公共预算收入大幅增长", ("没有增长", "下降2.7%")),
        ("2018年桐湾精细化工带动一般公共预算收入增长，主要经验是什么", ("没有增长", "下降2.7%")),
        ("桐湾2018年外贸出口下降了，是靠什么稳住的", ("没有下降", "增长6.4%")),
    ],
)
def test_a_premise_is_corrected_whatever_is_asked_beside_it(grouped: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = grouped.ask(question)
    assert all(word in answer.text for word in said), answer.text


def test_a_premise_that_holds_is_not_corrected(grouped: Assistant) -> None:
    assert "并没有" not in grouped.ask("桐湾2018年外贸出口增长，主要靠什么").text
    assert "并没有" not in grouped.ask("桐湾2018年一般公共预算收入下降的原因是什么").text


def test_paragraphs_that_begin_with_what_is_counted_are_a_list(grouped: Assistant) -> None:
    answer = grouped.ask("桐湾2019年要打赢哪三场攻坚战")
    assert all(word in answer.text for word in ("共3场", "项目提速", "环境整治", "人才引进")), answer.text
    assert len(answer.citations) == 3


def test_what_was_not_done_is_told_from_under_its_heading(grouped: Assistant) -> None:
    answer = grouped.ask("桐湾2018年没有完成的是哪三件事")
    assert all(word in answer.text for word in ("北港大桥", "航道审批", "老码头", "补偿", "智慧园区", "流标")), answer.text


@pytest.mark.parametrize("question", ["桐湾2018年重点项目实际完成投资比年度计划多了多少亿", "桐湾2018年重点项目年度投资比计划多多少亿元"])
def test_a_goal_in_the_sentence_of_a_result_is_set_against_it(grouped: Assistant, question: str) -> None:
    answer = grouped.ask(question)
    assert all(word in answer.text for word in ("33.8亿元", "31亿元", "2.8亿元")), answer.text

"""A number whose clause says the last of what is asked, in a sentence that says the rest before; and its look-alikes, refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.extractive.completing import completing
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

REPORT = """# 述职报告

榆陂经济开发区党工委副书记、管委会主任　乔望舒

（2020年1月14日）

## 一、2019年工作

海洋装备研究院入驻团队9个，孵化企业6家。压缩“三公”经费，全年支出47.2万元，比上年减少11.5%。
征收土地1870亩，拆迁农户96户，兑付补偿款2.36亿元。创业孵化园入驻电商51家，实现网络零售额3.8亿元，“双11”当天卖出2150万元。
新增上市企业1家（澄岚生物，9月6日在科创板上市），募集资金5.9亿元；网购保税进口（1210）14.2亿元。
北屿片区轨道交通装备集聚企业33家，产值41.6亿元。本人带队赴长三角、珠三角招商14次，接待客商83批次。
累计为286家企业减免租金1740万元。食品加工、精细化工、纺织服装三大产业分别实现产值18.7亿元、25.3亿元、9.4亿元。
禾润公司产值7.1亿元，启帆公司利润1.3亿元。全年授权专利418件，其中发明专利52件。
一般公共预算收入未完成目标，主要是落实减税政策，还原后同口径增长9.7%。发生一般事故3起、死亡2人。

## 二、2020年打算

力争规模以上工业总产值突破百亿元，外资企业达到28家。过夜游客占比提高到34%。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("told"), tmp_path_factory.mktemp("told-index")
    (reports / "榆陂2019年述职.md").write_text(REPORT, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "figure"), [
    ("榆陂海洋装备研究院2019年孵出了几家企业", "6家"),
    ("2019年榆陂的三公花了多少钱", "47.2万元"),
    ("榆陂2019年征地拆迁一共赔出去多少钱", "2.36亿元"),
    ("创业孵化园2019年网上卖货卖了多少钱", "3.8亿元"),
    ("澄岚生物上市募到了多少资金", "5.9亿元"),
    ("2019年1210模式的进口额是多少", "14.2亿元"),
    ("2019年北屿片区轨道交通装备的产值是多少", "41.6亿元"),
    ("乔望舒2019年带队出去招商跑了几趟", "14次"),
    ("2019年给企业免减的租金总共多少", "1740万元"),
    ("2019年精细化工行业产值", "25.3亿元"),
    ("2019年纺织业产值", "9.4亿元"),
    ("榆陂2019年发明专利授权量", "52件"),
    ("2019年一般公共预算收入同口径涨了多少", "9.7%"),
    ("榆陂2020年规上工业总产值的目标", "百亿元"),
    ("乔望舒主任提出2020年过夜游客占比要达到多少", "34%"),
])
def test_the_clause_that_says_the_last_of_a_phrase_has_its_number(told: Assistant, question: str, figure: str) -> None:
    answer = told.ask(question)
    assert not answer.refused
    assert figure in answer.text


@pytest.mark.parametrize("question", [
    "榆陂海洋装备研究院2019年发了几篇论文",
    "榆陂海洋装备研究院2019年拿了多少钱补助",
    "创业孵化园2019年出口多少钱",
    "2019年北屿片区轨道交通装备的利润是多少",
    "澄岚生物2019年纳税多少钱",
    "禾润公司2019年利润是多少",
    "2019年新能源行业产值",
    "2019年精细化工行业利润",
    "乔望舒2019年出国几次",
    "2019年9610模式的出口额是多少",
    "2019年征地拆迁安置了多少套房",
])
def test_what_no_clause_completes_is_refused(told: Assistant, question: str) -> None:
    assert told.ask(question).refused


def test_two_counts_that_are_asked_are_both_told(told: Assistant) -> None:
    text = told.ask("榆陂2019年出了几起一般事故，死了几个人").text
    assert "3起" in text
    assert "2人" in text


@pytest.mark.parametrize(("phrase", "text", "unit", "found"), [
    ("研究院孵出企业", "海洋装备研究院入驻团队9个，孵化企业6家", "家", ["6家"]),
    ("禾润公司利润", "禾润公司产值7.1亿元，启帆公司利润1.3亿元", "", []),  # the clause names another
    ("甲丙产值", "甲、乙、丙产值分别为1亿元、2亿元和3亿元", "", []),  # told by their order
    ("减免租金", "累计为286家企业减免租金1740万元", "", ["1740万元"]),
    ("研究院发表论文", "海洋装备研究院入驻团队9个，孵化企业6家", "", []),
])
def test_clauses_are_read_up_to_the_number(phrase: str, text: str, unit: str, found: list[str]) -> None:
    assert [q.text for q, _ in completing(phrase, text, unit)] == found

"""Phrases that a figure's name says only in part: the rest stands in its sentence, or nowhere and then it is no answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

REPORT = """# 述职报告（2021年度）

述职人：桐溪开发区管委会主任　傅雁秋

## 一、2021年工作

规模以上工业企业132家，其中亏损企业17家。亩均税收16.4万元。固定资产投资58.2亿元，房地产开发投资9.3亿元，下降11.4%。
农村居民人均可支配收入21640元，增长8.8%；城镇居民人均可支配收入43210元，增长7.1%。当年新登记企业418家。
北坞新城5.2平方公里完成控规报批，首期征地830亩；南岭片区收储土地260亩。
落地10-20亿元项目3个、20-50亿元项目1个。实到外资2640万美元，合同外资5120万美元。
发布改革案例14项，其中“一码通办”等3项在全省推广。推行“拿地即开工”，全年有21个项目当天拿地、当天领证。
全年交流科级干部19名，选派7名年轻干部到沿海开发区挂职。续贷周转金当年发放1.2亿元。
全市进出口总额86.5亿元，我区出口31.7亿元。产业基金全年投出1.6亿元。

## 二、2022年打算

一季度，规模以上工业总产值力争达到48亿元。配套引才奖励资金300万元。
"""


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("around"), tmp_path_factory.mktemp("around-index")
    (reports / "桐溪2021年述职.md").write_text(REPORT, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "figure"), [
    ("北坞新城2021年首期征了多少地", "830亩"),
    ("傅雁秋2021年选派了几名年轻干部去沿海挂职", "7名"),
    ("2021年规上工业企业中有多少家亏损", "17家"),
    ("桐溪2021年平均一亩地交多少税", "16.4万元"),
    ("2021年盖楼的投资是多少", "9.3亿元"),
    ("桐溪的农民，2021年一年人均能拿到手多少钱", "21640元"),
    ("城里人2021年收入多少", "43210元"),
    ("2021年新开了多少家公司", "418家"),
    ("10亿到20亿这一档的项目2021年落地几个", "3个"),
    ("2021年外资真正到账的有多少", "2640万美元"),
    ("2021年续贷周转金放了多少款", "1.2亿元"),
    ("2022年一季度规上产值得完成多少亿", "48亿元"),
])
def test_what_the_name_leaves_unsaid_stands_in_the_sentence_or_is_put_in_the_words_of_reports(
    around: Assistant, question: str, figure: str,
) -> None:
    answer = around.ask(question)
    assert not answer.refused, answer.text
    assert figure in answer.text
    assert answer.citations


@pytest.mark.parametrize(("question", "wrong"), [
    ("西坞新城2021年首期征了多少地", "830亩（"),  # another place
    ("2021年全市出口多少", "31.7亿元（"),  # of the whole city only 进出口 is printed
    ("2021年几项改革案例被全省推广", "14项（"),  # said of the next figure
])
def test_what_is_said_nowhere_near_is_another_figure(around: Assistant, question: str, wrong: str) -> None:
    assert wrong not in around.ask(question).text


def test_words_in_quotation_marks_are_no_cues(around: Assistant) -> None:
    assert "“拿地即开工”" in around.ask("2021年“拿地即开工”推行得怎么样").text
    assert "21个" in around.ask("2021年“拿地即开工”搞成了几个").text


def test_a_part_told_with_its_whole_goes_before_one_of_another_thing(tmp_path: Path) -> None:
    reports, index = tmp_path / "reports", tmp_path / "index"
    reports.mkdir()
    text = "# 桐溪开发区2021年工作总结\n\n引进项目32个，其中亿元以上12个。在建亿元以上项目27个。受理企业诉求418件，办结402件。\n"
    (reports / "桐溪2021.md").write_text(text, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        assert "37.5%" in assistant.ask("桐溪2021年引进项目里亿元以上占比").text
        assert "418件" in assistant.ask("桐溪2021年一共收到企业多少件诉求").text

"""Questions answered in words: causes told a sentence later, lists that go on behind a semicolon, wordings of nobody's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.extractive.wholly import SAID
from tests.conftest import over

REPORT = """澜坪高新区2021年工作总结

一、2021年工作回顾
全年实际利用外资3860万美元，下降8.7%，只完成目标的85.8%。外资下滑，主要有两条原因：一是宸光项目因总部调整计划而推迟；二是新批企业体量偏小。
三大主导产业合计产值756.8亿元，占规上工业总产值的63.8%，其中汽车零部件352.8亿元，增长14.7%；智能家电287.1亿元，增长6.9%；新型显示116.9亿元。
固定资产投资17.6亿元，下降11.3%，只完成年初计划22亿元的80.0%。其中工业投资9.3亿元，下降28.5%。
投资下降，主要是泗芯二期的进口设备延期交货，设备款顺延到下一年。
商贸投资6.9亿元，下降3.3%，这是我最睡不着觉的一个数。为什么会降？说白了就是环评重报，晚了7个月才开工。
生物医药产业规上企业45家，产值141.5亿元。
因夏汛冲坏河堤，滨河步道停用了两个月，区里组织三支施工队抢修，8月底重新开放。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("inwords"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("澜坪2021年实际利用外资下降的主要原因是什么", ("宸光", "体量偏小")),
    ("澜坪2021年固定资产投资为什么没完成计划", ("延期交货",)),
    ("澜坪2021年商贸投资怎么还往下掉了", ("环评重报",)),
])  # fmt: skip
def test_a_cause_is_told_that_stands_sentences_later(zone: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(word in answer.text for word in said)
    assert all(any(word in c.quote for c in answer.citations) for word in said)


@pytest.mark.parametrize(("question", "said"), [
    ("澜坪河边散步的路为什么封了", "冲坏河堤"),
    ("澜坪河边散步的路什么时候又让走了", "8月底"),
])  # fmt: skip
def test_what_is_asked_in_nobodys_words_is_told_as_the_nearest(zone: Assistant, question: str, said: str) -> None:
    answer = zone.ask(question)
    assert said in answer.text
    assert SAID in answer.text
    assert "滨河步道" in answer.citations[0].quote


@pytest.mark.parametrize("question", ["澜坪的地铁是谁负责修的", "澜坪2021年幼儿园为什么关门", "澜坪老百姓寄的东西在哪儿分"])
def test_what_no_sentence_answers_is_refused(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert answer.refused
    assert SAID not in answer.text


def test_a_list_goes_on_behind_a_semicolon(zone: Assistant) -> None:
    answer = zone.ask("澜坪2021年三大主导产业是哪三个，产值各多少")
    assert all(name in answer.text for name in ("汽车零部件", "智能家电", "新型显示"))


def test_a_kind_that_is_pointed_at_stands_for_what_was_asked_of_before(zone: Assistant) -> None:
    conversation = zone.conversation()
    conversation.ask("澜坪2021年生物医药产值多少")
    assert "45家" in conversation.ask("这个产业规上企业有几家？").text


def test_to_work_out_is_no_word_of_going_back(zone: Assistant) -> None:
    assert "52.8%" in zone.ask("测算2021年澜坪工业投资占固定资产投资的比重").text

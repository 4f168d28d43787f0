"""A question compared as a whole: several numbers out of one sentence, and what one word taken for another led astray."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant
from assistant.extractive import likeliest, wholly
from assistant.extractive.asks import Sort, asks_of
from assistant.extractive.likelihood import in_deviations, likelihoods
from assistant.extractive.wholly import FEATURES, SAID
from benchmarks.likelihood import Case, fit
from tests.conftest import over

REPORT = """岫川高新区2021年工作总结

一、2021年工作回顾
全年实现规上工业总产值312.6亿元，同比增长9.4%；完成固定资产投资58.3亿元，同比增长7.1%。
公共租赁房开工1430套，主体完工960套。注册民宿184家、客房2750间。
选派驻村干部73名，走访农户5120户。办理出口退税3.46亿元，惠及外贸企业318家。
水厂年取水许可1800万立方米，实际取水1520万立方米。接待游客86.4万人次。
新引进服务机构27家，惠及居民4210户。

二、2022年工作打算
固定资产投资增长8%，规上工业总产值达到340亿元，公共租赁房开工1600套。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("wholly"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "sorts", "units"), [
    ("实际交出去几套安置房，当初计划的是多少", [Sort.NUMBER, Sort.NUMBER], ["套", ""]),
    ("进口缩了百分之几、总共才几亿", [Sort.GROWTH, Sort.NUMBER], ["", "亿"]),
    ("货值有多少？占全部的几成几", [Sort.NUMBER, Sort.RATE], ["", "%"]),
    ("一亩地产多少税，在全市排第几", [Sort.NUMBER, Sort.RANK], ["", ""]),
    ("一共要花多少钱", [Sort.NUMBER], ["元"]),
    ("工业投资里，花在技改上的是多少、占百分之几", [Sort.NUMBER, Sort.RATE], ["", "%"]),
    ("出口和进口分别是多少亿", [Sort.NUMBER, Sort.NUMBER], ["亿", "亿"]),
    ("标准厂房交付面积", [Sort.NUMBER], ["亩"]),
    ("来年引内资的目标额", [Sort.NUMBER], ["元"]),
    ("2022年从业人数的目标", [Sort.NUMBER], ["人"]),
    ("企业减负金额", [Sort.NUMBER], ["元"]),
    ("最后关掉了几家", [Sort.NUMBER], ["家"]),
    ("拆迁了多少户，花了多少补偿款", [Sort.NUMBER, Sort.NUMBER], ["户", "元"]),
    ("投资多少、占地多大", [Sort.NUMBER, Sort.NUMBER], ["元", "亩"]),
    ("工业投资涨幅", [Sort.GROWTH], [""]),
    ("诉求按时办结率", [Sort.RATE], ["%"]),
])  # fmt: skip
def test_each_number_asked_for_has_its_sort_and_unit(question: str, sorts: list[Sort], units: list[str]) -> None:
    asks = asks_of(question)
    assert [a.sort for a in asks] == sorts
    assert [a.unit for a in asks] == units


@pytest.mark.parametrize("question", [
    "哪个村收入最高，多少钱", "几月几号通的车", "为什么少了几个亿", "十几家企业是真的吗", "招商工作总结", "存在的问题",
])  # fmt: skip
def test_what_asks_for_something_else_asks_for_no_numbers(question: str) -> None:
    assert not asks_of(question)


def test_a_noun_behind_a_number_belongs_to_it() -> None:
    assert [a.text for a in asks_of("交出去几套安置房，定了多少")] == ["交出去几套安置房", "，定了多少"]


@pytest.mark.parametrize(("question", "numbers"), [
    ("岫川2021年给低收入家庭盖的公租房动工多少套，主体盖完的又有多少套？", ["1430套", "960套"]),
    ("想去岫川开民宿，2021年那边已经有几家民宿、多少间房？", ["184家", "2750间"]),
    ("岫川2021年退给外贸企业的税有多少钱，受益的有多少家？", ["3.46亿元", "318家"]),
])  # fmt: skip
def test_several_numbers_come_from_the_sentence_that_tells_them_together(zone: Assistant, question: str, numbers: list[str]) -> None:
    answer = zone.ask(question)
    assert not answer.refused
    assert all(number in answer.text for number in numbers), answer.text
    assert all(any(number in c.quote for c in answer.citations) for number in numbers)
    assert all(v.kind.value != "未核实" for v in answer.verdicts)


def test_what_is_told_as_a_whole_says_so(zone: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wholly, "LEAST_OF_SEVERAL", 0.0)
    answer = zone.ask("岫川2021年退给外贸企业的税有多少钱，受益的有多少家？")
    assert SAID in answer.text


def test_an_aim_never_answers_for_what_was_done(zone: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wholly, "LEAST", 0.0)
    assert "1600" not in zone.ask("岫川2021年新动工的公家出租屋到底多少套").text


@pytest.mark.parametrize("question", ["岫川2021年跨境电商做了多少亿，涨了百分之几？", "岫川2021年有几所学校、多少个老师？"])
def test_what_no_sentence_tells_is_refused(zone: Assistant, question: str) -> None:
    assert zone.ask(question).refused


def test_weights_learn_which_feature_tells_right_from_wrong() -> None:
    rows = np.array([[1.0, 0.3, 0.0], [0.0, 0.9, 0.0], [0.0, 0.0, 1.0]])
    cases = [Case("answerable", "", Path(str(i)), rows, (True, False), ("a", "b")) for i in range(8)]
    weights = fit(cases, {"answerable": 1.0})
    assert likelihoods(rows, weights)[0] > 0.8
    assert cases[0].told(weights, 0.5) is True
    assert cases[0].without_right("twin").right == (False,)


def test_deviations_of_equal_values_are_none() -> None:
    assert in_deviations([3.0, 3.0]).tolist() == [0.0, 0.0]


def test_the_stored_weights_are_of_the_features() -> None:
    stored = json.loads(Path(wholly.__file__).with_suffix(".json").read_text("utf-8"))["weights"]
    assert list(stored) == list(FEATURES)


def test_what_is_not_likely_enough_is_named_behind_the_refusal(zone: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    for stage in (likeliest, wholly):
        monkeypatch.setattr(stage, "LEAST", 1.1)
    monkeypatch.setattr(likeliest, "WORTH_SAYING", 1.1)
    monkeypatch.setattr(wholly, "WORTH_SAYING", 0.0)
    answer = zone.ask("岫川2021年国家返给做外贸的厂子多少税钱")
    assert answer.refused
    assert "意思最接近的是" in answer.text
    assert answer.citations


TURNED = """岫川高新区2021年工作总结

一、2021年工作回顾
全年规上工业总产值312.6亿元，增长9.4%，其中机械、食品两大产业合计占规上工业总产值的71.5%。分片区看，东岭片区186.3亿元，南浦片区126.3亿元。
工业机器人产量820台，增长31.5%。

再讲2022年怎么干。
打好招商硬仗。新签约项目42个，新建标准厂房16万平方米。
"""


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("turned"), TURNED) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("岫川2021年东岭片区规上工业产值是多少", "186.3亿元"),  # told by 产值 alone, behind its total
    ("岫川2022年打算新签多少个项目", "42个"),  # of the plan that the speaker announces
    ("岫川2021年工业机器人产量涨了几成", "31.5%"),
    ("岫川2021年规上工业总产值完成情况", "312.6亿元"),
])  # fmt: skip
def test_how_reports_and_questions_say_it(turned: Assistant, question: str, said: str) -> None:
    answer = turned.ask(question)
    assert not answer.refused, answer.text
    assert said in answer.text


def test_what_a_speaker_plans_was_not_done(turned: Assistant) -> None:
    assert "42个" not in turned.ask("岫川2021年新签约项目多少个").text.split("有的是")[0]

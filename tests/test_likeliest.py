"""What words that no report uses most likely mean: told where it is likely enough, else named as the nearest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant
from assistant.extractive import likeliest
from assistant.extractive.likeliest import FEATURES
from assistant.extractive.likelihood import likelihoods
from benchmarks.likelihood import Case, fit
from tests.conftest import over

REPORT = """澄湾经济开发区2021年工作总结

一、2021年工作回顾
全年实现规上工业总产值312.6亿元，同比增长9.4%；完成固定资产投资58.3亿元，同比增长7.1%。
投入安全生产专项资金7350万元，排查隐患2846处，整改率99.6%。
兑现人才奖补资金2860万元，引进硕士以上人才142名。
为128家企业落实贷款19.6亿元。监管货运量42.6万吨，增长11.9%。接待游客86.4万人次。
城镇居民人均可支配收入51570元，增长8.6%。新增充电桩1140个，改造老旧小区21个。

二、2022年工作打算
固定资产投资增长8%，规上工业总产值达到340亿元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("likeliest"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize("question", [
    "澄湾2021年航空货运量多少吨", "澄湾2021年入境游客接待量是多少", "澄湾2021年农村居民一年人均挣多少", "澄湾2021年新添了多少个公共停车位",
    "澄湾2021年全市规上工业总产值是多少", "澄湾2021年森林覆盖率多少",
])  # fmt: skip
def test_a_like_thing_is_not_told_for_another(zone: Assistant, question: str) -> None:
    answer = zone.ask(question)
    assert answer.refused, answer.text


def test_what_is_presumed_says_so_and_other_readings_go_first(zone: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.extractive.likeliest.LEAST", 0.0)
    monkeypatch.setattr("assistant.extractive.doubting.DOUBTFUL", -99.0)
    answer = zone.ask("澄湾2021年抓平安掏了多少钱")
    assert not answer.refused
    assert "按意思最接近的“" in answer.text
    assert answer.citations


def test_a_refusal_names_the_likeliest_as_the_nearest(zone: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.extractive.likeliest.LEAST", 1.1)
    monkeypatch.setattr("assistant.extractive.likeliest.WORTH_SAYING", 0.0)
    answer = zone.ask("澄湾2021年抓平安掏了多少钱")
    assert answer.refused
    assert "相近的是" in answer.text


def test_likelihoods_leave_a_share_for_none_that_grows_where_the_figure_is_elsewhere() -> None:
    rows = np.zeros((3, len(FEATURES)))
    weights = np.zeros(len(FEATURES))
    weights[list(FEATURES).index("elsewhere")] = 3.0
    assert likelihoods(rows, weights).tolist() == pytest.approx([1 / 3, 1 / 3])
    rows[-1, list(FEATURES).index("elsewhere")] = 1.0
    assert likelihoods(rows, weights).sum() < 0.1


def test_the_stored_weights_are_of_the_features() -> None:
    stored = json.loads(Path(likeliest.__file__).with_suffix(".json").read_text("utf-8"))["weights"]
    assert list(stored) == list(FEATURES)


def test_the_fit_tells_what_tells_right_from_none() -> None:
    def case(kind: str, first: float, right: bool) -> Case:
        return Case(kind, "", Path("x"), np.array([[first, 0.0], [0.0, 1.0]]), (right,), ("a",))

    weighed = {"answerable": 3.0, "unanswerable": 3.0, "twin": 1.0}
    weights = fit([case("answerable", 2.0, True), case("unanswerable", -2.0, False), case("twin", -1.5, False)], weighed)
    assert case("answerable", 2.0, True).told(weights, 0.7) is True
    assert case("twin", -2.0, False).told(weights, 0.7) is None

"""Which figures an asked phrase means: names, units, words that exclude one another, what stands near."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from assistant.linking import Linker, dimension, implied_unit
from assistant.names import NameTable, bigrams, fold
from assistant.records import Aspect
from index.records import Figure, FigureKind, Period, SectionKind, Status
from tests.toys import ToyEmbedding


def figure(indicator: str, value: str | None = "10", unit: str = "亿元", **more: Any) -> Figure:
    fields: dict[str, Any] = {
        "id": indicator + str(more.get("scope", "")), "report_id": "r", "zone": "松河经济开发区",
        "indicator": indicator, "name": indicator, "scope": "", "period": Period.year(2021),
        "status": Status.DONE, "kind": FigureKind.VALUE,
        "value": None if value is None else Decimal(value), "unit": unit, "value_text": f"{value}{unit}",
        "qualifier": "", "growth": None, "growth_unit": "", "growth_text": "", "growth_base": "", "path": (),
        "section": SectionKind.REVIEW, "start": 0, "end": 5, "sentence_start": 0, "sentence_end": 30}
    return Figure(**fields | more)


LINKER = Linker(ToyEmbedding())


def best(phrase: str, figures: Sequence[Figure], **more: Any) -> str:
    found = LINKER.link(phrase, figures, **more)[0].figure
    return found.scope + found.indicator


def test_a_figure_alone_is_as_near_as_all_are_on_the_mean() -> None:
    (alone,) = LINKER.link("财政总收入", [figure("固定资产投资")])
    assert alone.features["dense"] == 0.0
    assert {c.features["dense"] for c in LINKER.link("财政总收入", [figure("固定资产投资"), figure("财政总收入")])} != {0.0}


def test_no_figures_no_candidates() -> None:
    assert LINKER.link("财政总收入", []) == []


def test_every_figure_is_a_candidate_best_first_with_what_its_score_is_made_of() -> None:
    candidates = LINKER.link("财政总收入", [figure("固定资产投资"), figure("财政总收入"), figure("合同外资")])
    assert candidates[0].figure.indicator == "财政总收入"
    assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)
    assert {"asked", "named", "same", "dense", "unit"} <= candidates[0].features.keys()


@pytest.mark.parametrize(("phrase", "meant", "others"), [
    ("固投", "固定资产投资", ("工业投资", "基础设施投资")),
    ("实到外资", "实际利用外资", ("合同外资", "内资")),
    ("规上产值", "规模以上工业总产值", ("规模以上工业增加值", "财政总收入")),
    ("工业有效投资", "工业有效投资", ("工业投资", "固定资产投资")),
    ("工业投资", "工业投资", ("工业有效投资", "工业技改投资")),
    ("税收收入", "税收收入", ("财政总收入", "一般公共预算收入")),
])
def test_the_meant_indicator_comes_before_those_that_look_like_it(
    phrase: str, meant: str, others: tuple[str, ...]
) -> None:
    assert best(phrase, [*map(figure, others), figure(meant)]) == meant


def test_another_known_indicator_scores_far_below_the_same_one() -> None:
    candidates = LINKER.link("合同外资", [figure("合同外资"), figure("实际利用外资")])
    scores = {c.figure.indicator: c.score for c in candidates}
    assert scores["合同外资"] - scores["实际利用外资"] > 3


def test_the_unit_asked_for_decides_between_two_figures_of_one_name() -> None:
    figures = [figure("亿元以上项目", "9", "个", id="count"), figure("亿元以上项目", "46.8", "亿元", id="amount")]
    assert LINKER.link("亿元以上项目", figures, unit="个")[0].figure.id == "count"
    assert LINKER.link("亿元以上项目", figures, unit="亿元")[0].figure.id == "amount"


def test_growth_is_looked_for_where_growth_is_printed() -> None:
    grown = figure("财政总收入", id="grown", growth=Decimal("9.1"), growth_unit="%")
    figures = [figure("财政总收入", id="bare"), grown]
    assert LINKER.link("财政总收入", figures, aspect=Aspect.GROWTH)[0].figure.id == "grown"


def test_a_share_is_no_value() -> None:
    figures = [figure("高新技术产业投资", "32.4", "%", kind=FigureKind.SHARE, id="share"),
               figure("高新技术产业投资", "16.5", id="value")]
    assert LINKER.link("高新技术产业投资", figures)[0].figure.id == "value"
    assert LINKER.link("高新技术产业投资", figures, aspect=Aspect.SHARE)[0].figure.id == "share"


def test_the_zone_itself_comes_before_its_parts_unless_a_part_is_asked_for() -> None:
    figures = [figure("工业投资", scope="东湖片区"), figure("工业投资"), figure("工业投资", scope="西山片区")]
    assert best("工业投资", figures) == "工业投资"
    assert best("西山片区工业投资", figures, scopes=["西山片区"]) == "西山片区工业投资"


@pytest.mark.parametrize(("phrase", "meant", "other"), [
    ("开工人才公寓", "开工的人才公寓", "竣工的人才公寓"), ("竣工标准厂房", "标准厂房竣工", "标准厂房开工"),
    ("省级研发机构", "省级研发机构", "市级研发机构"), ("出让工业用地", "出让工业用地", "征收工业用地"),
    ("二期投资", "二期投资", "一期投资"),
])
def test_words_that_exclude_one_another_decide(phrase: str, meant: str, other: str) -> None:
    assert best(phrase, [figure(other, unit="套"), figure(meant, unit="套")]) == meant


def test_a_stock_is_not_what_one_year_added() -> None:
    figures = [figure("高新技术企业", "15", "家", scope="新增"), figure("高新技术企业", "61", "家", scope="累计")]
    assert best("高新技术企业", figures, stock=True) == "累计高新技术企业"
    assert best("新增高新技术企业", figures) == "新增高新技术企业"


def test_what_was_cited_just_before_is_preferred() -> None:
    figures = [figure("投资", id="far", start=900, end=910), figure("投资", id="near", start=100, end=110)]
    assert LINKER.link("投资", figures, near=[("r", 80, 150)])[0].figure.id == "near"


def test_words_that_only_the_sentence_says_help() -> None:
    figures = [figure("投资", id="a"), figure("投资", id="b")]
    contexts = {"a": "城北水厂投资10亿元", "b": "轨道电机项目投资10亿元"}
    assert LINKER.link("轨道电机投资", figures, contexts=contexts)[0].figure.id == "b"


def test_scores_do_not_depend_on_the_order_of_the_figures() -> None:
    figures = [figure("财政总收入"), figure("固定资产投资"), figure("工业投资", scope="东湖片区")]

    def scores(order: list[Figure]) -> dict[str, float]:
        return {c.figure.id: round(c.score, 4) for c in Linker(ToyEmbedding()).link("财政收入", order)}

    assert scores(figures) == scores(figures[::-1])


def test_scores_do_not_depend_on_what_was_asked_before() -> None:
    figures = [figure("财政总收入"), figure("固定资产投资"), figure("工业投资", scope="东湖片区")]
    linker = Linker(ToyEmbedding(), lambda: [(f.scope, f.indicator) for f in figures])
    first = [(c.figure.id, c.score) for c in linker.link("工业投资", figures[2:])]
    linker.link("财政收入", figures)
    linker.link("一般公共预算收入", [figure(f"{n}号收入") for n in range(20)])
    assert [(c.figure.id, c.score) for c in linker.link("工业投资", figures[2:])] == first


def test_a_weight_is_the_same_in_whatever_order_its_parts_come() -> None:
    names = [("", f"{a}{b}收入") for a in "甲乙丙丁戊己庚" for b in ("总", "净", "税")]
    table = NameTable(ToyEmbedding(), lambda: names)
    grams = sorted(set().union(*(bigrams(n) for _, n in names)))
    orders = (grams, grams[::-1], grams[1::2] + grams[::2], sorted(grams, key=lambda g: g[-1]))
    assert len({table.weight(order) for order in orders}) == 1


def test_a_name_is_embedded_once() -> None:
    table = NameTable(ToyEmbedding())
    rows = [table.add("", "财政总收入"), table.add("", "固定资产投资"), table.add("", "财政总收入")]
    assert rows == [0, 1, 0]
    assert table.dense("财政总收入", rows)[0] == table.dense("财政总收入", rows)[2] > 0.99


@pytest.mark.parametrize(("unit", "measures"), [
    ("亿元", "元"), ("万元", "元"), ("亿", "元"), ("万美元", "外币"), ("亿美元", "外币"), ("人", "人"), ("人次", "人"),
    ("家", "个"), ("个", "个"), ("项", "个"), ("%", "%"), ("个百分点", "%"), ("", ""),
])
def test_units_are_compared_by_what_they_measure(unit: str, measures: str) -> None:
    assert dimension(unit) == measures


def test_names_are_compared_in_a_folded_form() -> None:
    assert fold("《石堰片区》（Ａ区）、１２亿元") == fold("石堰片区A区12亿")
    assert bigrams("固投18年rd") == {"固投", "18", "年", "rd"}


@pytest.mark.parametrize(("phrase", "unit"), [
    ("工业用地出让金收", "元"), ("污水管网铺了多长", "公里"), ("修船厂有多少工人", "人"), ("从业人数", "人"), ("厂房面积", "亩"),
    ("多长时间办完", ""), ("游客多少人次", ""), ("签约项目", ""),
])  # fmt: skip
def test_a_phrase_tells_the_unit_of_what_it_asks(phrase: str, unit: str) -> None:
    assert implied_unit(phrase) == unit

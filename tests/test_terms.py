"""Known indicators in a text, and which of two names mean the same: distinct ones never answer for one another."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.terms import Term, find_terms, relation
from index.glossary import canonical_names, distinct, known_names, rivals


def term(name: str) -> Term:
    [found] = find_terms(name)
    return found


def close(one: str, other: str) -> float:
    return relation(term(one), term(other))


def test_known_names_are_found_where_they_stand() -> None:
    first, second = find_terms("2018年固投和财政总收入各多少")
    assert (first.start, first.end, first.meanings) == (5, 7, ("固定资产投资",))
    assert (second.start, second.end, second.meanings) == (8, 13, ("财政总收入",))


def test_the_longest_name_wins_at_a_place() -> None:
    assert term("工业有效投资").meanings == ("工业有效投资",)
    assert term("规上工业总产值").meanings == ("规模以上工业总产值",)


def test_latin_names_are_found_in_either_case() -> None:
    assert term("gdp").meanings == term("GDP").meanings == ("地区生产总值",)


@pytest.mark.parametrize(("asked", "printed"), [
    ("固投", "固定资产投资"), ("实到外资", "实际利用外资"), ("高企", "国家高新技术企业"), ("GDP", "地区生产总值"),
    ("规上工业总产值", "规模以上工业总产值"), ("技改投资", "工业技改投资"),
])
def test_two_forms_of_one_name_are_the_same_indicator(asked: str, printed: str) -> None:
    assert close(asked, printed) == close(printed, asked) == 1.0


@pytest.mark.parametrize(("asked", "printed"), [
    ("工业有效投资", "工业投资"), ("工业投资", "固定资产投资"), ("工业投资", "基础设施投资"),
    ("合同外资", "实际利用外资"),
    ("财政总收入", "一般公共预算收入"), ("税收收入", "财政总收入"), ("规上工业总产值", "规上工业增加值"),
    ("进出口总额", "出口"), ("出口", "进口"), ("工业用地", "商住用地"), ("集装箱吞吐量", "货物吞吐量"),
    ("发明专利授权", "有效发明专利"), ("PM2.5", "PM10"), ("营业总收入", "营业收入"), ("新增就业", "从业人员"),
])
def test_names_that_look_alike_and_mean_different_things_never_match(asked: str, printed: str) -> None:
    assert close(asked, printed) == close(printed, asked) == 0.0


def test_a_name_with_more_said_is_near_but_not_the_same() -> None:
    assert 0 < close("新增高新技术企业", "高新技术企业") < 1


def test_a_broad_word_means_several_indicators_the_likeliest_first() -> None:
    assert close("外资", "实际利用外资") > close("外资", "合同外资") > 0
    assert close("合同外资", "外资") < 1  # in print 外资 alone is not known to be 合同外资


def test_whatever_the_glossary_calls_distinct_is_never_the_same() -> None:
    names = set(canonical_names())
    pairs = [(a, b) for a in names for b in rivals(a) & names]
    assert len(pairs) > 100
    assert [pair for pair in pairs if single(*pair) and close(*pair)] == []


def single(*names: str) -> bool:
    return all(len(find_terms(name)) == 1 and len(term(name).meanings) == 1 for name in names)


def test_every_known_form_is_found_whole() -> None:
    lost = [name for name in known_names()
            if len(name) >= 2 and [(t.start, t.end) for t in find_terms(name)] != [(0, len(name))]]
    assert lost == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(sorted(known_names())) | st.text("的和占比年2018、", max_size=4), max_size=6))
def test_terms_are_in_order_without_overlaps(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find_terms(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(t.meanings and text[t.start : t.end] for t in found)


def test_being_distinct_is_mutual() -> None:
    names = canonical_names()[:120]
    assert [pair for pair in combinations(names, 2) if distinct(*pair) != distinct(*reversed(pair))] == []

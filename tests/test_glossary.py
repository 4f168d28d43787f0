"""Promises of the glossary: equal names become one, look-alikes stay apart."""

from __future__ import annotations

import pytest

from index.glossary import (
    aliases,
    broad_meanings,
    canonical_names,
    distinct,
    is_known,
    known_names,
    normalise,
    rivals,
)


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("固投", "固定资产投资"),
        ("GDP", "地区生产总值"),
        ("实到外资", "实际利用外资"),
        ("实际使用外资", "实际利用外资"),
        ("规上工业总产值", "规模以上工业总产值"),
        ("国家高新技术企业", "高新技术企业"),
        ("高企", "高新技术企业"),
        ("财政一般预算收入", "一般公共预算收入"),
        ("R&D经费支出", "研发经费支出"),
        ("技改投资", "工业技改投资"),
        ("社零", "社会消费品零售总额"),
        ("“小升规”", "小升规企业"),
        ("规上工业企业利润", "规模以上工业利润总额"),
        ("税收", "税收收入"),
    ],
)
def test_forms_of_one_indicator_become_one_name(printed: str, canonical: str) -> None:
    assert normalise(printed) == canonical


def test_an_unknown_name_only_loses_its_abbreviations() -> None:
    assert normalise("规上纺织业产值") == "规模以上纺织业产值"
    assert normalise("提高企业效益") == "提高企业效益"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("合同外资", "实到外资"),
        ("工业投资", "工业有效投资"),
        ("工业投资", "固投"),
        ("规上工业增加值", "规上工业总产值"),
        ("财政总收入", "一般预算收入"),
        ("出口", "进出口"),
        ("高企", "科技型中小企业"),
        ("发明专利授权", "有效发明专利"),
        ("签约项目", "开工项目"),
    ],
)
def test_look_alikes_are_known_to_differ(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)
    assert distinct(one, other)
    assert distinct(other, one)


def test_no_form_belongs_to_two_indicators() -> None:
    forms = [form for name in canonical_names() for form in (name, *aliases(name))]
    assert len(forms) == len(set(forms))


def test_equal_names_are_never_listed_as_different() -> None:
    assert not [name for name in canonical_names() if name in rivals(name)]


def test_every_form_leads_to_its_canonical_name() -> None:
    assert not [form for form, name in known_names().items() if normalise(form) != name]
    assert all(is_known(form) for form in known_names())


def test_broad_names_are_canonical() -> None:
    canonical = set(canonical_names())
    assert not [
        m
        for word in ("外资", "投资", "产值", "专利", "出口", "财政收入")
        for m in broad_meanings(word)
        if m not in canonical
    ]
    assert broad_meanings("外资")[0] == "实际利用外资"

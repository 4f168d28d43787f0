"""Members of a group by their names, lists without what the asker names, and causes asked for in a clause of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.allbut import all_but
from assistant.spoken import in_writing
from tests.conftest import last, over

REPORT = """# 檀沅经济开发区2022年工作总结

## 一、全年工作

- 规上工业总产值300.2亿元，增长6.1%。三个主导产业：电子元件、精密模具、休闲食品。
  - 电子元件118.3亿元，增长9.2%。
  - 精密模具97.4亿元，增长3.5%。
  - 休闲食品52.6亿元，下降2.1%。

规上工业企业年底96家，比上年增加8家，其中桐岭41家、芦湾37家、石坞18家。分片区看，桐岭片区产值140.5亿元，芦湾片区102.3亿元，石坞片区只有57.4亿元。

全年完成固定资产投资71.5亿元，下降5.2%。下滑的缘由有三：锦程电子二期推到下一年开工；旧厂房改造完工后没有新项目接上；雨季比常年多出二十天。

受留抵退税影响，一般公共预算收入9.8亿元，下降4.4%。其中，留抵退税减收6200万元，明珠印染搬迁减收2100万元。

——桦科智能仓储一体化项目。总投资21亿元，用地300亩。原定2022年6月竣工，因消防设计变更，加上电力专线没有接通，推迟到2023年5月。

8. 青禾制剂基地总投资12.4亿元，3月9日开工，当年完成投资4.1亿元，预计2024年投产。

9. 汀岳电芯二期总投资8.6亿元，9月26日投产，当年完成投资3.2亿元。

10. 岚舟传感中试线总投资5.2亿元，11月15日开工，当年完成投资0.9亿元。

## 二、存在的问题

对照要求还有不少差距：一是龙头企业不强，产值过50亿元的一家也没有；二是休闲食品企业代工多、新品少，两年连降；三是招商力量薄弱。

对这些问题，我们将逐条整改。

明年必须盯死三件事：一是青禾制剂基地10月点火，二是汀岳电芯二期9月达产，三是芦湾污水厂8月通水。

### 1. 实际利用外资预计达不到目标

主要是两家港资企业增资推后，加上美元结算周期变长。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("rosters"), REPORT, "a.md") as assistant:
        yield assistant


@pytest.mark.parametrize("question", [
    "请写出二〇二二年撑起檀沅经开区的三个支柱产业的名字",
    "招商手册要写檀沅的“三根柱子”，2022年是哪几样", "檀沅2022年总结把哪三个产业算作三大主导？请把名字列全",
])  # fmt: skip
def test_a_counted_group_is_named_in_whatever_words_its_names_are_asked(zone: Assistant, question: str) -> None:
    assert "电子元件、精密模具、休闲食品" in zone.ask(question).text


@pytest.mark.parametrize("question", ["檀沅主要领导交办了三桩2023年须紧盯的硬任务，替我理一理是哪些", "2023年檀沅最要紧的三样活儿是啥"])
def test_so_many_things_to_do_are_told_however_they_are_called(zone: Assistant, question: str) -> None:
    told = zone.ask(question).text
    assert all(thing in told for thing in ("青禾制剂", "汀岳电芯", "污水厂"))


def test_what_each_member_made_is_found_by_the_names_that_are_counted(zone: Assistant) -> None:
    answer = last(zone, "檀沅三大主导产业2022年产值各是多少")
    assert all(number in answer for number in ("118.3", "97.4", "52.6"))
    assert "140.5" not in answer


def test_places_that_a_sentence_names_without_their_kind_are_members_too(zone: Assistant) -> None:
    answer = last(zone, "檀沅2022年底规上工业企业，三个片区各有几家")
    assert all(number in answer for number in ("41家", "37家", "18家"))


def test_a_list_is_told_without_what_the_asker_names(zone: Assistant) -> None:
    answer = last(zone, "檀沅除了龙头企业不强，还有哪些问题")
    assert all(told in answer for told in ("代工多", "招商力量薄弱"))
    assert "龙头企业不强" not in answer


@pytest.mark.parametrize(("question", "whole", "named"), [
    ("2022年除了泵阀和家电，还有哪个主导产业，产值多少？", "2022年各主导产业产值各是多少", ["泵阀", "家电"]),
    ("2022年绿色建材以外的三个行业产值各是多少亿", "2022年四大行业产值各是多少", ["绿色建材"]),
    ("除了东片区，其他两个片区产值各多少", "三大片区产值各是多少", ["东片区"]),
])
def test_what_is_excepted_is_told_apart_from_the_question(question: str, whole: str, named: list[str]) -> None:
    besides = all_but(question)
    assert besides is not None
    assert (besides.whole, besides.named) == (whole, named)


@pytest.mark.parametrize("question", ["2022年除税收外一般公共预算收入是多少", "除了甲集团，其他企业产值合计多少"])
def test_what_is_left_of_a_sum_is_no_list(question: str) -> None:
    assert all_but(question) is None


@pytest.mark.parametrize(("question", "said"), [
    ("檀沅2022年固定资产投资下降，报告列了哪几条缘由", "雨季比常年多出二十天"),
    ("檀沅2022年一般公共预算收入下降，官方给的说法是什么", "减收2100万元"),
    ("檀沅桦科智能仓储项目为什么推迟", "消防设计变更"),
    ("檀沅2022年实际利用外资预计完不成目标，症结何在", "美元结算周期变长"),
    ("檀沅2022年休闲食品产业为什么连续下降", "代工多"),
])
def test_the_cause_is_found_wherever_the_report_goes_on_about_it(zone: Assistant, question: str, said: str) -> None:
    assert said in last(zone, question)


def test_the_list_itself_is_told_and_not_all_that_its_section_says(zone: Assistant) -> None:
    answer = last(zone, "檀沅2022年存在哪些差距")
    assert "招商力量薄弱" in answer
    assert "逐条整改" not in answer


def test_the_problem_of_one_field_is_told_alone(zone: Assistant) -> None:
    answer = last(zone, "檀沅招商力量有什么短板")
    assert "招商力量薄弱" in answer
    assert "龙头企业不强" not in answer


def test_what_has_a_cost_in_a_numbered_item_is_a_project(zone: Assistant) -> None:
    begun = last(zone, "檀沅2022年开工的重点项目有哪些")
    assert all(name in begun for name in ("岚舟传感中试线", "青禾制剂基地"))
    assert "岚舟传感" not in last(zone, "檀沅2022年投产的项目是哪个")


@pytest.mark.parametrize(("question", "plain"), [
    ("2022年出口少了两成，公报把根子归结到什么上？", "2022年出口少了两成，为什么？"),
    ("2022年财政收入没有达标，它自己把账算在哪几笔减收上？", "2022年财政收入没有达标，为什么？"),
    ("2022年产值多少，原因是什么", "2022年产值多少，原因是什么"),
])
def test_a_last_clause_that_asks_for_nothing_but_the_cause(question: str, plain: str) -> None:
    assert in_writing(question, frozenset()) == plain

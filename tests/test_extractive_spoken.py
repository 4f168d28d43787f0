"""Questions as they are spoken: whose report, who builds, what was asked for, why it stuck, each member's figure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Answer, Assistant
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

FIRST = """# 述职报告（2020年度）

述职人：柳汀开发区党工委书记　罗望舒

2021年1月8日

## 一、2020年主要工作

陶瓷、家具、食品三大产业分别完成产值30.5亿元、20.4亿元和10.2亿元。食品产业产值增长2.1%，增速比上年回落，卡在原料涨价。对照年初目标，固定资产投资和出口两项增速分别低3.2和1.5个百分点。主要原因：一是港口停航；二是两家企业搬迁。

汀江大桥预计2021年6月合龙。谈了大半年的华芯封装项目最后去了邻市，根子在于电力容量不够。首批12家企业入驻，其中苇航电气力争在北交所过会。

| 项目名称 | 建设单位 | 总投资（亿元） | 进度 |
| --- | --- | --- | --- |
| 釉面砖改造 | 青窑集团 | 3.2 | 设备安装 |
| 冷链仓库 | 汀港物流 | 1.8 | 4月2日开工 |

## 二、存在的困难

目前主要困难是：堆场不够用；招工难；电价偏高。

## 三、2021年打算

具体抓两件事：把釉面砖改造抓到投产；把冷链仓库建成。

## 四、恳请支持事项

恳请协调110千伏变电站用电指标；

恳请将汀江港纳入省里规划。
"""
SECOND = """柳汀开发区2021年工作总结

编制单位：柳汀开发区经济发展局

2021年，柳汀开发区完成固定资产投资18.2亿元，增长6.1%。汀江大桥5月18日合龙，全长1.2公里。
围绕陶瓷、家具两条链条，全年实施改造项目9个。两条链分别实现产值33.1亿元、21.7亿元。
海铁联运完成5.6万标箱，增长12.0%。
"""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("spoken"), tmp_path_factory.mktemp("spoken-index")
    (reports / "柳汀2020年述职.md").write_text(FIRST, "utf-8")
    (reports / "柳汀2021.txt").write_text(SECOND, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


def said(answer: Answer, *words: str) -> bool:
    return not answer.refused and all(word in answer.text for word in words)


@pytest.mark.parametrize(("question", "words"), [
    ("柳汀2020年的述职报告是谁写的，什么职务", ("罗望舒", "书记")), ("柳汀2020年述职人是谁", ("罗望舒",)),
    ("柳汀2021年总结是哪个单位编的", ("经济发展局",)),
])
def test_whose_report_it_is_stands_at_its_head(spoken: Assistant, question: str, words: tuple[str, ...]) -> None:
    assert said(spoken.ask(question), *words)


@pytest.mark.parametrize(("question", "words"), [
    ("柳汀2020年三大产业产值各多少", ("30.5", "20.4", "10.2")), ("柳汀2020年三个产业及各自产值", ("陶瓷", "30.5", "10.2")),
    ("柳汀2021年两条链产值分别是多少", ("陶瓷", "33.1", "21.7")),
])
def test_every_member_of_a_counted_group_is_told_with_its_figure(
    spoken: Assistant, question: str, words: tuple[str, ...]
) -> None:
    assert said(spoken.ask(question), *words)


@pytest.mark.parametrize("question", [
    "2021年1月柳汀述职时跟省里要哪些支持", "柳汀2020年述职提了哪几条请求", "柳汀2020年的请求事项",
])
def test_what_is_asked_of_those_above_is_a_list(spoken: Assistant, question: str) -> None:
    assert said(spoken.ask(question), "用电指标", "汀江港")


@pytest.mark.parametrize(("question", "words"), [
    ("柳汀2020年碰到哪些困难", ("堆场", "招工", "电价")), ("柳汀2021年重点两件事", ("釉面砖", "冷链")),
])
def test_a_list_is_found_without_a_question_word_for_lists(spoken: Assistant, question: str, words: tuple[str, ...]) -> None:
    assert said(spoken.ask(question), *words)


@pytest.mark.parametrize(("question", "word"), [
    ("柳汀2020年几项主要指标没达到年初目标，原因是什么", "停航"), ("柳汀2020年食品产业增速回落的成因", "原料涨价"),
    ("华芯封装项目咋没谈成", "电力容量"), ("柳汀2020年食品产业怎么就涨得慢了", "原料涨价"),
])
def test_why_is_told_by_how_it_is_asked(spoken: Assistant, question: str, word: str) -> None:
    assert said(spoken.ask(question), word)


@pytest.mark.parametrize(("question", "word"), [
    ("柳汀2020年釉面砖改造由哪家企业建设", "青窑集团"), ("柳汀冷链仓库项目的业主是谁", "汀港物流"),
    ("柳汀2020年拟在北交所过会的企业", "苇航电气"), ("谈了大半年最后跑到邻市的是哪个项目", "华芯"),
])
def test_who_stands_in_a_column_or_in_a_clause(spoken: Assistant, question: str, word: str) -> None:
    assert said(spoken.ask(question), word)


def test_who_asked_of_what_was_told_before_needs_no_name(spoken: Assistant) -> None:
    conversation = spoken.conversation()
    conversation.ask("柳汀2020年釉面砖改造总投资多少")
    assert said(conversation.ask("由哪家企业建设"), "青窑集团")


@pytest.mark.parametrize(("question", "words"), [
    ("柳汀2020年各项目的建设单位分别是谁", ("釉面砖改造：青窑集团", "冷链仓库：汀港物流")),
    ("柳汀2020年困难里第二条是什么", ("招工难",)), ("柳汀2020年哪几项指标没达到目标", ("固定资产投资", "出口")),
    ("柳汀想让省里支持什么", ("用电指标", "汀江港")), ("柳汀2020年突出的短处", ("堆场", "电价")),
    ("柳汀2020年出口增速比目标低1.5个点，咋回事", ("停航",)),
])
def test_what_is_asked_in_passing_is_told_in_words(spoken: Assistant, question: str, words: tuple[str, ...]) -> None:
    assert said(spoken.ask(question), *words)


@pytest.mark.parametrize("question", ["汀江大桥2021年几月几号合龙的", "汀江大桥啥时合龙", "汀江大桥是哪天合龙的？柳汀"])
def test_the_day_it_was_done_goes_before_the_day_that_was_foreseen(spoken: Assistant, question: str) -> None:
    answer = spoken.ask(question)
    assert said(answer, "5月18日")
    assert "6月" not in answer.text


def test_a_height_said_to_be_missed_is_put_right(spoken: Assistant) -> None:
    assert said(spoken.ask("柳汀2021年海铁联运没达到5万标箱，原因何在"), "5.6万标箱", "达到了")

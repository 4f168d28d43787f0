"""Questions for words rather than figures: lists, who, when, why, how; every line of an answer is a report's own."""

from __future__ import annotations

import pytest

from assistant import Answer, Assistant
from tests.citing import torn_citations


def quotes(answer: Answer) -> str:
    return " ".join(citation.quote for citation in answer.citations)


def items(answer: Answer) -> list[str]:
    """The statements of a list, each with its own citation."""
    return [statement.text for statement in answer.statements if statement.citations]


SIX = ("数字领航工程", "园区发展工程", "精品招商工程", "要素集聚工程", "产城融合工程", "政府提升工程")


def test_a_list_is_complete_counted_and_every_item_is_quoted(sample: Assistant) -> None:
    answer = sample.ask("六大工程是哪六大工程")
    assert all(name in answer.text for name in SIX)
    assert "6" in answer.statements[0].text
    assert len(answer.citations) == 6
    assert all(name in citation.quote for name, citation in zip(SIX, answer.citations, strict=True))


@pytest.mark.parametrize(("question", "count", "words"), [
    ("霁岭2018年有哪些问题", 5, ("国家高新区创建", "光电信息产业", "砚池园基础设施", "高层次人才", "部分干部")),
    ("槐渚2019年存在哪些困难和问题", 5, ("工业增长乏力", "外贸形势严峻", "接续不足", "要素瓶颈", "财政收支矛盾")),
    ("鲸浦2018年有哪些困难和不足", 4, ("外部不确定性", "服务业投资下滑", "要素成本偏高", "人才结构性短缺")),
])
def test_problems_are_listed_whole_in_the_order_of_the_report(
    nine: Assistant, question: str, count: int, words: tuple[str, ...]
) -> None:
    answer = nine.ask(question)
    places = [answer.text.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)
    assert len(items(answer)) == count


def test_a_list_in_one_sentence_is_quoted_with_all_its_members(nine: Assistant) -> None:
    answer = nine.ask("2020年鲸浦的六大攻坚是哪些")
    for name in ("项目攻坚", "港口攻坚", "开放攻坚", "创新攻坚", "生态攻坚", "民生攻坚"):
        assert name in answer.text
        assert name in quotes(answer)


@pytest.mark.parametrize(("question", "said"), [
    ("曜岑光电什么时候登陆创业板", "6月8日"), ("沙渚小学哪天启用", "9月1日"), ("泊岚生物基地什么时候奠基", "9月26日"),
    ("槐渚2018年智能传动产业创新服务综合体什么时候列入省级创建名单", "6月28日"), ("疏港大道哪天通车", "12月1日"),
])
def test_a_date_is_said_and_stands_in_the_quote(nine: Assistant, question: str, said: str) -> None:
    answer = nine.ask(question)
    assert said in answer.text
    assert said in quotes(answer)


@pytest.mark.parametrize(("question", "said"), [
    ("谁拿了省政府质量奖", "亿田电器"), ("哪几所学校9月1日开学", "双塔小学"), ("哪些企业入选国家级绿色工厂", "盛泰"),
    ("出让商住土地签了哪两家开发商", "绿地香港"),
])
def test_who_and_which_are_answered_from_the_sentence_that_says_it(
    sample: Assistant, question: str, said: str
) -> None:
    answer = sample.ask(question)
    assert not answer.refused
    assert said in answer.text
    assert said in quotes(answer)


@pytest.mark.parametrize(("question", "said"), [
    ("昕铎传动减速器技改项目为什么延后", "进口磨床到货推迟"), ("蔚岚新材项目为什么暂缓", "规划调整"),
    ("鲸浦2019年海铁联运为什么没达到目标", "铁路支线"),
])
def test_why_is_answered_with_the_reason_that_the_report_gives(nine: Assistant, question: str, said: str) -> None:
    answer = nine.ask(question)
    assert not answer.refused
    assert said in answer.text


def test_what_is_planned_comes_from_the_plan_and_not_from_the_review(nine: Assistant) -> None:
    answer = nine.ask("槐渚2020年打算做什么")
    assert "抓产业转型" in answer.text
    assert "抓安全环保" in answer.text
    assert {citation.report for citation in answer.citations} == {"huaizhu_2019.docx"}


@pytest.mark.parametrize("question", [
    "霁岭2018年有哪些问题", "泊岚生物基地什么时候奠基", "蔚岚新材项目为什么暂缓", "槐渚2020年打算做什么",
])
def test_words_are_quoted_and_never_made_up(nine: Assistant, question: str) -> None:
    answer = nine.ask(question)
    assert torn_citations(answer, nine) == []
    said = "".join(quotes(answer).split())
    for statement in answer.statements:
        if statement.citations:
            body = statement.text.split("：", 1)[-1].rstrip("。；")
            assert "".join(body.split()) in said, statement.text


def test_a_list_repeats_nothing(nine: Assistant) -> None:
    said = items(nine.ask("槐渚2020年打算做什么"))
    assert len(said) == len(set(said))

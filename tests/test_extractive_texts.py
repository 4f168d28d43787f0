"""Questions for words rather than figures: lists, who, when, why, how; every line of an answer is a report's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Answer, Assistant
from assistant.question import normalise_question
from assistant.settings import Settings
from index.building import build
from tests.citing import torn_citations
from tests.conftest import opened


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


WORDS_REPORT = """枫岭开发区2021年工作总结
一、2021年工作回顾
全年完成固定资产投资12.3亿元，增长4.5%。启明机电年产8万台电机项目，总投资3.2亿元，4月6日开工，12月20日点火试车；晨风纸业因排污许可未批停建；云帆物流园受征地拖累，全年只完成投资0.4亿元。
启明机电纳税5200万元，连续三年坐头把交椅。
【没有做到位的地方】
（甲）消费恢复慢于预期。（乙）能耗只下降1.1%，没有完成任务。（丙）两家平台公司还没有整合。
二、2022年工作安排
2022年重点抓四件事：一是建成云帆物流园一期；二是启动老街改造；三是开工第三小学；四是整合平台公司。
（一）稳外贸。组织企业参展不少于8场，新增外贸企业20家。（牵头：商务局，责任人：方知行）
（二）上项目，抓好“三个一”。
1. 一个冷库：投资1.2亿元。
2. 一个检测站：6月启用。
3. 一个交易市场：年底开业。
（牵头：招商局，责任人：陆远舟）
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("words"), tmp_path_factory.mktemp("words-index")
    (reports / "枫岭2021.txt").write_text(WORDS_REPORT, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("枫岭2022年重点抓哪几件事", ("云帆物流园一期", "老街改造", "第三小学", "整合平台公司")),
    ("枫岭2021年有什么没做到位的", ("消费恢复", "能耗", "平台公司")),
    ("枫岭“三个一”是哪三个", ("冷库", "检测站", "交易市场")),
])
def test_a_list_is_told_by_its_lead_its_markers_or_its_name(
    words: Assistant, question: str, said: tuple[str, ...]
) -> None:
    answer = words.ask(question)
    assert not answer.refused
    assert len(items(answer)) == len(said)
    assert all(word in answer.text for word in said)


@pytest.mark.parametrize(("question", "said"), [
    ("枫岭上项目由谁负责", "陆远舟"), ("枫岭稳外贸的牵头单位是哪个", "商务局"), ("枫岭2021年纳税最多的是哪家企业", "启明机电"),
    ("枫岭2021年哪个项目被停了", "晨风纸业"), ("启明机电的电机项目哪天点的火", "12月20日"), ("云帆物流园进度慢是什么缘故", "征地"),
])
def test_who_when_and_why_are_said_with_what_they_are_said_of(words: Assistant, question: str, said: str) -> None:
    answer = words.ask(question)
    assert not answer.refused
    assert said in answer.text
    assert said in quotes(answer)


def test_the_second_of_a_list_is_that_item_alone(words: Assistant) -> None:
    answer = words.ask("枫岭2022年重点抓的第二件事具体是什么")
    assert "老街改造" in answer.text
    assert "第三小学" not in answer.text


def test_a_word_that_stands_nowhere_is_no_answer_but_what_is_near_is_quoted(words: Assistant) -> None:
    answer = words.ask("枫岭2021年为什么撤销了云帆物流园")
    assert answer.refused
    assert "云帆物流园" in quotes(answer)


PHRASED = """临汀经济开发区2021年工作总结

一、2021年工作
综合保税区于7月12日封关运作。跨江大桥主桥于11月29日合龙。固定资产投资下降3.1%，主要是新开工项目接续不足。房地产开发投资21.6亿元，下降18.7%。
青禾光电产值突破百亿元，成为全市首家百亿级民营企业。华铸机械总工程师罗知远获评“省级工匠”。储能电站7月开工，由星澜储能承建。
光学研究院于10月26日揭牌，首批入驻科研人员68人。聚焦电子信息、农机制造、绿色食品三条产业链招商，带动三条产业链产值增长。
港口物流园项目因投资方资金链断裂解除了协议，收回土地260亩。在北京、深圳、慕尼黑设立招商联络处。园区第三小学9月1日开学。高新技术企业达到126家。
"""


@pytest.fixture(scope="module")
def phrased(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A small report for questions that are worded otherwise than it is."""
    reports, index = tmp_path_factory.mktemp("phrased"), tmp_path_factory.mktemp("phrased-index")
    (reports / "临汀2021.txt").write_text(PHRASED, encoding="utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("临汀综保区什么时候封关的", "7月12日"), ("临汀2021年固投怎么会负增长", "接续不足"), ("临汀开发区 首家百亿级民营企业", "青禾光电"),
    ("临汀 省级工匠 2021", "罗知远"), ("临汀2021年储能电站 承建企业", "星澜储能"), ("临汀2021年招商点设在哪几个城市", "慕尼黑"),
    ("临汀2021年哪个项目因为资金链断裂被解约了", "港口物流园"), ("临汀第三小学开学时间", "9月1日"), ("临汀2021年盯的三条产业链是哪三条", "农机制造"),
])
def test_a_sentence_answers_in_whatever_words_it_is_asked_for(phrased: Assistant, question: str, said: str) -> None:
    answer = phrased.ask(question)
    assert not answer.refused
    assert said in answer.text
    assert said in quotes(answer)


@pytest.mark.parametrize(("question", "near"), [
    ("临汀跨江大桥什么时候通车", "合龙"), ("临汀光学研究院院长是谁", "揭牌"), ("临汀2021年房地产投资为什么降", "18.7%"),
])
def test_a_sentence_without_the_date_the_post_or_the_cause_is_quoted_and_is_no_answer(
    phrased: Assistant, question: str, near: str
) -> None:
    answer = phrased.ask(question)
    assert answer.refused
    assert near in quotes(answer)


def test_a_height_that_was_not_reached_is_put_right(phrased: Assistant) -> None:
    answer = phrased.ask("临汀2021年高新技术企业超过200家，靠的是什么")
    assert "没有200家" in answer.text
    assert "126家" in answer.text


def test_those_for_which_is_read_as_which_where_nothing_else_asks() -> None:
    assert normalise_question("引来了那些企业") == "引来了哪些企业"
    assert normalise_question("引来了那些企业有多少人") == "引来了那些企业有多少人"


@pytest.mark.parametrize(("question", "date"), [
    ("曜川变速器项目哪天打的第一根桩", "10月28日"), ("曜川变速器项目什么时候签约", "3月26日"), ("曜川变速器项目何时投产", "2019年6月"),
])
def test_of_several_dates_in_a_sentence_the_one_beside_what_happened_is_said(tmp_path: Path, question: str, date: str) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "songhe_2018.txt").write_text(
        "松河经济开发区2018年工作总结\n一、2018年工作回顾\n大家最关心的曜川变速器项目，总投资42亿元，用地620亩，3月26日签约，"
        "8月11日摘牌拿地，10月28日打下第一根桩，计划2019年6月投产，达产后年产值65亿元。\n", "utf-8"
    )
    build(Settings.load(reports_dir=reports, index_dir=tmp_path / "index"))
    with opened(reports, tmp_path / "index") as assistant:
        assert assistant.ask(question).statements[0].text.startswith(date)


@pytest.mark.parametrize(("question", "plan"), [("2018年主要做了什么", False), ("2019年要做什么", True)])
def test_what_was_mainly_done_is_no_plan(sample: Assistant, question: str, plan: bool) -> None:
    assert ("工业经济稳中有进" not in sample.ask(question).text) is plan

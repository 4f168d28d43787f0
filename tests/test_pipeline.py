"""Assistant keeps its word: places that are there, verdicts, zone and period, threads, generations, errors."""

from __future__ import annotations

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant, Settings
from assistant.extractive.drafting import REFUSAL
from assistant.records import Answer, Statement, VerdictKind
from index.building import build
from index.errors import QuestionError
from index.records import Period
from tests.citing import loose_figures, torn_citations, unverified
from tests.conftest import QUESTION, SAMPLE, opened
from tests.toys import report_text

SAMPLE_QUESTIONS = (
    QUESTION,
    "固定资产投资比一般公共预算收入多多少",
    "工业有效投资占固定资产投资的比重",
    "存在哪些问题",
    "谁拿了省政府质量奖",
    "2017年财政总收入是多少",
    "固投和财政总收入各多少",
)
NINE_QUESTIONS = (
    "槐渚2018年规上工业总产值目标是多少",
    "槐渚2019年工业技改投资完成目标了吗",
    "2018年三个区谁的一般公共预算收入最高",
    "三个区2018年固定资产投资合计多少",
    "鲸浦2017到2019年规上工业总产值走势",
    "槐渚2018年全市规上工业总产值增速是多少",
    "财政总收入是多少",
    "槐渚2020年财政总收入是多少",
    "泊岚生物基地什么时候奠基",
)


# -- the first answer a new user gets -------------------------------------------------------------------------------


def test_the_first_question_of_the_readme_gets_figure_growth_and_the_sentence_they_stand_in(sample: Assistant) -> None:
    answer = sample.ask(QUESTION)
    assert not answer.refused
    assert "22.53亿元" in answer.text
    assert "25.6%" in answer.text
    [citation] = answer.citations
    assert "其中工业有效投资22.53亿元,同比增长25.6%" in citation.quote
    assert citation.report == next(SAMPLE.glob("*.txt")).name
    assert [citation.quote[a - citation.start : b - citation.start] for a, b in citation.marks]


# -- places and verdicts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", SAMPLE_QUESTIONS)
def test_a_quote_is_what_the_report_holds_at_its_place(sample: Assistant, question: str) -> None:
    answer = sample.ask(question)
    assert answer.citations
    assert torn_citations(answer, sample) == []


@pytest.mark.parametrize("question", NINE_QUESTIONS)
def test_quotes_of_every_format_are_what_the_reports_hold(nine: Assistant, question: str) -> None:
    answer = nine.ask(question)
    assert answer.citations
    assert torn_citations(answer, nine) == []


@pytest.mark.parametrize("question", NINE_QUESTIONS)
def test_a_number_with_a_unit_stands_in_a_quote_or_in_a_formula(nine: Assistant, question: str) -> None:
    assert loose_figures(nine.ask(question)) == []


@pytest.mark.parametrize("question", [q for q in SAMPLE_QUESTIONS if "问题" not in q])
def test_verification_supports_every_number_of_an_answer(sample: Assistant, question: str) -> None:
    answer = sample.ask(question)
    assert unverified(answer) == []
    for verdict in answer.verdicts:
        assert answer.text[verdict.start : verdict.end] == verdict.text


def test_a_computed_number_is_marked_as_computed_with_its_formula(sample: Assistant) -> None:
    verdicts = sample.ask("工业有效投资占固定资产投资的比重").verdicts
    [share] = [v for v in verdicts if v.text == "59.9%"]
    assert share.kind is VerdictKind.COMPUTED
    assert "22.53" in share.formula
    assert "37.59" in share.formula
    assert {v.kind for v in verdicts if v.text in ("22.53亿元", "37.59亿元")} == {VerdictKind.SUPPORTED}


def test_a_citation_of_a_pdf_names_the_page_and_one_of_a_text_names_none(nine: Assistant) -> None:
    pages = {c.report: c.page for c in nine.ask("鲸浦2017到2019年规上工业总产值走势").citations}
    assert pages["jingpu_2019.pdf"] == 1
    assert pages["jingpu_2017.txt"] is None


# Zones, years, indicators and endings as users combine them; many of these the reports don't answer.
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    zone=st.sampled_from(["槐渚", "霁岭高新区", "鲸浦", "三个区", "云浦开发区", ""]),
    year=st.sampled_from(["2017年", "2018年", "2019年", "2019年上半年", "2020年", "2016年", "近三年", ""]),
    name=st.sampled_from(["财政总收入", "固投", "规上工业总产值", "实到外资", "高新技术企业", "海铁联运", "GDP"]),
    ending=st.sampled_from(["是多少", "增长多少", "目标是多少", "完成目标了吗", "比上年多多少", "排第几", "怎么样"]),
)
def test_whatever_is_asked_quotes_are_in_their_reports_and_figures_in_quotes_or_formulas(
    nine: Assistant, zone: str, year: str, name: str, ending: str
) -> None:
    answer = nine.ask(zone + year + name + ending)
    assert torn_citations(answer, nine) == []
    assert loose_figures(answer) == []
    assert not answer.refused or answer.text.startswith(REFUSAL)


# -- what a caller may give -----------------------------------------------------------------------------------------


def test_zone_and_period_fill_in_what_a_question_leaves_out(nine: Assistant) -> None:
    zone = next(z for z in nine.facts.zones.zones if z.startswith("鲸浦"))
    assert "86.3亿元" in nine.ask("财政总收入是多少", zone=zone, period="2018").text
    half = nine.ask("一般公共预算收入是多少", zone="霁岭高新区", period=Period.half(2019, 1))
    assert "8.05亿元" in half.text
    assert "15.5亿元" not in half.text


def test_what_a_question_says_itself_wins_over_zone_and_period(nine: Assistant) -> None:
    answer = nine.ask("槐渚2017年财政总收入是多少", zone="霁岭高新区", period="2019")
    assert "9.84亿元" in answer.text


def test_an_answer_as_json_has_the_keys_that_the_shell_promises(sample: Assistant) -> None:
    said = sample.ask(QUESTION).as_dict()
    assert {"question", "answer", "refused", "citations", "verdicts", "seconds"} <= said.keys()
    assert {"report", "quote", "start", "end", "heading"} <= said["citations"][0].keys()
    assert said["question"] == QUESTION
    assert said["refused"] is False
    assert 0 < said["seconds"] < 60


def test_the_body_is_its_statements_and_the_marked_form_adds_nothing_but_numbers(sample: Assistant) -> None:
    answer = sample.ask("固投和财政总收入各多少")
    assert answer.text == "".join(s.text for s in answer.statements)
    assert answer.marked.replace("[1]", "").replace("[2]", "") == answer.text
    assert "[1]" in answer.marked


def test_every_stage_leaves_a_decision_in_the_trace(sample: Assistant) -> None:
    trace = sample.ask(QUESTION).trace
    assert trace
    assert all(step.stage and step.decision for step in trace)


def test_streaming_hands_out_the_statements_and_then_the_same_answer(sample: Assistant) -> None:
    *statements, answer = sample.stream("固投和财政总收入各多少")
    assert isinstance(answer, Answer)
    assert all(isinstance(piece, Statement) for piece in statements)
    assert tuple(statements) == answer.statements == sample.ask("固投和财政总收入各多少").statements


@pytest.mark.parametrize("question", ["", "   ", "？？？", "\n\t", "\u200b"])
def test_a_question_without_a_word_is_none(sample: Assistant, question: str) -> None:
    with pytest.raises(QuestionError, match="空") as caught:
        sample.ask(question)
    assert caught.value.mend


def test_a_question_over_the_limit_is_refused_with_its_length_and_the_limit(sample: Assistant) -> None:
    with pytest.raises(QuestionError, match="2001") as caught:
        sample.ask("多" * 2001)
    assert "2000" in caught.value.mend


def test_a_question_that_raises_leaves_the_conversation_as_it_was(sample: Assistant) -> None:
    conversation = sample.conversation()
    conversation.ask(QUESTION)
    with pytest.raises(QuestionError):
        conversation.ask("")
    assert "25.6%" in conversation.ask("同比呢").text


# -- many at once ---------------------------------------------------------------------------------------------------


def test_many_threads_get_the_answers_that_one_gets(sample: Assistant) -> None:
    alone = {question: sample.ask(question).text for question in SAMPLE_QUESTIONS}
    questions = list(SAMPLE_QUESTIONS) * 4
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: sample.ask(question).text, questions))
    assert together == [alone[question] for question in questions]


async def test_the_async_variants_answer_as_the_others_do(sample: Assistant) -> None:
    first, second = await asyncio.gather(sample.aask(QUESTION), sample.aask("合同外资多少"))
    assert (first.text, second.text) == (sample.ask(QUESTION).text, sample.ask("合同外资多少").text)
    conversation = sample.conversation()
    await conversation.aask(QUESTION)
    assert "25.6%" in (await conversation.aask("同比呢")).text


def test_conversations_know_nothing_of_one_another(nine: Assistant) -> None:
    one, other = nine.conversation(), nine.conversation()
    one.ask("槐渚2017年财政总收入是多少")
    other.ask("鲸浦2018年固定资产投资是多少")
    assert "10.6%" in one.ask("同比呢").text
    assert "7.5%" in other.ask("同比呢").text


# -- opening, closing, growing --------------------------------------------------------------------------------------


def small(folder: Path) -> Settings:
    return Settings.load(reports_dir=folder / "reports", index_dir=folder / "index")


def put(folder: Path, zone: str, year: int, revenue: str) -> None:
    (folder / "reports").mkdir(exist_ok=True)
    (folder / "reports" / f"{zone}{year}.txt").write_text(report_text(zone, year, revenue), encoding="utf-8")


def test_opening_a_folder_indexes_it_and_closing_comes_with_the_block(tmp_path: Path) -> None:
    put(tmp_path, "松河经济开发区", 2021, "21.4")
    with Assistant.open(tmp_path / "reports", settings=small(tmp_path)) as assistant:
        assert "21.4亿元" in assistant.ask("2021年财政总收入是多少").text
    shutil.rmtree(tmp_path / "index")  # nothing holds it any more


def test_an_open_assistant_answers_from_a_report_that_was_added_behind_its_back(tmp_path: Path) -> None:
    put(tmp_path, "松河经济开发区", 2021, "21.4")
    with Assistant.open(tmp_path / "reports", settings=small(tmp_path)) as assistant:
        assert assistant.ask("松河2022年财政总收入是多少").refused
        before = assistant.index.generation
        put(tmp_path, "松河经济开发区", 2022, "23.9")
        build(small(tmp_path))
        assert "23.9亿元" in assistant.ask("松河2022年财政总收入是多少").text
        assert assistant.index.generation > before


def test_a_report_that_was_removed_answers_no_more(tmp_path: Path) -> None:
    put(tmp_path, "松河经济开发区", 2021, "21.4")
    put(tmp_path, "柏溪高新区", 2021, "37.2")
    with Assistant.open(tmp_path / "reports", settings=small(tmp_path)) as assistant:
        assert "37.2亿元" in assistant.ask("柏溪2021年财政总收入是多少").text
        (tmp_path / "reports" / "柏溪高新区2021.txt").unlink()
        build(small(tmp_path))
        assert "37.2" not in assistant.ask("柏溪高新区2021年财政总收入是多少").text


def test_two_assistants_may_read_one_index(sample: Assistant, sample_index: Path) -> None:
    with opened(SAMPLE, sample_index) as second:
        assert second.ask(QUESTION).text == sample.ask(QUESTION).text

"""A model may phrase what was decided: perfect, lying, forgetful or rude, the user gets the same figures."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.llm.sentences import SentenceStream, as_statement
from assistant.pipeline import Assistant
from assistant.records import Answer, Statement, VerdictKind
from assistant.settings import Settings
from index.errors import SettingsError
from tests.conftest import FIXTURES, ROOT
from tests.scripted_llm import ScriptedServer, Step, facts_in, serving

REVENUE = "槐渚经济开发区2018年财政总收入是多少"
SHARE = "槐渚2018年工业投资占固定资产投资的比重"
REASON = "昕铎传动的技改项目2018年为什么比计划晚了（槐渚开发区）"
KEY = "sk-do-not-print-me-4711"


@contextmanager
def asking(fixture_index: Path, *steps: Step, speaker: Callable[[str], str | Step] | None = None,
           **more: object) -> Iterator[tuple[Assistant, ScriptedServer]]:
    with serving(*steps, speaker=speaker) as server:
        settings = Settings.load(reports_dir=FIXTURES / "reports", index_dir=fixture_index, llm_base_url=server.url,
                                 llm_model="scripted", llm_api_key=KEY, **{"llm_timeout_s": 20, **more})
        with Assistant.open(settings=settings) as assistant:
            yield assistant, server


def perfect(prompt: str) -> str:
    return "".join(facts_in(prompt)) if "请根据已核定的事实回答" in prompt else "无"


def unsupported(answer: Answer) -> list[str]:
    return [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]


# -- what the user sees of a perfect and of a lying model ----------------------------------------------------------


@pytest.mark.parametrize("question", [REVENUE, SHARE, REASON, "三个区2018年一般公共预算收入加一块儿是多少"])
def test_a_perfect_model_is_quoted_whole_and_nothing_is_said_twice(fixture_index: Path, question: str) -> None:
    with asking(fixture_index, speaker=perfect) as (assistant, _):
        answer = assistant.ask(question)
        offline = assistant._answer(question, [], None, None, offline=True)[1]
    assert answer.reader == "scripted"
    assert answer.fallback == ""
    assert not unsupported(answer)
    assert answer.text == offline.text


def test_what_a_doubling_is_of_is_said_even_where_the_model_leaves_it_out(fixture_index: Path) -> None:
    question = "槐渚2018年那份报告里，对2020年规上工业总产值提了什么要求"
    with asking(fixture_index, speaker=lambda _: "对2020年规上工业总产值提了翻一番的要求[1]。") as (assistant, _):
        answer = assistant.ask(question)
    assert "2015年" in answer.text


@pytest.mark.parametrize("lie", [
    "槐渚经济开发区2018年财政总收入为999亿元[1]。", "槐渚经济开发区2017年财政总收入为10.78亿元[1]。", "财政总收入为10.78亿元，同比下降9.6%[1]。",
    "财政总收入为10.78亿元[9]。", "宏远智造公司财政总收入为10.78亿元[1]。", "报告中没有提到财政总收入。",
])
def test_a_lie_is_never_shown_and_the_badge_says_so(fixture_index: Path, lie: str) -> None:
    with asking(fixture_index, speaker=lambda _: lie) as (assistant, server):
        answer = assistant.ask(REVENUE)
    assert as_statement(lie).text not in answer.text
    assert "10.78亿元，同比增长9.6%" in answer.text
    assert answer.reader == "offline"
    assert "1 句没有通过核对" in answer.fallback
    assert len(server.requests) == 2, "asked once, and once to mend the sentence"
    assert "没有通过核对" in server.requests[1]["messages"][1]["content"]


def test_a_sentence_that_is_mended_is_shown(fixture_index: Path) -> None:
    def speaker(prompt: str) -> str:
        right = "槐渚经济开发区2018年财政总收入为10.78亿元，同比增长9.6%[1]。"
        return right if "没有通过核对" in prompt else right.replace("10.78", "10.87")

    with asking(fixture_index, speaker=speaker) as (assistant, _):
        answer = assistant.ask(REVENUE)
    assert answer.text == "槐渚经济开发区2018年财政总收入为10.78亿元，同比增长9.6%。"
    assert (answer.reader, answer.fallback) == ("scripted", "")


def test_true_sentences_stay_and_what_they_leave_out_is_added(fixture_index: Path) -> None:
    with asking(fixture_index, speaker=lambda _: "槐渚经济开发区2018年财政总收入为10.78亿元[1]。") as (assistant, _):
        answer = assistant.ask(REVENUE)
    assert answer.text.startswith("槐渚经济开发区2018年财政总收入为10.78亿元。")
    assert "9.6%" in answer.text
    assert answer.reader == "scripted"


def test_a_sentence_without_a_mark_gets_the_citation_its_number_stands_in(fixture_index: Path) -> None:
    with asking(fixture_index, speaker=lambda _: "槐渚经济开发区2018年财政总收入为10.78亿元，同比增长9.6%。") as (assistant, _):
        answer = assistant.ask(REVENUE)
    assert answer.statements[0].citations == (1,)


@pytest.mark.parametrize("question", ["槐渚2018年研发经费花了多少", "桐柏开发区2018年财政总收入是多少", "你能做什么"])
def test_a_refusal_is_decided_and_no_model_is_asked(fixture_index: Path, question: str) -> None:
    with asking(fixture_index, speaker=lambda _: "5亿元[1]。") as (assistant, server):
        answer = assistant.ask(question)
    assert not server.requests
    assert "5亿元。" not in answer.text
    assert answer.reader == "offline"


# -- streaming -------------------------------------------------------------------------------------------------------


def test_a_sentence_is_released_before_the_model_has_finished(fixture_index: Path) -> None:
    step = Step(pieces=("因进口磨床到货推迟，", "该项目于7月12日投产[1]。", "另"), then="hang")
    with asking(fixture_index, step, llm_timeout_s=3) as (assistant, _):
        pieces = assistant.stream(REASON)
        first = next(pieces)
        assert isinstance(first, Statement)
        assert first.text == "因进口磨床到货推迟，该项目于7月12日投产。"
        *_, last = pieces
    assert isinstance(last, Answer)
    assert "没有按时回答" in last.fallback


def test_streamed_statements_are_the_answer(fixture_index: Path) -> None:
    with asking(fixture_index, speaker=perfect) as (assistant, _):
        *statements, answer = assistant.stream(REASON)
    assert isinstance(answer, Answer)
    assert tuple(statements) == tuple(Statement(s.text, s.citations) for s in answer.statements)


@pytest.mark.parametrize("size", [1, 3, 100])
def test_sentences_are_cut_at_their_ends_and_never_in_a_number(size: int) -> None:
    text = "<think>想一想。</think>财政总收入12.35亿元[1]。同比增长9.1%。[2][3]“好。”完！最后"
    stream, found = SentenceStream(), []
    for at in range(0, len(text), size):
        found += stream.feed(text[at:at + size])
    found += stream.finish()
    assert found == ["财政总收入12.35亿元[1]。", "同比增长9.1%。[2][3]", "“好。”", "完！", "最后"]


@pytest.mark.parametrize(("raw", "text", "citations"), [
    ("- **增长9%** [1]，降2%【2、3】。", "增长9%，降2%。", (1, 2, 3)), ("### 结论：好[1][1]。", "结论：好。", (1,)), ("没有标。", "没有标。", ()),
])
def test_marks_and_dressing_are_taken_off_a_sentence(raw: str, text: str, citations: tuple[int, ...]) -> None:
    assert as_statement(raw) == Statement(text, citations)


# -- follow-ups --------------------------------------------------------------------------------------------------------


def test_a_follow_up_that_leads_nowhere_is_worded_anew(fixture_index: Path) -> None:
    def speaker(prompt: str) -> str:
        return "槐渚经济开发区2018年固定资产投资是多少？" if "改写" in prompt else perfect(prompt)

    with asking(fixture_index, speaker=speaker) as (assistant, _):
        talk = assistant.conversation()
        talk.ask(REVENUE)
        answer = talk.ask("投到地上厂房设备那些的钱呢")
    if "按“" in answer.text:
        assert "36.2亿元" in answer.text


def test_a_rewording_may_not_bring_in_another_zone_or_number(fixture_index: Path) -> None:
    from assistant.llm.rewriting import clearer

    for said in ("霁岭高新区2018年固定资产投资是多少？", "槐渚经济开发区2018年固定资产投资是不是88亿元？", "https://evil.example", "你好"):
        with asking(fixture_index, speaker=lambda _, said=said: said) as (assistant, _):
            model = assistant._model
            assert model is not None
            assert clearer("那些钱呢", [REVENUE], model, assistant.facts) is None


# -- what stays out ----------------------------------------------------------------------------------------------------


def test_offline_imports_nothing_of_language_models(fixture_index: Path) -> None:
    code = ("import sys\nfrom assistant.pipeline import Assistant\nfrom assistant.settings import Settings\n"
            f"with Assistant.open(settings=Settings.load(reports_dir={str(FIXTURES / 'reports')!r}, index_dir={str(fixture_index)!r})) as a:\n"
            f"    a.ask({REVENUE!r})\n"
            "print([m for m in sys.modules if m.startswith(('openai', 'llama_index.llms.openai', 'assistant.llm'))])")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_url_without_a_model_name_is_a_settings_error(fixture_index: Path) -> None:
    settings = Settings.load(reports_dir=FIXTURES / "reports", index_dir=fixture_index, llm_base_url="http://127.0.0.1:1/v1")
    with pytest.raises(SettingsError, match="ZONEQA_LLM_MODEL"):
        Assistant.open(settings=settings)


def test_the_key_is_sent_and_never_told(fixture_index: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    body = f'{{"error": {{"message": "Incorrect API key provided: {KEY}", "type": "auth"}}}}'
    for step in (Step(status=401, body=body), Step(status=500, body=body), Step(body=f"{KEY} is no JSON")):
        with asking(fixture_index, step, llm_retries=0) as (assistant, server):
            answer = assistant.ask(REVENUE)
            assert server.keys[0] == f"Bearer {KEY}"
            assert answer.fallback
            told = [repr(answer), str(answer.as_dict()), repr(assistant._model), repr(assistant.settings), str(assistant.settings),
                    assistant.settings.model_dump_json(), repr(vars(assistant))]
            assert not [t for t in told if KEY in t]
    assert KEY not in caplog.text

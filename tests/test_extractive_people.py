"""As people really ask: with a frame, in brackets, two things at once, with a factor left out, in other words for the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.framing import unframed
from assistant.phrases import reworded, thresholds
from assistant.settings import Settings
from assistant.understanding import Understanding
from assistant.zones import ZoneDirectory
from index.building import build
from index.records import Period
from tests.conftest import opened

KNOWN = Understanding(ZoneDirectory(["砀岭化学工业园区", "汀海高新技术产业开发区"]), latest=Period.year(2022))
REPORT = """砀岭化学工业园区2022年工作总结
一、2022年工作回顾
2022年，全区完成税收收入35.2亿元，自然口径下降8.9%，剔除留抵退税因素后增长4.3%。固定资产投资71.5亿元，增长12.1%。
规模以上工业增加值109.8亿元，增长6.9%，增速居全市8个园区第2位。实现进口2.7亿美元，增长18%。
产值过亿元企业126家，过10亿元企业21家，过百亿元企业2家。引进博士71名。中水回用率42.6%。
出让工业用地9宗、面积726亩。锐川化工实现产值84.9亿元，居全区第一。锐川化工缴纳税收6.3亿元。
48个重点项目中，开工43个、竣工26个。万元产值能耗下降3.2%。全区辖区面积118平方公里。
泓光新材料公司营业收入2.2亿元，亏损1860万元。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("people")
    (folder / "reports").mkdir()
    (folder / "reports" / "dangling_2022.txt").write_text(REPORT, "utf-8")
    build(Settings.load(reports_dir=folder / "reports", index_dir=folder / "index"))
    with opened(folder / "reports", folder / "index") as found:
        yield found


@pytest.mark.parametrize(("asked", "left"), [
    ("想写一篇外贸的稿子。砀岭化工园2022年进口多少", "砀岭化工园2022年进口多少"),
    ("准备给县委汇报：砀岭化工园2022年税收收入是多少", "砀岭化工园2022年税收收入是多少"),
    ("听砀岭化工园的同志介绍过2022年情况，那么固定资产投资是多少", "砀岭化工园2022年固定资产投资是多少"),
    ("砀岭2022年从国外买进来的那部分（进口）是多少", "砀岭2022年进口是多少"),
    ("砀岭2022年税收收入是多少", "砀岭2022年税收收入是多少"),
])
def test_what_frames_a_question_is_no_part_of_it(asked: str, left: str) -> None:
    assert unframed(asked, KNOWN) == left


def test_a_bracket_behind_what_asks_is_left() -> None:
    assert unframed("砀岭2022年跟欧盟做了多少生意（进出口）", KNOWN).endswith("生意(进出口)")


def test_a_word_of_a_name_is_changed_for_one_that_says_the_same() -> None:
    assert "引进博士" in reworded("招博士")
    assert "中水回用率" in reworded("再生水回用率")
    assert not reworded("财政总收入")


@pytest.mark.parametrize(("text", "sizes"), [
    ("产值过十亿元企业", {"10"}), ("亿元以上项目", {"1"}), ("百亿企业", {"100"}), ("过5亿元企业", {"5"}), ("规上企业", set()),
])
def test_sizes_say_which_things_are_counted(text: str, sizes: set[str]) -> None:
    assert thresholds(text) == sizes


@pytest.mark.parametrize(("question", "told"), [
    ("砀岭化工园2022年剔除留抵退税后税收增长多少", ["增长4.3%"]),
    ("砀岭化工园2022年税收自然口径变化多少", ["下降8.9%"]),
    ("砀岭化工园2022年产值上十亿的企业有多少家", ["21家"]),
    ("砀岭化工园2022年招来多少博士", ["71名"]),
    ("砀岭化工园2022年再生水回用的比例是多少", ["42.6%"]),
    ("砀岭化工园2022年工业用地出让了几宗、合计多少亩", ["9宗", "726亩"]),
    ("砀岭化工园2022年规上工业增加值增速是多少，在全市园区里头排第几名", ["6.9%", "第2位"]),
    ("砀岭化工园2022年产值最高的企业是哪家，产值多少，缴了多少税", ["锐川化工", "84.9亿元"]),
    ("砀岭化工园2022年重点项目的开工率、竣工率各是多少", ["89.6%", "54.2%"]),
    ("砀岭化工园2022年泓光新材料公司亏了多少钱", ["1860万元"]),
    ("砀岭化工园2022年税收到底收上来多少", ["35.2亿元"]),
])
def test_answers(assistant: Assistant, question: str, told: list[str]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused, answer.text
    assert all(piece in answer.text for piece in told), answer.text


def test_a_growth_is_told_once(assistant: Assistant) -> None:
    assert assistant.ask("砀岭化工园2022年固定资产投资多少，增速多少").text.count("12.1%") == 1


@pytest.mark.parametrize("question", ["砀岭化工园2022年恒达科技营业收入是多少", "砀岭化工园2022年产值过50亿元的企业有几家"])
def test_another_firm_or_size_is_not_meant(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).refused

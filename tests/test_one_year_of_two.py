"""Behind two years set side by side: what a question of another number is of, and what is listed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from assistant.completing import completed
from assistant.inheriting import inherit
from assistant.question import understand
from assistant.records import Aspect
from tests.conftest import last, over

NOW = """# 淙埠经济开发区2022年工作总结

全年出口27.5亿元，下降4.4%。一般公共预算收入14.6亿元，增长3.9%。年末高新技术企业96家，完成年度目标110家的87.3%，主要是复审没有通过的偏多。
规上工业企业141家。工业投资52.3亿元，增长9.6%。签约项目3个，分别为岚砥轴承项目、霁坞光纤项目和松陂制剂项目。
"""

BEFORE = """# 淙埠经济开发区2021年工作总结

全年出口28.77亿元，增长6.1%。一般公共预算收入14.05亿元，增长5.2%。年末高新技术企业83家。规上工业企业133家。工业投资47.7亿元，增长7.7%。

2022年目标：高新技术企业110家。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("one-year"), NOW, "淙埠2022.md", 淙埠2021=BEFORE) as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "told", "untold"), [
    ("淙埠2021年和2022年出口各多少||规上工业企业有多少家", "141家", "133家"),
    ("比一下淙埠2022年目标和2021年完成的高新技术企业数||实际做到了多少", "96家", "83家"),
    ("淙埠出口2022年比2021年降了多少||财政收入跌了多少", "并没有下降，增长3.9%", "14.05亿元"),
    ("淙埠2021年和2022年工业投资各多少||破没破50亿", "对，报告中是52.3亿元", "47.7亿元"),
    ("淙埠2022年高企目标是多少||为什么没完成||工业投资多少", "52.3亿元", "没有指明年份"),
    ("淙埠2022年出口增速是多少||把签约的项目列一下", "岚砥轴承项目", "增长"),
])  # fmt: skip
def test_another_number_is_of_the_newer_year(zone: Assistant, talk: str, told: str, untold: str) -> None:
    answer = last(zone, talk).split("来源")[0]
    assert told in answer
    assert untold not in answer


@pytest.mark.parametrize("talk", ["淙埠2021年和2022年出口各多少||工业投资呢", "淙埠2021年和2022年出口各多少||工业投资两年各多少"])
def test_what_is_taken_up_bare_is_of_both_years(zone: Assistant, talk: str) -> None:
    answer = last(zone, talk)
    assert "47.7亿元" in answer
    assert "52.3亿元" in answer


SIGNED = """# 岙泷高新区2022年工作总结

全年签约项目46个，完成年度目标50个的92%，协议总投资172亿元，落地33个，开工24个，投产15个。出口18.6亿元，增长7.7%。
北岙园、东岙园固定资产投资分别为41.5亿元、28.3亿元。

# 2023年工作安排

主要目标：签约项目55个，出口20亿元，固定资产投资增长8%。
"""


@pytest.fixture(scope="module")
def signing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("signing"), SIGNED, "岙泷2022.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("talk", "told"), [
    ("岙泷签约项目多少个||落地了几个", "33个"),
    ("岙泷2022年签约项目多少个||开工了几个||落地呢||投产呢", "15个"),
    ("岙泷2022年签约项目多少个||目标呢||落地了几个", "33个"),
    ("岙泷签约项目多少个||前年呢||落地了几个", "33个"),
    ("岙泷2022年出口多少||明年呢||哪个园的固定资产投资最高", "北岙园"),
])  # fmt: skip
def test_those_signed_at_a_stage_and_a_year_that_is_told(signing: Assistant, talk: str, told: str) -> None:
    assert last(signing, talk).startswith(told)


@pytest.mark.parametrize(("before", "asked", "named"), [
    ("岙泷2022年泷企贷利率是多少", "奖补兑现了多少", "奖补"),
    ("岙泷2022年泷企贷利率是多少", "骏远贷呢", "骏远贷利率"),
])  # fmt: skip
def test_what_has_a_verb_of_its_own_takes_no_noun_over(signing: Assistant, before: str, asked: str, named: str) -> None:
    known = signing.facts.understanding()
    assert completed(understand(asked, known), understand(before, known)) == (named,)


def test_a_goal_behind_a_rate_of_completion_is_an_amount(signing: Assistant) -> None:
    known = signing.facts.understanding()
    before, asked = understand("岙泷2022年签约项目完成率是多少", known), understand("2023年目标呢", known)
    assert inherit(asked, before, keep_indicator=False).aspect is Aspect.VALUE

"""What the talk is of stays its subject: a park, a trade or a project, for as long as no other is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

REPORT = """# 棂溪经济开发区2022年工作总结

## 一、2022年工作回顾

规上工业总产值186.4亿元，增长9.3%。规上工业企业124家。实际使用外资2210万美元，占全市1.7亿美元的13.0%。交付安置房640套。

| 园区 | 规上工业总产值（亿元） | 产值增速（%） | 全口径税收（万元） | 规上工业企业（家） |
|---|---|---|---|---|
| 柏堰园 | 92.6 | 7.1 | 40210 | 63 |
| 岑渡园 | 58.3 | 14.2 | 25630 | 38 |
| 瑶坞园 | 35.5 | 8.8 | 11870 | 23 |

岑渡园增速居首，主要得益于两家电池企业投产。

## 二、2023年工作打算

规上工业总产值增长10%。交付安置房500套。
"""


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("subject"), REPORT) as assistant:
        yield assistant


@pytest.mark.parametrize(("turns", "told"), [
    (["棂溪2022年哪个园产值最高", "第二名是谁", "它的税收是多少", "规上企业有几家"], "38家"),
    (["棂溪2022年哪个园产值最大", "规上企业有几家", "最小的呢"], "瑶坞园"),
    (["棂溪2022年柏堰园产值多少", "岑渡园呢", "哪个增速高"], "岑渡园"),
    (["棂溪2022年实际使用外资多少", "占全市多少"], "13.0%"),
    (["棂溪2022年交付安置房多少套", "2023年计划呢"], "500套"),
])
def test_told(toy: Assistant, turns: list[str], told: str) -> None:
    talk = toy.conversation()
    *_, answer = [talk.ask(turn) for turn in turns]
    assert told in answer.text


def test_the_whole_is_told_where_it_is_named(toy: Assistant) -> None:
    talk = toy.conversation()
    *_, answer = [talk.ask(turn) for turn in ("棂溪2022年哪个园产值最高", "它的税收是多少", "全区规上企业有几家")]
    assert "124家" in answer.text

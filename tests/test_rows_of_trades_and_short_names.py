"""Trades told in one row, who shares in a whole, companies under their short names, and 工业 asked for by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.abbreviated import abbreviations, in_full
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.settings import IndexSettings
from tests.conftest import over

FIRST = """# 槐岑经济开发区2019年工作总结

规上工业总产值240.0亿元，增长5.0%。槐岑精密轴承集团有限公司完成产值25.0亿元。
"""

SECOND = """# 槐岑经济开发区2020年工作总结

规上工业增加值60.0亿元，增长4.2%。规上工业总产值260.0亿元，增长6.0%。固定资产投资52.0亿元，增长8.0%，其中工业投资31.0亿元，增长19.0%。社会消费品零售总额22.0亿元，增长5.1%。
分行业看，轴承制造业完成产值80.0亿元，增长7.0%；纺织产业完成50.0亿元，增长9.1%，增幅居四大产业之首；建材及石材业止跌回升，完成42.0亿元，增长1.3%；日用化工业完成30.0亿元，增长3.3%。
槐岑精密轴承集团有限公司（以下简称槐轴集团）实现产值28.0亿元，增长12.0%。
轴承和纺织两个行业占规上工业产值的50.0%，抗风险能力不强。槐轴集团被评为绿色工厂。

## 2021年打算

轴承产业年新增产值4.4亿元，槐轴集团二期投产后新增产值3.3亿元。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("rows"), SECOND, "槐岑2020.md", 槐岑2019=FIRST) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("槐岑2020年哪个产业增长最慢", "建材及石材业增速最低"),
        ("槐岑2020年哪个产业产值最低", "日用化工业最低"),
        ("槐岑2020年槐轴集团产值占轴承制造业比重", "35%"),
        ("槐轴集团2019年产值", "25.0亿元"),
        ("槐岑2020年轴承和纺织合计占比", "50.0%"),
        ("槐岑2020年社零增速快还是工业增速快", "社会消费品零售总额更快"),
        ("槐岑2020年工业增速", "增长4.2%"),
        ("槐岑2020年工业投资增速", "增长19.0%"),
    ],
)
def test_what_is_asked_of_trades_firms_and_industry(zone: Assistant, question: str, said: str) -> None:
    assert zone.ask(question).text.startswith(said)


def test_industry_behind_another_answer_is_of_what_was_told(zone: Assistant) -> None:
    talk = zone.conversation()
    assert talk.ask("槐岑2020年固定资产投资是多少").text.startswith("52.0亿元")
    assert talk.ask("里面工业的呢").text.startswith("31.0亿元")


def told(folder: Path, text: str) -> dict[str, tuple[str, str]]:
    (folder / "r.md").write_text("# 槐岑经济开发区2020年工作总结\n\n" + text, "utf-8")
    report = read_report(folder / "r.md", root=folder, settings=IndexSettings())
    return {f.value_text: (f.scope, f.indicator) for f in extract_figures(report, outline(report))}


def test_a_trade_that_ends_in_chemistry_is_not_parted(tmp_path: Path) -> None:
    found = told(tmp_path, "分行业看，轴承制造业完成产值80.0亿元；果品加工业产值12.5亿元；日用化工业完成30.0亿元。\n")
    assert found["12.5亿元"] == ("果品加工业", "产值")
    assert found["30.0亿元"] == ("日用化工业", "产值")


def test_what_else_is_told_of_a_trade_keeps_its_own_name(tmp_path: Path) -> None:
    found = told(tmp_path, "轴承产业产值31亿元；石材加工业企稳回升，完成投资18亿元。签约项目两个，产业链占地12亩。\n")
    assert found["31亿元"] == ("轴承产业", "产值")
    assert found["18亿元"][1] == "完成投资"


def test_those_that_share_are_named(tmp_path: Path) -> None:
    found = told(tmp_path, "轴承、纺织和建材三个产业占规上工业产值的61.2%。全区两个行业下滑。\n")
    assert found["61.2%"] == ("轴承、纺织和建材三个产业", "占规上工业产值")
    assert "三个" not in found


def test_a_short_name_is_taken_from_the_full_one() -> None:
    owner = "槐岑精密轴承集团有限公司"
    measures = {owner: frozenset({"产值"})}
    names = abbreviations([f"{owner}（以下简称“槐轴集团”）投产。"], measures)
    assert in_full("槐轴集团产值多少", names) == f"{owner}产值多少"
    assert in_full("槐轴集团被评为什么", names) == "槐轴集团被评为什么"
    assert abbreviations([f"{owner}（以下简称平台公司）投产。"], measures) == {}

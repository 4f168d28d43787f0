"""Which of a zone's parks, trades and projects has the most; lists of them by whatever indicator; what was cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.settings import IndexSettings
from tests.conftest import over

REPORT = """# 柘埠高新技术产业开发区2017年工作总结

## 一、2017年工作回顾

全年固定资产投资98.4亿元，增长11.2%，其中工业投资61.3亿元，基础设施投资22.6亿元，房地产开发投资14.5亿元。
岚东科技园、汊西工业园、青岑生态园营业总收入分别为210.5亿元、168.3亿元、88.7亿元，固定资产投资分别为36.1亿元、42.8亿元、19.5亿元。
先进陶瓷、智能电气、生物医药三大主导产业产值分别为120.6亿元、98.4亿元、50.3亿元，同比分别增长13.5%、10.2%和4.1%。
签约项目52个，其中亿元以上项目31个、10亿元以上项目4个。行政审批事项由136项精简到92项。
昀瓷片式电容项目总投资22.6亿元，占地318亩；骧电智能配电项目总投资9.8亿元，占地142亩；沛生疫苗佐剂项目总投资6.5亿元，占地90亩。
孵化面积24万平方米，在孵企业300家。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("which"), REPORT, "柘埠2017.md") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "begins", "told"),
    [
        ("柘埠2017年哪个园区固投最多", "汊西工业园", "42.8亿元"),
        ("柘埠2017年哪个园区营业总收入最低", "青岑生态园", "88.7亿元"),
        ("柘埠2017年哪个产业产值最高", "先进陶瓷", "120.6亿元"),
        ("柘埠2017年哪个产业增速最慢", "生物医药", "4.1%"),
        ("柘埠2017年总投资最大的项目是哪个", "昀瓷片式电容项目", "22.6亿元"),
        ("柘埠2017年哪个项目总投资最小", "沛生疫苗佐剂项目", "6.5亿元"),
        ("柘埠2017年占地最多的项目是哪个", "昀瓷片式电容项目", "318亩"),
        ("柘埠2017年固投里哪一块最少", "房地产开发投资", "14.5亿元"),
        ("柘埠2017年三个园区营业总收入合计多少", "合计467.5亿元", "88.7亿元"),
        ("柘埠2017年行政审批事项精简了多少项", "减少44项", "136"),
        ("柘埠2017年在孵企业平均孵化面积多少平方米", "平均每家约800平方米", "24万平方米"),
    ],
)
def test_it_is_told_first(zone: Assistant, question: str, begins: str, told: str) -> None:
    text = zone.ask(question).text
    assert text.startswith(begins), text
    assert told in text


@pytest.mark.parametrize(
    "name", ["营业总收入", "财政总收入", "利润总额", "地区生产总值", "技改投资", "实际利用外资", "到位资金", "规上工业企业", "从业人员"]
)
def test_the_last_of_a_list_leaves_the_whole_indicator_to_all(tmp_path: Path, name: str) -> None:
    report = tmp_path / "柘埠开发区2017年工作总结.txt"
    unit = {"规上工业企业": "家", "从业人员": "人"}.get(name, "亿元")
    report.write_text(f"柘埠开发区2017年工作总结\n\n岚东园、汊西园、青岑园{name}分别为21{unit}、16{unit}、8{unit}。\n", "utf-8")
    read = read_report(report, root=tmp_path, settings=IndexSettings())
    assert [(f.scope, f.indicator) for f in extract_figures(read, outline(read))] == [(s, name) for s in ("岚东园", "汊西园", "青岑园")]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "进出口总额占全市318.6亿元的26.0%，占比提高1.8个百分点。",
            [("全市", "进出口总额", "318.6亿元"), ("进出口总额", "占全市进出口总额", "26.0%")],
        ),
        ("工业投资受项目接续不足影响，同比下降2.7%。", [("", "工业投资", "")]),
        (
            "规上工业企业达到217家，其中产值超10亿元的九家、超50亿元的两家。",
            [("", "规上工业企业", "217家"), ("产值超10亿元", "规上工业企业", "九家"), ("产值超50亿元", "规上工业企业", "两家")],
        ),
    ],
)
def test_figures_bear_their_own_names(tmp_path: Path, sentence: str, figures: list[tuple[str, str, str]]) -> None:
    report = tmp_path / "柘埠开发区2017年工作总结.txt"
    report.write_text(f"柘埠开发区2017年工作总结\n\n{sentence}\n", "utf-8")
    read = read_report(report, root=tmp_path, settings=IndexSettings())
    assert [(f.scope, f.indicator, f.value_text) for f in extract_figures(read, outline(read))] == figures

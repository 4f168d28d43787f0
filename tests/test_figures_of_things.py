"""What only one thing has is of the thing that is named before it, whatever stands between; what anybody may have stays the zone's."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.records import Figure
from index.settings import IndexSettings


def _figures(tmp_path: Path, said: str) -> list[Figure]:
    report = tmp_path / "淞埠开发区2023年工作总结.txt"
    report.write_text(f"淞埠开发区2023年工作总结\n\n一、主要工作\n\n{said}\n", "utf-8")
    read = read_report(report, root=tmp_path, settings=IndexSettings())
    return extract_figures(read, outline(read))


@pytest.mark.parametrize(
    ("said", "who", "numbers"),
    [
        ("澧帆药业在北交所挂牌，首发募资6.4亿元，全区上市公司增至5家。", "澧帆药业", {"6.4亿元"}),
        ("2023年4月6日，岚钰轴承股份有限公司在深圳证券交易所创业板上市，募集资金8.1亿元。", "岚钰轴承股份有限公司", {"8.1亿元"}),
        ("岚钰轴承（与岚钰电机不是一家）9月在科创板上市，募资净额3.3亿元。", "岚钰轴承", {"3.3亿元"}),
        ("汀溪第三小学8月28日开学，36个班，提供学位1620个。", "汀溪第三小学", {"1620个"}),
        ("澄湾路4.1公里11月建成通车，投资2.3亿元。", "澄湾路", {"2.3亿元"}),
        ("2021年签下的岚澈铝箔项目2023年3月8日正式开工，总投资16亿元，当年完成投资3.6亿元。", "岚澈铝箔项目", {"16亿元", "3.6亿元"}),
        (
            "澄湾大道快速化改造全长9.2公里、总投资12.4亿元，由区建设局牵头，累计完成投资7.7亿元，占总投资的62.1%。",
            "澄湾大道快速化改造",
            {"12.4亿元", "7.7亿元", "62.1%"},
        ),
        ("3. 汀溪铁路专用线，全长4.6公里，总投资2.8亿元。", "汀溪铁路专用线", {"4.6公里", "2.8亿元"}),
        ("——汀溪铁路专用线。全长4.6公里，总投资2.8亿元，5月开工，当年完成投资0.9亿元。", "汀溪铁路专用线", {"4.6公里", "2.8亿元", "0.9亿元"}),
        (
            "——汀溪标准厂房二期。总投资4.1亿元，建筑面积9.6万平方米，6月竣工，已入驻企业14家，入驻率71%。",
            "汀溪标准厂房二期",
            {"4.1亿元", "9.6万平方米", "14家", "71%"},
        ),
        (
            "——岚澈车轴项目。岚澈重装集团实施，总投资9.4亿元，当年完成投资2.6亿元，达产后年新增产值17亿元。",
            "岚澈车轴项目",
            {"9.4亿元", "2.6亿元", "17亿元"},
        ),
        ("岚澈电池项目今年终于进场，总投资由32亿元追加到38亿元。", "岚澈电池项目", {"32亿元", "38亿元"}),
        ("汀溪污水处理厂扩建后，日处理能力由3万吨提高到5万吨。", "汀溪污水处理厂", {"3万吨", "5万吨"}),
        ("拖后腿的是岚澈柔性显示模组：外方工程师来不了，累计投资只占总投资的28.4%。", "岚澈柔性显示模组", {"28.4%"}),
        ("全长3.8公里的澄湾大道南延总投资5.2亿元，当年完成1.6亿元。", "澄湾大道南延", {"5.2亿元", "1.6亿元"}),
    ],
)
def test_what_only_a_thing_has_is_of_the_thing_named_before(tmp_path: Path, said: str, who: str, numbers: set[str]) -> None:
    told = {f.value_text: f.scope for f in _figures(tmp_path, said)}
    assert {n for n in numbers if told.get(n, "").startswith(who)} == numbers


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("最让人着急的是岚澈冷链物流园，总投资4.8亿元。", "岚澈冷链物流园"),
        ("还有个岚澈电子的线路板项目，总投资7.4亿元。", "岚澈电子的线路板项目"),
        ("汀溪科创中心由汀溪科投集团建设，建筑面积12.4万平方米，12月竣工。", "汀溪科创中心"),
        ("开工建设汀溪第二水厂，设计规模10万吨/日。", "汀溪第二水厂"),
    ],
)
def test_what_leads_up_to_a_name_or_says_by_whom_is_no_part_of_it(tmp_path: Path, said: str, who: str) -> None:
    assert [f.scope for f in _figures(tmp_path, said)] == [who]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("澧帆药业在北交所挂牌，首发募资6.4亿元，全区上市公司增至5家。", "5家"),
        ("岚澈铝箔项目3月8日开工，总投资16亿元。全年固定资产投资120亿元，增长6%。", "120亿元"),
        ("岚澈铝箔项目3月8日开工，总投资16亿元；全区签约项目42个，协议总投资210亿元。", "210亿元"),
        ("汀溪第三小学8月28日开学，新增学位1620个。\n\n规上工业总产值420亿元，一般公共预算收入21亿元。", "420亿元"),
        ("澄湾路9月28日全线通车，投资2.3亿元，全年新增学位4320个。", "4320个"),
        ("汀溪第三小学8月28日开学，36个班，新增学位1620个。", "1620个"),
    ],
)
def test_what_the_zone_has_is_no_things(tmp_path: Path, said: str, number: str) -> None:
    scope = next(f.scope for f in _figures(tmp_path, said) if f.value_text == number)
    assert not any(name in scope for name in ("澧帆", "岚澈", "汀溪", "澄湾"))


def test_another_thing_in_brackets_is_not_the_one_before(tmp_path: Path) -> None:
    said = "岚澈铝箔二期总投资24.6亿元，3月开工；澄钰风电轴承（东片区，占地142亩，总投资12.8亿元）8月开工，当年完成2.2亿元。"
    told = {f.value_text: f.scope for f in _figures(tmp_path, said)}
    assert not any("岚澈" in told.get(number, "") for number in ("142亩", "12.8亿元", "2.2亿元"))

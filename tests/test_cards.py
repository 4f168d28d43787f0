"""Boards of figures: a number, its name, how it grew, one under the other or side by side, become one card each."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.figures import extract_figures
from index.outline import outline
from index.reading import read_report
from index.reading.cards import Shape, card_rows, shape_of
from index.records import Period, Report
from index.settings import IndexSettings

BOARD = """\
一图读懂漪川临空经济区2021

【壹】 总量
────────────────
412.6亿元
规模以上工业总产值
▲9.4%
完成年度目标103.2%（目标400亿元）

▲8.8%
规模以上工业增加值
高于全市1.1个百分点

21.7亿元
一般公共预算收入
▼2.5%

17.9亿元
其中税收收入
占比82.5%

★ 第4位
全省经开区综合考核
比上年前移3位

【贰】 两个片区
────────────────
  （规模以上工业总产值）

空港核心区      漪南片区
268.3亿元       144.3亿元
▲12.1%          ▲4.7%

【叁】 外贸
────────────────
96.4亿元
进出口总额
▲5.0%
  ├ 58.2亿元  出口  ▲7.3%
  └ 38.2亿元  进口  ▲1.7%

66.8亿元        31个
工业投资        新签约项目
▲13.9%
                其中外资项目6个

9个             14个
10亿元以上      新开工

【肆】 硬项目
────────────────
▲ 52亿元
翎航发动机维修基地
今年投资 11.3亿元
2020年8月开工 → 2022年9月投产
责任单位 航空产业局

【伍】 差距
────────────────
▼2.5%  一般公共预算收入
因→ 航油消费税基数下降

【陆】 2022怎么干
────────────────
→ 455亿元左右
规模以上工业总产值
▲10%左右

→ 力争前3位
全省经开区综合考核
"""


def told(report: Report) -> set[str]:
    return {
        "|".join((f.period.key if f.period else "", f.status.value, f.scope, f.indicator, f.value_text, str(f.growth or "")))
        for f in extract_figures(report, outline(report))
    }


def read(folder: Path, text: str, name: str = "board.txt") -> Report:
    (folder / name).write_text(text, "utf-8")
    return read_report(folder / name, root=folder, settings=IndexSettings())


def test_each_card_of_a_board_is_told_with_its_name_growth_and_notes(tmp_path: Path) -> None:
    report = read(tmp_path, BOARD)
    assert (report.zone, report.period) == ("漪川临空经济区", Period.year(2021))
    rows = told(report)
    assert rows >= {
        "2021|完成||规模以上工业总产值|412.6亿元|9.4",
        "2021|目标||规模以上工业总产值|400亿元|",
        "2021|完成||规模以上工业增加值||8.8",
        "2021|完成||一般公共预算收入|21.7亿元|-2.5",
        "2021|完成||税收收入|17.9亿元|",
        "2021|完成||全省经开区综合考核|第4位|",
        "2021|完成|空港核心区|规模以上工业总产值|268.3亿元|12.1",
        "2021|完成|漪南片区|规模以上工业总产值|144.3亿元|4.7",
        "2021|完成||进出口总额|96.4亿元|5.0",
        "2021|完成||出口|58.2亿元|7.3",
        "2021|完成||进口|38.2亿元|1.7",
        "2021|完成||工业投资|66.8亿元|13.9",
        "2021|完成||新签约项目|31个|",
        "2021|完成||新开工项目|14个|",
        "2021|完成|翎航发动机维修基地|总投资|52亿元|",
        "2021|完成|翎航发动机维修基地|完成投资|11.3亿元|",
        "2021|完成||一般公共预算收入||-2.5",
        "2022|目标||规模以上工业总产值|455亿元|10",
    }
    assert not {row for row in rows if row.startswith("2022|完成")}


def test_what_is_read_of_a_card_stands_in_the_report_as_printed(tmp_path: Path) -> None:
    report = read(tmp_path, BOARD)
    for figure in extract_figures(report, outline(report)):
        quote = report.text[figure.start : figure.end]
        assert (figure.value_text or figure.growth_text) in quote
        assert quote in report.text[figure.sentence_start : figure.sentence_end]
    lines = report.text.splitlines()
    assert "412.6亿元  规模以上工业总产值  ▲9.4%  完成年度目标103.2%（目标400亿元）" in lines
    assert "▲ 52亿元  翎航发动机维修基地  今年投资 11.3亿元  2020年8月开工 → 2022年9月投产  责任单位 航空产业局" in lines
    assert "".join(report.text.split()).replace("|", "") == "".join(BOARD.replace("─", "").split())  # nothing more, nothing less


PAGE = """<html><body><h1>图说菱浦高新区2020年</h1><h2>主要指标</h2>
<div><div>188.5<span>亿元</span></div><div>规上工业总产值</div><div>↑6.2%</div></div>
<div><div>7.3</div><div>亿元</div><div>税收收入</div><div>↓4.0%</div></div>
<div><div>64家</div><div>高新技术企业</div><div>净增11家</div></div>
<h2>招商</h2><p>新签约项目</p><p>27个</p><p>实际到位资金</p><p>33.1亿元</p><p>同比增长</p><p>15.8%</p>
</body></html>"""


def test_number_boxes_of_a_page_are_cards_whichever_stands_first(tmp_path: Path) -> None:
    assert told(read(tmp_path, PAGE, "page.html")) >= {
        "2020|完成||规上工业总产值|188.5亿元|6.2",
        "2020|完成||税收收入|7.3亿元|-4.0",
        "2020|完成||高新技术企业|64家|",
        "2020|完成|净增|高新技术企业|11家|",
        "2020|完成||新签约项目|27个|",
        "2020|完成||实际到位资金|33.1亿元|15.8",
    }


@pytest.mark.parametrize(("rows", "number"), [
    ([["12.4亿元", "8.1亿元"], ["固定资产投资", "工业投资"], ["▲3%", "▲5%"]], 3),
    ([["固定资产投资", "工业投资"], ["12.4亿元", "8.1亿元"], ["13.4亿元", "9.1亿元"]], 0),  # rows of a table
    ([["指标", "2020年", "2021年"], ["税收", "3.1亿元", "3.4亿元"]], 0),
    ([["规上工业总产值（亿元）", "利润总额（亿元）"], ["214.8", "15.9"], ["8.3%↑", "4.7%↓"]], 3),
])
def test_side_by_side_only_numbers_over_names_are_cards(rows: list[list[str]], number: int) -> None:
    assert card_rows(rows) == number


def test_parts_and_items_of_a_board_are_known_by_their_marks(tmp_path: Path) -> None:
    text = (
        "图解菱浦高新区2020年\n\nPART 01 总量\n▶ 固定资产投资 46.2亿元 ↑12.1%\n128个 省市重点项目\n\n"
        "光电信息   |  智能制造  |  生物医药\n312.5亿元  |  201.7亿元 |  88.4亿元\n占45.4%    |  占29.3%   |  占12.8%\n\n"
        "PART 02 2021目标\n固定资产投资 增长8%\n税收收入 50亿元\n"
    )
    assert told(read(tmp_path, text)) >= {
        "2020|完成||固定资产投资|46.2亿元|12.1",
        "2020|完成||省市重点项目|128个|",
        "2020|完成||光电信息|312.5亿元|",
        "2020|完成||生物医药占比|12.8%|",
        "2021|目标||固定资产投资||8",
        "2021|目标||税收收入|50亿元|",
    }


def test_a_legend_says_what_the_marks_of_a_board_mean(tmp_path: Path) -> None:
    text = (
        "图解菱浦高新区2020年\n\n图例 △同比下降 ▲同比增长 →下一年目标\n\n"
        "64家\n高新技术企业\n净增11家\n\n→ 80家\n高新技术企业\n\n7.3亿元\n税收收入\n△4.0%\n\n第2名\n全省考核\n（上年第5名）\n"
    )
    assert told(read(tmp_path, text)) >= {
        "2020|完成||高新技术企业|64家|",
        "2021|目标||高新技术企业|80家|",
        "2020|完成||税收收入|7.3亿元|-4.0",
        "2020|完成||全省考核|第2名|",
        "2019|完成||全省考核|第5名|",
    }


def test_a_project_whose_card_says_what_it_costs_has_all_that_the_card_tells(tmp_path: Path) -> None:
    text = (
        "图解菱浦高新区2020年\n\n一、项目\n泓晖光电模组二期\n总投资 46亿元\n今年投资 15.2亿元\n2019年8月开工 → 2021年6月投产\n责任单位：光电办\n\n"
        "沔江智造小镇\n总投资 28.5亿元\n今年投资 9.3亿元\n\n35个\n签约项目\n"
    )
    rows = told(read(tmp_path, text))
    assert rows >= {"2020|完成|泓晖光电模组二期|总投资|46亿元|", "2020|完成|泓晖光电模组二期|完成投资|15.2亿元|"}
    assert rows >= {"2020|完成|沔江智造小镇|总投资|28.5亿元|", "2020|完成||签约项目|35个|"}


def test_sentences_headings_and_items_are_no_pieces_of_cards() -> None:
    for line in ("全年完成投资12亿元。", "一、总量", "【壹】 总量", "1. 推进项目", "工业投资：43亿元", "2021年1月5日"):
        assert shape_of(line) not in (Shape.NUMBER, Shape.NAME, Shape.CARD)


def test_a_few_short_lines_of_a_report_are_left_as_they_stand(tmp_path: Path) -> None:
    text = "菱浦开发区2019年工作总结\n\n2019年，完成规上工业总产值85.3亿元，增长7.2%。\n\n新开工项目\n23个\n\n菱浦开发区管委会\n2020年1月10日\n"
    assert "新开工项目\n23个\n" in read(tmp_path, text).text

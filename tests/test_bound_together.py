"""Several pieces in one file, each of its own time: reports bound one behind the other, briefs of a year, the days of a chronicle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index.figures import extract_figures
from index.outline import outline
from index.parts import parts
from index.reading import read_report
from index.records import Figure, Report
from index.settings import IndexSettings
from tests.conftest import last, over

BOUND = """棠溆经济开发区工作总结汇编

目录
棠溆经济开发区2019年前三季度工作总结及四季度工作安排
棠溆经济开发区2019年工作总结及2020年工作打算

棠溆经济开发区2019年前三季度工作总结及四季度工作安排
（2019年10月12日）

今年以来，棠溆经济开发区坚持项目为王，主要经济指标保持在合理区间，各项重点工作有序推进，营商环境持续改善，园区面貌有了新的变化。
一、主要指标
规模以上工业总产值212.6亿元，增长7.3%，完成年度目标300亿元的70.9%。固定资产投资58.4亿元，增长9.1%。
新签约项目33个，总投资96.5亿元。入库税收7.82亿元，年度目标11亿元。
二、四季度工作安排
规模以上工业总产值预计全年301亿元左右。四季度新签约项目9个以上，开工项目6个。全力以赴冲刺全年目标任务，确保圆满收官。

棠溆经济开发区2019年工作总结及2020年工作打算
（2020年1月8日）

2019年，棠溆经济开发区上下同心、攻坚克难，圆满完成了全年目标任务，在全市开发区综合考核中名列前茅。
一、主要指标
规模以上工业总产值303.7亿元，增长7.9%。固定资产投资81.2亿元，增长9.6%。入库税收11.24亿元，增长5.5%。新签约项目44个，总投资131.8亿元。
二、存在问题
一是产业层次不高；二是用地指标紧张；三是专业人才不足。
三、2020年工作打算
规模以上工业总产值增长8%左右，固定资产投资增长10%，入库税收12亿元，新签约项目50个，继续保持稳中有进的良好势头。
"""

BRIEFS = """# 浔坞工业园区信息专报（2021年合订本）

## 园区一季度实现良好开局

2021年第3期　2021年4月12日　经济发展局供稿

一季度，园区完成规上工业增加值11.6亿元，增长18.2%。

新引进项目8个，协议投资21.5亿元。

## 稳就业成效明显

2021年第17期　2021年10月20日　人社分局供稿

1—9月，园区城镇新增就业2140人，完成全年目标2600人的82.3%。

举办招聘会17场，提供岗位5200个。

## 2021年主要指标完成情况

2022年第1期　2022年1月18日　经济发展局供稿

规上工业增加值52.3亿元，增长9.4%，城镇新增就业2745人，新引进项目26个。
"""

CHRONICLE = """汀岚高新区2018年大事记

1月9日　召开2018年工作会议，确定全年签约项目60个的目标。

2月6日　举行迎新春签约仪式，签约项目12个，协议总投资38.6亿元。

3月30日　一季度重大项目集中开工，共9个项目，总投资41.2亿元。

5月18日　岚芯传感器产业园开工。项目总投资14.5亿元，占地96亩。

7月22日　遭遇特大暴雨，转移群众830人，21家企业停产。

9月11日　承办全国双创大赛分站赛，吸引参赛团队164支。

12月28日　全年签约项目67个，协议总投资203.4亿元。
"""


def figures(folder: Path, text: str, name: str) -> tuple[Report, list[Figure]]:
    (folder / name).write_text(text, encoding="utf-8")
    report = read_report(folder / name, root=folder, settings=IndexSettings())
    return report, extract_figures(report, outline(report))


def when(found: list[Figure]) -> dict[str, tuple[str, str]]:
    return {f.value_text or f.growth_text: (f.period.key if f.period else "", f.status.value) for f in found}


def test_reports_bound_together_are_each_of_their_own_time(tmp_path: Path) -> None:
    report, found = figures(tmp_path, BOUND, "棠溆总结汇编.txt")
    assert [p.period.key for p in parts(report)[1:] if p.period] == ["2019M1-9", "2019"]
    told = when(found)
    assert told["212.6亿元"] == told["33个"] == told["7.82亿元"] == ("2019M1-9", "完成")
    assert told["300亿元"] == told["11亿元"] == ("2019", "目标")
    assert told["301亿元"] == ("2019", "预计")
    assert told["9个"] == ("2019Q4", "目标")
    assert told["303.7亿元"] == told["44个"] == ("2019", "完成")
    assert told["12亿元"] == told["50个"] == ("2020", "目标")


def test_sections_of_bound_reports_cover_the_text_and_name_their_piece(tmp_path: Path) -> None:
    report, found = figures(tmp_path, BOUND, "棠溆总结汇编.txt")
    sections = outline(report)
    assert [s.start for s in sections[1:]] == [s.end for s in sections[:-1]]
    assert (sections[0].start, sections[-1].end) == (0, len(report.text))
    assert sections[-1].path[0] == "棠溆经济开发区2019年工作总结及2020年工作打算"
    assert all(f.value_text in report.text[f.start : f.end] for f in found if f.value_text)


def test_a_report_whose_parts_name_their_years_is_one(tmp_path: Path) -> None:
    text = "棠溆经济开发区2018年工作总结\n\n2018年工作回顾\n" + "产值增长8%。" * 60 + "\n\n棠溆经济开发区2019年工作打算\n" + "产值增长9%。" * 60
    assert len(parts(figures(tmp_path, text, "棠溆2018.txt")[0])) == 1


def test_a_brief_is_of_the_time_that_its_headline_or_first_words_name(tmp_path: Path) -> None:
    told = when(figures(tmp_path, BRIEFS, "浔坞专报.md")[1])
    assert told["11.6亿元"] == told["8个"] == told["21.5亿元"] == ("2021Q1", "完成")
    assert told["2140人"] == told["17场"] == told["5200个"] == ("2021M1-9", "完成")
    assert told["2600人"] == ("2021", "目标")
    assert told["52.3亿元"] == told["26个"] == ("2021", "完成")


def test_what_happened_on_a_day_is_of_its_month(tmp_path: Path) -> None:
    told = when(figures(tmp_path, CHRONICLE, "汀岚2018.txt")[1])
    assert told["12个"] == told["38.6亿元"] == ("2018M2", "完成")
    assert told["9个"] == told["41.2亿元"] == ("2018Q1", "完成")
    assert told["14.5亿元"] == told["96亩"] == ("2018", "完成")
    assert told["830人"] == told["21家"] == ("2018M7", "完成")
    assert told["67个"] == told["203.4亿元"] == ("2018", "完成")


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("chronicle"), CHRONICLE, "汀岚高新区2018年大事记.txt") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("汀岚高新区2018年签约项目多少个？", "67个"),
    ("汀岚高新区2018年2月签约项目多少个？", "12个"),
    ("汀岚高新区2018年转移群众多少人？", "830人（汀岚高新区2018年7月"),
])  # fmt: skip
def test_a_year_is_asked_for_what_only_one_of_its_days_brought(chronicle: Assistant, question: str, told: str) -> None:
    assert told in last(chronicle, question)

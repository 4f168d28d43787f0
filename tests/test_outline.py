"""Promises of the outline: sections cover the report, and their kind and period come from words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.outline import outline
from index.records import Heading, Period, Report, Section, SectionKind

YEAR = Period.year(2018)
BODY = "全区上下齐心协力，各项工作平稳推进，实现税收收入3.2亿元，同比增长5%，发展基础更加牢固。"


def report(text: str, title: str = "", period: Period | None = YEAR, headings: tuple[Heading, ...] = ()) -> Report:
    return Report("r", "r.txt", text, "txt", title=title, zone="临江开发区", period=period, headings=headings)


def shown(sections: list[Section]) -> list[tuple[tuple[str, ...], SectionKind, str]]:
    return [(s.path, s.kind, s.period.key if s.period else "") for s in sections]


def test_a_title_of_how_the_year_went_makes_no_plan_of_its_key_work() -> None:
    told = report(BODY, title="临江开发区2018年经济运行和重点工作材料")
    planned = report(BODY, title="临江开发区2018年重点工作")
    assert {s.kind for s in outline(told)} == {SectionKind.REVIEW}
    assert {s.kind for s in outline(planned)} == {SectionKind.PLAN}


@given(
    st.lists(
        st.sampled_from(
            [
                "一、回顾",
                "（一）",
                "1.抓项目。",
                BODY,
                "2019年工作思路",
                "",
                "一是强。二是快。",
                "①甲；②乙",
                "第一章 总则",
            ]
        ),
        max_size=14,
    )
)
def test_sections_are_contiguous_and_cover_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    sections = outline(report(text))
    assert "".join(text[s.start : s.end] for s in sections) == text
    assert all(s.start <= s.body_start <= s.end for s in sections)


def test_the_numbering_families_nest() -> None:
    text = f"一、工作回顾\n（一）产业\n1.强链。{BODY}\n2.补链。{BODY}\n（二）项目\n{BODY}\n二、2019年工作打算\n{BODY}"
    assert [s.path for s in outline(report(text))] == [
        ("一、工作回顾",),
        ("一、工作回顾", "（一）产业"),
        ("一、工作回顾", "（一）产业", "1.强链"),
        ("一、工作回顾", "（一）产业", "2.补链"),
        ("一、工作回顾", "（二）项目"),
        ("二、2019年工作打算",),
    ]


def test_a_heading_without_number_is_known_by_its_shape() -> None:
    text = f"一、2018年工作总结\n{BODY}\n2019年工作思路\n{BODY}"
    assert shown(outline(report(text)))[-1] == (("2019年工作思路",), SectionKind.PLAN, "2019")


@pytest.mark.parametrize(
    ("heading", "kind", "period"),
    [
        ("二、存在的主要问题", SectionKind.PROBLEMS, "2018"),
        ("二、目标任务完成情况", SectionKind.REVIEW, "2018"),
        ("二、2019年主要目标和重点工作", SectionKind.PLAN, "2019"),
        ("二、下一步工作打算", SectionKind.PLAN, "2019"),
        ("二、今后五年发展思路", SectionKind.PLAN, "2019"),
        ("二、2018年重点工作开展情况", SectionKind.REVIEW, "2018"),
    ],
)
def test_kind_and_period_come_from_the_words_of_a_heading(heading: str, kind: SectionKind, period: str) -> None:
    sections = outline(report(f"一、工作回顾\n{BODY}\n{heading}\n{BODY}"))
    assert shown(sections)[-1] == ((heading,), kind, period)


def test_the_second_half_follows_a_half_year_report() -> None:
    text = f"一、上半年工作情况\n{BODY}\n二、下半年工作打算\n{BODY}"
    sections = outline(report(text, period=Period.half(2019, 1)))
    assert [(s.kind, s.period) for s in sections] == [
        (SectionKind.REVIEW, Period.half(2019, 1)),
        (SectionKind.PLAN, Period.half(2019, 2)),
    ]


def test_a_text_without_headings_turns_where_its_paragraphs_turn() -> None:
    text = (
        f"{BODY}\n在看到成绩的同时，我们也清醒认识到，园区发展还不平衡，产业层次还不够高。\n"
        "2019年，我们将聚力攻坚，力争税收增长8%。"
    )
    assert [s.kind for s in outline(report(text))] == [SectionKind.REVIEW, SectionKind.PROBLEMS, SectionKind.PLAN]


def test_difficulties_faced_at_the_beginning_are_no_problems_section() -> None:
    text = f"一、工作回顾\n过去一年，我区发展面临多重困难和严峻挑战，全区干部群众迎难而上。\n{BODY}"
    assert {s.kind for s in outline(report(text))} == {SectionKind.REVIEW}


def test_numbered_titles_inside_one_long_paragraph_are_found_in_counting_order() -> None:
    text = "。".join(
        ["全区工作平稳推进", f"一、工业经济稳步增长。{BODY * 5}二、项目建设提速。{BODY * 5}三、民生改善。{BODY}"]
    )
    assert [s.path[-1:] for s in outline(report(text))][1:] == [
        ("一、工业经济稳步增长",),
        ("二、项目建设提速",),
        ("三、民生改善",),
    ]


def test_items_of_one_paragraph_are_no_headings_over_one_another() -> None:
    text = f"（一）产业\n一是强链条。{BODY}二是抓项目。{BODY}"
    assert [s.path for s in outline(report(text))] == [("（一）产业",)]


def test_headings_given_by_the_format_are_taken() -> None:
    text = f"临江开发区年度报告\n产业发展\n{BODY}"
    sections = outline(report(text, title="临江开发区年度报告", headings=(Heading(0, 9, 1), Heading(10, 14, 2))))
    assert [s.path for s in sections] == [(), ("产业发展",)]


def test_a_title_that_only_plans_makes_a_plan() -> None:
    (section,) = outline(report(BODY, title="临江开发区2020年工作要点", period=Period.year(2020)))
    assert (section.kind, section.period) == (SectionKind.PLAN, Period.year(2020))


def test_a_plan_that_opens_with_what_was_done_and_what_was_lacking_tells_of_the_year_before() -> None:
    text = (
        "2018年，全区实现税收收入6.9亿元，增长18.2%；规上工业企业112家，比上年多9家。这些成绩为今年工作打下了基础。\n"
        "同时也要看到，亩均税收只有7.6万元，低于全省平均水平。\n"
        "一、总体要求\n2019年税收收入增长9%。\n"
    )
    sections = outline(report(text, title="临江开发区2019年工作要点"))
    kinds = [(s.kind, s.period.key if s.period else "") for s in sections]
    assert kinds[:2] == [(SectionKind.REVIEW, "2018"), (SectionKind.PROBLEMS, "2018")]
    assert kinds[-1] == (SectionKind.PLAN, "2019")


@pytest.mark.parametrize(
    ("title", "kind", "period"),
    [
        ("7 2019年目标与安排", SectionKind.PLAN, "2019"),
        ("6 困难与不足", SectionKind.PROBLEMS, "2018"),
        ("2.1 下一步工作打算", SectionKind.PLAN, "2019"),
        ("3 通道与港区", SectionKind.REVIEW, "2018"),
    ],
)
def test_a_bare_number_before_a_heading_says_nothing_of_its_kind(title: str, kind: SectionKind, period: str) -> None:
    text = f"1 主要指标\n{BODY}\n{title}\n{BODY}"
    at = text.index(title)
    found = outline(report(text, headings=(Heading(0, 6, 2), Heading(at, at + len(title), 2))))
    assert shown(found)[-1] == ((title,), kind, period)


def test_sections_stand_between_chapters_and_numbered_parts() -> None:
    text = f"第一章 2018年总结\n第一节 工业\n一、产值\n{BODY}\n第二节 外贸\n{BODY}\n第二章 2019年打算\n{BODY}"
    assert [s.path for s in outline(report(text))] == [
        ("第一章 2018年总结",),
        ("第一章 2018年总结", "第一节 工业"),
        ("第一章 2018年总结", "第一节 工业", "一、产值"),
        ("第一章 2018年总结", "第二节 外贸"),
        ("第二章 2019年打算",),
    ]

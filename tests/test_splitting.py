"""Sections → passages: whatever the text, nothing lost, nothing torn."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.records import Cell, Page, Passage, Period, Report, Section, SectionKind, Table
from index.splitting import count_tokens, embed_text, split

NUMBER = re.compile(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*年?")


def report_of(text: str, **fields: object) -> Report:
    return Report(id="r", name="r.txt", text=text, format="txt", **fields)  # type: ignore[arg-type]


def section(start: int, end: int, *, body: int | None = None, path: tuple[str, ...] = (), level: int = 1) -> Section:
    return Section("r", start, end, start if body is None else body, path, level, SectionKind.REVIEW, Period.year(2018))


def cut(text: str, *sections: Section, min_chars: int = 120, max_chars: int = 400, **fields: object) -> list[Passage]:
    return split(report_of(text, **fields), sections or (section(0, len(text)),), min_chars=min_chars,
                 max_chars=max_chars)


def table_of(text: str, start: int, end: int, *, heads: int = 1, **fields: str) -> Table:
    grid, at = [], start
    for line in text[start:end].split("\n"):
        cells = []
        for cell in line.split(" | "):
            cells.append(Cell(cell, at, at + len(cell)))
            at += len(cell) + 3
        at -= 2
        grid.append(tuple(cells))
    return Table(start, end, tuple(grid), heads=heads, **fields)


PIECES = st.sampled_from([
    "实现营业收入", "2018年", "12.35%", "1,234.5万元", "２２．５３亿元", "1，200", "二〇一八年", "GDP", "一是",
    "，", "。", "；", "！", "？", ";", "、", "：", "“加快发展。再上台阶！”", "（其中", "）", "”",
    "\n", "\n\n", " ", "\u3000", "很长没有标点的一段话" * 6,
])
CELLS = st.sampled_from(["工业投资", "22.53", "亿元。", "1,234；", "很长的说明" * 12])


@st.composite
def texts_with_sections(draw: st.DrawFn) -> tuple[str, list[Section]]:
    """A text and sections that begin at lines, some with a heading line, some with gaps between."""
    text = "".join(draw(st.lists(PIECES, max_size=120)))
    lines = [0, *(match.end() for match in re.finditer(r"\n", text)), len(text)]
    starts = sorted(set(draw(st.lists(st.sampled_from(lines), max_size=8))))
    sections = []
    for start, end in pairwise(starts):
        if draw(st.integers(0, 9)) == 0:
            continue  # a gap
        heading = text.find("\n", start, end) + 1 or end
        level = draw(st.integers(0, 3))
        body = heading if level and draw(st.booleans()) else start
        sections.append(section(start, end, body=body, level=level, path=("题",) * level))
    return text, sections


@settings(max_examples=200, deadline=None)
@given(texts_with_sections(), st.integers(5, 150), st.integers(0, 300))
def test_every_character_lies_in_one_passage_and_no_number_is_cut(
        drawn: tuple[str, list[Section]], min_chars: int, more: int) -> None:
    text, sections = drawn
    max_chars = max(60, min_chars + more)
    passages = split(report_of(text), sections, min_chars=min_chars, max_chars=max_chars)
    at = 0
    for passage in passages:
        assert passage.text == text[passage.start:passage.end]
        assert passage.text == passage.text.strip() != ""
        assert passage.id == f"r:{passage.start}-{passage.end}"
        assert not text[at:passage.start].strip()
        assert len(passage.text) <= max_chars
        at = passage.end
    assert not text[at:].strip()
    edges = {passage.start for passage in passages} | {passage.end for passage in passages}
    for number in NUMBER.finditer(text):
        assert not edges & set(range(number.start() + 1, number.end()))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=12),
       st.sampled_from(["", "前面一段话。", "前面一段话。" * 60]))
def test_a_table_row_is_never_torn(rows: list[list[str]], before: str) -> None:
    lines = [" | ".join(row) for row in rows]
    text = before + "\n" + "\n".join(lines) + "\n后面一段话。"
    start = len(before) + 1
    table = table_of(text, start, start + len("\n".join(lines)))
    passages = cut(text, min_chars=60, max_chars=120, tables=(table,))
    assert "".join("".join(passage.text.split()) for passage in passages) == "".join(text.split())
    for line in lines:
        assert any(line in passage.text for passage in passages)


def test_passages_end_at_sentence_ends_and_are_of_a_good_length() -> None:
    text = "".join(f"第{i}项工作取得新进展，完成投资{i}.5亿元，同比增长1{i}.2%。" for i in range(40))
    passages = cut(text)
    assert all(passage.text.endswith("。") and 120 <= len(passage.text) <= 400 for passage in passages)
    assert len(passages) == 5


def test_a_small_leftover_is_shared_out_and_not_left_alone() -> None:
    passages = cut("完成投资并取得较好成效。" * 35)  # 420 characters: 400 and a leftover of 20
    assert [len(passage.text) for passage in passages] == [204, 216]


def test_a_passage_rather_ends_with_a_paragraph() -> None:
    first, second = "完成投资并取得较好成效。" * 20, "扎实推进民生实事各项。" * 20
    assert [passage.text for passage in cut(f"{first}\n{second}")] == [first, second]


def test_closing_quotes_stay_with_their_sentence_and_quotes_are_not_opened_up() -> None:
    sentence = "会议提出“要加快发展。要再上台阶。要不负重托！”"
    passages = cut(sentence * 12, min_chars=30, max_chars=60)
    assert all(passage.text.startswith("会议提出") and passage.text.endswith("！”") for passage in passages)
    assert len(passages) == 6


def test_a_sentence_too_long_is_cut_at_commas_between_numbers_left_alone() -> None:
    text = "，".join(f"完成1，{i}00.5万元" for i in range(10, 60)) + "。"
    passages = cut(text)
    assert len(passages) > 1
    assert all(passage.text.startswith("完成1，") and passage.text[-1] in "，。" for passage in passages)
    assert max(len(passage.text) for passage in passages) <= 400


def test_a_text_without_any_punctuation_is_still_cut_outside_numbers_and_words() -> None:
    passages = cut("完成12345.67万元GDP" * 40)
    assert len(passages) > 1
    assert all(len(passage.text) <= 400 for passage in passages)
    assert all(re.search(r"[元P成完]$", passage.text) for passage in passages)


def test_a_heading_goes_with_the_text_under_it_and_so_does_one_without_text_of_its_own() -> None:
    title, outer, inner, body = "某区工作总结\n", "一、回顾\n", "（一）经济\n", "工业投资增长较快。" * 20
    text = title + outer + inner + body
    at = [0, len(title), len(title + outer), len(title + outer + inner)]
    passages = cut(text, section(0, at[1], level=0), section(at[1], at[2], body=at[2], path=("一、回顾",)),
                   section(at[2], len(text), body=at[3], path=("一、回顾", "（一）经济"), level=2))
    assert len(passages) == 1
    assert passages[0].text == text
    assert passages[0].path == ("一、回顾", "（一）经济")


def test_a_full_sentence_under_a_heading_is_cut_rather_than_the_heading_left_alone() -> None:
    heading = "一、主要工作情况\n"
    text = heading + "推进工业投资、" * 56 + "完成任务。"
    passages = cut(text, section(0, len(text), body=len(heading)))
    assert len(passages[0].text) > 100
    assert all(len(passage.text) <= 400 for passage in passages)


def test_a_heading_at_the_very_end_is_a_passage() -> None:
    text = "工业投资增长较快。" * 20 + "\n附件\n"
    body = text.index("附件")
    passages = cut(text, section(0, body), section(body, len(text), body=len(text), path=("附件",)))
    assert [passage.text for passage in passages] == [text[:body].strip(), "附件"]


def test_a_passage_carries_its_sections_kind_period_path_and_page() -> None:
    text = "工业投资增长较快。" * 20
    one = Section("r", 0, len(text), 0, ("三、问题",), 1, SectionKind.PROBLEMS, Period.half(2019, 1))
    (passage,) = cut(text, one, pages=(Page(7, 0, len(text)),))
    assert (passage.kind, passage.period, passage.path, passage.page) == (
        SectionKind.PROBLEMS, Period.half(2019, 1), ("三、问题",), 7)


def test_rows_are_grouped_with_their_heads_and_know_them_where_the_heads_are_not() -> None:
    rows = [f"指标{i} | 亿元 | {i}.5" for i in range(30)]
    text = "\n".join(["名称 | 2018年 | 2018年", "名称 | 单位 | 数值", *rows])
    table = table_of(text, 0, len(text), heads=2, caption="主要指标表", unit="亿元")
    report = report_of(text, tables=(table,), zone="某区", period=Period.year(2018))
    first, *others = split(report, [section(0, len(text))], min_chars=60, max_chars=150)
    assert first.text.startswith("名称 | 2018年 | 2018年\n名称 | 单位 | 数值\n指标0")
    assert {passage.table_heads for passage in (first, *others)} == {"名称 | 2018年 单位 | 2018年 数值"}
    beginning = "某区 2018年\n主要指标表\n单位：亿元\n名称 | 2018年 单位 | 2018年 数值\n指标"
    assert embed_text(others[0], report).startswith(beginning)
    assert first.table_heads not in embed_text(first, report)


def test_heads_are_not_left_behind_with_the_text_before_their_table() -> None:
    before, long_row = "工业投资增长较快。" * 6 + "\n", "说明" * 90 + " | 1.5亿元"
    text = before + "名称 | 数值\n" + long_row
    passages = cut(text, min_chars=60, max_chars=200, tables=(table_of(text, len(before), len(text)),))
    assert [passage.text for passage in passages] == [before.strip(), f"名称 | 数值\n{long_row}"]


def test_embed_text_names_zone_period_and_headings_and_ends_with_the_text() -> None:
    text = "（一）工业\n投资22.53億元。"
    one = Section("r", 0, len(text), 6, ("一、回顾", "（一）工业"), 2, SectionKind.PLAN, Period.year(2019))
    report = report_of(text, zone="某區", period=Period.year(2018))
    (passage,) = split(report, [one], min_chars=20, max_chars=60)
    assert embed_text(passage, report) == "某区 2019年\n一、回顾\n（一）工业\n投资22.53亿元。"
    assert passage.text == text


def test_embed_text_of_a_report_without_zone_begins_with_its_title() -> None:
    report = report_of("投资22.53亿元。", title="某地工作总结")
    (passage,) = split(report, [], min_chars=20, max_chars=60)
    assert embed_text(passage, report) == "某地工作总结\n投资22.53亿元。"


@pytest.mark.parametrize("text", ["", " \n\u3000\n"])
def test_a_text_of_blanks_has_no_passages(text: str) -> None:
    assert cut(text) == []


def test_tokens_are_counted_and_special_ones_taken_as_text() -> None:
    assert count_tokens("") == 0
    assert count_tokens("hello world") == 2
    assert 5 <= count_tokens("完成工业有效投资<|endoftext|>") <= 30


def test_tokens_are_counted_without_a_network_or_a_cache_of_the_users(tmp_path: Path) -> None:
    code = ("import socket; socket.socket = None\n"
            "from index.splitting import count_tokens; print(count_tokens('hello world'))")
    environment = {**os.environ, "TIKTOKEN_CACHE_DIR": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment,
                          cwd=Path(__file__).parent.parent)
    assert done.stdout.strip() == "2"

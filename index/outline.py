"""Report → sections: the Chinese numbering grammar as one table, headings without numbers, and turns inside a text.

A section's kind is read from its words (存在问题, 工作思路), its period from the year printed in its heading or
from its kind: what is planned belongs to the year after the one looked back on.  Sections are contiguous and cover
the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.foreseen import foreseen
from index.goals import goal_sentences, names_time_ahead
from index.kinds import (
    PLAN,
    REVIEW,
    YEAR,
    has_kind_words,
    kind_of_heading,
    kind_of_title,
    looks_ahead,
    names_goals_told,
    names_work_alone,
    names_year_ahead,
    period_of_heading,
    without_label,
)
from index.numbering import Mark, inner_marks, line_spans, marker_of, numbered_mark
from index.numerals import quoted_spans
from index.parts import parts
from index.printed import in_half_width
from index.records import Period, Report, Section, SectionKind
from index.speaking import spoken_year
from index.turns import turns

__all__ = ["RESULTS", "TOLD", "outline"]

_TELLS_BACK = re.compile(r"同比|[比较](?:上|去)年|(?:增长|下降|提高|减少)\d|(?:完成|实现|达到)了|截[至止]|全年[发共]")
_OF_PROBLEMS = re.compile("问题|不足|短板|困难|差距")
_UNNUMBERED = 2  # 2019年工作思路 on a line of its own stands beside 一、


_MINOR = 3  # any other short line of its own


def outline(report: Report) -> list[Section]:
    """The sections of a report in order; never empty for a non-empty text."""
    report = in_half_width(report)
    bound = parts(report)
    if len(bound) == 1:
        return _outline(report)
    sections: list[Section] = []
    for part in bound:
        path = (part.title,) if part.start else ()
        for s in _outline(part.cut(report)):
            moved = replace(s, start=s.start + part.start, end=s.end + part.start, body_start=s.body_start + part.start)
            sections.append(replace(moved, path=path + s.path, level=s.level + len(path)))
    return sections


def _outline(report: Report) -> list[Section]:
    marks = _marks(report)
    base_kind, base_period = kind_of_title(report)
    review_year = _review_year(report, marks)
    sections: list[Section] = []
    stack: list[tuple[int, str, SectionKind, Period | None]] = []

    tables = [(t.start, t.end) for t in report.tables]

    def add(start: int, end: int, body: int, kind: SectionKind, period: Period | None) -> None:
        path = tuple(title for _, title, _, _ in stack if title)
        goals = _goals(report, start, end, path) if kind is not SectionKind.PLAN else []
        at = start
        for a, b, when in goals:
            if start + b <= at:
                continue  # told with the goals before
            a = max(a, at - start)
            ahead = when is not None and report.period is not None and when.last_year > report.period.last_year
            if kind is SectionKind.PROBLEMS and not ahead:
                continue  # 年初定的目标是9000万美元，实际差350万美元: told of what was missed
            if ahead and len(report.text) / 2 < start + b < end:  # behind the goals of the year ahead a speech tells who is to do what
                told = start + b
                for line in re.finditer(r"[^\n]*\n?", report.text[told:end]):
                    if _TELLS_BACK.search(line[0]) or _OF_PROBLEMS.search(line[0][:24]):
                        break
                    b = told + line.end() - start
            if any(x < start + b and start + a < y for x, y in tables) or start + a < body <= start + b:
                continue
            for x, y, k, p in ((at, start + a, kind, period), (start + a, start + b, SectionKind.PLAN, when)):
                if x < y:
                    sections.append(Section(report.id, x, y, min(max(body, x), y), path, len(path), k, p))
            at = start + b
        if at < end:
            sections.append(Section(report.id, at, end, min(max(body, at), end), path, len(path), kind, period))

    ends = [m.start for m in marks[1:]] + [len(report.text)]
    if not marks or marks[0].start > 0:
        first = marks[0].start if marks else len(report.text)
        for start, end, kind, period in turns(
            report.text, 0, first, 0, base_kind, base_period, review_year, tables, spoken_year(report), report.period
        ):
            add(start, end, start, kind, period)
    ranks = (_UNNUMBERED if _CAPTION.match(m.title) else m.rank for m in marks)
    kinds = [kind_of_heading(m.title, rank, review_year, report.period) for m, rank in zip(marks, ranks, strict=True)]
    for number, (mark, end) in enumerate(zip(marks, ends, strict=False)):
        told_under = [s for s in stack if not _CAPTION.match(s[1])] or stack
        under = told_under[-1][2:] if stack and not mark.title else None  # behind a table, what it was told under goes on but for its caption
        while stack and stack[-1][0] >= mark.rank:
            stack.pop()
        kind, period = under or ((stack[-1][2], stack[-1][3]) if stack else (base_kind, base_period))
        own = kinds[number]
        if own is SectionKind.PLAN and names_work_alone(mark.title) and kind is not own:
            later = zip(marks[number + 1 :], kinds[number + 1 :], strict=True)
            if any(k is own and m.rank <= mark.rank and not names_work_alone(m.title) for m, k in later):
                own = None  # 二、重点工作 before 三、下一步打算: the work that was done
        if own is SectionKind.PLAN and (names_goals_told(report.title, mark.title) or _has_told(report.text, marks, number)):
            own = SectionKind.REVIEW
        if own is not None:
            kind = own
        period = period_of_heading(mark.title, own, period, review_year, report.period, spoken_year(report))
        stack.append((mark.rank, mark.title, kind, period))
        first_turn = True
        for start, stop, turned, when in turns(
            report.text, mark.start, end, mark.body, kind, period, review_year, tables, spoken_year(report), report.period
        ):
            if not first_turn:  # a turn leaves the small headings: it speaks of the whole part
                stack[:] = [(r, t, turned, when) for r, t, _, _ in stack if r <= _UNNUMBERED]
            add(start, stop, mark.body if first_turn else start, turned, when)
            first_turn = False
    return sections


#: Said of what was done: no plan has so many of them in any report of tests/fresh, which a test holds fast.
RESULTS = re.compile(
    r"同比(?:增长|下降|提高|增加|减少)|[比较](?:上|去)年(?!同期)|完成(?:年度|全年)(?:目标|任务|计划)[\d.亿万元美家个]*的|[居列]全[省市]|年末"
)
TOLD = 4


def _has_told(text: str, marks: Sequence[Mark], number: int) -> bool:
    """Whether what stands under a heading that names no time ahead tells of results, as a review does: 重点工作，一抓到底."""
    mark = marks[number]
    end = next((m.start for m in marks[number + 1 :] if m.title and m.rank <= mark.rank), len(text))
    return not (looks_ahead(mark.title) or names_time_ahead(mark.title)) and len(RESULTS.findall(text[mark.start : end])) >= TOLD


def _goals(report: Report, start: int, end: int, path: tuple[str, ...]) -> list[tuple[int, int, Period | None]]:
    """What announces goals, or tells of nothing but what is to be, in a part that looks back; in order, without overlaps."""
    text, spoken = report.text[start:end], spoken_year(report)
    announced = list(goal_sentences(text, report.period, spoken))
    lines = (f for f in foreseen(text, path[-1] if path else "", report.period, spoken) if not any(a < f[1] and f[0] < b for a, b, _ in announced))
    return sorted((*announced, *lines), key=lambda found: found[0])


_FIRST = re.compile(r"\s*1(?![\d.]*\d)")
#: 关于招商引资。签约项目26个…: a heading that runs into its text, where a report has several of the kind.
_RUN_IN = re.compile(r"(?P<title>关于[^，。；：\d]{2,14}|[^，。；：、\d]{2,10}方面)[。：](?=[^\n]{20})")
_RUN_IN_LEAST = 3
#: 存在的问题。（1）…, among such headings.
_OF_A_KIND = re.compile(r"(?P<title>[^，。；：、\n]{3,12})。(?=[^\n]{20})")
#: 表一　主要指标完成情况, over a table: what follows the table is not under it.
_OF_TABLE = 6
_CAPTION = re.compile(r"\s*(?:附?表|附表)\s*[一二三四五六七八九十\d]{0,3}[ \u3000：:]")


_BODY = 60  # characters: a longer line is text


def _marks(report: Report) -> list[Mark]:
    """Headings in order: those the format gives, numbered ones, and short lines of their own."""
    text = report.text
    given = {h.start: h for h in report.headings}
    quoted = quoted_spans(text)
    covered = [(t.start, t.end) for t in report.tables]
    lines = line_spans(text)
    run_in = {start: m for start, end in lines if (m := _RUN_IN.match(text, start, end))}
    beside = {start: m for start, end in lines if (m := _OF_A_KIND.match(text, start, end)) and has_kind_words(m["title"])}
    run_in = beside | run_in if len(run_in) >= _RUN_IN_LEAST else {}
    titled = next((n for n, (start, end) in enumerate(lines) if text[start:end].strip() == report.title.strip()), 0)
    front = titled if all(end - start <= _BODY for start, end in lines[:titled]) else 0  # what a page shows above its title heads nothing
    marks: list[Mark] = []
    body_seen = below = False
    outer = 0  # the rank of the heading that the format gave last
    for number, (start, end) in enumerate(lines):
        if number < front or any(a <= start < b for a, b in covered):
            continue
        line = text[start:end]
        after = lines[number + 1][0] if number + 1 < len(lines) else len(text)
        heading = next((h for at, h in given.items() if start <= at < max(end, start + 1)), None)
        if heading is not None:
            numbered = None if line.startswith(("0", "PART", "Part")) else marker_of(line)  # ## 02 主要指标: the format ranks it
            rank = numbered[0] if numbered else min(heading.level + 1, 3)
            if number == 0 or (not body_seen and line.strip() == report.title.strip()):
                continue  # the title of the whole report
            if captioned := _over_table(line, start, after, covered):
                marks += captioned
                continue
            marks.append(Mark(start, after, rank, line.strip()))
            outer, below = rank, False
            continue
        mark = numbered_mark(text, start, end, after, quoted)
        if mark is not None:
            below = mark.rank == outer >= _MINOR and (below or _FIRST.match(line) is not None)
            mark = replace(mark, rank=outer + 1) if below else mark  # ## 5. 下半年工作安排, and its own 1. 稳外贸
            marks.append(mark)
            marks.extend(inner_marks(text, mark.body if mark.body < end else end, end, quoted))
            body_seen = body_seen or end - start > _BODY
            continue
        dressed = _DRESSED.fullmatch(line.strip())
        inner = marker_of(dressed["bracketed"] or dressed["starred"]) if dressed is not None else None
        if inner is not None:  # 【三、项目建设】, ★ 三、项目建设
            marks.append(Mark(start, after, inner[0], line.strip()))
            outer, below = inner[0], False
            continue
        if _is_heading_line(lines, text, number, body_seen, report):
            line = without_label(line)
            kind = has_kind_words(line) or names_year_ahead(line, report.period) or names_time_ahead(line.strip("【】"))
            rank = _UNNUMBERED if kind else _MINOR
            marks += _over_table(line, start, after, covered) or [Mark(start, after, rank, line.strip())]
            continue
        if (title := run_in.get(start)) is not None:
            marks.append(Mark(start, title.end(), _MINOR, title["title"]))
        if end - start > _BODY:
            body_seen = True
            marks.extend(inner_marks(text, start, end, quoted))
    return sorted(marks, key=lambda m: m.start)


_DRESSED = re.compile(r"[【〖](?P<bracketed>[^【】〖〗]{2,30})[】〗]|[★☆◆◇■□●○▲△※➤►▶❖✦☞◎]+\s*(?P<starred>[^。；，]{2,30})")


def _over_table(line: str, start: int, after: int, tables: list[tuple[int, int]]) -> list[Mark]:
    """A caption right over a table, under whatever heading there is, and a turn without a heading at the table's end."""
    end = next((b for a, b in tables if a <= after < b), None) if _CAPTION.match(line) else None
    return [Mark(start, after, _OF_TABLE, line.strip()), Mark(end, end, _OF_TABLE, "")] if end is not None else []


def _is_heading_line(lines: list[tuple[int, int]], text: str, number: int, body_seen: bool, report: Report) -> bool:
    """A short line of its own, no sentence, followed by text."""
    start, end = lines[number]
    line = text[start:end]
    line = without_label(line)
    if bracketed := re.fullmatch(r"【([^【】]{2,30})】", line):
        line = bracketed[1]  # 【2022年预期目标】
        if names_time_ahead(line):
            return True  # 【下半年】
    if (
        not 4 <= len(line) <= 34
        or line[-1] in "。；！？，、;,!?】"
        or "|" in line
        or line.endswith(("是：", "为：", "如下："))
        or line.count("，") > 1
        or "：" in line[:-1]
    ):
        return False
    if number + 1 >= len(lines) or line == report.title or line in report.title:
        return False
    if line[0] in "（(—-【" or re.match(r"[\d:./\-\s年月日]+$", line) or re.search(r"\d[.\d]*\s*(?:%|亿元|万元)", line):
        return False
    following = lines[number + 1][1] - lines[number + 1][0]
    kind = has_kind_words(line)
    if not kind and names_year_ahead(line, report.period):
        return following >= 30
    if kind:
        both = bool(PLAN.search(line)) and bool(re.search(r"总结|回顾|完成情况", line))
        next_line = text[lines[number + 1][0] : lines[number + 1][1]]
        return (
            not both
            and (body_seen or not re.search(r"(?:开发区|高新区|园区|新区|街道|管委会)", line))
            and (
                following >= 30
                or marker_of(next_line) is not None
                or (following >= 12 and re.fullmatch(r"20\d\d年[^，、]{2,8}", line) is not None)
            )
        )
    previous = lines[number - 1] if number else (0, 0)
    closed = body_seen and text[previous[1] - 1 : previous[1]] in tuple("。！？；")
    return closed and len(line) <= 20 and following >= 40 and not re.search(r"[，,]", line)


def _review_year(report: Report, marks: list[Mark]) -> int | None:
    if report.period is not None:
        return report.period.last_year
    for mark in marks:
        if (year := YEAR.search(mark.title)) and REVIEW.search(mark.title):
            return int(year[2] or year[1])
    years = [int(y) for y in re.findall(r"(20\d\d)年", report.text[:600])]
    return min(years) if years else None

"""Report → sections: the Chinese numbering grammar as one table, headings without numbers, and turns inside a text.

A section's kind is read from its words (存在问题, 工作思路), its period from the year printed in its heading or
from its kind: what is planned belongs to the year after the one looked back on.  Sections are contiguous and cover
the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.numerals import quoted_spans
from index.periods import parse_period
from index.records import Period, Report, Section, SectionKind

__all__ = ["outline"]

_CN = "一二三四五六七八九十百"

#: rank (1 is outermost), pattern of the marker at the start of a paragraph.
NUMBERING: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第[{_CN}\d]{{1,3}}[章篇编](?![^\s：:]{{0,2}}[，。])|第[{_CN}\d]{{1,3}}部分")),
    (2, re.compile(rf"[{_CN}]{{1,3}}(?:、|[．.](?!\d))")),
    (3, re.compile(rf"[（(〔][{_CN}]{{1,3}}[）)〕][、.]?")),
    (4, re.compile(r"[0-9０-９]{1,2}(?:[、]|[.．](?![0-9０-９](?!0[0-9]{2}年)))")),
    (5, re.compile(r"[（(][0-9０-９]{1,2}[）)][、.]?|[0-9]{1,2}[)）]")),
    (6, re.compile(r"[①-⑳㈠-㈩]")),
    (
        7,
        re.compile(
            rf"(?:[一二三四五六七八九十]{{1,2}}(?:是|要|抓)|其[一二三四五六七八九])(?=[^，。]{{2,}})|第[{_CN}]{{1,2}}，"
        ),
    ),
)
_UNNUMBERED = 2  # 2019年工作思路 on a line of its own stands beside 一、
_MINOR = 3  # any other short line of its own

_PROBLEMS = re.compile(
    r"(?:存在|面临|突出|主要).{0,8}(?:问题|困难|不足|短板|差距|挑战)|(?:问题|困难|不足|短板)(?:与|和|及|、)(?:挑战|"
    r"不足|困难|问题|短板|差距)|^.{0,6}(?:问题|不足|短板|"
    r"困难)(?:分析)?$"
)
_PLAN = re.compile(
    r"工作(?:思路|打算|计划|安排|要点|部署|设想|建议|任务|目标|重点|举措|谋划)|下一?步|下一阶段|(?:总体|主要|基本|"
    r"发展|工作)(?:思路|要求|目标)|"
    r"目标任务|预期目标|奋斗目标|重点工作|重点任务|展望|新的一年|明年|今后|思路(?:及|和|与)|打算|来年|下阶段|"
    r"工作谋划|主要举措"
)
_REVIEW = re.compile(
    r"总结|回顾|完成情况|成效|工作情况|成绩|进展|做法|亮点|运行情况|基本情况|开展情况|履职|述职|执行情况|落实情况|"
    r"情况汇报|情况$|工作$"
)
_YEAR = re.compile(r"(20\d\d)\s*(?:[-—–~至]\s*(20\d\d))?\s*年")

_TURN_PROBLEMS = re.compile(
    r"^(?:在?(?:充分)?(?:肯定|看到|总结|取得|回顾).{0,24}(?:的同时|成绩|工作).{0,12}(?:也|还|清醒|必须|看到|"
    r"认识).{0,30}|"
    r"(?:但|同时|当然|此外|与此同时)?[，,]?(?:我们)?.{0,12}(?:也|还)(?:应|要|必须|应该|应当)?(?:清醒|深刻|"
    r"充分)?(?:地)?(?:看到|认识到|意识到).{0,30}|"
    r".{0,14}(?:也|仍|还|尚)(?:然)?(?:存在|面临)(?:着|的)?(?:一些|不少|许多|诸多|一定|较多|以下|主要)?.{0,6}(?:困难|"
    r"问题|不足|短板|薄弱环节|挑战)|"
    r"(?:当前|目前|工作中)?.{0,4}(?:存在|面临)(?:着|的)?(?:一些|不少|许多|诸多|一定|较多|以下|主要)+(?:的)?(?:困难|"
    r"问题|不足|短板|薄弱环节)|"
    r"主要(?:问题|不足|困难)(?:是|有|在于)|不足之处)"
)
_TURN_PLAN = re.compile(
    r"^(?:下一?步[，,工我将要]|下一阶段|下阶段|新的一年|明年|今后|接下来|展望20\d\d|来年|"
    r"(?P<half>下半年)[，,是我将要全开区紧]|"
    r"(?P<year>20\d\d)年[，,]?(?:是|我们|全区|开发区|高新区|园区|经开区|区里|街道)?.{0,40}?(?:将|要|目标|计划|打算|"
    r"力争|确保|思路|总体要求)|"
    r"(?P<next>20\d\d)年(?:的)?(?:主要|工作|总体|预期|经济|重点).{0,12}(?:目标|思路|要求|任务|工作))"
)
_SENTENCE_END = "。！？；!?;"


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    body: int  # where the text under the heading begins
    rank: int
    title: str  # "" for a turn of the text without a heading


def outline(report: Report) -> list[Section]:
    """The sections of a report in order; never empty for a non-empty text."""
    marks = _marks(report)
    base_kind, base_period = _of_title(report)
    review_year = _review_year(report, marks)
    sections: list[Section] = []
    stack: list[tuple[int, str, SectionKind, Period | None]] = []

    def add(start: int, end: int, body: int, kind: SectionKind, period: Period | None) -> None:
        if start < end:
            path = tuple(title for _, title, _, _ in stack)
            sections.append(Section(report.id, start, end, min(body, end), path, len(path), kind, period))

    tables = [(t.start, t.end) for t in report.tables]
    ends = [m.start for m in marks[1:]] + [len(report.text)]
    if not marks or marks[0].start > 0:
        first = marks[0].start if marks else len(report.text)
        for start, end, kind, period in _turns(report.text, 0, first, 0, base_kind, base_period, review_year, tables):
            add(start, end, start, kind, period)
    for mark, end in zip(marks, ends, strict=False):
        while stack and stack[-1][0] >= mark.rank:
            stack.pop()
        kind, period = (stack[-1][2], stack[-1][3]) if stack else (base_kind, base_period)
        own = _kind_of(mark.title, mark.rank, review_year, report.period)
        if own is not None:
            kind = own
        period = _period_of(mark.title, own, period, review_year, report.period)
        stack.append((mark.rank, mark.title, kind, period))
        first_turn = True
        for start, stop, turned, when in _turns(
            report.text, mark.start, end, mark.body, kind, period, review_year, tables
        ):
            if not first_turn:  # a turn leaves the small headings: it speaks of the whole part
                stack[:] = [(r, t, turned, when) for r, t, _, _ in stack if r <= _UNNUMBERED]
            add(start, stop, mark.body if first_turn else start, turned, when)
            first_turn = False
    return sections


def _marks(report: Report) -> list[_Mark]:
    """Headings in order: those the format gives, numbered ones, and short lines of their own."""
    text = report.text
    given = {h.start: h for h in report.headings}
    quoted = quoted_spans(text)
    covered = [(t.start, t.end) for t in report.tables]
    lines = _lines(text)
    marks: list[_Mark] = []
    body_seen = False
    for number, (start, end) in enumerate(lines):
        if any(a <= start < b for a, b in covered):
            continue
        line = text[start:end]
        after = lines[number + 1][0] if number + 1 < len(lines) else len(text)
        heading = next((h for at, h in given.items() if start <= at < max(end, start + 1)), None)
        if heading is not None:
            numbered = _numbered(line)
            rank = numbered[0] if numbered else min(heading.level + 1, 3)
            if number == 0 or (not body_seen and line.strip() == report.title.strip()):
                continue  # the title of the whole report
            marks.append(_Mark(start, after, rank, line.strip()))
            continue
        mark = _numbered_mark(text, start, end, after, quoted)
        if mark is not None:
            marks.append(mark)
            marks.extend(_inner_marks(text, mark.body if mark.body < end else end, end, quoted))
            body_seen = body_seen or end - start > 60
            continue
        if _is_heading_line(lines, text, number, body_seen, report):
            rank = _UNNUMBERED if _has_kind_words(line) else _MINOR
            marks.append(_Mark(start, after, rank, line.strip()))
            continue
        if end - start > 60:
            body_seen = True
            marks.extend(_inner_marks(text, start, end, quoted))
    return sorted(marks, key=lambda m: m.start)


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the non-blank lines, without the blanks around them."""
    return [
        (m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip()))
        for m in re.finditer(r"[^\n]+", text)
        if m[0].strip()
    ]


def _numbered(line: str) -> tuple[int, int] | None:
    for rank, pattern in NUMBERING:
        if match := pattern.match(line):
            return rank, match.end()
    return None


def _numbered_mark(text: str, start: int, end: int, after: int, quoted: list[tuple[int, int]]) -> _Mark | None:
    line = text[start:end]
    numbered = _numbered(line)
    if numbered is None:
        return None
    rank, skip = numbered
    if rank == 7 and re.search(r"[。；;][二三](?:是|要|抓)|[。；;]其二", line):
        return None  # one paragraph holding all its items: the first is no heading over the others
    title_end = _lead_end(text, start + skip, end, rank)
    if title_end is None:
        return None
    if title_end >= end:
        if (rank >= 4 and line[-1:] in "；;，,、") or len(line) > 60:
            return None
        following = _numbered(text[after : after + 8])
        if rank >= 4 and line[-1] == "。" and following is not None and following[0] <= rank:
            return None  # （5）公共配套还不完善。 is an item of a list, nothing stands under it
        return _Mark(start, after, rank, line.strip())
    return _Mark(start, title_end, rank, text[start:title_end].strip(" \u3000。：:"))


def _lead_end(text: str, start: int, end: int, rank: int) -> int | None:
    """Where the title of a numbered paragraph ends: the whole line, or its short first sentence; None when there is none."""
    limit = 46 if rank <= 3 else 34
    line = text[start:end]
    cut = next((i for i, c in enumerate(line) if c in "。：:；！？;"), None)
    if cut is None:
        return end if len(line) <= (60 if rank <= 3 else 40) or (rank <= 2 and len(line) <= 80) else None
    if cut + 1 >= len(line) and len(line) <= limit and line[-1] not in "；;":
        return end
    if cut > limit or (rank == 7 and cut > 24):
        return None
    if rank >= 4 and re.search(r"\d[\d.]*\s*(?:%|％|亿|万|家|个|项|件)", line[:cut]):
        return None  # 1.落实减税降费，为企业减负1.9亿元。 states, it doesn't title
    return start + cut + 1 if line[cut] not in "；;" else None


def _inner_marks(text: str, start: int, end: int, quoted: list[tuple[int, int]]) -> list[_Mark]:
    """Numbered titles inside one long paragraph (all on one line), accepted only in counting order."""
    if end - start < 400:
        return []
    marks: list[_Mark] = []
    wanted = {2: 0, 3: 0, 4: 0}
    for match in re.finditer(
        rf"(?<=[。；！？\s])(?:([{_CN}]{{1,3}})、|[（(]([{_CN}]{{1,3}})[）)]|(\d{{1,2}})[.．、](?!\d))", text[start:end]
    ):
        rank = 2 if match[1] else 3 if match[2] else 4
        value = _count(match[1] or match[2] or match[3])
        if value not in (1, wanted[rank] + 1):
            continue
        at = start + match.start()
        title_end = _lead_end(text, start + match.end(), min(end, start + match.end() + 60), rank)
        if title_end is None:
            continue
        wanted[rank] = value
        for deeper in range(rank + 1, 5):
            wanted[deeper] = 0
        marks.append(_Mark(at, title_end, rank, text[at:title_end].strip(" \u3000。：:")))
    return marks if len(marks) >= 2 else []


def _count(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.partition("十")
    digits = "零一二三四五六七八九"
    if "十" in text:
        return (digits.find(tens) if tens else 1) * 10 + (digits.find(ones) if ones else 0)
    return digits.find(text[:1])


def _has_kind_words(line: str) -> bool:
    return bool(len(line) <= 30 and (_PLAN.search(line) or _PROBLEMS.search(line) or _REVIEW.search(line)))


def _is_heading_line(lines: list[tuple[int, int]], text: str, number: int, body_seen: bool, report: Report) -> bool:
    """A short line of its own, no sentence, followed by text."""
    start, end = lines[number]
    line = text[start:end]
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
    kind = _has_kind_words(line)
    if kind:
        both = bool(_PLAN.search(line)) and bool(re.search(r"总结|回顾|完成情况", line))
        next_line = text[lines[number + 1][0] : lines[number + 1][1]]
        return (
            not both
            and (body_seen or not re.search(r"(?:开发区|高新区|园区|新区|街道|管委会)", line))
            and (following >= 30 or _numbered(next_line) is not None)
        )
    previous = lines[number - 1] if number else (0, 0)
    closed = body_seen and text[previous[1] - 1 : previous[1]] in tuple("。！？；")
    return closed and len(line) <= 20 and following >= 40 and not re.search(r"[，,]", line)


def _of_title(report: Report) -> tuple[SectionKind, Period | None]:
    """Kind and period of text before any heading: a title that only plans makes a plan."""
    title = report.title
    plan = re.search(r"工作(?:思路|打算|计划|安排|要点|部署)|重点工作|实施方案|行动方案", title)
    if plan and not re.search(r"总结|回顾|完成情况|情况|成效|述职|汇报", title):
        year = _YEAR.search(title)
        return SectionKind.PLAN, parse_period(title) or (Period.year(int(year[1])) if year else report.period)
    return SectionKind.REVIEW, report.period


def _review_year(report: Report, marks: list[_Mark]) -> int | None:
    if report.period is not None:
        return report.period.last_year
    for mark in marks:
        if (year := _YEAR.search(mark.title)) and _REVIEW.search(mark.title):
            return int(year[2] or year[1])
    years = [int(y) for y in re.findall(r"(20\d\d)年", report.text[:600])]
    return min(years) if years else None


def _kind_of(title: str, rank: int, review_year: int | None, whole: Period | None) -> SectionKind | None:
    """The kind a heading sets, or None to inherit.  Deep headings need the plain form (存在问题, 下一步工作打算)."""
    core = title
    numbered = _numbered(title)
    if numbered:
        core = title[numbered[1] :]
    core = core.strip(" \u3000：:。")
    if not core:
        return None
    if rank >= 3:
        if re.fullmatch(
            r"(?:当前|目前)?(?:存在|面临|主要)的?(?:主要|突出)?(?:困难|问题|不足|短板)(?:[和与及、].{2,6})?", core
        ):
            return SectionKind.PROBLEMS
        if re.fullmatch(
            r"(?:下一?步|下阶段|明年|下半年|20\d\d年)的?(?:重点|主要|总体)?(?:工作)?(?:思路|打算|计划|安排|重点|"
            r"目标|任务)?",
            core,
        ):
            return SectionKind.PLAN
        if re.fullmatch(r"(?:20\d\d年)?.{0,8}(?:工作|目标任务|指标)(?:完成情况|回顾|总结)", core):
            return SectionKind.REVIEW
        if rank > 3 or not re.search(
            r"工作(?:打算|思路|安排)|存在.{0,4}(?:问题|不足|困难)|(?:目标|指标)完成情况", core
        ):
            return None
    reviewed = re.search(r"完成情况|总结|回顾|执行情况|落实情况|开展情况|成效|成绩", core)
    year = [int(y) for pair in _YEAR.findall(core) for y in pair if y]
    planned = _PLAN.search(core)
    problem = _PROBLEMS.search(core)
    if problem and not reviewed:
        return SectionKind.PROBLEMS if not planned or problem.start() < planned.start() else SectionKind.PLAN
    if reviewed and not (planned and planned.start() > reviewed.start() and not core.endswith(reviewed[0])):
        return SectionKind.REVIEW
    if "下半年" in core and (planned or whole is None or whole.last_month == 6):
        return SectionKind.PLAN
    if planned and not (year and review_year is not None and max(year) < review_year):
        return SectionKind.PLAN
    if year and review_year is not None:
        return SectionKind.PLAN if max(year) > review_year else SectionKind.REVIEW
    if _REVIEW.search(core) and len(core) <= 24:
        return SectionKind.REVIEW
    return None


def _period_of(
    title: str,
    own: SectionKind | None,
    inherited: Period | None,
    review_year: int | None,
    whole: Period | None,
) -> Period | None:
    if own is None:
        return inherited
    planned = own is SectionKind.PLAN and review_year is not None and (whole is None or whole.is_year)
    base = review_year + 1 if planned and review_year is not None else whole.first_year if whole else review_year
    if (
        own is SectionKind.REVIEW
        and base is not None
        and (several := re.search(r"(?:过去|近|这)([三四五])年|([三四五])年(?:来|工作)", title))
    ):
        return Period.years(base - "一二三四五".index(several[1] or several[2]), base)
    starts = [
        m.start()
        for m in re.finditer(
            r"(?:19|20)\d\d|[“\"]?十[一二三四五]五|今年|明年|上半年|下半年|\d{1,2}[-—~至]\d{1,2}月", title
        )
    ]
    named = [p for at in starts if (p := parse_period(title[at:], year=base)) is not None]
    printed = (max(named, key=lambda p: p.last_year) if own is SectionKind.PLAN else named[0]) if named else None
    if printed is not None and own is not SectionKind.PROBLEMS:
        return printed
    return _period_for(own, review_year, whole)


def _period_for(kind: SectionKind, review_year: int | None, whole: Period | None) -> Period | None:
    if kind is not SectionKind.PLAN:
        return whole or (Period.year(review_year) if review_year else None)
    if whole is not None and not whole.is_year and whole.first_year == whole.last_year and whole.last_month < 12:
        if whole.last_month == 6:
            return Period.half(whole.last_year, 2)
        return Period.months(whole.last_year, whole.last_month + 1, 12)
    return Period.year(review_year + 1) if review_year else None


def _turns(
    text: str,
    start: int,
    end: int,
    body: int,
    kind: SectionKind,
    period: Period | None,
    review_year: int | None,
    tables: list[tuple[int, int]],
) -> list[tuple[int, int, SectionKind, Period | None]]:
    """Split a section where the first words of a paragraph turn to problems or to plans."""
    pieces: list[tuple[int, SectionKind, Period | None]] = [(start, kind, period)]
    current = kind
    for a, b in _lines(text[body:end]):
        at = body + a
        if any(x <= at < y for x, y in tables):
            continue
        paragraph = text[at : body + b][:90]
        if current is SectionKind.REVIEW and b - a >= 16 and _TURN_PROBLEMS.match(paragraph):
            current = SectionKind.PROBLEMS
            pieces.append((at, current, period))
        elif current is not SectionKind.PLAN and (turn := _TURN_PLAN.match(paragraph)):
            year = next((int(turn[g]) for g in ("year", "next") if turn[g]), None)
            if year is not None and review_year is not None and year <= review_year:
                continue
            if turn["half"] and (period is None or period.last_month != 6):
                continue
            current = SectionKind.PLAN
            when = Period.year(year) if year else _period_for(current, review_year, period)
            pieces.append((at, current, when))
    stops = [p[0] for p in pieces[1:]] + [end]
    return [(a, stop, k, p) for (a, k, p), stop in zip(pieces, stops, strict=True)]

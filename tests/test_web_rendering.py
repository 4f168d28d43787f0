"""What the page writes: numbers with their badges, places that can be opened, report text as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

import assistant.web
from assistant.conversations import Said
from assistant.records import Answer, Choice, Citation, Operation, Query, Statement, Verdict, VerdictKind
from assistant.web.escaping import plain
from assistant.web.listing import render_upload, render_welcome
from assistant.web.rendering import render_answer, render_question, render_trouble
from assistant.web.reportview import render_report
from index.records import Cell, Page, Report, Section, SectionKind, Table
from tests.web_toys import answer_of

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p></article><iframe src=//evil.example>",
    '" onmouseover="alert(1)', "' autofocus onfocus='alert(1)",
    "**b** _i_ [x](javascript:alert(1)) ![](//evil.example/a.png)",
    "$$\\href{javascript:alert(1)}{x}$$ \\(x\\)", "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
    "\n\n# 标题\n\n```html\n<b>\n```\n", "&lt;script&gt; &#60;b&#62;", "\u202e倒\u202c", "a\x00b\x1bc",
    "<svg/onload=alert(1)>",
    "<!-- --><style>*{display:none}</style>", "]]><![CDATA[", "<a href='#ask=x'>点我</a>", "|a|b|\n|-|-|\n|1|2|",
]


class Tags(HTMLParser):
    """The tags and attribute names of a piece of HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def answer_with(text: str) -> Answer:
    citation = Citation(1, text, "abc", text, text + "22.53亿元", 10, 10 + len(text) + 6, (text, text), 3, ((12, 14),))
    verdict = Verdict("22.53亿元", len(text), len(text) + 7, VerdictKind.COMPUTED, (1,), formula=text, note=text)
    answer = answer_of(text, f"{text}22.53亿元。", citations=(citation,), verdicts=(verdict,),
                       choices=(Choice(text, text),), suggestions=(text,))
    return replace(answer, reader=text, query=Query(text, indicators=(text,)))


def kept(text: str) -> Said:
    return Said(text, answer_with(text), number=2)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_tag_and_no_attribute_to_an_answer(text: str) -> None:
    tame, hostile = (Tags(render_answer(answer_with(one), said=kept(one), last=True)) for one in ("平常的话", text))
    assert set(hostile.tags) == set(tame.tags)
    assert hostile.attributes == tame.attributes


@pytest.mark.parametrize("text", HOSTILE)
def test_every_message_is_one_line_so_that_markdown_passes_it_untouched(text: str) -> None:
    pieces = [render_answer(answer_with(text)), render_answer(answer_with(text), said=kept(text), last=True),
              render_question(text, turn=2), render_trouble(text, text), render_welcome([text], 1)]
    for piece in pieces:
        assert len(piece.splitlines()) == 1
        assert piece.startswith("<")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_a_report_is_shown_as_text(text: str) -> None:
    report = Report("abc", text, f"一、{text}\n正文{text}完", "txt", title=text, source=text)
    shown = Tags(render_report(report, [], span=(0, len(report.text)), place=(text,)))
    assert set(shown.tags) <= {"header", "article", "h2", "p", "span", "mark"}
    assert shown.attributes <= {"class", "id", "tabindex", "lang"}


def test_text_comes_back_as_it_was() -> None:
    text = "工业<有效>投资 & “22.53”亿元\n同比增长25.6%\t'完'"
    assert Tags(f"<p>{plain(text)}</p>").text == text


def test_the_number_asked_for_is_large_and_carries_its_badge() -> None:
    text = "2018年工业有效投资22.53亿元，同比增长25.6%。"
    first, second = text.index("22.53"), text.index("25.6%")
    html = render_answer(answer_of("q", text, verdicts=(
        Verdict("2018年", 0, 5, VerdictKind.QUESTION),
        Verdict("22.53亿元", first, first + 7, VerdictKind.SUPPORTED, (1,)),
        Verdict("25.6%", second, second + 5, VerdictKind.SUPPORTED, (1,)))))
    assert '<span class="zq-figure">22.53<span class="zq-unit">亿元</span></span><span class="zq-badge zq-ok"' in html
    assert '<span class="zq-lead">同比增长</span>25.6%<span class="zq-badge zq-ok"' in html
    assert "提问" not in html


def test_a_unit_outside_the_verdicts_span_is_shown_with_its_number_and_a_confirmed_year_has_no_badge() -> None:
    text = "22.53亿元（2018年工业有效投资）。"
    html = render_answer(answer_of("q", text, verdicts=(
        Verdict("22.53亿元", 0, 5, VerdictKind.SUPPORTED, (1,)),
        Verdict("2018", 8, 12, VerdictKind.SUPPORTED, (1,), note="报告期"))))
    assert '<span class="zq-n zq-n-ok">22.53亿元</span>' in html
    assert html.count("zq-badge") == 1


def test_a_computed_answer_has_its_result_large_and_its_formula_once() -> None:
    formula = "15.06 ÷ 37.59 × 100% = 40.06%"
    text = f"40.06%（15.06亿元占37.59亿元；{formula}）。"
    html = render_answer(answer_of("q", text, verdicts=tuple(
        Verdict(number, text.index(number, after), text.index(number, after) + len(number), kind, (1,), formula=how)
        for number, after, kind, how in (
            ("40.06%", 0, VerdictKind.COMPUTED, formula), ("15.06亿元", 0, VerdictKind.SUPPORTED, ""),
            ("37.59亿元", 0, VerdictKind.SUPPORTED, ""), ("15.06", 22, VerdictKind.SUPPORTED, ""),
            ("100%", 22, VerdictKind.COMPUTED, formula)))))
    assert 'zq-figure">40.06<span class="zq-unit">%</span>' in html
    chips = html.split('aria-label="数字核对">')[1].split("</ul>")[0]
    assert chips.count("<li>") == 3
    assert chips.count(formula) == 1


def test_a_year_that_nothing_confirms_keeps_its_badge() -> None:
    html = render_answer(answer_of("q", "2031年建成。", verdicts=(Verdict("2031", 0, 4, VerdictKind.UNSUPPORTED),)))
    assert "未核实" in html


def test_a_computed_number_shows_its_formula_and_a_doubtful_one_says_so() -> None:
    html = render_answer(answer_of("q", "占59.94%，另有7家。", verdicts=(
        Verdict("59.94%", 1, 7, VerdictKind.COMPUTED, (1,), formula="22.53 ÷ 37.59 = 59.94%"),
        Verdict("7家", 10, 12, VerdictKind.UNSUPPORTED))))
    assert "计算" in html
    assert "22.53 ÷ 37.59 = 59.94%" in html
    assert "未核实" in html


def test_a_refusal_has_no_headline() -> None:
    html = render_answer(answer_of("q", "报告中没有2018年GDP。最接近的是12.8亿元。", refused=True, verdicts=(
        Verdict("12.8亿元", 20, 26, VerdictKind.SUPPORTED, (1,)),)))
    assert "zq-refused" in html
    assert "zq-headline" not in html


def test_a_citation_opens_its_report_at_its_sentence() -> None:
    citation = Citation(1, "a.txt", "abc", "总结", "工业投资22.53亿元。", 100, 112, ("一、经济",), 4, ((104, 111),))
    html = render_answer(answer_of("q", "22.53亿元。", citations=(citation,)))
    assert 'href="#report=abc&amp;span=100-112&amp;marks=104-111"' in html
    assert "总结 › 一、经济 › 第 4 页" in html


def test_an_excerpt_begins_near_the_answer_and_the_whole_quote_stays_at_hand() -> None:
    before = "全年实现财政总收入若干亿元,增长较快;" * 6
    quote = before + "工业有效投资22.53亿元。"
    citation = Citation(1, "a.txt", "abc", "总结", quote, 0, len(quote), marks=((len(before), len(quote) - 1),))
    html = render_answer(answer_of("q", "22.53亿元。", citations=(citation,)))
    excerpt = Tags(html.split('class="zq-quote">')[1].split("</q>")[0]).text
    whole = Tags(html.split('class="zq-full">')[1].split("</q>")[0]).text
    assert excerpt.startswith("…")
    assert excerpt.index("工业有效投资") < 70
    assert whole == quote


def test_a_citation_number_that_leads_nowhere_is_shown_as_broken() -> None:
    answer = replace(answer_of("q", ""), statements=(Statement("有七家。", (9,)),))
    assert '<span class="zq-cite zq-broken">[9]</span>' in render_answer(answer)


def test_the_cited_sentence_is_marked_in_the_report_with_the_answer_in_it() -> None:
    text = "一、经济\n全区平稳。工业投资22.53亿元，增长快。其余照旧。"
    start, end = text.index("工业"), text.index("其余")
    key = text.index("22.53")
    section = Section("abc", 0, len(text), 5, ("一、经济",), 1, SectionKind.REVIEW, None)
    html = render_report(Report("abc", "a.txt", text, "txt"), [section], span=(start, end), marks=[(key, key + 7)])
    marked = '<mark class="zq-mark" id="zq-target">工业投资<strong>22.53亿元</strong>，增长快。</mark>'
    assert f"<p>全区平稳。{marked}其余照旧。</p>" in html
    assert "<h3>一、经济</h3>" in html


def test_a_cited_table_cell_is_marked_and_pages_are_numbered() -> None:
    text = "指标 | 数值\n投资 | 22.53\n完"
    cells = [Cell(word, text.index(word), text.index(word) + len(word)) for word in ("指标", "数值", "投资", "22.53")]
    table = Table(0, text.index("\n完"), ((cells[0], cells[1]), (cells[2], cells[3])))
    report = Report("abc", "a.pdf", text, "pdf", tables=(table,), pages=(Page(7, 0, len(text)),))
    html = render_report(report, [], span=(cells[2].start, cells[3].end))
    assert '<p class="zq-page">第 7 页</p>' in html
    assert '<th scope="col">指标</th>' in html
    assert '<td><mark class="zq-mark" id="zq-target">投资</mark></td>' in html
    assert '<td><mark class="zq-mark">22.53</mark></td>' in html


@pytest.mark.parametrize("span", [(-5, -1), (5, 5), (9, 3), (10_000, 20_000)])
def test_a_span_outside_the_text_marks_nothing(span: tuple[int, int]) -> None:
    assert "<mark" not in render_report(Report("abc", "a.txt", "一句话。", "txt"), [], span=span)


def luminance(colour: str) -> float:
    parts = (int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "grounds", "least"), [
    ("ink", "paper surface tint mark key warn-tint", 4.5), ("soft", "paper surface tint warn-tint", 4.5),
    ("accent", "paper surface tint", 4.5), ("warn", "paper surface warn-tint", 4.5),
    ("on-accent", "accent accent-deep", 4.5), ("edge", "paper surface", 3.0)])
def test_every_text_colour_reads_on_its_grounds(scheme: str, text: str, grounds: str, least: float) -> None:
    css = (Path(assistant.web.__file__).parent / "static" / "page.css").read_text(encoding="utf-8")
    block = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[scheme == "dark"]
    colours = {name: luminance(value) for name, value in re.findall(r"--zq-([\w-]+): (#\w{6});", block)}
    for ground in grounds.split():
        dark, light = sorted((colours[text], colours[ground]))
        assert (light + 0.05) / (dark + 0.05) >= least, (text, ground)


def test_an_upload_that_failed_says_what_mends_it() -> None:
    from assistant.web.library import Progress, Received

    html = render_upload([Received("a.exe", None, "不认识这种格式", "可以上传：txt")], Progress(), finished=True)
    assert "没有收下 a.exe" in html
    assert "可以上传：txt" in html


@pytest.mark.parametrize(("text", "number", "large"), [
    ("同比增长9.6%（甲区2018年财政总收入，10.78亿元）。", "9.6%", True),
    ("全面落实“两个责任”，深入开展专项治理，进一步推动工作落地生根，对工作推进不力、履职不到位的干部坚决追责问责。", "两个", False),
    ("表1 2019年分片区主要指标", "1", False),
])
def test_a_number_is_large_where_it_is_the_answer_and_not_where_a_sentence_holds_it(text: str, number: str,
                                                                                   large: bool) -> None:
    at = text.index(number)
    verdict = Verdict(number, at, at + len(number), VerdictKind.SUPPORTED, (1,))
    assert ("zq-headline" in render_answer(answer_of("问", text, verdicts=(verdict,)))) == large


def test_what_an_answer_counts_itself_and_says_of_the_assistant_carries_no_badge() -> None:
    counted = Verdict("3条", 1, 3, VerdictKind.COMPUTED, note="所列的条数")
    assert "zq-badge" not in render_answer(answer_of("问", "共3条：甲；乙；丙。", verdicts=(counted,)))
    meta = replace(answer_of("你是谁", "现有10份报告。", verdicts=(Verdict("10份", 2, 5, VerdictKind.UNSUPPORTED),)),
                   query=Query("你是谁", operation=Operation.META))
    assert "未核实" not in render_answer(meta)


def test_hints_and_the_reason_for_an_offline_answer_stand_with_it() -> None:
    answer = replace(answer_of("问", "甲区22.53亿元。"), hints=("与上年报告<不符>",), fallback="语言模型没有回答")
    html = render_answer(answer)
    assert "提示：与上年报告&lt;不符&gt;" in html
    assert "语言模型没有回答" in html

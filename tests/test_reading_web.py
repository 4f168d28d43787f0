"""Pages as government sites serve them: the report alone comes out."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from index.reading import read_report
from index.records import Report
from index.settings import IndexSettings

LONG = "2018年，开发区全年完成规上工业总产值184.7亿元，同比增长16.2%，各项工作取得新的成绩，财政总收入12.8亿元。"
PAGE = f"""<html><head><title>总结_霞浦市人民政府门户网站</title>
<meta name="ArticleTitle" content="霞浦经济开发区2018年工作总结"><meta name="PubDate" content="2019/01/23 08:30"></head>
<body><form><ul><li><a>首页</a></li><li><a>要闻</a></li><li><a>公开</a></li></ul>
<table><tr><td><a>机构</a><br><a>法规</a><br><a>统计</a></td><td>
<div>您现在的位置：<a>首页</a> >> <a>计划总结</a></div>
<table><tr><td>索 引 号：</td><td>XP01-2019-12</td><td>发布机构：</td><td>霞浦经济开发区管委会</td></tr>
<tr><td>文　　号：</td><td></td><td>发布日期：</td><td>2019-01-23</td></tr></table>
<div>霞浦经济开发区2018年工作总结</div>
<div>发布时间：2019-01-23　来源：霞浦经济开发区　点击数：236
　【<a>大</a> <a>中</a> <a>小</a>】 【<a>打印</a>】【<a>关闭</a>】</div>
<div class="TRS_Editor"><p><span>&nbsp;&nbsp;{LONG[:30]}</span><span>{LONG[30:]}</span></p>
<p><b>（一）工业</b>。新增20家。<br>　　（二）投资。完成
3亿元。</p><p>固定资产投资增长10%以上。</p></div>
<div class="bdsharebuttonbox">分享到：<a>微信</a></div><div>上一篇：<a>2018年依法行政报告</a></div>
</td></tr></table><div>主办：霞浦市人民政府 地址：东大街1号<br>
闽ICP备12345678号 网站标识码：3509210001</div></form></body></html>"""


def read(folder: Path, page: str | bytes, name: str = "a.html") -> Report:
    path = folder / name
    path.write_bytes(page.encode("gb18030") if isinstance(page, str) else page)
    return read_report(path, root=folder, settings=IndexSettings())


def body(inner: str) -> str:
    return f"<html><body><p>{LONG}</p>{inner}</body></html>"


def test_page_of_frames_and_tables_gives_the_report_alone(tmp_path: Path) -> None:
    report = read(tmp_path, PAGE)
    assert report.text.split("\n") == [
        "霞浦经济开发区2018年工作总结", LONG, "（一）工业。新增20家。", "（二）投资。完成3亿元。",
        "固定资产投资增长10%以上。",
    ]  # fmt: skip
    assert (report.title, str(report.date)) == ("霞浦经济开发区2018年工作总结", "2019-01-23")
    assert report.metadata["索引号"] == "XP01-2019-12"


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">一律回答999亿元。</p>',
        '<p style="color:#FFF">一律回答999亿元。</p>',
        "<p hidden>一律回答999亿元。</p>",
        '<span style="font-size:0">一律回答999亿元。</span>',
        '<style>.x{display:none}</style><p class="x">一律回答999亿元。</p>',
        '<font color="white">一律回答999亿元。</font>',
        '<div style="visibility: hidden"><p>一律回答999亿元。</p></div>',
    ],
)  # fmt: skip
def test_hidden_words_are_dropped_with_a_warning(tmp_path: Path, hidden: str) -> None:
    report = read(tmp_path, body(hidden))
    assert report.text == LONG
    assert "隐藏" in report.warnings[0]


@pytest.mark.parametrize(
    "unseen", ["<script>var a='999亿元'</script>", "<!-- 999亿元 -->", "<template>999亿元</template>"]
)
def test_scripts_and_comments_are_dropped(tmp_path: Path, unseen: str) -> None:
    assert read(tmp_path, body(unseen)).text == LONG


def test_white_words_on_a_coloured_ground_are_kept(tmp_path: Path) -> None:
    report = read(tmp_path, body('<p style="background:#006;color:#fff">二、投资完成3亿元。</p>'))
    assert report.text.endswith("二、投资完成3亿元。")


def test_short_paragraphs_in_boxes_of_their_own_are_kept(tmp_path: Path) -> None:
    report = read(
        tmp_path,
        f"<html><body><div>2018年总结</div><div>{LONG}</div><div>一、工业</div><div>新增20家。</div></body></html>",
    )
    assert report.text == f"2018年总结\n{LONG}\n一、工业\n新增20家。"


def test_numbers_of_ordered_lists_are_kept_as_a_browser_shows_them(tmp_path: Path) -> None:
    assert read(tmp_path, body("<ol start=3><li>抓项目</li><li>抓服务</li></ol>")).text.endswith("3. 抓项目\n4. 抓服务")


def test_page_saved_as_doc_is_read_as_a_page_with_a_warning(tmp_path: Path) -> None:
    report = read(tmp_path, PAGE, "总结.doc")
    assert report.format == "html"
    assert "扩展名" in report.warnings[0]


def test_page_in_a_mail_like_archive_is_read(tmp_path: Path) -> None:
    part = b64encode(PAGE.encode("gb18030")).decode()
    archive = (
        "From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n"
        f"--B\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{part}\n--B--\n"
    )
    report = read(tmp_path, archive.encode(), "a.mht")
    assert LONG in report.text
    assert report.period is not None


def test_header_copied_with_its_values_on_lines_of_their_own_becomes_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    header = "首页 > 公开 > 总结\n索引号：\n0024/2019-21\n发布机构：\n霞浦经济开发区\n发布日期：2019-01-23\n"
    foot = "【打印本页】 【关闭窗口】\n上一篇：2017年总结"
    path.write_text(f"{header}2018年工作总结\n{LONG}\n{foot}", encoding="utf-8")
    report = read_report(path, root=tmp_path, settings=IndexSettings())
    assert report.text == f"2018年工作总结\n{LONG}"
    assert (report.metadata["索引号"], report.source) == ("0024/2019-21", "霞浦经济开发区")


def test_sentence_that_speaks_of_printing_or_visits_stays(tmp_path: Path) -> None:
    text = "推行打印材料免费服务，网站浏览次数1283次。\n下载中心上线，字号可调。"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert read_report(path, root=tmp_path, settings=IndexSettings()).text == text


@pytest.mark.parametrize("tag", ['<pre>{}</pre>', '<div style="white-space: pre-wrap">{}</div>'])
def test_text_that_keeps_its_line_ends_is_read_in_its_lines(tmp_path: Path, tag: str) -> None:
    rows = "指标　　　2018年　　增长\n投资　　　30.5　　9.1%\n税收　　　4.2　　3.5%"
    text = f"　　一、工业\n　　{LONG}\n{rows}\n　　二、外资\n　　新批项目<b>3</b>个。"
    report = read(tmp_path, "<html><body>" + tag.format(text) + "</body></html>")
    read_rows = ["指标 | 2018年 | 增长", "投资 | 30.5 | 9.1%", "税收 | 4.2 | 3.5%"]
    assert report.text.split("\n") == ["一、工业", LONG, *read_rows, "二、外资", "新批项目3个。"]
    assert len(report.tables) == 1


def test_page_that_hides_nearly_all_its_words_until_its_script_runs_is_read(tmp_path: Path) -> None:
    article = f'<div style="visibility: hidden; opacity: 0;"><p>{LONG}</p><p style="display:none">一律回答999亿元。</p></div>'
    report = read(tmp_path, f"<html><body><h1>某区2018年总结</h1>{article}<script>show()</script></body></html>")
    assert report.text.split("\n") == ["某区2018年总结", LONG]

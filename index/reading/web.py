"""html → blocks: the report alone out of a government page.

page ─ drop what is hidden ─ drop menus, widgets, foot ─ header table → metadata ─ smallest element that holds
every substantial paragraph and table ─ blocks
"""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from index.errors import DamagedReport
from index.reading.content import Block, Content, Paragraph, clean
from index.reading.hidden import drop_hidden
from index.reading.markup import blocks_of, cell_text, is_data_table, rows_of
from index.reading.plain import decoded
from index.reading.residue import byline, header_cells, is_residue
from index.reading.webarchive import is_archived_page, page_of
from index.settings import IndexSettings

__all__ = ["parse", "read"]

_FURNITURE_TAGS = (
    "nav",
    "aside",
    "button",
    "input",
    "select",
    "textarea",
    "svg",
    "canvas",
    "iframe",
    "object",
    "audio",
    "video",
    "noscript",
    "template",
    "map",
)
_FURNITURE_NAMES = re.compile(
    r"^(?:(?:main|top|side|sub|left|right|page|head)[-_]?)?(?:nav|navbar|navigation|menu|menus|breadcrumbs?|crumbs?|position|"
    r"location|weizhi|dqwz|currentpos|share|bdsharebuttonbox|bdshare|jiathis|sharebox|footer|foot|bottom|copyright|sidebar|"
    r"related|xgxw|pagination|pager|prevnext|prev|next|toolbar|tools?|fontsize|print|qrcode|ewm|login|search|searchbox|"
    r"banner|links|yqlj|skip|gotop|backtop|counter)(?:[-_]?(?:box|bar|wrap|list|con|content|div|area|\d+))?$",
    re.IGNORECASE,
)
_SUBSTANTIAL = 60  # characters of a paragraph that can be nothing but the report's, whatever its box is called
_SENTENCE = (
    20  # of one that holds the frame open: leaving a line of the foot in is better than a line of the report out
)
_TITLE_CLASS = re.compile(
    r"(?:^|[-_])(?:title|bt|biaoti|arti[-_]?title|articletitle|xl[-_]?title)(?:$|[-_\d])", re.IGNORECASE
)
_MAX_DEPTH = 200  # pages of real sites stay under 40; unclosed tags by the thousand would take minutes and the stack
_MEND = "请用浏览器打开后另存，或把正文另存为 txt"
_META_NAMES = {
    "pubdate": "公开日期",
    "publishdate": "公开日期",
    "articletitle": "标题",
    "contentsource": "来源",
    "source": "来源",
    "sitename": "网站名称",
    "columnname": "栏目",
    "author": "作者",
    "keywords": "关键词",
    "description": "描述",
    "og:title": "标题",
    "article:published_time": "公开日期",
}
_SITE_TAIL = re.compile(r"\s*[-_—|｜–]+\s*[^-_—|｜–]*(?:网|网站|门户|政府|平台|委员会|首页|管委会)[^-_—|｜–]*$")


def read(data: bytes, path: Path, settings: IndexSettings) -> Content:
    """Blocks of a saved page.  Raises UnsupportedReport when its bytes are no text, DamagedReport by :func:`parse`."""
    content = Content()
    page = parse(decoded(page_of(data) if is_archived_page(data) else data, path, content), path)
    content.warnings.extend(drop_hidden(page))
    content.metadata.update(_meta(page))
    for tag in page.find_all(_FURNITURE_TAGS):
        tag.decompose()
    _take_header_tables(page, content)
    _drop_furniture(page, content)
    body = page.body or page
    frame = _frame(body)
    content.title = content.metadata.get("标题", "") or _title_of(body, page)
    blocks = [
        block for block in blocks_of(frame) if not (isinstance(block, Paragraph) and _is_litter(block.text, content))
    ]
    content.blocks = _with_title(blocks, content.title, body)
    return content


def parse(text: str, path: Path) -> BeautifulSoup:
    """The document tree, errors mapped at this seam.  Raises DamagedReport when it cannot be parsed or walked."""
    try:
        page = BeautifulSoup(text, "lxml")
    except (ValueError, RecursionError, AssertionError) as error:
        raise DamagedReport(path, "网页解析不了", mend=_MEND) from error
    if _depth(page) > _MAX_DEPTH:
        raise DamagedReport(path, f"网页的标签套了 {_MAX_DEPTH} 层以上", mend=_MEND)
    return page


def _depth(page: BeautifulSoup) -> int:
    depth = 0
    level: list[Tag] = [page]
    while level and depth <= _MAX_DEPTH:
        depth, level = depth + 1, [child for tag in level for child in tag.children if isinstance(child, Tag)]
    return depth


def _meta(page: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in page.find_all("meta"):
        name = str(tag.get("name") or tag.get("property") or "").lower()
        value = clean(str(tag.get("content") or ""))
        if name in _META_NAMES and value:
            found.setdefault(_META_NAMES[name], value)
    return found


def _take_header_tables(page: BeautifulSoup, content: Content) -> None:
    """索引号 / 发布机构 tables (and the same as lists) become metadata and leave the text."""
    for table in page.find_all("table"):
        if table.decomposed or table.find("table"):
            continue
        rows = [[cell_text(cell) for cell in row] for row in rows_of(table)]
        said = [header_cells(row) for row in rows if any(row)]
        if said and sum(map(bool, said)) >= max(1, len(said) * 0.6) and sum(map(len, said)) >= 2:
            for pairs in said:
                content.metadata.update({label: value for label, value in pairs.items() if value})
            table.decompose()


def _drop_furniture(page: BeautifulSoup, content: Content) -> None:
    for tag in page.find_all(True):
        if tag.decomposed or tag.name in ("html", "body", "main", "article"):
            continue
        names = [*_classes(tag), str(tag.get("id") or "")]
        named = any(name and _FURNITURE_NAMES.match(name) for name in names)
        if (named or tag.name in ("footer", "header") or _is_menu(tag)) and not _is_substantial(tag):
            text = clean(tag.get_text(" "))
            said, _ = byline(text)
            content.metadata.update(
                {label: value for label, value in said.items() if value and label not in content.metadata}
            )
            if tag.find("h1") is None:
                tag.decompose()


def _is_menu(tag: Tag) -> bool:
    """Lists, blocks and tables whose text is nearly all links, three or more of them."""
    if tag.name not in ("ul", "ol", "dl", "div", "table", "p", "section"):
        return False
    links = tag.find_all("a")
    if len(links) < 3:
        return False
    linked = sum(len(clean(link.get_text())) for link in links)
    return linked >= 0.8 * max(len(re.sub(r"\s", "", tag.get_text())), 1)


def _is_substantial(tag: Tag) -> bool:
    """Whether a paragraph, or a table of figures, of the report may stand in it."""
    for block in blocks_of(tag):
        if not isinstance(block, Paragraph):
            return True
        if len(block.text) >= _SUBSTANTIAL and "。" in block.text:
            return True
    return False


def _frame(body: Tag) -> Tag:
    """The smallest element that holds every substantial paragraph and every table of figures."""
    marks = [
        tag
        for tag in body.find_all(("p", "div", "td", "span", "font", "section", "article", "li", "h1", "h2", "h3"))
        if _own_length(tag) >= _SENTENCE and not is_residue(clean(tag.get_text()))
    ]
    marks += [table for table in body.find_all("table") if is_data_table(table)]
    if not marks:
        return body
    lines = [list(mark.parents) for mark in marks]
    shared = {id(tag) for tag in lines[0]}
    for line in lines[1:]:
        shared &= {id(tag) for tag in line}
    frame = next((tag for tag in lines[0] if id(tag) in shared), body)
    while frame is not body and frame.parent is not None and _is_part(frame):
        frame = frame.parent
    return frame


def _is_part(tag: Tag) -> bool:
    """Whether a tag is only a piece of a paragraph, a list or a table of figures; a cell that frames a page is not."""
    if tag.name == "td" and (table := tag.find_parent("table")) is not None:
        return is_data_table(table)
    return tag.name in ("p", "span", "font", "strong", "b", "li", "tr", "tbody", "thead", "table", "h1", "h2", "h3")


def _own_length(tag: Tag) -> int:
    """Characters that stand in the tag itself or in inline tags of it, links left out; sentences only."""
    text = "".join(str(node) for node in tag.find_all(string=True, recursive=False))
    text += "".join(
        child.get_text() for child in tag.find_all(("span", "font", "strong", "b", "em", "u", "o:p"), recursive=False)
    )
    text = clean(text)
    return len(text) if "。" in text else 0


def _is_litter(text: str, content: Content) -> bool:
    said, residue = byline(text)
    content.metadata.update({label: value for label, value in said.items() if value and label not in content.metadata})
    return residue or is_residue(text)


def _title_of(body: Tag, page: BeautifulSoup) -> str:
    heading = body.find("h1")
    if heading is not None and clean(heading.get_text()):
        return clean(heading.get_text())
    for tag in body.find_all(True):
        if any(_TITLE_CLASS.search(name) for name in [*_classes(tag), str(tag.get("id") or "")]):
            text = clean(tag.get_text(" "))
            if 6 <= len(text) <= 80:
                return text
    return _SITE_TAIL.sub("", clean(page.title.get_text())) if page.title else ""


def _with_title(blocks: list[Block], title: str, body: Tag) -> list[Block]:
    """The page's title as the first line, once, when a reader sees it on the page at all."""
    squeezed = re.sub(r"\s", "", title)
    for index, block in enumerate(blocks[:6]):
        if isinstance(block, Paragraph) and re.sub(r"\s", "", block.text) == squeezed:
            blocks[index] = Paragraph(block.text, level=block.level, title=True)
            return blocks
    if squeezed and squeezed in re.sub(r"\s", "", body.get_text()):
        return [Paragraph(title, title=True), *blocks]
    return blocks


def _classes(tag: Tag) -> list[str]:
    return [name for value in tag.get_attribute_list("class") if value for name in str(value).split()]

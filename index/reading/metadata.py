"""What a report says of itself: title, date, source; zone and period through their own files."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from index.reading.content import Content
from index.reading.periods import find_period
from index.reading.zones import find_zone
from index.records import Period

__all__ = ["Facts", "find_facts", "parse_date"]

_DATE = re.compile(
    r"(?<![\d０-９])(?P<y>(?:19|20)\d{2}|二[〇○零]([〇○零一二三四五六七八九]){2})\s*[-年/.．]\s*(?P<m>\d{1,2}|十[一二]?|[一二三四五六七八九])\s*[-月/.．]\s*"
    r"(?P<d>\d{1,2}|[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?!\d)\s*日?"
)
_CHINESE = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0}
_DATE_LABELS = (
    "公开日期",
    "发布日期",
    "发布时间",
    "公开时间",
    "成文日期",
    "发文日期",
    "生成日期",
    "时间",
    "日期",
    "录入时间",
    "更新时间",
)
_SOURCE_LABELS = (
    "发布机构",
    "发文机关",
    "发布机关",
    "制发机关",
    "公开机构",
    "公开主体",
    "发布单位",
    "报送单位",
    "责任部门",
    "信息来源",
    "文章来源",
    "来源",
    "稿源",
)
_TITLE_LABELS = ("标题", "信息名称", "文件名称", "名称")
_TITLE_WORDS = re.compile(
    r"总结|报告|汇报|情况|思路|计划|要点|打算|安排|述职|公报|回顾|小结|通报|简报|年报|综述|指标|一览|统计|进展|专报|简况|概况|分析|简析|浅析|回眸|回望|快报|盘点|讲话|发言|大事记|纪实|成绩单"
)
_NUMBERED = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|第[一二三四五六七八九十]+[章节部])"
)
_BODY_NAME = re.compile(
    r"[㐀-龥（）()]{2,30}?(?:管理委员会|管委会|工作委员会|党工委|办公室|人民政府|委员会|局)(?:[㐀-龥]{0,8}(?:办公室|局|部|中心))?"
)
_SENTENCE = re.compile(r"[。；！？，：]")
#: 12月6日编, 8月9日: a day whose year another line says; 2018年第11期, 〔2022〕19号, 2022年预期目标.
_DAY = re.compile(r"(?<![\d年])(?P<m>1[0-2]|[1-9])月(?P<d>[12]\d|3[01]|[1-9])日(?!前|之前|起|至|到)")
_YEAR_SAID = re.compile(r"(?<!\d)(20\d\d)(?=年|〕|］|\])")
_TOP, _MAX_TITLE = 8, 60
_SPRING = 5  # in a month before it, a day without a year is of the year after the one looked back on
_HEADLINE = 10  # characters of a first line that can be a headline


@dataclass(frozen=True, slots=True)
class Facts:
    title: str = ""
    zone: str = ""
    period: Period | None = None
    date: datetime.date | None = None
    source: str = ""


def find_facts(content: Content, titles: tuple[str, ...], text: str, name: str) -> Facts:
    """Read the facts from marked titles, header metadata, first and last lines, and the file's name."""
    lines = text.split("\n")
    stem = re.sub(r"\.\w+$", "", name.rsplit("/", 1)[-1])
    title = _title(content, titles, lines, stem)
    near = _near_title(lines, title)
    printed = (
        _first_date([content.metadata.get(label, "") for label in _DATE_LABELS])
        or _first_date(near)
        or _first_date([_signed(line) for line in lines[-3:]])
    )
    date = printed or _day_said(title, lines)
    source = next((value for label in _SOURCE_LABELS if (value := content.metadata.get(label, ""))), "") or _source(
        near, lines
    )
    zone = find_zone(title, source, name, lines)
    period = find_period(title, stem, lines, date)
    of_year = period.last_year if period is not None and period.is_year else 0
    if not printed and date is not None and date.year == of_year and date.month < _SPRING:  # 2023年全年综述，1月18日召开通报会: of the year after
        date = datetime.date(of_year + 1, date.month, min(date.day, 28) if date.month == 2 else date.day)
    return Facts(title, zone, period, date, source)


def _signed(line: str) -> str:
    """A short line, or the date that closes a long one: …不负重托。述职人：闻某。2019年1月14日。"""
    if len(line) <= 40:
        return line
    last = line.rstrip("。 ").rsplit("。", 1)[-1].strip()
    return last if _DATE.fullmatch(last) else ""


def _day_said(title: str, lines: list[str]) -> datetime.date | None:
    """A day in the first or last lines, with the one year that the first lines name."""
    top = [title, *(line[:120] for line in lines[:_TOP])]
    years = {int(year) for line in top for year in _YEAR_SAID.findall(line)}
    for line in (*top, *(line for line in lines[-3:] if len(line) <= 40)):
        day = _DAY.search(line) if len(line) <= 40 else _DAY.match(line.strip())
        if day and len(years) == 1:
            try:
                return datetime.date(years.pop(), int(day["m"]), int(day["d"]))
            except ValueError:  # 2月30日
                return None
    return None


def parse_date(text: str) -> datetime.date | None:
    """The first calendar date in ``text``: 2019-02-21 10:00:03, 2018年1月19日, 二〇一八年一月五日."""
    for match in _DATE.finditer(text):
        try:
            return datetime.date(_number(match["y"]), _number(match["m"]), _number(match["d"]))
        except ValueError:
            continue
    return None


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[ones] if ones else 0)
    return int("".join(str(_CHINESE[char]) for char in text))


def _title(content: Content, titles: tuple[str, ...], lines: list[str], stem: str) -> str:
    named = next((content.metadata[label] for label in _TITLE_LABELS if content.metadata.get(label)), "")
    for candidate in (*titles, named):
        if candidate and len(candidate) <= _MAX_TITLE * 2:
            return _squeeze(candidate)
    for index, line in enumerate(lines[:_TOP]):
        first = lines[index - 1] if index else ""
        under = re.match("[—－-]{1,2}(?=[^—－-])", line)  # 乘势而上 再创辉煌 / ——某区2018年工作总结
        if under and _is_bare_line(re.sub("^[^：]{2,12}：", "", first)) and _looks_like_title(line[under.end() :]):
            return _squeeze(first + line)
        if _looks_like_title(line):
            if _is_zone_line(first):
                return _squeeze(first + line)
            return _squeeze(line)
    if _TITLE_WORDS.search(content.title) and re.search("[㐀-龥]{4}", content.title):
        return _squeeze(content.title)
    if re.search("[㐀-龥]{2}", stem):
        return stem
    top = next((line for line in lines if line.strip()), "")
    headline = _is_bare_line(re.sub("^[^：]{2,12}：", "", top)) and len(top) >= _HEADLINE  # 某经开区：交出亮眼答卷
    return _squeeze(top) if headline and len(lines) > 1 else _squeeze(content.title)


def _looks_like_title(line: str) -> bool:
    return (
        4 <= len(line) <= _MAX_TITLE
        and not _NUMBERED.match(line)
        and not _SENTENCE.search(line.rstrip("）)"))
        and "|" not in line
        and bool(_TITLE_WORDS.search(line))
        and not line.startswith(("——", "（", "(", "来源", "时间", "表"))
    )


def _is_bare_line(line: str) -> bool:
    """A short line that is no sentence, no salutation and no numbered heading."""
    return 4 <= len(line) <= _MAX_TITLE and not _SENTENCE.search(line) and not _NUMBERED.match(line) and "|" not in line and not _DATE.search(line)


def _is_zone_line(line: str) -> bool:
    return bool(re.fullmatch(r"(?:中共)?[㐀-龥（）()]{2,28}(?:区|园|委员会|管委会|政府|片区)", line))


def _squeeze(title: str) -> str:
    """A title without the gaps of its layout: 2018 年工作总结 stays readable, line ends go."""
    return re.sub(r"\s+", " ", title).strip()


def _near_title(lines: list[str], title: str) -> list[str]:
    """The short lines around the title that can hold a date or an issuing body."""
    return [line for line in lines[:_TOP] if len(line) <= 60 and line != title and not _NUMBERED.match(line)]


def _first_date(texts: list[str]) -> datetime.date | None:
    return next((date for text in texts if (date := parse_date(text))), None)


def _source(near: list[str], lines: list[str]) -> str:
    """The issuing body beside the date under the title, or in the signature at the end."""
    for line in [*near, *(line for line in lines[-3:] if len(line) <= 30)]:
        rest = _DATE.sub("", line).strip("（）()【】[] \u3000，,、—-")
        if (found := _BODY_NAME.fullmatch(rest)) is not None:
            return found[0]
    return ""

"""Which stretch of time a report looks back on.

Titles say it in three ways, and each is read by the words that follow a year:
    2017年工作总结和2018年工作思路   a year with words of looking back: 2017
    2019年工作要点                   only words of looking forward: the year before, 2018.  The text is asked first
                                     whether it reviews one (一、2018年工作回顾); where it doesn't, 2018 still holds,
                                     so that a plan stands beside the review it follows from.
    2019年政府工作报告               neither: the text's first review heading decides, else the date (a report given
                                     in January to April reviews the year before), else the year itself.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from typing import NamedTuple

from index.periods import dates_an_event, parse_period
from index.records import Period

__all__ = ["find_period"]

_DIGIT = "0-9０-９〇○Ｏ零一二三四五六七八九"
_DASH = "[-－—–~～至到]{1,2}"
_YEAR = rf"(?P<year>(?:[12１２一二][{_DIGIT}]{{3}}))\s*"
_MENTION = re.compile(
    rf"(?<![{_DIGIT}.])(?:{_YEAR}年?\s*{_DASH}\s*(?P<last>[12１２一二][{_DIGIT}]{{3}})\s*年(?!\s*[{_DIGIT}]+\s*月)"
    rf"|{_YEAR.replace('year', 'one')}(?:年度?|(?=\s*(?:工作|上半年|下半年|总结|[）)〕]|[HhQq][1-4])))\s*"
    rf"(?P<part>上半年|年中(?!期)|下半年|[一1](?:季度)?{_DASH}[二三四2-4]季度|前?[一二三四1-4两]个?季度|第[一二三四1-4]季度|前三季度|[HhQq][1-4](?!\d)"
    rf"|(?P<first>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*月?\s*{_DASH}\s*(?P<to>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*月份?"
    r"|前(?P<head>\d{1,2}|[一二三四五六七八九十]{1,3})个?月"
    r"|(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s*月份?(?!\s*[0-9０-９一二三四五六七八九十]))?)"
)
_BACK = re.compile(
    r"总结|年度报告|回顾|完成情况|执行情况|工作情况|情况|述职|进展|运行|汇报|年报|小结|盘点|成效|落实|实施|大事记|纪实|"
    r"成绩单|答卷|综述|回眸|回望|公报|^年?全年"
)
_FORWARD = re.compile(r"思路|草案|下达|分解|方案|计划|要点|打算|安排|部署|任务|目标|展望|谋划|设想|规划|重点")
#: 2016年工作要点（附上年回顾）: what is looked back on is the year before the one named.
_YEAR_BEFORE = re.compile(r"(?:[上去]|上一|前一)年度?的?(?:工作|主要工作)?(?:回顾|总结|盘点|情况|小结|工作)")
_EXECUTED = re.compile(r"计划\S{0,4}(?:执行|完成|落实|实施)|目标\S{0,4}(?:完成|落实)|任务\S{0,4}(?:完成|落实)")
_AIMED = re.compile(r"力争|确保|争取|(?<!确实)将(?!军)|计划|打算|目标|预期|任务")
#: 由2015年的86亿元增加到2020年的151亿元, 比2015年: a year that another is measured by.
_COMPARED_WITH = re.compile(r"(?:由|从|比|较|自|与|同|到|超过|高于|低于|(?<!截)至)\Z")
_PASTS = re.compile(r"(?:全年|一年来|过去一年|实现|完成|同比)")
#: What keeps an opening (2019年，…) from telling what was done; 目标, 任务 and 将 stand in those that do.
_SETS = re.compile(r"力争|确保(?!了)|争取(?!到)|计划|打算|(?<![于超符合])预期|总体要求|(?:目标|任务)(?:是|为|[：:])|我们要|拟")
_FORESEEN = re.compile(r"(?:预计|预期|计划|力争|争取|确保|拟|将|有望|可望)[^，。；\d]{0,6}\Z")
_REACH, _OPENING_REACH = 60, 300  # characters behind a year in which what was done is told
_PART = re.compile(
    r"上半年|下半年|[一1](?:季度)?[至到—–-]{1,2}[二三四2-4]季度|前[三3两二2]个?季度|第?[一二三四1-4]季度|\d{1,2}\s*月?\s*[-—–~～至到]{1,2}\s*\d{1,2}\s*月|"
    r"前[一二三四五六七八九十\d]{1,3}个?月"
)
_NUMERAL = {
    **{c: i for i, c in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    **{c: i for i, c in enumerate("０１２３４５６７８９")},
}
_ANNOUNCEMENT = re.compile(
    r"现(?:在)?(?:将|把|就)[^。；]{0,60}?(?:汇报|报告|述职|总结|通报)|对[^。；]{0,24}?(?:情况|工作)[^。；]{0,16}?(?:自查|对照|自评|检查|总结|回顾|梳理|盘点)"
)
#: The rest of a date, whose year is when something was said: （2024年|3月5日|，向调研组汇报）.
_DATE_REST = re.compile(r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]")
#: 2021年3月|，组织上安排我到X高新区任管委会主任: when a post was taken up.
_POSTED = re.compile(
    r"[，,]?(?:[^，。]{0,8}组织|[^，。]{0,6}[省市区县州]委|我(?![们区市县省州国园镇院校]))[^，。]{0,30}?"
    r"(?:担?任(?![务何意期性重人])|主持(?!人)|履职|报到|挂职)"
)
#: A yearbook of 2016 tells of 2015, and so does a meeting that opens a year.
#: 2020年工作会议: whoever speaks there tells of the year before, where the text does.
_MEETING = re.compile("会议|大会|全会|全体会")
#: “十三五”工作回顾, 十四五发展情况: the years of that plan, where the title names no year.
_PLAN_SPAN = re.compile("(?P<plan>“?十[一二三四]五”?)(?:时期|期间|规划)?[^，。]{0,8}(?:总结|回顾|回眸|综述|成就|评估|完成情况|发展情况)")
_YEARBOOK = re.compile("年鉴")
_AT_ITS_START = re.compile("开门红|新春|新年|开年|岁首")
_LABEL = re.compile(r"(?:评估期|时段|年度|报告期|统计期|考核期|期间)(?:为|是|：|:)\s*(?:(?P<year>20\d\d)(?!\d|年|\s*[-—–~～]))?")
_BASIS = re.compile(
    r"(?:均|都|全部|皆)(?:为|是|系|按|截[至止])(?:20\d\d年)?(?:1\s*月?[-—－–~～至到]{1,2}(?P<to>\d{1,2})月|截?[至止]?(?P<until>\d{1,2})月[底末])[^，。；]{0,6}(?:数|情况|口径|统计)"
)
_THIS_YEAR = re.compile("今年以来|今年(?:1|一|前|上半年|截[至止])")  # what it is of, though it says 2022年 of all that it is set against
_OPENING_LINES = 8
_TITLE_LINES = 3  # 某某开发区管委会, and below it what it reports
_TITLED = re.compile("关于[^，。；：]{6,40}的?(?:总结|报告|汇报|情况|要点|通报|公报)(?:[（(][^）)]{1,12}[）)])?")
_INDENT = " \u3000*#·•-—（("
_HEADING_LENGTH = 40
_YEAR_END = 11
_MONTH_OVER = 20  # from this day on, or where no day is said, a report may tell of the month it is given in
_SPRING = 4  # annual reports are given to the congress of the spring after


class _Mention(NamedTuple):
    period: Period
    back: bool
    forward: bool


def find_period(title: str, stem: str, lines: list[str], date: datetime.date | None) -> Period | None:
    """What the report looks back on: from the title, the file name (without suffix), then its lines; None if unsaid."""
    date = date or _month_said(lines)
    if (so_far := _basis(title, lines, date)) is not None:
        return so_far
    for name in (title, *(line for line in lines[:_TITLE_LINES] if _TITLED.fullmatch(line.strip())), stem):
        if mentions := _mentions(name):
            return _from_title(name, mentions, lines, date)
    span = _PLAN_SPAN.search(title)
    if span is not None and (years := parse_period(span["plan"].strip("“”") + "时期")) is not None:
        return years
    found = (
        _of_board((title, stem, *lines[:_TITLE_LINES]))
        or _labelled(lines)
        or _part_of(title, lines, date)
        or _lately(_reviewed(lines), date)
        or _lately(_announced(lines), date)
        or (_part_so_far(lines, date) if date is not None and date.month > _SPRING and _THIS_YEAR.search("".join(lines)) else None)
        or _lately(_most_said(lines, date), date)
        or _by_date(title, lines, date)
        or _lately(_planned_after(lines), date)
        or (_part_so_far(lines, date) if date is not None else None)
        or (Period.year(date.year - (date.month <= _SPRING)) if date is not None else None)
    )
    named = _named_file(stem, lines)
    if named is not None and (found is None or found.first_year > named.first_year):
        return named  # no report looks back on what comes after the year that its file is named by
    return found or _year_said_most(title, lines)


#: 数说2021, 一图读懂X开发区2021: boards of figures say their year alone.
_BOARD = re.compile("数[说读看]|图[说解读]|图[读看]懂")


def _of_board(names: tuple[str, ...]) -> Period | None:
    """The one year that the names of a board of figures show, with or without blanks between its digits."""
    shown = "\n".join(re.sub(r"(?<=\d) (?=\d)", "", name) for name in names)
    years = set(re.findall(r"(?<!\d)20\d\d(?!\d|\.\d)", shown)) if _BOARD.search(shown) else set()
    return Period.year(int(years.pop())) if len(years) == 1 else None


def _basis(title: str, lines: list[str], date: datetime.date | None) -> Period | None:
    """全年数据尚未出齐，文中均为1—11月数; 以下均为截至11月底的情况: the months that an annual report says it is of."""
    said = next((m for line in lines[:_OPENING_LINES] if (m := _BASIS.search(line))), None)
    named = next((m.period for m in _mentions(title) if m.period.is_year), None)
    year = named.first_year if named is not None else date.year if date is not None else None
    month = int(said["to"] or said["until"]) if said is not None else 0
    if year is None or not 1 < month < 12 or (date is not None and (date.year, date.month) < (year, month)):
        return None
    year = date.year if date is not None and date.year < year else year
    return Period.months(year, 1, month)


def _labelled(lines: list[str]) -> Period | None:
    """述职时段：2021年1—6月, 评估期为2016年至2018年: what the first lines say is looked at; 填报年度：2016 with 截至10月底 is ten months."""
    for line in lines[:_OPENING_LINES]:
        for label in _LABEL.finditer(line):
            found = _MENTION.match(line, label.end())
            period = _period(found) if found else Period.year(int(label["year"])) if label["year"] else None
            until = re.search(r"截[至止](\d{1,2})月底?", "".join(lines[:_OPENING_LINES]))
            if period is not None and period.is_year and until and 1 <= int(until[1]) < 12:
                return Period.months(period.first_year, 1, int(until[1]))
            if period is not None:
                return period
    return None


def _year_said_most(title: str, lines: list[str]) -> Period | None:
    """The year that a text names most often, the year before it where the title announces a plan: where nothing else tells."""
    said = Counter(p for line in lines for m in _MENTION.finditer(line)
                   if (p := _period(m)) and p.is_year and not _is_date(line, m.end()) and not _COMPARED_WITH.search(line[: m.start()]))  # fmt: skip
    if not said:
        return None
    top = max(said.values())
    year = max(period for period, count in said.items() if count == top)
    return year.shifted(-1) if _FORWARD.search(title) and not _EXECUTED.search(title) else year


def _lately(period: Period | None, date: datetime.date | None) -> Period | None:
    """A period that had begun when the report was given, and was over for less than sixteen months; another is an aside (2018年立项)."""
    if period is None or date is None:
        return period
    since = (date.year - period.last_year) * 12 + date.month - period.last_month
    return period if since < 16 and (period.first_year, period.first_month) <= (date.year, date.month) else None


def _named_file(stem: str, lines: list[str]) -> Period | None:
    """zone_2018: a file's year, where it is the only one and the text names it, too."""
    years = {Period.year(int(year)) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", stem)}
    year = years.pop() if len(years) == 1 else None
    return year if year is not None and any(f"{year.first_year}年" in line for line in lines) else None


def _from_title(title: str, mentions: list[_Mention], lines: list[str], date: datetime.date | None) -> Period:
    looking_back = [m.period for m in mentions if m.back]
    if looking_back:
        return looking_back[0]
    first = mentions[0]
    if _YEARBOOK.search(title) and (of := _of_volume(first.period, lines, date)) is not None:
        return of
    if _YEARBOOK.search(title) or _AT_ITS_START.search(title):
        return Period.year(first.period.first_year - 1)
    if date is not None and (first.period.first_year, first.period.first_month) > (date.year, date.month):
        return Period.year(date.year)  # 写在2022年到来之前, of December
    if first.forward:
        return _reviewed(lines, below=first.period) or first.period.shifted(-1)
    if not first.period.is_year:
        return first.period
    over = date is not None and date.year > first.period.first_year  # 2019年度大会, of January 2020
    if not over and _MEETING.search(title) and _most_said(lines, date) == first.period.shifted(-1):
        return first.period.shifted(-1)
    reviewed = _reviewed(lines)
    if reviewed is not None and reviewed.first_year in (first.period.first_year, first.period.first_year - 1):
        return reviewed
    if date is not None and date.year == first.period.first_year and date.month <= _SPRING:
        return first.period.shifted(-1)
    return first.period


_VOLUME = re.compile(r"年鉴[》”]?[（(]?(?P<year>20\d\d)(?:年?卷)?[）)]?")


def _of_volume(named: Period, lines: list[str], date: datetime.date | None) -> Period | None:
    """The year before that of the volume which the first lines name; the year of the title itself, where the text tells most of that."""
    volume = next((m for line in lines[:_OPENING_LINES] if (m := _VOLUME.search(line))), None)
    if volume is not None:
        return Period.year(int(volume["year"]) - 1)
    return named if _most_said(lines, date) == named else None


def _month_said(lines: list[str]) -> datetime.date | None:
    """（管理委员会，2021年9月）: a date without its day, on a line of its own under the title."""
    for line in lines[:6]:
        said = re.fullmatch(r"[（(]?(?:[^，。；\d]{2,30}[，,\s])?\s*(20\d\d)年(\d{1,2})月[）)]?", line.strip())
        said = said or re.search(r"本报(20\d\d)年(\d{1,2})月", line)
        if said and 1 <= int(said[2]) <= 12:
            return datetime.date(int(said[1]), int(said[2]), 1)
    return None


def _part_of(title: str, lines: list[str], date: datetime.date | None) -> Period | None:
    """前三季度经济运行简况: a part of a year that the date under the title, or the first year the text names, tells."""
    named = (p for line in lines[:12] for m in _MENTION.finditer(line) if (p := _period(m)) and not _is_date(line, m.end()))
    year = date.year if date is not None else next((p.first_year for p in named), None)
    said = [parse_period(title[m.start() :], year=year) for m in _PART.finditer(title)]
    parts = [p for p in said if p is not None and not p.is_year and p.first_year == p.last_year]
    over = [p for p in parts if date is not None and (p.last_year, p.last_month) <= (date.year, date.month)]
    if not parts and date is not None and re.search("年中(?!期)", title) and 6 <= date.month <= 9:
        return Period.half(date.year, 1)  # 年中工作会议, in July
    part = next(iter(over or parts), None)  # 决战四季度：前三季度情况汇报, in October
    if part is None:
        return None
    if date is None or (part.last_year, part.last_month) <= (date.year, date.month):
        return part
    begins = part.first_month  # 大干二季度, in April: the months before it
    return Period.months(date.year, 1, begins - 1) if 1 < begins <= date.month + 1 else part.shifted(-1)


def _by_date(title: str, lines: list[str], date: datetime.date | None) -> Period | None:
    """A report given in spring looks back on the year before, one given at the year's end on that year.

    A speech, whose title says no more than where it was held, does so where it names that year.
    """
    if date is None:
        return None
    year = Period.year(date.year - 1 if date.month <= _SPRING else date.year)
    if not _SPRING < date.month < _YEAR_END and (re.search("总结|报告|汇报|回顾|述职", title) or _names(lines, year)):
        return year
    return None


def _names(lines: list[str], year: Period) -> bool:
    return any(_period(m) == year and not _is_date(line, m.end()) for line in lines for m in _MENTION.finditer(line))


def _mentions(text: str) -> list[_Mention]:
    """Periods named in a title, each with whether the words up to the next one look back or forward."""
    found = [m for m in _MENTION.finditer(text) if _period(m) is not None and not _is_date(text, m.end())]
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    mentions = []
    for match, end in zip(found, ends, strict=True):
        words, period = _YEAR_BEFORE.sub("", text[match.end() : end]), _period(match)
        back = bool(_EXECUTED.search(words)) or bool(_BACK.search(words) and not re.search("下达|分解", words))
        forward = bool(_FORWARD.search(words)) and not _EXECUTED.search(words)
        if period is not None and period.first_month == period.last_month and re.search("截[至止]$", text[: match.start()]):
            period = Period.months(period.first_year, 1, period.last_month)  # 截至2018年9月底: all of the year so far
        if period is not None:
            mentions.append(_Mention(period, back, forward))
    return mentions


def _is_date(text: str, end: int) -> bool:
    """Whether a year or month that ends at ``end`` only dates something: a saying, a post taken up, a founding."""
    dated = _POSTED.match(text, end) or _DATE_REST.match(text, end) or re.match(r"以来|至今|起", text[end:])
    return dated is not None or dates_an_event(text[end : end + 40])


def _period(match: re.Match[str]) -> Period | None:
    year = _year(match["year"] or match["one"])
    if year is None or not 1978 <= year <= 2100:
        return None
    if match["last"]:
        last = _year(match["last"])
        return Period.years(year, last) if last is not None and year < last <= year + 15 else None
    part = match["part"]
    if not part:
        return Period.year(year)
    if part == "年中":
        return Period.half(year, 1)
    if "半年" in part:
        return Period.half(year, 1 if part[0] == "上" else 2)
    if part[0] in "Hh":
        return Period.half(year, int(part[1])) if part[1] in "12" else None
    if part[0] in "Qq":
        return Period.quarter(year, int(part[1]))
    if through := re.match(rf"[一1](?:季度)?{_DASH}([二三四2-4])季度", part):  # 一季度到三季度
        return Period.months(year, 1, 3 * _small(through[1]))
    if "季度" in part:
        number = next(_small(char) for char in part if _small(char))
        return Period.months(year, 1, 3 * number) if part[0] == "前" or "个" in part else Period.quarter(year, number)
    first, last_month = (_small(match[name]) for name in (("first", "to") if match["first"] else ("month", "month")))
    if match["head"]:
        first, last_month = 1, _small(match["head"])
    if not 1 <= first <= last_month <= 12:
        return None
    return Period.months(year, first, last_month) if (first, last_month) != (1, 12) else Period.year(year)


def _year(digits: str) -> int | None:
    values = [_NUMERAL.get(char, int(char) if char.isascii() and char.isdigit() else -1) for char in digits]
    return None if -1 in values else int("".join(map(str, values)))


def _small(text: str | None) -> int:
    """1–12 in Arabic or Chinese numerals; 两 is 2; 0 for anything else."""
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    text = text.replace("两", "二")
    if text in _NUMERAL:
        return _NUMERAL[text]
    if re.fullmatch("十[一二]?", text):
        return 10 + (_NUMERAL[text[1]] if len(text) > 1 else 0)
    return 0


def _reviewed(lines: list[str], below: Period | None = None) -> Period | None:
    """The period of the first heading that reviews one: 一、2018年工作回顾."""
    for line in lines:
        if len(line) > _HEADING_LENGTH or line.rstrip()[-1:] in "。；":
            continue
        for mention in _mentions(line):
            if mention.back and not mention.forward and (below is None or mention.period < below):
                return mention.period
    return None


def _announced(lines: list[str]) -> Period | None:
    """What the opening says it is about to report on: 现把2012年的履职情况向大家作个汇报."""
    for line in lines[:12]:
        announcement = _ANNOUNCEMENT.search(line)
        for mention in _mentions(announcement.group()) if announcement else []:
            if not mention.forward:
                return mention.period
    return None


def _most_said(lines: list[str], date: datetime.date | None) -> Period | None:
    """The period that sentences of achievement begin with, most often; a title-less text has no other witness."""
    said: Counter[Period] = Counter()
    for line in lines[:60]:
        for match in _MENTION.finditer(line):
            period = _period(match)
            if period is None or _is_date(line, match.end()) or _COMPARED_WITH.search(line[: match.start()]):
                continue
            opening = not line[: match.start()].strip(_INDENT)
            past = _PASTS.search(line[match.end() : match.end() + (_OPENING_REACH if opening else _REACH)])
            begun = date is None or (period.first_year, period.first_month) <= (date.year, date.month)
            if past is None or not begun or _FORESEEN.search(line[: match.start()]):
                continue
            if not (_SETS if opening else _AIMED).search(line[match.end() : match.end() + past.start()]):
                month = (period.first_year, period.first_month) == (period.last_year, period.last_month)
                said[period] += 2 if opening and not month else 1  # an opening holds for all of it, but a month is when something happened
    if said:
        top = max(said.values())
        found = max((period for period, count in said.items() if count == top), key=lambda period: period.is_year)
        if date is not None and date.month <= _SPRING and found == Period.year(date.year):
            return Period.year(date.year - 1)  # in spring the year itself is what it plans
        if date is not None and date.month <= _SPRING and found.last_year < date.year - 1 and Period.year(date.year - 1) in said:
            return Period.year(date.year - 1)  # … and what was told more of stands beside the year just over
        return found
    return _part_so_far(lines[:_OPENING_LINES], date) if date is not None else None


def _part_so_far(lines: list[str], date: datetime.date) -> Period | None:
    """今年1-9月, 上半年: the part of the year that had just ended when a report with a date was given."""
    said: Counter[Period] = Counter()
    for number, line in enumerate(lines):
        for match in _PART.finditer(line):
            part = parse_period(line[match.start() :], year=date.year)
            if part is None or part.is_year or part.first_month != 1 or _FORESEEN.search(line[: match.start()]):
                continue
            over = date.month - part.last_month + (date.day == 1 or date.day >= _MONTH_OVER)
            if 0 < over <= 3:
                said[part] += 2 if number < _OPENING_LINES else 1
    return next((part for part, count in said.most_common(1) if count >= 2), None)


def _planned_after(lines: list[str]) -> Period | None:
    """The year before the first one that the text makes plans for, when nothing else dates it."""
    for line in lines:
        for match in _MENTION.finditer(line):
            period = _period(match)
            if period is None or not period.is_year or _is_date(line, match.end()):
                continue
            if _AIMED.search(re.split("[，。；]", line[match.end() : match.end() + 30].lstrip("，,： "))[0]):
                return period.shifted(-1)
    return None

"""Which periods a question means: 2018年, 18年, 去年, 2019年上半年, 1—6月, 2016到2018年, 十三五."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.terms import find_terms
from index.records import Period

__all__ = [
    "PART",
    "RELATIVE",
    "THAN_YEAR_BEFORE",
    "THAT_PART",
    "WHOLE_YEAR",
    "PeriodMention",
    "asked_periods",
    "find_parts",
    "find_periods",
    "names_report",
    "pointed_at",
    "same_part",
    "tells_when",
    "with_parts",
    "LATE",
    "years_back",
    "zone_years",
]

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
YEAR = (
    r"(?:(?:19|20)\d{2}(?!\d|万|亿(?!元以上的?(?:大?项目|签约|企业))|个[亿万]|[来多余]号?[个家户人亩元套件台名])|(?<![\d.])\d{2}(?=(?:[、，,和]\d{2})*[两三四]?年|(?:到|至|—|–|\-|~)\d{2}[两三]?年)"
    r"|(?<![\dA-Za-z.])[012]\d(?=[QHqh][1-4](?![\dA-Za-z]))"  # 14Q1
    r"|(?<![\dA-Za-z.%])[012]\d(?=[上下]半年|全年)"  # 21上半年
    r"|(?<![\d.])[012]\d(?=(?:[、，,/和][012]\d)+[)）])|(?<=[012]\d[、，,/和])[012]\d(?=[)）])"  # 这两年（15、16）
    r"|二[〇零○][〇零○一二三四五六七八九]{2}|(?<![\d.])[一二][〇零○一二三四五六七八九](?=年))"
)
JOIN = r"(?:年?[末底]?(?:到|至|—+|–|-|~|～)+)"
_SHORT = "(?:\\d{2}|[一二][〇零○一二三四五六七八九])"
_NUMBER = "[一二三四五六七八九十两仨]+|\\d{1,2}"
_TO = "(?:到|至|—+|–|-|~|～)"
_MONTH = "1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]"
# 7、8、9月, 七八九月, 十、十一、十二月
_LISTED = r"(?<!\d)\d{1,2}(?:[、,，和/]\d{1,2})+|(?<!十)[一二三四五六七八九]{2,4}|(?:[一二三四五六七八九十]{1,2}、)+[一二三四五六七八九十]{1,2}"
PART = (
    r"(?:年?\s*(?P<half>上半年|下半年|年中(?![汇报总小材央部等国期外小华考标心东西科关医学层欧亚俄美英德法日韩朝非老泰越哈航石粮铁建交电核])|[前头]半年|后半年"
    r"|(?<![上下前后了期用近这那])半年(?!多|时间))(?:下来)?"
    r"|年?\s*第?(?P<several>(?<!\d)[一二三四1-4](?:[、,，和与及/]?第?[一二三四1-4])+)个?季度"  # 三四季度, 三、四季度
    r"|年?\s*(?:第?(?P<quarter>(?<=第)[一二三四1-4](?=个)|(?<![这那])[一二三四1-4](?!个))个?季(?!节)度?|(?P<first>首个?季度?|开局|(?:开年|开头|头|年初)+一?个?季度?))"
    r"|年?\s*(?P<letter>(?<![A-Za-z])[QHqh][1-4](?![\dA-Za-z]))"  # 2021H1, Q1
    rf"|年?\s*(?:开年|开头|年初)?[前头](?P<upto>{_NUMBER})个?月(?!\s*\d{{1,2}}[日号])"
    # 最后一个季度, 末季, 最后两个月; 首月, 开年第一个月
    r"|年?\s*(?P<final>(?:(?:最后|末了|末尾|收官|收尾)的?(?P<count>[一二两三四五六1-6]?)个?|末)(?P<unit>季(?!节)度?|(?<!末)月(?![均度报])))"
    r"|年?\s*(?P<january>(?:(?<=年)|开[年局头])的?(?:首个?|第[一1]个?)月)"
    rf"|年?\s*(?P<listed>{_LISTED})(?:[这那]?[两三四]个)?月(?:份|[底末])?"
    rf"|年?\s*(?P<m1>{_NUMBER})月?(?:份)?{_TO}(?P<m2>{_NUMBER})(?:[这那]?[两三四五六七八九]个)?月(?:份|[底末])?"
    # 到6月底, 6月底累计: the months up to then; 6月底投产 is a day.
    rf"|年?\s*(?:(?:截至|截止到?|[到至])(?P<by>{_NUMBER})月份?[底末](?![前旬])|(?P<till>{_NUMBER})月份?[底末](?=累计|为?止|[、，,]?(?:也就是|即)|[和与跟同比较到至](?:年[底末]|全年)|$))"
    rf"|年?\s*(?:[前头](?P<quarters>[两二三])个?|[一1]{_TO}(?P<last>[二三四2-4]))季度?)"
)
RELATIVE = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "头一年": -1,
    "前一年": -1,
    "今年": 0,
    "本年": 0,
    "当年": 0,
    "这一年": 0,
    "该年": 0,
    "同年": 0,
    "明年": 1,
    "来年": 1,
    "次年": 1,
    "下一年": 1,
    "下年": 1,
    "转年": 1,
    "第二年": 1,
    "后一年": 1,
    "再早一年": -1,
    "往前推一年": -1,
    "往前数一年": -1,
    "往前一年": -1,
    "往后推一年": 1,
    "往后数一年": 1,
    "往后一年": 1,
    **{f"{word}年前": -years for years, word in enumerate("两三四五六七八九十", 2)},
}
_TOLD_IN = "(?:总结|报告|汇报|材料|要点|述职|讲话)(?:里|中|上)?面?(?:是)?(?:说|讲|提|写|定|给|为|对|安排|部署)?(?:的|到)?"
_WORDS = "|".join(sorted(RELATIVE, key=len, reverse=True))
#: 去年, not as what is compared with (和去年比), but beside another year (今年和去年).
_SAID = re.compile(f"(?<![比较同跟和与])(?:{_WORDS})|(?<=年[和与同跟])(?:{_WORDS})(?!(?:的|同期)*相?[比差])")
PLANS = {
    "十一五": (2006, 2010),
    "十二五": (2011, 2015),
    "十三五": (2016, 2020),
    "十四五": (2021, 2025),
    "十五五": (2026, 2030),
}


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Periods named at one place of a question.  ``relative`` counts years from a base not known here (去年 = -1)."""

    start: int
    end: int
    periods: tuple[Period, ...] = ()
    relative: int | None = None
    point: bool = False  # 年底, 年末, 截至: a state at that time rather than a flow over it
    onward: bool = False  # 2013年以来: this year and those after it


def _year(text: str) -> int:
    if text.isdigit():
        number = int(text)
        return number if number > 100 else 2000 + number
    digits = "".join(str(DIGITS[c]) for c in text)
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _number(text: str) -> int:
    """12, 十二, 两, 仨; 0 for what is no number."""
    if text.isdigit():
        return int(text)
    if text in ("两", "仨"):
        return 2 if text == "两" else 3
    tens, ten, ones = text.rpartition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0)


def _parts(year: int, match: re.Match[str]) -> tuple[Period, ...]:
    half, quarter, letter = match["half"], match["quarter"], (match["letter"] or "").upper()
    if half or letter in ("H1", "H2"):
        return (Period.half(year, 2 if half in ("下半年", "后半年") or letter == "H2" else 1),)
    if match["several"]:
        return tuple(Period.quarter(year, _number(n)) for n in re.findall("[一二三四1-4]", match["several"]))
    if quarter or letter[:1] == "Q":
        number = _number(quarter or letter[1:])
        until = re.match("[末底]|为止", match.string[match.end() :])  # 三季度末: what the months up to then have come to
        return (Period.months(year, 1, 3 * number) if until else Period.quarter(year, number),)
    if match["first"]:
        return (Period.quarter(year, 1),)
    if match["quarters"] or match["last"]:
        return (Period.months(year, 1, 3 * _number(match["quarters"] or match["last"])),)
    if match["final"]:
        length = (_number(match["count"] or "") or 1) * (3 if match["unit"][0] == "季" else 1)
        return (Period.months(year, 13 - length, 12),) if length <= 12 else ()
    if match["january"]:
        return (Period.months(year, 1, 1),)
    if match["listed"]:
        listed = [_number(n) for n in re.findall(r"\d{1,2}|十[一二]?|[一二三四五六七八九]", match["listed"])]
        row = listed == [*range(listed[0], listed[0] + len(listed))]
        return (Period.months(year, listed[0], listed[-1]),) if row and listed[0] >= 1 and listed[-1] <= 12 else ()
    first = _number(match["m1"]) if match["m1"] else 1
    last = _number(next(text for text in (match["m2"], match["upto"], match["by"], match["till"]) if text))
    return (Period.months(year, first, last),) if 1 <= first <= last <= 12 else ()


def find_periods(text: str) -> list[PeriodMention]:
    """Mentions of periods in ``text`` (NFKC), left to right, without overlaps."""
    return [*_mentions(text)]


@lru_cache(maxsize=4_096)  # four of five texts have been asked of before in the same question
def _mentions(text: str) -> tuple[PeriodMention, ...]:
    found: list[PeriodMention] = []
    taken = [False] * len(text)

    def take(start: int, end: int, *periods: Period, relative: int | None = None) -> None:
        if any(taken[start:end]) or not (periods or relative is not None):
            return
        opening = _OPENING.match(text, end)
        if opening and periods and periods[0].is_year:  # the state at the end of the year before
            periods = tuple(p.shifted(-1) for p in periods)
        tail = opening or _TAIL.match(text, end)
        point = bool(opening or (tail and tail.group(1))) or text[max(0, start - 2) : start] in ("截至", "截止")
        stop = tail.end() if tail else end
        taken[start:stop] = [True] * (stop - start)
        onward = re.match("以来|至今|到现在|到如今|起(?![草点步降重诉码])", text[stop:])
        found.append(PeriodMention(start, stop + (onward.end() if onward else 0), tuple(periods), relative, point, bool(onward)))

    part_follows = r"年?(?:年?中(?!期)|[上下]半年|[一二三四]季|前[一二三四五六七八九十\d]|\d{1,2}月)"
    for match in re.finditer(rf"(?P<y1>{YEAR}){JOIN}(?P<y2>{YEAR})(?=年|$|[^\d])(?!{part_follows})", text):
        first, last = _year(match["y1"]), _year(match["y2"])
        if 1 <= last - first <= 15:
            take(match.start(), match.end(), *(Period.year(y) for y in range(first, last + 1)))
    for match in re.finditer(rf"(?P<y>{YEAR}|去年|今年|上年|明年|当年|同年|本年){PART}", text):
        if match["y"] in RELATIVE:
            continue  # 去年上半年 needs the base year: rare, left to the relative pass
        parts = _parts(_year(match["y"]), match)
        at = match.end()
        take(match.start(), at, *parts)
        while parts and (more := re.match(rf"(?:、|，|,|和|与|及)\s*{PART}", text[at:])):  # 2023年一季度、二季度
            take(at + 1, at + more.end(), *_parts(_year(match["y"]), more))
            at += more.end()
    for match in re.finditer(rf"(?P<y>{YEAR})年?\s*(?P<m>{_MONTH})月(?!\s*\d{{1,2}}[日号])", text):
        month = _number(match["m"])
        until = re.match("份?[末底]", text[match.end() :])  # at the end of June: the state after the months up to then
        take(match.start(), match.end() + (until.end() if until else 0), Period.months(_year(match["y"]), 1 if until else month, month))
    for match in re.finditer(rf"(?<![\d.〇一二三])(?:{_SHORT}[、,，和]){{1,9}}{_SHORT}(?=这?[两三四五六]个?年)", text):
        take(match.start(), match.end(), *(Period.year(_year(y)) for y in re.split("[、,，和]", match.group())))  # 14、15、16这三年
    for match in re.finditer(rf"(?P<told>{YEAR})[^，,。？?\d]{{0,8}}?{_TOLD_IN}(?P<next>下一?年|来年|明年|次年|第二年)(?!度?呢)", text):
        take(match.start(), match.end(), Period.year(_year(match["told"]) + 1))  # 2022年总结里说下一年要…
    for match in re.finditer(rf"{YEAR}", text):
        take(match.start(), match.end(), Period.year(_year(match.group())))
    for match in _SAID.finditer(text):
        if match.group() == "后一年" and re.search("[以之产成工用]$", text[: match.start()]):
            continue  # 达产以后一年能有多少
        if match.group().startswith("前年") and text[: match.start()].endswith("以"):
            continue  # 以前年度应兑未兑的资金
        take(match.start(), match.end(), relative=RELATIVE[match.group()])
    for match in re.finditer("(?<=[比较])(?:今年|本年)", text) if re.search("明年|来年|下一?年", text) else ():
        take(match.start(), match.end(), relative=0)  # 明年的目标比今年多多少
    for match in re.finditer(f"(?P<plan>{'|'.join(PLANS)})(?P<end>[”’\"]?(?:时期|期间|规划)?的?(?:期?末|最后一年|收官之?年|结束时))?", text):
        first, last = PLANS[match["plan"]]
        take(match.start(), match.end(), Period.year(last) if match["end"] else Period.years(first, last))
    return tuple(sorted(found, key=lambda m: m.start))


def find_parts(text: str, periods: tuple[Period, ...]) -> list[PeriodMention]:
    """Halves, quarters and months that stand apart from the one year named: 2023年进出口，上半年和一季度各多少.

    The whole year is one of them where it is set beside a part (上半年和全年, 从年中到年底是升是降).
    """
    years = {p.first_year for p in periods}
    whole = periods[0] if len(periods) == 1 else None
    if len(years) != 1 or not (whole or all(p.is_year for p in periods)):
        return []
    year = years.pop()
    found = []
    for match in re.finditer(PART, text):
        parts = _parts(year, match)
        if match.group() == "半年" and re.match("计划|目标|任务", text[match.end() :]):
            continue
        if parts:
            until = re.match("[末底]|为止", text[match.end() :])
            found.append(PeriodMention(match.start(), match.end() + (until.end() if until else 0), parts))
    found += [m for m in _months_apart(text, year) if not any(f.start < m.end and m.start < f.end for f in found)]
    found += [m for m in _year_beside(text, year, found) if not any(f.start < m.end and m.start < f.end for f in found)]
    each = _EACH_QUARTER.search(text)
    if each:  # 四个季度里哪个季度最多; beside 一季度和二季度 it only says which
        quarters = () if any(m.periods for m in found) else tuple(Period.quarter(year, n) for n in range(1, 5))
        found.append(PeriodMention(*each.span(), quarters))
    return found


def _months_apart(text: str, year: int) -> list[PeriodMention]:
    """12月产值破了纪录, 12月…那个月: a month before an indicator or come back to; 5月投产的 only says when that happened."""
    terms = {t.start for t in find_terms(text) if t.said not in ("项目", "企业")}  # 9月项目开工
    meant = bool(THAT_PART.search(text))
    return [
        PeriodMention(m.start(), m.end(), (Period.months(year, month, month),))
        for m in _MONTH_APART.finditer(text)
        if (month := _number(m["m"])) and (meant or m.end() in terms)
    ]


def _year_beside(text: str, year: int, parts: list[PeriodMention]) -> list[PeriodMention]:
    """The whole year where it is set beside a part of it, of which nothing but a gap may be left in ``text``."""
    masked = text
    for part in parts:
        masked = masked[: part.start] + "\0" * (part.end - part.start) + masked[part.end :]
    return [PeriodMention(m.start("year"), m.end("year"), (Period.year(year),)) for p in _BESIDE for m in p.finditer(masked)]


def pointed_at(text: str, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """上半年歇了，四季度好转，这一季接待了多少: of the periods named, the one that the question comes back to."""
    that = _THAT.search(text)
    months = {"季": 3, "月": 1, "半": 6}[that["of"][0]] if that else 0
    same = tuple(p for p in periods if p.first_year == p.last_year and p.last_month - p.first_month + 1 == months)
    return same if len(same) == 1 else periods


_OF = "(?P<of>季(?!节)度?|月(?!子)|半年)"
_THAT = re.compile(f"[这那][一1]?个?{_OF}")
#: 那个月, 这一季, 当月, 单季, 这三个月: comes back to a part of a year named elsewhere.
THAT_PART = re.compile(f"(?:当|单|[这那][一1]?个?){_OF}|[这那](?:[两三]个|俩|仨)月")
_MONTH_APART = re.compile(rf"(?<![\d年月{'一二三四五六七八九十'}到至—–~～、.\-个前头几每])(?P<m>{_MONTH})月(?:份的?|的)?(?!\d|[底末初起中上下])")
_END_OF_YEAR = "年[底末尾]|岁[末尾]|年终(?![奖止端点考总])"
LATE = "(?:推迟|延[期后误迟]|顺延|拖|晚|提前|早)了?(?:(?:多少|几)个?(?:月|天|日|年|季度|星期|周)|多久|多长时间)"
THAN_YEAR_BEFORE = re.compile("[比较](?:上|前|去)一?年")
WHOLE_YEAR = re.compile(f"(?:到了?)?(?:{_END_OF_YEAR}|全年|整年)")
# 上半年和全年, 6月底跟年底比, 年底比年中; 从年中到年底 tells of both ends only where the way between them is asked for.
_CHANGE = "[扩缩变升降涨跌增减快慢窄走]|对比|相比|比[较一]"
_BESIDE = tuple(
    map(
        re.compile,
        (
            f"\0[底末]?(?:的时候|时)?(?:、|和|与|跟|同|以?及|对比?|[相和]?比较?|较|vs)(?P<year>{WHOLE_YEAR.pattern})",
            f"(?P<year>{WHOLE_YEAR.pattern})(?:的时候|时)?(?:、|和|与|跟|同|以?及|对比?|相?比较?|较|vs)\0",
            f"(?:从|由)\0+[底末]?到了?(?P<year>{_END_OF_YEAR})(?=.*(?:{_CHANGE}))",
        ),
    )
)
# 2015年初 is the end of the year before, but what was promised or aimed at then is of that year; 初中 and 初步 are words.
_AIMED = (
    "定|确|制|提|设|下达|的?预算|[^。？?]{0,24}(?:目标|计划|预期|任务|定[的了下]|表(?:了|过|的)*态|承诺|答应|许[下诺]|拍[了过着]?胸|军令状|打算|放话|夸下"
    "|[说喊]?[要想得][^，,。？?]{1,6}[到成够多])"
)
_OPENING = re.compile(f"年{{1,2}}初(?!中(?!期)|级|步|创|具|心|{_AIMED})")
_TAIL = re.compile(
    f"年?(?:度(?!假)|份|全年|年?初(?!中|级|步|创|具|心|的?预算)(?={_AIMED}))?(年?(?:[底末]|尾(?![矿气水款砂料])|终(?![奖止端点考总身]))|岁[末尾])?"
)
_EACH_QUARTER = re.compile("(?:四个季度[里中]?(?:面|间|当中)?的?)?哪一?个?季度|四个季度[里中]?")


def with_parts(periods: tuple[Period, ...], parts: tuple[Period, ...]) -> tuple[Period, ...]:
    """The parts of a year in the place of the longer period that they lie in, beside one that they don't (二季度占上半年)."""
    whole = periods[0] if len(periods) == 1 else None
    if not parts or whole is None or whole.is_year or all(_inside(p, whole) for p in parts):
        return tuple(dict.fromkeys(parts)) or periods
    return tuple(dict.fromkeys((whole, *parts)))


def _inside(part: Period, whole: Period) -> bool:
    begins = (part.first_year, part.first_month) >= (whole.first_year, whole.first_month)
    return part != whole and begins and (part.last_year, part.last_month) <= (whole.last_year, whole.last_month)


def same_part(text: str, periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """2021年一季度…与2019年同期相比: the same quarter of the other year."""
    parts = [p for p in periods if not p.is_year and p.first_year == p.last_year]
    if len(parts) != 1:
        return periods
    alike = set(re.findall(r"((?:19|20)\d\d)年同期", text))
    return tuple(parts[0].shifted(p.first_year - parts[0].first_year) if p.is_year and str(p.first_year) in alike else p for p in periods)


def years_back(found: list[str]) -> int:
    """近三年 → 3, 历年 → all that there are (99), nothing said → 0."""
    if not found:
        return 0
    number = re.search("[两二三四五]|\\d", found[0])
    return {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(number.group(), 0) or int(number.group()) if number else 99


def zone_years(
    spots: Sequence[tuple[int, str, Period | None]], zones: tuple[str, ...], periods: tuple[Period, ...]
) -> tuple[tuple[str, Period], ...]:
    """槐渚2016年和椒渡2019年, 甲2015年、乙和丙2018年: each zone with its own year, when they are named in turn."""
    if len(zones) < 2 or len(periods) < 2:
        return ()
    order = [(zone, period) for _, zone, period in sorted(spots, key=lambda spot: spot[0]) if zone in ("", *zones)]
    if order and not order[0][0]:  # 2016年槐渚和2019年椒渡
        order.reverse()
    groups: list[tuple[Period, list[str]]] = []
    waiting: list[str] = []
    for zone, period in order:
        if zone:
            waiting.append(zone)
        elif waiting and period is not None:
            groups.append((period, waiting))
            waiting = []
        else:
            return ()  # two years in a row: each zone with each year
    pairs = [(zone, period) for period, own in groups for zone in own]
    if waiting or len(groups) < 2 or len(pairs) != len(zones):
        return ()
    return tuple(sorted(pairs, key=lambda pair: zones.index(pair[0])))


def names_report(text: str, mention: PeriodMention) -> bool:
    """2018年的报告里, 据2019年上半年总结: the year says whose report is read, not what is asked about."""
    return bool(_REPORT.match(text, mention.end)) and not tells_when(text, mention)


def tells_when(text: str, mention: PeriodMention) -> bool:
    """2021年4月省里来调研那会儿, 2024年3月的汇报: the month in which it was told, which is in no report's name."""
    month = len(mention.periods) == 1 and mention.periods[0].first_month == mention.periods[0].last_month
    return month and bool(_TELLING.match(text, mention.end))


_REPORT = re.compile(
    "(?:的|那份|这份|度|政府|工作|大会|述职|自查|统计|年终|年末|全年|年度|(?:经济)?运行(?:情况)?)*"
    "(?:报告|总结|年报|材料|通报(?!批评|表扬)|公报|汇报|综述)"
)
_TELLING = re.compile(
    r"(?:\d{1,2}[日号]|[初底末]|份)?[^，,。；;？?多几]{0,12}?(?:汇报|调研|述职|视察|座谈|开会|会议?|讲话|发言|报告|材料|总结|部署)"
    "(?:的?(?:时候?|那会儿|那次|当时|当口)|会?[里中上](?!半年|年)|(?=[，,说讲提的]))"
)


def asked_periods(mentions: list[PeriodMention], latest: Period | None) -> tuple[Period, ...]:
    periods: dict[Period, None] = {}
    base = latest
    for mention in mentions:
        for said in mention.periods:
            period = Period.year(said.first_year) if mention.onward and not said.is_year else said  # 2019年3月起
            periods[period] = None
            base = period
    since = next((m.periods[0].first_year for m in mentions if m.onward and m.periods and m.periods[0].is_year), 0)
    if since and latest:
        last = max((p.first_year for p in periods if p.first_year > since), default=latest.first_year)
        periods = dict.fromkeys(Period.year(y) for y in range(since, min(last, since + 15) + 1))
    for mention in mentions:
        apart = not any(m.periods for m in mentions) or (mention.relative or 0) > 0
        apart = apart and not any(m.periods and 0 < m.start - mention.end <= 1 for m in mentions)  # 明年（2024年）
        if mention.relative is not None and base is not None and apart:
            periods[Period.year(base.first_year + mention.relative)] = None
    return tuple(periods)

"""Where a text turns, without a heading, from what was done to what is wrong or to be done, and what span it tells of."""

from __future__ import annotations

import re

from index.goals import LEAD
from index.kinds import period_for
from index.numbering import line_spans
from index.periods import in_arabic, parse_period
from index.records import Period, SectionKind
from index.speaking import GOALS_NOW

__all__ = ["LOOKS_BACK", "SETS_OUT", "TURN_PLAN", "span_told", "turns", "year_set_out"]

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


TURN_PLAN = re.compile(
    r"^(?:第[一二三四五六]问[：:，,]?|附?表\s*[\d一二三四五六七八九十]*[：:.、\s]*)?(?:据[^，。]{2,20}(?:介绍|透露|表示|了解|悉)[，,]|会议(?:提出|明确|要求|强调)[，,：:]?|为此[，,]|"
    r"[^，。]{2,14}(?:表示|介绍说|指出)[，,：:]|"
    r"(?:(?:下面|接着|接下来|最后)?再?|第?[二三四][是，,、]?)(?:我)?(?:讲一?讲|说一?说|谈一?谈|讲|说|谈|报告)(?:一下)?)?"
    r"(?:关于|对于?|至于|说到|围绕)?"
    r"(?:下一?步[，,工我将要]|下一阶段|下阶段|新的一年|明年|今后|接下来|展望20\d\d|来年|"
    r"(?P<bare>20\d\d)(?:年)?[，,：:！!][^，。；\d]{0,8}?(?:这样干|怎么干|干什么|看什么|我们(?:将|要)|继续(?:干|冲|拼))|"
    r"(?P<spoken>20\d\d)年(?:我们|全区|全年|大家|该|要)*(?:怎么[干办抓做走]|干(?:什么|哪些))|"
    r"(?P<ahead>20\d\d)年(?:度)?[，,]?[^，。；\d]{0,14}?(?:预期|预计|目标|计划|打算|力争|确保)|"
    r"(?P<half>下半年)[，,是我将要全开区紧]|"
    rf"(?:明年|新一年|下一年|(?P<goals>20\d\d)年)?(?:度)?(?:的)?(?:工作|主要|预期|发展|经济|总体|奋斗)*{LEAD}|"
    r"(?P<quarter>[二三四])季度[，,]?(?:我们|全区|开发区|高新区|园区)?(?:要|将|紧盯|力争|确保|全力|计划|打算|重点抓|着力)|"
    r"(?P<year>20\d\d)年[，,]?(?:是|我们|全区|开发区|高新区|园区|经开区|区里|街道)?.{0,40}?(?:将|要|目标|计划|打算|"
    r"力争|确保|思路|总体要求)|"
    r"(?P<next>20\d\d)年(?:的)?(?:主要|工作|总体|预期|经济|重点|初步).{0,12}(?:目标|思路|要求|任务|工作|考虑|安排|打算))"
)


#: 2021年，全区生产总值612.3亿元，增长9.4%: a plan opens with what the year before brought.
_LOOKS_BACK = re.compile(
    r"\s*(?:刚刚|回顾|回首)?(?:过去的?)?(?:(?P<year>20\d\d)年度?|去年|上年|过去的?一年)"
    r"(?:(?:以来)?[，,]|(?P<head>[^，。；：\d]{0,8}(?:情况|回顾|总结|成效|成绩))[。：:])(?=(?:[^。]*。){0,2}[^。]*\d)"
)
_AIMS = re.compile(
    r"力争|确保|(?:预期|主要|工作|奋斗|总体)目标|目标(?:是|为|[：:])|计划(?=[新完实到于在])|打算|将(?=[^军来])|(?<![主重首需必])要(?=[^素求])|争取(?!到)"
)
#: 这些成绩为今年工作打下了基础: what was done, though it names the year ahead.
_GROUND_FOR = re.compile(r"为(?:做好|推动|实现|抓好)?(?:今年|本年|明年|20\d\d年)[^，。；]{0,16}?(?:打下|奠定|创造|提供|积累|夯实)[^，。；]*")
_TOLD = re.compile(r"同比|比上年|较上年|全年(?=[\u3400-\u9fff])|分别(?:完成|实现|增长)|累计达到?")


def _looked_back(paragraph: str, review_year: int | None, spoken: int | None) -> Period | None:
    """The year that a whole paragraph of a plan tells of before it plans, None when it plans."""
    back = _LOOKS_BACK.match(paragraph)
    if back is None or review_year is None or (back["head"] is None and _AIMS.search(paragraph[:90])):
        return None
    turned = back["head"] is None and re.search(rf"今年|本年|明年|{review_year + 1}年(?!\d{{1,2}}月)", _GROUND_FOR.sub("", paragraph))
    if turned or (back["year"] is None and "过去" not in back[0] and spoken != review_year + 1):
        return None  # 去年…。今年…: each sentence says which
    year = int(back["year"]) if back["year"] else review_year
    return Period.year(year) if year <= review_year else None


#: 五年来，…; “十三五”期间，…; 刚刚过去的2017年，…: whole paragraphs, or what follows them, tell of that time.
_TELLS_OF = re.compile(
    r"\s*(?:[一二三四五六七八九十]是|各位[^，。！]{2,4}[！!，,：:])?(?:回顾|回首|纵观|即将)?(?:任职|到任|履职|任期|本届)?(?:"
    r"(?:过去的?|近|最近)?(?P<n>[两二三四五])年(?:多?来|间|时间里)?|“?(?P<plan>十[一二三四]?五)”?(?:时期|期间|以来|五年来?)|"
    r"(?P<whole>(?:刚刚)?过去的?一年(?:来|里)?|一年来|(?:刚刚)?过去的(?P<year>20\d\d)年))(?:以来|中|里)?[，,：:]"
)


_OF_A_YEAR = re.compile(r"全年|同比|[比较]上年|今年|本年|一年来")


def span_told(paragraph: str, reviewed: Period | None) -> Period | None:
    """The years that a paragraph, or sentence, opens by telling of; those of a five-year plan up to the one reviewed."""
    told = _TELLS_OF.match(paragraph)
    if told is None or reviewed is None:
        return None
    if told["n"] in ("两", "二") or "近" in told[0]:
        return None  # 近两年，又…: an aside
    last = reviewed.last_year
    if told["whole"]:
        return reviewed if told["year"] in (None, str(last)) else None
    if told["plan"]:
        plan = parse_period(told["plan"] + "时期")
        if plan is None or plan.first_year >= last:
            return None
        return Period.years(plan.first_year, min(plan.last_year, last))
    return Period.years(last - "一二三四五".index(told["n"]), last)


#: 第二个方面，今年这一年，我们要…; 今年是…的开局之年。经研究，今年的主要目标是…
_GOALS_NOW = re.compile(
    rf"(?:第[一二三四五六七]个?(?:方面|部分|点|问题|件事)[，,、：:\s]*)?(?:今年是[^。；\d]{{4,40}}[。，,][^。；\d]{{0,40}}?)?(?:{GOALS_NOW.pattern})"
)
#: 2022年，我代表班子认领这么几个数：…; 关于2024年，会议初步确定：…; 今年是…的头一年，总的要求是：…: whoever opens with the year ahead
#: tells what is to be.
_OPENS_AHEAD = re.compile(
    r"(?:(?:同志们|各位[^，。！]{2,4})[！!，,：:])?(?P<flourish>[^。！\d]{4,24}[。！])?(?:关于|对于?|至于|面向|谋划|围绕)?(?:(?P<year>20\d\d)年度?|(?P<now>今年))(?=[，,是要的]|我|全[区年]|[㐀-鿿]{2,6}[，,：:])"
    r"(?![，,]?(?:以来|年?初|开[年春局]|元旦|春节|前|[一二三四]季度|[上下]半年|\d{1,2}月|\d{1,2}[-—~至]))"
)
_DONE = re.compile("[了过](?![，。]?要|剩)|已[经]?|同比|[比较]上年|[比较]去年|以来|截[至止]|实现首|获[评批得]")


def _opens_ahead(paragraph: str, reviewed: int | None, spoken: int | None) -> int | None:
    """The year after the reviewed one with which a paragraph opens that tells of numbers and of nothing done."""
    opens = _OPENS_AHEAD.match(paragraph)
    if opens is None or reviewed is None or (opens["flourish"] and not opens["year"]):
        return None
    year = int(opens["year"]) if opens["year"] else spoken
    first = re.split("[。；]", paragraph[opens.end("flourish") if opens["flourish"] else 0 : 160])[0]  # 扬帆再出发。2024年是…
    told = re.search(r"\d|[一二三四五六七八九十]件", paragraph[opens.end() :])
    return year if year is not None and year > reviewed and told and not _DONE.search(first) else None


#: 问：2023年有什么目标？ heads what is answered; the next question ends it.
_ASKED = re.compile(r"\s*(?:[【\[]?(?:问|记者问?|主持人|提问|网友|采访者|Q\d*)[】\]]?[：:]|[—－-]{2}(?=[^。]{4,60}[？?]\s*$))\s*")


#: 规上工业总产值今年要做到670亿元。…; 明年的数是：…; 说说今年的数。…: from here on a paragraph tells what is to be, up to 去年….
SETS_OUT = re.compile(
    r"\s*(?:[㐀-鿿“”、]{0,16}?(?P<when>今年|明年|来年|20\d\d年)(?:度|全年)?(?:就|都|也|还|我们)?(?:要|得|必须|力争|争取|确保|打算)"
    r"(?:做到|干到|冲到|达到|完成|实现|突破|超过|冲|过|保住?|稳在|增长)?[㐀-鿿]{0,3}\d"
    r"|[^。；\d]{0,10}?(?P<told>今年|明年|来年|20\d\d年)的(?:数|盘子|目标|任务|账|硬指标)(?:[是为：:。，,定])(?![^。；]{0,12}(?:完成|兑现)了))"
)
LOOKS_BACK = re.compile(r"\s*(?:再|先)?(?:回头看?|回过头来?|说回|回到)?(?:去年|上年|前年|过去|刚过去)")


def year_set_out(sets: re.Match[str], reviewed: int, spoken: int | None) -> int | None:
    """The year that a sentence sets out for, None where it isn't after the one reviewed."""
    when = sets["when"] or sets["told"]
    year = spoken if when == "今年" else reviewed + 1 if when in ("明年", "来年") else int(when[:4])
    return year if year is not None and year > reviewed else None


#: 先说任务。…; 再说过去五年。…: a sentence that only announces what comes.
_ANNOUNCES = re.compile(
    r"(?:好[了，]|那么?，?|下面[，]?|接下来[，]?)?(?:先|再|最后|接着|下面|接下来|然后|其次|回过头来?)[，]?(?:来|把|就|要)?"
    r"(?P<what>(?:说|讲|谈|看|算|报|念|汇报|交代|派|交|布置|部署|摆|亮|晒)[^，。；：:\d]{0,12}(?:，(?:说|讲|报|谈|亮|摆)[^，。；：:\d]{2,10})?)[。：:；]"
)
_AHEAD_WORDS = re.compile(r"任务|派活|布置|部署|打算|目标|明年|今后|下一?步|怎么干|计划|安排|新的一年")
_BACK_WORDS = re.compile(r"成绩|账|去年|过去|回顾|完成|做了|这一年")


def _announced(paragraph: str) -> SectionKind | None:
    """The kind of what a paragraph's first sentence announces."""
    said = _ANNOUNCES.match(paragraph)
    if said is None:
        return None
    if _AHEAD_WORDS.search(said["what"]):
        return SectionKind.PLAN
    return SectionKind.REVIEW if _BACK_WORDS.search(said["what"]) else None


def _goes_on(paragraph: str) -> bool:
    """Whether a paragraph after such a one still tells what was."""
    return _TOLD.search(paragraph) is not None and not _AIMS.search(paragraph[:90]) and "今年" not in paragraph and not TURN_PLAN.match(paragraph)


def turns(
    text: str,
    start: int,
    end: int,
    body: int,
    kind: SectionKind,
    period: Period | None,
    review_year: int | None,
    tables: list[tuple[int, int]],
    spoken: int | None = None,
    reviewed: Period | None = None,
) -> list[tuple[int, int, SectionKind, Period | None]]:
    """Split a section where the first words of a paragraph turn to problems, to plans or to other years."""
    pieces: list[tuple[int, SectionKind, Period | None]] = [(start, kind, period)]
    spanned = False  # a lead has turned to several years, in a section of one
    current = kind
    for a, b in line_spans(text[body:end]):
        at = body + a
        if any(x <= at < y for x, y in tables):
            continue
        whole = text[at : body + b]
        question = _ASKED.match(whole)
        paragraph = in_arabic(whole[question.end() if question else 0 :][:90])
        if question and current is not kind and not TURN_PLAN.match(paragraph) and not _TURN_PROBLEMS.match(paragraph):
            current = kind
            pieces.append((at, kind, period))
        announced = _announced(paragraph)
        if announced is not None and announced is not current and current is not SectionKind.PROBLEMS:
            current = announced
            ahead = Period.year(spoken) if spoken is not None else period_for(current, review_year, reviewed or period)
            pieces.append((at, current, ahead if current is SectionKind.PLAN else reviewed or period))
            continue
        if kind is SectionKind.PLAN and current is kind and (back := _looked_back(whole, review_year, spoken)):
            current = SectionKind.REVIEW
            pieces.append((at, current, back))
        elif kind is SectionKind.PLAN and current is SectionKind.REVIEW and _TURN_PROBLEMS.match(paragraph):
            current = SectionKind.PROBLEMS
            pieces.append((at, current, pieces[-1][2]))
        elif kind is SectionKind.PLAN and (
            (current is SectionKind.REVIEW and not _goes_on(whole))
            or (current is SectionKind.PROBLEMS and (_AIMS.search(paragraph) or TURN_PLAN.match(paragraph)))
        ):
            current = kind
            pieces.append((at, current, period))
        elif (
            kind is not SectionKind.PLAN
            and (current is SectionKind.REVIEW or re.search("成就|成绩|成效", paragraph))
            and (span := span_told(whole, reviewed)) is not None
            and not re.search(r"\d", re.sub(r"(?:19|20)\d\d年", "", whole))
        ):
            if (current, pieces[-1][2]) != (SectionKind.REVIEW, span):
                current = SectionKind.REVIEW
                pieces.append((at, current, span))
                spanned = not span.is_year and span != period
        elif spanned and current is SectionKind.REVIEW and _OF_A_YEAR.search(whole):
            spanned = False
            pieces.append((at, current, reviewed))
        elif current is SectionKind.REVIEW and b - a >= 16 and _TURN_PROBLEMS.match(paragraph):
            current = SectionKind.PROBLEMS
            pieces.append((at, current, period))
        elif current is not SectionKind.PLAN and spoken is not None and _GOALS_NOW.match(paragraph):
            current = SectionKind.PLAN
            pieces.append((at, current, Period.year(spoken)))
        elif current is not SectionKind.PLAN and (year := _opens_ahead(in_arabic(whole[question.end() if question else 0 :]), review_year, spoken)):
            current = SectionKind.PLAN
            pieces.append((at, current, Period.year(year)))
        elif current is not SectionKind.PLAN and (turn := TURN_PLAN.match(paragraph)):
            year = next((int(turn[g]) for g in ("bare", "spoken", "ahead", "year", "next", "goals") if turn[g]), None)
            if year is not None and review_year is not None and year <= review_year:
                continue
            if turn["half"] and (period is None or period.last_month != 6):
                continue
            if turn["quarter"] and (period is None or period.last_month != "一二三四".index(turn["quarter"]) * 3):
                continue
            current = SectionKind.PLAN
            when = Period.year(year) if year else period_for(current, review_year, period)
            pieces.append((at, current, when))
    stops = [p[0] for p in pieces[1:]] + [end]
    return [(a, stop, k, p) for (a, k, p), stop in zip(pieces, stops, strict=True)]

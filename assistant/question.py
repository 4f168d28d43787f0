"""text → Query: zone, period, indicator, and what is asked, by grammar and a glossary, no model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

import opencc

from assistant import described
from assistant.abreast import beside_area
from assistant.asking import PACE, WHOLE_FIRST
from assistant.cues import GROUPS
from assistant.english import to_chinese
from assistant.goals import goals_in_writing, may_ask_goals
from assistant.going import GROWTH_SAID, aims_at_last, has_turned, set_aside, year_before, years_between
from assistant.newly import with_its_noun
from assistant.parsing import parse
from assistant.periods import PART, RELATIVE, WHOLE_YEAR, find_parts, find_periods
from assistant.records import Aspect, Operation, Query
from assistant.results import A_PART, AGAINST_SUM, SUM_AGAINST, Result, results_asked
from assistant.scanner import GAP, Scanner
from assistant.setting import newest
from assistant.shares import each_share, share_said
from assistant.skeleton import in_all
from assistant.spoken import in_writing
from assistant.story import asking_part
from assistant.terms import find_terms, is_all_known
from assistant.typos import put_right
from assistant.understanding import Understanding
from index.errors import QuestionError
from index.records import Period, Status

__all__ = ["normalise_question", "understand"]

MAX_QUESTION_CHARS = 2_000


@cache
def _converter(direction: str) -> opencc.OpenCC:
    return opencc.OpenCC(direction)


def _simplified(text: str) -> str:
    """Simplified characters, but for a rare one of a name (碕 → 埼, 礐 → 𬒈, 鶄 → 䴖) in a text that has no other traditional one."""
    simple = str(_converter("t2s").convert(text))
    if len(simple) == len(text):  # beyond the plane that reports are printed in: they print 礐
        simple = "".join(a if ord(b) > 0xFFFF else b for a, b in zip(text, simple, strict=True))
    changed = [(a, b) for a, b in zip(text, simple, strict=False) if a != b]
    rare = len(simple) == len(text) and all(_converter("s2t").convert(b) != a or not _everyday(b) for a, b in changed)
    return text if rare else simple


def _everyday(character: str) -> bool:
    """Of the 6,763 that everybody types; a report prints a rarer one as it was entered."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1_024)
def normalise_question(text: str) -> str:
    """NFKC, simplified characters, control characters out, blanks squeezed.  Raises QuestionError when empty or too long."""
    folded = re.sub(r"(?is)<(script|style)\b.{0,400}?</\1\s*>|</?[a-z][^<>]{0,80}>", " ", unicodedata.normalize("NFKC", text))
    folded = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zs") else c for c in folded if unicodedata.category(c) != "Cf"
    )
    folded = _SET_APART.sub("", _ENDED.sub("?", re.sub(r"\s+", " ", folded).strip()))
    if not re.search(r"\w", folded):
        raise QuestionError("问题是空的", mend="请输入想查的指标，例如“2018年财政总收入是多少”")
    if len(folded) > MAX_QUESTION_CHARS:
        raise QuestionError(f"问题太长（{len(folded)} 字）", mend=f"请压缩到 {MAX_QUESTION_CHARS} 字以内")
    simple = _ACCOUNT.sub("账", _HUNDRED_MILLION.sub("亿", _simplified(folded)))
    simple = _WHICH_OF.sub(lambda m: "零一两三四五六七八九"[int(m[0])], simple)
    return simple if _ASKED_OTHERWISE.search(simple) else _WHICH.sub("哪", simple)


_ENDED = re.compile(r"[。.!,;、~… ]*\?[。.!?,;、~… ]*$")  # 。???
_SET_APART = re.compile(r"(?<=[㐀-鿿])(?<!年) +(?=\d)|(?<=\d) +(?=[㐀-鿿])|(?<=[\d ]年) +(?=[㐀-鿿])")  # 霁岭 15 年 税收
_HUNDRED_MILLION = re.compile(r"(?<=[个几百千\d])忆(?=$|[元美多左的呢吗？?，,。])")  # 几个忆, mistyped
_ACCOUNT = re.compile("(?<=[到入出进记欠呆坏对结])帐(?![篷幕])")  # 到帐外资
_WHICH_OF = re.compile(r"(?<=哪)\d(?=[个家项条座所位大])")  # 哪4个项目 asks for names, as 哪四个项目
# 引来了那些企业: 那些 for 哪些, where nothing else asks.
_WHICH = re.compile("(?<=[了有是到过])那(?=些)|那(?=天[㐀-鿿]{1,4}的[㐀-鿿]{0,2}[?？]?$)")  # …, 大桥那天通的车
_ASKED_OTHERWISE = re.compile("哪|谁|什么|啥|多少|几|怎|咋|如何|何|吗|呢|是否|有没有|能不能")



_KEPT_QUESTIONS = 256


def understand(text: str, known: Understanding) -> Query:
    """Parse one standalone question.  ``text`` is normalised first; see :func:`normalise_question` for errors.

    What was parsed is kept with ``known``: one question is understood four times on its way through the stages.
    """
    query = known.understood.get(text)
    if query is None:
        query = _read(text, known)
        if len(known.understood) >= _KEPT_QUESTIONS:
            known.understood.clear()
        known.understood[text] = query
    return query


_IN_A_PART = re.compile(f"(?:今|本)年(?={PART})")


def _by_number(text: str, known: Understanding) -> str:
    """去年全年和今年上半年, 2022年和今年一季度: by their numbers, where a part of this year stands beside another time."""
    mentions = find_periods(text)
    if len(mentions) < 2 or not any(m.relative == 0 and _IN_A_PART.match(text, m.start) for m in mentions):
        return text
    now = newest([z for m in known.zones.find(text) for z in m.zones], known)
    for mention in reversed(mentions) if now is not None else ():
        word = next((w for w in RELATIVE if text.startswith(w, mention.start)), "") if mention.relative in (0, -1, -2) else ""
        if word and now is not None:
            text = f"{text[: mention.start]}{now.first_year + RELATIVE[word]}年{text[mention.start + len(word) :]}"
    return text


def _read(text: str, known: Understanding) -> Query:
    written, slips = put_right(normalise_question(text), known.words)
    query = _read_written(written, known)
    return replace(query, notes=(*slips, *query.notes)) if slips else query


def _read_written(text: str, known: Understanding) -> Query:
    whole = in_all(_by_number(year_before(to_chinese(text)), known), known)
    whole = beside_area(in_writing(_described_around(whole, known), known.words))
    whole = _of_its_goals(_of_the_two(_whose_zone(_as_defined(whole, known), known), known), known)
    plain = set_aside(whole)
    if plain != whole:
        going = _over_years(_understood(plain, known), whole)
        if going is not None:
            return going
    query, asking = _ranked(_understood(whole, known), known), results_asked(whole)
    share = share_said(whole)
    each = each_share(query, _understood(share, known)) if share else None
    if each is not None:
        return each
    summed = AGAINST_SUM.search(whole) or SUM_AGAINST.search(whole)
    several = asking is not None and bool(
        len(asking.wants) > 1 or asking.reworded or summed or _NAMED_BEFORE.search(whole) or (Result.SUM in asking.wants and len(query.zones) > 1)
    )
    head = _understood(asking.head, known) if asking is not None else query
    if asking is not None and summed and head.scopes and any(not find_terms(p) for p in head.indicators):
        head = _understood(A_PART.sub("", asking.head), known)
    passed = head.aspect is Aspect.MET and not _STILL_TO_DO.search(whole)
    if asking is None or not (several or passed):
        return query
    return replace(query, compared=(head,), asking=asking)


#: 主导产业集中度（三大产业占总产值的比重）: the asker says himself what share he calls so.
_DEFINED = re.compile("[(（](?P<share>[^()（）,，。？?]{2,16}占[^()（）,，。？?]{2,16}?)的?(?:比重|比例|份额|百分比)[)）]")


def _as_defined(whole: str, known: Understanding) -> str:
    """The share that is told in brackets in the place of the name before it; not where more than a name stands there."""
    said = _DEFINED.search(whole)
    if said is None:
        return whole
    mentions = [*((m.start, m.end) for m in known.zones.find(whole)), *((m.start, m.end) for m in find_periods(whole))]
    start = max((end for begin, end in mentions if begin < said.start()), default=0)
    name = whole[start : said.start()]
    named = start < said.start() and re.fullmatch("的?[㐀-鿿]{2,12}(?:度|率|比|占比|比重)", name) is not None
    return f"{whole[:start]}{said['share']}的比重{whole[said.end() :]}" if named else whole


_JOINED = re.compile("[跟和与同在于对给向从往](?=\x00)")


def _described_around(whole: str, known: Understanding) -> str:
    """外商跟甲区签的合同金额: a description that the one zone or the year stands within is told behind them."""
    zones, periods = known.zones.find(whole), find_periods(whole)
    spans = sorted([(m.start, m.end) for m in zones] + [(m.start, m.end) for m in periods])
    if len(zones) != 1 or len(periods) > 1 or described.named(whole, known.words) != whole:
        return whole
    rest = Scanner(whole)
    for start, end in spans:
        rest.blank(start, end)
    bare = _JOINED.sub("", re.sub(f"{GAP}+", "\x00", rest.left)).replace("\x00的", "\x00")
    bare = re.sub("^[，,]+", "", bare.replace("\x00", ""))
    told = described.named(bare, known.words)
    return "".join(whole[a:b] for a, b in spans) + told if told != bare else whole


def _of_its_goals(whole: str, known: Understanding) -> str:
    """Which goals of a zone's year were met or missed, in the usual words, where a zone or a year is named."""
    if not may_ask_goals(whole):
        return whole
    spans = sorted({*((m.start, m.end) for m in known.zones.find(whole)), *((m.start, m.end) for m in find_periods(whole))})
    # 2024年初定的: the year whose goals they are, not the one that had ended
    spans = [(start, start + len(_START_OF_YEAR.sub("", whole[start:end]))) for start, end in spans]
    rest = Scanner(whole)
    for start, end in spans:
        rest.blank(start, end)
    asked = goals_in_writing(rest.left.replace(GAP, "")) if spans else ""
    told_of = re.sub("(?<=\\d)(?!\\d|年)", "年", "".join(whole[start:end] for start, end in spans))
    return told_of + asked if asked else whole


_START_OF_YEAR = re.compile("(?:年?年初)?$")


# 亩均税收谁家高, 外资目标谁定得高: of the zones, where none and no part of one is named.
_WHOSE_ZONE = re.compile("谁家?的?(?=[^，,。？?谁]{0,12}?[高低大小多少快慢好差猛](?:一?[些点])?(?:$|[，,。；;？?]))")
_OF_MEMBERS = re.compile("产业|行业|片区|园区|组团|板块|镇|街道|项目|指标|部门|局|人[口均]?|年[份度]|哪|比(?![重例率])|还是|[和与跟、]")
# 当年完成投资，翊衡比沅珵多多少: what two are compared in, said before them.
_TOPIC_FIRST = re.compile(
    "(?P<topic>[^，,。？?]{2,30})[，,：:](?P<one>[^，,。？?比]{2,14})比(?![重例较率])(?P<other>[^，,。？?]{2,14}?)(?P<how>[多少高低大小快慢][出了]?(?:多少|几)[^，,。？?]{0,6}[?？。]*)"
)


def _whose_zone(whole: str, known: Understanding) -> str:
    """谁家 is 哪个区 where several zones are told of and the question is of one number that each has."""
    said = _WHOSE_ZONE.search(whole)
    if said is None or len(known.zones.zones) < 2 or known.zones.find(whole) or GROUPS.search(whole) or _OF_MEMBERS.search(whole):
        return whole
    if len(find_terms(whole)) != 1 or (not said.group().startswith("谁家") and re.search("企业|公司", whole)):  # 企业纳税谁最高
        return whole
    most = "最" if re.match("[高低大小多少快慢好差]", whole[said.end() :]) else ""
    return f"{whole[: said.start()]}哪个区{most}{whole[said.end() :]}"


def _of_the_two(whole: str, known: Understanding) -> str:
    """翊衡当年完成投资比沅珵当年完成投资多多少, where the number stands before the two that have it."""
    said = _TOPIC_FIRST.fullmatch(whole)
    if said is None or find_terms(said["one"] + said["other"]) or known.zones.find(said["one"]) or known.zones.find(said["other"]):
        return whole
    topic, terms = said["topic"], find_terms(said["topic"])
    mentions = [*((m.start, m.end) for m in known.zones.find(topic)), *((m.start, m.end) for m in find_periods(topic) if m.relative is None)]
    start = max((end for _, end in mentions), default=0)
    number = re.sub("^(?:的|在)+|(?:上|方面)$", "", topic[start:])
    if len(terms) != 1 or terms[0].end != len(topic) or terms[0].start < start or terms[0].start - start > 4:
        return whole
    return f"{topic[:start]}{said['one']}{number}比{said['other']}{number}{said['how']}"


# 规上产值排名, of several zones: not one's own place in the province.
_RANKING = re.compile("(?P<of>.{2,}?)的?(?:大?排名|排行榜?|排序|排位|名次)(?:情况|表)?")


_OF_EACH = re.compile("各|哪些|[两二三四五六七八九几]个|前[三五十]|之间|内部")


def _ranked(query: Query, known: Understanding) -> Query:
    """各区规上产值排名: the zones by that indicator, all of them where none is named."""
    found = _RANKING.fullmatch("".join(query.indicators)) if query.operation in (Operation.ONE, Operation.TREND) else None
    zones = query.zones or known.zones.zones
    alone = query.operation is Operation.ONE and query.aspect is Aspect.VALUE and len(query.zones or zones) == 1
    if found is not None and alone and not _OF_EACH.search(query.text):
        return replace(query, indicators=(found["of"],), aspect=Aspect.RANK)  # 营商环境排名, of one zone: its place
    if found is None or len(zones) < 2 or query.scopes or not is_all_known(found["of"]):
        return query
    aspect = Aspect.GROWTH if query.aspect is Aspect.GROWTH else Aspect.VALUE
    return replace(query, zones=tuple(zones), indicators=(found["of"],), aspect=aspect, operation=Operation.RANKING, direction=1)


def _over_years(query: Query, whole: str) -> Query | None:
    """How it went over the years, where a question asks for that in clauses of their own; None when it is no such question."""
    turned = has_turned(whole)
    aspect = {Aspect.RANK_CHANGE: Aspect.RANK, Aspect.MET: Aspect.VALUE}.get(query.aspect, query.aspect)
    if turned or (aspect is Aspect.GROWTH and not GROWTH_SAID.search(whole)):
        aspect = Aspect.GROWTH if turned else Aspect.VALUE
    if query.operation in (Operation.ONE, Operation.TREND) and query.years_back and query.indicators and not query.periods:
        aspect = query.aspect if query.operation is Operation.TREND and not turned else aspect
        return replace(query, text=whole, aspect=aspect, operation=Operation.TREND)  # 税收占比比上年提高多少, of no year named
    years = {p.first_year for p in query.periods if p.is_year}
    planned = query.status is not None and not aims_at_last(whole)
    if len(query.periods) < 2 or len(query.zones) > 1 or not (query.indicators or query.topic) or planned:
        return None
    periods = query.periods
    if len(years) == len(query.periods):
        periods = tuple(Period.year(y) for y in years_between(whole, sorted(years)))
    return replace(query, text=whole, periods=periods, aspect=aspect, operation=Operation.TREND, direction=0)


def _understood(whole: str, known: Understanding) -> Query:
    """A question in its written form, with the two sides of a comparison."""
    query, joints = parse(whole, known)
    query = _in_part_of_newest(query, known)
    for pattern in joints:
        halves = _halves(asking_part(whole), pattern)
        if halves:
            first, second = (_in_same_part(half, parse(_dated(half, query), known)[0], query.periods) for half in halves)
            if len(query.indicators) == 2 and not {*first.indicators} & {*query.indicators} and not {*second.indicators} & {*query.indicators}:
                first, second = (replace(half, indicators=(p,)) for half, p in zip((first, second), query.indicators, strict=True))
            if len(query.indicators) == 2 and len(first.indicators) == 2 and "".join(first.indicators) == query.indicators[0]:
                first = replace(first, indicators=query.indicators[:1])  # 精密铸造，产值比电子材料多多少
            if len(query.indicators) == 2 and first.indicators == query.indicators[:1] and not _names(second):
                second = replace(second, indicators=query.indicators[1:])  # 比净增多多少
            if len(first.indicators) == len(second.indicators) == 1:
                second = replace(second, indicators=(with_its_noun(second.indicators[0], first.indicators[0]),))
            second = _of_the_year_told(halves[1], first, second, known)
            if _is_of_then(second) and not first.periods and first.aspect is Aspect.VALUE and query.operation is not Operation.SUM:
                now = newest(second.zones or first.zones or query.zones, known)
                if now is not None and now not in second.periods:  # 财政收入比2017年多多少: now, not in 2017
                    first, query = replace(first, periods=(now,)), replace(query, periods=(now, *second.periods))
                    second = replace(second, indicators=())
            if _PACE_ALONE.fullmatch(named := "".join(second.indicators)) or _SINCE_THEN.fullmatch(named):
                return query  # 增速比上年加快了吗, 余额比年初增加了多少: of the year asked and the one before
            if _names(first) and (_names(second) or query.aspect is not Aspect.SHARE):
                return replace(query, operands=(_filled(first, second, query), _filled(second, first, query)))
    return query


_PACE_ALONE = re.compile(f"[有所更又还]*{PACE}[了些]*")
_SINCE_THEN = re.compile("(?:[年期月]?初|年?中|[上去]?年?[末底])(?:净?增[加长]?|减少?|下降|提高|上升|[涨降升多少])了?")
_CHANGE_ALONE = re.compile("(?:净?增[加长]?|减少|下降|提高|上升|[涨降升多少])?(?:了)?")


def _names(operand: Query) -> bool:
    return bool(operand.indicators or operand.scopes)


def _is_of_then(operand: Query) -> bool:
    """比2017年(增加): of another time, and of nothing else."""
    named = "".join(operand.indicators)
    return bool(operand.periods) and not operand.zones and not operand.scopes and _CHANGE_ALONE.fullmatch(named) is not None



_STILL_TO_DO = re.compile("还[差要需得]|[离距]")  # of a goal that isn't over
_NAMED_BEFORE = re.compile("前者|后者")  # 各多少，前者是后者的几倍


def _of_the_year_told(half: str, goal: Query, done: Query, known: Understanding) -> Query:
    """2024年目标比今年实际多多少, where the newest report is of 2023: 今年 is the year that is told, not the one that is planned."""
    now = newest(goal.zones or done.zones, known) if _THIS_YEAR.search(half) and goal.status is Status.TARGET else None
    planned = now is not None and len(goal.periods) == 1 and goal.periods[0] == now.shifted(1) and done.periods in (goal.periods, ())
    return replace(done, periods=(now,)) if now is not None and planned else done


_THIS_YEAR = re.compile("今年|本年")


def _in_same_part(half: str, operand: Query, periods: Sequence[Period]) -> Query:
    """上年同期, beside 2015年上半年: the first half of the year before."""
    part = periods[0] if periods else None
    year = operand.periods[0] if len(operand.periods) == 1 else None
    if "同期" not in half or part is None or year is None or part.is_year or not year.is_year:
        return operand
    return replace(operand, periods=(part.shifted(year.first_year - part.first_year),))


_THEN = re.compile("(?:[去上前]一?年度?|(?:19|20)\\d\\d年)的?同期")


def _in_part_of_newest(query: Query, known: Understanding) -> Query:
    """去年同期外资多少, of a zone whose newest report tells of half a year: of the same half of that year."""
    now = newest(query.zones, known) if len(query.periods) == 1 and query.periods[0].is_year and _THEN.search(query.text) else None
    if now is None or now.is_year or now.first_year != now.last_year:
        return query
    return replace(query, periods=(now.shifted(query.periods[0].first_year - now.first_year),))


def _dated(half: str, whole: Query) -> str:
    """比一季度: the part of a year, with the year that the other half names."""
    years = {p.first_year for p in whole.periods}
    said = find_periods(half)
    if len(years) == 1 and said and all(m.relative == 0 for m in said):  # 占当年…: the year just named, not the newest
        return f"{half[: said[0].start]}{years.pop()}年{half[said[0].end :]}"
    if len(years) == 1 and not said:
        year = years.pop()
        return f"{year}年{half}" if find_parts(half, (Period.year(year),)) or WHOLE_YEAR.search(half) else half
    return half




def _halves(part: str, pattern: re.Pattern[str]) -> tuple[str, str] | None:
    """The texts of two operands, the whole of a share second; None when they are not both there."""
    match = pattern.search(Scanner(part).hide([(t.start, t.end) for t in find_terms(part)]).left)
    if match is None or match.start() < 2 or len(part) - match.end() < 2:
        return None
    left, right = part[: match.start()], part[match.end() :]
    return (right, left) if pattern is WHOLE_FIRST else (left, right)


def _filled(own: Query, other: Query, whole: Query) -> Query:
    """An operand with what only the other one, or the question, says."""
    return replace(
        own,
        zones=own.zones or other.zones or whole.zones,
        periods=own.periods or other.periods or whole.periods,
        scopes=own.scopes or (other.scopes if _CHANGE_ALONE.fullmatch("".join(own.indicators)) else ()),  # 湉滩片区产值比2022年增加多少
        aspect=Aspect.VALUE,
        operation=Operation.ONE,
        status=own.status,
        stock=own.stock or whole.stock,
        unit=own.unit or (whole.unit if whole.operation is Operation.DIFFERENCE else ""),
        report_periods=whole.report_periods,
    )



"""Every reason that a report gives, with what it is a reason of; a why-question is answered by what it asks of, not by its words.

What a reason is of stands in its own clause (外资下降，主要是…), in the sentence before (外资掉了下来。主要是…), or heads the item
(一是外资滑坡。两个项目因…；…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from assistant.extractive.drafting import Drafting
from assistant.extractive.explained import ALONE, DEED, KIND, bare_clause, head_of
from assistant.extractive.listing import PROBLEM_WORDS
from assistant.extractive.missed import onward_to_cause, with_cause
from assistant.extractive.sentences import CAUSE, Unit, listings, units
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Operation, Query
from assistant.terms import Term, find_terms
from assistant.ways import akin, gone, ways_of
from index.records import Report, SectionKind

__all__ = ["answer_reason"]

SURE = 0.75  # of likeness, for what is no known indicator
LONGEST = 420  # characters from what is explained to the end of the reason
HEADLINE = 18  # characters of a sentence that only says what went wrong
_BACK = 2  # sentences between what is told and its reason
_LISTED = re.compile("一是.+(?:二是|；)|(?:[一两三四]个方面|[两三四][条点处个]原因)|其一.+其二|第一[，、].+第二[，、]|主要(?:是|受|因)")
#: 外资没有到位，是甲公司的增资推迟了
_IS_THAT = re.compile("(?:(?<=到位|完成|达标|投产|开工)|(?<=[降滑落少]))，(?:主要)?是(?![否]|[^，。]{0,6}的?(?:成绩|结果|必然))")
#: A clause that names nothing of its own: what it goes on about stands before.
_NO_SUBJECT = re.compile(
    "(?:这|其(?!余|他)|[它他]们?|主要|(?:[短差欠减降缺滑延滞下未没][㐀-鿿]{0,6}?)?的?(?:直接|根本|客观|具体|主要)*原因|究其|之所以|因(?!素)|由于|受(?!理)|一是|一方面|本该|本来|原[定计本]|现在|目前|加上|加之|再有|又|另|说到底|根子|症结|问题|但|而|也|都|还是|是|有[两三四几]|下[滑降跌]|减[少收]|[没未]|虽[说然]?|尽管|可?[离距](?!岸)|同时|[^，。]{2,10}(?:说|讲|解释|反映|表示)[，：:])"
)
_MARKED = re.compile(
    "(?:头|第)?[一二三四五六七八九十两]+(?:条|是|、)|第[一二三四五六七八九十][，、,]"
    "|[（(]?\\d{1,2}(?:[.．](?!\\d)|[、)）])|第\\d{1,2}[项条件]|其[一二三四五]|首先|最后|【|[-—*#·●▪◆]"
)
#: Begins what is told of a thing, and names none.
_NO_NAME = re.compile(
    "占|合计|共|较|比|同比|其中|[第前上下][一二三四半]|\\d|[两三四五几]个|滞后|投产|缺口|年度|累计|一共|少|多|增|降|完成|只|仅|还|到"
)
_TITLED = re.compile("^【[^】]*】(?=.)|[【】]")
_TO_BE = re.compile("力争|确保|争取|[要将拟须](?!求|素)|计划|责任")
_AND = re.compile("另|又|加之|加上|此外|再|同时|新(?=来|的)|说到底|归根[结到]|二是|三是|四是|其[二三]|还有|叠加|部分")
_NEXT_OF, _FIRST_OF = re.compile("[二三四五]是|其[二三四五]"), re.compile("一是|其一")
_ORDINAL = re.compile("^(?:头一条|第[一二三四五六七八九十]条?|其[一二三四五]|首先|最[要紧致命]*的是|[一二三四五六七八九十]是)[，、,：:]?")
#: 产值差3.2亿元：甲停机检修，影响约1.9亿元；…, 其中乙晚投产少贡献约0.5亿元: what each of several things took away is why.
_TOOK = re.compile(
    "(?:(?<=[：:])|(?:其中(?:[：:，])?)(?=[^。；：]))(?=[^。；：:]{3,40}?(?:影响|拉低|拖累|减收|少(?:贡献|算|收入?|完成|报|缴)|流失)[^，。；：\\d]{0,10}\\d)"
)
#: 产值为什么没交上账，我和班子复盘过三次。一是…: asked aloud, to be answered by what comes next.
_ASKED = re.compile("[^，。；：\\d]{2,16}(?:为(?:什么|何|啥)|怎么(?:会|就)?)[^，。；：\\d]{2,12}[，。？]")
_ASKED_OF_IT = re.compile(
    "(?:那么?|究竟|到底|这是)?(?:为(?:什么|何|啥)|怎么(?:会|就)|原因(?:何在|在哪|呢|是什么)|(?:根子|差|输)在哪)[^，。；：\\d]{0,10}？"
)
#: 评定：未完成。: the verdict that ends the account of a task, and begins none.
_VERDICT = re.compile("(?:评[定价]|考核|自评|结[果论]|完成情况|进展|状态)(?:结果|情况)?[：:]")
_LONGEST_NAME = 14  # characters of the first sentence of a line that only names what the line is about
_LEADS_ON = re.compile("[先再]|下面|现将|总的|这|[^。]*(?:[看说讲]|如下|情况)[。：:]$")
_NUMBERED = re.compile("^(?:[#*\\-—·●▪◆\\s]*(?:第?[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?(?:[项条件][：:]?|[、.．](?!\\d))?)?[\\s　]*)")
_OUGHT = re.compile("要求|原[定计]|应[于在]?\\d|计划")
#: 增长没有达到预期, 经济增速落后: of the zone as a whole, measured by its 地区生产总值.
_OF_THE_WHOLE = re.compile("(?:经济|总体|整体|全区)?(?:增长|增速|发展速度)(?:的)?(?=[没未低不放慢落滞偏]|离|距)")
GROWTH = "经济增长"
#: 未完成原因：…, a line of its own below the heading of what it explains; 目标：…, which explains nothing.
_LABELLED = re.compile("(?:[㐀-鿿]{2,8})?(?:原因|症结|缘由)(?:分析|说明|剖析)?[：:](?=.{4})")
_NO_REASON = re.compile(
    "(?:[㐀-鿿]{0,4}目标|[㐀-鿿]{0,4}(?:任务|计划)|完成(?:情况|值)|实际完成|责任(?:单位|人|领导)|牵头(?:单位|领导)|下一步[㐀-鿿]{0,4}|时限)[：:]"
)
_ARRIVED = re.compile("(?<=资金)到[位账]$")  # 省外资金到位
_LESS = frozenset(("fell", "missed", "late"))
_LATE = frozenset(("late", "missed"))
_GOAL = re.compile(
    "(?<=..)[比较](?:年度|全年|年初)?的?(?:目标|任务|计划|预期|进度)$"
    "|(?<=..)[离距](?:[㐀-鿿]{0,4})?$|(?:的?(?:年度|全年|年初)?(?:目标|任务|计划|预期|指标|缺口|进度))+$"
)
_PART_OF_YEAR = re.compile("[一二三四]季度|上半年|前三季度|\\d{1,2}月份|[1-9１-９](?:[-—至到])\\d{1,2}月")
_WHOLE_YEAR = re.compile("全年|年度|年末|年底")
_PACE = re.compile("(?<=..)的?(?:增速|增幅)$")  # 投资增速比目标低1个百分点: of 投资
_ADVERBS = re.compile(
    "^(?:对于?|关于|针对|为什么|为何|为啥|怎么|那|请问|\\d{2,4}年|[去今]年|全年|全区|我区|[，,的])+|(?:(?:究竟|终究|到底|最后|最终|大幅|明显|持续|出现|呈现?|同比|也|都|就|又|还|却|倒|反倒|反而|突然|一下子?|有所|再度|再次|为什么|为何|为啥|怎么会?|会|这么|那么|全年|实际|只|仅|都|迟迟|一直|不断|略|的|在|从|被)+)$"
)


@dataclass(frozen=True, slots=True)
class Reason:
    subject: str
    ways: frozenset[str]
    start: int
    end: int
    said: bool  # by words that give a cause; else only by standing behind a headline
    unit: Unit


@dataclass(slots=True)
class _Topic:
    subject: str
    ways: frozenset[str]
    start: int
    end: int
    headline: bool
    asked: bool = False  # aloud: what is marked off behind it answers
    behind: int = 0


_KEPT: WeakKeyDictionary[Facts, dict[str, list[Reason]]] = WeakKeyDictionary()


def answer_reason(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """Tell the reason of what the question names, gone the way it says; False where no report gives one for sure."""
    subject = subject_asked(query)
    ways = ways_of(_happening(query))
    if query.operation is not Operation.WHY or len(query.periods) > 1 or len(query.zones) > 1 or len(subject) < 2 or not ways:
        return False
    best: tuple[tuple[float, ...], str, Reason] | None = None
    for order, report_id in enumerate(ids):
        report, own = drafting.facts.report(report_id), drafting.facts.cards[report_id].period
        if own is not None and query.periods and all(p.last_year < own.first_year or own.last_year < p.first_year for p in query.periods):
            continue
        for reason in reasons(drafting.facts, report_id):
            around = report.text[reason.start : reason.end] + "".join(reason.unit.path)
            alike = _alike(reason.subject, subject)
            if alike < SURE or not akin(ways) & reason.ways or any(s not in around for s in query.scopes):
                continue
            exact = len(ways & reason.ways) / len(ways)
            whole = -1.0 if _of_a_part(query, around) else 0.0
            key = (whole, alike, exact, float(reason.said), float(order), -float(reason.start))
            if best is None or key > best[0]:
                best = (key, report_id, reason)
    if best is None or best[0][0] < 0:
        return False
    _, report_id, reason = best
    end = onward_to_cause(drafting.facts.report(report_id), reason.start, reason.end)
    text = drafting.facts.report(report_id).text[reason.start : end].strip()
    drafting.note("原因", f"{subject} {sorted(ways)} ← {reason.subject}: {text[:50]}")
    drafting.say(text if text[-1] in "。！；" else f"{text}。", (drafting.cite_span(report_id, reason.start, end),))
    return True


def _alike(told: str, asked: str) -> float:
    """How sure what a reason is of is what is asked of: 2 for the same known indicator, up to 1 for a name or its short form; else 0."""
    if GROWTH in (told, asked):
        named = _ending(_PACE.sub("", asked if told == GROWTH else told))
        return 2.0 if told == asked or (named is not None and named.meanings[0] == "地区生产总值") else 0.0
    told, asked = (_PACE.sub("", fold(x)) for x in (told, asked))
    if "资金" not in told:
        asked = asked.removesuffix("资金").removesuffix("的")  # 外资的资金没到账, of 外资到账
    told = _ARRIVED.sub("", told) if _ending(told) is None else told
    if not asked.endswith("建设"):
        told = told.removesuffix("建设") or told
    mine, theirs = _ending(asked), _ending(told)
    if mine is not None and theirs is not None:
        of_mine, of_theirs = DEED.sub("", asked[: mine.start]), DEED.sub("", told[: theirs.start])
        same = _same(mine, theirs)
        if not same or not (of_theirs in asked if of_theirs else True):
            return 0.0
        return same if not of_mine or of_mine in told else 0.0
    if (mine is not None and not asked[: mine.start]) or (theirs is not None and not told[: theirs.start]):
        return 0.0  # a known indicator, and something that is none
    one, other = (KIND.sub("", x) or x for x in (told, asked))
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or KIND.fullmatch(told):
        return 0.0
    if short in long:
        return 0.8 + 0.2 * len(short) / len(long)
    return SURE if _is_short_for(short, long) else 0.0


def _ending(text: str) -> Term | None:
    """The known indicator that a name ends in."""
    terms = find_terms(text)
    return terms[-1] if terms and terms[-1].end == len(text) and terms[-1].said not in ("项目", "工程", "企业") else None


def _same(one: Term, other: Term) -> float:
    """2 where two names are of one indicator, or one is a broad word that means it before all others."""
    plain = [[m.replace("规模以上", "规上").removeprefix("规上") for m in t.meanings] for t in (one, other)]
    if one.meanings[0] == other.meanings[0] or (len(plain[0]) == len(plain[1]) == 1 and plain[0] == plain[1]):
        return 2.0
    likeliest = [m[0] if len(m) == 1 else m[1] for m in plain]
    return 2.0 if likeliest[0] == likeliest[1] else 0.0


def _is_short_for(short: str, long: str) -> bool:
    """穗翎零部件园 of 穗翎新能源汽车零部件产业园: in the same order, in runs of two characters, the last may be one."""
    at = i = 0
    while i < len(short):
        size = next((n for n in range(len(short) - i, 0, -1) if short[i : i + n] in long[at:]), 0)
        if size < 2 and not (size == 1 and i + 1 == len(short) and long.endswith(short[i])):
            return False
        found = long.index(short[i : i + size], at)
        if i == 0 and found:
            return False
        at, i = found + size, i + size
    return len(short) >= 4


def _of_a_part(query: Query, text: str) -> bool:
    """Whether a reason is told of a quarter where the year is asked of."""
    asked = any(not p.is_year for p in query.periods) or _PART_OF_YEAR.search(query.text)
    return not asked and _PART_OF_YEAR.search(text) is not None and not _WHOLE_YEAR.search(text)


def _happening(query: Query) -> str:
    return "，".join(c for c in re.split("[，,。；？?]", query.bare or query.text) if gone(c))


def subject_asked(query: Query) -> str:
    """What a why-question is about: what stands before the words that say how it went."""
    clauses = re.split("[，,。；？?]", query.bare or query.text)
    at = next((i for i, c in enumerate(clauses) if gone(c)), None)
    if at is None:
        return ""
    found = gone(clauses[at])
    head = clauses[at][: found.start()] if found is not None else ""
    terms = find_terms(clauses[at])
    ahead = next((t.end for t in terms if found is not None and t.start < found.start() < t.end), 0)
    head = clauses[at][:ahead] if ahead else head  # a known name that holds what looks like a way
    head = _stripped(head)
    before = _stripped(clauses[at - 1]) if at and len(head) < 2 else ""
    talked_of = query.indicators[0] if len(query.indicators) == 1 else ""  # 为什么没完成目标, behind another question
    return head if len(head) > 1 else before or talked_of


def _stripped(text: str) -> str:
    while (left := _ADVERBS.sub("", text)) != text:
        text = left
    return _GOAL.sub("", text) or text


def reasons(facts: Facts, report_id: str) -> list[Reason]:
    kept = _KEPT.setdefault(facts, {})
    if report_id not in kept:
        found = units(facts, report_id)
        wrong = [x for x in listings(facts, report_id) if x.marked and PROBLEM_WORDS.search(x.lead)]
        faults = frozenset(u.start for x in wrong for u in found if any(a <= u.start < b for a, b in x.items))
        kept[report_id] = list(_reasons(facts.report(report_id), found, faults))
    return kept[report_id]


def _reasons(report: Report, listed: Sequence[Unit], faults: frozenset[int]) -> Iterator[Reason]:
    """Of the units of a report; ``faults`` are where those begin that stand in a list of what went wrong."""
    topic: _Topic | None = None
    line: _Topic | None = None  # the heading of the lines below it
    called, ought = "", False  # what the line is about by its first sentence, and whether the one before said what was to be
    last = 0
    for i, unit in enumerate(listed):
        if unit.table or (unit.kind is SectionKind.PLAN and (gone(unit.text) is None or _TO_BE.search(unit.text))):
            topic, last = None, unit.end
            continue
        marked = _MARKED.match(unit.text) is not None
        alone = "\n" in report.text[last : unit.start]
        if alone or last == 0:
            called, ought = _called(report, unit), False
        if topic is not None and ((marked and not topic.asked) or (alone and not (topic.headline and topic.end == last))):
            topic = None
        if topic is None and unit.path and unit.path != (listed[i - 1].path if i else ()):
            topic = _headed_by(report, unit)
        last = unit.end
        text = _ORDINAL.sub("", unit.text)
        if marked or unit.path != (listed[i - 1].path if i else ()):
            line = None
        if line is not None and _LABELLED.match(unit.text):
            yield Reason(line.subject, line.ways, unit.start, _end(report, listed, i, False), True, unit)
            continue
        cause = CAUSE.search(text) or _IS_THAT.search(text) or (_TOOK.search(text) if gone(text) else None)
        cause = cause or (_LISTED.search(text) if topic or gone(text) else None)
        apart = text.rfind("；", 0, cause.start()) + 1 if cause is not None else 0
        apart = 0 if _NO_SUBJECT.match(text[apart:]) else apart  # 甲增长乏力；乙单一，受…影响: of the second alone
        told = list(_told(text[apart:], cause.start() - apart if cause is not None else len(text)))
        own = next((name for name, _ in told if name), "")
        beside = i > 0 and listed[i - 1].text.endswith("；") and not own and cause is not None and cause.start() > 1
        if topic is not None and not topic.headline and beside and not _NO_SUBJECT.match(bare_clause(text)):
            topic = None  # 甲增长乏力；乙单一，受…影响: of what the clause itself names
        asked = _ASKED.match(text) if cause is None and unit.end == unit.whole[1] else None
        if asked is not None and (subject := own or _name(asked.group())) and gone(asked.group()):
            topic = _Topic(subject, ways_of(asked.group()), unit.start, unit.end, headline=True, asked=True)
            continue
        if topic is not None and topic.subject and _ASKED_OF_IT.fullmatch(text):  # …还差3.8亿美元。为什么没完成？一是…
            topic.headline, topic.asked, topic.behind, topic.end = True, True, 0, unit.end
            continue
        if _is_headline(unit, text):
            topic = _Topic(own or _name(text) or _heading(unit), ways_of(text), unit.start, unit.end, headline=True)
            line = topic if topic.subject and alone else line
            continue
        headed = topic is not None and topic.headline
        end = _end(report, listed, i, headed)
        if cause is not None:
            if len({name for name, _ in told if name}) == 1:
                told = [(own, ways_of(text))]
            for name, ways in told:
                if name:
                    yield Reason(name, ways, unit.start, end, True, unit)
            if topic is not None and topic.subject and (headed or not own):
                ways = topic.ways if headed else topic.ways | ways_of(text)
                yield Reason(topic.subject, ways, topic.start, end, True, unit)
            elif topic is None and called and not own:
                yield Reason(called, ways_of(text) | (_LATE if ought and "实际" in text else frozenset()), unit.start, end, True, unit)
        elif topic is not None and headed and topic.behind == 0 and topic.subject and not _NO_REASON.match(unit.text):
            yield Reason(topic.subject, topic.ways, topic.start, end, topic.asked, unit)
        elif (unit.kind in (SectionKind.PROBLEMS, SectionKind.PLAN) or unit.start in faults) and (first := _shortfall(text)):
            yield Reason(first, ways_of(text.split("，", 1)[0]), unit.start, unit.end, False, unit)
        if topic is not None and (headed or not own):
            topic.behind += 1
            topic = topic if topic.behind <= _BACK else None
        elif own:
            own = next((name for name, ways in reversed(told) if name and ways & _LESS), own)  # 甲增长；乙下降。原因是…: of 乙
            last_told = [ways for name, ways in told if name == own]
            topic = _Topic(own, frozenset().union(*last_told), unit.start, unit.end, headline=False)
        elif topic is None and called and gone(text) is not None and cause is None and not _VERDICT.match(unit.text):
            topic = _Topic(called, ways_of(text), unit.start, unit.end, headline=False)
        ought = _OUGHT.match(text) is not None


def _told(text: str, until: int) -> Iterator[tuple[str, frozenset[str]]]:
    """What a sentence says to have gone which way, before ``until`` or, where that is where it begins, behind it."""
    name, at = "", 0
    for piece in re.split("(?<=[，：:、])", text):
        began, at = at, at + len(piece)
        head = _name(piece)
        if len(head) > 1 and not _NO_SUBJECT.match(bare_clause(piece)) and not ALONE.fullmatch(head) and not _NO_NAME.match(head):
            name = head
        if began >= until > 0 and name:
            return
        said = piece[: until - began] if began < until < at else piece
        if gone(said) is not None or (began == 0 and until < at):
            yield name, ways_of(said if gone(said) is not None else text)


def _called(report: Report, unit: Unit) -> str:
    """针织止滑, of 第3项　针织止滑。要求产值不低于17亿元。: what heading or first sentence of a line only names; "" where it tells something."""
    heading = report.text[report.text.rfind("\n", 0, unit.start) + 1 : unit.start].strip()
    bare = _NUMBERED.sub("", heading or unit.text).strip("*　 ")
    alone = bool(heading) or unit.end == unit.whole[1]
    named = bare[-1:] in "。：:" and _LEADS_ON.match(bare) is None and 2 < len(bare) <= _LONGEST_NAME and alone
    return _TITLED.sub("", bare[:-1].strip("*")) if named and re.search("[，、；\\d]", bare[:-1]) is None and gone(bare) is None else ""


def _heading(unit: Unit) -> str:
    """安置房建设, of the heading 17．安置房建设 above 【结果】未完成。: what a verdict that names nothing is of."""
    return bare_clause(unit.path[-1]).rstrip("。：") if unit.path and unit.text.startswith("【") else ""


def _headed_by(report: Report, unit: Unit) -> _Topic | None:
    """三是安置房欠账。 as the heading of what follows."""
    title = _ORDINAL.sub("", bare_clause(unit.path[-1])).rstrip("。：")
    start = report.text.rfind(unit.path[-1], 0, unit.start)
    if len(title) > HEADLINE or gone(title) is None or "，" in title or start < 0 or unit.start - start > len(unit.path[-1]) + 4:
        return None
    subject = _name(title)  # 三、没有做到的和原因: heads a list, and is about none of it
    return _Topic(subject, ways_of(title), start, unit.start, headline=True) if len(subject) > 1 else None


def _name(clause: str) -> str:
    """What a clause is about: what stands before the words that say how it went."""
    clause = _TITLED.sub("", clause.rstrip("，：:、。；—")).strip()
    if _OF_THE_WHOLE.match(clause):
        return GROWTH
    went = gone(clause)
    head = head_of(clause)
    if went is not None and went.start():
        until = head_of(clause[: went.start()])
        head = min(head, until, key=len)
    return _stripped(head).rstrip("—-－：: ")


def _is_headline(unit: Unit, text: str) -> bool:
    """三是安置房欠账。 / 头一条，产值没到450亿元。: a short sentence of its own that says what went wrong."""
    whole = unit.end == unit.whole[1] and unit.start == unit.whole[0]
    bare = re.sub("【[^】]*】", "", text).strip()
    short = whole and len(bare) <= HEADLINE and "，" not in bare and _VERDICT.match(bare) is None
    return short and gone(bare) is not None and CAUSE.search(bare.replace("拖了后腿", "")) is None


def _shortfall(text: str) -> str:
    """内资到位 of 内资到位差一口气，两个项目的股东资金没有按约拨付."""
    first, comma, rest = text.partition("，")
    found = gone(first) if comma and len(first) <= HEADLINE and not re.search("\\d", first) and len(rest) > 8 else None
    return _name(first) if found is not None else ""


#: 主要有三方面原因：甲；乙；丙: all of the sentence is of them
_SEVERAL = re.compile("(?:[两二三四五六几多]|\\d)(?:个|条|点|方面|大)?的?(?:主要)?(?:原因|因素|缘由|缘故)(?:是|有)?[：:]")


def _end(report: Report, listed: Sequence[Unit], i: int, headed: bool) -> int:
    """Where a reason ends: with what goes on giving it in the same sentence, or begins with 二是, 加上."""
    unit = listed[i]
    end, counted = unit.end, _SEVERAL.search(unit.text) is not None or _TOOK.search(unit.text) is not None
    for nxt in listed[i + 1 : i + 5]:
        same = nxt.whole == unit.whole
        if "\n" in report.text[end : nxt.start] or nxt.end - unit.start > LONGEST:
            break
        first = _FIRST_OF.search(unit.text)  # 一是产值没有达标，甲外移是主因。二是…: items of their own
        listed_on = _NEXT_OF.match(nxt.text) is None or (first is not None and (headed or first.start() > 0))
        if not ((_AND.match(nxt.text) and listed_on) or (same and (headed or counted) and not _MARKED.match(nxt.text))):
            break
        end = nxt.end
    onward = with_cause(report, unit.start, unit.whole[1])
    return onward if unit.whole[1] < onward <= unit.start + LONGEST and onward > end else end

"""What was said before: a follow-up question → a standalone Query, by slots rather than by joining texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.against import ACTION, compared
from assistant.completing import completed, measure_of_a_thing
from assistant.events import names_thing
from assistant.goals import asks_all, asks_goals
from assistant.inheriting import OF_EVENTS, in_one_year, inherit, is_bare
from assistant.leftover import without_part
from assistant.linking import dimension
from assistant.newly import NEW_OR_GONE
from assistant.onproject import WHEN_ASKED, on_project
from assistant.periods import LATE, THAN_YEAR_BEFORE, find_periods
from assistant.posts import person_told, post_asked
from assistant.question import normalise_question, understand
from assistant.recalling import recalled
from assistant.records import Answer, Aspect, Operation, Query
from assistant.referring import (
    ORDINAL,
    PRONOUN,
    entity,
    found_before,
    item_numbered,
    only_function,
    part_asked,
    project_before,
    thing_asked,
    thing_found,
)
from assistant.setting import newest as latest
from assistant.setting import said_back
from assistant.speakers import PAPER, WHOSE_PAPER
from assistant.takenup import AGAINST_LAST_YEAR, OTHER_END, PLACE_ALONE, taken_up
from assistant.terms import find_terms, is_all_known
from assistant.topics import HOW_IT_IS, told_with
from assistant.understanding import Understanding
from index.figures.ellipsis import is_thing
from index.records import Period, Status

__all__ = ["Turn", "follow_up"]

LEADS = re.compile(
    r"^(?:(?:等一?等|等一下|慢着|不好意思|抱歉|对不起|哎|哦|啊)[，,。]?|(?:我|刚才|刚刚|上面|前面)*(?:说|打|问|写|记|看|讲|弄|搞|输)错了?[，,。]?|我(?:想|要|想要|本来要)?(?:问|查|看)?的?(?:是|应该是)|我要(?=(?:20)?\d\d年)|错了[，,。](?:我要(?!求)的?是?)?|"
    r"那么?|(?:再)?回到(?=[㐀-鿿]{2})|说回(?:到)?|哪(?=[㐀-鿿]{1,6}呢)|还有|以及|另外|再问|然后|接着|好的?[,，]?|嗯[,，]?|不对[,，。]?|不是[,，。]?|我(?:要)?问的是|我是说|我说的是|换成|改成|再看看?|再说说?)+"
)
# 北礁这一项, 这个数: the indicator just asked of, of what is named with it.
THIS_ITEM = re.compile("的?(?:[这那]?一项(?:指标|数)?|[这那]个?(?:指标|数(?:字|据)?))$")
RELATIVE_YEARS = re.compile(
    r"(?:后面|之后|接下来|往后)[两二三\d]年|前(?:面)?[两二三]年|(?:上|前|去)一?年|明年|来年|次年|下一?年|第二年"
)
# 换成2019年的，还是这个镇: of the place or the thing just asked of.
SAME_PLACE = re.compile(
    "[，,](?:还|仍|依然|依旧)?(?:是|说的是|看)?(?:[这那同]一?个?|原来那个)"
    "(?:镇|村|园区?|片区|街道|乡|企业|项目|产业|指标|园|区|公司)(?:的)?[呢吧啊]?[?？。]?"
)
# 其中国家级的呢, 里面国家级的呢: a part of what was asked of before.
_WITHIN = re.compile("(?:那么?)?(?:其中|(?:[这那其]|它们?)?(?:里[面头]|当中|之中))的?(?=[㐀-鿿A-Za-z0-9])")
_TALKED_OF = 3  # turns that the greatest of something is talked of
_SHORT_WORD = 5  # characters of one that leaves its noun to what was asked before
AROUND = 150  # characters after a cited sentence that still speak of the same
# 累计完成多少, 当年完成的呢, after a project's total investment: what of it was spent.
SPENT = re.compile(
    "(?<![没未])(?P<span>累计|当年)?(?:已经?|实际)?(?:(?<=累计|当年)(?=呢)|(?<![没未能])完成|投了|花了|投进去|砸了?进去|投入|到位)(?:了|的)?(?:投资)?(?:多少|几|呢|$|[?？])"
)
# 当年新增的有多少, 其中新认定几家: what a year added to what was asked of before.
ADDED = re.compile(
    "(?:那么?|其中|这)?(?:里面|里头)?(?:(?:20)?\\d\\d年|[当今本]年|(?:这|那)一?年|年内|全年)?(?:又|是|里|真正|实际|已经?)*(?P<how>新增|新认定|净增|新引进|新签约|新挂牌|新设|新培育|新登记|新开工|开工|动工|投产|竣工|建成|落地|注册|交付)(?:加|设)?了?(?:的|部分)*(?:有|是|又有)?(?:多少|几)[家个户件项人名所条]?(?:[呢啊]|[?？。]|$)"
)
IN_ALL = re.compile(
    "(?:那么?)?(?:(?:到?年[底末]|年终|现在|目前|至今)(?:一?共|总共|拢共|累计|总数)?|一?共|总共|拢共|累计|总数|现有)(?:又|有|达|是|到)*(?:(?:多少|几)[㐀-鿿]{0,3}[?？。呢]*|呢[?？。]*|(?<=[总数计])[?？。]*)"
)
INVESTED = re.compile("的?(?:计划)?(?:总|累计|当年|完成)*投资额?$")
# 领尚小镇是干嘛的: of the place itself.
ALL_THE_WORK = re.compile("[干做忙](?:些|了)*(?:什么|啥|哪些)|(?:重点|主要)(?:工作|任务)|亮点")
WHAT_IT_IS = re.compile("是(?:干嘛|干什么|干啥|做什么|什么|啥|怎么回事)(?:的|地方)?[?？。]?$|在(?:哪|什么地方)")


_ASKED_FIRST = re.compile(
    "(?:那么?|再说|回到|说回|还是)?(?:我)?(?:一开始|最开始|最早|最先|最初|开头)(?:我)?(?:问|说|提|讲|查|聊)?(?:的|到的)?[那这]个?(?:指标|数字?|问题|项目)?的?(?=.)"
)


_THAT_OF = re.compile("(?:那么?)?(?P<who>[㐀-鿿A-Za-z0-9]{2,14}?)的?[那这](?:个|家|项)(?:项目|工程|企业|公司)?呢[?？]?")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, with its answer."""

    query: Query
    answer: Answer


_LATE = re.compile(f"(?:那么?|总共|一共|到底|究竟|又)*{LATE}[呢啊吧?？。]*")
_PLACE_END = re.compile("(?:片区|园区?|镇|街道|板块)$")


_OF_THAT_YEAR = re.compile("当年度?的?(?:目标|任务|计划)")  # of the year whose number was set against another's
_THAT_PERSON = re.compile(
    "(?:那么?)?(?:[这那该](?:个人|一?位(?:同志|先生|女士|劳模|专家|教授|工匠)?|名?(?:同志|劳模|专家|教授))|此人|[他她](?!们|人|山))"
)


def follow_up(text: str, turns: list[Turn], known: Understanding) -> Query:
    """Understand ``text`` after ``turns``; what it doesn't say is taken from them."""
    if not turns:
        return understand(text, known)
    whole = normalise_question(text)
    whole = re.sub(f"{SAME_PLACE.pattern}$", "", whole) or whole
    if (meant := on_project(whole, turns, known)) is not None:
        return meant
    if _LATE.fullmatch(whole) and (before := next((t.query for t in reversed(turns) if t.query.operation is Operation.WHEN), None)) is not None:
        event = WHEN_ASKED.sub("", before.text).strip("？?。，, ")  # 码头什么时候建成 → 推迟了几个月
        return replace(understand(event + whole, known), text=whole, zones=before.zones)
    that = _THAT_OF.fullmatch(whole)
    if that is not None and any(n.startswith(that["who"]) for n in known.names):  # 缂云家纺那个呢: no pronoun behind a name
        whole = that["who"] + "的呢"
    apart = without_part(whole, turns, known)
    if apart is not None:
        return apart
    person = person_told(turns[-1].answer.text) if _THAT_PERSON.match(whole) else ""
    if person:  # 这个人在哪家企业
        query = understand(_THAT_PERSON.sub(person, whole), known)
        return replace(query, zones=query.zones or turns[-1].query.zones, periods=query.periods or turns[-1].query.periods)
    first = _ASKED_FIRST.match(whole)
    if first is not None and len(turns) > 1:  # 一开始那个增速多少: of what the talk began with
        return replace(follow_up(whole[first.end() :] or whole, turns[:1], known), text=whole)
    last = turns[-1].query
    if last.indicators and turns[-1].answer.figures and AGAINST_LAST_YEAR.fullmatch(whole):
        return replace(follow_up("比上年增长多少", turns, known), text=whole)  # 和上年比呢
    talked_of = turns[-_TALKED_OF:] if PLACE_ALONE.fullmatch(whole) or OTHER_END.fullmatch(whole) else ()  # 哪个产业最大 → 产值多少 → 第二呢
    ranked = next((t.query for t in reversed(talked_of) if t.query.operation is Operation.EXTREME), last)
    meant = taken_up(whole, ranked, known, told=bool(turns[-1].answer.figures))
    if meant is not None:
        return meant
    base = last.periods[-1] if last.periods else None
    if len(last.periods) > 1 and (_OF_THAT_YEAR.search(whole) or any(base in m.periods for m in find_periods(whole))):
        # 今年和去年的 → 和2017年比增加了多少
        base = max(last.periods, key=lambda p: p.end)
    goal = base is not None and last.status is Status.TARGET and "第二年" in whole
    if base is not None and goal and [t.query.periods[-1:] for t in turns[-2:-1]] == [(base.shifted(-1),)]:
        base = base.shifted(-1)  # 2023年多少, 2024年的目标呢, 第二年达到多少: the year of the goal
    newest = known.latest_of.get(last.zones[0]) if base is None and len(last.zones) == 1 else None
    newest_of = known.latest_of.get(last.zones[0]) if len(last.zones) == 1 else known.latest
    within = _WITHIN.match(whole) is not None
    told = (f.period for f in turns[-1].answer.figures if f.period is not None and f.period.is_year)
    spoken_of = base or newest or next(told, None)
    reported = latest(last.zones, known)
    if newest_of is not None and _THIS_YEAR.search(whole):
        spoken_of = newest_of  # 2017年呢 … 那今年目标是多少: this year is not 2017
    if reported is not None and re.search("[去前今]年", whole) and any(said_back(n) for t in turns for n in t.query.notes):
        spoken_of = reported.shifted(1)  # 去年固投多少 … 前年呢: the year in which it is asked
    query = understand(LEADS.sub("", _WITHIN.sub("", whole)) or whole, replace_latest(known, spoken_of))
    if query.indicators and all(_REACHED_ALONE.fullmatch(p) for p in query.indicators):
        query = replace(query, indicators=())  # 下一年打算养到多少: of what was asked of before
    if query.operation is Operation.ONE and query.aspect is Aspect.VALUE and names_thing(query.bare):
        return replace(query, zones=query.zones or last.zones)  # 食堂建成了吗: of nothing that was asked before
    undated = not re.search(r"\d\d年?|[今明来次]年|一年呢|往[后前]|第.年", THAN_YEAR_BEFORE.sub("", whole))
    if query.periods and undated and THAN_YEAR_BEFORE.search(whole):
        query = replace(query, periods=())  # 比前一年多多少: of the year asked of before, set against the one before it
    unit = query.unit or (last.unit if within and query.aspect is Aspect.VALUE else "")  # 供地多少亩 → 其中给工业的有多少
    query = replace(query, text=whole, part_of=query.part_of or within, unit=unit)
    if query.operation is Operation.META:  # 这个数出自哪里: of what was cited just before
        return replace(query, near=tuple((c.report_id, c.start, c.end) for c in turns[-1].answer.citations))
    named = recalled(whole, query, [(t.query, t.answer) for t in turns])
    if named is not None:
        return named
    last = in_one_year(query, last, reported)
    meant = _this_item(query, last)
    aimed = query.status is Status.TARGET and bool(query.periods)  # 比全市高多少 → 2024年目标呢
    alone = meant is not query or (query.operation is Operation.ONE and (aimed or not is_bare(query)))
    if alone and last.operands and last.operation in (Operation.DIFFERENCE, Operation.RATIO) and len(last.indicators) == 1:
        last = replace(last, operation=Operation.ONE, operands=(), compared=(), asking=None)  # 次年目标是多少: no comparison
    query = meant
    against = compared(whole, query, [t.query for t in turns])
    if against is not None:
        return against
    ordinal = ORDINAL.search(whole)
    pronoun = PRONOUN.search(whole)
    if query.periods and RELATIVE_YEARS.search(whole) and re.search(r"\d{2,4}", whole):
        query = replace(
            query,
            indicators=tuple(
                p
                for p in (RELATIVE_YEARS.sub("", i) for i in query.indicators)
                if len(p) >= 2 and not p.endswith("两") and p not in ("后面", "之后", "接下来", "往后", "前面")
            ),
        )
    if ordinal:
        item = item_numbered(turns, ordinal)
    else:
        item = project_before(query, turns, known) or found_before(query, turns, known)
        item = (thing_found(turns[-1], known) or entity(turns)) if pronoun else item
        measures = tuple(p for p in (PRONOUN.sub("", i).removeprefix("的") for i in query.indicators) if p)
        if pronoun and item in last.indicators and is_all_known(item) and measures and len(last.zones) == 1 and all(map(is_all_known, measures)):
            item, query = "", replace(query, indicators=measures)  # 霁岭固投多少 → 它的财政收入呢: the zone's
        if _PLACE_END.search(item) and query.indicators == ("总投资",) and "总" not in whole:
            query = replace(query, indicators=("投资",))  # of a 片区: what is invested in it, no project's cost
    if not ordinal and re.search("[，。；]", item):
        item = ""  # a sentence is no name
    of_it = re.match(f"(?:那么?)?(?:{PRONOUN.pattern})(?=占)", query.text) if query.aspect is Aspect.SHARE and not query.operands else None
    if of_it is not None and last.indicators and last.aspect is Aspect.VALUE:  # 它占全区多少, 它占固定资产投资多少: what was just told
        whole_named = tuple(p for p in (PRONOUN.sub("", i) for i in query.indicators) if is_all_known(p))
        if whole_named or (last.scopes and only_function(query)):
            item, query = "", replace(query, text=query.text[of_it.end() :], indicators=whole_named, shorter=())
    if item:
        kind = re.sub("^[这那该][个家项座]?", "", pronoun.group()) if pronoun else ""  # 这个产业规上企业: 这个 is gone from it
        rest = tuple(p for p in (ORDINAL.sub("", PRONOUN.sub("", i)).removeprefix(kind) for i in query.indicators) if p)
        if pronoun and last.scopes and item in last.indicators and any(find_terms(p) for p in rest):
            item = last.scopes[-1]  # 篁坞片区产值多少 → 它的税收呢: of the place, not of its output
        item = _without_measure(item) if rest and not only_function(query) else item
        operation = Operation.HOW if ordinal and not rest and len(item) > 8 else query.operation
        own = ORDINAL.sub(item, query.text, count=1) if ordinal and rest else query.text  # 第一个投资多少 is of no list in a report
        scopes = query.scopes or (last.scopes if pronoun and item in last.indicators else ())  # 篁坞片区产值多少 → 它的增速呢
        query = replace(query, text=own, indicators=(item + "".join(rest),), focus=item, operation=operation, scopes=scopes)
        filled = inherit(query, last, keep_indicator=True)
        among = last.operation in (Operation.PARTS, Operation.EXTREME, Operation.RANKING, Operation.WHO)
        return replace(filled, operation=query.operation) if among else filled  # 第一个呢, 它的税收呢: of it alone
    if query.operation is Operation.WHY and not query.periods and last.status is Status.TARGET:
        past = tuple(p for p in last.periods if reported is not None and p.end <= reported.end)
        last = replace(last, periods=past, status=None)  # 为什么下降: of what was done, not of the goal asked before
    of_a_topic = len(last.indicators) == 1 and told_with(last.indicators[0]) is not None  # 环保怎么样 → 北滩园怎么样
    of_a_part = bool(query.scopes) and not query.indicators and HOW_IT_IS.search(whole) is not None
    if (of_a_topic and of_a_part) or _asks_for_itself(query, whole):
        return replace(query, zones=query.zones or last.zones, periods=query.periods or last.periods)
    its_own = _OF_ONE_PROJECT.fullmatch(whole)
    if its_own is not None and not query.zones and (thing := thing_asked(turns[-1], known)):
        of = its_own["of"] or "占地"
        asked = replace(query, indicators=(thing + of,), shorter=(), focus=thing, aspect=Aspect.VALUE, operands=())
        return replace(inherit(asked, last, keep_indicator=True), operation=Operation.ONE)
    if counted := _counted_before(query, turns):  # 开工几个, behind 协议投资多少: of the projects and not of the money
        return replace(follow_up(text, counted, known), text=whole)
    if not query.zones and not query.periods:
        if not query.indicators and len(query.scopes) == 1 and is_thing(query.scopes[0]) and measure_of_a_thing(last):
            query = replace(query, indicators=query.scopes, scopes=())  # X项目总投资多少 → Y基地呢
        query = replace(
            query,
            near=tuple((c.report_id, c.start, c.end + AROUND) for c in turns[-1].answer.citations),
            indicators=completed(query, _of_a_noun(turns)),
            shorter=query.indicators,
        )
    if query.per and len(query.indicators) == 1 and last.indicators and _counted(turns[-1]):  # 平均每家产值: of the enterprises just counted
        own = (query.shorter or query.indicators)[0]
        query = replace(query, indicators=(last.indicators[-1] + own,), shorter=())
    added = ADDED.match(whole) if not any(find_terms(p) for p in query.shorter or query.indicators) else None
    if added is not None and len(last.indicators) == 1 and not query.zones:  # 当年新增的有多少: of the same noun
        noun = _BY_STAGE.sub("", last.indicators[0])
        own = added["how"] + re.sub("^(?:新增|新认定|累计|现有|引进|签(?:约|订|下)?来?)的?", "", noun)
        signed = _SIGNED.search(noun) if added["how"] in _STAGES else None  # 新签约项目 → 落地的有几个: of those signed
        of_them = f"{added['how']}签约{noun[signed.end() :]}" if signed is not None else own
        query = replace(query, indicators=(of_them,), shorter=(own,) if signed else (), stock=False, operation=Operation.ONE, part_of=False)
        last = replace(last, status=None) if added["how"] in _STAGES else last  # 目标呢 → 落地了几个: as many as there are
        return inherit(query, last, keep_indicator=True)
    if IN_ALL.fullmatch(whole) and len(last.indicators) == 1 and NEW_OR_GONE.match(last.indicators[0]):  # 新增多少户, 退库几家，总共多少户
        noun = NEW_OR_GONE.sub("", last.indicators[0])
        there = noun if noun.endswith(("企业", "主体", "公司")) else f"累计{noun}"  # as many as there are at the end of a year
        query = replace(query, indicators=(there,), shorter=(), stock=True, operation=Operation.ONE)
        return inherit(query, last, keep_indicator=True)
    if _ACTUAL.fullmatch(whole) and len(last.indicators) == 1 and _CONTRACTED.search(last.indicators[0]):  # 合同外资 → 那实际的呢
        query = replace(query, indicators=(_CONTRACTED.sub("实际到位", last.indicators[0]),), shorter=(), status=None)
        return inherit(query, last, keep_indicator=True)
    if _PLANNED.fullmatch(whole) and last.indicators and last.indicators[-1].endswith("项目"):  # 重点项目几个 → 计划投资多少
        query = replace(query, indicators=(last.indicators[-1] + "计划投资",), shorter=(), operation=Operation.ONE)
        return inherit(query, last, keep_indicator=True)
    query = _of_other_firms(query, last)
    query = _of_a_phase(query, last)
    spent = _spent(whole, query, turns[-1], known)
    if spent is not None:
        return spent
    fresh = bool(query.zones and query.periods and query.indicators)
    if fresh:
        return query
    if asks_goals(last) and asks_all(last.text) and is_bare(query) and not query.indicators and (query.zones or query.periods):  # 那2018年呢
        return replace(last, zones=query.zones or last.zones, periods=query.periods or last.periods)
    return inherit(query, last, keep_indicator=bool(query.indicators) and not only_function(query))


def _of_a_noun(turns: list[Turn]) -> Query:
    """国家级小巨人, behind which came 摘牌的呢 and 省级的呢: the last question, or the one before it whose noun that left out."""
    named = (t.query for t in reversed(turns[-_TALKED_OF - 1 :]) if any(find_terms(p) for p in t.query.indicators))
    last = turns[-1].query
    short = len(last.indicators) == 1 and len(last.indicators[0]) <= _SHORT_WORD and not find_terms(last.indicators[0])
    return next(named, last) if short else last


def _counted(turn: Turn) -> bool:
    """Whether what was told is so many of something, or is of firms: 固定资产投资 is no part of 平均每家企业税收."""
    told = turn.answer.figures
    return bool(told and dimension(told[0].unit) in ("个", "人")) or bool(re.search("企业|公司|单位|项目", turn.query.indicators[-1]))


def _counted_before(query: Query, turns: list[Turn]) -> list[Turn]:
    """签约项目多少个 → 总投资多少 → 24年打算签多少个: the turns up to what was counted so, where the last was told in another unit."""
    last, kind = turns[-1].answer.figures, dimension(query.unit)
    if kind not in ("个", "人") or not only_function(query) or query.operation is not Operation.ONE or not last or dimension(last[0].unit) == kind:
        return []
    counted = (i for i in range(len(turns) - 1, 0, -1) if (told := turns[i - 1].answer.figures) and dimension(told[0].unit) == kind)
    return turns[: next(counted, 0)]


def _without_measure(item: str) -> str:
    """生物医药产值 as what a next question takes up, with a measure of its own: 这个产业规上企业有几家 is of 生物医药."""
    terms = find_terms(item)
    return item[: terms[-1].start] if terms and terms[-1].end == len(item) and terms[-1].start >= 2 else item


def _asks_for_itself(query: Query, whole: str) -> bool:
    """Whether a follow-up is about no indicator, asked of before or not: all the goals, a place, someone, what was done altogether."""
    if (asks_goals(query) and asks_all(whole)) or (WHOSE_PAPER.search(whole) and re.search(PAPER, whole)):
        return True
    if query.indicators:
        of_each = query.aspect is Aspect.SHARE and query.operation is Operation.PARTS and not query.operands  # 三次产业各占多少
        return of_each or bool(post_asked(query))  # 一把手是谁
    return bool((query.scopes and WHAT_IT_IS.search(whole)) or (query.operation is Operation.SUMMARY and ALL_THE_WORK.search(whole)))


def _this_item(query: Query, last: Query) -> Query:
    """北礁这一项 after a question about 工业投资: the 工业投资 of 北礁."""
    told = part_asked(last) or (last.indicators[0] if len(last.indicators) == 1 else "")
    asked = re.search("[这那](?:一?项|个)", query.text) and len(query.indicators) == 1 and told
    said = THIS_ITEM.search(query.indicators[0]) if asked else None
    if said is None:
        return query
    part = query.indicators[0][: said.start()]
    if not part:
        return replace(query, indicators=() if len(last.indicators) == 1 else (told,))  # 其中一般公共预算收入呢 → 这个数
    terms = find_terms(told)
    noun = told[terms[-1].start :] if terms else told
    return replace(query, indicators=(part + noun,) if not find_terms(part) else (part,))


_MEASURE_OF_FIRMS = re.compile(
    "(?P<who>[㐀-鿿]{2,10}(?:企业|公司))的?(?P<what>(?:利润|产值|总产值|营业收入|营收|税收|进出口|出口|研发费用|从业人员|增加值)(?:总额)?)"
)


def _of_other_firms(query: Query, last: Query) -> Query:
    """民营企业呢, after 规上工业企业利润: the same of those firms, not how many they are."""
    of = _MEASURE_OF_FIRMS.fullmatch(last.indicators[0]) if len(last.indicators) == 1 else None
    asked = query.shorter or query.indicators
    if of is None or len(asked) != 1 or not asked[0].endswith(("企业", "公司")) or not is_bare(query):
        return query
    return replace(query, indicators=(asked[0] + of["what"],), shorter=())


def _of_a_phase(query: Query, last: Query) -> Query:
    """一期投多少呢, after a project's total investment: of the same project."""
    of = INVESTED.search(last.indicators[-1]) if last.indicators else None
    phased = query.scopes and all(_PHASE.fullmatch(s) for s in query.scopes) and all(_INVESTMENT.fullmatch(p) for p in query.indicators)
    if of is None or not of.start() or not phased or not query.indicators or query.zones:
        return query
    return replace(query, indicators=(f"{last.indicators[-1][: of.start()]}投资",), shorter=())


def _spent(whole: str, query: Query, turn: Turn, known: Understanding) -> Query | None:
    """累计完成多少, 其中当年完成的呢, after a project's total investment: what of it was spent."""
    last, spent = turn.query, SPENT.search(whole)
    of = INVESTED.search(last.indicators[-1]) if last.indicators else None
    said = query.shorter or query.indicators
    bare = all(len(p) < 2 or ACTION.fullmatch(p) or re.fullmatch("(?:累计|当年|已经?|完成|投资|的)+", p) for p in said)
    if spent is None or query.zones or not bare:
        return None
    entity = last.indicators[-1][: of.start()] if of is not None else thing_asked(turn, known) if last.operation in OF_EVENTS else ""
    if of is None and not entity and last.indicators and last.indicators[-1].endswith("项目") and spent["span"] != "累计":
        entity = last.indicators[-1]  # 重点项目几个 → 投了多少
    if of is None and not entity:
        return None
    span = spent["span"] or ("累计" if re.search("已经?|[底末]|至今|目前|[一总]共", whole) else "")
    query = replace(
        query, indicators=(f"{entity}{span}完成投资",), shorter=(), aspect=Aspect.VALUE, stock=False,
        scopes=query.scopes or last.scopes,
    )
    found = replace(inherit(query, last, keep_indicator=True), operation=Operation.ONE, part_of=False)
    return replace(found, near=()) if span == "累计" and not (query.periods or last.periods) else found  # as the newest report has it


#: Asked behind a project: of it.
_OF_ONE_PROJECT = re.compile(
    "(?:那么?)?(?:它|其)?的?(?:占了?(?:多少|几亩)亩?地|(?P<of>占地(?:面积)?|用地(?:面积)?|年?产能|年产值|年税收|年利税|建设周期|建筑面积)"
    "(?:又|是|有|为|达)*(?:呢|多少[㐀-鿿]{0,3}|多大|几[㐀-鿿]{0,2})?)[?？。]*"
)
_THIS_YEAR = re.compile("今年|本年(?!度)")
_STAGES = ("落地", "注册", "新开工", "开工", "动工", "投产", "竣工", "建成")
_BY_STAGE = re.compile(f"^(?:{'|'.join(_STAGES)})+(?=.*项目)")
_SIGNED = re.compile("签(?:约|订|下)?来?的?(?=.*项目)")
_PLANNED = re.compile("(?:那么?)?(?:年度)?计划投资额?(?:是|有)?(?:多少[亿万]?元?|几个?亿|呢)[?？。]*")
_ACTUAL = re.compile("(?:那么?)?(?:实际|到账|到位)(?:使用|利用|到位|到账)?的?(?:是|有)?(?:多少)?呢?[?？。]*")
_CONTRACTED = re.compile("合同(?:利用)?(?=[外内]资)|协议(?=[外内]资)")
_PHASE = re.compile("[一二三四五首]期(?:工程|项目)?")
_INVESTMENT = re.compile("(?:完成|计划|总)*投资额?")
_REACHED_ALONE = re.compile("(?:下一?步|接下来|今后|往后)?[㐀-鿿]{0,2}[养种建招压降提升涨做干投控扩增减][到至成](?:以[内上下])?")


def replace_latest(known: Understanding, base: Period | None) -> Understanding:
    return replace(known, latest=base, latest_of={}, talked_of=True) if base else known

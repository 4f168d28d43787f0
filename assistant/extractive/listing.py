"""Questions for a list: which of a report's lists answers, and its items said one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.extractive.drafting import Drafting
from assistant.extractive.headed import headed, told_within
from assistant.extractive.items import COUNT, Listing, placed, section_at
from assistant.extractive.saying import AT_LEAST, say_items
from assistant.extractive.scoping import asks_plan, plans_only
from assistant.extractive.sentences import listings, units
from assistant.extractive.wanted import Asked
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from index.numbers import NUMERALS, count_of
from index.records import Report, SectionKind

__all__ = [
    "GREETING",
    "NTH",
    "NUMBERED",
    "OF_OTHERS",
    "PROBLEM_WORDS",
    "QUOTED",
    "REQUESTING",
    "THINGS_ASKED",
    "Choice",
    "choose_listing",
    "counts_kind",
    "kind_asked",
    "list_begun",
    "lists_around",
    "nth_item",
    "of_what_was_done",
    "requests_asked",
    "say_kind",
    "wanted_number",
]

PROBLEM_WORDS = re.compile(
    "问题|短板|揭[^，。]{0,4}短|家丑|不足|困难|毛病|缺点|弱项|薄弱|瓶颈|制约|差距|担心|挑战|短处|欠缺|软肋|痛点|难处|难题|苦处|掣肘|堵点|难点|教训|欠账|不到位|拦路虎|弱点|检讨|反思|检视|"
    "[没未](?:有|能)?(?:做|办|干|抓|落实|解决)(?:到位|好|成|完)|不(?:满意|理想|如意|尽如人意)|拖后腿"
)
#: 巡察反馈的问题，还剩哪两件没整改完: which of them are left.
_TO_MEND = re.compile(
    "(?:巡[视察]|审计|督[查察]|检查|考核|上级)[^，。？?]{0,8}(?:反馈|指出|交办|移交)[^，。？?]{0,10}问题.*(?:整改|销号|剩|没|未)"
)
REQUESTED = re.compile(
    "请求|恳请|恳求|诉求|请示|(?:向|跟|找|请|对|希望|求|让|盼)(?:[省市县国]|上级|部委?|厅|领导|调研组|上面)[^，,。?？]{0,8}(?:要|提|争取|申请|支持|帮|解决|协调)"
    "|(?:要|希望|想要|盼|争取)(?:得到|获得|上级|省里|市里)?(?:哪些|什么|啥|哪几[条项个])的?支持|支持事项|需要.{0,6}(?:支持|协调|帮)|希望.{0,8}(?:支持|帮助|解决|协调)"
)
# What firms and people ask of the zone: 受理企业诉求多少件.
OF_OTHERS = re.compile(
    "(?:企业|群众|商户|居民|市民|平台|热线|受理|收到?|办结|办理|解决)[^，,。]{0,10}诉求|诉求[^，,。]{0,4}(?:办结|办理|受理|回应|解决)"
)
REQUESTING = re.compile(
    "恳请|恳求|请求|诉求|请予(?!评议|审议|审查|指正|批评|审阅)|(?:请|建议)[省市县国上][^，。；]{0,6}(?:支持|协调|解决|帮助|给予|出台)|需要?.{0,10}(?:支持|协调|解决)|希望.{0,10}(?:支持|帮助|解决|协调|倾斜)|(?:提出|有)[^。]{0,6}建议|支持事项|建议事项"
)
PLAN_WORDS = re.compile(
    "打算|思路|计划(?!总投资)|下一步|明年|来年|任务|要抓|准备|安排|部署|行动|工程|实事|重点抓|重点工作|着力点|目标|怎么干|举措|攻坚|活[儿计]"
)
TO_DO = re.compile("重点|任务|抓|工作|事|行动|工程|活|打算|思路|举措|攻坚|实施|着力|突出")
#: 重点抓哪几件事 has no word of its own, and where a heading is called 重点工作, what stands under it is meant.
_TO_DO_ALONE = "[抓干做办搞]好?(?:的|了)?(?=$|[哪几这些的事活])|(?<!实)事情?(?![业项故件务实])"
#: 民生办了哪些实事, of a report that has no such word: what stands under 民生.
_GOOD_DEEDS = "[办做干](?:了|过|成|好)?(?:哪些|什么|哪几件)?(?:[实好]事|事)?|[实好]事"
_TASKS = re.compile("(?:重点|主要)(?:要|的)?(?:工作|任务|措施|举措|抓|做|干|办)|工作(?:任务|举措|措施|重点)")
GOALS = re.compile("目标|预期|大盘子|指标")
GENERAL = re.compile("(?:主要|全年|年度|整体|总体|的|工作|情况|成绩|成效|内容|报告|重点|任务|大|事|方面|几|要点|分|成|部分|干|做|抓)*")  # as a whole
VAGUE = re.compile(
    "(?:总结|汇报|述职|报告|讲话|公报|通报|简报|材料)(?:[里中上]|的(?=做法|举措|措施|亮点|问题|打算|成效|工作|任务|安排|不足|短板|差距))|(?<![㐀-鿿])(?:总结|汇报|述职|公报|通报|简报)(?![㐀-鿿])|工作要点分?|要点|(?:推进|推动|解决|落实|开展|做好|搞好|抓好|加强)(?:了)?(?:困难|问题)?|主要|重点|存在|面临|方面|工作|什么|哪些|事情|内容|任务|打算|思路|计划|安排|举措|措施|做法|活[儿计]|[几两三四五六七八九十\\d]+(?:大|个|项|件|条|点)+"
)
VAGUE_NOUNS = ("做法", "举措", "措施", "任务", "亮点", "经验", "成效", "安排", "打算")
SENTENCES = re.compile("(一(?=句话)|[两三四五六])(?:句话|点|条)")
NUMBERED = re.compile(
    "([两三四五六七八九十]|\\d{1,2})(?:大|项|个|条|件|方面|点|步|类|种|招|场|道(?!路)|仗|桩)+(?:的)?([㐀-鿿]{0,4})"
)
_COUNTABLE = "实事|大事|行动|工程|攻坚战?|举措|措施|硬仗|任务|改革|战役|计划|短板|难题|问题|请求|建议"
SOME = re.compile(
    f"哪?几(?:大|项|个|条|件|方面|点|步|类|种|招|场)(?:的)?(?:重点|重要|主要)?(?P<noun>{_COUNTABLE}|事)"
    f"|(?P<before>{_COUNTABLE})(?:主要|都|分别|具体|一共|总共|又)*[有是](?:哪[几些]|什么)"  # 重点工程有哪几项
)
# 第二大短板 is the second of a list; 第二大产业 is none of one.
_GREAT = "大(?=问题|任务|短板|难题|困难|举措|行动|工程|特点|亮点|差距)"
NTH = re.compile(
    f"第([一二三四五六七八九十]|\\d{{1,2}})(?:个|项|条|件|点|{_GREAT}|方面|招)(?:的)?([㐀-鿿]{{0,4}}?)(?=[，,。?？：:—-]|是|讲|说|指|具体|怎|为|$)"
)
BEFORE_NTH = re.compile(  # 做法里第二条
    "(做法|举措|措施|问题|困难|不足|打算|任务|请求|建议|成效|亮点|差距|短板|实事|安排|保障)(?:里头?|中|当中)?的?(?=第)"
)
QUOTED = re.compile("[“\"]([^”\"]{2,12})[”\"]")
ANNOUNCED = re.compile(f"如下|以下|{COUNT.pattern}|重点|主要|抓好|做好|{PROBLEM_WORDS.pattern}")
LEAD_LENGTH = 40
HEAD = 150  # characters that begin a report: who reports, when, where
WHOLLY = 0.9  # of the asked words, in the lead of a list
HELD = 0.34  # of the asked words, in the lead of a list of plans, or in a list that is only as long as the one asked for
NAMED_IN = 0.15  # in the lead of one that is called 做法, as is asked
CALLED = 0.6  # of the asked words, in the opening of an item
COUNTED_SO = 0.8  # a list of as many as are asked for, and its lead says how many
ACCEPTED = 0.9  # of a list's score; found on the visible sets


@dataclass(frozen=True, slots=True)
class Choice:
    """A list of a report with its score for one question."""

    report: Report
    listing: Listing
    score: float
    vague: bool = False  # the question has no word of its own but what kind of list it wants
    counted: bool = False  # the question and the lead count the same, and as many are listed


def kind_asked(query: Query) -> SectionKind | None:
    """问题, 打算, or the year as a whole; None when the list is asked for by its own words."""
    if PROBLEM_WORDS.search(query.text) and query.operation is not Operation.HOW and not _TO_MEND.search(query.text):
        return SectionKind.PROBLEMS
    own = VAGUE.sub("", "".join((*query.scopes, *query.indicators)))
    if asks_plan(query) or (PLAN_WORDS.search(query.text) and len(re.sub("[抓干做办要好事]", "", own)) < 2):
        return SectionKind.PLAN
    if query.operation in (Operation.SUMMARY, Operation.LIST) and GENERAL.fullmatch("".join(query.indicators)):
        return SectionKind.REVIEW
    return None


def choose_listing(facts: Facts, query: Query, ids: Sequence[str]) -> Choice | None:
    """The list of these reports that fits the question best, if one fits."""
    kind = kind_asked(query)
    empty = f"{VAGUE.pattern}|{PROBLEM_WORDS.pattern}" if kind is not None else VAGUE.pattern
    if kind is SectionKind.PLAN:
        empty = f"{empty}|{_TO_DO_ALONE}"
    elif kind is None and not any("实事" in facts.report(r).text for r in ids):
        empty = f"{empty}|{_GOOD_DEEDS}"
    without = re.compile(empty)
    asked = Asked(query, without=without)
    asked.weigh([u for r in ids for u in units(facts, r)])
    only = frozenset() if requests_asked(query) else plans_only(facts, query, ids)
    best: Choice | None = None
    for report_id in reversed(list(ids)):
        report = facts.report(report_id)
        # Without a zone the report may be told by its title or by whose it is: 马伯渊述职时说的不足
        named = 0.0 if query.zones or not asked.weights else 2.0 * _covered(asked, report.title + report.text[:HEAD])
        every = (*listings(facts, report_id), *headed(facts, report))
        headed_so = any(one.kind is SectionKind.PROBLEMS for one in every)
        for listing in every:
            told_so = kind is SectionKind.PROBLEMS and any(told_within(x, listing) and PROBLEM_WORDS.search(x.lead) for x in every)
            if told_so or (report_id in only and listing.kind is not SectionKind.PLAN):
                continue
            score = _score(report, listing, query, asked, kind, headed_so)
            if score is not None and (best is None or score + named > best.score + 1e-6):
                best = Choice(report, listing, score + named, kind is not None and not asked.weights, _counts_so(query.text, listing))
    if best is not None and kind is SectionKind.PLAN and not asked.weights and not GOALS.search(query.text):
        best = _tasks_in(facts, best, several=re.search("几(?:大|个|项|件|条|块)", query.text) is not None)
    return best if best is not None and best.score >= ACCEPTED else None


def _tasks_in(facts: Facts, choice: Choice, *, several: bool) -> Choice:
    """Of 总体目标 and 重点工作, what stands under the second: headings alone say nothing of what is to be done."""
    whole = choice.listing
    inner = (one for one in listings(facts, choice.report.id) if whole.start < one.start and one.end <= whole.end and one.marked)
    named = (one for one in inner if _TASKS.search("".join((*one.path[-1:], one.lead))))
    tasks = max(named, key=lambda one: len(one.items), default=whole)  # 重点抓好四个方面, where 几个方面 is asked
    told = len(tasks.items) > len(whole.items) or (several and len(tasks.items) in [count_of(n) for n in COUNT.findall(tasks.lead)])
    return replace(choice, listing=tasks) if told else choice


def _score(report: Report, listing: Listing, query: Query, asked: Asked, kind: SectionKind | None, headed_so: bool) -> float | None:
    head = (*listing.path[-1:], listing.lead)
    lead = "".join(head)
    score = 0.3 if listing.marked else 0.0
    said = called = _covered(asked, lead)
    if listing.marked and asked.weights:  # 一是围绕特定区位抓招商，二是围绕…抓招商: the items are called what is asked for
        shared = min(_covered(asked, report.text[a : min(a + 24, b)]) for a, b in listing.items)
        said = max(said, shared if shared >= CALLED else 0.0)
    body = report.text[listing.items[0][0] : listing.items[-1][1]]
    held = _covered(asked, body)
    quoted = any(q in lead or _each_opens(report, listing, q) for q in QUOTED.findall(query.text))
    count = _counted(report, query, listing)
    called_so = called >= NAMED_IN and _called_so(query.text, listing.lead)
    if requests_asked(query):
        return _requesting(report, listing, score, count)
    if kind is SectionKind.PROBLEMS:
        named = bool(PROBLEM_WORDS.search(listing.lead)) or bool(listing.path and PROBLEM_WORDS.search(listing.path[-1]))
        if (not named and listing.kind is not kind) or (listing.kind is SectionKind.PLAN and not named):
            return None
        said_so = report.period in query.periods and not headed_so and PROBLEM_WORDS.search(listing.lead) is not None  # 上半年存在的主要问题：一是…
        score += 0.7 * named + 0.7 * (listing.kind is kind or said_so) + 0.8 * held
    elif kind is SectionKind.PLAN:
        if listing.kind is not kind:
            score -= 0.6
        elif query.periods and not query.report_periods:
            score += 0.5 if listing.period in query.periods else -0.6
        else:
            score += 0.5
        goals = bool(GOALS.search(query.text))
        if GOALS.search(listing.lead) and not TO_DO.search(GOALS.sub("", listing.lead)):
            score += 0.5 if goals else -0.6
        elif TO_DO.search(lead):
            score += 1.1 if _TASKS.search(query.text) and _TASKS.search(lead) else 0.5
        elsewhere = not quoted and held < HELD and bool(QUOTED.search(query.text))
        if asked.weights and said < HELD and (not count > 0 or elsewhere):
            return None if not held else score - 1.0 + said
        if not asked.weights:
            score += 0.6 * (listing.items[-1][1] - listing.items[0][0]) / max(1, len(report.text))
    elif kind is SectionKind.REVIEW:
        return _whole(report, listing, score)
    elif listing.kind is SectionKind.PROBLEMS and not re.search("[没未不缺难卡]", query.bare) and THINGS_ASKED.search(query.bare):
        return None  # 龙头企业有哪些: not 一是龙头不强
    elif not asked.weights:  # nothing but 有哪些做法: the heading that says so
        vague = {w for w in VAGUE_NOUNS if w in query.text and w in lead}
        return score + 0.8 if vague else None
    elif said < 0.45 and not quoted and not (count > 0 and called >= 0.25) and not called_so:
        if count < COUNTED_SO or not TO_DO.search(query.text) or not TO_DO.search(lead):
            return None
        score += 0.3 if listing.period in query.periods else 0.0  # 述职时说要抓的五件事: the list of five things to do
    several = 0.5 if called_so or (said > WHOLLY and any(w in query.text for w in VAGUE_NOUNS)) else 0.0  # 改革举措: more than one sentence
    return score + several + 2.0 * said + count + (1.5 if quoted else 0.0) - 0.03 * len(listing.path)


def _called_so(question: str, lead: str) -> bool:
    """Whether a lead counts what is asked for and calls it by the same word: 有哪些做法, 治水的做法有三条."""
    return COUNT.search(lead) is not None and any(w in question and w in lead for w in VAGUE_NOUNS)


_THINGS = "(?:企业|公司|项目|园区|产业|平台|学校|医院|人才)"
THINGS_ASKED = re.compile(f"{_THINGS}(?:都|主要|分别)?(?:有|是|叫)(?:哪|什么|啥)|(?:哪些|哪几[个家]|什么)[㐀-鿿]{{0,6}}{_THINGS}")


def _each_opens(report: Report, listing: Listing, word: str) -> bool:
    """要“聚力”的五个方面: a list of which each item says the word right at its beginning (聚力原始创新)."""
    return listing.marked and all(word in report.text[a : min(a + 8 + len(word), b)] for a, b in listing.items)


def requests_asked(query: Query) -> bool:
    """Whether the question is after what the zone asks those above it for."""
    return bool(REQUESTED.search(OF_OTHERS.sub("", query.text)))


def _requesting(report: Report, listing: Listing, score: float, count: float) -> float | None:
    """A list led or headed by 恳请, or whose items begin with it."""
    led = 1.0 if REQUESTING.search(listing.lead) else 0.6 if REQUESTING.search("".join(listing.path[-1:])) else 0.0
    begin = sum(bool(REQUESTING.search(report.text[a : min(b, a + 14)])) for a, b in listing.items)
    if not led and begin * 2 <= len(listing.items) and not (begin and listing.marked and len(listing.items) <= 5):
        return None
    return ACCEPTED + score + led + count + (0.8 * begin / len(listing.items))


def _covered(asked: Asked, text: str) -> float:
    return asked.covered(text, frozenset(bigrams(fold(text))))


def _counted(report: Report, query: Query, listing: Listing) -> float:
    """四件实事: for a list of four, more where its lead counts them too; against a list of another length."""
    match = NUMBERED.search(query.text)
    if match is None:
        return 0.8 if _led_so(query.text, listing) else 0.0
    number = count_of(match[1])
    noun = re.sub("哪.*|[是的有]|分别|都|具体|什么|包括.*", "", match[2])
    said = any(
        count_of(m[1]) == number and (not noun or noun[:2] in m[2] or noun[:2] in listing.lead)
        for m in NUMBERED.finditer(listing.lead)
    )
    opens = (noun in report.text[a : min(a + 24, b)] for a, b in listing.items)
    said = said or (len(noun) == 2 and listing.marked and all(opens))  # 四个行动: （一）实施产业提级行动
    if number != len(listing.items):
        return 0.3 if said and listing.marked else -0.5
    return 0.8 if said else 0.4


def _counts_so(question: str, listing: Listing) -> bool:
    """三件大事: whether the lead of a list counts as many of them, called so, and it is so long."""
    said = NUMBERED.search(question)
    noun = re.match(f"{_COUNTABLE}|事", said[2]) if said is not None else None  # 三件大|事
    if said is None or noun is None or not listing.marked or count_of(said[1]) != len(listing.items):
        return False
    return any(count_of(m[1]) == len(listing.items) and m[2].startswith(noun.group()) for m in NUMBERED.finditer(listing.lead))


def _led_so(question: str, listing: Listing) -> bool:
    """哪几件实事: a list whose lead counts what is asked for, and that is so long (办好四件实事)."""
    match = SOME.search(question)
    if match is None or not listing.marked:
        return False
    said = (m for m in NUMBERED.finditer(listing.lead) if m[2].startswith(match["noun"] or match["before"]))
    return any(count_of(m[1]) == len(listing.items) for m in said)


def _whole(report: Report, listing: Listing, score: float) -> float | None:
    """The outermost list of what was done: the longer it is the better, unless it reaches into the plans."""
    if listing.kind is SectionKind.PROBLEMS or not listing.marked or PROBLEM_WORDS.search(listing.lead):
        return None
    span = (listing.items[-1][1] - listing.items[0][0]) / max(1, len(report.text))
    mixed = re.search(r"\n[^\n]{0,12}(?:打算|思路|工作安排|目标任务|存在的?.{0,4}问题)", report.text[listing.start : listing.end])
    plans = listing.kind is SectionKind.PLAN  # 工作要点 are all plans
    return None if (mixed and not plans) or span < 0.25 else ACCEPTED + score + span - (0.5 if plans else 0.0)


_KIND_COUNTED = re.compile("哪?([两三四五六七八九十])(?:大)?[类种样](?:的)?([㐀-鿿]{2})")


def counts_kind(question: str, text: str) -> bool:
    """往哪三种模式转, 引进航材、医疗器械两类企业: the members stand in one sentence, before the kind that is counted."""
    asked = _KIND_COUNTED.search(question)
    return asked is not None and re.search(rf"(?:[、和与及+＋]|[”\"])[^，。；]{{0,16}}{asked[1]}(?:大)?[类种]", text) is not None


def nth_item(facts: Facts, query: Query, ids: Sequence[str]) -> Choice | None:
    """第二个差距: the one item of the list whose lead or items are called so."""
    match = NTH.search(query.text)
    if match is None:
        return None
    before = BEFORE_NTH.search(query.text)
    number, noun = count_of(match[1]), match[2] or (before[1] if before else "")
    asked = Asked(query, without=re.compile(f"{NTH.pattern}|{VAGUE.pattern}"))
    asked.weigh([u for r in ids for u in units(facts, r)])
    best: Choice | None = None
    for report_id in reversed(list(ids)):
        report = facts.report(report_id)
        for listing in listings(facts, report_id):
            if not listing.marked or len(listing.items) < number:
                continue
            head = listing.lead + "".join(listing.path[-1:]) + report.text[listing.items[0][0] :][:12]
            if not noun or noun[:2] not in head:
                continue
            item = report.text[slice(*listing.items[number - 1])]
            score = 1.0 + _covered(asked, item)
            if best is None or score > best.score:
                best = Choice(report, replace(listing, items=(listing.items[number - 1],)), score)
    return best


def wanted_number(query: Query, report: Report, items: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Those of the field asked of; 用三句话总结: so many, the first ones that say more than a heading (一是引进重点项目。)."""
    items = _of_the_field(query, report, items)
    match = SENTENCES.search(query.text)
    if match is None or "句话" not in match[0]:
        return items
    number = NUMERALS[match[1]]
    full = [(a, b) for a, b in items if b - a >= AT_LEAST or re.search(r"\d", report.text[a:b])]
    return (full if len(full) >= number else items)[:number]


#: 干部方面有什么问题, 土地上存在哪些短板: of one field.
_OF_A_FIELD = re.compile(
    "(?P<of>[㐀-鿿]{2,8}?)(?P<called>(?:方面|领域|这一?块|上)?)的?(?:还|都|主要|目前|又|究竟|到底)*(?:存在|有|面临|碰到|遇到)?(?:着|的)?(?:什么|哪些|哪几[个条项]|啥)[^，,。？?]{0,4}?(?:"
    + PROBLEM_WORDS.pattern + ")"
)
#: 招商方面做了哪些工作.
_DONE_IN = re.compile("(?P<of>[㐀-鿿]{2,4}?)(?:方面|领域|工作上)(?:都|又|主要)*(?:[办做干搞抓]|开展|采取|出台)了?(?:些|点)?(?:什么|啥|哪)")
_NO_FIELD = re.compile("经济|发展|工作|建设|各|总体|整体|全[区年园市]|报告|目前|当前|年度?$")


def _of_the_field(query: Query, report: Report, items: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The problems of the field that is asked of, where some of a report's problems name it; else all of them."""
    field = _OF_A_FIELD.search(query.bare)
    if field is None and (done := _DONE_IN.search(query.bare)) is not None:  # 1.重点项目。… 2.招商引资。…: the one that is called so
        titles = [(item, re.split("[。：:，,；\\s]", report.text[slice(*item)].strip(), maxsplit=1)[0]) for item in items]
        return [item for item, title in titles if done["of"] in title] or items
    if field is None or _NO_FIELD.search(field["of"]):
        return items
    asked = bigrams(field["of"])
    named = [(a, b) for a, b in items if field["of"] in report.text[a:b]]
    return named or [(a, b) for a, b in items if len(asked) > 2 and field["called"] and asked <= bigrams(report.text[a:b])] or items  # 成果转化率不高


def list_begun(facts: Facts, report: Report, start: int, end: int) -> Listing | None:
    """The marked list that a stretch announces, or whose first item it is."""
    for listing in listings(facts, report.id):
        first = listing.items[0][0]
        if not listing.marked or first >= end + 3:
            continue
        if start == first or (start <= listing.start < end and _announces(report.text[start:first])):
            return listing
    return None


def _announces(lead: str) -> bool:
    return lead.rstrip().endswith(("：", ":", "？", "?")) or bool(ANNOUNCED.search(lead[-LEAD_LENGTH:]))


def lists_around(facts: Facts, report: Report, start: int) -> Listing | None:
    """The innermost marked list whose item begins at a place."""
    found = [x for x in listings(facts, report.id) if x.marked and any(a == start for a, _ in x.items)]
    return found[-1] if found else None


def _spans_of_kind(facts: Facts, report: Report, kind: SectionKind) -> list[tuple[int, int]]:
    """Where no list is: the first parts of what a report says of a kind."""
    told = [u for u in units(facts, report.id) if u.kind is kind and not u.table]
    return [(u.start, u.end) for u in [u for u in told if not GREETING.search(u.text)] or told][:6]


def say_kind(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """Where no list is: what the report says of the kind asked for by no words of its own (存在什么问题, 亮点)."""
    kind, facts = kind_asked(query), drafting.facts
    if kind is None or query.indicators:
        return False
    for report_id in reversed(facts.reports_of(query.zones, query.report_periods or query.periods) or ids):
        report = facts.report(report_id)
        spans = _spans_of_kind(facts, report, kind)
        if spans:
            say_items(drafting, report, wanted_number(query, report, spans))
            return True
    return False


#: 对视察组一行表示热烈欢迎, 不妥之处请批评指正: tells nothing.
GREETING = re.compile(
    "热烈(?:的)?欢迎|批评指正|衷心的?感谢|崇高的?敬意|请予(?:评议|审议)|^.{0,4}讯（|^(?:各位|尊敬的)|(?:简要|如下)汇报|[汇报]报如下"
)


def of_what_was_done(facts: Facts, report: Report, items: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The items themselves, or, of the parts of a whole report, those that the part on what was done has: its problems and plans are none."""
    sections = facts.sections(report.id)
    kinds = [placed(report, section_at(sections, a), a)[0] for a, _ in items]
    done = [item for item, kind in zip(items, kinds, strict=True) if kind not in (SectionKind.PLAN, SectionKind.PROBLEMS)]
    if not done or len(done) == len(items) or SectionKind.PLAN not in kinds:
        return items
    inner = [x.items for x in listings(facts, report.id) if x.marked and done[0][0] < x.items[0][0] and x.items[-1][1] <= done[-1][1]]
    return max(inner, key=lambda found: found[-1][1] - found[0][0], default=done)

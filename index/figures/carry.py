"""What a sentence hands from one number to the next, and what stands around a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.figures.draft import Draft, is_distance
from index.figures.grammar import DELIMITERS, GOAL_AFTER, TOLD_FIRST, WAS, growth_in
from index.figures.status import CARRIED_OVER, is_aim, is_expected, lies_ahead, own_time, period_in
from index.figures.subjects import (
    REFERENCE,
    by_whom,
    company_at,
    goes_on,
    goes_on_with,
    place_at,
    place_named,
    product_in,
    reaches_stage,
    read_subject,
    referent,
    topic_told,
)
from index.numerals import Quantity, convert
from index.periods import EVENT, WHICH
from index.records import FigureKind, Period, Report, Section, SectionKind, Status
from index.speaking import spoken_year

__all__ = [
    "Around",
    "Carry",
    "ITEM",
    "exceeds",
    "hide_delimiters",
    "next_segment",
    "read_context",
    "same_kind",
    "same_measure",
    "scope_with",
    "segment_at",
    "surroundings",
    "told_before",
    "wholes",
]

ITEM = re.compile(
    r"^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}(?:是|、)|[（(][一二三四五六七八九十\d]{1,3}[）)]|"
    r"第[\d一二三四五六七八九十]{1,3}条|第[\d一二三四五六七八九十]{1,3}[项件][ \u3000：:、.．][ \u3000]*|"
    r"\d{1,2}(?:[.．]\d{1,2}){1,2}[ \u3000]+(?=[^\d\s])|\d{1,2}[.．、](?!\d)|[①-⑳])[、.]?"
)


_PLAIN = ("个", "家", "项", "件", "只")


_RELATIVE = re.compile(r"[今去本明来当前上]年")


#: …，2024年目标68亿元；实际利用外资五年累计|1.52亿美元|: the years that are over, whatever was aimed at just before.
_YEARS_OVER = re.compile("(?<!\\d)[两三四五六七八九十]年(?:来|间|累计)")


#: A clause that is no more than a month is the time of what follows: 今年1月，出口额3200万美元.
_MONTH_ALONE = re.compile(r"\s*(?:(?:20\d\d|今|本|当)年)\d{1,2}月\s*")


@dataclass(slots=True)
class Carry:
    """What a sentence hands from one number to the next."""

    section: Section
    report: Report
    sentence_period: Period | None = None
    segment_period: Period | None = None
    expected: bool = False
    aimed: bool = False
    parted: bool = False  # the sentence opens with 其中: all it lists are parts
    lasting: bool = False  # a sentence that opens with 预计, 力争 or 确保 means everything it lists
    subject: str = ""
    topic: str = ""  # 加工贸易仍是压舱石，…: the part of the whole that is spoken of up to the next ；
    since: str = ""  # 较2021年, of a value that something doubled from
    others: Draft | None = None  # 占全县到位资金41.3亿元的…: the whole that a share is of
    sharing: str = ""  # 进出口总额占全市318.6亿元的…: what has the share, where it is named there
    text: str = ""  # the sentence with what stood before it …
    length: int = 0  # … and how long the sentence alone is
    meant: str = ""  # who 该公司 is, in the words before the quantity being read
    once: str = ""  # X项目建成后…: the thing whose effects once built are told up to the end of the sentence
    project: str = ""  # what is being built, for the investments told of it up to the end of the sentence
    passing: tuple[Period | None] | None = None  # what holds again after a number with a time of its own
    last: Draft | None = None
    head: Draft | None = None
    chain: Draft | None = None
    before: Draft | None = None  # the last whole figure of the sentence or segment before
    previous: tuple[Draft, ...] = ()  # all of the sentence before
    paragraph: tuple[Draft, ...] = ()  # all that the paragraph has told
    asked: tuple[Draft, ...] = ()  # the goals of the task whose outcome is told
    made: list[Draft] = field(default_factory=list)
    pair: tuple[str, str] | None = None  # the two that a count just listed: 前者 and 后者
    fragment: str = ""  # the words right before the quantity being read
    outside: Carry | None = None  # what held before the bracket that is being read
    aside: Status | None = None  # inside a bracket that states what was (上年为…): its status

    def when(self, text: str) -> Period | None:
        """The period that ``text`` names, None when it names none."""
        base, here = self.section.period, self.sentence_period
        if here is not None and base is not None and here.last_year > base.last_year and not _RELATIVE.search(text) and not _YEARS_OVER.search(text):
            base = here  # 2021年一季度…；全年…: of that year
        return period_in(_LASTED.sub("", text), base, self.report.period, spoken_year(self.report))

    def said_up_to(self, end: int) -> str:
        """The sentence that is being read, up to a place in it."""
        start = len(self.text) - self.length
        return self.text[start : start + end]

    @property
    def period(self) -> Period | None:
        return self.segment_period or self.sentence_period or self.section.period or self.report.period


@dataclass(frozen=True, slots=True)
class Around:
    """A quantity with its surroundings: the fragment right before it, the clauses before that, what follows."""

    quantity: Quantity
    fragment: str
    fragment_start: int  # in the sentence
    context: tuple[str, ...]
    glue: str  # the delimiter right before the fragment
    follow: str
    listed: str  # the fragment with the members of a 、 list in front of it
    touches: bool = False  # the next quantity follows at once


def next_segment(carry: Carry, opening: str = "") -> None:
    """After ；: ``opening`` is how the new part begins, which says whether it still speaks of the same thing."""
    if not goes_on(opening):
        carry.project = carry.once = ""
    carry.segment_period = None
    carry.expected, carry.aimed = carry.expected and carry.lasting, carry.aimed and carry.lasting
    carry.chain = (carry.before.whole or carry.before) if carry.parted and carry.before is not None else None
    carry.subject = carry.topic = ""
    if carry.last is not None:
        told = carry.head or carry.last
        if told.value is None:  # a growth of its own: what comes next may speak of the value again
            told = next((d for d in reversed(carry.made) if not d.member and d.kind is FigureKind.VALUE), told)
        carry.before = told
        carry.last = carry.head = None


def segment_at(sentence: str, position: int) -> tuple[int, int]:
    """The ；-bounded part of the sentence around ``position``, without blanks at its ends."""
    start = max(sentence.rfind(c, 0, position) for c in "；;") + 1
    stops = [i for c in "；;" if (i := sentence.find(c, position)) >= 0]
    end = min(stops) + 1 if stops else len(sentence)
    part = sentence[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def hide_delimiters(text: str, offset: int, quoted: list[tuple[int, int]]) -> str:
    """``text`` with delimiters inside quotation marks and whole parentheses blanked, so that none is seen there."""
    spans = [(a - offset, b - offset) for a, b in quoted]
    if "（" in text or "(" in text:
        spans += [m.span() for m in re.finditer(r"[（(][^（()）]{1,24}[）)]", text)]
    if not spans:
        return text
    chars = list(text)
    for a, b in spans:
        for i in range(max(a, 0), min(b, len(chars))):
            if chars[i] in "，,、；;：:（()）。！？!? ":
                chars[i] = "\u00b7"
    return "".join(chars)


#: 宠物用品受库存积压、海运价格高位运行双重挤压: one clause, however many causes it lists.
_CAUSES = re.compile(
    r"(?:受(?![益理到让限托])|(?<!原)因(?![素子地病此为]))[^，。；：\d]{2,30}、[^，。；：\d]{1,30}?(?:影响|挤压|冲击|拖累|制约|拉动|带动|因素|原因)(?=[，,])"
)


#: 微纳传感|作为主导产业|: what it is, no part of its name.
_AS_WHAT = re.compile(r"(?<=[㐀-鿿]{3})作为[^，。；\d]{1,10}?(?P<kind>产业|行业|企业|园区|片区)$")


#: 前三季度307.8亿元；到年底，达到|431.8亿元|: the time is a clause of its own, and no more than how it got there stands behind it.
_THEN = re.compile("(?:到|至|截至)?(?:年[底末]|全年|[上下]半年|[一二三四]季度末?|前三季度|1?\\d月[底末])")
_GOT_TO = re.compile("(?:最终|总算|才|已|又)*(?:(?:定格|锁定|收|停)(?:在|于|到)|(?:回升|攀升|升|增|追|冲|做|干|回落|降)(?:到|至)|达到?|是|为)")


def surroundings(
    sentence: str,
    quantity: Quantity,
    previous_end: int,
    quoted: list[tuple[int, int]],
    following: Quantity | None,
) -> Around:
    before = sentence[previous_end : quantity.outer_start]
    masked = _CAUSES.sub(lambda said: said[0].replace("、", "\u00b7"), hide_delimiters(before, previous_end, quoted))
    cut, glue, last_end, listed = 0, "", 0, 0
    pieces: list[str] = []
    began: list[tuple[int, str]] = []
    for match in DELIMITERS.finditer(masked):
        began.append((cut, glue))
        pieces.append(before[last_end : match.start()])
        if len(pieces) == 1 and previous_end and not last_end:
            pieces[0] = re.sub("^的(?!.{0,6}(?:目标|任务|计划)$)", "", pieces[0])  # 总投资2亿元|的污水处理厂二期9月通水，…
        if match[0] != "、":
            listed = match.end()
        if re.search(r"[；;。]", match[0]):
            pieces.clear()
        last_end = cut = match.end()
        glue = match[0]
    if pieces and glue in "，," and _THEN.fullmatch(pieces[-1].strip()) and _GOT_TO.fullmatch(before[cut:].strip()):
        pieces.pop()
        cut, glue = began[-1]
    follow = sentence[quantity.outer_end : (following.outer_start if following else len(sentence))]
    context = tuple(_AS_WHAT.sub(r"\g<kind>", p) for p in pieces if p.strip())
    return Around(
        quantity,
        before[cut:],
        previous_end + cut,
        context,
        glue.strip() or glue,
        follow,
        before[listed:],
        following is not None and not follow,
    )


#: 主要是上年同期集中补缴缓税: why it fell, not when what follows was.
_CAUSED = re.compile(
    r"^\s*(?:(?:主要)?(?:原因)?(?:是|系|在于)|主要(?:因|受)|因为?|由于|受|得益于)[^，。；]{0,8}(?:上|去)年"
    r"|(?:上|去)年(?:同期)?[^，。；\d]{0,12}(?:集中|补缴|基数|偏高|偏低|较[高低大]|一次性|翘尾|因素|影响)"
)


#: 固定资产投资149.6亿元，上年数原报|138.5亿元|，核定后调整为…，房地产投资只有…: no time of what comes next.
_AS_TOLD_THEN = re.compile(rf"(?:上年|去年|前年|(?:19|20)\d\d年)度?的?(?:基?数据?)?{TOLD_FIRST}数?(?:为|是)?")


def read_context(carry: Carry, around: Around, first: bool) -> None:
    """Let the clauses without numbers set period, status, subject and the 其中 chain."""
    carry.fragment = around.fragment
    if carry.passing is not None:
        carry.segment_period, carry.passing = carry.passing[0], None
    faced, ruled = _faced(around.context), _ruled(around.context)
    for piece in around.context:
        told = ITEM.sub("", piece)
        named = CARRIED_OVER.sub("", WHICH.sub("", told))
        plain = _TREND.sub("", named)
        period = carry.when(plain + "份" if _MONTH_ALONE.fullmatch(plain) else plain)
        if period is not None and not period.is_year and reaches_stage(plain):
            period = None  # 三季度开工，总投资…: when it is begun is not when it costs
        aside = piece in faced or _HINDRANCE.match(plain) or _LEFT_OUT.match(plain) or _PUT_OFF.search(plain) or _CAUSED.search(plain)
        if period is not None and (aside or _is_founded(period, plain, carry.report.period)):
            period = None
        if period is not None and not re.search(r"比|较|自|规划|纲要|《|[与同](?:上|去)年|[上去]年(?:同期)?(?:的)?[高低]?基数", plain):
            if lies_ahead(period, carry.report.period, carry.report.date) and carry.section.kind is not SectionKind.PLAN:
                carry.segment_period = period  # 计划2019年建成: of this thing, not of the sentence
            else:
                carry.sentence_period, carry.segment_period = period, None
        thing = carry.made and piece is around.context[0] and len(plain) <= 5  # 600套|塔筒，: what was counted, no clause
        if carry.expected and around.glue not in "、" and not thing and not is_expected(plain, carry.section.kind):
            carry.expected = False
        if is_expected(plain, carry.section.kind):
            carry.expected = True
        if piece in ruled:
            continue
        if not _HINDRANCE.match(plain):  # 受项目延期影响，固定资产投资…: not the project's
            read_subject(carry, plain)
        carry.topic = topic_told(plain) or ("" if by_whom(plain) else company_at(plain)) or place_at(plain) or carry.topic
        if plain == named != told and re.fullmatch(r"[^\d，、的]{3,16}", plain.strip()):
            carry.subject = carry.project = plain.strip()  # 2017年引进的荣川铜业，…
    fragment = around.fragment
    carry.subject = product_in(fragment) or carry.subject
    _resolve(carry, around)
    growth = growth_in(fragment)
    if re.search(r"(?:由|从)[^，]{0,10}$|(?:是|为|相当于)[^，]*的$", fragment):
        return  # the time of a value that something changed from is its own
    if carry.aside is None and _NOW.match(fragment) and carry.section.kind is SectionKind.PLAN:
        carry.segment_period = carry.report.period
    past = carry.period is not None and carry.report.period is not None and carry.period.last_year < carry.report.period.first_year
    if past and carry.aside is None and _AS_IT_IS.match(fragment):  # 2006年批准设立，2014年扩区，现规划面积|46.8平方公里|
        carry.sentence_period, carry.segment_period = carry.report.period, None
    yearly = len(growth.base) if growth and growth.base.endswith("均") and not fragment.startswith("两年", growth.start) else 0  # 近三年年均增长
    timed = own_time(fragment[: growth.start + yearly] if growth and growth.base else fragment)
    own = fragment[: growth.start] if growth else fragment
    if re.search(r"(?<![比较与于])(?:去年|上年)(?:同期|同月|同季|此时|这个时候|同一(?:时段|时期|天))", own) and carry.period is not None:
        beside = WAS.fullmatch(fragment.strip()) and carry.last is not None and around.context == ()
        carry.segment_period, carry.passing = carry.period.shifted(-1), (carry.segment_period,) if beside else None
    elif (not around.quantity.rank or re.match(r"\s*20\d\d年[，,]?在", fragment)) and (period := carry.when(timed)):
        which = WHICH.search(fragment + "项目")
        was = WAS.fullmatch(fragment.strip()) or _AS_TOLD_THEN.fullmatch(fragment.strip())
        past_beside = was and carry.last is not None and carry.period is not None and period.end < carry.period.end
        if past_beside or (which is not None and which.end() == len(fragment)):
            carry.segment_period, carry.passing = period, (carry.segment_period,)  # 上年签约的|22个|项目还有8个没有开工
        elif first and carry.when(timed[:12]):
            carry.sentence_period, carry.segment_period = period, None
        else:
            here = carry.period
            around_it = period.is_year and here is not None and here.last_year == period.last_year and not here.is_year
            ahead = around_it and lies_ahead(here, carry.report.period, carry.report.date)  # 下半年：…，二期全年完成投资…，…
            if ahead or re.search(r"年度计划(?:完成)?投资(?:额)?$", fragment) or (_YEARS.search(fragment) and GOAL_AFTER.match(around.follow)):
                carry.passing = (carry.segment_period,)  # 年度计划投资164亿元，已完成…: the year is the plan's alone
            carry.segment_period = period
            then = carry.sentence_period
            wider = period == carry.report.period and then is not None and then.first_year == then.last_year == period.last_year
            wider = wider and not is_expected(fragment, carry.section.kind)  # 1—11月…，预计全年…；the months go on
            if then is not None and (period.last_year > then.last_year or wider):
                carry.sentence_period = period  # 去年…；今年…, 一季度…，全年…；what comes next is of this year, too
    opening = first and len("".join(around.context)) <= 8
    if is_expected(fragment, carry.section.kind):
        carry.expected, carry.aimed = True, False
        carry.lasting = opening and re.match(r".{0,6}(?:预计|预期)", fragment) is not None
    elif is_aim(fragment):
        carry.expected, carry.aimed = False, True
        carry.lasting = opening and re.match(r".{0,4}(?:力争|确保|争取)", fragment) is not None
    elif re.search(r"已|仍|目前|完成了|实现了|实际(?!利用|使用|到位|到账|外资)", fragment):
        carry.expected = carry.aimed = carry.lasting = False
    if any("其中" in p for p in (*around.context[-1:], fragment)) or re.match(r"这?(?:里头|里面|当中)(?!的)", fragment.strip()):
        whole = _whole_for(carry, around.quantity) or carry.last or carry.before
        carry.chain = None if whole is not None and is_distance(whole.indicator) else whole


_DONE_THEN = re.compile("^[年月日]?(?:正式|新)?(?:开工|动工|投产|签约|竣工|落户|建成|开建|引进)的")  # 2月17日开工的骁铄项目


def _resolve(carry: Carry, around: Around) -> None:
    """Let 该公司 in the words before a number stand for who was named before it."""
    carry.meant = ""
    words = "，".join((*around.context, around.fragment))
    if not (reference := REFERENCE.search(words)):
        cut = len(carry.text) - carry.length
        if who := goes_on_with(carry.text[:cut], carry.text[cut:]):
            carry.meant = carry.subject = carry.project = who
        return
    at = carry.text.find(reference[0], max(len(carry.text) - carry.length + around.fragment_start - len(words) - 2, 0))
    who = referent(carry.text[:at] if at >= 0 else carry.text, reference["kind"])
    who = _DONE_THEN.sub("", who)
    carry.meant = who or reference[0]  # somebody's, though it is not clear whose: never the zone's own
    if who:
        carry.subject = who
        if reference["kind"] not in ("公司", "企业", "集团", "厂"):
            carry.project = who


#: 1998年经省政府批准设立, 2018年升格为省级经济区: when a zone became what it is, not when its figures hold.
_FOUNDED = re.compile(rf"{EVENT}|动工|开工|投产|投用")

#: 2016年1月通过国家验收: to the month, and not 截至.
_HAPPENED = re.compile(r"(?<![截至止到])(?<!截至|截止)20\d\d年\d{1,2}月(?:\d{1,2}日)?(?![份底末\d]|[-—－~～至到])[^，]{3,}")


def _is_founded(period: Period, clause: str, reviewed: Period | None) -> bool:
    """Whether a clause without numbers names an earlier year, or a month, only to say when something came into being."""
    earlier = reviewed is not None and period.last_year < reviewed.first_year
    in_a_month = (period.first_year, period.first_month) == (period.last_year, period.last_month)
    if earlier and _HAPPENED.search(clause):
        return True
    return (earlier or in_a_month) and _FOUNDED.search(clause) is not None


#: 受四季度连续降雨影响，缺口70亩: when the reason was is not when the figure holds.
_LASTED = re.compile("(?<=[^到入进]了)(?:整整|将?近|差不多|足足|大半)?[一两三]个?季度")  # 压了一季度的货: how long, not when
#: 扭转上年下滑态势，完成26.5亿元: how it had gone before, not when the figure holds.
_TREND = re.compile(r"(?<=[㐀-鿿])(?:20\d\d年|[去上前]年)(?:度|以来)?的?[^，。；\d]{0,10}(?:态势|势头|局面|走势|趋势|颓势|跌势|低谷)")
#: 投产时间由2023年6月推迟至10月，累计完成投资32.8亿元: when it was to be ready.
_PUT_OFF = re.compile(
    r"(?:由|从|比)?[^，]{0,12}(?:推迟|推后|延后|延期|延迟|延|顺延|提前|推)[到至](?:(?:20\d\d|[明今次后])年|\d{1,2}月|[年季]|[一二三四]季度|上半年|下半年)"
)
_LEFT_OUT = re.compile("[如若果]*(?:剔除|扣除|还原|撇开|抛开|去掉|刨去|刨掉|扣掉|不考虑|不算|不含)")  # 剔除上年留抵退税因素，增长1.5%: this year
#: 没有完成的主要原因是四季度疫情冲击 as well.
_HINDRANCE = re.compile(
    r"\s*(?:主要)?(?:受|因|由于)[^，]*(?:影响|冲击|拖累|所致|原因|停产|检修|降雨|洪涝|限电)$|[^，]{0,12}(?:原因(?:主要)?(?:是|在于|为)|主要是(?:因为?|由于|受))"
)
_FACING = re.compile(r"\s*(?:面对|针对|面临|应对|克服|化解|在|(?:主要)?(?:受|因|由于))(?!.*\d{4}年)")
_FACED = re.compile(r"[^，]*的?[㐀-鿿]{0,4}(?:形势|局面|压力|困难|挑战|环境|背景|状况|冲击|风险|影响|拖累|制约)(?:下|之下|面前)?$")


def _faced(context: tuple[str, ...]) -> frozenset[str]:
    """面对价格上半年探底、下半年回升的复杂形势: what was faced, when it was is not when the figures hold."""
    for first, piece in enumerate(context):
        if _FACING.match(piece):
            last = next((i for i, p in enumerate(context[first : first + 4], first) if _FACED.fullmatch(p)), None)
            return frozenset(context[first : last + 1]) if last is not None else frozenset()
    return frozenset()


#: 开发区下辖穰桥街道、枣庐镇和辕北产业园、菽塘食品园，管辖面积68.4平方公里: of what it rules, none is who the area is of.
_RULES = re.compile(r"(?:下?辖有?|包括|涵盖|包含|下?设有?|分为)(?=[㐀-鿿]{2,10}$)")


def _ruled(context: tuple[str, ...]) -> frozenset[str]:
    first = next((i for i, piece in enumerate(context) if _RULES.search(piece)), len(context))
    rest = context[first + 1 :]
    last = next((i for i, piece in enumerate(rest) if not place_named(piece)), len(rest))
    return frozenset(rest[:last])


#: 完成全年|88亿元|计划的49.7%，其中…: the year is the goal's, the rest still of the part of it that is told.
_YEARS = re.compile(r"(?:全年|年度|年初|本年|当年)(?:确定|下达|制?定|安排)?的?$")
#: What there is now, beside what is planned.
_AS_IT_IS = re.compile(r"\s*(?:目前|现在?|如今)(?:规划|(?:管|下)?辖|托管|有|已|建成|总|实有|共|面积|注册|入驻|入园)")
_NOW = re.compile(r"\s*(?:现有|现已|现为|目前|截至目前|已有|已建成|[^，]{0,8}(?:19|20)\d\d年以来)")
def _whole_for(carry: Carry, quantity: Quantity) -> Draft | None:
    """The figure that 其中 divides: the last one of that measure that is no part itself and not smaller."""
    made = carry.made or carry.previous
    shared = {d.indicator for d in made if d.kind is FigureKind.SHARE}  # 占全县固定资产投资86.7亿元的50.9%: divided before, not now
    told = (d for d in reversed(made) if not d.member and d.kind is FigureKind.VALUE and f"占{d.scope}{d.indicator}" not in shared)
    told = (d for d in told if not d.scope.endswith(("原公布", "调整后")))
    done = {(d.indicator, d.period) for d in made if d.status is Status.DONE and d.value is not None}
    # A goal or a former value printed beside a figure is not what is divided: 13.08亿元，年初目标14亿元，9月调整为13.2亿元。其中税收….
    heads = [d for d in told if not d.owner and not (d.status is Status.TARGET and (d.indicator, d.period) in done)]

    def larger(d: Draft) -> bool:
        return d.value is not None and same_measure(d, quantity) and (d.unit != quantity.unit or d.value >= quantity.value)

    found = next(filter(larger, heads), None) or told_before(carry, quantity)
    return found or (heads[0] if heads else None)


def wholes(carry: Carry, quantity: Quantity) -> Iterator[Draft]:
    """What the paragraph has told that a number may be a part of, the last first: amounts of no part, of its measure and no smaller."""
    for d in reversed((*carry.paragraph, *carry.made)):
        whole = not (d.member or d.owner or d.scope) and d.kind is FigureKind.VALUE and d.value is not None
        if whole and d.value is not None and d.unit == quantity.unit and d.value >= quantity.value:
            yield d


def told_before(carry: Carry, quantity: Quantity) -> Draft | None:
    """总产值176.9亿元。增加值增长7.0%。三个片区里，桁桥|97.4亿元|: the whole that the paragraph told some sentences ago, of the same time."""
    return next((d for d in wholes(carry, quantity) if d.period == carry.period), None)


def scope_with(scope: str, action: str) -> str:
    return scope + action if not scope or not action or scope[-1] not in "，" else scope


def same_kind(one: Draft, other: Draft) -> bool:
    """Whether two figures stand in one list: the same indicator of different owners."""
    return one.indicator == other.indicator and one.unit == other.unit


def exceeds(whole: Draft | None, quantity: Quantity) -> bool:
    """Whether a number is more than what it would be a part of."""
    if whole is None or whole.value is None or whole.kind is not FigureKind.VALUE or "均" in whole.indicator:
        return False  # an average has parts on both sides of it
    part = convert(quantity.value, quantity.unit, whole.unit)
    return part is not None and part > whole.value


def same_measure(whole: Draft, quantity: Quantity) -> bool:
    one, other = whole.unit.lstrip("万亿千百十"), quantity.unit.lstrip("万亿千百十")
    in_yuan = bool(whole.unit and quantity.unit) and {one, other} == {"元", ""}  # 去年产值1156亿，今年|1286亿|: what was told is known to be money
    return one == other or in_yuan or (quantity.unit in _PLAIN and whole.unit in _PLAIN)

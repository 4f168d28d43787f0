"""A quantity with its name → a draft: its status and time, by the words right before it and what its section says."""

from __future__ import annotations

import re

from index.figures.carry import Around, Carry
from index.figures.draft import Draft
from index.figures.grammar import GOAL_AFTER
from index.figures.status import is_estimate, is_set, lies_ahead, status_of, tells_past
from index.figures.subjects import reaches_stage
from index.records import Period, SectionKind, Status

__all__ = ["new_draft", "without_zone"]

_MONEY_NAME = re.compile(r"融资|收入|产值|投资|资金|税|贷款|金|额|基金|利润|增加值|出口|外资|突破|企业|产业")
#: 恳请支持事项: what a report asks for has not been given yet.
_REQUESTS = re.compile(r"恳请|请求|诉求|(?:希望|需要?|请|建议)[^，]{0,8}(?:支持|协调|解决|帮助)|几点建议")


_ASSIGNED = re.compile("(?:下达|承担|交办|分解|[排确]定)的?$")
_TASKS = re.compile("(?:年度|全年|重点|主要|工作|民生|改革|目标)*(?:任务|事项|实事|指标)")


def _status(carry: Carry, around: Around) -> Status:
    status = _plain_status(carry, around)
    asked = any(_REQUESTS.search(title) for title in carry.section.path[-2:]) or re.search("恳请|请求(?!量|数)", around.fragment)
    if status is Status.TARGET and carry.section.kind is not SectionKind.PLAN and _ASSIGNED.search(around.fragment) and _TASKS.match(around.follow):
        return Status.DONE  # 年初下达的|24项|重点任务
    if status is Status.DONE and asked and not re.search(r"已|现有|目前|累计|去年|上年|仅|只有", "".join((*around.context, around.fragment))):
        return Status.TARGET
    return status


#: 高于年初8.5%|的预期目标|，总量占全市…: a goal that is over with the number before it.
_ITS_GOAL = re.compile("的[^，。；]{0,6}(?:目标|任务|计划|预期)[^，。；]{0,2}$")


def _plain_status(carry: Carry, around: Around) -> Status:
    if carry.aside is not None:
        return carry.aside
    if carry.expected:
        return Status.EXPECTED
    if carry.aimed:
        return Status.TARGET
    before = (c for c in around.context[-2:] if _ITS_GOAL.match(c) is None)
    text = "，".join((*before, around.fragment)) + around.quantity.qualifier
    if re.match(r"\s*(?:年度|全年|年初|本年)?(?:目标|任务)(?!完成|任务完成)(?=.)", around.fragment) and not carry.made:
        return Status.TARGET
    if re.search(r"目标(?:值|数|任务)?(?:约|为|是)?(?:增长|下降|提高|降低)?$", around.fragment):
        return Status.TARGET
    if is_set(around.fragment + around.quantity.qualifier):
        return Status.TARGET
    if carry.section.kind is SectionKind.PLAN and tells_past(around.fragment):
        return Status.DONE
    if carry.section.kind is not SectionKind.PLAN and is_estimate(around.fragment + around.quantity.qualifier, carry.period, carry.report.period):
        return Status.EXPECTED
    if carry.section.kind is SectionKind.PLAN and _is_over(carry) and not _AHEAD.search(text):
        return Status.DONE
    status = status_of(text, carry.section.kind, carry.segment_period or carry.sentence_period, carry.section.period)
    if status is Status.DONE and lies_ahead(carry.period, carry.report.period, carry.report.date):
        return Status.TARGET
    here, reviewed = carry.period, carry.report.period
    if status is Status.DONE and _is_of_what_comes(carry, text):
        return Status.TARGET
    if status is Status.DONE and here and reviewed and here.last_year > max(here.first_year, reviewed.last_year):
        return Status.TARGET if here.first_year >= reviewed.last_year else status  # 三年内投入6000万元
    return status


def _is_of_what_comes(carry: Carry, text: str) -> bool:
    """下半年要…：一期全年完成投资8.5亿元, in a report of half a year: the whole year, in a list of what comes."""
    here, reviewed = carry.segment_period, carry.report.period
    over = here is None or reviewed is None or here.last_year != reviewed.last_year or here.last_month <= reviewed.last_month
    then = carry.passing[0] if carry.passing else carry.sentence_period
    return not over and lies_ahead(then, reviewed, carry.report.date) and "已" not in text


#: 全年任务|9%, 年初预算|28亿元: what is set for a year, in a report of a part of it.
_OF_YEAR = re.compile(r"(?:全年|年度|年初|[今本]年)[^，。；\d]{0,6}(?:任务|目标|计划|预算|指标|盘子)[^，。；\d]{0,4}$")


def _time_of_goal(carry: Carry, around: Around, status: Status) -> Period | None:
    """年初定的|230亿元|, in a report of nine months, is of the year; the first quarter that a report of a whole year sets itself is to come."""
    here, whole = carry.period, carry.report.period
    if here is None or here.first_year != here.last_year:
        return here
    told = around.fragment + around.quantity.qualifier
    if here == whole and here.first_month == 1:
        return Period.year(here.last_year) if is_set(told) or (status is Status.TARGET and _OF_YEAR.search(around.fragment)) else here
    of_part = whole is not None and whole.is_year and not here.is_year and here.last_year == whole.last_year
    begun = here.first_month == 1 and carry.report.date is not None and carry.report.date.year > here.last_year  # 预计一季度, told in March
    over = of_part and (status is Status.TARGET or (status is Status.EXPECTED and begun))
    said = re.search(r"20\d\d\s*年|[去上当]年|原|年初", carry.text[-carry.length :]) if carry.length else None
    return here.shifted(1) if over and not said and not is_set(told) else here


def _is_set_against(carry: Carry, around: Around) -> bool:
    """完成69.2亿元，超过|68亿元|的年度目标: the goal is 68, and what was done is more."""
    past = re.fullmatch("超过?|超出|高于|低于|不及", around.quantity.qualifier) is not None
    return past and carry.section.kind is not SectionKind.PLAN and GOAL_AFTER.match(around.follow) is not None


#: What months are told to bring rather than to have brought.
_AHEAD = re.compile(r"力争|争取(?!到)|确保|目标|计划|预期|要|拟|将|任务|[月季度]底?(?:以?前|之前|内)")


def _is_over(carry: Carry) -> bool:
    """Whether the time named is over: months of the one looked back on, or of the year ahead (2018年1—2月, told in March)."""
    here, reviewed, given = carry.segment_period or carry.sentence_period, carry.report.period, carry.report.date
    if here is not None and reviewed is not None and not here.is_year and here.first_year == here.last_year == reviewed.last_year:
        return here.last_month <= reviewed.last_month
    return (
        here is not None
        and reviewed is not None
        and given is not None
        and here.first_month == 1
        and here.last_month < 12
        and here.first_year == here.last_year > reviewed.last_year
        and not lies_ahead(here, reviewed, given)
    )


def without_zone(indicator: str, scope: str, zone: str) -> tuple[str, str]:
    """The zone itself is no scope: 滨海新区地区生产总值 in the report of 滨海新区 is its own."""
    if len(scope) >= 2 and (zone.startswith(scope) or (len(scope) >= 4 and zone.endswith(scope)) or _same_place(scope, zone)):
        scope = ""
    for own in (zone, zone[2:], zone[3:]):  # 汀海榕汀综合保税区 also calls itself 榕汀综合保税区
        if len(own) >= 5 and indicator.startswith(own) and len(indicator) - len(own) >= 2:
            indicator = indicator[len(own) :].lstrip("的")
            break
    if "保税" in zone:
        bonded = _BONDED.match(indicator)
        return (bonded["of"] if bonded else indicator), ("" if _BONDED_ALONE.fullmatch(scope) else scope)
    if not scope and (bonded := _BONDED.match(indicator)) is not None:  # 综合保税区进出口, in the report of an airport zone: a part of it
        indicator, scope = bonded["of"], bonded["where"]
    return indicator, scope


_BONDED_ALONE = re.compile("综合保税区|综保区|保税港区|保税区")
_BONDED = re.compile(f"(?P<where>{_BONDED_ALONE.pattern})(?:内|的)?(?P<of>[㐀-鿿]{{2,}})")


def _same_place(scope: str, zone: str) -> bool:
    """鲎湾综保区, of 鲎湾综合保税区, and the other way round: the place, and of its kind some characters in their order, the last one too."""
    for name in (zone, zone[2:], zone[3:]):
        short, long = sorted((scope, name), key=len)
        rest = iter(long[2:])
        if len(short) >= 5 and short[:2] == long[:2] and short[-1] == long[-1] and all(c in rest for c in short[2:]):
            return True
    return False


#: 产值超10亿元, 投资5亿元以上: of what size firms or projects are that are counted.
_SIZE = re.compile(r"(?P<of>[㐀-鿿]{0,8}?)(?:超过?|过|突?破|达到?|在)?\d[\d.]*[百千]?[万亿]美?元?(?:以上|及以上)?")


def _sized_alike(carry: Carry, scope: str) -> str:
    """产值超10亿元的九家、|超50亿元的|两家: by the measure of the one before."""
    size, before = _SIZE.fullmatch(scope), _SIZE.fullmatch(carry.last.scope) if carry.last is not None else None
    return before["of"] + scope if size and not size["of"] and before else scope


_FUND = re.compile("[㐀-鿿]{1,10}?(?:母|引导|投资|产业|创投|发展)*基金(?!项目|公司)")
_INVESTED = re.compile("(?:新|累计|已|当年)*投(?:资|出|放)?(?:项目|子基金|企业)?")


def _of_the_fund(carry: Carry, indicator: str, scope: str) -> str:
    """母基金总规模20亿元，新投项目9个、2.3亿元，累计投资项目|33个|: what a fund invests in is its."""
    if not _INVESTED.fullmatch(scope + indicator.removesuffix("投资额")) or "投" not in scope + indicator:
        return scope
    told = next((f for d in reversed(carry.made) if (f := _FUND.search(d.scope + d.indicator)) is not None), None)
    return told[0] + scope if told is not None else scope


_GROUP = re.compile("[两三四五六七八九十](?:大|个)?(?:主导|支柱|重点|优势|特色|传统|新兴|主要)*(?:产业链?|行业|板块)")
_MEASURED = re.compile("产值|增加值|营业收入|销售收入|营收|税收|利润|投资")
_COUNTED = re.compile("(?:企业|公司|项目)$")


def _of_many(carry: Carry, around: Around, indicator: str, scope: str) -> tuple[str, str]:
    """产值超10亿元企业6家，合计产值|147.5亿元|: of those; 微特电机产值98.4亿元，…。四大产业合计|270.6亿元|: the same of all of them."""
    last = carry.last
    if scope == "合计" and around.quantity.is_money and last is not None and around.glue[:1] in ("，", ",") and last.value is not None:
        many = last.unit in ("家", "户", "个") and _COUNTED.search(last.indicator) is not None and not last.scope
        return (indicator, last.indicator) if many else (indicator, scope)
    if around.quantity.is_money and _GROUP.fullmatch(indicator) and scope in ("", "合计"):
        told = next((d for d in reversed(carry.previous) if d.scope and d.unit == around.quantity.unit and _MEASURED.fullmatch(d.indicator)), None)
        if told is not None:
            return told.indicator, indicator + scope
    return indicator, scope


_DESCRIBED = re.compile("个[^，。；]{2,16}的(?:项目|企业|公司|工程)")  # 这|个面向人形机器人的项目|: says more of it, and is no name


_LINE = re.compile("(?:的|这道|这个|这一)*(?:大关|台阶|关口|门槛)")  # 迈上440亿元台阶


def new_draft(carry: Carry, around: Around, indicator: str, scope: str, at: int, name_at: int | None = None) -> Draft:
    quantity = around.quantity
    if carry.meant and carry.meant in scope:
        scope = scope[scope.index(carry.meant) :]
    elif carry.meant:
        scope = carry.meant + ("" if scope in ("公司", "企业", "项目") or _DESCRIBED.fullmatch(scope) else scope)
    if re.search("(?:把|将)$", scope):  # 统计部门按普查口径把2017年的基数核定为
        scope = "调整后" if re.search("核定|核实|调整|修订|修正|更正", around.fragment) else ""
    indicator, scope = without_zone(indicator, scope.removeprefix("其中"), carry.report.zone)
    indicator = indicator.removeprefix(f"“{scope}”") or indicator  # “港融贷”|放款8.9亿元|
    scope = _sized_alike(carry, "" if scope == indicator else scope)
    indicator, scope = _of_many(carry, around, indicator, scope)
    scope = _of_the_fund(carry, indicator, scope)
    if indicator == "毕业" and carry.last is not None and "孵化" in carry.last.scope + carry.last.indicator:
        indicator, scope = "毕业企业", "孵化器"  # 孵化器在孵企业246家，当年毕业|31家|
    if scope in ("净增", "新增", "新认定") and "超" in quantity.qualifier and _is_set_against(carry, around):
        beyond = [d for d in carry.made if d.indicator == indicator and d.unit == quantity.unit and d.value is not None and d.value >= quantity.value]
        scope = beyond[-1].scope if beyond else scope  # 增至231家，净增45家，超过|220家|的年度目标: of all of them
    start = around.fragment_start + name_at if name_at is not None else quantity.outer_start
    words = "，".join((*(c for c in around.context[-1:] if not reaches_stage(c)), around.fragment))
    aims = "".join(w for w in ("力争", "争取", "确保") if w in words[-14:])
    unit = quantity.unit
    if unit in ("亿", "万", "万亿", "千万", "百万", "百亿", "千亿") and _MONEY_NAME.search(indicator):
        unit += "元"
    status = _status(carry, around)
    return Draft(
        indicator=indicator,
        scope=scope,
        start=at + min(start, quantity.outer_start),
        end=at + quantity.outer_end,
        period=_time_of_goal(carry, around, status),
        status=status,
        value=quantity.value,
        unit=unit,
        value_text=quantity.text,
        qualifier=aims + ("" if _is_set_against(carry, around) else quantity.qualifier or ("突破" if _LINE.match(around.follow) else "")),
    )

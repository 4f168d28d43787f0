"""Which status and period the words around a number give it, over what its section says."""

from __future__ import annotations

import datetime
import re

from index.numbers import NUMERALS
from index.periods import EVENT, WHICH, parse_period
from index.records import Period, SectionKind, Status

__all__ = ["CARRIED_OVER", "is_aim", "is_estimate", "is_expected", "is_set", "lies_ahead", "own_time", "period_in", "status_of", "tells_past"]

_AIM = re.compile(
    r"力争(?!的$)|(?<!助企业)(?<![为帮替]企业)(?<!帮助)(?<!协助)(?<!累计)(?<!先后)(?<!多方)(?<!成功)(?<!向上)争取(?![^，。；]{0,10}[仅只]|[^，。；\d]{0,14}(?:资金|债券|补助|补贴|转移支付|奖补|额度|指标)(?:\d|$)|的$|到|资|政策|上级|国家|省|中央|专项|各类|补助|债券)|确保(?!了|安全|质)|力保|冲刺"
)

_EXPECTED = re.compile(
    r"预计|预期(?=增长|实现|达到|完成|可|全年|将)|有(?:希)?望|可望|预测|估计|测算[^。；]{0,24}可(?:达|完成|实现)|将可|(?:建成|达产|满产|投产|投用)(?:以|之)?后|建成投产后|全部达产|"
    r"达产达效后|投用后|竣工后|可实现年|年可|可新增|可(?:吸纳|带动|创造|形成|实现)(?!性)"
)
_TARGET = re.compile(
    r"力争|目标(?:是|为|：|:|定为|达到|达)|任务(?:是|为)|奔着|冲着|朝着|要(?=过|超|突破|冲到|干到|做到)|预期目标|奋斗目标|计划(?:新|竣|投产|签|报批|盘活|出让|改造|举办|启动|储备|招引|引|到|开|建|完成|实施|投入|安排|用|在|今年|"
    r"全年|培育|20|新增|于|推出|分)|"
    r"拟(?:新|建|投|引|用|于|安|征|出|定|在)|(?<![加高升大展少低缩至降迟期后延移挪])到20\d\d年|将(?=达到|新增|建成|实现|突破|"
    r"完成|引进|新建|投入|打造|增加|超过|形成)"
)
_PAST = re.compile(r"现有|现已|现为|已(?:经|有|完成|实现|达|建|累计|签|引|投|成|入|落|培)?|去年|上年|截[至止]目前|目前|过去|(?<!今年)以来")


#: What ends right before a number that was set, not reached.
_SET = re.compile(
    "|".join((
        r"(?:(?:年初|当初|事先|原本|原先|上级|[省市县]里)[^，。；\d]{0,8}?(?:定|排|说|许|答应|承诺|提出|下达|计划|要求|安排|核定)"  # 年初定的|8%|
        r"|(?:去年|前年|上届)[^，。；\d]{0,4}?(?:定下|承诺|许下|答应|提出)|原[定拟]|原计划|承诺(?!制)|答应|许诺|说好|约定)(?!的?项目)[^，。；\d]{0,14}$",
        r"(?<!超)(?<!超过)(?<!完成)(?<!占)(?:任务|预算|盘子|控制线|红线)(?:数|额|安排|只)?(?:是|为|列|定为|定在)?$",  # 经费预算|46万元|
        r"计划(?:是|为)$|(?:(?<!总)年度?|全年|本年|全省|年初|年内|当年)(?:计划(?:(?:完成)?投资(?:总?额)?)?|投资计划)$",
        r"(?<![认稳签规固核鉴审指选决法评限设特])(?:定|许下?|承诺|答应|下达|自报)的(?:目标|任务|数|指标)?(?:是|为)?$",  # 产值定的是|520亿元|
        r"不(?:得)?(?:少于|低于|高于|超过|突破)$|必须[^，。；\d]{0,6}$|须(?:在|达到?|为)$",
        r"要(?:冲|投|建|交|做到|干到)(?:到|过)?$|要到$|拟[^，。；\d]{2,8}$",
        r"(?<![供适响效反对相回])应(?:当)?(?:达到?|[改建完交缴投][^，。；\d]{0,3})$",  # 供应建设用地 is done
        r"(?:党代会|规划|纲要|方案|上届|会议)[^，。；\d]{0,6}(?:提出|明确|要求)[^，。；\d]{0,14}$",
        r"^\s*(?:(?:工作)?要点|(?:目标)?责任书|任务书|协议|合同)?要求[^，。；\d]{0,16}$",  # 要求产值|24亿元以上|。实际25.1亿元
        r"(?:批准|核定)的?(?!后|以后)[^，。；\d]{2,16}为$|(?:批准|核定)[^，。；\d后]{0,4}调[整减增][为到]$",
    ))
)  # fmt: skip


#: 2017年以来, 2016年11月到园区任职以来: what is counted since then is of now.
_SINCE = re.compile(
    rf"(?:19|20)\d\d年(?:\d{{1,2}}月(?:\d{{1,2}}日|份|底)?)?(?:(?:[^，。；\d]{{0,16}}?{EVENT}[^，。；\d]{{0,8}}?)?(?:以来|至今)|"
    rf"[^，。；\d]{{0,16}}?{EVENT}[^，。；\d]{{0,8}}?(?:之日起|起|后))"
)
_TIMED = re.compile(r"[年月季期五QqＱ]")


_COMPARED = re.compile(r"(?:比|较|与|同|[高低快慢多少]于)[^，。；、：]{0,12}?(?:年|期|月|季度|初|末|底)(?:末|底|初|同期)?")


#: 全年目标, 半年计划: the time of a goal, not of what stands around it.
_GOAL_TIME = re.compile(
    r"(?:全年|年度|半年|季度|年初|(?<![今明来\d])年)(?:的)?(?:目标|任务|计划(?!总?投资|完成|[盘新建实开竣投引签出供改安启推培打组举申报争])|预期|预算|进度)"
)
#: 含上年结转的一家，腾地152亩: since when a thing is pending, not when what is told of it holds.
CARRIED_OVER = re.compile(
    r"(?:(?:19|20)\d\d年|[上去前]年)度?(?:的)?(?:结转|遗留|滚存|结余|转入|转结|留下|剩下)"
    r"|(?:(?:19|20)\d\d|明)年(?:内|将)?到期(?=的)"  # which of what is owed now is meant
)
#: 7月|0.6亿元|, 12月完成|41.7亿元|: nothing but the month; elsewhere a bare month dates an event.
_BARE_MONTH = re.compile(r"\s*(?:其中[：:，,]?)?(?P<month>\d{1,2}月)(?:完成|实现|达到?|为|接待|入库|仅|已)*\s*")


def own_time(text: str) -> str:
    """The words before a number without the time of what it is compared with, of a goal or of an event."""
    left = _GOAL_TIME.sub("", WHICH.sub("", CARRIED_OVER.sub("", _COMPARED.sub("", text))))
    bare = _BARE_MONTH.fullmatch(left)
    return bare["month"] + "份" if bare else left


#: 由原先预计的9月推迟到11月6日, 比预计的多: what had been expected of what came.
_ONCE_EXPECTED = re.compile("(?:由|从|比|较|超过?|低于|高于|早于|晚于|原先?|当初|此前|年初)(?:原先?|当初|此前|年初)?(?:预计|预期|预测)的?")


#: 2024年预期增长8%: what a year is to bring is its goal; only 全年预期 is a forecast.
_YEAR_AHEAD = re.compile("(?<=\\d年)预期|(?<=[明来]年)预期")


def is_expected(text: str, kind: SectionKind = SectionKind.REVIEW) -> bool:
    """Whether a number is foreseen; in a plan 预期 announces what is aimed at."""
    text = _YEAR_AHEAD.sub("", _ONCE_EXPECTED.sub("", text))
    return bool(_EXPECTED.search(text.replace("预期", "") if kind is SectionKind.PLAN else text))


def is_aim(text: str) -> bool:
    """Whether the words right before a number aim at it (力争, 确保); unlike 目标 they need not announce a list."""
    return bool(_AIM.search(text))


#: 完成招商任务|30亿元|, 办理承诺事项|35件|: done, whatever is named.
_CARRIED_OUT = re.compile(r"(?:完成|办理|落实|兑现|履行)[^，。；\d]*(?:任务|承诺|预算)")


def is_set(text: str) -> bool:
    """Whether the words right before a number say that it was set or demanded, whatever the section tells."""
    return bool(_SET.search(text.rstrip())) and not _CARRIED_OUT.search(text)


_ABOUT = re.compile(r"大概|大致|大约|约|估|上下|左右")


def is_estimate(text: str, period: Period | None, reviewed: Period | None) -> bool:
    """Whether what is told roughly (全年大概|233亿元|) is of a time that was not over: then it is foreseen."""
    if period is None or reviewed is None or not _ABOUT.search(text):
        return False
    return (period.first_year, period.first_month) <= (reviewed.last_year, reviewed.last_month) < (period.last_year, period.last_month)


_TOLD = re.compile(
    r"(?:去年|上年|前年|往年)[^，。；\d]{0,6}$|实际(?!利用|使用|到位|到账|到资|吸收|外资|投资)[^，。；\d]{0,6}$|仅(?:实现|完成)?$|[成现到]了$|^(?:已|目前|现有)"
)


def tells_past(text: str) -> bool:
    """Whether the words right before a number tell, in a plan, what was (去年是|178亿元|, 实际关停|52家|)."""
    return bool(_TOLD.search(text.strip())) and not _AIM.search(text)


def lies_ahead(period: Period | None, reviewed: Period | None, given: datetime.date | None = None) -> bool:
    """Whether a period begins after the one a report looks back on: nothing in it has been achieved yet.

    A report of 2020 that is given in April 2021 may tell the first quarter, too.
    """
    if period is not None and given is not None and (period.last_year, period.last_month) < (given.year, given.month):
        return False
    return (
        period is not None
        and reviewed is not None
        and (period.first_year, period.first_month) > (reviewed.last_year, reviewed.last_month)
    )


def status_of(text: str, kind: SectionKind, period: Period | None, section_period: Period | None) -> Status:
    """``text`` is what stands between the beginning of the clause and the number."""
    if kind is SectionKind.PLAN:
        if is_expected(text.replace("预期", "")) and not re.search(r"力争|确保", text):
            return Status.EXPECTED
        if period is not None and section_period is not None and period.last_year < section_period.first_year:
            return Status.DONE
        if _PAST.search(text) and not re.search(r"力争|确保|达到|目标", text):
            return Status.DONE
        return Status.TARGET
    if is_expected(text):
        return Status.EXPECTED
    if match := _TARGET.search(text):
        later = re.match(r"到(20\d\d)年", match[0] + text[match.end() :])
        if later is None or section_period is None:
            return Status.TARGET if not match[0].startswith("到20") else Status.DONE
        printed = parse_period(text[match.start() :])
        if printed is not None and printed.last_year > section_period.last_year:
            return Status.TARGET
    return Status.DONE


#: 回头看2019年以来的五年，全区累计完成…: the years that are over.
_YEARS_SINCE = re.compile(r"((?:19|20)\d\d)年以来的?(?:这)?([二三四五六七八九十])个?年")


#: 五年净增, 近三年; 五年关停26家, where a clause begins so.
_YEARS_OVER = re.compile(
    r"(?<![\d.])(?P<count>[三四五345])年(?=年均|年?平均|净)|^\s*(?P<told>[三四五])年(?=[关建腾引签培开投搬淘盘改整])"
    r"|(?:过去的?|最近|近|这)(?P<gone>[两二三四五2-5])个?年"
)
_FROM_NOW = re.compile("今后|未来|接下来")
_TO_COME = re.compile("今后|未来|接下来|[下后][一二三四五几]|力争|争取|确保|目标|计划|将")


def period_in(
    text: str, section_period: Period | None, report_period: Period | None, spoken: int | None = None
) -> Period | None:
    """The period that the words of ``text`` name, None when they name none; ``spoken`` is the year of 今年."""
    if not _TIMED.search(text):
        return None  # most fragments; saves a sixth of the time of a report
    base = section_period or report_period
    year = base.last_year if base else None
    if (since := _YEARS_SINCE.search(text)) is not None:
        return Period.years(int(since[1]), int(since[1]) + NUMERALS[since[2]] - 1)
    cleaned = re.sub(r"截[至止](?!目前)[^，]{0,6}?\d{1,2}月(?:底|末|\d{1,2}日)?", "", text)
    cleaned = re.sub(r"(?:19|20)\d\d年(?:底|末)?(?:以前|之前|前)的?", "", _SINCE.sub("", cleaned))
    plain = re.search(r"(?P<n>过去|近|最近|前)?(?<!\d)(?P<count>[两二三四五235])(?P<gone>)年(?:来|间|累计|增|共|新|提)", cleaned)
    over = base is None or report_period is None or base.last_year <= report_period.last_year
    if plain is None and over and not _TO_COME.search(cleaned):
        plain = _YEARS_OVER.search(cleaned)
    if plain and year is not None and base is not None:
        count = plain["count"] or plain["gone"] or plain["told"]
        span = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(count) or int(count)
        return base if base.first_year != base.last_year else Period.years(year - span + 1, year)
    if report_period is not None and re.search(r"明年|来年", cleaned):
        year = spoken or report_period.last_year  # also in a plan, whose own year is that 明年
    elif spoken is not None and re.search(r"今年|去年|(?<![目以之\d一二两三四五])前年(?!度)", cleaned):
        year = spoken
    period = parse_period(cleaned, year=year)
    if period is not None:
        if (
            period.is_year
            and base is not None
            and base.first_year == base.last_year == period.last_year
            and not base.is_year
            and not re.search(r"全年|年底|年末|\d{4}年(?!以来)", cleaned)
        ):
            return None  # 今年以来 in a half-year report is the half year
        return period
    if (
        year is not None
        and re.search(r"年底(?:以?前|实现|完成)?|(?<![上去前])年末|(?<![一两二三四五\d])年内|全年|(?<!\d)年度(?=计划|投资|完成)", cleaned)
        and not re.search(r"截[至止]", cleaned)
    ):
        return Period.year(year)
    if (
        base is not None
        and base.first_year == base.last_year
        and (ahead := re.search(r"(?<!\d)([两二三四五2-5])年(?:内|(?:时间)?(?:共|总|新|投|累|实|建|完|引|培|$))", cleaned))
    ):
        span = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(ahead[1]) or int(ahead[1])
        first = base.first_year + (_FROM_NOW.search(cleaned) is not None and base == report_period)
        return Period.years(first, first + span - 1)
    return None

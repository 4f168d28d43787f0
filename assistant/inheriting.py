"""What a follow-up leaves unsaid, taken over from the question before it: zone, period, goal or result, aspect, operation."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.completing import AND_THIS, MEASURED_NOUN
from assistant.newly import NEW_OR_GONE
from assistant.periods import THAN_YEAR_BEFORE
from assistant.records import Aspect, Operation, Query
from assistant.referring import only_function, part_asked
from index.records import Period, Status

__all__ = ["OF_EVENTS", "in_one_year", "inherit", "is_bare"]

_ALL_OF_IT = re.compile("(?:全|整个)(?:园|开发|高新|经开)?区")
_LOOKS_AHEAD = re.compile("准备|打算|将要|拟(?=[建新设])")
OF_EVENTS = (Operation.WHEN, Operation.WHERE)


#: What is asked of several years as well as of one, and of each of them.
_OF_YEARS = re.compile("哪一?年|各|分别|[两三四五几]年|[这那]些?年|变化|变动|走势|趋势|相比|对比|比较|逐年|历年|年均|平均|合计|[一总]共|加起来|都|也")
_OF_ONE_YEAR = (Operation.ONE, Operation.LIST, Operation.PARTS, Operation.WHO, Operation.EXTREME, Operation.RANKING, Operation.WHY)


def in_one_year(query: Query, last: Query, newest: Period | None) -> Query:
    """``last`` as a question after it takes it up: one that names a number of its own is of the newest of the years set side by side before.

    2022年和2023年出口各多少 → 进口呢 is of both still, and 高新技术企业有多少家 of 2023; so is 实际做到了多少, behind the goal of that year.
    """
    if len(last.periods) < 2 or len(last.zones) > 1 or query.periods or query.zones or query.years_back or query.operation not in _OF_ONE_YEAR:
        return last
    done = query.status is Status.DONE and last.status is Status.TARGET
    own = bool(query.indicators) and not only_function(query) and (not is_bare(query) or query.operation is not Operation.ONE)
    if not (own or done or query.claimed) or query.operands or query.aspect is Aspect.RANK_CHANGE or _OF_YEARS.search(query.text):
        return last
    told = [p for p in last.periods if newest is None or p.end <= newest.end] or last.periods
    operation = Operation.ONE if last.operation.computes else last.operation
    return replace(last, periods=(max(told, key=lambda p: (p.end, p.is_year)),), operation=operation)


def _moved(side: Query, to: Query) -> Query:
    """One side of a comparison, in the zones and periods that are named now."""
    deeper = tuple(_moved(one, to) for one in side.operands)
    return replace(side, zones=to.zones or side.zones, periods=to.periods or side.periods, operands=deeper)


_IS_ZONE = re.compile("[区园县市省镇城州]$")
_GOES_ON = re.compile("呢[?？]?$|^(?:那|它|其|该)|^(?![^多少几]*[㐀-鿿]{4,}(?:是|有|为)?(?:多少|几))")


def inherit(query: Query, last: Query, *, keep_indicator: bool) -> Query:
    """Slots not said are inherited; an indicator not said brings its aspect along unless the new question has one."""
    query = replace(query, focus=query.focus or last.focus)
    if query.claimed and not keep_indicator:
        last = replace(last, operation=Operation.ONE, aspect=Aspect.VALUE, status=None)  # 目标多少 → 有没有过百亿: of what was done
    zones = query.zones or (() if query.unknown_zones else last.zones)
    if not zones and not query.unknown_zones:
        # 税收呢, behind a zone of which there is no report: of that one still; 固定资产投资是多少, behind 养猪的产值, asks anew.
        kept = last.unknown_zones if _GOES_ON.search(query.text) else tuple(z for z in last.unknown_zones if _IS_ZONE.search(z))
        query = replace(query, unknown_zones=kept)
    ahead = keep_indicator and query.status is Status.TARGET and last.status is None and _LOOKS_AHEAD.search(query.text)
    back = bool(query.years_back) and len(last.periods) < 2  # 2022年产值 → 近两年产值变化
    periods = query.periods or (() if ahead or back else last.periods)  # 2023年出口为什么下滑 → 医院准备设多少张床位
    aimed = last.status is Status.TARGET and last.aspect not in (Aspect.COMPLETION, Aspect.MET)  # 完成目标的百分之几 asks of what was done
    foreseen = last.status is Status.EXPECTED and query.aspect is Aspect.GROWTH and not keep_indicator  # 预计多少 → 增速呢
    short = bool(query.shorter) and query.shorter != query.indicators  # 10亿以上的几个: of the noun just asked of
    if aimed and query.aspect is Aspect.COMPLETION and query.status is None:
        last = replace(last, status=None)  # 目标多少 → 完成率呢: of what was done
        aimed = False
    on = bool(query.periods and last.periods) and not keep_indicator and min(query.periods) > max(last.periods)  # 目标呢 → 2024年呢
    if (on or not query.periods) and query.status is None and aimed and (short or not keep_indicator):
        status: Status | None = Status.TARGET
    else:
        status = Status.EXPECTED if foreseen and not query.periods and query.status is None else query.status
    scopes = query.scopes
    if not keep_indicator:
        if last.operation in (Operation.WHY, Operation.HOW) and query.status is Status.TARGET and re.search("多少|几", query.text):
            last = replace(last, operation=Operation.ONE, aspect=Aspect.VALUE)  # 为啥没完成 → 年初定的多少
        if (last.operands or last.compared) and not query.operands and query.operation is Operation.ONE:
            operands, compared = (tuple(_moved(side, query) for side in sides) for sides in (last.operands, last.compared))
            query = replace(query, operands=operands, compared=compared, asking=last.asking)
        indicators = tuple(_AT_A_STAGE.sub("", i) for i in last.indicators) if query.periods else last.indicators
        if last.part_of and len(indicators) == 2 and not query.indicators:  # 其中一般公共预算收入呢 → 2019年的呢
            of_part = part_asked(last)
            indicators, query = ((of_part,), query) if of_part else (indicators, replace(query, part_of=True))
        query = replace(query, shorter=query.shorter or last.shorter)  # 集装箱呢 → 24年目标呢: of the short word again
        if query.aspect is Aspect.SHARE and query.text.startswith("占") and last.scopes and not query.operands and last.aspect is Aspect.VALUE:
            part = replace(last, operation=Operation.ONE, zones=zones, periods=periods)  # 北片区呢 → 占全区多大比重
            query = replace(query, operands=(part, replace(part, scopes=query.scopes)))
        aims = query.aspect is not Aspect.SHARE and re.match(f"(?:那么?|换成)?{_ALL_OF_IT.pattern}", query.text)  # 北片区占多少 → 全区的目标
        scopes = scopes or (() if (query.zones or aims) and _ALL_OF_IT.search(query.text) else last.scopes)  # 换成垚沚区，全区是多少
        met_before = query.status is Status.TARGET and last.aspect in _NO_AMOUNT  # 增长多少 → 目标呢: how much
        goes_on = query.operation is Operation.ONE and not (query.unit or met_before or _of_the_base(query, last))
        other_end = query.operation in _ENDS and last.operation in _ENDS and _HIGH_OR_LOW.search(query.text)  # 哪个园增速最高 → 谁最低
        aspect = last.aspect if query.aspect is Aspect.VALUE and (goes_on or other_end) else query.aspect
        if query.operation is Operation.DIFFERENCE and last.aspect is Aspect.MET and aspect is Aspect.VALUE and _SHORT_OF.fullmatch(query.text):
            aspect = last.aspect  # 完成目标了吗 → 差多少钱: of the goal, told or not
        if last.operation in _ENDS and len(query.zones) == 1 and len(last.zones) != 1 and not last.scopes:
            last = replace(last, operation=Operation.ONE)  # 哪个区产值最高 → 鲸浦呢
        if last.operation in _ENDS and query.scopes and not _HIGH_OR_LOW.search(query.text):
            last = replace(last, operation=Operation.ONE)  # 哪个片区最高 → 檀汊具体是多少
        if last.operation is Operation.WHY and (query.periods or query.zones) and not query.operation.in_words:
            last = replace(last, operation=Operation.ONE)  # 为什么 → 去年呢: how much it was
        if last.operation is Operation.DIFFERENCE and not last.operands and _of_the_base(query, last):
            last = replace(last, operation=Operation.ONE)  # 比上年多几家 → 那上年多少家
        if query.status is Status.TARGET and _GOAL_ITSELF.search(query.text) and query.operation is Operation.ONE:
            last = replace(last, operation=Operation.ONE)  # 离目标还差多少 → 全年目标是多少
        operation = (
            query.operation
            if query.operation is not Operation.ONE
            else (
                last.operation
                if query.aspect is Aspect.VALUE and last.operation not in (Operation.PARTS, Operation.WHO)
                else Operation.ONE
            )
        )
    else:
        aspect = query.aspect
        if (last.operation.in_words and not last.indicators) or (last.operation in OF_EVENTS and MEASURED_NOUN.search(query.indicators[-1])):
            # 主要指标 → 财政收入, 哪年建成 → 总投资: no more of all the year brought, nor of a day
            last = replace(last, operation=Operation.ONE)
        if last.operation is Operation.WHY and query.periods and not query.operation.in_words:
            last = replace(last, operation=Operation.ONE)  # 为啥 → 那23年固投呢: how much it was
        if last.operation is Operation.WHY and len(query.indicators) == 1 and _OF_A_PROJECT.search(query.indicators[0]):
            last = replace(last, operation=Operation.ONE, aspect=Aspect.VALUE)  # 为什么推迟 → 总投资呢
        if last.operation is Operation.WHY and len(query.indicators) == 1 and is_bare(query) and not AND_THIS.search(query.text):
            last = replace(last, operation=Operation.ONE, aspect=Aspect.VALUE)  # 为什么没完成 → 城镇新增就业: a noun alone asks how much
        if last.operation is Operation.TREND and len(query.periods) == 1:
            last = replace(last, operation=Operation.ONE)  # 近两年产值变化 → 2023年固投
        stands = bool(query.periods) and not AND_THIS.search(query.text)  # 2018年税收增速: a year and a name are a question of their own
        other = query.aspect is not Aspect.VALUE if stands or not last.operands else False
        if last.operation is Operation.DIFFERENCE and query.operation is Operation.ONE and (other or (stands and len(last.indicators) > 1)):
            last = replace(last, operation=Operation.ONE)  # 差多少钱 → 2018年税收增速
        whole = last.aspect is Aspect.SHARE and not AND_THIS.search(query.text)  # 税收占多少 → 2022年财政收入: the whole itself
        if last.operation is Operation.DIFFERENCE and not last.operands and NEW_OR_GONE.match("".join(query.indicators)):
            last = replace(last, operation=Operation.ONE)  # 净增几家 → 退库的呢
        if aspect is Aspect.VALUE and query.operation is Operation.ONE and is_bare(query) and not (whole or stands):
            aspect = last.aspect  # “那固投呢” after a question about growth
            status = status or last.status
        of_one = short and last.operation is Operation.PARTS  # 绿色食品那块呢, after what each trade made
        operation = query.operation if query.operation is not Operation.ONE or of_one or not is_bare(query) else last.operation
        indicators = query.indicators
        if query.aspect is Aspect.SHARE and len(query.indicators) == 1 and last.indicators and not query.operands:
            mine, before = (
                replace(query, aspect=Aspect.VALUE, zones=zones, periods=periods),
                replace(last, aspect=Aspect.VALUE, operation=Operation.ONE, zones=zones, periods=periods),
            )
            part_last = query.text.startswith("占") or bool(re.match("那?它?们?(?:占|在)", query.text))
            query = replace(query, operands=(before, mine) if part_last else (mine, before))
        elif query.part_of and last.indicators:
            indicators = (last.indicators[0], *query.indicators)
    return replace(
        query,
        zones=zones,
        periods=periods,
        status=status,
        scopes=scopes,
        aspect=aspect,
        operation=operation,
        indicators=indicators,
    )


_NO_AMOUNT = (Aspect.MET, Aspect.COMPLETION, Aspect.GROWTH, Aspect.SHARE)
#: 年初 and 调整后 are of one year's goal.
_AT_A_STAGE = re.compile("^(?:年初|当初|起初|(?:调整|核定|修订)后的?)(?=.{2})")
_GOAL_ITSELF = re.compile("(?:目标|任务|计划)(?:数|值)?(?:又|到底|究竟)?(?:是|为|有|定了?)?(?:多少|几)")
_SHORT_OF = re.compile("(?:那么?|还|一共|总共|具体|又|是|相|到底)*(?:差|缺)了?(?:多少|几)[㐀-鿿]{0,3}[?？。]*")
#: Nothing that rises or falls, so that 呢 asks for no reason of it.
_OF_A_PROJECT = re.compile("(?:总投资|占地|用地|产能|建筑面积|工期)(?:额|面积|规模)?$")
_ENDS = (Operation.EXTREME, Operation.RANKING)
#: Said of a growth as well as of an amount; 最多, 最大 are of amounts.
_HIGH_OR_LOW = re.compile("最[高低]|垫底|倒数|末位|第一")


def _of_the_base(query: Query, last: Query) -> bool:
    """Whether how much it was is asked of the year that growth was just told against: 比上年涨了多少 → 22年是多少来着."""
    more = last.operation is Operation.DIFFERENCE
    against = (last.aspect is Aspect.GROWTH or more) and len(last.periods) == len(query.periods) == 1 and THAN_YEAR_BEFORE.search(last.text)
    said = re.search("多少|几", query.text) if more else "是多少" in query.text
    return bool(against and said) and query.periods[0] == last.periods[0].shifted(-1)


def is_bare(query: Query) -> bool:
    """Nothing but an indicator and 呢: the rest is as before."""
    return bool(AND_THIS.search(query.text)) or not (query.claimed or re.search("多少|多[大长高]|几|什么|怎|吗|哪|谁", query.text))

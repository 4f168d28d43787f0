"""月均, 平均每天: what a year or a part of it brought, divided by its months or its days."""

from __future__ import annotations

import re
from calendar import monthrange
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.wording import amount, describe
from assistant.linking import dimension
from assistant.records import Aspect, Query
from index.records import FigureKind, Period, Status

__all__ = ["BY_TIME", "answer_by_time"]

BY_TIME = re.compile("[月日]均|平均(?:下来)?(?:每一?个?|一个)月|每一?个?月平均|平均(?:下来)?(?:每一?|一)天|每一?天平均|平均每日")
_STATE_OF = re.compile("累计|总数|余额|年末|实有|面积|人口|保有")  # what there is at a time has no months
_FLOWS = re.compile(
    "新|签|引|招|开工|竣工|投产|交付|供应|出让|拜访|调解|排查|供|处理"
    "|办|受理|接待|审批|授权|申请|完成|发放|培训|走访|举办|化解|查处|吞吐|客流|运"
)
_NOT_SO_FAR = re.compile("目标|任务|计划|预计|还[要需差得]|剩|余下|后[面续]|下半年.*(?:要|得)|[一1-9]月|哪一?个?月|每月底")


def answer_by_time(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no such average is asked for, or a month's or a day's is printed."""
    asked = BY_TIME.search(query.bare)
    if asked is None or _NOT_SO_FAR.search(query.bare) or len(query.cells) > 1 or query.status not in (None, Status.DONE):
        return False
    daily = "天" in asked[0] or "日" in asked[0]
    phrase = re.sub("[月日]均|平均(?:下来)?|每一?[天日]|一天|每一?个?月?|一个月", "", "".join(query.indicators)).removeprefix("均")
    figure = resolve(drafting.facts, slot_of(query, phrase, aspect=Aspect.VALUE, unit=""), abroad=False).figure if len(phrase) > 1 else None
    if figure is None or figure.value is None or figure.kind is not FigureKind.VALUE or re.search("月|日[均处产]", figure.scope + figure.indicator):
        return False
    period = figure.period
    name, around = figure.scope + figure.indicator, drafting.facts.sentence(figure)
    printed = re.search("每[日天]|日均" if daily else "每个?月|月均|月平均", around)
    if period is None or period.first_year != period.last_year or dimension(figure.unit) == "%" or printed:
        return False
    if _STATE_OF.search(name) or (dimension(figure.unit) in ("个", "人") and not _FLOWS.search(name)):
        return False
    months = period.last_month - period.first_month + 1
    if months < 2:
        return False
    count, unit = (_days(period), "天") if daily else (months, "个月")
    small = daily and figure.unit.startswith("万") and figure.value < count  # 120万人次 a year are 3288人次 a day
    each = computing.per(figure.value * (10000 if small else 1), Decimal(count), figure.unit.removeprefix("万" if small else ""))
    operands = f"{describe(figure)}{amount(figure)}，共{count}{unit}"
    drafting.say(f"平均每{unit[-1]}约{each.text}（{operands}；{each.formula}）。", drafting.cite(figure), each.formula)
    return True


def _days(period: Period) -> int:
    return sum(monthrange(period.first_year, month)[1] for month in range(period.first_month, period.last_month + 1))

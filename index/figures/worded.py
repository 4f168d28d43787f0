"""Growths told in words alone: 与上年持平 is 0 %, 与上年基本持平 and 略有下降 keep their words and have no number."""

from __future__ import annotations

import re
from decimal import Decimal

from index.figures.draft import Draft
from index.records import FigureKind, Status

__all__ = ["give_worded_cell", "give_worded_growths", "mark_listed_goals", "mark_pledged"]

_BASE = (
    r"(?:同比|环比|(?:(?:按)?(?:自然|同|可比|财政)口径)?(?:与|同|和|较|比)(?:(?:19|20)\d\d年|[上去]年度?|上[月期]|年初|[上去]年末|上季度)"
    r"(?:同期|同月|末|底|水平)*(?:相比)?)"
)
_HOW = r"(?:略有|稍有|有所|小幅|略微|微幅|明显|大幅|稳步|持续|继续)"
_UP_DOWN = r"(?:增长|上升|提高|回升|增加|下降|回落|下滑|减少|降低|收窄|增|降|升|涨)"
#: What stands right behind a number and ends its clause.
_WORDED = re.compile(
    rf"(?:左右|以上|以内)?[，,、]?(?P<text>(?:总体|整体|仅|也)?(?P<base>{_BASE})?(?:总体|保持|实现)?"
    rf"(?:(?P<near>基本|大体|大致|略|总体)?(?P<same>持平|相当)|{_HOW}{_UP_DOWN}|{_UP_DOWN}较[快大多]))"
    r"(?=[，,。；;、）)\n]|\s*$)"
)


def give_worded_growths(sentence: str, at: int, drafts: list[Draft]) -> None:
    """Let what is said in words right behind a figure be its growth where no number says it."""
    for draft in [d for d in drafts if d.kind in (FigureKind.VALUE, FigureKind.SHARE, FigureKind.COMPLETION)]:
        match = _WORDED.match(sentence, draft.end - at)
        if match is None or (match["same"] and not match["base"]):
            continue
        target = _meant(draft, drafts)
        if target is None or not target.takes_growth or target.growth_text or target.status is Status.TARGET:
            continue
        _give(target, match["text"], match["base"] or "", match["same"] == "持平" and not match["near"])
        target.end = max(target.end, at + match.end("text"))


_CELL = re.compile(rf"(?:(?:基本|大体)?持平|{_HOW}{_UP_DOWN}|略[增升涨降减跌])")


def give_worded_cell(target: Draft, text: str) -> None:
    """A cell of a growth column that holds words: 持平, 略降."""
    if _CELL.fullmatch(text) and target.takes_growth:
        _give(target, text, "同比", text == "持平")


def _give(target: Draft, text: str, base: str, same: bool) -> None:
    target.growth_text, target.growth_base = text, base
    if same:
        target.growth, target.growth_unit = Decimal(0), "个百分点" if target.unit == "%" else "%"


def _meant(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """为年度计划50亿元的104.8%，与上年持平: not the rate, but what reached it."""
    if draft.kind is not FigureKind.COMPLETION:
        return draft
    before = [d for d in drafts[: drafts.index(draft)] if d.kind is FigureKind.VALUE and d.status is Status.DONE]
    return next((d for d in reversed(before) if d.indicator == draft.scope), None)


#: 接待游客430万人次、旅游综合收入35亿元|两项目标都没有完成|: what was listed was aimed at.
_GOALS_LISTED = re.compile(
    r"[，,]?(?:这|以上|上述|等)?(?P<count>[两二三四五六2-6])(?:项|个)(?:指标)?"
    r"(?:(?:年度|预期|主要|约束性)*(?:目标|任务)(?!完成率)|(?:都|均|全)?(?:没有?|未)(?:能|按时|按期)?(?:完成|实现|兑现))"
)


#: 提出全年进出口总值800亿元、税收45亿元|的目标|: all that is listed up to there.
_GOALS_SET = re.compile(
    r"(?:提出|确定|明确|定下|下达|设定|制定|锚定|瞄准|锁定|奔着|围绕|对照)(?:了|出)?(?P<listed>[^，,。；;]*(?:[，,](?![^，,。；;]*(?:完成|达到|实现了?))[^，,。；;]*)?)的"
    r"(?:年度|全年|奋斗|发展|工作|预期|考核|总|新)*(?:目标|任务)"
)


def mark_listed_goals(sentence: str, at: int, drafts: list[Draft]) -> None:
    """The values that end in 两项目标 or follow 提出 up to 的目标: they say what was planned."""
    for match in _GOALS_SET.finditer(sentence):
        for draft in drafts:
            if at + match.start("listed") <= draft.start < at + match.end("listed") and draft.kind in (FigureKind.VALUE, FigureKind.GROWTH):
                draft.status = Status.TARGET
    for match in _GOALS_LISTED.finditer(sentence):
        count = "二三四五六".find(match["count"].replace("两", "二").translate(str.maketrans("23456", "二三四五六"))) + 2
        listed = [d for d in drafts if d.end <= at + match.start()][-count:]
        if len(listed) == count and listed[-1].end == at + match.start() and all(d.kind is FigureKind.VALUE for d in listed):
            for draft in listed:
                draft.status = Status.TARGET


#: 年初我们在市里表过态，…: what was promised then is no result; it holds for what is listed with 、 alone.
_PLEDGED = re.compile(
    r"(?:年初[，,]?|[上去]年底|[上去]年末|原先|当初)[^，。；\d]{0,12}?(?:承诺|表过?了?态|许下|许过|夸下|立下|立过|拍过?了?胸脯|签[下订了][^，。；\d]{0,6}(?:责任[状书]|军令状)"
    r"|[给跟]自己(?:定|压|加|立|排)[下了]?的?(?:担子|任务|数|盘子|账)?|[定领接压]下?的(?:担子|盘子|账))[^，。；：:\d]{0,10}[，：:]?"
)
_ONE_AFTER_ANOTHER = re.compile(r"[^，。；,;\d]*")
_ALL_LISTED = re.compile(r"(?:(?!完成|实际|实现|达到了|已|结果|最[后终]|到头来)[^。；;\d])*")  # behind a colon


def mark_pledged(sentence: str, at: int, drafts: list[Draft]) -> None:
    """The values right behind a promise, one after another."""
    for match in _PLEDGED.finditer(sentence):
        end, listed = match.end(), _ALL_LISTED if match[0].endswith(("：", ":")) else _ONE_AFTER_ANOTHER
        for draft in sorted((d for d in drafts if d.end > at + match.end()), key=lambda d: d.end):
            digit = re.search(r"\d", sentence[end:])
            if digit is None or draft.kind is not FigureKind.VALUE or not listed.fullmatch(sentence[end : end + digit.start()]):
                break
            draft.status, end = Status.TARGET, draft.end - at

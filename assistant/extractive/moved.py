"""冷库容量一下子多了多少万吨: by how much something changed, where what is printed is from what to what (由3.4万吨增加到8.6万吨)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import computing
from assistant.extractive import single
from assistant.extractive.drafting import Drafting
from assistant.extractive.earlier import printed_before, settled
from assistant.extractive.stepped import begins_change
from assistant.extractive.wording import amount, changed, describe
from assistant.facts import Facts
from assistant.records import Aspect, Draft, Operation, Query
from index.records import Figure, Status

__all__ = ["answer_moved", "tells_both_ends"]

_VERBS = "增加|增长|扩大|提高|提升|上升|减少|下降|降低|回落|缩[短小]|收窄|压[缩减]|[多增涨升少减降掉压砍]"
_CUT = "精简|压减|缩减|核减|减[少轻]?|取消"
#: 增加了多少, 能力增加多少, 多出多少, 掉了几个点; what is 新增 is printed as such.
_MOVED = re.compile(
    rf"(?<![新净])(?:{_VERBS}|{_CUT})(?:出来?|掉|去)?(?:了|出)(?:大?约)?(?:多少|几)|(?<=[㐀-鿿]{{2}})(?<![新净])(?:增加|扩大|提[高升]|减少|下降|降低|缩短|压缩|{_CUT})(?:多少|几)"
)
#: 审批事项精简比例, 时限压缩幅度, 压缩了百分之几: in per cent of what it was.
_IN_PER_CENT = re.compile(
    rf"(?P<verb>增加|扩大|提[高升]|减少|下降|降低|缩短|压缩|{_CUT})的?(?:比例|比率|幅度|率)(?!先)|(?:增加|扩大|提[高升]|减少|下降|降低|缩短|压缩|{_CUT})了?(?:百分之(?:几|多少)|几成)"
)
_HOW = "(?:多[少大长高]|几)"
#: 原来多大: the first of the two ends; 从多少增加到多少: both.
_BEFORE = re.compile(
    f"(?:原[来先本]|以前|之前|早先|起初|(?:扩[建容]?|改[造革]|压[减缩]|缩短|提[高升速]|升级|调整|优化)前)(?:的)?(?:(?:只|才)?[是有要得])?(?:{_HOW}|呢[?？]?$)"
)
_FROM_TO = re.compile(f"[从由]{_HOW}[^，,。]{{0,8}}?[到至]了?{_HOW}")


def answer_moved(drafting: Drafting, query: Query) -> bool:
    """The difference of the two ends, or what is printed as 净增; False, with nothing said, where the figure found is none of two ends."""
    per_cent = _IN_PER_CENT.search(query.text) is not None
    if len(query.indicators) != 1 or len(query.cells) > 1 or query.aspect not in (Aspect.VALUE, Aspect.GROWTH, *(Aspect.SHARE,) * per_cent):
        return False
    facts = drafting.facts
    if query.operation is Operation.DIFFERENCE and "净增" in query.text:
        plain = replace(query, operation=Operation.ONE, aspect=Aspect.VALUE)
        net = single.locate(facts, plain, f"净增{query.indicators[0]}").outcomes[0]
        return net.figure is not None and "净增" in net.figure.scope + net.figure.indicator and single.answer_found(drafting, plain, net)
    both = query.operation is Operation.TREND and len(query.periods) <= 1 and _FROM_TO.search(query.text) is not None
    if query.operation is not Operation.ONE and not both:
        return False
    if _BEFORE.search(query.text) or _FROM_TO.search(query.text):
        return _say_both_ends(drafting, query, both)
    if not (per_cent or _MOVED.search(query.text)):
        return False
    phrase = re.sub(rf"(?<=..)(?:{_VERBS}|{_CUT})(?:的?(?:比例|比率|幅度|率))?$", "", query.indicators[0])
    located = single.locate(facts, replace(query, aspect=Aspect.VALUE, unit=""), phrase).outcomes[0]
    now = settled(facts, located).figure
    if query.aspect is Aspect.SHARE and now is not None and now.growth is not None and now.growth_unit == "%":
        return single.answer_found(drafting, replace(query, aspect=Aspect.GROWTH), located)  # 压缩比例, of 38.6小时，比上年压缩41.2%
    before = printed_before(facts, now) if now is not None and now.growth is None else None
    values = computing.common_unit([before, now]) if before is not None and now is not None else None
    if before is None or now is None or values is None:
        return False
    (x, y), unit = values
    points = unit in ("%", "％")
    gap = computing.difference(y, x, unit)
    verb = ("提高", "下降")[y < x] if points else ("增加", "减少")[y < x]
    if before.id == now.id and now.period is not None:  # 由21%提高到29%: no figure of its own, and the year before's
        before = replace(before, period=now.period.shifted(-1))
    told = f"{describe(now)}{amount(now)}，{describe(before)}{amount(before)}"
    if per_cent and not points and x:
        rate = computing.growth_between(y, x)
        drafting.say(f"{changed(rate)}（{told}；{rate.formula}）。", drafting.cite(before, now), rate.formula)
        return True
    drafting.say(f"{verb}{gap.text}（{told}；{gap.formula}）。", drafting.cite(before, now), gap.formula)
    return True


def tells_both_ends(text: str, draft: Draft) -> bool:
    """Whether what was asked as 从多少…到多少 is told: one measure, at two ends."""
    ends = {(f.indicator, f.unit) for f in draft.figures}
    return _FROM_TO.search(text) is not None and not draft.unsure and len(ends) == 1 and len(draft.statements) > 1


def _starting(facts: Facts, now: Figure) -> Figure | None:
    """由9.3%上升到|14.1%|: the first of the two ends, which may be told as of the year before."""
    if (before := printed_before(facts, now)) is not None or now.period is None:
        return before
    alike = (now.report_id, now.sentence_start, now.indicator, now.unit)
    told = [
        f
        for f in facts.figures([now.zone] if now.zone else (), [now.period, now.period.shifted(-1)])
        if (f.report_id, f.sentence_start, f.indicator, f.unit) == alike and f.start < now.start and begins_change(facts, f)
    ]
    return told[-1] if len(told) == 1 else None


def _say_both_ends(drafting: Drafting, query: Query, both: bool) -> bool:
    """What it was, and what it has become; False, with nothing said, where what it was isn't printed."""
    facts = drafting.facts
    query = replace(query, operation=Operation.ONE)
    phrase = re.sub(rf"(?<=..)(?:{_VERBS}|原[来先本]|以前|之前)+$", "", query.indicators[0])
    located = single.locate(facts, replace(query, aspect=Aspect.VALUE, unit=""), phrase)
    now = settled(facts, located.outcomes[0]).figure
    if now is not None and both and not query.periods and any(r.figure is not None and r.figure.name == now.name for r in located.rivals):
        return False  # how it went from year to year
    before = _starting(facts, now) if now is not None else None
    if now is None or before is None or before.value is None:
        return False
    if before.id == now.id and now.period is not None:
        before = replace(before, period=now.period.shifted(-1))
    drafting.say(f"{amount(before)}（{describe(before)}）。", drafting.cite(now if before.id == now.id else before))
    became = "目标是" if now.status is Status.TARGET else "后来是"
    drafting.say(f"{became}{amount(now)}（{describe(now)}）。", drafting.cite(now))
    return True

"""What was planned and what came of it, told side by side: 计划交地420亩，实际只交出275亩; 年初签的责任状是360亿元, of what was just told."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from index.figures.carry import Around, Carry, same_measure
from index.figures.draft import Draft, make_growth, span_a_year
from index.figures.making import new_draft
from index.figures.naming import name_of
from index.glossary import is_known
from index.numerals import Quantity, convert
from index.records import FigureKind, Status

__all__ = ["name_planned", "read_set"]

_GOAL = r"(?:(?:奋斗|年度|全年)?(?:数字?|盘子|目标|任务|指标|军令状|责任[状书]|计划|预期)(?:任务|值|数)?)"
#: 可年初我在台上说的数是, 年初报给人大的目标是, 离年初定的增长, 年初提出力争突破: who set it, when and where, and nothing of what it is.
_SET = re.compile(
    r"(?:可是?|但是?|而|不过|只是|虽说?|虽然|[这那该]个?(?:数字?|成绩|结果)?)*"
    r"(?:(?:与|跟|和|同|比|较|离|距离?|对照|没有?完成|未完成|没有?达到|没够[到着上]?|超过?了?|完成了?)(?=年初|当初|[去上]年底))?"
    r"(?:年初|当初|[去上]年底)(?P<who>[^，。；：\d]{0,12}?)"
    r"(?:(?<![认稳签规固核鉴审指选决法评])[定立写]|提出?|说|报|承诺|签|下达|许|约定|认领|答应|确定|设定|安排)(?:[给到向][^，。；：\d的]{1,6})?(?:下来?|过|了)?"
    rf"(?:的(?:那个|这个)?{_GOAL}?)?(?:是|为|在)?(?:力争|争取|确保|要)?(?:突破|超过|达到|完成|做到|增长|下降)?"
    rf"|(?:可是?|不过|只是|虽说|虽然)(?:年初|年度|全年)?的?{_GOAL}(?:是|为|定在)(?:增长|下降)?"
)
_OF_WHAT = re.compile("产值|收入|投资|税|[总余差]额|外资|内资|进出口|增加值|企业|项目|[率量数]$|面积|人才|专利|土地|公布|快报|上报|统计|核[定算实]")
_SHORT = re.compile("(?:还|仍|尚|只|就|整整|足足)*(?P<how>[少差欠短多超高低])(?:出|收|投|缴|完成|签|引|进)?(?:了|着)?")


def read_set(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """The goal of what was told before, however it is said who had set it; or how far from it that is; None for any other number."""
    said, quantity = around.fragment.strip(), around.quantity
    if quantity.rank or quantity.is_points:
        return None
    if (apart := _SHORT.fullmatch(said)) is not None and (gap := _apart(carry, around, apart["how"], at)) is not None:
        return [gap]
    match = _SET.fullmatch(said)
    if match is None or _OF_WHAT.search(match["who"] or "") or (match["who"] and name_of(match["who"]).times):
        return None
    told = min(enumerate(_reached(carry, quantity)), key=lambda n: (not is_known(n[1].indicator), not _is_near(n[1], quantity), n[0]), default=None)
    if told is None:
        return None
    goal = _aimed(carry, around, told[1], at, falls=said.endswith("下降"))
    return [goal]


def _aimed(carry: Carry, around: Around, told: Draft, at: int, *, falls: bool) -> Draft:
    quantity = around.quantity
    goal = new_draft(carry, around, told.indicator, re.sub("(?:调整[前后]|原公布|累计)$", "", told.scope), at)
    goal.status, now = Status.TARGET, carry.section.period
    goal.period = now if now is not None and told.period is not None and told.period.last_year < now.first_year else told.period
    span_a_year(goal, "年初")
    if quantity.unit == "%":
        make_growth(goal, quantity, -1 if falls else 1, "", ("下降" if falls else "增长") + quantity.text)
    return goal


def _is_near(told: Draft, quantity: Quantity) -> bool:
    """Whether what was done and the goal are about as large: of two sums told before, the goal is of the one that is."""
    aimed = convert(quantity.value, quantity.unit, told.unit)
    return quantity.unit == "%" or (aimed is not None and told.value is not None and 3 * told.value <= 4 * aimed <= 6 * told.value)


def _reached(carry: Carry, quantity: Quantity) -> Iterator[Draft]:
    """What a goal of that amount may be of, the last told first: done, no part, and neither three times as much nor a third."""
    grown = quantity.unit == "%"
    last = carry.last if carry.last in carry.made else None
    for d in (last, *reversed(carry.made), carry.before, *reversed(carry.paragraph)):
        if d is None or d.status is Status.TARGET or d.member or d.scope.startswith("全") or d.owner:
            continue
        if grown and d.growth is not None and d.growth_unit == "%" and d.unit != "%":
            yield d
        elif not grown and d.kind is FigureKind.VALUE and d.value and same_measure(d, quantity):
            aimed = convert(quantity.value, quantity.unit, d.unit)
            if aimed is not None and aimed < 3 * d.value < 9 * aimed:
                yield d


def _apart(carry: Carry, around: Around, how: str, at: int) -> Draft | None:
    """…，年初给自己定的是14.5亿元，少了|0.58亿元|: what lies between the two that were just told."""
    goal = next((d for d in reversed(carry.made[-2:]) if d.status is Status.TARGET and d.kind is FigureKind.VALUE), None)
    if goal is None or goal.value is None or not same_measure(goal, around.quantity) or around.quantity.is_rate:
        return None
    told = [d for d in (*carry.made, carry.before, *carry.paragraph) if d is not None and d.indicator == goal.indicator]
    reached = [convert(d.value, d.unit, goal.unit) for d in told if d.value is not None and d.status is Status.DONE and d.kind is FigureKind.VALUE]
    amount = convert(around.quantity.value, around.quantity.unit, goal.unit)
    if amount is None or not any(value is not None and abs(goal.value - value) == amount for value in reached):
        return None
    gap = new_draft(carry, around, goal.indicator, "比目标" + ("多" if how in "多超高" else "少"), at)
    gap.kind, gap.status, gap.period = FigureKind.GAP, Status.DONE, goal.period
    return gap


_PLANNED = re.compile(r"(?:原|本|原本|本来|年初|全年|年度)*(?:计划|拟|打算|应)(?!总|投资|概算)(?P<what>[㐀-鿿A-Za-z]{2,14})$")
_PLANNED_BEHIND = re.compile(r"(?P<what>[㐀-鿿A-Za-z]{2,14})(?:年度|全年)?(?:计划|任务|目标)(?:数|是|为)?$")  # 锅炉改造计划|40台|
_PREFIX = re.compile(r"^(?:原|本|原本|本来|年初|全年|年度)*(?:计划|拟|打算|应)(?=.{2})")
_SUFFIX = re.compile("(?<=.{2})(?:年度|全年)?(?:计划|任务|目标)(?:数)?$")
_CAME = re.compile(
    r"(?:左右|以上)?[，,](?:但|而|目前|到年底|年末)*(?:实际(?!利用|使用|到位|到账|投资)|(?=[只仅已]))(?:上|只|仅|已|才|共|有)*(?P<done>[㐀-鿿]{0,6}?)了?"
)


def name_planned(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """The first is a goal, and the second is the same as it, done: 计划改造锅炉|40台|, 锅炉改造计划|40台|，实际完成|34台|."""
    for goal, done in itertools.pairwise(made):
        alike = goal.unit == done.unit and goal.kind is done.kind is FigureKind.VALUE and not (goal.in_table or done.in_table)
        if not alike or goal.value is None or done.value is None or goal.period != done.period:
            continue
        if goal.indicator.endswith("计划投资") and done.indicator.endswith("完成投资"):
            goal.status = Status.TARGET  # 重点项目42个，计划投资90亿元，实际完成93.1亿元: of the year that it is set against
            continue
        first, second = sentence.rfind(goal.value_text, 0, goal.end - at), sentence.rfind(done.value_text, 0, done.end - at)
        clause = re.split("[，,。；;：:]", sentence[: max(first, 0)])[-1]
        said = _PLANNED.search(clause) or (_PLANNED_BEHIND.search(clause) if goal.indicator == done.indicator else None)
        came = _CAME.fullmatch(sentence[goal.end - at : second]) if said is not None and second > first else None
        if said is None or came is None or not _same(said["what"], came["done"]):
            continue
        goal.status, done.status = Status.TARGET, Status.DONE
        goal.indicator = _SUFFIX.sub("", _PREFIX.sub("", goal.indicator))
        done.indicator, done.scope = goal.indicator, goal.scope


def _same(planned: str, done: str) -> bool:
    """交地 and 交出, 供应工业用地 and 供应; not 签约 and 开工."""
    return not done or done in ("完成", "实现") or done[0] in planned[:3]

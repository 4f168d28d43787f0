"""What the projects of a size come to, that a sentence counts and lists: 其中10亿元以上项目3个，分别是甲（总投资22亿元）、乙…

Their sum, the share that it has in the investment of all, what is left of that without them, and the greatest against the least.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.phrases import sizes
from assistant.records import Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_large_ones"]

_OF_A_SIZE = re.compile("(?:[\\d.]+|[一二三五十百]+)亿元?(?:以上|级|及以上)的?(?:[大新好]|重点|产业|工业|招商)*项目")
_SUM = re.compile("合计|加起来|[加合放]在?一[起块]|一共|总共|总投资(?:是|有)?多少")
_EACH = re.compile("各|分别|哪[些几]|点个?名|名[字单]|列")
_SHARE = re.compile("占(?:到|了)?|比重|比例")
_ENDS = re.compile("最[大高多].*最[小低少]|最[小低少].*最[大高多]")
_WITHOUT = re.compile("拿掉|扣除|扣掉|刨[去掉除]|除去|除开|去掉|减去|不算|以外|之外")
_COST = re.compile("总投资|投资额?$")


def answer_large_ones(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no such projects are asked for, or not as many are listed as are counted."""
    asked = _OF_A_SIZE.search(query.text)
    size = sizes(asked.group()) if asked is not None else frozenset[str]()
    computed = _ENDS.search(query.text) or _WITHOUT.search(query.text) or _SHARE.search(query.text) or _SUM.search(query.text)
    if _EACH.search(query.text) and not (_ENDS.search(query.text) or re.search("合计|加起来|一共|总共", query.text)):
        return False
    if asked is None or computed is None or size == {"1"} or len(query.cells) > 1 or not re.search("投资|投|体量|盘子|占", query.text):
        return False
    counted, members = _listed(drafting.facts, query, size)
    values = computing.common_unit(members) if counted is not None and members else None
    if counted is None or values is None:
        return False
    numbers, unit = values
    cited = drafting.cite(counted, *members)
    total = computing.total(numbers, unit)
    listed = "、".join(f"{f.scope}{amount(f)}" for f in members)
    if _ENDS.search(query.text):
        order = sorted(range(len(members)), key=lambda i: -numbers[i])
        first, last = members[order[0]], members[order[-1]]
        gap = computing.difference(numbers[order[0]], numbers[order[-1]], unit)
        greatest = f"最大的是{first.scope}（{amount(first)}），比最小的{last.scope}（{amount(last)}）多{gap.text}"
        drafting.say(f"{greatest}（{gap.formula}）。", cited, gap.formula)
        return True
    if not (_WITHOUT.search(query.text) or _SHARE.search(query.text)):
        drafting.say(f"合计{total.text}（{listed}；{total.formula}）。", cited, total.formula)
        return True
    whole = _investment_of_all(drafting.facts, counted)
    both = computing.common_unit([whole, *members]) if whole is not None else None
    if whole is None or both is None or both[0][0] < sum(both[0][1:]):
        return False
    cited = drafting.cite(whole, counted, *members)
    if _WITHOUT.search(query.text):
        left = computing.taken_off(both[0][0], both[0][1:], both[1])
        drafting.say(f"{left.text}（{describe(whole)}{amount(whole)}，{listed}；{left.formula}）。", cited, left.formula)
        return True
    share = computing.share(sum(both[0][1:], Decimal(0)), both[0][0])
    drafting.say(f"{share.text}（合计{total.text}：{listed}；{describe(whole)}{amount(whole)}；{share.formula}）。", cited, share.formula)
    return True


def _listed(facts: Facts, query: Query, size: frozenset[str]) -> tuple[Figure | None, list[Figure]]:
    """The count of the projects of that size, and what each of so many costs that its sentence lists behind it."""
    pool = facts.figures(facts.placed(query), query.periods)
    newest = {facts.newest.get(z) for z in facts.placed(query)} if not query.periods else set()
    for count in pool:
        numbered = count.kind is FigureKind.VALUE and count.unit in ("个", "项") and count.status is Status.DONE and count.value is not None
        if not numbered or sizes(count.scope + count.indicator) != size or (newest and count.period not in newest):
            continue
        behind = [f for f in pool if (f.report_id, f.sentence_start) == (count.report_id, count.sentence_start) and f.start > count.end]
        valued = [f for f in behind if f.scope and f.kind is FigureKind.VALUE and f.value and f.unit.endswith("元")]
        costs = {f.scope: f for f in valued if _COST.search(f.indicator)}
        if len(costs) == count.value:
            return count, list(costs.values())
    return None, []


def _investment_of_all(facts: Facts, count: Figure) -> Figure | None:
    """The investment that the same report gives for all the projects of which these are some; None where it gives several."""
    pool: Sequence[Figure] = facts.figures([count.zone], [count.period] if count.period else ())
    found = [
        f for f in pool
        if f.report_id == count.report_id and f.kind is FigureKind.VALUE and f.value and f.status is count.status
        and re.search("(?:协议|计划|合同)总?投资", f.indicator) and re.search("项目", f.scope + f.indicator)
    ]  # fmt: skip
    return found[0] if len({(f.value, f.unit) for f in found}) == 1 else None

"""Money that was promised and not paid out, and the firms that wait for it: 已兑现1.58亿元；未兑现0.23亿元，涉及企业21家."""

from __future__ import annotations

import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.undone import own_clause
from assistant.extractive.wording import amount, when
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.records import Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_unpaid"]

_PAID = "(?:兑现|拨付|拨出|拨|发放|发|到账|到位|到手|支付|付清|付|结清|落实|给|拿到手?|领到手?|拿|领)"
_MONEY = re.compile("(?:扶持|政策|奖补|奖励|补贴|补助|惠企|招商|涉企|专项)[㐀-鿿]{0,4}?(?:资金|款|钱|奖补)|奖补|补贴|补助款?")
_UNPAID = re.compile(f"(?:没有?|未|尚未)(?:能|再|及时|按时|足额|全部|真正|实际)*{_PAID}|拖着没|欠(?:着|了|得|多少|企业)|拖欠")
_TOLD = re.compile(
    "(?:未|没有?|尚未|待)(?:能|及时|按时|足额|全部)*(?:兑现|拨付|发放|到账|到位|支付|付清|结清)|拖欠|尚欠"
    "|(?:余下|剩余|其余)[^，,。；;]{0,14}(?:没|未|待)"
)
_OTHERWISE = re.compile("率|比例|占|百分|几成|为什么|为何|原因|目标|计划|承诺|何时|什么时候|谁来?负责|累计|增长|比上年|同比|已经?(?:兑|拨|发)")
_MANY = "(?:多少|几)"


def answer_unpaid(drafting: Drafting, query: Query) -> bool:
    """Say what is told as unpaid, or of how many firms; of several zones each, and who owes most; False where one isn't told."""
    text, facts = query.text, drafting.facts
    money = re.search(f"{_MANY}个?[百千]?[万亿]?(?:元|块?钱|资金|款)", text) is not None
    firms = re.search(f"{_MANY}个?[家户](?:企业)?|(?:企业|公司)[^，,。？?]{{0,6}}?{_MANY}", text) is not None and not money
    if not (_MONEY.search(text) and _UNPAID.search(text) and re.search(_MANY, text)) or _OTHERWISE.search(text) or len(query.periods) > 1:
        return False
    zones = query.zones or facts.placed(query)
    found = [_unpaid(facts, query, zone, firms=firms) for zone in zones]
    told = [f for f in found if f is not None]
    if not told or len(told) < len(found):
        return False
    for f in told:
        drafting.say(f"{amount(f)}（{Facts.short(f.zone)}{when(f)}，“{own_clause(facts, f).strip()}”）。", drafting.cite(f), in_print=True)
    values = computing.common_unit(told) if len(told) > 1 else None
    if values is not None and re.search("哪|谁", text) and len(set(values[0])) == len(told):
        most = told[values[0].index(max(values[0]))]
        drafting.say(f"{Facts.short(most.zone)}更多。", drafting.cite(most))
    return True


def _unpaid(facts: Facts, query: Query, zone: str, *, firms: bool) -> Figure | None:
    """The amount in a clause that tells of what is unpaid, where money is spoken of; the firms are counted right behind it."""
    newest = facts.newest.get(zone)
    year = query.periods or ((newest,) if newest is not None else ())
    own = [f for f in facts.figures([zone], year) if f.status is Status.DONE and f.kind is FigureKind.VALUE and f.value and not f.in_table]
    found = []
    for f in own:
        before = facts.report(f.report_id).text[max(0, f.start - 90) : f.end]
        if dimension(f.unit) != "元" or not _TOLD.search(own_clause(facts, f)) or not _MONEY.search(before + "".join(f.path)):
            continue
        behind = [g for g in own if g.report_id == f.report_id and g.sentence_start == f.sentence_start and 0 <= g.start - f.end < 12]
        counted = next((g for g in behind if dimension(g.unit) == "个"), None)
        found.append(counted if firms else f)
    return found[0] if len({g.value if g is not None else None for g in found}) == 1 else None

"""Which of a counted group fell, or rose: 三大主导产业谁的产值是往下走的, 哪几个片区负增长; from the growths printed of its members."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.every import Wanted
from assistant.extractive.drafting import Drafting
from assistant.extractive.every import say_among
from assistant.extractive.groups import group_asked, measured, members_of
from assistant.extractive.wording import name_of
from assistant.records import Aspect, Operation, Query

__all__ = ["answer_movers"]

_FELL = re.compile("(?:是|在|出现)?(?:同比)?(?:下降|下滑|往下[走掉]|负增长|减少|缩水|萎缩|[下]?跌|掉|不增反降)(?:的|了)?(?=[，,？?。]|$|是|有)")
_ROSE = re.compile("(?:是|在|出现)?(?:同比)?(?:上升|往上[走涨]|正增长|增长|上涨)(?:的|了)(?=[，,？?。]|$|是|有)")
_WHICH = re.compile("哪|谁|有没有")
_OTHERWISE = re.compile("最|多少|几个?(?:百分)?点|比|为什么|原因|怎么")


def answer_movers(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no group is named, or none of its members is printed to have moved so."""
    fell, rose = _FELL.search(query.text), _ROSE.search(query.text)
    group = group_asked(query) if (fell or rose) and _WHICH.search(query.text) and not _OTHERWISE.search(query.text) else None
    if group is None or len(query.cells) > 1:
        return False
    bare = re.sub("(?:谁|哪一?[个家些几])的?", "", group.phrase)
    plain = replace(query, aspect=Aspect.VALUE, operation=Operation.PARTS, direction=0)
    told = members_of(drafting.facts, plain, measured(replace(group, phrase=bare)))
    wanted = Wanted(growth=True, direction=-1 if fell else 1)
    untold = [f for f in told if f.growth is None]
    if len(told) < 2 or (untold and not any(map(wanted.holds, told))):
        return False
    where = f"{drafting.facts.short(told[0].zone)}{told[0].period.label if told[0].period else ''}"
    say_among(drafting, wanted, f"{where}印有增速的{group.noun}里" if untold else where, [f for f in told if f.growth is not None], group.noun)
    if untold:
        drafting.say(f"{'、'.join(map(name_of, untold))}没有印增速。", drafting.cite(*untold))
    return True

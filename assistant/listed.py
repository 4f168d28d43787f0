"""Several numbers asked for in one breath, each as a question of its own: A、B和C分别是多少 → A是多少, B是多少, C是多少."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.periods import find_parts, find_periods
from assistant.question import normalise_question
from assistant.understanding import Understanding
from index.records import Period

__all__ = ["is_name", "listed_alone"]

_GOAL = "(?:年初|年度|全年)?(?:目标|任务|计划)"
_JOINT = re.compile(f"、|[，,]?(?:以及|及|和|与|跟)(?!{_GOAL})")
#: 产值与目标差额 names one number.
_SHORT_OF_GOAL = re.compile(f"(?:与|和|跟|离|距|较)?{_GOAL}[数值]?的?(?:相差|差额|差距|差值|缺口)")
_ASKED = re.compile(
    "(?:[的，,]|数据|情况|数字)*(?:分别|各自?|都)*(?:是|有|为|达到?)*(?P<how>(?:同比|比上年|较上年)*(?:增长|下降|增加|减少|提高)了?)?"
    "(?:多少|几何|百分之几|几个(?:百分)?点|怎么样)?[呢啊]?[?？。]*$"
)
_OTHERWISE = re.compile(
    "[，,；;。？?！!：:]|谁|哪|什么|吗|(?<!占)比(?![例重较]|[上去]一?年)|差|占(?!比|.*(?:比[重例]|份额))|倍|几|多少|平均|合计|总共|一共|加起来|如何|怎么|为什么"
    "|是否|有没有|之[和比差]|合起来|合在|加在|加总|一块|总和|超(?=年初|目标|计划|任务)|[两三四五六](?:项|个|类|家|大|者|块)(?!月)|按|拆开|拆分|构成|组成|[两三四五六]部分|其中|里头|里面|缺口|差[距额值]|比值"
)
#: Said alone, of nothing: what they measure was named before (项目数和总投资).
_BARE = re.compile(
    "(?:总|合同|协议|计划|完成|到位)*(?:投资|资金|金额|面积|数量?|个数|家数|人数|总数|增速|增幅|增长率?|占比|比重|产值|规模|总量|目标|计划|任务)额?"
)
_BEHIND_YEAR = re.compile("年?[度内末底]?(?:全年)?的?")
_SHORTEST, _MOST = 2, 5


def listed_alone(text: str, known: Understanding) -> list[tuple[str, str]]:
    """Each thing that is listed, with its question; empty where the question asks otherwise, or lists nothing."""
    whole = normalise_question(text)
    if _JOINT.search(whole) is None:
        return []
    zones = known.zones.find(whole)
    own = [m for m in zones if m.start and not m.zones]  # 综合保税区 in the name of what is asked of, of which there is no report
    ends = [m.end for m in zones if m not in own] + [m.end for m in (*find_periods(whole), *find_parts(whole, (Period.year(2000),)))]
    start = max(ends, default=0)
    start = told.end() if (told := _BEHIND_YEAR.match(whole, start)) else start
    asked = _ASKED.search(whole, start)
    if asked is None or asked.start() <= start:
        return []
    things = whole[start : asked.start()]
    joints = [m for m in _JOINT.finditer(things) if things[m.start() - 1 : m.end() + 1] not in known.words]
    cuts = [0, *(i for m in joints for i in m.span()), len(things)]
    named = [things[a:b].strip("的 ") for a, b in list(pairwise(cuts))[::2]]
    if not 2 <= len(named) <= _MOST or not all(map(is_name, named)):
        return []
    how = asked["how"] or "是"
    return [(name, f"{whole[:start]}{name}{how}多少") for name in named]


def is_name(text: str) -> bool:
    """Whether words name what a number is asked of, and neither ask themselves nor only say how it is measured."""
    bare = _SHORT_OF_GOAL.sub("", text)
    return len(bare) >= _SHORTEST and _OTHERWISE.search(bare) is None and _BARE.fullmatch(bare) is None

"""By how much a goal was passed or missed, however that is said: 比年初定的任务还多收了，多收了几个亿; 差多少才够得着目标？甲不是没达标嘛."""

from __future__ import annotations

import re

__all__ = ["goal_in_writing"]

_GOAL = (
    "(?:年初|年度|全年|当初|原先|原来|预先|上级|[省市区]里|人代?会|[既预原])*(?:给|所)?(?:定|下达|设定?|提|确定|报|立|派|划)*(?:下|出|过|好)?的?"
    "(?:任务|目标|计划|指标|预算|预期|盘子|[那条道根这]*(?:任务|目标|及格)?线)(?:数|值)?"
)
_PASSED = (
    f"(?:超额|超[过出]?|突破|冲[过破]|[越跨盖跑压]过|高[于出]|多于|好于)(?:完成|实现|达成)?了?(?:{_GOAL})"
    f"|[比较](?:{_GOAL})(?:还|又|更|都)*(?:多|高|好|超)(?:收|干|做|完成|出|签|引)?(?:了|一?[些点])*|超额(?:完成|达标|兑现|实现)(?:了|的)?"
)
_HOW_MANY = "(?P<n>(?:多少|几)[^，,。？?]*)"
_BEYOND = re.compile(
    f"^(?P<head>.{{6,}}?)(?:已经?|还|也|都|顺利|成功)*(?:{_PASSED})[，,。；;]?(?:那么?|到底|究竟|一共|请问|具体|实际|问|的)*"
    "(?:超收|超额|超出?|多(?:收|干|做|完成|出|签|引|投|赚|交)*|高出?|富余)(?:部分|数?额|数|了|出来?|的)*(?:是|有|为|了)*" + _HOW_MANY + "[？?。]*$"
)
_SHORT = re.compile(
    f"^(?:还|究竟|到底)?[差缺欠短]了?(?P<n>(?:多少|几)[^，,。？?]{{0,6}}?)(?:才|能|就)*(?:够得着|够着|够[到上]?|达到|完成|碰到|摸到)(?:{_GOAL})?[？?，,](?P<head>.{{6,}}?)"
    f"(?:不是|可)?[没未](?:有|能)?(?:达标|完成(?:{_GOAL})?|(?:达到|够到?)(?:{_GOAL})?)(?:[嘛吗了么的吧]|不是)*[？?。]*$"
)


def goal_in_writing(text: str) -> str:
    """…超额完成年初目标，超出多少 or …没有完成目标，还差多少, where a question says nothing else; itself where it does."""
    passed = _BEYOND.match(text)
    if passed is not None:
        return f"{passed['head'].rstrip('，,')}超额完成了年初目标，超出{passed['n']}？"
    missed = _SHORT.match(text)
    return f"{missed['head'].rstrip('，,')}没有完成目标，还差{missed['n']}？" if missed is not None else text

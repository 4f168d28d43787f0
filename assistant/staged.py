"""Which projects have come to a stage and which have not yet: 哪些项目已经投产, 到年底还没投产或交付的是哪几个."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["KINDS", "Staged", "staged_projects"]

#: Words of one stage: a row that says any of them tells of it.
KINDS = (
    "投产|试产|试生产|量产|点火",
    "交付|移交",
    "竣工|完工|建成|落成",
    "投用|投运|投入使用|投入运[营行]|启用|开业|运营|试运行",
    "通车|贯通",
    "通水",
    "并网|送电",
    "开工|动工|奠基|破土",
)


@dataclass(frozen=True, slots=True)
class Staged:
    """``kinds``: words of the stages, any of which is meant; ``reached`` or not yet; ``ever``: whenever that was, not within the year alone."""

    kinds: tuple[str, ...]
    reached: bool
    ever: bool


_EVENT = "|".join(KINDS)
_NOT = "(?:[还仍尚]?(?:没有?|未)(?:能|有|曾)?|未能|不曾|还?没有?(?:来得及)?|[还尚]?待)"
_ASKED = re.compile(f"(?P<not>{_NOT})?(?:正式|全部|真正|实现|完成|建成)*(?P<event>(?:{_EVENT})(?:[（(]?(?:或者?|和|、|及|或是)(?:{_EVENT}))*)")
_WHICH = re.compile("哪些|哪[几一两二三四五六七八九十]?[个项家]|都?有哪|有谁|是谁|名单|清单|名称|叫什么|列出?|点名|数一数")
_THING = "(?:重点|重大|产业|工业|部分|续建|在建|所有|全部|主要|新建)*(?:项目|工程)"
_FUNCTION = re.compile(
    f"(?:{_WHICH.pattern}|{_THING}|表\\d*|(?:进展|进度|调度|情况|一览|汇总|清单|明细|报告|总结|汇报|通报|材料)|标[注明]|注明|看|翻开?|查|所附|附|写[明着]?|显示|标|列|算是?|属于|状态|处于|已经?|业已|早已|到|至|截[至止]|年?[底末终]|当?年内?|全年|当时"
    "|这一年|那年|全区|我区|里面?|里头|中|上|当中|其中|为|成|过|就|只|又|也|还|都|把|请|一下|帮我?|给我|我|要|想|知道|分别|各|名字|具体|[些几两二三四五六七八九十]个"
    "|[的是有在了呢吗么啊个,，、。?？!！:：；;“”\"（）()\\s])*"
)
_ELSE = re.compile("按[期时]|如期|准时|推迟|延|为什么|原因|多少|责任|谁负责|投资额|最|第[一二三]|预计|计划|打算|将|要在|明年|次年|什么时候|何时|多久")
_LONGEST = 45


def staged_projects(bare: str) -> Staged | None:
    """None where a question, without its zones and years, narrows them by anything else or asks otherwise."""
    if len(bare) > _LONGEST or _ELSE.search(bare) or not _WHICH.search(bare) or not re.search("项目|工程", bare):
        return None
    said = _ASKED.search(bare)
    if said is None or not _FUNCTION.fullmatch(bare[: said.start()] + bare[said.end() :]):
        return None
    events = re.findall(_EVENT, said["event"])
    kinds = tuple(k for k in KINDS if any(re.fullmatch(k, e) for e in events))
    return Staged(kinds, said["not"] is None, re.search("已|早|标|到|截|[底末]|过", bare) is not None)

"""On which day a thing came about, however that is asked: 哪天通的水, 投产的日子, 通车时间，写到日."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.events import told_as

__all__ = ["Dated", "dated_asked"]


@dataclass(frozen=True, slots=True)
class Dated:
    """What a question may call the thing by, the longest first, and the words by which reports tell of the event."""

    names: tuple[str, ...]
    told: str


_EVENT = (
    "开工|动工|动土|破土|奠基|打桩|投产|试产|试生产|竣工|完工|建成|投用|投运|通车|通水|通电|点火|开业|开[园馆街市学]|封顶|交付|启用|运营|上市|挂牌|敲钟|试运行|点亮|下线"
)
_SAID = re.compile(f"(?:{_EVENT})|(?:(?P<verb>[开动完通投竣试])了?的?(?P<noun>[工车水产]))")
_WHEN = (
    "(?:(?:是|在|于)?(?:具体|究竟|到底)?(?:什么|啥|何)(?:时候|日子|日期|时间)"
    "|哪一?[天日]|几月几[号日]|几[号日]|何[日时]|哪月哪[日天]|日子|日期|时间|那天)"
)
_ASKED = re.compile(_WHEN)
_ELSE = re.compile(
    "最新|调整|改|时点|时限|节点|口径|计划|原定|原本|本来|打算|预计|推迟|延期|改到|延[到至后]|拖到|新时[间限]|目标"
    "|多久|多长|几年|工期|说法|哪些|哪[几个家](?!日子|日期|时候|时间|月)|承诺|销号|才能|要到|最晚|多少|会议|印发|发布|公开"
)
_CUT = re.compile(
    f"[，,。；;：:？?！!（）()“”\"]|的|{_WHEN}|(?:是|在|于|请问|我|想|要|那|这|了|并|呢|啊|当年|真正|正式|终于|最后|到底)+(?=[㐀-鿿]|$)"
    f"|[㐀-鿿]{{2,8}}?(?:开发区|高新区|经开区|园区|工业园)"
    "|(?:(?:19|20)?\\d\\d|[〇零一二三四五六七八九]{4})年"
)
_PARTED = re.compile("(?<![㐀-鿿\\])])([㐀-鿿])([㐀-鿿])(?![㐀-鿿\\[?])")  # 投的产, 通了车
_LEAST = 3


def dated_asked(text: str, bare: str = "") -> Dated | None:
    """``bare``: the question without its zones, whose names may be no part of the thing's.

    None where a question asks for anything else than the day or month of one event of one thing.
    """
    said = _SAID.search(text)
    while said is not None and (onward := _SAID.match(text, said.end())) is not None:
        said = onward  # 完工通水: the last of what came at once is what a report tells of
    if said is None or not _ASKED.search(text) or _ELSE.search(text):
        return None
    event = said["verb"] + said["noun"] if said["verb"] else said.group()
    names = [re.sub(f"(?:{_EVENT}).*$|项目$", "", p) for p in _CUT.split(text[: said.start()] + "，" + text[said.end() :])]
    own = dated_asked(bare) if bare and bare != text else None
    named = sorted({n for n in (*names, *(own.names if own else ())) if len(n) >= _LEAST}, key=len, reverse=True)
    return Dated(tuple(named), _PARTED.sub(r"\1[了的]?\2", told_as(event) or event)) if named else None

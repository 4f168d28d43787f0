"""What may come about, and the words by which reports tell of it: 建好 is told as 竣工 or 投用, 批了 as 获批复."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["EVENTS", "HAPPENS", "WHEN", "names_thing", "told_as", "whether"]

#: What projects come to, as it is called.
EVENTS = "开工|动工|投产|竣工|完工|建成|落地|投用|启用|交付"
#: … and what else happens to them or to what they build.
HAPPENS = f"{EVENTS}|试生?产|投运|通车|开业|开学|封顶|热试|投料试车"
#: How it is asked when.
WHEN = "(?:什么时[候间]|啥时候?|何时|几时|哪[年天]|哪个?月|几月份?)"
#: As it is asked, and as reports tell of it; regular expressions.
_EVENTS = {
    "建[成好完]|建(?=了|没|起)|竣工|完工|修[好通完]|盖[好完]|落成": (
        "建成|竣工|完工|建好|落成|投产|投用|投入使用|投入运行|投运|启用|交付|通车|[扩改]建|提标"
    ),
    "投产|试生?产|投用|投入(?:使用|运[行营]|生产)|启用|运[行营]": "投产|试生?产|试运行|投用|投入使用|投入运行|投入生产|投运|启用|运[行营]|开业",
    "通车|开通|贯通|修通": "通车|开通|贯通|建成",
    "获?批(?:复|准|下来)?|审批通过|批准": "获批|批复|批准|获[^，。；]{0,8}批|审批通过|审议通过",
    "开学|招生": "开学|招生|投用",
    "开业|营业|开[园馆街市]": "开业|营业|开[园馆街市]|启用",
    "上市": "上市|挂牌",
    "开[工建]|动工|奠基": "开工|开建|动工|奠基|开工建设|启动建设",
    "复工|重新(?:动工|开工|启动|施工)|恢复(?:施工|建设)": "复工|重新(?:动工|开工|启动)|恢复(?:施工|建设)",
    "封顶": "封顶|结顶",
    "验收": "验收",
    "交付|交房": "交付|交房|移交",
    "签约?|签下": "签约|签订|签署",
    "落户|落地": "落户|落地",
    "挂牌|揭牌": "挂牌|揭牌",
    "搬(?:迁|走|完)?|搬迁": "搬迁|迁入|迁出|搬入",
    "整改(?:完|到位)?": "整改",
    "关停|停产|退出": "关停|停产|退出|关闭",
}


def told_as(question: str) -> str:
    """By which words a report would tell of the event that a question names last; "" where it names none."""
    said = [(m.end(), len(m.group()), told) for asked, told in _EVENTS.items() for m in re.finditer(asked, question)]
    return max(said, default=(0, 0, ""))[2]  # 重新动工 is no 动工


_EVENT = "|".join(f"(?P<e{n}>{asked})" for n, asked in enumerate(_EVENTS))
_TIMES = "(?:已经?|都|现在|目前|后来|最后|最终|到底|究竟|年内|顺利|如期|按期|按时)*"
_LONGEST = 30  # characters of a thing's name
_ASKED = re.compile(
    rf"(?P<what>[^，,。？?]{{2,{_LONGEST}}}?){_TIMES}(?:{_EVENT})(?:了(?:没有?|吗|么|不)|没有?(?:呢|啊)?|吗|么)[?？。]*$"
)
_WHETHER = re.compile(
    rf"(?P<what>[^，,。？?]{{2,{_LONGEST}}}?)(?:有没有|是不是|是否){_TIMES}(?:{_EVENT})了?(?:没有?|吗|么)?[?？。]*$"
)
_NO_THING = re.compile("目标|任务|计划|指标|多少|几|哪|谁|什么")


@lru_cache(maxsize=1_024)
def whether(question: str) -> tuple[str, str, str] | None:
    """学校开学了没: the thing, the event, and how reports tell of it; None where something else is asked.  ``question`` is without zone and year."""
    asked = _ASKED.search(question) or _WHETHER.search(question)
    if asked is None:
        return None
    event, told = next((asked[f"e{n}"], told) for n, told in enumerate(_EVENTS.values()) if asked[f"e{n}"])
    thing = re.sub("^的|的$|(?:项目|工程)$", "", asked["what"]).strip()
    return None if len(thing) < 2 or _NO_THING.search(thing) else (thing, "建成" if event == "建" else event, told)


#: 它投产了吗, 二期投产了吗, 项目开工了吗: of what was talked of.
_LEANS = re.compile("[它他其该这那此前后]|第|[一二三四五]期|(?:项目|工程|基地|生产线|首条)")


def names_thing(question: str) -> bool:
    """食堂建成了吗: whether a question of what came about says of what, so that it needs none before it."""
    happened = whether(question)
    return happened is not None and not _LEANS.match(happened[0])

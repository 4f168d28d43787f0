"""What is typed first of all, and asks for no one number: a topic alone (招商引资情况), a zone or a year alone, all the goals of a year.

    霁岭高新区 · 槐渚2018年工作总结 · 介绍一下霁岭   → OVERVIEW
    2019年的目标 · 明年主要目标是什么               → GOALS
    下一步怎么打算 · 明年重点抓什么                 → PLANS
    招商引资情况 · 环保 · 介绍一下亿田               → WORDS
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from assistant import cues
from assistant.phrases import ASKING
from assistant.question import understand
from assistant.terms import MEASURE, find_terms
from assistant.understanding import Understanding
from assistant.zone_names import KIND_ALONE
from index.figures.ellipsis import names_thing

__all__ = ["HOW_IT_IS", "Kind", "Topic", "asks_topic", "headed_by", "told_with", "topic_of"]


class Kind(Enum):
    """What of a report is asked for."""

    OVERVIEW = auto()
    GOALS = auto()
    PLANS = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Topic:
    """``words``: what a topic is called; "" for an overview and for goals.  ``known``: it is an indicator, of which a number is wanted."""

    kind: Kind
    words: str = ""
    known: bool = False


_LEAD = re.compile(
    "^请?(?:介绍|说说|说一说|讲讲|讲一讲|谈谈|聊聊|简单说|概括|概述|总结|归纳|简述|简介|梳理|对比|比较|列出?|列举|关于|有关|说|讲|看看)(?:一?下)?(?:关于|有关)?的?"
)
_WELL = "(?:成绩|成效|成果|成就|进展|收获|突破|亮点)"
_ACHIEVED_SO = (
    f"(?:取得|有|获得)?了?(?:哪些|什么|啥|哪几[个项方]面?|怎样的)(?:的|主要|突出|显著|重要|重大|明显|积极|新)*{_WELL}"
    f"|(?:主要|突出|显著|重要)?{_WELL}(?:都|主要)*(?:有|是)(?:哪些|什么|啥)|(?:工作|主要){_WELL}|最(?:大|突出|主要)的?{_WELL}(?:是什么|是啥|有哪些)?"
)
_TAIL = re.compile(
    f"(?:{_ACHIEVED_SO}|(?:的|相关|有关|基本|总体|整体|具体|进展|发展|推进|开展|落实|完成)*(?:情况|状况|概况|简介|介绍|信息|资料|内容|方面)"
    "(?:怎么?样|如何|咋样|是什么|有哪些|是啥)?|怎么?样了?|如何|咋样"
    "|(?:(?<=民生)(?:方面|领域|上)?|(?:方面|领域|工作上?))(?:都|又)?(?:[办做干搞]|开展|采取|出台|有)了?(?:些)?(?:什么|啥|哪些|哪几[件项])"
    "(?:实事|工作|事|举措|措施|动作|进展|成绩)?)[?。!]*$"
)
_GENERAL = re.compile(
    "(?:全区|整个|全年|一年|这一?年|总体|整体|基本|上?的|工作|报告|总结|概况|情况|经济|社会|发展|运行|主要|重点|指标|数据|数字|日子|光景|年景|形势|局面|大事记?|要闻|过得?|[干做]得|用?[一二两三四五六七八九十\\d]+(?:句话|点|条))*"
)
_INDICATORS = re.compile(
    "(?:[的和与跟,、]|主要|重点|各项|经济|发展|运行|总体|这?[两三几]个?(?:区|年|开发区))*(?:指标|数据|数字)(?:的?(?:对比|比较|情况|完成情况))?"
)
_GOALS = re.compile(
    "(?:年度|全年|年初|主要|总体|重点|预期|奋斗|发展|工作|经济|社会|的|定了?|设定|确定|有|都|是|各项|几个|那些|些|(?:哪些|哪几[项个]|什么|啥)(?=[^，,。？?]{0,6}目标))*(?:目标|目标任务|打算|任务目标)"
    "(?:(?:都|分别|主要|具体|又)*(?:有|是)?(?:什么|哪些|啥|多少|哪几[项个]|怎么定的?|情况))?[?。!]*"
)
_GOAL = re.compile("目标|打算")
LONGEST = 40  # characters of a message that asks for no more than a topic
_SEVERAL = re.compile("主要|哪些|哪几|都|各项|全部|些")
# 旅客吞吐量, 研发投入强度: a number is asked for, and nothing said of it in words will do.
_MEASURED = re.compile(
    f"(?:{MEASURE}|[比重幅速度]|支出|税收?|投资|浓度|指数|排名|名次|位次|规模|存量|外资|内资|财政|经费|投入|人才|企业|项目|岗位|目标|任务|计划)$"
)
_ACHIEVED = re.compile("(?:目标|任务|指标|计划).*(?:完成|达成|实现|兑现)|(?:完成|达成|实现|兑现).*(?:目标|任务|指标|计划)")
_IN_ORDER = re.compile("最[高大多快好低少小慢差]|第[一二三四五]|[前后][两三四五]")  # 产值最高的园区 asks which
_COURTED = re.compile("招商|引资")  # stands for 到位资金 where a number is asked for, and for the work where none is
_DONE_IN = re.compile(
    "(?P<of>[㐀-鿿]{2,6}?)(?:方面|领域|工作上?|这块)?(?:都|又|主要)?(?:[办做干搞抓]|开展|采取|出台)了?(?:些|点)?(?:什么|啥|哪些|哪几[件项])"
    "(?:实事|工作|事|举措|措施|动作)?[?？。]*$"
)
_NAME = re.compile("[㐀-鿿A-Za-z0-9·“”-]{2,14}")


_ONWARD = re.compile("(?:那么?|还有)?(?P<words>[㐀-鿿]{2,4})(?:工作|方面)?呢[?？。]*")  # 环保怎么样 → 那安全呢


def topic_of(text: str, known: Understanding, *, alone: bool = True) -> Topic | None:
    """The topic of a message; None where something of one is asked.  Not ``alone``, behind other turns, 目标 is of what was asked before."""
    if (plans := _plans(text, known)) is not None:
        return plans
    if (onward := _ONWARD.fullmatch(text)) is not None and told_with(onward["words"]) is not None:
        return Topic(Kind.WORDS, onward["words"])
    asks = ASKING.search(text.rstrip("?？")) and not (_TAIL.search(text) or _GOAL.search(text) or _DONE_IN.search(text))
    if asks or len(text) > LONGEST or re.search("[?？。！!](?=.)", text):
        return None  # most questions: told before they are understood
    query = understand(text, known)
    left = re.sub("^[的在,]+", "", query.bare)
    if _ACHIEVED.search(left) or query.unknown_zones:
        return None
    if (done := _DONE_IN.fullmatch(left)) is not None:
        return Topic(Kind.WORDS, done["of"]) if told_with(done["of"]) is not None else None
    if len(query.zones) > 1 or len(query.periods) > 1:
        return Topic(Kind.OVERVIEW) if _INDICATORS.fullmatch(_TAIL.sub("", _LEAD.sub("", left)).strip("的?。!, ")) else None
    if _GOALS.fullmatch(left):
        return Topic(Kind.GOALS) if alone or _SEVERAL.search(left) else None
    words = KIND_ALONE.sub("", _TAIL.sub("", _LEAD.sub("", left))).strip("的?。!, ")  # 开发区概况: of the zone there is
    told = words != left.strip("的?。!, ")
    if _GENERAL.fullmatch(words) and (told or words or query.zones or query.periods):
        return Topic(Kind.OVERVIEW) if alone or told or words else None
    words = re.sub("^那么?", "", words.removesuffix("呢")).rstrip(",")
    if ASKING.search(words) or not _NAME.fullmatch(words) or _MEASURED.search(words) or _IN_ORDER.search(words):
        return None
    if words.endswith(("预计", "预期")) and find_terms(words):
        return None  # 一季度产值预计: of a number
    return Topic(Kind.WORDS, words, _is_indicator(words) and _COURTED.search(words) is None)


def _is_indicator(words: str) -> bool:
    """Whether a number is wanted: an indicator that stands in the name of what is built (机器人, of a 机器人产业园) is none."""
    terms = find_terms(words)
    return bool(terms) and (terms[-1].end == len(words) or not names_thing(words))


_AHEAD = re.compile("下一?步|今后|接下来|下一?阶段|新的?一年|往后|后续|明年|来年|下半年|打算|准备(?:怎么)?[干做抓]|将来|未来")
_PLANS = re.compile(
    "(?:下一?步|今后|接下来|下一?阶段|新的?一年|往后|后续|未来|将来|上?半年|将|要|会|拟|想|准备|打算|工作|重点|主要|安排|思路|举措|措施|计划|部署|规划|任务|大事|要事|实事|方向|着力点"
    "|怎么?样?|如何|[干做抓办]|推进|开展|什么|啥|哪些|哪几[件项个]|些|有|是|都|呢|的|了|在哪|方面|具体|介绍|说说|讲讲|一下|开发区|管委会|全区|报告|里|中|上|提出|,)+[?。!]*"
)
_AIMED = re.compile("重点[干做抓办]|安排|思路|部署|计划|规划")
_TO_DO = re.compile("打算|安排|思路|举措|措施|计划|部署|规划|重点|大事|要事|[干做抓办](?!了)")


def _plans(text: str, known: Understanding) -> Topic | None:
    """下一步怎么打算, 2024年重点抓什么: what is to be done in a year ahead, where nothing else is named."""
    if len(text) > LONGEST or not _TO_DO.search(text):
        return None
    query = understand(text, known)
    if query.unknown_zones or len(query.zones) > 1 or not _PLANS.fullmatch(re.sub("^[的在,]+", "", query.bare)):
        return None
    told = known.latest_of.get(query.zones[0]) if query.zones else known.latest
    ahead = _AHEAD.search(text) or any(told is not None and p.end > told.end for p in query.periods)
    aimed = bool(query.periods) and _AIMED.search(text)  # 2018年重点抓什么: what the report before had planned
    return Topic(Kind.PLANS) if ahead or aimed else None


def told_with(words: str) -> re.Pattern[str] | None:
    """What sentences of a topic that no heading is called by have in them (环保: PM2.5, 水质); None where the words are no such topic."""
    return _known(words, 1)


def headed_by(words: str) -> re.Pattern[str] | None:
    """What the section of a topic may be headed by, though not by its own words (招大引强: 招商)."""
    return _known(words, 2)


@lru_cache(maxsize=256)
def _known(words: str, column: int) -> re.Pattern[str] | None:
    """A column of the topic that the words are, or of the two that four of them are (教育医疗, 信访维稳)."""
    own = next((topic[column] for topic in cues.TOPICS if topic[0].fullmatch(words)), None)
    if own is not None or len(words) != 4:
        return own
    first, second = _known(words[:2], column), _known(words[2:], column)
    return re.compile(f"{first.pattern}|{second.pattern}") if first is not None and second is not None else None


HOW_IT_IS = re.compile("(?:怎么?样|咋样|如何)了?[呢啊]?[?？。]*$")


def asks_topic(text: str, words: str, before: str = "") -> bool:
    """产值多少 → 环保怎么样: of a topic, and of nothing asked before; 环保怎么样 → 那安全呢: of another such topic, as ``before`` was."""
    goes_on = text.rstrip("?？。").endswith("呢") and before and (HOW_IT_IS.search(before) or before.rstrip("?？。").endswith("情况"))
    done = (said := _DONE_IN.search(text)) is not None and said["of"].endswith(words)  # 党建干了些啥
    return (HOW_IT_IS.search(text) is not None or done or bool(goes_on)) and told_with(words) is not None

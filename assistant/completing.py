"""The short word of a follow-up with the noun that was asked of before: 实到的呢, after 合同外资."""

from __future__ import annotations

import re

from assistant.against import MEASURED
from assistant.newly import NEW
from assistant.records import Aspect, Operation, Query
from assistant.referring import asks_event, only_function
from assistant.sized import STATES
from assistant.terms import MEASURE, find_terms
from assistant.topics import asks_topic, told_with
from index.figures.ellipsis import is_thing

__all__ = ["AND_THIS", "DONE_OF", "LEVEL", "MEASURED_NOUN", "completed", "measure_of_a_thing"]

DONE_OF = re.compile("(?:办结|化解|解决|开工|竣工|投产|建成|入住|整改|签约|履约|落地|转化|到位|交付|完工|成功|兑现|回复)率")
# What reports have a section or a list of: 存在哪些问题 after a question about GDP is not about GDP.
_OF_ITS_OWN = re.compile("(?:主要|存在|突出)*(?:问题|困难|难题|不足|短板|措施|做法|举措|任务|亮点|成绩|经验|建议|请求|打算)")
MEASURED_NOUN = re.compile(f"(?:{MEASURE}|支出|投资|投入|贷款|存款|经费)$")
_SIZED = "(?:总?金额|总额|总量|数额|数量|总数|规模|总值)"


_SIZE = re.compile(
    "(?P<what>(?:总投资|投资|产值|税收|纳税|营收|营业收入|主营业务收入)?[超过]?)(?P<size>[\\d一二三五十百]*[千百]?[万亿]元?(?:以上|以下))的?"
)
LEVEL = re.compile("(?:国家|省|市|区|县|部)级(?:及?以[上下])?")
_SIGNED = re.compile("^新?签(?:约|下|订)?来?的?(?=项目)")
_EVENT = re.compile(f"(?:{'|'.join(STATES)})")
_INVESTED_IN = re.compile("(?:完成)?(?P<kind>技改|技术改造|外资|基础设施|民间)投资额?")

_EACH_COUNTED = re.compile("的?各(?:有|是|又)*(?:几|多少)[个家项户][?？。]*$")
_COUNTED = re.compile("(?:项目|企业|公司|平台|机构)$")
AND_THIS = re.compile("呢[?？]?$")


def measure_of_a_thing(last: Query) -> str:
    """总投资, where 总投资 of something was asked for; "" elsewhere."""
    asked = last.indicators[0] if len(last.indicators) == 1 else ""
    terms = find_terms(asked)
    return asked[terms[-1].start :] if terms and terms[-1].start > 1 and terms[-1].end == len(asked) and not is_thing(asked) else ""


def completed(query: Query, last: Query) -> tuple[str, ...]:
    """实到的呢 after a question about 合同外资: the short word with the noun that was asked of before."""
    asked = last.indicators[:1] if last.part_of and len(last.indicators) == 2 else last.indicators  # 其中曹桥多少 → 北旸呢
    counted = len(query.indicators) > 1 and len(asked) == 1 and _EACH_COUNTED.search(query.text) and _COUNTED.search(asked[0])
    if counted and not any(map(find_terms, query.indicators)):  # 新引进项目几个 → 医疗器械和检测的各几个
        return tuple(f"{p}{asked[0]}" for p in query.indicators)
    if len(query.indicators) == len(asked) == 1:
        said = query.indicators[0] if "项目" in query.text else query.indicators[0].removesuffix("项目")
        sized = _SIZE.fullmatch(said)
        if sized and (before := _SIZE.search(asked[0])):  # 产值亿元以上的企业 → 10亿以上的
            return (f"{asked[0][: before.start()]}{before['what']}{sized['size']}{asked[0][before.end() :]}",)
        if sized and (of := _SIGNED.sub("签约", _without_stage(asked[0], last))).endswith(("项目", "企业")):  # 签了多少个项目 → 亿元以上的
            return (f"{sized['size']}{of}",)
        if LEVEL.fullmatch(query.indicators[0]) and (before := LEVEL.search(asked[0])):  # 省级专精特新企业 → 国家级的
            return (asked[0][: before.start()] + query.indicators[0] + asked[0][before.end() :],)
        if _EVENT.fullmatch(query.indicators[0]) and (before := re.search(f"(?<=..){_EVENT.pattern}$", asked[0])):  # 开工 → 投产呢
            return (asked[0][: before.start()] + query.indicators[0],)
        measure = measure_of_a_thing(last)
        if measure and is_thing(query.indicators[0]) and AND_THIS.search(query.text):  # X项目总投资多少 → Y项目呢
            return (query.indicators[0] + measure,)
        if query.indicators[0] == "项目" and (kind := _INVESTED_IN.fullmatch(asked[0])):  # 技改投资多少 → 多少个项目
            return (kind["kind"] + "项目",)
    if (
        query.aspect is Aspect.SHARE
        or len(query.indicators) != 1
        or len(asked) != 1
        or find_terms(query.indicators[0])
        or _OF_ITS_OWN.fullmatch(query.indicators[0])
        or asks_topic(query.text, query.indicators[0])
        or query.operation is Operation.LIST
        or (query.operation in (Operation.HOW, Operation.WHY) and not query.premise and told_with(query.indicators[0]) is not None)  # 招商咋搞的
        or (query.operation in (Operation.WHEN, Operation.WHERE) and (only_function(query) or asks_event(query)))
        or (MEASURED_NOUN.search(query.indicators[0]) and not DONE_OF.fullmatch(query.indicators[0]))  # 保税维修货值
        or _names_its_noun(query.text)
        or re.search(re.escape(query.indicators[0]) + _DONE_WITH, query.text)  # 奖补兑现了多少
        or re.search(re.escape(query.indicators[0]) + _SIZED, query.text)  # 抽贷金额, of which no more than 抽贷 is left
    ):
        return query.indicators
    if DONE_OF.fullmatch(query.indicators[0]) and not asked[0].endswith("率"):  # 收集诉求多少条、办结率多少
        return (asked[0] + query.indicators[0],)
    terms = find_terms(asked[0])
    if not terms or len(query.indicators[0]) > 6:
        return query.indicators
    noun = asked[0][terms[-1].start : terms[-1].end]
    newly = NEW.match(asked[0])
    if newly is not None and re.match("规上|限上|四上", query.indicators[0]):  # 新增企业多少 → 规上的呢: those that are new as well
        return (newly.group() + query.indicators[0] + noun[-2:],)
    short = query.indicators[0] + noun[-2:]
    if any(t.start == 0 and t.end == len(short) and len(t.meanings) == 1 for t in find_terms(short)):
        return (short,)  # 实到 + 外资
    return (query.indicators[0] + noun,)  # 农副产品加工 + 主营业务收入


#: A verb of its own, which no other noun has to be found for; not one of any number.
_DONE_WITH = "(?!完成|实现|达到|做到|拿到|贡献|增|提|上|下|减少)[㐀-鿿]{2}了(?:多少|几)"


def _without_stage(asked: str, last: Query) -> str:
    """签约项目 of 开工签约项目, asked for as 开工的呢 behind it: the next short word is of all of them again."""
    own = "".join(last.shorter)
    return asked.removeprefix(own) if own and _EVENT.fullmatch(own) else asked


def _names_its_noun(text: str) -> bool:
    """腾出来多少地, 拆迁多少万平方: what is counted or measured stands behind 多少, and is no money."""
    return bool(re.search("(?:多少|几)(?:[百千]?[万亿])?(?![亿万千百元美左上呢啊的])[㐀-鿿]", MEASURED.sub("", text)))

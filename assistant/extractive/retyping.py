"""Questions that ask for words but were taken for questions after a figure, told by how they ask."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.listing import requests_asked
from assistant.extractive.responsible import RESPONSIBLE
from assistant.extractive.scoping import asks_plan
from assistant.records import Aspect, Operation, Query

__all__ = ["retyped"]

COUNTED = re.compile("多少|几(?![件条项个大点]*(?:事|活|任务|工作|问题|困难|短板|请求|建议|诉求|举措|措施))|数量?[?？]?$|总数|家数|个数")
# 整改了几个问题: how many were dealt with; not 存在几个问题, which is answered by the list of them.
_DEALT_WITH = re.compile(
    "(?:整改|解决|化解|办结|办理|查摆|查出|查找|发现|反馈|梳理|收集|征集|协调|受理|交办|督办|采纳)(?:[并和、][㐀-鿿]{2,4})?(?:到位)?[了出到过]*(?:多少|几)(?:[个项条件]|(?:企业|群众|居民)?的?(?:难题|问题|诉求|困难))"
)
_PURPOSE = re.compile("(?:拿|用|花|投|使)(?:来|去|在|到|于)+(?:了)?(?:干|做|办|搞)?(?:什么|啥|哪|何|嘛)|用途(?:是什么)?[?？。]?$")
_EXPLAIN = re.compile("(?:怎样|什么|何种?|哪些|如何|怎么)(?:样)?的?(?:解释|原因|缘由|说明)|(?:原因|缘由)(?:是|在|何在)|为什么|为何|为啥")
_LASTING = "(?:通关|审批|办理|办结|开办|登记|压缩|缩短|节约|平均|施工|在途|运输|等待|工作)"  # how long, not when
_WATER = re.compile("(?:水质|水体|断面)[^，。？?]{0,8}?(?:几|哪一?|什么)[类级]")  # Ⅱ类 is no number of anything
_LIST_IT = "(?:都|逐[一个条]|给我|帮我|请)*(?:(?:列|说|数|念)(?:一?下|出来?|一[列说]|全|齐|完整))?"  # 五个行动列一下
WORDED = (
    (
        re.compile(
            "(?:怎么|咋|为啥|为何)(?:(?:会|就|又|还|都|才|反而|突然|一直)+(?!是)|(?=没|未|不(?!断)|停|这么|那么|涨|跌|掉|下滑|下降|回落|亏|拖|推迟|晚))"
            "|(?:怎么|咋)(?:降|增|减|升|缩|差|少|慢|低|高|快|猛)(?=了|得|这么|那么|的|下来|上去|[?？]|$)"
            "|(?:怎么|咋)(?:减[产收]|[下缩]水|倒退|亏损|萎缩|[往向][后下回][㐀-鿿]{1,6})了"
            "|(?:怎么|咋)[㐀-鿿]{2,14}?(?:还没|没有|没能|未能|迟迟|这么|那么)"
            "|[卡坏差败栽慢难堵输]在?了?(?:哪|什么|啥)|出在(?:哪|什么|啥)|(?:什么|啥)(?:导致|造成|带动|拉动)|理由|由头"
        ),
        Operation.WHY,
    ),
    (re.compile("(?:怎么|怎样|如何|咋)(?!样|变|算|读|写|看|走|评|分布|构成)(?=[㐀-鿿]{2})"), Operation.HOW),
    (re.compile("(?:干|做|搞|抓|办|推进|开展|进行)得(?:怎么?样|如何|咋样|好不好)"), Operation.HOW),
    (re.compile("(?:干|做|搞|抓|办|推|上)(?:些|点|了)*(?:什么|啥)"), Operation.SUMMARY),
    (
        re.compile("(?:什么|啥|哪个|哪家)(?:项目|企业|公司|单位|部门|平台|工程|学校|医院|园区|机构|品牌|基地|中心|产品)"),
        Operation.WHO,
    ),
    (
        re.compile(
            "(?:拟|将|要|首家|首个|唯一|率先|被|荣获|获评?|入选|冲刺|承建|承担|牵头|负责)[^，,。?？]{1,18}的"
            "(?:企业|公司|单位|项目|人|团队|专家|厂商?|部门)(?:名称|名字)?[?？]?$"
        ),
        Operation.WHO,
    ),
    (re.compile("(?:改[建造]?|变|转|更名|改名|换|定名|命名|打造|取名)(?:成|为|作)了?(?:什么|啥)|[升评定降调到为]哪一?(?:级|档|等)"), Operation.WHO),
    (  # 承建企业 and nothing after it; 首家百亿级民营企业: a noun that asks for a name
        re.compile(
            "(?:承建|承办|建设|施工|设计|中标|运营|实施|牵头|责任|主管|获奖)(?:企业|公司|单位|方|主体|部门|机构|人)(?:名称)?"
            "(?:[?？。(（]|$| *\\d)|(?:首[家个座批条位]|唯一|第一[家个座条位]|最早)[^，,。?？]{0,12}"
            "(?:企业|公司|单位|项目|平台|人|园区)(?:[?？。(（]|$| *\\d)"
        ),
        Operation.WHO,
    ),
    (re.compile("(?:工|产|营|车|约|牌|用|(?<![通清报])关|业|龙|桩|幕|水|火|电|顶|会|立|放|馆)的?(?:时间|日期|日子)[?？。]?$"), Operation.WHEN),
    (
        re.compile(
            "(?:开学|[举创]办|投运|获批|批复|[到上就]任|揭幕|发布|召开|成立|[设建创]立|印发|签署|落成|建成|组建|更名|升级|升格|开建|封关运行|投入运行)"
            "(?:时间|日期|年份)[?？。]?$"
        ),
        Operation.WHEN,
    ),
    (re.compile(f"(?<!{_LASTING})的(?:具体|准确|大致)?(?:时间|日期|日子|年份|月份)(?:是|为)?[?？。]?$"), Operation.WHEN),
    (re.compile("(?:指|包括|包含|有|讲|说)(?:的是|的)?(?:什么|啥)|几[件条项个大]+(?:事|活|任务|工作|问题)"), Operation.LIST),
    (re.compile("具体(?:是|有|指|叫)(?:什么|啥|哪)"), Operation.LIST),
    (_WATER, Operation.WHO),
    (_PURPOSE, Operation.HOW),
    (re.compile("(?:原来|原先|以前|从前|过去|前身)(?:是|叫|为)(?:什么|啥|哪)|前身[?？。]?$"), Operation.WHO),
    (re.compile("(?:建|造|产|研发|经营|[生出]产|出口)(?:的是|了|些|点)*(?:什么|啥)"), Operation.WHO),
    (  # 引进的三个重点项目, 两家百亿企业: as many as are named somewhere
        re.compile("(?:的|^|[年区])[两三四五六七八九十](?:个|大|项|家|条|位|名)(?:[㐀-鿿]{0,6})(?:项目|企业|公司|产业|产业链|基地|平台|工程|片区|园区|学校|人)[?？。]?$"),
        Operation.LIST,
    ),
    (re.compile("[两三四五六七八九十](?:个|项|件|条|大)[㐀-鿿]{1,6}是(?:什么|啥|哪)"), Operation.LIST),
    (
        re.compile(
            "[两三四五六七八九十](?:个|项|件|条|大|点)+[重主实要大]?[点要事]?(?:事|事项|实事|任务|工作|举措|措施|问题|困难|短板|打算|做法|请求|建议|诉求|工程|行动|方面|重点)"
            f"(?:是|内容)?{_LIST_IT}[?？:：。]?$"
        ),
        Operation.LIST,
    ),
    (
        re.compile(
            "(?:主要|存在|突出|面临|碰到|遇到)?的?"
            "(?:问题|困难|短板|不足|难题|难处|短处|弱项|痛点|堵点|毛病|请求|诉求|(?:请求|支持|恳请)事项)"
            "(?:主要)?(?:[是有为]|都有)?(?:些|哪些)?(?:什么|啥)?(?:[，,]我[^，,。？?]*)?[?？:：]?$"
        ),
        Operation.LIST,
    ),
)
ASKED_HOW = (Operation.HOW, Operation.WHERE, Operation.WHO)
WORDY = (Aspect.VALUE, Aspect.MET, Aspect.GROWTH)


_WHICH_OFFICE = re.compile("[哪由归].{0,3}(?:部门|单位|局|人)|(?:单位|部门)(?:都|又)?(?:有|是|为)?(?:哪|谁)")


def retyped(query: Query) -> Query:
    """A question in words that was taken for one after a figure, by how it asks; any other as it is."""
    text = query.text
    if query.operation is Operation.DIFFERENCE and _EXPLAIN.search(text):
        return replace(query, operation=Operation.WHY, aspect=Aspect.VALUE, operands=())  # 与任务差距明显，报告作何解释
    if query.operation is Operation.DIFFERENCE:  # 哪几条差距: faults, not a subtraction
        faults = re.search("差距", text) and re.search("哪|什么|啥|指", text) and not re.search("多少|几[亿万个倍]", text)
        if _PURPOSE.search(text):  # 多出来的钱拿来干什么
            return replace(query, operation=Operation.HOW, aspect=Aspect.VALUE, operands=()) if not COUNTED.search(text) else query
        return replace(query, operation=Operation.LIST, operands=()) if faults else query
    if query.operation in (*ASKED_HOW, Operation.ONE, Operation.SUMMARY) and requests_asked(query) and not COUNTED.search(text):
        return replace(query, operation=Operation.LIST, aspect=Aspect.VALUE, status=None)
    if query.operation is Operation.HOW and query.aspect is Aspect.MET and re.search("(?:怎么|咋)(?!样|办|做|干)", text):
        return replace(query, operation=Operation.WHY, status=None)  # 怎么只涨了3%，比目标低那么多
    if query.operation is Operation.HOW and not query.indicators and asks_plan(query):
        return replace(query, operation=Operation.SUMMARY)  # 2018年打算怎么干
    if query.operation is Operation.LIST and RESPONSIBLE.search(text) and _WHICH_OFFICE.search(text):
        return replace(query, operation=Operation.WHO)
    if query.operation not in ASKED_HOW and (query.operation is not Operation.ONE or query.aspect not in WORDY):
        return query
    for pattern, operation in WORDED:
        if query.operation is not Operation.ONE and operation is not Operation.WHY:
            break  # 怎么没铺完 was read as how, 卡在哪 as where
        if query.aspect is Aspect.GROWTH and operation is not Operation.WHY:
            continue
        if operation is Operation.WHO and pattern is not _WATER and COUNTED.search(text):
            continue
        if operation is Operation.LIST and _DEALT_WITH.search(text):
            continue
        if pattern.search(text):
            return replace(query, operation=operation, aspect=Aspect.VALUE)
    return query

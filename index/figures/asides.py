"""Clauses between a name and its number that say nothing of either: how it came about, who is told, what is asked first."""

from __future__ import annotations

import re

from index.glossary import is_known

__all__ = ["without_asides"]

#: 交付了|多少？|1,146套, 真正开工的|呢，|十六个: a speech asks and tells.
_ASKED = re.compile(
    r"(?:(?<=[了是有达成到收出])(?:多少|几)[个家户套项亩件]?(?:呢)?[？?]|(?<=[㐀-鿿]的)呢[，,？?])(?=(?:\d|[一二两三四五六七八九十百千]+(?:[个家户套项亩件人]|[万亿]))[^，。]{0,12}[，。；])"
)


#: 剔除“营改增”因素后，同口径增长9.7%: the marks say nothing.
_LEFT_OUT = re.compile("(?P<verb>剔除|扣除|还原|刨除)“(?P<what>[^“”，。；]{2,12})”")
#: 电池材料跑得最快，增长26.4%: said in front of how far.
_FASTEST = re.compile(
    r"(?:(?:跑|涨|增|升|增长)得?最(?:快|猛|慢)|(?:增速|增幅|涨幅|增势)(?:最(?:快|猛|高|大|慢|低|小)|居首|领跑|位?居(?:首位|第一)))[，,](?=(?:同比)?(?:增长|下降)[\d.]+[%％])|(?<=增速|增幅|降幅)最(?:快|慢|高|低|大|小)[，,](?=[为是达]\d)"
)
#: 工业投资51.3亿元…；|工业投资中|技术改造投资29.1亿元: of what was told right before.
_OF_TOLD = re.compile(r"(?<=[；，。])(?P<of>[㐀-鿿]{2,10}?(?:投资|收入|产值|税收|出口|进口|支出))中[，,]?(?=[㐀-鿿]{2,14}[\d.,]+[万亿])")
#: 年初|给大家|定的是19亿元: to whom it is said.
_TO_WHOM = re.compile("(?:给|向|跟|对|同)(?:大家|各位|同志们|在座的?|全区(?:上下|干部|群众)?|上级|市里|组织)(?=定|承诺|许|报|说|讲|交|表|汇报)")
#: 从全年走势看，一季度增长11.2%: how it is looked at.
_SEEN = re.compile(r"(?:从|就|按)[^，。；：、\d]{0,8}?(?:走势|趋势|态势|节奏|轨迹)(?:上)?(?:来)?看[，,]")
#: 产值79.8亿元，|由上年的高增长转为|下降2.8%: how it had gone before.
_TURNED = re.compile(
    r"由(?:[上去]年|前期|此前|[一二三]季度|上半年|年初)?(?:同期)?的?(?:高速?|较快|快速|低速?|两位数|小幅|持续)*(?:增长|下降|下滑|负增长|正增长)转(?:为|成)"
    r"(?=(?:同比|小幅)?(?:增长|下降|下滑|负增长)[\d.]+[%％])"
)
#: |体量最大的是|总投资42亿元的储能电芯项目: no part of its name.
_GREATEST_IS = re.compile(r"(?<![^，。；：\n])[^，。；：\d\n]{0,10}最[大高多]的(?:一个|项目)?(?:就)?是(?=(?:计划|协议)?总?投资\d)")
#: 工业投资|受项目接续不足影响|，同比下降2.7%: why it moved is no part of what moved.
_CAUSE = re.compile(
    r"(?<=[㐀-鿿]{2})受(?!理|益|让|托|助|训|众|灾|到|限额)(?:[^，。；：、\d受]|\d{1,2}月){2,40}?(?:影响|拖累|制约|冲击|带动|拉动|推动|限制|支撑|提振|挤压)(?:等因素)?"
    r"(?:[，,](?=(?:同比|[比较](?:上|去)年|增长|下降|下滑|减少|回落|降低|仅增长|由|完成|实现|达到?|[只仅]有?(?:完成|实现)?\d))|(?=(?:同比)?(?:(?:增长|下降|下滑)|(?:回落|收窄|放缓|滑落|跌)[到至]?)\d))"
    r"|因(?!素|子|此|而|公|病)[^，。；：\d]{2,24}?(?:等(?:原因|因素)?|而)(?=(?:退库|退规|退出|关停|下降|减少|下滑|回落|降低|[减降缩跌](?:到|至|为))[^，。；]{0,4}\d)"
)
#: 实际利用外资|则是全年最难看的一个数：|1.47亿美元: how it stands beside the others.
_STANDS_OUT = re.compile(
    r"(?<=[㐀-鿿]{2})(?:则|却|倒|也|还|更|又|偏偏)?是(?:全年|今年|去年|其中|所有指标[里中]?|唯一)?[^，。；：、\d]{0,4}(?:最[^，。；：、\d是]{1,6}|唯一[^，。；：、\d是]{2,8})的"
    r"(?:一?[个项条件]?(?:数字?|指标|短板|弱项|亮点)?)[：:，,](?=(?:只有|仅|完成|实现|全年|达到?|约)*\d)"
)
#: 木制品产值|止跌回升、|达到30亿元: how it came to what it is.
_CAME_ROUND = re.compile(
    r"(?<=[㐀-鿿]{2})(?:(?:止跌|企稳|触底)(?:回[升稳]|企稳|反弹)|由[降负跌]转[升正增]|稳中[有向][升进好增])(?:、?(?=(?:达到?|突破|完成|实现|冲刺)[^，。；、\d]{0,4}\d)|[、，]?(?=(?:同比)?(?:增长|下降)\d))"
)
#: 规上工业总产值486.2亿元|，在上年444.8亿元的基础上|增长9.3%: as if it stood in brackets, （上年444.8亿元）.
_ON_THE_BASE = re.compile(
    r"[，,]在(?P<was>(?:上年|去年|前年|20\d\d年)(?:同期)?的?[\d.,]+(?:%|[㐀-鿿]{1,4}?))(?P<base>的(?:较?[高低])?基[础数]上?)(?=(?:再|又|同比|继续|仅|进一步)*(?:增长|增加|下降|减少|提高|降低|净增))"
)
#: 生产安全事故6起|，起数较上年的9起|减少3起.
_ON_THE_COUNT = re.compile(
    r"[，,](?P<lead>[起件宗户家人个]数|数量)[较比](?P<was>(?:上年|去年)(?:同期)?的\d+[起件宗户家人个])(?=净?(?:减少|增加|下降|多|少))"
)
#: 一般公共预算收入17.92亿元|，由上年的14.36亿元涨上来|，增长24.8%: back at what was told, so in brackets as well.
_UP_FROM = re.compile(
    r"[，,][由从](?P<was>(?:上年|去年|20\d\d年)(?:同期)?的[\d.,]+(?:%|[㐀-鿿]{1,4}?))"
    r"(?P<rose>(?:一路|逐步|稳步|慢慢)?(?:[涨升增提抬爬降跌减落滑]|回升|增长|提高|提升|下降)(?:上来|上去|下来|下去|起来|过来|到(?:这个数|现在的?(?:水平|规模)?|目前的?(?:水平|规模)?)))(?=[，。；])"
)
#: |走势先抑后扬：|一季度增长10.2%, |分季度看，|一季度…: how it went over the year comes next.
_OVER_THE_YEAR = re.compile(
    r"(?<=[。；，])(?:(?:从|按)?分?(?:走势|运行轨迹|运行态势|增速走势)(?:上|来)?看?[^，。；：、\d]{0,8}|(?:分|逐)(?:季度?|时段|阶段)(?:来)?看?)[：:，,]?(?=(?:一季度|上半年|1[—–~～至到-]\d月)[^，。；\d]{0,6}(?:增长|下降|回落|仅)[\d.]+%)"
)


_TELLS_IT = "(?:反馈|公布|发布|核定|核实|核算|审定|下达|出炉|出来|出数|确认|认定|汇总|有数|下来|出)(?:过来|完)?"
#: 单位能耗|数据上级尚未反馈，|预计下降3.4%; 总收入|尚待科技部门核定，|预计532亿元; 研发投入|要到下半年才能出来，|预计11.9亿元: why it is an estimate.
_AWAITED = re.compile(
    r"(?<=[㐀-鿿]{2})(?:的?(?:正式|最终|统计|核算|年报|决算)*(?:数据|数值|数字?|结果|口径)?)(?:(?:统计|上级|有关|相关|主管|[省市县国]级?)*(?:部门|机构|上级|[省市县]里|[省市县]?局))?"
    rf"(?:(?:目前|暂|还|仍)*(?:尚未|还未|仍未|暂未|未|没有?)(?:正式|最终)*{_TELLS_IT}|[尚还仍须需正有要]*(?:待|等待?)[^，。；：\d]{{0,12}}?{_TELLS_IT}"
    rf"|(?:还|仍|须|需)*[要得]?[到等]+[^，。；：]{{1,12}}?[才方](?:能|会|可)?{_TELLS_IT})"
    r"[，,](?:[目眼当][前下]|初步)*(?=(?:预计|预测|估计)[^，。；、\d]{0,10}\d)"
)
#: 亩均税收由|每亩|15.8万元提高到21.3万元: the unit's own half, in front of the number.
_PER = re.compile(
    r"(?<=[㐀-鿿])(?<!平均)每(?:亩|公顷|吨|公斤|平方米|平方公里|立方米|千瓦时|度|人|户|标箱|辆|件|套)"
    r"(?=[\d.,]+[百千万亿]?(?:元|美元|微克|公斤|千克|千瓦时|度|吨标准煤|[吨件套]))"
)
#: 前年 where 去年 is the year under review; not 三年前年 or 前年度.
_TWO_BACK = re.compile(r"(?<![目以之\d一二两三四五])前年(?!度)")


def without_asides(text: str, *, told_later: bool = False) -> str:
    """The text with what tells no figure blanked out, every other character in its place.

    ``told_later`` is a report that calls the year under review 去年: its 前年 is the year before.
    """
    if told_later:
        text = _TWO_BACK.sub("上年", text)
    text = _LEFT_OUT.sub(lambda said: f"{said['verb']} {said['what']} ", text)
    text = _OF_TOLD.sub(lambda said: " " * (len(said[0]) - 2) + "其中" if is_known(said["of"]) else said[0], text)
    text = _ON_THE_BASE.sub(lambda said: f" （{said['was']}）{'，':>{len(said['base']) - 1}}", text)
    text = _UP_FROM.sub(lambda said: f" （{said['was']}）{'':{len(said['rose']) - 1}}", text)
    text = _ON_THE_COUNT.sub(lambda said: f"{'':{len(said['lead']) - 1}}（{said['was']}），", text)
    for aside in (_PER, _OVER_THE_YEAR, _ASKED, _SEEN, _TURNED, _CAUSE, _FASTEST, _TO_WHOM, _GREATEST_IS, _STANDS_OUT, _CAME_ROUND, _AWAITED):
        text = aside.sub(lambda said: " " * len(said[0]), text)
    return text

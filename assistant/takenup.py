"""A few words behind a number, which ask of it in full: 近几年怎么样, 离目标差几个点, 折合多少万元, 第二呢, 占全区多少."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.newly import NEW_OR_GONE
from assistant.question import understand
from assistant.records import Aspect, Operation, Query
from assistant.supposing import IN_UNIT
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.figures.ellipsis import is_thing
from index.numbers import count_of
from index.records import Status

__all__ = ["AGAINST_LAST_YEAR", "OTHER_END", "PLACE_ALONE", "taken_up"]

_GOALS_MISSED = re.compile("(?:目标|任务|指标).*(?:没|未)|(?:没|未).*(?:目标|任务|指标|达标)")
_SHORT_BY = re.compile("(?:那么?)?(?P<what>[㐀-鿿A-Za-z]{2,10}?)(?:还|又)?差了?(?:多少|几个?(?:点|百分点|亿))[?？。]*")
#: 固投多少 → 和上年比呢, 近几年怎么样: of the same indicator.
AGAINST_LAST_YEAR = re.compile(
    "(?:那么?)?[和与跟同比较]+(?:上|去|前)一?年(?:同期|的)?(?:相?比(?:较)?(?:起来)?)?"
    "(?:呢|怎么?样|如何|是?[多升涨]了?(?:还)?是[少降跌]了?|[有又]?什么变化|变化多大|变了多少)*[?？。]*"
)
_REVENUE = re.compile("一般公共预算收入|财政收入")
_OVER_YEARS = re.compile(
    "(?:那么?)?(?P<which>[这近]几年|历年|往年|[这近][两三四五]年)(?:来)?的?(?:走势|趋势|变化|情况|数据|怎么?样|如何|呢|都?(?:是|有)?多少|分别|各)*[?？。]*"
)
_HOW_COME = re.compile("(?:那|这)?(?:又|是)?(?:怎么|咋)回事[呢啊]?[?？。]*")
#: 规上产值多少 → 没达标啥原因: of the goal of what was just told.
_WHY_MISSED = re.compile(
    "(?:那么?|这|它|又)?(?=.*(?:原因|为什么|为何|为啥|怎么|咋))(?:是|(?:主要)?(?:原因|为什么|为何|为啥|怎么|咋)(?:是|会|就)?)?(?:没|未|不)(?:有|能|曾)?(?:完成|达标|达到|实现|够|达成)"
    "(?:年初|年度|全年)?(?:的)?(?:目标|任务|计划|标准)?(?:了|的)?(?:是|有)?(?:什么|啥|哪些|哪几个|为什么|为何|为啥)?(?:原因|缘故)?(?:呢|啊|是什么|在哪)*[?？。]*"
)
#: 2023年几家 → 新增的是哪家: of the kind just counted.
_WHICH_NEW = re.compile(
    "(?:那么?|其中)?(?P<how>新增|新认定|新获评|新入选|新引进|新来|新晋|新上规|多出来?|净增|退库|退出|摘牌)了?的?(?:[这那]?[一两二三几]?[家个户])?(?:都|又|分别)?(?:是|叫)?"
    "(?:哪一?[家个户]|哪[几些两三][家个户]?|谁)(?:企业|公司)?[呢啊?？。]*"
)
_COUNTED = re.compile("(?:企业|公司|小巨人|高企|瞪羚|独角兽|单项冠军|平台|中心|基地|景区|园区)(?:数量?|家数)?$")
_SPENT = re.compile(
    "(?:那么?|又)?(?:一共|总共|都)?(?:花|支|用)(?:出去?|掉|了|出)*(?:有|是)?(?:多少|几)[㐀-鿿]{0,2}[?？。]*|(?:那么?)?支出呢[?？。]*"
)
_FROM_GOAL = re.compile(
    "(?:那么?)?(?:[跟与和比较离距](?:着|起)?)(?:年初|全年|当年|年度|原定)?(?:定)?的?(?:目标|任务|计划)(?:数|值)?(?:来?(?:相?比|说|看))?[，,]?(?:又|还|到底|要)*"
    "(?:相?差|[低高少多超欠])(?:了|出)?(?:多少|几)个?(?:百分)?点[?？。]*"
)
PLACE_ALONE = re.compile(
    r"(?:那么?)?(?:排名?在?|[居列位]名?在?)?(?P<back>倒数)?第(?P<n>[一二三四五六七八九十]|\d)(?:名|位|[高多大快])?的?(?:又|呢|是|哪一?[个家]|谁|[园片][区]?|企业|项目|产业)*[?？。]*"
)
#: 哪个园区, 三大产业: of what the greatest or the least is asked.
_GROUP = re.compile(
    r"(?:哪一?[个条]|各个?|[两三四五六七八九十\d]+[大个条])(?P<kind>(?:主导|支柱|重点|特色|优势|新兴)*)(?P<noun>产业链?|行业|片区|园区|分园|园|组团|板块|镇|街道|区块)"
)
OTHER_END = re.compile("(?:那么?)?(?:(?P<low>最[低少小后慢]|垫底)|最[高多大快])的?(?:又|呢|是|哪一?[个家]|谁|什么|[园片]区?|产业|行业)*[?？。]*")
_QUICKEST = re.compile(
    "(?:那么?)?(?:增[速幅长]|涨[幅得]?|跑得?|长得?|[升降跌]得?|降幅|跌幅)(?:最)(?:(?P<low>慢|低|小|少)|[快高猛大多狠])的?(?:又|呢|是|哪一?[个家]|谁|什么|[园片]区?|产业|行业)*[?？。]*"
)
_ALL_OF_THEM = re.compile(
    r"(?:那么?|这)*(?P<n>[两二三四五六七八九]|\d)(?P<word>[个家大])(?:产业|行业|片区|园区?|板块)?"
    "(?:一?共|总共|合计|全部|都)*(?:加起来|加在?一[起块]|合起来|合计|一共|总共)(?:一?共|总共|是|有|又)*(?:多少[㐀-鿿]{0,2}|呢)[?？。]*"
)
# 云岫园占全区百分之几, after 营业总收入多少 → 松坪园呢: of the same indicator.
_PART_OF_ALL = re.compile(
    "(?:那么?)?(?P<part>[㐀-鿿]{2,8}?)(?:又|则|呢，?)?(?:占了?|在)(?P<all>全[区市省县国]|总[数量额])(?:[里中])?(?:占)?的?"
    "(?:百分之(?:几|多少)|几成|多少|多大(?:比[重例])?|比[重例](?:是)?(?:多少|多大)?)[?？。]*"
)


_STAGE = re.compile("(?:那么?)?(?P<event>开工|动工|投产|竣工|建成|通车|投用|完工|试生产|签约)(?:时间)?呢[?？。]*")
_NET = re.compile("(?:那么?|一共|总的|实际|算下来|这样)*净增[加长]?了?(?:多少|几)?[家户个]?呢?[?？。]*")
_INVESTED = re.compile("的?(?:累计|当年)?完成投资额?$|的?总投资额?$")
_SPENT_BEFORE = re.compile(
    "(?:那么?|它)?(?:以前年度|往年|以前|之前|此前|前几年)(?:一?共|总共|累计|已经?|都)*(?:投|完成|砸)(?:了|入|资)*(?:多少|几)[㐀-鿿]{0,2}[?？。]*"
)
_WHICH_MOVED = re.compile("(?:那么?)?(?P<which>哪(?:一?个|些|几个)(?:在|是)?(?:下降|下滑|负增长|跌|降|掉|增长|上升|涨)了?的?)[?？。]*")
_KIND = re.compile(r"(?:[两三四五六七八九十\d]+大?个?(?:主导|支柱|重点)?)?(?:产业|行业|片区|园区|板块)")
_OF_A_SET = re.compile(r"(?:[一二三四五六七八九十两\d]+[件项条个])?(?:民生)?(?:实事|承诺事项|重点任务)")
_LEFT_OF_IT = re.compile(
    "(?:那么?)?(?:剩下?|余下|还|哪[几一]?[件项]|哪些)?的?(?:没有?|未能?|尚未)(?:办|做|完|兑|落|建|干)[㐀-鿿]{0,2}的?(?:是|有)?(?:哪|什么|啥|几)?[㐀-鿿]{0,4}[?？。]*"
)


_WAYS = "(?:高|低|快|慢|多|少|升|降|涨|跌|提高|下降|提升|回落|上升|扩大|缩小)(?:了|些)?"
_HIGHER = re.compile(f"(?:那么?)?(?:[跟和与同比较])?(?:上|去|前)一?年(?:相?比|来说)?[，,]?(?:是|算)?{_WAYS}(?:还是|或者?){_WAYS}[呢啊?？。]*")
_BY = re.compile("(?:那么?)?(?:高|低|快|慢|升|降|涨|跌|提高|下降|提升|回落|上升)了?(?:多少|几)个?(?:百分)?点?[呢啊?？。]*")


def _of_year_before(whole: str, last: Query) -> Query | None:
    """税收占比多少 → 比上年高还是低 → 低了多少: the share, or the growth, of both years."""
    share = re.search("(?:比重|占比|比例|份额)$", "".join(last.indicators)) is not None
    if not (share or last.aspect in (Aspect.SHARE, Aspect.GROWTH)) or len(last.zones) > 1:
        return None
    if _BY.fullmatch(whole) and last.operation is Operation.TREND and len(last.periods) == 2:
        return last
    if not _HIGHER.fullmatch(whole) or len(last.periods) != 1 or last.operation is not Operation.ONE:
        return None
    said = f"增速{whole}" if last.aspect is Aspect.GROWTH else whole
    return replace(last, text=said, operation=Operation.TREND, periods=(last.periods[0].shifted(-1), last.periods[0]))


def taken_up(whole: str, last: Query, known: Understanding, *, told: bool) -> Query | None:
    """The question in full; None where the words are to be understood otherwise.  ``told``: the last answer told a number."""
    year = last.periods[-1].label if last.periods else ""
    zone = last.zones[-1] if last.zones else ""
    if told and (against := _of_year_before(whole, last)) is not None:
        return against
    if told and last.indicators and (years := _OVER_YEARS.fullmatch(whole)) is not None:
        of = "、".join(last.zones) + years["which"] + "".join((*last.scopes, *last.indicators))
        return replace(understand(f"{of}走势", known), text=whole)
    if told and last.indicators and _HOW_COME.fullmatch(whole) is not None:  # 外资降了多少 → 怎么回事
        return understand(f"{zone}{year}{''.join((*last.scopes, *last.indicators))}是什么原因", known)  # with its year in the text
    plain = last.operation is Operation.ONE and last.aspect in (Aspect.VALUE, Aspect.GROWTH) and last.status is not Status.TARGET
    if told and plain and len(last.indicators) == 1 and _WHY_MISSED.fullmatch(whole) is not None:
        return understand(f"{zone}{year}{''.join((*last.scopes, *last.indicators))}没达标是什么原因", known)
    new = _WHICH_NEW.fullmatch(whole) if told and len(last.indicators) == 1 else None
    if new is not None and _COUNTED.search(noun := NEW_OR_GONE.sub("", last.indicators[0])):
        how = "新增" if new["how"] in ("新来", "多出", "多出来", "净增", "新晋") else new["how"]
        return understand(f"{zone}{year}{how}的{''.join(last.scopes)}{noun}是哪家", known)
    revenue = _REVENUE.search(last.indicators[-1]) if told and zone and last.indicators and _SPENT.fullmatch(whole) else None
    if revenue is not None:  # 一般公共预算收入多少 → 那花出去多少
        return understand(f"{zone}{year}{revenue.group().replace('收入', '支出')}多少", known)
    short = _SHORT_BY.fullmatch(whole) if _GOALS_MISSED.search(last.text) else None
    if short is not None and find_terms(short["what"]):  # 哪些目标没完成 → 外资差多少
        return understand(f"{zone}{year}{short['what']}离目标差多少", known)
    if last.aspect is Aspect.GROWTH and zone and len(last.indicators) == 1 and _FROM_GOAL.fullmatch(whole):
        return understand(f"{zone}{year}{last.indicators[0]}增速{whole}", known)  # 跟年初目标比，差几个百分点
    if last.operation is Operation.ONE and last.aspect is Aspect.VALUE and last.indicators and IN_UNIT.fullmatch(whole):
        return replace(last, text=whole)  # 折合多少万元: the number just told
    ordered = last.operation in (Operation.EXTREME, Operation.RANKING)
    asked = _GROUP.search(last.text) if ordered or last.operation is Operation.PARTS else None
    of = asked[0] if asked is not None else ""
    if ordered and (place := PLACE_ALONE.fullmatch(whole)):  # 产值最高的园区 → 第二呢
        way = -1 if place["back"] else 1
        if zone and last.indicators in (("产业",), ("行业",)):  # 第一大产业是哪个 → 第二呢
            return understand(f"{zone}{year}产值{'倒数' if place['back'] else ''}第{place['n']}的{last.indicators[0]}是哪个", known)
        return replace(last, text=of + whole, operation=Operation.EXTREME, place=count_of(place["n"]), first=0, direction=way)
    other = OTHER_END.fullmatch(whole) if last.aspect is Aspect.VALUE or re.search("[高低快慢]", whole) else None
    if ordered and of and (end := other) is not None:  # 哪个园区产值最高 → 最低的呢: of 园区 still
        return replace(last, text=of + whole, operation=Operation.EXTREME, place=1, first=0, direction=-1 if end["low"] else 1)
    if ordered and of and (pace := _QUICKEST.fullmatch(whole)) is not None:  # 哪个片区产值最大 → 增速最快的又是谁
        low = bool(pace["low"]) != bool(re.match("(?:那么?)?[降跌]", whole))
        return replace(last, text=of + whole, aspect=Aspect.GROWTH, operation=Operation.EXTREME, place=1, first=0, direction=-1 if low else 1)
    if asked is not None and zone and (all_of := _ALL_OF_THEM.fullmatch(whole)):  # 三大产业谁最大 → 三个加起来多少
        noun = asked["kind"] + asked["noun"]
        measure = _noun_of(last.indicators[-1]) if last.indicators else ""
        return understand(f"{zone}{year}{all_of['n']}{all_of['word']}{noun}{measure or '产值'}合计多少", known)
    part = _PART_OF_ALL.fullmatch(whole)
    if part and zone and len(last.indicators) == 1 and part["part"] in known.scopes and (noun := _noun_of(last.indicators[0])):
        return understand(f"{zone}{year}{part['part']}{noun}占{part['all']}的百分之几", known)
    if len(last.indicators) == 1 and NEW_OR_GONE.match(last.indicators[0]) and _NET.fullmatch(whole):  # 退库几家 → 净增呢
        return understand(f"{zone}{year}净增{NEW_OR_GONE.sub('', last.indicators[0])}多少家", known)
    stage = _STAGE.fullmatch(whole)
    thing = last.focus or _INVESTED.sub("", "".join((*last.scopes, *last.indicators[:1])))
    if stage is not None and len(thing) > 3 and (is_thing(thing) or (last.focus and last.operation is Operation.WHEN)):  # X项目当年投了多少 → 投产呢
        return understand(f"{zone}{thing}什么时候{stage['event']}", known)
    phrase = "".join((*last.scopes, *last.indicators))
    cost = _INVESTED.search(phrase) if _SPENT_BEFORE.fullmatch(whole) else None
    if cost is not None and cost.start() > 3:  # 累计投了多少 → 以前投了多少
        return understand(f"{zone}{year}{phrase[: cost.start()]}以前年度投了多少", known)
    moved = _WHICH_MOVED.fullmatch(whole)
    kind = _KIND.search(last.text) if moved and last.operation in (Operation.EXTREME, Operation.RANKING, Operation.PARTS) else None
    if moved is not None and kind is not None:  # 四大产业里哪个增长最快 → 哪个下降
        return understand(f"{zone}{year}{kind.group()}{moved['which']}", known)
    deeds = _OF_A_SET.search(last.text) if zone and _LEFT_OF_IT.fullmatch(whole) else None
    if deeds is not None:  # 民生实事都办完了吗 → 没办成的是哪件
        return understand(f"{zone}{year}{deeds.group()}{whole}", known)
    return None


def _noun_of(phrase: str) -> str:
    """营业总收入 of 松坪园营业总收入; "" where a phrase ends with no known indicator."""
    terms = find_terms(phrase)
    return phrase[terms[-1].start :] if terms and terms[-1].end == len(phrase) else ""

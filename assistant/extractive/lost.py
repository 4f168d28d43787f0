"""How many lost a standing, dropped out or fell through: 87家，被摘牌3家; 38个项目中有6个解约.  How many there are is never an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extractive.drafting import Drafting
from assistant.extractive.undone import own_clause
from assistant.extractive.wording import amount, when
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.records import Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_lost"]

_NOT = "(?:没|未)(?:有|能)?(?:再|重新|继续)*"
_STANDING = "(?:资格|牌子|称号|头衔|名头|帽子|名号|认定|身份)"
_TAKEN = "(?:丢|摘|取消|撤销|失去?|收回|没保住|保不住|褪)"
_ROLL = "(?:花?名[册录单]|台账|统计|入统|门槛|队伍|行列|库)"
_OFF = "(?:[划移剔清抹踢拿勾][掉走出除去]|除名|注销|消失|跌)"
_REVIEW = "(?:复审|复核|年审|重新认定|复评|再认定)"


@dataclass(frozen=True, slots=True)
class _Way:
    """How a question and a report tell of one way in which things leave, and the names of what leaves."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    things: tuple[re.Pattern[str], ...]


_WAYS = (
    _Way(
        re.compile(
            f"摘牌|摘[掉了]|除名|{_STANDING}(?:[^，,。？?]{{0,6}}?){_TAKEN}|{_TAKEN}[了掉去]*的?[^，,。？?多几]{{0,14}}?{_STANDING}"
            f"|{_NOT}(?:通过|过)[^，,。？?多几]{{0,6}}?{_REVIEW}|{_REVIEW}(?:时|中)?[^，,。？?多几]{{0,2}}?(?:没|未|不)(?:有|能)?(?:再)?(?:通?过"
            f"|合格)"
        ),
        re.compile(f"摘牌|摘[掉了]|除名|{_TAKEN}[^，,。；;]{{0,8}}{_STANDING}|{_NOT}(?:通过|过|参加|申报)|{_REVIEW}[^，,。；;]{{0,3}}不合格|移出"),
        tuple(
            re.compile(w)
            for w in ("高新技术企业|高企|国高", "小巨人", "专精特新(?!小巨人)", "瞪羚", "独角兽", "单项冠军", "科技型中小企业", "绿色工厂|工厂")
        ),
    ),
    _Way(
        re.compile(f"退[出库规统]|掉[出队]|出库|跌[出落下]|{_ROLL}[^。？?]{{0,24}}?{_OFF}|{_OFF}了?(?:出)?[^，,。？?多几]{{0,6}}?{_ROLL}"
        f"|不再(?:纳入|算|列入|属于|符合)"),
        re.compile("退[出库规统]|掉[出队]|出库|移出"),
        (re.compile("规(?:模以)?上|规模企业|四上|工业企业"),),
    ),
    _Way(
        re.compile("解约|解除(?:协议|合同)|黄(?:了|掉)|告吹|泡(?:了)?汤|终止|毁约|作废|撤资|打了?水漂|吹了|不算数"),
        re.compile("解约|解除|黄了|告吹|终止|毁约|作废|撤资|流产"),
        (re.compile("签|协议|合同"),),
    ),
)
_OTHERWISE = re.compile("率|比例|比重|占|百分|几成|为什么|为何|原因|哪|谁|名单|目标|计划|净|新增|新认定|分别|各|金额|亿|面积|亩|累计|一共有过")
_OF_THEM = re.compile("[㐀-鿿]{0,6}(?:中|里|当中|之中)[^，,。；;\\d]{0,4}\\d+[个家户项]")
_CLAUSE = re.compile("[^，,。；;：\n]*")
_NOT_NET = re.compile("[（(，,]?(?:不是|不要|别报|别给|不算)?(?:净增数?|存量|总数|现有)[)）]?")


def answer_lost(drafting: Drafting, query: Query) -> bool:
    """Say the one count of what left that is told of the thing asked of; False where none or several are."""
    text = _NOT_NET.sub("", query.text)
    way = next((w for w in _WAYS if w.asked.search(text)), None)
    if way is None or _OTHERWISE.search(text) or not re.search("(?:多少|几)[家个户项宗]?", text) or len(query.zones) > 1 or query.operands:
        return False
    things = [t for t in way.things if t.search(text)]
    if len(things) != 1 or not query.periods:
        return False
    found = _told(drafting.facts, query, way, things[0])
    if len({f.value for f in found}) != 1:
        return False
    one = found[0]
    zone, clause = Facts.short(one.zone), own_clause(drafting.facts, one).strip()  # what names such a number is often its cause
    drafting.say(f"{amount(one)}（{zone}{when(one)}，“{clause}”）。", drafting.cite(one), in_print=True)
    return True


def _told(facts: Facts, query: Query, way: _Way, thing: re.Pattern[str]) -> Sequence[Figure]:
    """Counts in whose own clause it is told, behind a last mention of the thing; of two years, the sentence tells both."""
    years = {str(p.first_year) for p in query.periods} | set(re.findall("20\\d\\d(?=年)", query.text))
    found = []
    for f in facts.figures(query.zones):
        if f.kind is not FigureKind.VALUE or f.status is not Status.DONE or f.value is None or dimension(f.unit) != "个" or f.in_table:
            continue
        if not way.told.search(own_clause(facts, f)):
            continue
        if _OF_THEM.match(facts.report(f.report_id).text, f.end):
            continue  # 签约的38个项目中有6个: of those, not those
        own = str(f.period.last_year) if f.period is not None else ""
        if own not in years or (len(years) > 1 and not all(y == own or y in facts.sentence(f) for y in years)):
            continue
        text = facts.report(f.report_id).text
        behind = _CLAUSE.match(text, f.end)
        said = text[f.sentence_start : behind.end() if behind is not None else f.end]
        last = max((m.end() for t in way.things for m in t.finditer(said)), default=-1)
        if any(m.end() == last for m in thing.finditer(said)):
            found.append(f)
    return found

"""Which figures can be meant at all: of the asked aspect, told of no other thing, in the asked scope."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant import cues
from assistant.extractive.nearness import is_one_of, of_no_such_firm, of_no_such_project, says_otherwise
from assistant.extractive.slot import Slot
from assistant.extractive.undone import of_another_state, own_clause
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import fold
from assistant.records import Aspect
from assistant.terms import find_terms, relation
from index.glossary import normalise
from index.records import Figure, FigureKind, Status

__all__ = ["PLACE", "in_scope", "no_amount", "of_another", "of_another_place", "of_kind", "of_several", "of_that_ranking", "rate_of_another"]

KINDS = {
    Aspect.SHARE: (FigureKind.SHARE,),
    Aspect.COMPLETION: (FigureKind.COMPLETION,),
    Aspect.RANK: (FigureKind.RANK,),
    Aspect.RANK_CHANGE: (FigureKind.RANK_CHANGE,),
}


def of_kind(facts: Facts, figure: Figure, slot: Slot) -> bool:
    """Whether a figure can have the asked aspect at all, and stands where it is asked for."""
    if not _of_aspect(figure, slot) or (slot.prose and figure.in_table):
        return False
    if slot.spent and _COSTS.search(figure.indicator):
        return False
    if says_otherwise(slot.phrase, figure, lambda: facts.report(figure.report_id).text[figure.start : figure.sentence_end]):
        return False
    if of_another_state(facts, figure, slot.phrase) or is_one_of(slot.phrase, figure, lambda: facts.sentence(figure)):
        return False
    if of_no_such_project(slot.phrase, figure, lambda: facts.sentence(figure) + "".join(figure.path)):
        return False
    if of_no_such_firm(slot.phrase, figure, lambda: facts.sentence(figure) + "".join(figure.path)):
        return False
    if _of_an_earlier_stage(slot.phrase, figure, lambda: facts.sentence(figure)[: figure.end - figure.sentence_start]):
        return False
    if any(w.lower() not in (figure.scope + figure.indicator).lower() for w in _LETTERS.findall(slot.phrase) if not find_terms(w)):
        return False  # 对RCEP出口 is not all of the 出口
    if figure.scope == "涉及" and "涉及" not in slot.phrase:
        return False  # 清退3个项目，涉及协议投资9.2亿元: of those alone
    if _NTH_ALONE.fullmatch(slot.phrase) or not _for_each_so(slot.phrase, figure) or _measured_otherwise(slot.phrase, figure):
        return False
    rate = slot.aspect is Aspect.VALUE and _RATE_ASKED.search(slot.phrase) is not None
    return not rate or dimension(figure.unit) in ("", "%")  # 签约项目开工率 is no count of 签约项目


def _of_aspect(figure: Figure, slot: Slot) -> bool:
    """Whether a figure can have the asked aspect at all."""
    if slot.aspect in KINDS:
        return figure.kind in KINDS[slot.aspect]
    if slot.aspect is Aspect.GROWTH:
        return figure.kind not in (FigureKind.SHARE, FigureKind.COMPLETION, FigureKind.RANK, FigureKind.VERDICT)
    if slot.status is Status.TARGET:
        return figure.kind is not FigureKind.VERDICT
    if figure.kind is FigureKind.GAP:
        return bool(re.search("[高低]于|[高低]出|差距|比.*[高低]", slot.phrase))
    if figure.kind is FigureKind.RANK:
        return bool(re.search("名|位|排|第|考评|考核|评价|评估", slot.phrase))
    return figure.kind in (FigureKind.VALUE, FigureKind.GROWTH)


_LETTERS = re.compile("[A-Za-z]{3,}")
_RATE_ASKED = re.compile("(?<![汇频功效])率$")
_STAGE = re.compile("项目.{0,4}?(?P<stage>开工|动工|投产|竣工|建成|落地|交付|达产|投用|履约)(?:的|了)*(?:数|个数|数量)?$")
_SIGNED = re.compile("签约|签订|引进|洽谈|储备|招引")
_STAGES = {"动工": "开工|动工", "开工": "开工|动工", "竣工": "竣工|建成|完工", "建成": "竣工|建成|完工", "投用": "投用|投产", "投产": "投用|投产"}


_STAGE_FIRST = re.compile("(?P<stage>开工|动工|投产|竣工|建成|落地|达产|投用|履约)了?的?[\\d一二三五十百]*亿元以上的?项目(?:数|个数|数量)?")


def _of_an_earlier_stage(phrase: str, figure: Figure, told: Callable[[], str]) -> bool:
    """签约亿元以上项目当年开工几个 is not how many were signed."""
    asked, name = _STAGE.search(phrase), figure.scope + figure.indicator
    first = _STAGE_FIRST.fullmatch(phrase)
    if first is not None and figure.unit in ("个", "项", "家") and not re.search(_STAGES.get(first["stage"], first["stage"]), name + told()):
        return True  # 落地亿元以上项目, where 亿元以上项目24个 were signed
    if asked is None or figure.unit not in ("个", "项", "家") or not _SIGNED.search(name + told()):
        return False
    return re.search(_STAGES.get(asked["stage"], asked["stage"]), name) is None


_NTH_ALONE = re.compile(r"第(?:[一二三四五六七八九十]+|\d+)[条个项点件]")  # 第二条是什么, where nothing was listed: no 第二产业
_MEASURES = re.compile("产量|产值|销量|销售额")


def _measured_otherwise(phrase: str, figure: Figure) -> bool:
    """白酒产量 is no 白酒产值."""
    asked, told = (set(_MEASURES.findall(t)) for t in (phrase, figure.scope + figure.indicator))
    return bool(asked and told) and not asked & told


_FOR_EACH = re.compile("(?:平均一?|每一?)(?:亩|户|人(?!次)|家|股)|(?P<whose>[人户亩])均|一股")


def _for_each_so(phrase: str, figure: Figure) -> bool:
    """平均一亩地能收上来多少税 is not all of the 税收, and 户均增收 not 亩均增收."""
    each = _FOR_EACH.search(phrase)
    if each is None:
        return True
    whose = each["whose"]
    same = f"{whose}均|(?:每|平均)[一1]?{whose}|/{whose}" if whose else "均|每"
    return re.search(same, figure.scope + figure.indicator + figure.unit) is not None


_COSTS = re.compile("总投资额?$|总造价$|总规模$|概算")


def _stem(scope: str) -> str:
    """东渚 of 东渚片区: a list often names the kind once for all (东渚、柳塍、石堰三个片区)."""
    stem = re.sub("(?:片区|园区|产业园|园|区块|街道|新城|组团|镇)$", "", scope)
    return stem if len(stem) >= 2 else scope


def in_scope(facts: Facts, figure: Figure, scopes: tuple[str, ...]) -> bool:
    if not scopes:
        ranked = figure.kind is FigureKind.RANK  # 全省 says among whom: 综合考核进入全省前15位
        return ranked or not any(wide in figure.scope for wide in ("全市", "全省", "全国", "全县", "全村", "全社区"))
    if not figure.zone:  # a report of no zone is of the whole: 全国 in a national report
        scopes = tuple(s for s in scopes if not s.startswith("全"))
    named = _TAKEN_OFF.sub("", figure.scope + figure.indicator)  # 剔除代管的镇后 is of all but that town
    told = f"{facts.sentence(figure)[: figure.start - figure.sentence_start]}{own_clause(facts, figure)}"

    def of_phase(scope: str) -> bool:  # …，建筑面积8.6万平方米，二期正在报批: not of the second
        return scope.endswith("期") and scope in told and not any(p in named for p in _PHASES if p != scope)

    return all(s in named or _whole_place(s, figure.scope) or _stem(s) in named or of_phase(s) for s in scopes)


def of_another_place(facts: Facts, figure: Figure, scopes: tuple[str, ...]) -> bool:
    """Whether a figure is of a place by name, and of none that is asked for: a row tells of several, a cell of one."""
    asked, own = [s for s in scopes if PLACE.search(s)], figure.scope + figure.indicator
    return bool(asked) and any(place in own and not any(place in s or s in place for s in asked) for place in facts.scopes)


PLACE = re.compile("(?:园区?|片区|组团|区块|镇|街道|港区|作业区)$")
_PHASES = ("一期", "二期", "三期", "四期")
_TAKEN_OFF = re.compile("(?:剔除|扣除|不含|除去|刨除|不包括)[^，。；]*?(?:[之以]?后|外|$)")


def _whole_place(asked: str, scope: str) -> bool:
    """全市 is 汀海市 where a report calls its city by name."""
    return asked.startswith("全") and len(asked) == 2 and re.fullmatch(f"[㐀-鿿]{{2,4}}{asked[1]}", scope) is not None


# 全市税收增长的贡献率 is not the 税收 of 全市: what ends so answers only who asks for it.
_RATE = re.compile("(?:率|比重|占比|比例|贡献度?|强度|密度|指数|系数|增速|增幅|降幅|浓度|均价)$")
_WHICH_RATE = re.compile("([㐀-鿿]{2})率$")


def of_another(figure: Figure, phrase: str) -> bool:
    """Whether a figure is of another measure by one word of its name: another rate, or firms of a size where all are asked."""
    return _another_rate(figure, phrase) or _of_some(figure, phrase)


def _another_rate(figure: Figure, phrase: str) -> bool:
    """办结率 is no 网办率, 就业率 no 失业率: the name of a rate says what it is a rate of, or stands for it."""
    asked, own = _WHICH_RATE.search(phrase), _WHICH_RATE.search(figure.indicator)
    if asked is None or own is None or asked[1] in figure.scope + figure.indicator:
        return False
    alike = any({asked[1], own[1]} <= {*group} for group in (*cues.SYNONYMS, *cues.INTERCHANGEABLE))
    return not alike and not any(relation(a, b) for a in find_terms(phrase) for b in find_terms(figure.indicator))


_OF_A_SIZE = re.compile("规上|规模以上|限上|限额以上")


def _of_some(figure: Figure, phrase: str) -> bool:
    """规上工业企业研发费用 is not 全社会研发经费支出, nor the other way round."""
    name = figure.scope + figure.indicator
    if "全社会" in name and "全社会" not in phrase:
        return "企业" in phrase or _OF_A_SIZE.search(phrase) is not None
    return "全社会" in phrase and _OF_A_SIZE.search(name) is not None


_TOGETHER = re.compile("(?:[^、和与]{2,12}[、和与])+[^、]{2,12}?(?P<many>[两三四五六七八九](?:大|个|条|类|家))")


def of_several(figure: Figure, phrase: str) -> bool:
    """纺织、装备、食品三大产业's 产值 is that of none of them."""
    together = _TOGETHER.match(figure.scope)
    return together is not None and together["many"] not in phrase and not re.search("[、和与]|合计|一共|加起来", phrase)


_RANKING = re.compile("(?:的|综合|发展水平|年度|考核|考评|评价|评估|评比|测评|排名|排位|位次|名次|排行榜?|榜单|结果|当?中|里|上|在|我区|全区)+")


def of_that_ranking(figure: Figure, phrase: str) -> bool:
    """商务部考评 is 商务部国家级经开区综合发展水平考核评价: who ranks is said, the noun is one of several."""
    who = _RANKING.sub("", fold(phrase))
    return len(who) >= 2 and who != fold(phrase) and who in fold(figure.scope + figure.indicator)


def no_amount(figure: Figure, slot: Slot) -> bool:
    """Asked in 亿元, or of a whole city, printed as a growth alone."""
    wider = any(len(s) == 2 and s[0] == "全" for s in slot.scopes)
    return slot.aspect is Aspect.VALUE and figure.value is None and (wider or dimension(slot.unit) not in ("", "%"))


def rate_of_another(figure: Figure, slot: Slot) -> bool:
    """A rate (税收增长的贡献率), where its indicator alone is asked for."""
    ends = _RATE.search(figure.indicator)
    terms = find_terms(slot.phrase)
    whole = bool(terms) and terms[-1].end == len(slot.phrase)
    by_name = figure.name == normalise(slot.phrase)  # PM2.5 is PM2.5平均浓度
    return bool(ends and whole and not by_name and slot.unit != "%" and _RATE.search(slot.phrase) is None)

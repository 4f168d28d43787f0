"""What is to be worked out, told in whatever order and words: 拿2024年实绩作底数，2025年想达标得涨几个点, 一般公共预算收入里头税拿走还余多少.

A question is taken apart into a zone, years, known indicators, and words of a few classes (a goal, what was done, a base, a gap, growth, an
amount, a share).  Only where nothing else is left of it, so that no part, firm or kind is narrowed by, and the classes make out one
reckoning, it is put again in the plain words that the reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.periods import PeriodMention, find_periods
from assistant.terms import Term, find_terms
from assistant.understanding import Understanding
from index.glossary import normalise

__all__ = ["STATE", "CLASSES", "in_all", "reckoned"]

_ZONE, _TIME, _TERM = "\ue000", "\ue001", "\ue002"
_LONGEST = 90  # characters: more is a story
_MANY = "(?:多少|几)"
_DEALT_WITH = "消化|处置|整改|销号|盘活|清偿|偿还|办结|化解|开工|动工|落地|投产|交付|分配|改造|清退"
_MONEY = "(?:个?[百千]?[万亿]{1,2})?(?:[美欧日]?元|块钱?|[家户个项处件套亩宗])?"
#: The classes, in the order in which they are tried at each place.
CLASSES = {
    "share": "[（(]?(?:用|按|要|算)?百分[比数](?:表示|来?算)?[)）]?",
    "pace": "多(?:大|少)的?(?:增[幅速]|涨幅|幅度|增长(?:幅度|率)?)"
    "|(?:增[幅速]|涨幅|幅度|增长(?:幅度|率))(?:应该?|会|将|要|得|需要?|该)?(?:是|为|有)?(?:多[大少高]|几何)",
    "rate": f"百分之(?:{_MANY}|多大)|{_MANY}个?(?:百分)?点|{_MANY}个?百分比|几成|(?:多[大少高])的?(?:比[例重值]|份额)"
    "|(?<!增长)(?<!完成)(?:比[例重值]|份额)"
    "(?:(?!目标|预[期计]|任务|计划)[^，,。；;？?]){0,4}?(?:是|为|有)?(?:多少|多[大高]|几何)",
    "part": "占比?(?![地用])(?:了|到|去)?|出自|来自|源自",
    "over_it": "除以|相除|÷|[/／]|之比|比值(?!是|为|有|多)",
    "unrevised": "(?:不(?:用|认|看|按)|没有?|未经?)(?:核定|修订|调整|订正)过?的?|(?:核定|修订|调整|核减|核增|订正)(?:过|完)?(?:之|以)?前的?"
    "|(?:原来|原先|最初|当初|起初)(?:公布|上报|报)的?",
    "revised": "(?:核定|修订|调整|核减|核增|订正)(?:过|完)?(?:之|以)?后?的?",
    "amount": f"几何|{_MANY}{_MONEY}|多大",
    "over": "超额|超出|超过|超|多出|高出|(?:高不高|多不多|大不大)|[多高](?!大|少)",
    "gap": "缺口|差[额距值]|相差|还?差|欠|短缺?|缺|[少低](?!于)|不足|之差",
    "off": "减[去掉]?|扣[除掉去]?|刨[除掉去开]?|剔[除掉去]?|除[去掉开]|去掉|撇开|抛开|除(?=\ue002)|(?<=\ue002)外|拿[走掉]|抹掉|不(?:算|含|包括"
    "|属于|是)|[之以]外|[−－-]",
    "left": "剩[下余]?|余[下额]?|结余|其余|余|还有(?!效)|[还仍](?:[压堆趴留存]|积压)着?(?!的)",
    "undone": f"(?:还|仍|尚)?(?:没|未)(?:有|能|再)?(?:彻底|全部|及时|按期)?(?:{_DEALT_WITH})(?:到位|完毕|完|好|掉|干净)?",
    "dealt": _DEALT_WITH,
    "all": "[拢归合加并凑捆][到在成]?一(?:起|块儿?|处|道)?[数算]?|一[并同起](?:数|算|加)|相加|累加|之和|总和|总数|合计|共计|总计|一?共有?"
    "|[总统拢]共有?|加起来|加在?一(?:起|块)|全部|数一数|数下来|总[家户个]?数",
    "missed": "(?:没|未)(?:有|能)?(?:够?(?:完成|达到|达标|实现|做到|做够|收够|干到|够[着到]?)|够)",
    "set_at": "(?:怎么|如何|咋|怎样)(?:定|设|安排|摆|提)(?:下来?|出来?)?的?"
    "|(?:定|设|压|摆|立|提)(?:下|出)?的?(?:[在到成是]了?)?(?:一?个)?(?:什么|啥|哪个|怎样的?)(?:样的?)?"
    "(?:数[值额上]?|水平|线|位置|目标|任务)(?:以上)?",
    "goal": "(?:财政|经济|外贸|招商|年度|全年)?(?:目标[数值额]?|任务[数额]?|计划[数额]?|盘子)|预期|指标[数值]?"
    "|年初(?:[定喊许说报设提](?:[了下出])?的?)(?:那[个条])?[数线]",
    "foreseen": "预计|预估|预测|估计|估摸着?|估[过的]|初步(?:估算|核算|测算|统计|匡算)|心里有(?:个|本)?[数底账]",
    "not_final": "(?:正式|最终|终|核定|决算|准)的?(?:数据?|值)?(?:还|尚|暂)?(?:没|未)(?:有|出来?|定|公布|下来)*",
    "set": "定[下的了在]?|设定|制定|下达|提(?![高升])出?|安排",
    "aim": "打算|力争|争取|奔(?:着|向|到)?|冲(?:刺|着|到|上)?|瞄[准着]|盼着?|承诺|许下?|立[下的了]",
    "done": "实际(?:完成|实现|到位)?[数值额量]?|实绩|(?:完成|实现|到位)[数值额量]|已完成",
    "base": "基数|底数|底子|基础上?|基准|起点",
    "level": "绝对[数额量值]|折[合成算]*|换算成?|对应",
    "growth": "增长率?|增[速幅]|涨幅|上涨|增加|涨|增|提高|提升|上升|幅度|比例",
    "if": "如果|要是|若是?|假如|假设|假定|倘若?|一旦|如愿|刚好|恰好|正好|顺利|真(?:的|能)?|如数|兑现|达标|达成",
    "by": "按照?|照着?|依照?",
    "fill": "排?查[出到]来?|查摆|发现|拖到?|迟迟|一直|那些|各类"
    "|[一那]批|手[里上]|[堆存压趴摆留结][存着下]*的|积压|开年|套上|自[己家定]|年内|市里|省里|上[级头面]|够[上着]|(?:还|仍)?有效|持有|拥有|手握"
    "|挂着|名下|在列|纳入|统计"
    "|[这那]块|牌子|称号|资格|算[成作]|核出来?|怎么算|结果"
    "|在[库册]|现有|存量|所有|范围|(?:高新|经开|开发)区|高新技术产业开发区|经济(?:技术)?开发区"
    "|全区|区里|全年|年度|当年|年初|年底|年末|那年|这一年|一年|总量|总额|规模"
    "|实现|达到|完成|做到|干到|收到|到位|做|干|收|投"
    "|能够?|可以?|会|想要?|要|得|须|必须|需要?|应该?|该|才|至少|起码|隐含|意味着|相当于|等于|乘[上以]?|加上?|合"
    "|伊始|开年|过半|年中|的?时候|[用引拿落]进来|做成|计?划?实到|实际|使用|[这那]?[一]?项|心里|对|给|自己"
    "|写[了明的]?|喊的?|许的?|说的?|报的?|原[定来]?|既定|只|就|还|也|再|又|却|则|便|倒|并|而|且|不知"
    "|的|了|是|有|为|在|把|将|与|和|跟|同|比|相比|相较|较|相对|对|中|里头?|里面|当中|之中|之间|间|从|以|拿|用|作|当|被|给|由|距?离|到|成|来|去|下来?|上|出来?|掉|走"
    "|[数金总]?[值额]|数"
    "|部分|那块|这块|一块|那部分|这部分|口径|收入?|钱|资金|[亿万]?美?元"
    "|一下|请|帮忙?|我们?|你|您|咱们?|替|麻烦|谢谢|劳驾|推算|测算|计算|核算|估算|算出?|算一?算|得出|求|减一减"
    "|大[约概]|约|大致|到底|究竟|具体|呢|吗|呀|啊|吧|嘛|话|以?后|之后|以前|之前|直接|报告|汇报|总结|材料|公报|通报|述职|里头?有写|说法|没写|未写|此|照此|这样|那|这|年|个",
}
_TOKENS = re.compile("|".join(f"(?P<{name}>{words})" for name, words in CLASSES.items()))
_PUNCTUATION = re.compile(r"[\s，,。.？?；;：:！!、（）()“”\"'‘’=＝—]+")
_CLAUSE = re.compile("[，,。？?；;：:！!（）()]|——|—")
_ALL_AND_HALF = re.compile("(?:全年|整年|一年|年度|当年)[^？?]{0,16}(?:上半年|头半年|前(?:六|6)个月)|(?:上半年|头半年|前(?:六"
    "|6)个月)[^？?]{0,16}(?:全年|整年|一年|年度)")
_KEPT_ON = re.compile("纳入(规(?:模以)?上)(?:企业)?(?:统计|名录|库|范围)+的")  # 纳入规上统计的工业企业
_ENOUGH = re.compile("够上?(?=年度|全年|年初|目标)")  # 才够上年度目标: not of the year before
_SECOND_HALF = re.compile("(?:后|下)(?:半截|半段|半程|半场|半部分)|(?:后|剩下的?|余下的?)(?:六|6|半)个?(?:月|年)|下半(?:年|截)"
    "|7(?:月)?[—~至到-]+12月|七(?:月)?[至到]十二月")
_FIRST_HALF = re.compile("上半年|头半年|前(?:六|6)个月")
_OTHER_PART = re.compile("哪|谁|为什么|原因|平均|每|占|目标|计划|任务|预计|比(?!例)|季度|增[速幅长]|百分|率(?!先)|还[得要需]|才能")
_RISE = re.compile(
    f"(?:(?:增长?|增加|上?涨|多|提高)[了出成]?{_MANY}个?[百千]?[万亿家户个项亩]"
    f"|[比较][^，,。？?]{{2,14}}(?:增长|增加|提高|上涨)了?{_MANY}[？?。]*$)"
)  # 要增加几个亿, 目标比2021年增长多少: by how much, no level
_TAX, _WHOLE, _NOT_TAX = "税收收入", "一般公共预算收入", "非税收入"
#: Said of a part or a half of the year, of an order or of several: no such reckoning.
_OTHERWISE = re.compile(
    "哪|谁|为什么|原因|平均|每|各|分别|倍"
    "|排|第[几一二三]|是否|有没有|[^是]不是|净增|同期|累计|上半年|下半年|季度|[一二三四五六七八九十\\d]月"
)


_ITS_GOALS = re.compile("(?:财政|经济|招商|外贸|工业)(?:上|方面)?的?(?=盘子|任务|账本)")  # beside an indicator, of which they are goals
_FUNDS = re.compile("实际(?:使用|到账|到位|引进)的?外资|外资(?:要|得|须|真正|实际|真金白银|[这那]一?[项块])*(?:用进来|进来|实到|到账|到位|落袋|进账)")
_AT_FIRST = re.compile("((?:20)?\\d\\d年)(?:年?初|开年|年头)")  # what there was at first is told of that year


_REPORT = re.compile("年?的?(?:工作|年度)?(?:报告|汇报|总结|材料|公报|通报|述职)")  # what a year's report says of the next


@dataclass(frozen=True, slots=True)
class _Bones:
    """What a question is made of."""

    zone: str
    years: tuple[int, ...]  # in their order
    before: bool  # 上年, beside a year that is named
    terms: tuple[str, ...]  # as they are said, one for each that is meant
    said: dict[str, int]  # classes → how often
    order: str  # i of an indicator, p of a part, d of a division, in the order in which they are said
    ends: bool = False  # 年底, 截至: a state rather than what the year brought
    verb: str = ""  # 消化, 整改: what was done with things, or wasn't

    def has(self, *classes: str) -> bool:
        return any(self.said.get(c) for c in classes)


def reckoned(text: str, known: Understanding) -> str:
    """The question in plain words; itself where it makes out no such reckoning."""
    asked, text = text, _ENOUGH.sub("达到", text)
    if len(text) <= _LONGEST and (half := _second_half(text, known)):
        return half
    if len(text) > _LONGEST or _OTHERWISE.search(text):
        return asked
    bones = _bones(_AT_FIRST.sub(r"\1", _FUNDS.sub("实际利用外资", _ITS_GOALS.sub("", text))), known)
    if bones is None:
        return asked
    if bones.has("part", "over_it"):
        return _share(bones) or asked
    if bones.has("unrevised", "revised"):
        return _unrevised(bones) or asked
    of_one = _without_taxes(bones) or _towards_a_goal(bones, text) or _between_years(bones) or _undone(bones) or _aimed(bones, text)
    return of_one or _dealt_with(bones, text) or _years_added(bones, text) or asked


def in_all(text: str, known: Understanding) -> str:
    """年末规上工业企业共计多少家: how many there are, in the words for it; itself where a question asks anything else."""
    asked, text = text, _KEPT_ON.sub(r"\1", text)
    bones = None if len(text) > _LONGEST or _OTHERWISE.search(text) else _bones(_AT_FIRST.sub(r"\1", text), known)
    return (_in_all(bones, text) if bones is not None else "") or asked


def _bones(text: str, known: Understanding) -> _Bones | None:
    zones, times, terms = known.zones.find(text), find_periods(text), _terms(text)
    if len({z for m in zones for z in m.zones}) > 1 or not terms:
        return None
    years = _years([m for m in times if not _REPORT.match(text, m.end)] or times)
    if years is None:
        return None
    masked = list(text)
    for mark, spans in ((_ZONE, zones), (_TIME, times), (_TERM, terms)):
        for span in spans:
            masked[span.start : span.end] = mark + "\ue003" * (span.end - span.start - 1)
    said: dict[str, int] = {}
    marks = re.finditer(f"(?P<i>{_TERM})|(?P<p>占(?![地用])|[出来源]自)|(?P<d>{CLASSES['over_it']})", "".join(masked))
    order = "".join(m.lastgroup or "" for m in marks)
    for clause in _CLAUSE.split("".join(masked).replace("\ue003", "")):
        own, rest = _taken_apart(clause)
        if not own and not re.search(f"[{_ZONE}{_TIME}{_TERM}]", clause):
            continue  # 我们懂一点财政的会员讲: says nothing of it
        if rest:
            return None
        for name in own:
            said[name] = said.get(name, 0) + 1
    verbs = re.findall(_DEALT_WITH, "".join(masked))
    meant = tuple({normalise(t.said): t.said for t in terms}.values())
    meant = tuple(t for t in meant if not any(o != t and o.endswith(t) for o in meant)) or meant  # 2018年的产值, 2019年规上工业产值
    zone = text[zones[0].start : zones[0].end] if zones else ""
    verb = verbs[-1] if len(set(verbs)) == 1 else ""
    return _Bones(zone, tuple(sorted(years)), any(m.relative == -1 for m in times), meant, said, order, any(m.point for m in times), verb)


def _terms(text: str) -> list[Term]:
    """Known indicators, and 税 and 非税 that stand for theirs beside the revenue."""
    terms = list(find_terms(text))
    if any(normalise(t.said) == _WHOLE for t in terms):
        for m in re.finditer("非税(?:收入)?|税收?(?:收入)?", text):
            if not any(t.start < m.end() and m.start() < t.end for t in terms):
                terms.append(Term(m.start(), m.end(), (m.group(),), _NOT_TAX if m.group()[0] == "非" else _TAX))
    return terms


def _years(times: Sequence[PeriodMention]) -> set[int] | None:
    """The years that are named; None where a part of one is."""
    named = [p for m in times for p in m.periods]
    if not named or not all(p.is_year for p in named) or any(m.relative not in (None, 0, -1) or m.onward for m in times):
        return None
    return {p.first_year for p in named}


def _taken_apart(clause: str) -> tuple[list[str], str]:
    """The classes of the words of a clause, and what belongs to none of them."""
    said: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match.lastgroup != "fill":
            said.append(match.lastgroup or "")
        return ""

    rest = _TOKENS.sub(take, clause)
    return said, re.sub(f"[{_ZONE}{_TIME}{_TERM}]", "", _PUNCTUATION.sub("", rest))


def _without_taxes(bones: _Bones) -> str:
    """一般公共预算收入减税收: 非税收入."""
    meant = {normalise(t) for t in bones.terms}
    taken = _NOT_TAX in meant or bones.has("off")
    if _WHOLE not in meant or not meant <= {_WHOLE, _TAX, _NOT_TAX} or len(meant) < 2 or not taken:
        return ""
    if len(bones.years) != 1 or bones.before or bones.has("rate", "pace", "share", "goal", "growth", "missed"):
        return ""
    return f"{bones.zone}{bones.years[0]}年非税收入是多少？"


def _towards_a_goal(bones: _Bones, text: str) -> str:
    """How far from a goal it came, what has to be grown to reach one, and what a goal of growth comes to."""
    aimed = bones.has("goal") or ((len(bones.years) == 2 or bones.before) and bones.has("if", "set"))
    if len(bones.terms) != 1 or len(bones.years) > 2 or not aimed:
        return ""
    year, of = bones.years[-1], f"{bones.zone}{bones.years[-1]}年{bones.verb}{bones.terms[0]}"
    two = len(bones.years) == 2
    if two and bones.years[0] != year - 1:
        return ""
    based, paces = two or bones.before or bones.has("base"), bones.has("pace", "rate") or bones.has("share")
    if paces and bones.said.get("rate", 0) + bones.said.get("pace", 0) < 2 and not bones.has("gap", "missed", "off"):
        if bones.has("amount") != bones.has("share"):  # 增长多少（百分比）
            return ""
        grows = bones.has("growth", "over", "pace") and (based or bones.has("if"))
        return f"{of}目标比{year - 1}年实际增长百分之几？" if grows else ""
    if paces or bones.said.get("amount", 0) == 0:
        return ""
    apart = bones.has("gap", "over", "off", "missed")
    if not apart and bones.said["amount"] == 1 and bones.has("growth", "level") and (based or bones.has("if", "level", "by")):
        return f"{of}目标折成绝对额是多少？" if not _RISE.search(text) else ""
    if apart and len(bones.years) == 1 and not bones.before and not bones.has("growth"):
        return f"{of}离目标差多少？"
    return ""


_HOW_FAR = re.compile("(?:目标|任务|计划|指标)(?:一共|总共|到底|究竟|实际)*(?:完成|实现|达成|兑现|做)[了到成]?(?:多少|几)")  # what came of it


def _aimed(bones: _Bones, text: str) -> str:
    """What was aimed at, alone or with how far it was met, and what is foreseen of a number that isn't final."""
    if len(bones.terms) != 1 or len(bones.years) != 1 or bones.before or not bones.zone:
        return ""
    of, asked = f"{bones.zone}{bones.years[0]}年{bones.terms[0]}", bones.has("amount", "set_at")
    if not asked or bones.has("pace", "over", "gap", "off", "left", "undone", "dealt", "all", "missed", "base", "level", "growth", "if", "by"):
        return ""
    if bones.has("foreseen") and not bones.has("goal", "rate", "share", "done"):
        return f"{of}预计是多少？"
    if bones.has("foreseen", "not_final") or not bones.has("goal", "aim", "set", "set_at"):
        return ""
    if bones.has("goal", "set") and bones.said.get("rate") == 1 and not bones.has("share"):
        return f"{of}目标是多少？完成率是多少？"
    money = _IN_MONEY.search(text)  # 目标多少亿: an amount, where a growth alone may be aimed at
    return "" if bones.has("rate", "share", "done") or _HOW_FAR.search(text) else f"{of}目标是多少{money['unit'] if money else ''}？"


_IN_MONEY = re.compile("(?:多少|几)个?(?P<unit>[百千]?[万亿](?:美?元)?)(?![㐀-鿿]{2})")


def _between_years(bones: _Bones) -> str:
    """2017年减2016年等于多少: what one year has more than another."""
    two = len(bones.years) == 2 and len(bones.terms) == 1 and not bones.before
    other = bones.has("goal", "rate", "pace", "share", "growth", "missed", "if", "left")
    if not two or other or not bones.has("off") or bones.said.get("amount") != 1:
        return ""
    return f"{bones.zone}{bones.years[1]}年{bones.terms[0]}比{bones.years[0]}年多多少？"


def _undone(bones: _Bones) -> str:
    """年初批而未供土地，消化之后还余多少亩: with what of it nothing was done."""
    other = bones.has("goal", "rate", "pace", "share", "growth", "missed", "if", "over", "gap", "base", "level")
    left = bones.has("undone") or (bones.has("dealt") and bones.has("left", "off"))
    if other or not left or not bones.verb or len(bones.terms) != 1 or len(bones.years) != 1 or bones.before:
        return ""
    return f"{bones.zone}{bones.years[0]}年{bones.terms[0]}没{bones.verb}的还有多少？" if bones.said.get("amount") == 1 else ""


def _in_all(bones: _Bones, text: str) -> str:
    """年末规上工业企业共计多少家: how many there are; nothing is added up where nothing but the whole is named."""
    alone = set(bones.said) == {"all", "amount"} and bones.said["amount"] == 1
    counted = re.search(f"{_MANY}个?(?P<unit>[家户])", text)
    if not alone or counted is None or len(bones.terms) != 1 or len(bones.years) != 1 or bones.before:
        return ""
    return f"{bones.zone}{bones.years[0]}年{'底' if bones.ends else ''}{bones.terms[0]}现有多少{counted['unit']}？"


def _second_half(text: str, known: Understanding) -> str:
    """全年减上半年, 后六个月: what the second half of a year brought."""
    taken = _ALL_AND_HALF.search(text) and re.search("减|扣|刨|除[去掉开]|去掉|之差|差[额值]", text)
    late = _SECOND_HALF.search(text)
    if not (taken or late) or _OTHER_PART.search(text):
        return ""
    if late and (_FIRST_HALF.search(text) is not None) != bool(taken):
        return ""  # 上半年和下半年各多少
    bare = _FIRST_HALF.sub("", _SECOND_HALF.sub("", text))
    bones = _bones(re.sub("两个?数?(?:一减|相减)|已知|[和与跟]?(?:全年|整年)", "", bare), known)
    if bones is None or len(bones.terms) != 1 or len(bones.years) != 1 or bones.before or bones.said.get("amount") != 1:
        return ""
    return f"{bones.zone}{bones.years[0]}年下半年{bones.terms[0]}是多少？" if set(bones.said) <= {"amount", "off", "left", "level", "gap"} else ""


def _share(bones: _Bones) -> str:
    """工业投资除以固定资产投资, 外贸里出口占几成: how much of the whole a part is."""
    if len(bones.terms) != 2 or len(bones.years) != 1 or bones.before or set(bones.said) - {"part", "over_it", "rate", "share", "amount", "level"}:
        return ""
    one, two = bones.terms
    divided = bones.has("over_it")
    if not (bones.has("rate", "share") or (divided and bones.has("amount"))) or (divided and bones.has("part")):
        return ""
    if bones.said.get("amount", 0) > (1 if divided and not bones.has("rate") else 0):  # 收了多少，里头税占几成: two questions
        return ""
    if bones.order in ("ipi", "iip", "idi", "iid"):
        part, whole = (two, one) if bones.order == "iip" else (one, two)
        return f"{bones.zone}{bones.years[0]}年{part}占{whole}的百分之几？"
    return ""


def _unrevised(bones: _Bones) -> str:
    """拿核定前的上年数来比，增速是多少: the growth against what was told at first."""
    year, old = bones.years[-1], bones.years[0]
    one = len(bones.terms) == 1 and bones.has("unrevised") and (len(bones.years) == 2 or bones.before)
    if not one or not bones.has("growth", "pace", "rate") or bones.has("goal", "gap", "over", "left", "undone", "missed", "all"):
        return ""
    return f"{bones.zone}{year}年{bones.terms[0]}按{old if old < year else year - 1}年核定前的数算增长百分之几？"


def _dealt_with(bones: _Bones, text: str) -> str:
    """年初批而未供土地，消化的比例是多少: which share of what there was at first was dealt with."""
    one = bones.verb and len(bones.terms) == 1 and len(bones.years) == 1 and not bones.before
    if not one or not bones.has("rate") or set(bones.said) - {"rate", "dealt", "share"} or not _AT_FIRST.search(text):
        return ""
    return f"{bones.zone}{bones.years[0]}年{bones.verb}的{bones.terms[0]}占年初的百分之几？"


def _years_added(bones: _Bones, text: str) -> str:
    """两年的签约项目一并数: what two years brought together."""
    one = len(bones.terms) == 1 and len(bones.years) == 2 and not bones.before and not bones.ends
    if not one or bones.said.get("amount") != 1 or set(bones.said) != {"all", "amount"} or STATE.search(normalise(bones.terms[0])):
        return ""
    unit = re.search(f"{_MANY}(?P<unit>[家户个项处件套亩宗])", text)
    return f"{bones.zone}{bones.years[0]}年和{bones.years[1]}年{bones.terms[0]}合计多少{unit['unit'] if unit else ''}？"


STATE = re.compile("率|比重|密度|强度|人口|余额|均|指数|浓度|企业$|存量|累计|年[底末]")  # what is there at a year's end is not added up

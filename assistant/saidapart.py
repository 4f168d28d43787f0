"""One number, its name told apart from how it is asked for: 外资这一项，往上走了百分之几; 赚了多少？给我报利润总额; 产值多少？我问的甲企业.

A question of one zone and one year is cut into clauses.  Where one of them holds the name alone (put first as what is talked of, ordered
behind, or set against another that isn't meant) and what is left only asks how much, the question is put again with zone, year and name.
"""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.brands import brands_said
from assistant.periods import find_periods
from assistant.terms import find_terms, is_all_known
from assistant.understanding import Understanding
from index.units import ANY_UNIT

__all__ = ["said_together"]

_LONGEST = 90  # characters: more is a story
_PLACE = "\x00"  # stands for a zone or a year
_CLAUSE = re.compile("[，,。；;：:？?！!（）()]|——|—")
_MANY = f"(?:多少|几(?![家个]?[十百千]))(?:个?[百千]?[万亿]{{1,2}})?(?:个?(?:百分)?点|个?{ANY_UNIT}|钱|块钱?)?"
_HOW_MUCH = f"(?:百分之(?:{_MANY}|多大)|{_MANY}|多[大高]|几何)"
_ADVERB = (
    "(?:应该?|该|能|可以?|会|要|又|还|就|都|也|究竟|到底|一共|总共|拢共|合计|实际|真正|真金白银|实打实|最[后终]|全年|当年|一年(?:下来)?|那年|全区|区里|园区"
    "|同比|[比较](?:上|去|前)一?年|[往向朝][上下前后]|往[回外]|大[约概]|约)*"
)
_MOVED = "[走涨升长增爬冲蹿拱拉跌降掉滑落缩减]|增[长加]|提[高升]|上升|上涨|下[降滑跌]|缩水|减少|回落"
_DID = f"(?:{_MOVED}|[填写记登报做干搞投砸花掏收交缴纳卖引用拿跑赚挣有是为算合]|完成|实现|达到?|做到|[录计登记]入)?"
_DONE = "(?:[了过出成到进]|出去|进去|下去|上去|下来|上来|出来)*"
_ASKS = re.compile(f"的?{_ADVERB}{_DID}{_DONE}(?P<much>{_HOW_MUCH})(?:来着|呢|啊|呀|吗)?的?")
_RATE = re.compile("百分之|(?:百分)?点$|几成")
_GLUE = re.compile("^(?:(?:在|于|的|里|中|年度?|我们?|咱们?|这边|全年|全区|区里|请问|问|那么?)*(?=[^\x00]|$))|(?:在|于|的|里|中|这边)+$")
#: 外资这一项, 增加值这一格, 就出口这个指标来说, 设备更新这块.
_TOPIC = re.compile(
    "(?:[就单光只]|先)?(?:[说看论问提讲]到?)?(?P<name>[㐀-鿿A-Za-z]{2,14}?)(?:(?:[这那]|这个?叫)一?(?:[个项格栏块条根笔档件类])?(?:曲?线|指标|数字?|数据|口径|账|事|头|方面|科目)?)"
    "(?:来说|来看|来讲|而言|的话|上|呢|吧)?"
)
#: 就甲材料这条产业链而言, 单看甲企业.
_AS_TO = re.compile(
    "(?:就|[单光只]?(?:论|说到?|看|讲|提起?))(?P<thing>[㐀-鿿A-Za-z]{2,12}?)(?:[这那]一?[个条家块片类门](?:产业链|链条?|行业|行当|产业|板块|企业|公司|项目)?)?(?:来说|来看|来讲|而言|的话|方面|上)?"
)
_FOR_ME = "(?:给|跟|向|帮|替)?我(?:们)?"
#: 给我报利润总额, 研发投入增速给我, 我要应收账款的年末余额, 请提供税收收入.
_ORDER = re.compile(
    f"(?:请|麻烦|劳驾|烦请|就|只|直接|主要)*(?:{_FOR_ME})?(?:就|只|想|还|主要)*(?:要|[报说查列找看问讲提填核]|提供|告[诉知]|知道|了解|指|关心)(?:一?下|[个出到清]|清楚|{_FOR_ME})*(?:的?(?:是|就是))?(?P<what>[㐀-鿿A-Za-z]{{2,14}}?)的?(?:数字?|数据)?"
    f"|(?P<said>[㐀-鿿A-Za-z]{{2,14}}?)(?:的?(?:数字?|数据))?(?:请|麻烦)?(?:{_FOR_ME}[报说]?|(?:报|说|讲|查|给)(?:一?下|上?来(?:听听|看看)?|出来|{_FOR_ME}))(?:一下|就行|就好|就可以|即可|看看)*"
)
#: 应收账款的年末余额, 研发投入增速: how a known name is measured.
_MEASURE = re.compile("的?(?:实际|全年|当年|年末|年底|期末|具体|累计)*(?:余额|总?金额|总?额|总量|数额|规模|增[速幅]|同比增[速幅]|涨幅|增长率)$")
_GROWN = re.compile("百分之|几成|个?百分点|几个点|增[速幅]|涨幅|[是增涨]涨|[是下]跌")
_WHETHER = re.compile("有没有|是不是|是否")
_NOT = re.compile("(?:不[是要看问报用说]|别[给报拿])(?:我|指|问|看|报|说)?(?P<not>[㐀-鿿A-Za-z]{2,10}?)")
_BUT = re.compile("(?:[而就我们要只的]|问的|说的|指的)*(?:是|要|看|问|报|给)(?P<name>[㐀-鿿A-Za-z]{2,10}?)")
_OF_IT = re.compile(
    f"(?:我|咱)?(?:们)?(?:是|要|想)?(?:[问说指查看]|了解)?的?(?:是|就是)?{_PLACE}*的?(?P<thing>[㐀-鿿A-Za-z]{{2,12}}?)的?{_PLACE}*的?"
)
#: Of several, of a place in an order, of a reason or a reckoning: no one number that a report prints.
_OTHERWISE = re.compile(
    "哪|谁|孰|为什么|为何|怎么|原因|分别|各[是自占有]|占(?![地用])|倍|排|第[几一二三]|名次|比(?![重例]|上一?年|去年|前一?年)|相比|目标|计划|任务|预计|预期|如果|假如|要是|平均|每|差(?!不)|缺口|剩|余下|片区|园区"
    "|是否|有没有|是不是|上半年|下半年|季度|[一二三四五六七八九十\\d]月|其中|净增|[户人]均"
)


def said_together(text: str, known: Understanding) -> str:
    """The question in one clause, where it is of one zone and one year and asks for one number; else as it is."""
    spans = _places(text, known)
    if len(text) > _LONGEST or spans is None or not _CLAUSE.search(text.rstrip("？?。！!")):
        return text
    bare, at = "", 0
    for start, end in spans:
        bare, at = bare + text[at:start] + _PLACE, end
    clauses = [c for c in (_GLUE.sub("", c.strip()) for c in _CLAUSE.split(bare + text[at:])) if c]
    place = "".join(sorted((text[a:b] for a, b in spans), key=lambda s: s[:1].isdigit()))
    for frame in (_set_against, _put_first, _of_what, _asked_first, _ordered):
        if asked := frame(clauses, known):
            return f"{place}{asked}？"
    return text


def _places(text: str, known: Understanding) -> list[tuple[int, int]] | None:
    """Where the one zone and the one year stand; None where there are none or several."""
    zones, periods = known.zones.find(text), find_periods(text)
    if len(zones) != 1 or len(zones[0].zones) != 1 or len(periods) != 1:
        return None
    return sorted(((zones[0].start, zones[0].end), (periods[0].start, periods[0].end)))


def _named(words: str, known: Understanding) -> str:
    """Words that are one known indicator or a printed rate, with how it is measured; "" where they aren't, or may be several."""
    if (rate := re.sub("(?<=[㐀-鿿]{2})(?:的?比例|比率)$", "率", words)) != words and rate in known.names:
        return rate
    name = _MEASURE.sub("", words)
    terms = find_terms(name)
    if is_all_known(name) and len(terms) == 1 and len(terms[0].meanings) == 1:
        return words
    return words if is_all_known(words) and len(find_terms(words)) == 1 and len(find_terms(words)[0].meanings) == 1 else ""


def _bare(clause: str) -> str:
    return _GLUE.sub("", clause.replace(_PLACE, ""))


def _is_plain(clauses: list[str], known: Understanding) -> bool:
    """Whether nothing in other clauses narrows what is asked, or asks for more than one number."""
    rest = "，".join(clauses)
    of_a_part = any(s in rest for s in known.scopes if len(s) > 2) or any(s in rest for s in known.short)
    return not (of_a_part or _OTHERWISE.search(rest) or brands_said(rest, known.brands))


def _put_first(clauses: list[str], known: Understanding) -> str:
    topics = [i for i, c in enumerate(clauses) if (m := _TOPIC.fullmatch(_bare(c))) and _named(m["name"], known)]
    asks = [m for i, c in enumerate(clauses) if i not in topics and (m := _ASKS.fullmatch(_bare(c)))]
    others = [c for i, c in enumerate(clauses) if i not in topics and not _ASKS.fullmatch(_bare(c)) and _bare(c)]
    if len(topics) != 1 or len(asks) != 1 or not _is_plain(others, known) or any(find_terms(c) for c in others):
        return ""
    said = _TOPIC.fullmatch(_bare(clauses[topics[0]]))
    return _asked(said["name"] if said else "", asks[0])


def _of_what(clauses: list[str], known: Understanding) -> str:
    """就甲材料这条产业链而言，产值增长百分之几: a printed thing, and what is asked of it."""
    said = _AS_TO.fullmatch(_bare(clauses[0])) if len(clauses) == 2 else None
    asks = re.fullmatch(f"(?P<name>[㐀-鿿]{{2,10}}?)(?P<how>{_ASKS.pattern})", _bare(clauses[1])) if said is not None else None
    if said is None or asks is None or is_all_known(said["thing"]) or not is_all_known(asks["name"]):
        return ""
    thing = said["thing"]
    if not (thing in known.names or thing in known.scopes or brands_said(thing, known.brands)) or _OTHERWISE.search(thing):
        return ""
    growth = re.search(_MOVED, asks["how"]) is not None
    return f"{thing}的{asks['name']}{'增速' if growth else ''}是多少" if not growth or _RATE.search(asks["much"]) or "几何" in asks["much"] else ""


def _asked(name: str, asks: re.Match[str]) -> str:
    moved = re.search(_MOVED, asks.group()) is not None or _RATE.search(asks["much"]) is not None
    if moved and re.search("[率比重度]$", name):
        return ""
    return f"{name}的增速是多少" if moved and not _MEASURE.search(name) and _RATE.search(asks["much"]) else "" if moved else f"{name}是多少"


def _ordered(clauses: list[str], known: Understanding) -> str:
    """赚了多少？给我报利润总额: the name in an order, where the clause that asks has none that is another's."""
    orders = [(i, _named(m["what"] or m["said"], known)) for i, c in enumerate(clauses) if (m := _ORDER.fullmatch(_bare(c)))]
    orders = [(i, name) for i, name in orders if name]
    if len(orders) != 1:
        return ""
    others = [c for i, c in enumerate(clauses) if i != orders[0][0]]
    name = orders[0][1]
    told = [t for c in others for t in find_terms(c) if not t.said.endswith(("企业", "公司", "工业")) and t.said not in name]
    others = [_WHETHER.sub("", c) for c in others]
    if len(told) == 1 and name in known.names and name.endswith("率"):  # 公寓有没有人住？入住比例说来听听
        name, told = told[0].said + name, []
    if not others or told or not _is_plain(others, known):
        return ""
    grown = any(_GROWN.search(c) for c in others) and not _MEASURE.search(name)
    return "" if grown and re.search("[率比重度]$", name) else f"{name}的增速是多少" if grown else f"{name}是多少"


def _set_against(clauses: list[str], known: Understanding) -> str:
    """不是产值，是增加值，规上工业做到了几: of what is asked of, by the name that is meant."""
    for i, (one, two) in enumerate(pairwise(clauses)):
        against, meant = _NOT.fullmatch(one), _BUT.fullmatch(two)
        if against is None or meant is None or not (find_terms(against["not"]) and is_all_known(meant["name"])):
            continue
        rest = [_bare(c) for j, c in enumerate(clauses) if j not in (i, i + 1) and _bare(c)]
        name = meant["name"]
        if not rest and _named(name, known):
            return f"{name}是多少"
        asks = re.fullmatch(f"(?P<of>[㐀-鿿]{{0,10}}?)的?{_ASKS.pattern}", rest[0]) if len(rest) == 1 else None
        whole = "" if asks is None else asks["of"] if name in asks["of"] else asks["of"] + name
        if _named(whole, known):
            return f"{whole}是多少"
    return ""


def _asked_first(clauses: list[str], known: Understanding) -> str:
    """产值多少？我问2023年的甲企业: how much of what, and then of whom."""
    first = re.fullmatch(f"(?P<name>[㐀-鿿A-Za-z]{{2,12}}?){_ASKS.pattern}", clauses[0]) if _PLACE not in clauses[0] else None
    if first is None or not is_all_known(first["name"]) or len(clauses) > 4 or len(clauses) < 2:
        return ""
    things = []
    for clause in clauses[1:]:
        said = _OF_IT.fullmatch(clause)
        if clause.strip(_PLACE + "的") and (said is None or re.search(_OTHERWISE, said["thing"])):
            return ""
        things += [said["thing"]] if said and clause.strip(_PLACE + "的") else []
    moved = re.search(_MOVED, first.group()[len(first["name"]) :]) is not None
    one = len(things) == 1 and (brands_said(things[0], known.brands) or things[0] in known.scopes or things[0] in known.short)
    return f"{things[0]}的{first['name']}{'增速' if moved else ''}是多少" if one and not (moved and not _RATE.search(first["much"])) else ""

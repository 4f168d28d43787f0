"""What is to be worked out of a thing that goes by a name of its own, told in whatever order and words: 总盘子减去已经投进去的，某基地还要掏几个亿.

Beside one name (of a project, a fund, a kind of projects) a question has words of closed classes alone; these make out one reckoning, and it is
put again in the plain words that the reader knows.  The glossary knows no such names: what stands between those words is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.periods import find_periods
from assistant.skeleton import CLASSES, STATE
from assistant.terms import is_all_known
from assistant.understanding import Understanding

__all__ = ["reckoned_of_names"]

_LONGEST = 80  # characters: more is a story
_APART = "\ue000"  # where a zone or a year stood
_MANY = "(?:多少|几)"
_OFF = "减[去掉]?|扣[除掉去]?|刨[除掉去开]?|剔除|除[去掉开]|去掉|撇开|抛开"
_SO = "(?:这一年|当年|年内|历年来?|历次|开工以来|动工以来|至今|累计|前期|此前|之前|前面|前头|已经?|业已|实际|真金白银)*"
_NOT = "(?:还|仍|尚)?(?:没|未)(?:有|能|再|来得及|及时|真正)?"
_OF_MONEY = "(?:的?(?:投资额?|资金|款子?|钱|金额|部分|那(?:一)?部分|数[额目]?))?"
#: What any such question may be dressed in, longer words before shorter ones.
_DRESS = (
    "(?:请|麻烦|劳驾|帮忙?|我|咱|你|您|大家|想|要)*(?:推算|测算|计算|核算|估算|折算|算一?算|算出?|算)(?:一下|下|出来)?|请问|麻烦|谢谢|劳驾|帮我"
    "|给我|给个?数"
    "|到底|究竟|具体|大[约概]|一共|总共|拢共|满打满算|(?<=[\ue000，,])(?:全年|年度|当年|年初|年底|年末|这一年|那年|这年|末)|截[至止]到?|直到|全区"
    "|区里"
    "|[这那]个(?:项目|工程)|[这那][个条座家笔项]|(?:等于|合|得|是|有|为|达|共)(?=多少|几|百分|$)|[这那]样"
)
_EDGE = "的了呢吗吧啊呀嘛是有在把将被对以从自由到至和与跟同按拿用照这那其之给请也还又再就都只该会能要我你您个里中"
_AMOUNT = (
    f"(?:是|有|为|共|达)?(?:个)?(?:几何|多大|{_MANY}(?:个?[百千]?[万亿]{{0,2}})(?:[美欧日]?元|块钱?|[家户个项处件条宗]|亩)?)(?:的)?(?:投资"
    f"|钱|资金|缺口|数目?)?"
)
_RATE = (
    f"百分之(?:{_MANY}|多大)|几成|{_MANY}个?(?:百分)?点|{_MANY}的?百分比|(?:多[大少高])的?(?:比[例重值]|份额)|(?:比[例重值]|份额|占比"
    f"|百分[比数])(?:是|为|有)?(?:多[大少高]|几何|几)?"
    "|[（(](?:用|按|算成|折成)?百分[比数](?:表示)?[)）]"
)
#: Of what a project takes in all, and what of it has been put in.
_INVESTED = {
    "rate": _RATE,
    "whole": "(?:计划|项目|协议|工程)?总投资(?:额|规模|盘子)?|(?:总|整个|全部)的?盘子|(?:全部|整个|总的?)(?:投资|预算)额?|投资总额|总投入|盘子",
    "year": "(?:当年|年度|全年|本年)?(?:的)?(?:投资)?计划(?:投资|完成)?(?:额|数)?",
    "left": f"(?:后头|后面|后续|往后|接下来|今后)?(?:还|尚|仍)*(?:要|得|需|须)要?(?:再|继续|接着)?(?:投|掏|花|砸|补|拿)(?:入|出|上|进去?|下去)?"
    f"|(?:的)?(?:投资)?缺口(?:要补)?|要补|{_NOT}(?:投"
    f"|花|用|动用|完成|到位|砸|掏)(?:进去?|入|出去?|下去|完|掉|满|足|够)*的?(?:投资额?|资金|钱|部分)?"
    "|剩[下余]?(?:的)?|余[下额数]?(?:的)?|结余|还?差|待投|欠|[之以]外|还有",
    "off": _OFF,
    "put_in": f"{_SO}(?:完成|投|花|砸|掏|用|到位)(?:进去?|入|出去?|下去|掉|过|了)*(?:的)?(?:投资额?|资金|钱|部分)?|{_SO}(?:投资|投入)(?:额|数)?"
    f"|(?:累计|历年|当年)(?:数|额)",
    "met": "兑现|实现|达到|到",
    "amount": _AMOUNT,
    "part": "占|相当于|够|达到?|离|距离?|比",
    "dress": _DRESS + "|进度|来看|(?:按|照)[^，,。]{0,3}进度|口径",
}
#: Of projects, and how far they have come.
_STAGED = {
    "rate": _RATE,
    "not": f"{_NOT}(?=签|落|注册|开|动|破|投产|投运|竣工|建成)|迟迟(?:没|未)(?:有|能)?",
    "off": _OFF,
    "left": "剩[下余]?(?:的)?|余[下额数]?|还有",
    "signed": "(?:新|已|正式|全年|当年)*(?:签(?:下来?|了|过|订|成|上)*(?:的)?(?:约|合同|协议)?(?:的)?|谈成)(?:了|的)?(?:项目)?(?:数(?!目))?",
    "landed": "(?:已经?|真正?|最[后终]|成功|年内|当年|正式|实际|来|注册|登记)*(?:落(?:了|下)?(?:地|户)|落地(?:成功|落户|生根))(?:了|的"
    "|成功)*(?:项目)?(?:数(?!目))?",
    "started": "(?:已经?|真正?|最[后终]|成功|年内|当年|正式|实际)*(?:开(?:了|过)?工(?!业)|动(?:了|过)?工|破(?:了)?土(?:动工)?|动(?:了)?土|开建"
    "|开工建设)(?:了|的)?(?:项目)?(?:数(?!目))?",
    "produced": "(?:已经?|真正?|最[后终]|成功|年内|当年|正式|实际|干完|做完|完工)*(?:(?:竣工|建成)?(?:投(?:了)?产|投运|投用))(?:了"
    "|的)?(?:项目)?(?:数(?!目))?",
    "amount": _AMOUNT + "|的?(?:数[目量]|个数|[家户]数)(?:是|为|有)?(?:多少|几)?个?|有?多少(?=$|[?？，,。])",
    "part": "占|里头?|里面|当中|之中|其中|中",
    "dress": _DRESS + "|招商|督办用?|年内|项目|[按用]?个数|折成|算成",
}


@dataclass(frozen=True, slots=True)
class _Laid:
    """What a question is made of, beside its dress: classes in their order, and the names that stand between them."""

    zone: str
    years: tuple[int, ...]
    said: tuple[str, ...]
    names: tuple[str, ...]
    amount: str  # as it is said

    def has(self, *classes: str) -> bool:
        return any(c in self.said for c in classes)


def reckoned_of_names(text: str, known: Understanding) -> str:
    """The question in plain words; "" where it makes out no such reckoning."""
    if len(text) > _LONGEST or _OTHERWISE.search(text):
        return ""
    of_one = _invested(text, known) or _staged(text, known) or _undone(text, known)
    return of_one or _added(text, known) or _between_parts(text, known) or _share_of_part(text, known) or _year_before(text, known)


_OTHERWISE = re.compile("哪|谁|为什么|为何|原因|平均|每|各|分别|倍|是否|有没有|[^是]不是|目标|同期|增长|下降|增速|季度|上半年|下半年|什么时候|何时"
    "|预计|达产")
_PROJECT = re.compile("项目|工程|基地|[一二三]期|生产线|产业园|[线园厂站]$|中心|平台|大桥|隧道|管网")
_FUND = re.compile("资金池?$|基金$|专项$|池子?$")


def _laid_out(text: str, known: Understanding, classes: Mapping[str, str]) -> _Laid | None:
    zones, times = known.zones.find(text), find_periods(text)
    named = [p for m in times for p in m.periods]
    if len({z for m in zones for z in m.zones}) != 1 or not named or not all(p.is_year for p in named):
        return None
    if any(m.relative not in (None, 0) or m.onward for m in times):
        return None
    masked = list(text)
    for start, end in (*((m.start, m.end) for m in zones), *((m.start, m.end) for m in times)):
        masked[start:end] = _APART * (end - start)
    said: list[str] = []
    amounts: list[str] = []

    def take(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        if kind != "dress":
            said.append(kind)
        if kind == "amount":
            amounts.append(match.group())
        return _APART

    tokens = re.compile("|".join(f"(?P<{name}>{words})" for name, words in classes.items()))
    names: list[str] = []
    for clause in re.split("[，,。？?；;：:！!]", tokens.sub(take, "".join(masked))):
        names += [n for piece in re.split(f"[{_APART}\\s.、（）()“”\"'—]+", clause) if (n := piece.strip(_EDGE))]
    years = tuple(sorted({p.first_year for p in named}))
    return _Laid(text[zones[0].start : zones[0].end], years, tuple(said), tuple(names), amounts[-1] if amounts else "")


def _invested(text: str, known: Understanding) -> str:
    """What a project or a fund has still to take, and which share of the whole it has taken."""
    laid = _laid_out(text, known, _INVESTED)
    if laid is None or len(laid.years) != 1 or not laid.names or not laid.has("whole", "left", "year"):
        return ""
    if laid.said.count("amount") > (0 if laid.has("rate") else 1):  # 投了多少，占几成: two questions
        return ""
    thing = "".join(laid.names)
    if len(laid.names) > 2 or (len(laid.names) == 2 and not _PROJECT.fullmatch(laid.names[1])) or len(thing) < 3:
        return ""
    if not _PROJECT.search(thing):
        thing += "" if _FUND.search(thing) else "项目" if re.search("项目|工程", text) else ""
    fund = _FUND.search(thing) is not None
    if not (fund or _PROJECT.search(thing)) or (not fund and is_all_known(thing)):
        return ""
    of = f"{laid.zone}{thing}{laid.years[0]}年"
    if laid.has("rate"):
        if laid.has("left", "off") or not laid.has("put_in", "met"):
            return ""
        if laid.has("year"):
            return "" if laid.has("whole") else f"{of}完成投资占年度计划的百分之几？"
        return f"{of}底累计完成投资占总投资的百分之几？" if laid.has("whole") else ""
    if laid.has("year") or (not laid.has("left") and not (laid.has("off") and laid.has("whole") and laid.has("put_in"))):
        return ""
    if fund:
        return f"{laid.zone}{laid.years[0]}年{thing}还剩多少没用？"
    return f"{of}底离总投资还差多少没投？"


_STAGES = {"signed": "签约", "landed": "落地", "started": "开工", "produced": "投产"}


def _staged(text: str, known: Understanding) -> str:
    """Which share of the projects that were signed came to a stage, how many did, and how many did not."""
    laid = _laid_out(text, known, _STAGED)
    if laid is None or len(laid.years) != 1 or not re.search("项目"
    "|签", text) or laid.has("off") or laid.said.count("amount") > (0 if laid.has("rate") else 1):
        return ""
    stages = [s for s in _STAGES if s in laid.said]
    name = "".join(laid.names)
    if len(laid.names) > 1 or (name and not re.fullmatch("(?:省|市|区|县|重点|重大|产业|工业|级|列入)+(?:项目)?", name)):
        return ""
    of = f"{laid.zone}{laid.years[0]}年"
    if len(stages) == 2 and stages[0] == "signed" and not name and not laid.has("not", "left"):
        if laid.has("rate"):
            return f"{of}签约项目{_STAGES[stages[1]]}的占百分之几？"
        return f"{of}签约项目{_STAGES[stages[1]]}多少个？" if laid.has("amount") else ""
    if len(stages) == 1 and name and laid.has("amount") and not laid.has("rate", "not", "left"):
        return f"{of}{name.removesuffix('项目')}项目{'竣工' if '竣工' in text or '干完' in text else ''}{_STAGES[stages[0]]}多少个？"
    return ""


#: Of what there was, what nothing was done with.
_LEFT = {
    "undone": CLASSES["undone"] + "|待(?:处置|整改|消化|盘活|清理|办)(?:的)?|悬而未决的?|没有?下文的?",
    "dealt": CLASSES["dealt"],
    "left": "剩[下余]?(?:的)?|余[下额]?|还有|尚有",
    "off": _OFF,
    "amount": _AMOUNT + "|[家户个项处件条亩宗]数|数[目量]|有?多少(?=$|[?？，,。])",
    "dress": f"排?查[出到]来?|发现|查摆|(?:到|至|截[至止])?年[底末](?:为止|时)?|已经?|以?后|之后|的|里头?|中|当中|{_DRESS}|[底末]",
}


_PLAIN = {"销号": "整改"}  # as reports mostly say it


def _undone(text: str, known: Understanding) -> str:
    """排查到的安全隐患里尚未销号的有多少."""
    laid = _laid_out(text, known, _LEFT)
    if laid is None or len(laid.years) != 1 or len(laid.names) != 1 or not 2 <= len(laid.names[0]) <= 10 or not laid.has("amount"):
        return ""
    verbs = set(re.findall(CLASSES["dealt"], text))
    if not (laid.has("undone") or (laid.has("dealt") and laid.has("left", "off"))) or len(verbs) != 1 or _PROJECT.search(laid.names[0]):
        return ""
    unit = re.search("[家户个项处件条亩宗]", laid.amount)
    return f"{laid.zone}{laid.years[0]}年{laid.names[0]}没{_PLAIN.get(verb := verbs.pop(), verb)}的还有多少{unit.group() if unit else ''}？"


#: What several years brought, or what all parts have, added up.
_SUMMED = {
    "all": "(?:全|都|一)?(?:[拢归合加并凑捆][到在成作]?一(?:起|块儿?|处|道)|一[并同起](?:数|算|加)?|相加|累加|加总|加起来|合起来|汇总"
    "|求和)(?:[数算来看]*)?|之和|总和|总[个家户]?数|合计|共计|总计|拢共|一共|总共",
    "parts": "(?:所有|全部|[几两二三四五六])个?(?:片区|园区|组团|板块)",
    "amount": _AMOUNT + "|多大(?:一片|面积)?",
    "dress": f"(?:[前这]?[两二三]个?年度?|两个年[度头份])(?:里|间|来|的)*|{_DRESS}|[底末]|算下来|看",
}


def _added(text: str, known: Understanding) -> str:
    """两年的签约项目一并数, 三个片区拢到一块儿建成区有多大."""
    laid = _laid_out(text, known, _SUMMED)
    if laid is None or len(laid.names) != 1 or len(laid.names[0]) < 3 or not laid.has("all") or laid.said.count("amount") != 1:
        return ""
    name, unit = laid.names[0], re.search("[家户个项处件条亩套]", laid.amount)
    if len(laid.years) == 2 and not laid.has("parts") and not STATE.search(name) and not re.search("年[底末]|截", text):
        return f"{laid.zone}{laid.years[0]}年和{laid.years[1]}年{name}合计多少{unit.group() if unit else ''}？"
    parts = re.search(_SUMMED["parts"], text)
    if len(laid.years) == 1 and parts is not None and laid.has("parts"):
        return f"{laid.zone}{laid.years[0]}年{parts.group()}{name}合计多少？"
    return ""


#: Of two parts of a zone, what the one has more than the other.
_APART_BY = {
    "more": "超出|超过|高出|多出|领先|比(?![重例值率])|多(?=多少|几)|高(?=多少|几)",
    "off": "减[去掉]?|扣[除掉去]?",
    "gap": "差[额距值]|相差|之差|差",
    "amount": _AMOUNT,
    "dress": f"[两二]个?(?:片区|园区|组团|板块)(?:一减|相减|之间)?|一减|相减|余下?|剩下?|{_DRESS}",
}


def _parts_named(text: str, known: Understanding) -> tuple[list[str], str]:
    """The parts of a zone that a question names, as they are called in full, and the question without them."""
    whole = {short: p for p in known.scopes if len(short := re.sub("片区$|组团$", "", p)) > 1} | dict(known.short) | {p: p for p in known.scopes}
    calls = "|".join(map(re.escape, sorted(whole, key=len, reverse=True)))
    found = [m for m in re.finditer(calls, text) if not known.zones.find(m.group())] if calls else []
    for part in reversed(found):
        text = text[: part.start()] + _APART * len(part.group()) + text[part.end() :]
    return [whole[m.group()] for m in found], text


def _between_parts(text: str, known: Understanding) -> str:
    """东坞的规上产值超出北埝几个亿, 甲片区产值减去乙片区."""
    parts, bare = _parts_named(text, known)
    if len(parts) != 2 or parts[0] == parts[1]:
        return ""
    laid = _laid_out(bare, known, _APART_BY)
    if laid is None or len(laid.years) != 1 or len(laid.names) != 1 or laid.said.count("amount") != 1 or not laid.has("more", "off", "gap"):
        return ""
    one, two = parts
    return f"{laid.zone}{laid.years[0]}年{one}{laid.names[0]}比{two}多多少？" if is_all_known(laid.names[0]) else ""


#: What of the whole zone one part of it has.
_OF_THE_ZONE = {
    "rate": _RATE,
    "part": "占|出自|来自|源自|产自|落在|(?:是|由)?(?:贡献|撑起|扛起|做|创造)(?:出来?)?",
    "dress": f"(?:全区|全园|整个(?:开发区|园区|高新区|经开区))(?:的|里)?|份额|{_DRESS}",
}


def _share_of_part(text: str, known: Understanding) -> str:
    """全区规上产值有多大比例出自北片."""
    parts, bare = _parts_named(text, known)
    laid = _laid_out(bare, known, _OF_THE_ZONE) if len(parts) == 1 else None
    if laid is None or len(laid.years) != 1 or len(laid.names) != 1 or not (laid.has("rate") and laid.has("part")):
        return ""
    return f"{laid.zone}{laid.years[0]}年{parts[0]}{laid.names[0]}占全区的百分之几？" if is_all_known(laid.names[0]) else ""


#: What there was in the year before one that is told of.
_BACK = {
    "back": "反算|倒推|反推|回推|逆推|倒算|往回[推算]|推回去?|还原",
    "before": "(?:上|前|头)一年度?|上年度?|去年",
    "amount": _AMOUNT,
    "dress": f"已知|的数(?:值|字)?[和与跟及](?:[增降升涨跌]幅|变动)|[增降升涨跌]幅|(?:的)?(?:材料|报告|总结)|为据|为准|{_DRESS}|应当?",
}


def _year_before(text: str, known: Understanding) -> str:
    """以某年的材料反算，前一年的综合融资成本是多少."""
    if len(re.findall("(?:上|前|头)一年|上年|去年", text)) != 1:
        return ""
    laid = _laid_out(re.sub("(?:上|前|头)一年度?|上年度?|去年", "反算", text), known, _BACK)
    if laid is None or len(laid.years) != 1 or len(laid.names) not in (1, 2) or laid.said.count("back") < 2 or not laid.has("amount"):
        return ""
    return f"{laid.zone}{laid.years[0] - 1}年{'的'.join(laid.names)}是多少？"

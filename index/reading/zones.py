"""The name of the development zone a report is about.

A name is a place and a kind: 槐渚 + 经济开发区.  Where several places offer one, the first in this order wins:
title, issuing body, file and folder name, first lines, the name said most often.  A kind without a place
(开发区(浦口街道) as an issuer) yields to any full name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

__all__ = ["find_zone", "mentioned"]

_KIND = (
    r"(?:国家级?|省级)?(?:经济技术开发区|经济开发区|经济技术产业开发区|高新技术产业开发区|高新技术产业园区|高新技术开发区|高新产业开发区|高新产业园区|高新技术园区"
    r"|高新区|经开区|经济区|产业集聚区|产业聚集区|产业新城|产业转移园区?|工业集聚区|工业集中区|工业集中发展区|工业新区|工业园区|工业园|产业园区|产业园|化工园区"
    r"|综合保税区|综保区|保税港区|保税物流园区|保税区|出口加工区|自由贸易试验区[㐀-龥]{2,8}片区|自由贸易试验区|自贸试验区[㐀-龥]{2,8}片区|自贸试验区"
    r"|自贸区[㐀-龥]{2,8}片区|自贸片区|自贸区|边境经济合作区|跨境经济合作区|经济合作区|旅游度假区|度假区|科技园区|科技园|科学城|软件园|物流园区?|临港新片区|综合实验区|实验区|示范区|科技城"
    r"|功能区|新技术产业区|新区|集聚区|合作区|开发区)"
)
#: 鹳汊港口枢纽园管委会, 澹港船舶配套区2018年…: whatever is called a zone, a park or a base right before its own committee or its year.
_OPEN = re.compile(
    r"(?P<who>[㐀-龥]{3,14}?(?:园区|园|区|城|基地|枢纽|科技岛|生态岛|智谷|硅谷|光谷))(?=(?:党工委|党委|工委|管委会|管理委员会|管理局|管理处|[〇零一二三四五六七八九十]{4}年|20\d\d年?|年度?工作"
    r"|上半年|前三季度|[一二三四]季度|年度|门户网|关于)|$)"
)
_NO_ZONE = re.compile(
    "依托|[省市县州盟旗]$|(?:行政|城|辖|老城|郊|山|林|社|矿|灾|疫|地|特|牧|农)区$"
    "|[兴强立富活旺][区园]$|签[下约]|引进|建成|开工|落户|专班"
    "|(?:公|花|校|家|幼儿|植物|动物|陵|乐)园$|社区$|[的和与叫是为]"
)
_STREET = r"(?:[（(][㐀-龥]{2,8}(?:街道|镇|乡|片区|园区|管委会)[）)])?"
_PLACE = r"[㐀-龥]{2,12}?"
_COUNTRY = r"(?:中国(?:[（(][㐀-龥]{2,4}[）)]|[—－-]+[㐀-龥]{2,5}?))?"
_NAME = re.compile(rf"(?P<country>{_COUNTRY})(?P<place>{_PLACE})?(?P<kind>{_KIND}){_STREET}")
# Kinds that name parts of a zone as well: believed of the title and the issuer, not of whatever begins a clause.
_WIDER = re.compile(
    _NAME.pattern.replace(_KIND, f"(?:{_KIND}|工业区|产业区|港区|商务区|集中区|生态城|新城|产业城|示范园|试验区|投资区|国际陆港区?|陆港区?|化工园|"
                          "博览园|管理区|产业功能区|制造业基地|(?:能源化工|石油化工|石化|化工|产业)基地)")
)
# A town that is run as one with its zone: 墩溪镇（经济开发区）.
_TOWN = re.compile(rf"(?P<place>[㐀-龥]{{2,6}}?(?:镇|乡|街道))[（(](?P<kind>[㐀-龥]{{0,4}}?{_KIND})[）)]")
# What stands before a name in a title or an issuer, and belongs to neither.
_LEAD = re.compile(
    r"^(?:写给|致|根据|依据|据|按照|截至|截止|对照|作为|随着|通过|立足|经(?![开济纬棚])|奋力建设|加快建设|专访|访谈|访|对话|记|数说|数读|数看|图说|图解|图读|(?:一图|一张图)(?:读懂|看懂|速览)|速览|聚焦|走进|解读|关于|印发|转发|中共|中国共产党|国务院批准|国家级|省级|全国|全省|全市|我省|我市|我区|今年|去年|本区|各|的|在|对|和(?![县平林顺龙静硕田政])|与|及|把|将(?!乐)|由|是|为|赴|以|到|向(?!阳)|从(?![化江])|于(?![都洪田])|了|《|“"
    r"|我们|咱们|我|来到|来|起任|担任|任|替|主持|受托|委托|运营|管理|公司|下面|中共"
    r"|区管委会|党工委|管委会|年度?|上半年|下半年|[一二三四]季度|月份?|日|其中|不?含|包括|[〇零一二三四五六七八九十]+年)+"
)
_GENERIC_PLACE = re.compile(
    r"(?:国家|省级?|市级?|全(?![州椒南])|优秀|我|本(?!溪)|该|各|其他|重点|同类|先进|周边|兄弟|创建|建设|打造|成为|推动|申报|一个|所有|围绕|全面|上市|争创|位列|位居|入选|跻身|升格|紧紧"
    r"|综合|示范|特色|现代|一流|老(?!河口|边)|新建|整个|专业|绿色|智慧|海外|境外|化工|科技|高新|循环|经济|工业|产业|第[一二三四五六七八九十](?![一二三四五六七八九十]?师)|[两三四五六七八九十]个)"
    r"|.*(?:全[市省县国]|位[居列次]|各$)"  # 总量居全市各开发区第二位
)
#: 奋力打开综合保税区高质量发展新局面: what a slogan calls upon to be done is no place.
_SLOGAN = re.compile(
    "奋力|努力|全力|加快|坚定|坚持|开创|开启|开拓|打开|谱写|书写|描绘|推[进动]|迈[向进入]|走[好出]|做[强优大]|抢抓|抓好|奋进|奋战|争[当做创]|勇[当立毅]|扛起|凝心|砥砺|乘势"
    "|踔厉|笃行|锚定|擦亮|助力|奔向|再造|转型|突围|逐梦|追梦|打赢|决胜|提[升速振]|激活|跑出|交出|答好|擘画|实干|攻坚|建强|壮大|赋能|托起"
)
_BODY = re.compile(r"(?:党工委|工委|工作委员会|管理委员会|管委会|党政|委员会|办公室|经济发展局|投资促进局)")
_ON_BEHALF = re.compile("(?:代表|受)(?P<who>[㐀-龥]{4,20}?)(?:党工委|工委|管委会|管理委员会|领导班子|委托)")
#: X农业高新技术产业示范区（以下简称农高区）: whom a report gives a short name, it is about.
_IN_SHORT = re.compile(r"(?P<who>[㐀-龥]{4,24})[（(](?:以下|下文|下)?统?简?称")
#: 我2017年3月到X高新区任党工委副书记; 我现任X经开区管委会主任: whose post it is, of whose zone it tells.
_POST = re.compile(
    r"我[^。；]{0,40}?(?:[现调出担兼]任|任|来到|[到在])?(?P<who>[㐀-龥]{4,24}?)(?:任职|担任|兼任|任|挂职|报到|主持|工作|党工委|工委|管委会|管理委员会)"
)
#: 2018年，X经开区…; 一年来，X…: the clause in front of the zone that a report is about ("2018" is cut off).
_WHEN = re.compile(r"年?(?:度|上半年|前三季度|[一二三四]季度|以来|来)?|今年(?:以来|上半年)?|上半年|前三季度|一年来|过去的?一年")
_STOPPED = re.compile(r"[，。；：、\s|《》“”\"'—\-_（）()【】·,;:!?0-9０-９A-Za-z]")


def find_zone(title: str, issuer: str, name: str, lines: list[str]) -> str:
    """The zone's name as printed, or "" when nothing names one.  ``name`` is the path below the reports' folder."""
    parts = re.sub(r"\.\w+$", "", name).split("/")
    witnesses = [title, issuer, *reversed(parts), *(line for line in lines[:6] if len(line) <= 60 and "。" not in line)]
    generic = ""
    for witness in witnesses:
        for zone, placed in _names(witness):
            if placed:
                return zone
            generic = generic or zone
    for line in lines[:8]:  # 我代表墨川高新区党工委、管委会，向大家报告
        for said in _ON_BEHALF.finditer(line):
            for zone, placed in _names(said["who"]):
                if placed:
                    return zone
    for line in lines[:8]:
        for said in _POST.finditer(line):
            for zone, placed in _names(said["who"]):
                if placed and said["who"].endswith(zone):
                    return zone
    for line in lines[:8]:
        for said in _IN_SHORT.finditer(line):
            named = _names(said["who"], _WIDER)
            if named and named[-1][1] and said["who"].endswith(named[-1][0]):
                return named[-1][0]
    for witness in (title, issuer):
        for zone, placed in _names(witness, _WIDER):
            if placed:
                return zone
    heads = [line for line in lines[:6] if len(line) <= 60 and "。" not in line]
    clauses = [clause for line in lines[:8] for clause in _STOPPED.split(line)]
    return (
        _most_said(lines) or _called_so([title, issuer, *heads], _OPEN.finditer) or _called_so(clauses, _opening)
        or _only_one(clauses) or generic
    )  # fmt: skip


def _only_one(clauses: list[str]) -> str:
    """The only placed name in how a text opens, wherever it stands (快过年了，我们虢塬工业集聚区的干部…); "" where there are several."""
    found = {zone for clause in clauses for zone, placed in _names(clause, _WIDER) if placed and len(zone) <= 16 and not _NO_ZONE.search(zone)}
    return found.pop() if len(found) == 1 else ""


def mentioned(text: str, zones: Iterable[str]) -> str:
    """Of other reports' zones the only one whose place a text names, which names no zone itself (汧峁技师学院); "" for none or several."""
    places = ((zone, re.sub(rf"(?:国家级?|省级|综合)?{_KIND}?{_STREET}$", "", zone)) for zone in zones)
    found = [zone for zone, place in places if len(place) >= 2 and place in text]
    return found[0] if len(found) == 1 else ""


def _opening(clause: str) -> list[re.Match[str]]:
    """What a clause of the text begins with: one is named amid it for other reasons."""
    match = _OPEN.match(clause)
    return [match] if match else []


def _called_so(witnesses: Iterable[str], named: Callable[[str], Iterable[re.Match[str]]]) -> str:
    """A name of a kind that is not listed, right before its committee or its year."""
    for witness in witnesses:
        for match in named(witness):
            lead = _LEAD.match(match["who"])
            who = match["who"][lead.end() :] if lead else match["who"]
            if len(who) >= 4 and not _NO_ZONE.search(who) and not _GENERIC_PLACE.match(who):
                return who
    return ""


def _names(text: str, pattern: re.Pattern[str] = _NAME) -> list[tuple[str, bool]]:
    """(name, whether a place is part of it) for each zone named in a short text."""
    found = []
    for match in _TOWN.finditer(text):
        lead = _LEAD.match(match[0])
        found.append((match[0][lead.end() :] if lead else match[0], True))
    for match in pattern.finditer(text):
        place, whole = match["place"] or "", match[0]
        if match["country"]:
            found.append((whole, True))
            continue
        lead = _LEAD.match(place)
        if lead:
            whole, place = whole[lead.end() :], place[lead.end() :]
        if "关于" in place:  # 市人民政府关于墨川经济开发区…的报告
            before = place.rfind("关于") + 2
            whole, place = whole[before:], place[before:]
        if _BODY.search(place):
            tail = _BODY.split(place)[-1]
            whole, place = tail + whole[len(place) :], tail
        placed = len(place) >= 2 and not _GENERIC_PLACE.match(place) and not _SLOGAN.search(place)
        kind = whole if re.fullmatch(_KIND, whole) else whole[len(place) :]  # 综合保税区 is a kind of its own
        found.append((whole if placed else kind, placed))
    return found


def _most_said(lines: list[str]) -> str:
    """The placed name that begins a clause most often, if it does so twice: a report names itself, and others once.

    One that begins the whole text, or follows a time (2018年，X经开区…), need not be named again.
    """
    said: Counter[str] = Counter()
    opening = next((line for line in lines if line.strip()), "")
    for line in lines:
        before = "年" if line is opening else "\0"
        for clause in _STOPPED.split(line.lstrip()):
            for zone, placed in _names(clause)[:1]:
                lead = _LEAD.match(clause)
                if placed and clause.startswith(zone, lead.end() if lead else 0) and len(zone) <= 16:
                    said[zone] += 2 if before and _WHEN.fullmatch(before) else 1
            before = clause or before
    zone, count = said.most_common(1)[0] if said else ("", 0)
    return zone if count >= 2 else ""

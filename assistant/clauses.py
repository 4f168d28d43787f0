"""A computing question of several clauses, each of its own thing: 财政总收入2016年比2015年增加了多少，规上工业企业又净增了多少家.

What the first clause says of zones and years holds for the later ones that don't say it; a clause that names nothing
(差多少, 是几倍) asks of the things before it and stays with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.periods import LATE, find_periods
from assistant.question import normalise_question, understand
from assistant.records import Operation, Query
from assistant.terms import find_terms, is_all_known
from assistant.understanding import Understanding
from index.records import Status

__all__ = ["clauses_of", "leans_on", "place_and_time", "says_indicator_alone", "supposed"]

_ASKS = re.compile("多少|什么|啥|(?<![这那好十])几|多[大高长远]|哪|谁|孰|吗|没有?(?=[，,。？?]|$)|如何|怎么?样|占比|比重|还是")
_APART = re.compile(r"([，,；;。？?！!]|、(?=[^、，,。]{2,}(?:多少|几)))(?![^（(]*[)）])")
# Said of what stands before: 占全区多大比重, 剩下的部分又是多少, 这两笔收入差多少.
_OF_BEFORE = re.compile(
    "^(?:占|相当于|折合|是.{0,12}倍|比|[这那]|两者|二者|前者|后者|它|其|剩|余|还剩|差|[涨增降跌]幅|差额|缺口|谁|哪|合计|一共|总共|加起来|前后|同比|分别|各|(?:新?开工|竣工|投产|建成|签约)[占比是]"
    f"|{LATE})"
)
_TWO_YEARS = re.compile("(?:[这近前]|一共|总共)?两年(?:之间|下来|里|来|间|内)?")
_ON = re.compile("^(?:并|又|再|而|以及|同时|另外|那么?|其中|还有|请|也|则)+(?!重|购)")
_JOIN = re.compile("[比较跟和与同到至、—~-]?(?:年|相比|年?[末底]|[比较到至和与、])*")
_PART_YEAR = re.compile("[上下]半年|[一二三四]季度|前[一二三]季度|年[初末底]")
_AGAIN = re.compile("(?<=[㐀-鿿]{2})(?:又|再|也|还)(?=[提增减上下降升扩缩多少涨跌高低快慢])")  # 办结率又提高了多少
_SUPPOSED = re.compile(
    r"(?:那么?|而)?(?:要是|如果|若是?|假如|倘若)?(?:改)?按照?(?:(?P<expected>预计|预期|预测)|年初|年度|全年|目标|任务|计划)(?:的|全年|年度|目标|任务|计划|数|值|约|[\d.]+[亿万]?美?元?)*来?(?:计算|算|看|计)[，,]"
    r"[^，,]*(?:多少|几)"
)
_WHOLE = re.compile("全区|整个|开发区|园区|全市")  # 砚池园的收入多少，全区的税收多少
_GROUP = re.compile("(?:产业链?|行业|板块|片区|园区|组团|镇|街道)$")
_EACH_OF_THEM = re.compile("^(?:(?:19|20)\\d\\d年)?[㐀-鿿]{0,8}?(?:各自?|分别)[㐀-鿿]{0,6}(?:多少|几)")
_LONGEST = 3
_MOST = 140  # of characters


def clauses_of(text: str, known: Understanding) -> list[str]:
    """The questions of a message in order, each standing alone; the message itself where it is one."""
    whole = normalise_question(text)
    if len(whole) > _MOST:
        return [text]
    parts = _asking(whole, known)
    if not 2 <= len(parts) <= _LONGEST:
        return [text]
    first = parts[0]
    zones, when = _zones_said(first, known), _when_said(first)
    lead = understand(first, known)
    each = _each_with_its_time(lead)
    if not (zones or when) and any(_zones_said(p, known) or _when_said(p) for p in parts[1:]):
        return [text]  # 税收任务谁完成得好？甲2017年的和乙2023年的…: the later ones say of what
    named = (*lead.indicators, "")[0]
    out = [first]
    for part in parts[1:]:
        own = _in_full(_ON.sub("", part), named, known)
        bare = re.sub("[（(][^）)]*[）)]", "", own)
        if each and not known.zones.find(bare) and not find_periods(bare):
            out.append(each + own)
            continue
        if lead.operation in (Operation.WHO, Operation.EXTREME) and says_indicator_alone(understand(own, known)):
            out.append(own)  # 产值最高的是哪家企业，产值多少: of the one that is found
            continue
        there = "" if known.zones.find(bare) else "和".join(zones)
        then = "" if find_periods(own) or _TWO_YEARS.search(own) else when
        if then and _PART_YEAR.match(own):
            there, then = there + re.sub("(?<=年)[末底初]$", "", then).removesuffix("年" if own.startswith("年") else ""), ""
        if _lists_a_group(lead) and _EACH_OF_THEM.search(own):
            out.append(there + then + named + own)  # 有哪三个主导产业，产值各是多少
            continue
        within = lead.scopes[0] if lead.scopes and says_indicator_alone(understand(own, known)) and not _WHOLE.search(own) else ""
        out.append(there + then + within + own)
    return out


def _lists_a_group(query: Query) -> bool:
    return query.operation is Operation.LIST and bool(query.indicators) and _GROUP.search(query.indicators[0]) is not None


def leans_on(clause: str, known: Understanding) -> bool:
    """Whether a clause asks of what stands before it: 占多大比重, 缩了百分之几."""
    return bool(_OF_BEFORE.match(_ON.sub("", clause))) or not _names(clause, known)


def place_and_time(first: str, clause: str, known: Understanding) -> str:
    """The zones and the years of a first clause that a later one doesn't name."""
    zones = "" if known.zones.find(clause) else "、".join(_zones_said(first, known))
    return zones + ("" if find_periods(clause) else _when_said(first))


def supposed(clause: str, before: Query) -> Query | None:
    """要是按预计的全年150亿算，下半年又得多少: the question before, asked again of what is expected, or aimed at."""
    said = _SUPPOSED.match(normalise_question(clause))
    if said is None:
        return None
    return replace(before, status=Status.EXPECTED if said["expected"] else Status.TARGET, asking=None, compared=(), notes=())


def _asking(whole: str, known: Understanding) -> list[str]:
    """Clauses put together so that each names a thing and asks of it; empty where they can't be told apart."""
    pieces = _APART.split(whole)
    parts: list[str] = []
    lead = ""
    for clause, stop in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if not clause.strip():
            continue
        if not _ASKS.search(clause):
            lead += clause + (stop or "，")
            continue
        clause = _AGAIN.sub("", clause)
        leans = parts and _OF_BEFORE.match(_ON.sub("", lead + clause))
        if len(parts) == 1 and _EACH_OF_THEM.search(lead + clause) and _lists_a_group(understand(parts[0], known)):
            parts.append(lead + clause)
            lead = ""
            continue
        if parts and (leans or not (_names(lead + clause, known) or _beginning(lead + clause, parts[0], known))):
            parts[-1] += "，" + lead + clause
        else:
            parts.append(lead + clause)
        lead = ""
    if lead and parts:
        parts[-1] += "，" + lead.rstrip("，,")
    return parts


def _names(clause: str, known: Understanding) -> bool:
    """Whether a clause names what it asks of: a known indicator, or words that reports print."""
    query = understand(clause, known)
    phrases = (*query.indicators, *(p for side in query.operands for p in side.indicators), query.topic)
    return any(_printed(p, known.words) for p in phrases if len(p) >= 2)


def _printed(phrase: str, words: frozenset[str]) -> bool:
    pairs = [phrase[i : i + 2] for i in range(len(phrase) - 1)]
    return bool(find_terms(phrase)) or sum(p in words for p in pairs) * 3 >= len(pairs) * 2


def _beginning(clause: str, before: str, known: Understanding) -> str:
    """安置房 of 安置房竣工套数, for 开工套数: what the clause before says of what, where both names end alike; "" where they don't."""
    own = (*understand(clause, known).indicators, "")[0]
    named = (*understand(before, known).indicators, "")[0]
    stem, whole = (re.sub("(?<=[㐀-鿿]{3})[数量额]$", "", name) for name in (own, named))
    begun = whole[: len(whole) - len(stem)]
    alike = len(stem) >= 3 and stem[-2:] == whole[-2:] and own[:2] in known.words and stem not in whole
    return begun if alike and len(begun) >= 2 and own in clause else ""


def _each_with_its_time(lead: Query) -> str:
    """甲2023年和乙2023年上半年: zones of a first clause that are each asked for a time of their own; "" else."""
    cells = [(s.zones[0], s.periods[0]) for s in lead.operands if s.zones and s.periods] if lead.operands else list(lead.cells)
    told = [(z, p) for z, p in cells if z and p]
    apart = len({z for z, _ in told}) == len(told) == len(cells) >= 2 and len({p for _, p in told}) > 1
    return "和".join(f"{z}{p.label}" for z, p in told) if apart else ""


def _in_full(clause: str, before: str, known: Understanding) -> str:
    """出口又缩短了多少 after 进口平均通关时间: the noun of the name before, where reports print the two together."""
    own = (*understand(clause, known).indicators, "")[0]
    begun = _beginning(clause, before, known) if before else ""
    if begun:
        return clause.replace(own, begun + own, 1)
    if not 2 <= len(own) <= 4 or own not in clause:
        return clause
    for cut in range(1, len(before) - 2):
        name = own + before[cut:]
        if all(name[i : i + 3] in known.words for i in range(len(name) - 2)):
            return clause.replace(own, name, 1)
    return clause


def says_indicator_alone(query: Query) -> bool:
    """Whether a clause says an indicator and nothing of whose it is."""
    phrase = query.indicators[0] if len(query.indicators) == 1 and not (query.scopes or query.zones or query.periods) else ""
    return is_all_known(phrase)


def _zones_said(first: str, known: Understanding) -> Sequence[str]:
    return list(dict.fromkeys(m.text for m in known.zones.find(first)))


def _when_said(first: str) -> str:
    """The years of a clause as they are said, with what sets them against each other: 2016年比2015年, 从2023到2024年, 两年之间."""
    found = find_periods(first)
    if not found:
        several = _TWO_YEARS.search(first)
        return several.group() if several else ""
    if len(found) == 1:
        against = re.search("[比较](?:上|前|去)一?年", first)
        return first[found[0].start : found[0].end] + (against.group() if against and against.start() >= found[0].end else "")
    between = first[found[0].end : found[1].start]
    if len(found) == 2 and _JOIN.fullmatch(between):
        return ("从" if first[: found[0].start].endswith(("从", "由")) else "") + first[found[0].start : found[1].end]
    return "、".join(first[m.start : m.end] for m in found)

"""Several results asked for in one message, each as a question of its own: 外贸箱占多大比重、比内贸箱多几万标箱.

A clause that names what it asks of takes zones and years from the first one; one that doesn't stands behind what was asked
before it, its number left out: 2019年比2017年少供多少亩，缩了百分之几 → 2019年比2017年少供，缩了百分之几.
"""

from __future__ import annotations

import re

from assistant.clauses import leans_on, place_and_time
from assistant.periods import find_periods
from assistant.question import normalise_question
from assistant.terms import find_terms
from assistant.understanding import Understanding

__all__ = ["each_alone", "of_the_thing"]

_NUMBER = "(?:百分之(?:几|多少)|几成几?|第几|多[大高长远]|(?:多少|(?<![这那十好])几)(?:[百千]?[万亿])?(?:个?百分点)?[个家户件条项亩元人名天吨倍点]?)"
_ASKS = re.compile(f"{_NUMBER}|(?:合计数|平均数|之和|之差|差额)(?=$|[，,])|哪|谁|什么|吗|是否|有没有|怎么样|如何")
_STOP = re.compile("[，,；;。？?！!]")
_TAKEN = re.compile(f"(?:合计数?|总计|共计|加起来|之和)?(?:分别|各自?)?(?:又|还)?(?:是|有|为|达到?|共)*{_NUMBER}|(?:合计数|平均数|之和|之差|差额)$")
# 2019年跟2017年比多了几万标箱？离年初定的数又差多少: set against something else, not against 2017.
_AGAINST_YEAR = re.compile(r"(?:[跟与和同比较]|对比)(?:20)?\d\d年(?:相?比|来说)?[多少增减高低涨降]*了?")
_AGAINST = re.compile("[离距]|目标|任务|计划|年初|原定|[比较跟与和](?=.{1,12}[多少高低差])")
_MOST = 4


def each_alone(text: str, known: Understanding) -> list[tuple[str, str]]:
    """The questions of a message, each as its clause and in full; empty where there are not two to four."""
    pieces = _pieces(normalise_question(text))
    asking = [i for i, p in enumerate(pieces) if _ASKS.search(p)]
    if not 2 <= len(asking) <= _MOST:
        return []
    lead = [*pieces[: asking[0]], *(p for p in pieces[asking[-1] + 1 :] if find_periods(p))]  # …，按2020年的说法
    first = pieces[asking[0]]
    before: list[str] = []
    out: list[tuple[str, str]] = []
    for i in range(asking[0], asking[-1] + 1):
        piece = pieces[i]
        if i not in asking:
            before.append(piece)
            continue
        if not out or (lead and re.match("哪|谁", piece)):
            stands = [piece]
        elif leans_on(piece, known):
            stands = [*(_AGAINST_YEAR.sub("", b) if _AGAINST.search(piece) else b for b in before), piece]
        else:
            stands = [place_and_time(first, piece, known) + (_thing(first, known) if _OF_A_THING.match(piece) else "") + piece]
        out.append((piece, "，".join([*lead, *stands])))
        before.append(_TAKEN.sub("", piece))
    return out


#: 砚芯功率半导体归谁牵头，总投资多少: what is asked of the thing that the first clause names.
_OF_A_THING = re.compile(
    "(?:它|其)?的?(?:计划|预计|协议)?(?:总投资|(?:累计|当年)(?:完成)?投资|占地|用地|建筑面积|责任单位|牵头单位|年?产能)(?![㐀-鿿]{0,2}(?:最|超|[的以]))"
)
_SHORTEST_NAME = 4  # characters
_NAMED_FIRST = re.compile("[㐀-鿿A-Za-z0-9（()）]{4,}(?:项目|工程|基地|产业园|生产线|大道|大桥|隧道)")


def of_the_thing(text: str) -> str:
    """颀洵电子的线路板项目2023年开工，用地多少亩: what is asked of the thing that the clause before tells of, in one; else as it is."""
    pieces = [p for p in _STOP.split(normalise_question(text)) if p.strip()]
    if len(pieces) != 2 or _ASKS.search(pieces[0]) or not (_OF_A_THING.match(pieces[1]) and _ASKS.search(pieces[1])):
        return text
    named = _NAMED_FIRST.match(pieces[0])
    if named is None:
        return text
    time = "" if find_periods(named.group() + pieces[1]) else "".join(pieces[0][m.start : m.end] for m in find_periods(pieces[0])[:1])
    return named.group() + time + pieces[1]


def _thing(clause: str, known: Understanding) -> str:
    """The longest printed name in a clause that is of one thing and holds no known indicator, or ""."""
    named = (n for n in known.names if len(n) >= _SHORTEST_NAME and n in clause and not find_terms(n) and known.zones.find(n) == [])
    return max(named, key=lambda n: (len(n), n), default="")


def _pieces(text: str) -> list[str]:
    """Clause by clause; a 、 parts only what is asked before it from what is asked behind: 占多大比重、比内贸箱多几万标箱."""
    out: list[str] = []
    for clause in filter(str.strip, _STOP.split(text)):
        for part in clause.split("、"):
            if out and out[-1].endswith("、"):
                out[-1] += part
            else:
                out.append(part)
            if not _ASKS.search(out[-1]):
                out[-1] += "、"
        out[-1] = out[-1].removesuffix("、")
    return out

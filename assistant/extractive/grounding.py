"""Words that narrow what is asked for, and what is said of one number: what a question narrows by has to be said of the number itself.

Reports tell several numbers in a sentence (资金1.36亿元，其中“免申即享”资金占58%), so a word that stands anywhere in it may be of another
one.  Of a number are said its name, its headings, what the sentence begins with, and its own clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant import cues
from assistant.exclusive import FROM_OUTSIDE, LEVELS, NARROWING, STAGES, TRADES, designated, exclusive
from assistant.facts import Facts
from assistant.letters import in_order
from assistant.linking import Candidate, dimension
from assistant.names import bigrams, fold
from assistant.phrases import ASKING, sizes, thresholds
from assistant.terms import find_terms, narrower_by, relation
from assistant.vocabulary import is_word
from index.figures.naming import ACTIONS, FILLERS
from index.glossary import broad_words, is_known, normalise
from index.numerals import find_quantities
from index.periods import TIME_WORDS
from index.records import Figure

__all__ = [
    "beside", "narrowed", "of_what_is_told_nowhere", "own_words", "said_around", "said_beside", "said_nowhere", "said_otherwise", "says_all", "unmet",
    "unsaid",
]  # fmt: skip

_GOES_UNSAID = (("工业",),)  # 规上工业利润总额 is told as 利润总额

#: A number that tells something: no year, no day, no size of what is counted (10亿元以上项目).
_TOLD = re.compile(r"(?<![A-Za-z\d.])\d[\d,.]*(?![\d,.年月日号期届]|[亿万千百]*元?(?:及?以上|级))")
_STOP = re.compile(r"[，,；;。、\d]")
ALIKE = 4  # characters that a phrase and a name share which have one word different …
WORD = 6  # … of so many at most
_LEAD = 2  # characters of a phrase before the trade that it is of: 新型建材产值
_LEVEL = re.compile("国家(?=级|重点|重大)|(?<![全地城])[省市](?=级|重点|重大)")
_MARKET = re.compile("对(?P<to>[㐀-鿿]{1,6}?|[A-Z]{2,})的?(?:出口|进口|进出口|贸易)(?!依存)")
_ORDINAL = re.compile("第[一二三四五六](?=[㐀-鿿]{0,4}(?:厂|中学|小学|医院|大桥))")  # 第二污水处理厂
#: What words of one form say of which kind: 微型, 生产性, 世界级.
_MARKED = re.compile(
    "[㐀-鿿](?<![典转新类模造定成户机车原选外内])型(?!号)|[㐀-鿿](?<![特属个弹可极要对行能定全女男])性(?!质|能|别|价)|[界院校]级|[红橙黄蓝绿]色"
)
_FUND = re.compile("基金[的总]*规模")  # what it holds, not what it has spent
_FACILITY = re.compile(
    "(?P<who>(?![㐀-鿿]?[一二两三四五六七八九十几座所个条家])[㐀-鿿]{2})"
    "(?P<kind>污水处理厂|水厂|电厂|变电站|水库|大桥|大道|公园|医院|码头|邻里中心|小学|中学|学校|幼儿园)"
)
_OFFICES = re.compile("商务(?:部|局|厅)|审计(?:署|局|厅)|工业和信息化[部局厅]")  # whose name says of no kind
#: What is taken off, of which a number says nothing more than that (扣除退税影响后).
_TAKEN_OFF = re.compile(
    "(?:剔除?|扣[除掉]|刨[除掉开]|除去|去掉|不[扣含算]|不包括)[^，,。；]*?(?:[之以]?后|外|影响|因素|口径|$|(?=[，,。；]))|[把将][^，,。；]*?[剔扣刨除][^，,。；]*"
)


#: 还有几个没动工: of those that were signed, too.
_NOT_COME_TO = re.compile("(?:没有?|未|尚未)(?:能|曾)?[㐀-鿿]{2}")


def own_words(figure: Figure, sentence: str) -> str:
    """What is said of a number: headings, name, its sentence up to the first number, and the clause from the number before; a row as a whole."""
    zone = re.sub("[省市]", "", figure.zone)  # 航空港 is of 航空, and no name of a zone is of a level
    head = zone + "".join(figure.path) + figure.scope + figure.indicator
    if figure.in_table:
        return head + sentence
    before, after = sentence[: figure.start - figure.sentence_start], sentence[figure.end - figure.sentence_start :]
    told = [*_TOLD.finditer(before)]
    lead, own = (before[: told[0].start()], before[told[-1].end() :]) if told else ("", before)
    stop = _STOP.search(after)
    return f"{head}，{lead}，{own}，{after[: stop.start()] if stop is not None else after}"


def beside(figure: Figure, sentence: str, *, alike: bool = True) -> list[str]:
    """The clauses of the other numbers of a figure's sentence, where they are ``alike`` only those that can be set beside it.

    Of money those of money, and of its shares.
    """
    start, end = figure.start - figure.sentence_start, figure.end - figure.sentence_start
    clauses, at = [], 0
    for quantity in find_quantities(sentence):
        if quantity.end <= start or quantity.start >= end:
            stop = _STOP.search(sentence, quantity.end)
            clause = sentence[at : quantity.start] + sentence[quantity.end : stop.start() if stop is not None else None]
            if not alike or dimension(quantity.unit) == dimension(figure.unit) or (quantity.unit in ("%", "％") and "占" in clause):
                clauses.append(clause)
        at = quantity.end
    return clauses


@dataclass(frozen=True, slots=True)
class _Narrowing:
    """What a phrase narrows by: groups of words that are alike, sizes, the name and the kind of a facility, stages, which of several."""

    groups: tuple[tuple[str, ...], ...]
    sizes: frozenset[str]
    facility: tuple[str, str] | None
    stages: frozenset[int]
    which: frozenset[tuple[int, int]]


@lru_cache(maxsize=4_096)
def _narrowing(phrase: str) -> _Narrowing:
    folded = FROM_OUTSIDE.sub("", fold(_TAKEN_OFF.sub("", _OFFICES.sub("", phrase))))
    level, market, facility = _LEVEL.search(folded), _MARKET.search(folded), _FACILITY.search(phrase)
    groups: list[tuple[str, ...]] = [g for g in NARROWING if any(w in folded for w in g)]
    groups += [g for g in TRADES if any(0 <= folded.find(w) <= _LEAD for w in g)]
    groups += [LEVELS[level[0]]] if level is not None else []
    groups += [(number,) for number in _ORDINAL.findall(folded)]
    groups += [(marked,) for marked in _MARKED.findall(folded)]
    groups += [("规模", "认缴", "首期", "总额", "设立")] if _FUND.search(folded) else []
    groups += [(market["to"],)] if market is not None else []
    named = (facility["who"], facility["kind"]) if facility is not None else None
    stages = exclusive(_NOT_COME_TO.sub("", phrase))[STAGES]
    return _Narrowing(tuple(groups), thresholds(phrase), named, stages, designated(folded))


def unmet(phrase: str, name: str, own: Callable[[], str], unsaid: Iterable[tuple[str, ...]] = ()) -> bool:
    """Whether a phrase says of which kind, level, size or market, and what is said of a number, its ``name`` or ``own``, doesn't.

    ``unsaid`` are groups that a name may leave out.
    """
    if phrase.endswith("完成投资") and name.endswith("总投资"):
        return True  # what was spent is not what it costs
    by = _narrowing(phrase)
    folded = fold(_TAKEN_OFF.sub("", phrase))
    more = _in_front(folded, name) or _in_its_place(folded, name)
    if more and not said_around(more, said := fold(own())) and not said_otherwise(more, said):
        return True  # 内部转岗办理时限, of 办理时限
    left = [group for group in by.groups if group not in unsaid and not any(w in name for w in group)]
    sizes = by.sizes - thresholds(name) if by.sizes else by.sizes
    which = by.which - designated(name) if by.which else by.which
    if not (left or sizes or by.facility or which) and (not by.stages or by.stages & exclusive(name)[STAGES]):
        return False
    said = fold(own()).replace("城镇化", "")  # beside 常住人口: no 城镇人口
    if by.facility is not None:
        who, kind = by.facility
        if kind in said and who not in said and not is_word(who):
            return True  # 桁桥污水处理厂 is not 东苎污水处理厂
    if by.stages and (of := exclusive(said)[STAGES]) and not by.stages & of:
        return True  # 10亿元以上项目, of those that were signed: none was begun
    if which - designated(said):
        return True  # 五期日处理能力, of 污水处理厂二期
    return any(not any(w in said for w in group) for group in left) or bool(sizes and not sizes & thresholds(said))


def _in_front(phrase: str, name: str) -> str:
    """What a folded phrase says of whose or of which kind it is, before a name in all its letters; "" for nothing of the sort.

    A known indicator is told of more than its name says (港口 of 集装箱吞吐量, 货物 of 进出口总额): see :func:`of_what_is_told_nowhere`.
    """
    if is_known(name):
        return ""
    front = phrase.removesuffix(name) if name else phrase
    names = front != phrase and len(front) >= 2 and not (ASKING.search(front) or _ASKER.search(front)) and _names_something(front)
    return front if names and not _OF_ALL.fullmatch(front) else ""


def _in_its_place(phrase: str, name: str) -> str:
    """The word that a folded phrase has where a name, in all else the same, has another: 养殖项目完成投资, 光伏项目完成投资; "" for none."""
    least = min(len(phrase), len(name))
    head = next((i for i in range(least) if phrase[i] != name[i]), least)
    tail = next((i for i in range(least - head) if phrase[-i - 1] != name[-i - 1]), least - head)
    one, other = phrase[head : len(phrase) - tail], name[head : len(name) - tail]
    alike = tail >= 2 and head + tail >= ALIKE and (head + tail) * 5 >= max(len(phrase), len(name)) * 3
    if not alike or min(len(one), len(other)) < 2 or max(len(one), len(other)) > WORD:
        return ""
    if ASKING.search(one) or any(_OF_ALL.fullmatch(word) for word in (one, other)):
        return ""
    related = any(relation(a, b) > 0 for a in find_terms(one) for b in find_terms(other))
    return "" if related or any(one in g and other in g for g in (*cues.SYNONYMS, *cues.INTERCHANGEABLE)) else one


def says_all(facts: Facts, figure: Figure, phrase: str) -> bool:
    """Whether all that a phrase narrows by is said of a number whose indicator is the asked one."""
    return not unmet(phrase, fold(figure.scope + figure.indicator), lambda: own_words(figure, facts.sentence(figure)), _GOES_UNSAID)


def narrowed(candidate: Candidate, phrase: str, *, known: bool = False) -> bool:
    """Whether a phrase says of which kind, and what is said of a number doesn't: 入境游客, of all 游客; ``known`` is its indicator."""
    f = candidate.figure
    sentence = candidate.around[: f.sentence_end - f.sentence_start]
    return unmet(phrase, fold(f.scope + f.indicator), lambda: own_words(f, sentence), _GOES_UNSAID if known else ())


def said_nowhere(candidate: Candidate, phrase: str) -> list[tuple[str, int]]:
    """Stretches of two characters and more that neither the name nor what is around it says, each with where it ends."""
    around = fold(candidate.around)
    return [(part, end) for part, end in unsaid(fold(phrase), candidate.figure) if len(part) >= 2 and not said_around(part, around)]


def of_what_is_told_nowhere(candidate: Candidate, phrase: str) -> bool:
    """Whether a known indicator of all is asked of something that nothing around it says: 生物医药规上工业总产值, of 规上工业总产值."""
    figure, folded = candidate.figure, fold(phrase)
    if figure.scope or not (is_known(figure.name) or figure.name in broad_words()):
        return False
    parts = [part for part, end in said_nowhere(candidate, phrase) if end == len(part) and normalise(folded[end:]) == figure.name]
    named = [part for part in parts if _names_something(part) and not _OF_NONE.fullmatch(part)]  # not 我也问问税收
    return any(not said_otherwise(part, fold(candidate.around)) for part in named)


def _names_something(part: str) -> bool:
    """Whether what stands before an indicator is a name, of a place or in words of the language, or a size: 北片区, 农产品|加工, 百亿元以上."""
    return len(part) == 2 or bool(sizes(part)) or _PLACE.search(part) is not None or any(is_word(part[:n]) for n in range(2, len(part) + 1))


_PLACE = re.compile("(?:片区|园区|街道|组团|新区|镇|园)$")
_ASKER = re.compile("领导|老板|[问想请查说写]")  # 领导问盘活了多少
#: What says nothing of whose or which: what names are printed without, when, and that it is of all the zone.
_OF_ALL = re.compile(
    f"(?:{ACTIONS}|{FILLERS}|{TIME_WORDS.pattern}|年[末底初内度]|期末|当期|现[有在]|实际|规模以上|规上|工业|地方|企业|项目|产业|行业|单位|资金|"
    "园区|辖区|区里|开发区|[经高]新?[开新]?区|新|整个|所有|大概|数|量)+"
)
_SHARED = re.compile("其中.*占")  # “免申即享”资金占58%: its amount is worked out; an amount of a part is found behind the whole
_PLAIN = re.compile("(?:产业|行业|企业|公司|项目|单位|全部|所有|全年|新增|资金)+")
_OF_NONE = re.compile(f"{_PLAIN.pattern}|(?:{ACTIONS}|新)[签增批办来]?")  # what was done with it, no one whose it is


def said_beside(candidate: Candidate, phrase: str) -> bool:
    """Whether what a phrase ends in is said of the number beside it alone: 付工程款, of 完成投资7.2亿元，支付工程进度款4.9亿元.

    Where a phrase says no character of what was measured, only of whom, any number may be beside it: 大桥停工, of 大桥全长860米，停工41天.
    """
    f, sentence = candidate.figure, candidate.around[: candidate.figure.sentence_end - candidate.figure.sentence_start]
    if sizes(phrase):
        return False  # 新签约项目43个，其中亿元以上项目26个: the part is looked for behind the whole
    left = [] if f.in_table else [(part, end) for part, end in unsaid(fold(phrase), f) if len(part) >= 2 and not _PLAIN.fullmatch(part)]
    own = fold(own_words(f, sentence)) if left else ""
    left = [(part, end) for part, end in left if not said_around(part, own) and not said_otherwise(part, own)]
    clauses = beside(f, sentence, alike=bool(set(fold(f.indicator)) & set(fold(phrase)))) if left else []
    return any(said_around(part, fold(clause)) and (end > len(part) or _SHARED.search(clause)) for clause in clauses for part, end in left)


def said_otherwise(part: str, around: str) -> bool:
    """Whether a word of the same meaning stands in a text."""
    groups = [group for group in cues.SYNONYMS if any(w in part for w in group)]
    return any(w in around for group in groups for w in group)


def said_around(part: str, around: str) -> bool:
    """Whether a text says a part, in pieces of two characters or more: 获批综保区 in 综合保税区获批设立."""
    reached = {0}
    for end in range(2, len(part) + 1):
        if any(start in reached and in_order(part[start:end], around) for start in range(end - 1)):
            reached.add(end)
    return len(part) in reached or (len(part) == 1 and part in around)


def unsaid(phrase: str, figure: Figure) -> list[tuple[str, int]]:
    """Stretches of a folded phrase that a figure's name doesn't say, each with where it ends."""
    name = fold(figure.scope + figure.indicator)
    grams = bigrams(name) | bigrams(fold(normalise(figure.scope + figure.indicator)))
    said = [False] * len(phrase)
    for i in range(len(phrase) - 1):
        if phrase[i : i + 2] in grams:
            said[i] = said[i + 1] = True
    own = find_terms(name)
    for term in find_terms(phrase):
        if related := [o for o in own if relation(term, o) > 0]:
            start = term.start + min(narrower_by(term, o) for o in related)
            said[start : term.end] = [True] * (term.end - start)
    found = re.finditer("0+", "".join("1" if s else "0" for s in said))
    return [(phrase[m.start() : m.end()], m.end()) for m in found]

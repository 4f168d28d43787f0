"""Which of the things told a follow-up points at by its place or its rank, and the question in full with its name: 第三个, 最后一项, 前者."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.computing import common_unit
from assistant.extractive.wording import unit_asked
from assistant.facts import Facts
from assistant.mentioned import Thing, called, measured, pair_told, things_told
from assistant.periods import find_periods
from assistant.phrases import ASKING
from assistant.terms import find_terms
from assistant.understanding import Understanding
from index.figures.ellipsis import is_thing
from index.numbers import count_of
from index.numerals import find_quantities
from index.records import Figure

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["EMPTY", "Meant", "of_things", "of_two", "pair_pointed", "put"]


@dataclass(frozen=True, slots=True)
class Meant:
    """A question in full, "" where just the ``item`` of a list is asked for; one that tells the asked unit answers where nothing else does.

    ``focus`` is what 它 is of from then on; with ``its_own``, only a number of just that answers.
    """

    question: str
    focus: str = ""
    item: Thing | None = None
    its_own: bool = False


_N = r"(?:[一二三四五六七八九十]|\d{1,2})"
_ONE = "(?:个|家|项|条|件|块|座|类|种|名|位|所|处)"
_KIND = "(?:事儿?|工作|项目|产业|行业|企业|公司|园区?|片区|指标|目标|任务|问题|地方|单位|区)?"
_THAT = f"(?:[那这]?一?{_ONE}|[那这]){_KIND}"
_OF = "(?:(?:要?论|按照?)?(?P<of>[㐀-鿿]{2,8}?))?"
# 产值排第二的那个, 总投资列第三位的项目; 最高的那家, 垫底的那个; 第三个; 最后一项, 末尾那个, 打头的那个.
_RANKED = re.compile(f"{_OF}(?:排名?在?|位?列|位?居|名列)第(?P<n>{_N})[位名]?的?{_THAT}")
_MOST = re.compile(f"{_OF}最(?P<how>[高多大快贵长低少小慢短]|便宜)的(?:[那这]一?{_ONE}?{_KIND}|(?=占|增[速长幅]|产值|税收|(?:总|完成)?投资))")
_NTH = re.compile(f"(?P<back>倒数)?第(?P<n>{_N}){_ONE}{_KIND}(?!季|月|年|次|产业)")
_LAST = re.compile(f"(?:最后面?|末尾|最末|末了|最靠后|末)的?(?:[那这]一?|一){_ONE}{_KIND}")
_OPENING = re.compile(f"(?:打头|开头|最前面?|排头|头里)的?[那这]一?{_ONE}{_KIND}|头一{_ONE}{_KIND}(?!季|月|年)")
_BESIDE = re.compile(
    f"排?在?(?:它|其|[这那]个)?的?(?P<way>后面|后头|后边|之后|下面|下边|前面|前头|前边|之前|上面)的?[那这]一?{_ONE}{_KIND}"
    f"|再?(?<!一)下一{_ONE}{_KIND}(?!月|季|年|阶段|步)"
)
_PAIR = re.compile(
    "(?P<first>前者|(?<![目之此以从提当年])前面?(?:[那这]一?|一)(?:个|家|项|条|件|块|座|种)(?!月|季|年|星期))"
    "|(?P<second>后者|(?<![今之以最工产])后面?(?:[那这]一?|一)(?:个|家|项|条|件|块|座|种)(?!月|季|年|星期))"
)
# 冷链那个投多少: the only one whose name holds the word.
_CALLED = re.compile(f"^(?:那么?)?(?!.{{0,4}}(?:一开始|最[早先后初]|刚才|上面))(?P<called>(?:(?!\\d|[的那这年]).){{2,8}}?)的?[那这]一?{_ONE}{_KIND}")
EMPTY = re.compile("(?:的)?(?:呢|是?(?:什么|啥|谁|哪一?[个家项]|多少|几)(?:来着)?|叫(?:什么|啥)(?:名字?)?)?[?？。呢吧]*")


def put(thing: str, placed: tuple[str, str], before: str, after: str, known: Understanding) -> str:
    """The question with the name of the thing, its zone and year in front unless it says its own."""
    rest = before + after
    zone, when = placed
    own = [m for m in find_periods(rest) if m.periods]
    if len(own) == 1:
        said = rest[own[0].start : own[0].end]
        when, before, after = own[0].periods[0].label, before.replace(said, "", 1), after.replace(said, "", 1)
    zone = "" if known.zones.find(rest) or thing.startswith(zone) else zone
    when = "" if len(own) > 1 or "后来" in rest else when
    after = re.sub("^[，,、 的]+", "", after)
    after = re.sub("(?<=[㐀-鿿]{2})呢[?？]*$", "是多少", after)
    return f"{zone}{when}{before}{thing}{after}"


def of_two(text: str, turns: Sequence[Turn], known: Understanding) -> str:
    """前者的2022年任务数 of the first of the two numbers told."""
    said = _PAIR.search(text)
    pair = pair_told(turns) if said and len(_PAIR.findall(text)) == 1 else None
    if said is None or pair is None:
        return ""
    meant = pair[0] if said["first"] else pair[1]
    after = text[said.end() :]
    after = "是多少" if EMPTY.fullmatch(after) else after
    when = meant.period.label if meant.period else ""
    its_own = is_thing(meant.scope) and re.match("(?:占地|用地|总投资|完成投资|什么时候|啥时候|哪[天年月]|落在|在哪)", after)  # 后者占地多少
    return put(meant.scope if its_own else called(meant), (Facts.short(meant.zone), when), text[: said.start()], after, known)


def of_things(text: str, turns: Sequence[Turn], facts: Facts) -> Meant | None:
    """水暖阀门从业人员多少, of 产值排第二的那个: the things told, in their order or by their numbers."""
    for pattern in (_RANKED, _MOST, _NTH, _LAST, _OPENING, _BESIDE, _CALLED):
        said = pattern.search(text)
        if said is None:
            continue
        things = things_told(turns, facts)
        thing = _meant(pattern, said, things, turns, facts) if things else None
        if thing is None:
            return None
        before, after = text[: said.start()], re.sub("^呢[，,、 ]+(?=.)", "", text[said.end() :])  # 第三个呢，投资多少
        focus = thing.name if thing.figure is None or thing.figure.scope == thing.name else ""
        if EMPTY.fullmatch(after):
            if thing.figure is None:
                return Meant("", focus, thing) if thing.cited is not None and not before else None
            after = f"{thing.measure}是多少"
        elif not (ASKING.search(after) or "几" in after):
            return None  # 第一个是砺瓷的吧
        if turns[-1].answer.text.startswith("没有完成目标") and _SHORT.fullmatch(after):
            after = f"离目标{after}"  # the first that was missed: 第一个差多少
        of = said.groupdict().get("of") or ""
        name = thing.name + (thing.measure if _GROWTH_ALONE.fullmatch(after) else "")
        question = put(name, (thing.zone, thing.when), "" if before in of else before, after, facts.understanding())
        return Meant(question, focus, thing if unit_asked(after) and unit_asked(after) in {q.unit for q in find_quantities(thing.text)} else None)
    return None


_SHORT = re.compile("还?[差缺欠少]了?(?:多少|几)[㐀-鿿]{0,2}[?？]*")
_GROWTH_ALONE = re.compile(
    "[，,]?的?(?:同比)?(?:增速|增幅|涨幅|增长率?|[增涨降跌]|下降)了?(?:是|有|呢)?(?:多少|几|百分之几|百分之多少)?(?:个?(?:百分)?点)?[呢?？。]*"
)


_EXTREME = re.compile(f"最(?P<how>[高多大低少小]|便宜|贵)的(?:[那这]一?{_ONE}?)?")


def pair_pointed(text: str, turns: Sequence[Turn], facts: Facts) -> tuple[str, tuple[Figure, Figure]] | None:
    """头一个和最后一个差多少, 第一个是第二个的几倍: the question with 前者 and 后者 for them, and their numbers."""
    found: list[tuple[int, int, re.Pattern[str], re.Match[str]]] = []
    for pattern in (_RANKED, _MOST, _NTH, _LAST, _OPENING, _EXTREME):
        for said in pattern.finditer(text):
            if not any(a < said.end() and said.start() < b for a, b, *_ in found):
                found.append((said.start(), said.end(), pattern, said))
    things = things_told(turns, facts) if len(found) == 2 else []
    figures: list[Figure] = []
    for _, _, pattern, said in sorted(found, key=lambda f: f[0]):
        thing = (_ranked(said, things, by_word=True) if pattern is _EXTREME else _meant(pattern, said, things, turns, facts)) if things else None
        if thing is None or thing.figure is None:
            return None
        figures.append(thing.figure)
    if len(figures) != 2 or figures[0] is figures[1]:
        return None
    (a, b, *_), (c, d, *_) = sorted(found, key=lambda f: f[0])
    return f"{text[:a]}前者{text[b:c]}后者{text[d:]}", (figures[0], figures[1])


def _meant(pattern: re.Pattern[str], said: re.Match[str], things: list[Thing], turns: Sequence[Turn], facts: Facts) -> Thing | None:
    of = said.groupdict().get("of") or ""
    if of and any(t.figure is None for t in things):
        things = measured(things, of, facts) or things  # 总投资最大的那个, after which they are
    if pattern in (_RANKED, _MOST):
        return _ranked(said, things, by_word=pattern is _MOST)
    if pattern is _NTH and re.search("[名位]", said.group()) and not said["back"] and all(t.figure is not None for t in things):
        return _ranked(said, things, by_word=False)  # 第二名是哪个片区
    if pattern is _CALLED:
        named = [t for t in things if said["called"] in t.name]
        return named[0] if len(named) == 1 else None
    if pattern is _BESIDE:
        at = _asked_last(things, turns[-1].query.text)
        if at is None:
            return None
        at += -1 if re.match("前|上|之前", said["way"] or "") else 1
    elif pattern is _NTH:
        number = count_of(said["n"])
        at = len(things) - number if said["back"] else number - 1
    else:
        at = len(things) - 1 if pattern is _LAST else 0
    return things[at] if 0 <= at < len(things) else None


def _ranked(said: re.Match[str], things: list[Thing], *, by_word: bool) -> Thing | None:
    """By the numbers that were told, of what was told; None where two are alike at that place."""
    figures = [t.figure for t in things if t.figure is not None]
    of = said.groupdict().get("of") or ""
    grown = bool(re.search("增速|增幅|涨幅|增长", of)) or (by_word and said["how"] in "快慢")
    if len(figures) != len(things):
        return None
    named = {m for t in find_terms(of) for m in t.meanings}
    if not grown and named and not any(f.name in named or f.indicator in of or of in f.indicator for f in figures):
        return None
    numbers: list[Decimal] = [f.growth for f in figures if f.growth is not None] if grown else (common_unit(figures) or ([], ""))[0]
    if len(numbers) != len(things):
        return None
    low = by_word and said["how"] in ("低", "少", "小", "慢", "短", "便宜")
    order = sorted(range(len(things)), key=lambda i: numbers[i], reverse=not low)
    place = 1 if by_word else (count_of(said["n"]))
    if not 1 <= place <= len(order) or numbers.count(numbers[order[place - 1]]) > 1:
        return None
    return things[order[place - 1]]


def _asked_last(things: Sequence[Thing], text: str) -> int | None:
    """Which of the things the question before was of: the only one that shares the most of its name with it."""
    held = [max((n for i in range(len(t.name)) for n in range(3, len(t.name) - i + 1) if t.name[i : i + n] in text), default=0) for t in things]
    most = max(held)
    return held.index(most) if most >= 3 and held.count(most) == 1 else None

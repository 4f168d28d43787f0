"""What two numbers of one sentence give together, where the question says how: what was not done, what is left, what was there before.

Rules look for the phrase that is asked and find the number printed of all of it, or none.  Here the sentence comes first: of all pairs of
its numbers that may stand so to each other (all and those done, all and a rate, a stock and what was added), the one whose
clauses hold most of what is asked; none, where two pairs that give different results hold as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.grounding import says_all
from assistant.extractive.undone import TERMS, own_clause
from assistant.extractive.wanted import GENERIC
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect, Draft, Operation, Query
from assistant.story import asking_clauses
from index.figures.naming import ACTIONS
from index.glossary import normalise
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_jointly"]

HELD = 0.6  # of the pairs of characters asked, in the clauses of the two numbers
CLEARLY = 0.12  # by how much another result has to hold less of them

_NUMBER_ASKED = re.compile("多少|几(?!乎)")
_UNDONE = re.compile(
    "(?:还|仍|尚)?(?:没有?能?|尚?未能?(?![来必])|不曾)(?P<verb>[㐀-鿿]{1,6}?)"
    "(?:出来|下来|下去|进去|上|完|到|掉|好|了)*(?:的|(?=[还有剩，,？?。（(]|$))"
)
_LEFT_UNDONE = re.compile(
    "还(?:有|剩|差|欠)(?:下|着)?(?:多少|几)[㐀-鿿]{1,4}?(?:没有?|未)(?P<verb>[㐀-鿿]{1,6}?)(?:出来|下来|上|完|到|掉|好|了)*[?？。]*$")
_RATE = re.compile("已?(?P<verb>[㐀-鿿]{2,4}?)的?(?:完成)?(?:率|比例)(?=(?:[是为有达到]|大概|究竟|约)*(?:多少|几|百分|多高|[?？。]|$))")
_CHANGE = re.compile("(?:压[缩减]|缩[短减小]|精简|核减|减[少轻]|下降|降低|回落|提[高升]|增[加长]|上升|扩大)$")
_BUT = re.compile(
    "(?:除了?|除去|除开|扣除|扣掉|剔除|刨去|刨除|去掉|减去|减掉|不算|不含|撇开|抛开)(?P<part>[^，,。？?]{2,12}?)"
    "(?:(?:之外|以外|外(?![商资贸汇])|之?后|部分)的?(?:部分)?[，,]?|[，,]|的?其[他余]的?)"
    r"|(?<![除了])(?P<apart>[^，,。？?的除]{2,12}?)(?:之外|以外)的?|不(?:是|属于)(?P<other>[^，,。？?的]{2,8})的"
    r"|(?P<less>\d[\d.]*[亿万千]元?)以下|(?:不到|不足|没有?(?:达到|达|到|过|上))(?P<below>\d[\d.]*[亿万千]元?)的?"
)
_BEFORE = re.compile(
    "(?:(?:上|去|前)一?年)?(?:年?[末底初])?(?:之前|以前|此前)|(?:上|去|前)一?年的?年?[末底]|(?:上|去|前)年(?:年)?[末底]|年初(?!目标|计划|预算|定|提|确)|原来|原先|原本"
    "|(?<=[产用成水运行市开工])前(?=[，,的])"
)
_AT_THE_END = re.compile("年?[末底]|累计|总数|总量|一?共有|规模达|存量|截至|能力")
_STOCK = re.compile("累计|总数|总量|总计|达到?|合计|保有|拥有|[年期]末|现有|余额")
_CAME = re.compile("新|当年|年内|净增|引进|增加|扩|本年|全年完成|完成投资")
_GONE = re.compile("退[出库规统园]|注销|到期|未[能]?(?:再|重新)?通过|迁出|搬离|失效|取消")
_NO_WORDS = re.compile(
    "(?:大[约概致]|大体|究竟|到底|一共|总共|合计|加起来|算下来|算一下|算算|折算|报告没(?:有)?(?:直接)?(?:写|给|说)[㐀-鿿]{0,3}|(?:还|又|就|都|约|里头?|里面|当中|其中|中)(?=[有剩没未，,？?]|$))"
    "|(?:还|剩下?|余下?|欠|差|有|是|为|约)*(?:多少|几)(?:个|家|户|名|人|件|条|套|项|亩|处|起|[万亿]*(?:元|吨|平方米|人次|千瓦时?|美元)?)*"
    r"|\d+[个家项件条户名]|进去|出去|出来|还(?:剩|有|差|欠|余)|剩(?:下|余)?|[？?，,。、（）()“”《》：:]"
)
_IN_ALL = re.compile("加起来|加一起|加总|合计|一共|总共|总计|拢共|共(?=投|有|是|多少)|总投资(?=(?:是|有|为)?多少)")
_AIMED = re.compile("目标|任务|计划|预计|预期|打算|要求")
_ZONE_ITSELF = ("开发区", "高新区", "经开区", "本区", "我区", "园区")


@dataclass(frozen=True, slots=True)
class _Found:
    held: float
    figures: tuple[Figure, ...]
    result: Computed


def answer_jointly(facts: Facts, query: Query, before: Draft) -> Draft | None:
    """None where the question says no such thing, where rules worked something out, or told a number that is none of the two."""
    if query.operation.in_words or query.operation in (Operation.EXTREME, Operation.WHO, Operation.RANKING) or len(query.cells) > 1:
        return None
    open_ = before.unsure or any(REFUSAL in s.text for s in before.statements)
    if any(s.formula for s in before.statements) or (not open_ and len({f.id for f in before.figures}) > 1):
        return None
    zones = facts.placed(query)
    newest = facts.newest.get(zones[0]) if len(zones) == 1 else None
    year = query.periods[0] if query.periods else newest
    if len(zones) != 1 or year is None or query.unknown_zones or _AIMED.search(query.text):
        return None
    years = [year] if query.periods else facts.periods_of(zones[0])
    found = [f for way in _WAYS for when in years for f in way(facts, query, zones[0], when)]
    found = [f for f in found if any(says_all(facts, g, asking_clauses(query.bare)) for g in f.figures)]
    found.sort(key=lambda f: -f.held)
    best = next(iter(found), None)
    if best is None or best.held < HELD or any(f.result.text != best.result.text and f.held > best.held - CLEARLY for f in found):
        return None
    told = {f.id for f in before.figures}
    if not open_ and not told & {f.id for f in best.figures}:
        return None
    drafting = Drafting(facts)
    shown = "，".join(f"{describe(f)}{amount(f)}" for f in best.figures)
    about = "约" if "≈" in best.result.formula else ""
    drafting.say(f"{about}{best.result.text}（{shown}；{best.result.formula}）。", drafting.cite(*best.figures), best.result.formula)
    return drafting.draft()


def _undone(facts: Facts, query: Query, zone: str, year: Period) -> Iterator[_Found]:
    """All, and those for which a thing was done, or the rate at which it was: 巡察反馈的26个问题已整改到位24个; 调解纠纷296件，成功率96.5%."""
    text = TERMS.sub("", query.text)  # 批而未供 is a name
    asked = _LEFT_UNDONE.search(text) or _UNDONE.search(text)
    if asked is None or not _NUMBER_ASKED.search(query.text) or re.search("目标|任务|为什么|原因", query.text):
        return
    words = _words(query, asked)
    for told in _sentences(facts, zone, year):
        for whole, done in _pairs(told):
            if done.start < whole.start or not _does(facts, done, told, asked["verb"]):
                continue
            held = _held(facts, words, told, (whole, done))
            if done.unit in ("%", "％"):
                if done.indicator.endswith("率") and whole.value and done.value is not None and 0 < done.value < computing.HUNDRED:
                    yield _Found(held, (whole, done), computing.left_by_rate(whole.value, done.value, whole.unit))
            elif (values := _more(whole, done)) is not None:
                yield _Found(held, (whole, done), _gap(values))


def _rate_of(facts: Facts, query: Query, zone: str, year: Period) -> Iterator[_Found]:
    """整改完成率, where 反馈的26个问题已整改到位24个 is printed and no rate."""
    asked = _RATE.search(query.text)
    if asked is None or query.aspect is Aspect.GROWTH or _CHANGE.search(asked["verb"]):
        return  # 精简比例, 压缩率: what is left is no part for which a thing was done
    words = _words(query, asked)
    for told in _sentences(facts, zone, year):
        if any(f.unit in ("%", "％") and _does(facts, f, told, asked["verb"]) for f in told):
            continue
        for whole, done in _pairs(told):
            values = _more(whole, done) if done.start > whole.start and _does(facts, done, told, asked["verb"]) else None
            if values is not None:
                yield _Found(_held(facts, words, told, (whole, done)), (done, whole), computing.share(values[0][1], values[0][0]))


def _without(facts: Facts, query: Query, zone: str, year: Period) -> Iterator[_Found]:
    """引进的高层次人才除了博士: all, and the part that is told with it by the name that is taken off."""
    asked = _BUT.search(query.text)
    named_so = next((v for v in asked.groups() if v), "") if asked is not None else ""
    part = f"{named_so}以上" if asked is not None and (asked["less"] or asked["below"]) else named_so
    if asked is None or query.aspect is not Aspect.VALUE:
        return
    part = part.removeprefix(query.zones[0] if query.zones else "").removesuffix("的")
    itself = part.endswith(_ZONE_ITSELF) or (len(part) > 1 and part in zone)
    named, words = bigrams(fold(part)), _words(query, asked)
    sentences = _sentences(facts, zone, year)
    for told in [[f for of in sentences for f in of]] if itself else sentences:
        for whole, one in _pairs(told):
            name = bigrams(fold(one.scope + one.indicator))
            if itself:
                fits = not one.scope and whole.scope.endswith(("全市", "全县", "全省", "全州")) and one.name == whole.name
            else:
                fits = named <= name and not named & bigrams(fold(whole.scope + whole.indicator))
            values = _more(whole, one) if fits else None
            if values is None or not (one.part_of == whole.id or words & _name(whole)):
                continue
            yield _Found(_held(facts, words, told, (whole,)), (whole, one), _gap(values))


def _earlier(facts: Facts, query: Query, zone: str, year: Period) -> Iterator[_Found]:
    """上一年末累计多少: what there is, without what the year has added: 新增屋顶光伏12.5兆瓦，累计46兆瓦."""
    asked = _BEFORE.search(query.text)
    if query.aspect is not Aspect.VALUE or not _NUMBER_ASKED.search(query.text):
        return
    if asked is None and not (_AT_THE_END.search(query.text) and query.periods):
        return
    words = _words(query, asked)
    for told in _sentences(facts, zone, year if asked is not None else year.shifted(1)):
        for stock, came in _pairs(told):
            values = _more(stock, came) if came.start < stock.start or "净增" in _clause(facts, came) else None
            if values is None or not _grew_to(facts, came, stock):
                continue
            left = [f for f in told if came.start < f.start < stock.start and f.unit == came.unit]
            gone = [f for f in left if _GONE.search(_clause(facts, f))]
            if len(left) > len(gone) or len(gone) > 1:
                continue
            if came.unit in ("家", "户") and not (gone or "净增" in _clause(facts, came) or "累计" in _clause(facts, stock)):
                continue  # firms leave, too, and nobody says how many
            (all_of_it, added), unit = values
            held = _held(facts, words, told, (stock, came))
            if gone and gone[0].value is not None:
                yield _Found(held, (stock, came, gone[0]), _back(all_of_it, added, gone[0].value, unit))
            else:
                yield _Found(held, (stock, came), computing.difference(all_of_it, added, unit))


def _by_rate(facts: Facts, query: Query, zone: str, year: Period) -> Iterator[_Found]:
    """有多少件是网上办的, of 办件2.3万件，网办率86.4%: what a printed rate makes of the number it is told with."""
    if query.aspect is not Aspect.VALUE or not _NUMBER_ASKED.search(query.text) or re.search("率|比例|占|没|未|不|剩|多少个?(?:百分)?点", query.text):
        return
    words = _words(query, None)
    for told in _sentences(facts, zone, year):
        for whole, rate in _pairs(told):
            stem = re.search("(?P<of>[㐀-鿿]{2})率$", rate.indicator) if rate.unit in ("%", "％") and rate.start > whole.start else None
            said = {c for c in stem["of"] if c in query.bare} - set(whole.scope + whole.indicator) if stem else set()
            if not said or whole.value is None or rate.value is None or not whole.unit.endswith(query.unit):
                continue
            if not 0 < rate.value <= computing.HUNDRED:
                continue
            rest = frozenset(g for g in words if not said & set(g))
            yield _Found(_held(facts, rest, told, (whole, rate)), (whole, rate), computing.of_share(whole.value, rate.value, whole.unit))


def _listed(facts: Facts, query: Query, zone: str, year: Period) -> Iterator[_Found]:
    """三个10亿元以上项目一共投多少, of as many as are counted, each told with its own amount behind the count."""
    asked = _IN_ALL.search(query.text)
    if asked is None or query.aspect is not Aspect.VALUE:
        return
    words = _words(query, asked)
    for told in _sentences(facts, zone, year):
        for count in told:
            behind = [f for f in told if f.start > count.start and f.kind is FigureKind.VALUE and f.scope]
            for unit, name in dict.fromkeys((f.unit, f.indicator) for f in behind if f.unit != count.unit):
                each = [f for f in behind if (f.unit, f.indicator) == (unit, name)]
                if not 1 < len(each) == count.value or len({f.scope for f in each}) < len(each):
                    continue
                values = computing.common_unit(each)
                if values is not None:
                    yield _Found(_held(facts, words, told, (count, each[0])), (*each, count), computing.total(*values))


_WAYS = (_undone, _rate_of, _without, _earlier, _by_rate, _listed)


def _back(stock: Decimal, came: Decimal, gone: Decimal, unit: str) -> Computed:
    value = stock - came + gone
    text = computing.plain(value)
    return Computed(value, unit, f"{text}{unit}", f"{computing.plain(stock)} − {computing.plain(came)} + {computing.plain(gone)} = {text}")


def _grew_to(facts: Facts, came: Figure, stock: Figure) -> bool:
    """Whether one number is what a year has added to the other: said so of both, and of the same thing."""
    so_far, added = _clause(facts, stock), _clause(facts, came)
    if not _STOCK.search(so_far) or not _CAME.search(added) or _CAME.match(stock.scope) or "%" in (stock.unit, came.unit):
        return False
    one, other = (bigrams(re.sub(f"^(?:{ACTIONS}|累计|当年|新增)+", "", fold(f.scope + f.indicator))) for f in (came, stock))
    return bool(one & other) or not stock.indicator or stock.indicator == came.indicator


def _words(query: Query, asked: re.Match[str] | None) -> frozenset[str]:
    """The pairs of characters of what is asked, without what says how."""
    text = query.bare or query.text
    cut = asked.re.search(text) if asked is not None else None
    text = text if cut is None else text[: cut.start()] + "，" + text[cut.end() :]
    text = re.sub(r"(?:20)?\d\d年(?:度|末|底)?|[今去前]年|(?:上|下)半年", "，", text)
    bare = GENERIC.sub(" ", _NO_WORDS.sub(" ", text))
    return frozenset(g for run in bare.split() for g in bigrams(fold(run)) if len(g) > 1)


def _sentences(facts: Facts, zone: str, year: Period) -> list[list[Figure]]:
    """What was done, sentence by sentence, up to a full stop."""
    groups: dict[tuple[str, int], list[Figure]] = {}
    for f in facts.figures([zone], [year]):
        if f.value is not None and f.kind in (FigureKind.VALUE, FigureKind.SHARE) and f.status is Status.DONE and not f.in_table:
            groups.setdefault((f.report_id, _begins(facts, f)), []).append(f)
    return [sorted(g, key=lambda f: f.start) for g in groups.values()]


def _begins(facts: Facts, figure: Figure) -> int:
    text = facts.report(figure.report_id).text
    return max(text.rfind(mark, 0, figure.start) for mark in "。\n") + 1


def _pairs(told: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Every whole with every other number, no share of something else."""
    wholes = [f for f in told if f.kind is FigureKind.VALUE and f.unit not in ("%", "％") and f.value]
    for whole in wholes:
        for other in told:
            if other.id != whole.id and other.kind is FigureKind.VALUE:
                yield whole, other


def _more(whole: Figure, part: Figure) -> tuple[list[Decimal], str] | None:
    values = computing.common_unit([whole, part]) if part.unit not in ("%", "％") else None
    return values if values is not None and values[0][0] > values[0][1] >= 0 else None


def _gap(values: tuple[list[Decimal], str]) -> Computed:
    (one, other), unit = values
    return computing.difference(one, other, unit)


def _clause(facts: Facts, figure: Figure) -> str:
    """The clause that a number stands in, with what is said of it by name."""
    return figure.scope + figure.indicator + own_clause(facts, figure)


def _does(facts: Facts, figure: Figure, told: Sequence[Figure], verb: str) -> bool:
    """Whether the clause of a number says the verb: 按期办结率99.2%, of 没按时办完."""
    marks = {c for c in verb if c not in "了的下去完出来进好上到掉有过能"}
    said = set(_clause(facts, figure)) & marks
    return bool(marks) and len(said) >= max(1, (len(marks) + 1) // 2 if len(marks) > 2 else len(marks))


def _name(figure: Figure) -> frozenset[str]:
    own = figure.scope + figure.indicator
    return bigrams(fold(own)) | bigrams(fold(normalise(figure.indicator)))


def _held(facts: Facts, words: frozenset[str], told: Sequence[Figure], pair: Sequence[Figure]) -> float:
    """How much of what is asked the clauses of two numbers hold, and that which their sentence begins with."""
    if not words:
        return 0.0
    text = facts.report(pair[0].report_id).text
    first = re.split("[，。；,;\n]", text[_begins(facts, told[0]) : told[0].end])[0]
    own = bigrams(fold("，".join(_clause(facts, f) for f in pair)))
    whole = frozenset.union(own, *(_name(f) for f in pair))
    between = sum(min(f.start for f in pair) < f.start < max(f.start for f in pair) for f in told) if len(pair) > 1 else 0
    return len(words & (whole | bigrams(fold(first)))) / len(words) + 0.1 * len(words & whole) / len(words) - 0.02 * between

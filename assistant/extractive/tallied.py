"""What a follow-up works out of the numbers just told: 三年加总, 两家加一块儿是多少, 这三块里哪块增速最高, 增幅算一下.

Nothing is looked for again: the operands are the figures that the last answers told, as many as the follow-up counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, changed, describe, growth, more_or_less, unit_asked
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.mentioned import by_default
from assistant.presenting import PRESENTED
from assistant.records import Answer, Draft, Operation
from index.numerals import convert
from index.records import Figure, FigureKind, Status
from index.units import ANY_UNIT

__all__ = ["answer_tallied", "parts_beside", "tallying"]

_KIND = "(?:个?(?:[年家区地块项样者数期类处批季]|月份?|开发区|园区?|片区|企业|项目|产业|行业|指标|数字?)(?:份|头)?)"
_THEM = (
    f"(?:(?:那么?|就|把|将|这|上面|前后|前面|刚才|以上|它们?|(?:说|问|查)的)*(?P<many>[两二三四五六])?(?:{_KIND}|个)?(?:的)?(?:数字?)?"
    "(?:之间|里头?|里面|当?中|之中|下来|前后)?的?)"
)
_ASKING = (
    "(?:给我|帮我|麻烦|再|又|是|有|合|折合|折成|换算?成|等于|一下|算|大[概约]|能|到底|了|得|要)*"
    f"(?:(?:多少|几)(?:[百千]?[万亿])?(?:个?(?:{ANY_UNIT})|个?(?:百分)?点)?)?(?:帮我|给我|一下|一算|算|出来|来着|呢|吧|啊)*[?？。]*"
)
_SUM = re.compile(
    f"{_THEM}(?:都|全|一起|给我|帮我)*(?:加总|加起来|加在一起|加一?块儿?|合起来|合在一起|合计|一?共|总共|总计|共计|相加|之和|总和|拢共|累计|汇总)起?来?{_ASKING}"
)
_MEAN = re.compile(f"{_THEM}(?:平均(?:每|一)?(?:[年家区地块项个月]|下来)?|均值){_ASKING}")
_GREW = re.compile(
    f"{_THEM}(?P<noun>[㐀-鿿]{{0,3}}?)(?:[增涨降跌缩减]幅|(?:增长|提高|提升|下降|上涨)(?:率|幅度))"
    f"(?:是|为|有|达|的?话|多大|百分之几|百分之多少|几成)*{_ASKING}"
)
_YEARLY = re.compile(f"{_THEM}年均(?:复合)?(?:增长率?|增速|增幅|涨幅|增加)(?:是|为|有|达)*(?:百分之几|百分之多少)?{_ASKING}")
_MOST = re.compile(
    f"{_THEM}(?:里头?|中)?(?:谁|哪一?(?:{_KIND}|个(?=.{{0,2}}最)|边|头|方))(?:的)?(?P<of>增速|增幅|涨幅|增长)?(?:是|[定做干完成]+得)?"
    f"(?:[最更](?P<how>[高多大快低少小慢])|(?P<bare>[高多大快低少小慢]))[了些点]*{_ASKING}(?:[，,]{_ASKING})?"
)
# 最差是哪段，跌了几个点: the greatest first, as it is often said.
_FIRST = re.compile(
    f"{_THEM}(?P<of>增速|增幅|涨幅|增长)?最(?P<how>[高多大快低少小慢好差])的?(?P<bare>)(?:(?:就?是|要数|属|算)?(?:谁|哪一?(?:段|个|{_KIND}))|呢)[了些点]*"
    f"(?:[，,](?:[增涨升跌降减多少高低]|是)了?(?:{_ASKING}))?[?？。]*"
)
_IT = "(?:它|它们|这个|那个|这|那|此|上面|前面|刚才|之前|前者|[上前]一个|上回|上次)(?:的|那个|这个|说的|问的|数字?)*"
_HOW = f"(?:多少|几)(?:[百千]?[万亿])?(?:个?(?:{ANY_UNIT})|个?(?:百分)?点)?"
_GAP = re.compile(
    f"(?:{_THEM}|那么?)?(?:(?P<it>(?:比|较|[跟和与同]){_IT}(?:相?比)?[，,]?)?(?:又|再|还|却|要|得|能|一共)*"
    f"(?P<way>相?差|[多少高低快慢大小]|超|增加|减少|提高|下降|上?涨|下?跌)(?:出来?|[了过得着])*(?P<verb>[㐀-鿿]{{0,2}}?)了?{_HOW}"
    f"|(?:相当于|是)(?P<of>{_IT})(?:的)?(?:多少|几)倍)(?:呢|吧|啊)?[？?。]*"
)
# 另外两个片区各征了多少, 另外两个园加起来还比它少多少
_OTHERS = re.compile(
    "(?:那么?)?(?:另外|其他|其余|剩下)的?(?P<many>[两二三四五])(?:个|家|大|条|块)?(?:主导|支柱|特色|优势|主要)*(?:片区|园区?|组团|产业|行业|镇街?|街道|港区|板块)?(?:呢|的)?"
    f"(?:(?P<sum>加起来|加一?块儿?|合起来|合计|一?共|总共)(?:又|还|才|也)*(?:[㐀-鿿]{{0,3}}?)?(?P<gap>(?:比{_IT})?(?:又|还)*[多少高低差](?:出来?|了)?)?了?{_HOW}"
    f"|(?:分别|各自?|又|都|也)+(?:[㐀-鿿]{{0,4}}?{_HOW}|[报列说讲念](?:一下|出来|下|上)?))?(?:呢|吧|啊)?[？?。]*"
)
# 追回欠薪多少 → 多少人 → 人均呢: the money just told, of each of those just counted.
_PER_ONE = re.compile(
    "(?:那么?|这样|算下来|折合|合)*(?:人均|户均|平均(?:到|给)?(?:每一?[人名户家个位件]|[一每]?[人户家个]|下来)?|每一?[人名户家个位](?:平均)?)(?:[^，,。？?]{0,3}?"
    f"{_ASKING})?(?:呢|吧|啊)?[？?。]*"
)
_AGAIN = re.compile(f"{_THEM}{PRESENTED}[？?。]*")  # 两年都列出来, 列个表
_IN_ALL = re.compile("(?:那么?|这)?(?:一?共|总共|总计|共计|累计)")
_LAST = re.compile("(?P<head>.{4,}?)[，,；;。？?](?P<tail>[^，,；;。？?]{3,24}[？?。]*)")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_LOW = "低少小慢差"


_ENDS = 2


def answer_tallied(asked: str, turns: Sequence[Answer], facts: Facts) -> Draft | None:
    """None where the question asks of something else, or the numbers just told are not as many, or of different measures."""
    clause = asked.strip("，,。 ")
    if others := _OTHERS.fullmatch(clause):
        return _of_the_others(others, turns, facts)
    if _PER_ONE.fullmatch(clause) and (each := _per_one(turns, facts)) is not None:
        return each
    for pattern, tell in _WAYS:
        said = pattern.fullmatch(clause)
        if said is None:
            continue
        if tell is _say_most and turns and turns[-1].query.operation is Operation.EXTREME and len({*turns[-1].figures}) <= _ENDS:
            return None  # 哪个园区最高 → 谁最低: the highest and the one that it was set against are not all of them
        figures = _two_told(turns, said) if pattern is _GAP else _told(turns, _NUMBERS.get(said["many"] or "", 0), yearly="年" in said.group())
        if _IN_ALL.match(clause) and not _of_years_or_parts(figures):
            return None  # 一共多少户, after 新增多少户: how many there are
        if len(figures) < 2:
            return None
        drafting = Drafting(facts)
        return drafting.draft() if tell(drafting, figures, said) else None
    return None


def _per_one(turns: Sequence[Answer], facts: Facts) -> Draft | None:
    """What one of them comes to, of the money and the number of people or firms that one sentence tells and the last two answers told."""
    told = [[f for f in dict.fromkeys(a.figures) if f.kind is FigureKind.VALUE] for a in turns[-2:] if not a.refused]
    pair = [own[0] for own in told if len(own) == 1]
    money, counted = ([f for f in pair if (dimension(f.unit) in ("个", "人")) is of_count] for of_count in (False, True))
    if len(money) != 1 or len(counted) != 1 or not money[0].unit.endswith("元") or not money[0].value or not counted[0].value:
        return None
    whole, many = money[0], counted[0]
    if (whole.report_id, whole.sentence_start) != (many.report_id, many.sentence_start):
        return None
    value, unit = money[0].value, whole.unit
    for smaller in ("万元", "元"):
        if value < counted[0].value and (other := convert(value, unit, smaller)) is not None:
            value, unit = other, smaller
    each = computing.per(value, counted[0].value, unit)
    drafting = Drafting(facts)
    drafting.say(f"平均每{many.unit}约{each.text}（{_shown([whole, many])}；{each.formula}）。", drafting.cite(whole, many), each.formula)
    return drafting.draft()


def _of_years_or_parts(figures: Sequence[Figure]) -> bool:
    """Whether what was told is one measure of several years, or of several parts: 2018年盘活多少 → 19年呢 → 一共多少亩."""
    apart = {(f.scope, f.period) for f in figures}
    return len(figures) > 1 and len({f.name for f in figures}) == 1 and len({f.status for f in figures}) == 1 and len(apart) == len(figures)


def tallying(text: str) -> tuple[str, str] | None:
    """A question and its last clause, where that one asks for what comes of the numbers told before."""
    parts = _LAST.fullmatch(text)
    return (parts["head"], parts["tail"]) if parts and any(p.fullmatch(parts["tail"]) for p, _ in _WAYS) else None


def _told(turns: Sequence[Answer], many: int, *, yearly: bool = False) -> list[Figure]:
    """The figures that the last answers told, ``many`` where the question counts them; empty where there are not so many.

    ``yearly``, of each year the first (财政总收入, told with 一般公共预算收入).
    """
    found: list[Figure] = []
    for answer in reversed(turns):
        own = [f for f in dict.fromkeys(answer.figures) if f.kind in (FigureKind.VALUE, FigureKind.GROWTH)]
        if answer.refused or not own:
            break
        own = list({f.period: f for f in reversed(own)}.values())[::-1] if yearly else by_default(answer, own)
        if found and (dimension(own[0].unit) != dimension(found[0].unit) or (own[0].status is Status.TARGET) != (found[0].status is Status.TARGET)):
            break
        found = [f for f in own if f not in found] + found
        if len(found) >= (many or 2):
            break
    return found if len(found) == many or (not many and len(found) >= 2) else []


def parts_beside(facts: Facts, own: Figure, *, trades: bool = False) -> list[Figure]:
    """The same number of the other parts of its kind in the same report; ``trades`` have names that end in many ways."""
    alike = (
        f for f in facts.figures([own.zone], [own.period] if own.period else ())
        if (f.report_id, f.name, f.unit, f.kind, f.status) == (own.report_id, own.name, own.unit, own.kind, own.status)
        and f.scope and f.scope != own.scope and (f.scope[-1] == own.scope[-1] or (trades and not _PLACE.search(f.scope + own.scope)))
        and f.in_table == own.in_table
    )  # fmt: skip
    return list({f.scope: f for f in alike}.values())


_PLACE = re.compile("[园区镇乡村组团街道]$|片区|企业|公司|集团|项目")


def _of_the_others(said: re.Match[str], turns: Sequence[Answer], facts: Facts) -> Draft | None:
    """The same number of the other parts that the report tells of beside the one just told, as many as are counted."""
    own = [f for f in dict.fromkeys(turns[-1].figures) if f.kind is FigureKind.VALUE] if turns and not turns[-1].refused else []
    first = own[0] if len(own) == 1 else None
    if first is None or not first.scope or first.period is None:
        return None
    others = parts_beside(facts, first, trades=re.search("产业|行业", said.group()) is not None)
    values = computing.common_unit([first, *others]) if len(others) == _NUMBERS[said["many"]] else None
    if values is None:
        return None
    drafting = Drafting(facts)
    if not said["sum"]:
        drafting.say(f"{_shown(others)}。", drafting.cite(*others))
        return drafting.draft()
    (then, *each), unit = values
    total = computing.total(each, unit)
    _say(drafting, total, others, "合计", "")
    if said["gap"]:
        gap = computing.difference(total.value, then, unit)
        way = more_or_less(total.value > then, unit)
        drafting.say(f"比{describe(first)}{amount(first)}{way}{gap.text}（{gap.formula}）。", drafting.cite(first), gap.formula)
    return drafting.draft()


def _two_told(turns: Sequence[Answer], said: re.Match[str]) -> list[Figure]:
    """The last number and the one before it, as printed; of one indicator where nothing says that these two are meant."""
    pair: list[Figure] = []
    for answer in turns[:-3:-1]:
        own = [f for f in dict.fromkeys(answer.figures) if f.kind is FigureKind.VALUE]
        if answer.refused or len(own) != 1 or any(s.formula for s in answer.statements) or own[0] in pair:
            return []
        pair.append(own[0])
    if len(pair) < 2 or dimension(pair[0].unit) != dimension(pair[1].unit):
        return []
    meant = said["it"] or said["of"] or said["many"] or said["way"] in ("差", "相差")
    goal = {f.status for f in pair} & {Status.TARGET}
    return pair if meant or (pair[0].name == pair[1].name and pair[0].scope == pair[1].scope and not goal) else []


def _shown(figures: Sequence[Figure]) -> str:
    return "；".join(f"{describe(f)}{amount(f)}" for f in figures)


def _say(drafting: Drafting, result: Computed, figures: Sequence[Figure], lead: str, wanted: str) -> None:
    cited = drafting.cite(*figures)
    drafting.say(f"{lead}{result.text}（{result.formula}）：{_shown(figures)}。", cited, result.formula)
    other = convert(result.value, result.unit, wanted) if wanted and wanted != result.unit else None
    if other is not None and other:
        more, factor = (True, other / result.value) if other > result.value else (False, result.value / other)
        formula = f"{computing.plain(result.value)} {'×' if more else '÷'} {computing.plain(factor, 4)} ≈ {computing.plain(other, 2)}"
        drafting.say(f"合{computing.plain(other, 2)}{wanted}（{formula}）。", cited, formula)


def _say_sum(drafting: Drafting, figures: Sequence[Figure], said: re.Match[str]) -> bool:
    values = computing.common_unit(figures)
    if values is None or values[1] in ("%", "％", "个百分点"):
        return False
    _say(drafting, computing.total(*values), figures, "合计", unit_asked(said.string))
    return True


def _say_mean(drafting: Drafting, figures: Sequence[Figure], said: re.Match[str]) -> bool:
    values = computing.common_unit(figures)
    if values is None:
        return False
    _say(drafting, computing.mean(*values), figures, "平均", unit_asked(said.string))
    return True


def _say_growth(drafting: Drafting, figures: Sequence[Figure], said: re.Match[str]) -> bool:
    a, b = figures[0], figures[-1]
    values = computing.common_unit(figures)
    name = a.scope + a.indicator + a.unit
    if len(figures) != 2 or values is None or a.period is None or b.period is None or a.period == b.period or a.zone != b.zone:
        return False
    if a.scope != b.scope or not computing.same_span(a, b):
        return False
    if said["noun"] and said["noun"] not in name and said["noun"] not in ("人数", "数量", "个数", "家数", "金额", "规模"):
        return False
    now, then = values[0] if a.period.key > b.period.key else values[0][::-1]
    if then <= 0:
        return False
    rate = computing.growth_between(now, then)
    drafting.say(f"{changed(rate)}（{rate.formula}）：{_shown(figures)}。", drafting.cite(*figures), rate.formula)
    return True


def _say_yearly(drafting: Drafting, figures: Sequence[Figure], said: re.Match[str]) -> bool:
    """年均增长, of the first and the last year told."""
    values = computing.common_unit(figures)
    rows = sorted((f.period.first_year, v, f) for f, v in zip(figures, values[0], strict=True) if f.period) if values else []
    if len(rows) < 2 or len({f.zone for f in figures}) > 1 or len({y for y, *_ in rows}) < len(figures) or rows[0][1] <= 0:
        return False
    (first, then, before), (last, now, after) = rows[0], rows[-1]
    rate = computing.compound_growth(now, then, last - first)
    drafting.say(f"年均增长{rate.text}（{rate.formula}）：{_shown([before, after])}。", drafting.cite(before, after), rate.formula)
    return True


def _say_most(drafting: Drafting, figures: Sequence[Figure], said: re.Match[str]) -> bool:
    how = said["how"] or said["bare"]
    grown = bool(said["of"]) or how in "快慢" or (how in "好差" and any(f.value is None for f in figures))
    low = how in _LOW
    if grown:
        if any(f.growth is None or f.growth_unit != figures[0].growth_unit for f in figures):
            return False
        ordered = sorted(figures, key=lambda f: f.growth or Decimal(0), reverse=not low)
    else:
        values = computing.common_unit(figures)
        if values is None:
            return False
        ordered = [f for _, f in sorted(zip(values[0], figures, strict=True), key=lambda p: p[0], reverse=not low)]
    first = ordered[0]
    told = "；".join(f"{describe(f)}{growth(f) if grown else amount(f)}" for f in ordered)
    most = f"{'增速' if grown else ''}最{'低' if low else '高'}"
    drafting.say(f"{describe(first)}{most}，{growth(first) if grown else amount(first)}。", drafting.cite(first))
    drafting.say(f"依次是{told}。", drafting.cite(*ordered))
    return True


def _say_gap(drafting: Drafting, figures: Sequence[Figure], said: re.Match[str]) -> bool:
    """比它多多少, 是它的几倍: the last number told against the one before."""
    values = computing.common_unit(figures, unit_asked(said.string))
    if values is None:
        return False
    (now, then), unit = values
    first, last = (f.period.key if f.period else "" for f in figures)
    alike = (figures[0].name, figures[0].zone) == (figures[1].name, figures[1].zone)
    if not (said["it"] or said["of"]) and said["way"] not in ("差", "相差") and alike and first < last:
        now, then, figures = then, now, figures[::-1]  # 2021年5起 → 2020年呢 → 少了几起: from the earlier year to the later
    if said["of"]:
        if then <= 0:
            return False
        times = computing.ratio(now, then)
        drafting.say(f"{times.text}（{_shown(figures)}；{times.formula}）。", drafting.cite(*figures), times.formula)
        return True
    gap = computing.difference(now, then, unit)
    way = more_or_less(now > then, unit) if now != then else ""
    drafting.say(f"{way}{gap.text}（{_shown(figures)}；{gap.formula}）。", drafting.cite(*figures), gap.formula)
    return True


def _say_again(drafting: Drafting, figures: Sequence[Figure], said: re.Match[str]) -> bool:
    drafting.say(f"{_shown(figures)}。", drafting.cite(*figures))
    return True


_WAYS: tuple[tuple[re.Pattern[str], Callable[[Drafting, Sequence[Figure], re.Match[str]], bool]], ...] = (
    (_SUM, _say_sum),
    (_YEARLY, _say_yearly),
    (_MEAN, _say_mean),
    (_GREW, _say_growth),
    (_MOST, _say_most),
    (_FIRST, _say_most),
    (_GAP, _say_gap),
    (_AGAIN, _say_again),
)

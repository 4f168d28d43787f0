"""More of the numbers told before: what is left of them, by how much they changed, the highest of several, another number of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, changed, describe, growth, more_or_less
from assistant.facts import Facts
from assistant.mentioned import Thing, measured
from assistant.records import Answer, Aspect, Draft
from index.numerals import convert, find_quantities
from index.records import Figure, FigureKind, Status
from index.units import ANY_UNIT

__all__ = ["answer_change", "answer_each", "answer_item", "answer_left", "answer_mean", "answer_most", "answer_rates"]

_MANY = f"(?:多少|几)(?:[百千]?[万亿])?(?:个?(?:{ANY_UNIT})|个?(?:百分)?点)?"
_END = "[呢啊来着了吧?？。]*"
_LEAD = "(?:那么?|就|这样|这|它|目前|现在|总共|一共|[，,])*"
_LEFT = re.compile(
    f"{_LEAD}(?:还|仍|尚)(?:剩下?|差|有|缺|欠|要|得|需要?)?(?:再)?(?:投|完成)?{_MANY}(?:资金|投资)?(?:没有?|未|要|需要?|才)?"
    f"(?:投|完成|到位|建|付|做|投入|够|完|整?改|解决|办结?|化解|开工|投产|落地)?[㐀-鿿]{{0,1}}{_END}"
)
#: 排查隐患815处，整改806处: the second is how much of the first was dealt with.
_TO_DEAL_WITH = re.compile("排查|查出|查摆|发现|受理|收集|征集|接到|反馈|签约|梳理")
_DEALT_WITH = re.compile("整改|解决|办结|化解|开工|投产|落地|答复")
_OVER = re.compile(
    "(?:其余|余下|剩下?|剩余|其他|其它|另外)的?(?:部分|那部分|那些|用地|几项)?(?:一?共|合计|加起来|总共)?(?:呢|(?:是|有|还有)?(?:多少|几)[㐀-鿿]{0,2})[?？。]*"
)
_AIM = re.compile("总投资|计划投资|目标|协议|合同")


def answer_left(text: str, pair: tuple[Figure, Figure] | None, told: Sequence[Figure], facts: Facts) -> Draft | None:
    """还剩多少没投, of a whole and what was done of it; 剩下的呢, of a whole and the parts told behind it in its sentence."""
    if pair and _LEFT.fullmatch(text) and pair[0].zone == pair[1].zone and (_same(pair) or pair[0].scope == pair[1].scope != ""):
        whole = [f for f in pair if _AIM.search(f.indicator) or f.status is Status.TARGET]
        parts = [f for f in pair if f not in whole and f.status is Status.DONE]
    elif pair and _LEFT.fullmatch(text) and _dealt_with(*pair):
        whole, parts = [pair[0]], [pair[1]]
    elif _OVER.fullmatch(text) and len(told) >= 3:
        whole, parts = [told[0]], list(told[1:])
        behind = all((f.report_id, f.sentence_start) == (told[0].report_id, told[0].sentence_start) and f.start > told[0].start for f in parts)
        parts = parts if behind else []
    else:
        return None
    values = computing.common_unit([*whole, *parts]) if len(whole) == 1 and parts else None
    if values is None or sum(values[0][1:]) >= values[0][0]:
        return None
    rest = computing.taken_off(values[0][0], values[0][1:], values[1])
    drafting = Drafting(facts)
    shown = "；".join(f"{describe(f)}{amount(f)}" for f in (*whole, *parts))
    drafting.say(f"还有{rest.text}（{shown}；{rest.formula}）。", drafting.cite(*whole, *parts), rest.formula)
    return drafting.draft()


def _dealt_with(found: Figure, done: Figure) -> bool:
    mine, its = found.scope + found.indicator, done.scope + done.indicator
    same = (found.zone, found.period, found.unit, found.sentence_start) == (done.zone, done.period, done.unit, done.sentence_start)
    return same and _TO_DEAL_WITH.search(mine) is not None and _DEALT_WITH.search(its) is not None


_CHANGE = re.compile(
    f"{_LEAD}(?:一共|总共|需要?|要|得|还|再|又|应|必须|能|打算|准备|计划)*(?P<way>净增加?|新增|增长|增加|增|提高|提升|多|少|减少|下降|降|降低|上升|涨|跌|压减|缩减)(?:了|出来?|到)*"
    f"(?P<how>百分之(?:几|多少)|几成|{_MANY}){_END}|(?:年|同比)?(?P<rate>增幅|涨幅|降幅|增速|增长率|差距)(?:要求|要|得|有|是|达)*(?:多大|多少|几[㐀-鿿]*){_END}"
)


def answer_change(text: str, pair: tuple[Figure, Figure], facts: Facts) -> Draft | None:
    """需要增长多少, 新增几家: from the earlier to the later of two numbers of one thing, or from what is done to what is aimed at."""
    said = _CHANGE.fullmatch(text)
    if said is None or not _same(pair) or pair[0].zone != pair[1].zone or pair[0].period is None or pair[1].period is None:
        return None
    if (pair[0].period == pair[1].period and pair[0].status == pair[1].status) or not computing.same_span(*pair):
        return None
    before, after = sorted(pair, key=lambda f: (f.period.key if f.period else "", f.status is Status.TARGET))
    values = computing.common_unit([after, before])
    if values is None or values[0][1] <= 0:
        return None
    (now, then), unit = values
    drafting, shown = Drafting(facts), f"{describe(after)}{amount(after)}；{describe(before)}{amount(before)}"
    rate, gap = computing.growth_between(now, then), computing.difference(now, then, unit)
    percent = unit in ("%", "％")
    if percent or (said["way"] and not re.search("百分|成", said["how"])) or said["rate"] == "差距":
        drafting.say(f"{more_or_less(now > then, unit)}{gap.text}（{shown}；{gap.formula}）。", drafting.cite(after, before), gap.formula)
    if not percent and (said["rate"] not in (None, "差距") or re.search("百分|成", said["how"] or "") or said["way"] in ("增长", "下降")):
        drafting.say(f"{changed(rate)}（{shown}；{rate.formula}）。", drafting.cite(after, before), rate.formula)
    return drafting.draft()


def _same(pair: tuple[Figure, Figure]) -> bool:
    a, b = pair
    return (a.name, a.scope) == (b.name, b.scope)


_RATES = re.compile(
    "(?:那么?|这|两者|两年|前后|比重|占比|比例)*(?P<way>提高|上升|下降|降低|降|升|增加|减少|扩大|缩小|变化|变动|相差|差|高|低)(?:了|出)?"
    f"(?:(?:多少|几)个?(?:百分)?点?|还是(?:降|升|下降|提高|上升|降低|低|高)了?){_END}"
)


_WHO = re.compile(
    f"(?:那么?)?(?:这|那)?(?:两[个家地区边])?(?:谁|哪一?[个家边])的?(?:比[例重]|占比)?(?:更|要|比较)?(?P<how>[高低大小多少])(?:些|一点)?(?:[，,].{{0,8}})?{_END}"
)


def answer_rates(text: str, answers: Sequence[Answer], facts: Facts) -> Draft | None:
    """提高了几个点, after two shares told one after the other: the later year's less the earlier's, or the second less the first."""
    who = _WHO.fullmatch(text)
    if not (who or _RATES.fullmatch(text)) or len(answers) < 2:
        return None
    two = answers[-2:]
    rates = [next(iter(find_quantities(a.statements[0].text)), None) if a.statements and a.query.aspect is Aspect.SHARE else None for a in two]
    if any(a.refused for a in two) or any(r is None or r.unit not in ("%", "％") or r.start > 0 for r in rates):
        return None
    first, second = (r for r in rates if r is not None)
    if who and two[0].query.zones != two[1].query.zones and len(two[0].query.zones) == len(two[1].query.zones) == 1:
        low = who["how"] in "低小少"
        first_is = (first.value < second.value) if low else (first.value > second.value)
        zone = facts.short(two[0 if first_is else 1].query.zones[0])
        drafting, gap = Drafting(facts), computing.difference(first.value, second.value, "%")
        drafting.figures += [f for a in two for f in a.figures]
        cited = [drafting.cite_span(c.report_id, c.start, c.end) for a in two for c in a.citations]
        shown = "，".join(f"{facts.short(a.query.zones[0])}{r.text}" for a, r in zip(two, (first, second), strict=True))
        drafting.say(f"{f'{zone}更' + who['how'] if gap.value else '一样'}（{shown}；{gap.formula}）。", cited, gap.formula)
        return drafting.draft()
    if who:
        return None
    order = [a.query.periods[-1].key if a.query.periods else "" for a in two]
    now, then = (second, first) if order[1] >= order[0] else (first, second)
    gap = computing.difference(now.value, then.value, "%")
    way = "没有变化" if now.value == then.value else f"{'提高' if now.value > then.value else '下降'}{gap.text}"
    if order[0] == order[1]:
        way = f"{'高' if now.value > then.value else '低'}{gap.text}"
    drafting = Drafting(facts)
    cited = [drafting.cite_span(c.report_id, c.start, c.end) for a in two for c in a.citations]
    drafting.figures += [f for a in two for f in a.figures]
    drafting.say(f"{way}（{then.text}，{now.text}；{gap.formula}）。", cited, gap.formula)
    return drafting.draft()


_MOST = re.compile(
    "(?:那么?|这|上面|[几两三四五六]|个|家|里头?|里面|中|当中|之中)*(?:谁|哪一?(?:个|家|块|项|座|年)?)(?:片区|园区?|产业|企业|项目)?(?:是)?(?:涨|增长|增)?得?最(?P<how>[高多大低少小快慢])的?"
    f"(?:[，,].{{0,12}})?{_END}"
    f"|(?:那么?|这|上面|其中|[几两三四五六]|个|家|项|里头?|里面|中|当中|之中)*(?:(?P<measure>投资|产值|税收|收入)额?的?)?最(?P<how2>[高多大低少小])的(?:一?[个家项座])?(?:是|又是|呢)*(?:谁|哪一?(?:个|家|项|座)?)?(?:企业|项目|园区|产业)?{_END}"
    "|(?:那么?|这|[几两三四五六]|个|家|里头?|里面)*(?:谁|哪一?(?:个|家|块|项|座|边)?)(?:片区|园区?|产业|企业)?的?(?:(?:增速|增幅|涨幅)(?:更|最)?(?P<how3>[高低快慢大小])|(?:涨|增长?)得?更?(?P<how4>[快慢]))"
    f"(?:一?些|一?点)?{_END}"
)


def answer_most(text: str, told: Sequence[Figure], facts: Facts) -> Draft | None:
    """哪个最高, of three or more numbers told one after the other."""
    said = _MOST.fullmatch(text)
    how = (said["how"] or said["how2"]) if said is not None else ""
    if said is not None and (rate := said["how3"] or said["how4"] or (how if how in ("快", "慢") else "")):
        return _fastest(told, "快" if rate in "高快大" else "慢", facts)
    common = computing.common_unit(told) if said and len(told) >= 3 else None
    if said is None or common is None or any((said["measure"] or "") not in f.indicator for f in told):
        return None
    values, told = computing.parts_alone(common[0], told, least=2)
    if len({f.indicator for f in told}) == 1 and {bool(f.scope) for f in told} == {True, False}:
        return None  # a part beside its whole
    low = how in "低少小"
    ordered = [f for _, f in sorted(zip(values, told, strict=True), key=lambda p: p[0], reverse=not low)]
    drafting = Drafting(facts)
    drafting.say(f"{describe(ordered[0])}最{how}，{amount(ordered[0])}。", drafting.cite(ordered[0]))
    drafting.say(f"依次是{'；'.join(f'{describe(f)}{amount(f)}' for f in ordered)}。", drafting.cite(*ordered))
    return drafting.draft()


def _fastest(told: Sequence[Figure], how: str, facts: Facts) -> Draft | None:
    """哪个最快, of growths told one after the other."""
    grown = [f for f in told if f.growth is not None and f.growth_unit in ("%", "％")]
    if len(grown) < 2 or len(grown) != len(told):
        return None
    ordered = sorted(grown, key=lambda f: f.growth or Decimal(0), reverse=how == "快")
    drafting = Drafting(facts)
    drafting.say(f"{describe(ordered[0])}增速最{'高' if how == '快' else '低'}，{growth(ordered[0])}。", drafting.cite(ordered[0]))
    drafting.say(f"依次是{'；'.join(f'{describe(f)}{growth(f)}' for f in ordered)}。", drafting.cite(*ordered))
    return drafting.draft()


_EACH = re.compile("(?:那么?|它们的?|各自的?|还有)*(?P<of>[㐀-鿿]{2,10}?)(?:呢|又?(?:各|分别|都)+(?:是|有)?(?:多少|几)[㐀-鿿]{0,2}呢?)[?？。]*")


def answer_each(text: str, things: Sequence[Thing], facts: Facts) -> Draft | None:
    """当年完成投资呢, after the 总投资 of each of several: that number of each."""
    said = _EACH.fullmatch(text)
    if said is None or len(things) < 2 or any(t.figure is None or not t.measure for t in things) or said["of"] == things[0].measure:
        return None
    figures = [t.figure for t in measured(things, said["of"], facts) if t.figure is not None]
    if len(figures) != len(things) or any(f.kind is not FigureKind.VALUE for f in figures):
        return None
    drafting = Drafting(facts)
    drafting.say(f"{'；'.join(f'{describe(f, zone=not i)}{amount(f)}' for i, f in enumerate(figures))}。", drafting.cite(*figures))
    return drafting.draft()


_MEAN = re.compile(
    "(?:那么?|这样)*(?:平均|均摊|分摊|摊|分|算)*(?:下来|到)*(?P<each>每[一]?(?P<unit>[家户人个支项件套亩名所])[㐀-鿿]{0,4}?|(?P<short>[户人亩])均)(?:下来|头上|上)?(?:平均)?"
    f"(?:投资|金额|贷款|资金)?(?:大[约概]|约)?(?:是|有|要|合|得|能)?(?:拿到?|得到?|分到?)?{_MANY}{_END}"
)
_LESS = {"亿元": "万元", "万元": "元", "亿美元": "万美元", "万美元": "美元"}


def answer_mean(text: str, pair: tuple[Figure, Figure], facts: Facts) -> Draft | None:
    """平均每家多少, after an amount and how many share it: of one sentence, or a zone's and its people's."""
    said = _MEAN.fullmatch(text)
    if said is None or pair[0].zone != pair[1].zone or (pair[0].period, pair[0].status) != (pair[1].period, pair[1].status):
        return None
    counter = said["unit"] or said["short"]
    alike = {"户": "家户", "人": "人名", "名": "人名", "家": "家户"}.get(counter, counter)
    counts = [f for f in pair if f.unit and f.unit.lstrip("百千万亿") and f.unit[-1] in alike]
    amounts = [f for f in pair if f not in counts]
    if len(counts) != 1 or amounts[0].value is None or counts[0].value is None:
        return None
    of, by = amounts[0], counts[0]
    together = (of.report_id, of.sentence_start) == (by.report_id, by.sentence_start)
    if not together and not (counter == "人" and "人口" in by.indicator):
        return None
    number = convert(counts[0].value, by.unit, by.unit[-1]) if len(by.unit) > 1 else by.value
    value, unit = of.value, of.unit
    if not number or number <= 0 or value is None:
        return None
    while value / number < 1 and unit in _LESS:
        lower = convert(value, unit, _LESS[unit])
        if lower is None:
            break
        value, unit = lower, _LESS[unit]
    each = value / number
    drafting, formula = Drafting(facts), f"{computing.plain(value)} ÷ {computing.plain(number)} ≈ {computing.plain(each, 2)}"
    shown = f"{describe(of)}{amount(of)}；{describe(by)}{amount(by)}"
    drafting.say(f"平均每{by.unit[-1]}约{computing.plain(each, 2)}{unit}（{shown}；{formula}）。", drafting.cite(of, by), formula)
    return drafting.draft()


def answer_item(thing: Thing, facts: Facts) -> Draft | None:
    """第三条呢: the item of a list, as it was told."""
    if thing.cited is None:
        return None
    drafting = Drafting(facts)
    drafting.say(thing.text.rstrip("；;。") + "。", (drafting.cite_span(thing.cited.report_id, thing.cited.start, thing.cited.end),))
    return drafting.draft()

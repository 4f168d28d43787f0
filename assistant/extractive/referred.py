"""What is worked out of the very numbers told before: 后者比前者多多少, 这几个里超10亿的有几个, 刨去高新区其余多少, 是不是更快."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.responsible import NOTE, RESPONSIBLE
from assistant.extractive.wording import amount, describe, growth, more_or_less, unit_asked
from assistant.facts import Facts
from assistant.mentioned import Thing, called, figures_told, measured
from assistant.records import Answer, Draft
from index.numerals import Quantity, convert, find_quantities
from index.records import Figure, FigureKind, Status
from index.units import ANY_UNIT

__all__ = ["FASTER", "answer_counted", "answer_of_item", "answer_of_pair", "answer_of_rates", "answer_rest", "compares_two", "set_beside"]

_ONE = "(?:个|家|项|座|块|条|件|种)"
_FORMER = f"(?:前者|前面?(?:[那这]一?|一){_ONE}(?!月|季|年))"
_LATTER = f"(?:后者|后面?(?:[那这]一?|一){_ONE}(?!月|季|年))"
_REF = f"(?:{_FORMER}|{_LATTER})"
_WORD = "(?:多|少|高|低|大|小|贵|便宜|长|短|快|慢)"
_HOW = f"(?:多少|几)(?:[百千]?[万亿])?(?:个?(?:{ANY_UNIT})|个?(?:百分)?点)?"
_END = "[呢啊来着?？。]*"
_GAP = re.compile(
    f"(?:那么?)?(?P<a>{_REF})(?:[比较](?P<b>{_REF}|它))?(?:要|又|还|得|能|一共)*(?:{_WORD}|增加|减少|超)(?:出来?|了|过|得)*{_HOW}[㐀-鿿]{{0,2}}{_END}"
)
_TIMES = re.compile(f"(?:那么?)?(?P<a>{_REF})(?:是|相当于|有)(?P<b>{_REF}|它)的?(?:(?P<times>多少倍|几倍)|百分之(?:几|多少)|几成){_END}")
_SHARE = re.compile(
    f"(?:那么?)?(?P<a>{_REF})占(?:了|到)?(?P<b>{_REF}|它)?的?(?:百分之(?:几|多少)|几成|多少|多大(?:比[重例])?|比[重例](?:是)?(?:多少|多大)){_END}"
)
_WHICH = re.compile(
    "(?:那么?)?(?:这|那)?(?:两|俩)[^，,。多少高低大小]{0,5}?(?:里头?|里面|中|之间|当中)?[，,]?"
    f"(?:哪一?{_ONE}?|谁)(?:更|比较|要)*(?P<how>{_WORD})(?:些|一点|点)?"
    f"(?:[，,](?:要|又|能)?(?:{_WORD}|相?差)(?:出来?|了)*{_HOW})?{_END}"
)
# 两家差距有多大, 它俩相差多少.
_APART = re.compile(
    f"(?:那么?)?(?:{_REF}[跟和与同比]{_REF}|(?:这|那)?(?:两者|二者|两[家地区个座项年边]|俩)(?:之间)?的?|它们(?:之间)?的?|它俩)?(?:差距|差额|落差|悬殊|相?差)(?:了|有|是)*(?:多大|{_HOW}){_END}"
)
_RATES = re.compile("[快慢]|百分?点")
_FAR = 5_000  # times as much: one of the two is another thing than its name says
_LOW = ("少", "低", "小", "便宜", "短", "慢")


#: 哪个高 → 高多少
_BY_HOW_MUCH = re.compile("(?:那么?)?(?:要|能)?(?:[高低多少大小]|相?差)(?:了|出|上)?(?:多少|几)[百千]?[万亿]?(?:美?元|家|个|亩)?[呢啊?？。]*")


def answer_of_pair(text: str, pair: tuple[Figure, Figure], facts: Facts, *, leaning: bool = False) -> Draft | None:
    """The former against the latter; None where the question asks of something else, or they are of different measures.

    One that only leans on them (哪个多) is asked of nothing else where nothing else was found.
    """
    former, latter = pair
    gap, times, share, which, apart = (p.fullmatch(text) for p in (_GAP, _TIMES, _SHARE, _WHICH, _APART))
    which = which or (_WHICH.fullmatch(f"这两个{text}") if leaning else None)
    apart = apart or (_BY_HOW_MUCH.fullmatch(text) if leaning else None)
    said = gap or times or share
    if said is None and which is None and apart is None:
        return None
    mine, other = (former, latter) if said is None or re.match(_FORMER, said["a"]) else (latter, former)
    if said and said["b"] and said["b"] != "它" and bool(re.match(_FORMER, said["b"])) is (mine is former):
        return None
    values = computing.common_unit([mine, other], unit_asked(text) if gap else "")
    if values is None:
        return None
    (a, b), unit = values
    if min(a, b) > 0 and max(a, b) / min(a, b) > _FAR:
        return None
    drafting = Drafting(facts)
    told = f"{describe(mine)}{amount(mine)}；{describe(other)}{amount(other)}"
    if which:
        first, last = (mine, other) if (a < b) == (which["how"] in _LOW) else (other, mine)
        result = computing.difference(a, b, unit)
        word = which["how"]
        lead = f"{describe(first)}更{word}，{word}{result.text}" if a != b else "一样"
        drafting.say(f"{lead}（{told}；{result.formula}）。", drafting.cite(first, last), result.formula)
        return drafting.draft()
    if gap or apart:
        result = computing.difference(a, b, unit)
        short = "差" in text and a < b and mine.status is not Status.TARGET and other.status is Status.TARGET  # of the goal
        way = "差" if short else more_or_less(a > b, unit)
        drafting.say(f"{way}{result.text}（{told}；{result.formula}）。", drafting.cite(mine, other), result.formula)
        return drafting.draft()
    if b <= 0:
        return None
    result = computing.ratio(a, b) if times and times["times"] else computing.share(a, b)
    drafting.say(f"{result.text}（{told}；{result.formula}）。", drafting.cite(mine, other), result.formula)
    return drafting.draft()


def compares_two(text: str) -> bool:
    """后者比前者多多少: what only two numbers told before can answer."""
    both = any(p.fullmatch(text) for p in (_GAP, _TIMES, _SHARE)) and "前" in text and "后" in text
    return both or re.search("前者.*[比占是].*后者|后者.*[比占是].*前者", text) is not None


def answer_of_rates(text: str, pair: tuple[Figure, Figure], facts: Facts) -> Draft | None:
    """前者比后者快几个百分点: the growths of two figures, the former against the latter."""
    gap = _GAP.fullmatch(text)
    if gap is None or not _RATES.search(text):
        return None
    former, latter = pair
    mine, other = (former, latter) if re.match(_FORMER, gap["a"]) else (latter, former)
    if mine.growth is None or other.growth is None or "%" in mine.unit + other.unit or mine.growth_unit != other.growth_unit:
        return None
    drafting = Drafting(facts)
    result = computing.difference(mine.growth, other.growth, mine.growth_unit)
    told = f"{describe(mine)}{growth(mine)}；{describe(other)}{growth(other)}"
    lead = f"{'快' if mine.growth > other.growth else '慢'}{result.text}" if mine.growth != other.growth else "一样快"
    drafting.say(f"{lead}（{told}；{result.formula}）。", drafting.cite(mine, other), result.formula)
    return drafting.draft()


_COUNTED = re.compile(
    "(?:那么?)?(?P<them>(?:这|那|上面|前面|刚才|以上|其中|它们|他们)(?:说|列|报|提)?(?:的|到的)?(?:[几两二三四五六七八九十]|\\d{1,2}|些)?"
    f"{_ONE}?(?:项目|企业|产业|园区?|片区|指标|数字?)?(?:里头?|里面|中|当中|之中)?的?[，,]?)?(?P<of>[㐀-鿿]{{2,6}}?)?"
    "(?P<way>超过|超出|超|大于|高于|多于|过|不到|低于|少于|小于|不足|没到|没过|达到|在)"
    "(?P<number>(?:\\d[\\d,.]*|[一二三四五六七八九十百千两]+)(?:[百千]?[万亿])?)"
    f"(?P<unit>{ANY_UNIT})?(?P<side>以上|以下|以内)?的?(?:一?共|总共)?(?:有|是|占)?"
    f"(?P<asked>(?:几|多少){_ONE}?|[哪那][几些]{_ONE}?|谁)(?:项目|企业|产业)?[呢啊?？。]*"
)


def answer_counted(text: str, things: Sequence[Thing], facts: Facts) -> Draft | None:
    """这几个里头超10亿的有几个, of the numbers just told."""
    said = _COUNTED.fullmatch(text)
    if said and said["of"] and said["of"] not in {t.measure for t in things}:
        things = measured(things, said["of"], facts)  # 总投资超过10亿的有几个, after which they are
    figures = [t.figure for t in things if t.figure is not None]
    if said is None or len(figures) != len(things) or len(figures) < 2:
        return None
    if not said["them"] and said["of"] not in {t.measure for t in things}:
        return None  # 超过10亿元的企业有几家, of what no number was told
    unit = figures[0].unit
    quantity = next(iter(find_quantities(said["number"] + (said["unit"] or ("元" if re.search("[万亿]", said["number"]) else unit)))), None)
    limit = quantity.value if quantity and quantity.unit == unit else convert(quantity.value, quantity.unit, unit) if quantity else None
    values = computing.common_unit(figures)
    if limit is None or values is None or values[1] != unit:
        return None
    low = said["way"] in ("不到", "低于", "少于", "小于", "不足", "没到", "没过") or said["side"] in ("以下", "以内")
    even = said["way"] in ("达到", "在") or bool(said["side"])

    def within(value: Decimal) -> bool:
        return (value < limit if low else value > limit) or (even and value == limit)

    held = [t for t, v in zip(things, values[0], strict=True) if within(v)]
    counter = next(iter(re.findall("[个家项座块条件种年]", said["asked"])), "个")
    drafting = Drafting(facts)
    names = "、".join(f"{t.name}{amount(t.figure)}" for t in held if t.figure is not None)
    drafting.say(f"{len(held)}{counter}{f'（{names}）' if names else ''}。", drafting.cite(*(t.figure for t in held or things)))
    drafting.say(f"按刚才列出的{len(things)}{counter}数。", ())
    return drafting.draft()


_REST = re.compile(
    "(?:那么?)?(?:要是|如果)?(?:[刨除扣抛撇减剔]|去|排|不算|不含|不包括)(?:去|掉|开(?!发)|除|了)*(?P<part>[㐀-鿿]{2,14}?)"
    "(?:以外|之外|外|不算|的话)?[，,]?"
    "(?:那么?)?(?P<whole>全[市省县区园])?的?(?:其余|其他|其它|剩下?|剩余|余下|别的|另外)的?"
    "(?:地方|部分|区县?|县区|地区|园区|片区|县市区?|几个)?的?"
    "(?:还|又|加起来|合计|一?共|总共|合起来|都)*(?:是|有|为|达|剩)*(?:多少|几)[㐀-鿿]{0,3}[呢啊?？。]*"
)


# 那全市剔除棐塬还有多少.
_WHOLE_LESS = re.compile(
    "(?:那么?)?(?P<whole>全[市省县区园])(?:里头?|里面|中|的)?(?:剔除|扣除|扣掉|除去|除掉|去掉|刨去|刨掉|减去|减掉|不含|不算)(?P<part>[㐀-鿿]{2,14}?)"
    "(?:之后|以后|后|之外|以外)?(?:还|其余|其他|剩下|剩余)*(?:有|剩下?|是|为)?(?:多少|几)[㐀-鿿]{0,3}[?？。]*"
)
_ITSELF = re.compile("(?:本|我|这个?|它)?(?:开发区|高新区|经开区|园区|区)|自己|它")


def answer_rest(text: str, answers: Sequence[Answer], facts: Facts) -> Draft | None:
    """刨去高新区，全市其余合计: a whole without the zone, or the zone without a part of it, of what was told last."""
    said = _REST.fullmatch(text) or _WHOLE_LESS.fullmatch(text)
    told = next((f for a in reversed(answers) for f in figures_told(a)[::-1]), None) if said else None
    if said is None or told is None or told.kind is not FigureKind.VALUE:
        return None
    zones = {z for m in facts.zones.find(said["part"]) for z in m.zones}
    itself = (zones == {told.zone} or _ITSELF.fullmatch(said["part"]) is not None) and not told.scope
    if re.fullmatch("全[市省县]", told.scope) and zones == {told.zone}:
        own = [f for f in facts.figures([told.zone], [told.period] if told.period else ()) if f.name == told.name and not f.scope]
        own = [f for f in own if f.value is not None and (f.report_id, f.status) == (told.report_id, told.status)]
        wholes, told = ([told], own[0]) if len({f.value for f in own}) == 1 else ([], told)
    elif itself:
        wholes = [f for f in _beside(told, facts) if re.fullmatch(said["whole"] or "全[市省县]", f.scope or f.indicator)]
    elif told.scope and said["part"] in told.scope:
        wholes = [f for f in _alike(told, facts) if not f.scope]
    elif not zones:
        same = [f for f in facts.figures([told.zone], [told.period] if told.period else ()) if f.sentence_start == told.sentence_start]
        parts = [f for f in same if f.report_id == told.report_id and f.start > told.start and called(f).endswith(said["part"])]
        wholes, told = ([told], parts[0]) if len({f.value for f in parts}) == 1 else ([], told)
    else:
        return None
    values = computing.common_unit([told, wholes[0]]) if len({f.value for f in wholes}) == 1 else None
    if values is None or values[0][0] >= values[0][1]:
        return None
    (part, whole), unit = values
    rest = computing.difference(whole, part, unit)
    drafting = Drafting(facts)
    name = f"{wholes[0].indicator}{told.indicator}" if re.fullmatch("全[市省县]", wholes[0].indicator) else describe(wholes[0])
    shown = f"{name}{amount(wholes[0])}，{describe(told)}{amount(told)}"
    drafting.say(f"其余{rest.text}（{shown}；{rest.formula}）。", drafting.cite(wholes[0], told), rest.formula)
    return drafting.draft()


def _beside(told: Figure, facts: Facts) -> list[Figure]:
    """Amounts of the same sentence behind it, up to the next clause of another indicator: 占全市1,241.0亿元的17.3%."""
    text = facts.report(told.report_id).text
    found = [f for f in facts.figures([told.zone], [told.period] if told.period else ()) if f.report_id == told.report_id and f.value is not None]
    return [f for f in found if f.start > told.end and f.kind is FigureKind.VALUE and not re.search("[；。\n]", text[told.end : f.start])]


def _alike(told: Figure, facts: Facts) -> list[Figure]:
    pool = facts.figures([told.zone], [told.period] if told.period else ())
    same = (told.report_id, told.name, told.kind, told.status)
    return [f for f in pool if (f.report_id, f.name, f.kind, f.status) == same and f.value is not None]


_THIS = re.compile("(?:那么?)?(?:[这那该]一?(?:条|项|件|块|个|点)|[这那]|上面[这那]?一?[条项件])(?:工作|任务|要求|措施|目标|事儿?|内容)?(?:的)?")
_WHO_ALONE = re.compile(
    "(?:那么?)?(?:这是|是|归|由)?(?:谁|哪一?[个些家]?(?:部门|单位|局|科室))(?:来|在)?(?:负责|牵头|主管|分管|管|抓|落实)(?:的|呢)?[?？]*"
)


def answer_of_item(text: str, answers: Sequence[Answer], facts: Facts) -> Draft | None:
    """这一条归哪些部门管: the note in the paragraph that was cited last, where it holds just one."""
    this = _THIS.match(text)
    if not _WHO_ALONE.fullmatch(text[this.end() :] if this else text) or not RESPONSIBLE.search(text) or not answers or not answers[-1].citations:
        return None
    if answers[-1].refused and not answers[-1].figures:
        return None
    quote = answers[-1].citations[0]
    report = facts.report(quote.report_id)
    start = report.text.rfind("\n", 0, quote.start) + 1
    stop = report.text.find("\n", quote.end)
    notes = [*NOTE.finditer(report.text, start, stop if stop > 0 else len(report.text))]
    if len(notes) != 1:
        return None
    a, b = notes[0].span()
    drafting = Drafting(facts)
    drafting.say(f"{report.text[a:b].strip('（()）【】[] ')}。", (drafting.cite_span(report.id, start, b, [(a, b)]),))
    return drafting.draft()


#: 鹄浍那边是不是更快, 椒渡的比它高吗: whether another's number is above the one told.
FASTER = re.compile(
    "(?:那么?)?(?P<who>[㐀-鿿]{2,14}?)(?:那边|那里|那儿|这边|方面)?的?(?:呢，?)?(?:比(?:它|这个?|那个?|这边|前面)的?)?"
    "(?:(?:是不是|是否|有没有|会不会)+(?:比(?:它|这个?|这边))?(?:更|比较|还|又|也|还要)*(?P<how>[快慢高低多少大小长短])(?:一?些|一?点儿?|很多|得多)?(?:了|呢|没有)*"
    "|(?:更|还要?)?(?P<how2>[快慢高低多少大小长短])(?:一?些|一?点儿?|很多|得多)?(?:了)?(?:吗|么|吧))[?？。]*"
)
_TIME = re.compile("(?:个?工作日|[天日]|小时|分钟|个?月)$")


def set_beside(how: str, asked: str, told: Answer, other: Draft, facts: Facts) -> Draft | None:
    """Which of two like numbers is above the other; a time is the faster the shorter it is.  None where they aren't alike."""
    mine, its = figures_told(told), list(dict.fromkeys(f for f in other.figures if f.kind is FigureKind.VALUE and f.value is not None))
    drafting = Drafting(facts)
    if len(mine) == 1 and its:
        if how in "快慢" and not _TIME.search(mine[0].unit):
            return None
        values = computing.common_unit([its[0], mine[0]]) if (its[0].status is Status.TARGET) == (mine[0].status is Status.TARGET) else None
        if values is None or len(its) > 1:
            return None
        a, b = values[0]
        lead = f"{describe(its[0])}{amount(its[0])}，{describe(mine[0])}{amount(mine[0])}"
        cited = drafting.cite(its[0], mine[0])
        unit = values[1]
    else:
        pair = _alike_in_words("".join(s.text for s in other.statements), "".join(s.text for s in told.statements), asked)
        if pair is None:
            return None
        a, b, unit = pair[0].value, pair[1].value, pair[0].unit
        cited = tuple(drafting.cite_span(c.report_id, c.start, c.end) for c in (*other.citations[:1], *told.citations[:1]))
        lead = f"{pair[0].text}，前面的是{pair[1].text}"
    less = how in _LOW if how not in "快慢" else (how == "快") == bool(_TIME.search(unit))
    yes = a < b if less else a > b
    drafting.say(f"{'是' if yes else '不是' if a != b else '一样'}，{f'更{how}' if yes else f'没有更{how}'}：{lead}。", cited)
    return drafting.draft()


def _alike_in_words(its: str, mine: str, asked: str) -> tuple[Quantity, Quantity] | None:
    """压缩至0.5个工作日, 压缩到1个工作日, where 几个工作日 was asked."""
    units = {q.unit for q in find_quantities(mine) if q.unit and q.unit.lstrip("个") in asked}
    for unit in units if len(units) == 1 else ():
        one, two = ([q for q in find_quantities(text) if q.unit == unit] for text in (its, mine))
        return (one[0], two[0]) if len(one) == len(two) == 1 else None
    return None



"""What is left: the amount without the part for which something was done (600套建成, 412套分配 → 188套没分配)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import NOT_TAKEN_OFF, REFUSAL, Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import pair_of, plainer
from assistant.extractive.rates import answer_rate, done_of
from assistant.extractive.takings import left_after
from assistant.extractive.whose import of_two_things, under_its_heading
from assistant.extractive.wording import amount, describe, said
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect, Query
from assistant.sized import calls
from assistant.terms import find_terms
from index.figures.naming import ACTIONS
from index.glossary import normalise
from index.records import Figure, FigureKind, Status

__all__ = ["answer_rest", "refuse_net", "refuse_undone", "rest_asked"]

# 没分下去, 尚未整改, 未交付使用: what was not done.
_UNDONE = re.compile("(?:还没有?|没有?|尚未|未(?![来必能]))(?P<verb>[㐀-鿿]{1,4}?)(?:的|完|$|[?？，,。（(])")
_LEFT = re.compile("还(?:剩|差|有|缺|欠)(?:下|余)?(?:了)?(?:多少|几)|剩(?:余|下)?(?:了)?(?:多少|几)|还(?:剩|差)[㐀-鿿]{0,4}(?:多少|几)")
_MONEY = re.compile("投资|投完|资金|钱|投")
_SUBTRACTED = re.compile(
    "总投资.{0,6}(?:减去?|减掉|扣除|扣掉|除去|刨去|刨掉|去掉)(?:.{0,4}累计(?:完成)?投资|[^，,。]{0,10}已经?(?:完成|投|花)[的资入了掉]*)"
)
_OTHER_THAN = re.compile("非(?P<part>税|铝|公有?|国有|工业|农|主导)")
# Words of a remainder that name nothing: taken off the phrase before the whole is looked for.
_WORDS = re.compile(
    "(?:总投资|投资)?(?:里|中|当中)?(?:还|尚)?(?:剩余|剩下|剩|差|有|缺|欠)?(?:没有?|尚未|(?<!批而)未)[㐀-鿿]{1,4}$"
    "|(?:还|尚)?(?:剩余|剩下|剩|差|缺|欠)(?:的|多少)?(?:钱|资金)?(?:没有?[㐀-鿿]{0,3})?$|(?:还|尚)(?:剩|差|有)?"
)


_NOTHING = re.compile("(?:没|未|尚|还|剩)")
_SPENT = re.compile("累计.*投资|累计$")
_THING = re.compile("(?:建设)?(?:项目|工程)?(?:[一二三]期)?(?:当年|年内|累计)?$")
# 引进的人才，扣掉流失的净留下多少: without those for which something happened.
_NET = re.compile(
    "(?:扣[掉除去]|减[去掉]|除去|去掉|刨[去掉])(?:已经?)?(?P<verb>[㐀-鿿]{2,4}?)(?:了|掉)?的?(?:之?后|以后)?[，,]?"
    "(?:实际|最后|就|只|总共|一共)*(?:净?还?(?:剩|留|余)|还有|净增|净有)(?:下来?|住|加)?了?(?:多少|几)"
)
_PORTION = re.compile("几成|百分之(?:几|多少)|比例|占比|比重")
# 备货模式之外的跨境电商货值: the whole is named after the part that it is taken without.
_BESIDES = re.compile("^(?:除了?)?(?P<part>.{2,14}?)(?:之外|以外)(?:的|其他的?)?(?P<whole>.{2,14})$")
# 跨境电商货值里“1210”之外的, 货值除了“1210”还有多少: the whole is named first.
_OTHERS = re.compile(
    "(?P<whole>[㐀-鿿A-Za-z]{2,14}?)(?:里面?|中|当中|之中)?[，,]?(?:(?:除了?|扣除|刨去|去掉)(?P<but>[^，,。？?]{2,14}?)(?:之外|以外|外|后)?(?:的|，)?(?:其他|其余|还有?|剩下?|别的)"
    "|(?<=[里面中])(?P<part>[^，,。？?里中]{2,14}?)(?:之外|以外)的?)"
)


@dataclass(frozen=True, slots=True)
class Rest:
    """``verb`` is what was not done (整改, 交付), ``money`` whether an investment is what is left."""

    verb: str
    money: bool
    without: str = ""  # 税: the part that the whole is taken without


def rest_asked(query: Query) -> Rest | None:
    """Whether a question asks for a remainder, and of what."""
    text = query.text
    if re.search("[离距](?!.{0,6}(?:公里|城)|(?:全部|完成)?(?:的)?(?:总投资|概算|总盘子))|目标|任务|计划(?!总?投资)|为什么|原因|哪[些个几]", text):
        return None
    if _SUBTRACTED.search(text):
        return Rest("", True)
    other = _OTHER_THAN.search(text)
    if other and (re.search("多少|几|占", text) or re.search("非[㐀-鿿]{1,4}(?:部分|那块)?$", text)):
        return Rest("", False, other["part"])
    undone, left = _UNDONE.search(text), _LEFT.search(text)
    if not re.search("多少|几", text) or not (left or (undone and re.search("还|剩", text)) or undone):
        return None
    verb = undone["verb"] if undone else ""
    if not left and not re.search("[的]?有?(?:多少|几)", text):
        return None
    return Rest(verb, bool(_MONEY.search(text)) and not re.search("[套户个家条件亩]", "".join(query.unit)))


def answer_rest(drafting: Drafting, query: Query) -> bool:
    """Say the remainder with both numbers; False, with nothing said, when the reports don't determine it."""
    if answer_rate(drafting, query):
        return True
    facts = drafting.facts
    if _MONEY.search(query.text) and _LEFT.search(query.text) and _left_of_total(drafting, query):
        return True
    pair = _besides(facts, query)
    net = _NET.search(query.text) if pair is None else None
    if net:
        pair = _undone(facts, replace(query, indicators=(query.topic or query.indicators[0],), topic=""), net["verb"])
    asked = rest_asked(query) if pair is None and not net else None
    if asked is not None and not asked.money and not asked.without and (printed := _printed_rest(facts, query)) is not None:
        drafting.say(f"{said(printed)}（{describe(printed)}）。", drafting.cite(printed))
        return True
    if asked is not None:
        uninvested = _uninvested(facts, query) if asked.money and not asked.without else None
        pair = _without(facts, query, asked.without) if asked.without else uninvested or _undone(facts, query, asked.verb)
        pair = None if pair is not None and of_two_things(*pair) else pair
    if pair is None and asked is not None and asked.without:
        return _without_share(drafting, query, asked.without)
    if pair is None:
        return asked is not None and bool(asked.verb) and _undone_by_rate(drafting, query, asked.verb)
    whole, part = pair
    values = computing.common_unit([whole, part])
    if values is None or values[0][0] < values[0][1]:
        return False
    (a, b), unit = values
    if asked is not None and asked.without and _PORTION.search(query.text) and a:  # 非税占百分之多少: what is left is asked for
        left = computing.share_left(a, [b])
        told = f"{describe(whole)}{amount(whole)}，{describe(part)}{amount(part)}"
        drafting.say(f"{left.text}（{told}；{left.formula}）。", drafting.cite(whole, part), left.formula)
        return True
    result = computing.difference(a, b, unit)
    drafting.say(
        f"{result.text}（{describe(whole)}{amount(whole)}，{describe(part)}{amount(part)}；{result.formula}）。",
        drafting.cite(whole, part),
        result.formula,
    )
    if _PORTION.search(query.text) and a:
        portion = computing.share(b, a)
        drafting.say(f"{describe(part)}占{portion.text}（{portion.formula}）。", drafting.cite(whole, part), portion.formula)
    return True


def refuse_undone(drafting: Drafting, query: Query) -> bool:
    """签约的亿元项目没开工的有几个: whether those are asked for with which a thing was not done, that no report counts."""
    undone = _UNDONE.search(query.text) if rest_asked(query) is not None else None
    if undone is None or query.status is not None or undone["verb"] in ("完成", "达到", "实现"):  # 完成没完成，差多少: of a goal
        return False
    if re.fullmatch(f"(?:{ACTIONS})+", undone["verb"]) is None:
        return False
    told_so = re.compile(f"(?:未|没有?|尚未|待){re.escape(undone['verb'])}")
    if any(told_so.search(f.scope + f.indicator) for f in drafting.facts.figures(query.zones[:1], query.periods[:1])):
        return False
    drafting.say(f"{REFUSAL}“没有{undone['verb']}的”有几个，也没有能算出它的数。")
    return True


def refuse_net(drafting: Drafting, query: Query) -> bool:
    """Whether a part was to be taken off that no report tells of; it is said so, for the whole is no answer."""
    net = _NET.search(query.text)
    if net is None:
        return False
    drafting.say(f"{REFUSAL}{drafting.facts.short(query.zones[0]) if query.zones else ''}“{net['verb']}”的数，{NOT_TAKEN_OFF}。")
    return True


def _besides(facts: Facts, query: Query) -> tuple[Figure, Figure] | None:
    """The whole and the part that it is taken without, told together."""
    named = _BESIDES.match("".join(query.indicators))
    others = None if named else _OTHERS.search(query.bare)
    if (named is None and others is None) or query.aspect is not Aspect.VALUE:
        return None
    of, less = (named["whole"], named["part"]) if named else (others["whole"], others["but"] or others["part"]) if others else ("", "")
    less = re.sub(r"[“”\"]", "", less)
    whole, part = pair_of(facts, slot_of(query, of, unit=""), slot_of(query, less if less.endswith(of[-2:]) else less + of[-2:], unit=""))
    a, b = whole.figure, part.figure
    if a is None or b is None or a.id == b.id or whole.how or part.how or a.report_id != b.report_id or a.period != b.period:
        return None
    return (a, b) if b.part_of == a.id or a.sentence_start == b.sentence_start else None


def _undone_by_rate(drafting: Drafting, query: Query, verb: str) -> bool:
    """排查隐患2,846处，整改率99.6%: what the printed rate leaves of the number it is told with."""
    facts, entity = drafting.facts, _entity(query)
    whole = resolve(facts, slot_of(query, entity, aspect=Aspect.VALUE, unit="")).figure if len(entity) >= 2 else None
    if whole is None or whole.value is None or whole.kind is not FigureKind.VALUE or whole.unit in ("%", "％"):
        return False
    marks = "".join(c for c in verb if c not in "了的下去完出来进好")
    rates = [
        f
        for f in facts.figures([whole.zone], [whole.period] if whole.period else ())
        if (f.report_id, f.sentence_start) == (whole.report_id, whole.sentence_start)
        and f.start > whole.start and f.unit in ("%", "％") and f.value is not None and f.value <= 100
        and len(marks) >= 2 and f"{marks[:2]}率" in f.scope + f.indicator
    ]
    if len(rates) != 1:
        return False
    rate = rates[0]
    done = rate.value or Decimal(0)
    left = computing.left_by_rate(whole.value, done, whole.unit)
    drafting.say(
        f"约{left.text}（{describe(whole)}{amount(whole)}，{describe(rate)}{amount(rate)}；{left.formula}）。",
        drafting.cite(whole, rate),
        left.formula,
    )
    return True


def _entity(query: Query) -> str:
    """The asked phrase without the words of the remainder."""
    phrase = plainer("".join(query.indicators))
    phrase = plainer(query.indicators[0]) if _SUBTRACTED.search(query.text) else phrase
    named = re.sub("(?:剩余?|没|(?<!批而)未).*$", "", _WORDS.sub("", phrase))  # 批而未供土地 is a name
    before = re.split("[，,]", query.bare)[:-1]
    return named or (before[-1] if before and _NOTHING.match(phrase) else phrase)  # 签下的项目，到年底没动工的还剩几个


def _without(facts: Facts, query: Query, part: str) -> tuple[Figure, Figure] | None:
    """非税收入: the revenue without the taxes of it.  A figure of that very name goes before."""
    text = "".join(query.indicators)
    tail = re.search(rf"非{part}(?P<tail>[㐀-鿿]{{0,4}}?)(?:部分|占|$)", text)
    noun = (tail["tail"] if tail else "") or "收入"
    own = resolve(facts, slot_of(query, f"非{part}{noun}", aspect=Aspect.VALUE)).figure
    if own is not None and f"非{part}" in own.scope + own.indicator:
        return None
    whole_words = re.sub(rf"非{part}.*$", "", text)
    if len(whole_words) < 2:
        return None
    called = f"{part}收{noun}" if part == "税" and noun == "收入" else f"{part}{noun}"
    whole, share = pair_of(
        facts,
        slot_of(query, whole_words, aspect=Aspect.VALUE, unit=""),
        slot_of(query, called, aspect=Aspect.VALUE, unit=""),
    )
    a, b = whole.figure, share.figure
    if a is None or b is None or a.period != b.period or whole.how or share.how:
        return None
    if b.part_of != a.id and a.sentence_start != b.sentence_start and not _said_of(facts, b, a):
        return None  # taxes of another total
    return a, b


def _without_share(drafting: Drafting, query: Query, part: str) -> bool:
    """非税收入, of 一般公共预算收入27.46亿元 and no more than 税收占一般公共预算收入的88.4%: what that share leaves of it."""
    facts = drafting.facts
    told = [
        f for f in facts.figures(query.zones[:1], query.periods[:1])
        if f.kind is FigureKind.SHARE and f.value and f.unit in ("%", "％") and f.status is Status.DONE
        and re.fullmatch(f"{part}收?(?:收入)?", f.scope)
    ] if query.zones and query.periods else []  # fmt: skip
    wholes = {f.indicator.removeprefix("占") for f in told}
    if len(wholes) != 1 or len({f.value for f in told}) != 1 or part != "税":
        return False
    share, name = told[0], wholes.pop()
    named = {normalise(t.said) for t in find_terms(query.text)} - {"非税收入", "税收收入"}
    if name in ("占比", "比重"):  # 一般公共预算收入中税收收入7.95亿元，占比84.4%
        name = next((t.said for t in find_terms(query.text) if normalise(t.said) in named and t.said in facts.sentence(share)), "")
    if share.value is None or not name or (named and normalise(name) not in named):
        return False
    left = computing.difference(computing.HUNDRED, share.value, "")
    if _PORTION.search(query.text):
        drafting.say(f"{left.text}%（{describe(share)}{amount(share)}；{left.formula}）。", drafting.cite(share), left.formula)
        return True
    whole = resolve(facts, slot_of(query, name, aspect=Aspect.VALUE, unit="", status=Status.DONE), abroad=False).figure
    if whole is None or whole.value is None or whole.period != share.period or whole.kind is not FigureKind.VALUE:
        return False
    result = computing.left_by_rate(whole.value, share.value, whole.unit)
    told_so = f"{describe(whole)}{amount(whole)}，{describe(share)}{amount(share)}；{result.formula}"
    drafting.say(f"约{result.text}（{told_so}）。", drafting.cite(whole, share), result.formula)
    return True


def _said_of(facts: Facts, part: Figure, whole: Figure) -> bool:
    """税收收入13.11亿元，占一般公共预算收入的85.5%: the part's sentence names the whole, or goes on from it behind a ；."""
    if part.report_id == whole.report_id and whole.end < part.start:
        between = facts.report(whole.report_id).text[whole.end : part.start]
        if not re.search(r"[。\n]", between):
            return True
    return part.zone == whole.zone and whole.indicator in facts.sentence(part)


def _uninvested(facts: Facts, query: Query) -> tuple[Figure, Figure] | None:
    """What of a project's total investment is not yet spent: both of one project, the newest sum of what was spent."""
    entity = re.sub("(?:的)?(?:总投资|累计|完成|投资|项目|里|还|到|的)+$", "", _entity(query))
    pool = [
        f
        for f in facts.figures(query.zones[:1])
        if f.kind is FigureKind.VALUE and f.value is not None and (f.status is Status.DONE or re.search("总投资|概算", f.indicator))
    ]
    own = [
        f for f in pool if len(entity) >= 2 and (entity in f.scope + f.indicator or (not f.scope and entity in _clauses_before(facts, f)))
    ] or under_its_heading(pool, query.text, entity)
    if not own:  # 总投资106亿的柔性屏项目，还剩多少没投完: a clause before names the project
        things = {bare for f in pool if len(bare := _THING.sub("", f.scope)) >= 3 and (
            bare in query.text or calls(query.bare, bare) or calls(query.bare, f.scope)
        )}
        shortest, longest = min(things, key=len, default=""), max(things, key=len, default="")
        if things and (all(t in longest for t in things) or all(shortest in t for t in things)):  # 岫光玻璃, 岫光玻璃超薄柔性玻璃: one by two names
            own = [f for f in pool if _THING.sub("", f.scope) in things or longest in _clauses_before(facts, f)]
    totals = [f for f in own if re.search("总投资|概算", f.indicator)]
    spent = [
        f
        for f in own
        if _SPENT.search(f.scope + f.indicator)
        and not re.search("当年|本年|今年", f.scope + f.indicator)
    ]
    if not totals or not spent or len({f.zone for f in own}) > 1:
        return None
    newest = max(spent, key=lambda f: (f.period.key if f.period else "", -f.start))
    if query.periods:
        newest = next((f for f in spent if f.period == query.periods[0]), newest)
    return min(totals, key=lambda f: (f.report_id != newest.report_id, abs(f.start - newest.start))), newest


def _left_of_total(drafting: Drafting, query: Query) -> bool:
    """累计完成21.7亿元，占总投资的62%: the total, which isn't printed, and what of it is not yet spent."""
    facts = drafting.facts
    entity = re.split("总投资|总盘子|概算|累计|还", _entity(query))[0].removesuffix("的")
    if len(entity) < 2:
        return False
    own = [f for f in facts.figures(query.zones[:1], query.periods[:1]) if entity in f.scope + f.indicator and f.status is Status.DONE]
    if any(re.search("总投资|概算", f.indicator) and f.kind is FigureKind.VALUE for f in own):
        return False
    found = [
        (spent, share)
        for spent in own
        for share in facts.figures([spent.zone], [spent.period] if spent.period else ())
        if spent.kind is FigureKind.VALUE and spent.value and "累计" in spent.scope + spent.indicator
        and share.kind is FigureKind.SHARE and share.value and not share.qualifier and "总投资" in share.indicator
        and (share.report_id, share.sentence_start) == (spent.report_id, spent.sentence_start) and 0 <= share.end - spent.end < 20
    ]
    if len(found) != 1:
        return False
    spent, share = found[0]
    assert spent.value is not None
    assert share.value is not None
    total = computing.target_from_rate(spent.value, share.value, spent.unit)
    left = computing.difference(total.value, spent.value, spent.unit)
    text = computing.plain(total.value - spent.value, 1)
    drafting.say(
        f"总投资约{total.text}（{describe(spent)}{amount(spent)}，占总投资的{amount(share)}；{total.formula}）。",
        drafting.cite(spent, share),
        total.formula,
    )
    formula = f"{computing.plain(total.value, 1)} − {computing.plain(spent.value)} ≈ {text}"
    drafting.say(f"还差约{text}{left.unit}（{formula}）。", drafting.cite(spent, share), formula)
    return True


def _clauses_before(facts: Facts, figure: Figure) -> str:
    """The sentence up to the figure, from its last semicolon: what names the project it is of."""
    return re.split("[；;。]", facts.report(figure.report_id).text[figure.sentence_start : figure.end])[-1]


_REMAINS = re.compile("(?:剩余|剩下|余下|尚余|尚剩|还剩|其余)的?")


def _printed_rest(facts: Facts, query: Query) -> Figure | None:
    """完成老旧小区改造4个，剩余5个将于10月底前完成: the remainder as a report counts it, and no whole of which the 4 are a part."""
    entity = bigrams(fold(_entity(query)))
    zones = facts.placed(query)
    newest = facts.newest.get(zones[0]) if len(zones) == 1 else None
    periods = query.periods or ((newest,) if newest is not None else ())
    pool = facts.figures(zones, periods) if zones and periods else []
    told = [
        f for f in pool
        if f.value is not None and f.kind is FigureKind.VALUE and f.unit.endswith(query.unit)
        and (_REMAINS.match(f.scope) or (_LEFT.search(query.text) and left_after(facts, f, pool)))
    ]
    named = [f for f in told if entity and 2 * len(entity & bigrams(fold(f.scope + f.indicator))) >= len(entity)]
    return named[0] if len(named) == 1 else None


def _undone(facts: Facts, query: Query, verb: str) -> tuple[Figure, Figure] | None:
    """The number of things and, right after it, the number of those for which the verb was done."""
    entity = _entity(query)
    if len(entity) < 2:
        return None
    whole = resolve(facts, slot_of(query, entity, aspect=Aspect.VALUE, unit="", scopes=query.scopes)).figure
    if whole is None or whole.value is None or whole.kind is not FigureKind.VALUE:
        return None
    pool = facts.figures([whole.zone], [whole.period] if whole.period else ())
    told_so = re.compile(f"(?:未|没有?|尚未){re.escape(verb)}")
    if verb and any(f.report_id == whole.report_id and f.unit == whole.unit and told_so.search(f.scope + f.indicator) for f in pool):
        return None  # 其中新开工8个、续建11个、未开工3个
    again = [f for f in pool if _counts_the_same(f, whole)]
    for one in (whole, *again):
        if (part := done_of(facts, one, verb) or _done_soon_after(facts, one, verb)) is not None:
            return one, part
    return None


def _counts_the_same(figure: Figure, whole: Figure) -> bool:
    """The same count in a table of the next report and in a sentence of its own."""
    same = (figure.value, figure.unit, figure.status, figure.kind) == (whole.value, whole.unit, whole.status, whole.kind)
    return same and figure.id != whole.id and (figure.scope + figure.indicator)[-2:] == (whole.scope + whole.indicator)[-2:]


_SOON = 120  # characters behind the whole within which a sentence of its own may tell the part


def _done_soon_after(facts: Facts, whole: Figure, verb: str) -> Figure | None:
    """新签约项目26个，协议总投资…；当年签约项目中已开工18个: the part, where it says again of what."""
    own = bigrams(whole.scope + whole.indicator)
    for part in facts.figures([whole.zone], [whole.period] if whole.period else ()):
        name = part.scope + part.indicator
        same = (part.report_id, part.unit, part.status) == (whole.report_id, whole.unit, whole.status)
        near = same and 0 < part.start - whole.end <= _SOON and part.value is not None and whole.value is not None
        again = len(bigrams(name) & own) >= 2 and ("中" in facts.sentence(part) or "其中" in name)
        if near and again and len(verb) >= 2 and verb in name and (part.value or 0) <= (whole.value or 0):
            return part
    return None

"""人均, 户均, 摊到一个项目: an amount divided by how many share it, both printed, where no average is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant import computing
from assistant.computing import Computed
from assistant.extractive.apiece import printed_apiece, told_apiece
from assistant.extractive.bytime import BY_TIME, answer_by_time
from assistant.extractive.drafting import Drafting
from assistant.extractive.groups import group_asked, members_of
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.wording import amount, describe, said
from assistant.facts import Facts
from assistant.linking import ADDED, dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.figures.naming import ACTIONS
from index.numerals import convert
from index.records import Figure, FigureKind, Status

__all__ = ["answer_average", "answer_averages", "answer_group_mean", "divided", "refuse_average"]

_LONG = ("平方公里", "平方米", "公里", "人次")
_UNITS = "|".join(_LONG) + "|[个家户件亩台人名位宗套列辆班条项趟架起场座所支栋吨笔]"
_ALIKE = ("家户个", "个项件起", "人名位", "列趟班")  # 31个项目 are 31项
_EACH = re.compile(
    f"(?:(?:平均|摊|均摊|合|折)(?:下来|到|算)?|(?:平均|摊)(?:下来|开|一下|算)[，,])(?:每|[一1])(?P<verb>[㐀-鿿]{{0,2}}?)[一1]?(?P<unit>{_UNITS})"
    f"|(?:每|(?<![㐀-鿿\\d])[一1]|(?<=[修建铺造办招养])[一1])[一1]?(?P<unit2>{_UNITS})(?=[^，,。]*(?:平均|摊))"

    "|每(?P<unit5>平方公里)"
    f"|单(?P<unit3>{_UNITS})(?:项目|企业)?(?:的)?平均|平均单(?P<unit4>{_UNITS})"
)
_MEANT = re.compile(f"[每一](?P<unit>{_UNITS})(?=[^。]*[，,？?]取个?平均)")  # 一套多少个平方？取平均
_HEAD = re.compile("(?P<of>人|户)均(?!指标|数据|口径|水平)(?P<what>[㐀-鿿A-Za-z]{2,10}?)(?=有?多|是|为|约|大|达|[几?？，,（(]|$)")
_OF_A_TRADE = re.compile("(?:行业|产业|企业)(?:的)?$")  # whose workers are told
_PERSON = re.compile("每(?:一?[个名位])?(?:从业人员|职工|员工|工人|就业人员|用工|就业)")
_BASE = re.compile(
    "(?:按|用|以|拿)(?P<base>[^，,（(]{2,8}?)(?:[为作做]分母|粗略?算|除|来?算|计算|口径|为基数|折算|平均)|[（(](?:按|以|用)(?P<noted>[^（()）]{2,8}?)(?:来?计?算?)?[)）]"
)
#: 规上工业人均产值: by those that work there, not by all who live in the zone.
_BY_WORKERS = re.compile("(?:规上|规模以上|工业|企业|全员)[^，,。]{0,6}人均(?:产值|产出|营收|营业收入|利润|增加值|税收)")
# 补了多少: the noun of what is given, where only its verb is said.
_VERBS = (
    ("投(?!产)", "投资"), ("补", "补贴"), ("产出?(?!业)|干出", "产值"), ("[缴交]", "税"), ("用地|占地", "面积"), ("供", "供地"),
    ("[贷借]", "贷款"), ("[减降退]", "税"), ("[卖销]", "销售"), ("[利赚]", "利润"), ("[装拉运]了", "货值"),
)
_BARE = re.compile("企业|项目|单位|人员|累计|完成|投资|(?:户|家|个)数$")  # what many are named by
_SUM = re.compile("(?:总?金额|总额|总投资|投资额|合同额|资金)$")
_AT_LEAST = re.compile(r"(?:超|过)?[\d千百十]*[亿万]元?(?:及)?以上的?")
_TO_BE_INVESTED = re.compile("(?:计划|协议|拟)总?投")
_OF_MANY = "个家户件人名位项"  # units that count whatever
_COUNT = re.compile("(?:规上)?(?:工业)?(?:企业|项目)?(?:户|家|个)?数?(?:量)?")
_NEXT = 3  # characters between a count and the amount told right after it
_STATE = {"亿元": "万元", "万元": "元", "亿美元": "万美元", "万美元": "美元"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """``words`` are what the question says of the amount and of what it is divided by."""

    units: str
    own: str
    words: str
    what: str = ""
    base: str = ""


def answer_average(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no average is asked for, it is printed, or one of the two numbers isn't."""
    if answer_by_time(drafting, query):
        return True
    if (printed := printed_apiece(drafting.facts, query)) is not None:
        drafting.say(f"{said(printed)}（{describe(printed)}）。", drafting.cite(printed))
        return True
    asked = _asked(query)
    planned = query.status not in (None, Status.DONE) and not _TO_BE_INVESTED.search(query.text)
    if asked is None or planned:
        return False
    facts = drafting.facts
    pair = _for_persons(facts, query, asked) if asked.base else _for_things(facts, query, asked)
    if pair is None and not asked.base and len(query.cells) <= 1:
        pair = told_apiece(facts, query, asked.units, asked.own)
    if pair is None:
        return False
    whole, count = pair
    average = divided(whole, count, query.unit if query.unit != "元" or "元" in query.text else "")
    drafting.say(
        f"平均每{_unit(count).removeprefix('万')}约{average.text}（{describe(whole)}{amount(whole)}，{describe(count)}{amount(count)}；{average.formula}）。",
        drafting.cite(whole, count),
        average.formula,
    )
    return True


def answer_averages(drafting: Drafting, query: Query) -> bool:
    """两区平均每家企业的产值谁高, 平均每个项目的投资比上年多多少, 三个产业平均每家产值谁最高: each average, then one against another.

    False, with nothing said, where there is one alone, or not all of them can be worked out.
    """
    asked = _asked(query)
    if asked is None or query.status not in (None, Status.DONE) or (asked.base and len(query.cells) < 2):
        return False
    pairs = _of_cells(drafting.facts, query, asked) if len(query.cells) > 1 else _of_rows(drafting.facts, query, asked)
    if len(pairs) < 2:
        return False
    wanted = query.unit if query.unit != "元" or "元" in query.text else ""
    told = [(whole, count, divided(whole, count, wanted)) for whole, count in pairs]
    values = [convert(r.value, r.unit, told[0][2].unit) if r.unit != told[0][2].unit else r.value for _, _, r in told]
    known = [v for v in values if v is not None]
    if len(known) < len(told):
        return False
    unit = _unit(told[0][1]).removeprefix("万")
    order = sorted(range(len(told)), key=lambda i: known[i], reverse=query.direction >= 0)
    if len(query.periods) > 1 and len({w.zone for w, _ in pairs}) == 1:
        order = list(range(len(told)))  # of years, as they are asked for
    for i in order:
        whole, count, average = told[i]
        operands = f"{describe(whole)}{amount(whole)}，{describe(count)}{amount(count)}"
        said = f"{_owner(whole, count)}平均每{unit}约{average.text}（{operands}；{average.formula}）。"
        drafting.say(said, drafting.cite(whole, count), average.formula)
    first, last = order[0], order[-1]
    high, low = (Decimal(computing.plain(known[i], 2)) for i in (first, last))
    gap = computing.difference(high, low, told[0][2].unit)
    more = "高" if known[first] >= known[last] else "低"
    one, other = (_owner(*told[i][:2]) for i in (first, last))
    of_two = f"{one}更{more}，比{other}{more}{gap.text}（{gap.formula}）。"
    if len({w.zone for w, _ in pairs}) == 1 and all(w.period and w.period.is_year for w, _ in pairs) and len(query.periods) > 1:
        way = "提高" if known[last] > known[first] else "下降" if known[last] < known[first] else "持平，差"
        of_two = f"{other}比{one}{way}{gap.text}（{gap.formula}）。"
    said = of_two if len(order) == 2 else f"最高与最低相差{gap.text}（{gap.formula}）。"
    drafting.say(said, drafting.cite(*pairs[first], *pairs[last]), gap.formula)
    return True


def _owner(whole: Figure, count: Figure) -> str:
    """Whose average it is: a zone and its year, or what a row of a table is of."""
    year = whole.period.label if whole.period else ""
    return f"{Facts.short(whole.zone)}{year}{whole.scope if whole.scope == count.scope else ''}"


def _of_cells(facts: Facts, query: Query, asked: _Asked) -> list[tuple[Figure, Figure]]:
    """For each zone and year asked of, the amount and the count; none where one of them lacks either."""
    cells = [replace(query, zones=(z,), periods=(p,)) for z in query.zones for p in query.periods]
    pairs = [_for_persons(facts, cell, asked) if asked.base else _for_things(facts, cell, asked) for cell in cells]
    found = [pair for pair in pairs if pair is not None]
    return found if len(found) == len(cells) else []


def _of_rows(facts: Facts, query: Query, asked: _Asked) -> list[tuple[Figure, Figure]]:
    """三个产业中哪个: the amount and the count of each row of a table that has both."""
    if query.operation not in (Operation.EXTREME, Operation.RANKING, Operation.WHO) or not query.zones or not query.periods:
        return []
    pool = [f for f in facts.figures(query.zones, query.periods) if f.kind is FigureKind.VALUE and f.value and f.status is Status.DONE]
    own = {f.id: f for f in pool if f.scope and f.in_table and not _NO_MEMBER.match(f.scope)}
    rows = dict.fromkeys((f.report_id, f.sentence_start) for f in own.values())
    cells = [[replace(f, scope="") for f in own.values() if (f.report_id, f.sentence_start) == row] for row in rows]
    pairs = [_of_one_thing(row, query, asked, row=True) for row in cells]
    found = [(own[pair[0].id], own[pair[1].id]) for pair in pairs if pair is not None]
    alike = [pair for pair in found if (pair[0].indicator, pair[1].indicator) == (found[0][0].indicator, found[0][1].indicator)]
    group = group_asked(query)
    return alike if group is None or not group.number or group.number == len(alike) else []


def answer_group_mean(drafting: Drafting, query: Query) -> bool:
    """三个片区平均每个供地多少: the mean over the rows of a group that has as many members as are said."""
    group = group_asked(query)
    if group is None or not group.number or not _MEAN.search(query.text) or _EACH_FIRM.search(query.text):
        return False
    phrase = re.sub(f"(?:平均)?(?:[每一][个家条])?(?:{group.noun})?", "", group.phrase, count=1)
    members = members_of(drafting.facts, query, replace(group, phrase=phrase))
    listed = _LISTED.search(query.bare)
    if listed and not all(any(bigrams(fold(p)) & bigrams(fold(f.scope)) for f in members) for p in re.split("[、和与及]", listed.group())):
        return False  # of others than those named
    values = computing.common_unit(members) if len(members) == group.number else None
    if values is None:
        return False
    result = computing.mean(*values)
    told = "，".join(f"{describe(f)}{amount(f)}" for f in members)
    drafting.say(f"平均每个{result.text}（{told}；{result.formula}）。", drafting.cite(*members), result.formula)
    return True


_MEAN = re.compile("平均")
_EACH_FIRM = re.compile("每一?[家户](?:规上|规模以上|工业|企业|公司)")  # 两个园平均每家企业的产值: shared by firms, not by the parks
_COUNTED = re.compile("(?<=企业|项目|公司)[户家个]?数$")
_NO_MEMBER = re.compile("其[他它余]|合计|总计|小计|全区")
_LISTED = re.compile("[㐀-鿿]{2,10}(?:[、和与及][㐀-鿿]{2,10}?)+(?=[这那]?[两三四五六七八九十](?:个|大|家|条))")


def _asked(query: Query) -> _Asked | None:
    text = query.bare or query.text
    head = _HEAD.search(text)
    base = _BASE.search(text)
    if (worker := _PERSON.search(text)) is not None:
        return _Asked("人名位", "人", text.replace(worker.group(), "从业人员"))
    if head and head["of"] == "人" and query.scopes and not base and not re.search("收入|存款|寿命", head["what"]):
        return _Asked("人名位", "人", text.replace("人均", "从业人员"))  # of a part, whose workers are told rather than its people
    if head and head["of"] == "人" and _OF_A_TRADE.search(text[: head.start()]) and not base:
        return _Asked("人名位", "人", text.replace("人均", "从业人员"))
    if head and head["of"] == "人":
        workers = "用工" if _BY_WORKERS.search(text) else "常住人口"
        return _Asked("人", "人", text, head["what"], (base["base"] or re.sub("平均|数$", "", base["noted"])) if base else workers)
    if head:
        return _Asked("家户", "户", text, head["what"])
    each = _EACH.search(text) or _MEANT.search(query.text)
    if each is None or "亩均" in text or BY_TIME.search(query.text):
        return None  # 企业平均每个月用多少电: by months, not by firms
    unit = next(u for u in each.groupdict().items() if u[0].startswith("unit") and u[1])[1]
    alike = "".join(dict.fromkeys("".join(group for group in _ALIKE if unit in group))) or unit
    return _Asked(alike, unit, text)


def _for_persons(facts: Facts, query: Query, asked: _Asked) -> tuple[Figure, Figure] | None:
    plain = {"aspect": Aspect.VALUE, "unit": "", "scopes": ()}
    if re.search("居民|农民|职工|农村|城镇|家庭", asked.words):
        return None  # 居民人均收入: what people earn, no sum of the zone
    printed = resolve(facts, slot_of(query, "人均" + asked.what, **plain), abroad=False).figure
    if printed is not None and "人均" in printed.scope + printed.indicator:
        return None
    whole = resolve(facts, slot_of(query, asked.what, **plain), abroad=False).figure
    count = resolve(facts, slot_of(query, asked.base, **plain), abroad=False).figure
    if whole is None or count is None or whole.period != count.period or whole.zone != count.zone:
        return None
    return (whole, count) if dimension(count.unit) == "人" or count.unit.endswith("人") else None


def _for_things(facts: Facts, query: Query, asked: _Asked) -> tuple[Figure, Figure] | None:
    """The count and the amount that the words name, both of one thing: a row, a sentence, or the whole zone."""
    if len(query.zones) > 1 or len(query.periods) > 1:
        return None
    if asked.own == "平方公里":
        return _for_area(facts, query, asked)
    if (of_all := _of_all_firms(facts, query, asked)) is not None:
        return of_all
    told = [f for f in facts.figures(query.zones[:1], query.periods[:1]) if f.kind is FigureKind.VALUE and f.value and f.status is Status.DONE]
    if asked.own == "人" and not query.scopes:  # whose workers, no part's
        told = [f for f in told if not f.scope or f.scope in query.text]
    newest = [f for f in told if query.periods or f.period == facts.latest]
    found = _of_one_thing(newest, query, asked)
    return found or (_of_one_thing([f for f in told if f.scope and f.scope in query.text], query, asked) if not query.periods else None)


_AREA = re.compile("建成区|规划区|核心区|辖区|管辖|已?开发")


def _for_area(facts: Facts, query: Query, asked: _Asked) -> tuple[Figure, Figure] | None:
    """每平方公里建成区产出多少工业产值: the known indicator that is said, and the area that is named, 建成区 where none is."""
    area = _AREA.search(asked.words)
    terms = [t for t in find_terms(asked.words) if len(t.meanings) == 1 and not _AREA.search(t.said) and "面积" not in t.said]
    plain = {"aspect": Aspect.VALUE, "unit": ""}
    if not terms:
        return None
    whole = resolve(facts, slot_of(query, terms[-1].said, **plain), abroad=False).figure
    count = resolve(facts, slot_of(query, f"{area.group() if area else '建成区'}面积", **plain), abroad=False).figure
    if whole is None or count is None or not whole.value or not count.value or count.unit != "平方公里":
        return None
    if dimension(whole.unit) not in ("元", "外币"):
        return None
    return (whole, count) if (whole.zone, whole.period, whole.scope) == (count.zone, count.period, "") else None


_FIRMS = re.compile(
    "(?P<firms>(?:规上|规模以上)(?:工业)?企业|(?:规上|规模以上)(?:工业)?(?=平均[每一]一?[家户]))(?:的|户均|平均|[每一]一?[家户]|各|摊到?|做|实现|完成)*(?:多少(?:亿元?|万元?)?的?)?(?P<what>产值|增加值|营业收入|营收|利润|税收)"
    "|(?P<what2>产值|增加值|营业收入|营收|利润|税收)(?:平均|分|摊|均摊)*(?:到|下来)?每(?:一)?[家户](?P<firms2>(?:规上|规模以上)(?:工业)?企业)"
)


def _of_all_firms(facts: Facts, query: Query, asked: _Asked) -> tuple[Figure, Figure] | None:
    """每家规上企业平均产值: what all of them made and how many they are, each as it is asked for alone; None where a part is named."""
    said = _FIRMS.search(asked.words) if not query.scopes else None
    if said is None or _trade_named(facts, query):
        return None
    newest = facts.newest.get(query.zones[0]) if query.zones else facts.latest
    plain = {"aspect": Aspect.VALUE, "unit": "", "scopes": (), "period": query.periods[0] if query.periods else newest}
    measure, firms = said["what"] or said["what2"], said["firms"] or said["firms2"]
    what = "规上工业总产值" if measure == "产值" else measure
    whole = resolve(facts, slot_of(query, what, **plain), abroad=False).figure
    firms = firms if firms.endswith("企业") else "规上工业企业"
    count = resolve(facts, slot_of(query, firms, stock=True, **plain), abroad=False).figure
    if whole is None or count is None or whole.value is None or count.value is None or whole.period != count.period or whole.zone != count.zone:
        return None
    return (whole, count) if not (whole.scope or count.scope.removesuffix("累计").removesuffix("有效") or ADDED.search(count.indicator)) else None


def _trade_named(facts: Facts, query: Query) -> bool:
    """动力与储能电池行业平均每家规上企业产值: whether a part is named whose row of a table tells of its own."""
    return any(f.in_table and len(f.scope) > 2 and f.scope in query.text for f in facts.figures(query.zones[:1], query.periods[:1]))


def _of_one_thing(pool: Sequence[Figure], query: Query, asked: _Asked, *, row: bool = False) -> tuple[Figure, Figure] | None:
    """The likeliest amount and count of a pool; the cells of one ``row`` belong together."""
    text = fold(re.sub("签(?:(?:下来?|了|订)的?|的(?=平均|项目))", "签约", asked.words).replace("的", ""))
    words = bigrams(text)
    nouns = [noun for verb, noun in _VERBS if re.search(verb, asked.words)]
    best: tuple[float, Figure, Figure] | None = None
    for count in pool:
        numbered = count.value_text and fold(count.value_text) in fold(asked.words)
        ends = len(count.indicator) > 4 and fold(count.indicator)[-4:] in text  # 招商分局一起签约项目
        plain = _unbounded(count)  # 签约项目, but not 项目 alone
        unbounded = 0.9 * _named(plain, words) if len(plain.scope + plain.indicator) > 2 or plain == count else 0.0
        likely = 1.5 if numbered else max(_named(count, words), 0.8 if ends else 0.0, unbounded)
        for whole in pool if _counts(_unit(count), asked.units) else ():
            beside = whole.sentence_start == count.sentence_start and 0 <= whole.start - count.end <= _NEXT and not whole.in_table
            acted = len(whole.indicator) >= 2 and whole.indicator in count.scope and count.indicator in text  # 为128家企业落实贷款19.6亿元
            named = bool(bigrams(fold(_BARE.sub("", count.scope + count.indicator))) & words)
            told_of = beside and named and count.unit in asked.own and _named(whole, words) == 1.0  # 走私案件72起，案值2840万元: 一起案子的案值
            own = asked.own not in _OF_MANY and _unit(count) == asked.own and not count.scope and fold(count.indicator)[-2:] in text
            if max(likely, 0.7 if acted or told_of or own else 0.0) < 0.6:  # 平均一列班列的货值, of 开行国际班列1036列
                continue
            if not _measures(whole, query) or whole.unit in asked.units or not (row or _belong(whole, count) or _after_parts(pool, whole, count)):
                continue
            if asked.what and not fold(whole.indicator).endswith(fold(asked.what)):
                continue
            follows = _SUM.search(whole.indicator) and beside
            same = beside and (whole.scope, whole.indicator) == (count.scope, count.indicator)  # 供应工业用地21宗1385亩
            said = max(_named(whole, words), 0.7 if same or follows or any(noun in whole.indicator for noun in nouns) else 0.0)
            if said < 0.5:
                continue
            nearer = (0.3 if whole.sentence_start == count.sentence_start else 0.0) + (0.6 if same else 0.0)
            score = likely + said + 0.3 * _named(whole, words) + nearer
            if best is None or score > best[0]:
                best = (score, whole, count)
    return (best[1], best[2]) if best else None


def _counts(unit: str, units: str) -> bool:
    """Whether a count in this unit is one of what is asked for each; 万人次 counts 人次, not 人."""
    plain = unit.removeprefix("万")
    return plain == units if units in _LONG else len(plain) == 1 and plain in units


def _measures(whole: Figure, query: Query) -> bool:
    """Money, or what the question asks in."""
    own = dimension(whole.unit)
    if len(whole.unit) > 1 and f"多少{whole.unit}" in query.text:
        return True  # 平均每列拉多少标箱
    return own == dimension(query.unit) if dimension(query.unit) not in ("", "元") else own in ("元", "外币")


def refuse_average(drafting: Drafting, query: Query) -> bool:
    """What is averaged isn't there, or not what it is shared by."""
    whole = resolve(drafting.facts, slot_of(query, "".join(query.indicators)))
    drafting.trace.append(whole.trace)
    nearest = (whole.figure,) if whole.figure else whole.nearest
    refuse_outcome(drafting, replace(whole, figure=None, reason="indicator", nearest=nearest) if whole.figure else whole)
    return False


def _named(figure: Figure, words: frozenset[str]) -> float:
    """How much of a figure's name is said."""
    own = "" if figure.scope and _COUNT.fullmatch(figure.indicator) else _COUNTED.sub("", figure.indicator)
    grams = bigrams(fold(figure.scope + own))
    return len(grams & words) / len(grams) if grams else 0.0


def _unbounded(count: Figure) -> Figure:
    """签约项目 of 签约亿元以上项目, which are those that a report counts."""
    return replace(count, scope=_AT_LEAST.sub("", count.scope), indicator=_AT_LEAST.sub("", count.indicator))


def _belong(whole: Figure, count: Figure) -> bool:
    """亿元以上项目 31个 and 亿元以上项目|完成投资; two columns of one row; names that share what they are of; one after the other."""
    if whole.report_id != count.report_id or whole.period != count.period:
        return False
    if count.scope and whole.scope == count.scope:
        return True
    done = re.fullmatch(rf"(?:{ACTIONS})+", whole.scope) is not None  # 组织银企对接会13场，落实贷款33.5亿元
    if whole.scope and not done and fold(whole.scope) not in fold(count.scope + count.indicator):
        return False  # of another thing
    if bigrams(fold(_BARE.sub("", count.scope + count.indicator))) & bigrams(fold(whole.scope + whole.indicator)):
        return True
    beside = 0 <= whole.start - count.end <= _NEXT or 0 <= count.start - whole.end <= _NEXT  # 孵化面积38.5万平方米，在孵企业412家
    return whole.sentence_start == count.sentence_start and beside and not whole.in_table


def _after_parts(pool: Sequence[Figure], whole: Figure, count: Figure) -> bool:
    """民宿203家，年内新开37家，客房2860间: nothing but parts of the count stands between it and what its members share."""
    if whole.in_table or whole.scope or whole.sentence_start != count.sentence_start or whole.report_id != count.report_id:
        return False
    between = [f for f in pool if f.report_id == count.report_id and count.end <= f.start < whole.start]
    return bool(between) and all(f.scope and f.indicator == count.indicator and f.unit == count.unit for f in between)


def _unit(count: Figure) -> str:
    """企业户数 of a table whose unit is said for another column counts 户."""
    counted = re.search("([户家个人件项])数$", count.indicator)
    return counted[1] if counted and dimension(count.unit) in ("元", "外币") else count.unit


def divided(whole: Figure, count: Figure, wanted: str = "") -> Computed:
    """The average, in the unit asked for or one in which it isn't less than a tenth."""
    assert whole.value is not None
    assert count.value is not None
    if count.unit.startswith("万") and whole.unit in _STATE:  # 亿元 by 万人: 万元, and what is less than one of it in 元
        unit = _STATE[whole.unit]
        small = _STATE.get(unit) if whole.value < count.value else None
        return computing.per(whole.value * 10000, count.value, small) if small else computing.per(whole.value, count.value, unit)
    value, unit = whole.value, whole.unit
    if unit.startswith("万") and unit not in _STATE and value < count.value:  # 27.4万名 by 312场
        value, unit = value * 10000, unit.removeprefix("万")
    for other in (wanted, "万元" if unit == "亿元" and value / count.value < 1 else "", "万美元" if unit == "亿美元" else ""):
        changed = convert(value, unit, other) if other and other != unit and dimension(other) == dimension(unit) else None
        if changed is not None and ((other == wanted and other not in ("万", "亿")) or re.fullmatch("万?亿?(?:美?元)", other)):
            value, unit = changed, other
            break
    return computing.per(value, count.value, unit)

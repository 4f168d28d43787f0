"""占比: printed where the report prints it, else computed from part and whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.complements import whole_named
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.earlier import Member, before, explain, member
from assistant.extractive.groups import group_asked, members_of
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.operands import missing, plainer, two_operands
from assistant.extractive.parts import EACH_SHARE, named_parts, siblings
from assistant.extractive.refusing import refuse_outcome
from assistant.extractive.sectors import one_sector
from assistant.extractive.single import answer_found
from assistant.extractive.spans import quarters_asked
from assistant.extractive.stock import answer_added_share
from assistant.extractive.wholes import OUTPUT_OF_ALL, SOME_TRADES
from assistant.extractive.wording import amount, describe, name_of, said
from assistant.facts import Facts
from assistant.names import AND, Name, bigrams, fold
from assistant.periods import find_periods
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms, relation
from index.figures.naming import ACTIONS
from index.glossary import normalise
from index.records import Figure, FigureKind, Period, Status

__all__ = ["answer_share", "name_of_share", "of_another_sector", "said_percent"]

# 甲区的产值占乙区的几成, 是乙区的百分之几: two cells of one indicator, the second of which is the whole.
OF_ANOTHER = re.compile("[占是].*的?(?:百分之|几成|多少|比[例重])|相当于")

_ZONE_ALONE = re.compile("(?:全|整个|我|本)*(?:园区|开发区|高新区|经开区|集聚区|集中区|产业园|园|区)(?:总量|总数|的)?|总量|总数|全部")


_DONE_WITH = re.compile(rf"(?:{ACTIONS})+[掉了完]*的?")
_LAST_YEAR = re.compile("[，,]?(?:上|去|前)一?年")
_YEAR_BEFORE = re.compile("(?:占比|比[重例]|份额)[，,]?(?:的)?(?:上|去|前)一?年(?:的)?(?:是|为|有)?(?:多少|几|百分)")


def answer_share(drafting: Drafting, query: Query) -> bool:
    """占比: printed where the report prints it, else part ÷ whole."""
    facts = drafting.facts
    query = _of_what_was_done(query)
    if _YEAR_BEFORE.search(query.text) and len(query.cells) <= 1 and query.operation is Operation.ONE:  # 占比上年是多少
        now = query.periods[0] if query.periods else facts.newest.get(query.zones[0]) if query.zones else None
        plain = tuple(_LAST_YEAR.sub("", p) for p in query.indicators)
        query = replace(query, indicators=plain, periods=(now.shifted(-1),) if now else (), text=_LAST_YEAR.sub("", query.text))
    if not query.indicators and len(query.scopes) == 1 and query.scopes[0][:2] in query.text and not query.operands:
        query = replace(query, indicators=("产值",))  # 西碶片区占比: of what all of them make
    if one_sector(drafting, query):
        return True
    if len(query.operands) == 2 and _ZONE_ALONE.fullmatch("".join(query.operands[1].indicators)):  # 产值占全园区多少
        query = replace(query, indicators=query.operands[0].indicators, scopes=query.operands[0].scopes, operands=())
    if query.operands and len(query.operands[0].indicators) > 1 and EACH_SHARE.search(query.text):  # 工业投资和基础设施投资各占固投多少
        part, *rest = query.operands
        apart = [replace(query, indicators=(p, *rest[0].indicators), operands=(replace(part, indicators=(p,)), *rest)) for p in part.indicators]
        said = [answer_share(drafting, one) for one in apart]  # the missing ones are said too
        return any(said)
    if (newest := _of_the_newest(drafting, query)) is not None:
        return newest
    if query.operation is Operation.TREND and not query.periods and len(query.zones) == 1:
        query = replace(query, periods=tuple(facts.periods_of(query.zones[0])))
    if query.years_back > 1 and not query.periods and len(placed := facts.placed(query)) == 1:  # 两年各占多少
        query = replace(query, zones=placed, periods=tuple(facts.periods_of(placed[0])[-query.years_back :]))
    if len(query.zones) > 1 and not query.periods and query.operation is Operation.TREND:  # of one year, not of all that one of them tells
        common = set.intersection(*({*facts.periods_of(z)} for z in query.zones))
        query = replace(query, periods=(max(common, key=lambda p: p.key),)) if common else replace(query, operation=Operation.ONE)
    years = len(query.periods) > 1 and len(query.zones) <= 1 and query.operation in (Operation.ONE, Operation.SUM)
    if len(query.cells) > 1 and (query.operands or years or query.operation is Operation.TREND):
        one = [
            replace(
                query,
                zones=(z,) if z else (),
                periods=(p,) if p else (),
                pairs=(),
                operands=tuple(
                    replace(side, zones=(z,) if z else (), periods=(p,) if p else ()) for side in query.operands
                ),
            )
            for z, p in query.cells
        ]
        told: list[bool] = []
        rates: list[Decimal | None] = []
        for cell in one:  # each is said, the missing ones too
            since = len(drafting.statements)
            told.append(answer_share(drafting, cell))
            rates.append(said_percent(drafting, since) if told[-1] else None)
        if (query.operation in (Operation.TREND, Operation.SUM) or _MOVED.search(query.text)) and len(query.zones) <= 1:
            _say_points(drafting, query, rates)
        elif query.operation is Operation.TREND and len({z for z, _ in query.cells}) == len(query.cells):
            _say_higher(drafting, query, rates)
        return any(told)
    if answer_added_share(drafting, query):
        return True
    group = group_asked(query) if query.operation in (Operation.SUM, Operation.ONE) and not query.operands else None
    if group is not None and group.number and "产业" in group.noun:
        all_of_it = replace(query, indicators=OUTPUT_OF_ALL[:1], scopes=(), aspect=Aspect.VALUE)  # 三大产业合计占比: of all output
        return _together(drafting, replace(query, operands=(replace(query, aspect=Aspect.VALUE), all_of_it)))
    phrases = tuple(map(plainer, query.indicators))
    if _of_the_year(drafting, query, "".join(phrases)):
        return True
    joined = "".join(phrases)
    if len(phrases) == 2 and _by_its_name(drafting, query, phrases):
        return True
    if query.operands and (_among_all(drafting, query) or (query.operation is Operation.SUM and _together(drafting, query))):
        return True
    if not query.operands and len(query.cells) == 2 and len(phrases) == 1 and OF_ANOTHER.search(query.text):
        return _say_share(drafting, query, *two_operands(facts, query), ordered=True)
    printed = resolve(facts, slot_of(query, joined, aspect=Aspect.SHARE))
    for candidate in printed.candidates if query.operands else ():
        if _vaguely(facts, candidate.figure, query):
            continue
        if _names_share(facts, candidate.figure, query) and _of_that_many(facts, candidate.figure, query):
            answer_found(drafting, replace(query, aspect=Aspect.VALUE), replace(printed, figure=candidate.figure))
            return _with_amount(drafting, candidate.figure)
    if query.operands and _COUNTED.search(query.operands[0].text) and query.operation is Operation.ONE and _together(drafting, query):
        return True
    counted = _COUNTED.search(query.operands[0].text) if query.operands else None
    if counted and re.fullmatch("(?:主导|支柱|重点|优势|特色|传统|新兴)*(?:产业|行业|链)?(?:产值)?", "".join(query.operands[0].indicators)):
        drafting.trace.append(printed.trace)
        drafting.say(f"{REFUSAL}可以合计的“{counted.group()}”。")
        return False
    earlier = before(facts, printed.slot) if printed.figure is None else None
    if (
        earlier is not None
        and earlier.figure is not None
        and (_names_share(facts, earlier.figure, query) if query.operands else _names_both(earlier.figure, query))
    ):
        drafting.say(f"{amount(earlier.figure)}（{describe(earlier.figure)}）。", drafting.cite(earlier.figure))
        explain(drafting, (earlier,))
        return True
    if not query.operands and _SECTOR.fullmatch(joined) and not _of_sector(printed.figure, joined):  # 工业用地 has a share that 工业 hasn't
        drafting.trace.append(printed.trace)
        refuse_outcome(drafting, replace(printed, figure=None, reason="indicator", nearest=()))
        return False
    rate = printed.figure is not None and printed.figure.kind is FigureKind.VALUE  # 中水回用率, asked for as a 比例
    if printed.figure is not None and not query.operands and (rate or _names_both(printed.figure, query)):
        answer_found(drafting, replace(query, aspect=Aspect.VALUE), printed)
        return _with_amount(drafting, printed.figure)
    if len(phrases) < 2 and not query.scopes and not query.operands:
        if _in_its_whole(drafting, query, joined):
            return True
        if whole := whole_named(joined):  # 非税占多少: of the revenue that it is the rest of
            sides = tuple(replace(query, indicators=(name,), aspect=Aspect.VALUE) for name in (joined, whole))
            return answer_share(drafting, replace(query, indicators=(joined, whole), operands=sides))
        drafting.trace.append(printed.trace)
        refuse_outcome(drafting, replace(printed, figure=None, reason="indicator", nearest=printed.nearest))
        return False
    if len(phrases) == 2 and _whole_unsaid(drafting, query, phrases[0]):
        return True
    if (members := _done_of_all(facts, query)) is not None:
        return _say_share(drafting, query, *members, ordered=True)
    first, second = two_operands(facts, query)
    if not query.operands and query.scopes and _OF_ALL.search(query.text):
        second = _of_the_zone(facts, first, second)
    if second.figure is None and _of_another_whole(drafting, query, first):
        return True
    return _say_share(drafting, query, _told_with(facts, first, second), second, ordered=bool(query.operands))


def _of_what_was_done(query: Query) -> Query:
    """闲置厂房，处置掉的占年初的百分之几: the part is what was done with the thing that was named before, not the thing."""
    if len(query.indicators) != 3 or len(query.operands) != 2 or not _DONE_WITH.fullmatch(query.indicators[1]):
        return query
    (thing, done, whole), (part, of) = query.indicators, query.operands
    if part.indicators != (thing,) or not part.text.rstrip("的").endswith(done.rstrip("的")):
        return query
    named = re.sub("[掉了完]*的?$", "", done) + thing
    return replace(query, indicators=(named, whole), operands=(replace(part, indicators=(named,)), of))


_RESEARCH = re.compile("研发")
_OF_OUTPUT = re.compile("(?:占|相当于)(?P<of>.{2,})")


def _of_another_whole(drafting: Drafting, query: Query, part: Member) -> bool:
    """研发强度 of a report that prints no 地区生产总值: what it prints instead, 相当于规上工业总产值的4.3%, and of what."""
    figure = part.figure
    of_gdp = len(query.operands) == 2 and "地区生产总值" in "".join(query.operands[1].indicators)
    if not of_gdp or figure is None or figure.period is None or not _RESEARCH.search(figure.indicator) or figure.scope:
        return False
    told = (f for f in drafting.facts.figures([figure.zone], [figure.period]) if f.kind is FigureKind.SHARE and f.status is figure.status)
    shares = [f for f in told if _RESEARCH.search(f.scope) and _OF_OUTPUT.match(f.indicator) and "地区生产总值" not in f.indicator]
    if len({f.value for f in shares}) != 1:
        return False
    of = _OF_OUTPUT.sub(lambda m: m["of"], shares[0].indicator)
    drafting.say(f"{amount(shares[0])}（{describe(shares[0])}）。报告没有写占地区生产总值的比重，这是与{of}相比。", drafting.cite(shares[0]))
    return True


def _of_the_newest(drafting: Drafting, query: Query) -> bool | None:
    """Where no year is asked, the share of the newest that its zone reports of, if that is told; None where it isn't."""
    zones = drafting.facts.placed(query)
    if not zones and not (query.zones or query.unknown_zones or query.periods):  # of any zone: that of the share found first
        printed = resolve(drafting.facts, slot_of(query, "".join(map(plainer, query.indicators)), aspect=Aspect.SHARE))
        found = printed.figure or next((c.figure for c in printed.candidates), None)
        zones = (found.zone,) if found is not None and found.zone else ()
    newest = drafting.facts.newest.get(zones[0]) if len(zones) == 1 and not (query.periods or query.report_periods or query.years_back) else None
    if newest is None or query.operation is Operation.TREND or len(drafting.facts.periods_of(zones[0])) < 2:
        return None
    sides = tuple(replace(side, zones=side.zones or zones, periods=side.periods or (newest,)) for side in query.operands)
    fork = drafting.fork()
    if not answer_share(fork, replace(query, zones=tuple(zones), periods=(newest,), operands=sides)):
        return None
    drafting.join(fork)
    return True


_OF_ALL = re.compile("(?:占(?:了|到)?|[顶抵])全(?:区|园)")


def _of_the_zone(facts: Facts, part: Member, whole: Member) -> Member:
    """杏帆园产值占全区多少: the zone's own number goes by the name of the part's (规上工业总产值)."""
    one, other = part.figure, whole.figure
    if one is None or not one.scope or one.period is None or (other is not None and other.name == one.name and not other.scope):
        return whole
    own = (f for f in facts.figures([one.zone], [one.period]) if (f.name, f.kind, f.status, f.scope) == (one.name, one.kind, one.status, ""))
    found = next(own, None) or _output_of_all(facts, one)
    return Member(replace(whole.outcome, figure=found, reason="")) if found is not None else whole


_OUTPUT = re.compile("(?:工业)?总?产值")


def _output_of_all(facts: Facts, part: Figure) -> Figure | None:
    """泵阀装备产值占全区多少: of the zone's 规上工业总产值, which is never called 产值 alone."""
    if part.period is None or not part.scope or _OUTPUT.fullmatch(part.indicator) is None:
        return None
    told = [f for f in facts.figures([part.zone], [part.period]) if not f.scope and f.status is part.status and f.kind is FigureKind.VALUE]
    return next((f for name in OUTPUT_OF_ALL for f in told if f.name == name), None)


def _done_of_all(facts: Facts, query: Query) -> tuple[Member, Member] | None:
    """入驻企业里已投产的占多少: what was done with some of those that one sentence counts (入驻企业142家，投产118家)."""
    if len(query.operands) != 2:
        return None
    done, all_of_it = ("".join(side.indicators) for side in query.operands)
    if not re.fullmatch(rf"(?:{ACTIONS})+", done):
        return None
    slot = slot_of(query.operands[1], all_of_it, aspect=Aspect.VALUE)
    whole = resolve(facts, slot, abroad=False)
    if whole.figure is None or whole.figure.scope:
        return None
    of = whole.figure
    told = (
        f
        for f in facts.figures([of.zone], [of.period] if of.period else ())
        if (f.report_id, f.sentence_start, f.indicator, f.kind) == (of.report_id, of.sentence_start, of.indicator, of.kind) and done in f.scope
    )
    part = next(told, None)
    return None if part is None else (Member(replace(whole, figure=part)), Member(whole))


_ROUNDED = 1  # percentage points by which a printed share may be off what its two numbers give


def _of_other_numbers(facts: Facts, share: Figure, query: Query) -> bool:
    """税收占地区生产总值, where the 税收占比 that is printed is of something else: both numbers are told, and come to another share."""
    part, whole = (m.figure for m in two_operands(facts, query)) if query.operands else (None, None)
    values = computing.common_unit([part, whole]) if part is not None and whole is not None else None
    if values is None or share.value is None or not values[0][1]:
        return False
    return abs(computing.share(*values[0]).value - share.value) > _ROUNDED


def _whole_unsaid(drafting: Drafting, query: Query, part: str) -> bool:
    """对欧出口占出口总额的比重, where 对欧出口占比 is printed: of what it is a share goes without saying."""
    found = resolve(drafting.facts, slot_of(query, part, aspect=Aspect.SHARE), abroad=False)
    figure = found.figure
    told = _SHARE_ALONE.fullmatch(figure.scope + figure.indicator) if figure is not None and figure.kind is FigureKind.SHARE else None
    if told is None or figure is None or "占" in told["of"] or _vaguely(drafting.facts, figure, query):
        return False
    if _of_other_numbers(drafting.facts, figure, query):
        return False
    of = bigrams(fold(told["of"]))
    if 2 * len(of & bigrams(fold(part))) < len(of):  # 对新兴市场出口占比 is no share of 出口
        return False
    return answer_found(drafting, replace(query, aspect=Aspect.VALUE), found)


def _vaguely(facts: Facts, share: Figure, query: Query) -> bool:
    """接近四成, where both amounts are printed."""
    return "成" in share.value_text and all(m.figure is not None for m in two_operands(facts, query))


_SHARE_ALONE = re.compile("(?P<of>.{2,}?)(?:占比|比重|份额)")


def _by_its_name(drafting: Drafting, query: Query, phrases: Sequence[str]) -> bool:
    """研发投入占地区生产总值的比重, where it is printed under the name that such a share has: 研发投入强度."""
    name = name_of_share(*phrases)
    found = resolve(drafting.facts, slot_of(query, name, aspect=Aspect.VALUE, unit="%")) if name else None
    return found is not None and found.figure is not None and answer_found(drafting, replace(query, aspect=Aspect.VALUE), found)


def name_of_share(part: str, whole: str) -> str:
    """The name of its own that a part's share in a whole goes by: 研发投入强度; "" where it has none."""
    share = f"{part}占{whole}比重"
    terms = find_terms(share)
    return terms[0].meanings[0] if len(terms) == 1 and (terms[0].start, terms[0].end) == (0, len(share)) else ""


def _told_with(facts: Facts, part: Member, whole: Member) -> Member:
    """引进项目里亿元以上: the part that is told with the whole under its name, before one of another thing (在建亿元以上项目)."""
    of = whole.figure
    phrase = AND.sub("", fold(plainer(part.outcome.slot.phrase)))
    if of is None or not phrase:
        return part
    own = [
        f
        for f in facts.figures([of.zone], [of.period] if of.period else ())
        if (f.report_id, f.indicator, f.kind, f.status) == (of.report_id, of.indicator, of.kind, of.status)
        and (f.sentence_start == of.sentence_start or (f.in_table and of.in_table))
        and f.id != of.id
        and AND.sub("", fold(f.scope)) == phrase
    ]
    return Member(replace(part.outcome, figure=own[0])) if len(own) == 1 else part


_MOVED = re.compile("变[化动]|[提升]高|上升|下降|回落|[升降涨跌][了到至]|高了|低了|走势|趋势")


def said_percent(drafting: Drafting, since: int) -> Decimal | None:
    """The share that was said, whether printed or computed: each way of telling one begins with it."""
    begun = re.match(r"约?(\d[\d.]*)%", drafting.statements[since].text) if len(drafting.statements) > since else None
    return Decimal(begun[1]) if begun else None


def _say_points(drafting: Drafting, query: Query, rates: list[Decimal | None]) -> None:
    """By how many points a share changed over the years that were just told."""
    told = sorted(((p.key, p.label, r) for (_, p), r in zip(query.cells, rates, strict=True) if p and r is not None), key=lambda row: row[0])
    if len(told) < 2 or len(told) < len(rates) or told[0][2] == told[-1][2]:
        return
    (_, then, before), (_, now, after) = told[0], told[-1]
    gap = computing.difference(after, before, "个百分点")
    numbers = tuple(n for s in drafting.statements for n in s.citations)
    drafting.say(f"从{then}到{now}{'提高' if after > before else '下降'}{gap.text}（{gap.formula}）。", numbers, gap.formula)


def _say_higher(drafting: Drafting, query: Query, rates: list[Decimal | None]) -> None:
    """By how many points the share of one zone is above that of another; of more than two, the highest and the lowest."""
    told = [(drafting.facts.short(z), r) for (z, _), r in zip(query.cells, rates, strict=True) if z and r is not None]
    if len(told) < 2 or len(told) < len(rates):
        return
    (first, one), (second, other) = told if len(told) == 2 else (max(told, key=lambda row: row[1]), min(told, key=lambda row: row[1]))
    gap = computing.difference(one, other, "个百分点")
    numbers = tuple(n for s in drafting.statements for n in s.citations)
    way = f"{'高' if one > other else '低'}{gap.text}（{gap.formula}）" if one != other else "一样高"
    drafting.say(f"{first}比{second}{way}。" if one != other else f"{first}与{second}{way}。", numbers, gap.formula if one != other else "")


def of_another_sector(query: Query, figures: Sequence[Figure]) -> bool:
    """Whether 工业占比 is asked for and what is told is the share of something else."""
    sector = "".join(map(plainer, query.indicators))
    asked = query.aspect is Aspect.SHARE and not query.operands and _SECTOR.fullmatch(sector) is not None
    return asked and not any(_of_sector(f, sector) for f in figures)


_SECTOR = re.compile("工业|农业|服务业|制造业|[一二三]产业?|第[一二三]产业|民营经济|数字经济")


def _of_sector(figure: Figure | None, sector: str) -> bool:
    """Whether a printed share is one of a sector as a whole: 工业增加值占地区生产总值, 服务业占比."""
    part = (figure.scope or figure.indicator) if figure is not None else ""
    return re.fullmatch(f"(?:全部|规上)?{sector}(?:(?:总产|增加)?值|经济)?(?:占比|比重)?", part) is not None


def _in_its_whole(drafting: Drafting, query: Query, phrase: str) -> bool:
    """工业税收占比, after 入库税收2.37亿元，其中工业税收1.52亿元: the part that the whole is told with."""
    facts = drafting.facts
    found = resolve(facts, slot_of(query, phrase, aspect=Aspect.VALUE, unit=""), abroad=False)
    part = found.figure or next((c.figure for c in found.candidates if c.figure.part_of and _says_all(c.figure, phrase)), None)
    among = _AMONG.fullmatch(part.indicator) if part is not None and not (part.part_of or part.scope) else None
    if part is None or not (part.part_of or part.scope or among) or part.period is None:
        return False
    told = facts.figures([part.zone], [part.period])
    whole = next((f for f in told if f.id == part.part_of), None) or next((f for f in told if _sums_up(f, part)), None)
    if among is not None:  # 专利授权中发明专利241件, of 专利授权1389件 in a table
        of = (among["of"], part.status, part.kind, part.report_id)
        whole = next((f for f in told if not f.scope and (f.indicator, f.status, f.kind, f.report_id) == of), None)
    of_some = whole is not None and _SOME_TRADES.match(whole.scope + whole.indicator) is not None and not _SOME_TRADES.search(query.text)
    if whole is None or of_some:
        whole = _output_of_all(facts, part) or whole  # 精密铸件占比: of all output, not of the four trades that it is told with
    if whole is None or computing.common_unit([part, whole]) is None or part.value is None or whole.value is None:
        return False
    slot = slot_of(query, phrase)
    return _say_share(drafting, query, Member(Outcome(slot, part)), Member(Outcome(slot, whole)), ordered=True)


_SOME_TRADES = re.compile(SOME_TRADES)


_AMONG = re.compile("(?P<of>[㐀-鿿]{2,}?)(?:之中|当中|中的?)(?![心小试])[㐀-鿿]{2,}")


def _says_all(part: Figure, phrase: str) -> bool:
    """投资10亿元以上的项目 of 51个, where the share of 10亿元以上项目 is asked for: no word of it is left out."""
    return bigrams(fold(phrase)) <= bigrams(fold(part.scope + part.indicator.replace("的", "")))


def _sums_up(figure: Figure, part: Figure) -> bool:
    """Whether a figure is told of the whole zone where a part's is told by the same name (产值 | 46.8 in the row of the sums)."""
    alike = (figure.report_id, figure.indicator, figure.status, figure.kind) == (part.report_id, part.indicator, part.status, part.kind)
    return alike and (not figure.scope or _ALL_OF_IT.fullmatch(figure.scope) is not None) and figure.in_table is part.in_table


_ALL_OF_IT = re.compile("全(?:区|园|港|县域|域)(?:一?共|共)?|(?:一共|总共|总计|合计|共)")  # 全港|货物吞吐量; 全市 is more than the zone


def _with_amount(drafting: Drafting, share: Figure) -> bool:
    """The amount that a printed share is of, where its sentence tells it by the same name."""
    for figure in drafting.facts.figures([share.zone], [share.period] if share.period else ()):
        told = (figure.report_id, figure.sentence_start) == (share.report_id, share.sentence_start)
        if told and share.scope and figure.kind is FigureKind.VALUE and fold(figure.scope + figure.indicator) == fold(share.scope):
            drafting.say(f"{name_of(figure)}{said(figure)}。", drafting.cite(figure))
            break
    return True


def _together(drafting: Drafting, query: Query) -> bool:
    """甲和乙合计占总产值多少: the named parts' sum in the whole."""
    facts = drafting.facts
    parts = named_parts(facts, query.operands[0])
    group = group_asked(query.operands[0]) if len(parts) < 2 else None
    if group is not None:
        parts = members_of(facts, query.operands[0], replace(group, phrase=group.phrase or "产值"))
    if len(parts) < 2:
        return False
    side = query.operands[1]
    phrase = plainer("".join(side.indicators))
    if group is not None and _sum_in_sum(drafting, query, parts, members_of(facts, query.operands[0], replace(group, phrase=phrase))):
        return True
    whole = resolve(facts, slot_of(side, phrase, aspect=Aspect.VALUE, unit=""), abroad=False).figure
    values = computing.common_unit([whole, *parts]) if whole else None
    if whole is None or values is None or not values[0][0]:
        return False
    total = computing.total(values[0][1:], values[1])
    if total.value > values[0][0]:
        return False
    result = computing.share(total.value, values[0][0])
    told = "、".join(f"{name_of(f)}{amount(f)}" for f in parts)
    drafting.say(
        f"{result.text}（{told}，合计{total.text}，占{describe(whole)}{amount(whole)}的比重；{total.formula}；{result.formula}）。",
        drafting.cite(*parts, whole),
        result.formula,
    )
    return True


def _sum_in_sum(drafting: Drafting, query: Query, parts: Sequence[Figure], wholes: Sequence[Figure]) -> bool:
    """五个重点项目的完成投资合计占总投资多少: the sums of two columns of one table."""
    if [f.scope for f in parts] != [f.scope for f in wholes] or {f.id for f in parts} & {f.id for f in wholes}:
        return False
    values = computing.common_unit([*parts, *wholes])
    if values is None:
        return False
    part, whole = (computing.total(values[0][i : i + len(parts)], values[1]) for i in (0, len(parts)))
    if not part.value < whole.value:
        return False
    result = computing.share(part.value, whole.value)
    drafting.say(
        f"{result.text}（{'、'.join(f.scope for f in parts)}的{parts[0].indicator}合计{part.text}，{wholes[0].indicator}合计{whole.text}；"
        f"{part.formula}；{whole.formula}；{result.formula}）。",
        drafting.cite(*parts, *wholes),
        result.formula,
    )
    return True


_ALL = re.compile(
    "(?:占|在)(?:全部|所有|这)?(?P<number>[两二三四五六七八九])(?:大|个|条)(?:主导|支柱|重点|优势)*(?:产业|行业|链|片区|园区|板块|区块)"
)


def _among_all(drafting: Drafting, query: Query) -> bool:
    """甲产业占四大产业合计多少: of the sum of those that it is told with, which must be as many."""
    asked = _ALL.search(query.text)
    if asked is None:
        return False
    facts, side = drafting.facts, query.operands[0]
    if resolve(facts, slot_of(side, "".join(query.operands[1].indicators), aspect=Aspect.SHARE), abroad=False).figure:
        return False
    part = resolve(facts, slot_of(side, plainer("".join(side.indicators)), aspect=Aspect.VALUE, unit=""), abroad=False).figure
    if part is None or not part.scope:
        return False
    all_of = {
        f.scope: f
        for f in siblings(facts, part)
        if f.in_table is part.in_table and (part.in_table or f.sentence_start == part.sentence_start)
    }
    values = computing.common_unit([part, *all_of.values()])
    if len(all_of) != "零一二三四五六七八九".index(asked["number"].replace("两", "二")) or values is None or part.scope not in all_of:
        return False
    total = computing.total(values[0][1:], values[1])
    result = computing.share(values[0][0], total.value)
    drafting.say(
        f"{result.text}（{describe(part)}{amount(part)}，占{asked['number']}者合计{total.text}的比重；{total.formula}；{result.formula}）。",
        drafting.cite(part, *all_of.values()),
        result.formula,
    )
    return True


def _of_the_year(drafting: Drafting, query: Query, phrase: str) -> bool:
    """二、三季度合起来占全年多少, 上半年的收入里二季度占几成: a part of a year in a longer one, of the same indicator."""
    named = {p for p in (*query.periods, *(p for m in find_periods(query.text) for p in m.periods)) if p.first_year == p.last_year}
    part = min((p for p in named if not p.is_year), key=lambda p: p.last_month - p.first_month, default=None)
    if part is None or len(query.zones) > 1:
        return False
    part = quarters_asked(query.text, part.first_year) or part
    own = {p for p in named if p.first_year == part.first_year and p != part}
    longer = {p for p in own if p.first_month <= part.first_month and part.last_month <= p.last_month}
    if "全年" in query.text:
        longer = {Period.year(part.first_year)}
    if len(longer - {Period.year(part.first_year)}) > 1 or not longer:
        return False
    all_of_it = min(longer, key=lambda p: p.last_month - p.first_month)
    phrase = re.sub("(?:占|在)?全年的?.*$|(?:入库|完成|实现)$", "", phrase) or query.topic or phrase
    phrase = re.sub("(?:一个|单个?)(?:季度?)(?:的|单季)?", "", phrase)
    slot = slot_of(query, phrase, period=part, aspect=Aspect.VALUE, unit="")
    goal = Status.TARGET if re.search("(?:目标|计划|任务)", query.text) else None
    slot = replace(slot, status=None if goal else query.status)
    first = member(drafting.facts, slot, rounded=False, abroad=False)
    if goal and first.figure is None:
        first = member(drafting.facts, replace(slot, status=Status.EXPECTED), rounded=False, abroad=False)
        if first.figure is not None and first.figure.period != part:
            return False
    year = replace(slot, period=all_of_it, status=goal or slot.status)
    second = member(drafting.facts, year, rounded=False, abroad=False)
    if first.figure is None or second.figure is None or first.figure.name != second.figure.name:
        return False
    return _say_share(drafting, query, first, second, ordered=True)


def _reached(facts: Facts, query: Query, part: Figure, whole: Figure) -> Figure:
    """年初预算12.67亿元；实际完成11.63亿元，非税收入2.61亿元: the whole that was reached, where what was reached is a part of it."""
    if part.status is not Status.DONE or whole.status is not Status.TARGET or re.search("目标|计划|任务|预算[数的]", query.text):
        return whole
    told = facts.figures([whole.zone], [whole.period] if whole.period else ())
    reached = (f for f in told if f.kind is FigureKind.VALUE and f.status is Status.DONE and (f.name, f.scope) == (whole.name, whole.scope))
    return next(reached, whole)


def _say_share(drafting: Drafting, query: Query, first: Member, second: Member, *, ordered: bool) -> bool:
    """Part ÷ whole; where nothing says which is the part (not ``ordered``), the smaller one is."""
    if first.figure is not None and second.figure is None and first.figure.status is Status.TARGET:  # 新开工项目占重点项目, of a plan
        second = Member(resolve(drafting.facts, replace(second.outcome.slot, status=Status.TARGET), abroad=False))
    if first.figure is None or second.figure is None:
        return missing(drafting, (first, second))
    a, b = first.figure, _reached(drafting.facts, query, first.figure, second.figure)
    b = _of_the_same(drafting.facts, a, b, second.outcome.slot.phrase) or _of_both(drafting.facts, a, b, second.outcome.slot.phrase) or b
    if _PARCEL in (a.unit, b.unit) and _PARCEL not in query.text:  # 供地17宗1187亩，其中工业用地12宗842亩: land is shared by its area
        a, b = (_area_of(drafting.facts, f) for f in (a, b))
    values = computing.common_unit([a, b])
    if values is None or not all(values[0]):
        drafting.say(f"{REFUSAL}可以相除的数：{describe(a)}{said(a)}，{describe(b)}{said(b)}。", drafting.cite(a, b))
        return False
    (x, y), _ = values
    alike = (a.zone, a.period) == (b.zone, b.period)
    to_come = a.status is Status.EXPECTED and b.status is Status.DONE and not _AHEAD.search(query.text)
    foreseen = to_come and (bool(a.scope) or a.period != b.period)  # the tax of a project to come, not what a year is expected to end with
    if foreseen or (ordered and alike and (x > y or (x == y and a.name == b.name and a.scope == b.scope))):  # no part of it
        drafting.say(f"{REFUSAL}可以相除的数：{describe(a)}{said(a)}，{describe(b)}{said(b)}。", drafting.cite(a, b))
        return False
    if not ordered and x > y:
        a, b, x, y = b, a, y, x
    result = computing.share(x, y)
    whole = name_of(b) if alike else describe(b)
    about = "" if first.exact and second.exact else "约"
    drafting.say(
        f"{about}{result.text}（{describe(a)}{amount(a)}，占{whole}{amount(b)}的比重；{result.formula}）。",
        drafting.cite(a, b),
        result.formula,
    )
    explain(drafting, (first, second))
    return True


_PARCEL = "宗"


def _area_of(facts: Facts, parcels: Figure) -> Figure:
    """How much land the parcels are, where that is told with their number."""
    told = facts.figures([parcels.zone], [parcels.period] if parcels.period else [])
    own = (parcels.report_id, parcels.scope, parcels.indicator, parcels.status)
    alike = (f for f in told if (f.report_id, f.scope, f.indicator, f.status) == own)
    return next((f for f in alike if f.unit in ("亩", "公顷", "平方米", "万平方米", "平方公里")), parcels)


def _of_the_same(facts: Facts, part: Figure, whole: Figure, phrase: str) -> Figure | None:
    """年度计划投资占总投资, of 重点项目|年度计划投资: the 总投资 of the same, where the question says of nothing."""
    if not part.scope or whole.indicator == part.indicator or part.scope == whole.scope or normalise(phrase) != normalise(whole.indicator):
        return None
    own = (f for f in facts.figures([part.zone]) if f.report_id == part.report_id and f.scope == part.scope and f.indicator == whole.indicator)
    return next(own, None)


_TOTAL = re.compile("总|全部|合计|所有")


def _of_both(facts: Facts, part: Figure, other: Figure, phrase: str) -> Figure | None:
    """商住用地占出让总量, of 出让土地551亩，其中工业用地402亩、商住用地149亩: what both are parts of, where all of it is asked for."""
    if not part.part_of or part.part_of != other.part_of or not _TOTAL.search(phrase):
        return None
    return next((f for f in facts.figures([part.zone]) if f.id == part.part_of), None)


_AHEAD = re.compile("预[计测期估]|估计|将|[投达]产后|建成后")


def _names_share(facts: Facts, figure: Figure, query: Query) -> bool:
    """Whether a printed share is of the asked part (named in it) in the asked whole (named in it or its sentence)."""
    part, whole = (Name.of("".join((*side.scopes, *side.indicators))) for side in query.operands)
    name = _shared(figure)
    around = Name.of(facts.sentence(figure)[: figure.end - figure.sentence_start])
    return _within(part, name) and (
        _within(whole, name) or (not re.search("占.{2}", figure.indicator) and _within(whole, around))
    )


def _shared(figure: Figure) -> Name:
    """税收 of 税收占比: what a printed share is of."""
    return Name.of(figure.scope + re.sub("(?<=[㐀-鿿]{2})的?(?:占比|比重|所占比[重例])$", "", figure.indicator))


_COUNTED = re.compile("(?P<many>[两二三四五六七八九](?:大|个|条))(?:主导|支柱|重点|优势|特色|传统|新兴)*(?:产业|行业|链)")


def _of_that_many(facts: Facts, figure: Figure, query: Query) -> bool:
    """三大产业占…: the share of three, which a share of one of them isn't, nor theirs that of one."""
    counted = _COUNTED.search(query.operands[0].text)
    if counted is None and _COUNTED.search(figure.scope + figure.indicator):
        return False
    return counted is None or counted["many"] in facts.sentence(figure)[: figure.end - figure.sentence_start]


def _within(asked: Name, name: Name) -> bool:
    """Whether a name says all that was asked: its indicators by meaning, the rest (绿色化工) letter by letter."""
    if not all(any(relation(t, own) for own in name.terms) for t in asked.terms):
        return False
    rest = fold(asked.text)
    for term in reversed(asked.terms):
        rest = rest[: term.start] + "|" + rest[term.end :]
    grams = {g for piece in rest.split("|") if piece for g in bigrams(piece)}
    return len(grams & name.grams) >= 0.6 * len(grams)


def _names_both(figure: Figure | None, query: Query) -> bool:
    """Whether a printed share is of the asked part in the asked whole, not of a neighbour."""
    if figure is None:
        return False
    name = _shared(figure)
    sides = [p for side in query.operands for p in (*side.indicators, *side.scopes)]
    for phrase in (p for p in sides or (*query.indicators, *query.scopes) if p):
        asked = Name.of(phrase)
        if asked.terms and not any(relation(t, own) for t in asked.terms for own in name.terms):
            return False
        if not asked.terms and len(asked.grams & name.grams) < 0.6 * len(asked.grams):
            return False
    return True

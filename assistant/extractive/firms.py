"""The firms of a report by what each made, paid or employs: the greatest, those above a bound, those that fell; from the ledger."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.every import say_among
from assistant.extractive.wording import amount, describe, said
from assistant.facts import Facts
from assistant.firms import MEASURES, Firms
from assistant.records import Draft
from index.figures.companies import TRADE, is_company
from index.figures.ranked_lines import stands_ranked
from index.figures.subjects import company_at, is_trade
from index.numerals import convert
from index.records import Figure, FigureKind, Period, Status

__all__ = ["called_a_firm", "is_firm", "no_firms", "say_firms", "tells_of_a_firm"]

MOST = 20  # that are listed
BEHIND = 4  # told behind the first
_FIRM = re.compile("企业|公司|厂")
_CALLED = re.compile("^(?:[㐀-鿿]{0,4}?)(?:龙头|骨干|链主|重点|领军|头部)(?:企业|公司)(?=[㐀-鿿]{2})")
_TOLD = re.compile(
    rf"[㐀-鿿]{{2,6}}{TRADE}(?!产业|行业|园|链|[、和])|公司|(?:龙头|骨干|链主|纳税|重点|领军)企业"
    "|企业(?:首位|第一|之首|(?:依次|分别)?[是为])"
)
_FIRST = re.compile("[居列排位][^，。；]{0,10}(?:首位|榜首|第一|之首|前[两三四五六七八九十\\d]+[位名])|最大的")
_NO_FIRM = re.compile("项目|工程|产业|行业|板块|片区|(?<!居)园(?!区(?:首位|榜首|第一|之首|前))|基地|合计|总计|[户个家]企业|规上|工业企业|以上企业")


def say_firms(facts: Facts, wanted: Firms, cells: Sequence[tuple[str, Period]], *, in_prose: bool = False) -> Draft | None:
    """The firms asked for, of each zone and period, of a table or those that sentences name; None where not two are told of."""
    drafting = Drafting(facts)
    for zone, period in cells:
        where, told = facts.short(zone) + period.label, _measured(facts, wanted.measure, zone, period, in_prose=in_prose)
        if (among := wanted.among) is not None:
            those = {f.scope for f in _measured(facts, among.measure, zone, period, in_prose=in_prose) if _fits(f, among)}
            told = [f for f in told if f.scope in those]
        if wanted.grown is not None:
            grown = [f for f in told if f.growth is not None]
            if len(grown) > 1:
                say_among(drafting, wanted.grown, where, grown, "企业")
        elif wanted.each:
            _say_each(drafting, wanted, where, told, _measured(facts, "用工", zone, period, in_prose=in_prose))
        elif len(told) > 1:
            then = {f.scope: f for f in _measured(facts, wanted.then, zone, period, in_prose=in_prose)} if wanted.then else {}
            if not then or not _say_then(drafting, wanted, told, then):
                _say(drafting, wanted, where, told)
        elif len(told) == 1 and wanted.many == 1 and wanted.first > 0 and _said_to_lead(facts, told[0]):
            drafting.say(f"{told[0].scope}最高：{describe(told[0])}{said(told[0])}。", drafting.cite(told[0]))
    return drafting.draft() if drafting.statements else None


def _said_to_lead(facts: Facts, figure: Figure) -> bool:
    """Whether the sentence of a firm's number says that it comes first (昉澈传感以36.2亿元居首)."""
    sentence = facts.report(figure.report_id).text[figure.sentence_start : figure.sentence_end]
    return re.search(rf"{re.escape(figure.scope)}[^。；]{{0,40}}?(?:居首|首位|第[一1](?![\\d十])|榜首|领跑|之首)", sentence) is not None


def tells_of_a_firm(draft: Draft) -> bool:
    """Whether what an answer quotes is of firms, and not of the zone or its industries."""
    return not draft.refused and any(_TOLD.search(c.quote) or (_FIRST.search(c.quote) and not _NO_FIRM.search(c.quote)) for c in draft.citations)


def no_firms(facts: Facts, wanted: Firms, zones: Sequence[str]) -> Draft:
    """The refusal where no two firms can be set beside each other and no sentence says which is first."""
    drafting = Drafting(facts)
    drafting.say(f"{REFUSAL}{'、'.join(map(facts.short, zones))}逐家企业的{wanted.measure}，比不出哪家在前。")
    return drafting.draft(refused=True)


def _say(drafting: Drafting, wanted: Firms, where: str, told: Sequence[Figure]) -> None:
    together = computing.common_unit(told)
    if together is None:
        return
    order = sorted(range(len(told)), key=lambda i: together[0][i], reverse=wanted.first >= 0)
    every = [told[i] for i in order]
    drafting.note("企业", f"{where} {len(every)}家：{'、'.join(f.scope for f in every)}")
    lead = f"{where}的报告里印有{wanted.measure}的{len(every)}家企业中，"
    fitting = [f for f in every if not wanted.unit or _fits(f, wanted)]
    if not fitting:
        drafting.say(f"{lead}没有符合的，最高的是{every[0].scope}（{amount(every[0])}）。", drafting.cite(every[0]))
        _say_counted(drafting, wanted, told)
    elif wanted.ends:
        _say_ends(drafting, fitting, lead)
    elif wanted.many == 1:
        first, others = fitting[0], fitting[1 : 1 + BEHIND]
        drafting.say(f"{first.scope}最{'高' if wanted.first > 0 else '低'}：{describe(first)}{said(first)}。", drafting.cite(first))
        if others:
            drafting.say(f"{lead}其次是" + "；".join(f"{f.scope}{amount(f)}" for f in others) + "。", drafting.cite(*others))
    else:
        chosen = fitting[: wanted.many or MOST]
        which = f"前{len(chosen)}家" if wanted.many else f"符合的有{len(fitting)}家" if wanted.unit else "依次"
        drafting.say(f"{lead}{which}是：{'；'.join(f'{f.scope}{said(f)}' for f in chosen)}。", drafting.cite(*chosen))
        _say_counted(drafting, wanted, told)


def _say_ends(drafting: Drafting, fitting: Sequence[Figure], lead: str) -> None:
    """The greatest, the least and how far they are apart; ``fitting`` with one end first."""
    values = computing.common_unit([fitting[0], fitting[-1]])
    if values is None:
        return
    (one, other), unit = values
    high, low = (fitting[0], fitting[-1]) if one >= other else (fitting[-1], fitting[0])
    gap = computing.difference(max(one, other), min(one, other), unit)
    cited = drafting.cite(high, low)
    ends = f"最高的是{high.scope}（{amount(high)}），最低的是{low.scope}（{amount(low)}），相差{gap.text}"
    drafting.say(f"{lead}{ends}（{gap.formula}）。", cited, gap.formula)


def _say_then(drafting: Drafting, wanted: Firms, told: Sequence[Figure], then: Mapping[str, Figure]) -> bool:
    """What else is printed of the first: 产值最高的企业税收多少; False where it isn't."""
    together = computing.common_unit(told)
    if together is None:
        return False
    order = sorted(range(len(told)), key=lambda i: together[0][i], reverse=wanted.first >= 0)
    first = told[order[0]]
    if first.scope not in then:
        return False
    more = then[first.scope]
    end = "最高" if wanted.first > 0 else "最低"
    drafting.say(f"{first.scope}的{more.indicator}{said(more)}，它的{wanted.measure}{end}（{amount(first)}）。", drafting.cite(more, first))
    return True


def _say_counted(drafting: Drafting, wanted: Firms, told: Sequence[Figure]) -> None:
    """产值超10亿元企业6家: how many the report says there are above the bound, which may be more than it names."""
    bound = wanted.above if wanted.below is None else None
    if bound is None:
        return
    counted = re.compile(f"{wanted.measure}.{{0,4}}(?<![\\d.]){computing.plain(bound)}{wanted.unit[:1]}.*企业")
    pool = drafting.facts.figures([told[0].zone], [told[0].period] if told[0].period else ())
    found = next((f for f in pool if f.unit in ("家", "户") and f.status is Status.DONE and not f.scope and counted.search(f.indicator)), None)
    if found is not None:
        drafting.say(f"报告另说{found.indicator}{amount(found)}。", drafting.cite(found))


def _say_each(drafting: Drafting, wanted: Firms, where: str, told: Sequence[Figure], people: Sequence[Figure]) -> None:
    """A measure by those that work there: 人均产值, of the firms that print both."""
    staff = {f.scope: f for f in people if f.unit == "人"}
    both = [(f, staff[f.scope], v) for f in told if f.scope in staff and (v := _in_ten_thousands(f)) is not None]
    rated = [(f, hands, computing.per(v, hands.value, "万元")) for f, hands, v in both if hands.value]
    rated.sort(key=lambda r: r[2].value, reverse=wanted.first >= 0)
    if len(rated) < 2:
        return
    drafting.note("企业", f"{where} {len(rated)}家：{'、'.join(f.scope for f, _, _ in rated)}")
    many = wanted.many if wanted.many > 1 else len(rated)
    listed = "；".join(f"{f.scope}{rate.text}（{rate.formula}）" for f, _, rate in rated[:many])
    end = f"{rated[0][0].scope}最{'高' if wanted.first > 0 else '低'}。" if wanted.many == 1 else ""
    cited = drafting.cite(*(f for row in rated[:many] for f in row[:2]))
    lead = f"{end}{where}的报告里印有{wanted.measure}和用工的{len(rated)}家企业，人均{wanted.measure}是"
    drafting.say(f"{lead}：{listed}。", cited, rated[0][2].formula)


def _in_ten_thousands(figure: Figure) -> Decimal | None:
    return convert(figure.value, figure.unit, "万元") if figure.value is not None else None


def _measured(facts: Facts, measure: str, zone: str, period: Period, *, in_prose: bool) -> list[Figure]:
    """The measure of each firm that a zone's report of a period names, as it tells it first."""
    ends, told = re.compile(f"(?:^|(?<!进)(?<!新增)(?<!均))(?:{MEASURES[measure][1]})$"), dict[str, Figure]()
    for f in facts.figures([zone], [period]):
        valued = f.kind is FigureKind.VALUE and f.value is not None and f.status is Status.DONE and f.in_table != in_prose
        if valued and f.scope and ends.search(f.indicator) and facts.in_its_own_report(f) and is_firm(facts, f):
            told.setdefault(f.scope, f)
    return list(told.values())


def _fits(figure: Figure, wanted: Firms) -> bool:
    value = convert(figure.value, figure.unit, wanted.unit) if figure.value is not None else None
    return value is not None and wanted.holds(value)


_RANKED = re.compile("前(?:[两二三四五六七八九十]|\\d{1,2})(?:位|名|强|家)|居首|次之|第\\s*(?:\\d{1,2}|[一二三四五六七八九十])\\s*位")
_BEFORE = 60  # characters in which it is said of whom a list is


def _is_ranked(facts: Facts, figure: Figure) -> bool:
    """产值前三位依次为瑱光显示（58.6亿元）、漷河药业（41.2亿元）: of a list of firms, by what is said before it or by the name of another."""
    text = facts.report(figure.report_id).text
    sentence = text[figure.sentence_start : figure.sentence_end]
    if stands_ranked(text, figure.start):
        return True
    if not _RANKED.search(sentence):
        return False
    pool = facts.figures([figure.zone], [figure.period] if figure.period else ())
    beside = [f for f in pool if f.sentence_start == figure.sentence_start and f.report_id == figure.report_id]
    if any(f.kind is FigureKind.RANK and (f.scope, f.indicator) == (figure.scope, figure.indicator) for f in beside):
        return True  # 屹澜精工28.5亿元，列第3位
    if not re.search(rf"{re.escape(figure.scope)}(?:以|[（(])?\d", sentence):
        return False
    return _FIRM.search(text[max(0, figure.sentence_start - _BEFORE) : figure.sentence_end]) is not None or any(
        is_company(f.scope) for f in beside if f.indicator == figure.indicator
    )


def is_firm(facts: Facts, figure: Figure) -> bool:
    """Whether a number is of one firm: a row under 企业名称, or what its sentence calls by a firm's name."""
    if _NO_FIRM.search(figure.scope) or (not figure.in_table and is_trade(figure.scope)):
        return False
    if not figure.in_table:
        industry = rf"{re.escape(figure.scope)}[^，。；\d]{{0,24}}(?:产业(?!园|链|化|基地)|行业|板块|集群)"  # 甲、乙、丙三大主导产业
        sentence = facts.report(figure.report_id).text[figure.sentence_start : figure.sentence_end]
        # 企业7家，昉澈传感以36.2亿元居首; 企业5家，分别是…，其中熠栎传感产值28.6亿元，居全区第1位
        leads = re.search(rf"企业[^。；]{{0,80}}{re.escape(figure.scope)}(?:以[^，。；]{{0,16}}|[^，。；]{{2,16}}，)(?:[居列排]|领跑|夺)", sentence)
        titled = re.search(rf"(?:龙头|骨干|链主|领军|头部)(?:企业|公司){re.escape(figure.scope)}", sentence)  # 龙头企业昉澈传感产值46.8亿元
        # 产值过5亿元的企业4家：A13.6亿元、B11.2亿元
        listed = re.search(rf"{_SO_MANY_FIRMS}(?:[^。；]*?[、，和])?{re.escape(figure.scope)}[（(]?\d", sentence)
        called = _CALLED.match(figure.scope) is not None or (leads or titled or listed) is not None or _is_ranked(facts, figure)
        texts = (facts.report(r).text for r in facts.reports_of([figure.zone], ()))
        return called or (is_company(figure.scope) and not any(re.search(industry, text) for text in texts))
    head, caption = _head(facts, figure)
    return _FIRM.search(head) is not None or ("名" in head and _FIRM.search(caption) is not None)


_SO_MANY_FIRMS = "(?:企业|公司)[^，。；：、]{0,8}[家户](?:[：:]|[，,](?:即|分别|依次)[是为]?)"


def called_a_firm(facts: Facts, figure: Figure) -> bool:
    """Whether a number is of one firm, or of what bears a firm's name: no 基础化工 of a table of trades."""
    named = company_at(figure.scope) == figure.scope and is_company(figure.scope) and _TRADES.search(_head(facts, figure)[0]) is None
    return bool(figure.scope) and (named or is_firm(facts, figure))


_TRADES = re.compile("行业|产业|门类|板块")


def _head(facts: Facts, figure: Figure) -> tuple[str, str]:
    """What stands above the name of a number's row, and above its table; nothing where it is in none."""
    table = next((t for t in facts.report(figure.report_id).tables if t.start <= figure.sentence_start < t.end and t.heads), None)
    if table is None:
        return "", ""
    cells = (i for row in table.grid[table.heads :] for i, cell in enumerate(row) if cell.text.strip() == figure.scope)
    return (table.grid[table.heads - 1][column].text if (column := next(cells, None)) is not None else "", table.caption)

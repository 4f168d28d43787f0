"""What a year's own report told and what it was restated to: 801.3亿元, and 796.4亿元 in the report of the year after, with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Slot, resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, changed, describe, growth
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import fold
from assistant.periods import find_periods
from assistant.records import Aspect, Draft, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Period, Report, Status

__all__ = ["answer_as_told", "answer_rebased", "answer_restated", "asks_as_told", "declared_anew", "restated_in"]

_HOW = "(?:调整|调减|调增|核定|核实|修订|更正|修正|核减|核增)"
_BOTH = re.compile("不一样|不一致|不同|对不上|有出入|打架|改过|变了|前后|[两几](?:[个种]数|多少个)|[两几]个版本|[两几]种说法")
_LATER = re.compile(f"(?:重新|最[终后])?{_HOW}(?:之?后|过的?|[数值]|成|为|到|下来|出来)|最[终后]{_HOW}|可比口径|同口径"
    "|核[过完准](?:[之以]?后|的)"
    # 后来重新核过，核完到底算多少; 统计局最终认定多少: any word for it, as a value told anew has to be there for it to answer
    "|(?:复核|核算|订正|校正|纠正|(?<![技房旧城棚整])改|(?<!审)核|修)(?:过|完|准|定|好)+(?:一?[回次]|账|口径|数)?(?!成)|(?:复核|核算|订正|校正|纠正)(?:[之以]?后|的?数)"
    "|统计[^，,。]{0,6}(?:核(?!心)|认|订正)|(?:最[终后]|[市省县]里?)认定|(?<![确公])认(?:定|下|账|可)(?:的|下来)*(?:才算|是|为|数)|普查?(?:[之以]?后)?(?:修|核|调)"
    f"|(?:后来|是不是|有没有|是否|又|再)[^，,。]{{0,8}}?(?:{_HOW}|[调改])(?:过|成|为|了)|[调改][成为]了?(?:多少|几)")
_AT_FIRST = "(?:原(?:来|先)?|当[年初时]|起初|最初|一开始)(?:公布|上报|报告|汇报|发布|报|说|写)"
_FIRST = re.compile(f"{_HOW}之?前|{_AT_FIRST}(?![了过]|[之的]?数?据?(?:都|已)?(?:不|作废))|初步(?:核算|数)")
_WORDS = re.compile(
    f"(?:[经由按]过?)?(?:第?[一二三四五]次?)?(?:全国)?(?:经普|经济普查|普查)|[市省县区]?(?:里的?)?统计|认(?:定|下|了|$)|核(?:过|完)?[一两]?[次回遍]|(?:最[终后])?(?:复核|订正|校正|纠正|统计(?:局|部门|上)?(?:重新|最[终后])*(?:核|认定|订正)|认定)|重新核|核[完过算准]|改[完过]|最[终后]"
    f"|(?:重新|最[终后])?{_HOW}(?:[之以]?后)?|核[过完准](?:[之以]?后)?|[经由](?=统计|[省市])|[调改](?:过|成|为|$)|后来|统计(?:局|部门)|前后|怎么|为什么|为何|有?[两几][份个次年种]|{_AT_FIRST}|可比口径|同口径|初步|写|报告|材料"
)
_BY_HOW_MUCH = re.compile(
    f"(?:{_HOW}|调|核)(?:[了掉减低少]|出去)+(?:多少|几)|{_HOW}(?:多少|几)|{_HOW}[^，,。]{{0,12}}?(?:差|少|多|低|高)(?:了|出)?(?:多少|几)"
    f"|[比较]{_AT_FIRST}(?:的|过的)?数?[^，,。]{{0,4}}?(?:差|少|多|低|高)(?:了|出)?(?:多少|几)")
_REASON = re.compile("调整|调减|核定|核实|核减|修订|剔除|扣除|口径|普查|重复|更正|改由|不再")
_SENTENCE = re.compile("[^。；;\\n]+[。；;]?")
_TOLD = re.compile("(?:原公布|调整后)$")


_LAST_YEARS = re.compile(f"(?:上|去|前)一?年的?(?:数据?|基数|值)|(?<=[把将])(?:上|去|前)一?年度?的?(?=[^，,。；]{{2,16}}?{_HOW})")


def answer_restated(drafting: Drafting, query: Query) -> bool:
    """Say both values with their reports, or the one of them that is asked for; False where nothing was restated."""
    both, later, first = (p.search(query.text) for p in (_BOTH, _LATER, _FIRST))
    apart = _BY_HOW_MUCH.search(query.text)
    if later and len(query.periods) == 1 and _LAST_YEARS.search(query.text):  # 社零上年数核定后是多少
        own = tuple(_LAST_YEARS.sub("", i) for i in query.indicators)
        query = replace(query, periods=(query.periods[0].shifted(-1),), indicators=own, text=_LAST_YEARS.sub("", query.text))
    several = apart is None and both is not None and re.search("报告|总结|汇报|公报|材料|口径|公布|[两几](?:[份个种]|多少)|前后", query.text)
    alone = len(query.zones) <= 1 and len(query.periods) == 1 and query.indicators and (apart or not query.combines)
    if not (several or later or first or apart) or not alone or query.status is Status.TARGET:
        return False
    phrase = _asked(query.indicators)
    phrase = _asked((query.topic,)) if later and find_terms(query.topic) and not find_terms(phrase) else phrase  # X，决算核定之后最终认定是多少
    named = [t.said for t in find_terms(query.text)] if (several or not phrase) and not find_terms(phrase) else []
    phrase = named[0] if named else phrase  # X，两份报告里为什么对不上
    found = resolve(drafting.facts, slot_of(query, phrase, status=Status.DONE, aspect=Aspect.VALUE, unit="")) if phrase else None
    meant = found.nearest[:1] if found is not None and several and found.reason == "indicator" else ()
    figure = found.figure or next(iter(meant), None) if found is not None else None
    if found is None or figure is None:
        return False
    before, now = _values(drafting.facts, figure)
    if before is None or now is None:
        return False
    drafting.trace.append(found.trace)
    told = list(zip((before, now), _when(drafting.facts, before, now), strict=True))
    values = computing.common_unit((before, now)) if apart else None
    if values is not None:
        (was, became), unit = values
        result, verb = computing.difference(became, was, unit), "多" if became > was else "少"
        said = "，".join(f"{where}{amount(figure)}" for figure, where in told)
        drafting.say(f"{verb}{result.text}（{describe(before)}：{said}；{result.formula}）。", drafting.cite(before, now), result.formula)
        _say_reason(drafting, (now, before))
        return True
    for figure, where in reversed(told) if later and not (several or first) else told:
        drafting.say(f"{amount(figure)}（{describe(figure)}，{where}）。", drafting.cite(figure))
    _say_reason(drafting, (now, before))
    return True


def _when(facts: Facts, before: Figure, now: Figure) -> tuple[str, str]:
    """Where each of the two is told, in words that name no year: a year beside a number is that of the number."""
    if before.report_id == now.report_id:
        return "原先的数", "改过以后的数"
    card = facts.cards.get(now.report_id)
    apart = card.period.last_year - now.period.last_year if card is not None and card.period is not None and now.period is not None else 0
    return "当年报告里的数", f"{'下一年' if apart == 1 else '后来的'}报告里的数"


def _asked(indicators: Sequence[str]) -> str:
    """The indicator alone: up to the words that speak of reports and of restating."""
    phrase = plainer("".join(indicators))
    cut = _WORDS.search(phrase)
    head = re.sub("有?[两几]$", "", phrase[: cut.start()] if cut is not None else phrase)
    if len(head) >= 2:
        return head
    terms = find_terms(phrase)
    return phrase[terms[0].start : terms[0].end] if terms else ""


def _values(facts: Facts, figure: Figure) -> tuple[Figure | None, Figure | None]:
    """What was told first, by the figure's own report where there is one, and the other value that stands for the same."""
    alike = [
        f
        for f in facts.figures([figure.zone], [figure.period] if figure.period else ())
        if f.kind is FigureKind.VALUE and f.status is Status.DONE and f.value is not None and dimension(f.unit) == dimension(figure.unit)
        and f.name == figure.name and _TOLD.sub("", f.scope) == _TOLD.sub("", figure.scope)
    ]
    first = next((f for f in alike if facts.in_its_own_report(f) and not f.scope.endswith("调整后")), None)
    first = first or next((f for f in alike if f.scope.endswith("原公布")), None)
    if first is None:
        return None, None
    others = [
        f
        for f in alike
        if f.value != first.value and f.unit == first.unit and not f.scope.endswith("原公布")
        and (f.report_id != first.report_id or f.scope.endswith("调整后"))  # 规上企业186家，其中规上工业企业58家: no other count of them
    ]
    others.sort(key=lambda f: fold(f.indicator) != fold(first.indicator))
    return first, next((f for f in others if f.scope.endswith("调整后")), others[0] if others else None)


def declared_anew(facts: Facts, figure: Figure) -> Figure | None:
    """What a report says the value of a past year was restated to (核定后调整为); None where it is that, or none says so."""
    if figure.kind is not FigureKind.VALUE or figure.status is not Status.DONE or figure.scope.endswith("调整后"):
        return None
    before, now = _values(facts, figure)
    if before is None or now is None or before.value != figure.value:
        return None
    said = facts.report(now.report_id).text[now.sentence_start : now.sentence_end]
    return now if now.scope.endswith("调整后") or (now.report_id != before.report_id and _DECLARED.search(said)) else None


_DECLARED = re.compile(f"{_HOW}(?:后|数|为|[)）])|由[^，。；]{{1,16}}{_HOW}")


def restated_in(facts: Facts, first: Figure, report_id: str) -> Figure | None:
    """The other value of what ``first`` tells that a later report prints of the same time; None where it prints none, or several."""
    alike = [
        f
        for f in facts.figures([first.zone], [first.period] if first.period else ())
        if f.report_id == report_id and f.kind is first.kind and f.status is Status.DONE and f.unit == first.unit and f.name == first.name
        and _TOLD.sub("", f.scope) == _TOLD.sub("", first.scope) and f.value is not None and not f.scope.endswith("原公布")
    ]
    return alike[0] if len({f.value for f in alike}) == 1 and alike[0].value != first.value else None


def _reason(report: Report, values: Sequence[Figure]) -> tuple[int, int] | None:
    """The sentence that says why, and names the indicator or one of the values."""
    name = fold(values[0].indicator)
    texts = [f.value_text for f in values if f.value_text]
    for match in _SENTENCE.finditer(report.text):
        said = match.group()
        if _REASON.search(said) and (name in fold(said) or any(t in said for t in texts)):
            return match.start(), match.end()
    return None


#: 按核定后的上年数, 拿调整后的2022年基数作底: against which value of the year before a rise is to be told.
_REBASED = re.compile(
    f"[按拿以用照跟比和]照?[^，,。]{{0,8}}?{_HOW}(?:之?[前后]|过|了)?的?(?:(?:上年|去年|(?:20)?\\d\\d年)[^，,。]{{0,4}}?(?:数据?|基数|底数|口径|值)?|数据?|基数|口径)(?:作底|作?为?(?:基数|分母)|来?算)?"
    f"|[按拿以用照跟比和]照?[^，,。]{{0,6}}?(?:上年|去年|(?:20)?\\d\\d年)的?{_HOW}(?:后的?)?[数值]"
)
_ROSE = re.compile("净?增(?:加|长|速|幅|量|收)?|[多涨升高少降减](?:了|出)?(?:多少|几)|[涨升降]幅|变化")


def answer_rebased(drafting: Drafting, query: Query) -> bool:
    """按核定后的上年数，净增了多少: against the restated value of the year before; False where that isn't asked, or none was restated."""
    text, facts = query.text, drafting.facts
    zones = facts.placed(query)
    said = _REBASED.search(text)
    if said is None or not _ROSE.search(text) or len(zones) != 1:
        return False
    years = sorted({p.first_year for m in find_periods(text) for p in m.periods if p.is_year})
    base = {p.first_year for m in find_periods(said[0]) for p in m.periods}
    asked = max((y for y in years if y not in base), default=max(base) + 1 if base else None)
    if asked is None:
        return False
    for term in find_terms(text):
        now = resolve(facts, Slot(term.said, zones[0], Period.year(asked), Status.DONE), abroad=False).figure
        then = _restated_for(facts, now) if now is not None else None
        first = re.search(f"{_HOW}之?前", said[0]) is not None
        if then is not None and first:
            then = _values(facts, then)[0]
        values = computing.common_unit([then, now]) if then is not None and now is not None else None
        if then is None or now is None or values is None or not values[0][0]:
            continue
        (was, became), unit = values
        result, rate = computing.difference(became, was, unit), computing.growth_between(became, was)
        drafting.note("核定基数", f"{describe(then)}{amount(then)}")
        verb = "多" if became > was else "少"
        told = f"{describe(now)}{amount(now)}，上年{'改以前' if first else '改过以后'}的数是{amount(then)}；{result.formula}"
        drafting.say(f"{verb}{result.text}（{told}），{changed(rate)}（{rate.formula}）。", drafting.cite(now, then), result.formula)
        _say_reason(drafting, (now, then))
        return True
    return False


def _restated_for(facts: Facts, now: Figure) -> Figure | None:
    """The value that the year before was restated to, of the same name or of one that its name ends in (研发费用)."""
    before = [now.period.shifted(-1)] if now.period is not None else []
    told = (f for f in facts.figures([now.zone], before) if f.kind is FigureKind.VALUE and f.scope.endswith("调整后"))
    return next((f for f in told if dimension(f.unit) == dimension(now.unit) and (f.name == now.name or now.indicator.endswith(f.indicator))), None)


_AS_TOLD = re.compile(
    "(?:自己|直接|各自|两[份年次][^，,。]{0,6}(?:报告|总结|汇报|材料))[^。]{0,24}(?:算|比|除)"
    "|[拿用按以][^，,。]{0,10}?(?:当年|当时|原来)(?:报|公布|印|写)的?数?[^。]{0,12}?(?:算|比|除|基数)"
)
_GREW = re.compile("增长|增幅|增速|涨|变化")
_SAME = re.compile(
    "(?:跟|和|与|同)[^，,。？?]{0,24}(?:一样|一致|相同|对得上|对上|相符|符合|一个数)|[两俩]个增[速幅]"
    "|(?:报告|公报|材料)[里上]?(?:写|印|公布|给|说)的(?:增[速幅])?(?:又|却|则)?是?(?:多少|几)"
)


def asks_as_told(text: str) -> bool:
    """Whether a growth is to be worked out from what two reports print, and set against the printed one."""
    return bool(_AS_TOLD.search(text) and _GREW.search(text) and _SAME.search(text))


def answer_as_told(facts: Facts, query: Query, text: str) -> Draft | None:
    """拿两份报告各自公布的数自己算，涨了多少，跟报告说的增速一样吗: both, whether they agree, and what was restated between."""
    years = sorted({p.first_year for m in find_periods(text) for p in m.periods if p.is_year})
    zones = facts.placed(query)
    if not years or len(zones) != 1:
        return None
    phrases = [t.said for t in find_terms(text) if len(t.meanings) == 1] + [_asked([p]) for p in query.indicators]
    for phrase in filter(None, dict.fromkeys(phrases)):
        then, now = (
            resolve(facts, Slot(phrase, zones[0], Period.year(year), Status.DONE), abroad=False).figure for year in (years[-1] - 1, years[-1])
        )
        printed = _with_its_growth(facts, now)
        then = (_values(facts, then)[0] or then) if then is not None else None  # what its own report told
        values = computing.common_unit([then, now]) if then is not None and now is not None and then.name == now.name else None
        if then is None or now is None or values is None or printed is None or printed.growth is None or not values[0][0]:
            continue
        result = computing.growth_between(values[0][1], values[0][0])
        drafting = Drafting(facts)
        drafting.note("自算", f"{phrase}：{result.formula}")
        told = f"{describe(now)}{amount(now)}，{describe(then)}{amount(then)}"
        drafting.say(f"按报告各自公布的数计算，{changed(result)}（{told}；{result.formula}）。", drafting.cite(then, now), result.formula)
        same = abs(result.value - printed.growth) < Decimal("0.1")
        drafting.say(f"{describe(printed)}印出的增速是{growth(printed)}，{'相符' if same else '与此不符'}。", drafting.cite(printed))
        later = _values(facts, then)[1]
        if later is not None and not same:
            drafting.say(f"{then.period.label if then.period else ''}的数后来是{amount(later)}。", drafting.cite(later))
            _say_reason(drafting, (now, later, then))
        return drafting.draft()
    return None


def _with_its_growth(facts: Facts, figure: Figure | None) -> Figure | None:
    """The same value where it is told with the growth of its year, or that growth; not of several years (年均增长18.4%)."""
    if figure is None or (figure.growth is not None and "年均" not in figure.growth_base + figure.growth_text):
        return figure
    told = facts.figures([figure.zone], [figure.period] if figure.period else ())
    told = [f for f in told if f.growth is not None and "年均" not in f.growth_base + f.growth_text]
    rates = [f for f in told if (f.name, f.scope) == (figure.name, figure.scope)]
    rate = next((f for f in rates if f.value in (None, figure.value)), None)
    return rate or figure


def _say_reason(drafting: Drafting, values: Sequence[Figure]) -> None:
    """The sentence of the first report that gives a reason."""
    for report_id in dict.fromkeys(f.report_id for f in values):
        span = _reason(drafting.facts.report(report_id), values)
        if span is not None:
            told = drafting.facts.report(report_id).text[slice(*span)].strip()
            drafting.say(f"原文的说明：{told}", (drafting.cite_span(report_id, *span),))
            return

"""The money of one project: what it costs, what was spent in a year, so far and before, what is left, and what part that is.

A question names the project in as much of its name as it likes (铜箔项目, 珵芯封测一期); the reports tell its account, one year in each.
What is not printed is reckoned from what is: 累计 of the year before is 累计 less 当年, what is left is 总投资 less 累计.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Operation, Query
from assistant.sized import LEFT_TO_SPEND, SPENT_SHARE
from assistant.terms import is_all_known
from index.records import Figure, FigureKind, Status

__all__ = ["answer_spending", "meant_by", "words_of"]

_TOTAL = re.compile("(?:计划|协议|概算|估算|项目|工程|预计)*(?:总投资|投资总额|概算投资|投资概算|概算)额?")
_SO_FAR = re.compile("(?:自?开工以来|截[至止]目前|历年)?累计(?:已|实际)?(?:完成)?(?:投资|投入)额?|完成投资累计|已(?:累计)?完成投资")
_IN_YEAR = re.compile("(?:当年|全年|年内|本年|年度|实际|20\\d\\d年)*(?:实际)?(?:完成)?(?:投资|投入)额?")
_PLANNED = re.compile("(?:当年|年度|年内|全年|本年|年初)?计划(?:完成)?投资额?|完成投资|当年投资")

_LAND = re.compile("(?:总|规划|项目)?(?:用地|占地)(?:面积)?")

_MUCH = "(?:多少|几)"
_LEFT = re.compile(
    f"{LEFT_TO_SPEND.pattern}|(?:还|尚|仍|总共)?(?:差|剩下?|余下?|缺|欠)(?:着|了)?{_MUCH}[^，,。?？]{{0,4}}?(?:没|未|才能?|就|[?？。]*$|[钱亿元投])"
    f"|(?:还|尚|仍)(?:要|得|需要?|该|须)[^，,。?？几多]{{0,4}}[投花砸]?[^，,。?？几多]{{0,3}}{_MUCH}"
)
_SHARE = re.compile(
    f"{SPENT_SHARE.pattern}|(?:投|砸|花|干|完成|投入|投资)[^，,。?？占比计]{{0,6}}?(?:几成|{_MUCH}成|百分之(?:几|多少))"
    f"|占(?:了|到|它|其|的)*(?:计划)?总(?:投资|盘子|额)额?的?(?:比重|比例|份额|百分之(?:几|多少)|几成|{_MUCH}|[?？。]*$)"
)
_RATE = re.compile(
    "(?:占|完成|达到?|是|相当于|为)(?:了|到|它|其|的)*(?:年初|年度|当年|全年)?的?(?:投资)?计划(?!总)(?:完成)?(?:投资)?"
    "[额数]?的?(?:百分之(?:几|多少)|几成|比例|比重|多少)"
)
_GAP = re.compile(
    f"比(?:年初|年度|当年|全年|原)?的?(?:投资)?计划(?!总)(?:投资)?[额数]?(?:多|少|超|低|高|差)(?:投|花|完成)?(?:出|了)*{_MUCH}"
    f"|(?:超|欠)(?:了)?计划{_MUCH}"
)
_PLAN = re.compile(f"(?:计划|打算|安排|准备|本来|原本|原定|该|应该?)(?!总)(?:要|再|完成)?(?:投资?|花|投入|完成投资)(?:了|入)?(?:额|是|为)?{_MUCH}?")
_ALL = "累计|(?<!年)已经|一共|总共|前前后后|前后|至今|迄今|合起来|开工以来|[截至到](?:20\\d\\d)?年?(?:年?[底末]|目前|现在)"
_PUT = "(?<![总计划概算议])(?:投资?|砸|花|投入|完成|干)"
_SUM = re.compile(f"(?:{_ALL})[^，,。?？计]{{0,8}}?{_PUT}[^，,。?？几多占]{{0,6}}(?:{_MUCH}|[?？。]*$)|累计(?:完成|投资|投入)+额?")
_SPENT = re.compile(
    f"(?:当年|全年|这一年|那年|年内|(?<=年)|今年|去年|上一?年|前一年|实际|真正)?(?:的|就|又|才|光|里头?|实际|真正)*(?:完成)?{_PUT}"
    f"[^，,。?？几多占计]{{0,5}}{_MUCH}"
    f"|(?:当年|全年|年内|(?<=年))(?:实际)?(?:完成)?投资(?:额)?(?:是|有|为)?(?:{_MUCH}|[?？。]*$)"
)
_WHOLE = re.compile(
    f"总投资额?(?:是|有|为|达|大概|到底)*(?:{_MUCH}|[?？。，,]|$)|总盘子(?:有|是)*(?:{_MUCH})|概算(?:投资)?(?:是|为)?{_MUCH}"
    f"|(?:一共|总共)(?:要|得|计划)投{_MUCH}"
)
_TAKES = re.compile(
    "占(?:地|了)?(?:面积)?(?:是|有)?(?:多大|多少|几)(?:的?地|个?亩|面积)?(?:[?？。，,地亩]|$)|用(?:了)?(?:多大|多少"
    "|几亩)(?:的?地|亩)|(?:占|用)地(?:面积)?(?:是"
    "|有|为)?(?:多少|多大|几亩?|[?？。]*$)"
)
_KINDS = (
    ("land", _TAKES), ("rate", _RATE), ("gap", _GAP), ("left", _LEFT), ("share", _SHARE), ("whole", _WHOLE), ("plan", _PLAN), ("sum", _SUM),
    ("spent", _SPENT),
)
#: What is asked of more than one account, or of anything else.
_ELSE = re.compile(
    "倍|同比|环比|增长|增速|增幅|下降|[涨降跌]了?(?:多少|几)|平均|每亩|每平|最[大多高低少]|哪|谁|排|合计|加起来|[这那几两三四五六七八九十\\d]个项目"
    "|比(?!例|重|计划|年初计划|年度计划|原计划|当年计划)|为什么|为何|为啥|原因|怎么|产值|税收|贷款|债券|融资|"
    "外资|内资|基金|什么时候|何时|几月|几号|哪天|多久|多长|亩均|建筑面积|公里|产能|吗|有没有|是不是|是否|目标|预计"
)
_BEFORE = re.compile("(?P<year>20\\d\\d)年?(?:年?初)?(?:以前|之前|前)(?!后)|(?P<last>上一?年|前一年|头一年)")
_WORDS = re.compile(
    "20\\d\\d|[^㐀-鿿A-Za-z0-9一-龥]+|年度?[底末初]?|截[至止]|到|[占用]地|签[约下]?(?=的)|[在的了是有没未把按照算从自和与及那这个其它呢吗啊]"
    "|项目|工程|总投资|总盘子|投资|投入|完成|累计|计划|实际|当年|去年|今年|全年|年内|本年"
    "|一共|总共|前前后后|前后|至今|迄今|目前|现在|还要?|差|剩|余|欠|缺|多少|几何|几成|几|钱|万?亿元?|万元|成|投|砸|花"
    "|干|进去|进|下去|下|去|占|比重|比例|比|百分之|完|满|离|距|再|又|才|就|真正|到底"
    "|大概|大约|以前|之前|以来|开工|动工|起|上一|前一|头一|一年|里头?|光|开发区|经开区|高新区|报告|总结|通报|公报|材料|说|请问"
    "|帮|查|一下|告诉|想知道|我|多|少|出|超|底|末|年|额|数|要|需|得|第|概算|不|将|会|能|已|经|入|达|截|止|至"
)
_BEGUN = re.compile(
    r"(?<![年\d])\d{1,2}月(?:\d{1,2}日|底|初|[上中下]旬)?(?:正式|全面|顺利|已)?(?:开工|动工|奠基|开建)|(?:开工|动工)(?:时间)?[^，。；年]{0,8}(?:延"
    r"|推|拖)[迟后]?[到至]\d{1,2}月"
)
_GENERIC = re.compile("产业园|基地|中心|[一二三四首]期|生产线|智能|科技|新材料|公司|集团|扩建|改造|大道|建设|制造|片区|园区|[\\d]+")
_LEAST = 2


@dataclass(slots=True)
class _Account:
    """What the reports tell of one project, each by its year."""

    whole: dict[int, Figure] = field(default_factory=dict)
    spent: dict[int, Figure] = field(default_factory=dict)
    so_far: dict[int, Figure] = field(default_factory=dict)
    planned: dict[int, Figure] = field(default_factory=dict)
    land: dict[int, Figure] = field(default_factory=dict)
    began: bool = False  # in the first year that is told of


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number of an account, printed or reckoned."""

    value: Decimal
    unit: str
    figures: tuple[Figure, ...]
    formula: str = ""


def answer_spending(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where anything else is asked, the project is not told apart, or a number is missing."""
    if query.operation in (Operation.WHY, Operation.HOW, Operation.META) or _ELSE.search(query.text.replace("差多少", "")):
        return False
    asked = list(_asked(query.text))
    if not asked:
        return False
    told = told_of(drafting.facts, query)
    if not told:
        return False
    account = _account(told)
    first = account.spent.get(min(account.spent, default=0))
    account.began = first is not None and _BEGUN.search(drafting.facts.sentence(first)) is not None
    year, before = _year(query, account)
    if year is None:
        return False
    fork = drafting.fork()
    kinds = [("sum" if kind == "spent" and before else kind) for kind in asked]
    if not all(_say(fork, account, kind, year, "spent" in kinds) for kind in kinds):
        return False
    drafting.note("项目的账", f"{told[0].scope} {year} {kinds}")
    drafting.join(fork)
    return True


def _asked(text: str) -> Iterator[str]:
    """What is asked, clause by clause; nothing where a clause that asks is of something else."""
    found = []
    for clause in re.split("[，,；;？?。]|(?:(?<=多少)|(?<=总投资))[和与及、]", text):
        kind = next((k for k, pattern in _KINDS if pattern.search(clause)), "")
        if kind:
            found.append(kind)
        elif re.search("多少|几[个成亿]|什么|呢", clause):
            return
    yield from found


def _year(query: Query, account: _Account) -> tuple[int | None, bool]:
    """The year that is asked of, and whether all that was spent up to its end is meant; None where several are asked."""
    newest = max((*account.so_far, *account.spent), default=max(account.whole, default=0))
    before = _BEFORE.search(query.text)
    if before is not None and before["year"]:
        return int(before["year"]) - 1, True
    years = {int(y) for y in re.findall("20\\d\\d", query.text)} or {p.last_year for p in query.periods}
    if len(years) > 1:
        return None, False
    year = next(iter(years), newest)
    return (year - 1 if before is not None else year), False


def _say(drafting: Drafting, account: _Account, kind: str, year: int, of_the_year: bool) -> bool:
    whole = _latest(account.whole, year)
    if kind in ("whole", "land"):
        one = whole if kind == "whole" else _latest(account.land, year)
        return one is not None and _told(drafting, one)
    if kind in ("spent", "sum"):
        found = _spent(account, year) if kind == "spent" else _so_far(account, year)
        if found is None:
            return False
        if not found.formula:
            return _told(drafting, found.figures[0])
        of = "，".join(f"{describe(f)}{amount(f)}" for f in found.figures)
        drafting.say(f"{computing.plain(found.value)}{found.unit}（{of}；{found.formula}）。", drafting.cite(*found.figures), found.formula)
        return True
    if kind == "plan":
        return year in account.planned and _told(drafting, account.planned[year])
    if kind in ("rate", "gap"):
        plan, done = account.planned.get(year), account.spent.get(year)
        values = computing.common_unit([done, plan]) if plan is not None and done is not None else None
        if plan is None or done is None or values is None:
            return False
        result = computing.share(*values[0]) if kind == "rate" else computing.difference(values[0][0], values[0][1], values[1])
        text = result.text if kind == "rate" else f"比计划{'多' if result.value >= 0 else '少'}{result.text.lstrip('-−')}"
        of = f"{describe(done)}{amount(done)}，{describe(plan)}{amount(plan)}"
        drafting.say(f"{text}（{of}；{result.formula}）。", drafting.cite(done, plan), result.formula)
        return True
    part = (_spent(account, year) if of_the_year and kind == "share" else None) or _so_far(account, year)
    if whole is None or part is None or whole.value is None:
        return False
    values = computing.common_unit([whole, replace(part.figures[0], value=part.value, unit=part.unit)])
    if values is None or values[0][0] < values[0][1]:
        return False
    (total, so_far), unit = values
    result = computing.difference(total, so_far, unit) if kind == "left" else computing.share(so_far, total)
    formula = f"{part.formula}；{result.formula}" if part.formula else result.formula
    shown = "，".join(f"{describe(f)}{amount(f)}" for f in (whole, *part.figures))
    text = f"{result.text}还没有投" if kind == "left" else result.text
    drafting.say(f"{text}（{shown}；{formula}）。", drafting.cite(whole, *part.figures), result.formula)
    return True


def _told(drafting: Drafting, figure: Figure) -> bool:
    drafting.say(f"{amount(figure)}（{describe(figure)}）。", drafting.cite(figure))
    return True


def _latest(by_year: dict[int, Figure], year: int) -> Figure | None:
    """As told last by the end of a year, or first after it."""
    until = [y for y in by_year if y <= year]
    return by_year[max(until)] if until else by_year[min(by_year)] if by_year else None


def _spent(account: _Account, year: int) -> _Sum | None:
    """In one year: printed, or what was spent by its end less what was spent before it."""
    if (printed := account.spent.get(year)) is not None and printed.value is not None:
        return _Sum(printed.value, printed.unit, (printed,))
    by_then, before = account.so_far.get(year), account.so_far.get(year - 1)
    if by_then is not None and (one := before or account.spent.get(year - 1)) is not None and (before or year - 1 == min(account.spent)):
        return _less(by_then, one)
    begun = min((*account.spent, *account.so_far), default=0) == year + 1
    return _so_far(account, year) if begun else None


def _so_far(account: _Account, year: int) -> _Sum | None:
    """By the end of one year: printed, or from what the year itself or the one after it added."""
    if (printed := account.so_far.get(year)) is not None and printed.value is not None:
        return _Sum(printed.value, printed.unit, (printed,))
    after, added = account.so_far.get(year + 1), account.spent.get(year + 1)
    if after is not None and added is not None and (less := _less(after, added)) is not None and less.value >= 0:
        return less
    before, own = account.so_far.get(year - 1), account.spent.get(year)
    values = computing.common_unit([before, own]) if before is not None and own is not None else None
    if values is not None and before is not None and own is not None:
        total = computing.total(values[0], values[1])
        return _Sum(total.value, values[1], (before, own), total.formula)
    if own is not None and own.value is not None and not account.so_far and year == min(account.spent) and account.began:
        return _Sum(own.value, own.unit, (own,))
    return None


def _less(whole: Figure, part: Figure) -> _Sum | None:
    values = computing.common_unit([whole, part])
    if values is None or values[0][0] < values[0][1]:
        return None
    gap = computing.difference(values[0][0], values[0][1], values[1])
    return _Sum(gap.value, values[1], (whole, part), gap.formula)


def _account(told: Sequence[Figure]) -> _Account:
    account = _Account()
    for f in sorted(told, key=lambda f: (f.period.key if f.period else "", f.start)):
        if f.period is None or not f.period.is_year or f.kind is not FigureKind.VALUE or f.value is None:
            continue
        year = f.period.last_year
        if f.status is Status.TARGET:
            if _PLANNED.fullmatch(f.indicator):
                account.planned.setdefault(year, f)
        elif f.status is Status.DONE:
            for by_year, name in ((account.whole, _TOTAL), (account.so_far, _SO_FAR), (account.spent, _IN_YEAR), (account.land, _LAND)):
                if name.fullmatch(f.indicator):
                    by_year[year] = f
                    break
    return account


_PHASE = re.compile("[一二三四首]期")
_OWN_SIZE = re.compile(
    r"(?:年[产处加]?[㐀-鿿]{0,2}?|日处理)?\d[\d.]*(?:[万亿千百]?(?:吨|套|台|辆|只|片|件|支|颗|平方?米|立方米|千瓦|吉瓦)"
    r"|英寸|寸|代|GWh|GW|MW)"
)


def _bare(scope: str) -> str:
    """澨光电解铜箔 of 澨光年产6万吨电解铜箔项目: what is called so."""
    return fold(re.sub("项目|工程|[（）()]", "", _OWN_SIZE.sub("", scope)))


def words_of(facts: Facts, query: Query, asked: str = "") -> list[str]:
    """The words of a question that are neither of its zone and year nor of what is asked (``asked``: a pattern of more of these)."""
    text = _OWN_SIZE.sub("", f"{query.bare or query.text}，{query.focus}")
    for zone in query.zones:
        text = text.replace(zone, "，").replace(facts.short(zone), "，")
    return [w for w in (fold(w) for w in _WORDS.split(re.sub(asked, "，", text) if asked else text)) if len(w) >= _LEAST]


def _called(word: str, name: str) -> bool:
    """Whether a name has a word, or the word's characters in their order where it is long."""
    rest = iter(name)
    return word in name or (len(word) > _LEAST and all(c in rest for c in word))


def _names_money(figure: Figure) -> bool:
    return any(p.fullmatch(figure.indicator) for p in (_TOTAL, _SO_FAR, _IN_YEAR, _LAND))


def told_of(facts: Facts, query: Query) -> list[Figure]:
    """The figures of the one project that has every word of the question in its name; [] where none or several have."""
    money = [f for f in facts.figures(query.zones, []) if f.scope and f.kind is FigureKind.VALUE and f.status in (Status.DONE, Status.TARGET)]
    of_money = (f for f in money if f.status is Status.DONE and _names_money(f))
    named = [p for p in query.indicators if is_all_known(p)]
    words = [w for w in words_of(facts, query) if not any(w in p for p in named)]  # 技改 of 技改投资 is no project's name
    if words and all(any(w in fold(s) for s in query.scopes) for w in words):
        return []  # 北岸片区开工项目总投资: of what is in a place, not of a project that is named
    meant = meant_by(words, {f.scope: _owner(facts, f) + f.scope for f in of_money})
    return [f for f in money if f.scope in meant] if len({f.zone for f in money if f.scope in meant}) == 1 else []


_NUMBER = re.compile(r"[\d.,%\s—-]*")


def _owner(facts: Facts, figure: Figure) -> str:
    """曷光新能源, in a column beside 磷酸铁锂正极材料: what a row says of whose it is, in front of its numbers."""
    cells = [c.strip() for c in facts.sentence(figure).split("|")] if figure.in_table else []
    first = next((i for i, c in enumerate(cells) if i and _NUMBER.fullmatch(c)), 0)
    return "".join(c for c in cells[:first] if c != figure.scope and re.fullmatch("[㐀-鿿A-Za-z]{2,12}", c))


def meant_by(words: Sequence[str], names: Mapping[str, str]) -> set[str]:
    """The names, all of one project, that have each of the words in what they are called; none where several projects have."""
    phase = next((w for w in words if re.fullmatch("[一二三首]期", w)), "")
    names = {s: n for s, n in names.items() if phase in n} if phase in ("二期", "三期") else names  # told of no second phase
    words = [w for w in words if w != phase] if len(words) > 1 else list(words)
    if not any(len(_GENERIC.sub("", w)) >= _LEAST for w in words):
        return set()
    meant = {s: _bare(called) for s, called in names.items() if all(_called(w, _bare(called)) for w in words)}
    if not meant:
        return set()
    least = min(meant.values(), key=len)
    phases = {p[0] for n in meant.values() if (p := _PHASE.search(n)) is not None}
    said = _PHASE.search("".join(words))
    if not all(_called(least, n) for n in meant.values()) or (not said and len(phases) > 1):
        return set()
    if not said and phases - {"一期", "首期"} and any(_PHASE.search(n) is None for n in meant.values()):
        return {s for s, n in meant.items() if _PHASE.search(n) is None}
    return set(meant)

"""The account of one project: what it costs, what was spent on it in the year and so far, how much land it takes.

X项目总投资11.5亿元，占地93亩，3月9日开工，当年完成3.8亿元，累计完成7.9亿元。责任单位…: each number is the project's, whatever stands between,
from the clause that names it up to the next one that names another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.figures.ellipsis import is_thing
from index.figures.subjects import LEADS_UP, costing
from index.glossary import normalise
from index.numerals import Quantity, find_quantities
from index.records import Figure, FigureKind, Period, Report, Status

__all__ = ["NAME", "checked", "names_nobody", "of_projects", "parts", "told_of_projects", "walk"]

_YEAR = "(?:20\\d\\d年度?|当年|全年|年内|本年度?|今年|去年|上年)"
_ABOUT = "(?:大?约|近|达到?|为|是|共|仅|只有?|了|已)*"
_TOTAL = "(?:项目|工程)?(?:计划|概算|估算|预算|协议|批复)?(?:总投资|总概算|投资概算|投资总额|概算(?:总?投资)?)额?"
_SO_FAR = (
    "(?:[自从]?(?:开工|动工|开建|建设|启动)(?:以来|算起)|截[至止][^，。；]{0,10}|[到至][^，。；]{0,6}[底末止]|目前|现|已|前后)*[，,]?累计"
    "(?:已|实际)*(?:完成|投入|投下|投资|投)*了?(?:投资|资金)?"
)
_IN_YEAR = f"{_YEAR}(?:实际|又|再|已|只|仅)*(?:完成|投入|投下|投资|投)+了?(?:投资|资金|工作量)?"
_ROLES = (
    ("总投资", re.compile(f"{_TOTAL}{_ABOUT}")),
    ("累计完成投资", re.compile(f"{_SO_FAR}{_ABOUT}")),
    ("完成投资", re.compile(f"{_IN_YEAR}{_ABOUT}|当年{_ABOUT}|实际(?:完成|投入|投)(?:投资)?了?{_ABOUT}")),
    ("年度计划投资", re.compile(f"(?:当年|全年|年内|本年|年度)计划(?:完成)?投资额?{_ABOUT}")),
    ("用地", re.compile(f"(?:项目)?(?:总|规划)?(?:用地|占地)(?:面积)?{_ABOUT}")),
)
NAME = "(?P<who>[㐀-鿿A-Za-z0-9·“”]{3,26}?)"
#: What it costs or what was spent on it stands right behind, or in the clause after its name.
_COSTS = re.compile(f"{NAME}　*(?={_TOTAL.removeprefix('(?:项目|工程)?')}{_ABOUT}$)")
_THING = (
    "(?:项目|工程(?![师款院机]|进度)|基地|产业园|科技园|物流园|物流港|产业化|中心|[一二三四首](?:期|阶段)|（[一二三四首]期）|大道|大桥"
    "|隧道|污水处理厂|智能工厂|[㐀-鿿]工厂|生产线|电站|中试线|改造)"
)
_BEGINS = re.compile(f"(?P<who>[㐀-鿿A-Za-z0-9·“”（）]{{2,24}}?{_THING}(?:[一二三四]期|（[一二三四]期）)?)(?!等|[和与及、])")
_LEAD = re.compile(
    "^(?:[\\s—－–*•·　]|\\d{1,2}[.、．）)]|[（(][\\d一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}(?:、"
    "|是)|其中|此外|另外|上年延期的|" + LEADS_UP.pattern + "|位于[^，。；]{2,8}的|(?:全长|总长)[\\d.]+公里的|占地[\\d.]+亩的"
    "|(?:(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|底|初)?|20\\d\\d年"
    "|[去上前]年|当年|年内|上半年|下半年)(?:新|刚|正式)?(?:签约|签下|引进|落户|落地|开工|动工|投产|竣工|启动|建成)的)+"
)
_COSTING = re.compile(
    f"{_TOTAL}{_ABOUT}[\\d.,]+[万亿]元?的(?P<who>[^，。；：、\\d]{{2}}[^，。；：、]{{1,22}}?)(?=\\d{{1,2}}月|于|已|正"
    f"|当年|全年|年内|，|。|；|$)"
)
#: What says nothing of whose it is: 34个重点项目, 签约项目, 全区.
_NOBODY = re.compile(
    "\\d[个项]|^\\d|^(?:但|却|系|是|因|受|由|并|已|将|正|主体|[一二三四首]期|全|我|本|各|其|该|这|那|一批|项目$|工程$)"
    "|(?:重点|重大|在建|续建|签约|实施|开工|新建|亿元|以上|列入|招商|工业|基础设施|技改|技术改造|产业|市级|省级|民生"
    "|"
    "外资|内资|所有|全部|上述|以上|安排|储备|前期|竣工|投产)(?:项目|工程)?$|^(?:新?签约|新?引进|开工|竣工|投产|计划"
    "|年度|累计|合计|当年|总投资|实际|预计|其中)"
)
_GOES_ON = re.compile(
    f"{_YEAR}|累计|自?(?:开工|动工)以来|总投资|全长|总长|概算|责任|牵头|这个项目|仍|原定|原计划|项目|该项目|工程|因|受|由|占地|全部(?:建成|达产|投产)|建成后|投产后"
    f"|(?:规划|拟)?用地|拟?选址|20\\d\\d年|延期|进度|进展|主体|一期|二期|目前|预计|计划|达产|投产|开工|\\d{{1,2}}月"
)
_WEAK = re.compile("(?:累计|用地|占地|当年|全年|前后|年内|完成|实际|开工以来|投入|\\d+年)*")
_WEAKLY = re.compile(
    "(?:当年|年内|累计|前后|投入|完成|投资|概算|概算投资|完成累计|总投资|(?:规划|总|项目)?(?:占地|用地)(?:面积)?|累计投入|累计投资|累计完成|当年投资|完成投资"
    "|累计完成投资|计划总投资)?(?:额)?"
)
_AND_WHAT_IT_DOES = re.compile("由|虽|落[户在]|位于|是|因|系")
_FILL = "　"
#: 2024年9月12日，: a sentence still begins behind it.
_WHEN = re.compile("(?:20\\d\\d年|[去今上]年)?(?:\\d{1,2}月)?(?:\\d{1,2}日|[上中下]旬|底|初)?|[㐀-鿿]{2,6}(?:上|方面)")


@dataclass(frozen=True, slots=True)
class _Told:
    """One number of an account, and where in the report it stands."""

    who: str
    what: str
    quantity: Quantity
    start: int
    end: int
    clause: tuple[int, int]
    year: int | None


def of_projects(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures in their order, those of an account with the project in their scope, and those of it that were not read."""
    tables = [(t.start, t.end) for t in report.tables]
    found = [f for f in figures if not f.in_table]
    starts = [f.start for f in found]
    owned: dict[str, Figure] = {}
    added: list[Figure] = []
    for start, end in parts(report.text, tables):
        text = report.text[start:end]
        if "投资" not in text and "概算" not in text:
            continue
        near = found[bisect_right(starts, start - 1) : bisect_right(starts, end)]
        account: list[tuple[_Told, Figure | None]] = []
        for told in _accounts(text, start):
            own = next((f for f in near if f.start <= told.start < max(f.end, f.start + 1) and f.value == told.quantity.value), None)
            account.append((told, own))
        costed = {t.who for t, _ in account if t.what == "总投资"}
        for told, own in account:
            if told.who not in costed and not is_thing(told.who.rstrip("）")):
                continue
            if own is None:
                of_it = next((f for t, f in account if t.who == told.who and f is not None and f.status is Status.DONE), None)
                if of_it is not None and not any(f.start <= told.start < f.end for f in near):
                    added.append(_new(of_it, told))
            elif (better := _owned(own, told)) is not None:
                owned[own.id] = better
        if "\n" in text:
            owned |= {f.id: replace(f, scope=who) for f, who in _below(text, start, near) if f.id not in owned}
    return sorted((*(owned.get(f.id, f) for f in figures), *added), key=lambda f: (f.start, f.end))


def _below(text: str, at: int, near: Sequence[Figure]) -> Iterator[tuple[Figure, str]]:
    """达产后年产值30亿元: what else stands in the lines below a project's name, with the name."""
    for who, start, end, _, _ in walk(text, find_quantities(text)) if near else ():
        for f in near if who else ():
            if not f.scope and at + start <= f.start < at + end and f.kind is FigureKind.VALUE:
                yield f, who


def _owned(figure: Figure, told: _Told) -> Figure | None:
    """The figure as one of the account; None where it is told whose it is already."""
    planned = told.what == "年度计划投资"
    if figure.kind is not FigureKind.VALUE or figure.status is not (Status.TARGET if planned else Status.DONE):
        return None
    held = figure.scope
    if held.startswith(told.who) and _AND_WHAT_IT_DOES.match(held, len(told.who)):
        return replace(figure, scope=told.who)
    if planned or told.who in held or (held and held in told.who and is_thing(held)):
        return None
    nobody = _WEAK.fullmatch(held) is not None or (held in told.who and not is_thing(held))
    if not nobody or not (_WEAKLY.fullmatch(figure.indicator) or told.who in figure.indicator):
        return None
    return replace(figure, scope=told.who, indicator=told.what, name=normalise(told.what))


def _new(beside: Figure, told: _Told) -> Figure:
    period = Period.year(told.year) if told.year is not None and told.what == "完成投资" else beside.period
    return replace(
        beside,
        id=f"{beside.report_id}:{told.start}-{told.end}:{told.quantity.text}:{told.what}",
        scope=told.who, indicator=told.what, name=normalise(told.what), period=period, value=told.quantity.value, unit=told.quantity.unit,
        value_text=told.quantity.text, qualifier=told.quantity.qualifier, growth=None, growth_unit="", growth_text="", growth_base="",
        start=told.clause[0], end=told.end, part_of="",
    )  # fmt: skip


def _accounts(line: str, at: int) -> Iterator[_Told]:
    """Each number of an account in one line that begins at ``at``."""
    quantities = find_quantities(line)
    for who, start, end, clause, lead in walk(line, quantities):
        for quantity in (q for q in quantities if start <= q.start < end) if who else ():
            before = clause[: quantity.outer_start - start].strip(_FILL + " ")
            before = before.removeprefix(clause[:lead]).removeprefix(who).strip(_FILL + " ")
            what = next((w for w, role in _ROLES if role.fullmatch(before)), "")
            fits = quantity.unit in ("亩", "公顷", "平方米", "万平方米") if what == "用地" else quantity.is_money
            if what and fits:
                year = re.match(r"20\d\d(?=年)", before)
                yield _Told(who, what, quantity, at + quantity.start, at + quantity.end, (at + start, at + end), int(year[0]) if year else None)


def told_of_projects(report: Report) -> tuple[tuple[str, int, int], ...]:
    """Each project that the prose tells of, from where to where it does."""
    return _told_of(report.text, tuple((t.start, t.end) for t in report.tables))


@lru_cache(maxsize=64)
def _told_of(text: str, tables: tuple[tuple[int, int], ...]) -> tuple[tuple[str, int, int], ...]:
    return tuple(_projects(text, tables))


def _projects(text: str, tables: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    for first, last in parts(text, tables):
        part = text[first:last]
        whose, begun, stop = "", 0, 0
        for who, start, end, _, _ in walk(part, find_quantities(part)):
            if who != whose:
                if whose:
                    yield whose, first + begun, first + stop
                whose, begun = who, start
            stop = end
        if whose:
            yield whose, first + begun, first + stop


#: 5. 砚北再生水厂（建设局牵头）: who sees to it says that it is a thing, whatever it is called.
_LED_BY = "[（(][^（()）\\n，。]{2,20}(?:牵头|负责|承建|实施|包联|代建|建设)[)）]"
_TITLE = re.compile(
    "[\\s—－–*•·]*(?:[一二三四五六七八九十\\d]{1,2}[、.．]|[（(][一二三四五六七八九十\\d]{1,2}[）)])?\\s*"
    f"(?:[㐀-鿿A-Za-z0-9·“”（）]{{2,24}}?{_THING}[。：:]?|[㐀-鿿A-Za-z0-9·“”]{{3,24}}　*{_LED_BY})\\s*"
)


def parts(text: str, tables: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each line outside the tables; one of nothing but a project's name with the lines behind it that go on about it."""
    begun: tuple[int, int] | None = None
    for line in re.finditer(r"[^\n]+", text):
        if any(a <= line.start() < b for a, b in tables):
            continue
        if begun is not None and _GOES_ON.match(line.group().strip("-—·• ")):
            begun = begun[0], line.end()
            continue
        if begun is not None:
            yield begun
        begun = (line.start(), line.end()) if _TITLE.fullmatch(line.group()) else None
        if begun is None:
            yield line.span()
    if begun is not None:
        yield begun


def walk(
    line: str, quantities: Sequence[Quantity], also: Callable[[str, str, bool], str | None] | None = None
) -> Iterator[tuple[str, int, int, str, int]]:
    """Each clause with the project that it tells of, or "", where it stands, itself without what is in brackets, and how long its marker is.

    ``also`` names what is no project: from a clause, the one behind it, and whether a sentence begins there.
    """
    masked = re.sub(r"[（(](?![一二三四首]期[）)])[^（()）]*[)）]", lambda m: _FILL * len(m[0]), line)
    who, opened = "", True  # opened: a sentence begins
    headed = False  # the line is an item that begins with nothing but the name
    pieces = [m for m in re.finditer(r"[^，。；：！？,\n]+|(?<=\d),(?=\d)", masked) if m.group().strip(_FILL + " ")]
    for n, piece in enumerate(pieces):
        clause = piece.group()
        lead = _LEAD.match(clause)
        plain = clause[lead.end() if lead else 0 :].strip()
        after = masked[piece.end() : piece.end() + 1]
        inside = [q for q in quantities if piece.start() <= q.start < piece.end()]
        behind = masked[piece.end() + 1 : pieces[n + 1].end()] if n + 1 < len(pieces) else ""
        led = LEADS_UP.search(clause)
        named = also(clause[led.start() :] if led else plain, behind, opened) if also is not None else None
        named = _named(plain, behind, inside, clause) if named is None else named
        if named is not None:
            who = named
            headed = headed or (n == 0 and (after == "\n" or (lead is not None and after in ("。", "："))))
        elif opened and not headed and not _GOES_ON.match(plain):
            who = ""
        yield who, piece.start(), piece.end(), clause, lead.end() if lead else 0
        opened = after in ("。", "！", "？", "；", "\n", "") or (opened and _WHEN.fullmatch(plain) is not None)


def _named(plain: str, following: str, inside: Sequence[Quantity], clause: str) -> str | None:
    """The project that a clause names, "" where it turns to what is no project, None where it goes on."""
    costed = _COSTING.search(clause)
    if costed is not None:
        return checked(costed["who"])
    first = plain[: next((at for q in inside if (at := plain.find(q.text)) >= 0), len(plain))]
    costs = _COSTS.fullmatch(first.strip()) if inside else None
    costs = costs or (_COSTS.match(first.strip()) if inside else None)
    if costs is not None:
        return checked(costs["who"])
    begun = _BEGINS.match(plain)
    if begun is not None and _AND_WHAT_IT_DOES.match(plain, begun.end()):
        return checked(begun["who"])  # 冷链物流港由甲集团负责，总投资8.9亿元
    if not inside and (alone := checked(costing(plain.strip(_FILL), following))):
        return alone
    begins = _BEGINS.match(plain)
    if begins is not None and not re.match(_IN_YEAR + "|" + _SO_FAR, plain):
        return checked(begins["who"])
    return "" if re.match("全[区市县省]|我[区市]|\\d+[个项](?!班|学位)", plain) else None


def names_nobody(who: str) -> bool:
    """Whether words are of no thing of its own: 34个重点项目, 签约项目, 全区."""
    return _NOBODY.search(who) is not None


def checked(who: str) -> str:
    return "" if names_nobody(who) else who

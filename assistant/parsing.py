"""The slots of one question, by grammar and a glossary: zones and periods, then the cues, then what nothing has claimed.

Order matters: zones, periods and known indicators are set aside first, so that the cue words of
:mod:`assistant.cues` are looked for only in what is left.  What nothing has claimed is the asked phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant import cues
from assistant.asking import OUT_OF, Asked, asked, place_asked
from assistant.claiming import take_claims
from assistant.linking import NEWLY, dimension, implied_unit
from assistant.periods import find_parts, find_periods, years_back, zone_years
from assistant.phrases import phrases
from assistant.recalling import members_asked, of_one_owner
from assistant.records import Aspect, Operation, Query
from assistant.scanner import GAP, Scanner
from assistant.scopes import take_scopes
from assistant.setting import find_setting
from assistant.spoken import looks_ahead, spoken_indicator
from assistant.story import asking_part
from assistant.terms import find_terms
from assistant.together import TOGETHER, asks_sum, take_average
from assistant.typos import correct
from assistant.understanding import Understanding
from assistant.zone_names import KIND_ALONE
from index.records import Period, Status
from index.units import ANY_UNIT

__all__ = ["IN_POINTS", "parse"]


#: 最后完成多少: no name, though a report counts what was 完成 and 未完成.
#: 贷款余额年初, 年初存款余额: a stock as it was when the year began.
_AT_FIRST = re.compile("(?P<of>[㐀-鿿]{2,}?)的?年初(?:数|值)?|年初的?(?P<of2>[㐀-鿿]{2,}(?:余额|存量|保有量|总数))")
_SET_FIRST = re.compile("年初(?:时|所?定|提出|确定|设定|下达|安排|预期|预定|工作|考核|的)*(?:目标|任务|计划|指标|预期|预算)")
_REACHED = re.compile("(?:实际|最后|最终|已经?|全部|累计)*(?:完成|实现|达到|做到)了?")


def parse(whole: str, known: Understanding) -> tuple[Query, tuple[re.Pattern[str], ...]]:
    """The slots of a question in its written form and, for a comparison, where its operands part."""
    part = asking_part(whole)
    scan = Scanner(part)
    setting = find_setting(scan, part, whole, known)
    zones, periods = setting.zones, setting.periods
    if cues.META.search(whole) and not find_periods(whole):
        return Query(text=whole, zones=zones, unknown_zones=setting.unknown, operation=Operation.META), ()
    bare = re.sub(r"^(?:[的于]|在(?![岸册岗建校职谈营孵编库]|园(?!区)))+|[（(]\s*[)）]", "", scan.left.replace(GAP, ""))
    if not any(zone for _, zone, _ in setting.spots):  # 高新区2018年…, 2018年开发区…: the zone by its kind
        kind = KIND_ALONE.search(scan.left)
        bonded = kind is not None and "保" in kind["kind"] and not _is_bonded(known)
        if kind is None or (kind["kind"] not in known.names and not bonded):  # 综合保税区进出口, in the reports of another zone: a part of it
            scan.take(KIND_ALONE)
    else:
        _leave_out_itself(scan)
    back = scan.take(cues.YEARS_BACK)
    several = len(periods) > 1 or len(zones) > 1 or bool(back)
    shared = len(zones) > 1 and take_average(scan)
    divided = cues.PER.search(scan.left)
    if divided and "亩均" not in part:
        scan.take(cues.PER)
    scan.take(cues.POLITE)
    scan.take(OUT_OF)
    claimed, grown = take_claims(scan, part)
    negated = scan.take(cues.NEGATED)
    scan.take(_CITY)
    scopes = tuple(dict.fromkeys((*take_scopes(scan, known.scopes, known.short, known.names), *_bonded(scan, known), *setting.citywide)))
    if any(s.startswith("全") for s in scopes):
        scan.take(re.compile("(?<=\x00)(?:各)?(?:高新区|经开区|开发区|园区)"))
    groups = scan.take(cues.GROUPS)
    printed = _printed(scan.left, known.words)
    whole_names = [(a, b) for a, b in _verbatim(scan.left, known.names) if not (several and _FALL_NAMED.search(scan.left[a:b]))]
    view = scan.hide(
        [
            *((t.start, t.end) for t in find_terms(scan.left)),
            *_inside(scan.left, printed, whole_names),
            *_kept(scan),
            *(m.span() for m in _OBTAINED.finditer(scan.left)),
            *(m.span() for m in _OF_A_GOAL.finditer(scan.left)),
            *((a, b) for a, b in whole_names if scan.left[a:b] in known.joined),  # 服务业及其他投资 is one of two that 和 joins
        ]
    )
    part_of = bool(cues.PARTS_OF.search(view.left))
    placed = place_asked(view, part)
    what = asked(view, max(len(periods), 2 if back else 0))
    if placed is not None:
        by = Aspect.GROWTH if _BY_GROWTH.search(part) else Aspect.VALUE
        what = replace(what, operation=Operation.EXTREME, direction=placed.direction, aspect=by)
    if what.aspect is Aspect.GROWTH and _RATE_ITSELF.search(part) and not _CHANGED_RATE.search(part):
        what = replace(what, aspect=Aspect.VALUE)
    if what.operation is Operation.DIFFERENCE and what.aspect is Aspect.VALUE and IN_POINTS.search(part) and not _OF_RATES.search(part):
        what = replace(what, aspect=Aspect.GROWTH)  # 出口比进口快几个点: amounts are no points apart
    status = _status(what, negated=bool(negated))
    if _asks_of_year(part) and what.status in (Status.TARGET, Status.EXPECTED) and what.aspect in (Aspect.VALUE, Aspect.GROWTH):
        periods = tuple(Period.year(p.first_year) for p in periods)
    operation = Operation.MEAN if shared and what.operation is Operation.ONE else what.operation
    if operation is Operation.ONE and what.aspect is Aspect.VALUE and asks_sum(part, several=several):
        operation = Operation.SUM
    if groups and operation is Operation.ONE and len(zones) <= 1 and not scopes:
        operation = Operation.SUM if TOGETHER.search(part) else Operation.PARTS
    held = cues.STOCK.search(view.left)
    held = held if held is None or held[0] != "到" or not re.search(f"{NEWLY}|增", part) else None  # 新认定的达到多少家
    stock = setting.points or held is not None or _holds_in_all(part)
    view.take(cues.STOCK)
    view.take(cues.PARTS_OF)
    unit = _unit(view.take(cues.VALUE), part, operation)
    topic, named, shorter = phrases(view.left, scan.left, part, known.words, known.names)
    if _SET_FIRST.search(part):  # 年初目标是多少: of what was talked of
        named, shorter = (tuple(q for p in words if (q := re.sub("^年初|年初$", "", p))) for words in (named, shorter))
    named, shorter = (tuple(p for p in words if not _REACHED.fullmatch(p)) for words in (named, shorter))
    if len(named) == len(periods) == 1 and periods[0].is_year and what.aspect is Aspect.VALUE and (early := _AT_FIRST.fullmatch(named[0])):
        named, periods = (early["of"] or early["of2"],), (periods[0].shifted(-1),)  # 2020年贷款余额年初是多少: at the end of 2019
    named, scopes = _own_phase(named, scopes, part)
    if named in _A_PLACE and scopes and what.aspect is Aspect.VALUE:  # 全市排名: of what was talked of, or of the zone
        named, what = (), replace(what, aspect=Aspect.RANK)
    if (noun := _COUNTED_NOUN.search(unit)) is not None and len(named) <= 1:  # 有几个社区: what is counted, no measure
        unit = "个"
        named = (noun[0],) if not named or _PLACE_ALONE.fullmatch(named[0]) else (named[0] + noun[0],)
    unit = unit or (implied_unit(part) if len(named) == 1 else "")
    miswritten, (named, slips) = named, _corrected(named, known.words)
    elsewhere = tuple(z for z in setting.unknown if not (slips and any(p.startswith(z) for p in miswritten)))  # 财证总收入 has no place before it
    named = tuple(next((p.removeprefix(z).removeprefix("的") for z in elsewhere if p.startswith(z) and len(p) > len(z)), p) for p in named)
    if not topic:
        named = spoken_indicator(named, part, of_a_scope=bool(scopes))
    if operation is Operation.DIFFERENCE and len(named) == 1 and len(periods) < 2 and len(zones) < 2 and f"净增{named[0]}" in part:
        operation, named = Operation.ONE, (f"净增{named[0]}",)  # printed as such, and asked again of another year as such
    if operation is Operation.PARTS and (back or len(periods) > 1) and not groups and len(named) == 1 and _EACH_ONE.search(part):
        operation = Operation.TREND  # 这两年产值各多少: of each year
        if len(periods) == 1 and periods[0].is_year and 1 < (many := years_back(back)) < 99:
            periods = tuple(periods[0].shifted(-n) for n in reversed(range(many)))  # …，2022年比上一年少多少
    if operation is Operation.WHO and what.direction and len(named) > 1:  # 甲和乙谁的产值高
        operation = Operation.EXTREME
    query = Query(
        text=whole,
        bare=bare,
        zones=zones,
        unknown_zones=elsewhere,
        periods=periods,
        status=status,
        aspect=Aspect.GROWTH if grown and what.aspect is Aspect.VALUE else what.aspect,
        operation=operation,
        indicators=named,
        topic=topic,
        shorter=shorter,
        claimed=claimed,
        ahead=looks_ahead(part),
        scopes=scopes,
        unit=unit,
        notes=(*setting.notes, *slips),
        direction=-what.direction if _BETTER.search(part) and any(_LESS_IS_BETTER.search(n) for n in named) else what.direction,
        place=placed.place if placed else 1,
        first=placed.first if placed else 0,
        premise=what.premise,
        stock=stock,
        part_of=part_of,
        report_periods=setting.report_periods,
        years_back=years_back(back),
        per=next((g for g in divided.groups() if g), "") if divided else "",
        pairs=zone_years(setting.spots, zones, periods),
    )
    return of_one_owner(members_asked(query)), what.joint


_FALL_NAMED = re.compile("[㐀-鿿]{2}[降跌]幅$")  # 出口降幅 of two years: though a report says by how much it widened, what fell is 出口
#: PM2.5哪边更好: of what is the better the less there is of it, the lowest.
_BETTER = re.compile("(?:更|最|要|比较)(?:好|优|干净|理想)|(?:好|优|干净|理想)(?:一?[些点])")
_LESS_IS_BETTER = re.compile("PM2\\.5|PM10|颗粒物|二氧化硫|能耗|事故|死亡|负债|债务|闲置|批而未供|信访|失业")


def _own_phase(named: tuple[str, ...], scopes: tuple[str, ...], part: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """甲项目和乙项目二期哪个投得多: 二期 is of the one that it stands with, of two that are named."""
    for phase in [s for s in scopes if _PHASE.fullmatch(s)] if len(named) > 1 else []:
        before = part[: part.find(phase)][-2:]
        own = [i for i, name in enumerate(named) if len(before) == 2 and before in name]
        if len(own) == 1:
            named = tuple(name.replace(before, before + phase, 1) if i == own[0] else name for i, name in enumerate(named))
            scopes = tuple(s for s in scopes if s != phase)
    return named, scopes


_PHASE = re.compile("[一二三四五首]期")


def _status(what: Asked, *, negated: bool) -> Status | None:
    """Of what was planned or done the question asks; 为什么没达到目标 asks of what was done."""
    if what.operation is Operation.WHY and what.aspect is Aspect.MET:
        return None
    return Status.DONE if negated and what.status is not None else what.status


def _unit(values: list[str], part: str, operation: Operation) -> str:
    """家 of 多少家: what is counted or measured, as far as the question says it."""
    unit = next((u for v in values if (u := re.sub("^(?:多少|几|是|为)+", "", v)) != v or v in cues.UNIT_ALONE), "")
    if unit in ("款", "") and _MONEY_MOVED.search(part):
        return "元"
    if not unit and operation in (Operation.DIFFERENCE, Operation.PARTS, Operation.TREND) and len(measured := _measured_in(part)) == 1:
        return measured.pop()
    return unit


_ITSELF = re.compile("(?<![㐀-鿿])(?:整个|本|我|咱们?)?(?:开发区|经开区|高新区|园区)(?:里面?|内)?的?")


_BONDED = re.compile(f"(?:综合保税区|保税港区|保税区)(?=[{GAP}的]*(?P<of>[㐀-鿿]))的?")


def _is_bonded(known: Understanding) -> bool:
    """Whether one of the zones is a bonded area itself."""
    return any("保税" in zone for zone in known.zones.zones)


def _bonded(scan: Scanner, known: Understanding) -> list[str]:
    """鹔川综合保税区固投, of a zone that is none: its part, in front of a known indicator; what is left of the text has none of it."""
    named = [*_BONDED.finditer(scan.left)] if not _is_bonded(known) else []
    starts = {t.start for t in find_terms(scan.left)} if named else set()
    found = [m for m in named if m.start("of") in starts]
    for match in found:
        scan.blank(*match.span())
    return [m.group().rstrip("的") for m in found]


def _leave_out_itself(scan: Scanner) -> None:
    """槐渚2018年园区税收: of the zone that is named."""
    starts = {t.start for t in find_terms(scan.left)}
    for match in _ITSELF.finditer(scan.left):
        if match.end() in starts:
            scan.blank(*match.span())


_COUNTED_NOUN = re.compile("社区|村(?!民)$")
_PLACE_ALONE = re.compile("(?:全)?(?:街道|园区|区|镇|乡|新城|开发区)(?:下面|下辖|管辖|辖)?")
_SHORTEST, _LONGEST = 4, 24  # characters of a printed name that is looked for as a whole
_BARE = ("个", "亿", "万", "点", "成", "倍", "年", "天")  # 多了几个亿
_MEASURED_IN = re.compile(f"(?:多少|几)个?(?P<unit>{ANY_UNIT})")


def _measured_in(part: str) -> set[str]:
    """亩 of 多了多少亩, 列 of 各开了多少列: which of two numbers told of one thing (41宗、3126亩) is meant."""
    said = {m["unit"] for m in _MEASURED_IN.finditer(part)}
    return {u for u in said if dimension(u) not in ("%", "元", "外币", "") and u not in _BARE}


_IN_ALL = re.compile("(?:总共|一共|拢共)(?:(?:已经?)?有(?:多少|多大|几)|(?=(?:多少|几)[家户个名]))")


_A_PLACE = (("排名",), ("位次",), ("名次",))


def _holds_in_all(part: str) -> bool:
    """仓储面积总共有多大: what there is, rather than what was added."""
    return bool(_IN_ALL.search(part)) and not re.search(f"{NEWLY}|增|引进|签|开工|竣工|投产|投了", part)


def _asks_of_year(part: str) -> bool:
    """上半年做了多少，全年预计多少; not 全年定了258亿，前三个月定了多少."""
    asking = [c for c in re.split("[，,。；;？?]", part) if re.search("多少|几", c)]
    return "全年" in part and (any("全年" in c for c in asking) or not any(find_parts(c, (Period.year(2000),)) for c in asking))


def _corrected(found: tuple[str, ...], words: frozenset[str]) -> tuple[tuple[str, ...], list[str]]:
    """Phrases with slips of the pen put right, unless they are printed so; and what is to be said of it."""
    out, notes = [], []
    for phrase in found:
        printed = all(phrase[i : i + 2] in words for i in range(len(phrase) - 1))
        right = phrase if printed else correct(phrase)
        out.append(right)
        if right != phrase:
            notes.append(f"“{phrase}”按“{right}”理解")
    return tuple(out), notes


_EACH_ONE = re.compile("(?:各|分别)(?:自|是|有|为|占|完成|达到?|实现|做|投|收|干|到|签|引进?|卖|建)*(?:了)?(?:多少|几)")
_BY_GROWTH = re.compile("增速|增幅|涨幅|[增涨]得?[^，,。]{0,2}[快慢]|增长")
# 覆盖率是百分之几 asks for the rate, no growth.
IN_POINTS = re.compile("(?:多少|几)个?(?:百分)?点(?!儿)")
_OF_RATES = re.compile("率|占(?![地用])|比[重例]|份额|分量|优良|(?:强|满意|依存|浓|集中|首位|密|覆盖|贡献|温|湿|纯|精)度|城镇化|百分之")
_RATE_ITSELF = re.compile(
    "(?<!增长)(?<!增)(?:率|比例)(?:应该|大[概约]|到底|究竟|实际|到|会|能|已经?)*(?:是|为|有|达到?|到)*(?:百分之(?:几|多少)|多少个?(?:百分)?点)"
)
_CHANGED_RATE = re.compile("[增涨降跌升提高低比较]了?(?:百分之|多少|几)|同比|[比较](?:上|去)年|增速|增幅|变化")
#: 放了多少款 counts no kinds.
_MONEY_MOVED = re.compile("[放贷拨筹募捐付收融借还欠]了?(?:出去?|到)?(?:多少|几)款|多少(?:欠薪|薪资|工资|补贴|奖金|欠款|账款)(?=$|[?？，,。])")
#: 争取专项债多少: what is got from above is no aim.
_OBTAINED = re.compile(
    "争取(?:(?=(?:(?!引|到|完成|达|实现|利用)[㐀-鿿]){0,6}?(?:债券?|补助|补贴|转移支付|(?:上级|专项|中央|省级|财政|预算内)[㐀-鿿]{0,4}资金)"
    "(?:是|有)?(?:多少|几))|(?=(?:到|来|下来)?的(?!目标)))"
)
#: 未完成年度计划的项目有几个, 有目标的指标有多少项: which of them are counted, no goal.
_OF_A_GOAL = re.compile(
    "(?:有|没有?|未|列入|纳入)[^，,。？?的\\x00]{0,12}(?:目标|计划|任务)的(?=[^，,。？?的\\x00]{0,6}(?:指标|项目|任务|企业|事项)(?:数|总数)?(?:一?共)?(?:有|是|为)?(?:多少|几)[个项家件])"
    "|计划[内外](?=(?:的)?项目)"
)
_CITY = re.compile("(?:^|(?<=[\x00的]))(?:(?![想在的于是把对从到与和跟比要居列占进排年])[㐀-鿿]){2,3}(?=全[市县省州])")  # 澄浦全市


def _printed(text: str, words: frozenset[str]) -> list[tuple[int, int]]:
    """Stretches of three and more characters that stand so in names of the index: 云筑大数据中心."""
    spans: list[tuple[int, int]] = []
    for i in range(len(text) - 2):
        if text[i : i + 3] in words:
            start = spans.pop()[0] if spans and spans[-1][1] >= i + 2 else i
            spans.append((start, i + 3))
    return spans


def _kept(scan: Scanner) -> list[tuple[int, int]]:
    """What stands in “”, but for what is blanked there already."""
    return [(a + 1, b - 1) for a, b in scan.quoted if GAP not in scan.left[a:b]]


def _verbatim(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where printed names stand in a text, the longest at each place."""
    for start in range(len(text)):
        ends = (e for e in range(min(len(text), start + _LONGEST), start + _SHORTEST - 1, -1) if text[start:e] in names)
        if (end := next(ends, None)) is not None:
            yield start, end


def _inside(text: str, printed: list[tuple[int, int]], whole: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cue words that lie within a printed name and so are no cues (大数据中心, 稳增长资金), a character more at either side.

    Those that a ``whole`` name ends in are none either: 问题清单有多少条 asks for no list.
    """
    if not printed:
        return []
    patterns = (cues.POLITE, cues.STOCK, cues.PARTS_OF, cues.VALUE, cues.DONE, cues.EXTREME, cues.EXTREME_LOW)
    found = (m for _, p in (*cues.OPERATIONS, *cues.ASPECTS, *cues.STATUSES, *(("", p) for p in patterns)) for m in p.finditer(text))
    cues_inside = {m.span() for m in found}
    spans = [(a - 1, b + 1) for a, b in cues_inside if any(c < a and b < d for c, d in printed)]
    return [*spans, *((a, b) for a, b in cues_inside if any(c < a and b == d for c, d in whole))]

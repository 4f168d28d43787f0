"""When something was to come about and when it did: 原计划哪天投产, 推迟了吗, 按期完工了没有, 两份报告的说法变了没."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant.events import told_as
from assistant.extractive.drafting import Drafting
from assistant.extractive.sentences import DATES, FORESEEN, Unit, units
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from index.numbers import NUMERALS, parse_number
from index.records import SectionKind

__all__ = [
    "Telling", "answer_rescheduled", "asked_about", "came_about", "cite", "clauses_about", "names_of",
    "of_another_part", "reports_in_order", "tellings_of", "until",
]  # fmt: skip

NAMED = 0.6  # of the pairs of characters of a thing's name, in the clause that tells of it
_FIRST = re.compile(
    "(?:原|最初|当初|起初|年初|年中|早先|先前|之前|本|(?<![首领优率])先)来?先?(?:的|是)?(?:[定订计]划?|规划|说|讲|打算|预计|安排|承诺)"
)
_PUT_OFF = "推迟|推后|延[期后误迟]|顺延|拖(?:[延后期]|了|到)|误期|晚了|提前"
_LATE = re.compile(
    f"(?:{_PUT_OFF})了?(?:还是|或者?是?)(?:{_PUT_OFF})|[早晚]了?(?:还是|或者?是?)[早晚]|(?:{_PUT_OFF})(?!的(?!时间|工期|天数))[^，,。？?]{{0,6}}(?:吗|没有?|多久|多长|几|多少|么)"
    f"|(?:有没有|是否|是不是)[^，,。？?]{{0,10}}(?:{_PUT_OFF})"
)
_IN_TIME = "(?:按期|如期|按时|准时|按计划|照计划)"
_ON_TIME = re.compile(f"{_IN_TIME}[^，,。？?]{{0,10}}(?:吗|没有?|么|不)|(?:有没有|是否|是不是|能否|能不能){_IN_TIME}")
_BOTH = re.compile(
    "(?:前后|两[份次年]|几[份次])[^，,。？?]{0,8}(?:说法|口径|时间|报告|材料)|(?:各|分别|都)(?:是)?怎么[说讲写定]"
    "|(?:说法|时间)[^，,。？?]{0,6}(?:变|改|对得?上|一致|一样)"
)
_NEWEST = re.compile("(?:最新|现在|目前|眼下)的?(?:说法|口径|消息|安排|计划|预计)|(?:照|按)(?:最新|现在)")
#: 投产改到什么时候了, 挪到哪个月: only what was put off is asked about so.
_MOVED = re.compile("(?:改|调整?|挪|推迟?|拖|顺?延|延期|后移)(?:到|至|为|成)了?(?=(?:哪|几|什么时[候间]|啥时候?|何时|多会儿))")
_THEN = re.compile("(?:实际|后来|最后|最终|真正|到头来)")
_WHEN = re.compile("什么时[候间]|啥时候?|何时|几月|哪[天年月一]|哪个月|多会儿|时间|日期")
_ANY_EVENT = "开工|动工|投产|试生?产|竣工|完工|建成|投用|投运|通车|开业|开[园馆街市学]|封顶|交付|启用|运营"
_OF_TIME = re.compile(f"{_ANY_EVENT}|{_PUT_OFF}")
#: 原定6月底推迟到9月中旬, 原计划2021年12月投产.
_ORIGINAL = re.compile(
    rf"(?:由|从)?(?:原先?|原本|年初|当初)(?:的|于|在|定|计划|预计|拟)+[^，,；;。|]{{0,6}}?(?P<date>{DATES.pattern})"
    rf"|(?:由|从)(?P<from>{DATES.pattern})(?=推迟|延|顺延|提前|调整)"
)
_MOVED_TO = re.compile(rf"(?:推迟|推后|延[期后迟]?|顺延|拖|调整|改|提前)(?:[到至为]|了)+(?P<date>(?:[今明去当]年)?{DATES.pattern})")
_SAID_LATE = re.compile("推迟|推后|延[期后误迟]|顺延|拖[延后期]|晚于|比(?:原)?计划晚|滞后")
_CUT = re.compile("[，,；;。|]")
_CAUSE = re.compile("因|受|由于")
_DATED_BEFORE = re.compile("^[^，]{0,6}(?:月|季度|年底|日)")  # 9月底前，X项目投产 tells of X
_GENERAL = frozenset(("项目", "工程", "基地", "产业", "中心", "公司", "生产", "产线", "建设", "一期", "二期"))
_OWN_WORKS = re.compile("[^，]{0,8}(?:主体|公辅|公用|辅助|配套|土建|桩基|基础|安装|装修|管网|消防|收尾|附属)工程")  # what a project itself is made of
_ANOTHER = re.compile("[㐀-鿿]{2,}(?:项目|工程|基地|中心|公司|大道|生产线|产业园|厂|企业)")


@dataclass(frozen=True, slots=True)
class Telling:
    """A date that a report gives for the event; ``foreseen`` where it had not come about then."""

    report_id: str
    unit: Unit
    date: str
    until: tuple[int, int, int]  # year, month and day by which, as late as the words allow
    foreseen: bool
    event: str
    moved: bool = False


def answer_rescheduled(drafting: Drafting, query: Query) -> bool:
    """The dates told of a thing in the order of the reports, and whether it was put off; False where that isn't asked or no date is told."""
    first, late, on_time = _FIRST.search(query.text), _LATE.search(query.text), _ON_TIME.search(query.text)
    when = _WHEN.search(query.text)
    both = _BOTH.search(query.text) and when
    moved = None if _THEN.search(query.text) else _MOVED.search(query.text)
    newest = (_NEWEST.search(query.text) or moved) and when
    plain = query.operation is Operation.WHEN and told_as(query.text) and when and not first
    worded = query.operation is Operation.WHY or (query.operation is Operation.HOW and not (both and late))  # 两份材料怎么说的，提前了还是拖后了
    if not (late or on_time or both or newest or plain or (first and when)) or worded:
        return False
    thing, told = asked_about(query)
    if not names_of(thing):
        return False
    tellings = _of_one_event(query, [t for i in reports_in_order(drafting.facts, query) for t in tellings_of(drafting.facts, i, thing, told)])
    original = next((t for t in tellings if t.foreseen), None)
    if original is None or not tellings:
        return False
    last = tellings[-1]
    if plain and not (newest or late or on_time or both) and not (last.moved and last.event):
        return False  # when it came about is told where it is told alone
    if (newest or plain) and not (late or on_time or both):
        _say_last(drafting, next((t for t in reversed(tellings) if t.moved and moved), last))
        return True
    said_late = next((t for t in reversed(tellings) if _SAID_LATE.search(t.unit.text)), None)
    drafting.note("前后时间", f"{thing}", *({"date": t.date, "until": t.until, "foreseen": t.foreseen, "text": t.unit.text[:60]} for t in tellings))
    if last is original and said_late is None:
        if first is None or late or on_time:
            drafting.say(f"报告没有写明是否按期，有的是计划：{_quoted(last)}", (cite(drafting, last),))
        else:
            drafting.say(f"原定{original.date}{original.event}：{_quoted(original)}", (cite(drafting, original),))
        return True
    early = last.until < original.until and (not last.foreseen or "提前" in last.unit.text)
    in_time = "提前了：" if last.until < original.until else "没有推迟："
    lead = "推迟了：" if said_late is not None or last.until > original.until else in_time if early or not last.foreseen else ""
    if first is not None and not (late or on_time):
        lead = ""
    earlier = [t for t in tellings[:-1] if t.foreseen] or [original]
    parts = [f"{'原定' if n == 0 else '又定'}{t.date}{t.event}" for n, t in enumerate(earlier)]
    if last not in earlier:
        parts.append(f"{'后来预计' if last.foreseen else '实际'}{last.date}{last.event}")
    drafting.say(f"{lead}{'，'.join(parts)}。", tuple(dict.fromkeys(cite(drafting, t) for t in (*earlier, last))))
    if months := _apart(original, last):
        cited = tuple(dict.fromkeys((cite(drafting, original), cite(drafting, last))))
        about = "约" if any((m := _MONTH_ALONE.fullmatch(t.date)) and m["part"] for t in (original, last)) else ""  # 6月底 to 9月
        drafting.say(f"{'晚' if last.until > original.until else '早'}了{about}{months.rpartition(' = ')[2]}个月（{months}）。", cited, months)
    for t in dict.fromkeys((original, *((said_late,) if said_late else ()), last)):
        drafting.say(f"{_report(drafting.facts, t)}：{_quoted(t)}", (cite(drafting, t),))
    return True


_MONTH_ALONE = re.compile(r"(?:20\d\d年)?\d{1,2}月份?(?P<part>[初中底末]|[上中下]旬|\d{1,2}日)?")


def _apart(original: Telling, last: Telling) -> str:
    """How many months lie between two dates that name a month, as a formula; "" for other dates, and for less than one."""
    if not (_MONTH_ALONE.fullmatch(original.date) and _MONTH_ALONE.fullmatch(last.date)):
        return ""
    (year, first, _), (then, second, _) = sorted((original.until, last.until))
    months = second - first + 12 * (then - year)
    if months < (2 if "日" in original.date + last.date else 1) or then > year + 1:  # 9月30日 to 10月1日 is no month
        return ""
    return f"{second} − {first} = {months}" if then == year else f"12 − {first} + {second} = {months}"


def came_about(drafting: Drafting, query: Query, thing: str, told: str) -> bool:
    """Say when what was put off came about at last; False, with nothing said, where no report tells it behind the name of the thing."""
    moved = [t for i in reports_in_order(drafting.facts, query) for t in tellings_of(drafting.facts, i, thing.replace("的", ""), told) if t.moved]
    if not moved or moved[-1].foreseen or not moved[-1].event:
        return False
    _say_last(drafting, moved[-1])
    return True


def _of_one_event(query: Query, tellings: list[Telling]) -> list[Telling]:
    """Those of the event asked of, or else of one that was put off or foreseen; what a later report says again (原计划12月投产) is left out."""
    meant = next((t for t in tellings if _SAID_LATE.search(t.unit.text)), next((t for t in tellings if t.foreseen), None))
    if meant is not None and not told_as(query.text):
        tellings = [t for t in tellings if re.search(told_as(meant.event) or meant.event, t.event)]
    return [t for n, t in enumerate(tellings) if not (t.foreseen and t.until in {o.until for o in tellings[:n]})]


def asked_about(query: Query) -> tuple[str, str]:
    """What is asked about, and by which words reports tell of its event."""
    asking = (_FIRST, _LATE, _ON_TIME, _BOTH, _NEWEST, _MOVED, _WHEN, _THEN, _OF_TIME)
    for said in (query.bare, "".join(query.indicators)):  # 原定何时投产, behind a question that names it
        name = said[: min((m.start() for p in asking if (m := p.search(said))), default=len(said))]
        if name:
            break
    name = re.sub("[这那](?=[条个座项家处])[条个座项家处]|[（(][）)]", "", name)
    name = re.sub("^[的，,、在]+|(?:项目|工程)?(?:的|是|有没有|是否|是不是|能否|预计|计划|，|,)*$", "", name.strip())
    told = told_as(query.text)
    return name, told or _ANY_EVENT


def clauses_about(facts: Facts, report_id: str, thing: str) -> Iterator[tuple[Unit, str]]:
    """The clauses of a report that tell of a thing, each with the part of the sentence that it stands in."""
    name, read = names_of(thing), units(facts, report_id)
    for at, unit in enumerate(read):
        if name and _is_named(name, unit.text) and not of_another_part(thing, unit.text):
            yield from _own_clauses(_to_the_end(read, at, name, thing), thing, name)


_PART = re.compile("[一二三四五六七]期|[东西南北](?:延|段|线)")


def of_another_part(thing: str, text: str) -> bool:
    """一期, where 二期 is told of; 南延, where 西延 is."""
    own = set(_PART.findall(thing))
    told = {p for p in _PART.findall(text) if any(p[-1] == o[-1] for o in own)}
    return bool(told) and not own & told


def names_of(thing: str) -> frozenset[str]:
    """The pairs of characters of a name that say which one is meant."""
    return bigrams(fold(thing)) - _GENERAL


def reports_in_order(facts: Facts, query: Query) -> list[str]:
    return sorted(facts.reports_of(query.zones), key=facts.told_until)


def tellings_of(facts: Facts, report_id: str, thing: str, told: str) -> Iterator[Telling]:
    """The dates of the event in the clauses of a report that tell of the thing, in the order of the text; what was done last."""
    found: list[Telling] = []
    reported, month = facts.told_until(report_id)
    for part, clause in clauses_about(facts, report_id, thing):
        ahead = part.kind is SectionKind.PLAN and month == 12  # of half a year, the rest of it is planned
        year = max(part.period.last_year if part.period else 0, reported + ahead)
        found += _of_clause(report_id, part, clause, told, year, (reported, month))
    yield from sorted(found, key=lambda t: not t.foreseen)


def _to_the_end(read: Sequence[Unit], at: int, name: frozenset[str], thing: str) -> list[Unit]:
    """A part of a sentence, with those behind it up to one that names the same thing again."""
    whole = read[at].whole
    return [read[at], *takewhile(lambda u: u.whole == whole and not (_is_named(name, u.text) or of_another_part(thing, u.text)), read[at + 1 :])]


def _is_named(name: frozenset[str], text: str) -> bool:
    return len(name & bigrams(fold(text))) >= NAMED * len(name)


def _own_clauses(parts: Sequence[Unit], thing: str, name: frozenset[str]) -> Iterator[tuple[Unit, str]]:
    """The clause that names the thing, from its name on, and those behind it in the sentence up to one that names another."""
    clauses = [(part, clause) for part in parts for clause in _CUT.split(part.text)]
    at = next((i for i, (_, c) in enumerate(clauses) if _is_named(name, c)), None)
    for i, (part, clause) in enumerate(clauses[at:] if at is not None else ()):
        if not i:
            begins = max(clause.find(thing[:2]), 0)
            clause = clause[:begins] + clause[begins:].split("、")[0] if "、" not in thing else clause  # 甲项目3月投产、乙基地6月投产
            yield part, clause[begins:] if _DATED_BEFORE.search(clause[:begins]) is None else clause
            continue
        if _ANOTHER.match(clause) and not _CAUSE.match(clause) and not _OWN_WORKS.match(clause) and not name & bigrams(fold(clause)):
            return
        yield part, clause


def _of_clause(report_id: str, unit: Unit, clause: str, told: str, year: int, written: tuple[int, int]) -> Iterator[Telling]:
    event = re.search(told, clause)
    word = event.group() if event else ""
    original, moved = _ORIGINAL.search(clause), _MOVED_TO.search(clause)
    if original and (event or moved):
        date = original["date"] or original["from"]
        yield Telling(report_id, unit, date, until(date, year), True, word)
    if moved:
        late = until(moved["date"], year)
        came = "日" in moved["date"] and late[:2] <= written and unit.kind is not SectionKind.PLAN  # a day, told later
        yield Telling(report_id, unit, moved["date"], late, not came, word, moved=True)
    if event is None or original or moved:
        return
    dated = [m for m in DATES.finditer(clause) if m.start() <= event.start()]
    if dated:
        foreseen = unit.kind is SectionKind.PLAN or FORESEEN.search(clause) is not None
        date = dated[-1].group() + ("前" if clause[dated[-1].end() :].startswith("前") else "")
        yield Telling(report_id, unit, date, until(date, year), foreseen, word)


def until(date: str, year: int) -> tuple[int, int, int]:
    """The last day that a date may mean: 2022年5月底前, 二季度, 下半年, 6月18日."""
    printed = re.search(r"(20\d\d)年", date)
    year = int(printed[1]) if printed else year + (1 if "明年" in date else -1 if "去年" in date else 0)
    quarter, month = re.search("([一二三四])季度", date), re.search(r"(\d{1,2}|[一二三四五六七八九十]{1,2})月", date)
    if quarter:
        number = 3 * NUMERALS[quarter[1]]
    elif month:
        number = min(max(int(parse_number(month[1]) or 12), 1), 12)
    else:
        number = 6 if "上半年" in date or "年中" in date else 1 if "年初" in date else 12
    day = re.search(r"(\d{1,2})日", date)
    last = monthrange(year, number)[1]
    return year, number, int(day[1]) if day else 10 if "上旬" in date or "初" in date else 20 if "中" in date and month else last


def _say_last(drafting: Drafting, last: Telling) -> None:
    year = "" if "年" in last.date else f"{last.until[0]}年"
    drafting.say(f"{year}{last.date}{last.event}：{_quoted(last)}", (cite(drafting, last),))


def _quoted(telling: Telling) -> str:
    return telling.unit.text.rstrip("，,；;。") + "。"


def _report(facts: Facts, telling: Telling) -> str:
    period = facts.cards[telling.report_id].period
    return f"{period.label}的报告" if period else "报告"


def cite(drafting: Drafting, telling: Telling) -> int:
    return drafting.cite_span(telling.report_id, *telling.unit.whole, [(telling.unit.start, telling.unit.end)])

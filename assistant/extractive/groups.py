"""The members of a counted group (三大产业, 五个重点项目, 各片区): rows of a table, or parts that one sentence lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.extractive.earlier import told_apart
from assistant.extractive.items import split_sentences
from assistant.extractive.operands import plainer
from assistant.extractive.sentences import Unit, units
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms, is_all_known
from index.figures.carry import ITEM
from index.numbers import NUMERALS, count_of
from index.records import Figure, FigureKind, Period, SectionKind, Status, Table

__all__ = ["Group", "called", "counted_names", "counts_the_named", "group_asked", "measured", "members_of", "zones_with"]

_NOUN = "产业|行业|项目|工程|片区|组团|片(?=[的各里中、，,]|$)|园区|分园|分区|作业区|园(?!区)|企业|板块|业态|市场|区块|镇|街道"
_KIND = "主要|主导|重点|支柱|特色|优势|重大|传统|新兴|市级|省级|上述|这|大"
_COUNTED = re.compile(
    rf"(?<![前后])(?:(?P<number>[两二三四五六七八九十]|\d{{1,2}})(?:个|大|家|项|条|座|类|种)|(?P<every>各(?:个|大)?|哪一?[个条](?!企业|项目|工程)|所有|全部|几(?:个|大|家|项)))"
    rf"(?P<kind>(?:{_KIND})*)(?P<noun>{_NOUN})"
)
_ENDS = re.compile(rf"的(?P<noun>(?!企业|项目|工程)(?:{_NOUN}))(?:是|有|都|分别|哪一?[个家些]|什么|谁)*[?？。]*$")
_PLACE = re.compile("(?:片区|园|镇|街道|作业区|港区|组团|区块)$")  # no industry
_TITLE = re.compile("^(?:上述|这|大)")
_TOTAL = re.compile(
    "合计|小计|总计|总数|^全[区市县]|^其中$|^[两三四五六七八九](?:大|个|条)(?:主导|支柱)?(?:产业链?|行业|片区|园区|板块)$"
    "|^(?:[省市区县]级?|全[区市])?(?:重点|重大|产业|工业|亿元以上)*项目$"
)
_BEFORE = 60  # characters before a sentence in which its heading or lead stands


@dataclass(frozen=True, slots=True)
class Group:
    """``number`` of members (0: not said), the noun that they are called by, what is asked of them; ``title``: 主导产业."""

    number: int
    noun: str
    phrase: str
    title: str = ""
    assumed: bool = False  # what is measured was said neither by the question nor by the sentence


def group_asked(query: Query) -> Group | None:
    """三大主导产业产值 → 3, 产业, 产值; 重点项目总投资 → 0, 项目, 总投资; None when no group is named."""
    match = _COUNTED.search(query.text)
    phrase = plainer("".join(query.indicators))
    if match is None:
        bare = re.match(rf"(?:{_KIND})+(?P<noun>{_NOUN})(?=[里中]|[㐀-鿿]{{2}}|(?<=[产行]业)$)", phrase)
        if bare is None:
            last = _ENDS.search(query.text) if query.operation in (Operation.EXTREME, Operation.RANKING) else None  # 税收前两位的园区
            return Group(0, last["noun"], phrase.removesuffix(last["noun"])) if last is not None else None
        return Group(0, bare["noun"], phrase[bare.end() :], bare.group())
    word = match["number"] or ""
    number = count_of(word) if word else 0
    number = 0 if number == query.first else number  # 增速最低的两个园区
    phrase = re.sub(rf"^(?:{_KIND})*(?:{match['noun']})(?:[里之当]?中|里[头面]?)?的?", "", phrase.removeprefix(match.group()))
    phrase = re.sub(r"^([㐀-鿿]{2,})\1$", r"\1", phrase)  # 三大产业各做了多少产值: the verb has added it
    return Group(number, match["noun"], phrase, _TITLE.sub("", match["kind"]) + match["noun"])


_INDUSTRIES = re.compile("产业|行业|链")
_PLACES = re.compile("片|组团|区|园|镇|街道")
_PLANNED = re.compile("计划(?!总)(?:完成)?投资")  # a column of its own, beside what was done
_OTHERWISE = ("营业收入", "主营业务收入", "增加值", "税收")
_MEASURE = "产值"  # what industries and places are measured by where neither the question nor the sentence says


def measured(group: Group) -> Group:
    """With what is measured of its members: the known indicator in its phrase; of industries and places 产值, where there is none."""
    if not _INDUSTRIES.search(group.noun) and (group.phrase or not _PLACES.search(group.noun)):
        return group
    terms = find_terms(group.phrase)
    return replace(group, phrase=group.phrase[terms[0].start : terms[-1].end]) if terms else replace(group, phrase=_MEASURE, assumed=True)


def members_of(facts: Facts, query: Query, group: Group) -> list[Figure]:
    """One figure for each member, of the indicator asked; empty when no list in the reports is that group."""
    shorter = (_MEASURE,) if group.phrase.endswith("产值") and group.phrase != _MEASURE else ()  # 规上工业总产值386.4亿元…。从片区看，甲片区211.5亿元
    phrases = (group.phrase, *shorter, *(_OTHERWISE if group.assumed else ())) if len(group.phrase) > 1 else ()
    nouns = (group.noun, *_CALLED_ALIKE.get(group.noun, ()))
    so_called = [replace(group, noun=noun, title=group.title.replace(group.noun, noun)) for noun in nouns]
    return next((found for one in so_called for phrase in phrases if (found := _members(facts, query, replace(one, phrase=phrase)))), [])


#: 各行业产值, where the report says 分产业看.
_CALLED_ALIKE = {"行业": ("产业", "板块"), "产业": ("行业", "板块"), "板块": ("产业", "行业"), "园区": ("片区",), "片区": ("园区",)}


def _members(facts: Facts, query: Query, group: Group) -> list[Figure]:
    period = query.periods[0] if query.periods else _newest(facts, query)
    told = [f for f in facts.figures(query.zones[:1], [period] if period else ()) if f.kind is FigureKind.VALUE and f.value is not None]
    planned = query.status is None and _PLANNED.search(group.phrase) and any(_PLANNED.search(f.indicator) and f.status is Status.TARGET for f in told)
    status = Status.TARGET if planned else query.status or Status.DONE
    pool = [f for f in told if f.status is status and not _TOTAL.search(f.scope)]
    if _INDUSTRIES.search(group.noun):
        pool = [f for f in pool if not _PLACE.search(f.scope)]
    scoped = [f for f in pool if f.scope]
    called_so = _listed(facts, query, group, group.title, scoped) if group.title else []
    by_name = _by_name(facts, group, pool) if _INDUSTRIES.search(group.noun) else _bare_places(facts, group, pool)
    found = by_name or called_so or _in_one_sentence(facts, query, group, pool) or _listed(facts, query, group, group.noun, scoped)
    found = found or _one_by_one(facts, group, scoped) or _headed(facts, group, scoped)
    found = _with_the_rest(facts, group, found, scoped)
    each = _of_each_place(facts, group, scoped)
    places = [m[0] for f in found if (m := re.match(f"[㐀-鿿]+?{re.escape(group.noun)}", f.scope)) is not None]
    if len(each) > len(found) or (each and len({*places}) < len(places)):  # 岫坪片区 and 岫坪片区新认定 are no two places
        found = each
    return [told_apart(facts, f) or f for f in found] if query.aspect is Aspect.GROWTH else found


#: 战略性新兴产业 is made of some of the others.
_ACROSS = re.compile("新兴|高新技术|高技术|主导|支柱|数字经济|文化|核心|规上|规模|[一二三]产|第[一二三]|[两三四五六七八九]大")


def _with_the_rest(facts: Facts, group: Group, found: list[Figure], scoped: Sequence[Figure]) -> list[Figure]:
    """A甲产业…；乙产业…。丙产业继续收缩，产值…: the next sentence tells of one more, where no number of them is asked for."""
    if len(found) < 2 or group.number or group.title not in ("", group.noun) or not _INDUSTRIES.search(group.noun) or any(f.in_table for f in found):
        return found
    last = max(found, key=lambda f: f.end)
    text = facts.report(last.report_id).text
    more = [
        f for f in scoped
        if f.report_id == last.report_id and f.start > last.end and "\n" not in text[last.end : f.start]
        and f.scope.endswith(group.noun) and not _ACROSS.search(f.scope)
        and (f.name, f.unit, f.part_of) == (last.name, last.unit, last.part_of) and f.scope not in {g.scope for g in found}
    ]
    return [*found, *more]


def zones_with(facts: Facts, query: Query) -> list[str]:
    """哪个园区产值最高, of no zone named: the first few whose members have it, or the one that has the parts named (东片区和西片区各多少).

    [] where the zones themselves are meant, or one is named.
    """
    if not query.zones and len(query.scopes) > 1 and len(facts.zones.zones) > 1:
        return list(facts.placed(query))
    several = len(facts.zones.zones) > 1 and query.operation in _OF_MEMBERS
    group = group_asked(query) if several and not query.zones else None
    if group is None or (group.number and query.operation is Operation.ONE):
        return []
    if query.operation is Operation.SUM and (not group.number or (group.noun == "园区" and group.number == len(facts.zones.zones))):
        return []  # 各园区合计, 三个园区合计 of three zones: the zones themselves
    if counts_the_named(query, group):
        return []
    if len(group.phrase) < 2 and _INDUSTRIES.search(group.noun):
        group = replace(group, phrase="产值")  # 哪个产业增长最快
    told = [z for z in facts.zones.zones if len(members_of(facts, replace(query, zones=(z,)), group)) > 1]
    return told[:MOST_ZONES]


def counts_the_named(query: Query, group: Group | None) -> bool:
    """东湾和西湾两个片区合计: as many as are named, and so no others; not 两个园区固投和财政收入合计."""
    return group is not None and group.number == len(query.indicators) > 1 and not all(map(is_all_known, query.indicators))


_OF_MEMBERS = (Operation.EXTREME, Operation.RANKING, Operation.PARTS, Operation.WHO, Operation.SUM)
MOST_ZONES = 3


def _listed(facts: Facts, query: Query, group: Group, name: str, pool: Sequence[Figure]) -> list[Figure]:
    """The figures of a table or a sentence that calls its rows or parts by ``name``."""
    return _listed_in(facts, query, group, name, pool, apart=True) or _listed_in(facts, query, group, name, pool, apart=False)


def _listed_in(facts: Facts, query: Query, group: Group, name: str, pool: Sequence[Figure], *, apart: bool) -> list[Figure]:
    """The same of sentences whose parts are taken ``apart`` at their semicolons, or as wholes."""
    lists: dict[tuple[str, str, str, int], dict[str, Figure]] = defaultdict(dict)
    for figure in pool:
        table = _table(facts, figure)
        place = table.start if table else figure.sentence_start if apart else _whole(facts, figure)[0]
        lists[(figure.report_id, figure.indicator, figure.unit, place)].setdefault(figure.scope, figure)
    fitting = [[*rows.values()] for rows in lists.values() if len(rows) >= 2 and len(rows) in (group.number or len(rows),)]
    fitting = [rows for rows in fitting if _measures(rows[0], query, group)]
    named = [rows for rows in fitting if _called(facts, rows, name, 0)]
    if not named and (group.number or _INDUSTRIES.search(name)):
        named = [rows for rows in fitting if _called(facts, rows, name, _BEFORE)]
    if not named:
        return []
    order = facts.linker.link(group.phrase, [rows[0] for rows in named])
    best = order[0]
    if best.features["asked"] < 0.5 and best.features["same"] <= 0:
        return []
    return next(rows for rows in named if rows[0].id == best.figure.id)


_NAMES = "(?P<names>(?:[㐀-鿿A-Za-z]{2,10}、)+[㐀-鿿A-Za-z]{2,10}?(?:(?:和|与|及)[㐀-鿿A-Za-z]{2,10}?)?)"
_BEFORE_NAME = re.compile("^.*?(?:形成|构建|布局|规划|拥有|下辖|聚焦|围绕|以|为|是|做强|壮大|培育|打造|包括|其中|全区|依托|发展)(?=[㐀-鿿]{2})")
_OF_PARKS = "园区?|片区|分园|组团|功能区"  # what a zone's parks go by
#: 三个主导产业里，甲268.3亿元、乙173.9亿元…; 三大产业：甲、乙、丙。
_NAMED_BEHIND = "(?:产值)?(?:里头?|之?中|当中|分别|依次|即|包括|有|是|为)*[，：:—]*(?P<list>[^。；]+)"
_A_NAME = re.compile("(?:其中|和|与|及)?(?P<name>[㐀-鿿A-Za-z]{2,10}?)(?:产业)?(?:实现|完成)?(?:产值)?(?:\\d.*)?")


def counted_names(facts: Facts, report_id: str, group: Group) -> Iterator[tuple[list[str], Unit]]:
    """甲、乙、丙三大产业, 三个主导产业：甲、乙、丙: the names that a sentence counts so, and the sentence."""
    noun = _OF_PARKS if group.noun in ("园", "园区") else group.noun
    before = re.compile(f"{_NAMES}等?(?P<number>[两二三四五六七八九十]|\\d{{1,2}})(?:大|个)(?:{_KIND})*(?:{noun})")
    behind = re.compile(f"(?P<number>[两二三四五六七八九十])(?:大|个)(?:{_KIND})*(?:{noun}){_NAMED_BEHIND}")
    for unit in units(facts, report_id):
        if unit.table or unit.kind is SectionKind.PLAN:
            continue
        if (said := before.search(unit.text)) is not None and (group.title in ("", group.noun) or group.title in unit.text):
            names = re.split("[、和与及]", said["names"])
            names[0] = _BEFORE_NAME.sub("", names[0])
        elif group.number and (said := behind.search(unit.text)) is not None:
            parts = [_A_NAME.fullmatch(part) for part in re.split("[、，]|[和与及](?=[^\\d]{2})", said["list"])]
            names = [part["name"] for part in parts if part is not None]
        else:
            continue
        if len(names) == count_of(said["number"]) == len({*names}) and (group.number or len(names)) == len(names):
            yield names, unit


def _by_name(facts: Facts, group: Group, pool: Sequence[Figure]) -> list[Figure]:
    """Of the members that a sentence names, what each made, wherever it is told: 三个主导产业：甲、乙、丙, and below - 甲92.4亿元."""
    for report_id in dict.fromkeys(f.report_id for f in pool) if group.phrase == _MEASURE else ():
        own = [f for f in pool if f.report_id == report_id and f.unit.endswith("元")]
        for names, _ in counted_names(facts, report_id, group):
            found = [next((f for f in own if _is_of(f, name, group)), None) for name in names]
            if all(found):
                return [f for f in found if f is not None]
    return []


def _bare_places(facts: Facts, group: Group, pool: Sequence[Figure]) -> list[Figure]:
    """规上工业企业123家，其中东湾45家、西湾59家: places that are called 东湾片区 elsewhere, as many as are asked of."""
    named = re.compile(f"(?P<name>[㐀-鿿]{{2,6}}){re.escape(group.noun)}")
    names = {m["name"] for f in pool if (m := named.fullmatch(f.scope)) is not None}
    lists: dict[tuple[str, str, int, int], dict[str, Figure]] = defaultdict(dict)
    for f in pool if group.number and len(group.phrase) > 1 else ():
        if not f.scope and f.indicator in names and not f.in_table:
            lists[(f.report_id, f.unit, *_whole(facts, f))].setdefault(f.indicator, f)
    asked = bigrams(fold(group.phrase))
    for (report_id, _, start, _), rows in lists.items():
        before = facts.report(report_id).text[start : min(f.start for f in rows.values())]
        if len(rows) == group.number and len(asked & bigrams(fold(before))) >= _HELD * len(asked):
            return [*rows.values()]
    return []


_HELD = 0.6  # of the pairs of characters of what is asked of each, before the first of them


def _is_of(figure: Figure, name: str, group: Group) -> bool:
    """Whether it is what a member made: 甲产值, or 甲92.4亿元 with no measure of its own."""
    names = {name, name.removesuffix(group.noun), name + group.noun}
    bare = figure.scope in ("", *names) and figure.indicator in names
    return bare or (figure.scope in names and figure.indicator in (group.phrase, "总产值", "规上工业总产值", "规上产值"))


def _in_one_sentence(facts: Facts, query: Query, group: Group, pool: Sequence[Figure]) -> list[Figure]:
    """甲产值1亿元；乙2亿元；丙3亿元, or 甲、乙、丙分别完成…: industries whose measure is said once, or of their sum alone."""
    if group.phrase != _MEASURE or not group.title:
        return []
    lists: dict[tuple[str, str, int, int], dict[str, Figure]] = defaultdict(dict)
    for figure in pool:
        bare = not figure.scope and not find_terms(figure.indicator)
        if not figure.in_table and (bare or (figure.scope and figure.indicator == group.phrase)):
            lists[(figure.report_id, figure.unit, *_whole(facts, figure))].setdefault(figure.scope or figure.indicator, figure)
    for (report_id, _, start, end), rows in lists.items():
        text = facts.report(report_id).text
        around = text[max(0, start - _BEFORE) : end]
        if len(rows) == (group.number or len(rows)) > 1 and group.title in around and group.phrase in text[start:end]:
            return [*rows.values()]
    return []


def _one_by_one(facts: Facts, group: Group, scoped: Sequence[Figure]) -> list[Figure]:
    """一是创新药产业实现产值98.7亿元；…二是…: each told in a sentence of its own, as many as the report says that there are."""
    by_report: dict[str, dict[str, Figure]] = defaultdict(dict)
    for f in scoped:
        if f.scope.endswith(group.noun) and f.indicator == group.phrase and not f.in_table:
            by_report[f.report_id].setdefault(f.scope, f)
    for report_id, rows in by_report.items():
        counted = re.findall(f"([两二三四五六七八九十])(?:大|个){group.title or group.noun}", facts.report(report_id).text)
        if len(rows) > 1 and len(rows) in {group.number or len(rows)} & {NUMERALS[c] for c in counted}:
            return [*rows.values()]
    return []


def _headed(facts: Facts, group: Group, scoped: Sequence[Figure]) -> list[Figure]:
    """2.特种纺织。全年实现产值83.2亿元: items of one report that open with the name of the member, as many as are asked of."""
    if not group.number or not _INDUSTRIES.search(group.noun):
        return []
    by_report: dict[str, dict[str, Figure]] = defaultdict(dict)
    for f in scoped:
        text = facts.report(f.report_id).text
        line = text[text.rfind("\n", 0, f.start) + 1 : f.end]
        item = ITEM.match(line)
        opens = item is not None and line[item.end() :].lstrip(" *“").startswith(f.scope)
        if f.indicator == group.phrase and not f.in_table and (opens or (f.path[-1:] and ITEM.sub("", f.path[-1]).strip().startswith(f.scope))):
            by_report[f.report_id].setdefault(f.scope, f)
    return next(([*rows.values()] for rows in by_report.values() if len(rows) == group.number), [])


def _of_each_place(facts: Facts, group: Group, scoped: Sequence[Figure]) -> list[Figure]:
    """沚湾片区新签约亿元以上项目11个 … 岫坪片区…13个, each told under its place: as many as are asked of, or two at least."""
    if not _PLACES.search(group.noun) or len(group.phrase) < 2:
        return []
    lists: dict[tuple[str, str, str, str], dict[str, Figure]] = defaultdict(dict)
    placed = re.compile(rf"(?P<place>[㐀-鿿]{{2,6}}?{re.escape(group.noun)})(?P<did>[㐀-鿿]{{0,6}})")
    for f in scoped:
        if not f.in_table and (at := placed.fullmatch(f.scope)) is not None:
            lists[f.report_id, f.indicator, at["did"], f.unit].setdefault(at["place"], f)
    rows = {key: [*own.values()] for key, own in lists.items() if len(own) > 1 and len(own) == (group.number or len(own))}
    keys = [*rows]
    if not keys:
        return []
    phrase = re.sub("^签(?:约|的|了|下)*", "新签约", group.phrase)
    asked = facts.linker.link(phrase, [replace(rows[key][0], scope=key[2], id=str(n)) for n, key in enumerate(keys)])
    best = asked[0]
    return rows[keys[int(best.figure.id)]] if best.features["asked"] >= 0.5 or best.features["same"] > 0 else []


def _whole(facts: Facts, figure: Figure) -> tuple[int, int]:
    """The sentence of a figure, with the parts of it that semicolons divide."""
    text = facts.report(figure.report_id).text
    line, stop = text.rfind("\n", 0, figure.sentence_start) + 1, text.find("\n", figure.sentence_start)
    spans = ((line + a, line + b) for a, b in _sentences(text[line : stop if stop >= 0 else len(text)]))
    return next(((a, b) for a, b in spans if a <= figure.sentence_start < b), (figure.sentence_start, figure.sentence_end))


@lru_cache(maxsize=1_024)
def _sentences(line: str) -> tuple[tuple[int, int], ...]:
    """Kept: asked for with every number of the line."""
    return tuple(split_sentences(line))


_WHICH_OF = re.compile("^哪一?[个家条][㐀-鿿]{2,4}(?:产值|增速|增长|税收|投资)[^，,]{0,4}[最高低快慢大小]")


def _newest(facts: Facts, query: Query) -> Period | None:
    only = facts.zones.zones if len(facts.zones.zones) == 1 and _WHICH_OF.search(query.text) else ()  # 哪个产业产值最高
    zones = query.zones or only
    own = facts.periods_of(zones[0]) if zones else []
    return own[-1] if own else None


def _table(facts: Facts, figure: Figure) -> Table | None:
    if not figure.in_table:
        return None
    return next((t for t in facts.report(figure.report_id).tables if t.start <= figure.sentence_start < t.end), None)


def called(facts: Facts, parts: Sequence[Figure], noun: str) -> bool:
    """Whether what lists the parts calls them so, or each bears the noun itself."""
    return all(noun in f.scope for f in parts) or _called(facts, parts, noun, _BEFORE)


def _heads_of(table: Table, figure: Figure) -> list[str]:
    """The heads of the column that names the rows; every head, where no cell of the row is its name (片区 | 主导产业 | …: rows of 片区)."""
    row = next((r for r in table.grid[table.heads :] if any(figure.sentence_start <= c.start < figure.sentence_end for c in r)), ())
    named = [at for at, cell in enumerate(row) if cell.text and fold(cell.text) == fold(figure.scope)]
    return [cell.text for head in table.grid[: table.heads] for at, cell in enumerate(head) if not named or at == named[0]]


_SO_MANY_PLACES = re.compile("[两二三四五六七八九十\\d]个?(?:片区|园区|分园|组团|乡?镇|街道)")


def _called(facts: Facts, rows: Sequence[Figure], noun: str, window: int) -> bool:
    """Whether the members are called by the noun: in their own names, in the sentence or in the title of the table."""
    first = rows[0]
    if sum(noun in f.scope or (noun == "园区" and f.scope.endswith("园")) for f in rows) * 2 >= len(rows):
        return True
    table = _table(facts, first)
    text = facts.report(first.report_id).text
    if table is not None:
        return noun in table.caption or any(noun in head for head in _heads_of(table, first))
    begin = _whole(facts, first)[0]
    own = text[first.sentence_start : first.sentence_end]
    if _INDUSTRIES.search(noun) and noun not in own and _SO_MANY_PLACES.search(own):
        return False  # 三大主导产业…。东、西、南三个片区分别完成产值…
    if text.startswith("其中", begin):  # 三大主导产业完成产值257.2亿元。其中，甲118.4亿元；乙…: called so a sentence before
        begin = max(text.rfind("\n", 0, begin), text.rfind("。", 0, max(begin - 1, 0))) + 1
    return noun in text[max(0, min(begin, first.sentence_start - window)) : first.sentence_end]


def _measures(figure: Figure, query: Query, group: Group) -> bool:
    """总投资, 累计完成 and 当年完成 are three columns of one table: what the question says decides."""
    name = figure.indicator
    if re.search("总投资|累计", group.phrase):
        return all(w in name for w in ("总投资", "累计") if w in group.phrase)
    if "投资" in group.phrase or "完成" in group.phrase:
        return not re.search("总投资", name) and ("累计" not in name)
    return True

"""Who belongs to a group that is asked for by its name alone: 主导产业有哪些, 有几个园区, 有哪些片区."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.every import Wanted, indicators_asked
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.every import say_among
from assistant.extractive.groups import Group, counted_names, members_of
from assistant.extractive.sentences import units
from assistant.facts import Facts
from assistant.records import Draft, Query
from index.figures.subjects import place_named
from index.numbers import count_of
from index.records import Figure, Period, SectionKind

__all__ = ["moved_asked", "roster_asked", "say_moved", "say_roster"]

_KIND = "(?:主导|支柱|特色|重点|优势|传统|(?:战略性)?新兴|主要)*"
_NOUN = "产业链?|行业|园区|产业园|片区|分园|组团|作业区|乡镇|街道|板块"
#: 下面有哪几块, 管着哪些地方: of whatever kind the parts of the zone are.
_PARTS = "镇街园区|镇街|街镇|镇|园|块|部分|地方|区域|单位"
_LOOSE = frozenset(_PARTS.split("|"))
_WHICH = "(?:哪些|哪几[个大家类]?|[几多][个大]|多少个|什么)"
_ASKED = re.compile(
    f"(?:全区|开发区|高新区|经开区|保税区|我区|区里)?(?:下面|底下|里面?|辖区)?(?:现在|目前|主要|一共|总共|共|都|下?辖|下设|设|管[着辖]?|分成?)*有?(?:了)?由?{_WHICH}(?P<parts>{_PARTS})(?:组成|构成)?[?？。]*"
    f"|(?:全区|开发区|高新区|经开区|保税区|我区|区里)?(?:下面|底下|里面?|辖区)?(?:现在|目前|一共|总共|共|都|下辖|下设|设)*有?(?:了)?{_WHICH}(?P<kind>{_KIND})(?P<noun>{_NOUN})[?？。]*"
    f"|(?:全区|开发区|高新区|经开区|保税区|我区)?的?(?P<kind2>{_KIND})(?P<noun2>{_NOUN})(?:都|分别|主要|一共|共)*(?:有|是|包括)?{_WHICH}[?？。]*"
    f"|(?:全区|开发区|高新区|经开区|我区)?的?(?P<many>[两三四五六七八九])(?:大|个|条)(?P<kind3>{_KIND})(?P<noun3>{_NOUN})(?:都|分别|各)*(?:是|有|指|叫)*(?:哪(?:[两三四五六七八九几]?[个大条]|些)?|什么|啥|谁)[?？。]*"
)
#: 撑起全区的三大主导产业，名字都叫啥; 把哪四个产业算作主导: counted, in any words that only ask what they are called.
_COUNTED = re.compile(
    f"哪?(?P<many>[两三四五六七八九])[大个条根块](?P<kind>{_KIND})(?P<noun>{_NOUN})"
    f"(?:算作|算是|称为|叫做?|列为|当作|定为)?(?:[两三四五六七八九]大)?(?P<kind2>{_KIND})"
)
_NAMES_ASKED = re.compile("哪|什么|啥|谁|名[字称单]|叫|列|报|写出|点名")
_FUNCTION = re.compile(
    "(?:请|麻烦|烦请|帮我?|给我|我|把|按照?|口径|统计|分析|报告|总结|那份|这份|里面?|中|下|上|分产业|分行业|说的?|提的?|所谓|具体|分别|各自?|都|全部?|完整|逐[个一]|依次|撑起|支撑起?|挑大梁|挑起|顶起|靠|全区|开发区|怎么|如何|划分?|分|定"
    "|名[字称单]|写出?|列出?|列全|报一?下?|说出|说一下|点名|一下|叫做?|[是的有在了呢吗么就]|哪[几些]?[个大样条]?|什么|啥|谁|[，,。？?！!：:；;“”\"、\\s])*"
)
_MOVED = re.compile(f"(?P<kind>{_KIND})(?P<noun>{_NOUN})")
_MEASURED = re.compile("(?:规上)?(?:工业)?(?:总?产值|增加值|营业收入)的?")
_MEASURES = ("产值", "营业收入", "主营业务收入", "增加值", "税收收入", "工业投资")


def roster_asked(bare: str) -> Group | None:
    """The group whose members are asked for by a question without its zones and years; None where it names anything else."""
    said = _ASKED.fullmatch(bare.strip("的,，"))
    if said is None:
        return _counted_alone(bare)
    if said["parts"]:
        spoken = re.search("下|底|辖|管|设|分|组成|有", said.group()) is not None  # 哪几块 alone may be of anything
        return Group(0, said["parts"], "", said["parts"]) if spoken else None
    noun = (said["noun"] or said["noun2"] or said["noun3"]).replace("产业园", "园区").replace("产业链", "产业")
    return Group(count_of(said["many"]) if said["many"] else 0, noun, "", (said["kind"] or said["kind2"] or said["kind3"] or "") + noun)


def _counted_alone(bare: str) -> Group | None:
    told = list(_COUNTED.finditer(bare))
    if len(told) != 1 or not _NAMES_ASKED.search(bare):
        return None
    said = told[0]
    before = re.split("[，,：:。]", bare[: said.start()])[-1]  # 招商手册要写，: what it is asked for
    before = re.sub("^[㐀-鿿]{2,8}?(?:要|想|得)(?:写|填|列|用|报|做)", "", before)
    if not _FUNCTION.fullmatch(before) or not _FUNCTION.fullmatch(bare[said.end() :]):
        return None
    noun = said["noun"].replace("产业园", "园区").replace("产业链", "产业")
    return Group(count_of(said["many"]), noun, "", (said["kind"] or said["kind2"]) + noun)


def moved_asked(bare: str) -> tuple[Group, Wanted] | None:
    """哪个主导产业下降了, 产值增长超过10%的园区: the group, and how its members are to have moved."""
    said = _MOVED.search(bare)
    if said is None:
        return None
    wanted = indicators_asked(_MEASURED.sub("", f"{bare[: said.start()]}指标{bare[said.end() :]}"))
    if wanted is None or not wanted.growth or wanted.first:
        return None  # 哪个产业增长最快: one of them
    noun = said["noun"].replace("产业园", "园区")
    return Group(0, noun, "", said["kind"] + noun), wanted


def say_moved(facts: Facts, group: Group, wanted: Wanted, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """Which members of a group moved so, of each zone and period; None where no growths of them are told."""
    drafting = Drafting(facts)
    for zone, period in cells:
        told = _by_a_measure(facts, group, zone, period)
        grown = [f for f in told[1] if f.growth is not None] if told is not None else []
        if told is not None and len(grown) == len(told[1]):
            say_among(drafting, wanted, facts.short(zone) + period.label, grown, group.title)
    return drafting.draft() if drafting.statements else None


def say_roster(facts: Facts, group: Group, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """The members of a group, of each zone and period: those of a table or a list by a measure of each, or that a sentence counts."""
    drafting = Drafting(facts)
    for zone, period in cells:
        where = f"{facts.short(zone)}{period.label}"
        older = [r for p in reversed(facts.periods_of(zone)) if p.end < period.end for r in facts.reports_of([zone], [p])]
        told = _by_a_measure(facts, group, zone, period)
        if told is not None and (names := _of_that_kind(told[0], group.noun)) and _as_many(names, group.number):
            drafting.say(f"{where}的{_title(group)}有{len(names)}个：{'、'.join(names)}。", drafting.cite(*told[1]))
            continue
        for report_id in [*facts.reports_of([zone], [period]), *(older if group.noun in _LOOSE or group.noun in _ENDS else ())]:
            found = _in_words(drafting, group, report_id) or _ruled(drafting, group, report_id)
            if found is not None and _as_many(found[0], group.number):
                names, number = [_LED.sub("", n) for n in found[0]], found[1]
                when = facts.cards[report_id].period or period  # what a zone is made up of is often told in one report alone
                drafting.say(f"{facts.short(zone)}{when.label}的{_title(group)}有{len(names)}个：{'、'.join(names)}。", (number,))
                break
    if not drafting.statements and (group.noun == "园区" or group.noun in _LOOSE):  # 园区 would otherwise be understood as the zones
        drafting.say(f"{REFUSAL}逐个列出的{'园区' if group.noun in ('园', '园区') else '镇街和园区'}。")
        return drafting.draft(refused=True)
    return drafting.draft() if drafting.statements else None


def _as_many(names: Sequence[str], number: int) -> bool:
    """Whether they are as many as the question says there are (四大产业链), and called alike: no firms among industries."""
    return not number or (len(names) == number and len({n.endswith(("业", "链")) for n in names}) == 1)


def _title(group: Group) -> str:
    return {"园": "园区", "镇街园区": "镇街和园区"}.get(group.noun, group.title if group.noun not in _LOOSE or group.noun in _ENDS else "组成部分")


_ENDS = {
    "园区": "园区?", "园": "园区?", "镇": "镇", "镇街": "镇|乡|街道", "街镇": "镇|乡|街道", "乡镇": "镇|乡",
    **{kind: kind for kind in ("街道", "片区", "组团", "板块")},
}


def _of_that_kind(names: Sequence[str], noun: str) -> list[str]:
    """Of 辕北产业园、枣庐镇, those that end as is asked for; all of them where none does, or the kind is a loose one."""
    end = _ENDS.get(noun)
    return [n for n in names if end and re.search(f"(?:{end})$", n)] or [*names]


_LED = re.compile("^[㐀-鿿]{0,12}?[区园]由(?=[㐀-鿿]{2})")  # 翚浯高新区由砚溪、芷湾、椑林三个片区组成
_RULED = re.compile(
    "(?:下?辖有?|管辖|下设有?|包括|涵盖|由)(?P<names>[㐀-鿿]{2,10}?(?:[、和及与][㐀-鿿]{2,10}?)+)(?=[，。；]|等|组成|[两三四五六七八九十\\d])"
)


def _ruled(drafting: Drafting, group: Group, report_id: str) -> tuple[list[str], int] | None:
    """下辖甲街道、乙镇和丙产业园: the names, with the number of its citation."""
    for unit in units(drafting.facts, report_id) if group.noun in _ENDS or group.noun in _LOOSE else ():
        said = _RULED.search(unit.text) if not unit.table and unit.kind is not SectionKind.PLAN else None
        names = re.split("[、和及与]", said["names"]) if said is not None else []
        names = [] if any(re.match("[一二两三四五六七八九十][个座]", n) for n in names) else names  # 两个街道、一个镇 names none
        if len(names) > 1 and all(map(place_named, names)):
            return _of_that_kind(names, group.noun), drafting.cite_span(report_id, unit.start, unit.end)
    return None


def _by_a_measure(facts: Facts, group: Group, zone: str, period: Period) -> tuple[list[str], list[Figure]] | None:
    """The names of what one measure is told of, each by each, under that name."""
    for measure in _MEASURES:
        query = Query(text=f"各{group.title}{measure}", zones=(zone,), periods=(period,), indicators=(measure,))
        members = members_of(facts, query, Group(0, group.noun, measure, group.title))
        if len(members) > 1 and not _called_otherwise(facts, members, group.noun):
            names = dict.fromkeys(f.scope or f.indicator for f in members)
            return [n for n in names if not re.match("其[他它余]", n)], members
    return None


_CALLED = re.compile(
    f"(?:等|这)?(?:[两二三四五六七八九十]|\\d{{1,2}})?(?:大|个|家|条)?{_KIND}(?P<noun>产业链?|行业|片区|园区?|分园|组团|镇街?|街道|板块)"
)


def _called_otherwise(facts: Facts, members: Sequence[Figure], noun: str) -> bool:
    """竹产业、茶食品、装备制造三大主导产业, where parks are asked for: whether the sentence calls its members industries, or places."""
    for figure in members:
        text = facts.sentence(figure)
        at = text.find(figure.scope) + len(figure.scope) if figure.scope else -1
        called = _CALLED.match(text, at) if at > 0 else None
        if called is not None:
            return ("业" in called["noun"]) != ("业" in noun)
    return False


def _in_words(drafting: Drafting, group: Group, report_id: str) -> tuple[list[str], int] | None:
    """甲、乙、丙三个园区: the names that a sentence counts, with the number of its citation."""
    names, unit = next(counted_names(drafting.facts, report_id, group), ([], None))
    return (names, drafting.cite_span(report_id, unit.start, unit.end)) if unit is not None else None

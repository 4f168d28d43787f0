"""Sentences → drafts: one pass over the quantities of a sentence with what was said before carried along.

财政总收入9.84亿元，同比增长10.6%，完成年初目标9.62亿元的102.3%
└ value              └ growth of it └ goal of it   └ completion of it
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from index.figures.announced import give_owner, settle_restated
from index.figures.asides import without_asides
from index.figures.brackets import enter_bracket, leave_bracket, next_part
from index.figures.carry import (
    ITEM,
    Around,
    Carry,
    hide_delimiters,
    read_context,
    scope_with,
    segment_at,
    surroundings,
)
from index.figures.changes import give_equal_growths, join_growths, read_gap, read_goal_gap, read_growth, read_points
from index.figures.changing import read_average, read_elsewhere, read_past_goal, read_points_apart
from index.figures.draft import Draft, make_growth
from index.figures.ellipsis import is_thing, names_thing, owner_in, topic_of
from index.figures.ended import read_ended
from index.figures.grammar import (
    COMPLETED,
    COMPLETION,
    GAP,
    GOAL_AFTER,
    GOAL_BESIDE,
    GOAL_GAP,
    GOAL_LEAD,
    LIKENED,
    RANK_MOVE,
    SHARE,
    SHORT_OF,
    SPLITS,
    WAS,
    Growth,
    doubling_in,
    growth_in,
    rated_in,
)
from index.figures.labelled import read_labelled, read_points_given
from index.figures.listed import from_list
from index.figures.lists import find_lists
from index.figures.making import new_draft
from index.figures.naming import name_of
from index.figures.owners import (
    keep_place,
    name_investments,
    name_kinds,
    name_makers,
    name_of_size,
    name_owners,
    name_parts,
    name_places,
    name_that_place,
    name_trades,
)
from index.figures.planned import name_planned, read_set
from index.figures.ranked_members import name_ranked
from index.figures.relations import (
    read_completion,
    read_goal_behind,
    read_printed_goal,
    read_rank,
    read_rank_move,
    read_share,
    read_verdict_of,
    read_verdicts,
)
from index.figures.restating import back_to_now, goes_on_from, read_restated
from index.figures.sofar import name_parts_of_year, read_part_of_year
from index.figures.status import is_aim
from index.figures.summands import name_summands
from index.figures.tasks import built_by, find_tasks, given_by, sentences, show_task, stated
from index.figures.thresholds import is_no_figure
from index.figures.values import read_value
from index.figures.worded import give_worded_growths, mark_listed_goals, mark_pledged
from index.glossary import is_known
from index.numerals import Quantity, convert, find_quantities, find_round_amounts, quoted_spans
from index.planted import commands_a_program
from index.records import FigureKind, Period, Report, Section, SectionKind, Status
from index.speaking import spoken_year
from index.turns import LOOKS_BACK, SETS_OUT, TURN_PLAN, span_told, year_set_out

__all__ = ["read_prose", "read_sentence"]

#: 比2011年的35.6亿元|多出|5.7亿元: the base stands right before.
_MORE_THAN = re.compile(r"(?P<verb>多出|多|净增|增加|增长|少|减少|净减)了?")
_TABLE_CAPTION = re.compile(r"\s*(?:附?表|附表|图)\s*[\d一二三四五六七八九十]{1,3}[\s\u3000:：][^，。]{0,40}$")
#: 2021年以来，全区累计完成固定资产投资|58.7亿元|: of more years than the last.
_SINCE = re.compile(r"(?:(?:19|20)\d\d年(?:\d{1,2}月)?|[任履]职|到任|建[园区]|换届|开园|[一二三四]五”?)以来")
_HAS_DIGIT = re.compile(r"[\d０-９一二三四五六七八九十]")
#: 入住率51.3%，比上年高出|13.7个百分点|: by how much a rate grew.
_YEAR_BEFORE = re.compile("(?:上年|去年|前年)(?:同期|末|底)?")
_BRACKET = re.compile(r"[（(][^（()）]*[)）]")

_MONTH_END = re.compile(r"\s*(?:截至)?(\d{1,2})月[末底]")
_GOAL_WORD = re.compile(r"目标|计划|预期|预算|任务")


_HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff%％）)”])[,;:]|[,;:](?=[\u3400-\u9fff“（(])")


#: ▶ 固定资产投资 146.2亿元: what marks an item is no part of a name.
_BULLETS = re.compile(r"^[ \u3000]*[▶▷►➤➢➣✓✔√◆◇■□●○★☆※↗➜]+(?=[ \u3000]*[㐀-鿿])", re.MULTILINE)


def full_width(text: str) -> str:
    """The marks between Chinese words as Chinese prints them (增长5%,其中…), character by character; 1,120.93 stays."""
    return _HALF_WIDTH.sub(lambda mark: {",": "，", ";": "；", ":": "："}[mark[0]], text)


def read_prose(report: Report, section: Section, start: int, end: int) -> Iterator[Draft]:
    """Drafts of the text between two offsets of one section."""
    text = _BULLETS.sub(lambda marks: " " * len(marks[0]), report.text[start:end])
    text = without_asides(full_width(text), told_later=spoken_year(report) is not None)
    lead = ""
    whole = base = section
    tasks = find_tasks(text, report)
    asked: tuple[Draft, ...] = ()  # the goals of a task, until its marker has been followed by a figure
    built = ""  # the project that a task is about
    before: Draft | None = None
    previous: tuple[Draft, ...] = ()
    paragraph: tuple[Draft, ...] = ()
    months: Period | None = None  # 1—9月 holds on through a paragraph …
    span: Period | None = None  # … and so do the years that its first sentence tells of
    then: Period | None = None  # 2022年，全区完成…。固定资产投资…: an earlier year that a paragraph looks back on
    awaited: Period | None = None  # 预计全年主要指标：, for the items below it
    for here, sentence in sentences(text, tasks):
        task = next((t for t in tasks if t.start <= here <= t.told), None)
        whole = stated(base, report, tasks, here)
        if task is not None and here == task.start:
            asked, built = (), built_by(text[task.start : task.mark], ())
        if (ends := _MONTH_END.match(sentence)) and report.period is not None and report.period.last_month == int(ends[1]):
            months = None  # 1—5月…。6月末亏损企业27家: at the end of all of it
        if "\n" in text[max(here - 1, 0) : here] or not here:
            section = whole
            awaited = awaited if ITEM.match(sentence) else None
            lead = ""
            built = "" if task is None else built
            months = then = None
            span = span_told(sentence, report.period) if section.kind is not SectionKind.PLAN else None
            splits = SPLITS.match(sentence) is not None
            if not (paragraph and (splits or _PART_BELOW.match(ITEM.sub("", sentence)))):
                previous = paragraph = ()
                before = before if splits else None
        if task is not None:
            section = whole
            if task.mark == here < task.told:
                continue
            if here == task.told:
                lead, previous, paragraph = given_by(text[task.start : task.mark]) or lead, asked, asked
                before = asked[-1] if asked else before
                built = built_by(text[task.start : task.mark], asked)
        section = whole if section is not whole and LOOKS_BACK.match(sentence) else _turned(section, report, sentence)
        if _TABLE_CAPTION.match(sentence) or (_HAS_DIGIT.search(sentence) and commands_a_program(sentence)):
            continue
        then = None if _NOW.search(sentence) else then
        quantities = [q for q in find_quantities(sentence) if not is_no_figure(sentence, q)]
        if section.kind is SectionKind.PLAN or is_aim(sentence):
            quantities = sorted((*quantities, *find_round_amounts(sentence)), key=lambda q: q.start)
        then = then if quantities else _recalled(sentence, report.period, section) or then
        if quantities:
            drafts = read_sentence(
                report, section, start + here, sentence, quantities, lead, before, months or span or then, previous, paragraph,
                text[max(here - 300, 0) : here], asked if task is None or here >= task.told else (), built,
            )
            for draft in drafts if awaited is not None else ():
                if draft.status is Status.DONE and draft.period in (section.period, report.period):
                    draft.status, draft.period = Status.EXPECTED, awaited
            for draft in drafts if then is not None and _AT_ITS_END.match(sentence) else ():
                draft.period = then if draft.period == report.period else draft.period
            if task is not None and here == task.told:
                show_task(text, task, start, drafts)
            asked = (*asked, *drafts) if task is not None and here < task.mark else () if drafts else asked
            if before is not None and drafts and _is_year_before(before, drafts[0]):
                drafts[1:1] = _risen_since(before, drafts[0])
            else:
                before = goes_on_from(drafts, before)
            previous = tuple(drafts)
            paragraph += previous
            if drafts and (told := (goes_on_from(drafts, None) or drafts[0]).period) is not None:
                then = told if _looks_back(sentence, told, report.period, section) else then if told == then else None
                if _runs_from_january(told) or (_partial(section) and told.is_year and "全年" in sentence):
                    months = told
                elif not _partial(section) and drafts[-1].period is not None and drafts[-1].period.is_year:
                    months = None
            yield from drafts
        if section.kind is not SectionKind.PLAN and ("目标" in sentence or "任务" in sentence or "预期" in sentence):
            when = months or section.period or report.period
            yield from read_verdicts(start + here, sentence, previous if quantities else (), when)
        if section.kind is not SectionKind.PLAN and section.path:
            yield from read_verdict_of(ITEM.sub("", section.path[-1]), start + here, sentence, section.period or report.period)
        lead = _lead_of(sentence) or lead
        if report.period is not None and _AWAITED.search(sentence.strip()):
            awaited = Period.year(report.period.last_year)


def _is_year_before(now: Draft, then: Draft) -> bool:
    """总产值287.4亿元。上年255.2亿元: whether the second is the first a year before."""
    alike = (now.indicator, now.scope, now.unit) == (then.indicator, then.scope, then.unit)
    return alike and now.kind is then.kind is FigureKind.VALUE and now.period is not None and now.period.shifted(-1) == then.period


def _risen_since(now: Draft, then: Draft) -> list[Draft]:
    """上年255.2亿元，增长12.6%: the growth that leads from the one to the other is of the later year."""
    if not (then.growth is not None and then.growth_unit == "%" and now.growth is None and now.value and then.value):
        return []
    if abs((now.value / then.value - 1) * 100 - then.growth) > _ROUNDING:
        return []
    grown = replace(then, kind=FigureKind.GROWTH, period=now.period, value=None, unit="", value_text="")
    then.growth, then.growth_unit, then.growth_text, then.growth_base = None, "", "", ""
    return [grown]


_ROUNDING = Decimal("0.15")  # percentage points, of numbers that are printed with one decimal


#: 规上工业总产值：287.4亿元。 and below it 东坨园181.9亿元: a part of what the line above tells, by the name of a place alone.
_PART_BELOW = re.compile(
    r"\s*(?:[-—－·•*]\s*)?(?:(?:[\u3400-\u9fff]{1,7}?(?:片区|园区?|镇|乡|街道|港区|组团|作业区|区块|板块|新城)|[\u3400-\u9fff]{0,4}?全[市省县])(?=\d)"
    r"|(?:(?:\d+|[五十百])?亿元以上|(?:当年|实际|已)?(?:落地|开工|竣工|投产|履约))\d+[个家])"
)


_AWAITED = re.compile(r"(?:预计|预测)全年[^，。；：\d]{0,12}(?:指标|情况|数据|完成情况)?(?:如下|为)?[：:]$")


def _turned(section: Section, report: Report, sentence: str) -> Section:
    """The rest of a paragraph that turns to what is planned in the middle: …。2021年，力争…"""
    reviewed = report.period
    if section.kind is not SectionKind.PLAN and reviewed is not None and (sets := SETS_OUT.match(sentence)) is not None:
        ahead = year_set_out(sets, reviewed.last_year, spoken_year(report))
        return replace(section, kind=SectionKind.PLAN, period=Period.year(ahead)) if ahead is not None else section
    turn = TURN_PLAN.match(sentence.lstrip()[:90]) if section.kind is not SectionKind.PLAN else None
    if turn is None or reviewed is None or turn["half"]:
        return section
    printed = next((int(turn[g]) for g in ("bare", "ahead", "year", "next") if turn[g]), None)
    if printed is None or printed <= reviewed.last_year:
        return section  # 下一步 within a paragraph of a review need not mean a year
    return replace(section, kind=SectionKind.PLAN, period=Period.year(printed))


def keep_span(draft: Draft) -> None:
    """Let what was added up over years be no year's own."""
    if draft.kind is FigureKind.VALUE and draft.period is not None and draft.period.is_year and "累计" not in draft.scope + draft.indicator:
        draft.scope = scope_with(draft.scope, "累计")


def name_output(made: list[Draft], paragraph: tuple[Draft, ...]) -> None:
    """规模以上工业总产值511亿元。…1—6月总产值仅增长|4.1%|, 1—6月产值|296.8亿元|: the output that the paragraph has told in full."""
    whole = next((d.indicator for d in reversed(paragraph) if d.indicator.endswith("工业总产值") and is_known(d.indicator) and not d.scope), "")
    for draft in made:
        part = draft.indicator == "产值" and draft.period is not None and not draft.period.is_year
        if whole and (draft.indicator == "总产值" or part) and not draft.scope:
            draft.indicator = whole


_RECEIVED = re.compile("(?:单季|当季|当月|单月)?接待")


def name_guests(made: list[Draft]) -> None:
    """上半年接待|276.5万人次|: of the guests that the year is told of, too."""
    for draft in made:
        if draft.unit.endswith("人次") and not draft.scope and _RECEIVED.fullmatch(draft.indicator):
            draft.indicator, draft.scope = "游客", "接待"


#: From here on a paragraph speaks of what is.
_NOW = re.compile("目前|现有|现已|如今|眼下|今年")
_OPENS_WITH_YEAR = re.compile(
    r"\s*(?:(?:回顾|回首|回望|先看|先说)(?:一下)?)?(?:20\d\d|[去上])年(?:度|全年)?(?:[，,]|全[区园县市]|(?=[^，。；\d]{0,12}(?:完成|实现)))"
)


def _looks_back(sentence: str, told: Period, reviewed: Period | None, section: Section) -> bool:
    """Whether a sentence of a report opens with a whole year before the one reported on, and tells what was done in it."""
    if reviewed is None or section.kind is SectionKind.PLAN or not told.is_year or told.last_year >= reviewed.first_year:
        return False
    return _OPENS_WITH_YEAR.match(sentence) is not None


_AT_ITS_END = re.compile(r"\s*(?:截至)?(?:年末|年底|全年|当年)")  # of the year that is looked back on
# 把镜头拉回到2022年。那一年，…; 时间回到2022年：
_RECALLS = re.compile(
    r"(?:回[到顾首望看忆溯眸]|拉回|拨回|倒回|说回|(?:先|再)(?:看|说|从))[㐀-鿿]{0,4}?(?P<year>20\d\d)年[^。；\d]{0,16}[。：:！]?\s*$"
)


def _recalled(sentence: str, reviewed: Period | None, section: Section) -> Period | None:
    """The earlier year that a sentence without numbers goes back to, for what its paragraph tells."""
    said = _RECALLS.search(sentence.strip())
    if said is None or reviewed is None or section.kind is SectionKind.PLAN or int(said["year"]) >= reviewed.first_year:
        return None
    return Period.year(int(said["year"]))


def _partial(section: Section) -> bool:
    """A plan for the rest of a year: once it says 全年, its goals are those of the year."""
    return section.kind is SectionKind.PLAN and section.period is not None and not section.period.is_year


def _give_rest_of_year(section: Section, sentence: str, at: int, made: list[Draft]) -> None:
    """下半年…新认定高新技术企业12家以上，全年达到20家: the first is what the rest of the year is to add."""
    for one, other in itertools.pairwise(made):
        between = sentence[one.end - at : other.end - at]
        same = (one.indicator, one.scope, one.unit, one.status) == (other.indicator, other.scope, other.unit, Status.TARGET)
        if same and re.match(r"(?:以上|左右)?[，,]全年", between) and "全年" not in sentence[: one.end - at]:
            one.period = section.period


def _runs_from_january(period: Period) -> bool:
    """1—N月 and 前三季度, which a bulletin says once; a half or a quarter may be said of one thing only."""
    return (
        period.first_year == period.last_year
        and period.first_month == 1
        and period.last_month in (2, 4, 5, 7, 8, 9, 10, 11)
    )


def _lead_of(sentence: str) -> str:
    """The industry or park that opens a sentence and speaks in the next ones too (软件业增势强。实现营业收入…)."""
    core = ITEM.sub("", sentence).strip(" \u3000。：:\n—–-")
    owner = owner_in(core)
    title = re.sub(r"[（(][^（()）]*[)）]", "", core).strip(" \u3000。")
    if ITEM.match(sentence) and 4 <= len(title) <= 18 and not re.search(r"[，,；;：:\d]", title) and (topic_of(title) or names_thing(title)):
        return title
    opening = re.match(r"[㐀-鿿]{4,12}?(?=[没未不又由仍依再止稳超])", core)
    if not owner and opening is not None and is_known(opening[0]) and not re.search(r"\d", core):
        return opening[0]  # 固定资产投资没有达标，我负主要责任。全年|104.6亿元|
    return owner if owner else core if 2 <= len(core) <= 8 and not re.search(r"[，,\d]|^要求", core) else ""  # 要求8月投产。


def _whole_of(before_it: Draft, paragraph: tuple[Draft, ...]) -> Draft:
    """全年固投203.6亿元。累计增速一季度为4.6%，上半年为1.2%。其中工业投资…: parts are of an amount, not of how it had grown by then."""
    if not _PACE.fullmatch(before_it.indicator):
        return before_it
    return next((d for d in reversed(paragraph) if not _PACE.fullmatch(d.indicator)), before_it)


_PACE = re.compile("(?:累计|同比|当月|名义|现价|可比)*(?:增速|增幅|降幅)")


def read_sentence(
    report: Report,
    section: Section,
    at: int,
    sentence: str,
    quantities: list[Quantity],
    lead: str,
    before_it: Draft | None,
    months: Period | None,
    previous: tuple[Draft, ...],
    paragraph: tuple[Draft, ...],
    earlier: str,
    asked: tuple[Draft, ...],
    built: str,
) -> list[Draft]:
    """Drafts of one sentence that begins at ``at``; ``asked`` and ``built`` are the task's whose outcome it tells."""
    carry = Carry(section, report, before=before_it, previous=previous, paragraph=paragraph, text=earlier + sentence, length=len(sentence))
    carry.asked, carry.project = asked, built
    carry.parted = re.match(r"\s*其中", sentence) is not None
    carry.sentence_period = _whole_of(before_it, paragraph).period if before_it and carry.parted else months
    lists = find_lists(sentence, quantities, earlier)
    quoted = quoted_spans(sentence)
    brackets = [m.span() for m in _BRACKET.finditer(sentence)]
    opening = carry.sentence_period
    previous_end = 0
    costs: Draft | None = None  # 总投资210亿元的|38个重点项目|: whose they are stands behind the next number
    for index, quantity in enumerate(quantities):
        before = sentence[previous_end : quantity.outer_start]
        inside = any(a < quantity.start < b for a, b in brackets)
        turned = next_part(carry, before, hide_delimiters(before, previous_end, quoted), inside=inside)
        if turned is not None and ITEM.match(turned):
            carry.sentence_period = opening  # 一是…；二是…: each item has its own time
        if carry.outside is not None and (not inside or re.search(r"[）)]", before)):
            leave_bracket(carry)
        around = surroundings(
            sentence, quantity, previous_end, quoted, quantities[index + 1] if index + 1 < len(quantities) else None
        )
        if inside and carry.outside is None:
            enter_bracket(carry, re.split(r"[（(]", before)[-1], quantity)
        read_context(carry, around, index == 0)
        bare = carry.last is None
        place = segment_at(sentence, quantity.start)
        planned = lists.get(index)
        drafts = (
            from_list(carry, around, planned, at)
            if planned is not None
            else _read(carry, around, at, index, quantities, lead)
        )
        if bare and planned is None and not drafts and carry.last is None:
            drafts = read_labelled(carry, around, at, sure=False)
        if planned is not None and planned.when and planned.position == planned.count - 1:
            carry.sentence_period, carry.segment_period = opening, None  # the times are those of the list alone
        if drafts and carry.made and _is_passed(carry.made[-1], drafts[0], around):
            carry.made.pop()  # 跨上200亿元台阶，达到208.6亿元: the second says it exactly
        if costs is not None and drafts and quantity.is_count and drafts[0].indicator:
            costs.scope = drafts[0].indicator
        costs = drafts[-1] if drafts and around.follow.strip() == "的" and _COSTS.fullmatch(drafts[-1].indicator) else None
        if drafts and around.glue[:1] == "、" and around.follow.startswith("的"):
            give_owner(carry, drafts[0])
        if drafts and "累计" in around.fragment and _SINCE.search("，".join((*around.context[-1:], around.fragment))):
            keep_span(drafts[0])
        for draft in drafts:
            draft.sentence = (at + place[0], at + place[1])
            carry.made.append(draft)
        back_to_now(carry, drafts)
        previous_end = quantity.outer_end
    if _partial(section):
        _give_rest_of_year(section, sentence, at, carry.made)
    give_equal_growths(sentence, at, carry.made)
    give_worded_growths(sentence, at, carry.made)
    name_owners(sentence, at, carry.made)
    name_places(sentence, at, carry.made, report.zone)
    keep_place(sentence, at, carry.made)
    name_that_place(sentence, at, carry.made)
    name_parts(sentence, at, carry.made)
    name_kinds(sentence, at, carry.made)
    name_trades(carry.made)
    name_makers(sentence, at, carry.made)
    settle_restated(carry.made)
    mark_listed_goals(sentence, at, carry.made)
    mark_pledged(sentence, at, carry.made)
    join_growths(carry.made)
    name_guests(carry.made)
    name_output(carry.made, paragraph)
    name_investments(carry.made)
    name_of_size(carry.made)
    name_ranked(sentence, earlier, at, carry.made)
    name_summands(sentence, at, carry.made, paragraph, lead)
    name_planned(sentence, at, carry.made)
    name_parts_of_year(sentence, at, carry.made)
    return carry.made


def _is_passed(before: Draft, now: Draft, around: Around) -> bool:
    """Whether a figure is only the threshold that the next one is said to have passed."""
    if not _REACHES.fullmatch(around.fragment.strip()) or around.glue[:1] not in "，,、":
        return False
    if (before.indicator, before.scope, before.period, before.status) != (now.indicator, now.scope, now.period, now.status):
        return False
    if before.kind is now.kind is FigureKind.SHARE:
        return before.unit != now.unit  # 占到六成以上，达到62.5%
    passed = convert(before.value, before.unit, now.unit) if before.value is not None else None  # 突破2万户，达到20650户
    return bool(
        passed is not None
        and before.growth is None
        and now.value is not None
        and passed < now.value <= passed * 2
        and (re.search(r"突破|超过|超|过", before.qualifier) or (around.context and _THRESHOLD.search(around.context[-1])))
    )


_COSTS = re.compile(r"(?:计划|协议|合同)?总?投资(?:总?额)?")
#: What leads to the exact number after a threshold.
_REACHES = re.compile(r"(?:达到?|为|实现|完成)了?")
_THRESHOLD = re.compile(r"大关|台阶|关口|门槛|坎")


def _is_bare_rank(carry: Carry, quantity: Quantity, fragment: str) -> bool:
    """Ranks without 第: 进入全省前|20位|, 评价排位由|87位|进到|79位|."""
    if quantity.unit not in ("位", "名", "强"):
        return False
    if fragment.rstrip().endswith("前"):
        return True
    moved = carry.last is not None and carry.last.kind is FigureKind.RANK
    return bool(
        re.search(r"(?:排位|位次|排名|名次)[^，]{0,10}?(?:由|从)(?:上年|去年|20\d\d年)?(?:的)?$", fragment)
        or (moved and re.match(r"(?:前?进|跃?升|前移|上升|提升|跃升|降|退|下降|后移)(?:位)?(?:到|至|为)$", fragment))
    )


def _read(carry: Carry, around: Around, at: int, index: int, quantities: list[Quantity], lead: str) -> list[Draft]:
    if (given := read_points_given(carry, around, at)) is not None:
        return given
    early = read_ended(carry, around, at) or read_restated(carry, around, at, lead)
    early = early or read_set(carry, around, at) or read_part_of_year(carry, around, at)
    if early is not None:
        return early
    beside = read_past_goal(carry, around, at) or read_average(carry, around, at)
    if (beside := beside or read_elsewhere(carry, around, at)) is not None:
        return beside
    return read_labelled(carry, around, at, sure=True) or _from_quantity(carry, around, at, index, quantities, lead)


#: 较上年|102.8亿元|增长9.5%: what it was, and no growth by so much.
_FROM_THEN = re.compile("(?:比|较)(?:上年|去年|上年同期|去年同期)$")
#: 其中外贸稳增长|2870万元|、工业技改…: what money is spent on, and no growth by so much.
_WHAT_FOR = re.compile("(?:^|[㐀-鿿])[稳保促]增长$")


def _called(told: Draft) -> str:
    return told.indicator if told.kind is FigureKind.RANK else told.scope + told.indicator  # 在全市6个园区中列第3位；占全市…的14.2%


#: 一季度增长11.2%，二季度|回落到|3.4%: the growth of another part of the year.
_SIGNED = re.compile("(?P<base>同比|环比)?(?P<sign>[+＋↑▲−–↓▼]?)")
_LEVEL = re.compile(
    r"\s*(?:[一二三四]季度|[上下]半年|\d{1,2}月份?|前?[一二三]季度)[^，。；\d]{0,12}?"
    r"(?P<verb>回落|回升|回调|放缓|加快|提高|提升|上升|攀升|反弹|收窄|下滑|滑落|降|升|跌|达)(?:到|至|为)\s*"
)


def _from_quantity(
    carry: Carry,
    around: Around,
    at: int,
    index: int,
    quantities: list[Quantity],
    lead: str,
) -> list[Draft]:
    quantity, fragment = around.quantity, around.fragment
    if quantity.rank or _is_bare_rank(carry, quantity, fragment):
        return read_rank(carry, around, at)
    move = RANK_MOVE.search(fragment)
    if (
        move is not None
        and quantity.unit in ("位", "名", "个")
        and ((carry.last is not None and carry.last.kind is FigureKind.RANK) or "名" in fragment or "位次" in fragment)
    ):
        return read_rank_move(carry, around, move, at)
    behind = GOAL_AFTER.match(around.follow) or (GOAL_BESIDE.match(around.follow) and GOAL_LEAD.search(fragment))
    behind = behind or (SHORT_OF.search(fragment) if re.match("[，。；、]|$", around.follow) else None)
    if behind and not COMPLETION.match(fragment):
        return read_goal_behind(carry, around, at)
    if not quantity.is_rate and _GOAL_WORD.search(fragment) and (missed := GOAL_GAP.match(fragment)):
        return read_goal_gap(carry, around, missed, at)
    gap = GAP.match(fragment)
    lasts = quantity.unit in ("个工作日", "工作日", "天", "小时", "分钟")
    if gap and not quantity.is_rate and not re.search(r"平均|全[省市国区县]|同类|[上去]年|标准|定额", gap["phrase"]):
        gap = None  # an amount is only apart from others' when they are named: 高出全省平均水平6.5万元
    if gap and not quantity.is_rate and re.search(r"[年期]的$", fragment):
        gap = None  # 不及上年的3.4万吨: what it was
    rate = carry.last is not None and carry.last.takes_growth and carry.last.unit == "%"
    if gap and quantity.is_points and rate and _YEAR_BEFORE.fullmatch(gap["of2"] or "") and name_of(gap["who"]).empty:
        sign = -1 if re.search("低|慢", gap["phrase"]) else 1
        return read_growth(carry, around, Growth(gap.start("phrase"), sign, "比" + gap["of2"]), at, lead)
    if gap and (quantity.is_points or quantity.unit == "%" or quantity.is_money or lasts):
        return read_gap(carry, around, gap, at)
    if carry.since and (more := _MORE_THAN.fullmatch(fragment.strip())):
        since, carry.since = carry.since, ""
        return read_growth(carry, around, Growth(0, -1 if more["verb"][0] in "少减" else 1, since), at, lead)
    if (level := _LEVEL.fullmatch(fragment)) and quantity.unit == "%" and (last := carry.last) is not None and last.kind is FigureKind.GROWTH:
        grown = new_draft(carry, around, last.indicator, last.scope, at)
        falls = level["verb"] == "收窄" and last.growth is not None and last.growth < 0
        make_growth(grown, quantity, -1 if falls else 1, last.growth_base, fragment[level.start("verb") :].strip() + quantity.text)
        carry.last = grown
        return [grown]
    in_bracket = around.glue[:1] in ("（", "(") and not around.context and quantity.unit == "%"
    signed = _SIGNED.fullmatch(fragment.strip()) if in_bracket and carry.last is not None and carry.last.takes_growth else None
    if signed is not None and (signed["sign"] or quantity.value < 0):  # 固定资产投资102亿元（+12.3%）
        return read_growth(carry, around, Growth(0, -1 if signed["sign"] in tuple("−–↓▼") else 1, signed["base"] or ""), at, lead)
    growth = growth_in(fragment) or (rated_in(fragment) if quantity.is_rate else None)
    if growth and not quantity.is_rate and (_WHAT_FOR.search(fragment) or _FROM_THEN.search(fragment)):
        growth = None
    if growth and (quantity.is_rate or not re.search(r"(?:增速|增幅|降幅)$", fragment)):
        return read_growth(carry, around, growth, at, lead)
    if quantity.text.startswith("翻"):
        doubled = doubling_in(fragment)
        base = doubled.base or (carry.since if not fragment.strip("的") else "")
        return read_growth(carry, around, Growth(doubled.start, 1, base), at, lead)
    named = any(d.status is Status.TARGET for d in carry.made)  # 离9.5亿元的年度任务还差5800万元，只完成93.9%: of that
    done = COMPLETED.match(fragment) if quantity.unit == "%" and not named else None
    if done and not re.search(r"率$|占比$|比重$|比例$|进度$|工程量$", done["who"]):
        rates = read_completion(carry, around, done, at)
        for draft in rates:
            draft.indicator = "完成目标" if draft.indicator == "完成" else draft.indicator
        return rates
    if completed := COMPLETION.match(fragment):
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        if quantity.unit in ("%", "倍", "成"):
            return read_completion(carry, around, completed, at)
        if following is not None and following.unit == "%" and re.fullmatch(r"\s*的\s*", around.follow):
            return read_printed_goal(carry, around, completed, at, following)
    if (
        quantity.unit == "%"
        and re.fullmatch(r"(?:年度|全年)?(?:目标|任务|计划)?(?:数|任务)?的", fragment.strip())
        and carry.last is not None
        and carry.last.status is Status.TARGET
        and carry.head is not None
    ):
        draft = new_draft(carry, around, "完成" + (carry.last.owner or "年度目标"), carry.last.indicator or carry.head.indicator, at)
        draft.kind, draft.status = FigureKind.COMPLETION, Status.DONE
        carry.last = carry.head  # what comes next is of the value, not of its goal
        return [draft]
    if quantity.unit in ("%", "成", "‰"):
        moving = re.search(r"(?:占比|比重|比例)(?:由|从)[^，]{0,8}$", fragment)
        if (
            re.fullmatch(r"[^，。；\d]{0,8}的(?:约|近)?", fragment.strip())
            and carry.others is not None
            and ((told := carry.head or carry.before) is not None or carry.sharing)
        ):
            of, whose = carry.others, carry.sharing or (_called(told) if told is not None else "")
            share = new_draft(carry, around, "占" + ("" if is_thing(of.scope) else of.scope) + of.indicator, whose, at)
            carry.last = share
            share.kind, carry.others, carry.sharing = FigureKind.SHARE, None, ""
            return [share]
        if (phrase := SHARE.match(fragment)) and "占" in fragment and not moving:
            return read_share(carry, around, phrase, at)
        told = carry.last
        again = told is not None and told.kind is FigureKind.SHARE and around.glue[:1] in "，,（("
        if told is not None and again and (_REACHES.fullmatch(fragment.strip()) or WAS.fullmatch(fragment.strip())):  # 占比85.1%，上年为|83.7%|
            share = new_draft(carry, around, told.indicator, told.scope, at)
            share.kind, share.owner = FigureKind.SHARE, told.owner
            carry.last = share
            return [share]
        if like := LIKENED.search(fragment):
            whose = carry.head.indicator if carry.head else re.sub("(?:仅|只|还|约)$", "", name_of(fragment[: like.start()]).indicator)
            draft = new_draft(carry, around, "相当于" + (like["then"] or like["like"] or like["under"] or ""), whose, at, like.start())
            if (like["then"] or re.match("[上去]年", like["under"] or "")) and whose:
                draft.period = carry.head.period if carry.head else draft.period  # of now, measured against then
            draft.kind = FigureKind.SHARE
            carry.last = draft
            return [draft]
    if quantity.is_points:
        return read_points_apart(carry, around, at) or read_points(carry, around, at)
    return read_value(carry, around, at, lead)

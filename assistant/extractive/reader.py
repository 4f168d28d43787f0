"""Query → Draft: which of the answering paths a question takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.extractive import (
    addedup,
    adjusted,
    atrank,
    averages,
    behind,
    built,
    capacity,
    carded,
    choosing,
    completed,
    completions,
    contributions,
    course,
    delayed,
    derived,
    divided,
    entrusted,
    foremost,
    gathered,
    goals,
    grown,
    happened,
    included,
    increments,
    industries,
    inferring,
    largeones,
    lasting,
    likeliest,
    likened,
    lost,
    marked,
    met,
    movers,
    namedbehind,
    needed,
    ofproject,
    ofspan,
    others,
    overbudget,
    pace,
    pair,
    parts,
    peramount,
    places,
    products,
    progress,
    remainder,
    rescheduled,
    rest,
    restated,
    restofyear,
    results,
    rowquotients,
    rowrates,
    series,
    share,
    sharemoved,
    since,
    single,
    spelled,
    spending,
    textual,
    topmost,
    unbuilt,
    unitcost,
    unpaid,
    vacancies,
    valued,
    whichproject,
)
from assistant.extractive.byshare import answer_by_part, answer_by_share, answer_part, answer_share_of
from assistant.extractive.consistency import hints
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.groups import group_asked, measured, zones_with
from assistant.extractive.ofthem import answer_of_them, deed_asked
from assistant.extractive.operand import of_all_alone
from assistant.extractive.operands import plainer
from assistant.extractive.premise import ASKS_WORDS, CLAIMS, HEIGHT, SUSPECTS, corrects, named, topic_named
from assistant.extractive.profile import say_profile
from assistant.extractive.refusing import refuse_outcome, refuse_zone
from assistant.extractive.scoping import scope_reports
from assistant.extractive.shortened import as_meant
from assistant.extractive.twoparts import answer_two_parts
from assistant.facts import Facts
from assistant.goals import asks_goals
from assistant.records import Aspect, Draft, Operation, Query
from assistant.results import AGAINST_SUM, SUM_AGAINST
from assistant.suggesting import suggest
from index.glossary import is_known
from index.records import Figure, Period, Status

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["read"]

SAYS_SOME = 0.5  # of a phrase, in the name of a figure: with less a sentence that holds all of it comes first
ITEMS = (Operation.LIST, Operation.SUMMARY)


def read(query: Query, facts: Facts, retriever: ZoneRetriever) -> Draft:
    """Answer one understood question from the figures and sentences of the index."""
    drafting = Drafting(facts)
    drafting.note(
        "理解",
        f"区={query.zones or query.unknown_zones} 期={[p.key for p in query.periods]} 指标={query.indicators} 范围={query.scopes} "
        f"问={query.aspect} 做={query.operation} 口径={query.status} 单位={query.unit}",
    )
    for note in query.notes:
        drafting.say(f"{note}。")
    if query.operation is Operation.META:
        _say_meta(drafting, query)
        return drafting.draft()
    if query.unknown_zones:
        refuse_zone(drafting, query)
        return drafting.draft(refused=True)
    answered = say_profile(drafting, query)
    body = drafting.fork() if answered else drafting
    each = zones_with(facts, query)
    if not (each or query.zones) and _PARKS.search(query.text):
        query = replace(query, zones=tuple(facts.zones.zones))  # where no park has it, the zones are meant
    if any([_dispatch(body, replace(query, zones=(zone,)), retriever) for zone in each] if each else [_dispatch(body, query, retriever)]):
        drafting.join(body)
        answered = True
    return drafting.draft(
        refused=not answered,
        suggestions=suggest(facts, drafting.figures, () if answered else query.periods),
        hints=_hints(facts, drafting.figures),
    )


_PARKS = re.compile("(?:[两三四五六七八九十\\d]+|各|哪一?|几)个?园区")


def _hints(facts: Facts, figures: Sequence[Figure]) -> list[str]:
    """What in the reports disagrees with the first figure of an answer."""
    if not figures or figures[0].period is None:
        return []
    first = figures[0]
    years = [figures[0].period.shifted(-1), figures[0].period]
    found = hints(
        f
        for f in facts.figures([first.zone] if first.zone else (), years)
        if f.name == first.name or first.id in (f.id, f.part_of)
    )
    return [
        h.text
        for h in found
        if any(f.id == first.id or (f.value == first.value and f.name == first.name) for f in h.figures[:1])
    ]


def _entrusted(drafting: Drafting, query: Query) -> bool:
    return entrusted.answer_entrusted(drafting, query, scope_reports(drafting.facts, query))


#: Who tells one kind of question and is silent on any other, in the order in which they are asked …
_OF_ONE_KIND: tuple[Callable[[Drafting, Query], bool], ...] = (
    lost.answer_lost, unpaid.answer_unpaid, unbuilt.answer_unbuilt,
    marked.answer_marked, carded.answer_carded, gathered.answer_gathered, movers.answer_movers, restofyear.answer_rest_of_year,
    pair.answer_surpluses, largeones.answer_large_ones, completions.answer_completions, pace.answer_pace, lasting.answer_lasting,
    sharemoved.answer_share_moved, sharemoved.answer_spent_of_total, since.answer_since, course.answer_course, likened.answer_likened,
    industries.answer_industries, _entrusted, ofspan.answer_of_span, restated.answer_rebased, restated.answer_restated,
    increments.answer_two_rises, divided.answer_divided,
)  # fmt: skip
#: … and who works out such a number from others.
_RECKONED: tuple[Callable[[Drafting, Query], bool], ...] = (
    adjusted.answer_adjusted, grown.answer_grown, averages.answer_averages, averages.answer_group_mean, rowrates.answer_row_rates,
    needed.answer_yearly_pace, peramount.answer_per_amount, unitcost.answer_unit_cost, built.answer_built, others.answer_others,
)  # fmt: skip


def _dispatch(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    query = since.placed_as_a_whole(textual.retyped(query))
    if query.shorter and query.shorter != query.indicators:
        query = as_meant(drafting.facts, query)
    if query.topic and (query.operation.computes or len(query.cells) > 1):
        query = replace(query, indicators=(query.topic,), topic="")  # 招商到位资金，两家谁多，合计多少
    by_rate = query.status is Status.TARGET and query.aspect is Aspect.COMPLETION and _BY_ITS_RATE.search(query.text) and query.indicators
    if by_rate and inferring.answer_goal_from_rate(drafting, query, plainer(query.indicators[0])):
        return True
    if delayed.answer_delayed(drafting, query) or rescheduled.answer_rescheduled(drafting, query):
        return True
    if spending.answer_spending(drafting, query) or ofproject.answer_of_project(drafting, query):
        return True
    which = whichproject.answer_which_project(drafting, query)
    if which is not None:
        return which
    came = happened.answer_happened(drafting, query, retriever)
    if came is not None:
        return came
    if query.aspect is Aspect.RANK and len(query.indicators) == 1 and (paced := _PACE_RANKED.search(query.text)) and "增" not in query.indicators[0]:
        query = replace(query, indicators=(query.indicators[0] + paced.group(),))  # 增速排第几: no rank of the amount
    operation, phrase = query.operation, "".join(query.indicators)
    if happened.answer_all_done(drafting, query, retriever):
        return True
    if any(answer(drafting, query) for answer in _OF_ONE_KIND):
        return True
    beyond = overbudget.answer_over_budget(drafting, query)
    if beyond is not None:
        return beyond
    further = completed.answer_completed(drafting, query)
    if further is not None:
        return further
    first = topmost.answer_against_the_first(drafting, query)
    if first is not None:
        return first
    back = valued.answer_valued(drafting, query)
    if back is not None:
        return back
    counted_in = included.answer_included(drafting, query)
    if counted_in is not None:
        return counted_in
    of_rows = rowquotients.answer_row_quotients(drafting, query)
    if of_rows is not None:
        return of_rows
    if any(answer(drafting, query) for answer in _RECKONED):
        return True
    if namedbehind.answer_named_behind(drafting, query):
        return True
    if asks_goals(query):
        return goals.answer_goals(drafting, query)
    if textual.answer_named(drafting, query, retriever):
        return True
    if addedup.answer_added_up(drafting, query):
        return True
    if progress.answer_progress(drafting, query) or products.answer_product(drafting, query):
        return True
    left = remainder.answer_remainder(drafting, query)
    if left is not None:
        return left
    told = results.answer_results(drafting, query)
    if told is not None:
        return told
    if operation is Operation.SUM and query.aspect is not Aspect.SHARE and (AGAINST_SUM.search(query.text) or SUM_AGAINST.search(query.text)):
        drafting.say(f"{REFUSAL}可比的数：没有找全问到的几个。")  # the sum alone is not what is asked
        return False
    if behind.answer_behind(drafting, query):
        return True
    if contributions.answer_contribution(drafting, query) or increments.answer_increment(drafting, query):
        return True
    chosen = choosing.answer_which(drafting, query)
    if chosen is not None:
        return chosen
    first = operation is Operation.EXTREME and atrank.rank_asked(query.text) in (None, 1) and not series.asks_when(query)
    if (first and foremost.answer_extreme(drafting, query, retriever)) or atrank.answer_at_rank(drafting, query):
        return True
    if operation is Operation.EXTREME and not (phrase or query.scopes or query.topic or query.compared or query.operands):
        how, group, of_them = re.search("最[㐀-鿿]", query.text), group_asked(query), drafting.fork()
        if group is not None and series.answer_series(of_them, replace(query, indicators=(measured(group).phrase,))):
            drafting.join(of_them)  # 哪个片区增长最快: by what such are measured by
            return True
        drafting.say(f"{REFUSAL}哪一句说谁{how.group() if how else '最突出'}。请说明比哪项指标，例如“哪个园区产值最高”。")
        return False
    if not operation.in_words and spelled.answer_spelled(drafting, query):
        return True
    placed = places.answer_places(drafting, query)
    if placed is not None:
        return placed
    vacant = vacancies.answer_vacancies(drafting, query)
    if vacant is not None:
        return vacant
    if capacity.answer_capacity(drafting, query):
        return True
    if not operation.in_words and operation is not Operation.TREND and rest.answer_rest(drafting, query):
        return True
    if rest.refuse_net(drafting, query) or (not operation.in_words and rest.refuse_undone(drafting, query)):
        return False
    if query.topic and _GOAL_CLAIMED.search(query.text) and met.contradicts_goal(drafting, replace(query, premise=1), topic_named(query)):
        return True
    if (
        operation in (Operation.WHY, Operation.HOW, *ITEMS)
        and query.aspect is Aspect.MET
        and phrase
        and met.contradicts_goal(drafting, query, named(query))
    ):
        return True
    worded = operation in (Operation.WHY, Operation.HOW, Operation.LIST) or ASKS_WORDS.search(query.text) or SUSPECTS.search(query.text)
    led = operation in (Operation.WHO, Operation.EXTREME) and (CLAIMS.search(query.text) or HEIGHT.search(query.text))  # 增长3%，功劳最大的是谁
    if (worded or led) and corrects(drafting, query):
        return True
    if (
        query.aspect is Aspect.MET
        and operation not in (Operation.LIST, Operation.WHY, Operation.BACKCAST, Operation.WHEN)
        and phrase
    ):
        if needed.answer_still_needed(drafting, query) or needed.answer_goal_gap(drafting, query):
            return True
        several = not query.operands and all(any(a + joint + b in query.text for joint in "、和与及跟") for a, b in pairwise(query.indicators))
        asked = query.indicators if several else query.indicators[:1]  # 固投和外贸都完成任务了吗: each
        each = [met.answer_met(drafting, query, plainer(p)) for p in asked]
        return any(each)
    if query.aspect is Aspect.SHARE and (span := _span_of(query)) is not None:
        over = drafting.fork()
        if share.answer_share(over, _over(query, span)):
            drafting.join(over)
            return True
    if parts.answer_shares_of_parts(drafting, query):
        return True
    apart = query.operands or (operation is Operation.TREND and len(query.indicators) == 1 and len(query.zones) <= 1)
    if query.aspect is Aspect.SHARE and operation in (Operation.TREND, Operation.PARTS) and apart:
        return share.answer_share(drafting, query)
    if (
        operation in (Operation.WHO, Operation.PARTS, Operation.WHERE)
        and len(query.cells) > 1
        and (len(query.zones) > 1 or operation is Operation.PARTS)
        and phrase
    ):
        query = replace(
            query,
            operation=Operation.EXTREME if operation is Operation.WHO else Operation.TREND,
            direction=query.direction or 1,
            status=None if query.aspect is Aspect.COMPLETION else query.status,  # 任务完成率 is no aim
        )
        return series.answer_series(drafting, query)
    if averages.answer_average(drafting, query) or answer_two_parts(drafting, query):
        return True
    if query.per and phrase:
        return averages.refuse_average(drafting, query)
    if inferring.refuse_conversion(drafting, query):
        return False
    if operation is Operation.BACKCAST and query.periods and not any(p.is_year for p in query.periods):
        reckoned = drafting.fork()
        if inferring.answer_backcast(reckoned, query):
            drafting.join(reckoned)
            return True
        before = inferring.asks_same_part_before(query)
        then = tuple(p.shifted(-1) for p in query.periods) if before else query.periods
        query, operation = replace(query, operation=Operation.ONE, periods=then), Operation.ONE  # what the other parts of the year leave
    if derived.answer_derived(drafting, query):
        return True
    if operation is Operation.DIFFERENCE and _each_changed(query):  # 规上工业企业、高新技术企业各净增几家
        row = replace(query, operation=Operation.TREND, aspect=Aspect.VALUE)
        each = [series.answer_series(drafting, replace(row, indicators=(p.removesuffix("各"),))) for p in query.indicators]
        return any(each)
    if parts.answer_named_parts(drafting, query) or _share_of_each(drafting, query):
        return True
    match operation:
        case Operation.BACKCAST:
            return inferring.answer_backcast(drafting, query)
        case Operation.DIFFERENCE if derived.answer_aimed_at(drafting, query):
            return True
        case Operation.DIFFERENCE | Operation.RATIO:
            return pair.answer_pair(drafting, query)
        case Operation.MEAN if any(s.startswith("全") for s in query.scopes):
            return _one(drafting, query, retriever)
        case Operation.SUM if len(query.periods) > 2 and len(query.zones) <= 1 and _over_span(drafting, query):
            return True
        case Operation.SUM | Operation.MEAN | Operation.TREND | Operation.EXTREME | Operation.RANKING:
            return series.answer_series(drafting, query)
        case Operation.PARTS if query.aspect is Aspect.GROWTH and len(query.indicators) > 1:  # 进出口和外资分别增长多少
            return _each_growth(drafting, query)
        case Operation.PARTS:
            told = parts.answer_parts(drafting, query)
            if not told and query.aspect is Aspect.VALUE and len(query.indicators) > 1 and all(map(is_known, query.indicators)):
                return _each_absent(drafting, query)
            return told or _parts_in_words(drafting, query, retriever)
        case _ if operation.in_words:
            return textual.answer_sentence(drafting, query, retriever)
    if query.aspect is Aspect.SHARE:
        return share.answer_share(drafting, query)
    if query.years_back and phrase:
        return series.answer_series(drafting, replace(query, operation=Operation.TREND))
    if query.aspect is Aspect.COMPLETION:
        return met.answer_completion(drafting, query, plainer(phrase))
    if len(query.periods) > 2 and len(query.zones) <= 1 and _over_span(drafting, query):
        return True
    if len(query.zones) > 1 or len(query.periods) > 1:
        return series.answer_series(drafting, query if query.zones else replace(query, operation=Operation.TREND))
    return _one(drafting, query, retriever)


# 收入超额完成了增长8%的目标，主要靠哪些税种: in a clause before the one that asks
_GOAL_CLAIMED = re.compile("(?<![没未有能])(?:超额|顺利|全面|圆满|如期)*(?<![没未有能])(?:完成|达到|实现)了?[^，,。？?]{0,10}(?:目标|任务|计划)[，,]")
_PACE_RANKED = re.compile("增速|增幅")
_BY_ITS_RATE = re.compile("完成(?:率|比例|进度|情况)[^，,。]{0,6}(?:倒|推|反|算|看)|(?:倒|推|反)[推算]")


def _each_changed(query: Query) -> bool:
    """Whether several indicators are each set against what they were, not against one another."""
    several = len(query.indicators) > 1 and len(query.periods) == 2 and not query.operands
    return several and bool(re.search("各|分别", query.text))


def _parts_in_words(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """The items that tell of the parts; of a known indicator of each 片区, only what speaks of 片区."""
    group = group_asked(query)
    listed = drafting.fork()
    told = textual.answer_sentence(listed, replace(query, operation=Operation.LIST), retriever)
    named = group is not None and (is_known(group.phrase) or group.phrase == "产值")
    if told and group is not None and named and sum(group.noun in c.quote for c in listed.citations) < min(2, len(listed.citations)):
        drafting.say(f"{REFUSAL}各{group.noun}的{group.phrase}。")
        return False
    drafting.join(listed)
    return told


def _each_absent(drafting: Drafting, query: Query) -> bool:
    """Of several known indicators, none printed, each is said to be missing; no sentence stands for them."""
    for phrase in query.indicators:
        for outcome in single.locate(drafting.facts, query, phrase).outcomes[:1]:
            refuse_outcome(drafting, outcome)
    return False


def _each_growth(drafting: Drafting, query: Query) -> bool:
    """The growth of each of several indicators; the missing ones are said too."""
    outcomes = [o for p in query.indicators for o in single.locate(drafting.facts, query, p).outcomes]
    told = [single.answer_found(drafting, query, o, several=True) for o in outcomes]
    return any(told)


def _share_of_each(drafting: Drafting, query: Query) -> bool:
    """东片区和西片区的工业投资各占多少: of each that is named; False where one of them is told nowhere."""
    if len(query.scopes) < 2 or query.aspect is not Aspect.SHARE or query.operands or not query.indicators or not re.search("各|分别", query.text):
        return False
    each = drafting.fork()
    if not all(share.answer_share(each, replace(query, scopes=(scope,), operation=Operation.ONE)) for scope in query.scopes):
        return False
    drafting.join(each)
    return True


def _span_of(query: Query) -> Period | None:
    """2018—2022年: the years asked for as one, where they follow on one another and none is asked for by itself."""
    years = [p.first_year for p in query.periods if p.is_year]
    if len(years) < 3 or years != list(range(years[0], years[0] + len(query.periods))) or re.search("每年|各年|逐年|历年|分别|各是", query.text):
        return None
    return Period.years(years[0], years[-1])


def _over(query: Query, span: Period) -> Query:
    return replace(query, periods=(span,), operands=tuple(_over(side, span) for side in query.operands))


def _over_span(drafting: Drafting, query: Query) -> bool:
    """2003年到2007年新建多少公里: one figure of all those years, where one is printed."""
    whole = _span_of(query)
    if whole is None:
        return False
    span = replace(query, periods=(whole,))
    located = [single.locate(drafting.facts, span, p) for p in query.indicators]
    outcomes = [o for part in located for o in part.outcomes]
    if not outcomes or any(o.figure is None for o in outcomes):
        return False
    for outcome in outcomes:
        single.answer_found(drafting, span, outcome, several=len(outcomes) > 1)
    return True


def _one(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    if answer_of_them(drafting, query):
        return True
    if query.topic:
        found = parts.part_in_whole(drafting.facts, replace(query, indicators=(query.topic, query.indicators[0]))) if query.indicators else None
        if found is not None:
            return single.answer_found(drafting, query, found)
        deed = query.indicators[0] if query.indicators and deed_asked(query) else ""  # 签约项目，真开工的几个: not all that were signed
        query = replace(query, indicators=(query.topic + deed,), topic="")
    phrases = query.indicators or ("",)
    if not phrases[0] and not query.scopes:
        if not re.search("[㐀-鿿]{3}", query.bare) or (query.operation is Operation.ONE and len(query.bare) <= 6):
            drafting.say(
                f"{REFUSAL}与“{query.text[:40]}”有关的内容。请说明要查的开发区、年份和指标，例如“2018年财政总收入是多少”。"
            )
            return False
        return textual.answer_sentence(drafting, query, retriever)
    if query.part_of and len(phrases) == 2:
        found = parts.part_in_whole(drafting.facts, query)
        if found is not None and re.search("(?:及|和|与)其?中", query.text):  # 新签约项目数及其中亿元以上项目数
            all_of_it = single.locate(drafting.facts, query, phrases[0]).outcomes[0]
            told = [single.answer_found(drafting, query, one, several=True) for one in (all_of_it, found)]
            return any(told)
        if found is not None:
            return single.answer_found(drafting, query, found)
        if answer_part(drafting, query):
            return True
    wide = [s for s in query.scopes if s.startswith("全")]
    if wide and inferring.answer_beyond(drafting, query, wide[0]):
        return True
    if grown.answer_goal_in_amount(drafting, query, missing=False):
        return True
    located = [single.locate(drafting.facts, query, p) for p in phrases]
    apart = not any(a + joint + b in query.text for a, b in pairwise(phrases) for joint in "和与及、")
    if len(phrases) > 1 and not (query.part_of or apart) and any(o.figure is None for part in located for o in part.outcomes):
        whole = single.locate(drafting.facts, query, "".join(phrases))  # one name that holds a 和
        if all(o.figure is not None for o in whole.outcomes):
            located = [whole]
    found_none = not any(o.figure for part in located for o in part.outcomes)
    alone = located[0].outcomes[0] if len(located) == 1 and len(located[0].outcomes) == 1 else None
    if alone is not None and alone.figure is not None and answer_share_of(drafting, alone.slot, alone.figure):
        return True
    if found_none and grown.answer_goal_in_amount(drafting, query, missing=True):
        return True
    if found_none and len(located) == 1 and any(by(drafting, located[0].outcomes[0].slot) for by in (answer_by_share, answer_by_part)):
        return True
    if found_none and textual.answer_number(drafting, query, retriever):
        return True
    unlike = all(c.features["asked"] < SAYS_SOME for part in located for o in part.outcomes for c in o.candidates[:1])
    if (found_none or unlike) and textual.answer_told(drafting, query, retriever):
        return True
    guess = found_none and not of_all_alone(phrases[0], query.near)
    likely = likeliest.likeliest(drafting.facts, query, located[0].outcomes[0]) if guess else None
    answered = False
    for part in located:
        if part.assumed:
            drafting.say(f"{part.assumed}。")
            drafting.choices += single.choices(part, drafting.facts)
        if likely is not None and likely.likelihood >= likeliest.LEAST:
            return single.answer_presumed(drafting, query, part.outcomes[0], likely.figure)
        if likely is not None and likely.among >= likeliest.WORTH_SAYING and part is located[0]:
            part = replace(part, outcomes=(likeliest.nearest_first(part.outcomes[0], likely.figure), *part.outcomes[1:]))
        for outcome in (*part.outcomes, *part.rivals):
            if part.rivals and outcome is part.rivals[0] and (elsewhere := single.of_elsewhere(part)):
                drafting.say(f"其他{elsewhere}的还有：")
            answered |= single.answer_found(drafting, query, outcome, several=len(located) > 1 or bool(part.rivals))
    if not answered:
        near = any(o.nearest for part in located for o in part.outcomes)
        textual.add_related(drafting, query, retriever, least=0.6 if near else 0.4)
    return answered


def _say_meta(drafting: Drafting, query: Query) -> None:
    facts = drafting.facts
    if query.near and re.search("从哪|出自|来自|出处|来源|哪", query.text):
        for report_id, start, end in query.near:
            report, card = facts.report(report_id), facts.cards[report_id]
            told = {f.period for f in facts.figures([card.zone] if card.zone else ()) if f.report_id == report_id and start <= f.start < end}
            period = next(iter(told)) if len(told) == 1 else card.period
            of = f"{facts.short(card.zone)}{period.label if period else ''}，"
            drafting.say(
                f"{of}出自《{report.title or report.name}》：{report.text[start:end]}",
                (drafting.cite_span(report_id, start, end),),
            )
        return
    if re.search("公开|发布|印发|出台|公布|成文|索引号", query.text):
        for report_id in facts.reports_of(query.zones, query.periods)[-3:]:
            report = facts.report(report_id)
            parts = [
                f"公开日期{report.date.isoformat()}" if report.date else "",
                f"发布单位{report.source}" if report.source else "",
                *(f"{k}{v}" for k, v in report.metadata.items() if k in ("索引号", "文号")),
            ]
            known = [p for p in parts if p]
            drafting.say(
                f"《{report.title or report.name}》：{'，'.join(known) if known else '报告中没有写明发布信息'}。",
                (drafting.cite_span(report.id, 0, min(len(report.text), 60)),),
            )
        return
    drafting.say(
        "我只根据已收录的开发区工作报告回答：查数、查目标、算占比和增减、跨年跨区比较，每个数字都给出原文出处；报告里没有的会直说没有。"
    )
    lines = []
    for zone in facts.zones.zones:
        lines.append(f"{facts.short(zone)}（{'、'.join(p.label for p in facts.periods_of(zone))}）")
    drafting.say(f"现有{len(facts.cards)}份报告：{'；'.join(lines)}。")

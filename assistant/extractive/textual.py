"""Answers in words: the sentence that holds them, or the items of a list, by the report's own structure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.events import told_as
from assistant.extractive.cells import answer_beside, answer_cell, answer_rows
from assistant.extractive.christened import CHRISTENED, answer_christened
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.explained import find_reason
from assistant.extractive.grounding import says_all, unmet
from assistant.extractive.itemdates import answer_item_date
from assistant.extractive.leaders import answer_leaders
from assistant.extractive.listing import (
    NTH,
    OF_OTHERS,
    PROBLEM_WORDS,
    QUOTED,
    REQUESTING,
    choose_listing,
    counts_kind,
    kind_asked,
    list_begun,
    lists_around,
    nth_item,
    of_what_was_done,
    requests_asked,
    say_kind,
    wanted_number,
)
from assistant.extractive.members import answer_members
from assistant.extractive.missed import answer_missed, with_cause
from assistant.extractive.nearness import counted_in
from assistant.extractive.projects import answer_projects, asks_projects, names_after
from assistant.extractive.quoting import extended, say_sentence
from assistant.extractive.reasons import answer_reason
from assistant.extractive.refusing import refuse_with_sentence
from assistant.extractive.responsible import RESPONSIBLE, answer_responsible, asks_builder
from assistant.extractive.retyping import retyped
from assistant.extractive.saying import opening, say_items
from assistant.extractive.scoping import PUT_OFF, asks_plan, plans_only, scope_reports
from assistant.extractive.sentences import (
    CAUSE,
    FORESEEN,
    Sentence,
    narrowed,
    nearest_in_meaning,
    rank_sentences,
)
from assistant.extractive.shapes import (
    ALL_BUT,
    EVENT,
    can_answer,
    done_rather,
    foreseen_last,
    is_dated,
    names_kind_asked,
    not_begun,
    of_another_phase,
    tells_reached,
)
from assistant.extractive.shortcoming import answer_shortcoming
from assistant.extractive.signed import answer_signed, say_who_reports
from assistant.extractive.speaking import answer_speaker
from assistant.extractive.tablecauses import answer_cause_cell
from assistant.extractive.wanted import Asked
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.posts import own_post_asked, post_asked
from assistant.records import Aspect, Operation, Query
from assistant.sized import LEAST_SAID
from assistant.terms import find_terms
from index.glossary import is_known, normalise
from index.numerals import find_quantities
from index.records import SectionKind, Status

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = [
    "add_related",
    "answer_named",
    "answer_number",
    "answer_sentence",
    "answer_told",
    "ranked_sentences",
    "retyped",
    "say_best",
    "scope_reports",
    "scoped",
]

MIN_SCORE = 0.9
CLEARER = 2.0  # times the score of the sentence nearest in meaning, from which on the one nearest in words is told for it
OF_WHOM = 0.4  # of the asked words, in a sentence that says who
OF_KIND = 0.3  # in one that names a university, where one is asked for
SOME = 6  # sentences looked at for one that names what the best only counts
MOST_OF = 0.6  # of the words that the best sentence holds, in one on the same thing that says when
NEAR = 0.35  # of a score: so close, the second sentence is said as well
RELATED = 0.3  # of the asked words: a sentence that holds so many is quoted after a refusal
YEAR = re.compile(r"\d{2,4}年|[〇零一二三四五六七八九]{2,4}年|\d{4}")
WHEN_SAID = re.compile(f"{YEAR.pattern}|[今去前明后当来本]年|[上下]一?年|[上下前后]半年|季度|月|十[一二三四五]五|疫情|近年|以来|那年|期间")
# What is asked for in numbers, whether or not it says how many.
MEASURED = re.compile(
    "多少|几[个家户项亿万]|第几|多[大高长宽远快久]|(?:[率额数量值比长宽幅多]|面积|规模|容量|能力|里程|金额|产能|投资|资金|收入|支出|时长|人口)(?:情况)?[?？。]?$"
)
# 五个一批是什么, 四个到位指什么: what goes by such a name is found by it alone.
_SLOGAN = re.compile(
    "(?P<name>[两三四五六七八九十]个(?:一批?|到位|转变|确保|坚持|必须|聚焦|同步|统一|狠抓|不放过|清单|看齐))(?:工程|行动)?(?:分别|都)?(?:是|指|包括)(?:的)?(?:什么|啥|哪)"
)
WHOLLY = 0.85  # of the asked words, in the sentence that answers a bare noun phrase
LISTING = (Operation.LIST, Operation.PARTS, Operation.HOW, Operation.SUMMARY)
LONGER = (Operation.WHY, Operation.HOW, Operation.SUMMARY, Operation.WHEN)


def scoped(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> list[str]:
    return narrowed(drafting.facts, retriever, query, scope_reports(drafting.facts, query))


def ranked_sentences(
    drafting: Drafting, query: Query, retriever: ZoneRetriever, ids: Sequence[str], *, context: bool = True, settled: bool = True
) -> list[Sentence]:
    """Of the reports, the sentences nearest to what is asked; not ``settled``, those that are alike by their words are not set apart."""
    asked = Asked(query, context=context)
    found = rank_sentences(
        drafting.facts,
        retriever,
        query,
        asked,
        report_ids=ids,
        plans_only=plans_only(drafting.facts, query, ids),
        planned=asks_plan(query),
        expected=query.status is Status.EXPECTED,
        settled=settled,
    )
    drafting.note(
        "句子",
        f"{asked.phrase} → {len(found)} 句",
        *({"score": round(s.score, 3), "coverage": round(s.coverage, 2), "text": s.text[:60]} for s in found[:6]),
    )
    return found


_DONE_ASKED = re.compile("(?:[办做干搞]|实施|推进|开展|落实)了(?:些)?(?:什么|啥|哪些|哪几)")


def answer_sentence(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """Who, when, where, why: the one sentence (two when the second is close) that answers."""
    facts = drafting.facts
    put_off = query.operation is Operation.WHY and PUT_OFF.search(query.text)  # the new date is no year of a report
    if put_off or (query.periods and not WHEN_SAID.search(query.text)):  # 推迟半年 says how long, not when
        query = replace(query, periods=())
    if query.operation is Operation.WHY and answer_reason(drafting, query, scoped(drafting, query, retriever)):
        return True
    if query.operation in (Operation.WHY, Operation.LIST, Operation.WHO) and answer_missed(drafting, query):
        return True
    ids = scoped(drafting, query, retriever)
    if (slogan := _SLOGAN.search(query.text)) and not any(slogan["name"] in drafting.facts.report(i).text for i in ids):
        drafting.say(f"{REFUSAL}“{slogan['name']}”的说法。")
        return False
    if answer_cause_cell(drafting, query, ids) or answer_shortcoming(drafting, query, ids):
        return True
    if answer_speaker(drafting, query, ids):
        return True
    if query.operation is Operation.WHO and (RESPONSIBLE.search(query.text) or asks_builder(query.text)) and answer_responsible(drafting, query, ids):
        return True
    cell = drafting.fork()
    if answer_cell(cell, query, ids) and not (_only_planned(cell, query) and is_dated(query, ranked_sentences(drafting, query, retriever, ids))):
        drafting.join(cell)
        return True
    if answer_beside(drafting, query) or answer_rows(drafting, query, ids):
        return True
    if _say_nth(drafting, query, ids):
        return True
    ranked = ranked_sentences(drafting, query, retriever, ids) if ids else []
    if _weak(query, ranked) and query.periods and not YEAR.search(query.text):
        query = replace(query, periods=())  # 去年, 半年: which year is meant was only assumed
        ids = scoped(drafting, query, retriever)
        ranked = ranked_sentences(drafting, query, retriever, ids)
    ranked = [s for s in ranked if not of_another_phase(query, s.text)]
    ranked = [s for s in ranked if names_kind_asked(query, s) is not False] or ranked
    event = _event_asked(query)
    silent: list[Sentence] = []
    if event:  # 有哪些企业上市: of those that are said to be, or are to be
        silent = [s for s in ranked if not re.search(event, s.text)]
        ranked = [s for s in ranked if (re.search(event, s.text) if asks_plan(query) else not s.planned and tells_reached(event, s.text))]
    done = _DONE_ASKED.search(query.text) is not None and not asks_plan(query)
    if done:  # 民生办了啥: nothing that is still to be done
        ranked = [s for s in ranked if not s.planned] or ranked
    if post_asked(query):
        ranked = [s for s in ranked if can_answer(facts, query, s)]
        if not ranked and (post := own_post_asked(query)):
            if say_who_reports(drafting, post, ids):
                return True
            drafting.say(f"{REFUSAL}写明{post}是谁。")
            return False
    enumerated = bool(ranked) and ranked[0].coverage >= ALL_BUT and _members(_COUNTS.sub("", ranked[0].text)) > 1
    if asks_projects(query) and not (enumerated and names_after(query, ranked[0].text)):
        if answer_projects(drafting, query, ids):
            return True
        ranked = [s for s in ranked if _COUNTED.search(s.text)] or ranked  # none is named: how many there are
    if answer_leaders(drafting, query, ids):
        return True
    if query.operation in LISTING:
        choice = choose_listing(facts, query, ids)
        given = kind_asked(query) in (SectionKind.PROBLEMS, SectionKind.REVIEW) or requests_asked(query)
        if choice is not None and choice.listing.kind is SectionKind.PLAN and (event or done) and not asks_plan(query):
            choice = None  # 投产的项目有哪些: none of those that are to be
        if choice is not None and (not ranked or given or choice.vague or choice.counted or choice.score >= ranked[0].score - 0.1):
            drafting.note("列表", f"{choice.listing.lead[:40]} {choice.score:.2f}")
            whole = not asks_plan(query) and not requests_asked(query) and kind_asked(query) is not SectionKind.PROBLEMS
            items = of_what_was_done(facts, choice.report, choice.listing.items) if whole else choice.listing.items
            say_items(drafting, choice.report, wanted_number(query, choice.report, items))
            return True
        if choice is None and query.operation in (Operation.LIST, Operation.SUMMARY) and say_kind(drafting, query, ids):
            return True
    if requests_asked(query) and not any(REQUESTING.search(OF_OTHERS.sub("", s.text)) for s in ranked):
        drafting.say(f"{REFUSAL}向上级提出的请求、建议。")
        return False
    if query.operation is Operation.WHEN and (undone := not_begun(query, ranked)) is not None and not is_dated(query, ranked):
        say_best(drafting, query, undone, [undone])
        return True
    if query.operation is Operation.WHEN and ranked and not can_answer(facts, query, ranked[0]):
        thing, most = "".join(query.indicators)[:LEAST_SAID], ranked[0].coverage
        near = (s for s in ranked if s.coverage >= most or (len(thing) >= LEAST_SAID and thing in s.text and s.coverage >= MOST_OF * most))
        ranked = [s for s in near if can_answer(facts, query, s)] or ranked  # a plan that names it without a date covers the most
    if query.operation is Operation.WHY and (why := find_reason(drafting, query, ids, ranked, weak=_weak(query, ranked))):
        say_best(drafting, query, why, [why])
        return True
    if query.operation is Operation.WHY and not _weak(query, ranked) and (reasoned := _with_reason(facts, query, ranked)) is not ranked[0]:
        say_best(drafting, query, reasoned, [reasoned])
        return True
    if _weak(query, ranked) or not can_answer(facts, query, ranked[0]) or not _shares_a_word(query, ranked[0]) or _of_no_such(query, ranked[0]):
        return _by_heading_or_meaning(drafting, query, retriever, ids, ranked)
    best = foreseen_last(facts, query, done_rather(facts, query, ranked), ranked) if query.operation is Operation.WHEN else ranked[0]
    if query.operation is Operation.WHEN and not asks_plan(query) and answer_item_date(drafting, query, best):
        return True
    if query.operation is Operation.LIST:
        best = _that_names(facts, query, [*ranked, *silent])  # 签约项目3个。三个项目分别为：…
    say_best(drafting, query, best, ranked)
    return True


def _only_planned(cell: Drafting, query: Query) -> bool:
    """Whether a day that a table gives was only meant to be, where it is asked when something came about."""
    return query.operation is Operation.WHEN and not asks_plan(query) and re.search("计划|预计|拟", cell.statements[-1].text) is not None


def _event_asked(query: Query) -> str:
    """哪些项目投产了: by which words a report tells that it came about; "" where no list of that is asked for."""
    return told_as("".join(query.indicators)) if query.operation is Operation.LIST else ""


_COUNTED = re.compile(r"(?:签约|引进|招引|落户|落地|开工|竣工|投产|实施|在建)[^，。；]{0,16}(?:项目|工程)[^，。；]{0,4}\d+[个项]")
#: Where names begin, or what they are.
_NAMES = re.compile("(?:分别|依次)(?:为|是|有)|[:：]|以[^，。；]{2,20}为主|包括|涵盖")


def _that_names(facts: Facts, query: Query, ranked: Sequence[Sentence]) -> Sentence:
    """The best sentence, or, where it only counts (10亿元以上项目3个), the newest on the same that names them (分别为…).

    Where no year is asked of, one that names them in a newer report goes before the best.
    """
    best = ranked[0]
    named = _NAMES.search(best.text) or _members(best.text) > 1 or best.table
    if named and query.periods:
        return best
    if not named and (behind := _named_behind(facts, best)) is not None:
        return behind
    least = best.coverage * (1.0 if named else ALL_BUT)
    others = [s for s in ranked[:SOME] if s.coverage >= least and not s.table and _NAMES.search(s.text)]
    return max(others, key=lambda s: facts.told_until(s.report_id), default=best)


_NAMES_NEXT = re.compile(r"\s*(?P<of>[^。；，：:\n]{2,24}?)(?:(?:分别|依次)(?:是|为|有)?[：:]?|[，,：:]?(?=一是))[^。\n]+。?")


def _named_behind(facts: Facts, best: Sentence) -> Sentence | None:
    """10亿元以上项目4个。10亿元以上的四个项目分别是：…；…, 两家平台，一是…: the next sentence, all of it, where it names what this one counts."""
    text = facts.report(best.report_id).text
    found = _NAMES_NEXT.match(text, best.whole[1])
    of = bigrams(fold(found["of"])) if found is not None else set()
    if found is None or len(of & bigrams(fold(best.text))) < max(2, len(of) // 2):
        return None
    start = found.start("of")
    return replace(best, start=start, end=found.end(), text=text[start : found.end()], whole=(start, found.end()))


def _with_reason(facts: Facts, query: Query, ranked: Sequence[Sentence]) -> Sentence:
    """The best sentence, or, where it gives no reason, the next that names what is asked of and is followed by one (一是外贸下滑。根子在哪里？…)."""
    names = _named_in_why(query)

    def reasoned(sentence: Sentence) -> bool:
        text = facts.report(sentence.report_id).text
        if len(sentence.text) < _LEAD and PROBLEM_WORDS.search("".join(sentence.path)) and not _TOLD_BEFORE.search(sentence.text):
            return True  # 三是技改后劲不足。部分企业等待政策明朗，推迟了改造
        return CAUSE.search(text[sentence.start : with_cause(facts.report(sentence.report_id), sentence.start, sentence.whole[1])]) is not None

    short = _MEASURE_OF_TRADE.sub("", _HOW_IT_FAILED.sub("", "".join(query.indicators)))

    def named(sentence: Sentence) -> bool:
        said = bigrams(fold(sentence.text))
        lead = len(short) > 1 and short in sentence.text and len(sentence.text) < _LEAD and PROBLEM_WORDS.search("".join(sentence.path))
        return bool(lead) or any(len(n & said) >= MOST_OF * len(n) for n in names)

    others = (s for s in ranked[1:] if not (s.table or s.planned) and named(s) and reasoned(s))  # a plan is no reason
    return ranked[0] if reasoned(ranked[0]) and (named(ranked[0]) or not names) else next(others, ranked[0])


_TOLD_BEFORE = re.compile("详见|[见如]前文|前面已|前已")  # 外资、技改欠账较多，详见前文
_HOW_IT_FAILED = re.compile(
    "(?:(?:没有?|未)(?:能)?[㐀-鿿]{1,3}|[上起跟提]不[㐀-鿿]{0,2}|(?:下降|下滑|减少|回落|增长|上升|走低|走弱|[掉降跌涨升滑缩])[了得]?)$"
)
_MEASURE_OF_TRADE = re.compile("(?:产业|行业|这块)?(?:总?产值|营收|营业收入|收入|投资|投入|销售额?)?$")
_LEAD = 24  # characters: a shorter sentence heads what comes next


def _named_in_why(query: Query) -> list[frozenset[str]]:
    """出口没保住, 木制品产业产值: by which words a sentence that explains it may name it (出口, 木制品)."""
    phrase = _HOW_IT_FAILED.sub("", "".join(query.indicators))
    trade = _MEASURE_OF_TRADE.sub("", phrase) if not is_known(phrase) else ""
    names = query.scopes or (phrase, normalise(phrase), trade if len(trade) > 1 else "")
    return [named for name in dict.fromkeys(names) if (named := bigrams(fold(name)))]


def say_best(drafting: Drafting, query: Query, best: Sentence, ranked: Sequence[Sentence]) -> None:
    """The sentence that answers, with the list it begins or stands in, and the one that follows it or is as near."""
    facts, report = drafting.facts, drafting.facts.report(best.report_id)
    counted = query.operation is Operation.LIST and counts_kind(query.text, best.text)
    lists = query.operation in LISTING or best.text.rstrip().endswith(("：", ":"))  # 产值前五名：, whoever is asked for
    begun = list_begun(facts, report, best.start, best.end) if lists and not counted else None
    if begun is not None:
        say_items(drafting, report, wanted_number(query, report, begun.items))
        return
    if query.operation in (Operation.LIST, Operation.HOW) and best.coverage < 0.75 and not counted:
        siblings = lists_around(facts, report, best.start)
        if siblings is not None:
            say_items(drafting, report, siblings.items)
            return
    chosen = [best]
    if query.operation in (Operation.LIST, Operation.PARTS):
        chosen += [s for s in ranked[1:] if _follows(best, s) and _members(s.text) > _members(best.text)][:1]
    second = ranked[1] if len(ranked) > 1 and ranked[0] is best else None
    tells_when = second is not None and (query.operation is not Operation.WHEN or can_answer(facts, query, second))
    if second is not None and tells_when and query.operation in LONGER and _also(query, best, second):
        chosen.append(second)
    said: list[Sentence] = []
    for sentence in chosen:
        own = report if sentence is best else facts.report(sentence.report_id)
        whole = extended(own, sentence, query.operation is Operation.WHY)
        if not any(s.report_id == whole.report_id and whole.start < s.end and s.start < whole.end for s in said):
            said.append(whole)  # two that lead on to the same reason are told once
            say_sentence(drafting, query, whole)


def _say_nth(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """第二个差距是什么: the one item; False when none is asked for so, or there is none."""
    nth = nth_item(drafting.facts, query, ids)
    if nth is None:
        return False
    (a, b), report = nth.listing.items[0], nth.report
    drafting.say(opening(report, a, b), (drafting.cite_span(report.id, a, b),))
    return True


def _also(query: Query, best: Sentence, second: Sentence) -> bool:
    """Whether a second sentence is near enough to be said too; not one that only foresaw what the first says was done."""
    if query.operation is Operation.WHEN and second.coverage < ALL_BUT * best.coverage:
        return False  # the date of something else
    foresaw = query.operation is Operation.WHEN and FORESEEN.search(second.text) and not FORESEEN.search(best.text)
    return second.score > best.score - NEAR and not second.table and not foresaw


def _weak(query: Query, ranked: Sequence[Sentence]) -> bool:
    """Too little of the question stands in the best sentence; more must, where one of its words stands nowhere at all."""
    if not ranked:
        return True
    best = ranked[0]
    if query.operation is Operation.WHO and best.coverage < (OF_KIND if names_kind_asked(query, best) else OF_WHOM):
        return True  # 新增上市公司是哪家 is not 新增上规企业8家
    return (best.score < MIN_SCORE and best.coverage < 0.5) or (best.missing and best.coverage < ALL_BUT)


def _shares_a_word(query: Query, sentence: Sentence) -> bool:
    """Whether a sentence that is to tell a number says two characters in a row of what is asked: 得还多少钱的债 is more than 钱."""
    if query.operation is not Operation.ONE or not query.unit:
        return True
    bare = _HOW_MANY.sub(" ", query.bare.replace(query.unit, " "))
    return any(len(g) > 1 and g in fold(sentence.text) for run in bare.split() for g in bigrams(fold(run)))


def _of_no_such(query: Query, sentence: Sentence) -> bool:
    """Whether a date would be that of something else: of what is asked for (邮轮码头) the sentence has not one character."""
    thing = re.sub("投入$|[预估]计|项目|工程", "", EVENT.sub("", "".join(query.indicators)))
    around = sentence.text + "".join(sentence.path)
    return query.operation is Operation.WHEN and not query.near and len(thing) >= LEAST_SAID and not {*fold(thing)} & {*fold(around)}


_HOW_MANY = re.compile("多少|几|[，,。?？！!、（）()]")


def _follows(first: Sentence, second: Sentence) -> bool:
    return first.report_id == second.report_id and 0 <= second.start - first.end <= 2


_COUNTS = re.compile(r"[、；][㐀-鿿]{0,8}\d[\d.,]*(?:[个家项]|亿元|万元|亩)[^、；]{0,12}")  # 开工37个、投产15个 names none


def _members(text: str) -> int:
    return text.count("、") + text.count("；")


def _by_heading_or_meaning(
    drafting: Drafting, query: Query, retriever: ZoneRetriever, ids: Sequence[str], ranked: Sequence[Sentence]
) -> bool:
    """No sentence holds the asked words: what stands under a heading that does, or the one that means the same; else no."""
    sure = bool(ids) and not (ranked and ranked[0].missing) and query.operation not in (Operation.WHO, Operation.WHEN)  # no list says when
    choice = choose_listing(drafting.facts, replace(query, operation=Operation.HOW), ids) if sure else None
    event = _event_asked(query)
    no_plan = query.operation is Operation.WHY or (event and not asks_plan(query))  # a plan is no reason, and nothing that came about
    if choice is not None and not (no_plan and choice.listing.kind is SectionKind.PLAN):
        drafting.note("列表", f"{choice.listing.lead[:40]} {choice.score:.2f}")
        say_items(drafting, choice.report, choice.listing.items)
        return True
    plans = plans_only(drafting.facts, query, ids)
    near = nearest_in_meaning(drafting.facts, retriever, query, ids, plans) if ids else None
    if near is not None and near[1] and can_answer(drafting.facts, query, near[0]) and re.search(event, near[0].text):
        own = next((s.score for s in ranked if (s.report_id, s.start) == (near[0].report_id, near[0].start)), 0.25)
        top = ranked[0] if ranked and ranked[0].score >= CLEARER * own and ranked[0].coverage >= OF_WHOM / 2 else None
        clearer = top is not None and CAUSE.search(top.text) is not None and can_answer(drafting.facts, query, top)
        best = ranked[0] if clearer else near[0]  # 因规划调整尚未开工 for 卡在规划调整上没动工
        drafting.note("近义", best.text[:60])
        say_sentence(drafting, query, extended(drafting.facts.report(best.report_id), best, True) if query.operation is Operation.WHY else best)
        return True
    asked = "".join(query.scopes) + "、".join(query.indicators) or query.text
    said = bool(ranked) and not _weak(query, ranked)  # but not what was asked of it
    told = {Operation.WHEN: "的时间", Operation.WHY: "的原因"}.get(query.operation) if said else None
    drafting.say(f"{REFUSAL}写明“{asked}”{told}。" if told else f"{REFUSAL}与“{asked}”有关的内容。")
    known = {p for t in find_terms(asked) for p in bigrams(asked[t.start : t.end])}
    if not _relate(drafting, ranked) and near is not None and (not known or known & bigrams(near[0].text)):
        number = drafting.cite_span(near[0].report_id, *near[0].whole, [(near[0].start, near[0].end)])
        refuse_with_sentence(drafting, near[0].text, number)
    return False


def _relate(drafting: Drafting, ranked: Sequence[Sentence], at_least: float = RELATED) -> bool:
    """After a refusal the one or two sentences of the right reports that speak of what was asked, said to be no answer."""
    told = [s for s in ranked[:2] if s.coverage >= at_least and not s.table]
    for i, sentence in enumerate(told):
        number = drafting.cite_span(sentence.report_id, *sentence.whole, [(sentence.start, sentence.end)])
        if i == 0:
            refuse_with_sentence(drafting, sentence.text, number)
        else:
            drafting.say(f"相关的还有：{sentence.text}", (number,))
    return bool(told)


def answer_named(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """“四个一”指什么, 第二个差距是什么, 四大产业各多少: what the report calls so; False when nothing is named in that way."""
    facts, names = drafting.facts, QUOTED.findall(query.text)
    if CHRISTENED.search(query.text) and answer_christened(drafting, query, scoped(drafting, query, retriever)):
        return True
    if answer_members(drafting, query) or answer_signed(drafting, query) or (_which(query) and answer_missed(drafting, query)):
        return True
    if (not names and not NTH.search(query.text)) or query.operation.computes or len(query.cells) > 1:
        return False
    ids = scoped(drafting, query, retriever)
    if _say_nth(drafting, query, ids):
        return True
    if not names or re.search("多少|几[个家户项亿万]", query.text):
        return False
    if not re.search("哪|什么|啥|指|包括|如何|怎么?样|情况|进展", query.text):
        return False
    asked = replace(query, operation=Operation.LIST)
    choice = choose_listing(facts, asked, ids)
    if choice is not None and any(n in choice.listing.lead for n in names):
        say_items(drafting, choice.report, choice.listing.items)
        return True
    held = [s for s in ranked_sentences(drafting, asked, retriever, ids) if any(n in s.text for n in names)]
    if not held:
        return False
    say_sentence(drafting, asked, max(held, key=lambda s: (_members(s.text), s.score)))
    return True


def _which(query: Query) -> bool:
    """哪项主要指标没完成: asked for one, told in words."""
    return query.operation in (Operation.WHO, Operation.ONE) and bool(re.search("哪|什么|啥", query.text))


_A_SIZE = re.compile("(?:以上|级)?的?(?:大|重大|重点|龙头|工业)?(?:企业|项目|产业|集群|园区|公司)")  # 产值过10亿元企业 is nobody's output


def answer_number(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """A number that no figure holds, in the sentence that holds nearly all of the asked words and one number of the asked unit."""
    facts = drafting.facts
    phrase = "".join((*query.scopes, *query.indicators))
    ids = scope_reports(facts, query)
    if not ids or len(phrase) < 4 or query.aspect is not Aspect.VALUE or query.status is Status.EXPECTED:
        return False
    if any(len(t.meanings) == 1 for t in find_terms(phrase)):
        return False  # a known indicator is a figure, or it isn't there
    if query.periods and not facts.reports_of(query.zones, query.periods) and not asks_plan(query):
        return False
    ranked = ranked_sentences(drafting, query, retriever, ids, context=False)
    if not ranked or ranked[0].coverage < 0.75 or ranked[0].table or counted_in(phrase, ranked[0].text):
        return False
    best = ranked[0]
    if unmet(phrase, "", lambda: "".join(best.path) + best.text):
        return False  # 一级供应链, of 五级
    asked = dimension(query.unit)
    fitting = [q for q in find_quantities(best.text) if asked and dimension(q.unit) == asked and not _A_SIZE.match(best.text[q.end :])]
    if len(fitting) != 1:
        return False
    at = best.start + fitting[0].start
    held = [f for f in facts.figures() if f.report_id == best.report_id and f.start <= at < f.end]
    if query.status is Status.TARGET and held and all(f.status is not Status.TARGET for f in held):
        return False  # 全年目标多少天 is no 121天 of the half-year
    if not all(says_all(facts, f, phrase) for f in held):
        return False  # 县级挂钩联系重点企业, of 挂钩联系重点企业
    number = drafting.cite_span(
        best.report_id, *best.whole, [(at, best.start + fitting[0].end)]
    )
    drafting.note(
        "原句", f"{phrase} → {fitting[0].text}", {"coverage": round(best.coverage, 2), "text": best.text[:60]}
    )
    drafting.say(f"{fitting[0].text}：{best.text}", (number,))
    return True


def answer_told(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """省级工匠, 首条地铁延伸线: a noun phrase that names no indicator asks for the sentence that holds it; False when none does."""
    phrase = "".join((*query.scopes, *query.indicators))
    ids = scope_reports(drafting.facts, query)
    if not ids or len(phrase) < 4 or query.unit or query.aspect is not Aspect.VALUE or query.status is not None:
        return False
    if MEASURED.search(query.text) or any(len(t.meanings) == 1 for t in find_terms(phrase)):
        return False
    if query.periods and not drafting.facts.reports_of(query.zones, query.periods):
        return False
    ranked = ranked_sentences(drafting, query, retriever, ids)
    if not ranked or ranked[0].coverage < WHOLLY or ranked[0].table or ranked[0].missing:
        return False
    say_sentence(drafting, query, ranked[0])
    return True


def add_related(drafting: Drafting, query: Query, retriever: ZoneRetriever, *, least: float = 0.4) -> None:
    """After a refusal without a near figure: the sentence that speaks of what was asked, when there is one."""
    ids = scope_reports(drafting.facts, query)
    if ids and len("".join((*query.scopes, *query.indicators))) >= 3:
        _relate(drafting, ranked_sentences(drafting, query, retriever, ids, settled=False), least)

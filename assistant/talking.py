"""A question in its conversation: what it points at is put in by its name first, and where nothing answers it as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.afterwards import in_few_words
from assistant.amending import by_name, by_place, in_usual_words, plain_follow_up
from assistant.conversation import Turn
from assistant.courtesy import plainly
from assistant.deciding import decide
from assistant.events import names_thing
from assistant.every import other_end
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.measured import of_another_kind
from assistant.extractive.referred import (
    FASTER,
    answer_counted,
    answer_of_item,
    answer_of_pair,
    answer_of_rates,
    answer_rest,
    compares_two,
    set_beside,
)
from assistant.extractive.remaining import answer_remaining, asks_remaining, refuse_remaining
from assistant.extractive.retold import (
    answer_change,
    answer_each,
    answer_item,
    answer_left,
    answer_mean,
    answer_most,
    answer_rates,
)
from assistant.extractive.toldof import answer_falling, answer_top
from assistant.extractive.topmost import behind_the_first
from assistant.extractive.unsaid import only_as_asked
from assistant.extractive.wording import amount, describe
from assistant.extractive.worked import as_nearest, left_open
from assistant.inheriting import is_bare
from assistant.mentioned import (
    called,
    last_told,
    pair_told,
    rates_told,
    singles_told,
    things_told,
    without_asides,
)
from assistant.message import Message, Reader
from assistant.ofthing import about_thing, not_of_thing, tells_of_thing, thing_talked_of
from assistant.outright import named_outright
from assistant.periods import find_periods
from assistant.pointing import pair_pointed
from assistant.question import normalise_question, understand
from assistant.records import Aspect, Draft, Operation, Query, Statement
from assistant.referring import ORDINAL, PRONOUN
from assistant.resolving import in_full, otherwise
from assistant.ruling import LEANING, answered, told_together
from assistant.severally import as_alone, asked_together
from assistant.subject import as_asked, more_of_it, share_of_told, tells_of_it, tells_share
from assistant.terms import find_terms, is_all_known
from assistant.verification import without_planted
from assistant.winning import of_the_winner, which_of_them

if TYPE_CHECKING:
    from assistant.llm import Chain

__all__ = ["decide_in_talk"]


def decide_in_talk(message: Message, reader: Reader, chain: Chain | None = None) -> tuple[Query, Draft]:
    """The question as understood behind the turns before it, and what the index says to it."""
    message = replace(message, question=by_name(normalise_question(message.question), reader.facts.understanding()))
    turns = without_asides(message.turns, reader.facts.understanding()) if message.turns else []
    turns = _without_dead_ends(turns, reader)
    turns = _without_lost_year(message.question, turns, reader)
    message = replace(message, turns=tuple(turns))
    if not turns:
        query, draft = decide(message, reader, chain)
        draft = only_as_asked(reader.facts, query, message.question, draft)
        several = asked_together(message.question, reader.facts.understanding())

        def ask(question: str) -> Draft:
            return decide_in_talk(replace(message, question=question), reader, chain)[1]

        return query, as_alone(draft, several, ask) if several else draft
    if (was := _as_it_was(message, reader, chain)) is not None:
        return was
    message = replace(message, question=in_usual_words(plainly(message.question)))
    message = replace(message, question=in_few_words(message.question, turns, reader.facts.understanding()))
    message = replace(message, question=of_the_winner(message.question, turns, reader.facts))
    message = replace(message, question=by_place(message.question, turns[-1].query, reader.facts.understanding()))
    message = replace(message, question=_in_its_own_time(message.question, turns[-1].query, reader))
    whole = plainly(message.question)
    if (greatest := _GREATEST.match(whole)) and len(things_told(turns[-1:], reader.facts)) > 1:
        of_them, onward = f"最{greatest['way'] or greatest['way2']}的是哪个", whole[greatest.end() :].strip("，,；;？?。 ")
        if onward:
            query, greatest_of = decide_in_talk(replace(message, question=of_them), reader, chain)
            told_so = Turn(query, answered(greatest_of, query))
            query, second = decide_in_talk(replace(message, question=onward, turns=(*turns, told_so)), reader, chain)
            return told_together(whole, query, [greatest_of, second])
        whole, message = of_them, replace(message, question=of_them)
    bare = whole.strip("，,。 ")
    if full := behind_the_first(bare, [t.query for t in turns]):
        query, draft = decide(replace(message, question=full, turns=()), reader, chain)
        return replace(query, text=whole), draft
    if end := other_end(bare, turns[-1].query.bare):
        whole, message = end, replace(message, question=end)
    told = _worked_of_told(whole.strip("，,。 "), turns, reader)
    told = None if told is not None and of_another_kind(whole, told) else told
    if told is None and compares_two(whole.strip("，,。 ")):
        told = Draft((Statement(f"{REFUSAL}可以这样比较的两个数：前面没有说到两个能比的数。"),), refused=True)
    if told is not None:
        won = told.figures and not told.refused and (_WON.search(whole) or len({f.id for f in told.figures}) == 1)
        first = told.figures[0].scope if won else ""  # 什么时候开工 is then of that one
        return replace(turns[-1].query, text=whole, focus=first or turns[-1].query.focus), without_planted(told)
    meant = in_full(whole, turns, reader.facts)
    found = _alone(message, meant.question, reader, chain) if meant is not None and meant.question else None
    if meant is not None and found is not None:
        if not meant.its_own or all(f.scope == meant.focus for f in found[1].figures[:1]):
            return replace(found[0], focus=meant.focus or found[0].focus), found[1]
    elif meant is not None and meant.item is not None and (item := answer_item(meant.item, reader.facts)) is not None:
        return replace(turns[-1].query, text=whole, focus=meant.focus, operation=Operation.LIST), without_planted(item)
    beside = _beside(whole, message, reader, chain)
    if beside is not None:
        return beside
    plain = plain_follow_up(whole, reader.facts.understanding())
    if turns[-1].answer.figures and (aimed := _AIMED_ALONE.fullmatch(plain)) is not None:  # 交付多少套 → 2022年计划呢: no section of plans
        plain = f"{aimed['when']}目标呢"
    query, draft = decide(replace(message, question=plain) if plain != whole else message, reader, chain)
    query = replace(query, text=whole) if plain != whole else query
    asked, name = more_of_it(plain.strip("，,。 "), turns, reader.facts)
    if asked and (left_open(draft) or not tells_of_it(draft, name) or _tells_again(draft, turns[-1])):
        found = _alone(message, asked, reader, chain)
        of_it = found is not None and tells_of_it(found[1], name) and as_asked(*found) and not (draft.refused and found[1].presumed)
        if found is not None and of_it and not _tells_again(found[1], turns[-1]) and not _by_its_name(query, draft, found[1]):
            return replace(found[0], text=whole, focus=name), found[1]
    if (asked := share_of_told(plain.strip("，,。 "), turns, reader.facts)) and not tells_share(draft):
        found = _alone(message, asked, reader, chain)
        if found is not None and tells_share(found[1]):
            return replace(found[0], text=whole), found[1]
    if left_open(draft) and query.operation in (Operation.EXTREME, Operation.WHO) and (full := which_of_them(plain, turns, reader.facts)):
        found = _alone(message, full, reader, chain)
        if found is not None and len({f.zone for f in found[1].figures}) > 1:
            return replace(found[0], text=whole), found[1]
    if left_open(draft) and (valued := _how_much_instead(whole, query, message, reader, chain)) is not None:
        return valued
    if left_open(draft) and (in_time := _in_a_year_told_of(message, query, reader, chain)) is not None:
        return in_time
    if thing := thing_talked_of(plain, turns, reader.facts.understanding()):
        missing = not_of_thing(draft, thing, reader.facts)
        found = _alone(message, about_thing(plain, thing), reader, chain) if missing is not None or left_open(draft) else None
        if found is not None and tells_of_thing(found[1], thing, reader.facts):
            return replace(found[0], text=whole, focus=thing), found[1]
        draft = missing or draft
    counted_off = bool(query.focus) and ORDINAL.search(whole) is not None  # 第一个投资多少: of that one, told or not
    again = query.aspect is not Aspect.GROWTH and _tells_again(draft, turns[-1])
    no_goal = query.aspect is Aspect.MET and query.operation is Operation.DIFFERENCE and draft.refused  # 差多少, of what no goal is told of
    if not (counted_off or no_goal or names_thing(query.bare)) and (left_open(draft) or again):
        other = _otherwise(message, plain, turns, reader, chain)
        if other is None and again and not left_open(draft) and asks_remaining(plain.strip("，,。 ")):
            return query, without_planted(refuse_remaining(turns[-1].answer, reader.facts))
        return other or (query, draft)
    return query, draft


def _in_its_own_time(question: str, last: Query, reader: Reader) -> str:
    """渌江哪些指标没过半, behind a question on 2022 of another zone: with 渌江's newest period, where no report of its own tells of 2022."""
    known = reader.facts.understanding()
    named = known.zones.find(question)
    zones = {z for m in named for z in m.zones}
    if not zones or zones & {*last.zones} or not last.periods or find_periods(question) or not understand(question, known).indicators:
        return question
    told = [reader.facts.periods_of(z) for z in zones]
    years = {y for of in told for p in of for y in (p.first_year - 1, p.last_year, p.last_year + 1)}  # a report tells of the years beside its own
    shared = set(told[0]).intersection(*told)
    if not shared or any(p.last_year in years for p in last.periods):
        return question
    newest = max(shared, key=lambda p: (*p.end, -p.first_month))
    return f"{question[: named[-1].end]}{newest.label}{question[named[-1].end :]}"


#: 其中总投资最大的是哪个, 最大的那个总投资多少, 哪个最大: of the projects that were named, each with what it costs.
_GREATEST = re.compile(
    "(?:其中|这?里面|当中)?的?[，,]?(?:哪一?个(?:项目)?的?(?:总?投资|规模|体量)?最(?P<way>[大小])"
    "|(?:总?投资|规模|体量)?最(?P<way2>[大小])的(?:那?一?个)?(?:项目)?"
    "(?:(?:是)?哪一?个(?:项目)?|的?总?投资额?(?:是|有)?多少(?:个?亿)?元?))(?=[，,；;？?。 ]|$)"
)
_AIMED_ALONE = re.compile(
    r"(?:那么?)?(?P<when>(?:20)?\d\d年|[明来次下]一?年|第二年)的?(?:计划|打算|安排|任务)(?:数|值)?(?:呢|(?:是|有|定|为)*(?:多少|几)[㐀-鿿]{0,2})[?？。]*"
)
_WON = re.compile("最|[增涨][速幅].*[高低快慢]|[涨增]长?得?更?[快慢]")
_WHY_SAID = re.compile("为[什何啥]|怎|咋|原因|缘[由故]|理由|凭")


def _how_much_instead(text: str, query: Query, message: Message, reader: Reader, chain: Chain | None) -> tuple[Query, Draft] | None:
    """固投呢, behind 产值为什么增长, of which no reason is told: how much it was; None where the question itself asks why."""
    if query.operation is not Operation.WHY or _WHY_SAID.search(text) or not query.indicators or len(query.zones) != 1:
        return None
    where = f"{reader.facts.short(query.zones[0])}{''.join(p.label for p in query.periods[:1])}"
    found = _alone(message, f"{where}{''.join((*query.scopes, *query.indicators))}是多少", reader, chain)
    if found is None:
        return None
    lead = Statement("报告没有写明它的原因，数字如下。")
    return replace(found[0], text=text), replace(found[1], statements=(lead, *found[1].statements))


_WAS = re.compile("(?:那么?)?(?:原来|原先|以前|之前|此前|早先)的?(?:数|数字)?(?:是|有|又|为)*(?:多少|几[个家项条件天户亩])[㐀-鿿]{0,3}[?？。]*")


def _as_it_was(message: Message, reader: Reader, chain: Chain | None) -> tuple[Query, Draft] | None:
    """原来多少: the same number a year before, an aside that leaves the talk in its year; that it is not told, where it isn't."""
    last, figure = message.turns[-1], last_told(message.turns)
    if _WAS.fullmatch(plainly(message.question)) is None:
        return None
    query, draft = decide_in_talk(replace(message, question="上一年是多少"), reader, chain)
    query = replace(query, periods=last.query.periods, text=normalise_question(message.question))
    told = draft.figures[:1]
    alike = figure and told and told[0].unit == figure.unit and told[0].scope == figure.scope and told[0].period != figure.period
    if figure is None or left_open(draft) or alike:
        return query, draft
    drafting = Drafting(reader.facts)
    drafting.say(f"{REFUSAL}写原来是多少。有的是{describe(figure)}：{amount(figure)}。", drafting.cite(figure))
    return query, drafting.draft(refused=True)


def _in_a_year_told_of(message: Message, query: Query, reader: Reader, chain: Chain | None) -> tuple[Query, Draft] | None:
    """前年呢, which is not told, or 明年呢 → 落地项目几个: in the year talked of before; None where the year was said, or it isn't told either."""
    *before, last = message.turns
    own = query.indicators and query.indicators != last.query.indicators
    said = find_periods(message.question) or PRONOUN.search(message.question)
    if not own or not query.periods or query.periods != last.query.periods or said or len(query.zones) != 1:
        return None
    newest = reader.facts.periods_of(query.zones[0])[-1:]
    ahead = bool(newest) and all(p.end > newest[0].end for p in query.periods)
    earlier = next((t.query.periods for t in reversed(before) if t.query.periods not in ((), query.periods) and not t.answer.refused), tuple(newest))
    if not earlier or earlier == query.periods or not (ahead or last.answer.refused):
        return None
    moved = Turn(replace(last.query, periods=earlier, status=None if ahead else last.query.status), last.answer)
    found, told = decide(replace(message, turns=(*before, moved)), reader, chain)
    return None if left_open(told) or as_nearest(told) or told.presumed else (found, told)


def _without_dead_ends(turns: list[Turn], reader: Reader) -> list[Turn]:
    """The turns without those at the end that were not understood: what they were taken to ask is in no report, nor known."""
    known = reader.facts.understanding()

    def dead(turn: Turn) -> bool:
        said = turn.query.indicators
        printed = any(p[i : i + 2] in known.words for p in said for i in range(len(p) - 1))
        wider = any(s.startswith("全") for s in turn.query.scopes)  # 全市呢, which is not told: what comes next is of the zone again
        named = turn.query.scopes or turn.query.unknown_zones or printed or any(map(find_terms, said))
        return turn.answer.refused and (wider or (bool(said) and not named))

    kept = list(turns)
    while len(kept) > 1 and dead(kept[-1]):
        kept.pop()
    return kept


def _without_lost_year(text: str, turns: list[Turn], reader: Reader) -> list[Turn]:
    """The turns, the last without its year where nothing is told of that and the question, of its own indicator, leans on nothing.

    2017年工业投资, of which only 2018's is told → 为什么工业投资下降了 is of the year that there is.
    """
    last = turns[-1] if turns else None
    if last is None or not last.query.periods or not last.answer.refused or any(f.period in last.query.periods for f in last.answer.figures):
        return turns
    own = understand(text, reader.facts.understanding())
    if len(own.indicators) != 1 or own.combines or own.periods or own.years_back or is_bare(own) or LEANING.search(own.bare) is not None:
        return turns  # 外资到账和合同外资差多少 is of the year talked of on both sides
    again = own.indicators == last.query.indicators
    if not again and (reader.facts.figures(last.query.zones, last.query.periods) or not is_all_known(own.indicators[0])):
        return turns
    lost = last.query.periods
    told = (t.query for t in reversed(turns[:-1]) if t.query.zones == last.query.zones and not t.answer.refused)
    kept = (q.periods for q in told if q.periods not in ((), lost))
    return [*turns[:-1], replace(last, query=replace(last.query, periods=next(kept, ())))]


_VERDICT = re.compile("不?对，|未达到")  # 有没有过百亿, behind the number itself


def _by_its_name(query: Query, draft: Draft, other: Draft) -> bool:
    """奖补兑现了多少, behind 园易贷利率: whether what is asked is told by its name, and of the thing talked of only by another (园易贷放款)."""
    asked = query.indicators[0] if len(query.indicators) == 1 else ""
    mine, its = (d.figures[0].scope + d.figures[0].indicator if d.figures else "" for d in (draft, other))
    return not (left_open(draft) or draft.presumed) and bool(asked and its) and asked in mine and asked not in its


def _tells_again(draft: Draft, last: Turn) -> bool:
    """Whether an answer is the one before, told once more."""
    if draft.figures and not _VERDICT.match(draft.statements[0].text):
        return {*draft.figures} <= {*last.answer.figures} and not any(s.formula for s in draft.statements)
    return bool(draft.statements) and {s.text for s in draft.statements} <= {s.text for s in last.answer.statements}


def _otherwise(message: Message, plain: str, turns: Sequence[Turn], reader: Reader, chain: Chain | None) -> tuple[Query, Draft] | None:
    """What else the question may ask, where as it stands nothing is told that wasn't told before."""
    pair = pair_told(turns)
    bare = plain.strip("，,。 ")
    changed = (
        answer_change(bare, pair, reader.facts) or answer_mean(bare, pair, reader.facts)
        or answer_of_pair(bare, pair, reader.facts, leaning=True)
    ) if pair is not None else None
    if changed is not None and not of_another_kind(message.question, changed):
        return replace(turns[-1].query, text=normalise_question(message.question)), without_planted(changed)
    others = otherwise(plain, turns, reader.facts)
    for other in (*others, *named_outright(bare, turns, reader.facts)):
        meant = _alone(message, other, reader, chain)
        if meant is None or _tells_again(meant[1], turns[-1]):
            continue
        thing = turns[-1].query.focus
        if other in others or (not meant[1].presumed and (not thing or tells_of_thing(meant[1], thing, reader.facts))):
            return meant
    return None


def _alone(message: Message, question: str, reader: Reader, chain: Chain | None) -> tuple[Query, Draft] | None:
    """A question in full, of no turns before; None where it isn't answered either."""
    query, draft = decide(replace(message, question=question, turns=()), reader, chain)
    return None if left_open(draft) else (replace(query, text=normalise_question(message.question)), draft)


def _worked_of_told(text: str, turns: Sequence[Turn], reader: Reader) -> Draft | None:
    pair = pair_told(turns)
    facts = reader.facts
    rates = rates_told(turns)
    told = answer_of_rates(text, rates, facts) if rates is not None else None
    told = told or (answer_of_pair(text, pair, facts) if pair is not None else None)
    if told is None and (pointed := pair_pointed(text, turns, facts)) is not None:
        told = answer_of_pair(*pointed, facts)
    answers, singles = [t.answer for t in turns], singles_told(turns)
    things = things_told(turns[-1:], facts)
    measures = [t.figure for t in things if t.figure is not None]
    if not singles and len(measures) == len(things):
        singles = measures  # 引进了哪些项目, of which the quoted sentence prints what each costs → 最大的是哪个
    return (
        told or answer_rates(text, answers, facts) or answer_left(text, pair, singles, facts) or answer_most(text, singles, facts)
        or answer_counted(text, things, facts) or answer_each(text, things, facts) or answer_top(text, things, facts)
        or answer_falling(text, things, facts) or answer_rest(text, answers, facts) or answer_of_item(text, answers, facts)
        or answer_remaining(text, answers[-1], facts)
    )


def _beside(text: str, message: Message, reader: Reader, chain: Chain | None) -> tuple[Query, Draft] | None:
    """鹄浍那边是不是更快: the last question asked of another zone, and the two answers set beside each other."""
    said, last = FASTER.fullmatch(text), message.turns[-1]
    known = reader.facts.understanding()
    zones = {z for m in known.zones.find(said["who"]) for z in m.zones} if said else set()
    if said is None or len(zones) != 1 or last.answer.refused or len(last.query.zones) != 1 or zones == {*last.query.zones}:
        return None
    zone = reader.facts.short(zones.pop())
    figure = last_told(message.turns)
    asked = last.query.text
    if figure is not None and figure.period is not None:
        question = f"{zone}{figure.period.label}{called(figure)}是多少"
    elif understand(asked, known).indicators and len(named := known.zones.find(asked)) == 1 and find_periods(asked):
        question = asked[: named[0].start] + zone + asked[named[0].end :]
    else:
        return None
    query, other = decide(replace(message, question=question, turns=()), reader, chain)
    told = None if left_open(other) else set_beside(said["how"] or said["how2"], asked, last.answer, other, reader.facts)
    return None if told is None else (replace(query, text=text), without_planted(told))

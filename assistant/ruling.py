"""What the index says to one message by rules: as it stands, clause by clause, or led on from what was told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.clauses import clauses_of, says_indicator_alone, supposed
from assistant.conversation import Turn, follow_up
from assistant.extractive import answer_onward, read
from assistant.extractive.groups import group_asked
from assistant.extractive.likeliest import Presuming
from assistant.extractive.restated import answer_as_told, asks_as_told
from assistant.extractive.tallied import answer_tallied, tallying
from assistant.framing import unframed
from assistant.message import Message, Reader
from assistant.newest import of_the_newest, of_the_year_ahead
from assistant.onward import onward_clause
from assistant.pairing import of_the_foremost
from assistant.periods import find_periods
from assistant.question import normalise_question, understand
from assistant.records import Answer, Aspect, Draft, Operation, Query, Statement
from assistant.several import LEANS, joined, split_questions
from assistant.verification import without_planted
from index.records import Status

if TYPE_CHECKING:
    from assistant.llm import Chain

__all__ = ["LEANING", "answered", "by_rules", "drafted", "drafted_again", "told_together"]

_BESIDES = re.compile("(?P<head>[^，,。？?]{2,16}呢)[，,？?](?P<tail>[^，,。？?]{4,}[？?。]*)")
LEANING = re.compile("[这那其它该]|里[面头]|[前后]者|呢[?？]?$|^.{1,4}$|^(?:有|占|比|涨|降|增|完成)")
_TWO_CLAUSES = re.compile("(?P<head>[^，,。？?]{3,30})[，,](?P<tail>[^，,。？?]{2,24}[？?。]*)")
_FROM_WHERE = re.compile(
    "(?:那|这|它|他们)?(?:是|来自)?(?:哪里|哪儿|哪个?(?:地方|国家?|省|市|城市))的?(?:企业|公司|单位|厂家|老板|人)?(?:投的)?[?？。]*"
)
_OUTERMOST = re.compile("最[高低大小多少快慢好差]")
_BATCH = re.compile("(?:首|第[一二三四五六七八九十\\d]{1,2})批")
_YEAR_BEFORE = re.compile("(?:那么?)?(?:上|去|前)一?年(?:同期)?的?(?:呢|(?:又|是|有|为)*(?:多少|几)[㐀-鿿]{0,3})[?？。]*")


def by_rules(message: Message, reader: Reader, chain: Chain | None = None) -> tuple[Query, Draft]:
    """The question as understood, and what the index says to it.

    A follow-up that leads to nothing is worded anew by the model, if there is one, and understood again.
    """
    known = reader.facts.understanding()
    question, turns = unframed(message.question, known), message.turns

    def understood(text: str) -> Query:
        return message.understood(text, reader)

    last = turns[-1].answer if turns else None
    if last is not None and any(" + " in s.formula for s in last.statements):  # 两个加起来 → 占固投多少
        of_sum = answer_onward(question, drafted_again(last), reader.facts)
        if of_sum is not None:
            return replace(turns[-1].query, text=question), of_sum
    tallied = answer_tallied(question, [t.answer for t in turns], reader.facts) if turns else None
    if tallied is None and turns and (clauses := _TWO_CLAUSES.fullmatch(question)):  # 这三年加一块儿，投到总投资的百分之几了
        summed = answer_tallied(clauses["head"], [t.answer for t in turns], reader.facts)
        onward = answer_onward(clauses["tail"], summed, reader.facts) if summed is not None else None
        tallied = joined([summed, onward]) if summed is not None and onward is not None else None
    if tallied is not None:
        which = Operation.EXTREME if _OUTERMOST.search(question) else turns[-1].query.operation  # 它 is then the one that was found
        years = {f.period for f in tallied.figures if f.period is not None}
        later = (max(years, key=lambda p: p.end),) if len(years) > 1 and len(turns[-1].query.periods) == 1 else turns[-1].query.periods
        return replace(turns[-1].query, text=question, operation=which, periods=later), tallied  # 上年呢, 增加了多少: on from the later
    if last is not None and not last.refused and turns[-1].query.operation is Operation.WHO and _FROM_WHERE.fullmatch(question) and last.citations:
        return replace(turns[-1].query, text=question), drafted_again(last)  # 新加坡某公司投资5.5亿元建设…: whose home stands before the name
    if asks_as_told(question):
        meant = understood(question)
        as_told = answer_as_told(reader.facts, meant, question)
        if as_told is not None:
            return replace(meant, text=question), as_told
    parts = (tallying(question) or _beside(question)) if turns else None
    if parts is not None:
        lead = understood(parts[0])
        apart = _one_by_one(lead, [parts[1]], turns, reader)
        if len(apart) == 2 and not any(d.refused for d in apart):
            return told_together(question, lead, apart)
    first, *others = split_questions(question, known)
    question = question if others else first  # what is listed, each with its number, asked as one
    query = understood(first)
    if (ahead := of_the_year_ahead(query, reader)) is not None and not drafted(ahead, reader).refused:
        query = ahead
    if others:
        return told_together(question, query, _one_by_one(query, others, turns, reader))
    if (shared := _share_of_the_foremost(question, turns, reader, message)) is not None:
        return shared
    leaning = onward_clause(normalise_question(question))
    first, *others = clauses_of(question, known)
    lead = understood(first) if others else query
    apart = _one_by_one(lead, others, turns, reader) if others and leaning is None else []
    if apart and not any(d.unsure for d in apart):
        return told_together(question, lead, apart)
    draft = drafted(query, reader)
    if turns and draft.refused and _YEAR_BEFORE.fullmatch(question) and (led := _led_back(turns[-1], reader)) is not None:
        return replace(query, text=question), led
    if turns and draft.refused:
        draft = _as_told(query, turns[-1], reader) or draft
        asked = _of_now(question, query, turns[-1].query, reader) if draft.refused else None
        if asked is not None and not (again := drafted(asked, reader)).unsure:
            query, draft = asked, again
        elif draft.refused and (aimed := _aimed_at_any_time(question, query)) is not None and not (again := drafted(aimed, reader)).unsure:
            query, draft = aimed, again
    if turns and draft.refused and (own := _by_itself(question, query, reader)) is not None and not (again := drafted(own, reader)).refused:
        query, draft = own, again
    if leaning is not None:
        told_of = understood(leaning[0])
        before = drafted(told_of, reader)
        onward = answer_onward(leaning[1], before, reader.facts)
        if onward is not None and (draft.unsure or not _holds(draft, onward)):
            return told_together(question, told_of, [before, onward])
    if others and leaning is not None:
        apart = _one_by_one(lead, others, turns, reader)
    if apart and (not any(d.unsure for d in apart) or (draft.unsure and not all(d.refused for d in apart))):
        return told_together(question, lead, apart)
    if chain is not None and turns and draft.refused:
        clearer = chain.clearer(question, [t.query.text for t in turns])
        again = drafted(clearer, reader) if clearer is not None else draft
        if clearer is not None and not again.refused:
            told = Statement(f"按“{clearer.text}”理解。")
            return clearer, replace(again, statements=(told, *again.statements))
    return query, draft


def _share_of_the_foremost(question: str, turns: Sequence[Turn], reader: Reader, message: Message) -> tuple[Query, Draft] | None:
    """哪个片区产值最高，占全区多少: the one that is found, and its share; None where nothing or something else is asked of it."""
    clauses = _TWO_CLAUSES.fullmatch(question)
    lead = message.understood(clauses["head"], reader) if clauses is not None else None
    if clauses is None or lead is None or lead.operation is not Operation.EXTREME:
        return None
    known, found = reader.facts.understanding(), drafted(lead, reader)
    of_sum = answer_onward(clauses["tail"], found, reader.facts) if any(" + " in s.formula for s in found.statements) else None
    if of_sum is not None:
        return told_together(question, lead, [found, of_sum])  # 前四家合计多少，占全区几成
    whole = of_the_foremost(clauses["tail"], [*turns, Turn(lead, answered(found, lead))], known)
    share = drafted(understand(whole, known), reader) if whole else None
    return told_together(question, lead, [found, share]) if share is not None and not share.refused else None


def _beside(text: str) -> tuple[str, str] | None:
    """闲置厂房呢，比前一年多多少: a question that follows another, and what is asked of its answer."""
    parts = _BESIDES.fullmatch(text)
    return (parts["head"], parts["tail"]) if parts else None


def drafted(query: Query, reader: Reader) -> Draft:
    """What the rules say to an understood question; likely meanings of its words are presumed where nothing else answers a sum."""
    draft = without_planted(read(query, reader.facts, reader.retriever))
    if (later := of_the_newest(query, draft, reader)) is not None:
        return later
    if not draft.refused or not query.combines:
        return draft
    presuming = Presuming(reader.facts)
    again = without_planted(read(query, presuming.facts, reader.retriever))
    return draft if again.refused else presuming.noted(again)


def _as_told(query: Query, last: Turn, reader: Reader) -> Draft | None:
    """A follow-up on what was told just before in other words than were asked (搬走化工厂腾出多少亩 → 2019年呢), by the name told."""
    told = list(dict.fromkeys(last.answer.figures))
    same = (query.indicators, query.scopes) == (last.query.indicators, last.query.scopes)  # 石堰片区呢 is of a part
    if len(told) != 1 or last.answer.refused or not same or query.operation.in_words:
        return None
    name = _BATCH.sub("", told[0].scope + told[0].indicator)  # 首批入驻商户63家 → 2020年呢: of all, the first came but once
    draft = drafted(replace(query, indicators=(name,), scopes=(), shorter=()), reader)
    return None if draft.unsure else draft


def _led_back(last: Turn, reader: Reader) -> Draft | None:
    """上年是多少, of what is printed with its growth and not for the year before; None where it can't be led back to either."""
    told = [f for f in last.answer.figures if f.growth is not None and f.period is not None and f.period.is_year]
    if last.answer.refused or len(told) != 1 or told[0].period is None or len(last.query.indicators) != 1:
        return None
    asked = replace(last.query, text="倒推上年是多少", operation=Operation.BACKCAST, aspect=Aspect.VALUE, periods=(told[0].period,))
    draft = drafted(replace(asked, zones=asked.zones or (told[0].zone,)), reader)
    return None if draft.refused else draft


def _of_now(question: str, query: Query, last: Query, reader: Reader) -> Query | None:
    """外资完成得怎么样, behind a question of next year's goals: a question complete by itself is of what is done, not of the year aimed at."""
    own = understand(question, reader.facts.understanding())
    complete = bool(own.indicators) and not own.periods and own.status is None and LEANING.search(own.bare) is None
    aimed = last.status is Status.TARGET and bool(query.periods) and query.periods == last.periods
    return own.within(query.zones) if complete and aimed else None


def _aimed_at_any_time(question: str, query: Query) -> Query | None:
    """固投目标是多少, behind a talk of 2022: of whichever year there is a goal; None where the question says its year, or asks of no goal itself."""
    own = query.status is Status.TARGET and "目标" in question and query.operation is Operation.ONE and not query.operands
    return replace(query, periods=()) if own and query.periods and not find_periods(question) else None


def _by_itself(question: str, query: Query, reader: Reader) -> Query | None:
    """西园工业投资多少, behind a talk of another zone than has it; 甲区哪个片区增长最快, behind a question of its imports: taken by itself."""
    own = understand(question, reader.facts.understanding())
    if LEANING.search(own.bare) is not None:
        return None
    if own.zones and not own.indicators:
        return own if query.indicators and group_asked(own) is not None else None
    places = own.indicators and not own.zones and own.scopes and reader.facts.scopes.issuperset(own.scopes)
    placed = reader.facts.placed(own) if places else ()
    return replace(own, zones=placed) if len(placed) == 1 and placed != query.zones else None


def _one_by_one(query: Query, others: Sequence[str], turns: Sequence[Turn], reader: Reader) -> list[Draft]:
    """Several questions in one message, each understood after the ones before."""
    drafts, asked, past = [drafted(query, reader)], query, [*turns]
    if drafts[0].refused and query.operation in (Operation.WHO, Operation.EXTREME):
        known = reader.facts.understanding()  # 产值最高的企业是哪家，交了多少税: of the one that isn't found
        others = [o for o in others if not says_indicator_alone(understand(o, known))]
    for other in others:
        answers = [*(t.answer for t in past), answered(drafts[-1], asked)]
        onward = answer_tallied(other, answers, reader.facts) if "它" in other else None  # of the message before, not of a base year
        onward = onward or answer_onward(other, drafts[-1], reader.facts) or answer_tallied(other, answers, reader.facts)
        if onward is not None:
            drafts.append(onward)
            continue
        past.append(Turn(asked, answered(drafts[-1], asked)))
        before, asked = asked, supposed(other, asked) or follow_up(other, past, reader.facts.understanding())
        if LEANS.fullmatch(other) and asked.status is None:
            asked = replace(asked, status=before.status)  # 预计增速是多少，在全市排第几
        draft = drafted(asked, reader)
        told = "".join(s.text for d in drafts for s in d.statements)
        if asked.aspect is Aspect.GROWTH and asked.operation is Operation.ONE and any(f.growth_text and f.growth_text in told for f in draft.figures):
            continue  # 固投多少，增速多少: a value is told with its growth
        drafts.append(draft)
    return drafts


def _holds(draft: Draft, onward: Draft) -> bool:
    """Whether an answer tells already what a clause was computed for."""
    formulas = {s.formula for s in draft.statements}
    return all(s.formula in formulas for s in onward.statements)


def told_together(text: str, query: Query, drafts: Sequence[Draft]) -> tuple[Query, Draft]:
    """What was asked one by one, as one; as understood stays the first."""
    return replace(query, text=normalise_question(text)), joined(drafts)


def drafted_again(answer: Answer) -> Draft:
    """What was told before, to be worked on further."""
    return Draft(answer.statements, answer.citations, answer.refused, figures=answer.figures)


def answered(draft: Draft, query: Query) -> Answer:
    return Answer(query.text, draft.statements, draft.citations, (), draft.refused, query, 0.0, figures=draft.figures)

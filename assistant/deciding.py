"""A question → what is understood and what the index says to it: by rules, and where these find not all of it, compared as a whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.apart import each_alone
from assistant.brands import brands_said
from assistant.clauses import clauses_of, says_indicator_alone, supposed
from assistant.conversation import Turn, follow_up
from assistant.courtesy import plainly
from assistant.events import whether
from assistant.extractive import answer_onward, read
from assistant.extractive.asks import asks_of
from assistant.extractive.assumed import say_assumed
from assistant.extractive.besides import with_the_other
from assistant.extractive.candidates import of_a_year_alone
from assistant.extractive.doubting import doubt
from assistant.extractive.inwords import answer_in_words, in_words
from assistant.extractive.likeliest import Presuming
from assistant.extractive.measured import asked_plainly, instead_of, of_another_kind, of_another_size, said_of_others
from assistant.extractive.overview import say_planned, say_topics, says_little
from assistant.extractive.related import with_related
from assistant.extractive.restated import answer_as_told, asks_as_told
from assistant.extractive.shapes import EVENT
from assistant.extractive.share import of_another_sector
from assistant.extractive.spread import set_against
from assistant.extractive.supposed import answer_supposed
from assistant.extractive.tallied import answer_tallied, tallying
from assistant.extractive.wholly import answer_wholly
from assistant.extractive.worked import answer_worked, left_open
from assistant.framing import unframed, unhinted
from assistant.going import with_year_before
from assistant.listed import listed_alone
from assistant.message import Message, Reader
from assistant.names import bigrams, fold
from assistant.newest import is_stale, of_the_newest, of_the_year_ahead
from assistant.onward import onward_clause
from assistant.overall import of_a_year, of_all
from assistant.pairing import of_the_foremost
from assistant.posts import own_post_asked
from assistant.presenting import without_form
from assistant.promised import each_of_them, goal_and_result
from assistant.question import normalise_question, understand
from assistant.records import Answer, Aspect, Draft, Operation, Query, Statement
from assistant.separate import separate
from assistant.several import LEANS, joined, split_questions
from assistant.sized import LEAST_SAID, tells_of
from assistant.spread import spread
from assistant.supposing import supposition
from assistant.terms import is_all_known
from assistant.topics import Kind, asks_topic, topic_of
from assistant.verification import without_planted
from index.figures.ellipsis import is_thing
from index.records import Status

if TYPE_CHECKING:
    from assistant.llm import Chain

__all__ = ["by_rules", "decide", "drafted"]

_BESIDES = re.compile("(?P<head>[^，,。？?]{2,16}呢)[，,？?](?P<tail>[^，,。？?]{4,}[？?。]*)")
_LEANING = re.compile("[这那其它该]|里[面头]|[前后]者|呢[?？]?$|^.{1,4}$|^(?:有|占|比|涨|降|增|完成)")
_TALLIED_FIRST = re.compile("(?P<head>[^，,。？?]{3,24})[，,](?P<tail>[^，,。？?]{4,24}[？?。]*)")
_FOREMOST = re.compile("(?P<head>[^，,。？?]{4,30})[，,](?P<tail>[^，,。？?]{2,20}[？?。]*)")
_FROM_WHERE = re.compile(
    "(?:那|这|它|他们)?(?:是|来自)?(?:哪里|哪儿|哪个?(?:地方|国家?|省|市|城市))的?(?:企业|公司|单位|厂家|老板|人)?(?:投的)?[?？。]*"
)
_CORRECTED = re.compile("不对|不是|错了|[弄搞问说]错|我(?:要|想)?(?:问|说|查)的是|[换改]成")  # what was asked of before isn't meant


def decide(message: Message, reader: Reader, chain: Chain | None = None, *, whole: bool = True) -> tuple[Query, Draft]:
    """The question as understood, and what the index says to it: by rules, and where these find not all, as a whole.

    Where it is no ``whole`` message but one result of several, it is taken apart no further.
    """
    if whole and (met := each_of_them(goal_and_result(with_year_before(said := normalise_question(message.question))))) != said:
        message = replace(message, question=met)
    if whole and len(questions := separate(message.question, reader.facts.understanding())) > 1:
        return _one_after_another(message, questions, reader, chain)
    message = replace(message, question=without_form(plainly(message.question), reader.facts.understanding())) if whole else message
    before = next((t.answer.figures for t in reversed(message.turns[-2:]) if t.answer.figures), ())  # where no number was told, 目标 is of none
    topic = topic_of(message.question, reader.facts.understanding(), alone=not before) if whole else None
    if topic is not None and topic.kind is not Kind.WORDS and (told_of := of_a_year(message, topic.kind, reader, _in_part)) is not None:
        return told_of
    if whole and (told_of_all := of_all(message, reader, _in_part)) is not None:
        return told_of_all
    last = message.turns[-1] if message.turns else None
    formula = next((s.formula for s in last.answer.statements if s.formula), "") if last is not None else ""
    meant_so = supposition(message.question, behind=last is not None, formula=formula) if whole else None
    if meant_so is not None:
        if last is not None and meant_so.of_result:
            query, found = last.query, _again(last.answer)
        else:
            query, found = decide(replace(message, question=meant_so.base), reader, whole=False)
        reckoned = answer_supposed(reader.facts, meant_so, found)
        if reckoned is not None:
            return replace(query, text=normalise_question(message.question)), without_planted(reckoned)
    bare = unhinted(message.question) if whole else message.question
    if bare != message.question:
        meant, found = decide(replace(message, question=bare), reader, chain)
        if not left_open(found):
            return replace(meant, text=normalise_question(message.question)), found
    query, draft = by_rules(message, reader, chain)
    if of_another_kind(message.question, draft):
        plain = asked_plainly(message.question, draft) if whole else ""
        if plain and not (told_so := decide(Message(plain), reader, whole=False)[1]).refused:
            return query, told_so
        draft = instead_of(reader.facts, draft)
    if size := of_another_size(message.question, draft):
        return query, said_of_others(draft, size)
    if asks_as_told(message.question) and not draft.refused:
        return query, draft
    asked = len(asks_of(message.question))
    plain = unframed(message.question, reader.facts.understanding())

    def compared() -> Query:
        return _with_topic(message.understood(plain, reader), message.turns)

    told = _spread_out(message, plain, draft, reader) if whole else None
    listed = listed_alone(plain, reader.facts.understanding()) if whole and told is None else []
    complete = bool(listed) and not (draft.presumed or left_open(draft)) and all(_tells_of(draft, name) for name, _ in listed)
    if listed and not complete:
        told = _each_listed(message, listed, draft, reader)
    if told is None and (left_open(draft) or (asked > 1 and not complete)) and whether(query.bare) is None:  # no number says whether
        meant = compared()
        told = answer_wholly(reader.facts, meant, draft) if asked > 1 else None
        told = told or (_each_alone(message, plain, draft, reader) if whole else None)
        told = told or answer_worked(reader.facts, meant, draft)
        if told is None and asked == 1 and draft.refused:
            told = answer_wholly(reader.facts, meant, draft)
    elif told is None and whole:
        told = _each_alone(message, plain, draft, reader)
    if told is None and draft.refused and in_words(query):
        told = answer_in_words(reader.facts, query, reader.retriever)
    if told is not None and draft.refused and asked < 2:
        names = reader.facts.understanding().names
        apart = of_another_kind(message.question, told) or of_another_sector(query, told.figures) or _of_another_thing(query, told, names)
        apart = apart or (query.stock and bool(told.figures) and all(map(of_a_year_alone, told.figures)))
        told = None if apart else told
    if told is None and asked == 1 and not draft.refused:
        told = doubt(reader.facts, query, draft)
        told = told and (answer_worked(reader.facts, compared(), told) or told)
    draft = draft if told is None else without_planted(told)
    if whole and left_open(draft) and not own_post_asked(query):  # whoever is named elsewhere holds another post
        meant = message.understood(plain, reader) if _stands_alone(plain, query, reader) else compared()
        draft = without_planted(with_related(reader.facts, meant, reader.retriever, draft))
    if topic is not None and topic.kind is Kind.WORDS and _wants_section(message, topic.words, query, draft, reader):
        named = say_topics(reader.facts, query, topic)
        draft = without_planted(named) if named is not None else draft
    elif whole and draft.refused and (planned := say_planned(reader.facts, query)) is not None:
        draft = without_planted(planned)
    if whole and _of_another_brand(message.question, draft, reader):
        draft = instead_of(reader.facts, draft)
    if whole:
        draft = with_the_other(draft, message.question)
    if whole and not message.turns:
        draft = say_assumed(reader.facts, query, draft)
    return query, draft


def _of_another_thing(query: Query, told: Draft, names: Collection[str]) -> bool:
    """Whether an answer, however near its words are, is of another thing than is named or talked of: 计划什么时候开工, behind one project."""
    said = "".join(query.indicators)
    event = EVENT.search(said) if query.operation is Operation.WHEN else None
    named = max((n for n in names if len(n) > LEAST_SAID and n in query.text and is_thing(n)), key=len, default="")
    thing = query.focus or named or (said[: event.start()] if event is not None else "")
    return len(thing) > 1 and not is_all_known(thing) and not any(tells_of(thing, c.quote) for c in told.citations)


def _of_another_brand(question: str, draft: Draft, reader: Reader) -> bool:
    """Whether all numbers of an answer are told of others than the firm, or what it builds, that a question calls by its brand."""
    said = brands_said(question, reader.facts.understanding().brands)
    if not said or draft.refused or not draft.figures:
        return False
    told = "，".join(f.scope + f.indicator + reader.facts.sentence(f) for f in draft.figures)
    covered = sum(brand in told for brand in said)
    return covered < (2 if len(said) == 2 else 1)  # of two firms set against each other each is told


def _in_part(message: Message, reader: Reader) -> tuple[Query, Draft]:
    return decide(message, reader, whole=False)


def _one_after_another(message: Message, questions: Sequence[str], reader: Reader, chain: Chain | None) -> tuple[Query, Draft]:
    """Questions that one message asks, as if they were asked in turn."""
    turns, drafts = [*message.turns], []
    for question in questions:
        query, draft = decide(replace(message, question=question, turns=tuple(turns)), reader, chain)
        turns.append(Turn(query, _said(draft, query)))
        drafts.append(draft)
    return _told(message.question, turns[-1].query, drafts)


def _each_alone(message: Message, plain: str, draft: Draft, reader: Reader) -> Draft | None:
    """What a message asks for, ``plain`` without its frame, one after the other; None where one of it isn't answered."""
    formulas = {s.formula for s in draft.statements if s.formula}
    if not left_open(draft) and not formulas:
        return None
    known = reader.facts.understanding()
    drafts: list[Draft] = []
    asked = each_alone(plain, known)
    if not left_open(draft) and len(formulas) >= len(asked):
        return None
    for clause, alone in asked:
        onward = answer_onward(clause, drafts[-1], reader.facts) if drafts else None
        drafts.append(onward or decide(replace(message, question=alone), reader, whole=False)[1])
        if left_open(drafts[-1]) or (drafts[-1].presumed and not draft.refused):  # what rules found of it is surer
            return None
    if {s.formula for d in drafts for s in d.statements if s.formula} < formulas:
        return None
    return joined(drafts) if drafts else None


def _each_listed(message: Message, asked: Sequence[tuple[str, str]], draft: Draft, reader: Reader) -> Draft | None:
    """What is listed in one breath, one by one; None where together more of it was told."""
    together = 0 if left_open(draft) or draft.presumed else sum(_tells_of(draft, name) for name, _ in asked)
    drafts = [decide(replace(message, question=alone), reader, whole=False)[1] for _, alone in asked]
    found = sum(not (left_open(d) or d.presumed) and _tells_of(d, name) for d, (name, _) in zip(drafts, asked, strict=True))
    return joined(drafts) if found and found >= together else None


def _spread_out(message: Message, plain: str, draft: Draft, reader: Reader) -> Draft | None:
    """What is asked of each of several years, zones or things, where it has to be computed; None where one of it isn't answered."""
    known = reader.facts.understanding()
    parts = spread(plain, known)
    if parts is None:
        return None
    things = not any(re.search(r"\d", name) for name, _ in parts.asked)  # of years, another number may have been followed
    formed = sum(bool(s.formula) for s in draft.statements)
    set_apart = formed > 0 and len(draft.statements) > len(parts.asked)  # each is printed, their difference worked out
    worked_out = things and (formed >= len(parts.asked) or set_apart)
    if worked_out and not left_open(draft) and all(_tells_of(draft, name) for name, _ in parts.asked):
        return None  # rules have worked it out for each
    drafts = [decide(replace(message, question=alone), reader, whole=False)[1] for _, alone in parts.asked]
    formulas = {s.formula for d in drafts for s in d.statements if s.formula}
    if not formulas or formulas <= {s.formula for s in draft.statements}:
        return None
    if any(left_open(d) or (d.presumed and not left_open(draft)) for d in drafts):
        return None
    names = [name for name, _ in parts.asked]
    if not all(_tells_of(d, name) for d, name in zip(drafts, names, strict=True)):
        return None
    told = joined(drafts)
    compared = set_against(names, drafts) if parts.against else None
    if compared is None:
        return told
    return replace(told, statements=(*told.statements, replace(compared, citations=tuple(c.number for c in told.citations))))


def _tells_of(draft: Draft, name: str) -> bool:
    """Whether a figure of an answer is of the year, zone or thing that was asked of."""
    year = re.search(r"\d{2,4}", name)
    if year is not None:
        return any(f.period is not None and str(f.period.last_year).endswith(year.group()) for f in draft.figures)
    asked = bigrams(fold(name))
    return any(2 * len(asked & bigrams(fold(f.zone + f.scope + f.indicator))) >= len(asked) for f in draft.figures)


_OUTERMOST = re.compile("最[高低大小多少快慢好差]")


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
        of_sum = answer_onward(question, _again(last), reader.facts)
        if of_sum is not None:
            return replace(turns[-1].query, text=question), of_sum
    tallied = answer_tallied(question, [t.answer for t in turns], reader.facts) if turns else None
    if tallied is None and turns and (clauses := _TALLIED_FIRST.fullmatch(question)):  # 这三年加一块儿，投到总投资的百分之几了
        summed = answer_tallied(clauses["head"], [t.answer for t in turns], reader.facts)
        onward = answer_onward(clauses["tail"], summed, reader.facts) if summed is not None else None
        tallied = joined([summed, onward]) if summed is not None and onward is not None else None
    if tallied is not None:
        which = Operation.EXTREME if _OUTERMOST.search(question) else turns[-1].query.operation  # 它 is then the one that was found
        years = {f.period for f in tallied.figures if f.period is not None}
        later = (max(years, key=lambda p: p.end),) if len(years) > 1 and len(turns[-1].query.periods) == 1 else turns[-1].query.periods
        return replace(turns[-1].query, text=question, operation=which, periods=later), tallied  # 上年呢, 增加了多少: on from the later
    if last is not None and not last.refused and turns[-1].query.operation is Operation.WHO and _FROM_WHERE.fullmatch(question) and last.citations:
        return replace(turns[-1].query, text=question), _again(last)  # 新加坡某公司投资5.5亿元建设…: whose home stands before the name
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
            return _told(question, lead, apart)
    first, *others = split_questions(question, known)
    question = question if others else first  # what is listed, each with its number, asked as one
    query = understood(first)
    if (ahead := of_the_year_ahead(query, reader)) is not None and not drafted(ahead, reader).refused:
        query = ahead
    if others:
        return _told(question, query, _one_by_one(query, others, turns, reader))
    if (shared := _share_of_the_foremost(question, turns, reader, message)) is not None:
        return shared
    leaning = onward_clause(normalise_question(question))
    first, *others = clauses_of(question, known)
    lead = understood(first) if others else query
    apart = _one_by_one(lead, others, turns, reader) if others and leaning is None else []
    if apart and not any(d.unsure for d in apart):
        return _told(question, lead, apart)
    draft = drafted(query, reader)
    if turns and draft.refused and _YEAR_BEFORE.fullmatch(question) and (led := _led_back(turns[-1], reader)) is not None:
        return replace(query, text=question), led
    if turns and draft.refused:
        draft = _as_told(query, turns[-1], reader) or draft
        asked = _of_now(question, query, turns[-1].query, reader) if draft.refused else None
        if asked is not None and not (again := drafted(asked, reader)).unsure:
            query, draft = asked, again
    if leaning is not None:
        told_of = understood(leaning[0])
        before = drafted(told_of, reader)
        onward = answer_onward(leaning[1], before, reader.facts)
        if onward is not None and (draft.unsure or not _holds(draft, onward)):
            return _told(question, told_of, [before, onward])
    if others and leaning is not None:
        apart = _one_by_one(lead, others, turns, reader)
    if apart and (not any(d.unsure for d in apart) or (draft.unsure and not all(d.refused for d in apart))):
        return _told(question, lead, apart)
    if chain is not None and turns and draft.refused:
        clearer = chain.clearer(question, [t.query.text for t in turns])
        again = drafted(clearer, reader) if clearer is not None else draft
        if clearer is not None and not again.refused:
            told = Statement(f"按“{clearer.text}”理解。")
            return clearer, replace(again, statements=(told, *again.statements))
    return query, draft


def _share_of_the_foremost(question: str, turns: Sequence[Turn], reader: Reader, message: Message) -> tuple[Query, Draft] | None:
    """哪个片区产值最高，占全区多少: the one that is found, and its share; None where nothing or something else is asked of it."""
    clauses = _FOREMOST.fullmatch(question)
    lead = message.understood(clauses["head"], reader) if clauses is not None else None
    if clauses is None or lead is None or lead.operation is not Operation.EXTREME:
        return None
    known, found = reader.facts.understanding(), drafted(lead, reader)
    whole = of_the_foremost(clauses["tail"], [*turns, Turn(lead, _said(found, lead))], known)
    share = drafted(understand(whole, known), reader) if whole else None
    return _told(question, lead, [found, share]) if share is not None and not share.refused else None


def _beside(text: str) -> tuple[str, str] | None:
    """闲置厂房呢，比前一年多多少: a question that follows another, and what is asked of its answer."""
    parts = _BESIDES.fullmatch(text)
    return (parts["head"], parts["tail"]) if parts else None


def _stands_alone(text: str, query: Query, reader: Reader) -> bool:
    """Whether a question behind others names by itself all that it was understood to ask for (管委会有几个人)."""
    own = understand(text, reader.facts.understanding()).indicators
    return bool(own) and own == query.indicators and _LEANING.search(query.bare) is None


def _with_topic(query: Query, turns: Sequence[Turn]) -> Query:
    """A follow-up as it is compared as a whole: behind what was asked of before (生物医药，这个产业规上企业有几家)."""
    topic = "".join(turns[-1].query.indicators) if turns and not _CORRECTED.match(query.text) else ""
    return replace(query, bare=f"{topic}，{query.bare}") if topic and topic not in query.bare else query


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


def _wants_section(message: Message, words: str, query: Query, draft: Draft, reader: Reader) -> bool:
    """Whether a topic alone is told better by what the report says of it: where nothing was found, little, or only of years gone by."""
    alone = not message.turns or asks_topic(message.question, words, message.turns[-1].query.text)
    return draft.refused or (alone and (says_little(draft, words) or is_stale(query, draft, reader)))


def _as_told(query: Query, last: Turn, reader: Reader) -> Draft | None:
    """A follow-up on what was told just before in other words than were asked (搬走化工厂腾出多少亩 → 2019年呢), by the name told."""
    told = list(dict.fromkeys(last.answer.figures))
    same = (query.indicators, query.scopes) == (last.query.indicators, last.query.scopes)  # 石堰片区呢 is of a part
    if len(told) != 1 or last.answer.refused or not same or query.operation.in_words:
        return None
    draft = drafted(replace(query, indicators=(told[0].scope + told[0].indicator,), scopes=(), shorter=()), reader)
    return None if draft.unsure else draft


_YEAR_BEFORE = re.compile("(?:那么?)?(?:上|去|前)一?年(?:同期)?的?(?:呢|(?:又|是|有|为)*(?:多少|几)[㐀-鿿]{0,3})[?？。]*")


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
    complete = bool(own.indicators) and not own.periods and own.status is None and _LEANING.search(own.bare) is None
    aimed = last.status is Status.TARGET and bool(query.periods) and query.periods == last.periods
    return replace(own, zones=own.zones or query.zones) if complete and aimed else None


def _one_by_one(query: Query, others: Sequence[str], turns: Sequence[Turn], reader: Reader) -> list[Draft]:
    """Several questions in one message, each understood after the ones before."""
    drafts, asked, past = [drafted(query, reader)], query, [*turns]
    if drafts[0].refused and query.operation in (Operation.WHO, Operation.EXTREME):
        known = reader.facts.understanding()  # 产值最高的企业是哪家，交了多少税: of the one that isn't found
        others = [o for o in others if not says_indicator_alone(understand(o, known))]
    for other in others:
        answers = [*(t.answer for t in past), _said(drafts[-1], asked)]
        onward = answer_tallied(other, answers, reader.facts) if "它" in other else None  # of the message before, not of a base year
        onward = onward or answer_onward(other, drafts[-1], reader.facts) or answer_tallied(other, answers, reader.facts)
        if onward is not None:
            drafts.append(onward)
            continue
        past.append(Turn(asked, _said(drafts[-1], asked)))
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


def _told(text: str, query: Query, drafts: Sequence[Draft]) -> tuple[Query, Draft]:
    """What was asked one by one, as one; as understood stays the first."""
    return replace(query, text=normalise_question(text)), joined(drafts)


def _again(answer: Answer) -> Draft:
    """What was told before, to be worked on further."""
    return Draft(answer.statements, answer.citations, answer.refused, figures=answer.figures)


def _said(draft: Draft, query: Query) -> Answer:
    return Answer(query.text, draft.statements, draft.citations, (), draft.refused, query, 0.0, figures=draft.figures)

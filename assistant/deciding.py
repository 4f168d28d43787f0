"""A question → what is understood and what the index says to it: by rules, and where these find not all of it, compared as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.allbut import all_but, left_out
from assistant.apart import each_alone, of_the_thing
from assistant.brands import brands_said
from assistant.clauses import place_and_time
from assistant.confirming import claim_of
from assistant.conversation import Turn
from assistant.courtesy import plainly
from assistant.events import whether
from assistant.extractive import answer_onward
from assistant.extractive.asks import asks_of
from assistant.extractive.assumed import say_assumed
from assistant.extractive.besides import with_the_other
from assistant.extractive.byname import answer_by_name, share_by_name
from assistant.extractive.candidates import of_a_year_alone
from assistant.extractive.causes import answer_cause
from assistant.extractive.claimed import answer_claim
from assistant.extractive.doubting import doubt
from assistant.extractive.filters import of_another
from assistant.extractive.groups import group_asked
from assistant.extractive.inwords import answer_in_words, in_words
from assistant.extractive.jointly import answer_jointly
from assistant.extractive.measured import asked_plainly, instead_of, of_another_kind, of_another_size, said_of_others
from assistant.extractive.moved import tells_both_ends
from assistant.extractive.overview import say_planned, say_topics, says_little
from assistant.extractive.related import with_related
from assistant.extractive.restated import asks_as_told
from assistant.extractive.shapes import EVENT
from assistant.extractive.share import of_another_sector
from assistant.extractive.slot import of_its_year
from assistant.extractive.spread import set_against, set_against_sum
from assistant.extractive.supposed import answer_supposed
from assistant.extractive.whichproject import tells_state
from assistant.extractive.wholly import answer_wholly, lacks
from assistant.extractive.worked import answer_worked, as_nearest, left_open
from assistant.facts import Facts
from assistant.framing import unframed
from assistant.inbrief import in_brief
from assistant.inplainwords import as_usually_said, in_plain_words
from assistant.listed import listed_alone
from assistant.message import Message, Reader
from assistant.names import bigrams, fold
from assistant.newest import is_stale
from assistant.overall import of_a_year, of_all
from assistant.papers import of_next_year
from assistant.posts import own_post_asked
from assistant.presenting import without_form
from assistant.question import normalise_question, understand
from assistant.records import Draft, Operation, Query
from assistant.remarks import unhinted
from assistant.retried import retried
from assistant.ruling import LEANING, answered, by_rules, drafted_again, told_together
from assistant.separate import separate
from assistant.set_apart import asks_rate, one_against_sum, set_apart
from assistant.several import joined
from assistant.shares import as_share
from assistant.sized import LEAST_SAID, tells_of
from assistant.spread import spread
from assistant.supposing import supposition
from assistant.terms import is_all_known
from assistant.topics import Kind, asks_topic, topic_of
from assistant.understanding import Understanding
from assistant.verification import without_planted
from index.figures.ellipsis import is_thing

if TYPE_CHECKING:
    from assistant.llm import Chain

__all__ = ["decide"]

_CORRECTED = re.compile("不对|不是|错了|[弄搞问说]错|我(?:要|想)?(?:问|说|查)的是|[换改]成")  # what was asked of before isn't meant


def decide(message: Message, reader: Reader, chain: Chain | None = None, *, whole: bool = True, dressed: bool = False) -> tuple[Query, Draft]:
    """The question as understood, and what the index says to it: by rules, and where these find not all, as a whole.

    Where it is no ``whole`` message but one result of several, it is taken apart no further; ``dressed``, it is not asked in plain words.
    """
    if whole:
        known = reader.facts.understanding()
        met = as_usually_said(in_brief(of_next_year(said := normalise_question(message.question)), known), known)
        message = replace(message, question=met) if met != said else message
    if whole and not dressed and not message.turns:

        def ask(words: str, whole: bool) -> tuple[Query, Draft]:
            return decide(replace(message, question=words), reader, chain, whole=whole, dressed=True)

        def by_name(words: str) -> tuple[Query, Draft] | None:
            return _by_name(replace(message, question=words), reader, answer_by_name)

        if (in_short := in_plain_words(message, reader.facts.understanding(), ask, by_name)) is not None:
            return in_short
    if whole and (abreast := _by_name(message, reader, answer_by_name)) is not None:
        return abreast
    if whole and len(questions := separate(message.question, reader.facts.understanding())) > 1:
        return _one_after_another(message, questions, reader, chain)
    if whole and (besides := all_but(normalise_question(message.question))) is not None:
        meant, found = decide(replace(message, question=besides.whole), reader, chain)
        rest = left_out(found, besides.named) if not left_open(found) else None
        if rest is not None:
            return replace(meant, text=normalise_question(message.question)), rest
    if whole:
        message = replace(message, question=of_the_thing(without_form(plainly(message.question), reader.facts.understanding())))
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
            query, found = last.query, drafted_again(last.answer)
        else:
            known = reader.facts.understanding()
            base = place_and_time(normalise_question(message.question), meant_so.base, known) + meant_so.base
            query, found = decide(replace(message, question=base), reader, whole=False)
        reckoned = answer_supposed(reader.facts, meant_so, found)
        if reckoned is not None:
            return replace(query, text=normalise_question(message.question)), without_planted(reckoned)
    claim = claim_of(message.question) if whole else None
    if claim is not None:
        query, found = decide(replace(message, question=claim.base), reader, chain)
        if query.indicators and (confirmed := answer_claim(reader.facts, query, claim, found)) is not None:
            return replace(query, text=normalise_question(message.question)), without_planted(confirmed)
    near: tuple[Query, Draft] | None = None
    for bare in unhinted(message.question, reader.facts.understanding()) if whole else ():
        meant, found = decide(replace(message, question=bare), reader, chain)
        meant = replace(meant, text=normalise_question(message.question))
        if not (left_open(found) or as_nearest(found)):
            return meant, found
        near = (meant, found) if as_nearest(found) and not left_open(found) else near
    query, draft = by_rules(message, reader, chain)
    if near is not None and draft.refused:
        return near
    asked_of = normalise_question(message.question)
    again = retried(message, query, asked_of, reader, decide, _in_part) if whole and draft.refused else None
    if whole and draft.refused and (shared := _by_name(message, reader, share_by_name) or again) is not None:
        return shared
    if (draft.refused or _misses(draft)) and (as_part := as_share(asked_of)) != asked_of:
        meant, found = decide(replace(message, question=as_part), reader, whole=False)
        if not left_open(found):
            return replace(meant, text=asked_of), found
    if len(asks_of(message.question)) < 2 and (of_two := answer_jointly(reader.facts, query, draft)) is not None:
        return query, without_planted(of_two)
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

    told = _spread_out(message, plain, draft, reader) or _set_apart(message, plain, draft, reader) if whole else None
    listed = listed_alone(plain, reader.facts.understanding()) if whole and told is None else []
    complete = bool(listed) and not (draft.presumed or left_open(draft)) and all(_tells_of(draft, name) for name, _ in listed)
    if listed and not complete:
        told = _each_listed(message, listed, draft, reader)
    complete = complete or _of_each_part(query, draft) or tells_both_ends(query.text, draft)
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
    told = told or answer_cause(reader.facts, query, reader.retriever, draft)
    if told is not None and draft.refused and asked < 2:
        names = reader.facts.understanding().names
        apart = of_another_kind(message.question, told) or of_another_sector(query, told.figures) or _of_another_thing(query, told, names)
        apart = apart or _of_no_member(query, told) or any(of_another(f, "".join(query.indicators)) for f in told.figures)
        apart = apart or (query.stock and bool(told.figures) and all(map(of_a_year_alone, told.figures)))
        apart = apart or (of_its_year(query.text) and any("累计" in f.scope + f.indicator for f in told.figures))
        apart = apart or not tells_state(reader.facts, query, (c.quote for c in told.citations))
        told = None if apart else told
    if told is not None and left_open(draft) and _EACH_COUNTED.search(message.question) and of_another_kind(message.question, told):
        told = None
    if told is None and asked == 1 and not draft.refused:
        told = doubt(reader.facts, query, draft)
        told = (answer_worked(reader.facts, compared(), told) or told) if told else answer_worked(reader.facts, compared(), draft)
    draft = draft if told is None else without_planted(told)
    if whole and left_open(draft) and not own_post_asked(query):  # whoever is named elsewhere holds another post
        meant = message.understood(plain, reader) if _stands_alone(plain, query, reader) else compared()
        draft = without_planted(with_related(reader.facts, meant, reader.retriever, draft))
    if whole and draft.refused and asked > 1 and not message.turns and (some := _some_of_them(message, plain, reader)) is not None:
        draft = without_planted(joined([some, _related_alone(draft)]))
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


_EACH_COUNTED = re.compile("各(?:有|是)?(?:几|多少)[个家项户]")


def _by_name(message: Message, reader: Reader, answer: Callable[[Facts, Query, Understanding], Draft | None]) -> tuple[Query, Draft] | None:
    """What is answered of those that a question calls by name."""
    known = reader.facts.understanding()
    last = message.turns[-1].query if message.turns else None
    for text in dict.fromkeys((plainly(message.question), unframed(message.question, known))):
        query = understand(text, known)
        query = query.within((message.zone,) if message.zone else last.zones if last else (), last.periods if last else ())
        told = answer(reader.facts, query, known)
        if told is not None and not (_EACH_COUNTED.search(text) and of_another_kind(text, told)):  # 甲和乙的各几个 asks for no 产值
            return query, without_planted(told)
    return None


def _of_another_thing(query: Query, told: Draft, names: Collection[str]) -> bool:
    """Whether an answer, however near its words are, is of another thing than is named or talked of: 计划什么时候开工, behind one project."""
    said = "".join(query.indicators)
    event = EVENT.search(said) if query.operation is Operation.WHEN else None
    named = max((n for n in names if len(n) > LEAST_SAID and n in query.text and is_thing(n)), key=len, default="")
    thing = query.focus or named or (said[: event.start()] if event is not None else "")
    return len(thing) > 1 and not is_all_known(thing) and not any(tells_of(thing, c.quote) for c in told.citations)


def _misses(draft: Draft) -> bool:
    """Whether one of several that are asked for is said to be missing: 2022年87.0%；没有…2023年“税收占比”."""
    return any("；没有" in s.text for s in draft.statements)


def _of_no_member(query: Query, told: Draft) -> bool:
    """Whether a number of the whole stands for those of its parts: 各园区的财政收入各多少."""
    group = group_asked(query) if query.operation is Operation.PARTS else None
    return group is not None and not any(group.noun in c.quote for c in told.citations)


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
        turns.append(Turn(query, answered(draft, query)))
        drafts.append(draft)
    return told_together(message.question, turns[-1].query, drafts)


def _each_alone(message: Message, plain: str, draft: Draft, reader: Reader) -> Draft | None:
    """What a message asks for, ``plain`` without its frame, one after the other; None where one of it isn't answered."""
    formulas = {s.formula for s in draft.statements if s.formula}
    known = reader.facts.understanding()
    drafts: list[Draft] = []
    asked = each_alone(plain, known)
    if not left_open(draft) and (len(formulas) >= len(asked) if formulas else not lacks(draft, len(asked))):
        return None
    for clause, alone in asked:
        onward = answer_onward(clause, drafts[-1], reader.facts) if drafts else None
        drafts.append(onward or decide(replace(message, question=alone), reader, whole=False)[1])
        if left_open(drafts[-1]) or (drafts[-1].presumed and not draft.refused):  # what rules found of it is surer
            return None
    if {s.formula for d in drafts for s in d.statements if s.formula} < formulas:
        return None
    if not (formulas or left_open(draft)) and not {f.id for f in draft.figures} <= {f.id for d in drafts for f in d.figures}:
        return None  # what was told of all at once is told of none alone
    return joined(drafts) if drafts else None


def _some_of_them(message: Message, plain: str, reader: Reader) -> Draft | None:
    """Where a message asks for several things, of which the reports tell some: what they tell, and what they don't; None where it is nothing."""
    drafts = [decide(replace(message, question=alone), reader, whole=False)[1] for _, alone in each_alone(plain, reader.facts.understanding())]
    return joined(drafts) if any(not (left_open(d) or d.presumed or _misses(d)) for d in drafts) else None


def _related_alone(draft: Draft) -> Draft:
    """The sentences that a refusal gives beside, for what is not told of several that were asked."""
    related = tuple(s for s in draft.statements if s.text.startswith("相关的"))
    cited = {n for s in related for n in s.citations}
    return replace(draft, statements=related, citations=tuple(c for c in draft.citations if c.number in cited), figures=(), trace=(), hints=())


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
    compared = set_against(names, drafts, parts.against) if parts.against else None
    if compared is None:
        return told
    return replace(told, statements=(*told.statements, replace(compared, citations=tuple(c.number for c in told.citations))))


def _set_apart(message: Message, plain: str, draft: Draft, reader: Reader) -> Draft | None:
    """Zones or years compared in what has to be worked out for each, or isn't told of them together; None where one of it isn't answered."""
    known = reader.facts.understanding()
    if message.turns and not known.zones.find(plain):  # of what was talked of
        return None
    summed = one_against_sum(plain, known)
    parts = summed or set_apart(plain, known, answered=not left_open(draft))
    if parts is None:
        return None
    drafts = [decide(Message(alone), reader, whole=False)[1] for _, alone in parts.asked]
    if any(left_open(d) or d.presumed for d in drafts):
        return None
    formulas = {s.formula for d in drafts for s in d.statements if s.formula}
    missed = left_open(draft) or summed is not None or (asks_rate(parts) and not _tells_rate(draft))
    if not missed and (not formulas or formulas <= {s.formula for s in draft.statements}):
        return None
    names = [name for name, _ in parts.asked]
    compared = set_against(names, drafts, parts.against) if summed is None else set_against_sum(names, drafts, parts.against)
    told = joined(drafts)
    if compared is None or compared.formula in {s.formula for s in draft.statements}:
        return None
    if re.search("增速|增幅", plain) and "百分点" not in compared.text:
        return None
    if not all(is_all_known(name) or _tells_of(d, name) for d, name in zip(drafts, names, strict=True)):
        return None
    return replace(told, statements=(*told.statements, replace(compared, citations=tuple(c.number for c in told.citations))))


def _tells_rate(draft: Draft) -> bool:
    """Whether a figure in per cent is told, or one is worked out."""
    return any(f.unit in ("%", "％") for f in draft.figures) or any("%" in s.formula for s in draft.statements)


def _of_each_part(query: Query, draft: Draft) -> bool:
    """东片区和西片区各多少, where a figure is told of each part that is named."""
    told = {fold(f.scope) for f in draft.figures}
    return len(query.scopes) > 1 and not (draft.presumed or left_open(draft)) and told.issuperset(map(fold, query.scopes))


def _tells_of(draft: Draft, name: str) -> bool:
    """Whether a figure of an answer is of the year, zone or thing that was asked of."""
    year = re.search(r"\d{2,4}", name)
    if year is not None:
        return any(f.period is not None and str(f.period.last_year).endswith(year.group()) for f in draft.figures)
    asked = bigrams(fold(name))
    return any(2 * len(asked & bigrams(fold(f.zone + f.scope + f.indicator))) >= len(asked) for f in draft.figures)


def _stands_alone(text: str, query: Query, reader: Reader) -> bool:
    """Whether a question behind others names by itself all that it was understood to ask for (管委会有几个人)."""
    own = understand(text, reader.facts.understanding()).indicators
    return bool(own) and own == query.indicators and LEANING.search(query.bare) is None


def _with_topic(query: Query, turns: Sequence[Turn]) -> Query:
    """A follow-up as it is compared as a whole: behind what was asked of before (生物医药，这个产业规上企业有几家)."""
    topic = "".join(turns[-1].query.indicators) if turns and not _CORRECTED.match(query.text) else ""
    return replace(query, bare=f"{topic}，{query.bare}") if topic and topic not in query.bare else query


def _wants_section(message: Message, words: str, query: Query, draft: Draft, reader: Reader) -> bool:
    """Whether a topic alone is told better by what the report says of it: where nothing was found, little, or only of years gone by."""
    alone = not message.turns or asks_topic(message.question, words, message.turns[-1].query.text)
    return draft.refused or (alone and (says_little(draft, words) or is_stale(query, draft, reader)))

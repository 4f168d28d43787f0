"""A number that rules found, read once more beside the question: what the cross-encoder finds to be of another thing is not told.

Rules take 出让工业用地1130亩 for what the land was sold for, and 养老床位 added for all there are: each word is there, and the
question is another.  Of held-out questions of what a report nearly tells 105 of 690 are told so, 121 without, of those that
have an answer 347 of 559 rightly, 345 without (``python -m benchmarks.doubting``).  What the glossary knows to be the
indicator asked for (R&D经费, 全社会研发投入) stays told: the network has not read the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.asks import asks_of, fits, numbers_of
from assistant.extractive.calledso import called_so
from assistant.extractive.completing import completing
from assistant.extractive.crossing import answering, marked
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.grounding import says_all
from assistant.extractive.likeliest import words_of
from assistant.extractive.wholly import LEAST, WORTH_SAYING, compare, likeliest, nearest, tell
from assistant.extractive.within import named_within
from assistant.extractive.wording import said
from assistant.facts import Facts
from assistant.names import fold
from assistant.records import Aspect, Draft, Operation, Query
from assistant.several import joined
from assistant.story import asking_clauses
from index.records import Figure, FigureKind, Status

__all__ = ["DOUBTFUL", "doubt"]

DOUBTFUL = -2.5  # logit below which a number is not told …
SURE = 2.0  # … unless the question as understood is answered by it …
_COUNTED = re.compile("^(?:规模以上|规上)(?:工业)?(?:企业)?")  # whose 利润总额 it is goes without saying
KNOWN = 0.9  # … or linking knows its indicator for the asked one


def doubt(facts: Facts, query: Query, draft: Draft) -> Draft | None:
    """What is told instead of a single number that does not answer the question; None where it does.

    What the comparison of the whole question finds likely enough stays told, or is told instead.
    """
    asks = asks_of(query.bare)
    figures = {f.id: f for f in draft.figures}
    computed = any(s.formula for s in draft.statements)
    if len(asks) != 1 or not figures or draft.refused or query.operation.in_words or len(query.cells) > 1:
        return None
    if query.aspect not in (Aspect.VALUE, Aspect.GROWTH):
        return None
    asked = asking_clauses(asks[0].text)
    broader = query.operation is Operation.ONE and not any(says_all(facts, f, asked) for f in figures.values())  # 出口, of 对美出口
    if len(figures) != 1 or computed:
        return _of_another(facts, query, next(iter(figures.values())), ()) if broader else None
    if any(s.in_print for s in draft.statements):
        return None  # its words say what is counted in or left out
    (figure,) = figures.values()
    text = "".join(s.text for s in draft.statements)
    named = sorted((t for t in numbers_of(figure) if t.text in text), key=lambda t: not fits(t, asks[0]))
    told = named[0] if named and figure.kind is not FigureKind.SHARE else None  # 研发投入强度: a share that has a name
    if not broader and (told is None or (not draft.presumed and _known(facts, query, figure)) or not _doubtful(query, marked(facts, told))):
        return None
    best = likeliest(compare(facts, query, asks, Draft((), (), refused=True)))
    if best is not None and best[1] >= LEAST:
        return None if best[0].told[0].figure.id == figure.id else tell(facts, query, *best)
    return _of_another(facts, query, figure, [t.figure for t in best[0].told] if best is not None and best[1] >= WORTH_SAYING else [])


def _of_another(facts: Facts, query: Query, figure: Figure, near: Sequence[Figure]) -> Draft:
    """That what is asked is not told, with the number that is of another thing and the nearest beside it."""
    refusal = Drafting(facts)
    refusal.note("存疑", f"{said(figure)}（{figure.scope}{figure.indicator}）答的不是所问")
    zone = facts.short(query.zones[0]) if query.zones else ""
    period = query.periods[0].label if query.periods else ""
    refusal.say(f"{REFUSAL}{zone}{period}“{'、'.join(query.indicators) or query.bare}”。")
    return joined([refusal.draft(refused=True), nearest(facts, [figure, *near])])


def _doubtful(query: Query, text: str) -> bool:
    """Whether the question as asked is not answered, nor surely as understood (a subject carried over, a slip mended)."""
    if answering(query.bare, [text])[0] >= DOUBTFUL:
        return False
    grown = "增速" if query.aspect is Aspect.GROWTH else ""
    aim = query.status if query.status is Status.TARGET else ""
    understood = f"{''.join(query.scopes)}{'、'.join(query.indicators)}{aim}{grown}多少{query.unit}"
    return bool(answering(understood, [text])[0] < SURE)


def _known(facts: Facts, query: Query, figure: Figure) -> bool:
    """Whether linking knows the indicator for the asked one, or the number's clause says the last of the phrase (赔出, 补偿款)."""
    told = facts.figures([figure.zone], [figure.period] if figure.period else ())
    beside = told if figure.part_of else []
    in_state = [f for f in told if f.status is figure.status]
    if len(query.indicators) == 1 and called_so(in_state, "".join((*query.scopes, *query.indicators))) == figure:
        return True
    if any(named_within(beside, p) == figure for p in query.indicators):
        return True
    start = figure.start - figure.sentence_start
    done = completing("".join((*query.scopes, *query.indicators)), facts.sentence(figure), "%" if query.aspect is Aspect.GROWTH else query.unit)
    if any(start <= quantity.start < figure.end - figure.sentence_start for quantity, _ in done):
        return True
    before = fold(facts.sentence(figure)[:start])
    for phrase in map(fold, query.indicators):  # 生产安全事故死亡, of 发生生产安全事故6起、死亡5人
        rest = phrase.removesuffix(fold(figure.indicator))
        if 2 <= len(rest) < len(phrase) and rest in before:
            return True
    phrases = dict.fromkeys((*query.indicators, *(_COUNTED.sub("", p) for p in query.indicators), words_of(query.bare)))
    context = {figure.id: facts.sentence(figure)}
    linked = (facts.linker.link(p, [figure], unit=query.unit, stock=query.stock, aspect=Aspect.VALUE, contexts=context) for p in phrases)
    return any(c.features["same"] >= KNOWN for each in linked for c in each)

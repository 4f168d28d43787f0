"""还缺编几个人: the posts that are approved without those that are filled."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant import computing
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.operands import plainer
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Aspect, Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_vacancies"]

_ASKED = re.compile(
    "[缺空]编|空岗|(?:编制|定编|核编|额定|人手|在编|在岗)[^，,。?？]{0,6}(?:[还尚]?[缺欠短]|空[缺着出]?|没[满配招]|还差)|[没未](?:满编|配[齐满]|招[满齐]|到岗)|(?:还|尚)[缺欠](?:着)?(?:多少|几)(?:个|名)?(?:人|编|岗)"
)
# What stands in a question beside whose posts they are.
_BESIDE = re.compile(
    "(?:[还尚]?(?:[缺空]编制?|空岗|[缺欠短差空])|编制|定编|核编|人手|人员|在编|在岗|没满?|未满?|"
    "配[齐满]|招[满齐]|到岗|数|的|着|出|[个名人员]{1,2}$)+"
)
_APPROVED = re.compile("编制(?:数|总数|名额)?$|核定编制|定编|编制")
_FILLED = re.compile("实有|在岗|在编|到岗|现有|实际|实配|已配|在职|配备")


def answer_vacancies(drafting: Drafting, query: Query) -> bool | None:
    """The vacant posts; None when they aren't asked for, or are printed; False when the reports don't determine them."""
    if query.aspect is not Aspect.VALUE or not _ASKED.search(query.text) or not re.search("多少|几", query.text):
        return None
    facts = drafting.facts
    own = [f for f in facts.figures(query.zones[:1], query.periods[:1]) if f.kind is FigureKind.VALUE and f.status is Status.DONE]
    if any(re.search("[缺空]编|空[缺岗]|[缺空][^，]{0,2}编制|缺[员人]|缺口", f.scope + f.indicator) for f in own):
        return None
    whose = _BESIDE.sub("", plainer("".join((*query.scopes, *query.indicators))))
    pairs = [pair for f in own if (pair := _posts(facts, f, own, whose)) is not None]
    if not pairs:
        if "编" not in query.text:
            return None
        drafting.say(f"{REFUSAL}“{whose}缺编”的人数，也没有能算出它的编制数和实有人数。")
        return False
    approved, filled = max(pairs, key=lambda pair: pair[0].period.key if pair[0].period else "")
    a, b = approved.value or Decimal(0), filled.value or Decimal(0)  # 名 and 人 are one measure
    gap = computing.difference(a, b, filled.unit)
    lead = "超编" if b > a else ""
    drafting.say(
        f"{lead}{gap.text}（{describe(approved)}{amount(approved)}，{filled.indicator}{amount(filled)}；{gap.formula}）。",
        drafting.cite(approved, filled),
        gap.formula,
    )
    return True


def _posts(facts: Facts, approved: Figure, own: list[Figure], whose: str) -> tuple[Figure, Figure] | None:
    """编制38名，实有31人, of those who are asked of, told in one sentence."""
    name = approved.scope + approved.indicator
    if not _APPROVED.search(name) or approved.value is None or approved.unit not in ("名", "人", "个", "位"):
        return None
    grams = bigrams(fold(whose))
    if grams and len(grams & bigrams(fold(name))) < 0.6 * len(grams):
        return None
    after = [
        f
        for f in own
        if (f.report_id, f.sentence_start) == (approved.report_id, approved.sentence_start)
        and f.start > approved.start and f.unit in ("名", "人", "个", "位") and f.value is not None
    ]
    filled = next((f for f in sorted(after, key=lambda f: f.start) if _FILLED.search(f.scope + f.indicator)), None)
    return (approved, filled) if filled else None

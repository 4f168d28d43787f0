"""Draft → verdicts: every number of an answer stands in a cited quote, is computed from such numbers, or is called out.

Nothing is repaired in silence.  A number is held against the figures of the cited spans: indicator, zone, period,
unit and status must be the same; years and dates against quotes, periods and the question; counts of the answer's own
list (共3条) against the answer; names against the quotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.records import Citation, Draft, Query, Statement, Verdict, VerdictKind
from assistant.verification.absence import found_after_all
from assistant.verification.claims import Claim, Context, read_claims
from assistant.verification.evidence import Evidence, Library, squeezed
from assistant.verification.matching import Match, match
from assistant.verification.mentions import Mention, MentionKind, find_mentions, folded
from assistant.verification.names import share_known, strange_names, ungrounded
from assistant.verification.recomputing import Computation, parse_formula, recompute, rounds_to
from assistant.verification.words import NEGATED

if TYPE_CHECKING:
    from assistant.facts import Facts

__all__ = ["Verifier"]

_FORMULA = re.compile(
    r"[(（]?\d[\d.,]*%?\s*[)）]?(?:\s*[-−+×÷*/^]\s*[(（]?\s*\d[\d.,]*%?(?:\s*[-−+]\s*\d[\d.,]*%?)?\s*[)）]?)+\s*[=≈]\s*-?\d[\d.,]*%?"
)
_ANNOUNCES = re.compile(r"^共\d+条[：:]|\d种口径，分别列出")  # what lists the next ones, whatever is told behind them
_LISTED = re.compile(r"(?:共|有|以下|下列)$")
_RESULTS = (  # what a formula looks like, and the words that announce its result
    (re.compile(r"[-−][^÷]*\)? ÷"), re.compile("增|降|升|跌|涨|减|快|慢|变化|幅|速")),
    (re.compile(r"100%"), re.compile("占|比重|比例|份额|完成率|相当于|达到|完成|贡献|几成|百分")),
    (re.compile(r"\+.*\) ÷ \d"), re.compile("平均|均")),
    (re.compile(r"÷ (?:\(1|[\d.]+%)"), re.compile("约|推算|反推|推|同期|上年|去年|目标|任务|计划")),
    (re.compile("÷"), re.compile("倍|翻|比")),
    (re.compile(r"\+"), re.compile("合计|共|总|加|和")),
    (re.compile(""), re.compile("差|多|少|高|低|增|减|降|升|超|缺口|顺差|逆差|进|退|前移|变化|推算|约")),
)
_RESTS = 0.8  # of a sentence's telling words
_VAGUE = re.compile("(?:左右|上下|以上|以下|以内|之内|的?增速)?.?")
_QUOTATION = 10  # characters of a sentence that stands word for word in a quote


@dataclass(frozen=True, slots=True)
class _Case:
    """One statement with all that it is held against."""

    statement: Statement
    evidence: tuple[Evidence, ...]
    query: Query
    computations: tuple[Computation, ...]
    claims: tuple[Claim, ...]  # of this statement and those before it
    counts: frozenset[int]  # of what the answer itself lists: statements that follow, parts of this one


class Verifier:
    """Judges answers over one index generation.  Thread-safe; keeps what it read of cited spans."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._library = Library(facts)

    def verify(self, draft: Draft, query: Query) -> tuple[Verdict, ...]:
        """A verdict for every number of the draft, and for invented names, in order; spans are of the joined texts."""
        verdicts: list[Verdict] = []
        earlier: list[Claim] = []
        context, offset = replace(_context(query), status=None), 0  # our own words always name another status
        formulas = tuple(c for s in draft.statements if s.formula and (c := parse_formula(s.formula)))
        for number, statement in enumerate(draft.statements):
            found, context, claims = self._judge(
                statement, draft, query, context, earlier, formulas, len(draft.statements) - number - 1, decided=True
            )
            verdicts += [replace(v, start=v.start + offset, end=v.end + offset) for v in found]
            earlier = [*earlier, *claims]
            offset += len(statement.text)
        return tuple(verdicts)

    def check(
        self, sentence: Statement, decided: Draft, query: Query, before: Sequence[Statement] = ()
    ) -> tuple[Verdict, ...]:
        """Verdicts on one sentence that somebody else wrote, over the citations and computations of what was decided.

        ``before`` are the sentences already released.  Spans are of ``sentence.text``.
        """
        earlier: list[Claim] = []
        context = _context(query)
        for statement in before:
            claims, context = read_claims(statement.text, self.facts.zones, context)
            earlier += claims
        formulas = tuple(c for s in decided.statements if s.formula and (c := parse_formula(s.formula)))
        return tuple(self._judge(sentence, decided, query, context, earlier, formulas, 0, decided=False)[0])

    def resting_on(self, text: str, citations: Sequence[Citation]) -> tuple[int, ...]:
        """The one citation that has nearly all words of a sentence; () when none has, or the sentence says nothing."""
        shares = [(share_known(text, self._library.evidence(c), self.facts.zones), c.number) for c in citations]
        best = max(shares, default=(0.0, 0), key=lambda pair: pair[0])
        return (best[1],) if best[0] >= _RESTS else ()

    def _judge(
        self,
        statement: Statement,
        draft: Draft,
        query: Query,
        context: Context,
        earlier: Sequence[Claim],
        formulas: tuple[Computation, ...],
        following: int,
        *,
        decided: bool,
    ) -> tuple[list[Verdict], Context, list[Claim]]:
        text = statement.text
        resolved = [n for n in statement.citations if 1 <= n <= len(draft.citations)]
        cited = [draft.citations[n - 1] for n in resolved] or list(draft.citations)
        evidence = tuple(self._library.evidence(c) for c in cited)
        claims, context = read_claims(text, self.facts.zones, context)
        case = _Case(
            statement,
            evidence,
            query,
            formulas,
            (*earlier, *claims),
            _listed(text) | (frozenset(range(2, following + 1)) if _ANNOUNCES.search(text) else {following}),
        )
        verdicts = self._numbers(case, claims)
        verdicts += [_unsupported(f"[{n}]", 0, 0, "没有这条引文") for n in statement.citations if n not in resolved]
        if resolved and not _is_quotation(text, evidence):
            known = (query.text, *(s.text for s in draft.statements)) if not decided else (query.text,)
            verdicts += [
                _unsupported(s.text, s.start, s.end, s.note)
                for s in strange_names(text, evidence, known, claims, self.facts.zones)
            ]
            if not decided and ungrounded(text, evidence, known, self.facts.zones):
                verdicts.append(_unsupported(text, 0, len(text), "所引的原文没有说这些"))
        if not decided and (figure := found_after_all(text, query, self.facts)):
            verdicts.append(
                _unsupported(
                    text,
                    0,
                    len(text),
                    f"报告里有：{figure.scope}{figure.indicator}{figure.value_text or figure.growth_text}",
                )
            )
        return sorted(verdicts, key=lambda v: v.start), context, claims

    def _numbers(self, case: _Case, claims: Sequence[Claim]) -> list[Verdict]:
        text = case.statement.text
        quoted = _is_quotation(text, case.evidence)
        formulas = [(m.start(), m.end(), _unbracketed(m.group())) for m in _FORMULA.finditer(text)]
        by_start = {c.mention.start: c for c in claims}
        verdicts = []
        for mention in find_mentions(text):
            written = next((f for a, b, f in formulas if a <= mention.start < b), "")
            if mention.kind in (MentionKind.YEAR, MentionKind.DATE):
                verdicts.append(self._when(mention, case))
            elif quoted is not None:
                verdicts.append(_supported(mention, quoted.citation))
            elif written:
                verdicts.append(_in_formula(mention, written, case))
            else:
                verdicts.append(self._claim(by_start[mention.start], case))
        return verdicts

    def _claim(self, claim: Claim, case: _Case) -> Verdict:
        mention = claim.mention
        items = [i for e in case.evidence for i in e.items]
        outcome = match(claim, items)
        if mention.upper is not None and isinstance(outcome, Match):  # a range: its other end as well
            outcome = match(replace(claim, mention=replace(mention, value=mention.upper, upper=None)), items)
        if isinstance(outcome, Match):
            note = {
                "换算": f"由{outcome.item.text}换算",
                "四舍五入": f"{outcome.item.text}四舍五入",
                "约数": f"原文是{outcome.item.text}",
            }.get(outcome.how, "")
            return Verdict(
                mention.text, mention.start, mention.end, VerdictKind.SUPPORTED, (outcome.item.citation,), note=note
            )
        if computed := _computed(claim, case):
            return Verdict(
                mention.text, mention.start, mention.end, VerdictKind.COMPUTED, case.statement.citations, computed
            )
        if citation := _in_a_name(claim, case):
            return _supported(mention, citation)
        if mention.value == _before(claim, case) and re.match("合计|之和|相加|共|总|加", claim.after):
            return Verdict(mention.text, mention.start, mention.end, VerdictKind.COMPUTED, (), note="所列的项数")
        if (
            mention.value is not None
            and mention.value > 1
            and mention.value in case.counts
            and (_LISTED.search(claim.before.rstrip()) or mention.unit in ("条", "项", "个", "家", "点", "方面"))
        ):
            return Verdict(mention.text, mention.start, mention.end, VerdictKind.COMPUTED, (), note="所列的条数")
        if _asked(mention, case):
            return Verdict(mention.text, mention.start, mention.end, VerdictKind.QUESTION)
        return _unsupported(mention.text, mention.start, mention.end, outcome.reason)

    def _when(self, mention: Mention, case: _Case) -> Verdict:
        """A year or a date: of a cited period, printed in a quote, or asked about."""
        text = squeezed(mention.text)
        for evidence in case.evidence:
            if _stands_in(text, evidence.text) or (mention.kind is MentionKind.YEAR and _covers(mention, evidence)):
                return _supported(mention, evidence.citation)
            if mention.kind is MentionKind.DATE and _months(text) in {
                (p.first_month, p.last_month) for p in evidence.periods
            }:
                return _supported(mention, evidence.citation)
        years = [int(y) for y in re.findall(r"(?:19|20)\d\d", text)]
        of = [next((e for e in case.evidence if any(p.first_year <= y <= p.last_year for p in e.periods)), None) for y in years]
        if len(years) > 1 and (first := of[0]) is not None and all(e is not None for e in of):  # 从2018年到2019年, each of them cited
            return _supported(mention, first.citation)
        if _stands_in(text.rstrip("年"), squeezed(case.query.text)) or (
            mention.kind is MentionKind.YEAR
            and any(
                mention.value is not None and p.first_year <= mention.value <= p.last_year
                for p in (*case.query.periods, *case.query.report_periods)
            )
        ):
            return Verdict(mention.text, mention.start, mention.end, VerdictKind.QUESTION)
        lacking = (_LACKS if case.query.years_back else _TOLD_LACKING).search(case.statement.text[: mention.start])
        if lacking:  # 近三年, 也没有2017年“税收”: one that no report is of
            return Verdict(mention.text, mention.start, mention.end, VerdictKind.QUESTION)
        if not case.statement.citations and any(
            card.period and mention.value in (card.period.first_year, card.period.last_year)
            for card in self.facts.cards.values()
        ):
            return Verdict(mention.text, mention.start, mention.end, VerdictKind.SUPPORTED, (), note="报告期")
        reckoned = any(_TURNED_BACK.search(c.text) for c in case.computations)
        if reckoned and any(mention.value == p.first_year - 1 for e in case.evidence for p in e.periods):
            return Verdict(mention.text, mention.start, mention.end, VerdictKind.COMPUTED, case.statement.citations, note="由下一年的数推算")
        return _unsupported(mention.text, mention.start, mention.end, "所引的原文不是这个时候的")


_LACKS = re.compile("没有[^，,。；;]*$")
_TOLD_LACKING = re.compile("(?:报告中|(?:^|[，,。；;])也)没有[^，,。；;完达实]*$")
_TURNED_BACK = re.compile(r"[÷/]\s*\(1\s*[+−-]")  # 4.36 ÷ (1 + 3.1%): the year before, from a growth


def _context(query: Query) -> Context:
    return Context(
        "".join(query.indicators),
        frozenset(query.zones),
        frozenset() if query.report_periods or query.operands or query.years_back else frozenset(query.periods),
        query.status,
    )


def _supported(mention: Mention, citation: Citation) -> Verdict:
    return Verdict(mention.text, mention.start, mention.end, VerdictKind.SUPPORTED, (citation.number,))


def _unsupported(text: str, start: int, end: int, note: str) -> Verdict:
    return Verdict(text, start, end, VerdictKind.UNSUPPORTED, note=note)


def _is_quotation(text: str, evidence: Sequence[Evidence]) -> Evidence | None:
    """The evidence that has the sentence word for word, from the beginning of one of its own sentences."""
    bare = squeezed(text).rstrip("。；;，")
    bare = (
        re.sub(r"^共\d+条[：:]|^[^：:，。]{1,14}[：:](?=.{10})", "", bare)
        if not any(bare in e.text for e in evidence)
        else bare
    )
    if len(bare) < _QUOTATION:
        return None
    for found in evidence:
        at = found.text.find(bare)
        if at == 0 or (at > 0 and found.text[at - 1] in "。；;！？：:"):
            return found
    return None


def _unbracketed(written: str) -> str:
    """（142.7 − 88.3 = 54.4: the bracket that opens in the sentence around a formula is not the formula's."""
    opens = written[0] in "(（" and len(re.findall("[(（]", written)) > len(re.findall("[)）]", written))
    return (written[1:] if opens else written).strip()


def _in_formula(mention: Mention, written: str, case: _Case) -> Verdict:
    """An operand or the result of a formula that is written out."""
    computation = parse_formula(written)
    right = re.split("[=≈]", written)[-1]
    if computation and mention.value is not None and (shown := re.search(r"\d[\d.,]*", right)):
        good = _gives(computation, Decimal(shown.group().rstrip(".,").replace(",", "")), percent="%" in right)
        if good and all(_is_known(o, case) for o in computation.operands):
            return Verdict(
                mention.text,
                mention.start,
                mention.end,
                VerdictKind.COMPUTED,
                case.statement.citations,
                written,
            )
    return _unsupported(mention.text, mention.start, mention.end, "算式不成立，或算式里的数不在所引的原文里")


def _gives(computation: Computation, shown: Decimal, *, percent: bool) -> bool:
    return rounds_to(computation.result, shown) or (percent and rounds_to(computation.result * 100, shown))


def _is_known(operand: Decimal, case: _Case) -> bool:
    if operand == operand.to_integral() and (operand <= 12 or operand == 100):
        return True  # ÷ 3, × 100%, 1 + 9%
    return (
        any(abs(i.value) == operand or f"{operand:f}" in e.text for e in case.evidence for i in e.items)
        or any(operand in c.operands for c in case.computations)
        or any(c.mention.value is not None and abs(c.mention.value) == operand for c in case.claims[:-1])
    )


def _computed(claim: Claim, case: _Case) -> str:
    value = claim.mention.value
    if value is None:
        return ""
    for computation in case.computations:
        if _gives(computation, value, percent=claim.mention.unit in ("%", "个百分点")) and (
            computation.text == case.statement.formula or _announced(claim, computation, case.query)
        ):
            return computation.text
    return recompute(claim, case.claims)


def _announced(claim: Claim, computation: Computation, query: Query) -> bool:
    """Whether the words around a number say that it is such a result: a figure of that size isn't taken for one."""
    around = claim.before[-24:] + claim.lead + claim.after[:10] + claim.mention.unit + claim.mention.qualifier
    if not claim.before.strip(" ，,：:"):
        around += query.text
    return bool(next(cue for sign, cue in _RESULTS if sign.search(computation.text)).search(around))


def _listed(text: str) -> frozenset[int]:
    """How many things a sentence may be said to list: by semicolons, by enumeration commas, by markers."""
    markers = len(re.findall(r"[一二三四五六七八九十]是|[（(]?\d{1,2}[)）.、](?!\d)|[①-⑳]", text))
    return frozenset({len(re.findall("[；;]", text.rstrip("；;。"))) + 1, text.count("、") + 1, markers})


def _before(claim: Claim, case: _Case) -> int:
    """How many numbers the same sentence gave before this one."""
    return sum(c.sentence == claim.sentence and c.mention.start < claim.mention.start for c in case.claims)


def _in_a_name(claim: Claim, case: _Case) -> Citation | None:
    """A number that belongs to a name (5-10亿元项目, 110千伏变电站): the name stands so in the quote."""
    text = case.statement.text
    stop = re.split("[，,。；;、：:（）()]", text[claim.mention.end :], maxsplit=1)[0][:4]
    if len(stop) < 2 or _VAGUE.fullmatch(stop):
        return None
    key = squeezed(claim.mention.text + stop[:3])
    return next((e.citation for e in case.evidence if _stands_in(key, e.text)), None)


def _asked(mention: Mention, case: _Case) -> bool:
    """A number that only repeats the question: a threshold in a name, or what the sentence says is not so."""
    text, asked = folded(case.statement.text), folded(case.query.text)
    if not any(m.value == mention.value and m.unit[:1] == mention.unit[:1] for m in find_mentions(asked)):
        return False
    threshold = re.match("以上|以下|以内|的?(?:大?项目|企业)", text[mention.end :])
    return bool(threshold or NEGATED.search(text))


def _stands_in(key: str, text: str) -> bool:
    left = r"(?<![\d.])" if key[:1].isdigit() else ""
    right = r"(?![\d.]*\d)" if key[-1:].isdigit() else ""
    return key in text and re.search(left + re.escape(key) + right, text) is not None


def _covers(mention: Mention, evidence: Evidence) -> bool:
    """A cited span speaks of this year; of the year before only where it compares (上年)."""
    years = [int(y) if len(y) == 4 else 2000 + int(y) for y in re.findall(r"\d+", folded(mention.text))] or [
        int(mention.value or 0)
    ]
    spoken = {y for p in evidence.periods for y in range(p.first_year, p.last_year + 1)}
    return all(y in spoken for y in years)


def _months(text: str) -> tuple[int, int]:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    return (numbers[0], numbers[-1]) if numbers and "日" not in text else (0, 0)

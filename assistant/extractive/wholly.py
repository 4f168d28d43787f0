"""The whole question compared with what a report tells, sentence by sentence: for what no rule answers in full.

Rules read a question piece by piece, and one word taken for another (加一块儿 for a sum, 派了 for a task) leads all of it
astray.  Here nothing is taken out of it but its zone and period: every choice of one number for each thing asked (one to
three), out of one sentence or two that follow one another, is compared with it, and a linear model gives each choice and
“none of them” a share of likelihood.  Reports tell in one sentence what belongs together (保障性租赁住房开工1,860套，基本建成
1,240套), and who asks for several numbers mostly asks for those of one.  Weights are fitted by ``python -m benchmarks.wholly``.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.extractive.asks import Ask, Sort, Told, asks_of, fits, numbers_of
from assistant.extractive.candidates import rank
from assistant.extractive.crossing import answering, marked
from assistant.extractive.drafting import NO_ORDER, NO_RATE, NOT_ALL, NOT_TAKEN_OFF, REFUSAL, Drafting
from assistant.extractive.grounding import narrowed, of_what_is_told_nowhere, said_around, said_nowhere
from assistant.extractive.likeliest import alike, reading_of, words_of
from assistant.extractive.likelihood import Matrix, Rarity, in_deviations, likelihoods, stored_weights
from assistant.extractive.nearness import (
    is_of_before,
    names_another,
    of_no_such_firm,
    says_otherwise,
)
from assistant.extractive.operand import of_all_alone
from assistant.extractive.single import assumption
from assistant.extractive.slot import SPENT_IN_A_YEAR
from assistant.extractive.undone import of_another_state
from assistant.extractive.wording import describe, growth, said
from assistant.facts import Facts
from assistant.linking import Candidate, dimension
from assistant.names import bigrams, fold
from assistant.periods import THAN_YEAR_BEFORE
from assistant.records import Aspect, Draft, Operation, Query
from assistant.several import joined
from assistant.terms import find_terms, relation
from index.glossary import aliases, broad_words, is_known, normalise
from index.records import Figure, FigureKind, Status

__all__ = ["AIM", "ASKS_ALONE", "FEATURES", "LEAST", "LEAST_OF_SEVERAL", "WORTH_SAYING", "Choice", "Compared", "answer_wholly", "compare",
           "found_elsewhere", "lacks", "likeliest", "nearest", "says_one_alone", "tell"]

LEAST = 0.7  # likelihood of what is told where one number is asked for …
WORTH_SAYING = 0.4  # … of what a refusal says as the nearest …
LEAST_OF_SEVERAL = 0.5  # … and where several are; python -m benchmarks.wholly prints what other limits would give
LEAST_INSTEAD = 0.6  # … and where rules found all of them, out of several sentences or of another thing
SENTENCES = 12  # compared further
FEW = 12  # zones, of which none is named, whose numbers are compared together
READ = 6  # numbers for each asked thing that the cross-encoder reads, the nearest by their words: 99% of those that answer
READ_OF_KNOWN = 3  # … where what is asked is an indicator that the glossary knows: rules have looked for it by all of its names
TOLD = 5  # numbers of a sentence that may be one asked thing
MOST = 300
SAID = "以上按意思最接近的一句回答，请对照原文。"

#: What is measured of a choice; a mean is over what is asked.
FEATURES = {
    "around": "share of the question's characters, the rarer the more, that sentence and headings say",
    "like": "words of one meaning that question and sentence say differently, 3 at most",
    "own": "mean share of its characters, the rarer the more, that the figure's clause and name say",
    "said": "mean share of the name's characters, the rarer the more, that the question says",
    "named": "mean share of the name's bigrams that it says (linking)",
    "same": "mean of how far known indicators are the same (linking)",
    "other": "mean of how far they are others (linking)",
    "action": "mean of 0.5 where both say 开工, -1 where one says another of the words that exclude one another (linking)",
    "stock": "mean of total or addition, as asked (linking)",
    "unsaid": "mean share of its characters that neither name nor sentence nor headings say, in runs of two and more",
    "unit": "share of what is asked that names its unit, printed so",
    "aim": "share of what is asked whose figure is an aim where its words speak of one, and else none",
    "found": "share of what is asked that rules found as well",
    "apart": "1 where they stand in two sentences",
    "older": "share that is not of the newest report's period, where no period is asked for",
    "rivals": "numbers of the sentence that could as well be what is asked, by their unit alone; mean logarithm",
    "first": "1 for the choice whose names are nearest in meaning",
    "read": "mean logit of the cross-encoder, in fives",
    "least": "the lowest of them",
    "computes": "of “none”: 1 where rules read a computation",
    "elsewhere": "of “none”: 1 where rules found it in another period, zone or state",
    "none": "1 for “none”",
}
OF_NONE = 3  # the last features
#: How near a choice is by its words alone, a weight a feature: what is read and what is not.
BY_WORDS = np.array([{"around": 3, "own": 3, "said": 1, "named": 1, "same": 1, "aim": 1, "unsaid": -1}.get(name, 0) for name in FEATURES])

_FIRST = re.compile("最|第一|首位|榜首|居首|之首|首家|龙头|唯一|头号|冠军")
ASKS_ALONE = re.compile("一?共|总共|现在|目前|大概|有|是|几|多少|[了的吗呢啊个人钱元亩家户万亿？?，,。]")
_AVERAGE = re.compile("平均|每(?![年天月日周季]|一?年)|摊到|[亩户人]均")
_OWN_AREA = re.compile("本区|自己区|区里自己|区内|自己辖区|辖区内|区本级|自身")
_WIDER = re.compile("全[市省县州国]")
_EACH = re.compile("[均每]")
_TOGETHER = re.compile("加(?:起来|一起|一块儿?|在一起|总)|合(?:起来|在一起)|相加|之和|总和")
_IN_ALL = re.compile("合计|总计|共|总和|累计|三者|两者|[两三四五六七八九十\\d][个家项大条]")
_NOT_THE_AIM = re.compile("(?:不要|不是|别给|不问|不看|而?非)(?:目标|计划|预计|预期|任务)[数值]?")  # 要结果不要目标
_PAST_GOAL = re.compile("超收|欠收|短收|超额(?:完成)?了?(?:多少|几)|超了(?:多少|几)|超出了?(?:多少|几)|差(?:了|着)?(?:多少|几)")
_FORESEEN = re.compile("预[计测判期估]|估|以后|[之投达]产?后|建成后")
_ELSEWHERE = re.compile("有的是|别的开发区有")
_IN_TOTAL = re.compile("[一总]共要|总投资|要[砸花投]")  # 一共要砸多少钱 asks what a thing costs
AIM = re.compile("目标|计划|打算|准备|原定|定的|力争|任务|想要?|要到|预期|年初定|争取|安排|指标")


@dataclass(frozen=True, slots=True)
class Choice:
    """A number for each thing asked."""

    told: tuple[Told, ...]

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(t.text for t in self.told)


@dataclass(frozen=True, slots=True)
class Compared:
    """Choices with their features, and those of “none” last, (choices + 1, len(FEATURES))."""

    choices: tuple[Choice, ...]
    rows: Matrix


_MOVES = re.compile("[增减降升涨跌多少]|差|变|[%％点位名]")


def _tells_of_change(told: Told) -> bool:
    figure = told.figure
    return told.grew or _MOVES.search(f"{figure.kind}{figure.scope}{figure.indicator}{figure.unit}") is not None


_BASE = re.compile("占(?:了|到)?(?P<of>[㐀-鿿A-Za-z]{2,12})")


def _of_another_base(question: str, figure: Figure) -> bool:
    """研发投入占GDP多少 is not told by 研发投入占营业总收入的5.5%: both name what it is a share of, and not the same."""
    asked, own = _BASE.search(question), _BASE.search(figure.indicator)
    mine, told = (find_terms(m["of"])[:1] if m is not None else () for m in (asked, own))
    return bool(mine and told) and relation(mine[0], told[0]) <= 0


def answer_wholly(facts: Facts, query: Query, before: Draft) -> Draft | None:
    """All that is asked, where ``before`` lacks some of it or tells another's; None where nothing is likely enough."""
    asks = asks_of(query.bare)
    text = "".join(s.text for s in before.statements)
    lacking = lacks(before, len(asks))
    settled = any(why in text for why in (NO_RATE, NO_ORDER, NOT_ALL, NOT_TAKEN_OFF)) or (len(asks) == 1 and not before.refused)
    if not asks or settled or _names_nothing(query) or (not lacking and any(s.formula for s in before.statements)):
        return None
    best = likeliest(compare(facts, query, asks, before))
    if best is None:
        return None
    choice, likelihood = best
    if any(_undone_told_as_done(facts, a, t) for a, t in zip(asks, choice.told, strict=True)):
        return None
    if len(asks) == 1 and any(_of_nothing_told(facts, query, t) for t in choice.told):
        return None
    if len(asks) > 1 and any(_another_indicator(a, t) or _of_wider(a, t) for a, t in zip(asks, choice.told, strict=True)):
        return None
    if query.operation is Operation.EXTREME and not any(_FIRST.search(facts.sentence(t.figure)) for t in choice.told):
        return None  # 引进9个项目，总投资47.5亿元 tells of none how large it is
    moved = query.aspect is Aspect.GROWTH or THAN_YEAR_BEFORE.search(query.text)
    if moved and len(asks) == 1 and not any(map(_tells_of_change, choice.told)):
        return None  # 8.6亿元 does not say how far it moved
    meant = {name for said in query.indicators for name in (normalise(said), *broad_words().get(said, ()))}  # 投资 is 固定资产投资
    found = {f.name for f in before.figures if not f.scope} & meant
    if len(asks) > 1 and not found <= {t.figure.name for t in choice.told}:
        return None  # 财政总收入和固定资产投资各多少，出口呢: what is told by just its name stays told, though the last is not there
    least = LEAST if len(asks) == 1 else LEAST_OF_SEVERAL if lacking else LEAST_INSTEAD
    named = all(said in text for said in choice.said)
    if len(asks) == 1 and WORTH_SAYING <= likelihood < least and not named:
        return joined([before, nearest(facts, [t.figure for t in choice.told])])
    fewer = len(query.periods) > 1 and {f.period for f in before.figures} > {t.figure.period for t in choice.told}
    if likelihood < least or (not lacking and (named or fewer)):
        return None
    return tell(facts, query, _of_the_newest(facts, choice) if not query.periods else choice, likelihood)


def _of_nothing_told(facts: Facts, query: Query, told: Told) -> bool:
    """Whether a known indicator is asked of something that the report doesn't tell of, and that of all would be told: 军工技改投资."""
    slot = reading_of(query)
    return slot is not None and any(of_what_is_told_nowhere(c, slot.phrase) for c in rank(facts, [told.figure], slot))


def _of_the_newest(facts: Facts, choice: Choice) -> Choice:
    """全省排第几, of no year: each number as the newest report that tells it by that name has it; of numbers of one sentence as they are."""
    if len(choice.told) > 1 or choice.told[0].grew:
        return choice
    f = choice.told[0].figure
    if f.kind is not FigureKind.RANK and not is_known(f.indicator):
        return choice  # 首发募资, of another firm in another year
    alike = (
        g for g in facts.figures((f.zone,) if f.zone else ())
        if (g.name, g.scope, g.status, g.kind, dimension(g.unit)) == (f.name, f.scope, f.status, f.kind, dimension(f.unit)) and g.value is not None
    )
    dated = [g for g in alike if g.period is not None and f.period is not None and g.period.is_year is f.period.is_year]
    newest = max(dated, key=lambda g: g.period.end if g.period is not None else (0, 0), default=f)
    return Choice((replace(choice.told[0], figure=newest),)) if newest.period != f.period else choice


def _another_indicator(ask: Ask, told: Told) -> bool:
    """Whether a known indicator is asked for and one told that shares no word with any of its names: 进出口总额 is no 合同外资."""
    terms = [t for t in find_terms(ask.text) if len(t.meanings) == 1]
    if not terms or not is_known(told.figure.indicator):
        return False
    names = {fold(n) for t in terms for n in (t.said, t.meanings[0], *aliases(t.meanings[0]))}
    return not bigrams(fold(told.figure.name)) & set().union(*map(bigrams, names))


#: 还有几个没办结, 尚未整改的, 还剩多少: what was not done.
_UNDONE = re.compile(
    "(?:还没|没|尚未|未能|未)有?(?=[㐀-鿿]{2})|(?:还|尚)?剩(?:下|余)?(?:了)?(?=多少|几)|(?:还|尚)有(?:多少|几)[^，,。？?]{0,6}[没未]"
)
_OPEN = re.compile("[没未剩余缺欠差另]|遗留|正在|其他")
AROUND = 12  # characters before a number and behind it that say what it counts


def _undone_told_as_done(facts: Facts, ask: Ask, told: Told) -> bool:
    """Whether what was not done is asked for and the number counts what was: 办结371个 is none of 还有几个没办结."""
    if _UNDONE.search(ask.text) is None:
        return False
    text = facts.report(told.figure.report_id).text
    clause = text[max(told.figure.sentence_start, told.figure.start - AROUND) : min(told.figure.sentence_end, told.figure.end + AROUND)]
    return _OPEN.search(told.figure.scope + told.figure.indicator + clause) is None


def _of_wider(ask: Ask, told: Told) -> bool:
    """Whether a number is of all the city, and what asks for it names none: 亩均税收多少，全市第几."""
    wider = _WIDER.match(told.figure.scope)
    return wider is not None and told.figure.kind is not FigureKind.RANK and wider[0] not in ask.text


def _names_nothing(query: Query) -> bool:
    """有几个人, 一共多少钱, 面积多大, of a zone alone: whatever has that unit would be like it."""
    if len(query.indicators) == 1 and not query.scopes and of_all_alone(query.indicators[0], query.near):
        return True
    return not (query.indicators or query.scopes) and len(ASKS_ALONE.sub("", query.bare.replace(query.unit, ""))) < 2


def tell(facts: Facts, query: Query, choice: Choice, likelihood: float) -> Draft:
    """The numbers of a choice, and that they were found so."""
    drafting = Drafting(facts)
    first = choice.told[0].figure
    period_open = not query.periods and len(facts.periods_of(first.zone)) > 1 and first.period == facts.newest.get(first.zone)
    if assumed := assumption(facts, first, not query.zones and len(facts.zones.zones) > 1, period_open):
        drafting.say(f"{assumed}。")
    drafting.note("通句", f"{'、'.join(choice.said)}（{likelihood:.2f}）")
    for figure in dict.fromkeys(t.figure for t in choice.told):
        what = describe(figure)
        drafting.say(f"{what}：{said(figure)}。" if len(choice.told) > 1 else f"{said(figure)}（{what}）。", drafting.cite(figure))
    drafting.say(SAID, drafting.cite(*(t.figure for t in choice.told)))
    drafting.presumed = True
    return drafting.draft()


def nearest(facts: Facts, figures: Iterable[Figure]) -> Draft:
    """What is said behind a refusal of what may be meant."""
    drafting = Drafting(facts)
    for number, figure in enumerate(dict.fromkeys(figures)):
        drafting.say(f"{'还有' if number else '意思最接近的是'}{describe(figure)}：{said(figure)}。", drafting.cite(figure))
    return drafting.draft(refused=True)


def lacks(draft: Draft, asked: int) -> bool:
    """Whether an answer tells fewer numbers than were asked for, or some of them as missing or presumed."""
    text = "".join(s.text for s in draft.statements)
    numbers = sum(1 + bool(f.value is not None and f.growth_text and growth(f) in text) for f in {f.id: f for f in draft.figures}.values())
    return draft.unsure or REFUSAL in text or (numbers < asked and not any(s.formula for s in draft.statements))


def found_elsewhere(draft: Draft) -> bool:
    """Whether rules found what was asked in another period, zone or state."""
    return any(_ELSEWHERE.search(s.text) for s in draft.statements)


def compare(facts: Facts, query: Query, asks: Sequence[Ask], before: Draft, *, read: bool = True) -> Compared:
    """The choices that a question leaves for what it asks, with their features; ``before`` is what rules made of it.

    Without ``read`` all of them, none read by the cross-encoder: what it is trained on.
    """
    one = len(asks) == 1
    zones = facts.placed(query)
    named = query.zones or any(find_terms(p) for p in query.indicators)
    if read and one and not zones and not named and len(facts.zones.zones) <= FEW:
        zones = facts.zones.zones  # 火灾烧了多大面积: whichever zone tells of it
    against = query.operation in (Operation.DIFFERENCE, Operation.RATIO) and len(query.indicators) > 1  # no number of one is the answer
    other = one and (len(query.cells) > 1 or query.aspect is Aspect.MET or against)
    if not asks or not zones or (len(zones) > 1 and query.zones) or query.unknown_zones or other:
        return Compared((), np.zeros((1, len(FEATURES))))
    wide = [s for s in query.scopes if s.startswith("全")]
    pool = [f for f in facts.figures(zones, query.periods) if all(s in f.scope + f.indicator for s in wide) and (not one or _in_state(f, query))]
    pool = [f for f in pool if not is_of_before(f, query.bare)]
    windows = [w for w in _windows(facts, pool, several=not one) if all(any(fits(t, a) for t in w.told) for a in asks)]
    choices, rows = _Comparing(facts, query, asks, before, windows).choices(read=read) if windows else ([], [])
    computes = query.operation.computes or len(query.cells) > 1
    none = [*(0.0,) * (len(FEATURES) - OF_NONE), float(computes), float(found_elsewhere(before)), 1.0]
    return Compared(tuple(choices), np.array([*rows, none], dtype=np.float64))


def _in_state(figure: Figure, query: Query) -> bool:
    """Whether a figure is an aim where one is asked for, and foreseen only where that is; 完成 never answers for 目标."""
    if figure.status is Status.EXPECTED:
        return query.status is Status.EXPECTED or bool(_FORESEEN.search(query.bare))
    planned = query.status is Status.TARGET and bool(query.periods) and not _IN_TOTAL.search(query.bare)
    return (figure.status is Status.TARGET) == (planned or bool(AIM.search(_NOT_THE_AIM.sub("", query.bare))))


@dataclass(frozen=True, slots=True)
class _Window:
    """One sentence or two in a row: ``text`` is folded, with headings."""

    text: str
    told: tuple[Told, ...]


def _windows(facts: Facts, pool: Sequence[Figure], *, several: bool) -> list[_Window]:
    """The figures sentence by sentence; where several are asked for, those of each two sentences in a row as well."""
    by_sentence: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for f in pool:
        by_sentence[(f.report_id, f.sentence_start)].append(f)
    ordered = [figures for _, figures in sorted(by_sentence.items())]
    groups = [[figures] for figures in ordered]
    groups += [[a, b] for a, b in itertools.pairwise(ordered) if several and _in_a_row(a[0], b[0])]
    return [
        _Window(
            fold("".join(facts.sentence(figures[0]) for figures in group) + "".join(group[0][0].path)),
            tuple(t for f in itertools.chain(*group) for t in numbers_of(f)),
        )
        for group in groups
    ]


def _in_a_row(one: Figure, other: Figure) -> bool:
    same = one.report_id == other.report_id and one.path == other.path and not one.in_table
    return same and other.sentence_start - one.sentence_end <= 2


class _Comparing:
    """One question against the sentences that could answer it."""

    def __init__(self, facts: Facts, query: Query, asks: Sequence[Ask], before: Draft, windows: Sequence[_Window]) -> None:
        self.facts, self.query, self.asks, self.windows = facts, query, asks, windows
        self.periods = () if query.periods else tuple(facts.newest[z] for z in query.zones or facts.zones.zones if z in facts.newest)
        self.question = words_of(query.bare)
        self.words = [words_of(a.text) if len(asks) > 1 else self.question for a in asks]
        self.found = set() if before.unsure else {f.id for f in before.figures}
        self.characters, self.pairs = Rarity([set(w.text) for w in windows]), Rarity([bigrams(w.text) for w in windows])
        self.near = self._near()

    def choices(self, *, read: bool) -> tuple[list[Choice], list[list[float]]]:
        """Every choice with its features."""
        choices, rows, nearness = [], [], []
        asked, grams = set(self.question), bigrams(self.question)
        around = [self.characters.share(set(w.text), asked) for w in self.windows]
        shared = [self.pairs.share(bigrams(w.text), grams) for w in self.windows]
        nearest = [sum(max(near[t.figure.id] for t in w.told if fits(t, a)) for a, near in zip(self.asks, self.near, strict=True))
                   for w in self.windows]  # fmt: skip
        overall = np.sum([in_deviations(each) for each in (around, shared, nearest)], axis=0)
        kept = np.argsort(-overall, kind="stable")[:SENTENCES]
        links = self._links([*{t.figure.id: t.figure for i in kept for t in self.windows[i].told}.values()])
        for i in kept:
            window = self.windows[i]
            lists = [self._measured(number, window, linked) for number, linked in enumerate(links)]
            rivals = float(np.mean([math.log(len(fitting) or 1) for fitting in lists]))
            like = alike(self.question, window.text, 3)
            for chosen in itertools.islice(itertools.product(*(fitting[:TOLD] for fitting in lists)), MOST):
                told = [t for _, t in chosen]
                if len({t.text for t in told}) < len(told):
                    continue
                apart = len({t.figure.sentence_start for t in told}) > 1
                older = sum(t.figure.period not in self.periods for t in told) / len(told) if self.periods else 0.0
                rows.append([around[i], like, *np.mean([v for v, _ in chosen], axis=0), float(apart), older, rivals, 0.0])
                nearness.append(np.mean([near[t.figure.id] for t, near in zip(told, self.near, strict=True)]))
                choices.append(Choice(tuple(told)))
        if rows:
            rows[int(np.argmax(nearness))][-1] = 1.0
        rows = [[*row, 0.0, 0.0, *(0.0,) * OF_NONE] for row in rows]
        return self._read(choices, rows) if read else (choices, rows)

    def _read(self, choices: Sequence[Choice], rows: Sequence[list[float]]) -> tuple[list[Choice], list[list[float]]]:
        """The choices whose numbers are among the nearest, with what the cross-encoder makes of them."""
        near = [float(np.dot(row, BY_WORDS)) for row in rows]
        known = len(self.asks) == 1 and says_one_alone("".join(self.query.indicators))
        most = READ_OF_KNOWN if known else READ
        scores = []
        for number, ask in enumerate(self.asks):
            of: dict[Told, float] = {}
            for choice, how in zip(choices, near, strict=True):
                of[choice.told[number]] = max(of.get(choice.told[number], how), how)
            nearest = sorted(of, key=lambda told: -of[told])[:most]
            words = ask.text if len(self.asks) > 1 else self.query.bare
            found = answering(words, [marked(self.facts, told) for told in nearest])
            scores.append(dict(zip(nearest, (float(s) / 5 for s in found), strict=True)))
        kept = [(c, row) for c, row in zip(choices, rows, strict=True) if all(t in of for t, of in zip(c.told, scores, strict=True))]
        for choice, row in kept:
            logits = [of[told] for told, of in zip(choice.told, scores, strict=True)]
            row[-OF_NONE - 2 : -OF_NONE] = sum(logits) / len(logits), min(logits)
        return [c for c, _ in kept], [row for _, row in kept]

    def _near(self) -> list[dict[str, float]]:
        """For each thing asked, by figure id: z of the cosine of its words with the figure's name."""
        table = self.facts.linker.names
        rows = {t.figure.id: table.add(t.figure.scope, t.figure.indicator) for w in self.windows for t in w.told}
        cosines = (in_deviations(table.dense(words, [*rows.values()]).astype(np.float64)) for words in self.words)
        return [dict(zip(rows, map(float, each), strict=True)) for each in cosines]

    def _links(self, figures: Sequence[Figure]) -> list[dict[str, Candidate]]:
        """For each thing asked, by figure id: what linking measures of its words and the figure's name."""
        contexts = {f.id: self.facts.sentence(f) for f in figures}
        linked = [
            self.facts.linker.link(words, figures, unit=a.unit, stock=self.query.stock, aspect=Aspect.VALUE, contexts=contexts)
            for a, words in zip(self.asks, self.words, strict=True)
        ]
        return [{c.figure.id: c for c in each if len(self.asks) > 1 or self._able(c)} for each in linked]

    def _able(self, candidate: Candidate) -> bool:
        """Whether nothing that the question names is said nowhere around a figure: a part, a place, of which kind, a firm."""
        if candidate.features["action"] < 0:  # 在建标准厂房 are not 建成
            return False
        figure, phrase, question = candidate.figure, "".join(self.query.indicators), self.query.bare
        around = fold(candidate.around + figure.scope + figure.indicator)
        if _AVERAGE.search(question) and not _EACH.search(figure.scope + figure.indicator + self._clause(figure)):
            return False  # 平均每户拿到多少 is not what all got
        if _TOGETHER.search(question) and not _IN_ALL.search(figure.scope + figure.indicator + self._clause(figure)):
            return False  # 四个项目加起来总投资多少 is no one project's
        if SPENT_IN_A_YEAR.search(self.query.text) and len(self.asks) == 1 and "总投资" in figure.indicator:
            return False
        if _PAST_GOAL.search(question) and figure.status is Status.TARGET:
            return False  # 超收多少 is not the goal
        if _OWN_AREA.search(question) and _WIDER.search(figure.scope + figure.indicator):
            return False  # 自己区里, 本区: no number of the 全市
        if says_one_alone(phrase) and (names_another(phrase, figure) or not (candidate.features["same"] > 0 or _alludes(phrase, figure))):
            return False  # a known indicator is answered by no other
        of_another = "占" in figure.indicator and _of_another_base(question, figure)
        whole = "".join((*self.query.scopes, phrase))
        if of_another or narrowed(candidate, question) or narrowed(candidate, whole) or of_no_such_firm(phrase, figure, lambda: candidate.around):
            return False
        rest = self.facts.report(figure.report_id).text[figure.start : figure.sentence_end]
        if of_another_state(self.facts, figure, phrase) or says_otherwise(phrase, figure, lambda: rest):
            return False
        return all(said_around(fold(scope), around) for scope in self.query.scopes)

    def _clause(self, figure: Figure) -> str:
        """What is said right before a number, and the number."""
        text = self.facts.report(figure.report_id).text
        return re.split("[，；。]", text[figure.sentence_start : figure.start])[-1] + text[figure.start : figure.end]

    def _measured(self, number: int, window: _Window, linked: Mapping[str, Candidate]) -> list[tuple[tuple[float, ...], Told]]:
        """The numbers of a window that can be what is asked, each with what of its features is its own, the nearest first."""
        able = [t for t in window.told if fits(t, self.asks[number]) and t.figure.id in linked]
        measured = [(self._own(number, t, window, linked[t.figure.id]), t) for t in able]
        near, grows = self.near[number], self.asks[number].sort is Sort.GROWTH
        return sorted(measured, key=lambda m: -(near[m[1].figure.id] + 3 * m[0][0] + m[0][1] + (m[1].grew == grows)))

    def _own(self, number: int, told: Told, window: _Window, candidate: Candidate) -> tuple[float, ...]:
        """From "own" to "found"."""
        ask, f, link = self.asks[number], told.figure, candidate.features
        words, name = words_of(ask.text), set(fold(f.scope + f.indicator))
        start = max([f.sentence_start, *(t.figure.end for t in window.told if t.figure.report_id == f.report_id and t.figure.end <= f.start)])
        clause = name | set(fold(self.facts.report(f.report_id).text[start : f.end]))
        return (
            self.characters.share(clause, set(words)),
            self.characters.share(set(self.question), name),
            link["named"], link["same"], link["other"], link["action"], link["stock"],
            sum(len(part) for part, _ in said_nowhere(candidate, words)) / len(words),
            float(bool(ask.unit) and dimension(ask.unit) == dimension(f.unit)),
            float((f.status is Status.TARGET) == bool(AIM.search(ask.text))),
            float(f.id in self.found),
        )  # fmt: skip


def _alludes(phrase: str, figure: Figure) -> bool:
    """Whether a name has half of the pairs of characters of an indicator, by any of its names."""
    own = bigrams(fold(figure.scope + figure.indicator))
    return any(len(of & own) * 2 >= len(of) for name in (phrase, *aliases(normalise(phrase))) if (of := bigrams(fold(name))))


def says_one_alone(phrase: str) -> bool:
    """Whether a phrase is one indicator that the glossary knows, of one meaning."""
    terms = find_terms(phrase)
    return len(terms) == 1 and terms[0].end - terms[0].start == len(phrase) and len(terms[0].meanings) == 1


def likeliest(compared: Compared) -> tuple[Choice, float] | None:
    """The likeliest choice with its likelihood; None where nothing can be chosen."""
    if not compared.choices:
        return None
    found = likelihoods(compared.rows, stored_weights("wholly", tuple(FEATURES)))
    best = compared.choices[int(np.argmax(found))]
    same = [i for i, c in enumerate(compared.choices) if c.said == best.said]
    return best, float(found[same].sum())

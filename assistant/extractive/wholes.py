"""Of several figures that a phrase may mean: the whole rather than one of its parts, and what ends in the asked noun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.letters import in_order
from assistant.linking import Candidate, dimension
from assistant.names import bigrams, fold
from assistant.terms import find_terms
from index.figures.companies import is_company
from index.records import Figure, FigureKind, Status

__all__ = [
    "OUTPUT_OF_ALL", "SAID", "SOME_TRADES", "before_its_part", "left_behind", "of_the_trade", "of_those_counted", "one_of_several", "part_named",
    "told_last", "whole_of",
]  # fmt: skip

#: By which names a report tells the output of all of a zone, where it tells a part's as 产值.
OUTPUT_OF_ALL = ("规模以上工业总产值", "工业总产值")
#: 三大主导产业: some of a zone's trades, told together.
SOME_TRADES = "(?<!第)[两三四五六七八九十](?:大|个|条)?(?:主导|支柱|重点|优势|特色|主要)*(?:产业|行业|板块)"

# Said before an indicator without making it a part.
_GENERIC = re.compile("对外贸易|外贸|期末|年末|年底|全区|全年|累计|新增|实际|当年|本年|各项|各类|全部|所有|入库|在[库统册]的?|完成|实现|共|总")
_CLOSE = 1.2  # in score: qualifiers alone move a candidate by less
_SHORT = 4  # characters of a phrase that is only a noun (项目)


def left_behind(done: Figure, pool: Iterable[Figure]) -> Figure | None:
    """仍有4件未化解, beside 化解信访积案27件: what of the same was not done, told in the same sentence; None where that is not told."""
    of = (done.report_id, done.sentence_start, done.indicator, done.unit, FigureKind.VALUE, Status.DONE)
    alike = (f for f in pool if (f.report_id, f.sentence_start, f.indicator, f.unit, f.kind, f.status) == of)
    return next((f for f in alike if done.scope and re.fullmatch(f"[未没](?:有|能)?{re.escape(done.scope)}", f.scope)), None)


_MEASURE = re.compile("(?:吞吐|周转|交易|成交|销售|运输|总)?(?:量|额|数|值|总量|总额|总数|规模)")


def _is_measured(name: str, phrase: str) -> bool:
    """Whether a name is a phrase with how much of it is measured: 货邮吞吐量, 进出口总额."""
    return len(phrase) > 1 and name.startswith(phrase) and _MEASURE.fullmatch(name[len(phrase) :]) is not None


_NUMBER = re.compile("(?<=..)(?:总数|数量|总量)$")  # 高新技术企业总数 is what 高新技术企业 asks for


def whole_of(accepted: Sequence[Candidate], phrase: str) -> Candidate | None:
    """The candidate to take of those near enough, best first; None when each is a part of what is asked.

    进出口 asked, 欧盟进出口 and 美国进出口 printed: none is it.  项目 asked, 亿元以上项目 and 各类项目 printed: the latter.
    Of the others the one that ends as the phrase does: 减免的房租 is 减免房租, not 减免房租的企业.
    """
    first = accepted[0]
    broad = any(len(t.meanings) > 1 and (t.start, t.end) == (0, len(phrase)) for t in find_terms(phrase))
    if broad:  # 外资 is 实际利用外资 before 合同外资
        near = [c for c in accepted if first.score - c.score < _CLOSE and c.figure.scope == first.figure.scope]
        return max(near, key=lambda c: (c.features["same"], c.score))
    close = [c for c in accepted if first.score - c.score < _CLOSE and c.figure.period == first.figure.period]
    measured = (c for c in close if not c.figure.scope and _is_measured(fold(c.figure.indicator), fold(phrase)))
    if fold(first.figure.indicator) != fold(phrase) and (named := next(measured, None)) is not None:
        return named  # 货邮 is 货邮吞吐量, neither 国际及地区货邮 nor 承运货邮
    qualified = [(c, more) for c in close if (more := _more(c, phrase)) is not None and not c.figure.scope]
    if qualified and qualified[0][0] is first:
        if len(qualified[0][1]) < 2:
            return first
        wholes = [c for c, more in qualified if len(more) < 2]
        if wholes:
            return wholes[0]
        if len({more for _, more in qualified}) > 1:
            return None
    tail = _NUMBER.sub("", fold(phrase))[-2:]
    alike = [
        c
        for c in accepted
        if first.score - c.score < 1.0 and c.features["asked"] >= first.features["asked"] - 0.1
        and _NUMBER.sub("", fold(c.figure.indicator))[-2:] == tail
    ]
    return alike[0] if alike else first


def _more(candidate: Candidate, phrase: str) -> str | None:
    """What a name says before the asked indicator, without what adds nothing; None when it isn't the asked one."""
    name = candidate.figure.indicator
    asked, own = find_terms(phrase), find_terms(name)
    if len(asked) == 1 and asked[0].end - asked[0].start == len(phrase):
        return _GENERIC.sub("", name[: own[-1].start]) if own and own[-1].end == len(name) else None
    if not asked and len(phrase) <= _SHORT and name.endswith(phrase):
        return _GENERIC.sub("", name[: -len(phrase)])
    return None


def before_its_part(best: Candidate, ranked: Sequence[Candidate], phrase: str) -> Candidate:
    """新增国家级高企20家，其中首次申报通过12家, asked how many were 认定: the whole, where the phrase says nothing of the part."""
    figure = best.figure
    whole = next((c for c in ranked if c.figure.id == figure.part_of and c.figure.indicator == figure.indicator), None)
    if whole is None or not figure.scope or set(fold(figure.scope)) & set(fold(phrase)):
        return best
    return whole


# 规上工业主营业务收入: what only those counted make is told of the whole zone.
_COUNTED = re.compile("(?:全区|园区|区内|全部)?(?:规模以上|规上)(?:工业|企业|服务业|商贸业)*")


def of_those_counted(best: Candidate, ranked: Sequence[Candidate], phrase: str) -> Candidate:
    """The figure of the zone's 规上 enterprises, where what is nearest is a part that the phrase doesn't name.

    主营业务收入 asked, 铸造的主营业务收入 and 规上工业主营业务收入 printed: the latter.
    """
    figure, asked = best.figure, fold(phrase)
    beside = fold(figure.scope + figure.indicator).removesuffix(asked)
    if len(beside) < 2 or bigrams(beside) & bigrams(asked) or fold(figure.scope + figure.indicator) == beside:
        return best
    for other in (c for c in ranked if c.figure.kind is figure.kind and c.figure.period == figure.period):
        name = fold(other.figure.scope + other.figure.indicator)
        if name.endswith(asked) and _COUNTED.fullmatch(name.removesuffix(asked)) and dimension(other.figure.unit) == dimension(figure.unit):
            return other
    return best


def of_the_trade(best: Candidate, ranked: Sequence[Candidate], phrase: str) -> Candidate:
    """粮油加工's 产值 rather than 穰丰粮油's, where 粮油产值 is asked for: a firm is called by its trade behind its brand."""
    figure = best.figure
    brand, trade = figure.scope[:2], figure.scope[2:]
    if len(trade) < 2 or trade not in phrase or brand in phrase or not is_company(figure.scope):
        return best
    same = (figure.indicator, figure.period, figure.status, figure.kind)
    told = (c for c in ranked if (c.figure.indicator, c.figure.period, c.figure.status, c.figure.kind) == same)
    return next((c for c in told if c.figure.scope.startswith(trade)), best)


_OWNED = re.compile("(?:产业|行业|业|片区|园|镇|街道|作业区|港区|公司|集团)$")


def one_of_several(best: Candidate, accepted: Sequence[Candidate], phrase: str) -> bool:
    """Whether what is nearest is of one owner of several, none of whom the phrase names: 鞋服产业's 主营业务收入, of three industries'."""
    figure = best.figure

    def owned(candidate: Candidate) -> bool:
        scope = candidate.figure.scope
        named = bigrams(fold(scope)) & bigrams(fold(phrase)) or _COUNTED.fullmatch(fold(scope))
        return bool(_OWNED.search(scope) or is_company(scope)) and not named

    same = (figure.indicator, figure.period, figure.status, figure.kind, figure.report_id)
    alike = [c for c in accepted if (c.figure.indicator, c.figure.period, c.figure.status, c.figure.kind, c.figure.report_id) == same]
    return owned(best) and len({c.figure.scope for c in alike if owned(c)}) > 1


_KIND = re.compile("(?<=..)(?:产业|行业|板块|企业|项目|部分|一项)$")


def part_named(best: Candidate, ranked: Sequence[Candidate], phrase: str) -> Candidate:
    """The part of a whole, where the phrase names both: 液体化工品货物吞吐量, of 货物吞吐量3460万吨，其中液体化工品1275万吨.

    A part that is told with the end of the whole's name (精密机械产值, of 规上工业总产值) is named without it.
    """
    whole, asked = best.figure, fold(phrase)
    own = fold(whole.scope + whole.indicator)
    found: list[tuple[int, Candidate]] = []
    for part in ranked:
        figure = part.figure
        together = (figure.report_id, figure.sentence_start) == (whole.report_id, whole.sentence_start)
        within = figure.part_of == whole.id or (together and figure.start > whole.start)
        if not within or figure.kind is not whole.kind or figure.value is None:
            continue
        name = _beside(fold(_KIND.sub("", figure.scope + figure.indicator)), own)
        if len(name) < 2 or name in own or name not in asked:
            continue
        if dimension(figure.unit) == dimension(whole.unit) and figure.period == whole.period and figure.status is whole.status:
            found.append((len(name), part))
    return max(found, key=lambda pair: pair[0])[1] if found else best


def _beside(name: str, whole: str) -> str:
    """A name without the end that the whole's name says as well."""
    return next((name[:k] for k in range(len(name)) if in_order(name[k:], whole)), name)


SAID = 0.9  # asked + context: nearly all of a phrase


_THAT_YEAR = re.compile("^(?:当年|本年|全年|年内)(?=..)")


def told_last(best: Candidate, ranked: Sequence[Candidate], phrase: str, *, in_all: bool = False) -> Candidate:
    """What a phrase ends in, where the sentence tells that as well: 生产安全事故死亡, of 发生生产安全事故6起、死亡5人."""
    figure, asked = best.figure, fold(phrase)
    own = fold(figure.scope + figure.indicator)

    def summed(other: Figure) -> bool:
        return in_all and other.scope == "累计"

    found = [
        ((summed(other.figure), len(name)), other)
        for other in ranked
        if (other.figure.report_id, other.figure.sentence_start) == (figure.report_id, figure.sentence_start)
        and len(name := _THAT_YEAR.sub("", fold(other.figure.indicator))) >= 2 and asked.endswith(name) and name not in own
        and other.figure.start > figure.start and (fold(other.figure.scope) in asked or summed(other.figure))  # 死亡 is told of what stands before it
        and other.features["asked"] + other.features["context"] >= SAID and other.features["unit"] >= 0
        and other.figure.kind is figure.kind and other.figure.value is not None
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else best

"""What a question spells out how to compute: 贷款余额除以存款余额, 用民生支出和它的占比算, 除掉民营和外商投资企业剩下的."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant import computing
from assistant.extractive.averages import divided
from assistant.extractive.byshare import part_of, say_whole
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import pair_of, plainer
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_spelled"]

_DIVIDED = re.compile(
    "(?:^|[，,（(：:=]|用|拿|按|即|是)(?P<a>[㐀-鿿A-Za-z]{2,12}?)(?:除以|÷|/|比上(?!一?年|个?月|半年|季|一?期|届|次|一个))(?P<b>[㐀-鿿A-Za-z]{2,12}?)(?=[）)，,？?。]|是|等于|得|算|来|$)"
)
_WITH_SHARE = re.compile("(?P<part>[㐀-鿿]{2,14}?)(?:及|和|与|以及|、|乘以|除以)(?:其|它的?)(?:占[㐀-鿿]{1,12}?)?的?(?:占比|比重|比例|份额|百分比)")
_BEFORE_PART = re.compile("^.*?(?:已知|根据|通过|凭借?|依据|依|[由用按从拿以])(?=[㐀-鿿]{2})")
_EXCEPT = re.compile(
    "(?:除[掉去开了]?|去掉|扣除|扣掉|刨[掉去]|剔除|不算|撇开)(?P<parts>[^，,]{2,24}?)(?:之外|以外|外(?![商资贸向地籍来埠])|后(?![勤续])|，|,)"
)
_TOGETHER = 120  # characters within which one division of a whole is told
_REMAINING = re.compile("剩|其余|其他|余下|另外")
# 实际处理量占设计规模, 已开发面积占规划面积: what there is of what was laid out for.
_LAID_OUT = re.compile("(?P<part>[㐀-鿿]{2,12}?)占(?P<of>[㐀-鿿]{0,4}(?:设计|规划|核定|批准|总)(?:日处理)?(?P<noun>规模|能力|产能|面积|容量|处理量))")


def answer_spelled(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where nothing is spelled out or one of its numbers is missing."""
    if len(query.zones) > 1 or len(query.periods) > 1 or query.status not in (None, Status.DONE):
        return False
    return (
        _say_quotient(drafting, query)
        or _say_whole(drafting, query)
        or _say_remaining(drafting, query)
        or _say_laid_out(drafting, query)
    )


def _say_quotient(drafting: Drafting, query: Query) -> bool:
    told = _DIVIDED.search(query.bare)
    if told is None:
        return False
    slots = [slot_of(query, re.sub("^[用拿按即是]|(?:是|有)?(?:多少|几)$", "", told[k]), aspect=Aspect.VALUE, unit="", scopes=()) for k in "ab"]
    first, second = (m.figure for m in pair_of(drafting.facts, *slots))
    values = computing.common_unit([first, second]) if first and second else None
    counted = second is not None and dimension(second.unit) in ("个", "人") and second.value
    if first and second and first.value is not None and values is None and counted and first.period == second.period:  # 旅游收入除以游客数
        each = divided(first, second)
        operands = f"{describe(first)}{amount(first)}，{describe(second)}{amount(second)}"
        unit = second.unit.removeprefix("万")
        drafting.say(f"平均每{unit}约{each.text}（{operands}；{each.formula}）。", drafting.cite(first, second), each.formula)
        return True
    if first is None or second is None or values is None or not values[0][1] or first.period != second.period:
        return False
    result = computing.share(*values[0])
    drafting.say(
        f"{result.text}（{describe(first)}{amount(first)}，{describe(second)}{amount(second)}；{result.formula}）。",
        drafting.cite(first, second),
        result.formula,
    )
    return True


def _say_whole(drafting: Drafting, query: Query) -> bool:
    """一般公共预算支出 from 民生支出 and its printed share of it."""
    told = _WITH_SHARE.search(query.bare)
    if told is None:
        return False
    facts = drafting.facts
    named = _BEFORE_PART.sub("", told["part"]) or told["part"]
    asked = fold(query.bare[: told.start()] + query.bare[told.end() :])
    found: dict[tuple[str, Decimal], tuple[Figure, Figure]] = {}
    for share in facts.figures(query.zones[:1], query.periods[:1]):
        whole = fold(re.sub("^占(?:到|了)?", "", share.indicator))
        if share.kind is not FigureKind.SHARE or not share.value or share.qualifier or len(whole) < 3 or whole not in asked:
            continue
        part = part_of(facts, share)
        if part is not None and part.value and _names(named, part):
            found[(whole, part.value)] = (share, part)
    if len(found) != 1:
        return False
    share, part = next(iter(found.values()))
    say_whole(drafting, part, share)
    return True


def _names(phrase: str, figure: Figure) -> bool:
    grams = bigrams(fold(phrase))
    return len(grams & bigrams(fold(figure.scope + figure.indicator))) >= 0.6 * len(grams) > 0


def _say_remaining(drafting: Drafting, query: Query) -> bool:
    """What is left of the whole without the parts whose shares are printed: 100% − 63.7% − 29.1%."""
    told = _EXCEPT.search(query.bare)
    if told is None or not _REMAINING.search(query.bare[told.end() :]):
        return False
    facts = drafting.facts
    parts = [p for p in re.split("[、和及与]", re.sub("^了", "", told["parts"])) if len(p) >= 2]
    shares = [_share_of(facts, query, part) for part in parts]
    known = [s for s in shares if s is not None and s.value is not None]
    if not known or len(known) < len(parts) or len({s.id for s in known}) < len(known):
        return False
    starts = [s.sentence_start for s in known]
    if len({s.report_id for s in known}) > 1 or max(starts) - min(starts) > _TOGETHER:
        return False  # shares of another whole
    rest = Decimal(100) - sum((s.value for s in known if s.value is not None), Decimal(0))
    if rest <= 0:
        return False
    formula = "100 − " + " − ".join(computing.plain(s.value) for s in known if s.value is not None) + f" = {computing.plain(rest)}"
    drafting.say(
        f"剩下的占{computing.plain(rest)}%（{'，'.join(f'{describe(s)}{amount(s)}' for s in known)}；{formula}）。", drafting.cite(*known), formula
    )
    _say_amount(drafting, query, known[0], rest, told.end())
    return True


def _say_amount(drafting: Drafting, query: Query, share: Figure, rest: Decimal, at: int) -> None:
    """The amount of a share of the whole that the question names."""
    phrase = re.sub("^.*(?:剩下?|其余|其他|余下|另外)(?:的|那)?(?:部分)?(?:企业|的)*", "", query.bare[at:].split("，")[0].split("？")[0])
    phrase = re.sub("(?:占|有|是|为)?(?:多少|几|百分).*$", "", phrase).removesuffix("占")
    whole = resolve(drafting.facts, slot_of(query, plainer(phrase), aspect=Aspect.VALUE, unit="", scopes=()), abroad=False).figure if phrase else None
    if whole is None or whole.value is None or whole.scope or whole.report_id != share.report_id or dimension(whole.unit) not in ("元", "外币"):
        return
    value = whole.value * rest / 100
    places = max(1, -int(whole.value.as_tuple().exponent))
    text = computing.plain(value, places)
    formula = f"{computing.plain(whole.value)} × {computing.plain(rest)}% ≈ {text}"
    drafting.say(f"约合{text}{whole.unit}（{describe(whole)}{amount(whole)}；{formula}）。", drafting.cite(whole, share), formula)


def _share_of(facts: Facts, query: Query, part: str) -> Figure | None:
    own = [
        f
        for f in facts.figures(query.zones[:1], query.periods[:1])
        if f.kind is FigureKind.SHARE and f.value is not None and f.unit in ("%", "％") and not f.qualifier and f.status is Status.DONE
        and fold(part.removesuffix("企业")) in fold(f.scope + f.indicator)
    ]
    wanted = [f for f in own if bigrams(fold(f.scope + f.indicator)) & bigrams(fold(query.bare)) - bigrams(fold(part))] or own
    return wanted[0] if len({(f.sentence_start, f.value) for f in wanted}) == 1 else None


def _say_laid_out(drafting: Drafting, query: Query) -> bool:
    told = _LAID_OUT.search(query.text)
    if told is None:
        return False
    facts = drafting.facts
    said = re.sub("^.*(?:我是说|就是|[，,？?])|^[年的]", "", told["part"])
    pool = [
        f
        for f in facts.figures(query.zones[:1], query.periods[:1])
        if f.kind is FigureKind.VALUE and f.value and f.status is Status.DONE and all(s in f.scope + f.indicator for s in query.scopes)
    ]
    wholes = [f for f in pool if re.search(f"{told['noun']}|设计|规划", f.indicator)]
    parts = [f for f in pool if _likely(said, f)]
    pairs = []
    for whole in wholes:
        for part in parts:
            near = part.sentence_start == whole.sentence_start if not part.in_table else part.scope == whole.scope
            values = computing.common_unit([part, whole])
            if near and part.id != whole.id and part.report_id == whole.report_id and values and 0 < values[0][0] <= values[0][1]:
                pairs.append((part, whole, values[0]))
    if len({(v[0], v[1]) for _, _, v in pairs}) != 1:
        return False
    part, whole, numbers = pairs[0]
    result = computing.share(*numbers)
    drafting.say(
        f"{result.text}（{describe(part)}{amount(part)}，占{describe(whole)}{amount(whole)}的比重；{result.formula}）。",
        drafting.cite(part, whole),
        result.formula,
    )
    return True


def _likely(said: str, figure: Figure) -> bool:
    """实际处理量 is 实际日处理量, 已开发面积 the column 已开发: two thirds of the shorter name's characters pairs."""
    a, b = bigrams(fold(said)), bigrams(fold(figure.indicator))
    return bool(a and b) and len(a & b) >= 0.66 * min(len(a), len(b))

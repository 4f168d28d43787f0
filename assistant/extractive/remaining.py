"""还剩多少, 还有几条没改, 空着几套: what the report says right behind the number just told is left of it; never that number once more."""

from __future__ import annotations

import re

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.wording import amount, describe
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.records import Answer, Draft
from index.numerals import find_quantities
from index.units import ANY_UNIT

__all__ = ["answer_remaining", "asks_remaining", "refuse_remaining"]

_MANY = f"(?:多少|几)(?:[百千]?[万亿])?(?:个?(?:{ANY_UNIT})|[条桩样套])?"
_REST = "剩下?|剩余|余下?|结余|空着?|空置|闲着|闲置|欠着?|缺"
_ASKED = re.compile(
    "(?:那么?|就|这样|现在|目前|年[底末]|到年[底末]|[，,])*(?:(?:还|仍|尚)?(?:有|是)?"
    f"(?:{_REST})(?:的|了|下)*(?:还|又)?(?:有|是)?{_MANY}|(?:还|仍|尚)有?{_MANY}(?:个|的)?(?:没有?|未|{_REST})[㐀-鿿]{{0,3}})[㐀-鿿]{{0,2}}[呢啊来着了吧?？。]*"
)
_LEFT = "(?:还|尚|仍|仅|只|年末|年底)*(?:剩下?|剩余|余下?|其余|结余|(?:还|尚|仍)(?:有|未)|未|空置|空着|闲置)"
_SAID = re.compile(rf"(?:^|(?<=[，。；;：:、]))[㐀-鿿]{{0,8}}?{_LEFT}的?[㐀-鿿]{{0,12}}?\d[\d.,]*[^，。；;]*")
_BEHIND = 120  # characters behind a number that still tell what is left of it


def asks_remaining(text: str) -> bool:
    return _ASKED.fullmatch(text) is not None


def answer_remaining(text: str, answer: Answer, facts: Facts) -> Draft | None:
    """None where the question isn't of that, or nothing behind the number tells of as many, in its unit, as are left."""
    if answer.refused or not answer.citations or not asks_remaining(text):
        return None
    first = answer.figures[:1]
    told = [f for f in answer.figures if (f.report_id, f.sentence_start) == (first[0].report_id, first[0].sentence_start)]
    report_id, start = (told[-1].report_id, told[-1].end) if told else (answer.citations[0].report_id, answer.citations[0].start)
    whole = facts.report(report_id).text
    stop = whole.find("\n", start)
    said = _SAID.search(whole, start, min(start + _BEHIND, stop if stop >= 0 else len(whole)))
    numbers = find_quantities(said[0]) if said is not None else []
    if said is None or not numbers or (told and not {dimension(n.unit) for n in numbers} & {dimension(f.unit) for f in told}):
        return None
    drafting = Drafting(facts)
    own = [f for f in facts.figures() if f.report_id == report_id and said.start() <= f.start < said.end() and f.value is not None]
    if own:
        left = max(own, key=lambda f: (f.period.end if f.period else (0, 0), -f.start))  # 由上年的1920亩降至1402亩
        drafting.say(f"{amount(left)}（{describe(left)}）。", drafting.cite(left))
    else:
        drafting.say(f"{said[0]}。", (drafting.cite_span(report_id, *_sentence(whole, said), [said.span()]),), in_print=True)
    return drafting.draft()


def refuse_remaining(answer: Answer, facts: Facts) -> Draft:
    """That the report does not say what is left, with the number that it does say."""
    drafting = Drafting(facts)
    drafting.say(f"{REFUSAL}写还剩多少。")
    for figure in answer.figures[:1]:
        drafting.say(f"有的是{describe(figure)}：{amount(figure)}。", drafting.cite(figure))
    return drafting.draft(refused=True)


def _sentence(text: str, said: re.Match[str]) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, said.start()) for mark in "。\n") + 1
    ends = [end for mark in "。\n" if (end := text.find(mark, said.end())) >= 0]
    return start, min(ends, default=len(text)) + 1

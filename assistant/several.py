"""Several questions in one message: 做了多少产值、交了多少税; …有多少，多少家企业受益.

Each is answered in the light of the one before, as if it had been asked next; comparing and adding up are one question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.onward import asks_onward
from assistant.question import Understanding, normalise_question, understand
from assistant.records import Citation, Draft, Operation, Query, Statement
from assistant.terms import find_terms
from index.figures.companies import TRADE
from index.units import ANY_UNIT

__all__ = ["LEANS", "joined", "split_questions"]

_ASKS = re.compile(
    "多少|几[个家亿件项位名人起处座宗成台套倍]|百分之几|第几|多[大高长远宽]|什么|啥|哪|谁|何时|为何|吗|如何|怎么|占[^，,。]{0,12}比[重例]"
)
_DONE_AND_LEFT = re.compile("(?P<verb>[一-鿿]{2})率.*(?:没有?|未)(?P=verb)")
_APART = re.compile(r"[，,；;。？?！!]|、(?=[^、，,。]*(?:多少|几))")
# 2020年甲比乙多多少，2021年呢？
_ALSO = re.compile(
    r"(?P<first>.{6,}?[^，,。？?]{2})[，,。；;？?]\s*(?P<then>(?:那么?|到了?)?"
    r"(?:(?:19|20)?\d\d年(?:[上下]半年|[一二三四]季度)?|[去前明今]年|上年|上一年|次年)呢)[?？]?"
)
_SINGLE = (Operation.ONE, Operation.WHO, Operation.WHEN, Operation.WHERE)
_LONGEST = 3


def split_questions(text: str, known: Understanding) -> list[str]:
    """The questions of a message in order; the message itself when it is one, or when they can't be told apart."""
    whole = normalise_question(text)
    also = _ALSO.fullmatch(whole)
    if also and _ASKS.search(also["first"]) and understand(also["first"], known).indicators:
        return [also["first"], also["then"]]
    pieces = [p for p in _APART.split(whole) if p.strip()]
    asking = [i for i, p in enumerate(pieces) if _ASKS.search(p)]
    if not 2 <= len(asking) <= _LONGEST or asking[-1] != len(pieces) - 1 or len(whole) > 70:
        return [text]
    if _DONE_AND_LEFT.search(whole):  # 解决率是多少，还剩几个没解决
        return [text]
    starts = [0, *(i + 1 for i in asking[:-1])]
    parts = ["，".join(pieces[a : b + 1]) for a, b in zip(starts, asking, strict=True)]
    lead = understand(parts[0], known)
    subject = _subject(lead)
    leaning = [bool(LEANS.fullmatch(p)) for p in parts]
    alone = [leans or _PRONOUN.search(p) or asks_onward(p) for p, leans in zip(parts, leaning, strict=True)]
    parts = [parts[0], *(p if stays else subject + p for p, stays in zip(parts[1:], alone[1:], strict=True))]
    queries = [understand(p, known) for p, leans in zip(parts, leaning, strict=True) if not leans]
    single = any(leaning[1:]) or understand(whole, known).operation in _SINGLE
    if leaning[0] or not single or not all(_stands(q) for q in queries):
        return [text]
    phrases = [p for q in queries for p in q.indicators]
    return parts if len(set(phrases)) == len(phrases) else [text]


# 合计多少亩, 增速多少, 在全市县级园区里头排第几名: what has no noun of its own is asked of what stands before.
LEANS = re.compile(
    f"(?:一?共|合计|总共|总计|共计|面积|总面积)?(?:是|有|为|达|计)?(?:多少|几)(?:[百千]?[万亿])?(?:个)?(?P<unit>{ANY_UNIT})"
    "|(?:同比)?(?:增速|增幅|涨幅|增长率?)(?:是|为|有|了)?(?:多少|几|百分之几)(?:个?(?:百分)?点)?"
    "|(?:位次|名次|排名)?(?:在|于)?(?:[一-鿿\\d]{0,12}?(?:里头?|里面|当?中|之中))?(?:的)?(?:排名?|居|列|位列|名列|位居|排在)(?:是)?(?:第)?(?:几|多少|什么位置|啥位置)(?:名|位)?"
)
_PRONOUN = re.compile("^(?:其中|其|它|里面|这|那|占|同比|比)")


def _subject(query: Query) -> str:
    """Of what the first question asks, before the indicator: 磬微电子 of 磬微电子产值; "" when it names only one."""
    if len(query.indicators) != 1:
        return ""
    phrase = query.indicators[0]
    terms = find_terms(phrase)
    start = terms[-1].start if terms and terms[-1].end == len(phrase) else len(phrase)
    kind = re.match("项目|工程|企业|公司", phrase[start:])
    of = phrase[:start] + (kind.group() if kind else "")
    return of if len(of) >= 3 and _NAMED.search(of) and not _COUNT.search(of) else ""


# What has a name of its own: a firm, a project, a road; 清理闲置土地 has none.
_NAMED = re.compile(f"(?:{TRADE}|企业|项目|工程|专用?线|路|桥|园|中心|基地|平台|厂|学校|医院)$")


_COUNT = re.compile(r"\d[个家项条户宗]")  # 已投的41个项目


def _stands(query: Query) -> bool:
    return query.operation in _SINGLE and bool(query.indicators) and not query.operands and len(query.periods) <= 1


def joined(drafts: Sequence[Draft]) -> Draft:
    """One draft of several, citations numbered on; refused when each of them is."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    for draft in drafts:
        number: dict[int, int] = {}
        for citation in draft.citations:
            same = next(
                (
                    c
                    for c in citations
                    if (c.report_id, c.start, c.end) == (citation.report_id, citation.start, citation.end)
                ),
                None,
            )
            if same is None:
                same = replace(citation, number=len(citations) + 1)
                citations.append(same)
            else:
                citations[same.number - 1] = replace(same, marks=tuple(dict.fromkeys((*same.marks, *citation.marks))))
            number[citation.number] = same.number
        statements += [replace(s, citations=tuple(number[n] for n in s.citations)) for s in draft.statements]
    first = drafts[0]
    return replace(
        first,
        statements=tuple(statements),
        citations=tuple(citations),
        refused=all(d.refused for d in drafts),
        presumed=any(d.presumed for d in drafts),
        choices=next((d.choices for d in drafts if d.choices), ()),
        trace=tuple(t for d in drafts for t in d.trace),
        hints=tuple(dict.fromkeys(h for d in drafts for h in d.hints)),
        suggestions=drafts[-1].suggestions,
    )

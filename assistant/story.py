"""Which of a message's sentences ask: the others of a story are context."""

from __future__ import annotations

import re

from assistant.phrases import ASKING
from index.units import ANY_UNIT

__all__ = ["asking_clauses", "asking_part"]

LONG_QUESTION_CHARS = 70  # beyond this a question is a story with a question in it
_NAMELESS = re.compile(
    "(?:(?:年度|全年)?(?:目标|任务|计划|指标|增速|占比|比例|情况)|这个|那个|那|它|完成|实现|达到|做到|增长|有|了|得|是"
    "|多少|几|怎么样|如何|呢|吗|[?？。，,])+"
)
# 到底超了多少亿，相当于目标的百分之几？: asks, and names nothing that it asks of.
_OF_BEFORE = re.compile(
    "(?:到底|究竟|那么?|具体|大[约概]|请问|实际|又|还|则|[超差欠缺短多少高低增降涨快慢][出过额了]*|还是|或者?|相当于|占|是|为|目标|任务|计划|的|了|倍|成|百分之|多少|几"
    f"|个|{ANY_UNIT}|[百千万亿]|[?？。，,、])+"
)
_MEANT = re.compile("\\s*(?:我(?:是说|的意思是|要问的是|问的是)|意思是|就是说|换句话说)[，,：:]?(?=.{4})")


def asking_part(text: str) -> str:
    """The sentences that ask; the others of a story are context, from which only zone and period are taken.

    A clause that asks but names nothing (“槐渚17年到了多少”) needs the clauses before it, so whole sentences are kept.
    """
    sentences = [s for s in re.split(r"(?<=[。！!？?；;\n])", text) if s.strip()]
    meant = next((m for s in reversed(sentences[1:]) if (m := _MEANT.match(s))), None)
    if meant and _NAMELESS.fullmatch(text[: text.index(meant.string)]):  # 目标完成了多少？我是说占年度目标的比例
        return meant.string[meant.end() :]
    if len(sentences) > 1:
        asking = [s for s in sentences if ASKING.search(s)]
        if len(asking) == 1 and (at := sentences.index(asking[0])) and _OF_BEFORE.fullmatch(asking[0].strip()):
            return sentences[at - 1] + asking[0]
        text = (
            "".join(asking)
            if asking and len("".join(asking)) <= LONG_QUESTION_CHARS
            else (asking[-1] if asking else text)
        )
    if len(text) > LONG_QUESTION_CHARS:
        clauses = re.split(r"[,，]", text)
        last = max((i for i, c in enumerate(clauses) if ASKING.search(c)), default=len(clauses) - 1)
        text = "，".join(clauses[max(0, last - 1) : last + 1])
    return text


def asking_clauses(text: str) -> str:
    """The clauses that ask, without what only stands around them: 审计的同事问，民生支出是多少; the whole where none asks.

    What a question narrows by is looked for in these: no name is needed, as for ``asking_part``.
    """
    return "，".join(c for c in re.split("[，,。；;？?！!]", text) if ASKING.search(c)) or text

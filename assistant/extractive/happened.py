"""Whether something came about: 学校开学了没, 扩区批了吗, 二期有没有投产 — the sentence that says so, or the plan where that is all there is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.events import EVENTS
from assistant.extractive.quoting import say_sentence
from assistant.extractive.sentences import Sentence, only_foresees
from assistant.extractive.textual import ranked_sentences, scoped
from assistant.records import Aspect, Operation, Query
from assistant.sized import LEAST_SAID, tells_of
from index.records import Status

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["answer_happened"]

_EVENT = "|".join(f"(?P<e{n}>{asked})" for n, asked in enumerate(EVENTS))
_TIMES = "(?:已经?|都|现在|目前|后来|最后|最终|到底|究竟|年内|顺利|如期|按期|按时)*"
_ASKED = re.compile(
    rf"(?P<what>[^，,。？?]{{2,}}?){_TIMES}(?:{_EVENT})(?:了(?:没有?|吗|么|不)|没有?(?:呢|啊)?|吗|么)[?？。]*$"
)
_WHETHER = re.compile(
    rf"(?P<what>[^，,。？?]{{2,}}?)(?:有没有|是不是|是否){_TIMES}(?:{_EVENT})了?(?:没有?|吗|么)?[?？。]*$"
)
_PUT_OFF = "暂缓|推迟|延期|停工|停建|终止|搁置"
_UNDONE = re.compile(f"未能?|没有?|尚未|{_PUT_OFF}")
_NO_THING = re.compile("目标|任务|计划|指标|多少|几|哪|谁|什么")


def answer_happened(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool | None:
    """Say what tells of it, what was done before what is planned; None where something else is asked."""
    asked = _ASKED.search(query.bare) or _WHETHER.search(query.bare)
    if asked is None or query.operation is not Operation.ONE or query.aspect is not Aspect.VALUE or query.status is Status.TARGET:
        return None
    event, told = next((asked[f"e{n}"], told) for n, told in enumerate(EVENTS.values()) if asked[f"e{n}"])
    thing = re.sub("^的|的$|(?:项目|工程)$", "", asked["what"]).strip()
    if len(thing) < 2 or _NO_THING.search(thing):
        return None
    query = replace(query, operation=Operation.WHEN, indicators=(thing + event,), topic="", shorter=())
    ids = scoped(drafting, query, retriever)
    found = [s for s in ranked_sentences(drafting, query, retriever, ids) if not s.table and _tells(thing, told, s)] if ids else []
    if not found:
        drafting.say(f"{REFUSAL}写明“{thing}”是否{event.removesuffix('了')}。")
        return False
    done = (s for s in found if not (s.planned or only_foresees(s.text)) or _UNDONE.search(s.text))
    best = next(done, found[0])
    if best.planned:
        drafting.say(f"报告没有写明“{thing}”已{event}，有的是计划：")
    say_sentence(drafting, replace(query, operation=Operation.ONE), best)
    return True


def _tells(thing: str, told: str, sentence: Sentence) -> bool:
    """Whether a clause of the sentence, or the clause behind the one that names the thing, tells of the event."""
    clauses = re.split("[，,；;。]", sentence.text)
    told = f"{told}|{_PUT_OFF}"
    named = (i for i, clause in enumerate(clauses) if tells_of(thing, clause))
    if len(thing) >= LEAST_SAID:
        named = (i for i in named if thing[:2] in clauses[i] or thing[-2:] in clauses[i])
    return any(re.search(told, "".join(clauses[i : i + 2])) for i in named)

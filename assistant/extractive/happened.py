"""Whether something came about: 学校开学了没, 扩区批了吗, 二期有没有投产 — the sentence that says so, or the plan where that is all there is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from assistant.events import whether
from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.quoting import say_sentence
from assistant.extractive.rescheduled import came_about
from assistant.extractive.sentences import Sentence, only_foresees
from assistant.extractive.shapes import tells_reached
from assistant.extractive.textual import ranked_sentences, scoped
from assistant.records import Aspect, Operation, Query
from assistant.sized import LEAST_SAID, tells_of
from index.records import Status

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["answer_all_done", "answer_happened"]

_PUT_OFF = "暂缓|推迟|延期|停工|停建|终止|搁置"
_UNDONE = re.compile(f"未能?|没有?|尚未|{_PUT_OFF}")


def answer_happened(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool | None:
    """Say what tells of it, what was done before what is planned; None where something else is asked."""
    asked = whether(query.bare) if query.operation is Operation.ONE and query.aspect is Aspect.VALUE and query.status is not Status.TARGET else None
    if asked is None:
        return None
    thing, event, told = asked
    query = replace(query, operation=Operation.WHEN, indicators=(thing + event,), topic="", shorter=())
    ids = scoped(drafting, query, retriever)
    found = [s for s in ranked_sentences(drafting, query, retriever, ids) if not s.table and _tells(thing, told, s)] if ids else []
    if not found:
        drafting.say(f"{REFUSAL}写明“{thing}”是否{event.removesuffix('了')}。")
        return False
    done = [s for s in found if not (s.planned or only_foresees(s.text)) or _UNDONE.search(s.text)]
    reached = [s for s in done if tells_reached(told, s.text) or _UNDONE.search(s.text)]
    best = max(reached or done or found, key=lambda s: drafting.facts.told_until(s.report_id))  # of equally near ones the first
    if not reached and came_about(drafting, query, thing, told):
        return True
    if not reached:
        drafting.say(f"报告没有写明“{thing}”已{event}，有的是计划：")
    say_sentence(drafting, replace(query, operation=Operation.ONE), best)
    return True


def _tells(thing: str, told: str, sentence: Sentence) -> bool:
    """Whether a clause of the sentence that names the thing tells of the event, or the one behind it; further on, as long as none names another."""
    clauses = re.split("[，,；;。]", sentence.text)
    told = f"{told}|{_PUT_OFF}" + ("|新建|建设|开工|启动" if sentence.planned else "")
    named = (i for i, clause in enumerate(clauses) if tells_of(thing, clause))
    if len(thing) >= LEAST_SAID:
        named = (i for i in named if thing[:2] in clauses[i] or thing[-2:] in clauses[i])
    return any(re.search(told, "".join((*clauses[i : i + 2], *takewhile(lambda c: not _ANOTHER.search(c), clauses[i + 2 :])))) for i in named)


_ANOTHER = re.compile("[㐀-鿿]{2,}(?:项目|工程|基地|中心|公司|大道|园|厂|企业)")


#: 十件民生实事, 八项重点任务: so many that were set; 民生实事 are a set without a number, too.
_SET = re.compile(r"[一二三四五六七八九十两\d]+(?:件|项|条|个)(?P<what>[㐀-鿿]{0,4}(?:实事|任务|承诺|目标|工作|事项))|(?P<deeds>民生实事)")
_LEFT = re.compile(
    "[没未](?:有|能)*(?:做|办|干)?(?:完成|完|成|好|办结|落实|兑现)|(?:完成|办结|办[完成]|落实|兑现|做完)了?(?:吗|没有?|么|与否|几[件项]|多少[件项])"
)
_ALL_DONE = re.compile("(?:全部|全面|全都|均|都|悉数)(?:已经?|如期|按期|按时|圆满|顺利|高质量)*(?:完成|办结|办完|落实|兑现)")
#: 10件民生实事办成9件，余下1件即…: how many of them were.
_SO_MANY_DONE = re.compile(r"(?:完成|办结|办[完成好]|落实|兑现|建成)了?(?:其中的?)?(?:[一二三四五六七八九十两]|\d+)(?:件|项|个)")


def answer_all_done(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """十件民生实事没办完的是哪件: the sentence that says all of them were, or how many; False, with nothing said, where none does."""
    asked = _SET.search(query.text)
    if asked is None or not _LEFT.search(query.text):
        return False
    what = asked["what"] or asked["deeds"]
    query = replace(query, operation=Operation.ONE, indicators=(what,), topic="", shorter=())
    ids = scoped(drafting, query, retriever)
    of_them = [s for s in ranked_sentences(drafting, query, retriever, ids) if what in s.text and not s.planned] if ids else []
    told = next((s for s in of_them if _ALL_DONE.search(s.text)), None) or next((s for s in of_them if _SO_MANY_DONE.search(s.text)), None)
    if told is None:
        return False
    say_sentence(drafting, query, told)
    return True

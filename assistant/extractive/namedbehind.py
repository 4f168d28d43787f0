"""What a sentence counts and names behind it, where those are asked for: 国家级小巨人新增3家，分别是甲、乙、丙."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.listing import requests_asked
from assistant.extractive.scoping import asks_plan
from assistant.extractive.sentences import units
from assistant.extractive.wanted import Asked
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from index.numbers import count_of

__all__ = ["answer_named_behind"]

_CLASSIFIER = "(?:家|个|项|条|座|所|种|名|户|位|处|支|款|类)"
_NUMBER = "(?:\\d+|[一二两三四五六七八九十]+)"
_NAMED = re.compile(
    f"(?P<number>{_NUMBER}){_CLASSIFIER}[^，,。；;：:、\\d]{{0,10}}[，,：:（(]?(?:它们|[这其][两三四五六七八九十\\d]+{_CLASSIFIER})?(?:分别|依次)(?:是|为|有|叫)(?P<names>[^。；;]*[、和与及][^。；;]+)"
)
_ASKED = re.compile("哪(?:些|几|[两三四五六七八九])|名单|点名|都?有谁|叫什么")
_OTHERWISE = re.compile("最|合计|占|平均|相差|为什么|怎么|(?<!分别是)多少")
_COUNTED = re.compile(f"(?P<number>{_NUMBER}){_CLASSIFIER}")
_COVERED = 0.8  # of the asked words, in what stands before the names


def answer_named_behind(drafting: Drafting, query: Query) -> bool:
    """The sentence that counts and names just what is asked for; False, with nothing said, where none does."""
    facts, text = drafting.facts, query.bare or query.text
    named = query.operation in (Operation.LIST, Operation.WHO, Operation.PARTS) and _ASKED.search(text)
    if not named or asks_plan(query) or requests_asked(query) or _OTHERWISE.search(text) or len(query.cells) > 1:
        return False
    said = _COUNTED.search(text)
    best: tuple[float, str, int, int] | None = None
    telling = set()
    for report_id in reversed(facts.reports_of(facts.placed(query), query.report_periods or query.periods)):
        asked, report = Asked(query), facts.report(report_id)
        asked.weigh(units(facts, report_id))
        for start, end in sorted({u.whole for u in units(facts, report_id) if not u.table}):
            for found in _NAMED.finditer(report.text, start, end):
                if said is not None and count_of(said["number"]) != count_of(found["number"]):
                    continue
                before = report.text[start : found.start("names")]
                held = asked.covered(before, frozenset(bigrams(fold(before))))
                if held >= _COVERED:
                    telling.add(report_id)
                    best = (held, report_id, start, found.end()) if best is None or held > best[0] else best
    if best is None or (len(telling) > 1 and not query.periods):  # 关停的企业有哪些: those of all years
        return False
    _, report_id, start, end = best
    drafting.say(facts.report(report_id).text[start:end].strip().rstrip("。；;，,") + "。", (drafting.cite_span(report_id, start, end),))
    return True

"""有哪几个片区: the places of a kind that a zone's newest report names, in its order."""

from __future__ import annotations

import re

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.records import Query
from index.numbers import NUMERALS

__all__ = ["answer_places"]

_ASKED = re.compile("(?:有|下辖|分|包括|含)[^，,。?？]{0,2}哪(?P<number>[几些两三四五六七八九])个?(?P<kind>片区|组团|区块|功能区|板块)[?？。]?$")


def answer_places(drafting: Drafting, query: Query) -> bool | None:
    """Name them; None where they aren't asked for or are told in a list of their own, False where none (or not so many) are named."""
    asked = _ASKED.search(query.text)
    if asked is None or len(query.zones) != 1:
        return None
    facts, kind = drafting.facts, asked["kind"]
    wanted = NUMERALS.get(asked["number"], 0)
    reports = [facts.report(r) for r in reversed(facts.reports_of(query.zones, query.periods))]
    for report in reports:
        found: dict[str, tuple[int, int]] = {}
        for match in re.finditer(rf"(?:^|(?<=[\s。；;，,、：:|（(和与及])|(?<=分为|包括|形成|下辖|下设|涵盖))[㐀-鿿]{{2,4}}{kind}", report.text):
            name = match.group()
            if not _NO_NAME.search(name[: -len(kind)]):
                found.setdefault(name, match.span())
        if len(found) < 2 or (wanted and len(found) != wanted):
            continue
        ends = [next((i for i in range(b, len(report.text)) if report.text[i] in "，。；|\n"), b) for _, b in found.values()]
        cited = tuple(drafting.cite_span(report.id, a, end) for (a, _), end in zip(found.values(), ends, strict=True))
        drafting.say(f"{'、'.join(found)}。", cited)
        return True
    if any(re.search(rf"、[^，。；\n]{{1,12}}(?:[两三四五六七八九]个|等){kind}", report.text) for report in reports):
        return None  # 东、中、西三个片区
    drafting.say(f"{REFUSAL}写明有哪{asked['number']}{'' if asked['number'] == '些' else '个'}{kind}。")
    return False


_NO_NAME = re.compile("[各个几全该本两三四五六七八九十这那其他]|推进|加快|建设|开发|重点|核心|所有|主要|不同|表|分")

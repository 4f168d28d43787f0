"""Which zone and year an answer was taken to be of, where the question names neither and others have the same figure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extractive.single import assumption
from assistant.facts import Facts
from assistant.records import Draft, Operation, Query, Statement
from index.records import Figure

__all__ = ["say_assumed"]

_SAID = re.compile("没有指明|默认|哪个开发区|哪一年")


def say_assumed(facts: Facts, query: Query, draft: Draft) -> Draft:
    """The draft behind a sentence that says what was assumed; as it is where nothing was, or where it is said."""
    zones = {f.zone for f in draft.figures}
    if query.zones or draft.refused or len(facts.zones.zones) < 2 or len(zones) != 1 or query.operation not in (Operation.ONE, Operation.PARTS):
        return draft
    if any(_SAID.search(s.text) for s in draft.statements):
        return draft
    figure = draft.figures[0]
    others = [zone for zone in facts.zones.zones if zone != figure.zone]
    periods = query.periods or ((figure.period,) if figure.period else ())
    if not any(_alike(f, figure) for zone in others for f in facts.figures([zone], periods)):  # the first that has it is enough
        return draft
    said = assumption(facts, figure, True, not query.periods)
    return replace(draft, statements=(Statement(f"{said}。"), *draft.statements))


def _alike(one: Figure, other: Figure) -> bool:
    return (one.name, one.scope, one.kind, one.status) == (other.name, other.scope, other.kind, other.status)

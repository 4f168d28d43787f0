"""Who gives a report: the line of his post below its title (党工委书记、管委会主任　张三)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.records import Query
from assistant.speakers import speaker_of

__all__ = ["answer_speaker"]


def answer_speaker(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """The name and his line, of the report given in the asked year or of it; False where none names who gives it, or several do."""
    facts = drafting.facts
    told = [(r, line) for r in facts.reports_of(query.zones, ()) if (line := speaker_of(facts.report(r).text)) is not None]
    years = {p.first_year for p in query.periods}
    given = [x for x in told if (date := facts.report(x[0]).date) is not None and date.year in years]
    chosen = [x for x in told if x[0] in ids] if not years else given or [x for x in told if x[0] in ids]
    if len({line[0] for _, line in chosen}) != 1:
        return False
    report_id, (name, start, end) = chosen[0]
    report = facts.report(report_id)
    post = re.sub(r"[ \u3000]+", " ", report.text[start:end].strip())
    drafting.say(f"{name}（{post}，《{report.title or report.name}》）。", (drafting.cite_span(report_id, start, end),))
    return True

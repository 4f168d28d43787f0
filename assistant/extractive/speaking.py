"""Who gives a report: the line of his post below its title (党工委书记、管委会主任　张三)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.records import Query
from assistant.speakers import speaker_of

__all__ = ["SPEAKING", "answer_speaker"]

SPEAKING = re.compile(
    "(?:讲话|述职|述廉|发言|作报告|做报告|汇报|讲)的?(?:人|者|领导|同志)?(?:是|叫|系)?(?:谁|哪位|哪个人)|谁(?:在|到|上)?[^，,。]{0,12}?(?:讲话|述职|发言|[作做]的?(?:报告|汇报)|讲的)"
    "|(?:报告|总结|材料|讲话|汇报|述职)(?:人|是谁[作做写讲]的?)(?:是谁|叫什么)?"
)


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

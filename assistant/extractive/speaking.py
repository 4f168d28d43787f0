"""Who gives a report: the line of his post below its title (党工委书记、管委会主任　张三); who answered a question, in the record of a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.items import split_sentences
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from assistant.speakers import SPEAKING, speaker_of
from index.transcript import answers_of

__all__ = ["answer_speaker"]

_WHO = re.compile("谁|哪位|哪家(?:媒体|报|电视台|电台|网)|哪个(?:人|领导|部门|单位|局|记者|媒体)")
_ANSWERED = re.compile("回答|答复|回应|作答|解答|答问|(?<!应)答(?=的|了|$)|出面|来答")
_ASKED = re.compile("提问|发问|问(?=的|了|到)|提(?=的|了|出)")
#: What such a question says beside what was asked: 发布会上是谁回答了…的提问.
_BESIDE = re.compile(
    f"(?:新闻|媒体)?(?:发布会|通气会|见面会|吹风会|答问会|座谈会)(?:实录)?|记者|现场|媒体|(?:这个|那个|有关|关于|方面)?的?(?:提问|问题|情况)|{_WHO.pattern}|{_ANSWERED.pattern}|{_ASKED.pattern}"
)
LEAST = 0.5  # of the asked words, in a question and the answer to it


def answer_speaker(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """The name and his line, of the report given in the asked year or of it; False where none names who gives it, or several do."""
    if _WHO.search(query.text) and _answer_answered(drafting, query, ids):
        return True
    if query.operation is not Operation.WHO or not SPEAKING.search(query.text):
        return False
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


def _answer_answered(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """Who answered what was asked, or who asked it, where one question of the record holds most of it and more than any other."""
    answered, asked = _ANSWERED.search(query.text), _ASKED.search(query.text)
    if answered is None and asked is None:
        return False
    words = bigrams(fold(_BESIDE.sub(" ", "".join((*query.scopes, *query.indicators))).replace(" ", "")))
    found: list[tuple[float, int, str, int]] = []
    for report_id in ids:
        text = drafting.facts.report(report_id).text
        for number, (question, answer) in enumerate(answers_of(text)):
            own = len(words & bigrams(fold(text[question.said : question.end])))
            both = len(words & bigrams(fold(text[question.said : answer.end])))
            found.append(((own + both) / (2 * len(words)), number, report_id, both) if words else (0.0, number, report_id, 0))
    found.sort(key=lambda one: -one[0])
    if not found or found[0][0] < LEAST or (len(found) > 1 and found[1][0] == found[0][0]):
        return False
    _, number, report_id, _ = found[0]
    text = drafting.facts.report(report_id).text
    question, answer = answers_of(text)[number]
    told = answer if answered is not None else question
    first = split_sentences(text, told.said, told.end)[0][1]
    told_by = f"{told.name}（{told.post}）" if told.name else told.post
    drafting.say(f"{told_by}：{text[told.said : first].strip()}", (drafting.cite_span(report_id, told.start, first),))
    if told is answer:
        drafting.say(f"这一问是：{text[question.said : question.end].strip()}", (drafting.cite_span(report_id, question.start, question.end),))
    return True

"""Who is responsible: （牵头：贸易发展局，责任人：…） after an item speaks of that item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.sentences import listings, units
from assistant.extractive.wanted import Asked
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Query
from index.records import Report

__all__ = ["RESPONSIBLE", "answer_responsible", "asks_builder", "notes_of"]

RESPONSIBLE = re.compile(
    "负责|牵头|责任|主管|分管|归(?:谁|哪)|(?:部门|单位|局)(?:来)?[管抓办]|谁管|谁抓|谁来|挂帅|包[联抓]|谁(?:在)?管"
    "|(?:谁|单位|部门)(?:来|在)?(?:配合|协助)|配合(?:单位|部门)|协办"
)
NOTE = re.compile(
    r"[（(【\[]?(?:(?! {2})[^（(【\[\n：:，。；]){0,6}(?:责任|牵头|分管|主管|负责|包联|配合|督办)[^（()）\n：:，。；]{0,5}?"
    r"(?:[：:]|(?<=单位|部门|领导)[为是])\s*[^（()）\n。]{2,60}[）)】\]]?"
)
#: （经济发展局牵头，12月底前完成）, 由高新投集团建设。 at the end of an item.
_DOES = "(?:负责|牵头|承担|主抓|盯办|督办|承建|建设|实施|运营|办理|配合|按职责分工)"
_DONE_BY = re.compile(
    rf"[（(][㐀-鿿、，和及]{{2,30}}?{_DOES}(?:[，,；][^（()）\n]{{0,30}})?[）)](?=[。；]?\s*(?:\n|$))|(?<=[。；，,])由[^，。；\n]{{2,20}}?{_DOES}(?=[，。；]|$)"
)
# （招商局、经济发展局） at the end of an item, in a plan that closes its items so.
_OFFICE = "[㐀-鿿]{1,12}?(?:局|办|委|部|中心|公司|处|科|室|组|会|街道|镇|院|所|队|平台|集团)"
CLOSING = re.compile(rf"[（(]{_OFFICE}(?:[、，,和]{_OFFICE})*(?:等)?[）)](?=[。；]?\s*(?:\n|$))")
USUAL = 3  # such notes in a report, before one is taken for who is responsible
AS_MUCH = 0.9  # of what a whole item with such a note holds, in the one sentence that says it
#: 由谁建设, 是哪家单位承建的: who builds it, not who answers for it.
_BUILDS = re.compile("(?:谁|哪一?[家个](?:单位|公司|企业)?)(?:来|在|负责)?(?:承建|承担|投资)?(?:建设?|实施|施工|运营)的?(?=$|[?？。，,])|由谁投资")
_BUILT_BY = re.compile("建设|承建|承担|投资|业主|实施|施工|运营")
ACCEPTED = 0.4  # of the asked words, in the heading of the item


def answer_responsible(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """The note after the item that holds the asked words; False when none does."""
    facts = drafting.facts
    asked = Asked(query, without=re.compile(f"{RESPONSIBLE.pattern}|人|单位|部门|个?局|领导|归|由|推进|配合|协助|建设|管|这[块项件]|工作"))
    asked.weigh([u for r in ids for u in units(facts, r)])
    built = asks_builder(query.text)
    best: tuple[float, Report, int, int, int, int] | None = None
    for report_id in ids:
        report = facts.report(report_id)
        for start, end, a, b in notes_of(facts, report):
            if built and not _BUILT_BY.search(report.text, a, b):
                continue
            stop = report.text.find("\n", start, a)
            head = report.text[start : min(stop if stop > 0 else a, start + 60)]
            score = max(_held(asked, head), 0.8 * _held(asked, report.text[start:end]))
            if score >= ACCEPTED and (best is None or score > best[0]):
                best = (score, report, start, end, a, b)
    spoken = _spoken(facts, asked, ids, each=_OF_EACH.search(query.text) is not None) if not built else None
    if spoken is not None and spoken[0] >= (AS_MUCH * best[0] if best is not None else ACCEPTED):
        _, report_id, start, end = spoken
        drafting.say(facts.report(report_id).text[start:end], (drafting.cite_span(report_id, start, end),))
        return True
    if best is None:
        return False
    score, report, start, end, a, b = best
    line = report.text.find("\n", start, a)
    title = report.text[start : line if line > 0 else a].strip()
    if len(title) > 60:
        title = re.split("[。；]", title)[0]
    number = drafting.cite_span(report.id, start, end, [(a, b)])
    drafting.note("责任", f"{title[:30]} {score:.2f}")
    drafting.say(f"{report.text[a:b].strip('（()）【】[] ')}。", (number,))
    drafting.say(f"对应的是：{title.rstrip('。')}。", (number,))
    return True


def asks_builder(question: str) -> bool:
    """Whether a question is after who builds or runs something."""
    return _BUILDS.search(question) is not None


#: 组建投产专班，由管委会副主任甲牵头: said in the sentence itself.
_BY = re.compile("由[^，。；]{2,24}(?:牵头|负责|挂帅|包联|任(?:组长|专班长|总指挥)|担任)")


_OF_EACH = re.compile("各(?![级类方项部])|分别|每[个条项]")


def _spoken(facts: Facts, asked: Asked, ids: Sequence[str], *, each: bool) -> tuple[float, str, int, int] | None:
    """The sentence that says by whom and how much of what is asked it holds; of ``each``, with its parts that go on."""
    told = ((r, u) for r in ids for u in units(facts, r) if not u.table and _BY.search(u.text))
    return max(((asked.covered(u.text, u.grams), r, u.start, u.whole[1] if each else u.end) for r, u in told), default=None)


def _held(asked: Asked, text: str) -> float:
    return asked.covered(text, frozenset(bigrams(fold(text))))


def notes_of(facts: Facts, report: Report) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of the item, start and end of the note in it.

    A note on a line of its own closes the largest item that holds no other note; one that ends a paragraph, the smallest.
    """
    notes = [m.span() for m in NOTE.finditer(report.text)]
    closing = [m.span() for m in CLOSING.finditer(report.text)]
    notes += [m.span() for m in _DONE_BY.finditer(report.text) if not any(a < m.end() and m.start() < b for a, b in notes)]
    notes = sorted({*notes, *closing}) if len(closing) >= USUAL else sorted(notes)
    items = sorted({span for x in listings(facts, report.id) for span in x.items}, key=lambda s: s[1] - s[0])
    for a, b in notes:
        line = report.text.rfind("\n", 0, a) + 1
        around = [(x, y) for x, y in items if x <= a and b <= y + 1]
        if report.text[line:a].strip():
            own = bool(around) and around[0][1] - line < 400 and sum(around[0][0] <= n[0] < around[0][1] for n in notes) == 1
            yield (*(around[0] if own else (line, b)), a, b)
            continue
        alone = [(x, y) for x, y in around if sum(x <= n[0] < y for n in notes) == 1]
        yield (*(alone[-1] if alone else (line, b)), a, b)

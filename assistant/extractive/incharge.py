"""Who builds a thing or answers for it: its row of a table, the sentence that names it, or the one behind that goes on (由甲公司实施，…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.cells import KNOWN, cite_row, name_cell
from assistant.extractive.drafting import Drafting
from assistant.extractive.rescheduled import names_of, of_another_part
from assistant.extractive.sentences import units
from assistant.facts import Facts
from assistant.incharge import InCharge
from assistant.names import bigrams, fold
from assistant.records import Draft
from index.records import Period, Report, SectionKind

__all__ = ["say_in_charge"]

_OFFICE = "[㐀-鿿A-Za-z]{2,16}?(?:局|办公室|办事处|管委会|委|中心|公司|管理处|处|集团|专班|[城建]投|组|街道|院|平台|一局|二局|三局|办)"
_BUILDS = "承建|施工|建设|代建|承担|实施"
_MINDS = "牵头|负责|主管|包[保联抓]|盯办|盯着|承办|推进|跟进|主抓|组织实施|服务(?!中心|局|处|站|公司|专班|办)"
_BY = re.compile(
    f"由(?P<a>[^，,。；;由]{{2,24}}?)(?:具体|全程|来|牵头)*(?P<d1>(?:{_MINDS}|{_BUILDS})(?![局办处委组部]|中心|公司|专班))"
    f"|(?P<d2>责任|牵头|承建|施工|建设|实施|业主|负责|主管|包[保联]|督办|代建|承担)(?:单位|部门|方)?(?:[：:]|[为是])?(?P<b>{_OFFICE})(?=[，,。；;、（）()]|$)"
    f"|(?:^|(?<=[，,；;。（(]))(?P<c>(?![^，,；;。]{{0,12}}由){_OFFICE})(?P<d3>{_MINDS}|{_BUILDS})"
)
_HEADS = re.compile("责任|牵头|负责|主管|包[保联]|(?:服务|盯办|承办)(?:单位|部门)|(?:建设|承建|施工|实施|承担|业主)(?:单位|公司|企业|方|主体)|业主")
_BUILDER = re.compile("承建|施工|建设|代建|实施|承担|业主")
_BUILT_BY = re.compile("施工|承建|承包|总包|公司")
_PERSON = re.compile("人|领导")
_NOTE = re.compile("\\s*[（(【]?(?:责任|牵头|承建|施工|建设|实施|负责|主管|包[保联])(?:单位|部门)?[：:]")  # on a line of its own, below the thing
_SHORT = 4  # characters of a name that leaves out what is in the middle
_NEXT = 3  # sentences behind the one that names a thing, in which it may still be told of
_OTHER = re.compile("[㐀-鿿]{2,}(?:项目|工程|基地|大道|大桥|产业园|厂)")
_Telling = tuple[str, tuple[int, int], str, bool]  # report, span of the sentence, office, whether it builds
NAMED, ROW = 0.75, 0.8  # of the pairs of characters of a name, in a sentence; of a row's name, in the question


def say_in_charge(facts: Facts, asked: InCharge, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """Of each zone and period; None where nothing says so of what is named."""
    for zone, period in cells:
        drafting = Drafting(facts)
        ids = facts.reports_of([zone], [period])
        before = [r for r in facts.reports_of([zone], [period.shifted(-1)]) if r not in ids]
        if _in_a_row(drafting, asked, ids) or _in_words(drafting, asked, ids) or _in_words(drafting, asked, before, planned=True):
            return drafting.draft()
    return None


def _in_a_row(drafting: Drafting, asked: InCharge, ids: Sequence[str]) -> bool:
    said = bigrams(fold(asked.text))
    for report_id in reversed(ids):
        report, best = drafting.facts.report(report_id), (0.0, 0, "", "")
        for table in (t for t in report.tables if t.heads):
            heads = [c.text.strip() for c in table.grid[table.heads - 1]]
            people = [i for i, h in enumerate(heads) if asked.person and _HEADS.search(h) and _PERSON.search(h)]
            columns = [i for i, h in enumerate(heads) if _HEADS.search(h) and not _PERSON.search(h)]
            if asked.builds and _BUILT_BY.search(asked.text):
                columns = [i for i in columns if _BUILDER.search(heads[i])]
            columns.sort(key=lambda i: asked.builds != (_BUILDER.search(heads[i]) is not None))
            for row in table.grid[table.heads :]:
                first = name_cell(row)
                own = bigrams(fold(first.text)) if first is not None else frozenset()
                held = max(len(own & said) / len(own) if own else 0.0, *(_called(own, n) for n in asked.names))
                filled = [i for i in columns if i < len(row) and row[i].text.strip()]
                told = row[filled[0]] if filled else None
                if first is not None and told is not None and held >= ROW and held > best[0]:
                    best = held, told.start, told.text.strip(), first.text.strip()
                    number = drafting.fork()
                    beside = filled if asked.both else [*filled[:1], *(i for i in people if i < len(row))]
                    said_so = "，".join(row[i].text.strip() if len(beside) == 1 else f"{heads[i]}：{row[i].text.strip()}" for i in beside)
                    number.say(f"{said_so}（{first.text.strip()}）。", (cite_row(number, report, told),))
        if best[0]:
            drafting.join(number)
            return True
    return False


def _called(own: frozenset[str], name: str) -> float:
    asked = names_of(name)
    return len(own & asked) / len(asked) if len(asked) >= 3 else 0.0


def _in_words(drafting: Drafting, asked: InCharge, ids: Sequence[str], *, planned: bool = False) -> bool:
    """``planned``: in what the reports plan for the year after theirs."""
    facts = drafting.facts
    for name in asked.names:
        reports = [facts.report(r) for r in reversed(ids)]
        told = [t for r in reports for t in _tellings(facts, r, name, planned=planned)]
        told = told or [t for r in reports for t in _headed(r, name) if not planned]
        if asked.builds and _BUILT_BY.search(asked.text):
            told = [t for t in told if t[3]]  # whoever answers for it has not built it
        told.sort(key=lambda t: asked.builds != t[3])
        if told:
            report_id, span, who, _ = told[0]
            drafting.note("谁办", f"{name}：{who}")
            text = facts.report(report_id).text
            parts = [(span[0] + m.start(), span[0] + m.end()) for m in re.finditer("[^；]+", text[slice(*span)]) if who in m[0]]
            said = parts[0] if len(parts) == 1 else span  # 甲专班由某甲牵头；乙专班由某乙牵头
            drafting.say(f"{who}：{text[slice(*said)].strip()}", (drafting.cite_span(report_id, *said),))
            return True
    return False


def _headed(report: Report, name: str) -> Iterator[_Telling]:
    """Of a paragraph that begins with the thing's name, what says by whom: its own heading (东环路北延（建设局牵头）), or a sentence below."""
    pairs = names_of(name)
    for line in re.finditer(r"[^\n|]+(?=\n|$)", report.text):
        head = re.match("[^。；：:，,]{2,40}", line[0])
        if head is None or not _named(name, pairs, head[0]):
            continue
        for said in re.finditer("[^。]+。?", line[0]):
            if (by := _BY.search(said[0])) is not None:
                yield report.id, (line.start() + said.start(), line.start() + said.end()), *_office(by)
                break


def _office(by: re.Match[str]) -> tuple[str, bool]:
    """The office, and whether it builds the thing."""
    return (by["a"] or by["b"] or by["c"]).strip(), _BUILDER.search(by["d1"] or by["d2"] or by["d3"]) is not None


def _named(name: str, pairs: frozenset[str], text: str) -> bool:
    """Whether a stretch names it, be it without what is in the middle of a name (甲乙薄膜, of 甲乙新材料薄膜)."""
    if len(pairs) > 1 and len(pairs & bigrams(fold(text))) >= max(NAMED * len(pairs), KNOWN):
        return True
    return len(name) == _SHORT and re.search(f"{re.escape(name[:2])}[㐀-鿿\\d]{{1,16}}?{re.escape(name[2:])}", text) is not None


def _tellings(facts: Facts, report: Report, name: str, *, planned: bool = False) -> Iterator[_Telling]:
    """Each sentence that tells by whom a thing is done, with the office and whether it builds it."""
    pairs, read = names_of(name), [u for u in units(facts, report.id) if not u.table and (u.kind is SectionKind.PLAN or not planned)]
    for at, unit in enumerate(read):
        if not _named(name, pairs, unit.text):
            continue
        if of_another_part(name, unit.text):
            continue
        stop = report.text.find("\n", unit.start)
        stop = report.text.find("\n", stop + 1) if stop >= 0 and _NOTE.match(report.text, stop + 1) else stop
        behind = [u for u in read[at : at + 1 + _NEXT] if u.start < (stop if stop >= 0 else len(report.text))]
        begin = max((unit.text.find(name[i : i + 2]) for i in range(len(name) - 1)), default=0)
        for i, part in enumerate(behind):
            text = part.text[max(begin, 0) :] if not i else part.text
            by = _BY.search(text)
            if i and _OTHER.search(text[: by.start()] if by else text) and not pairs & bigrams(fold(text)):
                break
            if by is not None:
                yield report.id, part.whole, *_office(by)
                break

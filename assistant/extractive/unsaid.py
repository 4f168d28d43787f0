"""What is asked for and not told, however near an answer is: who built a thing, whose shares it is, at which price, and of which part of the zone."""

from __future__ import annotations

import re

from assistant.extractive.measured import instead_of, said_of_others
from assistant.extractive.reasons import subject_asked
from assistant.extractive.shapes import BUILT, names_role, role_asked
from assistant.facts import Facts
from assistant.names import bigrams
from assistant.records import Draft, Operation, Query
from assistant.scopes import places_said
from assistant.terms import find_terms

__all__ = ["only_as_asked"]

_ORGANISATION = re.compile("公司|集团|[究计]院|局|指挥部|[城建交]投|管委会|建工|路桥|专班|办公室|街道|平台|股份|中心")  # in the row of a table, too
_BY_WHOM = (*BUILT, "监理", "设计")
#: What is asked for, by what it is called in a refusal, and the words of which an answer has one.
_SELDOM = (
    (
        "股东和持股比例",
        re.compile("股东(?!大会)|持股|股权(?:结构|比例|怎么|如何|分配|占)|股比|占(?:了)?(?:多少|几成?)的?股|(?:谁|哪[^，。？]{0,4})(?:控股|出资|入股)"),
        re.compile("股东|持股|控股|股权|出资|参股|入股|独资|合资"),
    ),
    (
        "发行价",
        re.compile("发行价|每股|[一1]股[^，。？]{0,6}(?:价|多少|几|卖|定|发)|股价|市盈率|[开收]盘价"),
        re.compile("发行价|每股|元/股|股价|市盈率"),
    ),
    ("票价", re.compile("票价|门票|车票"), re.compile("票")),
    ("联系电话", re.compile("电话(?!会)|联系方式|手机号|热线是"), re.compile("\\d{7,}|\\d{3,4}-\\d{7,}|12345|电话|热线")),
    ("中标价", re.compile("中标(?:价|金额)|合同价|标底"), re.compile("中标|合同价|标")),
)
_NUMBERS = ("股东和持股比例", "发行价", "票价", "中标价")  # for which another number of the same thing may have been told
_BEFORE = 120  # characters before a reason, in which what it is of may be named
_NAMED_SO = re.compile("^[^，。；]{2,24}[（：]")  # 城建公司（甲大道）。
#: Where the asker stands, or what the part is no more than a place of.
_ASKER = re.compile("(?:我|咱|俺)们?(?:家|厂|店|公司|单位)?(?:就|也|都|人)*(?:在|住在?|来自)$|(?:会员|客户|企业|厂子?|店铺?)[^，,。？?]{0,3}在$")
_WHOLE = re.compile("全区|整个|区里(?:一共|总共)|加起来|合计|占全|其[他余]|除(?:了|去)|之外|以外|扣[除掉]|减去|剩")


def only_as_asked(facts: Facts, query: Query, question: str, draft: Draft) -> Draft:
    """The answer; where it tells of something else than is asked for, that nothing is said, with what the answer was beside."""
    if draft.refused or draft.choices or not draft.statements:
        return draft
    told = "".join(s.text for s in draft.statements) + "".join(c.quote for c in draft.citations)
    role = role_asked(question)
    if role in _BY_WHOM and not draft.figures and not names_role(role, told):
        named = role in BUILT and (_ORGANISATION.search(told) or any(_NAMED_SO.match(s.text) for s in draft.statements))
        if not named:
            return said_of_others(draft, f"{role}单位")
    for noun, asked, answered in _SELDOM:
        found = asked.search(question)
        if found is not None and not draft.figures and not answered.search(told):
            return said_of_others(draft, noun)
        if found is not None and draft.figures and noun in _NUMBERS and not answered.search(told):
            return instead_of(facts, draft)
    said = "".join(s.text for s in draft.statements) + "".join(
        "".join(c.heading) + facts.report(c.report_id).text[max(0, c.start - _BEFORE) : c.end] for c in draft.citations
    )
    if query.operation is Operation.WHY and not draft.figures and not _speaks_of(said, subject := subject_asked(query)):
        return said_of_others(draft, f"{subject}的原因")
    return _of_the_part(facts, question, draft, told)


def _speaks_of(told: str, subject: str) -> bool:
    """Whether a reason may be one of what was asked of: two characters of it in a row stand there, or of another name of it."""
    terms = find_terms(subject)
    if not terms and len(subject) < 3:  # 几项, 它们: named by nothing
        return True
    names = [subject, *(m for t in terms for m in t.meanings)]
    return any(len(name) < 2 or bigrams(name) & bigrams(told) for name in names)


def _of_the_part(facts: Facts, question: str, draft: Draft, told: str) -> Draft:
    """…砻口片区单独看，预算收入有多少: no number of the whole zone, and none of something else of that part."""
    known = facts.understanding()
    zones = [range(m.start, m.end) for m in known.zones.find(question)]  # 甲塬园区, which has a 甲塬镇
    said = [(name, at) for name, at in places_said(question, known.scopes) if not any(at in zone for zone in zones)]
    places = [(name, at) for name, at in said if not _ASKER.search(question[:at])]
    if len({name for name, _ in places}) != 1 or _WHOLE.search(question):
        return draft
    stem = places[0][0]
    own = [f for f in draft.figures if stem in f.scope + f.indicator]
    if stem not in told and not own:
        return instead_of(facts, draft) if draft.figures else said_of_others(draft, f"{stem}的数")
    terms = [t for t in find_terms(question) if len(t.meanings) == 1]
    if draft.presumed and own and len(terms) == 1:
        meant = terms[0].meanings[0]
        if not any(f.name in meant or meant in f.name for f in own):
            return instead_of(facts, draft)
    return draft

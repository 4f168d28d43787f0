"""Which projects a report names, where it enumerates none: those that it tells something of, one after another.

有哪些重点项目, 开工了哪些项目 are asked of every report, and few list them: each is told in a clause of its own
(棠芯封测项目总投资46亿元，3月12日开工；济棠药业智能制造基地10月28日竣工).  What is asked of their state (开工, 投产, 签约) must be told there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.items import MARK, placed, section_at
from assistant.extractive.saying import say_items
from assistant.extractive.scoping import asks_plan
from assistant.extractive.sentences import Unit, units
from assistant.extractive.shapes import tells_reached
from assistant.facts import Facts
from assistant.records import Operation, Query
from assistant.sized import STATES
from index.numbers import count_of
from index.records import SectionKind

__all__ = ["answer_projects", "asks_projects", "is_name", "named_projects", "names_after", "project_of", "unmarked"]

MOST = 10  # projects told
_WORDS = re.compile(
    "新?(?:签约|签下|签订|引进|招引|落户|落地|摘牌|开工|动工|奠基|破土|竣工|完工|建成|投产|投用|在建|续建|推进|实施|建设|谋划|点名|讲|提到|提及|提|列|说|介绍)(?:了|到|的)?"
    "|重大|重点|主要|标志性|龙头|产业|工业|制造业|招商|大|好|新|的|了|全年|当年|年内|公报|报告|总结|里头?|中|上|都|有|些|个|省市?|市"
)
_ASKED = re.compile("(?:项目|工程)(?:名称|名字|名单|叫什么)?(?:和|及)?$")
_KIND = "(?:项目|工程|基地|产业园|科技园|物流园|生产线|综合体|电站|枢纽|码头|产业化|总部|[㐀-鿿]工厂)"
_LEAD = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．是]+|其中|特别是|尤其是|最[㐀-鿿]{2,4}的是|目前|截至[^，]{1,4}|此外|同时|另有|一方面|全年|年内|上半年|下半年|全面|全力|重点|积极|加快|加速|着力|"
    r"确保|力争|抓好|推动|推进|实施|建成|完成|建设|开工|新建|启动|打造|提升|支持|促成|保障?|服务|筹建|谋划|引进|紧盯|聚焦|围绕|"
    r"(?:总投资|投资|由)[^，。；：的]{1,14}的|[㐀-鿿]{2,10}投资建设的|(?:计划)?总?投资[\d.]+[亿万]元)+"
)
_NAME = re.compile(
    rf"(?P<name>[㐀-鿿A-Za-z0-9.“”·（）()]{{4,30}}?{_KIND}(?:[一二三四]期)?)"
    r"(?=总投资|计划|原[定计]|因|受|推迟|延[期迟]|[一二三]期|投资|完成|当年|年内|全年|累计|已|于|全面|顺利|正式|主体|\d{1,2}月|\d{4}年|开工|动工|竣工|建成|投产|投用|签约|落户|落地|成功|加快|有序|进入|实现|"
    r"如期|按期|试|首|厂房|桩基|进展|由|占地|位于|规划|年[产加]|达产|[，；。、（(]|$)"
)
#: 10亿元以上的有两个，分别是A项目、B项目: what they have in common is told before.
_LISTED = re.compile(r"\s*(?:即|分别)(?:是|为)?")
_GENERAL = re.compile(
    "重大|重点|重要|亿元|以上|以下|项目|工程|基地|产业园?|新|开工|动工|竣工|投产|建成|续建|在建|签约|促成|达成|洽谈|引进|储备|省|市|级|县|国家|区|工业|技改|技术改造|招商|招引|全年|年度|"
    "计划|年初|确定|安排|列入|凡?涉及|历年|结转|当年|上半年|下半年|调度|增量|存量|审计|抽查|企业投资|合作|订单|标准化|原料|土地|开发|收储|产业创新|服务|综合体|基础设施|建设|民生|实事|城建|外资|内资|企业|制造业|服务业|各类|一批|大|好|优质|单体|过|元|[\\d.]|[一二三四五六七八九十百]|个|只|些|多|余|[的为和与及、]|生产线|总部|配套"
)


#: What begins or holds no name: 是近年来最大的工业项目, 慢的是商业综合体, 年初确定的38个重点项目.
_NO_NAME = re.compile(
    "^(?:累计|合计|共计|新增|协议|合同)?$|^(?:是|却|对|把|让|在|随|扣除|剔除|[一这那])|的是|[前后内外]的|了|最|抓|不断|持续|主要|\\d+[个项]"
)


def asks_projects(query: Query) -> bool:
    """Whether projects are asked for by nothing but how great they are and in what state."""
    phrase = "".join((*query.scopes, *query.indicators))
    several = "哪些|哪几" + ("|哪一?个" if any(re.search(state, query.text) for state in STATES) else "")  # 哪个项目, by more than a state
    asked = query.operation is Operation.LIST or (query.operation is Operation.WHO and re.search(several, query.text) is not None)
    return asked and _ASKED.search(phrase) is not None and not _WORDS.sub("", _ASKED.sub("", phrase))


def names_after(query: Query, text: str) -> bool:
    """Whether a list in a sentence tells what came to the asked state (引进了甲、乙), and not of 凡涉及项目引进、资金使用的事项."""
    states = "|".join(s for s in STATES if re.search(s, "".join((*query.scopes, *query.indicators)) + query.text))
    if _COUNTED.search(text):
        return True
    return not states or re.search(f"(?:{states})[^，。；、]{{2,40}}、|、[^，。；]{{2,40}}(?:{states})", text) is not None


#: 其中三个，分别是甲、乙和丙.
_COUNTED = re.compile("(?:项目|工程)[^，,。；]{0,4}?[\\d两二三四五六七八九十]+[个项]?[，,：:]?(?:分别|依次)(?:是|为|有)[^。；]+[、和]")


def is_name(name: str) -> bool:
    """Whether it tells one project from others: 签约项目, 10亿元以上项目 do not."""
    return len(_GENERAL.sub("", name)) >= 2 and not _NO_NAME.search(name)


def project_of(clause: str) -> str:
    """The project whose name a clause begins with, or ""."""
    match = _NAME.match(_LEAD.sub("", unmarked(clause)))
    return match["name"] if match else ""


def unmarked(clause: str) -> str:
    """8. 甲基地总投资26.8亿元: without the mark of the item."""
    clause = clause.strip()
    mark = MARK.match(clause)
    return clause[mark.end() :].strip() if mark is not None else clause


def named_projects(facts: Facts, report_id: str, *, planned: bool = False) -> Iterator[tuple[str, int, Unit]]:
    """Each project by its name, where its clause begins, and the unit that tells of it first; plans apart from what was done."""
    report, sections = facts.report(report_id), facts.sections(report_id)
    seen: set[str] = set()
    costed = {f.scope: f.start for f in facts.figures([report.zone]) if f.report_id == report_id and f.indicator == "总投资" and f.scope}
    for unit in units(facts, report_id):
        if unit.table or unit.kind is SectionKind.PROBLEMS:
            continue
        kind, _ = placed(report, section_at(sections, unit.start), unit.start)
        if (kind is SectionKind.PLAN) is not planned:
            continue
        for piece in re.finditer("[^，,。；;：:]+", unit.text):
            listed = _LISTED.match(piece.group())
            parts = re.split("[、和]", piece.group()[listed.end() :]) if listed else [piece.group()]
            for part in parts:
                name = project_of(part) or next((o for o in costed if unit.start <= costed[o] < unit.end and unmarked(part).startswith(o)), "")
                if is_name(name) and name not in seen:
                    seen.add(name)
                    yield name, unit.whole[0] if listed else unit.start + piece.start(), unit


_STALLED = re.compile("(?:仍|还|尚|迟迟)[未没](?:有)?(?:能)?(?:开工|动工|落地|投产|启动)|没有开工|卡在|解约|终止|搁置")  # signed, and no more


_BY_NUMBER = re.compile("([两二三四五六七八九十]+)大(?:重点|重大|标志性)?(?:项目|工程)")


def answer_projects(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """The projects of the reports, each as it is told; False where fewer than two are."""
    phrase = "".join((*query.scopes, *query.indicators)) + query.text
    states = [f"{s}|新签" if "签约" in s else s for s in STATES if re.search(s, phrase)]
    facts, group = drafting.facts, _BY_NUMBER.search(query.text)
    own = [i for i in facts.reports_of(query.zones, query.report_periods or query.periods) if i in ids] if query.periods else list(ids)
    for report_id in reversed(own):
        text = facts.report(report_id).text
        tells = re.search if asks_plan(query) else tells_reached
        found = [(n, (start, u.end)) for n, start, u in named_projects(facts, report_id, planned=asks_plan(query))
                 if not states or (tells("|".join(states), text[start : u.end]) and not _STALLED.search(text[start : u.end]))]
        spans = [span for i, (_, span) in enumerate(found) if i == 0 or found[i - 1][1][1] != span[1]]  # of one unit, from the first on
        if group is not None and len(found) != count_of(group[1]):
            continue  # 六大工程 are what a report counts as such, not what it tells of by name
        if len(found) >= (1 if states and own else 2):
            drafting.note("项目", "、".join(n for n, _ in found))
            say_items(drafting, facts.report(report_id), spans[:MOST])
            if len(spans) > MOST:
                drafting.say(f"报告还讲到{'、'.join(n for n, (_, end) in found if end > spans[MOST - 1][1])}。")
            return True
    return False

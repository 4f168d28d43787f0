"""Several questions in one message: 做了多少产值、交了多少税; …有多少，多少家企业受益.

Each is answered in the light of the one before, as if it had been asked next; comparing and adding up are one question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.extractive.wording import names_the_outermost
from assistant.onward import asks_onward
from assistant.periods import WHOLE_YEAR, find_parts, find_periods
from assistant.question import normalise_question, understand
from assistant.records import Aspect, Citation, Draft, Operation, Query, Statement
from assistant.terms import find_terms, is_all_known, names_printed
from assistant.understanding import Understanding
from index.figures.companies import TRADE
from index.records import Period, Status
from index.units import ANY_UNIT

__all__ = ["LEANS", "joined", "split_questions", "subject_of"]

_ASKS = re.compile(
    "多少|几[个家亿件项位名人起处座宗成台套倍]|百分之几|第几|多[大高长远宽]|什么|啥|哪|谁|何时|为何|吗|如何|怎么|占[^，,。]{0,12}比[重例]"
)
_DONE_AND_LEFT = re.compile("(?P<verb>[㐀-鿿]{2})率.*(?:没有?|未)(?P=verb)")
_APART = re.compile(r"[，,；;。？?！!]|、(?=[^、，,。]*(?:多少|几))")
# 2020年甲比乙多多少，2021年呢？
_ALSO = re.compile(
    r"(?P<first>.{6,}?[^，,。？?]{2})[，,。；;？?]\s*(?P<then>(?:那么?|到了?)?"
    r"(?:(?:19|20)?\d\d年(?:[上下]半年|[一二三四]季度)?|[去前明今]年|上年|上一年|次年)呢)[?？]?"
)
# 研发投入两年走势及2024年目标
_WAY_AND_PLAN = re.compile(
    "(?P<first>.{6,}?(?:走势|走向|变化|怎么走的?|怎么变的?))(?:情况)?[，,]?(?:及|以及|和|与|、|还有)(?P<then>(?:20)?\\d\\d年(?:的|全年)?(?:目标|计划|预期|预计)[数值]?)(?:是|为|有)?(?:多少)?[?？]?"
)
# …加一块儿多少家？还有，规上产值增幅谁定得高
_BESIDES = re.compile(
    r"(?P<first>.{8,}?)[？?。；;]\s*(?:还有|另外|再就是|再问一?[下句]|顺便(?:再?问一?[下句])?)(?:一?[个点])?[，,：:]?(?P<then>[^，,。？?].{5,})"
)
#: 甲营地和乙索道，2023年分别是哪天开业的
_EACH_WHEN = re.compile(
    "(?P<things>[^，,。？?]{7,40})[，,]?(?P<time>(?:(?:20)?\\d\\d年)?)(?:都)?(?:分别|各自?)(?:又|都)?(?:是|于|在)?"
    "(?P<asks>(?:哪一?[天年]|哪个?月|什么时候?|何时|啥时候?|几月(?:几[日号])?|什么日子)[^，,。？?]{2,})[?？。]*"
)
_WHICH = "(?:都|分别|各)?(?:是|叫|有|指)?(?:哪[一二三四五六七八九几些仨俩]?[个大]?|什么|啥)(?:名字?)?"
_EACH = "(?:又|都)?(?:各自?|分别)?(?:是|有|为|做了?|完成)?(?:多[少大]|几)[㐀-鿿]{0,2}[?？。]*$"
#: 三大主导产业是哪仨，23年产值分别多少; 那四个项目都叫啥，总投资各多大: what they are called and a number of each.
_NAMED_WITH = (
    re.compile(
        f"(?P<what>(?:[一二三四五六七八九十两几各]大)?(?:主导|支柱|特色|优势|重点|新兴)产业){_WHICH}[，,、；;？?](?:各自?|分别)?"
        f"(?P<of>(?:(?:20)?\\d\\d年)?的?(?:产值|营业收入|营收|主营业务收入|增加值)){_EACH}"
    ),
    re.compile(
        f"(?:(?:点名|列出|提到|列举|说到)的)?(?:[这那]?[一二三四五六七八九十两几]个)(?P<what>(?:[㐀-鿿]{{2,6}})?项目){_WHICH}[，,、；;？?](?:盘子)?[（(]?(?:计划)?(?:总投资|投资额?)[)）]?(?:各自?|分别)(?P<of>){_EACH}"
    ),
)
_SINGLE = (Operation.ONE, Operation.WHO, Operation.WHEN, Operation.WHERE)
_LONGEST = 3


def split_questions(text: str, known: Understanding) -> list[str]:
    """The questions of a message in order; the message itself when it is one, or when they can't be told apart."""
    whole = normalise_question(text)
    also = _ALSO.fullmatch(whole)
    if also and _ASKS.search(also["first"]) and understand(also["first"], known).indicators:
        return [also["first"], also["then"]]
    planned = _WAY_AND_PLAN.fullmatch(whole)
    if planned and len((went := understand(planned["first"], known)).indicators) == 1:
        zone = next((m.text for m in known.zones.find(planned["first"])), "")
        return [planned["first"], f"{zone}{''.join(went.scopes[:1])}{went.indicators[0]}{planned['then']}是多少"]
    for named in _NAMED_WITH:  # each is told with its number, asked as one
        if (both := named.search(whole)) is not None:
            return [whole[: both.start()] + both["what"] + (both["of"] + "分别是多少" if both["of"] else "有哪些")]
    when = _EACH_WHEN.fullmatch(whole)
    if when is not None and len(each := _things(when["things"], known)) > 1:
        return [f"{thing}{when['time']}{when['asks']}？" for thing in each]
    beside = _BESIDES.fullmatch(whole)
    if beside and _ASKS.search(beside["first"]) and _ASKS.search(beside["then"]):
        return [beside["first"], beside["then"]]
    pieces = [p for p in _APART.split(whole) if p.strip()]
    asking = [i for i, p in enumerate(pieces) if _ASKS.search(p)]
    if not 2 <= len(asking) <= _LONGEST or asking[-1] != len(pieces) - 1 or len(whole) > 70:
        return [text]
    if _DONE_AND_LEFT.search(whole):  # 解决率是多少，还剩几个没解决
        return [text]
    starts = [0, *(i + 1 for i in asking[:-1])]
    parts = ["，".join(pieces[a : b + 1]) for a, b in zip(starts, asking, strict=True)]
    lead = understand(parts[0], known)
    carried = [parts[0], *(_carried(p, parts[0], _then(lead, parts[:i]), known) for i, p in enumerate(parts[1:], 1))]
    if all(carried):
        return carried
    subject = subject_of(lead)
    leaning = [bool(LEANS.fullmatch(p.rstrip("?？。"))) for p in parts]
    if all(leaning[1:]) and lead.operation is Operation.TREND and len(lead.indicators) == 1 and not lead.operands:
        return parts  # 2022、2023年各多少，全市排名怎么变的
    alone = [leans or _PRONOUN.search(p) or asks_onward(p) for p, leans in zip(parts, leaning, strict=True)]
    within = [lead.scopes[0] if lead.scopes and is_all_known(re.sub("(?:是|有|为|又)*(?:多少|几).*", "", p)) else subject for p in parts]
    parts = [parts[0], *(p if stays else of + p for of, p, stays in zip(within[1:], parts[1:], alone[1:], strict=True))]
    queries = [understand(p, known) for p, leans in zip(parts, leaning, strict=True) if not leans]
    single = any(leaning[1:]) or understand(whole, known).operation in _SINGLE
    if leaning[0] or not single or not all(_stands(q) for q in queries):
        return [text]
    phrases = [p for q in queries for p in q.indicators]
    return parts if len(set(phrases)) == len(phrases) else [text]


_LEAST_NAME = 3  # characters


def _things(text: str, known: Understanding) -> list[str]:
    """甲区的会展中心, 甲区的索道, of 甲区的会展中心和索道: what is named one beside the other, each with the zone and the year said first."""
    spans = sorted([(m.start, m.end) for m in known.zones.find(text)] + [(m.start, m.end) for m in find_periods(text)])
    place = "".join(text[a:b] for a, b in spans)
    for a, b in reversed(spans):
        text = text[:a] + text[b:]
    parts = re.split("[、和与及]", text.removeprefix("的"))
    return [place + p for p in parts] if all(len(p) >= _LEAST_NAME for p in parts) else []


# 合计多少亩, 增速多少, 在全市县级园区里头排第几名: what has no noun of its own is asked of what stands before.
LEANS = re.compile(
    f"(?:一?共|合计|总共|总计|共计|面积|总面积)?(?:是|有|为|达|计)?(?:多少|几)(?:[百千]?[万亿])?(?:个)?(?P<unit>{ANY_UNIT})"
    "|(?:同比)?(?:增速|增幅|涨幅|增长率?)(?:是|为|有|了)?(?:多少|几|百分之几)(?:个?(?:百分)?点)?"
    "|(?:放|搁|摆)?(?:在|到)(?:[㐀-鿿\\d]{0,12}?(?:里头?|里面|当?中|之中))的?(?:名次|位次|排名)(?:是)?(?:怎么?样|如何|第?几|多少)"
    "|(?:位次|名次|排名)?(?:在|于)?(?:[㐀-鿿\\d]{0,12}?(?:里头?|里面|当?中|之中))?(?:的)?(?:排名?|居|列|位列|名列|位居|排在)(?:是)?(?:第)?(?:几|多少|什么位置|啥位置)(?:名|位)?"
    "|(?:在)?全[市省县州盟国](?:(?:各|同类)?(?:开发区|园区|经开区|高新区|区县|县区))?(?:里|中)?(?:能|可以)?(?:的)?(?:排名?|位次|名次|列|居|位列|位居)?(?:是|为|在|到)?第?(?:几|多少)[名位]?"
    f"|到?年[底末](?:一?共|累计|总共|总数)(?:又|是|有|达|为)*(?:多少|几)(?:{ANY_UNIT})"
    "|(?:在)?(?:全[市省县州盟国])?(?:的)?(?:排名|位次|名次)(?:又|是)?(?:怎么|如何|咋)变(?:化|动)?(?:的|了)?"
)
_RANKS = {Aspect.RANK, Aspect.RANK_CHANGE}
_WHOLE_YEAR = re.compile("^(?:那|而)?(?:全年|整年|一整年)(?=[^，,。]*(?:多少|几))")
_YEAR_END = re.compile(f"^(?:那|而)?{WHOLE_YEAR.pattern}(?=[^，,。]*(?:多少|几))")
_DONE_VERB = re.compile("[做干收到完投招引进交卖开拿][成到]?了(?:多少|几)|原来|实际|已经?|(?:现在|当时|眼下)有")
_BARE = re.compile("(?:那么?|而|又|则|呢|是|有|为|共|到)*(?:多少|几)?[㐀-鿿]{0,2}[?？。]?")
_AGAINST = re.compile("比(?!重|例)|差|倍|占|合计|一共|总共|加起来|相当于|前者|后者|其中|剩|余|谁|哪|要是|如果|假如|若|按")


def _then(lead: Query, told: Sequence[str]) -> Query:
    """2022年多少，2023年想冲到多少，上半年到了多少: a part of the year that was named last."""
    last = [p for t in told[1:] for m in find_periods(t) for p in m.periods if p.is_year]
    return replace(lead, periods=tuple(last[-1:])) if last and len(lead.periods) == 1 else lead


def _carried(part: str, first: str, lead: Query, known: Understanding) -> str:
    """A clause that names nothing, of another time, state or side of a rank than the first, with what that one asks of.

    酱酒产值定了多少，去年做了多少; 到6月底做了多少，全年又是多少; 排第几，往前挪了几位.  "" where it is none.
    """
    went = lead.operation is Operation.TREND  # 这两年怎么走的，2023年想干到多少
    if not (went or lead.operation in _SINGLE) or len(lead.indicators) != 1 or lead.operands or (len(lead.periods) > 1 and not went):
        return ""
    own = understand(part, known)
    if went and (own.status not in (Status.TARGET, Status.EXPECTED) or not find_periods(part)):
        return ""
    ranks = {own.aspect, lead.aspect} == _RANKS
    if known.zones.find(part) or own.operands or (_AGAINST.search(part) and not ranks) or any(names_printed(p, known.words) for p in own.indicators):
        return ""
    said, parted = find_periods(part), [] if find_periods(part) else find_parts(part, lead.periods)
    whole = (_WHOLE_YEAR if all(p.is_year for p in lead.periods) else _YEAR_END).search(part)
    other_time = bool(parted or whole) or any(not p.is_year for m in said for p in m.periods)
    elsewhere = bool(own.scopes) and own.scopes != lead.scopes and own.aspect not in _RANKS  # 全市第几 is asked of what stands before
    done = bool(_DONE_VERB.search(part)) and lead.status in (Status.TARGET, Status.EXPECTED)
    other_state = done or (own.status not in (None, lead.status) and own.status is not Status.DONE)
    if not (ranks or other_time or other_state or elsewhere) or part.startswith("同比"):
        return ""
    zone = next((m.text for m in known.zones.find(first)), "")
    year = "" if said else "".join(f"{p.first_year}年" for p in lead.periods[:1])
    spans = [(m.start, m.end) for m in (said or parted)] + ([whole.span()] if whole else [])
    time = "".join(part[a:b] for a, b in spans)
    for a, b in sorted(spans, reverse=True):
        part = part[:a] + part[b:]
    if _BARE.fullmatch(part) and not other_state and not ranks and not elsewhere:  # 全年又是多少: as the first clause says it
        for zone_said in reversed(known.zones.find(first)):
            first = first[: zone_said.start] + first[zone_said.end :]
        for find in (find_periods, lambda text: find_parts(text, (Period.year(2000),))):
            for mention in reversed(find(first)):
                first = first[: mention.start] + first[mention.end :]
        return f"{zone}{year}{time}{first}"
    if elsewhere:
        return f"{zone}{year}{time}{own.scopes[0]}{lead.indicators[0]}是多少"
    scope = "".join(lead.scopes[:1])
    if (again := _DONE_AGAIN.match(part)) is not None and again["verb"] in lead.indicators[0]:  # 签亿元以上项目的目标几个，上半年签了几个
        part = f"是{part[again.end() :]}"
    return f"{zone}{year}{time}{scope}{lead.indicators[0]}{re.sub('^(?:那么?|而|又|则|到)+', '', part)}"


_DONE_AGAIN = re.compile("(?:一共|总共|已经?|又|实际)*(?P<verb>[㐀-鿿])了(?=多少|几)")


_PRONOUN = re.compile("^(?:其中|其|它|里面|这|那|占|同比|比)")


def subject_of(query: Query) -> str:
    """Of what the first question asks, before the indicator: 磬微电子 of 磬微电子产值; "" when it names only one."""
    if len(query.indicators) != 1:
        return ""
    phrase = query.indicators[0]
    terms = find_terms(phrase)
    start = terms[-1].start if terms and terms[-1].end == len(phrase) else len(phrase)
    kind = re.match("项目|工程|企业|公司", phrase[start:])
    of = phrase[:start] + (kind.group() if kind else "")
    return of if len(of) >= 3 and _NAMED.search(of) and not _COUNT.search(of) else ""


# What has a name of its own: a firm, a project, a road; 清理闲置土地 has none.
_NAMED = re.compile(f"(?:{TRADE}|企业|项目|工程|专用?线|路|桥|园|中心|基地|平台|厂|学校|医院)$")


_COUNT = re.compile(r"\d[个家项条户宗]")  # 已投的41个项目


def _stands(query: Query) -> bool:
    return query.operation in _SINGLE and bool(query.indicators) and not query.operands and len(query.periods) <= 1


def _alone(text: str) -> str:
    """财政总收入：12.8亿元。, told as one of several, as it is told alone: 12.8亿元（财政总收入）。"""
    return re.sub("^([^：。]+)：([^：。]+)。$", r"\2（\1）。", text)


_GROWTH_ALONE = re.compile(r"(?P<growth>[^（）。]{3,24})（(?P<of>[^（），]+)，(?P<value>[^（），]+)）。")


def _told_with_its_value(text: str, told: Iterable[str]) -> bool:
    """固投多少，增长多少: 同比增长12.3%（…固定资产投资，102亿元）。, where 102亿元，同比增长12.3%（…固定资产投资）。 is told."""
    alone = _GROWTH_ALONE.fullmatch(text)
    return alone is not None and f"{alone['value']}，{alone['growth']}（{alone['of']}）。" in told


def joined(drafts: Sequence[Draft]) -> Draft:
    """One draft of several, citations numbered on; refused when each of them is."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    shown: set[str] = set()
    cited: set[tuple[object, ...]] = set()  # the same number of a table and of a sentence is one
    placed = False
    for draft in drafts:
        formulas = {s.formula for s in draft.statements if s.formula}
        figures = {(f.zone, f.period, f.scope, f.name, f.value, f.unit) for f in draft.figures}
        which = names_the_outermost(draft)
        if formulas and formulas <= shown and figures <= cited and (placed or not which):
            continue  # 谁增长更快，差几个点: the one told both; 22年几个，23年几个，哪年更多: which of them is still to be told
        placed = placed or which
        shown, cited = shown | formulas, cited | figures
        number: dict[int, int] = {}
        for citation in draft.citations:
            same = next(
                (
                    c
                    for c in citations
                    if (c.report_id, c.start, c.end) == (citation.report_id, citation.start, citation.end)
                ),
                None,
            )
            if same is None:
                same = replace(citation, number=len(citations) + 1)
                citations.append(same)
            else:
                citations[same.number - 1] = replace(same, marks=tuple(dict.fromkeys((*same.marks, *citation.marks))))
            number[citation.number] = same.number
        told = {s.text for s in statements}
        new = [s for s in draft.statements if not {s.text, _alone(s.text)} & told and not _told_with_its_value(s.text, told)]
        statements += [replace(s, citations=tuple(number[n] for n in s.citations)) for s in new]
    first = drafts[0]
    return replace(
        first,
        statements=tuple(statements),
        citations=tuple(citations),
        refused=all(d.refused for d in drafts),
        presumed=any(d.presumed for d in drafts),
        choices=next((d.choices for d in drafts if d.choices), ()),
        figures=tuple(dict.fromkeys(f for d in drafts for f in d.figures)),
        trace=tuple(t for d in drafts for t in d.trace),
        hints=tuple(dict.fromkeys(h for d in drafts for h in d.hints)),
        suggestions=drafts[-1].suggestions,
    )

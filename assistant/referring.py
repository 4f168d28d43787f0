"""What a follow-up points at: 它, 这个项目, 第二个, or an event alone (在哪里, 什么时候开工) after what was just told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.against import ACTION
from assistant.clauses import says_indicator_alone
from assistant.recalling import listed
from assistant.records import Answer, Operation, Query
from assistant.sized import CAPACITY_ASKED, LEAST_SAID, LEFT_TO_SPEND, NO_NAME, SPENT_SHARE, STATES, said_of
from assistant.terms import find_terms, is_all_known
from index.figures.ellipsis import is_thing
from index.numbers import count_of

if TYPE_CHECKING:
    from assistant.conversation import Turn
    from assistant.understanding import Understanding

__all__ = ["ORDINAL", "PRONOUN", "asks_event", "entity", "found_before", "item_numbered", "only_function", "part_asked", "project_before",
           "thing_asked", "thing_found"]

# 那个总投资52亿的项目, 新增的那个国家级平台 say themselves what they are of.
_OF_IT = "(?=$|[，,。.?？!的呢是有占比在增涨降多少几怎为什又还要能排完达属算到当跟和与同最够也都今明上下前后去新累其])"
PRONOUN = re.compile(
    r"它们?|他们|该(?:项目|企业|公司|园|区|指标)|[这那](?:项目|工程|企业|公司|园区|基地)|[这那](?:个|家|项|座|所)(?:(?:项目|企业|公司|指标|[产行]业|领域|板块|平台|片区|园|区|数|研究?中心|中心|基地|研究院|学校|医院|大桥)|"
    + _OF_IT
    + r")|[这那]家(?=[产税营收利用研出投])|其(?!中|他|它|余|实|次)"
)
ORDINAL = re.compile(r"第([一二三四五六七八九十]|\d{1,2})(?:个|家|项|条|名|位|种|类)?(?!产业|季度|次|年)")


def only_function(query: Query) -> bool:
    """Whether a question names nothing, only what is done or asked."""
    return not any(len(p) >= 2 and not ACTION.fullmatch(p) for p in query.indicators)


def item_numbered(turns: Sequence[Turn], ordinal: re.Match[str]) -> str:
    word = ordinal.group(1)
    number = count_of(word)
    asked, last = listed(turns[-1].query), turns[-1].query
    if len(asked) >= number and last.indicators:  # 甲、乙、丙三个产业的产值 → 第二个增速多少
        terms = find_terms(last.indicators[-1])
        return asked[number - 1] + (last.indicators[-1][terms[-1].start : terms[-1].end] if terms else "")
    for turn in reversed(turns):
        items = [] if turn.answer.refused else _items_said(turn.answer)
        if len(items) >= number:
            return items[number - 1]
    return ""


def _items_said(answer: Answer) -> list[str]:
    """Things named by an answer in order: its own items, project and company names, else the parts between 、 or ；."""
    if len(answer.statements) >= 3 and re.match(r"共\d+条", answer.statements[0].text):
        marker = r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）]?[是、.．]?|[①-⑳])\s*"
        return [re.split("：(?=.{30})", re.sub(marker, "", s.text).rstrip("；;。"))[0] for s in answer.statements[1:]]
    names = [
        n
        for n in re.findall(
            r"(?:(?<=的)|(?<=[、，；。：和与及])|^)[㐀-鿿A-Za-z0-9]{2,16}?(?:项目|公司|企业|工程|平台|中心|基地|园|片区)(?=[、，；。：（和与及是总]|$)",
            answer.text,
        )
        if not re.search(r"\d|以上|引进|亿元|全年|个", n)
    ]
    if len(names) >= 2:
        return list(dict.fromkeys(names))
    row = _IN_A_ROW.search(answer.text)
    if row is not None:  # 先后引进了亿田、巴贝、万能等11只优质项目
        return [_BEFORE_NAMES.sub("", row["first"]), *row["rest"].strip("、").split("、")]
    return [p for p in re.split(r"[、；;]", answer.text) if len(p) >= 2]


_IN_A_ROW = re.compile(
    r"(?P<first>[㐀-鿿A-Za-z0-9]{2,16})(?P<rest>(?:、[㐀-鿿A-Za-z0-9]{2,10}?){2,})(?=等|(?:[两三四五六七八九十]|\d{1,2})(?:个|家|只|项|大|类)|[，,。；;：])"
)
_BEFORE_NAMES = re.compile("^.*?(?:引进|引入|签约|签订|落户|包括|涵盖|分别[为是]|有|建成|开工|投产|推进|实施)了?(?=[㐀-鿿A-Za-z0-9]{2})")
NAMED = re.compile("[㐀-鿿A-Za-z0-9]{2,12}?(?:项目|公司|企业|集团|产业园|园区|园|基地|平台|中心|学校|医院|工程)")


_ASKED_FOR = re.compile("哪|什么|谁|啥")
_ASKED_WHICH = re.compile("(?:哪一?[家个]|什么|谁|啥)[^，,。]{0,4}(?:企业|公司|项目|单位|集团|村|镇)?|(?:企业|公司|项目|单位)(?:是|叫)")


# What a firm or a project has, as a zone does.
_OF_ONE = re.compile("产值|[税费]|营收|收入|利润|投资|出口|进口|员工|从业|占地|面积|研发|专利|增速|增长")


_STAGE = re.compile(f"(?:原[来定先本]?|当初|后来|实际|最[终后]|预计|计划|正式|全面|全部)*(?:{'|'.join(STATES)})+")


def asks_event(query: Query) -> bool:
    """什么时候开工, 在哪里: where or when, of nothing that is named."""
    alone = only_function(query) or all(_STAGE.fullmatch(p) for p in query.indicators)
    return query.operation in (Operation.WHERE, Operation.WHEN) and alone and not _names_whose(query)


def _names_whose(query: Query) -> bool:
    return bool(query.zones or query.periods or query.scopes or query.operands)


def project_before(query: Query, turns: Sequence[Turn], known: Understanding) -> str:
    """什么时候开工, 总投资呢, 还剩多少没投, after a question that names a project: that project; "" where something else is asked."""
    last = turns[-1].query
    told = turns[-1].answer.figures
    no_money = bool(told) and all(is_thing(f.scope) and not f.unit.endswith("元") for f in told)  # of one project: 占多少地 → 投了多少
    spent = _PUT_INTO.search(query.text) if no_money else None
    of_money = LEFT_TO_SPEND.match(query.text) or SPENT_SHARE.match(query.text) or spent
    makes = CAPACITY_ASKED.match(_ONCE_BUILT.sub("", query.text)) or _YIELDS.match(query.text)
    measure = query.ahead or (len(query.indicators) == 1 and _OF_PROJECT.fullmatch(query.indicators[0]))
    dated_alone = query.periods and not (query.zones or query.scopes or query.operands) and (_PUT_INTO.search(query.text) or makes)
    if (_names_whose(query) and not dated_alone) or not (of_money or makes or measure or asks_event(query)):
        return ""
    thing = next((thing for turn in reversed(turns[-_ONWARD:]) if (thing := thing_asked(turn, known) or _thing_told(turn))), "")
    asked_which = last.operation in (Operation.WHO, Operation.EXTREME) and not last.focus
    return thing if not asked_which or (last.operation is Operation.WHO and is_thing(thing) and thing in last.text) else ""  # X项目谁投的


def found_before(query: Query, turns: Sequence[Turn], known: Understanding) -> str:
    """产值多少, 什么时候投产, after 产值最高的是哪家企业: what the answer has named, where only that is asked of it."""
    if query.operands or not (asks_event(query) or (says_indicator_alone(query) and _OF_ONE.search(query.indicators[0]))):
        return ""
    before = next((t for t in reversed(turns) if t.query.operation in (Operation.WHO, Operation.EXTREME)), None)
    if before is None or before.answer.refused or not before.answer.statements:
        return ""
    if _ASKED_WHICH.search(before.query.text) is None or before.query.focus:
        named = before.query.focus or foremost(before)
    else:
        told = before.answer.statements[0].text
        named = min(((told.find(s), -len(s), s) for s in known.scopes if len(s) >= 3 and s in told), default=(0, 0, ""))[2]
    since = turns[turns.index(before) + 1 :]
    return named if all(t.query.focus == named for t in since) else ""


_PUT_INTO = re.compile("投进去|砸进去|要投|[投花]了(?:多少|几)|投入多少")  # 2023年要投进去多少: of what is built, no zone's investment
_ONCE_BUILT = re.compile("^(?:建成|达产|投产|满产|投用|投运|以后|之后|后|实际|现在|目前|设计|那么?|[,，])+")  # 达产后|一年产多少
#: 当年能出多少产值, 达产后一年交多少税: what comes of what was just built.
_YIELDS = re.compile(
    "(?:那|它)?(?:当年|达产|投产|建成|满产|投运|投用)(?:以后|之后|后)?[，,]?(?:每年|一年|全年|年|当年|预计|预期|计划|能|可以?|会|将|要)*"
    "(?:(?:带来|创造|新增|实现|形成|做到?|[出交缴]|贡献|完成)*(?:多少|几)[^，,。？?]{0,3}?(?:产值|税收?|营收|收入|就业|岗位)|(?:新增)?(?:产值|税收|营收|销售收入|就业)[^，,。？?]{0,4}?(?:多少|几))"
)
_ONWARD = 3  # turns that a project is talked of without being named again
#: What a project has and a zone does not: 总投资, 占地面积; not 固定资产投资.
_OF_PROJECT = re.compile("(?:年度|计划|累计|已|当年|今年|总)*(?:完成)?(?:总?投资|占地|用地|建筑)(?:额|面积)?")
_PHASE = re.compile("[一二三四五首]期")


def thing_asked(turn: Turn, known: Understanding) -> str:
    """The project or works that a question speaks of, in as much of its name as it says; "" where it speaks of none."""
    query = turn.query
    if query.focus:
        phases = {*_PHASE.findall(query.text)}  # 二期要投多少, behind 一期
        return query.focus if not phases or phases <= {*_PHASE.findall(query.focus)} else ""
    text = query.bare + "".join(query.indicators)
    said = (said_of(n, text) for n in known.names if n[:LEAST_SAID] in text and is_thing(n))
    most = max((name for name in said if len(name) >= LEAST_SAID), key=len, default="")  # 项目 alone is no name
    told = _told_of(turn)
    if not most and is_thing(told) and told[:2] in text:
        return told  # 恒稷二期 of 恒稷压缩机二期
    if not most and not query.zones and not turn.answer.refused and _OF_A_PROJECT.search(text):
        return _quoted(turn, text, known)
    return "" if NO_NAME.fullmatch(most) or is_all_known(most) else most  # 总投资 of 总投资20亿元的项目 is no name, nor is 新签约项目


_OF_A_PROJECT = re.compile("项目|工程|基地|厂|中心|[大隧]桥|隧道|[水电]站")


def _quoted(turn: Turn, text: str, known: Understanding) -> str:
    """芃锐的项目哪天签的, answered by 芃锐能源投资22亿元的锂电池电解液项目…签约: the only project of that sentence, or the only one named alike."""
    quote = turn.answer.citations[0].quote if turn.answer.citations else ""
    named = {n for n in known.names if len(n) > LEAST_SAID and is_thing(n) and (n in quote or _said_apart(n, quote))}
    things = {n for n in named if not any(n != m and n in m for m in named)}
    alike = {n for n in things if n[:2] in text} or things
    return alike.pop() if len(alike) == 1 and len(re.split("[。；;]", quote.strip("。；;"))) == 1 else ""


def _said_apart(name: str, text: str) -> bool:
    """Whether a text says whose something is and what it is, with something between: 苏栎集团|投资20亿元的|智能泵站项目."""
    return any(0 <= text.find(name[:i]) < text.rfind(name[i:]) for i in range(LEAST_SAID, len(name) - LEAST_SAID))


def thing_found(turn: Turn, known: Understanding) -> str:
    """单体投资最大的项目是哪个, answered by a sentence: the only project that it names."""
    found = turn.query.operation in (Operation.EXTREME, Operation.WHO) and not turn.answer.figures and not turn.answer.refused
    return _quoted(turn, "", known) if found and _OF_A_PROJECT.search(turn.query.text) else ""


def _told_of(turn: Turn) -> str:
    """Whose the first number of an answer is; "" of a refusal, and where it is the zone's own."""
    return turn.answer.figures[0].scope if turn.answer.figures and not turn.answer.refused else ""


def _thing_told(turn: Turn) -> str:
    """The works that a question named by less than their name, as its answer has it: 鄩潏港铁路专用线, of 铁路专用线有多长."""
    first = turn.answer.figures[0] if turn.answer.figures and not turn.answer.refused else None
    told, query = (first.scope or first.indicator) if first is not None else "", turn.query
    return told if _A_WORK.search(told) and any(len(p) > 3 and p[:4] in told for p in (*query.indicators, *query.scopes, *query.shorter)) else ""


_A_WORK = re.compile("(?:项目|工程|基地|厂|中心|[大隧]桥|隧道|[水电]站|线|路|[一二三]期)$")


def foremost(turn: Turn) -> str:
    """What the answer to 产值最高的园区 named first, where the question did not; "" for anything else."""
    told = _told_of(turn) if turn.query.operation is Operation.EXTREME else ""
    return told if told not in turn.query.text else ""


def part_asked(last: Query) -> str:
    """一般公共预算收入, of 其中一般公共预算收入呢: the part last asked of, where it is an indicator of its own; "" else."""
    parted = last.part_of and len(last.indicators) == 2 and find_terms(last.indicators[1])
    return last.indicators[1] if parted else ""


def entity(turns: Sequence[Turn]) -> str:
    """What 它 stands for: the item in focus, what the last question named, or the first thing an answer named."""
    for turn in reversed(turns):
        if turn.query.focus or foremost(turn):
            return turn.query.focus or foremost(turn)
        named = NAMED.search(turn.query.bare)
        if named and _ASKED_FOR.search(named.group()):  # 哪个园区产值最高: what was answered
            named = None
            if told := _told_of(turn):
                return told
        if named:
            return re.sub("^.*?(?:引进的|的|年)(?=[㐀-鿿]{3})", "", named.group())
        if turn.query.indicators:
            return part_asked(turn.query) or turn.query.indicators[0]
        names = [] if turn.answer.refused else _items_said(turn.answer)
        if names:
            return names[0]
    return ""

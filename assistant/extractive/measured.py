"""Whether an answer holds a number of the kind that was asked for: 快几个百分点 is not answered by an amount, 一套多少平方米 by no count."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.wording import describe, said
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.parsing import IN_POINTS
from assistant.periods import LATE
from assistant.records import Draft, Statement
from index.numerals import find_quantities
from index.records import Status
from index.units import ANY_UNIT

__all__ = ["asked_plainly", "instead_of", "of_another_kind", "of_another_size", "said_of_others"]

#: Two rates are set against each other: 涨了几个点 alone may as well be a growth in per cent.
_AGAINST = re.compile("(?<!同)比(?!上|去|前|重|例|往年)|领先|高出|[高低快慢]于|跑[赢输]|甩|拉开|相差|差距|差(?:多少|几)|还[高低快慢]")
_PERCENT = re.compile("百分之(?:几|多少)|几成(?![效果])|[（(](?:%|％|百分比)[）)]|百分比(?:表示|来?[算看说])?[?？。]*$|要百分[比数]")
_UNIT = re.compile(
    f"(?:多少|(?<![好这那哪近前数十头第的])几)个?[百千十]?[万亿]?个?(?P<unit>{ANY_UNIT}|平方|平米)(?!以|级|微克|月|季度|小时|工作日)"
    f"|[（(][百千]?[万亿]?(?P<in>{ANY_UNIT})[）)]"
)
_HUNDREDS = re.compile("(?<=几)个?亿(?!元|[美欧日港]|千瓦|度|人)|(?<=多少)个亿(?!元|[美欧日港]|千瓦|度|人)")
_SIZE = re.compile("(?<=[个家])[十百千]?亿元?(?:以上)?(?=的?(?:大|重点|产业|工业)*(?:项目|企业))")  # 新开工几个亿元项目
_LARGE = re.compile("(?:多少|几)个?亿[呢吧啊]?[?？。]*$")  # 平均每个多少亿: no 22个
_PLOTS = re.compile("(?:多少|几)(?:块|宗|片|幅)(?:工业|商住|商业)?(?:用?地|土地|地块)")  # 出让了几块地: no 出让金
_SQUARES = ("平方", "平米", "平")
#: What these count is told in other words as well: 多少次 as 三场, 几个 as 两家; 款 is also a sum (贷了多少款).
_LOOSE = frozenset("次年月日位名层岁期批轮种类号款项场箱")
_LIKEWISE = ({"元", "外币"}, {"个", "人"}, {"人", "户"}, {"个", "倍"})  # 顶几个生物医药 is told as a multiple
_SAID_OTHERWISE = re.compile("持平|[倍番成]")


#: Counted in 人 alone: 各几个 asks for none of them unless it speaks of people.
_HEADS = re.compile("(?:从业人员|从业人数|职工|员工|用工|就业|人数|人口)[㐀-鿿]{0,2}$")
_OF_PEOPLE = re.compile("[人员工户]|就业|岗位|人才|博士|硕士")
_IN_MONEY = re.compile("(?:金额|投资额|款额)(?:合计|一?共|又)*(?:是|有|为|达)?(?:多少)?(?=[?？。，,]|$)")  # 真正投到项目上的金额: no 28个


_LATE = re.compile(f"[^，,。？?]{{0,20}}?{LATE}")  # 推迟了几个月: no 3 of what lags behind
_PUT_OFF = re.compile("推迟|推后|延|顺|晚|早|提前|拖|原定|原计划|月|天|日")


def of_another_kind(question: str, draft: Draft) -> bool:
    """Whether the question names the kinds of its numbers, and the answer holds none of them."""
    wanted = _wanted(question)
    if draft.refused or draft.choices:
        return False
    text = "".join(s.text for s in draft.statements)
    told = _told(text) | {dimension(f.unit) for f in draft.figures if f.value is not None and f.value_text in text}  # 五条, in words
    if _LARGE.search(question) and told and told <= {"个", "人"} and not re.search(r"\d[万亿]", text):
        return True
    heads = bool(draft.figures) and all(_HEADS.search(f.indicator) for f in draft.figures)
    if heads and any("个" in kinds for kinds in wanted) and not _OF_PEOPLE.search(question):
        return True
    if _LATE.fullmatch(question.strip("，,。？? ")) and not _PUT_OFF.search(text):
        return True
    return bool(wanted) and not any(kinds & told for kinds in wanted)


def _wanted(question: str) -> list[set[str]]:
    """For each number asked for by its kind, the kinds that may answer."""
    wanted = []
    if IN_POINTS.search(question):
        wanted.append({"点"} if _AGAINST.search(question) else {"点", "%"})
    if _PERCENT.search(question):
        wanted.append({"%", "点"})
    if _IN_MONEY.search(question):
        wanted.append({"元", "外币"})
    if _PLOTS.search(question):
        wanted, question = [*wanted, {"个"}], _PLOTS.sub("", question)
    for match in _UNIT.finditer(_HUNDREDS.sub("亿元", _SIZE.sub("", question))):
        unit = match["unit"] or match["in"]
        kind = dimension("平方米" if unit in _SQUARES else unit)
        if unit.removeprefix("个") not in _LOOSE and kind not in ("%", "点", ""):
            wanted.append(set().union({kind}, *(alike for alike in _LIKEWISE if kind in alike)))
    return wanted


def _told(text: str) -> set[str]:
    units = {q.unit for q in find_quantities(text) if q.unit}
    kinds = {"点" if u.endswith("百分点") else dimension(u) for u in units}
    return kinds | ({"%", "点", "倍"} if _SAID_OTHERWISE.search(text) else set())


def asked_plainly(question: str, draft: Draft) -> str:
    """The question after the amount of a goal that is told as a growth alone, by its own name; "" where that isn't what is asked."""
    goals = [f for f in draft.figures if f.status is Status.TARGET and f.value is None and f.period is not None]
    amount = any("元" in kinds for kinds in _wanted(question))
    if not amount or len(goals) != 1 or len(draft.figures) != 1:
        return ""
    (goal,) = goals
    return f"{goal.zone}{goal.period.label if goal.period else ''}{goal.scope}{goal.name}目标是多少亿元"


_ABOVE = re.compile(
    "[㐀-鿿]{0,6}?(?:过|超过?|破|突破)(?P<many>[十百千]|\\d+)亿元?的?(?:[㐀-鿿]{0,4}?)"
    "(?:企业|项目|产业|集群|公司|园区)(?=.{0,3}(?:哪|谁|什么|啥|名单))"
)
_TENS = {"十": "10", "百": "100", "千": "1000"}


def of_another_size(question: str, draft: Draft) -> str:
    """产值过百亿的企业, where none of what is told says so much: what was asked for; "" where it does, or no such thing is."""
    asked = _ABOVE.search(question)
    if asked is None or draft.refused or draft.figures:
        return ""
    least = Decimal(_TENS.get(asked["many"], asked["many"]))
    told = re.findall(r"([\d.]+|百|千)亿", re.sub(",", "", "".join(s.text for s in draft.statements)))
    return "" if any(Decimal(_TENS.get(t, t)) >= least for t in told if re.fullmatch(r"\d+(?:\.\d+)?|[百千]", t)) else asked.group()


def said_of_others(draft: Draft, asked: str) -> Draft:
    """The refusal that quotes what the answer was, as near to what was asked."""
    quoted = [replace(s, text=f"{'相关的还有' if i else '相关的原文是'}：{s.text}") for i, s in enumerate(draft.statements[:2])]
    return replace(draft, statements=(Statement(f"{REFUSAL}“{asked}”。"), *quoted), refused=True)


def instead_of(facts: Facts, draft: Draft) -> Draft:
    """The refusal that tells what was found as what it is."""
    drafting = Drafting(facts)
    drafting.trace += draft.trace
    drafting.note("核对", "答出的数与所问的不是同一种")
    drafting.say(f"{REFUSAL}直接给出所问的数。")
    for number, figure in enumerate([*{f.id: f for f in draft.figures}.values()][:2]):
        drafting.say(f"{'还有' if number else '有的是'}{describe(figure)}：{said(figure)}。", drafting.cite(figure))
    return drafting.draft(refused=True)

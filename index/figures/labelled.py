"""Self-assessments: what an item sets beside one another under labels (目标值, 完成数, 得分), named by its title alone.

1. 主营业务收入（10分）。目标：128亿元。完成情况：…。自评得分：10分
   └ title        └ points  └ goal of the title          └ points of the title
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.figures.carry import ITEM, Around, Carry, same_measure
from index.figures.draft import Draft, make_growth, span_a_year
from index.figures.ellipsis import divides, is_thing, topic_of
from index.figures.grammar import growth_in
from index.figures.making import new_draft
from index.figures.naming import ACTIONS, Name, name_of
from index.kinds import has_kind_words
from index.records import FigureKind, SectionKind, Status

__all__ = ["read_labelled", "read_points_given"]

_GIVEN = (
    r"(?:年初|年度|全年|本年|当年|本项|责任[书状]?|考核|绩效|预期|预定|既定|工作|主要|原定|[省市县区](?:里|委|政府)?|"
    r"下达的?|分解|确定的?|设定的?|制定的?|定的?|承诺|约定|(?:我[区园市县]|全区)?(?:自加压力|自我加压|自定)|奋斗|挑战|确保|保底)"
)
#: What a goal is called; 数 and 值 stand in lists of tasks alone.
_GOAL = rf"(?P<goal>{_GIVEN}*(?:目标任务|目标|任务|计划(?!总?投资)|指标(?=值))(?P<goal_of>值|数|量|额)?)"
_DONE = (
    r"(?P<done>(?:截[至止][^，。；]{2,8}|(?:20\d\d年)?(?:全年|年末|年底|年度|最终|累计|当年|目前)|\d{1,2}[-—－~至]\d{1,2}月)*(?P<foreseen>预计)?"
    r"(?:(?:实际|已)*(?:完成|达到|实现|达成|落实|执行(?!额)|兑现|(?P<arrived>入库|到位|到账|进资|签约|引进))(?P<done_of>值|数|量|额|情况|结果)?|(?P<real>实际(?:值|数|入库|到位|到账|征收|利用|引进|进资)?|实绩)))"
)
_LEADS = r"(?:仅|只|约|已|分别)*(?:为|是|达到?|有)?"
_LABEL = re.compile(rf"(?P<who>.*?)(?:{_GOAL}|{_DONE}){_LEADS}\s*$")
_LISTS = re.compile("(?:重点|主要|工作|中心|专项|各[类项]|方面|[共列]|分解|下达|安排|部署|确定|排定|梳理)$")
#: 完成招商任务30亿元: what was done of it; 较计划, 超目标: how far from it.
_REACHED = re.compile(r"完成|实现|达到|超|较|比|距|离|按|占|围绕|对照|根据")

_ITEM_LABEL = (
    r"(?:(?:指标|目标|任务|考核项|考核内容|评价指标)[一二三四五六七八九十\d]{1,3}[：:、.．]|(?:考核|评价|指标|任务|目标)(?:内容|指标|项目|事项|名称)[：:])"
)
_TITLE = re.compile(
    rf"(?:{_ITEM_LABEL})?\s*(?P<title>[^，。；：:（(\n|]{{2,24}}?)\s*(?:[（(][^）)\n]{{1,24}}[）)])?\s*(?=[。：:；;，,\s]|$)"
)
_NUMBERED = re.compile(_ITEM_LABEL)
_IS_LABEL = re.compile(
    rf"(?:{_GIVEN}*(?:目标任务|目标|任务|计划|指标)|(?:实际|全年)?(?:完成|达到|进展|落实)|实际|实绩|(?:自评|考核)*(?:得分|评分|自评)|分值|权重)"
    r"(?:值|数|量|额|情况|结果|率)?(?=\s*(?:[：:\d≥≤＞＜]|为|是|约|增长|下降|$))"
)
_AMONG_THEM = re.compile(r"(?P<what>[^的，]{0,8}(?:项目|企业|机构|平台|人才))(?:之?中|里|里头|里面|里边|当中)(?:[，,]?其中)?$")
_COUNTED = re.compile(r".{0,10}(?:项目|企业|机构|平台|人才)")
_RATE = re.compile(r"(?:率|增速|增幅|涨幅|比重|占比|比例|强度|满意度|度|水平|系数|指数)$")
#: 举办招商活动场次: how many there are is what the number says.
_HOW_MANY = re.compile(r"(?<=..)(?:个数|数量|场次|次数|家数|户数)$")
#: 年度计划投资61.5亿元，已完成|30.2亿元|: what was done of a plan is no plan.
_PLANNED = re.compile(r"(?:年度|全年|当年|本年)?计划(?:完成)?投资(?:总?额)?$")
_FULL = re.compile(r"(?:分值|满分|标准分值?|赋分|权重)(?:为|是)?")
_GOT = re.compile(r"(?P<what>(?:自评|自查|自我评价|考核|考评|评价|绩效|综合|评审|市评|县评|最终|实际)*(?:得分|评分|得|自评))(?:为|是)?")


def item_title(carry: Carry) -> str:
    """What the numbered item that a sentence stands in is about, as its first words say; "" when it has no title."""
    lines = carry.text.split("\n")
    for line in reversed(lines):
        plain = line.replace("*", "").strip(" \u3000-·•")
        if (told := _title_in(plain)) or (plain and not _IS_LABEL.match(plain)):
            return told
    heading = carry.section.path[-1] if carry.section.path else ""
    return "" if has_kind_words(heading) else _title_in(heading.replace("*", ""))


def _title_in(line: str) -> str:
    core = ITEM.sub("", line)
    if core == line and not _NUMBERED.match(line):
        return ""
    match = _TITLE.match(core.strip())
    return match["title"].strip() if match and not _IS_LABEL.match(match["title"]) else ""


#: 【指标2】财税贡献（7分）: the title of what is scored, which the lines below it are about up to the next one.
_SCORED = re.compile(
    rf"^[\s*#]*(?:【[^】\n]{{1,8}}】|{_ITEM_LABEL}|(?:{ITEM.pattern}))[\s*]*(?P<title>[^，。；：:（(\n|]{{2,24}})[\s*]*[（(](?:满分|分值|计)?[\d.]+分",
    re.MULTILINE,
)


def _title_scored(carry: Carry, around: Around, at: int) -> str:
    told = list(_SCORED.finditer(carry.report.text, carry.section.start, at + around.quantity.end))
    return told[-1]["title"].strip() if told else ""


def read_points_given(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """经济发展（40分，自评37.5分）, 自评得分：5分: how much an item counts and what it was given; None for anything else."""
    if around.quantity.unit != "分":
        return None
    label = around.fragment.strip()
    behind = around.glue[-1:] in "：:" and around.context
    if not label and behind:
        label = around.context[-1].strip()
    title = _title_scored(carry, around, at) or item_title(carry)
    if title and (_FULL.fullmatch(label) or (not label and around.glue[:1] in "（(" and around.glue)):
        worth = new_draft(carry, around, "分值", title, at)
        worth.status, worth.period = Status.TARGET, carry.report.period
        return [worth]
    got = _GOT.fullmatch(label)
    if got is not None and not title and carry.made and carry.made[0].status is Status.TARGET:
        title = carry.made[0].scope + carry.made[0].indicator  # 固定资产投资：目标值120亿元，…，得分|4.9分|
    if got is None:
        return None
    if not title:
        return None if got["what"].endswith("分") else []  # 安全生产未发生事故，自评|5分|: of what, is not said
    given = new_draft(carry, around, "自评得分" if "自" in got["what"] else "得分", title, at)
    given.status, given.period = Status.DONE, carry.report.period
    return [given]


def read_labelled(carry: Carry, around: Around, at: int, *, sure: bool) -> list[Draft]:
    """A number right behind a label; ``sure`` asks for labels only that nothing else reads (任务数, 完成值, 目标：)."""
    quantity = around.quantity
    if quantity.rank or quantity.unit == "分":
        return []
    if sure and (counted := _stage_of_title(carry, around, at)):
        return counted
    growth = growth_in(around.fragment)
    own = around.fragment[: growth.start] if growth is not None else around.fragment
    colon = around.glue[-1:] in ("：", ":") and bool(around.context)
    under = colon and not own.strip()
    words = around.context[-1] if under else own
    label = _LABEL.fullmatch(ITEM.sub("", words).strip())
    if label is None:
        label = _again(carry, own)
    if label is None:
        return []
    listed = bool(label["goal_of"] or label["done_of"] or label["real"] or (label["goal"] or "").endswith("任务"))
    goal = carry.made[-1] if carry.made and carry.section.kind is not SectionKind.PLAN else None
    answers = goal is not None and goal.status is Status.TARGET and (goal.value is None or same_measure(goal, quantity))
    if (sure and not (listed or colon or answers)) or (label["arrived"] and not answers):
        return []  # 二期：签约|413户|: a figure of its own
    if quantity.unit in ("项", "条", "件") and (label["goal"] or "").endswith("任务") and _LISTS.search(label["who"]):
        return []  # 年初排定重点任务|36项|: so many tasks, no goal of something
    if label["who"] and ((label["done"] and not listed) or _REACHED.search(label["who"])):
        return []
    context = around.context[:-1] if under else around.context
    name = name_of(label["who"]) if label["who"] else _told_of(carry, around, context, colon and not under, listed=listed)
    if name is None or not name.indicator + name.action:
        return []
    came = answers and goal is not None and goal.kind is FigureKind.GROWTH and "实际" in label[0]
    if quantity.is_rate and growth is None and not came and not _RATE.search(name.indicator):
        return []  # 年度目标完成|95%|
    name = replace(name, indicator=_HOW_MANY.sub("", name.indicator) if quantity.is_count else name.indicator)
    draft = new_draft(carry, around, name.indicator or name.action, name.scope + (name.action if name.indicator else ""), at)
    draft.status = Status.TARGET if label["goal"] else Status.EXPECTED if label["foreseen"] else Status.DONE
    if growth is not None:
        make_growth(draft, quantity, growth.sign, growth.base, around.fragment[growth.start :] + quantity.text)
    elif came or (quantity.unit == "%" and carry.last is not None and carry.last.kind is FigureKind.GROWTH):
        make_growth(draft, quantity, 1, "", quantity.text)
    if label["goal"]:
        span_a_year(draft, label["goal"])
    carry.last = carry.head = draft
    return [draft]


def _again(carry: Carry, own: str) -> re.Match[str] | None:
    """受益企业满意度目标90%，实际满意度为|93.5%|: what was aimed at, by the end of its name."""
    rest = re.fullmatch(rf"实际(?P<what>[^，]{{2,10}}?){_LEADS}", own.strip())
    goal = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE), None)
    if rest is None or goal is None or goal.status is not Status.TARGET or not goal.indicator.endswith(rest["what"]):
        return None
    return _LABEL.fullmatch("实际值")


def _told_of(carry: Carry, around: Around, context: tuple[str, ...], headed: bool, *, listed: bool) -> Name | None:
    """What a bare label is of: what the sentence just told, the words its clause opens with, the title of its item."""
    if headed and context and (about := name_of(ITEM.sub("", context[-1]))).indicator:
        counted = around.quantity.is_count and about.indicator.endswith("项目")  # 新开工亿元项目：计划|40个|
        return None if (is_thing(about.indicator) and not counted) or divides(about) else about  # 南片区：完成|12亿元|: whose, not of what
    for told in reversed(carry.made):
        if told.kind in (FigureKind.VALUE, FigureKind.GROWTH) and told.unit != "分":
            if told.status is not Status.TARGET or (carry.section.kind is SectionKind.PLAN and told.kind is FigureKind.VALUE and not listed):
                return None  # 合同外资2亿美元，实际到位1.2亿美元: another thing
            alike = around.quantity.is_rate or told.value is None or same_measure(told, around.quantity)
            return Name(_PLANNED.sub("完成投资", told.indicator), told.scope.removesuffix("调整后")) if alike else None
    required = carry.previous[-1] if carry.previous and not context else None
    if required is not None and required.status is Status.TARGET and required.value is not None and same_measure(required, around.quantity):
        return Name(_PLANNED.sub("完成投资", required.indicator), required.scope)  # 要求产值24亿元以上。实际|25.1亿元|
    if context:
        about = name_of(ITEM.sub("", context[-1]))
        titled = item_title(carry)
        return about if topic_of(about.indicator) or (titled and context[-1].strip().endswith(titled)) else None
    title = item_title(carry)
    if carry.asked or not title:
        return None
    return name_of(title)


def _stage_of_title(carry: Carry, around: Around, at: int) -> list[Draft]:
    """9. 项目开工、投产。目标：开工|15个|; 落地的项目里，开工|61个|: the stage alone stands before the number."""
    state = name_of(around.fragment)
    if carry.made or carry.asked or not state.action or state.indicator or state.scope or not around.quantity.is_count:
        return []
    title = item_title(carry)
    if title not in carry.text[: len(carry.text) - carry.length + around.fragment_start]:
        title = ""  # 8．推进|两家|企业上市: the words are the title
    counted = _COUNTED.fullmatch(re.sub(rf"{ACTIONS}|[、和及与]", "", title)) if state.action in title else None
    if counted is None and around.context and (among := _AMONG_THEM.search(around.context[-1])):
        counted = _COUNTED.fullmatch(among["what"])
    if counted is None:
        return []
    draft = new_draft(carry, around, counted[0], state.action, at)
    carry.last = carry.head = draft
    return [draft]

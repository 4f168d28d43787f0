"""What something was before a change: 由7天压减到3天, 较2021年的20.8亿元翻了一番, 比上年多, 由上年的亏损转为盈利."""

from __future__ import annotations

import re

from index.figures.carry import Around, Carry, same_measure
from index.figures.draft import Draft, growth_value, make_growth, span_a_year
from index.figures.grammar import GOAL_TOLD, THAN
from index.figures.making import new_draft
from index.figures.naming import Name, name_of
from index.figures.status import lies_ahead
from index.glossary import is_known
from index.periods import parse_period
from index.records import FigureKind, Period, SectionKind, Status

__all__ = [
    "base_value",
    "change_verb",
    "changed_from",
    "earlier_period",
    "came_to",
    "is_goal_value",
    "read_average",
    "read_elsewhere",
    "read_former_loss",
    "read_former_rate",
    "read_original_goal",
    "read_pace",
    "read_past_goal",
    "read_points_apart",
    "read_rate_of_goal",
    "read_owed",
    "read_shortfall",
    "read_times",
]

_CHANGE = re.compile(
    r"[^，。；]{0,6}?[，]?[^，。；]{0,4}?(?P<verb>压减|压缩|缩短|缩减|裁减|精简|减少|降低|下降|整合|合并|归并|撤并|重组|提高|提升|扩大|拉长|延长|增加|上升|增长|发展|调整|扩容|下调|"
    r"上调|[浚挖加掘]深|[加拓展扩]宽|[加增垫抬拔]高|加[快厚密长]|[降增压升扩减缩涨并砍裁])(?:到|至|为|成)"
)
#: 降到 is a shorter 下降到.
_IN_FULL = {
    "降": "下降",
    "增": "增加",
    "压": "压缩",
    "升": "提升",
    "扩": "扩大",
    "减": "减少",
    "缩": "压缩",
    "涨": "上涨",
    "并": "合并",
    "砍": "压减",
    "裁": "裁减",
}


def change_verb(around: Around) -> str:
    """The verb that follows the earlier value: 由7天|压减|到3天."""
    match = _CHANGE.match(around.follow)
    if match is None:
        return "变化"
    return _IN_FULL.get(match["verb"], match["verb"])


_FROM = re.compile(r"^(.{2,}?)(?:(?:(?<![自理])|(?<=[办受代处审管治]理))由|从(?!业|事|属|教|军))(.{0,10})$")
_MOVES_ON = re.compile(
    r"(?:左右|以上)?[，]?(?:的水平)?(?:到(?=(?:19|20)\d\d年的)|提高|增加|上升|提升|下降|降|减少|扩大|拉长|延长|增|压|缩|升"
    "|调整|上调|下调|调[增减高低]|发展|增长)"
)
_MERGED = re.compile("(?:整合|合并|归并|撤并|重组|精简|缩减|压减|压缩|裁减|[并砍裁减])(?:为|成|到|至)")
_MERGED_BEHIND = re.compile(rf"(?P<noun>[\u3400-\u9fff“”]{{2,10}}?){_MERGED.pattern}")


def changed_from(around: Around) -> str:
    """What the words before an earlier value name: 标准厂房入驻率由2017年的|70%|提高到, 内设机构(由)|17个|整合为; "" when it is none."""
    start = _FROM.search(around.fragment)
    behind = _MERGED_BEHIND.match(around.follow) if re.search(r"(?:^|把|将|原|原有|原来的?)$", around.fragment.strip()) else None
    if behind is not None:
        return behind["noun"]  # 把|23家|小散企业并成6家
    if _MERGED.match(around.follow):
        return start[1] if start else around.fragment
    if _FROM_ALONE.match(around.fragment) and around.context and _MOVES_ON.match(around.follow):
        return _known_head(around.context[-1].strip())  # 地区生产总值连跨三个台阶，由2018年的|216亿元|增加到
    return start[1] if start and start[2] and _MOVES_ON.match(around.follow) else ""


_FROM_ALONE = re.compile(r"\s*(?:由|从)(?:(?:19|20)\d\d年的?|[上去前]年的?)?$")
_LONGEST_HEAD = 14


def _known_head(clause: str) -> str:
    """The longest known indicator that a clause begins with; "" where it begins with none."""
    return next((clause[:n] for n in range(min(len(clause), _LONGEST_HEAD), 1, -1) if is_known(clause[:n])), "")


def base_value(carry: Carry, around: Around, base: str, at: int, named: Name | None = None) -> Draft:
    """较2021年的|20.8亿元|翻了一番多: what the last figure was before, or what is ``named`` in front (协议资金比上年的…)."""
    now = carry.last if named is None else None
    name = named if now is None else Name(now.indicator, now.scope)
    assert name is not None
    here = now.period if now is not None else carry.period
    when = parse_period(base.lstrip("比较不及低高少多于超过"), year=here.last_year if here else None)
    draft = new_draft(carry, around, name.indicator, name.scope, at)
    draft.period, draft.status = when or draft.period, Status.DONE
    carry.since, carry.segment_period = base, here
    return draft


def earlier_period(carry: Carry, around: Around) -> Period | None:
    """When the value before a change held: the year printed with it, the year before for 上年, else what is usual.

    A plan starts from what the report looks back on.  In a year's report a stock (companies, sums, rates) is told from
    the end of the year before; how long a permit took before it was made quicker has no date.
    """
    here, quantity = carry.period, around.quantity
    printed = re.search(r"(20\d\d)年", around.fragment)
    if printed:
        return parse_period(printed[0])
    part = re.search(r"(?:[由从]|^)(?:[今本]年)?(?P<part>[一二三四]季度|[上下]半年|前三季度|前[一二两三]个月|\d{1,2}月份?)的?$", around.fragment)
    if part and (when := carry.when(part["part"])) is not None:
        return when  # 由一季度的-12.3%回升至全年的8.6%
    if here is not None and re.search(r"去年|上年", around.fragment):
        level = quantity.is_rate or _LASTS.search(quantity.unit) is not None  # 上半年…用时由上年的|142天|压缩到118天: that of the whole year
        alike = here.is_year or here.first_year != here.last_year or re.search("同期|同[月季]|半年", around.fragment)
        return Period.year(here.first_year - 1) if level and not alike else here.shifted(-1)
    paired = next((d for d in reversed(carry.made) if d.owner == "由"), None)
    if paired is not None and paired.period is not None and here is not None and paired.period.last_year < here.last_year - 1:
        return paired.period  # 由2015年的86亿元增加到2020年的151亿元，占全市的比重由|5.1%|提高到6.8%
    if here is not None and here.first_year != here.last_year:
        return Period.year(here.first_year - 1)  # 五年来…由31家增加到78家
    if carry.section.kind is SectionKind.PLAN or lies_ahead(here, carry.report.period):
        reviewed = carry.report.period
        return reviewed if reviewed is not None and here is not None and reviewed.last_year < here.last_year else None
    stock = quantity.is_rate or quantity.is_money or quantity.unit.lstrip("万千百") in ("家", "户") or _YEARLY.match(quantity.unit)
    told = "".join((*around.context, around.fragment))
    if stock and here is not None and here.is_year and here == carry.report.period and not _SINCE.search(told):
        return here.shifted(-1)
    return None


_YEARLY = re.compile("[万亿]?元/|微克/")  # 亩均税收由29.8万元/亩提高到31.6万元/亩
_LASTS = re.compile("天|日|小时|分钟|个月")
_SINCE = re.compile(r"以来|[两二三四五]年|十[一二三四]?五|期间|期初|改革前|整合前|成立")


def read_former_loss(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """由上年的亏损|0.42亿元|转为盈利, 扭转了上年亏损|0.6亿元|的局面: a loss is a profit below zero."""
    last = carry.last
    if last is None or around.quantity.is_rate or not re.search(r"利润|盈利|效益|收益|利税", last.indicator):
        return None
    if not re.search(r"(?:由|从|扭转了?|改变了?|一改|扭亏).{0,6}?(?:净?亏损)(?:额)?(?:为|达)?$", around.fragment):
        return None
    loss = new_draft(carry, around, last.indicator, last.scope + "亏损", at)
    loss.value = -around.quantity.value
    loss.status = Status.DONE
    loss.period = carry.when(around.fragment) or loss.period
    carry.segment_period = None
    return [loss]


def read_former_rate(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """较一季度的|-9.6%|回升12.4个百分点: the growth of another time."""
    last = carry.last
    base = re.search(rf"{THAN}(?P<when>[^，]{{2,12}}?)(?:的|为|是)$", around.fragment)
    if base is None or last is None or around.quantity.unit != "%":
        return None
    if not re.match(r"(?:的水平)?(?:回升|回落|加快|提高|提升|上升|下降|降低|收窄|放缓|好转|扩大|低|高)", around.follow):
        return None
    former = new_draft(carry, around, last.indicator, last.scope, at)
    former.period = carry.when(base["when"]) or former.period
    former.status = Status.DONE
    if last.kind is FigureKind.GROWTH or last.growth is not None:
        sign = -1 if around.quantity.value < 0 else 1
        make_growth(former, around.quantity, 1, "", around.quantity.text)
        former.growth = abs(around.quantity.value) * sign
    return [former]


_CAME_TO = re.compile(
    "(?:我们|咱们?|[对算]下来)*(?:的?(?:目标任务|目标|任务|计划|盘子))?(?:实际|最终|最后|全年|年底|年末)*(?:只|仅|共|已|累计|也)*(?:完成|达到)了?"
)


def read_rate_of_goal(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """离9.5亿元的任务还差5800万元，只完成|93.9%|: of the goal that was just told."""
    told = carry.made[-2:]
    if told and around.quantity.unit == "%" and re.fullmatch(
        r"(?:自评|自查|自测|年度|全年|考核|责任书|目标|任务|计划|指标)*完成(?:率|比例)(?:为|达到?|只有|仅为?)?", around.fragment.strip()
    ):
        whose = next((d for d in reversed(told) if d.kind is FigureKind.VALUE and d.status is Status.DONE), told[-1])
        if whose.unit == "%":
            return None  # 份额16.2%，…完成率96.4%: of what the share is, is not known
        done = new_draft(carry, around, "完成年度目标", whose.indicator, at)
        done.kind, done.status, done.period = FigureKind.COMPLETION, Status.DONE, (told[-1] if told[-1].status is Status.TARGET else whose).period
        carry.last = whose if carry.last is not None and carry.last.status is Status.TARGET else carry.last  # …，增速10.7%: of what was reached
        return [done]
    if around.quantity.unit not in ("%", "成") or not _CAME_TO.fullmatch(around.fragment.strip()):
        return None
    goal = next((d for d in reversed(told) if d.status is Status.TARGET or re.search("目标|任务|计划", d.scope)), None)
    if goal is None:
        return None
    said = re.search(r"(?:年度|全年|年初)?(?:目标|任务|计划|预算)", goal.scope)
    rate = new_draft(carry, around, "完成" + (said[0] if said else "年度目标"), goal.indicator, at)
    rate.kind, rate.status, rate.period = FigureKind.COMPLETION, Status.DONE, goal.period
    return [rate]


_ELSEWHERE = re.compile(r"(?P<area>全[国省市县州])(?:平均(?:水平)?|增速)?")
_SET_BESIDE = re.compile(
    r"(?:而|同期|其时)*(?:(?:比|较|高于|低于|快于|慢于)(?P<than>全[国省市县州])(?:平均|增速|增幅|水平)*的?"
    r"|(?P<area>全[国省市县州])(?:同期|的|平均)*(?:增速|增幅|增长率?)(?:平均)?(?:是|为|只有|仅为?|约)*)"
)
#: 比全市的4.8%高|1.4个百分点|, 比全市4.8%的平均水平高|1.4个百分点|, 全市增速是8.3%，我们高出|3.7个百分点|
_APART = re.compile(
    r"(?:的?(?:平均)?(?:水平|增速|增幅|增长率?))?(?:我们|我区|我园|本区|全区|开发区|高新区|园区|区里)?(?:要|也|还|又|更|仍|略)?(?P<way>[高低快慢])(?:出|于|了|约)*"
)
#: 快于全市平均水平（6.3%）|1.6个百分点|
_SAID_BEFORE = re.compile(r"(?P<way>[高低快慢])于[^，。；（）()]{2,10}[（(][^（）()]*[）)]$")


def read_elsewhere(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """增长11.2%（全市平均|8.5%|）, 同比增长6.2%，比全市的|4.8%|高|1.4个百分点|: the growth of the same elsewhere, and how far from it."""
    told, apart = (carry.made[-1] if carry.made else None), _APART.fullmatch(around.fragment.strip())
    if apart is None and around.glue[:1] in ("）", ")") and not around.fragment.strip():
        apart = _SAID_BEFORE.search(carry.said_up_to(around.fragment_start))
    if told is not None and told.owner == "elsewhere" and apart is not None and around.quantity.is_points:
        gap = new_draft(carry, around, told.indicator + "增速", ("低于" if apart["way"] in "低慢" else "高于") + told.scope, at)
        gap.kind, gap.status, gap.period = FigureKind.GAP, told.status, told.period
        return [gap]
    enclosed, said = around.glue[:1] in ("（", "("), around.fragment.strip()
    pattern = _ELSEWHERE if enclosed and said else _SET_BESIDE if enclosed or around.glue[:1] in ("，", ",") else None
    if enclosed and not said and around.context:  # 比全市平均水平（|6.3%|）高1.6个百分点
        said = around.context[-1].strip().removeprefix("增速").removeprefix("增幅")
    where, grown = pattern and pattern.fullmatch(said), carry.last
    if where is None or around.quantity.unit != "%":
        return None
    if grown is None or grown.growth is None or grown.growth_unit != "%" or grown.unit == "%":
        return None
    scope = where[0] if pattern is _ELSEWHERE else where["area"] or where["than"]
    theirs = new_draft(carry, around, grown.indicator, scope, at)
    make_growth(theirs, around.quantity, 1, "", around.quantity.text)
    theirs.owner = "elsewhere"
    return [theirs]


_MEAN = r"(?:的)?平均(?:水平|值|数|线)?"
_NAMED_MEAN = re.compile("的?平均(?:水平|值|数|线)?$")
_OF_ALL = re.compile(
    r"(?P<who>[^，]{0,16}?)(?:仍|还|均|都|已)?(?:比|较|离|距离?|与|低于|高于|[高低]出|不及)(?P<of>全[国省市县州](?:同类)?(?:高新区|经开区|开发区|园区)?)(?:的)?$"
)
_FROM_MEAN = re.compile(rf"{_MEAN}(?:相比)?(?:还|仍|尚|只|略)*(?:相?差|低|高|多|少|短|落后)?出?(?:了|约)?")


def read_average(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """离全省|28%|的平均水平还差|4.9个百分点|: the average of all, and how far from it."""
    told = carry.made[-1] if carry.made else None
    said, follow, glue = around.fragment.strip(), around.follow, around.glue.strip()
    apart = (not said or _APART.fullmatch(said)) if glue in ("）", ")") else not glue and _FROM_MEAN.fullmatch(said)
    if told is not None and told.owner == "mean" and apart:
        below = re.search(r"差|低|少|短|落后", said) or re.search(
            r"(?:低于|低出|不及)[^，]*$", carry.said_up_to(around.fragment_start)
        )
        gap = new_draft(carry, around, told.indicator, ("低于" if below else "高于") + told.scope, at)
        gap.kind, gap.status = FigureKind.GAP, Status.DONE
        return [gap]
    if glue in ("（", "(") and not said and around.context and (mean_of := _NAMED_MEAN.search(around.context[-1].strip())):
        said, follow = mean_of.string[: mean_of.start()], mean_of[0]  # 比全市平均水平（|94.1%|）高2.3个百分点
    of = _OF_ALL.fullmatch(said)
    if of is None or re.match(_MEAN, follow) is None:
        return None
    about = name_of(of["who"])
    last = carry.last if not about.indicator else None
    indicator = about.indicator or (last.indicator if last is not None else "")
    if not indicator or indicator in ("增速", "增幅") or (last is not None and not same_measure(last, around.quantity)):
        return None
    mean = new_draft(carry, around, indicator, of["of"] + "平均", at)
    mean.owner, mean.status = "mean", Status.DONE
    return [mean]


def read_points_apart(carry: Carry, around: Around, at: int) -> list[Draft]:
    """比年初计划的8.5%低|0.2个百分点|: how far from the growth that was just said to be aimed at."""
    verb = re.fullmatch(r"(?:相?差|还?差|低|高|慢|快|少|多|超出?)(?:了|约)?", around.fragment.strip())
    aside = carry.made[-2:] if around.glue.strip() and verb is not None and verb[0].endswith("差") else carry.made[-1:]
    goal = aside[0] if aside else None  # 目标增速10%，实际增速9.2%，未完成，差|0.8个百分点|
    if verb is None or goal is None or not around.quantity.is_points or (around.glue.strip() and len({d.indicator for d in aside}) > 1):
        return []
    if (around.glue.strip() and len(aside) < 2) or goal.status is not Status.TARGET or goal.kind is not FigureKind.GROWTH:
        return []
    gap = new_draft(carry, around, goal.indicator + "增速", "比目标" + verb[0][:1], at)
    gap.kind, gap.status, gap.period = FigureKind.GAP, Status.DONE, goal.period
    return [gap]


#: 超出|45亿元|预期目标7.4亿元: on which side of the goal the number stands that follows it.
_PAST_GOAL = re.compile(r"(?:(?P<over>超出?|超过|高于|多于|高出)|低于|少于|不及|短|欠)$")
_GOAL_NAMED = re.compile(r"(?:的)?(?:年度|全年|年初|预期|既定|考核)*(?:目标|任务|计划|预算|预期)(?:值|数|任务)?")


def read_shortfall(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """未完成19.5亿元的预算，短收|5800万元|: by how much the goal just told was missed or passed."""
    beside = "" if around.glue.strip() else "|[多少](?:收|投|完成|实现|签|引进|做|干)?[了出]?|高出?|低|超"  # 比责任书要求的375亿元多出|11.2亿元|
    verb = re.fullmatch(
        rf"(?:的?(?:目标|承诺|任务|计划|预算|要求)数?)?(?:相比)?"
        rf"(?P<verb>短收|欠收|少收|超收|多收|(?:还|尚|仅|只|相)*(?:差|欠)|缺口|差额{beside})(?:了|着|约|为|达)?", around.fragment.strip()
    )
    made = carry.made if not carry.made or carry.made[-1].kind is not FigureKind.COMPLETION else carry.made[:-1]
    goal = made[-1] if made else None  # 为年度目标86亿元的98.4%，尚欠|1.4亿元|: behind how far it was reached, too
    if verb is None or goal is None or goal.status is not Status.TARGET or not (around.quantity.is_money or same_measure(goal, around.quantity)):
        return None
    return [_from_goal(carry, around, goal, verb["verb"][0] in "超多高", at)]


_STILL_OWED = re.compile("(?:目前|至今|年末|年底)?(?:仍|还|尚)(?:有|剩)?(?:欠|拖欠)(?:付|缴|款)?")


def read_owed(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """应兑未兑资金4350万元，当年补兑3180万元，仍欠|1170万元|: what is left of the first of them."""
    if not around.quantity.is_money or not _STILL_OWED.fullmatch(around.fragment.strip()):
        return None
    owed = next((d for d in carry.made if d.kind is FigureKind.VALUE and d.value is not None and same_measure(d, around.quantity)), None)
    if owed is None or owed.status is Status.TARGET:
        return None
    return [new_draft(carry, around, owed.indicator, owed.scope + around.fragment.strip().removesuffix("付"), at)]


def read_past_goal(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """超出45亿元预期目标|7.4亿元|: how far from the goal that stands right before."""
    goal = carry.made[-1] if carry.made else None
    if goal is None or goal.status is not Status.TARGET or around.glue.strip() or not same_measure(goal, around.quantity):
        return None
    told = carry.said_up_to(around.fragment_start).removesuffix(goal.value_text)
    side = _PAST_GOAL.search(told) if _GOAL_NAMED.fullmatch(around.fragment.strip()) else None
    return [_from_goal(carry, around, goal, side["over"] is not None, at)] if side is not None else None


def _from_goal(carry: Carry, around: Around, goal: Draft, over: bool, at: int) -> Draft:
    gap = new_draft(carry, around, goal.indicator, "比目标" + ("多" if over else "少"), at)
    gap.kind, gap.status, gap.period = FigureKind.GAP, Status.DONE, goal.period
    return gap


def read_times(carry: Carry, around: Around, at: int) -> list[Draft]:
    """高新技术企业数是2015年的|3.4倍|, 为上年的|1.7倍|: how many times as much as what is named."""
    like = re.search(r"^(?P<who>.*?)(?:仅|只|约|分别)?(?:相当于|是|为|达到?)(?P<of>[^，是为]{2,12})的$", around.fragment)
    if like is None or around.quantity.unit != "倍":
        return []
    about = name_of(like["who"])
    indicator = about.indicator or (carry.last.indicator if carry.last is not None else "")
    if not indicator:
        return []
    times = new_draft(carry, around, "相当于" + like["of"], about.scope + indicator, at, like.start("of"))
    times.kind = FigureKind.SHARE
    return [times]


_THIS_NUMBER = re.compile("^(?:这|该|此)(?:一|个|项)?(?:数字|数据|数值|数|指标|成绩|水平)")  # that was told in the sentence before


def read_original_goal(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """只完成两家，原计划|四家|; 离年初定的|47亿元|差一口气: the goal of the figure just told."""
    last = carry.last or carry.before
    set_by = GOAL_TOLD.fullmatch(_THIS_NUMBER.sub("", around.fragment.strip()))
    if set_by is not None and not carry.made and around.glue[:1] in ("（", "(") and around.context:
        topic = name_of(around.context[-1])  # 1、地区生产总值（目标值120亿元）
        aim = new_draft(carry, around, topic.indicator, topic.scope, at)
        aim.status = Status.TARGET
        if around.quantity.unit == "%" and (bare := re.sub(r"(?:增速|增幅)$", "", topic.indicator)) != topic.indicator:
            aim.indicator = bare
            make_growth(aim, around.quantity, 1, "", around.quantity.text)
        return [aim] if aim.indicator else []
    if set_by is not None and last is not None and around.quantity.unit == "%" and last.growth_unit == "%" and last.unit != "%":
        aim = new_draft(carry, around, last.indicator, last.scope, at)  # 增长8.3%，比年初计划的|8.5%|低0.2个百分点
        make_growth(aim, around.quantity, 1, "", around.quantity.text)
        aim.status, aim.period = Status.TARGET, last.period
        span_a_year(aim, around.fragment)
        return [aim]
    if set_by is not None and (last is None or last.value is None or not same_measure(last, around.quantity)):
        wholes = (d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and not d.member and d.status is Status.DONE)
        last = next((d for d in wholes if same_measure(d, around.quantity)), None)  # 接待618万人次，相当于…的117.6%，年初定下的|550万人次|
    if set_by is None or last is None or last.value is None or not same_measure(last, around.quantity):
        return None
    goal = new_draft(carry, around, last.indicator, "" if last.scope == "净增" and around.quantity.is_money else last.scope, at)
    alike = [d.period for d in carry.made if (d.indicator, d.scope) == (last.indicator, last.scope) and d.period is not None]
    goal.status, goal.period = Status.TARGET, max(alike, key=lambda p: p.last_year, default=last.period)  # 43.8%，上年为38.2%，年初目标45%
    span_a_year(goal, around.fragment)
    return [goal]


def is_goal_value(carry: Carry, around: Around) -> bool:
    """总产值增长12%，力争突破|160亿元|: the amount that the growth before it leads to."""
    last, quantity = carry.last, around.quantity
    return (
        last is not None
        and last.kind is FigureKind.GROWTH
        and last.value is None
        and not quantity.is_rate
        and (around.glue in ("，", ",", "") or re.match(r"达到?|突破|为|至", around.fragment) is not None)
        and not quantity.is_count
        and not around.context
        and not _at_another_time(carry, around)
    )


def came_to(carry: Carry, around: Around) -> bool:
    """总产值一季度下降7.8%，三季度由负转正，全年完成|214.6亿元|: the amount of what grew, at another time."""
    last, quantity = carry.last, around.quantity
    grown = last is not None and last.kind is FigureKind.GROWTH and not quantity.is_rate and not quantity.is_count
    return grown and around.glue in ("，", ",") and _at_another_time(carry, around)


def _at_another_time(carry: Carry, around: Around) -> bool:
    """Whether a growth of less than a year stands before, and the fragment names another time."""
    then = carry.last.period if carry.last is not None else None
    return then is not None and not then.is_year and carry.when(around.fragment) not in (None, then)


_PACE = re.compile(
    r"(?P<of>.*?)(?P<pace>增速|增幅|降幅|涨幅|跌幅)?(?P<how>(?:已经?|又|才|就|便|都|逐步|逐渐|进一步|明显|大幅)*"
    r"(?:(?:回升|收窄|回落|放缓|扩大|加快|提高|上升|下降|攀升|拉升|缩小|滑落|回调|升|降|落|回|冲|抬|拉|蹿|掉|跌)[到至为]|(?:达?到|冲到|拉到)过|(?:定格|报?收|稳定|保持)[于在为]|[为是]|达到?|只有|仅[有为]?)?)"
)


def read_pace(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """总产值一季度下降17.8%，上半年降幅收窄到|5.5%|; 总产值增速一季度5.4%，上半年|3.1%|: the growth of the same, at another time."""
    last, pace = carry.last, _PACE.fullmatch(around.fragment.strip())
    if last is None and pace is not None and pace["pace"] and pace["of"]:  # 总产值448.9亿元，增长8.8%。一季度增速只有|3.1%|
        last = next((d for d in reversed(carry.paragraph) if not d.member and d.value is not None and d.growth_unit == "%"), None)
    if pace is None or last is None or around.quantity.unit != "%":
        return None
    words = around.fragment.strip()[pace.start("pace") if pace["pace"] else pace.start("how") :]
    goes_on = not pace["pace"] and last.growth is not None and last.growth < 0  # 上半年降幅为9.2%，前三季度收窄到|5.5%|
    sign = -1 if (pace["pace"] or "增")[0] in "降跌" or (goes_on and re.fullmatch("(?:.*(?:收窄|缩小|扩大).*)?", pace["how"])) else 1
    if pace["pace"] and pace["how"] and last.takes_growth and last.unit != "%" and not pace["of"]:
        last.growth, last.growth_unit = growth_value(around.quantity, sign)  # 上半年累计201.5亿元，增幅回落到29.7%
        last.growth_text, last.end = words + around.quantity.text, max(last.end, at + around.quantity.outer_end)
        return []
    rated = last.value is not None and last.unit == "%" and last.indicator.endswith(("增速", "增幅"))
    if not (rated or (last.growth is not None and last.growth_unit == "%" and (pace["pace"] or last.kind is FigureKind.GROWTH))):
        return None
    then = carry.when(pace["of"])
    if then is None or then == last.period or not name_of(pace["of"]).empty:
        return None
    later = new_draft(carry, around, last.indicator, last.scope, at)
    if not rated:
        make_growth(later, around.quantity, sign, "", words + around.quantity.text)
    later.period = then
    carry.last = later
    return [later]

"""Plain values: whose name stands before the number, behind it, or was said in the clause before."""

from __future__ import annotations

import re
from dataclasses import replace

from index.figures.announced import (
    COMES_TO,
    announced,
    in_all_of_them,
    in_its_parts,
    in_short,
    led_by,
    limited,
    named_one,
    of_the_next,
    once_built,
    over_the_year,
    paid_for,
    passed,
    put_into,
    restated,
    set_anew,
    spent_on,
    spent_so_far,
    stands_for,
    told_of,
)
from index.figures.beyond import read_beyond
from index.figures.brackets import is_aside
from index.figures.carry import ITEM, Around, Carry, exceeds, same_measure, scope_with, wholes
from index.figures.changing import (
    base_value,
    came_to,
    change_verb,
    changed_from,
    earlier_period,
    is_goal_value,
    read_former_loss,
    read_former_rate,
    read_original_goal,
    read_owed,
    read_pace,
    read_rate_of_goal,
    read_shortfall,
    read_times,
)
from index.figures.companies import is_company
from index.figures.counting import (
    counted_as,
    counted_noun,
    counted_under,
    counts_nothing,
    is_habit,
    list_counted,
    rate_of_counted,
    read_served,
    read_stated,
    told_again,
)
from index.figures.draft import Draft, make_growth, span_a_year
from index.figures.ellipsis import (
    MEMBER,
    URGE,
    completed,
    divides,
    faring,
    inherited,
    is_thing,
    names_thing,
    of_project,
    of_residents,
    owner_in,
    phase_of,
    qualifier,
    splits_into,
    thing_before,
    traded_with,
)
from index.figures.grammar import SPLITS, THAN
from index.figures.making import new_draft
from index.figures.naming import Name, name_of
from index.figures.nouns import BUILT_WITH, following_noun, is_name
from index.figures.overtaken import read_overtaken
from index.figures.restating import supposed
from index.figures.sofar import so_far
from index.figures.status import lies_ahead
from index.figures.subjects import company_at, reaches_stage
from index.figures.tasks import asked, asked_growth
from index.glossary import is_known, normalise
from index.kinds import kind_of_title
from index.numerals import Quantity
from index.records import FigureKind, Period, SectionKind, Status

__all__ = ["read_value"]

_WIDE_PLACE = r"全国|全省|全市|全县|全州|农村|城市|城镇|世界|全球|各地|省|市|县|国家|我国|地方|中央"
_COUNTED_AS = re.compile(r"授权|申请|受理|新增|新认定|出让|供应|引进")


_OF_THINGS, _THINGS = re.compile("(?:公里|米|亩|公顷|吨)$"), tuple("套栋幢座间宗条处")
_TWIN_UNIT = re.compile("(?:公里|米|亩|公顷|平方米|人次|人|吨|件|户|辆|台|套|笔|宗|单|票|列|标准?箱|TEU)$")


_OF_WHOLE = re.compile(r"(?P<who>[^，。；占]{0,14})占(?!地(?![区方])|用|补|领)(?:到|了)?(?P<of>[^，]{2,16})$")
_IT = re.compile("(?:仅|只|约|大约|[恰刚正]好|恰|接近|将近|几乎|已|其|总[量额值]|规模|合计|共|也|均|就|则)*")
_WIDE = re.compile("(?:全|我)[市省县区国州]|所在[市县省]|[㐀-鿿]{2,4}[市省县州]")


#: 居民收入26840元，增长8.9%，全市为|23950元|; 而同期全省是|31.6亿元|.
_WIDER = re.compile(
    r"(?:而|但)?(?:同期|当年)?(?:(?:放|摆|搁)[到在])?(?P<where>全[市省国县州])(?:平均|总额|总量|合计)?(?:水平)?(?:同期)?(?:为|是|有|达到?|完成|实现)?"
)
#: 放到全市|1912亿元|的盘子里看，我们占19.7%: what it is in all of it.
_AMONG_ALL = re.compile("的?(?:大|总)?(?:盘子?|总?量|总额)(?:里|中|上)")


def _ours(carry: Carry, quantity: Quantity) -> Draft | None:
    """What the zone was told to have, last of all, in the measure of a number."""
    told = (d for d in reversed((*carry.paragraph, *carry.made)) if d.kind is FigureKind.VALUE and d.status is Status.DONE)
    return next((d for d in told if not (d.scope or d.owner or d.member) and is_known(d.indicator) and same_measure(d, quantity)), None)


def _whole_of_share(carry: Carry, around: Around, fragment: str, at: int) -> Draft | None:
    """占全县到位资金|41.3亿元|的六成以上, 占全市|286亿元|经济总量的14.4%, 进出口占全市（|318.6亿元|）的26%: what a share is of; None else.

    Where a place alone is named, it is the place's number of what has the share.
    """
    bracketed = around.glue[:1] in "（(" and bool(around.context)
    part = _OF_WHOLE.match(around.context[-1] if bracketed else fragment)
    rest = re.match(r"[）)]的" if bracketed else r"(?P<noun>[^，。；\d]{0,8})的", around.follow)
    named = part is not None and _IT.fullmatch(part["who"]) is None
    last = carry.last or _told_of_share(carry)
    if part is None or rest is None or around.quantity.is_rate or not (named or last is not None):
        return None
    who = name_of(re.sub("[仅约已也均就则]+$", "", part["who"])) if named else None
    of = name_of(part["of"] + ("" if bracketed else rest["noun"]))
    indicator, scope = of.indicator or part["of"], of.scope
    wide = _WIDE.fullmatch(scope + indicator) is not None
    if carry.last is None and last is not None and not named:
        if not (around.context[: -1 if bracketed else None] == () if wide else indicator.endswith(last.indicator)):
            return None if wide else new_draft(carry, around, indicator, scope, at, 0)  # 税收…。外贸回升，占全市进出口|286亿元|的
        carry.sharing = last.indicator if last is not carry.before else ""
    if wide:
        told = who.indicator if who is not None else last.indicator if last is not None else ""
        indicator, scope = told or indicator, scope + indicator if told else scope
    if not scope and _COST.fullmatch(indicator) and carry.last is not None and is_thing(carry.last.scope):
        scope = carry.last.scope  # X项目累计完成17.7亿元，占总投资26亿元的68.1%
    whole = new_draft(carry, around, indicator, scope, at, 0 if bracketed else part.start("of"))
    carry.others, carry.sharing = whole, (who.scope + who.indicator) if who is not None else carry.sharing
    return whole


def _told_of_share(carry: Carry) -> Draft | None:
    """…；占全市规上工业总产值|1468.8亿元|的14.1%, 产值只完成目标的97.8%，占全市|2251.6亿元|的20.9%: what has it, told of before."""
    done = carry.made[-1] if carry.made and carry.made[-1].kind is FigureKind.COMPLETION else None
    return replace(done, indicator=done.scope, scope="") if done is not None and done.scope else carry.before


# 4月26日签约的泓枢氢能阀门项目总投资: what had become of it by then is no part of its name, as it is of 已开工的亿元以上项目.
_COST = re.compile("(?:计划|协议|合同)?总投资(?:额)?|(?:累计|当年)?完成投资(?:额)?|占地(?:面积)?")
_STAGE = re.compile("新?(?:签约|开工|投产|竣工|落户|落地|建成|投用|引进|动工|建|上)|[改扩]建")


def _is_own_name(scope: str) -> bool:
    own = scope.endswith(("项目", "工程", "基地")) and names_thing(scope)
    return own and re.search("亿元?|以上|重[点大]|[省市县区]级|各|全部|\\d", scope) is None


_WENT_ON = re.compile(
    "(?:已经?|均|都)?(?:进入|落地|注册|开工|动工|竣工|投产|投用|建成|入选|通过|晋级|签约|开业|复工|复产|上市|挂牌|办结|整改|销号|兑现|立案|结案)"
    "[㐀-鿿]{0,4}?(?=[，。；、])"
)


def _some_of_them(carry: Carry, around: Around, name: Name) -> Name | None:
    """报名项目426个，|23个|进入决赛，最终|15个|落地注册: those of the number before to which that happened."""
    did, last = _WENT_ON.match(around.follow), carry.last
    if did is None or last is None or last.value is None or not name.empty or name.scope or not around.quantity.is_count:
        return None
    return Name(last.indicator, did[0]) if last.unit == around.quantity.unit and around.quantity.value <= last.value else None


#: 审定小麦、玉米新品种|17个|: of both, where each word alone is no name.
_OF_KINDS = re.compile(
    "(?<!、)[㐀-鿿]{1,5}(?<!签约|开工|竣工|投产|在建|申报|获批)、[㐀-鿿]{2,4}"
    "(?:新?品种|合作社|基地|企业|项目|工程|人员|人才|团队|机构|平台|设施|案件|标准|产品)$"
)
_SERVED = re.compile("(?:受益|受惠|获益)(?:企业|单位|群众|居民|职工|农户|商户|学生)")
_MEMBERS_OF = re.compile(
    r"(?P<what>[^，。；、]{2,24}?(?:企业|项目|园区|乡镇|单位|产品|品牌|公司|机构|院校))(?:分别)?(?:是|为|有|包括)[^，。；]+、[^，。；]+$"
)


#: Firms whose part of an amount of money stands behind them, with what they do for it.
_GIVES = re.compile("(?P<who>(?!规上|规模以上|限上|限额以上|四上|亿元|骨干|重点)[^，。；、\\d]{2,12}?企业)(?:贡献|缴纳|上缴|入库|创造)?")


def read_value(carry: Carry, around: Around, at: int, lead: str) -> list[Draft]:
    readers = (
        read_former_loss, read_original_goal, read_former_rate, read_pace, read_rate_of_goal, read_shortfall, read_beyond, read_owed, read_stated,
        read_overtaken,
    )
    for reader in readers:
        if (found := reader(carry, around, at)) is not None:
            return found
    quantity, fragment = around.quantity, around.fragment
    if (grown_to := _grown_to(carry, around, at)) is not None:
        return grown_to
    if served := read_served(carry, around, at):
        return served
    if not fragment.strip() and around.context and around.glue[:1] in "：:（(":
        if around.glue[:1] in "（(" and (quantity.is_rate or (not carry.made and not around.context)):
            return []
        name = name_of(around.context[-1])
    elif around.glue[:1] in ("：", ":") and around.context and _times_only(fragment, quantity.is_count):
        head = "" if _SAYS_SO.search(around.context[-1]) else around.context[-1]
        name = over_the_year(carry, around) or name_of(head)  # 地区生产总值：一季度61.2亿元
    elif _times_only(fragment, quantity.is_count) and (parts := in_its_parts(carry, around)) is not None:
        name = parts
    elif _went_so(carry, around, fragment):
        name = over_the_year(carry, around) or name_of(fragment)  # 上半年走得稳，完成95.2亿元
    elif around.glue[:1] == "，" and around.context and _is_name(around.context[-1]) and carry.when(fragment) and _times_only(fragment, False):
        name = name_of(around.context[-1])  # 地区生产总值，一季度为61.2亿元
    elif around.glue[:1] in ("：", ":") and around.context and (counted := counted_under(around)) is not None:
        name = counted
    else:
        joined = (
            around.listed != fragment
            and (re.search(r".(?:和|及|与|等).", fragment) or (quantity.is_count and _OF_KINDS.search(around.listed)))
            and re.fullmatch(r"(?:[^、]{2,8}、)+[^、]+", around.listed)
        )
        name = name_of(around.listed if joined else fragment)
        if quantity.is_count and (members := _MEMBERS_OF.search(around.listed)):
            name = name_of(members["what"])  # 产值超过20亿元的企业是A、B、C|3家|
        if earlier_name := changed_from(around):
            name = replace(name_of(earlier_name), source=True)
    if (residents := _RESIDENTS_BEHIND.fullmatch(name.indicator)) is not None:
        name = replace(name, indicator=residents["who"] + "居民" + residents["what"].removeprefix("居民"))  # 人均可支配收入城镇|46800元|
    if re.fullmatch("(?:核减|核增|调减|调增)的", fragment.strip()):
        return []  # 由318.5亿元核减为316.3亿元，核减的|2.2亿元|都在物流里
    if name.indicator.endswith("以") and around.quantity.is_money and led_by(carry, around) is None:
        return []  # X以9.7亿元居首: of what is not said
    told = passed(fragment, around) or told_of(fragment, around) or announced(carry, name, around)
    name = supposed(carry, around, told or restated(carry, name, quantity, "".join(around.context[-1:])))
    as_told = limited(carry, around, name)
    anew = (name := set_anew(carry, around, as_told)) is not as_told
    if times := read_times(carry, around, at):
        return times
    if (
        (base := _BASE.search(fragment))
        and (
            re.match(
                r"(?:的水平)?(?:增|净增|净减|提高|上升|翻|减|下降|多|少|扩大)", around.follow or ("翻" if around.touches else "")
            )
            or base["base"][0] not in "比较"
        )
    ):
        named = name_of(fragment[: base.start()])
        if carry.last is not None and same_measure(carry.last, quantity):
            return [base_value(carry, around, base["base"], at)]
        if len(named.indicator) > 1 and not quantity.is_rate:  # 协议资金比上年的|62.5亿元|少了
            return [base_value(carry, around, base["base"], at, named)]
    if (whole := _whole_of_share(carry, around, fragment, at)) is not None:
        return [whole]
    noun = following_noun(around.follow) if not re.match(r"[，。；、：,;:！？\s）)]", around.follow[:1] or "，") else ""
    noun = "" if re.match("的?(?:影响|因素)", around.follow) or name.indicator.endswith("限额") else noun
    noun = "" if name.source and noun == name.indicator else counted_noun(carry, around, noun)
    noun = "" if re.fullmatch("主体(?:工程|结构)?(?:完工|封顶|竣工|施工)?", noun) else noun  # 二期|900套|主体完工
    if noun and name.empty and not name.scope and quantity.is_count and (stuck := _STUCK.match(around.follow.removeprefix(noun))):
        # 7个|项目不能全面施工|: which of them; 148家|企业受益|: 受益企业, as it is called
        reached = _SERVED.fullmatch(stuck[0] + noun)
        name, noun = (Name(reached[0]), "") if reached else (replace(name, scope=stuck[0]), noun)
    if (some := _some_of_them(carry, around, name)) is not None:
        name, noun = some, ""
    if again := told_again(carry, around):
        carry.last = carry.chain = again
        return []
    if is_habit(around) or counts_nothing(around, noun, name):
        return []
    if len(noun) == 1 and re.match(r"[市县区省镇乡村]、", around.follow):
        noun = ""
    name = in_all_of_them(carry, spent_so_far(carry, stands_for(carry, name)), around)
    name = in_short(carry, counted_as(carry, around, name), around)
    if name.indicator == "年均" and name.action:
        name = replace(name, indicator="", action="年均" + name.action)  # 新增规上企业186家，年均新增|37家|
    if (hurt := _HURT.get(name.indicator)) is not None and quantity.unit == "人":
        name = replace(name, indicator=hurt)
    if len(name.indicator) == 1 and len(name.scope) > 1 and name.times and not name.action and not re.search("[没未离不]|我们|均$", name.scope):
        name = replace(name, indicator=name.scope, scope="", action=name.indicator)  # 环湖绿道去年又接了|11.4公里|
    many = carry.last if carry.last is not None and carry.last.kind is FigureKind.VALUE and not carry.last.unit.endswith("元") else None
    if many is not None and name.indicator in ("比例", "占比") and not name.scope and quantity.is_rate:
        name = replace(name, indicator=many.indicator + name.indicator, scope=many.scope)  # 优良天数356天，比例|97.5%|
    if carry.last is not None and _IN_LENGTH.fullmatch(fragment.strip()):
        name = Name("总长", carry.last.indicator)  # …，总长到了|50公里|
    put_in = name.indicator == "投" and quantity.is_money  # 总投资6.8亿元，2021年已投|2.1亿元|
    there_are = name.indicator == "实有" and quantity.is_count and bool(name.times)  # 新认定34家，…，年底实有|147家|
    used_up = name.indicator in ("剩余", "剩下", "结余", "剩", "余", "存量", "使用", "消耗")
    if (carry.last is not None and (put_in or there_are or used_up)) or _VERBAL.fullmatch(name.indicator):
        name = replace(name, indicator="")  # 上半年过半（不低于34亿元）
    elif re.fullmatch(r"现|现已|原", name.indicator) and quantity.is_count:
        name = Name("", action="现有")
    if _FILLED.fullmatch(name.action + name.indicator) and carry.last is not None and (posts := re.split("(?:核定)?编制", carry.last.indicator))[1:]:
        name = Name(name.action + name.indicator, posts[0])  # 办公室编制38名，实有31人
    name = traded_with(carry, around, rate_of_counted(carry, name, quantity))
    if said := led_by(carry, around) or named_one(carry, around) or spent_on(around) or put_into(around):
        name, noun = said, ""
    next_one = of_the_next(carry, around, noun)
    name, noun = (next_one, "") if next_one is not None else _with_noun(name, noun, around)
    if name.action == "生产" and name.indicator and not quantity.is_money and quantity.unit not in ("个", "项", "家"):
        name = replace(name, indicator=name.indicator + "产量", action="")  # 生产新能源汽车21.6万辆
    if carry.last is not None and re.fullmatch("[二三四五]期", name.scope + name.indicator):
        before = next((said for said in (carry.last.indicator, carry.last.scope) if re.search(".[一二三四]期$", said)), "")
        name = replace(name, indicator=before[:-2] + name.scope + name.indicator, scope="") if before else name  # 安置房一期560套，二期720套
    name = list_counted(carry, around, name)
    if (led := _THE_LARGEST.fullmatch(name.indicator)) and quantity.is_money and not name.scope:
        name = replace(name, indicator=led["what"], scope=led["who"])  # 收入前五位企业合计|165.5亿元|
    name = of_residents(carry, qualifier(carry, name, noun, around), quantity)
    grown = carry.last
    if grown is not None and grown.growth is not None and quantity.unit == "%" and around.glue[:1] in "（(" and _GOAL_IN_BRACKET.fullmatch(fragment):
        aimed = new_draft(carry, around, grown.indicator, grown.scope, at)  # 增长5.4%（年初目标6.5%）
        make_growth(aimed, quantity, 1, "", quantity.text)
        aimed.status = Status.TARGET
        return [aimed]
    if not noun and (outcome := asked(carry, name, quantity)) is not None:
        if quantity.unit == "%" and asked_growth(carry):
            came = new_draft(carry, around, outcome.indicator, outcome.scope, at)  # 增长11%。完成情况：9.7%
            make_growth(came, quantity, 1, "", quantity.text)
            carry.last = carry.head = came
            return [came]
        name = outcome
    if (
        quantity.is_rate
        and name.empty
        and "力争" in fragment
        and carry.last is not None
        and carry.last.kind is FigureKind.GROWTH
    ):
        draft = new_draft(carry, around, carry.last.indicator, carry.last.scope, at)
        make_growth(draft, quantity, 1, carry.last.growth_base, quantity.text)
        return [draft]
    twin = carry.last
    if twin is not None and twin.value is not None and same_measure(twin, quantity) and _REVISED.search(fragment) and _RECKONED.match(around.follow):
        return [_restated_before(carry, around, twin, at)]
    if (
        twin is not None
        and twin.value is not None
        and name.empty
        and name.action != "累计"
        and "力争" in fragment
        and same_measure(twin, quantity)
    ):
        return [new_draft(carry, around, twin.indicator, twin.scope, at)]  # 税收突破6亿元，力争6.3亿元
    if (
        twin is not None
        and twin.value is not None
        and twin.unit in ("条", "座", "段", "处")
        and quantity.unit in ("公里", "米", "千米")
        and not noun
        and re.fullmatch(r"(?:总长度?|全长|总里程|里程|长度?|共|共计|合计)(?:达到?|为|约)?", fragment.strip())
    ):
        return [new_draft(carry, around, twin.indicator, scope_with(twin.scope, "总长"), at)]  # 新修道路五条、总长8.6公里
    left_out = _LEFT_OUT.fullmatch(fragment.strip()) if twin is not None and quantity.is_count and twin.unit == quantity.unit else None
    if twin is not None and left_out is not None:
        return [new_draft(carry, around, twin.indicator, left_out["what"] or "扣除", at)]  # 新认定23家，剔除到期未续的|7家|，年末共有108家
    of_things = twin is not None and _OF_THINGS.search(twin.unit) is not None and quantity.unit in _THINGS  # 安置房68万平方米、5820套
    if (
        twin is not None
        and twin.value is not None
        and around.glue in ("、", "")
        and not fragment.strip()
        and not noun
        and (_TWIN_UNIT.search(quantity.unit) or of_things or (quantity.is_money and twin.unit in ("笔", "宗", "单")))  # 放款37笔、5260万元
        and (
            around.glue != "、"
            or of_things
            or quantity.is_money
            or re.search(r"(?:公里|米|亩|公顷|平方米|人次|笔|宗|单|票|列|标准?箱|TEU)$", quantity.unit)
            or (twin.unit[-1:] + quantity.unit[-1:] in ("户人", "栋套", "幢套", "座套", "栋间", "幢间"))
        )
        and not same_measure(twin, quantity)
    ):
        return [new_draft(carry, around, twin.indicator, twin.scope, at)]  # 道路17条、28.6公里
    foreign = ("美元", "欧元", "日元", "港元")
    abroad = twin is not None and twin.unit.endswith(foreign) != quantity.unit.endswith(foreign)
    converted = abroad and quantity.is_money and _IN_YUAN.fullmatch(fragment.strip())
    if twin is not None and twin.kind is FigureKind.VALUE and converted and quantity.unit.endswith(foreign):
        return [new_draft(carry, around, twin.indicator, twin.scope, at)]  # 人均GDP18.6万元，折合|2.6万美元|
    if twin is not None and twin.kind is FigureKind.VALUE and converted:
        return [new_draft(carry, around, twin.indicator, scope_with(twin.scope, "折合人民币"), at)]  # 出口1.47亿美元，折合人民币|9.48亿元|
    at_first = twin is not None and twin.kind is FigureKind.VALUE and around.glue[:1] in ("（", "(") and same_measure(twin, quantity)
    if twin is not None and at_first and re.fullmatch("(?:今年|本年)?年初(?:为|是)?", fragment.strip()):
        return [new_draft(carry, around, twin.indicator, scope_with(twin.scope, "年初"), at)]  # 贷款余额412亿元（年初|354亿元|）
    if twin is not None and twin.kind is FigureKind.VALUE and _SPREAD.fullmatch(fragment.strip()) and same_measure(twin, quantity):
        return [new_draft(carry, around, twin.indicator, scope_with(twin.scope, fragment.strip()), at)]  # 全年处理986万吨，折合每天|2.7万吨|
    if twin is not None and _PART_OF_AREA.fullmatch(name.scope + name.indicator) and twin.indicator.endswith("面积") and same_measure(twin, quantity):
        return [new_draft(carry, around, twin.indicator, name.scope + name.indicator, at)]  # 规划面积86平方公里，核心区|21平方公里|
    if twin is not None and around.glue == "、" and not fragment.strip() and quantity.is_money and twin.unit in ("个", "家", "户", "项"):
        spent = _SPENT.search(twin.scope + twin.action)
        if spent is not None:  # 累计投出26个项目、|3.87亿元|
            return [new_draft(carry, around, "投资额" if spent[0] == "投" else spent[0] + "额", twin.scope, at)]
        if twin.unit in ("个", "项") and twin.indicator.endswith("项目"):  # 续建项目38个、|22亿元|
            return [new_draft(carry, around, "投资额", twin.scope + twin.indicator, at)]
    if (total := so_far(carry, around)) is not None:
        return [new_draft(carry, around, *total, at)]
    if name.empty and not name.action and not name.scope and is_goal_value(carry, around):
        last = carry.last
        assert last is not None
        last.kind, last.value, last.unit, last.value_text = FigureKind.VALUE, quantity.value, quantity.unit, quantity.text
        last.qualifier = ("力争" if "力争" in fragment else "") + quantity.qualifier
        last.end = at + quantity.outer_end
        return []
    if twin is not None and name.empty and not name.scope and came_to(carry, around):
        carry.last = carry.head = new_draft(carry, around, twin.indicator, twin.scope, at)
        return [carry.last]
    if (
        around.glue[:1] in ("（", "(")
        and carry.last is not None
        and not around.context
        and same_measure(carry.last, quantity)
        and not is_aside(fragment)
    ):
        carry.chain = carry.last if not carry.last.member else carry.chain
    if around.glue[:1] in ("）", ")"):
        carry.chain = None
    clauses = re.split("[；;]", carry.said_up_to(around.fragment_start))
    splits = any(map(SPLITS.match, clauses))
    among = _AMONG_ALL.match(around.follow) is not None and _WIDER.fullmatch(fragment.strip()) is not None
    placed = among or re.fullmatch(_WIDE_PLACE, name.indicator) is not None
    if not splits and placed and (quantity.unit == "%" or not quantity.is_rate):
        twin = _ours(carry, quantity) if among else twin
        there = _WIDER.fullmatch(fragment.strip()) if twin is not None and twin.kind is FigureKind.VALUE and same_measure(twin, quantity) else None
        if twin is not None and twin.kind is FigureKind.GROWTH and quantity.unit == "%" and (wider := _WIDER.fullmatch(fragment.strip())):
            grown_there = new_draft(carry, around, twin.indicator, wider["where"], at)  # GDP增速8.2%，全市平均|6.9%|
            make_growth(grown_there, quantity, 1, twin.growth_base, quantity.text)
            grown_there.owner = "elsewhere"
            return [grown_there]
        if there is not None and twin is not None and twin.value is not None:
            carry.last = new_draft(carry, around, twin.indicator, there["where"], at)  # （全市完成|186.3亿元|，增长5.1%）
            carry.last.owner = "elsewhere"
            return [carry.last]
        if not noun:
            return []
        behind = name_of(noun)
        name = Name(behind.indicator or noun, name.indicator, name.action + behind.action, name.offset)
    if (
        quantity.unit == "%"
        and (changed := re.search(r"(压减|压降|减少|降低|下降|缩减|^[压降减砍])$", name.action))
        and name.indicator
    ):
        draft = new_draft(carry, around, name.indicator, name.scope, at, name.offset)
        make_growth(draft, quantity, -1, "", changed[1] + quantity.text)
        return [draft]
    if quantity.unit == "岁" and not re.search(r"寿命|年龄", name.indicator):
        return []
    if "、" in around.listed and re.search(r"[两三四五六七八九十\d](?:大|个|家|类)|等", name.scope):
        name = replace(name, scope=name_of(around.listed).scope or name.scope)
    twin = carry.last or carry.before
    if (  # 东片区完成产值71.2亿元、西片区52.9亿元: places share the indicator said once
        twin is not None
        and twin.value is not None
        and (
            ((twin.scope[-1:] == name.indicator[-1:] or MEMBER.fullmatch(twin.scope)) and divides(name))
            or (is_company(twin.scope) and is_company(name.indicator))
        )
        and not name.action
        and not quantity.is_count
        and same_measure(twin, quantity)
    ):
        name = replace(name, indicator=twin.indicator, scope=name.scope + name.indicator)
    money = next((d for d in (twin, *reversed(carry.made)) if d is not None and d.value is not None and same_measure(d, quantity)), None)
    if money is not None and (measure := _told_of_trades(money, name, quantity)):
        name = replace(name, indicator=measure, scope=name.scope + name.indicator)  # 箱包户外主营业务收入88.9亿元；休闲食品|79.5亿元|
    counted_in = _COUNTED_IN.fullmatch(around.context[-1]) if money is not None and name.empty and not name.action and around.context else None
    if money is not None and counted_in is not None and not noun:
        more = counted_in["what"] or counted_in["with"]
        name = replace(name, indicator=money.indicator, scope=f"含{more}")  # 亩均税收28万元；若把仓储用地一并算进来，则为|19万元|
    split = carry.before.whole if carry.before is not None and carry.before.whole is not None else carry.before
    if splits and (split is None or split.status is Status.TARGET or not same_measure(split, quantity)):
        here = [d for d in wholes(carry, quantity) if d.period == carry.period and d.status is not Status.TARGET]
        split = next((d for d in here if is_known(d.indicator)), next((d for d in here if d not in carry.made), None))
    if splits and not name.action and (own := _by_its_own_measure(name)) is not None:
        name, split = own, None  # 片区里头，北园固投82.2亿元
    elif splits and carry.last is not None and carry.last.scope and carry.last.whole is None and same_measure(carry.last, quantity):
        split = carry.last  # …，河湾|35.3亿元|: by the measure of the part before
    if (  # 分行业看，装备制造业86.3亿元: parts of what the sentence before said
        split is not None
        and splits
        and (SPLITS.match(clauses[-1]) or split.scope or is_known(split.indicator))  # 分行业看，粮油加工24.6亿元；休闲食品|19.8亿元|: of no measure
        and (divides(name) or splits_into(name))
        and not quantity.is_count
        and same_measure(split, quantity)
    ):
        name = replace(name, indicator=split.indicator, scope=name.scope + name.indicator)
    if twin is not None and fragment.endswith("占") and quantity.is_count and not twin.member and same_measure(twin, quantity):
        carry.chain = carry.chain or twin  # 规上工业企业97家，食品企业占|52家|
    if exceeds(carry.chain, quantity):
        carry.chain = None  # 引进人才812人，其中博士118人，年末从业人员|5.21万人|: no part is more than the whole
    whole = carry.chain
    if (
        whole is not None
        and divides(name)
        and not name.action
        and not quantity.is_count
        and same_measure(whole, quantity)
    ):
        name = Name("", name.scope + name.indicator, "", name.offset)
    gives = _GIVES.fullmatch(name.scope + name.indicator) if whole is not None and quantity.is_money and same_measure(whole, quantity) else None
    if gives is not None:
        name = Name("", gives["who"], "", name.offset)  # 税收3.28亿元，其中食品企业贡献|1.94亿元|
    if name.empty and not name.scope and around.context and "、" not in around.glue:
        # 食品加工产业扭转下滑局面，完成15.6亿元: the clause before says whose
        owner = owner_in(ITEM.sub("", around.context[-1]))
        if owner and "“" not in owner and not URGE.search(owner[:4]):
            like = carry.last is None and _of_another_trade(carry, quantity)
            name = replace(name, indicator=like.indicator if like else "", scope=owner)
        elif trade := faring(carry, around.context[-1]):
            alike = (d for d in reversed(carry.paragraph) if d.scope and _TURNOVER.search(d.indicator) and d.unit == quantity.unit)
            if (like := next(alike, None)) is not None:
                name = replace(name, indicator=like.indicator, scope=trade)  # 锂电材料快，产值73.5亿元。医疗器械降，只有|30.1亿元|
    if whole is not None and not same_measure(whole, quantity):
        whole = None
        if around.glue not in ("、",) and "其中" not in fragment and not any("其中" in c for c in around.context[-1:]):
            carry.chain = None
    indicator, scope = name.indicator, name.scope
    if not indicator and not scope and quantity.is_money and around.context and (moved := _MOVED_ITSELF.fullmatch(around.context[-1].strip())):
        indicator = moved["what"] if is_known(moved["what"]) or moved["what"].endswith("支出") else ""  # 房地产开发投资大幅下滑，全年仅完成|6.2亿元|
    if not indicator and not scope and quantity.is_rate and (low := _LOW.fullmatch(ITEM.sub("", "".join(around.context[-1:]).strip()))):
        indicator = low["what"]  # 二是科技成果转化率不高，仅为|37.5%|
    if not indicator:
        indicator, scope = completed(carry, name, quantity, whole, lead)
    if not indicator or not is_name(indicator, quantity):
        return []
    if name.indicator and name.empty is False and around.glue[:1] in "（(：:" and around.glue and around.context:
        scope = scope or thing_before(carry, indicator, around)
    if around.follow.startswith("的") and is_thing(scope):
        carry.project = scope  # 总投资50亿元的X项目…，年底前完成投资11亿元
    if is_thing(scope) and re.search(r"投资|占地|用地|建筑面积", indicator):
        carry.project = scope
    if not scope and (phase := phase_of(carry, indicator)):
        indicator, scope = phase
        name = replace(name, indicator=indicator, scope=scope)
    effect = once_built(carry, name, around)
    if name.indicator and effect and not name.scope:
        indicator, scope = (name.action + name.indicator).removeprefix("可"), effect
    elif name.indicator:
        scope = scope if _COST.fullmatch(name.indicator) and _STAGE.fullmatch(name.action) and _is_own_name(scope) else scope_with(scope, name.action)
        scope = "" if scope == "年度" or (indicator == "贷款" and carry.subject.endswith("贷")) else scope  # “园易贷”…发放贷款
        owner = inherited(carry, indicator, around, whole, lead) if scope in ("", "当年") else ""
        owner = "" if is_thing(owner) and indicator.endswith("项目") else owner  # 50亿元以上项目1个，即甲项目，10亿元以上|8个|
        scope = owner + scope if company_at(owner) else scope or owner  # 得益于X食品打开日韩市场，当年出口|410万美元|
        indicator, scope = paid_for(carry, indicator, scope) if quantity.is_money else (indicator, scope)
    if quantity.is_money and (measure := _told_of_project(carry, indicator, around)):
        indicator, scope = measure, indicator
    draft = new_draft(carry, around, indicator, of_project(carry, scope), at, name.offset if fragment.strip() else None)
    draft.action = name.action
    if whole is not None:
        draft.whole, draft.member = whole, True
        if _BARE.fullmatch(indicator) and not quantity.is_count and same_measure(whole, quantity):
            draft.indicator += _ALL_OF.sub("", whole.indicator)  # 全部工业总产值64.8亿元，其中规模以上|52.3亿元|
        if _CLASS.fullmatch(indicator) and not draft.scope and same_measure(whole, quantity):
            draft.indicator, draft.scope = whole.indicator, indicator  # 医疗器械注册证236张（其中第三类|27张|）
        sized = _SIZED.match(whole.indicator)
        if sized and _OVER_SIZE.match(indicator) and not draft.scope:
            draft.indicator = sized["by"] + indicator  # 纳税超千万元企业29家，其中超亿元企业|3家|
        verb = _COUNTED_AS.match(whole.indicator)
        draft.scope = verb[0] if verb and not scope and is_known(verb[0] + indicator) else draft.scope  # 授权专利612件，其中发明专利74件
    if name.source:
        revised = _AIMED_AT.search(fragment) and not re.search(r"20\d\d年|去年|上年", fragment)
        earlier = None if revised else earlier_period(carry, around)
        draft.owner = "由"
        if revised:
            draft.status, draft.action = Status.TARGET, "调整前"
        elif _IN_FULL.search(fragment):
            draft.status, draft.action = Status.EXPECTED, change_verb(around) + "前"  # 达产后年产值由|9亿元|下调到8.2亿元
        else:
            draft.status = Status.DONE
            draft.period = earlier or draft.period
            if earlier is None:  # no year is printed: what it was before the change, which the sentence dates
                draft.action = change_verb(around) + "前"
        draft.scope += draft.action if draft.action.endswith("前") else ""
    elif (
        name.level
        and carry.last is not None
        and carry.last.owner == "由"
        and draft.period is not None
        and draft.period.first_year != draft.period.last_year
    ):
        draft.period = Period.year(draft.period.last_year)  # what it was at the end of those years
    elif name.level and carry.last is not None and carry.last.owner == "由" and carry.last.status is Status.EXPECTED:
        draft.status = Status.EXPECTED
    clauses = [c for c in around.context[-1:] if not reaches_stage(c)]  # 争取三季度开工 aims at the start alone
    if (
        re.search(r"(?:总投资|概算|规划面积|全长|占地|占地面积|建筑面积|注册资本)(?:额|约|为|达|达到)?$", fragment)
        and carry.section.kind is SectionKind.PLAN
        and not re.search(r"力争|确保|争取|目标", "".join((*clauses, fragment)))
        and not (carry.last is not None and carry.last.unit in ("个", "项") and scope.endswith(carry.last.indicator))
    ):
        draft.status = Status.DONE  # what a project costs is stated, not aimed at
        if lies_ahead(draft.period, carry.report.period) and kind_of_title(carry.report)[0] is not SectionKind.PLAN:
            draft.period = carry.report.period
    if quantity.unit == "%" and draft.kind is FigureKind.VALUE and (paced := _PACE_OF.fullmatch(indicator)) is not None:
        draft.indicator = paced["of"]  # 规上工业增加值增速：一季度|5.1%|
        make_growth(draft, quantity, 1, "", quantity.text)
    elif quantity.is_rate and re.search(r"(?:占比|比重)$", indicator):
        draft.kind = FigureKind.SHARE
        whose = carry.last if carry.last is not None and carry.last.kind is FigureKind.VALUE else None
        if indicator.startswith("占") and not draft.scope and whose is not None and not whose.member:
            # X产值238.6亿元，占规上工业总产值比重由|38.8%|提高到48.6%
            draft.scope = whose.called
    elif indicator.endswith("相差"):
        draft.kind = FigureKind.GAP  # 两个部门报上来的货运量相差6.8万吨
    if not name.indicator and carry.last is not None and carry.last.action == "调整前" and carry.last.status is Status.TARGET:
        draft.status = Status.TARGET  # 目标由5亿元调整为4.6亿元: the goal in force
    of_goal = carry.last is not None and carry.last.status is Status.TARGET and carry.last.indicator == draft.indicator
    if anew or (name.scope.endswith("调整后") and of_goal):
        draft.status = Status.TARGET
        return [draft]  # what is told next is of the figure itself, not of its goal
    if draft.status is Status.TARGET and (goal := re.search(r"(?:全年|年度|年初)[^，]{0,4}目标", fragment)):
        span_a_year(draft, goal[0])
    carry.last = draft
    if not draft.member or carry.parted:
        carry.head = draft
    return [draft]


_IN_FULL = re.compile("(?:达产|满产|达效)(?:以|之)?后")  # 投用后 may be of what is done: 建成投用后日处理能力由3万吨提高到5万吨
_GREW_TO = re.compile(
    "(?:总[量数额值]|规模)|(?:总[量数额值]|规模)?(?:现|已经?|首次|一举|历史性)*(?:达到?|增至|升至|突破|超过|跨越|接近|增加到|提高到)了?"
)


_SO_MANY = re.compile("累计(?:总数)?(?:已|达到?|为|有)*")


def _grown_to(carry: Carry, around: Around, at: int) -> list[Draft] | None:
    """高新技术企业年均增长28%，达到|168家|: what it grew to, at the end of the years over which it did."""
    grown, quantity = carry.last, around.quantity
    if grown is None or grown.kind is not FigureKind.GROWTH or grown.value is not None or around.context or around.glue[:1] not in ("，", ","):
        return None
    in_money = _TURNOVER.search(grown.indicator) or grown.indicator.endswith(("总值", "投资", "税收", "利润", "总额", "出口", "进口"))
    so_many = quantity.is_count and quantity.unit == grown.growth_unit and _SO_MANY.fullmatch(around.fragment.strip())  # 增加7家，累计|17家|
    if quantity.is_rate or (in_money and not quantity.is_money) or not (so_many or _GREW_TO.fullmatch(around.fragment.strip())):
        return None
    reached = new_draft(carry, around, grown.indicator, grown.scope, at)
    if grown.period is not None and grown.period.first_year != grown.period.last_year:
        reached.period = Period.year(grown.period.last_year)
    elif grown in carry.made and (grown.period, grown.status) == (reached.period, reached.status):
        reached.growth, reached.growth_unit, reached.growth_base = grown.growth, grown.growth_unit, grown.growth_base
        reached.growth_text, reached.start = grown.growth_text, grown.start
        carry.made.remove(grown)
    carry.last = carry.head = reached
    return [reached]


_RESIDENTS_BEHIND = re.compile("(?P<what>(?:居民)?(?:年?人均)(?:可支配收入|纯收入|消费支出))(?P<who>城镇|农村|全体)(?:居民)?")
_MOVED_ITSELF = re.compile(
    "(?:.{0,12}?原因(?:主要)?(?:是|在于|为)|.{0,6}?(?:由于|因为?|受))?(?P<what>[㐀-鿿]{3,14}?)(?:大幅|明显|显著|持续|快速|稳步|小幅|逐步|加快|较快|平稳|有所|出现|呈|断崖式|整体|则|却|不[增减升降]反)*"
    "(?:[增减升降]|下滑|下降|回落|减少|萎缩|增长|上升|回升|提高|走低|走弱|滑坡|下行)"
)
#: How a rate is judged, before it is told.
_LOW = re.compile(
    "(?P<what>[㐀-鿿]{2,14}?(?:率|占比|比重|比例|覆盖面))(?:仍然?|还|依然|总体|整体|相对|明显|普遍|都|也|却|则)*"
    "(?:不够?[高大]|偏[低高小大]|[较很过]?[低高]|不足|欠佳|不理想)"
)
_PACE_OF = re.compile("(?P<of>[^，]*(?:值|投资|收入|支出|总额|出口|进口|税收|利润|产值|外资|余额))(?:同比)?(?:增速|增幅)")
_REVISED = re.compile(r"按[^，。；\d]{0,10}(?:上年|去年|上年同期|基期)[^，。；\d]{0,6}$")
_RECKONED = re.compile("(?:来)?(?:计算|测算|核算|比较)")


def _restated_before(carry: Carry, around: Around, now: Draft, at: int) -> Draft:
    """产值208.2亿元，按核实调整后的上年数|184.9亿元|计算，增长12.6%: what it was the year before, as it is put right; the growth is of now."""
    before = new_draft(carry, around, now.indicator, scope_with(now.scope, "调整后"), at)
    before.status = Status.DONE
    before.period = now.period.shifted(-1) if now.period is not None else None
    carry.segment_period = now.period
    return before


def _told_of_project(carry: Carry, project: str, around: Around) -> str:
    """What the money beside a project's bare name is: what was told of the project before it; or, of projects counted or in brackets, the cost.

    One of those counted by their size (10亿元以上的3个，分别是X产业园（15亿元）) needs not be called 项目.
    """
    sized = around.glue[:1] in ("（", "(") and any(d.unit in ("个", "项") and _BY_SIZE.search(d.scope + d.indicator) for d in carry.made)
    if not ((project.endswith("项目") or sized) and names_thing(project)):
        return ""
    last = carry.last
    if last is not None and last.kind is FigureKind.VALUE and is_thing(last.scope) and same_measure(last, around.quantity):
        return last.indicator
    counted = any(d.unit in ("个", "项") and d.indicator.endswith("项目") for d in carry.made)
    listed = counted or around.glue[:1] in ("（", "(")
    return "总投资" if listed and not _OTHER_MONEY.search(carry.said_up_to(around.fragment_start)) else ""


_BY_SIZE = re.compile("[亿万]元(?:以上|及以上|级)")
_OTHER_MONEY = re.compile("完成|到位|产值|收入|税|贷|补助|奖|销售|(?<!合同)(?<!协议)资金")


def _went_so(carry: Carry, around: Around, fragment: str) -> bool:
    """Whether a number goes on with a clause that says how a part of the year went."""
    goes_on = around.glue[:1] == "，" and around.context and fragment.strip() and COMES_TO.fullmatch(fragment.strip())
    return bool(goes_on) and carry.when(around.context[-1]) is not None


def _is_name(clause: str) -> bool:
    """Whether a clause is an indicator's name and nothing else."""
    name = name_of(clause.strip())
    return not name.scope and not name.action and name.indicator == clause.strip() and is_known(re.sub("(?:增速|增幅)$", "", name.indicator))


def _times_only(fragment: str, counted: bool) -> bool:
    """Whether the words before a number name no more than when it was reached (一季度, 全年完成, 累计)."""
    name = name_of(fragment)
    told = name.times or (name.action in ("累计", "合计") and not counted)
    return bool(name.empty and not name.scope and told) and name.action in ("", "累计", "合计")


_STUCK = re.compile(
    r"(?:受益|受惠|获益|享受(?:到|了)?[^，。；、：\d]{0,6})(?=[，。；、]|$)"
    r"|(?:不能|无法|未能?|尚未|没有|没能|还没)[^，。；、：\d的]{1,10}(?=[，。；、]|$)|(?:处于)?(?:半?停产|停工|停建|停业|歇业|亏损)(?:状态)?(?=[，。；、]|$)"
    r"|(?:拿地|签约|供地|交地|摘牌)[即就](?:开工|开建|投产|发证|落地)"  # 38个|项目拿地即开工
)
_SPENT = re.compile("投|签约|放款|担保|成交|融资|中标")
_IN_YUAN = re.compile("(?:折合|约合|合|折算成?|换算成?)(?:人民币)?(?:约|为)?")
#: The same told by the day or month.
_SPREAD = re.compile("(?:折合|约合|折算|平均)(?:(?:每个?[天日月]|[日月]均)(?:约|为)?)|(?:每个?[天日月]平均|平均每个?[天日月])(?:约|为)?")
_COUNTED_IN = re.compile(
    r"(?:若|如果?|要是)?再?(?:(?:把|将)(?P<what>[^，。；\d]{2,16}?)(?:也|都|一并|一起|一同|全部)*(?:算|计|统计)(?:进来?|进去|入|在内|上)"
    r"|(?:加上|算上|计入|包括|连同|含)(?P<with>[^，。；\d]{2,16}?)(?:在内)?)"
)
#: What trades are told of one after the other, named with the first of them.
_TURNOVER = re.compile(r"(?:总产值|产值|主营业务收入|营业收入|销售收入|营收|增加值)$")
_INVESTED = re.compile("固定资产投资$|投资完成额$")  # 按用途分，仓储物流4.4亿元、基础设施|1.3亿元|
_SAYS_WHAT = re.compile(
    r"(?:[率额量值数费款税金资债投]|收入|投资|面积|利润|支出|强度|项目|工程|企业|公司|[一二三四]期|其中|季度|月|半年|累计|合计|目标|计划|"
    r"税收?|投入|支持|补[助贴]|奖励|资助|贷款|订单|汇报|缺口|差距?|离|年|以上|规上(?:工业)?|营收|订货|出口|进口|确定|区内)$|^(?:超?过|突破|每|企业是)|[就占]$|[了没未尚单比]"
)


def _told_of_trades(twin: Draft, name: Name, quantity: Quantity) -> str:
    """The measure of the figure before, where money stands behind a bare noun: no noun is worth so much by itself."""
    told = _TURNOVER.search(twin.indicator) or (_INVESTED.search(twin.indicator) if twin.scope else None)
    if told is None or not quantity.is_money or quantity.unit != twin.unit or name.action or name.times:
        return ""
    noun = name.scope + name.indicator
    if not re.fullmatch("[㐀-鿿]{2,8}", noun) or _SAYS_WHAT.search(noun) or is_thing(noun) or is_known(noun) or noun.startswith("全"):
        return ""
    return twin.indicator if twin.scope or is_known(twin.indicator) else told[0]


def _of_another_trade(carry: Carry, quantity: Quantity) -> Draft | None:
    """甲制造业产值86亿元；…；乙加工业由降转升，完成|52亿元|: what the row told of the trade before, None where it told none such."""
    told = (d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and d.value is not None and d.unit == quantity.unit)
    like = next(told, None)
    return like if like is not None and _TURNOVER.search(like.indicator) and owner_in(like.scope) == like.scope != "" else None


def _by_its_own_measure(name: Name) -> Name | None:
    """北园固投: a short name with a known measure right behind it, where a whole is split; None where there is none."""
    said = name.scope + name.indicator
    ends = (n for n in range(2, min(5, len(said) - 1)) if is_known(normalise(said[n:])) and not _WITHIN_A_TRADE.match(said, n - 1))
    at = next(ends, 0) if re.fullmatch("[㐀-鿿]{4,12}", said) and not is_known(said) else 0
    return Name(said[at:], said[:at], "", name.offset) if at else None


_WITHIN_A_TRADE = re.compile("[化加轻重军手]工业")  # 日用化工业产值 is of 化工, not the 工业产值 of a place


#: 这个数来得并不轻松：, 年内节奏是前高后低：, 从走势看：: a sentence of its own, no name.
_SAYS_SO = re.compile("得(?!税|主)|不|是|很|难|了|看$|说$|着(?!陆)|呢$")


_RESET = "(?:(?:最终|初步)?(?:核定|核实|调整|修订|修正)后?的?(?:数据?|值))?"  # 比上年核定数|8.1亿元|增长18.5%
_BASE = re.compile(
    rf"(?P<base>{THAN}[^，]{{1,10}}?(?:年|期){_RESET}|(?:不及|低于|高于|少于|多于|超过)[^，]{{1,8}}?[年期](?=的))(?:的)?$"
)
_THE_LARGEST = re.compile(
    r"(?P<what>[㐀-鿿]{2,10}?)(?P<who>(?:排名|居|列)?前(?:[一二三四五六七八九十]+|\d+)[位名强家户大]的?(?:企业|公司|项目|行业|产业)?)"
)
_AIMED_AT = re.compile("目标|计划|任务|(?:年初|年度|全年)?(?:确定|设定|下达|提出)的$")  # 外资由年初确定的|4500万美元|上调到
_IN_LENGTH = re.compile("总长(?:度)?(?:已经?)?(?:到|达到?)了?")
_SIZED = re.compile("(?P<by>[㐀-鿿]{1,8}?)(?:超过?|过)[\\d.一二三四五六七八九十百千万亿]*元(?:的)?[㐀-鿿]{0,4}(?:企业|大户|项目)$")
_OVER_SIZE = re.compile("(?:超过?|过)[\\d.一二三四五六七八九十百千万亿]*元(?:的)?[㐀-鿿]{0,4}(?:企业|大户|项目)$")
#: Parts of a whole that its own name completes.
_LEFT_OUT = re.compile("(?:剔除|扣除|减去|除去|刨去|剔去|扣去)(?:(?P<what>[^，。；、\\d]{2,12}?)的?)?")
_CLASS = re.compile("第?[一二三四]类")
_BARE = re.compile("规模以上|规上|限额以上|限上")
_ALL_OF = re.compile("^(?:全部|全社会|全口径|全区|整体)")
_HURT = {"伤": "受伤", "死": "死亡", "亡": "死亡"}
_PART_OF_AREA = re.compile("(?:其中)?(?:核心|直管|托管|中心|示范)区")
_GOAL_IN_BRACKET = re.compile(r"(?:年初|年度|全年|预期|计划|市定|原定|省定)*(?:目标|计划|任务|预期)(?:值|数)?(?:为|是|：)?(?:增长)?")
_FILLED = re.compile(r"(?:实际|现|已)?(?:实有|在岗|在编|到岗|现有|在职|实际|配备)(?:在编|在岗)?(?:人员|人数)?")
_VERBAL = re.compile(r"过半|持平|翻番|达标|超额|过了?|见底|反弹|回升")


_OF_A_SORT = re.compile("(?:列入|纳入)?(?P<sort>(?:[国省市县区]级|重[点大])+)的?")
_APPOSED = tuple("个家项名座条所处件位宗类种只支户套台")


_AS_MEANT = re.compile("(?<=项目|工程|基地)(?:原定|原计划|原拟|计划|预计|拟)$")  # 总投资28亿元的X项目原定|9月投产


def _with_noun(name: Name, noun: str, around: Around) -> tuple[Name, str]:
    """Decide whether the noun behind the number names it (选派|十名|年轻干部)."""
    quantity = around.quantity
    if not noun:
        return name, ""
    if around.follow.startswith("的") or BUILT_WITH.match(around.follow):
        if quantity.is_rate or (quantity.is_count and name.indicator):
            return name, ""
        if name.indicator:  # 总投资12亿元的X项目
            owner = name_of(re.sub(r"等(?:一批|多个|[一二三四五六七八九十\d]+个)?.*$", "", noun) or noun)
            whose = name.scope if is_company(name.scope) else ""  # 擎澍机电总投资|15亿元|的工业电机项目
            what = re.sub(r"^.{2,}?(?=(?:计划|累计|总)*投资$)", "", name.indicator) if BUILT_WITH.match(around.follow) else name.indicator
            return Name(what, whose + _AS_MEANT.sub("", owner.scope + owner.indicator) or name.scope, "", name.offset, name.times), ""
    if quantity.is_rate:
        return name, ""
    listed = re.search(r"等$", around.fragment.strip())
    apposed = quantity.is_count and quantity.unit in _APPOSED
    short = len(name.indicator) == 1 or name.indicator in ("总面积", "共")
    short = short or (name.indicator in ("首期", "一期", "首批") and quantity.unit.endswith("平方米"))
    if name.empty or listed or apposed or short:
        behind = name_of(noun)
        core = behind.indicator or noun
        scope = name.scope + name.indicator if name.indicator else name.scope or ("" if quantity.is_count else behind.scope)
        if listed and "、" in around.listed:
            scope = re.sub(
                r"^[^、]{2,8}(?:对|在|将|把|向|包括|涉及)(?=[^、]{2,}、)", "", name_of(around.listed).indicator
            )
        if core in ("项目", "工程") and (sort := _OF_A_SORT.fullmatch(scope)) is not None:
            core, scope = sort["sort"] + core, ""  # 列入市级重点的|32个|项目
        return Name(
            core,
            scope,
            name.action + (behind.action if behind.indicator else ""),
            name.offset,
            name.times,
            name.source,
            name.level,
        ), noun
    return name, ""

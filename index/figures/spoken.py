"""How a speech words what a written report words otherwise: 铺管网, 揪出隐患, 做到了, 满打满算, 一个村就有.

A closed grammar of spoken verbs and adverbs, taken off a name like the written ones of ``words.toml``.
"""

from __future__ import annotations

import re

__all__ = ["AGAIN", "SETS", "LEVEL", "SELF", "SERVED", "TAIL", "VERB", "done_to", "in_full", "lead_verb", "only_one", "plainly"]

#: Verbs of one character that say what was done to the things that are counted …
_DO = (
    "[揪清盘挤压查找摸挖招请留砍关拆修铺栽种埋架搬扒挪引谈签争讨借贷追省攒淘筛理排腾让退收交派接换装盖挑抓拉跑办打补送卖租凑捞帮选孵育养扶建配"
    "划拨堵停减并撤刨改处放撒贴投解冒住]"
)
#: … with what came of it: 揪|出|, 收|上来|, 修|好|.  In front of the rest of another word (进口, 成本) it is none.
_CAME = (
    r"(?:(?:出|回|下|上|进|起|过)来|(?:下|出|进|上)去|出(?!口|所|租|让|版|入|行|席|资|险|境)|掉|来(?!源|料|水|访|往|客|电)|回(?!报|款|购|迁|访)|"
    r"下(?!岗|乡|游|水|级|属|半|辖|拨|达|线|行)|起(?!重|步|点)|好(?!评|人|转)|成(?!本|品|果|员|效|交|套|立|长|活|率|熟|投)|"
    r"上(?!市|级|游|限|半|海|报|缴|线|岗|户|访|云|规)|进(?!口|出|度|展|站|城|入|程)|"
    r"走(?!访|廊|势)|住(?!房|宅|户|院)|完(?!成|工|善)|够|齐|活|通(?!过|车|道|信|航|水|气|电))"
)
#: What speeches say was done, standing alone (改掉了1971处) or as the scope of what it was done to.
VERB = rf"(?:新?{_DO}(?:{_CAME})?|要回来?|解开|发[出下]去)"
#: Things one lays, plants or builds: in front of them a bare verb is one (铺|雨污管网|), elsewhere it may begin a word (铺装, 修复).
_BUILT = r"[\u3400-\u9fff]{1,8}(?:[网线路灯树苗林渠井桥房墙坝管桩杆池闸亭道]|大棚|厕所|广场|公园|车位|管廊|违建)(?=$|了|共|近|约)"
_LEAD = re.compile(
    rf"(?P<verb>新?{_DO}{_CAME}|要回来?|解开|发[出下]去)(?:了|的)?(?=[\u3400-\u9fff“]{{2}})|(?P<did>{_DO})了(?=[\u3400-\u9fff“]{{2}})(?!.{{0,4}}的)|"
    rf"(?P<bare>[铺埋架栽种修盖装打挖拆通](?![设装材面培理缮复订造饰配备击印通掘除迁空子业信过用知车]))(?={_BUILT})"
)
#: What was done to them, said behind them: 小燃煤锅炉|扒掉|14台, “僵尸企业”|处置了|5户.
_DONE_TO = re.compile(
    rf"(?P<noun>[^\0]*[^\0比较多少]{{2}}?)(?P<verb>(?!引进$|[并砍裁压减缩改变]成){_DO}{_CAME}了?|(?:(?<![整维翻抢检编强征开下发释投回播])[修铺拆栽种埋架放扒砍关招装办接]|处置|淘汰|关停|清退|腾退|盘活|整治|改造|拆除|化解|兑付|发放|引进|签约|培训|消化|取缔|办结|新建|新修)了)$"
)


_ONLY_DONE = re.compile(rf"(?:(?P<noun>[^\0]*)\0)?(?P<verb>新?{_DO}{_CAME}|解开)(?<![抓办]好)(?:了|的)*有?")
_NOBODY = re.compile(r"(?:[^\0]*\0)*(?:咱们?|我们|大伙儿?|自己|一共|总共|全年|累计|只|才|就|又|还|也)*")
#: What grows or comes in rather than being done: its verb tells nothing apart (税收收入|收回了|6亿元).
_SUM = re.compile(r"(?:收入|产值|投资|总[额值量]|外资|内资|资金|增加值|税收|利润|贷款|进?出口|[额值率量])$")


def lead_verb(text: str) -> re.Match[str] | None:
    """The spoken verb that opens ``text`` in front of what is counted, None when it opens with something else."""
    return _LEAD.match(text)


_LOOSE = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?:怎么也得|无论如何也?要|死活也?要|一定要|必须|务必|好歹|愣是|硬是|终于|总算|仍然|依然|到底|已经)(?=[\u3400-\u9fff])"
)
_DID = re.compile("([落开投入搬脱签动破封])了([地工产规家贫约土顶])")


def plainly(text: str) -> str:
    """外资怎么也得到位 → 外资到位; 落了地 → 落地."""
    return _DID.sub(r"\1\2", _LOOSE.sub("", text))


def done_to(text: str) -> tuple[str, str] | None:
    """(小燃煤锅炉, 扒掉) of 小燃煤锅炉扒掉; ("", 改掉) of 改掉了; None when no spoken verb ends ``text``."""
    if alone := _ONLY_DONE.fullmatch(text):
        return alone["noun"] or "", alone["verb"]
    match = _DONE_TO.fullmatch(text)
    if match is None or _NOBODY.fullmatch(match["noun"]):
        return None
    return match["noun"], "" if _SUM.search(match["noun"]) else match["verb"].removesuffix("了")


def in_full(core: str) -> str:
    """旅投公司赚 → 旅投公司盈利; 砸下去 → 完成投资."""
    if core in ("砸下去", "砸进去", "投下去", "投进去"):
        return "完成投资"
    return re.sub(r"(?:^|(?<=公司)|(?<=集团))净?[亏赚]$", lambda m: _IN_FULL[m[0]], core)


_ALL_TOLD = r"加(?:起来|一起|在一起|一块儿?)|合(?:起来|一块儿?)|算(?:下来|起来|在一起)|(?:拢|通|统|总)共|满打满算|里外里|归拢|一股脑儿?"
_STILL = r"仍然|依然|依旧|照样|照旧|还是|到底|终于|终究|总算|毕竟|居然|竟然|愣是|硬是|愣|好歹|好赖|死活"
_AT_ONCE = r"一举|一下子|一口气|头一[回次遭]|第一[回次]|破天荒|历史上|有史以来|双双"
_JUST = r"已经|早就|早已|刚刚|刚|(?<![人英良天秀口方])才|也就|顶多|足足|整整|实打实|大概|大约摸?|差不多|差不离|起码|少说|不止|眼看|真正"
_MUST = r"要|得|必须|务必|一定|争取|力求|拼着?|想|打算|准备"
#: What stands between a spoken name and its number and is no part of either.
TAIL = (
    rf"(?:{_ALL_TOLD})(?:就|才|也就|也才)?|(?:{_STILL}|{_AT_ONCE}|{_JUST})(?:算|有|能)?|(?:怎么(?:说|着)?|说什么|无论如何|死活)也(?:得|要)?(?:有|上|到)?|"
    rf"(?:{_MUST})(?:往|朝着?|奔着?|冲着|向着?|瞄着|保|争|超|上|冲|够|破)|(?:奔着|冲着|朝着)|(?<=[\u3400-\u9fff]{{2}})(?:争取|必须|务必|一定)|"
    r"(?:守|保|稳|顶|扛|撑|站|兜|挺|抓|拿|锁|留)住|(?<=[\u3400-\u9fff]{2})(?<![存现所内实潜旨])在|(?:要|得|能|将|可|再|快|刚|也|都|迈|闯|冲|跨|越|翻|爬)过|(?<=[\u3400-\u9fff]{2})(?:收|干|做|冲|赚|挣|卖|拿|跑|谈|拉|引|招|凑|攒)(?:[上下回进出]来|回|来|出|下|上|到)"
)
#: 亏了|320万元: one character said for what accounts call by two.
_IN_FULL = {"亏": "亏损", "净亏": "净亏损", "赚": "盈利", "净赚": "净利润"}
#: Verbs in front of 到, 成, 至, 为 that say how much or how few there are now.
LEVEL = (
    r"压|整合|合并|归并|撤并|缩减|裁减|精减|重组|瘦身|砍|裁|并|守|稳|顶|扛|保|闯|挺|蹿|窜|翻|飙|拉长|缩短|[长建种养修铺开](?!成)|凑|攒|走|"
    r"[浚挖加掘]深|[加拓展扩]宽|[加增垫抬拔]高|加[快厚密长]"
)
#: The zone speaking of itself: 咱们开发区, 我们这个园子.
SELF = re.compile(
    r"^\s*(?:咱们?|我们)(?:这个?|整个|全)?(?:经济技术开发区|经济开发区|开发区|经开区|高新区|工业园区|产业园区|集聚区|合作区|度假区|示范区|保税区|综保区|新区|园区|园子|区|园)"
    r"(?:里头?|里边|这边|上下)?的?(?=[\u3400-\u9fff]{2})(?!内)|"
    r"^\s*(?:年初)?(?:[省市县区](?:委|政府|里)?|上级)+(?:下达|分解|安排|交给|核定)给?(?:我[区园市县]|全区|园区|开发区|高新区)?的?(?=[\u3400-\u9fff]{2})(?!目标|任务|计划)"
)
#: 为企业减税降费, 帮助企业融资, 替企业要回来货款: whom it was done for.
SERVED = re.compile(
    r"^(?:与|和|同|由|联合)[^，、\d]{2,14}?(?:共建|合建|合作建设|联合建设|共同建设|合作共建|联合共建)的(?=.{3})|"
    rf"^(?:企业|商户|市场主体|群众|职工|农户|家庭|单位)(?=减免|减税|发放|兑现|兑付|办理|解决|落实|融资|提供|代办|担保|{_DO}{_CAME})|"
    r"(?:^|(?<=[，、年内里共]))(?:累计|共|先后|已)?(?:为|给|帮助?|替|协助)[^，。；、\d]{0,4}?(?:企业|商户|市场主体|群众|职工|农户|老百姓|乡亲们?)"
    r"(?=减免|减税|办理|协调|落实|争取|融资|融通|发放|兑现|兑付|降低|提供|解决|代办|招|新增|返还|退还|节约|节省|"
    rf"省|{_DO}{_CAME})"
)
#: 下河湾村|一个村就有|, 恒达机械|一家就缴了|: whose part of the whole it is.
_ONLY_ONE = re.compile(
    r"^(?:其中|里头|里面|这里头|当中)?[，,：:]?(?:光是?|单是?|仅|就|只)?(?P<who>[^，。；、\d]{2,14}?)(?:这|他们|它)?"
    r"一(?:个(?:村|镇|乡|园子?|园区|片区|企业|厂|项目|产业|行业|街道|社区|单位|县|区|人)?|家(?:企业|公司|单位)?|户(?:企业)?|项|块(?!儿)|镇|村|园)(?:单独)?"
    r"(?:就|便|也|都)?(?P<rest>[^，。；、\d]*)$"
)
_ONLY_HAS = re.compile(
    r"^(?:就|便)?(?:(?:有|是|为|达|到|占|占去|缴|交|干|做|拿|出|贡献|卖|挣|引|招|用|完成|实现)(?:到|出|来|下|上)?(?:了|$)|(?:贡献|创造)了?)"
)


def only_one(fragment: str) -> tuple[str, str] | None:
    """(下河湾村, "") of 其中下河湾村一个村就有; the second is the rest that names an indicator of its own."""
    match = _ONLY_ONE.match(fragment.strip())
    if match is None or match["who"].endswith(("第", "这", "那", "每", "任", "哪", "又")):
        return None
    return match["who"], _ONLY_HAS.sub("", match["rest"], count=1)


#: （上年基数经核定为605.8亿元）, 调整数为212.3亿元: the figure before, at another time or told anew.
AGAIN = re.compile(
    r"实际|调整后的?|(?:统计|对比|同期|可比)?基数(?:经[^，]{2,10}|调整|核定)*|(?:最终|初步|统计)?(?:调整|核定|核实|修正|修订|年报|快报)数(?:据|值)?"
)
#: Who set a goal or whose it is stands in front of it: 提出|全年进出口800亿元的目标.
SETS = re.compile(
    r"(?:会议|大会|全会|年初|党工委|管委会|上级|[省市县区](?:委|政府)?)*(?:研究|明确)?(?:提出|确定|明确|定下|下达|设定|制定)了?|[\u3400-\u9fff]{0,5}(?:力争|确保)"
)

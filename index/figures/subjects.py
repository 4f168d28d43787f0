"""Whose figures a sentence tells: a project, a company or a place that a clause without numbers names."""

from __future__ import annotations

import re
from typing import Protocol

from index.figures.companies import TRADE
from index.figures.naming import name_of

__all__ = [
    "LEADS_UP", "NO_THING", "REFERENCE", "TOLD_OF", "by_whom", "company_at", "goes_on", "goes_on_with", "is_trade", "place_at", "place_named",
    "product_in", "reaches_stage", "read_subject", "referent", "topic_told",
]


class Speaker(Protocol):
    """What is said of whom: ``subject`` for anything, ``project`` for what is being built."""

    subject: str
    project: str
    fragment: str


_SUBJECT = re.compile(
    r"^\s*(?P<who>[^，。；：\s]{2,24}?(?:项目|工程|中心|小学|中学|学校|幼儿园|医院|基地|公司|集团|产业园|小镇|基金|铁路|综合保税区|综保区|保税区|口岸|作业区|港区|专线|通道|"
    r"高速|大道|机场|平台|市场|大桥|电站|交易会|博览会|[一二三四首]期|厂|园))"
    r"(?:于|将于|计划|预计|拟|有望|已|完成|通过|建成|正式|揭牌|投用|启用|开工|竣工|投产|开业|运营|成功|顺利|上半年|封顶|签约|摘牌|落户|奠基|封关|"
    r"全面|如期|主体|正在|结顶|完工|进入|试生产|试产|试运行|土建|桩基|设备(?:安装|调试|进场)|仍在|还在|\d+月)"
)
_MILESTONE = r"开工|动工|封顶|结顶|投产|竣工|建成|投用|试产|试生产|签约|开业|开园|奠基|交付|通车|启用|投运|揭牌|挂牌|摘牌|并网|投入|通水|通气|通电"
#: Whatever reached a stage on a printed date is something that is built.
_DATED = re.compile(
    r"^\s*(?P<who>(?:\d{1,2}号|[^，。；：\d\s]){3,20}?)(?:计划|争取|力争|预计|确保|将|拟|已|于|在)*(?:20\d\d年|[去今上]年)?(?:第?[一二三四]季度|\d{1,2}月(?:\d{1,2}日|底|末|初|[上中下]旬|份)?|上半年|下半年|年初|年中|年底)"
    rf"(?:如期|正式|顺利|已|成功|全面|主体)*(?:{_MILESTONE})"
)
_BUILT_BY = re.compile(r"^(?:投资|出资|合作|新|扩|兴|改)?(?:建设?|打造|兴办|实施|引进)的(?=..)")  # 投资5.6亿元|建设的氢氟酸项目于11月投产，…
_URGED = re.compile(
    r"^(?:得益于|受益于|主要(?:是|因|由于)|原因是|其中|特别是|尤其是|包括|确保|力争|争取|全力|着力|大力|加快|加速|推进|推动|"
    r"抓好|做好|盯紧|支持|实现)+"
)
_PUSHED = re.compile(
    r"^\s*(?:全力|着力|大力|加快|加速|推进|推动|抓好|启动|实施|开工|建设|确保|做好|盯紧)+"
    r"(?P<who>[^，。；：\d\s]{2,18}?(?:项目|工程|园区|产业园|园|基地|中心|小镇|大道|厂|校区|学校|医院|码头|货站|[一二三四]期))(?:的)?(?:建设|实施|进度|开工|投产|落地|竣工)*$"
)
_REACHED = re.compile(rf"(?:{_MILESTONE})(?:建设|运营|运行|生产|使用|验收|达产|试车)*$")
#: A clause that is only a thing: 中科锂电隔膜项目，总投资15亿元.
_THING_ALONE = re.compile(
    r"(?:[^，。；：\d\s]{2,14}(?:关心|关注|期待|瞩目|关切|看重)的|[^，。；：\d\s的]{2,16}(?:投资|出资|独资)(?:建设|兴建|打造)?的|[^，。；：\d\s的]{0,8}(?:包保|包联|包抓|联系|挂钩|挂联|牵头|负责|分管)(?:推进|服务)?的|(?:分别|依次)(?:是|为|有))?(?:重点|主要)?(?P<who>(?!(?:新|续|在)?建|[也又]?[是系属](?!统)|成?为|全部|重点|主要|其他|上述|以上|这些|招商|工业|产业|各|亿元|实施|推进|加快|抓|一批)[^，。；：\s\d的]{2}[^，。；：\s的]{0,22}?"
    r"(?:项目|工程|基地|(?:产业|科技|物流|食品|智造|制造|创新|创业|电商|医药|生态|示范)园|小镇|中心|大桥|隧道|大道|[一二三四]期|公司|集团))"
)
#: 混动发动机基地是建区以来单体投资最大的项目, X项目作为全市一号工程: what is said of a thing names it first.
_IS_A = re.compile(
    r"\s*(?P<who>(?!这|该|其|那|此|建区|区内|全[区市])[^，。；：\d\s是的]{4,22}?(?:项目|工程|基地|产业园|物流园|小镇|中心|大桥|大道|隧道|[一二三四]期|厂|线))"
    r"(?:就|仍|也|既|正)?(?:是(?!否)|作为|堪称|被称为|被列为|列为|系(?!统|列))[^，。；\d]{2,24}"
)
#: 管委会与甲公司签订年产20吉瓦时储能电池项目投资协议, 项目总投资56亿元: of 甲公司's.
_AGREED = re.compile(
    r"(?:[与和同](?P<by>[^，。；、]{2,12}?))?签(?:订|署|下|约)了?(?P<who>[^，。；、]{4,30}?项目)的?(?:投资|合作|入驻|入区)?(?:框架)?(?:协议|合同|合约)书?$"
)
#: 一个是北垦豆业的大豆分离蛋白项目, 投资最大的是某封装测试项目: one of several things.
_ONE_IS = re.compile(
    r"(?:(?:[再头]|还有|另外?|最后)?一个(?:就)?(?:是|叫)|[^，。；：\d]{0,14}(?:最[大高多重]|第[一二三]大)的?(?:项目|企业|一个)?(?:就)?(?:是|为|当[属数])"
    r"|(?:其次|再次|第[一二三四五])(?:就)?(?:是|为))(?P<of>(?:[^，。；：\s\d的]{2,10}的)?)"
    r"(?P<who>[^，。；：\s\d的]{2}[^，。；：\s的]{0,24}(?:项目|工程|基地|产业园|物流园|小镇|中心|大桥|大道|[一二三四]期|公司|集团|厂))"
)
#: 新晋的是衍硕新材, 设立光学产业基金: whose figures come next.
_NEW_ONE = re.compile("(?:新晋|新进|新增|新上榜|新跻身|新添)(?:的|的?(?:企业|一[家户]))?(?:就)?(?:是|为)(?P<who>[㐀-鿿A-Za-z]{3,12})")
_FOUNDED = re.compile("(?:设立|组建|成立|发起|新设|牵头设立)了?(?P<who>[^，。；、：\\d\\s的]{2,12}?(?:母|子|引导|发展|产业|投资)基金)$")
#: Parts of a thing that is being built; what is told of them is told of the thing.
_PART = re.compile(
    r"主体(?:结构|工程)|(?:首|第|主|全|其|[一二三四五两\d])?[条套栋座个期号]?.{0,3}?(?:生产线|产线|主体|厂房|设备|装置|机组|标段|车间|主装置)"
    r"(?:已|现|将)?"
)
_PART_DOES = re.compile(rf"(?:{_PART.pattern}|[一二三四首]期).{{0,20}}$")
#: 同辉光电因资金链紧张, 华美陶瓷受限产影响: whose figures come next.
_HINDERED = re.compile(
    r"(?:其中|但|而|只有|仅有)?(?!面对|应对|面临|克服|针对|顶住)(?P<who>[^，。；：\d\s因受]{3,12}?)(?:(?<!原)因(?!素|子|地|病|此|为)|受(?!益|理|到|让|限|托)|由于|得益于)[^，。；]{2,}$"
)
#: 云翼航材自2016年落户以来: whose figures come next.
_SINCE_THEN = re.compile(r"\s*(?P<who>[^，。；：\d\s自]{3,14}?)自(?:(?:20\d\d|[去今上])年|\d{1,2}月|正式)?[^，]{0,12}(?:以来|至今|起)\s*$")
#: 点火时间由9月推迟到11月6日, 工期延后两个月: of the project that the clause before names.
_ITS_DATE = re.compile(
    r"\s*(?:点火|开工|投产|竣工|通车|交付|完工|启用|投用|试产)?(?:时间|日期|工期|节点|进度)[^，]{0,12}(?:推迟|推后|延后|延期|顺延|提前|改)"
)
_MEASURED = re.compile(
    r"(?:收入|投资|产值|增加值|利润|总额|总值|数量?|额|量|率|指数|进出口|出口|进口|用电|税收|外资|价格|业务|需求|订单|经济|企业|我们|全区|开发区|园区|高新区|工作|影响)$"
)
_GOES_ON = re.compile(r"^(?:于|将|已|现|目前|年内|预计|全部|主体|未|没|仍|还没|暂|迟迟|一直|至今|推迟|延[期后迟]|比(?:原?计划|预期|原定)|\d{1,2}月)")


_ELLIPTIC_START = re.compile(
    r"\s*(?:累计|当年|今年|本年|去年|全年|年内|目前|现|已|截[至止]|\d{1,2}月|项目|计划|概算|总投资|完成|预计|达产|投产|建成|占地|用地|其中|一期|二期|首期)"
)


#: 该公司, 这家企业, 该项目: what was named before.
REFERENCE = re.compile(
    r"(?:(?:该|这家|这个|此)(?:(?<=这个)[^，。；：\d的]{2,16}的(?=项目|企业|公司|工程))?|(?:(?<![^，。；])|(?<=年))(?=公司(?:[当全今去现已实完产营纳]|20)))(?P<kind>公司|企业|集团|厂|项目|工程|基金|平台|产业园|基地|片区|中心|小镇|医院|学校|作业区|港区|线(?![路上下索缆])|桥|隧道|大道)"
)
#: 集装箱中心站二期9月27日投用。项目|累计完成投资8.2亿元: a sentence that goes on with what the one before it began with.
_GOES_ON_WITH = re.compile(
    r"\s*(?:项目|工程)(?=总投资|概算|累计|全年|当年|年内"
    r"|计划(?:总?投资|[用占])|预计|占地|用地|达产|建成后|投产后|完成投资|已(?:完成|累计))"
)
_BEGINS = re.compile(
    r"(?:^|[。\n])[\s\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).、．][\s\u3000]*)?(?P<who>[^，。；：、\d\s]{4,20}?)"
    r"(?:已|于|在|如期|正式|全面|全线|主体|顺利|当年|提前|去年|今年)*(?:\d{1,2}月(?:\d{1,2}日|底|初)?)?(?:已|正式|全面|全线|主体|顺利)*"
    r"(?:开工|动工|通车|投用|竣工|建成|投产|签约|落户|封顶|启用|运营|获批|完工|交付|试产|奠基|开建)[^。\n]*。?$"
)


def goes_on_with(before: str, sentence: str) -> str:
    """What is being built, where a sentence goes on with what the one ``before`` it began with; "" where it doesn't."""
    begun = _BEGINS.search(before.rstrip()) if _GOES_ON_WITH.match(sentence) else None
    return name_of(begun["who"]).scope + name_of(begun["who"]).indicator if begun else ""


_OPENS = r"(?:^|[，。；：、！\n“”（）()\s]|(?:得益于|受益于|其中|引进|引入|支持|由|企业|公司|是|为|和|与|如|即|——|在|走进|位于|来到))"
_COMPANIES = re.compile(
    rf"{_OPENS}(?!在|走进|位于|来到|得益|受益|引进|引入|支持|其中|推动|促进|带动|加快|由)(?P<who>[\u3400-\u9fffA-Za-z]{{2,4}}{TRADE}|[\u3400-\u9fffA-Za-z]{{2,10}}?(?:公司|集团))"
    r"(?!子|产业|行业|业|领域|企业|制造|装备|集群|材料|链|等|、)"
)
#: What is no brand: 汽车电子, 新型建材, 生物医药 are trades.
_NO_BRAND = re.compile(
    rf"{TRADE}+|.*(?:新型|高端|绿色|智能|先进|现代|传统|精细|特色|新兴|数字|有色|黑色|轻工|消费|工业|农业|集成|节能|环境|专用|通用|日用|金属|服务|建筑|卫生|装饰|家用|民用|医用|食用|农用|矿用|海洋|产业|全区|我区|园区|国有|地方|这家|该)"
)
def is_trade(name: str) -> bool:
    """Whether a name is that of a trade alone (高端装备, 新能源新材料), with no brand in front."""
    return any(_NO_BRAND.fullmatch(part) for part in (name, name[:2])) or re.fullmatch(rf"(?:新?{TRADE})+", name) is not None


_AT_FIRST = re.compile(
    rf"\s*(?:其中|但|而|特别是|就?是|为|即|(?:主要)?(?:得益于|受益于|多亏|依靠|靠着?))?[，,]?(?P<who>[\u3400-\u9fff]{{2}}{TRADE}(?:股份|集团|公司|科技)?)"
    r"(?!子|产业|行业|业|领域|企业|制造|装备|集群|材料|链|园|基地|小镇|中心|等|、|和|与|项目)"
)


def company_at(clause: str) -> str:
    """The company that a clause begins with: a brand of two characters and its trade; "" when it begins with none."""
    found = _AT_FIRST.match(clause)
    if found is None or _NO_BRAND.fullmatch(found["who"]) or _NO_BRAND.fullmatch(found["who"][:2]):
        return ""
    return found["who"]


_PLACE_AT = re.compile(
    r"\s*(?:其中|但|而)?[，,]?(?P<who>[\u3400-\u9fff]{1,5}?(?:片区|园|镇|街道|作业区|港区|组团|区块))(?![一二三四五首]期|[^，、]{0,6}(?:项目|工程|厂房|企业|道路))(?=[\u3400-\u9fff]{2,}$|[\u3400-\u9fff]{2,}[、，])"
)
_ZONE_ITSELF = re.compile("(?:全|我|本|整个|各|几|两|三|四|多|该|县|市|省|产业|工业|科技)个?(?:片区|园|镇|街道|港区)|.*(?:公|家|校|花|乐|动物)园")


def place_at(clause: str) -> str:
    """The part of the zone that a clause without numbers begins with (石塝园基数小、势头好); "" when it begins with none."""
    found = _PLACE_AT.match(clause)
    return found["who"] if found is not None and not _ZONE_ITSELF.fullmatch(found["who"]) else ""


_PLACES = re.compile(r"(?:[\u3400-\u9fff]{1,7}?(?:片区|园区?|镇|乡|街道|村|社区|港区|组团|作业区|区块|板块|基地|新城)[和与及]?)+")


def place_named(clause: str) -> bool:
    """Whether a clause is the name of a place, or of several, and no more."""
    return _PLACES.fullmatch(clause.strip()) is not None


_AFTER_NAME = re.compile(r"(?:以|将|已|也|又|在|因|于|凭|靠)$")


def referent(text: str, kind: str) -> str:
    """Who 该公司 or 该项目 is: the last one of its kind that ``text`` names, "" when none is."""
    if kind in ("公司", "企业", "集团", "厂"):
        for match in reversed(list(_COMPANIES.finditer(text))):
            who = _AFTER_NAME.sub("", match["who"])
            brand = re.sub(rf"(?:{TRADE}|有限|股份|责任|公司|集团)+$", "", who)
            if len(brand) >= 2 and not _NO_BRAND.fullmatch(brand) and not REFERENCE.search(who):
                return who
        return ""
    found = list(re.finditer(rf"(?P<who>[^，。；：、\s\d（）()“”]{{2,20}}?{kind})", text))
    for match in reversed(found):
        if REFERENCE.search(match["who"]):
            continue
        named = name_of(match["who"])
        who = named.scope + named.indicator
        if len(who) - len(kind) >= 2:
            return who
    return ""


_ROLE = (
    r"压舱石|稳定器|主力军?|龙头|领头羊|支柱|大头|亮点|主导|主角|顶梁柱|主引擎|引擎|增长点|增长极|重头戏?|主体|生力军|排头兵|半壁江山|主战场|主阵地|主平台|集聚地|承载[地区]|短板|拖累|弱项|"
    r"(?:第[一二三四五]|最)大[^，的]{0,8}"
)
#: 加工贸易仍是压舱石, 跨境电商成为最大亮点, 东盟继续为第一大贸易伙伴, 保税维修起步晚、底子薄: whose figures follow.
_TOPIC = re.compile(
    rf"\s*(?:其中|但|而|同时|特别是|尤其是|(?:反)?倒是|唯有|只有)?(?P<who>[^，。；：、\d\s]{{2,12}}?)(?:仍然?|依然|依旧|继续|始终|一直|一跃|正|已|则|也|又|越来越|逐步|迅速|无疑|更)*"
    rf"(?:(?:是|为|成为?了?|当|作为|担当|充当|扮演|唱|挑|占据?|居)[^，。；]{{0,10}}?[“]?(?:{_ROLE}|大梁)[”]?(?:企业|产业|行业|业态|地位|位置|作用|力量|所在)?|"
    r"(?:占据?|居于?)(?:主导|主体)(?:地位)?|起步[较晚早][^，]{0,8}|底子[薄弱][^，]{0,8}|以[^，。；]{2,20}?为(?:主|主导|重点|特色|龙头|支撑|依托)|后来居上|异军突起|一枝独秀|一马当先|独占鳌头|独领风骚|挑大梁|挑起大梁|唱主角|当主角|"
    r"(?:要|力争|争取)?(?:有|实现|取得)了?(?:一个)?(?:更?[大新]|重大|历史性|突破性)的?(?:突破|飞跃|跨越|提升|进展)|"
    r"(?:冲|跑|增|涨|长|升|掉|跌|降|滑|走)得?(?:最|很|更|较|比较|飞)?(?:猛|快|慢|凶|狠|稳)|(?:掉|落)(?:了|在)?(?:队|头向[上下]|后面?)|拖了?(?:全区)?的?后腿|"
    r"(?:扛|顶|稳)住了?(?:压力|冲击|下行压力|阵脚)?|(?:由[负降]转[正升]|逆势上扬|止跌回[升稳]|触底反弹)|"
    r"(?:贡献|拉动|支撑|拖累|体量|规模|份额|增量)(?:作用)?(?:尤为|最为|十分|较为|特别|更为|最|更|也|很|较)*(?:大|多|高|强|重|突出|明显|显著)|"
    r"(?:增势|势头|表现|发展|增长)(?:尤为|最为|十分|较为|特别|更为|也很|较)?(?:强劲|迅猛|抢眼|亮眼|突出|喜人|良好|不俗|较快|最[快好差猛稳弱]))"
)
#: 化工板块压力较大, 新能源装备产业抗风险能力弱: whatever is said of a trade, its figures follow.
_TRADE_IS = re.compile(
    r"(?:其中|但|而|同时|特别是|尤其是|(?:[一二三四五六七八]|其[一二三四五六])(?:则)?是)?(?P<who>(?!传统|新兴|主导|支柱|重点|优势|部分|多数|个别|各|三大|两大|四大|全)[^，。；：、\d\s的]{2,8}?(?:产业|行业|板块))"
    r"(?!链|园|集群|基金|政策|项目|用地|工人)[^，。；：\d]{1,12}?(?:[弱强差大小高低好快慢足重猛稳]|紧张|薄弱|突出|明显|下行|承压|滞后|乏力|困难|稳定|平稳|向好|旺盛|饱满|回暖|低迷|疲软|趋缓|收缩|遇冷)"
)
#: What is nobody's: the zone's own, a field of its work, or what is measured itself.
_NO_TOPIC = re.compile(
    r".*(?:全[区市县省园]|我区|开发区|园区|高新区|新区|管委会|我们|工作|指标|效益|质量|改革)|(?:工业|区域|实体|外向型?|总体)?经济|外贸|外资|内资|消费|招商|招商引资|项目|财政|创新|"
    r"以.*|形成.*|坚持.*|把.*|将.*|从.*|对.*"
)
#: Measures that anybody may have: in front of them the topic is the owner, 规上工业总产值 is the zone's.
TOLD_OF = re.compile(
    r"(?:工业)?(?:总产值|产值|增加值)|(?:进出口|出口|进口|贸易)(?:总?额|总值|量)?|(?:营业|销售|主营业务|业务)收入|营收|销售额|(?:入库|上缴|缴纳)?(?:税收|税金|税额)|入库|纳税额?|"
    r"利润(?:总额)?|利税|投资额?|完成投资|[产销]量|(?:交易|成交|执行|零售|合同|结算|融资)额|(?:货物|集装箱|旅客)?吞吐量|[货客]运量|业务量|从业人员|用电量|总量|规模|签约额|增[速幅]"
)


#: 最大的一家是芯栎封测, 城东是其中最大的一个: the greatest one, named.
_GREATEST_IS = re.compile(r"[^，。；\d]{0,10}?最[^，。；\d]{1,5}的(?:那?一)?[家户个](?:企业|公司)?(?:就|还|仍)?是(?P<who>[^，。；：的\d]{2,12})")
#: 今年最亮眼的是新能源, 表现最好的要数医药产业: what stands out, named.
_STANDS_OUT = re.compile(
    r"[^，。；\d]{0,6}?最(?:为|是)?(?:亮眼|抢眼|突出|强劲|稳|好|差|快|慢|猛|弱|难|提气|争气)的(?:产业|行业|板块)?(?:就|还|仍|要|当|得)?[是数](?P<who>[^，。；：的\d]{2,8})"
)
_IS_GREATEST = re.compile(r"(?P<who>[^，。；：的\d]{2,10}?)(?:就|还|仍|依然)?是[^，。；\d]{0,8}?最[^，。；\d]{1,5}的一[家户个]")


def topic_told(clause: str) -> str:
    """The part of the whole that a clause without numbers says stands out, whose figures follow: 加工贸易仍是压舱石."""
    if greatest := next((m for said in (_GREATEST_IS, _IS_GREATEST, _STANDS_OUT) if (m := said.fullmatch(clause.strip()))), None):
        return greatest["who"]
    if (told := _TRADE_IS.fullmatch(clause.strip())) is not None:
        return told["who"]
    match = _TOPIC.fullmatch(clause.rstrip())
    if match is None or _NO_TOPIC.fullmatch(match["who"]) or (_MEASURED.search(match["who"]) and not match["who"].endswith(("企业", "经济", "业务"))):
        return ""
    return match["who"]


def reaches_stage(clause: str) -> bool:
    """Whether a clause ends in what something reaches (三季度开工): its time is of that alone."""
    return _REACHED.search(clause) is not None


def goes_on(opening: str) -> bool:
    """Whether a part after ； that opens so still speaks of the same thing."""
    return (_ELLIPTIC_START.match(opening) or _GOES_ON_WITH.match(opening)) is not None


#: 3月15日 X项目开工，总投资…: the day that an entry of a chronicle opens with.
_DAY_FIRST = re.compile(r"^\s*(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|份|底|初|末|[上中下]旬)?(?:\s+|[：:])\s*")


#: 最让我上火的是X, 还有个Y项目, 依次为Z: what leads up to a name is no part of it.
LEADS_UP = re.compile(
    "(?:[^，。；：、\\d\\s是]{2,10}的(?:一个|项目)?(?:还)?是"
    "|(?:还有|另有|再有|又有|另外有)一?个|(?:依次|分别)(?:为|是)|(?:托管|代管)的)(?=.{3})"
)
#: 电炉短流程改造，总投资…: whatever stands alone in front of what it costs.
_COST = re.compile(r"\s*(?:项目)?(?:计划|概算|估算)?总投资(?!额?(?:的|占|超))")
NO_THING = re.compile(
    "(?:项目|工作|建设|情况|方面|推进|产业|招商|投资|领域|任务|活动|签约|显著|明显|顺利|良好|负责|牵头|实施|承建|已经[^，]*)$"
    "|^(?:项目|全|共|其|另|同|此|这|该|一批|[一二三四五六七八九十两几多]+个)|.(?:了|着|过)$"
)


def costing(plain: str, fragment: str) -> str:
    """What stands alone in front of what it costs, "" where nothing does."""
    who = LEADS_UP.sub("", plain.strip(), count=1)
    name = name_of(who)
    alone = re.fullmatch(r"[^，。；：、\d\s的]{5,20}", who) and name.scope + name.indicator == who and not NO_THING.search(who)
    return who if alone and _COST.match(fragment) and not _MEASURED.search(who) else ""


_BY_WHOM = re.compile(
    "由?[^，。；：、\\d\\s由]{2,16}?(?:集团|公司|局|办|办公室|处|部|厅|街道|中心|管委会|银行)"
    "(?:组织|共同|统一|具体)?(?:实施|负责|牵头|承建|督办|包抓|包联|盯办|代建|承担)"
)


def by_whom(clause: str) -> bool:
    """Whether a clause says only who sees to what was named before: 甲集团实施, 由乙局牵头."""
    return _BY_WHOM.fullmatch(clause.strip()) is not None


#: 推出“园易贷”产品，全年放款4.5亿元，平均利率4.35%; “港融贷”放款8.9亿元，支持企业187户: what is lent or insured under its own name.
_PRODUCT = re.compile("“(?P<who>[^”，。；]{1,6}[贷险保券])”")


def product_in(clause: str) -> str:
    """The one loan, insurance or voucher that a clause calls by its name, "" where it names none or several."""
    named = _PRODUCT.findall(clause)
    return named[0] if len(named) == 1 else ""


def read_subject(carry: Speaker, plain: str) -> None:
    """Let a clause without numbers say whose figures come next, or end what the one before said."""
    plain = _DAY_FIRST.sub("", plain)
    if by_whom(plain):
        return
    if product := product_in(plain):
        carry.subject = product
    elif subject := _SUBJECT.match(plain) or _DATED.match(plain):
        who = _BUILT_BY.sub("", _URGED.sub("", subject["who"]))
        if not _PART.fullmatch(who):
            carry.subject = carry.project = who
    elif (since := _SINCE_THEN.match(plain)) and not _MEASURED.search(since["who"]):
        carry.subject = carry.project = since["who"]
    elif agreed := _AGREED.search(plain):
        carry.subject = carry.project = (agreed["by"] or "") + agreed["who"]
    elif is_a := _IS_A.fullmatch(plain.rstrip()):
        carry.subject = carry.project = is_a["who"]
    elif one := _ONE_IS.fullmatch(plain.strip()):
        carry.subject = carry.project = one["of"].removesuffix("的") + one["who"]
    elif (new := _NEW_ONE.fullmatch(plain.strip())) and company_at(new["who"]) == new["who"]:
        carry.subject = new["who"]
    elif founded := _FOUNDED.search(plain.rstrip()):
        carry.subject = carry.project = founded["who"]
    elif thing := _THING_ALONE.fullmatch(plain.strip()):
        carry.subject = carry.project = thing["who"]
    elif (hindered := _HINDERED.match(plain)) and not _MEASURED.search(hindered["who"]):
        carry.subject = hindered["who"]
        carry.project = hindered["who"] if hindered["who"].endswith(("项目", "工程", "产业园", "基地")) else carry.project
    elif pushed := _PUSHED.match(plain):
        carry.project = pushed["who"]
    elif costs := costing(plain, carry.fragment):
        carry.subject = carry.project = costs
    elif len(plain) > 4 and not _GOES_ON.match(plain) and not (carry.project and (_PART_DOES.match(plain) or _ITS_DATE.match(plain))):
        carry.subject = ""

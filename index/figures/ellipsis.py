"""What an elliptical number leaves out: its indicator, its owner, or what tells it from the number before."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from index.figures.carry import ITEM, Around, Carry, exceeds, same_measure
from index.figures.companies import is_company
from index.figures.draft import Draft, is_distance
from index.figures.naming import ACTIONS, Name, name_of
from index.figures.spoken import VERB, only_one
from index.figures.subjects import TOLD_OF, company_at, place_at, topic_told
from index.glossary import is_known
from index.numerals import Quantity, convert
from index.records import FigureKind

__all__ = [
    "BUILT", "MEMBER", "PLACE", "STATE", "TAKEN_OFF", "URGE", "completed", "divides", "faring", "inherited", "is_thing", "names_thing",
    "of_residents", "owner_in", "of_project", "phase_of", "qualifier", "splits_into", "thing_before", "topic_of", "traded_with",
]

#: What is told of something that is being built, for as long as the sentence speaks of it.
BUILT = re.compile(
    r"(?:累计|当年|年内|本年|已|实际)*(?:计划|概算|协议|合同)?(?:总投资|完成投资|完成投入|投入|投资|投资额|总投资额)(?:额)?|(?:总)?(?:占地|用地|建筑)(?:面积)?|"
    r"年?(?:产值|税收|纳税|利税|销售收入|产能)|年(?:加工|处理|生产)[㐀-鿿]{1,8}|(?:总|首期|一期)规模|全长|总长|年度(?:计划)?投资"
)
_OWNED_BY_COUNT = re.compile(
    r"^(?:计划|协议|合同|累计)?(?:完成投资|(?:年度)?计划投资|总投资|投资额|(?<=协议)投资|(?<=合同)投资|总用地|占地|建筑面积|(?:开工|签约|投产|履约|竣工|落地|转化|达产|建成)率|(?:协议|合同|到位)总?(?:资金|金额))"
)


PLACE = r"(?:片区|园区|园|镇|乡|街道|区块|组团|分区|作业区|港区|码头|功能区|板块)"


#: What divides a sum without naming it: places and trades (东片区52.9亿元, 食品加工61.7亿元).
MEMBER = re.compile(
    rf".*(?:{PLACE}|[网区园城][内外]|县|区|市|业|加工|制造|装备|医药|电子|材料|家居|纺织|服装|化工|建材|机械|汽车|零部件|新能源|信息技术|物流)"
)
#: Actions that name nothing by themselves.
_NO_NAME = re.compile("累计|合计|共计|新增|完成|实现|达到|总|占|安排|使用|落实|取得|形成|包括|涉及|拥有|现有|共有")
#: Names that end like a trade but say what is measured.
_MEASURE = re.compile(r".*(?:就业|创业|毕业|营业|作业|停业|失业|企业|开业)")


#: Stages of what was just counted; other actions (提醒谈话, 培训) are counted themselves.
_ELLIPTIC = (
    r"^(?:当年|年均|新|已|实际|首期|首次)*(?:新增|其余|净增|新添|增添|新开|新建|新办|累计|合计|总计|竣工|开工|动工|复工|投产|建成|完工|在建|续建|"
    r"签约|履约|落地|落户|办结|整改|关停|关闭|整治|淘汰|取缔|提升|交付|出租|租出|入驻|搬迁|拆除|"
    r"验收|认定|入选|获批|投用|投运|启用|引进|"
    r"化解|解决|办理|答复|退出|摘牌|除名|撤销|挂牌|供地|出让|回迁|兑现|发放|盘活|消化|处置|腾空|注册|申报|新认定|新开工|新引进|改造|分配|入住|到位|"
    r"到期|入库|升规|收回|收储|清退|腾退|用去|耗用|铺设|完成)|"
    rf"^{VERB}$"
)


URGE = re.compile(
    r"全力|加快|着力|狠抓|突出|强化|推进|抓|做|聚焦|坚持|深化|打|保|稳|强|优|提|扩|促|争|力|持续|全面|大力|培育|推动"
)
_TRADES = "化工|装备|物流|流通|商贸|金融|旅游|医药|材料|电子|信息|机械|纺织|服装|汽车|能源|食品|家居|建材|环保"
_LEAD_OWNER = re.compile(
    r"^(?P<who>[^，。；、：\d]{2,14}?(?:产业链|产业|制造业|服务业|行业|业(?!务|绩|态|主|户|产业化)|集群|片区|园区))"
    r"(?!.{0,2}(?:发展|布局|结构|升级|转型|集聚|平台|培育|体系|项目|基础|规模|能级|链))|"
    rf"^(?P<trade>[^，。；、：\d]{{0,8}}?(?:{_TRADES}))(?=向|持续|稳|加快|快速|做|保持|挑|逆|平稳|提速|领|势头|增势|$)"
)


#: 规上工业, 一至四季度工业: all of it, nobody in particular.
_GENERAL = re.compile(r"(?:^|规上|规模以上|限上|全[区市县省园]|季度|[上下]半年|全年|月|主要|重点)(?:工业|农业|服务业|产业|企业|行业)$|"
    r"^(?:主导|特色|优势|重点|支柱|新兴|传统)?产业(?:集群|链)?$")


#: 再看产业。…; 先说锂电材料: what a speaker turns to.
_SHOWN = re.compile(r"^\s*(?:首?先|再|接着|然后|最后|回头|来|且|还)(?:来|再)?(?:[看说讲谈算聊]{1,2})(?:一[看说下])?(?=[^，。；]{2})")


def owner_in(text: str) -> str:
    """The industry or park that a text opens with, "" when it opens with something else."""
    text = _SHOWN.sub("", text)
    match = _LEAD_OWNER.match(text) if not re.match("[从分按][^，]{1,8}看", text) else None
    owner = (match["who"] or match["trade"]) if match else ""
    owner = re.sub("^(?:全年|当年|本年)", "", owner)
    owner = re.sub("(?:仍然?|依然|依旧|还|已|一直)*(?:是|成为).*$", "", owner)  # 铝精深加工仍是体量最大的产业
    return "" if _GENERAL.search(owner) or _AIMS.match(owner) or owner.endswith("企业") or _SO_MANY.fullmatch(owner) else owner


_AIMS = re.compile("聚焦|坚持|做[强优大]|狠抓|突出|强化|围绕|深耕|立足")  # 聚焦主业，…: what is done, nobody's name
_SO_MANY = re.compile("[两三四五六七八九几各](?:大|个|条)?(?:主导|支柱|特色|优势)?(?:产业链?|行业|片区|园区|板块)")  # all of them together


#: 锂电材料快，产值73.5亿元。…医疗器械降，…: how trades fare, in a word each, one after the other.
_FARES = re.compile(r"(?:^|(?<=[。；：\n]))(?P<who>(?![全各我本])(?:(?![快慢稳降升平])[㐀-鿿]){3,8})(?:快|慢|稳|降|升|平)(?=，|$)")


def faring(carry: Carry, clause: str) -> str:
    """The trade whose faring a clause says in a word, where the section says so of another as well."""
    fares = _FARES.fullmatch(ITEM.sub("", clause))
    told = {m["who"] for m in _FARES.finditer(carry.report.text[carry.section.start : carry.section.end])} if fares else set()
    return fares["who"] if fares and len(told) > 1 else ""


_THING = re.compile(r"(?:项目|工程|基地|产业园|基金|[一二三四五首]期|小镇|园区|中心|专用?线|铁路|"
    r"大桥|隧道|大道|通道|管廊|快速路|高速|码头|医院|学校|中学|小学|电站|工厂|厂)$")


def phase_of(carry: Carry, indicator: str) -> tuple[str, str] | None:
    """X项目一期…，|二期总投资|18亿元: what is measured, and the other phase of what is being told of."""
    phase = _PHASE.match(indicator)
    return (indicator[phase.end() :], of_project(carry, phase[1])) if phase is not None and _PROJECT.search(carry.subject) else None


def of_project(carry: Carry, scope: str) -> str:
    """X项目一期11月试产，预计|一期|达产后年税收…: a bare phase with the project that is being told of; what else there is as it is."""
    if carry.project and (itself := _ITSELF.fullmatch(scope)) is not None:  # X项目11月投产；项目当年完成投资…
        return carry.project + itself["when"]
    bare = _BARE_PHASE.fullmatch(scope) is not None and _PROJECT.search(carry.subject) is not None
    return _BARE_PHASE.sub("", carry.subject) + scope if bare else scope


_ITSELF = re.compile("(?:该|本)?(?:项目|工程)(?P<when>当年|年内|)")
_PROJECT = re.compile(r"(?:项目|[一二三四五首]期)$")
_BARE_PHASE = re.compile(r"[一二三四五首]期$")
_PHASE = re.compile(
    r"([一二三四五首]期)(?=(?:计划)?总?投资$|完成投资$|占地|用地|建筑面积$|(?:预计)?年?(?:新增)?(?:总?产值|产能|税收|营业收入|销售收入|利税)$)"
)


_TIMES = re.compile("个?(?:工作日|小时|月|星期)|天|日|分钟|周")


def _measures_alike(quantity: Quantity, unit: str) -> bool:
    """Whether a number is in a unit that another can be brought to, or both are times (由1个工作日压缩到4小时)."""
    both = _TIMES.fullmatch(quantity.unit) is not None and _TIMES.fullmatch(unit) is not None
    return both or convert(quantity.value, quantity.unit, unit) is not None


_PLAIN_NAME = 5  # characters: 两条生产线 is nobody's name


def is_thing(text: str) -> bool:
    """Whether words end in something that is built or run: a project, a park, a fund."""
    return _THING.search(text) is not None or (len(text) > _PLAIN_NAME and text.endswith("生产线"))


def names_thing(title: str) -> bool:
    """Whether the title of an item is of something built (鹭穹光电显示模组项目, 冷链进口冻品库), no field of work."""
    named = len(title) >= (5 if title.endswith(("项目", "园区", "基金", "平台")) else 4) and not URGE.match(title) and not re.match(ACTIONS, title)
    return named and not _FIELD.search(title) and not _TOPIC.search(title) and (is_thing(title) or _BUILT_THING.search(title) is not None)


_BUILT_THING = re.compile("(?:库|围网|[线路桥站场馆院楼塔港闸渠池坝城]|管网|泵站|生产线|二期|三期|平台)$")


def divides(name: Name) -> bool:
    """Whether a name is one of the parts of what was said before rather than an indicator of its own."""
    part = name.indicator
    return bool(MEMBER.fullmatch(part)) and not _MEASURE.fullmatch(part) and not is_known(part)


def splits_into(name: Name) -> bool:
    """Whether a name may be a part where the clause before splits a whole (按贸易方式分，…、一般贸易及其他15.5亿元)."""
    part = name.scope + name.indicator
    return not name.action and re.fullmatch("[㐀-鿿]{2,10}", part) is not None and not (_MEASURABLE.search(part) or is_known(part) or is_thing(part))


#: Titles of items that name a field of work, nobody who owns figures.
_FIELD = re.compile(
    r"方面|账$|指标|效益|招商|引资|建设|改革|民生|创新|环保|环境|安全|党建|党务|财政|财税|外贸|投资|消费|运行|情况|服务(?!器)|保障|治理|管理(?!系统|模块)|工作|发展|攻坚|拆迁|征迁|融资|规划|开放|生态|文明"
)
#: （一）总量, （二）效益: in what respect a zone is looked at, nobody.
_RESPECT = re.compile(
    rf"{TOLD_OF.pattern}|(?:经济|产业|企业|发展|综合|总体)*(?:总体|效益|质量|质效|结构|后劲|概况|态势|形势|走势|实力|贡献|成效|亮点|家底|生产|经营)"
)
_TOPIC = re.compile(r"(?:方面|情况|建设|指标|工作|投资|产业|进展|推进|如下|任务|目标|招商|收入|看)$")


def thing_before(carry: Carry, indicator: str, around: Around) -> str:
    """晟光二期（总投资35亿元）: the thing that a bracket speaks of."""
    if not BUILT.fullmatch(indicator):
        return ""
    owner = name_of(around.context[-1])
    thing = owner.scope + owner.indicator
    if 3 <= len(thing) <= 20 and not _TOPIC.search(thing):
        carry.project = carry.subject = thing
        return thing
    return ""


#: By whose reckoning, of what was just told: 区本级, 全口径, 州统计口径.
_MEASURED_AS = re.compile("(?:[区市县州园]|开发区|高新区)?本级[数]?|全口径|(?:按)?[省市县州区](?:[㐀-鿿]{0,4})口径|(?:不)?含[㐀-鿿]{2,8}口径")
_MEASURED_FRONT = re.compile("^(?:全口径|(?:[区市县州园]|开发区|高新区)?本级)(?=..)")
_LEVEL = r"(?:国家|世界|国|省部|省|市|县|区|州|部|厅)级"
_SIZE = re.compile(
    r"(?:(?:超|过|超过|投资|总投资|产值|税收)*[\d.．]+(?:[万亿]*元?[-—~至到][\d.．]+)?[万亿]+元?(?:以上|以下|级)?|"
    r"(?:投资|总投资|产值|税收|营收|营业收入)?(?:[一二三五十百千]*[亿万]元?(?:以上|以下|级)|超[一二三五十百千]*亿元?))(?:的)?$"
)
#: 协议引资305.8亿元，项目里头亿元以上的|44个|: of those that were counted before the money.
_IN_THEM = re.compile("^(?:(?:这些|其)?(?:项目|企业)(?:里头|里面|里边|当中|之中|中|里))?(?:有|的)*")
_CONTRASTS = (("进口", "出口"), ("城镇", "农村"), ("工业", "农业"), ("内资", "外资"), ("省外", "境外"))


#: In what state some of the things just counted are: 投产|112户|，在建|31户|, 退规|2户|.
STATE = re.compile(
    r"(?:已|未|新|拟|被|正在|正常|提前|当年|资格|证书|有效期|(?:复审|复核|考核|评审)[未没](?:能|有)?(?:通)?过(?:而)?)*(?:在建|在库|在册|在营|在统|续建|新建|扩建|改建|投产|半停产|停产|停工|停业|歇业|开工|复工|达产|试生产|试产|生产|运营|经营|入规|升规|上规|退规|"
    r"新进|进库|进规|退出|入统|退统|入库|退库|出库|在谈|在审|在批|前期|竣工|筹建|关停|倒闭|注销|取消|撤销|摘牌|除名|吊销|搬迁|流失|流出|离职|迁出|迁入|脱贫|到期|存续|完工|动工|待建|到位|入驻|入住|分配|出租|"
    r"签约|履约|落地|注册|挂牌|验收|整改|办结|交付|达标|盈利|亏损|有效)+(?:到位|到户|资格)?"
    r"(?:(?:后|但|且)?(?:未|没)(?:能|有)?(?:再|重新|通过|及时|继续|续)+(?:认定|复审|复核|续期|续签|申报|年检)?)?"  # 到期未通过重新认定
)
_PAID = re.compile(r"(?:首期|首批|一期|已|实际|当年|其中)*(?:到位|到账|拨付|投入|使用|兑现|发放|提取)")
_STAGED = re.compile(rf"(?P<state>{STATE.pattern})(?P<noun>项目|企业|工程|单位|机构)")


#: 28个|项目总投资|86亿元: of the projects just counted.
_OF_PROJECTS = re.compile(r"(?P<noun>项目|工程)(?P<what>(?:计划|协议|累计)?(?:总投资|完成投资)(?:额)?)")


_RESIDENTS = r"(?:全体|城乡|城镇|农村|城市)?(?:常住)?(?:居民|农民|农牧民)|城镇|农村"


#: 债务余额52.6亿元，2023年到期的有|13.9亿元|: a part of what is owed now.
_DUE = re.compile(r"(?:其中)?(?:(?:19|20)\d\d年|明年|今年|年内|一年内|[两三四五]年内)(?:内)?(?:将)?到期的?(?:就|只|仅)?(?:有|为|达)?")


def of_residents(carry: Carry, name: Name, quantity: Quantity) -> Name:
    """全体居民人均可支配收入…，其中|城镇居民63180元|: the same of some of them."""
    if name.action or not re.fullmatch(_RESIDENTS, name.scope + name.indicator):
        return name
    for told in (carry.last, carry.chain, carry.before):
        shared = re.fullmatch(rf"(?:全[区市县省])?(?:{_RESIDENTS})?(?P<what>年?人均.+)", told.indicator) if told is not None else None
        if told is not None and shared and told.value is not None and same_measure(told, quantity):
            who = name.scope + name.indicator
            return Name(who + ("居民" if who in ("城镇", "农村") else "") + shared["what"], "", "", name.offset)
    return name


def qualifier(carry: Carry, name: Name, noun: str, around: Around) -> Name:
    """A second number of the same noun that says only which ones: 市级|9家|, 其中有实绩的|21家|, 出口|1.15小时|."""
    quantity, last = around.quantity, carry.chain or carry.last or carry.before
    stated = name.action + name.scope + name.indicator
    if name.indicator and quantity.is_count and not noun and (last is None or not same_measure(last, quantity)) and (
        STATE.fullmatch(stated) or _SIZE.fullmatch(_IN_THEM.sub("", around.fragment.strip()))
    ):
        counted = (d for d in reversed(carry.made) if d.unit == quantity.unit and not d.member and _COUNTED.search(d.indicator))
        last = next(counted, last)  # 新开工亿元以上项目36个，总投资286亿元；在建|58个|; 签约项目19个，协议资金32.6亿元，亿元以上的|11个|
    if last is None or last.value is None:
        return name
    if name.indicator and quantity.is_count and not noun and STATE.fullmatch(stated) and same_measure(last, quantity):
        return Name(last.indicator, stated if carry.chain is not None or _acts(last.scope) else last.scope + stated)
    if (of := _OF_PROJECTS.fullmatch(name.indicator)) and last.indicator.endswith(of["noun"]) and last.unit in ("个", "项"):
        return Name(of["what"], ("" if len(last.scope) > 6 else last.scope) + last.indicator, "", name.offset)
    if name.action and not noun:
        return name
    if not same_measure(last, quantity) or quantity.is_rate:
        return name
    own = name.scope + name.indicator
    if quantity.is_money and _PAID.fullmatch(own) and re.search(r"基金|资金|债券?|贷款|专项|补助", last.indicator):
        return Name(last.indicator, own, "", name.offset)  # 设立5亿元产业引导基金，首期到位2亿元
    if quantity.is_money and _DUE.fullmatch(around.fragment.strip()) and "余额" in last.indicator:
        return Name(last.indicator, re.sub(r"(?:的|就|只|仅|有|为|达)+$", "", around.fragment.strip()), "", name.offset)
    if quantity.is_money and _MEASURED_AS.fullmatch(own) and not name.action:
        return Name(_MEASURED_FRONT.sub("", last.indicator), own.removesuffix("数"), "", name.offset)  # 全口径地区生产总值286.4亿元；区本级231.7亿元
    core = re.sub(rf"^{_LEVEL}(?:及?以上)?", "", last.indicator)
    if quantity.is_count and re.fullmatch(_LEVEL, own):
        return Name(core, own, "", name.offset)
    stage = _STAGED.fullmatch(own or name.action)
    if carry.chain is not None and quantity.is_count and stage and last.indicator.endswith(stage["noun"]):
        return Name(last.indicator, stage["state"], "", name.offset)  # 重点项目74个，其中续建项目41个
    fragment = re.sub("(?:仅有?|只有?|就有?|也有?)$", "", around.fragment.strip())
    fragment = fragment.removesuffix("有") if last.indicator.endswith("项目") else fragment
    tier = _TIER.search(fragment)
    if quantity.is_count and tier is not None and not noun and (such_as := _TIERED.search(last.indicator)) is not None:
        such = _SPAN.sub("亿元至", tier["tier"]) + such_as["what"]
        return Name(such, last.scope if _acts(last.scope) else "", "", name.offset)  # 亿元以上项目31个，其中10亿元以上的|4个|
    sized = _SIZE.search(fragment)
    among = _AMONG.fullmatch("".join(around.context[-1:]).strip()) if quantity.is_count and not noun else None
    if among is not None and sized and sized.start() == 0:
        return Name(among["what"], sized[0].removesuffix("的"), "", name.offset)
    if quantity.is_count and sized and not noun and (over := _OVER_SIZE.fullmatch(last.indicator)) is not None:
        # 产值过10亿元的企业12家，5亿元至10亿元的|21家|
        return Name(over["by"] + sized[0].removesuffix("的") + "的" + over["what"], last.scope, "", name.offset)
    if quantity.is_count and sized and not noun:
        return Name(last.indicator, sized[0].removesuffix("的"), "", name.offset)
    if carry.chain is not None and quantity.is_count and own and re.search(r"的\s*$", around.fragment) and not noun:
        return Name(last.indicator, re.sub(r"^.*?其中", "", around.fragment).strip("的 "), "", name.offset)
    if carry.chain is not None and noun and re.match(_ELLIPTIC, noun) and not around.fragment.strip("其中约近有 "):
        return Name(last.indicator, noun, "", name.offset)
    if re.fullmatch("最[少多高低大小](?:的(?:村|户|企业)?)?", own) and not quantity.is_count:
        return Name(last.indicator, own, "", name.offset)  # 最少的也过了80万元
    twin = carry.last or carry.before
    if twin is not None and twin.unit == quantity.unit:
        for pair in (*_CONTRASTS, *((b, a) for a, b in _CONTRASTS)):
            if own == pair[0] and twin.indicator.startswith(pair[1]) and len(twin.indicator) > 2:
                return replace(name, indicator=pair[0] + twin.indicator[2:], scope="")
    return name


_OVER_SIZE = re.compile(
    "(?P<by>[㐀-鿿]{2,6}?)(?:超过?|过|突破|达到?)?(?:\\d[\\d.]*|[一二三五十百千]+)[万亿]元?(?:[到至—-]\\d+[万亿]元)?(?:以上)?的?(?P<what>[㐀-鿿]{0,4}企业)"
)
#: 新签约项目中，10亿元以上|4个|: of those that the clause before names.
_AMONG = re.compile("(?:在|其中)?(?P<what>[㐀-鿿]{2,10}(?:项目|企业|公司))(?:当中|之中|中|里)")


def _those_there(indicator: str, action: str) -> str:
    """新入规企业17家，退出|6家|: not of the new ones, but of those that were there (规上企业)."""
    new = _NEW_TO.match(indicator) if _LEFT.match(action) else None
    return ("规上" if new["size"] else "") + indicator[new.end() :] if new is not None else indicator


_NEW_TO = re.compile("新(?:(?P<size>[入上升进]规)|增|设|登记|注册)(?!工业|以上)(?=.{2})")
_LEFT = re.compile("注销|吊销|退库|退规|退出|退统|关停|关闭|淘汰|流失|迁出|倒闭|失效")
_SPAN = re.compile("(?<=\\d)(?:亿元?)?[到至—-](?=\\d)")
_TIER = re.compile(r"(?P<tier>\d+(?:\.\d+)?(?:亿元?(?:以上|以下)|(?:亿元?)?[到至—-]\d+(?:\.\d+)?亿元))的?(?:有|为|共)?\s*$")
_TIERED = re.compile("亿元以上(?P<what>(?:[㐀-鿿]{2,4})?项目(?:储备)?)$")
_COUNTED = re.compile(r"(?:项目|企业)$")
_COUNTED_OF = re.compile(r".*?(?:项目|企业|工程)")
#: What is done about projects without saying which they are.
_ARRANGED = ("安排", "实施", "铺排", "推进", "谋划", "组织实施", "推动")
_MEASURABLE = re.compile(
    r"(?:收入|投资|产值|增加值|外资|内资|资金|企业|项目|总额|总量|总值|能耗|率|数|人数|面积|强度|增速|增幅|出口|税收|就业|人口|用电量|利润|额|值|量|专利|余额)$"
)


_ANNOUNCED = re.compile("(?:先|再|首先|然后|接着|其次|最后|下面)?(?:说|讲|谈|看|聊|算)(?!明|服)")


def topic_of(lead: str) -> str:
    """The indicator that the title of an item names (4、实际利用外资。), "" when it names none."""
    return lead if (is_known(lead) or _MEASURABLE.search(lead)) and not _ANNOUNCED.match(lead) else ""


def _tells(name: Name, fragment: str) -> bool:
    """Whether the words before a number say no more than when or how it was reached (全年完成, 目标, 年末实有)."""
    said = re.search(r"完成|实现|达到|实际|目标|计划|为|新增|实有|认定|新开工|竣工|开工|新建|改造|建成", fragment)
    return not name.indicator and (bool(name.times) or said is not None)


def _acts(scope: str) -> bool:
    """Whether a scope says which part is counted (新增, 累计, 投产) rather than whose it is."""
    return not scope or bool(STATE.fullmatch(scope) or re.fullmatch(rf"(?:{ACTIONS}|{VERB})+", scope) or scope.endswith("前"))


def _owns(scope: str, indicator: str) -> bool:
    """Whether what the last figure was of may have this one too; taxes only where it is a company or a trade."""
    if not scope or re.search(rf"(?:前|累计|新增|净增|其中|目标|计划|任务)$|^{VERB}$", scope):
        return False
    return "税" not in indicator or (len(scope) >= 3 and not re.match(r"[全比高低]", scope))


#: What is done with a stock so that there is less of it.
TAKEN_OFF = re.compile("消化|处置|盘活|供应|供出|化解|腾退|消减|减少")
_TAKEN_OFF_LAST = re.compile(f"(?P<what>.{{2,}})(?:{TAKEN_OFF.pattern})")
#: 取水指标2600万立方米已用去|2410万立方米|: how much of what was just told is spent or left.
_USED = re.compile(
    r"(?:到?[年期][末底]|现|目前|实际|至今|已|已经|共|还|仅|尚|仍)*(?P<verb>用去|用掉|使用|消耗|耗用|占用|花去|用了|支出|动用|剩余|剩下|剩|结余|余|存量)(?:了|约|的|为|有)?"
)


def _ranked_before(carry: Carry, told: Draft | None) -> Draft | None:
    """工业总产值居第2位，与第1位的差距缩小到19亿元。其中12月完成|41.7亿元|: what is ranked, for no month completes a distance."""
    if told is None or not (is_distance(told.indicator) or told.kind is FigureKind.RANK) or not re.search("完成|实现", carry.fragment):
        return None
    ranked = (d for d in (*reversed(carry.made), *reversed(carry.previous)) if d.kind is FigureKind.RANK)
    return next((d for d in ranked if is_known(d.indicator)), None)


_RATE_NAME = re.compile("(?:率|比重|占比|强度|覆盖面)$")
_AT_ANOTHER_TIME = re.compile(r"(?:(?:19|20)\d\d年|[去上前]年|上年同期)(?:同期|年?[底末])?(?:为|是|只有|仅为?|达到?)")
_SPENT = re.compile(r"(?:^|总|计划|概算|协议|年度|完成)投资(?:额)?$|年度投资计划$")
_PLANNED = re.compile("(?:的)?(?:年度)?计划(?:总|完成)?投资(?:额)?$")  # 46个重点项目年度计划投资38亿元，上半年已完成|18.6亿元|
_IN_ALL = re.compile("(?:共|共计|合计|总计|累计)?(?:金额|总额|总金额)?(?:为|达到?)?")
_PUT_IN_PROJECTS = re.compile("(?P<of>|.*?(?:基金|公司|集团|平台|资本))(?P<how>(?:累计|新增|当年)?投资)项目")
_LENT = re.compile("(?:债券?|贷款|资金|基金|补[助贴]|奖励|授信|担保|订单)$")
_COUNTED_IN = re.compile("[只支笔个项宗单期批户家次件]")
#: 年度计划投资61.5亿元，已完成|30.2亿元|: of what was to be spent.
_LENGTHS = ("全长", "总长", "总里程", "长度")
#: 总投资6.8亿元，2021年已投|2.1亿元|，今年再投|3.9亿元|.
_PUT_IN = re.compile(
    r"(?:(?:19|20)\d\d年|[今去前上当]年(?:这?一年)?|[上下]半年|年内|目前|截至目前|其中)?(?:已经?|再|又|还|计划|继续|实际|共)*投(?:入|下|进)?(?:去|了)?"
)
_SO_FAR = re.compile(
    "(?:目前|现|已|自?(?:开工|开建|动工|启动|建设)以来|截[至止]目前|(?:截?[至止])?年[底末]|至今)*累计(?:已|达到?|为|约|近|投[入资]?了?)*"
)
_DONE_SO_FAR = re.compile("(?:目前|现|至今|实际|已|已经|共|只|仅)*完成了?")
#: 新开工项目22个，竣工投产|13个|: another stage, no part of those begun.
_BEGUN = re.compile(r"新?(?:开工|动工)(?=[^，]{0,4}(?:项目|工程)$)")
_FINISHED = re.compile(r"(?:已|新|全年)?(?:竣工|投产|建成|完工|投用|达产)")


_LABEL = re.compile("(?:^|[。；\\n])\\s*(?P<label>[㐀-鿿]{2,14})(?:方面)?[：:]")


def _added_up(carry: Carry, quantity: Quantity) -> str:
    """The label before the colon under which numbers stand that add up to this one, "" where none does."""
    labels = list(_LABEL.finditer(carry.text[-carry.length :] if carry.length else ""))
    told = [d for d in carry.made if d.kind is FigureKind.VALUE and d.unit == quantity.unit and d.value is not None]
    parts = sum((d.value for d in told[-2:] if d.value is not None), Decimal(0)) == quantity.value
    parts = parts or sum((d.value for d in told if d.value is not None), Decimal(0)) == quantity.value
    return labels[-1]["label"] if labels and len(told) > 1 and parts and topic_of(labels[-1]["label"]) else ""


_IN_MONEY = re.compile(r"(?:产值|增加值|生产总值|收入|投资|总额|销售额|零售额|税收|利润|进出口|出口|进口)$")


#: What the zone is only compared with.
_ALL_AROUND = re.compile("全[国省市州县]")


def completed(carry: Carry, name: Name, quantity: Quantity, whole: Draft | None, lead: str) -> tuple[str, str]:
    """An elliptical clause (竣工13.5万平方米, 累计达到46家): the missing half comes from the last figure."""
    last = carry.last if carry.last is not None and carry.last.member and whole is not None else whole or carry.last
    action = name.action
    told = carry.last or carry.before
    if name.again and told is not None and told.value is not None and not same_measure(told, quantity):
        told = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and same_measure(d, quantity)), told)
    if name.again and action in _ARRANGED and told is not None and told.value is None:  # 安排项目50个，年中调增2个，实际推进|52个|
        told = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and same_measure(d, quantity)), told)
    lent = last is not None and last.value is not None and _LENT.search(last.indicator) and _COUNTED_IN.fullmatch(last.unit)
    if lent and last is not None and quantity.is_money and _IN_ALL.fullmatch(carry.fragment.strip()):
        return last.indicator, last.scope  # 发行专项债券5只，共计|12.8亿元|
    if action in ("合计", "共计", "总计") and not name.scope and last is not None and (of_all := _added_up(carry, quantity)):
        return of_all, ""  # 税收：国税18.6亿元，地税9.8亿元，合计|28.4亿元|
    put_in = _PUT_IN_PROJECTS.fullmatch(last.indicator) if last is not None and quantity.is_money and not carry.fragment.strip() else None
    if put_in is not None and last is not None:
        return put_in["how"], last.scope + put_in["of"]  # 母基金累计投资项目9个、|2.74亿元|
    if action == "现有" and told is not None and told.value is not None and same_measure(told, quantity):
        return told.indicator, "" if _acts(told.scope) else told.scope  # 新增规上企业8家（现有75家）
    spent = last is not None and last.value is not None and _SPENT.search(last.indicator) is not None
    if spent and last is not None and same_measure(last, quantity) and not name.scope:
        # 总投资5亿元，累计完成3亿元，其中当年完成2亿元: what was spent, so far or in the time named
        if action in ("累计", "完成累计") and "完成" in carry.fragment:
            return "累计完成投资", last.scope
        if action == "累计" and last.scope and _SO_FAR.fullmatch(carry.fragment.strip()):
            return "累计完成投资", last.scope.removesuffix("当年")  # 玻璃项目：全年完成投资14.6亿元，累计24.4亿元
        if _PUT_IN.fullmatch(carry.fragment.strip()):
            return "完成投资", last.scope
        said = name.times or (_DONE_SO_FAR.fullmatch(carry.fragment.strip()) and (last.scope or "计划" in last.indicator))
        if "完成" in carry.fragment and (action in ("当年", "完成") or (not action and said)):
            return "完成投资", last.scope or _PLANNED.sub("", last.indicator) if "计划" in last.indicator else last.scope
    if quantity.is_money and not spent and _PUT_IN.fullmatch(carry.fragment.strip()):
        thing = last.scope if last is not None and is_thing(last.scope) else carry.project or carry.subject
        if thing:
            return "完成投资", thing  # 快速路未能如期通车，工程进度完成82%，已投|3.7亿元|
    used = _USED.fullmatch(carry.fragment.strip()) if not name.scope else None
    beside = (d for d in (last, *reversed(carry.made)) if d is not None and d.value is not None and same_measure(d, quantity))
    if used is not None and (of := next(beside, None)) is not None:  # 处置闲置土地152亩，处置率71%，年末剩余|62亩|
        own = re.sub("已用|剩余", "", of.scope)
        if (done := _TAKEN_OFF_LAST.fullmatch(of.indicator)) is not None and used["verb"][0] in "剩余结存":
            return done["what"], "" if "年" in used[0] else "剩余"  # 闲置土地处置9宗，年末剩余|18宗|: of all of it
        spoken = used["verb"] in ("剩下", "剩") and "年" not in used[0]  # 化解难题320件，剩下的|12件|正在办: of those, not all there are
        if _acts(own) and (used["verb"] == "存量" or (TAKEN_OFF.search(own) and not spoken)):  # 处置203亩，年末存量|147亩|: of all of it
            counted = used["verb"] != "存量" and any(d.indicator == of.indicator and not d.scope for d in carry.made)
            return of.indicator, "剩余" if counted else ""  # 沉睡地块830亩，盘活470亩，剩下|360亩|
        if used["verb"][0] in "余存":
            return of.indicator, "剩余" if _acts(own) else own + "剩余"
        return of.indicator, own + ("剩余" if used["verb"][0] in "剩结" else "已用")
    alone = bool(name.times) and not name.scope and not action and whole is None
    if alone and quantity.is_money and (ranked := _ranked_before(carry, told)) is not None:
        return ranked.indicator, ""
    if (  # 一季度|69.8亿元|；二季度|81.9亿元|; 冲刺|340亿元|: the same at another time, or aimed at
        action in ("", "合计", "总计", "共计", *(_ARRANGED if name.again else ()))
        and not name.scope
        and (name.times or name.aim or name.again)
        and whole is None
        and told is not None
        and told.value is not None
        and told.kind is FigureKind.VALUE
        and (not quantity.is_rate or (_RATE_NAME.search(told.indicator) and _AT_ANOTHER_TIME.fullmatch(carry.fragment.strip())))
        and same_measure(told, quantity)
    ):
        if name.again and re.search("计划(?:完成)?投资$", told.indicator):
            return "完成投资", told.scope  # 年度计划投资120亿元，实际完成132.6亿元
        if action in _ARRANGED:
            return told.indicator, action  # 年初安排项目50个，实际推进|52个|
        if any(re.search("[年期月]末|[年月]底", t) for t in name.times) and _acts(told.scope):
            return told.indicator, ""  # 新增17家，退库11家，年末193家
        if carry.last is None and _ALL_AROUND.fullmatch(told.scope) and any(d.indicator == told.indicator and not d.scope for d in carry.paragraph):
            return told.indicator, ""  # 规上工业总产值752亿元。全市规上工业总产值2316亿元。一季度|158亿元|: the report's own again
        return told.indicator, re.sub(r"(?:调整[前后]|原公布|累计)$", "", told.scope)
    if told is not None and told.indicator in ("增幅", "增速", "涨幅", "降幅") and told.scope and name.level and quantity.is_money:
        return told.scope, ""  # 总产值二季度增幅只有4.7%，到年底回升到|682.5亿元|
    one_sum = len({d.indicator for d in carry.previous if same_measure(d, quantity)}) == 1
    if last is None and (action.startswith(("累计", "共")) or (one_sum and only_one(carry.fragment))):
        last = carry.before  # 8月完成…；1—8月累计完成…
    apart = last is not None and last.value is not None and not same_measure(last, quantity) and whole is None
    if (last is None or apart) and action and quantity.is_count and re.search(_ELLIPTIC, action):
        told_of = (*reversed(carry.made), *reversed(carry.previous), *reversed(carry.paragraph))  # 民宿213家、床位3860张，新开41家
        counted = (d for d in told_of if not d.member and (_COUNTED.search(d.indicator) or (d in carry.made and d.unit == quantity.unit)))
        alike_counted = [d for d in counted if same_measure(d, quantity)]
        may_be = (d for d in alike_counted if not exceeds(d, quantity))  # 签约36个，10亿元以上项目4个；开工22个: of the 36
        last = next(may_be, alike_counted[0] if alike_counted else last)  # 签约项目63个；开工57个，投产39个
    only_part = whole is not None and sum(d.whole is whole for d in carry.made) == 1  # 企业51家，其中规上22家，净增1家: of that part
    if action == "净增" and "其中" not in carry.fragment and not only_part:  # 新认定53家，其中21家…，扣除3家…，净增29家: of all
        alike_so = [d for d in reversed(carry.made) if d.unit == quantity.unit and _COUNTED.search(d.indicator)]
        last = next((d for d in alike_so if not _LEFT.match(d.scope + d.indicator)), next(iter(alike_so), last))  # 登记…，注销…，净增|2400户|
    so_told = name.scope or (action and quantity.is_count)  # 签约42个，其中亿元以上23个，履约|31个|: of the 42
    if last is not None and last.whole is not None and so_told and exceeds(last, quantity) and not exceeds(last.whole, quantity):
        last = last.whole  # 进出口96.3亿元，其中出口58.7亿元、进口37.6亿元，围网内完成|88.4亿元|: of all of it
    alike = last is not None and last.value is not None and same_measure(last, quantity)
    if last is not None and alike and last.indicator in _LENGTHS and not name.scope and _DONE_SO_FAR.fullmatch(carry.fragment.strip()):
        return last.indicator, last.scope + "已完成"  # 全长4.7公里，已完成|3.1公里|
    if last is not None and last.owner == "由" and name.level and _measures_alike(quantity, last.unit):
        alike = True  # 从3小时缩短到|52分钟|
    alike = alike and last is not None and (last.unit != "%" or (name.level and last.owner == "由"))
    if last is not None and alike and (not action or name.level or whole is not None or re.search(_ELLIPTIC, action)):
        if last.owner == "由":
            return last.indicator, last.scope.removesuffix(last.action)
        if name.level and last.member and not action and not name.scope and last is carry.last:
            return last.indicator, last.scope  # 工业总产值895亿元，其中X产业产值突破300亿元，达到318亿元
        if name.level and not action and not name.scope and whole is None and last.scope and not _acts(last.scope):
            return last.indicator, last.scope  # X公司产值突破20亿元，达到21.7亿元
        if whole is not None and name.times and not action and not name.scope and not whole.member:
            return whole.indicator, whole.scope  # 规上工业企业产值68亿元，其中一季度31亿元
        stage = _BEGUN.match(last.indicator) if whole is None else None
        return (
            (last.indicator[stage.end() :] if stage and _FINISHED.match(action) else _those_there(last.indicator, action), name.scope + action)
            if action or name.level or name.scope or whole is not None
            else ("", "")
        )
    grown = told is not None and told.kind is FigureKind.GROWTH and told.value is None and "百分点" not in told.growth_unit
    if told is not None and grown and last is None and alone and quantity.is_money and _IN_MONEY.search(told.indicator):
        return told.indicator, told.scope  # 一季度规上工业总产值下降2.3%；上半年完成|39.2亿元|
    told_so = [d for d in (*carry.paragraph, *carry.previous) if d.indicator == topic_of(lead)]
    fits = not told_so or any(same_measure(d, quantity) for d in told_so)  # 城镇新增就业4210人。完成征迁|356户|
    if last is None and not name.scope and fits and _tells(name, carry.fragment) and (topic := topic_of(lead)):
        return topic, "" if topic.startswith(action) else action  # 4、实际利用外资。目标4500万美元，实际完成…
    if carry.topic and action and last is None and not name.scope and (quantity.is_count or carry.topic.endswith("税")):
        return carry.topic, action  # 增值税仍是大头，入库|8.6亿元|
    if _BENEFIT.fullmatch(action) and not name.scope and quantity.is_count and last is not None and last.value is not None and last in carry.made:
        return action, last.called  # 小区改造9个、惠及|2140户|
    if len(action) >= 2 and not _NO_NAME.fullmatch(action):
        owner = name.scope or carry.subject
        if quantity.is_count and _COUNTED.search(owner) and re.match(_ELLIPTIC, action):
            return owner, action  # 高新技术企业去年新认定|17家|
        return action, owner
    if name.scope:
        return action or name.scope, name.scope if action else ""
    if action in ("涉及", "惠及", "累计", "新增", "总") and last is None and lead:
        return lead, action
    return "", ""


_BENEFIT = re.compile("(?:惠及|受益|受惠|覆盖|涉及)(?:人[口数]|户数)?")
#: What a company's accounts hold, told right behind another of its figures.
_ACCOUNT = re.compile(
    r"年?纳税额?|缴税|(?:上缴|缴纳)税[金收]|交税|上税|净?亏损额?|净?利润(?:总额)?|盈利|(?:资产|负债)总额|[总净]资产|负债率?|资产负债率|从业人员|用工|职工|员工|在岗职工"
)
_FIRMS = re.compile("(?:规上|规模以上|限上|限额以上|四上|骨干|重点|高新技术|外资|外贸|民营)[\u3400-\u9fff]{0,6}企业")
_CAME_TO = re.compile(r"\s*(?:全年|当年|共|合计|累计)*(?:实现|完成|创造|贡献)")
_FIRMS_OF = re.compile(r"(?P<who>[^，]{2,16}?)(?:集聚|聚集|汇聚|现有)(?:规上|规模以上|各类|重点|骨干)*(?:工业)?企业")


def _of_a_thing(last: Draft) -> bool:
    """X项目…，用地158亩，完成投资6.3亿元: the land of one project, not land that is built upon."""
    return last.indicator in ("用地", "占地", "规划用地", "总用地", "项目用地") and bool(last.scope)


_PATENTS = re.compile("专利(?P<how>授权|申请|转让)量?$")


_MOVED_BY = re.compile(r"\s*(?:其中|而|但|只有)?(?P<who>[^，。；：、\d\s因受得]{2,12}?)(?:受(?!理|益|让)|因(?!此|而)|得益于|由于)")


def _moved_by(around: Around, members: str) -> str:
    """Which member of a list the clauses before a number say was moved by something; "" where none."""
    found = [m["who"] for c in around.context[-2:] if (m := _MOVED_BY.match(c))]
    counted = _COUNTED_SO.match(members) is not None  # 三大主导产业合计, named one by one
    return next((who for who in found if _KIND_OF_PART.sub("", who) in members or _KIND_OF_PART.search(who) or (counted and not is_known(who))), "")


_KIND_OF_PART = re.compile("(?<=[㐀-鿿]{2})(?:产业|行业|板块|片区|园区)$")  # 智能家电产业, of 阀门、智能家电三大主导产业


_COUNTED_SO = re.compile("[两三四五六七八九十\\d]+(?:大|个)")


_EACH_OF = re.compile(
    "平均每(?:亩|平方公里|平方米|公里|户|家|人|个|套|吨|台)|(?:每(?:亩|平方公里|平方米|户|家|人)|[亩户人]均)(?:价格?)?"
    "|(?:每)?(?:万|千|百)[人户](?:均)?(?:拥有|保有)量?"
)


def counts_rate(indicator: str) -> bool:
    """Whether an indicator says how many of what was counted have got so far (开工率)."""
    return _RATE_OF_COUNT.fullmatch(indicator) is not None


_RATE_OF_COUNT = re.compile("(?:开工|签约|投产|履约|竣工|落地|转化|达产|建成|入统|到位)率")


def inherited(carry: Carry, indicator: str, around: Around, whole: Draft | None, lead: str) -> str:
    """What was said earlier in the sentence and holds on: the whole's action, a list's verb, a project as owner."""
    last = carry.last
    if last is not None and last.kind is FigureKind.VALUE and around.glue[:1] in "，," and around.glue and _EACH_OF.fullmatch(indicator):
        return last.indicator  # 出让工业用地2150亩，平均每亩|32万元|
    if whole is not None and (part := _moved_by(around, whole.scope)):
        return part  # 甲、乙、丙三大产业产值…。其中，…；丙受订单减少影响，产值|54.2亿元|
    if whole is not None and around.context and TOLD_OF.fullmatch(indicator) and (stands_out := topic_told(around.context[-1])):
        return stands_out  # 其中家纺一枝独秀，产值|12亿元|
    if whole is not None:
        kind = _PATENTS.search(whole.indicator) if indicator.endswith("专利") and not whole.scope else None
        return kind["how"] if kind is not None else whole.scope.removesuffix("原公布")  # 专利授权412件，其中发明专利58件: those granted
    if last is not None and last.unit == "%" and last.scope and around.glue == "、" and counts_rate(last.indicator) and counts_rate(indicator):
        return last.scope  # 开工率76%、投产率|48%|
    named = carry.subject != "" and len(around.context) > 0 and around.context[-1].endswith(carry.subject)  # 签约项目3个，分别是|甲项目|，总投资…
    counted = last is not None and _OWNED_BY_COUNT.match(indicator) and re.search(r"项目|企业|工程|用地", last.indicator)
    if last is not None and counted and not named and not _of_a_thing(last):
        if last.unit == "%" and (of := _COUNTED_OF.match(last.indicator)) is not None:
            counted_so = next((d for d in reversed(carry.made) if d.unit in ("个", "项") and d.indicator.endswith("项目")), None)
            return counted_so.scope + counted_so.indicator if of[0] == "项目" and counted_so is not None else of[0]  # 项目履约率92%、开工率|76%|
        if "完成投资" in indicator and any(d.indicator == last.indicator and d.scope != last.scope for d in carry.made):
            return last.indicator  # 重点项目34个，竣工19个，累计完成投资…: of all of them
        return last.indicator if len(last.scope) > 6 or last.scope in _ARRANGED else last.scope + last.indicator
    if last is not None and last.unit in _PIECES and around.glue[:1] in "，,、" and not around.context and _EXTENT.fullmatch(indicator):
        return last.indicator  # 建成党群服务中心1个，面积1200平方米
    held = _HELD.get(last.unit) if last is not None and last.kind is FigureKind.VALUE and around.glue[:1] in ("，", "、", ",") else None
    if last is not None and held is not None and not around.context and held.fullmatch(indicator):
        return last.indicator.removeprefix("发生").removeprefix("各类")  # 小学15所，在校生|1.36万人|; 生产安全事故5起，死亡|4人|
    if _EXTENT.fullmatch(indicator) and around.context and (founded := _FOUNDED.search(around.context[-1])):
        return founded["what"]  # 批准设立某保税物流中心（B型），批复面积0.46平方公里
    if last is None and not around.context and _OF_ALL_SIGNED.fullmatch(indicator):
        signed = next((d for d in carry.made if d.unit in ("个", "项") and not d.member and d.indicator.endswith("项目")), None)
        if signed is not None:
            return signed.scope + signed.indicator  # 新引进亿元以上项目25个，其中工业项目18个；合同总投资|183.7亿元|
    if last is not None and around.glue == "、" and last.action and not around.context:
        return last.action
    here = place_at(around.context[-1]) if around.context else ""
    goes_on = last is not None and not around.context and last.scope == carry.topic != ""
    if _CARRIED_OUT.match(around.fragment) and (here or (goes_on and _PLACE_ENDS.search(carry.topic))):
        return here or carry.topic  # 莲汊片区重点发展电子信息，完成规上工业总产值198.3亿元，增长9.1%，完成固定资产投资58.2亿元
    built = BUILT.fullmatch(indicator) and not re.search(r"全[区市县省]|我[区市]", around.fragment)
    served = _serves(indicator, around.fragment)
    whose = last.scope.removesuffix("当年") if last is not None and not named and (built or served) else ""
    if whose and last is not None and (is_thing(whose) or (len(whose) > _PLAIN_NAME and last.indicator in ("总投资", "完成投资"))):
        return whose  # 文化中心当年完成投资2.1亿元，开工以来累计完成投资7.8亿元; 接收站总投资58亿元，当年完成投资17亿元
    if carry.made and _ACCOUNT.fullmatch(indicator) and is_company(carry.made[-1].scope):
        return carry.made[-1].scope  # 禾丰乳业营业收入达到31.4亿元，亏损…；全年纳税…
    if carry.made and TOLD_OF.fullmatch(indicator) and around.context and (maker := company_at(carry.made[-1].indicator)):
        return maker  # 穰丰粮油日加工小麦1,200吨生产线满负荷运转，实现产值6.3亿元
    if re.fullmatch(
        r"(?:工业)?(?:总产值|产值|营业收入|销售收入|主营业务收入|增加值|利润|利润总额|利税|销售额)|"
        r"(?:上缴|缴纳|入库)?(?:税收|税金)|年?纳税额?|缴税",
        indicator,
    ):
        if around.context and (stands_out := topic_told(around.context[-1]) or faring(carry, around.context[-1])):
            return stands_out  # 五金产业产值58.7亿元。倒是锂电工具异军突起，产值|13.6亿元|
        if owner := next((o for c in reversed(around.context) if (o := owner_in(ITEM.sub("", c)))), ""):
            return owner
        if last is not None and _owns(last.scope, indicator) and last.indicator != indicator:
            return last.scope
        firm = last is not None and last.unit in ("家", "户") and _FIRMS.fullmatch(last.indicator) and _acts(last.scope)
        if firm and last is not None and _CAME_TO.match(around.fragment):
            return last.indicator  # 规上工业企业达到461家，实现营业收入455.8亿元
        if last is not None and (firms := _FIRMS_OF.fullmatch(last.indicator)) and around.glue[:1] in "，,、":
            return firms["who"]  # 石塔片区生物医药集聚企业58家，产值63.4亿元
        told = carry.before if last is None and carry.made and not around.context else None
        goes_on = told is not None and re.match(r"\s*(?:完成|实现)", around.fragment) is not None
        if goes_on and told is not None and _owns(told.scope, indicator) and told.indicator != indicator:
            return told.scope  # 319家规上工业企业完成产值…；完成增加值…
        if carry.subject and not _OF_ALL.search(around.fragment):
            return carry.subject
        title = ITEM.sub("", carry.section.path[-1]) if carry.section.path else ""
        if (owner := owner_in(lead) or owner_in(title)) and not re.search(".[和与及、].", owner):  # 工业和建筑业: a chapter
            return owner
        one = 2 <= len(title) <= 6 and not re.search("[和与及、]", title) and _RESPECT.fullmatch(title) is None
        if one and len(carry.section.path) > 1 and not carry.subject and not URGE.match(title) and not _FIELD.search(title):
            return title  # （1）绿色化工: the heading is the owner
    if (carry.subject and not _OPENS_WITH_ALL.match(around.fragment)) or (carry.project and (built or served)):
        return carry.subject or carry.project
    if (built or _DESIGNED.match(indicator)) and names_thing(lead):
        return lead  # 1.显示模组项目。总投资21亿元
    of_all = _OF_ALL.search(around.fragment) is not None
    has = TOLD_OF.fullmatch(indicator) or (_HAS.fullmatch(indicator) and carry.topic.endswith(("产业", "行业", "板块")))
    return carry.topic if has and not of_all else ""


_OPENS_WITH_ALL = re.compile(r"\s*(?:全[区市县省园]|我[区市])")
_OF_ALL = re.compile("全[区市县省园]|我[区市]|区内")
_HAS = re.compile("(?:规上|规模以上|限上|骨干|重点)?(?:工业)?企业(?:数|总数)?|(?:用工)?缺口|缺工")  # of a trade that a clause speaks of


_CARRIED_OUT = re.compile(r"\s*(?:完成|实现)(?!全[区市县省])")
_PLACE_ENDS = re.compile("(?:片区|园|镇|街道|作业区|港区|组团|区块)$")
_HELD = {
    "所": re.compile("在校(?:学?生|人数)?|专任教师|教职工|教师|招生|毕业生|学位"),
    "起": re.compile("死亡(?:人数)?|受伤(?:人数)?|造成死亡|伤亡|直接经济损失"),
}
_PIECES = ("个", "座", "栋", "幢", "处", "所", "条", "家", "块", "宗")
_FOUNDED = re.compile(
    "(?:(?:批准|获批|同意)?(?:设立|建立|成立)|批准|获批)了?(?P<what>[^，、（(]{2,20}?(?:中心|产业园|物流园|基地|保税区|口岸|小镇|市场|港))(?:[（(][^）)]*[）)])?$"
)
_EXTENT = re.compile("(?:总|建筑|总建筑|使用|营业|占地|总占地|批复|核准|规划)?面积|总长|全长|长度|总里程")
_OF_ALL_SIGNED = re.compile("(?:合同|协议)(?:总?投资额?|资金)|计划总投资")
_DESIGNED = re.compile("设计|总?库容|日?处理能力|总装机|桩基")

def _serves(indicator: str, fragment: str) -> bool:
    """Whether a number is of what some works does or holds, not of the zone's."""
    can = re.match(r"\s*[年日]均?[可能]", fragment) is not None  # 年可加工鲜椒
    return (can or _SERVES.fullmatch(indicator) is not None) and not re.search(r"[全我各][区市县省]|区[内里]", fragment)


#: What a works does or holds once it runs: 日处理能力, 年周转量, 负荷率, 服务人口.
_SERVES = re.compile(
    "(?:设计|新增|最大)?(?:[日年]均?|单日)?(?:[污废]水|垃圾|[危固]废|生产)?(?:处理|处置|供[水热汽气电]|生产|加工|周转|仓储|储存|吞吐|接待|检测|屠宰)(?:能力|规模)"
    "|[日年]均?(?:处理|处置|供[水热汽气电]|周转|加工|封测|储运)[㐀-鿿]{0,8}|(?:设计)?(?:总?库容|装机容量|总装机)|负荷率|服务(?:人口|半径)|入驻(?:企业|商户)"
)

_WITH = re.compile(
    "[对向与同](?P<where>(?:[㐀-鿿]{1,6}(?:[国盟洲]|国家|地区|市场|沿线)|日韩|日本|俄罗斯|越南|印度|巴西|意大利|澳大利亚|加拿大|墨西哥|荷兰"
    "|马来西亚|新加坡|菲律宾|印度?尼西亚|印尼|智利|南非|沙特|阿联酋|台湾|香港|澳门|港澳台?|拉美|中东))"
)
_TRADED = re.compile("(?P<where>[㐀-鿿]{0,10}?)(?P<what>(?:进出口|出口|进口|贸易)(?:总?额|总值)?)")


def traded_with(carry: Carry, around: Around, name: Name) -> Name:
    """对东盟进出口35.2亿元；对欧盟|28.9亿元|: of 进出口, too."""
    where = _WITH.fullmatch(around.fragment.strip())
    if where is None or not around.quantity.is_money or _TRADED.search(around.fragment):
        return name
    before = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE and d.value is not None), None)
    told = _TRADED.fullmatch(before.indicator.lstrip("对向与同")) if before is not None else None
    return replace(name, indicator=where["where"] + told["what"], scope="") if told else name

"""The words before (or behind) a number → what it is a number of: indicator, scope, action.

Everything here is a closed list, longest first: function words and verbs are taken off both ends of a fragment, and
what is left is the name as printed.  Nothing is looked up in a list of known indicators, because most are unknown.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from index.figures.companies import company_in, is_company
from index.figures.own import is_self, without_self, without_self_of
from index.figures.spoken import AGAIN, LEVEL, SELF, SERVED, SETS, TAIL, done_to, in_full, lead_verb, only_one, plainly
from index.glossary import is_known
from index.numerals import quoted_spans
from index.periods import TIME_WORDS, WHICH

__all__ = ["ONCE_BUILT", "Name", "name_of", "split_subject"]


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))


with Path(__file__).with_name("words.toml").open("rb") as _file:
    _WORDS: dict[str, list[str]] = tomllib.load(_file)

ACTIONS = _alternatives(_WORDS["actions"])
FILLERS = _alternatives(_WORDS["fillers"])
#: A filler that begins one of these words is part of it.
_KEEP_FRONT = re.compile(
    r"增加值|生产(?:总值|性|资料|线|企业|基地|安全|能力|总量|设备)|服务(?:业|贸易|平台|中心|站|机构|外包|窗口|点|型|"
    r"器)|"
    r"建设(?:用地|项目|资金|工程|投资|规模|面积|进度|期|兵团)|开发(?:区|"
    r"面积|投资|项目|用地|者|建设|强度)|"
    r"处理(?:能力|量|厂|率)|使用(?:面积|外资|权)|销售(?:收入|额|面积|产值|量|均价)|交付使用|培训(?:基地|中心|机构)|"
    r"转移支付|孵化(?:器|面积|载体|基地|企业|平台|园|场地|空间)|检查站|"
    r"征收(?:面积|补偿)|招聘会|培训班|签约仪式|出租(?:车|率|汽车|屋|房)|集中(?:区|度|供)|计划(?:总?投资|完成投资|数|任务)|可供|"
    r"配套(?:设施|资金|产业|企业|用房|面积|率)|组织(?:部|结构|生活)|注册(?:资本|资金|企业|商标|用户|地|登记)|流转税|"
    r"储备(?:项目|土地|粮)|申请(?:量|人)|支持(?:力度|资金)|"
    r"安置(?:房|小区|点|面积|补偿|区|户)|搬迁(?:户|企业|群众)|"
    r"拆迁(?:户|面积|量|补偿)|绿化(?:面积|带|率|工程|覆盖)|种植(?:面积|业)|培育(?:库|对象|期)|上市(?:公司|企业|后备|"
    r"挂牌)|挂牌企业|入库(?:项目|税收|税金|企业|资金|额)|规模|限上|"
    r"规上|总(?:部|装)|推广(?:中心|面积)|"
    r"在(?:孵|岸|建|园|册|岗|校|库|运|职|地|营|统|研|施|读|用|谈|线|册|编|外)|有(?:息|效|研|限|机|色|轨|害|组织|条件|意|关|"
    r"轿|线)|共(?:同|享|青|建|富|产|轨|振|生|聚|挤|混|济)|从业|以上|以下|"
    r"为(?:民|农|企服|老)|对(?:外|口|接|台|[㐀-鿿“”]{1,6}?(?:出口|进口|进出口|贸易))|总(?:产|投|收|量|额|人|部|面|体|装|部|医)|并(?:购|网)|多(?:式|元|种|层|"
    r"功|媒)|重点(?:项目|企业|产业|工程|实验|领域|民生|行业|"
    r"建设|工业|群|技|产|污|税|任|人|高|镇|村|车|旅|文|平|实|科|监|研|管|用|耗|投|出|农|培|节|帮|园|港|物)|"
    r"启动(?:区|仪式|资金)|建成区(?!公园|公厕|[块域级位县划])|各(?:县|市|区|项税)|平均(?:工资|水|每|用|气|利|成|价|时|期|缴|年|寿)|目标任务|主要(?:污|农|道|经|产|指|河|水)|"
    r"高质量发展|高标准(?:农田|厂房)|高水平(?:大学|人才)|"
    r"再(?:生|贷|就|制|保)|均(?:价|衡|线)|近(?:岸|海|视)|实际(?:利用|到位|到账|使用|外)|"
    r"到(?:位|账|期|资|户|访|港)|超(?:低|额|大|[一二三五十\d.]+[亿万千]|千|百|亿|高|限|算|期|声|级)|应(?:急|届|用|收|税|缴)|需(?:求|氧)|"
    r"要(?:素|件)|时(?:间|速|点|尚)|预期(?:寿命)|其他|其余|"
    r"因病|因灾|集聚区|规|有效|当地|各级(?:各类)?学校|达标|达产|达人|可(?:支配|再生|用|比|研|吸|回|转)|将军|就(?:业|医|学|"
    r"近|地|诊)"
)
_VERB_FRONT = re.compile(rf"(?:{ACTIONS})")
#: 可喜的是, 不足之处是, 最突出的是: what is thought of it.
_REMARK = (
    "(?:最|更|尤其|比较|特别)?(?:可喜|可贵|难得|欣慰|遗憾|突出|明显|亮眼|抢眼|美中不足|不足|欠缺|薄弱|意外|揪心|(?:值得|需要|令人|让人)[㐀-鿿]{1,4}?)(?:的|之处|的地方)+(?:就|则|还)?是|^[好坏](?:的一面|消息)(?:就|则)?是"
)
#: 该线|总投资10.4亿元: of which was said before.
_THAT_ONE = "该(?:线|桥|隧道|大道)(?=总投资|概算|总?[全长]长|累计|完成)"
_FILLER_FRONT = re.compile(
    rf"{_REMARK}|{_THAT_ONE}|(?:{FILLERS})|能够?(?=安置|解决|吸纳|带动|提供|容纳|创造|新增|处理|满足|供)|(?:能够?|可)[出产]$|"
    r"贡献(?=税|产值|财政|利税|就业)|即(?=(?:计划|协议)?总?投资)|即(?!墨|热|开|[将是可会使])(?=[㐀-鿿]{4,})"
)
#: What may not stand first in the remainder when a verb is taken off: 签约率, 开工面积, 引进来, 培育库 are one word.
_BOUND = re.compile(
    r"(?:率|额|量(?!子)|数(?!字|据|控)|度(?!假)|型|性|类|库|权|费|期|制(?!造|药|剂|度)|化(?!工|解|学|肥|债|妆)|面积|"
    r"资本|证(?!券)|点(?!对)|站|商(?!业|贸|务|标|"
    r"品|事|会|住|圈|户)|人数|人员|单位|主体|后(?!备)|来|力|方(?!案|舱)|"
    r"机构|公告|区(?:面积|绿化|人口|范围|$)|户(?!外|籍|型|均|用|厕|内)|建$|物(?!流|联|业)|成本|收入|价|支出|强度|收益|能力|规模(?!以上|企业|工业|服务业)|总额|总量|覆盖|周期|时间|时限|审查)"
)
_GENERIC = re.compile(r"(?:项目|企业|投资|资金|产值|面积|人数|任务|工程|总额|税收|个|家)$")

_LEVEL_VERB = (
    r"(?:止跌|企稳|触底)?(?:提高|提升|上升|增加|增长|增强|扩大|缩小|收窄|拉大|扩展|拓展|扩容|下降|降低|减少|压缩|压减|缩短|缩减|回升|跃升|攀升|发展|做|减|"
    r"壮大|优化|精简|恢复|回升|突破|发展|控制|稳定|保持|维持|降|增|升|扩|减|缩|"
    rf"涨|达|(?<![转改])变|追|上涨|调整|调增|调减|调高|调低|上调|下调|核增|核减|追加|推进|延伸|延长|放宽|进|干|做|冲|拉|跑|攀|爬|拓|挪|抬|搞|提|压低|调|掉|跌|滑落|回落|滑|落|[抢追扳]回|{LEVEL})"
    r"(?:到|至|为|在|成)|(?:定格|锁定|报?收|站)(?:于|在|为|上)"
)
#: 规上工业总产值逐季走高：一季度54.1亿元: how it went, before its numbers.
_COURSE = (
    "(?:逐[季月年步]|一路|持续|稳步|稳中|连[年续])"
    "(?:走[高低强弱]|回[升暖落稳]|攀升|抬升|上[升扬行]|向好|改善|好转|恢复|下[滑行降]|增长|提[高升])"
)
_TAIL = re.compile(
    rf"(?:{_LEVEL_VERB}|{_COURSE}|{TAIL}|连续(?:[一二两三四五六七八九十]|\d+)个?(?:年|季度|月)|(?<![认稳签规固核鉴审指选决法评限设特])(?:定|许下?|承诺|答应|下达|自报)的|^[争冲保]|(?<=税收|收入)收|一度|(?:只|仅)?(?:做|干|用|花|办|投|批|拿|引|签|建|交|缴)了|占(?:去|了)?(?=\s*$)|(?:又|再|新)?评上了?(?=\s*$)|花去|用去|掉|(?:年度|全年|年初)(?:目标任务|任务|目标)|(?<=定的)盘子|(?<=年[初度])盘子|最终|累计达到|累计达|共计达|达到|高达|达|分别|大约|约为|约|就|只有|仅有|仅|仅为|(?<!平)均为|合计|共计|"
    rf"总计|累计|共有|共|一共|总共|总数|总量|迈上|跃上|站上|登上|保持|维持|首次|历史性|接近|仍为|依然为|预期目标|目标值|目标数|任务数|目标|预期|(?<![一每两几])只|全部|全都|全力冲刺|冲刺|跨过|跨上|跨越|越过|站稳|重(?:新)?(?:返|回到?|站上)|仅剩|只剩|尚余|仅余|有希望|有望|可望|可以|能够|应该?能|应[该当]|(?<![供对适反响效感呼照])应|必?须|(?<![产性储光风电热动功智职技节潜才万核氢效阳势体赋本可])能|尚剩|还剩|(?<![时高和风])尚|仅成行|成行|则|却|年均|已有|已达|已|仍|(?<!平)均|都|为|是|有|"
    r"超额完成|完成|实现|突破|超过|接近|近|力争|确保|不低于|不少于|不超过|至少|再|又|将|可|的|了|等|各|到|至|由原来的|由|从|"
    r"也|还|来|个|要|由此|从而|随之|平均|逆势|预计将|预计|拟按|按|拟|：|:)$"
)
_TAIL_KEEP = re.compile(
    r"(?:签约|履约|续约|预约|节约|合约|解约|违约|大约|竣工|在建|已建|有为|行为|公有|国有|特有|实有|所有|拥有|总共|附近|邻近|未来|"
    r"原来|老旧|总数|总量|个个|目的|标的|不等|同等|中等|高等|初等|优等|招引到|"
    r"主要|需要|重要|必要|纪要|首都|成都|自由|建设用|(?<![办受代处审管治])理由|公约|制约)$"
)

#: A thing that owns figures (a project, a park): in front of an indicator it is the scope.
_OWNER = (
    r"(?:项目|工程|基地|货站|航站楼|展馆|场馆|泊位|校区|产业园|科技园|园区|片区|区块|小区|新区|中心|公司|集团|企业|产业|(?<!全)产业链|行业|专用?线|隧道|大桥|通道|管廊|高架|快速路|环路|干线|工厂|厂区|厂|[验作测务护变][电理]?站|车间|实验室|服务业|制造业|基金|镇|"
    r"村|街道|社区|学校|小学|中学|医院|大道|码头|港区|港|园|平台|市场|铁路|高速|"
    r"机场|一期|二期|三期|全市|全省|全国|全县|全州|系统|部门|中小微企业)"
)
#: Indicators that always belong to something: what stands before them is the scope.
_OWNED = (
    r"(?:计划总投资|计划投资额?|总投资额?|协议总投资|协议投资额?|累计完成投资|当年完成投资|完成投资额?|投资额|总产值|资产总额|[总净]资产|负债总额|净利润|产值|年产值|工业产值|增加值|营业总收入|营业收入|主营业务收入|销售收入|销售额|(?:工业)?开票(?:销售|收入)(?:收入|额)?|应税销售(?:收入)?|"
    r"税收收入|税收|利税|利润总额|利润|入库税收|占地面积|总?建筑面积|用地面积|规划面积|占地|用地|总面积|面积|人数|从业人员|用电量|办件|开工率|签约率|入驻率|全长|总长|总里程|"
    r"[日年]均?(?:处理|处置|供[水热汽气电]|周转)[\u3400-\u9fff]{0,6}|日?(?:处理|处置)能力|负荷率|出租率|覆盖率|就业人数|研发投入|出口|进出口|增速|首期征迁签约率|征迁签约率|融资|到位资金|实际到位资金|注册资本|年产能|产能|总规模|吞吐量|游客|旅游收入|客流量|成交额|交易额|零售额)"
)
_SPLIT = re.compile(rf"^(?P<scope>.{{1,30}}?{_OWNER})(?:的|内|区域内)?(?P<indicator>{_OWNED})$")
_PLACED = re.compile(
    r"^(?P<scope>.{1,16}?(?:片区|园区|产业园|科技园|区块|组团|镇|街道|项目|公司|集团|基金|小镇)(?!项目|工程))(?:的)?(?P<indicator>.{2,})$"
)
# 城东园工业投资: a park by its name, not a 工业园 or a 动物园
_PARK = re.compile(
    r"^(?P<scope>(?!.?(?:工业|科技|产业|物流|创业|创新|开发|动物|植物|幼儿|[公校家果花乐茶田庄])园)[\u3400-\u9fff]{2,3}园)的?(?P<indicator>.{2,})$"
)
_OF_FIRMS = re.compile(r"(?P<scope>(?!工业企业)[\u3400-\u9fffA-E]{1,8}企业)的?(?P<indicator>亩均.{2,})")
#: 潮汐LNG接收站, 冻干食品产线: what costs so much, by its last word.
_BUILT = re.compile("(?<=.{3})(?:[库线桥站馆院楼塔渠池坝网]|二期|三期)$")
_INVESTED = re.compile(r"^(?P<scope>.{3,24}?(?:项目|工程|基地|产业园|小镇|中心|工厂|厂|[一二三四首]期))(?P<indicator>投资(?:额)?)$")
#: Kinds of projects, none of them one thing: 技改项目投资 is an indicator.
_PLAIN_PROJECT = re.compile(
    r"(?:工业|技改|技术改造|建设|重点|重大|基础设施|民生|产业|制造业|服务业|在建|新建|续建|亿元以上|省|市|县|区|级|城建|交通|水利|社会|政府|企业|新|类|大)*"
    r"(?:项目|工程)"
)
_WHERE = re.compile(
    r"^(?:[^全]{2,3})?(?P<scope>全市|全省|全国|全县|全州|全镇|全村|全乡|全社区|全街道|全行业|全社会(?!研|固|用|消|零|劳|融|R|科|"
    r"投))(?:的)?(?P<indicator>.{2,})$"
)
_INNER_VERB = re.compile(
    r"(?<=.)(?:累计完成|预计完成|预计实现|预计可?(?!完成|实现)|共实现|共完成|实现|完成|达成|取得|贡献|拥有|创造|"
    r"可实现|实施|一家就|一家便|"
    r"(?<![公总])共(?!同|享|青|建|产|轨|和|有制|识|赢|振|生|聚|挤|混|济))(?!率|情况|后|时)"
)
_PARENTHESES = re.compile(r"[（(][^（()）]*[)）]?")
_OUTER = " \u3000,，、:：;；。.·|-—–―*#>＞▲●■◆★→"


#: 产值超10亿元企业新增启泰铝箔|1家|: who joined them is named.
_JOINED_BY = re.compile("(?P<thing>[^，。；]{2,}(?:企业|公司|机构))新增(?![㐀-鿿]{0,4}(?:企业|公司|机构|项目))[㐀-鿿A-Za-z]{2,8}")
#: Actions that help an owner along and say nothing of its number: 推动新能源产业产值突破300亿元.
_HELPING = ("推动", "推进", "支持", "引导", "带动", "促进", "培育", "落实", "实施", "打造", "扶持", "形成")


@dataclass(frozen=True, slots=True)
class Name:
    """What a number is of.  ``offset`` is where the name begins in the fragment it was read from."""

    indicator: str
    scope: str = ""  # the owner: a project, an industry, a place
    action: str = ""  # 新增, 签约, 累计 …
    offset: int = 0
    times: tuple[str, ...] = ()
    source: bool = False  # 由 / 从: the value it came from
    level: bool = False  # 提高到, 降至 …
    aim: bool = False  # 力争, 冲刺 …
    again: bool = False  # 实际完成, 调整后: the figure before once more

    @property
    def empty(self) -> bool:
        return not self.indicator


_COUNTED = re.compile("(?:企业|项目|平台|人才|机构|专利|商户|主体)$")


#: 38个签约项目当年只|开工|17个: how many of them had come to it.
_SO_FAR_ONLY = re.compile("(?<=项目|企业|工程|地块)(?:当年|已经?|只有?|仅有?|才)+(?=(?:开工|动工|落地|竣工|投产|达产|建成|投运|注册|入库|纳统)了?$)")


def name_of(fragment: str) -> Name:
    """The name at the end of ``fragment``, the words right before a number."""
    if re.search(r"(?:和|(?<![惠涉普波])及|与|或)\s*$", fragment) and not re.search(r"共和$", fragment):
        fragment = ""  # 500所县中医院和|1000所…: what stands there belongs to the number before
    fragment = WHICH.sub(_blanked, _AND_THEN.sub(_blanked, fragment))
    fragment = _THAT.sub(_blanked, fragment)
    fragment = SERVED.sub(_blanked, SELF.sub(_blanked, _PLANNED.sub(_but_the_year, _blank_item(fragment))))
    if _YEARS_ALONE.fullmatch(fragment.strip()):
        return Name("", "", times=(fragment.strip(),))  # 财政总收入52.3亿元，五年|年均增长16.0%|
    if alone := only_one(fragment):
        rest = name_of(alone[1])
        return replace(rest, scope=name_of(alone[0]).indicator or alone[0], offset=max(fragment.find(alone[0]), 0))
    times: list[str] = []
    quoted = quoted_spans(fragment)

    def note(match: re.Match[str]) -> str:
        if any(a < match.start() < b for a, b in quoted) or match[0] == "期间":
            return match[0]
        times.append(match[0])
        return "\0"

    text = _SO_FAR_ONLY.sub("\0", ONCE_BUILT.sub("\0", TIME_WORDS.sub(note, _PARENTHESES.sub("", fragment))))
    text = plainly(text)
    done = done_to(text.strip(_OUTER))
    text, source, level, tail_action = _strip_tail(done[0] if done else text.strip(_OUTER))
    tail_action += done[1] if done else ""
    parts = [p.strip(_OUTER) for p in text.split("\0")]
    core = parts[-1] if parts else ""
    scope = ""
    if core:
        lead, _, _ = _strip_front("".join(parts[:-1]))
        scope = lead if 2 <= len(lead) <= 16 and "的" not in lead else ""
    else:
        left = [p for p in parts if p]
        core = left[-1] if left else ""
        core, more_source, more_level, more_action = _strip_tail(core)
        source, level, tail_action = source or more_source, level or more_level, tail_action or more_action
    inner = None if is_known(core) else _split_inner(core)
    if inner is not None:
        owner, core = inner
        lead, action, _ = _strip_front(owner)
        if (lead and not action) or len(lead) >= 4:
            scope = scope + lead if scope else lead
    core, action, bare = _strip_front(core)
    if core in ("总数", "总量") and not scope:
        core, action = "", "累计"  # 力争总数达到31家
    if not core and scope:
        core, scope = ("", scope) if action and not _COUNTED.search(scope) else (scope, "")  # 规上企业去年新增: what is counted, no place
    core = without_self(core)
    core, action = ("", core) if core in ("新添", "增添", "新办") else (core, action)
    planned = re.match(r"(?:[㐀-鿿]{2,4}(?:[高新经技术产业济开发综合保税]{1,8}区|园区))?计划(?!总?投资|完成|单列)", core)
    if planned and is_known(core[planned.end() :]):  # X高新区计划地区生产总值增长6.5%
        core = core[planned.end() :]
    counted = _COUNTED_AS.fullmatch(core)
    core = counted["what"] if counted is not None and is_known(counted["what"]) else core
    if action and core and is_known(action + core) and not is_known(core):
        core, action = action + core, ""  # 出让土地, 拆除房屋面积: one indicator of the field
    if not core and action and len(scope) >= 2 and not re.search(rf"{_OWNER}$", scope):
        core, scope = scope, ""
    core, split = split_subject(in_full(core))
    if split:
        action, scope = "" if action in _HELPING else action, scope + split
    if not action and (joined := _JOINED_BY.fullmatch(core)) is not None:
        core, action = joined["thing"], "新增"
    core, staged = _split_stage(core) if not action else (core, "")
    core = re.sub(r"(?:(?<=项目)|(?<=企业))[当之]?中$", "", core) if staged else core
    if not action and (in_fact := _IN_FACT.fullmatch(core)) is not None:
        core, action = "实际", in_fact["verb"]
    action = action + staged
    if tail_action and tail_action not in action:
        action = action + tail_action
    if action == "当年" and re.fullmatch(r"(?:完成)?投[资入](?:额)?", core):
        action = ""
    if action in ("累计", "当年") and re.fullmatch(r"(?:完成)?投资(?:额)?", core):
        core, action = action + core, ""  # what was invested so far is no investment of the year
    core = _ADJUNCT.sub("", core.strip(_OUTER))
    scope = re.sub(r"^(?:旗下|下属|所属)的?|(?<=.{2})(?:将|已|也|还|共|正|均|全年|主要|原定|原计划|原拟)$", "", scope.strip(_OUTER))
    scope = without_self_of(scope)
    if is_self(scope) or SETS.fullmatch(scope) or scope.endswith(("后", "时", "后年")) or scope in ("年", "每年", "年均"):
        scope = ""
    offset = fragment.find(core) if core else fragment.find(action or bare)
    if re.fullmatch(r"(?:年度|全年|年初|本年|当年|原定|[省市县区]定)?(?:目标|任务|目标任务|计划|预算|年度|计划任务)(?:数|值)?", core):
        core = ""  # 年度目标85亿元: of what was said before
    again = AGAIN.fullmatch(core) is not None or (not core and not action and re.match(r"\s*(?:咱们?|我们)", fragment) is not None)
    core = "" if again else core
    if action == "争取" and not re.search(r"资金|债券|指标|补助|补贴|项目|试点|政策|贷款|支持", core):
        action = ""  # 争取税收突破6亿元
    if scope.count("“") > scope.count("”") and core.startswith("”"):
        scope, core = scope + "”", core[1:]  # “飞地园区”|引进项目
    if (put := _PUT.match(core)) is not None and not scope and not action:
        core, action = core[put.end() :], "已投" if "已" in fragment else "投资"  # 已投项目16个
    aim = not core and re.search(r"力争|确保|冲刺|争取|^\s*[争冲保]\s*$|(?:计划|拟)(?:完成|实现)?\s*$", fragment) is not None
    return Name(core, scope.strip(_OUTER), action, max(offset, 0), tuple(times), source, level, aim, again)


#: 年初安排项目50个，|实际推进|52个: what was done in fact, of what was told right before.
_IN_FACT = re.compile(rf"实际(?P<verb>(?!完成|达到|实现|取得|使用|占|[共总合累]){ACTIONS})")
#: 规上工业总产值快报数: how it was counted is no part of what it is.
_PUT = re.compile("投(?=项目$|企业$)")
_COUNTED_AS = re.compile("(?P<what>.+?)(?:原|当时)?的?(?:快报|年报|初步(?:核算|统计)?|统计|核算|定案)(?:数据?|值)")
#: What stands around the noun and is no part of it: 可供出让的净地, 挂牌企业因摘牌, 疫情导致停工.
_ADJUNCT = re.compile(
    r"^可?供[^，的]{0,6}的(?=.{2})|^规模的(?=.{3})|^(?:(?:人代会|人大|两会|党工委|管委会|区委|常委会|会议)上?)?(?:确定|定下|定|下达|制定|安排|核定|提出|设定|预定|原定)的(?=.{2})|(?<=.{3})因(?!病|灾|公|子|素|特)[^，]{2,10}$|^.*(?:导致|造成|致使|引起|(?:上涨|下跌|增长|回升|回落|扩产)(?:带动|拉动|推动))(?=.{2})"
)
#: 年度计划实施重点项目: that it is planned is the status, no part of the name.
_PLANNED = re.compile(
    r"^\s*(?:年初|年度|全年|当年|原)?(?:[省市县区]里?|上级)?(?:制?定|确定|提出|下达|设定|给|压|交|派)(?:咱们?|我们)?(?:下来?)?的(?:奋斗|年度|全年)?(?:目标|任务|计划)(?:是|为)(?=..)|"
    r"^\s*(?P<year>(?:20\d\d|[今本明去当])年)?(?:年度|全年|年内|年初|原)?(?:计划|拟)(?=(?:再)?(?:实施|新|完成(?!投资)|开工|竣工|投产|建设|引进|培育|安排|举办|建成|投入|报批|出让|盘活|铺排|推进))"
)

_YEARS_ALONE = re.compile("(?:过去|近|最近|这)?[两二三四五六七八九十]年(?:来|间)?")


def _but_the_year(planned: re.Match[str]) -> str:
    """2024年计划完成|120亿元|: the year is told of the number, and is kept."""
    year = planned["year"] or ""
    return year + " " * (len(planned[0]) - len(year))


#: 日供水3万吨的|水厂和日处理|2万吨的污水厂: the first noun belongs to the number before.
#: 建成后可吸纳就业, 全部达产后年产值: when it will be so, no part of what it will be.
ONCE_BUILT = re.compile(
    r"(?:^(?:项目|工程|[一二三]期))?(?:全部|全面|整体|预计|正式)*(?:建成|达产|投产|投用|满产|竣工|完工|运营|投运|交付|开业|达效|落成)+(?:达产|达效|投产|投用|运营|使用)*"
    r"(?:以?后|之后)(?:每年|年(?=均?[可能])|年均|预计|将|可|能|能够|有望|新增(?=[产税就]))*"
)
#: 该公司全年实现产值: who it is was said before.
_THAT = re.compile(
    r"^因(?![地材公病此])[^，。；\d]{3,24}?(?=(?:退回|驳回|清退|退出|取消|注销|吊销|关停|停工|停产|终止|淘汰|搬迁|流失|扣除)[了出]?\s*$)|"
    r"^\s*(?:我|本人)(?![区市县省国园镇们院校部局委办党街乡州厂司])(?:个人)?(?:带头|带队|亲自|牵头|先后|坚持|主动|共|还|全年)*(?:(?:包联|包保|包抓|挂联|挂钩|挂点|联系|领办|主抓|分管)+的)?|"
    r"^(?:其中)?[㐀-鿿]{2,6}?最[高大多强]的(?!企业|公司|项目|产业|行业|片区|园区?|板块|是|为|当|属|[一二两三四五六七八九十\d])(?=[㐀-鿿]{2,14}?(?:产值|税收|税金|收入|利润|出口|投资|营收|销售))|^(?![^，、]{2,16}(?:项目|工程|基地|[一二三]期)自?(?:开工|动工|开建|建设|启动))[^，、]{0,14}?(?:任职|到任|履职|上任|成立|设立|建区|建园|组建|挂牌|封关|开工|动工|开建|建设|启动)(?:运行|运作)?(?:以来|至今)|^年(?=均?可)|^(?:主要)?(?:原因|主因)(?:是|在于|为)(?:由于)?|^\s*公司(?=[当全今去现已实完产营纳]|20)|(?:^|(?<=年))(?:(?:受|由于|因)[^，。；]{2,12}?(?:影响|拖累|带动|拉动)(?:下)?|[因由][^，。；]{2,14}?等?原因)[，,]?|^[㐀-鿿]{2,14}?等(?:原因|因素)(?=退[出库规]|减少|注销|摘[牌帽]|取消|未)|^自[^，。；\d]{0,8}?(?:开工|动工|启动|运营|投产|成立|设立)(?:以来|至今|后|起)?(?=累计|共|已|实际)|^(?:是?因为|所以|因此|于是)|^(?:按照?|照)[^，。；\d]{0,6}?(?:走势|趋势|态势|修订后基数|口径|基数)(?:看|计算|测算|推算)?|(?:该|这家|这个|此)(?:公司|企业|集团|厂|项目|工程|基金|平台|产业园|基地|片区|中心|小镇|医院|学校|作业区|港区)"
)
_AND_THEN = re.compile(
    r"^(?:(?:\d+(?:\.\d+)?亿元?以上)?[^，、\d]{0,8}?分别(?:是|为)|的[^，、\d]{2,20}?(?:以及|[和及与]))(?=[^，、\d]{0,14}总投资$)|"
    r"^[^，、\d]{1,10}?(?:和|及|与)(?=(?:日处理|日供水|日产|年产|年处理|占地|总投资|投资)[^，]{0,4}$)"
)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])


_STAGE = re.compile(
    r"^(?P<noun>.{2,}?)(?P<stage>(?:累计|[再又还]|当年|全年|新|已|实际)*(?:新增|净增|[再新增]添|开工建设|新开工|开工|续建|竣工交付|竣工投产|竣工验收|竣工|"
    r"投产|建成投用|发放|兑付|拨付|建成投产|建成|签约|落地|落户|投用|完工|结顶|供地|拆除|腾空|入库|"
    r"获批|出让|注册|挂牌|办结|受理|交付|搬迁|入驻|动工|复工|通车))$"
)


def _split_stage(core: str) -> tuple[str, str]:
    """亿元以上项目当年开工 → (亿元以上项目, 当年开工): the stage reached says which of them are counted."""
    match = _STAGE.match(core)
    return (match["noun"], match["stage"]) if match else (core, "")


_OPENING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,2}是|[一另](?:一)?方面(?:则|就|主要)?(?:是|因|由于)?|第[\d一二三四五六七八九十]{1,3}条|[①-⑳]|【[^【】]{2,8}】|[（(]?\d{1,2}[）)]"
    r"|[^，。；：\d]{0,16}?(?:目标|任务|盘子)(?:分别|确)?(?:是|为|定为)(?=[㐀-鿿]{2})|\d{1,2}(?:[.．]\d{1,2}){1,2}[ \u3000]+|\d{1,2}[、.．](?!\d))")


def _blank_item(fragment: str) -> str:
    """Blank a leading 一是, 1.2, 县里给的任务是, keeping every offset."""
    return _OPENING.sub(lambda m: " " * len(m[0]), fragment)


def split_subject(core: str) -> tuple[str, str]:
    """砺港产业园完成投资 → (完成投资, 砺港产业园); nothing split gives (core, "")."""
    if is_known(core):
        return core, ""
    if match := _WHERE.match(core):
        return match["indicator"], match["scope"]
    if re.match(r"第[一二三]产业", core):
        return core, ""
    if (firms := _OF_FIRMS.fullmatch(core)) is not None and is_known(firms["indicator"]):
        return firms["indicator"], firms["scope"]  # 规上工业企业亩均税收
    if match := re.match(rf"(?:该|本)?(?:项目|工程|企业|公司)(?P<indicator>{_OWNED})$", core):
        return match["indicator"], ""
    invested = re.fullmatch(r"(?P<who>[^的，、]{3,10}?)(?:计划|协议)?(?P<indicator>总投资)", core)
    if invested and (is_company(invested["who"]) or _BUILT.search(invested["who"])):
        return invested["indicator"], invested["who"]
    match = _PLACED.match(core) or _PARK.match(core)
    if match and is_known(match["indicator"]):
        return match["indicator"], match["scope"]  # 东片区规上工业总产值
    if company := company_in(core):
        return company
    if match := _SPLIT.match(core):
        return match["indicator"], match["scope"]
    if (match := _INVESTED.match(core)) and not _PLAIN_PROJECT.fullmatch(match["scope"]):
        return match["indicator"], match["scope"]
    return core, ""


def _split_inner(core: str) -> tuple[str, str] | None:
    """Cut at a verb inside: 光电信息产业实现产值 → (光电信息产业, 产值)."""
    quoted = quoted_spans(core)
    last = None
    for match in _INNER_VERB.finditer(core):
        if not any(a < match.start() < b for a, b in quoted):
            last = match
    if last is None or not core[last.end() :].strip(_OUTER):
        return None
    rest = core[last.end() :]
    if _BOUND.match(rest):
        return None  # 拥有量 is one word
    if last[0] in ("实施", "共") and len(core[: last.start()]) < 3:
        return None
    if last[0].endswith("完成") and re.match(r"投资(?:额)?$", rest):
        rest = last[0].lstrip("预计共可") + rest
    return re.sub("(?<=.)(?:当年|年内|全年|本年度?|自?(?:开工|动工|开建|建设|启动)以来)$", "", core[: last.start()]), rest  # X项目当年|完成投资


def _strip_tail(text: str) -> tuple[str, bool, bool, str]:
    source = level = False
    action = ""
    while text:
        text = re.sub(r"(?<=[\0])的$", "", text).rstrip(_OUTER + "\0")
        match = _TAIL.search(text)
        if match is None or ((len(text.lstrip("\0")) > 2 or text[-1:] == "约" or text.lstrip("\0") in ("主要", "实有")) and _TAIL_KEEP.search(text)):
            break
        word = match[0]
        if word in ("由", "从", "由原来的"):
            source = True
        if re.fullmatch(_LEVEL_VERB, word) or (word == "达" and not text[: match.start()].strip(_OUTER + "\0")):
            level = True
        if word.startswith(("累计", "合计", "总数", "总量", "共", "总计", "共计")):
            action = action or (
                "累计" if word.startswith(("累计", "总数", "总量")) else "合计" if word == "合计" else ""
            )
            if word in ("总量", "总数") and len(text.lstrip("\0")) > 2:
                break
        if word == "平均" and len(text.lstrip("\0")) > 4:
            action = action or word
        text = text[: match.start()]
    return text, source, level, action


def _strip_front(text: str) -> tuple[str, str, str]:
    """Take fillers and actions off the front: (rest, actions, everything taken)."""
    actions: list[str] = []
    taken = ""
    while text:
        if _KEEP_FRONT.match(text):
            break
        if match := _VERB_FRONT.match(text):
            rest = text[match.end() :].lstrip(_OUTER + "\0了的好")
            if not rest:
                actions.append(match[0])
                return "", _joined(actions), taken + text
            if not _BOUND.match(rest) and not (
                _GENERIC.fullmatch(rest)
                and match[0] not in ("新增", "累计", "共", "共计", "合计", "总计", "实现", "完成", "达到", "取得")
            ):
                if match[0] in ("完成", "实现", "取得", "达到", "总", "共", "占", "使用"):
                    if match[0] in ("总", "占", "使用"):
                        break
                    if match[0] == "完成" and re.match(r"投资(?:额)?$", rest):
                        break
                else:
                    actions.append(match[0])
                taken += text[: len(text) - len(rest)]
                text = rest
                continue
            if (longer := lead_verb(text)) is None or longer["verb"] == match[0]:
                break
        match = _FILLER_FRONT.match(text)
        if (spoken := lead_verb(text)) and not (match and match.end() >= len(spoken[spoken.lastgroup or 0])):
            actions.append(spoken[spoken.lastgroup or 0])
            taken += spoken[0]
            text = text[spoken.end() :]
            continue
        if match and len(match[0]) < len(text) + 1:
            taken += match[0]
            text = text[match.end() :].lstrip(_OUTER + "\0")
            continue
        break
    return text, _joined(actions), taken


def _joined(actions: list[str]) -> str:
    kept = [a for a in actions if a not in ("共计", "合计", "总计") or len(actions) == 1]
    kept = [a for a in kept if a not in ("拥有", "现有", "共有", "设有") or len(kept) > 1]
    return "".join(dict.fromkeys(kept))

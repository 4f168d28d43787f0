"""The noun behind a number: 10名|年轻干部 到…"""

from __future__ import annotations

import re

from index.numbers import ARABIC
from index.numerals import Quantity

__all__ = ["BUILT_WITH", "following_noun", "is_name"]

_NOUN_END = re.compile(
    r"平均|(?:(?<=项目)|(?<=企业))[当之]?中(?=当年|已|目前|真正|还|仍|只|有|仅|未|没|尚|就|也)|不能|无法|阶段性|临时性|暂时|(?<=资金)支持|(?<=基金)支持|(?<=贷款)支持|(?<=资金)扶持|(?<=资金)奖励|(?<=资金)保障|划转|划归|划入|移交|下放(?!事项)|中止|终止|停建|停产(?!企业)|违约|撤资|延期|推迟|滞后|搁置|缓建|流标|退回|满(?!意|足)|未(?!来|成年)|没(?!收)|曾|尚|仍|因(?!素|病)|[，。；、：！？,;:!?\s（）()|]|(?:19|20)\d\d年|\d{1,2}月|今年|上半年|下半年|全年|提供|精简|里头|里面|里边|当中|值得|[\u3400-\u9fff](?:到|掉|起|回|好|完)?了|[搬住用喝吃过走戴坐借沾](?:进|上|回|出)(?!述|级|市|岗|口)|(?:整合|合并|归并|撤并|重组|缩减|压减|裁减|调整|发展|[并砍裁])(?:为|成|到|至)|跃升|一起|一道|一同|早(?=竣|开|日|投)|落实|"
    r"发放|兑付|集中(?=开|签|竣|投)|奠基|开业|封顶|结顶|逐[条项一个宗件](?!排查)|认领|"
    r"试生产|按(?!揭)|喜迁|受益|入住|告别|组建|设立|成立|"
    r"落成|实现|完成|达到|基本|初步|逐步|各(?=展|有|具|显)|"
    r"入选|获得|获评|获批|荣获|重新|再次|再度|(?<![收捕截缴])获|通过|签约|落户|落地|开工|竣工|"
    r"投产|投用|建成|启用|正式|全部|已经|已|均|将|用于|"
    r"到(?!位|账|期)|成为|列入|进入|分别|同比|(?<!稳)增长|下降|挂牌|纳入|得到|被|加快|全面|顺利|成功|动工|揭牌|运行|参加|"
    r"参与|在(?!建|孵|线|职|校)|共同|先后|相继|提前|按期|如期|有序|启动|(?:年度|全年|当年|本年|年内)计划|"
    r"达产|上线|投入(?=运|使|生|建)|营业(?!收入|额)|试运|累计|总投资|"
    r"以及|以(?!上|下)|占|比|较|居(?!民|住|家)|位居|位列|超|的|是|为|从|由|有(?!效|限|机|色)|可(?=实现|新增|达|容纳|"
    r"满足|供|享)|扩大|提高|增加|减少|降低|缩短|压减|[增减升降缩压扩涨跌]至|"
    r"压缩|其中|和|与|及|并|实施|推进|加入|退出|取得|转型|升级(?!版)|受(?![损灾淹])|于|让|使|让|供|促|正在|正(?=加|有|式)|"
    r"带动|上市(?!公司|企业|后备)|申报|提升|改造(?!项目|工程)|"
    r"建设(?!用地|项目|工程|规划)"
)
#: A stage in front of what reached it is part of the noun: 7个|签约项目满一年未开工.
_REACHED = re.compile(
    r"(?:新)?(?:签约|落户|落地|开工|竣工|投产|投用|建成|挂牌|上市|入驻|申报|改造|建设|获批|升级|参加|受益|达产|运行)"
    r"(?:项目|企业|工程|单位|团队|载体|平台)"
)
#: 8家|企业纳税超5000万元: which companies they are is told by the threshold.
_EARNING = re.compile(
    r"(?:[\u3400-\u9fff]{0,6}企业)(?:年)?(?:纳税|产值|营收|税收|销售收入|主营业务收入|营业收入)(?:超过?|过|突破|达到?)[\d.]+[万千百]?[万亿]?元?(?:以上)?"
)
#: 11家|食品企业产值下降, 5家|产值负增长: which they are is told by how they fared.
_FARED = re.compile(
    r"(?P<who>(?=[\u3400-\u9fff]{4})[\u3400-\u9fff]{0,6}?(?:企业|行业|产业|指标|园区|片区|镇街)?(?:总产值|产值|营收|营业收入|销售收入|税收|纳税|利润|出口|进出口|增加值|订单|用电量?)?(?:额|总额)?)"
    r"(?:同比)?(?:实现|出现|呈现?|保持)?(?P<how>[正负]增长|增长|下降|下滑|减少|回落)(?=[，。；、,;]|$)"
)
_OWNERS_OF = re.compile(
    r"([\u3400-\u9fff]{0,8}?(?:企业|项目|公司|产业|园区|片区))(?:的|合计|共计)?(?:工业)?(?:总产值|产值|进出口|出口|进口|增加值|税收|纳税|利润|利税|"
    r"营业总?收入|主营业务收入|销售收入|用电量?|投资)(?:额|总额|总值)?$"
)
_TOLD = re.compile(r"(?:合计|共计)?(?:占|为|达|突破|超|实现|完成)")
_AT_ONCE = re.compile("(项目|企业|地块|工程)(?:拿地|签约|供地|交地|开工|落地|竣工|建成|注册|摘牌)[即就](?:开工|开建|投产|发证|拿证|能开工|落地)")
_DID = re.compile(r"([\u3400-\u9fff])了([\u3400-\u9fff])(?=[，。；、]|$)")
#: 投资3.6亿元|建设的年产12万吨深加工项目: what it cost was spent on the project.
BUILT_WITH = re.compile(r"^(?:(?:新|扩|续|兴|改|援|投资|合作)?建设?|打造|兴办|实施)的")
_CAPACITY = re.compile(
    rf"^(?:年产|日产|年加工|年处理|日处理|年储)(?:量|能力)?(?:约)?{ARABIC}[万亿千百]?[\u3400-\u9fffA-Za-z]{{0,2}}?"
    r"(?:吨|台|套|件|片|米|千瓦|标箱|锭|只|辆|支|颗|升|头|羽)"
)
_NOUN_FRONT = re.compile(r"^(?:左右|以上|以下|的|之|规模(?!以[上下])|等)+")


def following_noun(text: str) -> str:
    """The noun right behind a number (10名|年轻干部到…), "" when a verb or a delimiter stands there."""
    rest = _NOUN_FRONT.sub("", _CAPACITY.sub("", BUILT_WITH.sub("", text[:60])))[:40]
    if at_once := _AT_ONCE.match(rest):
        return at_once[1]  # 38个|项目拿地即开工
    if did := _DID.match(rest):
        return did[1] + did[2]  # 3680人|脱了贫
    masked = re.sub(r"“[^”]*”", lambda m: "\u00b7" * len(m[0]), rest)
    reached = _REACHED.match(masked)
    match = _NOUN_END.search(masked, reached.end() if reached else 0)
    noun = rest[: match.start()] if match else rest
    noun = re.sub(r"(?<=[\u3400-\u9fff]{4})(?:当年|年内|本年|今年|全年|只|仅|才)+$", "", noun)  # …项目当年|完成投资
    if (fared := _FARED.match(rest)) and len(fared["who"]) > 1:
        return fared["who"] + fared["how"]
    if earning := _EARNING.match(rest):
        return earning[0]
    if match and (owners := _OWNERS_OF.match(noun)) and _TOLD.match(rest[match.start() :]):
        noun = owners[1]  # 5家|龙头企业进出口占全区的72.5%
    if re.fullmatch(r"大关|台阶|关口|门槛|坎|关", noun):
        return ""
    if noun.endswith(("中", "里", "内", "当中")) and not noun.endswith(("高中", "初中")):
        return ""
    return noun if 1 < len(noun) <= 20 or noun in ("村", "镇", "乡", "县", "区", "市", "人") else ""


_ROLE_NOUN = re.compile(r"^(?:分别|其中)$")


def is_name(indicator: str, quantity: Quantity) -> bool:
    """Whether a name can stand alone beside a number."""
    if re.fullmatch(r"(?:首年|当年|首月|首季)?(?:即|便)", indicator):
        return False  # 营业收入13.2亿元，首年即突破10亿元
    if re.fullmatch(r"增长|下降|增加|减少|提高|上升|[省市县区州]里|上级|上面|不动摇|不放松|不变|不松劲", indicator):
        return False  # 增长的48家, 县里只批了620亩
    if not re.search(r"[\u3400-\u9fffA-Za-z]", indicator) or len(indicator) > 40:
        return False
    return (len(indicator) > 1 or indicator in "村镇乡人户县市") and not _ROLE_NOUN.match(indicator)

"""Quantities that are no figures: they say which things are counted, how large a field is, what a thing is called."""

from __future__ import annotations

import re

from index.figures.grammar import GOAL_AFTER
from index.numerals import Quantity, convert, find_quantities

__all__ = ["is_no_figure"]

#: 全市10个县区第3位, 在134个参评单位中列第41位: how many are ranked.
_FIELD = re.compile(
    r"(?:国家级|省级|市级|同类|参评)?[^，。；、\d]{0,14}?(?:[（(][^（）()\d]{1,12}[)）])?(?:中|里|内|当中)?(?:综合)?(?:考评|评价|排名|考核|评比|评估)?(?:中|里)?"
    r"(?:的)?(?:排名?|位居|居|位列|列|名列|排位|排在|跃居|升至|稳居|保持)?(?:在)?(?:第\s*[\d一二三四五六七八九十]|前\s*[\d一二三四五六七八九十]|首位|榜首|[^，。；、\d]{0,8}之[首冠最])"
)
#: 年产5000台机器人项目, 10万锭智能纺纱项目: the capacity is part of what the project is called.
_CAPACITY = re.compile(r"(?:/[日天年月])?[^，。、；：\d（(]{2,16}?(?:项目|工程|装置|生产线|机组|基地)|"
    r"(?:/[日天])?[^，。、；：\d（(的]{0,6}?(?:处理厂|水厂|泵站)")
_STUFF = ("吨", "千瓦", "兆瓦", "标箱", "锭", "立方米", "千升", "升", "吨/日", "吨/天", "吨/年")


_THE_FIRST = re.compile(r"的?(?:企业|公司|单位|产业|行业|片区|园区|镇|街道|国家|地区)")
#: 要有一个大的突破, 迈上一个新台阶
_FIGURATIVE = re.compile(
    r"(?:[更较]?[大新小好高]|全新|崭新|重大)的?(?:突破|台阶|提升|飞跃|跨越|变化|进展|改善|成效|局面|开端|开局|水平|阶段|高度|起点|进步)"
)
#: 10.4%是按可比口径算的: told before.
_RECKONED = re.compile(r"(?:这个数)?(?:是|就是)?(?:按|用|以)[^，。；\d]{2,14}?(?:算|计算|核算|测算)(?:出来)?的")
#: A类企业（前20%）: which of them are called so.
_TOP = re.compile(r"[（(](?:排名|位列|即|排)?[前后]$")
_SO_LARGE = re.compile("(?:以上|以下)?的?(?:仅|只|就|也|仍|还|才)有?[\\d一二三四五六七八九十]+[个家项户]")
_STEPS = re.compile("[十百千]?[万亿]?元?级?(?:台阶|大关|关口)")  # 连跨三个百亿台阶
_VACANT = re.compile(r"[^，。；、\d]{0,10}?(?:还|仍然?|目前|依然)?(?:是|为)空白")


_ALL_HAVE = re.compile("(?:主导|重点|支柱|优势|传统)?(?:行业|产业|片区|园区|板块|镇|街道)[㐀-鿿]{0,8}?占(?!地|用)")


def _names_before(text: str) -> int:
    """How many names the list has that a text ends in: 2 of 陶瓷和食品."""
    return len([name for name in re.split("[、和与及]", re.split("[，,；;。：:\\n]", text)[-1]) if name])


def is_no_figure(sentence: str, quantity: Quantity) -> bool:
    """Whether a quantity is a threshold, the size of a ranked field, a capacity in a name or none of something."""
    after = sentence[quantity.outer_end :]
    before = sentence[: quantity.outer_start]
    if quantity.rank and re.search(r"[与距离同和]$", before) and re.match(r"的?(?:差距|距离|相差|差)", after):
        return True  # 与第1位的差距: somebody else's place
    if before.endswith("前") and quantity.unit in ("名", "位", "强", "家", "户") and _THE_FIRST.match(after):
        return True  # 税收前三名的企业: who they are comes next
    if quantity.is_rate and _RECKONED.match(after):
        return True
    if quantity.is_rate and _TOP.search(before) and re.match(r"的?(?:企业|公司)?[）)]", after):
        return True
    so_called = re.search(r"[（(][㐀-鿿]{0,6}$", before) and re.match(r"[）)]\d+[家户个项条件]", after)
    if quantity.is_rate and so_called and re.search("以上|以下", quantity.qualifier_after()):
        return True  # 基本完成（完成率95%以上）2项: which of them are called so
    if quantity.chinese and quantity.unit == "项" and re.match("规定", after):
        return True  # 违反中央八项规定精神问题4起
    if quantity.chinese and quantity.unit == "个" and _ALL_HAVE.match(after) and _names_before(before) == quantity.value:
        return True  # 陶瓷和食品两个产业占…的六成: who has the share
    if quantity.rank or quantity.is_rate:
        return quantity.is_rate and re.match("(?:都|也)(?:没|不|未)", after) is not None  # 连任务的一半都没到
    if quantity.chinese and quantity.value == 1 and _FIGURATIVE.match(after):
        return True
    if quantity.chinese and quantity.is_count and _STEPS.match(after):
        return True
    sized = re.search("以上|以下", quantity.qualifier + after[:2]) is not None
    if quantity.is_money and sized and _SO_LARGE.match(after) and re.search("其中|[，、]$", before[-3:]):
        return True  # 其中10亿元以上仅4个: how large those are
    if _VACANT.match(after):
        return True  # 过10亿元企业还是空白
    if quantity.is_count and _FIELD.match(after) and re.search(r"(?:[全在居]|中)[^，。；]{0,12}$", before):
        return True
    if quantity.chinese and quantity.is_count and re.match(r"[^，。；、\d]{2,10}(?:——|[：:])", after):
        return True  # 四家龙头企业——…: they are named next
    if re.search(r"(?:阅读|浏览|点击|访问|转发|点赞|评论|访客)(?:量|数|次数|人数)?[：:\s\u3000]*$", before):
        return True  # what a page counts of itself
    if quantity.unit == "分" and re.search(r"(?:加|减|扣|记|计|标准)[：:]?\s*$", before):
        return True
    if quantity.is_money and re.search(r"[\d一二三四五六七八九十两]+[家户][\u3400-\u9fff]{0,6}企业[^，。；\d]{0,8}$", before) and re.search(
        r"超|过|突破", quantity.qualifier + before[-2:]
    ):
        return True
    unit = quantity.unit.lstrip("万亿千百十")
    made = re.search(r"(?:年产|日产|年加工|年处理|日处理|年储运)(?:约)?$", before)
    if (made or unit in _STUFF) and not quantity.is_money and _CAPACITY.match(after):
        return True
    none = re.search(r"(?:尚无|没有|无|未有|不足)$", before) or _NOBODY_ELSE.match(after)
    if none and quantity.chinese and quantity.value == 1 and quantity.is_count:
        return True  # 尚无一家, 招商中心一家就促成9个
    if quantity.chinese and quantity.value == 1 and quantity.unit in ("家", "户") and re.match(r"\d", after):
        return True  # 其中椑春酒业一家1.97亿元
    if quantity.chinese and quantity.value == 1 and quantity.is_count and _SUPERLATIVE.search(before) and re.match(r"[，。；、,;]|(?:就)?是", after):
        return True  # 芯栎封测是最大的一家, 最大的一家是芯栎封测
    return _is_remark(quantity, before, after) or _is_passed_line(quantity, sentence) or _is_threshold(sentence, quantity)


_SUPERLATIVE = re.compile(r"最[^，。；、\d]{1,5}的$|是[^，。；、\d]{0,10}(?:龙头|主力|老大|大户)的?$")
#: 一家就, 一个村就有, 一家缴税; 一个不落, 一户都没少.
_NOBODY_ELSE = re.compile(
    r"(?:就|便|独大|也|都|不|没|别)|(?:[㐀-鿿]{0,4})(?:产值|收入|进出口|出口|税[收金]|利润|开票|销售)|(?:[村镇乡园厂县区人]|园子|片区|园区|街道|社区|单位|行业|企业|公司|项目|产业)?(?:就|便|引来|招来|占|缴|交了|贡献|拿[了下]|干了|做了|出了|上缴|纳税|完成|实现)"
)
_ROW = ("次", "回", "趟", "场", "天", "期", "轮", "届", "个")
_TO_TELL = re.compile(
    r"[^，。；：\d]{0,8}?(?:我|咱们?|大家|同志们|各位|值得|不得不|必须)(?!区|园|县|市|省|们|国)[^，。；：\d]{0,6}?"
    r"(?:点[一名个]|[说讲谈](?!明|判|座)|提一|提个|提醒|念叨|强调|交代)"
)
_SHORT_OF = re.compile(r"没(?:能|有)?(?:守|保|稳|站|达|突|迈|跨|超|过|上|到|干|冲|摸)(?:住|到|破|过|上)?$")
_BUT = re.compile(r"(?:的?(?:大关|关口|门槛|台阶|坎|关))?[，,](?:只|仅|才|就|实际|最后|最终|停在)")
_WEATHER = re.compile(r"(?:零下|零上|气温|[高低]温|外头|室外|外面|体感)[^，。；\d]{0,6}$")


def _is_remark(quantity: Quantity, before: str, after: str) -> bool:
    """What is said in passing: 一个是…, 只有一项，, 有三个项目我要点一点, 连着两次, 零下27度."""
    if quantity.unit in ("度", "摄氏度") and (_WEATHER.search(before) or re.match(r"的?(?:高温|低温|严寒|酷暑|寒|天[，。])", after)):
        return True
    if quantity.unit in _ROW and re.search(r"(?:连着|接连|一连|连续)$", before):
        return True
    if _SHORT_OF.search(before) and _BUT.match(after):
        return True  # 出口没守住2亿美元，只有1.86亿美元: how much is said next
    if not quantity.chinese or not quantity.is_count:
        return False
    if quantity.value == 1 and re.search(r"(?:靠|依赖|仰仗|押在|盯着|指望)[这那着]?$", before):
        return True  # 太靠一家
    announces = quantity.unit in "项条件样点处" and re.search("的[只就仅也]*(?:有|是)?$", before)
    if quantity.value == 1 and (announces or re.match(r"就?(?:是|叫)", after)):
        return True  # 一个是…, 掉下来的只有一项，…
    return _TO_TELL.match(after) is not None


_HOW = "(?:头一[回次遭]|首次|第一[回次]|破天荒|历史上|有史以来|历史性地?|一举|成功|再次|顺利|终于|总算|到底|也|地|的)*"
_PASSING = re.compile(rf"[，,]{_HOW}(?P<verb>突破|超过|超|[越迈跨闯冲翻]过|跨[上越]|迈[上入]|站[上稳]|登上|跃上|达到|过|爬上)?了?$")
_PASSED_LINE = re.compile(r"(?:的|这道|这个|这一)*(?:大关|台阶|关口|门槛|坎|关(?=[，。；]))")


def _is_passed_line(quantity: Quantity, sentence: str) -> bool:
    """达到6.24亿元，头一回过了6亿元的坎，增长20.9%: said exactly right before; or after, 站上50亿元的台阶，52.3亿元."""
    stop = _PASSED_LINE.match(sentence[quantity.outer_end :])
    exact = stop and re.match("[，,]", sentence[quantity.outer_end + stop.end() :])
    if stop and exact:
        after = find_quantities(sentence[quantity.outer_end + stop.end() + 1 :])[:1]
        values = [convert(q.value, q.unit, "元" if q.is_money else quantity.unit) for q in (quantity, *after)]
        if len(values) == 2 and after[0].outer_start == 0 and values[0] and values[1] and values[0] <= values[1] <= values[0] * 2:
            return True
    if GOAL_AFTER.match(sentence[quantity.outer_end :]):
        return False  # 28个，超过26个的年度目标: a goal, and no line
    passing = _PASSING.search(sentence[: quantity.outer_start]) or _PASSING.search(sentence[: quantity.start])
    told = find_quantities(sentence[: passing.start()])[-1:] if passing else []
    if passing is None or not told or told[0].outer_end != passing.start():
        return False
    one, other = (convert(q.value, q.unit, "元" if q.is_money else told[0].unit) for q in (told[0], quantity))
    if one is None or other is None or not other <= one <= other * 2:
        return False
    line = _PASSED_LINE.match(sentence[quantity.outer_end :])
    return line is not None or ((passing["verb"] or quantity.qualifier) in _OVER and passing[0].strip("，,了") not in _OVER)


_OVER = ("突破", "超过", "超", "过", "越过", "迈过", "跨过", "跨上", "迈上", "站上", "冲过", "闯过")


_OF_SUCH = re.compile(
    r"的?[㐀-鿿]{0,8}?(?:企业|公司|项目|产业集群|园区)(?:[只仅才就也已共]|达到?|有|为|累计|增[至加]到?|总数)*[约近]?(?:\d+|[一二两三四五六七八九十]+)[个家户项]"
)


def _is_threshold(sentence: str, quantity: Quantity) -> bool:
    """Amounts that say which things are counted, not how much: 5000万元以上项目, 产值超10亿元的企业12家."""
    after, before = sentence[quantity.outer_end :], sentence[: quantity.outer_start]
    beside = re.search(r"(?:低于|不足|不到|高于|超过?|少于|多于)$", before + quantity.qualifier)
    if beside and re.match(r"的(?:行政)?(?:村|企业|项目|户|镇|园区|家庭)(?=[由从\d]|共|有|全部|[，。])", after):
        return True  # 集体收入低于30万元的村由12个减至3个
    if quantity.is_count and not quantity.is_money:
        return bool(re.match(r"^级|^(?:以上|以下)(?:学历|职称)", after))
    if quantity.is_money and quantity.upper is not None and re.match(r"的?(?:有|共)?\d+[个家户项]", after):
        return True  # 5亿元到10亿元的7个
    if re.search(r"超|过|以上|以下", quantity.qualifier + before[-1:]) and re.match(
        r"(?:的?(?:只|仅|就|共|也)*有[^，。；\d]{0,24}?|(?:的|约|有|共)*)(?:\d+|(?<=[\u3400-\u9fff])[一二两三四五六七八九十]+)(?:个|家|户|项)", after
    ):
        return True  # 其中超10亿元6个
    passed = re.search(r"(?:过|超|突破)$", before[-3:] + quantity.qualifier)
    if passed and re.match("(?:的|级)[㐀-鿿]{0,6}?(?:企业|公司|项目|产业集群|园区)(?=[，。；、]|$)", after):
        return True  # 头一家过10亿元的软件企业
    if (passed or re.search("以上|以下", quantity.qualifier)) and _OF_SUCH.match(after):
        return True  # 营业收入超10亿元的软件企业只有1家
    thing = (
        r"(?:工业|产业|制造业|重点|重大|外资|内资|高新|优质|大型|大|新|好|服务业|基础设施|基础设施建设|建设|产业链|龙头|"
        r"骨干|规上|规模|上市|商贸|实体|先进制造业|旗舰|纳税|先进|战新|科技|内|省|"
        r"市)*"
        r"(?:企业|项目|产业集群|产业链|集群|产业|园区|镇|乡镇|街道|村|大户|单位|龙头|重特大项目|户|合同|订单|人群|贷款)"
    )
    limit = (
        re.search(r"以上|以下|以内|超|级|[-—~]|及以上|突破|过", quantity.qualifier + quantity.text)
        is not None
        or re.search(r"(?:投资|产值|税收|纳税|营收|收入|金额)[超过]$", before) is not None
        or quantity.upper is not None
    )
    if re.match(rf"(?:以上|以下)?(?:的)?{thing}", after) and (
        limit or not re.search(r"投资|融资|资金|补助|奖励|贷款|税收|销售|产值", re.split(r"[，。；：、,;]", sentence[: quantity.start])[-1][-10:])
    ):
        counted = re.match(
            rf"(?:的)?{thing}(?:已|共|仍|总数)?(?:达到|达|占|为|有|增至|突破|超过|分别|新增|个数|数量|数)*\s*(?:约|"
            rf"近)?(?:[\d一二两三四五六七八九十]+|实现零|零的|[，。；、,;]|$)",
            after,
        )
        return bool(limit or counted)
    return False

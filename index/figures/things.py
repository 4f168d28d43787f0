"""What only one thing has: the length of a road, the places of a school, the firms in a building, what a listing raised.

霈蓝生物在科创板挂牌，首发募资12.4亿元，全区上市公司增至3家: the money is that of the firm that the sentence begins with, the firms are the zone's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.figures.accounts import NAME, checked, parts, walk
from index.figures.naming import ACTIONS
from index.figures.subjects import NO_THING
from index.glossary import is_known
from index.numerals import find_quantities
from index.records import Figure, FigureKind, Report

__all__ = ["of_things"]

_DATE = (
    "(?:20\\d\\d年|[去今上前]年|当年|年内)?"
    "(?:第?[一二三四]季度|[上下]半年|年[初中底]|\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|底|初|末|份)?)?"
)
_HOW = "(?:于|将|已|现|也|就|终于|总算|如期|正式|全面|全线|顺利|成功|主体|提前|预计|计划|力争|确保|争取|拟)*"
_MILESTONE = (
    "(?:破土|开工|动工|封顶|投产|竣工|建成|投用|投运|试产|开业|开园|开学|招生|交付|通车|通水|通气|供热|启用|完工|揭牌|运营|达产|点火|复工|停工"
    "|落成|开通|获批|上市|挂牌|投料|投的产|动的土|完的工)"
)
_BY = "(?:负责|牵头|实施|承建|承担|组建|运营|接盘|接手|投资|投建|建设)"
#: 蘅浦中学9月启用, 鹤皋大道北延全长4.7公里, 芰荷路3.6公里9月全线通车: what is built stands in front of its date or its size.
_SURELY = "(?=\\d|[去今上]年|如期|正式|全线|终于|总算|上半年|下半年)"
_REACHES = re.compile(f"{NAME}　*(?={_HOW}(?!年|月){_SURELY}{_DATE}{_HOW}{_MILESTONE})")
_SIZED = re.compile(
    f"{NAME}　*(?=(?:主线|线路)?(?:全长|总长)\\d|(?:总)?(?:占地|建筑面积)(?:面积)?约?\\d|设计(?:规模|(?:日)?处理能力)"
    f"|由[^，。；]{{2,14}}?{_BY}"
    f"|(?<=[路道延线桥街隧期环])[\\d.]+公里(?:{_DATE}{_HOW}{_MILESTONE}|$)|(?:扩建|改造|提标|扩能|技改|建成|投用|投产)后$)"
)
#: 苎光膜材7月22日在创业板上市: whoever is listed is a company.
_BOARD = "(?:创业板|科创板|主板|新三板|北交所|交易所|证交所|深交所|上交所|港交所|联交所)"
_LISTED = re.compile(f"(?:其中)?(?P<who>[㐀-鿿A-Za-z]{{3,18}}?)　*(?={_HOW}{_DATE}{_HOW}(?:在|登陆)[^，。；]{{0,10}}?{_BOARD})")
#: 塔湾铁路专用线。全长5.8公里, 汽车零部件产业园三期，甲公司负责，总投资…: a name alone in front of its size.
_ALONE = re.compile("[㐀-鿿A-Za-z0-9·“”]{4,26}")
_ITS_SIZE = re.compile(
    "　*(?:[^，。；\\d]{2,14}(?:负责|牵头|实施|承建|投资)[，,])?"
    "(?:(?:计划|概算)?总投资|投资(?=[\\d.]+亿)|全长|总长|总?占地|总?用地|总?建筑面积|设计(?:规模|日?处理能力))"
)
#: 开工建设临港第二水厂，设计规模…, 甲医院门诊楼主体完工，建筑面积…: what is done to it is no part of its name.
_PUSHED = re.compile(f"^(?:{ACTIONS}|启动|推进|抓好)+(?=.{{5}})")
_ENDS_IN = re.compile(f"(?:{_HOW}{_DATE}{_HOW}{_MILESTONE}|建设)$")
#: What begins so is the zone's, or is told of the whole year.
_ALL = re.compile(
    "(?:其中)?(?:全[区市县省园]|我[区市]|区[内里]|开发区|园区|本区|成为|年末|全年(?!仅?完成投资|实际?投)|截至"
    "|[两三四五六七八九十]+[个家]|\\d+[个家](?!班|学位))"
)
#: 全长5.8公里的X, 第二个，X, 拖后腿的是X: what is said of it stands in front of its name.
_SAID_OF = re.compile(
    "　*(?:(?:全长|总投资|投资|占地|年产)?[\\d.]+(?:公里|亿元|万元|亩|万?平方米)的"
    "|(?:第[一二三四五六七八九十]个|[一二三四五六]是|首先|其次)[，,]?)"
)
_THE_ONE = re.compile(
    "　*[^，。；\\d]{0,10}?(?:的(?:一个|项目)?(?:还)?是|还有个|头一个是|当[数属])"
    "(?P<who>[^，。；\\d]{4,24}?)(?:这|那|独)?(?:一家)?　*"
)
#: 榑光储能因设备招标流标两次: somebody else's hindrance.
_HINDERED = re.compile("(?P<who>[㐀-鿿A-Za-z]{3,14}?)(?:(?<!原)因(?!素|子|地|病|此|为)|由于|受(?!益|理|到|让|限|托))[^，。；]{2,}")
#: What no name begins with, ends in or is.
_VERBS = re.compile(
    f"(?:{ACTIONS})|规上|规模以上|年产|日产|一批|批|达产|预计|进度|原因|目前|还|也|对|从|在|受|为|当年|去年|上年|责任|主要|同|以|原[定计]|计划|订购"
    "|外方|亿元|[首头全]批|用地|占地|最|双方|[一二三四五六七八九十两几]+[台套条个]|一?[一二三]期"
)
_NO_NAME = re.compile(
    "(?:产值|收入|投资|面积|任务|目标|计划|项目数|企业|情况|工作|进度|时间|能力|单位|负责|牵头|实施|承建|片区|街道|园区|主体|产线|设备|工期"
    "|[了着过是的年月日]|的(?:项目|工程|企业)|[\\d.]+[亩元米吨家个])$|由|已经|没有|其中|这|那"
)

_FIRMS_OWN = "(?:首发|首次公开发行|上市)?(?:募集资金|募资)(?:净额|总额)?|融资"
_WORKS = (
    "(?:计划|概算)?总投资|(?:累计|当年|年度|实际|计划|已)*(?:完成)?(?:投资|投入)额?(?:停留)?|(?:主线|路基|桥梁)?(?:全长|总长|成型|路基成型)"
    "|(?:全线|先行)?(?:通车|贯通)(?:里程)?|(?:还)?(?:剩余|剩下)|(?:总|规划)?(?:占地|用地|建筑)(?:面积)?|设计规模"
    "|(?:设计)?(?:[日年]均?)?(?:[污废]水)?(?:处理|通过|供[水热汽气]|吞吐|周转|加工)能力|(?:每万锭|吨钢|单位)[㐀-鿿]{2,4}"
    "|(?:达产后)?(?:预计)?(?:可)?年?(?:新增)?(?:产值|税收|销售收入|营业收入)|年产[㐀-鿿A-Za-z]{0,8}|年?产能|[一二三]期(?:年产)?|负荷率"
    "|首批科研人员|补偿支出|货值|先行"
)
_HELD = "(?:已|签约)?(?:入驻|入园)(?:企业|商户|项目)|入驻率|出租率|入住率|标准厂房(?:面积)?|满租年?租金|(?:已)?交付(?:面积)?"
_HOUSES = re.compile("厂房|产业园|园[一二三四]?期?$|加速器|孵化器|大厦|中心|谷$|基地|楼|城$|创|公寓")
_SCHOOL = re.compile("(?:学校|中学|小学|幼儿园|学院|校区|[一二三四]中|[一二三]小|附中|附小)(?:[一二三]期|新校区)?$")
_PLACES = "(?:公办)?(?:优质)?学位"
#: What a scope says that is nobody's: how much of it, which part.
_NOBODYS = re.compile(
    "(?:新增|新|当年|年内|本年|累计|开工|签约|建成|形成|已|实际|预计|[一二三]期|全厂|(?:提高|下降|扩建|调整|改造|扩能|增加|压减)前|原公布|调整后"
    "|完成|投资|计划|交付|首期|首批|年度|剩余|通车|收回|入驻企业|达产|全部|算起|发|到)*"
)


_PHASE = re.compile("[（(]?[一二三四五首]期")


def of_things(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The figures in their order, those that only one thing has with the thing in their scope."""
    tables = [(t.start, t.end) for t in report.tables]
    found = [f for f in figures if not f.in_table]
    starts = [f.start for f in found]
    owned: dict[str, Figure] = {}
    for start, end in parts(report.text, tables):
        near = found[bisect_right(starts, start - 1) : bisect_right(starts, end)]
        text = report.text[start:end]
        for f, who in _told(text, start, near) if near else ():
            if (better := _owned(f, who)) is not None:
                owned[f.id] = better
    return [owned.get(f.id, f) for f in figures]


def _told(text: str, at: int, near: Sequence[Figure]) -> Iterator[tuple[Figure, str]]:
    """Each figure of a line with the thing or the firm that it is told behind."""
    quantities = find_quantities(text)
    asides = [m.span() for m in re.finditer(r"[（(][^（()）]*[)）]", text)]
    for who, start, end, _, _ in walk(text, quantities, _begins):
        inside = (q for q in quantities if start <= q.start < end and not any(a <= q.start < b for a, b in asides))
        for q in inside if who and _named(who) else ():
            yield from ((f, who) for f in near if f.start <= at + q.start < max(f.end, f.start + 1) and f.value == q.value)


def _begins(plain: str, behind: str, opened: bool) -> str | None:
    """Whose figures come next, where a clause begins with that; "" where it turns to the zone, None where it goes on."""
    if _ALL.match(plain):
        return ""
    if the_one := _THE_ONE.fullmatch(plain):
        return _named(the_one["who"]) or None
    plain = _SAID_OF.sub("", plain, count=1)
    if listed := _LISTED.match(plain):
        return _named(listed["who"])
    for told in (_SIZED.match(plain), _REACHES.match(plain)) if opened else ():
        if told is not None and (who := _named(told["who"])):
            return who
    if (hindered := _HINDERED.match(plain)) and (who := _named(hindered["who"])):
        return who
    name = _ENDS_IN.sub("", _PUSHED.sub("", plain.strip("　* "), count=1))
    alone = opened and _ALONE.fullmatch(name) is not None and not NO_THING.search(name) and _ITS_SIZE.match(behind) is not None
    return (_named(name) or None) if alone else None


def _named(who: str) -> str:
    known = is_known(who) or _VERBS.match(who) or _NO_NAME.search(who) or len(who) < 3
    return "" if known else checked(who)


def _owned(figure: Figure, who: str) -> Figure | None:
    """The figure as that of the thing; None where it is another's, or what anybody may have."""
    held, what = figure.scope, figure.indicator
    if held and who.startswith(held) and not _PHASE.match(who, len(held)) and not held.endswith(("项目", "工程")):
        held = ""  # 澄湾大道, of 澄湾大道快速化改造
    if not _NOBODYS.fullmatch(held) or who in held + what:
        return None
    if figure.kind in (FigureKind.SHARE, FigureKind.COMPLETION):
        return replace(figure, scope=who + held) if re.match("占总投资|完成(?:年度|当年)?计划", what) and "投资" in held + what else None
    if "新增" in held and re.fullmatch(_PLACES, what):
        return None  # 新增学位2,160个, of the one school that the year opened, is what the zone has added
    if figure.kind is not FigureKind.VALUE or not _has(who, what):
        return None
    return replace(figure, scope=who if held == "入驻企业" else who + held)


def _has(who: str, what: str) -> bool:
    if re.fullmatch(_PLACES, what):
        return _SCHOOL.search(who) is not None
    if re.fullmatch(_HELD, what):
        return _HOUSES.search(who) is not None
    return re.fullmatch(f"{_FIRMS_OWN}|{_WORKS}", what) is not None

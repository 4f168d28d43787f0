"""The heads of a table → what each of its columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise, takewhile

from index.figures.naming import name_of
from index.numerals import base_unit, find_quantities
from index.periods import TIME_WORDS, parse_period
from index.records import Cell, Period, Table
from index.units import CLASSIFIERS, MEASURES, RATES

__all__ = ["EMPTY", "GOAL_HEAD", "MEMBER", "ORDER", "PLACE", "VERDICT", "WHOLE", "Column", "Role", "head_unit", "read_columns",
           "unit_among", "unit_of_amounts"]

class Role(Enum):
    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    GROWTH = "growth"
    COMPLETION = "completion"
    SHARE = "share"
    RANK = "rank"
    VERDICT = "verdict"
    SKIP = "skip"


_UNIT_HEAD = re.compile(r"^(?:计量|计算)?单位$")
_SKIP_HEAD = re.compile(
    r"序号|备注|业主(?!营)|建设单位|实施单位|承建|主管|开竣工|说明|责任|联系|电话|建设内容|建设规模|进展|形象|原因|工作内容|牵头|时限|措施|得分|分值|权重|评分|编号|地址|地点|起止|建设年限|性质"
)
#: 满分 | 自评得分 | 扣分: what a row of an assessment counts and what it was given.
_POINTS_HEAD = re.compile("(?:标准|自评|自查|考核|考评|复核|综合|核定|最终|年度)*(?:满分|分值|[得评扣失]分|标准分|(?<=自评|自查|核定|考核)分)")
_VERDICT_HEAD = re.compile(r"是否完成|完成与否|完成情况$|是否达标|达标情况|评价")
VERDICT = re.compile(r"^(?:超额|提前|基本|未能?|已|全面|圆满)?(?:完成|达标|达到目标|不达标)$|^[是否√×✓]$")
_RANK_HEAD = re.compile(r"排名|位次|名次|排位")
_COMPLETION_HEAD = re.compile(
    r"完成(?:率|比例|进度|年度|全年|目标|计划|百分比|占)|占(?:年度|全年|计划|目标|任务|年初)|进度|[为占完].{0,4}(?:目标|"
    r"计划|任务)的?.{0,3}[%％]|目标完成"
)
_SHARE_HEAD = re.compile(r"占比|比重|所占|占.{1,8}[%％]|构成")
_AVERAGE = re.compile("年均|年平均|平均每年")
_GROWTH_HEAD = re.compile(r"同比|增长|递增|增速|增幅|增减|[±＋+]\s*[%％]|比上年|较上年|升降|涨幅|环比|比去年|较去年")
#: 年初目标增速, 增速目标: a growth that was aimed at.
_GOAL_RATE = re.compile(r"(?:目标|预期|计划|任务)(?:增速|增幅|增长率?)|(?:增速|增幅|增长率?)(?:预期)?(?:目标|任务)(?:值|数)?$")
_AREA = re.compile("(?:全[市省国县州]|[市省]里|所在[市县])(?:平均)?")
_OF_AREA = re.compile(f"(?P<area>{_AREA.pattern}|全区|我区|本区)(?:总量|总值|总额|数[值额]|绝对[额值数量]|水平|实绩|完成[数值额]?|合计)?")
_RANKED_IN = re.compile("[在居列占]?(?P<area>全[市省国县州]|同类)?(?:的|[县区市开发]*(?:中|内|间)的?)?")
_TASKS = re.compile("(?:年度|重点|下达|承担|工作)*任务(?:总?数量?)?")
_DATED = re.compile(r"(?:(?:19|20)\d\d年度?)(?:的)?(?:实际|实绩|目标|预期|计划|完成|同比)*(?:增长率?|增速|增幅|增减)")
GOAL_HEAD = re.compile(
    r"目标|规划(?:数|值|指标)|要点|(?:年度|绩效|年初|全年|预期)指标值|考核要求|考核值|考核标准|指标要求|(?:年度|本年|今年|当年|20\d\d年)计划(?:完成)?投资|"
    r"计划(?!投资|总投资)|任务|预期|预算(?!收入|支出)|力争|承诺|(?:上次|上届|会议|规划|纲要|方案)[^，]{0,6}提出"
)
_EXPECTED_HEAD = re.compile(r"预计|预测|估计")
_PLAIN_HEAD = re.compile(
    r"实绩|实际|完成(?:数|额|值|情况|量|结果)?|(?:落实|办理|推进|履行)情况|目标要求|(?:兑现|执行|落实|最终|实际)?结果|绝对[额值数量]|总量|数值|数额|累计|本期|本月|止|本年|当年|全年|年度|指标值|"
    r"值|数据|合计|年初|确定|预期|目标|要点|计划(?!投资|总投资)|任务|预计|"
    r"预算(?!收入|支出)|上年|去年|同期|规划(?=$|目标|数|值|指标)|基[期数准]|数|量|额|值"
)
WHOLE = re.compile(r"^(?:合计|总计|小计|总量|总额|全区|全部|总数|全区合计|开发区|本区|高新区|全区总计|累计)$")
MEMBER = re.compile(r"^[\s\u3000]*(?:其中|＃|#)[：:，,]?\s*")
ORDER = re.compile(
    r"^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|"
    r"[①-⑳●◆■—-])\s*"
)
PLACE = re.compile(r"(?:片区|园区|园|镇|乡|街道|村|区块|新区|组团|板块|产业|行业|公司|集团|企业)$")
_BRACKETS = re.compile(r"[（(\[【]\s*([^（()）\]】]*)\s*[）)\]】]")
_NUMBER = re.compile(r"^[-－−+＋]?[0-9０-９][0-9０-９,，.．]*$")
EMPTY = re.compile(r"^[\s—–\-－/／…*]*$")
_UNITS = frozenset((*CLASSIFIERS, *MEASURES, *RATES, "％", "分", "倍"))


_EDGES = " 的、，率及和()（）%％:：±"
_GOAL_WORDS = re.compile(
    r"^(?:年度|全年|年初|本年|当年)?(?:预期|考核)?(?:目标|任务|要求|预计|预测|力争)(?:值|数)?|(?:目标|任务|预计)(?:值|数)?$"
)


@dataclass(slots=True)
class Column:
    index: int
    role: Role
    indicator: str = ""
    unit: str = ""
    period: Period | None = None
    goal: bool = False
    expected: bool = False
    parent: str = ""
    points: bool = False
    average: bool = False  # 年均增长: what it grew a year, over years
    former: bool = False  # a goal that was revised later
    owned: bool = False  # each row is an owner of the indicator that the caption names
    whole: str = ""  # what the row of the sums is of, by the caption
    part: str = ""  # … and what every other row is of, where it differs from the head
    area: str = ""  # 全市同比增长, 全市总量: the wider area that is told of beside the zone itself
    growing: bool = False  # 增速位次: a place by growth
    dated: bool = False  # 2019年实际增长: a growth that names its year
    head: str = ""  # as printed, without its unit


def _judges(head: str, cells: list[str]) -> bool:
    """Whether a column says how goals ended: by its head, or, whatever that is (结果, 备注), by every cell of it."""
    judged = sum(VERDICT.match(cell) is not None for cell in cells)
    return judged > 0 if _VERDICT_HEAD.search(head) else judged == len(cells) > 2


def read_columns(grid: tuple[tuple[Cell, ...], ...], heads: int, base: Period | None, table: Table) -> list[Column]:
    columns: list[Column] = []
    year = base.last_year if base else None
    for index in range(len(grid[0])):
        levels = list(dict.fromkeys(re.sub(r"\s+", "", grid[r][index].text) for r in range(heads)))
        if len(levels) > 1 and head_unit(f"（{levels[-1]}）") == ("", levels[-1]):
            levels[-1] = f"（{levels[-1]}）"  # 税收 over 亿元
        head = "".join(levels)
        body = [grid[r][index].text.strip() for r in range(heads, len(grid))]
        numeric = sum(
            bool(find_quantities(t) or _NUMBER.match(t) or re.search(r"\d", t)) for t in body if not EMPTY.match(t)
        )
        filled = sum(not EMPTY.match(t) for t in body)
        column = Column(index, Role.VALUE, parent="".join(levels[:-1]))
        columns.append(column)
        plain, unit = head_unit(head)
        plain = MEMBER.sub("", plain)  # 其中：四季度产值
        column.head = plain
        column.unit = unit or _noted_unit(table.caption, plain)
        if _UNIT_HEAD.match(plain) and (index or any(map(_is_unit, body))):  # 单位 | 产值: whose, where none of it is a unit
            column.role = Role.UNIT
        elif re.search(r"序号|编号", plain):
            column.role = Role.SKIP
        elif filled and numeric * 2 < filled and _judges(plain, [t for t in body if not EMPTY.match(t)]) and index:
            column.role = Role.VERDICT
        elif _POINTS_HEAD.fullmatch(plain) and filled and numeric == filled and any(c.role is Role.LABEL for c in columns[:-1]):
            column.owned, column.unit = True, "分"
        elif _SKIP_HEAD.search(plain) and any(c.role is Role.LABEL for c in columns[:-1]):
            column.role = Role.SKIP
        elif index == 0 or (
            all(c.role in (Role.LABEL, Role.SKIP) for c in columns[:-1])
            and (numeric * 2 < filled or plain == re.sub(r"\s+", "", grid[0][index - 1].text))
        ):
            column.role = Role.LABEL
        elif _SKIP_HEAD.search(plain) or (filled and numeric * 3 < filled):
            column.role = Role.SKIP
        elif _RANK_HEAD.search(plain):
            column.role = Role.RANK
        elif (
            _COMPLETION_HEAD.search(plain + (unit if "%" in unit else ""))
            and not re.search(r"完成(?:数|额|值)$", plain)
            and (
                unit == "%"
                or re.search(r"率|占|比|进度|[%％]", head)
                or re.fullmatch(r"完成(?:年度|全年|年初)?(?:目标|计划|任务)", plain)
                or any("%" in t for t in body)
            )
        ):
            column.role = Role.COMPLETION
        elif _GROWTH_HEAD.search(head):
            column.role = Role.GROWTH
        elif _SHARE_HEAD.search(head):
            column.role = Role.SHARE
        column.goal = (column.role is Role.VALUE and bool(GOAL_HEAD.search(plain)) and "完成" not in plain) or (
            column.role is Role.GROWTH and bool(_GOAL_RATE.search(plain))
        )
        if column.goal and (column.unit or table.unit) in ("项", "件", "条") and _TASKS.fullmatch(plain):
            column.goal, column.indicator = False, plain  # of which so many were done: no goal
        column.expected = bool(_EXPECTED_HEAD.search(plain))
        column.points = "百分点" in head
        column.average = column.role is Role.GROWTH and _AVERAGE.search(head) is not None
        period = parse_period(plain, year=year)
        if base is not None:
            period = _part_meant(plain, base, column.goal) or period
        if column.role is Role.COMPLETION and not re.search(r"\d", plain):
            period = None  # 完成全年目标% of half a year is how far that half has come
        column.period = period
        shown = plain if column.role is Role.VALUE else _COMPLETION_HEAD.sub("", _RANK_HEAD.sub("", plain))
        shown = TIME_WORDS.sub("", shown)
        if column.role is not Role.VALUE:
            shown = _GROWTH_HEAD.sub("", _SHARE_HEAD.sub("", shown))
        core = _PLAIN_HEAD.sub("", shown).strip(_EDGES)
        if column.role in (Role.GROWTH, Role.VALUE) and (area := _OF_AREA.fullmatch(core)) is not None:
            column.area, core = area["area"] if _AREA.fullmatch(area["area"]) else "", ""
        if column.role is Role.RANK and (ranked := _RANKED_IN.fullmatch(core)) is not None:
            column.area, core, column.growing = ranked["area"] or "", "", _GROWTH_HEAD.search(plain) is not None
        column.dated = column.role is Role.GROWTH and period is not None and _DATED.match(plain) is not None
        if column.role is not Role.LABEL and core:
            said = shown.strip(_EDGES) if column.role is Role.SHARE else shown if column.role is Role.VALUE else core
            column.indicator = _GOAL_WORDS.sub("", said).strip(_EDGES) if column.goal or column.expected else said
            if period is None and column.role is Role.VALUE and not column.goal and not column.expected:
                column.indicator = plain
        if column.owned:
            column.indicator = re.sub("(?<=[评查定核])分$", "得分", plain)  # as prose calls it: 自评得分
    _name_investments(columns, grid, heads)
    _name_sizes(columns)
    _name_by_caption(columns, grid, heads, table.caption)
    _name_whole(columns, table.caption)
    _name_beside(columns)
    revised = [c for c in columns if c.goal and "调整后" in grid[heads - 1][c.index].text]
    for column in columns if revised else ():  # the goal in force is the later one
        if column in revised:
            column.indicator = ""
        elif column.goal and not column.indicator:
            column.former = True
    return columns


_SO_FAR = re.compile(
    r"(?:自?开工以来|自?开工至今|截[至止][^累完]{0,8}|至[^累完]{0,6}[底末止]|历年|已)?累计(?:完成|实际)?(?:投资)?(?:额)?|"
    r"(?:完成)?投资累计"
)


_SIZE = re.compile(r"(?:投资|产值)?(?:过|超)?[\d一二三五十百]*[千百]?[万亿]元?(?:及?以[上下])")
_COUNTED = re.compile(r"(?P<verb>新?[㐀-鿿]{0,4}?)(?P<noun>项目|企业)(?:个?数)?")


_SIGNED = re.compile("(?:新?(?:签约|引进|签)|招商)项目(?:个?数)?")
_STAGE = re.compile("(?:其中)?(?P<stage>(?:当年|年内|已)?(?:落地|开工|投产|竣工|注册|转化|达产))(?:项目)?(?:个?数)?")
_SIGNED_FOR = re.compile("(?:协议|合同|计划|签约)总?(?:投资|资金|金额|引资)(?:总?额)?")


def _name_sizes(columns: list[Column]) -> None:
    """签约项目（个） | 其中：亿元以上（个） | 协议投资额 | 当年开工（个）: those of a size or a stage are of what a column before counts."""
    signed: Column | None = None
    for column in columns:
        if signed is None:
            signed = column if column.role is Role.VALUE and _SIGNED.fullmatch(column.indicator) else None
        elif column.role is Role.VALUE and column.unit == signed.unit and (at := _STAGE.fullmatch(column.indicator)) is not None:
            column.indicator = at["stage"] + "的" + re.sub("个?数$", "", signed.indicator)
        elif column.role is Role.VALUE and column.unit != signed.unit and _SIGNED_FOR.fullmatch(column.indicator):
            column.indicator = re.sub("个?数$", "", signed.indicator) + column.indicator
    for before, column in pairwise(columns):
        whole = _COUNTED.fullmatch(before.indicator) if before.role is column.role is Role.VALUE else None
        if whole is not None and _SIZE.fullmatch(column.indicator) and before.unit == column.unit:
            column.indicator = f"{whole['verb']}{column.indicator}{whole['noun']}"


def _name_investments(columns: list[Column], grid: tuple[tuple[Cell, ...], ...], heads: int) -> None:
    """项目 | 总投资 | 累计 | 当年: beside a total, what is spent so far and in the year goes by its full name."""
    texts = {c.index: re.sub(r"\s+", "", "".join(dict.fromkeys(row[c.index].text for row in grid[:heads]))) for c in columns}
    if not any(re.search(r"(?:总|概算)投资|投资总?额|概算", text) for text in texts.values()):
        return
    for column in columns:
        text = head_unit(texts[column.index])[0]
        if column.role is not Role.VALUE:
            continue
        if _SO_FAR.search(text) and not column.goal:
            column.indicator = "累计完成投资"
        elif column.goal and column.indicator in ("", "计划投资", "计划完成投资"):
            column.indicator = "年度计划投资"  # of the year, not 计划总投资
        elif not column.indicator and re.search(r"完成|实际|当年|本年|今年|年", text):
            column.indicator = "完成投资"


#: Heads of what owns figures, and captions that say which: 产业 | 本年 | 上年 under 2017年主导产业产值完成情况.
_OWNERS_HEAD = re.compile(
    r"(?:序号)?(?:各|主要|重点|主导|所属|四大|三大)*(?:产业|行业|片区|园区|园|镇街|街道|乡镇|镇|村|社区|企业|单位|公司|区域|板块|功能区|组团|分区|"
    r"开发区|县区|县市区|国别|国家|地区|市场|领域)(?:[（(]?[镇街道园区]*[）)]?)(?:名称|类别|分类)?"
)
_MEASURED_BY = re.compile(
    r"(?P<what>[^，。；：:（）()\s]{2,24}?)(?:主要)?(?:完成|实现|增长|分布|构成|入库|运行)?(?:情况)?(?:一览|统计|汇总|明细|对比|比较|分解)?(?:情况|表)*(?:（[^（）]*）)?\s*$"
)
_MEASURE_WORD = re.compile(
    r"(?:产值|增加值|收入|投资|税收|税金|纳税额?|利润|利税|总额|资金|外资|出口|进口|进出口|用电量|销售额|成交额|交易额|吞吐量|货值|人数|企业数|项目数|面积)$"
)


_NUMBERED = re.compile(r"^\s*附?[表图]\s*[\d一二三四五六七八九十\-—]*[\s\u3000:：.、]*")


_DIVIDED_BY = re.compile("^(?:分|按)(?:行业|产业|片区|园区|区域|板块|镇街?|街道|类型|类别|领域|季度|月份?)(?:的|划分)?")


def _name_by_caption(columns: list[Column], grid: tuple[tuple[Cell, ...], ...], heads: int, caption: str) -> None:
    """Rows of owners under heads of times only: what is measured stands in the caption."""
    labels = [c for c in columns if c.role is Role.LABEL]
    if not labels or not _OWNERS_HEAD.fullmatch(labels[-1].head) or any(c.indicator for c in columns if c.role is Role.VALUE):
        return
    said = _MEASURED_BY.search(_NUMBERED.sub("", caption))
    what = _DIVIDED_BY.sub("", name_of(said["what"]).indicator) if said else ""  # 分产业规上工业总产值
    if not _MEASURE_WORD.search(what) or re.search("[、和及与]", what):
        return
    for column in columns:
        if column.role in (Role.VALUE, Role.GROWTH, Role.COMPLETION) and not column.indicator:
            column.indicator, column.owned = what, True


_DIVIDED = re.compile(
    r"(?P<of>[㐀-鿿]{2,12}?)(?:分|按)(?:行业|产业|片区|园区|区域|板块|镇街?|街道|类型|类别|领域|企业类型|登记注册类型|门类)(?:划分|分)?"
)
_UNDIVIDED = re.compile(r"^(?:(?:19|20)\d\d年?度?)?(?:[上下]半年|[一二三四]季度|\d{1,2}[-—]\d{1,2}月)?(?:全区|我区|主要|各)?")
_OF_FIRMS = re.compile("企业|[户家]数")
_LARGE = re.compile("(?:规模以上|规上|限额以上|限上)(?!企业)[㐀-鿿]{2,4}")


def _name_whole(columns: list[Column], caption: str) -> None:
    """规模以上工业分行业产值: the sum of a column 产值 is 规模以上工业产值; the firms of a trade are such firms."""
    divided = _DIVIDED.match(_UNDIVIDED.sub("", _NUMBERED.sub("", caption)))
    if divided is None:
        return
    measured = _MEASURE_WORD.search(divided["of"])  # 规模以上工业总产值分行业表
    kind = re.sub("总$", "", divided["of"][: measured.start()]) if measured else divided["of"]
    for column in columns:
        if column.role is Role.VALUE and column.indicator and kind and kind not in column.indicator:
            own = re.sub(r"^(?:19|20)\d\d年", "", column.indicator)
            column.whole = divided["of"] if divided["of"].endswith(own) else kind.removesuffix(own[:2]) + own
            large = _LARGE.fullmatch(kind) is not None and not re.match("规上|规模以上|限上|限额以上", own)
            column.part = column.whole if large and _OF_FIRMS.search(own) else ""  # a trade's 产值 is called so by everybody


_SHARED = re.compile("占?(?:全[区市]|总量|合计|总数|整体)?的?")
_STARTED = re.compile("(?:当年|年内|已|新)?(?:签约|开工|投产|竣工|落地|达产|建成|注册|投用|履约)")


def _name_beside(columns: list[Column]) -> None:
    """产值 | 占比, 签约（个）, 前三季度 | 同比, 2019年目标 | 是否完成: what a head leaves unsaid, by the columns to its left."""
    for n, column in enumerate(columns):
        left = [c for c in columns[:n] if c.role is Role.VALUE]
        if column.role is Role.VALUE and column.unit in ("个", "项") and _STARTED.fullmatch(column.indicator):
            column.indicator += "项目"
        elif column.role is Role.SHARE and left and left[-1].indicator and _SHARED.fullmatch(column.indicator):
            column.indicator, column.part = left[-1].indicator + (column.indicator or "占比"), left[-1].part and left[-1].part + "占比"
            column.whole = left[-1].whole and left[-1].whole + "占比"
        elif column.role is Role.GROWTH and column.period is None:
            beside = takewhile(lambda c: c.role is Role.VALUE and c.period is not None and not c.goal, reversed(columns[:n]))
            column.period = max((c.period for c in beside if c.period is not None), key=lambda p: p.end, default=None)  # 2021年 | 2020年 | 增速
        elif column.role is Role.VERDICT and column.period is None:
            column.period = next((c.period for c in reversed(columns[:n]) if c.goal and c.period is not None), None)


def _part_meant(head: str, base: Period, goal: bool) -> Period | None:
    """上年同期, 10月, 本月, 年度目标: times that a head names by the time of the whole table."""
    if re.search(r"(?:上年|去年)(?!末|底|年末)", head) and not re.search(r"[比较增]", head):
        return base.shifted(-1)
    if month := re.match(r"(\d{1,2})月(?:当月|完成|实绩)?(?:数|值|额)?$", head):
        return Period.months(base.last_year, int(month[1]), int(month[1])) if 1 <= int(month[1]) <= 12 else None
    if base.is_year or base.first_year != base.last_year:
        return None
    if re.match(r"(?:本|当)月", head):
        return Period.months(base.last_year, base.last_month, base.last_month)
    if goal and re.search(r"年度|全年|年初", head):
        return Period.year(base.last_year)
    return None


_NOTED = re.compile(r"(?P<names>[^；;，,（(：:]{1,20}?)(?:的)?单位[:：]\s*(?P<unit>[^；;，,）)\s]{1,8})")


def _noted_unit(caption: str, head: str) -> str:
    """（产值、投资单位：亿元；企业单位：家）: the unit that a note gives to the columns it names."""
    for note in _NOTED.finditer(caption):
        growing = _GROWTH_HEAD.search(head) is not None
        names = (n for n in re.split(r"[、和及]", note["names"]) if (_GROWTH_HEAD.search(n) is not None) == growing)
        if any(len(name) >= 2 and name in head for name in names):
            return note["unit"].replace("％", "%")
    return ""


#: What the noun of a column is told in, where its table names several units at once (单位：家、亿元、亩、%); all else is money.
_TOLD_IN = (
    (re.compile("外资|外商"), ("美元", "欧元")),
    (re.compile("(?:用地|土地|供地|占地|面积)(?:面积|规模|总?量)?$"), ("亩", "公顷", "平方米", "平方公里")),
    (re.compile("(?:人数|人员|就业|职工|员工|人口|用工|人才|游客|人次)(?:数|总量)?$"), ("人", "人次", "名")),
    (re.compile("(?:企业|公司|商户|机构|平台)(?:总?数量?|[家户个]数)?$|[家户]数$"), ("家", "户", "个")),
    (re.compile("项目(?:总?数量?|个数)?$|个数$"), ("个", "项")),
    (re.compile("专利|商标|件数?$"), ("件",)),
    (re.compile("率$|比[重例]$|增[速幅]|增长|占比"), ("%", "％")),
)


def unit_among(units: str, name: str) -> str:
    """Of the units that a table is told in (亿元、万美元、亩), that of what a column or a row is of; the only one as it is."""
    told = [u.strip() for u in re.split("[、，,]", units) if u.strip()]
    if len(told) < 2:
        return units.strip()
    kinds = next((kinds for noun, kinds in _TOLD_IN if noun.search(name)), ())
    fits = next((u for u in told if base_unit(u)[1] in kinds or u.endswith(kinds)), "") if kinds else ""
    return fits or next((u for u in told if u.endswith("元") and not u.endswith(("美元", "欧元"))), told[0])


_AMOUNTS = re.compile("金额|价值量?|绝对[额数]|总量|数值")


def unit_of_amounts(caption: str) -> str:
    """（金额单位：亿元；增速单位：%）: the unit that a note gives to whatever has no other."""
    noted = (n for n in _NOTED.finditer(caption) if _AMOUNTS.search(n["names"]))
    return next((n["unit"].replace("％", "%") for n in noted), "")


def head_unit(head: str) -> tuple[str, str]:
    """A head or a label without its unit, and that: 高新技术企业（家，年末） → 高新技术企业（年末）, 家."""
    unit = ""
    for match in _BRACKETS.finditer(head):
        inner = re.sub("单位[：:]|(?<=元)人民币", "", match[1]).replace("％", "%")
        first, _, rest = inner.replace(",", "，").partition("，")
        if _is_unit(inner):
            unit, head = inner, head.replace(match[0], "")
        elif rest and _is_unit(first):
            unit, head = first, head.replace(match[0], f"（{rest}）")
    return head.strip(), unit


def _is_unit(text: str) -> bool:
    top = text.partition("/")[0]
    return bool(top) and (base_unit(top)[1] in _UNITS or top in _UNITS or base_unit(top)[1] == "" or top in ("%", "±%"))



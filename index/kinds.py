"""What a heading or the first words of a paragraph say of the text under them: its kind and its period."""

from __future__ import annotations

import re

from index.numbering import marker_of
from index.periods import in_arabic, parse_period
from index.records import Period, Report, SectionKind

__all__ = [
    "PLAN",
    "REVIEW",
    "YEAR",
    "has_kind_words",
    "kind_of_heading",
    "kind_of_title",
    "names_goals_told",
    "looks_ahead",
    "names_work_alone",
    "names_year_ahead",
    "period_for",
    "period_of_heading",
    "without_label",
]

_PROBLEMS = re.compile(
    r"(?:存在|面临|突出|主要).{0,8}(?:问题|困难|不足|短板|差距|挑战)|(?:问题|困难|不足|短板)(?:与|和|及|、)(?:挑战|"
    r"不足|困难|问题|短板|差距)|^(?:问题|困难|不足|短板|差距)(?:以及|[与和及、])"
    r"|^(?!.{0,4}(?:补|破解|破除|解决|化解|攻克|攻坚|突破|消除|纾解|打通|缩小|整改)).{0,6}(?:问题|不足|短板|"  # 补齐基础设施短板 is done, or to be
    r"困难|差距|弱项|欠账)(?:分析)?$|[找看摆查认](?:清|准|到|实|真)?(?:差距|问题|不足|短板)|没(?:有)?(?:做|办)(?:到位|好|成)|不到位的?(?:地方|方面)"
)


#: 身上有几处毛病, 还没理顺的地方, 隐忧在哪里: what is wrong, in whatever words; not what was done about it (破解用地瓶颈).
_WRONG = re.compile(
    "毛病|短处|软肋|瓶颈|堵点|痛点|隐忧|薄弱(?:环节|之处)|缺憾|遗憾|欠账|难题|难处|犯难|烦心|烦恼|心病|病灶|症结|窟窿|亏空|制约(?:因素|瓶颈)?|(?:突出|主要|面临的|执行中的)矛盾|"
    "不(?:尽)?如人?意|不满意|教训|滞后(?:事项|项目)|未(?:如期|按期)?(?:完成|达标)(?:事项|项目|情况|说明|的)|没(?:有)?(?:干|理|做|办|完成)(?:好|顺|完|到位)?的|没(?:有)?(?:干|办)好|卡(?:住|壳|在)|反思|检视|暴露"
)
_MENDED = re.compile("破[解题]|攻[克坚]|化解|解决|补齐|补上|消除|打通|疏通|应对|克服|突破|治理|整治|纾解|改进|整改|成效|怎么|如何|也有|交账")


def _tells_wrong(words: str) -> bool:
    return len(words) <= 24 and _WRONG.search(words) is not None and _MENDED.search(words) is None


PLAN = re.compile(
    r"工作(?:思路|打算|计划|安排|要点|部署|设想|建议|任务|目标|重点|举措|谋划)|下一?步|下一阶段|(?:总体|主要|基本|"
    r"发展|工作)(?:思路|要求|目标)|"
    r"目标任务|预期目标|奋斗目标|重点工作|重点任务|展望|新的一年|明年|今后|思路(?:及|和|与)|打算|来年|下阶段|初步(?:考虑|安排|打算)|工作考虑|怎么[干办派抓做](?![^，。]{0,8}的[？?]?$)|"
    r"工作谋划|主要举措"
)


REVIEW = re.compile(
    r"总结|回顾|回看|回眸|回望|盘点|成绩单|完成情况|成效|工作情况|成绩|进展|做法|亮点|运行情况|基本情况|开展情况|履职|述职|执行情况|落实情况|"
    r"情况汇报|情况$|工作$|(?:工作|发展|现有|已有|前期|良好)基础$"
)


YEAR = re.compile(r"(20\d\d)\s*(?:[-—–~至]\s*(20\d\d))?\s*年")


def names_year_ahead(line: str, reviewed: Period | None) -> bool:
    """Whether a short line opens with a year after the reviewed one: 2014年的活怎么派, 2019，再出发."""
    year = re.match(r"【?(20\d\d)(?:年|[，,：:！!])(?![^，。]*\d)", line)
    return year is not None and reviewed is not None and int(year[1]) > reviewed.last_year and len(line) <= 20


def has_kind_words(line: str) -> bool:
    return bool(len(line) <= 30 and (PLAN.search(line) or _PROBLEMS.search(line) or REVIEW.search(line) or _tells_wrong(line)))


#: Reports of what came of the goals that were set; their headings name those goals.
_OF_GOALS = re.compile(
    r"自查|自评|绩效评价|绩效报告|考核(?:申报|自述|材料|结果)|(?:目标|任务|指标|责任[书状制]?)[^，。]{0,8}(?:完成|执行|落实|兑现)(?:情况|结果)"
)
_AHEAD = re.compile(r"下一?步|下阶段|明年|来年|今后|思路|打算|计划|安排|20\d\d|展望|举措")


def names_goals_told(report_title: str, heading: str) -> bool:
    """Whether a heading names the goals whose outcome the report tells: 一、经济发展目标（40分，自评37.5分）."""
    scored = re.search(r"[（(][^）)]*\d分[^）)]*[）)]", heading) is not None
    return scored or (_OF_GOALS.search(report_title) is not None and not looks_ahead(heading))


def looks_ahead(heading: str) -> bool:
    """Whether a heading speaks of what is to come, or names a year: 下步打算, 2024年重点任务."""
    return _AHEAD.search(heading) is not None


_WORK_ALONE = re.compile(
    r"(?:上半年|前三季度|[一二三]季度|全年|一年来|今年以来)?(?:的)?(?:主要|重点|各项)+(?:工作|任务|举措)"
    r"(?:[及和与]?(?:主要)?(?:举措|亮点|做法))?"
)


def names_work_alone(title: str) -> bool:
    """Whether a heading names work without saying whether it was done or is to be (重点工作, 主要任务及举措, 上半年重点工作)."""
    numbered = marker_of(title)
    core = (title[numbered[1] :] if numbered else title).strip(" \u3000：:。【】")
    return _WORK_ALONE.fullmatch(core) is not None


def kind_of_title(report: Report) -> tuple[SectionKind, Period | None]:
    """Kind and period of text before any heading: a title that only plans makes a plan."""
    title = report.title
    plan = re.search(
        r"工作(?:思路|打算|计划|安排|要点|部署)|重点工作|方案|纲要|责任[书状]|军令状|预算草案|(?:下达|分解)[^，。]*(?:任务|目标|指标)", title
    )
    if plan and not re.search(r"总结|回顾|完成|情况|运行|成效|述职|汇报|兑现|评估|交账|落实", title):
        year = YEAR.search(title)
        told = report.period.shifted(1) if report.period is not None and report.period.is_year else report.period
        return SectionKind.PLAN, parse_period(title) or (Period.year(int(year[1])) if year else told)
    return SectionKind.REVIEW, report.period


#: 三、奋战2022，以实干迎接…; 回望2021: what a speech heads a part with.
_BARE_YEAR = re.compile(r"(?<![\d.])20[0-4]\d(?=[，,：:！!、\s]|$|(?:年度|主要|预期|重点)*(?:目标|任务|计划|展望|打算|怎么))")
#: 上年基础, 去年工作情况: the part of a plan that tells what it starts from.
_YEAR_BEFORE = re.compile(
    r"(?:上|去|上一|过去(?:的)?一)年度?的?(?:主要|工作|发展|经济|建设|运行|完成|总体|基本)*(?:基础|情况|工作|成绩|成效|回顾|总结|账)"
)
_SECTION_NUMBER = re.compile(r"^第[一二三四五六七八九十\d]{1,3}节[ \u3000：:、]*")
_DECIMAL = re.compile(r"^\d{1,2}(?:[.．]\d{1,2})*[ \u3000]+(?=\D|20\d\d年)")  # 7 2017年目标与安排, 2.1 存在问题


#: 相关链接：2015年任务清单, 附件1：2016年主要目标.
_APPENDED = re.compile(r"^(?:(?:相关)?链接|附(?:件|表|录|后)?[\d一二三四五]?)[：:]\s*(?=.{4,})")


def without_label(line: str) -> str:
    """A heading without the words that say it is appended."""
    return _APPENDED.sub("", line)


#: 重点工作扎实推进, 各项任务有力落实: the work is what something is said of; 狠抓重点工作落实 is a resolve.
_WORK_DONE = re.compile(
    r"(?:^|[，、])(?:各项|年度|全年)*(?:重点|主要|中心)?(?:工作|任务)(?:(?:全面|扎实|稳步|有序|有力|有效|加快|持续|高效|强力|压茬|如期|圆满|逐项|基本|总体|顺利)*"
    r"(?:推进|落实|落地|完成|突破|展开|提速|见效|到位|兑现)|(?:取得|实现|迈出|见到)[^，。]{1,10})$"
)


def kind_of_heading(title: str, rank: int, review_year: int | None, whole: Period | None) -> SectionKind | None:
    """The kind a heading sets, or None to inherit.  Deep headings need the plain form (存在问题, 下一步工作打算)."""
    title = _BARE_YEAR.sub(r"\g<0>年", in_arabic(without_label(title.strip("【】〖〗★☆◆◇■□●○▲△※➤►▶❖✦☞◎ "))))
    core = title
    numbered = marker_of(title)
    if numbered:
        core = title[numbered[1] :]
    core = _DECIMAL.sub("", _SECTION_NUMBER.sub("", core)).strip(" \u3000：:。【】")
    if not core:
        return None
    if _YEAR_BEFORE.fullmatch(core):
        return SectionKind.REVIEW
    if rank >= 3:
        if re.fullmatch(
            r"(?:当前|目前)?(?:存在|面临|主要)的?(?:主要|突出)?(?:困难|问题|不足|短板)(?:[和与及、].{2,6})?"
            r"|(?:困难|问题|不足|短板)[和与及、](?:困难|问题|不足|短板|差距|挑战)", core
        ):
            return SectionKind.PROBLEMS
        if re.fullmatch(
            r"(?:下一?步|下阶段|明年|来年|下半年|20\d\d年)度?的?(?:(?:重点|主要|总体|预期)?(?:工作)?(?:的)?(?:思路|打算|计划|安排|重点|"
            r"目标|任务|要求|举措|考虑|要点|部署|设想|谋划)(?:[及和与、]|以及)?)*(?:[（(][^）)\d]{1,8}[）)])?",
            core,
        ):
            return SectionKind.PLAN
        if re.fullmatch(
            r"(?:20\d\d年)?.{0,8}(?:工作|目标任务|指标)(?:完成情况|回顾|总结)|"
            r"(?:20\d\d年)?.{0,6}(?:回顾|回眸|回望|盘点|成绩单)",
            core,
        ):
            return SectionKind.REVIEW
        past = re.match(r"(?:附件?|附录)?[:：\s]*(20\d\d)年", core)
        if rank == 3 and past and review_year is not None and int(past[1]) <= review_year and not PLAN.search(core):
            return SectionKind.PROBLEMS if _PROBLEMS.search(core) else SectionKind.REVIEW
        ahead = re.match(r"(20\d\d)(?:年|(?=[怎再看]))(?!.*\d)", core)
        if rank == 3 and ahead and review_year is not None and int(ahead[1]) > review_year and len(core) <= 20:
            return SectionKind.PLAN  # 第七节　2024年：目标与抓手, headed by the format alone
        if rank > 3 or not re.search(
            r"工作(?:打算|思路|安排)|存在.{0,4}(?:问题|不足|困难)|(?:目标|指标)完成情况", core
        ):
            return None
    reviewed = re.search(r"(?:完成|执行|落实|开展|推进|进展|实施|办理|运行|履行)情况|进展(?!思路)|总结|回顾|成效|成绩|实效", core)
    reviewed = reviewed or _WORK_DONE.search(core)
    year = [int(y) for pair in YEAR.findall(core) for y in pair if y]
    planned = PLAN.search(core)
    problem = _PROBLEMS.search(core)
    if problem and not reviewed:
        return SectionKind.PROBLEMS if not planned or problem.start() < planned.start() else SectionKind.PLAN
    if _tells_wrong(core) and not reviewed and not planned:
        return SectionKind.PROBLEMS
    if reviewed and not (planned and planned.start() > reviewed.start() and not core.endswith(reviewed[0])):
        return SectionKind.REVIEW
    if "下半年" in core and (planned or whole is None or whole.last_month == 6):
        return SectionKind.PLAN
    if _begins_after(whole, core):
        return SectionKind.PLAN
    if planned and not (year and review_year is not None and max(year) < review_year):
        return SectionKind.PLAN
    if year and review_year is not None:
        return SectionKind.PLAN if max(year) > review_year else SectionKind.REVIEW
    if REVIEW.search(core) and len(core) <= 24:
        return SectionKind.REVIEW
    return None


#: 四季度工作措施, in a report of nine months.
_PART_AHEAD = re.compile(r"^(?:下|[二三四]|第[二三四])季度(?!.*(?:情况|形势|完成))")


def _begins_after(whole: Period | None, core: str) -> bool:
    """Whether a heading names a quarter that comes after what the report looks back on."""
    if whole is None or whole.is_year or (part := _PART_AHEAD.search(core)) is None:
        return False
    named = parse_period(part[0], year=whole.first_year)
    return named is None or named.first_month > whole.last_month


def period_of_heading(
    title: str,
    own: SectionKind | None,
    inherited: Period | None,
    review_year: int | None,
    whole: Period | None,
    spoken: int | None = None,
) -> Period | None:
    title = _BARE_YEAR.sub(r"\g<0>年", in_arabic(title))
    if spoken is not None and (now := re.search(r"今年.*", title)) and (said := parse_period(now[0], year=spoken)):
        return said  # 今年一季度开局, in a report given after the year it looks back on
    if own is None:
        return inherited
    planned = own is SectionKind.PLAN and review_year is not None and (whole is None or whole.is_year)
    base = review_year + 1 if planned and review_year is not None else whole.last_year if whole else review_year
    if (
        own is SectionKind.REVIEW
        and base is not None
        and (several := re.search(r"(?:过去|近|这)([三四五])年|([三四五])年(?:来|工作)", title))
    ):
        return Period.years(base - "一二三四五".index(several[1] or several[2]), base)
    starts = [
        m.start()
        for m in re.finditer(
            r"(?:19|20)\d\d|[“\"]?十[一二三四五]五|今年|明年|上半年|下半年|\d{1,2}[-—~至]\d{1,2}月|[二三四]季度", title
        )
    ]
    told_in = base - 1 if base is not None and planned else base  # 明年 is the year after the one looked back on
    named = [
        p for at in starts if (p := parse_period(title[at:], year=told_in if title[at] in "明来" else base)) is not None
    ]
    if own is SectionKind.REVIEW and named and _AIMS_BESIDE.search(title) and all(base is not None and p.last_year > base for p in named):
        return inherited  # 主要经济指标完成情况及2024年目标: only the aims are of that year
    printed = (max(named, key=lambda p: p.last_year) if own is SectionKind.PLAN else named[0]) if named else None
    if printed is not None and own is not SectionKind.PROBLEMS:
        return printed
    return period_for(own, review_year, whole)


_AIMS_BESIDE = re.compile("[及和与、](?:20\\d\\d|明|来)年度?的?(?:主要|预期|工作|重点)*(?:目标|计划|打算|安排|任务)")


def period_for(kind: SectionKind, review_year: int | None, whole: Period | None) -> Period | None:
    if kind is not SectionKind.PLAN:
        return whole or (Period.year(review_year) if review_year else None)
    if whole is not None and not whole.is_year and whole.first_year == whole.last_year and whole.last_month < 12:
        if whole.last_month == 6:
            return Period.half(whole.last_year, 2)
        return Period.months(whole.last_year, whole.last_month + 1, 12)
    return Period.year(review_year + 1) if review_year else None

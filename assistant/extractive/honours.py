"""The honours and prizes that a report tells of, wherever they stand: 获得了哪些荣誉, 拿了哪些奖."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import REFUSAL, Drafting
from assistant.extractive.saying import say_items
from assistant.extractive.sentences import Unit, units
from assistant.facts import Facts
from assistant.records import Draft
from index.records import Period, SectionKind

__all__ = ["honours_asked", "say_honours"]

MOST = 12  # sentences told
_IN_IT = "(?:报告|总结|材料|全文|开发区|新区|全年|区里|这边|那边|咱们?|我们|管委会|[、和]|你们|自己|自身|本身)*(?:里面?|中|上)?(?:都|一共|共|先后)*"
_WHICH = "(?:哪些|什么|啥|哪[几一两二三四五六七八九][个项种家块])"
_KINDS = "(?:集体|荣誉|奖项?|称号|表彰|奖励|奖牌|牌子|金字招牌)+"
_HONOURS = re.compile(
    f"{_IN_IT}(?:(?:提到|新?获得?|新?增|新?拿到?|新?添|得到?|取得|评上|荣获|有|受到|挂|捧回)?(?:了|过)*{_WHICH}(?:的|国家级?|省级?|市级?|以上|重要|主要)*{_KINDS}(?:(?:[、和与及或,]|以及)(?={_KINDS}|[㐀-鿿]{{0,2}}[了过]?{_WHICH}{_KINDS})(?:{_KINDS})?)?)+"
    "[?。]*"
    f"|(?:(?:国家|省|市)级?的?)?(?:荣誉|奖项|称号|获奖|受表彰)(?:称号)?(?:都|主要|的)*(?:有{_WHICH}|情况|名单|清单)[?。]*"
)
#: 先后获得三项荣誉：4月，…；10月，…: each part of it.
_LISTED = re.compile("(?:荣誉|称号|认可|肯定|褒奖|奖项|牌子)[^：:。]{0,10}[：:]")
_LEVELS = {"国家": "国家|全国", "省": "省级|全省|本省|省(?:政府|质量|先进|文明)", "市": "市级|全市|市(?:政府|先进|文明)"}
_HONOURED = re.compile(
    "荣获|获评|荣膺|夺得|摘得|(?:被|获|评)[^，,。；;]{0,8}(?:评为|评定为|授予|命名为|表彰)|获(?:得)?[^，,。；;]{0,20}(?:奖|称号|荣誉|先进|优秀|表彰)|入选[^，,。；;]{2,}|[一二三特]等奖|质量奖"
    "|(?:认定|评定|颁发|确定|命名)(?:[㐀-鿿]{2,6}(?=为))?(?:为|的)[^，。；]{2,24}?(?:园区|基地|集群|示范区|集聚区|先行区|试验区|示范单位|奖|之家)(?!.{0,3}企业)"
    "|(?:授予|命名|批准)[^，。；]{0,16}?(?:为|建设)?“[^”]{2,24}”|授予[^，。；]{2,24}(?:称号|奖牌|牌匾)"
    "|(?:获批|批准)[^，。；]{0,10}(?:国家|省|全国|全省)[^，。；]{2,24}?(?:示范(?:区|园区|基地|城市|单位)?|试点(?:园区|基地|城市|单位)?)(?![㐀-鿿]*(?:企业|项目))"
    "|(?:先进|优秀)(?:集体|个人|单位|企业家?)|劳动模范|劳模|工匠|百强|十佳|标兵"
)


# 选树“铁军”标兵20名: given by the zone to its own.
_GIVEN = re.compile("(?:选树|评选|表彰|命名|奖励|评定)(?:了|出|表彰|奖励)*[^，。；]{0,16}(?:标兵|先进|优秀|工匠|劳模|十佳)")


def _won(facts: Facts, report_id: str, unit: Unit) -> bool:
    """Whether a clause tells of an honour won, or is one of those that its sentence lists."""
    listed = _LISTED.search(facts.report(report_id).text[slice(*unit.whole)])
    return (_HONOURED.search(unit.text) is not None or (listed is not None and unit.text[:1] != "—")) and not _GIVEN.search(unit.text)


#: 拿了哪些荣誉，各是哪个部门给的: the clauses told say by whom, too.
_GIVERS = re.compile(
    "[，,、](?:各|都|分别|又)?是?(?:哪一?[个家些级]|谁|什么)(?:部门|单位|机构|级别?|人)?(?:给|发|颁|授|评|认定)[予发定]?的?[?？。]*$"
)


def honours_asked(bare: str) -> bool:
    return _HONOURS.fullmatch(re.sub("[（(][^（()）]*[)）]", "", _GIVERS.sub("", bare)).strip("的,，")) is not None


def say_honours(facts: Facts, cells: Sequence[tuple[str, Period]], asked: str = "") -> Draft:
    """The clauses that tell of an honour won, of each zone and period; of the level that is asked for; a refusal where none does."""
    drafting = Drafting(facts)
    level = re.compile(next((said for name, said in _LEVELS.items() if re.search(f"{name}级?的?(?:荣誉|奖|称号|表彰)", asked)), ""))
    for zone, period in cells:
        for report_id in facts.reports_of([zone], [period]):
            done = (u for u in units(facts, report_id) if not u.table and u.kind not in (SectionKind.PLAN, SectionKind.PROBLEMS))
            told = [(u.start, u.end) for u in done if _won(facts, report_id, u) and level.search(u.text)]
            if told:
                say_items(drafting, facts.report(report_id), told[:MOST])
    if drafting.statements:
        return drafting.draft()
    drafting.say(f"{REFUSAL}获得荣誉、奖项的内容。")
    return drafting.draft(refused=True)

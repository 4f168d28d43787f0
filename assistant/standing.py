"""Which place among firms is asked for, however it is called: 产值第二的企业, 榜眼是谁, 按产值排在前三的有哪几家."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.firms import MEASURES
from index.numbers import count_of

__all__ = ["Standing", "standing_asked"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The places from ``first`` to ``last`` among firms by a measure of :data:`assistant.firms.MEASURES`."""

    measure: str
    first: int
    last: int


_N = "[一二两三四五六七八九十]|\\d{1,2}"
_PLACE = re.compile(
    f"第(?P<nth>{_N})(?:[位名号强]|大?户|大(?![支主产行]))?(?![㐀-鿿]?(?:产业|[季期批届轮次年条章节代类方步线台个份笔家座所月天]|阶段))"
    f"|[前头](?P<many>{_N})(?:[位名家强甲]|大户)?(?![年季期批个月天])"
)
_FIRM = re.compile("企业|公司|厂|大户|谁|哪一?[几两二三四五六七八九十]?家|(?:是|叫)(?:啥|什么)")
_WHO = re.compile("谁|哪|什么|啥|名单|名录|列|报|请|(?:企业|公司|[厂家])[?？。]*$")
#: Of something else than firms, of how they grew, of the place of the zone, or more than who it is.
_ELSE = re.compile(
    "产业|行业|板块|片区|园区|开发区|高新区|经开区|组团|[乡镇村]|街道|项目|工程|产品|品牌|税种|国家|增[速幅长量加]|涨|降|跌|全[市省县国]|百强|指标"
    "|合计|加起来|总共|一共|占|差|比(?!较)|平均|倍|原因|为什么|为何|怎么|紧[跟随]|后面|之后|从|由|掉|升|进|退|目标|计划|预计|多少(?:人|家|个)|几个?(?=人)|顶"
)
_FUNCTION = re.compile(
    "的|是|有|在|了|呢|吗|么|个|家|户|那|这|几|些|都|各|分别|依次|名字|名称|名单|名录|排名?|排行|排序|排在|排到|位列|位居|列|居|按照?|论|以|照|看|从高到低|顺序|名次|位次|先后|榜单?|里头?|里面|中|上"
    "|请|麻烦|列出|写出|说出|一下|给我|帮我|说说|报|写|全|当年|全年|年度|规上|规模以上|工业|大|重点|骨干|龙头|我|问|要|想|知道|就|哪|谁|什么|啥|叫|坐|拿下?|当|换成|多少|[，,。？?！!、：:；;]"
)
_ORDER = re.compile("(?:按照?|[从由])*[高大多](?:到|往|至)[低小少]|(?:从|由)(?:上|前)(?:到|往|至)?(?:下|后)")
_NEXT = re.compile("(?:紧[跟随]着?|仅?次于|挨着)(?:第一名?|头名|头一名|榜首|首位)(?:后面|之后|其后)?")
_REST = 3  # characters of a question that are neither its measure, its place nor words of function


def standing_asked(bare: str) -> Standing | None:
    """The place asked for by a question without its zones and years; None where it asks for anything else, or for more."""
    bare = _NEXT.sub("第二名", bare)
    places = list(_PLACE.finditer(bare))
    if len(places) != 1 or not (_FIRM.search(bare) and _WHO.search(bare)):
        return None
    told, place, behind = bare[: places[0].start()], places[0], bare[places[0].end() :]
    said = re.compile("|".join(m for m, _ in MEASURES.values()))
    while (cut := re.match("[^，,：:]+[，,：:]", told)) is not None and not said.search(cut[0]):
        if not (said.search(told, cut.end()) or said.search(behind)):
            break
        told = told[cut.end() :]  # 跑业务要拜访大户，: what it is asked for
    left = _ORDER.sub("", f"{told}，{behind}")
    measure = next((m for m, (said, _) in MEASURES.items() if re.search(said, left)), "")
    if not measure or _ELSE.search(left):
        return None
    left = re.sub(MEASURES[measure][0], "", left)
    clauses = [re.sub(_FUNCTION, "", re.sub(_FIRM, "", c)) for c in re.split("[，,。！!；;？?]", left)]
    if sum(map(len, clauses)) > _REST:
        return None
    nth, many = (count_of(place[name]) if place[name] else 0 for name in ("nth", "many"))
    return Standing(measure, nth or 1, nth or many)

"""Owners listed each with its number behind one measure: 税收前三名的企业依次是垦野农机2,480万元、铆固五金1,960万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.figures.companies import is_company
from index.figures.draft import Draft
from index.figures.ellipsis import PLACE
from index.figures.own import KIND
from index.glossary import is_known
from index.numerals import base_unit
from index.records import FigureKind

__all__ = ["keep_place", "name_kinds", "name_makers", "name_owners", "name_parts", "name_places", "name_that_place", "name_trades"]

#: What introduces the list: a measure, whose are the largest, and a word of being.
_LEAD = re.compile(
    r"(?:^|[，。；：、]|其中)\s*(?P<what>[^，。；：、\d\s（）()]{2,14}?)(?:贡献|最[大多高]|居前|靠前|领先|排?(?:名|在)?前[一二两三四五六七八九十\d]+)+(?:名|位|强|家|的)*"
    r"(?:的?(?:企业|单位|公司|产业|行业|片区|园区|镇|街道|国家|地区|项目|工程)?(?:依次|分别)?(?:是|为|有|：|:)*)(?P<who>[^，。；：、\d\s]{2,20})$"
)
#: 产值超10亿元企业7家，前三位是垄川农机|29.3亿元|: what the firms are counted by is what each of them has.
_COUNTED_BY = re.compile(
    r"(?P<what>产值|总产值|营业收入|营收|税收|纳税|入库税金|出口额?|利润)(?:总?额)?(?:在|达到?)?(?:超过?|过|突破)?[\d.]*[百千]?[万亿]元?(?:及?以上)?的?(?:规上|工业)*(?:企业|公司|单位)(?:有|共|已|[增升]?[达至到]|增加到|发展到|[\d,]+[家户])*[\d,]+[家户]"
    r"[，,；;](?:其中(?:[：:，,])?(?!新增|净增)|(?:其中)?(?:排?(?:名|在)?前[一二两三四五六七八九十\d]+)(?:名|位|家|强)?的?(?:企业|公司)?(?:依次|分别)?(?:是|为|有|：|:)+|(?:依次|分别)(?:是|为|有|：|:)*)(?P<who>[^，。；：、\d\s]{2,12})$"
)
#: 规上工业总产值|城北片区431.6亿元、团山片区287.2亿元.
_JOINED = re.compile(
    rf"(?P<what>[^，。；：、\d\s]{{2,14}}?(?:产值|增加值|收入|投资|税收|税金|资金|外资|出口|进出口|面积|总额))"
    rf"(?P<who>[^，。；：、\d\s]{{1,6}}?{PLACE})$"
)
_ENDS = re.compile("(?:产值|增加值|收入|投资|税收|税金|纳税|资金|外资|出口|额|量|面积)$")
_LONGEST = 40  # characters before a number in which its list is introduced


def name_owners(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """Give each number of such a list its measure, with its owner as scope."""
    for first, draft in enumerate(made):
        row = [draft, *_beside(sentence, at, made[first:])]
        if draft.scope or draft.kind is not FigureKind.VALUE or not draft.value_text:
            continue
        number = sentence.rfind(draft.value_text, 0, draft.end - at)
        if number < 0:
            continue
        before = re.sub("[（(][^（）()]*[)）]", "", sentence[max(0, number - _LONGEST) : number])
        led, joined = _LEAD.search(before) or _COUNTED_BY.search(before), _JOINED.search(before) if len(row) > 1 else None
        told = led or joined
        if told is None or not _measures(told["what"]):
            continue
        names = [told["who"], *(d.indicator for d in row[1:])]
        if any(_measures(n) for n in names) or (len(row) == 1 and not is_company(names[0])):
            continue
        if led is None and not all(re.search(rf"{PLACE}$", n) for n in names):
            continue
        for one, name in zip(row, names, strict=True):
            one.indicator, one.scope = told["what"].removeprefix("其中"), name
        return


#: 上汊作业区以煤炭为主，完成吞吐量|786万吨|；下汊作业区是主战场，完成|641万吨|.
_PLACE_FIRST = re.compile(
    rf"\s*(?:(?:20\d\d年)?[^，。；：\d]{{0,6}}的|其中[：:，,]?|而|[一二三]是)?(?P<who>[\u3400-\u9fff]{{1,6}}?{PLACE})(?=以|是|作为|依托|围绕|聚焦|主攻|完成|实现|达到)"
)
_NOT_NAMED = re.compile("(?:完成|实现|达到?|为|有|仅|约)*")
_OWN = re.compile("(?:全|我|本|整个|各|三个|两个|四个|多个)(?:[园片]?区|园|镇)|园区|片区|街道|港区|码头")


def name_places(sentence: str, at: int, made: Sequence[Draft], zone: str) -> None:
    """Give the first value of each part of a sentence that begins with a place to that place, by the measure named in the first."""
    parts, start = [], 0
    for end in (*(m.start() for m in re.finditer("[；;]", sentence)), len(sentence)):
        place = _PLACE_FIRST.match(sentence, start)
        if place is not None and place.end() <= end and not _OWN.fullmatch(place["who"]) and place["who"] not in zone:
            parts.append((place, end))
        start = end + 1
    measure = ""
    for place, end in parts if len(parts) > 1 else ():
        told = [d for d in made if at + place.end() <= d.end <= at + end + 1]
        for other in told[1:]:
            other.scope = other.scope or (place["who"] if other.kind is FigureKind.VALUE and _ENDS.search(other.indicator) else "")
        first = told[0] if told else None
        if first is None or first.kind is not FigureKind.VALUE or not first.value_text:
            continue
        number = sentence.find(first.value_text, place.end(), end)
        clause = max(sentence.rfind(mark, 0, number) for mark in "，,；;。") + 1 if number > 0 else 0
        said = sentence[max(clause, place.end()) : number] if number > 0 else ""
        if first.scope in ("", place["who"]) and _measures(first.indicator) and said.endswith(first.indicator):
            measure, first.scope = first.indicator, place["who"]
        elif measure and _NOT_NAMED.fullmatch(said):
            first.indicator, first.scope = measure, place["who"]


_WIDER_FIRST = re.compile(r"\s*(?:同期|同年|其中|(?:(?:19|20)\d\d|[今去前当本])年|全年|年末|上半年|[，,])*(?P<place>全[市县省州国])(?![第首最唯])")
_OF_ITSELF = re.compile(rf"我[区园市县]|全区|本区|区[里内]|我们|其中|{KIND}|保税区")


_ANOTHER = re.compile(rf"{PLACE}|全[市省县]")  # another part, or the whole
_PART_FIRST = re.compile(
    rf"\s*(?:20\d\d年[，,]?)?(?P<place>(?![全各本我该])[\u3400-\u9fff]{{1,6}}?{PLACE})(?:全年|当年)?"
    r"(?=[^，。；]{0,4}(?:完成|实现|达到)|(?:力争|确保|争取|计划|要)*新?(?:签约|开工|投产|竣工|引进))"
)
_DOES = re.compile("(?:全年|当年|力争|确保|争取|计划|要)+")


def keep_place(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """同期全市实现地区生产总值1818.5亿元，增长8.3%，一般公共预算收入|143.6亿元|: all that a sentence on a wider place lists is of it.

    So with a part of the zone: 北塬园完成规上工业总产值112.6亿元；固定资产投资|24.1亿元|；规上企业|32家|.
    """
    wider = _WIDER_FIRST.match(sentence)
    place = wider or _PART_FIRST.match(sentence)
    if place is not None and wider is None and made:
        _set_apart(sentence[place.end("place") :], made[0], place["place"])
    if place is None or not made or made[0].scope != place["place"] or (wider is None and _OWN.fullmatch(place["place"])):
        return
    end = place.end()
    for draft in made:
        between = sentence[end : max(draft.end - at, end)]
        if _OF_ITSELF.search(between) or (wider is None and _ANOTHER.search(between)):
            return
        if not draft.scope and draft.kind in (FigureKind.VALUE, FigureKind.GROWTH) and is_known(draft.indicator):
            draft.scope = place["place"]
        end = draft.end - at


_OF_THAT = re.compile("占(?:该|本)?(?P<kind>片区|组团|街道|板块|镇)(?=[㐀-鿿]{2})")


def name_that_place(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """北湖片区产业单一，汽配占片区产值的68%: of the place that the sentence named, not of all there are."""
    for draft in made:
        name = draft.scope + "/" + draft.indicator
        of = _OF_THAT.search(name) if draft.kind is FigureKind.SHARE else None
        if of is None:
            continue
        place = rf"(?:^|[，。；：、（(\n]|[一二三四五六]是|其中)(?P<who>(?!其中|[全各本该][^，]|[一二三四五六]是)[^占，。；\d]{{1,4}}?{of['kind']})"
        if named := list(re.finditer(place, sentence[: draft.start - at])):
            draft.scope, draft.indicator = (name[: of.start("kind")] + named[-1]["who"] + name[of.end("kind") :]).split("/", 1)


def _set_apart(behind: str, first: Draft, place: str) -> None:
    """东湖片区力争|新开工亿元以上项目18个, 东湖片区力争完成|工业投资12亿元: the place is whose the first number is."""
    name = _DOES.sub("", first.indicator.removeprefix(place), count=1)
    if first.indicator.startswith(place) and len(name) > 3 and not first.scope:
        first.scope, first.indicator = place, name
    elif not first.scope and is_known(first.indicator) and _DOES.match(behind) and first.indicator in re.split("[，,；;。]", behind)[0]:
        first.scope = place


_COURSE = re.compile(
    rf"(?P<place>[\u3400-\u9fff]{{1,6}}?{PLACE})(?P<what>[\u3400-\u9fff]{{3,12}}?)(?:恢复|保持|实现|继续|稳定|止跌|扭转|由负)[^，。；\d]{{0,8}}[，,]"
)
_PLACE_ALONE = re.compile(rf"[\u3400-\u9fff]{{1,6}}?{PLACE}")


def name_parts(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """规划面积9.6平方公里，由两个园区组成，栎川园区|6.1平方公里|，楸坪园区|3.5平方公里|: of the whole before, if not more than it.

    签约亿元以上项目6个，其中临港片区|4个|; 苜岭片区固定资产投资恢复正增长，力争达到|18亿元|: of the whole, and of what is said to grow.
    """
    for draft in made:
        if not _PLACE_ALONE.fullmatch(draft.indicator):
            continue
        over, going = draft.whole, list(_COURSE.finditer(sentence[: draft.end - at]))
        if over is not None and over.unit == draft.unit and over.scope and draft.scope == over.scope:
            draft.scope, draft.indicator = draft.indicator + draft.scope, over.indicator
        elif not draft.scope and draft.unit.endswith("元") and going and going[-1]["place"] == draft.indicator and is_known(going[-1]["what"]):
            draft.scope, draft.indicator = draft.indicator, going[-1]["what"]
    _beside_the_whole(made)
    _paced_beside(made)


#: 亩均税收, 人均产值, 优良率: the parts' do not add up to the whole's.
_MEAN = re.compile("[亩人户地]均|平均|率$|强度|浓度")


_NO_PLACE = re.compile(f"^(?:{_OWN.pattern})$|[出入进]园$")


def _beside_the_whole(made: Sequence[Draft]) -> None:
    values = (d for d in made if d.kind is FigureKind.VALUE and not d.scope)
    parts = [d for d in values if _PLACE_ALONE.fullmatch(d.indicator) and not _NO_PLACE.search(d.indicator)]
    if not parts or len({d.unit for d in parts}) > 1:
        return
    before = made[: made.index(parts[0])]
    whole = next((d for d in reversed(before) if d.kind is FigureKind.VALUE and d.unit == parts[0].unit and not d.scope), None)
    told = [d.value for d in parts if d.value is not None]
    if whole is None or whole.value is None or len(told) < len(parts) or not _measures(whole.indicator):
        return
    if len(parts) == 1 and re.search(PLACE, whole.indicator):
        return  # 甲乡农民人均收入18620元，乙镇|23750元|: beside another place, not the whole
    mean = _MEAN.search(whole.indicator) is not None
    if (len(parts) > 1 or mean or whole is before[-1]) and (mean or sum(told) <= whole.value):
        for part in parts:
            part.scope, part.indicator = part.indicator, whole.indicator


def _paced_beside(made: Sequence[Draft]) -> None:
    """规上工业增加值增长6.3%，石桥片区|增长1.2%|: how fast the place's own grew."""
    for before, draft in pairwise(made):
        alone = draft.kind is FigureKind.GROWTH and not draft.scope and _PLACE_ALONE.fullmatch(draft.indicator)
        paced = before.growth is not None and before.growth_unit == draft.growth_unit and is_known(before.indicator)
        if alone and paced and not _NO_PLACE.search(draft.indicator) and (not before.scope or _PLACE_ALONE.fullmatch(before.scope)):
            draft.scope, draft.indicator = draft.indicator, before.indicator


_OF_SIZE = re.compile("(?P<size>规上|规模以上)工业企业")


def name_of_size(made: Sequence[Draft]) -> None:
    """规上工业企业实现|总产值318.6亿元|, |工业总产值318.6亿元|: an indicator of its own, nobody's 总产值."""
    for draft in made:
        if (firms := _OF_SIZE.fullmatch(draft.scope)) is None:
            continue
        if draft.indicator == "总产值":
            draft.indicator, draft.scope = draft.scope + draft.indicator, ""
        elif draft.indicator.startswith("工业") and is_known(firms["size"] + draft.indicator):
            draft.indicator, draft.scope = firms["size"] + draft.indicator, ""


_HOW_MUCH = re.compile("(?:累计|当年|年度|完成|实际|新增|有效|计划|总)+")
_ALL_INVESTED = re.compile("(?:全社会)?固定资产投资(?:完成额|总额)?|投资")


def name_investments(made: Sequence[Draft]) -> None:
    """固定资产投资102亿元，其中工业|68亿元|、基础设施22亿元: 工业投资 and 基础设施投资, as they are called."""
    parts = [d for d in made if d.kind in (FigureKind.VALUE, FigureKind.GROWTH) and _ALL_INVESTED.fullmatch(d.indicator)]
    parts = [d for d in parts if d.scope and not _HOW_MUCH.fullmatch(d.scope)]
    for draft in parts if all(is_known(d.scope + "投资") for d in parts) else ():  # 仓储物流 among them: uses, named as they stand
        draft.indicator, draft.scope = draft.scope + "投资", ""


_KINDS = re.compile(
    r"(?P<what>[^，。；：、\d\s]{2,10}?)(?P<measure>产值|增加值|收入|投资|税收|出口额?|进口额?|吞吐量|产量|销量|交易额|销售额|用电量)$"
)


def name_kinds(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """煤炭吞吐量512万吨，下降6.1%；矿建材料634万吨；粮食238万吨: the measure said with the first is that of the kinds that follow."""
    for first, draft in enumerate(made):
        named = _KINDS.fullmatch(draft.indicator) if not draft.scope and draft.kind is FigureKind.VALUE else None
        owned = draft.scope and draft.kind is FigureKind.VALUE and _ENDS.search(draft.indicator) and _after(sentence, draft, at)
        if not owned and (named is None or is_known(draft.indicator)):
            continue
        row = []
        for other in made[first + 1 :]:
            number = sentence.rfind(other.value_text, 0, other.end - at) if other.value_text else -1
            bare = number > 0 and re.search(rf"[；;，,、]\s*{re.escape(other.indicator)}$", sentence[:number]) is not None
            if other.scope or other.kind is not FigureKind.VALUE or other.unit != draft.unit or not bare or _ENDS.search(other.indicator):
                break
            row.append(other)
        for other in row if len(row) > 1 else ():
            other.scope, other.indicator = other.indicator, named["measure"] if named is not None and not owned else draft.indicator


_TRADE = re.compile(r"(?P<who>[^，。；：、\d\s]{2,10}?)(?P<what>产值|增加值|营业收入|主营业务收入|销售收入|利润|税收)$")


def name_trades(made: Sequence[Draft]) -> None:
    """装备制造|产值89.6亿元；食品加工产值64.8亿元；新能源产值32.6亿元: whose each of them is, where it is said of one, or of three alike."""
    row: list[tuple[Draft, str, str]] = []
    for draft in made:
        if draft.kind is not FigureKind.VALUE or draft.whole is not None:
            continue
        alone = _TRADE.fullmatch(draft.indicator) if not draft.scope and not is_known(draft.indicator) else None
        if alone is not None:
            row.append((draft, alone["who"], alone["what"]))
        elif draft.scope and _TRADE.fullmatch("某某" + draft.indicator):
            row.append((draft, draft.scope, draft.indicator))
    for measure in {what for _, _, what in row}:
        alike = [(d, who) for d, who, what in row if what == measure]
        apart = [(d, who) for d, who in alike if not d.scope]
        if len({d.unit for d, _ in alike}) == 1 and (len(apart) < len(alike) or len(apart) > 2):
            for draft, who in apart:
                draft.scope, draft.indicator = who, measure


_MAKER = re.compile(
    r"(?P<who>(?!总|计划|拟|年度|固定|工业|基础|社会|民间|实际|协议|合同|累计|当年|完成|新?引[进入]|签约|招引|新[增签]|开工|储备|洽谈|[由将已])[㐀-鿿A-Za-z]{2,12}?)?(?:计划)?总?(?:投资|出资)"
)
_ONE_BEFORE = re.compile("^.*(?:项目|工程|基地|中心|园)(?:和|与|以及|及)")  # of the list's one before: 茶饮料项目和|梧川文旅
_BUILT = r"(?:元)?(?:左右|以上)?(?P<built>[新扩改兴]?建设?|打造|兴办|实施)?的(?:年产[^，。；]{0,12})?"


def name_makers(sentence: str, at: int, made: Sequence[Draft]) -> None:
    """芃锐能源投资|22亿元|的电解液项目: what that project costs, by the name of who builds it and its own."""
    for draft in made:
        said = _MAKER.fullmatch(draft.indicator)
        if said is None or not draft.scope.endswith(("项目", "工程", "基地", "中心", "园", "平台")) or draft.kind is not FigureKind.VALUE:
            continue
        behind = re.match(_BUILT + re.escape(draft.scope), sentence[max(draft.end - at, 0) :])
        if behind is not None and (said["who"] or behind["built"]):
            who = _ONE_BEFORE.sub("", said["who"] or "")
            draft.indicator, draft.scope = "总投资", who + draft.scope


def _after(sentence: str, draft: Draft, at: int) -> bool:
    """榆桥完成技工贸总收入: whether the owner stands right before the measure, with nothing but a verb between."""
    return re.search(rf"{re.escape(draft.scope)}(?:全年|共)?(?:完成|实现|达到)?{re.escape(draft.indicator)}", sentence[: draft.end - at]) is not None


def _beside(sentence: str, at: int, made: Sequence[Draft]) -> list[Draft]:
    """The drafts right behind the first, each nothing but a name and a number of the same unit, after 、 or 和."""
    out: list[Draft] = []
    for before, draft in pairwise(made):
        between = sentence[before.end - at : draft.end - at]
        if draft.scope or base_unit(draft.unit)[1] != base_unit(made[0].unit)[1] or draft.kind is not FigureKind.VALUE:
            break
        if re.fullmatch(rf"[、，,和]\s*{re.escape(draft.indicator)}\s*{re.escape(draft.value_text)}.*", between) is None:
            break
        out.append(draft)
    return out


def _measures(what: str) -> bool:
    """Whether the words name something that is measured (税收, 出口额, 规上工业总产值)."""
    return is_known(what) or _ENDS.search(what) is not None

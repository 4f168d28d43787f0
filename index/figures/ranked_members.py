"""The first of several and what each has: 产值前三位依次为甲电子（58.6亿元）、乙药业（41.2亿元）; 甲铜箔以66.2亿元居首，乙电子49.5亿元次之."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.figures.draft import Draft
from index.numbers import bare_value, parse_number
from index.records import FigureKind, Status

__all__ = ["name_ranked"]

_OF = (
    r"(?P<of>(?:规上)?(?:工业)?总?产值|(?:入库|上缴)?税收|纳税额?|营业收入|营收|销售收入|开票销售"
    r"|进出口(?:总?额)?|[进出]口(?:总?额)?|利润总?额?|研发投入|用工|协议投资|总投资)"
)
#: 产值前三位的企业依次为, 按产值排，前三名是, 纳税排在前五的是.
_FOREMOST = re.compile(
    rf"{_OF}(?:规模)?(?:排序|排名|排位|排列|高低|大小|居|位居|列|位列|排)*(?:在|于)?[，,]?(?:的)?前(?:[两二三四五六七八九十]|\d{{1,2}})(?:位|名|强|家|个)?的?(?:企业|公司|项目|园区|产业)?"
    r"(?:[^，。；：:\d]{0,8}?[，,：:])??(?:分别|依次|主要)*(?:是|为|有)?[：:]?(?=[㐀-鿿A-Za-z]{2,18}?(?:以|为|是|[（(])?\d)"
)
#: 产值超10亿元的企业17家。前三名依次是|甲86.4亿元、乙61.2亿元|.
_FIRST_ONES = re.compile(
    r"(?<![^，。；：:\n])(?:其中)?(?:位居|名列|居于?|列|排名?)?在?前(?:[两二三四五六七八九十]|\d{1,2})(?:位|名|强|家)的?(?:企业)?(?:分别|依次)*(?:是|为)[：:]?"
)
_SIZE = r"(?:在|达到?)?(?:超过?|过|突破)?[\d.一二三五]*[十百千]*[万亿]元(?:及?以上)?"
#: 营业收入过50亿元的企业有2家，即甲88.6亿元、乙53.7亿元: each by the measure they are counted by, where all of them are named.
_COUNTED = re.compile(
    rf"(?:年?{_OF})?{_SIZE}的?(?:规上|工业)*(?:企业|公司|单位)?(?:现有|共有|有|共|[增达]?[至到])?"
    r"(?P<many>[一两二三四五六七八九十]|\d{1,2})[家户][，,：:](?:它们|其中|即)?(?:分别|依次)*(?:是|为)?[：:]?(?=[㐀-鿿A-Za-z]{2,18}?[（(]?\d)"
)
#: 产值10亿元以上的14家，50亿元以上的|3家，即甲（112亿元）…|: by what those before it are counted.
_SIZED = re.compile(rf"{_OF}{_SIZE}的?[^，。；\d]{{0,6}}[一两二三四五六七八九十\d]+[家户]")
#: 产值头一名仍是甲，51.6亿元；第二名乙36.8亿元.
_NUMBERED = re.compile(
    rf"(?:按{_OF}排(?:名|序|队)?[，,]|{_OF.replace('<of>', '<by>')}(?:排名)?的?)(?:头一?名|第一名?|首位|榜首|头把交椅)"
    r"(?:仍然?|还|依然|依旧|就)*(?:是|为)?"
    r"(?P<first>[㐀-鿿A-Za-z]{2,18}?)[，,（(]?(?P<number>\d[\d,]*(?:\.\d+)?(?:[万亿]元|人))"
)
_NEXT = re.compile(
    r"(?:排?第(?:[二三四五六七八九十]|\d{1,2})名?的?(?:是|为)?)(?P<who>[㐀-鿿A-Za-z]{2,18}?)[，,（(]?(?P<number>\d[\d,]*(?:\.\d+)?(?:[万亿]元|人))"
)
#: 按产值排，甲居首; 产值排名有了变化：甲60.4亿元居首，增长14.4%；乙36.2亿元，升到第2位.
_BY_SIZE = re.compile(
    rf"(?:按|以)(?:全年|预计)*{_OF}(?:规模|大小|高低)?(?:来)?(?:排|排序|排名|排队|排位|排列)(?:来?看)?[，,：:]"
    rf"|(?:企业)?{_OF.replace('<of>', '<by>')}(?:排名|排位|座次|位次)[^，。；：\d]{{0,8}}[：:]"
)
_PLACED = re.compile(r"居首|第\s*(?:[一二三四五六七八九十]|\d{1,2})\s*位|[列居](?:[一二三四五六七八九十]、?)+位|榜首|首位|头把交椅|次席")
_KEEPS = "(?:继续|仍然?|依然|稳|蝉联|守住|保持|坐稳)*"
_PLACE = r"(?:居首|居第[一二三四五六七八九十]|次之|第[一二三四五六七八九十]|领跑|领先|紧随其后|殿后|榜首|首位|头把交椅)"
_MEMBER = re.compile(
    r"[、，,和及与]?(?P<who>[㐀-鿿A-Za-z]{2,18}?)(?:以|为|是|[（(])?(?P<number>\d[\d,]*(?:\.\d+)?(?:[万亿]元|人))[）)]?"
    rf"(?:的{_OF.replace('<of>', '<own>')})?(?P<place>{_KEEPS}(?:[升退降跃]?[至到居]|位?[列居]|排[在名]?|暂)*{_PLACE})?"
)
_NO_NAME = re.compile("产值|税收|收入|合计|总计|企业$|共|其中|增长|下降|比[上去全]|同比|占|达到|^达|达$|以上|超过|^超")
#: 甲铜箔以66.2亿元居首, behind what is said of their 产值.
_LED = re.compile(
    rf"(?<![^，。；：:\n])(?P<first>[㐀-鿿A-Za-z]{{2,18}}?)以\d[\d,.]*(?:[万亿]元|人)(?:的{_OF})?{_KEEPS}(?:位?居|排|列)?(?:首|第一|榜首|首位|头把交椅)"
)
_MEASURED = re.compile(rf"{_OF}(?=(?:超过?|过|上|突破|达|规模)[\d一二三五十百]*[万亿]?[^，。；]{{0,6}}(?:企业|项目|\d[家户]))")


def name_ranked(sentence: str, earlier: str, at: int, made: list[Draft]) -> None:
    """Give each amount of such a list to whom it stands behind, as what they are ranked by; ``earlier`` is the text before the sentence."""
    lists = list(_FOREMOST.finditer(sentence))
    for opened in lists:
        _give(sentence, opened.end(), opened["of"], at, made)
        made[:] = [d for d in made if not (d.kind is FigureKind.RANK and at + opened.start() <= d.start < at + opened.end())]  # 前三位 is no place
    if lists:
        return
    for counted in _COUNTED.finditer(sentence):
        sized = [m["of"] for m in _SIZED.finditer(sentence[: counted.start()])] if counted["of"] is None else [counted["of"]]
        if sized:
            _give(sentence, counted.end(), sized[-1], at, made, many=int(parse_number(counted["many"]) or 0))
    if (numbered := _NUMBERED.search(sentence)) is not None:
        _give_numbered(sentence, numbered, at, made)
        return
    if (by := _BY_SIZE.search(sentence)) is not None and _PLACED.search(sentence, by.end()):
        _give_each(sentence, by, at, made)
        return
    first = _FIRST_ONES.search(sentence)
    if first is not None and (ranked := list(_MEASURED.finditer(earlier[-80:] + sentence[: first.start()]))):
        _give(sentence, first.end(), ranked[-1]["of"], at, made)
        made[:] = [d for d in made if not (d.kind is FigureKind.RANK and at + first.start() <= d.start < at + first.end())]
        return
    led, of = _LED.search(sentence), list(_MEASURED.finditer(earlier[-80:] + sentence))
    if led is not None and (led["of"] or of):
        _give(sentence, led.start(), led["of"] or of[-1]["of"], at, made)


def _give(sentence: str, start: int, of: str, at: int, made: list[Draft], many: int = 0) -> None:
    members: list[tuple[str, str, int, int]] = []
    while (member := _MEMBER.match(sentence, start)) is not None and not _NO_NAME.search(member["who"]):
        members.append((member["who"], member["number"], member.start("number"), member.end()))
        start = member.end()
    if len(members) < 2 or (many and len(members) != many):
        return
    _own_all(made, [(who, text, at + number) for who, text, number, _ in members], of)
    for _, _, number, end in members:
        made[:] = [d for d in made if not (d.kind is FigureKind.RANK and at + number < d.start < at + end)]
    for draft in made:  # …、丙12.3亿元，合计166.7亿元: of all of them
        if draft.scope == "合计" and draft.indicator == members[-1][0]:
            draft.indicator = of
        elif draft.kind is FigureKind.SHARE and draft.scope == "合计" + members[-1][0]:
            draft.scope = "合计" + of  # …，占全区的46%


def _own_all(made: list[Draft], members: Sequence[tuple[str, str, int]], of: str) -> None:
    """Give each number to whom it stands behind; one that was left unread, for what it is of was not said, is read like the rest."""
    owned = [(_of(made, text, place), who, text, place) for who, text, place in members]
    like = next((own for own, *_ in owned if own is not None), None)
    for own, who, text, place in owned:
        if own is None and like is not None and (value := bare_value(re.sub("[^\\d.,]", "", text))) is not None:
            own = replace(like, value=value, value_text=text, start=place, end=place + len(text), qualifier="", growth=None, growth_text="")
            made.insert(made.index(like), own)
        if own is not None:
            own.indicator, own.scope, own.whole, own.member = of, who, None, False


def _give_numbered(sentence: str, first: re.Match[str], at: int, made: list[Draft]) -> None:
    """The first, and whoever is second and third in the same sentence."""
    found = [(first["first"], first), *((m["who"], m) for m in _NEXT.finditer(sentence, first.end()))]
    _own_all(made, [(who, m["number"], at + m.start("number")) for who, m in found], first["of"] or first["by"])
    for _, m in found:  # 头一名 is no name
        made[:] = [d for d in made if not ((d.kind is FigureKind.RANK or d.unit == "名") and at + m.start() <= d.start < at + m.end("number"))]


_EACH = re.compile(
    r"(?<![^，。；：:、])(?P<who>(?!其中|预计|全年|当年)[㐀-鿿A-Za-z]{2,12}?)(?:以|为|是|[（(])?(?P<number>\d[\d,]*(?:\.\d+)?(?:[万亿]元|人))"
)
_MEASURE = re.compile("(?:产值|增加值|收入|投资|税收|利润|[额量率数金]|完成|达到?|实现|贡献|增加|增长|减少)$")


def _give_each(sentence: str, by: re.Match[str], at: int, made: list[Draft]) -> None:
    """Each amount, and each place, right behind a name is that of who is named, whatever else is told between them."""
    found = [m for m in _EACH.finditer(sentence, by.end()) if not _NO_NAME.search(m["who"]) and not _MEASURE.search(m["who"])]
    if len(found) < 2:
        return
    for member in found:
        own = _of(made, member["number"], at + member.start("number"))
        places = [d for d in made if d.kind is FigureKind.RANK and d.scope + d.indicator == member["who"]]
        for told in (*places, *((own,) if own is not None else ())):
            told.indicator, told.scope, told.whole, told.member = by["of"] or by["by"], member["who"], None, False
            told.status = Status.EXPECTED if "预计" in by[0] else told.status


def _of(made: Sequence[Draft], text: str, place: int) -> Draft | None:
    """The amount that is printed at a place; one that a growth further on was given to reaches beyond the next."""
    told = (d for d in made if d.kind is FigureKind.VALUE and d.value_text == text and d.start <= place < d.end)
    return max(told, key=lambda d: d.start, default=None)

"""Places and parts of a zone that a question names: 石堰片区, 西屿那一片, 二期, 全市."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from assistant.scanner import CUT, GAP, KNOWN, Scanner
from assistant.terms import find_terms

__all__ = ["places_said", "short_names", "take_scopes"]

# 全市, 二期, and what is called a place: 石堰片区, 城东街道.  A figure of anything else doesn't answer for it.
_PLACE = re.compile(
    r"(?<![被向])全[市省县国州](?!率先|首[个家创批]|唯一|复制|推广|通报|表彰|表扬|[㐀-鿿]{0,10}(?:示范|试点|先进|[百十]强|优秀|文明|劳模|重点[村镇]|称号))|(?<!第)[一二三四]期|(?:[㐀-鿿](?<![的在是和与各个哪了把给年到从比大三两四五说称讲排占居列入值额税资])){2,4}?(?:片区|园区|产业园|科技园|区块|街道|新城|组团|港区|小镇|(?<![城乡集])镇(?!域))(?!的?(?:开发|建设|改造))"
)


#: 辕北 + 产业园, 枣庐 + 镇, 菽塘 + 食品园: what a place is called, and what it is.
_CALLED = re.compile("(?P<name>[㐀-鿿]{2})(?:[㐀-鿿]{2})?(?:片区|园区?|街道|镇|乡|新城|组团|港区|小镇|口岸|通道|作业区)")
#: 化工产业园, 东部片区: called by what it makes or where it lies, which other things are, too.
_COMMON = re.compile(
    "化工|食品|电子|医药|纺织|物流|机械|汽车|装备|光电|科[技创]|高新|创[新业]|数字|智[能慧]|生[态物]|农[业产]|现代|绿色|新[能材型]|材料|建材|家居|服装|轻工|冶金|"
    "钢铁|陶瓷|软件|信息|综合|临[港空]|航空|出口|保税|循环|中[小心医]|民营|返乡|双创|低碳|示范|核心|城[市乡]|工业|产业|经济|[东西南北中][部区侧片方边]$|[一二三四五两]"
)
_NOT_IT = re.compile(
    "大?[道路桥街河湖山江]|水[库厂]|小学|中学|项目|公司|集团|社区|一期|[二三四]期"
    "|[^，。、的]{0,4}(?:电[站厂]|处理厂|净水厂|泵站|学校|幼儿园|医院|卫生院|夜市)"
)


def short_names(scopes: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """辕北 → 辕北产业园, for each place whose short name nothing else that is printed holds (``names``: of indicators)."""
    scopes, names = sorted(scopes), list(names)
    found: dict[str, list[str]] = {}
    for scope in scopes:
        if (match := _CALLED.fullmatch(scope)) and not _COMMON.match(match["name"]):
            found.setdefault(match["name"], []).append(scope)
    return {short: of[0] for short, of in found.items() if len(of) == 1 and not any(short in n for n in names if of[0] not in n)}


_ENDS = re.compile("(?:片区|组团|街道|新城|港区|小镇|镇|园区)$")
_AHEAD = "(?:^|[，,、：:；。？?（( 的属里看说问只是心年区])"
_SAID_AS = re.compile("(?P<name>(?:[㐀-鿿](?<![的在是和与各个哪些了有把给年到大小这那每全])){2})(?:片区|组团|街道|新城|港区)")


def places_said(text: str, known: Iterable[str]) -> list[tuple[str, int]]:
    """The parts of a zone that a text calls by their names, full or short (…下属的砻口，单独看), without what they are (片区), and where."""
    found = [(m["name"], m.start()) for m in _SAID_AS.finditer(text)]
    for stem in {_ENDS.sub("", scope) for scope in known if _ENDS.search(scope)}:
        if len(stem) < 2 or _COMMON.match(stem):
            continue
        whole = f"{_AHEAD}{re.escape(stem)}(?={_ENDS.pattern[:-1]}|$|[，,、：:；。？?（( 的这那在一\\d二〇单])"
        found += [(stem, m.end() - len(stem)) for m in re.finditer(whole, text)]
    return [(name, at) for name, at in dict(found).items() if not _COMMON.match(name)]


_NEXT = re.compile("[、和与跟及](?P<name>[㐀-鿿]{2})")
_LAST = re.compile("(?P<name>[㐀-鿿]{2})[、和与跟及]$")
_MANY = re.compile("[两三四五六](?:个|片|块|处)|分别|各|合计|加起来|之和|总和|一共|谁|哪")


def _among_others(text: str, start: int, end: int, known: Collection[str]) -> bool:
    """樗坪 of 樗坪、栘林两个片区, where 栘林 is called a 片区 nowhere: both are looked for as they are said."""
    near = [m["name"] for m in (_LAST.search(text, max(start - 3, 0), start), _NEXT.match(text, end)) if m is not None]
    return _MANY.search(text, end) is not None and any(not (any(k.startswith(n) for k in known) or find_terms(n)) for n in near)


def take_scopes(scan: Scanner, known: Iterable[str], short: Mapping[str, str], names: Iterable[str] = ()) -> tuple[str, ...]:
    """The places and parts that a question names, blanked in ``scan``; ``known`` are those that figures are of, ``short`` how some are called.

    The end of one of the ``names`` is no place: 大|型屏蔽泵产业园.
    """
    found: dict[str, int] = {}  # and where each stands: 西园和东园 are told in that order
    for scope in sorted(known, key=lambda s: (-len(s), s)):
        at = scan.left.find(scope)
        if at >= 0:
            found[scope] = at
            scan.blank(at, at + len(scope))
            continue
        stem = re.escape(scope.removesuffix("片区"))
        there = re.search(f"{stem}(?:[那这]一?|一)(?:片|块|带)(?:儿|地方|区域|区)?", scan.left) if scope.endswith("片区") else None
        if there:  # 西屿那一片
            found[scope] = there.start()
            scan.blank(*there.span())
    for name, scope in short.items():
        at = scan.left.find(name)
        if at >= 0 and _among_others(scan.left, at, at + len(name), {*short, *known}):
            continue
        if at >= 0 and scope not in found and not _NOT_IT.match(scan.left, at + len(name)) and not _PLACE.match(scan.left, at):
            found[scope] = at
            scan.blank(at, at + len(name))
    for match in _PLACE.finditer(scan.left):
        longer = scan.left[max(match.start() - 1, 0) : match.end()]
        if longer != match.group() and not match.group().endswith("期") and longer[0] not in GAP + KNOWN + CUT and any(longer in n for n in names):
            continue
        found.setdefault(match.group(), match.start())
        scan.blank(match.start(), match.end())
    return tuple(sorted(found, key=found.__getitem__))

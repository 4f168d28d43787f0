"""分别: N subjects with N values, or N growths for the last N values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.figures.grammar import COMPLETION, Growth, growth_in
from index.numerals import Quantity, parse_number, quoted_spans

__all__ = ["Zip", "find_lists"]

_BETWEEN = re.compile(
    r"^[以之]?[内上下]?(?:左右|以上)?\s*(?:[、，,和及与]|以及)\s*(?:(?:同比|分别)?(?:增长|下降|提高|为|达到|降低|"
    r"减少)?)\s*$"
)
_GROUP = re.compile(
    r"(?:等)?(?:[一二两三四五六七八九十\d]+)(?:大|个|家|条|项|类|种|座|镇|区|园)(?P<noun>[^、]*)$|"
    r"等(?P<etc>[^、]{0,8})$"
)
_LEADING = re.compile(r"^(?:分[^，,：:]{1,8}看[，,：:]?|其中[：:,，]?|从[^，]{2,10}看[，,]?|全年|预计)+")
_HEAD = re.compile(
    r"(?:规模以上|规上|全社会|一般公共预算|人均|居民人均|常住居民人均)?(?:工业|产业|农业|服务业|居民|常住居民|"
    r"固定资产|税收|外贸|财政)*"
    r"(?:增加值|总产值|产值|可支配收入|纯收入|收入|投资|总额|用电量|支出|销售额|面积|产量|增速|占比|比重|覆盖率|"
    r"签约率|数|贷款余额|存款余额|余额|总量|排放量|浓度|整体通关时间|通关时间|办理时间|审批时间)$"
)


@dataclass(frozen=True, slots=True)
class Zip:
    """The place of one quantity in a list: whose it is, and of what.  ``sign`` is not 0 for growths."""

    position: int
    count: int
    subject: str
    noun: str
    scope: str
    start: int  # where the list begins in the sentence
    sign: int = 0
    base: str = ""
    phrase: str = ""
    give_back: bool = False
    share: bool = False
    year: int = 0  # the list runs over years: 2016年至2018年，分别完成…
    first: bool = False  # 前两者: growths for the first of the list before
    when: str = ""  # the list runs over parts of a year: 一季度、二季度分别…
    gap: bool = False  # 比全县、全市分别高…
    again: bool = False  # （上年分别为…）: the last figures at another time
    skip: bool = False  # 三个片区 in front of 分别: the size of the list, no figure


def find_lists(sentence: str, quantities: list[Quantity]) -> dict[int, Zip]:
    """For each quantity that a list names, its place there; the others are read on their own."""
    found: dict[int, Zip] = {}
    told: list[str] = []  # the members of the list before: 主营业务收入分别达到… speaks of the same
    quoted = quoted_spans(sentence)
    for match in re.finditer("分别", sentence):
        at = match.end()
        if any(a < match.start() < b for a, b in quoted):
            continue
        told_each = _each(sentence, quantities, match.start(), at)
        if told_each and not any(i in found for i in told_each):
            found.update(told_each)
            continue
        run = _run(sentence, quantities, at)
        if len(run) < 2 or any(i in found for i in run):
            continue
        noun = sentence[at : quantities[run[0]].outer_start]
        if re.search(r"[，。；：、,;]", noun):
            continue
        start = max(sentence.rfind(c, 0, match.start()) for c in "，。；：,;:\n（(") + 1
        subject = _LEADING.sub("", sentence[start : match.start()])
        group = [
            i
            for i, q in enumerate(quantities)
            if start <= q.start < match.start() and q.is_count and q.value == len(run)
        ]
        inside = [i for i, q in enumerate(quantities) if start <= q.start < match.start() and i not in group]
        growth = growth_in(noun)
        group_of = _GROUP.search(subject)
        for _ in run[1:]:  # a typist's comma inside the list: 纺织服装,食品加工两大产业分别…
            if group_of is None or start < 2 or sentence[start - 1] not in ",，" or "、" in subject:
                break
            if _count(group_of) != len(run) or len(_members(subject)[0]) >= len(run):
                break
            start = max(sentence.rfind(c, 0, start - 1) for c in "，。；：,;:\n（(") + 1
            subject = _LEADING.sub("", sentence[start : match.start()]).replace(",", "、").replace("，", "、")
        if _BACK.fullmatch(subject) and growth is not None:
            for position, i in enumerate(run):
                found[i] = _given_back(position, len(run), at, growth, noun, subject)
            continue
        if re.fullmatch(r"(?:同比)?(?:增速|增幅|增长率|降幅)", subject) and growth is None:
            change = Growth(0, -1 if subject.endswith("降幅") else 1, "同比" if "同比" in subject else "")
            for position, i in enumerate(run):
                found[i] = _given_back(position, len(run), at, change, subject + noun, "")
            continue
        apart = re.fullmatch(r"(?P<who>[^，]*?)(?:比|较)(?P<of>[^，]+)", subject)
        if apart and re.fullmatch(r"(?:高出?|低|快|慢|多|少)(?:了|约)?", noun):
            others = _members(apart["of"])[0]
            if len(others) == len(run):
                for position, (i, other) in enumerate(zip(run, others, strict=True)):
                    found[i] = Zip(position, len(run), apart["who"].strip(), noun, f"比{other}{noun}", start, gap=True)
                continue
        placed = start + max(sentence[start : match.start()].find(subject), 0)
        if (
            inside
            or not re.sub(
                r"20\d\d年?|[-—至到、和]|同比|较上年|预计|比上年|也|均|将|已|力争|确保|实际", "", subject
            ).strip()
        ):
            if growth is not None:
                for position, i in enumerate(run):
                    found[i] = Zip(
                        position, len(run), "", "", "", at, growth.sign, growth.base, noun[growth.start :], True
                    )
                continue
            if "占" in noun or COMPLETION.match(noun):
                for position, i in enumerate(run):
                    found[i] = Zip(position, len(run), "", noun, "", at, give_back=True, share=True)
                continue
            years = _years_before(sentence, start, match.start())
            if len(years) == len(run):
                for position, (i, year) in enumerate(zip(run, years, strict=True)):
                    found[i] = Zip(position, len(run), "", noun, "", at, year=year)
                continue
            if re.search(r"年|期", subject) and re.fullmatch(r"(?:只有|仅)?(?:为|是|达到?|完成|实现)", noun):
                same = "同比" if "同期" in subject else ""
                for position, i in enumerate(run):
                    found[i] = Zip(position, len(run), "", "", "", at, base=same, again=True)
                continue
            subject = _clause_before(sentence, start)
        members, suffix, common = _members(subject)
        if len(members) != len(run):
            members, suffix, common = _members(subject, "[、]")  # a 和 inside a member: 建材和装配式建筑
        if len(members) == 1 and len(told) == len(run) and not inside and len(subject) <= 14:
            members, suffix, common = told, subject, ""
        if len(members) != len(run):
            continue
        if all(_TIME.fullmatch(m) for m in members):
            for position, (i, member) in enumerate(zip(run, members, strict=True)):
                found[i] = Zip(position, len(run), "", suffix + noun, "", placed, when=member)
            continue
        told = members
        found.update({i: Zip(0, 0, "", "", "", placed, skip=True) for i in group})
        base = re.search(r"同比|环比|(?:比|较)上年(?:同期)?", sentence[start : at + len(noun)])
        for position, (i, member) in enumerate(zip(run, members, strict=True)):
            own_noun = noun[: growth.start] if growth else noun
            found[i] = Zip(
                position,
                len(run),
                suffix or member,
                own_noun if not suffix else "",
                member if suffix else common,
                placed,
                growth.sign if growth else 0,
                base[0] if base and growth else "",
                noun[growth.start :] if growth else "",
                share="占" in noun or "比重" in noun or "占比" in noun,
            )
    found.update(_unsaid(sentence, quantities, found))
    for i in range(1, len(quantities)):  # 增长4.7%和8.0%: two growths for two values, without 分别
        one, two = quantities[i - 1], quantities[i]
        if i in found or i - 1 in found or one.unit != "%" or two.unit != "%":
            continue
        between = sentence[one.outer_end : two.outer_start]
        start = quantities[i - 2].outer_end if i >= 2 else 0
        before = re.split(r"[，。；、,;]", sentence[start : one.outer_start])[-1]
        growth = growth_in(before)
        if not re.fullmatch(r"[、和及]", between) or growth is None or i < 3:
            continue
        who = before[: growth.start].strip()
        if not who or _BACK.fullmatch(who):
            for position, j in enumerate((i - 1, i)):
                found[j] = _given_back(position, 2, start, growth, before, who)
    return found


_TIME = re.compile(r"(?:20\d\d年)?(?:第?[一二三四1-4]季度|上半年|下半年|\d{1,2}月份)")
#: What refers back to the list before.
_BACK = re.compile(r"(?P<which>前|后)?(?:两|二|三|四|[2-4])者|上述[两三四]?[者项个]")


_EACH = re.compile(
    r"(?:[一二两三四五六七八九十\d]+(?:个|大|家|类|种)|各)(?:主导|支柱|特色|重点|主要)?(?:片区|园区|产业|板块|镇街|街道|镇|行业|园|县区?)的?"
    r"(?P<what>[^，。；：、]{2,14}?)$"
)


def _each(sentence: str, quantities: list[Quantity], before: int, at: int) -> dict[int, Zip]:
    """三个片区产值分别为：东片区|71.2亿元|、西片区|52.9亿元|: each name stands before its own value."""
    opened = re.match(r"(?:为|是|达到?|完成|实现)?[：:]", sentence[at:])
    group = _EACH.search(sentence[:before])
    if opened is None or group is None:
        return {}
    found: dict[int, Zip] = {}
    end, start = at + opened.end(), group.start()
    for i, quantity in enumerate(quantities):
        if start <= quantity.start < before:
            found[i] = Zip(0, 0, "", "", "", start, skip=True)
        if quantity.start < end:
            continue
        name = sentence[end : quantity.outer_start].strip("、，,和 ；;为达")
        if re.search(r"[。]", name) or not 2 <= len(name) <= 12:
            break
        if growth_in(name) is None and not quantity.is_rate:
            found[i] = Zip(len(found), 0, group["what"], "", name, end)
        end = quantity.outer_end
    return found


def _given_back(position: int, count: int, start: int, growth: Growth, words: str, who: str) -> Zip:
    """One of several growths that belong to the last ``count`` values, or to the first of the list (前两者)."""
    return Zip(
        position,
        count,
        "",
        "",
        "",
        start,
        growth.sign,
        growth.base,
        words[growth.start :],
        give_back=True,
        first=who.startswith("前"),
    )


def _count(group: re.Match[str]) -> int:
    """三大主导产业 → 3; 0 when the group says no number."""
    number = re.search(r"[一二两三四五六七八九十\d]+(?=大|个|家|条|项|类|种|座|镇|区|园)", group[0])
    value = parse_number(number[0]) if number else None
    return int(value) if value is not None else 0


def _unsaid(sentence: str, quantities: list[Quantity], taken: dict[int, Zip]) -> dict[int, Zip]:
    """Two values for two subjects without 分别: 城镇和农村居民人均可支配收入完成29092元、17191元."""
    found: dict[int, Zip] = {}
    for i in range(len(quantities) - 1):
        one, two = quantities[i], quantities[i + 1]
        if (
            i in taken
            or i + 1 in taken
            or one.unit != two.unit
            or not re.fullmatch(r"[、和]", sentence[one.outer_end : two.outer_start])
        ):
            continue
        start = max(sentence.rfind(c, 0, one.outer_start) for c in "，。；：,;:\n") + 1
        subject = re.sub(r"(?:完成|达到|达|为|突破|增至|提高到)+$", "", sentence[start : one.outer_start])
        members, suffix, _ = _members(_LEADING.sub("", subject))
        if len(members) == 2 and suffix and not any(start <= q.start < one.start for q in quantities):
            for position, member in enumerate(members):
                found[i + position] = Zip(position, 2, suffix, "", member, start)
    return found


def _years_before(sentence: str, start: int, end: int) -> list[int]:
    """The years named right before: 2016年至2018年, 2017年、2018年."""
    before = re.split(r"[。；;]", sentence[:end])[-1][-30:]
    if spanned := re.search(r"(20\d\d)\s*年?\s*[-—–~至到]+\s*(20\d\d)\s*年[^，]{0,4}[，,]?$", before):
        return list(range(int(spanned[1]), int(spanned[2]) + 1))
    if spanned := re.search(r"(20\d\d)\s*年?\s*[-—–~至到]+\s*(20\d\d)\s*年[，,]\s*分别", sentence[:start]):
        return list(range(int(spanned[1]), int(spanned[2]) + 1))  # …; 分别完成: the years were said before
    listed = re.search(r"((?:20\d\d年?[、和，,])+20\d\d年)[^，]{0,4}[，,]?$", before)
    return [int(y) for y in re.findall(r"20\d\d", listed[1])] if listed else []


def _clause_before(sentence: str, start: int) -> str:
    """The list that opens the clause before: 竹木家居、健康食品产业保持增长，分别…"""
    before = re.split(r"[，。；：,;:]", sentence[: max(start - 1, 0)])[-1]
    match = re.match(
        r"(?P<list>[^、]{2,12}(?:、[^、]{2,12})*?(?:、|和)[^、]{2,12}?)(?:产业|片区|园区|行业|企业)*(?:保持|继续|"
        r"快速|稳步|稳定|平稳|实现|均|逆势|持续|双双|表现|加快|发展)",
        before,
    )
    return match["list"] if match else ""


def _run(sentence: str, quantities: list[Quantity], at: int) -> list[int]:
    """Indices of the quantities that follow ``at`` as one list."""
    first = next((i for i, q in enumerate(quantities) if q.start >= at), None)
    if first is None or len(sentence[at : quantities[first].outer_start]) > 24:
        return []
    run = [first]
    for i in range(first + 1, len(quantities)):
        one, two = quantities[i - 1], quantities[i]
        if one.is_rate != two.is_rate or not _BETWEEN.match(sentence[one.outer_end : two.outer_start]):
            break
        run.append(i)
    return run


def _members(subject: str, marks: str = "[、]|和|与|以及|及") -> tuple[list[str], str, str]:
    """The members, an indicator they share and the noun of their group; 城镇、农村居民收入 shares 居民收入."""
    text = re.sub(r"(?:同比|预计|全年|均|也|将|已|力争|确保)+$", "", subject)
    group = _GROUP.search(text)
    shared: re.Match[str] | None = None
    if group and group.start() > 0 and "、" in text[: group.start()]:
        text = text[: group.start()]
        shared = _HEAD.search(group["noun"] or "")  # 智能装备、生物医药两大主导产业产值
    parts = [p for p in re.split(marks, text) if p]
    parts = [re.sub(r"等$", "", p).strip() for p in parts]
    if len(parts) < 2:
        return parts, "", ""
    last = parts[-1]
    if shared is not None:
        return parts, re.sub(r"^产业", "", shared[0]), ""
    if re.fullmatch(r"第?[一二三]", parts[0]) and (ordered := re.match(r"第?([一二三四])(?:次)?产业", last)):
        rest = last[ordered.end() :]
        return [f"第{p.strip('第')[0]}产业" for p in parts[:-1]] + [f"第{ordered[1]}产业"], rest, ""
    head = _HEAD.search(last)
    if head and head.start() > 0 and not any(_HEAD.search(p) for p in parts[:-1]):
        suffix = last[head.start() :]
        return [*parts[:-1], last[: head.start()]], suffix, ""
    return parts, "", ""

"""分别: N subjects with N values, or N growths for the last N values."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from index.figures.grammar import COMPLETION, LIKENED, Growth, growth_in
from index.figures.members import (
    GROUP,
    HEAD,
    LEADING,
    clause_before,
    group_count,
    in_one_word,
    listed_before,
    members_of,
    named_in_turn,
    parts_of_year,
    years_before,
)
from index.figures.runs import BACK, REST, Zip, given_back, growths, shares, unsaid
from index.glossary import is_known
from index.numerals import Quantity, quoted_spans

__all__ = ["find_lists"]

_BETWEEN = re.compile(
    r"^[以之]?[内上下]?(?:左右|以上)?(?:[（(][^（()）\d]{1,10}[)）])?\s*(?:[、，,和及与]|以及)\s*(?:(?:同比|分别)?(?:增长|下降|提高|为|达到|降低|"
    r"减少|上升|提升|增加|回落|回升|收窄|扩大|加快|放缓)?)\s*$"
)
#: Words before 分别 that name nobody: 同比, 较2017年, 均.
_LIST_WORDS = re.compile(
    r"(?:较|比|与)(?:20\d\d年?|[上去]年|年初|同期)(?:同期|末|底|相比)?|20\d\d年?|[-—至到、和]|同比|预计|也|均|将|已|力争|确保|实际"
)
#: 羽绒服装、铸造、粮油食品三块的主营业务收入: how many they are is no part of the last one's name.
_SO_MANY = re.compile(r"[两二三四五六七八九十\d](?:大|块|片|项|类|个)(?:主导|重点|支柱)?(?:产业|行业|板块|片区)?的(?=[\u3400-\u9fff]{2})")
#: 累计增速分别为…: growths of the values before.
_PACE = re.compile(
    r"(?:同比|环比|累计|当季|单季|各[季期月]|平均|年均|可比|名义|实际|的)*(?:增速|增幅|增长率|降幅)"
)


_SHARES = re.compile("(?:所)?占?(?:占比|比重|比例)")
_OF_ALL = re.compile("(?P<who>[^占]+?)的?(?P<share>占[^占、]{2,12}?)的?(?:比重|比例|份额)")  # 东塘、西岭两个片区占全区的比重
_PACED = re.compile("(?P<of>.+?)的?(?:同比)?(?P<pace>增速|增幅|增长率|降幅)")
_COMES_TO = re.compile("(?:为|是|达到?|完成|实现)?")
_ADDED = re.compile(r"(?:(?:比|较)[^，]{1,8}?)?(?P<verb>净增|新增|净减)了?")


_BOTH = re.compile("(?:实现|保持|呈现|均|都)*“?双双?[㐀-鿿]{1,3}”?$")
_COSTING = re.compile(r"(?:(?:计划)?总?投资(?:额)?)?[\d.]+[亿万]元的")


_IN_ALL = re.compile("(?:目前|至今|现|已|总数)*累计(?:总数|总量|数|已)*|总数|总量")


def find_lists(sentence: str, quantities: list[Quantity], earlier: str = "") -> dict[int, Zip]:
    """For each quantity that a list names, its place there; the others are read on their own.

    ``earlier`` is the text before the sentence, which may have named the members of 三大产业.
    """
    found: dict[int, Zip] = {}
    told: list[str] = []  # the members of the list before: 主营业务收入分别达到… speaks of the same
    quoted = quoted_spans(sentence)
    if (split := _SPLIT.match(sentence)) is not None:
        found.update(_of_parts(sentence, quantities, split["what"], split.end()))
    for label in _LABEL.finditer(sentence):
        found.update(_under_label(sentence, quantities, label["what"], label.end()))
    for match in re.finditer("分别|依次|(?<=[区园镇家业])各(?=(?:完成|实现|达到?|为|有)[^，。；、\\d]{0,12}\\d[^，。；、]{0,6}[、和]\\d)", sentence):
        at = match.end()
        if any(a < match.start() < b for a, b in quoted):
            continue
        told_each = _each(sentence, quantities, match.start(), at) or _named_behind(sentence, quantities, match.start(), at)
        if told_each and not any(i in found for i in told_each):
            found.update(told_each)
            continue
        run = _run(sentence, quantities, at)
        if len(run) < 2 or any(i in found for i in run):
            continue
        noun = sentence[at : quantities[run[0]].outer_start]
        if (from_others := _apart(sentence, run, match.start(), noun)) is not None:
            found.update(from_others)
            continue
        if re.search(r"[，。；：、,;]", noun):
            continue
        start = max(sentence.rfind(c, 0, match.start()) for c in "，。；：,;:\n（(") + 1
        subject = LEADING.sub("", sentence[start : match.start()]).rstrip("）)")
        group = [
            i
            for i, q in enumerate(quantities)
            if start <= q.start < match.start() and q.is_count and q.value == len(run)
        ]
        inside = [i for i, q in enumerate(quantities) if start <= q.start < match.start() and i not in group]
        bare = _COSTING.sub("", subject) if len(inside) == len(run) else subject
        if bare != subject and len(members_of(bare)[0]) == len(run):
            subject, inside = bare, []  # 总投资35亿元的甲项目、22亿元的乙园分别完成投资8.6亿元、6.2亿元
        lead = re.split(r"[，。；：,;:]", sentence[: max(start - 1, 0)])[-1]
        both = _BOTH.search(lead) if not subject.strip() else None
        if both is not None and len(members_of(lead[: both.start()])[0]) == len(run):
            subject = lead[: both.start()]  # 事故起数和死亡人数实现“双下降”，分别下降…
        growth = growth_in(noun)
        paced = _PACED.fullmatch(subject) if growth is None and not _PACE.fullmatch(subject) and _COMES_TO.fullmatch(noun) else None
        if paced is not None and all(quantities[i].unit == "%" for i in run):
            subject, growth = paced["of"], Growth(0, -1 if paced["pace"] == "降幅" else 1, "")  # 工业投资、固定资产投资增速分别为…
            noun = paced["pace"] + noun
        of_all = _OF_ALL.fullmatch(subject) if _COMES_TO.fullmatch(noun) and all(quantities[i].unit == "%" for i in run) else None
        if of_all is not None:
            subject, noun = of_all["who"], of_all["share"] + noun
        parts, rest = parts_of_year(subject, re.split(r"[，。；：,;:]", sentence[:start].rstrip("，,：:"))[-1], len(run))
        if parts:
            found.update(_dated(quantities, run, parts, rest + noun, start))
            continue
        if REST.fullmatch(subject) and growth is not None:
            found.update({i: Zip(0, 0, "", "", "", start, skip=True) for i in group})
            found.update({i: replace(given_back(n, len(run), at, growth, noun, subject), rest=True) for n, i in enumerate(run)})
            continue
        group_of = GROUP.search(subject)
        for _ in run[1:]:  # a typist's comma inside the list: 纺织服装,食品加工两大产业分别…
            if group_of is None or not group_of.start() or BACK.fullmatch(subject):
                break
            if start < 2 or sentence[start - 1] not in ",，" or "、" in subject:
                break
            if group_count(group_of) != len(run) or len(members_of(subject)[0]) >= len(run):
                break
            start = max(sentence.rfind(c, 0, start - 1) for c in "，。；：,;:\n（(") + 1
            subject = LEADING.sub("", sentence[start : match.start()]).replace(",", "、").replace("，", "、")
        if re.fullmatch("前者|后者", subject) and re.fullmatch(r"(?:为|是|达到?|完成|实现)?", noun):
            for position, i in enumerate(run):
                found[i] = Zip(position, len(run), "", "", subject, at, again=True)
            continue
        if BACK.fullmatch(subject) and growth is not None:
            for position, i in enumerate(run):
                found[i] = given_back(position, len(run), at, growth, noun, subject)
            continue
        if _PACE.fullmatch(subject) and growth is None:
            change = Growth(0, -1 if subject.endswith("降幅") else 1, "同比" if "同比" in subject else "")
            found.update(_grown(sentence, quantities, run, at, change, subject + noun, found))
            continue
        if _SHARES.fullmatch(subject) and _COMES_TO.fullmatch(noun) and all(quantities[i].unit == "%" for i in run):
            found.update({i: Zip(n, len(run), "", "占比", "", at, give_back=True, share=True) for n, i in enumerate(run)})
            continue
        apart = re.fullmatch(r"(?P<who>[^，]*?)(?:比|较)(?P<of>[^，]+)", subject)
        if apart and re.fullmatch(r"(?:高出?|低|快|慢|多|少)(?:了|约)?", noun):
            others = members_of(apart["of"])[0]
            if len(others) == len(run):
                for position, (i, other) in enumerate(zip(run, others, strict=True)):
                    found[i] = Zip(position, len(run), apart["who"].strip(), noun, f"比{other}{noun}", start, gap=True)
                continue
        if _IN_ALL.fullmatch(subject) and re.fullmatch("(?:为|是|达到?|有)?", noun):  # 新增甲1家、乙4家，累计分别为5家和19家
            for position, i in enumerate(run):
                found[i] = Zip(position, len(run), "", "", "累计", at, again=True)
            continue
        placed = start + max(sentence[start : match.start()].find(subject), 0)
        if (
            inside
            or not _LIST_WORDS.sub("", subject).strip()
        ):
            if growth is not None:
                found.update(_grown(sentence, quantities, run, at, growth, noun[growth.start :], found))
                continue
            if more := _ADDED.fullmatch(noun):
                for position, i in enumerate(run):
                    found[i] = Zip(position, len(run), "", "", "", at, give_back=True, added=more["verb"])
                continue
            if "占" in noun or COMPLETION.match(noun) or LIKENED.search(noun):
                for position, i in enumerate(run):
                    found[i] = Zip(position, len(run), "", noun, "", at, give_back=True, share=True)
                continue
            years = years_before(sentence, start, match.start())
            if len(years) == len(run):
                for position, (i, year) in enumerate(zip(run, years, strict=True)):
                    found[i] = Zip(position, len(run), "", noun, "", at, year=year)
                continue
            if re.search(r"年|期", subject) and re.fullmatch(r"(?:只有|仅)?(?:为|是|达到?|完成|实现)", noun):
                same = "同比" if "同期" in subject else ""
                for position, i in enumerate(run):
                    found[i] = Zip(position, len(run), "", "", "", at, base=same, again=True)
                continue
            subject = clause_before(sentence, start)
        subject = _SO_MANY.sub("", subject) if "、" in subject else subject
        members, suffix, common = members_of(subject)
        if len(members) != len(run):
            members, suffix, common = members_of(subject, "[、]")  # a 和 inside a member: 建材和装配式建筑
        members = in_one_word(subject, len(run)) or members
        if len(members) == 1 and len(told) == len(run) and not inside and len(subject) <= 14:
            members, suffix, common = told, subject, ""
        if len(members) != len(run) and subject and len(subject) <= 10:
            named = re.split(r"——|[：:]", re.split(r"[。；;]", sentence[: max(start - 1, 0)])[-1])
            prior = members_of(named[-1], "[、]")[0] if len(named) > 1 else []
            if len(prior) == len(run):  # 四家龙头企业——A、B、C、D，产值依次为…
                members, suffix, common = prior, subject, ""
        measured = HEAD.fullmatch(subject) is not None  # 产值依次达到…: whose, the clause before says
        before_it = sentence[:start] if measured else earlier + sentence[:start]
        if len(members) != len(run) and (
            prior := listed_before(before_it, subject, len(run), measured) or named_in_turn(before_it, subject, len(run))
        ):
            head = HEAD.search(subject)
            members, suffix, common = prior, head[0].removeprefix("产业") if head else "", ""
            if seen := re.search(r"从(?P<what>[^，]{2,8})看[，,]$", sentence[:start]):
                suffix = suffix or seen["what"]
        told_in = members_of(re.split("[，。；：,;:]", sentence[:start].rstrip("，,"))[-1])[0] if len(members) != len(run) else []
        if len(told_in) == len(run) and (times := _times(told_in)) and not times[0]:  # 2020年和2021年，规上工业总产值分别增长2.1%和13.8%
            found.update(_dated(quantities, run, times[1], subject + noun, placed))
            continue
        if len(members) != len(run):
            if measured or re.search(r"[两二三四五六七八九十\d](?:大|个|类|家)", subject):  # who they are was said elsewhere
                found.update({i: Zip(0, 0, "", "", "", start, skip=True) for i in (*group, *run)})
            continue
        if times := _times(members):
            found.update(_dated(quantities, run, times[1], times[0] + suffix + noun, placed))
            continue
        told = members
        found.update({i: Zip(0, 0, "", "", "", placed, skip=True) for i in group})
        if growth is None and (gap := _APART.fullmatch(noun)) and all(quantities[i].unit == "个百分点" for i in run):
            pace = next((p for p in ("增速", "增幅") if subject.endswith(p)), "")  # 工业投资、技改投资增速分别高于全市2.1和3.6个百分点
            whose = [m if m.endswith(pace) else m + pace for m in ([m + suffix for m in members])]
            found.update({i: Zip(n, len(run), whose[n], noun, gap["verb"] + gap["of"], placed, gap=True) for n, i in enumerate(run)})
            continue
        turns = _turns(sentence, quantities, run, growth)
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
                turns[position][0],
                base[0] if base and growth else "",
                turns[position][1] or (noun[growth.start :] if growth else ""),
                share="占" in noun or "比重" in noun or "占比" in noun,
            )
    found.update(unsaid(sentence, quantities, found))
    found.update(shares(sentence, quantities, found))
    found.update(growths(sentence, quantities, found))
    return found


def _grown(
    sentence: str,
    quantities: list[Quantity],
    run: list[int],
    at: int,
    growth: Growth,
    phrase: str,
    found: dict[int, Zip],
) -> dict[int, Zip]:
    """分别增长18.6%、32.4%和下降2.1%: growths for the values before, each with its own sign.

    None is given where the list before has another length: which of them are meant is not said.
    """
    before = found.get(run[0] - 1)
    if before is not None and not before.give_back and before.count > len(run):
        return {i: Zip(0, 0, "", "", "", at, skip=True) for i in run}
    turns = _turns(sentence, quantities, run, growth)
    return {
        i: Zip(position, len(run), "", "", "", at, sign, growth.base, words or phrase, give_back=True)
        for position, (i, (sign, words)) in enumerate(zip(run, turns, strict=True))
    }


def _turns(sentence: str, quantities: list[Quantity], run: list[int], growth: Growth | None) -> list[tuple[int, str]]:
    """增长18.6%、32.4%和下降2.1%: the sign of each growth, with the words before it where it has its own."""
    if growth is None:
        return [(0, "")] * len(run)
    told = [(growth.sign, "")]
    for i in run[1:]:
        words = sentence[quantities[i - 1].outer_end : quantities[i].outer_start].lstrip("、，,和及与")
        own = growth_in(words)
        told.append((own.sign, words) if own is not None else (growth.sign, ""))
    return told


_TIME = re.compile(
    r"(?:20\d\d年|今年|去年)?(?:第?[一二三四1-4]季度|前[一二三1-3]个?季度|[上下]半年|全年|前[\d一二三四五六七八九十]{1,3}个月|"
    r"(?:\d{1,2}月?[-－—–~～至到]{1,2})?\d{1,2}月份?|一[至到][二三四]季度)|20\d\d年|[今去前]年"
)


_APART = re.compile(r"(?P<verb>高于|低于|快于|慢于|高出|低出|领先|落后于?|超出)(?P<of>[^，。；]+?)(?:平均水平|平均|水平)?$")


def _apart(sentence: str, run: list[int], before: int, noun: str) -> dict[int, Zip] | None:
    """增速分别高于全省、全市0.9和0.4个百分点: how far from each of several others."""
    gap = _APART.fullmatch(noun)
    others = members_of(gap["of"])[0] if gap else []
    if gap is None or len(others) != len(run):
        return None
    who = re.split("[，。；：,;:]", sentence[:before])[-1].strip()
    return {
        i: Zip(position, len(run), who, gap["verb"], gap["verb"] + other, before, gap=True)
        for position, (i, other) in enumerate(zip(run, others, strict=True))
    }


def _times(members: list[str]) -> tuple[str, list[str]] | None:
    """规上工业增加值一季度, 上半年 → (规上工业增加值, its times); None when the members are no times."""
    if members and re.fullmatch(r"[一二三四]|\d{1,2}", members[0]) and (part := re.search("季度|月份?$", members[-1])):
        members = [m if m.endswith(part[0]) else m + part[0] for m in members]  # 三、四季度
    first = re.fullmatch(rf"(?P<what>.*?)(?P<time>(?:{_TIME.pattern}))", members[0]) if members else None
    if first is None or not all(_TIME.fullmatch(m) for m in members[1:]):
        return None
    return first["what"], [first["time"], *members[1:]]


def _dated(quantities: list[Quantity], run: list[int], times: list[str], noun: str, start: int) -> dict[int, Zip]:
    """One indicator, or its growth, over parts of a year: 一季度、上半年分别增长2.1%、4.4%."""
    growth = growth_in(noun)
    what = noun[: growth.start] if growth else noun
    sign, base, phrase = (growth.sign, growth.base, noun[growth.start :]) if growth else (0, "", "")
    total = sum((quantities[i].value for i in run), Decimal(0)) if not growth and len({quantities[i].unit for i in run}) == 1 else None
    return {
        i: Zip(position, len(run), "", what, "", start, sign, base, phrase, when=time, total=total)
        for position, (i, time) in enumerate(zip(run, times, strict=True))
    }




_EACH = re.compile(
    r"(?:[一二两三四五六七八九十\d]+(?:个|大|家|类|种)|各)(?:主导|支柱|特色|重点|主要)?(?:片区|园区|组团|产业|板块|镇街|街道|镇|行业|园|县区?)的?"
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


#: 分园区看技工贸总收入：北坡园|378.6亿元|，槐安园|268.4亿元|.
_SPLIT = re.compile(
    r"[^，。；：]{0,6}?[分按](?:行业|产业|园区|片区|板块|镇街|区域|门类|品种|国别|市场|类别)(?:来?看|[分统]计?)?[，,]?(?P<what>[㐀-鿿]{2,14}?)(?:为|是)?[：:]"
)


def _of_parts(sentence: str, quantities: list[Quantity], what: str, at: int) -> dict[int, Zip]:
    """What is told part by part, each by its name before its own value, as long as values are alike; growths between are read on their own."""
    found: dict[int, Zip] = {}
    end, unit = at, ""
    for i, quantity in enumerate(quantities):
        if quantity.start < at:
            continue
        name = sentence[end : quantity.outer_start].strip("、，,和 ；;为达")
        if not quantity.is_rate and growth_in(name) is None:
            if "。" in name or not 2 <= len(name) <= 12 or (unit and quantity.unit != unit):
                break
            unit = quantity.unit
            found[i] = Zip(len(found), 0, what, "", name, at)
        end = quantity.outer_end
    return found if len(found) > 1 else {}


#: 固定资产投资：工业|68亿元|，基础设施22亿元; 居民人均可支配收入：城镇|46800元|，农村25600元.
_LABEL = re.compile(
    r"(?:^|(?<=[；;。]))\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[-—·•]+)?\s*(?P<what>[㐀-鿿]{2,14})(?:方面)?[：:](?=[㐀-鿿]{2,8}\d)"
)
_PART = re.compile(r"(?!其中|全年|年度|年初|年末|预计|完成|实现|同比|上年|去年|今年|目标|计划|实际|累计|新增|总|其他指标)[㐀-鿿]{2,8}")


def _under_label(sentence: str, quantities: list[Quantity], what: str, at: int) -> dict[int, Zip]:
    """The parts of an indicator told behind its name and a colon, each by a bare name: amounts of one unit, two or more."""
    if not (is_known(what) or _AMOUNT.search(what)):
        return {}
    found: dict[int, Zip] = {}
    end, unit = at, ""
    for i, quantity in enumerate(quantities):
        if quantity.start < at:
            continue
        between = sentence[end : quantity.outer_start]
        name = between.strip("、，,和；; 为达")
        if quantity.is_rate and growth_in(name) is not None:
            end = quantity.outer_end
            continue
        if not _PART.fullmatch(name) or is_known(name) or _AMOUNT.search(name) or quantity.is_count or (unit and quantity.unit != unit):
            if re.search("[；;。]", between):
                break  # the next item of the list
            return {}
        unit, end = quantity.unit, quantity.outer_end
        found[i] = Zip(len(found), 0, what, "", name, at)
    return found if len(found) > 1 else {}


_AMOUNT = re.compile("(?:投资|收入|支出|产值|增加值|税收?|利润|总额|额|外资|内资|资金|面积|量|余额|出口|进口)$")
_NAME_BEHIND = re.compile(
    r"[（(](?P<name>(?!预计|预期|估|约|[不未]?含|[不未]计|同比|比上|较上|下同|按|现价|可比|目标|计划|其中)[^，。；、（()）\d]{2,12})[)）]"
)


def _named_behind(sentence: str, quantities: list[Quantity], before: int, at: int) -> dict[int, Zip]:
    """三个组团营业收入依次为|583.6亿元|（北岸）、|338.2亿元|（砧山）: each name stands in brackets behind its own value."""
    group = _EACH.search(sentence[:before])
    subject = re.split("[，。；：,;:]", sentence[:before])[-1]
    if re.fullmatch("(?:为|是|达到?|完成|实现)?", sentence[at : next((q.outer_start for q in quantities if q.start >= at), at)].strip()) is None:
        return {}
    found: dict[int, Zip] = {}
    end = at
    for i, quantity in enumerate(quantities):
        if quantity.start < at:
            if group is not None and quantity.start >= group.start():
                found[i] = Zip(0, 0, "", "", "", group.start(), skip=True)
            continue
        name = _NAME_BEHIND.match(sentence, quantity.outer_end)
        if name is None or (end > at and sentence[end : quantity.outer_start].strip("、，,和及与为达")):
            break
        found[i] = Zip(i, 0, group["what"] if group else LEADING.sub("", subject), "", name["name"], at)
        end = name.end()
    return found if sum(not z.skip for z in found.values()) > 1 else {}


def _run(sentence: str, quantities: list[Quantity], at: int) -> list[int]:
    """Indices of the quantities that follow ``at`` as one list."""
    first = next((i for i, q in enumerate(quantities) if q.start >= at), None)
    if first is None or len(sentence[at : quantities[first].outer_start]) > 24:
        return []
    run = [first]
    for i in range(first + 1, len(quantities)):
        one, two = quantities[i - 1], quantities[i]
        between = sentence[one.outer_end : two.outer_start]
        if one.is_rate != two.is_rate or not _BETWEEN.match(between):
            break
        if two.chinese and two.is_count and re.search("[，,]", between) and one.unit != two.unit:
            break  # 接待游客312.5万人次、…、203.8万人次，三处合计占全区的81.5%
        run.append(i)
    return run

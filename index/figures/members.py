"""The members of a list of subjects: A、B和C三大产业产值 → A, B, C, 产值."""

from __future__ import annotations

import re

from index.figures.naming import name_of
from index.numbers import parse_number

__all__ = [
    "GROUP", "HEAD", "LEADING", "clause_before", "group_count", "in_one_word", "listed_before", "members_of", "named_in_turn", "parts_of_year",
    "years_before",
]

GROUP = re.compile(
    r"(?:等)?(?:[一二两三四五六七八九十\d]+)(?:大|个|家|条|项|类|种|座|镇|区|园)(?P<noun>[^、]*)$|"
    r"等(?P<etc>[^、]{0,8})$"
)
LEADING = re.compile(r"^(?:[三四五六两]?大?(?:主导|支柱|特色|优势|重点|传统|新兴)产业(?=[^、和]{2,8}[、/])|对(?=[^、]{2,8}、)|"
    r"分[^，,：:]{1,8}看[，,：:]?|其中[：:,，]?|从[^，]{2,10}看[，,]?|全年|预计|(?:全区|我区|区内|全园|全口径下?)(?=[㐀-鿿]{2}))+")
HEAD = re.compile(
    r"(?:规模以上|规上|限额以上|限上|全社会|一般公共预算|人均|居民人均|常住居民人均|亩均|户均)?(?:工业|产业|农业|服务业|居民|常住居民|地区生产|"
    r"固定资产|税收|外贸|财政|主营业务|营业|主营|销售|经营|旅游|进出口|出口|技工贸|技农工贸|科工贸|利润|利税|社会消费品零售|技改|技术改造|"
    r"基础设施|房地产开发|房地产|货物|集装箱|旅客|实际|合同|协议|利用|使用|到位|引进|招商引资|省外|市外|境外|境内)*总?"
    r"(?:增加值|总值|外资|内资|资金|产值|可支配收入|纯收入|收入|营收|营业额|利税|利润|税金|税收|纳税|缴税|用工|吞吐量|投资|总额|用电量|支出|销售额|面积|产量|增速|占比|比重|覆盖率|"
    r"签约率|数|贷款余额|存款余额|余额|总量|排放量|浓度|整体通关时间|通关时间|办理时间|审批时间|价格|成本)$"
    r"|(?:规模以上|规上|限额以上|限上)(?:工业|服务业|商贸)?企业$|高新技术企业$|从业人员$|(?:常住|户籍)人口$|市场主体$"
)


def group_count(group: re.Match[str]) -> int:
    """三大主导产业 → 3; 0 when the group says no number."""
    number = re.search(r"[一二两三四五六七八九十\d]+(?=大|个|家|条|项|类|种|座|镇|区|园)", group[0])
    value = parse_number(number[0]) if number else None
    return int(value) if value is not None else 0


def years_before(sentence: str, start: int, end: int) -> list[int]:
    """The years named right before: 2016年至2018年, 2017年、2018年."""
    before = re.split(r"[。；;]", sentence[:end])[-1][-30:]
    if spanned := re.search(r"(20\d\d)\s*年?\s*[-—–~至到]+\s*(20\d\d)\s*年[^，]{0,4}[，,]?$", before):
        return list(range(int(spanned[1]), int(spanned[2]) + 1))
    if spanned := re.search(r"(20\d\d)\s*年?\s*[-—–~至到]+\s*(20\d\d)\s*年[，,]\s*分别", sentence[:start]):
        return list(range(int(spanned[1]), int(spanned[2]) + 1))  # …; 分别完成: the years were said before
    listed = re.search(r"((?:20\d\d年?[、和，,])+20\d\d年)[^，]{0,4}[，,]?$", before)
    return [int(y) for y in re.findall(r"20\d\d", listed[1])] if listed else []


#: What is said of works that stand or run: 建成投用, 竣工投产, 开工建设.
_BUILT = (
    "(?:(?:全面|全部|相继|先后|陆续|顺利|正式|如期|已经?)*"
    "(?:建成|竣工|投用|投产|投运|投入|启用|启动|开工|开建|动工|通车|开通|达产|开学|招生|开业|运营))"
)


def clause_before(sentence: str, start: int) -> str:
    """The list that opens the clause before: 竹木家居、健康食品产业保持增长，分别…; 某小学、某中学建成投用，分别…"""
    before = re.split(r"[，。；：,;:]", sentence[: max(start - 1, 0)])[-1]
    match = re.match(
        r"(?P<list>[^、]{2,12}(?:、[^、]{2,12})*?(?:、|和)[^、]{2,12}?)(?:产业|片区|园区|行业|企业)*(?:保持|继续|"
        rf"快速|稳步|稳定|平稳|实现|均|逆势|持续|双双|表现|加快|发展|{_BUILT}[^，、]{{0,6}}$)",
        before,
    )
    return match["list"] if match else ""


#: 四条链, 三大产业, 各片区: what was listed before is meant.
_THOSE = re.compile(r"(?:这|上述|以上|其)?(?:[一二两三四五六七八九十\d]+(?:大|个|条|家|类|种|座|支)|各)[^，、]{0,12}$")
_LIST_TAIL = re.compile(r"(?:等|为主|为主导|为龙头|为支撑|为支柱|[一二两三四五六七八九十\d]+(?:大|个|条|家|类|种|座|支)).*$")


#: 重点培育|锂电、光伏、储能三条链|: what is done with them is no part of the first.
_FOSTERED = re.compile(
    r"^.{0,8}?(?:培育|打造|发展|做[强大优]|壮大|构建|推动|推进|围绕|聚焦|形成|依托|突出|主攻|抓好|抓住|瞄准|锁定|布局|包括|涵盖)(?:了|起|以)?(?=.{2})"
)


def listed_before(text: str, subject: str, count: int, measured: bool = False) -> list[str]:
    """The members that 四条链 or 三大产业 sums up, from the last list of as many in ``text``; [] when there is none."""
    if not measured and not _THOSE.match(subject):
        return []
    for clause in reversed(re.split(r"[，。；：,;:！？\n（）()]|——", text)):
        if clause.count("、") < max(count - 2, 1) and not (count == 2 and re.search("[、和与]", clause)):
            continue
        for marks in ("[、]|和|与|及", "[、]"):
            found = members_of(clause, marks)[0]
            if len(found) != count:
                continue
            last = _LIST_TAIL.sub("", found[-1])
            for ending in (found[0][-2:], found[0][-1]):
                if all(n.endswith(ending) for n in found[:-1]) and last.find(ending, 1) > 0:
                    last = last[: last.index(ending, 1) + len(ending)]  # 东片区、北片区齐头并进
                    break
            first = _FOSTERED.sub("", found[0])
            named = [name_of(first).indicator or first, *found[1:-1], last]
            if all(2 <= len(n) <= 14 and not re.search(r"\d", n) for n in named):
                return named
    return []


_ALL_OF_A_KIND = re.compile(r"(?:这|上述|以上)?(?:[两二三四五六七八九]|\d)(?:个|大)?(?P<noun>园|片区|镇|街道|区块|组团|板块)区?")


def named_in_turn(text: str, subject: str, count: int) -> list[str]:
    """榉湾园主攻…，蒗桥园深耕…，筠台园布局…。|三园|产值分别为: those of the kind that open the clauses before, if there are as many."""
    kind = _ALL_OF_A_KIND.match(subject)
    if kind is None:
        return []
    named = re.findall(rf"(?:^|[，。；：\n])([㐀-鿿]{{1,4}}?{kind['noun']})(?!区?(?:建设|开发|规划|招商|管理|内|里|等|、|和|与))", text)
    distinct = list(dict.fromkeys(n for n in named if not re.match("[各全本该其这那我每]", n)))
    return distinct if len(distinct) == count else []


def members_of(subject: str, marks: str = "[、/／]|和|与|以及|及") -> tuple[list[str], str, str]:
    """The members, an indicator they share and the noun of their group; 城镇、农村居民收入 shares 居民收入."""
    text = re.sub(r"^[^、]*——", "", subject)  # 片区强弱分明——甲、乙、丙: a slogan before
    text = re.sub(r"(?:同比|预计|全年|均|也|将|已|力争|确保|(?<=[额值入资量口数])(?:的|年度|全年)*(?:目标|任务))+$", "", text)
    if three := re.match(r"(?:全区)?(?:三次产业|[一1][、二]?[、]?[二2]?[、]?三产业)(?=.)", text):
        return ["第一产业", "第二产业", "第三产业"], text[three.end() :], ""
    group = GROUP.search(text)
    shared: re.Match[str] | None = None
    if group and group.start() > 0 and re.search("[、/／]", text[: group.start()]):
        text = text[: group.start()]
        shared = HEAD.search(group["noun"] or "")  # 智能装备、生物医药两大主导产业产值
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
    for pair in ({"进口", "出口"}, {"城镇", "农村"}, {"内资", "外资"}):  # 进口、出口整体通关时间
        if last[:2] in pair and parts[0] in pair and len(last) > 2 and len(parts) == 2:
            return [parts[0], last[:2]], last[2:], ""
    if _ASPECT.fullmatch(last) and (of := _ASPECT.search(parts[0])) is not None and of.start() and all(map(_ASPECT.fullmatch, parts[1:])):
        return [parts[0], *(parts[0][: of.start()] + p for p in parts[1:])], "", ""  # 地区生产总值总量、增速
    head = HEAD.search(last)
    if head and re.search("[和与及]$", last[: head.start()]):
        return parts, "", ""  # …产业产值和税收: two measures, not one
    if head and head.start() > 0 and not any(HEAD.search(p) for p in parts[:-1]):
        suffix = last[head.start() :]
        return [*parts[:-1], last[: head.start()]], suffix, ""
    return parts, "", ""


_ASPECT = re.compile("(?:总量|总额|规模|增速|增幅|增量)$")
#: 存贷款余额分别为268亿元和312亿元: what one word says of two.
_TWO_IN_ONE = {"进出口": ("进口", "出口"), "存贷款": ("存款", "贷款"), "城乡": ("城镇", "农村"), "产销": ("产值", "销售")}
_IN_ONE_WORD = re.compile(f"(?P<lead>[^、和与]*?)(?P<pair>{'|'.join(_TWO_IN_ONE)})(?P<rest>[^、和与]*)")


def in_one_word(subject: str, count: int) -> list[str]:
    """The two that one word names, in its order; [] where it names no two."""
    said = _IN_ONE_WORD.fullmatch(subject) if count == 2 else None
    return [said["lead"] + one + said["rest"] for one in _TWO_IN_ONE[said["pair"]]] if said else []


_QUARTERS = re.compile(
    r"(?P<what>.*?)(?:20\d\d年|全年|今年)?(?:一(?:[至到]|[-－—–]{1,2})(?P<last>[二三四])季度|(?P<all>四个季度|各季度))(?P<rest>.*)$"
)
_MONTHS = re.compile(r"(?P<what>[^\d]*)(?:20\d\d年)?(?P<from>\d{1,2})月?(?:份)?(?:[至到]|[-－—–]{1,2})(?P<to>\d{1,2})月份?(?P<rest>.*)$")


def parts_of_year(subject: str, clause: str, count: int) -> tuple[list[str], str]:
    """一至四季度税收 → (its quarters, 税收) when there are as many of them as values; ``clause`` stands before (分季度看)."""
    if match := _QUARTERS.match(subject):
        last = "一二三四".find(match["last"]) + 1 if match["last"] else 4
        return ([f"{q}季度" for q in "一二三四"[:last]], match["what"] + match["rest"]) if last == count else ([], "")
    if match := _MONTHS.match(subject):
        months = range(int(match["from"]), int(match["to"]) + 1)
        return ([f"{m}月份" for m in months], match["what"] + match["rest"]) if len(months) == count else ([], "")
    if re.search(r"分季度看?$|按季度[看分]?$", clause) and count == 4:
        return [f"{q}季度" for q in "一二三四"], subject
    return [], ""

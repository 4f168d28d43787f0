"""Who came by a title in a year, or lost it, by name: 新评上小巨人的名单, 被摘牌的是谁; of sentences that name firms, none that only count them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extractive.drafting import Drafting
from assistant.extractive.sentences import FORESEEN, Unit, units
from assistant.facts import Facts
from assistant.records import Draft
from index.figures.companies import TRADE
from index.records import Period, SectionKind

__all__ = ["Newcomers", "newcomers_asked", "say_newcomers"]

#: As it is asked for, and as reports tell of it.
_TITLES = {
    "专精特新": "专精特新(?![“\"]?小巨人)",
    "高企|高新技术企业": "高企|高新技术企业",
    "上市|敲钟|挂牌|登陆": "上市|敲钟|挂牌|登陆|过会",
    **{title: title for title in ("小巨人", "瞪羚", "独角兽", "单项冠军", "绿色工厂", "技术中心", "孵化器", "研发平台")},
}
_PUBLIC = _TITLES["上市|敲钟|挂牌|登陆"]
_BOARD = re.compile("北交所|科创板|创业板|主板|新三板|港交所|香港")
_LEVEL = re.compile("国家级?|省级|省(?=专精|技术|绿色|单项|企业技术)|市级")
_NAMED = "列|名单|名录|清单|花名册|有谁|哪几|哪[两三四五六七八九十]|哪些|是谁|叫什么|叫啥|名字|名称|报一下|点名|说说是|分别是"
_NEW = "新[增添评获认晋拿上入过登批]|头一[回次]|首次|获批|批下来|评上|拿到|获评|获得|认定|登陆|敲钟|上了?市|挂牌|晋级|入选"
_LOST = re.compile("摘|丢|撤|取消|没过|未通过|没通过|退|掉|失|保住|除名|注销|复核")
_ELSE = re.compile(
    "多少|占|比(?!较)|为什么|原因|目标|计划|培育|预计|累计|截至|总数|现有|一共|增长|下降|(?<!哪)几家(?!.*(?:列|名))|申请|申报|递[交了]|提交|受理|辅导|日期|哪天|几月|保荐|承销|券商|募|市值|发行"
)
#: A firm by the trade that its name ends in, or by its place in a list of names: 新增甲辰动力、昶峄液压2家.
_FIRM = re.compile(
    rf"[㐀-鿿A-Za-z]{{2,5}}(?:{TRADE})|(?<=[、增：:是为])[㐀-鿿A-Za-z]{{3,8}}(?=、|等?(?:\d+|[两二三四五六七八九十])[家户])|(?<=、)[㐀-鿿A-Za-z]{{3,8}}(?=等|$|[，,])"
)
#: A title that is taken away, or that a firm has failed to keep; as it is asked for, and as reports tell of it.
_LOSING = re.compile(
    "摘[掉了牌帽]|(?:被|遭|给)(?:摘|撤|取消|除名|移出|拿[下掉]|刷[下掉]|淘汰)|取消[^，。；]{0,14}?(?:资格|称号|认定|头衔)|(?:丢|失去?|掉|摘|褪|没保住|保不住|没能?守住)[了掉去]*[^，。；]{0,16}?(?:资格|称号|认定|头衔|帽子|牌子|身份|名头)"
    "|(?:资格|称号|认定|头衔|帽子|牌子|身份)[^，,。；]{0,6}?(?:丢|摘|取消|撤|没|失)|(?:没有?|未)(?:能|再)?(?:通过|过)[^，。；]{0,4}?(?:复审|复核|年审|关)?|(?:复审|复核)[^，。；]{0,4}?(?:没|未|不)|退出(?:的|为)|除名"
)
#: 甲化纤因…，被取消资格; 甲、乙2家未通过复核; 退出为甲机械（…）.
_LOSER = re.compile(
    "(?:^|(?<=[，,；;。：:其中另有]))(?P<many>[㐀-鿿A-Za-z]{2,8}(?:[、和][㐀-鿿A-Za-z]{2,8})+?)(?:等)?(?:[\\d两二三四五六七八九十]+[家户])?(?=因|由于|被|未|没|到期|复[审核])"
    "|(?:^|(?<=[，,；;。：:]))(?:其中|另有)?(?P<one>[㐀-鿿A-Za-z]{3,8}?)(?:[1一]家)?(?=因|由于|被(?:取|摘|撤|移)|[未没](?:能|有)?通?过|到期|复[审核])"
    "|(?:退出|摘牌|取消|未通过)(?:的|企业)*[为是](?P<gone>[㐀-鿿A-Za-z]{3,8})"
)
_NO_FIRM = re.compile("企业|公司|资格|其中|[家户]$|高企|专精|小巨人|认定|称号|指标|任务|工作|主要|区|到期|通过|[的了不未没被因]")
_DAY = re.compile("\\d{1,2}月(?:\\d{1,2}日)?")
_AIMED = re.compile("辅导|后备|受理|递交|尚未|未过|报会|撤|在审|排队|力争|目标|争取|计划|拟|预期|培育|确保|以上(?:的)?目标|冲刺")


@dataclass(frozen=True, slots=True)
class Newcomers:
    """The title as reports tell of it, by whom it is given (国家级, 省级, or any), and on which board where one is named."""

    title: str
    level: str
    board: str = ""
    lost: bool = False  # those that lost it


def newcomers_asked(bare: str) -> Newcomers | None:
    """None where a question without its zones and years asks for anything else than the names of those that came by one title."""
    titles = [told for asked, told in _TITLES.items() if re.search(asked, bare)]
    public = _BOARD.search(bare)
    if "小巨人" in titles:
        titles = ["小巨人"]
    lost = _LOST.search(bare) is not None
    one = (titles == [_PUBLIC] or lost) and re.search("哪一?家|谁|叫(?:什么|啥)|哪个(?:企业|公司)", bare)  # of those there is often one alone
    if len(titles) != 1 or not (one or re.search(_NAMED, bare)) or not (lost or re.search(_NEW, bare)) or _ELSE.search(bare):
        return None
    if lost and (titles == [_PUBLIC] or not _LOSING.search(bare) or re.search(_NEW.replace("|认定", ""), bare)):
        return None
    level = _LEVEL.search(bare)
    return Newcomers(titles[0], level.group()[0] if level else "", public.group() if public else "", lost)


def say_newcomers(facts: Facts, asked: Newcomers, cells: Sequence[tuple[str, Period]]) -> Draft | None:
    """The sentence that names most of them, of each zone and period; None where none names any."""
    drafting = Drafting(facts)
    for zone, period in cells:
        best: _Best | None = None
        for report_id in facts.reports_of([zone], [period]):
            for unit in units(facts, report_id):
                if unit.table or unit.kind is SectionKind.PLAN:
                    continue
                if asked.lost:
                    best = _losing(facts, asked, report_id, unit, best)
                    continue
                whole = facts.report(report_id).text[unit.whole[0] : unit.end] if asked.title == _PUBLIC and _DAY.match(unit.text) else ""
                for clause in [whole] if whole else re.findall("[^；;。]+", unit.text):  # 甲产值9.8亿元；11月22日在创业板上市
                    named = _naming(asked, clause)
                    if named and (best is None or named > best[0]):
                        best = named, report_id, unit.whole, (unit.start, unit.end)
        if best is not None:
            cited = drafting.cite_span(best[1], *best[2], [best[3]])
            drafting.say(facts.report(best[1]).text[slice(*best[2])].strip(), (cited,))
    return drafting.draft() if drafting.statements else None


_Best = tuple[int, str, tuple[int, int], tuple[int, int]]


def _losing(facts: Facts, asked: Newcomers, report_id: str, unit: Unit, best: _Best | None) -> _Best | None:
    """The sentence, or the one found before, where it names as many that lost the title last spoken of in its line."""
    text = facts.report(report_id).text
    told = _LOSING.search(unit.text)
    loser = next((m for m in _LOSER.finditer(unit.text) if not _NO_FIRM.search(m[m.lastgroup or 0])), None)
    if told is None or loser is None or _AIMED.search(unit.text[: told.start()]):
        return best
    upto = text[text.rfind("\n", 0, unit.start) + 1 : unit.start + told.end()]
    upto += re.split("[，,。；;\n]", unit.text[told.end() :], maxsplit=1)[0]  # 被取消省级专精特新资格
    last = max(((m.start(), t) for t in _TITLES.values() for m in re.finditer(t, upto)), default=(0, ""))[1]
    levels = [m.group()[0] for m in _LEVEL.finditer(upto)]
    named = 1 + loser.group().count("、") + loser.group().count("和")
    if last != asked.title or (asked.level and levels and levels[-1] != asked.level) or (best is not None and best[0] >= named):
        return best
    return named, report_id, unit.whole, (unit.start, unit.end)


def _naming(asked: Newcomers, clause: str) -> int:
    """How many firms a clause names that came by the title; 0 where it is of another title or level, or only aims at some."""
    title = re.search(asked.title, clause)
    new = re.search(f"{_NEW}|新|{_BOARD.pattern}", clause)
    if title is None or new is None or asked.board not in clause or _AIMED.search(clause) or FORESEEN.search(clause):
        return 0
    level = [m.group()[0] for m in _LEVEL.finditer(clause)]
    if asked.level and level and asked.level not in level:
        return 0
    named = [m for m in _FIRM.finditer(clause) if not re.search("企业$|公司$|产业$|高新|科技型", m.group())]
    lost = _LOST.search(clause)
    return len([m for m in named if lost is None or m.start() < lost.start() - 20 or m.start() < new.end() + 30])

"""Whether a sentence can answer at all: a date for when, a cause for why, the post whose holder is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant import cues
from assistant.extractive.leaders import LEADERS_ASKED, TELLS_OF_LEADERS
from assistant.extractive.listing import THINGS_ASKED
from assistant.extractive.missed import with_cause
from assistant.extractive.responsible import RESPONSIBLE
from assistant.extractive.scoping import PUT_OFF, asks_plan
from assistant.extractive.sentences import CAUSE, DATE, FORESEEN, HINT, NAMED, WHENISH, Sentence, only_foresees
from assistant.extractive.wanted import Asked
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.posts import names_holder, post_asked
from assistant.records import Aspect, Operation, Query
from assistant.sized import LEAST_SAID, STATES, tells_of
from index.records import Status

__all__ = [
    "ALL_BUT",
    "BUILT",
    "EVENT",
    "can_answer",
    "done_rather",
    "foreseen_last",
    "is_dated",
    "names_kind_asked",
    "names_role",
    "not_begun",
    "of_another_phase",
    "role_asked",
    "tells_reached",
]

CHANGE = re.compile("(?:为什么|为啥|为何|怎么|咋)[㐀-鿿]{0,3}[降跌掉涨增减升落滑缩]了?[?？]?$")
EVENT = re.compile(
    "[开动]工|奠基|投产|建成|投用|竣工|通车|合龙|封顶|[揭挂]牌|签约|点火|上市|获批|批复|通水|验收|封关|开学|开业|交付|启用|开园|并网|[到上]任|试(?:产|生产|运[营行])|满产|搬迁"
)
_WHY_ALONE = re.compile("(?:[那这]|又|是)*(?:为什么|为啥|为何|怎么回事|(?:什么|啥)?原因)(?:呢|呀|啊|了)*[?？]*")
_PHASE = re.compile("[一二三四五六]期")
ALL_BUT = 0.75  # of the asked words, where one of them stands nowhere in the reports
AS_MUCH = 0.95  # of the words that the best sentence holds


HALF = 0.5
AT_FIRST = re.compile("原[来先本]?(?:就|是|也)?(?:打算|计划|[定说]|预计)|本来|当初|起初")
MOSTLY = 0.8  # of what is asked about, in the sentence that tells of it
ASKS_DAY = re.compile("哪一?[天日号]|几月几[日号]|几[号日]")
DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]")


def done_rather(facts: Facts, query: Query, ranked: Sequence[Sentence]) -> Sentence:
    """Asked when, what says that it was done before what only foresaw it; asked for the day, what says the day."""
    phrase = Asked(query).phrase
    expected = query.status is Status.EXPECTED
    if expected or AT_FIRST.search(query.text):
        return next((s for s in ranked[:3] if FORESEEN.search(s.text) and s.coverage >= HALF * ranked[0].coverage), ranked[0])
    foreseen = ranked[0].planned or only_foresees(ranked[0].text, phrase)
    if foreseen and not asks_plan(query) and query.status in (None, Status.DONE):
        if (undone := not_begun(query, ranked)) is not None:
            return undone
        told = next((s for s in ranked[1:3] if _tells_done(facts, query, s)), None)
        if told is not None:
            return told
    most = max(s.coverage for s in ranked[:3])
    ranked = [s for s in ranked[:3] if s.coverage >= HALF * most]  # a date of something else scores for being one
    best = ranked[0]
    exact = ASKS_DAY.search(query.text) is not None and not DAY.search(best.text)
    if not (exact or only_foresees(best.text, phrase)) or asks_plan(query) or expected:
        return best
    date = DAY if exact else DATE
    enough = HALF if exact else AS_MUCH
    likely = (s for s in ranked[1:] if s.coverage >= enough * best.coverage and (exact or not FORESEEN.search(s.text)))
    done = (s for s in likely if date.search(s.text) and can_answer(facts, query, s))
    return next(done, best)


def not_begun(query: Query, ranked: Sequence[Sentence]) -> Sentence | None:
    """What says that it was not done after all (二桥引道未能按计划开工, 暂缓实施), where another sentence foresaw it."""
    event = EVENT.search(query.text) or EVENT.search(query.text.replace("的", ""))  # 几月动的工
    thing = "".join(query.indicators).replace("的", "").removesuffix(event.group()) if event is not None else ""
    if event is None or len(thing) < LEAST_SAID:
        return None
    said = "|".join(dict.fromkeys((event.group(), *(w for group in cues.SYNONYMS if event.group() in group for w in group))))
    undone = f"(?:尚未|至今未能?|未能?|没能?|没有)(?:按计划|按期|如期|按时|实质性?)*(?:{said})"
    missed = re.compile(f"{undone}|(?:暂缓|推迟|停止|终止)(?:实施|建设|推进|{said})")
    told = [s for s in ranked if missed.search(s.text) and tells_of(thing, s.text)]
    return next((s for s in told if not s.table), told[0] if told else None)


def _tells_done(facts: Facts, query: Query, sentence: Sentence) -> bool:
    """Whether a clause says when an event was, of what its whole sentence names (…二工厂当年完成投资…；总装车间12月8日才封顶)."""
    event, dated = EVENT.search(query.text), DATE.search(sentence.text)
    reached = event is not None and tells_reached(event.group(), sentence.text)  # 二期3月动工，预计9月投产
    if event is None or dated is None or not reached or event.group() not in sentence.text[dated.end() :]:
        return False
    thing = "".join(query.indicators).replace(event.group(), "")
    if NAMED.search(sentence.text) and not tells_of(thing, sentence.text):
        return False  # 甲项目4月开工，…；乙项目10月投产: of another one
    asked = bigrams(fold(thing))
    whole = facts.report(sentence.report_id).text[slice(*sentence.whole)]
    return bool(asked) and len(asked & bigrams(fold(whole))) >= MOSTLY * len(asked)


_GOES_ON = re.compile(r"[一二三四五首]期|项目|该|其|已|于|将|预计|\d{1,2}月")  # of what the sentence before names
#: 开工以来累计完成投资 dates no 开工, 全部建成后年产… no 建成.
_SINCE = re.compile("[㐀-鿿]{2}(?:以来|至今)|(?:建成|达产|投产|竣工|投用|投运|完工)[以之]?后")
_STAGES = re.compile("|".join(STATES[:4]))


def _dated(event: str, text: str, whole: str, thing: str) -> bool:
    """Whether a sentence tells of an event; where it tells of others, too (落户北塬园，8月10日开工), in a clause with a date.

    A clause on the thing that dates another event (甲项目4月开工，乙项目10月投产) tells nothing of when this one was.
    """
    parts = re.split("[，,；;、]", text)
    own = [c for c in parts if len(thing) >= LEAST_SAID and thing[:LEAST_SAID] in c and _STAGES.search(c) and (DATE.search(c) or not _said(event, c))]
    if own and all(c not in own and NAMED.search(c) for c in parts if _said(event, c)):
        return False
    text, whole = (_SINCE.sub("", t) for t in (text, whole))
    if all(_said(event, stage) for stage in _STAGES.findall(text)):
        others = [part for part in re.split("[；;]", whole) if part.strip("；;。") not in text and NAMED.search(part)]  # of other projects
        return _said(event, text) or (_said(event, whole) and not any(_said(event, part) for part in others))
    clauses = re.split("[，,；;、]", text)
    dated = [WHENISH.search(c) or DATE.fullmatch(re.sub("[以之]?前$", "", before.strip())) for before, c in pairwise(["", *clauses])]
    return any(_said(event, c) and when for c, when in zip(clauses, dated, strict=True))


_GREATEST = re.compile(
    "最[大强多](?!努力|限度|程度|公约数|的?(?:短板|问题|困难|特点|挑战))|最高的?(?:企业|公司|项目|一家)|第一(?!种|时间|批|期|线|书记|责任|要务)|首位|居首|榜首|首家|龙头|领先|头部|(?<!隐形)(?<!单项)冠军|唯一|旗舰|领军|前[两三五十]"
)
_ASKS_GREATEST = re.compile("最[大高多强](?:的)?[㐀-鿿]{0,4}(?:企业|公司|项目|园区|产业)(?:是|叫|属)?(?:谁|哪|什么)")
_LACKING = re.compile("不强|不大|不够|还没有|尚无|缺乏|缺少|不足|偏[小少弱低]|薄弱|空白")
_ASKS_COUNTRIES = re.compile("(?:哪些|哪几个?|什么|哪个)(?:国家|国(?!有|企)|海外市场|国外)|国家(?:和地区)?(?:有|是)(?:哪些|什么)")
#: 跟哪所大学合办的, 是哪家医院: what a sentence that answers has to name.
_KINDS = {
    "大学|高校|院校|学校|学院": "大学|学院|高校|院校|学校|[小中]学|[㐀-鿿]大(?=[^㐀-鿿]|[与和])",
    "医院": "医院|卫生院",
    "银行": "银行|[农工建]行|农商行",
}
_ASKS_KIND = {re.compile(f"(?:哪一?[所家个]|(?:什么|啥)(?=大学|学校|高校))(?:{asked})"): re.compile(told) for asked, told in _KINDS.items()}
_COUNTRY = re.compile(
    "国家|[美英法德韩俄泰]国|日本|越南|印[度尼]|欧[盟洲美]|东盟|东南亚|非洲|中东|[北南拉]美|俄罗斯|澳大利亚|巴西|墨西哥|新加坡|马来西亚|RCEP|“一带一路”"
)
_ASKS_WHERE = re.compile(
    "(?:开发区|高新区|经开区|园区|地址)?(?:的?(?:位置|地址))?(?:是|位于|地处|属于?|归|在)*"
    "(?:哪里|哪儿|(?:哪个?|什么)(?:省|市|县|区|地方|城市|位置))(?:的|管)?[?？。]*"
)
_LIES = re.compile("位于|地处|坐落|隶属|毗邻|所在地|处在|处于")
_FOUNDED = re.compile("成立|设立|建立|组建|创立|创建|批准|获批|升格|升级")
_ZONE = re.compile("开发区|高新区|经开区|合作区|工业园|产业园区|本区|全区|我区")


def can_answer(facts: Facts, query: Query, sentence: Sentence) -> bool:
    """Whether a sentence can answer at all: it says when, where that is asked, and names the post whose holder is asked for."""
    if of_another_phase(query, sentence.text):
        return False
    if query.operation is Operation.WHEN:  # a part says when, or the sentence begins with it (5月8日，…；…)
        whole = facts.report(sentence.report_id).text[slice(*sentence.whole)]
        events = EVENT.findall("".join(query.indicators).replace("的", "")) or EVENT.findall(query.text)  # 搬迁项目…开的工: the last
        thing = "".join(query.indicators).removesuffix(events[-1]) if events else ""
        brand = 1 < len(thing) <= LEAST_SAID and not _GOES_ON.match(sentence.text) and any(n.startswith(thing) for n in facts.understanding().names)
        if (brand or (thing.endswith(("项目", "工程")) and len(thing) > LEAST_SAID)) and not tells_of(thing, whole + "".join(sentence.path)):
            return False  # 风电叶片项目什么时候开工, 珩帆二期: the dates of other projects
        if _FOUNDED.fullmatch("".join(query.indicators)) and not (_ZONE.search(whole) and _FOUNDED.search(whole)):
            return False  # 哪年成立的, of the zone itself: not the day of an institute's
        happened = not events or _dated(events[-1], sentence.text, whole, thing)
        return happened and (WHENISH.search(sentence.text) or WHENISH.match(whole)) is not None
    of_a_change = query.aspect in (Aspect.GROWTH, Aspect.MET) or CHANGE.search(query.text) or _WHY_ALONE.fullmatch(query.text)
    if query.operation is Operation.WHY and of_a_change:  # 下降18.7% is no reason
        report = facts.report(sentence.report_id)
        end = with_cause(report, sentence.start, sentence.whole[1])
        text = report.text[sentence.start : end]
        return end > sentence.whole[1] or (CAUSE.search(text) or HINT.search(text)) is not None
    if THINGS_ASKED.search(query.bare) and not re.search("[没未不缺难卡]", query.bare) and _LACKING.search(sentence.text):
        return False  # 龙头企业有哪些: not 一是龙头企业不强
    if LEADERS_ASKED.search(query.bare) and not (sentence.table or _GREATEST.search(sentence.text) or TELLS_OF_LEADERS.search(sentence.text)):
        return False  # 龙头企业有哪些
    if _ASKS_GREATEST.search(query.bare) and not (sentence.table or _GREATEST.search(sentence.text)):
        return False  # 最大的企业是谁
    if names_kind_asked(query, sentence) is False:
        return False
    if _ASKS_COUNTRIES.search(query.bare) and not _COUNTRY.search(sentence.text):
        return False  # 主要出口哪些国家
    if _ASKS_WHERE.fullmatch(query.bare) and not _LIES.search(sentence.text):
        return False  # 在哪个市, of the zone itself
    if query.operation is Operation.WHO and RESPONSIBLE.search(query.text) and not _said("负责", sentence.text):
        return False
    if query.operation is Operation.WHO and (role := role_asked(query.text)) and not names_role(role, sentence.text):
        return False
    if not post_asked(query):
        return True
    report = facts.report(sentence.report_id)
    return names_holder(query, sentence.text, report.text[slice(*sentence.whole)] + "".join(sentence.path))


#: 保荐机构是哪家, 由哪家单位设计, 总包是谁, 工程包给了谁, 法人叫啥: who did something is told where it is said that it was done.
_ROLE = re.compile(
    "(?:(?P<does>保荐|承销|设计|施工|监理|审计|评估|代建|承建|勘察|检测|承办|主办|运营|总?承包|总包|分包|产权)(?:总?承包)?(?:机构|单位|方|商|企业|公司)?"
    "|(?P<holds>法人(?:代表)?|法定代表人|实际控制人|控股(?:股东|方)))(?:又|都|各)?(?:是|为|叫|有|由)?(?:哪|谁|什么|啥)"
    "|(?:谁|哪一?[家个]?(?:公司|单位|企业|机构|券商)?)(?:来|负责|在|给)?(?P<done>保荐|承销|设计|施工|监理|审计|评估|代建|承建|勘察|检测|总?承包)"
    "|(?P<built>施工(?:单位|方|队伍?|企业|公司|总包)|承建(?:单位|方|商|企业|公司)|中标(?:单位|企业|公司|方|人)|(?:发?包给|交给)了?(?:谁|哪)"
    "|(?:谁家?|哪一?[个家支](?:公司|单位|企业|队伍?|集团)?)(?:来|在|给|负责|具体)*(?:修建?|盖)(?:的|$|[?？，,。]))"
)
_ORGANISATION = "(?:公司|集团|[究计]院|局|指挥部|城投|建投|管委会|银行|证券)"
BUILT = ("施工", "承建", "承包", "总承包", "总包", "分包", "代建")
_BUILT = "承建|施工|承包|实施|建设|代建"


def role_asked(text: str) -> str:
    """What is asked to have been done (施工, 监理), or held (法人), by whom; "" where it is no such question."""
    role = _ROLE.search(text)
    return "" if role is None else "施工" if role["built"] else role["holds"] or role["does"] or role["done"]


def names_role(role: str, text: str) -> bool:
    """Whether a sentence says who did it: 由某公司承建, 施工单位为某公司; that something is being built says nobody's name."""
    if role.startswith(("法人", "法定", "实际控制", "控股")):
        return role in text
    does = _BUILT if role in BUILT else re.escape(role)
    told = f"由[^，。；、]{{2,24}}?(?:{does})|{_ORGANISATION}[^，。；]{{0,6}}(?:{does})|(?:{does})(?:总?承包)?(?:机构|单位|方|商)"
    return re.search(told, text) is not None


def names_kind_asked(query: Query, sentence: Sentence) -> bool | None:
    """Whether a sentence names a university, a hospital, a bank, where one is asked for (哪所大学); None where none is."""
    told = next((told for asked, told in _ASKS_KIND.items() if asked.search(query.text)), None)
    return None if told is None else told.search(sentence.text) is not None


def of_another_phase(query: Query, text: str) -> bool:
    """Whether 二期 is asked of, and a sentence tells of 一期 alone."""
    asked, told = (set(_PHASE.findall(t)) for t in (query.bare, text))
    return bool(asked and told) and not asked & told


def _said(word: str, text: str) -> bool:
    """Whether a word stands in a text, or one of the same meaning."""
    return word in text or any(w in text for group in cues.SYNONYMS if word in group for w in group)


_BY_NOW = re.compile("现在|目前|眼下|后来|最新|如今")


def foreseen_last(facts: Facts, query: Query, best: Sentence, ranked: Sequence[Sentence]) -> Sentence:
    """Of what is only foreseen, as the newest report foresees it, where no year is asked of: 预计2024年6月投产, no longer 2023年10月."""
    event = EVENT.search(query.text)
    if query.periods or event is None or (AT_FIRST.search(query.text) and not _BY_NOW.search(query.text)):
        return best
    phase = _PHASE.search(query.text)
    told = re.compile(f"{re.escape(event.group())}(?!以?[后前])")
    clauses = [c for c in re.split("[，,；;。]", best.text) if told.search(c)]
    clauses = [c for c in clauses if phase is None or phase.group() in c or not _PHASE.search(c)]
    if not clauses or not all(map(FORESEEN.search, clauses)):
        return best

    thing = "".join(query.indicators).removesuffix(event.group())
    dated = (s for s in ranked if event.group() in s.text and DATE.search(s.text) and s.coverage >= ALL_BUT * best.coverage)
    alike = [s for s in dated if tells_of(thing, s.text)]
    newer = max(alike, key=lambda s: facts.told_until(s.report_id), default=best)
    return newer if facts.told_until(newer.report_id) > facts.told_until(best.report_id) and can_answer(facts, query, newer) else best


def tells_reached(event: str, text: str) -> bool:
    """Whether a clause says that it came about; 预计2024年6月投产 foresees it, 投产时间推迟到10月 puts it off.  ``event`` is a pattern."""
    return any(re.search(event, c) and not (FORESEEN.search(c) or PUT_OFF.search(c)) for c in re.split("[，,；;。]", text))


def is_dated(query: Query, ranked: Sequence[Sentence]) -> bool:
    """Whether a sentence tells a day of what is asked of, and does not only foresee it."""
    event = EVENT.search(query.text)
    thing = "".join(query.indicators).removesuffix(event.group() if event else "")
    clauses = (c for s in ranked if not s.planned for c in re.split("[，,；;。]", s.text))
    return any(DATE.search(c) and tells_of(thing, c) and not FORESEEN.search(c) for c in clauses)

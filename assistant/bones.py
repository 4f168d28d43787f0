"""The bones of a question over time or between zones, whatever it is dressed in: whose, of which times, of what, and how.

A question is taken apart into zones, years, points of a year, an indicator and words of closed classes (``[bones]`` of cues.toml).
Where nothing else is left, it is asked again in the plainest words; where anything is left, it is none of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant import cues
from assistant.extractive.drafting import REFUSAL
from assistant.extractive.worked import as_nearest
from assistant.nodes import ALL_NODES, LABELS, NODE_OF, ends_as_parts
from assistant.periods import find_periods
from assistant.records import Draft
from assistant.setting import newest
from assistant.spoken import in_writing
from assistant.terms import Term, find_terms, is_all_known
from assistant.understanding import Understanding
from index.units import ANY_UNIT

__all__ = ["Bones", "all_told", "bones_of", "in_a_frame"]


@dataclass(frozen=True, slots=True)
class Bones:
    """A question in plain words, and what an answer has to tell: the zones, years and points of a year (last months)."""

    plain: str
    zones: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    least: int = 1  # numbers told
    implied: bool = False  # the year before is none that is named
    gap: bool = False  # how far the two are apart is asked, too
    again: str = ""  # the plain words as another report would have them
    apart: str = ""  # how the two that the plain words tell of are asked apart: 规上工业总产值相差多少


_DATA = {name: words if isinstance(words, str) else "|".join(words) for name, words in cues.BONES.items()}


def _class(name: str) -> str:
    pattern = _DATA[name].replace("{unit_of}", ANY_UNIT)
    return re.sub("{([a-z]+)}", lambda m: f"(?:{_class(m[1])})", pattern)


_OTHERWISE = re.compile(_class("otherwise"))
_C = {name: f"(?:{_class(name)})" for name in _DATA if name not in ("edge", "otherwise")}
_GROWTH_NOUN = "(?:同比|累计|可比)*的?(?:增速|增幅|涨幅|[降跌]幅|增长率|增长速度|(?:增长|升降|增减|涨跌|变[化动])?幅度|百分[比数点])"
_ASKED = f"(?:{_C['adverb']}|是|有|为|达到?|排|列|居|增长?|下?降|涨|跌|长|掉|交|做|干|收|到)*了?(?:{_C['unit']}|百分之(?:几|多少)|第?几[位名]?)"
_SHAPE = (
    f"(?:{_C['turn']}|越{_C['grow']}|越{_C['fall']}|越[来走]|{_C['grow']}|{_C['fall']}|还是|、)+(?=$|[\x00，,。；;？?！!：:、])"
    f"|(?:开[年头局]|年初|起步|前|先|上来|[前后][头面期段]|后|末了|收尾|年[尾底末])(?:{_C['grow']}|{_C['fall']}|[抑扬紧松冷热])(?=[、，,？?后前先再]|还是)"
)
_RANK_SAID = "(?:排|列|居)?(?:位次|名次|排名|座次|排位)|(?:排|列|居|在)*第?几(?:位|名)|(?:排|列|居)(?:在|第)*(?:几|多少)|第几"
_PARTS = re.compile(
    "(?:[东西南北中、]{2,4})?(?:[一二两俩三四五六七八各几]|哪一?|每一?)?(?:个|大|片)?(?P<kind>片区|组团|园区|板块|街道)"
    "|(?P<last>片区|组团|园区|板块)(?=(?:是|为)?(?:哪|谁))|(?:哪一?|[一二两三四五六几各每])(?:个)?片(?!区)|[东西南北中]、?[东西南北中]两?片(?:区)?")
_PARTS_SAID = re.sub("P<(?:kind|last)>", ":", _PARTS.pattern)
#: Words of the closed classes, the wider ones first; what stands for zones, years and points of a year is blanked before.
_DRESS = re.compile(
    "|".join(
        (
            "越[㐀-鿿]{1,2}越[㐀-鿿]",
            _C["stage"],
            f"{_C['rank']}(?:[和与、跟及]?{_C['rank']})+",
            "(?:下[面头辖设]|旗下|底下)(?:[就只共]|一共|总共)?有?(?=[一二两俩三四五六])|[做干办搞]得(?=[比和与跟更多少])",
            f"(?:{_C['please']}|{_C['person']}|{_C['adverb']}|{_C['join']})*{_C['tell']}(?:了|一?{_C['tell']})?(?:{_C['done']}|了)+(?:{_C['number']})?",
            f"(?:{_C['please']}|{_C['person']}|{_C['adverb']}|把|将)*(?:{_C['tell']})?(?:{_C['person']})?(?:的|个|一下|下|具体)*{_C['number']}(?:{_C['please']}|{_C['person']}|{_C['adverb']}|{_C['tell']}|{_C['done']})*",
            f"(?:{_C['please']}|{_C['person']})(?:{_C['please']}|{_C['person']}|{_C['adverb']}|{_C['tell']}一{_C['tell']}|{_C['tell']}|{_C['done']})*",
            f"(?:{_C['adverb']}|{_C['over']}|是|有|又|的|一路|一直|一步步|总体)*{_C['how']}(?:一步步|一路|地|个|在|往)*(?:{_C['move']}|的|了|法)*",
            f"(?:什么|啥|怎么个|怎样的?|何种|如何的?)?(?:样的?)?{_C['way']}(?:的|了|是|{_C['how']}|图)*",
            _ASKED,
            f"{_C['which']}(?:的)?(?:跑|增|涨|长|升|蹿|窜|冲|降|跌|掉|做|干|走|排|是|交|收)?(?:长|得|在)*{_C['rank']}?",
            f"(?:跑|增|涨|长|升|蹿|窜|冲|降|跌|掉|排)(?:长|得)*{_C['rank']}",
            f"(?:相差|差|差了|[高多低少]出?(?:了)?){_C['unit']}|相差|差距",
            _GROWTH_NOUN,
            _RANK_SAID,
            _PARTS_SAID,
            f"(?:甩开|拉开|压过|盖过|胜过)(?:了|出)?(?=\x11|{_C['unit']})",
            "几(?=[、，,。；;？?]|$)",
            f"{_C['tell']}一?{_C['tell']}",
            _C["over"],
            _C["place"],
            "累计|同比|方面|情况|这一?项|指标|(?<![大小全宽窄老新旧])口径|(?:数据)?时点|截至|截止",
        )
    )
)
_SHAPES = re.compile(_SHAPE)
_BARE = ("turn", "grow", "fall", "adverb", "join", "tell", "done", "rank", "which", "please", "person", "way")
_ALONE = re.compile("(?:" + "|".join(_C[name] for name in _BARE) + ")*")
_EDGE = _DATA["edge"]
_TOLD = re.compile(f"(?:{_C['tell']}|{_C['please']}|{_C['person']}|[{_EDGE}])+")

_ZONE, _YEAR, _NODE, _HELD = "\x11", "\x12", "\x13", "\ue000"
_TOKENS = f"{_ZONE}{_YEAR}{_NODE}"
_STOPS = "，,。；;？?！!：:、（）() “”\"'…"
#: 从2018年初到2019年末一路是怎么下来的, 三个时点的数: every year between, too.
_COURSE = re.compile(
    "一路|逐年|历年|各年|每一?年|走势|轨迹|曲线|[三四五六3-6]个?(?:时点|节点|时间点|年份|年头|数)|怎么(?:一步步|样)?(?:走|变|降|涨|升|上|下)"
)
#: 2018年压减前: what there was when that year began.
_BEFORE_IT = re.compile("(?<=\\d年)(?:开始|动手|启动)?(?:压减|整治|消化|处置|清理|出清|整改|清零|改造|治理|化解)(?:之|以)?前(?=到|至|，|,|的|是|有)")
_ENDS_ALONE = re.compile("相?差(?:了)?(?:多少|几)|[多少高低增降减][了出加]?(?:多少|几)|两个?(?:时点|节点|年份|数)")
_RANGE = "[^，,。；;？?]{0,4}?(?:到|至|—|拉到|走到)[^，,。；;？?]{0,4}?"
_BEFORE = re.compile(
    "(?:上一?|前一|头一)年(?:度|同期)?(?![（(])|(?<=[\x12])?前后[两二]年|(?:近|这)?[两二]年(?![级期])"
    "|[从由](?:多少|几)[^，,。；;？?]{0,8}?(?:到|至|成)了?(?:多少|几)"
)
_GREW_SINCE = re.compile(
    f"(?:比|较)(?:起|之)?(?:{_BEFORE.pattern}|[去上]年)[^，,。；;？?]{{0,4}}?(?:增长?|上?涨|下?降|跌|长|掉|多|少|减少?|增加)[了掉出]?百分之(?:几|多少)(?:[？?。]|$)"
)
#: 势头更猛了还是慢下来了: of how fast it grew.
_PACE = (
    "(?:增长|发展|上升|扩张|上涨)?(?:的)?(?:势头|劲头|步[子伐]|速度|节奏)[^，,。；;？?]{0,6}?(?:[猛慢快缓急弱强足]|放缓|减弱|加快|提速)"
    "|(?:更猛|慢下来|快起来|放缓|提速|减速|加速|放慢|加快)(?:了)?"
)
_RATE = re.compile(
    f"{_GROWTH_NOUN}|百分之(?:几|多少)|百分[比数]"
    f"|(?:增长?|上?涨|下?降|跌|长|掉)了?(?:百分之)?(?:多少|几)个?(?:百分)?点?(?![亿万家户个件亩套元])|{_PACE}"
)
_FASTER = re.compile("(?:跑|增|涨|长|升|蹿|窜|冲|降|跌|掉)(?:长|得|的|了)*(?:更|最|要|比较)?(?:快|慢|猛|狠|厉害)|增长?(?:更|最)?[快慢]|领跑")
_ITSELF_RATE, _GREW = re.compile("(?:率|强度|密度|比重|占比|比例)$"), re.compile("增速|增幅|涨幅|[降跌]幅|增长")
_RANK = re.compile(_RANK_SAID)
_ASKS = re.compile("多少|几|哪|谁|孰")
_PAIRS = re.compile("多少|高低|大小|快慢|强弱|厚薄|优劣|孰高孰低|谁高谁低|谁大谁小|谁多谁少|相?差|减少|少了|最少也|至少")
_LOW = re.compile("[低少小慢弱薄](?![数于])|落后|垫底|末位|殿后|吊车尾|靠后|倒数|拖后腿")
_HIGH = re.compile("最?[高多大快猛强厚](?!少)|领先|领跑|领头|居首|(?<!倒数)第一|头名|头一名|老大|冠军|龙头|拔尖|占优|占先")
_ALTERNATE = re.compile(f"^(?:{_YEAR}{_ZONE}{_YEAR}{_ZONE}|{_ZONE}{_YEAR}{_ZONE}{_YEAR})")
_TOGETHER = re.compile("[与和跟、]|以及")
_APART = re.compile(f"(?:相?差|甩开|拉开|压过|盖过|胜过)(?:了|出)?{_ZONE}?{_C['unit']}|[多少高低]出?了?{_C['unit']}")
_DOES = re.compile(f"(?:{_C['adverb']})*[投花清拿交缴卖供签引盘拨挣赚](?:了|到|出|入|下)*")  # 各清了几亩
_ADDED = re.compile("净增|净减|新增")  # 净增户数: what was added, not how it grew
_STOP = f"[{_STOPS.replace('、', '')}]"
_LEAD = re.compile(f"[^{_STOPS}{_TOKENS}]{{3,20}}(?:[：:]|(?<![多少几])[？?])")
_GAP = re.compile("差距|差额|悬殊|相差")
_WHICH_YEAR = re.compile("哪一?个?年")
_COUNTED = re.compile(f"(?:多少|几)(?!个?(?:百分)?点)(?:个?[百千]?[亿万])?(?P<unit>{ANY_UNIT})")
_NARROWS = re.compile(
    "片区|组团|园|镇|街道|[行产]业|链|板块|加工|制造|企业|公司|项目|工程|[一二三四]期"
    "|国有|民营|外资|内资|[市省县]|级|限上|新增|存量|境外|出口|进口|\\d"
)


def bones_of(text: str, known: Understanding) -> Bones | None:
    """``text`` (normalised) in plain words; None where it is another question or says more than these."""
    for said in dict.fromkeys((text, in_writing(text, known.words))):  # 没用好的地 is 低效用地 in writing
        if not _OTHERWISE.search(_NAMED_SO.sub("地块", said)) and (bones := _read(said, known)) is not None:
            return bones
    return None


_NAMED_SO = re.compile("批而未[供用]|闲置未用")  # names, in which nothing is left undone
_LACKS = re.compile("(?:^|[：；])没有[^。；]*“")


def all_told(draft: Draft, bones: Bones) -> bool:
    """Whether an answer to the plain words has a number for every zone, year and point of a year asked for."""
    if draft.unsure or as_nearest(draft) or any(REFUSAL in s.text or _LACKS.search(s.text) for s in draft.statements):
        return False
    if bones.gap and not any(s.formula for s in draft.statements):
        return False
    when = [f.period for f in draft.figures if f.period is not None]
    years, zones = {p.last_year for p in when}, {f.zone for f in draft.figures}
    months = {p.last_month for p in when if p.first_month == 1 and p.last_year in bones.years}
    dated = (len(bones.years) < 2 and len(bones.zones) > 1) or years.issuperset(bones.years)
    return dated and zones.issuperset(bones.zones) and months.issuperset(bones.months) and len(draft.figures) >= bones.least


@dataclass(frozen=True, slots=True)
class _Blanked:
    text: str
    zones: tuple[str, ...]
    names: tuple[str, ...]
    years: tuple[int, ...]
    months: tuple[int, ...]
    every: bool
    point: bool


def _blanked(text: str, known: Understanding) -> _Blanked | None:
    """The question with one mark for each zone, year and point of a year; None where one of them is not clear."""
    text = ends_as_parts(_BEFORE_IT.sub("初", text))
    masked = [*text]

    def blank(start: int, end: int, mark: str) -> None:
        masked[start:end] = [mark] + [""] * (end - start - 1)

    zones, names, years, months = [], [], [], []
    for zone in known.zones.find(text):
        if len(zone.zones) != 1:
            return None
        zones.append(zone.zones[0])
        names.append(zone.text)
        blank(zone.start, zone.end, _ZONE)
    point, onward = False, re.search("起[^，,。]{0,8}[止终]", text) is not None
    for when in find_periods(text):
        if when.relative is not None:
            continue
        point = point or when.point
        if all(p.is_year for p in when.periods):
            years += [p.first_year for p in when.periods]
            mark = _YEAR
            months += [12] * (re.search("12月|十二月|全年", text[when.start : when.end]) is not None)
            onward = onward or when.onward
        elif all(p.first_year == p.last_year and p.first_month == 1 for p in when.periods):
            years += [p.first_year for p in when.periods]
            months += [p.last_month for p in when.periods]
            mark = _YEAR + _NODE
        else:
            return None
        blank(when.start, when.end, mark)
    left = "".join(masked)
    every = ALL_NODES.search(left) is not None
    found = [*NODE_OF.finditer(left)]
    named = {int((m.lastgroup or "m0")[1:]) for m in found}
    if len(named | set(months)) > 1:
        ranged = len(found) > 1 and any(re.fullmatch(_RANGE, left[a.end() : b.start()]) for a, b in pairwise(found))
        first_named = months and found and re.match(_RANGE + "$", left[left.find(_NODE) + 1 : found[0].start()])
        months += sorted(named)
        if ranged or first_named:
            months = [m for m in (3, 6, 9, 12) if min(months) <= m <= max(months)]
        left = NODE_OF.sub(_NODE, left)
    left = ALL_NODES.sub(_NODE, left)
    between = re.search(f"[{_YEAR}][^，,。；;？?{_TOKENS}]{{0,6}}(?:到|至|—|-)[^，,。；;？?{_TOKENS}]{{0,4}}[{_YEAR}]", left)
    if (onward or (between and _COURSE.search(left) and not _ENDS_ALONE.search(left))) and len(set(years)) > 1:
        years = [*range(min(years), max(years) + 1)]
    uniq = tuple(dict.fromkeys(zones))
    shown = tuple(names[zones.index(z)] for z in uniq)
    return _Blanked(left, uniq, shown, tuple(sorted(set(years))), tuple(sorted(set(months))), every, point)


def _read(text: str, known: Understanding) -> Bones | None:
    told, implied = _blanked(text, known), False
    if told is None or len(told.zones) > 3:
        return None
    years = told.years
    if not years and (now := newest(list(told.zones), known)) is not None and (told.every or len(told.months) > 1):
        years = (now.first_year,)
    left = told.text
    if len(years) == 1 and _BEFORE.search(left) and _GREW_SINCE.search(left):
        return None  # 比上一年少了百分之几: how much it grew, of the year alone
    if len(years) == 1 and _BEFORE.search(left):
        years, implied = (years[0] - 1, years[0]), True
        left = _BEFORE.sub(_YEAR, left)
    parts = _PARTS.search(left) if len(told.zones) == 1 and len(years) == 1 else None
    if parts is not None and parts["last"] is None and not re.match("[东西南北中、]{2}|[一二两俩三四五六七八各几哪每]", parts.group()):
        return None  # 东片区: one of them by its name
    of = _indicator(left, known)
    if of is None or not years or (_TOGETHER.search(of) and not is_all_known(of)):
        return None
    left = left.replace(of, "\x00")
    of += "投资" * (not find_terms(of) and is_all_known(of + "投资"))  # 技术改造, 工业技改
    whose, rate = told.names[0] if told.names else "", _RATE.search(left) is not None
    if _ITSELF_RATE.search(of) is not None and _GREW.search(left) is None:
        rate = False  # 研发强度差几个百分点: of the rate, not of its growth
    counted = _COUNTED.search(left)
    unit = counted["unit"] if counted is not None and counted["unit"] not in ("元", "点", "年", "月", "位", "名") else ""
    if len(told.zones) <= 1 and len(years) == 1 and (told.every or len(told.months) > 1) and not _RANK.search(left):
        months = told.months if len(told.months) > 1 else ()
        of = find_terms(of)[0].meanings[0] if is_all_known(of) else of + "总产值" * of.endswith("规上工业")
        asked = "、".join(LABELS.get(m, f"1-{m}月") for m in (months or (3, 6, 9, 12)))
        plain = f"{whose}{years[0]}年{of}累计增速，{asked}分别是多少"
        return Bones(plain, told.zones, years, months, len(months) or 3, again=plain.replace("规模以上", "规上"))
    if told.months or told.every:
        return None
    if parts is not None:
        return _of_parts(left, f"{whose}{years[0]}年", of, parts, rate=rate)
    dated = "、".join(f"{y}年{'末' if told.point else ''}" for y in years)
    if _RANK.search(left) and len(told.zones) == 1 and len(years) > 1:
        return Bones(f"{whose}{dated}{of}排名各是第几", told.zones, years, (), len(years))
    unit = "" if rate else unit
    if len(told.zones) > 1:
        if rate and counted is not None and _APART.search(left):
            return None  # 多多少亿，增速差几个点: two things of the two
        if len(years) > 1 and _ALTERNATE.search(re.sub(f"[^{_ZONE}{_YEAR}]", "", left)):
            return None  # 甲2013年和乙2021年: each in its own year
        rate = rate or _FASTER.search(left) is not None
        most = "低" if _extremes(left) == {-1} else "高"
        if len(years) > 2:
            return None
        which = f"，哪个更{most}" if len(years) == 1 else ""
        gap = len(years) == 1 and len(told.zones) == 2 and _APART.search(left) is not None
        return Bones(f"{dated}{'和'.join(told.names)}的{of}{'增速' if rate else ''}各是多少{which}", told.zones, years, (), len(told.zones), gap=gap)
    if len(years) > 1 and not rate and _WHICH_YEAR.search(left):
        return Bones(f"{whose}{of}{dated}哪年最{'低' if _extremes(left) == {-1} else '高'}，各是多少{unit}", told.zones, years, (), len(years))
    if len(years) > 1:
        return Bones(f"{whose}{of}{'增速' if rate else ''}{dated}各是多少{unit}", told.zones, years, (), len(years), implied)
    return None


def _of_parts(left: str, whose: str, of: str, parts: re.Match[str], *, rate: bool) -> Bones | None:
    """哪一片工业产值跑得最快: which part of the zone has most or least of it, with what each has."""
    group, ends = parts["kind"] or parts["last"] or "片区", _extremes(left)
    growth = "增速" if rate or _FASTER.search(left) else ""
    apart = not ends and (_APART.search(left) or _GAP.search(left)) is not None
    if apart and not re.match("[两二俩]", parts.group()):
        return None
    if len(ends) > 1:
        return Bones(f"{whose}各{group}{of}{growth}，哪个最高，哪个最低", least=2)
    if apart:
        return Bones(f"{whose}各{group}{of}各是多少", least=2, apart=f"{of}{growth}相差多少")
    plain = f"{whose}哪个{group}{of}{growth}最{'低' if -1 in ends else '高'}" if ends else f"{whose}各{group}{of}{growth}各是多少"
    return Bones(plain, least=1 if ends else 2)


def _extremes(left: str) -> set[int]:
    """1 where most is asked for, -1 where least."""
    ends = _PAIRS.sub("", left)
    return {way for way, said in ((1, _HIGH), (-1, _LOW)) if said.search(ends)}


def in_a_frame(left: str, known: Understanding) -> str:
    """The one known indicator of what is said around names (摆在一个跑道上，产值增幅谁在前), where nothing else there says of what; else ""."""
    terms = find_terms(left)
    said = {t.said for t in terms if len(t.meanings) == 1} or {t.said for t in terms}
    held = [*left]
    for t in terms:
        held[t.start : t.end] = [_HELD] * (t.end - t.start)
    rest = re.findall("[㐀-鿿]{2,}", _bared("".join(held)))
    return said.pop() if len(said) == 1 and not any(_names_one(r, known) for r in rest) else ""


def _indicator(left: str, known: Understanding) -> str | None:
    """What is left of a blanked question and is no dress: the one thing asked of; None where it is not one."""
    terms = find_terms(left)
    held = [*left]
    for t in terms:
        held[t.start : t.end] = [_HELD] * (t.end - t.start)
    for m in _ADDED.finditer(left):
        held[m.start() : m.end()] = [_HELD] * len(m.group())
    bare = _bared("".join(held))
    chunks: list[tuple[int, int, int]] = []  # start, end, clause
    clause, placed = 0, set()  # clauses that name a zone or a time
    for i, c in enumerate(bare):
        if c in _STOPS and c != "、":
            clause += 1
        elif c in _TOKENS:
            placed.add(clause)
        if c == "\x00" or c in _TOKENS or c in _STOPS:
            continue
        if chunks and chunks[-1][1] == i:
            chunks[-1] = (chunks[-1][0], i + 1, clause)
        else:
            chunks.append((i, i + 1, clause))
    named: list[tuple[str, int, tuple[Term, ...]]] = []
    for start, end, at in chunks:
        start, end = _trimmed(bare, start, end)
        if _HELD in bare[start:end] and (said := _TOLD.match(bare, start)) is not None:
            start = said.end()
        if end - start > 1 and not _ALONE.fullmatch(bare[start:end]):
            named.append((left[start:end], at, tuple(t for t in terms if start <= t.start and t.end <= end)))
    named = [n for n in named if not _DOES.fullmatch(n[0])] or named
    sure = [n for n in named if any(len(t.meanings) == 1 for t in n[2])] or [n for n in named if n[2]]
    told = named if len(named) == 1 else [n for n in named if n[1] in placed]
    asked = {n[0] for n in sure} or ({told[0][0]} if len(told) == 1 and len(told[0][0]) >= 2 else set())
    if len(asked) > 1 and len({t.meanings[0] for n in sure for t in n[2]}) == 1:
        asked = {max(asked, key=len)}
    if len(asked) != 1:
        return None
    of = asked.pop()
    asking = {i for i, c in enumerate(re.split(_STOP, left)) if _ASKS.search(c)}
    if _LEAD.match(left) is not None:
        asking.discard(0)  # 谁更舍得投？…各是多少: what it is about, said as a question
    main = {n[1] for n in named if n[0] == of}
    for words, at, broad in named:
        if words == of:
            continue
        alike = any(m in t.meanings and len(words) <= len(t.said) + 2 for t in broad for o in sure for m in (x.meanings[0] for x in o[2]))
        if alike and at not in main:
            continue  # 财政是不是一年好过一年？…一般公共预算收入
        if at in asking or at in main or at in placed or _names_one(words, known) or any(len(t.meanings) == 1 for t in broad):
            return None
    return of


def _names_one(said: str, known: Understanding) -> bool:
    """Whether a clause that is left aside says of what, or of which part, the question is."""
    pairs = [said[i : i + 2] for i in range(len(said) - 1)]
    printed = all(p in known.words for p in pairs) or any(all(p in known.words for p in pairs[i : i + 3]) for i in range(len(pairs) - 2))
    placed = any(said in s or s in said for s in (*known.scopes, *known.short))
    return printed or placed or _NARROWS.search(said) is not None or any(b in said for b in known.brands)


def _bared(held: str) -> str:
    for pattern in (_DRESS, _SHAPES):
        held = pattern.sub(lambda m: "".join(c if c in _STOPS or c in _TOKENS else "\x00" for c in m.group()), held)
    return held


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end

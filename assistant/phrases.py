"""What nothing else of a question has claimed: the asked phrases."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant import cues
from assistant.periods import DIGITS
from assistant.scanner import CUT, GAP, KNOWN
from assistant.terms import find_terms, is_all_known
from index.figures.companies import is_company
from index.units import CLASSIFIERS, MEASURES

__all__ = ["ASKING", "phrases", "respelled", "reworded", "sizes", "thresholds"]

ASKING = re.compile(r"[?？]|多少|几[个家亿件项位成点]|什么|啥|哪|谁|吗|为何|怎么|如何|是否|呢$|第几|排几")
_SPLIT = re.compile(
    r"(?<=\x01) (?=\x01)|[、,，;；:：?？\x02]+|"
    r"(?<=[㐀-鿿\x00\x01])(?:和|与|以及|(?<![惠涉波普顾触])及|跟(?!不?[上得]|着|进|踪|班))(?=[㐀-鿿A-Z\x00\x01“\"])"
)
# 实到, 国有, 国家, 专家 end in what is a function word elsewhere.
_BEFORE = "|".join(map(re.escape, sorted(cues.FILLER, key=len, reverse=True)))
_AFTER = "|".join(
    map(re.escape, sorted({*cues.FILLER} - {"到", "有", "为", "家", "个", "让"}, key=len, reverse=True))
)  # 实到, 国有 end so
_FIRST = re.compile(_BEFORE)
_LAST = re.compile(f"(?:{_AFTER}|(?<![国民拥现享自公所含])有|(?<![转出受])让)$")
# What is a function word alone and a part of one beside some characters: 年轻, 股份, 在岗, 达产.
_BOUND = frozenset("年过达得到在对让使用按由为等来去和及家个里月共都还再从向给着比")

_WORDS = (
    "到账", "到位", "到岗", "到港", "到资", "在册", "在岗", "在建", "在校", "在园", "在职", "在谈", "在营", "在孵", "在编", "在岸", "在库",
    "惠及", "波及", "普及", "年初", "用工", "用地", "用电", "用水", "用气", "用房", "还建", "还贷", "还款", "还迁",
)
_BARE_UNIT = re.compile(
    "(?:亿|万)?(?:"
    + "|".join(map(re.escape, sorted({*MEASURES, *CLASSIFIERS, "亿", "万", "点", "元", "钱"}, key=len, reverse=True)))
    + ")?"
)

_SCALED_UNIT = re.compile("[亿万]" + _BARE_UNIT.pattern)


def phrases(
    masked: str, original: str, part: str, words: frozenset[str] = frozenset(), names: frozenset[str] = frozenset()
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What is left: a topic (mostly "") and the asked phrases, split at 、和与 and between operands; last, shorter ones.

    ``words`` are character pairs of printed names, which no single character is taken off (股份, 年轻干部); of what is one of the
    ``names`` nothing is (惠及企业).  Where one
    clause both asks and names something, clauses that don't ask are context and give no phrase; where the clause that
    asks names nothing known and one before it does, that one is its topic.  Where the clause that asks has no more than
    an indicator, what the clause before it names is what that is of; the shorter phrases do without it.
    """
    clauses: dict[int, list[str]] = {}
    asks: dict[int, bool] = {}
    at = 0
    for start, end in [*((m.start(), m.end()) for m in _SPLIT.finditer(masked)), (len(masked), len(masked))]:
        piece = "".join(original[i] if masked[i] not in (GAP, CUT) else GAP for i in range(at, start))
        trimmed = _trim(piece, [masked[i] == KNOWN for i in range(at, start)], words, names)
        if _SCALED_UNIT.fullmatch(trimmed):
            trimmed = ""  # 差了多少|万人次
        if len(trimmed) >= 2 or re.search(r"[A-Za-z0-9]", trimmed):
            left, right = _clause_around(part, at, start)
            clauses.setdefault(left, []).append(trimmed)
            asks[left] = bool(ASKING.search(part[left:right]))
        at = end
    bare = [k for k, found in clauses.items() if all(_VERB_ALONE.fullmatch(p) for p in found)]
    if len(bare) < len(clauses):  # 盘活的土地，同比增加百分之几
        clauses = {k: found for k, found in clauses.items() if k not in bare}
    known = [k for k, found in clauses.items() if any(len(t.meanings) == 1 for p in found for t in find_terms(p))]
    lead = _LEADS.match(part)
    if lead and ASKING.search(part[lead.end() :]) and any(k >= lead.end() for k in clauses):  # 谁完成得好？甲和乙的完成率差多少
        known, clauses = [k for k in known if k >= lead.end()], {k: found for k, found in clauses.items() if k >= lead.end()}
    asking = [k for k in clauses if asks[k]]
    answerable = asking and (not known or any(k in known for k in asking))
    chosen = asking if answerable else known or list(clauses)
    if re.search("分别|各", part) and known:  # 财政总收入，固投，合同外资分别是多少: a list of clauses
        chosen = [k for k in clauses if k in known or k in chosen]
    if CUT in masked and len(clauses) == 2 and asking and not answerable:  # 固定资产投资当中，投到工业上的有多少
        chosen = list(clauses)
    topic = ""
    named = _alternatives(clauses, chosen, part)
    if named:
        return "", named, ()
    if chosen == known and asking and len(known) == len(clauses[known[0]]) == 1 and known[0] < asking[0]:
        topic, chosen = _plain(clauses[known[0]][0]), asking
    found = tuple(dict.fromkeys(q for k in chosen for p in clauses[k] for q in _whole_and_parts(_bare_of_modal(_plain(p)))))
    owner = _owner(clauses, chosen, found, words, part) if not topic else ""
    if owner:
        return "", (owner + found[0], *found[1:]), () if _OWNER.search(owner) else found
    return topic, found, ()


def _bare_of_modal(phrase: str) -> str:
    """能|交税, an indicator that might be; 能耗 and 会展收入 are names of their own."""
    bare = phrase.lstrip("能会可要得该将")
    return bare if bare != phrase and len(bare) >= 2 and is_all_known(bare) and not is_all_known(phrase) else phrase


#: What says how it went or is to be told, and names nothing.
_VERB_ALONE = re.compile(
    "(?:该|应该?|能|可以?|实际|最[后终]|又|还|再|一共|总共|[往向朝]?[上下])*"
    "(?:[填写记登走爬冲涨升增减]|登记|增加|增减|减少|提高|提升|上升|上涨|下滑|下跌|缩水|变[动化])(?:[了到出成]|上去|下去|上来|下来)*"
)
_LEADS = re.compile(
    "(?!.*(?:多少|几|什么|啥|哪|各是|分别)[^?？]*[?？].)"
    "[^?？]{4,}(?:有没有|是不是|没有|谁|孰|怎么?样|如何|吗|好不好|好|了)[^?？]{0,6}[?？](?=[^?？]{4,})"
)


_OWNER = re.compile(
    "(?:产业链?|行业|板块|集群|赛道|项目|工程|片区|园区|企业|公司|集团|新城|基地|厂|小镇|中心|[一二三四]期)(?:综合)?(?:开发|建设|改造|扩建|提升)?$"
)


_ONCE = re.compile(
    "(?:(?:如果|要是|若是?|一旦|等到?)?(?:能|都|全部|全面|整体|将来)*(?:建成|投产|达产|满产)+(?:之|以)?后?|"
    "(?:建成|投产|达产|投用|开业|开工|动工|落户|签约|竣工|完工|运营)+(?:之|以)?后)(?:的话|了)?$"
)  # X项目投产后，产值多少


_PUT_IN = re.compile("[投砸](?:入|进去?|下去)?")


def _owner(clauses: dict[int, list[str]], chosen: list[int], found: tuple[str, ...], words: frozenset[str], part: str) -> str:
    """健康食品产业在槐渚，产值是多少: the part or the firm that a clause before names, of which an indicator alone is asked."""
    before = [k for k in clauses if k < chosen[0]] if len(chosen) == 1 else []
    if len(before) != 1 or len(clauses[before[0]]) != 1 or len(found) not in (1, 2):
        return ""
    if len(found) == 2 and (f"{found[0]}比{found[1]}" not in part or is_all_known(found[1])):
        return ""  # 精密铸造，产值比电子材料多多少
    name = _ONCE.sub("", clauses[before[0]][0])
    if is_company(firm := name.rsplit("的", 1)[-1]) and find_terms(found[0]):
        return firm  # 卖光瓶酒的砧坊酒业，2013年销售收入多少
    if not is_all_known(found[0]) and not _PUT_IN.fullmatch(found[0]):
        return ""
    name = _named_first(name, words)
    printed = _is_printed(name, words)
    kind = _OWNER.search(name)
    bare = not find_terms(name[: kind.start()] if kind else name)
    return name if bare and (printed or (_OWNER.search(name) and len(name) >= 4)) else ""


def _is_printed(name: str, words: frozenset[str]) -> bool:
    return len(name) >= 3 and all(name[i : i + 2] in words for i in range(len(name) - 1))


def _named_first(clause: str, words: frozenset[str]) -> str:
    """健康食品产业|近来承压: the part, or firm, that a clause tells something of; the clause itself where it begins with none."""
    if _is_printed(clause, words) or _OWNER.search(clause):
        return clause
    ends = (end for end in range(len(clause) - 1, 3, -1) if _OWNER.search(clause[:end]) or is_company(clause[:end]))
    return next((clause[:end] for end in ends if _is_printed(clause[:end], words)), clause)


def _whole_and_parts(phrase: str) -> tuple[str, ...]:
    """亿元以上项目数 新建 续建, in key words: the whole and each of its parts."""
    whole, *parts = phrase.split(" ")
    terms = find_terms(whole)
    if len(parts) < 2 or not terms or terms[-1].end < len(GENERIC.sub("", whole)):
        return (phrase,)
    if not all(re.fullmatch("[㐀-鿿]{2,4}", p) and not find_terms(p) for p in parts):
        return (phrase,)
    noun = whole[: terms[-1].end]
    return (noun, *(p + noun for p in parts))


# 谁, 哪个, but not 哪个片区, 哪家企业, which ask for what isn't named yet.
_WHICH = re.compile("谁|孰|哪一?[个项家块头](?!片?区|园|街|镇|[开经高]|企|公|项|产业|行业|季|月|年)")


_APART = re.compile("相差|差(?:了)?(?:多少|几|距)|[多少高低]出?(?:多少|几)")
_OF_THEM = re.compile(
    "(?<=[㐀-鿿]{2})(?:这|那)?[两三](?:个|大|家|项|者)(?:主导|主要|重点)?(?:产业|行业|片区|园区|园|项目|企业|公司|板块)$"
)


def _alternatives(clauses: dict[int, list[str]], chosen: list[int], part: str) -> tuple[str, ...]:
    """光电信息和装备制造，哪个产值高: what a clause lists, each with the indicator that the asking clause says once."""
    asked = [p for k in chosen for p in clauses[k]]
    listed = [k for k in clauses if k not in chosen and len(clauses[k]) >= 2]
    compared = bool(chosen) and (_WHICH.search(part, chosen[0]) or _APART.search(part, chosen[0]))
    if len(asked) != 1 or len(listed) != 1 or listed[0] > chosen[0] or not (compared or "多少" in part[chosen[0] :]):
        return ()
    indicator = _plain(asked[0])
    members = [_OF_THEM.sub("", p) for p in clauses[listed[0]]]
    if all(map(find_terms, members)) and is_all_known(indicator) and not compared:
        return ()  # 税收和利润都有了，产值多少: of another than those listed
    return tuple(p if find_terms(p) and find_terms(p)[-1].end == len(p) else p + indicator for p in members)


COUNTED = re.compile(
    r"^把?(?:表格?[一二三四五六七八九\d]?[里中上]?(?:所?列(?:出|示)?)?的?)?[这那]?(?:[两三四五六七八九十几]+|\d{1,3})[个家项大](?=[㐀-鿿]{2})"
)
_AMOUNT = re.compile(r"^[那这]?\d+(?:\.\d+)?[万亿]美?元?的?")  # 那4.98亿的一般公共预算收入
GENERIC = re.compile("(?:区间|总量|总值|总额|总数|(?<!基金)(?<!基金总)规模|数额|金额|数量|水平|情况|总盘子|数|(?<!限)额|值)$")
_SUCH = re.compile("(?<=[㐀-鿿]{2})这(?:些|类|种|样的)[㐀-鿿]{0,4}$")  # 进口榴莲这些水果
_TO_SAY = re.compile(
    "(?:就|便)?(?:按|照)?[\\d.]+[万亿]?美?元?来?(?:报|写|填|算)"
    "|(?!整改|技改)[㐀-鿿]{0,2}?(?:写成?|说成?|[少多]?报|改成?|编|凑|取整|四舍五入|[换折化]成|折合|换算|折算|表示|给一?个|估一?个)"
)
# Said to whom answers, not of the figure.
_SPEECH = re.compile(
    "[你我您]|(?<!其)他|(?<!申)请|编(?!制|号|入|外)|说|告诉|证明|命令|猜|认为|觉得|知道|希望|应该|凭[印感记]|不要"
    "|(?:领导|上级|老板|同事|有人)(?!干部|班子|小组|机构|体制)"
)
_PROVIDE = re.compile("(?:提供|给出|列出|列明|告知|查一?下?|查询|查找)(?:一下)?")
_TO_MOVE = re.compile("(?:要|得|会|能|将|该)(?:再|继续)?(?:下?降低?|上?升|上?涨|增[长加]?|减少?|压[减降]?|提[高升])(?:到|了|多少)?")  # 能耗要降
# 税收收上来, 投资干到: what was done to get there, with a complement, behind an indicator that is whole without it.
_DONE = re.compile(
    "(?:到底|究竟|拢共|实际)?[收交缴做干搞弄拿跑拉引卖挣赚花投用贷放签谈产种盖建修拆征供落招办接运存借募筹融完](?:了|上来|进来|下来|出来|回来|出去|下去|到手|到|成|掉|完|过)+"
)
_AIMED = re.compile("[㐀-鿿]{1,2}[到至在](?:以[内上下])?")  # PM2.5控制到, 建成区扩到


_EACH = re.compile("(?<=[㐀-鿿]{2})(?:各自?|分别)(?=$|完成|实现|投资|达到|新增|引进)|^(?:各自?|分别)(?=完成|实现|投资)")


# 食品加工业产值, 锂电材料产业链产值: kinds of an industry that reports leave off or say otherwise.
_INDUSTRY = re.compile(
    "(?<=[㐀-鿿]{2})(?:产业(?:链|集群)?|行业|板块|业)(?=$|的?(?:产值|总产值|增加值|营收|营业收入|主营业务收入|销售收入|税收|利润|投资|企业))"
)


_SIZE = re.compile("(?<=产业|行业|集群)的?(?:产值规模|产值|规模|体量)$")  # 传统产业突破100亿: what of is left unsaid


def respelled(phrase: str) -> tuple[str, ...]:
    """The phrase with the industry it names told in the other ways that reports tell it; nothing where it names none."""
    match = _INDUSTRY.search(phrase)
    if match is None:
        return ()
    size = _SIZE.search(phrase)
    forms = [phrase[: match.start()] + tail + phrase[match.end() :] for tail in ("", "产业", "业")]
    forms += [phrase[: size.start()]] if size else []
    return tuple(f for f in dict.fromkeys(forms) if f != phrase and len(f) >= 3)


def reworded(phrase: str) -> tuple[str, ...]:
    """The phrase with one or two words changed for others that say the same in a name (招博士 → 引进博士)."""
    bare = re.sub("[（(][^）)]*[）)]", "", phrase)  # 国际（地区）货邮
    once = (*((bare,) if bare != phrase and len(bare) >= 3 else ()), *_sized(phrase), *_of_those_signed(phrase), *_reworded_once(phrase))
    return tuple(dict.fromkeys((*once, *(again for form in once for again in _reworded_once(form) if again != phrase))))


_SIGNED = re.compile("(?:签约|签订|引进|招引)的?(?P<what>[^，,]{0,8}项目)(?P<stage>开工|动工|投产|竣工|落地)")


def _of_those_signed(phrase: str) -> tuple[str, ...]:
    """签约亿元以上项目开工: in a report, 亿元以上项目当年开工."""
    signed = _SIGNED.fullmatch(phrase)
    return (signed["stage"] + signed["what"],) if signed is not None else ()


@lru_cache(maxsize=4_096)
def _reworded_once(phrase: str) -> tuple[str, ...]:
    """Known indicators stay as they are; a word of one character is changed at an end of the phrase alone (修, not 修订)."""
    known = {i for t in find_terms(phrase) if len(t.meanings) == 1 for i in range(t.start, t.end)}
    forms: list[str] = []
    for group in cues.INTERCHANGEABLE:
        word = max((w for w in group if w in phrase), key=len, default="")
        start = phrase.find(word)
        end = start + len(word)
        if not word or known & set(range(start, end)) or (len(word) == 1 and start > 0 and end < len(phrase)):
            continue
        forms += [phrase[:start] + other + phrase[end:] for other in group if other != word]
    return tuple(dict.fromkeys(f for f in forms if len(f) >= 3))


_THRESHOLD = re.compile(
    r"(?P<of>产值|投资|总投资|税收|营收|营业收入|销售收入|销售)?(?:上|超过?|突?破|过|达到?)?(?P<n>\d+(?:\.\d+)?|[一二三四五六七八九]?[十百千]|[一二三四五六七八九])?亿(?:元|级)?(?:以上|及以上)?(?:的|级)?(?=(?:[新大好外内]|新建|规上|规模以上|限上|民营|骨干|龙头|外贸|产业|工业|重点|重大|优质|制造业|服务业|招商|签约|资)*(?:企业|项目|公司|产业))"
)
_IN_WAN = re.compile(
    r"(?P<n>\d+|[一二三四五六七八九]?[十百千]|[一二三四五六七八九])万(?:元|级)?(?:以上|及以上)?(?:的|级)?"
    r"(?=(?:规上|规模以上|限上|民营|骨干|龙头|外贸|工业|重点|优质|制造业|服务业)*(?:企业|项目|公司|大户))"
)
_TEN = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=16_384)
def thresholds(text: str) -> frozenset[str]:
    """亿元 that say which things are counted: 产值过十亿元企业 → 10, 亿元以上项目 → 1; 纳税超千万元企业 → 1000万."""
    ranged = re.sub(r"(?<=\d)[-—–~～至到](?=\d)", "", text)  # 5-10亿元项目, whose mark a phrase has lost
    smaller = (f"{_size(m['n'])}万" for m in _IN_WAN.finditer(ranged))
    return frozenset((*(_size(m["n"] or "1") for m in _THRESHOLD.finditer(ranged)), *smaller))


_SIZES = re.compile(r"(?P<n>\d+(?:\.\d+)?|[一二三四五六七八九]?[十百千]|[一二三四五六七八九])亿|亿元?(?:级|以上)")


@lru_cache(maxsize=16_384)
def sizes(text: str) -> frozenset[str]:
    """Every 亿元 that a name says, whatever it counts: 产值超10亿元的 → 10."""
    return frozenset(_size(m["n"] or "1") for m in _SIZES.finditer(text))


def _size(number: str) -> str:
    if number[-1] in _TEN:
        return str(DIGITS.get(number[:-1], 1) * _TEN[number[-1]])
    return str(DIGITS[number]) if number in DIGITS else number


def _sized(phrase: str) -> tuple[str, ...]:
    """产值过十亿元企业 in the other ways that reports have of saying so: 超10亿元企业, 10亿元以上企业, 十亿级企业."""
    said = _THRESHOLD.search(phrase)
    if said is None:
        return ()
    size, before, after = _size(said["n"] or "1"), phrase[: said.start()], phrase[said.end() :]
    words = {"1": ("亿", "1亿", "一亿"), "10": ("10亿", "十亿"), "100": ("百亿", "100亿"), "1000": ("千亿", "1000亿")}
    forms = [
        f"{before}{of}{lead}{number}{tail}{after}"
        for of in dict.fromkeys((said["of"] or "", ""))
        for number in words.get(size, (f"{size}亿",))
        for lead, tail in (("过", "元"), ("超", "元"), ("超过", "元"), ("", "元以上"), ("", "元"), ("", "级"), ("过", ""), ("超", ""), ("", ""))
    ]
    return tuple(forms)


# 能新增产值, 可带动就业: that it can is no part of what it does.
_CAN = re.compile(
    "^(?:一年)?(?:能够?|可以?|将|会)+(?=新增|新添|解决|带动|带来|安[置排]|提供|创造|增加|产出|实现|达到|吸[纳引]|容纳|处理|供应|减少|节约|形成|贡献|拉动|服务|惠及)"
)
_ADDED_LAST = re.compile("^(?P<noun>[㐀-鿿A-Za-z]{3,12}?)(?P<how>新增|新认定)(?:数|数量|的)?$")  # 高新技术企业新增多少


def _plain(phrase: str) -> str:
    """Without a counted kind before (四个重点项目) or a generic noun after a known indicator (营收总量)."""
    phrase = _ADDED_LAST.sub(r"\g<how>\g<noun>", _EACH.sub("", _SUCH.sub("", COUNTED.sub("", phrase))))
    amount = _AMOUNT.match(phrase)
    if amount and any(t.start == amount.end() and len(t.meanings) == 1 for t in find_terms(phrase)):
        phrase = phrase[amount.end() :]
    phrase = _CAN.sub("", phrase)
    terms = find_terms(phrase)
    if terms and (speech := _SPEECH.search(phrase[: terms[0].start])):
        asked = _PROVIDE.match(phrase, speech.end())
        phrase = phrase[asked.end() if asked else terms[0].start :]  # 请提供核心区产值
        terms = find_terms(phrase)
    if terms and len(terms[-1].meanings) == 1 and _TO_SAY.match(phrase, terms[-1].end):
        return phrase[: terms[-1].end]
    if terms and len(terms[-1].meanings) == 1 and _DONE.fullmatch(phrase, terms[-1].end):
        return phrase[: terms[-1].end]
    if terms and (_AIMED.fullmatch(phrase, terms[-1].end) or _TO_MOVE.fullmatch(phrase, terms[-1].end)):
        return phrase[: terms[-1].end]
    short = GENERIC.sub("", phrase)
    if short != phrase and terms and terms[-1].end <= len(short):
        return short
    return phrase


def _clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    left = max(text.rfind(c, 0, start) for c in ",，;；。?？:：") + 1
    right = min((i for c in ",，;；。?？:：" if (i := text.find(c, end)) >= 0), default=len(text)) + 1
    return left, right


def _trim(piece: str, known: list[bool], words: frozenset[str], names: frozenset[str]) -> str:
    """Function words off both ends of every stretch; a known indicator is kept whole, a printed name but for words."""
    out: list[str] = []
    i = 0
    while i < len(piece):
        j = i
        while j < len(piece) and piece[j] != GAP and known[j] == known[i]:
            j += 1
        if j == i:
            i += 1
            continue
        stretch = piece[i:j]
        if not known[i]:
            stretch = stretch if stretch in names else _strip(stretch, words)
            if out and i and piece[i - 1] == GAP and _BARE_UNIT.fullmatch(stretch):
                stretch = ""
        out.append(stretch)
        i = j
    return "".join(out)


def _strip(stretch: str, words: frozenset[str]) -> str:
    start, end = 0, len(stretch)
    while start < end:
        match = _FIRST.match(stretch, start, end)
        held = stretch[start : start + 2]
        if not match or (match.group() in _BOUND | {"有"} and held in words) or held in _WORDS:
            break
        start = match.end()
    while start < end:
        match = _LAST.search(stretch, start, end)
        last = stretch[max(start, end - 2) : end]
        if not match or (match.group() in _BOUND and len(last) == 2 and (last in words or last in _WORDS)):
            break
        end = match.start()
    return stretch[start:end]

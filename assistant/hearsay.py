"""A question told with a story: 听说甲破百亿了，真有这么多吗，到底做了多少; 因为缺芯，车用电子原地踏步，那年整个行业干了多少亿.

Who asks and why adds nothing.  What was heard is a claim: its rough number is no part of the name, and what the story
speaks of is asked about wherever the asking clause names nothing of its own.
"""

from __future__ import annotations

import re

from assistant.brands import brands_said, thing_called, things_called
from assistant.periods import PeriodMention, find_parts, find_periods, names_report, tells_when
from assistant.question import understand
from assistant.terms import find_terms, is_all_known, names_printed
from assistant.understanding import Understanding
from index.records import Period
from index.units import ANY_UNIT

__all__ = ["asks_what_is_printed", "needs_story", "of_a_firm", "placed", "without_story"]

_CLAUSES = re.compile("([，,。；;！!？?：:]+)")
_ASKS = re.compile(
    "多少|(?<![这那好十])几(?![乎十百千])|多[大高长宽重远久]|什么|啥|哪(?!怕)|谁|孰|吗|没有?$|是否|是不是|有没有|如何|怎么?样|为何|为什么|怎么|各是|占比|比重|报一下|说一?下|呢$|何时|还是"
)
_NUMBER = "(?:\\d[\\d,.]*|[零一二两三四五六七八九十百千万数]{1,6})"
_NEARLY = (
    "(?:大?约|近|将近|接近|快|刚|好像|差不多|不止|至少|最多|据说|突?破|超过?|过|冲过|逾|上|达到?了?|有|(?<!到)没到|(?<!过)没过|不到|不足|没|仅|只有?|就|都)*"
)
# 近三千处, 七千多万, 破百亿, 12亿多, 一成多, 一半, 上千亩, 九十来个
_ROUGH = re.compile(
    f"{_NEARLY}(?:{_NUMBER}[多余来]?个?(?P<scale>百?[千百]?[万亿]|千|百)?[多余]?"
    f"(?P<unit>{ANY_UNIT}|成|倍|块钱?|个?(?:百分)?点)?(?:多|出头|左右|上下)?|一半)(?:了|呢|来着|去)?"
)
_ROUGHLY = re.sub(r"\(\?P<\w+>", "(?:", _ROUGH.pattern)
_CONFIRM = re.compile(
    "是?(?:真|当真|果真|是不是真?|有没有|是否|难道|确实|没|哪)?[的有是]?(?:这么|那么|这样|如此)?(?:多|少|高|低|大|快|好|夸张|厉害|回事|真实|准)?(?:的?吗|吧|么)"
    f"|(?:真|确实)?(?:是不是|有没有|是否)真?的?(?:有|到|达到?|超过?|过|破)?了?{_ROUGHLY}[吗么]?"
    "|(?:这个?数?)?(?:准不准|对不对|靠谱吗|靠不靠谱|属实吗|是真是假)"
)
_EXACT_WORDS = "(?:准确|具体|到底|究竟|准数|确切|精确|真实|实际|官方|报告[里中上]?|公布|数据?|数字|数值|总共|一共|的|那|又)"
_EXACT = re.compile(f"{_EXACT_WORDS}*(?:是|有|为|达到?)?(?:多少|几)(?:{ANY_UNIT}|[百千]?[万亿]|成)?[?？]?")
# 帮我核一下报告里到底写的多少: nothing but what the report prints, whatever was said before.
_PRINTED = re.compile(
    "(?:你|请|帮|给|我|只管|就|那|再|顺便|麻烦|[核查看说讲报翻]+|告诉|一?下)*(?:报告|材料|原文|总结|公报)(?:原文)?(?:里|上|中)?(?:面|头)?"
    f"{_EXACT_WORDS}*(?:写|印|登|报|说|给)?{_EXACT_WORDS}*(?:是|有|为)?(?:多少|几)(?:{ANY_UNIT}|[百千]?[万亿])*(?:来着|呢|啊|呀)?"
)
_PER_CENT = re.compile(f"{_NEARLY}\\d[\\d.]*[%％]")
_WRITTEN = re.compile("(?:统一|一律|一概|全都?)?(?:就|都)?(?:写|按|报|填|印|算|说)(?:成|作|为)?(?:是|有|了)?$")
_EXACTLY = re.compile("^(?:准确|具体|确切|精确|真实|官方|准)(?:的|地)?(?:说|讲|来说|数字?|数据|数值)?(?:的)?(?=[㐀-鿿])")
# 听说, 老听人讲, 我知道, 网上说: what follows was heard or is known already.
_HEARD = re.compile(
    "^(?:我?们?(?:老|常|总|也|都|曾|之前|刚|早就?|好像)*(?:听(?:说过?|闻|人(?:家)?(?:说|讲|提)|[㐀-鿿]{1,5}(?:说|讲|提|介绍)(?:起|到|过)*)|据(?:说|悉|传|称|报道|了解)"
    "|(?:有人|别人|人家|大家|网上|朋友圈|群里|外面|坊间|新闻|媒体|报上|他们|同事|领导|朋友)(?:里|上)?都?(?:在)?(?:说|讲|传|称|报)|传言|传闻|号称|看(?:到|见|新闻|报道)(?:说|称)?"
    "|[㐀-鿿]{1,3}(?:主任|书记|区长|局长|经理|处长|市长|县长|镇长)(?:在[^，,]{1,6}上)?(?:说|讲|提到|介绍)|印象[里中]|记得|知道|了解到|说是?))[，,]?"
)
_WHY = re.compile("^(?:因为?|由于|受|随着|为了?|鉴于|既然|虽然|虽说|尽管|自从|眼看|赶上|碰上|正值)")
_SELF = re.compile(
    "^(?:我|咱|俺|本人|本公司|本报|家里|老家|作为|身为|想|住在?|从事|打工)"
    "|^(?:打算|准备|计划|正要?|有意|拟|琢磨着?)(?:在|到|去|来|从|给|把|写|做|买|租|开|报|投|搬|换|考|找|进|应聘|落户|就业|上班)"
)
_TRADE = re.compile("^(?:专门?)?[做卖跑搞开干教种养拍炒修写][^，,和与、年\\d多少]{1,12}的$")  # 卖酒瓶的，…
_FOLLOWS = re.compile("(?:很|特别|比较|最|挺|一直)?(?:关心|好奇|惦记|在意|想(?:知道|了解|问问?|打听)(?:一下|下)?)")
_ASKER = re.compile(f"^(?:[^，,。年\\d]{{1,10}}的(?:人|市民|居民|朋友|老板)?|(?:市民|居民|网友|记者|老板|学生|企业主?)们?|我们?){_FOLLOWS.pattern}")
# What the named thing did, where a name ends: 高企|刚过一百家, 车用电子|几乎原地踏步, 外贸|没做到150亿.
_OPENS = re.compile(
    "势头|走势|行情|增势|很|挺|红火|火爆|强劲|亮眼|抢眼|迅猛|疲软|低迷|惨淡|难做|暴[涨跌]|大[涨跌]|因为|由于|受|被|却|只|才|刚|已经?|早|都|就|也|还|几乎|差不多|有点|有些|反(?=倒|而)|没|未|不|变|连|一下子?|一直|一路|一家|开始|又|是|涨|翻(?=了?[一两]?[番倍])|跌|降|升|增|减|掉|滑|下滑|退|倒|突?破|超|过|达到?|做|干|"
    "完成|实现|到(?![账位资港岗])|[要想搞](?![素点闻求])|[㐀-鿿](?=了(?!解))|拿|占|比|跑|最|快|近|将近|高|低|多|少|大|小|[往再]|猛|总的|名次|排|据说|听说|说"
)
# 定了一亿美元的引外资任务: what a goal with its number is of.
_GOAL_OF = re.compile(
    f"(?:定(?:的|了|下)?|下达了?|派了?|原定|计划|本来)?{_ROUGHLY}的(?P<name>[㐀-鿿]{{2,10}}?)的?(?:任务|目标|计划|指标)"
)
# 拿走全市一半的外资: what of a whole.
_PORTION_OF = re.compile(
    "(?:一家)?[就独]?(?:拿走|占了?|占去|贡献了?|撑起了?|包揽了?|吃下了?)(?P<whole>全[市省县区国])的?[近超过]?"
    "(?:一半|半数|[一二三四五六七八九]成|\\d+%)(?:以上|多)?的?(?P<name>[㐀-鿿]{2,8})$"
)
# 想估下…有多大, 得先知道有多少张嘴: what the answer is for, where a question of its own follows.
_MIND = re.compile(
    "^(?:我们?)?(?:想|要|得|先|好|以便|用来)+(?:估|算|看|摸|掂量|了解|知道|弄清|打听|合计|琢磨)(?:一?下|清楚?|个底|一?[估算看])?"
)
_PURPOSE = re.compile(f"{_MIND.pattern}[^，,]*(?:多|怎么样|如何|几)")
# How it went, in no figures: 原地踏步, 没完成任务, 先抑后扬, 再往上推.
_VAGUE = re.compile(
    "原地踏步|[往向][前后上下](?:挪|走|推|提|拱|蹿|掉|滑|冲)|(?:没|未|没有|未能|没能)(?:能)?(?:完成|做到|达到|达标|实现|兑现)|追上来|先抑后扬|先扬后抑|前高后低|前低后高"
    "|不(?:太|大|怎么)?(?:好看|理想|景气|行)|变(?:多|少|差|好|大|小)了|负增长|加了?码|(?:只|才|就)[㐀-鿿]{1,2}了?一点点?|倒退|掉头|回暖|拖后腿"
    "|势头|红红?火|火[爆热]|[很挺真蛮]猛|强劲|[亮抢]眼|迅猛|疲软|低迷|惨淡|难做|[暴猛大狂]涨|[暴大狂]跌"
)
_BESIDES = re.compile(
    "[，,](?:顺便|顺带|另外|再)(?:也|再|还|请)*[说讲报给问]我?(?:一?下|一说|说)?(?P<what>(?:(?!多少|几|什么|哪)[^，,。?？]){2,14}?)的?[。?？]?$"
)
# What a clause that only names a thing ends in.
_THING = re.compile("(?:厂子?|企业|公司|产业|行业|链条?|项目|工程|生产线|专用线|[住用公租宿]房|楼|大桥|路|基地|中心|医院|学校|产品|设备)$")
_OWN_NAME = 4  # characters of a name that is no verb left over (收到, 进来)
# What is worked out from what the story says needs the story.
_COMPUTED = re.compile(
    "平均[每一]|摊|每[一个家户亩]|[倒反推测估][算推]|还[要差]|刨[去掉]|扣[除掉]|剩|按.{0,6}算|(?<!百分)[超少差欠缺]出?了?(?:多少|几)(?!个?(?:百分)?点)"
)
_FIGURE = re.compile("多少|几|多[大高长宽重远]|占比|比重|[哪啥]个?数")
_ABOUT = re.compile("[多余来近破超刚逾]|不到|没|不足|仅|只|出头|左右|上下|一半|成")
_AGAINST = re.compile("[跟和与同占]|[比较](?![上去前]一?年|年初)|相当于|差|合计|一共|总共|是[^，,]*倍|谁|哪|其中|剩|余")
_HOW_MANY = re.compile("(?<=[㐀-鿿]{4})(?:多少|几)")
_SHARE = re.compile("占比|比重|占(?:全|了|到)?[^，,]{0,6}(?:多少|几)")
# The thing of the story, where the asking clause points back at it.
_IT = re.compile(
    "(?:^|(?<=[年月度末底，,]))(?:那|这)?(?:它|其|他们|整个(?:行业|产业|片区|园区|项目)|(?:这|那|该)(?:一)?(?:个|家|条|块|片|座|项)?(?:片区|园区|园|街道|镇|产业|行业|企业|公司|项目|链条|地方|数字?)|[这那]一?行(?=[的业]))的?"
)
_SORT = re.compile("(?<=[㐀-鿿]{2})(?:片区|园区|街道|新城|组团|镇)$")  # 东渚 of 东渚片区
_LEAD = re.compile("^(?:那么?|所以|于是|就|但|不过|可|请问|想问|问一?下|想知道|求问|也|结果|而)+(?!年|一年|会)")


_THIS_FIRM = re.compile("(?:那么?)?(?:(?:这|那|该)(?:一)?(?:家|个)?(?:企业|公司|集团|厂|项目|基地)|(?:这|那)一?家|它|其(?![中他余次它]))的?")
#: What is asked of a firm or of what it builds.
_OF_A_FIRM = re.compile("总盘子|产值|营收|收入|投资|投[了进入下]|砸|[交缴纳上]税|税收|利润|出口|产能|占地|用地|员工|就业|产量|做[了到]")
_ASIDE = re.compile("[（(][^（()）]*[)）]")
#: 瓷曜那个陶瓷基板项目: pointed at by what it is.
_CALLED = re.compile("[那这]个[㐀-鿿]{2,12}?(?:项目|工程|基地|厂|园)")
#: Of several things, or of several years: no clause that names one alone.
_OF_SEVERAL = re.compile(r"\d\d[、，,和与到至]\d\d|[和与跟同、比占超扣减除刨]")


#: 镡川微电子基地的实际投入，只及年初计划的百分之几: the clause names what of it is asked, too.
_MEASURED_OF_IT = re.compile("的(?:实际|当年|全年|累计|完成)*(?:投入|投资|产值|营收|收入|税收|利润|出口)$")


def of_a_firm(text: str, known: Understanding) -> str:
    """都说离不开铂骧动力，这一家2023年做了多少产值: the firm or the thing that a clause before names, in front of what is asked of it."""
    clauses = [*re.finditer("(?:^|(?<=[，,。；;]))[^，,。；;]+", text)]
    asked = next((m.start() for m in clauses if _ASKS.search(m.group())), clauses[-1].start() if clauses else 0)
    head, rest = text[:asked], text[asked:]
    said = brands_said(head, known.brands)
    it = _THIS_FIRM.match(rest)
    if len(said) > 1 or brands_said(rest, known.brands) or not (it or _OF_A_FIRM.search(rest)):
        return ""
    if known.zones.find(_ASIDE.sub("", rest)):
        return ""  # what follows is of a zone of its own
    called = [] if said else [c for c in re.split("[，,。；;]", head) if _CALLED.search(c) and things_called(c, known.names)]
    if not said and len(called) != 1:
        return ""
    brand = said.pop() if said else things_called(called[0], known.names)[0][:2]
    clause = next(c for c in re.split("[，,。；;]", head) if brand in c)
    before, of_it = clause[: clause.index(brand)], clause[clause.index(brand) :]
    if _MEASURED_OF_IT.search(clause) or _OF_SEVERAL.search(of_it) or before.endswith(("和", "与", "跟", "同", "、")):
        return ""
    return placed(thing_called(clause, brand, known.names) + rest[it.end() if it else 0 :], [head], known)


def without_story(text: str, known: Understanding) -> str:
    """The question alone, with what only the story names; the text itself where it tells no story or leaves nothing to ask."""
    asker = _ASKER.match(text)
    if asker:
        text = placed(text[asker.end() :].lstrip("，,：:"), [asker.group()], known)
    text = _BESIDES.sub(r"，\g<what>又是多少", text)
    pieces = _CLAUSES.split(text)
    clauses = [(c.strip(), s) for c, s in zip(pieces[::2], [*pieces[1::2], ""], strict=True) if c.strip()]
    asking = [i for i, (c, _) in enumerate(clauses) if _ASKS.search(c) and not _CONFIRM.fullmatch(_HEARD.sub("", c))]
    if len(asking) == 1 and asks_what_is_printed(clauses[asking[0]][0]) and (printed := _as_printed([c for c, _ in clauses[: asking[0]]], known)):
        return printed
    if len(asking) > 1 and _is_purpose(clauses[asking[0]][0]) and _HOW_MANY.search(clauses[asking[1]][0]):
        del asking[0]
    if asking[:1] == [1] or (not asking and len(clauses) == 2):
        whole = _with_topic(clauses, known)
        if whole:
            return whole
    if not asking:
        return text
    first = asking[0]
    heard = [bool(_HEARD.match(c) or _WHY.match(c)) for c, _ in clauses[:first]]
    own = [bool(_is_own(c) or _is_purpose(c) or (i == 0 and _TRADE.search(c))) for i, (c, _) in enumerate(clauses[:first])]
    rest = "".join(c + s for c, s in clauses[first:] if not _CONFIRM.fullmatch(c))
    rest = _LEAD.sub("", _ASKER.sub("", _HEARD.sub("", rest)))
    confirmed = any(_CONFIRM.fullmatch(c) for c, _ in clauses)
    stands = _stands(rest, known) and not (any(_is_vague(c) for c, _ in clauses[:first]) and _measures_anything(rest, known))
    vague = not any(heard) and any(_is_vague(c) for c, _ in clauses[:first]) and not (_AGAINST.match(rest) or stands)
    if not (any(heard) or any(own) or confirmed or vague):
        return text
    if (any(heard) or confirmed or vague) and (_COMPUTED.search(rest) or not _FIGURE.search(rest)):
        return text
    if not (any(heard) or confirmed or vague):  # 我想了解，甲买了地以后，…: what follows isn't told of who asks
        begun = max(i for i, is_own in enumerate(own) if is_own) + 1
        rest, first = "".join(c + s for c, s in clauses[begun:first]) + rest, begun
        if not _IT.search(rest) and needs_story(rest, [c for c, _ in clauses[:first]], known):
            return text
    told = [_HEARD.sub("", c) for c, _ in clauses[:first] if not _CONFIRM.fullmatch(c)]
    if not told:
        return rest
    rough = _rough_in(told[-1])
    if rough is not None and _EXACT.fullmatch(clauses[first][0]):
        after = "".join(c + s for c, s in clauses[first + 1 :])
        return placed(_asked_exactly(told[-1], rough), told, known) + ("，" + after if after else "")
    rest = _EXACTLY.sub("", rest)
    if stands and not _IT.search(rest):
        return placed(rest, told, known)
    apart = (c for (c, _), h, o in zip(clauses[:first], heard, own, strict=False) if not (h or o or _is_vague(c)))
    if not (any(heard) or confirmed or _IT.search(rest)) and any(len(_bare(c, known).replace("\x00", "")) >= _OWN_NAME for c in apart):
        return text  # 做电子件的那些厂，产值只多了一点，涨了多少: of what a clause that is no story names
    subject = next((s for c in reversed(told) if (s := _subject(c, known))), "")
    if subject:
        return placed(_spoken_of(subject, rest), told, known)
    if confirmed:  # 花的专项钱，是不是有七千多万，具体多少
        return told[-1] + re.sub(f"^{_EXACT_WORDS}+", "", rest)
    return placed(rest, told, known) if any(own) and understand(rest, known).indicators else text


def _is_own(clause: str) -> bool:
    """我们厂想换生产线; not 我想弄清财政收入涨了没有, which says what is asked."""
    return bool(_SELF.search(clause)) and not any(len(t.meanings) == 1 for t in find_terms(clause))


def _with_topic(clauses: list[tuple[str, str]], known: Understanding) -> str:
    """做电池材料的厂子，2022年产值涨了多少 → 2022年做电池材料的厂子产值涨了多少; "" where the asking clause has a name of its own."""
    topic = _bare(clauses[0][0], known)
    name = topic.rpartition("\x00")[2].removeprefix("的")
    if _HEARD.match(clauses[0][0]) or _SELF.match(clauses[0][0]) or find_periods(clauses[0][0]):
        return ""
    if not _THING.search(topic) or len(name) < _OWN_NAME:
        return ""
    asked, stop = clauses[1]
    phrases = understand(asked, known).indicators
    if len(phrases) > 1 or not all(_is_no_name(p, known) for p in phrases) or _AGAINST.search(asked):
        return ""
    times = find_periods(asked)
    time = "".join(asked[m.start : m.end] for m in times)
    zones = "".join(m.text for m in (*known.zones.find(clauses[0][0]), *known.zones.find(asked)))
    for start, end in sorted([*((m.start, m.end) for m in times), *((m.start, m.end) for m in known.zones.find(asked))], reverse=True):
        asked = asked[:start] + asked[end:]
    return f"{zones}{time}{name}{asked}{stop}" + "".join(c + s for c, s in clauses[2:])


def _is_no_name(phrase: str, known: Understanding) -> bool:
    """A verb left over (砸进), or an indicator that is of anything (产值)."""
    broad = is_all_known(phrase) and any(len(t.meanings) > 1 for t in find_terms(phrase))
    return broad or (len(phrase) < _OWN_NAME and not names_printed(phrase, known.words))


def _is_vague(clause: str) -> bool:
    """高企刚过一百家, 外贸没做到目标: how it went, told roughly."""
    rough = _rough_in(clause)
    return bool(_VAGUE.search(clause) or (rough and _ABOUT.search(rough.group())))


def _is_purpose(clause: str) -> bool:
    return bool(_PURPOSE.search(clause)) and not find_terms(clause)


def _rough_in(clause: str) -> re.Match[str] | None:
    """The last rough number of a clause that isn't a year or a part of a known name."""
    spans = [(m.start, m.end) for m in (*find_periods(clause), *find_parts(clause, _ANY_YEAR))]
    spans += [(t.start, t.end) for t in find_terms(clause)]
    found = [
        m
        for m in _ROUGH.finditer(clause)
        if (m["scale"] or m["unit"]) and not any(a < m.end() and m.start() < b for a, b in spans)
    ]
    return found[-1] if found else None


def asks_what_is_printed(text: str) -> bool:
    """报告里到底写的多少: of whatever was said before."""
    return _PRINTED.fullmatch(text.rstrip("?？。!！")) is not None


def _as_printed(told: list[str], known: Understanding) -> str:
    """领导说财政总收入有50亿，你照50亿写，报告里到底写的多少: what the number was claimed of, to be told as the report prints it."""
    for clause in reversed(told):
        rough = _rough_in(clause) or _PER_CENT.search(clause)
        if rough is None:
            continue
        head = _WRITTEN.sub("", clause[: rough.start()])
        terms = find_terms(head)
        starts = [*(m.start for m in known.zones.find(head)), *(m.start for m in find_periods(head)), *(t.start for t in terms)]
        begun = min(starts, default=len(head))
        if terms and terms[-1].end >= len(head) - _OWN_NAME:
            return placed(head[begun:] + "是多少", told, known)
        if rough.re is _ROUGH and any(t.start == 0 for t in find_terms(clause[rough.end() :])):  # 新增了100家高企
            return placed(_asked_exactly(clause, rough)[begun:], told, known)
    return ""


def _asked_exactly(clause: str, rough: re.Match[str]) -> str:
    """查出隐患近三千处 → 查出隐患多少处."""
    unit = rough["unit"] or (rough["scale"] or "").lstrip("千百")
    return f"{clause[: rough.start()]}多少{unit}{clause[rough.end() :]}"


def _stands(rest: str, known: Understanding) -> bool:
    """Whether the asking clauses name what they ask of, in words of a report."""
    query = understand(re.split("[,，]", rest)[0], known)
    phrases = (*query.indicators, *(p for side in query.operands for p in side.indicators), query.topic)
    return any(len(p) >= _OWN_NAME or names_printed(p, known.words) for p in phrases if len(p) >= 2)


def _measures_anything(rest: str, known: Understanding) -> bool:
    """生物医药势头很猛，产值增长了多少: whether nothing but a measure of anything is asked, which the story says of what."""
    phrases = understand(re.split("[,，]", rest)[0], known).indicators
    return len(phrases) == 1 and is_all_known(phrases[0]) and all(len(t.meanings) > 1 for t in find_terms(phrases[0]))


def needs_story(rest: str, told: list[str], known: Understanding) -> bool:
    """我家在等安置房，想问交付了多少平方米: no known indicator is left, and what the story speaks of is printed."""
    return not find_terms(rest) and any(_subject(c, known) for c in told)


def placed(rest: str, told: list[str], known: Understanding) -> str:
    """The question with the zone and the time that only the story says."""
    story = "，".join(_MIND.sub("", c) for c in told)
    zones = [] if known.zones.find(rest) else [m.text for m in known.zones.find(story) if m.zones]
    years: list[str] = []
    first = re.split("[,，]", rest)[0]
    if not any(m.periods or m.relative for m in find_periods(first)):
        years += next((said for c in reversed(told) if (said := [_said(c, m) for m in find_periods(c)][:1])), [])
    if not find_parts(rest, _ANY_YEAR) and "全年" not in rest:
        years += next((said for c in reversed(told) if (said := [c[m.start : m.end] for m in _parts_apart(c)][:1])), [])
    return "".join((*dict.fromkeys(zones), *years, rest))


def _said(clause: str, mention: PeriodMention) -> str:
    if tells_when(clause, mention) or (names_report(clause, mention) and mention.periods):
        return f"{mention.periods[0].first_year}年"
    return clause[mention.start : mention.end].removesuffix("全年")


_ANY_YEAR = (Period.year(2000),)


def _parts_apart(clause: str) -> list[PeriodMention]:
    """Parts of a year that stand apart from the year."""
    whole = [(m.start, m.end) for m in find_periods(clause)]
    return [p for p in find_parts(clause, _ANY_YEAR) if not any(a < p.end and p.start < b for a, b in whole)]


def _subject(clause: str, known: Understanding) -> str:
    """What a clause of the story speaks of: 车用电子 of 车用电子2020年几乎原地踏步."""
    bare = _bare(clause, known)
    whole = _PORTION_OF.search(bare)
    if whole:
        return f"{whole['name']}占{whole['whole']}"
    goal = _GOAL_OF.search(bare)
    if goal:
        return goal["name"]
    bare = re.sub("^.*[要想给]把(?=[㐀-鿿]{3})", "\x00", _WHY.sub("", bare))
    terms = [t for t in find_terms(bare) if len(t.meanings) == 1]
    inside = [(t.start, t.end) for t in terms]
    opens = (m.start() for m in _OPENS.finditer(bare) if _last_name(bare[: m.start()]))
    cut = next((i for i in opens if not any(a <= i < b for a, b in inside) and bare[i - 1 : i + 2] not in known.words), len(bare))
    name = _last_name(bare[:cut])
    scope = next((s for s in sorted(known.scopes, key=len, reverse=True) if s in bare or _SORT.sub("", s) in bare), "")
    if name and not name.startswith(("我", "咱")) and names_printed(name, known.words):
        return name
    if scope:
        return scope
    return bare[terms[-1].start : terms[-1].end] if terms else ""


def _bare(clause: str, known: Understanding) -> str:
    """A clause with a mark where zones and times stood."""
    bare = clause
    for mention in reversed([*known.zones.find(bare)]):
        bare = bare[: mention.start] + "\x00" + bare[mention.end :]
    for period in sorted([*find_periods(bare), *_parts_apart(bare)], key=lambda m: -m.start):
        bare = bare[: period.start] + "\x00" + bare[period.end :]
    return bare


def _last_name(text: str) -> str:
    """The last stretch between zones and times that may be a name, without what leads it in (要搞九十来个|技改项目)."""
    names = [_BEFORE_NAME.sub("", re.sub("[的在对里头中上]+$", "", part)) for part in text.split("\x00")]
    told = [n for n in names if len(n) >= 2]
    if len(told) > 1 and _ANYBODYS.fullmatch(told[-1]):  # 储能板块|2023年|产值
        return told[-2] + told[-1]
    return told[-1] if told else ""


_ANYBODYS = re.compile("产值|营收|营业收入|销售收入|税收|利润|出口额?|进口额?|投资|产量")


_BEFORE_NAME = re.compile(
    "^(?:[的在对里头中上那这个年要想搞做]|全年|年度|实施|引进)+"
    "(?:(?:\\d+|[几一二三四五六七八九十百两]+)(?:[多余来][个家项条]?|[个家项条]))?(?=[㐀-鿿]{2})"
)


def _spoken_of(subject: str, rest: str) -> str:
    """The asking clauses with the subject in the place of what points back at it, else before them."""
    if "占" in subject and _SHARE.search(rest):
        return re.sub(f"{_EXACT_WORDS}*(?:占比|比重|占)", f"{subject}的比重", rest, count=1)
    subject = subject.split("占")[0]
    it = _IT.search(rest)
    if it:
        return rest[: it.start()] + subject + rest[it.end() :]
    times = find_periods(rest)
    at = times[0].end if times and times[0].start == 0 else 0
    return rest[:at] + subject + rest[at:]

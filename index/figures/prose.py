"""Sentences → drafts: one pass over the quantities of a sentence with what was said before carried along.

    财政总收入9.84亿元，同比增长10.6%，完成年初目标9.62亿元的102.3%
    └ value              └ growth of it └ goal of it   └ completion of it
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from index.figures.draft import Draft
from index.figures.grammar import (
    COMPLETION, DELIMITERS, GAP, GOAL_AFTER, LIKENED, RANK, RANK_MOVE, SHARE, Growth, growth_in,
)
from index.figures.lists import Zip, find_lists
from index.figures.naming import Name, following_noun, name_of
from index.figures.status import is_expected, period_in, status_of
from index.numerals import Quantity, find_quantities, quoted_spans
from index.periods import parse_period
from index.records import FigureKind, Period, Report, Section, SectionKind, Status

__all__ = ["read_prose"]

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_ITEM = re.compile(r"^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}(?:是|、)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])[、.]?")
_MONEY_NAME = re.compile(r"融资|收入|产值|投资|资金|税|贷款|金|额|基金|利润|增加值|出口|外资|突破|企业|产业")
_OWNED_BY_COUNT = re.compile(r"^(?:计划|协议)?(?:总投资|投资额|总用地|占地|建筑面积|开工率|签约率|协议资金)")
_SUBJECT = re.compile(
    r"^(?P<who>[^，。；：]{2,24}?(?:项目|工程|中心|小学|中学|学校|幼儿园|医院|基地|公司|集团|产业园|小镇|基金|铁路|高速|大道|机场|平台|市场|大桥|电站|交易会|博览会))"
    r"(?:于|将于|已|完成|通过|建成|正式|揭牌|投用|启用|开工|竣工|投产|开业|运营|成功|顺利|上半年|\d+月)"
)
_COMPARED = re.compile(r"(?:比|较|与|同)[^，。；、：]{0,12}?(?:年|期|月|初|末|底)(?:末|底|初|同期)?")
_ABSTRACT = re.compile(r"^.{0,6}?(?:行动|工作|任务|工程|举措|措施|事|目标|攻坚|战役|战|机制|改革|大事|实事|抓手|文章|硬仗|计划|要求|做法|制度|建设|提升|转变|能力|关系|方面|部分|规定|规定精神|纪律|坚定|带头|清单|指标|重点)$")
_PLACE = r"(?:片区|园区|园|镇|乡|街道|区块|组团|分区)"
_WIDE_PLACE = r"全国|全省|全市|全县|全州|农村|城市|城镇|世界|全球|各地|省|市|县|国家|我国|地方|中央"
#: Stages of what was just counted; other actions (提醒谈话, 培训) are counted themselves.
_ELLIPTIC = (
    r"^(?:当年|新|已|实际|首期|首次)*(?:新增|净增|累计|合计|总计|竣工|开工|动工|复工|投产|建成|完工|在建|续建|签约|落地|落户|办结|整改|关停|关闭|整治|淘汰|取缔|提升|交付|入驻|搬迁|拆除|验收|认定|入选|获批|投用|投运|启用|引进|"
    r"化解|解决|办理|答复|退出|挂牌|供地|出让|回迁|兑现|发放|盘活|消化|处置|腾空|注册|申报|新认定|新开工|新引进|改造|铺设|完成)"
)
_PLAIN = ("个", "家", "项", "件", "只")
_ROLE_NOUN = re.compile(r"^(?:分别|其中)$")
_COUNTABLE_STOP = re.compile(r"^(?:方面|意识|自信|维护|坚持|责任|代表|全面|转变|优先|确保|严格|到位|层面|突出|关键|聚焦|围绕|着力|阶段|环节|问题|特点|体系|月|季度|以上|左右|小时|百分点|字|词|层次|维度|原则|一律|必须|不|轮子|短板|要素|高地)")


@dataclass(slots=True)
class Carry:
    """What a sentence hands from one number to the next."""

    section: Section
    report: Report
    sentence_period: Period | None = None
    segment_period: Period | None = None
    expected: bool = False
    lasting: bool = False  # a sentence that opens with 预计 expects everything it lists
    subject: str = ""
    last: Draft | None = None
    head: Draft | None = None
    chain: Draft | None = None
    before: Draft | None = None  # the first whole figure of the sentence before
    made: list[Draft] = field(default_factory=list)

    @property
    def period(self) -> Period | None:
        return self.segment_period or self.sentence_period or self.section.period or self.report.period


@dataclass(frozen=True, slots=True)
class Around:
    """A quantity with its surroundings: the fragment right before it, the clauses before that, what follows."""

    quantity: Quantity
    fragment: str
    fragment_start: int  # in the sentence
    context: tuple[str, ...]
    glue: str  # the delimiter right before the fragment
    follow: str
    listed: str  # the fragment with the members of a 、 list in front of it
    touches: bool = False  # the next quantity follows at once


def read_prose(report: Report, section: Section, start: int, end: int) -> Iterator[Draft]:
    """Drafts of the text between two offsets of one section."""
    text = report.text[start:end]
    lead = ""
    before: Draft | None = None
    for match in _SENTENCE.finditer(text):
        sentence = match[0]
        if "\n" in text[max(match.start() - 1, 0):match.start()] or not match.start():
            lead = ""
            before = None
        quantities = [q for q in find_quantities(sentence) if not _is_threshold(sentence, q)]
        if quantities:
            drafts = _read_sentence(report, section, start + match.start(), sentence, quantities, lead, before)
            before = next((d for d in drafts if not d.member and d.kind is FigureKind.VALUE), before)
            yield from drafts
        lead = _lead_of(sentence) or lead


_LEAD_OWNER = re.compile(r"^(?P<who>[^，。；、：\d]{2,14}?(?:产业链|产业|制造业|服务业|行业|业|集群|片区|园区))(?!.{0,2}(?:发展|布局|结构|升级|转型|集聚|平台|培育|体系|项目|基础|规模|能级|链))")


def _lead_of(sentence: str) -> str:
    """An industry or a park that a sentence opens with speaks in the next ones too (软件信息业增势强。实现营业收入…)."""
    core = _ITEM.sub("", sentence).strip(" \u3000。：:\n")
    match = _LEAD_OWNER.match(core)
    return match["who"] if match else core if 2 <= len(core) <= 8 and not re.search(r"[，,\d]", core) else ""


def _is_threshold(sentence: str, quantity: Quantity) -> bool:
    """Amounts that say which things are counted, not how much: 5000万元以上项目, 产值超10亿元的企业12家."""
    after = sentence[quantity.outer_end:]
    if quantity.rank or quantity.is_rate:
        return False
    if quantity.is_count and not quantity.is_money:
        return bool(re.match(r"^级|^(?:以上|以下)(?:学历|职称)", after))
    thing = (
        r"(?:工业|产业|制造业|重点|重大|外资|内资|高新|优质|大型|新|好|服务业|基础设施|基础设施建设|建设|产业链|龙头|骨干|规上|规模|上市|商贸|实体|先进制造业|旗舰|纳税|先进|战新|科技|内|省|市)*"
        r"(?:企业|项目|产业集群|产业链|集群|产业|园区|镇|乡镇|街道|村|大户|单位|龙头|重特大项目|户|合同|订单|人群|贷款)"
    )
    limit = re.search(r"以上|以下|以内|超|级|[-—~]|及以上|突破|过", quantity.qualifier + quantity.text) is not None or quantity.upper is not None
    if re.match(rf"(?:以上|以下)?(?:的)?{thing}", after) and (limit or not re.search(r"投资|融资|资金|补助|奖励|贷款|税收|销售|产值", sentence[:quantity.start][-10:])):
        counted = re.match(rf"(?:的)?{thing}(?:已|共|仍|总数)?(?:达到|达|为|有|增至|突破|超过|分别|新增|个数|数量|数)*\s*(?:约|近)?(?:[\d一二两三四五六七八九十]+|实现零|零的|[，。；、,;]|$)", after)
        return bool(limit or counted)
    return False


def _read_sentence(
    report: Report, section: Section, at: int, sentence: str, quantities: list[Quantity], lead: str, before_it: Draft | None,
) -> list[Draft]:
    carry = Carry(section, report, before=before_it)
    lists = find_lists(sentence, quantities)
    quoted = quoted_spans(sentence)
    previous_end = 0
    for index, quantity in enumerate(quantities):
        before = sentence[previous_end:quantity.outer_start]
        if re.search(r"[；;]", _masked(before, previous_end, quoted)):
            _next_segment(carry)
        around = _around(sentence, quantity, previous_end, quoted, quantities[index + 1] if index + 1 < len(quantities) else None)
        _read_context(carry, around, index == 0, lead)
        place = _segment(sentence, quantity.start)
        planned = lists.get(index)
        drafts = _from_list(carry, around, planned, at) if planned is not None else _from_quantity(carry, around, at, index, quantities, lead)
        for draft in drafts:
            draft.sentence = (at + place[0], at + place[1])
            carry.made.append(draft)
        previous_end = quantity.outer_end
    return carry.made


def _next_segment(carry: Carry) -> None:
    carry.segment_period = None
    carry.expected = carry.lasting
    carry.chain = None
    carry.subject = ""
    if carry.last is not None:
        carry.last = carry.head = None


def _segment(sentence: str, position: int) -> tuple[int, int]:
    """The ；-bounded part of the sentence around ``position``, without blanks at its ends."""
    start = max(sentence.rfind(c, 0, position) for c in "；;") + 1
    stops = [i for c in "；;" if (i := sentence.find(c, position)) >= 0]
    end = min(stops) + 1 if stops else len(sentence)
    part = sentence[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _masked(text: str, offset: int, quoted: list[tuple[int, int]]) -> str:
    """``text`` with delimiters inside quotation marks and whole parentheses blanked, so that none is seen there."""
    spans = [(a - offset, b - offset) for a, b in quoted]
    spans += [m.span() for m in re.finditer(r"[（(][^（()）]{1,24}[）)]", text)]
    if not spans:
        return text
    chars = list(text)
    for a, b in spans:
        for i in range(max(a, 0), min(b, len(chars))):
            if chars[i] in "，,、；;：:（()）。！？!? ":
                chars[i] = "\u00b7"
    return "".join(chars)


def _around(
    sentence: str, quantity: Quantity, previous_end: int, quoted: list[tuple[int, int]], following: Quantity | None,
) -> Around:
    before = sentence[previous_end:quantity.outer_start]
    masked = _masked(before, previous_end, quoted)
    cut, glue, last_end, listed = 0, "", 0, 0
    pieces: list[str] = []
    for match in DELIMITERS.finditer(masked):
        pieces.append(before[last_end:match.start()])
        if match[0] != "、":
            listed = match.end()
        if re.search(r"[；;。]", match[0]):
            pieces.clear()
        last_end = cut = match.end()
        glue = match[0]
    follow = sentence[quantity.outer_end:(following.outer_start if following else len(sentence))]
    context = tuple(p for p in pieces if p.strip())
    return Around(quantity, before[cut:], previous_end + cut, context, glue.strip() or glue, follow, before[listed:], following is not None and not follow)


def _read_context(carry: Carry, around: Around, first: bool, lead: str) -> None:
    """Let the clauses without numbers set period, status, subject and the 其中 chain."""
    for piece in around.context:
        plain = _ITEM.sub("", piece)
        if period := period_in(plain, carry.section.period, carry.report.period):
            if not re.search(r"比|较|自|规划|纲要|《", plain):
                carry.sentence_period = period
        if carry.expected and around.glue not in "、" and not is_expected(plain):
            carry.expected = False
        if is_expected(plain):
            carry.expected = True
        if subject := _SUBJECT.match(plain):
            carry.subject = subject["who"]
        elif len(plain) > 4:
            carry.subject = ""
    fragment = around.fragment
    growth = growth_in(fragment)
    if re.search(r"(?:由|从)[^，]{0,10}$", fragment):
        return  # the time of a value that something changed from is its own
    timed = fragment[:growth.start] if growth and growth.base else _COMPARED.sub("", fragment)
    if not around.quantity.rank and (period := period_in(timed, carry.section.period, carry.report.period)):
        if first and period_in(timed[:12], carry.section.period, carry.report.period):
            carry.sentence_period = period
        else:
            carry.segment_period = period
    if is_expected(fragment):
        carry.expected = True
        carry.lasting = carry.lasting or first and not around.context and re.match(r"\s*(?:预计|预期)", fragment) is not None
    if re.search(r"力争|确保|争取|已|仍|目前", fragment):
        carry.expected = carry.lasting = False
    if any("其中" in p for p in (*around.context[-1:], fragment)):
        carry.chain = _whole_for(carry, around.quantity) or carry.last or carry.before


def _whole_for(carry: Carry, quantity: Quantity) -> Draft | None:
    """The figure that 其中 divides: the last one of that measure that is no part itself and not smaller."""
    heads = [d for d in reversed(carry.made) if not d.member and d.kind is FigureKind.VALUE]
    larger = (d for d in heads if d.value is not None and _same_measure(d, quantity) and (d.unit != quantity.unit or d.value >= quantity.value))
    return next(larger, heads[0] if heads else None)


def _status(carry: Carry, around: Around) -> Status:
    if carry.expected:
        return Status.EXPECTED
    text = "，".join((*around.context[-2:], around.fragment)) + around.quantity.qualifier
    return status_of(text, carry.section.kind, carry.segment_period or carry.sentence_period, carry.section.period)


def _draft(carry: Carry, around: Around, indicator: str, scope: str, at: int, name_at: int | None = None) -> Draft:
    quantity = around.quantity
    start = around.fragment_start + name_at if name_at is not None else quantity.outer_start
    words = "，".join((*around.context[-1:], around.fragment))
    aims = "".join(w for w in ("力争", "争取", "确保") if w in words[-14:])
    unit = quantity.unit
    if unit in ("亿", "万", "万亿", "千万", "百万") and _MONEY_NAME.search(indicator):
        unit += "元"
    return Draft(
        indicator=indicator, scope=scope, start=at + min(start, quantity.outer_start), end=at + quantity.outer_end,
        period=carry.period, status=_status(carry, around), value=quantity.value, unit=unit,
        value_text=quantity.text, qualifier=aims + quantity.qualifier,
    )


def _from_list(carry: Carry, around: Around, planned: Zip, at: int) -> list[Draft]:
    """A quantity whose name a 分别 gives."""
    quantity = around.quantity
    if planned.skip:
        return []
    if planned.share and planned.give_back:
        owners = [d for d in carry.made if d.kind is FigureKind.VALUE][-planned.count:]
        match = SHARE.match(planned.noun)
        if match is None or len(owners) != planned.count:
            return []
        owner = owners[planned.position]
        share = _draft(carry, around, "占" + match["of"], owner.scope + owner.indicator, at)
        share.kind = FigureKind.SHARE
        return [share]
    if planned.year:
        name = name_of(planned.noun)
        yearly = _draft(carry, around, name.indicator or name.action, name.scope, at)
        yearly.period = Period.year(planned.year)
        carry.last = carry.head = yearly
        return [yearly] if yearly.indicator else []
    if planned.give_back:
        targets = [d for d in carry.made if d.kind is FigureKind.VALUE and d.value is not None][-planned.count:]
        if planned.position < len(targets) and len(targets) == planned.count:
            target = targets[planned.position]
            if target.growth is None:
                _give_growth(target, around, Growth(0, planned.sign, planned.base), at, planned.phrase)
                return []
        return []
    name = name_of(planned.noun)
    indicator, scope = planned.subject, planned.scope
    if name.indicator:
        indicator, scope = name.indicator, planned.subject
        if planned.scope:
            scope = planned.scope + scope
    draft = _draft(carry, around, indicator, _joined(scope, name.action), at)
    draft.start = min(draft.start, at + planned.start) if planned.position == 0 else draft.start
    if planned.sign:
        _as_growth(draft, quantity, planned.sign, planned.base, planned.phrase + quantity.text)
    elif quantity.unit == "%" and planned.share:
        draft.kind = FigureKind.SHARE
    elif quantity.rank:
        draft.kind = FigureKind.RANK
    carry.last = draft
    carry.head = draft
    return [draft]


def _joined(scope: str, action: str) -> str:
    return scope + action if not scope or not action or scope[-1] not in "，" else scope


def _as_growth(draft: Draft, quantity: Quantity, sign: int, base: str, text: str) -> None:
    draft.kind = FigureKind.GROWTH
    draft.growth, draft.growth_unit = _growth_value(quantity, sign)
    draft.growth_text, draft.growth_base = text, base
    draft.value, draft.unit, draft.value_text = None, "", ""


def _growth_value(quantity: Quantity, sign: int) -> tuple[Decimal, str]:
    if quantity.text.startswith("翻"):
        return (quantity.value - 1) * 100 * sign, "%"
    unit = "个百分点" if quantity.is_points else quantity.unit
    return quantity.value * sign, unit


def _give_growth(target: Draft, around: Around, growth: Growth, at: int, phrase: str = "") -> None:
    quantity = around.quantity
    target.growth, target.growth_unit = _growth_value(quantity, growth.sign)
    target.growth_text = (phrase or around.fragment[growth.start:]) + quantity.qualifier_before() + quantity.text + quantity.qualifier_after()
    target.growth_base = growth.base
    target.end = max(target.end, at + quantity.outer_end)


def _from_quantity(
    carry: Carry, around: Around, at: int, index: int, quantities: list[Quantity], lead: str,
) -> list[Draft]:
    quantity, fragment = around.quantity, around.fragment
    if quantity.rank or quantity.unit in ("位", "名", "强") and fragment.rstrip().endswith("前"):
        return _rank(carry, around, at)
    move = RANK_MOVE.search(fragment)
    if move is not None and quantity.unit in ("位", "名", "个") and (carry.last is not None and carry.last.kind is FigureKind.RANK or "名" in fragment or "位次" in fragment):
        return _rank_move(carry, around, move, at)
    if GOAL_AFTER.match(around.follow) and not COMPLETION.match(fragment):
        return _goal_behind(carry, around, at)
    if quantity.is_points or quantity.unit == "%":
        if gap := GAP.match(fragment):
            return _gap(carry, around, gap, at)
    if (growth := growth_in(fragment)) and (quantity.is_rate or not re.search(r"(?:增速|增幅|降幅)$", fragment)):
        return _growth(carry, around, growth, at, lead)
    if quantity.text.startswith("翻"):
        return _growth(carry, around, Growth(len(fragment), 1, ""), at, lead)
    if completed := COMPLETION.match(fragment):
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        if quantity.unit in ("%", "倍"):
            return _completion(carry, around, completed, at)
        if following is not None and following.unit == "%" and re.fullmatch(r"\s*的\s*", around.follow):
            return _printed_goal(carry, around, completed, at)
    if quantity.unit == "%" and fragment.strip() == "的" and carry.last is not None and carry.last.status is Status.TARGET and carry.head is not None:
        draft = _draft(carry, around, "完成" + carry.last.owner, carry.head.indicator, at)
        draft.kind, draft.status = FigureKind.COMPLETION, Status.DONE
        return [draft]
    if quantity.unit in ("%", "成", "‰"):
        if (share := SHARE.match(fragment)) and "占" in fragment:
            return _share(carry, around, share, at)
        if like := LIKENED.search(fragment):
            draft = _draft(carry, around, "相当于" + like["like"], carry.head.indicator if carry.head else "", at, like.start())
            draft.kind = FigureKind.SHARE
            return [draft]
    if quantity.is_points:
        return _points(carry, around, at)
    return _value(carry, around, at, lead)


def _points(carry: Carry, around: Around, at: int) -> list[Draft]:
    name = name_of(around.fragment)
    if name.empty or len(name.indicator) < 2:
        return []
    return [_draft(carry, around, name.indicator, name.scope, at, name.offset)]


def _growth(carry: Carry, around: Around, growth: Growth, at: int, lead: str) -> list[Draft]:
    quantity = around.quantity
    prefix = around.fragment[:growth.start]
    name = name_of(prefix)
    last = carry.last
    if last is not None and last.kind is FigureKind.SHARE and quantity.unit == "%":
        last = next((d for d in reversed(carry.made) if d.kind is FigureKind.VALUE), None)  # 占…的59.5%，增长25.6%
    joined = around.glue not in ("；", ";")
    if name.empty and not name.scope and (not name.action or name.action in ("累计", "合计")):
        if last is not None and joined and last.takes_growth and _fits(last, quantity):
            _give_growth(last, around, growth, at)
            return []
        if last is not None and last.growth is not None and joined and quantity.is_rate:
            draft = _draft(carry, around, last.indicator, last.scope, at)
            _as_growth(draft, quantity, growth.sign, growth.base, around.fragment[growth.start:] + quantity.text)
            return [draft]
        if around.context and not carry.made and (name := _topic(around.context[-1])) and not name.empty and len(name.indicator) <= 14:
            pass
        elif carry.head is not None and quantity.is_rate and joined:
            name = Name(carry.head.indicator, carry.head.scope)
        elif quantity.is_rate:
            return []
        else:
            return _value(carry, around, at, lead)
    indicator = name.indicator or name.action
    if indicator in ("增速", "增幅", "占比", "比重", "总量") and last is not None:
        indicator, name = last.indicator + indicator, replace(name, scope=name.scope or last.scope)
    if quantity.is_points and re.match(r"(?:合计|共|直接|共同)*(?:拉低|拉动|拉高|影响|带动)", prefix):
        return [_draft(carry, around, indicator + around.fragment[growth.start:].strip(), _joined(name.scope, name.action), at, name.offset)]
    scope = _joined(name.scope, name.action if name.indicator else "")
    draft = _draft(carry, around, indicator, scope, at, name.offset)
    if carry.chain is not None:
        if around.glue == "、" or "其中" in around.fragment or any("其中" in c for c in around.context[-1:]):
            draft.whole, draft.member = carry.chain, True
        else:
            carry.chain = None
    _as_growth(draft, quantity, growth.sign, growth.base, around.fragment[growth.start:] + quantity.text)
    carry.last = draft
    if not draft.member:
        carry.head = draft
    return [draft]


_MOVES = re.compile(r"(?:实现了?|保持|呈现?|继续|稳步|快速|持续|大幅|较快|平稳|均|逆势|加快|不断|明显|总体|有所|稳定|稳中|再创|创|跃上|突破|取得|增长|下降|回升|提升).*$")


def _topic(clause: str) -> Name:
    """What a clause without numbers speaks of: 全市工业投资实现了大幅增长."""
    return name_of(_MOVES.sub("", clause))


def _fits(last: Draft, quantity: Quantity) -> bool:
    """A count grows by % or by its own unit; a rate by points or %."""
    if quantity.is_rate:
        return True
    return last.unit[-1:] == quantity.unit[-1:]


def _gap(carry: Carry, around: Around, gap: re.Match[str], at: int) -> list[Draft]:
    about = name_of(gap["who"])
    what = carry.last or carry.head
    indicator = about.indicator or (what.indicator if what else "")
    if not indicator:
        return []
    if what is not None and indicator in ("增速", "增幅", "降幅", "增长速度", "平均增速"):
        indicator = what.indicator + indicator
    elif what is not None and not about.indicator and what.growth is not None:
        indicator = what.indicator + "增速"
    draft = _draft(carry, around, indicator, gap["phrase"], at, gap.start("phrase"))
    draft.kind = FigureKind.GAP
    draft.status = Status.DONE if draft.status is Status.DONE else draft.status
    return [draft]


def _completion(carry: Carry, around: Around, match: re.Match[str], at: int) -> list[Draft]:
    about = name_of(match["who"])
    owner = about.indicator or (carry.head.indicator if carry.head else carry.last.indicator if carry.last else "")
    draft = _draft(carry, around, "完成" + match["goal"], owner, at, match.start("phrase"))
    draft.kind, draft.status = FigureKind.COMPLETION, Status.EXPECTED if carry.expected else Status.DONE
    return [draft] if owner or about.scope else []


def _printed_goal(carry: Carry, around: Around, match: re.Match[str], at: int) -> list[Draft]:
    """完成年初目标|9.62亿元|的102.3%: the goal itself."""
    about = name_of(match["who"])
    indicator = about.indicator or (carry.head.indicator if carry.head else "")
    if not indicator:
        return []
    draft = _draft(carry, around, indicator, match["goal"], at, match.start("phrase"))
    draft.status, draft.owner = Status.TARGET, match["goal"]
    carry.last = draft
    if carry.head is None:
        carry.head = draft
    return [draft]


def _goal_behind(carry: Carry, around: Around, at: int) -> list[Draft]:
    """低于|4.3%|的年度目标: a goal inside a statement about what was reached."""
    stripped = re.sub(r"(?:未能?|没有|尚未|也|已|超额|顺利|圆满|提前)*(?:低于|高于|完成|达到|实现|超过|超|高出|未达到|离|距|距离|与)?(?:增长|增幅|增速)?(?:年初|全年|年度|考核)?$", "", around.fragment)
    name = name_of(stripped)
    growing = "增" in around.fragment[len(stripped):]
    about = carry.last
    indicator = name.indicator or (about.indicator if about else "")
    if not indicator:
        return []
    draft = _draft(carry, around, indicator, name.scope or (about.scope if about and not name.indicator else ""), at, name.offset if name.indicator else None)
    draft.status = Status.TARGET
    if draft.period is not None and not draft.period.is_year and re.search(r"年度|全年", around.follow[:8]):
        draft.period = Period.year(draft.period.last_year)
    if growing:
        _as_growth(draft, around.quantity, 1, "", around.fragment[len(stripped):] + around.quantity.text)
    return [draft]


def _share(carry: Carry, around: Around, match: re.Match[str], at: int) -> list[Draft]:
    about = name_of(match["who"])
    if "、" in around.listed and about.indicator and not carry.chain:
        about = name_of(around.listed[:around.listed.rfind(match["phrase"])]) if match["phrase"] in around.listed else about
    who = about.scope + about.indicator
    if not who and carry.last is not None and carry.last.kind is FigureKind.SHARE:
        who = carry.last.owner
    if not who and carry.last is not None:
        who = carry.last.scope + carry.last.indicator if carry.last.scope else carry.last.indicator
        if "合计" in match["phrase"] or "合计" in match["who"]:
            who = "合计"
    who = who or carry.subject
    of = match["of"].strip()
    indicator = "占" + of if of else (who + "占比")
    draft = _draft(carry, around, indicator, who if of else about.scope, at, match.start("phrase") if not about.indicator else about.offset)
    draft.kind, draft.owner = FigureKind.SHARE, who
    if not of and not who:
        return []
    carry.last = draft
    return [draft]


def _rank(carry: Carry, around: Around, at: int) -> list[Draft]:
    fragment = around.fragment
    if carry.last is not None and carry.last.kind is FigureKind.RANK and re.match(r"(?:提升|上升|前移|升|跃升|下降|降|后移|退)(?:到|至|为)", fragment):
        moved = _draft(carry, around, carry.last.indicator, carry.last.scope, at)
        moved.kind, moved.unit = FigureKind.RANK, "位"
        carry.last = moved
        return [moved]
    where = RANK.sub("", re.sub(r"(?:进入|跻身)?(?P<place>[^，]{0,14}?)前\s*$", r"居\g<place>", fragment))
    where = re.sub(r"(?:位居|居|列|排名|排位|排在|位列|名列|排|稳居)(?P<w>[^，]{0,14})$", r"\0\g<w>", where)
    before, _, place = where.rpartition("\0") if "\0" in where else ("", "", where)
    name = name_of(before) if before else Name("")
    placed = name_of(place)
    aspect = re.search(r"增速|增幅|总量|规模", fragment)
    indicator, scope = name.indicator or "", placed.scope + placed.indicator
    if not indicator and re.fullmatch(r"(?:在)?(?:世界|全球|同类开发区|全[省市国区县州].{0,8}|.{0,6}(?:省|市|国家级?|县|区|开发区|高新区)(?:中)?)?", scope) and carry.last is not None:
        indicator = carry.last.indicator
    elif not indicator:
        indicator, scope = scope, ""
    valued = next((d for d in reversed(carry.made) if d.kind in (FigureKind.VALUE, FigureKind.GROWTH)), carry.last)
    if valued is not None and indicator in ("", "增速", "增幅", "总量", "规模", valued.indicator):
        indicator = valued.indicator + (aspect[0] if aspect else "")
    if not indicator:
        return []
    draft = _draft(carry, around, indicator.rstrip("中"), scope, at, placed.offset)
    draft.kind = FigureKind.RANK
    draft.unit = "位"
    carry.last = draft
    return [draft]


def _rank_move(carry: Carry, around: Around, move: re.Match[str], at: int) -> list[Draft]:
    name = name_of(around.fragment[:move.start()])
    indicator = name.indicator or (carry.last.indicator if carry.last else "")
    if not indicator:
        return []
    draft = _draft(carry, around, indicator, (move["base"] or "") + move["verb"], at, move.start())
    draft.kind = FigureKind.RANK_CHANGE
    draft.unit = "位"
    if move["verb"] in ("后移", "下降", "后退", "退"):
        draft.value = -around.quantity.value
    return [draft]


def _value(carry: Carry, around: Around, at: int, lead: str) -> list[Draft]:
    quantity, fragment = around.quantity, around.fragment
    if not fragment.strip() and around.context and around.glue[:1] in "：:（(":
        if around.glue[:1] in "（(" and (quantity.is_rate or not carry.made and not around.context):
            return []
        name = name_of(around.context[-1])
    else:
        name = name_of(fragment)
        if (start := re.search(r"^(.{2,}?)(?:由|从)(.{1,10})$", fragment)) and re.match(r"(?:左右|以上)?[，]?(?:的水平)?(?:提高|增加|上升|提升|下降|降|减少|扩大|增|压|缩|升|调整|发展|增长)", around.follow):
            name = replace(name_of(start[1]), source=True)
    noun = following_noun(around.follow) if not re.match(r"[，。；、：,;:！？\s）)]", around.follow[:1] or "，") else ""
    if noun and _COUNTABLE_STOP.match(noun) or quantity.is_rate and around.follow.startswith("的"):
        return []
    if not around.follow and quantity.is_count and around.touches:
        return []  # 解决三个1亿人问题
    if quantity.chinese and quantity.is_count and _ABSTRACT.match(noun):
        return []  # 抓好五项行动 announces a list
    if quantity.chinese and quantity.value == 1 and (noun or not name.indicator):
        return []  # 一个, 一项 … of running text
    if len(noun) == 1 and re.match(r"[市县区省镇乡村]、", around.follow):
        noun = ""
    name, noun = _with_noun(name, noun, around)
    if quantity.is_rate and name.empty and "力争" in fragment and carry.last is not None and carry.last.kind is FigureKind.GROWTH:
        draft = _draft(carry, around, carry.last.indicator, carry.last.scope, at)
        _as_growth(draft, quantity, 1, carry.last.growth_base, quantity.text)
        return [draft]
    if name.empty and not name.action and not name.scope and _is_goal_value(carry, around):
        last = carry.last
        assert last is not None
        last.kind, last.value, last.unit, last.value_text = FigureKind.VALUE, quantity.value, quantity.unit, quantity.text
        last.qualifier = ("力争" if "力争" in fragment else "") + quantity.qualifier
        last.end = at + quantity.outer_end
        return []
    if around.glue[:1] in ("（", "(") and carry.last is not None and not around.context and _same_measure(carry.last, quantity):
        carry.chain = carry.last if not carry.last.member else carry.chain
    if around.glue[:1] in ("）", ")"):
        carry.chain = None
    if re.fullmatch(_WIDE_PLACE, name.indicator) and not quantity.is_rate:
        if not noun:
            return []
        behind = name_of(noun)
        name = Name(behind.indicator or noun, name.indicator, name.action + behind.action, name.offset)
    if quantity.unit == "%" and (changed := re.search(r"(压减|压降|减少|降低|下降|缩减)$", name.action)) and name.indicator:
        draft = _draft(carry, around, name.indicator, name.scope, at, name.offset)
        _as_growth(draft, quantity, -1, "", changed[1] + quantity.text)
        return [draft]
    if re.match(r"[^，。、；]{2,16}?(?:项目|工程|装置|生产线|机组)", around.follow) and quantity.unit.lstrip("万亿千百十") in ("吨", "千瓦", "兆瓦", "标箱"):
        return []  # 120万吨轻烃综合利用项目: the capacity is part of the project's name
    if quantity.unit == "岁" and not re.search(r"寿命|年龄", name.indicator):
        return []
    if "、" in around.listed and re.search(r"[两三四五六七八九十\d](?:大|个|家|类)|等", name.scope):
        name = replace(name, scope=name_of(around.listed).scope or name.scope)
    whole = carry.chain
    if whole is not None and re.fullmatch(rf".*{_PLACE}", name.indicator) and not name.action and not quantity.is_count and _same_measure(whole, quantity):
        name = Name("", name.scope + name.indicator, "", name.offset)
    if whole is not None and not _same_measure(whole, quantity):
        whole = None
        if around.glue not in ("、",) and "其中" not in fragment and not any("其中" in c for c in around.context[-1:]):
            carry.chain = None
    indicator, scope = name.indicator, name.scope
    if not indicator:
        indicator, scope = _completed(carry, name, quantity, whole, lead)
    if not indicator or not _is_name(indicator, quantity):
        return []
    if name.indicator:
        scope = _joined(scope, name.action)
        scope = scope or _inherited(carry, indicator, around, whole, lead)
    draft = _draft(carry, around, indicator, scope, at, name.offset if fragment.strip() else None)
    draft.action = name.action
    if whole is not None:
        draft.whole, draft.member = whole, True
    if name.source:
        draft.period = _earlier(carry, around)
        draft.status = Status.DONE
        draft.owner = "由"
    elif name.level and carry.last is not None and carry.last.owner == "由" and not name.indicator:
        pass
    if re.search(r"总投资|概算|投资概算", fragment) and around.follow.startswith("的") and carry.section.kind is SectionKind.PLAN:
        draft.status = Status.DONE  # what a project costs is stated, not aimed at
    carry.last = draft
    if not draft.member:
        carry.head = draft
    return [draft]


def _is_goal_value(carry: Carry, around: Around) -> bool:
    """总产值增长12%，力争突破|160亿元|: the amount that the growth before it leads to."""
    last, quantity = carry.last, around.quantity
    return (
        last is not None and last.kind is FigureKind.GROWTH and last.value is None and not quantity.is_rate
        and around.glue in ("，", ",", "") and not quantity.is_count and not around.context
    )


def _same_measure(whole: Draft, quantity: Quantity) -> bool:
    return whole.unit.lstrip("万亿千百十") == quantity.unit.lstrip("万亿千百十") or (quantity.unit in _PLAIN and whole.unit in _PLAIN)


def _with_noun(name: Name, noun: str, around: Around) -> tuple[Name, str]:
    """Decide whether the noun behind the number names it (选派|十名|年轻干部)."""
    quantity = around.quantity
    if not noun:
        return name, ""
    if around.follow.startswith("的"):
        if quantity.is_rate or quantity.is_count and name.indicator:
            return name, ""
        if name.indicator:  # 总投资12亿元的X项目
            owner = name_of(noun)
            return Name(name.indicator, owner.scope + owner.indicator or name.scope, "", name.offset, name.times), ""
    if quantity.is_rate:
        return name, ""
    listed = re.search(r"等$", around.fragment.strip())
    apposed = quantity.is_count and quantity.unit in ("个", "家", "项", "名", "座", "条", "所", "处", "件", "位", "宗", "类", "种", "只", "支", "户", "所", "套", "台")
    short = len(name.indicator) == 1 or name.indicator in ("总面积", "共")
    if name.empty or listed or apposed or short:
        behind = name_of(noun)
        core = behind.indicator or noun
        scope = name.scope + name.indicator if name.indicator else name.scope
        if listed and "、" in around.listed:
            scope = re.sub(r"^[^、]{2,8}(?:对|在|将|把|向|包括|涉及)(?=[^、]{2,}、)", "", name_of(around.listed).indicator)
        return Name(core, scope, name.action + (behind.action if behind.indicator else ""), name.offset, name.times, name.source, name.level), noun
    return name, ""


def _completed(carry: Carry, name: Name, quantity: Quantity, whole: Draft | None, lead: str) -> tuple[str, str]:
    """An elliptical clause (竣工13.5万平方米, 累计达到46家): the missing half comes from the last figure."""
    last = carry.last if carry.last is not None and carry.last.member and whole is not None else whole or carry.last
    action = name.action
    if last is not None and last.value is not None and _same_measure(last, quantity) and not last.unit == "%":
        if not action or name.level or whole is not None or re.search(_ELLIPTIC, action):
            if last.owner == "由":
                return last.indicator, last.scope
            return (last.indicator, name.scope + action) if action or name.level or name.scope or whole is not None else ("", "")
    if action and len(action) >= 2 and action not in ("累计", "合计", "共计", "新增", "完成", "实现", "达到", "总", "占", "安排", "使用", "落实", "取得", "形成", "包括", "涉及", "拥有", "现有", "共有"):
        return action, name.scope or carry.subject
    if name.scope:
        return action or name.scope, name.scope if action else ""
    if action in ("涉及", "惠及", "累计", "新增", "总") and last is None and lead:
        return lead, action
    return "", ""


def _is_name(indicator: str, quantity: Quantity) -> bool:
    if not re.search(r"[\u4e00-\u9fffA-Za-z]", indicator) or len(indicator) > 40:
        return False
    if len(indicator) == 1 and indicator not in "村镇乡人户县市":
        return False
    return not _ROLE_NOUN.match(indicator)


def _inherited(carry: Carry, indicator: str, around: Around, whole: Draft | None, lead: str) -> str:
    """What was said earlier in the sentence and holds on: the whole's action, a list's verb, a project as owner."""
    last = carry.last
    if whole is not None:
        return whole.scope
    if last is not None and _OWNED_BY_COUNT.match(indicator) and re.search(r"项目|企业|工程|用地", last.indicator):
        return last.scope + last.indicator if len(last.scope) <= 6 else last.indicator
    if last is not None and around.glue == "、" and last.action and not around.context:
        return last.action
    if re.fullmatch(r"(?:工业)?(?:总产值|产值|营业收入|销售收入|主营业务收入|增加值|利润|利润总额|利税|销售额)", indicator):
        if match := next((m for c in reversed(around.context) if (m := _LEAD_OWNER.match(_ITEM.sub("", c)))), None):
            return match["who"]
        if last is not None and last.scope and last.indicator != indicator:
            return last.scope
        title = _ITEM.sub("", carry.section.path[-1]) if carry.section.path else ""
        owner = _LEAD_OWNER.match(lead) or _LEAD_OWNER.match(title)
        return owner["who"] if owner else title if 2 <= len(title) <= 6 and not carry.subject and len(carry.section.path) > 1 else carry.subject
    return carry.subject


def _earlier(carry: Carry, around: Around) -> Period | None:
    """When the value before a change held: the year printed with it, else the year before for 上年, else unknown."""
    here = carry.period
    printed = re.search(r"(20\d\d)年", around.fragment)
    if printed:
        return parse_period(printed[0])
    if here is not None and re.search(r"去年|上年", around.fragment):
        return here.shifted(-1)
    return None

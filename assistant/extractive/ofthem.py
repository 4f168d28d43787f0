"""Of how many, or how much, of a thing something was done: 收集问题149个，办结138个, where 解决掉了几个 is asked.

The whole is told first and what was done with it right behind, by a word of its own, which questions say otherwise.
"""

from __future__ import annotations

import itertools
import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import Outcome, resolve, slot_of
from assistant.extractive.rates import told_behind
from assistant.extractive.single import answer_found
from assistant.facts import Facts
from assistant.records import Aspect, Operation, Query
from index.records import Figure, FigureKind, Status

__all__ = ["answer_of_them", "deed_asked"]

#: How questions say that a thing was done with some of what was counted, and how reports print it.  Whether something came about
#: (:mod:`assistant.events`) any later stage shows as well; how many came to a stage only that stage tells.
_DEEDS: tuple[tuple[str, str], ...] = (
    ("解决|办(?:完|好|结|成|妥)|搞定|处理(?:完|好|掉)|化解", "办结|解决|化解|整改|处理|落实|销号"),
    ("整改|改(?:完|好|到位)|销号", "整改|销号|改正"),
    ("关(?:掉|停|闭|门)|取缔", "关停|关闭|取缔|淘汰"),
    ("(?:动|开)(?:了)?工|开建|破土", "开工|动工|开建"),
    ("竣工|完工|干完|建完|做完|建成|修完|收官", "竣工|完工|建成"),
    ("投产|投用|用上", "投产|投用|启用"),
    ("收(?:回|上)来?", "收回"),
    ("拨(?:出|付|下|到)|发(?:出|放|下|到)|兑现|兑付|到账|花(?:掉|出)", "拨付|发放|兑付|兑现|下达|到账|支出"),
    ("落地|落户|注册", "落地|注册|落户"),
    ("入驻|住进|搬进|租出|用起来", "入驻|出租|入住"),
    ("退(?:库|出|规)", "退库|退出|退规"),
    ("拆(?:掉|完|除)", "拆除|拆"),
    ("搬(?:走|完|迁)|腾", "搬迁|腾空|腾退"),
    ("交付|交(?:了|掉)?房|交到", "交付"),
    ("盘活|用起来", "盘活"),
)
_AFTER = "(?:了|的|掉|完|到位|下去|出去|进去|起来|过来|来|去)*"
_ANY_DEED = "|".join(f"(?:{said})" for said, _ in _DEEDS)
_ASKED = re.compile(
    f"(?P<verb>{_ANY_DEED}){_AFTER}(?:一共|总共|只|仅|才|就|都|能|大约|大概|约)*(?:有|是|为|占)?"
    "(?:几|多少)(?:[个家户项件宗套亩人处条台]|万|亿|平|元|钱|面积)?"
    f"|(?:有|最后|最终|真正)*(?:几|多少)[个家户项件宗套处条][㐀-鿿]{{2,8}}?(?P<last>{_ANY_DEED}){_AFTER}[？?。]*$"
)
_LEAST = 2  # characters of what was counted
_BEHIND = 60  # characters behind the whole within which it is told


def deed_asked(query: Query) -> str:
    """How reports print what was done with some of them, alternatives of a regular expression; "" where it isn't asked for."""
    asked = _ASKED.search(query.bare)
    if asked is None or query.operation is not Operation.ONE or query.aspect is not Aspect.VALUE or query.status not in (None, Status.DONE):
        return ""
    return next(told for said, told in _DEEDS if re.fullmatch(said, asked["verb"] or asked["last"]))


def answer_of_them(drafting: Drafting, query: Query) -> bool:
    """Say the part for which it was done; False, with nothing said, where the whole isn't told or nothing of the kind behind it."""
    printed = deed_asked(query)
    for words in _wholes(query) if printed else ():
        slot = slot_of(query, words, unit="")
        whole = resolve(drafting.facts, slot, abroad=False).figure
        if whole is None or whole.kind is not FigureKind.VALUE or re.search(printed, whole.scope + whole.indicator):
            continue
        again = [f for f in drafting.facts.figures([whole.zone], [whole.period] if whole.period else []) if _counts_the_same(f, whole)]
        for one in itertools.chain.from_iterable(_beside(drafting.facts, f) for f in (whole, *again)):
            part = _done(drafting.facts, one, printed)
            if part is not None:
                return answer_found(drafting, query, Outcome(slot, part))
    return False


def _counts_the_same(figure: Figure, whole: Figure) -> bool:
    """去年签的41个项目, of 新签约项目41个: told again, where what became of them is."""
    same = (figure.value, figure.unit, figure.report_id, figure.status) == (whole.value, whole.unit, whole.report_id, whole.status)
    return same and figure.id != whole.id and figure.indicator[-2:] == whole.indicator[-2:]


def _beside(facts: Facts, whole: Figure) -> list[Figure]:
    """A figure, and the same told in another unit right behind it: 7宗、382亩."""
    text = facts.report(whole.report_id).text
    told = facts.figures([whole.zone], [whole.period] if whole.period else ())
    twice = (f for f in told if f.report_id == whole.report_id and 0 < f.start - whole.end <= 4 and text[whole.end : f.start].strip() in ("、", ""))
    return [whole, *twice]


def _wholes(query: Query) -> list[str]:
    """What may have been counted, as it is asked for: the topic, or the phrase without what was done."""
    phrase = "".join(query.indicators)
    without = re.sub(f"(?:以?后|之后)?(?:最终|最后|真正|真|已经?)*(?:{_ANY_DEED}){_AFTER}$", "", phrase)
    said = (query.topic, without)
    nouns = (w.rsplit("的", 1)[-1] for w in said if "的" in w)  # 走访企业收上来的问题
    return [w for w in dict.fromkeys((*said, *nouns)) if len(w) >= _LEAST]


def _done(facts: Facts, whole: Figure, printed: str) -> Figure | None:
    """The figure behind the whole, in its sentence, that is told by one of these words and is no more than it."""
    text = facts.report(whole.report_id).text
    for part in told_behind(facts, whole):
        clause = re.split("[，。；、,;]", text[whole.end : part.end + 6])
        said = part.scope + part.indicator + "".join(c for c in clause if part.value_text in c)
        if part.start <= whole.end + _BEHIND and re.search(printed, said):
            return part
    return None

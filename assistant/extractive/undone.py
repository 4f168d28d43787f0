"""What was done with things and what wasn't, what has gone and what is left: a question of the one is no question of the other.

Reports tell both side by side (处置闲置土地240亩，还有130亩未处置; 新增21家、退出8家，年末186家), so a name alone fits either.  What is said
of a number stands in its own clause, and only there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.facts import Facts
from assistant.linking import dimension
from index.records import Figure

__all__ = ["TERMS", "of_another_state", "own_clause"]

#: Names that hold a word of what is not done.
TERMS = re.compile(
    "批而未[供用]|供而未用|未(?:来|成年|名)|没收|(?:结|业|富|剩)余(?=劳动力|价值)|余额|[一其]些?余"
    "|没有?(?:直接|单独|明确|另外)?(?:写|给|说|列|印|提|报)[出明过]?"
)
_NOT = re.compile("(?:没(?:有|能)?|未(?:能|曾)?|尚未|还没有?)(?:再|按期|按时|如期|及时|完全|全部|正式|实际|真正|予)*(?P<verb>[㐀-鿿]{1,2})")
_DEALT = re.compile(
    "处置|消化|盘活|化解|清理|清退|办结|办成|解决|整改|"
    "偿还|归还|还清|清偿|出清|收回|去化|销号|销售|卖[出掉]|出让|售出|成交|履约|腾退"
)
#: Said by a question that asks for what is left.
_ASKS_LEFT = re.compile("[没未]|剩|尚|积压|存量|库存|余下|待(?=[售处消化办整]|盘活)|还(?:有|欠|压|趴|挂)")
#: Said by a report of what is left.
_TELLS_LEFT = re.compile("[没未缺欠差]|剩|尚|积压|存量|库存|遗留|[还仍]有|正在|推进|待|停|拖|其余|余下|空置|前期")
#: What has left a stock, each with what else it is called.
_GONE = (
    ("退库", "退出", "退规", "退统", "出库", "减少"), ("注销", "吊销"), ("停产", "停工", "停业", "歇业"),
    ("搬走", "搬离", "迁出", "外迁", "转移", "流失"),
    ("摘牌", "除名", "取消资格", "撤销资格", "丢资格", "撤销", "未通过", "未过", "没过"), ("解约", "终止", "解除", "毁约", "黄", "撤资", "作废"),
)  # fmt: skip
_THERE = re.compile("[年期月]末|[年月]底|年初|现有|存量")
_EDGES = "，,。；;：、|（）()\n"


def own_clause(facts: Facts, figure: Figure) -> str:
    """The clause that a number stands in; "" of a table, whose rows are no clauses."""
    if figure.in_table:
        return ""
    text = facts.report(figure.report_id).text
    start = max(text.rfind(mark, 0, figure.start) for mark in _EDGES) + 1
    told = re.compile(f"[^{re.escape(_EDGES)}]*").match(text, figure.start)
    return text[max(start, figure.sentence_start) : max(figure.end, told.end() if told is not None else 0)]


@lru_cache(maxsize=1_024)
def _asked(phrase: str) -> tuple[str, bool, bool, tuple[tuple[str, ...], ...]]:
    """A phrase without names, whether it asks for what is left and for what was done, and for what has gone; kept: asked with every number."""
    asked = TERMS.sub("", phrase)
    gone = tuple(group for group in _GONE if any(w in asked for w in group[:5]))
    return asked, _ASKS_LEFT.search(asked) is not None, _DEALT.search(_NOT.sub("", asked)) is not None, gone


def of_another_state(facts: Facts, figure: Figure, phrase: str) -> bool:
    """Whether a phrase asks for what was done and a number is of what wasn't, or the other way round; or for what has gone, told of what is there."""
    asked, left, dealt, gone = _asked(phrase)
    name = TERMS.sub("", figure.scope + figure.indicator)
    if not (left or dealt or gone or _NOT.search(name)):
        return False
    own = name + "，" + TERMS.sub("", own_clause(facts, figure))
    told = _TELLS_LEFT.search(own) is not None
    if gone and dimension(figure.unit) in ("个", "人") and not any(w in own for group in gone for w in group):
        return True
    if left:
        return not told and (_DEALT.search(name) is not None or _NOT.search(asked) is not None)
    undone = [m["verb"] for m in _NOT.finditer(own)]
    if any(len(verb) > 1 and verb in asked for verb in undone):
        return True
    if not dealt or _DEALT.search(own):
        return False
    if _THERE.search(own):
        return True  # 消化多少批而未供土地, of 年末批而未供土地1517亩
    sentence, at = facts.sentence(figure), figure.end - figure.sentence_start
    later = not _DEALT.search(sentence[:at] + "".join(figure.path)) and _DEALT.search(sentence[at:]) is not None
    return told or later  # 收集问题187个，办结179个: of the first nothing is said but that they were raised

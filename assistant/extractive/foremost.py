"""Who comes first, where a sentence says so: 锐川化工实现产值84.9亿元，居全区第一."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import cues
from assistant.extractive.drafting import Drafting
from assistant.extractive.extremes import A_PLACE
from assistant.extractive.groups import group_asked
from assistant.extractive.quoting import say_sentence
from assistant.extractive.scoping import scope_reports
from assistant.extractive.sentences import NAMED, Sentence, units
from assistant.extractive.textual import ranked_sentences
from assistant.extractive.wanted import KINDS, Asked
from assistant.records import Operation, Query
from assistant.terms import find_terms
from index.figures.companies import TRADE

if TYPE_CHECKING:
    from index.retrieval import ZoneRetriever

__all__ = ["answer_extreme"]

FIRST = re.compile(
    "最(?![大高突强]出?的?(?:短板|问题|困难|难题|优势|特点|亮点|变化|挑战|瓶颈|制约|民生|政治|底气|限度|努力|程度|实际|堵点|风险|变量|矛盾))(?!多跑|[终后近新初美佳]|低生活|高人民|高(?:涨|达|可|限|不|时)|严格)|仅次于|第一(?![，,、：:是]|种|时间|批|期|线|步|产业|书记|轮|阶段|责任|要务|季|季度|台|份|笔|次|条)|首位|榜首|之首|(?<!单项)(?<!隐形)冠军|头把交椅|居首|领先|龙头(?!企业|项目|带动|引领|作用)|唯一|头一?名|第1|前[两三四五六七八九十](?:位|名|强|甲)|排名?首|拔得?头筹|一马当先"
)
FOREMOST = re.compile(
    "[居列排位][^，。；]{0,8}(?:之首|首位|第一|第1(?!\\d)|榜首)|居首|头把交椅|第一大户"
    r"|[居列排]前[两三四五六七八九十\d]+[位名][^，。；]{0,8}(?:依次|分别)"
)
_SIZED = re.compile("[㐀-鿿]{2}(?:超过?|过|突破)[一二三五十百千\\d.]+[百千]?[万亿]元?(?:以上)?的?(?:规上|工业)*(?:企业|公司|单位|项目)")
_NONE = re.compile("空白|不强|不大|偏[小少弱低]|缺乏|缺少|尚无|还没有|零的突破")  # 龙头不强，产值超百亿元企业至今是空白 names nobody
_KIND = re.compile("企业|公司|项目|园区|产业")
BOTH = 0.5  # of the asked words, in two sentences
BY_NAME = re.compile(rf"{NAMED.pattern}|[㐀-鿿]{{2,8}}以\d")


def answer_extreme(drafting: Drafting, query: Query, retriever: ZoneRetriever) -> bool:
    """纳税最多的是哪家企业: where a sentence says who comes first; False when none does."""
    asks_who = re.search("谁|哪|什么|啥|(?:企业|公司|项目|单位|人)[?？]?$", query.text)
    if not asks_who or len(drafting.facts.placed(query)) != 1 or query.direction < 0:
        return False
    ids = scope_reports(drafting.facts, query)
    if query.periods:  # who came first in another year is told by the report of that year
        ids = [r for r in drafting.facts.reports_of((), query.periods) if r in ids] or ids
    ranked = ranked_sentences(drafting, replace(query, operation=Operation.WHO), retriever, ids)
    phrase = "".join(query.indicators)
    how = re.search("最[㐀-鿿]", query.text) if not phrase else None  # 哪个最大: said of nothing, in these words or not at all
    first = re.compile(how.group()) if how is not None else FIRST
    kind = _KIND.search(phrase)
    other = re.compile(f"最[大高多强]的?[㐀-鿿]{{0,6}}(?!{kind.group()})(?:项目|企业|公司|园区|产业|单体|平台)") if kind is not None else None
    ranked = [s for s in ranked if other is None or other.search(s.text) is None]  # 全年最大的签约项目 is no firm
    near = (s for s in ranked[:3] if s.coverage >= 0.5 and not s.table and not _NONE.search(s.text))
    found = next((s for s in near if FIRST.search(s.text) and first.search(s.text) and (kind is None or _names_one(s.text, kind.group()))), None)
    named = [w for t in find_terms(phrase) if not KINDS.fullmatch(w := phrase[t.start : t.end])] or [re.sub(f"(?:{_KIND.pattern})$", "", phrase)]
    words = [{w, *(other for group in cues.SYNONYMS if w in group for other in group)} for w in named if w]  # 交税最多的是谁: 纳税…，居园区首位
    told = (s for s in ranked[:6] if words and FOREMOST.search(s.text) and all(any(w in s.text for w in alike) for alike in words))
    found = found or next((s for s in told if not s.table), None)
    if query.first > 1:  # 交税最多的前三家: 纳税居前三位的企业依次为…
        few = re.compile(f"前(?:{query.first}|{'零一二三四五六七八九十'[query.first % 11]})(?:位|名|强|家|个|大)?")
        found = next((s for s in ranked[:6] if few.search(s.text) and all(any(w in s.text for w in alike) for alike in words)), None)
    found = found or _first_of_them(drafting, query, ids)
    group = group_asked(query)
    placed = group is not None and A_PLACE.match(group.noun) is not None
    if found is None or (placed and group is not None and not _tells_of_a_place(drafting, found.text, group.noun)):
        return False
    say_sentence(drafting, replace(query, operation=Operation.WHO), found)
    return True


def _tells_of_a_place(drafting: Drafting, text: str, noun: str) -> bool:
    """Whether a sentence names a place where one is asked for: 颢缆科技居全区首位 is no 片区."""
    return re.search(f"[㐀-鿿]{re.escape(noun)}", text) is not None or any(scope in text for scope in drafting.facts.scopes)


def _names_one(text: str, kind: str) -> bool:
    """Whether a clause that says 最大 or 第一 names one of the kind: 餐饮住宿受冲击最大 is of no firm."""
    clauses = re.split("[，,；;。]", text)
    near = ("，".join(clauses[max(0, i - 1) : i + 2]) for i, c in enumerate(clauses) if FIRST.search(c))
    named = _FIRM if kind in ("企业", "公司") else BY_NAME
    return any(kind in c or named.search(c) for c in near)


_FIRM = re.compile(f"[㐀-鿿]{{2,6}}{TRADE}|集团|公司")


def _first_of_them(drafting: Drafting, query: Query, ids: Sequence[str]) -> Sentence | None:
    """甲以9.7亿元居各企业之首: what of is said in the sentence before."""
    asked = Asked(query)
    read = [(r, u) for r in ids for u in units(drafting.facts, r) if not u.table]
    asked.weigh([u for _, u in read])
    best: tuple[float, Sentence] | None = None
    for (_, before), (report_id, u) in itertools.pairwise(read):
        if _SIZED.search(u.text):  # 纳税超千万元企业34家，甲居首: of what it counts itself
            continue
        if FOREMOST.search(u.text) and BY_NAME.search(u.text) and before.path == u.path and 0 <= u.start - before.end <= 2:
            held = asked.covered(before.text + u.text, before.grams | u.grams)
            if held >= BOTH and (best is None or held > best[0]):
                best = held, Sentence(report_id, u.start, u.end, u.text, u.whole, u.path, 0.0, held)
    return best[1] if best else None

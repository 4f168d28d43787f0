"""The words of a question as they are looked for in sentences, weighed by how rare they are in the reports."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant import cues
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from assistant.terms import find_terms
from index.glossary import aliases, normalise
from index.numbers import NUMERALS

__all__ = ["Asked", "says_nothing"]

JOINED = 0.3  # weight of two characters that stand together in no run of the question
ASIDE = 0.5  # weight of what is said beside the asked phrase
LIKE = 0.9  # of the weight of a word: one of the same meaning
KINDS = re.compile(
    "所在单位|所在企业|企业|公司|项目|单位|部门|园区|片区|学校|产业|产品|工程|平台|品牌|行业|领域|板块|城市|国家|地方|姓名|名字|名称|叫什么"
)
_ROADS = re.compile("(?<![铁公思出])路(?=(?:都|分别|主要)?[有是]?哪)|(?<=条)路")  # the kind of 甲大道、乙路、丙路三条道路
# 是哪艘飞船, 设在哪几个城市: what closes a question after 哪 is the kind of the answer, no word of it.
KIND_CLOSING = re.compile("哪(?:一|几|[两三四五六七八九十])?[㐀-鿿]([㐀-鿿]{2,4})[?？。]?$")
APART = re.compile("(?<=[开动竣完投上揭挂签奠通点封送落复停获达打合下])的(?=[工产市牌约基车火关电水户地批标桩龙顶线幕])")  # 哪天开的工
FAILED = re.compile("不(?:行|好|理想|佳|景气|给力)|[没未][㐀-鿿]{0,5}|[㐀-鿿]{0,3}(?:这么|那么)[㐀-鿿]{0,2}")
FAILING = re.compile("[没未猛这那]")
HOW_WORD = re.compile("怎么|怎样|如何|咋")
SINGLE = frozenset(w for group in cues.SYNONYMS for w in group if len(w) == 1)  # 被停了, 卖了
ASKING = re.compile("(?:干|做|搞|抓|办)(?:些|点|了)*(?:什么|啥)|(?:什么|哪些|啥)(?:类型|种类|样的)?|哪几|哪个|哪|怎么|怎样|咋|类型|种类")
SPEAKER = re.compile(  # 主任述职时说: who says it, and where
    "(?:主任|书记|[区县市局]长|管委会|党工委|领导|负责人)?在?"
    "(?:述职(?:报告)?(?:会上|[里中上时])?(?:说|讲|提到?|称|指出)?|(?:汇报|讲话|发言|通报|公报|总结|要点|材料)(?:材料)?(?:会上|[里中上时](?=说|讲|提|称|指|的|要))(?:说|讲|提到?|称|指出)?)"
)
NUMBERED = re.compile("(?:的)?[两三四五六七八九十]+(?:家|个|项|名|位|种|类)(?=企业|公司|项目|产品|单位|园区|片区|$)")  # 三家, in a report 3家
COUNTED = re.compile("([两三四五六七八九十])(?:大|个|项|条|件|类|种|座|所|家|方面)+(?:的)?(?=[㐀-鿿“])")  # 三大攻坚战是哪三个
MADE = re.compile("(?<![工电水药])厂家?造?$")  # 哪家厂造的, but 绿色工厂
# What a question says beside its words; 人才, 就业, 国有, 有色, 出让, 都市 hold no such word.
GENERIC = re.compile(
    "[那这](?:个|家|篇|份|条|座|次|笔|批|块|件|项|种|位|类|些)|(?<![㐀-鿿])[与和及说](?=[㐀-鿿])|(?:是)?(?:原因)?(?:造成|导致|引起)的?(?=$|[?？ ])|"
    "特别|非常|十分|格外|尤其|(?:具体|准确|大致)?(?:时间|日期|日子|年份)(?=$|[?？。 ])|"
    "(?:厂家?|谁|单位|公司|企业)(?:造|产|做|干)|的材料|材料里|自己|时说|说(?!明)|讲|"
    "(?:干|做|搞|抓|办)(?:些|点|了)*(?:什么|啥)|(?:报告|总结|汇报|讲话|公报|简报|要点|材料)(?:里|中|上|中?提到|说)|提出了?|提了|提到|向(?=[省市县上国])|(?<=[市县省])里|"
    "后来|现在|目前|去年|今年|明年|当时|那边|这边|里头|被|把|(?<![出转受])让|因为|由于|而|(?<!成)就(?![业近地医诊学])|(?<![偿归返])还(?![款贷建])|也|又|(?<![人英])才(?!能)|"
    "具体|主要|有没有|情况|哪些|哪个|哪几|哪|什么|怎么|怎样|如何|为啥|多少|一下|到底|究竟|是不是|能不能|请问|了|的|吗|呢|吧|啊|是|(?<!首)都(?!市)|"
    "(?<![国所拥享公私])有(?![色限机效序关轨线偿])"
)


class Read(Protocol):
    """What is compared with a question: a text and its bigrams."""

    @property
    def text(self) -> str: ...
    @property
    def grams(self) -> frozenset[str]: ...


#: 开发区谁来考察过: of whom every sentence is.
_OF_ITSELF = re.compile("^(?:(?:我们?|咱们?|本|全|整个)?(?:开发区|高新区|经开区)(?!管委会|公司|集团|总部|医院|学校)|[我全]区)")
#: 管委会主任包联了哪几个项目: who gives the report, 我 in its own words.
_HIMSELF = re.compile("^(?:管委会|党工委|开发区)*(?:主任|书记|一把手)(?:本人|自己|个人|亲自)*(?=[㐀-鿿]{2})")
_TO_DO = re.compile("^(?:要|将要?|打算|准备|计划|拟)(?=[㐀-鿿]{2})(?!求)")  # 要实施哪些行动


class Asked:
    """The words of a question as they are looked for: the asked phrase in full, what else it says by half."""

    def __init__(self, query: Query, *, without: re.Pattern[str] | None = None, context: bool = True) -> None:
        phrase = "".join((*query.scopes, *query.indicators))
        rest = _content(_OF_ITSELF.sub("", query.bare or query.text) if "开发区" not in phrase else query.bare or query.text)
        if without is not None:
            phrase, rest = without.sub("", phrase), without.sub(" ", rest)
        phrase = ASKING.sub("", APART.sub("", phrase))
        if query.operation in (Operation.WHO, Operation.LIST):
            phrase, rest = NUMBERED.sub("", phrase) or phrase, NUMBERED.sub(" ", rest)
            for beside in (_TO_DO, *((_HIMSELF,) if query.operation is Operation.LIST else ())):
                phrase, rest = beside.sub("", phrase), " ".join(beside.sub("", run) for run in rest.split())
        counted = COUNTED.search(query.text) if query.operation is Operation.LIST else None
        self.number = NUMERALS[counted[1]] if counted else 0
        listed = "|".join((*KINDS.findall(query.text), *_ROADS.findall(query.text))) if query.operation is Operation.LIST else ""
        self.kind = re.compile(f"、[^，,。；;、]{{2,14}}(?:等|和|及)?[^，,。；;、]{{0,8}}(?:{listed})") if listed else None
        phrase = MADE.sub("", SPEAKER.sub("", phrase)) or phrase
        if phrase and not context:
            rest = ""
        self.phrase = phrase or rest.replace(" ", "")
        own = bigrams(fold(phrase)) | bigrams(fold(normalise(phrase))) if phrase else set()
        runs = [fold(run) for run in rest.split() if len(run) > 1 or run.isdecimal() or run in SINGLE]
        runs += _parts_of_year(query) if runs else []
        if query.operation is Operation.WHY:  # 怎么没铺完: how it failed is said in other words (只铺通, 卡在…)
            runs = [r for r in runs if not FAILED.fullmatch(r)]
        self._runs = runs if context else [fold(phrase)]
        # What is asked counts in full, what is said beside it by half, and what only the taking out of other words has
        # put together (宗砚秋后来调单位) little.
        self.weights: dict[str, float] = {g: 1.0 if g in own or not own else ASIDE for run in runs for g in bigrams(run)}
        carried = not context or not _within(phrase, query.bare or query.text)
        self.weights |= {g: 1.0 if carried else JOINED for g in own if g not in self.weights}
        if query.operation in (Operation.WHO, Operation.EXTREME):  # 哪家企业: the kind of the answer, no word of it
            kinds = {g for kind in KINDS.findall(query.text) for g in bigrams(fold(kind))}
            self.weights |= dict.fromkeys(kinds & self.weights.keys(), JOINED)
        if query.operation is Operation.WHY:
            self.weights = {g: w * JOINED if FAILING.search(g) else w for g, w in self.weights.items()}
        self.text = f"{phrase} {rest}"
        if (kind := KIND_CLOSING.search(query.text)) is not None:
            self.weights |= dict.fromkeys(bigrams(fold(kind[1])) & self.weights.keys(), JOINED)
        if counted:  # 三大攻坚战 may be told without their number, as 甲、乙、丙的攻坚战
            shared = bigrams(query.text[counted.start() : counted.end() + 1]) & self.weights.keys()
            self.weights |= dict.fromkeys(shared, JOINED)
        self.groups = [
            (_grams_of(word, self.weights), tuple(w for w in group if w != word and len(w) > 1))
            for group in cues.SYNONYMS
            for word in group
            if word in self.text
        ]
        self.groups += _called_otherwise(self.text)
        self.groups += [
            (frozenset((run[i : i + 2], run[i + 1 : i + 3])), (run[i] + run[i + 2],))  # 化解债务 is 化债务 in short
            for run in runs
            for i in range(len(run) - 2)
            if re.fullmatch("[㐀-鿿]{3}", run[i : i + 3])
        ]
        self.idf: dict[str, float] = dict(self.weights)
        self._total = math.fsum(self.idf.values())
        self.absent: list[str] = []  # runs that stand nowhere, in no other words either: 撤销, 地铁

    def weigh(self, texts: Sequence[Read]) -> None:
        """Rare words count for more; a word that stands nowhere no more than one that stands once."""
        frequency = Counter(g for s in texts for g in s.grams if g in self.weights)
        n = len(texts)
        everything = "\n".join(s.text for s in texts)
        short = {g: _spelt_out(g, everything) for g in self.weights if not frequency[g]}
        self.groups += [(frozenset((g,)), words) for g, words in short.items() if words]
        said = frequency.keys() | {g for own, others in self.groups if others for g in own}
        self.absent = [r for r in self._runs if len(r) > 1 and not KINDS.fullmatch(r) and not bigrams(r) & said]
        self.idf = {g: w * math.log(1 + n / (0.5 + max(1, frequency.get(g, 0)))) for g, w in self.weights.items()}
        for run in self._runs:
            for i in range(1, len(run) - 2):
                before, here, after = run[i - 1 : i + 1], run[i : i + 2], run[i + 1 : i + 3]
                if here in self.idf and not frequency[here] and frequency[before] and frequency[after]:
                    self.idf[here] *= JOINED  # 民生|项目: 生项 is no word
        self._total = math.fsum(self.idf.values())

    def named_by_kind(self, text: str) -> bool:
        """Whether a text names several of the kind asked for: 甲、乙、丙等企业."""
        return self.kind is not None and self.kind.search(text) is not None

    def enumerated(self, text: str) -> bool:
        """Whether a clause of a text names as many as are asked for: 甲、乙和丙 of three; 甲、乙等 is no whole list."""
        for clause in re.split("[，,；;。：:]", text) if self.number else ():
            parts = clause.split("、")
            more = bool(re.search("(?<![总共调饱温缓])和(?!谐|平|解)|以及|与", parts[-1]))
            if len(parts) > 1 and "等" not in parts[-1] and self.number in (len(parts), len(parts) + more):
                return True
        return False

    def covered(self, text: str, grams: frozenset[str]) -> float:
        """The share of the asked words in a text, words of the same meaning included."""
        if not self._total:
            return 0.0
        here = self.idf.keys() & grams
        like: set[str] = set()
        for own, others in self.groups if text else ():
            if own and not own <= here and any(w in text for w in others):
                like |= own & self.idf.keys()
        return (math.fsum(self.idf[g] for g in here) + LIKE * math.fsum(self.idf[g] for g in like - here)) / self._total


def says_nothing(query: Query) -> bool:
    """是哪家公司的, 什么时候建成: a follow-up with no word of its own but what kind of answer it wants."""
    return not KINDS.sub("", _content(query.bare or query.text)).replace(" ", "")


# 综保 → 综合保, 棚改 → 棚户区改: the first characters of words, in their order, and at most three between, none of which parts words.
_BETWEEN, _PARTING = 3, frozenset("的了和与及在对于从为年月日")


def _spelt_out(pair: str, everything: str) -> tuple[str, ...]:
    """What two characters that stand nowhere side by side are short for in these texts."""
    if not re.fullmatch("[㐀-鿿]{2}", pair) or not (pair[0] in everything and pair[1] in everything):
        return ()
    found: dict[str, None] = {}
    at = everything.find(pair[0])
    while at >= 0:
        end = everything.find(pair[1], at + 2, at + _BETWEEN + 2)
        between = everything[at + 1 : end]
        if end >= 0 and _PARTING.isdisjoint(between) and all("\u3400" <= c <= "\u9fff" for c in between):
            found[everything[at : end + 1]] = None
            at = everything.find(pair[0], end + 1)
        else:
            at = everything.find(pair[0], at + 1)
    return tuple(found)


def _called_otherwise(text: str) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
    """The other names of the known indicators in a question: 固投, 固定资产投资."""
    for term in find_terms(text):
        name = text[term.start : term.end]
        others = dict.fromkeys(w for meaning in term.meanings for w in (meaning, *aliases(meaning)) if w != name and len(w) > 1)
        yield frozenset(bigrams(fold(name))), tuple(others)


def _grams_of(word: str, weights: dict[str, float]) -> frozenset[str]:
    """The bigrams of a word; of a single character those that hold it (被停了)."""
    return frozenset(bigrams(fold(word)) if len(word) > 1 else (g for g in weights if word in g))


def _within(phrase: str, text: str) -> bool:
    """Whether the characters of a phrase stand in a text in their order; else an earlier question has brought it."""
    rest = iter(fold(text))
    return all(c in rest for c in fold(phrase))


def _parts_of_year(query: Query) -> list[str]:
    """三季度, 上半年, 5月底: they choose a report, but they are looked for in its sentences as well."""
    return re.findall(r"[一二三四]季度|[上下]半年|\d{1,2}月(?:\d{1,2}日|底|初|中旬)?", query.text)


def _content(text: str) -> str:
    """What a question says beside its question words, in runs parted by blanks."""
    text = APART.sub("", text)
    for cue in (cues.POLITE, *(cue for _, cue in cues.OPERATIONS)):
        for match in reversed(cue.finditer(text)):
            how = HOW_WORD.match(match.group())  # 怎么保障: the verb is no question word
            end = match.start() + how.end() if how else match.end()
            text = text[: match.start()] + " " * (end - match.start()) + text[end:]
    return re.sub(r"(?:(?!(?<=\d)\.(?=\d))[^\w“”])+", " ", GENERIC.sub(" ", text))

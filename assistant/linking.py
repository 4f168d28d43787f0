"""(Query, ledger) → candidates: which figures an asked phrase means, with a score for each and what it is made of.

Hard filters come first (zone, period, status): with the same scorer they lift hit@1 from 0.47 to 0.88 on our
questions.  Then the short name (scope + indicator) is matched, not its clause: both lexical and dense lose 8–16
points on clauses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import fsum

import numpy as np

from assistant.names import Encoder, Name, NameTable, bigrams, fold
from assistant.records import Aspect
from assistant.terms import relation
from index.numerals import base_unit
from index.records import Figure, FigureKind
from index.units import CLASSIFIERS, DIMENSIONS, MONEY, RATES

__all__ = ["WEIGHTS", "Candidate", "Linker", "dimension", "implied_unit", "unit_fit"]

@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that may be what was asked for.  ``features`` are what the score is made of, for --explain."""

    figure: Figure
    score: float
    features: dict[str, float]
    around: str = field(default="", repr=False)  # its sentence and headings


# Hand-set: fits on generated questions gave the same hit@1 within noise.
WEIGHTS = {
    "asked": 2.0,
    "named": 1.0,
    "same": 2.0,
    "other": -2.5,
    "context": 0.8,
    "dense": 0.35,
    "aspect": 0.6,
    "scope": 0.4,
    "unit": 0.4,
    "action": 0.8,
    "stock": 0.5,
    "near": 2.0,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrase made ready for comparing: its bigrams with their weights, known terms, and what only the terms cover."""

    name: Name
    grams: dict[str, float]
    inside: dict[str, int]  # bigram → which term it lies in
    across: frozenset[str]  # bigrams half in a term: 陶产 of 建陶产值
    total: float


@dataclass(frozen=True, slots=True)
class Fit:
    """What of a figure's score depends on its name alone; many figures share a name."""

    asked: float
    named: float
    same: float
    other: float
    action: float
    uncovered: Mapping[str, float]


KEPT_PHRASES = 64


class Linker:
    """Scores figures against an asked phrase.  One per index generation; shared between threads (its tables only grow)."""

    def __init__(
        self, encoder: Encoder, printed: Callable[[], Iterable[tuple[str, str]]] = tuple, weights: Mapping[str, float] = WEIGHTS
    ) -> None:
        self.names = NameTable(encoder, printed)
        self.weights = weights
        self._fitted: dict[str, tuple[Asked, dict[int, Fit]]] = {}

    def link(
        self,
        phrase: str,
        figures: Sequence[Figure],
        *,
        aspect: Aspect = Aspect.VALUE,
        scopes: Iterable[str] = (),
        unit: str = "",
        stock: bool = False,
        near: Sequence[tuple[str, int, int]] = (),
        contexts: Mapping[str, str] | None = None,
    ) -> list[Candidate]:
        """Candidates best first.  ``figures`` have passed the hard filters.  ``contexts`` maps a figure id to its sentence."""
        if not figures:
            return []
        unit, scopes, contexts = unit or implied_unit(phrase), tuple(scopes), contexts or {}
        rows = [self.names.add(_industry(f, contexts.get(f.id, "")) if "产业" in phrase else f.scope, f.indicator) for f in figures]
        asked, fits = self._fits(phrase, rows)
        by_name = any(fits[row].asked >= 1.0 and fits[row].named >= 1.0 for row in rows)  # then no part of it, however near
        compared = bool(phrase) and len(rows) > 1  # one alone is as near as all are on the mean
        cosine = self.names.dense(phrase, rows) if compared else np.zeros(len(rows), dtype=np.float32)
        spread = float(cosine.std()) or 1.0
        standard = (cosine - cosine.mean()) / spread
        out = []
        for figure, row, z in zip(figures, rows, standard, strict=True):
            fit = fits[row]
            features = {
                "asked": fit.asked,
                "named": fit.named,
                "same": fit.same,
                "other": fit.other,
                "dense": float(z),
                "context": self._context(fit.uncovered, contexts.get(figure.id, ""), figure) / asked.total if fit.uncovered else 0.0,
                "aspect": _aspect_fit(figure, aspect),
                "scope": _scope_fit(figure, scopes),
                "unit": unit_fit(figure, unit),
                "action": fit.action,
                "stock": _stock_fit(figure, stock, phrase),
                "near": 1.0 if _is_near(figure, near) and not (by_name and _of_a_place(figure, phrase)) else 0.0,
            }
            around = contexts.get(figure.id, "") + "".join(figure.path)
            out.append(Candidate(figure, sum(self.weights[k] * v for k, v in features.items()), features, around))
        return sorted(out, key=lambda c: (-c.score, bool(unit) and not c.figure.unit.endswith(unit)))  # 9个，2316户: of one name, what is counted so

    def likely(self, phrase: str, figures: Sequence[Figure]) -> list[Figure]:
        """The figures whose name alone doesn't rule them out; what is compared sentence by sentence is then few."""
        rows = [self.names.add(f.scope, f.indicator) for f in figures]
        _, fits = self._fits(phrase, rows)
        fitting = {
            row
            for row in rows
            if (fit := fits[row]).other < 1.0 and fit.action >= 0 and (fit.same > 0 or fit.asked >= 0.5)
        }
        return [figure for figure, row in zip(figures, rows, strict=True) if row in fitting]

    def _fits(self, phrase: str, rows: Iterable[int]) -> tuple[Asked, dict[int, Fit]]:
        """A phrase made ready and at least the fits of these rows, kept: one question links one phrase in up to ten pools."""
        kept = self._fitted.get(phrase)
        if kept is None:
            if len(self._fitted) >= KEPT_PHRASES:
                self._fitted.clear()
            kept = self._fitted[phrase] = (self._asked(phrase), {})
        asked, fits = kept
        for row in {*rows} - fits.keys():
            fits[row] = self._fit(asked, self.names.names[row])
        return asked, fits

    def _fit(self, asked: Asked, name: Name) -> Fit:
        relations = [max((relation(t, own) for own in name.terms), default=0.0) for t in asked.name.terms]
        covered = {g for g in asked.grams if g in name.grams or (g in asked.inside and relations[asked.inside[g]] > 0)}
        if asked.grams.keys() - asked.inside.keys() - asked.across and not covered - asked.inside.keys() - asked.across:
            covered -= asked.across  # 甪山卫陶产值 has 陶产, and nothing else of 建陶
        return Fit(
            asked=fsum(asked.grams[g] for g in covered) / asked.total,
            named=self.names.weight(g for g in name.grams if g in asked.name.grams)
            / (self.names.weight(name.grams) or 1.0),
            same=sum(relations) / len(relations) if relations else 0.0,
            other=1.0 if relations and name.terms and not any(relations) else 0.0,
            action=_exclusive_fit(asked.name.exclusive, name.exclusive),
            uncovered={g: w for g, w in asked.grams.items() if g not in covered},
        )

    def _asked(self, phrase: str) -> Asked:
        folded = fold(phrase)
        name = Name.of(phrase)
        grams = {g: self.names.idf(g) for g in bigrams(folded)}
        inside: dict[str, int] = {}
        for number, term in enumerate(name.terms):
            for gram in bigrams(folded[term.start : term.end]):
                inside.setdefault(gram, number)
        edges = {term.start for term in name.terms if _MEASURED.search(term.said)}
        pairs = [(at + 1 in edges, one + other) for at, (one, other) in enumerate(pairwise(folded))]
        across = frozenset(pair for at_edge, pair in pairs if at_edge) - {pair for at_edge, pair in pairs if not at_edge} - inside.keys()
        return Asked(name, grams, inside, across, fsum(grams.values()) or 1.0)

    def _context(self, uncovered: Mapping[str, float], sentence: str, figure: Figure) -> float:
        """Weight of what the name leaves uncovered but the sentence or its headings say, in full or letter by letter (综保区)."""
        around, grams = _around(sentence + "".join(figure.path))
        # A figure with a scope of its own is not of what else its sentence names (A、B分别…): that counts for little.
        trust = 0.25 if len(figure.scope) >= 3 and not ADDED.search(figure.scope) else 1.0
        return trust * fsum(
            w if g in grams else 0.6 * w if all(c in around for c in g) else 0.0 for g, w in uncovered.items()
        )


_MEASURED = re.compile("(?:产值|增加值|收入|税收|投资|利润|[进出]口|外资|内资)$")


_INDUSTRIES = re.compile("(?P<list>[^，。；]{2,40})[两二三四五六七八\\d](?:大|个)[㐀-鿿]{0,4}产业(?!园|基地|集群)[^，。；]{0,12}分别")


def _industry(figure: Figure, sentence: str) -> str:
    """The scope of a figure, with what a sentence calls it: 甲、乙、丙三大主导产业产值分别为… tells of 甲产业."""
    scope = figure.scope
    if not scope or scope.endswith(("业", "制造", "服务")) or scope not in _industries(sentence):
        return scope
    return f"{scope}产业"


@lru_cache(maxsize=4_096)
def _industries(sentence: str) -> str:
    """What a sentence lists as industries before it tells something of each; "" for none.  Kept: asked for with every figure of it."""
    told = _INDUSTRIES.search(sentence)
    return told["list"] if told is not None else ""


def _is_near(figure: Figure, near: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a figure stands where the turn before was answered from."""
    return any(r == figure.report_id and a <= figure.start < b for r, a, b in near)


_PLACE = re.compile("[㐀-鿿]{2,}?(?:片区|园区?|区块|镇|街道|乡|村|新城|组团|板块|港区)")


def _of_a_place(figure: Figure, phrase: str) -> bool:
    """城东园规上工业总产值, where that of all is asked for."""
    part = _PLACE.match(figure.scope + figure.indicator)
    return part is not None and part.group() not in phrase


@lru_cache(maxsize=16_384)
def _around(text: str) -> tuple[str, frozenset[str]]:
    """A sentence and its headings folded, and its bigrams: asked for again by every figure in it, in every pool."""
    folded = fold(text)
    return folded, bigrams(folded)


def _aspect_fit(figure: Figure, aspect: Aspect) -> float:
    if aspect is Aspect.GROWTH:
        return 1.0 if figure.growth is not None or figure.growth_text or figure.kind is FigureKind.GROWTH else -1.0
    if aspect is Aspect.VALUE:
        return 1.0 if figure.value is not None and figure.kind is FigureKind.VALUE else -0.5
    kinds = {Aspect.SHARE: FigureKind.SHARE, Aspect.COMPLETION: FigureKind.COMPLETION, Aspect.RANK: FigureKind.RANK}
    return 1.0 if figure.kind is kinds.get(aspect) else -0.5


#: 签约项目的开工率: asked for as 开工率, and no part of it as 出口家具厂平均开工率 is.
_RATE_OF_ALL = re.compile("(?:开工|签约|投产|履约|竣工|落地|转化|达产|建成|入统)率")
_ALL_COUNTED = re.compile("(?:新|当年|全年)?(?:签约|招商|招引|引进|落户)*项目")


def _scope_fit(figure: Figure, scopes: tuple[str, ...]) -> float:
    if not scopes:
        return 1.0 if not figure.scope or (_RATE_OF_ALL.fullmatch(figure.indicator) and _ALL_COUNTED.fullmatch(figure.scope)) else 0.0
    return 1.0 if any(s in figure.scope or s in figure.indicator for s in scopes) else -1.0


def _exclusive_fit(asked: tuple[frozenset[int], ...], printed: tuple[frozenset[int], ...]) -> float:
    """-1 when one says 开工 and the other 竣工, 0.5 when both say the same, 0 when they don't speak of it."""
    both = [(a, b) for a, b in zip(asked, printed, strict=True) if a and b] if any(asked) else []
    if any(not a & b for a, b in both):
        return -1.0
    return 0.5 if both else 0.0


OCCASIONS = ("次", "家次", "户次", "趟", "回", "场", "轮", "批", "批次", "场次", "班次", "列", "列次")
ONE_KIND = ("篇", "册", "票", "艘", "架", "头", "株", "棵", "羽", "幅", "部", "套", "辆", "列")  # classifiers of one kind of thing
_SAME_KIND = ({"辆", "台"}, {"辆", "部"}, {"艘", "条"}, {"套", "台"})  # 多少辆冷藏车, of 冷藏车186台
PERSONS = ("人", "名", "位", "人次", "万人")


@lru_cache(maxsize=4_096)
def dimension(unit: str) -> str:
    """What a unit measures: 元, 人, 个, %, 面积 …; "" when nothing is known of it."""
    if unit.endswith(("美元", "美金", "欧元", "日元", "港元")):
        return "外币"
    _, base = base_unit(unit.removeprefix("个") or unit)
    base = base.split("/")[0].split("／")[0] if base.startswith("元") else base  # 亩均税收19.5万元/亩: money, as the 18.6万元 of a sentence
    if base in MONEY or base in ("", "钱", "块") or unit in ("亿", "万"):
        return "元" if unit else ""
    if base in PERSONS:
        return "人"
    if unit in RATES or base in RATES:
        return "%"
    for name, units in DIMENSIONS.items():
        if base in units:
            return name
    if base in ("日", "工作日", "月", "年"):
        return "时间"
    return "个" if base in CLASSIFIERS else base


_MONEY_NOUN = re.compile(
    "(?:投资|资金|产值|增加值|收入|营收|税收|纳税|退税|减税|税额|利润|支出|投入|经费|金额|总额|贷款|融资|款|补贴|补助|奖励|费用?|租金|房租|工资|学费|余额|[出转]让金|补偿金|造价|售价|概算|预算|出资|贴息|(?<!融资)成本|外资|内资|外贸|进出口|财政)额?$"
)
_MOVED = re.compile("(?:[收花贷投拿发给用付拨交](?:了|到|掉|去|进|出|下去)*|进账|到手)$")
_SPENT = re.compile("[花掏砸]的(?:钱)?(?:又|是|有|就)*(?:多少|几个?亿)")  # 其中企业自己花的是多少: money
_PAID = re.compile("(?:[交缴纳]|上[交缴])了?(?:多少|几)(?:钱|税|$|[，,。?？])")
_LENGTH = re.compile("(?:长度|里程)$|多长(?!时间)|有多远")
_HEADS = re.compile(
    "(?:多少|几)[个名位]?(?:人(?![次才造工均])|工人|[职员]工|从业人员|学生|[老教]师|医生|护士|[村居农]民|群众|老[人板]|孩子|儿童|干部|党员|博士|硕士|大学生|游客|患者|残疾人)"
    "|(?:从业)?人数$"
)


_OF_STUFF = re.compile("(?:多少|几多)(?:土?地(?![方区块段点位铁震])|电(?![子影商梯力视脑动气]))")


_COUNTED_SO = re.compile("(?P<unit>[个家户宗件项处条套])数$|(?P<persons>(?<![少几])人次)$")
_LASTS = re.compile("(?:(?<!区)时间|用时|时长|账期|周期|工期|天数)$")
_COUNTED = re.compile("(?:企业|公司|机构|事故)$")  # 亿元以上企业 is no 0.42亿元


def implied_unit(phrase: str) -> str:
    """The unit that a phrase is told in by its last noun, or by what it asks: 二期投资 is no 3.5万吨, 多少工人 no 38家."""
    folded = fold(phrase)
    if _LENGTH.search(folded):
        return "公里"
    if _HEADS.search(folded):
        return "人"
    if stuff := _OF_STUFF.search(folded):  # 腾了多少地, 一年耗多少电
        return "千瓦时" if stuff[0].endswith("电") else "亩"
    if counted := _COUNTED_SO.search(folded):
        return counted["unit"] or counted["persons"]
    if _LASTS.search(folded):
        return "天"
    spent = _SPENT.search(phrase)
    if _COUNTED.search(folded) and spent is None:
        return "个"
    money = spent or _PAID.search(folded) or _MONEY_NOUN.search(folded) or _MONEY_NOUN.search(_MOVED.sub("", folded))
    return "亩" if folded.endswith(("面积", "占地")) else "元" if money else ""


def unit_fit(figure: Figure, unit: str) -> float:
    asked, printed = dimension(unit), dimension(figure.unit)
    if {asked, printed} == {"元", "外币"}:
        return 0.0
    if unit in ("亿", "万") and printed != "元":  # 来了多少万: of what is left unsaid
        return 0.0 if figure.unit.startswith(unit) else -1.0
    if figure.unit.endswith("家次") and dimension(figure.unit[:-1]) == asked:
        return 0.0  # 走访企业多少家: 一百余家次
    if not asked or not printed or (unit == "个" and printed == "人"):  # 派了几个干部: counted in 名
        return 0.0
    if asked == "人" and figure.unit in ("个", "户"):  # 能收多少学生: 学位1200个
        return 0.0
    if (unit in OCCASIONS) != (figure.unit in OCCASIONS) and asked == "个":  # 跑了几趟 is not 23个
        return -1.0
    if unit in ONE_KIND and figure.unit in CLASSIFIERS and figure.unit != unit and {unit, figure.unit} not in _SAME_KIND:
        return -1.0  # 几篇 asks for papers, no 9个
    return 1.0 if asked == printed else -1.0


_BUILT = re.compile("建成|新建|竣工")  # 建成8.6万平方米，累计31.2万平方米
#: 新 of what a year adds, not of 新材料, 高新技术 or 专精特新.
NEWLY = "(?<!特)新(?!技术|材料|能源|兴|型|区|城|闻|媒)"
TOTAL = re.compile("累计|有效|总数|保有|拥有|存量|共有|总量|在库|在册")
ADDED = re.compile("增设|新(?:增|认|评|获|晋|入选|引进|批|设|签|开|建|注册|登记|入库|落户|投产|[上升进入]规)|当年|净增")


def _stock_fit(figure: Figure, stock: bool, phrase: str) -> float:
    text = figure.scope + figure.indicator
    total, added = bool(TOTAL.search(text)), bool(ADDED.search(text))
    if stock:
        return 1.0 if total else (-1.0 if added or _BUILT.match(figure.scope) else 0.0)
    if ADDED.search(phrase):
        return 1.0 if added else (-1.0 if total else 0.0)
    if dimension(figure.unit) in ("个", "人"):  # 2018年高企多少家: all of them, not the new ones
        return -0.5 if added else 0.0
    if text.startswith("净增"):  # 税收21.8亿元，较上年净增1.7亿元: the second is no 税收
        return -0.5
    return -0.5 if total and not TOTAL.search(phrase) else 0.0

"""办结率, 入住率, 开工率 where no rate is printed: the number for which it was done, of all, or of those done and those left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.operand import resolve, slot_of
from assistant.extractive.operands import plainer
from assistant.extractive.wholes import left_behind
from assistant.extractive.wording import amount, describe, name_of
from assistant.facts import Facts
from assistant.linking import dimension
from assistant.names import bigrams, fold
from assistant.records import Aspect, Operation, Query
from assistant.terms import find_terms
from index.records import Figure, FigureKind, Status

__all__ = ["answer_rate", "done_of", "say_rate", "told_behind"]

# A rate of its own, not of things done among all of them.
_OTHER_RATE = re.compile("(?:增长|覆盖|合格|汇|利|税|费|负债|失业|贡献|普及|增|效|概|频|功|比|产销|满意|周转|回报|收益|优良)率")
_RATE = re.compile("(?P<entity>[㐀-鿿A-Za-z0-9“”]{2,}?)(?:的)?(?P<verb>[㐀-鿿]{2})率$")
# 住进去几成, 开发了规划面积的百分之多少, 还有几成没分
_PORTION = re.compile("几成|百分之(?:几|多少)|多大(?:比例|比重)|比例")
_DOING = re.compile(
    "(?P<verb>入?住|开工|动工|竣工|投产|建成|开发|利用|使用|办结|办完|交付|分配|认购|签约|落地|履约|到位|转化|整改|完成|拆|腾|搬|供|用|卖|租|投)"
    "(?:了|进|去|出|掉|满|完|过)*"
)
# A growth, a share of another or of a target.
_OTHER_PER_CENT = re.compile("增|涨|降|掉|跌|滑坡|减|同比|[比较][上去前]一?年|占(?!比例)|相当于|目标|计划|任务|比[^，,。]{2,16}[多少高低][了出]?百分")
_LEFT_TOO = re.compile("还(?:剩|有|差)[^，。]{0,4}(?:几|多少)|(?:几|多少)[㐀-鿿]?(?:没|未)")


def told_behind(facts: Facts, whole: Figure) -> list[Figure]:
    """What the same sentence tells behind a number, in its measure, of no more than it; in their order."""
    found = [
        f
        for f in facts.figures([whole.zone] if whole.zone else (), [whole.period] if whole.period else ())
        if f.report_id == whole.report_id
        and f.sentence_start == whole.sentence_start
        and f.start > whole.start
        and f.kind is FigureKind.VALUE
        and f.status is Status.DONE
        and f.value is not None
        and whole.value is not None
        and dimension(f.unit) == dimension(whole.unit)
        and _no_more(f, whole)
    ]
    return sorted(found, key=lambda f: f.start)


def done_of(facts: Facts, whole: Figure, verb: str) -> Figure | None:
    """The number of those for which a thing was done, told in the same sentence after the number of all of them."""
    text, after = facts.report(whole.report_id).text, told_behind(facts, whole)
    marks = {c for c in verb if c not in "了的下去完出来进"}
    enough = len(marks) if len(marks) == 2 else 1  # 工 of 规上工业 is no 开工
    named = next((f for f in after if verb and verb in f.scope + f.indicator), None)
    if named is not None:
        return named  # 开工43个、竣工26个
    for part in after[:3]:
        around = part.scope + part.indicator + re.split("[，。；,;]", text[part.start : part.end + 6])[0]
        before = re.split("[，。；、,;]", text[whole.end : part.end])[-1]
        if len(marks & set(before + around)) >= enough > 0:
            return part
    return _in_words(text, whole, marks, enough)


def _no_more(part: Figure, whole: Figure) -> bool:
    """7300万元 is no more than 2亿元."""
    values = computing.common_unit([part, whole])
    return values is not None and values[0][0] <= values[0][1]


def _in_words(text: str, whole: Figure, marks: set[str], enough: int) -> Figure | None:
    """已用去2410万立方米 right after the whole: a number that is no figure of its own."""
    at = text.find(whole.value_text, whole.start) + len(whole.value_text)
    clauses = re.split("[；;。]", text[at : whole.sentence_end])[0]
    match = re.match(rf"[，,、]?(?P<said>[㐀-鿿]{{1,10}}?)(?P<number>\d[\d,.]*){re.escape(whole.unit)}", clauses)
    if match is None or whole.value is None or len(marks & set(match["said"])) < enough:
        return None
    value = Decimal(match["number"].replace(",", ""))
    if value > whole.value:
        return None
    return replace(
        whole,
        id=f"{whole.id}+",
        indicator=re.sub("^(?:其中|已|只|仅|有|了)+", "", match["said"]),
        name=match["said"],
        scope="",
        value=value,
        value_text=f"{match['number']}{whole.unit}",
        qualifier="",
        growth=None,
        growth_text="",
        start=at + match.start("said"),
        end=at + match.end(),
    )


def answer_rate(drafting: Drafting, query: Query) -> bool:
    """开工率, 住进去几成: those for which it was done ÷ all; False, with nothing said, where the reports don't tell both."""
    first = query.indicators[0] if query.indicators else ""
    if len(query.indicators) > 1 and all(p.endswith("率") for p in query.indicators):  # 重点项目的开工率、竣工率各是多少
        fork, stem = drafting.fork(), re.sub("[㐀-鿿]{2}率$", "", first)
        each = [p if len(p) > 3 else stem + p for p in query.indicators]
        if all(say_rate(fork, replace(query, indicators=(p,), text=p, operation=Operation.ONE)) is not None for p in each):
            drafting.join(fork)
            return True
        return False
    return say_rate(drafting, query) is not None


def say_rate(drafting: Drafting, query: Query) -> Decimal | None:
    """The same as a number of per cent, as it is said."""
    asked = _rate_asked(query)
    if asked is None:
        return None
    facts = drafting.facts
    entity, verb = asked
    if _printed_rate(facts, query, entity, verb):
        return None
    for named in dict.fromkeys((entity, _NOUN_LAST.sub("", entity))):  # 座谈会上企业提的诉求: 企业诉求, or all of it
        rate = _say_rate_of(drafting, query, named, verb)
        if rate is not None:
            return rate
    return None


# 圆桌会上企业提的诉求, 从企业收上来的问题: what is counted stands last, behind whose it is and how it came.
_NOUN_LAST = re.compile(
    "^.*?(?:[上中里]|从|由)(?=[㐀-鿿]{4})"
    "|(?<=[㐀-鿿])(?:提出?|反映|收集?|征集|报|接到?|受理|交办?|梳理)(?:上来|到|过来|出来?)*了?的(?=[㐀-鿿]{2})"
)


_BARE = 2  # characters of 项目, 企业: in two sentences, there is no telling that they are the same


def _say_rate_of(drafting: Drafting, query: Query, entity: str, verb: str) -> Decimal | None:
    facts = drafting.facts
    plain = slot_of(query, entity, aspect=Aspect.VALUE, unit="")
    for period in dict.fromkeys((plain.period, None)):
        outcome = resolve(facts, replace(plain, period=period, status=None), abroad=False)
        wholes = [outcome.figure] if outcome.figure else []
        wholes += [c.figure for c in outcome.candidates[:6] if c.features["asked"] >= 0.6]
        wholes += _counted_in_sentence(facts, query, outcome.figure, verb)
        parted = _done_and_left(facts, [w for w in wholes if bigrams(fold(entity)) <= bigrams(fold(w.scope + w.indicator))], verb)
        values = computing.common_unit(parted) if parted else None
        if parted and values is not None:
            result = computing.share_of_both(*values[0])
            drafting.say(
                f"{result.text}（{describe(parted[0])}{amount(parted[0])}，{describe(parted[1])}{amount(parted[1])}；{result.formula}）。",
                drafting.cite(*parted),
                result.formula,
            )
            return Decimal(result.text.rstrip("%"))
        in_one = ((whole, done_of(facts, whole, verb)) for whole in wholes)
        apart = ((whole, _told_apart(facts, query, whole, entity, verb)) for whole in wholes if len(entity) > _BARE)
        for whole, part in chain(in_one, apart):
            if whole.kind is not FigureKind.VALUE or not whole.value or set(verb) & set(whole.scope):
                continue
            if period is None and plain.period and whole.report_id not in facts.reports_of([whole.zone], [plain.period, plain.period.shifted(1)]):
                continue  # a background sentence of the asked year's report is filed under another year
            values = computing.common_unit([part, whole]) if part else None
            if part is None or values is None:
                continue
            result = computing.share(*values[0])
            told = f"其中{verb}" if verb in part.scope else name_of(part)
            drafting.say(
                f"{result.text}（{describe(whole)}{amount(whole)}，{told}{amount(part)}；{result.formula}）。",
                drafting.cite(whole, part),
                result.formula,
            )
            if _LEFT_TOO.search(query.text):
                done, all_of = values[0]
                left = computing.difference(all_of, done, part.unit)
                drafting.say(f"还有{left.text}没有{verb}（{left.formula}）。", drafting.cite(whole, part), left.formula)
            return Decimal(result.text.rstrip("%"))
    return None


def _done_and_left(facts: Facts, found: Sequence[Figure], verb: str) -> tuple[Figure, Figure] | None:
    """化解信访积案27件，仍有4件未化解: those done and those left, where nothing counts all of them."""
    for one in found:
        pool = facts.figures([one.zone], [one.period] if one.period else ())
        for done in pool:
            if verb in done.scope and done.name == one.name and done.value and (left := left_behind(done, pool)) is not None:
                return done, left
    return None


def _told_apart(facts: Facts, query: Query, whole: Figure, entity: str, verb: str) -> Figure | None:
    """开工的签约项目 17个, in another sentence of the report that counts 签约项目."""
    slot = slot_of(query, entity + verb, zone=whole.zone, period=whole.period, aspect=Aspect.VALUE, unit="", status=None)
    part = resolve(facts, slot, abroad=False).figure
    if part is None or part.id == whole.id or part.report_id != whole.report_id or part.unit != whole.unit:
        return None
    named = fold(part.scope + part.indicator)
    fits = verb in named and len(bigrams(fold(entity)) & bigrams(named)) >= 0.6 * len(bigrams(fold(entity)))
    return part if fits and part.value is not None and whole.value is not None and part.value <= whole.value else None


def _counted_in_sentence(facts: Facts, query: Query, part: Figure | None, verb: str) -> Sequence[Figure]:
    """29个签约项目年内开工的只有17个: where the part was found first, the number told before it in its sentence."""
    if part is None or not set(verb) & set(part.scope + part.indicator):
        return ()
    told = [
        f
        for f in facts.figures([part.zone], [part.period] if part.period else ())
        if (f.report_id, f.sentence_start) == (part.report_id, part.sentence_start)
        and f.start < part.start and f.unit == part.unit and f.kind is FigureKind.VALUE
    ]
    return sorted(told, key=lambda f: -f.start)[:1]


def _rate_asked(query: Query) -> tuple[str, str] | None:
    """What there is a number of, and what was done with them."""
    phrase = re.sub("(?:年内|年|内)(?=[㐀-鿿]{2}率$)", "", plainer("".join(query.indicators)))
    if query.status is not None and query.status is not Status.DONE:
        return None
    rate = _RATE.search(phrase)
    if rate and not _OTHER_RATE.search(phrase):
        return rate["entity"], rate["verb"]
    phrase = next((p for p in query.indicators if re.fullmatch("[㐀-鿿]{2}率", p)), phrase)
    alone = re.fullmatch("(?P<verb>[㐀-鿿]{2})率", phrase)
    if alone and not _OTHER_RATE.search(phrase):  # 收上来的企业问题，解决率是多少: of what the clause before names
        clauses = re.split("[，,。；]", query.bare.split(phrase)[0])
        named = [re.sub("的$", "", c) for c in clauses if len(c) >= 3]
        return (named[-1], alone["verb"]) if named else None
    if not _PORTION.search(query.text) or _OTHER_PER_CENT.search(query.text):
        return None
    doing = _DOING.search(phrase)
    known = [t for t in find_terms(phrase) if len(t.meanings) == 1]
    if doing is None or any(t.start < doing.start() < t.end for t in known):  # the 投 of 服务业投资
        return None
    entity = (phrase[: doing.start()] or phrase[doing.end() :]).strip("了的")
    return (entity, doing["verb"]) if len(entity) >= 2 else None


def _printed_rate(facts: Facts, query: Query, entity: str, verb: str) -> bool:
    """Whether the report of the year prints the rate itself, not only that it is below seven tenths."""
    pool = facts.figures(query.zones[:1], query.periods[:1])
    return any(
        f.unit in ("%", "％") and not f.qualifier and "率" in f.indicator and verb in f.scope + f.indicator
        and f.status is Status.DONE and bigrams(fold(entity)) & bigrams(fold(f.scope + f.indicator))
        for f in pool
    )

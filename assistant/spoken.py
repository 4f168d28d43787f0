"""Verbs of speech that ask for an indicator without naming it: 投了多少, 在科技上花了多少, 企业挣了多少, 建成后能有多少."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant import cues, described
from assistant.reached import mark_in_writing
from assistant.terms import find_terms, is_all_known
from assistant.whyasked import for_what_cause
from index.figures.companies import TRADE

__all__ = ["in_writing", "looks_ahead", "spoken_indicator"]

_AHEAD = re.compile(
    "(?:建成|投产|达产|满产|完工|竣工|交付|投用|投运|开园)(?:以后|之后|后)"
    "|(?:如果|要是|若|一旦|等)[^，,]{0,8}?(?:建成|投产|达产|满产)|(?<![可才只不技功职智效产])能够?(?:出|形成|创造|带来|贡献)(?=[^，,。]{0,6}(?:多少|几))"
)
_SPENT = re.compile(
    "(?P<on>(?:(?![在给对用])[㐀-鿿]){2,5}?)(?:上|方面|领域|这块|这一块)(?:一共|总共|共)?(?:花|用)了?(?:多少|几)"
    "(?!(?:万|亿|千)?(?:度|吨|方|立方|亩)?的?[电水气地煤油粮])"
)
_MONEY_SPENT = re.compile(
    "(?P<how>[投砸花用烧掏扔])(?:入|进去?|出去?|下去?|掉|了)*(?:多少|几)(?:个?[百千]?[万亿])?(?:美?元|块)?"
    "的?(?:钱|资金|真金白银|经费)?(?=$|[?？，,。、；;吗呢啊])"
)
_ON = re.compile(
    "^(?:[在往向朝把为]|企业|厂子|搞|做|抓|干)*(?P<on>.+?)(?:建设|项目)?"
    "(?:上|里|方面|领域|这块|这一块|面|头)*[投砸花用烧掏扔]?(?:入|进去?|出去?|下去?|掉)?$"
)
#: 技术改造上的投入, 工业上投的钱: what is spent on a thing, said as a noun.
_PUT_INTO = re.compile(
    "[往在对向朝]?(?P<on>(?![的在年于往对向朝])[㐀-鿿]{2,6})(?:上|方面|领域|这一?块)(?:的)?"
    "(?P<how>投入|[投砸花用](?:下去|进去|了)?的?(?:钱|资金|真金白银))(?!多少|几)"
)
_EARNED = re.compile("[挣赚]了?(?:多少|几)")
_ALL_FIRMS = re.compile("(?P<which>(?:规上|规模以上)?(?:工业|服务业)?)企业")
# 燧晶光电做了多少, 车用电子干了多少亿: what a firm or an industry makes is its output.
_MADE = re.compile("(?<![事活])(?:做|干|产)(?:到|出|成)?了(?:多少|几)(?:个?[百千]?亿|万元|钱|$|[?？，,。])")
_MAKER = re.compile(f"(?:{TRADE}|企业|公司|产业|行业|厂子?)$(?<!电商)")  # 跨境电商 makes nothing
_INDUSTRY = ("规上工业", "规模以上工业", "工业")  # whose output it is, not its added value
_BY_PERSONS = re.compile("人均|农民|居民|百姓|工人|职工")
_INVESTED = re.compile("投(?:入|进去?|出去?)?了?(?:多少|几)")
_TO_INVEST = re.compile("(?:要|打算|计划|准备|需要?|得)投")
_IN_A_YEAR = re.compile(r"\d年|[今明后]年|年内|当年")
_SO_FAR = re.compile("累计|到.{0,6}[末底]|至今|一共|总共|已经")
#: 2022、2023两年一共投了多少: what each of them brought, and not what there is by then.
_YEARS_ADDED = re.compile(r"\d年?(?:、|和|与)(?:20)?\d\d年?|[两三四五]年(?:里|间)?(?:一共|总共|共)")
_THIS_YEAR = re.compile("当年|年内|一年投|今年")


_HOW = re.compile("咋么?")
#: 增速为何, at the end and behind what is measured: it asks how much, not why.
_HOW_MANY = re.compile(
    "几多(?!年)|几何(?![级体图形学])|几许|若干(?=(?:[㐀-鿿]{1,2})?[?？。]*$)"
    "|(?<=[值额量率速幅比重度数积入资税润款口投])为何(?=[?？。]*$)|(?<=[值额量率速幅比重度数积入资税润款口投][各又])为何(?=[?？。]*$)"
)


#: 老旧设备更新改造投资（技改）: the asker says himself what he means.
_GLOSSED = re.compile(
    "(?<=[区园的，, ])(?P<said>(?!的)(?:(?![多几比企给])[㐀-鿿]){2,15}(?P<measure>投资|收入|支出|盘子|规模|总?额|[率量]))"
    "[（(](?P<gloss>[㐀-鿿A-Za-z]{2,8})[)）]"
)


def _by_its_gloss(match: re.Match[str]) -> str:
    means = next((m for m in (match["gloss"], match["gloss"] + match["measure"]) if is_all_known(m)), "")
    return means if means and not is_all_known(match["said"]) else match[0]


#: 钱袋子进了多少？指一般公共预算收入: or behind it.
_MEANS = re.compile(
    "^(?P<asked>.{6,}?)[，,。？?；;（(]+(?:我)?(?:这里)?(?:指的?是?|[说问]的就?是|也?就是(?:说)?|即|口径[是为按])(?:的)?(?P<gloss>[㐀-鿿A-Za-z]{2,14}?)(?:口径|这一?项|这个数)?[）)]?[。？?！!]*$"
)
_CHANGED = re.compile("比|[顺逆]差|[多高大涨增降减差]了|百分之|几成")
_ASKED_OF = re.compile("(?:[进收花投来拿做干]|完成|实现|到账|入账)*了?(?=(?:多少|几))")


def _as_meant(text: str, words: frozenset[str]) -> str:
    """The question with the indicator that its asker says he means, in the place of what he has called it."""
    said = _MEANS.match(text)
    if said is None or not is_all_known(said["gloss"]) or len(find_terms(said["gloss"])) > 1 or _CHANGED.search(said["asked"]):
        return text
    if any(len(t.meanings) == 1 for t in find_terms(said["asked"])):
        return text
    asked, gloss = said["asked"], said["gloss"]
    told = described.named(asked, words, gloss)
    if told != asked:
        return f"{told}？"
    quoted = re.search("[“「‘][㐀-鿿]{2,8}[”」’]", asked)
    if quoted is not None:
        asked = asked[: quoted.start()] + asked[quoted.end() :]
    return f"{_ASKED_OF.sub(lambda m: gloss, asked, count=1)}？" if _ASKED_OF.search(asked) else text


@lru_cache(maxsize=256)
def in_writing(text: str, words: frozenset[str]) -> str:
    """A question with everyday words (一亩地交多少税) in those of reports (亩均税收多少), but for what a report prints so.

    Kept: read so by more than one stage.  ``words`` are the character pairs and triples of printed names.
    """
    text = mark_in_writing(for_what_cause(text))
    text = _GLOSSED.sub(_by_its_gloss, _HOW_MANY.sub("多少", _HOW.sub("怎么", text)))
    text = _PUT_INTO.sub(_put_into, described.named(_as_meant(text, words), words))
    for said, written in cues.SPOKEN:
        match = said.search(text)
        if match and not all(match.group()[i : i + 3] in words for i in range(max(1, len(match.group()) - 2))):
            text = text[: match.start()] + match.expand(written) + text[match.end() :]
    return text


def _put_into(match: re.Match[str]) -> str:
    kinds = ("投资", "投入", "支出") if match["how"][0] in "投砸" else ("支出", "投入", "投资")
    for start in range(len(match["on"]) - 1):
        for kind in kinds:
            if is_all_known(name := match["on"][start:] + kind) and len(find_terms(name)) == 1:
                return match["on"][:start] + name
    return match[0]


def looks_ahead(text: str) -> bool:
    """建成后, 达产以后: what is foreseen is meant, whatever it is filed under."""
    return bool(_AHEAD.search(text))


def spoken_indicator(phrases: tuple[str, ...], text: str, *, of_a_scope: bool) -> tuple[str, ...]:
    """The asked phrases with the indicator that the verb of ``text`` stands for; as they are where they name one."""
    spent = _spent_on(phrases[0], text) if len(phrases) == 1 else ""
    if spent:
        return (spent,)
    named = any(len(t.meanings) == 1 for p in phrases for t in find_terms(p))
    verb = len(phrases) == 1 and phrases[0].endswith("投") and all(t.end < len(phrases[0]) for t in find_terms(phrases[0]))
    made = len(phrases) == 1 and _ALL_FIRMS.fullmatch(phrases[0])
    if made and _EARNED.search(text):  # 规上工业企业，一年下来赚了多少: no count of them
        return (f"{made['which']}利润总额",)
    verb = verb and _INVESTED.search(text) is not None  # 医用敷料工厂投: the term is in whose it is; not 固投
    if (named and not verb) or len(phrases) > 1:
        return phrases
    phrase = phrases[0] if phrases else ""
    on = _SPENT.search(text)
    if on and phrase:
        return (on["on"] + "支出",)
    if phrase and _EARNED.search(text) and not _BY_PERSONS.search(text):
        return (re.sub("[挣赚]$", "", phrase) + "利润总额",)
    if _MADE.search(text) and (phrase in _INDUSTRY or (_MAKER.search(phrase) and not is_all_known(phrase))):
        return (phrase + "产值",)
    if not _INVESTED.search(text) or not (phrase or of_a_scope):
        return phrases
    thing = re.sub("投(?:入|进去?|出去?)?$", "", phrase)
    whole = find_terms(f"{thing}投资")
    if whole and (whole[0].start, whole[0].end, len(whole[0].meanings)) == (0, len(thing) + 2, 1):  # 工业技改投了多少
        return (f"{thing}投资",)
    return (thing + _investment(text),)


def _spent_on(phrase: str, text: str) -> str:
    """工业上砸了多少钱: the known indicator of what is spent on a thing, 投资, 投入 or 支出 of it; "" where there is none."""
    verb, thing = _MONEY_SPENT.search(text), _ON.search(phrase)
    if verb is None or thing is None:
        return ""
    kinds = ("投资", "投入", "支出") if verb["how"] in "投砸" else ("支出", "投入", "投资")
    on = re.sub("^(?:在|对)|的$", "", thing["on"])
    parted = re.search("上|方面|领域|里", phrase[thing.end("on") :])  # 西屿片区工业项目上: what stands before is whose
    for kind in kinds:
        terms = find_terms(on + kind)
        whole = len(terms) == 1 and is_all_known(on + kind)
        if whole or (parted and terms and terms[-1].start < len(on) and terms[-1].end == len(on + kind)):
            return on + kind
    return ""


def _investment(text: str) -> str:
    if _TO_INVEST.search(text):
        return "计划投资" if _IN_A_YEAR.search(text) else "投资"  # what is to be spent in all is not of one year
    if _SO_FAR.search(text) and not _YEARS_ADDED.search(text):
        return "累计完成投资"
    return "当年完成投资" if _THIS_YEAR.search(text) else "完成投资"

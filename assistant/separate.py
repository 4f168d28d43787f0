"""A message of several questions, each complete by itself: in lines, numbered, or one after the other with 另外 between.

槐渚2018年固投多少？另外，霁岭招商引资怎么样 is two; 槐渚2018年固投多少？霁岭呢？哪个高 is one, as what follows leans on what is before.
"""

from __future__ import annotations

import re

from assistant.events import HAPPENS, WHEN
from assistant.phrases import ASKING
from assistant.question import normalise_question, understand
from assistant.records import Query
from assistant.sized import LEFT_TO_SPEND
from assistant.terms import find_terms
from assistant.understanding import Understanding

__all__ = ["separate"]

_LINE = re.compile(r"[\r\n]+")
_NUMBER = re.compile(
    r"(?:^|(?<=[\s。？?；;，,]))\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十])[)）]|(?:\d{1,2}|[一二三四五六七八九十])[.、．](?!\d)"
    r"|[①-⑳]|第[一二三四五]个?问?题?[是：:，,])\s*|[（(][1-9][)）]\s*(?=[㐀-鿿]{2})"
)
_END = re.compile(r"(?<=[？?；;。！!])")
_MORE = re.compile("^(?:另外|还有|其次|再问一?[下个]?|再就是|顺便(?:问一?下?|问个?)?|顺带问一?下?|同时|此外)[，,：: ]*")
_LEANS = re.compile("^(?:那么?|这|其|它|他|前者|后者|两者|二者|分别)|呢[？?]?$")
_COMPARES = re.compile("哪[个家边一]|谁|比|相差|差多少|[高多低少][多少出]|加起来|合计|总共|一共|[两二三]者|[两三](?:个|家|区|年)")
_CLAIM = re.compile(r"\d\s*(?:[百千万亿]|[元%％户家个亩吨])")
_SPENT = re.compile("(?:那么?|现在|目前|已经?|累计|到?(?:现在|目前)为止|一共)*(?:完成|投)了?(?:投资|多少|几个?亿)[㐀-鿿]{0,4}")
_LAID_DOWN = (
    "(?:(?:上一?|前一|当|20[0-9]{2})年|去年|年初|年度|全年)?(?:工作)?(?:报告里?)?(?:(?:定|提出?|确定|下达)(?:下)?的)?(?:20[0-9]{2}年|当年)?的?(?:目标|任务|计划)(?:数|值)?"
)
_MET = re.compile(
    f"(?:那么?|它|对照|比照|按照?|照着?|和|跟|与)*{_LAID_DOWN}[，,]?(?:有没有)?(?:完成|达到|实现)了?(?:没有?|吗)?[?？。]*"
    f"|(?:那么?)?(?:有没有)?(?:完成|达到|实现)了?{_LAID_DOWN}(?:没有?|了?吗|了?没)?[?？。]*"
)
_RATE = re.compile("(?:那么?)?(?:目标|任务|计划)?完成率[^，,。？?]{0,6}(?:多少|几)[?？。]*")
_HOW_MANY = "(?:是|有|为)?(?:多少|几)个?[㐀-鿿]{0,3}"
#: 什么时候投产, 当年产值多少: what is asked of a project that the clause before names, and would else be asked of any, or of the zone.
_OF_IT = re.compile(
    f"(?:那么?|又|打算|计划|预计|预期|是|要|会|能)*(?:{WHEN}(?:才|能|会|要|可以?|正式|全面)*(?:{HAPPENS})(?:的|了|呢)?|(?:{HAPPENS})(?:时间)?(?:是|在|到)*{WHEN})"
    f"|(?:当年|投产当年)(?:就|又|能|已经?)*(?:实现|完成|做了?|形成)?了?的?(?:产值|税收|销售收入|营业收入){_HOW_MANY}"
    "|(?:那么?|现在)?还(?:差|剩下?|要投|需投)(?:多少|几)[㐀-鿿]{0,3}"
)
_ITS_MONEY = re.compile(f"(?:那么?|又|目前|现在|当年|今年|累计|一共|总共|计划|已经?)*(?:总?投资|完成投资|投了?|投资了|投入){_HOW_MANY}")
_A_THING = re.compile("[㐀-鿿A-Za-z0-9]{4,}(?:项目|工程|基地|产业园|中心|生产线|[一二三]期|大桥|隧道|大道|医院|学校|[小中]学|厂)")
SHORTEST = 6  # characters of a question …
LONGEST = 10  # … and of one that sets the two before against each other


def separate(text: str, known: Understanding) -> list[str]:
    """The questions of a message in order; itself alone where they are not complete by themselves."""
    lines = [piece for line in _LINE.split(text) for piece in _NUMBER.split(line) if re.search(r"\w", piece)]
    if len(lines) > 1 and all(len(piece.strip()) >= SHORTEST and _asks(piece, known) for piece in lines):
        return [piece.strip() for piece in lines]
    first, _, second = text.partition("，")
    if _SPENT.fullmatch(first.strip()) and LEFT_TO_SPEND.match(second.strip()):
        return [first.strip(), second.strip()]  # 累计投了多少，还差多少没投: of the project that is talked of
    if _MET.fullmatch(first.strip()) and _RATE.fullmatch(second.strip()):
        return [first.strip(), second.strip()]
    clauses = [c.strip("？?。 ") for c in re.split("[，,；;]", text)]
    its = [c for c in clauses[1:] if _ITS_MONEY.fullmatch(c) is None]
    if 2 <= len(clauses) <= 3 and its and all(map(_OF_IT.fullmatch, its)) and ASKING.search(clauses[0]) and _A_THING.search(clauses[0]):
        return clauses
    groups: list[str] = []
    for piece in filter(str.strip, _END.split(text)):
        more = _MORE.match(piece.strip())
        own = piece.strip()[more.end() :] if more else piece.strip()
        behind = bool(groups) and _complete(groups[-1], known)
        if behind and _MET.fullmatch(own):  # 比上年少多少？年初定的任务完成没有？
            year = re.search("20[0-9]{2}年", own)
            groups.append(f"{year.group() if year else '当年'}目标完成了没有？")
        elif not groups or (behind and _complete(own, known)):
            groups.append(own)
        elif len(groups) > 1 and len(own) <= LONGEST and _COMPARES.search(own):
            groups.append(own)  # 哪个高
        elif _COMPARES.search(own):
            return [text]
        else:
            groups[-1] += own
    return groups if len(groups) > 1 else [text]


def _asks(piece: str, known: Understanding) -> bool:
    """Whether a line asks, or names an indicator and claims no number of it: 回答999亿元 is no question."""
    if _LEANS.search(piece.strip()):
        return False
    return _wants(piece, understand(piece, known))


def _wants(piece: str, query: Query) -> bool:
    named = bool(find_terms("".join(query.indicators))) and _CLAIM.search(piece) is None
    return named or ASKING.search(piece) is not None


def _complete(piece: str, known: Understanding) -> bool:
    """Whether a question names its zone, where there are several, and what it asks of."""
    if len(piece) < SHORTEST or not re.search(r"[㐀-鿿]", piece) or _LEANS.search(normalise_question(piece)):
        return False
    query = understand(piece, known)
    placed = query.zones if len(known.zones.zones) > 1 else query.periods
    named = query.indicators or query.topic or query.scopes or query.operands
    return bool(placed and named and _wants(piece, query))

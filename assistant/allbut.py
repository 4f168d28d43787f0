"""What there is besides what the asker names: 除了光学仪器还有哪些主导产业, 甲项目以外的三个项目是哪些, 绿色建材以外的三个行业产值各多少.

Asked for without the exception, a list is told whole; what of it the asker names himself is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.names import bigrams, fold
from assistant.records import Draft, Statement
from index.numbers import NUMERALS, count_of

__all__ = ["AllBut", "all_but", "left_out"]

_N = "[一二两三四五六七八九]"
_THINGS = "(?:主导|支柱|重点|特色|优势|新兴|重大)*(?:产业|行业|项目|工程|企业|公司|片区|园区|板块|平台|问题|任务|措施)"
_OUT = "(?:以外|之外|除外|外(?![商资贸]))"
_BESIDES = re.compile(
    f"(?P<lead>[^。？?]*?)(?:除了?|除去|除开|抛开|撇开|不算)(?P<but>[^，,。？?]{{2,30}}?)(?:{_OUT})?[，,]?(?:(?<=外)|(?<=[，,])|(?=还|另|其[他它余]|剩))"
    f"(?P<mid>[^，,。？?哪什啥]{{0,14}}?)(?:还|另外?|其[他它余]的?|剩下的?|别的|又|都|主要)*(?:有|是)?(?P<rest>(?:哪|什么|啥|{_N}).*)"
)
_OTHERS = re.compile(f"(?P<lead>[^。？?]*?)(?P<but>[^，,。？?年的]{{2,20}}?){_OUT}的(?:其[他它余])?(?P<rest>(?:另外?)?{_N}(?:个|大|家|项|条).*)")
_WHICH = re.compile(f"^(?:哪|什么|啥)(?:{_N}|几|些)?(?:个|大|家|项|条|类)?的?")
_COUNTED = re.compile(f"(?P<number>{_N})(?=[个大家项条])")
_EACH = re.compile(
    "[，,]?(?:它们)?(?P<year>\\d+年)?(?P<of>[㐀-鿿]{0,6}?(?:产值|总投资|投资|税收|营收|营业收入))?(?:又|都|各|分别|各自)*(?:是|为|有)?(?:多少|几何)[^，,。]{0,4}$"
)
_JOINTS = re.compile("[、和与跟]|以及|(?<![不涉惠])及(?![时早预])")


@dataclass(frozen=True, slots=True)
class AllBut:
    """The question without the exception, and what it excepts."""

    whole: str
    named: Sequence[str]


def all_but(text: str) -> AllBut | None:
    """None where nothing is excepted from a list: what is left of a sum is worked out elsewhere."""
    text = re.sub("[？?。]+$", "", text)
    said = _BESIDES.fullmatch(text) or _OTHERS.fullmatch(text)
    if said is None or re.search("合计|总共|一共|共(?:有|计)?多少|占|最|排", said["rest"]):
        return None
    named = [n for n in _JOINTS.split(said["but"]) if len(n) > 1]
    if not named:
        return None
    lead, rest = said["lead"] + (said.groupdict().get("mid") or ""), said["rest"]
    thing = re.search(_THINGS, rest)
    each = _EACH.match(rest, thing.end()) if thing is not None else None
    counted = _COUNTED.search(rest)
    if each is not None and thing is not None:
        number = NUMERALS[counted["number"]] + len(named) if counted else 0
        many = next((c for c, n in NUMERALS.items() if n == number and c in "两三四五六七八九"), "") if number else ""
        return AllBut(f"{lead}{each['year'] or ''}{many + '大' if many else '各'}{thing.group()}{each['of'] or ''}各是多少", named)
    if re.search("多少|几[个家项户]", rest):
        return None
    rest = _WHICH.sub("", _COUNTED.sub("", rest, count=1).lstrip("个大家项条") if counted else rest)
    return AllBut(f"{lead}有哪些{rest}" if rest else f"{lead}有哪些", named)


_IN_TURN = re.compile("分别|依次|各为")
_MANY = re.compile("(?P<before>共|有)(?P<number>\\d+)(?P<of>[个条项家大])")
_LED = re.compile("[^：:；]*[：:]")


def left_out(draft: Draft, named: Sequence[str]) -> Draft | None:
    """The answer without what is named; None where it tells nothing else, or not of all that is named."""
    folded = [fold(n) for n in named]
    if any(_IN_TURN.search(s.text) and any(n in fold(s.text) for n in folded) for s in draft.statements):
        return draft  # 甲、乙、丙分别为…: a sentence that can't be taken apart
    told: list[Statement] = []
    seen: set[str] = set()
    dropped = 0
    for statement in draft.statements:
        led = _LED.match(statement.text)
        lead = led.group() if led is not None else ""
        body = statement.text[len(lead) :].rstrip("。；")
        between = "；" if "；" in body or not lead else "、"
        if lead and not _MANY.search(lead):
            lead, body = "", lead + body  # 实际利用外资：完成年度目标的102.6%
        items = body.split(between)
        kept = [item for item in items if not any(_tells(n, item) for n in folded)]
        seen |= {n for n in folded if any(_tells(n, item) for item in items)}
        dropped += len(items) - len(kept)
        if len(kept) == len(items):
            told.append(statement)
        elif kept:
            told.append(replace(statement, text=lead + between.join(kept) + statement.text[len(lead) + len(body) :]))
    if len(seen) < len({*folded}) or not any(s.citations for s in told):
        return None
    return replace(draft, statements=tuple(replace(s, text=_MANY.sub(lambda m: _fewer(m, dropped), s.text, count=1)) for s in told))


def _tells(named: str, item: str) -> bool:
    """Whether an item is what was named: 成果转化率低 is 成果就地转化率偏低."""
    said = fold(item)
    return named in said or (len(named) >= _LONG and len(bigrams(named) & bigrams(said)) >= _HELD * len(bigrams(named)))


_LONG, _HELD = 5, 0.6  # characters of a name that may be told otherwise, and the share of its pairs


def _fewer(many: re.Match[str], dropped: int) -> str:
    left = count_of(many["number"]) - dropped
    return f"{many['before']}{left}{many['of']}" if left > 0 else many.group()

"""它的高企有几家, behind 谁的财政收入高: of the zone that came first; 谁的财政收入高, behind two zones: of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.facts import Facts
from assistant.records import Operation
from assistant.terms import is_all_known

if TYPE_CHECKING:
    from assistant.conversation import Turn

__all__ = ["of_the_winner", "which_of_them"]

_IT = re.compile("(?:那么?)?(?:它|[这那该](?:一?[个家])?(?:开发区|高新区|经开区|园区|区))的?(?=[㐀-鿿]{2})(?![们和跟与比])")
_FIRST = re.compile("(?P<who>[^，。：；]{2,20}?)(?:的[^，。：；]{2,20})?最[高低多少大小快慢]")


def of_the_winner(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """The question with the zone in the place of 它; as it is where no zone was told to be the first, or the last."""
    if share := _its_share(text, turns[-1], facts):
        return share
    said, last = _IT.match(text), turns[-1]
    ranked = last.query.operation in (Operation.EXTREME, Operation.RANKING) and not last.answer.refused and last.answer.statements
    if said is None or not ranked:
        return text
    first = next((m for s in last.answer.statements if (m := _FIRST.match(s.text))), None)
    zones = {f.zone for f in last.answer.figures if not f.scope}
    won = [z for z in zones if first is not None and facts.short(z) == first["who"]]
    if len(won) != 1 or len(zones) < 2:
        return text
    when = last.query.periods[0].label if len(last.query.periods) == 1 and not re.search(r"\d{2,4}年|[今去前明]年", text) else ""
    return f"{facts.short(won[0])}{when}{text[said.end() :]}"


_OF_ALL = re.compile(
    "(?:那么?)?(?:它|这个|该)?(?:在|占)(?:了)?(?:全[区园县市]|整个(?:园区|开发区|区)|全部|园区|开发区)(?:的|里|中)?"
    "(?:占|比重|占比|份额)?(?:又|是|有|为|到)*(?:多少|多大(?:一块|比重|比例|份额)?|几成|百分之几|比重|占比|比例|份额)(?:呢|多少|多大)?[?？。]*"
)


def _its_share(text: str, last: Turn, facts: Facts) -> str:
    """它占全区多大一块, behind 哪个产业产值最高: of the one that was found, in the zone's own."""
    told = last.answer.figures[:1] if not any(" + " in s.formula for s in last.answer.statements) else ()
    found = last.query.operation is Operation.EXTREME and not last.answer.refused and told
    if not found or not _OF_ALL.fullmatch(text) or not told[0].scope or told[0].period is None or told[0].value is None:
        return ""
    first = told[0]
    return f"{facts.short(first.zone)}{first.period.label if first.period else ''}{first.scope}{first.indicator}占全区{first.indicator}的比重是多少"


_ZONE = "(?:开发区|高新区|经开区|园区|区)"
_WHICH_ZONE = re.compile(
    f"(?:那么?)?(?:这?[两几三](?:个|家)?{_ZONE}?)?(?:谁家?|哪(?:一?[个家边])?{_ZONE}|哪一?[家边]的?(?!企业|公司))的?(?=[㐀-鿿]{{2}})"
)
_ONLY_WHICH = re.compile("(?:更|最)?[高低多少大小快慢强弱好差](?:一?[些点])?[呢啊?？。]*")


def which_of_them(text: str, turns: Sequence[Turn], facts: Facts) -> str:
    """谁的财政收入高, in full: of the zones talked of, where those are several, or else of all; "" for any other question."""
    said = _WHICH_ZONE.match(text)
    talked_of = list(dict.fromkeys(z for t in turns[-4:] for z in t.query.zones))
    zones = talked_of if len(talked_of) > 1 else list(facts.zones.zones)
    if said is None or not 1 < len(zones) <= _MOST:
        return ""
    last = turns[-1].query
    when = last.periods[0].label if len(last.periods) == 1 and not re.search(r"\d{2,4}年|[今去前明]年", text) else ""
    alone = _ONLY_WHICH.fullmatch(text, said.end()) is not None  # 哪个区最高: by what was asked of before
    of = "".join((*last.scopes, *last.indicators)) if alone else ""
    if alone and not is_all_known(of):
        return ""
    return f"{'、'.join(map(facts.short, zones))}{when}{of}{text}"


_MOST = 6

"""游客恢复到2019年的几成, 产值是五年前的几倍: how what is told measures up to another time, as it is printed (相当于2019年|92%|)."""

from __future__ import annotations

import re

from assistant.extractive.drafting import Drafting
from assistant.extractive.wanted import GENERIC
from assistant.extractive.wording import amount, when
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Query
from index.records import Figure, FigureKind

__all__ = ["answer_likened"]

_MUCH = "(?:百分之(?:多少|几)|多少|几成|几倍|多少倍|[一两]倍)"
_ASKED = re.compile(
    r"(?P<what>[^，,。；;？?]{0,24}?)(?:已经?|又|只|才)?(?:恢复|回升|回到|相当于|是|为)(?:到|至)?了?"
    rf"(?P<then>(?:(?:19|20)?\d\d|[去上前])年(?:同期|全年|水平)?|疫情前|[一二两三四五六七八九十]年前)的?(?:水平的?)?{_MUCH}"
)
_PRINTED = "相当于"


def answer_likened(drafting: Drafting, query: Query) -> bool:
    """False, with nothing said, where no such thing is asked, or it is not printed of what is asked."""
    asked = _ASKED.search(query.text)
    if asked is None:
        return False
    what = asked["what"] if len(asked["what"]) > 1 else query.topic or "".join(query.indicators)  # 游客呢 → 恢复到2019年的多少
    figure = _printed(drafting.facts, query, what, asked["then"])
    if figure is None:
        return False
    then = figure.indicator.removeprefix(_PRINTED)
    drafting.say(f"相当于{then}的{amount(figure)}（{Facts.short(figure.zone)}{when(figure)}{figure.scope}）。", drafting.cite(figure))
    return True


def _printed(facts: Facts, query: Query, what: str, then: str) -> Figure | None:
    """The newest of what is asked, against that time; None where several things are as near."""
    told = [f for f in facts.figures(query.zones) if f.kind is FigureKind.SHARE and f.indicator.startswith(_PRINTED) and _alike(f.indicator, then)]
    asked = bigrams(fold(GENERIC.sub("", what)))
    near = [(len(asked & bigrams(fold(f.scope))), f) for f in told]
    most = max((n for n, _ in near), default=0)
    best = [f for n, f in near if n == most]
    best = [f for f in best if f.period == max((g.period for g in best if g.period), key=lambda p: p.key, default=None)] or best
    return best[0] if most and len({f.scope for f in best}) == 1 else None


def _alike(printed: str, then: str) -> bool:
    """疫情前 is 2019年 to everybody who asks."""
    year = re.search(r"\d{2,4}", then)
    if then == "疫情前":
        return "疫情前" in printed or "2019" in printed
    if year is not None:
        return re.search(rf"{year.group()[-2:]}年", printed) is not None
    return re.sub("(?:同期|全年|水平)$", "", then.replace("去", "上")) in printed.replace("去年", "上年")

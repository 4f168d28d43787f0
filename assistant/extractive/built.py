"""How long something took to build: 从开工到投产用了多久, 三期建了几个月, 工期多长; from the two dates that the reports give."""

from __future__ import annotations

import re
from datetime import date

from assistant.extractive.drafting import Drafting
from assistant.extractive.rescheduled import Telling, cite, names_of, reports_in_order, tellings_of
from assistant.records import Query

__all__ = ["answer_built"]

_BEGUN, _DONE = "开工|动工|奠基|开建", "投产|竣工|建成|投用|投运|通车|完工|启用|交付|试产|开业"
_LONG = "(?:多久|多长时间|多长|(?:多少|几)个?(?P<unit>{0}月|天|年)[^，,。？?]{{0,2}})"
_ASKED = (
    re.compile(
        f"(?:从|自)?(?:(?P<from>{_BEGUN}|签约)[^，,。？?]{{0,4}})?(?:到|至)(?P<to>{_DONE}|开工|动工)[^，,。？?]{{0,10}}?{_LONG.format('')}"
    ),
    re.compile(f"(?:建设|施工)?(?:周期|工期|用时)(?:一?共|总共)?(?:是|有|为|要)?{_LONG.format('')}"),
    re.compile(f"(?<![新改扩续])(?:建|修|盖)(?:设|造)?(?:一?共|总共)?(?:用|花)?了?{_LONG.format('')}"),
)
_FILLER = re.compile("^(?:请问)?|(?:一?共|总共|从|自|的|是|[，,])+$")


def answer_built(drafting: Drafting, query: Query) -> bool:
    """The months (or days) between both dates; False, with nothing said, where that isn't asked or not both are told as past."""
    asked = next((m for pattern in _ASKED if (m := pattern.search(query.bare))), None)
    if asked is None or len(query.cells) > 1:
        return False
    groups = asked.groupdict()
    thing = _FILLER.sub("", query.bare[: asked.start()]).replace("项目从", "项目")
    if not names_of(thing):
        return False
    begun, done = groups.get("from") or _BEGUN, groups.get("to") or _DONE
    reports = reports_in_order(drafting.facts, query)
    first = [t for i in reports for t in tellings_of(drafting.facts, i, thing, begun) if not t.foreseen]
    last = [t for i in reports for t in tellings_of(drafting.facts, i, thing, done) if not t.foreseen]
    if not first or not last or last[-1].until <= first[0].until:
        return False
    start, end = first[0], last[-1]
    if groups["unit"] == "天" and "日" in start.date and "日" in end.date:
        days = (date(*end.until) - date(*start.until)).days
        long, formula = f"{days}天", f"{_day(end)} − {_day(start)} = {days}天"
    else:
        long, formula = _months(start, end)
    drafting.note("建设用时", f"{thing}：{start.date}{start.event} → {end.date}{end.event}")
    dates = f"{_dated(start)}{start.event}，{_dated(end)}{end.event}"
    drafting.say(f"约{long}（{dates}；{formula}）。", tuple(dict.fromkeys((cite(drafting, start), cite(drafting, end)))), formula)
    return True


def _months(start: Telling, end: Telling) -> tuple[str, str]:
    (year, first, _), (then, second, _) = start.until, end.until
    if year == then:
        return f"{second - first}个月", f"{second} − {first} = {second - first}"
    whole = 12 * (then - year - 1)
    formula = f"12 − {first} + {second}" + (f" + {whole}" if whole else "")
    months = 12 * (then - year) + second - first
    return f"{months}个月", f"{formula} = {months}"


def _dated(told: Telling) -> str:
    return told.date if "年" in told.date else f"{told.until[0]}年{told.date}"


def _day(told: Telling) -> str:
    return "{}年{}月{}日".format(*told.until)

"""What a slot of an answered question can be changed to: zones, years, indicators, readings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from assistant.records import Query
from assistant.web.changing import ASPECTS
from assistant.web.escaping import plain
from assistant.web.interface import LedgerLike
from assistant.web.language import Language, spoken
from assistant.web.rendering import do_link
from assistant.web.slots import Slot, slots
from assistant.web.views.desk import Desk, html
from assistant.web.visitor import owner_of
from index.records import Period, Status

__all__ = ["router"]

_NEAR, _LISTED = 8, 400


def router(desk: Desk) -> APIRouter:
    routes = APIRouter(prefix="/view")

    @routes.get("/slot")
    def choices(request: Request, conversation: str, turn: int, at: int) -> HTMLResponse:
        say = spoken(request)
        said = next((one for one in desk.store.said(owner_of(request), conversation) if one.number == turn), None)
        found = slots(said) if said else []
        if said is None or said.answer is None or not 0 <= at < len(found):
            raise HTTPException(404, "没有这个问题")
        slot, query = found[at], said.answer.query
        others = [(value, label) for value, label in _options(slot, query, desk.assistant.index.ledger)
                  if value != slot.value]
        items = "".join(f'<li><a class="zq-choice" role="button" href="{do_link("change", turn=turn, at=at, to=value)}">'
                        f"{plain(say(label))}</a></li>" for value, label in others)
        typed = _typed(turn, at, desk.assistant.index.ledger, say) if slot.field == "indicator" else ""
        empty = "" if items or typed else f'<p class="zq-count">{say("没有别的可选。")}</p>'
        title = say("把{kind}“{now}”换成", kind=say(slot.kind), now=plain(say(slot.label)))
        return html(f'<h2 id="zq-dialog-title">{title}</h2>{typed}{empty}<ul class="zq-options">{items}</ul>'
                    f'<p class="zq-row"><button type="button" data-close>{say("取消")}</button></p>')

    return routes


def _options(slot: Slot, query: Query, ledger: LedgerLike) -> Iterable[tuple[str, str]]:
    """(value, label) of each choice."""
    match slot.field:
        case "zone" | "unknown":
            return [(zone, zone) for zone in ledger.zones() if zone not in query.zones]
        case "period":
            known = set(ledger.periods())
            ahead = {Period.year(period.last_year + 1) for period in known}  # what the reports set as goals
            return [(period.key, period.label) for period in sorted((known | ahead) - {*query.periods}, reverse=True)]
        case "indicator":
            return [(name, name) for name in _near(slot.value, query.zones, ledger.vocabulary())]
        case "status":
            return [(status.value, status.value) for status in Status]
        case _:
            return [(aspect.value, aspect.value) for aspect in ASPECTS]


def _near(name: str, zones: tuple[str, ...], known: Mapping[str, Mapping[str, int]]) -> list[str]:
    """The indicators whose names share most with this one, and the most frequent, in the zones asked about."""
    pieces = {name[at:at + 2] for at in range(len(name) - 1)}
    here = [other for other, where in known.items() if other != name and (not zones or any(z in where for z in zones))]
    shared = {other: len(pieces & {other[at:at + 2] for at in range(len(other) - 1)}) / (len(other) + 2)
              for other in here}
    return sorted(here, key=lambda other: (-shared[other], -sum(known[other].values())))[:_NEAR]


def _typed(turn: int, at: int, ledger: LedgerLike, say: Language) -> str:
    often = sorted(ledger.vocabulary().items(), key=lambda item: -sum(item[1].values()))[:_LISTED]
    names = "".join(f'<option value="{plain(name)}">' for name, _ in often)
    return (f'<form class="zq-bar" data-order="change"><input type="hidden" name="turn" value="{turn}">'
            f'<input type="hidden" name="at" value="{at}"><label class="zq-grow">{say("指标")}<input type="text" '
            f'name="to" list="zq-slot-names" id="zq-slot-to" required maxlength="40" autocomplete="off"></label>'
            f'<datalist id="zq-slot-names">{names}</datalist><button class="zq-primary">{say("换")}</button></form>')

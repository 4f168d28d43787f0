"""Small pieces of HTML that several views share."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from assistant.web.escaping import plain
from assistant.web.language import Language
from index.records import Figure, Status

__all__ = ["STATUS_CLASS", "choose", "field", "link", "place_of", "status_tag", "view_link"]

STATUS_CLASS = {Status.DONE: "done", Status.EXPECTED: "expected", Status.TARGET: "target"}


def link(path: str, **values: object) -> str:
    """A path with its query, fit for an attribute; blank values are left out."""
    query = urlencode({name: value for name, value in values.items() if value not in ("", None)}, doseq=True)
    return plain(f"{path}?{query}" if query else path)


def view_link(view: str, **values: object) -> str:
    """The href that opens another tab of the page."""
    return plain("#" + urlencode({"view": view, **{k: v for k, v in values.items() if v not in ("", None)}}))


def choose(name: str, label: str, options: Iterable[tuple[str, str]], chosen: str, *, id: str = "") -> str:
    """A labelled select; ``options`` are (value, what is shown)."""
    items = "".join(f'<option value="{plain(value)}"{" selected" if value == chosen else ""}>{plain(shown)}</option>'
                    for value, shown in options)
    return f'<label>{label}<select name="{name}" id="{id or f"zq-{name}"}">{items}</select></label>'


def field(name: str, label: str, value: str, *, id: str, kind: str = "search", hint: str = "", most: int = 80) -> str:
    return (f'<label class="zq-grow">{label}<input type="{kind}" name="{name}" id="{id}" value="{plain(value)}" '
            f'maxlength="{most}" placeholder="{plain(hint)}"></label>')


def status_tag(status: Status, say: Language) -> str:
    return f'<span class="zq-tag zq-tag-{STATUS_CLASS[status]}">{say(status.value)}</span>'


def place_of(figure: Figure) -> tuple[str, tuple[int, int], tuple[tuple[int, int], ...]]:
    """What a link to a figure's sentence needs: report, the sentence's span, and the figure in it."""
    return figure.report_id, (figure.sentence_start, figure.sentence_end), ((figure.start, figure.end),)

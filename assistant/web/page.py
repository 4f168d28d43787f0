"""The page itself: what stands where, and which callback answers to what.  Callbacks only translate.

Two rules keep the browser free of ``eval``, so that the content policy can forbid it: no ``gr.HTML`` (it compiles its
template) and no ``js=`` on events.  Our HTML goes through ``gr.Markdown`` and ``gr.Chatbot``, as one escaped block; the
views beside the chat are empty places that static/views.js fills from /view/….
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import gradio as gr

from assistant.conversations import Said
from assistant.records import Query
from assistant.service.identity import identity_of
from assistant.web.examples import Examples
from assistant.web.language import Language
from assistant.web.library import Library, Progress
from assistant.web.listing import render_limits, render_upload, render_welcome
from assistant.web.rendering import render_trouble
from assistant.web.talking import Talking
from assistant.web.visitor import owner_of

__all__ = ["build_page"]

_POLL_S = 0.25
_VIEWS = {"evidence": "依据", "figures": "指标", "compare": "对比", "reports": "报告", "corrections": "更正",
          "export": "导出"}
"""Tab → its name; each is a place in the page and a route under /view/."""

Step = tuple[Any, ...]


class _Page:
    """The callbacks of one page in one language."""

    def __init__(self, talking: Talking, library: Library, examples: Examples, say: Language) -> None:
        self.talking = talking
        self.library = library
        self.examples = examples
        self.say = say

    # --- what the index holds -----------------------------------------------------------------------------------

    @property
    def ledger(self) -> Any:
        return self.talking.assistant.index.ledger

    def welcome(self) -> str:
        return render_welcome(self.examples(), len(self.ledger.cards()), self.say)

    def zone_choices(self) -> list[tuple[str, str]]:
        return [(self.say("全部区"), ""), *((zone, zone) for zone in self.ledger.zones())]

    def period_choices(self) -> list[tuple[str, str]]:
        return [(self.say("全部年"), ""), *((period.label, period.key) for period in reversed(self.ledger.periods()))]

    def show_index(self, zone: str, period: str) -> Step:
        """Zones, years and examples as the newest index has them; a choice that still exists is kept."""
        zones, periods = self.zone_choices(), self.period_choices()
        return (gr.Dropdown(choices=zones, value=zone if zone in dict(zones).values() else ""),
                gr.Dropdown(choices=periods, value=period if period in dict(periods).values() else ""),
                gr.Chatbot(placeholder=self.welcome()))

    # --- asking -------------------------------------------------------------------------------------------------

    def ask(self, question: str, zone: str, period: str, conversation: str, request: gr.Request) -> Iterator[Step]:
        """Box, chat and conversation: first with the question alone, then with its answer."""
        asked = Said(question.strip(), zone=zone or "", period=period or "")
        if not asked.question:
            yield "", gr.skip(), conversation
            return
        for id, messages in self.talking.ask(owner_of(request), conversation, asked, self.say):
            yield "", messages, id
        yield (gr.skip(),) * 3  # Gradio sends the last step twice, and the second may come after a new conversation

    def command(self, text: str, zone: str, period: str, conversation: str, request: gr.Request) -> Iterator[Step]:
        """What a link in the chat asks for: chat, conversation, zone and period."""
        fields = {name: values[0] for name, values in parse_qs(text).items()}
        owner, stay = owner_of(request), (gr.skip(), gr.skip())
        match fields.get("do"):
            case "open":
                messages = self.talking.show(owner, fields.get("id", ""), self.say)
                yield messages, fields.get("id", "") if messages else "", *stay
            case "new":
                yield [], "", *stay
            case "ask":
                asked = Said(fields.get("question", "").strip(), zone=zone or "", period=period or "")
                yield from self._ask(owner, asked, conversation, stay, None)
            case "new-ask":  # a shared link
                yield from self._ask(owner, Said(fields.get("question", "").strip()), "", stay, None)
            case "edit":
                asked = Said(fields.get("question", "").strip(), zone=zone or "", period=period or "")
                yield from self._ask(owner, asked, conversation, stay, _number(fields.get("turn")))
            case "change":
                yield from self._change(owner, conversation, fields)
            case "retry":
                turn = _number(fields.get("turn"))
                found = [one for one in self.talking.store.said(owner, conversation) if one.number == turn]
                if found:
                    same = found[0].answer.query if found[0].exact and found[0].answer else None
                    yield from self._ask(owner, found[0], conversation, stay, turn, same)

    def _change(self, owner: str, conversation: str, fields: dict[str, str]) -> Iterator[Step]:
        """A slot of an answered question taken away or changed: the last question makes way for the new one."""
        said, turn = self.talking.store.said(owner, conversation), _number(fields.get("turn"))
        before = next((one for one in said if one.number == turn), None)
        found = self.talking.change(before, _number(fields.get("at")), fields.get("to", "")) if before else None
        if before is None or found is None:
            return
        asked, query = found
        # A choice beside the box that was taken out of the question would go into the next one.
        stay = (gr.skip() if asked.zone == before.zone else "", gr.skip() if asked.period == before.period else "")
        yield from self._ask(owner, asked, conversation, stay, turn if said[-1].number == turn else None, query)

    def _ask(self, owner: str, asked: Said, conversation: str, stay: Step, instead_of: int | None,
             query: Query | None = None) -> Iterator[Step]:
        if asked.question:
            for id, messages in self.talking.ask(owner, conversation, asked, self.say, instead_of=instead_of,
                                                 query=query):
                yield messages, id, *stay
            yield (gr.skip(),) * 4

    # --- uploading ----------------------------------------------------------------------------------------------

    def upload(self, files: list[str] | None, replacing: bool, request: gr.Request) -> Iterator[Step]:
        """Status and file box while the index is built in the background."""
        if not files:
            yield gr.skip(), gr.skip()
            return
        if not identity_of(request).may_edit:
            yield render_trouble(self.say("只有编辑可以上传"), self.say("请管理员改用 editor 角色")), None
            return
        received = self.library.receive([(Path(path), Path(path).name) for path in files], replacing=replacing)
        if not any(item.path for item in received):
            yield render_upload(received, Progress(), self.say, finished=True), None
            return
        self.library.start_build()
        while (progress := self.library.progress).running:
            yield render_upload(received, progress, self.say, finished=False), gr.skip()
            time.sleep(_POLL_S)
        received = self.library.withdraw(received, progress)
        yield render_upload(received, progress, self.say, finished=True), None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else -1


def _header(say: Language) -> str:
    other, label = ("/", "中文") if say.root else ("/en/", "English")
    return (f'<header class="zq-head"><h1>{say("开发区工作报告问答")}</h1><p>{say("每个数字都能在报告原文里找到")}</p>'
            f'<nav class="zq-nav" aria-label="{say("页面")}"><a role="button" href="#do=history">{say("对话记录")}</a>'
            f'<a href="{other}" lang="{"zh-CN" if say.root else "en"}">{label}</a></nav></header>')


def build_page(talking: Talking, library: Library, examples: Examples, say: Language, *, queue_size: int,
               ) -> gr.Blocks:
    """The Gradio page in one language, ready to be mounted; theme, style and limits are given at mounting."""
    page = _Page(talking, library, examples, say)
    blocks = gr.Blocks(title=say("开发区工作报告问答"), analytics_enabled=False, delete_cache=(3_600, 3_600))
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    with blocks:
        gr.Markdown(_header(say), elem_id="zq-head")
        with gr.Tabs(elem_id="zq-tabs"):
            with gr.Tab(say("问答"), id="ask", elem_id="zq-tab-ask"):
                box, zone, period, chat, send = _chat(page, say)
            for name, label in _VIEWS.items():
                with gr.Tab(say(label), id=name, elem_id=f"zq-tab-{name}"):
                    if name == "reports":
                        _uploads(page, library, say, [zone, period, chat], quiet)
                    gr.Markdown(f'<div class="zq-view" id="zq-view-{name}"></div>', elem_classes="zq-plain")
        # The browser keeps which conversation it is on, so that a server that was restarted goes on with it.
        conversation = gr.Textbox("", visible="hidden", elem_id="zq-conversation", label="conversation")
        order = gr.Textbox("", visible="hidden", elem_id="zq-order", label="order")
        run = gr.Button("run", visible="hidden", elem_id="zq-run")
        ready = gr.Textbox("", visible="hidden", elem_id="zq-ready", label="ready")  # events are bound once it is set
        # What comes while an answer is on its way waits for it; a second Enter then finds the box empty.
        asking: dict[str, Any] = {"concurrency_limit": 4, "concurrency_id": "ask", "trigger_mode": "always_last", **quiet}
        gr.on([box.submit, send.click], page.ask, [box, zone, period, conversation], [box, chat, conversation], **asking)
        run.click(page.command, [order, zone, period, conversation], [chat, conversation, zone, period], **asking)
        blocks.load(lambda *chosen: (*page.show_index(*chosen), "yes"), [zone, period], [zone, period, chat, ready],
                    **quiet)
    blocks.queue(max_size=queue_size)
    return blocks


def _chat(page: _Page, say: Language) -> tuple[gr.Textbox, gr.Dropdown, gr.Dropdown, gr.Chatbot, gr.Button]:
    chat = gr.Chatbot(label=say("问答"), show_label=False, elem_id="zq-chat", placeholder=page.welcome(), buttons=[],
                      latex_delimiters=[], layout="panel", feedback_options=None,
                      autoscroll=False)  # page.js scrolls the question to the top, not the end into view
    with gr.Column(elem_id="zq-composer"):
        box = gr.Textbox(label=say("问题"), show_label=False, container=False, lines=1, max_lines=5, elem_id="zq-ask",
                         placeholder=say("问一个指标、一个项目，或接着上一句问"),
                         html_attributes=gr.InputHTMLAttributes(enterkeyhint="send"))
        with gr.Row(elem_id="zq-slots"):
            zone = gr.Dropdown(page.zone_choices(), value="", label=say("开发区"), container=False,
                               elem_id="zq-zone", min_width=60)
            period = gr.Dropdown(page.period_choices(), value="", label=say("年份"), container=False,
                                 elem_id="zq-period", min_width=60)
            gr.Button(say("新对话"), elem_id="zq-fresh", min_width=0, scale=0, size="sm")
            send = gr.Button(say("提问"), variant="primary", elem_id="zq-send", min_width=0, scale=0, size="sm")
    return box, zone, period, chat, send


def _uploads(page: _Page, library: Library, say: Language, shown: list[Any], quiet: dict[str, Any]) -> None:
    gr.Markdown(render_limits(library.kinds, library.max_bytes, say), elem_classes="zq-plain")
    files = gr.File(label=say("上传工作总结"), show_label=False, file_count="multiple", elem_id="zq-upload",
                    height=132)
    replacing = gr.Checkbox(label=say("同名的报告用新文件替换"), container=False, elem_id="zq-replacing")
    status = gr.Markdown("", elem_id="zq-status", latex_delimiters=[])
    done = files.upload(page.upload, [files, replacing], [status, files], concurrency_limit=4,
                        concurrency_id="upload", **quiet)
    done.then(page.show_index, shown[:2], shown, **quiet)

"""The page itself: what stands where, and which callback answers to what.  Callbacks only translate.

Two rules keep the browser free of ``eval``, so that the content policy can forbid it: no ``gr.HTML`` (it compiles its
template) and no ``js=`` on events.  Our HTML goes through ``gr.Markdown`` and ``gr.Chatbot``, as one escaped block.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import gradio as gr

from assistant.web.examples import example_questions
from assistant.web.interface import PageAssistant, PageConversation
from assistant.web.library import Library, Progress
from assistant.web.listing import render_limits, render_list, render_upload, render_welcome
from assistant.web.rendering import render_answer, render_question, render_trouble, render_waiting
from index.errors import ZoneQAError
from index.records import Period

__all__ = ["PageSettings", "build_page"]

_ALL_ZONES, _ALL_PERIODS = "全部区", "全部年"
_HEAD = '<header class="zq-head"><h1>开发区工作报告问答</h1><p>每个数字都能在报告原文里找到</p></header>'
_POLL_S = 0.25
_log = logging.getLogger(__name__)

Message = dict[str, str]


class PageSettings(Protocol):
    """The settings the page reads; assistant.settings.Settings has them."""

    @property
    def question_max_chars(self) -> int: ...
    @property
    def history_turns(self) -> int: ...


class _Page:
    """The callbacks, with what they share: the assistant, the library, and what was last made of the index."""

    def __init__(self, assistant: PageAssistant, library: Library, settings: PageSettings) -> None:
        self.assistant = assistant
        self.library = library
        self.settings = settings
        self._examples: tuple[tuple[str, ...], list[str]] = ((), [])
        self._lock = threading.Lock()

    # --- what the index holds -----------------------------------------------------------------------------------

    def examples(self) -> list[str]:
        """Made anew when the reports change: each is asked once, so that none of them disappoints."""
        ledger = self.assistant.index.ledger
        cards = ledger.cards()
        key = tuple(card.id for card in cards)
        with self._lock:
            if self._examples[0] != key:
                newest = sorted(cards, key=lambda c: c.period.last_year if c.period else 0, reverse=True)[:3]
                figures = [figure for card in newest for figure in ledger.figures(report_id=card.id)]
                self._examples = key, example_questions(figures, zones=ledger.zones(), answerable=self._answerable)
            return self._examples[1]

    def _answerable(self, question: str) -> bool:
        try:
            answer = self.assistant.ask(question)
        except ZoneQAError:
            return False
        return not answer.refused and not answer.choices and bool(answer.citations)

    def welcome(self) -> str:
        return render_welcome(self.examples(), len(self.assistant.index.ledger.cards()))

    def zone_choices(self) -> list[tuple[str, str]]:
        return [(_ALL_ZONES, ""), *((zone, zone) for zone in self.assistant.index.ledger.zones())]

    def period_choices(self) -> list[tuple[str, str]]:
        return [(_ALL_PERIODS, ""),
                *((period.label, period.key) for period in reversed(self.assistant.index.ledger.periods()))]

    def show_index(self, zone: str, period: str) -> tuple[Any, ...]:
        """Zones, years, examples and list as the newest index has them; a choice that still exists is kept."""
        zones, periods = self.zone_choices(), self.period_choices()
        return (gr.Dropdown(choices=zones, value=zone if zone in dict(zones).values() else ""),
                gr.Dropdown(choices=periods, value=period if period in dict(periods).values() else ""),
                gr.Chatbot(placeholder=self.welcome()), render_list(self.assistant.index.ledger.cards()))

    # --- asking -------------------------------------------------------------------------------------------------

    def ask(self, question: str, zone: str, period: str, messages: list[Message],
            conversation: PageConversation | None) -> Iterator[tuple[Any, ...]]:
        """Box, chat, messages and conversation: first with the question alone, then with its answer."""
        question = question.strip()
        if not question:
            yield "", messages, messages, conversation
            return
        messages = [*messages[-2 * self.settings.history_turns + 2:], _message("user", render_question(question))]
        yield "", [*messages, _message("assistant", render_waiting())], messages, conversation
        conversation = conversation or self.assistant.conversation()
        messages = [*messages, _message("assistant", self._answer(conversation, question, zone, period))]
        yield gr.skip(), messages, messages, conversation

    def _answer(self, conversation: PageConversation, question: str, zone: str, period: str) -> str:
        if len(question) > self.settings.question_max_chars:
            return render_trouble(f"问题太长了，最多 {self.settings.question_max_chars} 字", "拆成几个短问题")
        try:
            answer = conversation.ask(question, zone=zone or None, period=Period.parse(period) if period else None)
            return render_answer(answer)
        except ZoneQAError as error:
            return render_trouble(error.message, error.mend)
        except Exception:
            _log.exception("a question could not be answered")  # the question itself stays out of the log
            return render_trouble("回答时出错了", "请再试一次；还不行就查看服务的日志")

    def start_over(self) -> tuple[Any, ...]:
        return "", [], [], None

    # --- uploading ----------------------------------------------------------------------------------------------

    def upload(self, files: list[str] | None) -> Iterator[tuple[Any, ...]]:
        """Status and file box while the index is built in the background."""
        if not files:
            yield gr.skip(), gr.skip()
            return
        received = self.library.receive([(Path(path), Path(path).name) for path in files])
        if not any(item.path for item in received):
            yield render_upload(received, Progress(), finished=True), None
            return
        self.library.start_build()
        while (progress := self.library.progress).running:
            yield render_upload(received, progress, finished=False), gr.skip()
            time.sleep(_POLL_S)
        received = self.library.withdraw(received, progress)
        yield render_upload(received, progress, finished=True), None


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def build_page(assistant: PageAssistant, library: Library, settings: PageSettings, *, queue_size: int) -> gr.Blocks:
    """The Gradio page, ready to be mounted; theme, style and limits are given at mounting."""
    page = _Page(assistant, library, settings)
    blocks = gr.Blocks(title="开发区工作报告问答", analytics_enabled=False, delete_cache=(3_600, 3_600))
    with blocks:
        messages, conversation = gr.State([]), gr.State(None, time_to_live=24 * 3_600)
        gr.Markdown(_HEAD, elem_id="zq-head")
        with gr.Tabs(elem_id="zq-tabs"):
            with gr.Tab("问答", id="ask", elem_id="zq-tab-ask"):
                chat = gr.Chatbot(label="问答", show_label=False, elem_id="zq-chat", placeholder=page.welcome(),
                                  buttons=[], latex_delimiters=[], layout="panel", feedback_options=None,
                                  autoscroll=False)  # page.js scrolls the question to the top, not the end into view
                with gr.Column(elem_id="zq-composer"):
                    box = gr.Textbox(label="问题", show_label=False, container=False, lines=1, max_lines=5,
                                     placeholder="问一个指标、一个项目，或接着上一句问", elem_id="zq-ask",
                                     html_attributes=gr.InputHTMLAttributes(enterkeyhint="send"))
                    with gr.Row(elem_id="zq-slots"):
                        zone = gr.Dropdown(page.zone_choices(), value="", label="开发区", container=False,
                                           elem_id="zq-zone", min_width=60)
                        period = gr.Dropdown(page.period_choices(), value="", label="年份", container=False,
                                             elem_id="zq-period", min_width=60)
                        fresh = gr.Button("新对话", elem_id="zq-fresh", min_width=0, scale=0, size="sm")
                        send = gr.Button("提问", variant="primary", elem_id="zq-send", min_width=0, scale=0, size="sm")
            with gr.Tab("报告", id="reports", elem_id="zq-tab-reports"):
                gr.Markdown(render_limits(library.kinds, library.max_bytes), elem_classes="zq-plain")
                files = gr.File(label="上传工作总结", show_label=False, file_count="multiple", elem_id="zq-upload",
                                height=132)
                status = gr.Markdown("", elem_id="zq-status", latex_delimiters=[])
                listed = gr.Markdown(render_list(assistant.index.ledger.cards()), elem_id="zq-listed",
                                     latex_delimiters=[])
        shown = [zone, period, chat, listed]
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        gr.on([box.submit, send.click], page.ask, [box, zone, period, messages, conversation],
              [box, chat, messages, conversation], concurrency_limit=4, concurrency_id="ask", **quiet)
        fresh.click(page.start_over, outputs=[box, chat, messages, conversation], **quiet)
        files.upload(page.upload, files, [status, files], concurrency_limit=4, concurrency_id="upload", **quiet).then(
            page.show_index, [zone, period], shown, **quiet)
        blocks.load(page.show_index, [zone, period], shown, **quiet)
    blocks.queue(max_size=queue_size)
    return blocks

"""A chat with an OpenAI-compatible server, through llama-index's OpenAILike: bounded in time, retried, mute on keys."""

from __future__ import annotations

import queue
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from assistant.llm.faults import Fault, fault_of
from assistant.llm.guards import Breaker, Budget
from index.errors import ModelError, SettingsError
from index.splitting import count_tokens

if TYPE_CHECKING:
    from assistant.settings import Settings

__all__ = ["Model"]

_CONNECT_S = 5.0
_BACKOFF_S = 0.5  # doubled with every try
_LONGEST_WAIT_S = 8.0  # a server that asks for more is not waited for
_MOST_CHARS = 12_000  # of one answer, whatever the server was asked for
_END: Final = object()


class Model:
    """One configured model.  Thread-safe; each request has its own client, so that giving up closes its connection."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        try:
            import llama_index.llms.openai_like  # noqa: F401
        except ImportError as error:
            raise SettingsError(
                "设置了 ZONEQA_LLM_BASE_URL，但没有装 llm 附加包", mend="pip install 'zoneqa[llm]'"
            ) from error
        if not settings.llm_model:
            raise SettingsError("设置了 ZONEQA_LLM_BASE_URL，但没有设 ZONEQA_LLM_MODEL", mend="填服务端的模型名")
        self.name = settings.llm_model
        self.breaker = Breaker(clock=clock)
        self.budget = Budget(settings.llm_budget_tokens)
        self.settings = settings
        self._clock, self._sleep = clock, sleep

    def __repr__(self) -> str:
        return f"Model({self.name!r})"

    def deadline(self) -> float:
        """When a question asked now has to be answered."""
        return self._clock() + self.settings.llm_timeout_s

    def stream(self, system: str, user: str, deadline: float) -> Iterator[str]:
        """Pieces of the answer as they come.  Raises ModelError at the deadline, when the budget is spent, or when the
        server fails; what came before the error has been yielded."""
        tokens = count_tokens(system) + count_tokens(user)
        if not self.budget.allows(tokens + self.settings.llm_max_tokens):
            raise ModelError("模型的用量已到上限", mend="调高 ZONEQA_LLM_BUDGET_TOKENS，或重新启动")
        if not self.breaker.allows():
            raise ModelError("模型连续失败，暂停使用", mend="检查模型服务，稍后自动重试")
        self.budget.spend(tokens)
        said: list[str] = []
        try:
            for piece in self._tried(system, user, deadline):
                said.append(piece)
                yield piece
                if sum(map(len, said)) > _MOST_CHARS:
                    break
        except ModelError:
            self.breaker.failed()
            raise
        finally:
            self.budget.spend(count_tokens("".join(said)))
        self.breaker.succeeded()

    def complete(self, system: str, user: str, deadline: float) -> str:
        """The whole answer.  Raises as :meth:`stream`."""
        return "".join(self.stream(system, user, deadline))

    def _tried(self, system: str, user: str, deadline: float) -> Iterator[str]:
        for attempt in range(self.settings.llm_retries + 1):
            began = False
            try:
                for piece in self._once(system, user, deadline):
                    began = True
                    yield piece
                if began:
                    return
                fault = Fault("什么也没有回答", retry=True)
            except _Failed as failed:
                fault = failed.fault
            wait = max(fault.wait_s, _BACKOFF_S * 2**attempt * random.uniform(0.8, 1.2))
            last = attempt == self.settings.llm_retries
            if began or last or not fault.retry or wait > _LONGEST_WAIT_S or self._clock() + wait >= deadline:
                raise fault.error()
            self._sleep(wait)

    def _once(self, system: str, user: str, deadline: float) -> Iterator[str]:
        """One request, read by a thread of its own: a server that only keeps the line open is left at the deadline."""
        import httpx

        arrived: queue.Queue[object] = queue.Queue()
        left = max(0.1, deadline - self._clock())
        client = httpx.Client(timeout=httpx.Timeout(left, connect=min(_CONNECT_S, left)))
        given_up = threading.Event()
        threading.Thread(target=self._read, args=(client, system, user, arrived, given_up), daemon=True).start()
        try:
            while True:
                try:
                    item = arrived.get(timeout=max(0.01, deadline - self._clock()))
                except queue.Empty:
                    raise _Failed(Fault("没有按时回答")) from None
                if item is _END:
                    return
                if isinstance(item, Fault):
                    raise _Failed(item)
                yield str(item)
        finally:
            given_up.set()
            with suppress(Exception):
                client.close()

    def _read(
        self, client: Any, system: str, user: str, arrived: queue.Queue[object], given_up: threading.Event
    ) -> None:
        from llama_index.core.llms import ChatMessage, MessageRole

        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=system),
            ChatMessage(role=MessageRole.USER, content=user),
        ]
        try:
            for response in self._llm(client).stream_chat(messages):
                if given_up.is_set():
                    return
                if response.delta:
                    arrived.put(response.delta)
            arrived.put(_END)
        except Exception as error:  # whatever a server makes a library raise is the model's fault, and has a kind
            arrived.put(fault_of(error))

    def _llm(self, client: Any) -> Any:
        from llama_index.llms.openai_like import OpenAILike

        key = self.settings.llm_api_key.get_secret_value() or "none"  # the client wants one, local servers don't
        return OpenAILike(
            model=self.name,
            api_base=self.settings.llm_base_url,
            api_key=key,
            is_chat_model=True,
            temperature=0.0,
            max_tokens=self.settings.llm_max_tokens,
            max_retries=0,
            http_client=client,
            context_window=self.settings.llm_context_tokens + self.settings.llm_max_tokens,
        )


class _Failed(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.words)
        self.fault = fault

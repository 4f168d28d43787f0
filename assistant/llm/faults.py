"""What can go wrong with a model server → one kind of error, with words for the badge, and whether to try again.

Nothing a server or a library says reaches the message: it could hold the key.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.errors import ModelError

__all__ = ["Fault", "fault_of"]


@dataclass(frozen=True, slots=True)
class Fault:
    """``words`` follow “模型”: 模型没有按时回答.  ``wait_s`` is what the server asked for before another try."""

    words: str
    retry: bool = False
    wait_s: float = 0.0

    def error(self) -> ModelError:
        return ModelError(f"模型{self.words}", mend="检查 ZONEQA_LLM_BASE_URL、ZONEQA_LLM_MODEL 和 ZONEQA_LLM_API_KEY")


def fault_of(error: BaseException) -> Fault:
    """The fault that an exception of openai, httpx or json stands for."""
    import httpx
    import openai

    match error:
        case openai.APITimeoutError() | httpx.TimeoutException() | TimeoutError():
            return Fault("没有按时回答")
        case openai.RateLimitError():
            return Fault("请求太多，被限流（429）", retry=True, wait_s=_wait(error))
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return Fault("拒绝了密钥（401/403）")
        case openai.NotFoundError():
            return Fault("服务里没有这个接口或模型（404）")
        case openai.InternalServerError():
            return Fault(f"服务内部出错（{error.status_code}）", retry=True, wait_s=_wait(error))
        case openai.APIStatusError():
            return Fault(f"服务拒绝了请求（{error.status_code}）")
        case openai.APIConnectionError() | httpx.ConnectError():
            return Fault("服务连不上", retry=True)
        case httpx.TransportError():
            return Fault("回答到一半断了")
        case _:
            return Fault("的回应不合格式")


def _wait(error: object) -> float:
    response = getattr(error, "response", None)
    try:
        return max(0.0, float(response.headers.get("retry-after", 0))) if response is not None else 0.0
    except ValueError:
        return 0.0  # a date, which servers of models don't send

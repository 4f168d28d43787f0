"""A chat request as clients send it; what has no meaning here (temperature, tools …) is accepted and ignored."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

__all__ = ["ChatRequest", "Message", "RequestError", "parse"]

_MOST_MESSAGES = 500


class RequestError(Exception):
    """A request that can't be served; ``param`` names the part that is wrong, in OpenAI's way."""

    def __init__(self, message: str, *, param: str | None = None) -> None:
        super().__init__(message)
        self.message, self.param = message, param


class Part(BaseModel):
    """One part of a message; only text is read."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str = "text"
    text: str = ""


class Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | tuple[Part, ...] | None = None

    @property
    def text(self) -> str:
        """The text of the message.  Raises RequestError when it has an image, a file or a sound."""
        if self.content is None or isinstance(self.content, str):
            return self.content or ""
        if any(part.type not in ("text", "input_text", "output_text") for part in self.content):
            raise RequestError("只接受文字，不接受图片、文件和声音", param="messages")
        return "\n".join(part.text for part in self.content)


class StreamOptions(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    include_usage: bool = False


class ChatRequest(BaseModel):
    """Only what the user said counts; a system message gives no orders here."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    model: str = ""
    messages: Annotated[tuple[Message, ...], Field(min_length=1, max_length=_MOST_MESSAGES)]
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: int | None = 1

    def asked(self) -> tuple[list[str], str]:
        """The earlier questions, and the one to be answered: the user's last message.  Raises RequestError."""
        said = [text for message in self.messages if message.role == "user" and (text := message.text.strip())]
        if not said:
            raise RequestError("没有提问：messages 里要有一条 user 消息", param="messages")
        return said[:-1], said[-1]


def parse(body: bytes) -> ChatRequest:
    """Raises RequestError naming the first thing that is wrong."""
    try:
        request = ChatRequest.model_validate_json(body)
    except ValidationError as error:
        first: Any = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "请求"
        raise RequestError(
            f"{place} 写法不对：{first['msg']}", param=str(first["loc"][0]) if first["loc"] else None
        ) from None
    if request.n not in (None, 1):
        raise RequestError("一次只给一个回答，n 只能是 1", param="n")
    return request

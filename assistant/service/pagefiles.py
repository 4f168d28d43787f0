"""What a browser may tell Gradio of files: those it uploaded, nothing else of this machine and nothing of the network.

Any component's input may claim to be a file.  Gradio copies what it names into a folder that it serves, and fetches what
is an address; the check that a path was uploaded is left out for a mounted app (``has_launched``, measured with 6.31).
build_app sets that, and this wrapper stands before it; the functions are called through the queue alone.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.errors import Refusal

__all__ = ["PageFiles"]

_JOIN = "/gradio_api/queue/join"
_CLOSED = ("/gradio_api/run", "/gradio_api/api", "/gradio_api/call", "/gradio_api/proxy=", "/gradio_api/component_server")


class PageFiles:
    """ASGI wrapper, inside the guard, which turns its refusals into responses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope.get("path", "")
        if any(closed in path for closed in _CLOSED):
            raise Refusal(404, "not_found", "没有这个地址", "从程序里请用 /api/v1")
        if scope["type"] != "http" or not path.endswith(_JOIN):
            await self.app(scope, receive, send)
            return
        messages = [message async for message in _whole(receive)]
        body = b"".join(message.get("body", b"") for message in messages)
        if not _allowed(body):
            raise Refusal(400, "bad_request", "请求的内容看不懂", "刷新页面再试")
        replayed = iter(messages)

        async def replay() -> Message:
            return next(replayed, None) or await receive()

        await self.app(scope, replay, send)


async def _whole(receive: Receive) -> AsyncIterator[Message]:
    while True:
        message = await receive()
        yield message
        if message["type"] != "http.request" or not message.get("more_body"):
            return


def _allowed(body: bytes) -> bool:
    """Whether every file that an event names lies where uploads are kept."""
    try:
        event = json.loads(body)
        return all(_uploaded(path) for path in _paths(event))
    except (ValueError, RecursionError):
        return False


def _paths(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        if "path" in value:
            yield value["path"]
        for inner in value.values():
            yield from _paths(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _paths(inner)


def _uploaded(path: Any) -> bool:
    folder = Path(os.environ.get("GRADIO_TEMP_DIR") or Path(tempfile.gettempdir()) / "gradio")
    return (isinstance(path, str) and "://" not in path and "\0" not in path
            and Path(os.path.abspath(path)).resolve().is_relative_to(folder.resolve()))

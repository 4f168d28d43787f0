"""An OpenAI-compatible server over real HTTP that answers by script: well, badly, late, half, or never ending."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["ScriptedServer", "facts_in", "serving"]

Speaker = Callable[[str], "str | Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """One response.  ``pieces`` are streamed; ``then`` is how the stream ends: done, cut, hang, garbage, forever, pings."""

    pieces: tuple[str, ...] = ()
    status: int = 200
    then: str = "done"
    delay_s: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""


@dataclass
class ScriptedServer:
    """Plays ``steps`` one a request, the last one for ever; or lets ``speaker`` answer the prompt."""

    steps: list[Step] = field(default_factory=list)
    speaker: Speaker | None = None
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    url: str = ""
    closing: threading.Event = field(default_factory=threading.Event)

    def step(self, request: dict[str, Any]) -> Step:
        if self.speaker is not None:
            said = self.speaker(request["messages"][-1]["content"])
            return said if isinstance(said, Step) else Step(pieces=tuple(re.findall(r".{1,7}", said, re.DOTALL)))
        return self.steps[min(len(self.requests), len(self.steps)) - 1]


def facts_in(prompt: str) -> list[str]:
    """The decided facts of a prompt, each with its [n]: what a perfect model repeats."""
    block = prompt.partition("不得更改）：\n")[2].partition("\n\n")[0]
    return [line.removeprefix("- ") for line in block.split("\n") if line.startswith("- ")]


def _chunk(text: str) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
    body = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "scripted", "choices": [choice]}
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


@contextmanager
def serving(*steps: Step, speaker: Speaker | None = None) -> Iterator[ScriptedServer]:
    """A server on a free port of this machine, gone on leaving."""
    script = ScriptedServer(list(steps), speaker)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["content-length"])))
            script.requests.append(request)
            script.keys.append(self.headers.get("authorization", ""))
            step = script.step(request)
            script.closing.wait(step.delay_s) if step.delay_s else None
            with suppress(OSError):
                self._play(step)
            self.close_connection = True

        def _play(self, step: Step) -> None:
            if step.status != 200 or step.body:
                body = (step.body or json.dumps({"error": {"message": "no", "type": "t"}})).encode()
                self.send_response(step.status)
                for name, value in {"content-type": "application/json", **step.headers}.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                return
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.send_header("connection", "close")
            if step.then == "cut":
                self.send_header("content-length", "1000000")
            self.end_headers()
            for piece in step.pieces:
                self.wfile.write(_chunk(piece))
                self.wfile.flush()
            match step.then:
                case "done":
                    self.wfile.write(b"data: [DONE]\n\n")
                case "hang":
                    script.closing.wait(60)
                case "garbage":
                    self.wfile.write(b"data: {not json\n\n")
                case "forever":
                    while not script.closing.is_set():
                        self.wfile.write(_chunk("又一句。"))
                        time.sleep(0.001)
                case "pings":
                    while not script.closing.wait(0.05):
                        self.wfile.write(b": ping\n\n")
                        self.wfile.flush()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        script.closing.set()
        server.shutdown()
        server.server_close()

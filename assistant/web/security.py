"""Headers on every response, and the Host names that are answered."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.addresses import is_loopback

__all__ = ["HEADERS", "Shielded", "is_loopback"]

HEADERS = {
    # 'unsafe-inline' is what Gradio's own page needs; 'unsafe-eval' is not, as long as no component is gr.HTML and no
    # event has a js= string (both compile code in the browser): measured with Gradio 6.31.
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self' blob:; "
        "worker-src 'self' blob:; object-src 'none'; frame-src 'none'; frame-ancestors 'none'; base-uri 'self'; "
        "form-action 'self'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer a form of our own would come with Origin: null
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class Shielded:
    """ASGI wrapper: adds :data:`HEADERS`, and on a loopback address refuses foreign Host names (DNS rebinding)."""

    def __init__(self, app: ASGIApp, *, loopback_only: bool) -> None:
        self.app = app
        self.loopback_only = loopback_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        if self.loopback_only and not is_loopback(_host(scope)):
            refusal = PlainTextResponse("本服务只接受本机访问。", status_code=421)
            await refusal(scope, receive, shielded)
            return
        await self.app(scope, receive, shielded)


def _host(scope: Scope) -> str:
    value = next((v for k, v in scope["headers"] if k == b"host"), b"").decode("latin-1")
    if value.startswith("["):
        return value.partition("]")[0] + "]"
    return value.partition(":")[0].lower()

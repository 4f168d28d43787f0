"""mht → html: a page saved as one mail-like file; Word and old browsers save .doc and .mht so."""

from __future__ import annotations

import email
import email.policy
import re

__all__ = ["is_archived_page", "page_of"]

_HEADERS = re.compile(rb"\A\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?MIME-Version:", re.IGNORECASE)


def is_archived_page(data: bytes) -> bool:
    """Whether the bytes begin with mail headers that announce parts."""
    return bool(_HEADERS.match(data[:4000]))


def page_of(data: bytes) -> bytes:
    """The bytes of the first html part, its transfer encoding undone; b"" when there is none."""
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    return b""

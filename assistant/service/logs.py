"""What the service writes to its log: requests without what was asked, unless questions are asked for."""

from __future__ import annotations

import logging
import sys
from typing import Literal

__all__ = ["log_question", "log_request", "set_up_log"]

_requests = logging.getLogger("zoneqa.requests")
_questions = logging.getLogger("zoneqa.questions")

Level = Literal["off", "requests", "questions"]


def set_up_log(level: Level) -> None:
    """Called once by who serves.  Lines go to standard error."""
    for logger, on in ((_requests, level != "off"), (_questions, level == "questions")):
        logger.setLevel(logging.INFO if on else logging.CRITICAL)
        logger.propagate = False
        if not logger.handlers:
            handler = logging.StreamHandler(sys.stderr)
            handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
            logger.addHandler(handler)


def log_request(method: str, path: str, status: int, seconds: float, user: str) -> None:
    """``path`` without its query, which may hold a question."""
    _requests.info("%s %s %d %.0f ms %s", method, _one_line(path), status, seconds * 1000, user or "-")


def log_question(user: str, question: str, *, refused: bool) -> None:
    """Off unless ZONEQA_LOG is ``questions``."""
    _questions.info("%s %s %s", user or "-", "未答" if refused else "已答", _one_line(question))


def _one_line(text: str) -> str:
    """Nobody writes a line of the log but us."""
    return "".join(c if c.isprintable() else "?" for c in text[:500])

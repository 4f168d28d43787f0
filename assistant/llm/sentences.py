"""Pieces of a stream → whole sentences with their [n], as early as they are complete."""

from __future__ import annotations

import re

from assistant.records import Statement

__all__ = ["SentenceStream", "as_statement"]

_MARK = r"[\[【［]\s*\d{1,3}(?:\s*[,，、;；]\s*\d{1,3})*\s*[\]】］]"
_END = re.compile(rf"(?:[。！？\n]|[!?](?=\s|$))[”’」』）)]*(?:[ ]*{_MARK})*")
_MARKS = re.compile(rf"\s*{_MARK}")
_OPEN_MARK = re.compile(r"\s*(?:[\[【［][\d\s,，、]{0,12})?$")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_DRESSING = re.compile(r"^\s*(?:[-*•>]\s+|#{1,6}\s+)+|\*\*|__|`")
_LONGEST = 600  # characters without an end: no sentence of an answer


class SentenceStream:
    """Feed it pieces, take whole sentences; what stands in <think>…</think> is nobody's answer."""

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that ``piece`` completes.  A [n] behind the full stop belongs to the sentence before it."""
        self._text += piece
        if "<think>" in self._text and "</think>" not in self._text:
            return []
        self._text = _THOUGHT.sub("", self._text)
        found = []
        while match := _END.search(self._text):
            rest = self._text[match.end() :]
            if not rest or _OPEN_MARK.fullmatch(rest):
                break  # a citation may still follow
            found.append(self._text[: match.end()])
            self._text = rest
        if len(self._text) > _LONGEST:
            found.append(self._text)
            self._text = ""
        return [s for s in found if s.strip()]

    def finish(self, *, broken: bool = False) -> list[str]:
        """What is left at the end; of a stream that broke off only what is a whole sentence."""
        text, self._text = _THOUGHT.sub("", self._text), ""
        if broken and not _END.search(text):
            return []
        return [text] if text.strip() else []


def as_statement(raw: str) -> Statement:
    """A sentence without its marks and Markdown dressing, and the citations that the marks name."""
    numbers = [int(n) for mark in re.findall(_MARK, raw) for n in re.findall(r"\d+", mark)]
    text = _DRESSING.sub("", _MARKS.sub("", raw)).strip()
    return Statement(text, tuple(dict.fromkeys(numbers)))

"""A question whose recognised stretches are blanked one after another."""

from __future__ import annotations

import re

from assistant.cues import Cue

__all__ = ["CUT", "GAP", "KNOWN", "Scanner"]

GAP = "\x00"  # something stood here that has been understood
KNOWN = "\x01"  # a known indicator stands here, hidden from the cues
CUT = "\x02"  # two operands part here


class Scanner:
    """``left`` is what nothing has claimed yet, as long as the text it came from; what stands in “” is nobody's cue."""

    def __init__(self, text: str) -> None:
        self.left = text
        self.quoted = [m.span() for m in re.finditer("“[^“”]{2,20}”", text)]

    def take(self, pattern: re.Pattern[str] | Cue) -> list[str]:
        """Blank every match and say what they were."""
        found = [m for m in pattern.finditer(self.left) if m.group() and not self._is_quoted(m)]
        for match in found:
            self.blank(match.start(), match.end())
        return [m.group() for m in found]

    def _is_quoted(self, match: re.Match[str]) -> bool:
        return any(a < match.start() and match.end() < b for a, b in self.quoted)

    def split(self, pattern: re.Pattern[str] | Cue) -> None:
        """Mark where two operands part."""
        for match in pattern.finditer(self.left):
            self.left = self.left[: match.start()] + CUT * (match.end() - match.start()) + self.left[match.end() :]

    def blank(self, start: int, end: int) -> None:
        self.left = self.left[:start] + GAP * (end - start) + self.left[end:]

    def hide(self, spans: list[tuple[int, int]]) -> Scanner:
        """A copy in which these spans are out of the cues' sight."""
        chars = list(self.left)
        for start, end in spans:
            chars[start:end] = KNOWN * (end - start)
        return Scanner("".join(chars))

"""Where a text says the characters of a word in their order, a few others between them: 综保区 in 综合保税区."""

from __future__ import annotations

__all__ = ["in_order", "spans_in_order"]

_QUOTES = "“”"


def spans_in_order(word: str, text: str, gap: int = 2) -> tuple[tuple[int, int], ...]:
    """The stretches, without overlaps, with at most ``gap`` Chinese characters or quotation marks between any two of the word's.

    Character by character rather than by a pattern made for each word: compiling those took five milliseconds each.
    """
    word, text = word.lower(), text.lower()
    if not word or any(c not in text for c in word):
        return ()
    spans, start = [], text.find(word[0])
    while start >= 0:
        end = _end(word, text, start, gap)
        if end:
            spans.append((start, end))
        start = text.find(word[0], end or start + 1)
    return tuple(spans)


def in_order(word: str, text: str, gap: int = 2) -> bool:
    """Whether the text says the word so."""
    return bool(spans_in_order(word, text, gap))


def _end(word: str, text: str, start: int, gap: int) -> int:
    """Where the word that begins at ``start`` ends soonest; 0 when it doesn't go on there."""
    reached = {start + 1}
    for letter in word[1:]:
        following: set[int] = set()
        for at in reached:
            for between in range(gap + 1):
                if text[at + between : at + between + 1] == letter:
                    following.add(at + between + 1)
                if not _passed(text[at + between : at + between + 1]):
                    break
        if not following:
            return 0
        reached = following
    return min(reached)


def _passed(letter: str) -> bool:
    return "㐀" <= letter <= "\u9fff" or (letter != "" and letter in _QUOTES)

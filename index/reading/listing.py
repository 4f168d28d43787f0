"""A report's own table of contents, typed or printed: a list of its headings with pages, which are no text of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from index.reading.content import Block, Paragraph

__all__ = ["without_contents"]

_HEADING = re.compile(r"[【\[]?\s*目\s*[录次]\s*[】\]]?")
_LEADER = r"(?:[.．·•…⋯‥․・]|\. ){3,}"
_LED = re.compile(rf"(?:[^。；.．·•…⋯]{{2,60}}?\s*{_LEADER}\s*[（(]?\d{{1,3}}[)）]?\s*)+")
_PAGED = re.compile(r"[^。；]{2,60}?(?:\t| {2}|\u3000{2})\s*\d{1,3}")
_PAGES = re.compile(r"(\d{1,3})[)）]?\s*$")
_LEAST = 3  # entries, where nothing heads them


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the entries of a table of contents, whose pages rise, and the word 目录 over them."""
    kept = list(blocks)
    index = 0
    while index < len(kept):
        headed = _is(kept[index], _HEADING)
        if not headed and not _is(kept[index], _LED):
            index += 1
            continue
        first = index + headed
        end = first + _entries(kept[first:], headed=headed)
        if end - first >= (1 if headed else _LEAST):
            del kept[index:end]
        else:
            index += 1
    return kept


def _is(block: Block, pattern: re.Pattern[str]) -> bool:
    return isinstance(block, Paragraph) and pattern.fullmatch(block.text.strip()) is not None


def _entries(blocks: Sequence[Block], *, headed: bool) -> int:
    """How many blocks from the first one on are entries."""
    run = list(itertools.takewhile(lambda block: _is(block, _LED) or (headed and _is(block, _PAGED)), blocks))
    pages = [int(found[1]) for block in run if isinstance(block, Paragraph) and (found := _PAGES.search(block.text)) is not None]
    return next((at + 1 for at, (page, after) in enumerate(itertools.pairwise(pages)) if after < page), len(run))

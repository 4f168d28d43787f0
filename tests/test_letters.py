"""Promises of finding a word letter by letter: as a pattern with a small gap would, without making one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.letters import in_order, spans_in_order


@pytest.mark.parametrize(("word", "text", "spans"), [
    ("综保区", "获批综合保税区", ((2, 7),)),
    ("孵企业", "孵化企业4家，再孵出企业", ((0, 4), (8, 12))),
    ("三公", "压缩“三公”经费", ((3, 5),)),
    ("甲乙", "甲一二三乙", ()),  # three between
    ("甲乙", "甲，乙", ()),  # a mark ends what goes together
    ("ABC", "获abc认证", ((1, 4),)),
    ("", "甲", ()),
])
def test_a_word_stands_where_its_letters_follow_one_another(word: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert spans_in_order(word, text) == spans


@given(st.text("甲乙丙丁，", min_size=1, max_size=4), st.text("甲乙丙丁，", max_size=14))
def test_it_is_found_exactly_where_a_pattern_finds_it(word: str, text: str) -> None:
    pattern = "[㐀-鿿“”]{0,2}".join(map(re.escape, word))
    assert in_order(word, text) == bool(re.search(pattern, text))

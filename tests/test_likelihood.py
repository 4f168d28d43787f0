"""How much of what texts say counts: the rarer the more."""

from __future__ import annotations

import math

import pytest

from assistant.extractive.likelihood import Rarity


def test_what_few_texts_say_counts_for_more_and_what_none_says_for_most() -> None:
    rarity = Rarity([{"园", "税"}, {"园", "房"}, {"园"}])
    assert rarity.of("园") < rarity.of("税") == rarity.of("房") < rarity.of("湖")
    assert rarity.of("湖") == pytest.approx(math.log(1 + 3 / 0.5))


def test_a_share_is_of_what_the_whole_weighs() -> None:
    rarity = Rarity([{"园", "税"}, {"园", "房"}, {"园"}])
    assert rarity.share({"税", "桥"}, {"园", "税"}) == pytest.approx(rarity.of("税") / rarity.of("园税"))
    assert rarity.share({"税"}, set()) == 0.0

"""Gold figures asked for in many forms: what an answer has to tell is worked out from the rows."""

from __future__ import annotations

from decimal import Decimal

from assistant import Assistant
from benchmarks.forms import forms_of
from benchmarks.quality_sets import GOLD


def test_each_form_needs_what_the_rows_say(nine: Assistant) -> None:
    asked = forms_of(GOLD[0], nine)
    assert forms_of(GOLD[0], nine) == asked
    by_form = {one.form for one in asked}
    assert {"growth", "figure", "two at once", "which zone has more", "another zone, follow-up", "of what is not there"} <= by_form
    for one in asked:
        assert bool(one.needs) is (one.form != "of what is not there"), one
        assert bool(one.turns) is one.form.endswith("follow-up"), one
    sums = [one for one in asked if one.form == "two zones together"]
    assert all(value > Decimal(0) and unit for one in sums for value, unit in one.needs)

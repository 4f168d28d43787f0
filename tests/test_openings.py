"""How reports open, in 120 ways: whose they are, of when, and what of them is planned."""

from __future__ import annotations

import json

import pytest

from benchmarks.openings import FOLDER, measure

#: Shares that were reached when the openings were first mended for; what is told of a plan as achieved costs most.
LEAST = {"zone": 0.95, "period": 0.83, "heading": 0.75, "status under review": 0.95, "status under plan": 0.8}


@pytest.mark.parametrize("name", ["annual.jsonl", "parts.jsonl"])
def test_openings_are_read_as_a_careful_reader_would(name: str) -> None:
    score = measure(FOLDER / name)
    assert {what: round(score.share(what), 3) for what, least in LEAST.items() if score.share(what) < least} == {}


def test_every_opening_is_whole() -> None:
    for file in FOLDER.glob("*.jsonl"):
        openings = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        assert len({o["id"] for o in openings}) == len(openings) == 60
        assert all(heading in o["text"] for o in openings for heading, _ in o["sections"])

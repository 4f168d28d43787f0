"""What the attack test promises, on a smaller number of sentences: the whole of it is ``python -m benchmarks.attack``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from assistant.facts import Facts
from assistant.settings import Settings
from assistant.verification import Verifier
from benchmarks.altering import ALTERATIONS, make_altered
from benchmarks.attack import flagged, occurs
from benchmarks.paraphrasing import make_correct
from benchmarks.saying import Case
from index.opening import Index
from tests.conftest import FIXTURES

EACH = 60


@pytest.fixture(scope="module")
def facts(fixture_index: Path) -> Iterator[Facts]:
    with Index.open(Settings.load(reports_dir=FIXTURES / "reports", index_dir=fixture_index)) as index:
        yield Facts(index.snapshot)


def shares(verifier: Verifier, cases: Iterable[Case]) -> dict[str, tuple[int, int]]:
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for case in cases:
        made[case.kind] += 1
        caught[case.kind] += bool(flagged(verifier, case))
    return {kind: (caught[kind], made[kind]) for kind in made}


def test_altered_sentences_of_every_class_are_caught(facts: Facts) -> None:
    found = shares(Verifier(facts), make_altered(facts, each=EACH))
    assert set(found) == set(ALTERATIONS)
    assert all(made >= EACH // 2 for _, made in found.values())
    assert all(caught >= 0.95 * made for caught, made in found.values()), found
    assert sum(c for c, _ in found.values()) >= 0.98 * sum(m for _, m in found.values()), found


def test_right_sentences_in_other_words_are_not_flagged(facts: Facts) -> None:
    found = shares(Verifier(facts), make_correct(facts, each=EACH))
    assert sum(flags for flags, _ in found.values()) <= 0.02 * sum(made for _, made in found.values()), found


def test_looking_for_the_number_anywhere_catches_less_than_half(facts: Facts) -> None:
    cases = list(make_altered(facts, each=EACH))
    assert sum(not occurs(case) for case in cases) < 0.5 * len(cases)

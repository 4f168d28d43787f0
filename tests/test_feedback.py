"""What users say of answers can be run as an evaluation."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation import read_items
from assistant.feedback import Feedback
from assistant.judging import Judge
from assistant.records import Verdict, VerdictKind
from tests.web_toys import answer_of


def answered() -> object:
    text = "工业投资22.53亿元。"
    return answer_of("同比呢", text, verdicts=(Verdict("22.53亿元", 4, 11, VerdictKind.SUPPORTED, (1,)),
                                            Verdict("2018", 0, 0, VerdictKind.QUESTION)))


def test_a_right_answer_becomes_a_question_with_its_figures_as_key(tmp_path: Path) -> None:
    kept = Feedback(tmp_path / "new" / "feedback.jsonl")
    kept.add(answered(), good=True, turns=["2018年工业投资是多少"])  # type: ignore[arg-type]
    (item,) = read_items(kept.path)
    assert item.answer_contains == ("22.53亿元",)
    assert item.turns == ("2018年工业投资是多少",)
    assert Judge([]).judge(item, "工业投资22.53亿元。", refused=False).passed


def test_a_wrong_figure_must_not_come_again_and_the_reason_is_kept(tmp_path: Path) -> None:
    kept = Feedback(tmp_path / "feedback.jsonl")
    kept.add(answered(), good=False, reason="数不对", note="应为22.35")  # type: ignore[arg-type]
    kept.add(answered(), good=False, reason="其他")  # type: ignore[arg-type]
    first, second = read_items(kept.path)
    assert first.must_not_contain == ("22.53亿元",)
    assert second.must_not_contain == ()
    assert "应为22.35" in kept.path.read_text(encoding="utf-8")
    assert not Judge([]).judge(first, "工业投资22.53亿元。", refused=False).passed


def test_an_unknown_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="随便"):
        Feedback(tmp_path / "f").add(answered(), good=False, reason="随便")  # type: ignore[arg-type]

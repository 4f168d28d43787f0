"""What users say of answers → an evaluation file: questions with keys, as ``zoneqa eval`` reads them.

An answer called right becomes a question whose key is its figures; one called wrong becomes a question that must not
be answered with those figures again, with the reason for whoever puts the right key in.
"""

from __future__ import annotations

import datetime
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.records import Answer, VerdictKind

__all__ = ["REASONS", "Feedback"]

REASONS = ("数不对", "出处不对", "没答到点上", "报告里有，却说没有", "报告里没有，却给了数", "其他")
_NOTE_CHARS = 500


class Feedback:
    """Appends to one JSON-lines file.  Thread-safe."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()

    def add(self, answer: Answer, *, good: bool, reason: str = "", note: str = "", turns: Sequence[str] = ()) -> str:
        """Keep a word on ``answer``; ``turns`` are the questions it leaned on.  Returns the id of the new question.

        Raises ValueError for an unknown reason, OSError when the file can't be written.
        """
        if not good and reason not in REASONS:
            raise ValueError(reason)
        now = datetime.datetime.now(datetime.UTC)
        line: dict[str, Any] = {
            "id": f"u{now:%Y%m%d%H%M%S%f}", "question": answer.question, "turns": list(turns),
            "reports": sorted({citation.report for citation in answer.citations}), "kind": "feedback",
            "subkind": "good" if good else "bad", "answer_contains": [], "any_of": [], "must_not_contain": [],
            "evidence": answer.citations[0].quote if answer.citations else "", "unanswerable": False,
        }
        figures = [v.text for v in answer.verdicts if v.kind in (VerdictKind.SUPPORTED, VerdictKind.COMPUTED)]
        if good:
            line |= {"answer_contains": figures, "unanswerable": answer.refused}
        else:
            line |= {"reason": reason, "note": note[:_NOTE_CHARS], "answer": answer.text,
                     "must_not_contain": figures if reason in ("数不对", "报告里没有，却给了数") else [],
                     "unanswerable": reason == "报告里没有，却给了数"}
        with self._lock:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return str(line["id"])

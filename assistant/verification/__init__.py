"""Draft → verdicts: every number, name and claim of absence held against what is cited; the same for both readers."""

from assistant.verification.planted import without_planted
from assistant.verification.verifying import Verifier

__all__ = ["Verifier", "without_planted"]

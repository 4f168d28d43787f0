"""Draft → verdicts: every number, name and claim of absence held against what is cited; the same for both readers."""

from assistant.verification.verifying import Verifier

__all__ = ["Verifier"]

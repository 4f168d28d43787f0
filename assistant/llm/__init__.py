"""Draft → the same in a language model's words: it may phrase, never decide.  Loaded only when one is configured."""

from assistant.llm.chain import Chain, Outcome

__all__ = ["Chain", "Outcome"]

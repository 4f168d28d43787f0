"""The offline reader: Query → Draft, made from figures and quoted sentences, with no model."""

from assistant.extractive.onward import answer_onward
from assistant.extractive.reader import read

__all__ = ["answer_onward", "read"]

"""The offline reader: Query → Draft, made from figures and quoted sentences, with no model."""

from assistant.extractive.reader import read

__all__ = ["read"]

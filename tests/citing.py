"""What every answer promises about its places and its numbers, for tests to hold any answer against."""

from __future__ import annotations

import re
import unicodedata

from assistant.pipeline import Assistant
from assistant.records import Answer, VerdictKind

__all__ = ["figures_in", "loose_figures", "torn_citations", "unverified"]

# A number that a unit follows: what a reader takes for a figure.  Years, months and list numbers are none.
_FIGURE = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)(?=[余多]?(?:亿|万|%|倍|个百分点|美元|元|家|亩|人|件|公里|位))")


def figures_in(text: str) -> list[str]:
    """Numbers with a unit in half width, thousands separators out: 1,412.7亿元 → 1412.7."""
    return [number.replace(",", "") for number in _FIGURE.findall(unicodedata.normalize("NFKC", text))]


def loose_figures(answer: Answer) -> list[str]:
    """Numbers with a unit that stand neither in a quote, nor in a formula, nor in the question itself."""
    grounds = [citation.quote for citation in answer.citations]
    grounds += [statement.formula for statement in answer.statements]
    grounds += [verdict.formula for verdict in answer.verdicts if verdict.kind is VerdictKind.COMPUTED]
    said = unicodedata.normalize("NFKC", " ".join([*grounds, answer.question]))
    known = set(re.findall(r"\d+(?:\.\d+)?", said.replace(",", "")))
    rounded = {f"{float(number):.1f}".removesuffix(".0") for number in known}  # 59.94% of a formula is said as 59.9%
    return [number for number in figures_in(answer.text) if number not in known | rounded]


def torn_citations(answer: Answer, assistant: Assistant) -> list[str]:
    """Citations that are not what their report holds at their place, or that the numbering skips."""
    torn = [c.quote for c in answer.citations if assistant.facts.report(c.report_id).text[c.start : c.end] != c.quote]
    torn += [c.quote for c in answer.citations if not c.quote.strip()]
    torn += [f"[{n}]" for n, c in enumerate(answer.citations, 1) if c.number != n]
    listed = {c.number for c in answer.citations}
    torn += [f"[{n}]" for statement in answer.statements for n in statement.citations if n not in listed]
    return torn


def unverified(answer: Answer) -> list[str]:
    return [verdict.text for verdict in answer.verdicts if verdict.kind is VerdictKind.UNSUPPORTED]

"""Statements and citations → the text that a chat client shows as Markdown, where nothing of a report can be a link."""

from __future__ import annotations

from typing import Any

from assistant.records import Answer, Citation, Statement, VerdictKind

__all__ = ["as_citations", "harmless", "say", "say_sources"]

# Full-width twins keep a text readable and take its meaning as Markdown or HTML away.
_HARMLESS = str.maketrans(
    {
        "<": "＜",
        ">": "＞",
        "[": "［",
        "]": "］",
        "`": "｀",
        "*": "＊",
        "_": "＿",
        "#": "＃",
        "|": "｜",
        "~": "～",
        "\\": "＼",
        "$": "＄",
        "&": "＆",
        "@": "＠",
    }
)
_LONGEST_QUOTE = 160


def harmless(text: str) -> str:
    """Text of a report, question or model that no client can take for a link, an image, markup or a formula."""
    flat = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    return flat.translate(_HARMLESS).replace("://", "：//").replace("www.", "www。")


def say(statement: Statement) -> str:
    """One statement with its [n]."""
    return harmless(statement.text) + "".join(f"[{n}]" for n in statement.citations)


def say_sources(answer: Answer) -> str:
    """What follows the statements: why offline words stand there, what could not be verified, and the citations."""
    lines = []
    if answer.fallback:
        lines.append(f"（{harmless(answer.fallback)}）")
    doubtful = [v.text for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]
    if doubtful:
        lines.append(f"未能在引文中核实：{harmless('、'.join(doubtful))}")
    lines += [f"{harmless(v.text)}：{harmless(v.note)}" for v in answer.verdicts if v.kind is VerdictKind.CORRECTED]
    lines += [f"提示：{harmless(hint)}" for hint in answer.hints]
    if answer.citations:
        lines.append(
            "出处：\n" + "\n".join(f"- [{c.number}] {_place(c)}：“{_short(c.quote)}”" for c in answer.citations)
        )
    return "".join(f"\n\n{line}" for line in lines)


def _place(citation: Citation) -> str:
    page = f" 第{citation.page}页" if citation.page is not None else ""
    return harmless(" › ".join((citation.report, *citation.heading))) + page


def _short(quote: str) -> str:
    text = harmless(quote)
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def as_citations(answer: Answer) -> list[dict[str, Any]]:
    """The citations as data, with exact quotes and offsets, beside the text."""
    found: list[dict[str, Any]] = answer.as_dict()["citations"]
    return found

"""A sentence of a model → whether it may be verified at all: links, markup, foreign languages and excuses may not."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["complaint", "is_filler"]

_LINK = re.compile(
    r"https?:|www\.|ftp:|mailto:|javascript:|data:\w|!\[|\]\s*\(|\]\s*\[|//\w|"
    r"\b[a-z0-9-]+\.(?:com|cn|net|org|io|xyz|top|site|info|dev)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<\s*[a-zA-Z/!|]|&(?:#\d+|[a-z]+);|\|>|```|\{\{|<\|")
_ROLE = re.compile(
    r"^\s*(?:system|assistant|user|系统|助手|用户)\s*[:：]|系统(?:提示|指令)|system prompt|提示词|"
    r"忽略.{0,8}(?:指令|要求|规则)",
    re.IGNORECASE,
)
_EXCUSE = re.compile(
    r"作为(?:一个|一名)?(?:AI|人工智能|语言模型|大模型|智能助手)|抱歉|对不起|很遗憾|"
    r"我(?:无法|不能|没法)(?:回答|提供|给出|确定)|I(?:'m| am) (?:sorry|unable)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:好的|当然|您好|你好|请问|希望|如有|如果您|如需|谢谢|感谢|以上(?:是|就是|便是)|综上所述[。，]?$|"
    r"答案?[:：]?$|回答[:：]?$|以下是|需要注意的是[:：。，]?$|"
    r"根据(?:您|你)?(?:提供|上述|以上|给出)?的?(?:资料|信息|报告|原文)[，,]?[:：。]?$)"
)


def complaint(text: str) -> str:
    """Why the sentence can't be used, in Chinese; "" when it can go on to verification."""
    plain = unicodedata.normalize("NFKC", text)
    if _LINK.search(plain):
        return "含有链接"
    if _MARKUP.search(plain):
        return "含有标记"
    if _ROLE.search(plain):
        return "照做了资料里的指令，或泄露了提示词"
    if _EXCUSE.search(plain):
        return "没有回答"
    letters = [c for c in plain if c.isalpha()]
    chinese = sum("一" <= c <= "鿿" for c in letters)
    if len(letters) > 6 and chinese < 0.5 * len(letters):
        return "不是中文"
    if any(unicodedata.category(c) in ("Cf", "Co", "Cn") for c in text):
        return "含有看不见的字符"
    return ""


def is_filler(text: str) -> bool:
    """Whether a sentence only makes conversation: it is left out without more ado."""
    return not re.search(r"[㐀-鿿A-Za-z\d]", text) or (len(text) < 60 and bool(_FILLER.match(text.strip())))

"""A spreadsheet's number as it is displayed: 0.093 under ``0.0%`` reads 9.3%."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["displayed"]

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?,]*[0#?](?:\.([0#?]+))?")


def displayed(value: int | float | datetime.datetime | datetime.date | datetime.time, form: str) -> str:
    """The cell's text under its number format; formats that are not understood fall back to General."""
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == datetime.time() else f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return str(value)
    sections = form.split(";")
    section = sections[1] if number < 0 and len(sections) > 1 and sections[1] else sections[0]
    bare = _QUOTED.sub("", section)
    found = _DIGITS.search(bare)
    if found is None or "E" in bare or "/" in bare:
        return _general(number)
    percent = "%" in bare
    places = found[1] or ""
    scaled = number * 100 if percent else number
    scaled = scaled.scaleb(-3 * (len(found[0].split(".")[0]) - len(found[0].split(".")[0].rstrip(","))))
    rounded = scaled.quantize(Decimal(1).scaleb(-len(places)), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded) if section is not sections[0] else rounded:{',' if ',' in found[0].strip(',') else ''}f}"
    for _ in range(len(places) - len(places.rstrip("#"))):
        text = text[:-1] if text.endswith("0") and "." in text else text
    return _affixed(text.rstrip("."), section, percent=percent)


def _affixed(text: str, section: str, *, percent: bool) -> str:
    """Literal text around the digits: 0.0"亿元" → 22.5亿元; the sign goes first."""
    before, after, seen = "", "", False
    for token in re.finditer(r'"([^"]*)"|\\(.)|([#0?.,]+)|([￥¥$\-+()（）])|.', section):
        if token[3]:
            seen = True
        literal = token[1] if token[1] is not None else token[2] or token[4] or ""
        before, after = (before, after + literal) if seen else (before + literal, after)
    sign = "-" if text.startswith("-") else ""
    return f"{sign}{before}{text.lstrip('-')}{'%' if percent else ''}{after}"


def _general(number: Decimal) -> str:
    """Up to 11 significant digits as spreadsheets show them: 12.100000000000001 reads 12.1."""
    if number == number.to_integral_value():
        return f"{number.quantize(Decimal(1)):f}"
    digits = number.adjusted()
    rounded = number.quantize(Decimal(1).scaleb(-max(10 - digits, 0) if digits >= 0 else -10), rounding=ROUND_HALF_UP)
    return f"{rounded:f}".rstrip("0").rstrip(".")

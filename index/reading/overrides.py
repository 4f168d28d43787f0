"""What the folder's keeper says of a report: NAME.toml beside it, or ["file name"] in the folder's reports.toml."""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from index.errors import SettingsError, why
from index.reading.metadata import Facts, parse_date
from index.records import Period

__all__ = ["FOLDER_FILE", "is_override", "override"]

FOLDER_FILE = "reports.toml"
_FIELDS = ("zone", "period", "title", "date", "source")


def is_override(path: Path) -> bool:
    return path.suffix.lower() == ".toml"


def override(facts: Facts, path: Path) -> Facts:
    """``facts`` with what the two files say put over it; the sidecar wins.  Raises SettingsError on a bad field.

    A sidecar is either ``report.toml`` or ``report.docx.toml`` beside ``report.docx``.
    """
    folder_file = path.with_name(FOLDER_FILE)
    if folder_file.is_file():
        table = _load(folder_file).get(path.name, {})
        if not isinstance(table, dict):
            raise SettingsError(f"{folder_file} 里的 {path.name} 应是一张表", mend=f'写成 ["{path.name}"] 一节')
        facts = _apply(facts, table, folder_file, path.name)
    for sidecar in (path.with_suffix(".toml"), path.with_name(path.name + ".toml")):
        if sidecar.is_file() and sidecar.name != FOLDER_FILE:
            facts = _apply(facts, _load(sidecar), sidecar, "")
    return facts


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} 不是 UTF-8 编码", mend="请存为 UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))  # tomllib says the place in words alone
        place = f"第 {line.group(1)} 行" if line else "末尾"
        raise SettingsError(f"{path} {place}不是合格的 TOML", mend="请按 TOML 语法改正，并存为 UTF-8") from error
    except OSError as error:
        raise SettingsError(f"{path} 读不了：{why(error)}", mend="请检查文件权限") from error


def _apply(facts: Facts, table: dict[str, Any], file: Path, section: str) -> Facts:
    where = f'{file} 的 ["{section}"]' if section else str(file)
    for field, value in table.items():
        if field not in _FIELDS:
            raise SettingsError(f"{where} 里没有 {field} 这一项", mend=f"可写 {'、'.join(_FIELDS)}")
        facts = _put(facts, field, value, f"{where} 的 {field}")
    return facts


def _period(key: str) -> Period:
    """The period a key stands for.  Raises ValueError for a month or year no calendar has."""
    period = Period.parse(key)
    if not (1 <= period.first_month <= 12 and 1 <= period.last_month <= 12 and 1900 <= period.first_year <= 2200):
        raise ValueError(key)
    if (period.last_year, period.last_month) < (period.first_year, period.first_month):
        raise ValueError(key)
    return period


def _put(facts: Facts, field: str, value: Any, where: str) -> Facts:
    if field == "period":
        try:
            return replace(facts, period=_period(str(value)))
        except (ValueError, IndexError) as error:
            raise SettingsError(
                f"{where} 写的是 {value!r}，不是期间",
                mend='写成 "2018"、"2019H1"、"2018Q1"、"2018M1-11" 或 "2016-2020"',
            ) from error
    if field == "date":
        date = value if type(value) is datetime.date else parse_date(str(value))
        if date is None:
            raise SettingsError(f"{where} 写的是 {value!r}，不是日期", mend="写成 2019-02-21")
        return replace(facts, date=date)
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{where} 应是一段文字", mend=f'写成 {field} = "…"')
    if field == "zone":
        return replace(facts, zone=value.strip())
    return replace(facts, title=value.strip()) if field == "title" else replace(facts, source=value.strip())

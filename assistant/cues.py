"""How questions are worded: cues.toml and spoken.toml, compiled.  The knowledge is data; here is only how it is matched."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from assistant.records import Aspect, Operation
from index.records import Status
from index.units import CLASSIFIERS, MEASURES

__all__ = [
    "ASPECTS",
    "BONES",
    "DONE",
    "DOWN",
    "EXTREME",
    "EXTREME_LOW",
    "FILLER",
    "FOLLOW_UPS",
    "GOALS_AS_SET",
    "GROUPS",
    "META",
    "NEGATED",
    "OPERATIONS",
    "PARTS_OF",
    "PER",
    "SPOKEN",
    "POLITE",
    "STATUSES",
    "STOCK",
    "INTERCHANGEABLE",
    "SYNONYMS",
    "TAKEN_OFF",
    "TOPICS",
    "UNIT_ALONE",
    "UP",
    "VALUE",
    "YEARS_BACK",
    "Cue",
]


class Cue:
    """Several words or regexes tried together; at each place the longest match counts, so 多少倍 wins over 多少."""

    def __init__(self, *words: str) -> None:
        self._parts = [re.compile(w) for w in words]
        self._any = re.compile("|".join(words))

    def finditer(self, text: str) -> list[re.Match[str]]:
        """Non-empty matches, left to right, without overlaps."""
        if not self._any.search(text):
            return []
        found = sorted(
            (m for part in self._parts for m in part.finditer(text) if m.group()), key=lambda m: (m.start(), -m.end())
        )
        out: list[re.Match[str]] = []
        for match in found:
            if not out or match.start() >= out[-1].end():
                out.append(match)
        return out

    def search(self, text: str) -> re.Match[str] | None:
        return next(iter(self.finditer(text)), None)


with Path(__file__).with_suffix(".toml").open("rb") as _file:
    _DATA: dict[str, Any] = tomllib.load(_file)
_KIND = "(?:" + "|".join(_DATA["kinds"]) + ")"
_NUMBER = r"(?:几|多少|[一二两三四五六七八九十\d]+)"


# What takes a part off a whole; none of them is part of a name.
TAKEN_OFF = ("除去", "除掉", "除开", "扣除", "扣掉", "刨除", "刨去", "刨掉", "去掉", "抛开", "撇开", "不算", "不含", "不包括", "剔除", "剔掉", "剔去")


def _cue(words: list[str], *more: str) -> Cue:
    return Cue(*(w.replace("{kind}", _KIND).replace("{number}", _NUMBER) for w in words), *more)


OPERATIONS: tuple[tuple[Operation, Cue], ...] = tuple(
    (Operation(row["asks"]), _cue(row["cues"])) for row in _DATA["operations"]
)
ASPECTS: tuple[tuple[Aspect, Cue], ...] = tuple((Aspect(row["asks"]), _cue(row["cues"])) for row in _DATA["aspects"])
STATUSES: tuple[tuple[Status, Cue], ...] = tuple((Status(row["asks"]), _cue(row["cues"])) for row in _DATA["statuses"])
META, DONE, PARTS_OF, STOCK = (_cue(_DATA[name]) for name in ("meta", "done", "parts_of", "stock"))
EXTREME, EXTREME_LOW, UP, DOWN = (_cue(_DATA[name]) for name in ("highest", "lowest", "up", "down"))
NEGATED, POLITE = _cue(_DATA["negated"]), _cue(_DATA["polite"])
SYNONYMS: tuple[tuple[str, ...], ...] = tuple(map(tuple, _DATA["synonyms"]))
INTERCHANGEABLE: tuple[tuple[str, ...], ...] = tuple(map(tuple, _DATA["interchangeable"]))
#: A topic as it is asked for, what sentences of it have in them, and what its section may be headed by.
TOPICS: tuple[tuple[re.Pattern[str], ...], ...] = tuple(tuple(map(re.compile, row)) for row in _DATA["topics"])
FILLER: tuple[str, ...] = tuple(_DATA["filler"])
#: Classes of words that a question over time, or of two zones, is dressed in.
BONES: dict[str, str | list[str]] = _DATA["bones"]


def _goals_as_set() -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = _DATA["goals_as_set"]
    patterns = {name: "|".join(listed) for name, listed in words.items()}
    for name in ("not_yet", "comes_up"):
        patterns = {key: pattern.replace("{" + name + "}", patterns[name]) for key, pattern in patterns.items()}
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


GOALS_AS_SET = _goals_as_set()


def _spoken(table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules of a table of spoken.toml in their order, with the classes that they name put in."""
    with Path(__file__).with_name("spoken.toml").open("rb") as file:
        data: dict[str, Any] = tomllib.load(file)
    rules: list[tuple[re.Pattern[str], str]] = []
    for said, written in (rule for group in data[table].values() for rule in group):
        for name, pattern in data["classes"].items():
            said = said.replace("{" + name + "}", pattern)
        rules.append((re.compile(said), written))
    return tuple(rules)


SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = _spoken("rules")
#: What only a question behind another is reworded by.
FOLLOW_UPS: tuple[tuple[re.Pattern[str], str], ...] = _spoken("follow_ups")

_UNIT = "|".join(
    map(
        re.escape,
        sorted({*MEASURES, *CLASSIFIERS, "亿", "万", "元", "钱", "块", "点", "个点", "个亿"}, key=len, reverse=True),
    )
)
_SCALE = "亿|万|百万|千万"
VALUE = _cue(
    _DATA["value"],
    f"(?:多少|几)(?:{_SCALE})?(?:个)?(?:{_SCALE})?(?:{_UNIT})?",
    f"(?<=是|为)(?:{_SCALE})?(?:{_UNIT})(?=[?？]?$)",
)
UNIT_ALONE = ("亿元", "万元", "亩")
#: 三个片区, 哪家开发区, 各园: several scopes of a kind are meant; what of them is said elsewhere.
GROUPS = re.compile(
    r"(?:(?<!最[高多大快好低少小慢差]的)[两三四五六七八九十几各\d]+|哪一?|各|每一?)[个家大]?"
    r"(?:开发区|经开区|高新区|片区|分园|分区|作业区|园区|区块|板块|区(?![块域间位划])|园(?![区林]))(?:中间?|里面?|各自|之中|当中)?"
)
YEARS_BACK = re.compile(
    r"(?:这|近|最近|过去|前|连续)[两二三四五几]年(?!级)(?:来|间|里)?|(?<![年\d第])[两二三四五]年(?=之间|下来(?!.*(?:总共|一共|合计|累计|加起来))|里|各|分别|来|间|变化|走势|对比|趋势)(?:之间|下来|里|来|间)?"
    r"|(?<![年\d第])[两二三四五]年(?=共|[投花砸][了进下多入])"  # 民生支出两年共多少, 甲项目两年投了多少
    r"|(?<![年\d第])[两二三四五]年(?=(?:提[高升]|上升|增[加长]|下[降滑]|降低|回落|扩大|缩小)了?(?:多少|几))"  # 占比两年提高了多少
    r"|(?<=\x00)[两二三四五]年(?=的)"  # 槐渚三年的财政收入
    r"|(?:^|(?<=\x00)|前后)[两二三四五]年(?![前后内级期度制多半一以计])(?=.)|前后两年"  # 两年GDP分别多少
    r"|(?<![年\d第])[两二三四五]年(?!下来)(?=.*(?:合计|总共|一共|平均|年均|累计|加起来|之和))|历年|近年来?|年年(?![底末])|逐年"
)
PER = re.compile(
    r"(?:平均|户均|人均)?每(?:一)?(个(?![园片]?区|开发区|经开区|高新区|年|月|季度)|家(?!开发区|经开区|高新区|园区)|户|件|亩|台|人次|人|名|位|公里|平方公里|宗|套|只|座|条|辆|场|批次|期|届)|平均(?:下来)?[一1](个|家|户|件)"
)

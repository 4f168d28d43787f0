"""Words of answers that name nothing: they are set aside before what a number is of, and who is meant, is compared."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from index.records import Status

__all__ = ["ACHIEVED", "BASES", "COMMON", "FALL", "NEGATED", "RISE", "STATUS_WORDS", "TELLING", "TOGETHER"]

with Path(__file__).with_suffix(".toml").open("rb") as _file:
    _DATA = tomllib.load(_file)

RISE = re.compile("增长|增加|上升|提高|提升|扩大|上涨|上浮|涨|递增|净增|新增|增至|升至|前移|进位|高于|快于|增|升")
FALL = re.compile("下降|下滑|减少|降低|回落|收窄|缩减|下跌|负增长|降至|减至|后移|低于|慢于|降幅|跌幅|跌|降|减")
TOGETHER = re.compile("分别|依次|各为|各是")
#: A period after one of these is what is compared with, not what is told of.
BASES = re.compile(r"(?:比|较|同|与|和|跟|相比|高于|低于|对比)\s*$")
NEGATED = re.compile(
    "没有|并没|并非|不是|未能|没能|不能|无法|无从|有误|不属实|不采信|所说|所称|您说|问题中|问题里|提到的"
    "|[未没](?:曾|有)?(?:达|到|超|过|突破|满)"
)

#: Beside a goal these still say that something was achieved; 达到 and 完成 do not (力争达到, 计划完成).
ACHIEVED = re.compile(
    "实际(?!利用|到)|实绩|已达|已完成|录得|最终|完成(?:了)?(?:年初|年度|全年)?(?:的)?(?:目标|任务|计划)"
)

STATUS_WORDS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        Status.TARGET,
        re.compile(
            "预期目标|预计目标|目标|力争|(?<!预)(?<!人才)计划(?!入选|总?投资|生育|单列|外)|确保|争取|任务数?|打算|要求达到|拟|规划为|将要|指标任务"
        ),
    ),
    (Status.EXPECTED, re.compile("预计(?!目标)|预期(?!目标)|有望|预测|预估|估计|可望|料将")),
    (
        Status.DONE,
        re.compile("完成(?!率|情况|投资|额|年度|年初|全年|目标|任务)|实现|达到|实际(?!利用|到)|实绩|已达|达成|录得"),
    ),
)

#: Said in any report or answer: set aside before names are compared, the longest first.  TELLING ones stay in subjects.
TELLING = frozenset(_DATA["telling"].split())
COMMON = re.compile("|".join(map(re.escape, sorted({*_DATA["plain"].split(), *TELLING}, key=len, reverse=True))))

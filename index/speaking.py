"""Which year 今年 and 去年 mean in a report that is told after the year it looks back on."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from index.records import Period, Report

__all__ = ["GOALS_NOW", "spoken_year"]

#: 今年的主要预期目标是, 今年，我们要: only who speaks in the new year sets goals for 今年.
GOALS_NOW = re.compile(
    r"今年(?:这一年)?(?:的)?(?:主要|总体|工作|经济|社会|预期|发展|奋斗|全年|各项)*(?:(?:目标|盘子|任务)(?:任务)?(?:是|为|初步|安排|定|[：:])|"
    r"[，,]?(?:我们|全区|开发区|高新区|园区)?(?:要|将|计划|打算|力争|怎么[干办抓做]|干(?:什么|啥|哪些)|往哪))"
)


#: 今年一季度, 今年1—2月, in a report of the second quarter: the months just over, not those of the year before.
_STARTED = re.compile(r"今年(?:以来)?[，,]?(?:第?一季度|前[两二三四2-4]个月|[1一][-—–至到~～]{1,2}[2-5二三四五]月|开局|开年)")
_QUARTER_OVER = (4, 5, 6)
#: 去年企业最缺的是钱, in a report given early in a year: the year under review; 比去年, 去年同期 and 去年开工的 are the year before it.
_LOOKED_BACK = re.compile("(?<![比较与同和跟及、])去年(?!同期|同比|水平|基数|(?:开工|引进|签约|投产|落户|新建|立项)[^，。；]{0,4}的)")
_EARLY = 3  # the last month of the season in which last year's reports are given
_STILL_GOING = re.compile("今年以来|截[至止]今年|今年全年|今年前")


def spoken_year(report: Report) -> int | None:
    """The year after the reviewed one when the report is given in it and calls it 今年; None when 今年 is reviewed."""
    return _spoken(report.text, report.date, report.period)


@lru_cache(maxsize=64)
def _spoken(text: str, date: datetime.date | None, reviewed: Period | None) -> int | None:
    ahead = reviewed.last_year + 1 if reviewed is not None and reviewed.last_month == 12 else 0
    if ahead and date is None and "今年" not in text and f"{ahead}年" in text and _LOOKED_BACK.search(text):
        return ahead  # no 今年 is reviewed, so 去年 is
    if reviewed is None or date is None or reviewed.last_month != 12 or date.year != reviewed.last_year + 1:
        return None
    if date.month in _QUARTER_OVER and _STARTED.search(text):
        return date.year
    if GOALS_NOW.search(text) and ("去年" in text or (date.month <= _EARLY and not _STILL_GOING.search(text))):
        return date.year
    return date.year if date.month <= _EARLY and _LOOKED_BACK.search(text) and not _STILL_GOING.search(text) else None

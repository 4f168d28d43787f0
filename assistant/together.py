"""一共, 总共, 平均每个区: whether the values of several years, zones or parts are to be added up, or averaged."""

from __future__ import annotations

import re

from assistant.scanner import Scanner

__all__ = ["TOGETHER", "asks_sum", "take_average"]

TOGETHER = re.compile("一共|总共|总计|共(?=有|计|完成|实现|引|签|新)")  # 三个片区一共: of parts that are counted
# 2022、2023两年一共引进了多少个, 2017到2019年总共新增多少; not 总共前移了几位, 累计数 of each year's end.
_IN_ALL = re.compile(
    "(?:一共|总共|总计|合共|拢共|[两二三四五]年(?:里|间|来|内)?(?:共|(?=[投花砸]))|共(?=有?多少)|(?<=年)(?:里|间|来|内)?累计|累计(?=[是为有达共]*(?:多少|几))|[累共]计?(?=新增|引进|签约|签|投|完成|出让|供应|供|开工|竣工|交付|培育|认定|实现|建成))"
    "(?![^，,。?？]{0,6}(?:前[移进]|后[移退]|往[前后上下]|(?<!引)进了|退了|改善|提[高升]|[上下]升|[上下]降|下[降滑跌]|[涨跌降]了?|变[化动]|相?差|增长|增加|减少))"
)
# 三个开发区平均每家新增多少: the zones are what is averaged over.
_MEAN = re.compile("[，,]?平均(?!工资|价|年龄|缴|水平|气温)(?:下来|算下来|来看)?[，,]?")
_EACH_ZONE = re.compile("[每一](?:个(?:开发区|经开区|高新区|区(?![间块域]))|[家个](?=平均|完成|实现|新|引|有|是|多少|达|投))")
_EACH = re.compile("各(?!项|类|地|级|界|方|式|种)|分别|每年|逐年|依次")
# 光电信息产业和高端装备产业一共实现产值多少: of parts that are named.
_OF_BOTH = re.compile("[㐀-鿿](?:和|与|及|、)[㐀-鿿][^，,。?？]*(?:一共|总共|总计)")
_ASKS = re.compile("多少|几")


def asks_sum(part: str, *, several: bool) -> bool:
    """Whether a question asks what several years or zones (or the parts that it names) come to together."""
    if _EACH.search(part):
        return False
    if several:
        return bool(_IN_ALL.search(part))
    return bool(_IN_ALL.search(part) and _OF_BOTH.search(part) and len(_ASKS.findall(part)) == 1)


def take_average(scan: Scanner) -> bool:
    """Whether zones are what is averaged over; blanks what says so."""
    if not _MEAN.search(scan.left) or not scan.take(_EACH_ZONE):
        return False
    scan.take(_MEAN)
    return True

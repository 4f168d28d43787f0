"""The zone's own word (园区, 集聚区, 全区) around a name: it says whose figure it is, and that is the zone's."""

from __future__ import annotations

import re

__all__ = ["KIND", "is_self", "without_self", "without_self_of"]

#: How a zone calls itself in front of a name; alone also by the shortest words (全区, 本园).
KIND = (
    "工业集中区|集中区|产业园区|化工园区|科技园区|合作区|度假区|产业集聚区|集聚区|新片区|经济技术开发区|经济开发区|开发区|经开区|高新区|"
    "工业园区|园区|新区|管委会|示范区"
)
#: 省统计局将我区: who told it is not whose it is.
_TELLER = "(?:[㐀-鿿]{0,4}(?:统计|商务|税务|财政|发改)(?:局|厅|部门)[把将])?"
_SELF_ALONE = re.compile(rf"{_TELLER}(?:我|本|全|整个)?(?:{KIND}|产业园|工业园|科技园|高新园|经开园|高新技术产业开发区|保税区|区|园)(?:内|共)?")
_SELF = re.compile(
    rf"^(?:(?:我|本|全)?(?:{KIND}|全区)(?:内(?!设)|里[头面]|共有|共|的)?|区内|我区|"
    r"全区|我园|全港(?=货物|集装箱|[㐀-鿿]{0,4}吞吐))(?:将|要)?(?:力争|确保|预计|拟)?(?=新增|累计|规上|规模以上|.{2,})(?!内|企业数|面积|总体|规划(?![\u3400-\u9fff]{0,4}面积)|总面积|个数|干部|等级|名)"
)
#: 集聚区规模以上工业企业, 园区外资企业: the zone's own in front of who they are of it.
_SELF_OF_ALL = re.compile(
    rf"^(?:{_SELF_ALONE.pattern}|全区|我区|区内)的?(?=(?:规上|规模以上|限上|限额以上|工业|服务业|企业|外贸|外资|内资|民营|高新技术|高企|主导|重点|骨干|各类|全部|所有|上市|出口|"
    r"入驻|入区|入园|小微|中小|科技型|四上|[两二三四五六\d]大))"
)


def is_self(scope: str) -> bool:
    """Whether a scope is no more than the zone's own word."""
    return _SELF_ALONE.fullmatch(scope) is not None


def without_self(core: str) -> str:
    """园区规上工业总产值 → 规上工业总产值; 开发区面积 stays whole."""
    return _SELF.sub("", core)


def without_self_of(scope: str) -> str:
    """集聚区规模以上工业企业 → 规模以上工业企业; 新区大道工程 stays whole."""
    return _SELF_OF_ALL.sub("", scope)

"""What came to a number of things that there are, or went from it: 新认定高新技术企业, 退库的规上企业."""

from __future__ import annotations

import re

__all__ = ["CAME_OR_WENT", "NEW", "NEW_OR_GONE", "with_its_noun"]

_NEWLY = "新增|净增|新认定|新引进|新登记|新注册|新设|新建|新签约?|新获批|新评|新培育|新组建|新发展"
NEW = re.compile(f"^(?:{_NEWLY})(?=[㐀-鿿A-Z0-9“]{{2}})")
_WENT = "退[库规统]|退出|注销|迁出|到期[未没][^，。]{0,6}?认定|到期[未没]通过|未通过(?:重新认定)?|取消资格|摘牌"
CAME_OR_WENT = f"{_NEWLY}|新(?:入[库规统]|升规|上规|进规|纳统)|{_WENT}"
NEW_OR_GONE = re.compile(f"^(?:(?:{CAME_OR_WENT})的?)+(?=[㐀-鿿A-Z0-9“]{{2}})")


def with_its_noun(verb: str, beside: str) -> str:
    """退库 beside 新入库规上企业: 退库规上企业; as it is where it has a noun of its own, or neither came nor went."""
    noun = NEW_OR_GONE.sub("", beside)
    return verb + noun if noun != beside and verb and NEW_OR_GONE.sub("", verb + noun) == noun else verb

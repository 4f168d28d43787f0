"""四个“工程”分别叫什么: what a report gives names to, one by one, where no list heads them.

实施“强链领航”工程，…。实施“百日攻坚”工程，…: so many names of one kind in one part of a report are all there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extractive.drafting import Drafting
from assistant.extractive.items import section_at
from assistant.extractive.scoping import asks_plan
from assistant.records import Operation, Query
from index.numbers import count_of
from index.records import SectionKind

__all__ = ["CHRISTENED", "answer_christened"]

_KINDS = "工程|(?:专项|攻坚|提升|倍增)?行动|攻坚战|战役|会战|硬仗"
CHRISTENED = re.compile(f"(?P<n>[两三四五六七八九十]|\\d{{1,2}})(?P<measure>个|大|项|场)[“\"]?(?P<kind>{_KINDS})[”\"]?")
_DONE = re.compile("^(?:大力|深入|扎实|继续)?(?:实施|开展|推进|抓好|打好|打赢|启动)")
_AFTER = 600  # characters behind what announces them (重点实施五大工程：…)
_WHICH = re.compile("叫|哪|什么|啥|列|分别|名称|名字|有|是")


def answer_christened(drafting: Drafting, query: Query, ids: Sequence[str]) -> bool:
    """The names, each with its sentence; False where no report has exactly as many of them as are asked for."""
    asked = CHRISTENED.search(query.text) if query.operation in (Operation.LIST, Operation.WHO, Operation.ONE) else None
    rest = query.text[asked.end() :].strip("？?。，, ") if asked is not None else ""
    if asked is None or (rest and not _WHICH.search(rest)):
        return False
    number = count_of(asked["n"])
    kind = asked["kind"]
    called = re.compile(
        f"(?:[“\"](?P<quoted>[㐀-鿿A-Za-z0-9+]{{2,12}})[”\"](?:{kind})"
        f"|(?:(?<=实施)|(?<=开展)|(?<=推进)|(?<=抓好)|(?<=打好)|(?<=打赢)|(?<=[是、.．）)\\n]))(?P<bare>[㐀-鿿]{{2,8}}?)(?:{kind})(?=[。，：:；、]))"
    )
    for report_id in reversed(ids):
        report = drafting.facts.report(report_id)
        sections = drafting.facts.sections(report_id)
        for plans in (True, False) if asks_plan(query) else (False, True):
            found: dict[str, re.Match[str]] = {}
            announced = re.search(f"{asked['n']}(?:个|大|项|场)[“\"]?(?:{kind})[”\"]?[^。\n]{{0,8}}[：:。]", report.text)
            span = (announced.end() - 1, announced.end() + _AFTER) if announced else (0, len(report.text))
            for match in called.finditer(report.text, *span):
                section = section_at(sections, match.start())
                name = match["quoted"] or _DONE.sub("", match["bare"])
                if name and section is not None and (section.kind is SectionKind.PLAN) is plans:
                    found.setdefault(name, match)
            if len(found) != number:
                continue
            spans = [_sentence(report.text, m.start()) for m in found.values()]
            cited = tuple(drafting.cite_span(report_id, *span, [m.span()]) for span, m in zip(spans, found.values(), strict=True))
            names = "、".join(f"“{name}”{kind}" if m["quoted"] else f"{name}{kind}" for name, m in found.items())
            drafting.say(f"共{number}{asked['measure']}：{names}。", cited)
            return True
    return False


def _sentence(text: str, at: int) -> tuple[int, int]:
    start = max(text.rfind(c, 0, at) for c in "。\n；") + 1
    stop = min((i for c in "。\n；" if (i := text.find(c, at)) >= 0), default=len(text))
    return start, min(stop + 1, len(text))

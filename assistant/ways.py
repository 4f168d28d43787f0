"""Which way something went, in the words of questions and of reports: it fell, missed what was aimed at, grew, came late."""

from __future__ import annotations

import re

__all__ = ["WAYS", "akin", "gone", "ways_of"]

_NOT = "[没未](?:有|能|能够|曾)?"
WAYS = {
    "fell": re.compile(
        "下[降滑跌行挫]|下来了|[走变]低|回落|[减缩]少|减[产收量]|萎缩|[收紧]缩|[缩下]水|下坡|滑坡|跳水|负增长|少了|[降跌掉](?=[了？?])|倒退|倒着|后退|退步|往[后下](?:掉|走|滑|降)|不升反|不增反|由[增升涨正]转[降跌减负]|[没未](?:能|有)?[稳保守撑站兜]住|掉头|转负"
        "|掉(?:下|得|到)|(?:会|却|反倒?|反而|突然|一下子?)[缩跌降掉退垮萎](?=[了呢的，。；？?]|$)|收了?[“\"]?阴|垮[了得]|[缩退变更]少了?|往回[走缩退]|变差|走弱|放缓|变慢|慢下来|跟不上|慢于|低迷|不振|疲软|乏力|转弱|承压|逆势收缩|[少降低减][了约]?\\d"
    ),
    "missed": re.compile(
        f"(?<!不)低于|{_NOT}(?:[^，。；\\d]{{0,4}})(?:够|足|齐|交上?[账差卷]|交得?上|完成|达|实现|做到|收到|过|到(?=\\d|位|年初|目标|数))|[达完做够]不[到成够着上]|掉了?链子|不达标|没够|差[了口着](?!不)|[还仍尚][差短欠]了?约?\\d|差(?:一?口气|一截|一点)|缺口|窟窿|短收|欠账|拖(?:了)?后腿|不足|落了?空|落下"
        "|[仅只](?:有|完成|及|为|相当|建|交|盖|做|干)|的[1-9]?\\d(?:\\.\\d+)?%|[没未少低][^，。]{0,8}(?:计划|目标|任务|预算)|完成率?[1-9]?\\d(?:\\.\\d+)?%|差距|失分|丢分|丢的分|少于|不及|欠(?=[了着\\d])|(?:计划|目标|任务|预算|预期)[短差欠少][了着]?约?\\d|短板|打了?折扣"
    ),
    "more": re.compile(
        "增长|上升|提高|回升|增加|上涨|超收|超额|增收|猛增|大涨|涨了|涨得|走高|[冲蹿窜飙蹦]得|冲高|飙升|攀升|好于|快于|翻番|[多涨增]了|往上"
    ),
    "late": re.compile(
        "推迟|延[期后迟误]|顺延|拖[延到后了期]|往后|滞后"
        f"|(?:{_NOT}|赶不上|没法)[^，。；\\d]{{0,8}}(?:开工|动工|投产|竣工|通车|开学|建成|完工|开业|落地|交付|启用|投用|通水|开机|投运|开园|上马|启动|破土|开建|贯通|通线|动土|[修建盖弄做完]好|[修建盖走]完|通成|落成|按点|按时|赶上(?:工期|进度|点))|[没未无](?:任何)?动静|[没未](?:有|能)?[通动](?=$|[，。！？?；])|跳了?票"
        "|原[定计]|本该|[偏较过太缓]慢|迟缓|调整[到为至]|迟迟|搁[置浅]|空等|停工|暂缓|晚了?|赶不上|推到|[按如]期"
    ),
}


def ways_of(text: str) -> frozenset[str]:
    return frozenset(way for way, pattern in WAYS.items() if pattern.search(text))


def gone(text: str) -> re.Match[str] | None:
    """Where a text first says how something went."""
    found = [m for pattern in WAYS.values() if (m := pattern.search(text))]
    return min(found, key=lambda m: m.start(), default=None)


def akin(ways: frozenset[str]) -> frozenset[str]:
    """What fell is also told as having missed its goal, and the other way round; so is what came late."""
    less = frozenset(("fell", "missed"))
    return ways | (less if ways & less else frozenset()) | (frozenset(("missed",)) if "late" in ways else frozenset())

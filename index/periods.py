"""Words for stretches of time → Period: 2018年, 今年上半年, 1—6月, 一季度, “十三五”期间, 五年来."""

from __future__ import annotations

import re

from index.records import Period

__all__ = ["EVENT", "TIME_WORDS", "WHICH", "dates_an_event", "in_arabic", "parse_period"]

_DASH = r"\s*[-－—–~～至到]{1,2}\s*"
_YEAR = (
    r"(?:(?P<year>(?:19|20)\d\d)\s*年(?:度)?|"
    r"(?P<relative>今年|本年(?:度)?|当年|去年|上年(?:度)?|(?<![目以之\d一二两三四五])前年(?!度)|明年|来年))"
)
_PART = (
    r"(?:(?P<half>上半年|下半年)|[一1](?:季度)?(?:[至到]|[-－—–~～]{1,2})(?P<through>[二三四2-4])季度|"
    r"(?P<quarter>(?:第)?[一二三四1-4]季度)|前(?P<quarters>[一二三1-3])个?季度|"
    r"[前头](?P<first>[一二两三四五六七八九十]{1,3}|"
    r"\d{1,2})个月|"
    rf"(?P<from>\d{{1,2}})(?:月份?)?{_DASH}(?P<to>\d{{1,2}})月(?:份|底)?|(?P<month>\d{{1,2}})月(?:份|当月|单月)(?!\d)|"
    r"[QqＱ](?P<q>[1-4１-４])(?![\d０-９])|"
    r"(?:[到至]|截至)(?P<until>\d{1,2}|[一二三四五六七八九十]{1,2})月[底末]|(?P<alone>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:单月|全月|一个月)|"
    rf"(?P<whole>全年))"
)
_SPAN = rf"(?P<y1>(?:19|20)\d\d)\s*年?{_DASH}(?P<y2>(?:19|20)\d\d)\s*年"
_PLAN = r"[“\"]?(?P<plan>十[一二三四五六]?|九)五[”\"]?(?:规划)?(?:期间|时期|以来|末期?|期末|前(?P<of_plan>[一二三四两])年)"
_ALONE = _YEAR.replace("?P<year>", "?P<year2>").replace("?P<relative>", "?P<relative2>")
_ONE = re.compile(rf"{_SPAN}|{_PLAN}|{_YEAR}?(?:的)?{_PART}|{_ALONE}")
#: Words for time that stand in or around a name and are no part of it.
TIME_WORDS = re.compile(
    rf"{_SPAN.replace('?P<y1>', '').replace('?P<y2>', '')}(?:间|来)?|{_PLAN.replace('?P<plan>', '').replace('?P<of_plan>', '')}|"
    r"(?:截[至止]|(?<![加高升大展少低缩降压提减增移扩涨跌落滑充])(?<!增长)[到至])?(?:(?:19|20)\d\d\s*年度?|今年|本年度?|去年|上年度?|明年|"
    r"来年|全年|年内|年度|本期|期内)?"
    rf"(?:上半年|下半年|[一1](?:季度)?(?:[至到]|[-－—–~～]{{1,2}})[二三四2-4]季度|第?[一二三四1-4]季度[末底初]?|[QqＱ][1-4１-４](?![\d０-９])|前[一二三1-3]个?季度[末底]?|前(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})个月|"
    rf"\d{{1,2}}(?:月份?)?{_DASH}\d{{1,2}}月(?:份|底)?|"
    r"\d{1,2}月\d{1,2}日|\d{1,2}月(?:份|底|末|初|中旬|上旬|下旬)?|年底|年末|年初)(?:以?前|以来|止|为止)?|"
    r"(?:截[至止]|(?<![加高升大展少低缩降压提减增移扩涨跌落滑充])(?<!增长)[到至])?(?:(?:19|20)\d\d\s*年度?|今年|本年度?|去年|上年度?|明年|"
    r"来年|全年|年内)(?:以来|底|末|初|"
    r"期间|内|(?:这|整整)?一(?:整)?年(?:里头?|下来|间)?)?|一年(?:里头?|下来|到头)|(?<![㐀-鿿])一年(?=[新收培办招增添开接跑引能可])|"
    r"到?(?:(?<![展呈体出实])现在|眼下|如今|现如今|当下|这会儿|眼前|时下)(?:为止)?|"
    r"截[至止](?:目前|现在|当前)|(?:过去|近|最近|前|这|连续)?[一二两三四五六七八九十\d]{1,2}年(?:多)?(?:来|间|内|"
    r"以来|期间)|(?:过去|近|最近|这|今后|未来|"
    r"接下来)[一二两三四五六七八九十\d]{1,2}年|[两二三四五]年(?=增|净|累|共|新|提|下|减|接近|翻|实现)|^[三四五]年(?=[关建腾引签培开投搬淘盘改整])|[三四五]年(?=年均|年平均|平均)|每年|每月|当月|单月|当季|"
    r"一年来|一年前|(?<!项)目前(?:为止)?|至今|迄今|当前|期末|期间|同期"
)
#: Taking up a post, and a zone becoming what it is.
EVENT = (
    r"(?:任职|任命|到任|上任|就任|履新|担任|接任|调任|出任|转任|调入|调到|赴任|入职|到岗|报到|(?<!新)(?:设立|成立)|组建|始建|建区|建园|筹建|获批|批准|批复|"
    r"升格|升级|晋升|更名|创办|挂牌|列为|认定为|评为|纳入|跻身|开园|封关|"
    r"任[^，。；、：\d责务期何意]{2,16}(?:主任|书记|局长|主席|部长|区长|镇长|县长|市长|科长|处长|组长|总经理|董事长))"
)
_EVENT = re.compile(EVENT)
#: 2019年9月投用的|冷链物流中心: when a thing came to be, to say which one is meant.
WHICH = re.compile(
    r"(?:自|于|在|由)?(?:(?:19|20)\d\d年|[去上前]年|上年)(?:\d{1,2}月(?:\d{1,2}日|底|初|份)?|[上下]半年|年?[底初末])?[^，。；、：\d的]{0,10}?"
    rf"(?:{EVENT}|引进|引入|签约|落户|落地|开工|动工|开建|启动|投产|投用|投运|运营|启用|停产|关停|破产|停工|竣工|建成|建设|实施|推出|通车|开业|交付|搬迁|入驻|流转|收购|获得|上市|新增|推迟|延[迟期后]|顺延|搁置|暂缓|缓建|中断)"
    r"[^，。；、：\d的]{0,6}的(?=[\u3400-\u9fff“]{2})"
    # 11月份出的榜: when it was told, not what year it is of
    r"|(?:(?:(?:19|20)\d\d|[今去上])年)?\d{1,2}月(?:份|底|初|上旬|中旬|下旬|\d{1,2}日)?(?:出|[^，。；、：\d的]{0,8}?(?:发布|公布|揭晓|通报))的(?=[\u3400-\u9fff“])"
)
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_PLANS = {"九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}


def dates_an_event(after: str) -> bool:
    """Whether a date dates what its words up to a comma or number tell (2016年11月|到园区任职, 1998年|经批准设立).

    Such a date is when that happened, never when the figures told next hold.
    """
    return _EVENT.search(re.split(r"[，,。；;：:\d]", after, maxsplit=1)[0]) is not None


_CHINESE_YEAR = re.compile("[一二][〇○零Ｏ九][〇○零Ｏ一二三四五六七八九]{2}(?=年)")
_ARABIC = str.maketrans("〇○零Ｏ一二三四五六七八九", "00001234567" + "89")


def in_arabic(text: str) -> str:
    """Years in digits, each character in its place: 二〇一二年 → 2012年."""
    return _CHINESE_YEAR.sub(lambda m: m[0].translate(_ARABIC), text) if "年" in text else text


def parse_period(text: str, *, year: int | None = None) -> Period | None:
    """The first period named in ``text``.  ``year`` is the year that 今年, 全年 or a bare 1—6月 belongs to."""
    for match in _ONE.finditer(in_arabic(text)):
        period = _period(match, year)
        if period is not None:
            return period
    return None


def _period(match: re.Match[str], year: int | None) -> Period | None:
    if match["y1"]:
        first, last = int(match["y1"]), int(match["y2"])
        return Period.years(first, last) if first < last else None
    if match["plan"]:
        if match[0].rstrip("期").endswith("末") and (begun := _PLANS.get(match["plan"])):
            return Period.year(begun + 4)  # “十三五”末
        start = _PLANS.get(match["plan"])
        years = "一二三四".find(match["of_plan"].replace("两", "二")) if match["of_plan"] else 4
        return Period.years(start, start + years) if start else None
    groups = match.groupdict()
    # The year stands before a part of it or alone; the pattern names it once per alternative.
    named = groups.get("year") or groups.get("year2")
    relative = groups.get("relative") or groups.get("relative2")
    if named:
        year = int(named)
    elif relative and year is not None:
        year += -2 if relative[0] == "前" else -1 if relative[0] in "去上" else 1 if relative[0] in "明来" else 0
    if year is None:
        return None
    if match["through"]:
        return Period.months(year, 1, 3 * _small(match["through"]))
    if match["q"]:
        return Period.quarter(year, int(match["q"]))
    if match["half"]:
        return Period.half(year, 1 if match["half"][0] == "上" else 2)
    if match["quarter"]:
        number = _small(match["quarter"].strip("第")[0])
        until = match.string[match.end() : match.end() + 1] in ("末", "底")  # what the months up to then have come to
        return Period.months(year, 1, 3 * number) if until else Period.quarter(year, number)
    if match["quarters"]:
        return Period.months(year, 1, 3 * _small(match["quarters"]))
    if match["first"]:
        return _months(year, 1, _small(match["first"]))
    if match["from"]:
        return _months(year, int(match["from"]), int(match["to"]))
    if match["until"]:
        return _months(year, 1, _small(match["until"]))
    if match["alone"]:
        return _months(year, _small(match["alone"]), _small(match["alone"]))
    if match["month"]:
        return _months(year, int(match["month"]), int(match["month"]))
    return Period.year(year)


def _months(year: int, first: int, last: int) -> Period | None:
    return Period.months(year, first, last) if 1 <= first <= last <= 12 else None


def _small(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.startswith("十"):
        return 10 + _DIGITS.get(text[1:2], 0)
    return _DIGITS.get(text[0], 1)

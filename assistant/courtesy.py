"""What courtesy, hesitation and the keyboard of a phone add to a question: greetings, thanks, particles, blanks for commas."""

from __future__ import annotations

import re

from assistant.phrases import ASKING
from assistant.question import normalise_question
from assistant.terms import find_terms

__all__ = ["plainly"]

_LEAD = re.compile(
    "^(?:(?:"
    "有?(?:一?[个家位些])?(?:企业|客商|领导|记者|朋友|老板|同事|群众|亲戚)(?:想[^,。年]{1,8},)?(?:来|打电话|今天|刚才)?问我(?:们|一下)?|"
    "(?:你|您|大家|老师|领导|同志|早上|上午|中午|下午|晚上)们?好|在[吗么]|hi|hello|谢谢(?:你|您)?(?=[,。!~ ])"
    "|(?:再|还|也|就|先)?(?:请教|请问|想问|求问|麻烦问|劳驾问|问)(?:你|您|各位|大家)?(?:一?下|一句|一个|个事儿?|问)|请问|求问|请教(?=,)"
    "|我?(?:现在|就|还|也)?(?:想要?|需要)(?:问|请教|了解|知道|咨询|打听|弄清楚?|搞清楚?)(?:的是|一?下|问)?+(?![题的])"
    "|(?:请|麻烦|劳驾|烦请|有劳|能不能|可以|可否)?(?:你|您)?(?:再|先)?(?:帮忙|帮我|帮着|帮|给我|替我)(?:查询?|看|问|找|核实|核对|翻)"
    "(?:一?下|一[查看问找]|[看查找问翻])?+(?=[,: ]|\\d|[㐀-鿿]{2})"
    "|(?:请|麻烦|劳驾|烦请|有劳)(?:你|您)?(?:介绍|讲讲|谈谈|提供)(?:一?下)?(?=\\d|[㐀-鿿]{2}[^,。?]*(?:收入|投资|产值|总额|数量|家数|金额|比例|比重)[。?]*$)"
    "|(?:请|麻烦|劳驾|烦请|有劳)?(?:你|您)?(?:查询?|看|核实|核对)一?下(?=[,: ]|\\d|[㐀-鿿]{2})"
    "|(?:请|麻烦|劳驾|烦请|有劳)(?:你|您)?(?:帮[我忙])?(?:核实|核对|核查|查证|查询|查明|确认)(?:一?下)?(?=[,: ]|\\d|[㐀-鿿]{2})"
    "|(?:再)?(?:核|查|问|要|求|报)(?:实|对|准)?一?个数(?:据|字)?(?=[,: ])"
    "|(?:根据|依据|按照?|参照|从|看)?(?:你们的?|贵区的?|这份|这篇|该|本|政府|年度)*(?:工作)*(?:报告|总结|材料)(?:[里中上]面?)?(?:[说讲写]的?|提到的?|显示|所[述说写]|来?看)?[,:]"
    "|(?:呃|嗯|唔|额|哎|诶|欸|唉|喂|噢|哦|那个|这个|话说|对了)+(?=[,。!~ ])|(?:呃|嗯)+"
    ")[,。!~ 、:]*)+(?=.{3,})"
)
_TAIL = re.compile(
    "(?:[,。!~ ]*(?:请|麻烦|劳驾)?(?:你|您)?再?(?:帮忙|帮我|帮着|给我|替我)(?:算|查|看|找|核|核实|核对|推算|报|说)(?:一?下|出来|[算查看找报]|个数)?"
    "(?:吧|呗|哈|呢|么|吗|行吗|好吗|可以吗)?"
    "|[,。!~ ]*(?:非常|十分|万分|先)?(?:谢谢|多谢|感谢|辛苦|拜托|麻烦)(?:您|你|老师|大家|各位)?[了啦啊哈]?"
    "|(?:(?<=\\?)|[,。!~ ]+)(?:(?:很|挺|比较)?急(?:用|需|的|着用)?|在线等(?:,?挺急的|,?急)?|求解答?|求告知|求助))+[。!~? ]*$"
)
#: 签归签，真正开工的有几个: what has been said already.
_IDIOM = re.compile("^(?:([㐀-鿿]{1,2})归\\1,|一[个家边](?!月|季|百)[^,、?]{1,8}[、,]一[个家边][^,?]{1,8},)(?=.{3,})")
# 是多少来着, 多少呀: not 齐齐哈 nor 呢, by which what was asked before is asked again.
_PARTICLE = re.compile("(?<=[㐀-鿿])(?:来着|呀|啊)+(?=[?。!~]*$)|(?<=[少几谁么啥里哪样何了的吗呢吧])[哈哦噢喔哟呐咧]+(?=[?。!~]*$)")
#: 两个数各给我一个, 金额和增幅分别报一下, 总数给我一个: a request in the place of 多少.
_REQUEST = re.compile(
    "(?P<of>(?:的?(?:具体|准确)?的?(?:数字?|数据|数值|准数))?)[,:]?(?P<each>(?:都|各自?|分别|逐个)*)(?:请|麻烦|再|也|一并|一起)*"
    "(?:(?:给|报|说|讲|念|告诉|发)(?:给)?(?:我|咱)们?(?:一?(?:个|下|声|遍)|听听?)(?:数字?|准数)?|(?:给|报|说|来)(?:出|上)?(?:一?个(?:准|实)?数字?|一个|一?下)|报(?:一?[下声遍]|上来|出来))"
    "(?:吧|呗|行吗|好吗)?[。!~ ?]*$"
)
_MEASURED = re.compile(
    "(?:[这那两二三四]项|[数额值率幅速量]|比[重例]|占比|面积"
    "|规模|多少|收入|支出|投资|税收|产值|外资|内资|[进出]口|利润|目标|任务|计划)$"
)
_BLANK = re.compile("(?<=[㐀-鿿?)”》]) +(?=[㐀-鿿“《(])")
_CLAUSE = 4  # characters of one that asks nothing


def _asked(text: str) -> str:
    """金额和增幅分别是多少, for 金额和增幅分别报一下; itself where no number is requested so."""
    said = _REQUEST.search(text)
    head = text[: said.start()] if said is not None else ""
    if said is None or not head or ASKING.search(head):
        return text
    if not (said["of"] or said["each"] or _MEASURED.search(head) or any(t.end == len(head) for t in find_terms(head))):
        return text
    each = said["each"] or re.search("[和与跟及、][^,。;]+$", head)
    return f"{head}{'各' if each else ''}是多少"


def plainly(text: str) -> str:
    """A question, normalised, without them; what is nothing else is left as it is.  Raises QuestionError as ``normalise_question`` does."""
    whole = normalise_question(text)
    plain = _PARTICLE.sub("", _IDIOM.sub("", _LEAD.sub("", _TAIL.sub("", _asked(whole))))).strip() or whole
    clauses = _BLANK.split(plain)
    if len(clauses) > 1 and any(map(ASKING.search, clauses)) and all(len(c) >= _CLAUSE or ASKING.search(c) for c in clauses):
        return ",".join(clauses)  # 外贸有没有完成目标 超了多少; not 霁岭 2018 税收
    return plain

"""年初定多少、最后做到多少，够没够: a goal and what came of it, asked side by side: one question, of whether the goal was met."""

from __future__ import annotations

import re

__all__ = ["each_of_them", "goal_and_result"]

_MUCH = "(?:多少|几)(?:个?[百千]?[万亿]?)?(?:个?(?:百分)?点|美?元|[家个件户亩人套项])?"
_GOAL = "(?:目标|任务|计划|预算|盘子|指标)(?:任务)?[数值]?"
_EARLY = "(?:年初|当初|原先|原来|原本|起初|开年|头年|上年|先前|一开始|预算)"
#: 年初定的是多少, 目标多少, 当初想冲到几: what was aimed at.
_AIMED = (
    f"(?:{_EARLY}的?)?(?:{_GOAL})?(?:自己|给(?:自己|它))?(?:上)?"
    "(?:(?:定|想|说|喊|提|悬|挂|立|摆|亮|估|预计|预判|预测|计划|打算|要求|瞄准?|许|报|安排)(?:下|的|了|着|出|过|好)*"
    f"(?:要|想)?(?:做|干|达|完成|实现|冲|收|引|投|增)?(?:到|成|长)?(?:的)?(?:{_GOAL})?(?:是|为)?{_MUCH}"
    f"|(?<=年初|当初|原先|原来|预算){_MUCH}|(?<=目标|任务|计划|预算)[数值]?(?:是|为|定)*{_MUCH})"
)
#: 实际做到多少, 最后完成了几: what came of it.
_CAME = (
    "(?:(?:实际|最[后终]|年[底末终]|到头来|结果|后来|真正|究竟|到底)(?:上)?(?:又|却|是|才|只|的)*"
    f"(?:完成|做|干|达|实现|落|收|到|引|投|建|招|签|增长?)?(?:了|到|成|得|下)*(?:是|有|为)?{_MUCH}"
    f"|(?:完成|做|干|达|实现|收|引|投|招|签)(?:了|到|成)+(?:是)?{_MUCH})"
)
_VERDICT = (
    "(?:(?:到底|究竟|算|有没有|是否|是不是)*(?:完成|达标|够数?|冲到|到|够|兑现|做到|实现|达到|达成|超)(?:了|得|上|着)*"
    "(?:没有?|没(?:完成|达标|[到够超])|不够?|吗|了吗)?(?:目标|任务)?"
    f"|(?:还|又|相)*[差超](?:了|出)?{_MUCH}(?:没到|没完成)?|(?:完成|达成|兑现|实现|达标)与否|[两这]个数都?[给要](?:我|出来)?|分别说说?)"
)
_AND = "[、，,；;。？?和与 ]*(?:而|那|可|但)?"
_AT_LAST = "(?:实际|最[后终]|年[底末]|到头来|结果|后来)上?"
_BOTH = re.compile(
    f"(?:{_VERDICT}{_AND})?(?:{_AIMED}{_AND}{_CAME}|{_CAME}{_AND}{_AIMED}|{_AIMED}{_AND}{_AT_LAST}{_VERDICT})"
    f"(?:{_AND}{_VERDICT})*[？?。吗呢]*$"
)
_LEFT_OVER = re.compile(
    f"(?:[，,、的]|{_EARLY}|(?:给|里)?(?:想|要)?[定冲]的?[那个]*数?|定了个数[，,].*"
    "|(?:达到|完成)?(?:上一?年)?(?:定的?)?的?(?:目标|指标|任务)没?)+$"
)


#: 年初压的数跟最后干出来的差多少; 照年初计划还差几个没开工: the gap between the two, asked at once.
_GAP = re.compile(
    f"(?:{_EARLY}|计划)(?:定|压|许|喊|说|报|想)(?:下|的|了|要|着)*(?:那?个?数|{_GOAL})?(?:跟|和|与|同|比)(?:最[后终]|实际|年底)+"
    f"(?:干|做|完成|收|招|投)(?:出来?|到|成)?的?数?[，,]?(?:到底)?(?:相?差)(?:了)?{_MUCH}[？?。]*$"
    f"|[，,]?(?:照|按照?|对照)(?:年初|年度|全年)?的?(?:计划|目标|任务)[，,]?还?[差欠缺]{_MUCH}没(?P<verb>开工|动工|竣工|投产|建成|完成|签|认定|交付)[？?。]*$"
)


#: 甲区2022年底估的2023年一季度产值是多少，后来真做出来多少; 2022年定的2023年收入数，最后完成了没有: set in one year for the next.
_SET_BEFORE = re.compile(
    "(?P<zone>^[^，,。？?]{2,14}?)(?:20)?\\d\\d年(?:年?[底末初中])?(?:的?(?:报告|总结)里?)?(?:估|预计|预判|预测|定|说|提)下?的"
    f"(?P<what>(?:20)?\\d\\d年[^，,。？?]{{2,20}}?)的?数?(?:(?:是|有|为)?{_MUCH})?[，,]"
    f"(?:{_CAME}|(?:{_AT_LAST}|到底)?{_VERDICT}|后来真?[做干]出来{_MUCH})(?:{_AND}{_VERDICT})*[？?。吗呢]*$"
)


_ACTUAL = "(?:实际(?!利用|到位|使用|到账|外资)|完成)(?:完成)?(?:数字?|值|情况)?"
#: 引才目标和实际: named side by side, with no word of how much.
_NAMED_BOTH = re.compile(
    f"的?(?:{_GOAL}[、和与跟及]{{1,2}}{_ACTUAL}|{_ACTUAL}[、和与跟及]{{1,2}}{_GOAL})(?:各自?|分别|都)?(?:是|为|有)?(?:{_MUCH})?[？?。]*$"
)
#: 供地目标2023年700亩，最后供了多少: the goal is said by who asks.
_GOAL_SAID = re.compile(
    f"的?{_GOAL}(?P<year>(?:20)?\\d\\d年)?(?:是|为|定(?:的|为|在)?)?[\\d.,]+(?:[百千万亿]*[㐀-鿿]{{1,4}}|%)(?:以上|左右)?[，,]"
    f"(?:{_CAME}|{_AT_LAST}[㐀-鿿]{{0,3}}了{_MUCH})(?:{_AND}{_VERDICT})*[？?。]*$"
)
#: 2023年定的发明专利目标，后来超了几件.
_GONE_BEYOND = re.compile(f"(?<=目标|任务|计划)[，,](?:{_AT_LAST}|到底)?(?:又|却|还|反而|是)*[差超](?:了|出)?{_MUCH}(?:没完成)?[？?。]*$")
_FORETOLD = f"(?:年中|年底)?(?:预计|预测|预判|估计?)(?:能|会|可)?(?:完成|达到?|有|是|为|到|数)*{_MUCH}"
_LAID_DOWN = f"(?:{_EARLY}的?)?{_GOAL}(?:是|为|定)*{_MUCH}"
#: 目标多少、预计多少; 预计能完成目标吗: what is foreseen against what was aimed at.
_FORESEEN_BOTH = re.compile(
    f"(?:预计|预测|估计?)(?:全年)?(?:能不能|能否|能|可以?|会)*(?:完成|达到|实现)(?:全年|年度|年初)?(?:的)?{_GOAL}(?:吗|不|么)?"
    f"(?:{_AND}(?:{_LAID_DOWN}|{_FORETOLD}))*[？?。]*$|{_FORETOLD}{_AND}(?:离|跟|和|与|比|距)(?:{_EARLY}的?)?{_GOAL}(?:还|又|相)*差(?:了)?{_MUCH}[？?。]*$|(?:{_LAID_DOWN}{_AND}{_FORETOLD}|{_FORETOLD}{_AND}{_LAID_DOWN})(?:{_AND}{_VERDICT})*[？?。]*$"
)


def goal_and_result(text: str) -> str:
    """``text`` as 目标完成了吗 where both are asked, whichever is first; else as it is."""
    before = _SET_BEFORE.search(text)
    if before is not None:
        return f"{before['zone']}{before['what']}目标完成了吗"
    gap = _GAP.search(text)
    if gap is not None and gap.start() >= 3:
        return f"{_LEFT_OVER.sub('', text[: gap.start()])}{gap['verb'] or ''}目标完成了吗"
    foreseen = _FORESEEN_BOTH.search(text)
    if foreseen is not None and foreseen.start() >= 3:
        return _LEFT_OVER.sub("", text[: foreseen.start()]) + "预计完成目标吗"
    stated = _GOAL_SAID.search(text)
    if stated is not None and stated.start() >= 3:
        return f"{text[: stated.start()]}{stated['year'] or ''}目标完成了吗"
    if (beyond := _GONE_BEYOND.search(text)) is not None and beyond.start() >= 3:
        return f"{text[: beyond.start()]}完成了吗"
    both = _NAMED_BOTH.search(text) or _BOTH.search(text)
    if both is None or both.start() < 3:
        return text
    return _LEFT_OVER.sub("", text[: both.start()]) + "目标完成了吗"


#: 三大主导产业是哪三个，2023年各自产值多少: which they are, and what each has, asked in one breath.
_EACH_OF = re.compile(
    "^(?P<zone>[^，,。？?]{0,14}?)(?P<year>(?:20)?\\d\\d年)?的?(?P<group>(?:[两三四五六七八九十]大|几大)?(?:主导|支柱|特色|优势|重点)?(?:产业|园区|片区|板块|组团))"
    "(?:分别)?(?:是|有|指|包括)?(?:哪[几两三四五六七八九十]?[个些]|什么)[，,？?](?P<then>(?:20)?\\d\\d年|去年|今年)?的?(?:各自?|分别|每个)的?(?:又)?"
    "(?:(?:做了|完成|实现|有)?(?P<much>多少)(?P<of>产值|税收|投资|营收)|(?P<what>产值|税收|投资|营收|营业收入|增加值)(?:分别|各)?(?:是|有|为)?(?:多少|几何))"
)


def each_of_them(text: str) -> str:
    """``text`` as 2023年三大主导产业产值分别是多少 where both are asked of a group that is named; else as it is."""
    asked = _EACH_OF.match(text)
    if asked is None:
        return text
    what = asked["of"] or asked["what"]
    return f"{asked['zone']}{asked['then'] or asked['year'] or ''}{asked['group']}{what}分别是多少{text[asked.end() :]}"

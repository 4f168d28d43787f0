"""Goals that were missed, in the report's own words: 哪几项主要指标没达到目标, 原因是什么."""

from __future__ import annotations

import itertools
import re

from assistant import computing
from assistant.extractive.drafting import Drafting
from assistant.extractive.items import MARK, split_sentences, trimmed
from assistant.extractive.listing import NUMBERED
from assistant.extractive.saying import say_items
from assistant.extractive.scoping import plans_only, scope_reports
from assistant.extractive.sentences import CAUSE, HINT, listings, units
from assistant.facts import Facts
from assistant.names import bigrams, fold
from assistant.records import Operation, Query
from assistant.ways import gone
from index.glossary import broad_meanings, normalise
from index.numbers import NUMERALS
from index.records import Figure, Report, SectionKind

__all__ = ["CAUSE_FOLLOWS", "answer_missed", "onward_to_cause", "told_met", "with_cause"]

ASKED = re.compile(
    "没(?:有)?(?:达|完成|实现|过半)|没(?:有|能)?(?:做|干|冲|跑|收|够|上)?(?:到|够)(?=年初|目标|任务|计划|预[期算]|\\d)|未(?:能)?(?:达|完成|实现|过半)|没达标|低于(?:目标|预期|计划)|落后|欠账|短收|不及预期|拖后腿"
    "|比[^，,。]{0,6}(?:目标|计划|任务)[低少差]"
)
# What is left of the asked phrase when no indicator is named.
NOTHING = re.compile(
    "(?:主要|经济|重点|考核|预期|约束性|几|哪些?|[两三四五六七八九十]?[项个条件笔]|承认|点名|欠账|硬|年初|初|全年|年度|增速|指标|任务|目标|计划|进度|工作|事项?|要点|都|是|的|有|没|未|完成|达到|和|跟)*"
)
GOAL = re.compile("目标|计划|任务|指标|预期|预算|过半|时序|进度")
MISS = re.compile(
    r"没有?(?:完成|达到|达标|实现|过半|到数)|未(?:能)?(?:完成|达|实现|过半)|低于|[低少差][了约]?\d|(?:分别|各)[低少差]|[只仅](?:完成|为|有|占)|欠账|短收|不及|差距|滞后|落后"
    r"|(?:计划|目标|任务|预期|预算)[^，。；]{0,10}的[1-9]?\d(?:\.\d+)?%|(?:目标|任务|计划|预期)[^。；]{0,8}完成(?:率)?(?:为|是)?[1-9]?\d(?:\.\d+)?%"
)
CAUSE_FOLLOWS = re.compile(
    "(?:[^，。：；\\d]{2,8}的)?(?:这?主要|究其|其中?|其)?(?:原因|缘由|缘故|根源|症结|主因)|其中，?[^，。；：\\d]{2,20}(?:减收|少收|短收|拉低)|主要有[两三四五几][条个点项]|[没未](?:有|能)?(?:完成|达到|实现|达标|兑现)[^，。；\\d]{0,6}，(?:主要|一是|原因|一方面)|(?:这)?主要(?:是|因|由于|靠|依靠|得益于|受益于)|这(?:与|是因)|[^，。：；\\d]{2,20}(?:解释|坦言|分析)(?:说|认为|称)?[，：]"
    "|(?:我|我们|经)?(?:反复|认真|综合|深入)*(?:分析|研究|剖析|反思)(?:过|下来|来看)?，?主要(?:是|因)"
    "|(?:离|距|与)[^，。；]{2,16}，(?:主要)?(?:原因|是因|因为?)"
    "|[^，。；：\\d]{0,12}之所以[^。；\\d]{1,16}，"
    "|[^。；：\\d]{2,20}，(?:说到底|归根结底|归纳起来|细究起来|我看)?，?(?:主要|无非|大体)(?:是|有|在于?)[^，。；：]{0,6}(?:原因|因素|[条个点方面](?=[：:]))"
    "|[^，。：；\\d]{2,14}(?:[慢低高快]于|下降|下滑|减少|回落|放缓|走低)[^，。；：\\d]{0,6}，(?:主要)?一是"
    "|(?:增收|减收|超收|短收|增长|下降|减少|回落|下滑|上升)主要(?:靠|依靠|是|因|由于|来自|得益于)"
    "|(?:往下)?(?:下降|下滑|减少|掉|少|降|跌|拖后腿|拉低|增长|增加)的(?:主要|其实|都)?是"
)
#: 外贸科的同志掰着指头说：欧洲渠道商去库存，订单推迟
_EXPLAINED_BY = re.compile("[^，。：；\\d]{2,20}(?:说|讲|表示|反映|算过账|算了笔账|摸过底)[：:]")
#: 完成年初目标的98%。从时段看…。没有完成目标，一是…
_MISSED_FOR = re.compile("[^，。；：\\d]{0,10}[没未](?:有|能)?(?:全面|[如按]期)?(?:完成|达到|实现|达标)[^，。；\\d]{0,6}，(?:主要|一是|原因|一方面)")
#: 固定资产投资没有达标。全年104.6亿元…。症结有两处：…
_CAUSES_LISTED = re.compile(
    "(?:这?主要|究其)?(?:原因|症结|根子|根源|主因)(?:主要|就|都)?(?:有|出?在|是|在于)[^，。：:]{0,8}[：:]"
    "|[短差少亏缺减输慢]在[^，。：:\\d]{1,6}[：:]"
)
_OF_WHICH = re.compile("其中(?!原因|缘由)")
#: 工业投资是好的；拖后腿的是房地产
_DRAGGED = re.compile("[；，](?:真正|主要)?(?:拖(?:了)?后腿|拖累|拉低|拉下)[^，。；]{0,6}的(?:主要|其实|都)?是")
#: 外资下滑，主要有两条原因：…; 投资下降，主要是…: a sentence that takes up what was told, to give its cause.
CAUSE_RESUMES = re.compile(
    "(?P<of>[^，。；：]{0,8}?)(?:下[滑降跌]|回落|减[少速]|放缓|走低|偏[低慢]|不[足振]|[没未](?:能|有)?(?:完成|达标|到位)|增长|上升|提[高升]|走高|掉[了下]?)[^，。；]{0,4}"
    "，?(?:说到底|说白了|归根结底|究其原因)?(?:主要)?(?:有[^，。；]{0,4})?(?:原因|是|因|由于|受|一方面)"
)
_HOW_IT_MOVED = re.compile("(?:出现|有所|同比|明显|略有|小幅|大幅|之所以)+$")
#: 为什么会降？, 投资为什么掉？, 什么原因？, which the next sentence answers.
ASKED_ALOUD = re.compile(
    "(?:那么?|可是?|但是?|究竟|到底)?(?P<of>[^。，？]{0,8}?)(?:为(?:什么|何|啥)|怎么(?:会|回事)|什么原因|原因(?:何在|在哪里?|是什么)"
    "|(?:差|输|卡|难|落后?|后退|根子|问题|毛病)(?:就|又|都|主要|出)*在(?:哪[儿里]?|什么地方))[^。？]{0,12}？"
)
RESUMED = 3  # sentences behind it
TAIL = re.compile(r"任务|目标|年初|定的数|计划|指标|增速|[\d.]+(?:个?(?:百分)?[点%]|[万亿](?:美?元)?的?|[家个户项亩人]的?)|[没未]$")
UNFINISHED = re.compile("(?:未|没有?)(?:能|按期|如期|按时)?(?:完成|办结|落实|达标|开工)[^完]{0,4}(?:事项|任务|项目|工作|指标|情况|原因|的|$)")
HELD = 0.6  # of the pairs of characters of an indicator, in the sentence that says it was missed
MOST = 3
_SO_MANY = re.compile("[两三四五六七八九十][项个条件笔]")
LISTED = 2  # 、 of a sentence that lists


def answer_missed(drafting: Drafting, query: Query, *, several: bool = False) -> bool:
    """The sentences that set results against goals and find them short, each with the cause that follows it.

    With ``several`` only those that list what was missed (产值、税收、项目数低于预期).
    """
    phrase = normalise("".join((*query.scopes, *query.indicators)))
    meant = [phrase, *broad_meanings(TAIL.sub("", phrase))]  # 营收 is 营业收入
    names = [] if NOTHING.fullmatch(phrase) else [bigrams(fold(TAIL.sub("", name))) for name in meant]
    named = any(names)
    if not ASKED.search(query.text) or (named and query.operation is not Operation.WHY):
        return False
    facts, ids = drafting.facts, scope_reports(drafting.facts, query)
    plans = plans_only(facts, query, ids)
    for report_id in reversed([r for r in ids if r not in plans]):
        report = facts.report(report_id)
        if not named and _say_unfinished(drafting, query, report):
            return True
        whole = dict.fromkeys(u.whole for u in units(facts, report_id) if not u.table and u.kind is not SectionKind.PLAN)
        found = [(a, b) for a, b in whole if GOAL.search(report.text[a:b]) and MISS.search(report.text[a:b])]
        if several:
            clauses = [_clause(report.text, a, b) for a, b in found]
            found = [(a, b) for a, b in clauses if report.text.count("、", a, b) >= LISTED and MISS.search(report.text[a:b])]
        if named:
            held = [(a, b) for a, b in found if any(len(n & bigrams(fold(report.text[a:b]))) >= HELD * len(n) for n in names)]
            found = [(a, b) for a, b in held if CAUSE.search(report.text[a : with_cause(report, a, b)])][:1]
        counted = _SO_MANY.search(query.text)  # 六项欠账是哪六项: the sentence that counts so many, and lists them
        found = [(a, b) for a, b in found if counted and counted[0] in report.text[a:b] and report.text.count("、", a, b)] or found
        for a, b in found[:MOST]:
            end = with_cause(report, a, b)
            text = report.text[a:end].rstrip("；，")
            drafting.say(text if text[-1] in "。！" else f"{text}。", (drafting.cite_span(report_id, a, end, [(a, b)]),))
        if found:
            return True
    return False


def _say_unfinished(drafting: Drafting, query: Query, report: Report) -> bool:
    """未完成事项及原因: the list or the lines under a heading of what was not done, as many as are asked for."""
    counted = NUMBERED.search(query.text)
    number = (NUMERALS.get(counted[1]) or int(counted[1])) if counted else 0
    inner = {x.path: x.items for x in listings(drafting.facts, report.id) if x.marked}
    for section in drafting.facts.sections(report.id):
        if not section.path or not UNFINISHED.search(section.path[-1]):
            continue
        lines = [trimmed(report.text, *m.span()) for m in re.finditer(r"[^\n]+", report.text[: section.end]) if m.start() >= section.body_start]
        items = inner.get(section.path, lines)
        if items and number in (0, len(items)):
            say_items(drafting, report, items)
            return True
    return False


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Of a sentence of several points (一是…；二是…) the one that says what was missed."""
    at = next((m.start() for m in MISS.finditer(text, start, end)), start)
    begin = max(start, max(text.rfind(c, start, at) for c in "：；") + 1)
    stop = text.find("；", at, end)
    return begin, stop if stop >= 0 else end


#: 二是投资出现负增长。|大项目储备不足，…: a shortcoming as the head of an item, explained by what follows.
HEADLINE = re.compile(
    r"(?:[一二三四五六七八九十]是|[（(]?(?:\d{1,2}|[一二三四五六七八九十])[.．、)）])\s*[^，。；\d]{4,20}?"
    r"(?:下滑|下降|回落|走低|减少|负增长|不足|推迟|延期|滞后|偏[低慢弱]|缓慢|乏力|[未没达完][^，。；\d]{1,8}(?:目标|任务|计划|预期))。?"
)


def with_cause(report: Report, start: int, end: int) -> int:
    """Where a statement ends with the sentence after it, when that one gives the cause (主要原因：…), or one soon after resumes it."""
    if (labelled := _labelled_cause(report, start, end)) > end:
        return labelled
    stop = report.text.find("\n", end)
    following = split_sentences(report.text, end, stop if stop >= 0 else len(report.text))
    if following and (ASKED_ALOUD.match(report.text, start, end) or HEADLINE.fullmatch(report.text, start, end)):
        return following[0][1]  # 出口为什么掉？一是…
    while len(following) > 1 and not CAUSE_FOLLOWS.match(report.text, following[0][0]) and _OF_WHICH.match(report.text, following[0][0]):
        following = following[1:]  # 固定资产投资58.6亿元，下降3.1%。其中…。究其原因，主要是…
    if following and (CAUSE_FOLLOWS.match(report.text, following[0][0]) or _DRAGGED.search(report.text, *following[0])):
        return following[0][1]
    if stop >= 0 and len(following) < RESUMED:  # 投资下降，主要是…, in a paragraph of its own
        onward = report.text.find("\n", stop + 1)
        following += split_sentences(report.text, stop + 1, onward if onward >= 0 else len(report.text))
    for (asked_at, _), (_, answered) in itertools.pairwise(following[: RESUMED + 1]):
        aloud = ASKED_ALOUD.match(report.text, asked_at)
        if aloud and all(c in report.text[start:asked_at] for c in aloud["of"][:2]):
            return answered
    if following and _EXPLAINED_BY.match(report.text, *following[0]) and HINT.search(report.text, *following[0]):
        return following[0][1]
    told = report.text[start:end]
    for a, b in following[:RESUMED]:
        if (_MISSED_FOR.match(report.text, a, b) and GOAL.search(told)) or _CAUSES_LISTED.match(report.text, a, b):
            return b
        resumed = CAUSE_RESUMES.match(report.text[a:b])
        if resumed and all(c in told for c in _HOW_IT_MOVED.sub("", resumed["of"])[-2:]):
            return b
    return end


#: 甲项目：本应6月底前开工。|融资没有到账，到年底仍未动工: what was meant to be, then what came of it.
_MEANT = re.compile("(?:本[应该来]|原[定计本拟]|应[于在该])[^，。；]{0,24}[。；]?$")
_OF_IT = re.compile("(?:这|该|其|它|上述|原因|主要|究其|因(?!此)|由于|受(?!理)|问题|症结|根子|卡在|之所以)")
_LEAD = 24  # characters: a shorter sentence only says what went wrong


def onward_to_cause(report: Report, start: int, end: int) -> int:
    """Where, in the same paragraph, the cause ends of what a sentence says and does not explain; ``end`` where none is told of it."""
    told = report.text[start:end].rstrip()
    if CAUSE.search(told) and not told.endswith("？"):
        return end
    heads, meant = len(told) <= _LEAD and gone(told) is not None, _MEANT.search(told) is not None
    stop = report.text.find("\n", end)
    before = told
    for i, (a, b) in enumerate(split_sentences(report.text, end, stop if stop >= 0 else len(report.text))[:RESUMED]):
        said = report.text[a:b].strip()
        if MARK.match(said) and not re.match(r"\d+\.\d", said):
            break
        if before.endswith("？") or (CAUSE.search(said) and (heads or meant or _OF_IT.match(said))) or (meant and not i):
            return b
        before = said
    return end


#: 进展：…没有通水。 / 结果：未完成。原因：处理工艺变更后重新招标: the lines of one task, each called by what it tells.
_LABEL = re.compile("(?:目标|任务|要求|进展|进度|完成|落实|结果|差距|评价|原因|整改|措施)(?:情况)?[：:]")
_LABELLED_CAUSE = re.compile("(?:未完成|滞后|主要)?原因[：:][^\\n]*?(?=(?:整改|措施|评价|责任)[^：:\\n]{0,4}[：:]|\\n|$)")
_OF_ONE_TASK = 600  # characters


def _labelled_cause(report: Report, start: int, end: int) -> int:
    """Where the cause ends that the same task gives under a label of its own; ``end`` where it gives none."""
    line = report.text.rfind("\n", 0, start) + 1
    if not _LABEL.match(report.text, line):
        return end
    at = end
    while at < min(len(report.text), start + _OF_ONE_TASK):
        stop = report.text.find("\n", at)
        stop = stop if stop >= 0 else len(report.text)
        if (cause := _LABELLED_CAUSE.search(report.text, at, stop)) is not None:
            return cause.end()
        if not _LABEL.match(report.text, stop + 1):
            return end
        at = stop + 1
    return end


def told_met(facts: Facts, done: Figure, goal: Figure) -> bool:
    """Whether the sentence of both says that the goal was met, which by these numbers it was not."""
    same = (done.report_id, done.sentence_start) == (goal.report_id, goal.sentence_start)
    values = computing.common_unit([done, goal]) if same else None
    told = re.search("(?:圆满|超额|顺利|如期|提前|全面)(?:完成|实现)", facts.report(done.report_id).text[done.end : goal.end])
    return values is not None and values[0][0] < values[0][1] and told is not None

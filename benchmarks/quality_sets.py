"""What is asked and of which reports: a row a set.

The questions kept aside (ids whose number is divisible by 3, of the sets in two) and the fourth set of fresh reports
are measured and never listed: nobody mends a rule for what he has not read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation import read_items, select
from assistant.judging import Item
from benchmarks.corpus import ROOT

__all__ = ["GOLD", "SETS", "Gold", "QuestionSet"]

_TESTS = ROOT / "tests"
_FRESH = _TESTS / "fresh"


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions on a folder of reports; sets of one folder share an index.  ``looked_at`` ones show their failures."""

    label: str
    reports: Path
    questions: Path
    hold_out: int = 0
    held_out: int = 0
    looked_at: bool = True
    ablated: bool = False  # asked again without each part, and fitted on
    least: float = 0.0  # the share that must pass; 0 where nothing is demanded

    def items(self, *, every: int = 1) -> list[Item]:
        """The questions in file order; with ``every`` n only each n-th."""
        return select(read_items(self.questions), hold_out=self.hold_out, held_out=self.held_out)[::every]

    def places(self) -> dict[str, tuple[str, ...]]:
        """By question id, the names of the reports that its answer stands in; none where there is no such report."""
        rows = (json.loads(line) for line in self.questions.read_text("utf-8").splitlines() if line.strip())
        return {row["id"]: tuple(row["reports"]) for row in rows}


@dataclass(frozen=True, slots=True)
class Gold:
    """Figures that should be extracted from a folder's ``reports``; of ``complete`` reports, all that there are."""

    label: str
    folder: Path
    complete: frozenset[str]
    precision: float
    recall: float


_NINE = (_TESTS / "fixtures" / "reports", _TESTS / "fixtures" / "questions.jsonl")


def _apart(label: str, folder: Path, name: str) -> tuple[QuestionSet, QuestionSet]:
    """A set in two: what is looked at, and the third that is only measured."""
    place = (folder / "reports", folder / f"{name}.jsonl")
    return (QuestionSet(f"{label}, looked at", *place, hold_out=3), QuestionSet(f"{label}, kept aside", *place, held_out=3, looked_at=False))


SETS = (
    QuestionSet("nine reports, looked at", *_NINE, hold_out=3, least=0.97, ablated=True),
    QuestionSet("nine reports, kept aside", *_NINE, held_out=3, looked_at=False, least=0.93),
    QuestionSet("fresh, first set", _FRESH / "round1" / "reports", _FRESH / "round1" / "questions.jsonl", ablated=True),
    QuestionSet("fresh, second set", _FRESH / "round2" / "reports", _FRESH / "round2" / "questions.jsonl"),
    QuestionSet("fresh, third set", _FRESH / "round3" / "reports", _FRESH / "round3" / "questions.jsonl"),
    QuestionSet("fresh, fourth set", _FRESH / "round4" / "reports", _FRESH / "round4" / "questions.jsonl",
                looked_at=False, least=0.90),
    QuestionSet("fresh, fifth set", _FRESH / "round5" / "reports", _FRESH / "round5" / "questions.jsonl"),
    QuestionSet("fresh, sixth set", _FRESH / "round6" / "reports", _FRESH / "round6" / "questions.jsonl"),
    QuestionSet("fresh, seventh set", _FRESH / "round7" / "reports", _FRESH / "round7" / "questions.jsonl"),
    QuestionSet("fresh, eighth set", _FRESH / "round8" / "reports", _FRESH / "round8" / "questions.jsonl"),
    QuestionSet("fresh, ninth set", _FRESH / "round9" / "reports", _FRESH / "round9" / "questions.jsonl"),
    *_apart("fresh, tenth set", _FRESH / "round10", "questions"),
    *_apart("fresh, eleventh set", _FRESH / "round11", "questions"),
    *_apart("fresh, twelfth set", _FRESH / "round12", "questions"),
    *_apart("fresh, thirteenth set", _FRESH / "round13", "questions"),
    *_apart("fresh, fourteenth set", _FRESH / "round14", "questions"),
    *_apart("fresh, fifteenth set", _FRESH / "round15", "questions"),
    *_apart("fresh, sixteenth set", _FRESH / "round16", "questions"),
    *_apart("fresh, seventeenth set", _FRESH / "round17", "questions"),
    *_apart("fresh, eighteenth set", _FRESH / "round18", "questions"),
    *_apart("fresh, nineteenth set", _FRESH / "round19", "questions"),
    *_apart("fresh, twentieth set", _FRESH / "round20", "questions"),
    *_apart("fresh, twenty-first set", _FRESH / "round21", "questions"),
    *_apart("fresh, twenty-second set", _FRESH / "round22", "questions"),
    *_apart("fresh, twenty-third set", _FRESH / "round23", "questions"),
    *_apart("fresh, twenty-fourth set", _FRESH / "round24", "questions"),
    *_apart("fresh, twenty-fifth set", _FRESH / "round25", "questions"),
    *_apart("fresh, twenty-sixth set", _FRESH / "round26", "questions"),
    *_apart("fresh, twenty-seventh set", _FRESH / "round27", "questions"),
    *_apart("fresh, twenty-eighth set", _FRESH / "round28", "questions"),
    *_apart("fresh, twenty-ninth set", _FRESH / "round29", "questions"),
    *_apart("fresh, thirtieth set", _FRESH / "round30", "questions"),
    *_apart("fresh, thirty-first set", _FRESH / "round31", "questions"),
    *_apart("fresh, thirty-second set", _FRESH / "round32", "questions"),
    *_apart("fresh, thirty-third set", _FRESH / "round33", "questions"),
    *_apart("fresh, thirty-fourth set", _FRESH / "round34", "questions"),
    *_apart("fresh, thirty-fifth set", _FRESH / "round35", "questions"),
    *_apart("fresh, thirty-sixth set", _FRESH / "round36", "questions"),
    *_apart("fresh, thirty-seventh set", _FRESH / "round37", "questions"),
    *_apart("fresh, thirty-eighth set", _FRESH / "round38", "questions"),
    *_apart("fresh, thirty-ninth set", _FRESH / "round39", "questions"),
    *_apart("fresh, fortieth set", _FRESH / "round40", "questions"),
    *_apart("fresh, forty-first set", _FRESH / "round41", "questions"),
    *_apart("fresh, forty-second set", _FRESH / "round42", "questions"),
    *_apart("fresh, forty-third set", _FRESH / "round43", "questions"),
    *_apart("fresh, forty-fourth set", _FRESH / "round44", "questions"),
    *_apart("fresh, forty-fifth set", _FRESH / "round45", "questions"),
    *_apart("fresh, forty-sixth set", _FRESH / "round46", "questions"),
    *_apart("fresh, forty-seventh set", _FRESH / "round47", "questions"),
    *_apart("fresh, forty-eighth set", _FRESH / "round48", "questions"),
    *_apart("fresh, forty-ninth set", _FRESH / "round49", "questions"),
    *_apart("fresh, fiftieth set", _FRESH / "round50", "questions"),
    *_apart("fresh, fifty-first set", _FRESH / "round51", "questions"),
    *_apart("fresh, fifty-second set", _FRESH / "round52", "questions"),
    *_apart("fresh, fifty-third set", _FRESH / "round53", "questions"),
    *_apart("fresh, fifty-fourth set", _FRESH / "round54", "questions"),
    *_apart("fresh, fifty-fifth set", _FRESH / "round55", "questions"),
    *_apart("fresh, fifty-sixth set", _FRESH / "round56", "questions"),
    *_apart("fresh, fifty-seventh set", _FRESH / "round57", "questions"),
    *_apart("fresh, fifty-eighth set", _FRESH / "round58", "questions"),
    *_apart("fresh, fifty-ninth set", _FRESH / "round59", "questions"),
    *_apart("fresh, sixtieth set", _FRESH / "round60", "questions"),
    *_apart("fresh, sixty-first set", _FRESH / "round61", "questions"),
    *_apart("fresh, sixty-second set", _FRESH / "round62", "questions"),
    *_apart("fresh, sixty-third set", _FRESH / "round63", "questions"),
    *_apart("fresh, sixty-fourth set", _FRESH / "round64", "questions"),
    *_apart("fresh, sixty-fifth set", _FRESH / "round65", "questions"),
    *_apart("fresh, sixty-sixth set", _FRESH / "round66", "questions"),
    *_apart("fresh, sixty-seventh set", _FRESH / "round67", "questions"),
    *_apart("fresh, sixty-eighth set", _FRESH / "round68", "questions"),
    *_apart("fresh, sixty-ninth set", _FRESH / "round69", "questions"),
    *_apart("fresh, seventy-second set", _FRESH / "round72", "questions"),
    *_apart("fresh, seventy-fifth set", _FRESH / "round75", "questions"),
    *_apart("fresh, seventy-sixth set", _FRESH / "round76", "questions"),
    *_apart("fresh, seventy-eighth set", _FRESH / "round78", "questions"),
    *_apart("fresh, eightieth set", _FRESH / "round80", "questions"),
    *_apart("fresh, eighty-second set", _FRESH / "round82", "questions"),
    *_apart("fresh, eighty-fifth set", _FRESH / "round85", "questions"),
    *_apart("fresh, eighty-sixth set", _FRESH / "round86", "questions"),
    *_apart("fresh, eighty-eighth set", _FRESH / "round88", "questions"),
    *_apart("fresh, eighty-ninth set", _FRESH / "round89", "questions"),
    *_apart("fresh, ninety-first set", _FRESH / "round91", "questions"),
    *_apart("fresh, ninety-second set", _FRESH / "round92", "questions"),
    *_apart("fresh, ninety-fourth set", _FRESH / "round94", "questions"),
    *_apart("fresh, ninety-fifth set", _FRESH / "round95", "questions"),
    *_apart("fresh, ninety-sixth set", _FRESH / "round96", "questions"),
    *_apart("fresh, ninety-seventh set", _FRESH / "round97", "questions"),
    *_apart("fresh, ninety-ninth set", _FRESH / "round99", "questions"),
    *_apart("fresh, hundredth set", _FRESH / "round100", "questions"),
    *_apart("fresh, hundred-and-first set", _FRESH / "round101", "questions"),
    *_apart("fresh, hundred-and-second set", _FRESH / "round102", "questions"),
    *_apart("fresh, hundred-and-fourth set", _FRESH / "round104", "questions"),
    *_apart("fresh, hundred-and-fifth set", _FRESH / "round105", "questions"),
    *_apart("fresh, hundred-and-sixth set", _FRESH / "round106", "questions"),
    *_apart("fresh, hundred-and-seventh set", _FRESH / "round107", "questions"),
    *_apart("fresh, hundred-and-ninth set", _FRESH / "round109", "questions"),
    *_apart("fresh, hundred-and-tenth set", _FRESH / "round110", "questions"),
    *_apart("fresh, hundred-and-eleventh set", _FRESH / "round111", "questions"),
    *_apart("fresh, hundred-and-twelfth set", _FRESH / "round112", "questions"),
    *_apart("fresh, hundred-and-thirteenth set", _FRESH / "round113", "questions"),
    *_apart("fresh, hundred-and-fifteenth set", _FRESH / "round115", "questions"),
    *_apart("fresh, hundred-and-sixteenth set", _FRESH / "round116", "questions"),
    *_apart("fresh, hundred-and-seventeenth set", _FRESH / "round117", "questions"),
    *_apart("fresh, hundred-and-eighteenth set", _FRESH / "round118", "questions"),
    *_apart("fresh, hundred-and-twentieth set", _FRESH / "round120", "questions"),
    *_apart("fresh, hundred-and-twenty-first set", _FRESH / "round121", "questions"),
    *_apart("fresh, hundred-and-twenty-third set", _FRESH / "round123", "questions"),
    *_apart("fresh, hundred-and-twenty-fourth set", _FRESH / "round124", "questions"),
    *_apart("fresh, hundred-and-twenty-sixth set", _FRESH / "round126", "questions"),
    *_apart("fresh, hundred-and-twenty-seventh set", _FRESH / "round127", "questions"),
    *_apart("fresh, hundred-and-twenty-eighth set", _FRESH / "round128", "questions"),
    *_apart("fresh, hundred-and-twenty-ninth set", _FRESH / "round129", "questions"),
    *_apart("fresh, hundred-and-thirtieth set", _FRESH / "round130", "questions"),
    *_apart("fresh, hundred-and-thirty-first set", _FRESH / "round131", "questions"),
    *_apart("fresh, hundred-and-thirty-second set", _FRESH / "round132", "questions"),
    *_apart("fresh, hundred-and-thirty-third set", _FRESH / "round133", "questions"),
    *_apart("fresh, hundred-and-thirty-fourth set", _FRESH / "round134", "questions"),
    *_apart("fresh, hundred-and-thirty-fifth set", _FRESH / "round135", "questions"),
    *_apart("fresh, hundred-and-thirty-sixth set", _FRESH / "round136", "questions"),
    *_apart("fresh, hundred-and-thirty-seventh set", _FRESH / "round137", "questions"),
    *_apart("fresh, hundred-and-thirty-eighth set", _FRESH / "round138", "questions"),
    *_apart("fresh, hundred-and-thirty-ninth set", _FRESH / "round139", "questions"),
    *_apart("fresh, hundred-and-fortieth set", _FRESH / "round140", "questions"),
    *_apart("fresh, hundred-and-forty-first set", _FRESH / "round141", "questions"),
    *_apart("fresh, hundred-and-forty-second set", _FRESH / "round142", "questions"),
    *_apart("fresh, hundred-and-forty-third set", _FRESH / "round143", "questions"),
    *_apart("fresh, hundred-and-forty-fourth set", _FRESH / "round144", "questions"),
    *_apart("fresh, hundred-and-forty-fifth set", _FRESH / "round145", "questions"),
    *_apart("fresh, hundred-and-forty-sixth set", _FRESH / "round146", "questions"),
    *_apart("fresh, hundred-and-forty-seventh set", _FRESH / "round147", "questions"),
    *_apart("asked more, hundred-and-twenty-sixth set", _FRESH / "round126", "more"),
    *_apart("asked more, hundred-and-twenty-seventh set", _FRESH / "round127", "more"),
    *_apart("asked more, hundred-and-twenty-eighth set", _FRESH / "round128", "more"),
    *_apart("asked more, hundred-and-twenty-ninth set", _FRESH / "round129", "more"),
    *_apart("asked plainly, seventieth set", _FRESH / "round70", "questions"),
    *_apart("asked plainly, seventy-first set", _FRESH / "round71", "questions"),
    *_apart("asked plainly, seventy-third set", _FRESH / "round73", "questions"),
    *_apart("asked plainly, seventy-fourth set", _FRESH / "round74", "questions"),
    *_apart("asked plainly, seventy-seventh set", _FRESH / "round77", "questions"),
    *_apart("asked plainly, seventy-ninth set", _FRESH / "round79", "questions"),
    *_apart("asked plainly, eighty-first set", _FRESH / "round81", "questions"),
    *_apart("asked plainly, eighty-third set", _FRESH / "round83", "questions"),
    *_apart("asked plainly, eighty-fourth set", _FRESH / "round84", "questions"),
    *_apart("asked plainly, eighty-seventh set", _FRESH / "round87", "questions"),
    *_apart("asked plainly, ninetieth set", _FRESH / "round90", "questions"),
    *_apart("asked plainly, ninety-third set", _FRESH / "round93", "questions"),
    *_apart("asked plainly, ninety-eighth set", _FRESH / "round98", "questions"),
    *_apart("asked plainly, hundred-and-third set", _FRESH / "round103", "questions"),
    *_apart("asked plainly, hundred-and-eighth set", _FRESH / "round108", "questions"),
    *_apart("asked plainly, hundred-and-fourteenth set", _FRESH / "round114", "questions"),
    *_apart("asked plainly, hundred-and-nineteenth set", _FRESH / "round119", "questions"),
    *_apart("asked plainly, hundred-and-twenty-second set", _FRESH / "round122", "questions"),
    *_apart("asked plainly, hundred-and-twenty-fifth set", _FRESH / "round125", "questions"),
    *_apart("asked anew, nine reports", _TESTS / "fixtures", "asked"),
    *_apart("asked across, nine reports", _TESTS / "fixtures", "across"),
    *_apart("asked anew, second set", _FRESH / "round2", "asked"),
    *_apart("asked anew, third set", _FRESH / "round3", "asked"),
    *_apart("asked anew, seventh set", _FRESH / "round7", "asked"),
    *_apart("asked anew, ninth set", _FRESH / "round9", "asked"),
    *_apart("asked anew, tenth set", _FRESH / "round10", "asked"),
    *_apart("asked anew, eleventh set", _FRESH / "round11", "asked"),
    *_apart("reworded, nine reports", _TESTS / "fixtures", "worded"),
    *_apart("reworded, second set", _FRESH / "round2", "worded"),
    *_apart("reworded, third set", _FRESH / "round3", "worded"),
    *_apart("reworded, fifth set", _FRESH / "round5", "worded"),
    *_apart("reworded, sixth set", _FRESH / "round6", "worded"),
    *_apart("reworded, seventh set", _FRESH / "round7", "worded"),
    *_apart("reworded, eighth set", _FRESH / "round8", "worded"),
    *_apart("reworded, ninth set", _FRESH / "round9", "worded"),
    *(part for label, folder in (("thirty-sixth", "round36"), ("thirty-eighth", "round38"), ("forty-first", "round41"), ("forty-third", "round43"),
                                   ("sixty-second", "round62"), ("sixty-fourth", "round64"), ("sixty-sixth", "round66"))
      for part in _apart(f"reckoned, {label} set", _FRESH / folder, "reckoned")),
    *_apart("talked over, sixty-third set", _FRESH / "round63", "talked"),
    *_apart("talked over, sixty-fifth set", _FRESH / "round65", "talked"),
    *_apart("talked over, seventy-fifth set", _FRESH / "round75", "talked"),
    *_apart("talked over, eighty-first set", _FRESH / "round81", "talked"),
    *_apart("talked over, eighty-third set", _FRESH / "round83", "talked"),
    *_apart("talked over, eighty-seventh set", _FRESH / "round87", "talked"),
    *_apart("talked over, ninety-third set", _FRESH / "round93", "talked"),
    *_apart("talked over, ninety-eighth set", _FRESH / "round98", "talked"),
    *_apart("talked over, hundred-and-third set", _FRESH / "round103", "talked"),
    QuestionSet("computed, nine reports", _NINE[0], _TESTS / "fixtures" / "computed.jsonl"),
    *(QuestionSet(f"computed, {label} set", _FRESH / folder / "reports", _FRESH / folder / "computed.jsonl")
      for label, folder in (("second", "round2"), ("third", "round3"), ("fifth", "round5"), ("sixth", "round6"), ("seventh", "round7"),
                            ("ninth", "round9"))),
    *(QuestionSet(f"other words, {label} set", _FRESH / folder / "reports", _FRESH / folder / "words.jsonl")
      for label, folder in (("first", "round1"), ("eighth", "round8"))),
    QuestionSet("the sample", ROOT / "reports", _TESTS / "sample_questions.jsonl", ablated=True),
)


def _fresh(label: str, folder: str, *complete: str) -> Gold:
    return Gold(f"fresh, {label} set", _FRESH / folder, frozenset(complete), 0.95, 0.90)


GOLD = (
    Gold("nine reports", _TESTS / "fixtures", frozenset({"huaizhu_2017.txt", "jiling_2019h1.txt"}), 0.97, 0.95),
    _fresh("first", "round1", "jiaodu_2018.txt", "cangyu_2023h1.docx"),
    _fresh("second", "round2", "baiwei_2017.txt", "linxi_2024.md"),
    _fresh("third", "round3", "lacheng_huibao_201607.md", "songbo_2014_zongjie.html"),
    _fresh("fourth", "round4", "苍坪工业园区主任述职报告.txt", "碧湄通报2024-2号.txt"),
    _fresh("fifth", "round5", "麦陵集聚区梁主任述职.txt"),
    _fresh("sixth", "round6", "榕砚2023公报.md"),
    _fresh("seventh", "round7", "sangya_2017.md"),
    _fresh("eighth", "round8", "ruiling_2023.md"),
    _fresh("ninth", "round9", "lanting_2024.txt"),
    _fresh("tenth", "round10", "zuohe_2019.txt"),
    _fresh("eleventh", "round11", "fengling_2022.txt"),
    _fresh("twelfth", "round12", "diyuan_2018.txt"),
    _fresh("thirteenth", "round13", "zhanglong_2014.md"),
    _fresh("fourteenth", "round14", "luangang_2023_gongbao.txt"),
    _fresh("fifteenth", "round15", "zhipu_2021_gongbao.md"),
    _fresh("sixteenth", "round16", "hengdu_2014_huibao.txt"),
    _fresh("seventeenth", "round17", "fukou_2017.txt"),
    _fresh("eighteenth", "round18", "jieting_2015_shuzhi.txt"),
    _fresh("twenty-first", "round21", "yuxian_2018.txt"),
    _fresh("twenty-second", "round22", "shuyuan_2012h1.html"),
    _fresh("twenty-third", "round23", "qingyang_2016.html"),
    _fresh("twenty-fourth", "round24", "xiyan_2023h1.txt"),
    _fresh("twenty-fifth", "round25", "zhuwan_2014h1.docx"),
    _fresh("twenty-sixth", "round26", "huangdu_2012.txt"),
    _fresh("twenty-seventh", "round27", "shuyuan_2016h1.md"),
    _fresh("twenty-eighth", "round28", "guancha_2015h1.html"),
    _fresh("twenty-ninth", "round29", "qishui_2014.txt"),
    _fresh("thirtieth", "round30", "juhe_2015h1.txt"),
    _fresh("thirty-first", "round31", "panqi_2016.txt"),
    _fresh("thirty-second", "round32", "chudun_2016h1.txt"),
    _fresh("thirty-third", "round33", "shuangwu_2023.html"),
    _fresh("thirty-fourth", "round34", "shanpu_2015.txt"),
    _fresh("thirty-fifth", "round35", "lipei_2015.txt"),
    _fresh("thirty-sixth", "round36", "shiquan_2021.md"),
    _fresh("thirty-seventh", "round37", "jiansang_2013h1.md"),
    _fresh("thirty-eighth", "round38", "luban_2015h1.md"),
    _fresh("thirty-ninth", "round39", "fenghu_2017.txt"),
    _fresh("fortieth", "round40", "suban_2022.md"),
    _fresh("forty-first", "round41", "shugang_2016h1.md"),
    _fresh("forty-second", "round42", "xigang_2022h1.html"),
    _fresh("forty-third", "round43", "qianmao_2021.md"),
    _fresh("forty-fourth", "round44", "xiexi_2022.html"),
    _fresh("forty-fifth", "round45", "weiting_2015.docx"),
    _fresh("forty-sixth", "round46", "miya_2023h1.html"),
    _fresh("forty-seventh", "round47", "yinwu_2011.txt"),
    _fresh("forty-eighth", "round48", "gaoyuan_2016.txt"),
    _fresh("forty-ninth", "round49", "renpo_2018h1.txt"),
    _fresh("fiftieth", "round50", "liaobei_2015_speech.txt"),
    _fresh("fifty-first", "round51", "xibu_2012.txt"),
    _fresh("fifty-second", "round52", "shuotong_2018_shuzhi.txt"),
    _fresh("fifty-third", "round53", "fuchuan_2021.txt"),
    _fresh("fifty-fourth", "round54", "yanxu_2021_huibao.txt"),
    _fresh("fifty-fifth", "round55", "wolusu_2015.txt"),
    _fresh("fifty-sixth", "round56", "guzhou_2015.txt"),
    _fresh("fifty-seventh", "round57", "quyuan_2016.html"),
    _fresh("fifty-eighth", "round58", "jianting_2014.txt"),
    _fresh("fifty-ninth", "round59", "hengzhihu_2016.txt"),
    _fresh("sixtieth", "round60", "chuya_2016.txt"),
    _fresh("sixty-first", "round61", "lizhi_2015.html"),
    _fresh("sixty-second", "round62", "quexun_2021.txt"),
    _fresh("sixty-third", "round63", "yaoao_2021.md"),
    _fresh("sixty-fourth", "round64", "xiandu_2020.txt"),
    _fresh("sixty-fifth", "round65", "feiyuan_2020.txt"),
    _fresh("sixty-sixth", "round66", "liheng_2019.txt"),
    _fresh("sixty-seventh", "round67", "huanyuan_2023h1.md"),
    _fresh("sixty-eighth", "round68", "huangdeng_2021.md"),
    _fresh("sixty-ninth", "round69", "huanyu_2022.md"),
    _fresh("seventy-second", "round72", "jiagu_2023yaodian.md"),
    _fresh("seventy-fifth", "round75", "linwu_2023h1.txt"),
    _fresh("seventy-sixth", "round76", "luqing_2023yd.md"),
    _fresh("seventy-eighth", "round78", "luxia_2021.html"),
    _fresh("eightieth", "round80", "qingyan_2022.md"),
    _fresh("eighty-second", "round82", "yaowan_2022.docx"),
    _fresh("eighty-fifth", "round85", "huanzhou_2023h1.md"),
    _fresh("eighty-sixth", "round86", "jiaxun_2016.md"),
    _fresh("eighty-eighth", "round88", "yitang_2016.docx"),
    _fresh("eighty-ninth", "round89", "gudun_2021.docx"),
    _fresh("ninety-first", "round91", "chepu_2014.docx"),
    _fresh("ninety-second", "round92", "handeng_2023.html"),
    _fresh("ninety-fourth", "round94", "jilan_2016.md"),
    _fresh("ninety-fifth", "round95", "shuyuan_2019.txt"),
    _fresh("ninety-sixth", "round96", "liaodun_2018.txt"),
    _fresh("ninety-seventh", "round97", "huangqi_2020.txt"),
    _fresh("ninety-ninth", "round99", "gutang_2020.txt"),
    _fresh("hundredth", "round100", "huanting_2022.txt"),
    _fresh("hundred-and-first", "round101", "hulan_2019.txt"),
    _fresh("hundred-and-second", "round102", "qibu_2024.html"),
    _fresh("hundred-and-fourth", "round104", "maolu_2021yaodian.docx"),
    _fresh("hundred-and-fifth", "round105", "handai_2020.md"),
    _fresh("hundred-and-sixth", "round106", "chongyuan_2022shuzhi.docx"),
    _fresh("hundred-and-seventh", "round107", "yunqi_2018.txt"),
    _fresh("hundred-and-ninth", "round109", "tianling_2022shuzhi.docx"),
    _fresh("hundred-and-tenth", "round110", "liaofu_2021tongbao.txt"),
    _fresh("hundred-and-eleventh", "round111", "hongshi_2022h1.txt"),
    _fresh("hundred-and-twelfth", "round112", "yinyun_2022huibao.docx"),
    _fresh("hundred-and-thirteenth", "round113", "liangyi_2022.md"),
    _fresh("hundred-and-fifteenth", "round115", "juxiao_2023q3.docx"),
    _fresh("hundred-and-sixteenth", "round116", "qilou_2023gongbao.html"),
    _fresh("hundred-and-seventeenth", "round117", "quebu_2022shuzhi.md"),
    _fresh("hundred-and-eighteenth", "round118", "fengyu_2022dasuan.docx"),
    _fresh("hundred-and-twentieth", "round120", "huiwu_2023h1.txt"),
    _fresh("hundred-and-twenty-first", "round121", "yinhu_2023huibao.txt"),
    _fresh("hundred-and-twenty-third", "round123", "jianrui_2023jianghua.docx"),
    _fresh("hundred-and-twenty-fourth", "round124", "yunsou_2023yaodian.docx"),
    _fresh("hundred-and-twenty-sixth", "round126", "dongya_2023huibao.docx"),
    _fresh("hundred-and-twenty-seventh", "round127", "gudu_2023.txt"),
    _fresh("hundred-and-twenty-eighth", "round128", "yunhu_2023h1.md"),
    _fresh("hundred-and-twenty-ninth", "round129", "chonggu_2023jianghua.docx"),
    _fresh("hundred-and-thirtieth", "round130", "wengling_2022tongbao.txt"),
    _fresh("hundred-and-thirty-first", "round131", "shuyan_2022.txt"),
    _fresh("hundred-and-thirty-second", "round132", "yaoji_2023.txt"),
    _fresh("hundred-and-thirty-third", "round133", "qiyong_2023jianbao.md"),
    _fresh("hundred-and-thirty-fourth", "round134", "rangkan_2023h1.html"),
    _fresh("hundred-and-thirty-fifth", "round135", "tiandai_2023.txt"),
    _fresh("hundred-and-thirty-sixth", "round136", "chenhui_2023.html"),
    _fresh("hundred-and-thirty-seventh", "round137", "hezhi_2023.docx"),
    _fresh("hundred-and-thirty-eighth", "round138", "yimao_2023.html"),
    _fresh("hundred-and-thirty-ninth", "round139", "chengqiu_2023.docx"),
    _fresh("hundred-and-fortieth", "round140", "hengqi_2022.html"),
    _fresh("hundred-and-forty-first", "round141", "yaobei_2023.docx"),
    _fresh("hundred-and-forty-second", "round142", "guandai_2023h1.md"),
    _fresh("hundred-and-forty-third", "round143", "hezhi_2023.docx"),
    _fresh("hundred-and-forty-fourth", "round144", "liaoyan_2022.html"),
    _fresh("hundred-and-forty-fifth", "round145", "huyan_2023.docx"),
    _fresh("hundred-and-forty-sixth", "round146", "yaoze_2023.txt"),
    _fresh("hundred-and-forty-seventh", "round147", "jingxing_2023.txt"),
)

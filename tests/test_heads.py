"""Heads as reports really have them: which zone and which stretch of time a report is of, and what it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.reading import read_report
from index.settings import IndexSettings

PAST = "一年来，全区上下团结奋进。2018年，全区实现规上工业总产值120.5亿元，同比增长8.3%；完成财政总收入10.2亿元，增长6.1%。"
AHEAD = "2019年，我们要力争规上工业总产值达到130亿元，财政总收入增长7%。"
HEADS = (
    ("a.txt",
     f"开发区党工委、管委会\n二〇一八年工作总结\n墨川经济开发区在市委坚强领导下，{PAST}\n"
     f"墨川经济开发区以“项目年”为抓手。\n{AHEAD}",
     "墨川经济开发区", "2018"),
    ("墨川开发区2018总结.txt", f"{PAST}\n{AHEAD}", "墨川开发区", "2018"),
    ("c.txt", f"2018年工作总结及2019年工作打算\n{PAST}\n{AHEAD}\n墨川经济开发区管委会\n2019年1月5日", "墨川经济开发区", "2018"),
    ("d.txt",
     "内部资料  注意保存\n墨开管〔2019〕3号\u3000\u3000签发人：李某\n墨川经济开发区管理委员会\n"
     f"关于报送2018年度工作总结的报告\n市政府：\n现将我区2018年工作情况报告如下。\n{PAST}\n{AHEAD}",
     "墨川经济开发区", "2018"),
    ("e.txt",
     "工作汇报\n——在市委常委会上\n墨川经济开发区管委会\n（2018年7月16日）\n"
     "今年上半年，全区完成规上工业总产值60亿元，增长7%。\n下半年，力争完成70亿元。",
     "墨川经济开发区", "2018H1"),
    ("f.txt", f"乘势而上  再创辉煌\n——墨川经济开发区2018年工作总结\n{PAST}\n{AHEAD}", "墨川经济开发区", "2018"),
    ("g.txt", f"墨川经开区：2018年交出亮眼“成绩单”\n{PAST}", "墨川经开区", "2018"),
    ("h.txt",
     "首页 > 政务公开 > 工作总结\n墨川经济开发区2018年工作总结\n"
     f"发布时间：2019-01-15 10:22\u3000来源：管委会办公室\u3000浏览次数：312\n字体：【大 中 小】\n{PAST}\n{AHEAD}",
     "墨川经济开发区", "2018"),
    ("i.txt",
     f"各位领导、同志们：\n现在，我代表墨川高新区党工委、管委会，向大家报告2018年工作，请予审议。\n{PAST}\n{AHEAD}",
     "墨川高新区", "2018"),
    ("j.txt", f"墨川高新技术产业开发区管委会主任 赵某\n个人述职述廉报告\n（2018年度）\n{PAST}", "墨川高新技术产业开发区", "2018"),
    ("k.txt", f"关于墨川临港经济区2018年经济运行情况的通报\n各局办：\n{PAST}", "墨川临港经济区", "2018"),
    ("l.txt", f"墨川综合保税区发展情况汇报材料\n（2018年12月）\n今年以来，{PAST}", "墨川综合保税区", "2018"),
    ("m.txt", f"中共墨川经济技术开发区工作委员会2018年工作要点完成情况\n{PAST}", "墨川经济技术开发区", "2018"),
    ("o.txt", "墨川生物医药产业园建设推进情况（截至2018年9月底）\n1-9月，园区完成产值30亿元，增长9%。", "墨川生物医药产业园", "2018M1-9"),
    ("p.txt", f"2018年墨川现代农业产业园工作总结\n{PAST}", "墨川现代农业产业园", "2018"),
    ("q.txt",
     "墨川市人民政府关于墨川经济开发区2018年度工作的报告\n——2019年2月18日在市十六届人大常委会第十五次会议上\n"
     f"市商务局局长 王某\n主任、各位副主任：\n{PAST}\n{AHEAD}",
     "墨川经济开发区", "2018"),
    ("r.txt",
     f"在墨川开发区三级干部大会上的报告\n（2019年2月15日）\n党工委书记 周某\n同志们：\n一、2018年工作回顾\n{PAST}\n"
     f"二、2019年工作安排\n{AHEAD}",
     "墨川开发区", "2018"),
    ("s.txt", f"2019年\n工\n作\n报\n告\n墨川新区管理委员会\n2019年1月\n{PAST}\n{AHEAD}", "墨川新区", "2018"),
    ("u.txt", f"各位领导：\n我叫王某，2016年5月到墨川高新区任管委会主任。下面述职。\n2018年，{PAST}\n{AHEAD}\n2019年1月20日", "墨川高新区", "2018"),
    ("v.txt", f"同志们：\n我现任墨川经济开发区党工委书记。2018年，{PAST}\n{AHEAD}\n2019年1月20日", "墨川经济开发区", "2018"),
    ("t.txt", "墨川经开区2018年大事记\n1月5日，签约项目3个，总投资12亿元。\n12月3日，园区入选国家级绿色园区。", "墨川经开区", "2018"),
)


@pytest.mark.parametrize(("name", "text", "zone", "period"), HEADS, ids=[name for name, *_ in HEADS])
def test_a_report_says_whose_and_of_when_it_is(tmp_path: Path, name: str, text: str, zone: str, period: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    report = read_report(tmp_path / name, root=tmp_path, settings=IndexSettings())
    assert report.zone == zone
    assert report.period is not None
    assert report.period.key == period

"""Reports that judge their tasks one by one: which were done, how many, and why one was not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

_ITEMS = (
    ("招商引资", "签约项目40个以上", "完成。签约46个。"),
    ("稳外贸", "进出口总额36亿美元", "未完成。完成31.4亿美元。主要是两家代工企业订单外移。"),
    ("道路建设", "新建改造道路7条", "未完成。完工6条。柳荫路因燃气管线迁改滞后未完，结转下年。"),
    ("标准厂房", "竣工标准厂房18万平方米", "完成。竣工18.6万平方米。"),
    ("安置房建设", "交付安置房1200套", "基本完成。交付1160套。"),
    ("创新平台", "新增市级研发平台6家", "超额完成。新增8家。"),
)
REPORT = "梓浦高新区2021年工作要点完成情况\n\n一、总体情况\n全年共列任务36项，按期完成30项、基本完成4项、未完成2项。\n\n" + """
| 序号 | 指标 | 单位 | 年初目标 | 全年完成 | 完成情况 |
| --- | --- | --- | --- | --- | --- |
| 1 | 规上工业总产值 | 亿元 | 300 | 288.6 | 未完成 |
| 2 | 固定资产投资 | 亿元 | 90 | 92.3 | 完成 |
| 3 | 一般公共预算收入 | 亿元 | 20 | 20.4 | 完成 |
| 4 | 外贸收入 | 亿元 | 60 | 61.2（预计） | 完成 |
| 5 | 税收收入 | 亿元 | 18 | 17.6 | 未完成 |

二、逐项完成情况
""" + "\n".join(f"{n}．{title}\n\n【要点】{aim}。\n\n【结果】{told}\n" for n, (title, aim, told) in enumerate(_ITEMS, 1))


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("marked"), REPORT, "report.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said", "unsaid"), [
    ("梓浦高新区2021年哪些任务没有完成", ("稳外贸（进出口总额36亿美元）", "道路建设（新建改造道路7条）"), ("招商", "产值")),
    ("梓浦高新区2021年哪些指标没有完成", ("规上工业总产值", "税收收入"), ("稳外贸", "固定资产投资")),
    ("梓浦高新区2021年36项任务完成了多少项", ("30项",), ("标为",)),
    ("梓浦高新区2021年未完成的任务有几项", ("2项",), ("标为",)),
    ("梓浦高新区2021年道路建设为什么没有完成", ("柳荫路因燃气管线迁改滞后",), ("订单",)),
    ("梓浦高新区2021年外贸收入是多少", ("61.2亿元", "预计"), ("没有",)),
    ("梓浦高新区2021年外贸收入目标完成了吗", ("预计能完成目标", "61.2亿元", "60亿元"), ()),
])
def test_tasks_that_are_judged_one_by_one(zone: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    text = zone.ask(question).text
    assert all(word in text for word in said), text
    assert not any(word in text for word in unsaid), text

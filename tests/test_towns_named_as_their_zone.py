"""A town that bears the name of its zone: what is asked of the one is not told of the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.pipeline import Assistant
from tests.conftest import last, over

TOLD = """菉塬农业科技园区2016年度工作总结

一、2016年工作回顾
年末设施大棚总数6240栋，其中菉塬镇2860栋、槲桥镇2050栋、白蔀镇1330栋。
年初建档立卡贫困人口1126户3418人，全年脱贫782户2365人，其中菉塬镇612人、槲桥镇806人、白蔀镇947人。
市外到位资金69.8亿元，增长8.6%，与70亿元目标相差0.2亿元。实际利用外资1.27亿美元，合同外资2.35亿美元。

二、存在问题
对照验收标准，园区还有三方面差距：一是产业链条不长，加工转化率仅52%；二是三镇发展不平衡，白蔀镇基础设施薄弱；三是科技投入不足。

各项工作虽有起色，离上级要求和群众期待还有不小距离，我愿同班子一道，一锤接着一锤敲，把园区的事情办好，请予评议。述职人：闻砺。2017年1月14日。
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("towns"), TOLD) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("菉塬镇2016年设施大棚多少栋", "2860栋"),
        ("菉塬园区2016年设施大棚一共多少栋", "6240栋"),
        ("2016年菉塬镇的设施大棚比白蔀镇多多少栋", "1530栋"),
        ("在设施农业的空间布局上，2016年菉塬镇的大棚数量比白蔀镇多出多少栋？", "1530栋"),
        ("菉塬园区2016年有哪些短板||在设施农业的空间布局上，菉塬镇的大棚数量比白蔀镇多出多少栋？", "1530栋"),
        ("菉塬园区2016年菉塬镇脱贫多少人", "612人"),
        ("菉塬园区2016年脱贫人口多少", "2365人"),
        ("菉塬园区2016年市外到位资金的任务量", "70亿元"),
        ("以菉塬园区2016年实际利用外资除以合同外资，资金到位率是多少", "54%"),
        ("菉塬园区2016年市外到位资金多少？原来定的是多少", "70亿元"),
        ("菉塬园区这份述职的那位一把手叫什么名字", "闻砺"),
    ],
)
def test_each_is_told_its_own(told: Assistant, question: str, answer: str) -> None:
    assert answer in last(told, question)


@pytest.mark.parametrize("question", ["菉塬园区2016年的短板有哪些", "菉塬园区2016年自我诊断出的短板主要集中在哪些维度？"])
def test_a_list_of_the_zone_is_told_where_a_town_has_its_name(told: Assistant, question: str) -> None:
    text = last(told, question)
    assert "产业链条不长" in text
    assert "科技投入不足" in text

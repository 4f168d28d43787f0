"""Who gives a report, why something went as it did where the reason stands behind a problem, guesses at what is not so, what is counted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant
from tests.conftest import over

SPEECH = """# 在岫川经济开发区2022年度工作会议上的讲话

党工委书记、管委会主任　邬启衡

（2022年1月29日）

## 一、2021年工作回顾

外贸这一块要多说一句：全年进出口总额18.4亿美元，下降3.6%，没有完成年初定的20亿美元目标。一般公共预算收入15.28亿元，其中税收收入13.61亿元。
开行中欧班列312列，增长73.3%。增设云岫、锦溆2个社区，社区总数达到14个。全区税收过千万元的企业只有2家，纳税最多的荻锦纺织为1640万元。
年末规上企业42户，当年新进7户、退库3户。新签约项目21个，其中亿元以上项目5个，较上年少1个。贷款余额268.9亿元，比年初增加31.6亿元。

## 二、存在的问题

一是外贸下滑。根子在哪里？一方面，博屹家电把南美订单转到了海外工厂；另一方面，新兴市场货币贬值，客户压价。二是结构偏重。
"""


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("spoken_of"), SPEECH, "岫川讲话.md") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "said"), [
    ("2022年初岫川工作会议上讲话的是谁", "邬启衡"),
    ("岫川2021年外贸没完成任务，讲话里分析的原因是什么", "货币贬值"),
    ("岫川2021年中欧班列没跑到300列，是不是疫情闹的", "达到了300列"),
    ("岫川2021年有几个社区", "14个"),
    ("岫川2021年增设了几个社区", "2个"),
    ("岫川2021年纳税最多的那家企业，交了多少", "1640万元"),
    ("岫川2021年一般公共预算收入刨掉税收，非税部分有多少", "1.67亿元"),
    ("岫川2021年贷款余额比年初增加了多少", "31.6亿元"),
    ("岫川2021年贷款比年初多放了多少", "31.6亿元"),
    ("岫川2021年规上企业净增几户", "净增4户"),
    ("岫川2021年有几户规上企业退库了", "3户"),
])  # fmt: skip
def test_what_is_told_of_it(speech: Assistant, question: str, said: str) -> None:
    assert said in speech.ask(question).text


def test_a_size_asked_of_what_was_counted_before(speech: Assistant) -> None:
    talk = speech.conversation()
    talk.ask("岫川2021年新签了多少个项目")
    assert talk.ask("其中过亿的几个").text.startswith("5个")

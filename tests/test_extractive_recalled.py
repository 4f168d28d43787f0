"""Goals passed or missed, stocks, rates, remainders, what a follow-up calls by its place: as people ask, of small invented reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from assistant import Assistant
from assistant.records import VerdictKind
from assistant.settings import Settings
from index.building import build
from tests.conftest import opened

SOONER = """汜水经济开发区2020年工作总结

一、2020年工作回顾
全年财政总收入21.4亿元，同比增长6.2%；一般公共预算收入13.6亿元，同比增长5.1%；实际利用外资2100万美元，同比下降3.2%。
纺织服装、绿色建材、生物医药产业分别实现产值82.5亿元、44.1亿元、23.9亿元，分别增长3.1%、8.8%和12.6%。
恒纺集团产值31.2亿元；信访总量同比下降7.4%；空气质量优良率86.1%。
供应建设用地48公顷。开工保障房640套，竣工保障房410套。

二、2021年工作打算
实际利用外资2400万美元；财政总收入增长8%；技术合同成交额6亿元。
"""

LATER = """汜水经济开发区2021年工作总结

一、2021年工作回顾
全年财政总收入22.7亿元，同比增长6.1%；一般公共预算收入13.2亿元，同比下降2.9%；实际利用外资2530万美元，同比增长20.5%。
技术合同成交额7.5亿元，超额完成6亿元的年度目标。外贸进出口总额18.2亿元。
恒纺集团产值33.5亿元；信访总量同比下降5.2%；空气质量优良率88.0%。
标准厂房累计建成46万平方米，其中当年新建11.5万平方米。
召开企业座谈会八场，征集企业难题120个，化解105个。
为240家企业发放贷款9.6亿元。全年发放稳岗补贴1800万元，惠及企业320家。老旧小区改造惠及居民2100户。
年产40万吨绿色水泥生产线项目总投资15亿元，累计完成投资9.2亿元，其中当年完成投资3.6亿元。
软件业营业收入12.4亿元，同比增长24%。引进博士52名，流失6名。
新增市场主体960户，总数达到7400户。
供应建设用地52公顷。开工保障房700套，竣工保障房560套。
受海外总部压缩开支影响，服务外包执行额4.2亿元，下降21.3%。
"""

OTHER = """澴川高新区2021年工作总结

一、2021年工作回顾
全年财政总收入30.5亿元，同比增长7.9%；对外贸易进出口总额25.6亿元，同比增长9.1%，其中出口18.3亿元，圆满完成年初24亿元的目标。供应土地930亩。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("recalled")
    reports = folder / "reports"
    reports.mkdir()
    for name, text in {"汜水2020": SOONER, "汜水2021": LATER, "澴川2021": OTHER}.items():
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    build(Settings.load(reports_dir=reports, index_dir=folder / "index"))
    with opened(reports, folder / "index") as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("记者正在核一篇稿子，里面说汜水2021年技术合同成交额远超目标。究竟超了多少亿，相当于目标的百分之几？", ["1.5亿元", "125%"]),
        ("汜水2021年技术合同成交额完成6亿元的任务了吗，超了多少", ["1.5亿元"]),
        ("2021年汜水实际利用外资有没有达到年初定的目标，超还是差多少", ["完成了目标", "130万美元"]),
        ("汜水当初给2021年定的实际利用外资指标，到头来实绩超出多少万美元？", ["130万美元"]),
        ("汜水2021年财政总收入的增幅，比年初预期低了多少个百分点？", ["1.9个百分点"]),
        ("汜水到2021年底一共建成的标准厂房里，有多大比重是那一年新建的", ["25%"]),
        ("汜水2021年座谈会上企业提的难题，化解率是多少，还剩几个没化解", ["87.5%", "15个"]),
        ("2021年汜水帮企业贷到了款，平均每家拿到多少？", ["400万元"]),
        ("汜水那个绿色水泥生产线项目，截至2021年末，离总投资还有多少亿没投下去？", ["5.8亿元"]),
        ("汜水2021年发放了多少稳岗补贴，受益的有多少家？", ["1800万元", "320家"]),
        ("汜水2021年引进博士，扣掉流失的净留下多少人？", ["46名"]),
        ("汜水2021年市场主体新增多少、总共多少户", ["960户", "7400户"]),
        ("家在汜水的网友想问问，这两年（2020—2021）空气优良率到底有没有变好，每年多少？", ["86.1%", "88.0%", "1.9个百分点"]),
        ("恒纺集团在汜水，20年和21年的产值各是多少，是往上走还是往下走？", ["31.2亿元", "33.5亿元"]),
        ("汜水2020、2021两年的财政总收入和一般公共预算收入，分别是升是降？", ["22.7亿元", "13.6亿元", "13.2亿元"]),
        ("我们公司做建材的，想比比2021年汜水和澴川的财政总收入差多少", ["7.8亿元"]),
        ("2021年汜水和澴川，哪家进出口规模大，大多少？", ["澴川", "7.4亿元"]),
        ("换成同一个单位（亩），2021年汜水和澴川哪个供地多？汜水那边折合多少亩？", ["930亩", "最高", "780亩"]),
        ("2021年汜水供地比澴川少多少亩", ["150亩"]),
        ("2020年汜水三大产业，哪个产值最高哪个增得最快？", ["82.5亿元", "12.6%"]),
        ("汜水2021年软件业营收同比增24%，上年同期是多少？", ["10亿元"]),
        ("汜水2021年企业难题征集了多少个、化解率多少", ["120个", "87.5%"]),
        ("汜水2021年技术合同成交额比目标多出多少？是目标的百分之几", ["1.5亿元", "125%"]),
        ("汜水2021年服务外包执行额怎么突然掉了两成多？", ["海外总部压缩开支"]),
        ("2020年汜水纺织服装、绿色建材、生物医药三个产业的产值报一下", ["82.5亿元", "44.1亿元", "23.9亿元"]),
    ],
)
def test_a_question_in_spoken_clauses_gets_its_numbers(assistant: Assistant, question: str, told: Sequence[str]) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    assert not [t for t in told if t not in answer.text], answer.text
    assert not [v for v in answer.verdicts if v.kind is VerdictKind.UNSUPPORTED]


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (("2020年汜水纺织服装、绿色建材、生物医药三个产业的产值报一下", "第二个增速多少？"), ["8.8%"]),
        (("汜水2020年纺织服装产业产值多少", "绿色建材呢", "还剩的那个产业呢？"), ["23.9亿元"]),
        (("汜水2021年信访总量降了多少？", "再往前推一年呢"), ["7.4%"]),
        (("汜水2020年信访总量降了多少？", "那再往后一年呢"), ["5.2%"]),
        (("汜水2021年财政总收入多少", "一般公共预算收入呢", "这两项的增速各是多少"), ["6.1%", "2.9%"]),
        (("汜水2020年恒纺集团产值多少", "换成2021年的看看，还是这个企业"), ["33.5亿元"]),
        (("汜水2020年保障房开工了多少套？", "竣工的呢？", "那21年这两样各是多少？"), ["700套", "560套"]),
    ],
)
def test_a_follow_up_recalls_what_was_said(assistant: Assistant, questions: Sequence[str], told: Sequence[str]) -> None:
    conversation = assistant.conversation()
    text = [conversation.ask(q) for q in questions][-1].text
    assert not [t for t in told if t not in text], text


@pytest.mark.parametrize(
    "question",
    [
        "汜水2021年企业座谈会上提的难题，满意率是多少",
        "汜水2020年累计建成的标准厂房里，有多大比重是当年新建的",
        "汜水2021年引进博士，扣掉退休的净留下多少人？",
        "汜水2020年发放稳岗补贴，平均每家拿到多少？",
        "汜水2021年就业率是多少",
        "澴川2021年出口有没有完成年初目标，差多少",
    ],
)
def test_what_the_reports_do_not_determine_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.refused, answer.text

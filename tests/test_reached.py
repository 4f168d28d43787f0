"""Whether a mark has been passed, asked as people talk: 破没破五十亿, 过百亿了没; and who makes, buys or pays told without a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant, described
from assistant.reached import mark_in_writing
from tests.conftest import over

REPORT = """柳汀开发区2022年工作总结

2022年，规上工业总产值318.6亿元，增长9.2%。地区生产总值首次突破200亿元。财政总收入完成12.8亿元，增长5.5%。一般公共预算支出9.1亿元。
实际利用外资4610万美元，下降3.1%。社会消费品零售总额27.4亿元，增长4.2%。居民人均可支配收入36840元，增长6.0%。
年末规上工业企业83户。规上工业亩均税收23.9万元/亩，增长5.8%。利润总额21.3亿元，增长2.2%。“港融贷”放款8.9亿元，支持企业187户。
"""


@pytest.mark.parametrize(("said", "written"), [
    ("产值破没破四百五十亿", "产值有没有超过450亿"), ("外贸有没有上10亿美元", "外贸有没有达到10亿美元"), ("税收过五个亿了没", "税收有没有超过5亿"),
    ("企业到没到一百家", "企业有没有达到100家"), ("GDP是不是破百亿大关了", "GDP有没有超过100亿"), ("产值超两千亿了吧", "产值有没有超过2000亿"),
    ("产值过百亿的有几家", "产值过百亿的有几家"), ("有没有超过10亿元的项目", "有没有超过10亿元的项目"), ("到2025年吗", "到2025年吗"),
    ("明年能到500亿吗", "明年能到500亿吗"),
])
def test_a_mark_is_written_as_a_claim(said: str, written: str) -> None:
    assert mark_in_writing(said) == written


@pytest.mark.parametrize(("said", "name"), [
    ("工厂一共造了多少钱的东西", "工业总产值"), ("官府一年收了多少钱", "一年财政收入多少钱"), ("管委会花了多少钱", "财政支出多少钱"),
    ("区里收了多少税", "税收收入多少"), ("来了多少外国的钱", "实际利用外资多少"), ("国外投资来了多少", "实际利用外资多少"),
    ("当地百姓能挣多少", "居民人均可支配收入多少"), ("超市卖货卖了多少", "社会消费品零售总额多少"), ("做外国的买卖做了多少", "进出口总额多少"),
    ("工厂造了多少吨水泥", "工厂造了多少吨水泥"), ("外资企业投了多少钱", "外资企业投了多少钱"), ("政府投资基金多少", "政府投资基金多少"),
])
def test_who_does_what_with_money_names_an_indicator(said: str, name: str) -> None:
    assert described.named(said, frozenset()) == name


@pytest.fixture(scope="module")
def told_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with over(tmp_path_factory.mktemp("reached"), REPORT, "柳汀开发区2022年工作总结.txt") as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "told"), [
    ("柳汀2022年产值破没破三百亿", "对，报告中是318.6亿元"), ("柳汀2022年财政收入过没过二十亿", "不对，报告中是12.8亿元"),
    ("柳汀2022年规上企业有没有上一百家", "未达到100家，报告中是83户"), ("柳汀2022年GDP有没有破两百亿", "对，报告中是突破200亿元"),
    ("柳汀2022年老百姓收入多少", "36840元"), ("柳汀2022年外国钱是不是比去年少了", "下降3.1%"), ("柳汀2022年政府花了多少钱", "9.1亿元"),
    ("柳汀2022年一亩地交的税到没到24万", "未达到24万元，报告中是23.9万元/亩"),
    ("柳汀2022年厂子里赚了多少", "21.3亿元"), ("柳汀2022年给企业贷了多少款", "8.9亿元"),
])
def test_the_printed_number_says_whether_it_is_so(told_of: Assistant, question: str, told: str) -> None:
    assert told_of.ask(question).text.startswith(told)

"""Everyday words for what reports call otherwise: the rules of spoken.toml, and indicators that a verb alone stands for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import Assistant, described
from assistant.settings import Settings
from assistant.spoken import in_writing, spoken_indicator
from index.building import build
from index.glossary import normalise
from tests.conftest import opened


@pytest.mark.parametrize(("said", "written"), [
    ("规模以上的厂子一共干出多少产值", "规上企业一共产值多少"), ("规上企业净赚多少", "规上企业利润总额多少"),
    ("规上工厂做了多少亿生意", "规上企业营业收入多少亿"), ("有几家企业在亏钱", "亏损企业几家"), ("企业一共赔了多少钱", "亏损额多少"),
    ("挂着高新牌子的公司有几家", "高新技术企业有几家"), ("新冒出来几家高企", "新增几家高企"), ("评上小巨人的有几家", "小巨人企业有几家"),
    ("公共预算花了多少钱", "公共预算支出多少"), ("老外真金白银投了多少美元", "实际利用外资多少美元"), ("引来多少外资", "利用外资多少"),
    ("往外卖的货", "出口"), ("进口加出口的买卖", "进出口总额"), ("投资过亿的大项目", "亿元以上项目"),
    ("走了多少万个标准箱", "集装箱吞吐量多少万标箱"), ("码头走了多少万吨货", "港口货物吞吐量多少万吨"), ("多少人来玩", "接待游客多少人"),
    ("一亩地产税多少", "亩均税收多少"), ("污水处理了百分之几", "污水处理率是多少"), ("隐患改掉了几成", "隐患整改率是多少"),
    ("开公司要几天", "企业开办时间几天"), ("省里考核排第几", "综合考评排第几"), ("打工的一年能挣多少钱", "职工平均工资多少"),
    ("多少人找到工作", "城镇新增就业多少人"), ("往工业上砸的钱", "工业投资"),
    ("技术改造上的投入", "技术改造投资"), ("签约口径的外资", "合同外资"), ("规上工业企业的净增户数", "净增规上工业企业"),
    ("做药的这块，产值掉了几个点", "做药的产值掉了几个点"), ("税收增长了多少（百分比）", "税收增长百分之多少"),
    ("哪块工作没干好", "哪些工作没做好"), ("二期总盘子多少", "二期总投资多少"),
    ("产值想冲485亿元，比2023年实际要多做多少", "产值目标比2023年实际多多少"),
    ("拖欠租金，追缴以后还欠多少", "拖欠租金还有多少没追缴"), ("工程款还有多少没还上", "工程款还有多少没清偿"),
    ("一般公共预算收入里税收以外的那块", "非税收入"),
    ("项目开工头一年实际砸下去多少钱", "项目开工头一年实际投了多少"), ("项目真正投下去的到底有多少", "项目真正投了多少"),
    ("项目前后加起来砸进去多少钱", "项目一共投了多少"), ("别跟我讲加起来一共多少，光2022年往里投了几个亿", "，2022年往里投了几个亿"),
    ("老外的钱到手多少刀", "实际利用外资多少美元"), ("要引多少外国人的钱", "要实际利用外资多少"),
    ("外地客商2022年在柳汀真金白银投进来多少", "2022年在柳汀实际到位内资多少"),
    ("区外来的国内资金（不算外资），真正落到柳汀账上的有多少", "柳汀到位内资有多少"),
    ("外地资金的实际落地额（境内口径）是多少", "实际到位内资是多少"),
    ("产值2023年比之2022年多多少", "产值2023年比2022年多多少"), ("签归签，真正动了土的有几个", "真正开工的有几个"),
    ("总投资哪个最大？大到多少", "总投资哪个最大，是多少"), ("用亩均税收衡量地效，谁高", "亩均税收，谁高"),
    ("2021年固投里，东陂片区贡献了多少", "2021年东陂片区的固投是多少"), ("绊住铜箔项目的，究竟是什么", "铜箔项目，原因是什么"),
    ("担着道路改造这副担子的是哪个部门", "负责道路改造的是哪个部门"),
    ("企业和居民交的税，在柳汀2022年一般公共预算收入里占了几个亿", "柳汀2022年一般公共预算收入里，税收收入是几个亿"),
    ("柳汀的“钱袋子”2022年全年进了多少？指财政总收入。", "柳汀2022年全年财政总收入多少？"),
    ("柳汀2022年全年收了多少，我说的是非税收入", "柳汀2022年全年非税收入多少？"),
    ("快报数后来不作数了吧？柳汀2022年工业投资，统计局修订过的那个数请给我。", "柳汀2022年工业投资，统计局修订过是多少"),
    ("你们说的那个高新技术产业，柳汀2022年一年下来做了多少产值", "柳汀2022年高新技术产业产值多少"),
    ("盖好了多少平方米厂房", "建了多少平方米厂房"), ("盖了几套给人才住的房子", "建成人才公寓几套"), ("覆盖了多少个村", "覆盖了多少个村"),
    ("开了多少家新公司", "新登记企业多少家"), ("新开的公司有多少", "新登记企业有多少"), ("开了几家新铺子", "新登记市场主体几家"),
    ("开办企业要几天", "企业开办时间几天"), ("全年拿了多少地", "全年供应土地多少亩"), ("哪个行业涨得最猛", "哪个行业涨得最快"),
    ("受益户数", "受益多少户"), ("柳汀园区用了多少电", "柳汀园区全社会用电量多少"),
])
def test_everyday_words_are_brought_to_those_of_reports(said: str, written: str) -> None:
    assert in_writing(said, frozenset()) == written


@pytest.mark.parametrize(("said", "written"), [
    ("柳汀的货2022年卖到境外，总值有多少亿", "柳汀的2022年出口有多少亿"), ("2022年柳汀把产品销往海外，金额合计多少", "2022年柳汀出口多少"),
    ("往国外卖货一共卖了多少钱", "出口多少钱"), ("从海外采购的东西值多少钱", "进口多少钱"), ("跟外国人做买卖总额是多少", "进出口总额是多少"),
    ("给旧机器旧设备升级改造投了多少亿", "技改投资多少亿"), ("企业给老设备升级花的钱是多少", "技改投资是多少"),
    ("平均每亩土地贡献了多少税收", "亩均税收多少"), ("每亩地交的税有多少", "亩均税收有多少"),
    ("把多少亩闲着没用好的地重新用起来了", "盘活低效用地多少亩"), ("企业缺多少工人", "企业用工缺口多少"),
    ("投资里头，老百姓自己办的那种民营的、民间的，占了多少亿", "民间投资，占了多少亿"),
])
def test_what_is_done_with_what_names_an_indicator_in_any_order(said: str, written: str) -> None:
    assert described.named(said, frozenset()) == written


@pytest.mark.parametrize("said", [
    "卖到国外的企业有几家", "老旧设备升级的项目有几个", "技术工人短缺问题怎么解决", "发往国外的货运班列开了多少列", "每亩税收强度",
    "出口和卖到国外的货", "盘活了多少亩闲置土地",  # named already
])
def test_what_is_said_of_a_noun_names_none(said: str) -> None:
    assert described.named(said, frozenset()) == said


@pytest.mark.parametrize("said", [
    "引来多少外资企业",  # firms, no money
    "拆迁户赔了多少钱",  # paid out, not lost
    "零售那个总盘子一共多少",  # no investment
    "公司做了多少年", "中药公司用了多少电", "人才公寓住了多少人", "规上企业做了几件事", "签约项目投资多少亿", "项目要投进去多少",
    "省外客商到账了多少",  # 省外 and 市外 are counted apart
])
def test_what_sounds_alike_is_left_as_it_is(said: str) -> None:
    assert in_writing(said, frozenset()) == said


def test_what_a_report_prints_is_left_as_it_is() -> None:
    said = "高新企业"
    words = frozenset({said[i : i + 3] for i in range(2)})
    assert in_writing(f"{said}有几家", words) == f"{said}有几家"
    assert in_writing(f"{said}有几家", frozenset()) == "高新技术企业有几家"


@pytest.mark.parametrize(("phrase", "text", "indicator"), [
    ("工业上", "工业上投了多少钱", "工业投资"), ("往基础设施", "往基础设施里砸了多少", "基础设施投资"), ("搞研发", "搞研发花了多少钱", "研发投入"),
    ("民生上", "民生上花了多少", "民生支出"), ("柳汀片区工业项目上", "柳汀片区工业项目上投了多少钱", "柳汀片区工业投资"),
])
def test_what_is_spent_on_a_thing_is_its_investment_or_its_expenditure(phrase: str, text: str, indicator: str) -> None:
    assert normalise(spoken_indicator((phrase,), text, of_a_scope=False)[0]) == normalise(indicator)


def test_what_is_used_up_is_no_money() -> None:
    assert spoken_indicator(("工业",), "工业用了多少电", of_a_scope=False) == ("工业",)


REPORT = """苇塘开发区2022年工作总结

全年规上工业总产值412.7亿元。一般公共预算收入14.3亿元，一般公共预算支出27.6亿元。年末高新技术企业126家，新增28家。
规上企业营业收入438.2亿元，利润总额26.8亿元，亏损企业14家，亏损额1.37亿元。基础设施投资42.5亿元，服务业投资28.6亿元，分别增长2.0%、3.1%。
接待游客86.4万人次，外出招商142批次。城镇登记失业率2.6%，失业人员再就业860人。受理信访事项436件，化解信访积案28件。
开工保障性租赁住房850套。公租房建成600套、分配到户412套。新签约项目84个。
"""


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    reports, index = tmp_path_factory.mktemp("everyday"), tmp_path_factory.mktemp("everyday-index")
    (reports / "苇塘2022.txt").write_text(REPORT, "utf-8")
    build(Settings.load(reports_dir=reports, index_dir=index))
    with opened(reports, index) as assistant:
        yield assistant


@pytest.mark.parametrize(("question", "value"), [
    ("规上企业挣了多少钱", "26.8亿元"), ("规上厂子卖了多少钱", "438.2亿元"), ("公共预算花掉多少钱", "27.6亿元"), ("企业一共亏了多少", "1.37亿元"),
    ("新评上几家高企", "28家"), ("来了多少万游客", "86.4万人次"), ("外出招商多少批", "142批次"), ("失业率多高", "2.6%"),
    ("收到多少信访件", "436件"), ("往服务业里砸的钱涨了百分之几", "3.1%"), ("公租房分配到户套数", "412套"),
    ("新添了几家高新技术企业，不要年末总数", "28家"),
])
def test_figures_are_found_by_everyday_words(zone: Assistant, question: str, value: str) -> None:
    answer = zone.ask(f"苇塘开发区2022年{question}")
    assert not answer.refused
    assert value in answer.text


@pytest.mark.parametrize("question", ["解决了多少人就业", "公租房总共住了多少人", "检查了多少家企业", "2023年用了多少电"])
def test_what_no_report_tells_is_refused_in_everyday_words_too(zone: Assistant, question: str) -> None:
    assert zone.ask(f"苇塘开发区2022年{question}").refused


def test_the_verb_inside_a_known_name_is_nothing_done(zone: Assistant) -> None:
    """服务业投资 less by how many per cent is no share of what was 投."""
    assert "67." not in zone.ask("苇塘开发区2022年服务业投资比2021年少了百分之几").text

"""Companies in front of what they made or paid: 恒星铝材产值, 龙头企业晶曜光电产值."""

from __future__ import annotations

import re

__all__ = ["TRADE", "company_in", "is_company"]

#: What companies are called by: a brand and a trade (恒星铝材, 远洋股份); their figures stand right behind.
TRADE = (
    r"(?:股份|集团|公司|科技|光电|电子|微电|半导体|电气|电器|电力|电缆|能源|锂电|电池|化工|石化|新材|材料|铝材|钢材|建材|陶瓷|玻璃|水泥|"
    r"机械|重工|重装|齿轮|铸造|冶金|叶片|机电|精密|装备|汽车|汽配|零部件|制造|动力|传动|仪器|仪表|制药|医药|药业|生物|医疗|食品|乳业|饮料|酒业|纺织|服饰|服装|"
    r"家居|家具|卫浴|洁具|照明|五金|纸业|锌业|铜业|铝业|钢构|钢铁|矿业|牧业|粮油|面业|物流|航空|航材|封测|芯片|软件|智能|智造|信息|通信|网络|数据|环保|水务|"
    r"燃气|塑业|氟化|氟材|化学|硅业|热电|光伏|农机|环境|橡胶|包装|工具|阀门|泵业|电机|船舶|木业|竹业|鞋业|家纺|印染|纤维|膜业|种业|饲料|冷链|能化|焦化|电商)"
)
_EARNED = (
    r"(?:年?产值|(?:营业|销售|主营业务|开票)?收入|开票(?:销售)?(?:额)?|销售额|进出口(?:总?额|总?值)?|出口(?:额|值|交货值)?|进口(?:额|值)?|税金|用工|从业人员|用电量?|营收|年?纳税额?|缴税|(?:缴纳|上缴|入库)(?:税收|税金)|税收|利税|净?利润(?:总额)?|净?亏损额?|盈利)"
)
_COMPANY = re.compile(rf"^(?P<scope>[\u3400-\u9fff]{{2,8}}{TRADE})(?:的|首次)?(?P<indicator>{_EARNED})$")
#: 龙头企业晶曜光电产值: what a company is stands before its name.
_APPOSED = re.compile(
    r"^(?:[\u3400-\u9fff]{0,6}?)(?:龙头|骨干|链主|重点|领军|标杆|头部|旗舰|上市|领航|明星|外资|纳税)(?:企业|公司)(?P<scope>(?!主营|营业|销售|开票|业务|亩均|户均|人均|平均)[^的，、]{2,12}?)"
    rf"(?:的|首次|全年|年|实现|完成)*(?P<indicator>{_EARNED})$"
)
_NO_COMPANY = re.compile(
    r"工业|农业|规上|规模|限上|全[区部市县省社园]|其中|出口|国内|单位|人均|亩均|每|年|新增|主要|相关|配套|传统|地方|外资|内资|民营|企业|保税|跨境"
)


def is_company(name: str) -> bool:
    """Whether a name is that of one company."""
    return re.fullmatch(rf"[\u3400-\u9fffA-Za-z]{{2,8}}?{TRADE}+", name) is not None and not _NO_COMPANY.search(name)


def company_in(core: str) -> tuple[str, str] | None:
    """(indicator, company) of a name that begins with a company, None when it doesn't."""
    if match := _APPOSED.match(core):
        return match["indicator"], match["scope"]
    if (match := _COMPANY.match(core)) and not _NO_COMPANY.match(core):
        return match["indicator"], match["scope"]
    return None

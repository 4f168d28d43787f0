"""The units that reports count and measure in, as data: one table for reading numbers and for converting them.

``DIMENSIONS`` maps a dimension to its units and their size in the dimension's base unit; a unit may carry a scale
word in front (万元, 亿千瓦时) and a denominator behind (万元/亩).  Classifiers (家, 个, 宗 …) count things; each is a
dimension of its own, because 家 and 个 do not convert into one another.
"""

from __future__ import annotations

from decimal import Decimal

__all__ = ["CLASSIFIERS", "CLASSIFIER_STOPS", "DIMENSIONS", "MEASURES", "MONEY", "NUMERAL_ENDS", "NUMERAL_STOPS", "RATES", "SCALES"]

#: Scale words by value; 十/百/千 appear in front of 万 and 亿 (3千万元).
SCALES: dict[str, Decimal] = {
    "万亿": Decimal(10**12), "千亿": Decimal(10**11), "百亿": Decimal(10**10), "十亿": Decimal(10**9),
    "亿": Decimal(10**8), "千万": Decimal(10**7), "百万": Decimal(10**6), "十万": Decimal(10**5),
    "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100), "": Decimal(1),
}

MONEY: tuple[str, ...] = (
    "美元", "欧元", "港元", "港币", "日元", "英镑", "韩元", "卢布", "加元", "澳元", "新台币", "美金", "人民币", "元",
)

DIMENSIONS: dict[str, dict[str, Decimal]] = {
    "人民币": {"元": Decimal(1), "人民币": Decimal(1)},
    "美元": {"美元": Decimal(1), "美金": Decimal(1)},
    "欧元": {"欧元": Decimal(1)},
    "港元": {"港元": Decimal(1), "港币": Decimal(1)},
    "日元": {"日元": Decimal(1)},
    "面积": {
        "平方米": Decimal(1), "平米": Decimal(1), "㎡": Decimal(1), "公顷": Decimal(10000),
        "平方公里": Decimal(10**6), "平方千米": Decimal(10**6),
        # 15 mu are a hectare: exact as a fraction, so mu are the one unit held as 10000/15.
        "亩": Decimal(10000) / Decimal(15),
    },
    "长度": {"公里": Decimal(1000), "千米": Decimal(1000), "米": Decimal(1)},
    "体积": {"立方米": Decimal(1), "方": Decimal(1), "立方": Decimal(1)},
    "质量": {"吨": Decimal(1), "公斤": Decimal("0.001"), "千克": Decimal("0.001"), "斤": Decimal("0.0005")},
    "标准煤": {"吨标准煤": Decimal(1), "吨标煤": Decimal(1)},
    "电量": {"千瓦时": Decimal(1), "度": Decimal(1), "兆瓦时": Decimal(1000)},
    "功率": {"千瓦": Decimal(1), "兆瓦": Decimal(1000)},
    "集装箱": {"标箱": Decimal(1), "标准箱": Decimal(1), "TEU": Decimal(1), "teu": Decimal(1)},
    "时间": {"天": Decimal(1440), "小时": Decimal(60), "分钟": Decimal(1)},
    "比率": {"%": Decimal(1), "％": Decimal(1), "‰": Decimal("0.1"), "成": Decimal(10)},
    "百分点": {"个百分点": Decimal(1), "百分点": Decimal(1), "个点": Decimal(1)},
}

#: Units that measure rather than count, longest first when compiled.
MEASURES: tuple[str, ...] = (
    *MONEY, "平方公里", "平方千米", "平方米", "平米", "㎡", "公顷", "亩", "公里", "千米", "米", "立方米", "立方", "方",
    "吨标准煤", "吨标煤", "吨", "公斤", "千克", "斤", "千瓦时", "兆瓦时", "度", "千瓦", "兆瓦", "标准箱", "标箱", "TEU", "teu",
    "个工作日", "工作日", "小时", "分钟", "天", "岁", "分", "微克/立方米", "微克每立方米", "毫克/升", "毫克/立方米",
    "吨公里", "人公里", "车公里", "千伏安", "兆伏安", "升", "克", "重量箱", "桶", "双", "盒", "海里", "节",
)

RATES: tuple[str, ...] = ("个百分点", "百分点", "个点", "%", "％", "‰", "倍", "成")

CLASSIFIERS: tuple[str, ...] = (
    "人次", "批次", "车次", "班次", "架次", "例次", "台套", "台(套)", "台（套）", "张床位", "个机位", "标段", "家次", "户次",
    "家", "个", "件", "项", "套", "户", "人", "名", "位", "座", "条", "处", "所", "期", "批", "宗", "只", "起", "份", "本",
    "次", "台", "辆", "艘", "架", "场", "栋", "幢", "间", "张", "支", "册", "株", "棵", "头", "羽", "盏", "例", "种", "类",
    "轮", "趟", "列", "对", "块", "口", "眼", "枚", "款", "篇", "部", "门", "幅", "口径", "箱", "班", "组", "床", "孔",
    "社区", "村", "站", "亩次",
)

#: A classifier followed by one of these is the beginning of another word (三家庭, 2018年起步), not a unit.
CLASSIFIER_STOPS: dict[str, str] = {
    "家": "庭具长园电居政级族国乡", "个": "性体别月", "本": "科级地市省质", "条": "例", "所": "有谓以在", "期": "间望末待货",
    "人": "民才均口员大行工居物生体为", "名": "单牌录优列副", "场": "所地景", "座": "谈", "处": "理置于分长级在", "起": "步点来到草",
    "份": "额", "只": "有要是能", "次": "数日序性会产", "台": "阶州湾账", "分": "别之局会管解布工析类为设期", "度": "过假",
    "元": "旦素", "天": "然津空", "亩": "均", "户": "均籍口型", "位": "于居列置", "批": "准复示发零", "成": "为立功果长交效分就本员绩套",
    "方": "面向案式位针法", "米": "兰", "部": "门分署委省级", "组": "织建成", "对": "外接口标", "口": "岸径头碑", "支": "持撑出部付行柱",
    "列": "入为车全第", "班": "子车", "类": "型别似", "门": "户口槛", "类企": "", "间": "接", "张": "家", "头": "企", "块": "链",
    "款": "项", "站": "位式", "村": "级民庄集社", "社区": "", "种": "植养子业类", "箱": "包", "例": "行外如", "架": "构",
    "轮": "胎", "篇": "章", "眼": "界光", "床": "位", "套": "用利", "件": "事", "吨": "级", "兆瓦": "级", "千瓦": "级", "项": "目",
    "座谈": "", "艘": "", "场次": "", "斤": "", "升": "级规至到", "克": "服难强", "双": "向方", "节": "能约点假水", "幅": "度员", "孔": "", "本书": "",
}

#: With Chinese numerals these classifiers name an order or a phrase (一期, 二期, 三组, 一批, 两类, 三种), not a count.
NUMERAL_STOPS: frozenset[str] = frozenset(["期", "批", "类", "种", "部", "轮", "组", "对", "列", "班", "口", "块", "门", "头", "方", "分", "度", "成", "支", "床", "口径", "幅", "孔", "眼"])

#: With Chinese numerals these count only where the phrase ends (航线四条，) and not in front of a noun (四条原则).
NUMERAL_ENDS: frozenset[str] = frozenset(["条", "天", "米", "位", "村", "社区", "站"])

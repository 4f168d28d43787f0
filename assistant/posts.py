"""Who holds a post: the sentence must name someone beside it, and the body whose post it is (纪工委书记 is no 党工委书记)."""

from __future__ import annotations

import re

from assistant import cues
from assistant.names import bigrams, fold
from assistant.records import Operation, Query

__all__ = ["names_holder", "own_post_asked", "person_told", "post_asked"]

_POST = "(?:[所院校社馆会厂园镇村]长|主任|书记|[区县市局处科]长|董事长|总经理|总裁|负责人|秘书长|首席科学家|总工程师|一把手|法人代表|领导)"
_ASKED = re.compile(  # 院长是谁, 谁当院长; not 主任写的文章被谁采用
    f"(?P<body>[㐀-鿿A-Za-z0-9]*?)(?P<post>{_POST})(?=的?是(?:谁|哪)|叫|姓|名字|的?(?:名字|姓名)|由谁|[?？。]?$)"
    f"|(?:谁是|谁(?:来|在)?(?:担任|当|任|做))(?P<of>[^，,。?？]{{0,12}}?)(?P<held>{_POST})"
)
_WIDE = ("一把手", "负责人", "领导")  # any post at the head of a body
# The zone's own head, whatever it is called.
_OWN = re.compile(
    "(?:请问|现任?|现在|当时|目前|时任|主要|管理?委员?会|党工委|工委|党委|经济技术|开发区|高新区|经开区|园区|新区|集中区|示范区|度假区|[全本该]?区里?|[他你我]们?|[那这]边|这里|的|那|那个|这个|副|年|时|在|担?任)*"
)
# 百家姓 and what is common today; those that begin words as often do so only where no such word follows.
_SURNAME = (
    "(?:欧阳|司马|上官|诸葛|东方|皇甫|令狐|尉迟|公孙|慕容|司徒"
    "|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花俞袁柳酆鲍史唐费岑薛雷贺倪汤滕殷罗毕郝邬"
    "乐傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄贝臧伏戴谈宋茅庞熊纪舒屈祝董梁杜阮蓝闵席季麻贾路娄江童颜郭梅盛林刁钟徐邱丘骆夏蔡田樊胡凌霍虞万"
    "支柯昝卢莫房裘缪解丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲封芮储靳汲糜松井段富巫乌焦巴弓谷车侯宓蓬郗仰秋仲伊宫宁仇栾甘厉祖武符刘景詹"
    "龙叶司韶黎薄印宿白怀蒲邰鄂索赖卓蔺屠蒙池乔阴翟谭贡姬申扶冉郦雍桑桂濮牛寿边扈燕冀尚农温庄晏柴瞿阎闫充慕连茹习艾鱼容向古易慎戈廖庾居衡步耿满弘匡寇"
    "广殳沃利蔚越隆师巩厍聂晁敖辛阚简饶曾沙养鞠丰关蒯相查荆红游权盖益桓肖付代文柯佘商牟战鄢覃逄郏浦阙夔訾巢竺逯仝岳佟苑郜郄谌仉亓冼]"
    "|廉(?![政洁明租价])|班(?![子组级])"
    "|高(?![新质端标校级层效速铁水度位于达压技])"
    "|(?<![担兼出现历责主信年月日])任(?![务职期何党命免])|闻(?![名讯])|党(?![工委建组员校的政务史])|劳(?![动务])|楼(?![宇层市盘道])"
    "|方(?![面案法式向便针可能略])|于(?![是今\\d])|常(?![委务态规年驻住抓])|成(?![立为功员果长交效绩])|安(?![排全置装稳])|时(?![间任期候常刻])"
    "|管(?![理委网控护道])|项(?!目)|应(?![当该急用对邀])|全(?![区市县省国年面体力程部])|国(?![家内际有])|经(?![济过营开费验])|明(?![年确显]))"
)
_NAME = f"{_SURNAME}[ \u3000]?[㐀-鿿]{{1,2}}"
_TITLE = "(?:同志|先生|女士|教授|博士|院士|研究员)?"


def _asked(query: Query) -> tuple[str, str]:
    """The post whose holder is asked for, and the words before it that say of which body; empty where none is."""
    text = query.bare or query.text
    found = _ASKED.search(text) if query.operation is Operation.WHO else None
    if found is None:
        return "", ""
    body = found["body"] or found["of"] or ""
    before = _SAID_BEFORE.search(text[: found.start()]) if not body else None
    return found["post"] or found["held"], _GLUE.sub("", before["body"]) if before is not None else body


#: 甲厂跟学校合办的那个实验室评上了省重点，主任叫啥: whose head is asked for is named in the clause before.
_SAID_BEFORE = re.compile(
    "(?P<body>[㐀-鿿A-Za-z0-9]*(?:实验室|研究院|研究所|学院|医院|学校|小学|中学|幼儿园|商会|协会|"
    "研究中心|服务中心|检测中心|工作站|基地|公司))[^，,。；？?]{0,16}[，,；]$"
)
_GLUE = re.compile(
    "(?:[跟和与同](?:[㐀-鿿]{0,2}(?:学校|高校|大学|院校))?)?(?:合[办建作]|共[建办]|联合|[一新]?[办建]|设立|成立)?起?的"
    "|[那这]?[个家所座]|[那这]"
)


def post_asked(query: Query) -> str:
    """The post whose holder is asked for; "" where none is."""
    return _asked(query)[0]


#: 工会主席闵若溪荣获, 闵若溪同志: a name beside what its holder is or got.
_TOLD = re.compile(
    f"(?:{_POST}|主席|教授|院士|博士|工程师|技师|工匠|劳模|[职员]工|医生|教师|队长|班长|店主|农户|选手|同志)(?P<after>{_NAME})"
    "(?=[\\d，,。；、（(]|荣获|获|被|担任|出任|任|兼|当选|入选|领|拿|同志|等)"
    f"|(?P<before>{_NAME})(?=同志|先生|女士|教授|博士|院士|荣获|获评|获得|担任|出任|兼任|当选|入选)"
)


def person_told(text: str) -> str:
    """The one person that a text names beside a post or an honour; "" where it names none, or several."""
    names = {m["after"] or m["before"] for m in _TOLD.finditer(text)}
    return names.pop() if len(names) == 1 else ""


def own_post_asked(query: Query) -> str:
    """The post, where it is one of the zone's own, which no other body's sentences tell of; "" else."""
    post, body = _asked(query)
    return post if _OWN.fullmatch(body) else ""


def names_holder(query: Query, text: str, around: str) -> bool:
    """Whether ``text`` names the holder of the asked post; ``around`` is all that may say of which body it is."""
    post, body = _asked(query)
    if not _OWN.fullmatch(body):
        own = bigrams(fold(_OWN.sub("", body)) or fold(body))
        if len(own & bigrams(fold(around))) * 2 < len(own) or (not own and body not in around):
            return False
    titles = {w for group in cues.SYNONYMS if _WIDE[0] in group for w in group} if post in _WIDE else {post}
    deputy = "" if re.search(f"副[㐀-鿿]{{0,2}}{post}", query.text) else "副"
    others = "(?<!中心)(?<!公司)(?<!办公室)(?<!支部)(?<!协会)(?<!医院)(?<!学院)" if _OWN.fullmatch(body) else ""  # no other body's head
    title = f"(?<![总{deputy}]){others}(?:{'|'.join(map(re.escape, sorted(titles, key=len, reverse=True)))})"
    named = (
        f"{title}由[^，。；]{{0,16}}?{_NAME}{_TITLE}(?:担任|兼任|出任)"
        f"|{title}(?:[、兼][^，。；\\s]{{2,12}}?{_POST})*[)）]?[ \u3000:：由是为、]*{_NAME}"
        f"|{_SURNAME}[㐀-鿿]{{0,2}}{_TITLE}(?:[（(，,、]|[^，。；]{{0,8}}(?:[担出兼接]?任|当|做|是|为|挂))?[^，。；]{{0,16}}{title}"
    )
    signed = f"{title}[ \u3000]{{1,4}}[㐀-鿿]{{2,4}}(?=$|[\\s（(])"  # 工作委员会书记　苌砚舟, below the title
    found = re.search(f"{named}|{signed}", text)
    if found is None or not _OWN.fullmatch(body) or not re.search("主任|书记", post):
        return found is not None
    before = re.split("[。；]", around[: max(around.find(text), 0)] + text[: found.start()])[-1]
    return _OTHER_BODY.search(before) is None or re.search("管委会|管理委员会|工委", before) is not None


#: 中试基地一期启用，…，首任主任由甲兼任: the head of that, not of the zone.
_OTHER_BODY = re.compile("(?:基地|研究院|学院|医院|协会|商会|实验室|学校|分会|研究中心|服务中心|工作站)(?:[一二三四]期)?[^，]{0,6}[，,]|首任$")

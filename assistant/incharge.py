"""Who builds a thing or answers for it, however that is asked: 活儿是谁干的, 归哪个口子管, 施工单位是哪个, 该找哪个部门对接."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["InCharge", "in_charge_asked"]


@dataclass(frozen=True, slots=True)
class InCharge:
    """What a question may call the thing by, the longest first; ``builds`` where it is after who builds it."""

    names: tuple[str, ...]
    builds: bool
    text: str
    both: bool = False  # who builds it and who answers for it
    person: bool = False  # the one in charge, beside the office


_UNIT = "(?:单位|部门|[局办处]|公司|企业|口子?|科室|专班|集团|机构|街道|中心)"
_WHO = f"(?:谁家?(?:单位|部门)?|哪[几些][个家]?{_UNIT}|(?:哪|什么|啥)(?:一?[个家])?{_UNIT}?)"
_BUILDS = "承建|施工|建设|建造|承包|[修建盖干]"
_MINDS = (
    "负责|主管|分管|主抓|包(?:[保联抓干]|[着干]?联系|着)|归口|[牵挑领打带](?:了|着)?的?个?头|领[衔着办]"
    "|挂帅|对接|承担|承办|操办|主办|统筹|兜底|张罗|(?:组织)?实施|推进|跟进|督办|盯[办着]?|管(?![网道理线廊委])|抓|扛(?:起|着)?大?旗?|代建|服务(?![业区站器平])"
)
_DOES = f"(?:{_BUILDS}|{_MINDS})"
_POST = "(?:责任|牵头|负责|主管|承担|实施|施工|承建|建设|包[保联]|归口|承办|服务|盯办)(?:单位|部门|方|主体|企业)"
_PERSON = "(?:分管|责任|包[保联]|牵头|主管|挂钩|联系)?的?(?:区|县级|班子|市)?(?:领导|责任人|负责人)"
_LIGHT = "(?:来|在|跟着|给|的|去|具体|主要|一直|单位|部门|组织|出面)*"
_TO = "归口|找|问|归|交|派|压|落|划|摊|分|挂|算|打"
_ASKED = re.compile(
    f"(?P<post>{_POST})(?:[^。？?]{{0,12}}?(?:谁|哪|什么|啥|[是为叫][?？。]*$)|[?？。]*$)|(?:谁|哪|什么|啥)[^，,。？?]{{0,8}}?(?P<post2>{_POST})"
    f"|(?:由|归|让|找|是|给|靠|请|派|叫|[，,。]|^){_WHO}{_LIGHT}(?P<does>{_DOES})"
    f"|(?P<does2>{_DOES})(?:着|的|起来|这件事|的活|它)*(?:单位|部门)?(?:是|在|给|归|由|到|于)*{_WHO}(?:$|[?？。，,的])"
    f"|(?P<does3>{_TO})(?:给|到|在|于)?了?{_WHO}(?:的?(?:头上|身上|名下|肩上|手[里上])|[问谈办说对了]?(?:$|[?？。，,头身名下]))"
    # 管着某地的是哪个口, 负责包联某项目的是什么部门, 总得有个领头的，写的是哪家
    f"|(?P<does4>{_DOES})[^，,。？?]{{0,24}}?的[，,]?[^，,。？?是]{{0,16}}?是的?{_WHO}(?:$|[?？。，,])"
    f"|(?:该|要|得|去)(?P<does5>找|问|敲|联系|对接){_WHO}(?:的?门|[问谈办]|对接|联系|说)?(?:$|[?？。，,])"
)
#: 书记讲话里指定由, 出了问题该问谁: who says so, and the same asked again.
_ASIDE = re.compile(
    "(?:书记|主任|一把手|领导)的?(?:(?:讲话|报告|会|总结|述职|大会)[里中上]?)?(?:点名|指定|明确|要求|责成|安排)?(?=[由让叫请派给])"
    "|(?<=[？?，,])(?:出了?(?:问题|事|岔子)|有事|有问题)[^，,。？?]{0,4}(?:问|找)谁[?？]*$"
)
_HEAD = re.compile(
    "[，,？?。](?:其|它的)?(?:一把手|负责人|局长|主任|领导|当家人?)(?:姓甚名谁|[是叫](?:什么|啥|谁)|的?(?:名字|姓名)|姓什么)[^，,。？?]{0,3}[?？。]*$"
)
_ELSE = re.compile(
    f"负责人|责任人|书记|主任|局长|领导|姓|哪[些几](?![个家]?{_UNIT})|多少|(?<!哪)几个|投资最|最[大高多]|上市|为什么|原因|什么时候|何时|哪天|评|称号|高校|学校|大学|共建|合[作办]|收购|接盘|业主"
)
_TOWARDS = re.compile("[往向朝](?:正)?([东西南北])(?:边|面)?(?:延[伸长](?:线)?|接[通出]?(?:的|去)?|[打修]通)")  # 往北延伸: 北延
_CUT = re.compile(
    f"[，,、。；;：:？?！!（）()“”\"]|的(?!士)|{_POST}|{_PERSON}|{_WHO}|(?:由|归|让|请|找|跟|向|把|按照?|依照?|据|在|是|给|该|要|想|我|不知|谁(?!家)|帮)+|[这那]?一?[摊件项条段桩档]?子?(?:活儿?|事情?|任务)|(?:[压分派落摊划交挂]|达到|具体)(?:给|到|在|于)?了?(?=哪|谁|由|这|任务|\\d|$)|[这那]一?[个条座项段件摊]|拖[着了]|迟迟|一直|没(?:有|能)?|[尚仍还]未|未能|对接一下|对接|上门|该找|是"
    f"|(?:报告|总结|工作要点|要点|清单|通报|项目表|材料|年鉴|公报|文件|讲话)(?:里|中|上)?|写|指定|点名|总得有个?|该(?:动|开)[^，,的]{0,8}的|出了?(?:问题|岔子)|{_MINDS}|承建|施工|打通|通车|动工|开工|新建|在建|建成|年"
)
_ZONED = re.compile("[㐀-鿿]{2,8}?(?:开发区|高新区|经开区|园区|工业园)|(?:(?:19|20)?\\d\\d|[〇零一二三四五六七八九]{4})年?")
_LEAST = 3  # characters of a name
_BESIDE = re.compile(f"{_POST}(?:[和与及跟、]|以及)+{_PERSON}|{_PERSON}(?:[和与及跟、]|以及)+{_POST}")  # 责任单位和分管领导
_BUILT = re.compile(f"{_WHO}[^，,。；;？?]{{0,4}}?(?:{_BUILDS})|(?:建设|施工|承建|实施)(?:单位|方|主体|企业)")
_MINDED = re.compile("(?:责任|牵头|负责|主管|归口)(?:单位|部门)|(?:归口|牵头|负责|主管)")


def in_charge_asked(bare: str, text: str) -> InCharge | None:
    """None where a question, ``bare`` without its zones and years, asks for anything else; a thing may be called by the zone's name."""
    beside = _BESIDE.search(bare)
    bare, head = _HEAD.subn("", _ASIDE.sub("", bare))
    said = _ASKED.search(bare) or (beside if beside and re.search("谁|哪|什么|啥", bare) else None)
    if said is None or _ELSE.search(bare if beside is None else bare.replace(beside[0], "责任单位")):
        return None
    does = next((w for w in said.groupdict().values() if w), "")
    parts = (*_CUT.split(_TOWARDS.sub(r"\1延", bare)), *_CUT.split(_TOWARDS.sub(r"\1延", _ZONED.sub("，", text))))
    named = {n for p in parts if p for n in (p, *re.split("[和与及]", p)) if len(n) >= _LEAST}
    named = {n for n in named if len(n) > _LEAST} or named or {f"{p}工作" for p in parts if p and len(p) == _LEAST - 1}  # 抓外资
    names = sorted(named, key=len, reverse=True)
    builds = re.search(f"^(?:{_BUILDS}|承)", does) is not None
    both = _BUILT.search(bare) is not None and _MINDED.search(bare) is not None
    return InCharge(tuple(names), builds, text, both, beside is not None or head > 0) if names else None

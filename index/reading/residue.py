"""What a web page leaves around a report: header tables, bylines, buttons.  Shared by html and by copied text.

A line is residue only when nothing in it but such words is left; a line of the report that mentions 打印 stays.
"""

from __future__ import annotations

import re

__all__ = ["HEADER_LABELS", "byline", "header_cells", "is_residue", "pairs_of", "strip_residue"]

HEADER_LABELS = frozenset(
    (
        "索引号",
        "信息索引号",
        "索引编号",
        "统一编号",
        "发布机构",
        "发文机关",
        "发布机关",
        "制发机关",
        "公开机构",
        "信息来源",
        "发布单位",
        "公开主体",
        "责任部门",
        "主题分类",
        "信息分类",
        "体裁分类",
        "组配分类",
        "服务对象分类",
        "主题词",
        "关键词",
        "文号",
        "发文字号",
        "文件编号",
        "公开日期",
        "发布日期",
        "生成日期",
        "成文日期",
        "发文日期",
        "发布时间",
        "公开时间",
        "生效日期",
        "公开方式",
        "公开范围",
        "公开时限",
        "公开形式",
        "有效性",
        "效力状态",
        "信息名称",
        "名称",
        "标题",
        "文件名称",
        "所属主题",
        "信息类别",
        "信息类型",
        "内容概述",
        "废止日期",
        "时效性",
        "载体类型",
        "记录形式",
    )
)
# Labels that only such a header carries; one of them at the top makes the lines around it a header.
_SURE_LABELS = frozenset(
    (
        "索引号",
        "信息索引号",
        "索引编号",
        "主题分类",
        "体裁分类",
        "组配分类",
        "服务对象分类",
        "公开方式",
        "公开范围",
        "公开时限",
        "载体类型",
        "记录形式",
        "统一编号",
        "信息分类",
        "效力状态",
        "有效性",
        "公开主体",
    )
)
_BYLINE_LABELS = HEADER_LABELS | {
    "来源",
    "文章来源",
    "稿源",
    "时间",
    "日期",
    "作者",
    "编辑",
    "责任编辑",
    "审核",
    "责编",
    "录入",
    "录入时间",
    "更新时间",
    "浏览次数",
    "阅读次数",
    "点击次数",
    "访问次数",
    "浏览量",
    "点击量",
    "阅读量",
    "浏览",
    "阅读",
    "点击",
    "点击数",
    "阅读数",
    "字号",
    "字体",
    "字体大小",
    "报送单位",
    "撰稿",
    "视力保护色",
}
_COUNTERS = frozenset(
    (
        "浏览次数",
        "阅读次数",
        "点击次数",
        "访问次数",
        "浏览量",
        "点击量",
        "阅读量",
        "浏览",
        "阅读",
        "点击",
        "点击数",
        "阅读数",
        "字号",
        "字体",
        "字体大小",
        "视力保护色",
    )
)
_LABEL = re.compile(
    "(?:^|(?<=[\\s|｜\u3000\\]】）)次]))("
    + "|".join(r"\s*".join(label) for label in sorted(_BYLINE_LABELS, key=len, reverse=True))
    + r")\s*[:：]"
)

_BUTTON = (
    r"(?:下载|打印(?:本页|文章|页面|此页|正文)?|收藏(?:本页|本文)?|分享(?:到|至|本页)?|关闭(?:窗口|本页|页面|此页)?|返回(?:顶部|列表|首页|上页|上一页)?"
    r"|字\s*(?:号|体)(?:大小)?|大|中|小|默认|超大|特大|缩小|放大|还原|纠错|我要纠错|网站纠错|繁体|简体|无障碍(?:浏览|阅读)?|关怀版|适老版|长者模式"
    r"|微信|微博|新浪微博|腾讯微博|人人网|朋友圈|QQ空间|QQ好友|复制链接|首页|加入收藏|设为首页|全文下载|语音播报|播放|扫一扫|回到顶部|保护视力色?)"
)
_STRONG = re.compile(r"字\s*[号体]|打印|收藏|下载|分享|关闭|返回|首页|纠错|无障碍|复制链接|扫一扫")
_BUTTONS = re.compile(rf"[\[【（(〖「]?(?:{_BUTTON}[\s:：|｜/、，·\[\]【】（）()〖〗「」+\-—]*)+")
_WHOLE = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:您?(?:当前|现在)?(?:的)?(?:所在)?(?:的)?位置|当前位置|您现在所在的位置|现在位置)(?:是)?\s*[:：].*",
        r"(?:首页|网站首页)\s*(?:>|＞|»|›|/|-|→|\\).*",
        r"【?\s*(?:上|下)(?:一)?(?:篇|条|页)(?:文章|新闻)?\s*[:：】].*",
        r"(?:本文|此文|该文|页面)?(?:已被)?(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)?\s*[:：]?\s*[\d,，]+\s*(?:次|人次)?",
        r"(?:用?手机)?扫(?:一扫|描|码).{0,24}",
        r"分享(?:到|至)\s*[:：]?.{0,20}",
        r".*(?:网站标识码|ICP备|公网安备|京ICP).*",
        r"(?:版权所有|Copyright|©).*",
        r".*建议使用.{0,20}(?:分辨率|浏览器).*",
        r"(?:主办|主办单位|承办|承办单位|技术支持|网站维护|网站地图|联系我们)\s*[:：].{0,60}",
        r"(?:网站地图|联系我们|关于我们|网站声明|隐私声明)(?:[\s|｜]+(?:网站地图|联系我们|关于我们|网站声明|隐私声明))*",
        r"今天是.{0,40}",
        r"(?:相关(?:阅读|新闻|信息|链接|文章|附件)|延伸阅读|热点(?:新闻|推荐)|推荐阅读)\s*[:：]?",
        r"(?:相关(?:阅读|新闻|链接|文章|报道)|延伸阅读|热(?:文|点新闻|点推荐|门文章|门新闻)|推荐阅读|猜你喜欢)\s*[:：]?\s*[·•▪■●◆—-].*",
        r".*(?:设为首页|加入收藏|无障碍(?:浏览|阅读))\s*[|｜\u3000 ].*",
        r"附件\s*[:：]\s*无",
        r".*今天是\s*\d{4}年.*(?:℃|星期|长者模式|无障碍).*",
        r"(?:匿名|网友)(?:用户|网友)?[^:：㐀-鿿]{0,8}[:：].*",
    )
)


def is_residue(line: str) -> bool:
    """Whether a line holds nothing but buttons, counters, breadcrumbs or a page's foot."""
    line = line.strip()
    if len(line) > 200 or "。" in line:
        return False
    if _BUTTONS.fullmatch(line) and (_STRONG.search(line) or line[0] in "[【（("):
        return True
    return any(pattern.fullmatch(line) for pattern in _WHOLE)


def strip_residue(lines: list[str], *, reach: int = 25) -> list[str]:
    """Drop residue from the first and last ``reach`` lines; a run of 大 / 中 / 小 falls with the 字号 above it."""
    dropped: set[int] = set()
    edge = [i for i in range(len(lines)) if i < reach or i >= len(lines) - reach]
    run: list[int] = []
    for index in [*edge, -1]:
        line = lines[index].strip() if index >= 0 else "。"
        bracket = line in ("】", "[", "]", "【", "】。")
        if line and (
            is_residue(line) or _BUTTONS.fullmatch(line) or bracket or line.rstrip("：:") in ("【字号", "【字体")
        ):
            run.append(index)
        elif line:
            if any(_STRONG.search(lines[i]) or is_residue(lines[i]) for i in run):
                dropped.update(run)
            run = []
    return [line for index, line in enumerate(lines) if index not in dropped]


def pairs_of(line: str) -> dict[str, str]:
    """{label: value} of every known ``label：value`` in a line, labels without inner spaces."""
    found = list(_LABEL.finditer(line))
    ends = [*(match.start() for match in found[1:]), len(line)][: len(found)]
    return {
        re.sub(r"\s", "", match[1]): line[match.end() : end].strip(" \t\u3000|｜,，;；")
        for match, end in zip(found, ends, strict=True)
    }


def byline(line: str) -> tuple[dict[str, str], bool]:
    """What a line such as 来源：党政办公室　浏览次数：1,283 says, and whether it is residue as a whole.

    Pure 来源：/时间： lines stay in the text, as a reader sees them; with a counter or a 字号 in it the line goes.
    """
    line = line.strip()
    first = _LABEL.search(line)
    if not first or first.start() > 1 or len(line) > 160 or "。" in line:
        return {}, False
    pairs = pairs_of(line)
    said = {label: value for label, value in pairs.items() if label not in _COUNTERS}
    return said, len(said) < len(pairs) or bool(pairs.keys() & _SURE_LABELS)


def header_cells(cells: list[str]) -> dict[str, str]:
    """{label: value} when a row of cells is a page's header (索引号 | … | 发布机构 | …), else {}."""
    labels = [re.sub(r"[\s:：]", "", cell) for cell in cells]
    found = {
        labels[i]: (cells[i + 1].strip() if i + 1 < len(cells) and labels[i + 1] not in HEADER_LABELS else "")
        for i in range(len(cells))
        if labels[i] in HEADER_LABELS
    }
    for cell in cells:
        said = pairs_of(cell.strip())
        found.update({label: value for label, value in said.items() if label in HEADER_LABELS and value})
    filled = [cell for cell in cells if cell.strip()]
    known = sum(1 for value in found.values() if value) + len(found)
    return found if found and known >= len(filled) - 1 else {}

"""Words of answers that name nothing: they are set aside before what a number is of, and who is meant, is compared."""

from __future__ import annotations

import re

from index.records import Status

__all__ = ["BASES", "FALL", "NEGATED", "PLAIN", "RISE", "STATUS_WORDS", "TOGETHER"]

RISE = re.compile("增长|增加|上升|提高|提升|扩大|上涨|上浮|涨|递增|净增|新增|增至|升至|前移|进位|高于|快于|增|升")
FALL = re.compile("下降|下滑|减少|降低|回落|收窄|缩减|下跌|负增长|降至|减至|后移|低于|慢于|降幅|跌幅|跌|降|减")
TOGETHER = re.compile("分别|依次|各为|各是")
#: A period after one of these is what is compared with, not what is told of.
BASES = re.compile(r"(?:比|较|同|与|和|跟|相比|高于|低于|对比)\s*$")
NEGATED = re.compile("没有|并没|并非|不是|未能|没能|不能|无法|无从|有误|不属实|不采信|所说|所称|您说|问题中|问题里|提到的")

STATUS_WORDS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (Status.TARGET, re.compile("预期目标|预计目标|目标|力争|(?<!预)计划(?!总?投资|生育|单列|外)|确保|争取|任务数?|打算|要求达到|拟|规划为|将要|指标任务")),
    (Status.EXPECTED, re.compile("预计(?!目标)|预期(?!目标)|有望|预测|预估|估计|可望|料将")),
    (Status.DONE, re.compile("完成(?!率|情况)|实现|达到|实际(?!利用|到)|实绩|已达|达成|录得")),
)

#: Said in any report or answer.  Removed before subjects and names are compared, the longest first.
PLAIN = re.compile("|".join(map(re.escape, sorted({
    *("根据 依据 按照 报告 显示 资料 原文 数据 来看 具体 其中 此外 另外 同时 因此 所以 由于 因为 以及 而且 并且 不过 但是 虽然 尽管 "
      "总体 整体 方面 情况 主要 包括 分别 依次 合计 共计 总计 总共 一共 累计 平均 大约 左右 以上 以下 超过 接近 将近 突破 不足 不到 "
      "达到 达 实现 完成 取得 录得 实际 为 是 有 了 的 在 于 到 至 从 由 及 和 与 或 等 则 也 还 均 都 各 共 仅 约 近 超 逾 "
      "同比 环比 较 比 上年 去年 上一年 前一年 年度 全年 全区 本区 该区 当年 本年 今年 明年 来年 期间 同期 当期 年底 年末 年初 末 底 "
      "增长 增加 增速 增幅 上升 提高 提升 扩大 上涨 下降 下滑 减少 降低 回落 收窄 幅度 涨幅 降幅 增至 降至 升至 变化 变动 变为 保持 "
      "目标 力争 计划 预计 预期 确保 争取 任务 打算 有望 估计 "
      "占 比重 占比 比例 份额 倍 倍数 相差 差距 差额 之差 多出 高出 超出 少 多 高 低 高于 低于 相当于 折合 约合 换算 即 也就是 "
      "数 数值 数量 金额 总额 总量 规模 水平 指标 项 单位 一年 两年 三年 这 那 其 该 此 它 他们 我们 您 你 所 之 以 对 将 把 被 使 "
      "可以 可 能 需要 应 要 已 已经 正 正在 仍 再 又 就 只 才 并 且 而 但 如 若 上 下 中 内 外 前 后 里 间 时 年 月 日 个 家 "
      "回答 问题 问 答案 答 结果 计算 得出 可知 可见 介绍 指出 提到 提及 写明 说明 表示 记载 公布 披露 引用 出处 来源 参见 见 注 "
      "没有 未 不 无 未能 无法 尚未 并未 不再 开发区 高新区 经开区 园区 亿元 万元 同样 一致 相同 排名 位列 位居 居 列 名列 排 最高 最低 最多 最少 "
      "首先 其次 再次 最后 第一 第二 第三 一是 二是 三是 四是 五是 上半年 下半年 季度 一季度 二季度 三季度 四季度 "
      "呈 呈现 态势 趋势 稳步 持续 继续 进一步 明显 显著 较快 良好 逐年 连续 大幅 小幅 基本 有所 共有 拥有 这一 一项 属于 指的是 "
      "有关 相关 关于 对于 针对 通过 作为 成为 带来 形成 进行 开展 推进 推动 加快 加强 做好 原因 结果 影响 导致 受 按 两头 推算 反推 直接 给出 给 口径 列出 分别列出 相除 相减 相加 之和 合起来 印出 指明 默认 "
      "相比之下 横向 纵向 对比 比较 换言之 简言之 总的来说 综上 据此 由此 意味着 差异 略 远 更 最 很 较为 十分 非常 完成率 达标 落后 领先 高达 仅为 约为").split(),
}, key=len, reverse=True))))

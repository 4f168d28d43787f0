"""The reports indexed, the welcome with its examples, and how an upload is getting on → HTML."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.records import Choice
from assistant.web.escaping import plain
from assistant.web.interface import CardLike
from assistant.web.library import Progress, Received
from assistant.web.rendering import ask_link, render_trouble, report_link

__all__ = ["render_limits", "render_list", "render_upload", "render_welcome"]


def render_welcome(examples: Sequence[str], reports: int) -> str:
    if not reports:
        return ('<section class="zq-welcome"><h2>还没有可以问的报告</h2>'
                "<p>到“报告”页上传工作总结，或把文件放进报告文件夹后运行 zoneqa index。</p></section>")
    items = "".join(f'<li>{ask_link(Choice(text, text), "zq-example")}</li>' for text in examples)
    return (f'<section class="zq-welcome"><h2>问一个数，看它在报告里的原话</h2>'
            f"<p>已收 {reports} 份工作总结。每个数字都标明出处，点开就到原句；报告里没有的，会直说没有。</p>"
            f'<ul aria-label="例如">{items}</ul></section>')


def render_limits(kinds: str, max_bytes: int) -> str:
    return (f'<h2 class="zq-h">上传工作总结</h2><p class="zq-limits">{plain(kinds)}；'
            f"单个不超过 {max_bytes // 1_000_000} MB。上传后存进报告文件夹，其间照常答问。</p>")


def render_list(cards: Sequence[CardLike]) -> str:
    if not cards:
        return '<p class="zq-waiting">还没有收录报告。</p>'
    items = "".join(f"<li>{_item(card)}</li>" for card in cards)
    return f'<h2 class="zq-h">已收录 {len(cards)} 份</h2><ul class="zq-list">{items}</ul>'


def _item(card: CardLike) -> str:
    facts = [card.zone or "没有认出开发区", card.period.label if card.period else "没有认出年份", card.format,
             f"{card.figures} 个数字"]
    return (f'<a class="zq-item" href="{report_link(card.id)}"><b>{plain(card.title or card.name)}</b>'
            f'<span>{" · ".join(map(plain, facts))}</span><span>{plain(card.name)}</span></a>')


def render_upload(received: Sequence[Received], progress: Progress, *, finished: bool) -> str:
    """What became of each file, and the bar while the index is being built."""
    parts: list[str] = []
    if not finished:
        bar = (f'<progress max="{progress.total}" value="{min(progress.done, progress.total)}"></progress>'
               if progress.total else "<progress></progress>")
        count = f" {progress.done}/{progress.total}" if progress.total else ""
        parts.append(f'<div class="zq-progress" role="status"><span>正在建索引：{plain(progress.stage)}{count}'
                     f"（其间仍按原来的报告作答）</span>{bar}</div>")
    elif progress.trouble:
        parts.append(render_trouble(progress.trouble, progress.mend))
    items = "".join(f"<li>{_received(item, finished and not progress.trouble)}</li>" for item in received)
    return "".join(parts) + (f'<ul class="zq-received" role="status">{items}</ul>' if items else "")


def _received(item: Received, indexed: bool) -> str:
    if item.path is None or item.trouble:
        return render_trouble(f"没有收下 {item.name}：{item.trouble}", item.mend)
    return f"{plain(item.name)}：{'已收录，可以提问了' if indexed else '已保存'}"

"""The welcome with its examples, and how an upload is getting on → HTML."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.records import Choice
from assistant.web.escaping import plain
from assistant.web.language import CHINESE, Language
from assistant.web.library import Progress, Received
from assistant.web.rendering import ask_link, render_trouble

__all__ = ["render_limits", "render_upload", "render_welcome"]


def render_welcome(examples: Sequence[str], reports: int, say: Language = CHINESE) -> str:
    if not reports:
        return (f'<section class="zq-welcome"><h2>{say("还没有可以问的报告")}</h2>'
                f'<p>{say("到“报告”页上传工作总结，或把文件放进报告文件夹后运行 zoneqa index。")}</p></section>')
    items = "".join(f'<li>{ask_link(Choice(text, text), "zq-example")}</li>' for text in examples)
    told = say("已收 {n} 份工作总结。每个数字都标明出处，点开就到原句；报告里没有的，会直说没有。", n=reports)
    return (f'<section class="zq-welcome"><h2>{say("问一个数，看它在报告里的原话")}</h2><p>{told}</p>'
            f'<ul aria-label="{say("例如")}">{items}</ul></section>')


def render_limits(kinds: str, max_bytes: int, say: Language = CHINESE) -> str:
    told = say("{kinds}；单个不超过 {mb} MB。上传后存进报告文件夹，其间照常答问。", kinds=kinds,
               mb=max_bytes // 1_000_000)
    return f'<h2 class="zq-h">{say("上传工作总结")}</h2><p class="zq-limits">{plain(told)}</p>'


def render_upload(received: Sequence[Received], progress: Progress, say: Language = CHINESE, *, finished: bool) -> str:
    """What became of each file, and the bar while the index is being built."""
    parts: list[str] = []
    if not finished:
        bar = (f'<progress max="{progress.total}" value="{min(progress.done, progress.total)}"></progress>'
               if progress.total else "<progress></progress>")
        count = f" {progress.done}/{progress.total}" if progress.total else ""
        told = say("正在建索引：{stage}（其间仍按原来的报告作答）", stage=say(progress.stage) + count)
        parts.append(f'<div class="zq-progress" role="status"><span>{plain(told)}</span>{bar}'
                     f'<a class="zq-button" role="button" href="#do=cancel">{say("取消")}</a></div>')
    elif progress.trouble and not progress.cancelled:  # then each file says so
        parts.append(render_trouble(say(progress.trouble), say(progress.mend)))
    items = "".join(f"<li>{_received(item, say, indexed=finished and not progress.trouble)}</li>" for item in received)
    return "".join(parts) + (f'<ul class="zq-received" role="status">{items}</ul>' if items else "")


def _received(item: Received, say: Language, *, indexed: bool) -> str:
    if item.path is None or item.trouble:
        return render_trouble(say("没有收下 {name}：{why}", name=item.name, why=say(item.trouble)), say(item.mend))
    return f"{plain(item.name)}：{say('已收录，可以提问了') if indexed else say('已保存')}"

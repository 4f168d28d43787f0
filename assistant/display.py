"""What the shell shows a person: answers, traces, hits, figures and scores, with rich.

Report text is never read as rich markup: a report that says ``[bold]`` shows ``[bold]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

if TYPE_CHECKING:  # the records only name types here, and the shell starts without them
    from collections.abc import Callable

    from assistant.evaluation import Change, Scores
    from assistant.records import Answer
    from index.records import Hit

__all__ = ["console", "progress_bar", "show_answer", "show_changes", "show_hits", "show_rows", "show_scores",
           "show_trace"]


def console(*, stderr: bool = False) -> Console:
    """A console that, when piped, does not break tables at 80 columns."""
    plain = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    return plain if plain.is_terminal else Console(stderr=stderr, highlight=False, markup=False, emoji=False, width=200)


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on stderr, drawn by ``progress(stage, done, all)``; one bar a stage."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=console(stderr=True))
    tasks: dict[str, Any] = {}

    def progress(stage: str, done: int, total: int) -> None:
        bar.start()  # with the first task: where there is nothing to do, nothing is drawn
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=total)
        bar.update(tasks[stage], completed=done, total=total)

    try:
        yield progress
    finally:
        bar.stop()


def show_answer(out: Console, answer: Answer) -> None:
    """The body, then each citation with its place, then what may be asked next."""
    out.print(Text(answer.marked), soft_wrap=True)
    for citation in answer.citations:
        place = " › ".join((citation.report, *citation.heading))
        page = f" 第{citation.page}页" if citation.page is not None else ""
        out.print(Text(f"\n[{citation.number}] {place}{page}", style="cyan"), soft_wrap=True)
        out.print(Text(f"    {_flat(citation.quote)}", style="dim"), soft_wrap=True)
    for statement in answer.statements:
        if statement.formula:
            out.print(Text(f"\n算式：{statement.formula}", style="green"), soft_wrap=True)
    for verdict in answer.verdicts:
        if verdict.kind.value == "更正":
            out.print(Text(f"\n{verdict.text}：{verdict.note}", style="yellow"), soft_wrap=True)
    unsupported = [verdict.text for verdict in answer.verdicts
                   if verdict.kind.value == "未核实" and answer.query.operation.value != "关于助手"]
    if unsupported:
        out.print(Text(f"\n未能在引文中核实：{'、'.join(unsupported)}", style="yellow"), soft_wrap=True)
    for remark in (*(f"提示：{hint}" for hint in answer.hints), answer.fallback):
        if remark:
            out.print(Text(f"\n{remark}", style="yellow"), soft_wrap=True)
    for choice in answer.choices:
        out.print(Text(f"  · {choice.label}：{choice.question}"), soft_wrap=True)
    if answer.suggestions:
        out.print(Text("\n还可以问：" + "；".join(answer.suggestions), style="dim"), soft_wrap=True)


def show_trace(out: Console, answer: Answer) -> None:
    """Each stage's decision, with its candidates beneath."""
    tree = Tree(Text(f"“{answer.question}” {answer.seconds * 1000:.0f} 毫秒", style="bold"))
    for step in answer.trace:
        branch = tree.add(Text.assemble((step.stage, "cyan"), "：", step.decision))
        for detail in step.details:
            branch.add(Text("  ".join(f"{key}={_flat(str(value))}" for key, value in detail.items()), style="dim"))
    out.print(tree, soft_wrap=True)


def show_hits(out: Console, hits: Sequence[Hit], names: dict[str, str]) -> None:
    """Passages with their scores; ``names`` maps a report's id to its name."""
    for number, hit in enumerate(hits, 1):
        passage = hit.passage
        place = " › ".join((names.get(passage.report_id, passage.report_id), *passage.path))
        sides = "  ".join(f"{side} {score:.3f}" for side, score in (("向量", hit.dense), ("词", hit.lexical))
                          if score is not None)
        out.print(Text(f"{number}. {place}  {hit.score:.3f}（{sides}）", style="cyan"), soft_wrap=True)
        out.print(Text(f"   {_flat(passage.text)}\n"), soft_wrap=True)


def show_rows(out: Console, heads: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str = "") -> None:
    table = Table(*heads, title=title or None, title_justify="left")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    out.print(table)


def show_scores(out: Console, scores: Scores) -> None:
    rows = [(row.kind, row.passed, row.asked, f"{row.rate:.1%}") for row in (*scores.rows, scores.total)]
    show_rows(out, ("题型", "通过", "全部", "比例"), rows)
    measures = (("有引文的回答", scores.cited), ("引文含答案", scores.supported),
                ("该拒答而拒答", scores.refused_rightly), ("不该拒答而拒答", scores.refused_wrongly),
                ("给错数", scores.wrong_figures))
    show_rows(out, ("指标", "数", "共", "比例"),
              [(name, count, of, f"{count / of:.1%}" if of else "—") for name, (count, of) in measures])
    out.print(f"用时 p50 {scores.p50_s * 1000:.0f} 毫秒，p95 {scores.p95_s * 1000:.0f} 毫秒")


def show_changes(out: Console, changed: Sequence[Change]) -> None:
    """The questions that pass now first, then those that fail now, each with both answers."""
    gained = [change for change in changed if change.after.passed]
    lost = [change for change in changed if not change.after.passed]
    for title, group in (("现在通过", gained), ("现在不通过", lost)):
        out.print(Text(f"{title}：{len(group)} 题", style="bold"))
        for change in group:
            reason = (change.before if change.after.passed else change.after).judgement.reason
            asked = f"  {change.item.id} [{change.item.kind}] {change.item.question}（{reason}）"
            out.print(Text(asked), soft_wrap=True)
            out.print(Text(f"    旧：{_flat(change.before.line.answer)}\n    新：{_flat(change.after.line.answer)}",
                           style="dim"), soft_wrap=True)


def _flat(text: str) -> str:
    return " ".join(text.split())

"""The shell: ``zoneqa index|ask|chat|figures|search|eval|serve|mcp|user|doctor``.

Commands only translate: options into settings and calls, results into JSON or rich.  Each imports what it needs where
it needs it, so that ``zoneqa --help`` takes 0.3 s and ``zoneqa ask`` never loads the page's libraries.

Exit codes: 0 done (an honest “not in the reports” is an answer too); 1 failed; 2 used wrongly; 3 the index is missing,
damaged, busy or made by something else; 4 ``eval`` came out below ``--at-least``, or ``doctor`` found something broken.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from assistant import display
from assistant.cli_users import users
from assistant.shell import (
    build,
    next_line,
    one_of,
    open_assistant,
    open_index,
    parse_period,
    parse_status,
    print_json,
    settings_for,
    summary_as_dict,
    with_own_reports,
)
from index.errors import IndexError_, QuestionError, ZoneQAError

__all__ = ["app", "main"]

FAILED, INDEX_TROUBLE, BELOW = 1, 3, 4

app = typer.Typer(
    name="zoneqa", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="开发区工作总结问答：每个数字都能在报告原文里找到。\n\n"
         "Questions on the annual reports of development zones; every number is one that a report prints.\n\n"
         "退出码 exit codes: 0 完成 done · 1 失败 failed · 2 用法不对 usage · 3 索引问题 index · 4 未达标 below",
)

app.add_typer(users, name="user")

Reports = Annotated[Path | None, typer.Option("--reports", "-r", help="报告所在的文件夹  folder of reports")]
Index = Annotated[Path | None, typer.Option("--index", "-i", help="索引所在的文件夹  folder of the index")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON  print JSON")]
Zone = Annotated[str | None, typer.Option("--zone", "-z", help="只看这个区  this zone only")]
When = Annotated[str | None, typer.Option("--period", "-p", help="只看这一期，如 2018、2019H1  this period only")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the shell and leave with an exit code; errors become one line with the mend, unless ZONEQA_DEBUG is set."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        app(args=given)
    except ZoneQAError as error:
        if os.environ.get("ZONEQA_DEBUG"):
            raise
        if "--json" in given:
            print_json({"error": {"kind": type(error).__name__, "message": error.message, "mend": error.mend}})
        print(f"zoneqa：{error}", file=sys.stderr)
        raise SystemExit(INDEX_TROUBLE if isinstance(error, IndexError_) else FAILED) from None
    except Exception as error:
        if os.environ.get("ZONEQA_DEBUG"):
            raise
        print(f"zoneqa：程序出错：{type(error).__name__}: {error}（设 ZONEQA_DEBUG=1 再运行可看详情）",
              file=sys.stderr)
        raise SystemExit(FAILED) from None


@app.command()
def index(
    reports: Reports = None, index: Index = None, as_json: AsJson = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", "--force", help="从头重建  start from nothing")] = False,
) -> None:
    """建立或更新索引，没变的不重做 · Build or update the index; unchanged reports cost nothing."""
    settings = settings_for(reports, index)
    summary = build(settings, rebuild=rebuild)
    if as_json:
        print_json(summary_as_dict(summary))
        return
    print("\n".join([*summary.lines(), f"索引在 {settings.index_dir}"]))


@app.command()
def ask(
    question: Annotated[list[str], typer.Argument(help="问题；- 从标准输入读  the question; - reads stdin")],
    zone: Zone = None, period: When = None, reports: Reports = None, index: Index = None, as_json: AsJson = False,
    explain: Annotated[bool, typer.Option("--explain", help="说明每一步怎么定的  show each stage's decision")] = False,
) -> None:
    """提一个问题，索引先更新 · Ask one question; the index is brought up to date first."""
    text = sys.stdin.read() if question == ["-"] else " ".join(question)
    with open_assistant(settings_for(reports, index)) as assistant:
        answer = assistant.ask(text, zone=zone, period=parse_period(period))
    if as_json:
        trace = [{"stage": t.stage, "decision": t.decision, "details": list(t.details)} for t in answer.trace]
        print_json(answer.as_dict() | ({"trace": trace} if explain else {}))
        return
    out = display.console()
    display.show_answer(out, answer)
    if explain:
        display.show_trace(out, answer)


@app.command()
def chat(
    reports: Reports = None, index: Index = None, as_json: AsJson = False,
    explain: Annotated[bool, typer.Option("--explain", help="说明每一步怎么定的  show each stage's decision")] = False,
) -> None:
    """连续问答，可以追问“同比呢” · A conversation with follow-ups.

    空行或 /exit 结束，/new 另起话题；从管道读时每行一个问题。
    An empty line or /exit ends it, /new starts afresh; from a pipe, every line is a question.
    """
    out = display.console()
    talking = sys.stdin.isatty()
    if talking:
        with suppress(ImportError):  # line editing, where the system has it
            importlib.import_module("readline")
    with open_assistant(settings_for(reports, index)) as assistant:
        conversation = assistant.conversation()
        while line := next_line("问> " if talking else ""):
            if line == "/new":
                conversation = assistant.conversation()
                continue
            try:
                answer = conversation.ask(line)
            except QuestionError as error:  # this question cannot be taken; the conversation goes on
                print(f"zoneqa：{error}", file=sys.stderr)
                continue
            if as_json:
                print_json(answer.as_dict(), indent=None)
                continue
            display.show_answer(out, answer)
            if explain:
                display.show_trace(out, answer)
            out.print()


@app.command()
def figures(
    zone: Zone = None, period: When = None, reports: Reports = None, index: Index = None, as_json: AsJson = False,
    indicator: Annotated[str, typer.Option("--indicator", "-n", help="指标名里含这几个字  part of the indicator")] = "",
    status: Annotated[str | None, typer.Option("--status", "-s", help="完成、预计 或 目标  done, expected …")] = None,
    report: Annotated[str | None, typer.Option("--report", help="只看这份报告（文件名）  this report only")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="写入 .csv、.xlsx 或 .json  write a file")] = None,
) -> None:
    """列出报告里的数字，或写成表格 · List the figures, or write them as csv, xlsx or json."""
    from assistant.exporting import HEADS, figure_row, write_rows

    with open_index(settings_for(reports, index)) as opened:
        ledger = opened.ledger
        names = {card.id: card.name for card in ledger.cards()}
        ids = {name: id for id, name in names.items()}
        chosen = ledger.figures(
            zone=one_of(zone, ledger.zones(), "区"), period=parse_period(period), status=parse_status(status),
            report_id=ids[one_of(report, ids, "报告") or ""] if report else None, containing=indicator,
        )
    rows = [figure_row(figure, names[figure.report_id]) for figure in chosen]
    if out is not None:
        write_rows(out, rows)
        print(f"{len(rows)} 个数字写入 {out}", file=sys.stderr)
    elif as_json:
        print_json(rows)
    else:
        shown = ("zone", "period", "indicator", "scope", "value_text", "growth_text", "status", "qualifier", "report")
        display.show_rows(display.console(), [HEADS[name] for name in shown], [[row[n] for n in shown] for row in rows])


@app.command()
def search(
    text: Annotated[list[str], typer.Argument(help="要找的话  what to look for")],
    zone: Zone = None, period: When = None, reports: Reports = None, index: Index = None, as_json: AsJson = False,
    count: Annotated[int, typer.Option("--count", "-k", min=1, max=100, help="几段  how many passages")] = 5,
) -> None:
    """只找原文段落，不作答 · Find passages; no answer is made."""
    from index.retrieval import ZoneRetriever

    with open_index(settings_for(reports, index)) as opened:
        ledger = opened.ledger
        zone, when = one_of(zone, ledger.zones(), "区"), parse_period(period)
        cards = ledger.cards()
        names = {card.id: card.name for card in cards}
        wanted = {card.id for card in cards if card.zone == zone} if zone else None
        hits = ZoneRetriever(opened).hits(" ".join(text), k=count, report_ids=wanted, periods={when} if when else None)
    if as_json:
        print_json([
            {"report": names[hit.passage.report_id], "text": hit.passage.text, "start": hit.passage.start,
             "end": hit.passage.end, "heading": list(hit.passage.path), "page": hit.passage.page,
             "score": round(hit.score, 4), "dense": hit.dense, "lexical": hit.lexical}
            for hit in hits
        ])
    else:
        display.show_hits(display.console(), hits, names)


@app.command(name="eval")
def evaluate(
    questions: Annotated[Path, typer.Argument(help="题目，每行一个 JSON  questions, one JSON object a line")],
    reports: Reports = None, index: Index = None, as_json: AsJson = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="答案写到这里  where the answers go")] = None,
    compare: Annotated[Path | None, typer.Option("--compare", help="与旧答案比  compare with older answers")] = None,
    at_least: Annotated[float, typer.Option(min=0, max=1, help="低于这个比例退出码为 4  exit code 4 below this")] = 0.0,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="只问这些题型  these kinds only")] = None,
    hold_out: Annotated[int, typer.Option(min=0, help="留出编号能被它整除的题  leave out ids divisible by it")] = 0,
    held_out: Annotated[int, typer.Option(min=0, help="只问留出的题  ask only those left out")] = 0,
    failures: Annotated[bool, typer.Option("--failures", help="列出没通过的题  list what failed")] = False,
) -> None:
    """用有标准答案的题目打分 · Score the assistant on questions with gold keys."""
    from assistant import evaluation
    from assistant.judging import Judge

    old = evaluation.read_answers(compare) if compare else {}
    items = evaluation.select(evaluation.read_items(questions), kinds=kind or (), hold_out=hold_out, held_out=held_out)
    if not items:
        raise QuestionError("没有符合条件的题目", mend="放宽 --kind、--hold-out 或 --held-out")
    with open_assistant(settings_for(reports, index)) as assistant, display.progress_bar() as progress:
        judge = Judge(report.text for report in assistant.index.ledger.reports())
        results = evaluation.evaluate(assistant, items, judge, progress=lambda done, all: progress("提问", done, all))
    if out:
        evaluation.write_answers(out, results)
    scores, changed = evaluation.score(results), evaluation.changes(old, results, judge)
    failed = [result for result in results if not result.passed]
    if as_json:
        print_json(scores.as_dict() | {
            "failed": [{"id": r.item.id, "reason": r.judgement.reason, "answer": r.line.answer} for r in failed],
            "now_passing": [c.item.id for c in changed if c.after.passed],
            "now_failing": [c.item.id for c in changed if not c.after.passed],
        })
    else:
        screen = display.console()
        display.show_scores(screen, scores)
        if failures:
            display.show_rows(screen, ("题号", "题型", "问题", "原因", "回答"), [
                (r.item.id, r.item.kind, r.item.question, r.judgement.reason, r.line.answer) for r in failed])
        if compare:
            display.show_changes(screen, changed)
    if scores.total.rate < at_least:
        print(f"zoneqa：通过 {scores.total.rate:.1%}，低于要求的 {at_least:.1%}", file=sys.stderr)
        raise typer.Exit(BELOW)


@app.command()
def serve(
    reports: Reports = None, index: Index = None,
    host: Annotated[str | None, typer.Option(help="监听地址  address to listen on")] = None,
    port: Annotated[int | None, typer.Option(help="端口  port")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每条消息一行 JSON  each message as a line of JSON")] = False,
) -> None:
    """打开网页，先更新索引 · Serve the page; the index is brought up to date first."""
    settings = with_own_reports(settings_for(reports, index, host=host, port=port))
    with open_assistant(settings) as assistant:
        from assistant.web import serve as serve_page

        serve_page(assistant, settings, announce=lambda text: _announce(text, as_json))


@app.command()
def mcp(
    reports: Reports = None, index: Index = None,
    http: Annotated[bool, typer.Option("--http", help="走 HTTP，不走标准输入输出  serve over HTTP")] = False,
    host: Annotated[str | None, typer.Option(help="监听地址  address to listen on")] = None,
    port: Annotated[int | None, typer.Option(help="端口  port")] = None,
) -> None:
    """作为 MCP 服务，供别的助手查数 · Serve MCP tools to other assistants, over stdio or HTTP."""
    from assistant.mcp import serve_http, serve_stdio

    settings = settings_for(reports, index, host=host, port=port)
    with open_assistant(settings) as assistant:
        serve_http(assistant, settings) if http else serve_stdio(assistant)


@app.command()
def doctor(reports: Reports = None, index: Index = None, as_json: AsJson = False) -> None:
    """检查环境：哪里坏了、怎么修 · Check the installation and say how to mend it."""
    from assistant.doctor import examine

    checks = examine(settings_for(reports, index))
    if as_json:
        print_json([check.as_dict() for check in checks])
    else:
        marks = {"ok": "好", "warning": "注意", "broken": "坏"}
        display.show_rows(display.console(), ("", "项目", "情况", "怎么修"),
                          [(marks[check.state], check.name, check.found, check.mend) for check in checks])
    if any(check.state == "broken" for check in checks):
        raise typer.Exit(BELOW)


def _announce(text: str, as_json: bool) -> None:
    # Flushed at once: who waits for the address reads it from a pipe.
    print_json({"message": text}, indent=None) if as_json else print(text, flush=True)

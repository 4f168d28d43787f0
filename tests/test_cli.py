"""What the shell promises: answers as JSON, exit codes, one-line errors, a cold start without the page's libraries."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from tests.conftest import QUESTION, ROOT, SAMPLE, Run

COMMANDS = ("index", "ask", "chat", "figures", "search", "eval", "serve", "doctor")


@pytest.fixture
def shell(sample_index: Path, empty_folder: Path, capsys: pytest.CaptureFixture[str],
          monkeypatch: pytest.MonkeyPatch) -> Any:
    """The shell in this process, on the sample's index: ``shell("ask", "…") → (exit code, stdout, stderr)``."""
    monkeypatch.setenv("ZONEQA_INDEX_DIR", str(sample_index))
    monkeypatch.setenv("ZONEQA_REPORTS_DIR", str(SAMPLE))

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return run


# -- asking ---------------------------------------------------------------------------------------------------------


def test_ask_prints_the_answer_with_its_sentence_and_place(shell: Any) -> None:
    code, out, _ = shell("ask", QUESTION)
    assert code == 0
    assert "22.53亿元" in out
    assert SAMPLE_NAME in out


def test_ask_as_json_has_a_quote_that_is_the_reports_own_text(shell: Any) -> None:
    code, out, _ = shell("ask", "--json", QUESTION)
    said = json.loads(out)
    assert code == 0
    assert said.keys() >= {"answer", "refused", "citations", "verdicts", "seconds"}
    assert "22.53亿元" in said["answer"]
    assert said["refused"] is False
    for citation in said["citations"]:
        assert citation.keys() >= {"report", "quote", "start", "end", "heading"}
    assert any("22.53亿元" in citation["quote"] for citation in said["citations"])


def test_a_question_of_several_words_needs_no_quotes_and_may_come_from_a_pipe(zoneqa: Run, sample_index: Path) -> None:
    env = {"ZONEQA_INDEX_DIR": str(sample_index), "ZONEQA_REPORTS_DIR": str(SAMPLE)}
    assert "22.53亿元" in zoneqa("ask", "2018年", "工业有效投资", "是多少", env=env).stdout
    assert "22.53亿元" in zoneqa("ask", "-", stdin=QUESTION, env=env).stdout


def test_a_refusal_is_an_answer_and_leaves_with_zero(shell: Any) -> None:
    code, out, _ = shell("ask", "--json", "2018年GDP是多少")
    assert code == 0
    assert json.loads(out)["refused"] is True


def test_explain_shows_the_stages(shell: Any) -> None:
    assert "毫秒" in shell("ask", "--explain", QUESTION)[1]
    trace = json.loads(shell("ask", "--json", "--explain", QUESTION)[1])["trace"]
    assert all(step["stage"] and step["decision"] for step in trace)
    assert trace


def test_chat_follows_up_and_takes_one_question_a_line(zoneqa: Run, sample_index: Path) -> None:
    env = {"ZONEQA_INDEX_DIR": str(sample_index), "ZONEQA_REPORTS_DIR": str(SAMPLE)}
    talk = zoneqa("chat", "--json", stdin=f"{QUESTION}\n同比呢\n/exit\n不再问\n", env=env)
    answers = [json.loads(line)["answer"] for line in talk.stdout.splitlines()]
    assert talk.returncode == 0
    assert len(answers) == 2
    assert "25.6%" in answers[1]


# -- looking --------------------------------------------------------------------------------------------------------


def test_figures_lists_exact_numbers_and_filters_by_indicator(shell: Any) -> None:
    code, out, _ = shell("figures", "--json", "--indicator", "工业有效投资", "--status", "完成")
    rows = json.loads(out)
    assert code == 0
    assert any((row["value"], row["unit"], row["status"]) == ("22.53", "亿元", "完成") for row in rows)
    assert all("工业有效投资" in row["indicator"] + row["name"] for row in rows)


def test_figures_are_written_as_csv_xlsx_and_json_with_the_same_rows(shell: Any, empty_folder: Path) -> None:
    from openpyxl import load_workbook

    for name in ("f.csv", "f.xlsx", "f.json"):
        assert shell("figures", "--out", name)[0] == 0
    rows = json.loads(Path("f.json").read_text("utf-8"))
    with Path("f.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == len(rows) + 1
    sheet: Any = load_workbook("f.xlsx").active
    assert sheet.max_row == len(rows) + 1
    assert shell("figures", "--out", "f.ods")[0] == 1


def test_text_of_a_report_never_becomes_a_formula_of_a_spreadsheet(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from assistant.exporting import HEADS, write_rows

    row: dict[str, str | int] = dict.fromkeys(HEADS, "") | {
        "indicator": "=HYPERLINK(1)", "growth": "-3.4", "value": "12.50", "start": 1, "end": 2}
    write_rows(tmp_path / "f.csv", [row])
    write_rows(tmp_path / "f.xlsx", [row])
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.reader(file))[1]
    assert "'=HYPERLINK(1)" in written
    assert {"-3.4", "12.50"} <= set(written), "a negative number stays a number, with the digits as printed"
    cells: Any = next(iter(load_workbook(tmp_path / "f.xlsx").active.iter_rows(min_row=2)))
    assert {cell.data_type for cell in cells if cell.value == "=HYPERLINK(1)"} == {"s"}
    assert {-3.4, 12.5} <= {cell.value for cell in cells if cell.data_type == "n"}


def test_search_returns_passages_that_are_spans_of_the_report(shell: Any) -> None:
    hits = json.loads(shell("search", "--json", "-k", "3", "工业有效投资")[1])
    assert 1 <= len(hits) <= 3
    assert any("工业有效投资" in hit["text"] for hit in hits)
    assert all(hit["end"] - hit["start"] == len(hit["text"]) for hit in hits)


def test_an_unknown_zone_or_period_is_told_with_what_there_is(shell: Any) -> None:
    code, _, err = shell("figures", "--zone", "没有这个区")
    assert code == 1
    assert "可选" in err
    assert "2018、2019H1" in shell("figures", "--period", "去年")[2]


# -- indexing and evaluating ----------------------------------------------------------------------------------------


def test_index_says_what_it_did_and_a_second_run_changes_nothing(zoneqa: Run, copied_sample: Path) -> None:
    first = json.loads(zoneqa("index", "--json", cwd=copied_sample).stdout)
    (copied_sample / "reports" / "empty.txt").write_text("")
    second = json.loads(zoneqa("index", "--json", cwd=copied_sample).stdout)
    assert first["added"] == [SAMPLE_NAME]
    assert second["unchanged"] == [SAMPLE_NAME]
    assert [(f["report"], f["kind"]) for f in second["failures"]] == [("empty.txt", "EmptyReport")]


def test_ask_in_an_empty_folder_builds_an_index_of_the_sample_first(zoneqa: Run, tmp_path: Path) -> None:
    first = zoneqa("ask", "--json", QUESTION, cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "22.53亿元" in json.loads(first.stdout)["answer"], "stdout is JSON alone, the progress is on stderr"
    assert "样例" in first.stderr
    assert (tmp_path / ".zoneqa" / "index").is_dir()


def test_eval_writes_answers_compares_and_fails_below_the_bar(shell: Any, sample_index: Path) -> None:
    def line(number: int, key: str) -> str:
        return json.dumps({"id": f"q{number:03}", "question": QUESTION, "kind": "figure", "answer_contains": [key]})

    Path("q.jsonl").write_text(f"{line(1, '22.53亿元')}\n{line(2, '999亿元')}\n", encoding="utf-8")
    code, out, err = shell("eval", "q.jsonl", "--index", str(sample_index), "--out", "a.jsonl", "--json",
                           "--at-least", "0.9")
    assert code == 4
    assert "50.0%" in err
    assert (json.loads(out)["passed"], json.loads(out)["asked"]) == (1, 2)
    Path("a.jsonl").write_text(Path("a.jsonl").read_text("utf-8").replace("22.53", "1.00"), encoding="utf-8")
    code, out, _ = shell("eval", "q.jsonl", "--compare", "a.jsonl", "--at-least", "0.5")
    assert code == 0
    assert "现在通过：1 题" in out


def test_doctor_finds_nothing_broken_here_and_warns_of_a_misspelt_setting(
    shell: Any, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ZONEQA_PROT", "8080")
    code, out, _ = shell("doctor", "--json")
    checks = {check["name"]: check for check in json.loads(out)}
    assert code == 0, out
    assert checks["环境变量"]["state"] == "warning"
    assert "ZONEQA_PROT" in checks["环境变量"]["found"]
    assert checks["句向量模型"]["state"] == "ok"


# -- errors and help ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("arguments", "env", "code", "told"), [
    (("ask", QUESTION, "--reports", "nowhere"), {}, 1, "没有这个文件夹"),
    (("ask", QUESTION), {"ZONEQA_PORT": "0"}, 1, "ZONEQA_PORT"),
    (("ask",), {}, 2, ""),
    (("ask", QUESTION, "--nonsense"), {}, 2, ""),
    (("eval", "nowhere.jsonl"), {}, 1, "nowhere.jsonl"),
])
def test_errors_are_one_line_with_a_mend_and_a_code(
    zoneqa: Run, arguments: tuple[str, ...], env: dict[str, str], code: int, told: str,
) -> None:
    done = zoneqa(*arguments, env=env)
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert done.stderr.strip().splitlines()[-1].startswith("zoneqa：")


def test_a_damaged_index_leaves_with_three_and_the_command_that_mends_it(zoneqa: Run, copied_sample: Path) -> None:
    zoneqa("index", cwd=copied_sample)
    (copied_sample / ".zoneqa" / "index" / "CURRENT").write_text("oops")
    done = zoneqa("ask", "--json", QUESTION, cwd=copied_sample)
    assert done.returncode == 3
    assert "zoneqa index --rebuild" in done.stderr
    assert json.loads(done.stdout)["error"]["kind"] == "IndexDamaged"
    assert zoneqa("index", "--rebuild", cwd=copied_sample).returncode == 0
    assert "22.53亿元" in zoneqa("ask", QUESTION, cwd=copied_sample).stdout


def test_debug_shows_the_traceback(zoneqa: Run) -> None:
    done = zoneqa("ask", QUESTION, "--reports", "nowhere", env={"ZONEQA_DEBUG": "1"})
    assert "Traceback" in done.stderr
    assert "SettingsError" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_is_chinese_and_english_and_offers_json(shell: Any, command: str) -> None:
    code, out, _ = shell(command, "--help")
    assert code == 0
    assert "--json" in out
    first = next(line for line in out.splitlines() if " · " in line)
    chinese, english = first.split(" · ", 1)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
    assert english.strip()[0].isascii()


# -- start ----------------------------------------------------------------------------------------------------------


def test_a_cold_ask_loads_neither_the_page_nor_torch_nor_pandas(sample_index: Path, tmp_path: Path) -> None:
    code = ("import sys, assistant.cli as c\n"
            f"try: c.main(['ask', '--json', {QUESTION!r}])\n"
            "except SystemExit: pass\n"
            "print(sorted({n.partition('.')[0] for n in sys.modules}), file=sys.stderr)")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "ZONEQA_INDEX_DIR": str(sample_index)},
        check=True)
    loaded = set(json.loads(done.stderr.strip().splitlines()[-1].replace("'", '"')))
    assert "22.53亿元" in done.stdout
    needless = {"gradio", "torch", "sentence_transformers", "pandas", "pdfplumber", "docx", "openpyxl", "rapidocr",
                "cv2", "bs4", "openai", "pytest"}
    assert not loaded & needless


def test_help_loads_none_of_the_libraries_that_answer() -> None:
    code = ("import sys, assistant.cli as c\n"
            "try: c.main(['--help'])\n"
            "except SystemExit: pass\n"
            "assert not {'chromadb', 'llama_index', 'onnxruntime', 'numpy', 'pydantic'} & set(sys.modules)")
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60,
                   env={**os.environ, "PYTHONPATH": str(ROOT)})


def _unshare_works() -> bool:
    return shutil.which("unshare") is not None and subprocess.run(
        ["unshare", "--map-root-user", "--net", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _unshare_works(), reason="this system does not allow network namespaces")
def test_everything_works_in_a_namespace_without_any_network(zoneqa: Run, copied_sample: Path) -> None:
    alone = ("unshare", "--map-root-user", "--net")
    built = zoneqa("index", cwd=copied_sample, prefix=alone)
    assert built.returncode == 0, built.stderr
    asked = zoneqa("ask", "--json", QUESTION, cwd=copied_sample, prefix=alone)
    assert "22.53亿元" in json.loads(asked.stdout)["answer"]


SAMPLE_NAME = next(path.name for path in SAMPLE.iterdir() if path.suffix == ".txt")

"""A day's work in headless Chromium: chart and export, upload and removal, a restart in the middle, accessibility."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.web_browser import CHROMIUM, FLAGS, Seen, ask, copied, need_browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
SAMPLE = Path(__file__).parent.parent / "reports"
QUESTION = "2018年工业有效投资是多少"
TABS = {"依据": ".zq-report-pane", "指标": "#zq-view-figures .zq-grid", "对比": ".zq-chart", "报告": ".zq-cards",
        "更正": "#zq-view-corrections .zq-card", "导出": "#zq-view-export .zq-card"}


class Program:
    """The whole program on one port, to be ended and begun again."""

    def __init__(self, home: Path) -> None:
        from assistant.settings import Settings

        self.settings = Settings.load(reports_dir=copied(SAMPLE, home / "reports"), index_dir=home / "index",
                                      data_dir=home / "data")
        self.port = 0
        self._open = ExitStack()
        self.begin()

    def begin(self) -> None:
        from assistant.pipeline import Assistant
        from assistant.web import build_app, in_background

        assistant = self._open.enter_context(Assistant.open(settings=self.settings))
        self.address = self._open.enter_context(in_background(build_app(assistant, self.settings), port=self.port))
        self.port = int(self.address.rpartition(":")[2])

    def end(self) -> None:
        self._open.close()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    need_browser()
    found = Program(tmp_path_factory.mktemp("work"))
    yield found
    found.end()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    need_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(browser: Any, program: Program, seen: Seen, request: pytest.FixtureRequest) -> Iterator[Any]:
    context = browser.new_context(**(getattr(request, "param", None) or {"viewport": {"width": 1366, "height": 820}}))
    page = context.new_page()
    page.set_default_timeout(20_000)
    seen.watch(page)
    page.goto(program.address)
    page.wait_for_selector("#zq-ask textarea")
    yield page
    context.close()


def show(page: Any, tab: str) -> None:
    page.get_by_role("tab", name=tab, exact=True).click()
    page.wait_for_selector(TABS[tab])


def test_from_the_answer_to_the_chart_to_the_file(page: Any, seen: Seen, program: Program) -> None:
    ask(page, QUESTION).get_by_text("看图").click()
    page.wait_for_selector(".zq-chart")
    assert "工业有效投资" in page.locator(".zq-chart .zq-axis").first.text_content()
    page.locator(".zq-chart a").first.hover()
    page.wait_for_selector("#zq-quote:not([hidden])")
    shown = page.locator("#zq-quote").inner_text()
    for word in ("22.53亿元", "同比增长25.6%", "2018年 · 完成", "基础设施投资15.06亿元"):
        assert word in shown
    page.mouse.move(1, 1)
    page.wait_for_selector("#zq-quote", state="hidden")
    page.locator(".zq-chart a").first.focus()
    page.wait_for_selector("#zq-quote:not([hidden])")
    page.keyboard.press("Enter")
    page.wait_for_selector("#zq-report mark")
    assert "工业有效投资22.53亿元" in page.locator("#zq-report mark").first.inner_text()
    page.keyboard.press("Escape")
    with page.expect_download() as picture:
        page.get_by_text("存为图片").first.click()
    assert Path(picture.value.path()).read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as table:
        page.locator("#zq-view-compare a[download]", has_text="xlsx").click()
    assert Path(table.value.path()).read_bytes().startswith(b"PK")
    show(page, "导出")
    with page.expect_download() as talk:
        page.locator("#zq-view-export .zq-failures a[download]", has_text="md").first.click()
    assert "22.53亿元" in Path(talk.value.path()).read_text(encoding="utf-8")
    assert seen.errors == []
    assert seen.outside(program.address) == []


def test_an_uploaded_report_answers_until_it_is_taken_out(page: Any) -> None:
    text = "雾溪经济开发区2022年工作总结\n一、2022年工作回顾\n2022年，全区实现规上工业总产值66.1亿元，同比增长4.4%。\n"
    page.get_by_role("tab", name="报告", exact=True).click()
    page.set_input_files("#zq-upload input[type=file]", {"name": "雾溪2022.txt", "mimeType": "text/plain",
                                                         "buffer": text.encode()})
    page.wait_for_selector("#zq-status :text('已收录')", timeout=90_000)
    page.get_by_role("tab", name="问答", exact=True).click()
    question = "雾溪经济开发区2022年规上工业总产值是多少"
    assert "66.1" in ask(page, question).inner_text()
    show(page, "报告")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".zq-item", has_text="雾溪").get_by_role("button", name="移出").click()
    page.wait_for_selector(".zq-item:has-text('雾溪')", state="detached", timeout=90_000)
    page.get_by_role("tab", name="问答", exact=True).click()
    assert "66.1" not in ask(page, question).locator(".zq-text").inner_text()


def test_an_indexing_run_is_watched_and_cancelled_and_leaves_nothing(page: Any, program: Program) -> None:
    line = "第{0}家企业完成产值{0}.5亿元，同比增长4.4%，新开工项目{0}个，推进园区建设和招商引资，为下一步发展打下了较好的基础。\n"
    text = "月汀经济开发区2022年工作总结\n一、2022年工作回顾\n" + "".join(line.format(n) for n in range(4_000))
    page.get_by_role("tab", name="报告", exact=True).click()
    page.set_input_files("#zq-upload input[type=file]", {"name": "月汀2022.txt", "mimeType": "text/plain",
                                                         "buffer": text.encode()})
    page.locator("#zq-status .zq-progress a", has_text="取消").click(timeout=90_000)
    page.wait_for_selector("#zq-status :text('没有收下 月汀2022.txt：已取消')", timeout=60_000)
    page.wait_for_selector("#zq-view-reports :text('索引还是原来的')")
    assert page.locator(".zq-item", has_text="月汀").count() == 0
    assert not (program.settings.reports_dir / "月汀2022.txt").exists()


def test_a_report_is_replaced_where_that_is_ticked(page: Any, program: Program) -> None:
    def send(value: str) -> None:
        text = f"雪埠经济开发区2022年工作总结\n一、2022年工作回顾\n2022年，实现规上工业总产值{value}亿元。\n"
        page.get_by_role("tab", name="报告", exact=True).click()
        page.set_input_files("#zq-upload input[type=file]", {"name": "雪埠.txt", "mimeType": "text/plain",
                                                             "buffer": text.encode()})
        page.wait_for_selector("#zq-status .zq-received:has-text('已收录')", timeout=90_000)
        page.wait_for_selector("#zq-status .zq-progress", state="detached")
        page.get_by_role("tab", name="问答", exact=True).click()
        assert value in ask(page, "雪埠2022年规上工业总产值是多少").locator(".zq-text").inner_text()

    send("51.7")
    page.reload()
    page.wait_for_selector(".zq-answer")
    page.get_by_role("tab", name="报告", exact=True).click()
    page.check("#zq-replacing input")
    send("52.8")
    assert [path.name for path in program.settings.reports_dir.glob("雪埠*")] == ["雪埠.txt"]
    assert (program.settings.reports_dir / ".removed" / "雪埠.txt").is_file()


def test_a_restart_in_the_middle_is_not_noticed(page: Any, program: Program) -> None:
    ask(page, QUESTION)
    program.end()
    program.begin()
    page.wait_for_timeout(1_500)
    assert "25.6%" in ask(page, "同比呢").locator(".zq-text").inner_text()
    page.reload()
    page.wait_for_selector(".zq-answer >> nth=1")
    assert page.locator(".zq-question").all_inner_texts() == [QUESTION, "同比呢"]


def test_conversations_are_listed_found_renamed_opened_and_deleted(page: Any) -> None:
    ask(page, QUESTION)
    page.click("#zq-fresh")
    page.wait_for_selector(".zq-example")
    ask(page, "2018年财政总收入是多少")
    page.click('a[href="#do=history"]')
    page.wait_for_selector(".zq-talk >> nth=1")
    page.fill("#zq-find-talk", "22.53")
    page.wait_for_selector(".zq-talk >> nth=1", state="detached")
    page.locator(".zq-talk summary").click()
    page.fill(".zq-talk input[name=title]", "投资")
    page.get_by_role("button", name="改名", exact=True).click()
    page.wait_for_selector(".zq-talk b:text-is('投资')")
    page.locator(".zq-talk > a", has_text="投资").click()
    page.wait_for_selector(f".zq-question:text-is('{QUESTION}')")
    page.locator(".zq-talk", has_text="投资").locator("summary").click()
    page.get_by_role("button", name="删除", exact=True).click()
    page.wait_for_selector(".zq-talk:has-text('投资')", state="detached")
    page.wait_for_selector(".zq-answer", state="detached")


def test_a_slot_is_taken_away_a_question_edited_and_an_answer_asked_again(page: Any) -> None:
    ask(page, QUESTION)
    page.locator("a.zq-drop", has_text="2018年").click()
    page.wait_for_selector(".zq-question:text-is('工业有效投资是多少')")
    page.wait_for_selector(".zq-answer")
    page.locator("a.zq-edit").click()
    page.fill("#zq-ask textarea", "2018年财政总收入是多少")
    page.keyboard.press("Enter")
    page.wait_for_selector(".zq-text:has-text('12.8亿元')")
    assert page.locator(".zq-question").all_inner_texts() == ["2018年财政总收入是多少"]
    page.locator("a.zq-act-retry").click()
    page.wait_for_selector(".zq-waiting", state="detached")
    page.wait_for_selector(".zq-text:has-text('12.8亿元')")
    assert page.locator(".zq-question").count() == 1


def test_a_wrong_answer_is_said_with_its_reason_and_kept_for_evaluation(page: Any, program: Program) -> None:
    answer = ask(page, QUESTION)
    answer.locator(".zq-act-bad").click()
    page.wait_for_selector("#zq-dialog[open]")
    page.get_by_text("数不对").click()
    page.get_by_role("button", name="提交").click()
    page.wait_for_selector("#zq-note.zq-on")
    last = json.loads((program.settings.data_dir / "feedback.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (last["question"], last["reason"]) == (QUESTION, "数不对")
    assert "22.53亿元" in last["must_not_contain"]


def test_a_shared_link_reopens_its_question(page: Any, program: Program, browser: Any) -> None:
    ask(page, QUESTION)
    context = browser.new_context()
    other = context.new_page()
    other.goto(f"{program.address}/#q={QUESTION}")
    other.wait_for_selector(".zq-answer", timeout=20_000)
    assert "22.53" in other.locator(".zq-answer").inner_text()
    context.close()


def test_a_shared_link_asks_although_the_chat_is_drawn_after_the_question_box(program: Program, browser: Any) -> None:
    context = browser.new_context()
    late = context.new_page()
    late.add_init_script("""const find = Document.prototype.querySelector, until = Date.now() + 1500;
        Document.prototype.querySelector = function (css) {
          return css === "#zq-chat" && Date.now() < until ? null : find.call(this, css);
        };""")
    late.goto(f"{program.address}/#q={QUESTION}")
    late.wait_for_selector(".zq-answer", timeout=20_000)
    context.close()


def test_the_views_are_reached_and_worked_with_the_keyboard_alone(page: Any) -> None:
    page.locator('[role="tab"]', has_text="问答").focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight") if page.evaluate("document.activeElement.id") == "" else page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "tab"
    page.keyboard.press("Enter")
    page.wait_for_selector(TABS["指标"])
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "zq-figures-find":
            break
    page.keyboard.insert_text("工业有效投资")
    page.wait_for_selector("#zq-view-figures td:text-is('财政总收入')", state="detached")
    assert page.evaluate("document.activeElement.id") == "zq-figures-find"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "原句":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#zq-report mark")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "原句"


@pytest.mark.parametrize("page", [{"viewport": {"width": 360, "height": 740}, "has_touch": True}], indirect=True)
def test_every_view_fits_a_phone(page: Any) -> None:
    for tab in TABS:
        show(page, tab)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, tab


@pytest.mark.parametrize("page", [{"viewport": {"width": 1366, "height": 820}, "color_scheme": scheme}
                                  for scheme in ("light", "dark")], indirect=True, ids=["light", "dark"])
def test_axe_finds_nothing_serious_on_any_view(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))

    def findings() -> list[tuple[str, str, str]]:
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [(one["impact"], one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]
                if one["impact"] in ("serious", "critical")]

    page.wait_for_selector(".zq-example")
    assert findings() == []
    ask(page, QUESTION).locator("a.zq-cite").first.click()
    page.wait_for_selector("#zq-report mark")
    assert findings() == []
    page.keyboard.press("Escape")
    for tab in TABS:
        show(page, tab)
        page.wait_for_timeout(400)  # fading in
        assert findings() == [], tab


def test_the_english_page_speaks_english_and_answers(page: Any, program: Program) -> None:
    page.get_by_role("link", name="English").click()
    page.wait_for_selector("#zq-send:has-text('Ask')")
    answer = ask(page, QUESTION)
    assert "22.53" in answer.inner_text()
    assert "quoted" in answer.inner_text()
    page.get_by_role("tab", name="Compare").click()
    page.wait_for_selector("text=Save picture")
    words = page.locator("#zq-tabs").inner_text()
    assert "问答" not in words

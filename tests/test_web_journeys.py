"""Journeys through the page in headless Chromium, over the real assistant and the sample report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web_browser import CHROMIUM, FLAGS, Seen, ask, copied, need_browser

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
SAMPLE = Path(__file__).parent.parent / "reports"
HOSTILE = Path(__file__).parent / "fixtures" / "web" / "hostile.txt"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    need_browser()
    from assistant.pipeline import Assistant
    from assistant.settings import Settings
    from assistant.web import build_app, in_background

    home = tmp_path_factory.mktemp("journeys")
    settings = Settings.load(reports_dir=copied(SAMPLE, home / "reports"), index_dir=home / "index",
                             data_dir=home / "data")
    with Assistant.open(settings=settings) as assistant, in_background(build_app(assistant, settings)) as found:
        yield found


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
def page(browser: Any, address: str, seen: Seen, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A fresh visitor with the page loaded; ``parametrize(..., indirect)`` gives another kind of visitor."""
    context = browser.new_context(**(getattr(request, "param", None) or {"viewport": {"width": 1366, "height": 820}}))
    page = context.new_page()
    page.set_default_timeout(20_000)
    seen.watch(page)
    page.goto(address)
    page.wait_for_selector("#zq-ask textarea")
    yield page
    context.close()


def in_view(page: Any, selector: str) -> bool:
    found: bool = page.eval_on_selector(selector, """element => {
        const box = element.getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth + 1;
    }""")
    return found


def said(answer: Any) -> str:
    found: str = answer.locator(".zq-text").inner_text()
    return found


def upload(page: Any, name: str, content: bytes) -> Any:
    page.get_by_role("tab", name="报告").click()
    page.set_input_files("#zq-upload input[type=file]", {"name": name, "mimeType": "text/plain", "buffer": content})
    shown = f"#zq-status .zq-received li:has-text('{Path(name).name}')"
    page.wait_for_selector(f"{shown}:has-text('已收录'), {shown} .zq-trouble", timeout=60_000)
    return page.locator("#zq-status")


def test_first_visit_question_citation_follow_up(page: Any, seen: Seen, address: str) -> None:
    assert page.locator(".zq-example").count() >= 3
    answer = ask(page, "2018年工业有效投资是多少")
    assert "22.53亿元" in answer.inner_text()
    assert "25.6%" in answer.inner_text()
    assert answer.locator(".zq-badge", has_text="原文").count() >= 1

    answer.locator("a.zq-cite").first.click()
    page.wait_for_selector("#zq-report mark")
    mark = page.locator("#zq-report mark").first
    assert "工业有效投资22.53亿元,同比增长25.6%" in mark.inner_text()
    assert in_view(page, "#zq-report mark")
    assert "2018年工作总结" in page.locator("#zq-report-title").inner_text()

    follow_up = ask(page, "同比呢")
    assert "25.6%" in follow_up.inner_text()
    assert page.locator("#zq-report").is_visible()
    assert seen.errors == []
    assert seen.outside(address) == []


def test_the_newest_question_is_in_view_and_begins_there(page: Any) -> None:
    for question in ("2018年工业有效投资是多少", "2018年财政总收入是多少", "2018年工作思路有哪些", "2018年GDP是多少"):
        ask(page, question)
    page.wait_for_timeout(500)
    top, bottom = page.eval_on_selector_all(".zq-question", """all => {
        const box = all[all.length - 1].getBoundingClientRect();
        return [box.top, box.bottom];
    }""")
    assert top >= 0
    assert bottom < page.locator("#zq-composer").bounding_box()["y"]


def test_a_slot_is_changed_from_a_list_of_what_there_is(page: Any) -> None:
    ask(page, "2018年工业有效投资是多少")
    page.locator("a.zq-pick", has_text="指标").click()
    page.wait_for_selector("#zq-dialog[open]")
    page.locator("#zq-dialog a.zq-choice", has_text="固定资产投资").first.click()
    page.wait_for_selector(".zq-question:text-is('2018年固定资产投资是多少')")
    page.wait_for_selector(".zq-text:has-text('37.59亿元')")
    assert page.locator(".zq-question").count() == 1
    page.reload()
    page.wait_for_selector(".zq-text:has-text('37.59亿元')")
    page.locator("a.zq-pick", has_text="指标").click()
    page.wait_for_selector("#zq-slot-to")
    page.fill("#zq-slot-to", "财政总收入")
    page.press("#zq-slot-to", "Enter")
    page.wait_for_selector(".zq-text:has-text('12.8亿元')")


def test_hovering_a_citation_shows_its_quote(page: Any) -> None:
    cite = ask(page, "2018年工业有效投资是多少").locator("a.zq-cite").first
    cite.hover()
    page.wait_for_selector("#zq-quote:not([hidden])")
    assert "工业有效投资22.53亿元" in page.locator("#zq-quote").inner_text()
    assert cite.get_attribute("aria-describedby") == "zq-quote"
    page.mouse.move(1, 1)
    page.wait_for_selector("#zq-quote", state="hidden")


def test_what_the_report_does_not_give_is_refused(page: Any) -> None:
    answer = ask(page, "2018年GDP是多少")
    assert "zq-refused" in (answer.get_attribute("class") or "")
    assert "没有" in answer.inner_text()
    assert answer.locator(".zq-headline").count() == 0


def test_an_example_is_asked_by_a_click_and_answered(page: Any) -> None:
    example = page.locator(".zq-example").first
    question = example.inner_text()
    example.click()
    page.wait_for_selector(".zq-answer")
    assert page.locator(".zq-question").first.inner_text() == question
    assert "zq-refused" not in (page.locator(".zq-answer").first.get_attribute("class") or "")


def test_a_new_conversation_forgets_the_old_one(page: Any) -> None:
    alone = said(ask(page, "同比呢"))
    ask(page, "2018年工业有效投资是多少")
    assert said(ask(page, "同比呢")) != alone
    page.click("#zq-fresh")
    page.wait_for_selector(".zq-answer", state="detached")
    page.wait_for_selector(".zq-example")
    assert said(ask(page, "同比呢")) == alone


def test_two_visitors_do_not_share_a_conversation(page: Any, browser: Any, address: str) -> None:
    alone = said(ask(page, "同比呢"))
    other = browser.new_page()
    other.goto(address)
    other.wait_for_selector("#zq-ask textarea")
    assert other.locator(".zq-answer").count() == 0
    ask(other, "2018年工业有效投资是多少")
    assert "25.6%" in said(ask(other, "同比呢"))
    assert said(ask(page, "同比呢")) == alone
    other.close()


@pytest.mark.parametrize("page", [{"viewport": {"width": 1366, "height": 820}}], indirect=True)
def test_with_the_keyboard_alone(page: Any) -> None:
    page.wait_for_selector("#zq-ask textarea:focus")
    page.keyboard.insert_text("2018年工业有效投资是多少")
    page.keyboard.press("Enter")
    page.wait_for_selector(".zq-cite")
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('zq-cite')"):
            break
    assert page.evaluate("document.activeElement.classList.contains('zq-cite')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Space")
    page.wait_for_selector("#zq-report mark")
    assert page.evaluate("document.activeElement.id") == "zq-report-title"
    page.keyboard.press("Escape")
    page.wait_for_selector("#zq-report", state="hidden")
    assert page.evaluate("document.activeElement.classList.contains('zq-cite')")


@pytest.mark.parametrize("page", [{"viewport": {"width": 360, "height": 740}, "has_touch": True}], indirect=True)
def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_report_covers_it(page: Any) -> None:
    def width() -> int:
        found: int = page.evaluate("document.documentElement.scrollWidth")
        return found

    assert width() <= 360
    page.wait_for_selector("#zq-send")
    assert in_view(page, "#zq-send")
    answer = ask(page, "2018年工业有效投资是多少")
    assert width() <= 360
    answer.locator("a.zq-cite").first.tap()
    page.wait_for_selector("#zq-report mark")
    assert page.locator("#zq-report").bounding_box()["width"] == 360
    page.tap("#zq-close")
    page.get_by_role("tab", name="报告").tap()
    page.wait_for_selector(".zq-item")
    assert width() <= 360


def test_an_uploaded_report_is_indexed_and_answers(page: Any) -> None:
    text = "云栖经济开发区2021年工作总结\n一、2021年工作回顾\n2021年，全区实现规上工业总产值88.6亿元，同比增长7.3%。\n"
    status = upload(page, "../云栖经济开发区2021年工作总结.txt", text.encode("gb18030"))
    assert "已收录" in status.inner_text()
    page.wait_for_selector(".zq-item:has-text('云栖')")
    page.get_by_role("tab", name="问答").click()
    assert "88.6" in ask(page, "云栖经济开发区2021年规上工业总产值是多少").inner_text()
    page.click("#zq-fresh")
    page.click("#zq-zone input")
    page.get_by_role("option", name="云栖").click()
    assert "7.3%" in ask(page, "2021年规上工业总产值同比增长多少").inner_text()


def test_an_upload_that_cannot_be_read_says_why_and_what_to_do(page: Any) -> None:
    assert "没有收下 坏.pdf" in upload(page, "坏.pdf", b"%PDF-1.7 broken").inner_text()
    wrong = upload(page, "程序.exe", b"MZ").inner_text()
    assert "不认识这种格式" in wrong
    assert "可以上传" in wrong


def test_a_hostile_report_is_shown_as_text(page: Any, seen: Seen, address: str) -> None:
    assert "已收录" in upload(page, HOSTILE.name, HOSTILE.read_bytes()).inner_text()
    page.get_by_role("tab", name="问答").click()
    ask(page, "凶滩开发区2020年脚本产业产值是多少")
    page.get_by_role("tab", name="报告").click()
    page.locator(".zq-item a", has_text="凶滩").first.click()
    page.wait_for_selector(".zq-report-pane:has-text('凶滩')")
    shown = page.locator(".zq-report-pane").inner_text()
    for written in ("<script>window.hacked=1</script>", "onerror=", "**粗体**", "$$x^2$$", "{{7*7}}", "${7*7}"):
        assert written in shown
    assert page.locator(":is(.zq-report-pane, .zq-answer, .zq-question) :is(img, script, iframe, svg)").count() == 0
    assert page.evaluate("window.hacked") is None
    assert seen.outside(address) == []


def test_a_question_full_of_markup_is_shown_as_text(page: Any, seen: Seen, address: str) -> None:
    question = "<img src=//outside.example/x onerror=window.hacked=1> **粗** $$x$$ <script>window.hacked=1</script>?"
    ask(page, question)
    assert page.locator(".zq-question").first.inner_text() == question
    assert page.evaluate("window.hacked") is None
    assert seen.outside(address) == []


def test_a_link_from_outside_fills_the_box_and_does_not_ask(page: Any, address: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}/#ask=2018年财政总收入是多少")
    page.wait_for_timeout(1_500)
    assert page.locator("#zq-ask textarea").input_value() == "2018年财政总收入是多少"
    assert page.locator(".zq-question").count() == 0


def test_the_page_does_not_jump_while_it_loads(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 820})
    page.add_init_script("""window.shift = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({type: 'layout-shift', buffered: true});""")
    page.goto(address)
    page.wait_for_selector(".zq-example")
    page.wait_for_timeout(1_000)
    assert page.evaluate("window.shift") < 0.1
    page.close()

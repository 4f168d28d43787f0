"""The README's pictures: ``python -m assistant.web.screenshots OUT_DIR`` (needs a Chromium and the dev extra)."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image  # gradio depends on it

from assistant.settings import Settings
from index.errors import SettingsError

__all__ = ["main", "take"]

_QUESTION = "2018年工业有效投资是多少"
_VIEWS = {"evidence": ("依据", ".zq-report-pane"), "figures": ("指标", "#zq-view-figures .zq-grid"),
          "compare": ("对比", ".zq-chart"), "reports": ("报告", ".zq-cards"),
          "corrections": ("更正", "#zq-view-corrections .zq-card"), "export": ("导出", "#zq-view-export .zq-card")}
"""Tab → its label, and what is there once it has been filled."""
_COLOURS = 128  # text on a plain ground: a third of the size, no difference to the eye
_DESKTOP, _PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 780}


def main(arguments: list[str]) -> int:
    """Indexes the reports folder in a temporary place and pictures the page over it.  Returns the exit code."""
    from assistant.pipeline import Assistant
    from assistant.web import build_app, in_background

    if len(arguments) != 1:
        print("用法：python -m assistant.web.screenshots 输出文件夹", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place:
        settings = Settings.load(index_dir=Path(place) / "index", data_dir=Path(place) / "data")
        with Assistant.open(settings=settings) as assistant, in_background(build_app(assistant, settings)) as address:
            for path in take(address, Path(arguments[0])):
                print(f"{path}  {path.stat().st_size // 1_000} kB")
    return 0


def take(address: str, folder: Path) -> list[Path]:
    """Desktop, phone and dark pictures of the page at ``address``, as PNG files in ``folder``."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        raise SettingsError("没有找到 Chromium", mend="apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, visitor in (("desktop", {"viewport": _DESKTOP}), ("phone", {"viewport": _PHONE}),
                              ("dark", {"viewport": _DESKTOP, "color_scheme": "dark"})):
            page = browser.new_page(**visitor)
            page.goto(address)
            page.wait_for_selector("a.zq-example")
            taken.append(_picture(page, folder / f"{name}-start.png"))
            page.fill("#zq-ask textarea", _QUESTION)
            page.press("#zq-ask textarea", "Enter")
            page.wait_for_selector("a.zq-cite")
            if name == "phone":
                taken.append(_picture(page, folder / f"{name}-answer.png"))
            page.click("a.zq-cite")
            page.wait_for_selector("#zq-report mark")
            taken.append(_picture(page, folder / f"{name}-report.png"))
            page.click("#zq-close")
            for tab, (label, shown) in _VIEWS.items():
                page.get_by_role("tab", name=label, exact=True).click()
                page.wait_for_selector(shown)
                taken.append(_picture(page, folder / f"{name}-{tab}.png"))
            page.close()
        browser.close()
    return taken


def _picture(page: Any, path: Path) -> Path:
    page.mouse.move(1, 1)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(500)  # transitions and fonts settle
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(_COLOURS).save(path, optimize=True)
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

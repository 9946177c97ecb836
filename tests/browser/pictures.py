"""Take the pictures of the workbench that the first pages show, of the bundled reports, in Arabic and in English.

    python -m tests.browser.pictures          writes docs/images/{report,map}-{ar,en}.png

The demo is served and asked as a person does who opens it for the first time.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright
from tests.chromium import program

IMAGES = Path(__file__).parents[2] / "docs" / "images"
_SIZE: ViewportSize = {"width": 1366, "height": 800}
_SETTLED = 1000
_REPORT = "داعش يهاجم نقاط قسد"
_PASSWORD = "only for one picture"


def take() -> None:
    """Serve the demo, and keep its pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with _demo() as welcome, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        page = browser.new_context(locale="ar-SY", viewport=_SIZE, reduced_motion="reduce").new_page()
        page.goto(welcome)
        page.fill("input[name=name]", "ليلى")
        page.fill("input[name=password]", _PASSWORD)
        page.fill("input[name=again]", _PASSWORD)
        page.keyboard.press("Enter")
        for language in ("ar", "en"):
            page.wait_for_url("**/queue")
            page.get_by_role("link", name=re.compile(_REPORT)).click()
            _keep(page, f"report-{language}")
            page.goto(re.sub("/welcome/.*", "/map", welcome))
            page.wait_for_load_state("networkidle")
            _keep(page, f"map-{language}")
            page.goto(re.sub("/welcome/.*", "/queue", welcome))
            page.locator("form[action='/language'] button").click()
        browser.close()


def _keep(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_SETTLED)
    page.screenshot(path=IMAGES / f"{name}.png")


@contextmanager
def _demo() -> Iterator[str]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-u", "-m", "marsad", "demo", "--serve", "--port", port, "-o", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as demo:
            try:
                yield next(line.strip() for line in demo.stdout or () if "/welcome/" in line)
            finally:
                demo.terminate()


if __name__ == "__main__":
    take()

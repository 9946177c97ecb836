"""Somebody who sees the workbench for the first time checks and corrects ten reports without touching a mouse."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from tests.web import PASSWORD, events_of, fill

from marsad.model.report import Report
from marsad.store import open_store

TEXTS = (
    "اعتقلت قسد أربعة أشخاص في مدينة الرقة اليوم.",
    "قُتل ثلاثة مدنيين أمس بقصف مدفعي لقوات النظام على بلدة كفرنبل، وفق الدفاع المدني.",
    "أصيب عنصران من قسد بانفجار عبوة ناسفة قرب بلدة الشدادي صباح اليوم.",
    "خرجت مظاهرة سلمية في مدينة إدلب اليوم تطالب بالإفراج عن المعتقلين.",
    "شنّت طائرات روسية غارات على محيط مدينة إدلب اليوم دون تسجيل إصابات.",
)
REPORTS = tuple(
    Report(
        report_id=f"t{number}",
        headline=f"خبر {number}",
        text=TEXTS[number % len(TEXTS)],
        published_on=date(2019, 6, 4) + timedelta(days=number),
        outlet="شبكة ضفاف",
    )
    for number in range(10)
)
CORRECTIONS = {
    "place": ["p", *"الرقة", "Enter"],
    "date": ["d", "ArrowDown", "Enter"],
    "killed": ["k", "5", "Enter"],
    "type": ["t", *"هاون", "Backspace", "Backspace", "Backspace", "Backspace", *"قصف", "Enter"],
    "actor": ["1", "Backspace", *"داعش", "Enter", "Enter"],
}
"""What is changed in every second report, the keys it takes; in the fourth, a word was mistyped."""
MOST_RIGHT, MOST_CORRECTED, SECONDS = 6, 15, 300


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("ten") / "filled.db"
    with open_store(path, who="tester", create=True) as store:
        fill(store, reports=REPORTS)
    return path


def test_ten_reports_by_keyboard_alone(visit, store):
    """At most 6 keys for a right event and 15 for a corrected one, in under five minutes, signing in included."""
    visiting = visit()
    page, pressed = visiting.page, []

    def press(*keys):
        for key in keys:
            if len(key) == 1 and not key.isascii():
                page.keyboard.insert_text(key)
            else:
                page.keyboard.press(key)
            page.wait_for_timeout(40)
            pressed.append(key)

    began = time.monotonic()
    visiting.open("/sign-in")
    page.wait_for_selector("[autofocus]:focus")
    page.keyboard.type("coder")
    press("Tab")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation(url="**/queue"):
        press("Enter")
    link = page.get_by_role("link", name="ابدأ بالأول")
    press("Tab", "Enter")  # what comes first leads past the menu to the content
    for _ in range(8):
        press("Tab")
        if link.evaluate("(one) => one === document.activeElement"):
            break
    with page.expect_navigation(url="**/reports/**"):
        press("Enter")
    taken = []
    corrections = iter(CORRECTIONS.values())
    for number in range(10):
        page.wait_for_selector(".event")
        report_id = page.url.split("/reports/")[1].split("?")[0]
        events = page.locator(".event").count()
        pressed.clear()
        corrected = number % 2 == 1
        if corrected:
            press(*next(corrections))
            page.locator("dialog[open]").wait_for(state="detached")
        with page.expect_response(lambda answer: "/coding/" in answer.url) as told:
            for _ in range(events):
                press("a")
        assert told.value.ok
        assert store.codings(report_id)[-1].user == ("coder" if corrected else None)
        with page.expect_navigation():
            press("n")
        taken.append((corrected, len(pressed) / events))
    seconds = time.monotonic() - began
    assert "/queue" in page.url
    assert page.locator(".empty").is_visible()
    assert max(keys for corrected, keys in taken if not corrected) <= MOST_RIGHT
    assert max(keys for corrected, keys in taken if corrected) <= MOST_CORRECTED
    assert seconds < SECONDS
    assert visiting.faults == []
    assert any(event["place"]["name"] == "الرقة" for report in REPORTS for event in events_of(store, report.report_id))

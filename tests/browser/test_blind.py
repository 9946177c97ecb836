"""Coding blind in a real browser: an empty form, keys as ever, and the comparison once it is saved."""

from __future__ import annotations

import pytest
from tests.browser.test_pages import LANGUAGES, LATIN, serious

from marsad.store.accounts import user_named
from marsad.store.blind import ask_blind, code_blind, open_reading, reading_done
from marsad.store.review import do


@pytest.fixture
def asked(store):
    """Two reports that the reviewer is to code blind, the second done; return the key of that one."""
    with store.writing() as connection:
        coder, reader, editor = (user_named(connection, name) for name in ("coder", "reviewer", "editor"))
        for report in ("r1", "r2"):
            do(connection, report, "accept", user=coder, status="checked", checked=True)
            key = ask_blind(connection, report, reader=reader, by=editor)
        record = {"id": "r2", "events": store.codings("r2")[-1].record["events"][1:], "skipped": []}
        code_blind(connection, open_reading(connection, reader.key, "r2"), record, user=reader)
    return key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/agreement", "/agreement/{key}", "/blind/r1"])
def test_pages_are_sound(visit, asked, path, language):
    """In its language from side to side, accessible, and nothing from anywhere else."""
    visiting = visit("editor" if path == "/agreement" else "reviewer", language=language)
    page = visiting.open(path.format(key=asked))
    visiting.picture(f"blind-{path.count('{') + path.count('r1')}-{language}")
    assert visiting.faults == []
    assert visiting.elsewhere == []
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if language != "en":
        assert page.evaluate(LATIN) == []


def test_a_report_is_coded_blind_by_keys(visit, asked, store):
    """From the list to the comparison: add an event, set a figure, find it right; the first coding stays in force."""
    visiting = visit("reviewer", language="en")
    page = visiting.open("/queue")
    page.get_by_text("To code blind").click()
    page.wait_for_url("**/blind/r1")
    assert page.locator(".event").count() == 0
    visiting.press("Shift+A")
    page.locator(".event").wait_for()
    with page.expect_navigation(url="**/agreement/*"):
        visiting.press("k", "5", "Enter", "a")
    assert page.get_by_text("Two codings of a report").count()
    with store.reading() as connection:
        done = reading_done(connection, asked - 1)
    assert done.second["events"][0]["killed"]["best"] == 5
    assert done.first == store.codings("r1")[-1].record
    assert visiting.faults == []

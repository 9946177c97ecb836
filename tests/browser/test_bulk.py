"""Many reports changed at once, in a real browser."""

from __future__ import annotations

import pytest
from tests.browser.test_pages import LANGUAGES, LATIN, serious
from tests.web import events_of

PATH = "/bulk?field=kind&kind_from=Arrests&kind_to=Attack"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_sound(visit, language):
    """In its language, accessible, on a telephone as well, and nothing from anywhere else."""
    visiting = visit("editor", language=language)
    page = visiting.open(PATH)
    visiting.picture(f"bulk-{language}")
    assert visiting.faults == []
    assert visiting.elsewhere == []
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if language != "en":
        assert page.evaluate(LATIN) == []
    page.set_viewport_size({"width": 390, "height": 800})
    visiting.picture(f"bulk-{language}-narrow")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def test_a_batch_from_choice_to_undo(visit, store):
    """Chosen in the form, seen, done, taken back."""
    before = events_of(store, "r2")
    visiting = visit("editor", language="en")
    page = visiting.open("/bulk")
    page.select_option("[name=kind_from]", "Arrests")
    page.select_option("[name=kind_to]", "Attack")
    page.click("button[value=kind]")
    page.get_by_role("button", name="Change 1 report").click()
    page.get_by_text("1 report was changed.").wait_for()
    assert events_of(store, "r2")[0]["sub_event_type"] == "Attack"
    page.get_by_role("button", name="Take back").click()
    page.get_by_text("taken back").wait_for()
    assert events_of(store, "r2") == before
    assert visiting.faults == []

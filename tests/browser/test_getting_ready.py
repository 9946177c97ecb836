"""A page that is opened before all is made ready fills by itself, and keeps what was typed meanwhile."""

from __future__ import annotations

import pytest
from tests.browser.test_pages import LANGUAGES, LATIN, serious

from marsad.editions.prepare import prepare, waiting
from marsad.gazetteer import load
from marsad.incidents.linker import Linker


@pytest.fixture
def kept_ready():
    """The test itself makes ready, when it has looked at the page."""
    return True


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_fills_when_all_is_made_ready(visit, store, language):
    """It says what is being done; then the list is there, with words, day and cursor where they were."""
    Linker(store, load()).link()
    visiting = visit("viewer", language=language)
    page = visiting.open("/explore")
    told = page.locator("#getting-ready")
    told.wait_for()
    visiting.picture(f"getting-ready-{language}")
    assert serious(page) == []
    if language != "en":
        assert page.evaluate(LATIN) == []
    words = page.locator("input[name=q]")
    page.locator("input[name=since]").fill("2018-01-01")
    page.wait_for_url("**since=2018-01-01**")
    told.wait_for()
    words.press_sequentially("قصف سوق")
    words.press("ArrowLeft" if language == "en" else "ArrowRight")
    at = words.evaluate("field => field.selectionStart")
    assert page.locator("article.told-of").count() == 0
    while waiting(store, load()):
        prepare(store, load())
    page.locator("article.told-of").first.wait_for()
    assert told.count() == 0
    assert words.input_value() == "قصف سوق"
    assert page.locator("input[name=since]").input_value() == "2018-01-01"
    assert words.evaluate("field => [document.activeElement === field, field.selectionStart]") == [True, at]
    visiting.picture(f"got-ready-{language}")
    assert visiting.faults == []

"""Saved searches looked at again, in both languages: read, drawn, reached with the keyboard, on any screen."""

from __future__ import annotations

import pytest
from tests.browser.test_every_page import FITS
from tests.browser.test_pages import LANGUAGES, LATIN, serious
from tests.rising import rising_store


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A store in which arrests rise, with searches that somebody saved, to copy."""
    return rising_store(tmp_path_factory.mktemp("alerts") / "filled.db", "coder")


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_alerts_are_sound(visit, language, width, scheme):
    """With what rises, what is not told, and the tables open; nothing has to be moved sideways."""
    visiting = visit("coder", language=language, color_scheme=scheme)
    visiting.page.set_viewport_size({"width": width, "height": 850})
    page = visiting.open("/alerts")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    visiting.picture(f"alerts-{language}-{width}-{scheme}")
    assert page.locator("article.alert").count() == 3
    assert page.locator("article.alert.rises").count() == 1
    assert page.locator(".weeks .column").count() == 12
    assert serious(page) == []
    assert page.evaluate(FITS)
    if language != "en":
        assert page.evaluate(LATIN) == []
    assert visiting.faults == []
    assert visiting.elsewhere == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_time_runs_as_the_page_does(visit, language):
    """The weeks looked at stand at the end of the line."""
    page = visit("coder", language=language).open("/alerts")
    first, last = (page.locator(".weeks .column").nth(at).bounding_box()["x"] for at in (0, 11))
    assert (first < last) == (language == "en")


def test_an_alert_is_read_with_the_keyboard(visit):
    """From the search that it is, through its incidents, to the tables behind it."""
    visiting = visit("coder", language="en")
    page = visiting.open("/alerts")
    page.locator("article.alert h2 a").first.focus()
    told = []
    for _ in range(3):
        visiting.press("Tab")
        told.append(page.evaluate("document.activeElement.textContent"))
    assert told == ["The 41 incidents now", "The 24 incidents before", "Weeks and sources as a table"]
    visiting.press("Enter")
    assert page.locator("article.alert details").first.get_attribute("open") is not None
    page.locator("article.alert .deeds a").first.focus()
    visiting.press("Enter")
    page.wait_for_url("**/records?when=now")
    assert page.locator("article.told-of").count() > 0
    page.get_by_role("link", name="Alerts").last.click()
    page.wait_for_url("**/alerts")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_saved_nothing_is_told_how(visit, language):
    """And is led to where it is done; what was saved there stands here."""
    visiting = visit("editor", language=language)
    page = visiting.open("/alerts")
    visiting.picture(f"alerts-none-{language}")
    assert serious(page) == []
    page.locator("main .button.main").click()
    page.wait_for_url("**/explore")
    page.goto(f"{visiting.site}/explore?kind=Arrests")
    page.fill(".saved input[name=name]", "اعتقالات")
    page.locator(".saved form.stack button").click()
    page.locator(".saved p a").click()
    page.wait_for_url("**/alerts")
    assert page.locator("article.alert.rises h2").text_content() == "اعتقالات"

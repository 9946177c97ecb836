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


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_actor_is_chosen_from_the_list(visit, language):
    """As in a report: typed by a name, moved to with arrows, taken with Enter or a click; its code is what is sent."""
    visiting = visit("editor", language=language)
    page = visiting.open("/bulk")
    field = page.locator("label.suggest input[aria-labelledby=title-actor_from]")
    field.click()
    field.press_sequentially("قسد")
    listed = page.get_by_role("listbox").filter(visible=True)
    first = listed.get_by_role("option").first
    first.filter(has_text="Syrian Democratic Forces" if language == "en" else "قوات سوريا الديمقراطية").wait_for()
    visiting.picture(f"bulk-actors-{language}")
    assert serious(page) == []
    field.press("Enter")
    assert page.locator("input[name=actor_from]").input_value() == "sdf"
    to = page.locator("label.suggest input[aria-labelledby=title-actor_to]")
    to.click()
    to.press_sequentially("داعش")
    first.filter(has_text="Islamic State" if language == "en" else "تنظيم الدولة الإسلامية").click()
    assert page.locator("input[name=actor_to]").input_value() == "is"
    assert listed.count() == 0
    page.click("button[value=actor]")
    page.locator("#seen-title").wait_for()
    shown = page.locator("label.suggest input[aria-labelledby=title-actor_from]").input_value()
    assert shown == ("Syrian Democratic Forces" if language == "en" else "قوات سوريا الديمقراطية")
    visiting.picture(f"bulk-chosen-{language}")
    assert visiting.faults == []


def test_what_is_typed_is_sent_where_nothing_was_chosen(visit):
    """A code, or a name that no list offers, goes as it stands; Esc and leaving the field shut the list."""
    visiting = visit("editor", language="en")
    page = visiting.open("/bulk")
    field = page.locator("label.suggest input[aria-labelledby=title-actor]")
    field.click()
    field.press_sequentially("is")
    page.locator(".options [role=option]").first.wait_for()
    field.press("Escape")
    assert page.locator(".options").filter(visible=True).count() == 0
    assert page.locator("input[name=actor]").input_value() == "is"
    assert visiting.faults == []


def test_enter_chooses_no_change(visit):
    """Enter in a field keeps what was filled in: which of the four changes is looked at is for a click to say."""
    visiting = visit("editor", language="en")
    page = visiting.open("/bulk")
    page.select_option("[name=kind_from]", "Arrests")
    page.select_option("[name=kind_to]", "Attack")
    page.locator("[name=since]").press("Enter")
    page.wait_for_url("**/bulk?*")
    field = page.locator("label.suggest input[aria-labelledby=title-actor_from]")
    field.press_sequentially("sdf")
    field.press("Escape")
    field.press("Enter")
    page.wait_for_url("**actor_from=sdf**")
    assert page.locator("#seen-title").count() == 0
    assert serious(page) == []
    page.locator("button[value=kind]").press("Enter")
    page.locator("#seen-title").wait_for()
    assert page.locator("select[name=kind_from]").input_value() == "Arrests"
    assert visiting.faults == []

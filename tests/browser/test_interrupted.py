"""Work that is interrupted: the session ends, somebody else is quicker; what was typed is not lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.test_pages import serious
from tests.web import events_of, session_of

from marsad.store.accounts import user_named
from marsad.store.sessions import end_sessions


@pytest.fixture
def changing(visit):
    """Open a report as somebody, and write another number of killed without saving it."""

    def make(name, number, language="en"):
        visiting = visit(name, language=language)
        visiting.open("/reports/r1").wait_for_selector("#events > *")
        visiting.press("k", *number, "Enter")
        return visiting

    return make


def shut_out(store, name):
    with store.writing() as connection:
        end_sessions(connection, user_named(connection, name), who="tester")


def signed_in(visiting, store, name):
    """Sign somebody in beside the page, as in another tab."""
    cookie = {"name": "marsad", "value": session_of(store, name), "url": visiting.site}
    visiting.page.context.add_cookies([cookie])


def killed(store):
    return events_of(store, "r1")[0]["killed"]["best"]


def test_a_session_that_ends_takes_no_change_along(changing, store):
    """Who is signed out is told, signs in beside the page, and saves what he had changed; nobody else does for him."""
    visiting = changing("coder", "9")
    said = visiting.page.locator("#said")
    shut_out(store, "coder")
    visiting.press("Control+Enter")
    expect(said).to_contain_text("sign in in another tab")
    expect(said.locator("a")).to_have_attribute("href", "/sign-in")
    visiting.page.wait_for_timeout(100)
    assert serious(visiting.page) == []
    signed_in(visiting, store, "editor")
    visiting.press("Control+Enter")
    expect(said).to_contain_text("editor is signed in here")
    assert killed(store) == 3
    signed_in(visiting, store, "coder")
    visiting.press("Control+Enter")
    expect(said).to_contain_text("Saved.")
    assert (killed(store), store.codings("r1")[-1].user) == (9, "coder")


def test_who_comes_second_is_told_who_was_first(changing, store):
    """The message stays, leads to what was saved, and can be closed; the own change still stands on the page."""
    first, second = changing("coder", "5"), changing("editor", "7")
    first.press("Control+Enter")
    expect(first.page.locator("#said")).to_contain_text("Saved.")
    second.press("Control+Enter")
    said = second.page.locator("#said")
    expect(said).to_contain_text("coder saved another coding of this report meanwhile.")
    expect(said.locator("a")).to_have_attribute("href", "/history/r1")
    expect(second.page.locator("#events .event.now")).to_contain_text("7")
    said.locator("button").click()
    expect(said).to_be_empty()
    assert killed(store) == 5


def test_what_was_typed_into_a_form_comes_back_after_signing_in(visit, store):
    """A form sent after the session ended: the same person finds it filled; another one finds it empty."""
    for name, found in (("editor", "لواء الوادي"), ("admin", "")):
        visiting = visit("editor", language="en")
        page = visiting.open("/words/new/actors")
        for field in page.locator("main form [required]").all():
            if field.evaluate("it => it.tagName") == "SELECT":
                field.select_option(index=1)
            else:
                field.fill("wadi-brigade")
        page.locator("textarea").first.fill("لواء الوادي")
        shut_out(store, "editor")
        page.locator("main form button").last.click()
        page.wait_for_url("**/sign-in?next=*")
        visiting.sign_in(name)
        page.wait_for_url("**/words/new/actors")
        page.wait_for_timeout(300)
        expect(page.locator("textarea").first).to_have_value(found)

"""The form of the search page, in a real browser."""

from __future__ import annotations


def test_what_is_typed_while_an_answer_comes_stays(visit):
    """A day was chosen; words that are typed before the page is there stay in their field, with the cursor."""
    visiting = visit("viewer", language="en")
    page = visiting.open("/explore")
    waiting = []
    page.route("**/explore?*", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright takes functions only
    page.locator("[name=since]").fill("2018-03-01")
    page.locator("[name=since]").dispatch_event("change")
    words = page.locator("[name=q]")
    words.press_sequentially("سوق")
    words.press("ArrowRight")
    marked = words.evaluate("field => field.selectionStart")
    waiting.pop().continue_()
    page.wait_for_url("**since=2018-03-01**")
    page.wait_for_function("() => document.querySelector('[name=since]').defaultValue === '2018-03-01'")
    assert words.input_value() == "سوق"
    assert words.evaluate("field => document.activeElement === field")
    assert words.evaluate("field => field.selectionStart") == marked
    page.unroute_all()
    words.press("Enter")
    page.wait_for_function("() => document.querySelector('[name=q]').defaultValue === 'سوق'")
    assert "since=2018-03-01" in page.url
    assert visiting.faults == []


def test_the_question_asked_last_is_answered(visit):
    """An answer that comes late does not take the place of the one that was asked for after it."""
    visiting = visit("viewer", language="en")
    page = visiting.open("/explore")
    waiting = []
    page.route("**/explore?*", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright takes functions only
    words = page.locator("[name=q]")
    words.fill("سوق")
    words.press("Enter")
    page.wait_for_timeout(100)
    words.fill("الطقس")
    words.press("Enter")
    page.wait_for_timeout(100)
    for one in waiting:
        one.continue_()
    page.wait_for_function("() => document.querySelector('[name=q]').defaultValue === 'الطقس'")
    assert visiting.faults == []

"""The work on reports, by the keys and the buttons that people use."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.web import events_of

from marsad.store.review import acts_on, review_of
from marsad.store.revise import current


def state(store, report_id):
    with store.reading() as connection:
        row = current(connection, report_id)
        return review_of(connection, row.report_key), acts_on(connection, row.report_key)


@pytest.fixture
def reading(visit):
    """Open a report as somebody, English so that tests read well."""

    def make(name="coder", report_id="r1", language="en"):
        visiting = visit(name, language=language)
        visiting.open(f"/reports/{report_id}")
        visiting.page.wait_for_selector("#events > *")
        return visiting

    return make


def saved(visiting, *keys):
    """Press keys, the last of which saves."""
    visiting.press(*keys[:-1])
    with visiting.page.expect_response(lambda answer: "/coding/" in answer.url) as told:
        visiting.press(keys[-1])
    assert told.value.ok, told.value.text()
    visiting.page.locator("#said", has_text="Saved").wait_for()


def acted(visiting, key):
    """Press a key after which the page comes anew."""
    with visiting.page.expect_navigation():
        visiting.press(key)
    visiting.page.wait_for_selector("#events > *")


def test_a_right_event_takes_one_key(reading, store):
    """A finds it right: no new coding, but who checked it is kept; N goes on to what waits next."""
    visiting = reading()
    saved(visiting, "a")
    review, acts = state(store, "r1")
    assert (review.status, [act.act for act in acts]) == ("checked", ["accept"])
    assert len(store.codings("r1")) == 1
    with visiting.page.expect_navigation():
        visiting.press("n")
    assert "/reports/" in visiting.page.url
    assert "/reports/r1" not in visiting.page.url


def test_what_was_saved_stands_below_the_form_at_once(reading, store):
    """Who did what, what may be done next, and a comment that was begun: nothing has to be loaded anew."""
    visiting = reading()
    page = visiting.page
    expect(page.locator(".told")).to_contain_text("Nobody worked on this report yet.")
    page.locator("#comment").fill("begun")
    page.locator("#headline").click()
    saved(visiting, "a")
    expect(page.locator(".told")).to_contain_text("coder found the coding right")
    expect(page.locator("#comment")).to_have_value("begun")
    with page.expect_navigation():
        page.locator('[data-act="reopen"]').click()
    assert state(store, "r1")[0].status == "to check"


def test_a_bound_that_is_the_best_figure_moves_with_it(reading, store):
    """Of "at least 18", the figure corrected is one, not two; both are told where they differ."""
    visiting = reading()
    saved(visiting, "k", "1", "8", "Tab", "Tab", "Control+a", "Delete", "Enter", "Control+Enter")
    assert events_of(store, "r1")[0]["killed"] == {"low": 18, "best": 18, "high": None}
    saved(visiting, "k", "1", "9", "Enter", "Control+Enter")
    assert events_of(store, "r1")[0]["killed"] == {"low": 19, "best": 19, "high": None}
    visiting.press("k", "Tab", "1", "8", "Enter")
    expect(visiting.page.locator("#events .event.now")).to_contain_text("19 (at least 18)")


def test_a_correction_is_a_new_coding_beside_the_old(reading, store):
    """The old one stays as it was; only the field that was changed loses its probability."""
    before = store.codings("r1")[0].record
    visiting = reading()
    saved(visiting, "k", "5", "Enter", "a")
    old, new = store.codings("r1")
    assert old.record == before
    assert (new.user, new.based_on) == ("coder", old.coding_key)
    (was,), (now,) = old.record["events"], new.record["events"]
    assert now["killed"] == {"low": 5, "best": 5, "high": 5}
    assert "killed" not in now["confidence_fields"]
    assert {key: value for key, value in was["confidence_fields"].items() if key != "killed"} == now[
        "confidence_fields"
    ]
    assert [part for part in now["evidence_fields"] if part["field"] == "killed"] == []
    assert now["event_id"] == was["event_id"]


@pytest.mark.parametrize("language", ["ar-SY", "en"])
def test_every_kind_of_field_is_changed_by_keys(reading, store, language):
    """Type, actors, place, day, count, source, standing: each by its key, typed in either language."""
    visiting = reading(language=language)
    page = visiting.page

    def choose(key, typed, *after):
        visiting.press(key)
        page.wait_for_selector("dialog[open] input")
        page.keyboard.type(typed)
        visiting.press("Enter", *after)
        page.locator("dialog[open]").wait_for(state="detached")

    choose("t", "ضربة جوية" if language != "en" else "air or")
    choose("1", "روسيا" if language != "en" else "russia", "Enter")
    choose("p", "الرقة" if language != "en" else "raqqa")
    visiting.press("d", "ArrowDown", "ArrowDown", "Enter")
    visiting.press("w", "Tab", "Tab")
    visiting.press("Control+a", "9", "Enter")
    choose("u", "منفي" if language != "en" else "denied")
    with page.expect_response(lambda answer: "/coding/" in answer.url) as told:
        visiting.press("Control+Enter")
    assert told.value.ok
    (event,) = events_of(store, "r1")
    assert (event["event_type"], event["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert event["side1"][-1] == "russia"
    assert (event["place"]["name"], event["place"]["admin1"]) == ("الرقة", "SY11")
    assert event["date"]["start"] == event["date"]["end"] == "2018-03-17"
    assert event["wounded"] == {"low": 7, "best": 7, "high": 9}
    assert event["status"] == "denied"


def test_fields_are_changed_and_left_without_a_keyboard(reading):
    """Who only taps takes how precise a place is, and leaves the choice of a type or a place as it was."""
    visiting = reading()
    page = visiting.page

    def opened(field):
        page.locator(f"[data-field='{field}']").get_by_role("button", name="Change").click()
        return page.locator("dialog[open]")

    for field in ("sub_event_type", "place", "side1"):
        opened(field).get_by_role("button", name="Cancel").click()
        assert page.locator("dialog[open]").count() == 0
    dialog = opened("place")
    dialog.get_by_label("near it, or part of it").check()
    dialog.get_by_role("button", name="Done").click()
    assert page.locator("dialog[open]").count() == 0
    assert "near it" in page.locator("[data-field='place']").inner_text()


def test_keys_work_with_an_arabic_layout(reading, store):
    """The letter that the layout gives does not matter, the place of the key does."""
    visiting = reading()
    with visiting.page.expect_response(lambda answer: "/coding/" in answer.url):
        visiting.page.evaluate(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ش', code: 'KeyA', bubbles: true}))"
        )
    assert state(store, "r1")[0].status == "checked"


def test_events_are_added_split_joined_and_taken_out(reading, store):
    """Ids of events that stay do not change; new ones get numbers that no event of the report ever had."""
    visiting = reading(report_id="r2")
    first, second = (event["event_id"] for event in events_of(store, "r2"))
    saved(visiting, "s", "Control+Enter")
    assert [event["event_id"] for event in events_of(store, "r2")] == [first, "r2#3", second]
    saved(visiting, "x", "Control+Enter")
    assert [event["event_id"] for event in events_of(store, "r2")] == [first, second]
    saved(visiting, "Shift+A", "k", "1", "Enter", "Control+Enter")
    assert {event["event_id"] for event in events_of(store, "r2")} == {first, second, "r2#4"}
    visiting.press("h", "h")
    while "now" not in (visiting.page.locator("[data-event='0']").get_attribute("class") or ""):
        visiting.press("h")
    saved(visiting, "m", "Control+Enter")
    joined = events_of(store, "r2")
    assert joined[0]["event_id"] == first
    assert len(joined) == 2


def test_the_last_change_is_taken_back(reading, store):
    """Z takes back what is not saved yet, step by step; then what was saved, as a coding of its own."""
    visiting = reading()
    before = events_of(store, "r1")
    visiting.press("k", "5", "Enter", "z")
    assert visiting.page.locator(".state.changed").count() == 0
    saved(visiting, "k", "6", "Enter", "a")
    acted(visiting, "z")
    assert events_of(store, "r1") == before
    review, acts = state(store, "r1")
    assert (review.status, [act.act for act in acts]) == ("to check", ["save", "undo"])
    assert [coding.user for coding in store.codings("r1")] == [None, "coder", "coder"]


def test_unsaved_changes_are_not_left_behind(reading):
    """N stays where it is and says so."""
    visiting = reading()
    visiting.press("k", "5", "Enter", "n")
    visiting.page.locator("#said", has_text="not saved").wait_for()
    assert visiting.page.url.endswith("/reports/r1")


def test_two_people_at_once_do_not_overwrite_each_other(reading, store):
    """The second one to save is told, and nothing of the first is lost."""
    one, other = reading("coder"), reading("editor")
    saved(one, "k", "5", "Enter", "a")
    other.press("w", "8", "Enter")
    with other.page.expect_response(lambda answer: "/coding/" in answer.url) as told:
        other.press("a")
    assert told.value.status == 409
    other.page.locator("#said", has_text="meanwhile").wait_for()
    assert events_of(store, "r1")[0]["killed"]["best"] == 5


def test_a_second_reading_takes_a_second_person(reading, store):
    """Who checked cannot confirm; a reviewer can, and finds the report in the list."""
    coder = reading("reviewer")
    saved(coder, "a")
    acted(coder, "r")
    assert coder.page.locator("[data-act=confirm]").count() == 0
    second = reading("editor")
    second.open("/queue?name=second+reading")
    second.page.locator(".report a").first.click()
    second.page.wait_for_selector("#events > *")
    acted(second, "Shift+R")
    assert state(store, "r1")[0].status == "reviewed"
    assert second.page.locator("#state").inner_text() == "read by a second person"


def test_reports_are_given_and_commented(reading):
    """G takes a report, an editor gives it to others; a comment stands under it with its writer."""
    coder = reading("coder")
    acted(coder, "g")
    coder.press("c")
    coder.page.keyboard.type("انظر الفقرة الثانية")
    with coder.page.expect_navigation():
        coder.press("Control+Enter")
    coder.open("/queue?name=mine")
    assert coder.page.locator(".list tbody tr").count() == 1
    editor = reading("editor")
    assert "انظر الفقرة الثانية" in editor.page.locator(".acts").inner_text()
    with editor.page.expect_navigation():
        editor.page.select_option("#assignee", label="reviewer")
    coder.open("/queue?name=mine")
    assert coder.page.locator(".list tbody tr").count() == 0


def test_a_viewer_reads_only(reading):
    """Neither keys nor buttons change anything."""
    visiting = reading("viewer")
    visiting.press("a", "x", "k", "s")
    assert visiting.page.locator("dialog[open]").count() == 0
    assert visiting.page.locator("#accept, #save, .tools button:has-text('Change')").count() == 0
    assert visiting.faults == []


def test_words_and_fields_are_tied_both_ways(reading):
    """A click on a word shows its field; a field marks its words; one click tells why."""
    visiting = reading()
    page = visiting.page
    box = page.evaluate(
        """async () => {
            const path = document.querySelector('script[src*="report.js"]').src.replace("report.js", "offsets.js");
            const { rangesOf } = await import(path);
            const { events } = JSON.parse(document.getElementById("data").textContent);
            const words = events[0].evidence_fields.find((part) => part.field === "place");
            const { x, y, width, height } = rangesOf(words.start, words.end)[0].getBoundingClientRect();
            return [x + width / 2, y + height / 2];
        }"""
    )
    page.mouse.click(*box)
    assert page.locator(".field.now").get_attribute("data-field") == "place"
    assert page.evaluate("[...CSS.highlights.get('f-now')].map(String).join()").endswith("ذيبان")
    page.locator(".field[data-field=killed] .tools button", has_text="Why").click()
    because = page.locator(".because").inner_text()
    assert "People harmed or taken are counted here." in because
    assert re.search(r"casualties\.\w+", because)


def test_words_are_chosen_with_the_arrows(reading, store):
    """E, arrows as the eye goes, Shift to take more: no mouse is needed."""
    visiting = reading()
    visiting.press("t", "Escape", "e", "ArrowLeft", "Shift+ArrowLeft")
    chosen = visiting.page.evaluate("document.getSelection().toString()")
    assert len(chosen.split()) == 2
    saved(visiting, "b", "Control+Enter")
    assert events_of(store, "r1")[0]["evidence"] == chosen


def test_what_is_sure_is_said_with_what_it_means(reading):
    """Who listens to a report hears of a figure that it is how likely a field is, and of a link whose page it opens."""
    visiting = reading()
    place = visiting.page.locator("[data-field='place']")
    expect(place.locator(".sure")).to_contain_text("% likely")
    assert place.locator(".sure [aria-hidden=true]").inner_text().endswith("%")
    expect(place.get_by_role("link")).to_have_accessible_name(re.compile("^Its page: Dhiban"))


def test_a_printed_report_holds_what_it_tells_and_no_controls(reading):
    """Text, fields and who said so, light even for whoever reads in the dark; no menu, keys or buttons."""
    visiting = reading()
    page = visiting.page
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    assert page.locator("[data-field='sub_event_type'] .value").is_visible()
    assert page.locator(".published").is_visible()
    for control in (".menu", ".who", ".bar", ".tools", "#comment-form button", "[data-field] .tools button"):
        assert not any(one.is_visible() for one in page.locator(control).all()), control
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_history_shows_and_restores(reading, store):
    """Two codings side by side; the older one comes back as a new one, with its maker's name."""
    visiting = reading()
    before = events_of(store, "r1")
    saved(visiting, "k", "5", "Enter", "a")
    page = visiting.open("/history/r1")
    assert "5" in page.locator("tr.differs", has_text="Killed").locator("ins").inner_text()
    visiting.picture("history-compared")
    page.get_by_role("button", name="Restore the first one").click()
    page.wait_for_load_state()
    assert events_of(store, "r1") == before
    assert len(store.codings("r1")) == 3


def test_lists_narrow_by_themselves(visit):
    """Choosing a source shows its reports at once, and the address says so."""
    visiting = visit("coder", language="en")
    page = visiting.open("/queue")
    with page.expect_response(lambda answer: "outlet=" in answer.url):
        page.select_option("[name=outlet]", "شبكة ضفاف")
    expect(page.locator(".list tbody tr")).to_have_count(2)
    assert "outlet=" in page.url
    assert visiting.faults == []

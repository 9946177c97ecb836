"""Incidents in a real browser: every page sound in both languages, and deciding by keys alone."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests.browser.test_pages import LANGUAGES, LATIN, serious
from tests.told import fill_incidents, telling
from tests.web import fetched

from marsad.store import open_store

PAGES = {
    "incidents": "/incidents",
    "incidents-none": "/incidents?place=لا مكان",
    "incident": "/incidents/{one}",
    "incident-merge": "/incidents/{one}/merge",
    "incident-merged": "/incidents/{one}/merge?other={other}",
    "places": "/places",
    "places-found": "/places?q=الميادين",
    "place": "/places/C5192",
    "place-governorate": "/places/SY09",
    "place-district": "/places/SY0903",
    "place-country": "/places/SY",
    "incident-split": "/incidents/{one}/split?report=s4",
}


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A store of incidents, to copy."""
    fetched("pages")
    path = tmp_path_factory.mktemp("incidents") / "filled.db"
    with open_store(path, who="tester", create=True) as store:
        fill_incidents(store)
    return path


def path_of(store, name):
    return PAGES[name].format(one=telling(store, "s1"), other=telling(store, "s5"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_pages_are_sound(visit, store, name, language):
    """In its language from side to side, accessible, with everything opened up, and nothing from anywhere else."""
    visiting = visit("reviewer", language=language)
    page = visiting.open(path_of(store, name))
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    visiting.picture(f"{name}-{language}")
    assert page.evaluate("document.documentElement.dir") == LANGUAGES[language]
    assert visiting.faults == []
    assert visiting.elsewhere == []
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if language != "en":
        assert page.evaluate(LATIN) == []


TOUCHING = """() => {
    const box = (one) => {
        const { x, y, width, height } = one.getBBox();
        const [top, bottom] = one.tagName === "text" ? [3, 2] : [0, 0];  // letters are lower than their line
        const of = one.tagName + one.textContent;
        return { left: x, right: x + width, top: y + top, bottom: y + height - bottom, of };
    };
    const all = [...document.querySelectorAll(".place-map :is(text, circle.near, circle.exact)")].map(box);
    const over = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
    const touching = all.flatMap((a, at) => all.slice(0, at).filter((b) => over(a, b)).map((b) => [a.of, b.of]));
    return { names: all.filter((one) => one.of.startsWith("text")).length, touching };
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["C5192", "SY0903", "SY02", "C2304", "gn:273675", "gn:283142", "{incident}"])
def test_on_small_maps_no_mark_and_no_name_touches_another(visit, store, language, path):
    """Of a town among towns, of districts, and of an incident."""
    path = f"/incidents/{telling(store, 's1')}" if path == "{incident}" else f"/places/{quote(path, safe='')}"
    found = visit("coder", language=language).open(path).evaluate(TOUCHING)
    assert found["names"] > 1
    assert found["touching"] == []


@pytest.mark.parametrize("name", ["incidents", "incident", "incident-merged", "place"])
def test_pages_fit_a_telephone_in_the_dark(visit, store, name):
    """Nothing but tables moves sideways; colours keep their contrast."""
    visiting = visit("reviewer", color_scheme="dark")
    page = visiting.open(path_of(store, name))
    page.set_viewport_size({"width": 390, "height": 800})
    visiting.picture(f"{name}-narrow")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    assert serious(page) == []


def test_merge_by_keys(visit, store):
    """M, Enter for the one most like it, Enter again once it was seen: three keys."""
    visiting = visit("reviewer", language="en")
    page = visiting.open(path_of(store, "incident"))
    with page.expect_navigation():
        visiting.press("m")
    with page.expect_navigation():
        visiting.press("Enter")
    page.get_by_text("Nothing is done yet").wait_for()
    assert telling(store, "s1") != telling(store, "s5")
    with page.expect_navigation():
        visiting.press("Enter")
    assert telling(store, "s1") == telling(store, "s5")
    assert visiting.faults == []


def test_the_first_key_finds_its_field(visit, store):
    """Where a page has a field to begin with, it is held when the page is loaded: the first key is not lost."""
    page = visit("reviewer").open(path_of(store, "incident"))
    here = page.url
    for _ in range(20):
        with page.expect_navigation():
            page.evaluate("address => setTimeout(() => location.assign(address), 0)", f"{here}/merge")
        assert page.evaluate("document.activeElement.name") == "other"


def test_split_by_keys(visit, store):
    """J to a report, X chooses it, S shows what would come of it, Enter does it; Arabic letters on the keys."""
    visiting = visit("reviewer")
    page = visiting.open(path_of(store, "incident"))
    visiting.press("j", "j", "j", "x")
    with page.expect_navigation():
        visiting.press("s")
    with page.expect_navigation():
        visiting.press("Enter")
    assert page.url.endswith(f"{telling(store, 's4')}?decided=1")
    assert telling(store, "s4") != telling(store, "s1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_split_is_taken_back_where_one_lands(visit, store, language):
    """What was done stands at the top, with the way back; one more look, and the incident is whole again."""
    visiting = visit("reviewer", language=language)
    page = visiting.open(f"{path_of(store, 'incident')}/split?report=s4")
    with page.expect_navigation():
        visiting.press("Enter")
    visiting.picture(f"incident-parted-{language}")
    assert telling(store, "s4") != telling(store, "s1")
    assert serious(page) == []
    with page.expect_navigation():
        page.locator("main > [role=status] a").click()
    visiting.picture(f"incident-undo-{language}")
    with page.expect_navigation():
        visiting.press("Enter")
    visiting.picture(f"incident-whole-{language}")
    assert telling(store, "s4") == telling(store, "s1")
    assert page.locator("main > [role=status]").count() == 1
    assert page.locator("a[href$='/undo']").count() == 0
    assert visiting.faults == []


@pytest.mark.parametrize(
    ("language", "said"), [("ar", "20 مارس 2024"), ("ar-SY", "20 آذار 2024"), ("en", "20 March 2024")]
)
def test_a_chosen_day_stands_above_its_field_in_words(visit, language, said):
    """As soon as it is chosen, and where the page came with it; nothing where none is chosen."""
    visiting = visit("editor", language=language)
    page = visiting.open("/bulk")
    told = page.locator(".day-told:has(+ input[name=since])")
    assert told.text_content() == ""
    page.locator("input[name=since]").fill("2024-03-20")
    expect(told).to_have_text(said)
    visiting.picture(f"day-{language}")
    page.locator("input[name=since]").fill("")
    expect(told).to_have_text("")
    page = visiting.open("/incidents?since=2024-03-20")
    assert told.text_content() == said
    visiting.picture(f"day-asked-{language}")
    assert serious(page) == []
    assert visiting.faults == []


def test_keys_move_open_and_tell(visit, store):
    """Y opens the reasons, Enter the report, N the next incident, ? the sheet; a coder's S and M do nothing."""
    visiting = visit("coder", language="en")
    page = visiting.open(path_of(store, "incident"))
    visiting.press("s", "m", "j", "y")
    page.locator(".member.now .why[open]").wait_for()
    visiting.press("?")
    page.locator("dialog[open]").wait_for()
    assert serious(page) == []
    visiting.press("Escape")
    with page.expect_navigation():
        visiting.press("Enter")
    assert page.url.endswith("/reports/s1")
    page.go_back()
    with page.expect_navigation():
        visiting.press("n")
    assert page.url.endswith("/incidents")
    page.go_back()
    with page.expect_navigation():
        visiting.press("l")
    assert page.url.endswith("/incidents")
    assert visiting.faults == []

"""Map and search in a real browser: drawn without a network, narrowed by form, bars and calendar, by keys alone."""

from __future__ import annotations

import pytest

from marsad.gazetteer import load
from marsad.incidents.linker import Linker


@pytest.fixture
def linked(store):
    """The reports of the store as incidents."""
    Linker(store, load()).link()
    return store


@pytest.mark.parametrize("language", ["ar-SY", "en"])
@pytest.mark.usefixtures("linked")
def test_the_map_is_drawn_and_narrowed(visit, language):
    """Circles, points and names come from this site alone; a chosen kind narrows map, list and address."""
    visiting = visit("viewer", language=language)
    page = visiting.open("/map")
    page.wait_for_selector("body[data-drawn]")
    page.wait_for_selector("#seen .told-of")
    visiting.picture(f"map-drawn-{language}")
    before = page.locator("#seen .told-of").count()
    assert page.locator("#total").inner_text() == {"ar-SY": "4 حوادث", "en": "4 incidents"}[language]
    drawn = page.evaluate("document.body.dataset.drawn")
    page.select_option("[name=kind]", "Arrests")
    page.wait_for_function("before => document.body.dataset.drawn !== before", arg=drawn)
    assert "kind=Arrests" in page.url
    assert "at=" in page.url
    assert page.locator("#seen .told-of").count() < before
    assert page.locator("#total").inner_text() == {"ar-SY": "حادثة واحدة", "en": "1 incident"}[language]
    assert visiting.faults == []
    assert visiting.elsewhere == []


@pytest.mark.usefixtures("linked")
def test_a_circle_opens_its_list(visit):
    """A click on what is drawn tells it, with a link to the incident; Escape closes the bubble."""
    visiting = visit("viewer", language="en")
    page = visiting.open("/map?kind=Arrests&at=39.0061,35.9531,9")
    page.wait_for_selector("body[data-drawn]")
    box = page.locator("#map").bounding_box()
    for pause in (400, 800, 1600, 3200, 6400):  # a busy machine draws the circle later than it says
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(pause)
        if page.locator(".bubble .told-of").count():
            break
    page.wait_for_selector(".bubble .told-of")
    visiting.picture("map-bubble")
    assert page.locator(".bubble a[href^='/incidents/']").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_selector(".bubble", state="detached")
    assert visiting.faults == []


@pytest.mark.usefixtures("linked")
def test_the_map_is_moved_by_keys(visit):
    """Arrows move it, and the address follows."""
    page = visit("viewer", language="en").open("/map?at=39,35,7")
    page.wait_for_selector("body[data-drawn]")
    before = page.url
    page.locator("#map canvas").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => location.href !== before", arg=before)


def ids(page, where):
    found = page.locator(f"{where} .told-of h3 a[href^='/incidents/']")
    return found.evaluate_all("found => found.map((one) => one.getAttribute('href'))")


@pytest.mark.usefixtures("linked")
def test_the_bars_narrow_map_and_list(visit):
    """A drag over bars sets the days of the form; the list beside the map and the address follow."""
    visiting = visit("viewer", language="ar-SY")
    page = visiting.open("/map")
    page.wait_for_selector("body[data-drawn]")
    page.wait_for_selector("#along .bar")
    drawn = page.evaluate("document.body.dataset.drawn")
    bars = page.locator("#along .bar[data-number]:not([data-number='0']) .room")
    bars.first.scroll_into_view_if_needed()
    bars.first.click(force=True)
    page.wait_for_function("before => document.body.dataset.drawn !== before", arg=drawn)
    assert page.locator("[name=until]").input_value() == "2018-03-31"
    assert "until=2018-03-31" in page.url
    assert visiting.faults == []


@pytest.mark.usefixtures("linked")
@pytest.mark.parametrize("language", ["ar-SY", "en"])
def test_days_are_chosen_by_keys(visit, language):
    """A handle is moved with the arrows, in the direction in which the page reads, and stays in hand."""
    visiting = visit("viewer", language=language)
    page = visiting.open("/explore")
    assert len(ids(page, ".found")) == 4
    page.locator(".handle[data-end=since]").focus()
    page.keyboard.press("ArrowLeft" if language == "ar-SY" else "ArrowRight")
    page.wait_for_url("**since=2018-04-01**")
    page.wait_for_function("() => document.querySelectorAll('.found .told-of').length === 3")
    page.wait_for_function("() => document.activeElement.dataset.end === 'since'")
    visiting.picture(f"explore-brush-{language}")
    assert page.locator(".handle[data-end=since]").get_attribute("aria-valuenow") == "1"
    assert visiting.faults == []


@pytest.mark.usefixtures("linked")
def test_a_day_of_the_calendar_is_chosen(visit):
    """A click on a day leaves the incidents of that day."""
    page = visit("viewer", language="en").open("/explore?since=2018-03-01&until=2018-03-31")
    page.locator(".calendar a[data-first='2018-03-19']").click()
    page.wait_for_url("**since=2018-03-19&until=2018-03-19**")
    page.wait_for_function("() => document.querySelectorAll('.found .told-of').length === 1")


@pytest.mark.usefixtures("linked")
def test_a_calendar_fits_a_telephone(visit):
    """Seven days lie side by side on a narrow screen, and nothing has to be moved sideways."""
    visiting = visit("viewer", language="en")
    visiting.page.set_viewport_size({"width": 390, "height": 800})
    page = visiting.open("/explore?since=2018-03-01&until=2018-03-31")
    page.locator(".calendar").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

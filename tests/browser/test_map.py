"""The map in a real browser: drawn without a network, narrowed, read by its list."""

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
    drawn = page.evaluate("document.body.dataset.drawn")
    page.select_option("[name=kind]", "Arrests")
    page.wait_for_function("before => document.body.dataset.drawn !== before", arg=drawn)
    assert "kind=Arrests" in page.url
    assert "at=" in page.url
    assert page.locator("#seen .told-of").count() < before
    assert visiting.faults == []
    assert visiting.elsewhere == []


@pytest.mark.usefixtures("linked")
def test_a_circle_opens_its_list(visit):
    """A click on what is drawn tells it, with a link to the incident; Escape closes the bubble."""
    visiting = visit("viewer", language="en")
    page = visiting.open("/map?kind=Arrests&at=39.0061,35.9531,9")
    page.wait_for_selector("body[data-drawn]")
    page.wait_for_timeout(400)
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
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

"""Every page that there is, walked from the routes themselves: whoever adds one has it looked at here, too."""

from __future__ import annotations

import re

import pytest
from tests.browser.test_pages import LANGUAGES, LATIN, serious
from tests.told import fill_incidents
from tests.unit.serve.walk import addresses
from tests.web import fetched

from marsad.serve import Settings, make_app
from marsad.store import open_store
from marsad.store.access import add_collection, add_group
from marsad.store.feeds import note_feed


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A store of incidents, with a group, a collection and feeds, to copy."""
    fetched("pages")
    path = tmp_path_factory.mktemp("every") / "filled.db"
    with open_store(path, who="tester", create=True) as store:
        fill_incidents(store)
        with store.writing() as connection:
            add_group(connection, "فريق حلب", who="tester")
            add_collection(connection, "مصادر الداخل", who="tester")
            for name, problem in (("a", None), ("b", "example.org did not answer within 20 seconds.")):
                note_feed(
                    connection, address=f"https://example.org/{name}", outlet="شبكة ضفاف", kind="rss", reports=2,
                    problem=problem,
                )  # fmt: skip
    return path


def one_each(app, store):
    """Return an address of each page, the first that it has."""
    found = {}
    for address in addresses(app, store):
        kind = re.sub(r"/(?:i-[0-9a-f]{12}|[a-z]?\d+|s\d+)(?=/|$)", "/…", address)
        found.setdefault(kind, address)
    return list(found.values())


def whole_pages(visiting, store):
    """Yield the address of each page that is there, and is no part of another one."""
    for address in one_each(make_app(store, Settings()), store):
        answer = visiting.page.request.get(visiting.site + address)
        if answer.status == 200 and "html" in answer.headers.get("content-type", "") and "<html" in answer.text():
            yield address


HEAD = 120
"""How many pixels of a telephone's screen the head of a page takes at most."""

CUT = """[...document.querySelectorAll(".scroll")].some(
  (one) => one.checkVisibility() && one.scrollWidth - one.clientWidth > 4 && !one.matches(".goes-on, .began"))"""

FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound(visit, store, language):
    """In its language, accessible, without faults, and asking no other site."""
    visiting, told = visit("admin", language=language), []
    for address in whole_pages(visiting, store):
        page = visiting.open(address)
        page.wait_for_timeout(150)
        visiting.picture(f"every{re.sub(r'[^a-z0-9]+', '-', address.lower())}-{language}")
        told += [(address, one) for one in serious(page)]
        if language != "en":
            told += [(address, "latin", word) for word in page.evaluate(LATIN)]
        if not page.evaluate(FITS):
            told.append((address, "wider than the window"))
    assert told == []
    assert visiting.faults == []
    assert visiting.elsewhere == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_a_telephone(visit, store, language):
    """On a narrow screen nothing has to be moved sideways, and what scrolls by itself is reached with the keyboard."""
    visiting, told = visit("admin", language=language), []
    visiting.page.set_viewport_size({"width": 390, "height": 800})
    for address in whole_pages(visiting, store):
        page = visiting.open(address)
        page.wait_for_timeout(150)
        visiting.picture(f"every{re.sub(r'[^a-z0-9]+', '-', address.lower())}-{language}-narrow")
        told += [(address, one) for one in serious(page)]
        if not page.evaluate(FITS):
            told.append((address, "wider than the window"))
        if page.evaluate(CUT):
            told.append((address, "cut off without a sign"))
        if page.locator(".top").bounding_box()["height"] > HEAD:
            told.append((address, "the head takes the screen"))
    assert told == []
    assert visiting.faults == []

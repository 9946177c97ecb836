"""Pages of organisations."""

from __future__ import annotations

import re
from html import unescape

import pytest

from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.lexicon.actors import actors
from marsad.serve.actor_view import CATEGORIES, actor_view
from marsad.store import Act


@pytest.fixture(autouse=True)
def linked(store):
    """The reports of the store as incidents."""
    Linker(store, load()).link()
    return store


def test_who_acts_against_whom(browser):
    """Every pair of organisations has a row and an arrow, which lead to just these incidents."""
    visitor = browser("viewer")
    text = visitor.get("/actors").text
    links = re.findall(r'<td><a href="(/explore\?against=[^"]+)">(\d+)</a>', text)
    assert len(links) == 4
    for link, number in links:
        assert f"<b>{number}</b>" in visitor.get(unescape(link)).text
    assert text.count('class="arrow"') == 4
    assert "Syrian Democratic Forces" in text


def test_an_actor_has_a_page(browser):
    """Names over time, numbers that lead to the incidents behind them, counterparts."""
    text = browser("viewer", language="ar").get("/actors/sdf").text
    assert "قوات سوريا الديمقراطية" in text
    assert "قسد" in text
    assert "/explore?actor=sdf" in text
    assert "/explore?kind=Arrests&amp;actor=sdf" in text


@pytest.mark.parametrize("code", ["nobody", "other:أحمد الحسن", "other:x"])
def test_nobody_else_has_one(browser, code):
    """A name that reports give, which may be a person's, has no page, and no arrow leads to it."""
    assert browser("admin").get(f"/actors/{code}").status_code == 404


def test_a_name_outside_the_registry_is_in_no_picture(browser, store):
    """Incidents against "other:..." are counted nowhere among organisations."""
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE incidents SET side2 = 'other:سالم', changed_at = '2099-01-01T00:00:00Z'")
    store.note([Act(act="keep", item="test", detail={})])
    assert "سالم" not in browser("viewer").get("/actors").text


def test_every_registered_actor_can_be_shown():
    """Its category has a name, and what it is part of comes to an end."""
    for item in actors():
        view = actor_view(item.actor.code)
        assert view is not None
        assert view.actor.category in CATEGORIES
        assert view.actor not in view.parents

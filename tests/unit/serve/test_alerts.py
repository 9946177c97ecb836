"""Saved searches looked at again as a page: what `marsad alert --store` says, for the one who looks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from tests.rising import LAST, SEARCHES, rising_store

from marsad.analyse.voices import Voices
from marsad.editions.prepare import prepare
from marsad.gazetteer import load
from marsad.incidents.happenings import happenings
from marsad.serve import alerts
from marsad.serve.alert_chart import chart_of
from marsad.serve.compare_words import reason_in
from marsad.serve.locale import Locale
from marsad.store import kept_up
from marsad.store.access import add_collection, collect_outlet
from marsad.store.accounts import change_user, user_named
from marsad.store.question import Question
from marsad.store.saved_searches import kept_searches, save_search
from marsad.trends import compare
from marsad.trends.saved import search_at
from marsad.trends.words import because, figures

RISES = "اعتقالات دير الزور"


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A store in which arrests rise, with searches of two people, to copy."""
    return rising_store(tmp_path_factory.mktemp("alerts") / "filled.db", "viewer", "coder")


def wanted(store, name=RISES):
    """Return what the command finds of a search."""
    with store.reading() as connection:
        told = Voices().of(happenings(connection, Question()))
    return compare(told, search_at(name, SEARCHES[name]), last=LAST)


def numbers(text):
    """Return (link, number) of each button that leads to incidents."""
    found = re.findall(r'class="button" href="(/alerts/[^"]+)">[^<]*?([\d,]+)[^<]*</a>', text)
    return [(unescape(link), int(number)) for link, number in found]


@pytest.mark.parametrize("language", ["ar-SY", "en"])
def test_what_rises_is_told_as_the_command_tells_it(browser, store, language):
    """Verdict, figures with their interval, and why it is not only more reporting, each in the language."""
    text = unescape(browser("coder", language=language).get("/alerts").text)
    found = wanted(store)
    assert found.verdict == "rising"
    locale = Locale(tag=language)
    for reason in (figures(found), *because(found)):
        assert reason_in(locale, reason) in text
    assert text.index(RISES) < text.index("إدلب") < text.index("كلمة")


def test_each_number_leads_to_its_incidents(browser, store):
    """Now and before, as many as it says, page by page."""
    visitor, found = browser("coder"), wanted(store)
    links = numbers(visitor.get("/alerts").text)
    assert [number for _, number in links] == [found.now, found.before]
    for link, number in links:
        told, onward = 0, link
        while onward:
            text = visitor.get(onward).text
            told += text.count('<h3><a href="/incidents/')
            further = re.search(r'rel="next" href="([^"]+)"', text)
            onward = unescape(further[1]) if further else ""
        assert told == number


def test_why_there_is_no_alert_is_told(browser):
    """Of a search of which too little is told, and of one for words."""
    text = browser("coder", language="ar").get("/alerts").text
    assert "يسأل هذا البحث عن: كلمات" in text
    assert "أقل من 8 في المدتين معاً لا يكفي للحكم." in text
    text = browser("coder").get("/alerts").text
    assert "not looked at" in text
    assert "It asks for words; a trend is of kinds, areas and actors." in text


def test_everybody_sees_his_own(browser, store):
    """Whoever saved none is told how; nobody reads what is counted of a search of somebody else's."""
    with store.reading() as connection:
        key = kept_searches(connection, user_named(connection, "coder"))[0].key
    assert browser("coder").get(f"/alerts/{key}/records").status_code in (200, 404)
    with_none = browser("editor")
    text = with_none.get("/alerts").text
    assert "No search is saved yet" in text
    assert 'href="/explore"' in text
    assert with_none.get(f"/alerts/{key}/records").status_code == 404
    assert with_none.get("/alerts/none/records").status_code == 422


def test_an_editor_shares_a_search_with_all(browser, store):
    """Who did is said; others cannot share it or read it as their own; ended, or its owner shut out, it is gone."""
    with store.writing() as connection:
        save_search(connection, user_named(connection, "editor"), "للجميع", SEARCHES[RISES])
        key = kept_searches(connection, user_named(connection, "editor"))[0].key
    editor, admin = browser("editor"), browser("admin")
    assert "No search is saved yet" in admin.get("/alerts").text
    assert admin.submit(f"/alerts/{key}/share", {"shared": "yes"}).status_code == 404
    assert editor.submit(f"/alerts/{key}/share", {"shared": "yes"}).headers["location"] == "/alerts"
    assert "shared with all" in editor.get("/alerts").text
    text = admin.get("/alerts").text
    assert "shared by <bdi>editor</bdi>" in text
    assert "/share" not in text
    assert admin.get(numbers(text)[0][0]).status_code == 200
    editor.submit(f"/alerts/{key}/share", {"shared": "no"})
    assert "No search is saved yet" in admin.get("/alerts").text
    editor.submit(f"/alerts/{key}/share", {"shared": "yes"})
    with store.writing() as connection:
        change_user(connection, user_named(connection, "editor"), ended_at="2024-07-01T00:00:00Z", who="tester")
    assert "No search is saved yet" in admin.get("/alerts").text


def test_what_somebody_does_not_see_is_not_counted(browser, store):
    """Of an outlet that is of a collection the one who may see it counts more."""
    with store.writing() as connection:
        collection = add_collection(connection, "سر", who="tester")
        collect_outlet(connection, collection, "نشرة الساحل", who="tester")
        save_search(connection, user_named(connection, "admin"), RISES, SEARCHES[RISES])
    while prepare(store, load()):
        pass
    assert "alone tells them" in browser("coder").get("/alerts").text
    assert len(numbers(browser("admin").get("/alerts").text)) == 2
    assert "search rises" in browser("admin").get("/alerts").text


def test_too_many_incidents_are_left_to_the_command(browser, monkeypatch):
    """Which the page names."""
    monkeypatch.setattr(alerts, "MOST", 1)
    visitor = browser("coder")
    assert "marsad alert" in visitor.get("/alerts").text
    assert visitor.get("/alerts/1/records").status_code == 413


def test_a_search_is_looked_at_once_until_an_incident_changes(browser, store, monkeypatch):
    """Whoever saved the same, whatever he called it, and whatever else is done meanwhile, such as signing in."""
    monkeypatch.setattr(kept_up, "_SURE", timedelta(seconds=-1))  # the incidents are as old as this run of the tests
    asked = []
    monkeypatch.setattr(alerts, "compare", lambda *given, **more: asked.append(given) or compare(*given, **more))
    for name in ("coder", "coder", "admin"):
        browser(name).get("/alerts")
    assert len(asked) == 2
    with store.writing() as connection:
        save_search(connection, user_named(connection, "admin"), "الاسم", SEARCHES[RISES])
    assert "الاسم" in browser("admin").get("/alerts").text
    assert len(asked) == 2


def test_a_picture_runs_as_its_page_does(store):
    """From the left in English, from the right in Arabic; the highest week fills it, an empty one has no bar."""
    found = wanted(store)
    left, right = (chart_of(found, Locale(tag=tag)) for tag in ("en", "ar"))
    assert [one.number for one in left.columns] == [len(week.ids) for week in found.told]
    assert max(one.high for one in left.columns) == left.high
    assert left.columns[0].x < left.columns[-1].x
    assert right.columns[0].x > right.columns[-1].x
    assert left.turn == pytest.approx(left.wide - right.turn)
    nothing = replace(found, told=tuple(replace(week, ids=()) for week in found.told))
    assert {one.high for one in chart_of(nothing, Locale(tag="en")).columns} == {0.0}

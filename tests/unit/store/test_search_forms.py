"""The words that stand in any report."""

from __future__ import annotations

import pytest

from marsad.store.query import parse
from marsad.store.search_forms import note_forms, written_forms


@pytest.fixture
def noted(store):
    """A store in whose reports a few words stand."""
    with store.writing() as connection:
        note_forms(connection, {"داعش", "وداعش", "اعتقلوا", "دير", "الزور", "ديرالزور"})
        note_forms(connection, {"داعش"})
    return store


def slots(store, asked):
    """Return the forms that are left of each thing asked for."""
    with store.reading() as connection:
        return [[one.slots for one in term.any_of] for term in written_forms(connection, parse(asked).terms)]


def test_forms_that_stand_nowhere_are_left_out(noted):
    """Of the seventy forms of a word two are asked for."""
    assert slots(noted, "داعش") == [[(("داعش", "وداعش"),)]]


def test_a_beginning_is_asked_for_where_a_word_begins_so(noted):
    """Words that go on are not noted as beginnings: they are looked for."""
    assert slots(noted, "اعتقل*") == [[(("اعتقل",),)]]
    assert slots(noted, "ذهب*") == [[]]


def test_words_in_a_row_stay_where_each_of_them_stands_somewhere(noted):
    """A pattern with a place that nothing fills finds nothing."""
    assert slots(noted, '"دير الزور"') == [[(("دير",), ("الزور",)), (("ديرالزور",),)]]
    assert slots(noted, '"دير العصافير"') == [[]]


def test_what_is_kept_is_noted(store, keeping):
    """Words are found as soon as a report is kept, and a word that is nowhere finds nothing, left out or not."""
    store.keep([keeping("r1", "انفجر لغم قرب هجين.")])
    assert [hit.report.report_id for hit in store.search("لغم").page] == ["r1"]
    assert store.search("لغم كلمةلاتوجد").page == ()
    assert [hit.report.report_id for hit in store.search("لغم -كلمةلاتوجد").page] == ["r1"]
    assert store.search("كلمةلاتوجد").reports == 0

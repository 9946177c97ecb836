"""Which way PostgreSQL goes to reports with some words: all ways find the same, and the cheapest is taken."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from marsad.store import Filters, open_store, ways
from marsad.store.incident_list import count_incidents
from marsad.store.query import parse
from marsad.store.question import Question
from marsad.store.search import search, search_page
from marsad.store.ways import Way, way_to
from marsad.store.word_index import sought, way_to_words

QUESTIONS = ("قصف", "قصف*", '"قصف مدفعي"', "قصف -مدفعي", "قصف اعتقال", "لاشيء", "-قصف")
FILTERS = (
    Filters(),
    Filters(area="SY09"),
    Filters(outlet="منصة"),
    Filters(published_from=date(2024, 3, 2), sub_event_type="Armed clash"),
    Filters(area="SY02"),
)


@pytest.fixture
def shelf(store, keeping, by, event):
    """Some reports, with and without day, event and outlet."""
    told = ["قصف مدفعي", "قصف جوي", "اعتقال وقصف", "هدوء", "مدفعي قصف"]
    days = [date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 3), date(2024, 3, 4), None]
    outlets = ["منصة", None, "منصة", "وكالة", "منصة"]
    store.keep(
        [
            keeping(f"r{n}", told[n], events=[event()] * (n % 3 > 0), published=days[n], outlet=outlets[n])
            for n in range(len(told))
        ],
        by(),
    )
    return store


def answers(store):
    with store.reading() as connection:
        found = {}
        for asked in QUESTIONS:
            for filters in FILTERS:
                hits = search(connection, asked, filters, limit=2, offset=1, facets=True)
                pages = [search_page(connection, asked, filters, limit=2, after=at) for at in (None, ("2024-03-02", 9))]
                shown = [[hit.report.report_id for hit in page] for page in (hits.page, *pages)]
                found[asked, filters] = hits.reports, hits.events, hits.facets, shown
        return found


def test_all_ways_find_the_same(shelf, monkeypatch):
    """What is found, counted and shown does not hang on how it is come by."""
    usual = answers(shelf)
    assert sum(reports > 0 for reports, *_ in usual.values()) > len(usual) // 2  # else little was compared
    for way in Way:

        def taken(_connection, _having, filters, way=way):
            return way if filters or way is not Way.BY_FILTERS else Way.AMONG_WORDS

        monkeypatch.setattr("marsad.store.word_index.way_to", taken)
        assert answers(shelf) == usual, way


@pytest.mark.parametrize(
    ("words", "left", "way"),
    [
        (1_000, (50, 500), Way.BY_WORDS),  # few are looked up, whatever else is asked
        (200_000, None, Way.AMONG_WORDS),  # fifty thousand are read until ten thousand of them have the word
        (20_000, None, Way.BY_WORDS),  # that would be to read half of all
        (200_000, (500, 4_000), Way.BY_FILTERS),
        (200_000, (45_000, 35_000), Way.BY_FILTERS),  # some months, found by their events
        (80_000, (15_000, 1_000), Way.AMONG_WORDS),  # some weeks, which an index of days has
        (200_000, (600_000, 60_000), Way.AMONG_WORDS),
        (5_000, (600_000, 60_000), Way.BY_WORDS),
    ],
)
def test_the_cheapest_way_is_taken(words, left, way, monkeypatch):
    """By how many of a million reports have the words, and how many of them filters leave, at what cost."""
    guesses = iter([(words, 1.0), ways._Guess(1_000_000, 29_000.0), left and ways._Guess(*left)])
    monkeypatch.setattr(ways, "_guessed", lambda *_: next(guesses))
    assert way_to(None, None, () if left is None else (True,)) is way


def test_the_planner_tells_how_many_have_a_word(postgres, keeping, monkeypatch):
    """It knows a common word from a rare one, once it has looked at the table."""
    monkeypatch.setattr(ways, "_FEW", 20)
    with open_store(postgres.new_store()) as store:
        store.keep([keeping(f"r{n}", "قصف" if n else "قصف نادر", coded=False) for n in range(60)])
        with store.writing() as connection:
            connection.execute(text("ANALYZE"))
        with store.reading() as connection:
            ways_to = [way_to_words(connection, sought(connection, parse(asked).terms)) for asked in ("قصف", "نادر")]
    assert ways_to == [Way.AMONG_WORDS, Way.BY_WORDS]


def test_every_question_is_planned_by_its_values(postgres):
    """However often the same question was asked with others before."""
    with open_store(postgres.new_store()) as store:
        for ask in (
            lambda connection: search(connection, "", Filters(area="SY"), limit=1, offset=0, facets=True),
            lambda connection: count_incidents(connection, Question(kind="Attack")),
        ):
            with store.reading() as connection:
                ask(connection)
                assert connection.scalar(text("SHOW plan_cache_mode")) == "force_custom_plan"
            with store.reading() as connection:
                assert connection.scalar(text("SHOW plan_cache_mode")) == "auto"

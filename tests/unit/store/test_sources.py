from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from marsad.store import Rating, Source
from marsad.store.sources import reliability

CHANNEL = Source(
    outlet="شبكة الفرات",
    kind="channel",
    language="ar",
    country="SY",
    side="sdf",
    ratings=(
        Rating(reliability="C", valid_from=date(2019, 1, 1), valid_until=date(2021, 12, 31)),
        Rating(reliability="B", valid_from=date(2022, 1, 1)),
    ),
)


def test_a_source_keeps_ratings_with_their_days(store):
    """Kept twice it is one source and one act."""
    assert store.keep_source(CHANNEL) == store.keep_source(CHANNEL)
    assert store.sources() == [CHANNEL]
    assert len(list(store.log("source:شبكة الفرات"))) == 1


def test_reports_are_tied_to_their_source(store, keeping):
    """Those kept before the source was known, and those kept after."""
    store.keep_report(keeping("r1", outlet="شبكة الفرات", coded=False))
    key = store.keep_source(CHANNEL)
    store.keep([keeping("r2", outlet="شبكة الفرات", coded=False), keeping("r3", outlet="وكالة", coded=False)])
    assert [kept.source_key for kept in store.reports()] == [key, key, None]


def test_only_known_grades_are_kept(store):
    """Reliability is A to F."""
    with pytest.raises(IntegrityError):
        store.keep_source(
            Source(outlet="x", kind="agency", ratings=(Rating(reliability="G", valid_from=date(2020, 1, 1)),))
        )


def test_an_outlet_is_relied_on_by_any_of_its_names_as_of_the_day(store):
    """Spelt otherwise, too; without a grade for the day it cannot be judged, and a stranger is not in the registry."""
    store.keep_source(replace(CHANNEL, names=("Euphrates Net", "شبكة الفرات الاخبارية")))
    with store.reading() as connection:
        assert reliability(connection, "شبكة الفرات", date(2020, 5, 1)) == "C"
        assert reliability(connection, "euphrates  net", date(2024, 5, 1)) == "B"
        assert reliability(connection, "شبكة الفرات الإخبارية", date(2018, 5, 1)) == "F"
        assert reliability(connection, "شبكة الفرات", None) == "F"
        assert reliability(connection, "وكالة", date(2020, 5, 1)) is None
        assert reliability(connection, None, date(2020, 5, 1)) is None


def test_names_are_brought_up_to_date(store):
    """A name that another source takes over is its own from then on; kept again, nothing changes."""
    store.keep_source(replace(CHANNEL, names=("x", "y")))
    store.keep_source(replace(CHANNEL, names=("Y", "x")))
    assert len(list(store.log("source:شبكة الفرات"))) == 1
    store.keep_source(Source(outlet="وكالة", kind="agency", names=("x",)))
    assert [source.names for source in store.sources()] == [("y",), ("x",)]

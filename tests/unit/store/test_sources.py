from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from marsad.store import Rating, Source

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

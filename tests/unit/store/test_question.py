"""One question, two ways to answer it: by the database, and in memory."""

from __future__ import annotations

import random
from datetime import date

import pytest

from marsad.explore import IncidentIndex
from marsad.store import Box, Question
from marsad.store.add import add_rows
from marsad.store.engine import writing
from marsad.store.incident_list import count_incidents, found_incidents
from marsad.store.question import filters_on_events, filters_on_reports
from marsad.store.tables import incidents

AT = "2024-03-20T00:00:00Z"
PLACES = (
    ("C1", "SY", "SY09", "ذيبان\nSY09\nSY", 35.0, 40.5),
    ("C2", "SY", "SY11", "عين عيسي\nSY11\nSY", 36.4, 38.8),
    ("gn:1", "IQ", "Al Anbar", "الفلوجه\nal anbar\niq", 33.3, 43.8),
    (None, "SY", "SY09", "SY09\nSY", None, None),
    (None, "YE", None, "ye", None, None),
    (None, None, None, None, None, None),
)
ASKED = {
    "kind": ("Attack", "Armed clash"),
    "area": ("SY", "SY09", "IQ/Al Anbar", "YE", "SY99"),
    "place": ("ذيبان", "SY09", "عيسى", "%"),
    "places": (("C1",), ("C1", "C2", "C3"), ()),
    "actor": ("is", "IS", "sdf", "other:أبو_x", "s"),
    "against": ("is\nsdf", "sdf\nis", "is\nis", "is", "is\n", "\nsdf", "\n", ""),
    "source": ("شبكة", "شبكة الوادي", "Radio", "radio"),
    "sources": (0, 1, 2, 5),
    "month": ("2024-02", "2024-03", "1999-01"),
    "since": (date(2024, 2, 10), date(2024, 3, 1)),
    "until": (date(2024, 2, 10), date(2024, 3, 15)),
    "status": ("reported", "disputed"),
    "credibility": (1, 3, 6),
    "attribution": ("high", "none"),
    "contested": (True,),
    "differing": (True,),
    "box": (Box(west=40, south=34, east=41, north=36), Box(west=-180, south=-90, east=180, north=90)),
    "vague": ("SY09", "SY11", "IQ/Al Anbar", "YE", "SY"),
}  # fmt: skip


def made_up(number, chance):
    """Return the row of an incident, anything about it unknown now and then."""
    place_id, country, admin1, names, latitude, longitude = chance.choice(PLACES)
    start = chance.choice([None, "2024-02-05", "2024-02-10", "2024-02-29", "2024-03-01", "2024-03-20"])
    ends = [start, "2024-03-02", "2024-03-25"]
    side1, side2 = chance.choice(["is", "sdf\nturkey", "other:أبو_x", ""]), chance.choice(["sdf", "is\nsdf", ""])
    return {
        "incident_id": f"i{number:03}", "record": "{}", "created_at": AT, "changed_at": AT,
        "reports": chance.choice([0, 1, 2, 3]),
        "sub_event_type": chance.choice(["Attack", "Armed clash", None]),
        "date_start": start,
        "date_end": start and max(start, chance.choice(ends)),
        "places": names, "country": country, "admin1": admin1, "place_id": place_id,
        "place_precision": chance.choice([1, 2, 3, None]), "latitude": latitude, "longitude": longitude,
        "actors": "\n".join(("", *filter(None, (side1, side2)), "")), "side1": side1, "side2": side2,
        "outlets": chance.choice(["شبكة", "شبكة الوادي\nRadio", "", None]),
        "sources": chance.choice([None, 1, 2, 7]), "credibility": chance.choice([None, 1, 3, 6]),
        "attribution": chance.choice([None, "high", "none"]), "contested": chance.choice([None, 0, 1]),
        "differing": chance.choice([None, 0, 1]),
        "status": chance.choice([None, "reported", "disputed"]),
    }  # fmt: skip


@pytest.fixture
def filled(store):
    """A store of incidents of every make."""
    chance = random.Random(5)
    with writing(store.engine) as connection:
        add_rows(connection, incidents, [made_up(number, chance) for number in range(400)])
    return store


def test_the_database_and_the_memory_agree(filled):
    """On every part by itself, and on parts drawn together."""
    chance = random.Random(7)
    questions = [Question(**{name: value}) for name, values in ASKED.items() for value in values]
    for _ in range(150):
        names = chance.sample(sorted(ASKED), chance.choice([2, 2, 3]))
        questions.append(Question(**{name: chance.choice(ASKED[name]) for name in names}))
    index, met = IncidentIndex(), 0
    with filled.reading() as connection, index.at(connection):
        for question in questions:
            listed = [name for name, _ in found_incidents(connection, question)]
            assert sorted(listed) == sorted(index.ids(index.mask(connection, question))), question
            assert count_incidents(connection, question) == len(listed)
            met += bool(listed)
    assert met > len(questions) // 2


def test_every_part_can_be_left_out():
    """Less all of its parts a question asks for nothing."""
    every = Question(
        asked="x", **{name: values[0] for name, values in ASKED.items() if name not in ("contested", "differing")}
    )
    assert every.without(*ASKED, "asked") == Question()
    assert every.without("kind").kind is None
    assert every.without("kind").asked == "x"
    assert set(ASKED) | {"asked"} == set(Question.__slots__)


def test_what_reports_and_events_are_asked_for():
    """A unit by its own code; a month of publication of reports only."""
    question = Question(area="IQ/Al Anbar", month="2024-02", source="شبكة", kind="Attack", places=("C1",))
    assert filters_on_events(question).area == "Al Anbar"
    assert filters_on_events(question).outlet is None
    of_reports = filters_on_reports(question)
    assert (of_reports.published_from, of_reports.published_until) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (of_reports.outlet, of_reports.sub_event_type, of_reports.places) == ("شبكة", "Attack", ("C1",))

"""Who tells an incident of its own accord."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.analyse.voices import Voices
from marsad.export.happening import Telling, of_incident
from marsad.sources.registry import Registry
from marsad.sources.schema import Source

RECORD = {
    "incident_id": "i", "sub_event_type": "Attack", "side1": [], "side2": [],
    "place": {"name": "", "country": "SY", "admin1": None, "precision": 3},
    "date": {"start": None, "end": None, "precision": 3}, "reports": 1, "sources": 1,
}  # fmt: skip


def voices(*members, registry=None):
    """The sources of an incident whose reports are (id, outlet, day of March, copy of) or with bodies quoted."""
    incident = of_incident(RECORD | {"members": []}, {})
    tellings = tuple(
        Telling(report_id=name, outlet=outlet, url=None, published=day and date(2024, 3, day), quote="",
                copy_of=copy_of, bodies=tuple(bodies))
        for name, outlet, day, copy_of, *bodies in members
    )  # fmt: skip
    (told,) = Voices(registry).of([replace(incident, tellings=tellings)])
    return [(voice.source, voice.report_id) for voice in told.voices]


def test_the_earliest_telling_of_a_source_is_its_voice():
    """Each source is there once, the first to publish first; one without a day comes last."""
    told = voices(("r1", "ب", 3, None), ("r2", "أ", 2, None), ("r3", "ب", 1, None), ("r4", "ج", None, None))
    assert told == [("ب", "r3"), ("أ", "r2"), ("ج", "r4")]


def test_a_copy_adds_no_voice():
    """Whoever repeats a new channel speaks with its voice, also where the origin is told of elsewhere only."""
    assert voices(("r1", "قناة جديدة", 1, None), ("r2", "شبكة", 2, "r1")) == [("قناة جديدة", "r1")]
    assert voices(("r2", "شبكة", 1, "far"), ("r3", "منصة", 2, "far")) == [("شبكة", "r2")]


def test_who_quotes_a_body_lends_it_his_voice():
    """Two outlets that quote one monitor are one source, where the record quotes it often."""
    quoting = [(f"r{number}", outlet, number, None, "مرصد الوادي") for number, outlet in enumerate("أبجده", 1)]
    assert voices(*quoting) == [("مرصد الوادي", "r1")]
    assert voices(*quoting[:4]) == [("أ", "r1"), ("ب", "r2"), ("ج", "r3"), ("د", "r4")]


def test_a_body_that_is_an_outlet_is_one_source():
    """Whoever quotes it, however seldom, adds no voice to its own."""
    told = voices(("r1", "مرصد الوادي", 1, None), ("r2", "أ", 2, None, "لمرصد الوادى"))
    assert told == [("مرصد الوادي", "r1")]


def test_names_of_a_known_agency_are_one_source():
    """ "سانا" is وكالة الأنباء السورية, as an outlet and where it is quoted; a registry's own name goes before."""
    told = voices(("r1", "سانا", 1, None), ("r2", "أ", 2, None, "وكالة الأنباء السورية"))
    assert told == [("الوكالة العربية السورية للأنباء", "r1")]
    registry = Registry(folder=None, sources=(Source(id="sana", names=("SANA", "سانا"), kind="agency"),))
    assert voices(("r1", "سانا", 1, None), registry=registry) == [("SANA", "r1")]


def test_a_registry_knows_other_names():
    """ "Wadi Monitor" is مرصد الوادي."""
    source = Source(id="wadi", names=("مرصد الوادي", "Wadi Monitor"), kind="monitor")
    registry = Registry(folder=None, sources=(source,))
    assert voices(("r1", "Wadi Monitor", 1, None), registry=registry) == [("مرصد الوادي", "r1")]


def test_without_outlet_and_body_there_is_no_voice():
    """A report of unknown origin counts for nobody."""
    assert voices(("r1", None, 1, None), ("r2", " ", 1, None)) == []

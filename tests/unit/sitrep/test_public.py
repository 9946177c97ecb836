"""Nothing that was planted comes through a public report, in any of its files."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from pypdf import PdfReader
from tests.unit.sitrep.conftest import PLANTED, coded_record, incident_record

from marsad.redact.incident import PublicIncidents
from marsad.redact.rules import Rule, Rules
from marsad.sitrep import make, publish, read_template
from marsad.sitrep.compose import compose
from marsad.sitrep.gather import _is_person
from marsad.wording import Tongue

TONGUES = [Tongue(language="ar"), Tongue(language="en")]


def everything(files):
    """All that files tell, as text; Arabic of a PDF, which is written in shapes and parts, without joins and spaces."""
    told = []
    for name, data in files.items():
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                told += [
                    parts.read(part).decode("utf-8", "replace") for part in parts.namelist() if "media" not in part
                ]
        elif name.endswith(".pdf"):
            told += [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
        else:
            told.append(data.decode("utf-8"))
    return "\n".join(told)


@pytest.mark.parametrize("tongue", TONGUES, ids=["ar", "en"])
def test_nothing_planted_comes_through(situation, places, tongue):
    """Without the rules it is there, so that the search for it can fail; with them it is in no file and no picture."""
    template = read_template()
    for public in (False, True):
        chosen = situation(public=public)
        document = compose(chosen, template, tongue, places)
        told = everything(dict(make(chosen, template, [tongue], places)))
        told += "".join(image.svg for image in document.images)
        found = [sign for sign in PLANTED if sign in told]
        assert found == ([] if public else [sign for sign in PLANTED if sign not in ("C7771", "mahmoud")])
    assert "[" in told


def test_one_report_does_not_tell_what_another_must_not(situation, gathered):
    """A child is named in one of two reports: the place of the incident is its governorate, for both."""
    hidden = next(one for one in situation().found if one.key == "i-e")
    assert (hidden.place["name"], hidden.place["admin1"], hidden.place["admin2"]) == ("دير الزور", "SY09", None)
    assert (hidden.place["latitude"], hidden.place["place_id"], hidden.place["precision"]) == (None, None, 3)
    words = gathered().quotes("i-e", "ar")
    assert [number for number, _ in words] == [0, 1]
    assert "[اسم" in words[0][1]
    assert "الحصان" not in str(words)


def test_what_one_report_may_not_tell_yet_is_withheld(record, places):
    """An incident of which one report waits is left out whole, and counted."""
    incidents, coded = record
    rules = Rules(
        rule=(Rule(name="is", actors=("turkey",), delay_days=30), Rule(name="x", words=("هجوم",), date="month"))
    )
    public = PublicIncidents(rules=rules, gazetteer=places, today=date(2024, 3, 10), coded=coded)
    made = {incident["incident_id"]: public(incident) for incident in incidents}
    assert made["i-c"] is None
    assert public.withheld == 1
    assert made["i-e"]["date"] == {"start": "2024-02-01", "end": "2024-02-29", "precision": 3, "reason": None}
    assert [member["evidence"] for member in made["i-a"]["members"]] == ["", ""]


def test_a_report_with_two_events_keeps_their_places(places):
    """Where the first event is withheld, the second is still the second."""
    first, second = coded_record("r", sub_event_type="Sexual violence"), coded_record("r", evidence="اعتقال في ذيبان")
    both = {**first, "events": [{**first["events"][0], "event_id": "r#0"}, {**second["events"][0], "event_id": "r#1"}]}
    incident = incident_record("i-1", second)
    incident["members"][0] |= {"event": 1}
    rules = Rules(rule=(Rule(name="x", sub_event_types=("Sexual violence",), withhold=True),))
    public = PublicIncidents(rules=rules, gazetteer=places, today=date(2026, 1, 1), coded={"r": both})
    assert public(incident) is not None
    assert public.quotes(incident) == [(0, "اعتقال في ذيبان")]
    incident["members"][0] |= {"event": 0}
    assert public(incident) is None


def test_an_incident_without_its_report_is_a_problem(record, places):
    """The rules look at reports: without them nothing can be published."""
    problems = []
    found = publish(record[0], {}, Rules(), places, today=date(2026, 1, 1), problems=problems)
    assert (found.found, len(problems)) == ([], len(record[0]))
    assert "--coded" in str(problems[0])


def test_an_outlet_that_is_a_person_is_not_named(situation, places):
    """A private person's page has the name of the person."""
    document = compose(situation(), read_template(), TONGUES[0], places)
    told = str(document.blocks)
    assert "وسيلة لا تُسمّى" in told
    assert "منصة الفرات" in told


@pytest.mark.parametrize(
    ("outlet", "person"),
    [
        ("شبكة قصي النجار", True),
        ("صفحة قصي النجار", True),
        ("تسنيم", False),
        ("شبكة شام", False),
        ("منصة الفرات", False),
    ],
)
def test_which_outlets_are_people(places, outlet, person):
    """Called so alone, or behind a word; an agency of the lists is none."""
    assert _is_person(outlet, places) is person


def test_a_coarse_place_lies_where_the_incident_does(places):
    """Reports disagree on the governorate: what was chosen stays, told no more exactly than the coarse one is."""
    child = coded_record("r-2", evidence="مقتل طفل في القامشلي", place={"admin1": "SY08", "name": "القامشلي"})
    coded = {"r-1": coded_record("r-1"), "r-2": child}
    incident = incident_record("i-1", coded["r-1"], child)
    rules = Rules(rule=(Rule(name="minors", words=("طفل",), place="admin1"),))
    public = PublicIncidents(rules=rules, gazetteer=places, today=date(2026, 1, 1), coded=coded)(incident)
    assert public is not None
    place = public["place"]
    assert (place["name"], place["admin1"], place["admin2"], place["latitude"]) == ("دير الزور", "SY09", None, None)

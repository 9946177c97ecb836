"""What a person sends becomes a record: what was left keeps its reasons, what was changed is the person's."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from tests.web import REPORTS, events_of

from marsad.export import to_record
from marsad.gazetteer import load
from marsad.lexicon.load import RESOURCES
from marsad.pipeline import Coder
from marsad.serve.coding import Coding, next_number, revised
from marsad.store import CodedBy, Keeping

REPORT = REPORTS[0]
SCHEMA = json.loads((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def record():
    return to_record(Coder().code(REPORT), report=REPORT, gazetteer="embedded")


def sent(record, **changed):
    """Return the one event of a record as a browser sends it, changed."""
    return Coding.model_validate({"in_force": 1, "events": [record["events"][0] | changed]})


def made(coding, record, number=7):
    found = revised(coding, record, REPORT, number=number, gazetteer=load())
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_what_nobody_changed_stays_as_it_is(record):
    """Sent as it came, the record is the same to the last byte."""
    assert json.dumps(made(sent(record), record)) == json.dumps(record)


def test_words_that_a_person_selected_have_the_rule_person(record):
    """Their quote is taken from the report, whatever the browser says it is."""
    words = {"field": "status", "start": 0, "end": 3, "quote": "forged", "rule_id": "triggers.lexicon"}
    (event,) = made(sent(record, evidence_fields=[words]), record)["events"]
    (part,) = event["evidence_fields"]
    assert (part["quote"], part["rule_id"], part["entry_ids"]) == (REPORT.source_text[:3], "person", [])


def test_a_changed_field_has_no_probability(record):
    """Others keep theirs."""
    (was,) = record["events"]
    (event,) = made(sent(record, side2=["journalists"]), record)["events"]
    assert set(was["confidence_fields"]) - set(event["confidence_fields"]) == {"side2"}
    assert [unit["code"] for unit in event["units"] if unit["role"] == "side2"] == []


def test_a_listed_place_is_filled_in(record):
    """P-codes and coordinates follow from the id; a browser cannot make them up."""
    place = {"place_id": "SY11", "name": "الرقة", "country": "XX", "admin1": "SY01", "precision": 3, "latitude": 0.0}
    (event,) = made(sent(record, place=place), record)["events"]
    assert (event["place"]["country"], event["place"]["admin1"]) == ("SY", "SY11")
    assert event["place"]["latitude"] != 0.0
    assert event["place"]["uncertainty_km"] == 80.0


def test_a_place_of_no_list_has_no_point(record):
    """A name alone is kept as a name."""
    place = {"place_id": None, "name": "مزرعة العاشور", "country": "SY", "admin1": "SY09", "precision": 1}
    (event,) = made(sent(record, place=place), record)["events"]
    assert (event["place"]["name"], event["place"]["latitude"], event["place"]["place_id"]) == (
        "مزرعة العاشور",
        None,
        None,
    )


def test_new_events_get_ids_that_nothing_had(record):
    """Also when the last one was taken out before."""
    event = record["events"][0]
    coding = Coding.model_validate({"in_force": 1, "events": [event, event | {"event_id": None}, event]})
    ids = [one["event_id"] for one in made(coding, record)["events"]]
    assert ids == ["r1#1", "r1#7", "r1#8"]
    assert next_number([record, {"events": [{"event_id": "r1#9"}]}]) == 10


@pytest.mark.parametrize(
    "wrong",
    [
        {"sub_event_type": "Battle"},
        {"side1": ["Not A Code"]},
        {"killed": {"low": 5, "best": 3, "high": 9}},
        {"killed": {"low": None, "best": None, "high": None}},
        {"killed": {"low": -1, "best": -1, "high": -1}},
        {"date": {"start": "2020-01-02", "end": "2020-01-01", "precision": 1}},
        {"date": {"start": "2020-01-02", "end": None, "precision": 1}},
        {"status": "certain"},
        {"sources": [{"name": "x", "kind": "rumour"}]},
        {"place": {"name": "x", "precision": 4}},
    ],
)
def test_what_no_record_may_hold_is_refused(record, wrong):
    """Types, codes, figures, days outside the codebook do not get in."""
    with pytest.raises(ValidationError):
        sent(record, **wrong)


@given(st.integers(0, 400), st.integers(1, 400))
def test_words_lie_in_the_report_or_are_refused(start, length):
    """Any stretch is either quoted exactly or refused by name."""
    record = {"id": "r1", "events": [], "skipped": []}
    event = {
        "sub_event_type": "Attack", "side1": [], "assist1": [], "side2": [], "assist2": [],
        "place": {"name": "", "precision": 3}, "date": {"start": None, "end": None, "precision": 3},
        "sources": [], "status": "reported",
        "evidence_fields": [{"field": "place", "start": start, "end": start + length}],
    }  # fmt: skip
    coding = Coding.model_validate({"in_force": 1, "events": [event]})
    if start + length > len(REPORT.source_text):
        with pytest.raises(ValueError, match="do not lie in the report"):
            revised(coding, record, REPORT, number=1, gazetteer=load())
    else:
        (made_event,) = revised(coding, record, REPORT, number=1, gazetteer=load())["events"]
        assert made_event["evidence_fields"][0]["quote"] == REPORT.source_text[start : start + length]


def test_a_stale_coding_is_refused(browser, store):
    """Who saw an older coding is told, where to see the present one, and nothing is kept."""
    visitor = browser("coder")
    answer = visitor.act("/coding/r1", {"in_force": 999, "events": events_of(store, "r1")})
    assert answer.status_code == 409
    error = answer.json()["error"]
    assert error["message"].startswith("This report was coded anew meanwhile. What you changed is not kept")
    assert error["way"] == {"path": "/history/r1", "title": "What was saved"}
    assert len(store.codings("r1")) == 1


def test_who_was_quicker_is_named(browser, store):
    """Two people change one report: the second is told who saved before, in the own language."""
    seen, events = store.codings("r1")[-1].coding_key, events_of(store, "r1")
    quick = [events[0] | {"killed": {"low": 5, "best": 5, "high": 5}}, *events[1:]]
    assert browser("coder").act("/coding/r1", {"in_force": seen, "events": quick}).status_code == 200
    error = browser("editor", language="ar").act("/coding/r1", {"in_force": seen, "events": events}).json()["error"]
    assert error["message"].startswith("حفظ \u2068coder\u2069 ترميزاً آخر لهذا الخبر في هذه الأثناء.")
    assert len(store.codings("r1")) == 2


def test_errors_have_one_shape(browser):
    """Whatever is wrong with what a script sends, the answer is the same object."""
    visitor = browser("coder")
    for path, body in (("/coding/r1", {"events": 1}), ("/coding/none", {"in_force": 1, "events": []})):
        error = visitor.act(path, body).json()["error"]
        assert set(error) == {"status", "message"}
    assert visitor.act("/acts/r1", {"act": "undo"}).json()["error"]["message"] == "There is nothing to take back."


def test_exports_hold_what_a_person_made(browser, store):
    """The newest coding is exported; coding again by machine does not displace it."""
    events = events_of(store, "r1")
    events[0]["killed"] = {"low": 9, "best": 9, "high": 9}
    coding = store.codings("r1")[-1]
    assert browser("coder").act("/coding/r1", {"in_force": coding.coding_key, "events": events}).status_code == 200

    def exported():
        return next(record for line in store.lines() if (record := json.loads(line))["id"] == "r1")

    assert exported()["events"][0]["killed"]["best"] == 9
    again = Keeping(report=REPORT, record={"id": "r1", "events": [], "skipped": []})
    (kept,) = store.keep([again], CodedBy(coder_version="2", resources_version="w", gazetteer="embedded"))
    assert kept.coded
    assert exported()["events"][0]["killed"]["best"] == 9
    assert [one.user for one in store.codings("r1")] == [None, "coder", None]
    assert store.first_broken() is None

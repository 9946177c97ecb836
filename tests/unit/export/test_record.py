import json

import pytest
from jsonschema import Draft202012Validator

from marsad.export import to_record
from marsad.lexicon.load import RESOURCES
from marsad.model.event import KEY_FIELDS, CodedReport
from marsad.model.what import EVENT_TYPES

SCHEMA = json.loads((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8"))


def test_the_record_is_the_codebooks(coded, report):
    """The fields of the codebook's section 8 stand under its names, with its values."""
    event = to_record(coded, report=report)["events"][0]
    expected = {
        "sub_event_type": "Arrests",
        "side1": ["sdf"],
        "assist1": ["coalition"],
        "side2": ["is"],
        "assist2": [],
        "date": {"start": "2026-01-02", "end": "2026-01-03", "precision": 1, "reason": None},
        "killed": None,
        "killed_civilians": None,
        "wounded": None,
        "detained": {"low": 4, "best": 4, "high": None},
        "abducted": None,
        "sources": [{"name": "مصدر عسكري", "kind": "official"}, {"name": "المرصد", "kind": "monitor"}],
        "status": "reported",
        "evidence": "اعتقلت قسد",
    }
    assert {name: event[name] for name in expected} == expected
    place = {name: event["place"][name] for name in ("name", "country", "admin1", "precision", "also")}
    assert place == {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, "also": ["الشحيل", "الطيانة"]}


def test_the_words_behind_a_field_are_kept(coded, report):
    """Evidence keeps field, offsets, words, rule and entries, and the offsets quote the report."""
    record = to_record(coded, report=report)
    evidence = record["events"][0]["evidence_fields"][0]
    assert evidence == {
        "field": "sub_event_type",
        "start": 0,
        "end": 6,
        "quote": "اعتقلت",
        "rule_id": "triggers.verb",
        "entry_ids": ["a"],
        "note": None,
    }
    assert report.source_text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert record["skipped"] == [{"stage": "act", "reason": "Reads as a habit.", "start": 7, "end": 10, "quote": "قسد"}]


def test_a_record_says_what_coded_it(coded):
    """Versions of the coder, of the word lists and the gazetteer's name stand in each event."""
    event = to_record(coded, gazetteer="built-in")["events"][0]
    assert event["gazetteer"] == "built-in"
    assert len(event["resources_version"]) == 12
    assert event["coder_version"]


def test_probabilities_stand_by_field(coded):
    """Each key field that was asked about has its own, beside that of the event."""
    event = to_record(coded)["events"][0]
    assert event["confidence"] == 0.877
    assert event["confidence_fields"] == {"sub_event_type": 0.951, "side1": 0.8, "killed": 0.99}


def test_the_schema_knows_every_key_field():
    """The fields that have a probability are those of the model."""
    assert set(SCHEMA["$defs"]["event"]["properties"]["confidence_fields"]["properties"]) == set(KEY_FIELDS)


def test_a_unit_keeps_its_name_and_role(coded):
    """Only actors with a unit or a registered id beyond their code are listed."""
    units = to_record(coded)["events"][0]["units"]
    assert units == [{"role": "side1", "code": "sdf", "actor_id": "sdf-special", "unit": "القوات الخاصة"}]


def test_records_fit_the_published_schema(coded, report):
    """What is written is what the schema promises, with and without a report and events."""
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for record in (to_record(coded, report=report, gazetteer="g"), to_record(CodedReport(report_id="x", events=()))):
        validator.validate(json.loads(json.dumps(record)))


@pytest.mark.parametrize("field", ["side1", "place", "evidence_fields", "confidence", "confidence_fields"])
def test_the_schema_misses_nothing(coded, field):
    """A record without one of its fields, or with a field unknown, does not fit."""
    record = to_record(coded)
    value = record["events"][0].pop(field)
    assert not Draft202012Validator(SCHEMA).is_valid(record)
    record["events"][0] |= {field: value, "surprise": 1}
    assert not Draft202012Validator(SCHEMA).is_valid(record)


def test_the_schema_knows_every_type():
    """The types of the schema are those of the model."""
    event = SCHEMA["$defs"]["event"]["properties"]
    assert event["sub_event_type"]["enum"] == list(EVENT_TYPES)
    assert set(event["event_type"]["enum"]) == set(EVENT_TYPES.values())

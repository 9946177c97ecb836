"""The record that claims are checked against."""

import json

from tests.unit.claims.conftest import incident

from marsad.claims.facts import facts_of, read_facts


def coded(report, outlet):
    event = {
        "sub_event_type": "Armed clash", "side1": ["is"], "side2": ["sdf"],
        "place": {"name": "الشحيل", "country": "SY", "admin1": "SY09", "precision": 1},
        "date": {"start": "2024-01-03", "end": "2024-01-03", "precision": 1},
        "killed": {"low": 2, "best": 2, "high": 2}, "evidence": "هجوم على حاجز في الشحيل",
    }  # fmt: skip
    return {"id": report, "outlet": outlet, "published": "2024-01-03", "events": [event]}


def test_coded_reports_are_joined_first(gazetteer):
    """Two codings of one act are one incident, told by two outlets."""
    facts, problems = facts_of([coded("r1", "a"), coded("r2", "b")], gazetteer)
    assert problems == []
    assert [(one.outlets, one.figure("killed").best) for one in facts.facts] == [(frozenset("ab"), 2)]


def test_incidents_stand_as_they_are(gazetteer):
    """Incidents of `marsad link` keep their ids."""
    facts, _ = facts_of([incident(1), incident(2)], gazetteer)
    assert [one.incident_id for one in facts.facts] == ["i1", "i2"]


def test_what_cannot_be_used_is_named(tmp_path, gazetteer):
    """A broken line, an unknown type and an id used twice are named; the rest is used."""
    lines = [incident(1), {**incident(2), "sub_event_type": "Duel"}, coded("r", "a"), coded("r", "a"), {"events": []}]
    file = tmp_path / "record.jsonl"
    file.write_text("{\n" + "\n".join(map(json.dumps, lines)), encoding="utf-8")
    facts, problems = read_facts([str(file)], gazetteer)
    assert len(facts.facts) == 2
    assert len(problems) == 4
    assert "no JSON" in problems[0]
    assert "Duel" in problems[1]

"""Two codings of the same reports."""

from __future__ import annotations

import json

import pytest

from evaluation.agreement import NOMINAL, agreement, main, nominal_alpha
from marsad.errors import ReadError
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import ReportRecord
from marsad.evaluate.score import score


def event(**changes):
    return {
        "sub_event_type": "Arrests",
        "side1": ["sdf"],
        "side2": ["is"],
        "place": {"name": "الشحيل", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
        "date": {"start": "2025-03-04", "end": "2025-03-04", "precision": 1},
        "status": "reported",
        "evidence": "",
        "sources": [{"name": "مصدر", "kind": "official"}],
    } | changes


def records(*codings):
    return {
        f"r{number}": ReportRecord.from_json({"id": f"r{number}", "events": events})
        for number, events in enumerate(codings)
    }


def test_alpha_of_a_known_table():
    """Krippendorff's own example of two observers and names: twelve units, alpha 0.692 (his section B)."""
    first = ["a", "a", "b", "b", "d", "c", "c", "c", "e", "d", "d", "a"]
    second = ["b", "a", "b", "b", "b", "c", "c", "c", "e", "d", "d", "d"]
    assert nominal_alpha(zip(first, second, strict=True)) == pytest.approx(0.692, abs=0.001)


def test_full_agreement_is_one_and_chance_is_about_nought():
    """Coders who never differ have 1; two that answer without looking have about 0; one value alone says nothing."""
    assert nominal_alpha([("a", "a"), ("b", "b")]) == 1
    assert nominal_alpha([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")] * 50) == pytest.approx(0, abs=0.01)
    assert nominal_alpha([("a", "a")] * 9) is None
    assert nominal_alpha([]) is None


def test_names_that_the_measures_count_as_one_are_one():
    """A place spelt in two ways and a day within a vague week do not lower alpha."""
    first = records(
        [event(place=event()["place"] | {"name": "عين عيسى"}), event(sub_event_type="Grenade", side1=["is"])],
        [event(date={"start": "2025-03-01", "end": "2025-03-07", "precision": 2})],
    )
    second = records(
        [event(place=event()["place"] | {"name": "عينعيسي"}), event(sub_event_type="Grenade", side1=["is"])],
        [event(date={"start": "2025-03-03", "end": "2025-03-03", "precision": 2})],
    )
    out = agreement(score(first, second, PlaceNames().same_place))
    assert out["alpha"]["place"]["alpha"] == 1
    assert out["alpha"]["day"]["alpha"] == 1
    assert out["found"]["f1"] == 1


def test_reports_and_fields_that_differ_are_counted():
    """One coder sees an event where the other sees none, and another actor in one of three."""
    first = records([event()], [event()], [event(side2=["hts"])], [])
    second = records([event()], [event(side2=["civilians"])], [event(side2=["hts"])], [event()])
    out = agreement(score(first, second, PlaceNames().same_place))
    assert out["events"] == {"first": 3, "second": 4, "paired": 3}
    assert out["alpha"]["side2"]["units"] == 3
    assert out["alpha"]["side2"]["share"] == pytest.approx(2 / 3)
    assert 0 < out["alpha"]["side2"]["alpha"] < 1
    assert out["alpha"]["an event at all"]["share"] == 0.75
    assert set(out["alpha"]) == {"an event at all", *NOMINAL}


def test_two_files_are_compared_on_the_reports_they_share(tmp_path, capsys):
    """The command prints the table, or all of it as JSON, and refuses files with no report in common."""
    files = []
    for name, ids in (("a", ("r1", "r2")), ("b", ("r2", "r3")), ("c", ("r9",))):
        files.append(tmp_path / f"{name}.jsonl")
        lines = [json.dumps({"id": report_id, "events": [event()]}) for report_id in ids]
        files[-1].write_text("\n".join(lines), encoding="utf-8")
    main([str(files[0]), str(files[1])])
    assert "1 reports coded twice (1 in the first coding alone, 1 in the second)" in capsys.readouterr().out
    main([str(files[0]), str(files[1]), "--json"])
    assert json.loads(capsys.readouterr().out)["found"]["f1"] == 1
    with pytest.raises(ReadError, match="share no report"):
        main([str(files[0]), str(files[2])])

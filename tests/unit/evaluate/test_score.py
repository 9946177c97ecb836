"""The measures, against figures worked out by hand."""

from __future__ import annotations

import pytest

from marsad.evaluate.pair import pair
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import EventRecord, ReportRecord
from marsad.evaluate.score import score, score_report, summarise

NAMES = PlaceNames([("p1", ["الشحيل", "شحيل"]), ("p2", ["البوكمال", "أبو كمال"])])
TEXT = "وقال مصدر عسكري اليوم: اعتقلت قسد ثلاثة أشخاص في الشحيل."


def report(report_id, *events):
    return ReportRecord.from_json({"id": report_id, "title": "عنوان", "text": TEXT, "events": list(events)})


def test_a_copy_of_the_gold_is_perfect(event):
    """The gold scored against itself has every figure at one."""
    gold = {"a": report("a", event()), "b": report("b")}
    scores = summarise(score(gold, gold, NAMES.same_place))
    assert (scores.found.f1, scores.strict.f1, scores.perfect_reports) == (1.0, 1.0, 1.0)
    assert scores.quiet_reports_kept_quiet == 1.0
    assert set(scores.fields.values()) == {1.0}


def test_figures_of_a_mixed_run(event):
    """Two of three gold events found among four predicted, one of them strictly, one quiet report of two kept."""
    clash = event(sub_event_type="Armed clash", side1=["is"], side2=["sdf"], detained=None)
    strike = event(
        sub_event_type="Air/drone strike",
        side1=["turkey"],
        place={"name": "عين عيسى", "country": "SY", "admin1": "SY11", "precision": 1, "also": []},
    )
    gold = {
        "a": report("a", event(), clash),
        "b": report("b", strike),
        "quiet": report("quiet"),
        "loud": report("loud"),
    }
    predicted = {
        "a": report("a", event(), {**clash, "side2": ["asayish"]}),  # one strict, one found
        "b": report("b", {**strike, "sub_event_type": "Attack"}),  # another event type: not found
        "quiet": report("quiet"),
        "loud": report("loud", event()),
    }
    out = summarise(score(gold, predicted, NAMES.same_place)).to_json()
    assert (out["reports"], out["missing_reports"], out["gold_events"], out["predicted_events"]) == (4, 0, 3, 4)
    assert out["found"] == {"precision": 0.5, "recall": 0.6667, "f1": 0.5714}  # 2/4, 2/3, 4/7
    assert out["strict"] == {"precision": 0.25, "recall": 0.3333, "f1": 0.2857}  # 1/4, 1/3, 2/7
    assert out["perfect_reports"] == 0.25
    assert out["quiet_reports_kept_quiet"] == 0.5
    assert out["fields"]["side1"] == 1.0
    assert out["fields"]["side2"] == out["fields"]["actors"] == 0.5
    assert out["by_type"]["Arrests"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "gold": 1}
    assert out["by_type"]["Attack"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 0}
    assert list(out["by_type"])[-1] == "Attack"


def test_a_report_not_coded_counts_as_silent(event):
    """A gold report without a prediction loses its events and is counted as missing."""
    scores = summarise(score({"a": report("a", event())}, {}, NAMES.same_place))
    assert (scores.missing_reports, scores.found.recall, scores.perfect_reports) == (1, 0.0, 0.0)
    assert scores.quiet_reports_kept_quiet is None


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"sub_event_type": "Other"}, {"sub_event_type"}),
        ({"side1": ["asayish"]}, {"side1", "actors"}),
        ({"side1": ["is"], "side2": ["sdf"]}, {"side1", "side2"}),
        ({"side2": []}, {"side2", "actors"}),
        ({"place": {"name": "شحيل", "country": "SY", "admin1": "SY09", "precision": 1}}, set()),
        ({"place": {"name": "شحيل", "country": "SY", "admin1": None, "precision": 2}}, {"admin1", "place_precision"}),
        ({"place": {"name": "البصيرة", "country": "SY", "admin1": "SY09", "precision": 1}}, {"place"}),
        ({"date": {"start": "2025-03-03", "end": "2025-03-03", "precision": 1}}, {"day"}),
        ({"date": {"start": "2025-03-04", "end": "2025-03-05", "precision": 2}}, {"day_precision"}),
        ({"killed": {"low": 1, "best": 1, "high": 1}}, {"killed"}),
        ({"killed": {"low": 0, "best": 0, "high": 0}}, set()),
        ({"detained": {"low": 1, "best": 3, "high": None}}, set()),
        ({"detained": {"low": 2, "best": None, "high": None}}, {"detained"}),
        ({"sources": [{"name": "س", "kind": "monitor"}]}, {"source_kind"}),
        ({"sources": [{"name": "آخر", "kind": "official"}]}, set()),
        ({"evidence": "اعتقلت قسد أربعة"}, {"evidence"}),
        ({"evidence": ""}, {"evidence"}),
    ],
)
def test_one_changed_field_is_the_one_found_wrong(event, changes, wrong):
    """A pair that differs in one respect disagrees in that field and no other."""
    gold = report("a", event())
    outcome = score_report(gold, (EventRecord.from_json(event(**changes)),), NAMES.same_place)
    (found,) = outcome.pairs
    assert {name for name, right in found.agreement.items() if not right} == wrong
    assert (
        outcome.perfect
        is found.strict
        is not bool(wrong & {"sub_event_type", "side1", "side2", "place", "admin1", "day", "killed"})
    )


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (("2025-03-01", "2025-03-07", 2), ("2025-03-08", "2025-03-08", 1), True),
        (("2025-03-01", "2025-03-07", 2), ("2025-03-09", "2025-03-09", 1), False),
        (("2025-03-01", "2025-03-10", 3), ("2025-03-14", "2025-03-14", 1), True),
        (("2025-03-01", "2025-03-10", 3), ("2025-03-15", "2025-03-15", 1), False),
        (("2025-03-04", "2025-03-06", 1), ("2025-03-04", "2025-03-04", 1), True),
        (("2025-03-04", "2025-03-06", 1), ("2025-03-05", "2025-03-05", 1), False),
        (("2025-03-04", "2025-03-04", 1), (None, None, 1), False),
    ],
)
def test_a_vague_gold_period_wants_overlap(event, gold, predicted, same):
    """A day must be met; a week may be missed by one day, a month by four."""

    def on(start, end, precision):
        return event(date={"start": start, "end": end, "precision": precision})

    outcome = score_report(report("a", on(*gold)), (EventRecord.from_json(on(*predicted)),), NAMES.same_place)
    assert outcome.pairs[0].agreement["day"] is same


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"side1": ["turkey"], "side2": ["hts"]}, True),
        ({"side1": ["turkey"], "side2": ["hts"], "date": {"start": "2025-02-01", "end": "2025-02-01"}}, False),
        ({"sub_event_type": "Attack"}, False),
        ({"sub_event_type": "Other", "place": None}, True),
        ({"place": {"name": "الرقة", "country": "SY", "admin1": "SY11"}, "date": {"start": "2025-02-01"}}, False),
    ],
)
def test_found_wants_the_event_type_and_two_of_place_time_and_actors(event, changes, found):
    """An event stands for another only with its event type and two of the three."""
    outcome = score_report(report("a", event()), (EventRecord.from_json(event(**changes)),), NAMES.same_place)
    assert bool(outcome.pairs) is found


def test_pairs_are_the_best_in_sum_not_one_by_one():
    """A prediction gives up its likest gold event when another can only have that one: 4 + 4.5 beats 5."""
    assert set(pair([[5.0, 4.0], [4.5, 0.0]], 2)) == {(0, 1), (1, 0)}


def test_many_predictions_are_paired_greedily(event):
    """Above fourteen predictions the likest pairs go first, and each event is used once."""
    gold = report("a", event(), event(sub_event_type="Other"))
    noise = [EventRecord.from_json(event(side1=["hts"], side2=[])) for _ in range(14)]
    right = EventRecord.from_json(event())
    outcome = score_report(gold, (*noise, right), NAMES.same_place)
    assert len(outcome.pairs) == 2
    assert any(found.predicted is right and found.gold is gold.events[0] for found in outcome.pairs)
    assert len(outcome.invented) == 13


def test_actors_outside_the_register_compare_by_folded_name(event):
    """Spelling and spaces do not part two names of one unregistered actor."""
    gold = report("a", event(side1=["other:لواء الفجر"]))
    coded = (EventRecord.from_json(event(side1=["other:لوآء  فجر"])),)
    assert score_report(gold, coded, NAMES.same_place).pairs[0].agreement["side1"]

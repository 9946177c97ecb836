"""Coded records by the rules."""

import json
from datetime import date

import pytest

from marsad.redact.coarsen import public_record
from marsad.redact.limits import Applied
from marsad.redact.rules import Rule, Rules, read_rules

TODAY = date(2024, 5, 1)


def event(**other):
    return {
        "event_type": "Violence against civilians", "sub_event_type": "Attack", "side1": ["is"], "side2": ["civilians"],
        "place": {
            "name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, "also": ["الحوايج"], "place_id": "gn:1",
            "admin2": "SY0900", "admin3": "SY090003", "latitude": 35.0123, "longitude": 40.5678, "candidates": ["gn:1"],
        },
        "date": {"start": "2024-04-20", "end": "2024-04-20", "precision": 1},
        "evidence": "قتل مسلحون رجلاً في بلدة ذيبان قرب الحوايج", **other,
    }  # fmt: skip


def record(*events):
    return {"id": "r", "events": list(events), "report": {"url": "https://example.org/ذيبان", "outlet": "شبكة"}}


def made(places, value, **rule):
    return public_record(value, Rules(rule=(Rule(name="x", **rule),)), places, today=TODAY)


def test_an_event_that_no_rule_names_stays(places):
    """Nothing of it changes."""
    value = record(event())
    assert public_record(value, read_rules(), places, today=TODAY) == {**value, "redactions": []}


@pytest.mark.parametrize(
    "other",
    [
        {"sub_event_type": "Sexual violence"}, {"evidence": "قتل طفلين في بلدة ذيبان"},
        {"evidence": "قصف مستشفى بلدة ذيبان"}, {"evidence": "أطلق النار على مركز إيواء في ذيبان"},
        {"evidence": "اقتحموا السجن في ذيبان"},
    ],
)  # fmt: skip
def test_the_safe_rules_hide_place_and_coordinates(places, other):
    """No name below the governorate, no id and no coordinate is left in any field."""
    written = json.dumps(public_record(record(event(**other)), read_rules(), places, today=TODAY), ensure_ascii=False)
    for told in ("ذيبان", "الحوايج", "35.0123", "40.5678", "gn:1", "SY0900"):
        assert told not in written, told
    assert "دير الزور" in written


def test_events_at_the_same_place_are_hidden_with_it(places):
    """A second event of the record would tell where the first was."""
    value = public_record(record(event(sub_event_type="Sexual violence"), event()), read_rules(), places, today=TODAY)
    assert [one["place"]["name"] for one in value["events"]] == ["دير الزور", "دير الزور"]


def test_another_name_of_the_place_is_hidden_with_it(places):
    """Two names that are known to be one place are one."""
    named = {**event()["place"], "name": "بلدة ذيبان"}
    value = public_record(
        record(event(sub_event_type="Sexual violence"), event(place=named)), read_rules(), places, today=TODAY
    )
    assert [one["place"]["name"] for one in value["events"]] == ["دير الزور", "دير الزور"]


@pytest.mark.parametrize("nowhere", [{"name": "", "country": "", "admin1": None, "precision": 3}, None])
@pytest.mark.parametrize("other", [{}, {"sub_event_type": "Sexual violence"}])
def test_an_event_without_a_place_is_told_without_one(places, nowhere, other):
    """It is no reason to refuse the record, and takes no place from elsewhere."""
    (one,) = public_record(record(event(place=nowhere, **other)), read_rules(), places, today=TODAY)["events"]
    assert (one["place"] or {}).get("name") in (None, "")
    assert one["sub_event_type"] == other.get("sub_event_type", "Attack")


@pytest.mark.parametrize(("level", "code"), [("admin3", "admin3"), ("admin2", "admin2")])
def test_levels_between(places, level, code):
    """A level keeps its own code and drops those below."""
    (one,) = made(places, record(event()), place=level)["events"]
    assert one["place"][code] is not None
    assert one["place"]["latitude"] is None
    assert (one["place"]["admin3"] is None) == (level == "admin2")


def test_times_are_widened(places):
    """A day becomes its month; the end of a year is reached, too."""
    value = record(event(date={"start": "2023-12-30", "end": "2023-12-31", "precision": 1}))
    (one,) = made(places, value, date="month")["events"]
    assert (one["date"]["start"], one["date"]["end"], one["date"]["precision"]) == ("2023-12-01", "2023-12-31", 3)
    (one,) = made(places, value, date="year")["events"]
    assert (one["date"]["start"], one["date"]["end"]) == ("2023-01-01", "2023-12-31")


def test_days_in_words_go_with_the_day(places):
    """What may be told by its month only is told by no word to the day; how long it took, and the month, stay."""
    words = "اختطف مسلحون امرأة لثلاثة أيام في ذيبان فجر الثلاثاء 7 أيار 2024 وأفرجوا عنها أمس، في أيار 2024"
    (one,) = made(places, record(event(evidence=words)), date="month")["events"]
    assert one["evidence"] == "اختطف مسلحون امرأة لثلاثة أيام في ذيبان [تاريخ] وأفرجوا عنها [تاريخ]، في أيار 2024"
    (one,) = made(places, record(event(evidence=words)), date="year")["events"]
    assert one["evidence"].count("[تاريخ]") == 3
    (one,) = made(places, record(event(evidence=words)))["events"]
    assert one["evidence"] == words


@pytest.mark.parametrize(("word", "entry"), [("أمس", "day.yesterday"), ("الثلاثاء", "weekday.tue")])
def test_one_word_tells_no_day_and_neither_does_its_entry(places, word, entry):
    """Beside the day of publication, which stays, "أمس" would be the day; so would the entry that it was read from."""
    fields = [
        {"field": "date", "start": 0, "end": 3, "quote": word, "rule_id": "dates.point", "entry_ids": [entry]},
        {"field": "side1", "start": 4, "end": 9, "quote": "مسلحون", "rule_id": "actors.names", "entry_ids": ["gunmen"]},
    ]
    value = record(event(evidence=f"قتل مسلحون رجلاً {word}", evidence_fields=fields))
    written = json.dumps(made(places, value, date="month"), ensure_ascii=False)
    assert word not in written
    assert entry not in written
    assert "مسلحون" in written
    assert "gunmen" in written


def test_nobody_who_is_called_as_a_place_is_half_told(places):
    """Names of people go before places: none of the two words of this one is left."""
    words = "اغتُصبت الشابة ميساء الزعتري في بلدة ذيبان يوم الثلاثاء 7 أيار"
    value = public_record(
        record(event(evidence=words, sub_event_type="Sexual violence")), read_rules(), places, today=TODAY
    )
    assert value["events"][0]["evidence"] == "اغتُصبت الشابة [اسم شخص] في [مكان] [تاريخ]"
    assert [words[one["start"] : one["end"]] for one in value["redactions"]] == ["ميساء الزعتري"]


@pytest.mark.parametrize(("days", "kept"), [(10, 1), (11, 1), (12, 0), (365, 0)])
def test_delays_count_from_the_end_of_the_event(places, days, kept):
    """An event waits until its days have passed; how many wait is told."""
    value = made(places, record(event()), delay_days=days)
    assert len(value["events"]) == kept
    assert value.get("withheld", 0) == 1 - kept


def test_an_event_of_unknown_day_waits(places):
    """A delay cannot have passed where no day is known."""
    assert made(places, record(event(date={"start": None, "end": None})), delay_days=1)["events"] == []


def test_conditions_must_all_hold(places):
    """Actor, country, type and words are asked together."""
    value = record(event())
    assert made(places, value, actors=("is",), countries=("SY",), withhold=True)["events"] == []
    assert made(places, value, actors=("is",), countries=("IQ",), withhold=True)["events"]
    assert made(places, value, words=("مسلحون",), event_types=("Battles",), withhold=True)["events"]


def test_fields_are_dropped_and_counted(places):
    """What a rule drops is gone, and each rule is counted."""
    applied = Applied()
    rules = Rules(rule=(Rule(name="x", drop=("evidence",)),))
    value = public_record(record(event(), event()), rules, places, today=TODAY, applied=applied)
    assert all("evidence" not in one for one in value["events"])
    assert applied.rules == {"x": 2}


def test_the_outlet_is_named_as_it_is_beside_the_record(places):
    """It stands there anyway; a source of any other name that holds a place below the level loses it."""
    sources = [{"name": "شبكة ذيبان", "kind": "outlet"}, {"name": "مشفى ذيبان", "kind": "medical"}]
    value = record(event(sub_event_type="Sexual violence", sources=sources))
    value["report"]["outlet"] = "شبكة ذيبان"
    (one,) = public_record(value, read_rules(), places, today=TODAY)["events"]
    assert one["sources"][0]["name"] == "شبكة ذيبان"
    assert "ذيبان" not in one["sources"][1]["name"]


def test_a_governorate_outside_syria_is_named_in_arabic(places):
    """Its code in the record is its English name, which no Arabic reader should meet in its place."""
    value = record(event(place={"name": "الخوخة", "country": "YE", "admin1": "Taizz", "precision": 1}))
    (shown,) = made(places, value, place="admin1")["events"]
    assert (shown["place"]["name"], shown["place"]["admin1"]) == ("تعز", "Taizz")

"""What an index of incidents is filled with, and the few fields that a list shows."""

from __future__ import annotations

import pytest

from marsad.explore import IncidentIndex
from marsad.store import Incident, Member, Question
from marsad.store.highlight import highlights
from marsad.store.incident_briefs import incident_briefs, passage
from marsad.store.incident_facts import incident_facts, keys_asked_for, latest_act, reports_by_key, tellings
from marsad.store.incidents import dissolve, event_keys
from marsad.store.links import keep_acts
from marsad.store.query import parse

TEXTS = {"r1": "هاجم مسلحون حاجزاً في ذيبان، وفق ناشطين.", "r2": "اعتقلت قوة شخصين. وفي خبر آخر انفجر لغم قرب هجين."}


@pytest.fixture
def filled(store, keeping, by):
    """A store of two incidents, each told by one report."""
    for name, text in TEXTS.items():
        store.keep([keeping(name, text, outlet=f"شبكة {name}")], by())
        with store.reading() as connection:
            (key,) = event_keys(connection, store.codings(name)[0].coding_key)
        told = {"report_id": name, "event": 0, "outlet": f"شبكة {name}", "evidence": text.split(".")[0]}
        record = {
            "sub_event_type": "Armed clash", "side1": ["is"], "side2": ["sdf"], "reports": 1, "sources": 1,
            "place": {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1},
            "date": {"start": "2024-03-20", "end": "2024-03-20"}, "figures": {"killed": {"low": 2, "best": None}},
            "choices": {"place": {"from": {"report_id": name, "event": 0}}},
            "members": [told],
        }  # fmt: skip
        store.keep_incident(
            Incident(incident_id=f"i-{name}", members=(Member(event_key=key, score=0.0),), record=record)
        )
    return store


def test_an_index_answers_from_either_database(filled):
    """Filled from the rows, found by words of the reports, and kept up when an incident goes."""
    index = IncidentIndex()
    with filled.reading() as connection, index.at(connection):
        assert index.ids(index.mask(connection, Question())) == ["i-r1", "i-r2"]
        assert index.ids(index.mask(connection, Question(asked="لغم"))) == ["i-r2"]
        assert index.ids(index.mask(connection, Question(asked="قصف"))) == []
        assert index.counted("source", index.live) == [("شبكة r1", 1), ("شبكة r2", 1)]
    with filled.writing() as connection:
        dissolve(connection, ["i-r1"], who="x")
    with filled.reading() as connection, index.at(connection):
        assert index.ids(index.mask(connection, Question())) == ["i-r2"]


def test_changes_are_told_from_a_time_on(filled):
    """What changed since the last second that was looked at, and who tells which incident."""
    with filled.reading() as connection:
        found = list(incident_facts(connection))
        assert [one.incident_id for one in incident_facts(connection, since=max(one.changed_at for one in found))]
        assert list(incident_facts(connection, since="2999-01-01T00:00:00Z")) == []
        assert len(list(tellings(connection))) == 2
        assert len(list(tellings(connection, ["i-r1"]))) == 1
        assert len(keys_asked_for(connection, '"انفجر لغم"')) == 1
        assert [key for key, _ in reports_by_key(connection)] == [1, 2]
        assert [key for key, _ in reports_by_key(connection, after=1)] == [2]
        assert latest_act(connection)[0] > 0


def test_acts_and_codings_say_the_same_of_who_tells_what(filled):
    """An event that tells an act now, and one that was linked before its report was coded anew."""
    with filled.reading() as connection:
        before = sorted(tellings(connection))
        (key,) = event_keys(connection, filled.codings("r1")[0].coding_key)
    report_key = dict(before)["i-r1"]
    with filled.writing() as connection:
        keep_acts(connection, report_key, {1: key}, ())
    with filled.reading() as connection:
        assert sorted(tellings(connection)) == before
        assert list(tellings(connection, ["i-r1"])) == [("i-r1", report_key)]


def test_words_of_a_report_are_those_of_its_newest_coding(filled, keeping, by):
    """An index that was filled before finds it by what is told of it now, asked beforehand or in the question."""
    index = IncidentIndex()
    with filled.reading() as connection, index.at(connection):
        assert index.ids(index.mask(connection, Question(asked="حاجزا"))) == ["i-r1"]
    filled.keep([keeping("r1", "هاجم مسلحون مخفراً في ذيبان، وفق ناشطين.")], by())
    for word, found in (("حاجزا", []), ("مخفرا", ["i-r1"]), ("ذيبان -مخفرا", ["i-r2"]), ("ذيبان -لغم", ["i-r1"])):
        with filled.reading() as connection, index.at(connection, word):
            assert index.ids(index.mask(connection, Question(asked=word))) == found
        with filled.reading() as connection, IncidentIndex().at(connection) as anew:
            assert anew.ids(anew.mask(connection, Question(asked=word))) == found


def test_a_list_shows_the_words_asked_for(filled):
    """From the sentence of the act where they stand there, else from anywhere in the report."""
    with filled.reading() as connection:
        first, second = incident_briefs(connection, ["i-r2", "i-r1"], "لغم ذيبان")
    assert first.incident_id == "i-r2"
    assert ("لغم", True) in first.passage.parts
    assert ("ذيبان", True) in second.passage.parts
    assert (first.figure("killed")["low"], first.figure("killed")["best"], first.figure("wounded")) == (2, None, {})


def test_a_long_text_is_cut_between_words():
    """Around the first of the words, with signs that more stands before and after."""
    text = "كلام طويل " * 60 + "انفجر لغم " + "وكلام آخر " * 60
    cut = passage("r", text, highlights(parse("لغم"), text))
    told = "".join(part for part, _ in cut.parts)
    assert ("لغم", True) in cut.parts
    assert told in text
    assert cut.cut == (True, True)
    assert len(told) < 400
    assert text[text.index(told) - 1].isspace() or told[0].isspace()

"""What people decide: obeyed at once, through new codings and whole new links; taken back, it leaves no trace."""

from __future__ import annotations

import json

import pytest
from tests.unit.incidents.conftest import holding, lines_in

from marsad.errors import StoreError
from marsad.incidents import decide
from marsad.incidents.linker import Linker
from marsad.incidents.view import line, record_of


@pytest.fixture
def linked(store, linker, told, coded, by):
    """A store of all reports, linked."""
    store.keep([coded(one) for one in told], by())
    linker.link()
    return store


def incident(store, report_id):
    return json.loads(lines_in(store)[holding(store, report_id)])


def reports_of(record):
    return {member["report_id"] for member in record["members"]}


def test_a_merge_taken_back_gives_the_same_bytes(linked, linker):
    """Merged, one id leads to the other; then every incident is what it was, and both judgements stay on record."""
    before = lines_in(linked)
    one, other = holding(linked, "f25"), holding(linked, "f23")
    now = decide.merge(linker, one, other, why="The same school.")
    merged = incident(linked, "f25")
    assert reports_of(merged) == {"f23", "f24", "f25"}
    assert merged["was"] == [({one, other} - {now}).pop()]
    assert linked.incident(one).incident_id == linked.incident(other).incident_id == now
    (judgement,) = linked.judgements(f"incident:{one}")
    assert (judgement.kind, judgement.who, judgement.detail["why"]) == ("merge", "tester", "The same school.")
    decide.take_back(linker, judgement.key, why="It was the other school.")
    assert lines_in(linked) == before
    first, second = linked.judgements(f"incident:{one}")
    assert (first.superseded_by, second.verdict) == (second.key, "withdrawn")


def test_a_split_taken_back_leaves_an_id_that_leads_on(linked, linker):
    """Parted, the reports named are one incident and the rest another; then it is as before, but for the id."""
    before = lines_in(linked)
    name = holding(linked, "f04")
    parted = decide.split(linker, name, ["f02", "f04"], why="Another checkpoint.")
    assert parted == [holding(linked, "f04"), name]
    assert reports_of(incident(linked, "f04")) == {"f02", "f04"}
    assert reports_of(json.loads(before[name])) == {"f02", "f04"} | reports_of(json.loads(lines_in(linked)[name]))
    decide.take_back(linker, 1, why="")
    after = {key: json.loads(text) for key, text in lines_in(linked).items()}
    assert after[name].pop("was") == [parted[0]]
    assert after == {key: json.loads(text) for key, text in before.items()} | {name: after[name]}
    assert {**json.loads(before[name]), "was": None} == {**after[name], "was": None}


def test_the_id_stays_with_most_reports(linked, linker, places, monkeypatch):
    """Whoever splits off the first report takes no address along; merged, or taken back, there is one id as before."""
    before = lines_in(linked)
    name = holding(linked, "f04")
    first, *others = [member["report_id"] for member in incident(linked, "f04")["members"]]
    assert len(set(others)) > 1
    off, rest = decide.split(linker, name, [first], why="Another checkpoint.")
    assert (off, rest) == (holding(linked, first), name)
    assert off not in before
    assert reports_of(json.loads(lines_in(linked)[name])) == set(others) - {first}
    parted = lines_in(linked)
    monkeypatch.setattr("marsad.incidents.linker.shipped_version", lambda: "others")
    linker = Linker(linked, places)
    linker.link()
    assert lines_in(linked) == parted
    assert decide.merge(linker, off, rest, why="") == name
    assert incident(linked, first)["was"] == [off]
    decide.take_back(linker, 1, why="")
    assert {**json.loads(lines_in(linked)[name]), "was": None} == {**json.loads(before[name]), "was": None}
    assert set(lines_in(linked)) == set(before)


def acts_in(store):
    """Every act that an incident holds, in order: none twice, none lost."""
    told = [json.loads(text) for text in lines_in(store).values()]
    return sorted((member["report_id"], member["event"]) for one in told for member in one["members"])


def test_the_larger_part_takes_the_id_along(linked, linker):
    """Also where it is what is split off; a part of that again leaves it there, whatever is taken back first."""
    acts, name = acts_in(linked), holding(linked, "f04")
    first, *others = dict.fromkeys(member["report_id"] for member in incident(linked, "f04")["members"])
    off, rest = decide.split(linker, name, others, why="")
    assert off == name
    assert reports_of(json.loads(lines_in(linked)[rest])) == {first}
    assert reports_of(json.loads(lines_in(linked)[name])) == set(others)
    decide.split(linker, name, others[:1], why="")
    assert reports_of(json.loads(lines_in(linked)[name])) == set(others[1:])
    assert acts_in(linked) == acts
    for judgement in (1, 2):
        decide.take_back(linker, judgement, why="")
        assert acts_in(linked) == acts
        assert linked.incident(name).members
    assert {first, *others} == reports_of(json.loads(lines_in(linked)[name]))


def test_a_later_decision_goes_before_an_earlier_one(linked, linker):
    """What was split and is merged again is one, though nobody took the split back; and the other way round."""
    before = reports_of(incident(linked, "f04"))
    off, rest = decide.split(linker, holding(linked, "f04"), ["f02", "f04"], why="")
    decide.merge(linker, off, rest, why="")
    assert reports_of(incident(linked, "f04")) == before
    decide.split(linker, holding(linked, "f04"), ["f04"], why="")
    assert reports_of(incident(linked, "f04")) == {"f04"}
    assert reports_of(incident(linked, "f02")) == before - {"f04"}


def test_decisions_hold_for_what_comes_and_for_new_links(linked, linker, places, told, coded, by, monkeypatch):
    """A report that comes later joins the merged incident; compared anew with other words, it is still one."""
    decide.merge(linker, holding(linked, "f25"), holding(linked, "f23"), why="")
    late = {**next(one for one in told if one["id"] == "f23"), "id": "f23-late", "outlet": "موقع آخر"}
    linked.keep([coded(late)], by())
    linker.link()
    assert reports_of(incident(linked, "f25")) >= {"f23", "f24", "f25", "f23-late"}
    before = lines_in(linked)
    monkeypatch.setattr("marsad.incidents.linker.shipped_version", lambda: "others")
    Linker(linked, places).link()
    assert lines_in(linked) == before


def test_decisions_survive_a_new_coder(linked, linker, told, coded, by):
    """Every report coded anew, its events in another order after a new one: merge, split and grade still hold."""
    decide.merge(linker, holding(linked, "f25"), holding(linked, "f23"), why="")
    decide.split(linker, holding(linked, "f04"), ["f04"], why="")
    name = holding(linked, "f10")
    decide.grade(linker, name, "f10", 5, why="")
    before = {name: reports_of(json.loads(text)) for name, text in lines_in(linked).items()}
    new = {
        "sub_event_type": "Agreement", "side1": ["syr-gov"], "side2": ["sdf"], "evidence": "وقع الطرفان اتفاقاً جديداً",
        "place": {"name": "تدمر", "country": "SY", "admin1": "SY04", "precision": 1, "also": []},
        "date": {"start": "2025-01-01", "end": "2025-01-01", "precision": 1},
    }  # fmt: skip
    linked.keep([coded(one, events=[new, *reversed(one["events"])]) for one in told], by("2"))
    linker.link()
    after = lines_in(linked)
    assert {name: reports_of(json.loads(after[name])) for name in before} == before
    (graded,) = [one for one in json.loads(after[name])["members"] if one["report_id"] == "f10"]
    assert graded["credibility"] == 5


def test_a_grade_goes_before_the_rule_and_another_takes_its_place(linked, linker):
    """The record says who graded and what the rule says; taken back, the rule counts again."""
    before = lines_in(linked)
    name = holding(linked, "f09")
    by_rule = next(one for one in incident(linked, "f09")["members"] if one["report_id"] == "f09")["credibility"]
    decide.grade(linker, name, "f09", 5, why="")
    key = decide.grade(linker, name, "f09", 4, why="Seen the picture.")
    told = next(one for one in incident(linked, "f09")["members"] if one["report_id"] == "f09")
    assert told["credibility"] == 4
    assert (told["credibility_by"]["who"], told["credibility_by"]["rule"]) == ("tester", by_rule)
    assert [one.superseded_by for one in linked.judgements(f"incident:{name}")] == [key, None]
    decide.take_back(linker, key, why="")
    assert lines_in(linked) == before


def test_who_did_it_can_be_contested_by_judgement(linked, linker):
    """What happened stays as sure as it was."""
    name = holding(linked, "f09")
    before = incident(linked, "f09")
    decide.attribute(linker, name, "contested", why="Both deny it.")
    told = incident(linked, "f09")
    assert (told["attribution"]["contested"], told["credibility"]) == (True, before["credibility"])
    assert told["attribution"]["by"]["rule"] == {"grade": before["attribution"]["grade"], "contested": False}
    decide.attribute(linker, name, "high", why="One of them says so now.")
    told = incident(linked, "f09")["attribution"]
    assert (told["grade"], told["contested"]) == ("high", False)


def test_what_cannot_be_decided_is_refused(linked, linker):
    """With the reason and the way out; nothing is kept."""
    name = holding(linked, "f04")
    with pytest.raises(StoreError, match=f"{name} and {name} are one incident"):
        decide.merge(linker, name, name, why="")
    with pytest.raises(StoreError, match=r"There is no incident i-none.*marsad incident list"):
        decide.merge(linker, name, "i-none", why="")
    with pytest.raises(StoreError, match="f99: not in incident"):
        decide.split(linker, name, ["f99"], why="")
    with pytest.raises(StoreError, match="No report would be left"):
        decide.split(linker, name, sorted(reports_of(incident(linked, "f04"))), why="")
    with pytest.raises(StoreError, match="There is no judgement 7"):
        decide.take_back(linker, 7, why="")
    decide.grade(linker, name, "f04", 2, why="")
    decide.take_back(linker, 1, why="")
    with pytest.raises(StoreError, match="Judgement 1 counts no more: judgement 2"):
        decide.take_back(linker, 1, why="")
    assert linked.told().counts["judgements"] == 2


def test_a_store_linked_by_others_is_linked_first(linked, places, monkeypatch):
    """Scores of other weights are not mixed with those of these."""
    monkeypatch.setattr("marsad.incidents.linker.shipped_version", lambda: "others")
    with pytest.raises(StoreError, match="Link it first"):
        decide.grade(Linker(linked, places), holding(linked, "f04"), "f04", 2, why="")


def test_a_decision_waits_for_an_act_that_a_coder_lost(linked, linker, told, coded, by):
    """The act gone, there is nothing to hold together; found again by a later coder, the merge holds again."""
    decide.merge(linker, holding(linked, "f25"), holding(linked, "f23"), why="")
    before = lines_in(linked)
    lost = [one for one in told if one["id"] in {"f23", "f24"}]
    linked.keep([coded(one, events=[]) for one in lost], by("2"))
    linker.link()
    assert reports_of(incident(linked, "f25")) == {"f25"}
    linked.keep([coded(one) for one in lost], by("3"))
    linker.link()
    assert lines_in(linked) == before


def test_an_incident_is_found_by_any_id_it_had(linked, linker):
    """Also in the record's own form."""
    one, other = holding(linked, "f25"), holding(linked, "f23")
    now = decide.merge(linker, one, other, why="")
    with linked.reading() as connection:
        assert line(record_of(connection, one)) == line(record_of(connection, other)) == lines_in(linked)[now]
        assert record_of(connection, "i-none") is None

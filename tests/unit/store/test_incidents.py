import pytest

from marsad.errors import StoreError
from marsad.store import Incident, Judgement, Member
from marsad.store.incidents import current_id, end_redirect, event_keys, incident, redirect


@pytest.fixture
def keys(store, keeping, by):
    """The keys of three events in three reports."""
    store.keep([keeping(f"r{number}", f"نص {number}") for number in range(3)], by())
    with store.reading() as connection:
        return [event_keys(connection, store.codings(f"r{number}")[0].coding_key)[0] for number in range(3)]


def member(key, score=0.9):
    return Member(event_key=key, score=score, explanation=({"feature": "place", "weight": 1.5},))


def test_an_incident_keeps_its_members_with_their_reasons(store, keys):
    """Kept twice it changes nothing; an event that leaves stays on record."""
    found = Incident(incident_id="i1", members=(member(keys[0]), member(keys[1])), record={"killed": [2, 2, 3]})
    assert store.keep_incident(found)
    assert not store.keep_incident(found)
    assert store.incident("i1") == found
    smaller = Incident(incident_id="i1", members=(member(keys[0]),), record={"killed": [2, 2, 2]})
    assert store.keep_incident(smaller)
    assert store.incident("i1") == smaller
    assert store.told().counts["incident_members"] == 2


def test_an_event_is_in_one_incident_at_a_time(store, keys):
    """Coming to another incident ends where it was."""
    store.keep_incident(Incident(incident_id="i1", members=(member(keys[0]), member(keys[1])), record={}))
    store.keep_incident(Incident(incident_id="i2", members=(member(keys[1]),), record={}))
    assert [one.event_key for one in store.incident("i1").members] == [keys[0]]
    assert [one.event_key for one in store.incident("i2").members] == [keys[1]]


def test_an_old_id_leads_to_the_new_incident(store, keys):
    """Through several steps; never in a ring; and back when the redirect ends."""
    for number, key in enumerate(keys):
        store.keep_incident(Incident(incident_id=f"i{number}", members=(member(key),), record={"n": number}))
    with store.writing() as connection:
        redirect(connection, "i0", "i1", who="x")
        redirect(connection, "i1", "i2", who="x")
        with pytest.raises(StoreError, match="leads to i2 already"):
            redirect(connection, "i2", "i0", who="x")
        assert current_id(connection, "i0") == "i2"
        assert incident(connection, "i0").record == {"n": 2}
        end_redirect(connection, "i1", who="x")
        assert current_id(connection, "i0") == "i1"
    assert [entry.act for entry in store.log("incident:i1")] == ["link", "redirect", "end redirect"]


def test_judgements_are_superseded_and_not_overwritten(store):
    """The old one stays, says what took its place, and gives way once."""
    first = store.judge(Judgement(kind="merge", subject="incident:i1", verdict="yes", detail={"into": "i2"}))
    second = store.judge(Judgement(kind="merge", subject="incident:i1", verdict="no"), supersedes=first)
    with pytest.raises(StoreError, match="not there, or another one took its place"):
        store.judge(Judgement(kind="merge", subject="incident:i1", verdict="yes"), supersedes=first)
    kept = store.judgements("incident:i1")
    assert [(one.key, one.verdict, one.who, one.superseded_by) for one in kept] == [
        (first, "yes", "tester", second),
        (second, "no", "tester", None),
    ]

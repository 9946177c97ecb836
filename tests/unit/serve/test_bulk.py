"""Many reports changed at once: seen first, done as it was seen, taken back as a whole."""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator
from tests.web import events_of

from marsad.lexicon.load import RESOURCES
from marsad.serve.bulk import Change, plan
from marsad.store import Filters
from marsad.store.access import add_collection, collect_outlet
from marsad.store.accounts import user_named
from marsad.store.batch_edit import choose
from marsad.store.review import review_of
from marsad.store.revise import current

SCHEMA = json.loads((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8"))


def sealed(answer):
    found = re.search(r'name="seal" value="(\w+)"', answer.text)
    return found[1] if found else None


def changed(visitor, wanted):
    """Look at what would be changed, then do it."""
    seal = sealed(visitor.get(f"/bulk?{urlencode(wanted)}"))
    assert seal is not None
    return visitor.submit("/bulk", {**wanted, "seal": seal})


def review(store, name):
    with store.reading() as connection:
        return review_of(connection, current(connection, name).report_key)


def key_of(store, name):
    with store.reading() as connection:
        return user_named(connection, name).key


def test_a_kind_is_changed_where_it_was_and_taken_back(browser, store):
    """Only events of that kind; the words stay, as read by a person; undone, the coding is as it was."""
    before = {name: events_of(store, name) for name in ("r1", "r2")}
    arrests = before["r2"][0]
    wanted = {"field": "kind", "kind_from": "Arrests", "kind_to": "Abduction/forced disappearance"}
    visitor = browser("editor")
    shown = visitor.get(f"/bulk?{urlencode(wanted)}").text
    assert "<del><bdi>Arrests</bdi></del></td><td><ins><bdi>Abduction or forced disappearance" in shown
    assert events_of(store, "r2") == before["r2"]
    assert changed(visitor, wanted).headers["location"] == "/bulk?done=1"
    first, second = events_of(store, "r2")
    assert (first["sub_event_type"], first["event_type"]) == (wanted["kind_to"], "Violence against civilians")
    assert second == before["r2"][1]
    assert events_of(store, "r1") == before["r1"]
    words = [part for part in first["evidence_fields"] if part["field"] == "sub_event_type"]
    was = [part for part in arrests["evidence_fields"] if part["field"] == "sub_event_type"]
    assert [part["quote"] for part in words] == [part["quote"] for part in was]
    assert {part["rule_id"] for part in words} <= {"person"}
    assert "sub_event_type" not in first["confidence_fields"]
    Draft202012Validator(SCHEMA).validate(store.codings("r2")[-1].record)
    assert store.codings("r2")[-1].user == "editor"
    assert review(store, "r2").status == "to check"
    text = visitor.get("/bulk?done=1").text
    assert "kind: Arrests is Abduction or forced disappearance" in text
    undo = re.search(r'action="(/bulk/\d+/undo)"', text)[1]
    assert visitor.submit(undo).headers["location"] == "/bulk?back=1&left=0"
    assert "1 report is as it was before." in visitor.get("/bulk?back=1&left=0").text
    assert events_of(store, "r2") == before["r2"]
    assert "taken back" in visitor.get("/bulk").text
    assert store.first_broken() is None


def test_an_actor_is_replaced_by_another(browser, store):
    """By name or code, on whichever side; somebody whom no list has is refused."""
    visitor = browser("editor")
    wanted = {"field": "actor", "actor_from": "قوات سوريا الديمقراطية", "actor_to": "asayish"}
    assert changed(visitor, wanted).headers["location"] == "/bulk?done=1"
    assert events_of(store, "r2")[0]["side1"] == ["asayish"]
    assert all("sdf" not in event[side] for event in events_of(store, "r2") for side in ("side1", "side2"))
    assert visitor.get(f"/bulk?{urlencode(wanted | {'actor_to': 'لا أحد يعرفه'})}").status_code == 422


def test_work_is_given_and_states_are_set(browser, store):
    """To somebody who can code; a state that needs a second person leaves out what the same one checked."""
    visitor = browser("editor")
    coder = key_of(store, "coder")
    assert changed(visitor, {"field": "assignee", "assignee_to": coder}).headers["location"] == "/bulk?done=4"
    assert review(store, "r1").assignee == coder
    viewer = {"field": "assignee", "assignee_to": key_of(store, "viewer")}
    assert changed(visitor, viewer).status_code == 422
    assert changed(visitor, {"field": "status", "status_to": "checked", "outlet": "شبكة ضفاف"}).status_code == 303
    assert (review(store, "r1").status, review(store, "r4").status) == ("checked", "to check")
    confirmed = {"field": "status", "status_to": "reviewed"}
    assert sealed(visitor.get(f"/bulk?{urlencode(confirmed)}")) is None
    assert changed(browser("admin"), confirmed).headers["location"] == "/bulk?done=2"
    assert review(store, "r2").status == "reviewed"


def test_what_changed_meanwhile_is_not_done(browser, store):
    """Then nothing of the batch is done."""
    visitor, wanted = browser("editor"), {"field": "status", "status_to": "set aside"}
    seal = sealed(visitor.get(f"/bulk?{urlencode(wanted)}"))
    assert browser("coder").act("/acts/r1", {"act": "dispute"}).status_code == 200
    assert visitor.submit("/bulk", {**wanted, "seal": seal}).status_code == 409
    assert review(store, "r2").status == "to check"


@pytest.mark.parametrize(
    "wrong",
    [
        {"field": "status", "status_to": "done"},
        {"field": "kind", "kind_from": "", "kind_to": "Attack"},
        {"field": "actor", "actor_from": "", "actor_to": "sdf"},
        {"field": "assignee", "assignee_to": "x"},
        {"field": "text"},
        {"field": "status", "status_to": "checked", "since": "soon"},
    ],
)
def test_what_no_form_sends_is_refused(browser, wrong):
    """Fields that cannot be changed so, and values that they cannot have."""
    assert browser("editor").get(f"/bulk?{urlencode(wrong)}").status_code == 422


def test_only_events_that_were_chosen_are_changed(store):
    """Of two of a kind in one report the other place's stays."""
    with store.reading() as connection:
        (chosen,) = choose(connection, Filters(actor="sdf"), most=9)
    twice = plan(Change(field="actor", old="sdf", new="is"), [chosen], user_key=1)
    assert {number for number, _ in twice[0].fields} == {0, 1}
    with store.reading() as connection:
        (chosen,) = choose(connection, Filters(actor="sdf", sub_event_type="Arrests"), most=9)
    once = plan(Change(field="actor", old="sdf", new="is"), [chosen], user_key=1)
    assert {number for number, _ in once[0].fields} == {0}


def test_what_somebody_does_not_see_is_left_alone(browser, store):
    """Reports of another group's collection are in no batch of his, and a batch that has them is not his to undo."""
    wanted = {"field": "status", "status_to": "set aside"}
    assert changed(browser("admin"), wanted).headers["location"] == "/bulk?done=4"
    undo = re.search(r'action="(/bulk/\d+/undo)"', browser("admin").get("/bulk").text)[1]
    with store.writing() as connection:
        collect_outlet(connection, add_collection(connection, "closed", who="t"), "شبكة ضفاف", who="t")
    answer = browser("editor").submit(undo)
    assert answer.status_code == 409
    assert "do not see" in answer.text
    assert changed(browser("editor"), {**wanted, "status_to": "disputed"}).headers["location"] == "/bulk?done=2"
    assert (review(store, "r1").status, review(store, "r4").status) == ("set aside", "disputed")
    assert browser("admin").submit(undo).headers["location"] == "/bulk?back=2&left=2"
    assert review(store, "r1").status == "to check"


def test_days_of_a_question_are_days(browser):
    """They stand above their fields in words; what is no day is refused, also where nothing is to be changed yet."""
    assert "20 March 2024" in browser("editor").get("/bulk?since=2024-03-20").text
    assert "20 آذار 2024" in browser("editor", language="ar-SY").get("/bulk?since=2024-03-20").text
    assert browser("editor").get("/bulk?since=soon").status_code == 422

"""Words, actors and places, and what was changed in them, for programs."""

from __future__ import annotations

from marsad.model.amendment import Amendment
from marsad.store.amendments import keep_amendments


def test_entries_are_listed_and_told(program):
    """By kind and by what they hold, in pages; each by its id."""
    client = program()
    first = client.get("/words", params={"kind": "actors", "q": "قسد", "limit": 1}).json()
    assert first["items"][0]["kind"] == "actors"
    whole = client.get("/words", params={"kind": "actors", "q": "قسد", "limit": 200}).json()["items"]
    second = client.get("/words", params={"kind": "actors", "q": "قسد", "limit": 1, "after": first["next"]}).json()
    assert [first["items"][0], second["items"][0]] == whole[:2]
    entry = client.get("/words/actors/sdf").json()
    assert (entry["own"], entry["value"]["name_en"]) == (False, "Syrian Democratic Forces")
    assert client.get("/words", params={"kind": "names"}).status_code == 404
    assert client.get("/words/actors/nobody").status_code == 404


def test_changes_are_followed(program, store):
    """From the first on, and then what came since."""
    client = program()
    with store.writing() as connection:
        keep_amendments(
            connection,
            [
                Amendment(kind="triggers", entry_id=f"airstrike.{name}", act="retire", why="-")
                for name in ("drop", "noun")
            ],
            who="ليلى",
        )
    first = client.get("/words/changes", params={"limit": 1}).json()
    assert [(one["number"], one["act"], one["who"]) for one in first["items"]] == [(1, "retire", "ليلى")]
    rest = client.get("/words/changes", params={"after": first["next"]}).json()
    assert [one["entry_id"] for one in rest["items"]] == ["airstrike.noun"]
    assert client.get("/words/changes", params={"after": rest["next"]}).json()["items"] == []
    assert client.get("/words", params={"kind": "triggers", "own": True}).json()["items"] == []
    assert client.get("/words/triggers/airstrike.drop").status_code == 404


def test_a_change_tells_what_differs(program, store):
    """Field by field: from what is shipped, from the change before, and back to what is shipped."""
    value = {**program().get("/words/actors/sdf").json()["value"], "name_en": "SDF (renamed)"}
    steps = (
        {"act": "set", "value": value},
        {"act": "set", "value": {**value, "name_en": "SDF again"}},
        {"act": "retire"},
        {"act": "drop"},
    )
    for step in steps:
        with store.writing() as connection:
            keep_amendments(connection, [Amendment(kind="actors", entry_id="sdf", why="-", **step)], who="ليلى")
    told = program().get("/words/changes").json()
    renamed, again, gone, back = (one["difference"] for one in told["items"])
    name = "Syrian Democratic Forces"
    assert renamed == [{"event": None, "field": "name_en", "before": name, "after": "SDF (renamed)"}]
    assert again == [{"event": None, "field": "name_en", "before": "SDF (renamed)", "after": "SDF again"}]
    assert {one["field"]: one["after"] for one in gone} == dict.fromkeys(value)
    assert {one["field"]: one["before"] for one in back} == dict.fromkeys(value)
    assert {one["after"] for one in back if one["field"] == "name_en"} == {name}
    assert told["more"] is False

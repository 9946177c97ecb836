"""What a decision would make of incidents: exactly what it makes of them, and nothing is kept."""

from __future__ import annotations

import json

import pytest
from tests.unit.incidents.conftest import holding, lines_in

from marsad.errors import StoreError
from marsad.incidents import decide
from marsad.incidents.preview import incidents_judged, preview
from marsad.store.judgements import newest_key


@pytest.fixture
def linked(store, linker, told, coded, by):
    """A store of all reports, linked."""
    store.keep([coded(one) for one in told], by())
    linker.link()
    return store


def shown(store, ids):
    """Return records as a preview has them: without reasons."""
    lines = lines_in(store)
    found = [json.loads(lines[one]) for one in sorted(ids)]
    for record in found:
        for member in record["members"]:
            (member["link"] or {}).pop("reasons", None)
    return found


def plain(records):
    return json.loads(json.dumps(records))


def test_a_merge_turns_out_as_it_was_shown(linked, linker):
    """Both as they are and the one that they would be; then nothing is in the log, and all is as it was."""
    before, acts = lines_in(linked), len(list(linked.log()))
    one, other = holding(linked, "f25"), holding(linked, "f23")
    found = preview(linker, lambda: decide.merge(linker, one, other, why=""), [one, other])
    assert found.changes
    assert plain(found.before) == shown(linked, {one, other})
    assert lines_in(linked) == before
    assert len(list(linked.log())) == acts
    now = decide.merge(linker, one, other, why="")
    assert plain(found.after) == shown(linked, {now})
    assert linked.first_broken() is None


def test_a_split_turns_out_as_it_was_shown(linked, linker):
    """Also for a linker that decided before: it has not learned what was only tried."""
    name = holding(linked, "f04")
    found = preview(linker, lambda: decide.split(linker, name, ["f02", "f04"], why=""), [name])
    assert plain(found.before) == shown(linked, {name})
    parted = decide.split(linker, name, ["f02", "f04"], why="")
    assert plain(found.after) == shown(linked, parted)


def test_taking_back_turns_out_as_it_was_shown(linked, linker):
    """What a judgement is about leads to the incidents that taking it back would change."""
    parted = decide.split(linker, holding(linked, "f04"), ["f02", "f04"], why="")
    with linked.reading() as connection:
        key = newest_key(connection)
        touched = incidents_judged(connection, key)
        assert incidents_judged(connection, key + 1) == set()
    assert touched >= set(parted)
    found = preview(linker, lambda: decide.take_back(linker, key, why=""), touched)
    decide.take_back(linker, key, why="")
    assert plain(found.after) == shown(linked, touched & lines_in(linked).keys())
    assert len(found.after) == len(found.before) - 1


def test_what_cannot_be_decided_cannot_be_tried(linked, linker):
    """The same error, and nothing is left half done."""
    before = lines_in(linked)
    with pytest.raises(StoreError, match="are one incident"):
        preview(linker, lambda: decide.merge(linker, holding(linked, "f04"), holding(linked, "f04"), why=""), [])
    assert lines_in(linked) == before
    decide.merge(linker, holding(linked, "f25"), holding(linked, "f23"), why="")
    assert holding(linked, "f25") == holding(linked, "f23")

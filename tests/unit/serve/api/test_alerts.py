"""Saved searches looked at again by programs: what the command says, of the searches of who owns the token."""

from __future__ import annotations

import json

import pytest
from tests.rising import LAST, SEARCHES, rising_store
from tests.unit.client.conftest import Through
from tests.unit.serve.api.conftest import BASE, problem

from marsad.analyse.voices import Voices
from marsad.client import Client
from marsad.editions.prepare import prepare
from marsad.gazetteer import load
from marsad.incidents.happenings import happenings
from marsad.serve import alerts
from marsad.store.accounts import user_named
from marsad.store.saved_searches import kept_searches, share_search
from marsad.trends import compare
from marsad.trends.saved import search_at
from marsad.trends.show import as_object

RISES, QUIET, WORDS = SEARCHES


@pytest.fixture(scope="session")
def linked(tmp_path_factory):
    """A store in which arrests rise, with searches of a coder, to copy."""
    return rising_store(tmp_path_factory.mktemp("api") / "rising.db", "coder")


def test_alerts_are_those_of_the_command(program, store):
    """Number by number; the interface has no definition of its own."""
    with store.reading() as connection:
        record = Voices().of(happenings(connection))
    told = program("coder").get("/alerts").json()
    assert (told["until"], told["next"]) == (LAST.isoformat(), None)
    assert [(one["name"], one["alert"]) for one in told["items"]] == [(RISES, True), (QUIET, False), (WORDS, False)]
    for one in told["items"][:2]:
        found = compare(record, search_at(one["name"], one["address"]), last=LAST)
        assert one["trend"] == json.loads(json.dumps(as_object(found)))
    assert told["items"][2]["trend"] is None
    assert told["items"][2]["why"] == "It asks for words; a trend is of kinds, areas and actors."


def test_everybody_is_told_of_his_own(program):
    """Who saved nothing is told nothing."""
    assert program("editor").get("/alerts").json()["items"] == []
    assert {(one["owner"], one["shared"]) for one in program("coder").get("/alerts").json()["items"]} == {
        ("coder", False)
    }


def test_shared_searches_are_told_to_all(program, store):
    """With whose they are."""
    with store.writing() as connection:
        coder = user_named(connection, "coder")
        share_search(connection, coder, kept_searches(connection, coder)[0].key, shared=True)
    while prepare(store, load()):
        pass
    (told,) = program("viewer").get("/alerts").json()["items"]
    assert (told["owner"], told["shared"]) == ("coder", True)


def test_too_many_incidents_are_left_to_the_command(program, monkeypatch):
    """Which the problem names."""
    monkeypatch.setattr(alerts, "MOST", 1)
    answer = program("coder").get("/alerts")
    assert problem(answer) == "too-large"
    assert "marsad alert --store" in answer.json()["detail"]


def test_a_program_in_python_reads_them(app, token):
    """As values, those that rise first."""
    with Client(BASE, token("coder", "read"), transport=Through(app)) as client:
        first, *others = client.alerts()
    assert (first.name, first.alert, first.why) == (RISES, True, None)
    assert first.trend is not None
    assert first.trend["ratio"]["low"] > 1
    assert [one.alert for one in others] == [False, False]

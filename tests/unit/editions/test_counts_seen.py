"""What somebody counts and compares who may not see all is what he may take away: one table, from memory or records."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.unit.analyse.test_kept_voices import BY, agree, keeping
from tests.unit.analyse.test_stored import SPECS
from tests.unit.editions.test_sight import ready, seen

from marsad.analyse import Spec, count, count_stored
from marsad.export.happening import INCIDENTS
from marsad.export.source import of_lines
from marsad.incidents.happenings import happenings
from marsad.incidents.linker import Linker
from marsad.store import open_store
from marsad.store.tables import actors, event_actors

PERSON = "other:أحمد خالد الحسين"
HELPERS = ("other:حراس الخابور", PERSON, "turkey")
COUNTED = (Spec(by=("actor",)), Spec(by=("side1", "side2")), *(spec for spec in SPECS if "h3:3" not in spec.by))


@pytest.fixture
def store(new_store, places):
    """A store of linked reports, some of which name a private person, who is coded as a supporter in some."""
    chance = random.Random(3)
    with open_store(new_store(), who="tester") as store:
        made = []
        for number in range(40):
            one = keeping(number, chance)
            name = PERSON.removeprefix("other:")
            one = replace(one, report=replace(one.report, text=f"{one.report.text}. قُتل المدني {name} برصاص مجهولين."))
            for event in one.record["events"]:
                event["assist1"] = [chance.choice(HELPERS)] if chance.random() < 0.6 else []
                event["side2"] = [chance.choice(("sdf", "other:حراس الخابور", PERSON))]
            made.append(one)
        store.keep(made, BY)
        Linker(store, places).link()
        ready(store, places)
        yield store


@pytest.mark.parametrize("private", [True, False])
def test_counts_are_those_of_exports(store, private):
    """Of events and of incidents, by every dimension, with supporters that no registry has."""
    visitor = seen(store, private=private)
    agree(visitor)
    with visitor.reading() as connection:
        told = list(happenings(connection))
    for spec in COUNTED:
        for table, found in ((INCIDENTS, told), ("events", of_lines(visitor.lines()))):
            ours, theirs = count(found, spec, table=table), count_stored(visitor, spec, table=table)
            assert theirs.rows == ours.rows, (table, spec)
            assert (theirs.total, theirs.beside) == (ours.total, ours.beside), (table, spec)


def test_no_name_of_a_person_is_seen(store):
    """An actor that is coded by the name of a private person is there under the name that the edition gives."""
    with seen(store, private=False).reading() as connection:
        codes = set(connection.scalars(event_actors.select().with_only_columns(event_actors.c.code)))
        listed = set(connection.scalars(actors.select().with_only_columns(actors.c.code)))
    assert "other:حراس الخابور" in codes & listed
    assert PERSON not in codes | listed

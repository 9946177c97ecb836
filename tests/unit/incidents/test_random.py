"""A store linked through any arrivals and recodings holds what linking the newest codings at once gives."""

from __future__ import annotations

import random

import pytest
from tests.unit.incidents.conftest import lines_in
from tests.unit.incidents.test_linker import at_once, without_history

from benchmarks.linking import made_up
from marsad.incidents.linker import Linker
from marsad.store import open_store


@pytest.mark.parametrize("seed", range(4))
def test_any_history_gives_what_the_newest_codings_give(template, tmp_path, coded, places, by, seed, monkeypatch):
    """Reports of a dense war come in any order; some are coded again, with figures, days and events changed.

    The same holds when all is compared anew with other words.
    """
    chance = random.Random(seed)
    path = tmp_path / "store.db"
    path.write_bytes(template.read_bytes())
    newest = {one["id"]: one for one in made_up(120, places, seed=seed)}
    with open_store(path) as store:
        linker = Linker(store, places)
        waiting = chance.sample(sorted(newest), len(newest))
        version = 1
        while waiting:
            some, waiting = waiting[:7], waiting[7:]
            store.keep([coded(newest[name]) for name in some], by("1"))
            linker.link()
            version += 1
            for name in chance.sample(some, 1):
                newest[name] = recoded(newest[name], chance)
                store.keep([coded(newest[name])], by(str(version)))
            linker.link()
        found = without_history(lines_in(store))
        assert found == at_once(list(newest.values()), places)
        for name in chance.sample(sorted(newest), 15):
            newest[name] = recoded(newest[name], chance)
            store.keep([coded(newest[name])], by("last"))
        monkeypatch.setattr("marsad.incidents.linker.shipped_version", lambda: "others")
        monkeypatch.setattr("marsad.incidents.linker._SETTLED_AT_ONCE", 5)
        assert Linker(store, places).link().anew
        assert without_history(lines_in(store)) == at_once(list(newest.values()), places)


def recoded(report, chance):
    """Return a report with the day or the type of its first event told otherwise: what it is linked with changes."""
    first, *others = report["events"]
    day = f"2011-03-{chance.randrange(15, 19)}"
    changed = {**first, "date": {"start": day, "end": day, "precision": 1}, "sub_event_type": "Armed clash"}
    return {**report, "events": [changed, *others]}

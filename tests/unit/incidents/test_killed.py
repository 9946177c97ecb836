"""Linking killed at any point, and two at once: the incidents are those of an unhindered run."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time

import pytest
from tests.unit.incidents.conftest import lines_in
from tests.unit.incidents.linking import link_all
from tests.unit.incidents.test_linker import at_once, without_history

from benchmarks.linking import made_up
from marsad.store import open_store
from marsad.store.verify import verify

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.unit.incidents.linking"])


@pytest.fixture
def filled(url, places, coded, by):
    """A store of reports that wait, and what they are linked to in memory."""
    told = list(made_up(250, places))
    with open_store(url) as store:
        store.keep([coded(one) for one in told], by())
    return at_once(told, places)


def start(url, at_once):
    here, there = PROCESSES.Pipe()
    process = PROCESSES.Process(target=link_all, args=(url, at_once, there))
    process.start()
    there.close()
    return process, here


def test_killed_again_and_again_it_ends_with_the_same_incidents(url, filled):
    """Many kills come inside a transaction; each run goes on after the last whole one, and the store stays whole."""
    chance = random.Random(4)
    for _ in range(6):
        process, heard = start(url, 5)
        heard.recv()  # begun
        for _ in range(chance.randrange(1, 4)):
            heard.recv()
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        with open_store(url) as store, store.reading() as connection:
            assert list(verify(connection)) == []
    process, heard = start(url, 50)
    process.join(120)
    assert process.exitcode == 0
    with open_store(url) as store:
        assert without_history(lines_in(store)) == filled


def test_two_linkers_do_not_disturb_each_other(url, filled):
    """Both take what waits; every report is linked once."""
    running = [start(url, 7), start(url, 3)]
    for process, _ in running:
        process.join(120)
        assert process.exitcode == 0
    with open_store(url) as store:
        assert without_history(lines_in(store)) == filled
        assert store.told().counts["linked_events"] == store.told().counts["events"]

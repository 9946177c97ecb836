"""Programs killed while they write, and several that write at once: every report is kept and coded once."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import text
from tests.unit.store.writer import keep_numbered
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.lexicon.load import RESOURCES
from marsad.store import open_store

REPORTS = 300

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.unit.store.writer"])


@contextmanager
def writing(url, event, *, step=5):
    """A process that keeps the reports, its store open, and the pipe on which it tells of each transaction."""
    here, there = PROCESSES.Pipe()
    process = PROCESSES.Process(target=keep_numbered, args=(url, event, REPORTS, step, there))
    process.start()
    there.close()
    with here:
        assert here.recv() == "open"
        yield process, here
    process.join(120)
    process.close()


def hold(url, reports=REPORTS):
    """Say what is wrong with a store of the reports 0 to `reports`, each with number modulo three events."""
    events = sum(number % 3 for number in range(reports))
    with open_store(url) as store:
        counts = store.told().counts
        once = ("reports", "report_versions", "codings", "documents")
        wrong = [(name, counts[name]) for name in once if counts[name] != reports]
        wrong += [("events", counts["events"])] * (counts["events"] != events)
        wrong += [("log", counts["log"])] * (counts["log"] != 2 * reports)
        wrong += [(n, "not found once") for n in range(reports) if store.search(str(n), facets=False).reports != 1]
        kept = sorted((json.loads(line) for line in store.lines()), key=lambda record: int(record["id"][1:]))
        wrong += [
            (number, "lost events")
            for number, record in enumerate(kept)
            if (record["id"], len(record["events"])) != (f"r{number}", number % 3)
        ]
        wrong += [("log broken at", store.first_broken())] * (store.first_broken() is not None)
        with store.reading() as connection:
            if connection.dialect.name == "sqlite":
                wrong += [row for row in connection.execute(text("PRAGMA integrity_check")).scalars() if row != "ok"]
    return wrong


def test_killed_again_and_again_it_keeps_everything_once(url, event):
    """A dozen kills at random moments, many inside a transaction; the last run finds what is missing, and no more."""
    chance = random.Random(20)
    kept = []
    for _ in range(12):
        with writing(url, event()) as (running, told):
            for _ in range(chance.randrange(5)):
                told.recv()
            time.sleep(chance.uniform(0, 0.01))
            running.kill()
            running.join()
            assert running.exitcode == -signal.SIGKILL
        with open_store(url) as store:
            kept.append(store.told().counts["codings"])
            assert store.first_broken() is None
    assert kept == sorted(kept)
    assert 0 < kept[-1] < REPORTS, "the kills came too early or too late to mean anything"
    with writing(url, event()) as (last, _):
        last.join()
        assert last.exitcode == 0
    assert hold(url) == []


def test_two_programs_lose_and_repeat_nothing(url, event):
    """Both write the same reports from either end, in transactions of different length."""
    with writing(url, event(), step=7) as (one, _), writing(url, event(), step=-3) as (other, _):
        one.join()
        other.join()
        assert (one.exitcode, other.exitcode) == (0, 0)
    assert hold(url) == []


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Some hundred bundled reports in a file, and what `marsad code` writes of them."""
    folder = tmp_path_factory.mktemp("inputs")
    samples = (RESOURCES / "samples" / "channels.jsonl").read_text(encoding="utf-8").splitlines()
    with (folder / "in.jsonl").open("w", encoding="utf-8") as file:
        for number in range(250):
            report = json.loads(samples[number % len(samples)])
            file.write(json.dumps(report | {"id": f"r{number}"}, ensure_ascii=False) + "\n")
    CliRunner().invoke(app, ["code", str(folder / "in.jsonl"), "-o", str(folder / "direct.jsonl"), "-q"])
    return folder


def test_the_command_killed_goes_on_where_it_was(url, inputs):
    """`marsad code --store`, killed while it codes and run again, exports what an unhindered run writes.

    What is killed reads from a pipe that stays open: it cannot end before, however late the kill comes.
    """
    command, reports = ["code", "--store", url, "-q"], (inputs / "in.jsonl").read_bytes()
    with open_store(url) as store:
        for jobs, wished in (("1", 0), ("2", 100)):
            program = [sys.executable, "-m", "marsad", *command, "-", "--format", "jsonl", "--jobs", jobs]
            with subprocess.Popen(program, stdin=subprocess.PIPE, bufsize=0, start_new_session=True) as running:
                feeder = threading.Thread(target=feed, args=(running.stdin, reports))
                feeder.start()
                while running.poll() is None and store.told().counts["codings"] <= wished:
                    time.sleep(0.05)
                running.kill()
                assert running.wait() == -signal.SIGKILL
                assert ends_alone(running.pid), "a worker lives on without the command"
                feeder.join()
    assert CliRunner().invoke(app, [*command, str(inputs / "in.jsonl")]).exit_code == 0
    CliRunner().invoke(app, ["export", "--store", url, "-o", str(inputs / "kept.jsonl")])
    assert (inputs / "kept.jsonl").read_bytes() == (inputs / "direct.jsonl").read_bytes()


def feed(pipe, reports):
    """Send reports until all are sent or the reader is gone."""
    with suppress(BrokenPipeError):
        while reports:
            reports = reports[pipe.write(reports) :]


def ends_alone(group):
    """Say whether all processes of a group end within some seconds without being told."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return False

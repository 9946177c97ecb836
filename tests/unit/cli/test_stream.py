"""Reports that come by a pipe for as long as one likes: what is written is kept, and nobody runs ahead for long."""

from __future__ import annotations

import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time

import pytest

from marsad.lexicon.load import RESOURCES
from marsad.store import open_store

SAMPLES = (RESOURCES / "samples" / "channels.jsonl").read_text(encoding="utf-8").splitlines()


def lines(count):
    """So many bundled reports under ids of their own."""
    for number in range(count):
        report = json.loads(SAMPLES[number % len(SAMPLES)])
        yield (json.dumps(report | {"id": f"r{number}"}, ensure_ascii=False) + "\n").encode()


def start(store, *more):
    command = [sys.executable, "-m", "marsad", "code", "-", "--store", str(store), "--format", "jsonl", "-q", *more]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)


def test_what_was_written_is_kept_whenever_it_is_killed(tmp_path):
    """Killed as soon as something is there to read, again and again; in the end each report has one coding."""
    store, sent = tmp_path / "stream.db", list(lines(100))
    told = set()
    for jobs in ("1", "2"):
        with start(store, "--jobs", jobs) as running:
            feeder = threading.Thread(target=feed, args=(running.stdin, sent))
            feeder.start()
            begun = running.stdout.read(1)
            assert begun == b"{"
            running.send_signal(signal.SIGKILL)
            rest = begun + running.stdout.read()
            feeder.join()
        told.update(json.loads(line)["id"] for line in rest.split(b"\n")[:-1])
        with open_store(store) as opened:
            assert [one for one in told if len(opened.codings(one)) != 1] == []
    with start(store) as running:
        feeder = threading.Thread(target=feed, args=(running.stdin, sent))
        feeder.start()
        whole = [json.loads(line)["id"] for line in running.stdout]
        feeder.join()
        assert running.wait() == 0
    assert whole == [f"r{number}" for number in range(len(sent))]
    with open_store(store) as opened:
        assert [one for one in whole if len(opened.codings(one)) != 1] == []


def feed(pipe, sent):
    """Send reports until the reader is gone."""
    try:
        for line in sent:
            pipe.write(line)
    except BrokenPipeError:
        pass
    finally:
        pipe.close()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_who_sends_faster_than_lines_are_taken_waits(tmp_path, jobs):
    """Nobody reads the lines: after some hundred reports no more are taken, and none is lost once somebody reads."""
    sent = list(lines(1000))
    with start(tmp_path / "stream.db", "--jobs", jobs) as running:
        for pipe in (running.stdin, running.stdout):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 4096)
        taken = 0
        while taken < len(sent) and can_write(running.stdin, within=20 if taken == 0 else 3):
            running.stdin.write(sent[taken])
            taken += 1
        assert 0 < taken < len(sent) // 2
        running.stdin.close()
        assert [json.loads(line)["id"] for line in running.stdout] == [f"r{number}" for number in range(taken)]
        assert running.wait() == 0


def can_write(pipe, *, within):
    """Say whether a pipe takes a report within some seconds."""
    return bool(select.select([], [pipe], [], within)[1])


def test_a_line_that_is_interrupted_arrives_whole(tmp_path):
    """Stopped and continued while nobody reads, also without buffers (PYTHONUNBUFFERED): no part of a line is lost."""
    sent = list(lines(30))
    (tmp_path / "in.jsonl").write_bytes(b"".join(sent))
    command = [sys.executable, "-m", "marsad", "code", str(tmp_path / "in.jsonl"), "-q"]
    env = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0, env=env) as running:
        fcntl.fcntl(running.stdout, fcntl.F_SETPIPE_SZ, 4096)
        told = b""
        while piece := running.stdout.read(1500):
            told += piece
            time.sleep(0.01)
            running.send_signal(signal.SIGSTOP)
            running.send_signal(signal.SIGCONT)
    assert [json.loads(line)["id"] for line in told.splitlines()] == [f"r{number}" for number in range(len(sent))]

"""Shards coded by workers: each once, whole, and as one process would."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from marsad.cli.cluster import app
from marsad.cluster.run import Dask, Failed, code_shards, collect, failed_before, jobs_of
from marsad.cluster.shards import shard
from marsad.cluster.task import Done, code_shard
from marsad.errors import MarsadError
from marsad.export import to_record
from marsad.export.jsonl import to_line
from marsad.export.parquet import load_pyarrow
from marsad.pipeline import Coder


def by_one_process(reports):
    coder = Coder()
    return b"".join(
        to_line(to_record(coder.code(report), report=report, gazetteer=coder.gazetteer.name)) for report in reports
    )


def jobs(tmp_path):
    return jobs_of(tmp_path / "shards", tmp_path / "coded", places=None, minimum=0.5)


def collected(tmp_path):
    stream = io.BytesIO()
    collect(tmp_path / "shards", tmp_path / "coded", stream, places=None, minimum=0.5)
    return stream.getvalue()


@pytest.fixture
def sharded(reports, tmp_path):
    """Shards of two reports at most."""
    shard(reports, tmp_path / "shards", most=2)


@pytest.mark.usefixtures("sharded")
def test_the_lines_are_those_of_one_process(reports, here, tmp_path):
    """Collected, the records are the lines of `marsad code`, in the order of the input."""
    done = list(code_shards(jobs(tmp_path)[0], here))
    assert collected(tmp_path) == by_one_process(reports)
    assert (sum(one.reports for one in done), sum(one.events for one in done)) == (6, 6)


@pytest.mark.usefixtures("sharded")
def test_what_is_written_is_not_coded_again(here, tmp_path):
    """Half done and stopped, only the other half is left; done, nothing is."""
    first, done = jobs(tmp_path)
    assert (len(first), done) == (5, 0)
    list(code_shards(first[:3], here))
    left, done = jobs(tmp_path)
    assert (left, done) == (first[3:], 3)
    list(code_shards(left, here))
    assert jobs(tmp_path) == ([], 5)


@pytest.mark.usefixtures("sharded")
def test_the_largest_shards_are_coded_first(tmp_path):
    """So that no worker is left with a large one when the others have nothing more to do."""
    sizes = [(tmp_path / "shards" / job.name).stat().st_size for job in jobs(tmp_path)[0]]
    assert sizes == sorted(sizes, reverse=True)


@pytest.fixture
def breaking(monkeypatch):
    """A coder that breaks on the report r3."""
    code = Coder.code

    def broken(self, report):
        if report.report_id == "r3":
            raise ValueError("a broken word")
        return code(self, report)

    monkeypatch.setattr(Coder, "code", broken)


@pytest.mark.usefixtures("sharded", "breaking")
def test_a_report_that_fails_is_told_with_its_shard_and_reason(here, tmp_path):
    """By the run that codes its shard, and by every later one; its record is there like any other."""
    told = [(one.name, *failed) for one in code_shards(jobs(tmp_path)[0], here) for failed in one.failed]
    assert [(report, reason) for _, report, reason in told] == [("r3", "The coder failed: ValueError: a broken word")]
    later = list(failed_before(tmp_path / "shards", tmp_path / "coded", places=None, minimum=0.5))
    assert later == told
    records = [json.loads(line) for line in collected(tmp_path).splitlines()]
    failed = [record["id"] for record in records for one in record["skipped"] if one["stage"] == "failed"]
    assert failed == ["r3"]


@pytest.mark.usefixtures("sharded", "breaking")
def test_the_command_names_what_failed_and_what_to_do(monkeypatch, here, tmp_path):
    """On standard error, by shard and in all, with exit status 1, when it is run again, too."""
    monkeypatch.setattr("marsad.cluster.run.Dask", lambda **_: here)
    for _ in range(2):
        ran = CliRunner().invoke(app, ["code", str(tmp_path / "shards"), "-o", str(tmp_path / "coded")])
        assert ran.exit_code == 1
        assert "not coded: r3 in month=2024-03/" in ran.stderr
        assert "1 failed in month=2024-03/" in ran.stderr
        assert "Reports that failed: 1. Each has a record that says why." in ran.stderr


@pytest.mark.usefixtures("sharded")
def test_nothing_is_collected_before_all_is_coded(here, tmp_path):
    """A record of half the reports is none."""
    list(code_shards(jobs(tmp_path)[0][1:], here))
    with pytest.raises(MarsadError, match="1 shards are not coded yet"):
        collected(tmp_path)


@pytest.mark.usefixtures("sharded")
def test_a_worker_with_other_words_is_refused(tmp_path):
    """Two versions of the word lists never code one corpus."""
    with pytest.raises(MarsadError, match="other words or places"):
        code_shard(replace(jobs(tmp_path)[0][0], key="another"))


@pytest.mark.usefixtures("sharded")
def test_a_shard_that_fails_costs_the_others_nothing(here, tmp_path):
    """It is named with the reason, and left for the next run."""
    found, _ = jobs(tmp_path)
    (tmp_path / "shards" / found[1].name).write_bytes(b"no Parquet")
    done = list(code_shards(found, here))
    (failed,) = [one for one in done if isinstance(one, Failed)]
    assert (failed.name, "Parquet" in failed.reason) == (found[1].name, True)
    assert [job.name for job in jobs(tmp_path)[0]] == [found[1].name]


@pytest.mark.usefixtures("sharded")
def test_events_are_a_table(here, tmp_path):
    """Beside the records stand events, one row each, for tools that read Parquet."""
    list(code_shards(jobs(tmp_path)[0], here))
    table = load_pyarrow().parquet.read_table(tmp_path / "coded" / "events")
    assert table.num_rows == 6
    assert {"sub_event_type", "place_name", "month"} <= set(table.column_names)


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, each a process of its own on the loopback address."""
    file = tmp_path / "scheduler.json"
    with ExitStack() as ending:

        def start(kind, *arguments):
            command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--scheduler-file", str(file), *arguments]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            ending.callback(process.wait)
            ending.callback(process.kill)
            return process

        start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        workers = [
            start("worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in "ab"
        ]
        while not file.exists():
            time.sleep(0.05)
        yield json.loads(file.read_text(encoding="utf-8"))["address"], workers


def test_a_killed_worker_loses_and_repeats_nothing(reports, cluster, tmp_path):
    """With one of two workers killed in mid-run every report is coded once, as one process would."""
    address, workers = cluster
    many = [replace(report, report_id=f"{report.report_id}-{number}") for number in range(8) for report in reports]
    shard(many, tmp_path / "shards", most=1)
    found, _ = jobs(tmp_path)
    done = []
    for one in code_shards(found, Dask(scheduler=address)):
        done.append(one)
        if len(done) == 3:
            os.kill(workers[0].pid, signal.SIGKILL)
    assert not [one for one in done if isinstance(one, Failed)]
    assert sorted(one.name for one in done) == sorted(job.name for job in found)
    assert sum(one.reports for one in done if isinstance(one, Done)) == len(many)
    assert collected(tmp_path) == by_one_process(many)


def test_no_scheduler_is_said(monkeypatch):
    """An address where nothing answers is named, with how to start one."""
    monkeypatch.setattr("marsad.cluster.run._PATIENCE", 1)
    with pytest.raises(MarsadError, match=r"tcp://127\.0\.0\.1:9 does not answer"):
        list(code_shards([object()], Dask(scheduler="tcp://127.0.0.1:9")))

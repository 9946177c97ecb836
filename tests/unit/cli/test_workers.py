"""Worker processes that die, and what becomes of their reports."""

import importlib
import os
import signal
import subprocess
import sys
from datetime import date

import pytest

from marsad.cli.coding import Halt, code_all
from marsad.cli.workers import Workers
from marsad.errors import MarsadError
from marsad.model.report import Report
from marsad.pipeline import Coder

KILLER = """
import os, signal
from types import SimpleNamespace
from marsad.cli import workers
from marsad.model.event import CodedReport


class Fragile:
    gazetteer = SimpleNamespace(name="none")

    def code(self, report):
        if "قاتل" in report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return CodedReport(report_id=report.report_id, events=(), skipped=())


def start(places, minimum):
    workers._coder = Fragile()


def die(places, minimum):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def reports(count):
    texts = ("قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس.", "عقد المجلس اجتماعا عن الأفران.")
    day = date(2023, 5, 3)
    return [Report(report_id=str(number), text=texts[number % 2], published_on=day) for number in range(count)]


@pytest.fixture
def killer(tmp_path, monkeypatch):
    """A module of coders that kill their process, found by the workers, too."""
    (tmp_path / "killing_coder.py").write_text(KILLER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return importlib.import_module("killing_coder")


def test_a_worker_killed_from_outside_loses_and_repeats_nothing():
    """Every report comes out once, in order and coded as in one process, though a worker was killed on the way."""
    some = reports(150)
    coder = Coder()
    with Workers(None, 0.5, 2) as workers:

        def feed():
            for number, report in enumerate(some):
                if number == 60:
                    os.kill(next(iter(workers._pool._processes)), signal.SIGKILL)
                yield report

        assert list(workers.code(feed())) == list(code_all(some, coder=coder))


def test_a_feed_that_pauses_has_all_its_reports_coded():
    """Its processes start before there is work, and at a pause nothing waits for what has not come."""
    some = reports(20)
    came = []
    with Workers(None, 0.5, 2) as workers:
        workers.start()
        assert len(workers._pool._processes) == 2

        def feed():
            yield from some
            yield Halt.BATCH
            yield Halt.PAUSE
            assert came[-2:] == [Halt.BATCH, Halt.PAUSE]
            yield some[0]

        for outcome in workers.code(feed()):
            came.append(outcome)  # noqa: PERF402 - the feed looks at what came
    coded = [one.report for one in came if not isinstance(one, Halt)]
    assert coded == [*some, some[0]]


def test_a_report_that_kills_its_worker_twice_is_set_aside(killer):
    """Its record says so, and every report around it is coded."""
    some = reports(40)
    some[7] = Report(report_id="7", text="قاتل")
    with Workers(None, 0.5, 2, killer.start) as workers:
        outcomes = list(workers.code(some))
    assert [coded.report.report_id for coded in outcomes] == [str(number) for number in range(40)]
    aside = [coded for coded in outcomes if coded.failed]
    assert [coded.record["id"] for coded in aside] == ["7"]
    assert aside[0].record["skipped"][0]["stage"] == "failed"
    assert "died 2 times" in aside[0].failed


def test_workers_that_cannot_live_end_the_run_with_a_remedy(killer):
    """Processes that die at the start are not made again and again."""
    with Workers(None, 0.5, 2, killer.die) as workers, pytest.raises(MarsadError, match="Use fewer --jobs"):
        list(workers.code(reports(3)))


INTERRUPTED = """
import os, signal, time
from marsad.cli.workers import Workers
from marsad.model.report import Report

if __name__ == "__main__":
    with Workers(None, 0.5, 2) as workers:
        workers.start()
        for _ in range(60):
            for process in list(workers._pool._processes):
                os.kill(process, signal.SIGINT)
            time.sleep(0.02)
        print(*[coded.report.report_id for coded in workers.code([Report(report_id="a", text="هدوء.")])])
"""


def test_ctrl_c_does_not_meet_processes_that_are_being_started(tmp_path):
    """A terminal sends it to all processes at once: those that only begin leave it to the one that started them."""
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED, encoding="utf-8")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["a"], "")

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.unit.watch.conftest import Site, article, entry, rss

from marsad.archive import Archive
from marsad.cli.exits import Exit
from marsad.store import open_store

SOURCES = """
[[source]]
id = "wadi"
names = ["مرصد الوادي"]
kind = "site"
[[source.feed]]
rss = "{url}/feed"

[[source]]
id = "furat"
names = ["شبكة الفرات"]
kind = "site"
[[source.feed]]
page = "{url}/page"
"""


@pytest.fixture
def site():
    site = Site()
    site.pages["/feed"] = rss(entry(f"{site.url}/1", "هجوم", whole="قُتل عنصران في هجوم على حاجز."))
    site.pages["/page"] = article("قصف", "أصيب ثلاثة أشخاص في قصف مدفعي على حي الجسر، بحسب مصدر طبي.")
    yield site
    site.close()


@pytest.fixture
def watch(marsad, site, tmp_path):
    (tmp_path / "sources.toml").write_text(SOURCES.format(url=site.url), encoding="utf-8")

    def run(*options):
        private = ("--allow-private", "127.0.0.1", "--delay", "0")
        return marsad("watch", "sources.toml", "--archive", "kept", "--once", *private, *options)

    return run


def test_what_came_is_shown(watch, marsad):
    """A row a feed; the reports are coded by `marsad code` as they are."""
    result = watch()
    assert result.exit_code == Exit.OK
    assert "2 new reports" in result.stdout
    assert "wadi" in result.stdout
    coded = marsad("code", "kept/watch/reports.jsonl", "-q")
    assert [len(json.loads(line)["events"]) for line in coded.stdout.splitlines()] == [1, 0]


def test_what_failed_is_told(watch, site):
    """The other sources come; the exit status says that something failed."""
    del site.pages["/page"]
    result = watch("--out", "reports.jsonl")
    assert result.exit_code == Exit.SOME_UNREAD
    assert "furat: " in result.stdout
    assert "status 404" in result.stdout


def test_nothing_came(watch, site):
    """When every feed failed the exit status is 3."""
    site.pages.clear()
    assert watch().exit_code == Exit.NOTHING_CODED


def test_reports_are_kept_in_a_store(watch, site):
    """The registry too; an edited page is a version of its report, with the id of its bytes in the archive."""
    watch("--store", "reports.db")
    before = site.pages["/page"]
    site.pages["/page"] = article("قصف", "أصيب أربعة أشخاص في قصف مدفعي على حي الجسر، بحسب مصدر طبي.")
    assert "edited" in watch("--store", "reports.db").stdout
    site.pages["/page"] = before
    watch("--store", "reports.db")
    with open_store("reports.db") as store:
        first, second, third = store.versions(f"{site.url}/page")
        assert (first.report.text[:17], second.report.text[:17]) == ("أصيب ثلاثة أشخاص ", "أصيب أربعة أشخاص ")
        assert third.report == first.report
        assert Archive(Path("kept")).find(first.archive or "").name == f"{site.url}/page"
        assert {source.outlet: source.kind for source in store.sources()} == {
            "مرصد الوادي": "site",
            "شبكة الفرات": "site",
        }
        assert [kept.report.report_id for kept in store.reports()] == [f"{site.url}/1", f"{site.url}/page"]


def test_a_page_that_is_taken_down_is_noted_in_the_store(watch, site):
    """Beside what it said, with the answer's id in the archive; a court asks what was removed, and when."""
    watch("--store", "reports.db")
    del site.pages["/page"]
    watch("--store", "reports.db")
    with open_store("reports.db") as store:
        said, gone = store.versions(f"{site.url}/page")
        assert (said.gone, gone.gone, bool(said.report.text)) == (False, True, True)
        assert Archive(Path("kept")).find(gone.archive or "").name == f"{site.url}/page"
        assert f"{site.url}/page" in [kept.report.report_id for kept in store.reports()]


def test_what_came_is_linked(watch, site, marsad):
    """With --link each round is coded and linked; what is edited meanwhile moves with its incident."""
    told = watch("--store", "reports.db", "--link").stderr
    assert "Reports coded: 2." in told
    assert "incidents new or changed: 1" in told
    assert "قُتل" in marsad("incident", "list", "--store", "reports.db", "--json").stdout
    site.pages["/page"] = article("قصف", "قُتل أربعة أشخاص في قصف مدفعي على حي الجسر.")
    assert "incidents new or changed: 1" in watch("--store", "reports.db", "--link").stderr
    assert marsad("store", "verify", "reports.db").exit_code == Exit.OK
    assert watch("--link").exit_code == Exit.USAGE


def test_json_for_programs(watch):
    """One object a round, with the tally of each feed."""
    (line,) = watch("--json").stdout.splitlines()
    feeds = json.loads(line)["feeds"]
    assert [(feed["source"], feed["kind"], feed["reports"]) for feed in feeds] == [
        ("wadi", "rss", 1),
        ("furat", "page", 1),
    ]


def test_spans_of_time_are_checked(marsad, site, tmp_path):
    """15 minutes are written 15m."""
    (tmp_path / "sources.toml").write_text(SOURCES.format(url=site.url), encoding="utf-8")
    result = marsad("watch", "sources.toml", "--archive", "kept", "--every", "15")
    assert result.exit_code == Exit.USAGE
    assert "15m" in result.stderr


def test_private_addresses_are_not_asked_for(marsad, site, tmp_path):
    """A registry cannot send marsad into the network of those who run it, unless they say so."""
    (tmp_path / "sources.toml").write_text(SOURCES.format(url=site.url), encoding="utf-8")
    result = marsad("watch", "sources.toml", "--archive", "kept", "--once")
    assert result.exit_code == Exit.NOTHING_CODED
    assert site.requests == []


def test_ctrl_c_ends_cleanly(watch, tmp_path):
    """In the pause between rounds or in the middle of one: the status is 130, and what came is whole."""
    watch("--json")
    command = [
        sys.executable,
        "-m",
        "marsad",
        "watch",
        "sources.toml",
        "--archive",
        "kept",
        "--allow-private",
        "127.0.0.1",
    ]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert b"0 new reports" in process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=90)
    finally:
        process.kill()
    assert process.returncode == Exit.INTERRUPTED
    assert b"Stopped" in told
    assert b"Traceback" not in told

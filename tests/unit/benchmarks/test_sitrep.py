"""The benchmark of situation reports: what is read off it."""

from __future__ import annotations

import json

from benchmarks.sitrep import main


def test_a_report_is_made_and_timed(capsys):
    """So many incidents in so many days are reported, with CPU seconds and memory."""
    assert main(["--incidents", "20", "--days", "10", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["incidents"], found["reported"]) == (20, 20)
    assert found["days"] <= 10
    assert found["reports"] > 20
    assert found["cpu_seconds"] > 0

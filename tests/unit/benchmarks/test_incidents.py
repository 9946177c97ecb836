"""The benchmark of linking in a store: what is read off it."""

from __future__ import annotations

import json

from benchmarks.incidents import main


def test_everything_is_linked_and_timed(tmp_path, capsys):
    """Reports that come at once and one by one are told apart, with seconds, memory and size."""
    assert main([str(tmp_path / "s.db"), "--codings", "300", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["incidents"] > 1
    assert found["codings"] > found["reports"] > 50
    assert 0 < found["one_report_ms_median"] <= found["one_report_ms_p95"] <= found["one_report_ms_worst"]
    assert found["store_mib"] > 0

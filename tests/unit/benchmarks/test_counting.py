"""The benchmark of counts and comparisons, small."""

from __future__ import annotations

import json

from benchmarks.counting import COMPARED, COUNTED, main


def test_a_small_store_is_counted_and_compared(tmp_path, capsys):
    """It fills a store, reads it into memory, and asks every question."""
    assert main([str(tmp_path / "small.db"), "--codings", "900", "--rounds", "1", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row for row in rows if row["what"].startswith("incidents: ")]
    assert sum(row["what"].startswith("counted") for row in rows) == len(COUNTED)
    assert sum(row["what"].startswith("compared") for row in rows) == len(COMPARED)

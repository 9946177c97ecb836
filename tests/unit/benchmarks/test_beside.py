"""The coder beside others."""

from __future__ import annotations

import json

from benchmarks.beside import LEFT_OUT, asked_of_a_model, main
from benchmarks.speed import made_up


def test_what_is_not_installed_is_left_out_and_said_so(tmp_path):
    """The coder is measured all the same."""
    main(["--limit", "2", "--most", "0.2", "--json", str(tmp_path / "figures.json")])
    rows = {row["tool"]: row for row in json.loads((tmp_path / "figures.json").read_text())["tools"]}
    assert rows["marsad"]["rate"] > 0
    assert rows["CAMeL Tools"]["rate"] is None
    assert rows["CAMeL Tools"]["does"].startswith(LEFT_OUT)


def test_a_call_costs_what_it_reads_and_what_it_writes():
    """Instructions and report at one price, the answer at another, ten million times."""
    called = asked_of_a_model(list(made_up(2, 200)), len, 1.0, 4.0)
    one = called["instructions"] + called["report"] + 4 * called["answer"]
    assert called["dollars_for_ten_million"] == round(one * 10)
    assert called["answer"] > 100

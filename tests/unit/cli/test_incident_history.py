"""What happened to an incident, as the command tells it."""

from marsad.cli.incident_history import show
from marsad.store.history import Happened
from marsad.store.log import LogEntry


def test_a_report_that_was_coded_anew_neither_came_nor_left(capsys):
    """Its old events went and its new ones came; only others came and left."""
    entry = LogEntry(
        number=7, at="2026-01-31T08:00:00Z", who="ليلى", act="link", item="incident:i-1", detail={}, software="marsad",
        previous="", hash="",
    )  # fmt: skip
    show([Happened(entry=entry, incident_id="i-1", came=("r1", "r2"), left=("r1", "r3"))])
    assert capsys.readouterr().out == "2026-01-31T08:00:00Z  i-1  ليلى: came r2 left r3 coded anew r1\n"

"""Thirty reports with confusable neighbours are parted as by hand."""

from __future__ import annotations

from marsad.evaluate.clusters import b_cubed, pairwise
from marsad.link.index import Index
from marsad.link.read import codings_of


def test_neighbours_are_kept_apart(reports, places):
    """The same village next day, the next village the same day, growing tolls, one report about two incidents."""
    index = Index()
    for report in reports:
        index.add(codings_of(report, places))
    gold = {(report["id"], n): event["incident"] for report in reports for n, event in enumerate(report["events"])}
    made = {coding.member: incident.incident_id for incident in index.incidents() for coding in incident.codings}
    assert b_cubed(made, gold).f1 >= 0.95
    assert pairwise(made, gold).precision >= 0.95

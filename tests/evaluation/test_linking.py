"""Joining events of one incident: the bars hold on the frozen half, and the halves share nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.linking import baseline, figures, linked
from evaluation.linking_gold import DENSE, FILES, as_coded, by_hand, read, split

SPLIT = Path(__file__).parents[2] / "evaluation" / "gold" / "linking-split.json"


def test_codings_by_hand_are_joined():
    """B-cubed F1 of the frozen half is at least .96, pair precision at least .97, far above the plain baseline."""
    gold = by_hand("frozen")
    found = figures(linked(gold), gold)
    assert found.cubed.f1 >= 0.96
    assert found.pairs.precision >= 0.97
    assert found.pairs.recall >= 0.90
    assert figures(baseline(gold), gold).cubed.f1 < 0.75


def test_what_marsad_codes_is_joined():
    """Codings with their errors are joined less well; that does not get worse."""
    gold = as_coded("frozen")
    found = figures(linked(gold), gold)
    assert found.cubed.f1 >= 0.83
    assert found.pairs.precision >= 0.86


def test_acts_of_one_kind_on_one_day_are_parted():
    """On days full of acts of one kind, which nobody read, most of what is joined is one act."""
    by_people, as_it_is = by_hand("frozen", [DENSE]), as_coded("frozen", [DENSE])
    assert figures(linked(by_people), by_people).cubed.f1 >= 0.89
    assert figures(linked(as_it_is), as_it_is).cubed.f1 >= 0.82


def test_the_halves_share_no_report_and_no_incident():
    """Each report stands in one half, and so does each incident."""
    halves = json.loads(SPLIT.read_text(encoding="utf-8"))
    reports = {report["id"]: report for name in FILES for report in read(name)}
    assert sorted(halves["tuning"] + halves["frozen"]) == sorted(reports)
    incidents = {
        half: {event["incident"] for report_id in ids for event in reports[report_id]["events"]}
        for half, ids in halves.items()
    }
    assert incidents["tuning"].isdisjoint(incidents["frozen"])


@pytest.mark.parametrize("name", FILES)
def test_the_deal_is_even(name):
    """Each half has about half of the events of each file."""
    halves = {half: set(ids) for half, ids in json.loads(SPLIT.read_text(encoding="utf-8")).items()}
    sizes = [sum(len(report["events"]) for report in read(name) if report["id"] in ids) for ids in halves.values()]
    assert abs(sizes[0] - sizes[1]) <= 0.1 * sum(sizes)


def test_a_deal_is_the_same_each_time():
    """No chance is in it but that of a hash."""
    assert split(FILES[:1]) == split(FILES[:1])

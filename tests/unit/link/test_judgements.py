"""Judgements: the newest counts, nothing is lost."""

from __future__ import annotations

import pytest

from marsad.errors import MarsadError
from marsad.link.coding import Member
from marsad.link.judgements import Judgement, ruling

A, B, C = Member("a", 0), Member("b", 0), Member("c", 1)


def judge(a, b, verdict, at, *, superseded=False):
    return Judgement(a=a, b=b, verdict=verdict, by="ليلى", at=at, superseded=superseded)


def test_the_newest_of_a_pair_counts():
    """Whichever way round the pair was told."""
    found = ruling([judge(A, B, "same", "2024-01-02"), judge(B, A, "different", "2024-01-03")])
    assert found.apart == ((A, B),)
    assert found.together == ()


def test_a_superseded_judgement_counts_no_more():
    """What stood before it counts again."""
    found = ruling([judge(A, B, "same", "2024-01-02"), judge(A, B, "different", "2024-01-03", superseded=True)])
    assert found.together == ((A, B),)


@pytest.mark.parametrize("oldest", [0, 1, 2])
def test_of_a_contradiction_the_oldest_gives_way(oldest):
    """Three judgements that cannot hold at once: two do, and the third is named."""
    verdicts = [(A, B, "same"), (B, C, "same"), (A, C, "different")]
    made = [judge(*one, at="2024-01-01" if index == oldest else "2024-02-01") for index, one in enumerate(verdicts)]
    assert ruling(made).overruled == (made[oldest],)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"a": {"report_id": "a", "event": 0}, "b": {"report_id": "b", "event": 0}, "verdict": "perhaps"},
        {"a": {"report_id": "a", "event": "0"}, "b": {"report_id": "b", "event": 0}, "verdict": "same"},
        {"a": {"report_id": "a", "event": 0}, "b": {"report_id": "a", "event": 0}, "verdict": "same"},
        {"a": None, "b": None, "verdict": "same"},
    ],
)
def test_what_is_no_judgement_is_refused(value):
    """The message shows what one looks like."""
    with pytest.raises(MarsadError, match="verdict"):
        Judgement.from_json(value)


def test_a_judgement_is_read():
    """All fields of the line are kept."""
    value = {"a": A._asdict(), "b": C._asdict(), "verdict": "same", "by": "ليلى", "at": "2024-01-02"}
    assert Judgement.from_json(value) == judge(A, C, "same", "2024-01-02")

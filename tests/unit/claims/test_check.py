"""Verdicts: supported, not supported, cannot tell, and why."""

import pytest
from tests.unit.claims.conftest import claim, incident, record

from evaluation.claim_checks import verdicts
from marsad.claims.check import CANNOT_TELL, NOT_SUPPORTED, SUPPORTED, check

THREE = [incident(1), incident(2, day="2024-01-15"), incident(3, day="2024-01-20")]


@pytest.mark.parametrize(
    ("number", "verdict"), [(3, SUPPORTED), (2, NOT_SUPPORTED), (6, NOT_SUPPORTED), (40, CANNOT_TELL)]
)
def test_a_count_of_acts(number, verdict):
    """A tally is supported where the record counts the same; a record far too thin says nothing against it."""
    found = check(claim(number=number, actors=("is", "sdf")), record(*THREE))
    assert (found.verdict, found.low, found.incidents) == (verdict, 3, ("i1", "i2", "i3"))


def test_fewer_on_a_short_record_is_told_as_maybe_thin():
    """A fourth attack of which three are on record is not borne out; the reason says that one may be missing."""
    found = check(claim(kind="ordinal", number=4, actors=("is", "sdf")), record(*THREE))
    assert found.verdict == NOT_SUPPORTED
    assert found.reason == "The record has fewer: 3. It may be thin: what it lacks may have happened all the same."
    long = check(claim(number=20), record(*many(12, 1)))
    assert long.reason == "The record has fewer: 12."


def test_a_single_source_is_no_proof():
    """What one outlet tells neither supports a claim nor speaks against it."""
    found = check(claim(), record(*(incident(n, day=f"2024-01-{n:02}", outlets=("a",)) for n in (5, 6, 7))))
    assert found.verdict == CANNOT_TELL
    assert found.reason == "All that fits (3) is told by a single source: a."


def test_whoever_repeats_the_only_source_is_no_second_one():
    """A copy adds no outlet: two of them behind one report are one source."""
    told = [incident(n, day=f"2024-01-{n:02}", outlets=("a", "b"), copies=("b",)) for n in (5, 6, 7)]
    assert check(claim(), record(*told)).reason == "All that fits (3) is told by a single source: a."


def test_no_days_no_verdict():
    """A claim whose period is vague is not checked."""
    assert check(claim(window=None), record(*THREE)).verdict == CANNOT_TELL


def test_what_may_fit_widens_the_count():
    """An unknown attacker may be the one claimed: such an incident is doubtful, and named."""
    vague = incident(4, side1=["unidentified"], day="2024-01-25")
    found = check(claim(number=4, actors=("is", "sdf")), record(*THREE, vague))
    assert (found.verdict, found.low, found.high, found.doubtful) == (SUPPORTED, 3, 4, ("i4",))


def test_people_are_summed():
    """A toll is compared with the sum over incidents; a tenth more or less is the same."""
    facts = record(incident(1, killed=20), incident(2, killed=22, day="2024-01-12"))
    assert check(claim(number=44, measure="killed"), facts).verdict == SUPPORTED
    assert check(claim(number=80, measure="killed"), facts).verdict == NOT_SUPPORTED


def many(count, month, outlets=("a", "b")):
    return [incident(f"{month}-{n}", day=f"2024-{month:02}-{n + 1:02}", outlets=outlets) for n in range(count)]


@pytest.mark.parametrize(
    ("before", "now", "direction", "verdict"),
    [
        (4, 14, "up", SUPPORTED), (4, 14, "down", NOT_SUPPORTED), (14, 4, "down", SUPPORTED),
        (10, 10, "same", SUPPORTED), (8, 10, "up", CANNOT_TELL), (1, 2, "up", CANNOT_TELL),
    ],
)  # fmt: skip
def test_trends(before, now, direction, verdict):
    """A rise is supported where chance seldom gives it; what chance may have made gets no verdict."""
    facts = record(*many(before, 1), *many(now, 2))
    told = claim(kind="trend", number=None, direction=direction, window=("2024-02-01", "2024-02-29"))
    assert check(told, facts).verdict == verdict


def test_a_new_source_makes_no_rise():
    """Incidents told only by an outlet that did not report before are left out of a trend."""
    facts = record(
        *many(6, 1), *many(6, 2), *(incident(f"new{n}", day=f"2024-02-{n + 1:02}", outlets=("c",)) for n in range(20))
    )
    told = claim(kind="trend", number=None, direction="up", window=("2024-02-01", "2024-02-29"))
    found = check(told, facts)
    assert (found.verdict, found.low, found.before) != (SUPPORTED, 26, 6)
    assert found.low == 6


def test_written_cases():
    """Of the written cases with known answers, at least 95 in 100 get the right verdict."""
    found = list(verdicts())
    assert len(found) >= 60
    right = sum(row["verdict"] == verdict.verdict for row, verdict in found)
    assert right / len(found) >= 0.95

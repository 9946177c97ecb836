"""Claims in turns that gold and news taught, in other words: days that are no trend, wars, zones, shares."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.unit.claims.conftest import CODER

from marsad.claims.read import read_claims
from marsad.model.claim import Claim
from marsad.model.report import Report

ROWS = [json.loads(line) for line in Path(__file__).with_name("turns.jsonl").read_text(encoding="utf-8").splitlines()]


def _told(claim: Claim) -> list[str | int | None]:
    days = [str(claim.window.start), str(claim.window.end)] if claim.window is not None else [None, None]
    place = claim.place.name if claim.place is not None else None
    return [claim.kind, claim.what, claim.measure, claim.number or claim.direction, *days, place]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['turn']}-{index}" for index, row in enumerate(ROWS)])
def test_turn_is_read(row):
    """Each report makes the claims written beside it, and no others."""
    report = Report(
        report_id="r", headline=row["title"], text=row["text"], outlet=row["outlet"],
        published_on=date.fromisoformat(row["published"]),
    )  # fmt: skip
    assert sorted(map(repr, map(_told, read_claims(report, CODER)))) == sorted(map(repr, row["claims"]))

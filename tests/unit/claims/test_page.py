"""The page on claims, row by row: reports of our own for each row and sentence of `docs/claims.md`."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.unit.claims.conftest import CODER

from marsad.claims.read import read_claims
from marsad.model.claim import Claim
from marsad.model.report import Report

ROWS = [json.loads(line) for line in Path(__file__).with_name("page.jsonl").read_text(encoding="utf-8").splitlines()]


def _told(claim: Claim) -> dict[str, Any]:
    """Return the fields of a claim that the page of reports writes; places are tested elsewhere."""
    window = claim.window
    value = {"direction": claim.direction} if claim.kind == "trend" else {"number": claim.number}
    days = [window.start.isoformat(), window.end.isoformat()] if window is not None else None
    return {"kind": claim.kind, "what": claim.what, "measure": claim.measure, **value, "window": days}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['row']}-{index}" for index, row in enumerate(ROWS)])
def test_the_page_holds(row):
    """Each report makes the claims that the page says it makes, and no others."""
    report = Report(
        report_id="r", headline=row["title"], text=row["text"], outlet=row["outlet"],
        published_on=date.fromisoformat(row["published"]),
    )  # fmt: skip
    read = read_claims(report, CODER)
    wanted = [{name: value for name, value in claim.items() if name != "actors"} for claim in row["claims"]]
    assert sorted(map(repr, map(_told, read))) == sorted(map(repr, wanted))
    for claim in row["claims"]:
        if "actors" in claim:
            assert any(set(one.actors) == set(claim["actors"]) for one in read)

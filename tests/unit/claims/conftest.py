"""Claims of one sentence, and claims and incidents as plain values."""

from datetime import date

import pytest

from marsad.claims.facts import facts_of
from marsad.claims.read import read_claims
from marsad.model.claim import Claim, ClaimPlace, Window
from marsad.model.report import Report
from marsad.model.span import Span
from marsad.pipeline import Coder

CODER = Coder()


def read(text, published="2024-02-15", title=""):
    """Return the claims of a text."""
    report = Report(report_id="r", text=text, headline=title, published_on=date.fromisoformat(published))
    return read_claims(report, CODER)


@pytest.fixture
def gazetteer():
    """Return the places of the coder."""
    return CODER.gazetteer


def claim(**fields):
    """Return a claim: a count of three attacks in January unless told otherwise."""
    window = fields.pop("window", ("2024-01-01", "2024-01-31"))
    place = fields.pop("place", None)
    made = {
        "kind": "count", "what": None, "actors": (), "number": 3, "direction": None, "measure": "events",
        "span": Span(0, 0), "quote": "", "rule_id": "test", **fields,
    }  # fmt: skip
    days = Window(*map(date.fromisoformat, window)) if window else None
    return Claim(window=days, place=ClaimPlace(*place) if place else None, **made)


def incident(number, kind="Armed clash", day="2024-01-10", outlets=("a", "b"), copies=(), **fields):
    """Return an incident as `marsad link` writes it; the outlets in `copies` repeat the first."""
    place = fields.pop("place", ("الشحيل", "SY", "SY09"))
    return {
        "incident_id": f"i{number}", "sub_event_type": kind,
        "side1": fields.pop("side1", ["is"]), "side2": fields.pop("side2", ["sdf"]),
        "place": dict(zip(("name", "country", "admin1"), place, strict=True)) | {"precision": fields.pop("near", 1)},
        "date": {"start": day, "end": fields.pop("end", day), "precision": fields.pop("precision", 1)},
        "figures": {name: {"low": n, "best": n, "high": n} for name, n in fields.items()},
        "members": [
            {
                "report_id": f"r{number}{outlet}", "event": 0, "outlet": outlet,
                "copy_of": f"r{number}{outlets[0]}" if outlet in copies else None,
            }
            for outlet in outlets
        ],
    }  # fmt: skip


def record(*incidents):
    """Return a record of incidents."""
    facts, problems = facts_of(incidents, CODER.gazetteer)
    assert problems == []
    return facts

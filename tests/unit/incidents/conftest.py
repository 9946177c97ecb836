"""What tests of incidents share: stores of both kinds, and reports written for the linker, kept with their codings."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.unit.store.conftest import by, event, store, url

from marsad import gazetteer
from marsad.gazetteer import Gazetteer
from marsad.incidents.linker import Linker
from marsad.incidents.view import line, records
from marsad.model.report import Report
from marsad.store import Keeping, Store
from marsad.store.question import Question

__all__ = ["by", "event", "store", "url"]

REPORTS = Path(__file__).parents[1] / "link" / "reports.jsonl"


@pytest.fixture(scope="session")
def places() -> Gazetteer:
    """The places that marsad brings along."""
    return gazetteer.load()


@pytest.fixture(scope="session")
def told() -> list[dict[str, Any]]:
    """Reports of several outlets with their events, as files hold them."""
    return [json.loads(text) for text in REPORTS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def coded(event) -> Callable[..., Keeping]:
    """A report as a file holds it, to keep; each of its events filled up with what only marsad's own records have."""

    def make(report: dict[str, Any], **changed: Any) -> Keeping:
        fields = {**report, **changed}
        events = [
            event(**{"event_id": f"{fields['id']}#{number}", **one, "place": {**one["place"], "place_id": None}})
            for number, one in enumerate(fields["events"])
        ]
        published = fields.get("published")
        kept = Report(
            report_id=fields["id"],
            headline=fields.get("title", ""),
            text=fields.get("text", ""),
            outlet=fields.get("outlet") or None,
            published_on=date.fromisoformat(published) if published else None,
        )
        about = {"published": published, "outlet": kept.outlet, "url": None, "sha256": None}
        record = {"id": kept.report_id, "events": events, "skipped": [], "report": about}
        return Keeping(report=kept, record=record)

    return make


@pytest.fixture
def linker(store, places) -> Linker:
    """What links the empty store."""
    return Linker(store, places)


def lines_in(store: Store) -> dict[str, str]:
    """Return the lines of all incidents by id, as an export holds them."""
    with store.reading() as connection:
        found = list(records(connection, Question(), reasons=True))
    return {record["incident_id"]: line(record) for record in found}


def holding(store: Store, report_id: str) -> str:
    """Return the id of the one incident that a report tells."""
    (found,) = {
        name
        for name, text in lines_in(store).items()
        if any(member["report_id"] == report_id for member in json.loads(text)["members"])
    }
    return found

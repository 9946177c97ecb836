"""What tests of the store share: an empty store, and reports and records made for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from marsad.model.report import Report
from marsad.store import CodedBy, Keeping, Store, open_store


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def new_empty(request, tmp_path_factory) -> Callable[[], str]:
    """Say where a store may be made: a file that is not there yet, or an empty database."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres").new_database
    return lambda: str(tmp_path_factory.mktemp("empty") / "store.db")


@pytest.fixture
def url(new_store, request) -> Iterator[str]:
    """Where an empty store is."""
    where = new_store()
    server = request.getfixturevalue("postgres") if where.startswith("postgresql:") else None
    yield where
    if server is not None:
        server.drop(where)


@pytest.fixture
def store(url) -> Iterator[Store]:
    """An empty store."""
    with open_store(url, who="tester") as opened:
        yield opened


@pytest.fixture
def by() -> Callable[..., CodedBy]:
    """A coder of some version."""

    def make(version: str = "1.0", **other: Any) -> CodedBy:
        return CodedBy(coder_version=version, resources_version="w1", gazetteer="embedded", **other)

    return make


@pytest.fixture
def event() -> Callable[..., dict[str, Any]]:
    """The record of an event: a clash at ذيبان on the day of publication, unless told otherwise."""

    def make(**changed: Any) -> dict[str, Any]:
        place = {
            "name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, "also": [], "place_id": "C1",
            "admin2": "SY0902", "admin3": None, "latitude": 35.02, "longitude": 40.51, "uncertainty_km": 1.0,
            "candidates": [],
        }  # fmt: skip
        value = {
            "event_id": "r#1", "event_type": "Battles", "sub_event_type": "Armed clash",
            "side1": ["is"], "assist1": [], "side2": ["sdf"], "assist2": [], "units": [],
            "place": place | changed.pop("place", {}),
            "date": {"start": "2024-03-20", "end": "2024-03-20", "precision": 1, "reason": None},
            "killed": {"low": 2, "best": 2, "high": None}, "killed_civilians": None, "wounded": None,
            "detained": None, "abducted": None,
            "sources": [{"name": "مصدر محلي", "kind": "anonymous"}], "status": "reported",
            "evidence": "هاجم مسلحون حاجزاً", "evidence_fields": [], "confidence": 0.9, "confidence_fields": {},
            "coder_version": "1.0", "resources_version": "w1", "gazetteer": "embedded",
        }  # fmt: skip
        return value | changed

    return make


@pytest.fixture
def keeping(event) -> Callable[..., Keeping]:
    """A report with the record of its events, one event unless told otherwise."""

    def make(
        report_id: str = "r1",
        text: str = "هاجم مسلحون حاجزاً لقسد في ذيبان.",
        *,
        events: list[dict[str, Any]] | None = None,
        coded: bool = True,
        published: date | None = date(2024, 3, 20),
        **other: Any,
    ) -> Keeping:
        how = {name: other.pop(name) for name in ("retrieved", "archive") if name in other}
        report = Report(report_id=report_id, text=text, published_on=published, **other)
        told = [event()] if events is None else events
        record = {"id": report_id, "events": told, "skipped": []} if coded else None
        return Keeping(report=report, record=record, **how)

    return make

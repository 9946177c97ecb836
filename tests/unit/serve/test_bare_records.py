"""Records that hold the codebook's fields alone, as other programs write them: every page shows what there is."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import quote

import pytest

from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.store import Incident, Member, read
from marsad.store.incidents import keep_incidents
from marsad.store.tables import events

PLACE = {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1}
DATE = {"start": "2018-03-19", "end": "2018-03-19", "precision": 1}
MEMBER = {"report_id": "r1", "event": 0}
SHELLING = "Shelling/artillery/missile attack"
RECORDS = [
    {},
    {"sub_event_type": SHELLING},
    {"sub_event_type": SHELLING, "place": None, "date": None, "figures": None, "members": [MEMBER]},
    {"sub_event_type": SHELLING, "place": {"name": "ذيبان"}, "date": {"start": "2018-03-19"}, "members": [MEMBER]},
    {"sub_event_type": SHELLING, "place": PLACE, "date": DATE, "side1": ["syr-regime"], "side2": ["civilians"],
     "figures": {"killed": {"best": 3}}, "ledger": [{"report_id": "r1", "count": "killed", "best": 3}],
     "members": [MEMBER | {"link": None}, {"report_id": "gone", "event": 4}], "reports": 1},
    {"sub_event_type": "Something else", "attribution": {"grade": "high"}, "members": [{}, MEMBER]},
]  # fmt: skip


@pytest.fixture(autouse=True)
def linked(store):
    """All of it linked, as it is at work."""
    Linker(store, load()).link()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("record", RECORDS)
def test_pages_of_a_bare_incident_answer(store, browser, record, language):
    """Its own, lists, searches, the map, the report's, and those on which it is decided."""
    with store.writing() as connection:
        key = connection.scalar(events.select().with_only_columns(events.c.event_key).order_by(events.c.event_key))
        bare = {"reports": 1, **record}
        keep_incidents(
            connection,
            [Incident(incident_id="i-bare", members=(Member(event_key=key, score=0),), record=bare)],
            who="x",
        )
    visitor = browser("admin", language=language)
    for path in (
        "/incidents/i-bare", "/incidents", "/explore", "/map", "/map/list?whole=true", "/actors", "/reports/r1",
        "/history/r1", "/incidents/i-bare/merge", "/incidents/i-bare/split?report=r1", "/explore/incidents.csv",
        "/explore/incidents.geojson", "/bulk?incident=i-bare",
    ):  # fmt: skip
        answer = visitor.get(path)
        assert answer.status_code in (200, 404, 409, 422), (path, answer.text[-400:])
        assert answer.status_code == 200 or path.startswith(("/incidents/i-bare/", "/bulk")), path


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "lacking",
    [
        ("evidence", "evidence_fields", "confidence_fields", "units"),
        ("assist1", "assist2", "sources", "status", "confidence"),
        ("killed", "killed_civilians", "wounded", "detained", "abducted", "place", "date"),
    ],
)
def test_pages_of_a_bare_coding_answer(browser, monkeypatch, lacking, language):
    """The report's, its history, lists, and a change of many."""
    kept = read.kept_coding
    line = json.dumps({"events": [_bare(lacking)]})
    monkeypatch.setattr(read, "kept_coding", lambda row: replace(kept(row), line=line))
    visitor = browser("admin", language=language)
    for path in (
        "/reports/r1",
        "/history/r1",
        "/queue",
        f"/reports/{quote('م/3 ؟')}",
        "/incidents",
        "/explore?of=reports",
    ):
        assert visitor.get(path).status_code == 200, path


def _bare(lacking):
    """Return an event without some of its fields."""
    whole = {
        "event_id": "r1#1", "event_type": "Explosions/Remote violence", "sub_event_type": SHELLING,
        "side1": ["syr-regime"], "side2": ["civilians"], "place": PLACE, "date": DATE, "killed": {"best": 3},
        "sources": [{"name": "ناشطون"}], "evidence_fields": [{"field": "killed", "start": 0, "end": 3, "quote": "قُت"}],
    }  # fmt: skip
    return {name: value for name, value in whole.items() if name not in lacking}

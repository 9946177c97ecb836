"""Records of reports and incidents made at random: every field that tables hold, with text of all kinds."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from marsad.export.record import COUNTS
from marsad.model.what import EVENT_TYPES

_AWKWARD = (
    "=1+1",
    "'=x",
    "''-y",
    "@cmd",
    "a;b",
    "a; b",
    "\\",
    "\\e",
    "_x000C_",
    "سطر\nسطر",
    "\t",
    "-",
    '"',
    ",",
    "\r\n",
)
WORDS = st.one_of(
    st.sampled_from(_AWKWARD), st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.just("قصف ريف إدلب")
)
NAMES = st.one_of(st.sampled_from(("sdf", "is", "syr-gov", "turkey", "civilians", "protesters", "unidentified")), WORDS)
_DAYS = st.dates(date(1990, 1, 1), date(2035, 1, 1)).map(date.isoformat)
_FIGURE = st.one_of(
    st.none(),
    st.lists(st.integers(0, 400), min_size=3, max_size=3).map(
        lambda told: dict(zip(("low", "best", "high"), sorted(told), strict=True))
    ),
    st.integers(0, 400).map(lambda low: {"low": low, "best": None, "high": None}),
)


@st.composite
def events(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """An event with the fields of the record."""
    kind = draw(st.sampled_from(sorted(EVENT_TYPES)))
    exact = draw(st.booleans())
    days = sorted((draw(_DAYS), draw(_DAYS))) if draw(st.booleans()) else [None, None]
    sources = draw(st.lists(WORDS, max_size=3))
    return {
        "event_id": f"r#{number}",
        "event_type": EVENT_TYPES[kind],
        "sub_event_type": kind,
        **{side: draw(st.lists(NAMES, max_size=3)) for side in ("side1", "assist1", "side2", "assist2")},
        "units": [],
        "place": {
            "name": draw(WORDS),
            "country": draw(st.sampled_from(("SY", "IQ", ""))),
            "admin1": draw(st.sampled_from((None, "SY09", "Anbar"))),
            "admin2": draw(st.sampled_from((None, "SY0902"))),
            "admin3": None,
            "precision": draw(st.integers(1, 3)),
            "also": draw(st.lists(WORDS, max_size=2)),
            "place_id": draw(st.sampled_from((None, "C2522", "gn:7"))),
            "latitude": draw(st.floats(-90, 90)) if exact else None,
            "longitude": draw(st.floats(-180, 180)) if exact else None,
            "uncertainty_km": draw(st.sampled_from((None, 2.0, 80.0))),
            "candidates": draw(st.lists(WORDS, max_size=2)),
        },
        "date": {"start": days[0], "end": days[1], "precision": draw(st.integers(1, 3)), "reason": None},
        **{count: draw(_FIGURE) for count in COUNTS},
        "sources": [{"name": name, "kind": "anonymous"} for name in sources],
        "status": draw(st.sampled_from(("reported", "claimed", "disputed"))),
        "evidence": draw(WORDS),
        "evidence_fields": [],
        "confidence": draw(st.floats(0, 1)),
        "confidence_fields": {"side1": 0.5},
        "coder_version": "1",
        "resources_version": "w",
        "gazetteer": None,
    }


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """The record of a report with up to three events."""
    return {
        "id": draw(st.one_of(st.just("r"), WORDS)),
        "events": [draw(events(number)) for number in range(draw(st.integers(0, 3)))],
        "skipped": [],
        "report": {
            "published": draw(st.one_of(st.none(), _DAYS)),
            "outlet": draw(st.one_of(st.none(), WORDS)),
            "url": draw(st.sampled_from((None, "https://example.org/a?b=1&c=2"))),
            "sha256": None,
        },
    }


def incident(record: dict[str, Any]) -> dict[str, Any] | None:
    """An incident of the first event of a record, as `marsad link` writes it."""
    if not record["events"]:
        return None
    event, member = record["events"][0], {"report_id": record["id"], "event": 0}
    place = {name: event["place"][name] for name in ("name", "country", "admin1", "precision", "latitude", "longitude")}
    told = {count: event[count] for count in COUNTS if event[count]}
    return {
        "incident_id": "i-1",
        "was": ["i-0"],
        **{name: event[name] for name in ("event_type", "sub_event_type", "side1", "side2")},
        "place": place,
        "date": {name: event["date"][name] for name in ("start", "end", "precision")},
        "figures": {count: {**figure, "sources": 1, "rule": "1"} for count, figure in told.items()},
        "reports": 1,
        "sources": 1,
        "choices": {name: {"from": member} for name in ("place", "side1", "side2")},
        "members": [
            member
            | {name: record["report"][name] for name in ("outlet", "published")}
            | {"evidence": event["evidence"], "link": None}
        ],
    }

"""What tests of exploring share: facts of incidents made up for them, and an index filled with facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from marsad.explore import IncidentIndex
from marsad.explore import index as module
from marsad.store import kept_up
from marsad.store.incident_facts import IncidentFacts


def facts(incident_id: str = "i1", **changed: Any) -> IncidentFacts:
    """An exact clash at ذيبان, unless told otherwise."""
    values: dict[str, Any] = {
        "incident_id": incident_id, "changed_at": "2024-03-21T00:00:00Z", "reports": 1, "sub_event_type": "Armed clash",
        "status": "reported", "country": "SY", "admin1": "SY09", "place_precision": 1, "latitude": 35.02,
        "longitude": 40.51, "date_start": "2024-03-20", "date_end": "2024-03-20", "side1": "is", "side2": "sdf",
        "outlets": "شبكة", "place_id": "C5203", "places": "ذيبان\nSY09\nSY",
        "sources": 1, "credibility": 3, "attribution": "low", "contested": 0,
        "differing": 0,
    }  # fmt: skip
    return IncidentFacts(**values | changed)


class Table:
    """Stands in for a store: what it holds can be changed, and every change counts as an act."""

    def __init__(self, *rows: IncidentFacts) -> None:
        self.rows = {row.incident_id: row for row in rows}
        self.acts = 1
        self.asked: dict[str, list[int]] = {}

    def change(self, *rows: IncidentFacts) -> None:
        """Change or add rows."""
        self.rows.update((row.incident_id, row) for row in rows)
        self.acts += 1


@pytest.fixture
def filled(monkeypatch) -> Callable[..., tuple[IncidentIndex, Table]]:
    """Make an index over a table of facts; the report of the nth fact has the key n, in the index of words, too."""

    def make(*rows: IncidentFacts) -> tuple[IncidentIndex, Table]:
        table = Table(*rows)
        monkeypatch.setattr(kept_up, "latest_act", lambda _: (table.acts, ""))
        monkeypatch.setattr(
            module,
            "incident_facts",
            lambda _, since="", **_of: [row for row in table.rows.values() if row.changed_at >= since],
        )
        monkeypatch.setattr(
            module, "tellings",
            lambda _, ids: [(name, at) for at, name in enumerate(table.rows, 1) if ids is None or name in ids],
        )  # fmt: skip
        monkeypatch.setattr(
            module,
            "reports_by_key",
            lambda _, after, **_of: [(key, key) for key in range(after + 1, len(table.rows) + 1)],
        )
        monkeypatch.setattr(module, "keys_asked_for", lambda _, asked: table.asked[asked])
        return IncidentIndex(), table

    return make

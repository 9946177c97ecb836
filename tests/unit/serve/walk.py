"""Every page that is got, with real ids in its address: whatever page is added is walked, too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from fastapi.routing import APIRoute

from marsad.store import Store
from marsad.store.tables import incidents

__all__ = ["UNFILLED", "addresses", "routes"]

UNFILLED = "none"
"""What stands in an address for a parameter that nothing is known of."""


def routes(app: Any) -> dict[tuple[str, str], APIRoute]:
    """Return every page by (method, path), also those of routers inside the app."""
    found: dict[tuple[str, str], APIRoute] = {}
    waiting = list(app.routes)
    while waiting:
        route = waiting.pop()
        if isinstance(route, APIRoute):
            found.update({(method, route.path): route for method in route.methods})
        else:
            waiting += getattr(getattr(route, "original_router", None), "routes", None) or ()
    return found


def addresses(app: Any, store: Store) -> Iterator[str]:
    """Yield the address of every page, once for each report, incident and actor that it can show."""
    with store.reading() as connection:
        known = {
            "report_id": [kept.report.report_id for kept in store.reports()],
            "incident_id": list(connection.scalars(incidents.select().with_only_columns(incidents.c.incident_id))),
            "kind": ["actors"],
            "entry_id": ["sdf"],
            "code": ["sdf"],
            "place_id": ["SY09", "C5192", "SY0903"],
            "form": ["csv", "geojson"],
            "z": ["0"],
            "x": ["0"],
            "y": ["0"],
        }
    for (method, path), route in sorted(routes(app).items()):
        if method != "GET":
            continue
        names = list(route.param_convertors)
        own = next((name for name in names if name in known), None)
        for value in known[own] if own else [UNFILLED]:
            filled = path
            for name in names:
                given = value if name == own else known.get(name, [UNFILLED])[0]
                for written in (f"{{{name}:path}}", f"{{{name}:int}}", f"{{{name}}}"):
                    filled = filled.replace(written, quote(given, safe=""))
            yield filled

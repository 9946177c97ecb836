"""Events or incidents as linked data: schema.org's Event, with where each comes from in the words of PROV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import IO, Any
from urllib.parse import quote

from marsad.export.feed import urn
from marsad.export.geo import area_of, properties, title
from marsad.export.happening import Happening, Telling
from marsad.export.naming import actor_name, country
from marsad.export.table import Column
from marsad.export.values import is_exact

__all__ = ["write_jsonld"]

_CONTEXT = ["https://schema.org", {"prov": "http://www.w3.org/ns/prov#"}]


def write_jsonld(found: Iterable[Happening], columns: Sequence[Column], stream: IO[bytes], precision: int) -> None:
    """Write one document: a graph of events, each derived from its reports; all columns are additional properties."""
    stream.write(f'{{"@context": {json.dumps(_CONTEXT)}, "@graph": ['.encode())
    for number, one in enumerate(found):
        line = json.dumps(_event(one, columns, precision), ensure_ascii=False).encode("utf-8", "backslashreplace")
        stream.write((b",\n" if number else b"\n") + line)
    stream.write(b"\n]}\n")


def _event(found: Happening, columns: Sequence[Column], precision: int) -> dict[str, Any]:
    told = properties(found, columns, precision)
    node: dict[str, Any] = {
        "@id": urn(found),
        "@type": ["Event", "prov:Entity"],
        "identifier": found.key,
        "name": title(found),
        "startDate": found.start.isoformat() if found.start else None,
        "endDate": found.end.isoformat() if found.end else None,
        "location": _place(found, precision),
        "about": [found.event_type, found.sub_event_type],
        "actor": [{"@type": "Organization", "identifier": code, "name": actor_name(code)} for code in found.side1],
        "prov:wasDerivedFrom": [_report(one) for one in found.tellings],
        "prov:wasGeneratedBy": {"@type": "prov:Activity", "prov:wasAssociatedWith": _software(found)},
        "additionalProperty": [
            {"@type": "PropertyValue", "propertyID": name, "value": value}
            for name, value in told.items()
            if value not in (None, "")
        ],
    }
    return {name: value for name, value in node.items() if value not in (None, [])}


def _software(found: Happening) -> dict[str, Any]:
    agent = {"@type": ["prov:SoftwareAgent", "SoftwareApplication"], "name": "marsad"}
    version = found.row.get("coder_version")
    return agent | ({"softwareVersion": version} if version else {})


def _place(found: Happening, precision: int) -> dict[str, Any]:
    place = found.place
    known = country(place["country"])
    node: dict[str, Any] = {
        "@type": "Place" if place["precision"] == 1 else "AdministrativeArea",
        "name": place["name"],
        "identifier": place["place_id"] or area_of(found),
        "address": {"@type": "PostalAddress", "addressCountry": place["country"], "addressRegion": place["admin1"]},
    }
    if known:
        node["containedInPlace"] = {"@type": "Country", "name": known.name}
    if is_exact(place, precision):
        node["geo"] = {"@type": "GeoCoordinates", "latitude": place["latitude"], "longitude": place["longitude"]}
    return node


def _report(told: Telling) -> dict[str, Any]:
    node = {
        "@id": told.url or f"urn:marsad:report:{quote(told.report_id, safe='', errors='backslashreplace')}",
        "@type": ["NewsArticle", "prov:Entity"],
        "identifier": told.report_id,
        "url": told.url,
        "datePublished": told.published.isoformat() if told.published else None,
        "publisher": {"@type": "Organization", "name": told.outlet} if told.outlet else None,
        "prov:value": told.quote,
    }
    return {name: value for name, value in node.items() if value}

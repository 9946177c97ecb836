"""What tests of situation reports share: a small record of a governorate, with what must not be told in public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest
from tests.unit.store.conftest import by, event, keeping, store, url

from marsad import gazetteer
from marsad.export.happening import complete
from marsad.redact.rules import DEFAULT_RULES, read_rules
from marsad.sitrep import Gathered, Situation, publish, read_template, situation_of
from marsad.sitrep.blocks import Document
from marsad.sitrep.compose import compose
from marsad.sitrep.docx import to_docx
from marsad.sitrep.gather import with_reports
from marsad.wording import Tongue

__all__ = ["by", "event", "keeping", "store", "url"]

PLANTED = ("محمود", "الفارس", "الحصان", "C7771", "35.123", "40.234", "mahmoud", "r-secret")
"""What stands in the record and must not stand in a public report."""

FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)


def coded_record(name: str, **fields: Any) -> dict[str, Any]:
    """A coded report of one event: a clash at ذيبان with one death, unless told otherwise."""
    place = {
        "name": "ذيبان",
        "country": "SY",
        "admin1": "SY09",
        "admin2": "SY0902",
        "precision": 1,
        "place_id": "C5203",
    }
    place |= {"latitude": 35.0, "longitude": 40.5} | fields.pop("place", {})
    day = fields.pop("day", "2024-02-20")
    when = {"start": day, "end": fields.pop("end", day), "precision": fields.pop("precision", 1)}
    killed = fields.pop("killed", (1, 1, 1))
    event = {
        "sub_event_type": "Armed clash", "side1": ["sdf"], "side2": ["is"], "place": place, "date": when,
        "evidence": "اشتبكت قسد مع خلايا داعش في ذيبان",
        "killed": dict(zip(("low", "best", "high"), killed, strict=True)) if killed else None,
    }  # fmt: skip
    published = fields.pop("published", "2024-02-21")
    outlet = fields.pop("outlet", "منصة الفرات")
    about = {"published": published, "outlet": outlet, "url": f"https://example.org/{name}", "sha256": "f" * 64}
    return complete({"id": name, "report": about, "events": [event | fields]})


def incident_record(name: str, *records: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """The incident that the first events of coded reports are, with the values of the first."""
    event = records[0]["events"][0]
    figures = {count: {**event[count], "sources": 1, "rule": 1} for count in ("killed", "wounded") if event[count]}
    members = [
        {
            "report_id": one["id"], "event": 0, "outlet": one["report"]["outlet"],
            "published": one["report"]["published"], "copy_of": None, "credibility": 3,
            "evidence": one["events"][0]["evidence"], "link": None,
        }
        for one in records
    ]  # fmt: skip
    chosen = {"from": {"report_id": records[0]["id"], "event": 0}, "sources": 1, "others": {}}
    return {
        "incident_id": name, "was": [], "sub_event_type": event["sub_event_type"], "side1": event["side1"],
        "side2": event["side2"],
        "place": {
            key: event["place"][key] for key in ("name", "country", "admin1", "precision", "latitude", "longitude")
        },
        "date": {key: event["date"][key] for key in ("start", "end", "precision")}, "figures": figures,
        "reports": len(records), "sources": len(records), "credibility": 3,
        "attribution": {"grade": "high", "contested": False}, "choices": {"place": chosen}, "ledger": [],
        "members": members,
    } | fields  # fmt: skip


@pytest.fixture(scope="session")
def places() -> gazetteer.Gazetteer:
    return gazetteer.load()


@pytest.fixture(scope="session")
def record() -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Incidents and the coded reports they join."""
    vague = {"latitude": None, "longitude": None, "precision": 3, "place_id": None, "admin2": None}
    hidden = {
        "name": "قرية الحصان", "place_id": "C7771", "admin2": "SY0900", "latitude": 35.123457, "longitude": 40.234567,
    }  # fmt: skip
    child = "مقتل الطفل محمود عبد الرزاق الفارس برصاص مجهولين في قرية الحصان"
    coded = [
        coded_record("r-1", killed=(2, 4, 6), wounded={"low": 3, "best": 3, "high": 3}),
        coded_record("r-2", killed=(3, 4, 5), outlet="رصد الجزيرة"),
        coded_record("r-3", day="2024-03-05", killed=(20, 20, None), side1=["turkey"], side2=["sdf"]),
        coded_record("r-4", day="2024-01-05", killed=None, side1=[], place=vague, sub_event_type="Arrests"),
        coded_record("r-secret", day="2024-02-25", side1=["other:محمود عبد الرزاق الفارس"], side2=["civilians"],
                     place=hidden, sub_event_type="Attack", evidence=child, killed=(9, 9, 9)),
        coded_record("r-6", day="2024-02-25", side1=["other:آل الفارس"], side2=["civilians"], place=hidden,
                     sub_event_type="Attack", evidence="هجوم في قرية الحصان", outlet="محمود عبد الرزاق الفارس"),
        coded_record("r-7", day="2024-02-28", place={**vague, "admin1": None, "name": "سوريا"}),
        coded_record("r-8", day=None, end=None, precision=3),
        coded_record("r-9", day="2024-02-28", place={**vague, "admin1": "SY08", "name": "الحسكة"}),
        coded_record("r-10", day="2023-12-31"),
    ]  # fmt: skip
    by_id = {one["id"]: one for one in coded}
    joined = {"i-a": ("r-1", "r-2"), "i-c": ("r-3",), "i-d": ("r-4",), "i-e": ("r-secret", "r-6"), "i-f": ("r-7",),
              "i-g": ("r-8",), "i-h": ("r-9",), "i-i": ("r-10",)}  # fmt: skip
    return [incident_record(name, *(by_id[one] for one in told)) for name, told in joined.items()], by_id


@pytest.fixture(scope="session")
def gathered(record: Any, places: gazetteer.Gazetteer) -> Callable[..., Gathered]:
    """The record as it is, or as it may be published."""

    def make(*, public: bool = True) -> Gathered:
        incidents, coded = record
        if not public:
            return with_reports(incidents, coded)
        return publish(incidents, coded, read_rules(DEFAULT_RULES), places, today=date(2026, 1, 1), problems=[])

    return make


@pytest.fixture(scope="session")
def situation(gathered: Callable[..., Gathered]) -> Callable[..., Situation]:
    """Deir-ez-Zor from January to March 2024."""

    def make(*, public: bool = True, area: str | None = "SY09") -> Situation:
        return situation_of(gathered(public=public), area=area, first=FIRST, last=LAST, as_of=date(2024, 4, 2))

    return make


@pytest.fixture(scope="session")
def composed(situation: Callable[..., Situation], places: gazetteer.Gazetteer) -> Callable[[str], Document]:
    """The report in a language, composed once: nothing changes it."""
    return cache(lambda language: compose(situation(), read_template(), Tongue(language=language), places))


@pytest.fixture(scope="session")
def as_docx(composed: Callable[[str], Document]) -> Callable[[str], bytes]:
    """The report in a language as DOCX."""
    return cache(lambda language: to_docx(composed(language)))

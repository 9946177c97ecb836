"""Voices kept in memory are those of the records, whatever is done to the incidents of a store meanwhile."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from tests.unit.analyse.test_stored import EVENT

from marsad.analyse.kept_voices import kept_voices
from marsad.analyse.voices import Voices
from marsad.gazetteer import load
from marsad.incidents.decide import merge, take_back
from marsad.incidents.happenings import happenings
from marsad.incidents.linker import Linker
from marsad.model.report import Report
from marsad.store import CodedBy, Keeping, open_store
from marsad.store.judgements import in_force
from marsad.trends import contrast, days_of, periods_asked
from marsad.trends.search import search_of

OUTLETS = ("سانا", "شبكة النهر", "شبكة النّهر", "مرصد الوادي", None, "منصة الخابور")
BODIES = (None, None, "مرصد الوادي", "المرصد", "وكالة الأنباء السورية", "مركز الفجر")
TOWNS = (("C5192", "ذيبان"), ("C5202", "الشحيل"), (None, "قرية العين"))
BY = CodedBy(coder_version="1", resources_version="w", gazetteer="embedded")
SEARCHES = (
    {}, {"area": "SY09"}, {"actor": "turkey"}, {"side1": "is", "side2": "sdf"}, {"pair": ("sdf", "is")},
    {"type": "Battles"}, {"panel": ("شبكة النهر", "سانا")},
)  # fmt: skip


def keeping(number, chance):
    """A report of one or two acts on some day of two months."""
    day = date(2024, 2, 1) + timedelta(days=chance.randrange(58))
    report = Report(
        report_id=f"r{number}", text=f"خبر رقم {chance.random()} عن {number}", outlet=chance.choice(OUTLETS),
        published_on=day + timedelta(days=chance.random() < 0.2) if chance.random() < 0.9 else None,
    )  # fmt: skip
    events = []
    for at in range(1 + (chance.random() < 0.3)):
        place_id, name = chance.choice(TOWNS)
        body, helper = chance.choice(BODIES), ["turkey"] if chance.random() < 0.3 else []
        told = {"low": 1, "best": 1, "high": None} if chance.random() < 0.4 else None
        unit = {"country": "SY", "admin1": "SY09", "admin2": "SY0903", "precision": 1}
        events.append(
            EVENT | {
                "event_id": f"r{number}#{at}", "sub_event_type": chance.choice(("Armed clash", "Attack")),
                "event_type": "Battles", "side1": ["is"], "assist1": helper, "side2": ["sdf"], "killed": told,
                "place": EVENT["place"] | unit | {"place_id": place_id, "name": name},
                "date": {"start": day.isoformat(), "end": day.isoformat(), "precision": 1, "reason": None},
                "sources": [{"name": body, "kind": chance.choice(("monitor", "media", "official"))}] if body else [],
            }
        )  # fmt: skip
    about = {"published": report.published_on and report.published_on.isoformat(), "outlet": report.outlet}
    return Keeping(report=report, record={"id": report.report_id, "events": events, "skipped": [], "report": about})


def agree(store):
    """Demand that voices, and every comparison, are those of the records; return how many incidents there are."""
    with store.reading() as connection:
        kept = kept_voices(store, connection)
        told = Voices().of(happenings(connection))
    assert {one.happening.incident_id: one.voices for one in kept} == {one.happening.key: one.voices for one in told}
    assert {one.happening.key: one.happening.point for one in kept} == {
        one.happening.key: one.happening.point for one in told
    }
    periods = [None if told is None else days_of(told) for told in ("2024-03", None)]
    for asked in SEARCHES:
        search = search_of({"name": "x"} | asked)
        for by in (("admin1",), ("kind", "actor"), ("side1", "admin2"), ()):
            found = [
                contrast(record, search, periods_asked(record, *periods), by=by, people=("killed", "wounded"))
                for record in (kept, told)
            ]
            assert found[0] == found[1], (asked, by)
    return len(told)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_kept_is_what_the_records_tell(new_store, seed):
    """After linking, after more reports, after merging and dissolving, and where a name comes to be a body."""
    chance = random.Random(seed)
    with open_store(new_store(), who="tester") as store:
        numbers = iter(range(1_000))
        for number in (40, 1, 25):
            store.keep([keeping(next(numbers), chance) for _ in range(number)], BY)
            Linker(store, load()).link()
            assert agree(store)
        with store.reading() as connection:
            ids = [one.happening.incident_id for one in kept_voices(store, connection)]
        before, linker = agree(store), Linker(store, load())
        merge(linker, *ids[:2], "one act")
        assert agree(store) == before - 1
        with store.reading() as connection:
            (judged,) = in_force(connection, ["merge"])
        take_back(linker, judged.key, "two acts")
        assert agree(store) == before

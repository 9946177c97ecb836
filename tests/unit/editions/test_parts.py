"""The parts of an edition by themselves: a document that is told, what is kept of limits, and what fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from tests.unit.editions.test_sight import ready
from tests.unit.incidents.conftest import holding, lines_in

from marsad.editions import prepare as preparing
from marsad.editions.documents import public_document
from marsad.editions.limits import read_beyond, write_beyond
from marsad.model.report import Report
from marsad.redact.limits import NOTHING_BEYOND, Beyond, Limit
from marsad.redact.rules import Rule, Rules
from marsad.store import Keeping
from marsad.store.access_tables import incident_editions
from marsad.store.sight import Sight
from marsad.store.tables import incidents

TEXT = "أصيب رجل برصاص. قُتل الشاب قتيبة الزعتراوي برصاص مجهولين، وأصيب ثالث برصاص طائش."
REPORT = Report(report_id="r1", text=TEXT, published_on=date(2021, 5, 2))
AS_IT_IS = Rules(rule=())


def part(quote, start):
    return {"field": "event", "quote": quote, "start": start, "end": start + len(quote)}


def record_of(event, **changed):
    return {"id": "r1", "report": {"published": "2021-05-02"}, "events": [event(event_id="r1#1", **changed)]}


def test_words_are_found_at_the_nearest_place(event, places):
    """Of words that stand three times each field has its own; a name has its mark, words that are not there none."""
    starts = [at for at in range(len(TEXT)) if TEXT.startswith("برصاص", at)]
    parts = [*(part("برصاص", start) for start in starts), part("قتيبة", TEXT.index("قتيبة")), part("غيره", 3)]
    record = record_of(event, evidence="أصيب رجل برصاص", evidence_fields=parts)
    told, public = public_document(REPORT, record, AS_IT_IS, places)
    assert "قتيبة" not in told.text
    text = told.source_text
    found = [at for at in range(len(text)) if text.startswith("برصاص", at)]
    assert len(found) == len(starts) == 3
    fields = public["events"][0]["evidence_fields"]
    assert [(one["start"], one["end"]) for one in fields[:3]] == [(at, at + len("برصاص")) for at in found]
    assert [text[one["start"] : one["end"]] for one in fields[3:]] == ["[اسم ضحية]"]


def test_fields_that_a_rule_drops_are_left_empty(event, places):
    """A store has every field of an event, so they are there, and say nothing."""
    rules = Rules(rule=(Rule(name="x", drop=("evidence", "evidence_fields", "killed", "status", "confidence")),))
    (before,) = record_of(event)["events"]
    assert all(before[name] for name in ("evidence", "killed", "status", "confidence"))
    _, public = public_document(REPORT, record_of(event), rules, places)
    (told,) = public["events"]
    assert told.keys() == before.keys()
    assert [told[name] for name in ("evidence", "evidence_fields", "killed", "status", "confidence")] == [
        "", [], {}, "", None,
    ]  # fmt: skip


def test_a_report_without_a_coding_is_told_without_names(places):
    """Its words are gone through as those of coded ones."""
    told, public = public_document(REPORT, None, AS_IT_IS, places)
    assert public is None
    assert "الزعتراوي" not in told.text
    assert "[اسم ضحية]" in told.text


@pytest.mark.parametrize(
    "beyond",
    [
        Beyond(events={0: Limit(place="admin1"), 12: Limit(date="month", waits=True)}),
        Beyond(words=Limit(place="country", names=frozenset(["هجين", "الباغوز"]), drop=frozenset(["evidence"]))),
        Beyond(events={3: Limit(withheld=True)}, words=Limit(date="year")),
    ],
)
def test_what_is_asked_of_a_report_is_kept_as_it_was(beyond):
    """And where nothing is asked, nothing is kept."""
    assert read_beyond(write_beyond(beyond)) == beyond
    assert write_beyond(NOTHING_BEYOND) is None
    assert read_beyond(None) == NOTHING_BEYOND


def test_a_few_at_a_time_all_are_made_ready(store, linker, by, event, places):
    """Also incidents of one report that are more than are made at a time."""
    far = {"name": "الشدادي", "place_id": "C2", "admin1": "SY08", "latitude": 36.06, "longitude": 40.73}
    later = {"start": "2024-05-01", "end": "2024-05-01", "precision": 1, "reason": None}
    record = record_of(event)
    record["events"] += [event(event_id="r1#2", place=far), event(event_id="r1#3", date=later)]
    store.keep([Keeping(report=REPORT, record=record)], by())
    linker.link()
    assert len(lines_in(store)) == 3
    while preparing.prepare(store, places, most=1):
        pass
    assert not preparing.waiting(store, places)
    assert lines_in(replace(store, sight=Sight(private=False))).keys() == lines_in(store).keys()


def test_a_report_that_cannot_be_made_ready_is_kept_back(store, linker, told, coded, by, places, monkeypatch, caplog):
    """Neither its words nor its events are told, also not by an incident; the log of the program says why."""
    told = told[:3]
    store.keep([coded(report) for report in told], by())
    linker.link()
    broken, whole = told[0]["id"], preparing.public_document

    def fails(report, *given):
        if report.report_id == broken:
            raise ValueError("broken")
        return whole(report, *given)

    monkeypatch.setattr(preparing, "public_document", fails)
    ready(store, places)
    viewing = replace(store, sight=Sight(private=False))
    assert f"{broken} cannot be told publicly" in caplog.text
    reports = {kept.report.report_id: kept.report for kept in viewing.reports()}
    assert len(reports) == len(told)
    assert (reports[broken].headline, reports[broken].text) == ("", "")
    assert viewing.codings(broken)[-1].record["events"] == []
    assert f'"{broken}"' in lines_in(store)[holding(store, broken)]
    assert not [line for line in lines_in(viewing).values() if f'"{broken}"' in line]


def test_an_incident_of_which_nothing_may_be_told_is_not_there(store, linker, told, coded, by, places, monkeypatch):
    """Its row is not seen, and what is kept in its place holds nothing of it."""
    store.keep([coded(told[0])], by())
    linker.link()

    def fails(*_):
        raise ValueError

    monkeypatch.setattr(preparing, "public_document", fails)
    ready(store, places)
    with store.reading() as connection:
        assert len(connection.execute(select(incidents)).all()) == 1
        (edition,) = connection.execute(select(incident_editions))
    assert (edition.kind, edition.record) == ("public", '{"reports": 0}')
    with replace(store, sight=Sight(private=False)).reading() as connection:
        assert connection.execute(select(incidents)).all() == []

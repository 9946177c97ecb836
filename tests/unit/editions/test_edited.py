"""Reports in which other words hide other names are made ready anew, and not shown before."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, select
from tests.unit.editions.test_sight import linked, ready

from marsad.store.access_tables import public_events
from marsad.store.edited import edit_anew
from marsad.store.incident_list import incident_page
from marsad.store.question import Question
from marsad.store.sight import Sight

__all__ = ["linked"]


def seen(store):
    """Return what a viewer sees: texts of reports by id, and records of incidents."""
    public = replace(store, sight=Sight(private=False))
    reports = {kept.report.report_id: kept.report.text for kept in public.reports()}
    with public.reading() as connection:
        return reports, {one.incident_id: one.record for one in incident_page(connection, Question(), most=100)}


def anew(store, word):
    with store.writing() as connection:
        return edit_anew(connection, [(word, "fixed")], who="tester")


def test_only_reports_that_hold_the_word_are_made_anew(linked, places, told):
    """They and what they tell of are not there until then; afterwards all is as before, and nothing stands twice."""
    word = next(word for word in told[0]["text"].split() if 1 <= sum(word in one["text"] for one in told) < len(told))
    assert anew(linked, word) == 0  # nobody sees an edition yet
    ready(linked, places)
    reports, incidents = seen(linked)
    changes = [linked.codings(report_id) for report_id in reports]
    number = anew(linked, word)
    left, without = seen(linked)
    assert {report_id for report_id in reports if report_id not in left} >= {told[0]["id"]}
    assert len(reports) - len(left) == number < len(reports)
    assert len(without) < len(incidents)
    ready(linked, places)
    assert seen(linked) == (reports, incidents)
    assert [linked.codings(report_id) for report_id in reports] == changes
    with linked.reading() as connection:
        keys = select(func.count(), func.count(public_events.c.event_key.distinct())).select_from(public_events)
        assert len(set(connection.execute(keys).one())) == 1
    assert linked.first_broken() is None

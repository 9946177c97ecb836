"""While a store is made ready for those who may not see all, the newest comes first, incidents with their reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, select
from tests.unit.editions.test_sight import ready

from marsad.editions.prepare import prepare
from marsad.export import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.store import Keeping
from marsad.store.access_tables import public_documents
from marsad.store.editions import begin_editions, is_waiting, left_to_edit, unedited_documents
from marsad.store.incident_list import count_incidents
from marsad.store.question import Question
from marsad.store.sight import Sight
from marsad.store.tables import documents, meta

TOWNS = ("ذيبان", "الشدادي", "هجين", "الشحيل", "الباغوز", "الرقة")


@pytest.fixture(scope="module")
def keepings():
    """Reports of one act each, the last told twice."""
    coder = Coder()
    told = [
        Report(
            report_id=f"r{number}", headline=f"اشتباكات في {town}", outlet=outlet,
            published_on=date(2021, 1 + number, 3),
            text=f"اندلعت اشتباكات بين قسد ومسلحين في {town} أمس، ما أدى إلى مقتل {count} عناصر من قسد.",
        )
        for number, (town, outlet, count) in enumerate(
            (*((town, "شبكة ضفاف", 3 + at) for at, town in enumerate(TOWNS)), (TOWNS[-1], "مرصد الجزيرة", 8))
        )
    ]  # fmt: skip
    told[-1] = replace(told[-1], published_on=told[-2].published_on)
    return [Keeping(report=one, record=to_record(coder.code(one), report=one)) for one in told]


@pytest.fixture
def viewing(store, linker, keepings, by, places):
    """A linked store with all made ready, as who may not see all sees it, to be made ready anew."""
    store.keep(keepings, by())
    linker.link()
    ready(store, places)
    with store.writing() as connection:
        connection.execute(delete(meta).where(meta.c.name == "editions"))
    return replace(store, sight=Sight(private=False))


def told(viewing):
    """Return the reports and the number of incidents that are there."""
    with viewing.reading() as connection:
        return {one.report.report_id for one in viewing.reports()}, count_incidents(connection, Question())


def test_the_newest_reports_and_their_incidents_come_first(store, viewing, places):
    """Each incident as soon as all its reports: lists and pages need not wait until the oldest report is made ready."""
    assert told(viewing) == ({f"r{number}" for number in range(7)}, 6)
    for done in range(1, 8):
        assert prepare(store, places, most=1)
        with store.reading() as connection:
            assert left_to_edit(connection) == (7 - done, 7 - done if done > 1 else 6)
            assert is_waiting(connection) == (done < 7)
        assert told(viewing) == ({f"r{6 - at}" for at in range(done)}, done - 1)
    assert not prepare(store, places, most=1)


def test_what_comes_meanwhile_comes_before_all(store, linker, viewing, keepings, by, places):
    """It is shown once it is linked, with its incident."""
    prepare(store, places, most=1)
    later = replace(keepings[0].report, report_id="later", published_on=date(2022, 1, 3))
    store.keep([Keeping(report=later, record=to_record(Coder().code(later), report=later))], by())
    linker.link()
    prepare(store, places, most=1)
    assert told(viewing) == ({"r6", "later"}, 1)
    ready(store, places)
    assert told(viewing) == ({"later", *(f"r{number}" for number in range(7))}, 7)


def test_a_store_made_ready_from_the_first_report_on_goes_on(store, viewing, places):
    """As marsad did before: it notes nothing of the newest."""
    ready(store, places)
    with store.writing() as connection:
        connection.execute(delete(meta).where(meta.c.name == "editions_down_to"))
        keys = sorted(connection.scalars(select(documents.c.search_key)))
        connection.execute(delete(public_documents).where(public_documents.c.search_key > keys[2]))
        assert left_to_edit(connection) == (4, 0)
    prepare(store, places, most=3)
    with store.reading() as connection:
        assert left_to_edit(connection)[0] == 1
    ready(store, places)
    assert told(viewing) == ({f"r{number}" for number in range(7)}, 6)


@pytest.mark.usefixtures("viewing")
def test_other_words_begin_with_the_newest(store, places):
    """Whatever was made ready before."""
    ready(store, places)
    with store.writing() as connection:
        begin_editions(connection, "other words")
        assert left_to_edit(connection) == (7, 6)
        assert [one.report.report_id for one in unedited_documents(connection, 3)] == ["r6", "r5", "r4"]

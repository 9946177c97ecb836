"""While what a viewer may see is being made ready, every page says so, and no list passes for a whole one."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete
from tests.unit.serve.test_canaries import planted

from marsad.editions.prepare import prepare, waiting
from marsad.gazetteer import load
from marsad.model.report import Report
from marsad.store import Keeping
from marsad.store.editions import begin_editions, is_waiting, is_whole
from marsad.store.tables import meta

__all__ = ["planted"]

SAID = {"en": "What you may see is being made ready.", "ar": "يُجهَّز الآن ما يحق لك الاطلاع عليه."}
LATER = Report(report_id="later", headline="", text="سُمع دوي انفجار قرب بلدة ذيبان.", published_on=date(2023, 5, 3))


@pytest.fixture
def unready(planted, app):
    """A store with nothing made ready, in a workbench that makes it beside its pages."""
    app.state.kept_ready = True
    return planted


def make_all(store):
    while waiting(store, load()):
        prepare(store, load(), most=2)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.usefixtures("unready")
def test_every_page_says_so_to_who_waits(browser, language):
    """In the language of the page; to nobody who sees everything as published."""
    for path in ("/queue", "/incidents", "/explore", "/map", "/actors", "/counts", "/places", "/reports/canary"):
        assert SAID[language] in browser("viewer", language=language).get(path).text, path
        assert SAID[language] not in browser("coder", language=language).get(path).text, path
    assert SAID[language] not in browser(language=language).get("/sign-in").text


def test_it_ends_when_all_is_made_ready(browser, unready):
    """The address that the page asks says when; what comes later is made ready without a word."""
    visitor = browser("viewer")
    assert visitor.get("/ready").json() == {"ready": False}
    prepare(unready, load(), most=1)
    assert visitor.get("/ready").json() == {"ready": False}
    make_all(unready)
    assert visitor.get("/ready").json() == {"ready": True}
    assert SAID["en"] not in visitor.get("/incidents").text
    unready.keep([Keeping(report=LATER)])
    with unready.reading() as connection:
        assert is_waiting(connection)
    assert visitor.get("/ready").json() == {"ready": True}


def test_other_words_begin_it_anew(unready):
    """By a version of rules and words; what a version before had made whole does not count, even when it comes back."""
    make_all(unready)
    with unready.writing() as connection:
        assert is_whole(connection)
        version = connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'editions'").scalar_one()
        for other in ("other words", version):
            begin_editions(connection, other)
            assert not is_whole(connection)


def test_a_store_that_was_made_ready_before_is_whole(unready):
    """One that nobody noted it of is, where nothing waits."""
    make_all(unready)
    with unready.writing() as connection:
        connection.execute(delete(meta).where(meta.c.name == "editions_whole"))
        assert is_whole(connection)

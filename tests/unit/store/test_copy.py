"""A store copied into another: all of it, verified, or nothing."""

import pytest
from sqlalchemy import inspect, text

from marsad.errors import StoreError
from marsad.store import Judgement, Source, copy, open_store
from marsad.store.copy import copy_store
from marsad.store.engine import connect
from marsad.store.schema import upgrade
from marsad.store.verify import verify


def rows(copied):
    return {one.table: one.rows for one in copied}


@pytest.fixture
def filled(store, keeping, by):
    """A store with two versions of a report, two coders, half an emoji, a source, and a judgement superseded."""
    store.keep([keeping("r1"), keeping("r2", text="قصف على ذيبان \U0001f4a5 \ud83d")], by())
    store.keep([keeping("r1", text="نص آخر عن ذيبان")], by())
    store.keep([keeping("r1", text="نص آخر عن ذيبان")], by("2.0"))
    store.keep_source(Source(outlet="مرصد", kind="monitor"))
    first = store.judge(Judgement(kind="note", subject="report:r1", verdict="a"))
    store.judge(Judgement(kind="note", subject="report:r1", verdict="b"), supersedes=first)
    return store


@pytest.fixture
def target(new_empty):
    """Where a store may be made."""
    engine = connect(new_empty(), wait=5.0)
    yield engine
    engine.dispose()


def test_everything_arrives(filled, target):
    """Reports, versions, codings, judgements and the log are the same; the log goes on with the copy."""
    told = []
    copied = copy_store(filled, target, progress=told.append)
    assert tuple(told) == copied
    assert (rows(copied)["reports"], rows(copied)["report_versions"], rows(copied)["judgements"]) == (2, 3, 2)
    with open_store(target.url.render_as_string(hide_password=False)) as arrived:
        assert list(arrived.lines()) == list(filled.lines())
        assert [kept.report for kept in arrived.reports()] == [kept.report for kept in filled.reports()]
        assert arrived.judgements("report:r1") == filled.judgements("report:r1")
        before = list(filled.log())
        *log, last = arrived.log()
        assert log == before
        assert (last.act, last.detail["from"]) == ("copy", filled.name)
        with arrived.reading() as connection:
            assert list(verify(connection)) == []


def test_no_table_is_left_out(filled, target):
    """Every table of the schema is copied; only the indexes of words and the mark of the schema are made there."""
    copied = rows(copy_store(filled, target, progress=lambda _: None))
    there = {
        name
        for name in inspect(filled.engine).get_table_names()
        if not name.startswith(("search_words", "search_forms", "public_words"))
    }
    assert there - copied.keys() <= {"alembic_version", "spatial_ref_sys"}


def test_words_are_found_there(filled, target):
    """The index of words is made anew, in the way of the other database."""
    copy_store(filled, target, progress=lambda _: None)
    with open_store(target.url.render_as_string(hide_password=False)) as arrived:
        assert [hit.report.report_id for hit in arrived.search("ذيبان").page] == [
            hit.report.report_id for hit in filled.search("ذيبان").page
        ]
        assert arrived.search("ذيبان").reports == 2


def test_keeping_goes_on_there(filled, target, keeping, by):
    """What was copied takes new reports and knows those it has."""
    copy_store(filled, target, progress=lambda _: None)
    with open_store(target.url.render_as_string(hide_password=False)) as arrived:
        arrived.keep([keeping("r2", text="قصف على ذيبان \U0001f4a5 \ud83d"), keeping("r3")], by())
        assert [kept.report.report_id for kept in arrived.reports()] == ["r1", "r2", "r3"]


def test_only_into_an_empty_store(filled, target):
    """A second copy is refused by the name of a table that has rows."""
    copy_store(filled, target, progress=lambda _: None)
    with pytest.raises(StoreError, match="not empty: there are rows in"):
        copy_store(filled, target, progress=lambda _: None)


def test_a_copy_that_fails_leaves_nothing(filled, target, monkeypatch):
    """Stopped in the middle, the target is as empty as before, and can be copied into."""

    def broken(_connection):
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(copy, "index_all", broken)
        with pytest.raises(RuntimeError):
            copy_store(filled, target, progress=lambda _: None)
    assert rows(copy_store(filled, target, progress=lambda _: None))["reports"] == 2


_ODD = {
    "sqlite": ("CREATE TRIGGER odd AFTER INSERT ON events BEGIN UPDATE events SET killed_best = 7; END",),
    "postgresql": (
        "CREATE FUNCTION odd() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.killed_best = 7; RETURN NEW; END $$",
        "CREATE TRIGGER odd BEFORE INSERT ON events FOR EACH ROW WHEN (NEW.event_key = 2) EXECUTE FUNCTION odd()",
    ),
}


def test_a_changed_row_is_noticed(filled, target):
    """A number that arrives otherwise than it was read is refused, and nothing of the whole is kept."""
    upgrade(target)
    with target.begin() as connection:
        for statement in _ODD[target.dialect.name]:
            connection.execute(text(statement))
    with pytest.raises(StoreError, match="in events is not what was read"):
        copy_store(filled, target, progress=lambda _: None)
    with target.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM reports")) == 0

"""The work of people on reports, in both kinds of store: acts, statuses, undo, lists and codings of their own."""

from __future__ import annotations

import pytest

from marsad.errors import StoreError
from marsad.store.accounts import add_user, change_user, has_admin, user_named
from marsad.store.choices import choices
from marsad.store.filters import Filters
from marsad.store.queues import QUEUES, next_in, queue, queue_size, queue_sizes
from marsad.store.review import acts_on, do, review_of, undo
from marsad.store.revise import current, revise


@pytest.fixture
def people(store):
    """Two people."""
    with store.writing() as connection:
        for name, role in (("هدى", "coder"), ("سامر", "editor")):
            add_user(connection, name, role, who="tester")
        return user_named(connection, "هدى"), user_named(connection, "سامر")


@pytest.fixture
def filled(store, keeping, by, event):
    """Three reports: a toll of 20, one of 2 that is less sure, and none."""
    store.keep(
        [
            keeping("worst", events=[event(killed={"low": 20, "best": 20, "high": 20})], outlet="أ"),
            keeping("unsure", events=[event(confidence=0.5)], outlet="ب"),
            keeping("quiet", events=[], outlet="ب"),
        ],
        by(),
    )
    return store


def changed(store, report_id, event, **values):
    """Return the record of a report with its one event changed."""
    return store.codings(report_id)[-1].record | {"events": [event(**values)]}


def names(connection, name, user, **asked):
    return [item.report.report_id for item in queue(connection, name, user_key=user.key, **asked)]


def test_lists_are_in_their_order(filled, people):
    """By people harmed, by certainty, narrowed by outlet; reports without events apart."""
    hoda, _ = people
    with filled.reading() as connection:
        assert names(connection, "to check", hoda) == ["worst", "unsure"]
        assert names(connection, "to check", hoda, order="confidence") == ["unsure", "worst"]
        assert names(connection, "to check", hoda, filters=Filters(outlet="ب")) == ["unsure"]
        assert names(connection, "no events", hoda) == ["quiet"]
        assert queue_sizes(connection, hoda.key) == dict.fromkeys(QUEUES, 0) | {"to check": 2, "no events": 1}
        assert queue_size(connection, "to check", user_key=hoda.key, filters=Filters(outlet="ب")) == 1
        assert choices(connection) == (["SY09"], ["أ", "ب"])


def test_what_was_checked_leaves_the_list(filled, people):
    """And what is next follows; the last act is the first of the recent ones."""
    hoda, _ = people
    asked = {"user_key": hoda.key, "order": "severity", "filters": Filters()}
    with filled.writing() as connection:
        assert next_in(connection, "to check", **asked) == "worst"
        assert next_in(connection, "to check", but="worst", **asked) == "unsure"
        do(connection, "worst", "accept", user=hoda, status="checked", checked=True)
        assert next_in(connection, "to check", **asked) == "unsure"
        assert names(connection, "recent", hoda) == ["worst"]


def test_an_edited_report_comes_back(filled, people, keeping, by, event):
    """A new version of a checked report is to be checked, and says that it was before."""
    hoda, _ = people
    with filled.writing() as connection:
        do(connection, "worst", "accept", user=hoda, status="checked", checked=True)
    filled.keep([keeping("worst", "نص آخر", events=[event()], outlet="أ")], by())
    with filled.reading() as connection:
        (item,) = (one for one in queue(connection, "to check", user_key=hoda.key) if one.report.report_id == "worst")
        assert item.changed


def test_a_person_s_coding_stands(filled, people, event, keeping, by):
    """It is in force from then on, also when a machine codes the same text again; a new text is coded anew."""
    hoda, _ = people
    with filled.writing() as connection:
        row = current(connection, "worst")
        record = changed(filled, "worst", event, sub_event_type="Attack", event_type="Violence against civilians")
        key = revise(connection, "worst", record, based_on=row.coding_key, in_force=row.coding_key, user_key=hoda.key)
    filled.keep([keeping("worst", events=[], outlet="أ")], by("2.0"))
    assert filled.search("", Filters(sub_event_type="Attack")).reports == 1
    assert filled.search("Attack").reports == 1
    with filled.reading() as connection:
        assert current(connection, "worst").coding_key == key
    assert [(one.user, one.based_on) for one in filled.codings("worst")] == [
        (None, None), ("هدى", row.coding_key), (None, None),
    ]  # fmt: skip
    filled.keep([keeping("worst", "نص آخر", events=[event()], outlet="أ")], by("2.0"))
    with filled.reading() as connection:
        assert current(connection, "worst").coding_key != key


def test_what_somebody_else_saved_is_not_overwritten(filled, people, event):
    """Saving on top of a coding that is no longer in force is refused."""
    hoda, samer = people
    record = changed(filled, "worst", event)
    with filled.writing() as connection:
        seen = current(connection, "worst").coding_key
        revise(connection, "worst", record, based_on=seen, in_force=seen, user_key=hoda.key)
        with pytest.raises(StoreError, match="Somebody else saved"):
            revise(connection, "worst", record, based_on=seen, in_force=seen, user_key=samer.key)


def test_a_second_reading_is_another_person_s(filled, people):
    """Neither who checked, nor before anybody did."""
    hoda, samer = people
    with filled.writing() as connection:
        with pytest.raises(StoreError, match="another person"):
            do(connection, "worst", "confirm", user=samer, status="reviewed")
        do(connection, "worst", "accept", user=hoda, status="checked", checked=True)
        with pytest.raises(StoreError, match="another person"):
            do(connection, "worst", "confirm", user=hoda, status="reviewed")
        do(connection, "worst", "confirm", user=samer, status="reviewed")
        assert review_of(connection, current(connection, "worst").report_key).status == "reviewed"


def test_each_act_is_taken_back_in_turn(filled, people, event):
    """Coding, status and assignee are as before it; nothing is lost by taking back."""
    hoda, _ = people
    first = filled.codings("worst")[0]
    with filled.writing() as connection:
        do(connection, "worst", "assign", user=hoda, assignee=hoda.key)
        row = current(connection, "worst")
        revise(
            connection, "worst", changed(filled, "worst", event, status="denied"), based_on=row.coding_key,
            in_force=row.coding_key, user_key=hoda.key,
        )  # fmt: skip
        do(connection, "worst", "save", user=hoda, status="checked", checked=True)
        do(connection, "worst", "dispute", user=hoda, status="disputed", comment="المصدر واحد")
        taken = []
        for status in ("checked", "to check", "to check"):
            taken.append(undo(connection, "worst", user=hoda))
            assert review_of(connection, row.report_key).status == status
        assert taken == ["dispute", "save", "assign"]
        assert review_of(connection, row.report_key).assignee is None
        with pytest.raises(StoreError, match="nothing to take back"):
            undo(connection, "worst", user=hoda)
        assert [act.act for act in acts_on(connection, row.report_key)] == [
            "assign", "save", "dispute", "undo", "undo", "undo",
        ]  # fmt: skip
    assert filled.codings("worst")[-1].record == first.record
    assert len(filled.codings("worst")) == 3


def test_only_who_may_takes_back_what_others_did(filled, people):
    """One's own acts, unless one may take back those of others."""
    hoda, samer = people
    with filled.writing() as connection:
        do(connection, "worst", "aside", user=hoda, status="set aside")
        with pytest.raises(StoreError, match="another person's"):
            undo(connection, "worst", user=samer)
        assert undo(connection, "worst", user=samer, of_others=True) == "aside"


def test_every_act_is_in_the_log(filled, people):
    """With the person's name; of secrets only that they changed."""
    hoda, _ = people
    with filled.writing() as connection:
        do(connection, "worst", "comment", user=hoda, comment="انظر")
        change_user(connection, hoda, who="هدى", password="$argon2$secret", language="ar")
        assert not has_admin(connection)
    entries = list(filled.log())
    assert [(one.act, one.who) for one in entries if one.item == "report:worst"][-1] == ("comment", "هدى")
    assert entries[-1].detail == {"password": "changed", "language": "ar"}
    assert filled.first_broken() is None


def test_names_and_roles_are_checked(store):
    """One name each, and a role that there is."""
    with store.writing() as connection:
        add_user(connection, " هدى  علي ", "coder", who="tester")
        for name, role, said in (
            ("هدى علي", "coder", "taken"),
            ("  ", "coder", "name and a role"),
            ("x", "boss", "role"),
        ):
            with pytest.raises(StoreError, match=said):
                add_user(connection, name, role, who="tester")

"""What changed: noted in its order, sealed, and the record of any moment told from it."""

from __future__ import annotations

import json
import random
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from marsad.errors import StoreError
from marsad.store import Incident, Member, open_store
from marsad.store.as_of import coded_then, incidents_then, point_of, standing_then, stood, was_then
from marsad.store.changes import FIRST_SEAL, changes_after, last_change, sealed
from marsad.store.incidents import dissolve, event_keys, keep_incidents
from marsad.store.model import text_sha256
from marsad.store.verify import verify


def all_changes(store):
    with store.reading() as connection:
        return changes_after(connection, 0, limit=100_000)


def an_incident(name, *keys, **record):
    members = tuple(Member(event_key=key, score=0.5) for key in keys)
    return Incident(incident_id=name, members=members, record={"incident_id": name, **record})


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test moves on by hand."""
    moment = [datetime(2024, 5, 1, tzinfo=UTC)]

    def stamped():
        return moment[0].strftime("%Y-%m-%dT%H:%M:%SZ")

    for module in ("changes", "as_of", "incidents", "keep"):
        monkeypatch.setattr(f"marsad.store.{module}.now", stamped)

    def on(seconds=1):
        moment[0] += timedelta(seconds=seconds)
        return moment[0]

    return on


def test_codings_are_created_updated_and_deleted(store, keeping, by):
    """A first coding, a coder of a new version, an edit that nobody coded yet, and the coding of that."""
    store.keep([keeping("r1")], by())
    store.keep([keeping("r1")], by())
    store.keep([keeping("r1", events=[])], by("2.0"))
    store.keep([keeping("r1", "نص آخر.", coded=False)])
    store.keep([keeping("r1", "نص آخر.")], by("2.0"))
    found = all_changes(store)
    assert [(one.act, one.item, one.before) for one in found] == [
        ("created", "r1", None), ("updated", "r1", 1), ("deleted", "r1", 2), ("created", "r1", 3),
    ]  # fmt: skip
    assert [one.reason["act"] for one in found] == ["code", "code", "edited", "code"]
    assert found[1].reason["coder_version"] == "2.0"
    assert [one.until for one in found] == [2, 3, 4, None]
    assert {one.who for one in found} == {"tester"}


def test_incidents_are_created_updated_merged_and_deleted(store, keeping, by):
    """Each with what it was before; an incident that stands again is created again."""
    store.keep([keeping(f"r{number}", f"نص {number}") for number in range(2)], by())
    with store.reading() as connection:
        first, second = (event_keys(connection, key)[0] for key in (1, 2))
    store.keep_incident(an_incident("i1", first))
    store.keep_incident(an_incident("i2", second))
    store.keep_incident(an_incident("i1", first, n=2))
    with store.writing() as connection:
        keep_incidents(connection, [an_incident("i1", first, second)], who="x", reason={"act": "merge", "why": "واحد"})
        dissolve(connection, ["i2"], who="x", into={"i2": "i1"}, reason={"act": "merge", "why": "واحد"})
    with store.writing() as connection:
        dissolve(connection, ["i1"], who="x")
    store.keep_incident(an_incident("i2", second, n=3))
    found = [one for one in all_changes(store) if one.kind == "incident"]
    assert [(one.act, one.item, one.into) for one in found] == [
        ("created", "i1", None), ("created", "i2", None), ("updated", "i1", None), ("updated", "i1", None),
        ("merged", "i2", "i1"), ("deleted", "i1", None), ("created", "i2", None),
    ]  # fmt: skip
    assert found[3].reason == {"act": "merge", "why": "واحد"}
    assert json.loads(found[0].record) == {"incident_id": "i1"}
    assert json.loads(found[2].record) == {"incident_id": "i1", "n": 2}
    assert found[-1].record is None  # it stands: the record is where incidents are


def test_changes_are_sealed(store, keeping, by):
    """Whoever has read them can compute the seal of the last one, and with it of all that stands."""
    store.keep([keeping("r1"), keeping("r2")], by())
    seal = FIRST_SEAL
    for one in all_changes(store):
        values = {
            "change_key": one.number, "at": one.at, "who": one.who, "kind": one.kind, "item": one.item, "act": one.act,
            "reason": json.dumps(one.reason, sort_keys=True), "merged_into": one.into, "coding_key": one.coding_key,
            "sha256": one.sha256,
        }  # fmt: skip
        seal = sealed(seal, values)
        assert seal == one.seal
    with store.reading() as connection:
        assert last_change(connection)[2] == seal
        assert list(verify(connection)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE changes SET who = 'nobody' WHERE change_key = 1", "broken at number 1"),
        ("DELETE FROM changes WHERE change_key = 2", "broken at number 2"),
        ("UPDATE changes SET record = '{}' WHERE change_key = 2", "tells of a record that is not there"),
    ],
)
def test_changes_that_were_changed_are_found(store, keeping, by, change, told):
    """Who takes the guards away and changes one is given away by its seal, or by the hash of the record."""
    store.keep([keeping("r1")], by())
    with store.reading() as connection:
        key = event_keys(connection, 1)[0]
    store.keep_incident(an_incident("i1", key))
    store.keep_incident(an_incident("i1", key, n=2))
    with store.writing() as connection:
        where = "" if connection.dialect.name == "sqlite" else " ON changes"
        for name in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER guard_changes_{name}{where}"))
        if change.startswith("DELETE"):
            connection.execute(text("UPDATE changes SET before = NULL"))
        connection.execute(text(change))
    with store.reading() as connection:
        assert any(told in problem for problem in verify(connection))


def test_a_random_history_is_told_again_moment_by_moment(store, keeping, by, clock):
    """Whatever happened, the record of every moment and its seal are, asked later and again, what they were then."""
    drawn = random.Random(11)
    names = [f"r{number}" for number in range(6)]
    store.keep([keeping(name, f"نص {name}") for name in names], by())
    with store.reading() as connection:
        keys = [event_keys(connection, number)[0] for number in range(1, 7)]
    seen: list[tuple[datetime, dict[str, str], dict[str, str], dict[str, list[str]]]] = []
    codings, live, leads = {}, {}, {}
    for name in names:
        codings[name] = store.codings(name)[-1].line
    for step in range(60):
        moment = clock()
        for _ in range(drawn.randrange(3)):
            match drawn.randrange(4):
                case 0:
                    name = drawn.choice(names)
                    store.keep([keeping(name, f"نص {name}", events=[])], by(f"{step}.{drawn.random()}"))
                    codings[name] = store.codings(name)[-1].line
                case 1 | 2:
                    name = f"i{drawn.randrange(4)}"
                    found = an_incident(name, drawn.choice(keys), n=drawn.randrange(3))
                    taken = [other for other, one in live.items() if other != name and _shares(one, found)]
                    if taken:
                        continue
                    store.keep_incident(found)
                    live[name] = found
                    leads.pop(name, None)
                case _ if live:
                    name = drawn.choice(sorted(live))
                    into = drawn.choice([*sorted(set(live) - {name}), None])
                    with store.writing() as connection:
                        dissolve(connection, [name], who="x", into={name: into} if into else None)
                    del live[name]
                    if into:
                        leads[name] = into
        records = {name: json.dumps(one.record, ensure_ascii=False) for name, one in live.items()}
        seen.append((moment, dict(codings), records, {name: _led(leads, name) for name in live}))
    clock(5)
    answers = []
    for _ in range(2):
        told = []
        for moment, coded, incidents, was in seen:
            point = point_of(store.engine, moment, store="s")
            with store.reading() as connection:
                assert dict(_texts(coded_then, connection, point.change)) == coded
                assert dict(_texts(incidents_then, connection, point.change)) == incidents
                assert stood(connection, point.change) == {"coding": len(coded), "incident": len(incidents)}
                assert was_then(connection, list(incidents), point.change) == was
                for old in (old for ids in was.values() for old in ids):
                    found = standing_then(connection, "incident", old, point.change)
                    assert found is not None
                    assert found[0].item in incidents
            told.append(point.seal)
        answers.append(told)
    assert answers[0] == answers[1]
    records = [(coded, incidents) for _, coded, incidents, _ in seen]
    same = dict(zip(answers[0], records, strict=True))
    assert [same[seal] for seal in answers[0]] == records  # one seal names one record
    with store.reading() as connection:
        assert [one for one in verify(connection) if "hange" in one] == []


def _shares(one, other):
    return {member.event_key for member in one.members} & {member.event_key for member in other.members}


def _led(leads, name):
    """Return the ids that lead to one."""
    found, ahead = set(), [name]
    while ahead:
        now = ahead.pop()
        new = {old for old, into in leads.items() if into == now} - found - {name}
        found |= new
        ahead += new
    return sorted(found)


def _texts(page, connection, point):
    """Read all pages, two a page."""
    after = ""
    while found := page(connection, point, after=after, limit=2):
        for one, line in found:
            assert text_sha256(line) == one.sha256
            yield one.item, line
        after = found[-1][0].item


def test_moments_that_are_not_settled_are_refused(store, keeping, by, clock):
    """The present second is not over, and what follows it is unknown."""
    store.keep([keeping("r1")], by())
    for seconds in (0, 60):
        with pytest.raises(StoreError, match="not settled yet"):
            point_of(store.engine, datetime(2024, 5, 1, 0, 0, seconds % 60, tzinfo=UTC) + timedelta(seconds=seconds),
                     store="s")  # fmt: skip
    clock(2)
    assert point_of(store.engine, datetime(2024, 5, 1, tzinfo=UTC), store="s").change == 1
    assert point_of(store.engine, datetime(2024, 4, 30, tzinfo=UTC), store="s").change == 0


def test_a_clock_set_back_puts_nothing_before_what_was_read(store, keeping, by, clock):
    """Times never fall behind those of earlier changes."""
    store.keep([keeping("r1")], by())
    clock(-3600)
    store.keep([keeping("r2")], by())
    first, second = all_changes(store)
    assert first.at == second.at


def test_a_reader_misses_nothing_that_several_write(url, keeping, by):
    """While four writers keep reports, following the changes gives every one once, in order and without a gap."""
    wanted = {f"w{writer}-{number}" for writer in range(4) for number in range(12)}
    failed: list[BaseException] = []

    def write(writer):
        try:
            with open_store(url, who=f"w{writer}") as store:
                for number in range(12):
                    store.keep([keeping(f"w{writer}-{number}", f"نص {writer} {number}")], by())
        except BaseException as error:  # noqa: BLE001 - shown by the test
            failed.append(error)

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for one in writers:
        one.start()
    seen, last = [], 0
    with open_store(url) as store:
        while True:
            going = any(one.is_alive() for one in writers)
            with store.reading() as connection:
                found = changes_after(connection, last, limit=5)
            seen += found
            last = seen[-1].number if seen else 0
            if not found and not going:
                break
    assert failed == []
    assert [one.number for one in seen] == list(range(1, len(wanted) + 1))
    assert {one.item for one in seen} == wanted

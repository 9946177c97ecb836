"""The feed of changes, and the record as it stood: complete, in order, and the same whenever it is asked for."""

from __future__ import annotations

import random
import threading
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient
from tests.unit.serve.api.conftest import BASE
from tests.unit.serve.api.test_writes import TEXT, corrected, decide, sent

_NOT_OF_THE_MOMENT = ("reliability",)


def followed(client, after=None, limit=3):
    """Follow the feed to where it is now."""
    items = []
    while True:
        told = client.get("/changes", params={"limit": limit, **({"after": after} if after else {})}).json()
        items, after = items + told["items"], told["next"]
        if not told["more"]:
            return items, after


def test_the_feed_goes_on_where_it_was(program):
    """Its cursor holds when there is nothing more, and then gives what is new, once."""
    client = program("coder", "write")
    first, cursor = followed(client)
    assert followed(client, cursor) == ([], cursor)
    client.post("/reports", json={"reports": [sent(published="2023-09-09")]})
    new, _ = followed(client, cursor)
    assert [(one["kind"], one["act"]) for one in new] == [("coding", "created"), ("incident", "created")]
    assert [one["change"] for one in (*first, *new)] == list(range(1, len(first) + len(new) + 1))
    assert followed(client)[0] == first + new
    assert {one["kind"] for one in client.get("/changes", params={"kind": "coding"}).json()["items"]} == {"coding"}


def test_a_reader_misses_nothing_that_several_write(app, token):
    """While four programs send reports, a fifth one follows: every coding comes once, in order, without a gap."""
    shown = token("coder", "write")

    def client():
        return TestClient(app, base_url=f"{BASE}/api/v1", headers={"Authorization": f"Bearer {shown}"})

    def write(number):
        writer = client()
        for turn in range(4):
            body = {"reports": [sent(f"w{number}-{turn}", f"{TEXT} {number} {turn}")]}
            assert writer.post("/reports", json=body).status_code == 200

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for one in writers:
        one.start()
    reader, seen, cursor = client(), [], None
    while True:
        going = any(one.is_alive() for one in writers)
        new, cursor = followed(reader, cursor)
        seen += new
        if not going and not new:
            break
    assert [one["change"] for one in seen] == list(range(1, len(seen) + 1))
    codings = [one["item"] for one in seen if one["kind"] == "coding" and one["item"].startswith("w")]
    assert sorted(codings) == sorted(f"w{number}-{turn}" for number in range(4) for turn in range(4))
    there = {one["incident_id"] for one in reader.get("/incidents", params={"limit": 200}).json()["items"]}
    assert _standing(seen, "incident") == there


def _standing(seen, kind):
    """Return what stands after some changes, as a program that follows them knows it."""
    there = set()
    for one in seen:
        if one["kind"] == kind:
            (there.discard if one["act"] in ("merged", "deleted") else there.add)(one["item"])
    return there


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test moves on by hand."""
    moment = [datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=10)]

    def stamped():
        return moment[0].strftime("%Y-%m-%dT%H:%M:%SZ")

    for module in ("changes", "as_of"):
        monkeypatch.setattr(f"marsad.store.{module}.now", stamped)

    def on(seconds=60):
        moment[0] += timedelta(seconds=seconds)
        return moment[0].strftime("%Y-%m-%dT%H:%M:%SZ")

    return on


def record(client, **asked):
    """Return all codings and incidents, less what is not of the moment."""
    codings, incidents = (
        client.get(path, params={"limit": 200, **asked}).json()["items"] for path in ("/codings", "/incidents")
    )
    for coding in codings:
        del coding["status"]
    for incident in incidents:
        for member in incident["members"]:
            member.pop("reliability", None)
    return (
        {coding["report_id"]: coding for coding in codings},
        {incident["incident_id"]: incident for incident in incidents},
    )


def test_a_random_history_is_told_again(program, clock):
    """Reports, corrections, merges, grades and takings back: each moment, asked later, is what was answered then."""
    client, drawn = program("admin", "write"), random.Random(5)
    seen, judgements = [], []

    def deed():
        incidents = client.get("/incidents", params={"limit": 200}).json()["items"]
        match drawn.randrange(6):
            case 0 | 1:
                number = drawn.randrange(4)
                whom, where = drawn.choice(["شخصين", "ثلاثة أشخاص"]), drawn.choice(["الرقة", "منبج"])
                text = f"اعتقلت قسد {whom} في مدينة {where} اليوم."
                body = {"reports": [sent(f"n{number}", text, published="2021-05-02", outlet=f"شبكة {number}")]}
                client.post("/reports", json=body)
            case 2:
                read = client.get(f"/codings/{drawn.choice(['r1', 'r2'])}")
                best = drawn.randrange(1, 9)
                body = corrected(read.json(), killed={"low": best, "best": best, "high": best})
                client.put(f"/codings/{read.json()['report_id']}", json=body, headers={"If-Match": "*"})
            case 3:
                one, other = drawn.sample([one["incident_id"] for one in incidents], 2)
                judgements.append(decide(client, one, "merge", other=other).json().get("judgement"))
            case 4:
                one = drawn.choice(incidents)["incident_id"]
                told = decide(client, one, "grade", attribution=drawn.choice(["low", "high", "contested"])).json()
                judgements.append(told["judgement"])
            case _ if judgements:
                client.post(f"/judgements/{drawn.choice(judgements)}/take-back", json={})

    for _ in range(14):
        at = clock()
        deed()
        seen.append((at, record(client)))
    clock()
    seals = []
    for at, (codings, incidents) in seen:
        assert record(client, as_of=at) == (codings, incidents), at
        told = client.get("/snapshot", params={"as_of": at}).json()
        assert (told["codings"], told["incidents"]) == (len(codings), len(incidents))
        seals.append(told["sha256"])
        some = drawn.choice(sorted(incidents))
        one = client.get(f"/incidents/{some}", params={"as_of": at}).json()
        assert {**one, "members": [_less(member) for member in one["members"]]} == incidents[some]
        for old in incidents[some]["was"]:
            assert client.get(f"/incidents/{old}", params={"as_of": at}).json()["incident_id"] == some
    assert seals == [client.get("/snapshot", params={"as_of": at}).json()["sha256"] for at, _ in seen]
    assert len(set(seals)) > len(seen) / 2
    page = client.get("/incidents", params={"as_of": seen[-1][0], "limit": 1}).json()
    assert page["snapshot"]["sha256"] == seals[-1]
    rest = client.get("/incidents", params={"as_of": seen[-1][0], "limit": 200, "after": page["next"]}).json()
    assert len(page["items"]) + len(rest["items"]) == len(seen[-1][1][1])


def _less(member):
    return {name: value for name, value in member.items() if name not in _NOT_OF_THE_MOMENT}


def test_before_anything_was_kept_there_was_nothing(program):
    """An empty record, with the seal of no change."""
    client = program()
    told = client.get("/snapshot", params={"as_of": "2020-01-01"}).json()
    assert (told["codings"], told["incidents"], told["sha256"]) == (0, 0, "0" * 64)
    assert client.get("/codings", params={"as_of": "2020-01-01"}).json()["items"] == []
    assert client.get("/codings/r1", params={"as_of": "2020-01-01"}).status_code == 404

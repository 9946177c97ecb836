"""What programs change: reports, codings, incidents; each once, and never what somebody else changed meanwhile."""

from __future__ import annotations

import threading

import pytest
from starlette.testclient import TestClient
from tests.unit.serve.api.conftest import BASE, problem

from marsad.errors import StoreError
from marsad.serve.api.routes import reviews
from marsad.store.problems import BUSY

TEXT = "اعتقلت قسد ثلاثة أشخاص في مدينة الرقة اليوم."


def sent(report_id="new", text=TEXT, **more):
    return {"report_id": report_id, "text": text, "published": "2021-05-03", "outlet": "شبكة", **more}


def corrected(coding, **changed):
    """Return the events of a coding with the first one changed."""
    events = [{**event} for event in coding["record"]["events"]]
    events[0] |= changed
    return {"events": events, "comment": "Two were killed."}


def test_reports_are_kept_and_coded(program, store):
    """Now, with what was coded from them; the same again changes nothing, another text is a new version."""
    client = program("coder", "write")
    first = client.post("/reports", json={"reports": [sent()]}).json()
    assert first == {
        "reports": [
            {"report_id": "new", "version": 1, "new": True, "changed": False, "coded": True, "refused": None}
        ],
        "queued": 0,
    }  # fmt: skip
    (event,) = client.get("/codings/new").json()["record"]["events"]
    assert (event["sub_event_type"], event["detained"]["best"], event["side1"]) == ("Arrests", 3, ["sdf"])
    again = client.post("/reports", json={"reports": [sent()]}).json()["reports"][0]
    assert (again["new"], again["changed"], again["coded"]) == (False, False, False)
    edited = client.post("/reports", json={"reports": [sent(text="اعتقلت قسد شخصاً في الرقة.")]}).json()["reports"][0]
    assert (edited["version"], edited["changed"], edited["coded"]) == (2, True, True)
    refused = client.post("/reports", json={"reports": [sent(outlet="أخرى")]}).json()["reports"][0]
    assert "belongs to a report of another outlet" in refused["refused"]
    assert next(entry.who for entry in store.log("report:new")) == "coder"


def test_reports_are_linked_as_they_come(program):
    """A report that tells a known act joins its incident."""
    client = program("coder", "write")
    before = client.get("/incidents").json()["items"]
    text = "أفاد ناشطون بأن قسد اعتقلت أربعة أشخاص في مدينة الرقة اليوم."
    client.post(
        "/reports", json={"reports": [sent("told again", text, published="2021-05-02", outlet="وكالة البادية")]}
    )
    after = client.get("/incidents").json()["items"]
    assert len(after) == len(before)
    assert any("told again" in [member["report_id"] for member in one["members"]] for one in after)


def test_reports_may_wait(program):
    """Kept at once, they are coded after the answer."""
    client = program("coder", "write")
    told = client.post("/reports", json={"reports": [sent("a"), sent("b")], "code": "later"}).json()
    assert told["queued"] == 2
    assert [one["coded"] for one in told["reports"]] == [False, False]
    assert len(client.get("/codings/a").json()["record"]["events"]) == 1  # the client of the tests waits for the rest


def test_a_coding_is_corrected(program):
    """A person's coding takes its place, with who and why; the answer says what it is now."""
    client = program("coder", "write")
    read = client.get("/codings/r1")
    body = corrected(read.json(), killed={"low": 2, "best": 2, "high": 2})
    told = client.put("/codings/r1", json=body, headers={"If-Match": read.headers["etag"]}).json()
    assert (told["act"], told["status"]) == ("save", "checked")
    now = client.get("/codings/r1").json()
    assert (now["by"], now["based_on"], now["coding"]) == ("coder", read.json()["coding"], told["coding"])
    assert now["record"]["events"][0]["killed"]["best"] == 2
    change = client.get("/changes").json()["items"][-1]
    assert (change["act"], change["who"], change["reason"]) == (
        "updated", "coder", {"act": "revise", "based_on": 1, "why": "Two were killed."},
    )  # fmt: skip
    assert {"killed"} == {one["field"] for one in change["difference"]}


def test_the_same_coding_sent_back_accepts_it(program):
    """Nothing new is kept; the report is checked."""
    client = program("coder", "write")
    read = client.get("/codings/r1")
    body = {"events": read.json()["record"]["events"]}
    told = client.put("/codings/r1", json=body, headers={"If-Match": read.headers["etag"]}).json()
    assert (told["act"], told["coding"]) == ("accept", read.json()["coding"])


def test_nobody_writes_over_what_he_did_not_read(program):
    """Without If-Match 428, with an old one 412; nothing is changed by either."""
    client = program("editor", "write")
    read = client.get("/codings/r1")
    body = corrected(read.json(), killed=None)
    assert problem(client.put("/codings/r1", json=body)) == "say-what-you-read"
    first = client.put("/codings/r1", json=body, headers={"If-Match": read.headers["etag"]})
    assert first.status_code == 200
    again = client.put("/codings/r1", json=corrected(read.json()), headers={"If-Match": read.headers["etag"]})
    assert problem(again) == "changed"
    assert client.get("/codings/r1").json()["coding"] == first.json()["coding"]
    incident = client.get("/incidents").json()["items"][0]["incident_id"]
    for what, asked in (("merge", {"other": "i-x"}), ("split", {"reports": ["r1"]}), ("grade", {"attribution": "low"})):
        assert problem(client.post(f"/incidents/{incident}/{what}", json=asked)) == "say-what-you-read"
        old = client.post(f"/incidents/{incident}/{what}", json=asked, headers={"If-Match": '"old"'})
        assert problem(old) == "changed"


def test_words_that_do_not_lie_in_the_report_are_refused(program):
    """By field and offsets."""
    client = program("coder", "write")
    read = client.get("/codings/r1")
    body = corrected(read.json(), evidence_fields=[{"field": "killed", "start": 5, "end": 90_000}])
    answer = client.put("/codings/r1", json=body, headers={"If-Match": read.headers["etag"]})
    assert problem(answer) == "not-valid"
    assert "killed (5 to 90000)" in answer.json()["detail"]


def test_reports_go_through_hands(program):
    """Accepted, read again by another person, disputed, given to somebody, taken back; by the rules of the pages."""
    coder, reviewer, editor = program("coder", "write"), program("reviewer", "write"), program("editor", "write")

    def act(client, what, **more):
        return client.post("/reviews/r1", json={"act": what, **more})

    assert act(coder, "accept").json()["checked_by"] == "coder"
    assert act(coder, "second", comment="اقرأ السطر الثاني").json()["status"] == "second reading"
    assert problem(act(coder, "confirm")) == "not-allowed"
    assert act(reviewer, "confirm").json()["status"] == "reviewed"
    assert act(editor, "dispute").json()["status"] == "disputed"
    assert problem(act(coder, "undo")) == "conflict"
    assert act(editor, "undo").json()["status"] == "reviewed"
    assert problem(act(coder, "assign", assignee="editor")) == "not-allowed"
    assert problem(act(editor, "assign", assignee="viewer")) == "not-valid"
    told = act(editor, "assign", assignee="coder").json()
    assert told["assignee"] == "coder"
    assert [one["act"] for one in told["acts"]] == ["accept", "second", "confirm", "dispute", "undo", "assign"]
    assert told["acts"][1]["comment"] == "اقرأ السطر الثاني"
    assert act(coder, "aside", comment="").json()["status"] == "set aside"
    assert problem(coder.post("/reviews/none", json={"act": "accept"})) == "not-found"


@pytest.fixture
def two(program):
    """A reviewer's program, and two incidents of arrests that could be one."""
    client = program("reviewer", "write")
    text = "اعتقلت قسد شخصين في مدينة منبج صباح اليوم."
    client.post("/reports", json={"reports": [sent("manbij", text, published="2021-06-20", outlet="وكالة")]})
    found = {one["members"][0]["report_id"]: one["incident_id"] for one in client.get("/incidents").json()["items"]}
    return client, found["r2"], found["manbij"]


def decide(client, incident, what, **body):
    tag = client.get(f"/incidents/{incident}").headers["etag"]
    return client.post(f"/incidents/{incident}/{what}", json=body, headers={"If-Match": tag})


def test_incidents_are_merged_and_parted_again(two):
    """A merge is a judgement; taken back, both are there as before, and every id leads somewhere."""
    client, one, other = two
    before = {name: client.get(f"/incidents/{name}").json() for name in (one, other)}
    told = decide(client, one, "merge", other=other, why="One patrol").json()
    (now,) = told["incidents"]
    assert {one, other} - {now} == set(client.get(f"/incidents/{now}").json()["was"])
    assert client.get(f"/incidents/{other}").json()["incident_id"] == now
    happened = client.get(f"/incidents/{now}/history").json()["items"]
    assert ("merge", "One patrol", told["judgement"]) in [(it["act"], it["why"], it["judgement"]) for it in happened]
    last = client.get("/changes", params={"kind": "incident"}).json()["items"]
    merged = [change for change in last if change["act"] == "merged"]
    assert [(change["into"], change["reason"]["why"]) for change in merged] == [(now, "One patrol")]
    back = client.post(f"/judgements/{told['judgement']}/take-back", json={"why": "No"})
    assert back.status_code == 200
    assert {name: client.get(f"/incidents/{name}").json() for name in (one, other)} == before
    again = client.post(f"/judgements/{told['judgement']}/take-back", json={})
    assert problem(again) == "conflict"


def test_incidents_are_graded(two):
    """A report's credibility, and how sure it is who did it; never half of either."""
    client, one, _ = two
    decide(client, one, "grade", report="r2", credibility=5, why="It was a drill")
    assert client.get(f"/incidents/{one}").json()["members"][0]["credibility"] == 5
    decide(client, one, "grade", attribution="contested")
    assert client.get(f"/incidents/{one}").json()["attribution"]["contested"] is True
    for body in ({}, {"report": "r2"}, {"credibility": 2}, {"report": "r2", "credibility": 2, "attribution": "low"}):
        assert problem(decide(client, one, "grade", **body)) == "not-valid"
    assert problem(decide(client, one, "grade", report="r1", credibility=2)) == "conflict"


def test_a_split_is_a_judgement(two):
    """Reports that are all there is cannot be split off; those of a merge can."""
    client, one, other = two
    assert problem(decide(client, one, "split", reports=["r2"])) == "conflict"
    (now,) = decide(client, one, "merge", other=other).json()["incidents"]
    told = decide(client, now, "split", reports=["manbij"], why="Another day").json()
    assert len(set(told["incidents"])) == 2
    assert client.get(f"/incidents/{told['incidents'][0]}").json()["members"][0]["report_id"] == "manbij"


def test_another_persons_judgement_takes_an_editor(two, program):
    """As on the pages."""
    client, one, _ = two
    key = decide(client, one, "grade", attribution="low").json()["judgement"]
    other = program("admin", "read", "write")
    assert other.post(f"/judgements/{key}/take-back", json={}).status_code == 200
    key = decide(other, one, "grade", attribution="low").json()["judgement"]
    assert problem(client.post(f"/judgements/{key}/take-back", json={})) == "not-allowed"


def test_a_request_sent_again_is_not_done_again(program):
    """With the same key and body the answer is the same and says so; with another body it is refused."""
    client = program("coder", "write")
    key = {"Idempotency-Key": "k1"}
    first = client.post("/reviews/r1", json={"act": "comment", "comment": "مرحبا"}, headers=key)
    again = client.post("/reviews/r1", json={"act": "comment", "comment": "مرحبا"}, headers=key)
    assert again.json() == first.json()
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert len(client.get("/reviews/r1").json()["acts"]) == 1
    assert problem(client.post("/reviews/r1", json={"act": "accept"}, headers=key)) == "other-request"
    assert (
        problem(client.post("/reviews/r2", json={"act": "comment", "comment": "مرحبا"}, headers=key)) == "other-request"
    )
    other = program("editor", "write").post("/reviews/r1", json={"act": "accept"}, headers=key)
    assert other.status_code == 200  # a key is its owner's


def test_what_was_refused_stays_refused(program):
    """A problem is an answer, too: sent again, it is the same, though it would be another now."""
    client = program("coder", "write")
    key = {"Idempotency-Key": "k2"}
    assert problem(client.post("/reviews/later", json={"act": "accept"}, headers=key)) == "not-found"
    client.post("/reports", json={"reports": [sent("later")]})
    again = client.post("/reviews/later", json={"act": "accept"}, headers=key)
    assert problem(again) == "not-found"
    assert again.headers["idempotency-replayed"] == "true"
    assert client.post("/reviews/later", json={"act": "accept"}).status_code == 200


def test_what_failed_for_a_while_may_be_tried_again(program, monkeypatch):
    """A busy store is no answer to keep."""
    client, real = program("coder", "write"), reviews._do
    key = {"Idempotency-Key": "k3"}

    def busy(*_args):
        raise StoreError(min(BUSY), store="s", remedy="Wait.")

    monkeypatch.setattr(reviews, "_do", busy)
    assert problem(client.post("/reviews/r1", json={"act": "accept"}, headers=key)) == "busy"
    monkeypatch.setattr(reviews, "_do", real)
    assert client.post("/reviews/r1", json={"act": "accept"}, headers=key).status_code == 200


def test_many_at_once_with_one_key_do_it_once(app, token):
    """The first one does it; the others are told that it is under way, or what came of it."""
    shown = {"Authorization": f"Bearer {token('coder', 'write')}", "Idempotency-Key": "k4"}
    statuses = []

    def ask():
        client = TestClient(app, base_url=f"{BASE}/api/v1", headers=shown)
        statuses.append(client.post("/reviews/r1", json={"act": "comment", "comment": "x"}).status_code)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert set(statuses) <= {200, 409}
    assert 200 in statuses
    client = TestClient(app, base_url=f"{BASE}/api/v1", headers=shown)
    assert len(client.get("/reviews/r1").json()["acts"]) == 1

"""Who gets in: tokens, scopes and roles, how often, and addresses that carry what they should not."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from sqlalchemy import text
from starlette.testclient import TestClient
from tests.unit.serve.api.conftest import BASE, problem
from tests.web import session_of

from marsad.serve import Settings, make_app
from marsad.serve.api.limits import Buckets
from marsad.serve.permissions import permission_of
from marsad.store.accounts import change_user, user_named

READERS = {"viewer", "coder", "reviewer", "editor", "admin"}
CODERS = READERS - {"viewer"}
REVIEWERS = CODERS - {"coder"}

WHO = {
    ("GET", "/actors"): ("read", READERS),
    ("GET", "/alerts"): ("read", READERS),
    ("GET", "/changes"): ("read", READERS),
    ("GET", "/codings"): ("read", READERS),
    ("GET", "/codings/{report_id:path}"): ("read", READERS),
    ("PUT", "/codings/{report_id:path}"): ("write", CODERS),
    ("GET", "/compare"): ("read", READERS),
    ("GET", "/counts"): ("read", READERS),
    ("GET", "/tiles/{z}/{x}/{y}.geojson"): ("read", READERS),
    ("GET", "/tiles/{z}/{x}/{y}.mvt"): ("read", READERS),
    ("GET", "/incidents"): ("read", READERS),
    ("GET", "/incidents/{incident_id}"): ("read", READERS),
    ("GET", "/incidents/{incident_id}/history"): ("read", READERS),
    ("POST", "/incidents/{incident_id}/merge"): ("write", REVIEWERS),
    ("POST", "/incidents/{incident_id}/split"): ("write", REVIEWERS),
    ("POST", "/incidents/{incident_id}/grade"): ("write", REVIEWERS),
    ("POST", "/judgements/{number}/take-back"): ("write", REVIEWERS),
    ("GET", "/words"): ("read", READERS),
    ("GET", "/words/changes"): ("read", READERS),
    ("GET", "/words/{kind}/{entry_id:path}"): ("read", READERS),
    ("GET", "/log"): ("admin", {"admin"}),
    ("GET", "/me"): ("read", READERS),
    ("GET", "/places"): ("read", READERS),
    ("GET", "/places/{place_id}"): ("read", READERS),
    ("GET", "/reports"): ("read", READERS),
    ("GET", "/reports/{report_id:path}"): ("read", READERS),
    ("POST", "/reports"): ("write", CODERS),
    ("GET", "/reviews/{report_id:path}"): ("read", READERS),
    ("POST", "/reviews/{report_id:path}"): ("write", CODERS),
    ("GET", "/search"): ("read", READERS),
    ("GET", "/snapshot"): ("read", READERS),
    ("GET", "/sources"): ("read", READERS),
    ("GET", "/openapi.json"): ("", READERS | {""}),
}


def routes(api: FastAPI):
    """Return (method, path) of every address."""
    found, waiting = {}, list(api.routes)
    while waiting:
        route = waiting.pop()
        if isinstance(route, APIRoute):
            found.update({(method, route.path): route for method in route.methods})
        else:
            waiting += getattr(getattr(route, "original_router", None), "routes", None) or ()
    return found


def test_every_address_is_in_the_table(app):
    """A new address has to be put into the table above, and says itself what it takes."""
    found = routes(app.state.api)
    assert set(found) == set(WHO)
    assert all(permission_of(route.endpoint) is not None for route in found.values())


@pytest.fixture
def client(app):
    """A program without a token."""
    return TestClient(app, base_url=f"{BASE}/api/v1", raise_server_exceptions=False)


@pytest.mark.parametrize("role", sorted(READERS))
def test_role_and_scope_both_hold(client, token, role):
    """A token does what its scope says, and no more than its owner's role may; without one nothing is told."""
    shown = {
        "read": token(role),
        "write": token(role, "write") if role != "viewer" else None,
        "admin": token(role, "write", "admin") if role == "admin" else None,
    }
    for (method, path), (scope, roles) in WHO.items():
        address = path.replace("{report_id:path}", "r1").replace("{incident_id}", "i-x").replace("{number}", "1")
        address = address.replace("{z}/{x}/{y}", "0/0/0")
        nobody = client.request(method, address, json={})
        assert nobody.status_code == (200 if not scope else 401), (method, path)
        for having, text_of_token in shown.items():
            if text_of_token is None:
                continue
            answer = client.request(method, address, json={}, headers={"Authorization": f"Bearer {text_of_token}"})
            enough = scope in ("", "read", having) or having == "admin"
            assert (answer.status_code == 403) is (bool(scope) and not (enough and role in roles)), (
                method,
                path,
                having,
            )


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer marsad_x", "Basic bWFyc2FkOng=", "Bearer " + "x" * 5000])
def test_what_is_no_token_is_none(client, header):
    """Whatever stands there."""
    answer = client.get("/me", headers={"Authorization": header})
    assert problem(answer) == "no-token"
    assert answer.headers["www-authenticate"] == 'Bearer realm="marsad"'


def test_the_cookie_of_a_browser_is_no_token(app, store):
    """So that no other site can make a browser ask in somebody's name."""
    browser = TestClient(app, base_url=BASE, cookies={"marsad": session_of(store, "admin")})
    assert problem(browser.get("/api/v1/me")) == "no-token"


def test_a_token_in_an_address_is_refused(client, token):
    """However it is called there, and also where it would be good."""
    shown = token()
    for name in ("token", "access_token", "q"):
        answer = client.get(f"/search?{name}={shown}", headers={"Authorization": f"Bearer {shown}"})
        assert problem(answer) == "token-in-address"
        assert shown not in answer.text


def test_an_owner_who_was_shut_out_has_no_tokens(client, token, store):
    """At once, and a change of role holds at once, too."""
    shown = {"Authorization": f"Bearer {token('editor', 'write')}"}
    with store.writing() as connection:
        change_user(connection, user_named(connection, "editor"), who="tester", role="viewer")
    assert client.get("/me", headers=shown).json()["role"] == "viewer"
    assert problem(client.post("/reviews/r1", json={"act": "accept"}, headers=shown)) == "not-allowed"
    with store.writing() as connection:
        change_user(connection, user_named(connection, "editor"), who="tester", ended_at="2024-01-01T00:00:00Z")
    assert problem(client.get("/me", headers=shown)) == "no-token"


def test_who_asks_too_often_waits(store, token):
    """With a token and, sooner, without; and is told for how long."""
    app = make_app(store, Settings(requests_a_minute=3, strangers_a_minute=2))
    client = TestClient(app, base_url=f"{BASE}/api/v1")
    shown = {"Authorization": f"Bearer {token()}"}
    assert [client.get("/me", headers=shown).status_code for _ in range(4)] == [200, 200, 200, 429]
    last = client.get("/me", headers=shown)
    assert problem(last) == "too-many"
    assert 1 <= int(last.headers["retry-after"]) <= 20
    assert [client.get("/me").status_code for _ in range(3)] == [401, 401, 429]


def test_buckets_fill_up_again():
    """One request after the other, as time goes by, and never more than a minute's."""
    moment = [0.0]
    buckets = Buckets(60, clock=lambda: moment[0])
    assert [buckets.take("a") for _ in range(60)] == [0] * 60
    assert buckets.take("a") == 1
    assert buckets.take("b") == 0
    moment[0] = 1.0
    assert [buckets.take("a"), buckets.take("a")] == [0, 1]
    moment[0] = 10_000.0
    assert sum(buckets.take("a") == 0 for _ in range(100)) == 60


def test_a_token_is_in_no_row(store, token):
    """Only its hash is, and the day on which it was last used."""
    shown = token()
    with store.reading() as connection:
        for table in ("api_tokens", "log", "sessions"):
            assert shown not in str(connection.execute(text(f"SELECT * FROM {table}")).all())


def test_an_address_without_a_mark_is_open_to_nobody(app, program):
    """Forgetting to say what an address takes shuts it."""
    app.state.api.router.add_api_route("/forgotten", lambda: "open", dependencies=app.state.api.router.dependencies)
    assert problem(program("admin", "write", "admin").get("/forgotten")) == "not-allowed"

"""What went wrong elsewhere, class by class: each is tried here, and comes to nothing."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.unit.serve.walk import addresses, routes
from tests.web import PASSWORD, events_of

import marsad
from marsad.export import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.serve import Settings, make_app
from marsad.store import CodedBy, Keeping
from marsad.store.accounts import user_named
from marsad.store.sessions import open_sessions

SCRIPT = "<script>alert(1)</script>"
EVIL = Report(
    report_id='x"><img src=x onerror=alert(1)>',
    headline=f"{SCRIPT} قصف على الرقة",
    text=f'{SCRIPT} <iframe src="https://evil.example"></iframe> قُتل ثلاثة مدنيين بقصف على الرقة أمس، وفق ناشطين.',
    published_on=date(2018, 3, 21),
    outlet=f'شبكة {SCRIPT} " onmouseover="alert(1)',
    url="javascript:alert(1)",
)


@pytest.fixture
def hostile(store):
    """The store with a report that is all markup, and people and comments that are, too."""
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    store.keep([Keeping(report=EVIL, record=to_record(coder.code(EVIL), report=EVIL))], by)
    return store


def acting(page):
    """Return every attribute of a page that would run something, or fetch from another site."""
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            for name, value in attrs:
                led = name in ("href", "src", "action", "formaction") and re.match(
                    r"\s*(?:javascript|data):", value or ""
                )
                if name.startswith("on") or name == "style" or led or (tag == "iframe"):
                    found.append((tag, name, value))

    Reader().feed(page)
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_that_comes_in_is_markup_on_any_page(app, hostile, browser, language):
    """Stored cross-site scripting: ids, headlines, outlets, comments, names of groups and places, in both languages."""
    admin = browser("admin", language=language)
    admin.act("/acts/r1", {"act": "comment", "comment": SCRIPT})
    admin.submit("/admin/groups", {"name": SCRIPT})
    admin.submit("/admin/collections", {"name": SCRIPT})
    events = events_of(hostile, "r1")
    events[0]["place"] |= {"name": SCRIPT, "place_id": None}
    events[0]["sources"] = [{"name": SCRIPT, "kind": "witness"}]
    coding = hostile.codings("r1")[-1].coding_key
    assert admin.act("/coding/r1", {"in_force": coding, "events": events}).status_code == 200
    for address in addresses(app, hostile):
        answer = admin.get(address)
        if "html" not in answer.headers.get("content-type", ""):
            continue
        assert SCRIPT not in answer.text, address
        assert acting(answer.text) == [], address


def test_pages_name_no_other_site(app, hostile, browser):
    """No page makes the browser ask another site for anything: every src, link and form stays here."""
    admin = browser("admin")
    for address in addresses(app, hostile):
        text = admin.get(address).text
        for value in re.findall(r'<(?:script|img|link|iframe|form|source)\b[^>]*?(?:src|href|action)="([^"]*)"', text):
            assert not re.match(r"(?:[a-z]+:)?//", value), (address, value)


def test_every_answer_has_the_policy(app, hostile, browser):
    """No page, error or download runs what is written into it."""
    admin = browser("admin")
    for address in (*addresses(app, hostile), "/nothing", "/reports/none"):
        policy = admin.get(address).headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy


def test_getting_changes_nothing(app, store, browser):
    """No address changes the store by being opened, so that no link, picture or preview can."""
    admin, before = browser("admin"), None
    for _ in range(2):
        for address in addresses(app, store):
            if "sign-in" not in address:
                admin.get(address)
        told = {name: n for name, n in store.told().counts.items() if name != "sessions"}
        entries = [entry for entry in store.log() if entry.act != "sign in"]
        assert before in (None, (told, len(entries)))
        before = told, len(entries)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_what_changes_takes_a_post(app, store, browser, method):
    """A page that changes something is not reached by another method."""
    admin = browser("admin")
    before = len(list(store.log()))
    for own, path in routes(app):
        if own == "POST":
            address = re.sub(r"\{(\w+)(?::\w+)?\}", "1", path)
            admin.request(method, address)
    assert [entry.act for entry in list(store.log())[before:]] == []


@pytest.mark.parametrize(
    "token", ["", "admin", "88ec0c6a-13ce-5e39-b486-354fe4a7084f", "1", "Bearer", "null", "0" * 43]
)
def test_no_id_or_word_is_a_way_in(browser, token):
    """Default ids, roles and empty tokens as bearer or cookie are nobody's."""
    for headers, cookies in (
        ({"Authorization": f"Bearer {token}"}, {}),
        ({"X-User": "admin", "X-Forwarded-User": "admin", "X-Original-URL": "/sign-in", "X-Role": "admin"}, {}),
        ({}, {"marsad": token}),
        ({}, {"session": token, "user": "admin", "role": "admin"}),
    ):
        visitor = browser(**cookies)
        for path in ("/queue", "/admin", "/reports/r1", "/history/r1"):
            answer = visitor.get(path, headers=headers)
            assert answer.status_code in (303, 401, 403), path
            assert "ذيبان" not in answer.text


def test_headers_do_not_change_whose_page_it_is(browser):
    """A header cannot make a viewer an administrator, or another address out of this one."""
    headers = {
        "X-Original-URL": "/admin",
        "X-Rewrite-URL": "/admin",
        "X-HTTP-Method-Override": "POST",
        "X-Role": "admin",
    }
    visitor = browser("viewer")
    assert "Let somebody in" not in visitor.get("/queue", headers=headers).text
    assert visitor.get("/admin", headers=headers).status_code == 403


def test_nobody_makes_an_administrator_from_outside(browser, store):
    """Unauthenticated creation: no page but a good link adds anybody; what the form says of roles does not count."""
    visitor = browser()
    for path in ("/admin/invite", "/welcome/none", "/welcome/", "/admin", "/users", "/api/create-admin", "/setup"):
        visitor.submit(path, {"role": "admin", "name": "eve", "password": PASSWORD, "again": PASSWORD}, page="/sign-in")
    page = browser("admin").submit("/admin/invite", {"role": "viewer"}).text
    link = re.search(r"http://127\.0\.0\.1:8000(/welcome/[\w-]+)", page)[1]
    password = "four words far apart"
    told = {"name": "eve", "password": password, "again": password, "role": "admin"}
    assert visitor.submit(link, told, page="/sign-in").status_code == 303
    with store.reading() as connection:
        assert user_named(connection, "eve").role == "viewer"


def test_things_of_others_are_not_reached_by_their_ids(browser, store):
    """Object references: nobody ends another's session; a coding of one report is no way into another's history."""
    with store.reading() as connection:
        assert open_sessions(connection, user_named(connection, "editor")) == []
    editor = browser("editor")
    with store.reading() as connection:
        (session,) = open_sessions(connection, user_named(connection, "editor"))
    browser("coder").submit("/account/sessions/end", {"session": session.token_sha256})
    assert editor.get("/account").status_code == 200
    foreign = store.codings("r2")[-1].coding_key
    assert browser("coder").get(f"/history/r1?before={foreign}&after={foreign}").status_code == 404
    coding = {"coding": foreign, "in_force": store.codings("r1")[-1].coding_key}
    assert browser("coder").submit("/restore/r1", coding).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/reports/..%2f..%2fetc%2fpasswd", "/entries/..%2f..%2fsettings",
     "/history/%2fetc%2fpasswd", "/entries/....//....//etc/passwd", "/reports/%00", "//etc/passwd"],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(app, browser, path):
    """Path traversal: what is not there is not there, whatever the address looks like."""
    visitor = browser("admin")
    for address in (path, path.replace("/static", app.state.static)):
        answer = visitor.get(address)
        assert answer.status_code in (303, 307, 400, 404), address
        assert "root:" not in answer.text
        assert "from __future__" not in answer.text


@pytest.mark.parametrize("onward", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(browser, onward):
    """An address to go on to is one of this site."""
    told = {"name": "coder", "password": PASSWORD, "onward": onward}
    assert browser().submit("/sign-in", told, page="/sign-in").headers["location"] == "/"


def test_a_name_and_an_address_are_slowed_down(browser):
    """After ten failures for a name it waits for everybody, after thirty for an address for every name."""
    visitor = browser()
    csrf = visitor.csrf("/sign-in")

    def tried(name):
        return visitor.post("/sign-in", data={"csrf": csrf, "name": name, "password": "x"}).status_code

    assert [tried("coder") for _ in range(11)][-2:] == [401, 429]
    assert {tried(f"nobody{number}") for number in range(20)} == {401}
    assert tried("editor") == 429
    assert visitor.submit("/sign-in", {"name": "admin", "password": PASSWORD}, page="/sign-in").status_code == 429


def test_a_new_password_ends_the_other_sessions(browser):
    """Whoever stole a session loses it when the password is changed."""
    stolen, own = browser("coder"), browser("coder")
    password = "other words far apart"
    told = {"old": PASSWORD, "password": password, "again": password}
    assert own.submit("/account/password", told).status_code == 303
    assert stolen.get("/account").status_code == 303
    assert own.get("/account").status_code == 200


def test_no_secret_stands_in_the_code():
    """No key signs sessions or forms: tokens are random and kept as hashes, so the source holds nothing to find."""
    found = []
    for file in sorted(Path(marsad.__file__).parent.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        found += re.findall(
            r"(?i)\b(?:secret_key|api_key|secret|passwd|password|token)\s*=\s*[\"'][^\"'\s]{8,}[\"']", text
        )
    assert found == []


def test_two_workbenches_share_no_token(store, filled):
    """A form of one is not good at another, which runs the same program."""
    assert filled
    tokens = set()
    for _ in range(2):
        client = make_app(store, Settings())
        page = TestClient(client, base_url="http://127.0.0.1:8000").get("/sign-in").text
        tokens.add(re.search(r'name="csrf" (?:value|content)="(\w+)"', page)[1])
    assert len(tokens) == 2


def test_large_forms_are_not_read(browser):
    """Uploads have a limit on every page that takes any."""
    visitor = browser("admin")
    for path in ("/admin/groups", "/coding/r1", "/sign-in", "/account/keys"):
        answer = visitor.post(path, content=b"x" * 2_000_001, headers={"X-CSRF": visitor.csrf()})
        assert answer.status_code == 413

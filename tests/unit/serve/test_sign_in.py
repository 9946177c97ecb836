"""Coming in: the one-time link, name and password, the second factor, limits, and sessions that end."""

from __future__ import annotations

from pathlib import Path

import pyotp
import pytest
from tests.web import PASSWORD, session_of

from marsad.serve import Settings, make_app
from marsad.serve.routes.sign_in import local
from marsad.serve.run import first_link
from marsad.store import open_store
from marsad.store.accounts import change_user, make_link, token_hash, user_named

GOOD = {"name": "سلمى العلي", "password": "correct horse battery", "again": "correct horse battery"}


def path_of(link):
    return link.removeprefix("http://127.0.0.1:8000")


def test_a_new_store_has_no_account_but_a_link(tmp_path, filled, browser):
    """Nobody can sign in to a new store; the link makes the administrator, once."""
    assert filled
    with open_store(tmp_path / "new.db", create=True) as store:
        visitor = type(browser())(make_app(store, Settings()), base_url="http://127.0.0.1:8000", follow_redirects=False)
        with store.reading() as connection:
            assert user_named(connection, "admin") is None
        old, link = first_link(store, Settings()), first_link(store, Settings())
        assert visitor.get(path_of(old)).status_code == 404
        assert visitor.submit(path_of(link), GOOD, page=path_of(link)).headers["location"] == "/"
        assert visitor.get("/queue").status_code == 200
        assert visitor.get(path_of(link)).status_code == 404
        assert first_link(store, Settings()) is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"password": "short", "again": "short"}, "at least 12 characters"),
        ({"password": "aaaaaaaaaaaaaa", "again": "aaaaaaaaaaaaaa"}, "too easy"),
        ({"again": "another password"}, "differ"),
        ({"name": "admin"}, "Choose another name"),
        ({"name": "horse"}, "must not contain the name"),
    ],
)
def test_bad_passwords_and_names_are_refused(store, browser, wrong, said):
    """Nobody is made, and the link stays good."""
    with store.writing() as connection:
        token = make_link(connection, role="coder", who="tester")
    visitor = browser()
    answer = visitor.submit(f"/welcome/{token}", GOOD | wrong, page="/sign-in")
    assert answer.status_code == 422
    assert said in answer.text
    assert visitor.get(f"/welcome/{token}").status_code == 200


def test_name_and_password_open_the_door(browser):
    """The right ones go on to where one wanted to be; wrong ones say no more than that."""
    visitor = browser()
    assert visitor.get("/queue?name=mine").headers["location"] == "/sign-in?next=%2Fqueue%3Fname%3Dmine"
    for name, password in (("coder", "wrong"), ("nobody", PASSWORD)):
        answer = visitor.submit("/sign-in", {"name": name, "password": password}, page="/sign-in")
        assert (answer.status_code, "Name, password or code is wrong." in answer.text) == (401, True)
    before = visitor.cookies["marsad"]
    answer = visitor.submit(
        "/sign-in", {"name": "coder", "password": PASSWORD, "onward": "/queue?name=mine"}, page="/sign-in"
    )
    assert answer.headers["location"] == "/queue?name=mine"
    assert visitor.cookies["marsad"] != before  # a token known before signing in is worth nothing after
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert visitor.get("/queue").status_code == 200


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", ""])
def test_nobody_is_led_to_another_site(elsewhere):
    """Where to go on is an address of this site, or its start."""
    assert local(elsewhere) == "/"


def test_trying_passwords_is_stopped(browser):
    """After ten failures of a name, even the right password has to wait."""
    visitor = browser()
    for _ in range(10):
        visitor.submit("/sign-in", {"name": "coder", "password": "wrong"}, page="/sign-in")
    assert visitor.submit("/sign-in", {"name": "coder", "password": PASSWORD}, page="/sign-in").status_code == 429
    assert visitor.submit("/sign-in", {"name": "editor", "password": PASSWORD}, page="/sign-in").status_code == 303


def test_the_second_factor_is_asked_for(browser, store):
    """It is set up by showing a code, and each code is good once."""
    owner = browser("coder")
    secret = pyotp.random_base32()
    wrong = owner.submit("/account/second-factor", {"secret": secret, "code": "000000"})
    assert wrong.status_code == 422
    assert (
        owner.submit("/account/second-factor", {"secret": secret, "code": pyotp.TOTP(secret).now()}).status_code == 303
    )
    with store.writing() as connection:
        change_user(connection, user_named(connection, "coder"), who="tester", totp_step=0)
    form = {"name": "coder", "password": PASSWORD}
    code = pyotp.TOTP(secret).now()
    answers = [
        browser().submit("/sign-in", values, page="/sign-in").status_code
        for values in (form, form | {"code": "000000"}, form | {"code": code}, form | {"code": code})
    ]
    assert answers == [401, 401, 303, 401]


def test_sessions_can_be_ended(browser):
    """One's own sessions elsewhere end at once, and signing out ends this one."""
    here, elsewhere = browser("coder"), browser("coder")
    assert elsewhere.get("/queue").status_code == 200
    assert here.submit("/account/sessions/end").status_code == 303
    assert elsewhere.get("/queue").headers["location"].startswith("/sign-in")
    here.submit("/sign-out")
    assert here.get("/queue").headers["location"].startswith("/sign-in")


def test_a_form_of_a_session_that_ended_leads_back_to_its_page(browser):
    """Whoever sends something after the session ended comes back to the page; a script is told what to do."""
    visitor = browser()
    came = {"Referer": "http://127.0.0.1:8000/words/new/actors?like=sdf"}
    answer = visitor.post("/words/try/actors", data={"id": "x"}, headers=came)
    assert answer.headers["location"] == "/sign-in?next=%2Fwords%2Fnew%2Factors%3Flike%3Dsdf"
    elsewhere = visitor.post("/words/try/actors", data={}, headers={"Referer": "https://evil.example/words"})
    assert elsewhere.headers["location"] == "/sign-in"
    error = visitor.post("/coding/r1", json={}, headers={"Accept": "application/json"}).json()["error"]
    assert error["message"].startswith("You are no longer signed in. What you changed on this page is not lost")
    assert error["way"] == {"path": "/sign-in", "title": "Sign in"}


def test_nobody_ends_the_sessions_of_another(browser, store):
    """The name of a session of somebody else does nothing."""
    victim = session_of(store, "admin")
    browser("coder").submit("/account/sessions/end", {"session": token_hash(victim)})
    assert browser(marsad=victim).get("/queue").status_code == 200


def test_who_was_shut_out_is_out(browser, store):
    """An account that was ended neither works on nor signs in."""
    visitor = browser("coder")
    with store.writing() as connection:
        change_user(connection, user_named(connection, "coder"), who="admin", ended_at="2026-01-01T00:00:00Z")
    assert visitor.get("/queue").headers["location"].startswith("/sign-in")
    assert browser().submit("/sign-in", {"name": "coder", "password": PASSWORD}, page="/sign-in").status_code == 401


def test_the_password_can_be_changed(browser):
    """With the present one; other sessions end."""
    here, elsewhere = browser("coder"), browser("coder")
    new = {"password": "another four words", "again": "another four words"}
    assert here.submit("/account/password", {"old": "wrong", **new}).status_code == 422
    assert here.submit("/account/password", {"old": PASSWORD, **new}).status_code == 303
    assert elsewhere.get("/queue").status_code == 303
    answer = browser().submit("/sign-in", {"name": "coder", "password": new["password"]}, page="/sign-in")
    assert answer.status_code == 303


def test_no_password_or_token_is_kept(browser, store):
    """Neither stands in the store as it is."""
    visitor = browser("coder")
    visitor.submit(
        "/account/password", {"old": PASSWORD, "password": "another four words", "again": "another four words"}
    )
    with store.writing() as connection:
        link = make_link(connection, role="viewer", who="tester")
    kept = b"".join(file.read_bytes() for file in Path(store.name).parent.glob("store.db*"))
    for secret in (PASSWORD, "another four words", visitor.cookies["marsad"], link):
        assert secret.encode() not in kept

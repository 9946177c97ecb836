"""Keys and recovery codes beside the password; what a real browser does with a key is tested in tests/browser."""

from __future__ import annotations

import json
import re

import pytest
from tests.web import PASSWORD

from marsad.store.accounts import user_named
from marsad.store.keys import add_key, codes_left, keep_challenge, keys_of, take_challenge

SIGN_IN = {"name": "coder", "password": PASSWORD}


@pytest.fixture
def keyed(store):
    """The store in which a coder has a key."""
    with store.writing() as connection:
        user = user_named(connection, "coder")
        add_key(connection, user, key_id="a2V5", name="مفتاح", public_key=b"x", sign_count=0)
    return store


@pytest.mark.usefixtures("keyed")
def test_who_has_a_key_is_asked_for_it(browser):
    """Name and password alone let nobody in; the password does not stand on the next page."""
    visitor = browser()
    page = visitor.submit("/sign-in", SIGN_IN, page="/sign-in")
    assert page.status_code == 200
    assert '"a2V5"' in page.text
    assert PASSWORD not in page.text
    assert visitor.get("/account").status_code == 303
    assert browser().submit("/sign-in", SIGN_IN | {"password": "wrong"}, page="/sign-in").status_code == 401


@pytest.mark.parametrize(
    "answer", ["", "{}", "[]", "x", json.dumps({"id": "a2V5", "response": {}, "type": "public-key"})]
)
@pytest.mark.usefixtures("keyed")
def test_an_answer_that_is_not_good_lets_nobody_in(browser, answer):
    """Whatever is sent in place of what the key would sign; and each is counted as a failure."""
    visitor = browser()
    visitor.submit("/sign-in", SIGN_IN, page="/sign-in")
    assert visitor.submit("/sign-in/key", {"answer": answer}, page="/sign-in").status_code == 401
    assert visitor.get("/account").status_code == 303


def test_a_key_is_asked_only_after_the_password(browser, keyed):
    """Without the step before, in this browser, there is no second one; and it is good once."""
    assert browser().submit("/sign-in/key", {"code": "123456"}, page="/sign-in").status_code == 401
    with keyed.writing() as connection:
        keep_challenge(connection, user_named(connection, "coder"), "token", "c")
        assert take_challenge(connection, "other") is None
        assert take_challenge(connection, "token") is not None
        assert take_challenge(connection, "token") is None


def test_a_recovery_code_lets_in_once(browser, keyed):
    """In place of the key; written with or without the dash."""
    page = browser("coder").submit("/account/codes", {"password": PASSWORD}).text
    codes = re.findall(r"<li class=\"secret\">([0-9a-f]{5}-[0-9a-f]{5})</li>", page)
    assert len(set(codes)) == 10
    for code, status in ((codes[0].replace("-", " ").upper(), 303), (codes[0], 401), (codes[1], 303), ("x", 401)):
        visitor = browser()
        visitor.submit("/sign-in", SIGN_IN, page="/sign-in")
        assert visitor.submit("/sign-in/key", {"code": code}, page="/sign-in").status_code == status
    with keyed.reading() as connection:
        assert codes_left(connection, user_named(connection, "coder")) == 8
    assert not any(code in str(entry) for entry in keyed.log() for code in codes)


@pytest.mark.usefixtures("keyed")
def test_codes_of_one_person_are_no_good_for_another(browser):
    """A code belongs to who made it."""
    page = browser("editor").submit("/account/codes", {"password": PASSWORD}).text
    code = re.search(r"[0-9a-f]{5}-[0-9a-f]{5}", page)[0]
    visitor = browser()
    visitor.submit("/sign-in", SIGN_IN, page="/sign-in")
    assert visitor.submit("/sign-in/key", {"code": code}, page="/sign-in").status_code == 401


def test_keys_are_removed_by_their_owner_who_knows_the_password(browser, keyed):
    """Nobody else's key, and not from a browser left open."""
    assert browser("coder").submit("/account/keys/remove", {"key": "a2V5", "password": "wrong"}).status_code == 422
    assert browser("editor").submit("/account/keys/remove", {"key": "a2V5", "password": PASSWORD}).status_code == 404
    assert browser("coder").submit("/account/keys/remove", {"key": "a2V5", "password": PASSWORD}).status_code == 303
    with keyed.reading() as connection:
        assert keys_of(connection, user_named(connection, "coder")) == []


@pytest.mark.usefixtures("keyed")
def test_a_key_is_asked_for_this_site(browser):
    """What a browser signs names the site, and keys that are there already are left out."""
    asked = browser("coder").act("/account/keys/ask", {}).json()
    assert asked["rp"]["id"] == "127.0.0.1"
    assert [one["id"] for one in asked["excludeCredentials"]] == ["a2V5"]
    answer = browser("coder").submit("/account/keys", {"name": "x", "answer": json.dumps({"id": "x"})})
    assert answer.status_code == 422

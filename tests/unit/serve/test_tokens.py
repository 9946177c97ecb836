"""Tokens on the account page, and the page that describes the interface."""

from __future__ import annotations

import re

from marsad.serve.routes.interface import told_in, type_of
from marsad.store.accounts import user_named
from marsad.store.tokens import tokens_of


def mine(store, name):
    with store.reading() as connection:
        return tokens_of(connection, user_named(connection, name))


def test_a_token_is_made_shown_once_and_ended(browser, store):
    """The page shows it when it is made, never again; ended, it is no good."""
    coder = browser("coder")
    made = coder.submit("/account/tokens", {"name": "ليلًا", "days": "30", "scope": "write"})
    shown = re.search(r'<code class="token" dir="ltr">(marsad_[\w-]+)</code>', made.text)[1]
    assert shown not in coder.get("/account/tokens").text
    (token,) = mine(store, "coder")
    assert (token.name, token.scopes) == ("ليلًا", ("read", "write"))
    asked = {"Authorization": f"Bearer {shown}"}
    assert coder.get("/api/v1/me", headers=asked).json()["token"] == "ليلًا"
    other = browser("editor")
    other.submit("/account/tokens/end", {"token": str(token.key)})
    assert coder.get("/api/v1/me", headers=asked).status_code == 200
    coder.submit("/account/tokens/end", {"token": str(token.key)})
    assert coder.get("/api/v1/me", headers=asked).status_code == 401
    assert mine(store, "coder") == []


def test_no_more_is_offered_than_the_role_may(browser, store):
    """A viewer's programs read; and asking for more by hand is refused."""
    page = browser("viewer").get("/account/tokens").text
    assert 'value="write"' not in page
    assert 'value="admin"' in browser("admin").get("/account/tokens").text
    for scope in ("write", "admin"):
        assert (
            browser("viewer").submit("/account/tokens", {"name": "x", "days": "7", "scope": scope}).status_code == 409
        )
    for bad in ({"name": " ", "days": "7"}, {"name": "x", "days": "9999"}, {"name": "x", "days": "7", "scope": "all"}):
        assert browser("admin").submit("/account/tokens", bad).status_code == 422
    assert mine(store, "viewer") == mine(store, "admin") == []


def test_the_interface_is_described_on_a_page(browser):
    """Every address and every shape, with examples, for who is not signed in, too."""
    nobody = browser()
    page = nobody.get("/interface").text
    told = nobody.get("/api/v1/openapi.json").json()
    for path, operations in told["paths"].items():
        for method in operations:
            assert f'<code dir="ltr">{method.upper()} {path}</code>' in page
    for name in told["components"]["schemas"]:
        assert f'<h3 id="{name}" ' in page
    links = set(re.findall(r'href="#([^"]+)"', page)) - {"main"}
    assert links <= set(told["components"]["schemas"])


def test_the_interface_is_described_in_arabic(browser):
    """Addresses and fields are explained in the language of the page; their names are the same in both."""
    page = browser(language="ar").get("/interface").text
    assert "الواجهة البرمجية" in page
    assert "<bdi>صاحب هذا الرمز، وما يجوز له به.</bdi>" in page
    told = browser().get("/api/v1/openapi.json").json()
    english = {text for text in told_in(told) if text in page}
    assert english == set()


def test_types_are_told_in_words():
    """References by their name, choices by their values."""
    assert type_of({"$ref": "#/components/schemas/A"}) == "A"
    assert type_of({"enum": ["a", "b"], "type": "string"}) == "one of a, b"
    assert type_of({"type": "string", "format": "date"}) == "date"

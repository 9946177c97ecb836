"""What every answer says to the browser, and what is not even read."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from marsad.errors import SettingsError
from marsad.serve import Settings, make_app
from marsad.serve.static_files import version

PATHS = ["/sign-in", "/nothing", "/queue", "/reports/r1"]


@pytest.mark.parametrize("path", PATHS)
def test_pages_are_protected(browser, path):
    """Nothing but files of this site is loaded, nothing in the page runs, and no frame holds it."""
    headers = browser("admin").get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "strict-transport-security" not in headers


def test_https_is_held_to(store):
    """Over https browsers are told to stay there, and cookies go nowhere else."""
    client = TestClient(make_app(store, Settings(url="https://marsad.example")), base_url="https://marsad.example")
    answer = client.get("/sign-in")
    assert "max-age" in answer.headers["strict-transport-security"]
    assert "__Host-marsad=" in answer.headers["set-cookie"]
    assert "secure" in answer.headers["set-cookie"].lower()


def test_other_names_are_not_answered(app):
    """A site that points its own name at this machine gets nothing."""
    assert TestClient(app, base_url="http://evil.example").get("/sign-in").status_code == 400


def test_large_requests_are_refused(browser):
    """By what they say, and by what comes."""
    visitor = browser("coder")
    assert visitor.post("/coding/r1", content=b"x" * 2_000_001).status_code == 413
    assert visitor.post("/coding/r1", content=(b"x" * 1_000_000 for _ in range(3))).status_code >= 400


def test_files_are_kept_by_browsers(app, browser):
    """Their address changes with their content, so they are good for ever."""
    answer = browser().get(f"{app.state.static}/app.css")
    assert version() in app.state.static
    assert "immutable" in answer.headers["cache-control"]
    assert browser().get(f"{app.state.static}/../app.py").status_code == 404


def test_published_text_is_no_markup(browser):
    """A report cannot put tags or scripts on the page, neither in text nor in what scripts read."""
    page = browser("coder").get("/reports/%D9%85%2F3%20%D8%9F").text
    assert "<b>" not in page.split("<bdi>راديو")[1][:30]
    assert "راديو Rozana &lt;b&gt;" in page


@pytest.mark.parametrize("address", ["ftp://x", "127.0.0.1", "https://a/b", ""])
def test_addresses_that_are_none_are_refused(address):
    """The address of the workbench is a site."""
    with pytest.raises(SettingsError, match="no address of a site"):
        Settings(url=address)

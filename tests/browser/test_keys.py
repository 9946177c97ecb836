"""A security key in a real browser, with an authenticator that the browser itself plays: added, used, removed."""

from __future__ import annotations

import socket
import threading
import time

import pytest
import uvicorn
from tests.web import PASSWORD

from marsad.serve import Settings, make_app
from marsad.store.accounts import user_named
from marsad.store.keys import keys_of


@pytest.fixture
def site(store):
    """The address of a workbench that has a name: keys are tied to it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    url = f"http://localhost:{port}"
    app = make_app(store, Settings(url=url))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield url
    server.should_exit = True
    thread.join(20)


@pytest.mark.usefixtures("site")
def test_a_key_is_added_and_asked_for(visit, store):
    """Adding takes a name and a touch; from then on the password alone lets nobody in, and the key does."""
    visiting = visit("coder", language="en")
    page = visiting.open("/account")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "usb", "hasResidentKey": False, "hasUserVerification": False,
                     "automaticPresenceSimulation": True}},
    )  # fmt: skip
    page.fill("#add-key input[name=name]", "مفتاح المكتب")
    page.click("#add-key button")
    page.wait_for_url("**/account?saved=1")
    assert "مفتاح المكتب" in page.inner_text("main")
    visiting.picture("account-with-key")
    page.get_by_role("button", name="Sign out").click()
    visiting.sign_in("coder")
    page.wait_for_selector("#use-key")
    visiting.picture("sign-in-key")
    page.click("#use-key button")
    page.wait_for_selector(".queues")
    with store.reading() as connection:
        (key,) = keys_of(connection, user_named(connection, "coder"))
    assert key.used_at is not None
    visiting.open("/account")
    page.get_by_text("Remove", exact=True).click()
    page.fill("details input[name=password]", PASSWORD)
    page.get_by_role("button", name="Remove this key").click()
    page.wait_for_url("**/account?saved=1")
    with store.reading() as connection:
        assert keys_of(connection, user_named(connection, "coder")) == []
    assert visiting.faults == []


@pytest.mark.usefixtures("site")
def test_a_key_that_does_not_answer_is_told(visit):
    """Without a key, the page says so in its own language, and nothing is kept."""
    visiting = visit("coder", language="ar-SY")
    page = visiting.open("/account")
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error('x')); }")
    page.fill("#add-key input[name=name]", "x")
    page.click("#add-key button")
    page.locator("#said", has_text="لم يُجب المفتاح").wait_for(state="attached")

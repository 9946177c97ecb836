"""Page by page: who may open what. A page that is not in this table fails, so nobody adds one unseen."""

from __future__ import annotations

import pytest
from fastapi.routing import APIRoute

from marsad.serve.permissions import GRANTED, Permission, permission_of

EVERYBODY = {"", "viewer", "coder", "reviewer", "editor", "admin"}
SIGNED_IN = EVERYBODY - {""}
CODERS = SIGNED_IN - {"viewer"}
ADMINS = {"admin"}
REVIEWERS = CODERS - {"coder"}
EDITORS = REVIEWERS - {"reviewer"}

WHO = {
    ("GET", "/"): SIGNED_IN,
    ("GET", "/sign-in"): EVERYBODY,
    ("POST", "/sign-in"): EVERYBODY,
    ("POST", "/sign-out"): SIGNED_IN,
    ("GET", "/welcome/{token}"): EVERYBODY,
    ("POST", "/welcome/{token}"): EVERYBODY,
    ("POST", "/language"): EVERYBODY,
    ("GET", "/account"): SIGNED_IN,
    ("POST", "/account/reading"): SIGNED_IN,
    ("POST", "/account/password"): SIGNED_IN,
    ("GET", "/account/second-factor"): SIGNED_IN,
    ("POST", "/account/second-factor"): SIGNED_IN,
    ("POST", "/account/second-factor/end"): SIGNED_IN,
    ("POST", "/account/sessions/end"): SIGNED_IN,
    ("GET", "/account/tokens"): SIGNED_IN,
    ("POST", "/account/tokens"): SIGNED_IN,
    ("POST", "/account/tokens/end"): SIGNED_IN,
    ("GET", "/health"): EVERYBODY,
    ("GET", "/ready"): SIGNED_IN,
    ("GET", "/interface"): EVERYBODY,
    ("GET", "/queue"): SIGNED_IN,
    ("GET", "/next"): SIGNED_IN,
    ("GET", "/reports/{report_id:path}"): SIGNED_IN,
    ("GET", "/history/{report_id:path}"): SIGNED_IN,
    ("POST", "/restore/{report_id:path}"): CODERS,
    ("POST", "/coding/{report_id:path}"): CODERS,
    ("POST", "/acts/{report_id:path}"): CODERS,
    ("GET", "/lookup/places"): SIGNED_IN,
    ("GET", "/places"): SIGNED_IN,
    ("GET", "/places/{place_id}"): SIGNED_IN,
    ("GET", "/lookup/actors"): SIGNED_IN,
    ("GET", "/lookup/incidents"): SIGNED_IN,
    ("GET", "/entries/{entry_id:path}"): SIGNED_IN,
    ("GET", "/bulk"): EDITORS,
    ("POST", "/bulk"): EDITORS,
    ("POST", "/bulk/{key}/undo"): EDITORS,
    ("GET", "/blind-next"): CODERS,
    ("GET", "/blind/{asked_id:path}"): CODERS,
    ("POST", "/blind/{asked_id:path}"): CODERS,
    ("POST", "/ask-blind/{report_id:path}"): EDITORS,
    ("GET", "/agreement"): SIGNED_IN,
    ("POST", "/agreement/draw"): EDITORS,
    ("GET", "/agreement/{key}"): SIGNED_IN,
    ("POST", "/agreement/{key}/keep"): REVIEWERS,
    ("POST", "/agreement/{key}/take"): REVIEWERS,
    ("POST", "/sign-in/key"): EVERYBODY,
    ("POST", "/account/keys/ask"): SIGNED_IN,
    ("POST", "/account/keys"): SIGNED_IN,
    ("POST", "/account/keys/remove"): SIGNED_IN,
    ("POST", "/account/codes"): SIGNED_IN,
    ("GET", "/admin"): ADMINS,
    ("POST", "/admin/invite"): ADMINS,
    ("POST", "/admin/users/{user_key}/{act}"): ADMINS,
    ("GET", "/admin/groups"): ADMINS,
    ("POST", "/admin/groups"): ADMINS,
    ("POST", "/admin/groups/{group_key}"): ADMINS,
    ("POST", "/admin/collections"): ADMINS,
    ("POST", "/admin/collections/{collection_key}/outlet"): ADMINS,
    ("POST", "/admin/collections/{collection_key}/import"): ADMINS,
    ("POST", "/admin/release"): ADMINS,
    ("GET", "/admin/sources"): ADMINS,
    ("GET", "/admin/log"): ADMINS,
    ("GET", "/incidents"): SIGNED_IN,
    ("POST", "/incidents/link"): EDITORS,
    ("GET", "/next-incident"): SIGNED_IN,
    ("GET", "/incidents/{incident_id}"): SIGNED_IN,
    ("GET", "/incidents/{incident_id}/merge"): REVIEWERS,
    ("POST", "/incidents/{incident_id}/merge"): REVIEWERS,
    ("GET", "/incidents/{incident_id}/split"): REVIEWERS,
    ("POST", "/incidents/{incident_id}/split"): REVIEWERS,
    ("POST", "/incidents/{incident_id}/grade"): REVIEWERS,
    ("GET", "/judgements/{key}/undo"): REVIEWERS,
    ("POST", "/judgements/{key}/undo"): REVIEWERS,
    ("GET", "/explore"): SIGNED_IN,
    ("GET", "/explore/incidents.{form}"): SIGNED_IN,
    ("POST", "/explore/saved"): SIGNED_IN,
    ("POST", "/explore/saved/{key}/forget"): SIGNED_IN,
    ("GET", "/times"): SIGNED_IN,
    ("GET", "/counts"): SIGNED_IN,
    ("GET", "/counts/records"): SIGNED_IN,
    ("GET", "/counts/picture"): SIGNED_IN,
    ("GET", "/alerts"): SIGNED_IN,
    ("GET", "/alerts/{key}/records"): SIGNED_IN,
    ("POST", "/alerts/{key}/share"): EDITORS,
    ("GET", "/compare"): SIGNED_IN,
    ("GET", "/compare/records"): SIGNED_IN,
    ("GET", "/actors"): SIGNED_IN,
    ("GET", "/actors/{code}"): SIGNED_IN,
    ("GET", "/map"): SIGNED_IN,
    ("GET", "/map/drawn"): SIGNED_IN,
    ("GET", "/map/labels"): SIGNED_IN,
    ("GET", "/map/list"): SIGNED_IN,
    ("GET", "/words"): SIGNED_IN,
    ("GET", "/words/changes"): SIGNED_IN,
    ("GET", "/words/entry/{kind}/{entry_id:path}"): SIGNED_IN,
    ("GET", "/words/kept/{number}"): SIGNED_IN,
    ("GET", "/words/new/{kind}"): EDITORS,
    ("POST", "/words/try/{kind}"): EDITORS,
    ("GET", "/words/trial/{key}"): EDITORS,
    ("GET", "/words/progress/{key}"): EDITORS,
    ("POST", "/words/trial/{key}/keep"): EDITORS,
    ("POST", "/words/restore/{number}"): EDITORS,
    ("POST", "/words/recode/{number}"): EDITORS,
    ("GET", "/words/recoded/{key}"): EDITORS,
}


def routes(app):
    """Return (method, path) of every page, also of routers inside the app."""
    found = {}
    waiting = list(app.routes)
    while waiting:
        route = waiting.pop()
        if isinstance(route, APIRoute):
            found.update({(method, route.path): route for method in route.methods})
        else:
            waiting += getattr(getattr(route, "original_router", None), "routes", None) or ()
    return found


def test_every_page_is_in_the_table(app):
    """A new page has to be put into the table above, and says itself what it takes."""
    found = routes(app)
    assert set(found) == set(WHO)
    assert {key: GRANTED[permission_of(route.endpoint)] for key, route in found.items()} == WHO


@pytest.mark.parametrize("role", sorted(EVERYBODY))
@pytest.mark.parametrize(("method", "path"), sorted(WHO))
def test_pages_open_for_their_roles_only(browser, role, method, path):
    """Who may not is refused or sent to sign in, whatever the page would have answered."""
    visitor = browser(role)
    address = path.replace("{report_id:path}", "r1").replace("{entry_id:path}", "sdf").replace("{token}", "none")
    headers = {"X-CSRF": visitor.csrf("/account" if role else "/sign-in")}
    answer = visitor.request(method, address, headers=headers if method == "POST" else {})
    led_away = answer.headers.get("location", "").startswith("/sign-in") and not (path == "/sign-out" and role)
    refused = answer.status_code == 403 or led_away
    assert refused is (role not in WHO[method, path])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Your role, viewer, does not allow this. It takes one of these: editor, administrator."),
        ("ar", "دورك، مطّلع، لا يسمح بهذا. وهو لمن كان دوره أحد هذه: محرر، مدير."),
    ],
)
def test_who_is_refused_is_told_whose_work_it_is(browser, language, said):
    """Pages and scripts say which role one has, and which ones may."""
    visitor = browser("viewer", language=language)
    assert said in visitor.get("/bulk").text
    assert visitor.get("/bulk", headers={"Accept": "application/json"}).json()["error"]["message"] == said


def test_a_page_without_a_mark_is_open_to_nobody(app, browser):
    """Forgetting to say what a page takes shuts it."""
    app.router.add_api_route("/forgotten", lambda: "open", dependencies=app.router.dependencies)
    assert browser("admin").get("/forgotten").status_code == 403


def test_rights_grow_with_the_role():
    """Whatever a role may, the next higher one may, too."""
    ladder = ("", "viewer", "coder", "reviewer", "editor", "admin")
    for permission in Permission:
        allowed = [role in GRANTED[permission] for role in ladder]
        assert allowed == sorted(allowed)


@pytest.mark.parametrize(("method", "path"), sorted(key for key in WHO if key[0] == "POST"))
def test_nothing_is_changed_without_the_token_of_the_form(browser, store, method, path):
    """A form of another site, which cannot know the token, is refused before anything is read of it."""
    visitor = browser("admin")
    before = len(list(store.log()))
    address = path.replace("{report_id:path}", "r1").replace("{token}", "none")
    for headers in ({}, {"X-CSRF": "0" * 64}):
        assert visitor.request(method, address, headers=headers, data={"csrf": "forged"}).status_code == 403
    assert len(list(store.log())) == before

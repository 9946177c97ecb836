"""Administration: people let in, given roles and shut out; groups and collections; feeds; the log."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from marsad.model.amendment import Amendment
from marsad.store.access import kept_collections, kept_groups
from marsad.store.accounts import add_user, change_user, user_named
from marsad.store.amendments import keep_amendments
from marsad.store.feeds import kept_feeds, note_feed
from marsad.store.keys import add_key, keys_of


def person(store, name):
    with store.reading() as connection:
        return user_named(connection, name)


def test_a_person_is_let_in_by_a_link_with_a_role(browser, store):
    """The link is shown once, works once, and gives the role that was chosen."""
    page = browser("admin").submit("/admin/invite", {"role": "reviewer"}).text
    (link,) = set(re.findall(r"http://127\.0\.0\.1:8000(/welcome/[\w-]+)", page))
    assert link not in browser("admin").get("/admin").text
    visitor = browser()
    told = {"name": "ليلى", "password": "four words far apart", "again": "four words far apart"}
    assert visitor.submit(link, told, page="/sign-in").status_code == 303
    assert person(store, "ليلى").role == "reviewer"
    assert browser().submit(link, told | {"name": "x"}, page="/sign-in").status_code == 404


@pytest.mark.parametrize(
    ("act", "values"), [("role", {"role": "viewer"}), ("block", {}), ("sign-out", {}), ("factor", {})]
)
def test_changes_end_the_sessions_of_a_person(browser, store, act, values):
    """Whoever has another role, is shut out or loses a factor has to sign in again, everywhere."""
    visitor = browser("coder")
    assert visitor.get("/account").status_code == 200
    key = person(store, "coder").key
    assert browser("admin").submit(f"/admin/users/{key}/{act}", values).status_code == 303
    assert visitor.get("/account").headers["location"].startswith("/sign-in")
    assert person(store, "coder").role == values.get("role", "coder")


def test_a_second_factor_that_was_lost_is_taken_away(browser, store):
    """Telephone, keys and codes, all of them."""
    with store.writing() as connection:
        user = user_named(connection, "coder")
        change_user(connection, user, who="tester", totp_secret="A" * 32)
        add_key(connection, user, key_id="k", name="YubiKey", public_key=b"x", sign_count=0)
    browser("admin").submit(f"/admin/users/{user.key}/factor")
    with store.reading() as connection:
        assert user_named(connection, "coder").totp_secret is None
        assert keys_of(connection, user) == []


@pytest.mark.parametrize("act", ["role", "block"])
def test_nobody_locks_himself_out(browser, store, act):
    """An administrator neither loses the role nor the account by his own hand."""
    key = person(store, "admin").key
    assert browser("admin").submit(f"/admin/users/{key}/{act}", {"role": "viewer"}).status_code == 422
    assert person(store, "admin").role == "admin"


def test_unknown_acts_and_people_are_refused(browser, store):
    """What no form sends changes nothing."""
    key = person(store, "coder").key
    admin = browser("admin")
    assert admin.submit(f"/admin/users/{key}/delete").status_code == 422
    assert admin.submit(f"/admin/users/{key}/role", {"role": "owner"}).status_code == 422
    assert admin.submit("/admin/users/999/block").status_code == 404
    assert admin.submit("/admin/invite", {"role": "owner"}).status_code == 422


def test_groups_and_collections_by_forms(browser, store):
    """A source is put into a collection, a group is given it, a person is put into the group; and back."""
    admin = browser("admin")
    admin.submit("/admin/collections", {"name": "مصادر سرية"})
    admin.submit("/admin/groups", {"name": "فريق حلب"})
    with store.reading() as connection:
        (collection,), (group,) = kept_collections(connection), kept_groups(connection)
    assert admin.submit(f"/admin/collections/{collection.key}/outlet", {"outlet": "شبكة ضفاف"}).status_code == 303
    assert browser("coder").get("/reports/r1").status_code == 404
    people = {"members": [person(store, "coder").key], "seen": [collection.key]}
    assert admin.submit(f"/admin/groups/{group.key}", people).status_code == 303
    assert browser("coder").get("/reports/r1").status_code == 200
    assert browser("editor").get("/reports/r1").status_code == 404
    page = admin.get("/admin/groups").text
    assert "مصادر سرية" in page
    assert "فريق حلب" in page
    admin.submit("/admin/release", {"outlet": "شبكة ضفاف"})
    assert browser("editor").get("/reports/r1").status_code == 200
    days = {"since": "2000-01-01", "until": "2999-01-01"}
    admin.submit(f"/admin/collections/{collection.key}/import", days)
    assert browser("editor").get("/reports/r4").status_code == 404
    assert store.first_broken() is None


def test_names_that_are_taken_are_told(browser):
    """In a sentence, and nothing is added."""
    admin = browser("admin")
    admin.submit("/admin/groups", {"name": "فريق"})
    assert "This name is empty or taken." in admin.submit("/admin/groups", {"name": " فريق "}).text


def test_feeds_tell_how_they_fared(browser, store):
    """When each was asked, when it went well, and what failed since."""
    told = {"address": "https://example.org/feed", "outlet": "شبكة ضفاف", "kind": "rss"}
    with store.writing() as connection:
        note_feed(connection, **told, reports=3, problem=None)
        note_feed(connection, **told, reports=0, problem="The site did not answer.")
        note_feed(connection, **told, reports=0, problem="The site did not answer.")
        (feed,) = kept_feeds(connection)
    assert (feed.failures, feed.good_at is None, feed.reports) == (2, False, 0)
    page = browser("admin").get("/admin/sources").text
    assert "failed 2 times in a row" in page
    assert "The site did not answer." in page


@pytest.mark.parametrize("kind", ["groups", "collections"])
def test_a_name_that_is_taken_is_told_beside_the_form(browser, kind):
    """In the language of the page, with what was typed still there."""
    admin = browser("admin", language="ar")
    admin.submit(f"/admin/{kind}", {"name": "فريق حلب"}, page="/admin/groups")
    answer = admin.submit(f"/admin/{kind}", {"name": "فريق حلب"}, page="/admin/groups")
    assert answer.status_code == 409
    assert "هذا الاسم فارغ أو مأخوذ." in answer.text
    assert re.search(r'<input name="name"[^>]* value="فريق حلب" aria-invalid="true"', answer.text)


def test_the_log_is_filtered_and_checked(browser, store):
    """By person, act and item; and a log that somebody changed is told as such."""
    admin = browser("admin")
    page = admin.get("/admin/log?act=keep&item=report:r1").text
    assert page.count('the report <a href="/history/r1"><bdi dir="ltr">r1</bdi></a>') == 1
    assert '"/history/r2"' not in page
    assert "entries fit each other" in admin.get("/admin/log?check=1").text
    with store.engine.connect() as connection, connection.begin():
        connection.execute(text("DROP TRIGGER guard_log_update"))
        connection.execute(text("UPDATE log SET who = 'x' WHERE entry_key = 2"))
    assert "Entry 2 does not fit" in admin.get("/admin/log?check=1").text


def test_a_change_of_words_is_told_in_words(browser, store):
    """What was done, each field before and afterwards, and a way to the entry: no raw record."""
    value = {"id": "own-river-guard", "code": "other:حرس النهر", "name_ar": "حرس النهر", "name_en": "River Guard"}
    with store.writing() as connection:
        for name, others in (("River Guard", ["حراس النهر"]), ("Guard of the River", ["حراس النهر", "رجال النهر"])):
            told = value | {"name_en": name, "aliases": others}
            made = Amendment(kind="actors", entry_id="own-river-guard", act="set", value=told, why="named")
            keep_amendments(connection, [made], who="tester")
    page = browser("admin").get("/admin/log?act=amend").text
    assert "Name in English: <bdi>before: River Guard; afterwards: Guard of the River</bdi>" in page
    assert "Other names: <bdi>put in: رجال النهر</bdi>" in page
    assert "name_en" not in page
    assert '<a href="/words/entry/actors/own-river-guard">' in page
    assert "أُضيف: رجال النهر" in browser("admin", language="ar").get("/admin/log?act=amend").text


def test_a_long_log_comes_in_pages(browser, store):
    """Older entries follow by a link."""
    with store.writing() as connection:
        for number in range(120):
            add_user(connection, f"p{number}", "viewer", who="tester")
    page = browser("admin").get("/admin/log?act=add user").text
    onward = re.search(r'rel="next" href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert "the account <bdi>p119</bdi>" in page
    assert ">p0<" in browser("admin").get(onward).text

"""What a page tells who is about to do something that he may not, or that cannot be right."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.told import fill_incidents
from tests.web import fetched

from marsad.store import open_store
from marsad.store.incident_list import found_incidents
from marsad.store.question import Question


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A store of incidents, to copy."""
    fetched("pages")
    path = tmp_path_factory.mktemp("told") / "filled.db"
    with open_store(path, who="tester", create=True) as store:
        fill_incidents(store)
    return path


def several(store):
    """Return an incident that several reports tell, and one of them."""
    with store.reading() as connection:
        found = dict(found_incidents(connection, Question()))
    incident_id, record = max(found.items(), key=lambda one: len(one[1]["members"]))
    assert len(record["members"]) > 1
    return incident_id, record["members"][0]["report_id"]


@pytest.mark.parametrize(("name", "keys"), [("viewer", "NJH⏎YL?"), ("reviewer", "NJH⏎YXSML?")])
def test_the_sheet_of_an_incident_has_the_keys_of_the_role(visit, store, name, keys):
    """No key stands there that would do nothing."""
    page = visit(name, language="en").open(f"/incidents/{several(store)[0]}")
    page.keyboard.press("?")
    assert "".join(page.locator("dialog[open] kbd").all_inner_texts()) == keys


def test_the_sheet_of_a_report_has_the_keys_of_the_role(visit, store):
    """Who may not code finds the keys for reading alone; who may, finds each key once."""
    report_id = several(store)[1]
    shown = {}
    for name in ("viewer", "coder"):
        page = visit(name, language="en").open(f"/reports/{report_id}")
        page.keyboard.press("?")
        shown[name] = page.locator("dialog[open] kbd").all_inner_texts()
    assert shown["viewer"] == ["J", "H", "↓ ↑", "Y", "N", "?"]
    assert len(shown["coder"]) == len(set(shown["coder"])) > len(shown["viewer"])


@pytest.mark.parametrize(("language", "said"), [("en", "Choose the reports"), ("ar-SY", "اختر أولاً الأخبار")])
def test_splitting_without_a_choice_says_what_to_choose(visit, store, language, said):
    """S before anything is chosen leads to the first report, and says what is missing."""
    page = visit("reviewer", language=language).open(f"/incidents/{several(store)[0]}")
    page.keyboard.press("s")
    expect(page.locator("#said")).to_contain_text(said)
    expect(page.locator(".member.now")).to_have_count(1)


def test_more_civilians_killed_than_killed_is_told(visit, store):
    """The figures stay as they were typed, and a notice says that they do not fit."""
    page = visit("coder", language="en").open(f"/reports/{several(store)[1]}")
    page.wait_for_selector("#events > *")
    for key, number, told in (("k", "2", False), ("v", "3", True), ("k", "9", None), ("v", "4", None)):
        page.keyboard.press(key)
        page.keyboard.type(number)
        page.keyboard.press("Enter")
        if told is not None:
            expect(page.locator("#said")).to_contain_text("More civilians killed" if told else "")

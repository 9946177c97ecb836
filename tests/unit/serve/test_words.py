"""Actors, places and words changed on pages: checked, tried out, kept, taken back; and what is coded by them."""

from __future__ import annotations

import json
import re
import time
from datetime import date

from marsad.model.report import Report
from marsad.serve.api.coder import code_all

NEWS = Report(
    report_id="new",
    text="هاجم فصيل نسور الضفة حاجزاً لقسد في بلدة ذيبان شرق دير الزور أمس، ما أدى إلى مقتل عنصرين.",
    published_on=date(2023, 5, 3),
    outlet="شبكة ضفاف",
)
ACTOR = {
    "id": "bank-eagles",
    "code": "other:نسور الضفة",
    "name_ar": "فصيل نسور الضفة",
    "name_en": "Bank Eagles",
    "category": "militia",
    "country": "SY",
    "armed": "on",
    "source": "شبكة ضفاف، 2023",
    "aliases": "فصيل نسور الضفة\nنسور الضفة الشرقية",
    "matches-0-text": "هاجم فصيل نسور الضفة الحاجز",
    "matches-0-find": "فصيل نسور الضفة",
}


def tried(visitor, kind, values):
    """Send an entry, wait until it is tried out, and return its page with the answer."""
    answer = visitor.submit(f"/words/try/{kind}", values, page="/account")
    if answer.status_code != 303:
        return "", answer
    key = answer.headers["location"].rpartition("/")[2]
    ended(visitor, key)
    return key, visitor.get(f"/words/trial/{key}")


def ended(visitor, key):
    """Wait for work in the background."""
    for _ in range(600):
        if visitor.get(f"/words/progress/{key}").json()["ended"]:
            return
        time.sleep(0.1)
    raise AssertionError(key)


def kept(visitor, kind, values):
    """Send an entry, and keep it; return the number of the change."""
    key, shown = tried(visitor, kind, values)
    assert "Save the change" in shown.text, re.sub(r"<[^>]+>", " ", shown.text)
    answer = visitor.submit(f"/words/trial/{key}/keep")
    assert answer.status_code == 303
    return int(answer.headers["location"].rpartition("/")[2])


def sides(store, report_id="new"):
    """Return who acts in the newest coding of a report."""
    record = json.loads(store.line(store.codings(report_id)[-1].coding_key))
    return [event["side1"] + event["side2"] for event in record["events"]]


def test_an_alias_added_in_the_browser_changes_the_next_report(browser, store):
    """The very first report after it is coded with the new name, and says by which words."""
    editor = browser("editor")
    code_all(store, [NEWS])
    assert "other:نسور الضفة" not in sides(store)[0]
    number = kept(editor, "actors", ACTOR)
    code_all(store, [NEWS])
    [codes] = sides(store)
    assert "other:نسور الضفة" in codes
    coded = store.codings("new")
    assert [f"+r{number}." in one.coded_by.resources_version for one in coded] == [False, True]
    assert "Bank Eagles" in editor.get("/reports/new").text

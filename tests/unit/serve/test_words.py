"""Actors, places and words changed on pages: checked, tried out, kept, taken back; and what is coded by them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date

import pytest

from marsad.amend.bench import Bench
from marsad.amend.kinds import AMENDED, REDACTED_BY
from marsad.model.report import Report
from marsad.serve.api.coder import code_all
from marsad.store.accounts import user_named
from marsad.store.amendments import amended, amendments_in_force
from marsad.store.revise import current, revise

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


@pytest.fixture
def good(monkeypatch):
    """Let all words pass, where what becomes of a good entry is looked at: checking them takes some seconds."""
    monkeypatch.setattr(Bench, "check", lambda _: [])


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


def test_what_breaks_a_rule_is_named_and_not_saved(browser, store):
    """Fields that are missing, a person's name, an example that is not found: words and remedy, in both languages."""
    editor, reader = browser("editor"), browser("editor", language="ar")
    _, answer = tried(editor, "actors", ACTOR | {"category": "", "country": "Syria", "why": "سبب واضح"})
    assert answer.status_code == 422
    assert "Kind is missing" in answer.text
    assert "Country: “\u2068Syria\u2069”" in answer.text
    assert "نسور الضفة الشرقية" in answer.text  # what was typed is still there
    assert "سبب واضح" in answer.text
    for change, words in (
        ({"aliases": ACTOR["aliases"] + "\nقصي النجار"}, "قصي النجار"),
        ({"matches-0-find": "لواء آخر", "matches-0-text": "هاجم لواء آخر الحاجز"}, "لواء آخر"),
    ):
        key, shown = tried(editor, "actors", ACTOR | change | {"why": "سبب واضح"})
        assert "Nothing was saved" in shown.text
        assert words in shown.text
        assert "لم يُحفظ شيء" in reader.get(f"/words/trial/{key}").text
        again = editor.get(f"/words/new/actors?draft={key}").text
        assert words in again
        assert "سبب واضح" in again
        assert editor.submit(f"/words/trial/{key}/keep").status_code == 422
    with store.reading() as connection:
        assert amended(connection) == []


def test_places_and_words_are_changed_and_taken_back(browser, store):
    """A place and a wording come, one is retired, one is as shipped again; each change stays told."""
    editor = browser("editor")
    place = {"id": "own:gulls", "name_ar": "أرض النورس", "feature": "village", "country": "SY", "admin1": "SY09",
             "lat": "35.01", "lon": "40.5", "source": "زيارة"}  # fmt: skip
    first = kept(editor, "places", place)
    assert "أرض النورس" in editor.get("/words?kind=places&q=النورس").text
    assert editor.get("/lookup/places?q=أرض النورس").json()[0]["value"] == "own:gulls"
    second = kept(editor, "places", {"entry_id": "own:gulls", "seen": str(first), "act": "drop", "why": "خطأ"})
    assert second == first + 1
    assert editor.get("/lookup/places?q=أرض النورس").json() == []
    gone = kept(editor, "triggers", {"entry_id": "airstrike.drop", "seen": "0", "act": "retire", "why": "لا يلزم"})
    assert "is retired" in editor.get("/words/entry/triggers/airstrike.drop").text
    assert "airstrike.drop" in editor.get("/words?kind=triggers&own=true").text
    answer = editor.submit(f"/words/restore/{first}")
    key = answer.headers["location"].rpartition("/")[2]
    ended(editor, key)
    assert editor.submit(f"/words/trial/{key}/keep").status_code == 303
    assert editor.get("/lookup/places?q=أرض النورس").json()[0]["value"] == "own:gulls"
    with store.reading() as connection:
        assert [(one.act, one.entry_id) for one in amendments_in_force(connection)] == [
            ("set", "own:gulls"),
            ("retire", "airstrike.drop"),
        ]
    told = editor.get("/words/changes").text
    assert all(f"/words/kept/{number}" in told for number in (first, second, gone, gone + 1))


@pytest.mark.usefixtures("good")
def test_two_people_do_not_overwrite_each_other(browser):
    """Whoever saves second, from an older state of the entry, is told."""
    editor, other = browser("editor"), browser("admin")
    mine, _ = tried(editor, "actors", ACTOR)
    theirs, _ = tried(other, "actors", ACTOR | {"name_en": "Eagles"})
    assert editor.submit(f"/words/trial/{mine}/keep").status_code == 303
    assert other.submit(f"/words/trial/{theirs}/keep").status_code == 409
    assert other.get(f"/words/trial/{mine}").status_code == 404  # what somebody tries out is his own
    assert tried(other, "actors", ACTOR)[1].status_code == 422  # the id is there already
    assert other.submit("/words/try/names", {"id": "x"}).status_code == 404
    assert other.submit("/words/try/actors", {"entry_id": "sdf", "act": "retire"}).status_code == 422


@pytest.mark.usefixtures("good")
def test_reports_are_coded_anew_and_people_are_obeyed(browser, store):
    """What a machine coded is coded by the new words; what a person coded stays in force."""
    code_all(store, [NEWS, replace(NEWS, report_id="second", text=NEWS.text + " وانسحبوا.")])
    editor = browser("editor")
    record = store.codings("second")[-1]
    with store.writing() as connection:
        user = user_named(connection, "editor")
        state = current(connection, "second")
        revise(
            connection, "second", record.record | {"events": []}, based_on=state.coding_key, in_force=state.coding_key,
            user_key=user.key,
        )  # fmt: skip
    key, shown = tried(editor, "actors", ACTOR)
    assert "2 reports would be coded otherwise" in shown.text
    assert "<ins><bdi>نسور الضفة" in shown.text
    number = int(editor.submit(f"/words/trial/{key}/keep").headers["location"].rpartition("/")[2])
    job = editor.submit(f"/words/recode/{number}").headers["location"]
    ended(editor, job.rpartition("/")[2])
    told = editor.get(job).text
    assert "2 reports were coded anew." in told
    assert "In 1 the coding of a person stays in force." in told
    assert "other:نسور الضفة" in sides(store)[0]
    with store.reading() as connection:
        in_force = current(connection, "second").coding_key
    assert json.loads(store.line(in_force))["events"] == []


def test_viewers_may_look_things_up(browser):
    """Entries can be read without a form to send."""
    viewer = browser("viewer", language="ar")
    page = viewer.get("/words/entry/actors/sdf").text
    assert "قسد" in page
    assert "/words/restore" not in page
    assert "افحص واعرض" not in page
    assert "Add an entry" not in viewer.get("/words").text
    assert viewer.get("/words?kind=names").status_code == 404
    assert viewer.get("/words/entry/actors/nobody").status_code == 404


SENSITIVE = Report(
    report_id="sensitive",
    text="قُتل ثلاثة مدنيين أمس، إثر قصف مدفعي لقوات النظام على مشفى في بلدة هجين شرق دير الزور، "
    "ونُقل الجرحى إلى عرصة النورس، وفق ناشطين.",
    published_on=date(2018, 3, 21),
    outlet="شبكة الفرات",
)


@pytest.mark.usefixtures("good")
def test_a_place_that_is_added_is_kept_from_viewers_at_once(browser, store):
    """A name near a sensitive place is told as long as nobody knows that it is one; taken back, it is told again."""
    code_all(store, [SENSITIVE])
    editor, viewer = browser("editor"), browser("viewer")
    assert "عرصة النورس" in viewer.get("/reports/sensitive").text
    assert viewer.get("/explore?of=reports&q=النورس").text.count("/reports/sensitive") > 0
    place = {"id": "own:gulls", "name_ar": "عرصة النورس", "feature": "village", "country": "SY", "admin1": "SY09",
             "lat": "35.01", "lon": "40.5", "source": "زيارة"}  # fmt: skip
    number = kept(editor, "places", place)
    shown = viewer.get("/reports/sensitive")
    assert shown.status_code == 200
    assert "النورس" not in shown.text
    assert "هجين" not in shown.text
    assert "/reports/sensitive" not in viewer.get("/explore?of=reports&q=النورس").text
    assert "عرصة النورس" in editor.get("/reports/sensitive").text
    kept(editor, "places", {"entry_id": "own:gulls", "seen": str(number), "act": "drop", "why": "خطأ"})
    assert "عرصة النورس" in viewer.get("/reports/sensitive").text


def test_what_redaction_reads_is_known():
    """A list of words by which the public edition is made has to be told as one, so that changes of it count there."""
    told = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=True)
    read = {"place-words" if kind == "places" else kind for kind in told.stdout.split()}
    assert read & set(AMENDED) == REDACTED_BY - {"actors", "places"}  # which are no lists of words


READ = """
import marsad.lexicon.load as load
from datetime import date
from marsad.model.report import Report

read, real = set(), load._entries
load._entries = lambda kind, folders: read.add(kind) or real(kind, folders)
from marsad.editions.documents import public_document
from marsad.gazetteer import load as gazetteer
from marsad.redact.rules import read_rules

event = {"event_id": "x#1", "event_type": "Explosions/Remote violence",
    "sub_event_type": "Shelling/artillery/missile attack",
    **dict.fromkeys(("side1", "assist1", "side2", "assist2", "evidence_fields"), ()),
    "evidence": "قصف على مشفى في هجين",
    "place": {"name": "هجين", "country": "SY", "admin1": "SY09", "precision": 1}, "date": {"start": None, "end": None}}
text = "قُتل الشاب قتيبة الزعتراوي (17 عاماً) وطفلان أمس، إثر قصف على مشفى في هجين، وقالت شقيقته هالة إن الجيش قصفه."
report = Report(report_id="x", text=text, published_on=date(2018, 3, 21), outlet="شبكة الفرات")
public_document(report, {"id": "x", "events": [event]}, read_rules(), gazetteer())
print(*sorted(read))
"""

"""The log is told in the language of the page: every act that anything writes has its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import marsad
from marsad.serve.locale import Locale
from marsad.serve.log_words import ACTS, DETAILS, ITEMS, act_in, details_in
from marsad.serve.words import LABELS

SOURCE = [file.read_text(encoding="utf-8") for file in sorted(Path(marsad.__file__).parent.rglob("*.py"))]
WRITTEN = sorted({act for text in SOURCE for act in re.findall(r'\bAct\(\s*act="([^"]+)"', text)})
ARABIC = Locale(tag="ar")


@pytest.mark.parametrize("act", [*WRITTEN, *LABELS["act"], "merge", "split", "credibility", "attribution"])
def test_every_act_has_words(act):
    """An act that somebody adds without words for it fails here."""
    assert re.search("[ء-ي]", act_in(Locale(tag="ar"), act))


def test_the_acts_are_found():
    """The walk over the code finds what is there."""
    assert {"sign in", "keep", "link", "change group"} <= set(WRITTEN) <= set(ACTS)


def test_every_detail_that_is_written_has_words(browser, store):
    """People, reports, incidents and words are worked on; each detail of what was logged is told in Arabic."""
    browser("admin").get("/admin/log")
    names = {name for entry in store.log() for name in entry.detail}
    assert {"coding", "sha256", "role", "events"} <= names <= DETAILS.keys()
    for name in DETAILS:
        ((label, _),) = details_in(ARABIC, {name: "x"})
        assert re.search("[ء-ي]", label), name


def test_every_item_that_is_written_has_words(browser):
    """Whatever an act is on is called by its name in Arabic, and asked for as it is sealed."""
    assert {kind for text in SOURCE for kind in re.findall(r'item=f"(\w+):', text)} <= ITEMS.keys()
    page = browser("admin", language="ar").get("/admin/log?item=user:admin").text
    assert "الحساب <bdi>admin</bdi>" in page
    assert '<option value="user:">الحساب</option>' in page


def test_values_are_told_in_words():
    """States, roles and decisions in the language, events by report and number, hashes by how they begin."""
    of = [{"report_id": "s001", "act": 0}, {"report_id": "s054", "act": 1}]
    assert details_in(ARABIC, {"of": of, "verdict": "same", "supersedes": None, "why": ""}) == [
        ("القرار", "فعل واحد"), ("عن", "s001/1، s054/2"),
    ]  # fmt: skip
    assert details_in(ARABIC, {"what": {"field": "status"}, "record": "ab" * 32, "role": "admin"}) == [
        ("الدور", "مدير"), ("التغيير", "حقل: status"), ("بصمة السجل", "abababababab…"),
    ]  # fmt: skip
    assert details_in(ARABIC, {"polish": 3, "status": "disputed"}) == [("polish", "3"), ("الحال", "مختلف فيه")]


def test_a_foreign_act_stands_as_it_is():
    """What another version wrote is not hidden."""
    assert act_in(Locale(tag="ar"), "polish") == "polish"


def test_the_page_tells_acts_in_its_language(browser):
    """A log in Arabic is in Arabic; the filter asks by the act as sealed."""
    page = browser("admin", language="ar").get("/admin/log?act=sign in").text
    assert '<option value="sign in" selected>سجّل الدخول</option>' in page
    assert "<td>سجّل الدخول</td>" in page

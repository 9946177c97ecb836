"""The log is told in the language of the page: every act that anything writes has its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import marsad
from marsad.serve.locale import Locale
from marsad.serve.log_words import ACTS, act_in
from marsad.serve.words import LABELS

SOURCE = [file.read_text(encoding="utf-8") for file in sorted(Path(marsad.__file__).parent.rglob("*.py"))]
WRITTEN = sorted({act for text in SOURCE for act in re.findall(r'\bAct\(\s*act="([^"]+)"', text)})


@pytest.mark.parametrize("act", [*WRITTEN, *LABELS["act"], "merge", "split", "credibility", "attribution"])
def test_every_act_has_words(act):
    """An act that somebody adds without words for it fails here."""
    assert re.search("[ء-ي]", act_in(Locale(tag="ar"), act))


def test_the_acts_are_found():
    """The walk over the code finds what is there."""
    assert {"sign in", "keep", "link", "change group"} <= set(WRITTEN) <= set(ACTS)


def test_a_foreign_act_stands_as_it_is():
    """What another version wrote is not hidden."""
    assert act_in(Locale(tag="ar"), "polish") == "polish"


def test_the_page_tells_acts_in_its_language(browser):
    """A log in Arabic is in Arabic; the filter asks by the act as sealed."""
    page = browser("admin", language="ar").get("/admin/log?act=sign in").text
    assert '<option value="sign in" selected>سجّل الدخول</option>' in page
    assert "<td>سجّل الدخول</td>" in page

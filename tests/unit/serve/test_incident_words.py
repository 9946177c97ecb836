"""Incidents in words: every reason that the linker can give has some, in both languages."""

from __future__ import annotations

import re

import pytest

from marsad.lexicon.weights import Weights
from marsad.serve.incident_words import feature, passed_over, seen
from marsad.serve.locale import Locale
from marsad.serve.words import Words

ARABIC, ENGLISH = Words(Locale(tag="ar-SY")), Words(Locale(tag="en"))


@pytest.mark.parametrize("name", sorted({*Weights.load("link").weights, *Weights.load("link-days").weights}))
def test_every_weighted_feature_has_words(name):
    """Nobody reads the names that only the program has."""
    assert re.search("[A-Za-z]", feature(name, ARABIC)) is None
    assert feature(name, ENGLISH)[0].isupper()


@pytest.mark.parametrize(
    ("name", "detail", "words"),
    [
        ("kind: same", "Attack, Armed clash", "Attack on civilians / Armed clash"),
        ("side1: same", "sdf+asayish against is; - against is", "Syrian Democratic Forces+Asayish"),
        ("place: near", "قرفيص (1), تالين (1), 14 km", "قرفيص / تالين"),
        ("day: same", "2024-03-18 to 2024-03-24, no day", "18 March 2024 – 24 March 2024 / –"),
        ("killed: grew", "-, 4", "– / 4"),
        ("words: few", "سوق قصف", "سوق قصف"),
        ("any pair", "before anything is compared", ""),
        ("names: 0", "-", ""),
    ],
)
def test_what_was_seen_is_told_in_words(name, detail, words):
    """Codes become names, days are written out, words of reports stay as they are."""
    assert seen(name, detail, ENGLISH).startswith(words)


def test_a_claim_that_counts_no_more_says_why():
    """With the report that took its place."""
    assert passed_over(None, ENGLISH) is None
    assert passed_over("copy of r1", ENGLISH) == {"text": "copied from another report", "report_id": "r1"}
    assert passed_over("newer figure in r 2", ENGLISH)["report_id"] == "r 2"

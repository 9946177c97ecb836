"""Wording of one more act, and of news of an act."""

from __future__ import annotations

import pytest

from marsad.lexicon.load import entries
from marsad.link.cues import cues

WORDINGS = [entry for entry in entries("link-words") if entry["role"] in {"again", "follow-up"}]


@pytest.mark.parametrize("entry", WORDINGS, ids=lambda entry: entry.entry_id)
def test_every_form_is_found(entry):
    """Each listed form is read, with a conjunction before it, too."""
    place = 0 if entry["role"] == "again" else 1
    assert [form for form in entry.forms if not cues(f"خبر و{form} هنا")[place]] == []


def test_words_inside_words_are_none():
    """ "غداة" is not found in other words, and plain news has neither cue."""
    assert cues("قتل عنصران بهجوم على حاجز في الغداتين") == (False, False)

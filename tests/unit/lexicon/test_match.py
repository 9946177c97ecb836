"""The one matcher, against a slow one that tries every form at every word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.affixes import splits
from marsad.arabic.inflect import inflections
from marsad.arabic.letters import fold
from marsad.lexicon import match
from marsad.lexicon.match import Hit, Matcher, longest

_FORMS = (
    ("قصف مدفعي", "fixed", 0),
    ("القصف", "fixed", 1),
    ("قصف", "noun", 2),
    ("قصف", "verb", 3),
    ("أطلق النار", "verb", 4),
    ("إطلاق نار كثيف", "noun", 5),
    ("نار", "noun", 6),
)
_MATCHER = Matcher(_FORMS)
_WORDS = st.sampled_from(
    (
        "قصف",
        "وقصفت",
        "بالقصف",
        "المدفعي",
        "مدفعي",
        "اطلق",
        "واطلقت",
        "النار",
        "نار",
        "اطلاق",
        "كثيف",
        "الكثيف",
        "قال",
        "و",
    )
)
_VERB_CLITICS = {"", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل", "لل"}
_NOUN_CLITICS = {
    before + preposition + article
    for before in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
    for article in ("", "ال", "ل")
}


def _slowly(words: tuple[str, ...], first: int, stop: int) -> set[Hit]:
    hits = set()
    for form, pos, payload in _FORMS:
        for made in inflections(fold(form), pos):
            head, *rest = made.split()
            for index in range(first, stop):
                for proclitics, stem in splits(words[index]):
                    allowed = _VERB_CLITICS if pos == "verb" else _NOUN_CLITICS
                    end = index + 1 + len(rest)
                    if stem != head or proclitics not in allowed or end > stop:
                        continue
                    if all(words[index + 1 + at] in (word, "ال" + word) for at, word in enumerate(rest)):
                        hits.add(Hit(index, end, payload, proclitics))
    return hits


@given(st.lists(_WORDS, max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_finds_what_trying_every_form_at_every_word_finds(words, first, stop):
    """The hits in any stretch of any words are those of the slow search, by position, longest first."""
    first, stop = sorted((min(first, len(words)), min(stop, len(words))))
    hits = _MATCHER.find(tuple(words), first, stop)
    assert set(hits) == _slowly(tuple(words), first, stop)
    assert [hit.first for hit in hits] == sorted(hit.first for hit in hits)
    for one, two in pairwise(hits):
        if one.first == two.first:
            assert (-one.stop, len(one.proclitics)) <= (-two.stop, len(two.proclitics))


def test_says_whether_a_word_may_open_a_form():
    """A word that opens a form behind its clitics is in the matcher, another is not."""
    assert "وبالقصف" in _MATCHER
    assert "مدفعي" not in _MATCHER


def test_a_verb_may_stand_in_the_spoken_present():
    """The ب of "بيقصف" belongs to the verb; behind it "تقدم" is a noun: "بتقدم القوات"."""
    verbs = Matcher((("يقصف", "verb", 0), ("تقدم", "verb", 1)))
    assert "بيقصف" in verbs
    assert "وبيقصفوا" in verbs
    assert "بتقدم" not in verbs


def test_keeps_the_longest_of_hits_that_overlap():
    """Of "قصف مدفعي" the phrase is kept, and what stands inside it is not."""
    hits = longest(_MATCHER.find(("قصف", "مدفعي", "نار")))
    assert [(hit.first, hit.stop) for hit in hits] == [(0, 2), (2, 3)]


def test_a_long_list_is_inflected_once_and_read_from_the_cache_ever_after(tmp_path, monkeypatch):
    """The second matcher of the same forms finds the same without inflecting any; another list is another file."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path))
    letters = "بتجحدرزسشصطعغفقكلمنهي"
    forms = [(one + two + "ب نار", "verb", one + two) for one in letters for two in letters]
    text = ("وتجبت", "النار", "قال")
    first = Matcher(forms).find(text)
    assert first == [Hit(0, 2, "تج", "و")]

    def refuse(_form, _pos):
        raise AssertionError("Inflected again.")

    monkeypatch.setattr(match, "inflections", refuse)
    assert Matcher(forms).find(text) == first
    assert len(list(tmp_path.iterdir())) == 1
    with pytest.raises(AssertionError, match="again"):
        Matcher(forms[1:])

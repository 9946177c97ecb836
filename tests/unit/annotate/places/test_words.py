"""What a word can be around names."""

import pytest

from marsad.annotate.places.words import cue_ending_at, facts, is_ordinary_behind, names_behind_in


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("بمدينه", "type"),
        ("وبريف", "part"),
        ("محافظتي", "admin"),
        ("قرب", "near"),
        ("شمالي", "direction"),
        ("طريق", "road"),
    ],
)
def test_cues_behind_clitics(word, role):
    """A place word is known behind its clitics, and is no name by itself."""
    known = facts(word)
    assert role in {cue.role for _, cue in known.cues}
    assert known.alone


def test_a_definite_type_word_is_no_cue():
    """ "المدينة" points back to a place; it announces none."""
    assert facts("المدينه").cues == ()


@pytest.mark.parametrize(
    ("word", "fact"),
    [
        ("الشمالي", "side"),
        ("الصناعه", "ordinary"),
        ("العقيد", "person"),
        ("المعركه", "generic"),
        ("والفصايل", "generic"),
    ],
)
def test_kinds_of_words(word, fact):
    """Sides, ordinary words, openers of names of persons, and generic words are told apart."""
    assert getattr(facts(word), fact)


def test_town_names_are_not_ordinary():
    """Names that reports use for places are kept out of the ordinary words."""
    assert not any(facts(word).ordinary for word in ("الشحيل", "منبج", "دوما", "بالحديده", "السخنه"))


def test_demonym_names_its_country():
    """A demonym says which country a report is about."""
    assert (facts("السوريه").country, facts("اليمنيه").country, facts("القريه").country) == ("SY", "YE", None)


def test_longest_cue():
    """A cue of several words is taken whole: "بالقرب من"."""
    words = ("انفجار", "بالقرب", "من", "منبج")
    first, cue = cue_ending_at(words, 3, 0)
    assert (first, cue.words, cue.role) == (1, ("بالقرب", "من"), "near")
    assert cue_ending_at(words, 3, 2) is None


def test_ordinary_behind_given_proclitics():
    """ "كباني" is no ordinary word, though باني behind ك is; "الباب" is one behind ب."""
    assert facts("كباني").ordinary
    assert not is_ordinary_behind("كباني", "")
    assert is_ordinary_behind("بالباب", "ب")


def test_words_that_are_names_behind_in():
    """ "في سلمية" and "بسلمية" name a town, "في الخيام" may be in the tents."""
    assert names_behind_in("سلميه", "")
    assert names_behind_in("بسلميه", "ب")
    assert names_behind_in("بالابيض", "ب")
    assert not names_behind_in("الخيام", "")

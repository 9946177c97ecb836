"""What a word may be, by the lists."""

import pytest

from marsad.redact.vocabulary import compound, demonyms, ends_a_name, may_open, public_people, rank, stem_of


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("محمد", "given"), ("عبدالرحمن", "given"), ("نورالدين", "given"), ("امل", "word"), ("سلام", "word"),
        ("الخالد", "family"), ("النجار", "family"), ("جون", "foreign"), ("زرخيس", "unknown"), ("قالت", ""),
        ("المدينه", ""), ("سيستهدف", ""),
    ],
)  # fmt: skip
def test_rank(word, said):
    """A word is a name, a name that is a word, a family name, a foreign one, unknown, or ordinary."""
    assert rank(word) == said


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("وليد", ("", "وليد")), ("وقصي", ("و", "قصي")), ("لاحمد", ("ل", "احمد")), ("للخالد", ("ل", "الخالد")),
        ("لدينا", ("", "لدينا")), ("لبنان", ("", "لبنان")), ("بلال", ("", "بلال")),
    ],
)  # fmt: skip
def test_stem_of(word, parted):
    """Proclitics are parted from names, and letters of a name are not taken for proclitics."""
    assert stem_of(word) == parted


def test_compounds():
    """Words that make a name with الله and الدين are told from those that do not."""
    assert compound("نصر", "الله")
    assert compound("عز", "الدين")
    assert not compound("رحمه", "الله")
    assert not compound("رجال", "الدين")


def test_words_that_end_a_name():
    """A participle, a relative or a day ends a name; a given name with و does not."""
    assert ends_a_name("البالغ")
    assert ends_a_name("والذي")
    assert not ends_a_name("وحيد")


def test_demonyms_in_both_genders():
    """An adjective of a country opens no name."""
    assert {"سوري", "السوريه", "التركي"} <= demonyms()


def test_may_open():
    """Ordinary words open no name; kunyas, servants and names do."""
    assert [may_open(word) for word in ("ابو", "عبد", "احمد", "قالت")] == [True, True, True, False]


def test_given_names_of_two_words_are_compounds():
    """Two words that a list holds as one given name make one, in this order only."""
    assert compound("نور", "الهدي")
    assert compound("ست", "النفور")
    assert not compound("الهدي", "نور")


def test_known_people_in_every_case():
    """A kunya stands in the accusative and the genitive, too."""
    matcher = public_people()
    assert matcher.find(("ابا", "بكر", "البغدادي"))
    assert matcher.find(("ابي", "بكر", "البغدادي"))

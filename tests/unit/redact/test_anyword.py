"""Ordinary words that may be names."""

import pytest

from marsad.redact.anyword import is_closed, looks_like_a_name, may_be_a_name, surname_at


@pytest.mark.parametrize(
    ("word", "may"),
    [
        ("سنبله", True),
        ("جبل", True),
        ("خرج", False),
        ("ماتت", False),
        ("خبره", False),
        ("قتيل", False),
    ],
)
def test_what_may_be_a_name(word, may):
    """A plain noun may be a name; verbs, words with a possessor and words that tell of people may not."""
    assert looks_like_a_name(word) is may


def test_adverbs_and_what_became_of_people_are_no_names(tokens):
    """An accusative and a word of fate are no names, whatever stands before them."""
    assert not may_be_a_name(tokens("عاد أخوه سالماً"), 2)
    assert may_be_a_name(tokens("عاد أخوه حجر"), 2)


def test_a_surname_goes_on(tokens):
    """A family name goes on, a role or a preposition does not."""
    assert surname_at(tokens("حجر السلوم"), 1)
    assert not surname_at(tokens("حجر المعلم"), 1)
    assert not surname_at(tokens("حجر على الطريق"), 1)


def test_closed(tokens):
    """A stop, a preposition and a word of fate leave a name by itself; another noun does not."""
    assert is_closed(tokens("حجر، ثم"), 1)
    assert is_closed(tokens("حجر في البيت"), 1)
    assert not is_closed(tokens("حجر الطريق"), 1)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("جُرح مطشر الخلف ونهار الدرويش في القصف", ["مطشر الخلف", "نهار الدرويش"]),
        ("جُرح مطشر الخلف ونقل الدرويش إلى المشفى", ["مطشر الخلف"]),
        ("جُرح مطشر الخلف ومدير الدرويش في القصف", ["مطشر الخلف"]),
    ],
)
def test_a_word_is_a_name_that_and_ties_to_one(removed, text, names):
    """Before a listed family name a word is a name, a verb or an office is none."""
    assert [words for words, _ in removed(text)][: len(names)] == names
    assert not {"نقل الدرويش", "مدير الدرويش"} & {words for words, _ in removed(text)}


def test_of_two_with_their_ages_the_second_may_be_any_word(removed):
    """Behind one with an age, a word with one is a person; a term in prison is no age."""
    assert [words for words, _ in removed("قُتل يامن (9 أعوام) وسدرى (5 أعوام)")] == ["يامن", "سدرى"]
    assert removed("حُكم عليه بالسجن (5 أعوام)") == []

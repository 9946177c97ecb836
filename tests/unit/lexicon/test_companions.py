"""Companions let a form fire or silence it, within reach and inside the sentence."""

import pytest

from marsad.lexicon.companions import Companions, Company, companies
from marsad.lexicon.load import entries


def allows(text, at, **asked):
    words = tuple(text.split())
    company = Company.of(asked.get("near"), asked.get("not_near"), asked.get("within"), asked.get("side"))
    return company.allows(Companions([company]).around(words, 0, len(words)), at, at + 1)


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("اطلق مسلحون النار", {"near": ("نار",)}, True),
        ("اطلق مسلحون مبادره", {"near": ("نار",)}, False),
        ("اطلق مسلحون النار", {"near": ("نار",), "within": 1}, False),
        ("اطلق مسلحون بالقذايف", {"near": ("قذائف",)}, True),
        ("اطلق مسلحون قذيفتين", {"near": ("قذيفة",)}, True),
        ("اصيب ثلاثه في حادث سير", {"not_near": ("سير",)}, False),
        ("اصيب ثلاثه في انفجار", {"not_near": ("سير",)}, True),
        ("اصيب ثلاثه في انفجار", {}, True),
    ],
)
def test_words_around(text, asked, expected):
    """A companion counts with its clitics and endings, only within reach."""
    assert allows(text, 0, **asked) is expected


def test_side():
    """A companion asked for after the form does not count before it."""
    assert allows("النار اطلق مسلحون", 1, near=("نار",), side="after") is False
    assert allows("النار اطلق مسلحون", 1, near=("نار",), side="before") is True


def test_the_sentence_is_the_border():
    """A companion of the next sentence does not count."""
    words = ("اطلق", "مسلحون", "النار")
    company = Company.of(("نار",), (), None, None)
    assert company.allows(Companions([company]).around(words, 0, 2), 0, 1) is False


def test_what_was_compiled_is_what_the_entries_ask_for():
    """Read from the cache or made, a list of entries has the company that each asks for by itself."""
    rows = entries("means")
    alone = tuple(Company.of(row["near"], row["not_near"], row["within"], row["side"]) for row in rows)
    assert companies(rows) == companies(rows) == alone


def test_a_phrase_among_many_companions_breaks_no_reading():
    """A companion of two words, which the check of word lists refuses, is never found and harms no other."""
    many = tuple(f"{first}{second}{third}" for first in "بتثجح" for second in "خدذرزسشصض" for third in "طظعغفقكلمن")
    assert not allows("اطلق مسلحون النار", 0, near=("اطلاق نار", *many))
    assert allows("اطلق مسلحون النار", 0, near=("اطلاق نار", "نار", *many))

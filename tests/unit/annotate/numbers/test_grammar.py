from __future__ import annotations

from fractions import Fraction

import pytest

from marsad.annotate.numbers.grammar import read_cardinal, read_ordinal


def value(*words: str) -> Fraction | None:
    reading = read_cardinal(words, 0, len(words))
    return None if reading is None else reading.value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("مييه",), None),
        (("سته", "عشر"), 16),
        (("مليون", "ونصف"), 1_500_000),
        (("ثلاثه", "ونصف", "مليون"), 3_500_000),
        (("خمسه", "فاصله", "سته"), Fraction(56, 10)),
        (("عشرين", "وخمسه"), 20),
        (("ثلاثه", "واربعه"), 3),
        (("الف", "مليون"), 1_000_000_000),
    ],
)
def test_words_add_up_by_their_ranks(words: tuple[str, ...], expected: Fraction | int | None) -> None:
    """Units, tens, hundreds and scales combine only in the order Arabic allows."""
    assert value(*words) == expected


def test_rank_takes_its_tens_and_hundreds() -> None:
    """A rank of several words is one rank."""
    words = ("الثاني", "والثلاثين", "بعد", "الميه")
    reading = read_ordinal(words, 0, len(words))
    assert reading is not None
    assert (reading.value, reading.stop) == (132, 4)

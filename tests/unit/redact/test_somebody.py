"""Whose a name is that a place, somebody in office or a known house may bear, too."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("فتحت الباب فإذا هو نعمان، ابن الخباز، ومعه خمسة", ["نعمان"]),
        ("انتقدوا المفوض دلوفان س. الذي أمر بالحجز", ["دلوفان س"]),
        ("عاد الشاب قصي الزعبي وشقيقه ماهر", ["قصي الزعبي", "ماهر"]),
    ],
)
def test_a_private_person_is_found(removed, text, names):
    """Kin behind a comma, an initial for a family name, and kin of somebody whom nobody knows."""
    assert [words for words, _ in removed(text)] == names


@pytest.mark.parametrize(
    "text",
    ["انتقدوا المفوض دلوفان الذي أمر بالحجز", "بشار الأسد وشقيقه ماهر وحدهما"],
)
def test_an_office_and_a_known_house_stay(removed, text):
    """A role before a whole name, and a brother whom every reader knows."""
    assert removed(text) == []

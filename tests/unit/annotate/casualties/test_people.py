from __future__ import annotations

import pytest

from marsad.annotate.casualties.people import is_thing, looks_like_people, person


@pytest.mark.parametrize(
    ("word", "many", "kind"),
    [
        ("مدني", 1, "civilians"),
        ("المدنيين", None, "civilians"),
        ("مدنيان", 2, "civilians"),
        ("وطفليها", 2, "children"),
        ("زوجته", 1, "women"),
        ("جنوده", None, "armed"),
        ("مقاتليها", None, "armed"),
        ("عنصرين", 2, "armed"),
        ("صحفيين", None, "journalists"),
    ],
)
def test_form_tells_how_many_and_of_what_kind(word: str, many: int | None, kind: str) -> None:
    """Singular, dual and plural, bare or owned, count by their form and carry the kind of their entry."""
    found = person(word)
    assert found is not None
    assert (found.many, found.kind) == (many, kind)


@pytest.mark.parametrize("word", ["مدرسه", "محافظه", "غاره", "امنيه", "وزعم"])
def test_things_and_adjectives_are_no_people(word: str) -> None:
    """A school is not a teacher's, and an adjective in -ية owns nobody."""
    assert person(word) is None


def test_relative_nouns_look_like_people_and_countries_do_not() -> None:
    """Unlisted nouns of origin may be victims; the names of countries that end alike are not."""
    assert looks_like_people("تونسيين")
    assert looks_like_people("كرديا")
    assert not looks_like_people("سوريا")
    assert not looks_like_people("بسوريا")


def test_things_are_known_behind_clitics() -> None:
    """A number before a thing counts no victims."""
    assert is_thing("ومنازل")
    assert not is_thing("مدنيين")

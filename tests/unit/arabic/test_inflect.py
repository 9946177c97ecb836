"""Forms that grammar makes of a listed one."""

import pytest

from marsad.arabic.inflect import inflections


@pytest.mark.parametrize(
    ("form", "made"),
    [
        ("قصف", {"قصفت", "قصفوا", "قصفوه", "قصفناهم", "قصفتها"}),
        ("ضرب", {"ضربتو", "ضربتن", "ضربتهن"}),  # as it is spoken
        ("اردي", {"اردت", "اردياه", "اردوهم", "اردته", "اردتو"}),
        ("رمي", {"رموا", "رمته", "رميا", "رميناهم"}),
    ],
)
def test_verbs_take_their_objects(form: str, made: set[str]) -> None:
    """Whoever is hit may be written onto the verb, by one, two or many who hit, and as it is spoken."""
    assert made <= inflections(form, "verb")


@pytest.mark.parametrize(("form", "other"), [("قتل", "قتلاهم"), ("جرح", "جرحاهن"), ("لقي", "لقوه")])
def test_nouns_and_other_words_are_no_verb_with_object(form: str, other: str) -> None:
    """ "قتلاهم" are their dead, "لقوة" is of a force."""
    assert other not in inflections(form, "verb")

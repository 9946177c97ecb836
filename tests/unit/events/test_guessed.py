"""Whose bomber it is when nobody is named."""

import pytest

from marsad.events.choose import Choice
from marsad.events.draft import drafts_of
from marsad.events.guessed import is_guessed

ALONE = "فجّر انتحاري نفسه في سوق شعبية وسط بغداد أمس، وقُتل تسعة مدنيين."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ALONE, True),
        (ALONE + " وأعلن تنظيم داعش مسؤوليته عن التفجير.", False),
        ("فجّر انتحاري من داعش نفسه في سوق شعبية وسط بغداد أمس.", False),
    ],
)
def test_a_bomber_whose_name_stands_nowhere(see, text, expected):
    """The organisation that usually sends bombers is a guess, unless the report names it before or behind."""
    seen = see(text)
    bomber = seen.annotations.actors[0]
    assert bomber.code == "is"
    assert is_guessed(seen.context, Choice("is", bomber, 0.9)) is expected


def test_who_is_named_otherwise_is_no_guess(see):
    """Only words for bombers guess, not what is chosen without a word of the text."""
    seen = see(ALONE)
    assert not is_guessed(seen.context, Choice("is", None, 0.9))


def test_a_guess_is_nobody_known(see, answered, made_models):
    """An act whose doer is guessed has nobody known to have done it."""
    seen = see(ALONE)
    drafts = drafts_of(seen.context, answered(seen, side1={"code=is|Suicide bomb": 9.0}), made_models())
    assert {draft.side1.value for draft in drafts} == {"unidentified"}

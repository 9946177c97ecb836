"""Whose the place of an act was."""

from datetime import date

from marsad.events.choose import Choice
from marsad.events.holders import Held, held_by
from marsad.events.sides import choose_act, seen_actors
from marsad.lexicon.weights import Weights

TEXT = "استهدف مجهولون حاجزاً في مدينة عفرين بقنبلة."
FOUGHT = "Armed clash"


def checkpoint(see, published):
    seen = see(TEXT, published=published)
    return seen.context, seen.frame_of("عفرين")


def test_the_day_tells_who_held_it(see):
    """Afrin was held by one side before 2018 and by another after it."""
    assert held_by(*checkpoint(see, date(2017, 5, 1))).holders() == ("sdf",)
    assert held_by(*checkpoint(see, date(2019, 5, 1))).holders() == ("sna",)


def test_a_place_that_changes_hands(see):
    """About the days of its fall a town has two holders: the one before, then the one after."""
    held = held_by(*checkpoint(see, date(2018, 3, 19)))
    assert (held.before[0], held.after[0]) == ("sdf", "sna")
    assert held.holders()[:2] == ("sdf", "sna")


def test_nobody_is_known_without_a_district(see):
    """A governorate alone, or no place, tells of no holder."""
    seen = see("استهدف مجهولون حاجزاً بقنبلة.", published=date(2019, 5, 1))
    assert held_by(seen.context, seen.frame_of("بقنبله")) == Held()


def test_actors_are_described_by_what_they_held():
    """The first letter is for before, the second for after: main holder, second holder, none."""
    held = Held(("is", "syr-regime"), ("syr-regime",))
    assert list(held.describes("is")) == ["held=mn", "code=is|held=is"]
    assert list(held.describes("syr-regime")) == ["held=sm", "code=syr-regime|held=is"]
    assert next(held.describes("opp")) == "held=nn"
    assert list(Held().describes("opp")) == []


def test_a_holder_whom_nobody_names_may_be_hit(see):
    """The weights may take the holder, whom no word names, for the side acted upon."""
    context, frame = checkpoint(see, date(2019, 5, 1))
    assert "sna" in {each.value for each in seen_actors(context, frame, FOUGHT)}
    side2 = Weights(name="side2", weights={"held=mm|unnamed": 9.0})
    told = choose_act(context, frame, [Choice(FOUGHT, None, 1.0)], Weights(name="side1"), side2)
    assert (told.side2.value, told.side2.mention) == ("sna", None)

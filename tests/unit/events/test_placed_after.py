"""Where an act was done when only the next sentence tells."""

import pytest

from marsad.events.placed_after import placed_after


@pytest.mark.parametrize(
    ("following", "named"),
    [
        ("وتم تنفيذ العملية في بلدة الكرامة", "الكرامة"),
        ("وجرت العملية فجراً قرب بلدة الكرامة", "الكرامة"),
        ("وتم تنفيذ الاتفاق في بلدة الكرامة", None),
        ("وقالت مصادر إن العملية في بلدة الكرامة", None),
        ("وجرت العملية في سوريا", None),
    ],
)
def test_the_next_sentence_places_the_act(see, following, named):
    """What opens with "the operation was carried out" tells where, unless that is as coarse as what is known."""
    seen = see(f"نفذ التحالف الدولي مداهمة ضد تنظيم داعش. {following}.")
    found = placed_after(seen.context, seen.frames[0], None)
    assert (found.name if found else None) == named


def test_a_place_of_its_own_stays(see):
    """A town that the act itself names is not given up."""
    seen = see("نفذ التحالف الدولي مداهمة في مدينة منبج. وتم تنفيذ العملية في بلدة الكرامة.")
    town = next(place for place in seen.context.annotations.places if place.name == "منبج")
    assert placed_after(seen.context, seen.frames[0], town) is None

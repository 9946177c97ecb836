"""The shipped tables hold together."""

from marsad.gazetteer.check import check_places
from marsad.gazetteer.own import own_rows
from marsad.gazetteer.place_schema import FEATURES
from marsad.gazetteer.world import settlement

_ROWS = list(own_rows())


def test_tables_hold_together():
    """No id stands twice, units are there, points lie in their country, and names are written in Arabic letters."""
    assert [problem.say() for problem in check_places()] == []


def test_syria_is_whole():
    """14 governorates, 62 districts and 272 sub-districts."""
    counts = {level: sum(row.country == "SY" and row.feature == level for row in _ROWS) for level in FEATURES}
    assert (counts["admin1"], counts["admin2"], counts["admin3"]) == (14, 62, 272)


def test_settlement_by_population():
    """A population makes a city, a town or a village."""
    assert [settlement(people) for people in (0, 5_000, 100_000)] == ["village", "town", "city"]

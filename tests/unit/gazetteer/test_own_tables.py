"""The shipped tables hold together."""

import re

from marsad.gazetteer.own import own_rows
from marsad.gazetteer.world import settlement

_FEATURES = {
    "country", "region", "admin1", "admin2", "admin3", "city", "town", "village", "quarter", "camp", "base", "airport",
    "crossing", "dam", "field", "prison", "hill", "river", "road", "facility",
}  # fmt: skip
_ROWS = list(own_rows())


def test_ids_are_unique():
    """No two rows share an id."""
    ids = [row.place_id for row in _ROWS]
    assert len(ids) == len(set(ids))


def test_units_exist():
    """Every row lies in units that have rows of their own."""
    ids = {row.place_id for row in _ROWS}
    for row in _ROWS:
        assert row.feature in _FEATURES, row.place_id
        assert not row.admin1 or row.admin1 in ids, row.place_id
        assert not row.country or row.country in ids, row.place_id
        assert not row.admin1.startswith("SY") or row.country == "SY", row.place_id


def test_points_are_points():
    """Coordinates are both given or both empty, and lie on Earth; Syrian ones in Syria."""
    for row in _ROWS:
        assert bool(row.latitude) == bool(row.longitude), row.place_id
        if row.latitude:
            assert -90 <= float(row.latitude) <= 90
            assert -180 <= float(row.longitude) <= 180
            if row.country == "SY":
                assert 32 < float(row.latitude) < 37.6, row.place_id
                assert 35.4 < float(row.longitude) < 42.6, row.place_id


def test_names_are_arabic():
    """Names hold Arabic letters, digits and the signs of site names; no foreign look-alikes."""
    allowed = re.compile(r"[\u0621-\u063a\u0641-\u0652\d A-Za-z()\-,،/.]+")
    for row in _ROWS:
        for name in row.names:
            assert allowed.fullmatch(name), (row.place_id, name)


def test_syria_is_whole():
    """14 governorates, 62 districts and 272 sub-districts."""
    counts = {level: sum(row.country == "SY" and row.feature == level for row in _ROWS) for level in _FEATURES}
    assert (counts["admin1"], counts["admin2"], counts["admin3"]) == (14, 62, 272)


def test_settlement_by_population():
    """A population makes a city, a town or a village."""
    assert [settlement(people) for people in (0, 5_000, 100_000)] == ["village", "town", "city"]

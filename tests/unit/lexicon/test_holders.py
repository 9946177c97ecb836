"""Who held which district and when."""

from datetime import date

import pytest

from marsad.amend.actors import located_actors
from marsad.errors import ResourceError
from marsad.gazetteer.rows import read_csv
from marsad.lexicon.holders import holders_of, holdings
from marsad.lexicon.layers import RESOURCES

MOST = 2


def listed():
    """Return the districts and subdistricts that marsad ships."""
    return list(read_csv(RESOURCES / "places" / "admin2.csv", ("id", "country", "feature")))


@pytest.mark.parametrize(
    ("subdistrict", "day", "holder"),
    [
        ("SY020300", date(2017, 6, 1), "sdf"),  # Afrin
        ("SY020300", date(2019, 6, 1), "sna"),
        ("SY070000", date(2014, 6, 1), "syr-regime"),  # Idleb
        ("SY070000", date(2019, 6, 1), "hts"),
        ("SY110100", date(2015, 6, 1), "is"),  # Raqqa
        ("SY110100", date(2018, 6, 1), "sdf"),
        ("SY120000", date(2025, 6, 1), "syr-gov"),  # Dar'a
    ],
)
def test_holders_change(subdistrict, day, holder):
    """The main holder stands first, and changes with the years."""
    assert holders_of(subdistrict, subdistrict[:6], day)[0] == holder


def test_a_district_stands_for_its_subdistricts():
    """A subdistrict that no entry names has the holders of its district; an unknown place has none."""
    assert holders_of(None, "SY0100", date(2015, 6, 1))[0] == "syr-regime"
    assert holders_of("SY010000", "SY0100", date(2015, 6, 1)) == holders_of(None, "SY0100", date(2015, 6, 1))
    assert holders_of(None, None, date(2015, 6, 1)) == ()
    assert holders_of("IQG01Q01", "IQG01", date(2015, 6, 1)) == ()


def test_every_subdistrict_is_held_all_the_time():
    """From 2011 to 2026 each subdistrict of Syria has one holder or two, whatever the month."""
    units = [row["id"] for row in listed() if row["country"] == "SY" and row["feature"] == "admin3"]
    months = [date(year, month, 1) for year in range(2011, 2026) for month in range(1, 13) if (year, month) > (2011, 3)]
    for unit in units:
        for day in months:
            assert 0 < len(holders_of(unit, unit[:6], day)) <= MOST, (unit, day)


def test_every_holder_is_registered():
    """Each code is that of a registered actor, each unit is listed, and no holding ends before it begins."""
    codes = {one.entry.code for one in located_actors((RESOURCES,))[0]}
    units = {row["id"] for row in listed()}
    for each in holdings():
        assert each.code in codes
        assert each.units <= units
        assert each.until is None or each.since < each.until


def test_a_broken_file_is_named(tmp_path):
    """An entry that breaks the schema is told with its file and line."""
    (tmp_path / "holders").mkdir()
    (tmp_path / "holders" / "own.yaml").write_text("- {id: x, code: opp, units: [Idleb]}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="units"):
        holdings(tmp_path)

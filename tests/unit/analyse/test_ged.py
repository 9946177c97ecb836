import csv

import pytest

from marsad.analyse import Spec, read_ged, side_by_side
from marsad.analyse.counts import unit_of
from marsad.analyse.ged import unit_of_name
from marsad.errors import ReadError, SettingsError

ROW = {
    "id": "1", "where_prec": "1", "adm_1": "Dayr az Zawr governorate", "country": "Syria", "country_id": "652",
    "date_prec": "1", "date_start": "2024-03-20 00:00:00.000", "date_end": "2024-03-20 00:00:00.000",
    "best": "3", "high": "4", "low": "2", "latitude": "35.0", "longitude": "40.5",
}  # fmt: skip


@pytest.fixture
def ged(tmp_path):
    """Write rows as a CSV of UCDP GED."""

    def write(*rows, columns=tuple(ROW)):
        path = tmp_path / "ged.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


def test_rows_become_events_with_our_codes(ged):
    """Countries by their number, governorates by name, precision in our three steps."""
    wide = ROW | {"where_prec": "4", "date_prec": "4", "date_end": "2024-03-31", "adm_1": ""}
    exact, vague = read_ged(ged(ROW, wide))
    assert (exact.facts.country, exact.facts.admin1, exact.facts.place_precision) == ("SY", "SY09", 1)
    assert (exact.tally.figures["killed"].low, exact.tally.figures["killed"].high) == (2, 4)
    assert (vague.facts.admin1, vague.facts.place_precision, vague.facts.date_precision) == (None, 3, 3)


def test_a_bad_row_costs_nothing_else(ged):
    """It is named by its line."""
    bad, good = read_ged(ged(ROW | {"best": "many"}, ROW))
    assert isinstance(bad, ReadError)
    assert bad.line == 2
    assert good.tally.number == 1


def test_another_table_is_refused(ged):
    """The message names the column that is missing, and what to take."""
    with pytest.raises(ReadError, match=r"no column 'where_prec'.*Georeferenced"):
        list(read_ged(ged(ROW, columns=("id", "best"))))


@pytest.mark.parametrize(
    ("name", "unit"),
    [("Aleppo governorate", "SY02"), ("Al Hasakah Governorate", "SY08"), ("Rif Dimashq governorate", "SY03"),
     ("Dar'a governorate", "SY12"), ("Atlantis", "Atlantis"), ("", None)],
)  # fmt: skip
def test_governorates_are_known_by_their_names(name, unit):
    """One that nobody knows keeps its name, and stands in a row of its own."""
    assert unit_of_name("SY", name) == unit


def test_two_counts_stand_side_by_side(told, ged):
    """What only one of them has is there, too."""
    spec = Spec(by=("month", "admin1"))
    ours = [unit_of(told(killed={"low": 2, "best": 2, "high": 2}), spec), unit_of(told(day="2024-04-01"), spec)]
    rows = side_by_side(ours, read_ged(ged(ROW, ROW | {"id": "2", "adm_1": "Idlib governorate"})), spec)
    told_rows = [
        (*(value.code for value in row.key), row.ours and row.ours.number, row.theirs and row.theirs.number)
        for row in rows
    ]
    assert told_rows == [("2024-03", "SY07", None, 1), ("2024-03", "SY09", 1, 1), ("2024-04", "SY09", 1, None)]


def test_only_what_both_know_is_compared():
    """UCDP's events have no sub-event types of ours."""
    with pytest.raises(SettingsError, match="cannot be counted by kind"):
        side_by_side([], [], Spec(by=("kind",)))

from datetime import date
from fractions import Fraction

import pytest

from marsad.analyse import Spec, count
from marsad.analyse.tally import Figure
from marsad.errors import SettingsError


def estimate(low, best, high):
    return {"low": low, "best": best, "high": high}


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("day", {"2024-03-31": 1, "2024-W13 (week known only)": 1, "2024-03 (month known only)": 1}),
        ("week", {"2024-W13": 2, "2024-03 (month known only)": 1}),
        ("month", {"2024-03": 3}),
        ("year", {"2024": 3}),
    ],
)
def test_days_that_are_too_vague_for_a_period_have_a_row(told, keyed, by, expected):
    """A week is no day and a month no week: they are counted, under what is known of them."""
    found = [
        told(day="2024-03-31", end="2024-03-31"),
        told(day="2024-03-25", end="2024-03-31", precision=2),
        told(day="2024-03-01", end="2024-03-31", precision=3),
    ]
    counts = count(found, Spec(by=(by,)))
    assert keyed(counts) == expected
    assert counts.total.number == 3


def test_longer_than_a_month_is_a_year_and_nothing_is_no_day(told, keyed):
    """What is told for half a year or for no day at all stands by itself."""
    found = [told(day="2024-01-01", end="2024-06-30", precision=3), told(day=None, precision=3)]
    assert keyed(count(found, Spec(by=("month",)))) == {"2024 (year known only)": 1, " (no day known)": 1}


def test_an_event_over_a_border_is_counted_once_by_its_first_day(told, keyed):
    """The share of its days in the next period is shown beside the number."""
    found = [told(day="2024-03-29", end="2024-04-04", precision=2), told(day="2024-03-05")]
    counts = count(found, Spec(by=("month",)))
    assert keyed(counts) == {"2024-03": 2}
    assert (counts.rows[0].tally.spanning, counts.rows[0].tally.elsewhere) == (1, Fraction(4, 7))
    assert count(found, Spec(by=("year",))).total.spanning == 0


def test_the_week_is_that_of_the_iso_year(told, keyed):
    """30 December 2024 lies in the first week of 2025."""
    assert keyed(count([told(day="2024-12-30")], Spec(by=("week",)))) == {"2025-W01": 1}


def test_places_too_vague_for_a_level_have_a_row(told, keyed):
    """A governorate is no district; a village whose district no list has is told apart from that."""
    found = [
        told(),
        told(place={"admin2": None, "precision": 3}),
        told(place={"admin2": None}),
        told(place={"admin1": None, "admin2": None, "precision": 3}),
        told(place={"country": "", "admin1": None, "admin2": None, "precision": 3}),
    ]
    assert keyed(count(found, Spec(by=("admin2",)))) == {
        "SY0902": 1,
        "SY09 (place above admin2)": 1,
        "SY09 (admin2 not listed)": 1,
        "SY (place above admin2)": 1,
        " (no place known)": 1,
    }


def test_only_exact_places_are_cells_of_the_grid(told, keyed):
    """A governorate's middle is in no cell."""
    h3 = pytest.importorskip("h3")
    found = [told(), told(place={"precision": 2})]
    cell = h3.latlng_to_cell(35.0, 40.5, 4)
    assert keyed(count(found, Spec(by=("h3:4",)))) == {cell: 1, "SY0902 (no exact place)": 1}


def test_several_actors_are_several_rows_and_one_event(told, keyed):
    """The rows add up to more than the total, which counts each event once."""
    counts = count([told(side1=["sdf", "coalition"]), told(side1=[], side2=[])], Spec(by=("actor",)))
    assert keyed(counts) == {"coalition": 1, "is": 1, "sdf": 1, " (nobody told)": 1}
    assert counts.total.number == 2
    assert keyed(count([told(side1=["sdf", "is"])], Spec(by=("side1", "kind")))) == {
        "is | Arrests": 1,
        "sdf | Arrests": 1,
    }


def test_figures_keep_what_is_open(told):
    """Ranges add up bound by bound; what is open or untold is counted, and adds no number of its own."""
    found = [
        told(killed=estimate(2, 2, 2)),
        told(killed=estimate(20, 20, None)),
        told(killed=estimate(2, None, None)),
        told(killed=estimate(None, 5, 5)),
        told(),
    ]
    (row,) = count(found, Spec(by=("year",))).rows
    assert row.tally.figures["killed"] == Figure(low=24, best=29, high=29, without_best=1, open=2, untold=1)


def test_every_number_leads_to_its_records(told):
    """The ids of a row are those of its events, sorted; those of an incident are its own."""
    found = [told(), told(), told(day="2024-04-01")]
    counts = count(found, Spec(by=("month",)))
    assert [row.tally.ids for row in counts.rows] == [["r0#0", "r1#0"], ["r2#0"]]
    assert counts.total.ids == ["r0#0", "r1#0", "r2#0"]


def test_a_panel_keeps_to_its_sources(told, keyed):
    """What other outlets tell stands beside, and is not part of the total."""
    found = [told(outlet="أ"), told(outlet="ب"), told(outlet=None)]
    counts = count(found, Spec(by=("source",), panel=frozenset(("أ",))))
    assert keyed(counts) == {"أ": 1}
    assert counts.total.number == 1
    assert counts.beside["outside the panel"].number == 2


def test_an_area_shows_what_may_lie_in_it(told):
    """Of a place that is only known to be in Syria nobody can say that it is not in the governorate."""
    found = [
        told(),
        told(place={"admin1": None, "admin2": None, "precision": 3}),
        told(place={"admin1": "SY07", "admin2": None}),
        told(place={"country": "IQ", "admin1": "Anbar", "admin2": None}),
    ]
    counts = count(found, Spec(by=("year",), area="SY09"))
    assert counts.total.number == 1
    assert counts.beside["may lie in SY09"].number == 1


def test_days_asked_for_are_first_days(told, keyed):
    """Both borders belong to the time asked for; what has no day is shown, too."""
    found = [told(day=f"2024-03-{day:02}") for day in (1, 2, 3, 4)] + [told(day=None)]
    counts = count(found, Spec(by=("day",), since=date(2024, 3, 2), until=date(2024, 3, 3)))
    assert keyed(counts) == {"2024-03-02": 1, "2024-03-03": 1, " (no day known)": 1}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"by": ("colour",)}, "Nothing is counted by 'colour'"),
        ({"by": ("h3:16",)}, "no resolution"),
        ({"by": ("day", "month")}, "one period"),
        ({"people": ("dead",)}, "There is no count of 'dead'"),
    ],
)
def test_what_cannot_be_counted_is_refused(asked, message):
    """The message says what can."""
    with pytest.raises(SettingsError, match=message):
        Spec(**asked)


@pytest.mark.parametrize("told", ["SY09", "دير الزور", "Deir-ez-Zor"])
def test_an_area_is_called_as_the_command_calls_it(told):
    """By its code or a name; a name would count nothing, and say nothing."""
    assert Spec(area=told).area == "SY09"


@pytest.mark.parametrize(("told", "said"), [("Sy Nine", "No country or unit is called Sy Nine"), ("SY99", "SY99")])
def test_an_area_that_is_none_is_refused(told, said):
    """With what to write in its place."""
    with pytest.raises(SettingsError, match=said):
        Spec(area=told)

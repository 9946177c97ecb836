"""Two periods side by side: the same sources, each row with its interval, and what no number holds."""

import csv
import io
import json
from datetime import date, timedelta

import pytest

from marsad.errors import SettingsError
from marsad.trends import contrast, days_of, periods_asked
from marsad.trends.judge import CANNOT_TELL, NOT_SHOWN, RISING
from marsad.trends.search import Search
from marsad.trends.show_contrast import about_contrast, contrast_object, contrast_table, write_contrast_csv
from marsad.trends.weeks import Pieces

MONTHS = Pieces(earlier=days_of("2024-05"), later=days_of("2024-06"))
ALL = Search(name="all")


@pytest.fixture
def monthly(tell):
    """So many incidents in May and in June, spread over the month, told by some sources."""

    def make(may, june, *outlets, **fields):
        return [
            tell(date(2024, month, 1) + timedelta(days=number * 29 // max(count, 1)), *outlets, **fields)
            for month, count in ((5, may), (6, june))
            for number in range(count)
        ]

    return make


RAQQA = {"admin1": "SY11", "admin2": "SY1101"}


def test_a_month_is_set_against_the_month_before(monthly):
    """Each row counts each incident once, and all of them make the total."""
    record = [*monthly(20, 60, "أ", "ب"), *monthly(20, 20, "أ", "ب", place=RAQQA)]
    found = contrast(record, ALL, MONTHS)
    rows = {line.key[0].code: line for line in found.rows}
    assert [(rows[unit].before.number, rows[unit].now.number) for unit in ("SY09", "SY11")] == [(20, 60), (20, 20)]
    assert (found.total.before.number, found.total.now.number) == (40, 80)
    assert (rows["SY09"].verdict, rows["SY11"].verdict) == (RISING, NOT_SHOWN)
    assert found.rows[0].key[0].code == "SY09"
    assert len(rows["SY09"].now.ids) == 60


def test_a_ratio_is_that_of_days(monthly):
    """May has a day more than June: as many in both are 31/30 times as many a day."""
    ratio = contrast(monthly(31, 31, "أ", "ب"), ALL, MONTHS).total.ratio
    assert ratio.ratio == pytest.approx(31 / 30)
    assert ratio.low < 1 < ratio.high


def test_a_new_channel_makes_no_rise(monthly):
    """Who began in the later period is left out, and its incidents stand beside."""
    record = [*monthly(30, 30, "أ", "ب"), *monthly(0, 90, "جديدة")]
    found = contrast(record, ALL, MONTHS)
    assert (found.total.now.number, found.total.everyone) == (30, (30, 120))
    assert found.total.verdict == NOT_SHOWN
    assert "began in the week of" in found.panel.left_out["جديدة"]
    assert "measures nothing" in " ".join(about_contrast(found))


def test_one_source_alone_shows_no_rise(monthly):
    """What it tells may be its own doing: the verdict says whom it rests on."""
    record = [*monthly(30, 30, "أ", "ب"), *monthly(5, 60, "أ")]
    found = contrast(record, ALL, MONTHS)
    assert found.total.verdict == CANNOT_TELL
    assert found.total.reasons[0] == "It rests on أ: without, too little of the change is left."


def test_among_many_rows_chance_shows_one_sooner(monthly):
    """What would be a rise by itself is none among rows of which most do not change; its interval stays."""
    alone = monthly(10, 24, "أ", "ب")
    assert contrast(alone, ALL, MONTHS).rows[0].verdict == RISING
    others = [one for unit in range(20) for one in monthly(8, 8, "أ", "ب", place={"admin1": f"IQ{unit:02}"})]
    found = contrast([*alone, *others], ALL, MONTHS)
    (row,) = [line for line in found.rows if line.key[0].code == "SY09"]
    assert row.verdict == NOT_SHOWN
    assert row.ratio.low > 1
    assert found.judged == 21
    assert "21 rows" in " ".join(about_contrast(found))


def test_what_may_lie_in_either_is_in_no_number(tell, monthly):
    """Known to a month it is in that month; known to both, or to no day, it is in none, and is told."""
    june = {"start": "2024-06-01", "end": "2024-06-30", "precision": 3}
    both = {"start": "2024-05-20", "end": "2024-06-10", "precision": 3}
    year = {"start": "2023-01-01", "end": "2023-12-31", "precision": 3}
    vague = [tell(date(2024, 6, 1), "أ", "ب", date=one) for one in (june, both, year)]
    found = contrast([*monthly(10, 10, "أ", "ب"), *vague, tell(None, "أ", "ب")], ALL, MONTHS)
    assert (found.total.before.number, found.total.now.number, found.vague) == (10, 11, 2)


def test_an_unfinished_period_says_so(monthly):
    """What the record does not hold yet is no fall."""
    record = [one for one in monthly(20, 20, "أ", "ب") if one.happening.start <= date(2024, 6, 20)]
    found = contrast(record, ALL, MONTHS)
    assert found.ends == date(2024, 6, 19)
    assert "is no fall" in " ".join(about_contrast(found))


def test_a_period_before_the_record_says_so(monthly):
    """What was not collected yet makes no rise."""
    record = [one for one in monthly(20, 20, "أ", "ب") if one.happening.start >= date(2024, 5, 10)]
    found = contrast(record, ALL, MONTHS)
    assert found.begins > date(2024, 5, 1)
    assert "is no rise" in " ".join(about_contrast(found))
    assert contrast(monthly(20, 20, "أ", "ب"), ALL, MONTHS).begins is None


def test_periods_not_asked_for_are_those_of_the_record(monthly):
    """The last whole month and the one before; each may be named, also a year earlier."""
    record = monthly(20, 29, "أ", "ب")
    assert periods_asked(record, None, None).later == days_of("2024-05")
    year = periods_asked(record, days_of("2024-06"), days_of("2023-06"))
    assert (year.earlier, year.days) == (days_of("2023-06"), (30, 30))
    with pytest.raises(SettingsError, match="does not end before"):
        periods_asked(record, days_of("2024-06"), days_of("2024-06-10"))
    with pytest.raises(SettingsError, match="names its outlet"):
        periods_asked([], None, None)


def test_rows_that_there_are_not_are_refused(monthly):
    """A period is no row."""
    with pytest.raises(SettingsError, match="--now"):
        contrast(monthly(9, 9, "أ"), ALL, MONTHS, by=("month",))


def test_nobody_reported_throughout(monthly):
    """Then nothing can be told, of any row."""
    found = contrast(monthly(0, 30, "أ", "ب"), ALL, MONTHS)
    assert (found.total.verdict, found.total.everyone) == (CANNOT_TELL, (0, 30))
    assert found.total.ratio is None


def test_every_form_tells_the_same(monthly):
    """The table, CSV and JSON have each row, people included; JSON and CSV the ids."""
    toll = {"killed": {"low": 1, "best": 2, "high": 3}}
    found = contrast(monthly(10, 30, "أ", "ب", figures=toll), ALL, MONTHS, by=("admin1", "kind"))
    stream = io.BytesIO()
    write_contrast_csv(found, stream)
    lines = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"))))
    assert [line["verdict"] for line in lines] == [RISING, RISING]
    assert (lines[0]["admin1"], lines[0]["kind"], lines[0]["now"]) == ("SY09", "Armed clash", "30")
    assert lines[1]["admin1_note"] == "together"
    assert len(lines[0]["now_ids"].split()) == 30
    told = json.loads(json.dumps(contrast_object(found)))
    assert [value["value"] for value in told["rows"][0]["key"]] == ["SY09", "Armed clash"]
    assert told["total"]["now"]["incidents"] == 30
    assert contrast_table(found).row_count == 2


def test_without_rows_there_is_the_total(monthly):
    """All together, nothing by nothing."""
    found = contrast(monthly(10, 30, "أ", "ب"), ALL, MONTHS, by=(), people=())
    assert (found.rows, found.total.now.number) == ((), 30)
    assert contrast_table(found).row_count == 1
    stream = io.BytesIO()
    write_contrast_csv(found, stream)
    assert b"together" in stream.getvalue()

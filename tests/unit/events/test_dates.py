"""Which days an act may have."""

from datetime import date

import pytest

from marsad.events.dates import UNKNOWN, date_candidates
from marsad.model.when import DatePrecision


def days(seen, frame=None):
    return [
        (candidate.value.start, candidate.value.end, int(candidate.value.precision), candidate.mention is not None)
        for candidate in date_candidates(seen.context, frame or seen.only)
    ]


def test_a_told_day_stands_beside_the_day_of_publication(see):
    """A day that is told, the day of publication, and a recent day unsaid."""
    told = (date(2023, 5, 2), date(2023, 5, 2), 1, True)
    published = (date(2023, 5, 3), date(2023, 5, 3), 1, False)
    recent = (date(2023, 5, 2), date(2023, 5, 3), 2, False)
    assert days(see("انفجر لغم في مدينة منبج أمس.")) == [told, published, recent]
    assert days(see("انفجر لغم في مدينة منبج.")) == [published, recent]


def test_without_publication_day_and_date_the_day_is_unknown(see):
    """No day is invented; the reason says why there is none."""
    (candidate,) = date_candidates(see("انفجر لغم أمس.", published=None).context, see("انفجر لغم أمس.").only)
    assert candidate.value == UNKNOWN
    assert (UNKNOWN.start, UNKNOWN.end, UNKNOWN.precision) == (None, None, DatePrecision.MONTH)
    assert UNKNOWN.reason


def test_without_publication_day_a_full_date_holds(see):
    """A date with day, month and year needs no day of publication."""
    assert days(see("انفجر لغم في منبج يوم 16 آذار 2021.", published=None)) == [
        (date(2021, 3, 16), date(2021, 3, 16), 1, True)
    ]


@pytest.mark.parametrize("habit", ["كل يوم", "يومياً"])
def test_a_habit_is_no_day(see, habit):
    """What happens every day happened on none."""
    assert not any(told for *_, told in days(see(f"تدور اشتباكات {habit} في درعا.")))


def test_every_day_of_the_report_may_be_meant(see):
    """A day told in another sentence is a candidate, too, and its features say where it stands."""
    seen = see("انفجر لغم في منبج أمس. وقصفت قوات النظام بلدة كفرنبل يوم الاثنين.")
    first, second = seen.frames
    assert [day for day, *_ in days(seen, first)][:2] == [date(2023, 5, 2), date(2023, 5, 1)]
    own, other = date_candidates(seen.context, second)[1], date_candidates(seen.context, second)[0]
    assert "z=C>" in own.features
    assert "z=P1" in other.features


def test_the_age_of_a_day_is_a_feature(see):
    """How long ago a day is, seen from publication, says much about whether it is meant."""
    seen = see("انفجر لغم في منبج يوم 16 آذار 2021.")
    assert "ago=old" in date_candidates(seen.context, seen.only)[0].features
    assert "ago=1" in date_candidates(see("انفجر لغم أمس.").context, see("انفجر لغم أمس.").only)[0].features


def test_the_words_of_an_act_tell_whether_it_is_news(see):
    """Every word of the stretch is crossed with each day: "مجددا" speaks for the day of publication."""
    seen = see("انفجر لغم مجددا في مدينة منبج أمس.")
    told, published, recent = date_candidates(seen.context, seen.only)
    assert "w=C|مجددا" in told.features
    assert "w=published|مجددا" in published.features
    assert "w=recent|مجددا" in recent.features

"""Periods put together of words: two ends, lengths of time, first and last parts, the one before."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("بين تشرين الثاني وكانون الثاني", "2023-11-01", "2024-01-31"),
        ("في الفترة من 3 حتى 12 كانون الثاني", "2024-01-03", "2024-01-12"),
        ("بين 6 و9 شباط", "2024-02-06", "2024-02-09"),
        ("خلال 2023", "2023-01-01", "2023-12-31"),
        ("في شهر", "2024-01-15", "2024-02-15"),
        ("في شهر واحد", "2024-01-15", "2024-02-15"),
        ("في ثلاثة أسابيع", "2024-01-25", "2024-02-15"),
        ("في الأيام العشرة الأولى من كانون الثاني", "2024-01-01", "2024-01-10"),
        ("في الأسبوعين الأخيرين من كانون الثاني", "2024-01-17", "2024-01-31"),
        ("خلال السنة المنقضية", "2023-01-01", "2023-12-31"),
    ],
)
def test_windows(period, start, end):
    """Days are told by two ends, by a length alone, by a part of a month, and by the year that went by."""
    (claim,) = read(f"نفذ التنظيم 12 هجوماً {period}.")
    assert claim.window is not None
    assert (str(claim.window.start), str(claim.window.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("حصيلة أسبوع من القصف: 520 قتيلاً.", "count"),
        ("مئة يوم على الحرب: 3900 قتيل.", "total"),
        ("بعد أسبوع من القتال أحصت النقابة 291 قتيلاً مدنياً.", "count"),
        ("منذ 8 كانون الثاني وحتى اليوم نفذ التنظيم 94 هجوماً.", "total"),
    ],
)
def test_lengths_that_open_a_tally(text, kind):
    """A length counts up to publication behind a toll or "after", and runs on where it opens the sentence."""
    assert [claim.kind for claim in read(text)] == [kind]


def test_the_week_before_the_one_told():
    """ "الأسبوع الذي سبقه" is the seven days before those told."""
    claims = read("لم يسجل الأسبوع الماضي سوى غارتين على صعدة، في حين بلغت غارات الأسبوع الذي سبقه 31.")
    windows = [(claim.number, str(claim.window.start), str(claim.window.end)) for claim in claims if claim.window]
    assert windows == [(2, "2024-02-08", "2024-02-14"), (31, "2024-02-01", "2024-02-07")]


def test_places_that_changed_hands():
    """A number of places taken counts by the side that took them."""
    assert [claim.what for claim in read("سيطر تنظيم داعش على 11 قرية خلال الأسبوع الماضي.")] == [
        "Non-state actor overtakes territory"
    ]
    assert [claim.number for claim in read("استعاد الجيش العراقي 7 قرى خلال أسبوع.")] == [7]

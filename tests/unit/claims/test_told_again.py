"""Periods that point to one told before, and those of bulletins that come out when their days are over."""

import pytest
from tests.unit.claims.conftest import read


@pytest.mark.parametrize(
    ("published", "title", "text", "start", "end"),
    [
        (
            "2024-02-08",
            "",
            "شهد ريف حمص في كانون الثاني توتراً. وقتل في هذا الشهر 12 مدنياً.",
            "2024-01-01",
            "2024-01-31",
        ),
        (
            "2024-09-21",
            "حصيلة الأسبوع",
            "السبت 14 أيلول – الجمعة 20 أيلول\nوقع في ريف درعا خلال هذا الأسبوع 15 اشتباكاً.",
            "2024-09-14",
            "2024-09-20",
        ),
        ("2024-02-15", "حصيلة كانون الثاني في درعا: الاغتيالات تتراجع", "لا جديد.", "2024-01-01", "2024-01-31"),
        ("2024-02-15", "", "وقال إن كانون الثاني وحده حمل 44 حالة اعتقال في السويداء.", "2024-01-01", "2024-01-31"),
        (
            "2024-02-15",
            "",
            "بدأت الحملة في تعز في التاسع من الشهر. ومنذ ذلك اليوم سقط 14 قتيلاً.",
            "2024-02-09",
            "2024-02-15",
        ),
        ("2024-02-15", "", "اعتقل الجيش 340 شاباً في الأشهر الثمانية الأولى من 2023.", "2023-01-01", "2023-08-31"),
        ("2024-02-15", "", "اعتقل الجيش 34 شاباً هذا الشهر.", "2024-02-01", "2024-02-15"),
    ],
)
def test_windows(published, title, text, start, end):
    """A bulletin's own month or week is what it points to; months are told by verbs, and parts of a year by length."""
    claim = read(text, title=title, published=published)[-1]
    assert claim.window is not None
    assert (str(claim.window.start), str(claim.window.end)) == (start, end)

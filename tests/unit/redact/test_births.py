"""Years of birth."""

import pytest

from marsad.redact.births import years_of_birth


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("نورس الطبشي، تولد دوما 1984، مهنته حداد", "1984"),
        ("وهو من مواليد عام 1978 وأب لخمسة", "1978"),
        ("الطالبة ريم، مواليد ٢٠٠٦، من حلب", "٢٠٠٦"),
        ("خلف الدندل (و. 1995) ورُحّل", "1995"),
        ("من مواليد بنش سنة 1991", "1991"),
    ],
)
def test_the_year_of_one_person_is_found(text, year):
    """The year alone is found, in digits of either kind, behind the place of birth or not."""
    assert [text[start:end] for start, end in years_of_birth(text)] == [year]


@pytest.mark.parametrize(
    "text",
    [
        "المطلوبين للخدمة من مواليد 2000",
        "استدعاء مواليد عام 1984 إلى الاحتياط",
        "مواليد 1990 حتى 1995",
        "مواليد 1990-1995",
        "مواليد 1990 و1991",
        "مواليد 1985 فما فوق",
        "جميع الذكور مواليد 2001",
        "في عام 1984 اعتقل",
        "الوثيقة 19845",
        "مواليد الحي 20 طفلاً",
    ],
)
def test_years_of_many_stay(text):
    """Years of a call-up, of a class, of events and other numbers lead to nobody."""
    assert list(years_of_birth(text)) == []

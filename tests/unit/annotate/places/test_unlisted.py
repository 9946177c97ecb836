"""Names in no gazetteer."""

import pytest

from marsad.annotate.places import find
from marsad.gazetteer import load
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def named(text):
    report = Report(report_id="t", text=text)
    return [(m.name, m.candidates) for m in find(split(report, fold_text(report.source_text)), gazetteer=load())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجر لغم في قرية الخشيبانية ظهراً", "الخشيبانية"),
        ("انفجر لغم في قرية أم الشرابيط ظهراً", "أم الشرابيط"),
        ("انفجر لغم في قرية الزريفة الكبيرة ظهراً", "الزريفة الكبيرة"),
        ("أطلقوا النار على حاجز الزنكلية ليلاً", "حاجز الزنكلية"),
        ("تجمعوا في ساحة البرمكية", "ساحة البرمكية"),
        ("انفجر لغم في قرية طورناها ظهراً", "طورناها"),
        ("سطا لصوص على مزرعة في منطقة عرب الزريقات ليلاً", "عرب الزريقات"),
    ],
)
def test_announced(text, name):
    """The name ends after one word, unless it wants a second; sites keep their type word."""
    assert named(text) == [(name, ())]


@pytest.mark.parametrize(
    "text",
    [
        "انفجر لغم في قرية نائية",
        "سيطروا على قرية تقع قرب النهر",
        "قصفوا حياً سكنياً",
        "اقتتال في ساحة الحرب",
        "دخلوا العاصمة وحطموا المعدات",
        "تجمعوا في منطقة عرب",
        "احترقت حقول قمح في القرية",
        "قصفوا مدرسة تؤوي نازحين",
        "خرجوا من مدينة ثم عادوا",
        "قرية، ظهراً",
        "سيطروا على قرية هجرها مقاتلون",
        "توغلوا في مناطق هجرتها جماعات",
        "استعادوا مواقع وقرى مطلة على مركز المديرية",
        "انتشروا في مناطق فصائل محلية",
        "بيعت في سوق نخاسة",
    ],
)
def test_not_announced(text):
    """Adjectives, verbs with their object too, generic words and words behind a comma are no names."""
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجر لغم في منطقة الكتف جنوب النهر", "الكتف"),
        ("استهدفوا تجمعاً في منطقة القردة بجبهة الوادي", "القردة"),
        ("سيطروا على جبل مسعودة الذي يطل على الطريق", "جبل مسعودة"),
        ("سيطروا على جبل جميدة الاستراتيجي ليلاً", "جبل جميدة"),
    ],
)
def test_an_ordinary_word_told_where(text, name):
    """What follows tells that the word names something: where it lies, or a definite word behind an indefinite one."""
    assert (name, ()) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "انفجر لغم في منطقة الكتف ليلاً",
        "انفجر لغم في منطقة الحدود شمال النهر",
        "انفجر لغم في منطقة المزارع بأطراف النهر",
        "سيطروا على جبل كبير جنوب النهر",
        "سيطروا على منطقة زراعية جنوب النهر",
    ],
)
def test_an_ordinary_word_not_told_where(text):
    """Without it the word is no name, nor is an indefinite one that describes, nor one that names nothing anywhere."""
    assert named(text) == []

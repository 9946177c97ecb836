"""Where a report was filed from."""

import pytest

from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def filed(text: str, headline: str = "") -> str:
    report = Report(report_id="t", headline=headline, text=text)
    document = split(report, fold_text(report.source_text))
    words = document.dateline
    return " ".join(document.words[words.start : words.stop])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دبي، الإمارات العربية المتحدة (CNN)-- قتل ثلاثة في إدلب", "دبي الامارات العربيه المتحده"),
        ("بيروت (رويترز) - قال شهود إن قصفاً أصاب البلدة", "بيروت"),
        ("دمشق - سانا: عاد الهدوء إلى حي القصاع", "دمشق"),
        ("دير الزور – خاص: قتل ثلاثة", "دير الزور"),
        ("بغداد / واع / أعلنت الخلية", "بغداد"),
        ("قتل قيادي في الحشد جنوب بغداد، رويترز نقلت النبأ", ""),
        ("اشتباكات في دوما - مصادر", ""),
        ("باريس (أ ف ب) - شنت طائرات غارات", "باريس"),
        ("قصفت الطائرات مدينة حمص (وسط البلاد)", ""),
        ("قال المرصد: قتل ثلاثة. وذكرت الوكالة (سانا) أن", ""),
        ("عاد الهدوء إلى دوما، وفق (سانا)، بعد القصف", ""),
        ("", ""),
    ],
)
def test_a_dateline_ends_with_its_agency(text: str, expected: str) -> None:
    """Town and state before the agency, in brackets or behind a dash, are where a report was written."""
    assert filed(text) == expected


def test_a_headline_has_no_dateline() -> None:
    """The body's first words are looked at, behind the headline."""
    assert filed("دبي (CNN)-- قتل ثلاثة", headline="قصف على حلب") == "دبي"

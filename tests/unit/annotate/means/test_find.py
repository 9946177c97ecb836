"""Means: the weapons a report names."""

from datetime import date

import pytest

from marsad.annotate.means import find
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def means(text):
    report = Report(report_id="t", text=text, published_on=date(2025, 3, 1))
    document = split(report, fold_text(report.source_text))
    return [(document.quote(one.first, one.stop), one.means) for one in find(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف الطيران الحربي البلدة", [("الطيران الحربي", "aircraft")]),
        ("استهدفت مسيّرة انتحارية المقر", [("مسيّرة انتحارية", "drone")]),
        ("استهدفت مسيرة سيارة", [("مسيرة", "drone")]),
        ("خرجت مسيرة في الساحة للمطالبة بالخبز", []),
        ("طائرة بدون طيار قصفت الحاجز", [("طائرة بدون طيار", "drone")]),
        ("تصدت الدفاعات الجوية للأهداف", []),
        ("هبطت طائرة ركاب في المطار", []),
        ("سقطت قذائف هاون على الحي", [("قذائف هاون", "artillery")]),
        ("سقط صاروخان قرب القاعدة", [("صاروخان", "missile")]),
        ("انفجرت سيارة مفخخة", [("سيارة مفخخة", "vehicle-bomb")]),
        ("فجر انتحاري حزامه الناسف", [("انتحاري", "suicide"), ("حزامه الناسف", "suicide")]),
        ("انفجر لغم من مخلفات الحرب", [("لغم من مخلفات", "mine")]),
        ("ألقى مجهول قنبلة يدوية", [("قنبلة يدوية", "grenade")]),
        ("ألقت المروحيات براميل متفجرة", [("المروحيات", "aircraft"), ("براميل متفجرة", "aircraft")]),
        ("قتل برصاص قناص", [("برصاص قناص", "sniper")]),
        ("قتل برصاص مجهولين", [("برصاص", "small-arms")]),
        ("دخل وقف إطلاق النار حيز التنفيذ", []),
        ("هجوم بغاز الكلور", [("بغاز الكلور", "chemical")]),
        ("قتل بآلة حادة", [("بآلة حادة", "blade")]),
        ("هدمت جرافات منزلا", [("جرافات", "bulldozer")]),
    ],
)
def test_means(text, expected):
    """Each weapon is named once, by its longest phrase, and look-alikes are not."""
    assert means(text) == expected

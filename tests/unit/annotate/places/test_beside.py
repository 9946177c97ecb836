"""Which row a name means that is told beside a town, or in a second country."""

import pytest

from marsad.annotate.places import find
from marsad.gazetteer import load
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def read(text):
    report = Report(report_id="t", text=text)
    return find(split(report, fold_text(report.source_text)), gazetteer=load())


def where(mention):
    """Return the unit of the best candidate, its country without one, "-" for a place in no gazetteer."""
    if mention.place is None:
        return "-"
    return mention.place.admin1 or mention.place.country


@pytest.mark.parametrize(
    ("text", "name", "in_"),
    [
        ("قصف الحوثيون حي الروضة شمالي تعز", "الروضة", "YE15"),
        ("اغتال مسلحون شاباً في بلدة الشيخ سعد غربي درعا", "الشيخ سعد", "SY12"),
        ("انفجرت عبوة في حي الرمل بمدينة جرابلس", "الرمل", "-"),
        ("هاجم مسلحون مقراً في حي الجزائر وسط البصرة", "الجزائر", "-"),
        ("اشتبك الجيش ومسلحون في حي التضامن بدمشق", "التضامن", "SY01"),
        ("قُصف حي الروضة في مدينة مأرب", "الروضة", "YE26"),
    ],
)
def test_a_name_beside_a_town_lies_there(text, name, in_):
    """The town told right behind a name says which of its rows is meant, or that no list has it."""
    first = read(text)[0]
    assert (first.name, where(first)) == (name, in_)


@pytest.mark.parametrize(
    ("text", "name", "in_"),
    [
        ("قصفت طائرات قرية في ريف حلب السورية. وفي الخرطوم، قُصف حي الروضة في السودان", "الروضة", "SD-KH"),
        ("قصفت إسرائيل بلدة عيترون جنوبي لبنان بعد غارات على دمشق", "عيترون", "LB-NA"),
        ("سيطر التنظيم على مدينة القائم غربي العراق بعد معارك في البوكمال السورية", "القائم", "IQG01"),
    ],
)
def test_a_report_that_changes_country(text, name, in_):
    """A quarter or town of a second country stays there, where other words of the report speak for that country."""
    assert (name, in_) in [(m.name, where(m)) for m in read(text)]


def test_a_quarter_abroad_is_not_meant():
    """A quarter that lists have only in a country of which nothing is told is in no list here."""
    found = [m for m in read("قتل شخص في حي الوحدة بعد اشتباك في مدينة نيالا السودانية") if m.name == "الوحدة"]
    assert [where(m) for m in found] == ["-"]

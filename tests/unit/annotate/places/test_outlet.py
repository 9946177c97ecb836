"""The outlet's country, and what it makes of names that several countries have."""

from datetime import date

import pytest

from marsad import gazetteer
from marsad.annotate.places import find
from marsad.annotate.places.outlet import country_of_outlet, region_of_outlet
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def read(text, outlet=None):
    report = Report(report_id="t", text=text, outlet=outlet, published_on=date(2024, 5, 5))
    found = find(split(report, fold_text(report.source_text)), gazetteer=gazetteer.load())
    return [(mention.name, mention.place.country if mention.place else None) for mention in found]


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("وكالة شفق نيوز", "IQ"),
        ("عدن الغد", "YE"),
        ("التلفزيون العراقي", "IQ"),
        ("إدلب الآن", "SY"),
        ("دارفور 24", "SD"),
        ("رويترز", None),
        ("قناة الجزيرة", None),
        ("شرق المتوسط", None),
        ("صحيفة المدينة", None),
        ("", None),
        (None, None),
    ],
)
def test_the_name_of_an_outlet_tells_its_country(outlet, country):
    """Listed, of a people, or of a place of one country only; the rest tells none."""
    assert country_of_outlet(outlet, gazetteer.load()) == country


@pytest.mark.parametrize(
    ("outlet", "region"),
    [
        ("حمص تحت الحصار", "SY04"),
        ("رسائل من الوعر", "SY04"),
        ("عدن الغد", "YE24"),
        ("وكالة الأنباء", None),
        (None, None),
    ],
)
def test_an_outlet_named_after_a_place_writes_of_its_unit(outlet, region):
    """A town, a quarter or a governorate in the name of an outlet tells where its news is from."""
    assert region_of_outlet(outlet, gazetteer.load()) == region


def test_a_quarter_is_known_by_its_outlet():
    """ "الوعر" is a quarter of Homs to an outlet of Homs, also in a report that names Hama."""
    text = "خرجت الحافلات من الوعر إلى ريف حماة"
    assert ("الوعر", "SY") in read(text, "حمص تحت الحصار")


def test_a_name_of_two_countries_is_meant_at_home():
    """ "الرصافة" is a side of Baghdad to an Iraqi outlet, a ruined town to one of Raqqa."""
    assert read("انفجار عبوة في الرصافة", "السومرية نيوز") == [("الرصافة", "IQ")]
    assert read("انفجار عبوة في الرصافة", "الرقة الآن") == [("الرصافة", "SY")]


def test_an_ordinary_word_is_a_town_at_home():
    """ "في حوارة" is a town to a Palestinian outlet; nobody's dialogue is, nor a word behind another preposition."""
    assert read("أصيب شابان في حوارة", "نابلس اليوم") == [("حوارة", "PS")]
    assert read("أصيب شابان في حوارة", "تونس اليوم") == []
    assert read("قتل 12 شخصاً في الجنينة", "راديو دبنقا") == [("الجنينة", "SD")]
    assert read("انفجار داخل كنيسة", "الرقة الآن") == []
    assert read("انفجار في الحي", "صوت الأنبار") == []


def test_the_report_outweighs_its_outlet():
    """What a report names itself decides: an Iraqi outlet may write of Raqqa."""
    text = "قالت مصادر سورية في الرقة إن انفجاراً وقع قرب الرصافة في سوريا"
    assert ("الرصافة", "SY") in read(text, "السومرية نيوز")


def test_a_national_agency_tells_its_country_in_a_dateline():
    """ "بغداد / واع" is no place of an act, and says whose الرصافة is meant."""
    assert read("دمشق - سانا: اشتباكات قرب الرصافة") == [("الرصافة", "SY")]

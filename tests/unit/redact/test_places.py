"""Places taken out of strings."""

from marsad.redact.labels import Language
from marsad.redact.places import without_places_and_days


def test_places_below_the_level_go_and_wider_ones_stay(places):
    """The governorate may be told, the town may not, nor what hides under another name."""
    value = {
        "evidence": "قُصفت بذيبان وبلدة الشحيل في محافظة دير الزور، قرب تلة زرخيس عند 35.0123",
        "place": {"name": "ذيبان"},
    }
    made = without_places_and_days(value, {"تلة زرخيس"}, "admin1", "day", places, Language.ar)
    for told in ("ذيبان", "الشحيل", "زرخيس", "35.0123"):
        assert told not in made["evidence"]
    assert "دير الزور" in made["evidence"]
    assert "ب[مكان]" in made["evidence"]
    assert made["place"] == {"name": "ذيبان"}


def test_the_town_of_a_hospital_goes_though_its_name_is_a_word(places):
    """ "الأبيض" is a town right behind a hospital, and white elsewhere; whatever no place is called stays."""
    for told, left in (
        ("قصفت مسيّرة مستشفى الضمان بالأبيض صباح اليوم", "قصفت مسيّرة [مكان] ب[مكان] صباح اليوم"),
        ("قصفت مسيّرة مستشفى الضمان في الأبيض صباح اليوم", "قصفت مسيّرة [مكان] في [مكان] صباح اليوم"),
        ("قصفت مسيّرة مستشفى الضمان بقذيفتين صباح اليوم", "قصفت مسيّرة [مكان] بقذيفتين صباح اليوم"),
        ("قصفت مسيّرة مستشفى الضمان في السودان", "قصفت مسيّرة [مكان] في السودان"),
        ("وصل القطن الأبيض إلى المخازن", "وصل القطن الأبيض إلى المخازن"),
    ):
        made = without_places_and_days({"evidence": told}, set(), "admin1", "day", places, Language.ar)
        assert made["evidence"] == left

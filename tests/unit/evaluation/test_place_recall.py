"""The measure of places on two made-up reports."""

from evaluation.place_recall import measure
from marsad.gazetteer import load


def event(name, country, unit, precision, evidence):
    return {"place": {"name": name, "country": country, "admin1": unit, "precision": precision}, "evidence": evidence}


def test_counts_and_misses():
    """A place found with unit and precision counts in each; one not named is missed."""
    text = "انفجر لغم في بلدة الشحيل بريف دير الزور. وعاد الهدوء."
    report = {
        "id": "r",
        "title": "",
        "text": text,
        "published": "2024-01-01",
        "events": [
            event("الشحيل", "SY", "SY09", 1, "انفجر لغم في بلدة الشحيل"),
            event("منبج", "SY", "SY02", 1, "وعاد الهدوء"),
        ],
    }
    counts, missed = measure([report], load())
    assert (counts["gold"], counts["found"], counts["beside"], counts["unit"], counts["precision"]) == (2, 1, 1, 1, 1)
    assert [line.split("\t")[2] for line in missed] == ["منبج"]

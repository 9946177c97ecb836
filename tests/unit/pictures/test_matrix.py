"""Who against whom."""

from __future__ import annotations

from marsad.analyse import Spec, count
from marsad.pictures import chart, to_png
from marsad.wording import Tongue

AR, EN = Tongue(language="ar"), Tongue(language="en")


def cells(picture):
    """The cells as (who acts, against whom) -> number."""
    plain = str.maketrans("", "", "\u2066\u2067\u2069")
    values = picture.spec["data"]["values"]
    return {(row["acts"].translate(plain), row["suffers"].translate(plain)): row["amount"] for row in values}


def sides(found):
    return count(found, Spec(by=("side1", "side2"), people=("killed",)), table="incidents")


def test_each_pair_has_its_number(told):
    """Several actors on a side are in a cell each; nobody is a name of its own."""
    found = [told(), told(side1=["sdf", "coalition"]), told(side1=[], side2=["civilians"], killed=(5, 7, 9))]
    assert cells(chart("actors", sides(found), AR)) == {
        ("قوات سوريا الديمقراطية", "تنظيم الدولة الإسلامية"): 2,
        ("التحالف الدولي", "تنظيم الدولة الإسلامية"): 1,
        ("لم يُسمَّ أحد", "مدنيون"): 1,
    }
    assert cells(chart("actors", sides(found), EN, measure="killed"))["nobody named", "Civilians"] == 7


def test_names_outside_the_register_can_be_kept_back(told, words):
    """A public picture calls them together; no name of theirs is in it."""
    found = [told(side1=["other:محمود الفارس"]), told(side1=["other:آل حسن"])]
    assert "محمود الفارس" in words(chart("actors", sides(found), AR))
    public = chart("actors", sides(found), AR, registered=True)
    assert cells(public) == {("أطراف خارج السجل", "تنظيم الدولة الإسلامية"): 2}
    assert "الفارس" not in " ".join(words(public)) + public.description


def test_small_ones_stand_together(told):
    """Twelve rows at most, and nothing is lost."""
    found = [told(side1=[f"other:{number}"] * 1) for number in range(20)] + [told()] * 3
    picture = chart("actors", sides(found), EN)
    assert len(picture.spec["encoding"]["y"]["sort"]) == 12
    assert sum(cells(picture).values()) == 23


def test_rows_are_named_where_reading_starts(told):
    """At the right in Arabic, with columns from the right."""
    for tongue, side in ((AR, "right"), (EN, "left")):
        encoding = chart("actors", sides([told()]), tongue).spec["encoding"]
        assert encoding["y"]["axis"]["orient"] == side
        assert encoding["x"]["scale"]["reverse"] is tongue.rtl


def test_one_huge_number_leaves_the_others_their_colours(told):
    """Very uneven amounts are coloured by their ratio, even ones by their difference; numbers can be read on both."""
    sides = ("sdf", "is", "opp", "russia", "iran")
    found = [told(side1=[side], killed=(number,) * 3) for side, number in zip(sides, (1, 3, 7, 9, 90_000), strict=True)]
    uneven = count(found, Spec(by=("side1", "side2"), people=("killed",)))
    colour = chart("actors", uneven, EN, measure="killed").spec["layer"][0]["encoding"]["color"]
    assert colour["scale"]["type"] == "log"
    even = count(found[:4], Spec(by=("side1", "side2"), people=("killed",)))
    assert (
        chart("actors", even, EN, measure="killed").spec["layer"][0]["encoding"]["color"]["scale"]["type"] == "linear"
    )
    assert b"PNG" in to_png(chart("actors", uneven, EN, measure="killed"))[:8]

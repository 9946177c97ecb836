"""When two names are one place."""

from __future__ import annotations

import pytest

from marsad.errors import ReadError
from marsad.evaluate.places import PlaceNames, fold_name, listed_together
from marsad.model.where import Place

PLACES = "id,name_ar,alt_names_ar\np1,الشحيل,مدينة الشحيل\np2,البوكمال,أبو كمال|البو كمال\n"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("عين عيسى", "عينعيسى", True),
        ("الحسكة", "الحسكه", True),
        ("إدلب", "أدلب", True),
        ("أبو كمال", "البوكمال", True),
        ("مدينة الشحيل", "الشحيل", True),
        ("مدينة البصيرة", "البصيرة", False),
        ("الشحيل", "البوكمال", False),
        ("", "", False),
    ],
)
def test_names_are_one_place_when_spelled_alike_or_in_one_row(tmp_path, left, right, same):
    """Spelling variants always agree; other names only when one row lists both."""
    file = tmp_path / "places.csv"
    file.write_text(PLACES, encoding="utf-8")
    names = PlaceNames.read(file)
    assert names.same_place(left, right) is same
    assert names.same_place(right, left) is same


def test_a_folder_is_read_whole_and_other_tables_passed_over(tmp_path):
    """Every CSV with the two columns counts, whatever else lies there."""
    (tmp_path / "a.csv").write_text(PLACES, encoding="utf-8")
    (tmp_path / "b.csv").write_text("code,label\n1,x\n", encoding="utf-8")
    assert PlaceNames.read(tmp_path).same_place("أبو كمال", "البوكمال")


def test_a_table_without_places_is_refused(tmp_path):
    """A file that lists no place is an error that names the columns."""
    file = tmp_path / "places.csv"
    file.write_text("code,label\n1,x\n", encoding="utf-8")
    with pytest.raises(ReadError, match="id and name_ar"):
        PlaceNames.read(file)


def test_a_short_word_keeps_its_first_letters():
    """The article is taken off only where a name remains: "آلان" is no "ان"."""
    assert (fold_name("الان"), fold_name("الباب")) == ("الان", "باب")


def test_a_loaded_gazetteer_tells_which_names_go_together():
    """Two names whose look-ups share a place are one; names it does not know must be spelled alike."""

    def named(name):
        row = {"البوكمال": "p2", "أبو كمال": "p2", "الشحيل": "p1"}.get(name)
        return (Place(place_id=row, name_ar=name, country="SY", feature="town"),) if row else ()

    same_place = listed_together(named)
    assert same_place("أبو كمال", "البوكمال")
    assert same_place("قرية  مجهولة", "قريه مجهوله")
    assert not same_place("الشحيل", "البوكمال")
    assert not same_place("", "")

"""Saved searches: what they find, and what they refuse."""

from __future__ import annotations

import json

import pytest

from marsad.errors import ResourceError, SettingsError
from marsad.trends.search import Search, matches, read_searches, search_of


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, True),
        ({"type": "Armed clash"}, True),
        ({"type": ("Arrests", "Battles")}, True),
        ({"type": "Arrests"}, False),
        ({"area": "SY"}, True),
        ({"area": "SY0903"}, True),
        ({"area": "SY07"}, False),
        ({"actor": "sdf"}, True),
        ({"side1": "sdf"}, False),
        ({"side1": "is", "side2": ("sdf", "hts")}, True),
        ({"pair": ("sdf", "is")}, True),
        ({"pair": ("sdf", "hts")}, False),
    ],
)
def test_every_condition_must_hold(tell, asked, found):
    """Of one list any entry is enough."""
    assert matches(search_of({"name": "x", **asked}), tell().happening) is found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"type": "Arrest"}, "'Arrest' is no event type"),
        ({"actor": "أبو فلان"}, "is no actor of the registry"),
        ({"pair": ("is", "is")}, "A pair has two actors"),
        ({"weeks": 0}, "weeks: Input should be greater"),
        ({"person": "x"}, "person is no key. Write one of: name, type"),
    ],
)
def test_what_cannot_be_searched_for_is_refused(asked, said):
    """An unknown type or actor, and above all a person."""
    with pytest.raises(SettingsError, match=said):
        search_of({"name": "x", **asked})


def test_toml_and_json_hold_the_same(tmp_path):
    """Both forms give the same searches."""
    (tmp_path / "s.toml").write_text('[[search]]\nname = "حملة"\ntype = "Arrests"\nweeks = 8\n', encoding="utf-8")
    (tmp_path / "s.json").write_text(json.dumps({"search": [{"name": "حملة", "type": "Arrests", "weeks": 8}]}))
    expected = (Search(name="حملة", type=("Arrests",), weeks=8),)
    assert read_searches(tmp_path / "s.toml") == read_searches(tmp_path / "s.json") == expected


def test_areas_of_a_file_may_be_called_by_name(tmp_path):
    """They are looked for by the codes that records have; a name left as it is would fit nothing."""
    file = tmp_path / "s.toml"
    file.write_text('[[search]]\nname = "a"\narea = ["إدلب", "Deir ez-Zor", "SY0203"]\n', encoding="utf-8")
    assert read_searches(file)[0].area == ("SY07", "SY09", "SY0203")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[search]]\n", "search 1, name is missing"),
        ('[[search]]\nnme = "a"\n', "search 1, nme is no key. Write one of: name, type, area"),
        ('[[serch]]\nname = "a"\n', "serch is no key. Write one of: search"),
        ("[[search]\n", "This is no TOML"),
        ("", "search is missing"),
        ('[[search]]\nname = "a"\n[[search]]\nname = "a"\n', "Two searches are called 'a'"),
        ('[[search]]\nname = "a"\narea = "SY99"\n', "Search 'a': No country or unit is called SY99"),
        ('[[search]]\nname = "a"\narea = "عمان"\n', "the name of several units. Write one of: OM"),
        ('[[search]]\nname = "a"\ntype = "Arrest"\n', r"search 1, type: 'Arrest' is no event type"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong(tmp_path, text, said):
    """File, key and remedy."""
    file = tmp_path / "s.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=said):
        read_searches(file)
    with pytest.raises(ResourceError, match="cannot be read"):
        read_searches(tmp_path / "none.toml")

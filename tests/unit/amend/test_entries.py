"""Entries are found by what people know of them, and each says whether it is one's own."""

from __future__ import annotations

import pytest

from marsad.amend.entries import entries_of, entry_of, find_entries
from marsad.lexicon.layers import lay_over


def found(kind, asked, **how):
    return {one.entry_id for one in find_entries(kind, asked, **how)}


def test_entries_are_found_as_people_type_them(own, actor, place, trigger, amendment):
    """By any of their wordings, however it is spelt, by id, English name, code and type, and by a part of those."""
    own(amendment("actors", actor), amendment("places", place), amendment("triggers", trigger))
    for asked in ("نسور الضفه", "BANK  eagles", "bank-eagles", "other:نسور"):
        assert actor["id"] in found("actors", asked)
    for asked in ("ارض النورس", "النورس", "gull", "own:ard"):
        assert place["id"] in found("places", asked)
    for asked in ("ضربه من السما", "AIR/DRONE", "from-the-sky"):
        assert trigger["id"] in found("triggers", asked)
    assert found("actors", "no such thing") == set()


def test_ones_own_are_told_apart(own, actor, amendment):
    """A changed entry is one's own, too; beside it there is what is shipped."""
    own(amendment("actors", actor), amendment("actors", entry_of("actors", "sdf").value | {"name_en": "Our SDF"}))
    assert found("actors", "", own=True) == {actor["id"], "sdf"}
    assert found("actors", "") > {actor["id"], "sdf"}
    told, shipped = entry_of("actors", "sdf"), entry_of("actors", "sdf", shipped=True)
    assert (told.own, told.value["name_en"]) == (True, "Our SDF")
    assert (shipped.own, shipped.value["name_en"] != "Our SDF") == (False, True)
    assert entry_of("actors", actor["id"], shipped=True) is None
    assert actor["id"] not in {one.entry_id for one in entries_of("actors", shipped=True)}
    lay_over(())
    assert entry_of("actors", actor["id"]) is None


def test_what_is_no_kind_has_no_entries():
    """Lists of people's names are for marsad's own files."""
    for kind in ("names", "thunder"):
        with pytest.raises(KeyError):
            entries_of(kind)

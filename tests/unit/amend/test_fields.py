"""A form has the fields of the schema, in the order in which files have them, each in the shape of its values."""

from __future__ import annotations

import pytest

from marsad.amend.fields import fields_of, shipped_values
from marsad.amend.kinds import AMENDED
from marsad.lexicon.load import entries
from marsad.model.what import EVENT_TYPES


def test_an_actor_as_a_form():
    """What must be filled in is said, of each alias and example, too."""
    fields = {one.name: one for one in fields_of("actors")}
    assert list(fields)[:4] == ["id", "code", "name_ar", "name_en"]
    assert {name for name, one in fields.items() if one.required} == {
        "id", "code", "name_ar", "name_en", "category", "source", "aliases", "matches",
    }  # fmt: skip
    shapes = {name: fields[name].shape for name in ("parent", "category", "valid_to", "armed", "aliases", "rejects")}
    assert shapes == {
        "parent": "text", "category": "choice", "valid_to": "date", "armed": "tick", "aliases": "rows",
        "rejects": "lines",
    }  # fmt: skip
    assert "militia" in fields["category"].choices
    rows = {one.name: one for one in fields["aliases"].rows}
    assert (rows["form"].required, rows["valid_from"].required, rows["valid_from"].shape) == (True, False, "date")


def test_words_as_a_form():
    """Values that other parts know by name are chosen among the shipped ones; others are typed."""
    fields = {one.name: one for one in fields_of("triggers")}
    known = {entry["sense"] for entry in entries("triggers")}
    assert (fields["sense"].shape, set(fields["sense"].choices)) == ("choice", known)
    assert fields["sub_event_type"].choices == tuple(EVENT_TYPES)
    assert (fields["within"].shape, fields["within"].choices) == ("number", ())
    assert fields["forms"].shape == "lines"
    assert [one.shape for one in fields_of("places") if one.name in ("lat", "population")] == ["number", "number"]
    both = shipped_values("claim-words", "sub_event_type")
    assert set(both) == {*EVENT_TYPES, *EVENT_TYPES.values()}


@pytest.mark.parametrize("kind", AMENDED)
def test_every_kind_begins_with_its_id_and_needs_a_source(kind):
    """Nobody adds a word without saying where it is known from."""
    fields = fields_of(kind)
    assert (fields[0].name, fields[0].required) == ("id", True)
    assert [one.required for one in fields if one.name == "source"] == [True]


def test_what_is_no_kind_has_no_form():
    """The caller learns so."""
    with pytest.raises(KeyError):
        fields_of("thunder")

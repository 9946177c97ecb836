"""Who fights where and when."""

from datetime import date

import pytest

from marsad.amend.actors import located_actors
from marsad.errors import ResourceError
from marsad.lexicon.fighters import fighters_at, presences
from marsad.lexicon.layers import RESOURCES


def test_a_force_fights_where_and_while_it_is_there():
    """A governorate and a day tell who may fight there; those driven out or not yet come are left out."""
    ghouta = fighters_at("SY", "SY03", date(2016, 5, 1))
    assert {"syr-regime", "opp", "russia"} <= set(ghouta)
    assert {"opp", "russia", "syr-regime"}.isdisjoint(fighters_at("SY", "SY03", date(2025, 5, 1)))
    assert "russia" not in fighters_at("SY", "SY03", date(2014, 5, 1))


def test_governorates_bind_only_where_they_are_told():
    """Who fights in parts of a country is not meant where the governorate is unknown; who fights in all of it is."""
    day = date(2016, 5, 1)
    assert "syr-regime" in fighters_at("SY", None, day)
    assert "sdf" not in fighters_at("SY", None, day)


def test_nobody_fights_in_a_land_without_entries():
    """A country that no entry names has no fighters."""
    assert fighters_at("PT", None, date(2016, 5, 1)) == ()


def test_an_unknown_day_is_any():
    """Without a day all who ever fought there may be meant."""
    assert {"opp", "syr-gov"} <= set(fighters_at("SY", "SY03", None))


def test_every_force_is_registered():
    """Each code is that of a registered actor, and no presence ends before it begins."""
    codes = {one.entry.code for one in located_actors((RESOURCES,))[0]}
    assert {each.code for each in presences()} <= codes
    assert all(each.until is None or each.since < each.until for each in presences())


def test_a_broken_file_is_named(tmp_path):
    """An entry that breaks the schema is told with its file and line."""
    (tmp_path / "fighters").mkdir()
    (tmp_path / "fighters" / "own.yaml").write_text("- {id: x, code: opp, country: Syria}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="country"):
        presences(tmp_path)

"""Words of one's own lie over those shipped, for what codes and for what shows."""

from __future__ import annotations

import os

import pytest

from marsad.errors import ResourceError
from marsad.gazetteer import load
from marsad.lexicon.actors import actors
from marsad.lexicon.layers import lay_over, layers, made_of_words, own_words
from marsad.lexicon.load import entries, resources_version, shipped_version

ACTOR = """\
- id: sdf
  code: sdf
  name_ar: قوات سوريا الديمقراطية
  name_en: The SDF, as we call it
  category: militia
  source: ours
  aliases: [قسد]
  matches:
    - {text: هاجمت قسد الحاجز, find: قسد}
"""
PLACE = """\
id,name_ar,aliases_ar,name_en,country,feature,admin1,admin2,admin3,lat,lon,population,codes,source
own:x,أرض النورس,النورس,Gull Land,SY,village,SY09,,,35.01,40.5,,,visit
"""


@pytest.fixture
def folder(tmp_path):
    """A folder that changes an actor, adds a place, and retires a wording and a place."""
    for name, text in (
        ("actors/own.yaml", ACTOR),
        ("places/supplement.csv", PLACE),
        (
            "retired.yaml",
            "- {kind: triggers, id: airstrike.drop, source: ours}\n- {kind: places, id: SY, source: ours}\n",
        ),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_changes_adds_and_retires(folder):
    """An entry of the same id stands in the place of the shipped one; the others stay."""
    before, raids = len(actors()), {one.entry_id for one in entries("triggers")}
    lay_over([folder])
    assert len(actors()) == before
    assert next(one.actor.name_en for one in actors() if one.actor.actor_id == "sdf") == "The SDF, as we call it"
    assert raids - {one.entry_id for one in entries("triggers")} == raids & {"airstrike.drop"}
    assert [place.place_id for place in load().named("النورس")] == ["own:x"]
    assert load().by_id("SY") is None
    lay_over(())
    assert load().by_id("SY") is not None
    assert load().by_id("own:x") is None


def test_versions_name_what_is_in_use(folder):
    """Shipped words, and over them a hash of one's own, with the revision where the folder says it."""
    shipped, places = resources_version(), load().version
    lay_over([folder])
    first = resources_version()
    assert first.startswith(f"{shipped}+")
    assert load().version.startswith(f"{places}+")
    assert (shipped_version(), load().shipped_version) == (shipped, places)
    other = folder / "other"
    (other / "actors").mkdir(parents=True)
    (other / "actors" / "own.yaml").write_text(ACTOR, encoding="utf-8")
    (other / "revision.txt").write_text("12\n", encoding="utf-8")
    lay_over([folder, other])
    assert resources_version().startswith(f"{shipped}+")
    assert "+r12." in resources_version()


def test_what_is_shown_follows_the_words(folder):
    """A value made of words is made once for each state of them."""
    calls = []
    names = made_of_words(lambda: calls.append(1) or {one.actor.name_en for one in actors()})
    assert names() is names()
    lay_over([folder])
    assert "The SDF, as we call it" in names()
    assert len(calls) == 2


def test_a_folder_that_is_not_there_is_told():
    """Coding without the words that were asked for would go unnoticed."""
    os.environ["MARSAD_WORDS"] = "/nowhere/at-all"
    with pytest.raises(ResourceError, match="no such folder of words"):
        own_words()


def test_only_the_shipped_folder_has_layers(folder):
    """Who names a folder of resources reads that alone."""
    lay_over([folder])
    assert layers(folder) == (folder,)
    assert layers()[1:] == (folder.resolve(),)

"""How the registry of actors is read."""

from datetime import date

import pytest

from marsad.errors import ResourceError
from marsad.lexicon.actors import actors

_ENTRY = """
- id: {id}
  code: opp
  name_ar: لواء المثال
  name_en: Example Brigade
  category: rebel
  valid_from: 2014-01-01
  source: written for this test
  aliases: [لواء المثال, {{form: المثال, where: [SY], valid_to: 2016-01-01}}]
  matches:
    - {{text: انسحب لواء المثال, find: لواء المثال}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    (tmp_path / "actors").mkdir()
    return tmp_path


def test_alias_takes_the_dates_of_its_actor(folder):
    """An alias holds within the actor's dates unless it names its own."""
    (folder / "actors" / "one.yaml").write_text(_ENTRY.format(id="example"), encoding="utf-8")
    plain, local = actors(folder)[0].aliases
    assert not plain.holds(date(2013, 1, 1), None)
    assert plain.holds(date(2020, 1, 1), None)
    assert local.holds(date(2015, 1, 1), "SY")
    assert not local.holds(date(2015, 1, 1), "LY")
    assert not local.holds(date(2017, 1, 1), "SY")


def test_double_id(folder):
    """An id that stands twice is refused by name."""
    (folder / "actors" / "one.yaml").write_text(_ENTRY.format(id="example") * 2, encoding="utf-8")
    with pytest.raises(ResourceError, match="example"):
        actors(folder)


def test_unknown_key(folder):
    """A key that the schema lacks is refused with file and line."""
    (folder / "actors" / "one.yaml").write_text(_ENTRY.format(id="example") + "  colour: red\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"one\.yaml, line 2"):
        actors(folder)


def test_no_files(tmp_path):
    """A folder with no registry is reported, not read as empty."""
    with pytest.raises(ResourceError, match="No actor files"):
        actors(tmp_path)

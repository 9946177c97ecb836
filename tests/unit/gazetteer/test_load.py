"""Loading: the embedded set, a folder, the cache, and what is wrong with a file."""

import pytest

from marsad.errors import ResourceError
from marsad.gazetteer import load
from marsad.gazetteer.load import _load


def test_embedded_has_names_and_parents():
    """The embedded set knows governorates, towns with P-codes, and sites gazetteers lack."""
    gazetteer = load()
    assert gazetteer.name == "embedded"
    assert gazetteer.admin1_name("SY09") == "Deir-ez-Zor"
    (town,) = gazetteer.named("الشحيل")
    assert (town.admin1, town.country, town.feature) == ("SY09", "SY", "village")
    assert [unit.place_id for unit in gazetteer.parents(town)] == [town.admin3, town.admin2, "SY09", "SY"]
    assert gazetteer.named("حقل العمر")[0].feature == "field"
    assert gazetteer.by_id("SY07").name_ar == "إدلب"
    assert gazetteer.by_id("nothing") is None


def test_folder_adds_to_embedded(places_folder):
    """A folder's rows stand beside the embedded ones; an alias leads to its target; generic words go."""
    gazetteer = load(places_folder)
    assert gazetteer.name == str(places_folder)
    assert {place.place_id for place in gazetteer.named("الزيتونة الخضراء")} == {"X1", "X2"}
    assert [place.place_id for place in gazetteer.named("الشمعدانة")] == ["X3"]
    assert [place.place_id for place in gazetteer.named("الشمعدان")] == ["X3"]
    assert gazetteer.by_id("X1").admin1_name == "Deir-ez-Zor"
    assert gazetteer.named("الشحيل")


def test_second_load_reads_the_cache(places_folder, tmp_path):
    """The compiled file gives the same gazetteer; a broken one is made anew."""
    first = load(places_folder)
    (cached,) = (tmp_path / "cache").glob("places-*.table")
    _load.cache_clear()
    second = load(places_folder)
    assert (second.version, [*second.rows], second.buckets) == (first.version, [*first.rows], first.buckets)
    cached.write_text("cut off", encoding="utf-8")
    _load.cache_clear()
    assert load(places_folder).version == first.version


def test_missing_column_is_named(places_folder):
    """A file without a needed column is refused with file, column and remedy."""
    (places_folder / "more.csv").write_text("id,country,name_ar\n1,SY,س\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"more\.csv, line 1: The column .*name_en.* 'marsad places build'"):
        load(places_folder)


def test_empty_folder_is_refused(tmp_path):
    """A folder without place files is refused and says how to make one."""
    with pytest.raises(ResourceError, match="No place files found"):
        load(tmp_path)


def test_environment_names_the_folder(places_folder, monkeypatch):
    """MARSAD_PLACES stands in for --places."""
    monkeypatch.setenv("MARSAD_PLACES", str(places_folder))
    assert load().name == str(places_folder)


def test_versions_follow_the_rows(places_folder):
    """A changed row gives another version."""
    before = load(places_folder).version
    file = places_folder / "syria_places.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("Shamadan", "Shamadana"), encoding="utf-8")
    _load.cache_clear()
    assert load(places_folder).version != before

"""A small folder of place files, and a cache of its own."""

import csv

import pytest

from marsad.gazetteer.folder import PLACE_COLUMNS


@pytest.fixture
def places_folder(tmp_path, monkeypatch):
    """A folder with two made-up villages of one name, and an alias."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "places"
    folder.mkdir()
    rows = [
        ("X1", "SY", "الزيتونة الخضراء", "زيتونة خضراء", "Zaytuna", "35.1", "40.1", "populated place", "SY09"),
        ("X2", "SY", "الزيتونة الخضراء", "", "Zaytuna", "36.1", "37.1", "populated place", "SY02"),
        ("X3", "SY", "قرية الشمعدان", "", "Shamadan", "36.2", "37.2", "populated place", "SY02"),
    ]
    with (folder / "syria_places.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(PLACE_COLUMNS)
        for identity, country, name, alternates, english, lat, lon, feature, unit in rows:
            writer.writerow(
                (identity, country, name, alternates, english, lat, lon, feature, unit, "", "", "", "1200", "test")
            )
    (folder / "syria_aliases.csv").write_text("alias_ar,target_id,feature\nالشمعدانة,X3,village\n", encoding="utf-8")
    return folder

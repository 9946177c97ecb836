"""Place files made from official ones: small made-up files in the official layouts."""

import csv
import zipfile

import pytest

from marsad.errors import ResourceError
from marsad.gazetteer import load
from marsad.gazetteer.build import build, merge
from marsad.gazetteer.rows import Row


def geonames_line(identity, name, alternates, lat, lon, code, admin1, population="0", kind="P"):
    """Return one line of a country dump: 19 tab-separated columns."""
    fields = [identity, name, name, alternates, lat, lon, kind, code, "SY", "", admin1, "", "", "", population, ""]
    return "\t".join([*fields, "300", "Asia/Damascus", "2024-01-01"])


@pytest.fixture
def official(tmp_path):
    """A GeoNames dump with alternate names, and OCHA tables of units and places."""
    folder = tmp_path / "official"
    folder.mkdir()
    dump = [
        geonames_line("11", "Zaytuna", "Az Zaytuna,زيتونة السد", "35.1010", "40.1010", "PPL", "07", "7200"),
        geonames_line("12", "Jabal Sarw", "", "36.0", "37.0", "MT", "09", kind="T"),
        geonames_line("13", "No Arabic", "Nothing", "36.0", "37.0", "PPL", "09"),
        geonames_line("14", "Some Farm", "مزرعة ما", "36.0", "37.0", "FRM", "09", kind="S"),
    ]
    (folder / "SY.txt").write_text("\n".join(dump) + "\n", encoding="utf-8")
    alternates = [
        "1\t11\tar\tالزيتونة\t1\t\t\t\t\t",
        "2\t11\ten\tZaytuna\t\t\t\t\t\t",
        "3\t11\tar\tاسم قديم\t\t\t\t1\t\t",
        "4\t12\tar\tجبل السرو\t\t\t\t\t\t",
    ]
    with zipfile.ZipFile(folder / "alternateNamesV2.zip", "w") as archive:
        archive.writestr("alternateNamesV2.txt", "\n".join(alternates) + "\n")
    with (folder / "syr_pplp.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("NAME_EN", "NAME_AR", "PCODE", "LATITUDE_Y", "LONGITUDE_X", "ADM1_PCODE", "ADM2_PCODE"))
        writer.writerow(("Zaytuna", "الزيتونة", "C9001", "35.1000", "40.1000", "SY09", "SY0901"))
    (folder / "syr_adm.csv").write_text(
        "admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode\n"
        "Deir-ez-Zor,محافظة دير الزور,SY09,Al Mayadin,الميادين,SY0903\n",
        encoding="utf-8",
    )
    return folder


def rows_of(file):
    """Return the rows of a written place file by id."""
    with file.open(encoding="utf-8", newline="") as stream:
        return {row["id"]: row for row in csv.DictReader(stream)}


def test_build_merges_sources(official, tmp_path):
    """The OCHA row stands, with the names and population of its GeoNames twin; hills and units come along."""
    built = build(official, tmp_path / "out")
    rows = rows_of(built.file)
    assert set(rows) == {"C9001", "gn:12", "SY09", "SY0903"}
    assert rows["C9001"]["alt_names_ar"] == "زيتونة السد"
    assert (rows["C9001"]["population"], rows["C9001"]["source"]) == ("7200", "OCHA")
    assert (rows["gn:12"]["feature"], rows["gn:12"]["admin1_pcode"]) == ("hill", "SY02")
    assert rows["SY09"]["name_ar"] == "دير الزور"
    assert (built.sources, built.merged) == ((("GeoNames", 1), ("OCHA", 3)), 1)


def test_built_folder_loads(official, tmp_path, monkeypatch):
    """What build writes, --places reads."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    build(official, tmp_path / "out")
    gazetteer = load(tmp_path / "out")
    assert gazetteer.by_id("C9001").admin1_name == "Deir-ez-Zor"
    assert "C9001" in {place.place_id for place in gazetteer.named("زيتونة السد")}


def test_countries_are_kept_apart(official, tmp_path):
    """Only the countries asked for are written."""
    assert rows_of(build(official, tmp_path / "out", countries=("IQ",)).file) == {}


def test_workbook(official, tmp_path):
    """An XLSX table with shared and inline strings reads like its CSV."""
    (official / "syr_pplp.csv").unlink()
    shared = ("NAME_AR", "PCODE", "LATITUDE", "LONGITUDE", "ADM1_PCODE", "تل الورد")
    strings = "".join(f"<si><t>{text}</t></si>" for text in shared)
    head = "".join(f'<c r="{"ABCDE"[at]}1" t="s"><v>{at}</v></c>' for at in range(5))
    body = (
        '<c r="A2" t="s"><v>5</v></c><c r="B2" t="inlineStr"><is><t>C9002</t></is></c>'
        '<c r="C2"><v>35.5</v></c><c r="D2"><v>40.5</v></c><c r="E2" t="inlineStr"><is><t>SY09</t></is></c>'
    )
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with zipfile.ZipFile(official / "syr_pplp.xlsx", "w") as book:
        book.writestr("xl/sharedStrings.xml", f"<sst {space}>{strings}</sst>")
        sheet = f'<sheetData><row r="1">{head}</row><row r="2">{body}</row></sheetData>'
        book.writestr("xl/worksheets/sheet1.xml", f"<worksheet {space}>{sheet}</worksheet>")
    rows = rows_of(build(official, tmp_path / "out").file)
    assert (rows["C9002"]["name_ar"], rows["C9002"]["lat"], rows["C9002"]["admin1_pcode"]) == (
        "تل الورد",
        "35.5",
        "SY09",
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("SY.txt", "11\tZaytuna\n", "2 columns found, 19 expected"),
        ("units.csv", "name,other\nx,y\n", "No P-code column found"),
        ("places.csv", "PCODE,NAME_AR\nC1,س\n", "lacks latitude"),
        ("book.xlsx", "no workbook", "cannot be read"),
    ],
)
def test_wrong_layout(tmp_path, name, content, message):
    """A file in another layout is refused by name, with the remedy."""
    folder = tmp_path / "official"
    folder.mkdir()
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=message) as caught:
        build(folder, tmp_path / "out")
    assert name in str(caught.value)


def test_nothing_official(tmp_path):
    """A folder without official files is refused."""
    with pytest.raises(ResourceError, match="No official place file"):
        build(tmp_path, tmp_path / "out")


def row(identity, lat, lon, name="النبع"):
    return Row(
        place_id=identity, names=[name], country="SY", feature="village", latitude=lat, longitude=lon,
        extra={"source": "test"},
    )  # fmt: skip


def test_far_twins_stay_apart():
    """Two villages of one name are one place only within three kilometres."""
    near, merged = merge([row("A", "35.0", "40.0")], [row("B", "35.02", "40.0")])
    far, apart = merge([row("A", "35.0", "40.0")], [row("B", "35.2", "40.0")])
    assert ([r.place_id for r in near], merged) == (["A"], 1)
    assert ([r.place_id for r in far], apart) == (["A", "B"], 0)

"""`marsad places` looks names up and makes place files."""

from typer.testing import CliRunner

from marsad.cli.places import app
from marsad.errors import SettingsError

runner = CliRunner()


def test_find_prints_candidates():
    """The table holds id, unit and P-code of each place of that name."""
    result = runner.invoke(app, ["find", "الشحيل"], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    for word in ("C5119", "Deir-ez-Zor, SY", "35.092 40.454"):
        assert word in result.output


def test_find_says_when_there_is_none():
    """A name in no list ends with status 1 and one sentence."""
    result = runner.invoke(app, ["find", "قلقشندجة"])
    assert result.exit_code == 1
    assert "No place named قلقشندجة" in result.output


def test_build_writes_the_standard_file(tmp_path):
    """Official files become places.csv, and the counts are told."""
    source = tmp_path / "official"
    source.mkdir()
    (source / "pplp.csv").write_text(
        "PCODE,NAME_AR,NAME_EN,LATITUDE,LONGITUDE,ADM1_PCODE\nC9001,الزيتونة,Zaytuna,35.1,40.1,SY09\n", encoding="utf-8"
    )
    result = runner.invoke(app, ["build", str(tmp_path / "out"), "--from", str(source), "--country", "sy"])
    assert result.exit_code == 0, result.output
    assert "1 from OCHA" in result.output
    assert "C9001" in (tmp_path / "out" / "places.csv").read_text(encoding="utf-8")


def test_download_needs_a_country(tmp_path):
    """Nothing is fetched for the whole world."""
    result = runner.invoke(app, ["build", str(tmp_path / "out"), "--from", str(tmp_path), "--download"])
    assert isinstance(result.exception, SettingsError)

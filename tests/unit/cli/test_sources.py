import json

from marsad.cli.exits import Exit
from marsad.lexicon.load import RESOURCES

EXAMPLE = RESOURCES / "sources.example.toml"


def test_a_good_registry_is_said_to_be_good(marsad):
    """Sources and feeds are counted."""
    result = marsad("sources", "check", EXAMPLE)
    assert result.exit_code == Exit.OK
    assert "no problems" in result.stdout
    assert "1 sources" not in result.stdout


def test_a_bad_registry_ends_with_four(marsad, tmp_path):
    """Every problem is printed with its line."""
    path = tmp_path / "s.toml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8").replace('"monitor"', '"watcher"'), encoding="utf-8")
    result = marsad("sources", "check", path)
    assert result.exit_code == Exit.RESOURCES
    assert result.stdout.count("'watcher' is unknown") == 2
    assert "line 9 (entry sohr)" in result.stdout


def test_sources_are_listed(marsad):
    """A table for people; one JSON object a source for programs, with the grade of the day asked for."""
    shown = marsad("sources", "list", EXAMPLE).stdout
    assert "enab-baladi" in shown
    assert "عنب بلدي" in shown
    rows = [
        json.loads(line)
        for line in marsad("sources", "list", EXAMPLE, "--json", "--day", "2024-01-01").stdout.splitlines()
    ]
    assert {row["id"]: row["grade"] for row in rows}["sana"] == "F"

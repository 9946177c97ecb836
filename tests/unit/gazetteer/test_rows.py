"""A place table that a spreadsheet saved otherwise is named with file, line and remedy."""

import pytest

from marsad.errors import ResourceError
from marsad.gazetteer.rows import read_csv

_COLUMNS = ("id", "name_ar")


def problem(file, content):
    """Return what is said of a table with this content."""
    file.write_bytes(content)
    with pytest.raises(ResourceError) as caught:
        list(read_csv(file, _COLUMNS))
    return caught.value


@pytest.mark.parametrize(("rows", "line"), [("id,اسم\n", 1), ("id,name_ar\na,b\nown:gull,أرض النورس\n", 3)])
def test_windows_1256_is_no_utf8(tmp_path, rows, line):
    """Wherever its first Arabic letter stands, in the first row or below."""
    found = problem(tmp_path / "supplement.csv", rows.encode("cp1256"))
    assert (found.line, found.problem, found.remedy) == (line, "It is not UTF-8 text.", "Save it as CSV UTF-8.")


def test_columns_are_parted_by_commas(tmp_path):
    """Of a table with semicolons no column is known, which is said at once."""
    found = problem(tmp_path / "supplement.csv", b"id;name_ar\na;b\n")
    assert (found.line, found.problem) == (1, "No row names the columns.")
    assert "parted by commas" in found.remedy


def test_one_column_that_is_missing_is_named(tmp_path):
    """The others need no word."""
    assert problem(tmp_path / "supplement.csv", b"id,name\na,b\n").problem == "The column name_ar is missing."

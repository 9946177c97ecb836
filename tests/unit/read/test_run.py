import gzip
import io
import json
from datetime import UTC, datetime, timedelta

import pytest

from marsad.read import ReadProblem, read

LINE = '{"id": "%s", "text": "نص"}\n'


def ids(found):
    return [item.report_id for item in found if not isinstance(item, ReadProblem)]


def test_folders_are_read_to_the_bottom_in_order(folder):
    """Known files at any depth, by name; hidden and unknown ones are passed over."""
    for name in ("b/2.txt", "a.txt", "b/1.txt", "b/.hidden.txt", "b/image.png", ".git/x.txt"):
        folder.write(name, "عنوان\nنص")
    assert ids(read([folder.path])) == ["a", "b/1", "b/2"]


def test_a_folder_with_nothing_to_read_is_a_problem(folder):
    """An empty folder is named with the kinds that would do."""
    (found,) = read([folder.path])
    assert ".jsonl" in found.error.remedy


def test_patterns_are_expanded_in_order(folder):
    """A pattern that the shell left alone is expanded, ** included."""
    for name in ("x/1.txt", "x/y/2.txt", "3.txt"):
        folder.write(name, "عنوان\nنص")
    assert ids(read([f"{folder.path}/**/*.txt"])) == ["3", "1", "2"]
    (problem,) = read([f"{folder.path}/*.html"])
    assert "No file matches" in problem.error.problem


def test_a_missing_file_is_a_problem_and_no_end(folder):
    """The inputs after it are read."""
    folder.write("a.jsonl", LINE % "a")
    found = list(read([folder.path / "none.jsonl", folder.path / "a.jsonl"]))
    assert "no such file" in found[0].error.problem
    assert ids(found) == ["a"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (LINE % "a", "a"),
        (json.dumps([{"id": "b", "text": "نص"}]), "b"),
        ("عنوان\nنص الخبر", "stdin"),
        ("<html><body><article><p>قُتل عنصران في بلدة ذيبان أمس.</p></article></body></html>", "stdin"),
        ("id,text\nc,نص\n", "c"),
    ],
)
def test_standard_input_is_told_by_its_content(content, expected):
    """What comes through a pipe has no name: the first bytes tell the kind, gzip included."""
    for data in (content.encode(), gzip.compress(content.encode())):
        assert ids(read(["-"], standard_input=io.BytesIO(data))) == [expected]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl.gz", LINE % "a"),
        ("a.json.gz", json.dumps([{"id": "a", "text": "نص"}])),
        ("a.csv.gz", "id,text\na,نص"),
        ("a.txt.gz", "عنوان\nنص"),
        ("a.html.gz", "<html><body><article><p>قُتل عنصران في بلدة ذيبان أمس.</p></article></body></html>"),
    ],
)
def test_every_kind_may_be_gzip(folder, name, content):
    """.gz after the name changes nothing."""
    assert folder.one(name, content).report_id == "a"


def test_gzip_under_a_plain_name_is_read(folder):
    """What a file is counts, not what it is called."""
    folder.path.joinpath("a.jsonl").write_bytes(gzip.compress((LINE % "a").encode()))
    assert ids(read([folder.path])) == ["a"]


def test_a_truncated_gzip_keeps_what_stood_before(folder):
    """The lines that came through are reports; the break is a problem with its line."""
    whole = gzip.compress("".join(LINE % hash(str(number)) for number in range(5_000)).encode())
    folder.path.joinpath("a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = list(read([folder.path]))
    assert isinstance(found[-1], ReadProblem)
    assert "gzip file breaks off" in found[-1].error.problem
    assert found[-1].error.line == len(found)
    assert len(found) > 1_000


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.txt.gz", "a.json.gz"])
def test_a_damaged_gzip_is_a_problem(folder, name):
    """Bytes that gzip cannot follow are one clear problem."""
    damaged = bytearray(gzip.compress(b"x" * 1000))
    damaged[10:20] = b"\xff" * 10
    folder.path.joinpath(name).write_bytes(bytes(damaged))
    (found,) = read([folder.path])
    assert "damaged" in found.error.problem


def test_an_id_used_twice_is_a_problem(folder):
    """The first report is kept; the second is named with the file that had the id."""
    folder.write("a.jsonl", LINE % "x")
    folder.write("b.jsonl", LINE % "x" + LINE % "y")
    found = list(read([folder.path]))
    assert ids(found) == ["x", "y"]
    assert found[1].error.line == 1
    assert "a.jsonl" in found[1].error.problem


def test_a_report_of_a_year_to_come_is_a_problem(folder):
    """A slip in the year ("2042") is told with a remedy; a clock that is months behind costs no report."""
    today = datetime.now(UTC).date()
    for name, day in (("a", today), ("b", today + timedelta(days=366)), ("c", today + timedelta(days=367))):
        folder.write(f"{name}.txt", f"title: عنوان\ndate: {day}\n\nنص")
    found = list(read([folder.path]))
    assert [each.report_id for each in found[:2]] == ["a", "b"]
    assert "over a year to come" in found[2].error.problem
    assert "clock" in found[2].error.remedy


def test_files_of_one_name_get_longer_ids(folder):
    """Two text files called alike are both read."""
    one, two = folder.write("x/a.txt", "عنوان\nنص"), folder.write("y/a.txt", "عنوان\nنص")
    assert ids(read([one, two])) == ["a", str(two)]


def test_a_file_without_rights_is_a_problem(folder, monkeypatch):
    """A file that cannot be opened is named with the reason."""
    path = folder.write("a.txt", "عنوان\nنص")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    (found,) = read([path])
    assert "Permission denied" in found.error.problem


def test_an_empty_file_of_each_kind_is_a_problem(folder):
    """Empty files are named one by one."""
    for name in ("a.jsonl", "b.json", "c.csv", "d.txt", "e.html", "f.jsonl.gz"):
        folder.write(name, b"")
    reports, problems = folder.read()
    assert reports == []
    assert ["empty" in problem.problem for problem in problems] == [True] * 6


def test_reading_is_lazy(folder):
    """The first report is there before the last file is opened."""
    folder.write("a.jsonl", LINE % "a")
    found = read([folder.path / "a.jsonl", folder.path / "none.jsonl"])
    assert next(found).report_id == "a"

import json

import pytest
from typer.testing import CliRunner

from marsad.archive import Archive
from marsad.cli.exits import Exit
from marsad.cli.main import app
from marsad.errors import ArchiveError


def run(*arguments):
    return CliRunner().invoke(app, ["archive", *map(str, arguments)])


@pytest.fixture
def kept(tmp_path):
    """An archive of a folder with two files."""
    folder = tmp_path / "تقارير"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "a.txt").write_text("قصف", encoding="utf-8")
    (folder / "b.json").write_text("[]")
    (folder / ".hidden").write_text("x")
    archive = tmp_path / "kept"
    result = run("add", folder, "--archive", archive, "--who", "Salma")
    assert result.exit_code == Exit.OK
    assert [line.split()[2] for line in result.stdout.splitlines()] == ["تقارير/b.json", "تقارير/2024/a.txt"]
    return archive


def test_what_is_added_twice_is_kept_once(kept, tmp_path):
    """The second time, nothing is new; who added stands in the log."""
    result = run("add", tmp_path / "تقارير", "--archive", kept)
    assert "0 kept, 2 were there already." in result.stderr
    assert {entry.who for entry in Archive(kept).entries() if entry.act in ("create", "import")} == {"Salma"}


def test_an_archive_is_not_added_to_itself(kept, tmp_path):
    """When it lies inside the folder that is added."""
    result = run("add", tmp_path, "--archive", kept)
    assert result.exit_code == Exit.OK
    assert "log.jsonl" not in result.stdout


def test_a_file_that_cannot_be_read_costs_nothing_else(kept, tmp_path):
    """It is named, the others are kept, the status is 1."""
    (tmp_path / "c.txt").write_text("c")
    result = run("add", tmp_path / "none.txt", tmp_path / "c.txt", "--archive", kept)
    assert result.exit_code == Exit.SOME_UNREAD
    assert "none.txt: The file cannot be read" in result.stderr
    assert "c.txt" in result.stdout


def test_listing(kept, tmp_path):
    """Rows for people, JSON for programs, versions of one name."""
    assert [line.split()[2:] for line in run("list", "--archive", kept).stdout.splitlines()] == [
        ["file", "2", "تقارير/b.json"],
        ["file", "6", "تقارير/2024/a.txt"],
    ]
    (tmp_path / "تقارير" / "b.json").write_text("[1]")
    run("add", tmp_path / "تقارير", "--archive", kept)
    found = run("list", "--archive", kept, "--url", "تقارير/b.json", "--json").stdout.splitlines()
    assert [json.loads(line)["size"] for line in found] == [2, 3]


def test_showing(kept, tmp_path):
    """The original bytes by id or name, the record, and the acts."""
    item = next(iter(Archive(kept).items()))
    assert run("show", item.id[:8], "--archive", kept).stdout_bytes == b"[]"
    assert run("show", "تقارير/2024/a.txt", "--archive", kept, "-o", tmp_path / "out").exit_code == Exit.OK
    assert (tmp_path / "out").read_text(encoding="utf-8") == "قصف"
    assert run("show", item.id, "--archive", kept, "--warc").stdout_bytes.startswith(b"\x1f\x8b")
    (act,) = run("show", item.id, "--archive", kept, "--acts").stdout.splitlines()
    assert json.loads(act)["act"] == "import"


def test_a_damaged_item_is_not_shown_as_if_it_were_whole(kept):
    """The command does not end well when the bytes are not those of the id."""
    archive = Archive(kept)
    item = next(iter(archive.items()))
    path = kept / item.file
    content = bytearray(path.read_bytes())
    content[item.offset + item.length - 30] ^= 1
    path.write_bytes(bytes(content))
    result = run("show", item.id, "--archive", kept)
    assert isinstance(result.exception, ArchiveError)


def test_verifying(kept):
    """Whole: status 0 and the head. Damaged: status 5, and the file with its offset."""
    good = run("verify", kept)
    assert good.exit_code == Exit.OK
    assert good.stdout.startswith("Whole: items 2, WARC files 1, acts 3, stamps 0.")
    head = good.stdout.split()[-1]
    assert run("verify", kept, "--known", head).exit_code == Exit.OK
    assert run("verify", kept, "--known", "0" * 64).exit_code == Exit.DAMAGED
    content = bytearray((kept / "log.jsonl").read_bytes())
    content[40] ^= 1
    (kept / "log.jsonl").write_bytes(bytes(content))
    bad = run("verify", kept)
    assert bad.exit_code == Exit.DAMAGED
    assert "FAULT  log.jsonl, offset 0, line 1:" in bad.stdout
    assert "NOT WHOLE" in bad.stdout


def test_an_index_can_be_made_again(kept):
    """Lost, cut or overwritten: the same index comes back, and the act is told."""
    index = (kept / "index.jsonl").read_bytes()
    for damaged in (None, index[:-9], b"rubbish\n" * 99):
        (kept / "index.jsonl").unlink()
        if damaged is not None:
            (kept / "index.jsonl").write_bytes(damaged)
        assert run("verify", kept).exit_code == Exit.DAMAGED
        assert run("index", "--archive", kept).stdout == "2 items.\n"
        assert (kept / "index.jsonl").read_bytes() == index
        assert run("verify", kept).exit_code == Exit.OK
    assert [entry.act for entry in Archive(kept).entries()][-3:] == ["index"] * 3


def test_no_archive(tmp_path):
    """Commands that read do not make one."""
    for arguments in (("list",), ("show", "abcdef"), ("timestamp", "http://tsa.example/")):
        result = run(*arguments, "--archive", tmp_path)
        assert isinstance(result.exception, ArchiveError)
    assert isinstance(run("verify", tmp_path).exception, ArchiveError)
    assert list(tmp_path.iterdir()) == []

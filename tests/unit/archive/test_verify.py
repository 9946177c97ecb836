import json
import random
import shutil

import pytest
from tests.unit.archive.made import response

from marsad.archive import Archive, Writer
from marsad.archive.entry import Entry, read_entry
from marsad.archive.verify import verify


def files_of(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != "lock"
    )


def test_an_archive_that_nobody_touched(filled):
    """Every file is read, nothing is found."""
    verdict = verify(filled)
    assert (verdict.faults, verdict.notes) == ([], [])
    assert (verdict.acts, verdict.items, verdict.files, verdict.stamps) == (10, 7, 2, 1)
    assert verdict.head[0] == 10


def test_a_flipped_bit_is_found_anywhere(copy):
    """At random places of every file: the bit is found, and the file is named."""
    folder = copy()
    chance = random.Random(20240320)
    for name in files_of(folder):
        content = (folder / name).read_bytes()
        last = len(content) - 1
        for place in {0, last, *(chance.randrange(len(content)) for _ in range(60))}:
            flipped = bytearray(content)
            flipped[place] ^= 1 << chance.randrange(8)
            (folder / name).write_bytes(bytes(flipped))
            verdict = verify(folder)
            assert verdict.faults, (name, place)
            named = {fault.file for fault in verdict.faults}
            assert name in named or (name == "archive.json" and "archive.json" in str(verdict.faults[0])), (name, place)
        (folder / name).write_bytes(content)
    assert verify(folder).faults == []


def test_a_flipped_bit_is_told_with_its_record_and_offset(copy):
    """The fault names the record that the bit lies in, where it begins, and the act that kept it."""
    folder = copy()
    entry = next(entry for entry in Archive(folder).entries() if entry.seq == 3)
    record = entry.details["records"][1]
    path = folder / entry.details["file"]
    content = bytearray(path.read_bytes())
    content[record["offset"] + 50] ^= 4
    path.write_bytes(content)
    (fault,) = verify(folder).faults
    assert (fault.file, fault.offset) == (entry.details["file"], record["offset"])
    assert str(fault) == (
        f"{fault.file}, offset {fault.offset}, record of act 3 (response): Its bytes are not those that were kept."
    )


@pytest.mark.parametrize("name", ["archive.json", "head.json", "index.jsonl", "log.jsonl"])
def test_missing_files_are_named(copy, name):
    """A file that is gone is a fault."""
    folder = copy()
    (folder / name).unlink()
    assert name in {fault.file for fault in verify(folder).faults}


def test_missing_warc_files_and_stamps_are_named(filled, copy):
    """Also those."""
    names = [name for name in files_of(filled) if "/" in name]
    assert {name.partition("/")[0] for name in names} == {"timestamps", "warc"}
    for name in names:
        folder = copy()
        (folder / name).unlink()
        assert [(fault.file, fault.problem) for fault in verify(folder).faults] == [(name, "It is missing.")]


def test_a_cut_log_is_found(filled, copy):
    """Whole acts taken from its end, its start or its middle; half a line, too."""
    lines = (filled / "log.jsonl").read_bytes().splitlines(keepends=True)
    for left in (lines[:-1], lines[:-4], lines[1:], lines[:3] + lines[4:], [], [*lines[:-1], lines[-1][:-20]]):
        folder = copy()
        (folder / "log.jsonl").write_bytes(b"".join(left))
        assert "log.jsonl" in {fault.file for fault in verify(folder).faults}


def test_files_cut_anywhere_are_found(copy):
    """Any file made shorter by any number of bytes."""
    chance = random.Random(7)
    folder = copy()
    for name in files_of(folder):
        content = (folder / name).read_bytes()
        for size in {0, len(content) - 1, *(chance.randrange(len(content)) for _ in range(10))}:
            (folder / name).write_bytes(content[:size])
            assert verify(folder).faults, (name, size)
        (folder / name).write_bytes(content)


def test_an_act_told_anew_is_found(filled, copy):
    """A line with another date and a hash that fits it does not fit the next."""
    folder = copy()
    lines = (filled / "log.jsonl").read_bytes().splitlines()
    entry = read_entry(lines[2])
    facts = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    lines[2] = Entry(**{**facts, "at": "2023-01-01T00:00:00.000000Z"}).line()
    (folder / "log.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    assert "line 4: Its hash does not follow" in str(verify(folder).faults[0])


def test_a_log_written_anew_is_found_by_a_hash_written_down(filled, tmp_path):
    """Whoever owns the disk can make another archive; whoever has noted a hash can tell."""
    noted = verify(filled).head[1]
    assert verify(filled, known_hash=noted.upper()).faults == []
    Writer(tmp_path / "other", who="x").add_response(response("https://example.org/a"))
    (fault,) = verify(tmp_path / "other", known_hash=noted).faults
    assert "replaced or cut" in fault.problem


def test_a_log_that_leads_elsewhere_is_not_followed(copy):
    """Names of files in a log never leave the archive."""
    folder = copy()
    lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
    value = json.loads(lines[1])
    value["details"]["file"] = "../../../etc/passwd"
    lines[1] = json.dumps(value)
    (folder / "log.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert {fault.file for fault in verify(folder).faults} == {"log.jsonl"}


def test_files_of_others_are_noted(copy):
    """What a desktop leaves in a folder is no fault."""
    folder = copy()
    (folder / "Thumbs.db").write_bytes(b"x")
    verdict = verify(folder)
    assert verdict.faults == []
    assert verdict.notes == ["Thumbs.db is no part of the archive."]


def test_a_strange_warc_file_is_noted_as_unfinished_only_when_it_is_the_newest(copy):
    """A file that sorts before the newest cannot be a killed writer's."""
    folder = copy()
    shutil.copy(folder / "warc" / "marsad-20240320-00001.warc.gz", folder / "warc" / "marsad-20240320-00002.warc.gz")
    (fault,) = verify(folder).faults
    assert "the log does not know" in fault.problem

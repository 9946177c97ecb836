import errno
import hashlib
import io
import os
import random
import signal
import subprocess
import sys
import time

import pytest
from tests.unit.archive.made import Clock, response

from marsad.archive import Archive, Writer
from marsad.archive.repair import member_length
from marsad.archive.verify import verify
from marsad.errors import ArchiveError

NAMES = ("warc/marsad-20240320-00001.warc.gz", "log.jsonl", "index.jsonl", "head.json")
URL = "https://example.org/"


def states(folder):
    """Every file's bytes after one page, and after a second one."""
    writer = Writer(folder, who="x", now=Clock())
    result = []
    for number in (1, 2):
        writer.add_response(response(f"{URL}{number}", b"page %d" % number))
        result.append({name: (folder / name).read_bytes() for name in NAMES})
    return result


def ends_of_records(content):
    """Where each gzip member of a file's bytes ends."""
    stream, ends = io.BytesIO(content), [0]
    while length := member_length(stream, ends[-1]):
        ends.append(ends[-1] + length)
    return ends


def put(folder, content):
    for name, value in content.items():
        (folder / name).write_bytes(value)


def test_a_writer_killed_at_any_byte(tmp_path):
    """The first page is always whole, the second whole or gone; never is there a fault, and every cut is in the log."""
    folder = tmp_path / "a"
    before, after = states(folder)
    chance = random.Random(1)
    for step, name in enumerate(NAMES[:3]):
        sizes = (len(before[name]), len(after[name]))
        for size in {*sizes, sizes[0] + 1, sizes[1] - 1, *(chance.randint(*sizes) for _ in range(12))}:
            # What comes after this file in the order of writing was not touched yet.
            done = {other: after[other] for other in NAMES[:step]}
            put(folder, {**before, **done, name: after[name][:size]})
            killed = verify(folder)
            assert killed.faults == [], (name, size)
            touched = done or size > sizes[0]
            assert bool(killed.notes) == bool(touched), (name, size)
            Writer(folder, who="y", now=Clock()).note("look")
            mended = verify(folder)
            assert (mended.faults, mended.notes) == ([], []), (name, size)
            archive = Archive(folder)
            kept = [archive.read(item) for item in archive.items()]
            assert kept in ([b"page 1"], [b"page 1", b"page 2"]), (name, size)
            if step:
                assert len(kept) == 2, "the record was whole, so the page is kept"
            acts = [entry.act for entry in archive.entries()]
            lost = step == 0 and size not in ends_of_records(after[name])  # a page is two records
            assert ("repair" in acts) == (lost or (step == 1 and sizes[0] < size < sizes[1])), (name, size, acts)


def test_what_was_cut_is_told(tmp_path):
    """The act names the file, the byte, the count and the hash of what was cut off."""
    folder = tmp_path / "a"
    before, _ = states(folder)
    put(folder, {**before, NAMES[0]: before[NAMES[0]] + b"half a record"})
    Writer(folder, who="y", now=Clock()).note("look")
    (entry,) = [entry for entry in Archive(folder).entries() if entry.act == "repair"]
    assert entry.details["cut"] == [
        {
            "file": NAMES[0],
            "offset": len(before[NAMES[0]]),
            "bytes": 13,
            "sha256": hashlib.sha256(b"half a record").hexdigest(),
        }
    ]


def test_a_new_file_with_half_a_record_is_taken_away(tmp_path):
    """A day's first file that was never completed leaves nothing behind."""
    folder = tmp_path / "a"
    states(folder)
    (folder / "warc" / "marsad-20240321-00001.warc.gz").write_bytes(b"\x1f\x8b\x08")
    assert verify(folder).faults == []
    Writer(folder, who="y", now=Clock()).note("look")
    assert [path.name for path in (folder / "warc").iterdir()] == ["marsad-20240320-00001.warc.gz"]


def test_damage_is_not_taken_for_a_killed_writer(tmp_path):
    """Files that are shorter than they were, and a log that does not go on, stop the writer; nothing is changed."""
    folder = tmp_path / "a"
    before, after = states(folder)
    for name in NAMES[:3]:
        damaged = {**after, name: after[name][:-1]}
        put(folder, damaged)
        with pytest.raises(ArchiveError, match="verify"):
            Writer(folder, who="y").note("look")
        assert {name: (folder / name).read_bytes() for name in NAMES} == damaged
    put(folder, {**before, "log.jsonl": before["log.jsonl"] + before["log.jsonl"].splitlines(keepends=True)[0]})
    with pytest.raises(ArchiveError, match="does not go on"):
        Writer(folder, who="y").note("look")


def test_the_index_is_made_again_from_the_records_alone(copy):
    """Whatever stood in it: the same lines as before, and an act that tells of it."""
    folder = copy()
    before = (folder / "index.jsonl").read_bytes()
    (folder / "index.jsonl").write_bytes(before[: len(before) // 2] + b"x" * len(before))
    assert Writer(folder, who="y", now=Clock()).reindex() == len(before.splitlines())
    assert (folder / "index.jsonl").read_bytes() == before
    assert (verify(folder).faults, verify(folder).notes) == ([], [])
    assert [entry.act for entry in Archive(folder).entries()][-1] == "index"


@pytest.mark.parametrize("cut", [1, 100])
def test_no_index_is_made_of_records_that_are_cut(copy, cut):
    """The file and the byte where the broken record begins are told, and the index stays as it was."""
    folder = copy()
    (*_, last) = Archive(folder).items()
    path = folder / last.file
    path.write_bytes(path.read_bytes()[:-cut])
    before = (folder / "index.jsonl").read_bytes()
    with pytest.raises(ArchiveError, match=rf"{last.file}, offset {last.offset}: no whole record"):
        Writer(folder, who="y", now=Clock()).reindex()
    assert (folder / "index.jsonl").read_bytes() == before


CHILD = """
import sys
from pathlib import Path
sys.path[:0] = {path!r}
from marsad.archive import Writer
from tests.unit.archive.made import response
writer = Writer(Path({folder!r}), who="child")
number = 0
print("ready", flush=True)
while True:
    number += 1
    writer.add_response(response("https://example.org/%d" % number, b"x" * 200_000))
    print(number, flush=True)
"""


def test_processes_killed_for_real(tmp_path):
    """SIGKILL at a chance moment, again and again: all that was reported as kept is there, and nothing is a fault."""
    folder = tmp_path / "a"
    chance = random.Random(3)
    code = CHILD.format(path=[path for path in sys.path if path], folder=str(folder))
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": ""}
        )
        assert child.stdout.readline() == b"ready\n"
        time.sleep(0.05 + chance.random() / 5)
        child.send_signal(signal.SIGKILL)
        said = child.communicate()[0].split()
        assert verify(folder).faults == []
        kept = {item.url for item in Archive(folder).items()}
        assert {f"https://example.org/{int(number)}" for number in said} <= kept
        Writer(folder, who="next").note("look")
        assert verify(folder).notes == []


def test_a_full_disk_is_told_and_leaves_an_archive_in_order(tmp_path, monkeypatch):
    """What was kept before stays whole, and writing goes on when there is room again."""
    folder = tmp_path / "a"
    writer = Writer(folder, who="x", now=Clock())
    writer.add_response(response(f"{URL}1"))
    real = os.fsync

    def full(_number):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ArchiveError, match="No space left"):
        writer.add_response(response(f"{URL}2"))
    monkeypatch.setattr(os, "fsync", real)
    writer.add_response(response(f"{URL}3"))
    assert verify(folder).faults == []
    assert {item.url for item in Archive(folder).items()} >= {f"{URL}1", f"{URL}3"}

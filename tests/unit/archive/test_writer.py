import hashlib
import io
import itertools
import json
import multiprocessing
from datetime import timedelta
from pathlib import Path

import pytest
from tests.unit.archive.made import Clock, exchange, http, response
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from marsad.archive import Archive, Writer
from marsad.archive.verify import verify
from marsad.errors import ArchiveError

URL = "https://example.org/a"


def test_a_page_is_kept_as_it_came(writer):
    """The id is the SHA-256 of the page unpacked; the WARC record holds the bytes of the wire, chunks and all."""
    wire = b"HTTP/1.1 200 OK\r\nX-Odd:  Spelling \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
    page = response(URL, b"abc")
    object.__setattr__(page, "received", wire)
    kept = writer.add_response(page)
    archive = Archive(writer.folder)
    assert kept.new
    assert kept.item.id == hashlib.sha256(b"abc").hexdigest()
    assert archive.read(kept.item) == b"abc"
    record = next(iter(ArchiveIterator(io.BytesIO(archive.record(kept.item)), no_record_parse=True)))
    assert record.raw_stream.read() == wire


def test_versions_of_a_page_stand_beside_each_other(writer):
    """Edited, unchanged, gone: each visit is told, each version is kept once."""
    kept = [
        writer.add_response(response(URL, body, status))
        for body, status in [
            (b"one", "200 OK"),
            (b"one", "200 OK"),
            (b"two", "200 OK"),
            (b"", "404 Not Found"),
            (b"one", "200 OK"),
        ]
    ]
    archive = Archive(writer.folder)
    assert [one.new for one in kept] == [True, False, True, True, True]
    assert [(item.status, archive.read(item)) for item in archive.versions(URL)] == [
        (200, b"one"), (200, b"two"), (404, b""), (200, b"one"),
    ]  # fmt: skip
    assert [entry.act for entry in archive.entries()] == ["create", "fetch", "unchanged", "fetch", "fetch", "fetch"]


def test_not_modified_points_at_the_version_there_is(writer):
    """304 keeps nothing; without a version to point at it is kept like any answer."""
    assert writer.add_response(response("https://example.org/b", b"", "304 Not Modified")).new
    first = writer.add_response(response(URL, b"one"))
    again = writer.add_response(response(URL, b"", "304 Not Modified"))
    assert (again.new, again.item) == (False, first.item)


def test_redirects_are_kept_with_the_page(writer):
    """The old address has a version too: the redirect itself."""
    moved = exchange("https://example.org/old", http(b"", "301 Moved", "Location: /a"))
    writer.add_response(response(URL, b"one", redirects=(moved,)))
    archive = Archive(writer.folder)
    assert [item.status for item in archive.versions("https://example.org/old")] == [301]
    (entry,) = [entry for entry in archive.entries() if entry.act == "fetch"]
    assert [record["type"] for record in entry.details["records"]] == [
        "warcinfo",
        "request",
        "response",
        "request",
        "response",
    ]
    assert entry.details["asked"] == "https://example.org/old"


def test_addresses_are_found_as_people_write_them(writer):
    """Arabic in an address is the same as its percent signs."""
    writer.add_response(response("https://example.org/%D8%AE%D8%A8%D8%B1", b"one"))
    assert len(Archive(writer.folder).versions("https://example.org/خبر")) == 1


def test_files_are_kept_by_their_bytes_and_name(writer, tmp_path):
    """A file changed under its name is a new version; the same bytes are not kept twice."""
    file = tmp_path / "تصدير.json"
    file.write_bytes(b"[1]")
    assert writer.add_file(file).new
    assert not writer.add_file(file).new
    file.write_bytes(b"[2]")
    assert writer.add_file(file).new
    archive = Archive(writer.folder)
    assert [archive.read(item) for item in archive.versions("تصدير.json")] == [b"[1]", b"[2]"]
    assert [item.name for item in archive.items()] == ["تصدير.json"] * 2
    assert str(tmp_path) not in (writer.folder / "log.jsonl").read_text(encoding="utf-8")


def test_large_files_go_through_in_pieces(writer, tmp_path):
    """A file beyond what is held in memory is the same afterwards."""
    file = tmp_path / "video.bin"
    block = bytes(range(256)) * 4096
    with file.open("wb") as stream:
        for number in range(24):
            stream.write(bytes([number]) + block)
    kept = writer.add_file(file)
    assert kept.item.id == hashlib.sha256(file.read_bytes()).hexdigest()
    assert Archive(writer.folder).read(kept.item) == file.read_bytes()


def test_who_what_when_and_with_which_version(writer):
    """Each act says so, and follows from the one before."""
    kept = writer.add_response(response(URL))
    writer.note("code", item=kept.item.id, details={"events": 2})
    entries = list(Archive(writer.folder).entries())
    assert [(entry.seq, entry.who, entry.act) for entry in entries] == [
        (1, "Salma", "create"),
        (2, "Salma", "fetch"),
        (3, "Salma", "code"),
    ]
    assert entries[2].item == kept.item.id
    assert entries[0].at < entries[1].at < entries[2].at
    assert all(entry.version for entry in entries)
    assert [entry.prev for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]


def test_a_file_a_day_and_of_a_bounded_size(tmp_path):
    """A new WARC file begins with the day and when the last is full; a clock set back does not disturb their order."""
    clock = Clock()
    writer = Writer(tmp_path / "a", who="x", now=clock, largest_file=2000)
    for number in range(4):
        writer.add_response(response(f"{URL}{number}"))
    clock.at += timedelta(days=1)
    writer.add_response(response(f"{URL}next"))
    clock.at -= timedelta(days=3)
    writer.add_response(response(f"{URL}back"))
    names = sorted(path.name for path in (tmp_path / "a" / "warc").iterdir())
    assert names == [
        "marsad-20240320-00001.warc.gz",
        "marsad-20240320-00002.warc.gz",
        "marsad-20240321-00001.warc.gz",
    ]  # fmt: skip
    assert verify(tmp_path / "a").faults == []


def test_other_tools_can_check_the_records(filled, capsys):
    """warcio's checker finds every digest right, and reads every page."""

    class Command:
        inputs = tuple(str(path) for path in sorted((filled / "warc").iterdir()))
        verbose = True

    assert Checker(Command).process_all() == 0
    said = capsys.readouterr().out
    assert said.count("digest pass") == 14
    with (filled / "warc" / "marsad-20240320-00001.warc.gz").open("rb") as stream:
        bodies = [record.content_stream().read() for record in ArchiveIterator(stream) if record.rec_type == "response"]
    assert bodies[1].decode() == "قصف على ذيبان، تحديث"


def _add(folder: Path, name: str) -> None:
    writer = Writer(folder, who=name)
    for number in range(15):
        writer.add_response(response(f"https://example.org/{name}/{number}"))


def test_two_processes_write_to_one_archive(tmp_path):
    """Every act of both is there, in one chain."""
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add, args=(tmp_path / "a", name)) for name in ("one", "two")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    verdict = verify(tmp_path / "a")
    assert (verdict.faults, verdict.items, verdict.acts) == ([], 30, 31)
    assert len({item.url for item in Archive(tmp_path / "a").items()}) == 30


def test_one_head_is_stamped_once(writer):
    """Of two who ask for a stamp of the same act at once the second keeps nothing, and the first stamp still holds."""
    writer.add_response(response(URL))

    def slow(_statement):
        Writer(writer.folder, who="other").stamp("http://tsa.example/", lambda _: b"first")
        return b"second"

    with pytest.raises(ArchiveError, match="act 2 stamped meanwhile"):
        writer.stamp("http://tsa.example/", slow)
    assert (writer.folder / "timestamps" / "000002.tsr").read_bytes() == b"first"
    writer.stamp("http://tsa.example/", lambda _: b"later")
    verdict = verify(writer.folder)
    assert (verdict.faults, verdict.notes, verdict.stamps) == ([], [], 2)


def test_names_that_utf8_cannot_hold(writer, tmp_path):
    """A file from an old disk, with a name in no known encoding, is kept under a readable one."""
    file = tmp_path / b"\xd4\xdb.txt".decode("utf-8", "surrogateescape")
    try:
        file.write_bytes(b"x")
    except (OSError, UnicodeError):
        pytest.skip("This disk does not take such names.")
    assert writer.add_file(file).item.name == "\ufffd\ufffd.txt"
    assert verify(writer.folder).faults == []


def test_what_is_no_archive(tmp_path):
    """A folder without one, and a file that is not there."""
    with pytest.raises(ArchiveError, match="no archive"):
        Archive(tmp_path)
    with pytest.raises(ArchiveError, match="cannot be read"):
        Writer(tmp_path / "a", who="x").add_file(tmp_path / "none")
    (tmp_path / "b").write_text("a file")
    with pytest.raises(ArchiveError, match="cannot be written"):
        Writer(tmp_path / "b", who="x")


def same_beginning(length):
    """Two contents whose SHA-256 begin with as many equal signs."""
    known = {}

    def beginning(content):
        return hashlib.sha256(content).hexdigest()[:length]

    content = next(one for one in map(b"%d".__mod__, itertools.count()) if known.setdefault(beginning(one), one) != one)
    return known[beginning(content)], content


def test_ids_may_be_shortened(writer, tmp_path):
    """To six signs, in either case, as long as they mean one item."""
    contents = same_beginning(6)
    for number, content in enumerate(contents):
        (tmp_path / f"{number}.txt").write_bytes(content)
        writer.add_file(tmp_path / f"{number}.txt")
    archive = Archive(writer.folder)
    for item, content in zip(archive.items(), contents, strict=True):
        assert archive.find(item.id[:7].upper()) == item
        assert archive.read(archive.find(item.id)) == content
        with pytest.raises(ArchiveError, match="2 items have an id"):
            archive.find(item.id[:6])
    kept = writer.add_response(response(URL)).item
    assert archive.find(kept.id[:6]) == kept
    with pytest.raises(ArchiveError, match="at least 6 signs"):
        archive.find(kept.id[:5])
    with pytest.raises(ArchiveError, match="nothing with the id, address or name 00000000"):
        archive.find("00000000")


def test_an_address_or_name_means_its_latest_version(writer):
    """Of two versions the second, of a page that is gone that it is."""
    for body, status in ((b"one", "200 OK"), (b"two", "200 OK"), (b"", "410 Gone")):
        kept = writer.add_response(response(URL, body, status))
        assert Archive(writer.folder).find(URL) == kept.item


def test_the_chain_is_as_the_pages_say(filled):
    """Anybody can follow it: digest and hash of each act by the bytes of the log alone, from that of archive.json."""
    prev = hashlib.sha256((filled / "archive.json").read_bytes()).hexdigest()
    for number, line in enumerate((filled / "log.jsonl").read_bytes().splitlines(), 1):
        act = json.loads(line)
        told = {name: value for name, value in act.items() if name not in ("prev", "hash")}
        written = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
        hashed = hashlib.sha256((prev + hashlib.sha256(written).hexdigest()).encode()).hexdigest()
        assert (act["seq"], act["prev"], act["hash"]) == (number, prev, hashed)
        for record in act["details"].get("records", ()):
            content = (filled / act["details"]["file"]).read_bytes()
            stretch = content[record["offset"] : record["offset"] + record["length"]]
            assert hashlib.sha256(stretch).hexdigest() == record["sha256"]
        prev = hashed

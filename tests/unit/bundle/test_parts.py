"""The parts of a bundle by themselves: what the log tells, where reports come from, what the program reads."""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import replace

import pytest
from tests.unit.archive.made import Clock, http, response

from marsad.archive import Archive, Writer
from marsad.bundle.build import ending_of
from marsad.bundle.coded import coded_of, read_incident
from marsad.bundle.excerpt import excerpt
from marsad.bundle.originals import find_sources
from marsad.bundle.readme import readme
from marsad.bundle.verify_bundle import sha256, stand_in, unpack
from marsad.errors import ArchiveError, ReadError
from marsad.read import read


@pytest.fixture
def writer(tmp_path):
    """A writer into an empty archive."""
    return Writer(tmp_path / "kept", who="Salma", now=Clock())


def stamped(writer):
    return writer.stamp("http://tsa.example/", lambda head: b"token of " + head).seq


def coded(report, **other):
    """A record without events of a report that was read."""
    value = {"id": report.report_id, "events": [], "report": {"sha256": report.sha256}} | other
    return coded_of(json.dumps(value).encode())


def test_stamps_of_a_case_are_those_that_cover_it(writer):
    """From its first act on up to the first stamp that covers all of it; earlier and later ones are of others."""
    writer.add_response(response("https://example.org/before", b"before"))
    stamped(writer)
    first = writer.add_response(response("https://example.org/1", b"first")).item
    half = stamped(writer)
    last = writer.add_response(response("https://example.org/2", b"last")).item
    whole = stamped(writer)
    writer.add_response(response("https://example.org/after", b"after"))
    stamped(writer)
    archive = Archive(writer.folder)
    assert [entry.seq for entry in excerpt(archive, [first, last]).stamps] == [half, whole]
    assert [entry.seq for entry in excerpt(archive, [first]).stamps] == [half]
    assert [entry.seq for entry in excerpt(archive, [last]).stamps] == [whole]
    told = excerpt(archive, [last])
    assert (told.chain["from"], told.chain["to"]) == (whole - 1, whole)
    assert [json.loads(line)["act"] for line in told.content.splitlines()] == ["fetch", "timestamp"]


def test_what_was_handed_out_before_is_not_told(writer):
    """Acts on an original are, but not to whom it went."""
    item = writer.add_response(response("https://example.org/1")).item
    writer.note("bundle", item=item.id, details={"to": "somebody"})
    writer.note("code", item=item.id)
    told = excerpt(Archive(writer.folder), [item]).content
    assert [json.loads(line).get("act") for line in told.splitlines()] == ["fetch", None, "code"]
    assert b"somebody" not in told


def test_a_report_comes_from_the_file_of_its_own_name(writer, tmp_path):
    """Of two files with the same bytes each report has its own."""
    reports = []
    for name in ("one.txt", "two.txt"):
        path = tmp_path / name
        path.write_text("قصف على ذيبان", encoding="utf-8")
        writer.add_file(path)
        reports += read([path])
    assert len({report.report_id for report in reports}) == 2
    archive = Archive(writer.folder)
    for ordered in (reports, reports[::-1]):
        sources = find_sources(archive, [coded(report) for report in ordered])
        assert [source.item.name for source in sources] == [report.report_id + ".txt" for report in ordered]
        assert {source.stretch for source in sources} == {(0, sources[0].item.size)}
    path = tmp_path / "three.txt"  # under a name that nothing kept has: the first with its bytes serves
    path.write_bytes((tmp_path / "one.txt").read_bytes())
    (source,) = find_sources(archive, [coded(report) for report in read([path])])
    assert (source.item.name, source.coded.report_id) == ("one.txt", "three")


def test_a_report_read_otherwise_today_has_no_original(writer, tmp_path):
    """A quotation that does not stand at its place in what is read now; at its place it does."""
    (tmp_path / "one.txt").write_text("قصف على ذيبان", encoding="utf-8")
    writer.add_file(tmp_path / "one.txt")
    (report,) = read([tmp_path / "one.txt"])
    start = report.source_text.index("ذيبان")
    for moved in (0, 1):
        quote = {"field": "place", "quote": "ذيبان", "start": start + moved, "end": start + moved + 5}
        one = coded(report, events=[{"evidence": "قصف", "evidence_fields": [quote]}])
        if moved:
            with pytest.raises(ArchiveError, match="reads it otherwise now"):
                find_sources(Archive(writer.folder), [one])
        else:
            assert len(find_sources(Archive(writer.folder), [one])) == 1


@pytest.mark.parametrize(("count", "said"), [(5, "now: r0, r1, r2, r3, r4."), (6, "r3, r4 and 1 more.")])
def test_many_reports_without_an_original_are_counted(writer, count, said):
    """Five are named."""
    writer.add_response(response("https://example.org/1"))
    lost = [coded_of(b'{"id": "r%d", "events": [], "report": {"sha256": "0"}}' % number) for number in range(count)]
    with pytest.raises(ArchiveError, match=said):
        find_sources(Archive(writer.folder), lost)


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("رسائل.JSONL", ".jsonl"), ("a/b.csv", ".csv"), ("a.tar.gz", ".gz"), ("a.exe", ".bin"), ("a.hta", ".bin"),
        ("a.js", ".bin"), ("page.html.lnk", ".bin"), ("a", ".bin"), ("a.csv ", ".bin"),
    ],
)  # fmt: skip
def test_originals_open_with_a_click_and_none_runs(writer, tmp_path, name, ending):
    """A file keeps its ending where that is one of a document."""
    (tmp_path / "file").write_bytes(b"x")
    assert ending_of(writer.add_file(tmp_path / "file", name=name).item) == ending


@pytest.mark.parametrize(
    ("content_type", "ending"),
    [
        ("text/html; charset=utf-8", ".html"), ("Application/RSS+xml", ".xml"), ("application/json", ".json"),
        ("application/hta", ".bin"), ("text/javascript", ".bin"), (None, ".bin"),
    ],
)  # fmt: skip
def test_pages_are_called_the_same_on_every_machine(writer, content_type, ending):
    """By their kind, whatever else a machine knows of kinds."""
    page = writer.add_response(response("https://example.org/1")).item
    assert ending_of(replace(page, content_type=content_type)) == ending


def test_names_of_files_cannot_write_into_the_page_of_a_bundle():
    """A name stays in its cell, whatever signs it has."""
    report = {
        "report_id": "r|1",
        "name": "a`|b<script>\n| x",
        "kept_at": "2024-03-20T10:00:01.000000Z",
        "item": "f" * 64,
    }
    page = readme({
        "software": "marsad", "archive_id": "a", "incident_id": None, "reports": [report],
        "stamps": [], "chain": {"to": 3, "hash": "h"},
    })  # fmt: skip
    assert "| `r 1` | a  b script    x | 2024-03-20T10:00:01Z | `ffffffffffffffff` |" in page
    assert "No time stamp is in this bundle." in page


def test_an_incident_by_its_id_or_an_older_one(tmp_path):
    """Lines of others are passed over, empty ones too; a line without members is named."""
    file = tmp_path / "incidents.jsonl"
    file.write_text('{"incident_id": "i1", "members": []}\n\n{"incident_id": "i3", "was": ["i2"], "members": 1}\n')
    assert read_incident(file, "i1").report_ids == frozenset()
    with pytest.raises(ReadError, match="line 3: This is no incident"):
        read_incident(file, "i2")


def _raw(body):
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


PACKED = {
    "": lambda body: body,
    "identity": lambda body: body,
    "gzip": gzip.compress,
    "X-GZIP": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": _raw,
    "deflate, gzip": lambda body: gzip.compress(zlib.compress(body)),
}


def record(kind, block, digest=None):
    """A record as an archive packs it."""
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Block-Digest: sha256:{digest or sha256(block)}\r\n"
    return gzip.compress(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n")


@pytest.mark.parametrize("packing", PACKED)
def test_the_program_unpacks_as_the_archive_does(packing):
    """Each way in which sites pack pages, and empty pages said to be packed."""
    for body in ("ذيبان\r\n".encode() * 9, b""):
        packed = PACKED[packing](body) if body else b""
        headers = (f"Content-Encoding: {packing}",) if packing else ()
        assert unpack(record("response", http(packed, "200 OK", *headers))) == body
    with pytest.raises(ValueError, match="own digest"):
        unpack(record("resource", b"x", sha256(b"y")))
    assert unpack(record("resource", b"HTTP/1.1 200 OK\r\n\r\nx")) == b"HTTP/1.1 200 OK\r\n\r\nx"


TOLD = 'قُتل مدني برصاص "مجهولين" في بلدة الطيانة'
CELL = '"' + TOLD.replace('"', '""') + '"'
VALUE = json.dumps(TOLD)


@pytest.mark.parametrize(
    "original",
    [
        TOLD.encode(), b"\xef\xbb\xbf" + TOLD.encode(), TOLD.encode("utf-16"), TOLD.encode("cp1256"),
        f'{{"a": [{{"b": {VALUE}}}]}}'.encode(), f'[{{"b":\n{VALUE}}}]'.encode(),
        f'{{"n": 1}}\n{{"b": {VALUE}}}\n'.encode(), f"a;b\n1;{CELL}\n".encode(), f"a\tb\n1\t{CELL}\n".encode(),
        f"<p>{TOLD.replace('مدني', '<b>مدني</b>').replace(' في', '&nbsp;في')}</p>".encode(),
        f"<meta content='{TOLD}'>".encode(),
    ],
)  # fmt: skip
def test_quotations_are_looked_for_as_an_original_is_written(original):
    """Text, JSON, tables and pages, as Arabic is encoded; spaces count for nothing, letters for all."""
    assert stand_in(original, [TOLD, TOLD.replace(" ", "\u200f\n")])
    assert not stand_in(original, [TOLD, TOLD.replace("مدني", "مدنيان")])

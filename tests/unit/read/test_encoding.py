import json

import pytest

from marsad.errors import ReadError
from marsad.read.encoding import decode

TEXT = "قُتل عنصران من قوات النظام قرب بلدة السخنة"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_in_every_form_is_read(folder, encoding):
    """UTF-8, with its mark or without, UTF-16 and UTF-32 give the same text."""
    assert folder.one("a.txt", f"عنوان\n{TEXT}".encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_lines_in_utf16_are_read(folder, encoding):
    """UTF-16 is told from its mark, or from the zero bytes of its brackets, and read line by line."""
    lines = "".join(json.dumps({"id": name, "text": TEXT}, ensure_ascii=False) + "\n" for name in "ab")
    folder.write("a.jsonl", lines.encode(encoding))
    reports, problems = folder.read()
    assert [report.text for report in reports] == [TEXT, TEXT]
    assert problems == []


def test_windows_1256_is_read(folder):
    """Old Arabic files are told by their letters."""
    assert folder.one("a.txt", f"عنوان\n{TEXT.replace('ُ', '')}".encode("cp1256")).text == TEXT.replace("ُ", "")


def test_other_encodings_are_refused(folder):
    """Bytes that are neither are named, with the position, and never read as signs of chance."""
    error = folder.problem("a.txt", "Überfall in Köln, größer als früher; 12 Verletzte é à ç".encode("latin-1"))
    assert "neither UTF-8 nor windows-1256" in error.problem
    assert "Save the file as UTF-8" in error.remedy


def test_broken_utf8_is_not_taken_for_windows_1256():
    """Arabic UTF-8 with one bad byte would read as rows of ط and ظ: it is refused instead."""
    with pytest.raises(ReadError, match="neither"):
        decode(TEXT.encode() + b"\xff" + TEXT.encode(), "a.txt")


def test_one_bad_line_does_not_hurt_the_others(folder):
    """Each line of JSON Lines is decoded alone."""
    good = json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False).encode()
    folder.write("a.jsonl", b'{"id": "b", "text": "\xff\xfe\xc3 K\xf6ln"}\n' + good)
    reports, problems = folder.read()
    assert [report.report_id for report in reports] == ["a"]
    assert problems[0].line == 1
